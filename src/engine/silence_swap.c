/*
 * silence_swap.c -- signs of two wordings, or of one that is to go, in a sentence that was
 * understood as nothing (hushing.h): an arrow, "not", "instead of", "without".
 */
#include "hushing.h"
#include "listed.h"

/* Longer sides of a "not" or "instead of" are told, not proposed. */
#define SIDE_LEXEMES 4u

static void advise(struct hush *h, redline_range old, redline_range now)
{
	redline_operand const from = terse_wording(&h->t, old);
	redline_operand const to = terse_wording(&h->t, now);
	terse_advise_replacing(&h->t, &from, &to);
}

/* Where the side of a swap ends that begins at lexeme i: at a condition or an aside. */
static uint32_t side_end(const struct terse *t, uint32_t i)
{
	while (i < t->end && t->all[i].cls != LEX_DOUBT && t->all[i].cls != LEX_GROUP &&
	       !is_punct(&t->all[i], ',') && !is_punct(&t->all[i], '?'))
		i++;
	return i;
}

/* "should -> shall, unless ...", "technical support -> technical assistance" */
bool hush_shows_arrow(struct hush *h)
{
	struct terse *t = &h->t;
	for (uint32_t i = t->begin; i < t->end && t->g->cursor.lexed->arrows; i++) {
		uint32_t len;
		bool const both = is_punct(&t->all[i], 0x2194) || is_punct(&t->all[i], 0x21C4) ||
		                  is_punct(&t->all[i], 0x21D4) || is_punct(&t->all[i], 0x21C6);
		if (both) {
			terse_refuse(t, "not-understood",
			             "this looks like words that are to change places; write "
			             "what each of them is to be replaced with");
			return true;
		}
		if (!terse_arrow_at(t, i, &len))
			continue;
		uint32_t const end = side_end(t, i + len);
		if (hush_has(t, LEX_DOUBT, end, t->end))
			terse_refuse(t, "not-understood",
			             "a condition cannot be applied; say in a sentence what is "
			             "proposed");
		else
			advise(h, terse_span(t, terse_after_colon(t, i), i), terse_span(t, i + len, end));
		return true;
	}
	return false;
}

/* May lexemes [from, to) be one of two wordings set side by side? */
static bool is_side(const struct terse *t, uint32_t from, uint32_t to)
{
	if (from >= to || to - from > SIDE_LEXEMES)
		return false;
	for (uint32_t i = from; i < to; i++)
		switch (t->all[i].cls) {
		case LEX_WORD:
		case LEX_NUMERAL:
		case LEX_QUOTE:
		case LEX_NAME:
		case LEX_ORDINAL:
		case LEX_COUNT:
		case LEX_FILLER:
		case LEX_AND:
		case LEX_OR:
		case LEX_OF:
		case LEX_TO:
		case LEX_TEXT:
		case LEX_STANCE:
		case LEX_ACTION:
		case LEX_DOUBT:
		case LEX_FOR:
		case LEX_ANOTHER:
			continue;
		default:
			return false;
		}
	return true;
}

/* Has the other side a word of this one, or is one of them no mere word? */
static bool are_alike(const struct terse *t, uint32_t from, uint32_t mid, uint32_t other,
                      uint32_t to)
{
	redline_bytes const text = t->g->cursor.text;
	for (uint32_t i = from; i < to; i++) {
		if (i == mid)
			i = other;
		if (i < to && t->all[i].cls != LEX_WORD &&
		    (t->all[i].cls != LEX_FILLER || terse_is_due(&t->all[i])))
			return true;
	}
	for (uint32_t i = from; i < mid; i++)
		for (uint32_t k = other; k < to; k++)
			if (bytes_equal(bytes_in(text, t->all[i].range),
			                bytes_in(text, t->all[k].range)))
				return true;
	return false;
}

/* Is the "not" at lexeme i one between two wordings: behind a comma, or a "but" and that? */
static bool denies_side(const struct terse *t, uint32_t i, uint32_t *before)
{
	const struct lexeme *all = t->all;
	*before = i;
	if (all[i].cls != LEX_NEGATION || i == t->begin)
		return false;
	if ((all[i - 1].cls == LEX_WORD || all[i - 1].cls == LEX_AND) && i > t->begin + 1 &&
	    is_punct(&all[i - 2], ',')) {
		*before = i - 2; /* Russian "а не", Chinese "而不" */
		return true;
	}
	if (is_punct(&all[i - 1], ',')) {
		*before = i - 1;
		return true;
	}
	return terse_is_due(&all[i - 1]) && terse_is_due(&all[i + 1]);
}

/* "France, not England": the first is taken for who speaks. */
static bool denies_name(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (h->position || i < 2 || t->all[i].cls != LEX_NEGATION ||
	    !is_punct(&t->all[i - 1], ',') || t->all[i - 2].cls != LEX_NAME ||
	    !is_side(t, i + 1, t->end) || !starts_large(t->g, &t->all[i + 1]))
		return false;
	advise(h, terse_span(t, i + 1, t->end), t->all[i - 2].range);
	return true;
}

