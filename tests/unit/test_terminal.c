/*
 * test_terminal.c -- comparisons shown at a terminal, under one another and in
 * two columns.  Most are built by hand: the texts come of the operations, so
 * that what is tested is the showing and not the finding.  The rest: running
 * text set the quick way and the slow one, and random comparisons.
 */
#include <criterion/criterion.h>
#include <string.h>
#include <unictype.h>
#include <uniwidth.h>

#include <redline/write.h>

#include "edge/closing.h"
#include "edge/compared.h"
#include "edge/passages.h"
#include "edge/sides.h"
#include "model/script.h"
#include "support/pairs.h"
#include "support/text.h"

enum { PIECES = 24, PAIRS = 16, MOVES = 2 };

/* One operation, as the texts it stands for. */
struct piece {
	redline_op_kind kind;
	redline_aspect aspect;
	const char *old, *now;
};

/* Its pairs are blocks; blank ones count. */
struct hand {
	struct piece pieces[PIECES];
	struct piece edits[MOVES][PIECES]; /* of the first move, of the second */
	redline_pair pairs[PAIRS];
	redline_tally tally;
};

#define KEEP(words)       {REDLINE_KEEP, REDLINE_ASPECT_WORDS, words, words}
#define ALIKE(a, b)       {REDLINE_ALIKE, REDLINE_ASPECT_WORDS, a, b}
#define CHANGE(a, b)      {REDLINE_CHANGE, REDLINE_ASPECT_WORDS, a, b}
#define NUMBER(a, b)      {REDLINE_CHANGE, REDLINE_ASPECT_NUMBER, a, b}
#define REFERENCE(a, b)   {REDLINE_CHANGE, REDLINE_ASPECT_REFERENCE, a, b}
#define BREAK(a, b)       {REDLINE_CHANGE, REDLINE_ASPECT_BREAK, a, b}
#define SPACING(a, b)     {REDLINE_CHANGE, REDLINE_ASPECT_SPACING, a, b}
#define MOVE_OUT(words)   {REDLINE_MOVE_OUT, REDLINE_ASPECT_WORDS, words, ""}
#define MOVE_IN(words)    {REDLINE_MOVE_IN, REDLINE_ASPECT_WORDS, "", words}

#define BOTH(i, j)  {.old = {i, (i) + 1}, .now = {j, (j) + 1}}
#define MOVED(i, j) {.old = {i, (i) + 1}, .now = {j, (j) + 1}, .moved = true}
#define ADDED(j)    {.now = {j, (j) + 1}}
#define DROPPED(i)  {.old = {i, (i) + 1}}

struct built {
	struct text old, now;
	redline_draft *before, *after;
	redline_script *script;
	struct compared c;
};

static size_t count_moves(const struct hand *hand)
{
	size_t moves = 0;
	for (size_t i = 0; i < PIECES && hand->pieces[i].old; i++)
		moves += hand->pieces[i].kind == REDLINE_MOVE_IN;
	return moves;
}

static void write_pieces(struct script_builder *b, const struct hand *hand)
{
	uint32_t out = 0, in = 0;
	for (size_t i = 0; i < PIECES && hand->pieces[i].old; i++) {
		const struct piece *p = &hand->pieces[i];
		if (p->kind == REDLINE_MOVE_OUT)
			script_move_out(b, out++, strlen(p->old));
		else if (p->kind == REDLINE_MOVE_IN)
			script_move_in(b, in++, strlen(p->now));
		else
			script_pass(b, p->kind, p->aspect, strlen(p->old), strlen(p->now));
	}
}

