/*
 * envelope.c -- see envelope.h.
 *
 * A line of the head names the speaker if it says that it is a statement (a
 * submission, a proposal ...) or gives a key ("Author: Japan"), and one party
 * or a few are named in it.  The first date written out is the date.
 */
#include "envelope.h"

#include "base/bytes.h"
#include "listed.h"
#include "speaker_lead.h"
#include "turn_stamp.h"

#define HEAD_BLOCKS 10
#define HEAD_BYTES  600u

/* ---- dates ---- */

static bool read_number(redline_bytes t, size_t *at, size_t most, unsigned *out)
{
	size_t i = *at;
	unsigned n = 0;
	while (i < t.len && i - *at < most && is_digit(t.ptr[i]))
		n = n * 10 + (unsigned)(t.ptr[i++] - '0');
	if (i == *at || (i < t.len && is_digit(t.ptr[i])))
		return false;
	*at = i;
	*out = n;
	return true;
}

static void skip_date_gap(redline_bytes t, size_t *at)
{
	while (*at < t.len && (is_space(t.ptr[*at]) || t.ptr[*at] == ',' || t.ptr[*at] == '.'))
		++*at;
}

static int read_month(redline_bytes t, size_t *at, const struct lang *lang)
{
	int best = 0;
	size_t len = 0;
	for (size_t i = 0; i < lang->month_count; i++) {
		redline_bytes const name = bytes_of(lang->months[i].name);
		if (name.len <= len || t.len - *at < name.len)
			continue;
		bool const ends = *at + name.len == t.len || !is_alpha(t.ptr[*at + name.len]);
		if (ends && bytes_equal_nocase((redline_bytes){t.ptr + *at, name.len}, name)) {
			best = lang->months[i].number;
			len = name.len;
		}
	}
	*at += len;
	return best;
}

