/*
 * beside_label.c -- labels of present and proposed texts in running lines (beside.h).
 *
 *     Current text: ...        Current text (paragraph 5): ...       From: ...
 *     Proposed text: ...       Proposed text – ...                   To: ...
 *
 * A label stands at the start of a line or sentence, and a colon parts it from its text; or
 * a dash or the end of its emphasis does, where it begins a line.  Words that are labels only
 * beside each other ("from", "to") are such where the other one is there.
 */
#include "beside.h"
#include "listed.h"

#define ASIDE_BYTES 48u /* longer ones are no part of a label */
#define SOLID_BYTES 9u  /* of a label before a dash, where words are not parted */

/* Is it a dash behind a blank, or a sign like one? */
static bool ends_dash(redline_bytes text, uint32_t at)
{
	return at > 3 && memcmp(text.ptr + at - 3, "\xE2\x80", 2) == 0;
}

/* May what stands before this blank end a sentence, or another text? */
static bool stops(redline_bytes text, uint32_t from, uint32_t at)
{
	if (!is_space(text.ptr[at]) || at <= from)
		return false;
	return beside_among(".;!?)\"", text.ptr[at - 1]) ||
	       (at > from + 2 && (ends_dash(text, at) || memcmp(text.ptr + at - 2, "»", 2) == 0));
}

/* What a colon or dash stands behind, as far as it may be a label. */
static redline_range before_sign(redline_bytes text, uint32_t from, uint32_t sign)
{
	uint32_t at = sign;
	while (at > from && sign - at < LABEL_BYTES && text.ptr[at - 1] != '\n' &&
	       !stops(text, from, at))
		at--;
	return (redline_range){at, sign};
}

/* Does nothing but marks of emphasis stand before it on its line? */
static bool begins_line(redline_bytes text, uint32_t from, uint32_t at)
{
	while (at > from && beside_among("*_ \t", text.ptr[at - 1]))
		at--;
	return at == from || text.ptr[at - 1] == '\n';
}

/* "(paragraph 5)" right before the sign; empty if there is none. */
static redline_range aside_before(redline_bytes text, uint32_t from, uint32_t sign)
{
	uint32_t end = sign;
	while (end > from && beside_among(" *_", text.ptr[end - 1]))
		end--;
	if (end == from || text.ptr[end - 1] != ')')
		return (redline_range){sign, sign};
	for (uint32_t at = end - 1; at > from && end - at < ASIDE_BYTES; at--)
		if (text.ptr[at - 1] == '(')
			return (redline_range){at - 1, end};
	return (redline_range){sign, sign};
}

/* How many bytes part a label from its text here: ":", "：", a dash, or "**" behind it; 0 if
 * none do.  *colon: it is one, which may stand within a line. */
static unsigned sign_at(redline_bytes text, redline_range words, uint32_t at, bool *colon)
{
	char const c = text.ptr[at];
	uint32_t const left = words.end - at;
	bool const blank = at > words.begin && text.ptr[at - 1] == ' ';
	uint32_t const size = bytes_colon(text, at, words.end);
	*colon = size > 0;
	if (size)
		return size;
	if (left >= 3 && (memcmp(text.ptr + at, "–", 3) == 0 || memcmp(text.ptr + at, "—", 3) == 0))
		return 3;
	if (c == '-' && blank && left > 1 && text.ptr[at + 1] == ' ')
		return 1;
	return c == '*' && left > 2 && text.ptr[at + 1] == '*' && is_space(text.ptr[at + 2]) && !blank
	               ? 2
	               : 0;
}

/* "from" or "to": one of a pair. */
static enum field weak_field(redline_bytes words)
{
	for (const struct lang_label_pair *p = lang_label_pairs; p->present; p++) {
		if (starts_with(words, p->present) == words.len)
			return FIELD_PRESENT;
		if (starts_with(words, p->proposed) == words.len)
			return FIELD_PROPOSED;
	}
	return FIELD_NONE;
}

bool beside_is_pair(redline_bytes present, redline_bytes proposed)
{
	for (const struct lang_label_pair *p = lang_label_pairs; p->present; p++)
		if (starts_with(present, p->present) == present.len &&
		    starts_with(proposed, p->proposed) == proposed.len)
			return true;
	return false;
}

static bool is_one_word(redline_bytes words)
{
	size_t i = 0;
	while (i < words.len && !is_space(words.ptr[i]))
		i++;
	return words.len > 0 && i == words.len;
}

