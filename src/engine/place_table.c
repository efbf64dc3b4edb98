/*
 * place_table.c -- see place_table.h.  Each step looks once at the rows of the place.
 */
#include "place_table.h"

#include "base/bytes.h"
#include "fold.h"

static bool is_table_row(const struct place_finder *f, uint32_t i)
{
	return i < f->count && f->blocks[i].kind == REDLINE_TABLE_ROW;
}

void table_cells(redline_bytes text, redline_range row, struct cells *out)
{
	redline_range const r = range_trim(text, row);
	uint32_t begin = r.begin;
	*out = (struct cells){.count = 0};
	for (uint32_t at = r.begin; at <= r.end; at++) {
		bool const escaped = at > r.begin && text.ptr[at - 1] == '\\';
		bool const bar = at < r.end && text.ptr[at] == '|' && !escaped;
		if (!bar && at < r.end)
			continue;
		/* what stands before the first bar and after the last is a cell if it is words */
		redline_range const cell = range_trim(text, (redline_range){begin, at});
		bool const outer = begin == r.begin || at == r.end;
		if (!(outer && !range_len(cell)) && out->count < CELLS_MAX) {
			out->at[out->count] = cell;
			out->segment[out->count++] =
				(redline_range){begin > r.begin ? begin - 1 : begin, at};
		}
		begin = at + 1;
	}
}

uint32_t table_header(const struct place_finder *f, uint32_t row)
{
	while (row > 0 && is_table_row(f, row - 1))
		row--;
	return row;
}

static uint32_t table_end(const struct place_finder *f, uint32_t row)
{
	while (is_table_row(f, row))
		row++;
	return row;
}

static struct area rows_area(const struct place_finder *f, uint32_t first, uint32_t end,
                             redline_unit unit)
{
	return (struct area){.kind = AREA_BLOCKS,
	                     .range = {f->blocks[first].bytes.begin, f->blocks[end - 1].bytes.end},
	                     .block = first,
	                     .end_block = end,
	                     .unit = unit};
}

/* Are the words what the text begins with, or all of it? */
static bool text_is(redline_bytes text, redline_range within, redline_bytes words, bool whole)
{
	struct fold have, want;
	uint32_t a = 0, b = 0;
	redline_range source;
	fold_begin(&have, text, within);
	fold_begin(&want, words, range_trim(words, (redline_range){0, (uint32_t)words.len}));
	while (fold_next(&want, &b, &source))
		if (!fold_next(&have, &a, &source) || a != b)
			return false;
	if (!fold_next(&have, &a, &source))
		return true;
	return !whole && !(is_word_char(a) && is_word_char(b));
}

/* "Table 2" in the words before or after it. */
static bool has_caption(const struct place_finder *f, uint32_t first, redline_bytes label)
{
	uint32_t i = first;
	while (i > 0 && f->blocks[i - 1].kind == REDLINE_BLANK)
		i--;
	if (!i)
		return false;
	redline_range const body = f->blocks[i - 1].body;
	redline_bytes const words = bytes_in(f->text, body);
	if (!bytes_start(words, BYTES("Table ")))
		return false;
	return text_is(f->text, (redline_range){body.begin + 6, body.end}, label, false);
}

/* The end of where a provision's table may begin: right behind it counts. */
static uint32_t tables_until(const struct place_finder *f, const struct area *area)
{
	uint32_t end = area->end_block;
	if (area->block == REDLINE_NONE || f->blocks[area->block].kind == REDLINE_HEADING)
		return end;
	while (end < f->count && f->blocks[end].kind == REDLINE_BLANK)
		end++;
	return is_table_row(f, end) ? end + 1 : area->end_block;
}

static const char *step_table(const struct place_finder *f, struct area *area,
                              const redline_step *step, const char **code)
{
	uint32_t const until = tables_until(f, area);
	uint32_t found = REDLINE_NONE;
	int32_t n = 0, fit = 0;
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block; i < until; i++) {
		if (!is_table_row(f, i))
			continue;
		n++;
		bool const fits = step->label.len ? has_caption(f, i, step->label)
		                                  : !step->ordinal || step->ordinal == n ||
		                                            step->ordinal == -1;
		if (fits) {
			fit = step->ordinal == -1 ? 1 : fit + 1;
			found = i;
		}
		i = table_end(f, i) - 1;
	}
	*code = fit > 1 ? "place-ambiguous" : "place-absent";
	if (fit > 1)
		return "there is more than one table there; say in which paragraph, or which one";
	if (!fit)
		return step->label.len ? "no table there has that number in its caption"
		                       : "there is no such table there";
	*area = rows_area(f, found, table_end(f, found), REDLINE_TABLE);
	return NULL;
}

