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

/* ---- writing a comparison ---- */

/* One operation, or one edit of a move, with its words. */
struct step {
	redline_op_kind kind;
	redline_aspect aspect;
	const char *old, *now;
	uint32_t move; /* of a move's ends and edits */
};

struct pair_case {
	struct text old, now, marked;
	redline_draft *before, *after;
	redline_script *script;
};

static void add_step(struct script_builder *b, const struct step *s)
{
	if (s->kind == REDLINE_MOVE_OUT)
		script_move_out(b, s->move, strlen(s->old));
	else if (s->kind == REDLINE_MOVE_IN)
		script_move_in(b, s->move, strlen(s->now));
	else
		script_pass(b, s->kind, s->aspect, strlen(s->old), strlen(s->now));
}

static void build_pair(struct pair_case *c, const struct step *steps, size_t count,
                       const struct step *edits, size_t edit_count, uint32_t moves)
{
	struct script_builder b;
	*c = (struct pair_case){0};
	for (size_t i = 0; i < count; i++) {
		text_put(&c->old, steps[i].old);
		text_put(&c->now, steps[i].now);
	}
	script_begin_pair(&b, text_view(&c->old), text_view(&c->now), moves);
	for (size_t i = 0; i < count; i++)
		add_step(&b, &steps[i]);
	for (size_t i = 0; i < edit_count; i++)
		script_edit(&b, edits[i].move, edits[i].kind, edits[i].aspect,
		            strlen(edits[i].old), strlen(edits[i].now));
	cr_assert_eq(script_finish(&b, &c->script), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&c->before, text_view(&c->old), NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&c->after, text_view(&c->now), NULL), REDLINE_OK);
}

static void release_pair(struct pair_case *c)
{
	redline_script_free(c->script);
	redline_draft_free(c->before);
	redline_draft_free(c->after);
	text_release(&c->old);
	text_release(&c->now);
	text_release(&c->marked);
}

/* What is written for these steps; it must give back the old text, and the new one. */
static void expect_pair(const struct step *steps, size_t count, const struct step *edits,
                        size_t edit_count, uint32_t moves, const char *want, bool alike)
{
	struct pair_case c;
	redline_script *again;
	build_pair(&c, steps, count, edits, edit_count, moves);
	redline_view const view = {.script = c.script, .draft = c.before, .after = c.after};
	cr_assert_eq(redline_write_critic(&view, NULL, NULL, text_sink, &c.marked), REDLINE_OK);
	expect_same(text_view(&c.marked), want, "written");
	cr_assert_eq(redline_script_read_critic(&again, text_view(&c.marked), NULL), REDLINE_OK);
	expect_same(redline_script_new_text(again), c.now.ptr, "accepted");
	if (!alike)
		expect_same(redline_script_old(again), c.old.ptr, "rejected");
	redline_script_free(again);
	release_pair(&c);
}

#define WORDS REDLINE_ASPECT_WORDS
#define COUNT(array) (sizeof(array) / sizeof *(array))

Test(critic, what_is_alike_is_written_as_it_is_now)
{
	static const struct step steps[] = {
		{REDLINE_KEEP, WORDS, "a", "a", 0},     {REDLINE_ALIKE, WORDS, "\n", " ", 0},
		{REDLINE_KEEP, WORDS, "b", "b", 0},     {REDLINE_ALIKE, WORDS, "  ", "", 0},
		{REDLINE_CHANGE, WORDS, "c", "d", 0},   {REDLINE_ALIKE, WORDS, "", "\n", 0},
		{REDLINE_CHANGE, WORDS, "", "e", 0},
	};
	expect_pair(steps, COUNT(steps), NULL, 0, 0, "a b{~~c~>d~~}\n{++e++}", true);
}

Test(critic, aspects_are_said)
{
	static const struct step steps[] = {
		{REDLINE_CHANGE, REDLINE_ASPECT_NUMBER, "58", "59", 0},
		{REDLINE_KEEP, WORDS, ". See paragraph ", ". See paragraph ", 0},
		{REDLINE_CHANGE, REDLINE_ASPECT_REFERENCE, "3", "4", 0},
		{REDLINE_KEEP, WORDS, ", 5", ", 5", 0},
		{REDLINE_CHANGE, REDLINE_ASPECT_SPACING, "", " ", 0},
		{REDLINE_KEEP, WORDS, "%", "%", 0},
	};
	expect_pair(steps, COUNT(steps), NULL, 0, 0,
	            "{~~58~>59~~}. See paragraph "
	            "{~~3~>4~~}, 5{++ ++}%", false);
}

