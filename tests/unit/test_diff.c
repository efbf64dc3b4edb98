/*
 * test_diff.c -- the longest common subsequence: which runs come out where there
 * is no choice, that each of the ways to find it is exact, and that what is too
 * large for that is done in time.
 *
 * A small case is two strings, a character a token.  "1:2+3" is a run of three
 * from token 1 of the first and token 2 of the second.  The larger cases are
 * compared with the table of the textbook, or made so that the length is known.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/diff.h"
#include "engine/diffing.h"
#include "support/text.h"

/* ---- chance ---- */

static uint64_t state = 20201118;

/* xorshift64 */
static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(((state >> 32) * below) >> 32);
}

/* A word of 2^bits, the first ones frequent, as in a text (by Zipf, about). */
static uint64_t common_word(uint32_t bits)
{
	return chance(2u << chance(bits));
}

/* ---- two sequences and what they have in common ---- */

struct fixture {
	struct diff diff;
	uint64_t *a, *b;
	uint32_t a_len, b_len;
};

static void set_up(struct fixture *f, uint32_t a_most, uint32_t b_most)
{
	*f = (struct fixture){.a = malloc((a_most + (size_t)1) * sizeof *f->a),
	                      .b = malloc((b_most + (size_t)1) * sizeof *f->b)};
	cr_assert(f->a && f->b);
}

static void tear_down(struct fixture *f)
{
	diff_release(&f->diff);
	free(f->a);
	free(f->b);
}

static bool is_common(const struct fixture *f, struct diff_run run)
{
	return run.len > 0 && (uint64_t)run.a + run.len <= f->a_len &&
	       (uint64_t)run.b + run.len <= f->b_len &&
	       memcmp(f->a + run.a, f->b + run.b, run.len * sizeof *f->a) == 0;
}

/* How many tokens the runs have, which must be as diff.h says. */
static uint32_t find(struct fixture *f)
{
	uint32_t a = 0, b = 0, sum = 0;
	cr_assert(diff_find(&f->diff, f->a, f->a_len, f->b, f->b_len));
	for (uint32_t i = 0; i < f->diff.run_count; i++) {
		struct diff_run const run = f->diff.runs[i];
		cr_assert(is_common(f, run), "run %u is no common run", i);
		cr_assert(run.a >= a && run.b >= b, "run %u is not behind the one before", i);
		cr_assert(i == 0 || run.a > a || run.b > b, "run %u belongs to the one before", i);
		a = run.a + run.len;
		b = run.b + run.len;
		sum += run.len;
	}
	return sum;
}

/* The length of the longest, by the textbook. */
static uint32_t longest(const struct fixture *f)
{
	uint32_t *row = calloc(f->b_len + (size_t)1, sizeof *row);
	cr_assert(row);
	for (uint32_t i = 0; i < f->a_len; i++) {
		uint32_t corner = 0;
		for (uint32_t j = 0; j < f->b_len; j++) {
			uint32_t const above = row[j + 1];
			uint32_t const best = above > row[j] ? above : row[j];
			row[j + 1] = f->a[i] == f->b[j] ? corner + 1 : best;
			corner = above;
		}
	}
	uint32_t const length = row[f->b_len];
	free(row);
	return length;
}

/* b is a with one token in `every` left out, replaced or preceded by another. */
static void edit(struct fixture *f, uint32_t every, uint32_t bits)
{
	f->b_len = 0;
	for (uint32_t i = 0; i < f->a_len; i++) {
		uint32_t const kind = chance(every) ? 3 : chance(3);
		if (kind == 1 || kind == 2)
			f->b[f->b_len++] = common_word(bits);
		if (kind == 2 || kind == 3)
			f->b[f->b_len++] = f->a[i];
	}
}

/* ---- small ones ---- */

struct small_case {
	const char *name, *a, *b, *runs;
};

static void spell(uint64_t *tokens, uint32_t *len, const char *string)
{
	for (*len = 0; string[*len]; ++*len)
		tokens[*len] = (unsigned char)string[*len];
}

