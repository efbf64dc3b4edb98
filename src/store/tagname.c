/*
 * tagname.c -- names of issued drafts, as git can store them.
 *
 * git keeps a reference in a file, so "L.3" and "L.3/Rev.1" can't both be
 * there, and forbids a good many characters.  Our encoding:
 *
 *     /      "%/"    a folder whose name ends with "%"
 *     else   "%2A"   the byte in hexadecimal, where git forbids it or would
 *                    take it for something else; and "%" itself
 *     -      "%-/"   nothing: a name too long for one file is cut here
 *
 * A folder's name thus ends with "%" or "%-", a file's never does, and so no
 * name is in another's way.  Simple names stay as they are: "Rev.1", and
 * "A/AC.290/L.1" is "A%/AC.290%/L.1".
 *
 * Every name has exactly one encoding.  A stored name that is none of them was
 * made by git alone and stands for itself.
 */
#include <stdio.h>
#include <string.h>

#include <redline/store.h>

#include "base/bytes.h"

enum {
	NAME_MAX_BYTES = 200,
	PART_MAX = 180,          /* of a file's name, which may have 255 bytes, with ".lock" */
	STORED_MAX = 4 * NAME_MAX_BYTES,
	PIECE = 3,               /* what one byte needs at most */
};

/* A name of which every byte counts; grows up to STORED_MAX, which is enough. */
struct stored {
	char text[STORED_MAX + 1];
	size_t len;
	size_t part; /* bytes since the last slash */
};

static bool is_name(redline_bytes name)
{
	redline_text_fault fault;
	if (name.len == 0 || name.len > NAME_MAX_BYTES || redline_text_check(name, &fault))
		return false;
	for (size_t at = 0; at < name.len;) {
		unsigned size;
		uint32_t const cp = utf8_at(name, at, &size);
		if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
			return false;
		at += size;
	}
	return true;
}

/* What git would take for an id, for HEAD, or for an option. */
static bool is_taken_whole(redline_bytes name)
{
	size_t hex = 0;
	while (hex < name.len && (is_digit(name.ptr[hex]) ||
	                          (to_lower(name.ptr[hex]) >= 'a' && to_lower(name.ptr[hex]) <= 'f')))
		hex++;
	return (hex == name.len && (hex == 40 || hex == 64)) || bytes_equal(name, BYTES("HEAD")) ||
	       bytes_equal(name, BYTES("@")) || name.ptr[0] == '-';
}

/* Must the byte at `at` be written in hexadecimal? */
static bool is_forbidden(redline_bytes name, size_t at)
{
	char const c = name.ptr[at];
	char const before = at ? name.ptr[at - 1] : '/';
	bool const last = at + 1 == name.len;
	if (c == '.')
		return before == '/' || before == '.' || last ||
		       (name.len - at == 5 && memcmp(name.ptr + at, ".lock", 5) == 0);
	if (c == '/')
		return last;
	if (c == '@')
		return !last && name.ptr[at + 1] == '{';
	return strchr(" ~^:?*[\\%", c) != NULL;
}

static void put(struct stored *s, const char *ptr, size_t len)
{
	memcpy(s->text + s->len, ptr, len);
	s->len += len;
	s->part += len;
}

static void end_part(struct stored *s, const char *ending)
{
	put(s, ending, strlen(ending));
	s->part = 0;
}

static void put_hex(struct stored *s, char c)
{
	static const char digits[] = "0123456789ABCDEF";
	unsigned const byte = (unsigned char)c;
	put(s, (char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3);
}

static void encode(struct stored *s, redline_bytes name)
{
	bool const taken = is_taken_whole(name);
	s->len = s->part = 0;
	for (size_t at = 0; at < name.len; at++) {
		if (s->part + PIECE > PART_MAX)
			end_part(s, "%-/");
		if (is_forbidden(name, at) || (taken && at == 0))
			put_hex(s, name.ptr[at]);
		else if (name.ptr[at] == '/')
			end_part(s, "%/");
		/* a part that begins here may not begin with a dot */
		else if (name.ptr[at] == '.' && s->part == 0)
			put_hex(s, '.');
		else
			put(s, name.ptr + at, 1);
	}
	s->text[s->len] = '\0';
}

static int hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The name that a stored name might encode; its length, or 0. */
static size_t decode(redline_bytes stored, char *out, size_t room)
{
	size_t len = 0;
	for (size_t at = 0; at < stored.len;) {
		redline_bytes const rest = {stored.ptr + at, stored.len - at};
		if (len == room)
			return 0;
		if (bytes_start(rest, BYTES("%-/"))) {
			at += 3;
		} else if (bytes_start(rest, BYTES("%/"))) {
			out[len++] = '/';
			at += 2;
		} else if (rest.ptr[0] == '%') {
			int const high = rest.len > 2 ? hex_value(rest.ptr[1]) : -1;
			int const low = rest.len > 2 ? hex_value(rest.ptr[2]) : -1;
			if (high < 0 || low < 0)
				return 0;
			out[len++] = (char)(high * 16 + low);
			at += 3;
		} else {
			out[len++] = rest.ptr[0];
			at++;
		}
	}
	return len;
}

static size_t give(char *buf, size_t size, const char *text, size_t len)
{
	if (size) {
		size_t const n = len < size ? len : size - 1;
		memcpy(buf, text, n);
		buf[n] = '\0';
	}
	return len;
}

size_t redline_tag_encode(const char *name, char *buf, size_t size)
{
	struct stored s;
	redline_bytes const bytes = bytes_of(name);
	if (!is_name(bytes))
		return 0;
	encode(&s, bytes);
	return give(buf, size, s.text, s.len);
}

size_t redline_tag_decode(const char *stored, char *buf, size_t size)
{
	char name[NAME_MAX_BYTES];
	struct stored s;
	redline_bytes const bytes = bytes_of(stored);
	size_t const len = decode(bytes, name, sizeof name);
	if (bytes.len == 0)
		return 0;
	if (len && is_name((redline_bytes){name, len})) {
		encode(&s, (redline_bytes){name, len});
		if (bytes_equal((redline_bytes){s.text, s.len}, bytes))
			return give(buf, size, name, len);
	}
	return give(buf, size, stored, bytes.len);
}
