/*
 * test_critic.c -- CriticMarkup: what is a mark, what is text, and how
 * changes are written.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/write.h>

#include "model/script.h"
#include "support/text.h"

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

static void expect_same(redline_bytes got, const char *want, const char *marked)
{
	cr_expect(text_is(got, of(want)), "%s\nwanted %s\ngot    %.*s", marked, want, (int)got.len,
	          got.ptr ? got.ptr : "");
}

static void expect_read(const char *marked, const char *old, const char *now)
{
	redline_script *script;
	cr_assert_eq(redline_script_read_critic(&script, of(marked), NULL), REDLINE_OK);
	expect_same(redline_script_old(script), old, marked);
	expect_same(redline_script_new_text(script), now, marked);
	redline_script_free(script);
}

Test(critic, the_five_marks)
{
	expect_read("a{++b++}c", "ac", "abc");
	expect_read("a{--b--}c", "abc", "ac");
	expect_read("a{~~b~>B~~}c", "abc", "aBc");
	expect_read("a{==b==}c", "abc", "abc");
	expect_read("a{>>b<<}c", "ac", "ac");
}

Test(critic, empty_and_touching_marks)
{
	expect_read("", "", "");
	expect_read("{++++}", "", "");
	expect_read("{++a++}{--b--}{~~c~>~~}{~~~>d~~}", "bc", "ad");
	expect_read("{>>a<<}{>>b<<}", "", "");
}

Test(critic, marks_span_lines)
{
	expect_read("x\n\n{--two\n\nparagraphs\n--}y", "x\n\ntwo\n\nparagraphs\ny", "x\n\ny");
}

Test(critic, openings_without_an_end_are_text)
{
	expect_read("a {++ b", "a {++ b", "a {++ b");
	expect_read("{++}", "{++}", "{++}");
	expect_read("{~~a~~} b", "{~~a~~} b", "{~~a~~} b");
	expect_read("{~~a~~} {~~b~>c~~}", "{~~a~~} b", "{~~a~~} c");
	expect_read("{++ {++a++}", "", " {++a");
	expect_read("{- { {+ ++} --}", "{- { {+ ++} --}", "{- { {+ ++} --}");
}

Test(critic, the_first_closing_counts)
{
	expect_read("{++a+++}", "", "a+");
	expect_read("{---a---}", "-a-", "");
	expect_read("{~~~~>~~~}", "~", "~");
	expect_read("{{++a++}}", "{}", "{a}");
}

Test(critic, no_text_is_refused)
{
	redline_script *script;
	redline_text_fault fault;
	redline_bytes const broken = {"ab\xff", 3};
	cr_expect_eq(redline_script_read_critic(&script, broken, &fault), REDLINE_NOT_UTF8);
	cr_expect_eq(fault.offset, 2);
	cr_expect_null(script);
}

Test(critic, a_megabyte_of_openings_is_quick, .timeout = 10)
{
	struct text marked = {0};
	for (int i = 0; i < 350000; i++)
		text_put(&marked, i % 2 ? "{~~" : "{++");
	text_put(&marked, "~~}");
	redline_script *script;
	cr_assert_eq(redline_script_read_critic(&script, text_view(&marked), NULL), REDLINE_OK);
	cr_expect(text_is(redline_script_old(script), text_view(&marked)));
	redline_script_free(script);
	text_release(&marked);
}

/* ---- writing ---- */

/* The script that turns "<" gone ">" into come, with the same words around. */
static redline_script *change(struct text *old, const char *before, const char *gone,
                              const char *come, const char *after)
{
	struct script_builder b;
	redline_script *script;
	text_format(old, "%s%s%s", before, gone, after);
	script_begin(&b, text_view(old));
	script_keep(&b, strlen(before));
	script_change(&b, strlen(gone), of(come), NULL, 0);
	script_keep(&b, strlen(after));
	cr_assert_eq(script_finish(&b, &script), REDLINE_OK);
	return script;
}

static void expect_written(const char *before, const char *gone, const char *come,
                           const char *after, const char *want)
{
	struct text old = {0}, marked = {0};
	redline_script *script = change(&old, before, gone, come, after);
	redline_view const view = {.script = script};
	cr_assert_eq(redline_write_critic(&view, NULL, NULL, text_sink, &marked), REDLINE_OK);
	expect_same(text_view(&marked), want, "written");
	redline_script_free(script);
	text_release(&old);
	text_release(&marked);
}

Test(critic, the_form_fits_the_change)
{
	expect_written("a ", "b", "c", " d", "a {~~b~>c~~} d");
	expect_written("a", " b", "", " d", "a{-- b--} d");
	expect_written("a", "", " b", " d", "a{++ b++} d");
}

Test(critic, a_mark_holds_one_paragraph)
{
	expect_written("a\n\n", "", "b\n\nc\n\n", "d", "a\n\n{++b\n\n++}{++c\n\n++}d");
	expect_written("a\n\n", "b\n\nc\n", "x", "", "a\n\n{--b\n\n--}{--c\n--}{++x++}");
	expect_written("a\n", "b\nc", "d\ne", "", "a\n{~~b\nc~>d\ne~~}");
	expect_written("a\r\n\r\n", "", "b\r\n\r\nc", "", "a\r\n\r\n{++b\r\n\r\n++}{++c++}");
}

Test(critic, closings_inside_the_words_are_cut)
{
	expect_written("", "", "a++}b", "", "{++a+++}{+++}b++}");
	expect_written("", "a--}b", "", "", "{--a---}{---}b--}");
	expect_written("", "a~>b", "c", "", "{--a~>b--}{++c++}");
	expect_written("", "a", "b~~}", "", "{--a--}{++b~~}++}");
	expect_written("", "a-", "", "", "{--a---}");
	expect_written("", "a~", "~}", "", "{~~a~~>~}~~}");
}

Test(critic, texts_with_marks_are_refused)
{
	struct text old = {0};
	size_t where = 0;
	bool in_new = true;
	redline_script *script = change(&old, "a {>>", "b", "c", "");
	redline_view view = {.script = script};
	cr_expect_eq(redline_write_critic(&view, &where, &in_new, text_sink, &old),
	             REDLINE_UNMARKABLE);
	cr_expect_eq(where, 2);
	cr_expect_not(in_new);
	redline_script_free(script);
	old.len = 0;
	script = change(&old, "a {", "b", "--", "");
	view.script = script;
	cr_expect_eq(redline_write_critic(&view, &where, &in_new, text_sink, &old),
	             REDLINE_UNMARKABLE);
	cr_expect_eq(where, 2);
	cr_expect(in_new);
	redline_script_free(script);
	text_release(&old);
}
