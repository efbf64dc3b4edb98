/*
 * noun_list.c -- lists of places: "paragraphs 7, 13 and 27", "43 (a) and (b)", "the
 * second and third sentences of paragraph 5".  See noun.h and nouning.h.
 *
 * What follows the first place goes on the list in one of three ways: as the number
 * of a sentence, as a numeral that stands in the stead of one read before, or as a
 * place of its own.  What stands outside of the whole list comes last.
 */
#include "nouning.h"

#include "base/bytes.h"
#include "listed.h"

#define WORD_BYTES 40u /* of a unit's word that are looked at */

static void add_place(struct place_set *out, const struct steps *s, struct arena *a)
{
	out->foreign |= s->foreign;
	out->beside |= s->beside;
	if (out->count == PLACES_MAX) {
		out->overflow = true;
		return;
	}
	redline_step *steps = arena_array(a, s->count, sizeof *steps);
	redline_step *also = s->also_count ? arena_array(a, STEPS_MAX, sizeof *also) : NULL;
	if (!steps || (s->also_count && !also))
		return;
	memcpy(steps, s->at, s->count * sizeof *steps);
	if (also)
		memcpy(also, s->also, s->also_count * sizeof *also);
	unsigned const also_count = noun_complete_alias(also, s->also_count, steps, s->count);
	out->at[out->count++] = (redline_place){
		.steps = steps,
		.count = s->count,
		.relative = s->relative,
		.renumbered = s->renumbered,
		.designated = s->designated,
		.source = s->source,
		.act = s->act,
		.act_alone = s->act_alone,
		.also = also,
		.also_count = also_count,
	};
}

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
	add_place(out, &s, c->arena);
}

/* "7, 13 and 27" after "paragraphs": numerals that go on the list. */
static bool take_list_numeral(struct cursor *c, struct place_set *out)
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

/* Does a verb come right after a place? Then the place is the verb's. */
static bool begins_clause(const struct cursor *c)
{
	/* the first verb of a sentence has all the places before it */
	bool verb_before = false;
	for (uint32_t k = c->at; k > 0 && c->at - k < 64 && !verb_before; k--)
		verb_before = c->lexed->at[k - 1].cls == LEX_ACTION;
	if (!verb_before)
		return false;
	bool const solid = cursor_lang(c)->solid; /* the verb stands behind its object, too */
	uint32_t i = 0;
	for (;; i++) {
		const struct lexeme *x = cursor_peek(c, i);
		bool const passed = is_punct(x, ',') || is_punct(x, ':') ||
		                    (solid && (x->cls == LEX_QUOTE || x->cls == LEX_TEXT)) ||
		                    x->cls == LEX_FILLER || x->cls == LEX_PROPOSE ||
		                    x->cls == LEX_WE || x->cls == LEX_NAME;
		if (!passed)
			return x->cls == LEX_ACTION && (IS_ACTIVE(x->value) || solid);
	}
}

/*
 * "Delete paragraph 6 and paragraph 7, keep paragraph 5": does the verb behind a place have
 * one of its own, that is no part of it?  Then the place is the first verb's.
 */
static bool verb_has_place(const struct cursor *c, const struct steps *s)
{
	struct cursor own = *c;
	struct steps more = {.count = 0};
	while (cursor_peek(&own, 0)->cls != LEX_ACTION) {
		if (is_punct(cursor_peek(&own, 0), ':'))
			return false;
		own.at++;
	}
	own.at++;
	return noun_is_place(&own) && noun_take_place(&own, &more) && more.count && s->count &&
	       noun_rank(more.at[0].unit) <= noun_rank(s->at[0].unit);
}

/* 'Delete "big" in paragraph 4 and in paragraph 7 "voluntary"': has the verb its words already,
 * and others behind the place at the cursor?  Then that is no further place of the first. */
static bool goes_with_next(const struct cursor *c)
{
	uint32_t i = 0;
	while (cursor_peek(c, i)->cls == LEX_FILLER || cursor_peek(c, i)->cls == LEX_TEXT)
		i++;
	if (cursor_lang(c)->solid || cursor_peek(c, i)->cls != LEX_QUOTE)
		return false;
	bool words = false;
	for (uint32_t k = c->at; k > 0 && c->at - k < 64; k--) {
		words |= c->lexed->at[k - 1].cls == LEX_QUOTE;
		if (c->lexed->at[k - 1].cls == LEX_ACTION)
			return words;
	}
	return false;
}

static bool begins_object(const struct cursor *c)
{
	const struct lexeme *x = cursor_peek(c, 0);
	return cursor_lang(c)->solid && x->cls == LEX_FILLER && x->value == FILLER_DUE;
}

