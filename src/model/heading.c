/*
 * heading.c -- see heading.h.
 *
 * First what takes the marks off a heading, then the three kinds of it, last
 * the levels.  A plain line longer than HEADING_MAX bytes is never looked at,
 * so that the cost of judging a line has a bound.
 */
#include "model/heading.h"

#include <unictype.h>

#include "base/bytes.h"
#include "model/numbered.h"

#define HEADING_MAX 200u  /* bytes of a line that is a heading by its looks */
#define CAPITALS_MIN 3u   /* letters that make a line one in capitals */

/* The range without blanks at its ends. */
static redline_range trim(redline_bytes text, redline_range r)
{
	r.begin = line_skip_blanks(text, r.begin, r.end);
	return range_trim(text, r);
}

static bool wrapped_in(redline_bytes text, redline_range r, redline_bytes open, redline_bytes close)
{
	redline_bytes const inside = bytes_in(text, r);
	if (inside.len <= open.len + close.len)
		return false;
	redline_bytes const tail = {inside.ptr + inside.len - close.len, close.len};
	if (!bytes_start(inside, open) || !bytes_equal(tail, close))
		return false;
	/* "**a** and **b**" is not one thing in bold. */
	for (size_t i = open.len; i + close.len < inside.len; i++) {
		if (!memcmp(inside.ptr + i, close.ptr, close.len))
			return false;
	}
	return true;
}

/* Takes off what is wrapped round the whole of a heading; true if anything was. */
static bool unwrap(redline_bytes text, redline_range *r)
{
	redline_bytes const pairs[][2] = {
		{BYTES("**"), BYTES("**")},
		{BYTES("__"), BYTES("__")},
		{BYTES("\xE3\x80\x90"), BYTES("\xE3\x80\x91")},
	};
	bool any = false;
	char const first = r->begin < r->end ? text.ptr[r->begin] : '\0';
	if (first != '*' && first != '_' && first != '\xE3') /* as of nearly all lines */
		return false;
	for (unsigned round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
			if (!wrapped_in(text, *r, pairs[i][0], pairs[i][1]))
				continue;
			r->begin += (uint32_t)pairs[i][0].len;
			r->end -= (uint32_t)pairs[i][1].len;
			*r = trim(text, *r);
			any = true;
		}
	}
	return any;
}

static enum heading_rank rank_of(redline_bytes text, const struct label *label)
{
	char const first = text.ptr[label->range.begin];
	switch (label->unit) {
	case REDLINE_LABEL_ANNEX:
		return HEADING_ANNEX;
	case REDLINE_LABEL_CHAPTER:
		return to_lower(first) == 'c' ? HEADING_CHAPTER : HEADING_PART;
	case REDLINE_LABEL_SECTION:
		return first == '\xC2' ? HEADING_ARTICLE : HEADING_CAPITALS;
	case REDLINE_LABEL_PLAIN:
		return HEADING_LETTER;
	default:
		return HEADING_ARTICLE;
	}
}

/* Splits the words of a heading into label and body. */
static void read_words(struct heading *h, redline_bytes text, redline_range words, bool in_heading)
{
	h->body = words;
	h->rank = HEADING_OTHER;
	h->labelled = label_scan(&h->label, text, words.begin, words.end, in_heading);
	if (!h->labelled)
		return;
	h->body.begin = h->label.body;
	h->rank = (uint8_t)rank_of(text, &h->label);
}

bool heading_marked(struct heading *out, redline_bytes text, const struct line *line)
{
	uint8_t level = 0;
	uint32_t at = line->at, end = line->end;
	for (; at < end && level < 7 && text.ptr[at] == '#'; at++)
		level++;
	if (level < 1 || level > 6 || (at < end && !line_blank_at(text, at, end)))
		return false;
	uint32_t close = end;
	while (close > at && text.ptr[close - 1] == '#')
		close--;
	if (close < end && is_blank(text.ptr[close - 1]))
		end = close;
	redline_range words = trim(text, (redline_range){at, end});
	(void)unwrap(text, &words);
	*out = (struct heading){.marked = level};
	read_words(out, text, words, true);
	if (!out->labelled && numbered_scan_title(&out->label, text, words)) {
		out->labelled = out->titled = true;
		out->body.begin = out->label.body;
	}
	return true;
}

/* The line ends as a sentence does, so it is no title. */
static bool ends_sentence(redline_bytes text, redline_range r)
{
	unsigned size;
	if (r.begin >= r.end)
		return false;
	switch (utf8_before(text, r.end, &size)) {
	case '.':
	case ',':
	case ';':
	case ':':
	case 0x3002: /* and those of full width */
	case 0xFF0C:
	case 0xFF1A:
	case 0xFF1B:
		return true;
	default:
		return false;
	}
}

