/*
 * test_rows.c -- patterns as lang.h describes them, looked up in text: which row
 * matches, and how far.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/rows.h"
#include "support/text.h"

struct bench {
	struct lang lang; /* that the rows borrow */
	struct rows *rows;
	struct row_finder *finder;
};

static void bench_begin(struct bench *b, const struct lang_row *rows, size_t count, bool solid)
{
	b->lang = (struct lang){.code = "xx", .rows = rows, .row_count = count, .solid = solid};
	b->rows = rows_new(&b->lang);
	cr_assert_not_null(b->rows);
	b->finder = row_finder_new(b->rows);
	cr_assert_not_null(b->finder);
}

static void bench_end(struct bench *b)
{
	row_finder_free(b->finder);
	rows_free(b->rows);
}

/* How many bytes the row takes at the start of the text; -1 if another row does, or none. */
static int taken(struct bench *b, const char *text, uint32_t row)
{
	uint32_t end = 0;
	redline_bytes const t = bytes_of(text);
	row_finder_begin(b->finder);
	uint32_t const got = row_find(b->finder, t, 0, (uint32_t)t.len, &end);
	cr_assert(!row_finder_failed(b->finder));
	return got == row ? (int)end : -1;
}

struct pattern_case {
	const char *pattern, *text;
	int bytes;
};

static void check(const struct pattern_case *cases, size_t count, bool solid)
{
	for (size_t i = 0; i < count; i++) {
		struct bench b;
		struct lang_row const row = {cases[i].pattern, LEX_FILLER, 0};
		bench_begin(&b, &row, 1, solid);
		int const got = taken(&b, cases[i].text, 0);
		cr_expect_eq(got, cases[i].bytes, "\"%s\" on \"%s\": %d", cases[i].pattern,
		             cases[i].text, got);
		bench_end(&b);
	}
}

#define CHECK(cases, solid) check(cases, sizeof(cases) / sizeof *(cases), solid)

Test(pattern, each_construct_means_what_it_says)
{
	static const struct pattern_case cases[] = {
		{"word", "word", 4},
		{"word", "Word of", 4},
		{"word", "words", -1},
		{"word", "wor", -1},
		{"a b", "a \t\n b", 6},
		{"a b", "a\u00A0b", 4},
		{"a b", "ab", -1},
		{"words?", "words", 5},
		{"words?", "word", 4},
		{"a|bc|d", "bc", 2},
		{"(?:a|b)c", "bc", 2},
		{"ab*c", "abbbc", 5},
		{"ab+c", "ac", -1},
		{"ab{2,3}", "abbb", 4},
		{"ab{2,3}", "ab", -1},
		{"ab{2,3}", "abbbb", -1},
		{"[a-c]x", "bx", 2},
		{"[a-c]x", "BX", 2},
		{"[^.;]x", ";x", -1},
		{"[^.;]x", "\u00E9x", 3},
		{"\\d+", "4\u0665 x", 3},
		{"\\w+", "na\u00EFve\u201D", 6},
		{"\\(a\\)", "(a)", 3},
		{"by(?! the)", "by me", 2},
		{"by(?! the)", "by the", -1},
		{"by(?= the)", "by the", 2},
		{"by(?= the)", "by", -1},
		{"end(?=[.;]|$)", "end", 3},
		{"end(?=[.;]|$)", "end;", 3},
		{"end(?=[.;]|$)", "end of", -1},
		{"as(?= (?:a|an)\\b)", "as an", 2},
		{"as(?= (?:a|an)\\b)", "as any", -1},
		{"a(?= b)(?! b c)", "a b d", 1},
		{"a(?= b)(?! b c)", "a b c", -1},
		{"keep(?= [^.;]{0,400}? in brackets)", "keep \u201Cit\u201D in brackets", 4},
		{"keep(?= [^.;]{0,400}? in brackets)", "keep it; in brackets", -1},
		{"l'\\B", "l'eau", 2},
		{"l'", "l'eau", -1},
		{"\u00E9tat", "\u00C9TAT", 5},
		{"\u043F\u0443\u043D\u043A\u0442", "\u041F\u0443\u043D\u043A\u0442", 10},
		{"[\u201C\u00AB]a", "\u00ABa", 3},
		{"(?:a|)b", "b", 1},
		{"(?:the )?(?:same|said)", "the  said", 9},
	};
	CHECK(cases, false);
}

