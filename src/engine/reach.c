/*
 * reach.c -- how far the words named go: "from X through Y", "X and all that
 * follows", "the rest of the sentence after X", "to the end of the paragraph".
 *
 * The words named are the frame's object or its FROM.  What says how far comes
 * before them, behind them or both; settle_reach brings it together.
 */
#include "clause.h"

static bool names_words(const struct grammar *g, uint32_t i)
{
	while (peek(g, i)->cls == LEX_TEXT || peek(g, i)->cls == LEX_FILLER)
		i++;
	return peek(g, i)->cls == LEX_QUOTE || peek(g, i)->cls == LEX_MARK;
}

void read_through(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	g->cursor.at++;
	g->role = ROLE_THROUGH;
	g->f->through_is = (enum through)x->value;
	if (x->value == THROUGH_UNCLEAR && names_words(g, 0))
		puzzle(g, "not-understood",
		       "it is not clear whether the words named go, too; say \"up to and including\" "
		       "or \"up to but not including\": ",
		       x->range, true);
}

void read_reach(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	struct frame *f = g->f;
	bool const named = f->object_count || f->from.present;
	g->cursor.at++;
	if (g->role != ROLE_OBJECT || f->reach != REACH_NONE || f->object_count > 1) {
		puzzle(g, "not-understood", "it is not clear after which words this is: ", x->range,
		       true);
		return;
	}
	f->reach = (enum reach)x->value;
	f->old_stays = !named;
	if (f->reach == REACH_BETWEEN)
		g->role = ROLE_FROM;
}

/* "the end of the sentence": of that in which the words stand. */
static bool is_their_sentence(const struct place_set *edges)
{
	const redline_place *p = &edges->at[0];
	return edges->count == 1 && p->relative && p->count == 1 &&
	       p->steps[0].unit == REDLINE_SENTENCE;
}

/* "the end of the line": where that is in the draft is not where it was for the speaker. */
static bool is_line(const struct place_set *edges)
{
	const redline_place *p = &edges->at[0];
	return edges->count && p->count && p->steps[p->count - 1].unit == REDLINE_LINE;
}

static bool takes_reach(enum verb verb)
{
	switch (verb) {
	case VERB_DELETE:
	case VERB_REPLACE:
	case VERB_SUBSTITUTE:
	case VERB_CHANGE:
		return true;
	default:
		return false;
	}
}

static void settle_end(struct frame *f)
{
	if (!f->to_end || !takes_reach(f->verb) || f->through.present)
		return;
	f->reach = REACH_REST;
	if (is_their_sentence(&f->edges)) {
		f->reach = REACH_SENTENCE;
		f->edges.count = 0;
	}
	f->where = REDLINE_NOWHERE;
}

/* "after “a”, delete the rest of the sentence" */
static void settle_anchor(struct frame *f)
{
	if (f->reach == REACH_NONE || f->object_count || f->from.present || !f->anchor.present ||
	    f->where != REDLINE_AFTER)
		return;
	f->object[0] = f->anchor;
	f->object_count = 1;
	f->anchor.present = false;
	f->where = REDLINE_NOWHERE;
	f->old_stays = true;
}

bool settle_reach(struct grammar *g, struct frame *f)
{
	bool const to_line = f->to_end && is_line(&f->edges);
	settle_end(f);
	settle_anchor(f);
	if (f->reach == REACH_NONE)
		return true;
	bool const between = f->reach == REACH_BETWEEN;
	bool const named = f->object_count == 1 || (f->from.present && !f->object_count);
	const char *message = NULL;
	if (!takes_reach(f->verb))
		message = "only a deletion or a replacement can reach to another place";
	else if (between && (!f->from.present || !f->through.present))
		message = "\"between\" wants two wordings, the one before and the one after";
	else if (!named)
		message = "it is not said from which words on, or after which ones";
	else if (to_line)
		message = "lines are a matter of print; say through which words this goes";
	if (message)
		puzzle(g, "not-understood", message, f->span, false);
	return !message;
}

void mean_reach(const struct frame *f, redline_amendment *m)
{
	bool const between = f->reach == REACH_BETWEEN;
	m->through = f->through;
	m->old_stays = f->old_stays || between;
	if (f->through.present)
		m->extent = between || f->through_is == THROUGH_STAYS ? REDLINE_UP_TO
		                                                      : REDLINE_THROUGH;
	else if (f->reach == REACH_SENTENCE)
		m->extent = REDLINE_TO_SENTENCE_END;
	else if (f->reach == REACH_REST)
		m->extent = REDLINE_TO_PLACE_END;
}
