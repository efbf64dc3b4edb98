/*
 * Tables, as rows that stand one below the other in a draft.
 */
#ifndef RL_EDGE_TABLE_H
#define RL_EDGE_TABLE_H

#include <stdbool.h>

#include <redline/draft.h>

struct table {
	uint32_t first, end; /* blocks; end is 0: no table */
};

/*
 * The table that a block is a row of.  `last` is the one found last, so that
 * a table is gone through once, not once for each of its rows.
 */
struct table table_find(struct table *last, const redline_block *blocks, uint32_t count,
                        uint32_t block);

bool table_same(struct table a, struct table b);

/* The row above `row` that names the columns, or NULL. */
const redline_block *table_names(redline_bytes text, const redline_block *blocks,
                                 struct table table, uint32_t row);

#endif
