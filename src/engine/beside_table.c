/*
 * beside_table.c -- a table of present and proposed texts (beside.h).
 *
 * The head says what stands in each column.  A row is an amendment at the place that it
 * names, or that the row above it does if its own cell is empty; what stands in any other
 * column is read as text, at that place.  Cells are parted by bars, as Markdown has it, or by
 * tabs, as a table comes out of an office program.
 */
#include "beside.h"
#include "envelope.h"
#include "listed.h"
#include "place_table.h"

struct head {
	unsigned count;
	enum field field[CELLS_MAX];
	redline_unit unit[CELLS_MAX]; /* of a column of places; REDLINE_DOCUMENT: any */
	unsigned strange;             /* columns that no list knows */
};

/* ---- rows and cells ---- */

/* The rows of a table, one after the other. */
struct rows {
	bool tabs;
	uint32_t at; /* of the next row: a block, or with tabs a byte */
};

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

/* The next row and its cells; false if the table is at its end. */
static bool next_row(const struct reading_run *r, struct rows *rows, redline_range *body,
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

/* Does a table begin with block i?  The row of its head, then. */
static bool begins_table(const struct reading_run *r, uint32_t i, struct rows *rows)
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

/* ---- the head ---- */

/* Do these words, which need not be the statement's, begin with a unit, and say little more? */
static bool is_unit(struct reading_run *r, redline_bytes words, redline_unit *unit)
{
	static const struct quotes none = {.count = 0};
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!words.len ||
	    !speech_lex(r->speech, &r->s->arena, words, (redline_range){0, (uint32_t)words.len},
	                &none, &tongue, &rival, &lexed))
		return false;
	uint32_t units = 0;
	for (uint32_t i = 0; i < lexed.count; i++)
		if (lexed.at[i].cls == LEX_UNIT && !units++)
			*unit = UNIT_OF(lexed.at[i].value);
	return units == 1 && lexed.count <= 3 && lexed.at[0].cls == LEX_UNIT;
}

/* The words with a number behind them. */
static redline_bytes numbered(struct reading_run *r, redline_bytes words)
{
	char *out = arena_alloc(&r->s->arena, words.len + 2);
	if (!out)
		return (redline_bytes){0};
	memcpy(out, words.ptr, words.len);
	memcpy(out + words.len, " 5", 2);
	return (redline_bytes){out, words.len + 2};
}

/* "Paragraph", "Para no.", "Clause/ Subclause": does the head of a column name a unit? */
static bool names_unit(struct reading_run *r, redline_range cell, redline_unit *unit)
{
	const char *slash = memchr(r->s->text.ptr + cell.begin, '/', range_len(cell));
	if (slash)
		cell.end = (uint32_t)(slash - r->s->text.ptr);
	return is_unit(r, words_of(r, cell), unit) ||
	       is_unit(r, numbered(r, words_of(r, cell)), unit); /* "Clause" is one of many */
}

/* A line is where a text was printed; what is counted in the text itself says more. */
static void drop_lines(struct head *head)
{
	unsigned others = 0;
	for (unsigned i = 0; i < head->count; i++)
		others += head->field[i] == FIELD_PLACE && head->unit[i] != REDLINE_LINE;
	for (unsigned i = 0; others && i < head->count; i++)
		if (head->field[i] == FIELD_PLACE && head->unit[i] == REDLINE_LINE)
			head->field[i] = FIELD_REMARK;
}

static void read_head(struct reading_run *r, const struct cells *cells, struct head *head)
{
	head->count = cells->count;
	head->strange = 0;
	for (unsigned i = 0; i < cells->count && i < CELLS_MAX; i++) {
		redline_range const cell = beside_label(r->s->text, cells->at[i]);
		redline_bytes const words = words_of(r, cell);
		enum field field = beside_field(words);
		head->unit[i] = REDLINE_DOCUMENT;
		if (field == FIELD_NONE && listed(lang_party_heads, words))
			field = FIELD_PARTY;
		if (field == FIELD_NONE &&
		    (listed(lang_place_heads, words) || names_unit(r, cell, &head->unit[i])))
			field = FIELD_PLACE;
		head->strange += field == FIELD_NONE;
		head->field[i] = field == FIELD_NONE ? FIELD_REMARK : field;
	}
	drop_lines(head);
}

static unsigned columns_of(const struct head *head, enum field field)
{
	unsigned n = 0;
	for (unsigned i = 0; i < head->count && i < CELLS_MAX; i++)
		n += head->field[i] == field;
	return n;
}

