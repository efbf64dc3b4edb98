/*
 * A string builder on the heap that remembers its own failure: append ten
 * things, check `failed` once.  A zeroed buf is an empty one.  Once failed it
 * takes nothing more and keeps what it had.
 */
#ifndef RL_BASE_BUF_H
#define RL_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <redline/base.h>

struct buf {
	char *ptr;
	size_t len, cap;
	bool failed;
};

void buf_add(struct buf *b, const void *ptr, size_t len);
void buf_bytes(struct buf *b, redline_bytes bytes);
void buf_text(struct buf *b, const char *terminated);
void buf_char(struct buf *b, char c);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void buf_printf(struct buf *b, const char *format, ...);

void buf_clear(struct buf *b);   /* empty, memory kept, failure kept */
void buf_release(struct buf *b); /* empty, memory given back */

static inline redline_bytes buf_view(const struct buf *b)
{
	return (redline_bytes){b->ptr, b->len};
}

#endif
