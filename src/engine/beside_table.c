/*
 * beside_table.c -- a table of present and proposed texts (beside.h).
 *
 * The head says what stands in each column (beside_head.c).  A row is an amendment at the
 * place that it names (beside_place.c), or that the row above it does if its own cell is empty;
 * what stands in any other column is read as text, at that place.
 */
#include "beside_cells.h"
#include "envelope.h"
#include "listed.h"

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
	                          .alone = !beside_columns(head, FIELD_PRESENT)};
	row->refused = false;
	if (!beside_read_places(r, head, row))
		return false;
	row->clear &= !beside_may_be_place(r, head, row);
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
	if (beside_names_no_place(r, head, row) && beside_passes_figures(r, &row->pair, body))
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

/* Passes the head; true if the rows under it are to be read. */
static bool heed_head(struct reading_run *r, const struct head *head, redline_range body)
{
	unsigned const proposed = beside_columns(head, FIELD_PROPOSED);
	unsigned const rivals = beside_columns(head, FIELD_RIVAL);
	if (proposed > 1 || (proposed && (rivals || beside_columns(head, FIELD_PRESENT) > 1))) {
		(void)beside_refuse(
			r, body, "not-understood",
			"it is not clear which of these columns has the new text; leave "
			"one of present and one of proposed texts",
			body);
		return false;
	}
	add_sentence(r, body, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
	if (beside_may_tell(head))
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
	if (!beside_begins_table(r, i, &rows))
		return true;
	struct row *row = arena_alloc(&r->s->arena, sizeof *row);
	struct head *head = arena_alloc(&r->s->arena, sizeof *head);
	if (!row || !head)
		return false;
	if (!beside_next_row(r, &rows, &body, &row->cells) ||
	    row->cells.count >= CELLS_MAX) /* there may be more than are kept */
		return true;
	beside_read_head(r, &row->cells, head);
	bool const proposes = beside_columns(head, FIELD_PROPOSED) > 0;
	if (!proposes && beside_heads_are_orders(r, &row->cells))
		return beside_refuse(r, body, "not-understood", HEADS_ARE_ORDERS, body);
	if (!beside_tells_of_texts(head) || (rows.tabs && !proposes)) {
		if (proposes && beside_columns(head, FIELD_PRESENT))
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
	while (beside_next_row(r, &rows, &body, &row->cells)) {
		redline_bytes const words = words_of(r, body);
		bool const again = beside_is_rule(words) || bytes_equal(words, heads);
		if (heeded && !again && !read_row(r, head, row, body))
			return false;
	}
	no_speakers(&r->block);
	return read_rest(r, &rows, last) && !r->s->arena.failed;
}