static void show_runs(struct text *out, const struct diff *d)
{
	out->len = 0;
	text_put(out, "");
	for (uint32_t i = 0; i < d->run_count; i++)
		text_format(out, "%s%u:%u+%u", i ? " " : "", d->runs[i].a, d->runs[i].b, d->runs[i].len);
}

static void check_small(const struct small_case *cases, size_t count)
{
	struct fixture f;
	struct text runs = {0};
	set_up(&f, 1000, 1000);
	for (size_t i = 0; i < count; i++) {
		spell(f.a, &f.a_len, cases[i].a);
		spell(f.b, &f.b_len, cases[i].b);
		find(&f);
		show_runs(&runs, &f.diff);
		cr_expect_str_eq(runs.ptr, cases[i].runs, "%s: \"%s\", \"%s\": %s", cases[i].name,
		                 cases[i].a, cases[i].b, runs.ptr);
		cr_expect_not(f.diff.bounded, "%s", cases[i].name);
	}
	text_release(&runs);
	tear_down(&f);
}

#define CHECK(cases) check_small(cases, sizeof(cases) / sizeof *(cases))

Test(diff, what_leaves_no_choice)
{
	static const struct small_case cases[] = {
		{"nothing", "", "", ""},
		{"all comes", "", "abc", ""},
		{"all goes", "abc", "", ""},
		{"the same", "abc", "abc", "0:0+3"},
		{"nothing in common", "abc", "xyz", ""},
		{"a token replaced", "abc", "axc", "0:0+1 2:2+1"},
		{"the first", "abc", "xbc", "1:1+2"},
		{"the last", "abc", "abx", "0:0+2"},
		{"a token comes", "abcd", "abxcd", "0:0+2 2:3+2"},
		{"a token goes", "abxcd", "abcd", "0:0+2 3:2+2"},
		{"at the beginning", "abc", "xabc", "0:1+3"},
		{"at the end", "abc", "abcx", "0:0+3"},
		{"both ends and the middle", "1abc2def3", "4abc5def6", "1:1+3 5:5+3"},
		{"a part of the other", "cde", "abcdefg", "0:2+3"},
		{"one of two exchanged", "abcxyz1", "xyz2abcxyz", "0:4+6"},
		{"repeated", "aaaa", "aa", "0:0+2"},
		{"the longer of two", "abcde1", "1abcde", "0:1+5"},
	};
	CHECK(cases);
}

/* A token that could be either of two goes where another run is. */
Test(diff, a_run_stands_beside_another_if_it_can)
{
	static const struct small_case cases[] = {
		{"beside the one before", "1abc", "2abxbd", "1:1+2"},
		{"beside the one after", "cba1", "dbxba2", "1:3+2"},
		{"a head beside a tail", "adcbab", "ab", "4:0+2"},
		{"one of them after the other", "1abcd2", "3abxbcxcd4", "1:1+2 3:7+2"},
		{"more is lost than won", "1abc", "2axbx", "1:1+1 2:3+1"},
		{"between two", "1pqr2", "3pxqyr4", "1:1+1 2:3+1 3:5+1"},
	};
	CHECK(cases);
}

/* The same with so much between that few differences are out of the question. */
Test(diff, a_run_stands_beside_another_among_many_differences)
{
	struct fixture f;
	set_up(&f, 400, 400);
	for (uint32_t i = 0; i < 150; i++) {
		f.a[f.a_len++] = 1000 + i;
		f.b[f.b_len++] = 2000 + i;
	}
	static const uint64_t a_end[] = {1, 2, 3, 4}, b_end[] = {1, 2, 5, 2, 6};
	memcpy(f.a + f.a_len, a_end, sizeof a_end);
	memcpy(f.b + f.b_len, b_end, sizeof b_end);
	f.a_len += 4;
	f.b_len += 5;
	cr_expect_eq(find(&f), 2);
	cr_expect_eq(f.diff.run_count, 1);
	cr_expect(f.diff.runs[0].a == 150 && f.diff.runs[0].b == 150);
	tear_down(&f);
}

/* ---- memory ---- */

