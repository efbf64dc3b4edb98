/*
 * A paragraph's own redline, from its text before and after: the words that
 * changed with some of those around them, and "..." for what is left out.
 */
#ifndef RL_EDGE_EXCERPT_H
#define RL_EDGE_EXCERPT_H

#include <redline/compare.h>

#include "edge/page.h"

/* Two texts of a paragraph, compared. */
struct excerpt {
	redline_draft *before, *after;
	redline_comparison *comparison;
	const redline_op *ops;       /* of the script */
	uint32_t count;
	redline_range old, now;      /* what is shown: labels of the first block aside */
};

/* REDLINE_OK, or why not; release it either way.  The texts are borrowed. */
redline_status excerpt_open(struct excerpt *e, redline_bytes old, redline_bytes now);
void excerpt_release(struct excerpt *e);

/* Is there a change to be seen? */
bool excerpt_has_change(const struct excerpt *e);

/* All of it if whole; `gone` false: what went is left out. */
void excerpt_put(struct page *p, const struct excerpt *e, bool whole, bool gone);

/* A text in one ink, folded, at most so many lines (0: all of them). */
void excerpt_text(struct page *p, enum ink ink, redline_bytes text, uint32_t lines);

#endif
