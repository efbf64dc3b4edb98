/*
 * test_tally.c -- how much changed, section by section: what is counted where,
 * how it is laid out, and, on random drafts, that nothing is counted twice: the
 * rows add up to what the comparison itself counts.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <redline/write.h>

#include "support/text.h"

struct compared_texts {
	redline_draft *before, *after;
	redline_comparison *comparison;
	redline_view view;
};

static void compare(struct compared_texts *c, redline_bytes old, redline_bytes now)
{
	cr_assert_eq(redline_draft_new(&c->before, old, NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&c->after, now, NULL), REDLINE_OK);
	cr_assert_eq(redline_compare(&c->comparison, c->before, c->after, NULL), REDLINE_OK);
	c->view = (redline_view){
		.script = redline_comparison_script(c->comparison),
		.draft = c->before,
		.comparison = c->comparison,
		.after = c->after,
	};
}

static void release(struct compared_texts *c)
{
	redline_comparison_free(c->comparison);
	redline_draft_free(c->before);
	redline_draft_free(c->after);
}

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

static void expect_tally(const char *old, const char *now, redline_style style, const char *want)
{
	struct compared_texts c;
	struct text shown = {0};
	compare(&c, of(old), of(now));
	cr_assert_eq(redline_write_tally(&c.view, &style, text_sink, &shown), REDLINE_OK);
	cr_expect(text_is(text_view(&shown), of(want)), "wanted\n%s\ngot\n%s", want, shown.ptr);
	text_release(&shown);
	release(&c);
}

static const char old_text[] =
	"A word before all the rest.\n\n"
	"# A. General\n\n"
	"1. States should act now and co-operate in good faith.\n\n"
	"2. The Secretariat shall report on the results of it.\n\n"
	"# B. Capacity-building\n\n"
	"3. States could benefit from establishing national bodies.\n\n"
	"4. These words will go away entirely, and quietly.\n\n"
	"# C. Gone\n\n"
	"5. What stood here was thought better of, and left out.\n";

static const char new_text[] =
	"A word before all the rest.\n\n"
	"# A. General\n\n"
	"1. States should act now and co-operate in very good faith.\n\n"
	"2. Nobody had thought of this one.\n\n"
	"3. The Secretariat shall report on the results of it.\n\n"
	"# B. Capacity-building\n\n"
	"4. States could benefit from enhancing national bodies.\n";

Test(tally, a_row_for_each_section_in_which_something_changed)
{
	redline_style const style = {.width = 80};
	expect_tally(old_text, new_text, style,
	             "section               paragraphs                             words\n"
	             "                      changed  added  deleted  renumbered    deleted  inserted\n"
	             "A. General                  1      1        -           1          -         8\n"
	             "B. Capacity-building        1      -        1           1         10         1\n"
	             "C. Gone                     -      -        2           -         13         -\n"
	             "total                       2      1        3           2         23         9\n"
	             "\n"
	             "6 of 10 paragraphs changed, 1 only renumbered; 9 words inserted, 23 deleted of\n"
	             "60.\n");
}

Test(tally, narrow_and_it_is_a_list)
{
	redline_style const style = {.width = 40};
	expect_tally(old_text, new_text, style,
	             "A. General\n"
	             "    1 changed, 1 added, 1 renumbered;\n"
	             "    words: 8 inserted\n"
	             "B. Capacity-building\n"
	             "    1 changed, 1 deleted, 1 renumbered;\n"
	             "    words: 10 deleted, 1 inserted\n"
	             "C. Gone\n"
	             "    2 deleted; words: 13 deleted\n"
	             "total\n"
	             "    2 changed, 1 added, 3 deleted, 2\n"
	             "    renumbered; words: 23 deleted, 9\n"
	             "    inserted\n"
	             "\n"
	             "6 of 10 paragraphs changed, 1 only\n"
	             "renumbered; 9 words inserted, 23 deleted\n"
	             "of 60.\n");
}

Test(tally, colours_are_for_numbers)
{
	redline_style const style = {.width = 80, .color = true};
	expect_tally("# A\n\nOne two three.\n", "# A\n\nOne too three.\n", style,
	             "\033[2msection  paragraphs    words\033[0m\n"
	             "\033[2m            changed    deleted  inserted\033[0m\n"
	             "A                 1          \033[31m1\033[0m         \033[32m1\033[0m\n"
	             "\033[1mtotal\033[0m             1          \033[31m1\033[0m         "
	             "\033[32m1\033[0m\n"
	             "\n"
	             "1 of 2 paragraphs changed; 1 word inserted, 1 deleted of 4.\n");
}

Test(tally, before_the_first_heading_and_without_one)
{
	redline_style const style = {0};
	expect_tally("One two three.\n", "One two three four.\n", style,
	             "section                     paragraphs    words\n"
	             "                               changed    inserted\n"
	             "(before the first heading)           1           1\n"
	             "total                                1           1\n"
	             "\n"
	             "1 of 1 paragraph changed; 1 word inserted, 0 deleted of 3.\n");
}

Test(tally, nothing_changed)
{
	redline_style const style = {.width = 80};
	expect_tally(old_text, old_text, style, "Nothing changed in 9 paragraphs.\n");
	expect_tally("", "", style, "Nothing changed in 0 paragraphs.\n");
	expect_tally("One\ntwo three.\n", "One two\nthree.\n", style,
	             "Nothing changed in 1 paragraph.\n");
}

Test(tally, white_space_is_told_of)
{
	redline_style const style = {.width = 80};
	expect_tally("Some 5 % of them.\n", "Some 5% of them.\n", style,
	             "0 of 1 paragraph changed; 0 words inserted, 0 deleted of 4; white space alone\n"
	             "changed in 1 place.\n");
}

/* The word that moved is not deleted and inserted; its edits are. */
Test(tally, what_moved_counts_where_it_went)
{
	redline_style const style = {.width = 100};
	expect_tally("# A\n\n"
	             "1. The first of all paragraphs, which stays as it was for ever.\n\n"
	             "2. All parties agree that this text, which moves, stays as good as it ever was.\n\n"
	             "# B\n\n"
	             "3. The last of all paragraphs, which also stays as it was, number included.\n",
	             "# A\n\n"
	             "1. The first of all paragraphs, which stays as it was for ever.\n\n"
	             "# B\n\n"
	             "3. The last of all paragraphs, which also stays as it was, number included.\n\n"
	             "4. All parties agree that this text, which moved, stays as good as it ever was.\n",
	             style,
	             "section  paragraphs                    words\n"
	             "         changed  moved  renumbered    deleted  inserted  moved\n"
	             "B              1      1           1          1         1     14\n"
	             "total          1      1           1          1         1     14\n"
	             "\n"
	             "1 of 5 paragraphs changed; 1 word inserted, 1 deleted, 14 moved of 45.\n");
}

