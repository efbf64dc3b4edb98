/*
 * Quotations: where the quoted words of a text begin and end.
 *
 * Straight, curly, low, angle, corner and single marks, nested; a quotation
 * may run over several paragraphs, each of which may open it again.  What is
 * opened and never closed (or closed and never opened) is a stray.
 */
#ifndef RL_ENGINE_QUOTE_H
#define RL_ENGINE_QUOTE_H

#include "base/arena.h"

#include <redline/draft.h>

struct quotation {
	redline_range outer; /* marks included */
	redline_range inner; /* between the marks */
	bool reopened;       /* paragraphs inside it open it again */
	uint32_t early;      /* the first mark inside it that would close it, or 0 */
};

#define QUOTES_PIECE 512u /* bytes */

struct quotes {
	const struct quotation *at; /* outermost ones, in order */
	uint32_t count;
	const uint32_t *from; /* from[k]: the first that ends after byte k * QUOTES_PIECE */
	uint32_t pieces;
	const uint32_t *strays; /* offsets, in order */
	uint32_t stray_count;
};

/* Linear in the text.  False if memory is out. */
bool quotes_find(struct quotes *out, struct arena *a, const redline_draft *layout);

/*
 * Joins those that a mark closed too early, though the next paragraph goes on with them
 * (quote_early.c).  Returns how many are left of `count`.
 */
uint32_t quotes_join(struct quotation *at, uint32_t count, const redline_draft *layout);

/* First quotation that ends after `offset` (may be count).  Looks at one piece's alone. */
uint32_t quotes_from(const struct quotes *q, uint32_t offset);

/* Is there a stray mark in the range? */
bool quotes_stray_in(const struct quotes *q, redline_range range, uint32_t *where);

/*
 * The quoted words as a text of their own: the marks that open it again at
 * the start of its paragraphs are left out.  Without such marks that is a
 * view of the text itself.
 */
redline_bytes quotation_words(const struct quotation *q, redline_bytes text, struct arena *a);

#endif
