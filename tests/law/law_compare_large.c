/*
 * law_compare_large.c -- comparing large texts that nobody means well with: each
 * pair is a megabyte or so a side, and is done, with a sound script out of which both
 * texts come.
 *
 * No clock is asked, for a busy machine is no fault: what took the square of a megabyte
 * would not come to its end within the time that the suite has.
 */

#include <criterion/criterion.h>
#include <string.h>

#include "support/pair_laws.h"
#include "support/pairs.h"
#include "support/trial.h"

enum { SIZE = 1 << 20, VOCABULARY = 5000 };

static struct pairs p; /* for its chance */

static void begin(void)
{
	p.state = pairs_seed();
}

static void end(void)
{
	pairs_end(&p);
}

TestSuite(law_compare_large, .init = begin, .fini = end, .timeout = 600);

/* Compares p.old and p.now and empties both. */
static redline_tally check(const char *what)
{
	struct contrast c;
	redline_tally t;
	cr_assert_eq(contrast_make(&c, text_view(&p.old), text_view(&p.now), NULL, redline_compare),
	             REDLINE_OK, "%s", what);
	cr_assert_eq(redline_comparison_tally(c.comparison, &t), REDLINE_OK, "%s", what);
	const redline_script *script = redline_comparison_script(c.comparison);
	const char *broken = law_of_script(script);
	if (!broken)
		broken = law_of_moves(script);
	if (!broken)
		broken = law_of_both_ways(script);
	cr_expect(!broken, "%s: %s", what, broken);
	contrast_release(&c);
	p.old.len = p.now.len = 0;
	return t;
}

static void fill(struct text *t, const char *piece, size_t size)
{
	size_t const len = strlen(piece);
	while (t->len + len <= size)
		text_add(t, piece, len);
}

static void add_words(struct text *t, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		text_format(t, "%sw%u", i ? " " : "", (unsigned)pairs_chance(&p, VOCABULARY));
}

/* A character of the first so many Chinese ones. */
static void add_character(struct text *t, uint32_t of)
{
	uint32_t const c = 0x4E00 + pairs_chance(&p, of);
	char const bytes[] = {(char)(0xE0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3F)),
	                      (char)(0x80 | (c & 0x3F))};
	text_add(t, bytes, sizeof bytes);
}

/* ---- one thing over and over ---- */

Test(law_compare_large, one_thing_over_and_over)
{
	static const char *const pieces[][2] = {
		{"word ", "word "}, {"a b ", "b a "}, {"a b c ", "c b a "}, {"|", "|"}, {"| ", "|a"},
		{"|\n", "|a\n"}, {"(", "("}, {"( ", "[ "}, {"> x\n", "> y\n"}, {">\n", ">\n"},
		{">", ">"}, {"- \n", "- \n"}, {"- a\n", "- b\n"}, {"# Heading\n", "# Heading\n"},
		{"\xcc\x81", "\xcc\x81"}, {"(a)(1)(i)(A)", "(a)(1)(i)(A)"}, {"[^1]", "[^2]"},
		{"x\n\n", "y\n\n"}, {"1.\n\n", "2.\n\n"}, {"| a | b |\n", "| a |\n"}, {"\n", "\r\n"},
		{"{++", "++}"}, {"18 November ", "2020 November "}, {"\"", "'"},
	};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		fill(&p.old, pieces[i][0], SIZE / 2);
		fill(&p.now, pieces[i][1], SIZE / 2 - 4096);
		check(pieces[i][0]);
	}
}

/* Nothing but the end differs, however often the same is repeated. */
Test(law_compare_large, the_same_word_some_more_times)
{
	fill(&p.old, "word ", SIZE);
	fill(&p.now, "word ", SIZE + 500);
	redline_tally const t = check("the same word");
	cr_expect_eq(t.deleted, 0);
	cr_expect_eq(t.inserted, 100);
}

/* ---- one paragraph ---- */

Test(law_compare_large, one_paragraph)
{
	add_words(&p.old, SIZE / 6);
	add_words(&p.now, SIZE / 6);
	check("unrelated words");
	while (p.old.len < SIZE)
		text_put(&p.old, pairs_chance(&p, 2) ? "a " : "b ");
	while (p.now.len < SIZE)
		text_put(&p.now, pairs_chance(&p, 2) ? "a " : "b ");
	check("two words at random");
	fill(&p.old, "a", SIZE);
	fill(&p.now, "a", SIZE - 1);
	check("one word");
}

Test(law_compare_large, characters_without_spaces)
{
	static const uint32_t alphabets[] = {3000, 3};
	for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
		while (p.old.len < SIZE)
			add_character(&p.old, alphabets[i]);
		while (p.now.len < SIZE)
			add_character(&p.now, alphabets[i]);
		check("unrelated characters");
	}
	while (p.old.len < SIZE) {
		size_t const before = p.old.len;
		add_character(&p.old, 3000);
		if (pairs_chance(&p, 20))
			text_add(&p.now, p.old.ptr + before, p.old.len - before);
		else
			add_character(&p.now, 3000);
	}
	check("one character in twenty changed");
}

