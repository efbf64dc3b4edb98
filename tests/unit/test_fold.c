/*
 * test_fold.c -- folding: what counts as the same text, and where each folded
 * character comes from.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "engine/fold.h"
#include "support/text.h"

/* The folded text, as UTF-8. */
static void fold_all(struct text *out, redline_bytes text, redline_range range)
{
	struct fold f;
	uint32_t cp;
	redline_range source;
	out->len = 0;
	text_put(out, "");
	fold_begin(&f, text, range);
	while (fold_next(&f, &cp, &source)) {
		char bytes[4];
		text_add(out, bytes, utf8_put(bytes, cp));
	}
}

struct fold_case {
	const char *name, *text, *folded;
};

static void check_folds(const struct fold_case *cases, size_t count)
{
	struct text got = {0};
	for (size_t i = 0; i < count; i++) {
		redline_bytes const text = bytes_of(cases[i].text);
		fold_all(&got, text, (redline_range){0, (uint32_t)text.len});
		cr_expect_str_eq(got.ptr, cases[i].folded, "%s", cases[i].name);
	}
	text_release(&got);
}

#define CHECK(cases) check_folds(cases, sizeof(cases) / sizeof *(cases))

Test(fold, white_space_is_one_blank)
{
	static const struct fold_case cases[] = {
		{"blanks", "a  \t b", "a b"},
		{"line ends", "a\nb\r\nc", "a b c"},
		{"indent", "a\n    b", "a b"},
		{"no-break", "a\u00A0b\u202Fc", "a b c"},
		{"at both ends", " a ", " a "},
		{"nothing but space", " \n ", " "},
		{"nothing", "", ""},
	};
	CHECK(cases);
}

Test(fold, quotation_marks_and_apostrophes_are_one)
{
	static const struct fold_case cases[] = {
		{"straight", "\"a\" 'b'", "'a' 'b'"},
		{"curly", "\u201Ca\u201D \u2018b\u2019", "'a' 'b'"},
		{"low and angle", "\u201Ea\u201C \u00ABb\u00BB", "'a' 'b'"},
		{"apostrophe", "States\u2019 and State's", "States' and State's"},
		{"prime", "5\u2032", "5'"},
	};
	CHECK(cases);
}

Test(fold, hyphens_are_one_and_dashes_another)
{
	static const struct fold_case cases[] = {
		{"hyphens", "a-b\u2010c\u2011d", "a-b-c-d"},
		{"en dash and minus", "1\u20132, \u22125", "1-2, -5"},
		{"em dash", "a\u2014b", "a\u2014b"},
		{"an ellipsis is no full stops", "a\u2026", "a\u2026"},
	};
	CHECK(cases);
}

Test(fold, equivalent_characters_are_one)
{
	static const struct fold_case cases[] = {
		{"composed", "\u00E9t\u00E9", "e\u0301te\u0301"},
		{"decomposed", "e\u0301te\u0301", "e\u0301te\u0301"},
		{"beyond ASCII, decomposed", "\u00E9\u0323", "e\u0323\u0301"},
		{"marks in order", "\u1E69 \u1E63\u0307", "s\u0323\u0307 s\u0323\u0307"},
		{"Hangul", "\uAC00", "\u1100\u1161"},
		{"no compatibility: a ligature stays", "\uFB01", "\uFB01"},
		{"case stays", "Ab", "Ab"},
	};
	CHECK(cases);
}

Test(fold, invisible_characters_are_not_there)
{
	static const struct fold_case cases[] = {
		{"soft hyphen", "co\u00ADoperate", "cooperate"},
		{"zero-width space and joiner", "a\u200Bb\u2060c\uFEFFd", "abcd"},
	};
	CHECK(cases);
}

