/*
 * ordinal.c -- the arithmetic of ordinals.  See ordinal.h.
 */
#include "model/ordinal.h"

uint32_t ordinal_value(const struct ordinal *o, redline_numeral numeral)
{
	switch (numeral) {
	case REDLINE_ARABIC:
		return o->width ? o->part[o->width - 1] : 0;
	case REDLINE_LOWER_ALPHA:
	case REDLINE_UPPER_ALPHA:
		return o->letter;
	case REDLINE_LOWER_ROMAN:
	case REDLINE_UPPER_ROMAN:
		return o->roman;
	default:
		return 0;
	}
}

/* 4.3 after 4.2, 5.1 after 4.9: one part is one more, and all behind it begin again. */
static bool number_follows(const struct ordinal *prev, const struct ordinal *next)
{
	unsigned i = 0;
	if (prev->width != next->width)
		return false;
	while (i < next->width && next->part[i] == prev->part[i])
		i++;
	if (i == next->width)
		return next->suffix && next->suffix != prev->suffix;
	if (next->part[i] != prev->part[i] + 1)
		return false;
	while (++i < next->width) {
		if (next->part[i] > 1)
			return false;
	}
	return true;
}

bool ordinal_follows(const struct ordinal *prev, const struct ordinal *next,
                     redline_numeral numeral)
{
	if (!ordinal_reads(prev, numeral) || !ordinal_reads(next, numeral))
		return false;
	if (numeral == REDLINE_ARABIC)
		return number_follows(prev, next);
	uint32_t const a = ordinal_value(prev, numeral), b = ordinal_value(next, numeral);
	return b == a + 1 || (a == b && next->suffix && next->suffix != prev->suffix);
}

bool ordinal_first(const struct ordinal *o, redline_numeral numeral)
{
	if (!ordinal_reads(o, numeral))
		return false;
	uint32_t const value = ordinal_value(o, numeral);
	bool const doubled = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	return value == 1 || (doubled && o->width == 2 && value == 27);
}

redline_numeral ordinal_choose(const struct ordinal *prev, const struct ordinal *o)
{
	redline_numeral only = REDLINE_NO_NUMERAL, roman = REDLINE_NO_NUMERAL;
	for (redline_numeral n = REDLINE_ARABIC; n <= REDLINE_UPPER_ROMAN; n++) {
		if (prev && ordinal_follows(prev, o, n))
			return n;
		if (!ordinal_reads(o, n))
			continue;
		if (n == REDLINE_LOWER_ROMAN || n == REDLINE_UPPER_ROMAN)
			roman = n;
		else
			only = n;
	}
	if (only == REDLINE_NO_NUMERAL)
		return roman;
	/* Letters that are a roman number as well: i, ii, iii are one; v, x, cc are letters. */
	return roman && o->roman <= 3 ? roman : only;
}
