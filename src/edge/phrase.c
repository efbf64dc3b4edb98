/*
 * phrase.c -- words, places and credits in words.  See phrase.h.
 *
 * What they cost is bounded: of words so much is told as fits a line, of places a dozen.
 */
#include "edge/phrase.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "edge/safe.h"

enum {
	QUOTE_COLUMNS = 72, /* what a quotation is cut to */
	PLACES_MAX = 12,    /* places named one by one */
};

const redline_amendment *phrase_cause(const redline_view *view, uint32_t cause)
{
	uint32_t count = 0;
	const redline_result *results =
	    view->outcome ? redline_outcome_results(view->outcome, &count) : NULL;
	return cause < count ? results[cause].amendment : NULL;
}

/* ---- words ---- */

void phrase_words(struct buf *b, redline_bytes words, size_t columns)
{
	size_t used = 0;
	bool blank = false;
	for (size_t at = 0; at < words.len;) {
		if (is_space(words.ptr[at])) {
			blank = used > 0;
			at++;
			continue;
		}
		struct glyph const g = glyph_at(words, at);
		if (used + blank + g.width > columns) {
			buf_text(b, "...");
			return;
		}
		if (blank)
			buf_char(b, ' ');
		buf_add(b, words.ptr + at, g.size);
		used += (size_t)blank + g.width;
		blank = false;
		at += g.size;
	}
}

void phrase_quoted(struct buf *b, redline_bytes words)
{
	buf_char(b, '"');
	phrase_words(b, words, QUOTE_COLUMNS);
	buf_char(b, '"');
}

void phrase_times(struct buf *b, uint32_t count)
{
	if (count == 1)
		buf_text(b, "once");
	else if (count == 2)
		buf_text(b, "twice");
	else
		buf_printf(b, "%u times", (unsigned)count);
}

void phrase_joint(struct buf *b, uint32_t i, uint32_t count)
{
	if (i > 0)
		buf_text(b, i + 1 == count ? " and " : ", ");
}

/* ---- places ---- */

static void add_place(struct buf *b, const redline_place *place)
{
	char room[256];
	size_t const need = redline_place_text(place, room, sizeof room);
	if (need < sizeof room) {
		buf_text(b, room);
		return;
	}
	char *large = malloc(need + 1);
	if (!large) {
		b->failed = true;
		return;
	}
	(void)redline_place_text(place, large, need + 1);
	buf_text(b, large);
	free(large);
}

void phrase_places(struct buf *b, const redline_place *places, uint32_t count)
{
	uint32_t const shown = count > PLACES_MAX ? PLACES_MAX : count;
	for (uint32_t i = 0; i < shown; i++) {
		phrase_joint(b, i, count);
		add_place(b, &places[i]);
	}
	if (shown < count)
		buf_printf(b, " and %u more", (unsigned)(count - shown));
}

/* ---- who, when, why ---- */

void phrase_who(struct buf *b, const redline_amendment *a)
{
	for (uint32_t i = 0; i < a->proposer_count; i++) {
		phrase_joint(b, i, a->proposer_count);
		buf_bytes(b, a->proposers[i]);
	}
}

void phrase_date(struct buf *b, redline_bytes date)
{
	static const char *const months[] = {
		"January", "February", "March",     "April",   "May",      "June",
		"July",    "August",   "September", "October", "November", "December",
	};
	const char *p = date.ptr;
	bool const iso = date.len == 10 && p[4] == '-' && p[7] == '-' && is_digit(p[5]) &&
	                 is_digit(p[6]) && is_digit(p[8]) && is_digit(p[9]);
	int const month = iso ? (p[5] - '0') * 10 + (p[6] - '0') : 0;
	int const day = iso ? (p[8] - '0') * 10 + (p[9] - '0') : 0;
	if (month < 1 || month > 12) {
		buf_bytes(b, date);
		return;
	}
	buf_printf(b, "%d %s %.4s", day, months[month - 1], p);
}

bool phrase_has_credit(const redline_amendment *a)
{
	return a->proposer_count || a->date.len || a->reason.len;
}

void phrase_credit(struct buf *b, const redline_amendment *a)
{
	phrase_who(b, a);
	if (a->proposer_count && a->date.len)
		buf_text(b, ", ");
	buf_bytes(b, a->date);
	if ((a->proposer_count || a->date.len) && a->reason.len)
		buf_text(b, ": ");
	buf_bytes(b, a->reason);
}
