/*
 * noun_list.c -- lists of places: "paragraphs 7, 13 and 27", "43 (a) and (b)", "the
 * second and third sentences of paragraph 5".  See noun.h and nouning.h.
 *
 * What follows the first place goes on the list in one of three ways: as the number
 * of a sentence, as a numeral that stands in the stead of one read before (noun_number.c),
 * or as a place of its own.  What stands outside of the whole list comes last.
 */
#include "nouning.h"

void noun_list_add(struct place_set *out, const struct steps *s, struct arena *a)
{
	out->foreign |= s->foreign;
	out->beside |= s->beside;
	out->unlike |= s->unlike;
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
	nested.renumbered |= outer->renumbered;
	nested.designated |= outer->designated;
	if (!nested.act.len) {
		nested.act = outer->act;
		nested.act_alone = outer->act_alone;
	}
	out->count = 0;
	noun_list_add(out, &nested, c->arena);
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

/*
 * "Article 5 (2), third subparagraph, point (b)": what is counted seems to stand in (b), as "the third
 * subparagraph of paragraph 2" does, and yet (b) is named behind a comma.
 */
static bool names_part_behind(const struct cursor *c, const struct steps *s)
{
	for (uint32_t k = 1; k < s->count; k++) {
		const redline_step *outer = &s->at[k - 1], *inner = &s->at[k];
		if (!inner->ordinal || inner->unit == REDLINE_SENTENCE || !outer->label.len ||
		    outer->source.begin < inner->source.end)
			continue;
		redline_bytes const between =
			bytes_in(c->text, (redline_range){inner->source.end, outer->source.begin});
		if (between.len && memchr(between.ptr, ',', between.len))
			return true;
	}
	return false;
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
	out->uneven |= !and && names_part_behind(c, &s);
	noun_list_add(out, &s, c->arena);
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
		noun_list_add(out, &s, c->arena);
		out->count = count;
	}
	*c = next;
}

/* "sections 5 and 6 of the Water Act": the act holds for the whole list. */
static void share_act(struct cursor *c, struct place_set *out)
{
	struct steps s;
	if (out->count < 2)
		return;
	steps_clear(&s);
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
	noun_list_add(out, &s, c->arena);
}

void noun_of_numeral(struct arena *a, const struct numeral *n, redline_unit unit,
                     redline_range source, struct place_set *out)
{
	struct steps s = {.count = 0, .source = source};
	noun_add_numeral(&s, n, unit, false, false, 0);
	noun_list_add(out, &s, a);
}

void noun_bare(struct cursor *c, redline_unit unit, struct place_set *out)
{
	struct steps s = {.count = 0};
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, 0)->value];
	s.source = cursor_peek(c, 0)->range;
	noun_add_numeral(&s, n, unit, false, true, 0);
	c->at++;
	noun_take_range_end(c, &s, 0);
	noun_list_add(out, &s, c->arena);
	while (out->count && noun_take_list_numeral(c, out)) /* none if memory is out */
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
		noun_list_add(out, &one, c->arena);
	}
	noun_list_add(out, &s, c->arena);
	*c = next;
	if (!s.relative && out->count) /* none if memory is out */
		while ((noun_list_may_go_on(c) && noun_take_list_number(c, out)) ||
		       take_list_place(c, out))
			continue;
	take_outer(c, out);
	noun_share_alias(c, out);
	share_act(c, out);
	return out->count > 0;
}
