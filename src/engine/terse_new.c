/*
 * terse_new.c -- terse amendments of something new, gone or put elsewhere (tersing.h):
 * "New paragraph 7 bis: ...", "Paragraph 7: deletion".
 */
#include "lang/remarks.h"
#include "listed.h"
#include "tersing.h"

#include <stdio.h>

/* "Paragraph 7, read: ...": all of it, or a part? */
bool terse_new_reading(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	if (!t->named || !terse_is_reading(x) || VERB_OF(x->value) != VERB_USE ||
	    !is_base_form(t->g, x) || t->begin + 2 >= t->end || !is_punct(x + 1, ':'))
		return false;
	terse_advise(t, "it is not clear whether all of the provision is to read so; write: ",
	             terse_only_place(t), "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "+ fully" */
bool terse_plus(struct terse *t)
{
	if (!t->named || !is_punct(&t->all[t->begin], '+') || t->begin + 1 >= t->end)
		return false;
	const struct lexeme *x = &t->all[t->begin + 1]; /* "+1 (Kenya)": so does Kenya */
	if (x->cls == LEX_NUMERAL && (t->begin + 2 == t->end || x[1].cls == LEX_GROUP))
		return false;
	redline_operand const now = terse_wording(t, terse_span(t, t->begin + 1, t->end));
	terse_advise_words(t, "this looks like an insertion, but it is not said where; write: ",
	                   "insert", now.words, " after \"...\"");
	return true;
}

/* "After paragraph 7: Donors are invited.", "At the end of paragraph 7: ..." */
bool terse_position_alone(struct terse *t)
{
	struct cursor c = t->g->cursor;
	struct place_set set;
	c.at = 0;
	while (cursor_peek(&c, 0)->cls == LEX_NAME || terse_is_cut(cursor_peek(&c, 0)))
		c.at++;
	const struct lexeme *x = cursor_peek(&c, 0);
	if (x->cls != LEX_POSITION)
		return false;
	redline_range const where = x->range;
	c.at++;
	while (cursor_peek(&c, 0)->cls == LEX_OF || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	if (!noun_is_place(&c) || !noun_places(&c, &set) || !is_punct(cursor_peek(&c, 0), ':') ||
	    c.at + 2 >= t->end || !terse_says_nothing(t, c.at, t->end))
		return false;
	char text[400];
	const char *const said = c.text.ptr + where.begin;
	redline_bytes const rest =
		bytes_in(c.text, (redline_range){where.begin + 1, t->all[c.at - 1].range.end});
	(void)snprintf(text, sizeof text,
	               "this looks like an insertion, but it is not said that it is one; write: "
	               "insert %c%.*s: \"...\"",
	               is_upper(*said) ? *said + ('a' - 'A') : *said, terse_shown(rest), rest.ptr);
	terse_refuse(t, "not-understood", terse_keep(t, text));
	return true;
}

/* "Paragraph 8 before paragraph 7." */
bool terse_order(struct terse *t)
{
	struct cursor c = t->g->cursor;
	struct place_set set;
	c.at = t->begin;
	if (!t->named || t->cut || t->all[c.at++].cls != LEX_POSITION || !noun_is_place(&c) ||
	    !noun_places(&c, &set) || c.at != t->end)
		return false;
	terse_refuse(t, "not-understood",
	             "it is not said what is to be done with these provisions; write: move "
	             "paragraph ... after paragraph ...");
	return true;
}

/* "Paragraph 7 in brackets", "Brackets around paragraph 7" */
bool terse_bracketing(struct terse *t)
{
	bool brackets = false, place = false;
	for (uint32_t i = 0; i < t->end; i++) {
		enum lex_class const c = t->all[i].cls;
		brackets |= c == LEX_BRACKETS;
		place |= c == LEX_UNIT || c == LEX_QUOTE;
		if (c == LEX_WORD || c == LEX_ACTION || c == LEX_REASON || c == LEX_NEGATION)
			return false;
	}
	if (!brackets || !place || !terse_says_nothing(t, 0, t->end))
		return false;
	terse_refuse(
		t, "not-understood",
		"it is not said what is to be done with the brackets; write \"put ... in square "
		"brackets\" or \"delete the square brackets around ...\"");
	return true;
}

/* "Paragraph 7: deletion", "Paragraph 7 to go", "Deleted." */
bool terse_removal(struct terse *t)
{
	uint32_t i = t->begin; /* "we suggest deletion" */
	while (i < t->end && (t->all[i].cls == LEX_WE || t->all[i].cls == LEX_PROPOSE))
		i++;
	if (t->named && is_punct(&t->all[i], '=')) /* "Para 8 = delete" */
		i++;
	const struct lexeme *x = &t->all[i];
	redline_bytes const said = bytes_in(
		t->g->cursor.text, (redline_range){x->range.begin, t->all[t->end - 1].range.end});
	bool const drops = i < t->end && t->named && (remark_deletes(said) || remark_drops(said));
	bool const alone = i + 1 == t->end || drops;
	bool const out = drops || (x->cls == LEX_SHORT && x->value == SHORT_OUT);
	bool const deleted = x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_DELETE &&
	                     !t->named && t->begin == 0;
	if (!alone || (!out && !deleted) || (out && !t->named && t->begin))
		return false;
	terse_advise(t, "this looks like a deletion, but it is not clear of what; write: delete ",
	             terse_only_place(t), "paragraph ...", "");
	return true;
}

/* "New text: The programme shall be implemented." */
bool terse_new_text(struct terse *t)
{
	uint32_t i = t->begin;
	bool const labelled = t->all[i].cls == LEX_SHORT && t->all[i].value == SHORT_NEW &&
	                      is_punct(&t->all[i + 1], ':') && i + 2 < t->end;
	if (!labelled || !terse_says_nothing(t, i, t->end))
		return false;
	terse_advise(
		t,
		"this looks like new wording, but it is not clear how much of the text it stands "
		"in for; write: ",
		terse_only_place(t), "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "Revised paragraph 7: The programme shall be implemented." */
bool terse_new_version(struct terse *t)
{
	const struct lang *lang = cursor_lang(&t->g->cursor);
	const struct lexeme *x = &t->all[0];
	struct cursor c = t->g->cursor;
	struct place_set set;
	bool const says = (x->cls == LEX_WORD && x->value == WORD_UNKNOWN &&
	                   !listed(lang->no_orders, bytes_in(c.text, x->range))) ||
	                  (x->cls == LEX_PROPOSE && x->value == 2);
	c.at = 1;
	if (!says || !lang->not_verbs || !noun_is_place(&c) || !noun_places(&c, &set) ||
	    !is_punct(cursor_peek(&c, 0), ':') || c.at + 4 >= t->end ||
	    !terse_says_nothing(t, c.at, t->end) ||
	    !is_upper(c.text.ptr[t->all[c.at + 1].range.begin]))
		return false;
	terse_advise(t, "this looks like new wording of a provision; if it is, write: ",
	             set.count == 1 ? &set.at[0] : NULL, "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "after paragraph 7" at the cursor, which then stands behind it. */
static bool take_position(struct cursor *c)
{
	struct place_set set;
	struct cursor next = *c;
	if (cursor_peek(&next, 0)->cls != LEX_POSITION)
		return false;
	next.at++;
	while (cursor_peek(&next, 0)->cls == LEX_OF)
		next.at++;
	if (!noun_is_place(&next) || !noun_places(&next, &set))
		return false;
	c->at = next.at;
	return true;
}

/* Past "Japan: after paragraph 7, a new paragraph 7 bis"; false if it is nothing like it. */
static bool take_addition(struct cursor *c, bool *placed, redline_bytes *label)
{
	redline_unit unit;
	*placed = false;
	while (cursor_peek(c, 0)->cls == LEX_NAME || terse_is_cut(cursor_peek(c, 0)))
		c->at++;
	*placed = take_position(c);
	while (terse_is_cut(cursor_peek(c, 0)) || cursor_peek(c, 0)->cls == LEX_FILLER)
		c->at++;
	if (cursor_peek(c, 0)->cls != LEX_NEW && cursor_peek(c, 0)->cls != LEX_ANOTHER)
		return false;
	if (!noun_new_unit(c, &unit, label))
		return false;
	*placed |= take_position(c);
	return true;
}

bool adds_without_verb(const struct grammar *g)
{
	struct cursor c = g->cursor;
	redline_bytes label = {0};
	bool placed;
	c.at = 0;
	if (!take_addition(&c, &placed, &label) || (!placed && !label.len) ||
	    !is_punct(cursor_peek(&c, 0), ':'))
		return false;
	c.at += cursor_peek(&c, 1)->cls == LEX_QUOTE ? 2u : 1u;
	c.at += is_punct(cursor_peek(&c, 0), '.');
	return cursor_peek(&c, 0)->cls == LEX_END;
}

/* "New paragraph 7 bis.", "New paragraph: Donors are invited.": what is clear, reads on
 * behind a colon (statement_wording.c). */
bool terse_addition(struct terse *t)
{
	struct cursor c = t->g->cursor;
	redline_bytes label = {0};
	bool placed;
	c.at = 0;
	if (!take_addition(&c, &placed, &label))
		return false;
	bool const goes_on = (is_punct(cursor_peek(&c, 0), ':') && c.at + 1 < t->end) ||
	                     cursor_peek(&c, 0)->cls == LEX_POSITION;
	bool const ends = is_punct(cursor_peek(&c, 0), '.') && (placed || noun_is_inserted(label));
	if (!goes_on && !ends)
		return false;
	terse_refuse(
		t, "not-understood",
		"this looks like a new provision; say where it goes, and quote its words: insert "
		"after paragraph ... a new paragraph: \"...\"");
	return true;
}

/* "Heading of section B: Further matters" */
bool terse_new_heading(struct terse *t)
{
	const redline_place *p = terse_only_place(t);
	bool labelled = false;
	for (uint32_t i = 0; p && i < p->count; i++)
		labelled |= p->steps[i].label.len > 0;
	bool const heading = p && p->count && t->named && labelled &&
	                     (p->steps[p->count - 1].unit == REDLINE_HEADING_UNIT ||
	                      p->steps[p->count - 1].unit == REDLINE_TITLE);
	if (!heading || !t->begin || !is_punct(&t->all[t->begin - 1], ':') ||
	    !terse_says_nothing(t, t->begin, t->end))
		return false;
	terse_advise(t, "this looks like a new heading; if it is, write: ", p, "",
	             " should read: \"...\"");
	return true;
}
