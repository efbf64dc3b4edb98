/*
 * beside_place.c -- the place that a row of a table is about (beside_cells.h).
 *
 * A cell names a place by itself, or by a number of its column's unit, inside of the place that
 * the cell before it names.  An empty one means what the one above it says.
 */
#include "beside_cells.h"
#include "listed.h"

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
	*clear &= !beside_has(words_of(r, cell), BYTES("《")); /* another text's title */
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
	*clear &= !r->reading->elsewhere; /* "Paragraph 5 of the Charter" */
	if (r->reading->kind != REDLINE_SCOPE || !r->reading->has_places)
		place_set_clear(set);
	return true;
}

/* "5 bis (new)", "New 5 bis": the place without that; *fresh if it was there. */
static redline_range without_new(struct reading_run *r, redline_range cell, bool *fresh)
{
	redline_bytes const words = words_of(r, cell);
	lang_list const newly = lexer_lang(r->lexer)->newly;
	size_t const first = listed_start(newly, words);
	size_t open = words.len;
	if (first && first < words.len && words.ptr[first] == ' ') {
		*fresh = true;
		cell.begin += (uint32_t)first;
		return range_trim(r->s->text, cell);
	}
	while (open && words.ptr[words.len - 1] == ')' && words.ptr[open - 1] != '(')
		open--;
	if (open < 2 || !listed_start(newly, (redline_bytes){words.ptr + open, words.len - open}))
		return cell;
	*fresh = true;
	return range_trim(r->s->text, (redline_range){cell.begin, cell.begin + (uint32_t)open - 1});
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

static unsigned last_place(const struct reading_run *r, const struct head *head,
                           const struct row *row)
{
	unsigned last = head->count;
	for (unsigned i = 0; i < head->count; i++)
		if (head->field[i] == FIELD_PLACE && !beside_is_void(r, row->cells.at[i]))
			last = i;
	return last;
}

bool beside_read_places(struct reading_run *r, const struct head *head, struct row *row)
{
	unsigned const last = last_place(r, head, row);
	struct scope scope = {.count = 0};
	row->clear = last < head->count || row->clear;
	for (unsigned i = 0; i <= last && last < head->count; i++) {
		if (head->field[i] == FIELD_PLACE && beside_is_void(r, row->cells.at[i]))
			scope = row->scope[i];
		else if (head->field[i] == FIELD_PLACE &&
		         !read_place(r, without_new(r, row->cells.at[i], &row->pair.fresh),
		                     head->unit[i], &scope, &row->clear))
			return false;
		row->scope[i] = scope;
	}
	for (unsigned i = last; i < head->count; i++)
		row->scope[i] = scope;
	if (last < head->count)
		row->place = scope;
	return true;
}

bool beside_may_be_place(const struct reading_run *r, const struct head *head,
                         const struct row *row)
{
	for (unsigned i = 0; !beside_columns(head, FIELD_PLACE) && i < head->count; i++) {
		redline_bytes const words = words_of(r, row->cells.at[i]);
		if (head->field[i] == FIELD_STRANGE && words.len && words.len <= 16 &&
		    (is_digit(words.ptr[0]) || words.ptr[0] == '('))
			return true;
	}
	return false;
}

bool beside_names_no_place(struct reading_run *r, const struct head *head, const struct row *row)
{
	bool named = false;
	for (unsigned i = 0; i < head->count; i++) {
		redline_range const cell = row->cells.at[i];
		struct lexed l;
		unsigned tongue = r->tongue, rival;
		if (head->field[i] != FIELD_PLACE)
			continue;
		if (!range_len(cell) || !speech_lex(r->speech, &r->s->arena, r->s->text, cell,
		                                    &r->quotes, &tongue, &rival, &l))
			return false;
		for (uint32_t k = 0; k < l.count; k++) {
			named |= l.at[k].cls == LEX_WORD;
			if (l.at[k].cls != LEX_WORD && l.at[k].cls != LEX_AND &&
			    l.at[k].cls != LEX_OF && l.at[k].cls != LEX_FILLER)
				return false;
		}
	}
	return named;
}