/* Is there nothing more than a full stop? */
static bool at_end(const struct cursor *c)
{
	const struct lexeme *x = cursor_peek(c, 0);
	return c->at >= c->lexed->count ||
	       (c->at + 1 == c->lexed->count && x->cls == LEX_PUNCT && x->value == '.');
}

/*
 * A number, of the unit that its column is of: "5", "5 and 7", "38, par. 1".  *clear is false
 * if more stands there than that.
 */
static void read_number(struct reading_run *r, struct cursor *c, redline_unit unit,
                        struct place_set *out, bool *clear)
{
	noun_bare(c, unit, out);
	if (at_end(c))
		return;
	*clear = false;
	if (cursor_peek(c, 0)->cls == LEX_PUNCT && cursor_peek(c, 0)->value == ',')
		c->at++;
	struct place_set *inner = &r->peeked->places;
	redline_place const outer = out->at[0];
	place_set_clear(inner);
	if (out->count != 1 || !noun_places(c, inner) || !at_end(c))
		return;
	*clear = !inner->overflow && !inner->foreign && !inner->beside;
	out->count = inner->count;
	for (unsigned i = 0; i < inner->count; i++) {
		out->at[i] = noun_compose(&r->s->arena, &outer, &inner->at[i], true);
		*clear &= out->at[i].count > outer.count;
	}
}

/* The place that a cell names by itself. */
static bool read_named_place(struct reading_run *r, redline_range cell, redline_unit unit,
                             bool *clear)
{
	struct place_set *set = &r->reading->places;
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, cell, &r->quotes, &tongue, &rival,
	                &lexed))
		return false;
	uint32_t end = cell.begin;
	struct numeral const n = unit == REDLINE_DOCUMENT
	                                 ? (struct numeral){.count = 0}
	                                 : lex_numeral(&r->s->arena, r->s->text, cell, true, &end);
	place_set_clear(set);
	if (n.count && end == cell.end) {
		noun_of_numeral(&r->s->arena, &n, unit, cell, set);
		return true;
	}
	if (lexed.count && lexed.at[0].cls == LEX_NUMERAL && unit != REDLINE_DOCUMENT) {
		struct cursor c = {.arena = &r->s->arena,
		                   .text = r->s->text,
		                   .quotes = &r->quotes,
		                   .lexed = &lexed,
		                   .lexer = speech_lexer(r->speech, tongue)};
		read_number(r, &c, unit, set, clear);
		return true;
	}
	if (!read_sentence(r, cell, r->reading))
		return false;
	if (r->reading->kind != REDLINE_SCOPE || !r->reading->has_places)
		place_set_clear(set);
	return true;
}

/* The place that a cell names, inside of the one that the cell before it does. */
static bool read_place(struct reading_run *r, redline_range cell, redline_unit unit,
                       struct scope *scope, bool *clear)
{
	struct place_set *set = &r->reading->places;
	r->base = (struct scope){0};
	r->nested = false;
	if (!read_named_place(r, cell, unit, clear))
		return false;
	*clear &= set->count > 0 && !set->overflow && !set->foreign && !set->beside &&
	          scope->count <= 1;
	for (unsigned i = 0; scope->count && i < set->count; i++)
		set->at[i] = noun_compose(&r->s->arena, &scope->places[0], &set->at[i], true);
	*scope = keep_places(r, set);
	add_sentence(r, cell, REDLINE_SCOPE, (uint32_t)r->s->amendments.len, 0);
	return !r->s->arena.failed;
}

static void read_party(struct reading_run *r, redline_range cell)
{
	redline_bytes parties[SPEAKERS_MAX];
	uint32_t after;
	unsigned count =
		envelope_parties_of(r->lexer, r->s->text, cell, parties, SPEAKERS_MAX, &after);
	if (!count || after < cell.end) { /* whoever it is, it is nobody else */
		parties[0] = words_of(r, cell);
		count = 1;
	}
	set_speakers(&r->block, parties, count);
}

struct row {
	struct cells cells;
	struct scope scope;
	struct pair pair;
	bool clear; /* the place is */
	bool placed;
};

/* The place, the party and the pair of a row; `before` is the place of the row before. */
static bool read_cells(struct reading_run *r, const struct head *head, struct row *row,
                       const struct scope *before)
{
	row->scope = (struct scope){0};
	row->pair = (struct pair){.bounded = true};
	row->clear = true;
	row->placed = false;
	for (unsigned i = 0; i < head->count; i++) {
		redline_range const cell = row->cells.at[i];
		switch (head->field[i]) {
		case FIELD_PLACE:
			if (!beside_is_void(r, cell)) {
				row->placed = true;
				if (!read_place(r, cell, head->unit[i], &row->scope, &row->clear))
					return false;
			}
			break;
		case FIELD_PRESENT:
			row->pair.present = cell;
			break;
		case FIELD_PROPOSED:
			row->pair.proposed = cell;
			break;
		case FIELD_PARTY:
			if (!beside_is_void(r, cell))
				read_party(r, cell);
			break;
		default:
			break;
		}
	}
	if (!row->placed)
		row->scope = *before; /* a cell left empty means the one above it */
	return true;
}

