/*
 * pairs.c -- see pairs.h.
 *
 * A sheet is a draft cut at its blank lines; most of what happens to drafts
 * happens to one of its pieces.
 */
#define _POSIX_C_SOURCE 200809L

#include "pairs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECES = 48, PATH_SIZE = 1024 };

/* ---- chance ---- */

/* xorshift64 */
uint32_t pairs_chance(struct pairs *p, uint32_t below)
{
	p->state ^= p->state << 13;
	p->state ^= p->state >> 7;
	p->state ^= p->state << 17;
	return (uint32_t)(p->state >> 32) % below;
}

#define chance pairs_chance

#define ANY_OF(p, table) (table)[chance((p), sizeof(table) / sizeof *(table))]

uint64_t pairs_seed(void)
{
	const char *given = getenv("REDLINE_SEED");
	uint64_t const seed = given ? strtoull(given, NULL, 10) : 20201118;
	return seed ? seed : 1;
}

/* ---- words ---- */

static const char *const english[] = {
	"states", "the", "national", "of", "bodies", "capacity-building", "and", "to", "measures",
	"in", "effective", "a", "programmes", "norms", "voluntary", "within", "shared", "resources",
	"cooperation", "for", "stable", "threats", "dialogue", "training", "gender", "digital", "don't",
	"with", "incidents", "response", "by", "points", "contact", "on", "critical", "the", "of",
	"which", "shall", "may", "encourage", "implement", "and",
};
static const char *const numbers[] = {
	"A/79/214", "41(b)", "18 November 2020", "paragraph 3", "paragraphs 2 and 4", "1,000.5",
	"12:30", "2020-11-18", "5 %", "5%", "Rev.1", "[^1]", "[^2]", "9(1)(ii)", "Article 5",
	"S/RES/1325 (2000)", "12", "58-60", "para. 4",
};
static const char *const french[] = {
	"\u00e9tats", "e\u0301tats", "le", "de", "la", "coop\u00e9ration", "l'annexe", "du",
	"caf\u00e9", "cafe\u0301", "na\u00efve", "paragraphe 3", "\u00fcber", "\u00ab",
	"\u00bb", "\u00f1", "n\u0303",
};
static const char *const russian[] = {
	"\u0433\u043e\u0441\u0443\u0434\u0430\u0440\u0441\u0442\u0432\u0430", "\u0438", "\u0432",
	"\u043c\u0435\u0440\u044b", "\u043f\u0443\u043d\u043a\u0442 3", "\u0439\u043e\u0434",
	"\u0438\u0306\u043e\u0434", "\u041c\u0435\u0440\u044b",
};
static const char *const arabic[] = {
	"\u0627\u0644\u062f\u0648\u0644", "\u0641\u064a", "\u0648",
	"\u0627\u0644\u0641\u0642\u0631\u0629 3", "\u062a\u064e\u062f\u0627\u0628\u064a\u0631", "\u0645\u0646", "\u200f",
};
static const char *const chinese[] = {
	"\u56fd\u5bb6", "\u7684", "\u63aa\u65bd", "\u548c", "\u80fd\u529b\u5efa\u8bbe", "\uff0c",
	"\u3002", "\u7b2c3\u6bb5", "\u4e86", "\u56fd", "\u5bb6", "\u3000",
};
static const char *const asian[] = {
	"\u56fd\u306f", "\u63aa\u7f6e\u3092", "\u30b3\u30f3\u30d4\u30e5\u30fc\u30bf", "\u3002",
	"\u304c", "\u304b\u3099", "\u0e1b\u0e23\u0e30\u0e40\u0e17\u0e28", "\ud55c\uad6d",
	"\u1112\u1161\u11ab\u1100\u116e\u11a8",
};
static const char *const marks[] = {
	",", ",", ",", ".", ";", ":", "(", ")", "\"", "\u201c", "\u201d", "*", "**", "_", "-", "--",
	"\u2014", "...", "|", "[", "]", "/", "!", "?", "%", "'", "\u2019", "{", "}", "<", ">", "~",
	"\u0301", "\u200b", "\u00a0", "\u00ad", "\U0001F600", "\\", "`",
};

enum script { ENGLISH, NUMBERS, FRENCH, RUSSIAN, ARABIC, CHINESE, ASIAN, MARKS, SCRIPTS };

