/*
 * lines.c -- see lines.h.
 *
 * One pass over the text, sixty-four bytes at a time: where in them lines end,
 * and whether there is more than plain ASCII among them, which is all that the
 * check for UTF-8 then has to look at.
 *
 * A column is counted along its line, when somebody asks for it.  Only a text
 * with an endless line has the code points before every LINES_PIECE-th byte
 * counted beforehand, so that asking for many columns of that line is not
 * quadratic.
 */
#include "lines.h"

#include "bytes.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LOOK 64u                     /* bytes looked at together */
#define CHECK 256u                   /* bytes checked together, no fewer than LOOK */
#define LINE_GUESS 256u              /* bytes a line, to begin with */
#define LONG_LINE (4u * LINES_PIECE) /* bytes; no longer one is counted along */

/* ---- looking at sixty-four bytes ---- */

struct look {
	uint64_t feeds; /* a bit for each LF, the lowest for the first byte */
	bool plain;     /* all of them are ASCII, and none is NUL */
};

#ifdef __SSE2__

/* The feeds among sixteen bytes; *plain stays all ones where bytes are plain. */
static uint64_t feeds_in(const char *p, __m128i *plain)
{
	__m128i const bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i const feeds = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));
	*plain = _mm_and_si128(*plain, _mm_cmpgt_epi8(bytes, _mm_setzero_si128())); /* signed */
	return (unsigned)_mm_movemask_epi8(feeds);
}

static struct look look_at(const char *p)
{
	__m128i plain = _mm_set1_epi8(-1);
	uint64_t const feeds = feeds_in(p, &plain) | feeds_in(p + 16, &plain) << 16 |
	                       feeds_in(p + 32, &plain) << 32 | feeds_in(p + 48, &plain) << 48;
	return (struct look){feeds, _mm_movemask_epi8(plain) == 0xFFFF};
}

#else

static struct look look_at(const char *p)
{
	uint64_t const ones = 0x0101010101010101u, high = ones << 7;
	uint64_t feeds = 0, odd = 0;
	for (unsigned i = 0; i < LOOK; i += 8) {
		uint64_t w;
		memcpy(&w, p + i, 8);
		uint64_t const other = w ^ ones * '\n'; /* where it isn't 0 */
		odd |= (w | ((w - ones) & ~w)) & high;
		if (!((other - ones) & ~other & high))
			continue;
		for (unsigned k = i; k < i + 8; k++)
			feeds |= (uint64_t)(p[k] == '\n') << k;
	}
	return (struct look){feeds, !odd};
}

#endif

static unsigned lowest_bit(uint64_t bits)
{
#if defined(__GNUC__)
	return (unsigned)__builtin_ctzll(bits);
#else
	unsigned n = 0;
	for (; !(bits & 1); bits >>= 1)
		n++;
	return n;
#endif
}

