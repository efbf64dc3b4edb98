/*
 * noun_number.c -- lists of places that go on by a number or an ordinal alone: "paragraphs 7,
 * 13 and 27", "43 (a) and (b)", "Satz 2 und 3" (nouning.h).
 *
 * Such a number stands in the stead of one read before, and the question is of which: the step
 * that is written the same way, the one that it comes right after, or the one that a plural
 * announced.
 */
#include "nouning.h"

#include <string.h>

#include "base/bytes.h"
#include "listed.h"

#define WORD_BYTES 40u /* of a unit's word that are looked at */

static int label_kind(redline_bytes label)
{
	return !label.len ? 0 : is_digit(label.ptr[0]) ? 1 : is_lower(label.ptr[0]) ? 2 : 3;
}

/* "43 (a) and (b)", "(d)(2) and (e)": the step that is of the same kind changes. */
static uint32_t replaced_from(const redline_place *last, const struct numeral *n)
{
	/* "6 (b) (i) and (c)": the one that it comes right after, if there is one */
	for (uint32_t k = last->count; k > 0; k--) {
		redline_bytes const label = last->steps[k - 1].label;
		if (label.len == 1 && n->part[0].len == 1 && label.ptr[0] + 1 == n->part[0].ptr[0])
			return k - 1;
	}
	for (uint32_t k = last->count; k > 0; k--)
		if (label_kind(last->steps[k - 1].label) == label_kind(n->part[0]))
			return k - 1;
	return last->count - 1;
}

/* Does a plural stand before the step's numeral: "paragraphs", "annexes"? */
static bool after_plural(const struct cursor *c, const redline_step *step)
{
	uint32_t at = step->source.begin;
	while (at > 0 && (is_space(c->text.ptr[at - 1]) || c->text.ptr[at - 1] == '('))
		at--;
	uint32_t begin = at;
	while (begin > 0 && at - begin < WORD_BYTES && !is_space(c->text.ptr[begin - 1]))
		begin--;
	return listed_end(cursor_lang(c)->plurals, bytes_in(c->text, (redline_range){begin, at}));
}

bool noun_lists_on(const struct cursor *c, const redline_step *last, const redline_step *next)
{
	return last->label.len && label_kind(last->label) == label_kind(next->label) &&
	       after_plural(c, last);
}

/*
 * The step that a list goes on from, that of the numeral read last: "Article 1,
 * paragraphs 1 and 2", "the last sentence of paragraphs 3 and 7".
 */
static const redline_step *last_numbered(const redline_place *first)
{
	const redline_step *last = NULL;
	for (uint32_t k = 0; k < first->count; k++)
		if (first->steps[k].label.len &&
		    (!last || first->steps[k].source.begin > last->source.begin))
			last = &first->steps[k];
	return last;
}

static bool is_in_parens(const struct cursor *c, const redline_step *step)
{
	return step->source.begin > 0 && c->text.ptr[step->source.begin - 1] == '(';
}

/* "paragraphs 3 (a) and 4", "sections 3(1) and 4", "3 (a) and 3 (b)": the step that the
 * numeral stands beside. */
static const redline_step *coarser_step(const struct cursor *c, const redline_place *first,
                                        const redline_step *last, const struct numeral *n)
{
	const redline_step *found = NULL;
	bool const inner = is_in_parens(c, last);
	if (n->parens || (!inner && label_kind(last->label) == label_kind(n->part[0])))
		return NULL;
	for (uint32_t k = 0; k < first->count; k++)
		if (label_kind(first->steps[k].label) == label_kind(n->part[0]) &&
		    !(inner && is_in_parens(c, &first->steps[k])))
			found = &first->steps[k];
	return found;
}

/*
 * The place with the numeral just read in the stead of the model, a step of the first
 * place, and of all behind it if `whole`.  The cursor may move past the end of a range.
 */
static void add_list_numeral(struct cursor *c, struct place_set *out, const struct numeral *n,
                             const redline_step *model, bool whole)
{
	const redline_place *first = &out->at[0];
	struct steps s = {.count = 0};
	uint32_t keep = (uint32_t)(model - first->steps);
	uint32_t rest = whole ? STEPS_MAX : keep + 1;
	if (n->parens) {
		keep = replaced_from(&out->at[out->count - 1], n);
		rest = STEPS_MAX;
	}
	const redline_place *base = n->parens ? &out->at[out->count - 1] : first;
	for (uint32_t k = 0; k < keep; k++)
		noun_insert_step(&s, s.count, base->steps[k]);
	unsigned const at = s.count;
	noun_add_numeral(&s, n, n->parens ? base->steps[base->count - 1].unit : model->unit,
	                 model->exact, true, at);
	if (!n->parens && s.count > at)
		s.at[at].kind = model->kind;
	noun_take_range_end(c, &s, at);
	for (uint32_t k = rest; k < base->count; k++)
		noun_insert_step(&s, s.count, base->steps[k]);
	s.source = n->source[0];
	noun_list_add(out, &s, c->arena);
}

/* Has the number that ends here the sign of "3°", in it or behind it? */
static bool has_degree(const struct cursor *c, redline_range number)
{
	for (size_t at = number.end > 1 ? number.end - 2 : 0;
	     at <= number.end && at + 2 <= c->text.len; at++)
		if (memcmp(c->text.ptr + at, "°", 2) == 0 || memcmp(c->text.ptr + at, "º", 2) == 0)
			return true;
	return false;
}