static const char *word_of(struct pairs *p, enum script script)
{
	switch (script) {
	case NUMBERS:
		return ANY_OF(p, numbers);
	case FRENCH:
		return ANY_OF(p, french);
	case RUSSIAN:
		return ANY_OF(p, russian);
	case ARABIC:
		return ANY_OF(p, arabic);
	case CHINESE:
		return ANY_OF(p, chinese);
	case ASIAN:
		return ANY_OF(p, asian);
	case MARKS:
		return ANY_OF(p, marks);
	default:
		return ANY_OF(p, english);
	}
}

/* Words of one script, now and then one of another. */
static const char *any_word(struct pairs *p, enum script script)
{
	uint32_t const other = chance(p, 24);
	return word_of(p, other < SCRIPTS ? (enum script)other : script);
}

static bool is_spaced(enum script script)
{
	return script != CHINESE && script != ASIAN;
}

static void add_words(struct pairs *p, struct text *out, uint32_t count)
{
	enum script const script = chance(p, 3) ? ENGLISH : (enum script)chance(p, MARKS);
	for (uint32_t i = 0; i < count; i++) {
		if (i && (is_spaced(script) || chance(p, 8) == 0))
			text_put(out, chance(p, 12) ? " " : "\n");
		text_put(out, any_word(p, script));
		if (chance(p, 8) == 0)
			text_put(out, ANY_OF(p, marks));
	}
	text_put(out, is_spaced(script) ? "." : "\u3002");
}

/* ---- drafts ---- */

static void add_rows(struct pairs *p, struct text *out)
{
	uint32_t const cells = 1 + chance(p, 4);
	for (uint32_t rows = 1 + chance(p, 4), row = 0; row < rows; row++) {
		for (uint32_t i = 0; i < cells; i++) {
			text_put(out, "| ");
			text_put(out, row == 1 ? "---" : any_word(p, ENGLISH));
			for (uint32_t n = row == 1 ? 0 : chance(p, 3); n > 0; n--) {
				text_put(out, " ");
				text_put(out, any_word(p, ENGLISH));
			}
			text_put(out, " ");
		}
		text_put(out, row + 1 < rows ? "|\n" : "|");
	}
}

static void add_list(struct pairs *p, struct text *out)
{
	static const char *const labels[][4] = {
		{"(a)", "(b)", "(c)", "(d)"}, {"(a)(1)", "(2)", "(b)(1)", "(2)"},
		{"(i)", "(ii)", "(iii)", "(iv)"}, {"-", "-", "-", "-"}, {"1)", "2)", "3)", "4)"},
		{"a.", "b.", "c.", "d."},
	};
	const char *const *label = ANY_OF(p, labels);
	const char *indent = chance(p, 2) ? "   " : "";
	for (uint32_t count = 1 + chance(p, 4), i = 0; i < count; i++) {
		text_format(out, "%s%s ", indent, label[i]);
		add_words(p, out, 1 + chance(p, 10));
		if (i + 1 < count)
			text_put(out, chance(p, 4) ? "\n" : "\n\n");
	}
}

/* Something between two blank lines. */
static void add_piece(struct pairs *p, struct text *out, uint32_t number)
{
	static const char *const odd[] = {"***", "---", "```\nverbatim  text\n```", "<!-- note -->",
	                                  "ANNEX I", "|", "- ", "(", ">", "#", "[^1]:"};
	switch (chance(p, 16)) {
	case 0:
		text_format(out, "%s ", chance(p, 2) ? "#" : "### A.");
		add_words(p, out, 1 + chance(p, 5));
		break;
	case 1:
		add_rows(p, out);
		break;
	case 2:
	case 3:
		add_list(p, out);
		break;
	case 4:
		text_format(out, "[^%u]: ", 1 + (unsigned)chance(p, 3));
		add_words(p, out, 1 + chance(p, 12));
		break;
	case 5:
		text_put(out, "> ");
		add_words(p, out, 1 + chance(p, 12));
		break;
	case 6:
		text_put(out, ANY_OF(p, odd));
		break;
	case 7:
		text_format(out, "Article %u. ", (unsigned)number);
		add_words(p, out, 1 + chance(p, 20));
		break;
	case 8:
	case 9:
		add_words(p, out, 1 + chance(p, 30));
		break;
	default:
		text_format(out, "%u. ", (unsigned)number);
		add_words(p, out, 1 + chance(p, 30));
		break;
	}
}

