/*
 * test_sentence.c -- where sentences end.  A case is a text with "|" after
 * each of its sentences; read as a statement (quotations are units) or as a
 * draft (they are ordinary marks).
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/sentence.h"
#include "support/text.h"

/* Puts a "|" after each sentence of text. */
static void cut(struct text *out, redline_bytes text, const struct quotes *quotes)
{
	redline_range rest = {0, (uint32_t)text.len};
	out->len = 0;
	text_put(out, "");
	while (range_len(rest)) {
		uint32_t const end = sentence_end(text, rest, quotes, &lang_en);
		cr_assert(end > rest.begin && end <= rest.end);
		text_add(out, text.ptr + rest.begin, end - rest.begin);
		text_put(out, "|");
		rest.begin = end;
		redline_range const tail = range_trim(text, rest);
		text_add(out, text.ptr + rest.begin,
		         (range_len(tail) ? tail.begin : rest.end) - rest.begin);
		rest = tail;
	}
}

static void check_cuts(const char *const *cases, size_t count, bool statement)
{
	struct text plain = {0}, got = {0};
	for (size_t i = 0; i < count; i++) {
		struct arena a = {0};
		struct quotes q;
		redline_draft *layout;
		plain.len = 0;
		text_put(&plain, "");
		for (const char *p = cases[i]; *p; p++)
			if (*p != '|')
				text_add(&plain, p, 1);
		cr_assert_eq(redline_draft_new(&layout, text_view(&plain), NULL), REDLINE_OK);
		cr_assert(quotes_find(&q, &a, layout));
		cut(&got, text_view(&plain), statement ? &q : NULL);
		cr_expect_str_eq(got.ptr, cases[i]);
		redline_draft_free(layout);
		arena_release(&a);
	}
	text_release(&plain);
	text_release(&got);
}

#define CHECK_STATEMENTS(cases) check_cuts(cases, sizeof(cases) / sizeof *(cases), true)
#define CHECK_DRAFTS(cases) check_cuts(cases, sizeof(cases) / sizeof *(cases), false)
#define CHECK_BOTH(cases)            \
	do {                         \
		CHECK_STATEMENTS(cases); \
		CHECK_DRAFTS(cases);     \
	} while (0)

Test(sentence, a_stop_before_a_capital_ends_it)
{
	static const char *const cases[] = {
		"Japan supports paragraph 53.| It proposes a change.|",
		"Is it so?| Yes!| Good.|",
		"One.|\nTwo.|\r\n  Three.|",
		"No stop at the end|",
		"It ends with space.| ",
		"See paragraph 59.| 60 is next.|",
		"Wait ... and see.| Then go.|",
		"Comme \u00E7a.| \u00C9tats.|",
	};
	CHECK_BOTH(cases);
}

Test(sentence, a_stop_inside_something_ends_nothing)
{
	static const char *const cases[] = {
		"See para. 59 and art. 5 of it.| Next.|",
		"States, e.g. Japan, agree.| Next.|",
		"Mr. Smith and Dr. Jones spoke.| Next.|",
		"The U.S. Code and the U.N. Charter apply.| Next.|",
		"J. K. Rowling wrote it.| Next.|",
		"It costs 3.14 or 4.2.1 at www.un.org today.| Next.|",
		"and so on.) and then more.| Next.|",
		"59. The States agree.| Next.|",
		"It is open. and goes on in lower case.| Next.|",
		"The end.; more.| Next.|",
	};
	CHECK_BOTH(cases);
}

Test(sentence, wide_stops_need_no_space)
{
	static const char *const cases[] = {
		"\u5404\u56FD\u53EF\u4EE5\u3002|\u7B2C\u4E8C\u53E5\u3002|",
		"\u597D\uFF01|\u662F\uFF1F|\u5BF9|",
	};
	CHECK_BOTH(cases);
}

Test(sentence, in_a_statement_a_quotation_is_one_piece)
{
	static const char *const cases[] = {
		"Replace \"One. Two.\" with \"three\".| Next.|",
		"Add the sentence \"States agree.\"| Next one.|",
		"Replace \u201CIt is so.\u201D by \u201Cit is not.\u201D in it.| Next.|",
		"Say \"Why?\" to \"No!\" and go.| Next.|",
		"Insert \u201COne.\n\nTwo.\u201D| Next.|",
	};
	CHECK_STATEMENTS(cases);
}

Test(sentence, in_a_draft_closing_marks_go_with_the_sentence)
{
	static const char *const cases[] = {
		"He said \"Yes.\"| Next.|",
		"They did (so they say.)| Next.|",
		"**All agree.**| Next.|",
		"All agree.[^3]| Next.|",
		"All agree.[^3][^4]| Next.[^5]|",
		"\u201COne.\u201D| \u201CTwo.\u201D|",
		"\"One.| Two\" is no piece here.| Next.|",
	};
	CHECK_DRAFTS(cases);
}

Test(sentence, only_the_range_is_looked_at)
{
	redline_bytes const text = BYTES("One two. Three four. Five.");
	cr_expect_eq(sentence_end(text, (redline_range){0, 26}, NULL, &lang_en), 8);
	cr_expect_eq(sentence_end(text, (redline_range){0, 5}, NULL, &lang_en), 5);
	cr_expect_eq(sentence_end(text, (redline_range){9, 26}, NULL, &lang_en), 20);
	cr_expect_eq(sentence_end(text, (redline_range){26, 26}, NULL, &lang_en), 26);
}

/* However long it is. */
Test(sentence, every_abbreviation_is_known)
{
	for (unsigned i = 0; lang_all[i]; i++)
		for (size_t k = 0; k < lang_all[i]->abbreviation_count; k++) {
			redline_bytes const word = bytes_of(lang_all[i]->abbreviations[k]);
			cr_expect(sentence_abbreviates(word, 0, (uint32_t)word.len, lang_all[i]),
			          "%s in %s", word.ptr, lang_all[i]->code);
		}
}
