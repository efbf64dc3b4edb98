/*
 * wonder.c -- a lead-in that only asks, or supposes, what it leads to (clause.h).
 *
 * "Should we:", "Could Peru propose:", "One option would be to:" and "¿Debemos:" begin a
 * sentence that goes on in a list.  The items look like orders, and the mark of the question,
 * if there is one, stands behind the last of them.  Who asks politely ("Could you please",
 * "May we propose") does ask.
 */
#include "clause.h"
#include "listed.h"

#define WONDER_BYTES 240u /* a longer sentence tells more */

/* The words of lexemes [i, to), and what stands right behind them, where a word ends. */
static redline_bytes words_from(const struct grammar *g, uint32_t i, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t const end = all[to - 1].range.end;
	return bytes_in(g->cursor.text,
	                (redline_range){all[i].range.begin, end + (end < g->cursor.text.len)});
}

/* May the sentence proper begin behind this one: "And should we", "Kenya: could we"? */
static bool may_open(const struct lexeme *x)
{
	return (x->cls == LEX_FILLER && x->value == FILLER_PLAIN) || x->cls == LEX_AND ||
	       x->cls == LEX_NAME || x->cls == LEX_PUNCT ||
	       (x->cls == LEX_WORD && x->value == WORD_BUT);
}

/* "Peut-on": the first word that ends as verbs with their subject behind do. */
static bool is_inverted(const struct grammar *g, const struct lexeme *x)
{
	return listed_end(cursor_lang(&g->cursor)->inverted, bytes_in(g->cursor.text, x->range));
}

bool opens_question(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	lang_list const openings = cursor_lang(&g->cursor)->questions;
	bool name = false;
	for (uint32_t i = 0; i < to; i++) {
		bool const begins = !name || all[i - 1].cls == LEX_PUNCT;
		if (begins && (listed_start(openings, words_from(g, i, to)) ||
		               is_inverted(g, &all[i])))
			return true;
		if (!may_open(&all[i]))
			return false;
		name = all[i].cls == LEX_NAME || (name && all[i].cls != LEX_PUNCT);
	}
	return false;
}

/* "Delegations may wish to": the word of proposing at lexeme i is what somebody might say. */
static bool is_supposed_wish(const struct grammar *g, uint32_t i, uint32_t to)
{
	return i > 0 && listed_start(cursor_lang(&g->cursor)->supposing, words_from(g, i - 1, to));
}

/* "May we propose": a proposal, though it is worded as a question; "could Peru propose" is
 * put to Peru. */
static bool proposes_politely(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool name = false;
	for (uint32_t i = 0; i < to; i++) {
		if (all[i].cls == LEX_FILLER && all[i].value == FILLER_PLEASE)
			return true;
		if (all[i].cls == LEX_PROPOSE && all[i].value == 0)
			return !name && !is_supposed_wish(g, i, to);
		name |= all[i].cls == LEX_NAME;
	}
	return false;
}

bool lead_wonders(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (!to || all[to - 1].range.end - all[0].range.begin > WONDER_BYTES)
		return false;
	for (uint32_t i = 0; i < to; i++)
		if (is_punct(&all[i], '?'))
			return true;
	const struct lexer *lexer = g->cursor.lexer;
	if (all[0].cls == LEX_OR) /* "Either of these changes:" */
		return true;
	redline_bytes const words = words_from(g, 0, to);
	if (proposes_politely(g, to) || has_one_of(lexer, &lexer_lists(lexer)->gratitude, words))
		return false;
	if (opens_question(g, to))
		return true;
	bool means_it = false; /* "could support the text with these changes:" */
	for (uint32_t i = 0; i < to; i++)
		means_it |= all[i].cls == LEX_STANCE ||
		            (all[i].cls == LEX_PROPOSE && !is_supposed_wish(g, i, to));
	return !means_it && has_one_of(lexer, &lexer_lists(lexer)->supposing, words);
}
