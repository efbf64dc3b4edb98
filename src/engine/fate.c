/*
 * fate.c -- a sentence behind an amendment that speaks of the amendment itself (clause.h).
 *
 * "This is subject to approval by our capital.", "That was last year's proposal.", "On
 * reflection, let it stay.": in a sentence that points back, words of leaving, holding or of
 * another time may take the amendment back.  Other words may be the reason for it.  What tells
 * neither is warned of, so that nobody takes it for heard.
 */
#include "clause.h"
#include "listed.h"

#define FATE_BYTES 160u /* longer sentences argue */

static redline_bytes all_words(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	return bytes_in(g->cursor.text,
	                (redline_range){l->at[0].range.begin, l->at[l->count].range.begin});
}

/* "this", "it", "the proposal", "the text"; but not "this paragraph 6" or words quoted. */
static bool points_back(const struct grammar *g, redline_bytes text)
{
	const struct lexed *l = g->cursor.lexed;
	bool points = false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		points |= x->cls == LEX_SAME || x->cls == LEX_PRONOUN || x->cls == LEX_TEXT;
	}
	return points || listed_start(lang_thats, text) ||
	       has_one_of(g->cursor.lexer, &lexer_lists(g->cursor.lexer)->proposals, text) ||
	       listed_words_within(&lexer_lists(g->cursor.lexer)->pointing_back, text, false);
}

/* "Result: 3 for, 12 against." */
static bool counts_votes(const struct grammar *g, redline_bytes text)
{
	const struct lexed *l = g->cursor.lexed;
	bool number = false;
	for (size_t i = 0; i < text.len; i++)
		number |= is_digit(text.ptr[i]);
	return number && !lexed_may_have(l, LEX_BIT(LEX_UNIT) | LEX_BIT(LEX_QUOTE)) &&
	       listed_words_whole(&lexer_lists(g->cursor.lexer)->noes, text,
	                          cursor_lang(&g->cursor)->solid);
}

bool tells_fate(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	redline_class const kind = g->out->kind;
	if (!l->count || (kind != REDLINE_OTHER && kind != REDLINE_SCOPE) ||
	    is_punct(&l->at[l->count - 1], ':') || is_punct(&l->at[l->count - 1], '?'))
		return false;
	redline_bytes const text = all_words(g);
	if (text.len > FATE_BYTES || lexed_may_have(l, LEX_BIT(LEX_REASON)))
		return false;
	bool const solid = cursor_lang(&g->cursor)->solid;
	return counts_votes(g, text) ||
	       (listed_words_whole(&lexer_lists(g->cursor.lexer)->fates, text, solid) &&
	        points_back(g, text));
}

void heed_talk(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *x = l->at;
	uint32_t i = 0;
	while (x[i].cls == LEX_FILLER && x[i].value == FILLER_PLAIN)
		i++;
	if (i == l->count)
		return;
	bool const subject = x[i].cls == LEX_SAME || x[i].cls == LEX_PRONOUN ||
	                     listed_start(lang_thats, all_words(g));
	if (g->out->kind != REDLINE_OTHER || !subject || x[i + 1].cls == LEX_UNIT ||
	    x[i + 1].cls == LEX_TEXT || is_punct(&x[l->count - 1], ':') ||
	    lexed_may_have(l, LEX_BIT(LEX_REASON)))
		return;
	for (uint32_t k = i; k < l->count; k++)
		if (x[k].cls == LEX_FILLER && x[k].value == FILLER_JUDGED)
			return;
	if (is_harmless(g->cursor.lexer, all_words(g), lexed_may_have(l, LEX_BIT(LEX_NEGATION))))
		return;
	g->out->puzzle = (struct puzzle){
		"not-understood",
		"this may say more of the change before it, and is not heeded; a reason begins "
		"with \"because\"",
		false, true, (redline_range){x[0].range.begin, x[l->count - 1].range.end}};
}
