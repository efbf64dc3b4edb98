/*
 * outline.c -- see outline.h.
 *
 * A stack of open lists.  A label looks for its level from the inside out:
 *
 *     1. the list it is the next item of, at its own indentation
 *     2. a list it opens, being indented more than all that is open
 *     3. a list of its style at its own indentation (a gap, or a new start)
 *     4. the list it is the next item of, at any indentation, unless the label is
 *        indented more than what is open inside that list
 *     5. a new list, inside what is open at this indentation or left of it
 *
 * Indentation decides first.  Where a draft uses none, everything stands in the
 * same column, 2 never holds, and the style decides.  At the end some walks over the
 * blocks turn parents into levels, ends of subtrees and sections (outline_finish.c).
 */
#include "model/outlining.h"

#include <assert.h>

#include "base/bytes.h"

#define NEAR 5u       /* numbers that may be left out of a list, having been deleted */
#define NOTE_INDENT 4 /* columns by which a footnote's further paragraphs are indented */

static redline_block *newest(block_vec *blocks)
{
	return &blocks->at[blocks->len - 1];
}

static struct outline_level *top(struct outline *o)
{
	return o->depth ? &o->levels[o->depth - 1] : NULL;
}

/* Quotations that are closed take their lists with them. */
static void leave_quotes(struct outline *o, uint8_t quoted)
{
	while (o->depth && top(o)->quoted > quoted)
		o->depth--;
}

static uint32_t block_at_level(const struct outline *o, uint32_t depth)
{
	return depth ? o->levels[depth - 1].block : REDLINE_NONE;
}

/* ---- styles ---- */

/* The style of a level: "aa" is not that of "a", nor "4.2" that of "4". */
static bool same_style(const struct outline *o, const struct outline_level *l,
                       const struct label *label)
{
	if (!same_kind(l, label) || !ordinal_reads(&label->ordinal, (redline_numeral)l->numeral))
		return false;
	if (l->numeral == REDLINE_LOWER_ROMAN || l->numeral == REDLINE_UPPER_ROMAN)
		return true;
	if (l->ordinal.width == label->ordinal.width)
		return true;
	/* Letters in the same column of an indented draft are one list: (a), (aa), (b). */
	return is_alpha_numeral(l->numeral) && o->indented;
}

static bool follows(const struct outline_level *l, const struct label *label)
{
	return same_kind(l, label) &&
	       ordinal_follows(&l->ordinal, &label->ordinal, (redline_numeral)l->numeral);
}

static bool aligned(const struct outline_level *l, const struct outline_item *item)
{
	if (l->quoted != item->quoted)
		return false;
	/* " 9." above "10.": labels set flush right stand in one column too. */
	return l->indent == item->indent ||
	       (l->column == item->column && same_kind(l, item->label));
}

static bool opens_list(const struct label *label)
{
	for (redline_numeral n = REDLINE_ARABIC; n <= REDLINE_UPPER_ROMAN; n++) {
		if (ordinal_first(&label->ordinal, n))
			return true;
	}
	return false;
}

/* ---- finding the level ---- */

static enum outline_fit fit_in(const struct outline_level *l, const struct label *label)
{
	redline_numeral const numeral = (redline_numeral)l->numeral;
	uint32_t const old = ordinal_value(&l->ordinal, numeral);
	uint32_t const value = ordinal_value(&label->ordinal, numeral);
	if (follows(l, label))
		return OUTLINE_NEXT;
	return value >= old && value - old <= NEAR ? OUTLINE_NEAR : OUTLINE_ANYHOW;
}

static struct outline_spot join(const struct outline *o, uint32_t k, enum outline_fit fit)
{
	const struct outline_level *l = &o->levels[k];
	return (struct outline_spot){
		.depth = k,
		.parent = l->parent,
		.numeral = l->numeral,
		.fit = (uint8_t)fit,
		.sibling = true,
	};
}

static struct outline_spot open_at(uint32_t depth, uint32_t parent, const struct label *label)
{
	return (struct outline_spot){
		.depth = depth,
		.parent = parent,
		.numeral = (uint8_t)ordinal_choose(NULL, &label->ordinal),
		.fit = opens_list(label) ? OUTLINE_FIRST : OUTLINE_ANYHOW,
	};
}

