/*
 * token_sign.c -- see token_sign.h.
 *
 * That a character is stable is known for all but marks: it is if it doesn't
 * decompose, or would at once be composed again, and isn't the end of a Hangul
 * syllable.  Marks are stable only if they are listed here.
 */
#include "engine/token_sign.h"

#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>

#include "engine/fold.h"

enum { L = SIGN_LETTER, D = SIGN_DIGIT, S = SIGN_SPACE };

const unsigned char sign_ascii[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0, /* controls */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* blank ! " # ... */
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0, /* 0 to 9 */
	0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* @, A to O */
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0, /* P to Z */
	0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, 0,
};

/* No mark by category, but part of the character before it all the same? */
static bool is_extender(uint32_t cp)
{
	int const part = uc_graphemeclusterbreak_property(cp);
	return part == GBP_EXTEND || part == GBP_SPACINGMARK || part == GBP_ZWJ;
}

/* Does NFC leave alone what is no mark by category?  What decomposes must compose again. */
static bool is_stable(uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int const count = uc_canonical_decomposition(cp, parts);
	if (count == 2)
		return uc_composition(parts[0], parts[1]) == cp;
	return count < 0 && !sign_is_jamo_end(cp);
}

/* Unspaced, or an iteration mark or numeral that stands among Han? */
static bool is_unspaced(uint32_t cp)
{
	return is_unspaced_char(cp) || (cp >= 0x3005 && cp <= 0x303C);
}

static unsigned by_tables(uint32_t cp)
{
	if (is_space_char(cp))
		return SIGN_SPACE; /* some decompose */
	if (uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M)) {
		bool const thai_or_lao = cp >= 0xE00 && cp <= 0xEFF; /* none of them composes */
		return thai_or_lao ? SIGN_MARK | SIGN_ALONE : SIGN_MARK;
	}
	unsigned const stable = is_stable(cp) ? SIGN_STABLE : 0;
	unsigned kind = 0;
	if (is_extender(cp))
		kind = SIGN_MARK;
	else if (uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Nd))
		kind = SIGN_DIGIT;
	else if (is_word_char(cp))
		kind = is_unspaced(cp) ? SIGN_UNSPACED : SIGN_LETTER;
	return kind | stable;
}

static unsigned of_arabic(uint32_t cp)
{
	if (cp >= 0x64B && cp <= 0x652)
		return SIGN_MARK | SIGN_ALONE;
	if (cp >= 0x660 && cp <= 0x669)
		return SIGN_DIGIT | SIGN_STABLE;
	if ((cp >= 0x620 && cp <= 0x64A) || (cp >= 0x671 && cp <= 0x6D3))
		return SIGN_LETTER | SIGN_STABLE;
	return by_tables(cp);
}

/* U+2000 to U+206F */
static unsigned of_general_punctuation(uint32_t cp)
{
	if ((cp >= 0x2010 && cp <= 0x2027) || (cp >= 0x2030 && cp <= 0x205E))
		return SIGN_STABLE;
	if (cp == 0x200B || cp == 0x2060)
		return SIGN_HIDDEN | SIGN_STABLE;
	if (cp == 0x200C || cp == 0x200D)
		return SIGN_MARK | SIGN_STABLE;
	return by_tables(cp);
}

/* U+3000 to U+30FF */
static unsigned of_kana(uint32_t cp)
{
	if (cp >= 0x3041 && cp <= 0x3096)
		return SIGN_UNSPACED | SIGN_STABLE;
	if ((cp >= 0x30A1 && cp <= 0x30FA) || (cp >= 0x30FC && cp <= 0x30FF))
		return SIGN_UNSPACED | SIGN_KATAKANA | SIGN_STABLE;
	bool const mark = (cp >= 0x3001 && cp <= 0x3003) || (cp >= 0x3008 && cp <= 0x3020);
	return mark ? SIGN_STABLE : by_tables(cp);
}

/* U+FF00 to U+FF5F: ASCII, but wider */
static unsigned of_wide(uint32_t cp)
{
	return cp > 0xFF00 && cp < 0xFF5F ? sign_ascii[cp - 0xFEE0] | SIGN_STABLE : by_tables(cp);
}

static unsigned of_latin(uint32_t cp)
{
	if (cp == 0xAD)
		return SIGN_HIDDEN | SIGN_STABLE;
	return sign_is_letter(cp) ? SIGN_LETTER | SIGN_STABLE : by_tables(cp);
}

unsigned sign_traits(uint32_t cp)
{
	if (cp < 0x300)
		return of_latin(cp);
	if (cp >= 0x400 && cp <= 0x52F && !(cp >= 0x482 && cp <= 0x489))
		return SIGN_LETTER | SIGN_STABLE;
	if (cp >= 0x600 && cp <= 0x6FF)
		return of_arabic(cp);
	if (cp >= 0x4E00 && cp <= 0x9FFF)
		return SIGN_UNSPACED | SIGN_STABLE;
	if (cp >= 0x2000 && cp <= 0x206F)
		return of_general_punctuation(cp);
	if (cp >= 0x3000 && cp <= 0x30FF)
		return of_kana(cp);
	if (cp >= 0xAC00 && cp <= 0xD7A3)
		return SIGN_LETTER | SIGN_STABLE;
	if (cp >= 0xFF00 && cp <= 0xFF5F)
		return of_wide(cp);
	if (cp >= 0x31F0 && cp <= 0x31FF)
		return SIGN_UNSPACED | SIGN_KATAKANA | SIGN_STABLE;
	if (cp == 0xFE0E || cp == 0xFE0F)
		return SIGN_MARK | SIGN_STABLE; /* says how an emoji is drawn */
	return by_tables(cp);
}

struct sign sign_decode(redline_bytes text, uint32_t at)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	unsigned size = 3;
	uint32_t cp;
	/* three bytes, and none of those that may be no UTF-8 after all */
	if (text.len - at >= 3 && p[0] > 0xE0 && p[0] < 0xF0 && p[0] != 0xED &&
	    sign_continues(p[1]) && sign_continues(p[2]))
		cp = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
	else
		cp = utf8_at(text, at, &size);
	return (struct sign){cp, size, sign_traits(cp)};
}
