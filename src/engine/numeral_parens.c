/*
 * numeral_parens.c -- parts of a numeral in parentheses, "(b)", "（二）", or before one, "a)"
 * (numeral_scan.h).
 */
#include "numeral_scan.h"

#include <stdio.h>

/* One letter of another script: "(б)", "(أ)"; its bytes, or 0. */
static uint32_t foreign_letter(const struct numeral_scan *s, uint32_t open)
{
	unsigned size;
	if (open + 1 >= s->end)
		return 0;
	uint32_t const cp = utf8_at(s->text, open + 1, &size);
	bool const letter = cp >= 0x400 && cp < 0x700 && is_word_char(cp);
	if (bytes_start(bytes_in(s->text, (redline_range){open + 1 + size, s->end}),
	                BYTES("\xD9\x80"))) /* the stroke of "(هـ)" */
		size += 2;
	return letter && open + 1 + size < s->end && s->text.ptr[open + 1 + size] == ')' ? size
	                                                                                : 0;
}

uint32_t numeral_parens_length(const struct numeral_scan *s, uint32_t open)
{
	uint32_t n = foreign_letter(s, open);
	redline_bytes const inside = bytes_in(s->text, (redline_range){open, s->end});
	if (n)
		return n;
	if (inside.len > 3 && is_digit(inside.ptr[3]) &&
	    (bytes_start(inside, BYTES("(OP")) || bytes_start(inside, BYTES("(PP"))))
		return 0; /* it stands by itself, and is no part of what is named before */
	while (n < 12) {
		uint32_t const at = open + 1 + n;
		char const c = at < s->end ? s->text.ptr[at] : '\0';
		if (c == ')')
			break;
		if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '.')
			return 0;
		n++;
	}
	if (n == 0 || n == 12)
		return 0;
	uint32_t letters = 0;
	for (uint32_t i = 0; i < n; i++)
		letters += is_alpha(s->text.ptr[open + 1 + i]);
	/* a word in parentheses is no label; "viii" and "aaaa" are */
	if (letters > 3)
		for (uint32_t i = 0; i < n; i++) {
			char const c = s->text.ptr[open + 1 + i];
			if (is_alpha(c) && !is_roman_char(c) && c != s->text.ptr[open + 1])
				return 0;
		}
	return n;
}

uint32_t numeral_paren_size(const struct numeral_scan *s, uint32_t at, char narrow,
                            const char *wide)
{
	redline_bytes const rest = bytes_in(s->text, (redline_range){at, s->end});
	return rest.len && rest.ptr[0] == narrow ? 1 : bytes_start(rest, bytes_of(wide)) ? 3 : 0;
}

bool numeral_add_wide(struct numeral_scan *s, uint32_t at)
{
	uint32_t const open = numeral_paren_size(s, at, '(', "\xEF\xBC\x88");
	uint32_t end = at + open;
	uint32_t const begin = end;
	if (!open)
		return false;
	unsigned const value = numeral_chinese_value(s->text, &end, s->end);
	char digits[8];
	int const len = snprintf(digits, sizeof digits, "%u", value % 1000);
	while (!value && open > 1 && end < s->end && end - begin < 4 &&
	       (is_digit(s->text.ptr[end]) || is_alpha(s->text.ptr[end])))
		end++;
	uint32_t const close = numeral_paren_size(s, end, ')', "\xEF\xBC\x89");
	if (!close || end == begin || value > 999)
		return false;
	numeral_push(s,
	          value ? arena_copy(s->arena, (redline_bytes){digits, (size_t)len})
	                : bytes_in(s->text, (redline_range){begin, end}),
	          (redline_range){begin, end});
	s->at = end + close;
	return true;
}

/* Is it a "(b)", as most are? */
static bool parens_follow(const struct numeral_scan *s, uint32_t at)
{
	return at < s->end && s->text.ptr[at] == '(' && numeral_parens_length(s, at) > 0;
}

uint32_t numeral_half_parens_length(const struct numeral_scan *s, uint32_t at)
{
	uint32_t n = 0;
	bool roman = true;
	while (n < 5 && at + n < s->end && is_lower(s->text.ptr[at + n]))
		roman &= is_roman_char(s->text.ptr[at + n++]);
	if (n == 0 && at < s->end) { /* "б)" */
		unsigned size;
		uint32_t const cp = utf8_at(s->text, at, &size);
		n = cp >= 0x430 && cp < 0x450 ? size : 0;
		return n && at + n < s->end && s->text.ptr[at + n] == ')' ? n : 0;
	}
	bool const closed = at + n < s->end && s->text.ptr[at + n] == ')';
	return closed && (n == 1 || (n < 5 && roman)) ? n : 0;
}

void numeral_add_nested(struct numeral_scan *s)
{
	while (!s->too_deep) {
		uint32_t const at = skip_blanks(s, s->at);
		if (!parens_follow(s, at) && numeral_add_wide(s, at))
			continue;
		uint32_t const open = at < s->end && s->text.ptr[at] == '(';
		uint32_t const inside = open ? numeral_parens_length(s, at)
		                             : numeral_half_parens_length(s, at);
		if (inside) {
			numeral_add(s, at + open, at + open + inside, false);
			s->at = at + open + inside + 1;
			uint32_t const suffix_at = skip_blanks(s, s->at);
			const char *label;
			uint32_t const suffix =
				lex_suffix(s->text, suffix_at, s->end, &label);
			if (suffix && s->out.count > 0 && !s->too_deep) {
				numeral_join(&s->out, s->arena, label);
				s->at = suffix_at + suffix;
			}
			continue;
		}
		if (char_at(s, 0) == '.' && is_digit(char_at(s, 1))) {
			s->at++;
			uint32_t const n = numeral_arabic_length(s);
			s->too_deep |= n == 0;
			numeral_add(s, s->at, s->at + n, true);
			continue;
		}
		return;
	}
}
