/*
 * The list of an amending act, written in one line:
 *
 *     Section 4 is amended as follows: (1) Subsection (c) is amended as follows: (A) Strike
 *     "a". (B) Strike "b". (2) Subsection (d) is repealed.
 *
 * In lines of their own the items are blocks, each under the one that it belongs to.  This
 * finds where they begin, so that the text can be cut there and read in the same way.
 */
#ifndef RL_ENGINE_ITEMS_H
#define RL_ENGINE_ITEMS_H

#include "base/vec.h"
#include "quote.h"

struct items {
	VEC(uint32_t) labels;     /* offsets, ascending; none begins a block of the layout */
	VEC(uint32_t) spoken;     /* those of `labels` that a speaker's list has, not an act's */
	VEC(redline_range) doubts; /* lists of which none is taken */
};

/*
 * Finds such items.  A list must be led up to as an act does, and its numbers go on one by
 * one: where they don't, the list is a doubt, since a label in it may seem to name a place.
 * False if memory is out.  Linear in the text; a text without a list costs hardly more than a
 * search for colons and parentheses.
 */
bool items_find(struct items *out, redline_bytes text, const struct quotes *quotes,
                const redline_draft *layout);

void items_release(struct items *items);

#endif
