/*
 * test_quote.c -- where quotations begin and end, and which marks are strays.
 *
 * What is found is shown on one line: the text inside each outermost
 * quotation, in angle brackets, line ends as "/"; then "!" for each stray.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/quote.h"
#include "support/text.h"

static redline_draft *layout_of(const char *text)
{
	redline_draft *draft;
	cr_assert_eq(redline_draft_new(&draft, bytes_of(text), NULL), REDLINE_OK);
	return draft;
}

static void show_words(struct text *out, redline_bytes words)
{
	text_put(out, "<");
	for (size_t i = 0; i < words.len; i++)
		if (words.ptr[i] != '\r')
			text_add(out, words.ptr[i] == '\n' ? "/" : words.ptr + i, 1);
	text_put(out, ">");
}

static void show(struct text *out, const char *text)
{
	struct arena a = {0};
	struct quotes q;
	redline_draft *layout = layout_of(text);
	out->len = 0;
	text_put(out, "");
	cr_assert(quotes_find(&q, &a, layout));
	for (uint32_t i = 0; i < q.count; i++)
		show_words(out, quotation_words(&q.at[i], bytes_of(text), &a));
	for (uint32_t i = 0; i < q.stray_count; i++)
		text_put(out, "!");
	redline_draft_free(layout);
	arena_release(&a);
}

struct quote_case {
	const char *name, *text, *found;
};

static void check_quotes(const struct quote_case *cases, size_t count)
{
	struct text got = {0};
	for (size_t i = 0; i < count; i++) {
		show(&got, cases[i].text);
		cr_expect_str_eq(got.ptr, cases[i].found, "%s: %s", cases[i].name, got.ptr);
	}
	text_release(&got);
}

#define CHECK(cases) check_quotes(cases, sizeof(cases) / sizeof *(cases))

Test(quote, every_kind_of_mark)
{
	static const struct quote_case cases[] = {
		{"straight", "the word \"one\" and \"two\".", "<one><two>"},
		{"curly", "the word \u201Cone\u201D and \u201Ctwo\u201D.", "<one><two>"},
		{"low, closed by either", "\u201Eone\u201C und \u201Etwo\u201D", "<one><two>"},
		{"angle, with spaces", "les mots \u00AB un \u00BB et \u00ABdeux\u00BB", "<un><deux>"},
		{"corner", "\u300C\u56FD\u300D \u300E\u5BB6\u300F", "<\u56FD><\u5BB6>"},
		{"single curly", "the word \u2018one\u2019.", "<one>"},
		{"single straight", "the word 'one'.", "<one>"},
		{"ticks, doubled", "strike ``one'' and insert ``two''", "<one><two>"},
		{"ticks", "the word `one`.", "<one>"},
		{"in brackets", "(\"one\") [\u201Ctwo\u201D]", "<one><two>"},
		{"nothing inside", "\"\" and \u201C\u201D", "<><>"},
		{"none", "no quotation here", ""},
		{"no text", "", ""},
	};
	CHECK(cases);
}

Test(quote, apostrophes_are_no_marks)
{
	static const struct quote_case cases[] = {
		{"inside a word", "it's the State's and don\u2019t", ""},
		{"after a plural", "the States' duties and States\u2019 rights", ""},
		{"inside a double quotation", "\"the States' own\" word", "<the States' own>"},
		{"inside a curly one", "\u201CStates\u2019 rights\u201D too", "<States\u2019 rights>"},
		{"inside a single one", "the words 'it's due' here", "<it's due>"},
		{"a year", "in the '90s", ""},
	};
	CHECK(cases);
}

Test(quote, nested_ones_belong_to_the_outermost)
{
	static const struct quote_case cases[] = {
		{"single in double", "\"the 'one' word\" x", "<the 'one' word>"},
		{"curly single in curly", "\u201Cthe \u2018one\u2019 word\u201D x", "<the \u2018one\u2019 word>"},
		{"curly in curly", "\u201Cthe \u201Cone\u201D word\u201D x", "<the \u201Cone\u201D word>"},
		{"straight in curly", "\u201Cthe \"one\" word\u201D x", "<the \"one\" word>"},
		{"straight in straight", "\"the \"one\" word\" x", "<the \"one\" word>"},
		{"double in single", "\u2018the \u201Cone\u201D word\u2019 x", "<the \u201Cone\u201D word>"},
	};
	CHECK(cases);
}

Test(quote, what_has_no_partner_is_a_stray)
{
	static const struct quote_case cases[] = {
		{"never closed", "the word \u201Cone and so on", "!"},
		{"never opened", "the word one\u201D and so on", "!"},
		{"straight, never closed", "the word \"one and so on", "!"},
		{"an odd one after a pair", "\"one\" and \"two", "<one>!"},
		{"never closed, before a new paragraph", "the \u201Cone\n\nthe \u201Ctwo\u201D", "<two>!"},
		{"single ones are never strays", "the \u2018one and ones' two\u2019s", ""},
		{"another kind closes nothing", "the \u201Cone\u00BB word", "!!"},
	};
	CHECK(cases);
}

Test(quote, a_quotation_may_run_over_paragraphs)
{
	static const struct quote_case cases[] = {
		{"closed in the next", "reading: \"One.\n\nTwo.\" End", "<One.//Two.>"},
		{"opened again", "reading: \u201COne.\n\n\u201CTwo.\u201D End", "<One.//Two.>"},
		{"opened again, straight", "reading:\n\n\"One.\n\n\"Two.\n\n\"Three.\"\n\nEnd.",
		 "<One.//Two.//Three.>"},
		{"provisions inside", "reading: \u201C5. All:\n\n(a) one;\n\n(b) two.\u201D",
		 "<5. All://(a) one;//(b) two.>"},
		{"hard-wrapped lines", "the words \u201Cone\r\ntwo\u201D", "<one/two>"},
	};
	CHECK(cases);
}

/* ---- lookups ---- */