/* "90, not 100", "must, not shall", "law of France instead of law of England" */
bool hush_sets_beside(struct hush *h)
{
	struct terse *t = &h->t;
	bool const begun = h->listed || ((t->named || t->aside) && (t->cut || t->in));
	if (begun && denies_name(h))
		return true;
	for (uint32_t i = t->begin + 1; begun && i + 1 < t->end; i++) {
		uint32_t before = i;
		if (terse_is_instead(&t->all[i]))
			before = is_punct(&t->all[i - 1], ',') ? i - 1 : i;
		else if (!denies_side(t, i, &before))
			continue;
		uint32_t const end = side_end(t, i + 2);
		if (!is_side(t, t->begin, before) || !is_side(t, i + 1, end) ||
		    !are_alike(t, t->begin, before, i + 1, end) ||
		    (h->position && t->all[t->begin].cls != LEX_WORD))
			return false;
		uint32_t const from = t->begin + terse_is_reading(&t->all[t->begin]);
		bool const solid =
			cursor_lang(&t->g->cursor)->solid; /* "是" belongs to the "not" */
		advise(h, solid ? (redline_range){0, 0} : terse_span(t, i + 1, end),
		       terse_span(t, from, before));
		return true;
	}
	return false;
}

/* Up to three words that no row knows, from lexeme i on. */
static uint32_t few_words_end(const struct terse *t, uint32_t i)
{
	uint32_t const most = i + 3;
	while (i < most && t->all[i].cls == LEX_WORD && t->all[i].value == WORD_UNKNOWN)
		i++;
	return i;
}

/* "Geneva should be Vienna throughout": names, or words of which all are meant. */
bool hush_renames(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t const begin = t->all[0].cls == LEX_NAME && is_punct(&t->all[1], ':') ? 2 : 0;
	uint32_t const old = few_words_end(t, begin) - begin;
	uint32_t i = begin + old;
	if (h->position || !old || !terse_is_due(&t->all[i]))
		return false;
	while (t->all[i].cls == LEX_FILLER)
		i++;
	uint32_t const end = few_words_end(t, i);
	bool const each = t->all[end].cls == LEX_QUANTIFIER && end + 1 == t->end;
	bool const names = end == t->end && starts_large(t->g, &t->all[i]) && old == 1;
	return end > i && (each || names);
}

/* "Paragraph 3 should end with a semicolon", "The comma in paragraph 3 should be a semicolon" */
bool hush_wants_mark(struct hush *h)
{
	const struct terse *t = &h->t;
	bool due = false;
	for (uint32_t i = 0; i < t->end; i++)
		due |= terse_is_due(&t->all[i]);
	return !h->position && due && h->placed && !h->mood->history;
}

/* "not should but shall" */
bool hush_denies_first(struct hush *h)
{
	struct terse *t = &h->t;
	if (!t->named || !t->cut || t->all[t->begin].cls != LEX_NEGATION)
		return false;
	for (uint32_t i = t->begin + 2; i + 1 < t->end; i++)
		if (t->all[i].cls == LEX_WORD && t->all[i].value == WORD_BUT &&
		    t->all[t->begin + 1].cls == LEX_ACTION) {
			terse_refuse(t, "not-understood",
			             "this denies one thing and may ask for another; say each in "
			             "a sentence");
			return true;
		} else if (t->all[i].cls == LEX_WORD && t->all[i].value == WORD_BUT &&
		           is_side(t, t->begin + 1, i) && is_side(t, i + 1, t->end)) {
			advise(h, terse_span(t, t->begin + 1, i), terse_span(t, i + 1, t->end));
			return true;
		}
	return false;
}

/* "for 100 read 90", "read must for shall" */
bool hush_corrects(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t from = t->begin, verb;
	while (from < t->end && t->all[from].cls != LEX_FOR && !terse_is_instead(&t->all[from]) &&
	       !terse_is_reading(&t->all[from]))
		from++;
	if (from == t->end || h->position)
		return false;
	if (terse_is_reading(&t->all[from])) { /* "read must for shall" */
		verb = from;
		while (from < t->end && t->all[from].cls != LEX_FOR && !terse_is_instead(&t->all[from]))
			from++;
		if (verb != t->begin || !hush_is_order(t->g, &t->all[verb]) ||
		    !is_side(t, verb + 1, from) || !is_side(t, from + 1, t->end))
			return false;
		advise(h, terse_span(t, from + 1, t->end), terse_span(t, verb + 1, from));
		return true;
	}
	for (verb = from + 1; verb < t->end && !terse_is_reading(&t->all[verb]);)
		verb++;
	if (verb + 1 >= t->end || hush_has(t, LEX_UNIT, verb, t->end) || verb - from > 8 ||
	    hush_is_told(t, 0, t->end))
		return false;
	advise(h, terse_span(t, from + 1, verb), terse_span(t, verb + 1, t->end));
	return true;
}

