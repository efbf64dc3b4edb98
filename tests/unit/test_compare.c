/*
 * test_compare.c -- what comparing two drafts promises (redline/compare.h), one by
 * one, on texts that can be read.
 *
 * A script is written in one line: what stays stands as it is, and
 *   [old|new]   is a change of words, [#..] of a number, [@..] of a reference,
 *               [/..] of a paragraph break, [_..] of white space;
 *   (old|new)   counts as the same;
 *   <old>       stands elsewhere now, {..} stood elsewhere, with its own edits.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/compare.h>

#include "support/pair_laws.h"
#include "support/text.h"

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

/* ---- scripts in one line ---- */

static void put_range(struct text *out, redline_bytes text, redline_range r)
{
	text_add(out, text.ptr + r.begin, r.end - r.begin);
}

static void put_both(struct text *out, const redline_script *script, const redline_op *op)
{
	put_range(out, redline_script_old(script), op->old);
	text_put(out, "|");
	put_range(out, redline_script_new_text(script), op->now);
}

static void put_ops(struct text *out, const redline_script *script, const redline_op *ops,
                    uint32_t count);

static void put_op(struct text *out, const redline_script *script, const redline_op *op)
{
	static const char *const openings[] = {"[", "[#", "[@", "[/", "[_"};
	uint32_t count;
	const redline_op *edits = redline_script_edits(script, &count);
	const redline_move *move = redline_script_moves(script, &count) + op->move;
	switch (op->kind) {
	case REDLINE_KEEP:
		put_range(out, redline_script_old(script), op->old);
		break;
	case REDLINE_CHANGE:
		text_put(out, openings[op->aspect]);
		put_both(out, script, op);
		text_put(out, "]");
		break;
	case REDLINE_ALIKE:
		text_put(out, "(");
		put_both(out, script, op);
		text_put(out, ")");
		break;
	case REDLINE_MOVE_OUT:
		text_put(out, "<");
		put_range(out, redline_script_old(script), op->old);
		text_put(out, ">");
		break;
	case REDLINE_MOVE_IN:
		text_put(out, "{");
		put_ops(out, script, edits + move->first_edit, move->edit_count);
		text_put(out, "}");
		break;
	}
}

static void put_ops(struct text *out, const redline_script *script, const redline_op *ops,
                    uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		put_op(out, script, &ops[i]);
}

/* Compares with the options, and says what was counted. */
static redline_tally expect_with(redline_compare_options options, const char *old,
                                 const char *now, const char *want)
{
	struct contrast c;
	struct text got = {0};
	redline_tally t = {0};
	uint32_t count;
	text_put(&got, "");
	cr_assert_eq(contrast_make(&c, of(old), of(now), &options, redline_compare), REDLINE_OK);
	const redline_script *script = redline_comparison_script(c.comparison);
	const redline_op *ops = redline_script_ops(script, &count);
	put_ops(&got, script, ops, count);
	cr_expect_str_eq(got.ptr, want, "wanted\n%s\ngot\n%s", want, got.ptr);
	cr_expect_eq(redline_comparison_tally(c.comparison, &t), REDLINE_OK);
	const char *broken = law_of_contrast(&c);
	cr_expect(!broken, "%s: %s", got.ptr, broken);
	contrast_release(&c);
	text_release(&got);
	return t;
}

static redline_tally expect(const char *old, const char *now, const char *want)
{
	return expect_with((redline_compare_options){0}, old, now, want);
}

/* Nothing differs, whatever bytes do. */
static void expect_same(redline_compare_options options, const char *old, const char *now)
{
	struct contrast c;
	redline_tally t;
	cr_assert_eq(contrast_make(&c, of(old), of(now), &options, redline_compare), REDLINE_OK);
	cr_expect(!redline_comparison_differs(c.comparison), "%s\n%s", old, now);
	cr_expect_eq(redline_comparison_tally(c.comparison, &t), REDLINE_OK);
	cr_expect_eq(t.deleted + t.inserted + t.edited + t.spacings + t.renumbered, 0);
	contrast_release(&c);
}

static const redline_compare_options none = {0};

/* ---- numbers ---- */

