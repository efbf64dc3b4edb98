/*
 * land_hyphen.c -- words quoted from a printed page, whose lines broke inside them:
 * "inter-nationally", "imple-mented", with or without the line's end behind the hyphen.
 *
 * Where the words stand nowhere as quoted, but without some of such hyphens just once in
 * the place named, that is what was quoted; a warning says so.  A hyphen may be the
 * word's own ("re-sign"), so a part of less than three letters keeps it, and the other
 * words of the quotation must be the same as ever.
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"

#define HYPHENS_MAX 4  /* more of them, and it is no line end that made them */
#define PART_LEAST  3u /* letters on either side */

struct hyphens {
	redline_range at[HYPHENS_MAX]; /* with the white space behind it */
	unsigned count;
	bool overflow;
};

/* The hyphen's bytes, or 0. */
static uint32_t hyphen_size(redline_bytes words, uint32_t at)
{
	unsigned size;
	uint32_t const cp = utf8_at(words, at, &size);
	return cp == '-' || cp == 0x2010 || cp == 0x2011 ? size : 0;
}

static bool is_letter(uint32_t cp)
{
	return is_word_char(cp) && !is_unspaced_char(cp) && !(cp < 0x80 && is_digit((char)cp));
}

static unsigned letters_before(redline_bytes words, uint32_t at)
{
	unsigned n = 0, size;
	while (at > 0 && n < PART_LEAST && is_letter(utf8_before(words, at, &size))) {
		at -= size;
		n++;
	}
	return n;
}

static unsigned letters_after(redline_bytes words, uint32_t at)
{
	unsigned n = 0, size;
	while (at < words.len && n < PART_LEAST && is_letter(utf8_at(words, at, &size))) {
		at += size;
		n++;
	}
	return n;
}

static void find_hyphens(redline_bytes words, struct hyphens *out)
{
	*out = (struct hyphens){.count = 0};
	for (uint32_t at = 0; at < words.len;) {
		unsigned step;
		(void)utf8_at(words, at, &step);
		uint32_t const size = hyphen_size(words, at);
		uint32_t end = at + size;
		while (size && end < words.len && is_space(words.ptr[end]))
			end++;
		if (size && letters_before(words, at) == PART_LEAST &&
		    letters_after(words, end) == PART_LEAST) {
			if (out->count == HYPHENS_MAX) {
				out->overflow = true;
				return;
			}
			out->at[out->count++] = (redline_range){at, end};
		}
		at += step;
	}
}

/* The words without the hyphens whose bits are set. */
static redline_bytes joined(struct landing *n, redline_bytes words, const struct hyphens *h,
                            unsigned mask)
{
	char *out = arena_alloc(n->l->arena, words.len + 1);
	size_t len = 0;
	uint32_t from = 0;
	if (!out)
		return (redline_bytes){0};
	for (unsigned i = 0; i <= h->count; i++) {
		if (i < h->count && !(mask & 1u << i))
			continue;
		uint32_t const to = i < h->count ? h->at[i].begin : (uint32_t)words.len;
		memcpy(out + len, words.ptr + from, to - from);
		len += to - from;
		from = i < h->count ? h->at[i].end : to;
	}
	return (redline_bytes){out, len};
}

bool landing_pick_joined(struct landing *n, const redline_operand *o, const struct area *area,
                         struct matches *found)
{
	struct hyphens h, fresh;
	found->count = 0;
	find_hyphens(o->words, &h);
	find_hyphens(n->m->new_words.words, &fresh);
	if (!h.count || h.overflow || fresh.count || area->kind == AREA_DOCUMENT ||
	    n->m->occurrence != REDLINE_ONCE)
		return true;
	struct matches one = {.count = 0};
	redline_bytes words = {0};
	uint32_t total = 0;
	for (unsigned mask = 1; mask < 1u << h.count && total < 2; mask++) {
		redline_operand plain = *o;
		struct matches there;
		plain.words = joined(n, o->words, &h, mask);
		if (!landing_search_words(n, &plain, area, 2, &there))
			return false;
		total += there.count;
		one = there.count ? there : one;
		words = there.count ? plain.words : words;
	}
	if (total > 1 && one.count > 1) {
		redline_operand plain = *o;
		plain.words = words;
		return landing_say_repeated(n, &plain, area, &one);
	}
	if (total != 1)
		return true;
	*found = one;
	report_add(n->l->report, REDLINE_WARNING, "hyphen-left-out", landing_at_words(n, o),
	           "these words stand there once, without the hyphen, and are taken: \"%.*s\"",
	           SHOWN(words));
	return true;
}
