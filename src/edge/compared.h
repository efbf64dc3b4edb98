/*
 * A comparison as the writers read it: passage by passage.  A passage is a pair
 * of the comparison with what became of it, and the operations that touch it.
 *
 *     struct compared c;
 *     struct passages walk;
 *     struct passage p;
 *     if (compared_open_view(&c, view)) {
 *         passages_begin(&walk, &c);
 *         while (passages_next(&walk, &p)) ...     // in the order of the pairs
 *     }
 *     compared_release(&c);                        // in any case
 *
 * Going through all of them is linear in pairs and operations; a passage that
 * moved costs a binary search or two.
 */
#ifndef RL_EDGE_COMPARED_H
#define RL_EDGE_COMPARED_H

#include <redline/write.h>

#include "base/bytes.h"
#include "base/vec.h"

/* Pairs that moved together: neighbours in both texts. */
struct moved {
	uint32_t first, end; /* pairs */
};

/* Everything but the lists of moved pairs is borrowed. */
struct compared {
	const redline_script *script;
	const redline_draft *before, *after;
	const char *old_name, *new_name;
	const redline_pair *pairs;
	uint32_t pair_count;
	redline_tally tally; /* zero if nothing differs */
	/* from here on: set by compared_open */
	redline_bytes old, now;
	const redline_block *old_blocks, *new_blocks;
	uint32_t old_count, new_count;
	const redline_op *ops, *edits;
	uint32_t op_count, edit_count;
	const redline_move *moves;
	uint32_t move_count;
	VEC(struct moved) moved; /* in the order of the new text */
	uint32_t *moved_by_old;  /* indices into moved, in the order of the old one */
};

/* Fills in the rest.  False if memory is out. */
bool compared_open(struct compared *c);
/* All of it from a view with a comparison and both its drafts. */
bool compared_open_view(struct compared *c, const redline_view *view);
void compared_release(struct compared *c);

enum passage_kind {
	PASSAGE_SAME,       /* nothing changed, or nothing that counts */
	PASSAGE_RENUMBERED, /* only its number did */
	PASSAGE_FOLLOWED,   /* only references did, and perhaps its number */
	PASSAGE_EDITED,     /* words, spacing, breaks; perhaps the others, too */
	PASSAGE_ADDED,
	PASSAGE_DROPPED,
	PASSAGE_MOVED,      /* `edited` says whether anything else changed */
};

struct passage {
	enum passage_kind kind;
	uint32_t index;             /* of the pair */
	const redline_pair *pair;
	bool numbered;              /* its number changed */
	bool followed;              /* references in it did */
	bool edited;                /* words, spacing, breaks did */
	const redline_op *ops;      /* that touch it, perhaps among others */
	uint32_t op_count;
	redline_range old, now;     /* what is shown of both texts, labels included */
	uint32_t old_body, now_body; /* where to begin if the label stands above
	                               already; at the label if that shows a change */
	redline_range old_span, now_span; /* with the white space around */
};

struct passages {
	const struct compared *c;
	uint32_t next, op;
};

void passages_begin(struct passages *walk, const struct compared *c);
bool passages_next(struct passages *walk, struct passage *out);

/* Any one that moved: for its old place. */
void passage_moved(const struct compared *c, uint32_t pair, struct passage *out);

/* The part of an operation that is in the passage; false if there is none. */
bool passage_piece(const struct passage *p, uint32_t op, redline_op *out);

/* Is a piece shown unmarked?  The numbers of what moved are, too: they must differ. */
bool passage_is_kept(const struct passage *p, const redline_op *piece);

/* ---- blocks ---- */

/* One more than the last block of a range that isn't blank. */
uint32_t blocks_end(const redline_block *blocks, redline_range range);
/* How many that aren't. */
uint32_t blocks_count(const redline_block *blocks, redline_range range);

/* A block without white space around it; from its markup on. */
redline_range block_text(redline_bytes text, const redline_block *b);
/* What of it is shown: bullets have their mark, headings don't. */
redline_range block_shown(redline_bytes text, const redline_block *b);
/* From the first of a range to the last that isn't blank. */
redline_range blocks_shown(redline_bytes text, const redline_block *blocks,
                           redline_range range);

#endif
