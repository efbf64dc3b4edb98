/*
 * mention.c -- does a sentence that asks for nothing lead to a place, or does it but speak of
 * one (clause.h)?
 *
 * "On paragraph 4, Japan has one comment." leads to it.  "Paragraph 4 already covers this." and
 * "We like paragraph 4." may, where nothing else holds; but if a place was named before, what
 * comes next may as well be meant for that.
 */
#include "clause.h"
#include "listed.h"

/* Does something stand there besides a place: a word, a stance, a reason? */
static bool says_something(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_WORD:
		return x->value == WORD_UNKNOWN;
	case LEX_STANCE:
	case LEX_ACTION:
	case LEX_HISTORY:
	case LEX_HEDGE:
	case LEX_NEGATION:
	case LEX_QUOTE:
	case LEX_VAGUE:
		return true;
	default:
		return false;
	}
}

/* "On paragraph 4", "In paragraph 4, ...": is the place at lexeme i what comes next is about? */
static bool is_led_to(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t k = before_fillers(all, i);
	bool const in = k > 0 && all[k - 1].cls == LEX_IN;
	if (!in)
		return false;
	if (all[k - 1].value)
		return true;
	for (k--; k > 0; k--)
		if (all[k - 1].cls != LEX_NAME && all[k - 1].cls != LEX_FILLER &&
		    all[k - 1].cls != LEX_PUNCT && all[k - 1].cls != LEX_AND)
			return false;
	return true;
}

/* The first lexeme behind who speaks. */
static uint32_t behind_speaker(const struct lexed *l)
{
	uint32_t i = 0;
	while (l->at[i].cls == LEX_NAME || is_punct(&l->at[i], ':'))
		i++;
	return i;
}

/* "Moving on to": what stands before the place, and leads up to it? */
static bool leads_up(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const first = behind_speaker(l);
	redline_range const before = {l->at[first < i ? first : i].range.begin,
	                              l->at[i].range.begin};
	return listed_words_are(&lexer_lists(g->cursor.lexer)->topic_leads,
	                        bytes_in(g->cursor.text, range_trim(g->cursor.text, before)));
}

/* "OP3 – reporting", "Article 4 (Meetings)": is the place in lexemes [from, to) a title's number? */
static bool is_headed(const struct lexed *l, uint32_t from, uint32_t to)
{
	const struct lexeme *x = &l->at[to];
	return from == 0 && !is_punct(&l->at[l->count - 1], '.') &&
	       (x->cls == LEX_GROUP || is_punct(x, ':') || is_dash(x));
}

bool merely_mentions(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	struct cursor c = g->cursor;
	bool says = false;
	if (!l->count || is_punct(&l->at[l->count - 1], ':') ||
	    lexed_may_have(l, LEX_BIT(LEX_PROPOSE)))
		return false;
	for (c.at = 0; c.at < l->count;) {
		struct place_set set;
		uint32_t const begin = c.at;
		if (noun_is_place(&c) && noun_places(&c, &set)) {
			if (is_led_to(g, begin) || leads_up(g, begin) || is_headed(l, begin, c.at))
				return false;
			continue;
		}
		c.at = begin + 1;
		says |= says_something(&l->at[begin]);
	}
	return says;
}

bool refers_only(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const i = behind_speaker(l);
	redline_range const said = {l->at[i].range.begin, l->at[l->count].range.begin};
	const struct listed_words *references = &lexer_lists(g->cursor.lexer)->references;
	return i < l->count && listed_words_start(references, bytes_in(g->cursor.text, said)) > 0;
}