static bool same_runs(const struct diff *a, const struct diff *b)
{
	return a->run_count == b->run_count && a->bounded == b->bounded &&
	       (a->run_count == 0 || memcmp(a->runs, b->runs, a->run_count * sizeof *a->runs) == 0);
}

/* Sizes that go up and down, each compared with a call that has no past. */
Test(diff, a_call_leaves_nothing_behind)
{
	static const uint32_t sizes[] = {3, 500, 20, 4000, 70, 0, 2500, 1, 30000, 130, 6000, 64};
	struct fixture f;
	set_up(&f, 30000, 60000);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		struct diff fresh = {0};
		f.a_len = sizes[i];
		for (uint32_t k = 0; k < f.a_len; k++)
			f.a[k] = common_word(9);
		edit(&f, 1 + chance(10), 9);
		find(&f);
		cr_assert(diff_find(&fresh, f.a, f.a_len, f.b, f.b_len));
		cr_expect(same_runs(&f.diff, &fresh), "%u tokens", sizes[i]);
		diff_release(&fresh);
	}
	tear_down(&f);
}

Test(diff, what_was_released_may_be_used_again)
{
	struct fixture f;
	set_up(&f, 10, 10);
	diff_release(&f.diff);
	for (int i = 0; i < 3; i++) {
		spell(f.a, &f.a_len, "abcd");
		spell(f.b, &f.b_len, "xbcy");
		cr_expect_eq(find(&f), 2);
		diff_release(&f.diff);
		cr_expect(f.diff.run_count == 0 && !f.diff.memory);
	}
	tear_down(&f);
}

/* After four thousand million tokens the table's numbers begin anew. */
Test(diff, numbers_that_run_out_begin_anew)
{
	struct fixture f;
	set_up(&f, 300, 600);
	f.a_len = 300;
	for (uint32_t i = 0; i < f.a_len; i++)
		f.a[i] = common_word(7);
	edit(&f, 2, 7);
	find(&f);
	struct table *t = &f.diff.memory->table;
	t->base = UINT32_MAX - 400;
	memset(t->slots.at, 0xFF, t->slots.cap * sizeof *t->slots.at);
	t->count = 200;
	cr_expect_eq(find(&f), longest(&f));
	cr_expect_lt(t->base, 1000);
	for (int i = 0; i < 3; i++)
		cr_expect_eq(find(&f), longest(&f));
	tear_down(&f);
}

/* ---- each of the ways ---- */

static void expect_exact(struct fixture *f, const char *name)
{
	uint32_t const found = find(f);
	uint32_t const want = longest(f);
	cr_expect_eq(found, want, "%s: %u instead of %u", name, found, want);
	cr_expect_not(f->diff.bounded, "%s", name);
}

/* One token more or less than fits in a word of bits. */
Test(diff, sizes_around_whole_words)
{
	struct fixture f;
	set_up(&f, 200, 400);
	for (uint32_t len = 60; len <= 195; len += len == 68 || len == 132 ? 56 : 1)
		for (uint32_t every = 1; every <= 4; every++) {
			f.a_len = len;
			for (uint32_t i = 0; i < len; i++)
				f.a[i] = common_word(4);
			edit(&f, every, 4);
			expect_exact(&f, "around whole words");
		}
	tear_down(&f);
}

/*
 * Shared words few and far between: a carry must go through words of bits that
 * have no match.  What is between them is in both, too, so that it isn't left
 * out, but backwards.
 */
static void check_far_between(uint32_t len, uint32_t rounds)
{
	struct fixture f;
	set_up(&f, len, len);
	for (uint32_t round = 0; round < rounds; round++) {
		f.a_len = f.b_len = len;
		for (uint32_t i = 0; i < len; i++) {
			f.a[i] = chance(12) ? 1000 + i : chance(50);
			f.b[i] = chance(12) ? 1000 + len - i : chance(50);
		}
		expect_exact(&f, "far between");
	}
	tear_down(&f);
}

Test(diff, shared_words_far_between, .timeout = 60)
{
	check_far_between(150, 400);
	check_far_between(250, 400);
	check_far_between(700, 50);
	check_far_between(2000, 20);
}

