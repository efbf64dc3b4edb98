/*
 * Entries: what of a script is shown together, where no comparison has paired
 * the blocks (amendments applied, marked-up input).  An entry is either blocks
 * of the old text that changes touch, neighbours that one change joins being
 * one entry, or blocks that a change brings in whole, which are found by
 * reading the new text as a draft, too.
 */
#ifndef RL_EDGE_ENTRIES_H
#define RL_EDGE_ENTRIES_H

#include <redline/write.h>

#include "base/vec.h"

/* Blocks shown together under one header. */
struct entry {
	bool born;             /* blocks of the new text; else of the old */
	uint32_t first, end;   /* the blocks; inside, BLANK ones are passed over */
	uint32_t before;       /* the old block that it stands before or begins with */
	uint32_t op_first, op_end;
};

struct entries {
	const redline_draft *before, *after;
	const redline_block *blocks, *new_blocks; /* of the old text, of the new one */
	uint32_t block_count, new_count;
	redline_bytes old, now;
	const redline_op *ops;
	uint32_t op_count;
	VEC(struct entry) list;
};

/*
 * Goes once through the changes.  The drafts are those of the script's texts;
 * all is borrowed.  False if memory is out; release it in any case.
 */
bool entries_find(struct entries *e, const redline_script *script,
                  const redline_draft *before, const redline_draft *after);
void entries_release(struct entries *e);

/* First and last block that shows a change's old words. */
uint32_t entries_first_block(const struct entries *e, const redline_op *op);
uint32_t entries_last_block(const struct entries *e, const redline_op *op);

/*
 * The parts of a change's new words, before and after the blocks it brings in,
 * that are shown in an old block.
 */
struct inlined {
	redline_range head, tail;
};

struct inlined entries_inline_words(const struct entries *e, const redline_op *op);

/* Is anything of the change shown in an old block? */
bool entries_shows_inline(const struct entries *e, const redline_op *op);

#endif
