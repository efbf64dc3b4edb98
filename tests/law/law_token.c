/*
 * law_token.c -- the laws of tokens, on random texts of words, marks, white space
 * and whatever else Unicode has:
 *
 *   - they ascend, are disjoint, lie within the range, and between them is white
 *     space and nothing else;
 *   - none begins with a combining mark, but at the range's start or after white
 *     space;
 *   - the fast walk finds what the careful one finds, with the hashes of the folded
 *     forms;
 *   - nothing around the range matters;
 *   - canonically equivalent texts have the same hashes in a row; so have texts that
 *     differ in case, if case is folded;
 *   - characters are all there, with nothing but white space between them;
 *   - both ways to make bit masks make the same ones;
 *   - hostile texts cost no more than their length.
 *
 * The seed is printed; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "engine/token.h"
#include "engine/token_fold.h"
#include "engine/token_scan.h"
#include "engine/token_shape.h"
#include "support/text.h"

enum { ROUNDS = 30000, PIECES = 40 };

/* ---- chance ---- */

static uint64_t state;

/* xorshift64 */
static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % below;
}

static void begin_chance(void)
{
	const char *seed = getenv("REDLINE_SEED");
	state = seed ? strtoull(seed, NULL, 10) : 20201118;
	cr_log_info("seed %llu", (unsigned long long)state);
	state = state ? state : 1;
}

static const char *const pieces[] = {
	" ", " ", " ", " ", " ", "\n", "\n> ", "\n\n", "\r\n", "\u00A0", "\u3000",
	"the", "States", "November", "may", "de", "a", "U", "internationalization", "of", "bis",
	"18", "2020", "1", "7", "41(b)", "(iii)", "A/79/214", ", ", ". ", "-", "'", ".", ",", ":",
	"/", "(", ")", "_", "@", "**", "|", "\"", ">", "[^3]", "[^", "]", "\\", "...", "#", "$",
	"\u2019", "\u201C", "\u201D", "\u2014", "\u2010", "\u00AD", "\u200B", "\u200C", "\u200D",
	"\u0301", "\u0323", "\u0338", "\u064B", "\u0651", "\u3099", "\u0E48", "\uFE0F", "\u0345",
	"\u00E9", "d\u00E9cembre", "\u00C9", "\u00D7", "\u00F1", "\u00DF", "\u01C5", "\u1E69",
	"\u0433\u043E\u0434", "\u041C\u0418\u0420", "\u043C\u0430\u044F", "\u0439", "\u0451",
	"\u0627\u0644", "\u0645\u0651", "\u0622", "\u060C", "\u0665", "\u066B",
	"\u4E00", "\u570B\u5BB6", "\u5E74", "11\u6708", "18\u65E5", "2020\u5E741\u67081\u65E5", "\u304C", "\u3042", "\u30C7\u30FC",
	"\u3002", "\uFF0C", "\uFF11", "\uAC00", "\uAC01", "\u1100", "\u1161", "\u11A8",
	"\u0E17\u0E35\u0E48", "\u0E33", "\u0915\u094D", "\u0958", "\u0B4B",
	"\U0001F469", "\U0001F3FD", "\U0001F1EF", "\U0001F1F5", "\u2764", "\u2126", "\u2260", "\uFEFF",
};

static uint32_t random_point(void)
{
	static const uint32_t most[] = {0x80, 0x800, 0x3100, 0x10000, 0x20000, 0x110000};
	for (;;) {
		uint32_t const cp = 1 + chance(most[chance(6)] - 1);
		if (cp < 0xD800 || cp >= 0xE000)
			return cp;
	}
}

static void random_text(struct text *out)
{
	out->len = 0;
	text_put(out, "");
	/* a text is mostly of one sort, so that long stretches of each are met */
	uint32_t const window = chance(3) ? sizeof pieces / sizeof *pieces : 12;
	uint32_t const first = chance((uint32_t)(sizeof pieces / sizeof *pieces) - window + 1);
	uint32_t const wild = chance(4) ? 50 : 2;
	for (uint32_t n = chance(PIECES); n > 0; n--) {
		char bytes[4];
		if (chance(wild) == 0)
			text_add(out, bytes, utf8_put(bytes, random_point()));
		else
			text_put(out, chance(3) ? pieces[first + chance(window)]
			                        : pieces[chance(12)]);
	}
}

