/*
 * governing.c -- what a verb is about, a place or words, and whether a sentence with a verb that may
 * ask for something only tells (clause.h).
 */
#include "clause.h"

/* ", as amended,": where it begins; i if none ends at i. */
static uint32_t before_insertion(const struct lexeme *all, uint32_t i)
{
	uint32_t k = i;
	if (k == 0 || !is_punct(&all[k - 1], ','))
		return i;
	for (k--; k > 0 && all[k - 1].cls == LEX_FILLER; k--)
		continue;
	return k + 1 < i && k > 0 && is_punct(&all[k - 1], ',') ? k - 1 : i;
}

/* "is redundant and", ", as amended,": what says no more than why. */
uint32_t before_judgement(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (; i > 0; i--) {
		i = before_insertion(all, i);
		if (i == 0)
			break;
		bool const judged = i > 1 && all[i - 1].cls == LEX_AND &&
		                    all[i - 2].cls == LEX_FILLER &&
		                    all[i - 2].value == FILLER_JUDGED;
		if (!judged && all[i - 1].cls != LEX_FILLER)
			break;
	}
	return i;
}

/* "Section 4(c) of the Water Act (Code § 5-101(c)), as amended, is repealed." */
static bool says_more_of_place(const struct lexeme *x)
{
	return x->cls == LEX_GROUP || x->cls == LEX_RENUMBERED || x->cls == LEX_NOTE_TOO ||
	       (x->cls == LEX_FILLER && x->value == FILLER_ACT);
}

bool governs_place(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	enum verb_form const form = FORM_OF(all[i].value);
	uint32_t const verb = i;
	if (form != FORM_PASSIVE && VERB_OF(all[i].value) != VERB_READ) {
		struct cursor next = g->cursor;
		next.at = i + 1;
		redline_unit unit;
		redline_bytes label;
		bool const mark = cursor_peek(&next, 0)->cls == LEX_MARK;
		bool const behind =
			mark || noun_is_place(&next) || noun_new_unit(&next, &unit, &label);
		if (behind || form != FORM_FREE)
			return behind;
	}
	i = before_judgement(g, i);
	while (i > 0 && (is_punct(&all[i - 1], ',') || is_punct(&all[i - 1], ':') ||
	                 is_dash(&all[i - 1]) || says_more_of_place(&all[i - 1])))
		i = before_judgement(g, i - 1); /* "Paragraph 5: deleted." */
	bool const counted = i > 1 && all[i - 1].cls == LEX_ORDINAL &&
	                     all[i - 2].cls == LEX_UNIT && noun_ordinals_follow(&g->cursor);
	/* "el párrafo segundo se suprime" */
	if (counted || (i > 0 && all[i - 1].cls == LEX_WORD && is_said_of_act(g, verb)))
		return true;
	return i > 0 && (all[i - 1].cls == LEX_NUMERAL || all[i - 1].cls == LEX_UNIT ||
	                 all[i - 1].cls == LEX_MARK || all[i - 1].cls == LEX_BRACKETS);
}

/*
 * "Para 7 insert fully after should": an order right behind the place that the sentence
 * begins with.  "Paragraphs 7 and 8 strike a balance" is none.
 */
static bool follows_place(const struct grammar *g, uint32_t i)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at = 0;
	while (c.at < i && (cursor_peek(&c, 0)->cls == LEX_NAME || is_punct(cursor_peek(&c, 0), ':')))
		c.at++;
	bool const in = cursor_peek(&c, 0)->cls == LEX_IN || cursor_peek(&c, 0)->cls == LEX_POSITION;
	c.at += in;
	if (!noun_is_place(&c) || !noun_places(&c, &set) || c.at != i)
		return false;
	return in || (set.count == 1 && !set.at[0].steps[set.at[0].count - 1].label_to.len);
}

/* "the word should is replaced by ...": words without marks. */
static bool names_word(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = 0; i + 2 < g->cursor.lexed->count; i++)
		if (all[i].cls == LEX_TEXT && all[i].value == TEXT_WORD &&
		    (all[i + 1].cls == LEX_WORD || all[i + 1].cls == LEX_FILLER) &&
		    (all[i + 2].cls == LEX_ACTION || all[i + 2].cls == LEX_LINK))
			return true;
	return false;
}

/* "It should be deleted": stands a pronoun right before the verb at i? */
static bool governs_pronoun(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	return i > 0 && all[i - 1].cls == LEX_PRONOUN;
}

/*
 * Narrative only looks like an instruction: it quotes nothing, nobody
 * proposes or orders, and its verbs are about something else than places.
 */
bool is_narrative(const struct grammar *g, const struct mood *mood)
{
	if (mood->quotes > 0 || names_word(g))
		return false;
	const struct lexed *l = g->cursor.lexed;
	bool third = true, orders = false, about_places = false;
	for (uint32_t i = 0; i < l->count; i++) {
		if (l->at[i].cls != LEX_ACTION)
			continue;
		enum verb_form const form = FORM_OF(l->at[i].value);
		enum verb const verb = VERB_OF(l->at[i].value);
		third &= form == FORM_THIRD;
		bool const of_places =
			verb == VERB_RENUMBER || (verb == VERB_AMEND && form == FORM_PASSIVE);
		about_places |= form != FORM_THIRD && (governs_place(g, i) || of_places ||
		                                        (mood->places && governs_pronoun(g, i)));
		orders |= IS_ACTIVE(l->at[i].value) && is_base_form(g, &l->at[i]) &&
		          (starts_clause(g, i) || follows_place(g, i)) && verb != VERB_READ &&
		          verb != VERB_USE;
	}
	return third || (!mood->proposes && !orders && !about_places);
}
