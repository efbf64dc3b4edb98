/*
 * quiet_order.c -- verbs that no table knows, in a sentence that asks for nothing (quieting.h):
 * told by where they stand, and by their ending in languages that tell it.
 */
#include "quieting.h"

#include "listed.h"

/* A word that could be a verb in its base form: "rename", not "recalling". */
static bool may_be_order(const struct grammar *g, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&g->cursor);
	if (x->cls != LEX_WORD || x->value == WORD_NOBODY || !lang->not_verbs)
		return false;
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return word.len > 1 && !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

/* Past "In paragraph 6," and the like. */
static uint32_t after_place(const struct grammar *g)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at = 0;
	while (cursor_peek(&c, 0)->cls == LEX_IN || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	if (!noun_is_place(&c) || !noun_places(&c, &set))
		return 0;
	while (cursor_peek(&c, 0)->cls == LEX_PUNCT || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	return c.at;
}

bool quiet_starts_like_order(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *x = l->at;
	while (x->cls == LEX_FILLER && x->value == FILLER_PLAIN) /* "Then swap ..." */
		x++;
	if (may_be_order(g, x) && (x == l->at || !starts_large(g, x)) &&
	    (g->out->has_places || mood->quotes > 0) && l->count <= 14)
		return true;
	uint32_t const left = l->count - (uint32_t)(x - l->at);
	bool const two = left >= 4 && l->count <= 6 && x[1].cls == LEX_NUMERAL &&
	                 x[2].cls == LEX_AND && x[3].cls == LEX_NUMERAL;
	if (two && may_be_order(g, x))
		return true; /* "Swap 7 and 8." */
	uint32_t const at = after_place(g);
	return at > 0 && at < l->count && mood->quotes > 0 && may_be_order(g, &l->at[at]) &&
	       !is_upper(g->cursor.text.ptr[l->at[at].range.begin]);
}

bool quiet_ends_like_order(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool const placed = g->out->has_places || g->around->scope_count > 0;
	if (!cursor_lang(&g->cursor)->orders_end || !placed || mood->verbs > 0 || l->count > 20)
		return false;
	bool const opens = l->at[0].cls == LEX_IN || l->at[0].cls == LEX_UNIT ||
	                   l->at[0].cls == LEX_ORDINAL;
	for (uint32_t i = 1; i < l->count; i++) {
		/* where endings tell less (German), nothing may stand between it and the place */
		bool const sure = cursor_lang(&g->cursor)->genitives ||
		                  l->at[i - 1].cls == LEX_NUMERAL || l->at[i - 1].cls == LEX_UNIT;
		bool const ends = opens && sure && l->at[i + 1].cls == LEX_PUNCT &&
		                  i + 2 >= l->count;
		if (l->at[i].cls == LEX_WORD && (ends || l->at[i - 1].cls == LEX_QUOTE) &&
		    listed_end(cursor_lang(&g->cursor)->orders_end,
		               bytes_in(g->cursor.text, l->at[i].range)))
			return true;
	}
	return false;
}

bool quiet_opens_with_verb(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if (cursor_lang(&g->cursor)->not_verbs || l->count > 8 || l->at[0].cls != LEX_WORD ||
	    l->at[0].value != WORD_UNKNOWN)
		return false;
	uint32_t i = 1;
	while (l->at[i].cls == LEX_FILLER)
		i++;
	return l->at[i].cls == LEX_UNIT;
}

bool quiet_hides_verb(const struct grammar *g, const struct mood *mood)
{
	if (mood->verbs || cursor_lang(&g->cursor)->not_verbs)
		return false;
	if (quiet_opens_with_verb(g))
		return true;
	/* any sentence that quotes may have one */
	return mood->quotes > 0 &&
	       (mood->places > 0 || g->around->scope_count > 0 || mood->quotes > 1) &&
	       g->cursor.lexed->at[0].cls != LEX_REASON;
}

bool quiet_wants_of_place(const struct grammar *g, const struct mood *mood)
{
	(void)mood;
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0;
	while ((l->at[i].cls == LEX_FILLER && l->at[i].value != FILLER_DUE) ||
	       l->at[i].cls == LEX_NAME || is_punct(&l->at[i], ':'))
		i++;
	/* Chinese "将第5段...": the verb follows */
	if (cursor_lang(&g->cursor)->solid && l->at[i].cls == LEX_FILLER)
		return l->at[i + 1].cls == LEX_UNIT;
	return l->at[i].cls == LEX_UNIT && l->at[i + 1].cls == LEX_NUMERAL &&
	       l->at[i + 2].cls == LEX_FILLER && l->at[i + 2].value == FILLER_DUE;
}