/* The row whose first cell begins with the words, or has just them. */
static const char *row_by_words(const struct place_finder *f, struct area *area,
                                redline_bytes words, const char **code)
{
	uint32_t found = REDLINE_NONE, whole = REDLINE_NONE, n = 0, wholes = 0;
	for (uint32_t i = area->block; i < area->end_block; i++) {
		struct cells cells;
		table_cells(f->text, f->blocks[i].body, &cells);
		if (!cells.count || !text_is(f->text, cells.at[0], words, false))
			continue;
		n++;
		found = i;
		if (text_is(f->text, cells.at[0], words, true)) {
			wholes++;
			whole = i;
		}
	}
	if (wholes == 1 && n > 1) {
		found = whole;
		n = 1;
	}
	*code = n ? "place-ambiguous" : "place-absent";
	if (n != 1)
		return n ? "more than one row begins with these words"
		         : "no row there begins with these words";
	*area = rows_area(f, found, found + 1, REDLINE_ROW);
	return NULL;
}

static const char *row_by_number(const struct place_finder *f, struct area *area, int32_t n,
                                 const char **code)
{
	uint32_t const first = area->block + 2; /* after header and rule */
	uint32_t const rows = area->end_block > first ? area->end_block - first : 0;
	*code = "place-absent";
	if (n < 0 && (uint32_t)-n <= rows) {
		uint32_t const row = area->end_block - (uint32_t)-n;
		*area = rows_area(f, row, row + 1, REDLINE_ROW);
		return NULL;
	}
	if (n < 1 || (uint32_t)n > rows + 1)
		return "the table has no such row";
	/* with the header counted, or without it */
	uint32_t const low = n == 1 ? area->block : first + (uint32_t)n - 2;
	uint32_t const high = (uint32_t)n > rows ? low : first + (uint32_t)n - 1;
	*area = rows_area(f, low, high + 1, REDLINE_ROW);
	area->unsure = low != high;
	return NULL;
}

static int32_t number_of(const redline_step *step)
{
	int32_t n = step->ordinal;
	for (size_t i = 0; !step->ordinal && i < step->label.len && n < 10000; i++)
		n = is_digit(step->label.ptr[i]) ? n * 10 + (step->label.ptr[i] - '0') : 10000;
	return n;
}

static const char *step_column(const struct place_finder *f, struct area *area,
                               const redline_step *step, const char **code)
{
	struct cells cells;
	table_cells(f->text, f->blocks[table_header(f, area->block)].body, &cells);
	int32_t n = number_of(step);
	if (n < 0)
		n += (int32_t)cells.count + 1;
	for (uint32_t i = 0; step->words.len && i < cells.count; i++)
		if (text_is(f->text, cells.at[i], step->words, true))
			n = n ? -1 : (int32_t)i + 1;
	*code = "place-absent";
	if (n < 1 || n > (int32_t)cells.count)
		return "the table has no such column";
	area->column = (uint32_t)n;
	area->unit = REDLINE_COLUMN;
	return NULL;
}

static const char *step_cell(const struct place_finder *f, struct area *area,
                             const redline_step *step, const char **code)
{
	redline_range found = {0, 0};
	uint32_t n = 0, row = 0;
	int32_t const want = number_of(step);
	for (uint32_t i = area->block; i < area->end_block; i++) {
		struct cells cells;
		table_cells(f->text, f->blocks[i].body, &cells);
		for (uint32_t k = 0; k < cells.count; k++) {
			int32_t const from_end = (int32_t)k - (int32_t)cells.count;
			bool const fits =
				step->words.len ? text_is(f->text, cells.at[k], step->words, true)
			        : want          ? want == (int32_t)k + 1 || want == from_end
			                        : true;
			if (!fits || (area->column && area->column != k + 1))
				continue;
			n++;
			found = cells.at[k];
			row = i;
		}
	}
	*code = n ? "place-ambiguous" : "place-absent";
	if (n != 1 || area->unsure)
		return n ? "more than one cell fits; say in which row (\"beginning with ...\") and "
		           "column"
		         : "there is no such cell there";
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = found,
	                      .block = row,
	                      .end_block = row + 1,
	                      .unit = REDLINE_CELL};
	return NULL;
}

static bool in_table(const struct area *area)
{
	return area->unit == REDLINE_TABLE || area->unit == REDLINE_ROW ||
	       area->unit == REDLINE_COLUMN;
}

const char *table_step(const struct place_finder *f, struct area *area, const redline_step *step,
                       const char **code)
{
	static const redline_step any = {.unit = REDLINE_TABLE};
	const char *why = NULL;
	*code = "place-absent";
	if (area->kind == AREA_TEXT)
		return "a part of a sentence or cell holds no such place";
	if (step->unit == REDLINE_TABLE || !in_table(area))
		why = step_table(f, area, step->unit == REDLINE_TABLE ? step : &any, code);
	if (why || step->unit == REDLINE_TABLE)
		return why;
	if (step->unit == REDLINE_COLUMN)
		return step_column(f, area, step, code);
	if (step->unit == REDLINE_CELL)
		return step_cell(f, area, step, code);
	if (area->unit == REDLINE_ROW)
		return "a row holds no row";
	return step->words.len ? row_by_words(f, area, step->words, code)
	                       : row_by_number(f, area, number_of(step), code);
}
