/*
 * numeral_form.c -- labels of whatever script written in one way, and back (numeral.h).
 */
#include "numeral_scan.h"

#include <stdio.h>
#include <string.h>

#include "model/label.h"

/* Characters that stand between the parts of a label and say nothing: 第五条之二, هـ */
static bool is_label_filler(uint32_t cp)
{
	bool const mark = cp == 0x640 || (cp >= 0x64B && cp <= 0x652);
	bool const ordinal = cp == 0xB0 || cp == 0xBA || cp == 0xAA; /* "1.o" */
	return mark || ordinal || cp == 0x7B2C || label_counter_unit(cp) != REDLINE_LABEL_PLAIN;
}

size_t numeral_canonical(redline_bytes core, char *out, size_t size)
{
	size_t len = 0;
	uint32_t const end = (uint32_t)core.len;
	for (uint32_t at = 0; at < end && len + 12 < size;) {
		const char *label;
		unsigned width;
		uint32_t const cp = utf8_at(core, at, &width);
		uint32_t const suffix = at && cp >= 0x80 ? lex_suffix(core, at, end, &label) : 0;
		uint32_t next = at;
		unsigned const value = cp >= 0x3000 ? numeral_chinese_value(core, &next, end) : 0;
		if (suffix) {
			len += (size_t)snprintf(out + len, size - len, "%s", label);
			at += suffix;
		} else if (value) {
			len += (size_t)snprintf(out + len, size - len, "%u", value);
			at = next;
		} else if (is_foreign_digit(cp)) {
			out[len++] = ascii_digit(cp);
			at += width;
		} else {
			bool const alif = cp == 0x622 || cp == 0x623 || cp == 0x625 || cp == 0x671;
			if (!is_label_filler(cp))
				len += utf8_put(out + len, alif ? 0x627 : cp);
			at += width;
		}
	}
	return len;
}

bool numeral_is_letter(redline_bytes core)
{
	unsigned size;
	uint32_t const cp = core.len ? utf8_at(core, 0, &size) : 0;
	return cp && size == core.len &&
	       (is_alpha(core.ptr[0]) || (cp >= 0x410 && cp < 0x450 && cp != 0x439));
}

size_t numeral_twin(redline_bytes core, char *out)
{
	/* by their order, unless one looks like yet another letter: "с", "е", "В" */
	static const char *const pairs[] = {
		"а" "a", "б" "b", "в" "c", "г" "d", "д" "e", "ж" "g", "А" "A", "Б" "B", "Г" "D",
		"Ж" "G",
	};
	static const char *const back[] = {
		"a" "а", "b" "б", "d" "г", "f" "е", "g" "ж", "A" "А", "D" "Г", "F" "Е", "G" "Ж",
	};
	bool const ascii = core.len == 1;
	size_t const count = ascii ? sizeof back / sizeof *back : sizeof pairs / sizeof *pairs;
	const char *const *table = ascii ? back : pairs;
	for (size_t i = 0; i < count && (ascii || core.len == 2); i++)
		if (memcmp(table[i], core.ptr, core.len) == 0) {
			size_t const len = strlen(table[i]) - core.len;
			memcpy(out, table[i] + core.len, len);
			return len;
		}
	return 0;
}

enum numeral_script numeral_script_of(redline_bytes core)
{
	unsigned size;
	uint32_t const cp = core.len ? utf8_at(core, 0, &size) : 0;
	return cp >= 0x660 && cp <= 0x669   ? NUMERAL_ARABIC
	       : cp >= 0x6F0 && cp <= 0x6F9 ? NUMERAL_PERSIAN
	       : numeral_chinese_worth(cp)          ? NUMERAL_CHINESE
	                                    : NUMERAL_ASCII;
}

size_t numeral_write(redline_bytes digits, enum numeral_script script, char *out, size_t size)
{
	unsigned value = 0;
	size_t len = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (!is_digit(digits.ptr[i]) || i == 3)
			return 0;
		value = value * 10 + (unsigned)(digits.ptr[i] - '0');
	}
	if (!value || size < 16)
		return 0;
	if (script == NUMERAL_CHINESE)
		return numeral_write_chinese(value, out);
	uint32_t const zero = script == NUMERAL_ARABIC    ? 0x660
	                      : script == NUMERAL_PERSIAN ? 0x6F0
	                                                  : '0';
	for (size_t i = 0; i < digits.len; i++)
		len += utf8_put(out + len, zero + (uint32_t)(digits.ptr[i] - '0'));
	return len;
}