Test(compare, another_number_is_no_other_provision)
{
	redline_tally const t = expect("1. Goats may board.\n\n2. Sheep may not.\n",
	                               "1. Goats may board.\n\n2. Dogs swim.\n\n3. Sheep may not.\n",
	                               "1. Goats may board.\n\n[|2. Dogs swim.\n\n]"
	                               "[#2|3]. Sheep may not.\n");
	cr_expect_eq(t.renumbered, 1);
	cr_expect_eq(t.added, 1);
	cr_expect_eq(t.edited, 0);
	cr_expect_eq(t.deleted, 0);
	expect("Article 5. Goats may board at noon.\n", "Article 6. Goats may board at noon.\n",
	       "Article [#5|6]. Goats may board at noon.\n");
	expect("5. (1) Goats may sing.\n", "6. (1) Goats may sing.\n", "[#5|6]. (1) Goats may sing.\n");
}

Test(compare, the_same_number_is_no_same_provision)
{
	redline_tally const t = expect("3. Ferries shall depart at noon.\n",
	                               "3. Children travel free of charge on Sundays.\n",
	                               "[3. Ferries shall depart at noon.\n|]"
	                               "[|3. Children travel free of charge on Sundays.\n]");
	cr_expect_eq(t.dropped, 1);
	cr_expect_eq(t.added, 1);
	cr_expect_eq(t.edited, 0);
}

Test(compare, references_follow_behind_a_noun_only)
{
	redline_tally const t =
		expect("1. Goats may board.\n\n2. As paragraph 2 says, 2 goats may board.\n",
	               "1. Goats may board.\n\n2. Sheep swim.\n\n"
	               "3. As paragraph 3 says, 3 goats may board.\n",
	               "1. Goats may board.\n\n[|2. Sheep swim.\n\n]"
	               "[#2|3]. As paragraph [@2|3] says, [2|3] goats may board.\n");
	cr_expect_eq(t.references, 1);
	cr_expect_eq(t.deleted, 1);
	expect("1. Goats may board.\n\n2. As paragraph 2 says, so be it.\n",
	       "1. Goats may board.\n\n2. As paragraph 3 says, so be it.\n",
	       "1. Goats may board.\n\n2. As paragraph [2|3] says, so be it.\n");
}

Test(compare, references_to_two_follow_each)
{
	redline_tally const t = expect("21. One goat.\n\n22. Two goats.\n\n"
	                               "23. As in paragraphs 21 and 22, three goats.\n",
	                               "22. One goat.\n\n23. Two goats.\n\n"
	                               "24. As in paragraphs 22 and 23, three goats.\n",
	                               "[#21|22]. One goat.\n\n[#22|23]. Two goats.\n\n[#23|24]. As in "
	                               "paragraphs [@21|22] and [@22|23], three goats.\n");
	cr_expect_eq(t.references, 2);
	cr_expect_eq(t.edited + t.deleted + t.inserted, 0);
}

Test(compare, a_reference_is_one_on_both_sides_or_on_none)
{
	expect("2. Second one; see place (2) of this.\n", "3. Second one; see paragraph (3) of this.\n",
	       "[#2|3]. Second one; see [place|paragraph] ([2|3]) of this.\n");
}

/* ---- moves ---- */

Test(compare, what_moved_is_shown_once)
{
	redline_tally const t = expect("1. One stays.\n\n"
	                               "2. Goats of every kind may board at noon.\n\n"
	                               "3. Two stays, and so does what it says.\n\n"
	                               "4. Three stays, and so does its wording.\n",
	                               "1. One stays.\n\n"
	                               "2. Two stays, and so does what it says.\n\n"
	                               "3. Three stays, and so does its wording.\n\n"
	                               "4. Goats of every kind may board at noon.\n",
	                               "1. One stays.\n\n"
	                               "<2. Goats of every kind may board at noon.\n\n>"
	                               "[#3|2]. Two stays, and so does what it says.\n\n"
	                               "[#4|3]. Three stays, and so does its wording."
	                               "{(|\n\n)[#2|4]. Goats of every kind may board at noon."
	                               "(\n\n|)}\n");
	cr_expect_eq(t.moved, 1);
	cr_expect_eq(t.moved_words, 8);
	cr_expect_eq(t.deleted + t.inserted + t.edited, 0);
}