void pairs_draft(struct pairs *p, struct text *out, uint32_t most)
{
	uint32_t number = 1 + chance(p, 60);
	for (uint32_t count = chance(p, most + 1), i = 0; i < count; i++) {
		add_piece(p, out, number++);
		text_put(out, i + 1 < count ? "\n\n" : "\n");
	}
}

/* What decides how a draft is read, and little else. */
static void add_shards(struct pairs *p, struct text *out)
{
	static const char *const shards[] = {
		"1. ", "2. ", "59 bis. ", "4.1 ", "PP1 ", "OP2: ", "Article 5", "(a) ", "(b) ", "(i) ",
		"(ii) ", "(a)(1) ", "a) ", "A. ", "II. ", "# ", "## E. ", "===\n", "---\n", "ANNEX I",
		"- ", "\u2022 ", "[^3]: ", "[^3]", "| a | b |", "a | b\n--|--\n", "```\n", "<!-- ", "-->",
		"> ", ">> ", "\n> ", "text", "The words", "ends.", "says:", " and", "the ", ",", "\n", "\n",
		"\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "  ", "    ", "\u00a0", "\u3000", "\u56fd",
		"\xef\xbb\xbf", "]", "*", "\u00e9", "e\u0301", "\u0301", "41(b)", "5 %", " ", " ", "x", "y",
		"\v", "\f", "\u2028", "\xc2\x85", "\u200b",
	};
	for (uint32_t n = chance(p, 30); n > 0; n--)
		text_put(out, ANY_OF(p, shards));
}

/* ---- real texts ---- */

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void read_real(struct pairs *p, const char *folder, const char *name, const char *file)
{
	char path[PATH_SIZE];
	struct text *out = &p->real[p->real_count];
	if (p->real_count == PAIRS_REAL ||
	    snprintf(path, sizeof path, "%s/%s/%s", folder, name, file) >= PATH_SIZE)
		return;
	if (text_read(out, path) && redline_text_check(text_view(out), NULL) == REDLINE_OK)
		p->real_count++;
	else
		text_release(out);
}

void pairs_begin(struct pairs *p, uint64_t seed)
{
	static const char cases[] = "fixtures/cases";
	struct dirent **entries;
	*p = (struct pairs){.state = seed ? seed : 1};
	int const count = scandir(cases, &entries, visible, alphasort);
	for (int i = 0; i < count; i++) {
		read_real(p, cases, entries[i]->d_name, "draft.md");
		read_real(p, cases, entries[i]->d_name, "old.md");
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	read_real(p, "fixtures", "demo", "draft.md");
}

void pairs_end(struct pairs *p)
{
	for (uint32_t i = 0; i < p->real_count; i++)
		text_release(&p->real[i]);
	text_release(&p->old);
	text_release(&p->now);
}

/* ---- sheets ---- */

struct sheet {
	struct text piece[PIECES];
	uint32_t count;
};

/* A place for a new piece before piece `at`; NULL if the sheet is full. */
static struct text *open_piece(struct sheet *s, uint32_t at)
{
	if (s->count == PIECES)
		return NULL;
	memmove(s->piece + at + 1, s->piece + at, (s->count - at) * sizeof *s->piece);
	s->count++;
	s->piece[at] = (struct text){0};
	text_put(&s->piece[at], "");
	return &s->piece[at];
}

static void close_piece(struct sheet *s, uint32_t at)
{
	text_release(&s->piece[at]);
	s->count--;
	memmove(s->piece + at, s->piece + at + 1, (s->count - at) * sizeof *s->piece);
}

/* Cuts a text at "\n\n"; the last piece takes what doesn't fit. */
static void cut_text(struct sheet *s, redline_bytes text)
{
	size_t begin = 0;
	s->count = 0;
	while (text.len && text.ptr[text.len - 1] == '\n')
		text.len--;
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.ptr[i] != '\n' || text.ptr[i + 1] != '\n' || s->count + 1 == PIECES / 2)
			continue;
		text_add(open_piece(s, s->count), text.ptr + begin, i - begin);
		begin = i + 2;
		i++;
	}
	if (begin < text.len)
		text_add(open_piece(s, s->count), text.ptr + begin, text.len - begin);
}

static void join_pieces(struct text *out, const struct sheet *s, struct pairs *p)
{
	for (uint32_t i = 0; i < s->count; i++) {
		text_add(out, s->piece[i].ptr, s->piece[i].len);
		text_put(out, i + 1 == s->count ? "\n" : chance(p, 40) ? "\n\n" : "\n \n\n");
	}
}

