/*
 * proposer_beside.c -- parties that a sentence names beside its subject, and that propose nothing
 * in it (clause.h).
 *
 *     Unlike Peru, Kenya proposes ...            Building on Peru's idea, Kenya proposes ...
 *     Kenya, responding to Peru, proposes ...    Kenya thanks Peru and proposes ...
 *     The Ambassador of Kenya to Peru proposes ...
 *
 * What stands between parties that propose together is little, and known; any other word turns
 * to others.  To miss one of two proposers is bad, to name one that proposed nothing is worse.
 */
#include "clause.h"
#include "listed.h"

#define ASIDE_WORDS 8u /* before the name: "in the light of what was said by" */

/* May a sentence begin with this, where a party follows that it is only said of? */
static bool leads_aside(const struct lexeme *x)
{
	return (x->cls == LEX_WORD && x->value == WORD_UNKNOWN) || x->cls == LEX_NEW ||
	       x->cls == LEX_LINK || x->cls == LEX_POSITION || x->cls == LEX_NEGATION ||
	       x->cls == LEX_TO || x->cls == LEX_EXCEPT || x->cls == LEX_IN ||
	       x->cls == LEX_REASON || x->cls == LEX_HISTORY || x->cls == LEX_AND ||
	       (x->cls == LEX_FILLER && x[1].cls == LEX_TO); /* "further to" */
}

/* Who is named from lexeme `from` on, and nobody else, up to the verb; 0 if more is said. */
static unsigned subjects_from(const struct lexed *l, uint32_t from, uint32_t stop)
{
	unsigned names = 0;
	for (uint32_t i = from; i < stop; i++) {
		const struct lexeme *x = &l->at[i];
		bool const passed = x->cls == LEX_AND || x->cls == LEX_FILLER || x->cls == LEX_OF ||
		                    (x->cls == LEX_WORD && x->value == WORD_SPEAKER) ||
		                    is_punct(x, ',');
		names += x->cls == LEX_NAME;
		if (x->cls != LEX_NAME && !passed)
			return 0;
	}
	return names;
}

/* The first party of an opening that begins with another word; `stop` if it has none. */
static uint32_t first_beside(const struct lexed *l, uint32_t stop)
{
	uint32_t i = 0;
	for (; i < stop && i <= ASIDE_WORDS && l->at[i].cls != LEX_NAME; i++) {
		const struct lexeme *x = &l->at[i];
		bool const unit = x->cls == LEX_UNIT && x[1].cls != LEX_LINK; /* "in agreement with" */
		if (x->cls == LEX_PUNCT || unit || x->cls == LEX_NUMERAL ||
		    x->cls == LEX_QUOTE || x->cls == LEX_SPEAKER)
			return stop; /* "In OP4 Kenya, Japan and Peru" */
	}
	return i < stop && l->at[i].cls == LEX_NAME ? i : stop;
}

static bool has_of(const struct lexed *l, uint32_t to)
{
	while (to > 0 && l->at[to - 1].cls != LEX_OF)
		to--;
	return to > 0;
}

uint32_t behind_aside(const struct grammar *g, uint32_t stop, bool *unclear)
{
	const struct lexed *l = g->cursor.lexed;
	*unclear = false;
	if (stop >= l->count || (l->at[stop].cls != LEX_PROPOSE && l->at[stop].cls != LEX_STANCE) ||
	    !leads_aside(&l->at[0]))
		return 0;
	uint32_t const first = first_beside(l, stop);
	uint32_t comma = first;
	bool bare = true; /* nothing but names: "Unlike Kenya, Japan" */
	for (; comma < stop && !is_punct(&l->at[comma], ','); comma++) {
		const struct lexeme *x = &l->at[comma];
		if (is_punct(x, ':') || x->cls == LEX_SPEAKER)
			return 0;
		bare &= x->cls == LEX_NAME || x->cls == LEX_AND || is_article(x);
	}
	unsigned const names = comma < stop ? subjects_from(l, comma + 1, stop) : 0;
	if (!names)
		return 0;
	if (!bare) /* and "与秘鲁不同，肯尼亚" */
		return comma + 1;
	/* "Ministers of Kenya, Japan and Peru", "On finance Kenya, Japan and Peru" */
	if (l->at[0].cls == LEX_AND || (has_of(l, first) && l->at[0].cls == LEX_WORD) ||
	    (names > 1 && (l->at[0].cls == LEX_IN || l->at[0].cls == LEX_REASON)))
		return 0;
	*unclear = names > 1;
	return names == 1 ? comma + 1 : 0;
}

bool opens_beside(const struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	return verb > 0 && leads_aside(&l->at[0]) && first_beside(l, verb) < verb;
}

/* Past articles, "the delegation of" and the like. */
static uint32_t behind_leads(const struct lexeme *all, uint32_t i)
{
	while (all[i].cls == LEX_FILLER || all[i].cls == LEX_OF ||
	       (all[i].cls == LEX_WORD && all[i].value == WORD_SPEAKER))
		i++;
	return i;
}

/* "responding", "thanks", "with"; no adverb, nor the name of who speaks for a party. */
static bool turns(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	const struct lang *lang = cursor_lang(&g->cursor);
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	switch (x->cls) {
	case LEX_TO:
	case LEX_THROUGH:
	case LEX_EXCEPT:
	case LEX_HISTORY:
		return true;
	case LEX_NEGATION:
		return x->value != NEGATION_LETS;
	case LEX_IN:
	case LEX_NEW: /* "following Peru" */
		return x[1 + is_article(x + 1)].cls == LEX_NAME;
	case LEX_WORD:
		return x->value == WORD_UNKNOWN && !starts_large(g, x) && word.len > 1 &&
		       !listed_end(lang->adverbs, word) && !listed_start(lang_jointly, word) &&
		       !(i && is_punct(&x[-1], '.')); /* "H.E. the ..." */
	default:
		return false;
	}
}

/* "Kenya, agreeing with Peru, and Japan propose": the name at lexeme i closes the subject. */
static bool closes_subject(const struct lexeme *all, uint32_t i, uint32_t stop)
{
	uint32_t lead = before_fillers(all, i);
	return i + 1 == stop && lead > 1 && all[lead - 1].cls == LEX_AND &&
	       is_punct(&all[lead - 2], ',');
}

bool turned_away(struct turned *t, const struct grammar *g, uint32_t i, uint32_t stop)
{
	const struct lexeme *all = g->cursor.lexed->at, *x = &all[i];
	bool const joins = x->cls == LEX_AND || is_punct(x, ',');
	if (x->cls == LEX_NAME) {
		t->holds &= !closes_subject(all, i, stop);
		t->named |= t->holds;
		return t->holds;
	}
	if (is_punct(x, ':') || x->cls == LEX_SPEAKER ||
	    (joins && !t->named && all[behind_leads(all, i + 1)].cls == LEX_NAME))
		*t = (struct turned){false, false};
	else if (g->out->proposer_count && turns(g, i))
		t->holds = true;
	return false;
}