Test(law_compare_large, one_paragraph_cut_into_many)
{
	for (uint32_t i = 0; i < 100000; i++) {
		uint32_t const word = pairs_chance(&p, VOCABULARY);
		text_format(&p.old, "w%u ", (unsigned)word);
		text_format(&p.now, "w%u%s", (unsigned)word, i % 10 == 9 ? "\n\n" : " ");
	}
	check("cut every ten words");
	add_words(&p.old, 100000);
	for (uint32_t i = 0; i < 100000; i++)
		text_format(&p.now, "w%u\n\n", (unsigned)pairs_chance(&p, VOCABULARY));
	check("one paragraph against a hundred thousand");
}

Test(law_compare_large, one_wide_row)
{
	for (uint32_t i = 0; i < 100000; i++)
		text_format(&p.old, "|w%u", (unsigned)pairs_chance(&p, VOCABULARY));
	for (uint32_t i = 0; i < 100001; i++)
		text_format(&p.now, "|w%u", (unsigned)pairs_chance(&p, VOCABULARY));
	check("a row of a hundred thousand cells");
}

/* ---- many paragraphs ---- */

Test(law_compare_large, the_same_paragraph_very_often)
{
	for (uint32_t i = 0; i < 100000; i++)
		text_put(&p.old, "1. The same.\n\n");
	for (uint32_t i = 0; i < 90000; i++) {
		text_put(&p.now, "1. The same.\n\n");
		if (i % 9 == 0)
			text_format(&p.now, "New one %u.\n\n", (unsigned)i);
	}
	check("identical paragraphs");
	while (p.old.len < SIZE)
		text_format(&p.old, "%c\n\n", (int)('a' + pairs_chance(&p, 6)));
	while (p.now.len < SIZE)
		text_format(&p.now, "%c\n\n", (int)('a' + pairs_chance(&p, 6)));
	check("paragraphs of one letter");
}

enum { PARAGRAPHS = 20000 };

/* Paragraphs of their own, in the order that `place` says; edited if asked for. */
static void add_paragraphs(struct text *out, const uint32_t *place, bool edited)
{
	struct text all = {0};
	size_t begins[PARAGRAPHS + 1];
	for (uint32_t i = 0; i < PARAGRAPHS; i++) {
		begins[i] = all.len;
		text_format(&all, "x%u ", (unsigned)i);
		for (uint32_t k = 0; k < 10; k++)
			text_format(&all, "w%u ", (unsigned)((i * 2654435761u + k * 40503u) % 104729u));
		text_put(&all, "end.\n\n");
	}
	begins[PARAGRAPHS] = all.len;
	for (uint32_t i = 0; i < PARAGRAPHS; i++) {
		if (edited)
			text_put(out, "New ");
		text_add(out, all.ptr + begins[place[i]], begins[place[i] + 1] - begins[place[i]]);
	}
	text_release(&all);
}

Test(law_compare_large, paragraphs_in_another_order)
{
	static uint32_t straight[PARAGRAPHS], back[PARAGRAPHS], mixed[PARAGRAPHS];
	for (uint32_t i = 0; i < PARAGRAPHS; i++) {
		uint32_t const other = pairs_chance(&p, i + 1);
		straight[i] = i;
		back[i] = PARAGRAPHS - 1 - i;
		mixed[i] = mixed[other];
		mixed[other] = i;
	}
	add_paragraphs(&p.old, straight, false);
	add_paragraphs(&p.now, back, false);
	redline_tally const t = check("reversed");
	cr_expect_eq(t.moved, PARAGRAPHS - 1);
	cr_expect_eq(t.deleted + t.inserted, 0);
	add_paragraphs(&p.old, straight, false);
	add_paragraphs(&p.now, mixed, false);
	check("shuffled");
	add_paragraphs(&p.old, straight, false);
	add_paragraphs(&p.now, mixed, true);
	check("shuffled and edited");
}

Test(law_compare_large, paragraphs_that_are_hard_to_tell_apart)
{
	for (uint32_t i = 0; i < 20000; i++) {
		text_format(&p.old, "%u. x%u the common words of every paragraph.\n\n", (unsigned)i,
		            (unsigned)i);
		text_format(&p.now, "%u. x%u the common words of every paragraph.\n\n", (unsigned)i,
		            (unsigned)i + 7);
	}
	check("one rare word each");
	for (uint32_t i = 0; i < 60000; i++) {
		text_format(&p.old, "# Heading %u\n", (unsigned)i);
		text_format(&p.now, "# Heading %u\n", (unsigned)i + 3);
	}
	check("headings only");
	for (uint32_t i = 0; i < 100000; i++) {
		text_format(&p.old, "%u.\n\n", (unsigned)i);
		text_format(&p.now, "%u.\n\n", (unsigned)i + 1);
	}
	check("numbers only");
	for (uint32_t i = 0; i < 5000; i++) {
		add_words(&p.old, 30);
		text_put(&p.old, ".\n\n");
		add_words(&p.now, 30);
		text_put(&p.now, ".\n\n");
	}
	check("unrelated paragraphs");
}

/* Each number refers to the next one, and each was renumbered. */
Test(law_compare_large, references_everywhere)
{
	for (uint32_t i = 1; i <= 20000; i++) {
		text_format(&p.old, "%u. See paragraphs %u, %u and %u.\n\n", (unsigned)i, (unsigned)i + 1,
		            (unsigned)i + 2, (unsigned)i + 3);
		text_format(&p.now, "%u. See paragraphs %u, %u and %u.\n\n", (unsigned)i + 1,
		            (unsigned)i + 2, (unsigned)i + 3, (unsigned)i + 4);
	}
	check("references");
}