/* "Article 2, I, 3°": an item of the place before, and no article. */
static bool take_item(struct cursor *c, struct place_set *out, uint32_t number)
{
	const redline_place outer = out->at[0];
	bool const alone = out->count == 1 && number == 1 && is_punct(cursor_peek(c, 0), ',');
	if (!alone || outer.count == STEPS_MAX) {
		out->uneven = true;
		return false;
	}
	struct steps s = {.count = 0, .act = outer.act, .act_alone = outer.act_alone};
	for (uint32_t k = 0; k < outer.count; k++)
		noun_insert_step(&s, k, outer.steps[k]);
	noun_add_numeral(&s, &c->lexed->numerals[cursor_peek(c, number)->value],
	                 REDLINE_SUBPARAGRAPH, false, true, s.count);
	s.source = (redline_range){outer.source.begin, cursor_peek(c, number)->range.end};
	c->at += number + 1;
	out->count = 0;
	noun_list_add(out, &s, c->arena);
	return true;
}

bool noun_take_list_numeral(struct cursor *c, struct place_set *out)
{
	uint32_t i = 0;
	const struct lexeme *x = cursor_peek(c, i);
	if (is_punct(x, ','))
		i++;
	if (cursor_peek(c, i)->cls == LEX_AND)
		i++;
	if (i == 0 || cursor_peek(c, i)->cls != LEX_NUMERAL || out->count == 0)
		return false;
	const redline_place *first = &out->at[0];
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, i)->value];
	const redline_step *model = last_numbered(first);
	if (!model || first->relative)
		return false;
	if (n->unit != REDLINE_DOCUMENT && n->unit != model->unit)
		return false; /* "§ 5 Absatz 1 und § 6 Absatz 2" */
	/* but not "articles 3, 2° et 1°" */
	if (has_degree(c, n->source[0]) && !has_degree(c, model->source) && !after_plural(c, model))
		return take_item(c, out, i);
	const redline_step *whole = coarser_step(c, first, model, n);
	model = whole ? whole : model;
	/* "the first sentence of paragraph 3 and 7" could be either */
	if (!n->parens && !whole && model + 1 < first->steps + first->count &&
	    !after_plural(c, model))
		return false;
	c->at += i + 1;
	add_list_numeral(c, out, n, model, whole != NULL);
	return true;
}

/* Is the number just read one of "Satz 2, 3"? */
static bool numbers_sentences(const struct cursor *c)
{
	for (uint32_t k = c->at; k > 0 && c->at - k < 32; k--) {
		const struct lexeme *x = &c->lexed->at[k - 1];
		if (x->cls == LEX_UNIT)
			return UNIT_OF(x->value) == REDLINE_SENTENCE;
		if (x->cls != LEX_NUMERAL && x->cls != LEX_AND && !noun_is_range_word(x) &&
		    !is_punct(x, ','))
			return false;
	}
	return false;
}

/* "Absatz 5 Satz 2 und 3": the number is a sentence's, as the one before it. */
static bool take_list_sentence(struct cursor *c, struct place_set *out)
{
	const redline_place *last = &out->at[out->count - 1];
	const redline_step *step = last->count ? &last->steps[last->count - 1] : NULL;
	uint32_t i = 0;
	if (is_punct(cursor_peek(c, 0), ','))
		i++;
	i += cursor_peek(c, i)->cls == LEX_AND;
	const struct lexeme *number = cursor_peek(c, i);
	bool const goes_on = i > 0 && number->cls == LEX_NUMERAL && c->at > 0 &&
	                     c->lexed->at[c->at - 1].cls == LEX_NUMERAL && numbers_sentences(c);
	int32_t const ordinal = goes_on ? noun_sentence_number(c, REDLINE_SENTENCE, number) : 0;
	if (!ordinal || !step || step->unit != REDLINE_SENTENCE || !step->ordinal)
		return false;
	struct steps s = {.source = number->range};
	for (uint32_t k = 0; k < last->count; k++)
		noun_insert_step(&s, k, last->steps[k]);
	s.at[s.count - 1].ordinal = ordinal;
	s.at[s.count - 1].ordinal_to = 0;
	s.at[s.count - 1].source = number->range;
	c->at += i + 1;
	noun_list_add(out, &s, c->arena);
	return true;
}

/* "las oraciones segunda y tercera": an ordinal that goes on behind its unit. */
static bool take_list_ordinal(struct cursor *c, struct place_set *out)
{
	const redline_place *last = &out->at[out->count - 1];
	const redline_step *step = last->count ? &last->steps[last->count - 1] : NULL;
	uint32_t i = is_punct(cursor_peek(c, 0), ',');
	i += cursor_peek(c, i)->cls == LEX_AND;
	bool const behind = i > 0 && c->at > 0 && c->lexed->at[c->at - 1].cls == LEX_ORDINAL &&
	                    noun_ordinals_follow(c);
	while (cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *x = cursor_peek(c, i), *next = cursor_peek(c, i + 1);
	bool const ends = next->cls != LEX_UNIT && next->cls != LEX_TEXT && next->cls != LEX_QUOTE &&
	                  next->cls != LEX_OCCURRENCE;
	if (!behind || x->cls != LEX_ORDINAL || !ends || !step || !step->ordinal)
		return false;
	struct steps s = {.source = x->range};
	for (uint32_t k = 0; k < last->count; k++)
		noun_insert_step(&s, k, last->steps[k]);
	s.at[s.count - 1].ordinal = x->value - 100;
	s.at[s.count - 1].ordinal_to = 0;
	s.at[s.count - 1].source = x->range;
	c->at += i + 1;
	noun_list_add(out, &s, c->arena);
	return true;
}

bool noun_take_list_number(struct cursor *c, struct place_set *out)
{
	return take_list_sentence(c, out) || take_list_ordinal(c, out) ||
	       noun_take_list_numeral(c, out);
}
