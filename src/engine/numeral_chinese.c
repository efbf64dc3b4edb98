/*
 * numeral_chinese.c -- Chinese numbers up to 999 (numeral_scan.h): "五", "十二", "一百零三".
 */
#include "numeral_scan.h"

#include <stdio.h>

int numeral_chinese_worth(uint32_t cp)
{
	unsigned const digit = chinese_digit(cp), unit = chinese_unit(cp);
	if (digit == NO_DIGIT)
		return unit <= 100 ? (int)unit : 0;
	return digit ? (int)digit : -1;
}

unsigned numeral_chinese_value(redline_bytes text, uint32_t *at, uint32_t end)
{
	unsigned value = 0, digit = 0;
	while (*at < end) {
		unsigned size;
		int const worth = numeral_chinese_worth(utf8_at(text, *at, &size));
		if (!worth || value > 999)
			break;
		if (worth >= 10) {
			value += (digit ? digit : 1) * (unsigned)worth;
			digit = 0;
		} else if (worth > 0) {
			digit = (unsigned)worth;
		}
		*at += size;
	}
	return value + digit;
}

struct numeral lex_chinese_numeral(struct arena *a, redline_bytes text, redline_range within,
                                   uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	redline_bytes const rest = bytes_in(text, within);
	bool const marked = bytes_start(rest, BYTES("\xE7\xAC\xAC")); /* 第 */
	s.out.unit = REDLINE_DOCUMENT;
	s.at += marked ? 3 : 0;
	*end = within.begin;
	unsigned size;
	uint32_t at = s.at;
	if (at >= s.end)
		return s.out;
	if (marked && numeral_add_wide(&s, at)) {
		s.out.parens = true;
	} else if (is_digit(text.ptr[at])) {
		numeral_add(&s, at, at + skip_digits(&s, 0), true);
		numeral_add_nested(&s); /* "第5(a)段" */
	} else if (is_foreign_digit(utf8_at(text, at, &size))) {
		numeral_add_foreign(&s);
	} else if (marked) {
		unsigned const value = numeral_chinese_value(text, &at, s.end);
		char digits[8];
		int const len = snprintf(digits, sizeof digits, "%u", value);
		if (value && value < 1000)
			numeral_push(&s,
			          arena_copy(a, (redline_bytes){digits, (size_t)len}),
			          (redline_range){within.begin, at});
	}
	if (s.out.count)
		*end = s.at;
	return s.out;
}

struct numeral lex_chinese_number(struct arena *a, redline_bytes text, redline_range within,
                                  uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	uint32_t at = within.begin;
	unsigned const value = numeral_chinese_value(text, &at, within.end);
	char digits[8];
	int const len = snprintf(digits, sizeof digits, "%u", value % 1000);
	s.out.unit = REDLINE_DOCUMENT;
	if (value && value < 1000)
		numeral_push(&s, arena_copy(a, (redline_bytes){digits, (size_t)len}),
		          (redline_range){within.begin, at});
	*end = s.out.count ? at : within.begin;
	return s.out;
}

size_t numeral_write_chinese(unsigned value, char *out)
{
	unsigned const hundreds = value / 100, tens = value / 10 % 10, ones = value % 10;
	size_t len = 0;
	if (hundreds) {
		len += utf8_put(out + len, chinese_digit_char(hundreds));
		len += utf8_put(out + len, CHINESE_HUNDRED);
	}
	if (hundreds && !tens && ones)
		len += utf8_put(out + len, chinese_digit_char(0));
	if (tens) {
		if (tens > 1 || hundreds)
			len += utf8_put(out + len, chinese_digit_char(tens));
		len += utf8_put(out + len, CHINESE_TEN);
	}
	if (ones)
		len += utf8_put(out + len, chinese_digit_char(ones));
	return len;
}
