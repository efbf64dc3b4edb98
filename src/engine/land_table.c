/*
 * land_table.c -- tables: a row that comes, a row or column that goes.
 *
 * A row is written as the header is: with bars at both ends or not.  Its cells are
 * taken from the wording, parted by "|"; there must be as many as the header has.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"
#include "place_table.h"

static const redline_block *header_of(const struct landing *n, const struct area *area)
{
	return &n->l->blocks[table_header(&n->l->places, area->block)];
}

/* The table that an addition goes to; false if the place is none. */
static bool find_table(struct landing *n, const struct area *area, struct area *out)
{
	static const redline_step table = {.unit = REDLINE_TABLE};
	const char *code;
	*out = *area;
	const char *why = area->unit == REDLINE_TABLE || area->unit == REDLINE_ROW
	                          ? NULL
	                          : table_step(&n->l->places, out, &table, &code);
	return why ? landing_refuse(n, code, landing_at_instruction(n), why) : true;
}

static redline_bytes row_text(struct landing *n, const redline_block *header,
                              redline_bytes words, const struct cells *cells)
{
	redline_bytes const h = bytes_in(n->l->text, range_trim(n->l->text, header->body));
	struct buf out = {0};
	bool const opens = h.len && h.ptr[0] == '|', closes = h.len && h.ptr[h.len - 1] == '|';
	buf_bytes(&out, bytes_in(n->l->text, (redline_range){header->bytes.begin, header->body.begin}));
	for (uint32_t i = 0; i < cells->count; i++) {
		buf_text(&out, i ? " | " : opens ? "| " : "");
		buf_bytes(&out, bytes_in(words, cells->at[i]));
	}
	buf_text(&out, closes ? " |" : "");
	redline_bytes const text = out.failed ? LANDING_NOTHING : arena_copy(n->l->arena, buf_view(&out));
	n->edits->failed |= out.failed;
	buf_release(&out);
	return text;
}

/* The block that the new row comes after; REDLINE_NONE, with a finding, if unclear. */
static uint32_t row_before(struct landing *n, const struct area *area)
{
	uint32_t const header = table_header(&n->l->places, area->block);
	bool const row = area->unit == REDLINE_ROW;
	if (row && n->m->where == REDLINE_AFTER)
		return area->block == header ? header + 1 : area->block;
	if (row && n->m->where == REDLINE_BEFORE && area->block > header + 1)
		return area->block - 1;
	if (!row && n->m->where == REDLINE_AT_END)
		return area->end_block - 1;
	if (!row && n->m->where == REDLINE_AT_START)
		return header + 1;
	(void)landing_refuse(n, "place-unknown", landing_at_instruction(n),
	                     "it is not said where in the table the row comes; say \"at the end of the "
	                     "table\" or \"after the row beginning with ...\"");
	return REDLINE_NONE;
}

bool landing_add_row(struct landing *n, const struct area *area)
{
	struct area table;
	struct cells have, come;
	redline_bytes const words = landing_trimmed(n->m->new_words.words);
	if (!words.len || !find_table(n, area, &table))
		return words.len ? false
		                 : landing_refuse(n, "new-words-missing", landing_at_instruction(n),
		                                  "the new words are missing");
	const redline_block *header = header_of(n, &table);
	table_cells(n->l->text, header->body, &have);
	table_cells(words, (redline_range){0, (uint32_t)words.len}, &come);
	if (memchr(words.ptr, '\n', words.len))
		return landing_refuse(n, "unsupported", landing_at_words(n, &n->m->new_words),
		                      "one row at a time can be added");
	if (have.count != come.count) {
		report_add(n->l->report, REDLINE_ERROR, "count-mismatch",
		           landing_at_words(n, &n->m->new_words),
		           "the table has %u columns, and this row %u; write its cells with \"|\" "
		           "between them",
		           (unsigned)have.count, (unsigned)come.count);
		return !(n->refused = true);
	}
	uint32_t const before = row_before(n, &table);
	if (before == REDLINE_NONE)
		return false;
	landing_warn_hidden(n, words, landing_at_words(n, &n->m->new_words));
	redline_bytes const eol = bytes_of(n->l->eol);
	redline_range const r = n->l->blocks[before].bytes;
	bool const newline = r.end > r.begin && n->l->text.ptr[r.end - 1] == '\n';
	redline_bytes const text = row_text(n, header, words, &come);
	landing_add_plain(n, (redline_range){r.end, r.end},
	                  newline ? landing_join3(n, text, eol, LANDING_NOTHING)
	                          : landing_join3(n, eol, text, LANDING_NOTHING));
	return true;
}

static bool delete_column(struct landing *n, const struct area *area)
{
	for (uint32_t i = area->block; i < area->end_block; i++) {
		struct cells cells;
		table_cells(n->l->text, n->l->blocks[i].body, &cells);
		if (cells.count < area->column || cells.count < 2)
			return landing_refuse(n, "count-mismatch",
			                      landing_in_draft(n->l->blocks[i].body),
			                      "this row has not as many cells as the header");
		redline_range r = cells.segment[area->column - 1];
		if (area->column == 1 && n->l->text.ptr[r.begin] != '|')
			r.end++; /* a table without outer bars */
		landing_add_plain(n, r, LANDING_NOTHING);
	}
	return true;
}

bool landing_delete_table_part(struct landing *n, const struct area *area)
{
	if (area->unit == REDLINE_COLUMN)
		return delete_column(n, area);
	if (area->unit == REDLINE_ROW && area->block < table_header(&n->l->places, area->block) + 2)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "a table can't be without its header");
	redline_range const r = area->range;
	landing_add_plain(n, r, LANDING_NOTHING);
	return true;
}

void landing_keep_column(const struct landing *n, const struct area *area, struct matches *found)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; area->column && i < found->count; i++) {
		redline_range const r = found->at[i].range;
		uint32_t const row = redline_draft_block_at(n->l->draft, r.begin);
		struct cells cells;
		table_cells(n->l->text, n->l->blocks[row].body, &cells);
		uint32_t const k = area->column - 1;
		if (k < cells.count && r.begin >= cells.at[k].begin && r.end <= cells.at[k].end)
			found->at[kept++] = found->at[i];
	}
	if (area->column)
		found->count = kept;
}
