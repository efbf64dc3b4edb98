/*
 * Numerals that name a place, in the ways that statements write them: "59",
 * "59 bis", "43 (b) (ii)", "٥٩", "第五十九段".
 */
#ifndef RL_ENGINE_NUMERAL_H
#define RL_ENGINE_NUMERAL_H

#include "base/arena.h"
#include "base/bytes.h"
#include "base/digits.h" /* is_foreign_digit */

#include <redline/statement.h>

/*
 * A numeral that can name a place: "59", "59 bis", "43 (b) (ii)", "PP2",
 * "38-841.03(a)(2)".  Each part is canonical: no blanks, no dress.
 */
#define NUMERAL_PARTS 8
struct numeral {
	redline_bytes part[NUMERAL_PARTS];
	redline_range source[NUMERAL_PARTS];
	unsigned count;
	bool parens;       /* the first part stands in parentheses: "(b)" */
	redline_unit unit; /* REDLINE_DOCUMENT: it doesn't say */
};

/* A letter of Roman numbers up to some hundreds, in either case? */
static inline bool is_roman_char(char c)
{
	uint32_t const roman = 1u << ('i' & 31) | 1u << ('v' & 31) | 1u << ('x' & 31) |
	                       1u << ('l' & 31) | 1u << ('c' & 31);
	return is_alpha(c) && roman >> (c & 31) & 1;
}

/*
 * Could a numeral begin at `at`: digits, letters that are no word, "(", "（", "§"?  Says no
 * to most places, and to none that has one, save Cyrillic letters.
 */
static inline bool lex_may_be_numeral(redline_bytes text, uint32_t at, uint32_t end)
{
	char const c = text.ptr[at], second = at + 1 < end ? text.ptr[at + 1] : '\0';
	if (is_alpha(c)) /* one, two alike, a Roman number or "PP2" */
		return !is_alpha(second) || c == second || c == 'P' || c == 'O' ||
		       (is_roman_char(c) && is_roman_char(second));
	return is_digit(c) || c == '(' || (unsigned char)c == 0xC2 ||
	       (unsigned char)c == 0xD9 || (unsigned char)c == 0xDB || (unsigned char)c == 0xEF;
}

/*
 * The numeral at within.begin, or a count of 0.  `named` says that a unit's word
 * stands before it, so that a lone letter or a roman numeral may be one.
 */
struct numeral lex_numeral(struct arena *a, redline_bytes text, redline_range within, bool named,
                           uint32_t *end);

/*
 * "A.2.3", "B.1 (a)": the number of an item of a lettered annex, "A.2.3" being one part of
 * a paragraph; a count of 0 if there is none.
 */
struct numeral lex_lettered_numeral(struct arena *a, redline_bytes text, redline_range within,
                                    uint32_t *end);

/*
 * A Chinese number at within.begin, with or without "第" before it and in
 * digits of any kind, as one part without the unit that follows; a count of 0 if
 * there is none.
 */
struct numeral lex_chinese_numeral(struct arena *a, redline_bytes text, redline_range within,
                                   uint32_t *end);

/* "一", "十二" where a unit's word stood: "附件一". */
struct numeral lex_chinese_number(struct arena *a, redline_bytes text, redline_range within,
                                  uint32_t *end);

/*
 * A label of whatever script as numerals have it: "五条之二" is "5bis", "٥" is "5", and
 * letters of Arabic are without their marks.  Returns the bytes put into `out`.
 */
size_t numeral_canonical(redline_bytes core, char *out, size_t size);

/* One letter, Latin or Cyrillic? */
bool numeral_is_letter(redline_bytes core);

/*
 * The letter that the other script numbers the same item with: Cyrillic "б" is Latin "b",
 * "в" is "c".  Returns the bytes put into `out`, at most 2; 0 for those that look like one
 * letter and count as another, and for what is no letter.
 */
size_t numeral_twin(redline_bytes core, char *out);

/* What a label is written with. */
enum numeral_script { NUMERAL_ASCII, NUMERAL_CHINESE, NUMERAL_ARABIC, NUMERAL_PERSIAN };
enum numeral_script numeral_script_of(redline_bytes core);

/* A number of at most three digits in that script; 0 bytes if it is longer or no number. */
size_t numeral_write(redline_bytes digits, enum numeral_script script, char *out, size_t size);

/* Appends a "bis" to the last part. */
void numeral_join(struct numeral *n, struct arena *a, const char *label);

/* The "bis" that stands at `at`, as labels have it: its bytes in the text, or 0. */
uint32_t lex_suffix(redline_bytes text, uint32_t at, uint32_t end, const char **label);

#endif
