/*
 * Small helpers on views and ranges, and UTF-8.
 *
 * The decoding functions take text that redline_text_check has passed (valid
 * UTF-8); on anything else they still stay inside the given bounds.
 */
#ifndef RL_BASE_BYTES_H
#define RL_BASE_BYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <redline/base.h>

/* A view of a string literal. */
#define BYTES(literal) ((redline_bytes){"" literal, sizeof(literal) - 1})

static inline redline_bytes bytes_of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

static inline redline_bytes bytes_in(redline_bytes text, redline_range r)
{
	return r.end > r.begin ? (redline_bytes){text.ptr + r.begin, (size_t)(r.end - r.begin)}
	                       : (redline_bytes){"", 0}; /* an empty text may have no address */
}

static inline uint32_t range_len(redline_range r)
{
	return r.end - r.begin;
}

/* Bytes of the colon at `at`, before `end`: 1, or 3 for the full-width one that Chinese has;
 * 0 if there is none. */
static inline uint32_t bytes_colon(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at < end && text.ptr[at] == ':')
		return 1;
	return at + 3 <= end && memcmp(text.ptr + at, "\xEF\xBC\x9A", 3) == 0 ? 3 : 0;
}

bool bytes_equal(redline_bytes a, redline_bytes b);
bool bytes_equal_nocase(redline_bytes a, redline_bytes b); /* ASCII case only */
uint32_t bytes_words(redline_bytes text); /* runs of what is no white space */
bool bytes_start(redline_bytes text, redline_bytes prefix);
int bytes_compare(redline_bytes a, redline_bytes b); /* memcmp order */
size_t bytes_common(redline_bytes a, redline_bytes b); /* how many they begin with alike */

/* The range without ASCII white space (blank, tab, CR, LF, FF, VT) at its ends. */
redline_range range_trim(redline_bytes text, redline_range r);

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}
static inline bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}
static inline bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}
static inline bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}
/* What a byte is: asked so often that a table pays. */
enum { BYTE_IN_WORD = 1, BYTE_LETTER = 2 };
extern const unsigned char byte_kinds[256];

static inline bool is_alpha(char c)
{
	return byte_kinds[(unsigned char)c] & BYTE_LETTER;
}
/* May it be in a word: a letter or digit of ASCII, or part of any other character? */
static inline bool is_word_byte(char c)
{
	return byte_kinds[(unsigned char)c] & BYTE_IN_WORD;
}
static inline char to_lower(char c)
{
	return is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

/*
 * The first byte in [at, end) that is no ASCII letter, digit, blank, comma or line feed, or
 * `end`: far faster than a loop, for whoever looks for marks of many other kinds.
 */
uint32_t bytes_past_prose(redline_bytes text, uint32_t at, uint32_t end);

/* The first byte in [at, end) that is one of a few, or `end`.  No more than eight of them, and
 * none a zero. */
uint32_t bytes_find_any(redline_bytes text, uint32_t at, uint32_t end, redline_bytes few);

/*
 * What the first bytes of a text are, all at once; bit i is byte i's.  Of no more than
 * BYTES_SEEN bytes, and none beyond the text's end.
 */
#define BYTES_SEEN 16u
struct byte_bits {
	uint32_t letters; /* of ASCII */
	uint32_t plain;   /* those, and digits */
	uint32_t beyond;  /* no ASCII */
};
struct byte_bits bytes_bits(redline_bytes text);

/* How many bytes at the text's beginning, up to BYTES_SEEN, the bits stand for. */
static inline uint32_t bits_run(uint32_t bits)
{
	uint32_t run = 0;
#ifdef __GNUC__
	run = (uint32_t)__builtin_ctz(~bits | 1u << BYTES_SEEN);
#else
	while (bits >> run & 1)
		run++;
#endif
	return run;
}

/*
 * The code point at text[at] (at < text.len); *size is its length in bytes,
 * 1 to 4.  A broken sequence is U+FFFD of size 1.
 */
static inline uint32_t utf8_at(redline_bytes text, size_t at, unsigned *size);

/* The code point that ends just before text[at] (at > 0). */
static inline uint32_t utf8_before(redline_bytes text, size_t at, unsigned *size);

/* Does a letter stand at text[at] that has a small form?  False at the end. */
bool utf8_large_at(redline_bytes text, size_t at);

/* Writes cp (a valid scalar value) to out; returns 1 to 4. */
unsigned utf8_put(char out[4], uint32_t cp);

/* Letter, digit or combining mark, of any script. */
static inline bool is_word_char(uint32_t cp);

/* White space of any kind, no-break spaces too. */
static inline bool is_space_char(uint32_t cp);

/*
 * What can hide or deceive: C0 and C1 controls other than tab, LF and CR;
 * bidirectional controls; zero-width and other default-ignorable characters.
 * ZWJ and ZWNJ are not counted between letters of scripts that need them.
 */
bool is_hidden_char(uint32_t cp);

/* ---- those asked most: ASCII here, all else by a call ---- */

uint32_t utf8_at_(redline_bytes text, size_t at, unsigned *size);
uint32_t utf8_before_(redline_bytes text, size_t at, unsigned *size);
bool is_word_char_(uint32_t cp);
bool is_space_char_(uint32_t cp);

static inline uint32_t utf8_at(redline_bytes text, size_t at, unsigned *size)
{
	unsigned char const c = (unsigned char)text.ptr[at];
	*size = 1;
	return c < 0x80 ? c : utf8_at_(text, at, size);
}

static inline uint32_t utf8_before(redline_bytes text, size_t at, unsigned *size)
{
	unsigned char const c = (unsigned char)text.ptr[at - 1];
	*size = 1;
	return c < 0x80 ? c : utf8_before_(text, at, size);
}

static inline bool is_word_char(uint32_t cp)
{
	return cp < 0x80 ? is_alpha((char)cp) || is_digit((char)cp) : is_word_char_(cp);
}

static inline bool is_space_char(uint32_t cp)
{
	return cp < 0x80 ? is_space((char)cp) : is_space_char_(cp);
}

#endif
