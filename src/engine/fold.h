/*
 * Folding: the stream of code points by which two texts count as the same.
 *
 * White space runs are one blank.  Quotation marks and apostrophes of every
 * kind are one (nesting turns double marks into single ones), hyphens and
 * dashes of a kind are one each.  Canonically equivalent
 * sequences are the same (NFD).  Markdown emphasis marks, backslashes before
 * punctuation, footnote references, soft hyphens and zero-width spaces are
 * not there at all.  Case is kept.
 */
#ifndef RL_ENGINE_FOLD_H
#define RL_ENGINE_FOLD_H

#include "base/bytes.h"

#define FOLD_PENDING 24

struct fold {
	redline_bytes text;
	uint32_t at, end;
	redline_range source; /* of the pending code points */
	uint32_t pending[FOLD_PENDING];
	uint8_t count, next;
};

/* Folds text[range]; what stands around the range is looked at for emphasis. */
void fold_begin(struct fold *f, redline_bytes text, redline_range range);

/*
 * The next folded code point, and the bytes it comes from (several may share
 * them).  False at the end.
 */
bool fold_next(struct fold *f, uint32_t *cp, redline_range *source);

/*
 * Number of bytes at `at` that folding leaves out (emphasis, a footnote
 * reference, ...); 0 if the character counts.
 */
uint32_t fold_skips(redline_bytes text, uint32_t at, uint32_t end);

/* Han, kana, Thai and the like: every character counts as a word. */
bool is_unspaced_char(uint32_t cp);

/* A wide, Chinese or Arabic mark (".", ",", ";", ":", "!", "?") as the ASCII one of its
 * kind; anything else as it is. */
uint32_t plain_mark(uint32_t cp);

#endif
