/*
 * What the 64 bytes of a window are, as bit masks: bit i is byte i.
 *
 * Each in two functions that say the same: ..._swar eight bytes at a time in plain
 * C, ..._sse2 sixteen at a time.  scan_bytes, scan_pairs and scan_equal are the
 * better ones there are.
 */
#ifndef RL_ENGINE_TOKEN_SCAN_H
#define RL_ENGINE_TOKEN_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define SCAN_WINDOW 64u

struct byte_masks {
	uint64_t letter; /* a to z, A to Z */
	uint64_t space;  /* blank, tab, LF, VT, FF, CR */
	uint64_t other;  /* digits, and whatever is not ASCII */
	bool wide;       /* something is not ASCII */
};

/* ---- eight bytes in one number, the first byte lowest ---- */

#define SCAN_EACH(byte) (0x0101010101010101u * (uint64_t)(byte))
#define SCAN_HIGH       SCAN_EACH(0x80)

static inline uint64_t scan_load(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
	       (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
	       (uint64_t)p[7] << 56;
}

/* The top bit of each byte that lies between two others; x has no top bits set. */
static inline uint64_t scan_between(uint64_t x, unsigned char first, unsigned char last)
{
	return (x + SCAN_EACH(0x80 - first)) & ~(x + SCAN_EACH(0x7F - last)) & SCAN_HIGH;
}

/* Top bits gathered into eight neighbouring bits. */
static inline uint64_t scan_gather(uint64_t tops)
{
	return (tops >> 7) * 0x0102040810204080u >> 56;
}

static inline struct byte_masks scan_swar(const char *window)
{
	struct byte_masks m = {0, 0, 0, false};
	for (unsigned at = 0; at < SCAN_WINDOW; at += 8) {
		uint64_t const all = scan_load((const unsigned char *)window + at);
		uint64_t const high = all & SCAN_HIGH, x = all & ~SCAN_HIGH;
		uint64_t const letter = scan_between(x | SCAN_EACH(0x20), 'a', 'z');
		uint64_t const digit = scan_between(x, '0', '9');
		uint64_t const space = scan_between(x, '\t', '\r') | scan_between(x, ' ', ' ');
		m.letter |= scan_gather(letter & ~high) << at;
		m.space |= scan_gather(space & ~high) << at;
		m.other |= scan_gather(digit | high) << at;
		m.wide |= high != 0;
	}
	return m;
}

/* The bytes that are c, which is ASCII. */
static inline uint64_t scan_equal_swar(const char *window, char c)
{
	uint64_t equal = 0;
	for (unsigned at = 0; at < SCAN_WINDOW; at += 8) {
		uint64_t const x = scan_load((const unsigned char *)window + at) ^ SCAN_EACH(c);
		uint64_t const low = (x & ~SCAN_HIGH) + ~SCAN_HIGH; /* top bit: not 0 below it */
		equal |= scan_gather(~(low | x) & SCAN_HIGH) << at;
	}
	return equal;
}

/*
 * Both bytes of the letters that UTF-8 writes with two, as far as they are known
 * here: Latin to U+027F, Cyrillic to U+047F, the Arabic alphabet.  NFC leaves them
 * alone.  One byte past the window is read.
 */
static inline bool scan_is_pair(unsigned char first, unsigned char second)
{
	if (second < 0x80 || second > 0xBF)
		return false;
	if (first == 0xC3)
		return second != 0x97 && second != 0xB7; /* times, divided by */
	if (first == 0xD8 || first == 0xD9)
		return first == 0xD8 ? second >= 0xA0 : second <= 0x8A;
	return (first >= 0xC4 && first <= 0xC9) || first == 0xD0 || first == 0xD1;
}

static inline uint64_t scan_pairs_swar(const char *window)
{
	const unsigned char *p = (const unsigned char *)window;
	uint64_t first = 0;
	for (unsigned at = 0; at < SCAN_WINDOW; at++)
		first |= (uint64_t)scan_is_pair(p[at], p[at + 1]) << at;
	return first | first << 1;
}

/* ---- sixteen ---- */

#ifdef __SSE2__
static inline uint64_t scan_bits(__m128i v)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

static inline __m128i scan_sixteen_at(const char *p)
{
	return _mm_loadu_si128((const __m128i *)(const void *)p);
}

static inline __m128i scan_equals(__m128i v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

/*
 * Compares are signed: the bytes from first to last are moved round to end at 127,
 * above all others.
 */
static inline __m128i scan_between_sse2(__m128i v, char first, char last)
{
	__m128i const moved = _mm_add_epi8(v, _mm_set1_epi8((char)(127 - last)));
	return _mm_cmpgt_epi8(moved, _mm_set1_epi8((char)(126 - last + first)));
}

/* Returns the bytes. */
static inline __m128i scan_sixteen(struct byte_masks *m, const char *window, unsigned at)
{
	__m128i const v = scan_sixteen_at(window + at);
	__m128i const lower = _mm_or_si128(v, _mm_set1_epi8(0x20));
	__m128i const control = scan_between_sse2(v, '\t', '\r');
	__m128i const digit = scan_between_sse2(v, '0', '9');
	m->letter |= scan_bits(scan_between_sse2(lower, 'a', 'z')) << at;
	m->space |= scan_bits(_mm_or_si128(scan_equals(v, ' '), control)) << at;
	m->other |= scan_bits(_mm_or_si128(digit, v)) << at;
	return v;
}

static inline struct byte_masks scan_sse2(const char *window)
{
	struct byte_masks m = {0, 0, 0, false};
	__m128i any = scan_sixteen(&m, window, 0);
	any = _mm_or_si128(any, scan_sixteen(&m, window, 16));
	any = _mm_or_si128(any, scan_sixteen(&m, window, 32));
	any = _mm_or_si128(any, scan_sixteen(&m, window, 48));
	m.wide = scan_bits(any) != 0;
	return m;
}

static inline uint64_t scan_equal_sse2(const char *window, char c)
{
	uint64_t equal = 0;
	for (unsigned at = 0; at < SCAN_WINDOW; at += 16)
		equal |= scan_bits(scan_equals(scan_sixteen_at(window + at), c)) << at;
	return equal;
}

/* scan_is_pair, for sixteen. */
static inline __m128i scan_pairs_sixteen(__m128i first, __m128i second)
{
	/* 0x97 and 0xB7 differ in one bit, 0xD0 and 0xD1 in another */
	__m128i const sign = scan_equals(_mm_and_si128(second, _mm_set1_epi8((char)0xDF)), (char)0x97);
	__m128i const accented = _mm_andnot_si128(sign, scan_equals(first, (char)0xC3));
	__m128i const cyrillic =
		scan_equals(_mm_and_si128(first, _mm_set1_epi8((char)0xFE)), (char)0xD0);
	__m128i const arabic =
		_mm_or_si128(_mm_and_si128(scan_equals(first, (char)0xD8),
	                                   scan_between_sse2(second, (char)0xA0, (char)0xBF)),
	                     _mm_and_si128(scan_equals(first, (char)0xD9),
	                                   scan_between_sse2(second, (char)0x80, (char)0x8A)));
	__m128i const latin =
		_mm_or_si128(accented, scan_between_sse2(first, (char)0xC4, (char)0xC9));
	__m128i const letter = _mm_or_si128(_mm_or_si128(latin, cyrillic), arabic);
	return _mm_and_si128(letter, scan_between_sse2(second, (char)0x80, (char)0xBF));
}

static inline uint64_t scan_pairs_sse2(const char *window)
{
	uint64_t first = 0;
	for (unsigned at = 0; at < SCAN_WINDOW; at += 16) {
		const char *p = window + at;
		__m128i const pairs =
			scan_pairs_sixteen(scan_sixteen_at(p), scan_sixteen_at(p + 1));
		first |= scan_bits(pairs) << at;
	}
	return first | first << 1;
}

#define scan_bytes scan_sse2
#define scan_pairs scan_pairs_sse2
#define scan_equal scan_equal_sse2
#else
#define scan_bytes scan_swar
#define scan_pairs scan_pairs_swar
#define scan_equal scan_equal_swar
#endif

#endif
