/* likeness.c -- what two units have in common.  See likeness.h. */
#include "engine/likeness.h"

#include <stdlib.h>

struct bag_slot {
	uint64_t hash;
	uint32_t stamp;
	uint32_t count;
};

/* A word pair's hash; never the same as either word's but by chance. */
static inline uint64_t pair_hash(uint64_t first, uint64_t second)
{
	uint64_t const h = (first ^ (second << 29 | second >> 35)) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 32;
}

#define ANY_NUMBER 0xA0761D6478BD642Fu

/* Goes over a unit's words, without punctuation. */
struct stroll {
	const struct token *tokens;
	const uint64_t *hashes;
	uint32_t at, count;
	bool number; /* the word is one */
};

static inline struct stroll stroll_begin(const struct units *u, uint32_t unit)
{
	return (struct stroll){unit_tokens(u, unit), unit_hashes(u, unit), 0, u->at[unit].count,
	                       false};
}

static inline bool stroll_next(struct stroll *s, uint64_t *hash)
{
	while (s->at < s->count && !token_counts(s->tokens[s->at]))
		s->at++;
	if (s->at == s->count)
		return false;
	s->number = s->tokens[s->at].kind == TOKEN_NUMBER;
	*hash = s->hashes[s->at++];
	return true;
}

void bag_release(struct bag *bag)
{
	free(bag->slots);
	VEC_RELEASE(&bag->taken);
	*bag = (struct bag){0};
}

/* Empty, with room for `count` hashes at most half full. */
static bool bag_clear(struct bag *bag, size_t count)
{
	size_t room = bag->room ? bag->room : 1024;
	while (room / 2 < count)
		room *= 2;
	if (room != bag->room || ++bag->stamp == 0) {
		free(bag->slots);
		bag->slots = calloc(room, sizeof *bag->slots);
		bag->failed |= !bag->slots;
		bag->room = bag->slots ? room : 0;
		bag->stamp = 1;
	}
	return bag->slots;
}

static struct bag_slot *bag_seek(struct bag *bag, uint64_t hash)
{
	size_t at = (size_t)(hash >> 32 ^ hash) & (bag->room - 1);
	while (bag->slots[at].stamp == bag->stamp && bag->slots[at].hash != hash)
		at = (at + 1) & (bag->room - 1);
	return &bag->slots[at];
}

static void bag_put(struct bag *bag, uint64_t hash)
{
	struct bag_slot *slot = bag_seek(bag, hash);
	if (slot->stamp != bag->stamp)
		*slot = (struct bag_slot){hash, bag->stamp, 0};
	slot->count++;
}

static uint32_t bag_get(struct bag *bag, uint64_t hash)
{
	struct bag_slot *slot = bag_seek(bag, hash);
	if (slot->stamp != bag->stamp || !slot->count)
		return 0;
	struct bag_slot **taken = VEC_PUSH(&bag->taken);
	if (taken)
		*taken = slot;
	slot->count--;
	return 1;
}

void bag_return(struct bag *bag)
{
	for (size_t i = 0; i < bag->taken.len; i++)
		bag->taken.at[i]->count++;
	bag->taken.len = 0;
}

bool bag_fill(struct bag *bag, const struct units *u, uint32_t unit)
{
	struct stroll s = stroll_begin(u, unit);
	if (!bag_clear(bag, (size_t)3 * s.count))
		return false;
	uint64_t hash, before = 0;
	for (uint32_t words = 0; stroll_next(&s, &hash); words++) {
		bag_put(bag, hash);
		if (s.number)
			bag_put(bag, ANY_NUMBER);
		if (words)
			bag_put(bag, pair_hash(before, hash));
		before = hash;
	}
	return true;
}

struct shared bag_take(struct bag *bag, const struct units *u, uint32_t unit)
{
	struct shared shared = {0};
	bag->taken.len = 0;
	struct stroll s = stroll_begin(u, unit);
	uint32_t words = 0;
	for (uint64_t hash, before = 0; stroll_next(&s, &hash); before = hash) {
		shared.words += bag_get(bag, hash);
		if (s.number)
			shared.words += bag_get(bag, ANY_NUMBER);
		shared.b_words += 1 + s.number;
		if (words++)
			shared.pairs += bag_get(bag, pair_hash(before, hash));
	}
	shared.b_pairs = words ? words - 1 : 0;
	bag->failed |= bag->taken.failed;
	return shared;
}

/* How many words bag_fill puts in, and how many word pairs. */
static uint32_t count_words(const struct units *u, uint32_t unit, uint32_t *pairs)
{
	struct stroll s = stroll_begin(u, unit);
	uint32_t n = 0, words = 0;
	for (uint64_t hash; stroll_next(&s, &hash); words++)
		n += 1 + s.number;
	*pairs = words ? words - 1 : 0;
	return n;
}

