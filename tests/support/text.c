/*
 * text.c -- see text.h.
 *
 * The difference drops the common first and last lines and shows the rest
 * of both sides: linear, and enough where one place differs.
 */
#include "text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_LINES = 24, SHOWN_COLUMNS = 400 };

void text_add(struct text *t, const char *ptr, size_t len)
{
	if (t->cap - t->len <= len) {
		size_t const cap = (t->len + len + 1) * 2;
		char *moved = realloc(t->ptr, cap);
		if (!moved)
			abort();
		t->ptr = moved;
		t->cap = cap;
	}
	if (len)
		memcpy(t->ptr + t->len, ptr, len);
	t->len += len;
	t->ptr[t->len] = '\0';
}

void text_put(struct text *t, const char *terminated)
{
	text_add(t, terminated, strlen(terminated));
}

void text_format(struct text *t, const char *format, ...)
{
	char piece[4096];
	va_list args;
	va_start(args, format);
	int const n = vsnprintf(piece, sizeof piece, format, args);
	va_end(args);
	if (n > 0)
		text_add(t, piece, (size_t)n < sizeof piece ? (size_t)n : sizeof piece - 1);
}

void text_release(struct text *t)
{
	free(t->ptr);
	*t = (struct text){0};
}

bool text_sink(void *text, const char *ptr, size_t len)
{
	text_add(text, ptr, len);
	return true;
}

bool text_is(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool text_holds(redline_bytes text, const char *words)
{
	size_t const n = strlen(words);
	for (size_t i = 0; i + n <= text.len; i++)
		if (memcmp(text.ptr + i, words, n) == 0)
			return true;
	return false;
}

bool text_read(struct text *out, const char *path)
{
	char piece[1 << 16];
	size_t n;
	FILE *file = fopen(path, "rb");
	if (!file)
		return false;
	text_add(out, "", 0);
	while ((n = fread(piece, 1, sizeof piece, file)) > 0)
		text_add(out, piece, n);
	bool const read = !ferror(file);
	fclose(file);
	return read;
}

bool text_write(const char *path, redline_bytes bytes)
{
	FILE *file = fopen(path, "wb");
	if (!file)
		return false;
	bool const written = bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
	return fclose(file) == 0 && written;
}

/* --- Harm --- */

/* Controls, and in UTF-8: C1, and U+202A to 202E, U+2066 to 2069. */
const char *text_harm(redline_bytes shown)
{
	const unsigned char *p = (const unsigned char *)shown.ptr;
	for (size_t i = 0; i < shown.len; i++) {
		if ((p[i] < 0x20 && p[i] != '\n' && p[i] != '\t') || p[i] == 0x7F)
			return "a control reaches the terminal";
		if (p[i] == 0xC2 && i + 1 < shown.len && p[i + 1] < 0xA0)
			return "a C1 control reaches the terminal";
		if (p[i] == 0xE2 && i + 2 < shown.len &&
		    ((p[i + 1] == 0x80 && p[i + 2] >= 0xAA && p[i + 2] <= 0xAE) ||
		     (p[i + 1] == 0x81 && p[i + 2] >= 0xA6 && p[i + 2] <= 0xA9)))
			return "a bidirectional control reaches the terminal";
	}
	return NULL;
}

/* --- Differences --- */

/* The line that begins at `from`, its line end included. */
static redline_bytes line_at(redline_bytes text, size_t from)
{
	const char *end = memchr(text.ptr + from, '\n', text.len - from);
	size_t const stop = end ? (size_t)(end - text.ptr) + 1 : text.len;
	return (redline_bytes){text.ptr + from, stop - from};
}

/* Where the last line of text[0, to) begins (to > 0). */
static size_t last_line(redline_bytes text, size_t to)
{
	size_t at = to - 1;
	while (at > 0 && text.ptr[at - 1] != '\n')
		at--;
	return at;
}

/* Bytes of equal lines at the start of both; *line counts them. */
static size_t common_head(redline_bytes a, redline_bytes b, size_t *line)
{
	size_t at = 0;
	while (at < a.len && at < b.len) {
		redline_bytes const head = line_at(a, at);
		if (!text_is(head, line_at(b, at)))
			break;
		at += head.len;
		++*line;
	}
	return at;
}

/* Drops equal lines from both ends, never into the first `head` bytes. */
static void drop_tail(redline_bytes *a, redline_bytes *b, size_t head)
{
	while (a->len > head && b->len > head) {
		size_t const i = last_line(*a, a->len);
		size_t const j = last_line(*b, b->len);
		redline_bytes const last = {a->ptr + i, a->len - i};
		if (i < head || j < head ||
		    !text_is(last, (redline_bytes){b->ptr + j, b->len - j}))
			break;
		a->len = i;
		b->len = j;
	}
}

static void show_line(struct text *out, char mark, redline_bytes line)
{
	bool const ended = line.len && line.ptr[line.len - 1] == '\n';
	size_t const len = line.len - ended;
	text_format(out, "    %c ", mark);
	for (size_t i = 0; i < len && i < SHOWN_COLUMNS; i++) {
		unsigned char const c = (unsigned char)line.ptr[i];
		if (c < 0x20 || c == 0x7F)
			text_format(out, "\\x%02X", c);
		else
			text_add(out, line.ptr + i, 1);
	}
	text_put(out, len > SHOWN_COLUMNS ? " ..." : "");
	text_put(out, ended ? "\n" : "<no line end>\n");
}

static void show_side(struct text *out, char mark, redline_bytes text, size_t from)
{
	for (int shown = 0; from < text.len; shown++) {
		if (shown == SHOWN_LINES) {
			text_format(out, "    %c ... %zu more bytes\n", mark, text.len - from);
			return;
		}
		redline_bytes const line = line_at(text, from);
		show_line(out, mark, line);
		from += line.len;
	}
}

void text_difference(struct text *out, redline_bytes want, redline_bytes got)
{
	size_t line = 1;
	size_t const head = common_head(want, got, &line);
	drop_tail(&want, &got, head);
	text_format(out, "    line %zu:\n", line);
	show_side(out, '-', want, head);
	show_side(out, '+', got, head);
}
