/*
 * proposal.c -- see proposal.h.
 *
 * The phrase is a noun of the language's list with an owner: a pronoun or a name
 * in the possessive before it, or "the" before it and "of", "by" or "from" and a
 * name behind it.  It counts where the sentence withdraws something, or where it is
 * what the sentence amends: after an "in", or beside a verb of amending.  Elsewhere
 * a proposal is only talked of.
 */
#include "proposal.h"

#include <string.h>

#include "base/bytes.h"
#include "listed.h"

#define PHRASES_MAX 64u /* of a sentence that are weighed: each looks over all of it */

struct phrase {
	uint32_t begin, end; /* lexemes */
};

static redline_bytes written(redline_bytes text, const struct lexeme *x)
{
	return bytes_in(text, x->range);
}

static redline_bytes party_name(const struct lexeme *x)
{
	return bytes_of(lang_parties[x->value].name);
}

/* Is a name in the possessive, whose lexemes end before `end`?  *begin is its first. */
static bool possessive(redline_bytes text, const struct lang *lang, const struct lexed *l,
                       uint32_t end, uint32_t *begin)
{
	for (uint32_t back = 1; back <= 3 && back <= end; back++) {
		const struct lexeme *x = &l->at[end - back];
		if (x->cls != LEX_NAME)
			continue;
		redline_bytes const tail = bytes_in(
			text, (redline_range){x->range.begin, l->at[end - 1].range.end});
		redline_bytes rest = tail;
		while (rest.len && !listed_start(lang->possessives, rest)) {
			rest.ptr++;
			rest.len--;
		}
		*begin = end - back;
		return rest.len && listed_start(lang->possessives, rest) == rest.len;
	}
	return false;
}

/* Does a verb of this kind stand in the sentence?  *at is where. */
static bool has_verb(const struct lexed *l, enum verb verb, uint32_t *at)
{
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_ACTION && VERB_OF(l->at[i].value) == verb) {
			*at = i;
			return true;
		}
	return false;
}

/* "撤回关于第5段的提案": what is withdrawn is the own one, unless a name stands before it. */
static bool is_withdrawn_own(const struct lang *lang, const struct lexed *l, uint32_t i,
                             struct phrase *p, struct proposal *out)
{
	uint32_t verb;
	if (!lang->withdraws_own || !has_verb(l, VERB_WITHDRAW, &verb) || verb > i)
		return false;
	for (uint32_t k = verb + 1; k < i; k++)
		if (l->at[k].cls == LEX_NAME)
			out->of = party_name(&l->at[k]);
	*p = (struct phrase){i, i + 1};
	return true;
}

/* The noun at lexeme i with whose it is; false if nobody's. */
static bool find_owner(redline_bytes text, const struct lang *lang, const struct lexed *l,
                       uint32_t i, struct phrase *p, struct proposal *out)
{
	uint32_t before = i;
	while (before > 0 && listed(lang->earlier, written(text, &l->at[before - 1])))
		before--;
	p->end = i + 1;
	if (is_withdrawn_own(lang, l, i, p, out))
		return true;
	if (listed(lang->own, written(text, &l->at[i]))) { /* "اقتراحها" */
		p->begin = i;
		return true;
	}
	if (before > 0 && listed(lang->own, written(text, &l->at[before - 1]))) {
		p->begin = before - 1;
		return true;
	}
	if (possessive(text, lang, l, before, &p->begin)) {
		out->of = party_name(&l->at[p->begin]);
		if (p->begin > 0 && is_article(&l->at[p->begin - 1]))
			p->begin--;
		return true;
	}
	/* "the proposal of", with which the noun's row may end */
	redline_bytes const noun = written(text, &l->at[i]);
	bool of = listed_end(lang->owned_by, noun);
	uint32_t k = i + 1;
	if (!of && k < l->count && listed(lang->owned_by, written(text, &l->at[k]))) {
		of = true;
		k++;
	}
	while (of && k < l->count && is_article(&l->at[k]))
		k++;
	if (!of || k >= l->count || l->at[k].cls != LEX_NAME)
		return false;
	out->of = party_name(&l->at[k]);
	p->begin = before > 0 && is_article(&l->at[before - 1]) ? before - 1 : before;
	p->end = k + 1;
	return true;
}

