/*
 * Inside the outline: what outline.c and outline_roman.c share, and nobody else uses.
 */
#ifndef RL_MODEL_OUTLINING_H
#define RL_MODEL_OUTLINING_H

#include "model/outline.h"

static inline bool same_dress(uint8_t a, uint8_t b)
{
	bool const a_parens = a == REDLINE_PAREN || a == REDLINE_PARENS;
	bool const b_parens = b == REDLINE_PAREN || b == REDLINE_PARENS;
	return a == b || (!a_parens && !b_parens); /* "59." and "59 bis" */
}

static inline bool same_kind(const struct outline_level *l, const struct label *label)
{
	return l->kind == REDLINE_PROVISION && l->unit == label->unit &&
	       same_dress(l->dress, label->dress);
}

static inline bool is_alpha_numeral(uint8_t numeral)
{
	return numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
}

/* ---- outline_roman.c ---- */

/*
 * "(h) (i) (ii)": the (i) that was taken for the letter after h is the first
 * roman number.  "(v) (vi)": so is a (v) that nothing came before.
 */
bool outline_letter_was_roman(struct outline *o, block_vec *blocks, uint32_t k,
                              const struct label *label);

/*
 * "(i) (j)": the (i) that was taken for the first of a list of roman numbers
 * was a letter, and goes on with the letters it stands under, if there are any
 * and if it isn't indented.
 */
bool outline_roman_was_letter(struct outline *o, block_vec *blocks, uint32_t k,
                              const struct label *label);

#endif
