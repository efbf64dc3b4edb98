/*
 * rounds_score.c -- holding found links against the truth.  See rounds.h.
 *
 * Each found link is matched with the true one it stands for, if any.  Then for
 * each group that moved: if it was found where it is, but as if it had stayed,
 * that is right only if all it passed was said to have moved, and is no more
 * than the group itself.  Those links are then no false moves.
 */
#include <stdlib.h>

#include "rounds.h"

#define NONE SIZE_MAX

struct scoring {
	const struct round *round;
	const struct round_links *found;
	size_t *match;   /* by true link: the found one, or NONE */
	bool *right;     /* by found link */
	bool *turned;    /* by group: the others may be said to have moved, and were */
};

static void *array(size_t count, size_t size)
{
	void *at = calloc(count ? count : 1, size);
	if (!at)
		abort();
	return at;
}

/* ---- matching ---- */

static bool stands_for(const struct round *round, const struct round_link *found,
                       const struct round_link *truth)
{
	const struct round_item *old = round->old.items;
	return found->now == truth->now &&
	       (found->old == truth->old || old[found->old].says == old[truth->old].says);
}

static void match_links(struct scoring *sc)
{
	const struct round_links *truth = &sc->round->truth;
	for (size_t t = 0; t < truth->len; t++) {
		sc->match[t] = NONE;
		for (size_t f = 0; f < sc->found->len && sc->match[t] == NONE; f++) {
			if (sc->right[f] ||
			    !stands_for(sc->round, &sc->found->at[f], &truth->at[t]))
				continue;
			sc->match[t] = f;
			sc->right[f] = true;
		}
	}
}

static bool said_moved(const struct scoring *sc, size_t truth)
{
	return sc->match[truth] != NONE && sc->found->at[sc->match[truth]].moved;
}

static uint32_t group_of(const struct scoring *sc, size_t truth)
{
	return sc->round->now.items[sc->round->truth.at[truth].now].group;
}

/* ---- moves ---- */

static bool has_passed_group(const struct scoring *sc, size_t truth, uint32_t group)
{
	const struct round_links *links = &sc->round->truth;
	if (group_of(sc, truth) == group)
		return false;
	for (size_t i = 0; i < links->len; i++)
		if (group_of(sc, i) == group &&
		    round_in_another_order(&links->at[truth], &links->at[i]))
			return true;
	return false;
}

/* Was all of it that was found said to have moved? */
static bool is_said_moved(const struct scoring *sc, uint32_t group)
{
	for (size_t i = 0; i < sc->round->truth.len; i++)
		if (group_of(sc, i) == group && sc->match[i] != NONE && !said_moved(sc, i))
			return false;
	return true;
}

/* See above; nothing is turned that was said to have moved. */
static bool is_turned(const struct scoring *sc, uint32_t group)
{
	const struct round_links *links = &sc->round->truth;
	/* of the group, and of what it passed */
	uint32_t words[2] = {0, 0}, bytes[2] = {0, 0}, items[2] = {0, 0};
	if (is_said_moved(sc, group))
		return false;
	for (size_t i = 0; i < links->len; i++) {
		bool const passed = has_passed_group(sc, i, group);
		if (!passed && group_of(sc, i) != group)
			continue;
		if (passed && sc->match[i] != NONE && !said_moved(sc, i))
			return false;
		if (passed && links->at[i].moved)
			continue; /* has moved itself */
		if (i && links->at[i - 1].now == links->at[i].now)
			continue; /* merged, and counted */
		const struct round_item *item = &sc->round->now.items[links->at[i].now];
		words[passed] += item->count;
		bytes[passed] += item->fate == ROUND_KEPT ? item->bytes : item->bytes / 2;
		items[passed]++;
	}
	return words[1] <= words[0] || bytes[1] <= bytes[0] || items[1] <= items[0];
}

/* Said to have moved, though what moved is a group that passed it, and is turned. */
static bool is_other_side(const struct scoring *sc, size_t truth)
{
	for (uint32_t group = 1; group <= sc->round->groups; group++)
		if (sc->turned[group] && has_passed_group(sc, truth, group))
			return true;
	return false;
}

