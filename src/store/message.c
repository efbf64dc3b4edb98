/*
 * message.c -- see message.h.
 *
 * Trailers are the last paragraph, if it is not the subject and every line of
 * it is "Key: value" or goes on with one (begins with a blank); or, as git has
 * it, if one is of a kind that git writes itself and a quarter of them are trailers.
 */
#include "message.h"

#include <string.h>

#include "base/bytes.h"
#include "base/vec.h"

/* ---- lines ---- */

/* Takes the next line off a text, without its end and the blanks before it. */
static redline_bytes take_line(redline_bytes *rest)
{
	const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
	size_t const len = end ? (size_t)(end - rest->ptr) : rest->len;
	redline_bytes line = {rest->ptr, len};
	size_t const gone = end ? len + 1 : len;
	rest->ptr += gone;
	rest->len -= gone;
	while (line.len && is_space(line.ptr[line.len - 1]))
		line.len--;
	return line;
}

static redline_bytes trimmed(redline_bytes text)
{
	while (text.len && is_space(text.ptr[text.len - 1]))
		text.len--;
	while (text.len && is_space(*text.ptr)) {
		text.ptr++;
		text.len--;
	}
	return text;
}

/* The length of "Key" in "Key: value", or 0. */
static size_t key_length(redline_bytes line)
{
	size_t len = 0;
	while (len < line.len && (is_alpha(line.ptr[len]) || is_digit(line.ptr[len]) ||
	                          line.ptr[len] == '-'))
		len++;
	return len && len < line.len && line.ptr[len] == ':' ? len : 0;
}

static bool is_gits_own(redline_bytes line)
{
	return bytes_start(line, BYTES("Signed-off-by: ")) ||
	       bytes_start(line, BYTES("(cherry picked from commit "));
}

static bool is_trailer_block(redline_bytes block)
{
	size_t trailers = 0, others = 0;
	bool own = false;
	while (block.len) {
		redline_bytes const line = take_line(&block);
		bool const goes_on = line.len && is_blank(line.ptr[0]);
		own |= is_gits_own(line);
		if (goes_on && trailers + others)
			continue;
		if (key_length(line) || is_gits_own(line))
			trailers++;
		else
			others++;
	}
	return trailers && (others == 0 || (own && trailers * 3 >= others));
}

/* Where the last paragraph begins; 0 if there is only one. */
static size_t last_paragraph(redline_bytes text)
{
	size_t begin = 0;
	bool empty_before = false;
	for (redline_bytes rest = text; rest.len;) {
		size_t const at = text.len - rest.len;
		redline_bytes const line = take_line(&rest);
		if (line.len && empty_before)
			begin = at;
		empty_before = line.len == 0;
	}
	return begin;
}

/* Where the trailers of a trimmed message begin; its length if there are none. */
static size_t trailers_begin(redline_bytes text)
{
	size_t const at = last_paragraph(text);
	return at && is_trailer_block((redline_bytes){text.ptr + at, text.len - at}) ? at
	                                                                             : text.len;
}

/* ---- reading ---- */

/* Runs of white space become one blank. */
static redline_bytes on_one_line(struct arena *arena, redline_bytes text)
{
	size_t len = 0;
	char *out = arena_alloc(arena, text.len);
	for (size_t i = 0; out && i < text.len; i++)
		if (!is_space(text.ptr[i]))
			out[len++] = text.ptr[i];
		else if (len && out[len - 1] != ' ')
			out[len++] = ' ';
	return trimmed((redline_bytes){out, out ? len : 0});
}

static bool read_trailers(struct message *out, struct arena *arena, redline_bytes block)
{
	size_t room = 1;
	for (size_t i = 0; i < block.len; i++)
		room += block.ptr[i] == '\n';
	redline_trailer *trailers = arena_array(arena, room, sizeof *trailers);
	if (!trailers)
		return false;
	while (block.len) {
		const char *begin = block.ptr;
		redline_bytes const line = take_line(&block);
		size_t const key = key_length(line);
		while (block.len && is_blank(*block.ptr))
			(void)take_line(&block);
		if (!key)
			continue;
		redline_bytes const value = {begin + key + 1, (size_t)(block.ptr - begin) - key - 1};
		trailers[out->count++] = (redline_trailer){{begin, key}, on_one_line(arena, value)};
	}
	out->trailers = trailers;
	return true;
}

bool message_read(struct message *out, struct arena *arena, redline_bytes text)
{
	*out = (struct message){0};
	text = trimmed(text);
	size_t const trailers = trailers_begin(text);
	redline_bytes rest = {text.ptr, trailers};
	while (rest.len && take_line(&rest).len)
		;
	out->subject = on_one_line(arena, (redline_bytes){text.ptr, trailers - rest.len});
	out->body = trimmed(rest);
	return read_trailers(out, arena, (redline_bytes){text.ptr + trailers, text.len - trailers}) &&
	       !arena->failed;
}

redline_bytes redline_revision_trailer(const redline_revision *revision, const char *key)
{
	for (uint32_t i = 0; i < revision->trailer_count; i++)
		if (bytes_equal_nocase(revision->trailers[i].key, bytes_of(key)))
			return revision->trailers[i].value;
	return (redline_bytes){"", 0};
}

/* ---- writing ---- */

static void write_cleaned(struct buf *out, redline_bytes text)
{
	bool gap = false;
	while (text.len) {
		redline_bytes const line = take_line(&text);
		if (line.len && gap && out->len)
			buf_char(out, '\n');
		gap = line.len == 0;
		buf_bytes(out, line);
		if (line.len)
			buf_char(out, '\n');
	}
}

static void write_value(struct buf *out, redline_bytes value)
{
	bool blank = false;
	value = trimmed(value);
	for (size_t i = 0; i < value.len; i++) {
		unsigned char const c = (unsigned char)value.ptr[i];
		bool const is_gap = is_space(value.ptr[i]);
		if (is_gap && blank)
			continue;
		blank = is_gap;
		buf_char(out, is_gap ? ' ' : c < 0x20 || c == 0x7F ? '?' : (char)c);
	}
}

void message_write(struct buf *out, redline_bytes text, const redline_trailer *trailers,
                   uint32_t count)
{
	size_t const begin = out->len;
	write_cleaned(out, text);
	redline_bytes const written = {out->ptr + begin, out->len - begin};
	bool const joins = written.len && trailers_begin(trimmed(written)) < trimmed(written).len;
	if (count && !joins)
		buf_char(out, '\n');
	for (uint32_t i = 0; i < count; i++) {
		buf_bytes(out, trailers[i].key);
		buf_text(out, ": ");
		write_value(out, trailers[i].value);
		buf_char(out, '\n');
	}
}

const char *message_fault(redline_bytes text, const redline_trailer *trailers, uint32_t count)
{
	redline_text_fault fault;
	if (redline_text_check(text, &fault))
		return "the message is not UTF-8";
	if (trimmed(text).len == 0)
		return "a revision needs a message";
	for (uint32_t i = 0; i < count; i++) {
		redline_bytes const key = trailers[i].key;
		for (size_t k = 0; k < key.len; k++)
			if (!is_alpha(key.ptr[k]) && !is_digit(key.ptr[k]) && key.ptr[k] != '-')
				return "a trailer's key may hold letters, digits and hyphens only";
		if (key.len == 0)
			return "a trailer has no key";
		if (redline_text_check(trailers[i].value, &fault))
			return "a trailer's value is not UTF-8";
	}
	return NULL;
}
