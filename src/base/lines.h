/*
 * Where the lines of a text begin.  LF and CRLF end a line; a lone CR does
 * not.  A text that ends with a line end has no further empty line after it.
 */
#ifndef RL_BASE_LINES_H
#define RL_BASE_LINES_H

#include "arena.h"

#include <redline/draft.h>

struct lines {
	const uint32_t *begin; /* begin[i]: first byte of line i, from 0 */
	uint32_t count;        /* 0 for an empty text */
	uint32_t crlf;         /* how many of them end with CRLF */
	const uint32_t *points; /* points[k]: code points before byte k * LINES_PIECE;
	                           NULL where no line is so long that it matters */
};

#define LINES_PIECE 4096u /* bytes */

/* The lines of a text, in the arena; false if memory is out. */
bool lines_find(struct lines *out, struct arena *a, redline_bytes text);

/* The same in one go with redline_text_check: says what that says, or REDLINE_NO_MEMORY. */
redline_status lines_check(struct lines *out, struct arena *a, redline_bytes text,
                           redline_text_fault *fault);

/* Index of the line that holds byte `offset` (0 in an empty text). */
uint32_t lines_at(const struct lines *l, uint32_t offset);

/* The same for one at or after the beginning of line i, by walking on from there. */
static inline uint32_t lines_from(const struct lines *l, uint32_t i, uint32_t offset)
{
	while (i + 1 < l->count && l->begin[i + 1] <= offset)
		i++;
	return i;
}

/* Line i without its line end. */
static inline redline_range lines_text(const struct lines *l, redline_bytes text, uint32_t i)
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

/* Costs a binary search and at most four pieces, however long the line is. */
redline_position lines_position(const struct lines *l, redline_bytes text,
                                uint32_t offset);

#endif
