/*
 * align_likely.c -- units that say most of the same: neighbours of what is paired
 * already, and units that share rare phrases.  See aligning.h.
 *
 * Looking for a unit costs a few look-ups in an index of phrases, and a closer look
 * at the NEAREST that share most.
 */
#include "engine/aligning.h"

#include <stdlib.h>

enum {
	POSTINGS = 4,      /* a phrase that more units have says nothing */
	NEAREST = 3,       /* candidates that one unit may have */
	SURE_VOTES = 3,    /* so many shared phrases need no closer look */
	EVIDENT_LEAST = 8, /* tokens of a unit that a quick look does for */
	EVIDENT_MOST = 800,
};

static const float EVIDENT_SHARE = 0.4f; /* of word pairs */

/* ---- neighbours of what is sure ---- */

/* The share of word pairs in common if that is evidence enough, else 0. */
static float evidence(const struct aligner *al, const struct pair_set *set, uint32_t a, uint32_t b)
{
	const struct unit *other = &al->b->at[b];
	if (al->b_pair[b] != NONE || !other->read || !may_pair(al, a, b) ||
	    other->count < EVIDENT_LEAST || other->count > EVIDENT_MOST)
		return 0;
	float const share = pair_set_share(set, al->b, b);
	return share >= EVIDENT_SHARE ? share : 0;
}

/* Should it not stay in order, it may have moved. */
static void add_candidate(struct aligner *al, const struct candidate *it)
{
	struct candidate *kept = VEC_PUSH(&al->candidates);
	if (kept)
		*kept = *it;
}

static void add_likely_pair(struct aligner *al, uint32_t a, uint32_t b, float is)
{
	struct chain_pair *pair = VEC_PUSH(&al->pairs);
	float const bytes = (float)(body_bytes(al->a, a) / 2 + body_bytes(al->b, b) / 2);
	if (pair)
		*pair = (struct chain_pair){a, b, 1 + (uint32_t)(bytes * (1 + is) / 2), false, false};
}

/*
 * Most edited units stand where they stood, behind a unit already paired.  That is
 * quickly seen, and saves looking for them everywhere; unless the next one would
 * do as well, as in a schedule of paragraphs that are all alike.
 */
static void pair_neighbours(struct aligner *al)
{
	uint32_t b = al->b_begin;
	for (uint32_t a = al->a_begin; a < al->a_end; a++) {
		struct pair_set set;
		if (al->a_pair[a] != NONE)
			b = al->a_pair[a] + 1;
		const struct unit *it = &al->a->at[a];
		if (al->a_pair[a] != NONE || !it->read || it->count < EVIDENT_LEAST ||
		    it->count > EVIDENT_MOST || b >= al->b_end)
			continue;
		pair_set_fill(&set, al->a, a);
		float const here = evidence(al, &set, a, b);
		float const next = b + 1 < al->b_end ? evidence(al, &set, a, b + 1) : 0;
		if ((here > 0) == (next > 0))
			continue;
		b += next > 0;
		add_likely_pair(al, a, b, here + next);
		add_candidate(al, &(struct candidate){a, b, 0, 0});
		al->a_pair[a] = b;
		al->b_pair[b++] = a;
	}
}

/* ---- phrases in common ---- */

struct posting {
	uint64_t hash;
	uint32_t unit;
	uint32_t next; /* another unit of the same hash, or NONE */
};

struct index {
	struct posting *postings;
	uint32_t *heads; /* by hash: a posting, or NONE */
	uint32_t count;
	size_t room;     /* a power of two */
};

static uint32_t *head_of(const struct index *ix, uint64_t hash)
{
	size_t at = (size_t)(hash >> 31 ^ hash) & (ix->room - 1);
	while (ix->heads[at] != NONE && ix->postings[ix->heads[at]].hash != hash)
		at = (at + 1) & (ix->room - 1);
	return &ix->heads[at];
}

static void post(struct index *ix, uint64_t hash, uint32_t unit)
{
	uint32_t *head = head_of(ix, hash);
	ix->postings[ix->count] = (struct posting){hash, unit, *head};
	*head = ix->count++;
}

