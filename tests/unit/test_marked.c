/*
 * test_marked.c -- marked-up wording: its old reading, and the changes in it.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/marked.h"
#include "support/text.h"

static void put_range(struct text *out, const struct buf *from, redline_range r)
{
	if (range_len(r))
		text_add(out, from->ptr + r.begin, range_len(r));
}

/* "old reading|gone>come" with a blank where one stands beside what comes. */
static void show(struct text *out, const char *words, enum marked_bold bold)
{
	marked_parts parts = {0};
	struct marked m = {0};
	out->len = 0;
	cr_assert(marked_cut(bytes_of(words), &parts));
	cr_assert(marked_read(bytes_of(words), &parts, bold, &m));
	text_add(out, m.old.ptr ? m.old.ptr : "", m.old.len);
	for (size_t i = 0; i < m.changes.len; i++) {
		const struct marked_change *c = &m.changes.at[i];
		text_put(out, c->unclear ? "?" : "|");
		put_range(out, &m.old, c->gone);
		text_put(out, c->blank_before ? "> " : ">");
		put_range(out, &m.come, c->come);
		text_put(out, c->blank_after ? " " : "");
	}
	text_put(out, "");
	marked_release(&m);
	VEC_RELEASE(&parts);
}

struct marked_case {
	const char *words, *shown;
};

static void check(const struct marked_case *cases, size_t count, enum marked_bold bold)
{
	struct text got = {0};
	for (size_t i = 0; i < count; i++) {
		show(&got, cases[i].words, bold);
		cr_expect_str_eq(got.ptr, cases[i].shown, "\"%s\": \"%s\"", cases[i].words,
		                 got.ptr);
	}
	text_release(&got);
}

#define CHECK(cases, bold) check(cases, sizeof(cases) / sizeof *(cases), bold)

Test(marked, each_kind_of_mark_is_read)
{
	static const struct marked_case cases[] = {
		{"a {~~b~>c~~} d", "a b d|b> c "},
		{"a {--b--} d", "a b d|b>  "},
		{"a {++c++} d", "a  d|> c "},
		{"a ~~b~~ **c** d", "a b d|b> c "},
		{"a **c** ~~b~~ d", "a b d|b> c "},
		{"a <del>b</del><ins>c</ins> d", "a b d|b> c "},
		{"a <s>b</s> <u>c</u> d", "a b d|b> c "},
		{"a [-b-]{+c+} d", "a b d|b> c "},
		{"a {==b==}{>>why<<} d", "a b d"},
	};
	CHECK(cases, BOLD_COMES);
}

Test(marked, white_space_beside_new_words_is_told)
{
	static const struct marked_case cases[] = {
		{"threat{++s++} to", "threat to|>s "},
		{"{++geo++}political", "political|>geo"},
		{"from {++here++}, and", "from, and|> here"},
		{"({++so++} far)", "(far)|>so "},
		{"the end {++of it++}.", "the end.|> of it"},
		{"could{++ well++} be", "could be|> well "},
		{"well{~~-~> ~~}known", "well-known|->  "},
		{"a ~~b~~ ~~c~~ **d** e", "a b c e|b c> d "},
		{"threat~~s~~ **ening** x", "threats x?s>ening "},
	};
	CHECK(cases, BOLD_COMES);
}

Test(marked, bold_is_new_or_emphasis)
{
	static const struct marked_case comes[] = {{"**a** b ~~c~~ **d**", "b c|>a |c> d"}};
	static const struct marked_case beside[] = {{"**a** b ~~c~~ **d**", "a b c|c> d"}};
	static const struct marked_case none[] = {{"**a** b ~~c~~ **d**", "a b c d|c>  "}};
	CHECK(comes, BOLD_COMES);
	CHECK(beside, BOLD_REPLACES);
	CHECK(none, BOLD_EMPHASIZES);
}

Test(marked, what_is_no_mark_is_text)
{
	static const struct marked_case cases[] = {
		{"a {~~b~~} {-- c", "a {b} {-- c|b>"},
		{"2 ** 3 ** 4", "2 ** 3 ** 4"},
		{"[- a -] {+ b +} ~~ c ~~", "[- a -] {+ b +} ~~ c ~~"},
		{"[^1] [text] <p>", "[^1] [text] <p>"},
		{"{----} ~~~~", "{----} ~~~~"},
	};
	CHECK(cases, BOLD_COMES);
	cr_expect_not(marked_shows(BYTES("**bold** and {==shown==} [-] ~~")));
	cr_expect(marked_shows(BYTES("**bold** and ~~struck~~")));
	cr_expect_eq(marked_first(BYTES("a {++b++} {--c--}"), 3), 10u);
}

Test(marked, unclosed_marks_cost_one_search_each)
{
	struct text many = {0};
	for (int i = 0; i < 200000; i++)
		text_put(&many, "{++ {~~ ** <del> ");
	marked_parts parts = {0};
	cr_assert(marked_cut((redline_bytes){many.ptr, many.len}, &parts));
	cr_expect(parts.len > 0);
	VEC_RELEASE(&parts);
	text_release(&many);
}