Test(tally, a_split_and_a_merge)
{
	redline_style const style = {.width = 80};
	static const char one[] =
		"# A\n\nStates shall co-operate in good faith to protect the sea and all that "
		"lives in it, and they shall report on the measures taken every single year.\n";
	static const char two[] =
		"# A\n\nStates shall co-operate in good faith to protect the sea and all that "
		"lives in it, and\n\nthey shall report on the measures taken every single year.\n";
	expect_tally(one, two, style,
	             "section  paragraphs\n"
	             "         changed  split\n"
	             "A              1      1\n"
	             "total          1      1\n"
	             "\n"
	             "1 of 2 paragraphs changed; 0 words inserted, 0 deleted of 28.\n");
	expect_tally(two, one, style,
	             "section  paragraphs\n"
	             "         changed  merged\n"
	             "A              1       1\n"
	             "total          1       1\n"
	             "\n"
	             "1 of 2 paragraphs changed; 0 words inserted, 0 deleted of 28.\n");
}

/* A paragraph in which nothing but a number followed has not changed. */
Test(tally, numbers_that_followed_are_no_change)
{
	redline_style const style = {.width = 80};
	expect_tally("# A\n\n1. States shall report on what they did.\n\n"
	             "2. The measures in paragraph 1 are voluntary and not binding.\n",
	             "# A\n\n1. Nobody had thought of this one before.\n\n"
	             "2. States shall report on what they did.\n\n"
	             "3. The measures in paragraph 2 are voluntary and not binding.\n",
	             style,
	             "section  paragraphs           words\n"
	             "         added  renumbered    inserted\n"
	             "A            1           2           8\n"
	             "total        1           2           8\n"
	             "\n"
	             "1 of 4 paragraphs changed, 2 only renumbered; 8 words inserted, 0 deleted of 20;\n"
	             "1 reference renumbered.\n");
}

