/*
 * beside_rows.c -- the rows and cells of a table (beside_cells.h): parted by bars, as Markdown
 * has it, or by tabs, as a table comes out of an office program.
 */
#include "beside_cells.h"

static redline_range line_at(redline_bytes text, uint32_t at)
{
	const char *end = memchr(text.ptr + at, '\n', text.len - at);
	return (redline_range){at, end ? (uint32_t)(end - text.ptr) : (uint32_t)text.len};
}

static void cells_between_tabs(redline_bytes text, redline_range line, struct cells *out)
{
	uint32_t begin = line.begin;
	out->count = 0;
	for (uint32_t at = line.begin; at <= line.end && out->count < CELLS_MAX; at++)
		if (at == line.end || text.ptr[at] == '\t') {
			out->at[out->count++] = range_trim(text, (redline_range){begin, at});
			begin = at + 1;
		}
}

bool beside_next_row(const struct reading_run *r, struct rows *rows, redline_range *body,
                     struct cells *cells)
{
	redline_bytes const text = r->s->text;
	if (!rows->tabs) {
		if (rows->at >= r->block_count || r->blocks[rows->at].kind != REDLINE_TABLE_ROW)
			return false;
		*body = r->blocks[rows->at++].body;
		table_cells(text, *body, cells);
		return true;
	}
	if (rows->at >= text.len)
		return false;
	*body = line_at(text, rows->at);
	if (!memchr(text.ptr + body->begin, '\t', range_len(*body)))
		return false;
	rows->at = body->end + 1;
	cells_between_tabs(text, *body, cells);
	*body = range_trim(text, *body);
	return true;
}

bool beside_is_rule(redline_bytes words)
{
	for (size_t i = 0; i < words.len; i++)
		if (!beside_among("|-: \t\r", words.ptr[i]))
			return false;
	return true;
}

bool beside_begins_table(const struct reading_run *r, uint32_t i, struct rows *rows)
{
	const redline_block *b = &r->blocks[i];
	redline_bytes const text = r->s->text;
	if (b->kind == REDLINE_TABLE_ROW) {
		*rows = (struct rows){.at = i};
		return (i == 0 || r->blocks[i - 1].kind != REDLINE_TABLE_ROW) &&
		       i + 2 < r->block_count && r->blocks[i + 2].kind == REDLINE_TABLE_ROW;
	}
	redline_range const line = line_at(text, b->body.begin);
	*rows = (struct rows){.tabs = true, .at = b->body.begin};
	return range_len(line) && memchr(text.ptr + line.begin, '\t', range_len(line));
}
