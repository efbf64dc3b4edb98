/*
 * redline/compare.h -- what changed between two drafts.
 *
 * Paragraphs first: which block of the old draft became which of the new one
 * is decided by their text, never by their number.  Then words inside each
 * pair.  The result is a script (redline/script.h) and, beside it, the pairs.
 *
 * Promised: accepting the script gives the new text byte for byte; rejecting
 * it gives the old one; comparing a text with itself finds nothing; comparing
 * the other way round finds the same, mirrored.  A word is kept only if its
 * bytes, folded as the options say, were compared.  Within a pair of ordinary
 * size the words kept are as many as can be, but for a lone article or comma
 * between two changes, and for a few words that survive by chance between two
 * long changes of a passage that was rewritten: those are given up for one
 * readable change.
 *
 * Not promised: the least number of changes over the whole text; that a text
 * which was both moved and rewritten is recognised; the same script from
 * another version.
 */
#ifndef REDLINE_COMPARE_H
#define REDLINE_COMPARE_H

#include "base.h"
#include "draft.h"
#include "script.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct redline_compare_options {
	bool chars;              /* inside a replaced word, the characters changed */
	bool white_space;        /* every difference of white space is a change, and
	                            of how letters are composed: if nothing is ignored,
	                            nothing is ALIKE */
	bool ignore_space;       /* none is, but paragraph breaks: "5 %", "5%" */
	bool ignore_case;
	bool ignore_punctuation;
	bool ignore_numbering;   /* provisions' labels, and references that followed */
} redline_compare_options;

/* How blocks of the old draft and blocks of the new one belong together. */
typedef struct redline_pair {
	redline_range old;    /* indices of blocks, half open; empty: inserted */
	redline_range now;    /* indices of blocks; empty: deleted */
	bool moved;           /* stands in another order than the others */
	bool renumbered;      /* the labels differ */
	bool edited;          /* words or breaks differ */
	bool followed;        /* a cross-reference followed a renumbering */
} redline_pair;           /* 1 to n: a split; n to 1: a merge */

/*
 * Words are what a reader counts: no white space, no punctuation.  A word that a
 * change takes away and brings back, so that it reads as one change, is not
 * counted.
 */
typedef struct redline_tally {
	uint32_t deleted, inserted;   /* words; moved ones are not among them */
	uint32_t moved_words;         /* that moved unchanged */
	uint32_t edited;              /* paragraphs whose words changed; a split
	                                 or merge counts below, and here only if
	                                 words changed, too */
	uint32_t added, dropped;      /* whole paragraphs */
	uint32_t moved, renumbered;
	uint32_t split, merged;
	uint32_t references;          /* cross-references that followed */
	uint32_t spacings;            /* changes of white space only */
	bool bounded;                 /* somewhere the exact answer was too dear,
	                                 and a good one was taken */
} redline_tally;

typedef struct redline_comparison redline_comparison;

/*
 * Compares two drafts, which are borrowed and must outlive the comparison.
 * options may be NULL: none.  Near linear in both texts, whatever they hold;
 * memory is in proportion to the paragraphs and the changes.
 *
 * Says REDLINE_OK or REDLINE_NO_MEMORY.
 */
REDLINE_API redline_status redline_compare(redline_comparison **out,
                                           const redline_draft *old,
                                           const redline_draft *now,
                                           const redline_compare_options *options);

REDLINE_API void redline_comparison_free(redline_comparison *comparison);

/* Borrowed until the comparison is freed. */
REDLINE_API const redline_script *
redline_comparison_script(const redline_comparison *comparison);

/*
 * Every block but blank ones is in exactly one pair.  In the order of the new
 * text; a deleted one stands where it stood in the old.
 */
REDLINE_API const redline_pair *
redline_comparison_pairs(const redline_comparison *comparison, uint32_t *count);

/*
 * Words are counted when asked for: one pass over what changed, or, for the sizes
 * of the two texts in words, over all of both.  Says REDLINE_OK or
 * REDLINE_NO_MEMORY.
 */
REDLINE_API redline_status
redline_comparison_tally(const redline_comparison *comparison, redline_tally *out);
REDLINE_API redline_status
redline_comparison_sizes(const redline_comparison *comparison, uint32_t *old_words,
                         uint32_t *new_words);

/* Does anything differ that the options do not ignore? */
REDLINE_API bool redline_comparison_differs(const redline_comparison *comparison);

#ifdef __cplusplus
}
#endif
#endif