/* A byte that goes on with a code point: 10xxxxxx. */
static bool goes_on(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* ---- the pass ---- */

struct finder {
	redline_bytes text;
	struct arena *arena;
	uint32_t *begin; /* of the lines found so far */
	uint32_t count, cap;
	uint32_t crlf;
	uint32_t longest; /* bytes of the longest line */
	size_t at;        /* where the next line begins */
	bool checks;      /* the text is yet to be checked */
	size_t checked;   /* what stands before this and is not plain is UTF-8 */
};

/* The line from f->at up to `next`; false if memory is out. */
static bool add_line(struct finder *f, size_t next)
{
	uint32_t const size = (uint32_t)(next - f->at);
	if (f->count == f->cap) {
		uint32_t const more = f->cap * 2;
		f->begin = arena_grow(f->arena, f->begin, f->cap * sizeof *f->begin,
		                      more * sizeof *f->begin);
		f->cap = more;
		if (!f->begin)
			return false;
	}
	f->begin[f->count++] = (uint32_t)f->at;
	f->at = next;
	if (size > f->longest)
		f->longest = size;
	if (size > 1 && f->text.ptr[next - 2] == '\r' && f->text.ptr[next - 1] == '\n')
		f->crlf++;
	return true;
}

/*
 * Is what begins in the next CHECK bytes UTF-8?  They begin at `at`, or behind
 * that where a code point from before reaches into them.
 */
static bool is_utf8(struct finder *f, size_t at)
{
	size_t const len = f->text.len, begin = f->checked > at ? f->checked : at;
	size_t end = len - begin > CHECK ? begin + CHECK : len;
	for (unsigned n = 0; n < 3 && end < len && goes_on(f->text.ptr[end]); n++)
		end++;
	f->checked = end;
	redline_bytes const bytes = {f->text.ptr + begin, end - begin};
	return redline_text_check(bytes, NULL) == REDLINE_OK;
}

/* What stands in [at, at + LOOK). */
static redline_status read_piece(struct finder *f, size_t at)
{
	struct look look = look_at(f->text.ptr + at);
	if (f->checks && !look.plain && f->checked < at + LOOK && !is_utf8(f, at))
		return REDLINE_NOT_UTF8;
	for (; look.feeds; look.feeds &= look.feeds - 1) {
		if (!add_line(f, at + lowest_bit(look.feeds) + 1))
			return REDLINE_NO_MEMORY;
	}
	return REDLINE_OK;
}

/* What is left behind the last whole piece. */
static redline_status read_rest(struct finder *f, size_t at)
{
	size_t const len = f->text.len;
	if (f->checks && f->checked < len && !is_utf8(f, at))
		return REDLINE_NOT_UTF8;
	for (; at < len; at++) {
		if (f->text.ptr[at] == '\n' && !add_line(f, at + 1))
			return REDLINE_NO_MEMORY;
	}
	return f->at == len || add_line(f, len) ? REDLINE_OK : REDLINE_NO_MEMORY;
}

static redline_status read_all(struct finder *f)
{
	redline_status status = REDLINE_OK;
	size_t at = 0;
	f->cap = (uint32_t)(f->text.len / LINE_GUESS) + 16;
	f->begin = arena_array(f->arena, f->cap, sizeof *f->begin);
	if (!f->begin)
		return REDLINE_NO_MEMORY;
	for (; f->text.len - at >= LOOK && status == REDLINE_OK; at += LOOK)
		status = read_piece(f, at);
	return status == REDLINE_OK ? read_rest(f, at) : status;
}

/* ---- code points ---- */

/* Eight bytes at a time; all count but those that go on with a code point. */
static uint32_t count_points(redline_bytes text, size_t begin, size_t end)
{
	uint64_t const ones = 0x0101010101010101u;
	uint32_t n = 0;
	size_t at = begin;
	for (; at + 8 <= end; at += 8) {
		uint64_t w;
		memcpy(&w, text.ptr + at, 8);
		uint64_t const going_on = w >> 7 & ~w >> 6 & ones;
		n += 8 - (uint32_t)(going_on * ones >> 56);
	}
	for (; at < end; at++)
		n += !goes_on(text.ptr[at]);
	return n;
}

static const uint32_t *find_points(struct arena *a, redline_bytes text)
{
	size_t const pieces = text.len / LINES_PIECE;
	uint32_t *points = arena_array(a, pieces + 1, sizeof *points);
	for (size_t i = 0; points && i < pieces; i++)
		points[i + 1] = points[i] + count_points(text, i * LINES_PIECE, (i + 1) * LINES_PIECE);
	return points;
}

static redline_status finish(struct finder *f, struct lines *out)
{
	redline_status const status = read_all(f);
	if (status != REDLINE_OK)
		return status;
	*out = (struct lines){.begin = f->begin, .count = f->count, .crlf = f->crlf};
	if (f->longest <= LONG_LINE)
		return REDLINE_OK;
	out->points = find_points(f->arena, f->text);
	return out->points ? REDLINE_OK : REDLINE_NO_MEMORY;
}

bool lines_find(struct lines *out, struct arena *a, redline_bytes text)
{
	struct finder f = {.text = text, .arena = a};
	return finish(&f, out) == REDLINE_OK;
}

redline_status lines_check(struct lines *out, struct arena *a, redline_bytes text,
                           redline_text_fault *fault)
{
	struct finder f = {.text = text, .arena = a, .checks = true};
	if (text.len > REDLINE_TEXT_MAX)
		return redline_text_check(text, fault);
	redline_status const status = finish(&f, out);
	/* Which fault it is, and where the first, the whole text tells. */
	return status == REDLINE_NOT_UTF8 ? redline_text_check(text, fault) : status;
}

/* ---- answers ---- */

uint32_t lines_at(const struct lines *l, uint32_t offset)
{
	uint32_t low = 0, high = l->count;
	while (high - low > 1 && low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (l->begin[mid] <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

static uint32_t points_before(const struct lines *l, redline_bytes text, uint32_t offset)
{
	uint32_t const piece = offset / LINES_PIECE;
	return l->points[piece] + count_points(text, (size_t)piece * LINES_PIECE, offset);
}

redline_position lines_position(const struct lines *l, redline_bytes text,
                                uint32_t offset)
{
	uint32_t const end = offset < text.len ? offset : (uint32_t)text.len;
	uint32_t const i = lines_at(l, offset);
	redline_range const line = lines_text(l, text, i);
	/* an offset inside a character counts that character, too */
	uint32_t const points =
		l->points ? points_before(l, text, end) - points_before(l, text, line.begin)
		          : count_points(text, line.begin, end);
	return (redline_position){i + 1, points + 1, line};
}
