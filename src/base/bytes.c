/* bytes.c -- views, ranges, UTF-8.  See bytes.h. */
#include "bytes.h"

#include <assert.h>

#include <unicase.h>
#include <unictype.h>

#if defined(__SSE2__) && defined(__GNUC__)
#define WITH_SSE2
#include <emmintrin.h>
#endif

#define FIVE(x) x, x, x, x, x
#define SIXTEEN(x) FIVE(x), FIVE(x), FIVE(x), x
#define LETTERS FIVE(3), FIVE(3), SIXTEEN(3)

const unsigned char byte_kinds[256] = {
	SIXTEEN(0), SIXTEEN(0), SIXTEEN(0), FIVE(1), FIVE(1), FIVE(0), 0, 0,    /* to '@' */
	LETTERS, FIVE(0), 0, LETTERS, FIVE(0),                                  /* to DEL */
	SIXTEEN(1), SIXTEEN(1), SIXTEEN(1), SIXTEEN(1), SIXTEEN(1), SIXTEEN(1),
	SIXTEEN(1), SIXTEEN(1),
};

bool bytes_equal(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool bytes_equal_nocase(redline_bytes a, redline_bytes b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (to_lower(a.ptr[i]) != to_lower(b.ptr[i]))
			return false;
	return true;
}

#ifdef WITH_SSE2

#define PIECE    BYTES_SEEN
#define FEW_MOST 8u

static __m128i load_piece(const char *at)
{
	return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* What is left at the end, with zeros behind it. */
static __m128i load_rest(const char *at, uint32_t len)
{
	char rest[PIECE] = {0};
	memcpy(rest, at, len);
	return load_piece(rest);
}

/* The `count` bytes from `first` on: that one becomes -128, the least there is. */
static inline __m128i bytes_from(__m128i b, char first, int count)
{
	return _mm_cmplt_epi8(_mm_add_epi8(b, _mm_set1_epi8((char)(128 - first))),
	                      _mm_set1_epi8((char)(count - 128)));
}

static inline __m128i letters_in(__m128i b)
{
	return bytes_from(_mm_or_si128(b, _mm_set1_epi8(0x20)), 'a', 26);
}

struct byte_bits bytes_bits(redline_bytes text)
{
	__m128i const b = text.len >= PIECE ? load_piece(text.ptr)
	                                    : load_rest(text.ptr, (uint32_t)text.len);
	__m128i const letters = letters_in(b);
	__m128i const plain = _mm_or_si128(letters, bytes_from(b, '0', 10));
	return (struct byte_bits){(uint32_t)_mm_movemask_epi8(letters),
	                          (uint32_t)_mm_movemask_epi8(plain),
	                          (uint32_t)_mm_movemask_epi8(b)};
}

/* Bit i: byte i is no white space. */
static inline unsigned other_than_space(__m128i b)
{
	__m128i const space = _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8(' ')),
	                                   bytes_from(b, '\t', 5));
	return ~(unsigned)_mm_movemask_epi8(space) & 0xFFFF;
}

uint32_t bytes_words(redline_bytes text)
{
	uint32_t count = 0;
	unsigned before = 0; /* is the byte before no white space? */
	for (size_t at = 0; at < text.len; at += PIECE) {
		size_t const left = text.len - at;
		__m128i const b = left >= PIECE ? load_piece(text.ptr + at)
		                                : load_rest(text.ptr + at, (uint32_t)left);
		unsigned bits = other_than_space(b);
		bits &= left >= PIECE ? 0xFFFF : (1u << left) - 1;
		count += (uint32_t)__builtin_popcount(bits & ~(bits << 1 | before));
		before = bits >> (PIECE - 1);
	}
	return count;
}

/* Bit i: byte i is one that bytes_past_prose stops at. */
static inline unsigned other_than_prose(__m128i b)
{
	__m128i prose = _mm_or_si128(letters_in(b), bytes_from(b, '0', 10));
	prose = _mm_or_si128(prose, _mm_cmpeq_epi8(b, _mm_set1_epi8(' ')));
	prose = _mm_or_si128(prose, _mm_cmpeq_epi8(b, _mm_set1_epi8(',')));
	prose = _mm_or_si128(prose, _mm_cmpeq_epi8(b, _mm_set1_epi8('\n')));
	return ~(unsigned)_mm_movemask_epi8(prose) & 0xFFFF;
}