bool heading_underlined(struct heading *out, redline_bytes text, const struct line *line,
                        char underline)
{
	if (line->end - line->at > HEADING_MAX)
		return false;
	redline_range words = {line->at, line->end};
	(void)unwrap(text, &words);
	*out = (struct heading){.marked = underline == '=' ? 1 : 2};
	read_words(out, text, words, true);
	return underline == '=' || !ends_sentence(text, out->body);
}

static bool is_small(uint32_t cp)
{
	return cp < 0x80 ? is_lower((char)cp) : uc_is_property_lowercase(cp);
}

static bool is_capital(uint32_t cp)
{
	return cp < 0x80 ? is_upper((char)cp) : uc_is_property_uppercase(cp);
}

/* At least a few letters, all of them capitals. */
static bool in_capitals(redline_bytes text, redline_range r)
{
	uint32_t capitals = 0;
	for (uint32_t at = r.begin; at < r.end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		if (is_small(cp))
			return false;
		if (is_capital(cp))
			capitals++;
		at += size;
	}
	return capitals >= CAPITALS_MIN;
}

/* "E. Capacity-building", "II. Threats": a capital numeral, a full stop, a title. */
static bool is_lettered_title(redline_bytes text, const struct heading *h)
{
	const struct label *l = &h->label;
	if (l->dress != REDLINE_DOT)
		return false;
	bool const upper = ordinal_reads(&l->ordinal, REDLINE_UPPER_ALPHA) ||
	                   ordinal_reads(&l->ordinal, REDLINE_UPPER_ROMAN);
	return upper && !is_lower(text.ptr[h->body.begin]);
}

static bool is_worded(const struct label *l)
{
	return l->unit >= REDLINE_LABEL_ARTICLE && l->unit != REDLINE_LABEL_NOTE;
}

/* Of a line with a label: is it a heading by its label and title? */
static bool labelled_plain(struct heading *h, redline_bytes text, bool bold, bool *alone,
                           bool *listed)
{
	const struct label *l = &h->label;
	if (is_worded(l)) {
		if (l->strength == LABEL_PROSE)
			return false;
		*alone = l->strength != LABEL_ALONE;
		return true;
	}
	bool const listable = l->dress == REDLINE_DOT || l->dress == REDLINE_BARE;
	if (!listable || l->unit != REDLINE_LABEL_PLAIN || !range_len(h->body))
		return false;
	*listed = !bold;
	return bold || is_lettered_title(text, h) || in_capitals(text, h->body);
}

/* A line in brackets or quotation marks is what somebody else says there, and no title. */
static bool is_set_off(redline_bytes text, redline_range words)
{
	static const char *const opening[] = {"[", "(", "\"", "“", "„", "«", NULL};
	redline_bytes const line = bytes_in(text, words);
	unsigned i = 0;
	while (opening[i] && !bytes_start(line, bytes_of(opening[i])))
		i++;
	return opening[i] != NULL;
}

bool heading_plain(struct heading *out, redline_bytes text, const struct line *line,
                   bool *alone, bool *listed)
{
	if (line->end - line->at > HEADING_MAX)
		return false;
	redline_range words = {line->at, line->end};
	bool const bold = unwrap(text, &words);
	*out = (struct heading){0};
	*alone = true;
	*listed = false;
	read_words(out, text, words, false);
	if (ends_sentence(text, out->body))
		return false;
	if (out->labelled)
		return labelled_plain(out, text, bold, alone, listed);
	if (bold || is_set_off(text, words) || !in_capitals(text, words))
		return bold;
	out->rank = HEADING_CAPITALS;
	return true;
}

/* ---- levels ---- */

static uint8_t open_level(struct heading_levels *levels, uint8_t level, uint8_t rank, bool marked)
{
	while (levels->depth && levels->open[levels->depth - 1].level >= level)
		levels->depth--;
	uint32_t const i = levels->depth++;
	levels->open[i].level = level;
	levels->open[i].rank = rank;
	levels->open[i].marked = marked;
	return level;
}

uint8_t heading_level(struct heading_levels *levels, const struct heading *h, uint8_t *numeral)
{
	uint8_t rank = h->rank;
	*numeral = REDLINE_NO_NUMERAL;
	if (h->labelled) {
		*numeral = (uint8_t)ordinal_choose(&levels->last, &h->label.ordinal);
		levels->last = h->label.ordinal;
		if (rank == HEADING_LETTER && *numeral == REDLINE_UPPER_ROMAN)
			rank = HEADING_ROMAN;
	}
	if (h->marked)
		return open_level(levels, h->marked, rank, true);
	/* An annex is in nothing; others are in what outranks them and in marked headings. */
	uint32_t depth = levels->depth;
	while (depth && (rank == HEADING_ANNEX ||
	                 (!levels->open[depth - 1].marked && levels->open[depth - 1].rank >= rank)))
		depth--;
	uint8_t const above = depth ? levels->open[depth - 1].level : 0;
	return open_level(levels, above < 6 ? (uint8_t)(above + 1) : 6, rank, false);
}