static void expect_break(const char *gone, const char *come, const char *want)
{
	struct step const steps[] = {
		{REDLINE_KEEP, WORDS, "One.", "One.", 0},
		{REDLINE_CHANGE, REDLINE_ASPECT_BREAK, gone, come, 0},
		{REDLINE_KEEP, WORDS, "Two.", "Two.", 0},
	};
	expect_pair(steps, COUNT(steps), NULL, 0, 0, want, false);
}

Test(critic, breaks_are_said)
{
	expect_break(" ", "\n\n", "One.{-- --}{++\n\n++}{>>paragraph split<<}Two.");
	expect_break("\n\n59. ", " ", "One.{--\n\n59. --}{++ ++}{>>paragraphs merged<<}Two.");
	expect_break("\n", "\n\n", "One.{--\n--}{++\n\n++}{>>paragraph split<<}Two.");
	expect_break(" ", "\n(b) ", "One.{~~ ~>\n(b) ~~}{>>paragraph split<<}Two.");
	expect_break("\n(b) ", "\n", "One.{~~\n(b) ~>\n~~}{>>paragraphs merged<<}Two.");
}

Test(critic, a_move_says_where_from_and_where_to)
{
	static const struct step steps[] = {
		{REDLINE_KEEP, WORDS, "1. One.\n\n", "1. One.\n\n", 0},
		{REDLINE_MOVE_OUT, WORDS, "2. Two.\n\n", "", 0},
		{REDLINE_KEEP, WORDS, "3. Three.\n\n", "3. Three.\n\n", 0},
		{REDLINE_MOVE_IN, WORDS, "", "2. Two.\n\n", 0},
		{REDLINE_KEEP, WORDS, "Last.\n", "Last.\n", 0},
	};
	static const struct step edits[] = {{REDLINE_KEEP, WORDS, "2. Two.\n\n", "2. Two.\n\n", 0}};
	expect_pair(steps, COUNT(steps), edits, COUNT(edits), 1,
	            "1. One.\n\n{--2. Two.--}{>>moved to line 5<<}{--\n\n--}3. Three.\n\n"
	            "{++2. Two.++}{>>moved from line 3<<}{++\n\n++}Last.\n", false);
}

Test(critic, without_a_label_a_move_names_lines)
{
	static const struct step steps[] = {
		{REDLINE_MOVE_IN, WORDS, "", "Two.\n\nThree.\n\n", 0},
		{REDLINE_KEEP, WORDS, "# One\n\n", "# One\n\n", 0},
		{REDLINE_MOVE_OUT, WORDS, "Two.\n\nThree.\n\n", "", 0},
		{REDLINE_MOVE_IN, WORDS, "", "\n\n# Heading\n", 1},
		{REDLINE_KEEP, WORDS, "Four.\n", "Four.\n", 0},
		{REDLINE_MOVE_OUT, WORDS, "\n# Heading\n", "", 1},
	};
	static const struct step edits[] = {
		{REDLINE_KEEP, WORDS, "Two.\n\nThree.\n\n", "Two.\n\nThree.\n\n", 0},
		{REDLINE_ALIKE, WORDS, "", "\n", 1},
		{REDLINE_KEEP, WORDS, "\n# Heading\n", "\n# Heading\n", 1},
	};
	expect_pair(steps, COUNT(steps), edits, COUNT(edits), 2,
	            "{++Two.++}{>>moved from line 3<<}{++\n\n++}{++Three.\n\n++}# One\n\n"
	            "{--Two.--}{>>moved to line 1<<}{--\n\n--}{--Three.\n\n--}"
	            "{++\n\n# Heading++}{>>moved from line 9<<}{++\n++}Four.\n"
	            "{--\n# Heading--}{>>moved to line 9<<}{--\n--}", false);
}