/*
 * A verb of duty that none follows is a word of the text: "shall instead of should",
 * "should to shall", "insist on shall in paragraph 7".
 */
bool hush_mentions_duty(struct hush *h)
{
	struct terse *t = &h->t;
	bool const several = cursor_lang(&t->g->cursor)->solid;
	for (uint32_t i = 0; i < t->end && !several; i++) {
		const struct lexeme *x = &t->all[i];
		if (!terse_is_due(x))
			continue;
		bool const parted = i + 2 < t->end && terse_is_due(x + 2) && x[1].cls != LEX_AND &&
		                    x[1].cls != LEX_OR && x[1].cls != LEX_PUNCT;
		bool const denied = i + 3 < t->end && is_punct(x + 1, ',') &&
		                    x[2].cls == LEX_NEGATION && terse_is_due(x + 3);
		struct cursor behind = t->g->cursor;
		behind.at = i + 2;
		bool const object = i > 0 && (x[-1].cls == LEX_WORD || x[-1].cls == LEX_PROPOSE ||
		                              x[-1].cls == LEX_IN || x[-1].cls == LEX_TEXT ||
		                              terse_is_due(x - 1));
		bool const named = object && !h->position &&
		                   ((x[1].cls == LEX_IN && noun_is_place(&behind)) ||
		                    (i + 1 == t->end && h->mood->proposes));
		if (!parted && !denied && !named && !(terse_is_instead(x + 1) && !h->position))
			continue;
		bool const old_first = parted && (x[1].cls == LEX_TO || x[1].cls == LEX_ACTION ||
		                                  (x[1].cls == LEX_LINK && !terse_is_instead(x + 1)));
		bool const old_last =
			denied || (parted && (x[1].cls == LEX_FOR || terse_is_instead(x + 1)));
		redline_range const none = {0, 0}, other = denied   ? x[3].range
		                                           : parted ? x[2].range
		                                                    : none;
		if (parted && !old_first && !old_last) /* "shall over should": which is which? */
			advise(h, none, none);
		else if (old_first)
			advise(h, x->range, other);
		else
			advise(h, other, x->range);
		return true;
	}
	return false;
}

/* "We want plan instead of programme in paragraph 7", "Use plan instead of programme" */
bool hush_prefers(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t at = t->begin;
	while (at < t->end && !terse_is_instead(&t->all[at]))
		at++;
	bool const orders =
		t->end && hush_is_order(t->g, &t->all[t->begin < t->end ? t->begin : 0]);
	if (at == t->end || h->position || (!orders && !h->mood->proposes))
		return false;
	uint32_t from = at;
	while (from > 0 && t->all[from - 1].cls == LEX_WORD && at - from < SIDE_LEXEMES)
		from--;
	uint32_t to = at + 1;
	while (to < t->end && t->all[to].cls == LEX_WORD)
		to++;
	advise(h, terse_span(t, at + 1, to), terse_span(t, from, at));
	return true;
}

/* "without “a”", "minus “a”", "no “a”": behind a support, too */
bool hush_leaves_out(struct hush *h)
{
	struct terse *t = &h->t;
	for (uint32_t i = 0; i + 1 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const no = x->cls == LEX_WORD && t->begin == i && i + 2 == t->end;
		if (x->cls != LEX_NEGATION && x->cls != LEX_EXCEPT && !no)
			continue;
		uint32_t k = i + 1;
		while (t->all[k].cls == LEX_TEXT ||
		       is_article(&t->all[k]))
			k++;
		bool const without = x->value == NEGATION_WITHOUT || x->cls == LEX_EXCEPT;
		bool const lead = t->named && t->cut && i == t->begin && k + 1 == t->end;
		if (t->all[k].cls != LEX_QUOTE || (!without && !lead))
			continue;
		redline_operand const words = terse_wording(t, t->all[k].range);
		terse_advise_words(t,
		                   "it is not clear whether these words are to go; if they are, "
		                   "write: ",
		                   "delete", words.words, "");
		return true;
	}
	return false;
}

/* "Paragraph 7: - urgency" */
bool hush_shows_minus(struct hush *h)
{
	struct terse *t = &h->t;
	const struct lexeme *all = t->all;
	uint32_t const i = t->begin;
	bool const minus = t->named && i >= 2 && i < t->end &&
	                   is_dash(&all[i - 1]) && is_punct(&all[i - 2], ':');
	if (!minus || t->end - i > 8 || starts_large(t->g, &all[i]) ||
	    hush_is_told(t, i + 1, t->end) || all[i].cls == LEX_NEGATION || h->position ||
	    listed_start(cursor_lang(&t->g->cursor)->remarks, hush_words(t, i)))
		return false;
	redline_range const words = terse_span(t, i, t->end);
	terse_advise_words(t, "this looks like a deletion; if it is one, write: ", "delete",
	                   bytes_in(t->g->cursor.text, words), "");
	return true;
}
