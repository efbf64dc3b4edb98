/*
 * silence_order.c -- signs of an order in a sentence that was understood as nothing
 * (hushing.h): a verb that stands where none is looked for, has no words to act on, or is in
 * no table.
 */
#include "hushing.h"
#include "listed.h"

static bool swaps(const struct lexeme *x)
{
	enum verb const verb = VERB_OF(x->value);
	return verb == VERB_REPLACE || verb == VERB_SUBSTITUTE || verb == VERB_CHANGE ||
	       verb == VERB_EXCHANGE;
}

/* Past who speaks: where the sentence itself begins. */
static uint32_t past_names(const struct terse *t)
{
	uint32_t from = 0;
	while (from < t->end && (t->all[from].cls == LEX_NAME || is_punct(&t->all[from], ':') ||
	                         t->all[from].cls == LEX_FILLER))
		from++;
	return from;
}

/* An order behind words that are no place; `opens`: they begin as one does, with "in". */
static bool orders_behind(const struct hush *h, uint32_t from, bool opens)
{
	const struct grammar *g = h->t.g;
	const struct lexeme *all = h->t.all;
	uint32_t const end = h->t.end;
	uint32_t verb;
	bool strange = false;
	for (verb = from; verb < end && verb < from + 10 && !hush_is_order(g, &all[verb]); verb++) {
		strange |= all[verb].cls == LEX_WORD;
		if (all[verb].cls == LEX_NEGATION || all[verb].cls == LEX_STANCE ||
		    all[verb].cls == LEX_WE || all[verb].cls == LEX_HISTORY ||
		    all[verb].cls == LEX_DOUBT || all[verb].cls == LEX_REASON ||
		    all[verb].cls == LEX_ACTION || all[verb].cls == LEX_PROPOSE ||
		    terse_is_due(&all[verb]))
			return false;
	}
	if (verb >= end || verb >= from + 10 || !strange || h->position || verb + 1 >= end ||
	    VERB_OF(all[verb].value) == VERB_READ || VERB_OF(all[verb].value) == VERB_USE)
		return false;
	bool swap = false;
	for (uint32_t i = verb + 1; i < end; i++)
		swap |= (all[i].cls == LEX_LINK || all[i].cls == LEX_TO) && swaps(&all[verb]);
	bool const clause =
		verb > 0 && is_punct(&all[verb - 1], ',') &&
		!(all[verb + 1].cls == LEX_FILLER && all[verb + 1].value == FILLER_PLAIN);
	return (opens && (clause || swap)) || (swap && h->placed && verb <= 2);
}

bool hush_loses_place(struct hush *h)
{
	uint32_t const from = past_names(&h->t);
	return from < h->t.end && h->t.all[from].cls == LEX_IN && orders_behind(h, from, true);
}

bool hush_orders_late(struct hush *h)
{
	return orders_behind(h, past_names(&h->t), false);
}

/* A word that no row knows, where an order begins, in its base form. */
static bool may_order(const struct hush *h, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&h->t.g->cursor);
	redline_bytes const word = bytes_in(h->t.g->cursor.text, x->range);
	return x->cls == LEX_WORD && x->value == WORD_UNKNOWN && lang->not_verbs && word.len > 1 &&
	       (x->range.begin == h->t.all[0].range.begin || !starts_large(h->t.g, x)) &&
	       !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

bool hush_orders_in_place(struct hush *h)
{
	struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	if (!t->named || (!t->cut && !t->in) || h->position || t->begin >= t->end)
		return false;
	const struct lexeme *x = &t->all[t->begin];
	redline_bytes const word = bytes_in(t->g->cursor.text, x->range);
	bool const begins =
		x->cls == LEX_WORD && t->end - t->begin <= 2 &&
		(listed_start(lang->requests, word) || listed_start(lang->asides, word));
	bool const puts = x->cls == LEX_WORD && hush_has(t, LEX_BRACKETS, t->begin, t->end);
	bool const leads = is_punct(&t->all[t->g->cursor.lexed->count - 1], ':');
	bool const order = hush_is_order(t->g, x) && (t->in || is_punct(x - 1, ':')) && !leads &&
	                   x[1].cls != LEX_OF && !hush_is_told(t, t->begin, t->end);
	return begins || puts || order;
}

