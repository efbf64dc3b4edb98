/*
 * noun_scope.c -- how a place combines with the place of its surroundings, or with
 * one said right before it.  See noun.h.
 */
#include "nouning.h"

#include <unictype.h>

#include "base/bytes.h"

/* Is `unit` what people call a paragraph, in the widest sense? */
static bool is_provision_rank(redline_unit unit)
{
	int const rank = noun_rank(unit);
	return rank >= RANK_SECTION && rank <= RANK_BULLET;
}

/* "the same paragraph": the scope up to its innermost step of that kind. */
static uint32_t same_steps(const redline_place *scope, redline_unit unit)
{
	for (uint32_t n = scope->count; n > 0; n--) {
		redline_unit const have = scope->steps[n - 1].unit;
		if (have == unit || (unit == REDLINE_LINE && n == scope->count) ||
		    (is_provision_rank(unit) && is_provision_rank(have) &&
		     (unit != REDLINE_ARTICLE && unit != REDLINE_SECTION)))
			return n;
	}
	return 0;
}

static bool may_be_sole(redline_unit unit)
{
	return unit == REDLINE_SECTION || unit == REDLINE_ARTICLE || unit == REDLINE_ANNEX ||
	       unit == REDLINE_CHAPTER;
}

/* "OP4:", and in its list "- in OP4, delete ...": it is named once more.  A letter below the same
 * letter, or a bare number below that number, is a part of it. */
static bool says_last_again(const redline_place *scope, const redline_place *inner)
{
	if (!scope->count)
		return false;
	const redline_step *last = &scope->steps[scope->count - 1], *first = &inner->steps[0];
	return first->unit == last->unit && first->unit != REDLINE_SUBPARAGRAPH && first->label.len &&
	       bytes_equal(first->label, last->label) && !last->label_to.len && !first->label_to.len;
}

static uint32_t kept_steps(const redline_place *scope, const redline_place *inner, bool nested)
{
	int const rank = noun_rank(inner->steps[0].unit);
	/* nothing but a finer part can lie inside a sentence or a heading */
	bool const closed = scope->count &&
	                    noun_rank(scope->steps[scope->count - 1].unit) >= RANK_PART &&
	                    rank < noun_rank(scope->steps[scope->count - 1].unit);
	if (nested && says_last_again(scope, inner))
		return scope->count - 1;
	if (nested && !closed && rank > noun_rank(REDLINE_ARTICLE))
		return scope->count;
	uint32_t n = 0;
	while (n < scope->count && noun_rank(scope->steps[n].unit) < rank)
		n++;
	return n;
}

static redline_place join(struct arena *a, const redline_place *scope, uint32_t keep,
                          const redline_place *inner, uint32_t skip)
{
	redline_place out = *inner;
	uint32_t const more = inner->count - skip;
	out.inherited = keep;
	out.older = keep < scope->older ? keep : scope->older;
	if (!keep && !skip && scope->count) /* as most places are: it says all itself */
		return out;
	redline_step *steps = arena_array(a, (size_t)keep + more, sizeof *steps);
	if (!steps)
		return (redline_place){0};
	if (keep)
		memcpy(steps, scope->steps, keep * sizeof *steps);
	if (more)
		memcpy(steps + keep, inner->steps + skip, more * sizeof *steps);
	out.steps = steps;
	out.count = keep + more;
	out.designated |= keep == scope->count && scope->designated;
	if (keep && !out.act.len)
		out.act = scope->act;
	if (keep == scope->count && scope->also && !inner->also) {
		redline_step *also = arena_array(a, (size_t)scope->also_count + more, sizeof *also);
		if (!also)
			return (redline_place){0};
		memcpy(also, scope->also, scope->also_count * sizeof *also);
		if (more)
			memcpy(also + scope->also_count, inner->steps + skip, more * sizeof *also);
		out.also = also;
		out.also_count = scope->also_count + more;
	}
	return out;
}

bool noun_is_within_section(const redline_step *first, const redline_step *second)
{
	return first->unit == REDLINE_SECTION && first->label.len && second->label.len &&
	       noun_rank(second->unit) > RANK_SECTION && noun_rank(second->unit) < RANK_TABLE;
}

bool noun_lies_inside(const redline_place *inner, const redline_place *outer)
{
	return inner->count && outer->count &&
	       noun_rank(inner->steps[0].unit) > noun_rank(outer->steps[outer->count - 1].unit);
}

/* "пункт 2" where the surroundings are a "часть 1": an item of it.  *item holds it. */
static const redline_place *as_item(struct arena *a, const redline_place *scope,
                                    const redline_place *inner, redline_place *item)
{
	if (!scope || !scope->count || !inner->count || inner->relative ||
	    !noun_holds_items(&scope->steps[scope->count - 1], &inner->steps[0]))
		return inner;
	redline_step *steps = arena_array(a, inner->count, sizeof *steps);
	if (!steps)
		return inner;
	memcpy(steps, inner->steps, inner->count * sizeof *steps);
	steps[0].unit = REDLINE_SUBPARAGRAPH;
	*item = *inner;
	item->steps = steps;
	return item;
}

