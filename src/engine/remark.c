/*
 * remark.c -- a few words beside an amendment that are not understood (clause.h).
 *
 * "Fell.", "Amendment put and negatived." or "(optional)" behind an amendment may say that it
 * is not asked for, in more words than can be listed.  So the harmless ones are listed: why it
 * is asked for, whence its words are, thanks, that it was carried.  A few words that have none
 * of them are not passed over.  Who says more than a few says what they mean, and is understood
 * elsewhere.
 */
#include "clause.h"
#include "listed.h"

#define FEW_WORDS   4u /* of a sentence that says but what became of it, and of an aside */
#define SOME_WORDS  8u /* with a "not" */
#define SOLID_BYTES 6u /* of a word, where words are not parted */

static unsigned words_in(const struct lang *lang, redline_bytes text)
{
	return lang->solid ? (unsigned)(text.len / SOLID_BYTES) : bytes_words(text);
}

/* Does a word begin so?  In Arabic what is written onto it stands before that. */
static bool has_words(const struct lang *lang, lang_list list, redline_bytes text)
{
	struct listed_words words;
	listed_prepare(&words, list);
	return listed_words_within(&words, text, lang->solid || lang->script == SCRIPT_ARABIC);
}

/* Why, whence, thanks, a "Note: ..."; or that it was accepted, without a "not".  What has tabs
 * is a row of a table. */
bool is_harmless(const struct lexer *lexer, redline_bytes text, bool negated)
{
	const struct lang *lang = lexer_lang(lexer);
	const struct word_lists *lists = lexer_lists(lexer);
	bool const in_words = lang->solid || lang->script == SCRIPT_ARABIC;
	return listed_words_within(&lists->plain, text, in_words) ||
	       listed_start(lang_remark_heads, text) || memchr(text.ptr, '\t', text.len) ||
	       (!negated && listed_words_within(&lists->approvals, text, in_words)) ||
	       listed_within(lang_assents, text);
}

/* What a sentence has besides words that no row knows. */
struct makeup {
	bool negated, points, ours, words, more;
};

static struct makeup makeup_of(const struct lexed *l)
{
	struct makeup m = {.negated = false};
	for (uint32_t i = 0; i < l->count; i++)
		switch (l->at[i].cls) {
		case LEX_NEGATION:
			m.negated = true;
			break;
		case LEX_SAME:
		case LEX_PRONOUN:
			m.points |= i == 0;
			break;
		case LEX_WE:
			m.ours = true;
			break;
		case LEX_WORD:
			m.words = true;
			break;
		case LEX_UNIT:
		case LEX_NUMERAL:
		case LEX_QUOTE:
		case LEX_REASON:
		case LEX_GROUP:
			m.more = true;
			break;
		default:
			break;
		}
	return m;
}

bool may_tell_fate(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lang *lang = cursor_lang(&g->cursor);
	redline_bytes const text = bytes_in(
		g->cursor.text, (redline_range){l->at[0].range.begin, l->at[l->count].range.begin});
	unsigned const count = l->count ? words_in(lang, text) : 0;
	if (!count || count > SOME_WORDS || is_punct(&l->at[l->count - 1], ':') ||
	    is_punct(&l->at[l->count - 1], '?'))
		return false;
	struct makeup const m = makeup_of(l);
	bool const tells = count <= FEW_WORDS ? m.words || m.negated : m.negated;
	if (!tells || m.more)
		return false;
	bool const own = (m.points || m.ours) && /* "It is cleaner.", "We are flexible." */
	                 !has_words(lang, lang->proposals, text);
	return !own && !is_harmless(g->cursor.lexer, text, m.negated);
}

bool denies_assent(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lang *lang = cursor_lang(&g->cursor);
	bool negated = false;
	if (!l->count || !lexed_may_have(l, LEX_BIT(LEX_NEGATION)))
		return false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		negated |= x->cls == LEX_NEGATION && x->value != 1;
		if (x->cls == LEX_WE || x->cls == LEX_NAME || x->cls == LEX_UNIT ||
		    x->cls == LEX_NUMERAL || x->cls == LEX_QUOTE || x->cls == LEX_REASON ||
		    is_punct(x, ':') || is_punct(x, '?'))
			return false;
	}
	redline_bytes const text = bytes_in(
		g->cursor.text, (redline_range){l->at[0].range.begin, l->at[l->count].range.begin});
	return negated && words_in(lang, text) <= SOME_WORDS &&
	       has_words(lang, lang_agreements, text);
}

/* "(CEDAW)", "(Article of 1990)": a name, or a number, tells whence the words are. */
static bool has_name(const struct lang *lang, redline_bytes text)
{
	for (size_t i = 0; i < text.len; i++) {
		bool const large = text.ptr[i] >= 'A' && text.ptr[i] <= 'Z';
		if (is_digit(text.ptr[i]) || (large && !lang->large_nouns))
			return true;
	}
	return false;
}

/* Is it behind words or the verb, and before the end?  "paragraph 7 (human rights)" is a place. */
static bool closes_change(const struct lexed *l, uint32_t i)
{
	uint32_t const next = i + 1 + is_punct(&l->at[i + 1], '.');
	if (i == 0)
		return false;
	const struct lexeme *before = &l->at[i - 1];
	bool const verb = before->cls == LEX_ACTION && FORM_OF(before->value) != FORM_ACTIVE;
	return (verb || before->cls == LEX_QUOTE) &&
	       (l->at[next].cls == LEX_END || is_punct(&l->at[i + 1], ';'));
}

bool aside_is_unclear(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lang *lang = cursor_lang(&g->cursor);
	redline_range const inside = l->groups[l->at[i].value];
	redline_bytes const text = bytes_in(g->cursor.text, inside);
	if (!closes_change(l, i) || words_in(lang, text) > FEW_WORDS || has_name(lang, text))
		return false;
	struct lexed said;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &said) ||
	    !said.count)
		return false;
	struct makeup const m = makeup_of(&said);
	return m.words && !m.more && !is_harmless(g->cursor.lexer, text, m.negated);
}
