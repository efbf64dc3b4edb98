/*
 * rounds.c -- how well paragraphs are told apart: recall and precision of
 * `redline_compare` over rounds of negotiation whose truth is known, a row for
 * each seed.  The public headers and the library are all it needs.
 *
 *     rounds [SEEDS [FIRST]]     so many seeds from the first (40, from 1)
 *     rounds SEED old|new|truth|found
 *                                prints a round to look at it: a text, or item by
 *                                item which ones it came from, truly or as found
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/rounds_compare.h"

enum { SEEDS = 40, USAGE = 2 };

static void print_share(struct round_share share)
{
	printf(" %5u/%-5u", (unsigned)share.found, (unsigned)share.of);
}

static void print_row(const char *name, const struct round_score *s)
{
	printf("%-8s %6.4f", name, round_f1(s));
	print_share(s->links);
	print_share(s->right);
	print_share(s->moves);
	printf(" %5u", (unsigned)s->false_moves);
	print_share(s->splits);
	print_share(s->merges);
	printf(" %5u/%u\n", (unsigned)s->rewrites_paired, (unsigned)s->rewrites);
}

/* False if the texts could not be compared at all. */
static bool score_seed(struct round_score *sum, uint64_t seed)
{
	struct round round;
	struct round_links found = {0};
	char name[24];
	round_make(&round, seed);
	bool const compared = round_compare(&found, &round);
	if (compared) {
		struct round_score const score = round_score(&round, &found);
		snprintf(name, sizeof name, "%" PRIu64, seed);
		print_row(name, &score);
		round_score_add(sum, &score);
	} else {
		printf("%-8" PRIu64 " not read as it was meant, or not compared\n", seed);
	}
	round_links_release(&found);
	round_release(&round);
	return compared;
}

static bool score_seeds(uint64_t count, uint64_t first)
{
	struct round_score sum = {0};
	bool well = true;
	printf("%-8s %6s %11s %11s %11s %5s %11s %11s %7s\n", "seed", "F1", "links", "right", "moves",
	       "false", "splits", "merges", "rewrites paired");
	for (uint64_t i = 0; i < count; i++)
		well &= score_seed(&sum, first + i);
	print_row("all", &sum);
	return well;
}

/* ---- a single round ---- */

static void print_text(const struct text *text)
{
	fwrite(text->ptr, 1, text->len, stdout);
}

static void print_links(const struct round *round, const struct round_links *links)
{
	static const char *const fates[] = {"kept", "edited", "split", "merged", "inserted",
	                                    "deleted", "rewritten"};
	for (uint32_t i = 0; i < round->now.len; i++) {
		const struct round_item *item = &round->now.items[i];
		printf("%4u %-9s %3u words", (unsigned)i, fates[item->fate], (unsigned)item->count);
		for (size_t k = 0; k < links->len; k++)
			if (links->at[k].now == i)
				printf("  %u%s", (unsigned)links->at[k].old,
				       links->at[k].moved ? " moved" : "");
		printf("\n");
	}
}

static int print_round(uint64_t seed, const char *what)
{
	struct round round;
	struct round_links found = {0};
	bool compared = true;
	round_make(&round, seed);
	if (strcmp(what, "old") == 0)
		print_text(&round.old.text);
	else if (strcmp(what, "new") == 0)
		print_text(&round.now.text);
	else if (strcmp(what, "truth") == 0)
		print_links(&round, &round.truth);
	else if ((compared = round_compare(&found, &round)))
		print_links(&round, &found);
	round_links_release(&found);
	round_release(&round);
	return compared ? 0 : 1;
}

int main(int argc, char **argv)
{
	uint64_t const one = argc > 1 ? strtoull(argv[1], NULL, 10) : SEEDS;
	uint64_t const other = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	if (argc > 3) {
		fprintf(stderr, "usage: rounds [SEEDS [FIRST]] | SEED old|new|truth|found\n");
		return USAGE;
	}
	if (argc == 3 && other == 0)
		return print_round(one, argv[2]);
	return score_seeds(one, other) ? 0 : 1;
}
