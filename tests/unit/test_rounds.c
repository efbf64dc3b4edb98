/*
 * test_rounds.c -- that the rounds of negotiation are what their truth says, and
 * that their score tells right from wrong (support/rounds.h).
 */
#include <criterion/criterion.h>
#include <string.h>

#include "support/rounds.h"

enum { SEEDS = 40 };

/* ---- the truth ---- */

static bool same_spelling(const struct prose_word *a, const struct prose_word *b, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (a[i].word != b[i].word)
			return false;
	return true;
}

/* The words of all items that links name on one side, in a row, are those of the item. */
static bool is_made_of(const struct round *round, const struct round_side *whole, uint32_t item,
                       const struct round_side *parts, bool now_is_whole)
{
	uint32_t at = 0;
	const struct round_item *it = &whole->items[item];
	for (size_t i = 0; i < round->truth.len; i++) {
		const struct round_link *link = &round->truth.at[i];
		if ((now_is_whole ? link->now : link->old) != item)
			continue;
		const struct round_item *part =
			&parts->items[now_is_whole ? link->old : link->now];
		if (part->count > it->count - at ||
		    !same_spelling(whole->words.at + it->first + at,
		                   parts->words.at + part->first, part->count))
			return false;
		at += part->count;
	}
	return at == it->count;
}

static uint32_t links_to(const struct round *round, uint32_t now)
{
	uint32_t count = 0;
	for (size_t i = 0; i < round->truth.len; i++)
		count += round->truth.at[i].now == now;
	return count;
}

static void expect_true(const struct round *round, uint64_t seed)
{
	static const uint32_t links[] = {
		[ROUND_KEPT] = 1,     [ROUND_EDITED] = 1,  [ROUND_SPLIT] = 1,     [ROUND_MERGED] = 2,
		[ROUND_INSERTED] = 0, [ROUND_DELETED] = 0, [ROUND_REWRITTEN] = 0,
	};
	for (uint32_t i = 0; i < round->now.len; i++) {
		enum round_fate const fate = round->now.items[i].fate;
		cr_expect(links_to(round, i) == links[fate], "seed %u, item %u", (unsigned)seed,
		          (unsigned)i);
		if (fate == ROUND_KEPT || fate == ROUND_MERGED)
			cr_expect(is_made_of(round, &round->now, i, &round->old, true),
			          "seed %u, item %u", (unsigned)seed, (unsigned)i);
	}
	for (uint32_t i = 0; i < round->old.len; i++)
		if (round->old.items[i].fate == ROUND_SPLIT)
			cr_expect(is_made_of(round, &round->old, i, &round->now, false),
			          "seed %u, old item %u", (unsigned)seed, (unsigned)i);
}

Test(rounds, keep_split_and_merge_the_words_they_say)
{
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct round round;
		round_make(&round, seed);
		expect_true(&round, seed);
		round_release(&round);
	}
}

Test(rounds, same_seed_same_bytes)
{
	struct round one, same, other;
	round_make(&one, 7);
	round_make(&same, 7);
	round_make(&other, 8);
	cr_expect(text_is(text_view(&one.old.text), text_view(&same.old.text)));
	cr_expect(text_is(text_view(&one.now.text), text_view(&same.now.text)));
	cr_expect(!text_is(text_view(&one.old.text), text_view(&other.old.text)));
	cr_expect(!text_is(text_view(&one.old.text), text_view(&one.now.text)));
	round_release(&one);
	round_release(&same);
	round_release(&other);
}

/* ---- the score ---- */

Test(rounds, the_truth_is_right)
{
	struct round_score sum = {0};
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct round round;
		round_make(&round, seed);
		struct round_score const score = round_score(&round, &round.truth);
		round_score_add(&sum, &score);
		round_release(&round);
	}
	cr_expect(round_f1(&sum) == 1);
	cr_expect(sum.moves.of > SEEDS && sum.moves.found == sum.moves.of);
	cr_expect(sum.splits.of > SEEDS && sum.splits.found == sum.splits.of);
	cr_expect(sum.merges.of > SEEDS && sum.merges.found == sum.merges.of);
	cr_expect(sum.rewrites > SEEDS && sum.rewrites_paired == 0 && sum.false_moves == 0);
}

/* As if a paragraph's number were who it is. */
Test(rounds, the_same_place_is_wrong)
{
	struct round_score sum = {0};
	for (uint64_t seed = 1; seed <= SEEDS; seed++) {
		struct round round;
		struct round_links found = {0};
		round_make(&round, seed);
		for (uint32_t i = 0; i < round.old.len && i < round.now.len; i++)
			round_add_link(&found, i, i, false);
		struct round_score const score = round_score(&round, &found);
		round_score_add(&sum, &score);
		round_links_release(&found);
		round_release(&round);
	}
	cr_expect(round_f1(&sum) < 0.7);
	cr_expect(round_share(sum.moves) < 0.2);
	cr_expect(round_share(sum.splits) < 0.5);
	cr_expect(round_share(sum.merges) < 0.5);
}

Test(rounds, nothing_found_is_nothing_right)
{
	struct round round;
	struct round_links const found = {0};
	round_make(&round, 12);
	struct round_score const score = round_score(&round, &found);
	cr_expect(score.links.found == 0 && score.links.of > 100);
	cr_expect(score.moves.found == 0 && score.moves.of > 1);
	cr_expect(score.false_moves == 0);
	round_release(&round);
}

/* Three items of so many words; the second is said to stand before the first. */
static void make_swap(struct round *round, uint32_t first, uint32_t second, uint32_t moved)
{
	static struct round_item old[3], now[3];
	uint32_t const words[] = {first, second, 10};
	static const uint32_t was[] = {1, 0, 2};
	*round = (struct round){.groups = 1};
	for (uint32_t i = 0; i < 3; i++) {
		old[i] = (struct round_item){.count = words[i], .says = i + 1};
		now[i] = (struct round_item){.count = words[was[i]], .says = was[i] + 1};
		now[i].group = was[i] == moved;
		round_add_link(&round->truth, was[i], i, was[i] == moved);
	}
	round->old.items = old;
	round->now.items = now;
	round->old.len = round->now.len = 3;
}

/* The truth, but that the other one of the two has moved. */
static struct round_score score_turned(struct round *round)
{
	struct round_links found = {0};
	for (size_t i = 0; i < round->truth.len; i++) {
		struct round_link const link = round->truth.at[i];
		round_add_link(&found, link.old, link.now, link.old < 2 && !link.moved);
	}
	struct round_score const score = round_score(round, &found);
	round_links_release(&found);
	round_links_release(&round->truth);
	return score;
}

Test(rounds, either_of_two_that_changed_places_has_moved)
{
	struct round round;
	make_swap(&round, 40, 30, 0);
	struct round_score const score = score_turned(&round);
	cr_expect(score.moves.found == 1 && score.moves.of == 1);
	cr_expect(score.false_moves == 0);
}

/* Neither of them was said to have: then it was not found. */
Test(rounds, one_of_two_that_changed_places_has_moved)
{
	struct round round;
	struct round_links found = {0};
	make_swap(&round, 40, 30, 0);
	for (uint32_t i = 0; i < 3; i++)
		round_add_link(&found, round.truth.at[i].old, i, i == 2);
	struct round_score const score = round_score(&round, &found);
	cr_expect(score.moves.found == 0);
	cr_expect(score.false_moves == 1, "the third stands where it stood");
	round_links_release(&found);
	round_links_release(&round.truth);
}