static void drop_pieces(struct sheet *s)
{
	while (s->count)
		close_piece(s, s->count - 1);
}

/* ---- what happens inside a piece ---- */

/* t[begin, end) becomes words. */
static void splice(struct text *t, size_t begin, size_t end, redline_bytes words)
{
	struct text rest = {0};
	text_add(&rest, t->ptr + end, t->len - end);
	t->len = begin;
	text_add(t, words.ptr, words.len);
	text_add(t, rest.ptr, rest.len);
	text_release(&rest);
}

static void splice_word(struct text *t, size_t begin, size_t end, const char *word)
{
	splice(t, begin, end, (redline_bytes){word, strlen(word)});
}

/* The beginning of a character at or after `at`. */
static size_t next_char(const struct text *t, size_t at)
{
	while (at < t->len && ((unsigned char)t->ptr[at] & 0xC0) == 0x80)
		at++;
	return at;
}

static bool is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* A word somewhere: where it begins and ends; empty if there is none. */
static redline_range any_range(struct pairs *p, const struct text *t)
{
	uint32_t end = (uint32_t)t->len, begin = end ? chance(p, end) : 0;
	while (begin > 0 && !is_gap(t->ptr[begin - 1]))
		begin--;
	uint32_t at = begin;
	while (at < end && !is_gap(t->ptr[at]))
		at++;
	return (redline_range){begin, at};
}

static void change_word(struct pairs *p, struct text *t)
{
	redline_range const word = any_range(p, t);
	splice_word(t, word.begin, word.end, any_word(p, ENGLISH));
}

static void drop_words(struct pairs *p, struct text *t)
{
	redline_range word = any_range(p, t);
	for (uint32_t n = chance(p, 4); n > 0; n--)
		while (word.end < t->len && (is_gap(t->ptr[word.end]) || chance(p, 6)))
			word.end++;
	word.end = (uint32_t)next_char(t, word.end);
	splice_word(t, word.begin, word.end, "");
}

static void add_some_words(struct pairs *p, struct text *t)
{
	redline_range const word = any_range(p, t);
	struct text words = {0};
	for (uint32_t n = 1 + chance(p, 4); n > 0; n--) {
		text_put(&words, any_word(p, ENGLISH));
		text_put(&words, chance(p, 9) ? " " : "");
	}
	splice(t, word.begin, word.begin, text_view(&words));
	text_release(&words);
}

static void change_sign(struct pairs *p, struct text *t)
{
	size_t const at = next_char(t, chance(p, (uint32_t)t->len + 1));
	size_t const end = chance(p, 2) && at < t->len ? next_char(t, at + 1) : at;
	splice_word(t, at, end, chance(p, 4) ? ANY_OF(p, marks) : "");
}

static void change_gap(struct pairs *p, struct text *t)
{
	static const char *const gaps[] = {" ", "  ", "\n", "\n    ", "\t", "", "\u00a0", " \n"};
	redline_range const word = any_range(p, t);
	size_t const end = word.end < t->len ? word.end + 1 : word.end;
	splice_word(t, word.end, end, ANY_OF(p, gaps));
}

static void change_case(struct pairs *p, struct text *t)
{
	redline_range const word = any_range(p, t);
	char *c = t->ptr + word.begin;
	if (word.begin == word.end)
		return;
	if (*c >= 'a' && *c <= 'z')
		*c = (char)(*c - 'a' + 'A');
	else if (*c >= 'A' && *c <= 'Z')
		*c = (char)(*c - 'A' + 'a');
}

/* Accents apart from their letters, or on them. */
static void change_form(struct pairs *p, struct text *t)
{
	static const char *const forms[][2] = {
		{"\u00e9", "e\u0301"}, {"\u00f1", "n\u0303"}, {"\u0439", "\u0438\u0306"},
		{"\u304c", "\u304b\u3099"},
		{"\ud55c\uad6d", "\u1112\u1161\u11ab\u1100\u116e\u11a8"},
	};
	for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
		uint32_t const to = chance(p, 2);
		size_t const len = strlen(forms[k][!to]);
		const char *hit = t->len ? strstr(t->ptr, forms[k][!to]) : NULL;
		if (hit)
			splice_word(t, (size_t)(hit - t->ptr), (size_t)(hit - t->ptr) + len, forms[k][to]);
	}
}