/* The innermost level the item is next in; OUTLINE_DEPTH if there is none. */
static uint32_t next_in(const struct outline *o, const struct outline_item *item, bool in_column)
{
	for (uint32_t k = o->depth; k-- > 0 && o->levels[k].quoted == item->quoted;) {
		if (follows(&o->levels[k], item->label) &&
		    (!in_column || aligned(&o->levels[k], item)))
			return k;
	}
	return OUTLINE_DEPTH;
}

/*
 * The same in the label's column.  The label may show that an open list there
 * was misread; that is then read anew.
 */
static uint32_t next_in_column(struct outline *o, block_vec *blocks,
                               const struct outline_item *item)
{
	for (uint32_t k = o->depth; k-- > 0 && o->levels[k].quoted == item->quoted;) {
		if (!aligned(&o->levels[k], item) || o->levels[k].kind != REDLINE_PROVISION)
			continue;
		if (follows(&o->levels[k], item->label))
			return k;
		if (outline_letter_was_roman(o, blocks, k, item->label) ||
		    outline_roman_was_letter(o, blocks, k, item->label))
			return next_in(o, item, true);
	}
	return OUTLINE_DEPTH;
}

/* Where the levels of this depth of quotation begin. */
static uint32_t quote_base(const struct outline *o, uint8_t quoted)
{
	uint32_t k = o->depth;
	while (k && o->levels[k - 1].quoted == quoted)
		k--;
	return k;
}

/* PP2, Article 5, Section 4: never inside another provision. */
static struct outline_spot seek_outermost(const struct outline *o, const struct outline_item *item)
{
	uint32_t const base = quote_base(o, item->quoted);
	for (uint32_t k = base; k < o->depth; k++) {
		if (same_style(o, &o->levels[k], item->label))
			return join(o, k, fit_in(&o->levels[k], item->label));
	}
	return open_at(base, block_at_level(o, base), item->label);
}

static bool starts_with_parts(const struct ordinal *o, const struct ordinal *prefix, unsigned n)
{
	for (unsigned i = 0; i < n; i++) {
		if (o->part[i] != prefix->part[i])
			return false;
	}
	return true;
}

/* 4.2 says itself that it is in 4. */
static struct outline_spot seek_decimal(const struct outline *o, const struct outline_item *item)
{
	uint32_t const base = quote_base(o, item->quoted);
	const struct ordinal *here = &item->label->ordinal;
	for (uint32_t k = o->depth; k-- > base;) {
		const struct outline_level *l = &o->levels[k];
		if (!same_kind(l, item->label) || l->numeral != REDLINE_ARABIC)
			continue;
		bool const inside_other = k > base && l->parent == o->levels[k - 1].block;
		unsigned const shared = here->width - 1u;
		if (l->ordinal.width == here->width &&
		    (!inside_other || starts_with_parts(here, &l->ordinal, shared)))
			return join(o, k, fit_in(l, item->label));
		if (l->ordinal.width == shared && starts_with_parts(here, &l->ordinal, shared))
			return open_at(k + 1, l->block, item->label);
	}
	return open_at(base, block_at_level(o, base), item->label);
}

/* How many levels stay when all to the right of the item are closed. */
static uint32_t left_of(const struct outline *o, const struct outline_item *item)
{
	uint32_t depth = o->depth;
	while (depth && o->levels[depth - 1].quoted == item->quoted &&
	       o->levels[depth - 1].indent > item->indent &&
	       !aligned(&o->levels[depth - 1], item))
		depth--;
	return depth;
}

/* The innermost list of the label's style in its column, below `depth`. */
static uint32_t style_in_column(const struct outline *o, const struct outline_item *item,
                                uint32_t depth)
{
	const struct label *label = item->label;
	for (uint32_t k = depth; k-- > 0 && aligned(&o->levels[k], item);) {
		const struct outline_level *l = &o->levels[k];
		if (l->paused || !same_style(o, l, label))
			continue;
		/* Without indentation "(i)" under "(c)" rather opens a list than skips five. */
		redline_numeral const likely = ordinal_choose(NULL, &label->ordinal);
		bool const opens = ordinal_first(&label->ordinal, likely);
		uint32_t const value = ordinal_value(&label->ordinal, (redline_numeral)l->numeral);
		bool const ahead =
			value > ordinal_value(&l->ordinal, (redline_numeral)l->numeral);
		if (likely == l->numeral || !opens || (o->indented && ahead))
			return k;
	}
	return OUTLINE_DEPTH;
}