Test(diff, few_differences_in_much)
{
	struct fixture f;
	set_up(&f, 6000, 12000);
	f.a_len = 6000;
	for (uint32_t i = 0; i < f.a_len; i++)
		f.a[i] = common_word(8);
	static const uint32_t every[] = {3000, 300, 100, 40, 20};
	for (size_t i = 0; i < sizeof every / sizeof *every; i++) {
		edit(&f, every[i], 8);
		expect_exact(&f, "few differences in much");
	}
	tear_down(&f);
}

Test(diff, many_differences_in_much)
{
	static const uint32_t bits[] = {1, 4, 11, 17};
	struct fixture f;
	set_up(&f, 5000, 5000);
	for (size_t i = 0; i < sizeof bits / sizeof *bits; i++) {
		f.a_len = 2000 + chance(3000);
		f.b_len = 2000 + chance(3000);
		for (uint32_t k = 0; k < 5000; k++) {
			f.a[k] = common_word(bits[i]);
			f.b[k] = common_word(bits[i]);
		}
		expect_exact(&f, "many differences in much");
	}
	tear_down(&f);
}

/* So many rows of so many words that the journal is begun anew on the way. */
Test(diff, more_rows_than_the_journal_holds, .timeout = 60)
{
	struct fixture f;
	set_up(&f, 9000, 9000);
	f.a_len = 9000;
	f.b_len = 8700;
	for (uint32_t i = 0; i < f.a_len; i++) {
		f.a[i] = chance(3);
		f.b[i] = chance(3);
	}
	expect_exact(&f, "more rows than the journal holds");
	tear_down(&f);
}

Test(diff, a_short_side_and_a_long_one, .timeout = 60)
{
	static const uint32_t short_lens[] = {1, 5, 64, 100, 700};
	struct fixture f;
	set_up(&f, 700, 100000);
	for (size_t i = 0; i < sizeof short_lens / sizeof *short_lens; i++) {
		f.a_len = short_lens[i];
		f.b_len = 100000;
		for (uint32_t k = 0; k < f.a_len; k++)
			f.a[k] = common_word(12);
		for (uint32_t k = 0; k < f.b_len; k++)
			f.b[k] = common_word(12);
		expect_exact(&f, "a short side and a long one");
	}
	tear_down(&f);
}

/* ---- too large to be exact ---- */

enum { MILLION = 1000000 };

/* At least `least` in common, as far as that is known, and done before the timeout. */
static void expect_enough(struct fixture *f, uint32_t least, bool bounded)
{
	uint32_t const found = find(f);
	cr_expect_geq(found, least, "%u of %u in common", found, least);
	cr_expect_eq(f->diff.bounded, bounded);
}

/* Tokens that differ from one another, and some that both sides have elsewhere, so
 * that leaving out is no help: what is kept in its place is in common. */
Test(diff, a_long_text_with_many_differences, .timeout = 30)
{
	struct fixture f;
	set_up(&f, MILLION, 2 * MILLION);
	f.a_len = MILLION;
	for (uint32_t i = 0; i < f.a_len; i++)
		f.a[i] = chance(2) ? common_word(15) : 100000 + i;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < f.a_len; i++) {
		if (chance(12) == 0) {
			f.b[f.b_len++] = f.a[chance(f.a_len)];
		} else {
			f.b[f.b_len++] = f.a[i];
			kept++;
		}
	}
	expect_enough(&f, kept - kept / 1000, true);
	tear_down(&f);
}

