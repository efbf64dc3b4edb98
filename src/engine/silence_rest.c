/*
 * silence_rest.c -- the last signs of an amendment in a sentence that was understood as
 * nothing (hushing.h): no form of words, but that a provision is named and words are quoted.
 *
 * Whoever does both, and neither tells, thinks nor judges, asks for something.  A verb that
 * no row knows ("is increased to") must not make it a mere place.
 */
#include "hushing.h"

/* Where the first quotation is that stands in no reason; t->end if there is none. */
static uint32_t first_quote(const struct terse *t)
{
	uint32_t i = 0;
	while (i < t->end && t->all[i].cls != LEX_QUOTE && (i == 0 || t->all[i].cls != LEX_REASON))
		i++;
	return i < t->end && t->all[i].cls == LEX_QUOTE ? i : t->end;
}

static uint32_t quotes_of(const struct terse *t)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < t->end; i++)
		n += t->all[i].cls == LEX_QUOTE;
	return n;
}

/* Past who speaks: "In section 12, ...", "À l'article 3, ...", "Paragraph 7: ..."? */
static bool opens_with_place(const struct terse *t)
{
	uint32_t i = 0;
	while (i < t->end && (t->all[i].cls == LEX_NAME || is_punct(&t->all[i], ':') ||
	                      (t->all[i].cls == LEX_FILLER && !terse_is_due(&t->all[i]))))
		i++;
	enum lex_class const c = t->all[i].cls;
	return c == LEX_IN || (c == LEX_TO && t->all[i + 1].cls == LEX_UNIT) ||
	       ((c == LEX_UNIT || c == LEX_NUMERAL) && t->named && t->cut);
}

/* Is what was done told, and no verb left that may ask: "“a” was replaced by “b”"? */
static bool tells_what_was(const struct terse *t)
{
	return hush_has(t, LEX_HISTORY, 0, t->end) && !hush_has(t, LEX_ACTION, 0, t->end);
}

/* Are two wordings but named together: "the words “a” and “b”"? */
static bool are_joined(const struct terse *t, uint32_t quote)
{
	uint32_t i = quote + 1;
	while (t->all[i].cls == LEX_AND || t->all[i].cls == LEX_FILLER || t->all[i].cls == LEX_TEXT)
		i++;
	return i > quote + 1 && t->all[i].cls == LEX_QUOTE && quotes_of(t) == 2;
}

/* "Bring back “a” in paragraph 2 after “b”" */
static bool sets_words(const struct terse *t, uint32_t quote)
{
	for (uint32_t i = quote + 1; i + 1 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		uint32_t next = i + 1;
		while (t->all[next].cls == LEX_FILLER || t->all[next].cls == LEX_TEXT)
			next++;
		if (x->cls == LEX_POSITION && t->all[next].cls == LEX_QUOTE)
			return true;
	}
	return false;
}

/* "In section 12, the sum “a” is increased to “b”", "(b) the words “a” lapse" */
bool hush_quotes_in_place(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t const quote = first_quote(t);
	if (h->position || h->mood->history || h->mood->third_only || !h->placed ||
	    quote == t->end || hush_has(t, LEX_HISTORY, 0, t->end))
		return false;
	if (sets_words(t, quote))
		return true;
	return !hush_is_told(t, 0, t->end) &&
	       (t->g->around->amending ||
	        (opens_with_place(t) && quotes_of(t) > 1 && !are_joined(t, quote)));
}

/* Does an aside quote two wordings: "section 7 (“a” to be “b”)"? */
static bool aside_quotes(const struct terse *t)
{
	const struct quotes *quotes = t->g->cursor.quotes;
	for (uint32_t i = 0; i < t->end; i++) {
		if (t->all[i].cls != LEX_GROUP)
			continue;
		redline_range const inside = t->g->cursor.lexed->groups[t->all[i].value];
		uint32_t const q = quotes_from(quotes, inside.begin);
		if (q + 1 < quotes->count && quotes->at[q + 1].outer.end <= inside.end)
			return true;
	}
	return false;
}

/* "“a” does not sit well in paragraph 7", "Kenya said that “a” in paragraph 7 should go" */
bool hush_quotes_beside(struct hush *h)
{
	const struct terse *t = &h->t;
	/* "We would prefer “a”", behind a sentence on paragraph 7 */
	bool const ours = t->g->around->scope_count > 0 && hush_has(t, LEX_WE, 0, t->end);
	bool const words = first_quote(t) < t->end || aside_quotes(t);
	return !h->position && (h->placed || ours) && words && !tells_what_was(t);
}
