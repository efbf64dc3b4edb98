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
	bool says_text;               /* one head says that it is of texts, not only "new" */
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

/* "|---|:-:|": what parts the head from the rows. */
static bool is_rule(redline_bytes words)
{
	for (size_t i = 0; i < words.len; i++)
		if (!beside_among("|-: \t\r", words.ptr[i]))
			return false;
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

/* Do these words, which need not be the statement's, begin with a unit, and say little more?
 * *held: do they name units at all? */
static bool is_unit(struct reading_run *r, redline_bytes words, redline_unit *unit, bool *held)
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
	*held |= units > 0;
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
static bool names_unit(struct reading_run *r, redline_range cell, redline_unit *unit, bool *held)
{
	const char *slash = memchr(r->s->text.ptr + cell.begin, '/', range_len(cell));
	if (slash)
		cell.end = (uint32_t)(slash - r->s->text.ptr);
	return is_unit(r, words_of(r, cell), unit, held) ||
	       /* "Clause" is one of many */
	       is_unit(r, numbered(r, words_of(r, cell)), unit, held);
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

/* What a column is of, by its head. */
static enum field field_under(struct reading_run *r, redline_range cell, redline_unit *unit)
{
	redline_bytes const words = words_of(r, cell);
	enum field const field = beside_field(words);
	bool held = !words.len;
	*unit = REDLINE_DOCUMENT;
	if (field != FIELD_NONE)
		return field;
	if (listed(lang_number_heads, words))
		return FIELD_NUMBER;
	if (listed(lang_party_heads, words))
		return FIELD_PARTY;
	if (listed(lang_support_heads, words))
		return FIELD_SUPPORT;
	if (listed(lang_against_heads, words))
		return FIELD_AGAINST;
	if (listed(lang_assent_heads, words)) /* "Decision" */
		return FIELD_FATE;
	if (listed(lang_place_heads, words) || (words.len && names_unit(r, cell, unit, &held)))
		return FIELD_PLACE;
	if (listed_within(lang_text_words, words))
		return FIELD_RIVAL;
	if (listed_within(lang_assent_heads, words))
		return FIELD_FATE;
	*unit = REDLINE_DOCUMENT; /* "Page, para": a place, and not known of which unit */
	return held && words.len <= LABEL_BYTES ? FIELD_PLACE : FIELD_STRANGE;
}

/* "For" and "Read", "From" and "To": heads of texts only beside each other. */
static void pair_heads(struct reading_run *r, const struct cells *cells, struct head *head)
{
	for (unsigned i = 0; i + 1 < cells->count && i + 1 < CELLS_MAX; i++) {
		redline_bytes const left =
			words_of(r, beside_label(r->s->text, cells->at[i]));
		redline_bytes const right =
			words_of(r, beside_label(r->s->text, cells->at[i + 1]));
		if (!left.len || !right.len || !beside_is_pair(left, right))
			continue;
		head->field[i] = FIELD_PRESENT;
		head->field[i + 1] = FIELD_PROPOSED;
	}
}

static void read_head(struct reading_run *r, const struct cells *cells, struct head *head)
{
	head->count = cells->count;
	head->says_text = false;
	for (unsigned i = 0; i < cells->count && i < CELLS_MAX; i++) {
		redline_range const cell = beside_label(r->s->text, cells->at[i]);
		head->field[i] = field_under(r, cell, &head->unit[i]);
		head->says_text |=
			(head->field[i] == FIELD_PRESENT || head->field[i] == FIELD_PROPOSED) &&
			bytes_words(words_of(r, cell)) > 1;
	}
	pair_heads(r, cells, head);
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
		return range_trim(r->s->text, (redline_range){cell.begin + (uint32_t)first, cell.end});
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

/* Whose row it is; whoever no list knows is that one, and nobody else. */
static bool read_party(struct reading_run *r, redline_range cell)
{
	redline_bytes parties[SPEAKERS_MAX];
	redline_bytes const words = words_of(r, cell);
	uint32_t after;
	unsigned count =
		envelope_parties_of(r->lexer, r->s->text, cell, parties, SPEAKERS_MAX, &after);
	if (!count || after < cell.end) {
		parties[0] = words;
		count = 1;
	}
	set_speakers(&r->block, parties, count);
	return !listed_within(lexer_lang(r->lexer)->retractions, words);
}

/* The row at hand, and what an empty cell of the next one means. */
struct row {
	struct cells cells;
	struct scope scope[CELLS_MAX]; /* the place up to column i */
	struct scope place;
	struct pair pair;
	struct speakers party;
	bool clear;   /* the place is */
	bool refused; /* the party's cell takes it back */
};

static unsigned last_place(const struct reading_run *r, const struct head *head,
                           const struct row *row)
{
	unsigned last = head->count;
	for (unsigned i = 0; i < head->count; i++)
		if (head->field[i] == FIELD_PLACE && !beside_is_void(r, row->cells.at[i]))
			last = i;
	return last;
}

/* The place of a row: an empty cell means what the one above it says. */
static bool read_places(struct reading_run *r, const struct head *head, struct row *row)
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

/* A number in a column that no list knows, where no other one is of places? */
static bool may_be_place(const struct reading_run *r, const struct head *head,
                         const struct row *row)
{
	for (unsigned i = 0; !columns_of(head, FIELD_PLACE) && i < head->count; i++) {
		redline_bytes const words = words_of(r, row->cells.at[i]);
		if (head->field[i] == FIELD_STRANGE && words.len && words.len <= 16 &&
		    (is_digit(words.ptr[0]) || words.ptr[0] == '('))
			return true;
	}
	return false;
}

static bool is_read(enum field field)
{
	return field == FIELD_REMARK || field == FIELD_STRANGE || field == FIELD_RIVAL ||
	       field == FIELD_FATE;
}

/* Does no cell say more than the place and what is proposed?  A comment may be on a part. */
static bool says_no_more(const struct reading_run *r, const struct head *head,
                         const struct row *row)
{
	for (unsigned i = 0; i < head->count; i++)
		if (is_read(head->field[i]) && !beside_is_void(r, row->cells.at[i]))
			return false;
	return true;
}

/* The place, the party and the pair of a row. */
static bool read_cells(struct reading_run *r, const struct head *head, struct row *row)
{
	row->pair = (struct pair){.bounded = true,
	                          .alone = !columns_of(head, FIELD_PRESENT)};
	row->refused = false;
	if (!read_places(r, head, row))
		return false;
	row->clear &= !may_be_place(r, head, row);
	r->block = row->party;
	for (unsigned i = 0; i < head->count; i++) {
		redline_range const cell = row->cells.at[i];
		if (head->field[i] == FIELD_PRESENT)
			row->pair.present = cell;
		else if (head->field[i] == FIELD_PROPOSED)
			row->pair.proposed = cell;
		else if (head->field[i] == FIELD_PARTY && !beside_is_void(r, cell))
			row->refused |= !read_party(r, cell);
	}
	row->party = r->block;
	row->pair.alone &= says_no_more(r, head, row);
	if (row->pair.fresh) /* "5 (new)" with a present text: of the new numbering? */
		row->clear &= beside_is_void(r, row->pair.present);
	return true;
}

/* "Travel" in a column of places: a line of a budget, and nothing of the draft? */
static bool names_no_place(struct reading_run *r, const struct head *head, const struct row *row)
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

/* Does a column say that the row was not accepted?  Before the new text stands why it is
 * proposed, behind it what others make of it. */
static bool is_turned_down(struct reading_run *r, const struct head *head, const struct row *row)
{
	bool behind = false;
	for (unsigned i = 0; i < head->count; i++) {
		enum field const field = head->field[i];
		bool const fate = field == FIELD_FATE;
		if ((fate || (is_read(field) && behind)) &&
		    beside_is_refused(r, row->cells.at[i], fate))
			return true;
		behind |= field == FIELD_PROPOSED;
	}
	return false;
}

/* Who is for the row's amendments, and who against them. */
static bool take_sides(struct reading_run *r, const struct head *head, const struct row *row,
                       uint32_t first)
{
	for (unsigned i = 0; i < head->count; i++) {
		enum field const field = head->field[i];
		if (field != FIELD_SUPPORT && field != FIELD_AGAINST)
			continue;
		if (!beside_take_sides(r, row->cells.at[i],
		                       field == FIELD_SUPPORT ? REDLINE_SUPPORTS : REDLINE_OPPOSES,
		                       first))
			return false;
	}
	return true;
}

static bool read_row(struct reading_run *r, const struct head *head, struct row *row,
                     redline_range body)
{
	if (row->cells.count != head->count)
		return beside_refuse(r, body, "not-understood",
		                     "this row has not as many cells as the head of its table",
		                     body);
	if (!read_cells(r, head, row))
		return false;
	bool asks = !beside_is_void(r, row->pair.proposed);
	for (unsigned i = 0; !asks && i < head->count; i++)
		if (is_read(head->field[i]) && !beside_asks(r, row->cells.at[i], &asks))
			return false;
	if (names_no_place(r, head, row) && beside_passes_figures(r, &row->pair, body))
		return true;
	if (!row->clear && asks)
		return beside_refuse(r, body, "place-unknown",
		                     "it is not clear which place of the draft this row is about",
		                     body);
	if (asks && (row->refused || is_turned_down(r, head, row)))
		return beside_refuse(r, body, "taken-back",
		                     "this row seems to be taken back; leave out what is not "
		                     "proposed",
		                     body);
	uint32_t const first = (uint32_t)r->s->amendments.len;
	if (!beside_take(r, &row->pair, &row->place))
		return false;
	for (unsigned i = 0; i < head->count; i++)
		if (is_read(head->field[i]) && !beside_read(r, row->cells.at[i], &row->place, true))
			return false;
	return take_sides(r, head, row, first);
}

/* What stands under a head without "Proposed text" may be meant as one. */
static void warn_of_head(struct reading_run *r, redline_range body)
{
	struct puzzle const p = {
		"not-understood",
		"this is read as a table of remarks, since its heads are not \"Paragraph\", "
		"\"Current text\" and \"Proposed text\" or the like",
		false, true, body};
	report_puzzle(r, &p, body);
}

#define HEADS_ARE_ORDERS \
	"the heads of this table ask for changes, but it is not clear of what; let them be " \
	"\"Paragraph\", \"Current text\" and \"Proposed text\""

/* "Delete | Insert": do two heads ask for changes by a verb alone? */
static bool heads_are_orders(struct reading_run *r, const struct cells *cells)
{
	unsigned verbs = 0;
	for (unsigned i = 0; i < cells->count && i < CELLS_MAX; i++) {
		struct lexed lexed;
		unsigned tongue = r->tongue, rival;
		redline_range const cell = beside_label(r->s->text, cells->at[i]);
		if (range_len(cell) > LABEL_BYTES)
			continue;
		if (!speech_lex(r->speech, &r->s->arena, r->s->text, cell, &r->quotes, &tongue,
		                &rival, &lexed))
			return false;
		verbs += lexed.count == 1 && lexed.at[0].cls == LEX_ACTION;
	}
	return verbs > 1;
}

/* Is this the head of a table that is about texts? */
static bool tells_of_texts(const struct head *head)
{
	bool const place = columns_of(head, FIELD_PLACE) > 0;
	bool const pair = columns_of(head, FIELD_PROPOSED) &&
	                  columns_of(head, FIELD_PRESENT) + columns_of(head, FIELD_PARTY);
	return place || (pair && head->says_text);
}

/* May such a head mean that its rows ask for something, though that is not sure? */
static bool may_tell(const struct head *head)
{
	unsigned const proposed = columns_of(head, FIELD_PROPOSED);
	unsigned const others = columns_of(head, FIELD_STRANGE) + columns_of(head, FIELD_RIVAL) +
	                        columns_of(head, FIELD_FATE);
	return proposed ? !tells_of_texts(head)
	                : columns_of(head, FIELD_PRESENT) || others > 1 ||
	                          columns_of(head, FIELD_RIVAL);
}

/* Passes the head; true if the rows under it are to be read. */
static bool heed_head(struct reading_run *r, const struct head *head, redline_range body)
{
	unsigned const proposed = columns_of(head, FIELD_PROPOSED);
	unsigned const rivals = columns_of(head, FIELD_RIVAL);
	if (proposed > 1 || (proposed && (rivals || columns_of(head, FIELD_PRESENT) > 1))) {
		(void)beside_refuse(
			r, body, "not-understood",
			"it is not clear which of these columns has the new text; leave "
			"one of present and one of proposed texts",
			body);
		return false;
	}
	add_sentence(r, body, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
	if (may_tell(head))
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
	       beside_read(r, (redline_range){end, r->blocks[*last].body.end}, &none, false);
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
	bool const proposes = columns_of(head, FIELD_PROPOSED) > 0;
	if (!proposes && heads_are_orders(r, &row->cells))
		return beside_refuse(r, body, "not-understood", HEADS_ARE_ORDERS, body);
	if (!tells_of_texts(head) || (rows.tabs && !proposes)) {
		if (proposes && columns_of(head, FIELD_PRESENT))
			warn_of_head(r, body);
		return true;
	}
	*taken = true;
	bool const heeded = !beside_denied(r, body) && heed_head(r, head, body);
	row->place = r->base;
	row->party.count = 0;
	row->clear = true;
	memset(row->scope, 0, sizeof row->scope);
	redline_bytes const heads = words_of(r, body);
	while (next_row(r, &rows, &body, &row->cells)) {
		redline_bytes const words = words_of(r, body);
		bool const again = is_rule(words) || bytes_equal(words, heads);
		if (heeded && !again && !read_row(r, head, row, body))
			return false;
	}
	no_speakers(&r->block);
	return read_rest(r, &rows, last) && !r->s->arena.failed;
}
