/*
 * proposers.c -- whose amendment it is, by its sentence (clause.h).
 */
#include "clause.h"
#include "listed.h"

bool starts_large(const struct grammar *g, const struct lexeme *x)
{
	return utf8_large_at(g->cursor.text, x->range.begin);
}

void add_proposer(struct reading *out, redline_bytes name)
{
	for (unsigned i = 0; i < out->proposer_count; i++)
		if (bytes_equal(out->proposers[i], name))
			return;
	if (out->proposer_count < PROPOSERS_MAX)
		out->proposers[out->proposer_count++] = name;
}

/* "The Nordic Institute proposes ...": a capitalised subject no table knows; of several,
 * no more than `most`, the last ones. */
static void find_unknown_party(struct grammar *g, uint32_t stop, unsigned most)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = stop;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	uint32_t const end = i;
	while (i > 0 && end - i < 6 && all[i - 1].cls == LEX_WORD &&
	       starts_large(g, &all[i - 1]))
		i--;
	if (i == end || all[i].value == WORD_NOBODY)
		return;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	bool const starts = i == 0 || is_separator(&all[i - 1]);
	if (!starts)
		return;
	if (most > 1 && i > 1 && (all[i - 1].cls == LEX_AND || is_punct(&all[i - 1], ',')))
		find_unknown_party(g, i - 1, most - 1); /* "Party A and Party B" */
	while (all[i].cls == LEX_FILLER)
		i++;
	add_proposer(g->out, bytes_in(g->cursor.text,
	                              (redline_range){all[i].range.begin, all[end - 1].range.end}));
}

/* "تقترح اليابان ومصر حذف ...": the parties right behind the verb. */
static void find_subjects(struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = verb + 1; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		bool const passed = x->cls == LEX_AND || x->cls == LEX_FILLER ||
		                    (x->cls == LEX_WORD && x->value == WORD_SPEAKER) ||
		                    (is_punct(x, ',') && l->at[i + 1].cls == LEX_SPEAKER);
		if (x->cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[x->value].name));
		else if (x->cls == LEX_SPEAKER && x->value == SPEAKER_BEHALF)
			g->out->proposer_count = 0; /* "on behalf of": who follows */
		else if (!passed)
			return;
	}
}

bool is_own_voice(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	return x->cls == LEX_WE ||
	       (x->cls == LEX_PROPOSE && listed_start(cursor_lang(&g->cursor)->subjects,
	                                              bytes_in(g->cursor.text, x->range)));
}

/* Is the noun of doing at i what a stance behind it is about: "Der Streichung von
 * Absatz 4 kann Japan nicht zustimmen"? */
static bool has_stance_behind(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	if (FORM_OF(l->at[i].value) != FORM_NOUN)
		return false;
	for (uint32_t k = i + 1; k < l->count && !is_separator(&l->at[k]); k++) {
		if (l->at[k].cls == LEX_STANCE)
			return true;
		if (l->at[k].cls == LEX_ACTION || l->at[k].cls == LEX_PROPOSE)
			return false;
	}
	return false;
}

/* "proposes, on behalf of the Group, to ...", "schlägt im Namen der Gruppe vor": right behind
 * the verb, and in the stead of who speaks. */
static void find_behalf(struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = verb + 1;
	while (is_punct(&l->at[i], ',') || l->at[i].cls == LEX_FILLER)
		i++;
	if (l->at[i].cls != LEX_SPEAKER || l->at[i].value != SPEAKER_BEHALF)
		return;
	bool found = false;
	for (i++; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_NAME && !found)
			g->out->proposer_count = 0;
		if (x->cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[x->value].name));
		else if (x->cls != LEX_FILLER && x->cls != LEX_AND && x->cls != LEX_OF)
			return;
		found |= x->cls == LEX_NAME;
	}
}

/* "In Absatz 4 schlägt Japan vor", "propone Kenya suprimir": nobody is named before the verb at
 * lexeme `verb`, and a party right behind it. */