/* The label before the sign; of no field if there is none. */
static void read_label(const struct reading_run *r, redline_range words, uint32_t sign, bool colon,
                       struct label *out)
{
	redline_bytes const text = r->s->text;
	redline_range const aside = aside_before(text, words.begin, sign);
	redline_range const found =
		beside_label(text, before_sign(text, words.begin, aside.begin));
	bool const on_line = begins_line(text, words.begin, found.begin);
	bool const bare = !colon && (text.ptr[sign] == '*') &&
	                  (found.begin < 2 || text.ptr[found.begin - 1] != '*');
	bool const begins = on_line || (found.begin > words.begin + 1 &&
	                                beside_among(".!?", text.ptr[found.begin - 2]));
	*out = (struct label){.field = FIELD_NONE,
	                      .begin = found.begin,
	                      .on_line = on_line,
	                      .words = bytes_in(text, found),
	                      .aside = {aside.begin + 1, aside.end}};
	if (range_len(aside))
		out->aside.end--;
	else
		out->aside = (redline_range){sign, sign};
	if (!range_len(found) || (!colon && !begins) || bare)
		return;
	out->one_word = is_one_word(out->words);
	out->field = beside_field(out->words);
	out->dashed = !colon;
	if (!colon && out->one_word && !(lexer_lang(r->lexer)->solid && out->words.len >= SOLID_BYTES))
		out->field = FIELD_NONE; /* "Draft – 5 May" */
	out->weak = out->field == FIELD_NONE && colon;
	if (out->weak)
		out->field = weak_field(out->words);
}

bool beside_next_label(const struct reading_run *r, redline_range words, bool weak,
                       struct label *out)
{
	redline_bytes const text = r->s->text;
	for (uint32_t at = words.begin;; at++) {
		bool colon;
		at = bytes_past_prose(text, at, words.end);
		if (at >= words.end)
			return false;
		unsigned const size = sign_at(text, words, at, &colon);
		if (!size)
			continue;
		uint32_t const q = quotes_from(&r->quotes, at);
		if (q < r->quotes.count && r->quotes.at[q].outer.begin <= at)
			continue;
		read_label(r, words, at, colon, out);
		if (out->field == FIELD_NONE || (out->weak && !weak))
			continue;
		out->end = at + size;
		while (out->end < words.end && beside_among("*_", text.ptr[out->end]))
			out->end++;
		while (out->end + 3 <= words.end && memcmp(text.ptr + out->end, "—", 3) == 0)
			out->end += 3; /* Chinese has two of them */
		return true;
	}
}

/* What the last one to three words before a colon would be as a label. */
static enum field field_behind(redline_bytes text, redline_range words, uint32_t colon)
{
	uint32_t at = colon;
	for (unsigned n = 0; n < 3 && at > words.begin; n++) {
		while (at > words.begin && is_space(text.ptr[at - 1]))
			at--;
		while (at > words.begin && !is_space(text.ptr[at - 1]))
			at--;
		redline_bytes const label = bytes_in(text, (redline_range){at, colon});
		enum field const field = beside_field(label);
		if (field == FIELD_PRESENT || field == FIELD_PROPOSED)
			return field;
		enum field const weak = weak_field(label);
		if (weak != FIELD_NONE)
			return weak;
	}
	return FIELD_NONE;
}

/* A pair has two labels, and most words have no second colon. */
static bool has_two_colons(redline_bytes words)
{
	const char *colon = words.len ? memchr(words.ptr, ':', words.len) : NULL;
	size_t const behind = colon ? (size_t)(colon + 1 - words.ptr) : words.len;
	return behind < words.len && memchr(words.ptr + behind, ':', words.len - behind);
}

bool beside_hides_pair(const struct reading_run *r, redline_range words)
{
	redline_bytes const text = r->s->text;
	bool present = false;
	if (!has_two_colons(bytes_in(text, words)))
		return false;
	for (uint32_t at = words.begin; at < words.end; at++) {
		const char *colon = memchr(text.ptr + at, ':', words.end - at);
		if (!colon)
			return false;
		at = (uint32_t)(colon - text.ptr);
		enum field const field = field_behind(text, words, at);
		if (field == FIELD_PROPOSED && present)
			return true;
		present |= field == FIELD_PRESENT;
	}
	return false;
}
