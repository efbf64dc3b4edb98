/*
 * reversal.c -- does a sentence take back the amendment right before it (clause.h)?
 */
#include "clause.h"
#include "listed.h"

/* "Not in paragraph 4.", at the "not": a place, and no "Not in this round." */
static bool leaves_place_out(const struct lexed *l, uint32_t i)
{
	while (l->at[i].cls == LEX_NEGATION || l->at[i].cls == LEX_FILLER)
		i++;
	bool const in = l->at[i].cls == LEX_IN;
	while (l->at[i].cls == LEX_IN || l->at[i].cls == LEX_FILLER)
		i++;
	return in && (l->at[i].cls == LEX_UNIT || l->at[i].cls == LEX_ORDINAL);
}

/* "- unless Kenya objects", "But not in the annex.", "Not in paragraph 4.": a rider without its
 * order. */
static bool is_rider(const struct lexed *l)
{
	uint32_t i = 0;
	while (l->at[i].cls == LEX_FILLER || l->at[i].cls == LEX_PUNCT)
		i++;
	bool const but = l->at[i].cls == LEX_WORD && l->at[i].value == WORD_BUT;
	enum lex_class const c = l->at[i + but].cls;
	for (uint32_t k = i; k < l->count; k++)
		if (is_punct(&l->at[k], ','))
			return false; /* "If adopted, this would ..." */
	bool const not_here = c == LEX_NEGATION && (but || leaves_place_out(l, i));
	return c == LEX_DOUBT || c == LEX_EXCEPT || c == LEX_OR || not_here;
}

bool has_one_of(const struct lexer *lexer, const struct listed_words *words, redline_bytes text)
{
	return listed_words_within(words, text, lexer_lang(lexer)->solid);
}

#define VERDICT_BYTES 64u /* with what stands behind it; longer sentences say more */

bool is_verdict(const struct lexer *lexer, redline_bytes text)
{
	size_t const n = text.len <= VERDICT_BYTES
	                         ? listed_words_start(&lexer_lists(lexer)->verdicts, text)
	                         : 0;
	for (size_t i = n; i < text.len; i++)
		if (is_alpha(text.ptr[i]) || (text.ptr[i] & 0x80))
			return false;
	return n > 0;
}

/* Where the sentence begins, behind a "Chair:". */
static uint32_t behind_party(const struct lexed *l)
{
	bool const party = l->at[0].cls == LEX_NAME && is_punct(&l->at[1], ':');
	return l->at[party ? 2 : 0].range.begin;
}

/* "This proposal was rejected.", "Correction: “must”" */
bool retracts(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct listed_words *words = &lexer_lists(g->cursor.lexer)->retractions;
	redline_bytes const text = bytes_in(
		g->cursor.text, (redline_range){l->at[0].range.begin, l->at[l->count].range.begin});
	if (!l->count)
		return false;
	redline_range const said = {behind_party(l), l->at[l->count].range.begin};
	if (is_verdict(g->cursor.lexer, bytes_in(g->cursor.text, said)))
		return true;
	bool own = false; /* a place or wording, that it may speak of */
	for (uint32_t i = 0; i < l->count; i++) {
		if (l->at[i].cls == LEX_FILLER && l->at[i].value == FILLER_LIFTED)
			return false;
		own |= (l->at[i].cls == LEX_UNIT && l->at[i + 1].cls == LEX_NUMERAL) ||
		       l->at[i].cls == LEX_QUOTE;
	}
	return own ? listed_words_start(words, bytes_in(g->cursor.text, said)) > 0
	           : has_one_of(g->cursor.lexer, words, text);
}

bool reverses_several(const struct grammar *g)
{
	const struct lang *lang = cursor_lang(&g->cursor);
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		redline_bytes const word = bytes_in(g->cursor.text, x->range);
		if (x->cls == LEX_NUMERAL || x->cls == LEX_COUNT || x->cls == LEX_QUANTIFIER ||
		    x->cls == LEX_WHOLE ||
		    (listed(lang->proposals, word) && listed_end(lang->plurals, word)))
			return true;
	}
	return false;
}

/* "Withdrawn.", "[Not agreed]", "We cannot support that": said of what stands before. */
enum reversal find_reversal(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool denied = false, bare = true, points = false, wordy = false;
	if (!mood->asks && is_rider(l))
		return REVERSAL_DENIES;
	if (!mood->asks && (retracts(g) || denies_assent(g)))
		return REVERSAL_RETRACTS;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		switch (x->cls) {
		case LEX_UNIT:
		case LEX_NUMERAL:
		case LEX_QUOTE:
		case LEX_NAME:
		case LEX_HISTORY:
			return REVERSAL_NONE;
		case LEX_DOUBT:
			denied = true;
			break;
		case LEX_PRONOUN:
		case LEX_SAME:
			points = true;
			break;
		case LEX_PUNCT:
		case LEX_FILLER:
			break;
		case LEX_WORD:
			wordy = true;
			bare = false;
			break;
		default:
			bare = false;
		}
	}
	if (denied && bare)
		return REVERSAL_DENIES;
	bool const against = mood->stance == REDLINE_OPPOSES || mood->stance == REDLINE_WAIVES;
	return mood->takes_position && against && (points || !wordy)
	               ? REVERSAL_OPPOSES
	               : REVERSAL_NONE;
}
