/*
 * land_stack.c -- several new provisions at one point of the draft: "(3)" at the end of
 * subsection (b), and behind it the new "(b-1)" and "(b-2)".  See landing.h.
 *
 * What one speaker of a statement adds there stands in the order of its numbers, and what
 * belongs to the provision before comes first.  The order is a key of bytes (edit.order),
 * so that weave.c need know nothing of labels.
 */
#include "landing.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "model/label.h"

enum {
	KEY_SUFFIX = 1, /* of "59 bis", before what would be "59-1" */
	KEY_NUMBER = 2,
	DEPTH_MAX = 255,
};

static void put_number(struct buf *key, unsigned long value)
{
	buf_char(key, KEY_NUMBER);
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_char(key, (char)(value >> shift & 0xFF));
}

/* "iv" is 4; 0 if it is no such numeral. */
static unsigned long roman_value(redline_bytes label)
{
	unsigned long value = 0, last = 0;
	for (size_t i = 0; i < label.len; i++) {
		char const c = to_lower(label.ptr[i]);
		unsigned long const sign = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
		if (!sign)
			return 0;
		value += sign > last ? sign - 2 * last : sign;
		last = sign;
	}
	return value;
}

/* Numbers by what they count, letters as they are: "2" before "10", "b" before "b-1". */
static void put_label(struct buf *key, redline_bytes label, bool roman)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	unsigned long const value = roman ? roman_value(base) : 0;
	if (value)
		put_number(key, value);
	for (size_t i = 0; i < base.len && !value;) {
		size_t end = i;
		while (end < base.len && end - i < 9 && is_digit(base.ptr[end]))
			end++;
		if (end == i) {
			buf_char(key, base.ptr[i++]);
			continue;
		}
		unsigned long number = 0;
		for (; i < end; i++)
			number = number * 10 + (unsigned long)(base.ptr[i] - '0');
		put_number(key, number);
	}
	if (suffix >= 0) {
		buf_char(key, KEY_SUFFIX);
		buf_char(key, (char)suffix);
	}
}

static unsigned depth_of(const struct landing *n, const struct addition *a)
{
	unsigned depth = a->inside;
	for (uint32_t b = n->l->blocks[a->model].parent; b != REDLINE_NONE && depth < DEPTH_MAX;
	     b = n->l->blocks[b].parent)
		depth++;
	return depth;
}

/* One mark for all that a speaker adds in a statement; never 0. */
static uint64_t speaker_mark(const struct landing *n)
{
	redline_bytes const who =
		n->m->proposer_count ? n->m->proposers[0] : LANDING_NOTHING;
	return XXH3_64bits_withSeed(who.ptr, who.len, n->statement) | 2u;
}

void landing_stack(struct landing *n, const struct addition *a, redline_bytes last)
{
	redline_numeral const numeral = (redline_numeral)n->l->blocks[a->model].numeral;
	struct added *it = a->label.len && !n->edits->failed ? VEC_PUSH(&n->l->added) : NULL;
	if (!it)
		return;
	*it = (struct added){n->statement, n->cause, *a, last};
	if (a->after == REDLINE_NONE)
		return;
	struct buf key = {0};
	struct edit *e = &n->edits->at[n->edits->len - 1];
	buf_char(&key, (char)(DEPTH_MAX - depth_of(n, a)));
	put_label(&key, a->label,
	          numeral == REDLINE_LOWER_ROMAN || numeral == REDLINE_UPPER_ROMAN);
	e->stack = speaker_mark(n);
	e->order = key.failed ? LANDING_NOTHING : arena_copy(n->l->arena, buf_view(&key));
	n->edits->failed |= key.failed;
	buf_release(&key);
}