Test(compare, what_moved_has_its_own_edits)
{
	redline_tally const t = expect("One stays.\n\n"
	                               "Goats of every kind may board at noon in the harbour.\n\n"
	                               "Two stays, and so does what it says.\n\n"
	                               "Three stays, and so does its wording.\n",
	                               "One stays.\n\n"
	                               "Two stays, and so does what it says.\n\n"
	                               "Three stays, and so does its wording.\n\n"
	                               "Goats of every kind may board at dawn in the harbour.\n",
	                               "One stays.\n\n"
	                               "<Goats of every kind may board at noon in the harbour.\n\n>"
	                               "Two stays, and so does what it says.\n\n"
	                               "Three stays, and so does its wording."
	                               "{(|\n\n)Goats of every kind may board at [noon|dawn] in the "
	                               "harbour.(\n\n|)}\n");
	cr_expect_eq(t.moved, 1);
	cr_expect_eq(t.edited, 1);
	cr_expect_eq(t.deleted, 1);
	cr_expect_eq(t.inserted, 1);
	cr_expect_eq(t.moved_words, 10);
}

Test(compare, a_word_or_two_do_not_move)
{
	redline_tally const t = expect("Yes.\n\nOne stays where it stands.\n\nTwo stays there, too.\n",
	                               "One stays where it stands.\n\nTwo stays there, too.\n\nYes.\n",
	                               "[Yes.\n\n|]One stays where it stands.\n\n"
	                               "Two stays there, too.[|\n\nYes.]\n");
	cr_expect_eq(t.moved, 0);
}

/* ---- splits and merges ---- */

Test(compare, a_split_shows_the_break)
{
	redline_tally const t =
		expect("1. Ferries shall depart at noon. Goats may not board.\n\n2. Rest.\n",
	               "1. Ferries shall depart at noon.\n\n2. Goats may not board.\n\n3. Rest.\n",
	               "1. Ferries shall depart at noon.[/ |\n\n2. ]Goats may not board.\n\n"
	               "[#2|3]. Rest.\n");
	cr_expect_eq(t.split, 1);
	cr_expect_eq(t.deleted + t.inserted + t.edited, 0);
}

Test(compare, a_merge_shows_the_break)
{
	redline_tally const t =
		expect("1. Ferries depart at noon.\n\n2. Goats may not board them.\n\n3. Rest.\n",
	               "1. Ferries depart at noon. Goats may not board them.\n\n2. Rest.\n",
	               "1. Ferries depart at noon.[/\n\n2. | ]Goats may not board them.\n\n"
	               "[#3|2]. Rest.\n");
	cr_expect_eq(t.merged, 1);
	cr_expect_eq(t.deleted + t.inserted + t.edited, 0);
}

Test(compare, a_split_into_many)
{
	redline_tally const t = expect("Ferries depart at noon; sheep may swim along; goats may not "
	                               "board them.\n",
	                               "Ferries depart at noon;\n\nsheep may swim along;\n\n"
	                               "goats may not board them.\n",
	                               "Ferries depart at noon;[/ |\n\n]sheep may swim along;[/ |\n\n]"
	                               "goats may not board them.\n");
	cr_expect_eq(t.split, 1);
}

Test(compare, a_split_has_its_own_edits)
{
	redline_tally const t =
		expect("Ferries depart at noon. Goats may not board them. Sheep may.\n",
	               "Ferries depart at dawn.\n\nGoats may not board them. Sheep may.\n",
	               "Ferries depart at [noon|dawn].[/ |\n\n]Goats may not board them. Sheep may.\n");
	cr_expect_eq(t.split, 1);
	cr_expect_eq(t.edited, 1);
	expect("1. Ferries depart at noon. Goats may not board them. Sheep may.\n",
	       "1. Ferries depart at dawn.\n\n2. Goats may not board them. Sheep may.\n",
	       "1. Ferries depart at [noon|dawn].[/ |\n\n2. ]Goats may not board them. Sheep may.\n");
}

/* ---- tables, notes, headings ---- */

Test(compare, tables_are_compared_by_cell)
{
	expect("| Fare | Goats |\n| --- | --- |\n| adult | 5 |\n| child | 3 |\n",
	       "| Fare | Goats |\n| --- | --- |\n| adult | 6 |\n| child | 3 |\n",
	       "| Fare | Goats |\n| --- | --- |\n| adult | [5|6] |\n| child | 3 |\n");
	expect("| noon | goats board |\n", "| noon goats | board |\n",
	       "| noon [|goats ]| [goats |]board |\n");
	expect("| adult | noon | goats |\n", "| adult | noon | sheep | goats |\n",
	       "| adult | noon | [|sheep | ]goats |\n");
	redline_tally const t = expect("| Fare | Goats |\n| --- | --- |\n| adult | 5 |\n",
	                               "| Fare | Goats |\n| --- | --- |\n| adult | 5 |\n| child | 3 |\n",
	                               "| Fare | Goats |\n| --- | --- |\n| adult | 5 |\n"
	                               "[|| child | 3 |\n]");
	cr_expect_eq(t.added, 1);
}