static void score_moves(const struct scoring *sc, struct round_score *score)
{
	const struct round_links *truth = &sc->round->truth;
	for (uint32_t group = 1; group <= sc->round->groups; group++)
		sc->turned[group] = is_turned(sc, group);
	for (size_t i = 0; i < truth->len; i++) {
		bool const said = said_moved(sc, i);
		score->moves.of += truth->at[i].moved;
		if (truth->at[i].moved)
			score->moves.found +=
			    said || (sc->match[i] != NONE && sc->turned[group_of(sc, i)]);
		else
			score->false_moves += said && !is_other_side(sc, i);
	}
	for (size_t f = 0; f < sc->found->len; f++)
		score->false_moves += !sc->right[f] && sc->found->at[f].moved;
}

/* ---- splits, merges, rewrites ---- */

/* All true links of an item, on one side or the other, were found. */
static bool is_whole(const struct scoring *sc, uint32_t item, bool of_old)
{
	const struct round_links *truth = &sc->round->truth;
	for (size_t i = 0; i < truth->len; i++)
		if ((of_old ? truth->at[i].old : truth->at[i].now) == item &&
		    sc->match[i] == NONE)
			return false;
	return true;
}

static void score_parts(const struct scoring *sc, struct round_score *score)
{
	const struct round_side *old = &sc->round->old, *now = &sc->round->now;
	for (size_t i = 0; i < old->len; i++) {
		if (old->items[i].fate != ROUND_SPLIT)
			continue;
		score->splits.of++;
		score->splits.found += is_whole(sc, (uint32_t)i, true);
	}
	for (size_t i = 0; i < now->len; i++) {
		if (now->items[i].fate == ROUND_REWRITTEN)
			score->rewrites++;
		if (now->items[i].fate != ROUND_MERGED)
			continue;
		score->merges.of++;
		score->merges.found += is_whole(sc, (uint32_t)i, false);
	}
	for (size_t f = 0; f < sc->found->len; f++) {
		const struct round_link *link = &sc->found->at[f];
		score->rewrites_paired += old->items[link->old].fate == ROUND_REWRITTEN &&
		                          now->items[link->now].fate == ROUND_REWRITTEN;
	}
}

/* ---- the whole ---- */

struct round_score round_score(const struct round *round, const struct round_links *found)
{
	struct round_score score = {.links = {0, (uint32_t)round->truth.len},
	                            .right = {0, (uint32_t)found->len}};
	struct scoring sc = {
		.round = round,
		.found = found,
		.match = array(round->truth.len, sizeof *sc.match),
		.right = array(found->len, sizeof *sc.right),
		.turned = array((size_t)round->groups + 1, sizeof *sc.turned),
	};
	match_links(&sc);
	for (size_t i = 0; i < round->truth.len; i++)
		score.links.found += sc.match[i] != NONE;
	for (size_t f = 0; f < found->len; f++)
		score.right.found += sc.right[f];
	score_moves(&sc, &score);
	score_parts(&sc, &score);
	free(sc.match);
	free(sc.right);
	free(sc.turned);
	return score;
}

static void add_share(struct round_share *sum, struct round_share more)
{
	sum->found += more.found;
	sum->of += more.of;
}

void round_score_add(struct round_score *sum, const struct round_score *more)
{
	add_share(&sum->links, more->links);
	add_share(&sum->right, more->right);
	add_share(&sum->moves, more->moves);
	add_share(&sum->splits, more->splits);
	add_share(&sum->merges, more->merges);
	sum->false_moves += more->false_moves;
	sum->rewrites += more->rewrites;
	sum->rewrites_paired += more->rewrites_paired;
}

double round_share(struct round_share share)
{
	return share.of ? (double)share.found / share.of : 1;
}

double round_f1(const struct round_score *score)
{
	double const recall = round_share(score->links), precision = round_share(score->right);
	return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0;
}
