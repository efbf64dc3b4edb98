/*
 * outline_roman.c -- second thoughts about "(i)": a roman number or a letter, as the label
 * behind it shows (outlining.h).
 */
#include "model/outlining.h"

/* The letters of level k, of which there is one so far, are roman numbers. */
static void read_as_roman(struct outline *o, block_vec *blocks, uint32_t k, uint8_t roman)
{
	struct outline_level *l = &o->levels[k];
	blocks->at[l->block].numeral = roman;
	l->numeral = roman;
	o->depth = k + 1;
}

/* The newest item of level k opened a list of roman numbers under the one before it. */
static void move_under_before(struct outline *o, block_vec *blocks, uint32_t k, uint8_t roman)
{
	struct outline_level *l = &o->levels[k];
	struct outline_level inner = *l;
	inner.parent = l->before;
	inner.before = REDLINE_NONE;
	blocks->at[l->block].parent = l->before;
	l->block = l->before;
	l->ordinal = l->ordinal_before;
	l->before = REDLINE_NONE;
	o->levels[k + 1] = inner;
	read_as_roman(o, blocks, k + 1, roman);
}

bool outline_letter_was_roman(struct outline *o, block_vec *blocks, uint32_t k,
                              const struct label *label)
{
	const struct outline_level *l = &o->levels[k];
	if (!is_alpha_numeral(l->numeral) || !same_kind(l, label))
		return false;
	uint8_t const roman = l->numeral == REDLINE_LOWER_ALPHA ? REDLINE_LOWER_ROMAN
	                                                        : REDLINE_UPPER_ROMAN;
	if (!ordinal_follows(&l->ordinal, &label->ordinal, (redline_numeral)roman))
		return false;
	if (l->before == REDLINE_NONE) {
		read_as_roman(o, blocks, k, roman);
		return true;
	}
	if (k + 1 >= OUTLINE_DEPTH || !ordinal_first(&l->ordinal, (redline_numeral)roman))
		return false;
	move_under_before(o, blocks, k, roman);
	return true;
}

bool outline_roman_was_letter(struct outline *o, block_vec *blocks, uint32_t k,
                              const struct label *label)
{
	struct outline_level *l = &o->levels[k];
	uint8_t const letter = l->numeral == REDLINE_LOWER_ROMAN ? REDLINE_LOWER_ALPHA
	                                                         : REDLINE_UPPER_ALPHA;
	if ((l->numeral != REDLINE_LOWER_ROMAN && l->numeral != REDLINE_UPPER_ROMAN) ||
	    !same_kind(l, label) || l->before != REDLINE_NONE ||
	    !ordinal_follows(&l->ordinal, &label->ordinal, (redline_numeral)letter))
		return false;
	blocks->at[l->block].numeral = letter;
	l->numeral = letter;
	struct outline_level *outer = k ? &o->levels[k - 1] : NULL;
	if (outer && outer->numeral == letter && same_kind(outer, label) && !outer->paused &&
	    outer->indent == l->indent && outer->ordinal.letter < l->ordinal.letter) {
		blocks->at[l->block].parent = outer->parent;
		l->parent = outer->parent;
		l->before = outer->block;
		l->ordinal_before = outer->ordinal;
		*outer = *l;
		o->depth = k;
	} else {
		o->depth = k + 1;
	}
	return true;
}