Test(compare, the_width_of_a_table_s_rules_is_no_change)
{
	expect_same(none, "| goats | sheep |\n|---|:--|\n", "| goats | sheep |\n|-------|:------|\n");
	expect("| goats |\n|---|\n", "| goats |\n|--:|\n", "| goats |\n|[---|--:]|\n");
	expect("| goats |\n|---|\n", "| goats |\n||\n", "| goats |\n|[---|]|\n");
}

Test(compare, footnotes_are_known_by_what_they_say)
{
	redline_tally const t = expect("Goats[^1] board.\n\n[^1]: Since 1998.\n",
	                               "Goats[^2] board.\n\n[^1]: A new note on sheep.\n\n"
	                               "[^2]: Since 1998.\n",
	                               "Goats[@[^1]|[^2]] board.\n\n[|[^1]: A new note on sheep.\n\n]"
	                               "[#[^1]|[^2]]: Since 1998.\n");
	cr_expect_eq(t.references, 1);
	cr_expect_eq(t.renumbered, 1);
	expect("Goats[^1] board.\n\n[^1]: Since 1998.\n", "Goats[^1] board.\n\n[^1]: Since 1999.\n",
	       "Goats[^1] board.\n\n[^1]: Since [1998|1999].\n");
}

Test(compare, headings_are_headings)
{
	expect("# Goats and sheep\n\nGoats board.\n", "# Goats and dogs\n\nGoats board.\n",
	       "# Goats and [sheep|dogs]\n\nGoats board.\n");
	expect("# Goats and sheep\n\nGoats board.\n", "## Goats and sheep\n\nGoats board.\n",
	       "[#|##] Goats and sheep\n\nGoats board.\n");
}

/* ---- white space ---- */

Test(compare, other_line_breaks_are_no_change)
{
	redline_tally const t = expect("Ferries depart\nat noon.\n", "Ferries depart at\nnoon.\n",
	                               "Ferries depart(\n| )at( |\n)noon.\n");
	cr_expect_eq(t.spacings, 0);
	expect_same(none, "> Ferries depart\n> at noon.\n", "> Ferries depart at\n> noon.\n");
	expect_same(none, "One.\n\nTwo.\n", "One.\r\n\r\nTwo.\r\n");
	expect_same(none, "One.\n\nTwo.\n", "One.\n\n\n \nTwo.");
	expect_same(none, "\xe5\x9b\xbd\xe5\xae\xb6\n", "\xe5\x9b\xbd\n\xe5\xae\xb6\n");
	expect_same(none, "5. (1) Goats.\n", "5.\n    (1) Goats.\n");
}

/* One of two paragraphs that say the same is broken elsewhere. */
Test(compare, other_line_breaks_are_no_change_in_repeated_paragraphs)
{
	expect_same(none, "Sheep\n\nFares are due on board.\n\nFares are due on board.\n",
	            "Sheep\n\nFares are due on board.\n\nFares are due\non board.\n");
	expect_same(none, "a goat\n\nFares are due on board.\n\nFares are due on board.\n",
	            "a\ngoat\n\nFares are due on board.\n\nFares are due\non board.\n");
}

Test(compare, white_space_that_comes_or_goes_is_a_change_of_its_own)
{
	redline_tally const t = expect("The rate is 5 %.", "The rate is 5%.", "The rate is 5[_ |]%.");
	cr_expect_eq(t.spacings, 1);
	cr_expect_eq(t.edited + t.deleted + t.inserted, 0);
	expect_same((redline_compare_options){.ignore_space = true}, "The rate is 5 %.",
	            "The rate is 5%.");
}

Test(compare, all_white_space_if_asked_for)
{
	redline_tally const t = expect_with((redline_compare_options){.white_space = true},
	                                    "Ferries depart\nat noon.\n", "Ferries depart at\nnoon.\n",
	                                    "Ferries depart[_\n| ]at[_ |\n]noon.\n");
	cr_expect_eq(t.spacings, 2);
}

/* ---- options ---- */

