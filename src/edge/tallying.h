/*
 * Inside a tally: what tally.c, which counts, and tally_table.c, which prints the rows, share,
 * and nobody else uses.
 */
#ifndef RL_EDGE_TALLYING_H
#define RL_EDGE_TALLYING_H

#include "base/buf.h"
#include "base/vec.h"
#include "edge/flow.h"
#include "engine/count.h"

enum column {
	CHANGED,
	ADDED,
	DROPPED,
	MOVED,
	SPLIT,
	MERGED,
	RENUMBERED,
	WORDS_DELETED,
	WORDS_INSERTED,
	WORDS_MOVED,
	COLUMNS
};

/* One of the two texts. */
struct side {
	const redline_draft *draft;
	const redline_block *blocks;
	redline_bytes text;
	uint32_t count;
	uint32_t *rows; /* by block: the row it counts in */
};

struct row {
	const struct side *side; /* of its heading; NULL: before the first one */
	uint32_t heading;
	uint32_t of[COLUMNS];
};

struct tally {
	struct out out;
	const redline_view *view;
	const redline_style *style;
	struct side old, now;
	VEC(struct row) rows; /* the first: before the first heading */
	uint32_t total[COLUMNS];
	uint32_t paragraphs, changed, renumbered; /* in all; somehow; only so */
	uint32_t old_words;
	struct word_count count;
	struct buf name;
	bool failed;                /* memory was out */
	uint32_t name_width, gap;   /* of the table */
	uint32_t widths[COLUMNS];   /* 0: not shown */
};

/* ---- tally_table.c ---- */

#define NUMBER_SIZE 16 /* 4,294,967,295 */

/* 12,003 */
const char *tally_number(char room[NUMBER_SIZE], uint32_t n);

/* The rows that hold something, and the total. */
void tally_put_rows(struct tally *t);

#endif