bool hush_renames_numbers(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t numbers = 0;
	bool glued = false; /* "40b)bis", whatever language "bis" is taken for */
	if (h->position || t->end < 3 || t->end > 10 || t->all[0].cls != LEX_WORD)
		return false;
	for (uint32_t i = 1; i < t->end; i++)
		glued |= t->all[i].cls == LEX_TO && is_punct(&t->all[i - 1], ')') &&
		         t->all[i].range.begin == t->all[i - 1].range.end;
	if (!glued && !may_order(h, &t->all[0]))
		return false;
	for (uint32_t i = 1; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const suffix = x->cls == LEX_WORD && x->range.end - x->range.begin <= 6 &&
		                    (is_punct(x - 1, ')') || x[-1].cls == LEX_NUMERAL);
		numbers += x->cls == LEX_NUMERAL;
		if (x->cls != LEX_NUMERAL && x->cls != LEX_UNIT && x->cls != LEX_TO &&
		    x->cls != LEX_REASON && x->cls != LEX_LINK && !suffix &&
		    !is_punct(x, ')') && !is_punct(x, '('))
			return false;
	}
	return numbers == 2;
}

/* May it stand between a verb and the wording that it brings in: "the heading of section 5"? */
static bool may_be_named(const struct lexeme *x)
{
	return x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_TEXT ||
	       x->cls == LEX_FILLER || x->cls == LEX_OF || x->cls == LEX_PRONOUN;
}

bool hush_leads_to_quote(struct hush *h)
{
	const struct terse *t = &h->t;
	if (h->position || h->mood->quotes == 0 || h->mood->verbs > 0 || h->mood->history)
		return false;
	for (uint32_t i = 0; i + 2 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const opens = i == 0 || is_punct(x - 1, ':') || is_punct(x - 1, ',') ||
		                   is_dash(x - 1);
		uint32_t to = i + 1;
		while (to < t->end && may_be_named(&t->all[to]))
			to++;
		bool const leads = t->all[to].cls == LEX_TO || t->all[to].cls == LEX_LINK ||
		                   t->all[to].cls == LEX_REASON;
		if (opens && may_order(h, x) && leads && t->all[to + 1].cls == LEX_QUOTE)
			return true;
	}
	return false;
}

bool hush_orders_number(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lexeme *all = t->all;
	uint32_t i = 0;
	bool const cut = t->end >= 3 && t->end <= 6 && all[t->end - 1].cls == LEX_NUMERAL;
	if (!cut || h->position)
		return false;
	while (all[i].cls == LEX_WORD && i + 2 < t->end)
		i++;
	bool const del = all[i].cls == LEX_OF && all[t->end - 2].cls == LEX_REASON;
	bool const two =
		t->end == 3 && i == 1 && all[1].cls == LEX_NUMERAL && may_order(h, &all[0]);
	return del || two;
}

bool hush_orders_strangely(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || !t->in || !t->cut || h->position || i + 1 >= t->end ||
	    !may_order(h, &t->all[i]) || hush_is_told(t, i, t->end))
		return false;
	const struct lexeme *next = &t->all[i + 1];
	bool const object = is_article(next) ||
	                    next->cls == LEX_ORDINAL || next->cls == LEX_TEXT;
	bool finite = false;
	for (uint32_t k = i + 1; k < t->end; k++)
		finite |= t->all[k].cls == LEX_FILLER && t->all[k].value != FILLER_ARTICLE;
	bool const list = hush_has(t, LEX_AND, i, t->end) && t->end - i <= 5; /* "switch a and b" */
	if (!object && (finite || (!list && t->end - i > 3)))
		return false;
	return true;
}

bool hush_asks_politely(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	const struct lexeme *x = &t->all[1];
	if (h->position || t->end < 3 || t->all[0].cls != LEX_FILLER ||
	    t->all[0].value != FILLER_PLEASE || !h->placed || !lang->not_verbs)
		return false;
	redline_bytes const word = bytes_in(t->g->cursor.text, x->range);
	return (x->cls == LEX_TEXT || (x->cls == LEX_WORD && x->value == WORD_UNKNOWN)) &&
	       !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

bool hush_may_be_words(struct hush *h)
{
	struct terse *t = &h->t;
	bool const quotes = t->named && h->mood->quotes > 0 && !h->mood->history &&
	                    hush_has(t, LEX_QUOTE, t->begin, t->begin + 1);
	bool order = false;
	for (uint32_t i = 0; i < t->end; i++)
		order |= t->all[i].cls == LEX_ACTION && FORM_OF(t->all[i].value) != FORM_THIRD &&
		         FORM_OF(t->all[i].value) != FORM_NOUN && swaps(&t->all[i]) &&
		         hush_has(t, LEX_LINK, i > 8 ? i - 8 : 0, t->end);
	bool const label = h->listed || t->named || h->mood->places > 1;
	if (!quotes && !(order && label && h->mood->asks))
		return false;
	return true;
}