static bool is_noun(const struct lexer *lexer, redline_bytes word, bool *several)
{
	size_t const len = listed_words_start(&lexer_lists(lexer)->proposals, word);
	bool const whole = len && (len == word.len || word.ptr[len] == ' ');
	*several = whole && listed_end(lexer_lang(lexer)->plurals,
	                                         (redline_bytes){word.ptr, len});
	return whole;
}

/* "[La proposition du Japon] est retirée", with a verb that is said of words, too */
static bool is_taken_out(const struct lexed *l, const struct phrase *p, uint32_t *at)
{
	uint32_t i = p->end;
	while (i < l->count && l->at[i].cls == LEX_FILLER)
		i++;
	*at = i;
	return i < l->count && l->at[i].cls == LEX_ACTION &&
	       VERB_OF(l->at[i].value) == VERB_DELETE && FORM_OF(l->at[i].value) == FORM_PASSIVE;
}

/* "amend [the proposal of the EU]" */
static bool behind_amend(const struct lexed *l, const struct phrase *p)
{
	const struct lexeme *x = p->begin > 0 ? &l->at[p->begin - 1] : NULL;
	return x && x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_AMEND &&
	       IS_ACTIVE(x->value);
}

/* Is it what the sentence amends? */
static bool is_amended(const struct lexed *l, const struct phrase *p)
{
	uint32_t verb;
	if (behind_amend(l, p))
		return true;
	if (p->begin > 0 && l->at[p->begin - 1].cls == LEX_IN)
		return true;
	bool const begins = p->begin == 0 || l->at[p->begin - 1].cls == LEX_PUNCT ||
	                    l->at[p->begin - 1].cls == LEX_PROPOSE;
	return begins && has_verb(l, VERB_AMEND, &verb) && verb >= p->end &&
	       FORM_OF(l->at[verb].value) == FORM_PASSIVE;
}

/* Who stands before the verb that withdraws: "Japan withdraws", "Japan would ...". */
static void find_by(const struct lexed *l, uint32_t verb, struct proposal *out)
{
	if (!IS_ACTIVE(l->at[verb].value))
		return;
	for (uint32_t i = 0; i < verb; i++)
		if (l->at[i].cls == LEX_NAME && !out->by.len)
			out->by = party_name(&l->at[i]);
}

/* Does what stands before an active verb say that it is done here and now? */
static bool is_sure(const struct lexed *l, uint32_t verb)
{
	if (!IS_ACTIVE(l->at[verb].value))
		return true;
	for (uint32_t i = verb; i > 0; i--) {
		const struct lexeme *x = &l->at[i - 1];
		if (x->cls == LEX_NAME || x->cls == LEX_WE || x->cls == LEX_PUNCT)
			break;
		if (x->cls == LEX_HEDGE || x->cls == LEX_DOUBT || x->cls == LEX_STANCE ||
		    (x->cls == LEX_FILLER && x->value == FILLER_DUE))
			return false;
	}
	return true;
}

/*
 * "supports Japan's proposal, with "x" replaced by "y"" wants it otherwise, and "does
 * not pursue its proposal" takes it back, or nearly so.  "Japan's proposal to replace
 * ..." only says which one it is.
 */
static bool is_more_than_talk(const struct lexed *l, const struct phrase *p, bool own)
{
	bool apart = false, asks = false, quotes = false;
	if (own && p->begin > 1 && l->at[p->begin - 2].cls == LEX_NEGATION)
		return true;
	for (uint32_t i = p->end; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		apart |= !asks && (x->cls == LEX_PUNCT || x->cls == LEX_AND ||
		                   (x->cls == LEX_WORD && x->value == WORD_BUT) ||
		                   (x->cls == LEX_LINK && x->value == LINK_WITH));
		asks |= x->cls == LEX_ACTION;
		quotes |= x->cls == LEX_QUOTE;
	}
	return apart && asks && quotes;
}