/* What is left of a section whose heading is none any more counts where that stands. */
Test(tally, a_heading_that_became_a_paragraph)
{
	redline_style const style = {.width = 80};
	expect_tally("# One\n\n1. The first of these stays as it is.\n\n"
	             "# Terms and definitions\n\n2. The second of these is going to go away now.\n\n"
	             "3. The third of these stays as it always was.\n",
	             "# One\n\n1. The first of these stays as it is.\n\n"
	             "- Terms and definitions\n\n3. The third of these stays as it always was.\n",
	             style,
	             "section  paragraphs          words\n"
	             "         changed  deleted    deleted\n"
	             "One            1        1         11\n"
	             "total          1        1         11\n"
	             "\n"
	             "2 of 5 paragraphs changed; 0 words inserted, 11 deleted of 34.\n");
}

Test(tally, names_are_cut_and_safe)
{
	redline_style const style = {.width = 60};
	expect_tally("# A heading of so many words that no table has any room for it at all\n\n"
	             "One two three.\n\n# \xe2\x80\xae" "evil\n\nFour five.\n",
	             "# A heading of so many words that no table has any room for it at all\n\n"
	             "One two three three.\n\n# \xe2\x80\xae" "evil\n\nFour five six.\n", style,
	             "section                               paragraphs    words\n"
	             "                                         changed    inserted\n"
	             "A heading of so many words that n...           1           1\n"
	             "U+202Eevil                                     1           1\n"
	             "total                                          2           2\n"
	             "\n"
	             "2 of 4 paragraphs changed; 2 words inserted, 0 deleted of\n"
	             "22.\n");
}

/* Two paragraphs of twenty thousand words that have little in common. */
Test(tally, what_was_too_large_is_told, .timeout = 30)
{
	struct compared_texts c;
	struct text old = {0}, now = {0}, shown = {0};
	redline_style const style = {.width = 80};
	for (uint32_t i = 0; i < 20000; i++) {
		text_format(&old, "w%u ", (unsigned)(i * 2654435761u >> 8) % 307);
		text_format(&now, "w%u ", (unsigned)(i * 2246822519u >> 7) % 311);
	}
	compare(&c, text_view(&old), text_view(&now));
	redline_tally all;
	cr_assert(redline_comparison_tally(c.comparison, &all) == REDLINE_OK);
	cr_assert(all.bounded);
	cr_assert_eq(redline_write_tally(&c.view, &style, text_sink, &shown), REDLINE_OK);
	cr_expect(text_holds(text_view(&shown),
	                     ".\nA passage was too large for an exact comparison; the counts are near "
	                     "the least,\nnot the least.\n"),
	          "%s", shown.ptr);
	release(&c);
	text_release(&old);
	text_release(&now);
	text_release(&shown);
}

static bool no_sink(void *context, const char *ptr, size_t len)
{
	(void)context;
	(void)ptr;
	(void)len;
	return false;
}

Test(tally, a_sink_that_fails)
{
	struct compared_texts c;
	redline_style const style = {.width = 80};
	compare(&c, of(old_text), of(new_text));
	cr_expect_eq(redline_write_tally(&c.view, &style, no_sink, NULL), REDLINE_WRITE_FAILED);
	release(&c);
}

/* ---- the rows add up ---- */

enum { ROUNDS = 400, PARTS = 30, WORDS = 12, NUMBERS = 10 };

static uint64_t state = 20201118;

static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % below;
}

static void add_words(struct text *out, uint32_t count)
{
	static const char *const words[] = {
		"States", "shall", "report", "the", "of", "and", "paragraph 3", "5 %", "good",
		"national", "bodies,", "co-operate", "(a)", "A/79/214", "18 November 2020", "needs",
	};
	for (uint32_t i = 0; i < count; i++) {
		text_put(out, i ? " " : "");
		text_put(out, words[chance(sizeof words / sizeof *words)]);
	}
	text_put(out, ".");
}

/* A draft of parts, each a heading or a paragraph, some of them with a number. */
static void make_parts(struct text parts[PARTS])
{
	for (uint32_t i = 0; i < PARTS; i++) {
		parts[i].len = 0;
		text_put(&parts[i], "");
		if (chance(6) == 0)
			text_format(&parts[i], "## Heading %u", (unsigned)i);
		else
			add_words(&parts[i], 3 + chance(WORDS));
	}
}