/* Chinese "第5段第一句和第二句": what is outside of the first one holds for the next. */
static void share_outer(const redline_place *first, struct steps *s)
{
	int const rank = noun_rank(s->at[0].unit);
	for (uint32_t k = 0; k < first->count && noun_rank(first->steps[k].unit) < rank; k++)
		noun_insert_step(s, k, first->steps[k]);
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
	add_place(out, &s, c->arena);
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
	add_place(out, &s, c->arena);
	return true;
}

/* The one place that there is so far, with *s inside of it. */
static bool nest_place(struct cursor *c, struct place_set *out, const struct steps *s)
{
	const redline_place *outer = &out->at[0];
	struct steps nested = *s;
	if (out->count != 1 || outer->count + s->count > STEPS_MAX)
		return false;
	for (uint32_t k = 0; k < outer->count; k++)
		noun_insert_step(&nested, k, outer->steps[k]);
	nested.source.begin = outer->source.begin;
	out->count = 0;
	add_place(out, &nested, c->arena);
	return true;
}

/* "In section A, in paragraph 1": no list, but the one inside the other. */
static bool lies_finer(const struct place_set *out, const struct steps *s)
{
	const redline_place *outer = &out->at[0];
	return out->count == 1 && outer->count && s->count &&
	       noun_rank(s->at[0].unit) > noun_rank(outer->steps[outer->count - 1].unit);
}

/*
 * "Article 5 (2), second subparagraph": what is counted behind a comma alone is counted in the
 * place that has a number, even if both have the same rank.  As a list it would be done in all of
 * that place, too.
 */
static bool counts_inside(const struct place_set *out, const struct steps *s)
{
	const redline_place *outer = &out->at[0];
	const redline_step *last = outer->count ? &outer->steps[outer->count - 1] : NULL;
	if (out->count != 1 || !last || !last->label.len || last->ordinal || !s->count ||
	    noun_rank(s->at[0].unit) != noun_rank(last->unit))
		return false;
	for (uint32_t k = 0; k < s->count; k++)
		if (!s->at[k].ordinal)
			return false;
	return true;
}

/* "... and the second sentence of paragraph 7" */
static bool take_list_place(struct cursor *c, struct place_set *out)
{
	struct cursor next = *c;
	const struct lexeme *x = cursor_peek(&next, 0);
	bool const comma = is_punct(x, ',');
	next.at += comma;
	bool const and = cursor_peek(&next, 0)->cls == LEX_AND;
	if (!and && !comma)
		return false;
	next.at += and;
	if (begins_object(&next)) /* Chinese "，将第6段" */
		return false;
	bool const in = cursor_peek(&next, 0)->cls == LEX_IN;
	next.at += in;
	if (!noun_is_place(&next))
		return false;
	struct steps s = {.count = 0};
	if (!noun_take_place(&next, &s) || s.relative)
		return false;
	/* "... 6 and paragraph 7, keep the rest" */
	bool const listed = !in && !comma && is_punct(cursor_peek(&next, 0), ',');
	if (goes_with_next(&next))
		return false;
	if (begins_clause(&next) && !listed && (in || !verb_has_place(&next, &s)))
		return false;
	bool const inside = !and && ((in && lies_finer(out, &s)) || counts_inside(out, &s));
	if (inside && nest_place(c, out, &s)) {
		*c = next;
		return true;
	}
	if (cursor_lang(c)->solid)
		share_outer(&out->at[0], &s);
	/* Chinese "第5段和第6段的第二句": of the first one as well? */
	out->uneven |= cursor_lang(c)->solid && s.count > out->at[0].count;
	add_place(out, &s, c->arena);
	*c = next;
	return true;
}

bool noun_names_more(const struct lexed *aside)
{
	bool number = false;
	for (uint32_t i = 0; i < aside->count; i++)
		number |= aside->at[i].cls == LEX_NUMERAL;
	if (!number || aside->count < 2)
		return false;
	const struct lexeme *first = &aside->at[0], *last = &aside->at[aside->count - 1];
	return first->cls == LEX_AND || first->cls == LEX_IN || first->cls == LEX_SAME ||
	       (first->cls == LEX_FILLER && first->value == FILLER_PLAIN) ||
	       (last->cls == LEX_FILLER && last->value == FILLER_PLAIN) ||
	       (last->cls == LEX_NUMERAL && is_punct(&last[-1], ':'));
}

