/* buf.c -- see buf.h. */
#include "buf.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool make_room(struct buf *b, size_t more)
{
	if (b->failed)
		return false;
	if (more <= b->cap - b->len)
		return true;
	size_t cap = b->cap ? b->cap : 64;
	while (cap - b->len < more) {
		if (cap > SIZE_MAX / 4) {
			b->failed = true;
			return false;
		}
		cap *= 2;
	}
	char *moved = realloc(b->ptr, cap);
	if (!moved) {
		b->failed = true;
		return false;
	}
	b->ptr = moved;
	b->cap = cap;
	return true;
}

void buf_add(struct buf *b, const void *ptr, size_t len)
{
	if (!len || !make_room(b, len))
		return;
	memcpy(b->ptr + b->len, ptr, len);
	b->len += len;
}

void buf_bytes(struct buf *b, redline_bytes bytes)
{
	buf_add(b, bytes.ptr, bytes.len);
}

void buf_text(struct buf *b, const char *terminated)
{
	buf_add(b, terminated, strlen(terminated));
}

void buf_char(struct buf *b, char c)
{
	buf_add(b, &c, 1);
}

void buf_printf(struct buf *b, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int const n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n < 0)
		b->failed = true;
	else if (make_room(b, (size_t)n + 1)) {
		(void)vsnprintf(b->ptr + b->len, (size_t)n + 1, format, again);
		b->len += (size_t)n;
	}
	va_end(again);
}

void buf_clear(struct buf *b)
{
	b->len = 0;
}

void buf_release(struct buf *b)
{
	free(b->ptr);
	*b = (struct buf){0};
}
