/*
 * Counting words: which words an operation of a comparison takes away, brings in or
 * moves, as a reader counts them.  No punctuation; a word that one change takes away
 * and brings back counts on neither side.
 */
#ifndef RL_ENGINE_COUNT_H
#define RL_ENGINE_COUNT_H

#include <redline/compare.h>

#include "engine/diff.h"
#include "engine/token.h"

/* A zeroed one is ready. */
struct word_count {
	struct tokens gone, come; /* the result: the words themselves */
	struct diff diff;
	bool failed;              /* memory was out; remembered */
};

/*
 * The words of one operation of compare_counted; of an edit that keeps words the
 * ones that moved are in `come`, and `gone` is empty.
 */
void count_op(struct word_count *c, const redline_script *script, const redline_op *op);
void count_edit(struct word_count *c, const redline_script *script, const redline_op *op);

void count_release(struct word_count *c);

#endif
