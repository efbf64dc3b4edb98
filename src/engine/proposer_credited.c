/*
 * proposer_credited.c -- an aside that says whose an amendment is in words (clause.h):
 * "(proposed by Kenya)", "[Kenya's proposal]", "（肯尼亚提议）".
 *
 * "(as proposed by Kenya)", "(not supported by Kenya)" or "(proposed by Kenya last year)" say
 * something else: nothing may stand there but what credits, and the parties.
 */
#include "clause.h"
#include "listed.h"
#include "speaker_lead.h"

/* "proposed", "submitted", "proposal", "from" */
static bool credits(const struct grammar *g, const struct lexeme *x)
{
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	if (x->cls == LEX_PROPOSE || x->cls == LEX_FROM)
		return true;
	if (x->cls == LEX_HISTORY) /* "Proposal by" */
		return listed_words_start(&lexer_lists(g->cursor.lexer)->proposals, word) > 0;
	return x->cls == LEX_WORD &&
	       (listed(lang_credited, word) ||
	        listed_words_are(&lexer_lists(g->cursor.lexer)->proposals, word));
}

/* What else may stand there: "by", "the delegation of", "and". */
static bool goes_with_credit(const struct grammar *g, const struct lexeme *x)
{
	return (x->cls == LEX_LINK && x->value == LINK_WITH) || x->cls == LEX_OF ||
	       x->cls == LEX_FILLER || joins_parties(x) || is_punct(x, ':') ||
	       is_punct(x, '\'') || is_punct(x, 0x2019) ||
	       (x->cls == LEX_WORD &&
	        (x->value == WORD_SPEAKER || listed(lang_credits_by, bytes_in(g->cursor.text, x->range))));
}

bool take_credited(struct grammar *g, redline_range inside)
{
	struct lexed said;
	redline_bytes party[PROPOSERS_MAX];
	unsigned count = 0;
	bool credit = false;
	if (g->out->proposer_count ||
	    !lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &said) ||
	    !lexed_may_have(&said, LEX_BIT(LEX_NAME)))
		return false;
	for (uint32_t i = 0; i < said.count; i++) {
		const struct lexeme *x = &said.at[i];
		if (x->cls == LEX_NAME && count < PROPOSERS_MAX)
			party[count++] = bytes_of(lang_parties[x->value].name);
		else if (credits(g, x))
			credit = true;
		else if (!goes_with_credit(g, x))
			return false;
	}
	if (!credit || !count)
		return false;
	for (unsigned i = 0; i < count; i++)
		add_proposer(g->out, party[i]);
	g->out->credited = true;
	return true;
}
