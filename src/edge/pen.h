/*
 * A pen writes the blocks of one passage in one text, piece by piece, in inks.
 * It knows where one block ends and the next begins, so that a paragraph break
 * which came or went is seen:
 *
 *     ... the end of one.{+¶+}
 *     {+5.+} The beginning of the next ...
 *
 * With `lines` every block begins a line; without, for the old text set into
 * the lines of the new one, only the sign is printed.
 */
#ifndef RL_EDGE_PEN_H
#define RL_EDGE_PEN_H

#include <redline/script.h>

#include "edge/page.h"

struct pen {
	struct flow *flow;
	redline_bytes text;
	const redline_block *blocks;
	uint32_t block, end; /* the block it is in; behind the passage's last */
	bool lines;          /* each block begins a line */
	bool told;           /* the break before the next block has been signed */
	bool owing;          /* a blank, behind the sign of a break, before more words */
	const redline_block *first; /* that the others are indented from, or NULL */
};

/* The flow has been begun. */
void pen_begin(struct pen *pen, struct flow *flow, redline_bytes text,
               const redline_block *blocks, redline_range range);

/* The next piece of the text. */
void pen_put(struct pen *pen, enum ink ink, redline_range range);

/* The pen's part of a change: what went or what came. */
void pen_change(struct pen *pen, const redline_op *change, bool come);

#endif