uint32_t bytes_past_prose(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at >= end)
		return end;
	for (; end - at >= PIECE; at += PIECE) {
		unsigned const found = other_than_prose(load_piece(text.ptr + at));
		if (found)
			return at + (unsigned)__builtin_ctz(found);
	}
	unsigned const found = other_than_prose(load_rest(text.ptr + at, end - at));
	return at + (unsigned)__builtin_ctz(found); /* a zero is other than prose */
}

/* The bytes that are one of two. */
static inline __m128i one_of_two(__m128i b, const __m128i two[2])
{
	return _mm_or_si128(_mm_cmpeq_epi8(b, two[0]), _mm_cmpeq_epi8(b, two[1]));
}

/* Bit i: byte i is one of a few. */
static inline unsigned one_of(__m128i b, const __m128i few[FEW_MOST])
{
	__m128i const low = _mm_or_si128(one_of_two(b, few), one_of_two(b, few + 2));
	__m128i const high = _mm_or_si128(one_of_two(b, few + 4), one_of_two(b, few + 6));
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(low, high));
}

uint32_t bytes_find_any(redline_bytes text, uint32_t at, uint32_t end, redline_bytes few)
{
	if (at >= end)
		return end;
	__m128i each[FEW_MOST];
	assert(few.len && few.len <= FEW_MOST);
	for (unsigned i = 0; i < FEW_MOST; i++)
		each[i] = _mm_set1_epi8(few.ptr[i < few.len ? i : 0]);
	for (; end - at >= PIECE; at += PIECE) {
		unsigned const found = one_of(load_piece(text.ptr + at), each);
		if (found)
			return at + (unsigned)__builtin_ctz(found);
	}
	unsigned const found = one_of(load_rest(text.ptr + at, end - at), each);
	return found ? at + (unsigned)__builtin_ctz(found) : end;
}

#else

uint32_t bytes_words(redline_bytes text)
{
	uint32_t count = 0;
	for (size_t i = 0; i < text.len; i++)
		count += !is_space(text.ptr[i]) && (i == 0 || is_space(text.ptr[i - 1]));
	return count;
}

struct byte_bits bytes_bits(redline_bytes text)
{
	struct byte_bits bits = {0, 0, 0};
	for (uint32_t i = 0; i < BYTES_SEEN && i < text.len; i++) {
		unsigned char const c = (unsigned char)text.ptr[i];
		bits.letters |= (uint32_t)is_alpha(text.ptr[i]) << i;
		bits.plain |= (uint32_t)(c < 0x80 && is_word_byte(text.ptr[i])) << i;
		bits.beyond |= (uint32_t)(c >= 0x80) << i;
	}
	return bits;
}

uint32_t bytes_past_prose(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && (is_alpha(text.ptr[at]) || is_digit(text.ptr[at]) || text.ptr[at] == ' ' ||
	                    text.ptr[at] == ',' || text.ptr[at] == '\n'))
		at++;
	return at < end ? at : end;
}

uint32_t bytes_find_any(redline_bytes text, uint32_t at, uint32_t end, redline_bytes few)
{
	while (at < end && !memchr(few.ptr, text.ptr[at], few.len))
		at++;
	return at < end ? at : end;
}

#endif

bool bytes_start(redline_bytes text, redline_bytes prefix)
{
	return text.len >= prefix.len &&
	       bytes_equal((redline_bytes){text.ptr, prefix.len}, prefix);
}

