/*
 * The outline: which provision a block belongs to, by indentation and by the
 * sequence of labels.
 *
 * Blocks are handed over in the order of the text, each once, and get their
 * parent at once; what turns out later ("(ii)" shows that the "(i)" after "(h)"
 * was a roman one) is put right then.  A block costs at most OUTLINE_DEPTH steps.
 *
 *     outline_seek     where would this label go, and does it fit there?
 *     outline_place    put the provision there
 *     outline_bullet, outline_note, outline_text    the blocks without labels
 *     outline_heading  closes all that is open
 *     outline_finish   once, at the end: levels, ends of subtrees, sections
 */
#ifndef RL_MODEL_OUTLINE_H
#define RL_MODEL_OUTLINE_H

#include "base/vec.h"
#include "model/label.h"

#define OUTLINE_DEPTH 64

typedef VEC(redline_block) block_vec;

/* An open list, as its newest item shows it. */
struct outline_level {
	uint32_t block;           /* the newest item */
	uint32_t before;          /* the item before it, or REDLINE_NONE */
	uint32_t parent;          /* of all its items */
	struct ordinal ordinal;   /* of the newest item; of the one before it */
	struct ordinal ordinal_before;
	uint32_t column;          /* behind the label of the newest item */
	uint16_t indent;
	uint8_t quoted;
	uint8_t kind;             /* redline_block_kind: provision, bullet, footnote */
	uint8_t unit, dress, numeral;
	bool paused;              /* a paragraph of no list came between: only
	                             the next in the sequence goes on with it */
};

struct outline {
	struct outline_level levels[OUTLINE_DEPTH];
	uint32_t depth;
	bool indented;            /* the draft shows depth by indentation */
};

/* How well a label fits where it would go. */
enum outline_fit {
	OUTLINE_ANYHOW, /* no sequence speaks for it */
	OUTLINE_NEAR,   /* it joins a list with a number repeated or a few left out */
	OUTLINE_FIRST,  /* it opens a list with 1, a or i */
	OUTLINE_NEXT,   /* it comes right after the item before it */
};

struct outline_spot {
	uint32_t depth;   /* index of its level */
	uint32_t parent;
	uint8_t numeral;
	uint8_t fit;      /* enum outline_fit */
	bool sibling;     /* it joins the level; else it opens one there */
};

/* A label and where it stands. */
struct outline_item {
	const struct label *label;
	uint32_t column;  /* behind the label, from the line's words */
	uint16_t indent;
	uint8_t quoted;
};

struct outline_spot outline_seek(struct outline *o, block_vec *blocks,
                                 const struct outline_item *item);

/* The newest block is the item; sets its parent and numeral. */
void outline_place(struct outline *o, block_vec *blocks, const struct outline_item *item,
                   const struct outline_spot *spot);

/* The newest block, behind labels on the same line: a child of the block before it. */
void outline_place_inside(struct outline *o, block_vec *blocks,
                          const struct outline_item *item);

/* The newest block; `introduced`: the provision before it ended with a colon. */
void outline_bullet(struct outline *o, block_vec *blocks, bool introduced);
void outline_note(struct outline *o, block_vec *blocks);

/* The newest block, without a label; `pauses`: running text, so lists end here. */
void outline_text(struct outline *o, block_vec *blocks, bool pauses);

void outline_heading(struct outline *o);

/*
 * Sets level, subtree_end and section of all blocks, and the parents of blank
 * ones and of the further paragraphs of an article whose words begin on its own
 * line; each comes with the next block as its subtree_end.
 */
void outline_finish(block_vec *blocks, redline_bytes text);

#endif