static bool read_row(struct reading_run *r, const struct head *head, struct row *row,
                     redline_range body, struct scope *scope)
{
	r->block.count = 0;
	if (row->cells.count != head->count)
		return beside_refuse(r, body, "not-understood",
		                     "this row has not as many cells as the head of its table",
		                     body);
	if (!read_cells(r, head, row, scope))
		return false;
	*scope = row->clear ? row->scope : (struct scope){0};
	bool asks = !beside_is_void(r, row->pair.proposed);
	for (unsigned i = 0; !row->clear && !asks && i < head->count; i++)
		if (head->field[i] == FIELD_REMARK && !beside_asks(r, row->cells.at[i], &asks))
			return false;
	if (!row->clear && asks)
		return beside_refuse(r, body, "place-unknown",
		                     "it is not clear which place of the draft this row is about",
		                     body);
	if (!beside_take(r, &row->pair, scope))
		return false;
	for (unsigned i = 0; i < head->count; i++)
		if (head->field[i] == FIELD_REMARK && !beside_read(r, row->cells.at[i], scope))
			return false;
	return true;
}

/* What stands under a head without "Proposed text" may be meant as one. */
static void warn_of_head(struct reading_run *r, redline_range body)
{
	struct puzzle const p = {
		"not-understood",
		"no column has the head \"Proposed text\", so what stands in these "
		"rows changes nothing, unless it asks for it in a sentence",
		false, true, body};
	report_puzzle(r, &p, body);
}

/* Is this the head of a table that is about texts? */
static bool tells_of_texts(const struct head *head)
{
	return columns_of(head, FIELD_PLACE) ||
	       (columns_of(head, FIELD_PROPOSED) &&
	        columns_of(head, FIELD_PRESENT) + columns_of(head, FIELD_PARTY));
}

/* Passes the head; true if the rows under it are to be read. */
static bool heed_head(struct reading_run *r, const struct head *head, redline_range body)
{
	unsigned const proposed = columns_of(head, FIELD_PROPOSED);
	unsigned const present = columns_of(head, FIELD_PRESENT);
	if (proposed > 1 || (proposed && present > 1)) {
		(void)beside_refuse(
			r, body, "not-understood",
			"it is not clear which of these columns has the new text; leave "
			"one of present and one of proposed texts",
			body);
		return false;
	}
	add_sentence(r, body, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
	if (!proposed && (present || head->strange > 1))
		warn_of_head(r, body);
	return true;
}

/* What stands behind a table in tabs, in the same block. */
static bool read_rest(struct reading_run *r, const struct rows *rows, uint32_t *last)
{
	if (!rows->tabs) {
		*last = rows->at - 1;
		return true;
	}
	uint32_t const end = rows->at < r->s->text.len ? rows->at : (uint32_t)r->s->text.len;
	struct scope const none = {.count = 0};
	*last = block_of(r, end);
	return r->blocks[*last].body.end <= end ||
	       beside_read(r, (redline_range){end, r->blocks[*last].body.end}, &none);
}

bool beside_table(struct reading_run *r, uint32_t i, uint32_t *last, bool *taken)
{
	struct rows rows;
	redline_range body;
	*taken = false;
	if (!begins_table(r, i, &rows))
		return true;
	struct row *row = arena_alloc(&r->s->arena, sizeof *row);
	struct head *head = arena_alloc(&r->s->arena, sizeof *head);
	if (!row || !head)
		return false;
	if (!next_row(r, &rows, &body, &row->cells) ||
	    row->cells.count >= CELLS_MAX) /* there may be more than are kept */
		return true;
	read_head(r, &row->cells, head);
	if (!tells_of_texts(head) || (rows.tabs && !columns_of(head, FIELD_PROPOSED)))
		return true;
	*taken = true;
	bool const heeded = heed_head(r, head, body);
	struct scope scope = r->base;
	rows.at += !rows.tabs; /* the rule under the head */
	while (next_row(r, &rows, &body, &row->cells))
		if (heeded && !read_row(r, head, row, body, &scope))
			return false;
	r->block.count = 0;
	return read_rest(r, &rows, last) && !r->s->arena.failed;
}