/* A new list in or right of what is left of the item. */
static struct outline_spot seek_new(const struct outline *o, const struct outline_item *item,
                                    uint32_t depth)
{
	const struct label *label = item->label;
	uint32_t const base = quote_base(o, item->quoted);
	/* A bullet in the same column holds nothing; a note only what is indented. */
	while (depth > base && o->levels[depth - 1].kind != REDLINE_PROVISION &&
	       o->levels[depth - 1].indent >= item->indent)
		depth--;
	if (depth > base && !o->levels[depth - 1].paused && o->levels[depth - 1].indent < item->indent)
		return open_at(depth, o->levels[depth - 1].block, label);
	for (uint32_t k = base; k < depth; k++) {
		if (o->levels[k].paused)
			return open_at(k, o->levels[k].parent, label);
	}
	/* "5." in the column of "(c)": the list it goes on with was not seen. */
	bool const main_list = label->dress == REDLINE_DOT && !opens_list(label) &&
	                       ordinal_reads(&label->ordinal, REDLINE_ARABIC);
	if (main_list && depth > base)
		while (depth > base && o->levels[depth - 1].indent == item->indent)
			depth--;
	return open_at(depth, block_at_level(o, depth), label);
}

struct outline_spot outline_seek(struct outline *o, block_vec *blocks,
                                 const struct outline_item *item)
{
	const struct label *label = item->label;
	leave_quotes(o, item->quoted);
	if (label->unit != REDLINE_LABEL_PLAIN)
		return seek_outermost(o, item);
	if (ordinal_reads(&label->ordinal, REDLINE_ARABIC) && label->ordinal.width > 1)
		return seek_decimal(o, item);
	uint32_t k = next_in_column(o, blocks, item);
	if (k < OUTLINE_DEPTH)
		return join(o, k, OUTLINE_NEXT);
	uint32_t const depth = left_of(o, item);
	bool const deeper = depth && o->levels[depth - 1].indent < item->indent;
	if (deeper && opens_list(label))
		return seek_new(o, item, depth);
	k = style_in_column(o, item, depth);
	if (k < OUTLINE_DEPTH)
		return join(o, k, fit_in(&o->levels[k], label));
	k = opens_list(label) ? OUTLINE_DEPTH : next_in(o, item, false);
	/* "(i)", "(1)" in it, "(C)" in that, and "(ii)" further in: not the (ii) after that (i) */
	bool const inside = deeper && k + 1 < depth;
	if (k < OUTLINE_DEPTH && !inside)
		return join(o, k, OUTLINE_NEXT);
	return seek_new(o, item, depth);
}

/* ---- placing ---- */

/* Opens level `depth`, or takes the innermost one's place when all are taken. */
static struct outline_level *push(struct outline *o, uint32_t depth, uint32_t *parent)
{
	if (depth >= OUTLINE_DEPTH) {
		depth = OUTLINE_DEPTH - 1;
		*parent = o->levels[depth].parent;
	}
	o->depth = depth + 1;
	o->levels[depth] = (struct outline_level){.before = REDLINE_NONE, .parent = *parent};
	return &o->levels[depth];
}

static void put(struct outline_level *l, const struct outline_item *item, uint32_t block,
                uint8_t numeral)
{
	const struct label *label = item->label;
	l->block = block;
	l->ordinal = label->ordinal;
	l->column = item->column;
	l->indent = item->indent;
	l->quoted = item->quoted;
	l->kind = REDLINE_PROVISION;
	l->unit = label->unit;
	l->dress = label->dress;
	l->numeral = numeral;
}

void outline_place(struct outline *o, block_vec *blocks, const struct outline_item *item,
                   const struct outline_spot *spot)
{
	uint32_t parent = spot->parent;
	struct outline_level *l;
	if (spot->sibling) {
		l = &o->levels[spot->depth];
		l->before = l->block;
		l->ordinal_before = l->ordinal;
		o->depth = spot->depth + 1;
	} else {
		const struct outline_level *outer = spot->depth ? &o->levels[spot->depth - 1] : NULL;
		if (outer && outer->quoted == item->quoted && outer->indent < item->indent)
			o->indented = true;
		l = push(o, spot->depth, &parent);
	}
	put(l, item, (uint32_t)blocks->len - 1, spot->numeral);
	for (uint32_t k = 0; k < o->depth; k++)
		o->levels[k].paused = false;
	newest(blocks)->parent = parent;
	newest(blocks)->numeral = spot->numeral;
}

