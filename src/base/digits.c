/*
 * digits.c -- see digits.h.
 */
#include "base/digits.h"

#include <assert.h>

static const uint16_t chinese_digits[NO_DIGIT] = {
	0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D,
};

unsigned chinese_digit(uint32_t cp)
{
	if (cp == 0x3007) /* the round zero */
		return 0;
	unsigned digit = 0;
	while (digit < NO_DIGIT && chinese_digits[digit] != cp)
		digit++;
	return digit;
}

uint32_t chinese_digit_char(unsigned digit)
{
	assert(digit < NO_DIGIT);
	return chinese_digits[digit];
}

unsigned chinese_unit(uint32_t cp)
{
	switch (cp) {
	case CHINESE_TEN: return 10;
	case CHINESE_HUNDRED: return 100;
	case CHINESE_THOUSAND: return 1000;
	default: return 0;
	}
}
