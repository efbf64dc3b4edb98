/*
 * test_items.c -- where the items of an act's list begin inside a line.  A case is a text
 * with "|" before each of them, and a
 * "?" at its end if some list is a doubt.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/items.h"
#include "support/text.h"

/* The text with a "|" before each item found. */
static void cut(struct text *out, redline_bytes text)
{
	struct arena a = {0};
	struct quotes q;
	redline_draft *layout;
	struct items items = {.labels = {.at = NULL}};
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(&q, &a, layout));
	cr_assert(items_find(&items, text, &q, layout));
	uint32_t at = 0;
	for (size_t i = 0; i < items.labels.len; at = items.labels.at[i++]) {
		cr_assert(items.labels.at[i] >= at && items.labels.at[i] < text.len);
		text_add(out, text.ptr + at, items.labels.at[i] - at);
		text_put(out, "|");
	}
	text_add(out, text.ptr + at, text.len - at);
	if (items.doubts.len)
		text_put(out, "?");
	items_release(&items);
	redline_draft_free(layout);
	arena_release(&a);
}

static void check(const char *const *cases, size_t count)
{
	struct text plain = {0}, got = {0};
	for (size_t i = 0; i < count; i++) {
		plain.len = got.len = 0;
		text_put(&plain, "");
		text_put(&got, "");
		for (const char *c = cases[i]; *c; c++)
			if (*c != '|' && *c != '?')
				text_add(&plain, c, 1);
		cut(&got, text_view(&plain));
		cr_expect(strcmp(got.ptr, cases[i]) == 0, "%s\n  became\n%s", cases[i],
		          got.ptr);
	}
	text_release(&plain);
	text_release(&got);
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

Test(items, begin_behind_the_lead_of_an_act)
{
	static const char *const cases[] = {
		"Section 4 is amended as follows: |(1) Subsection (c) is repealed. |(2) Strike \"a\".",
		"Section 4 is amended as follows: |(1) Subsection (c) is amended as follows: |(A) "
		"Strike \"a\". |(B) Strike \"b\"; |(2) subsection (d) is repealed.",
		"Section 4 is amended by |(1) striking \"a\"; and |(2) inserting \"b\" after \"c\".",
		"Section 4 is amended |(a) in subsection (a), by striking \"a\", and |(b) by "
		"striking \"b\".",
		"Section 4 is amended— |(1) in paragraph (2), by |(A) striking \"a\"; and |(B) "
		"striking \"b\"; and |(2) by striking \"c\".",
		"Section 4 is amended --|(1) by striking \"a\"; |(2) by striking \"b\".",
		"Section 4 is amended as\nfollows: |(1) Strike \"a\". |(2)\nStrike \"b\".",
		"Section 4 is amended as follows: |1. Strike \"a\". |2. Strike \"b\".",
		"Section 4 is amended as follows: |(1) In subsection (c): |(A) Strike \"a\". |(B) "
		"Strike \"b\".",
		"(a) Section 4 is amended as follows: |(1) Strike \"a\". |(b) Section 5 is repealed.",
		"L'article 4 est ainsi modifié : |1° Au premier alinéa : |a) Le mot « a » est "
		"supprimé ; |b) Le mot « b » est supprimé ; |2° Le troisième alinéa est supprimé.",
		"§ 4 wird wie folgt geändert: |1. Absatz 1 wird wie folgt geändert: |a) Satz 1 wird "
		"aufgehoben. |b) Satz 3 wird aufgehoben. |2. Absatz 3 wird aufgehoben.",
		"El artículo 4 se modifica como sigue: |a) se suprime el apartado 1; y |b) se "
		"suprime el apartado 3.",
		"В статью 4 внести следующие изменения: |1) пункт 1 исключить; |2) пункт 3 исключить.",
		"第四条作如下修改：|（一）删去第一款；|（二）删去第三款。",
	};
	check(cases, COUNT(cases));
}

Test(items, are_no_references)
{
	static const char *const cases[] = {
		"Section 4 is amended as follows: |(1) Paragraphs (1), (2), and (3) are repealed.",
		"Section 4 is amended as follows: |(1) Paragraph (1) and (2) of it are repealed.",
		"Section 4 is amended by |(1) striking \"a\" in paragraph (1), and (2) of it.",
		"Section 4 is amended in paragraph (2) by striking \"a\" in (a) and (b).",
		"Section 4 is amended by striking \"a\" (1) twice.",
		"Section 4 is amended as follows: |1. In Art. 2. Strike \"a\".",
	};
	check(cases, COUNT(cases));
}

Test(items, are_none_in_quotations)
{
	static const char *const cases[] = {
		"Section 4 is amended as follows: |(1) Add \"a: (1) b; (2) c. (3) d.\" |(2) Strike "
		"\"e; (3) f\".",
		"Section 4 is amended to read \"is amended as follows: (1) Strike; (2) add.\".",
		"Section 4 is amended as follows: |(1) Add: \"(a) B.\n\n\"(2) C.\"; |(2) strike \"d\".",
	};
	check(cases, COUNT(cases));
}

Test(items, are_none_where_wording_may_follow)
{
	static const char *const cases[] = {
		"Section 4 is amended to read as follows: (1) The Mayor; (2) the Council.",
		"Replace paragraph 5 by the following: (a) States; (b) parties.",
		"Section 4 is amended as follows: (1) Subsection (a) shall read: (1) The Mayor; (2) "
		"the Council.?",
	};
	check(cases, COUNT(cases));
}

Test(items, are_all_left_alone_if_their_numbers_do_not_go_on)
{
	static const char *const cases[] = {
		"Section 4 is amended as follows: (1) Strike \"a\". (3) Strike \"b\".?",
		"Section 4 is amended as follows: (2) Strike \"a\". (3) Strike \"b\".",
		"(h) Section 4 is amended as follows: (i) Strike \"a\".?",
		"Section 4 is amended as follows: |(1) Strike \"a\". |(2) Strike \"b\".\n\n"
		"Section 5 is amended as follows: (1) Strike \"a\". (1) Strike \"b\".?",
	};
	check(cases, COUNT(cases));
}
