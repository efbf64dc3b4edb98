/*
 * clause_new.c -- what comes in new, as the object of a verb: "a new paragraph 59 bis", "a new
 * second sentence", "the heading “a”" (clause_parts.h).
 */
#include "clause_parts.h"

/* "new paragraphs (4) through (6)": the last one; false if it is no such range. */
static bool read_last_label(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0), *last = peek(g, 1);
	bool const through = x->cls == LEX_TO || is_punct(x, 0x2013) || is_punct(x, '-') ||
	                     (x->cls == LEX_THROUGH && x->value != THROUGH_STAYS);
	if (!through || last->cls != LEX_NUMERAL ||
	    g->cursor.lexed->numerals[last->value].count != 1)
		return false;
	redline_bytes const to = g->cursor.lexed->numerals[last->value].part[0];
	if (is_digit(to.ptr[0]) != is_digit(g->f->label.ptr[0]))
		return false;
	g->f->further_to = to;
	g->cursor.at += 2;
	return true;
}

/* "new paragraphs (4), (5) and (6)": what comes after the first. */
static void read_further_labels(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if ((g->f->has_verb && g->f->verb != VERB_INSERT) || !g->f->label.len ||
	    read_last_label(g))
		return;
	while (g->f->further_count < FURTHER_MAX) {
		uint32_t i = 0;
		while (is_punct(peek(g, i), ',') || peek(g, i)->cls == LEX_AND)
			i++;
		const struct lexeme *x = peek(g, i);
		if (i == 0 || x->cls != LEX_NUMERAL || l->numerals[x->value].count != 1)
			return;
		g->f->further[g->f->further_count++] = l->numerals[x->value].part[0];
		g->cursor.at += i + 1;
	}
}

/* "insert a new second sentence": which one it comes to be. */
static bool read_nth_sentence(struct grammar *g)
{
	uint32_t i = 0;
	while (peek(g, i)->cls == LEX_NEW || peek(g, i)->cls == LEX_ANOTHER ||
	       peek(g, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *unit = peek(g, i + 1);
	if (!is_verb(g->f, VERB_INSERT) || g->role != ROLE_OBJECT || i == 0 ||
	    peek(g, i)->cls != LEX_ORDINAL || unit->cls != LEX_UNIT ||
	    UNIT_OF(unit->value) != REDLINE_SENTENCE || g->f->adds_unit)
		return false;
	g->f->adds_unit = true;
	g->f->new_unit = REDLINE_SENTENCE;
	g->f->new_nth = peek(g, i)->value - 100;
	g->cursor.at += i + 2;
	return true;
}

void read_new(struct grammar *g)
{
	struct frame *f = g->f;
	redline_unit unit;
	redline_bytes label;
	if (read_nth_sentence(g))
		return;
	if ((!f->has_verb && g->role != ROLE_OBJECT && g->role != ROLE_WITH) ||
	    g->role == ROLE_TARGET || f->makes || /* "as new paragraph 7 bis" */
	    !noun_new_unit(&g->cursor, &unit, &label)) {
		do /* to ask again at each of many would take long */
			g->cursor.at++;
		while (peek(g, 0)->cls == LEX_NEW);
		return;
	}
	if (f->has_verb && peek(g, 0)->cls == LEX_ORDINAL) /* "el siguiente inciso segundo" */
		puzzle(g, "not-understood",
		       "it is not clear what this counts: ", peek(g, 0)->range, true);
	f->adds_unit = true;
	f->new_unit = unit;
	f->label = label;
	if (is_verb(f, VERB_INSERT) && g->role == ROLE_TO) /* "insérer comme nouveau paragraphe" */
		g->role = ROLE_OBJECT;
	read_further_labels(g);
}

/* "the sentence “...”" introduces wording, as "the words" does; "insert the
 * heading “...”" says what comes. */
static void read_unit(struct grammar *g)
{
	redline_unit const unit = UNIT_OF(peek(g, 0)->value);
	const struct lexeme *next = peek(g, 1);
	bool const wording = next->cls == LEX_QUOTE || is_punct(next, ':');
	bool const adds = g->f->has_verb && g->f->verb == VERB_INSERT && g->role == ROLE_OBJECT &&
	                  unit != REDLINE_DOCUMENT && unit != REDLINE_CHAPEAU &&
	                  unit != REDLINE_LINE;
	if (!wording || (!adds && unit != REDLINE_SENTENCE)) {
		read_places(g);
		return;
	}
	if (adds) {
		g->f->adds_unit = true;
		g->f->new_unit = unit;
	}
	g->cursor.at++;
}

void read_unit_or_new(struct grammar *g)
{
	if (noun_is_new(&g->cursor))
		read_new(g);
	else
		read_unit(g);
}