/* Has the unit tokens and no pair, and so may be looked for? */
static bool is_open(const struct unit *u, uint32_t pair)
{
	return u->read && pair == NONE && u->count;
}

static bool make_index(struct index *ix, const struct aligner *al)
{
	size_t open = 0;
	for (uint32_t i = al->a_begin; i < al->a_end; i++)
		open += is_open(&al->a->at[i], al->a_pair[i]);
	ix->room = 16;
	while (ix->room / 2 < open * SKETCH)
		ix->room *= 2;
	ix->postings = malloc((open * SKETCH + 1) * sizeof *ix->postings);
	ix->heads = malloc(ix->room * sizeof *ix->heads);
	if (!ix->postings || !ix->heads)
		return false;
	memset(ix->heads, 0xFF, ix->room * sizeof *ix->heads);
	for (uint32_t i = al->a_begin; i < al->a_end; i++) {
		uint64_t sketch[SKETCH];
		if (!is_open(&al->a->at[i], al->a_pair[i]))
			continue;
		uint32_t const n = sketch_unit(al->a, i, sketch);
		for (uint32_t k = 0; k < n; k++)
			post(ix, sketch[k], i);
	}
	return true;
}

/* Those who share a hash, if they are few, get a vote each. */
static uint32_t vote(const struct index *ix, uint64_t hash, struct candidate *found, uint32_t count)
{
	uint32_t units[POSTINGS], n = 0;
	for (uint32_t p = *head_of(ix, hash); p != NONE; p = ix->postings[p].next) {
		if (n == POSTINGS)
			return count;
		units[n++] = ix->postings[p].unit;
	}
	for (uint32_t k = 0; k < n; k++) {
		uint32_t at = 0;
		while (at < count && found[at].a != units[k])
			at++;
		if (at == count)
			found[count++] = (struct candidate){.a = units[k]};
		found[at].votes++;
	}
	return count;
}

/* What the votes say of likeness: the Dice coefficient of the word pairs. */
static float guess(uint32_t votes)
{
	float const resemblance = (float)votes / SKETCH;
	return 2 * resemblance / (1 + resemblance);
}

static void put_candidate(struct aligner *al, uint32_t a, uint32_t b, uint32_t votes)
{
	struct candidate it = {a, b, votes, 0};
	if (!may_pair(al, a, b))
		return;
	if (!may_be_alike(&al->a->at[a], &al->b->at[b]))
		return;
	if (votes < SURE_VOTES) {
		if (!likeness_may_reach(ALIKE_ANYWHERE, al->a, a, al->b, b))
			return;
		it.likeness = likeness(&al->bag, al->a, a, al->b, b);
		if (it.likeness < ALIKE_ANYWHERE)
			return;
	}
	add_candidate(al, &it);
	add_likely_pair(al, a, b, it.likeness > 0 ? it.likeness : guess(votes));
}

/* The units of a that share most phrases with a unit of b. */
static void find_candidates(struct aligner *al, const struct index *ix, uint32_t b)
{
	uint64_t sketch[SKETCH];
	struct candidate found[SKETCH * POSTINGS];
	uint32_t count = 0;
	uint32_t const n = sketch_unit(al->b, b, sketch);
	for (uint32_t k = 0; k < n; k++)
		count = vote(ix, sketch[k], found, count);
	uint32_t most = 0;
	for (uint32_t kept = 0; kept < NEAREST; kept++) {
		uint32_t best = 0;
		for (uint32_t k = 1; k < count; k++)
			if (found[k].votes > found[best].votes)
				best = k;
		if (!count || !found[best].votes || found[best].votes * 2 < most)
			return;
		most = kept ? most : found[best].votes;
		put_candidate(al, found[best].a, b, found[best].votes);
		found[best].votes = 0;
	}
}

static void pair_alike(struct aligner *al)
{
	struct index ix = {0};
	if (make_index(&ix, al)) {
		for (uint32_t j = al->b_begin; j < al->b_end; j++)
			if (is_open(&al->b->at[j], al->b_pair[j]))
				find_candidates(al, &ix, j);
	} else {
		al->failed = true;
	}
	free(ix.postings);
	free(ix.heads);
}

void align_likely(struct aligner *al)
{
	pair_neighbours(al);
	pair_alike(al);
}