static float dice(uint32_t common, uint32_t a, uint32_t b)
{
	return a + b ? 2.0f * (float)common / (float)(a + b) : 0.0f;
}

static float mean_dice(uint32_t words, uint32_t pairs, struct shared s)
{
	if (words + s.b_words < 4) /* too few for pairs to say anything */
		return dice(s.words, words, s.b_words);
	return (dice(s.words, words, s.b_words) + dice(s.pairs, pairs, s.b_pairs)) / 2;
}

float likeness(struct bag *bag, const struct units *a, uint32_t i, const struct units *b,
               uint32_t j)
{
	if (!bag_fill(bag, a, i))
		return 0;
	struct shared const s = bag_take(bag, b, j);
	uint32_t pairs;
	uint32_t const words = count_words(a, i, &pairs);
	if (!words && !s.b_words)
		return 1; /* two thematic breaks, two rules of a table */
	return mean_dice(words, pairs, s);
}

/* ---- the most it can be ---- */

enum { COUNTERS = 1024 }; /* a power of two */

/* A bag in which hashes share counters: no less is shared than in a true one. */
struct crowd {
	uint16_t words[COUNTERS], pairs[COUNTERS];
	uint32_t word_count, number_count;
};

static void crowd_fill(struct crowd *c, const struct units *u, uint32_t unit)
{
	struct stroll s = stroll_begin(u, unit);
	*c = (struct crowd){0};
	for (uint64_t hash, before = 0; stroll_next(&s, &hash); before = hash) {
		c->words[hash % COUNTERS]++;
		if (c->word_count++)
			c->pairs[pair_hash(before, hash) % COUNTERS]++;
		c->number_count += s.number;
	}
}

/* 1 if there was something to take; without a branch, for it is as good as random. */
static inline uint32_t take_one(uint16_t *counter, bool wanted)
{
	uint16_t const taken = wanted & (*counter > 0);
	*counter = (uint16_t)(*counter - taken);
	return taken;
}

static struct shared crowd_take(struct crowd *c, const struct units *u, uint32_t unit)
{
	struct stroll s = stroll_begin(u, unit);
	struct shared shared = {0};
	uint32_t words = 0, numbers = 0;
	for (uint64_t hash, before = 0; stroll_next(&s, &hash); before = hash) {
		shared.words += take_one(&c->words[hash % COUNTERS], true);
		shared.pairs += take_one(&c->pairs[pair_hash(before, hash) % COUNTERS], words++ > 0);
		numbers += s.number;
	}
	shared.words += numbers < c->number_count ? numbers : c->number_count;
	shared.b_words = words + numbers;
	shared.b_pairs = words ? words - 1 : 0;
	return shared;
}

bool likeness_may_reach(float least, const struct units *a, uint32_t i, const struct units *b,
                        uint32_t j)
{
	struct crowd crowd;
	if (a->at[i].count > UINT16_MAX)
		return true; /* a counter might overflow */
	crowd_fill(&crowd, a, i);
	uint32_t const words = crowd.word_count;
	struct shared const s = crowd_take(&crowd, b, j);
	return (!words && !s.b_words) ||
	       mean_dice(words + crowd.number_count, words ? words - 1 : 0, s) >= least;
}

enum { SET_BITS = sizeof ((struct pair_set *)0)->bits * 8 };

void pair_set_fill(struct pair_set *set, const struct units *u, uint32_t unit)
{
	struct stroll s = stroll_begin(u, unit);
	uint64_t hash, before;
	*set = (struct pair_set){0};
	if (!stroll_next(&s, &before))
		return;
	for (; stroll_next(&s, &hash); before = hash, set->count++) {
		uint64_t const bit = pair_hash(before, hash) % SET_BITS;
		set->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	}
}

float pair_set_share(const struct pair_set *set, const struct units *u, uint32_t unit)
{
	struct stroll s = stroll_begin(u, unit);
	uint64_t hash, before;
	uint32_t count = 0, common = 0;
	if (!set->count || !stroll_next(&s, &before))
		return 0;
	for (; stroll_next(&s, &hash); before = hash, count++) {
		uint64_t const bit = pair_hash(before, hash) % SET_BITS;
		common += (uint32_t)(set->bits[bit / 64] >> bit % 64 & 1);
	}
	return (float)common / (float)(count > set->count ? count : set->count);
}

uint32_t sketch_unit(const struct units *u, uint32_t unit, uint64_t out[SKETCH])
{
	struct stroll s = stroll_begin(u, unit);
	uint32_t count = 0;
	uint64_t hash, before = 0;
	for (uint32_t words = 0; stroll_next(&s, &hash); words++, before = hash)
		if (words)
			sketch_put(out, &count, pair_hash(before, hash));
	return count;
}
