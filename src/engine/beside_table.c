/*
 * beside_table.c -- a table of present and proposed texts (beside.h).
 *
 * The head says what stands in each column.  A row is an amendment at the place that it
 * names, or that the row above it does if its own cell is empty; what stands in any other
 * column is read as text, at that place.
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

/* "Paragraph", "Para no.": does the head of a column name a unit of the text? */
static bool names_unit(struct reading_run *r, redline_range cell, redline_unit *unit)
{
	struct lexed lexed;
	unsigned tongue = r->tongue, rival;
	if (!speech_lex(r->speech, &r->s->arena, r->s->text, cell, &r->quotes, &tongue, &rival,
	                &lexed))
		return false;
	uint32_t units = 0;
	for (uint32_t i = 0; i < lexed.count; i++)
		if (lexed.at[i].cls == LEX_UNIT && !units++)
			*unit = UNIT_OF(lexed.at[i].value);
	return units == 1 && lexed.count <= 3 && lexed.at[0].cls == LEX_UNIT;
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
		if (field == FIELD_NONE && (listed(lang_place_heads, words) ||
		                            names_unit(r, cell, &head->unit[i])))
			field = FIELD_PLACE;
		head->strange += field == FIELD_NONE;
		head->field[i] = field == FIELD_NONE ? FIELD_REMARK : field;
	}
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
	struct numeral const n =
		unit == REDLINE_DOCUMENT
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
	unsigned count = envelope_parties_of(r->lexer, r->s->text, cell, parties, SPEAKERS_MAX,
	                                     &after);
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
		              "this row has not as many cells as the head of its table", body);
	if (!read_cells(r, head, row, scope))
		return false;
	*scope = row->clear ? row->scope : (struct scope){0};
	if (!row->clear && !beside_is_void(r, row->pair.proposed))
		return beside_refuse(r, body, "place-unknown",
		              "it is not clear which place of the draft this row is about", body);
	if (!beside_take(r, &row->pair, scope))
		return false;
	for (unsigned i = 0; i < head->count; i++)
		if (head->field[i] == FIELD_REMARK && !beside_read(r, row->cells.at[i], scope))
			return false;
	return true;
}

static bool read_rows(struct reading_run *r, const struct head *head, struct row *row,
                      uint32_t from, uint32_t last)
{
	struct scope scope = r->base;
	for (uint32_t k = from; k <= last; k++) {
		table_cells(r->s->text, r->blocks[k].body, &row->cells);
		if (!read_row(r, head, row, r->blocks[k].body, &scope))
			return false;
	}
	r->block.count = 0;
	return !r->s->arena.failed;
}

/* What stands under a head without "Proposed text" may be meant as one. */
static void warn_of_head(struct reading_run *r, redline_range body)
{
	struct puzzle const p = {"not-understood",
	                         "no column has the head \"Proposed text\", so what stands in these "
	                         "rows changes nothing, unless it asks for it in a sentence",
	                         false, true, body};
	report_puzzle(r, &p, body);
}

bool beside_table(struct reading_run *r, uint32_t i, uint32_t *last, bool *taken)
{
	*taken = false;
	bool const first = r->blocks[i].kind == REDLINE_TABLE_ROW &&
	                   (i == 0 || r->blocks[i - 1].kind != REDLINE_TABLE_ROW);
	if (!first || i + 2 >= r->block_count || r->blocks[i + 2].kind != REDLINE_TABLE_ROW)
		return true;
	struct row *row = arena_alloc(&r->s->arena, sizeof *row);
	struct head *head = arena_alloc(&r->s->arena, sizeof *head);
	if (!row || !head)
		return false;
	table_cells(r->s->text, r->blocks[i].body, &row->cells);
	if (row->cells.count >= CELLS_MAX) /* there may be more than are kept */
		return true;
	read_head(r, &row->cells, head);
	unsigned const proposed = columns_of(head, FIELD_PROPOSED);
	unsigned const present = columns_of(head, FIELD_PRESENT);
	if (!columns_of(head, FIELD_PLACE) &&
	    (!proposed || !(present + columns_of(head, FIELD_PARTY))))
		return true;
	*taken = true;
	*last = i + 2;
	while (*last + 1 < r->block_count && r->blocks[*last + 1].kind == REDLINE_TABLE_ROW)
		++*last;
	if (proposed > 1 || (proposed && present > 1))
		return beside_refuse(r, r->blocks[i].body, "not-understood",
		              "it is not clear which of these columns has the new text; leave one "
		              "of present and one of proposed texts",
		              r->blocks[i].body);
	add_sentence(r, r->blocks[i].body, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
	if (!proposed && (present || head->strange > 1))
		warn_of_head(r, r->blocks[i].body);
	return read_rows(r, head, row, i + 2, *last);
}

