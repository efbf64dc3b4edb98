/*
 * terse_swap.c -- terse amendments of two wordings (tersing.h): "for should read shall",
 * "should -> shall", "shall, not should".
 */
#include "tersing.h"

#include <stdio.h>

/* Longer ones are told, not proposed. */
#define SIDE_WORDS 12u

static bool is_short(const struct terse *t, redline_range r, uint32_t most)
{
	return bytes_words(bytes_in(t->g->cursor.text, r)) <= most;
}

/* Where the last word of the range begins. */
static uint32_t last_word(redline_bytes text, redline_range r)
{
	uint32_t at = r.end;
	while (at > r.begin && !is_space(text.ptr[at - 1]))
		at--;
	return at;
}

/* Is all of the body from lexeme i on a verb of change, and no wording? */
static bool orders(const struct terse *t, uint32_t i)
{
	const struct lexeme *x = &t->all[i];
	return i + 1 == t->end && ((x->cls == LEX_ACTION && !terse_is_reading(x)) ||
	                           x->cls == LEX_SHORT || x->cls == LEX_BRACKETS);
}

/* "for A read B", "au lieu de A, lire B", "donde dice A debe decir B" */
bool terse_corrigendum(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	bool const opens = x->cls == LEX_FOR || terse_is_instead(x);
	uint32_t verb = t->begin + 1;
	while (verb < t->end && !terse_is_reading(&t->all[verb]) &&
	       !(t->all[verb].cls == LEX_ACTION && VERB_OF(t->all[verb].value) == VERB_SUBSTITUTE))
		verb++;
	if (!opens || verb + 1 >= t->end || !terse_says_nothing(t, t->begin, t->end) ||
	    terse_names_unit(t, verb, t->end))
		return false;
	redline_range old = terse_span(t, t->begin + 1, verb);
	if (!range_len(old)) { /* "for should read shall", where "should read" is one verb */
		old = range_trim(t->g->cursor.text,
		                 (redline_range){t->all[verb].range.begin,
		                                 last_word(t->g->cursor.text, t->all[verb].range)});
	}
	redline_range const now = terse_span(t, verb + 1, t->end);
	uint32_t const most = t->named ? UINT32_MAX : t->at.count ? SIDE_WORDS : 2;
	if (!range_len(old) || !range_len(now) || !is_short(t, old, most) ||
	    !is_short(t, now, most))
		return false;
	redline_operand from = terse_wording(t, old), to = terse_wording(t, now);
	for (uint32_t i = t->begin + 1; i < verb; i++) /* "for the existing text" */
		if (t->all[i].cls == LEX_TEXT || t->all[i].cls == LEX_UNIT)
			from.present = false;
	to.present &= !orders(t, verb + 1);
	terse_settle(t, &from, &to);
	return true;
}

bool terse_arrow_at(const struct terse *t, uint32_t i, uint32_t *len)
{
	redline_bytes const text = t->g->cursor.text;
	*len = terse_is_arrow(&t->all[i]);
	if (*len)
		return true;
	while (i + *len < t->end &&
	       (is_punct(&t->all[i + *len], '-') || is_punct(&t->all[i + *len], '=') ||
	        is_punct(&t->all[i + *len], 0x2013)))
		++*len;
	uint32_t const at = *len ? t->all[i + *len - 1].range.end : t->all[i].range.begin;
	if (*len)
		return at < text.len && text.ptr[at] == '>';
	return at > 2 && text.ptr[at - 1] == ' ' && text.ptr[at - 2] == '>' &&
	       text.ptr[at - 3] == ' ';
}

uint32_t terse_after_colon(const struct terse *t, uint32_t i)
{
	while (i > t->begin && !is_punct(&t->all[i - 1], ':'))
		i--;
	return i;
}