static void build(struct built *t, const struct hand *hand)
{
	struct script_builder b;
	*t = (struct built){0};
	for (size_t i = 0; i < PIECES && hand->pieces[i].old; i++) {
		text_put(&t->old, hand->pieces[i].old);
		text_put(&t->now, hand->pieces[i].now);
	}
	cr_assert_eq(redline_draft_new(&t->before, text_view(&t->old), NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&t->after, text_view(&t->now), NULL), REDLINE_OK);
	uint32_t const moves = (uint32_t)count_moves(hand);
	script_begin_pair(&b, text_view(&t->old), text_view(&t->now), moves);
	write_pieces(&b, hand);
	for (uint32_t m = 0; m < moves; m++)
		for (size_t i = 0; i < PIECES && hand->edits[m][i].old; i++) {
			const struct piece *p = &hand->edits[m][i];
			script_edit(&b, m, p->kind, p->aspect, strlen(p->old), strlen(p->now));
		}
	cr_assert_eq(script_finish(&b, &t->script), REDLINE_OK);
	t->c = (struct compared){.script = t->script, .before = t->before, .after = t->after,
	                         .old_name = "a.md", .new_name = "b.md", .pairs = hand->pairs,
	                         .tally = hand->tally};
	while (t->c.pair_count < PAIRS && (hand->pairs[t->c.pair_count].old.end ||
	                                   hand->pairs[t->c.pair_count].now.end))
		t->c.pair_count++;
	cr_assert(compared_open(&t->c));
}

static void release(struct built *t)
{
	compared_release(&t->c);
	redline_script_free(t->script);
	redline_draft_free(t->before);
	redline_draft_free(t->after);
	text_release(&t->old);
	text_release(&t->now);
}

static void expect_styled(const struct hand *hand, redline_style style, const char *want)
{
	struct built t;
	struct page *page = calloc(1, sizeof *page);
	struct text shown = {0};
	build(&t, hand);
	page_open(page, &style, text_sink, &shown);
	passages_put(page, &t.c);
	cr_assert_eq(out_finish(&page->out), REDLINE_OK);
	cr_assert_not(page->failed);
	cr_expect(text_is(text_view(&shown), (redline_bytes){want, strlen(want)}),
	          "wanted\n%s\ngot\n%s", want, shown.ptr ? shown.ptr : "");
	text_release(&shown);
	free(page);
	release(&t);
}

static void expect_shown(const struct hand *hand, const char *want)
{
	expect_styled(hand, (redline_style){.width = 50}, want);
}

static void expect_sides(const struct hand *hand, uint32_t width, const char *want)
{
	struct built t;
	redline_style const style = {.width = width};
	struct text shown = {0};
	build(&t, hand);
	cr_assert_eq(sides_put(&t.c, &style, text_sink, &shown), REDLINE_OK);
	cr_expect(text_is(text_view(&shown), (redline_bytes){want, strlen(want)}),
	          "wanted\n%s\ngot\n%s", want, shown.ptr ? shown.ptr : "");
	text_release(&shown);
	release(&t);
}

/* ---- one paragraph ---- */

