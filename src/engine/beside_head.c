/*
 * beside_head.c -- what the head of a table says of its columns (beside_cells.h).
 *
 * Most heads are listed.  A unit's word makes a column one of places, and some words are heads
 * of texts only beside each other.
 */
#include "beside_cells.h"
#include "listed.h"

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

void beside_read_head(struct reading_run *r, const struct cells *cells, struct head *head)
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

unsigned beside_columns(const struct head *head, enum field field)
{
	unsigned n = 0;
	for (unsigned i = 0; i < head->count && i < CELLS_MAX; i++)
		n += head->field[i] == field;
	return n;
}

bool beside_heads_are_orders(struct reading_run *r, const struct cells *cells)
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

bool beside_tells_of_texts(const struct head *head)
{
	bool const place = beside_columns(head, FIELD_PLACE) > 0;
	bool const pair = beside_columns(head, FIELD_PROPOSED) &&
	                  beside_columns(head, FIELD_PRESENT) + beside_columns(head, FIELD_PARTY);
	return place || (pair && head->says_text);
}

bool beside_may_tell(const struct head *head)
{
	unsigned const proposed = beside_columns(head, FIELD_PROPOSED);
	unsigned const rivals = beside_columns(head, FIELD_RIVAL);
	unsigned const others = beside_columns(head, FIELD_STRANGE) + rivals +
	                        beside_columns(head, FIELD_FATE);
	return proposed ? !beside_tells_of_texts(head)
	                : beside_columns(head, FIELD_PRESENT) || others > 1 || rivals;
}
