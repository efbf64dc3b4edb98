/*
 * law_rounds.c -- who became whom, over rounds of negotiation whose truth is
 * known (see support/rounds.h):
 *
 *   - links between paragraphs: F1 of .985 at least;
 *   - what moved, split and merged is found, what did not move is not said to
 *     have, and unrelated text under an old number is no edit of it.
 *
 * The first seed is printed; REDLINE_SEED sets it.  `make rounds` prints a row for
 * each seed.
 */
#include <criterion/criterion.h>
#include <criterion/logging.h>
#include <stdlib.h>

#include "support/rounds_compare.h"

enum { ROUNDS = 40 };

static uint64_t first_seed(void)
{
	const char *given = getenv("REDLINE_SEED");
	uint64_t const seed = given ? strtoull(given, NULL, 10) : 1;
	cr_log_info("first seed %llu", (unsigned long long)seed);
	return seed;
}

static struct round_score score_of(uint64_t seed)
{
	struct round round;
	struct round_links found = {0};
	round_make(&round, seed);
	cr_assert(round_compare(&found, &round), "seed %llu is not read as it was meant",
	          (unsigned long long)seed);
	struct round_score const score = round_score(&round, &found);
	round_links_release(&found);
	round_release(&round);
	return score;
}

static struct round_score score_all(void)
{
	struct round_score sum = {0};
	uint64_t const first = first_seed();
	for (uint64_t seed = first; seed < first + ROUNDS; seed++) {
		struct round_score const one = score_of(seed);
		if (one.false_moves || one.rewrites_paired)
			cr_log_info("seed %llu: %u false moves, %u rewrites paired",
			            (unsigned long long)seed, (unsigned)one.false_moves,
			            (unsigned)one.rewrites_paired);
		round_score_add(&sum, &one);
	}
	return sum;
}

static void expect_share(const char *what, struct round_share share, double least)
{
	cr_expect(share.of > ROUNDS / 2, "%s: only %u to be found", what, (unsigned)share.of);
	cr_expect(round_share(share) >= least, "%s: %u of %u, less than %.3f", what,
	          (unsigned)share.found, (unsigned)share.of, least);
}

Test(rounds, who_became_whom)
{
	struct round_score const s = score_all();
	expect_share("links", s.links, 0.985);
	cr_expect(round_f1(&s) >= 0.985, "F1 of the links is %.4f", round_f1(&s));
	expect_share("moves", s.moves, 0.95);
	expect_share("splits", s.splits, 0.9);
	expect_share("merges", s.merges, 0.9);
	cr_expect(s.false_moves == 0, "%u links are said to have moved and have not",
	          (unsigned)s.false_moves);
	cr_expect(s.rewrites > ROUNDS / 2);
	cr_expect(s.rewrites_paired == 0, "%u of %u unrelated texts are taken for edits",
	          (unsigned)s.rewrites_paired, (unsigned)s.rewrites);
}