/* The same paragraphs over and over, so nothing stands once; one side drifts. */
Test(diff, a_long_text_of_few_paragraphs, .timeout = 30)
{
	enum { PARAGRAPH = 90, KINDS = 4 };
	uint64_t paragraphs[KINDS][PARAGRAPH];
	struct fixture f;
	set_up(&f, MILLION / 4, MILLION / 2);
	for (size_t i = 0; i < KINDS; i++)
		for (size_t k = 0; k < PARAGRAPH; k++)
			paragraphs[i][k] = common_word(9);
	uint32_t kept = 0;
	while (f.a_len + PARAGRAPH <= MILLION / 4) {
		const uint64_t *same = paragraphs[chance(KINDS)], *more = paragraphs[chance(KINDS)];
		memcpy(f.a + f.a_len, same, sizeof *paragraphs);
		f.a_len += PARAGRAPH;
		if (chance(20) == 0) {
			memcpy(f.b + f.b_len, more, sizeof *paragraphs);
			f.b_len += PARAGRAPH;
		}
		if (chance(20)) {
			memcpy(f.b + f.b_len, same, sizeof *paragraphs);
			f.b_len += PARAGRAPH;
			kept += PARAGRAPH;
		}
	}
	expect_enough(&f, kept - kept / 50, true);
	tear_down(&f);
}

Test(diff, two_long_texts_that_have_nothing_to_do_with_each_other, .timeout = 30)
{
	struct fixture f;
	set_up(&f, MILLION, MILLION);
	f.a_len = f.b_len = MILLION;
	for (uint32_t i = 0; i < MILLION; i++) {
		f.a[i] = common_word(16);
		f.b[i] = common_word(16);
	}
	expect_enough(&f, MILLION / 10, true);
	tear_down(&f);
}

Test(diff, one_token_over_and_over, .timeout = 30)
{
	struct fixture f;
	set_up(&f, 2 * MILLION, 2 * MILLION);
	f.a_len = 2 * MILLION;
	f.b_len = 2 * MILLION - MILLION / 5;
	for (uint32_t i = 0; i < 2 * MILLION; i++)
		f.a[i] = f.b[i] = 7;
	expect_enough(&f, f.b_len, false);
	f.b[0] = 8;
	f.b[f.b_len - 1] = 9;
	expect_enough(&f, f.b_len - 2, false);
	tear_down(&f);
}

Test(diff, two_tokens_in_turn, .timeout = 30)
{
	struct fixture f;
	set_up(&f, MILLION, MILLION);
	f.a_len = f.b_len = MILLION;
	for (uint32_t i = 0; i < MILLION; i++) {
		f.a[i] = i & 1;
		f.b[i] = i >> 1 & 1;
	}
	expect_enough(&f, MILLION / 4 * 3 - 1, true);
	tear_down(&f);
}

Test(diff, all_in_reverse, .timeout = 30)
{
	struct fixture f;
	set_up(&f, MILLION / 2, MILLION / 2);
	f.a_len = f.b_len = MILLION / 2;
	for (uint32_t i = 0; i < f.a_len; i++) {
		f.a[i] = i;
		f.b[i] = f.a_len - 1 - i;
	}
	expect_enough(&f, 1, true);
	tear_down(&f);
}

/* The longer part is the longest chain, though the shorter comes last. */
Test(diff, two_parts_exchanged, .timeout = 30)
{
	struct fixture f;
	uint32_t const first = MILLION / 5 * 3, second = MILLION - first;
	set_up(&f, MILLION, MILLION);
	f.a_len = f.b_len = MILLION;
	for (uint32_t i = 0; i < MILLION; i++)
		f.a[i] = common_word(16);
	memcpy(f.b, f.a + first, second * sizeof *f.a);
	memcpy(f.b + second, f.a, first * sizeof *f.a);
	expect_enough(&f, first, true);
	tear_down(&f);
}

/* Their hashes lie close together unless they are scattered well. */
Test(diff, tokens_that_differ_in_few_bits, .timeout = 30)
{
	for (unsigned shift = 0; shift <= 44; shift += 11) {
		struct fixture f;
		set_up(&f, MILLION, MILLION);
		f.a_len = f.b_len = MILLION;
		for (uint32_t i = 0; i < MILLION; i++) {
			f.a[i] = (uint64_t)i << shift;
			f.b[i] = (uint64_t)((i + 300) % MILLION) << shift;
		}
		f.b[MILLION / 2] = 7;
		expect_enough(&f, MILLION - 301, false);
		tear_down(&f);
	}
}
