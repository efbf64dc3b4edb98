/*
 * clause_joint.c -- what joins the parts of a clause or keeps them apart: "and", "or", and
 * punctuation (clause_parts.h).
 *
 * Most of it says nothing.  But behind a frame that has all it wants a semicolon or an "and"
 * begins another one, a slash may mean both or either, and of alternatives only one can be
 * applied.
 */
#include "clause_parts.h"

void read_or(struct grammar *g)
{
	const struct lexeme *next = peek(g, 1);
	if (next->cls == LEX_ACTION || next->cls == LEX_QUOTE || next->cls == LEX_TEXT ||
	    is_punct(next, ',') || next->cls == LEX_FILLER || next->cls == LEX_OR ||
	    next->cls == LEX_PROPOSE || next->cls == LEX_INSTEAD || next->cls == LEX_ORDINAL ||
	    next->cls == LEX_UNIT || next->cls == LEX_NUMERAL)
		puzzle(g, "alternatives",
		       "two alternatives are proposed, and only one can be applied",
		       peek(g, 0)->range, false);
	else
		puzzle(g, "not-understood", "this part was not understood: ", peek(g, 0)->range,
		       true);
	g->cursor.at++;
}

/* "... in its place, and a new paragraph (4) is added": a provision and a passive verb. */
static bool clause_follows(const struct grammar *g)
{
	struct cursor c = g->cursor;
	struct place_set set;
	while (cursor_peek(&c, 0)->cls == LEX_ANOTHER || cursor_peek(&c, 0)->cls == LEX_NEW ||
	       cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	if (!noun_is_place(&c) || !noun_places(&c, &set))
		return false;
	const struct lexeme *x = cursor_peek(&c, 0);
	return x->cls == LEX_ACTION && FORM_OF(x->value) == FORM_PASSIVE &&
	       (VERB_OF(x->value) == VERB_INSERT || VERB_OF(x->value) == VERB_DELETE);
}

/* Has the frame all that it wants, or does it with the one before: "strike X and insert Y"? */
static bool is_complete(const struct grammar *g)
{
	const struct frame *f = g->f;
	bool const pair = g->frame_count > 1 && is_verb(f, VERB_INSERT) && f->after_and &&
	                  f->object_count == 1 && is_verb(f - 1, VERB_DELETE);
	return f->has_verb && (pair || frame_is_whole(f));
}

void read_and(struct grammar *g)
{
	bool const comma = before_cursor(g) && before_cursor(g)->cls == LEX_PUNCT;
	g->respectively |= peek(g, 0)->value == AND_EACH;
	g->cursor.at++;
	if (comma && is_complete(g) && clause_follows(g))
		open_frame(g, false);
}

/* "delete “a” [Japan]": as in parentheses. */
static bool read_bracketed_parties(struct grammar *g)
{
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_NAME || peek(g, i)->cls == LEX_AND ||
	       is_punct(peek(g, i), ','))
		i++;
	bool const of_name = g->cursor.at < g->named_to && g->out->proposer_count &&
	                     is_behind(g, LEX_NAME); /* "EU [Germany]:", read with that */
	if (i == 1 || !is_punct(peek(g, i), ']') ||
	    (!of_name && !take_parties(g, (redline_range){peek(g, 0)->range.end, peek(g, i)->range.begin})))
		return false;
	g->cursor.at += i + 1;
	return true;
}

/* "paragraph 7/8", "7 + 8": both of them, or the one by two numbers? */
static void read_slash(struct grammar *g)
{
	if (is_behind(g, LEX_NUMERAL) && peek(g, 1)->cls == LEX_NUMERAL)
		puzzle(g, "place-unknown",
		       "it is not clear whether both of these are meant: ",
		       (redline_range){before_cursor(g)->range.begin, peek(g, 1)->range.end}, true);
	else if (g->f->has_verb)
		puzzle(g, "not-understood", "this part was not understood: ", peek(g, 0)->range,
		       true);
}

void read_punct(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	switch (x->value) {
	case ';':
		if (is_behind(g, LEX_LINK)) /* "as follows;" */
			break;
		if (frame_is_whole(g->f))
			continue_verb(g);
		else if (g->f->has_verb && !g->f->taken_verb)
			open_frame(g, true);
		break;
	case ':':
		read_amend_colon(g);
		break;
	case ',':
	case '.':
	case '-':
	case 0x2013:
	case 0x2014:
	case '?':
	case '!':
	case 0x2026:
		break;
	case 0xB0: /* "1° of article 5" */
	case 0xBA:
		puzzle(g, "not-understood", "it is not clear what has this number: ", x->range,
		       true);
		break;
	case '/':
	case '+':
		read_slash(g);
		break;
	case '[':
		if (read_bracketed_parties(g))
			return;
		break;
	case ']':
	case '#':
		break;
	default:
		read_unknown(g);
		return;
	}
	g->cursor.at++;
}