Test(compare, what_is_ignored)
{
	redline_compare_options const case_ = {.ignore_case = true};
	redline_compare_options const points = {.ignore_punctuation = true};
	redline_compare_options const both = {.ignore_case = true, .ignore_punctuation = true};
	redline_compare_options const numbers = {.ignore_numbering = true};
	expect_same(case_, "Goats May board.", "goats may board.");
	expect_with(case_, "Goats May board.", "goats may board!",
	            "(Goats|goats) (May|may) board[.|!]");
	expect_same(points, "Goats may board.", "Goats, may (board)!");
	expect_with(points, "Goats may board.", "goats, may board.",
	            "[Goats|goats]( |, )may board.");
	expect_same(both, "Goats may board.", "goats, May board");
	expect_with(numbers, "1. Goats.\n\n2. As paragraph 2 says, 2 goats.\n",
	            "2. Goats.\n\n3. As paragraph 3 says, 3 goats.\n",
	            "(1. |2. )Goats.\n\n(2. |3. )As paragraph (2|3) says, [2|3] goats.\n");
	expect_same(numbers, "7. Goats may board.\n\n8. Sheep may not.\n",
	            "8. Goats may board.\n\n9. Sheep may not.\n");
}

Test(compare, characters_if_asked_for)
{
	redline_compare_options const chars = {.chars = true};
	redline_tally const t = expect_with(chars, "The organisation recognises goats.",
	                                    "The organization recognizes goats.",
	                                    "The organi[s|z]ation recogni[s|z]es goats.");
	cr_expect_eq(t.deleted, 2);
	cr_expect_eq(t.inserted, 2);
	expect_with(chars, "one two three bbab", "one two three baba", "one two three b[bab|aba]");
}

/* A date has white space in it, and so has a word behind a slash that was wrapped. */
Test(compare, white_space_is_no_character)
{
	redline_compare_options const chars = {.chars = true};
	expect_with(chars, "On 18\nNovember 2020 all met.", "On 19 November\n2020 all met.",
	            "On 1[8|9](\n| )November( |\n)2020 all met.");
	expect_with(chars, "> On 18\n> November 2020 all met.\n", "> On 19 November\n> 2020 all met.\n",
	            "> On 1[8|9](\n> | )November( |\n> )2020 all met.\n");
	expect_with(chars, "To all ships and/  goasts.", "To all ships and/ goats.",
	            "To all ships and/(  | )goa[s|]ts.");
}

Test(compare, characters_are_no_words)
{
	redline_compare_options const chars = {.chars = true};
	redline_tally t = expect_with(chars, "egra5", "gra4", "[e|]gra[5|4]");
	cr_expect_eq(t.deleted, 1);
	cr_expect_eq(t.inserted, 1);
	t = expect_with(chars, "2. ", "\n2", "(|\n)[2. |][|2]");
	cr_expect_eq(t.deleted, 1);
	cr_expect_eq(t.inserted, 1);
	t = expect_with(chars, "", ".\n\nR.c", "[|.\n\n][|R.c]");
	cr_expect_eq(t.inserted, 1);
}

/* ---- the end of a text ---- */

Test(compare, what_stood_last_takes_its_break_along)
{
	expect("Goats board.\n\nSheep do not.\n", "Goats board.",
	       "Goats board.[\n\nSheep do not.|](\n|)");
	expect("Goats board.\n\nSheep do not.", "Goats board.\n",
	       "Goats board.[\n\nSheep do not.|](|\n)");
	expect("Goats board.\n\nSheep do not.\n", "Goats board.\n",
	       "Goats board.[\n\nSheep do not.|]\n");
}

/* ---- labels ---- */

Test(compare, a_line_that_ends_behind_a_label_is_no_change)
{
	expect_same(none, "# OP2:\n\xe7\xac\xac\xe4\xba\x94\xe6\x9d\xa1 ---\n\n]\n",
	            "# OP2:\n\xe7\xac\xac\xe4\xba\x94\xe6\x9d\xa1\n---\n\n]\n");
}

Test(compare, white_space_in_a_label_is_no_other_number)
{
	expect_same(none, "59\tbis. Goats board.", "59 bis. Goats board.");
	expect("59 bis. Goats board.", "59 ter. Goats board.", "59 [#bis|ter]. Goats board.");
}

/* ---- words ---- */

Test(compare, a_date_wrapped_in_a_quotation_is_the_same)
{
	expect_same(none, "> On 18\n> November 2020 all met.\n", "> On 18 November\n> 2020 all met.\n");
	expect_same(none, "> On 18\n> November 2020 all met.\n", "> On 18 November 2020\n> all met.\n");
}