int bytes_compare(redline_bytes a, redline_bytes b)
{
	size_t const n = a.len < b.len ? a.len : b.len;
	int const order = n ? memcmp(a.ptr, b.ptr, n) : 0;
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t bytes_common(redline_bytes a, redline_bytes b)
{
	size_t const most = a.len < b.len ? a.len : b.len;
	size_t n = 0;
	for (uint64_t x, y; most - n >= sizeof x; n += sizeof x) {
		memcpy(&x, a.ptr + n, sizeof x);
		memcpy(&y, b.ptr + n, sizeof y);
		if (x != y)
			break;
	}
	while (n < most && a.ptr[n] == b.ptr[n])
		n++;
	return n;
}

redline_range range_trim(redline_bytes text, redline_range r)
{
	while (r.begin < r.end && is_space(text.ptr[r.begin]))
		r.begin++;
	while (r.begin < r.end && is_space(text.ptr[r.end - 1]))
		r.end--;
	return r;
}

static bool is_continuation(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* Overlong forms, surrogates and what lies past U+10FFFF have these starts. */
static bool bad_second(unsigned char first, unsigned char second)
{
	return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
	       (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
}

/* Size of the valid sequence at p (n bytes left, n > 0), or 0. */
static unsigned valid_size(const unsigned char *p, size_t n)
{
	if (p[0] < 0x80)
		return 1;
	if (p[0] < 0xC2 || n < 2 || !is_continuation(p[1]))
		return 0;
	if (p[0] < 0xE0)
		return 2;
	if (n < 3 || bad_second(p[0], p[1]) || !is_continuation(p[2]))
		return 0;
	if (p[0] < 0xF0)
		return 3;
	return p[0] < 0xF5 && n > 3 && is_continuation(p[3]) ? 4 : 0;
}

uint32_t utf8_at_(redline_bytes text, size_t at, unsigned *size)
{
	const unsigned char *p = (const unsigned char *)text.ptr + at;
	unsigned const n = valid_size(p, text.len - at);
	*size = n ? n : 1;
	switch (n) {
	case 2:
		return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
	case 3:
		return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	case 4:
		return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
		       (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
	default:
		return 0xFFFD;
	}
}

uint32_t utf8_before_(redline_bytes text, size_t at, unsigned *size)
{
	size_t begin = at - 1;
	while (begin > 0 && at - begin < 4 && is_continuation((unsigned char)text.ptr[begin]))
		begin--;
	unsigned got;
	uint32_t const cp = utf8_at((redline_bytes){text.ptr, at}, begin, &got);
	if (begin + got == at) {
		*size = got;
		return cp;
	}
	*size = 1;
	return 0xFFFD;
}

bool utf8_large_at(redline_bytes text, size_t at)
{
	unsigned size;
	uint32_t const cp = at < text.len ? utf8_at(text, at, &size) : 0;
	return cp < 0x80 ? is_upper((char)cp) : uc_tolower(cp) != cp;
}

unsigned utf8_put(char out[4], uint32_t cp)
{
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	unsigned const size = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (unsigned i = size - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	static const unsigned char lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
	out[0] = (char)(lead[size] | cp);
	return size;
}

bool is_word_char_(uint32_t cp)
{
	return uc_is_general_category_withtable(
	    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_M);
}

bool is_space_char_(uint32_t cp)
{
	return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
	       cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

bool is_hidden_char(uint32_t cp)
{
	if (cp < 0x20)
		return cp != '\t' && cp != '\n' && cp != '\r';
	if (cp < 0x7F)
		return false;
	if (cp <= 0x9F)
		return cp != 0x85;
	return cp == 0xAD || cp == 0x34F || cp == 0x61C || cp == 0x115F || cp == 0x1160 ||
	       cp == 0x17B4 || cp == 0x17B5 || (cp >= 0x180B && cp <= 0x180F) || cp == 0x200B ||
	       (cp >= 0x200E && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2060 && cp <= 0x206F) || cp == 0x3164 || cp == 0xFEFF || cp == 0xFFA0 ||
	       (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0x1D173 && cp <= 0x1D17A) ||
	       (cp >= 0xE0000 && cp <= 0xE0FFF);
}

const char *redline_status_text(redline_status status)
{
	switch (status) {
	case REDLINE_OK:
		return "done";
	case REDLINE_NO_MEMORY:
		return "out of memory";
	case REDLINE_TOO_LARGE:
		return "text too large";
	case REDLINE_NOT_UTF8:
		return "not UTF-8";
	case REDLINE_NOT_TEXT:
		return "not a text";
	case REDLINE_UNMARKABLE:
		return "the text already holds change marks";
	case REDLINE_WRITE_FAILED:
		return "writing failed";
	case REDLINE_NO_STORE:
		return "there is no store here";
	case REDLINE_NOT_FOUND:
		return "not found";
	case REDLINE_AMBIGUOUS:
		return "ambiguous";
	case REDLINE_DECLINED:
		return "can't be done as asked";
	case REDLINE_CONFLICTING:
		return "different changes to the same words";
	case REDLINE_BUSY:
		return "the store is in use";
	case REDLINE_DAMAGED:
		return "the store is damaged";
	case REDLINE_SYSTEM:
		return "the system refused";
	case REDLINE_UNCERTAIN:
		return "whether it was done is not known";
	case REDLINE_REJECTED:
		return "the other side refused";
	case REDLINE_UNREACHABLE:
		return "the other side does not answer";
	}
	return "unknown status";
}

static redline_status refuse(redline_text_fault *fault, redline_status status,
                             size_t offset, const char *what)
{
	if (fault)
		*fault = (redline_text_fault){offset, what};
	return status;
}

/* Names UTF-16 and UTF-32 by their byte order marks; NULL if there is none. */
static const char *wide_encoding(redline_bytes t)
{
	if (t.len >= 4 && memcmp(t.ptr, "\xFF\xFE\0\0", 4) == 0)
		return "UTF-32 (little endian)";
	if (t.len >= 4 && memcmp(t.ptr, "\0\0\xFE\xFF", 4) == 0)
		return "UTF-32 (big endian)";
	if (t.len >= 2 && memcmp(t.ptr, "\xFF\xFE", 2) == 0)
		return "UTF-16 (little endian)";
	if (t.len >= 2 && memcmp(t.ptr, "\xFE\xFF", 2) == 0)
		return "UTF-16 (big endian)";
	return NULL;
}

#ifdef WITH_SSE2

/* Skips sixteen bytes at a time, up to the first that is not ASCII or is NUL. */
static size_t skip_pieces(const unsigned char *p, size_t at, size_t len)
{
	for (; at + 16 <= len; at += 16) {
		__m128i const bytes = _mm_loadu_si128((const __m128i *)(const void *)(p + at));
		__m128i const plain = _mm_cmpgt_epi8(bytes, _mm_setzero_si128()); /* signed */
		unsigned const mask = (unsigned)_mm_movemask_epi8(plain);
		if (mask != 0xFFFF)
			return at + (unsigned)__builtin_ctz(~mask);
	}
	return at;
}

#else

/* Skips eight bytes at a time, up to those of which one is not ASCII or is NUL. */
static size_t skip_pieces(const unsigned char *p, size_t at, size_t len)
{
	uint64_t const high = 0x8080808080808080u, one = 0x0101010101010101u;
	for (; at + 8 <= len; at += 8) {
		uint64_t w;
		memcpy(&w, p + at, 8);
		if ((w & high) || ((w - one) & ~w & high))
			break;
	}
	return at;
}

#endif

/* The first byte at or after `at` that is not ASCII or is NUL. */
static size_t skip_plain(const unsigned char *p, size_t at, size_t len)
{
	at = skip_pieces(p, at, len);
	while (at < len && p[at] && p[at] < 0x80)
		at++;
	return at;
}

redline_status redline_text_check(redline_bytes text, redline_text_fault *fault)
{
	if (text.len > REDLINE_TEXT_MAX)
		return refuse(fault, REDLINE_TOO_LARGE, 0, "more than 1 GiB");
	const char *wide = wide_encoding(text);
	if (wide)
		return refuse(fault, REDLINE_NOT_TEXT, 0, wide);
	const unsigned char *p = (const unsigned char *)text.ptr;
	for (size_t at = 0; (at = skip_plain(p, at, text.len)) < text.len;) {
		if (p[at] == 0)
			return refuse(fault, REDLINE_NOT_TEXT, at, "a NUL byte");
		do { /* one that isn't ASCII is seldom alone, in Cyrillic or Chinese */
			unsigned const size = valid_size(p + at, text.len - at);
			if (size == 0)
				return refuse(fault, REDLINE_NOT_UTF8, at, "bytes that are not UTF-8");
			at += size;
		} while (at < text.len && p[at] >= 0x80);
	}
	return REDLINE_OK;
}