/* Numbers at the beginning of lines rise by one. */
static void raise_number(struct pairs *p, struct text *t)
{
	(void)p;
	size_t end = 0;
	char number[16];
	while (end < t->len && end < 6 && t->ptr[end] >= '0' && t->ptr[end] <= '9')
		end++;
	if (!end)
		return;
	snprintf(number, sizeof number, "%lu", strtoul(t->ptr, NULL, 10) + 1);
	splice_word(t, 0, end, number);
}

static void quote(struct pairs *p, struct text *t)
{
	(void)p;
	for (size_t i = t->len; i > 0; i--)
		if (i == 1 || t->ptr[i - 2] == '\n')
			splice_word(t, i - 1, i - 1, "> ");
}

static void put_label(struct pairs *p, struct text *t)
{
	static const char *const labels[] = {"7. ", "(a) ", "(c) ", "- ", "# ", "[^2]: ", "   (i) ",
	                                     "Article 9. ", "\u7b2c\u4e94\u6761 "};
	splice_word(t, 0, 0, ANY_OF(p, labels));
}

static void wrap_piece(struct pairs *p, struct text *t)
{
	struct text out = {0};
	pairs_wrap(p, &out, text_view(t));
	splice(t, 0, t->len, text_view(&out));
	text_release(&out);
}

typedef void inner_edit(struct pairs *p, struct text *t);

static void edit_piece(struct pairs *p, struct sheet *s)
{
	static inner_edit *const edits[] = {
		change_word, change_word, change_word, drop_words, drop_words, add_some_words,
		add_some_words, change_sign, change_sign, change_gap, change_gap, change_case,
		change_form, raise_number, quote, put_label, wrap_piece, wrap_piece,
	};
	inner_edit *edit = ANY_OF(p, edits);
	if (s->count)
		edit(p, &s->piece[chance(p, s->count)]);
}

/* ---- what happens to pieces ---- */

static void move_piece(struct pairs *p, struct sheet *s)
{
	if (s->count < 2)
		return;
	uint32_t const from = chance(p, s->count), to = chance(p, s->count);
	struct text const it = s->piece[from];
	s->count--;
	memmove(s->piece + from, s->piece + from + 1, (s->count - from) * sizeof it);
	memmove(s->piece + to + 1, s->piece + to, (s->count - to) * sizeof it);
	s->piece[to] = it;
	s->count++;
}

static void drop_piece(struct pairs *p, struct sheet *s)
{
	if (s->count)
		close_piece(s, chance(p, s->count));
}

static void add_some_piece(struct pairs *p, struct sheet *s)
{
	struct text *t = open_piece(s, chance(p, s->count + 1));
	if (t)
		add_piece(p, t, 1 + chance(p, 60));
}

static void copy_piece(struct pairs *p, struct sheet *s)
{
	uint32_t const from = s->count ? chance(p, s->count) : 0;
	struct text *t = s->count ? open_piece(s, from) : NULL;
	if (t)
		text_add(t, s->piece[from + 1].ptr, s->piece[from + 1].len);
}

static void split_piece(struct pairs *p, struct sheet *s)
{
	uint32_t const at = s->count ? chance(p, s->count) : 0;
	struct text *behind = s->count ? open_piece(s, at + 1) : NULL;
	if (!behind)
		return;
	struct text *t = &s->piece[at];
	redline_range const word = any_range(p, t);
	if (chance(p, 3) == 0)
		put_label(p, behind);
	text_add(behind, t->ptr + word.begin, t->len - word.begin);
	splice_word(t, word.begin, t->len, "");
	while (t->len && is_gap(t->ptr[t->len - 1]))
		splice_word(t, t->len - 1, t->len, "");
}

static void merge_pieces(struct pairs *p, struct sheet *s)
{
	if (s->count < 2)
		return;
	uint32_t const at = chance(p, s->count - 1);
	text_put(&s->piece[at], chance(p, 2) ? " " : "\n");
	text_add(&s->piece[at], s->piece[at + 1].ptr, s->piece[at + 1].len);
	close_piece(s, at + 1);
}

static void renumber(struct pairs *p, struct sheet *s)
{
	for (uint32_t i = s->count ? chance(p, s->count) : 0; i < s->count; i++)
		raise_number(p, &s->piece[i]);
}

typedef void outer_edit(struct pairs *p, struct sheet *s);