Test(terminal, an_edited_paragraph_and_its_number)
{
	struct hand const hand = {
		.pieces = {KEEP("# E. Capacity\n\n"), NUMBER("58", "59"),
		           KEEP(". States benefit from "), CHANGE("establishing", "enhancing"),
		           KEEP(" bodies.\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2)},
	};
	expect_shown(&hand, "59 (was 58)  E. Capacity                    b.md:3\n"
	                    "    States benefit from\n"
	                    "    [-establishing-]{+enhancing+} bodies.\n");
}

Test(terminal, a_label_in_another_dress_is_shown)
{
	struct hand const hand = {
		.pieces = {KEEP("5"), NUMBER(".", ")"), KEEP(" States meet.\n")},
		.pairs = {BOTH(0, 0)},
	};
	expect_shown(&hand, "5) (was 5)                                  b.md:1\n"
	                    "    5[-.-]{+)+} States meet.\n");
}

Test(terminal, headings_footnotes_and_bullets)
{
	struct hand const hand = {
		.pieces = {CHANGE("#", "##"), KEEP(" Aims\n\n- meet "), CHANGE("", "and agree "),
		           KEEP("often\n\n[^3]: As "), CHANGE("far", "soon"), KEEP(" as may be.\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2), BOTH(4, 4)},
	};
	expect_shown(&hand, "heading                                     b.md:1\n"
	                    "    [-#-]{+##+} Aims\n"
	                    "\n"
	                    "Aims                                        b.md:3\n"
	                    "    - meet {+and agree +}often\n"
	                    "\n"
	                    "footnote 3  Aims                            b.md:5\n"
	                    "    As [-far-]{+soon+} as may be.\n");
}

Test(terminal, alike_is_shown_as_it_is_now)
{
	struct hand const hand = {
		.pieces = {KEEP("1. Re-wrapped"), ALIKE("\n", " "), KEEP("and "),
		           ALIKE("e\xCC\x81tat", "\xC3\xA9tat"), KEEP(" "), CHANGE("old", "new"),
		           KEEP(".\n")},
		.pairs = {BOTH(0, 0)},
	};
	expect_shown(&hand, "1                                           b.md:1\n"
	                    "    Re-wrapped and \xC3\xA9tat [-old-]{+new+}.\n");
}

Test(terminal, right_to_left_text_keeps_its_order)
{
	struct hand const hand = {
		.pieces = {KEEP("1. \xD8\xA7\xD9\x84 "), CHANGE("\xD9\x8A\xD8\xAC\xD8\xA8",
		                                               "\xD9\x8A\xD9\x86"), KEEP(" \xD8\xA3\xD9\x86\n")},
		.pairs = {BOTH(0, 0)},
	};
	expect_shown(&hand, "1                                           b.md:1\n"
	                    "    \xD8\xA7\xD9\x84 [-\xD9\x8A\xD8\xAC\xD8\xA8-]"
	                    "{+\xD9\x8A\xD9\x86+} \xD8\xA3\xD9\x86\n");
}

/* ---- white space ---- */

Test(terminal, a_blank_that_came_or_went)
{
	struct hand const hand = {
		.pieces = {KEEP("1. Some 5"), SPACING(" ", ""), KEEP("% or 7"), SPACING("", " "),
		           KEEP("% of it.\n")},
		.pairs = {BOTH(0, 0)},
		.tally = {.spacings = 2},
	};
	expect_shown(&hand, "1                                           b.md:1\n"
	                    "    Some 5[- -]% or 7{+ +}% of it.\n"
	                    "\n"
	                    "2 changes of spacing.\n");
	expect_styled(&hand, (redline_style){.color = true, .width = 50},
	              "\x1b[1m1\x1b[0m                                           \x1b[2mb.md:1\x1b[0m\n"
	              "    Some 5\x1b[31;9m\xC2\xB7\x1b[0m% or 7\x1b[32;4m\xC2\xB7\x1b[0m% of it.\n"
	              "\n"
	              "2 changes of spacing.\n");
}

Test(terminal, other_white_space_is_shown_by_signs)
{
	struct hand const hand = {
		.pieces = {SPACING("\n", ""), KEEP("1. One"), SPACING("\n", " "), KEEP("two"),
		           SPACING("\t", "  "), KEEP("three"), SPACING("\xC2\xA0", " "),
		           KEEP("four."), SPACING(" \r\n\n", "\n"), KEEP("\n2. Five.\n")},
		.pairs = {BOTH(1, 0), BOTH(3, 2)},
	};
	expect_shown(&hand,
	             "1                                           b.md:1\n"
	             "    [-\xE2\x8F\x8E-]1. One[-\xE2\x8F\x8E-]{+\xC2\xB7+}two[-\xE2\x86\x92-]"
	             "{+\xC2\xB7\xC2\xB7+}\n"
	             "    three[-U+00A0-]{+\xC2\xB7+}four."
	             "[-\xC2\xB7U+000D\xE2\x8F\x8E\xE2\x8F\x8E-]{+\xE2\x8F\x8E+}\n");
}

/* A date, and a word that was wrapped, are one token with white space inside. */
Test(terminal, words_around_white_space_that_changed_are_words)
{
	struct hand const hand = {
		.pieces = {KEEP("1. On "), SPACING("18 ao\xC3\xBBt 2020", "18\nao\xC3\xBBt 2020"),
		           KEEP(" the "), SPACING("co-\noperation", "co-operation"), KEEP(" began.\n")},
		.pairs = {BOTH(0, 0)},
	};
	expect_shown(&hand,
	             "1                                           b.md:1\n"
	             "    On [-18\xC2\xB7" "ao\xC3\xBBt\xC2\xB7" "2020-]"
	             "{+18\xE2\x8F\x8E" "ao\xC3\xBBt\xC2\xB7" "2020+} the\n"
	             "    [-co-\xE2\x8F\x8Eoperation-]{+co-operation+} began.\n");
}

/* The two look the same, so the mark that tells them apart is told. */
Test(terminal, letters_composed_otherwise)
{
	struct hand const hand = {
		.pieces = {KEEP("1. The "), SPACING("Caf\xC3\xA9", "Cafe\xCC\x81"), KEEP(" opens.\n")},
		.pairs = {BOTH(0, 0)},
	};
	expect_shown(&hand,
	             "1                                           b.md:1\n"
	             "    The [-Caf\xC3\xA9-]{+CafeU+0301+} opens.\n");
}

/* ---- splits and merges ---- */

Test(terminal, a_split_shows_the_break)
{
	struct hand const hand = {
		.pieces = {KEEP("5. One thing is so."), BREAK(" ", "\n\n6. "),
		           KEEP("Another "), CHANGE("is", "was"), KEEP(" not.\n")},
		.pairs = {{.old = {0, 1}, .now = {0, 3}, .edited = true}},
		.tally = {.split = 1, .inserted = 1, .deleted = 1},
	};
	expect_shown(&hand, "5 and 6 (split from 5)                      b.md:1\n"
	                    "    One thing is so.{+\xC2\xB6+}\n"
	                    "    {+6. +}Another [-is-]{+was+} not.\n"
	                    "\n"
	                    "1 paragraph split (1 word in, 1 out).\n");
}

Test(terminal, a_merge_shows_the_break)
{
	struct hand const hand = {
		.pieces = {KEEP("5. One."), BREAK("\n\n6. ", " "), KEEP("Two."), BREAK("\n\n", " "),
		           KEEP("Three.\n")},
		.pairs = {{.old = {0, 5}, .now = {0, 1}, .edited = true}},
		.tally = {.merged = 1},
	};
	expect_shown(&hand, "5 (merged)                                  b.md:1\n"
	                    "    One.[-\xC2\xB6 6.-] Two.[-\xC2\xB6-] Three.\n"
	                    "\n"
	                    "1 paragraph merged.\n");
}

/* ---- only numbers ---- */

Test(terminal, renumbered_runs_are_one_line_each)
{
	struct hand const hand = {
		.pieces = {NUMBER("4", "5"), KEEP(". A.\n\n"), NUMBER("5", "6"), KEEP(". B "),
		           CHANGE("x", "y"), KEEP(".\n\n"), NUMBER("6", "7"), KEEP(". C.\n\n"),
		           KEEP("  (a) one\n"), CHANGE("", "  (b) new\n"),
		           NUMBER("  (b)", "  (c)"), KEEP(" two\n\n"),
		           NUMBER("7", "8"), KEEP(". D.\n\n"), CHANGE("8. E.\n\n", ""),
		           NUMBER("9 bis", "9"), KEEP(". F.\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2), BOTH(4, 4), BOTH(6, 6), ADDED(7), BOTH(7, 8),
		          BOTH(9, 10), DROPPED(11), BOTH(13, 12)},
		.tally = {.edited = 1, .dropped = 1, .renumbered = 6, .inserted = 1, .deleted = 2},
	};
	expect_shown(&hand, "6 (was 5)                                   b.md:3\n"
	                    "    B [-x-]{+y+}.\n"
	                    "\n"
	                    "7 (b) (new)                                 b.md:8\n"
	                    "    {+(b) new+}\n"
	                    "\n"
	                    "8 (deleted)                                a.md:12\n"
	                    "    [-8. E.-]\n"
	                    "\n"
	                    "Renumbered:\n"
	                    "    4 to 7 became 5 to 8\n"
	                    "    6 (b) became 7 (c)\n"
	                    "    9 bis became 9\n"
	                    "\n"
	                    "1 paragraph changed, 1 deleted, 6 renumbered (1\n"
	                    "word in, 2 out).\n");
}

Test(terminal, numbers_inside_go_along)
{
	struct hand const hand = {
		.pieces = {NUMBER("4", "5"), KEEP(". A.\n\n"), NUMBER("4.1", "5.1"), KEEP(" B.\n\n"),
		           NUMBER("4.2", "5.2"), KEEP(" C.\n\n"), NUMBER("5", "6"), KEEP(". D.\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2), BOTH(4, 4), BOTH(6, 6)},
	};
	expect_shown(&hand, "Renumbered: 4 and 5 became 5 and 6\n");
}

Test(terminal, references_that_followed)
{
	struct hand const hand = {
		.pieces = {KEEP("1. As paragraph "), REFERENCE("58", "59"), KEEP(" and paragraph "),
		           REFERENCE("60", "61"), KEEP(" say.\n\n2. See paragraph "),
		           REFERENCE("58", "59"), KEEP(" "), CHANGE("now", "then"), KEEP(".\n\n"),
		           KEEP("Under paragraph "), REFERENCE("58", "59"), KEEP(".\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2), BOTH(4, 4)},
		.tally = {.references = 4},
	};
	expect_shown(&hand, "2                                           b.md:3\n"
	                    "    See paragraph [-58-]{+59+} [-now-]{+then+}.\n"
	                    "\n"
	                    "Cross-references:\n"
	                    "    paragraph 1: 58 became 59, 60 became 61\n"
	                    "    line 5: 58 became 59\n"
	                    "\n"
	                    "4 cross-references.\n");
	expect_styled(&hand, (redline_style){.color = true, .width = 50},
	              "\x1b[1m2\x1b[0m                                           \x1b[2mb.md:3\x1b[0m\n"
	              "    See paragraph \x1b[2;31;9m58\x1b[0m\x1b[2;32;4m59\x1b[0m "
	              "\x1b[31;9mnow\x1b[0m\x1b[32;4mthen\x1b[0m.\n"
	              "\n"
	              "Cross-references:\n"
	              "    paragraph 1: 58 became 59, 60 became 61\n"
	              "    line 5: 58 became 59\n"
	              "\n"
	              "4 cross-references.\n");
}

/* ---- whole paragraphs ---- */

Test(terminal, what_an_added_provision_encloses_is_under_it)
{
	struct hand const hand = {
		.pieces = {KEEP("1. A.\n\n"), CHANGE("2. Old words.\n",
		                                   "2. New:\n\n    (a) one;\n\n    (b) two.\n\n3. More.\n")},
		.pairs = {BOTH(0, 0), DROPPED(2), ADDED(2), ADDED(4), ADDED(6), ADDED(8)},
	};
	expect_shown(&hand, "2 (deleted)                                 a.md:3\n"
	                    "    [-2. Old words.-]\n"
	                    "\n"
	                    "2 (new)                                     b.md:3\n"
	                    "    {+2. New:+}\n"
	                    "\n"
	                    "        {+(a) one;+}\n"
	                    "\n"
	                    "        {+(b) two.+}\n"
	                    "\n"
	                    "3 (new)                                     b.md:9\n"
	                    "    {+3. More.+}\n");
}

Test(terminal, changed_rows_stand_under_their_columns)
{
	struct hand const hand = {
		.pieces = {KEEP("| a | b |\n|---|---|\n| 1 | "), CHANGE("x", "y"),
		           KEEP(" |\n| 2 | z |\n"), CHANGE("| 3 | w |\n", ""),
		           CHANGE("", "| 4 | v |\n")},
		.pairs = {BOTH(0, 0), BOTH(1, 1), BOTH(2, 2), BOTH(3, 3), DROPPED(4), ADDED(4)},
	};
	expect_shown(&hand, "table                                       b.md:3\n"
	                    "    | a | b |\n"
	                    "    | 1 | [-x-]{+y+} |\n"
	                    "    ...\n"
	                    "    [-| 3 | w |-]\n"
	                    "    {+| 4 | v |+}\n");
}

/* ---- moves ---- */

#define LONG_WORDS                                                             \
	"States that share a river should meet once a year and agree on what "     \
	"is to be measured, by whom, and at whose cost, and they should put it in " \
	"writing before the flood season begins.\n"

Test(terminal, a_move_is_shown_where_it_came_to)
{
	struct hand const hand = {
		.pieces = {KEEP("1. A.\n\n"), MOVE_OUT("2. " LONG_WORDS), CHANGE("\n", ""),
		           NUMBER("3", "2"), KEEP(". B.\n\n"), MOVE_IN("3. " LONG_WORDS)},
		.edits = {{NUMBER("2", "3"), KEEP(". " LONG_WORDS)}},
		.pairs = {BOTH(0, 0), BOTH(4, 2), MOVED(2, 4)},
		.tally = {.moved = 1},
	};
	expect_shown(&hand, "2   moved to 3                              a.md:3\n"
	                    "\n"
	                    "3 (moved from 2)                            b.md:5\n"
	                    "    States that share a river should meet once a\n"
	                    "    year and agree on what is to be measured, by\n"
	                    "    whom, and at whose cost, and ...\n"
	                    "\n"
	                    "Renumbered: 3 became 2\n"
	                    "\n"
	                    "1 paragraph moved.\n");
}

static const struct hand edited_move = {
	.pieces = {MOVE_OUT("Old place of it.\n\n"), KEEP("Between.\n\n"), MOVE_IN("New place of it.\n")},
	.edits = {{CHANGE("Old", "New"), KEEP(" place of it.\n"), CHANGE("\n", "")}},
	.pairs = {BOTH(2, 0), MOVED(0, 2)},
};

Test(terminal, the_edits_of_a_move_are_marked)
{
	expect_shown(&edited_move, "line 1  moved to line 3                     a.md:1\n"
	                           "\n"
	                           "line 3 (moved from line 1)                  b.md:3\n"
	                           "    [-Old-]{+New+} place of it.\n");
	expect_styled(&edited_move, (redline_style){.color = true, .width = 50},
	              "\x1b[2mline 1  moved to line 3\x1b[0m"
	              "                     \x1b[2ma.md:1\x1b[0m\n"
	              "\n"
	              "\x1b[1mline 3 (moved from line 1)\x1b[0m"
	              "                  \x1b[2mb.md:3\x1b[0m\n"
	              "    \x1b[31;9mOld\x1b[0m\x1b[32;4mNew\x1b[0m\x1b[34m place of it.\x1b[0m\n");
}

Test(terminal, neighbours_that_moved_are_one_entry)
{
	struct hand const hand = {
		.pieces = {MOVE_OUT("1. One.\n\n2. Two.\n\n"), NUMBER("3", "1"), KEEP(". Three.\n\n"),
		           MOVE_IN("2. One.\n\n3. Two.\n\n"), KEEP("4. Four.\n")},
		.edits = {{NUMBER("1", "2"), KEEP(". One.\n\n"), NUMBER("2", "3"), KEEP(". Two.\n\n")}},
		.pairs = {BOTH(4, 0), MOVED(0, 2), MOVED(2, 4), BOTH(6, 6)},
	};
	expect_shown(&hand, "1 to 2  moved to 2 to 3                     a.md:1\n"
	                    "\n"
	                    "2 to 3 (moved from 1 to 2)                  b.md:3\n"
	                    "    One.\n"
	                    "\n"
	                    "    3. Two.\n"
	                    "\n"
	                    "Renumbered: 3 became 1\n");
}

/* ---- context ---- */

static const struct hand five = {
	.pieces = {KEEP("1. A.\n\n2. B.\n\n3. "), CHANGE("C", "c"), KEEP(".\n\n4. D.\n\n5. E.\n\n6. "),
	           CHANGE("F", "f"), KEEP(".\n")},
	.pairs = {BOTH(0, 0), BOTH(2, 2), BOTH(4, 4), BOTH(6, 6), BOTH(8, 8), BOTH(10, 10)},
};

Test(terminal, context_is_on_both_sides)
{
	expect_styled(&five, (redline_style){.width = 50, .context = 1},
	              "    2. B.\n"
	              "\n"
	              "3                                           b.md:5\n"
	              "    [-C-]{+c+}.\n"
	              "\n"
	              "    4. D.\n"
	              "\n"
	              "    5. E.\n"
	              "\n"
	              "6                                          b.md:11\n"
	              "    [-F-]{+f+}.\n");
}

Test(terminal, contexts_that_meet_are_not_repeated)
{
	static const char whole[] = "    1. A.\n"
	                            "\n"
	                            "    2. B.\n"
	                            "\n"
	                            "3                                           b.md:5\n"
	                            "    [-C-]{+c+}.\n"
	                            "\n"
	                            "    4. D.\n"
	                            "\n"
	                            "    5. E.\n"
	                            "\n"
	                            "6                                          b.md:11\n"
	                            "    [-F-]{+f+}.\n";
	expect_styled(&five, (redline_style){.width = 50, .context = 2}, whole);
	expect_styled(&five, (redline_style){.width = 50, .context = 900}, whole);
	expect_styled(&five, (redline_style){.width = 50, .full = true}, whole);
}

/* ---- totals ---- */

static void expect_totals(redline_tally tally, const char *want)
{
	struct text shown = {0};
	struct page *page = calloc(1, sizeof *page);
	redline_style const style = {0};
	page_open(page, &style, text_sink, &shown);
	closing_totals(page, &tally);
	cr_assert_eq(out_finish(&page->out), REDLINE_OK);
	cr_expect(text_is(text_view(&shown), (redline_bytes){want, strlen(want)}), "wanted %s, got %s",
	          want, shown.ptr ? shown.ptr : "");
	text_release(&shown);
	free(page);
}

Test(terminal, totals_name_what_there_is)
{
	expect_totals((redline_tally){0}, "");
	expect_totals((redline_tally){.added = 1, .inserted = 9}, "1 paragraph added (9 words in).\n");
	expect_totals((redline_tally){.dropped = 2, .deleted = 1}, "2 paragraphs deleted (1 word out).\n");
	expect_totals((redline_tally){.references = 1}, "1 cross-reference.\n");
	expect_totals((redline_tally){.edited = 3, .inserted = 5, .deleted = 3, .added = 1, .moved = 1,
	                              .split = 1, .renumbered = 13, .references = 4},
	              "3 paragraphs changed, 1 added, 1 moved, 1 split, 13 renumbered, "
	              "4 cross-references (5 words in, 3 out).\n");
}

/* ---- two columns ---- */

Test(terminal, two_columns)
{
	struct hand const hand = {
		.pieces = {KEEP("# A. Data\n\n1. States "), CHANGE("may", "shall"),
		           KEEP(" meet once a year.\n\n"), CHANGE("2. Gone.\n\n", ""),
		           KEEP("3. Same.\n\n"), CHANGE("", "4. \xE5\x85\xB1\xE5\x90\x8C.\n")},
		.pairs = {BOTH(0, 0), BOTH(2, 2), DROPPED(4), BOTH(6, 4), ADDED(6)},
	};
	expect_sides(&hand, 51,
	             "a.md                       b.md\n"
	             "\n"
	             "A. Data\n"
	             "\n"
	             "1. States [-may-] meet   | 1. States {+shall+} meet\n"
	             "once a year.             | once a year.\n"
	             "\n"
	             "[-2. Gone.-]             <\n"
	             "\n"
	             "                         > {+4. \xE5\x85\xB1\xE5\x90\x8C.+}\n");
}

Test(terminal, a_move_in_two_columns)
{
	expect_sides(&edited_move, 0,
	             "a.md                                               b.md\n"
	             "\n"
	             "[-Old-] place of it.                             = moved to line 3\n"
	             "\n"
	             "moved from line 1                                = {+New+} place of it.\n");
}

/* ---- running text ---- */

static void set_pieces(struct text *out, redline_bytes words, uint32_t width, struct pairs *cuts)
{
	struct out o;
	struct flow *flow = calloc(1, sizeof *flow);
	redline_style const style = {.width = width};
	out_begin(&o, text_sink, out);
	flow_begin(flow, &o, &style, 2, 2);
	for (uint32_t at = 0; at < words.len;) {
		uint32_t const left = (uint32_t)words.len - at;
		uint32_t size = cuts ? 1 + pairs_chance(cuts, 9) : left;
		size = size > left ? left : size;
		while (size < left && ((unsigned char)words.ptr[at + size] & 0xC0) == 0x80)
			size++; /* between characters */
		flow_text(flow, INK_COME, words, (redline_range){at, at + size});
		at += size;
	}
	flow_end(flow);
	cr_assert_eq(out_finish(&o), REDLINE_OK);
	free(flow);
}

/* Whole words are set at once, pieces of words glyph by glyph: the same comes out. */
Test(terminal, text_in_pieces_is_set_as_the_whole)
{
	struct pairs p;
	pairs_begin(&p, pairs_seed());
	for (int i = 0; i < 300; i++) {
		struct text whole = {0}, pieces = {0};
		uint32_t const width = i % 7 ? 12 + pairs_chance(&p, 70) : 0;
		pairs_next(&p);
		set_pieces(&whole, text_view(&p.old), width, NULL);
		set_pieces(&pieces, text_view(&p.old), width, &p);
		cr_expect(text_is(text_view(&whole), text_view(&pieces)), "seed %llu, width %u",
		          (unsigned long long)p.seed, width);
		text_release(&whole);
		text_release(&pieces);
	}
	pairs_end(&p);
}

#define MAN "\xF0\x9F\x91\xA8"
#define GIRL "\xF0\x9F\x91\xA7"
#define JOINER "\xE2\x80\x8D"
#define TAN "\xF0\x9F\x8F\xBD"

/* A line may end between two emoji, but not inside one. */
Test(terminal, an_emoji_of_several_characters_stays_whole)
{
	struct text all = {0}, set = {0};
	for (int i = 0; i < 20; i++)
		text_put(&all, i % 2 ? GIRL TAN : MAN JOINER GIRL);
	set_pieces(&set, text_view(&all), 20, NULL);
	cr_expect(text_holds(text_view(&set), "+}\n  {+" MAN), "%s", set.ptr);
	cr_expect_not(text_holds(text_view(&set), JOINER "+}"), "%s", set.ptr);
	cr_expect_not(text_holds(text_view(&set), "{+" TAN), "%s", set.ptr);
	text_release(&all);
	text_release(&set);
}

/* The letters that are not looked up are as wide as the tables say. */
Test(terminal, letters_taken_for_plain_are_plain)
{
	for (uint32_t cp = 0x80; cp < 0x800; cp++) {
		char utf8[4];
		redline_bytes const text = {utf8, utf8_put(utf8, cp)};
		struct glyph const g = glyph_at(text, 0);
		if (g.hidden)
			continue;
		int const width = uc_width(cp, "UTF-8");
		cr_expect(g.width == (width > 0 ? width : 0) && !is_hidden_char(cp), "U+%04X", cp);
	}
}

/* ---- real comparisons ---- */

static void expect_lawful(const struct pairs *p, const redline_view *view, redline_style style,
                          bool sides)
{
	struct text shown = {0};
	redline_status const status =
	    sides ? redline_write_sides(view, &style, text_sink, &shown)
	          : redline_write_terminal(view, &style, text_sink, &shown);
	cr_assert_eq(status, REDLINE_OK);
	const char *harm = style.color ? NULL : text_harm(text_view(&shown));
	cr_expect(!harm, "%s, seed %llu", harm, (unsigned long long)p->seed);
	cr_expect(style.full || (shown.len > 0) == redline_comparison_differs(view->comparison),
	          "%zu bytes, seed %llu", shown.len, (unsigned long long)p->seed);
	text_release(&shown);
}

Test(terminal, something_is_shown_just_when_something_differs)
{
	struct pairs p;
	pairs_begin(&p, pairs_seed());
	for (int i = 0; i < 200; i++) {
		redline_draft *before, *after;
		redline_comparison *comparison;
		pairs_next(&p);
		redline_compare_options const options = {.white_space = i % 5 == 0, .chars = i % 7 == 0,
		                                         .ignore_numbering = i % 11 == 0};
		cr_assert_eq(redline_draft_new(&before, text_view(&p.old), NULL), REDLINE_OK);
		cr_assert_eq(redline_draft_new(&after, text_view(&p.now), NULL), REDLINE_OK);
		cr_assert_eq(redline_compare(&comparison, before, after, &options), REDLINE_OK);
		redline_view const view = {.script = redline_comparison_script(comparison),
		                           .draft = before, .after = after, .comparison = comparison};
		expect_lawful(&p, &view, (redline_style){.width = 60, .context = (uint32_t)i % 3}, false);
		expect_lawful(&p, &view, (redline_style){.full = true, .color = true}, false);
		expect_lawful(&p, &view, (redline_style){.width = 10, .full = i % 2}, true);
		redline_comparison_free(comparison);
		redline_draft_free(before);
		redline_draft_free(after);
	}
	pairs_end(&p);
}