static bool valid_date(unsigned y, unsigned m, unsigned d)
{
	return y >= 1900 && y <= 2199 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/* "2020-11-18", "18 November 2020", "November 18, 2020" at `at`. */
static bool date_at(redline_bytes t, size_t at, const struct lang *lang, unsigned ymd[3])
{
	size_t i = at;
	unsigned n;
	if (read_number(t, &i, 4, &n)) {
		if (i < t.len && t.ptr[i] == '-' && n >= 1900) {
			ymd[0] = n;
			i++;
			if (!read_number(t, &i, 2, &ymd[1]) || i >= t.len || t.ptr[i] != '-')
				return false;
			i++;
			return read_number(t, &i, 2, &ymd[2]) && valid_date(ymd[0], ymd[1], ymd[2]);
		}
		ymd[2] = n;
		if (i + 2 <= t.len && is_alpha(t.ptr[i]))
			i += 2; /* 18th */
		skip_date_gap(t, &i);
		ymd[1] = (unsigned)read_month(t, &i, lang);
		if (!ymd[1])
			return false;
	} else {
		ymd[1] = (unsigned)read_month(t, &i, lang);
		if (!ymd[1])
			return false;
		skip_date_gap(t, &i);
		if (!read_number(t, &i, 2, &ymd[2]))
			return false;
		if (i + 2 <= t.len && is_alpha(t.ptr[i]))
			i += 2;
	}
	skip_date_gap(t, &i);
	return read_number(t, &i, 4, &ymd[0]) && valid_date(ymd[0], ymd[1], ymd[2]);
}

static bool is_quoted(const struct quotes *quotes, uint32_t at)
{
	uint32_t const q = quotes_from(quotes, at);
	return q < quotes->count && quotes->at[q].outer.begin <= at;
}

/* Of new wording, which says when an act begins, it is none of the statement. */
static redline_bytes find_date(redline_bytes text, redline_range head, const struct quotes *quotes,
                               const struct lang *lang, struct arena *a)
{
	redline_bytes const t = bytes_in(text, head);
	for (size_t i = 0; i < t.len; i++) {
		bool const starts = i == 0 || (!is_alpha(t.ptr[i - 1]) && !is_digit(t.ptr[i - 1]));
		if (!starts || (!is_digit(t.ptr[i]) && !is_alpha(t.ptr[i])))
			continue;
		unsigned ymd[3] = {0};
		if (!date_at(t, i, lang, ymd) || is_quoted(quotes, head.begin + (uint32_t)i))
			continue;
		char *out = arena_alloc(a, 11);
		if (!out)
			break;
		unsigned const y = ymd[0];
		char const iso[11] = {(char)('0' + y / 1000),
		                      (char)('0' + y / 100 % 10),
		                      (char)('0' + y / 10 % 10),
		                      (char)('0' + y % 10),
		                      '-',
		                      (char)('0' + ymd[1] / 10),
		                      (char)('0' + ymd[1] % 10),
		                      '-',
		                      (char)('0' + ymd[2] / 10),
		                      (char)('0' + ymd[2] % 10),
		                      '\0'};
		memcpy(out, iso, sizeof iso);
		return (redline_bytes){out, 10};
	}
	return (redline_bytes){0};
}

/* ---- parties ---- */

static void add_party(struct envelope *e, const struct lang_party *party)
{
	redline_bytes const name = bytes_of(party->name);
	for (unsigned i = 0; i < e->party_count; i++)
		if (bytes_equal(e->parties[i], name))
			return;
	if (e->party_count == sizeof e->parties / sizeof e->parties[0])
		return;
	e->organs |= (unsigned)(party->kind == PARTY_ORGAN) << e->party_count;
	e->parties[e->party_count++] = name;
}

static void parties_in(struct envelope *e, const struct lexer *lexer, redline_bytes text,
                       redline_range body)
{
	bool starts = true;
	for (uint32_t at = body.begin; at < body.end;) {
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		uint32_t len = 0;
		int const party =
			starts ? lex_party(lexer, text, (redline_range){at, body.end}, &len) : -1;
		if (party >= 0) {
			add_party(e, &lang_parties[party]);
			at += len;
			starts = false;
			continue;
		}
		starts = !is_word_char(cp);
		at += size;
	}
}

static bool names_speaker(const struct lang *lang, redline_bytes line, const redline_block *b)
{
	return (b->kind == REDLINE_HEADING && line.len < 60) ||
	       speaker_heads(lang, line);
}

/* The chair is thanked, not speaking. */
static void drop_organs(struct envelope *e)
{
	if (e->party_count < 2)
		return;
	unsigned kept = 0;
	for (unsigned i = 0; i < e->party_count; i++) {
		if (!(e->organs >> i & 1))
			e->parties[kept++] = e->parties[i];
	}
	e->party_count = kept ? kept : e->party_count;
}

/* A title that says whose statement it is, or only seems to: "Comments on Japan's proposal". */
static bool title_in(struct envelope *e, struct arena *a, struct lexer *lexer, redline_bytes text,
                     redline_range head, const struct quotes *quotes)
{
	struct speaker_lead lead;
	if (!speaker_title_read(&lead, lexer, a, text, head, quotes))
		return false;
	if (!lead.unclear || !speaker_heads(lexer_lang(lexer), bytes_in(text, head)))
		parties_in(e, lexer, text, head);
	if (lead.count && lead.count < e->party_count) {
		memcpy(e->parties, lead.parties, lead.count * sizeof *e->parties);
		e->party_count = lead.count;
		e->organs = 0;
	}
	return true;
}

bool envelope_read(struct envelope *out, struct arena *a, struct lexer *lexer,
                   const redline_draft *layout, const struct quotes *quotes,
                   const struct letter *letter)
{
	*out = (struct envelope){0};
	redline_bytes const text = redline_draft_text(layout);
	const redline_block *blocks = redline_draft_blocks(layout);
	uint32_t seen = 0;
	for (uint32_t i = 0; i < redline_draft_count(layout) && seen < HEAD_BLOCKS; i++) {
		if (blocks[i].kind == REDLINE_BLANK)
			continue;
		seen++;
		redline_range head = blocks[i].body;
		if (range_len(blocks[i].label) && blocks[i].label.begin < head.begin)
			head.begin = blocks[i].label.begin;
		if (range_len(head) > HEAD_BYTES)
			head.end = head.begin + HEAD_BYTES;
		redline_bytes const line = bytes_in(text, head);
		if (listed_within(lexer_lang(lexer)->requests, line) ||
		    listed_within(lexer_lang(lexer)->no_titles, line))
			break;
		if (!out->date.len)
			out->date = find_date(text, head, quotes, lexer_lang(lexer), a);
		bool const mail = head.begin < letter->head.end || letter->several;
		if (!mail && !out->party_count && range_len(blocks[i].body) < HEAD_BYTES &&
		    names_speaker(lexer_lang(lexer), line, &blocks[i])) {
			out->title = i;
			if (!title_in(out, a, lexer, text, head, quotes))
				return false;
		}
	}
	drop_organs(out);
	if (!out->party_count && letter->count) {
		memcpy(out->parties, letter->parties, sizeof out->parties);
		out->party_count = letter->count;
	}
	out->blocks = seen;
	return true;
}

unsigned envelope_parties_of(const struct lexer *lexer, redline_bytes text, redline_range body,
                             redline_bytes parties[], unsigned most, uint32_t *after)
{
	unsigned count = 0;
	uint32_t at = turn_stamp_end(text, body);
	*after = body.begin;
	while (at < body.end && count < most) {
		uint32_t len = 0;
		redline_bytes const rest = bytes_in(text, (redline_range){at, body.end});
		uint32_t const joint = (uint32_t)listed_start(lexer_lang(lexer)->joints, rest);
		if (joint) {
			at += joint;
			continue;
		}
		if (is_blank(text.ptr[at]) || text.ptr[at] == ',' || text.ptr[at] == '*' ||
		    text.ptr[at] == '/' || text.ptr[at] == '+' || text.ptr[at] == '&' ||
		    (text.ptr[at] == '[' && !count)) {
			at++;
			continue;
		}
		int const party = lex_party(lexer, text, (redline_range){at, body.end}, &len);
		if (party < 0)
			break;
		parties[count++] = bytes_of(lang_parties[party].name);
		at += len;
	}
	while (at < body.end &&
	       (text.ptr[at] == '*' || text.ptr[at] == ']' || is_blank(text.ptr[at])))
		at++;
	uint32_t const colon = bytes_colon(text, at, body.end);
	if (at < body.end && !colon)
		return 0;
	at += colon;
	while (at < body.end && (text.ptr[at] == '*' || is_blank(text.ptr[at])))
		at++;
	*after = at;
	return count;
}