/* "paragraphs 1 and 2 of Article 3": the article holds for the whole list. */
static void take_outer(struct cursor *c, struct place_set *out)
{
	struct cursor next = *c;
	bool const comma = is_punct(cursor_peek(c, 0), ',') && cursor_peek(c, 1)->cls == LEX_IN;
	next.at += comma;
	bool const of = cursor_peek(&next, 0)->cls == LEX_OF || cursor_peek(&next, 0)->cls == LEX_IN;
	next.at += of;
	bool const more = out->count > 1 && (of || cursor_lang(c)->genitives);
	struct steps outer = {.count = 0};
	if (!more || !noun_is_place(&next) || !noun_take_place(&next, &outer) || outer.relative)
		return;
	if (comma && !noun_ends_thought(&next, &outer, &out->at[0].steps[0]))
		return;
	for (unsigned i = 0; i < out->count; i++) {
		struct steps s = outer;
		redline_place const inner = out->at[i];
		for (uint32_t k = 0; k < inner.count; k++)
			noun_insert_step(&s, s.count, inner.steps[k]);
		s.source = inner.source;
		unsigned const count = out->count;
		out->count = i;
		add_place(out, &s, c->arena);
		out->count = count;
	}
	*c = next;
}

/* "sections 5 and 6 of the Water Act": the act holds for the whole list. */
static void share_act(struct cursor *c, struct place_set *out)
{
	struct steps s = {.count = 0};
	if (out->count < 2)
		return;
	const redline_place *last = &out->at[out->count - 1];
	s.act = last->act;
	s.act_alone = last->act_alone;
	if (!s.act.len)
		noun_take_act(c, &s);
	for (unsigned i = out->count; i > 0 && s.act.len; i--) {
		redline_place *p = &out->at[i - 1];
		if (p->act.len && i < out->count)
			break; /* of another act */
		p->act = s.act;
		p->act_alone = s.act_alone;
	}
}

void noun_draft(const struct cursor *c, struct place_set *out)
{
	struct steps s = {.source = cursor_peek(c, 0)->range};
	redline_step const step = {.unit = REDLINE_DOCUMENT, .source = s.source};
	place_set_clear(out);
	noun_insert_step(&s, 0, step);
	add_place(out, &s, c->arena);
}

void noun_of_numeral(struct arena *a, const struct numeral *n, redline_unit unit,
                     redline_range source, struct place_set *out)
{
	struct steps s = {.count = 0, .source = source};
	noun_add_numeral(&s, n, unit, false, false, 0);
	add_place(out, &s, a);
}

void noun_bare(struct cursor *c, redline_unit unit, struct place_set *out)
{
	struct steps s = {.count = 0};
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, 0)->value];
	s.source = cursor_peek(c, 0)->range;
	noun_add_numeral(&s, n, unit, false, true, 0);
	c->at++;
	noun_take_range_end(c, &s, 0);
	add_place(out, &s, c->arena);
	while (out->count && take_list_numeral(c, out)) /* none if memory is out */
		continue;
}

/* The ordinals of a list, but for the last one, which its unit follows. */
static unsigned take_ordinals(struct cursor *c, int32_t ordinals[8])
{
	uint32_t i = 0;
	while (noun_is_determiner(cursor_peek(c, i)))
		i++;
	uint32_t const more = cursor_peek(c, i)->cls == LEX_ORDINAL ? noun_ordinal_list(c, i) : 0;
	unsigned n = 0;
	for (uint32_t k = 0; k < more && n < 8; k++)
		if (cursor_peek(c, i + k)->cls == LEX_ORDINAL)
			ordinals[n++] = cursor_peek(c, i + k)->value - 100;
	if (more)
		c->at += i + more;
	return n;
}

bool noun_places(struct cursor *c, struct place_set *out)
{
	place_set_clear(out);
	struct cursor next = *c;
	if (!noun_is_place(c))
		return false;
	struct steps s;
	steps_clear(&s);
	int32_t ordinals[8];
	unsigned const listed = take_ordinals(&next, ordinals);
	if (!noun_take_place(&next, &s))
		return false;
	/* "the second and third sentences of paragraph 5": one place each */
	for (unsigned i = 0; i < listed; i++) {
		struct steps one = s;
		one.at[one.count - 1].ordinal = ordinals[i];
		add_place(out, &one, c->arena);
	}
	add_place(out, &s, c->arena);
	*c = next;
	if (!s.relative && out->count) /* none if memory is out */
		while (take_list_sentence(c, out) || take_list_ordinal(c, out) ||
		       take_list_numeral(c, out) || take_list_place(c, out))
			continue;
	take_outer(c, out);
	share_act(c, out);
	return out->count > 0;
}
