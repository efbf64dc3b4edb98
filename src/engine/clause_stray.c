/*
 * clause_stray.c -- what stands behind a verb that has no words to act on, and gives it none.
 *
 * "OP3: delete" takes the place that stood before the verb, and all of it.  So whatever
 * stands there behind the verb counts, as small as it is: it may say which part is meant.
 * It is noted as the frame's `stray` range; whether that matters is known when the frame is
 * turned into amendments (meaning_words.c).
 */
#include "clause_parts.h"

bool deletes_small_words(const struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	uint32_t i = 1;
	if (x->cls != LEX_ACTION || VERB_OF(x->value) != VERB_DELETE ||
	    FORM_OF(x->value) != FORM_ACTIVE)
		return false;
	for (;; i++) {
		const struct lexeme *y = peek(g, i);
		bool const small = (y->cls == LEX_FILLER && y->value != FILLER_PLEASE) ||
		                   y->cls == LEX_AND || y->cls == LEX_OR || y->cls == LEX_OF ||
		                   y->cls == LEX_TO || y->cls == LEX_FOR || y->cls == LEX_IN ||
		                   y->cls == LEX_ANOTHER || y->cls == LEX_SAME;
		if (!small)
			return i > 1 && (y->cls == LEX_END || is_punct(y, '.'));
	}
}

/* Verbs whose object may be the place that stood before them. */
static bool takes_whole_place(const struct frame *f)
{
	return f->has_verb && (f->verb == VERB_DELETE || is_replacing(f->verb) ||
	                       f->verb == VERB_PUT || f->verb == VERB_BRACKET ||
	                       f->verb == VERB_UNBRACKET);
}

/* "delete (equally)": an aside that neither names parties nor says why. */
static bool is_stray_aside(const struct grammar *g)
{
	redline_range const inside = g->cursor.lexed->groups[peek(g, 0)->value];
	struct lexed l;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &l))
		return false;
	for (uint32_t i = 0; i < l.count; i++) {
		const struct lexeme *x = &l.at[i];
		if (x->cls == LEX_NAME || x->cls == LEX_REASON || x->cls == LEX_SPEAKER ||
		    x->cls == LEX_ACTION || x->cls == LEX_STANCE ||
		    (x->cls == LEX_FILLER && x->value == FILLER_JUDGED))
			return false;
	}
	return l.count > 0;
}

/* "in paragraph 5", at the preposition. */
static bool place_comes(const struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at++;
	return noun_is_place(&next);
}

/*
 * What stands behind a verb that has no object as yet, and is none: a part of the place may
 * be meant by it, never all of it.
 */
static bool is_stray(const struct grammar *g, const struct frame *f)
{
	const struct lexeme *x = peek(g, 0);
	bool const brackets = f->verb == VERB_PUT || f->verb == VERB_BRACKET ||
	                      f->verb == VERB_UNBRACKET;
	if (f->object_count || f->with.present || f->to.present || f->read.present ||
	    g->role == ROLE_WITH || g->role == ROLE_READ)
		return false;
	switch (x->cls) {
	case LEX_GROUP:
		return is_stray_aside(g);
	case LEX_POSITION:
	case LEX_BEGINNING:
		return true;
	case LEX_FILLER:
		return x->value == FILLER_DUE;
	case LEX_IN:
		return !brackets && f->verb == VERB_DELETE && peek(g, 1)->cls != LEX_BRACKETS &&
		       !place_comes(g);
	default:
		return false;
	}
}

/* One that a semicolon cut off belongs to the frame before. */
void note_stray(struct grammar *g)
{
	struct frame *f = g->f;
	if (!f->has_verb && g->frame_count > 1 && frame_is_empty(f))
		f--;
	if (takes_whole_place(f) && !f->stray.end && is_stray(g, f))
		f->stray = peek(g, 0)->range;
}
