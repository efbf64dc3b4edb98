/*
 * test_findings.c -- findings as they are printed: the place, the excerpt, and
 * the caret under its words, whatever the words are made of.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/write.h>

#include "support/text.h"

static struct text shown;

/* Prints a finding about the words between "[" and "]" of the draft. */
static const char *show(const char *marked, uint32_t width, bool placeless)
{
	struct text text = {0};
	const char *open = strchr(marked, '['), *close = strchr(marked, ']');
	redline_range range = {0, 0};
	if (open && close) {
		text_add(&text, marked, (size_t)(open - marked));
		range.begin = (uint32_t)text.len;
		text_add(&text, open + 1, (size_t)(close - open) - 1);
		range.end = (uint32_t)text.len;
		text_put(&text, close + 1);
	} else {
		text_put(&text, marked);
	}
	redline_draft *draft;
	cr_assert_eq(redline_draft_new(&draft, text_view(&text), NULL), REDLINE_OK);
	redline_view const view = {.draft = draft, .draft_name = "draft.md"};
	redline_finding const finding = {
		.level = REDLINE_ERROR,
		.placeless = placeless,
		.spot = {REDLINE_IN_DRAFT, range},
		.code = "test",
		.message = {"no\x1b", 3},
		.amendment = REDLINE_NONE,
	};
	redline_findings const findings = {&finding, 1, REDLINE_ERROR};
	redline_style const style = {.width = width};
	shown.len = 0;
	cr_assert_eq(redline_write_findings(&view, &findings, &style, text_sink, &shown), REDLINE_OK);
	redline_draft_free(draft);
	text_release(&text);
	return shown.ptr;
}

Test(findings, caret_under_the_words)
{
	cr_expect_str_eq(show("one\ntwo [three] four\n", 0, false),
	                 "draft.md:2:5: error: noU+001B\n"
	                 "    2 | two three four\n"
	                 "      |     ^~~~~\n");
}

Test(findings, wide_characters_take_two_columns)
{
	cr_expect_str_eq(show("\xe5\x90\x84\xe5\x9b\xbd[\xe5\x8f\xaf\xe4\xbb\xa5]\n", 0, false),
	                 "draft.md:1:3: error: noU+001B\n"
	                 "    1 | \xe5\x90\x84\xe5\x9b\xbd\xe5\x8f\xaf\xe4\xbb\xa5\n"
	                 "      |     ^~~~\n");
}

Test(findings, tabs_are_blanks_and_controls_are_codes)
{
	cr_expect_str_eq(show("\ta\x1b[b]\n", 0, false),
	                 "draft.md:1:4: error: noU+001B\n"
	                 "    1 |  aU+001Bb\n"
	                 "      |         ^\n");
}

Test(findings, several_lines_are_underlined_to_the_end_of_the_first)
{
	cr_expect_str_eq(show("a [b c  \r\nd] e\n", 0, false),
	                 "draft.md:1:3: error: noU+001B\n"
	                 "    1 | a b c  \n"
	                 "      |   ^~~\n");
	cr_expect_str_eq(show("a[\nb] c\n", 0, false),
	                 "draft.md:2:1: error: noU+001B\n"
	                 "    2 | b c\n"
	                 "      | ^\n");
}

Test(findings, an_empty_range_and_the_end_of_the_text)
{
	cr_expect_str_eq(show("ab[]c", 0, false),
	                 "draft.md:1:3: error: noU+001B\n    1 | abc\n      |   ^\n");
	cr_expect_str_eq(show("abc[]", 0, false),
	                 "draft.md:1:4: error: noU+001B\n    1 | abc\n      |    ^\n");
	cr_expect_str_eq(show("[]", 0, false),
	                 "draft.md:1:1: error: noU+001B\n    1 | \n      | ^\n");
}

Test(findings, without_a_place)
{
	cr_expect_str_eq(show("abc", 0, true), "draft.md: error: noU+001B\n");
}

/* Of a long line only the part around the words is shown. */
Test(findings, long_lines_are_cut_around_the_words)
{
	struct text long_line = {0};
	for (int i = 0; i < 1000; i++)
		text_put(&long_line, i == 500 ? "[here] " : "words ");
	const char *got = show(long_line.ptr, 80, false);
	const char *excerpt = strchr(got, '\n') + 1, *caret = strchr(excerpt, '\n') + 1;
	const char *here = strstr(excerpt, "here");
	cr_expect(strncmp(excerpt, "    1 | ... ", 12) == 0, "%s", got);
	cr_expect(strncmp(caret - 5, " ...\n", 5) == 0, "%s", got);
	cr_expect_leq(caret - excerpt, 81);
	cr_assert_not_null(here);
	cr_expect_eq(strchr(caret, '^') - caret, here - excerpt, "%s", got);
	text_release(&long_line);
}

Test(findings, many_in_one_endless_line_are_quick, .timeout = 20)
{
	enum { COUNT = 20000 };
	static redline_finding many[COUNT];
	struct text line = {0};
	for (int i = 0; i < COUNT; i++)
		text_put(&line, "paragraph after paragraph ");
	redline_draft *draft;
	cr_assert_eq(redline_draft_new(&draft, text_view(&line), NULL), REDLINE_OK);
	for (uint32_t i = 0; i < COUNT; i++) {
		uint32_t const at = (uint32_t)((uint64_t)i * 7919 % COUNT) * 26;
		many[i] = (redline_finding){.spot = {REDLINE_IN_DRAFT, {at, at + 9}}};
	}
	redline_view const view = {.draft = draft};
	redline_findings const findings = {many, COUNT, REDLINE_NOTE};
	redline_style const style = {.width = 80};
	cr_expect_eq(redline_write_findings(&view, &findings, &style, text_sink, &shown), REDLINE_OK);
	redline_draft_free(draft);
	text_release(&line);
}