redline_place noun_nest(struct arena *a, const redline_place *first, const redline_place *second)
{
	if (!first->count || !second->count || first->relative)
		return (redline_place){.count = 0};
	int const end = noun_rank(first->steps[first->count - 1].unit);
	redline_place out = {.count = 0}, item;
	second = as_item(a, first, second, &item);
	if (second->relative)
		out = noun_compose(a, first, second, false);
	else if (noun_rank(second->steps[0].unit) > end || noun_is_within_section(first->steps, second->steps))
		out = join(a, first, first->count, second, 0);
	else if (noun_rank(second->steps[second->count - 1].unit) < noun_rank(first->steps[0].unit))
		out = join(a, second, second->count, first, 0);
	out.inherited = 0;
	out.firm = false;
	return out;
}

/* "the same paragraph", "the section": where the scope has such a step. */
static redline_place compose_relative(struct arena *a, const redline_place *scope,
                                      const redline_place *inner)
{
	/* the step that is "the same" is the first without label or ordinal */
	uint32_t r = 0;
	while (r < inner->count &&
	       (inner->steps[r].label.len || inner->steps[r].ordinal ||
	        inner->steps[r].words.len || noun_rank(inner->steps[r].unit) == RANK_PART))
		r++;
	if (r == inner->count || (r > 0 && inner->steps[r].unit != REDLINE_SENTENCE))
		r = 0;
	uint32_t const keep = scope && r == 0 ? same_steps(scope, inner->steps[0].unit) : 0;
	if (!keep && may_be_sole(inner->steps[0].unit)) {
		/* "the section" of a draft that has just one */
		redline_place sole = *inner;
		sole.relative = false;
		return sole;
	}
	if (!keep)
		return (redline_place){.source = inner->source, .relative = true};
	redline_place out = join(a, scope, keep, inner, 1);
	out.firm = true;
	return out;
}

redline_place noun_compose(struct arena *a, const redline_place *scope, const redline_place *inner,
                           bool nested)
{
	if (inner->relative)
		return compose_relative(a, scope, inner);
	if (!scope)
		return *inner;
	redline_place item;
	inner = as_item(a, scope, inner, &item);
	redline_place out = join(a, scope, kept_steps(scope, inner, nested), inner, 0);
	out.firm = nested;
	return out;
}

/* "paragraph 12 (b)" after "in paragraph 12": does the place say its surroundings again? */
static bool says_again(const redline_place *scope, const redline_place *inner)
{
	redline_bytes const label = inner->steps[0].label;
	for (uint32_t n = 0; n < scope->count && label.len; n++)
		if (noun_rank(scope->steps[n].unit) == noun_rank(inner->steps[0].unit) &&
		    bytes_equal(scope->steps[n].label, label))
			return true;
	return false;
}

redline_place noun_compose_inside(struct arena *a, const redline_place *scope,
                                  const redline_place *inner, bool numbers)
{
	redline_place item;
	inner = as_item(a, scope, inner, &item);
	const redline_step *first = inner->count ? &inner->steps[0] : NULL;
	bool const counted = first && (first->ordinal || first->words.len);
	bool const numbered = first && first->label.len && numbers;
	if (!scope || !scope->count || inner->relative || (!counted && !numbered) ||
	    noun_rank(first->unit) > noun_rank(scope->steps[scope->count - 1].unit) ||
	    noun_rank(first->unit) == RANK_DOCUMENT ||
	    noun_rank(first->unit) >= RANK_TABLE || says_again(scope, inner))
		return noun_compose(a, scope, inner, false);
	return join(a, scope, scope->count, inner, 0);
}

/* Behind a place: "of the Charter", "der Charta", "Устава"? */
static bool is_elsewhere(const struct cursor *c)
{
	bool of = false, article = false;
	uint32_t k = 0;
	for (;; k++) {
		const struct lexeme *x = cursor_peek(c, k);
		bool const the = is_article(x);
		if (x->cls != LEX_OF && !the)
			break;
		of |= x->cls == LEX_OF;
		article |= the;
	}
	const struct lexeme *name = cursor_peek(c, k);
	unsigned size;
	if (name->cls != LEX_WORD || name->value != WORD_UNKNOWN ||
	    (!of && !article && !cursor_lang(c)->genitives))
		return false;
	while (cursor_peek(c, k)->cls == LEX_WORD)
		k++;
	const struct lexeme *end = cursor_peek(c, k); /* "of the revised draft", "Kenya's text" */
	bool const own = end->cls == LEX_TEXT ||
	                 (end->cls == LEX_UNIT && UNIT_OF(end->value) == REDLINE_DOCUMENT);
	return !own && (of || uc_is_upper(utf8_at(c->text, name->range.begin, &size)));
}

/* Is a provision numbered, and not but a document: "the resolution\n12 March"? */
static bool has_label(const struct place_set *set)
{
	for (uint32_t k = 0; set->count && k < set->at[0].count; k++)
		if (set->at[0].steps[k].label.len &&
		    set->at[0].steps[k].unit != REDLINE_DOCUMENT)
			return true;
	return false;
}

bool noun_names_elsewhere(struct cursor *c, uint32_t to)
{
	struct place_set set;
	uint32_t const at = c->at;
	bool elsewhere = false;
	for (c->at = 0; c->at < to && !elsewhere;)
		if (noun_is_place(c) && noun_places(c, &set))
			elsewhere = has_label(&set) && (set.foreign || is_elsewhere(c));
		else
			c->at++;
	c->at = at;
	return elsewhere;
}
