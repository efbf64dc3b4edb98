/*
 * relative.c -- asides that only tell, out of a sentence's lexemes.  See relative.h.
 *
 * An aside stands between two commas, right behind the provision or the words it is
 * about, opens with a word such as "which" or "as" (LEX_REASON), and tells of the past
 * or denies.  One that proposes, doubts or takes a position is left for the grammar; so is
 * one behind which nothing is asked for any more, since it may be a part of a list.
 */
#include "relative.h"

#include <string.h>

#define ASIDE_MAX 40u /* lexemes; a longer one is no aside that a reader skips */

static bool is_opening(const struct lexeme *comma)
{
	if (!is_punct(comma, ',')) /* behind LEX_END nothing is to be read */
		return false;
	const struct lexeme *x = comma + 1;
	if (x->cls == LEX_IN || x->cls == LEX_OF) /* "in which", "of which" */
		x++;
	return x->cls == LEX_REASON && x->value == REASON_SAYS;
}

uint32_t relative_begin(const struct lexeme *at, uint32_t comma)
{
	if (!is_punct(&at[comma], ','))
		return comma;
	uint32_t i = comma;
	while (i > 0 && comma - i < ASIDE_MAX && at[i - 1].cls != LEX_PUNCT)
		i--;
	return i > 0 && is_opening(&at[i - 1]) ? i - 1 : comma;
}

/* What can be told of: a provision, words, or what says more of them. */
static bool is_told_of(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_NUMERAL:
	case LEX_UNIT:
	case LEX_QUOTE:
	case LEX_GROUP:
	case LEX_ORDINAL:
		return true;
	default:
		return false;
	}
}

/* Do the lexemes of the aside between these commas tell, and do nothing else?  That words,
 * not a provision, cannot be accepted is no position that would be lost. */
static bool only_tells(const struct lexeme *open, const struct lexeme *end)
{
	bool tells = false;
	for (const struct lexeme *x = open + 1; x < end; x++) {
		switch (x->cls) {
		case LEX_STANCE:
			if (x->value != REDLINE_OPPOSES || open[-1].cls != LEX_QUOTE)
				return false;
			tells = true;
			break;
		case LEX_HISTORY:
		case LEX_NEGATION:
			tells = true;
			break;
		case LEX_DOUBT:
		case LEX_HEDGE:
			return false;
		case LEX_PROPOSE:
			if (x->value == 0)
				return false;
			break;
		default:
			break;
		}
	}
	return tells;
}

/* The last lexeme by which something is done; 0: there is none. */
static uint32_t last_act(const struct lexed *l)
{
	uint32_t i = l->count;
	while (i > 0 && l->at[i].cls != LEX_ACTION && l->at[i].cls != LEX_SHORT)
		i--;
	return i;
}

/* The comma that ends the aside which opens at the comma `from`; NULL: it is none. */
static const struct lexeme *aside_end(const struct lexeme *from)
{
	const struct lexeme *x = from + 1;
	while (x->cls != LEX_END && x->cls != LEX_PUNCT && x - from < ASIDE_MAX)
		x++;
	return is_punct(x, ',') && only_tells(from, x) ? x : NULL;
}

bool relatives_take(struct arena *a, struct lexed *lexed)
{
	if (!lexed_may_have(lexed, LEX_BIT(LEX_REASON)) ||
	    !lexed_may_have(lexed, LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_NEGATION) |
	                               LEX_BIT(LEX_STANCE)))
		return true;
	uint32_t const act = last_act(lexed);
	struct lexeme *copy = NULL;
	uint32_t kept = 0;
	for (uint32_t i = 0; i <= lexed->count; i++) {
		const struct lexeme *x = &lexed->at[i];
		const struct lexeme *end = NULL;
		if (i > 0 && is_opening(x) && is_told_of(x - 1))
			end = aside_end(x);
		if (!end || end >= &lexed->at[act]) {
			if (copy)
				copy[kept] = *x;
			kept++;
			continue;
		}
		if (!copy) {
			copy = arena_array(a, (size_t)lexed->count + 1, sizeof *copy);
			if (!copy)
				return false;
			memcpy(copy, lexed->at, i * sizeof *copy);
		}
		i += (uint32_t)(end - x);
	}
	if (copy) {
		lexed->at = copy;
		lexed->count = kept - 1; /* without the LEX_END */
	}
	return true;
}
