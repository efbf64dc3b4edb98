/*
 * law_diff.c -- the laws of the longest common subsequence, on random sequences
 * over alphabets of one token to a thousand:
 *
 *   - the runs are common to both, ascend, and none belongs to its neighbour;
 *   - together they are as long as the table of the textbook says;
 *   - the length is the same with the sides exchanged, and backwards;
 *   - what the tokens are doesn't matter, only which of them are the same;
 *   - the same call gives the same answer, whatever was asked before.
 *
 * The seed is printed; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdlib.h>
#include <string.h>

#include "engine/diff.h"

enum { ROUNDS = 4000, MOST = 300 };

/* ---- chance ---- */

static uint64_t state;

/* xorshift64 */
static uint32_t chance(uint32_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t)(state >> 32) % below;
}

static void begin_chance(void)
{
	const char *seed = getenv("REDLINE_SEED");
	state = seed ? strtoull(seed, NULL, 10) : 20201118;
	cr_log_info("seed %llu", (unsigned long long)state);
	state = state ? state : 1;
}

/* ---- pairs ---- */

struct pair {
	uint64_t a[MOST], b[MOST];
	uint32_t a_len, b_len;
};

static uint32_t random_length(void)
{
	static const uint32_t lengths[] = {0, 1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 193};
	return chance(3) ? chance(MOST + 1) : lengths[chance(sizeof lengths / sizeof *lengths)];
}

static uint32_t random_alphabet(void)
{
	static const uint32_t sizes[] = {1, 2, 3, 10, 40, 1000};
	return sizes[chance(sizeof sizes / sizeof *sizes)];
}

/* Half of the time some tokens are more frequent than others. */
static void fill(uint64_t *tokens, uint32_t len, uint32_t alphabet)
{
	bool const even = chance(2);
	for (uint32_t i = 0; i < len; i++)
		tokens[i] = chance(even ? alphabet : 1 + chance(alphabet));
}

/* b is a with about one change in `every`, as far as there is room. */
static void change(struct pair *p, uint32_t every, uint32_t alphabet)
{
	p->b_len = 0;
	for (uint32_t i = 0; i < p->a_len && p->b_len + 2 <= MOST; i++) {
		uint32_t const kind = chance(every) ? 3 : chance(3);
		if (kind == 1 || kind == 2)
			p->b[p->b_len++] = chance(alphabet + 5);
		if (kind == 2 || kind == 3)
			p->b[p->b_len++] = p->a[i];
	}
}

static void random_pair(struct pair *p)
{
	uint32_t const alphabet = random_alphabet();
	p->a_len = random_length();
	fill(p->a, p->a_len, alphabet);
	if (chance(2)) {
		change(p, 1 + chance(chance(2) ? 20 : MOST), alphabet);
		return;
	}
	p->b_len = random_length();
	fill(p->b, p->b_len, alphabet);
}

/* ---- what must hold ---- */

/* By the textbook. */
static uint32_t longest(const struct pair *p)
{
	uint32_t row[MOST + 1] = {0};
	for (uint32_t i = 0; i < p->a_len; i++) {
		uint32_t corner = 0;
		for (uint32_t j = 0; j < p->b_len; j++) {
			uint32_t const above = row[j + 1];
			uint32_t const best = above > row[j] ? above : row[j];
			row[j + 1] = p->a[i] == p->b[j] ? corner + 1 : best;
			corner = above;
		}
	}
	return row[p->b_len];
}

/* NULL, or what is wrong with the runs; *length is how long they are. */
static const char *fault_of(const struct diff *d, const struct pair *p, uint32_t *length)
{
	uint32_t a = 0, b = 0;
	*length = 0;
	for (uint32_t i = 0; i < d->run_count; i++) {
		struct diff_run const run = d->runs[i];
		if (run.len == 0)
			return "a run is empty";
		if (run.a < a || run.b < b)
			return "a run is not behind the one before";
		if (i && run.a == a && run.b == b)
			return "a run belongs to the one before";
		a = run.a + run.len;
		b = run.b + run.len;
		if (a > p->a_len || b > p->b_len)
			return "a run goes beyond the end";
		if (memcmp(p->a + run.a, p->b + run.b, run.len * sizeof *p->a) != 0)
			return "a run is not common";
		*length += run.len;
	}
	return d->bounded ? "so small a pair must be exact" : NULL;
}

static uint32_t length_of(struct diff *d, const struct pair *p, int round)
{
	uint32_t length;
	cr_assert(diff_find(d, p->a, p->a_len, p->b, p->b_len));
	const char *fault = fault_of(d, p, &length);
	cr_assert_null(fault, "round %d, %u and %u tokens: %s", round, p->a_len, p->b_len, fault);
	return length;
}

Test(law_diff, the_longest, .init = begin_chance, .timeout = 300)
{
	static struct pair p;
	struct diff d = {0};
	for (int i = 0; i < ROUNDS; i++) {
		random_pair(&p);
		uint32_t const found = length_of(&d, &p, i), want = longest(&p);
		cr_assert_eq(found, want, "round %d, %u and %u tokens: %u instead of %u", i, p.a_len,
		             p.b_len, found, want);
	}
	diff_release(&d);
}

static void reverse(uint64_t *tokens, uint32_t len)
{
	for (uint32_t i = 0; i < len / 2; i++) {
		uint64_t const token = tokens[i];
		tokens[i] = tokens[len - 1 - i];
		tokens[len - 1 - i] = token;
	}
}

Test(law_diff, as_long_exchanged_and_backwards, .init = begin_chance, .timeout = 300)
{
	static struct pair p, q;
	struct diff d = {0};
	for (int i = 0; i < ROUNDS; i++) {
		random_pair(&p);
		uint32_t const length = length_of(&d, &p, i);
		q.a_len = p.b_len;
		q.b_len = p.a_len;
		memcpy(q.a, p.b, sizeof p.b);
		memcpy(q.b, p.a, sizeof p.a);
		cr_assert_eq(length_of(&d, &q, i), length, "round %d, exchanged", i);
		reverse(p.a, p.a_len);
		reverse(p.b, p.b_len);
		cr_assert_eq(length_of(&d, &p, i), length, "round %d, backwards", i);
	}
	diff_release(&d);
}

static bool same_runs(const struct diff *a, const struct diff *b)
{
	return a->run_count == b->run_count &&
	       (a->run_count == 0 || memcmp(a->runs, b->runs, a->run_count * sizeof *a->runs) == 0);
}

/* Another token for each, and no two the same. */
static void rename_tokens(struct pair *p, unsigned how)
{
	for (uint32_t i = 0; i < p->a_len; i++)
		p->a[i] = how ? (p->a[i] + 1) << (how * 12) : ~p->a[i] * 0x9E3779B97F4A7C15u;
	for (uint32_t i = 0; i < p->b_len; i++)
		p->b[i] = how ? (p->b[i] + 1) << (how * 12) : ~p->b[i] * 0x9E3779B97F4A7C15u;
}

Test(law_diff, the_same_whatever_the_tokens_are, .init = begin_chance, .timeout = 300)
{
	static struct pair p;
	struct diff used = {0};
	for (int i = 0; i < ROUNDS; i++) {
		struct diff fresh = {0};
		random_pair(&p);
		length_of(&used, &p, i);
		rename_tokens(&p, chance(5));
		length_of(&fresh, &p, i);
		cr_assert(same_runs(&used, &fresh), "round %d, %u and %u tokens", i, p.a_len, p.b_len);
		diff_release(&fresh);
	}
	diff_release(&used);
}