void outline_place_inside(struct outline *o, block_vec *blocks, const struct outline_item *item)
{
	uint32_t const block = (uint32_t)blocks->len - 1;
	assert(o->depth && block);
	uint32_t parent = block - 1;
	uint8_t const numeral = (uint8_t)ordinal_choose(NULL, &item->label->ordinal);
	struct outline_level *l = push(o, o->depth, &parent);
	put(l, item, block, numeral);
	newest(blocks)->parent = parent;
	newest(blocks)->numeral = numeral;
}

/*
 * Running text at this indentation: the provision it is inside of, or
 * REDLINE_NONE; the lists it interrupts are paused.
 */
static uint32_t interrupt(struct outline *o, const redline_block *b, bool pauses)
{
	leave_quotes(o, b->quoted);
	for (uint32_t k = o->depth; k-- > 0;) {
		struct outline_level *l = &o->levels[k];
		if (l->quoted < b->quoted || (l->indent < b->indent && !l->paused))
			return l->paused ? l->parent : l->block;
		if (pauses && l->kind != REDLINE_PROVISION && k + 1 == o->depth)
			o->depth = k;
		else if (pauses)
			l->paused = true;
	}
	return REDLINE_NONE;
}

static void put_plain(struct outline_level *l, const redline_block *b, uint32_t block)
{
	l->block = block;
	l->indent = b->indent;
	l->quoted = b->quoted;
	l->kind = b->kind;
}

void outline_bullet(struct outline *o, block_vec *blocks, bool introduced)
{
	redline_block *b = newest(blocks);
	uint32_t const block = (uint32_t)blocks->len - 1;
	leave_quotes(o, b->quoted);
	for (uint32_t k = o->depth; k-- > 0 && o->levels[k].quoted == b->quoted;) {
		struct outline_level *l = &o->levels[k];
		if (l->kind != REDLINE_BULLET || l->paused || l->indent != b->indent)
			continue;
		b->parent = l->parent;
		l->block = block;
		o->depth = k + 1;
		return;
	}
	const struct outline_level *last = top(o);
	bool const inside = introduced && last && !last->paused && last->indent <= b->indent;
	b->parent = inside ? last->block : interrupt(o, b, true);
	put_plain(push(o, o->depth, &b->parent), b, block);
}

void outline_note(struct outline *o, block_vec *blocks)
{
	redline_block *b = newest(blocks);
	leave_quotes(o, b->quoted);
	while (o->depth && top(o)->kind == REDLINE_FOOTNOTE)
		o->depth--;
	uint32_t none = REDLINE_NONE;
	put_plain(push(o, o->depth, &none), b, (uint32_t)blocks->len - 1);
	b->parent = none;
}

/*
 * The provision that running text set flush with its label goes on with, as
 * statutes do after a list; the lists inside it are then over.  Text at the
 * margin goes on with nothing.
 */
static uint32_t flush_with(struct outline *o, const redline_block *b)
{
	for (uint32_t k = o->depth; k-- > 0 && o->levels[k].quoted == b->quoted;) {
		const struct outline_level *l = &o->levels[k];
		if (l->kind != REDLINE_PROVISION || l->unit != REDLINE_LABEL_PLAIN || l->paused ||
		    l->indent == 0 || l->indent != b->indent)
			continue;
		o->depth = k + 1;
		return l->block;
	}
	return REDLINE_NONE;
}

void outline_text(struct outline *o, block_vec *blocks, bool pauses)
{
	redline_block *b = newest(blocks);
	leave_quotes(o, b->quoted);
	if (o->depth && top(o)->kind == REDLINE_FOOTNOTE) {
		if (top(o)->quoted == b->quoted && b->indent >= top(o)->indent + NOTE_INDENT) {
			b->parent = top(o)->block;
			return;
		}
		o->depth--;
	}
	uint32_t const flush = flush_with(o, b);
	b->parent = flush != REDLINE_NONE ? flush : interrupt(o, b, pauses);
}

void outline_heading(struct outline *o)
{
	o->depth = 0;
}
