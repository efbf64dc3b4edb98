/*
 * lines.c -- see lines.h.  Two passes over the text: where its lines begin, and
 * how many code points stand before every LINES_PIECE-th byte, so that asking
 * for many columns of one endless line is not quadratic.
 */
#include "lines.h"

#include "bytes.h"

static uint32_t count_lines(redline_bytes text)
{
	uint32_t n = 0;
	const char *p = text.ptr, *end = text.ptr + text.len;
	while (p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		n++;
		if (!nl)
			break;
		p = nl + 1;
	}
	return n;
}

static uint32_t count_points(redline_bytes text, size_t begin, size_t end)
{
	uint32_t n = 0;
	for (size_t at = begin; at < end; at++)
		n += ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
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

bool lines_find(struct lines *out, struct arena *a, redline_bytes text)
{
	uint32_t const count = text.len ? count_lines(text) : 0;
	uint32_t *begin = arena_array(a, count ? count : 1, sizeof *begin);
	const uint32_t *points = find_points(a, text);
	if (!begin || !points)
		return false;
	size_t at = 0;
	for (uint32_t i = 0; i < count; i++) {
		begin[i] = (uint32_t)at;
		const char *nl = memchr(text.ptr + at, '\n', text.len - at);
		at = nl ? (size_t)(nl - text.ptr) + 1 : text.len;
	}
	*out = (struct lines){begin, count, points};
	return true;
}

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

redline_range lines_text(const struct lines *l, redline_bytes text, uint32_t i)
{
	if (i >= l->count)
		return (redline_range){(uint32_t)text.len, (uint32_t)text.len};
	uint32_t const begin = l->begin[i];
	uint32_t end = i + 1 < l->count ? l->begin[i + 1] : (uint32_t)text.len;
	if (end > begin && text.ptr[end - 1] == '\n')
		end--;
	if (end > begin && text.ptr[end - 1] == '\r')
		end--;
	return (redline_range){begin, end};
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
	uint32_t const points = points_before(l, text, end) - points_before(l, text, line.begin);
	return (redline_position){i + 1, points + 1, line};
}
