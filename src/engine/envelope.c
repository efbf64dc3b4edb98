/*
 * envelope.c -- see envelope.h.
 *
 * A line of the head names the speaker if it says that it is a statement (a
 * submission, a proposal ...) or gives a key ("Author: Japan"), and one party
 * or a few are named in it.  The first date written out is the date.
 */
#include "envelope.h"

#include "base/bytes.h"

#define HEAD_BLOCKS 10
#define HEAD_BYTES  600u

static bool has_word(redline_bytes text, const char *word)
{
	redline_bytes const want = bytes_of(word);
	for (size_t i = 0; i + want.len <= text.len; i++)
		if (bytes_equal_nocase((redline_bytes){text.ptr + i, want.len}, want) &&
		    (i == 0 || !is_alpha(text.ptr[i - 1])))
			return true;
	return false;
}

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

static redline_bytes find_date(redline_bytes t, const struct lang *lang, struct arena *a)
{
	for (size_t i = 0; i < t.len; i++) {
		bool const starts = i == 0 || (!is_alpha(t.ptr[i - 1]) && !is_digit(t.ptr[i - 1]));
		if (!starts || (!is_digit(t.ptr[i]) && !is_alpha(t.ptr[i])))
			continue;
		unsigned ymd[3] = {0};
		if (!date_at(t, i, lang, ymd))
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

static void add_party(struct envelope *e, redline_bytes name)
{
	for (unsigned i = 0; i < e->party_count; i++)
		if (bytes_equal(e->parties[i], name))
			return;
	if (e->party_count < sizeof e->parties / sizeof e->parties[0])
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
			add_party(e, bytes_of(lang_parties[party].name));
			at += len;
			starts = false;
			continue;
		}
		starts = !is_word_char(cp);
		at += size;
	}
}

static bool names_speaker(redline_bytes line, const redline_block *b)
{
	static const char *const words[] = {
		"statement",  "intervention",      "submission",    "comments",
		"remarks",    "proposal",          "proposals",     "amendments",
		"delegation", "proposer",          "author",        "submitted",
		"from:",      "speaker",           "on behalf of",  "delivered",
		"ambassador", "permanent mission", "written input", NULL};
	if (b->kind == REDLINE_HEADING && line.len < 60)
		return true;
	for (unsigned i = 0; words[i]; i++)
		if (has_word(line, words[i]))
			return true;
	return false;
}

/* The chair is thanked, not speaking. */
static void drop_organs(struct envelope *e)
{
	static const char *const organs[] = {"Chair",      "Co-Chairs",   "Vice-Chair",
	                                     "President",  "Secretariat", "Bureau",
	                                     "Rapporteur", "Facilitator", NULL};
	if (e->party_count < 2)
		return;
	unsigned kept = 0;
	for (unsigned i = 0; i < e->party_count; i++) {
		bool organ = false;
		for (unsigned k = 0; organs[k]; k++)
			organ |= bytes_equal(e->parties[i], bytes_of(organs[k]));
		if (!organ)
			e->parties[kept++] = e->parties[i];
	}
	e->party_count = kept ? kept : e->party_count;
}

static bool looks_like_instruction(redline_bytes line)
{
	static const char *const words[] = {"replace",  "delete",   "insert",   "strike",
	                                    "proposes", "propose",  "suggests", "substitute",
	                                    "amended",  "supports", NULL};
	for (unsigned i = 0; words[i]; i++)
		if (has_word(line, words[i]))
			return true;
	return false;
}

void envelope_read(struct envelope *out, struct arena *a, const struct lexer *lexer,
                   const redline_draft *layout)
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
		if (looks_like_instruction(line))
			break;
		if (!out->date.len)
			out->date = find_date(line, lexer_lang(lexer), a);
		if (!out->party_count && range_len(blocks[i].body) < HEAD_BYTES &&
		    names_speaker(line, &blocks[i]))
			parties_in(out, lexer, text, head);
	}
	drop_organs(out);
	out->blocks = seen;
}

unsigned envelope_parties_of(const struct lexer *lexer, redline_bytes text, redline_range body,
                             redline_bytes parties[], unsigned most, uint32_t *after)
{
	unsigned count = 0;
	uint32_t at = body.begin;
	*after = body.begin;
	while (at < body.end && count < most) {
		uint32_t len = 0;
		redline_bytes const rest = bytes_in(text, (redline_range){at, body.end});
		if (bytes_start(rest, BYTES("and "))) {
			at += 4;
			continue;
		}
		if (bytes_start(rest, BYTES("The ")) || bytes_start(rest, BYTES("the "))) {
			at += 4;
			continue;
		}
		if (is_blank(text.ptr[at]) || text.ptr[at] == ',' || text.ptr[at] == '*' ||
		    text.ptr[at] == '/' || text.ptr[at] == '[' || text.ptr[at] == '&') {
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
	if (at < body.end && text.ptr[at] != ':')
		return 0;
	if (at < body.end)
		at++;
	while (at < body.end && (text.ptr[at] == '*' || is_blank(text.ptr[at])))
		at++;
	*after = at;
	return count;
}