static void edit_sheet(struct pairs *p, struct sheet *s)
{
	static outer_edit *const edits[] = {
		move_piece, move_piece, drop_piece, add_some_piece, add_some_piece, copy_piece,
		split_piece, split_piece, merge_pieces, merge_pieces, renumber, renumber,
	};
	for (uint32_t n = chance(p, 6); n > 0; n--)
		edit_piece(p, s);
	for (uint32_t n = chance(p, 3); n > 0; n--)
		ANY_OF(p, edits)(p, s);
	for (uint32_t n = chance(p, 3); n > 0; n--)
		edit_piece(p, s);
}

/* ---- what happens to a whole text ---- */

static void use_crlf(struct text *t)
{
	for (size_t i = t->len; i > 0; i--)
		if (t->ptr[i - 1] == '\n' && (i == 1 || t->ptr[i - 2] != '\r'))
			splice_word(t, i - 1, i, "\r\n");
}

static void finish_text(struct pairs *p, struct text *t)
{
	if (chance(p, 12) == 0)
		use_crlf(t);
	if (chance(p, 8) == 0)
		while (t->len && (t->ptr[t->len - 1] == '\n' || t->ptr[t->len - 1] == '\r'))
			splice_word(t, t->len - 1, t->len, "");
	if (chance(p, 16) == 0)
		text_put(t, "\n \n");
	if (chance(p, 16) == 0)
		splice_word(t, 0, 0, chance(p, 2) ? "\n" : "\xef\xbb\xbf");
}

/* Where a word ends, or begins, so that a line end or a blank can stand there. */
static bool is_wordlike(char c)
{
	return !is_gap(c) && c != '\r' && c != '\v' && c != '\f' && c != '>';
}

/* White space beyond ASCII, which makes a line that looks empty. */
static bool is_wide_gap(redline_bytes text, size_t at)
{
	static const char *const gaps[] = {"\u00a0", "\u3000", "\u2028", "\xc2\x85"};
	for (size_t k = 0; k < sizeof gaps / sizeof *gaps; k++) {
		size_t const len = strlen(gaps[k]);
		if ((at + len <= text.len && memcmp(text.ptr + at, gaps[k], len) == 0) ||
		    (at > len && memcmp(text.ptr + at - 1 - len, gaps[k], len) == 0))
			return true;
	}
	return false;
}

void pairs_wrap(struct pairs *p, struct text *out, redline_bytes draft)
{
	for (size_t i = 0; i < draft.len; i++) {
		char const c = draft.ptr[i];
		bool const inner = i > 0 && i + 1 < draft.len && is_wordlike(draft.ptr[i - 1]) &&
		                   is_wordlike(draft.ptr[i + 1]) && !is_wide_gap(draft, i + 1);
		if (inner && c == ' ' && chance(p, 6) == 0)
			text_put(out, chance(p, 4) ? "\n" : "\n    ");
		else if (inner && c == '\n' && chance(p, 2))
			text_put(out, " ");
		else
			text_add(out, &c, 1);
	}
}

/* ---- the whole ---- */

static void make_old(struct pairs *p)
{
	uint32_t const source = chance(p, 8);
	if (source < 2 && p->real_count) {
		const struct text *real = &p->real[chance(p, p->real_count)];
		text_add(&p->old, real->ptr, real->len);
	} else if (source < 4) {
		add_shards(p, &p->old);
	} else {
		pairs_draft(p, &p->old, 9);
	}
}

void pairs_edit(struct pairs *p, struct text *out, redline_bytes old)
{
	struct sheet sheet = {0};
	text_put(out, "");
	cut_text(&sheet, old);
	edit_sheet(p, &sheet);
	join_pieces(out, &sheet, p);
	drop_pieces(&sheet);
	finish_text(p, out);
}

void pairs_next(struct pairs *p)
{
	p->seed = p->state;
	p->old.len = p->now.len = 0;
	text_put(&p->old, "");
	text_put(&p->now, "");
	make_old(p);
	if (chance(p, 30) == 0) {
		pairs_draft(p, &p->now, 9);
		finish_text(p, &p->now);
	} else {
		pairs_edit(p, &p->now, text_view(&p->old));
	}
	if (chance(p, 4) == 0)
		finish_text(p, &p->old);
	if (chance(p, 2)) {
		struct text const other = p->old;
		p->old = p->now;
		p->now = other;
	}
}