/* "A -> B" */
bool terse_arrow(struct terse *t)
{
	uint32_t at = 0, len = 0, count = 0;
	for (uint32_t i = t->begin; i < t->end && t->g->cursor.lexed->arrows; i++) {
		uint32_t n;
		if (!terse_arrow_at(t, i, &n))
			continue;
		if (!count++) {
			at = i;
			len = n;
		}
		i += n > 0; /* the words behind it begin no other one */
	}
	if (!count || at == t->begin || at + len >= t->end)
		return false;
	uint32_t const begin = terse_after_colon(t, at);
	redline_range const old = terse_span(t, begin, at);
	redline_range const now = terse_span(t, at + len, t->end);
	if (!range_len(old) || !range_len(now) || !terse_says_nothing(t, t->begin, t->end))
		return false;
	uint32_t const most = t->named ? 2 * SIDE_WORDS : t->at.count ? SIDE_WORDS / 2 : 3;
	if (!is_short(t, old, most) || !is_short(t, now, most))
		return false;
	redline_operand from = terse_wording(t, old), to = terse_wording(t, now);
	if (count > 1)
		from.present = to.present = false;
	if (orders(t, at + len)) /* "should -> delete" */
		to.present = false;
	if (count > 1 || begin > t->begin || !to.present || terse_names_unit(t, t->begin, t->end))
		terse_advise_replacing(t, &from, &to);
	else
		terse_settle(t, &from, &to);
	return true;
}

/* At most two lexemes on a side, and none but words and small words: "d'urgence". */
static bool is_side(const struct terse *t, uint32_t from, uint32_t to)
{
	if (from >= to || to - from > 2)
		return false;
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls != LEX_WORD && t->all[i].cls != LEX_ORDINAL &&
		    t->all[i].cls != LEX_FILLER && t->all[i].cls != LEX_COUNT &&
		    t->all[i].cls != LEX_QUOTE && t->all[i].cls != LEX_OF &&
		    !(t->all[i].cls == LEX_LINK && t->all[i].value == LINK_WITH))
			return false;
	return true;
}

/* None but words that no row knows: what is set side by side may be said of the text. */
static bool may_be_talk(const struct terse *t)
{
	for (uint32_t i = t->begin; i < t->end; i++)
		if ((t->all[i].cls != LEX_WORD || t->all[i].value != WORD_UNKNOWN) &&
		    t->all[i].cls != LEX_NEGATION && t->all[i].cls != LEX_AND &&
		    !is_punct(&t->all[i], ','))
			return false;
	return t->named && t->at.count == 1;
}

/* Does "not" deny what comes behind it, after a comma or "and": "shall, and not should"?
 * Then where what it is set against ends. */
static bool denies_next(const struct terse *t, uint32_t i, uint32_t *before)
{
	if (t->all[i].cls != LEX_NEGATION)
		return false;
	*before = i;
	bool const and = t->all[*before - 1].cls == LEX_AND;
	*before -= and && *before > t->begin + 1;
	bool const comma = is_punct(&t->all[*before - 1], ',');
	*before -= comma;
	return comma || and;
}

/* "shall, not should", "shall instead of should" */
bool terse_beside(struct terse *t)
{
	if ((!t->named && !t->aside) || (!t->cut && !t->in))
		return false;
	for (uint32_t i = t->begin + 1; i + 1 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const instead = terse_is_instead(x);
		uint32_t before = is_punct(&t->all[i - 1], ',') ? i - 1 : i;
		bool const denied = denies_next(t, i, &before);
		if (!instead && !denied)
			continue;
		if (!is_side(t, t->begin, before) || !is_side(t, i + 1, t->end))
			return false;
		redline_operand const now = terse_wording(t, terse_span(t, t->begin, before));
		redline_operand const old = terse_wording(t, terse_span(t, i + 1, t->end));
		if (denied && may_be_talk(t)) /* only the draft can tell */
			t->g->out->denied_words = (struct denied_words){
				old.source, terse_replacing_advice(t, &old, &now)};
		else
			terse_advise_replacing(t, &old, &now);
		return true;
	}
	return false;
}