/* 3 becomes 7, and its words change, too. */
Test(critic, edits_of_a_move_are_said)
{
	static const struct step steps[] = {
		{REDLINE_MOVE_OUT, WORDS, "3. Really, the same old  text of it.\n\n", "", 0},
		{REDLINE_KEEP, WORDS, "6. Six.\n\n", "6. Six.\n\n", 0},
		{REDLINE_MOVE_IN, WORDS, "", "7. The same new text of\nit all.\n\n", 0},
	};
	static const struct step edits[] = {
		{REDLINE_CHANGE, REDLINE_ASPECT_NUMBER, "3", "7", 0},
		{REDLINE_KEEP, WORDS, ". ", ". ", 0},
		{REDLINE_CHANGE, WORDS, "Really, ", "", 0},
		{REDLINE_CHANGE, WORDS, "the", "The", 0},
		{REDLINE_KEEP, WORDS, " same ", " same ", 0},
		{REDLINE_CHANGE, WORDS, "old", "new", 0},
		{REDLINE_CHANGE, REDLINE_ASPECT_SPACING, "  ", " ", 0},
		{REDLINE_KEEP, WORDS, "text of", "text of", 0},
		{REDLINE_ALIKE, WORDS, " ", "\n", 0},
		{REDLINE_KEEP, WORDS, "it", "it", 0},
		{REDLINE_CHANGE, WORDS, "", " all", 0},
		{REDLINE_KEEP, WORDS, ".\n\n", ".\n\n", 0},
	};
	expect_pair(steps, COUNT(steps), edits, COUNT(edits), 1,
	            "{--3. Really, the same old  text of it.--}{>>moved to 7<<}{--\n\n--}6. Six.\n\n"
	            "{++7. ++}{>>moved from 3<<}"
	            "{>>deleted in the move: \"Really,\"<<}{++The++}{>>in the move, was \"the\"<<}"
	            "{++ same ++}{++new++}{>>in the move, was \"old\"<<}{++ text of\nit++}"
	            "{++ all++}{>>new in the move<<}{++.\n\n++}", false);
}

/* What is said first comes behind the first mark, not before it. */
Test(critic, a_move_that_begins_with_a_deletion)
{
	static const struct step steps[] = {
		{REDLINE_MOVE_OUT, WORDS, "<<} {x\ny\n", "", 0},
		{REDLINE_KEEP, WORDS, "z\n", "z\n", 0},
		{REDLINE_MOVE_IN, WORDS, "", "x y\n", 0},
	};
	static const struct step edits[] = {
		{REDLINE_CHANGE, WORDS, "<<} {", "", 0},
		{REDLINE_KEEP, WORDS, "x", "x", 0},
		{REDLINE_CHANGE, REDLINE_ASPECT_BREAK, "\n", " ", 0},
		{REDLINE_KEEP, WORDS, "y\n", "y\n", 0},
	};
	expect_pair(steps, COUNT(steps), edits, COUNT(edits), 1,
	            "{--<<} {x\ny--}{>>moved to line 2<<}{--\n--}z\n"
	            "{>>deleted in the move: \"<< } {\"<<}{++x++}{>>moved from line 1<<}"
	            "{++ ++}{>>paragraphs merged<<}{++y\n++}", false);
}

Test(critic, a_move_without_drafts)
{
	static const struct step steps[] = {
		{REDLINE_MOVE_OUT, WORDS, "1. x\n", "", 0},
		{REDLINE_KEEP, WORDS, "z\n", "z\n", 0},
		{REDLINE_MOVE_IN, WORDS, "", "1. x\n", 0},
	};
	static const struct step edits[] = {{REDLINE_KEEP, WORDS, "1. x\n", "1. x\n", 0}};
	struct pair_case c;
	build_pair(&c, steps, COUNT(steps), edits, COUNT(edits), 1);
	redline_view const view = {.script = c.script};
	cr_assert_eq(redline_write_critic(&view, NULL, NULL, text_sink, &c.marked), REDLINE_OK);
	expect_same(text_view(&c.marked), "{--1. x--}{>>moved<<}{--\n--}z\n{++1. x++}{>>moved<<}{++\n++}",
	            "written");
	release_pair(&c);
}
