/*
 * table.c -- tables of a draft.  See table.h.
 *
 * A first row names the columns if the second is made of dashes and bars.
 */
#include "edge/table.h"

#include <string.h>

struct table table_find(struct table *last, const redline_block *blocks, uint32_t count,
                        uint32_t block)
{
	if (blocks[block].kind != REDLINE_TABLE_ROW)
		return (struct table){0, 0};
	if (block >= last->first && block < last->end)
		return *last;
	*last = (struct table){block, block + 1};
	while (last->first > 0 && blocks[last->first - 1].kind == REDLINE_TABLE_ROW)
		last->first--;
	while (last->end < count && blocks[last->end].kind == REDLINE_TABLE_ROW)
		last->end++;
	return *last;
}

bool table_same(struct table a, struct table b)
{
	return a.end > 0 && a.end == b.end && a.first == b.first;
}

static bool is_delimiter(redline_bytes text, const redline_block *b)
{
	for (uint32_t i = b->body.begin; i < b->body.end; i++)
		if (!memchr("|-: \t", text.ptr[i], 5))
			return false;
	return true;
}

const redline_block *table_names(redline_bytes text, const redline_block *blocks,
                                 struct table table, uint32_t row)
{
	bool const named = row >= table.first + 2 && is_delimiter(text, &blocks[table.first + 1]);
	return named ? &blocks[table.first] : NULL;
}