/* The parts, in order but for some, with some left out, some more, some changed. */
static void put_draft(struct text *out, const struct text parts[PARTS], bool changed)
{
	uint32_t number = 1;
	out->len = 0;
	text_put(out, "");
	for (uint32_t k = 0; k < PARTS; k++) {
		uint32_t const i = changed && chance(8) == 0 ? chance(PARTS) : k;
		bool const heading = parts[i].ptr[0] == '#';
		if (changed && chance(8) == 0)
			continue;
		if (!heading && i % 3)
			text_format(out, "%u. ", (unsigned)number++);
		text_put(out, parts[i].ptr);
		if (!heading && changed && chance(4) == 0) {
			text_put(out, chance(2) ? " " : "\n\n");
			add_words(out, 1 + chance(4));
		}
		text_put(out, "\n\n");
	}
}

/* What the totals must be, in the order of the columns; how many pairs were edited. */
static void want_numbers(const struct compared_texts *c, uint32_t want[NUMBERS])
{
	uint32_t count, edited = 0;
	const redline_pair *pairs = redline_comparison_pairs(c->comparison, &count);
	redline_tally t; /* a split or merge of which no word changed is not edited there */
	cr_assert(redline_comparison_tally(c->comparison, &t) == REDLINE_OK);
	for (uint32_t i = 0; i < count; i++)
		edited += pairs[i].edited;
	uint32_t const all[NUMBERS] = {edited, t.added, t.dropped, t.moved, t.split, t.merged,
	                               t.renumbered, t.deleted, t.inserted, t.moved_words};
	memcpy(want, all, sizeof all);
}

/* Adds the last numbers of a line, one for each column that is not all nothing. */
static void add_line(const char *line, const char *end, const uint32_t want[NUMBERS],
                     uint32_t got[NUMBERS])
{
	for (uint32_t i = NUMBERS; i-- > 0;) {
		if (!want[i])
			continue;
		while (end > line && end[-1] == ' ')
			end--;
		const char *begin = end;
		while (begin > line && begin[-1] != ' ')
			begin--;
		got[i] += *begin == '-' ? 0 : (uint32_t)strtoul(begin, NULL, 10);
		end = begin;
	}
}

/* Adds the rows of a table up, and leaves the total to be seen for itself. */
static void add_rows(const struct text *shown, const uint32_t want[NUMBERS],
                     uint32_t rows[NUMBERS], uint32_t total[NUMBERS])
{
	const char *line = shown->ptr;
	for (uint32_t i = 0; line && *line && *line != '\n'; i++) {
		const char *end = strchr(line, '\n');
		bool const is_total = strncmp(line, "total ", 6) == 0;
		if (i > 1)
			add_line(line, end, want, is_total ? total : rows);
		line = end + 1;
	}
}

Test(tally, rows_add_up_to_what_the_comparison_counts, .timeout = 60)
{
	static struct text parts[PARTS], old, now, shown;
	redline_style const style = {0};
	uint32_t moved = 0;
	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct compared_texts c;
		uint32_t want[NUMBERS], rows[NUMBERS] = {0}, total[NUMBERS] = {0};
		make_parts(parts);
		put_draft(&old, parts, chance(2) == 0);
		put_draft(&now, parts, true);
		compare(&c, text_view(&old), text_view(&now));
		shown.len = 0;
		cr_assert_eq(redline_write_tally(&c.view, &style, text_sink, &shown), REDLINE_OK);
		want_numbers(&c, want);
		add_rows(&shown, want, rows, total);
		moved += want[NUMBERS - 1];
		for (uint32_t i = 0; i < NUMBERS; i++)
			cr_assert(rows[i] == want[i] && total[i] == want[i],
			          "round %u, column %u: wanted %u, rows %u, total %u\n%s", (unsigned)round,
			          (unsigned)i, (unsigned)want[i], (unsigned)rows[i], (unsigned)total[i],
			          shown.ptr);
		release(&c);
	}
	cr_assert_gt(moved, 0, "some of it moved");
	for (uint32_t i = 0; i < PARTS; i++)
		text_release(&parts[i]);
	text_release(&old);
	text_release(&now);
	text_release(&shown);
}
