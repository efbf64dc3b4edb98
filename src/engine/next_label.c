/*
 * next_label.c -- see next_label.h.
 */
#include "next_label.h"

#include <stdio.h>
#include <string.h>

/* Arabic letters as numbers: alif, ba, jim, dal, ha, ... */
static uint32_t next_abjad(uint32_t cp)
{
	static const uint16_t letters[] = {
		0x627, 0x628, 0x62C, 0x62F, 0x647, 0x648, 0x632, 0x62D,
		0x637, 0x64A, 0x643, 0x644, 0x645, 0x646,
	};
	for (size_t i = 0; i + 1 < sizeof letters / sizeof *letters; i++)
		if (letters[i] == cp)
			return letters[i + 1];
	return 0;
}

/* "iv" after "iii", "IV" after "III"; its length, or 0. */
static size_t next_roman(redline_bytes core, redline_numeral numeral, char out[NEXT_LABEL_MAX])
{
	static const char *const small[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
	                                    "vii", "viii", "ix",  "x",  "xi", "xii"};
	static const char *const large[] = {"I",   "II",   "III", "IV", "V",  "VI",
	                                    "VII", "VIII", "IX",  "X",  "XI", "XII"};
	if (numeral != REDLINE_LOWER_ROMAN && numeral != REDLINE_UPPER_ROMAN)
		return 0;
	const char *const *romans = numeral == REDLINE_LOWER_ROMAN ? small : large;
	for (unsigned i = 0; i + 1 < sizeof small / sizeof *small; i++)
		if (bytes_equal(core, bytes_of(romans[i])))
			return (size_t)snprintf(out, NEXT_LABEL_MAX, "%s", romans[i + 1]);
	return 0;
}

/* Digits, up to the end of the label: the number, one more. */
static size_t next_number(redline_bytes digits, char *out, size_t size)
{
	unsigned long value = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (!is_digit(digits.ptr[i]))
			return 0;
		value = value * 10 + (unsigned long)(digits.ptr[i] - '0');
	}
	return (size_t)snprintf(out, size, "%lu", value + 1);
}

/* "3.4" after "3.3": where the last of several numbers goes on; but "3.04" has other digits. */
static size_t next_decimal(redline_bytes core, char out[NEXT_LABEL_MAX])
{
	size_t dot = core.len;
	while (dot > 0 && core.ptr[dot - 1] != '.')
		dot--;
	if (!dot || dot == core.len || core.ptr[dot] == '0' || core.len > 12)
		return 0;
	for (size_t i = 0; i < dot; i++)
		if (!is_digit(core.ptr[i]) && core.ptr[i] != '.')
			return 0;
	memcpy(out, core.ptr, dot);
	size_t const len = next_number((redline_bytes){core.ptr + dot, core.len - dot}, out + dot,
	                               NEXT_LABEL_MAX - dot);
	return len ? dot + len : 0;
}

size_t next_label(redline_bytes core, redline_numeral numeral, char out[NEXT_LABEL_MAX])
{
	if (numeral == REDLINE_ARABIC && memchr(core.ptr, '.', core.len))
		return next_decimal(core, out);
	if (numeral == REDLINE_ARABIC && core.len < 9)
		return next_number(core, out, NEXT_LABEL_MAX);
	bool const alpha = numeral == REDLINE_LOWER_ALPHA || numeral == REDLINE_UPPER_ALPHA;
	if (alpha && core.len == 1 && core.ptr[0] != 'z' && core.ptr[0] != 'Z') {
		out[0] = (char)(core.ptr[0] + 1);
		return 1;
	}
	/* "в" after "б"; which letters lists pass over begins to differ after "ж" */
	unsigned size;
	uint32_t const cp = alpha && core.len == 2 ? utf8_at(core, 0, &size) : 0;
	if ((cp >= 0x430 && cp < 0x436) || (cp >= 0x410 && cp < 0x416))
		return utf8_put(out, cp + 1);
	uint32_t const next = alpha && core.len == 2 ? next_abjad(cp) : 0;
	if (next)
		return utf8_put(out, next);
	return next_roman(core, numeral, out);
}