static bool names_subject_behind(const struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = verb + 1;
	if (verb >= l->count || l->at[verb].cls != LEX_PROPOSE || l->at[verb].value == 1 ||
	    is_own_voice(g, verb) || (names_party(l->at, 0, verb) && !opens_beside(g, verb)))
		return false;
	while (i < l->count && is_article(&l->at[i]))
		i++;
	return l->at[i].cls == LEX_NAME && !is_punct(&l->at[i + 1], '\'') &&
	       !is_punct(&l->at[i + 1], 0x2019);
}

/* The first lexeme that says what becomes of the text: up to it the sentence says who speaks. */
static uint32_t end_of_names(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t stop = 0;
	while (stop < l->count && l->at[stop].cls != LEX_PROPOSE && l->at[stop].cls != LEX_STANCE &&
	       (l->at[stop].cls != LEX_ACTION || has_stance_behind(g, stop)) &&
	       l->at[stop].cls != LEX_HEDGE &&
	       (l->at[stop].cls != LEX_NEGATION || l->at[stop].value != NEGATION_LETS))
		stop++;
	return stop;
}

/* "Paragraph 7 (Norway): delete ...", where nobody else is named. */
static void take_aside_of_number(struct grammar *g, uint32_t stop)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 1; i < stop && !g->out->proposer_count; i++)
		if (l->at[i].cls == LEX_GROUP && l->at[i - 1].cls == LEX_NUMERAL)
			(void)take_parties(g, l->groups[l->at[i].value]);
}

/* "Others oppose this.", "It is opposed by Kenya.": whose position it is, where no party is its
 * subject. */
static void find_holder(struct grammar *g, uint32_t stance)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = holder_behind(g, stance); i && i < l->count; i++) {
		if (l->at[i].cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[l->at[i].value].name));
		else if (l->at[i].cls != LEX_AND && !is_article(&l->at[i]) && !is_punct(&l->at[i], ','))
			break;
	}
	if (g->out->proposer_count)
		return;
	for (uint32_t i = 0; i < stance; i++) {
		const struct lexeme *x = &l->at[i];
		bool const plural = x->cls == LEX_WORD && x->value == WORD_SPEAKER && i &&
		                    (x[-1].cls == LEX_COUNT || x[-1].cls == LEX_QUANTIFIER ||
		                     x[-1].cls == LEX_WORD || x[-1].cls == LEX_NEW);
		if (x->cls == LEX_WE)
			return;
		g->out->by_others |= plural || (x->cls == LEX_WORD && x->value == WORD_NOBODY);
	}
}

/*
 * The parties named before the first proposing or supporting word; after "on
 * behalf of" the group replaces the speaker, and supporters do not count.
 */
void find_proposers(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const stop = end_of_names(g);
	bool const verb = stop < l->count;
	g->named_to = stop;
	bool const tells = verb && (l->at[stop].cls == LEX_PROPOSE || l->at[stop].cls == LEX_STANCE);
	if (!verb && l->count <= 1)
		return;
	if (verb && l->at[stop].cls != LEX_ACTION)
		find_unknown_party(g, stop, PROPOSERS_MAX);
	bool const stance = verb && l->at[stop].cls == LEX_STANCE;
	if ((tells && cursor_lang(&g->cursor)->subject_behind) || names_subject_behind(g, stop))
		find_subjects(g, stop);
	if (!stance &&
	    !lexed_may_have(l, LEX_BIT(LEX_NAME) | LEX_BIT(LEX_SPEAKER) | LEX_BIT(LEX_GROUP)))
		return;
	read_names(g, stop);
	if (verb && l->at[stop].cls == LEX_PROPOSE && g->out->proposer_count)
		find_behalf(g, stop);
	take_aside_of_number(g, stop);
	if (stance && !g->out->proposer_count)
		find_holder(g, stop);
}