/* "from should to shall", "- should to shall": one of the two is a verb of duty. */
bool terse_from_to(struct terse *t)
{
	uint32_t i = t->begin;
	bool const from = t->all[i].cls == LEX_FROM;
	i += from;
	if (!t->named || (!from && !t->cut) || i + 3 != t->end || t->all[i + 1].cls != LEX_TO)
		return false;
	bool const due = terse_is_due(&t->all[i]) || terse_is_due(&t->all[i + 2]);
	if (!due || !is_side(t, i, i + 1) || !is_side(t, i + 2, t->end))
		return false;
	redline_operand const old = terse_wording(t, terse_span(t, i, i + 1));
	redline_operand const now = terse_wording(t, terse_span(t, i + 2, t->end));
	terse_advise_replacing(t, &old, &now);
	return true;
}

/* "should to read shall", "should should be shall": where a verb parts the two. */
bool terse_parted(struct terse *t)
{
	for (uint32_t i = t->begin; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		if (!terse_is_reading(x) || VERB_OF(x->value) != VERB_READ ||
		    FORM_OF(x->value) == FORM_THIRD)
			continue;
		if (!t->at.count || i == t->begin || !is_side(t, t->begin, i) ||
		    !is_side(t, i + 1, t->end))
			return false;
		redline_operand const old = terse_wording(t, terse_span(t, t->begin, i));
		redline_operand const now = terse_wording(t, terse_span(t, i + 1, t->end));
		terse_advise_replacing(t, &old, &now);
		return true;
	}
	return false;
}

/* "In paragraph 7 we want shall." */
bool terse_wanted(struct terse *t)
{
	bool due = false;
	for (uint32_t i = t->begin; i < t->end; i++)
		due |= terse_is_due(&t->all[i]) || t->all[i].cls == LEX_QUOTE;
	if (!t->wants || !due || !is_side(t, t->begin, t->end))
		return false;
	redline_operand const old = {.present = false};
	redline_operand const now = terse_wording(t, terse_span(t, t->begin, t->end));
	terse_advise_replacing(t, &old, &now);
	return true;
}

/* "Paragraph 8 becomes annex III.", "Paragraph 7 -> paragraph 8" */
bool terse_becoming(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	bool const verb = x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_READ &&
	                  FORM_OF(x->value) == FORM_THIRD && t->begin + 1 < t->end &&
	                  t->all[t->begin + 1].cls == LEX_UNIT;
	if (!t->named || !(verb || t->arrow))
		return false;
	terse_refuse(
		t, "not-understood",
		"it is not clear whether this provision moves there or gets that number; write "
		"\"move ... after ...\" or \"renumber ... as ...\"");
	return true;
}

/* A base-form verb behind words that no row knows: "Paragraph 7 after should add fully". */
bool terse_late_verb(struct terse *t)
{
	bool position = false, quotes = false;
	uint32_t words = 0;
	for (uint32_t i = 0; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		position |= x->cls == LEX_POSITION;
		words += x->cls == LEX_WORD;
		quotes |= x->cls == LEX_QUOTE;
		if (x->cls != LEX_ACTION)
			continue;
		enum verb const verb = VERB_OF(x->value);
		bool const changes = verb == VERB_INSERT || verb == VERB_DELETE ||
		                     verb == VERB_REPLACE || verb == VERB_SUBSTITUTE;
		if (!changes || FORM_OF(x->value) != FORM_ACTIVE || !is_base_form(t->g, x) ||
		    !position || words > 1 || quotes || t->end > 14 ||
		    !terse_says_nothing(t, 0, t->end) || !(t->named || terse_names_unit(t, 0, i)))
			return false;
		terse_refuse(t, "not-understood",
		             "this looks like an amendment; put the words of the text in quotation "
		             "marks: insert \"...\" after \"...\"");
		return true;
	}
	return false;
}