Test(compare, the_same_word_composed_or_not)
{
	expect("Caf\xc3\xa9s open.", "Cafe\xcc\x81s open.", "(Caf\xc3\xa9s|Cafe\xcc\x81s) open.");
	expect_same(none, "Caf\xc3\xa9s open.", "Cafe\xcc\x81s open.");
	expect_same((redline_compare_options){.white_space = true, .ignore_case = true},
	            "Caf\xc3\xa9s.", "Cafe\xcc\x81s.");
}

/* Asked for all white space, one wants the old text back, byte for byte. */
Test(compare, exact_is_exact_in_letters_too)
{
	redline_tally const t = expect_with((redline_compare_options){.white_space = true},
	                                    "Caf\xc3\xa9s open.", "Cafe\xcc\x81s open.",
	                                    "[_Caf\xc3\xa9s|Cafe\xcc\x81s] open.");
	cr_expect_eq(t.deleted + t.inserted + t.edited, 0);
	cr_expect_eq(t.spacings, 1);
}

Test(compare, symbols_numbers_and_dates_are_one_word)
{
	redline_tally const t = expect("As 41(b) says, A/79/214 stands.",
	                               "As 41(c) says, A/79/215 stands.",
	                               "As [41(b)|41(c)] says, [A/79/214|A/79/215] stands.");
	cr_expect_eq(t.deleted, 2);
	expect("Since 18 November 2020 it is so.", "Since 19 November 2020 it is so.",
	       "Since [18 November 2020|19 November 2020] it is so.");
}

Test(compare, every_script)
{
	redline_tally const t = expect("\u56fd\u5bb6\u7684\u63aa\u65bd\u3002",
	                               "\u56fd\u5bb6\u7684\u65b9\u6cd5\u3002",
	                               "\u56fd\u5bb6\u7684[\u63aa\u65bd|\u65b9\u6cd5]\u3002");
	cr_expect_eq(t.deleted, 2);
	expect("\u0627\u0644\u062f\u0648\u0644 \u0641\u064a 3 \u062a\u062f\u0628\u064a\u0631",
	       "\u0627\u0644\u062f\u0648\u0644 \u0641\u064a 3 \u0625\u062c\u0631\u0627\u0621",
	       "\u0627\u0644\u062f\u0648\u0644 \u0641\u064a 3 "
	       "[\u062a\u062f\u0628\u064a\u0631|\u0625\u062c\u0631\u0627\u0621]");
	expect("\u043c\u0435\u0440\u044b \u0432 \u043c\u0438\u0440\u0435",
	       "\u043c\u0435\u0440\u044b \u043d\u0430 \u043c\u0438\u0440\u0435",
	       "\u043c\u0435\u0440\u044b [\u0432|\u043d\u0430] \u043c\u0438\u0440\u0435");
}

Test(compare, a_lone_comma_or_article_joins_two_changes)
{
	expect("Goats, sheep and dogs board.", "Cows, horses and dogs board.",
	       "[Goats, sheep|Cows, horses] and dogs board.");
	expect("The goat in the harbour sings.", "A sheep of the island sings.",
	       "[The goat in the harbour|A sheep of the island] sings.");
	expect("beta omega sigma alpha", "alpha omega gamma alpha omega",
	       "[beta|alpha] omega [sigma|gamma] alpha[| omega]");
}

Test(compare, marks_stand_at_the_edges_of_sentences)
{
	expect("Goats board. Sheep swim.", "Goats board. Dogs bark. Sheep swim.",
	       "Goats board. [|Dogs bark. ]Sheep swim.");
	expect("Goats board, sheep swim.", "Goats board, dogs bark, sheep swim.",
	       "Goats board, [|dogs bark, ]sheep swim.");
}

/* ---- the ends ---- */

Test(compare, nothing_and_something)
{
	expect("", "", "");
	expect("Goats board.\n", "", "[Goats board.\n|]");
	expect("", "Goats board.\n", "[|Goats board.\n]");
	expect("\n\n", "", "(\n\n|)");
	expect_same(none, "", "\n \n");
	expect("", "\v", "[|\v]");
}

Test(compare, words_are_counted)
{
	struct contrast c;
	uint32_t old_words = 9, new_words = 9;
	cr_assert_eq(contrast_make(&c, of("1. Goats, 41(b).\n\n# Sheep\n"), of("-- ...\n"), NULL,
	                           redline_compare), REDLINE_OK);
	cr_expect_eq(redline_comparison_sizes(c.comparison, &old_words, &new_words), REDLINE_OK);
	cr_expect_eq(old_words, 4); /* the number counts, too */
	cr_expect_eq(new_words, 0);
	contrast_release(&c);
}
