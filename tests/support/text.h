/*
 * Texts for tests: bytes on the heap, always followed by a NUL that is not
 * counted.  A zeroed text is an empty one.  Out of memory aborts: a test has
 * nothing better to do.
 */
#ifndef RL_SUPPORT_TEXT_H
#define RL_SUPPORT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <redline/base.h>

struct text {
	char *ptr; /* NULL only if nothing was ever added */
	size_t len, cap;
};

void text_add(struct text *t, const char *ptr, size_t len);
void text_put(struct text *t, const char *terminated);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void text_format(struct text *t, const char *format, ...);
void text_release(struct text *t);

/* A redline_sink whose context is a text. */
bool text_sink(void *text, const char *ptr, size_t len);

static inline redline_bytes text_view(const struct text *t)
{
	return (redline_bytes){t->ptr, t->len};
}

bool text_is(redline_bytes a, redline_bytes b);
bool text_holds(redline_bytes text, const char *words);

/* Whole files; false, and nothing in *out, if it can't be opened. */
bool text_read(struct text *out, const char *path);
bool text_write(const char *path, redline_bytes bytes);

/*
 * What in uncoloured output could harm a terminal or deceive its reader: a
 * control or a bidirectional control.  Static; NULL if there is nothing.
 */
const char *text_harm(redline_bytes shown);

/*
 * Adds to *out the lines in which got differs from want, marked "-" (wanted)
 * and "+" (got): what is left between their common head and tail, with the
 * line's number.  Long differences and lines are cut; controls are shown.
 */
void text_difference(struct text *out, redline_bytes want, redline_bytes got);

#endif
