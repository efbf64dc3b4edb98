/*
 * Digits of scripts other than Latin: Arabic, Persian, full-width and Chinese.
 *
 * One character at a time.  What a run of them comes to, how long it may be and
 * which of them may stand in it differs between the labels of a draft and the
 * numerals of a statement, so it is for their readers to say.
 */
#ifndef RL_BASE_DIGITS_H
#define RL_BASE_DIGITS_H

#include <stdbool.h>
#include <stdint.h>

#define NO_DIGIT 10u

/* What Chinese writes behind a digit to multiply it. */
enum { CHINESE_TEN = 0x5341, CHINESE_HUNDRED = 0x767E, CHINESE_THOUSAND = 0x5343 };

/* A decimal digit of Arabic, Persian or full-width Latin: 0 to 9, else NO_DIGIT. */
static inline unsigned foreign_digit(uint32_t cp)
{
	return cp >= 0x660 && cp <= 0x669     ? cp - 0x660
	       : cp >= 0x6F0 && cp <= 0x6F9   ? cp - 0x6F0
	       : cp >= 0xFF10 && cp <= 0xFF19 ? cp - 0xFF10
	                                      : NO_DIGIT;
}

static inline bool is_foreign_digit(uint32_t cp)
{
	return foreign_digit(cp) != NO_DIGIT;
}

/* A Chinese digit, of which there are two for zero: 0 to 9, else NO_DIGIT. */
unsigned chinese_digit(uint32_t cp);

/* The Chinese character for 0 to 9. */
uint32_t chinese_digit_char(unsigned digit);

/* 10, 100 or 1000, else 0. */
unsigned chinese_unit(uint32_t cp);

#endif
