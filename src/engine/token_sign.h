/*
 * One character as cutting into tokens sees it.  The commonest scripts are
 * known by range; the rest by libunistring's tables.
 */
#ifndef RL_ENGINE_TOKEN_SIGN_H
#define RL_ENGINE_TOKEN_SIGN_H

#include "base/bytes.h"

/* What a character is; with none of the first seven a punctuation mark or symbol. */
enum sign_trait {
	SIGN_LETTER = 1,    /* of a script with spaces; a numeral that is no digit */
	SIGN_DIGIT = 2,     /* of any script */
	SIGN_MARK = 4,      /* stays with the character before it */
	SIGN_UNSPACED = 8,  /* Han, kana, Thai, ... */
	SIGN_KATAKANA = 16, /* and unspaced */
	SIGN_SPACE = 32,
	SIGN_HIDDEN = 64,   /* soft hyphen, zero-width space, word joiner */
	SIGN_STABLE = 128,  /* NFC leaves it alone, whatever other stable ones are near */
	SIGN_ALONE = 256,   /* a mark that NFC leaves alone if no mark is before it */
	SIGN_COMMON = 512,  /* a letter known to sign_at: stable, and a character to a reader
	                       unless marks follow */
};
#define SIGN_WORD (SIGN_LETTER | SIGN_DIGIT)

struct sign {
	uint32_t cp;
	unsigned size; /* bytes */
	unsigned traits;
};

/* The traits of a character that is not ASCII. */
unsigned sign_traits(uint32_t cp);

/* The character at text[at], whatever it is. */
struct sign sign_decode(redline_bytes text, uint32_t at);

/* The kind of each ASCII character: a letter, a digit, white space or none of these. */
extern const unsigned char sign_ascii[128];

/* Is it one of the commonest letters that UTF-8 writes with two bytes? */
static inline bool sign_is_letter(uint32_t cp)
{
	return (cp >= 0x400 && cp <= 0x481) || (cp >= 0x620 && cp <= 0x64A) ||
	       (cp >= 0xC0 && cp <= 0x2AF && cp != 0xD7 && cp != 0xF7);
}

/* The second or third letter of a Hangul syllable, which NFC makes one with the first? */
static inline bool sign_is_jamo_end(uint32_t cp)
{
	return cp >= 0x1160 && cp <= 0x11FF;
}

/* One of the two letters of a flag? */
static inline bool sign_is_flag(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

static inline bool sign_continues(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* Are the bytes at p those of a Han character (U+4E00 to U+9FFF)?  Three can be read. */
static inline bool sign_is_han(const unsigned char *p)
{
	return ((p[0] >= 0xE5 && p[0] <= 0xE9) || (p[0] == 0xE4 && p[1] >= 0xB8)) &&
	       sign_continues(p[1]) && sign_continues(p[2]);
}

/* Those of a hiragana letter (U+3041 to U+3096)? */
static inline bool sign_is_hiragana(const unsigned char *p)
{
	return p[0] == 0xE3 && sign_continues(p[2]) &&
	       ((p[1] == 0x81 && p[2] >= 0x81) || (p[1] == 0x82 && p[2] <= 0x96));
}

/* Those of no combining mark, as is known of ASCII and most of Chinese and Japanese? */
static inline bool sign_is_no_mark(const unsigned char *p)
{
	return p[0] < 0x80 || sign_is_han(p) || sign_is_hiragana(p) ||
	       (p[0] == 0xE3 && ((p[1] == 0x80 && p[2] < 0xA0) || p[1] == 0x83)) ||
	       (p[0] == 0xEF && p[1] == 0xBC);
}

/* The character at text[at], at < text.len. */
static inline struct sign sign_at(redline_bytes text, uint32_t at)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	size_t const left = text.len - at;
	if (p[0] < 0x80)
		return (struct sign){p[0], 1, sign_ascii[p[0]] | SIGN_STABLE};
	if (left >= 2 && p[0] >= 0xC2 && p[0] <= 0xDF && sign_continues(p[1])) {
		uint32_t const cp = (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
		if (sign_is_letter(cp))
			return (struct sign){cp, 2, SIGN_LETTER | SIGN_STABLE | SIGN_COMMON};
		if (cp >= 0x64B && cp <= 0x652) /* Arabic vowel marks */
			return (struct sign){cp, 2, SIGN_MARK | SIGN_ALONE};
	} else if (left >= 3 && (sign_is_han(p) || sign_is_hiragana(p))) {
		uint32_t const cp = (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
		return (struct sign){cp, 3, SIGN_UNSPACED | SIGN_STABLE | SIGN_COMMON};
	}
	return sign_decode(text, at);
}

#endif