Test(fold, emphasis_is_not_there)
{
	static const struct fold_case cases[] = {
		{"strong", "a **b c** d", "a b c d"},
		{"all kinds", "*a* _b_ ***c***", "a b c"},
		{"inside a word", "un*believ*able", "unbelievable"},
		{"across a line end", "**a\nb**", "a b"},
		{"an asterisk on its own", "a * b", "a * b"},
		{"a low line in a word", "snake_case_name", "snake_case_name"},
		{"blanks to fill in", "name: ________", "name: ________"},
		{"escaped", "\\*a\\* 1\\.", "*a* 1."},
		{"a backslash before a letter", "a\\b", "a\\b"},
	};
	CHECK(cases);
}

Test(fold, footnote_references_are_not_there)
{
	static const struct fold_case cases[] = {
		{"after a word", "norms[^3] apply.[^a-b]", "norms apply."},
		{"plain brackets stay", "[text] [3]", "[text] [3]"},
		{"not closed", "a[^3", "a[^3"},
		{"empty", "a[^] or so", "a[^] or so"},
		{"with a blank", "a[^x y]", "a[^x y]"},
	};
	CHECK(cases);
}

/* What stands around a range decides what its first and last marks are. */
Test(fold, a_range_is_folded_as_in_its_surroundings)
{
	struct text got = {0};
	redline_bytes const text = BYTES("a_b **c** * d");
	fold_all(&got, text, (redline_range){1, 3});
	cr_expect_str_eq(got.ptr, "_b");
	fold_all(&got, text, (redline_range){5, 8});
	cr_expect_str_eq(got.ptr, "c");
	fold_all(&got, text, (redline_range){10, 11});
	cr_expect_str_eq(got.ptr, "*");
	text_release(&got);
}

Test(fold, sources_go_forward_and_stay_inside)
{
	static const char *const texts[] = {
		"**\u00E9** [^1] a\r\n  b\u00AD\u1E69\u0323 \\* _c_", "\u00ADx", "x\u00AD", "***",
		"e\u0301\u0301\u0301",
	};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		redline_bytes const text = bytes_of(texts[i]);
		struct fold f;
		uint32_t cp;
		redline_range last = {0, 0}, source;
		fold_begin(&f, text, (redline_range){0, (uint32_t)text.len});
		while (fold_next(&f, &cp, &source)) {
			bool const shared = source.begin == last.begin && source.end == last.end;
			cr_expect(source.begin < source.end && source.end <= text.len, "text %zu", i);
			cr_expect(shared || source.begin >= last.end, "text %zu", i);
			last = source;
		}
	}
}

Test(fold, a_run_of_combining_marks_does_no_harm)
{
	struct text text = {0}, got = {0};
	text_put(&text, "a\u00E9");
	for (int i = 0; i < 1000; i++)
		text_put(&text, "\u0301");
	fold_all(&got, text_view(&text), (redline_range){0, (uint32_t)text.len});
	cr_expect_eq(got.len, text.len + 1, "the one composed letter is taken apart");
	text_release(&text);
	text_release(&got);
}

Test(fold, what_is_left_out_is_counted_in_bytes)
{
	static const struct { const char *text; uint32_t at, skips; } cases[] = {
		{"**a**", 0, 2}, {"**a**", 1, 1}, {"a*b", 1, 1}, {"a * b", 2, 0}, {"a_b", 1, 0},
		{"a[^12] b", 1, 5}, {"a[12]", 1, 0}, {"\\*", 0, 1}, {"\\n", 0, 0}, {"\u00AD", 0, 2},
		{"\u200B", 0, 3}, {"\u00E9", 0, 0}, {"a", 0, 0},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_bytes const text = bytes_of(cases[i].text);
		uint32_t const got = fold_skips(text, cases[i].at, (uint32_t)text.len);
		cr_expect_eq(got, cases[i].skips, "\"%s\" at %u: %u", cases[i].text, cases[i].at, got);
	}
}

Test(fold, scripts_without_spaces)
{
	cr_expect(is_unspaced_char(0x5B57) && is_unspaced_char(0x3042) && is_unspaced_char(0xE01));
	cr_expect(!is_unspaced_char('a') && !is_unspaced_char(0x416) && !is_unspaced_char(0xAC00));
}
