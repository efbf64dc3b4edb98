/*
 * Looking rows of a language up: which row's pattern (lang/lang.h) matches
 * where a word begins, and how far.
 *
 * Patterns are PCRE2's.  A table has hundreds of them, and hardly any can
 * begin with the word at hand; which ones can is asked of PCRE2 itself, by
 * a partial match of that word alone, and remembered.  So a word met before costs one look
 * into a hash table and the few matches that have a chance.
 */
#ifndef RL_ENGINE_ROWS_H
#define RL_ENGINE_ROWS_H

#include "lang/lang.h"

/* A table's patterns, compiled.  Not changed by use. */
struct rows;

/* NULL if memory is out.  A row that PCRE2 doesn't take is a bug, and fails an assertion. */
struct rows *rows_new(const struct lang *lang);
void rows_free(struct rows *rows);

/* What was found out while a text is read.  Changed by use. */
struct row_finder;

/* Borrows the rows.  NULL if memory is out. */
struct row_finder *row_finder_new(const struct rows *rows);
void row_finder_free(struct row_finder *f);

/*
 * Another text is read from here on, or another sentence: what stands where is forgotten,
 * what is known of words is not.
 */
void row_finder_begin(struct row_finder *f);

#define NO_ROW UINT32_MAX

/*
 * The first row of the table that matches at `at`, and where its wording
 * ends, in *end; NO_ROW if there is none.  Looks at nothing from `limit` on.  The text
 * must not have changed since row_finder_begin.
 * A row that would cost more than a bounded number of steps does not match, but
 * that is not kept secret: row_finder_gave_up.
 */
uint32_t row_find(struct row_finder *f, redline_bytes text, uint32_t at, uint32_t limit,
                  uint32_t *end);

/*
 * Did a row cost that much since this was asked last?  Then one that should have been
 * found may not have been; *at is where it was tried.
 */
bool row_finder_gave_up(struct row_finder *f, uint32_t *at);

/* Did memory run out? Then what was said since is void. */
bool row_finder_failed(const struct row_finder *f);

#endif
