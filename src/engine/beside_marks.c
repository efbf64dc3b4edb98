/*
 * beside_marks.c -- marks of emphasis and line breaks in texts set beside each other
 * (beside.h).
 *
 * The columns of a table say which text is which, so that bold letters in a cell only show
 * what is new, and struck ones what goes.  They are left out where that is certain: around a
 * whole cell, around words that the present text does not have, and where the new text with
 * its struck words is the present one.
 */
#include "beside.h"

#define RUN_MAX    4u
#define PIECES_MAX 256u /* of a cell that are looked for in the other text; with more it stays */

/* A text being written; `len` never grows beyond what was asked for. */
struct copy {
	char *bytes;
	size_t len;
};

static void put(struct copy *out, const char *bytes, size_t len)
{
	memcpy(out->bytes + out->len, bytes, len);
	out->len += len;
}

/* White space as one blank, and none at the ends. */
static redline_bytes tidied(struct copy *out)
{
	size_t len = 0;
	for (size_t i = 0; i < out->len; i++) {
		bool const blank = is_space(out->bytes[i]);
		if (blank && (!len || out->bytes[len - 1] == ' '))
			continue;
		out->bytes[len++] = blank ? ' ' : out->bytes[i];
	}
	while (len && out->bytes[len - 1] == ' ')
		len--;
	return (redline_bytes){out->bytes, len};
}

static bool begin_copy(struct reading_run *r, struct copy *out, redline_bytes words)
{
	*out = (struct copy){arena_alloc(&r->s->arena, words.len + 1), 0};
	return out->bytes != NULL;
}

/* How many times the character stands at this place, as far as it matters: no mark has more
 * than three, and a line of stars is not counted anew at each of them. */
static size_t run_at(redline_bytes words, size_t at, char c)
{
	size_t n = 0;
	while (n < RUN_MAX && at + n < words.len && words.ptr[at + n] == c)
		n++;
	return n;
}

/* A marked piece that begins at `at`: "**new**", "~~old~~". */
struct piece {
	redline_bytes words;
	size_t end;
	char mark;
};

static bool piece_at(redline_bytes words, size_t at, struct piece *out)
{
	char const c = words.ptr[at];
	size_t const n = c == '*' || c == '~' ? run_at(words, at, c) : 0;
	if (!n || (c == '*' && n > 3) || (c == '~' && n != 2) || at + n >= words.len ||
	    is_space(words.ptr[at + n]))
		return false;
	for (size_t end = at + n; end + n <= words.len; end++) {
		size_t const closing = run_at(words, end, c);
		if (closing && closing != n)
			return false;
		if (!closing)
			continue;
		*out = (struct piece){{words.ptr + at + n, end - at - n}, end + n, c};
		return !is_space(words.ptr[end - 1]);
	}
	return false;
}

/* The text within marks that go around all of it. */
static redline_bytes unwrapped(redline_bytes words)
{
	struct piece p;
	return words.len && piece_at(words, 0, &p) && p.end == words.len ? p.words : words;
}

/* The text without the marks of emphasis around words that `old` does not have; with an empty
 * `old` without all. */
static redline_bytes unmarked(struct reading_run *r, redline_bytes words, redline_bytes old)
{
	struct copy out;
	unsigned pieces = 0;
	if (!memchr(words.ptr, '*', words.len) || !begin_copy(r, &out, words))
		return words;
	for (size_t at = 0; at < words.len;) {
		struct piece p;
		bool const bold = piece_at(words, at, &p) && p.mark == '*';
		if (bold && ++pieces > PIECES_MAX)
			return words;
		if (bold && (!old.len || !beside_has(old, p.words))) {
			put(&out, p.words.ptr, p.words.len);
			at = p.end;
		} else {
			put(&out, words.ptr + at++, 1);
		}
	}
	return (redline_bytes){out.bytes, out.len};
}

/* A piece that goes takes the blank before it along, where a sign follows: "in ~~Vienna~~." */
static void drop(struct copy *out, redline_bytes words, size_t end)
{
	bool const sign = end >= words.len || beside_among(".,;:)", words.ptr[end]);
	if (sign && out->len && out->bytes[out->len - 1] == ' ')
		out->len--;
}

/* "in ~~Vienna~~ **Geneva**" beside "in Vienna": the new text; false if it does not show the
 * other one, too. */
static bool shown(struct reading_run *r, redline_bytes words, redline_bytes old, redline_bytes *now)
{
	struct copy before, after, given;
	if (!beside_has(words, BYTES("~~")) || !begin_copy(r, &before, words) ||
	    !begin_copy(r, &after, words) || !begin_copy(r, &given, old))
		return false;
	for (size_t at = 0; at < words.len;) {
		struct piece p;
		bool const marked = piece_at(words, at, &p);
		redline_bytes const piece =
			marked ? p.words : (redline_bytes){words.ptr + at, 1};
		size_t const end = marked ? p.end : at + 1;
		if (marked && p.mark == '*')
			drop(&before, words, end);
		else
			put(&before, piece.ptr, piece.len);
		if (marked && p.mark == '~')
			drop(&after, words, end);
		else
			put(&after, piece.ptr, piece.len);
		at = end;
	}
	put(&given, old.ptr, old.len);
	*now = tidied(&after);
	return now->len && bytes_equal(tidied(&before), tidied(&given));
}

/* ---- line breaks ---- */

static const char *const breaks[] = {"<br>", "<br/>", "<br />", NULL};

static size_t break_at(redline_bytes words, size_t at)
{
	redline_bytes const rest = {words.ptr + at, words.len - at};
	for (const char *const *b = breaks; *b; b++)
		if (bytes_start(rest, bytes_of(*b)))
			return strlen(*b);
	return 0;
}

/* How many line breaks; *apart: some part paragraphs, two of them or before a number. */
static unsigned breaks_in(redline_bytes words, bool *apart)
{
	unsigned count = 0;
	for (size_t at = 0; at < words.len; at++) {
		size_t const n = break_at(words, at);
		if (!n)
			continue;
		count++;
		at += n;
		while (at < words.len && words.ptr[at] == ' ')
			at++;
		*apart |= at >= words.len || break_at(words, at) || words.ptr[at] == '(' ||
		          words.ptr[at] == '-' || is_digit(words.ptr[at]);
		at--;
	}
	return count;
}

static redline_bytes unbroken(struct reading_run *r, redline_bytes words)
{
	struct copy out;
	if (!begin_copy(r, &out, words))
		return words;
	for (size_t at = 0; at < words.len;) {
		size_t const n = break_at(words, at);
		put(&out, n ? " " : words.ptr + at, 1);
		at += n ? n : 1;
	}
	return tidied(&out);
}

void beside_unmark(struct reading_run *r, redline_operand *old, redline_operand *now)
{
	bool apart = false;
	redline_bytes text;
	if (now->quoted || old->quoted)
		return;
	unsigned const count = breaks_in(now->words, &apart);
	if (count && count == breaks_in(old->words, &apart) && !apart) {
		old->words = unbroken(r, old->words);
		now->words = unbroken(r, now->words);
	}
	old->words = unmarked(r, unwrapped(old->words), (redline_bytes){0});
	now->words = unwrapped(now->words);
	now->words = shown(r, now->words, old->words, &text) ? text
	                                                     : unmarked(r, now->words, old->words);
}
