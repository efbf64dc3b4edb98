/*
 * The numerals of labels as values: which number, letter or roman number one may
 * be, and whether it comes next in a list.  They are read by label.h.
 */
#ifndef RL_MODEL_ORDINAL_H
#define RL_MODEL_ORDINAL_H

#include <stdbool.h>
#include <stdint.h>

#include <redline/draft.h>

#define LABEL_PARTS 4 /* numbers in "4.2.1"; more make it no label */

/*
 * A numeral in all the ways it can be read.  "(i)" can be the ninth letter or
 * the first roman number; only the sequence tells.
 */
struct ordinal {
	uint8_t readings;             /* bit 1 << redline_numeral for each */
	uint8_t width;                /* numbers in "4.2.1", letters in "aa" */
	uint32_t part[LABEL_PARTS];   /* arabic */
	uint32_t letter;              /* a 1, z 26, aa 27, bb 28 */
	uint32_t roman;
	uint32_t suffix;              /* a hash of "bis", "A-i", "-1"; 0 for none */
};

/* Read as `numeral`: `next` comes right after `prev` ("3", "3A", "3 bis" or "4" after "3"). */
bool ordinal_follows(const struct ordinal *prev, const struct ordinal *next,
                     redline_numeral numeral);

/* Read as `numeral`: it may open a list (1, a, aa, i). */
bool ordinal_first(const struct ordinal *o, redline_numeral numeral);

/* Its value read as `numeral`, for comparing; the last number of "4.2". */
uint32_t ordinal_value(const struct ordinal *o, redline_numeral numeral);

/* The likeliest reading: the one that follows `prev` (may be NULL), else by its shape. */
redline_numeral ordinal_choose(const struct ordinal *prev, const struct ordinal *o);

static inline bool ordinal_reads(const struct ordinal *o, redline_numeral numeral)
{
	return (o->readings >> numeral & 1u) != 0;
}

#endif
