/*
 * other_stance.c -- what others think of an amendment, at the end of its sentence (clause.h).
 *
 *     Japan proposes to delete "a", which Kenya opposes.     ...; others object.
 *     Japan proposes to delete "a", but this is opposed by Kenya.
 *
 * That is no reason of Japan's, nor a position of it.  So the sentence ends before it, and it is
 * read as one of its own.
 */
#include "clause.h"
#include "listed.h"

#define SUBJECT_MOST 14u /* lexemes of who takes the position, and before it */
#define JOINTS_MOST  4u  /* ", but" */

static bool joins_clause(const struct lexeme *x)
{
	return x->cls == LEX_AND || is_punct(x, ',') || is_punct(x, ';') ||
	       (x->cls == LEX_WORD && x->value == WORD_BUT);
}

/* The first lexeme behind "which", "to which", "was": lexeme i itself if there is none. */
static uint32_t behind_relative(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	redline_range const rest = {l->at[i].range.begin, l->at[l->count].range.end};
	size_t const len = listed_words_start(&lexer_lists(g->cursor.lexer)->relatives,
	                                      bytes_in(g->cursor.text, rest));
	uint32_t const end = rest.begin + (uint32_t)len;
	while (i < l->count && l->at[i].range.end <= end)
		i++;
	return i;
}

/* Who others are whom nobody names: "others", "several delegations". */
static bool is_some(const struct lexeme *x)
{
	return x->cls == LEX_WORD && (x->value == WORD_NOBODY || x->value == WORD_SPEAKER);
}

/* What else may stand between the joint and the position. */
static bool goes_with_subject(const struct lexeme *x)
{
	return x->cls == LEX_WORD || x->cls == LEX_FILLER || x->cls == LEX_AND || x->cls == LEX_OF ||
	       x->cls == LEX_COUNT || x->cls == LEX_QUANTIFIER || x->cls == LEX_NEW ||
	       x->cls == LEX_PRONOUN || x->cls == LEX_SAME || x->cls == LEX_IN ||
	       is_punct(x, ',');
}

/* The stance that somebody else than who proposes takes from lexeme i on; 0 if nobody does. */
static uint32_t stance_of_other(const struct grammar *g, uint32_t i, bool relative, bool ours)
{
	const struct lexed *l = g->cursor.lexed;
	bool some = false, named = false;
	uint32_t const most = i + SUBJECT_MOST;
	for (; i < l->count && i < most && l->at[i].cls != LEX_STANCE; i++) {
		const struct lexeme *x = &l->at[i];
		bool const supports = x->cls == LEX_SPEAKER && x->value == SPEAKER_SUPPORTS;
		if (supports && relative && !named && !some)
			return names_party(l->at, i, most < l->count ? most : l->count) ? i : 0;
		if (x->cls == LEX_WE && !ours)
			return 0;
		named |= x->cls == LEX_NAME || x->cls == LEX_WE;
		some |= is_some(x);
		if (x->cls != LEX_NAME && x->cls != LEX_WE && !goes_with_subject(x))
			return 0;
	}
	if (i >= l->count || l->at[i].cls != LEX_STANCE)
		return 0;
	bool const behind = cursor_lang(&g->cursor)->subject_behind && l->at[i + 1].cls == LEX_NAME;
	return named || some || behind || holder_behind(g, i) ? i : 0;
}

/* Does the lexeme ask for something, so that what stands before it doesn't close the sentence? */
static bool asks_for(const struct lexeme *x)
{
	return (x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_NOUN) || x->cls == LEX_QUOTE ||
	       x->cls == LEX_PROPOSE || x->cls == LEX_DOUBT || x->cls == LEX_HEDGE ||
	       x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_REPEAT ||
	       x->cls == LEX_OR;
}

/* "Japan: delete ..., which we oppose": the words, so that this is why. */
static bool speaks_for_itself(const struct lexed *l)
{
	uint32_t i = 0;
	while (i < l->count && l->at[i].cls != LEX_PROPOSE && !is_punct(&l->at[i], ':'))
		i++;
	return i == l->count || is_punct(&l->at[i], ':') || !names_party(l->at, 0, i);
}

uint32_t holder_behind(const struct grammar *g, uint32_t stance)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = stance + 1;
	/* "which is opposed by", "против чего возражает": all of it one lexeme */
	bool by = listed_words_start(&lexer_lists(g->cursor.lexer)->relatives,
	                             bytes_in(g->cursor.text, all[stance].range)) > 0;
	for (; all[i].cls == LEX_FILLER || all[i].cls == LEX_OF ||
	       (all[i].cls == LEX_LINK && all[i].value == LINK_WITH) ||
	       (all[i].cls == LEX_WORD && all[i].value == WORD_SPEAKER);
	     i++)
		by |= all[i].cls == LEX_LINK || (all[i].cls == LEX_OF && i == stance + 1);
	return by && all[i].cls == LEX_NAME ? i : 0;
}

void find_other_stance(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t first = l->count, act = l->count; /* the last that asks, and the first verb */
	if (!lexed_may_have(l, LEX_BIT(LEX_ACTION)) ||
	    !lexed_may_have(l, LEX_BIT(LEX_STANCE) | LEX_BIT(LEX_SPEAKER)))
		return;
	for (uint32_t i = l->count; i > 0; i--) {
		if (first == l->count && asks_for(&l->at[i - 1]))
			first = i;
		act = l->at[i - 1].cls == LEX_ACTION ? i - 1 : act;
	}
	bool const ours = !speaks_for_itself(l);
	bool reason = false;
	for (uint32_t i = first < l->count ? first : 1; i < l->count && act < i; i++) {
		uint32_t begin = i;
		bool const joint = joins_clause(&l->at[i]);
		bool const firm = is_punct(&l->at[i], ',') || is_punct(&l->at[i], ';');
		while (begin < i + JOINTS_MOST && joins_clause(&l->at[begin]))
			begin++;
		uint32_t const subject = behind_relative(g, begin);
		bool const relative = subject > begin;
		bool const may = reason ? (firm && relative) || is_punct(&l->at[i], ';')
		                        : joint || relative;
		reason |= l->at[i].cls == LEX_REASON && !relative;
		if (!may || !stance_of_other(g, subject, relative, ours))
			continue;
		g->out->turn = turn_between(g, i, subject);
		g->out->turns_to_stance = true;
		return;
	}
}
