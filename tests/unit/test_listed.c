/*
 * test_listed.c -- lists made ready (engine/listed.h) find what those that are not do, wherever
 * words begin: behind marks, beyond ASCII, across the bytes that are looked at together.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "engine/listed.h"
#include "support/text.h"

static const char *const list[] = {"withdrawn", "not agreed", "no", "x", "été", "не принято",
                                   "撤回", NULL};

static void expect(const struct listed_words *w, redline_bytes text, bool within, bool whole)
{
	cr_expect_eq(listed_words_within(w, text, false), within, "within: %.*s", (int)text.len,
	             text.ptr);
	cr_expect_eq(listed_words_whole(w, text, false), whole, "whole: %.*s", (int)text.len,
	             text.ptr);
	cr_expect_eq(listed_within(list, text), within);
	cr_expect_eq(listed_whole(list, text, false), whole);
}

/* The same behind the first bytes of other words, and a blank. */
static void expect_behind(const struct listed_words *w, const char *words, size_t bytes,
                          const char *text, bool within, bool whole)
{
	char all[128];
	while (bytes > 0 && ((unsigned char)words[bytes] & 0xC0) == 0x80)
		bytes--; /* not into a character */
	int const n = snprintf(all, sizeof all, "%.*s %s", (int)bytes, words, text);
	expect(w, (redline_bytes){all, (size_t)n}, within, whole);
}

Test(listed, a_word_is_found_wherever_it_begins)
{
	static const struct {
		const char *text;
		bool within, whole;
	} cases[] = {
		{"withdrawn", true, true},    {"Withdrawn.", true, true},
		{"(withdrawn)", true, true},  {"withdrawnly", true, false},
		{"awithdrawn", false, false}, {"1withdrawn", false, false},
		{"not agreed", true, true},   {"not-agreed", true, false},
		{"no", true, true},           {"nobody", true, false},
		{"x", true, true},            {"xy", true, false},
		{"«été»", true, true},        {"Étés", true, false},
		{"éété", false, false},       {"Не принято", true, true},
		{"принято", false, false},    {"’withdrawn", true, true},
		{"evening", false, false},    {"", false, false},
	};
	struct listed_words w;
	listed_prepare(&w, list);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		expect(&w, bytes_of(cases[i].text), cases[i].within, cases[i].whole);
		for (size_t n = 0; n < 40; n++) {
			expect_behind(&w, "eee eeee eee eeeeeeeeeeeee eee eee eeeee", n, cases[i].text,
			              cases[i].within, cases[i].whole);
			expect_behind(&w, "eee eéee eee eeeeeeeeeeeeeéeee eee eeeee", n, cases[i].text,
			              cases[i].within, cases[i].whole);
		}
	}
}

Test(listed, where_words_are_not_parted_it_may_stand_anywhere)
{
	struct listed_words w;
	listed_prepare(&w, list);
	redline_bytes const text = bytes_of("本提案已撤回了");
	cr_expect(listed_words_within(&w, text, true));
	cr_expect(listed_words_whole(&w, text, true));
	cr_expect_not(listed_words_within(&w, text, false));
}

Test(listed, a_text_is_one_of_them_as_a_whole)
{
	struct listed_words w;
	listed_prepare(&w, list);
	cr_expect(listed_words_are(&w, bytes_of("Not agreed")));
	cr_expect(listed_words_are(&w, bytes_of("no")));
	cr_expect_not(listed_words_are(&w, bytes_of("not")));
	cr_expect_not(listed_words_are(&w, bytes_of("not agreed.")));
	cr_expect_not(listed_words_are(&w, bytes_of("")));
}

Test(listed, no_list_has_nothing)
{
	struct listed_words w;
	listed_prepare(&w, NULL);
	cr_expect_not(listed_words_within(&w, bytes_of("withdrawn"), true));
	cr_expect_not(listed_words_whole(&w, bytes_of("withdrawn"), false));
	cr_expect_eq(listed_words_start(&w, bytes_of("withdrawn")), 0);
}

/* Two that are missing there would hide a lead. */
Test(listed, the_letters_that_leads_end_with_are_known)
{
	for (const struct lang_ending *e = lang_as_follows; e->words; e++) {
		const char *last = e->words + e->bytes - 2;
		cr_expect_eq(strlen(e->words), e->bytes, "%s", e->words);
		cr_expect((unsigned char)last[1] >= 0x80 ||
		                  lang_as_follows_ends[last[1] & 31] >> (last[0] & 31) & 1,
		          "%s", e->words);
	}
}