Test(quote, ranges_with_and_without_the_marks)
{
	struct arena a = {0};
	struct quotes q;
	redline_draft *layout = layout_of("a \u201Cbc\u201D d");
	cr_assert(quotes_find(&q, &a, layout));
	cr_assert_eq(q.count, 1);
	cr_expect(q.at[0].outer.begin == 2 && q.at[0].outer.end == 10);
	cr_expect(q.at[0].inner.begin == 5 && q.at[0].inner.end == 7);
	cr_expect_not(q.at[0].reopened);
	redline_draft_free(layout);
	arena_release(&a);
}

Test(quote, lookups_by_offset)
{
	struct arena a = {0};
	struct quotes q;
	uint32_t where = 0;
	redline_draft *layout = layout_of("\"a\" b \"c\" \u201D d \u201D");
	cr_assert(quotes_find(&q, &a, layout));
	cr_assert(q.count == 2 && q.stray_count == 2);
	cr_expect_eq(quotes_from(&q, 0), 0);
	cr_expect_eq(quotes_from(&q, 2), 0, "it still goes on");
	cr_expect_eq(quotes_from(&q, 3), 1);
	cr_expect_eq(quotes_from(&q, 9), 2, "none is left");
	cr_expect_not(quotes_stray_in(&q, (redline_range){0, 10}, &where));
	cr_expect(quotes_stray_in(&q, (redline_range){0, 11}, &where) && where == 10);
	cr_expect(quotes_stray_in(&q, (redline_range){11, 40}, &where) && where == 16);
	cr_expect_not(quotes_stray_in(&q, (redline_range){17, 40}, &where));
	redline_draft_free(layout);
	arena_release(&a);
}

/* ---- hostile texts ---- */

static void check_many(const char *piece, unsigned times)
{
	struct text text = {0};
	struct arena a = {0};
	struct quotes q;
	redline_draft *layout;
	for (unsigned i = 0; i < times; i++)
		text_put(&text, piece);
	cr_assert_eq(redline_draft_new(&layout, text_view(&text), NULL), REDLINE_OK);
	cr_assert(quotes_find(&q, &a, layout));
	for (uint32_t i = 0; i < q.count; i++)
		cr_assert(q.at[i].inner.begin <= q.at[i].inner.end &&
		          (i == 0 || q.at[i - 1].outer.end <= q.at[i].outer.begin));
	for (uint32_t i = 1; i < q.stray_count; i++)
		cr_assert_leq(q.strays[i - 1], q.strays[i]);
	redline_draft_free(layout);
	arena_release(&a);
	text_release(&text);
}

Test(quote, many_marks_are_read_in_linear_time, .timeout = 30)
{
	check_many("\u201C", 300000);
	check_many("\u201C \u2018 \" ", 100000);
	check_many("\u201Ca\n\n", 100000);
	check_many("\"a\n\n\" b ' ", 100000);
	check_many("\u201D", 300000);
}