/* "Japan has withdrawn its proposal": it may be one of these statements.  One that it withdrew
 * last year is none. */
static bool was_withdrawn(const struct lexed *l)
{
	bool withdrawn = false, when = false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		withdrawn |= x->cls == LEX_VAGUE && x->value == VAGUE_WITHDRAWN;
		when |= x->cls == LEX_HISTORY && x->value == HISTORY_WHEN;
	}
	return withdrawn && !when;
}

static bool leads_to_place(const struct lexeme *x)
{
	return x->cls == LEX_IN || x->cls == LEX_FOR || x->cls == LEX_TO || x->cls == LEX_OF ||
	       x->cls == LEX_THROUGH; /* Russian "по" */
}

/* "amend paragraph 7 by replacing" is "in paragraph 7 replacing". */
static void amend_as_in(struct lexeme *at, uint32_t *count, uint32_t amend)
{
	at[amend].cls = LEX_IN;
	at[amend].value = 0;
	for (uint32_t i = amend + 1; i + 1 < *count; i++) {
		if (at[i].cls != LEX_LINK || at[i].value != LINK_WITH ||
		    at[i + 1].cls != LEX_ACTION)
			continue;
		memmove(&at[i], &at[i + 1], (*count - i) * sizeof *at);
		--*count;
		return;
	}
}

/* A copy of the lexemes without the phrase. */
static bool cut(struct arena *a, struct lexed *l, struct phrase p)
{
	bool const amend = behind_amend(l, &p);
	if (p.end < l->count && leads_to_place(&l->at[p.end]))
		p.end++;
	else if (p.begin > 0 && l->at[p.begin - 1].cls == LEX_IN)
		p.begin--;
	struct lexeme *copy = arena_array(a, (size_t)l->count + 1, sizeof *copy);
	if (!copy)
		return false;
	memcpy(copy, l->at, p.begin * sizeof *copy);
	memcpy(copy + p.begin, l->at + p.end, (l->count + 1 - p.end) * sizeof *copy);
	l->at = copy;
	l->count -= p.end - p.begin;
	if (amend) {
		amend_as_in(copy, &l->count, p.begin - 1);
		l->classes |= LEX_BIT(LEX_IN);
	}
	return true;
}

bool proposal_take(struct arena *a, redline_bytes text, const struct lexer *lexer,
                   struct lexed *lexed, struct proposal *out)
{
	const struct lang *lang = lexer_lang(lexer);
	*out = (struct proposal){.found = false};
	const struct listed_words *nouns = &lexer_lists(lexer)->proposals;
	unsigned phrases = 0;
	for (uint32_t i = 0; lang->proposals && i < lexed->count; i++) {
		struct phrase p = {0, 0};
		uint32_t verb;
		bool several;
		enum lex_class const cls = lexed->at[i].cls;
		redline_bytes const word = written(text, &lexed->at[i]);
		if (cls == LEX_QUOTE || cls == LEX_PUNCT || !listed_words_may_start(nouns, word) ||
		    !is_noun(lexer, word, &several) ||
		    !find_owner(text, lang, lexed, i, &p, out))
			continue;
		if (++phrases > PHRASES_MAX) {
			*out = (struct proposal){.talk = true};
			return true;
		}
		out->withdraws = has_verb(lexed, VERB_WITHDRAW, &verb) ||
		                 is_taken_out(lexed, &p, &verb);
		if (out->withdraws) {
			find_by(lexed, verb, out);
			out->unsure = !is_sure(lexed, verb);
		} else if (!is_amended(lexed, &p)) {
			bool const talk = out->talk || was_withdrawn(lexed) ||
			                  is_more_than_talk(lexed, &p, !out->of.len);
			*out = (struct proposal){.talk = talk};
			continue;
		}
		out->found = true;
		out->several = several;
		return cut(a, lexed, p);
	}
	return true;
}
