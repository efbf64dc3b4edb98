/*
 * land_parts.c -- new wording that holds several provisions, where only its lines tell so:
 * "the following points are inserted: “(ba) ...;⏎(ca) ...;”".  See landing.h.
 */
#include "landing.h"

#include "base/bytes.h"
#include "model/label.h"

#define PARTS_MOST 64u

/* Does such a label come between others that stand already: "(ba)", "3A", "4 bis"? */
static bool comes_between(redline_bytes label)
{
	redline_bytes base;
	return landing_inserted_base(label).len > 0 || landing_split_suffix(label, &base) >= 0;
}

/* "(bb)" behind "(ba)": by itself it could come after "(z)", or be one of a list inside. */
static bool is_doubled_beside(redline_bytes before, redline_bytes label)
{
	return before.len == 2 && label.len == 2 && landing_inserted_base(before).len == 1 &&
	       is_lower(label.ptr[0]) && label.ptr[0] == label.ptr[1] &&
	       (before.ptr[0] == label.ptr[0] || !memchr("ivxlcdm", label.ptr[0], 7));
}

/* The label that the line at `at` begins with; false if it begins with none. */
static bool label_of_line(redline_bytes words, size_t at, struct label *out)
{
	const char *feed = memchr(words.ptr + at, '\n', words.len - at);
	size_t const end = feed ? (size_t)(feed - words.ptr) : words.len;
	while (at < end && is_blank(words.ptr[at]))
		at++;
	return at < end && label_scan(out, words, (uint32_t)at, (uint32_t)end, false);
}

/* Where the line after the one at `at` begins: the end if it is the last. */
static size_t next_line(redline_bytes words, size_t at)
{
	const char *feed = memchr(words.ptr + at, '\n', words.len - at);
	return feed ? (size_t)(feed - words.ptr) + 1 : words.len;
}

/*
 * A number that was not there belongs where it puts the provision, which need not be behind
 * the line before it.  Numbers that count on, (a) or (i), may be those of what a new provision
 * encloses, and stay with it.
 */
const redline_amendment *landing_taken_apart(struct landing *n)
{
	const redline_amendment *whole = n->m;
	redline_bytes const words = landing_trimmed(landing_with_eol(n, whole->new_words.words));
	struct label first, other;
	size_t begin[PARTS_MOST] = {0};
	unsigned count = 1;
	if (whole->part_count || !words.len || !label_of_line(words, 0, &first))
		return whole;
	redline_bytes before = landing_canonical_label(n, bytes_in(words, first.core));
	for (size_t at = next_line(words, 0); at < words.len; at = next_line(words, at)) {
		if (!label_of_line(words, at, &other) || other.dress != first.dress)
			continue;
		redline_bytes const label = landing_canonical_label(n, bytes_in(words, other.core));
		if (!comes_between(label) && !is_doubled_beside(before, label))
			continue;
		if (count == PARTS_MOST)
			return whole;
		begin[count++] = at;
		before = label;
	}
	if (count == 1)
		return whole;
	redline_amendment *apart = arena_alloc(n->l->arena, sizeof *apart);
	redline_bytes *parts = arena_array(n->l->arena, count, sizeof *parts);
	if (!apart || !parts)
		return whole;
	for (unsigned i = 0; i < count; i++) {
		size_t const end = i + 1 < count ? begin[i + 1] : words.len;
		parts[i] = landing_trimmed((redline_bytes){words.ptr + begin[i], end - begin[i]});
	}
	*apart = *whole;
	apart->parts = parts;
	apart->part_count = count;
	return apart;
}