Test(pattern, words_end_anywhere_where_no_blanks_are_written)
{
	static const struct pattern_case cases[] = {
		{"\u5220\u53BB", "\u5220\u53BB\u7B2C\u4E94\u6BB5", 6},
		{"OP", "OP5", -1},
		{"OP", "OP\u7B2C", 2},
	};
	CHECK(cases, true);
	struct bench b;
	struct lang_row const row = {"\u5220\u53BB", LEX_FILLER, 0};
	bench_begin(&b, &row, 1, false);
	cr_expect_eq(taken(&b, "\u5220\u53BB\u7B2C", 0), -1);
	bench_end(&b);
}

Test(pattern, the_first_row_wins_and_in_it_the_first_alternative)
{
	static const struct lang_row rows[] = {
		{"in(?= particular)|in view", LEX_REASON, 0},
		{"in view of|in particular|in", LEX_IN, 0},
		{"in view of the", LEX_FILLER, 0},
	};
	struct bench b;
	bench_begin(&b, rows, 3, false);
	cr_expect_eq(taken(&b, "in particular", 0), 2);
	cr_expect_eq(taken(&b, "in view of the", 0), 7);
	cr_expect_eq(taken(&b, "in the", 1), 2);
	cr_expect_eq(taken(&b, "inside", NO_ROW), 0);
	bench_end(&b);
}

/* A table's rows, each matched for itself: what row_find must come to. */
static uint32_t first_alone(const struct lang *lang, redline_bytes text, uint32_t at,
                            uint32_t *end)
{
	for (uint32_t i = 0; i < lang->row_count; i++) {
		struct lang alone = *lang;
		alone.rows = &lang->rows[i];
		alone.row_count = 1;
		struct rows *rows = rows_new(&alone);
		struct row_finder *finder = row_finder_new(rows);
		uint32_t const got = row_find(finder, text, at, (uint32_t)text.len, end);
		row_finder_free(finder);
		rows_free(rows);
		if (got != NO_ROW)
			return i;
	}
	return NO_ROW;
}

/*
 * What is remembered of one place must not be believed at another where the
 * words go on otherwise.  Sentences share beginnings, and end anywhere.
 */
Test(pattern, what_is_remembered_changes_nothing, .timeout = 120)
{
	static const char *const parts[] = {"should", "be", "also", "replaced", "in", "view", "of",
	                                    "the", "a", "end", ".", "view,", "replace", "moved"};
	struct rows *rows = rows_new(&lang_en);
	struct row_finder *finder = row_finder_new(rows);
	struct text t = {0};
	uint64_t seed = 1;
	for (int turn = 0; turn < 150; turn++) {
		t.len = 0;
		for (int word = 0; word < 4; word++) {
			seed = seed * 6364136223846793005u + 1442695040888963407u;
			text_format(&t, "%s%s", word ? " " : "",
			            parts[(seed >> 33) % (sizeof parts / sizeof *parts)]);
		}
		uint32_t end = 0, want_end = 0;
		redline_bytes const text = {t.ptr, t.len};
		uint32_t const want = first_alone(&lang_en, text, 0, &want_end);
		row_finder_begin(finder);
		uint32_t const got = row_find(finder, text, 0, (uint32_t)t.len, &end);
		cr_expect_eq(got, want, "\"%s\": row %u for %u", t.ptr, got, want);
		if (got != NO_ROW)
			cr_expect_eq(end, want_end, "\"%s\": %u bytes for %u", t.ptr, end, want_end);
	}
	text_release(&t);
	row_finder_free(finder);
	rows_free(rows);
}

/* More words than are remembered. */
Test(pattern, what_is_forgotten_is_found_out_anew, .timeout = 120)
{
	static const struct lang_row rows[] = {
		{"[a-z]{1,40}9", LEX_FILLER, 0},
		{"[a-z]{1,40}", LEX_FILLER, 0},
	};
	struct bench b;
	struct text t = {0};
	bench_begin(&b, rows, 2, false);
	for (unsigned word = 0; word < 40000; word++) {
		t.len = 0;
		for (unsigned rest = word, i = 0; i < 6; i++, rest /= 10)
			text_format(&t, "%c", 'a' + (int)(rest % 10));
		text_put(&t, word % 3 ? " of" : "9 of");
		cr_assert_eq(taken(&b, t.ptr, word % 3 ? 1 : 0), word % 3 ? 6 : 7, "%s", t.ptr);
	}
	text_release(&t);
	bench_end(&b);
}

