/*
 * align_sure.c -- units that say the very same, by hashes of their bytes or of
 * their tokens.  See aligning.h.
 */
#include "engine/aligning.h"

#include <stdlib.h>

void align_trim(struct aligner *al)
{
	uint32_t const a = al->a->count, b = al->b->count;
	uint32_t const least = a < b ? a : b;
	uint32_t head = 0, tail = 0;
	while (head < least && same_bytes(al, head, head)) {
		link_units(al, head, head, true, false);
		head++;
	}
	while (tail < least - head && same_bytes(al, a - tail - 1, b - tail - 1)) {
		link_units(al, a - tail - 1, b - tail - 1, true, false);
		tail++;
	}
	al->a_begin = al->b_begin = head;
	al->a_end = a - tail;
	al->b_end = b - tail;
}

struct seen {
	uint64_t hash;
	uint32_t a, b;             /* a unit of each side */
	uint32_t a_count, b_count; /* 0 in both: the slot is empty */
};

struct seen_table {
	struct seen *slots;
	uint32_t room;
};

static struct seen *seek(const struct seen_table *t, uint64_t hash)
{
	uint32_t at = (uint32_t)(hash >> 29 ^ hash) & (t->room - 1);
	while ((t->slots[at].a_count || t->slots[at].b_count) && t->slots[at].hash != hash)
		at = (at + 1) & (t->room - 1);
	return &t->slots[at];
}

static bool make_table(struct seen_table *t, const struct aligner *al)
{
	uint32_t const units = al->a_end - al->a_begin + al->b_end - al->b_begin;
	t->room = 16;
	while (t->room / 2 < units)
		t->room *= 2;
	t->slots = calloc(t->room, sizeof *t->slots);
	return t->slots;
}

static uint64_t key_of(const struct unit *u, bool folded)
{
	return folded ? u->folded : u->exact;
}

/*
 * Is a unit to be looked for by that hash?  By its words only those that have no pair
 * yet; their tokens may have been read for another alignment.
 */
static bool is_sought(const struct aligner *al, bool in_b, uint32_t unit, bool folded)
{
	const struct units *u = in_b ? al->b : al->a;
	const uint32_t *pair = in_b ? al->b_pair : al->a_pair;
	return is_free(al, in_b, unit) && (!folded || (u->at[unit].read && pair[unit] == NONE));
}

/* Every free unit by its hash; of folded ones those with tokens. */
static void fill_table(struct seen_table *t, const struct aligner *al, bool folded)
{
	for (uint32_t i = al->a_begin; i < al->a_end; i++) {
		if (!is_sought(al, false, i, folded))
			continue;
		struct seen *slot = seek(t, key_of(&al->a->at[i], folded));
		slot->hash = key_of(&al->a->at[i], folded);
		slot->a = i;
		slot->a_count++;
	}
	for (uint32_t j = al->b_begin; j < al->b_end; j++) {
		if (!is_sought(al, true, j, folded))
			continue;
		struct seen *slot = seek(t, key_of(&al->b->at[j], folded));
		slot->hash = key_of(&al->b->at[j], folded);
		slot->b = j;
		slot->b_count++;
	}
}

static void add_sure_pair(struct aligner *al, uint32_t a, uint32_t b)
{
	struct chain_pair *pair = VEC_PUSH(&al->pairs);
	if (pair)
		*pair = (struct chain_pair){a, b, 1 + body_bytes(al->a, a), false, true};
	al->a_pair[a] = b;
	al->b_pair[b] = a;
}

/*
 * Pairs of units whose hash stands once on each side.  What stands on both
 * sides, but more often, waits for its neighbours to be known; of what stands
 * on one side only the tokens are read.
 */
static void pair_exact(struct aligner *al)
{
	struct seen_table t;
	if (!make_table(&t, al)) {
		al->failed = true;
		return;
	}
	fill_table(&t, al, false);
	for (uint32_t i = al->a_begin; i < al->a_end; i++) {
		struct seen const *s = seek(&t, al->a->at[i].exact);
		if (s->a_count == 1 && s->b_count == 1 && same_bytes(al, i, s->b))
			add_sure_pair(al, i, s->b);
		else if (s->b_count == 0)
			units_want(al->a, i);
	}
	for (uint32_t j = al->b_begin; j < al->b_end; j++)
		if (seek(&t, al->b->at[j].exact)->a_count == 0)
			units_want(al->b, j);
	free(t.slots);
	units_read_wanted(al->a);
	units_read_wanted(al->b);
}

static void pair_folded(struct aligner *al)
{
	struct seen_table t;
	if (!make_table(&t, al)) {
		al->failed = true;
		return;
	}
	fill_table(&t, al, true);
	for (uint32_t i = 0; i < t.room; i++) {
		const struct seen *s = &t.slots[i];
		if (s->a_count == 1 && s->b_count == 1 && same_words(al, s->a, s->b))
			add_sure_pair(al, s->a, s->b);
	}
	free(t.slots);
}

/* All pairs of one group: units of a first, then those of b. */
static void pair_group(struct aligner *al, const struct twin *group, uint32_t a_count,
                       uint32_t b_count)
{
	for (uint32_t i = 0; i < a_count; i++)
		for (uint32_t j = 0; j < b_count; j++)
			add_same_pair(al, group[i].unit, group[a_count + j].unit, false);
}

static void list_repeated(twin_vec *list, const struct aligner *al, bool in_b)
{
	struct units *u = in_b ? al->b : al->a;
	uint32_t const end = in_b ? al->b_end : al->a_end;
	for (uint32_t i = in_b ? al->b_begin : al->a_begin; i < end; i++) {
		if ((in_b ? al->b_pair : al->a_pair)[i] != NONE)
			continue;
		units_read(u, i);
		struct twin *it = u->tokens.failed ? NULL : VEC_PUSH(list);
		if (it)
			*it = (struct twin){.hash = u->at[i].folded, .unit = i, .in_b = in_b};
	}
}

/*
 * Units that stand a few times on each side weigh in the chain, too, so that what
 * passes them is what has moved.
 */
static void pair_repeated(struct aligner *al)
{
	twin_vec list = {0};
	list_repeated(&list, al, false);
	list_repeated(&list, al, true);
	al->failed |= list.failed;
	align_sort_twins(&list);
	for (uint32_t i = 0, end; i < list.len; i = end) {
		uint32_t a_count = 0;
		for (end = i; end < list.len && list.at[end].hash == list.at[i].hash; end++)
			a_count += !list.at[end].in_b;
		uint32_t const b_count = end - i - a_count;
		if ((uint64_t)a_count * b_count <= REPEATS)
			pair_group(al, list.at + i, a_count, b_count);
	}
	VEC_RELEASE(&list);
}

void align_sure(struct aligner *al)
{
	pair_exact(al);
	if (!al->failed)
		pair_folded(al);
	if (!al->failed)
		pair_repeated(al);
}
