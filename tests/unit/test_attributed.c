/*
 * test_attributed.c -- brackets that name who proposes what is in them: which
 * changes they show, each as CriticMarkup, and what is refused.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/attributed.h"
#include "support/text.h"

static struct lexer *lexer;

static void begin(void)
{
	lexer = lexer_new(&lang_en);
	cr_assert_not_null(lexer);
}

static void end(void)
{
	lexer_free(lexer);
}

struct attributed_case {
	const char *words, *shown;
};

/* "parties: passage", a change a line; or "unclear". */
static void show(struct text *out, const char *words)
{
	struct arena a = {0};
	struct quotes quotes;
	struct attributed found;
	redline_draft *layout;
	redline_bytes const text = bytes_of(words);
	redline_range const all = {0, (uint32_t)text.len};
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(&quotes, &a, layout));
	cr_assert(attributed_read(&a, (struct lexer *const[2]){lexer, lexer}, text, all, &quotes, &found));
	text_put(out, found.unclear ? "unclear" : "");
	for (unsigned i = 0; i < found.count; i++) {
		const struct attributed_change *c = &found.at[i];
		text_put(out, i ? "\n" : "");
		for (unsigned k = 0; k < c->party_count; k++)
			text_format(out, "%s%.*s", k ? ", " : "", (int)c->parties[k].len,
			            c->parties[k].ptr);
		text_format(out, ": %.*s", (int)c->words.len, c->words.ptr);
	}
	redline_draft_free(layout);
	arena_release(&a);
}

static void check(const struct attributed_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct text got = {0};
		show(&got, cases[i].words);
		cr_expect_str_eq(got.ptr, cases[i].shown, "\"%s\": \"%s\"", cases[i].words,
		                 got.ptr);
		text_release(&got);
	}
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

Test(attributed, each_bracket_is_one_change, .init = begin, .fini = end)
{
	static const struct attributed_case cases[] = {
		{"a [b] [Japan: c] d", "Japan: a {~~b~>c~~} d"},
		{"a [Japan: c] d", "Japan: a {++c++} d"},
		{"a [Japan: add c] d", "Japan: a {++c++} d"},
		{"a [b] [Japan: add \"c\"] d", "Japan: a [b] {++c++} d"},
		{"a [b] [Japan: replace with c] d", "Japan: a {~~b~>c~~} d"},
		{"a [b] [Japan, Kenya: delete] d", "Japan, Kenya: a {--b--} d"},
		{"a [Japan: , c] d", "Japan: a{++, c++} d"},
		{"a [b] [Japan: c] d [Kenya: e].", "Japan: a {~~b~>c~~} d.\nKenya: a b d {++e++}."},
		{"a [b] [Japan: c] [Kenya: d] e",
	         "Japan: a {~~b~>c~~} e\nKenya: a {~~b~>d~~} e"},
	};
	CHECK(cases);
}

Test(attributed, what_names_nobody_is_text, .init = begin, .fini = end)
{
	static const struct attributed_case cases[] = {
		{"a [b] c", ""},
		{"a [note: b] c", ""},
		{"a [Japan] c", ""},
		{"a [b], [Japan: c] d", "Japan: a [b], {++c++} d"},
		{"a [b [Japan: c", ""},
	};
	CHECK(cases);
}

Test(attributed, what_is_unclear_is_refused, .init = begin, .fini = end)
{
	static const struct attributed_case cases[] = {
		{"a [Japan: delete] d", "unclear"},       /* what? */
		{"a [Japan: replace with c] d", "unclear"},
		{"a [Japan: supports] d", "unclear"},     /* a stance is no word */
		{"a [b] [Japan: retain] d", "unclear"},
		{"a [b [c]] [Japan: d] e", "unclear"},
		{"a [b] [Japan: ] c", "unclear"},
		{"a [b] [Japan: {++c++}] d", "unclear"},  /* would be a mark itself */
	};
	CHECK(cases);
}

Test(attributed, the_first_bracket_with_a_name_is_found, .init = begin, .fini = end)
{
	redline_bytes const text = BYTES("a [b] [note: c] [Japan] [Kenya: d]");
	redline_range const all = {0, (uint32_t)text.len};
	cr_expect_eq(attributed_first(lexer, text, all), 24);
	cr_expect_eq(attributed_first(lexer, text, (redline_range){0, 24}), 24);
}