/* One that would try for ever gives up, and the next row is asked; but that is told. */
Test(pattern, what_a_row_costs_is_bounded, .timeout = 20)
{
	static const struct lang_row rows[] = {
		{"(?:a+)+[!?]", LEX_FILLER, 0}, /* PCRE2 would miss a lone "!" first */
		{"a+", LEX_FILLER, 0},
	};
	struct bench b;
	char many[200] = {0};
	uint32_t at = 0, end;
	memset(many, 'a', sizeof many - 1);
	bench_begin(&b, rows, 2, false);
	for (int i = 0; i < 400; i++) {
		cr_assert_eq(taken(&b, many, 1), (int)sizeof many - 1);
		cr_assert(row_finder_gave_up(b.finder, &at), "turn %d", i); /* compiled or not */
		cr_assert_eq(at, 0);
		cr_assert_not(row_finder_gave_up(b.finder, &at));
	}
	cr_assert_eq(row_find(b.finder, bytes_of(many), 7, sizeof many - 1, &end), 1);
	cr_assert(row_finder_gave_up(b.finder, &at));
	cr_assert_eq(at, 7);
	cr_assert_eq(taken(&b, "aaa!", 0), 4);
	cr_assert_not(row_finder_gave_up(b.finder, &at));
	bench_end(&b);
}

/* ---- the tables ---- */

/* Where a pattern has a repeat without an upper bound that may give back; NULL if it has
 * none. */
static const char *endless(const char *pattern)
{
	bool in_class = false;
	for (const char *p = pattern; *p; p++) {
		if (*p == '\\') {
			p++;
		} else if (*p == '[' || *p == ']') {
			in_class = *p == '[';
		} else if (in_class) {
			continue;
		} else if (*p == '*' || *p == '+') {
			if (p[1] != '+')
				return p;
			p++;
		} else if (*p == '{') {
			const char *comma = p + 1 + strspn(p + 1, "0123456789");
			bool const open = comma[0] == ',' && comma[1] == '}';
			if (open && comma[2] != '+')
				return p;
			p += strcspn(p, "}");
			p += *p && p[1] == '+'; /* "{1,40}+" has a bound, too */
		}
	}
	return NULL;
}

Test(pattern, a_repeat_without_end_is_seen)
{
	static const char *const with[] = {"ab*", "a+b", "(?:a|b)+", "a{2,}", "\\d+", "[a-z]*?", "\\\\*"};
	static const char *const without[] = {"ab", "a?", "a{2}", "a{0,40}", "\\*\\+", "[*+]", "a++",
	                                      "[a-z]*+ b", "a{2,}+", "a{1,40}+", "[^\\]+]"};
	for (size_t i = 0; i < sizeof with / sizeof *with; i++)
		cr_expect_not_null(endless(with[i]), "%s", with[i]);
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		cr_expect_null(endless(without[i]), "%s", without[i]);
}

Test(pattern, no_row_of_any_language_repeats_without_end)
{
	size_t seen = 0;
	for (unsigned k = 0; lang_all[k]; k++)
		for (size_t i = 0; i < lang_all[k]->row_count; i++, seen++) {
			const char *at = endless(lang_all[k]->rows[i].pattern);
			cr_expect_null(at, "%s: \"%.40s\"", lang_all[k]->code, at);
		}
	cr_expect_gt(seen, 1000);
}

/* The letters that the pattern's first wording begins with. */
static size_t first_letters(const char *pattern, const char **letters)
{
	while (strncmp(pattern, "(?:", 3) == 0)
		pattern += 3;
	*letters = pattern;
	return strcspn(pattern, "\\[](){}?*+|.$^ ");
}

/* Whatever goes on for long behind a row's first word, no row tries so much that it gives
 * up: else a sentence would be refused. */
Test(pattern, no_row_of_any_language_gives_up, .timeout = 300)
{
	static const char *const tails[] = {"a",  "1",    " ",   "(a) ",     "the ", "to ",
	                                    "a-", "sub-", "и ", "also be ", "a.b ", "第",
	                                    "de la ", "من "};
	struct text t = {0};
	for (unsigned k = 0; lang_all[k]; k++) {
		struct rows *rows = rows_new(lang_all[k]);
		struct row_finder *finder = row_finder_new(rows);
		for (size_t i = 0; i < lang_all[k]->row_count; i++) {
			const char *letters;
			size_t const len = first_letters(lang_all[k]->rows[i].pattern, &letters);
			for (size_t tail = 0; len && tail < sizeof tails / sizeof *tails; tail++) {
				uint32_t end, at;
				t.len = 0;
				text_format(&t, "%.*s ", (int)len, letters);
				while (t.len < 1500)
					text_put(&t, tails[tail]);
				row_finder_begin(finder);
				(void)row_find(finder, (redline_bytes){t.ptr, t.len}, 0,
				               (uint32_t)t.len, &end);
				cr_expect_not(row_finder_gave_up(finder, &at), "%s: \"%.60s\"",
				              lang_all[k]->code, t.ptr);
			}
		}
		row_finder_free(finder);
		rows_free(rows);
	}
	text_release(&t);
}