/* A place of the text that is not inside a character, at or after `at`. */
static uint32_t random_place(redline_bytes text, uint32_t at)
{
	uint32_t place = at + chance((uint32_t)text.len - at + 1);
	while (place < text.len && ((unsigned char)text.ptr[place] & 0xC0) == 0x80)
		place++;
	return place;
}

static struct token_rules random_rules(void)
{
	return (struct token_rules){.fold_case = !chance(3),
	                            .skip_punctuation = !chance(4),
	                            .quoted = !chance(3)};
}

/* ---- where tokens are ---- */

static bool is_mark(uint32_t cp)
{
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

static bool all_space(redline_bytes text, uint32_t begin, uint32_t end, bool quoted)
{
	while (begin < end) {
		unsigned size;
		uint32_t const cp = utf8_at(text, begin, &size);
		if (!is_space_char(cp) && !(quoted && cp == '>'))
			return false;
		begin += size;
	}
	return true;
}

static const char *law_of_places(redline_bytes text, redline_range range, const struct tokens *t,
                                 const struct token_rules *rules)
{
	uint32_t past = range.begin;
	for (uint32_t i = 0; i < t->count; i++) {
		struct token const token = t->at[i];
		if (token.begin < past || token.length == 0 || token.length > TOKEN_MAX ||
		    token.begin + token.length > range.end)
			return "tokens ascend within the range";
		if (!rules->skip_punctuation && !all_space(text, past, token.begin, rules->quoted))
			return "between tokens is white space";
		unsigned size;
		if (is_mark(utf8_at(text, token.begin, &size)) && token.begin > range.begin &&
		    !is_space_char(utf8_before(text, token.begin, &size)))
			return "no mark is apart from its base";
		past = token.begin + token.length;
	}
	if (!rules->skip_punctuation && !all_space(text, past, range.end, rules->quoted))
		return "behind the last token is white space";
	return NULL;
}

/* ---- the careful way, token by token ---- */

static uint64_t folded_hash(redline_bytes token, const struct token_rules *rules)
{
	struct token_form form;
	cr_assert(token_form_make(&form, token, rules));
	uint64_t const hash = hash_bytes(form.bytes.ptr, form.bytes.len);
	token_form_release(&form);
	return hash;
}

/* Is the next token of t this one?  Takes it. */
static bool next_is(const struct tokens *t, uint32_t *i, redline_bytes text,
                    const struct shape *shape, const struct token_rules *rules)
{
	if (shape->kind == TOKEN_PUNCTUATION && rules->skip_punctuation)
		return true;
	struct token const token = t->at[*i];
	bool const same =
		*i < t->count && token.begin == shape->range.begin &&
		token.length == range_len(shape->range) && token.kind == shape->kind &&
		t->hash[*i] == folded_hash(bytes_in(text, shape->range), rules);
	++*i;
	return same;
}

static const char *law_of_care(redline_bytes text, redline_range range, const struct tokens *t,
                               const struct token_rules *rules)
{
	struct shape_source source = {{text.ptr, range.end}, range.begin, rules->quoted, 0};
	struct shape before = {{0, 0}, TOKEN_WORD, false}, shape;
	uint32_t i = 0, at = range.begin;
	/* a token is held back, as it may be the month of a date */
	while ((at = shape_skip_space(&source, at)) < range.end) {
		bool const hidden =
			before.kind == TOKEN_PUNCTUATION && rules->skip_punctuation;
		shape = shape_at(&source, at, hidden ? (redline_range){0, 0} : before.range);
		if (shape.range.begin == at && range_len(before.range) &&
		    !next_is(t, &i, text, &before, rules))
			return "the fast walk finds what the careful one finds";
		before = shape;
		at = shape.range.end;
	}
	if (range_len(before.range) && !next_is(t, &i, text, &before, rules))
		return "the fast walk finds the last one";
	return i == t->count ? NULL : "the fast walk finds no more";
}

/* The range alone, at the very end of a block of its size, has the same tokens. */
static const char *law_of_ranges(redline_bytes text, redline_range range, const struct tokens *t,
                                 const struct token_rules *rules)
{
	uint32_t const len = range_len(range);
	bool const line_began = range.begin == 0 || text.ptr[range.begin - 1] == '\n' ||
	                        text.ptr[range.begin - 1] == '\r';
	uint32_t const lead = line_began ? 0 : 1;
	char *copy = malloc(len + lead ? len + lead : 1);
	cr_assert_not_null(copy);
	memcpy(copy, "x", lead);
	if (len)
		memcpy(copy + lead, text.ptr + range.begin, len);
	struct tokens alone = {0};
	tokens_add(&alone, (redline_bytes){copy, len + lead}, (redline_range){lead, len + lead},
	           rules);
	bool same = alone.count == t->count;
	for (uint32_t i = 0; same && i < t->count; i++)
		same = alone.hash[i] == t->hash[i] && alone.at[i].length == t->at[i].length &&
		       alone.at[i].begin - lead == t->at[i].begin - range.begin;
	tokens_release(&alone);
	free(copy);
	return same ? NULL : "nothing around the range matters";
}

static void complain(redline_bytes text, redline_range range, const char *broken)
{
	cr_expect(false, "%s: [%u, %u) of \"%.*s\"", broken, range.begin, range.end, (int)text.len,
	          text.ptr);
}

Test(law_token, tokens_keep_the_laws, .timeout = 300)
{
	struct text text = {0};
	struct tokens t = {0};
	begin_chance();
	for (uint32_t round = 0, broken = 0; round < ROUNDS && broken < 10; round++) {
		random_text(&text);
		redline_bytes const view = text_view(&text);
		redline_range range = {0, (uint32_t)text.len};
		if (chance(2)) {
			range.begin = random_place(view, 0);
			range.end = random_place(view, range.begin);
		}
		struct token_rules const rules = random_rules();
		tokens_clear(&t);
		tokens_add(&t, view, range, &rules);
		cr_assert(!t.failed);
		const char *law = law_of_places(view, range, &t, &rules);
		law = law ? law : law_of_care(view, range, &t, &rules);
		law = law ? law : law_of_ranges(view, range, &t, &rules);
		if (law) {
			complain(view, range, law);
			broken++;
		}
	}
	tokens_release(&t);
	text_release(&text);
}

/* ---- what is the same ---- */

static bool same_hashes(redline_bytes a, redline_bytes b, const struct token_rules *rules)
{
	struct tokens s = {0}, t = {0};
	tokens_add(&s, a, (redline_range){0, (uint32_t)a.len}, rules);
	tokens_add(&t, b, (redline_range){0, (uint32_t)b.len}, rules);
	bool same = s.count == t.count;
	for (uint32_t i = 0; same && i < s.count; i++)
		same = s.hash[i] == t.hash[i] && s.at[i].kind == t.at[i].kind &&
		       token_same(a, s.at[i], b, t.at[i], rules, &(bool){false});
	tokens_release(&s);
	tokens_release(&t);
	return same;
}

static redline_bytes normalized(uninorm_t form, redline_bytes text)
{
	size_t len;
	uint8_t *made = u8_normalize(form, (const uint8_t *)text.ptr, text.len, NULL, &len);
	cr_assert(made || text.len == 0);
	return (redline_bytes){(char *)made, made ? len : 0};
}

Test(law_token, equivalent_texts_have_the_same_hashes, .timeout = 300)
{
	struct text text = {0};
	begin_chance();
	for (uint32_t round = 0, broken = 0; round < ROUNDS / 2 && broken < 10; round++) {
		random_text(&text);
		struct token_rules rules = random_rules();
		rules.characters = !chance(4);
		redline_bytes const composed = normalized(UNINORM_NFC, text_view(&text));
		redline_bytes const apart = normalized(UNINORM_NFD, text_view(&text));
		if (!same_hashes(composed, apart, &rules)) {
			complain(composed, (redline_range){0, (uint32_t)composed.len},
			         "equivalent texts have the same hashes");
			broken++;
		}
		rules.fold_case = true;
		for (size_t i = 0; i < apart.len; i++)
			if (chance(2) && is_lower(apart.ptr[i]))
				((char *)(uintptr_t)apart.ptr)[i] = (char)(apart.ptr[i] - 'a' + 'A');
		if (!same_hashes(composed, apart, &rules)) {
			complain(apart, (redline_range){0, (uint32_t)apart.len},
			         "case doesn't matter if it is folded");
			broken++;
		}
		free((void *)(uintptr_t)composed.ptr);
		free((void *)(uintptr_t)apart.ptr);
	}
	text_release(&text);
}

Test(law_token, characters_are_all_there, .timeout = 300)
{
	struct text text = {0};
	struct tokens t = {0};
	begin_chance();
	for (uint32_t round = 0; round < ROUNDS / 4; round++) {
		random_text(&text);
		struct token_rules const rules = {.characters = true, .fold_case = !chance(3)};
		tokens_clear(&t);
		tokens_add(&t, text_view(&text), (redline_range){0, (uint32_t)text.len}, &rules);
		uint32_t at = 0;
		for (uint32_t i = 0; i < t.count; i++) {
			struct token const token = t.at[i];
			cr_assert(token.begin >= at && all_space(text_view(&text), at, token.begin, false));
			cr_assert(token.length > 0 && token.length <= 64);
			redline_bytes const bytes = {text.ptr + token.begin, token.length};
			cr_assert_eq(t.hash[i], folded_hash(bytes, &rules));
			at = token.begin + token.length;
		}
		cr_assert(all_space(text_view(&text), at, (uint32_t)text.len, false));
	}
	tokens_release(&t);
	text_release(&text);
}

/* ---- masks ---- */

#ifdef __SSE2__
Test(law_token, both_ways_make_the_same_masks)
{
	char window[SCAN_WINDOW + 16];
	begin_chance();
	for (uint32_t round = 0; round < 200000; round++) {
		uint32_t const sort = chance(3);
		for (size_t i = 0; i < sizeof window; i++)
			window[i] = (char)(sort == 0   ? chance(256)
			                   : sort == 1 ? chance(128)
			                               : (chance(2) ? 0xC0 : 0x80) + chance(64));
		struct byte_masks const a = scan_swar(window), b = scan_sse2(window);
		cr_assert(a.letter == b.letter && a.space == b.space && a.other == b.other &&
		          a.wide == b.wide);
		cr_assert_eq(scan_pairs_swar(window), scan_pairs_sse2(window));
		cr_assert_eq(scan_equal_swar(window, '>'), scan_equal_sse2(window, '>'));
	}
}
#endif

/* ---- hostile texts ---- */

static const struct {
	const char *first, *again;
} hostile[] = {
	{"a", "\u0301"},       {"", "\u0301\u0323"},   {"", "("},          {"", "."},
	{"", "1(1(1("},        {"1", "(1)"},           {"", "\""},         {"", "\n>"},
	{"", "> "},            {"a", "> "},            {"a", ">"},         {"", "1 "},
	{"1", " "},            {"", "1 May "},         {"", "May 1, "},    {"", "1 de de "},
	{"", "[^"},            {"", "[^a"},            {"", "a."},         {"", "a-"},
	{"", "a\u00AD"},       {"", "\u200B"},         {"", "\u200D"},     {"", "\U0001F469\u200D"},
	{"", "\U0001F1EF"},    {"", "\U000E0061"},     {"", "\u30AB\u3099"}, {"", "=\u0338="},
	{"", "\u4E00\uFE00"},  {"", "\u0E48\u0E31"},   {"", "a\u0651\u064E"}, {"", "\u1100"},
	{"1 ", "a"},           {"", "\r"},             {"", "1."},         {"", "\u00A0"},
	{"", "2020\u5E741\u6708"}, {"", "A/"},         {"", ".\u0301"},    {"", "\u201C\u0301"},
};

/* What took the square of a megabyte would not be done within the time that the test has. */
Test(law_token, a_megabyte_of_anything_is_done, .timeout = 300)
{
	static const struct token_rules rules[] = {
		{.quoted = true}, {.characters = true}, {.fold_case = true}};
	struct text text = {0};
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		text.len = 0;
		text_put(&text, hostile[i].first);
		while (text.len < 1000000)
			text_put(&text, hostile[i].again);
		for (size_t r = 0; r < 3; r++) {
			struct tokens t = {0};
			tokens_add(&t, text_view(&text), (redline_range){0, (uint32_t)text.len},
			           &rules[r]);
			cr_expect(!t.failed, "\"%s\", rules %zu", hostile[i].again, r);
			tokens_release(&t);
		}
	}
	text_release(&text);
}
