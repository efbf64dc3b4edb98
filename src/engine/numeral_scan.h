/*
 * Inside the reading of numerals: what numeral.c, numeral_parens.c, numeral_chinese.c and
 * numeral_form.c share, and nobody else uses.
 */
#ifndef RL_ENGINE_NUMERAL_SCAN_H
#define RL_ENGINE_NUMERAL_SCAN_H

#include "numeral.h"

#define CORE_MAX 60u /* bytes of one part; place.h keeps 64 */

/* A numeral on its way out of the text. */
struct numeral_scan {
	struct arena *arena;
	redline_bytes text;
	uint32_t at, end;
	struct numeral out;
	bool too_deep; /* more parts than a numeral can hold */
};

static inline char char_at(const struct numeral_scan *s, uint32_t ahead)
{
	return s->at + ahead < s->end ? s->text.ptr[s->at + ahead] : '\0';
}

static inline uint32_t skip_blanks(const struct numeral_scan *s, uint32_t at)
{
	while (at < s->end && is_blank(s->text.ptr[at]))
		at++;
	return at;
}

/* Digits from `n` ahead on; not many more than a label may have. */
static inline uint32_t skip_digits(const struct numeral_scan *s, uint32_t n)
{
	while (n <= CORE_MAX && is_digit(char_at(s, n)))
		n++;
	return n;
}

static inline char ascii_digit(uint32_t cp)
{
	return (char)('0' + foreign_digit(cp));
}

/* ---- numeral.c ---- */

/* One more part, in canonical form, behind which reading goes on. */
void numeral_push(struct numeral_scan *s, redline_bytes core, redline_range source);

/* The core [begin, core_end), with the bis after it, as one canonical part. */
void numeral_add(struct numeral_scan *s, uint32_t begin, uint32_t core_end, bool with_suffix);

/* "٥٩", "٤.٢": in ASCII digits. */
void numeral_add_foreign(struct numeral_scan *s);

/* "59", "4.2", "38-841.03", "9A", "47-1809.05a": how long?  0 if it is longer
 * than any label, which is found out without reading on. */
uint32_t numeral_arabic_length(const struct numeral_scan *s);

/* ---- numeral_parens.c ---- */

/* "(b)", "(ii)", "(3A)", "(c-1)": the inside's length, or 0. */
uint32_t numeral_parens_length(const struct numeral_scan *s, uint32_t open);

/* "a)", "ii)": the length of what stands before the mark, or 0. */
uint32_t numeral_half_parens_length(const struct numeral_scan *s, uint32_t at);

/* "(" or the wide one: its bytes, or 0. */
uint32_t numeral_paren_size(const struct numeral_scan *s, uint32_t at, char narrow,
                            const char *wide);

/* "（二）", "(二)", "（a）": what no "(b)" is. */
bool numeral_add_wide(struct numeral_scan *s, uint32_t at);

/* Further parts: "(b)(ii)", "43 (b)", "40b)", "5 a) ii)", "A.1". */
void numeral_add_nested(struct numeral_scan *s);

/* ---- numeral_chinese.c ---- */

/* A numeral character's worth: 1 to 9, 10, 100; 0 for one that is none (and for a
 * thousand, which is past what is read here); -1 for zero. */
int numeral_chinese_worth(uint32_t cp);

/* "五", "十二", "一百零三": its value, up to 999; 0 if there is none. */
unsigned numeral_chinese_value(redline_bytes text, uint32_t *at, uint32_t end);

/* 12 is "十二", 103 "一百零三". */
size_t numeral_write_chinese(unsigned value, char *out);

#endif
