/*
 * test_realign.c -- a stretch aligned anew, against the same rules written down cell
 * by cell, ties included.
 */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/realign.h"

enum { KEPT, GOING, COMING, STATES, NEVER = -1000000000 };

struct cell {
	int worth[STATES], from[STATES];
};

static struct cell cells[REALIGN_MOST + 1][REALIGN_MOST + 1];

static void offer(struct cell *to, int state, int worth, int from)
{
	if (worth > to->worth[state]) {
		to->worth[state] = worth;
		to->from[state] = from;
	}
}

static void fill(const uint64_t *a, const int32_t *value, uint32_t i, const uint64_t *b, uint32_t j)
{
	struct cell *it = &cells[i][j];
	*it = (struct cell){{i || j ? NEVER : 0, NEVER, NEVER}, {0}};
	for (int from = KEPT; from < STATES && i && j && a[i - 1] == b[j - 1]; from++)
		offer(it, KEPT, cells[i - 1][j - 1].worth[from] + value[i - 1], from);
	if (i) {
		offer(it, GOING, cells[i - 1][j].worth[GOING], GOING);
		offer(it, GOING, cells[i - 1][j].worth[KEPT] - REALIGN_PRICE, KEPT);
	}
	if (j) {
		offer(it, COMING, cells[i][j - 1].worth[COMING], COMING);
		offer(it, COMING, cells[i][j - 1].worth[GOING], GOING);
		offer(it, COMING, cells[i][j - 1].worth[KEPT] - REALIGN_PRICE, KEPT);
	}
}

static uint32_t by_cells(const uint64_t *a, const int32_t *value, uint32_t a_len,
                         const uint64_t *b, uint32_t b_len, struct realign_pair *kept)
{
	for (uint32_t i = 0; i <= a_len; i++)
		for (uint32_t j = 0; j <= b_len; j++)
			fill(a, value, i, b, j);
	uint32_t i = a_len, j = b_len, count = 0;
	int state = KEPT;
	for (int k = GOING; k < STATES; k++)
		if (cells[i][j].worth[k] > cells[i][j].worth[state])
			state = k;
	while (i || j) {
		int const from = cells[i][j].from[state];
		i -= state != COMING;
		j -= state != GOING;
		if (state == KEPT)
			kept[count++] = (struct realign_pair){i, j};
		state = from;
	}
	return count;
}

static uint64_t next(uint64_t *random)
{
	*random = *random * 6364136223846793005u + 1442695040888963407u;
	return *random >> 33;
}

static void check(struct realign_table *t, const uint64_t *a, const int32_t *value,
                  uint32_t a_len, const uint64_t *b, uint32_t b_len)
{
	struct realign_pair is[REALIGN_MOST], should[REALIGN_MOST];
	uint32_t const count = by_cells(a, value, a_len, b, b_len, should);
	cr_assert_eq(realign(t, a, value, a_len, b, b_len, is), count);
	for (uint32_t k = 0; k < count; k++)
		cr_assert(is[k].a == should[k].a && is[k].b == should[k].b, "pair %u of %u", k, count);
}

/* Tokens that hash to few slots and to many, of few kinds and of many. */
Test(realign, finds_what_the_rules_find_cell_by_cell)
{
	static const int32_t values[] = {2, 4, 10005, 10015, 10009, REALIGN_VALUE_MOST};
	uint64_t random = 20251118, a[REALIGN_MOST], b[REALIGN_MOST];
	int32_t value[REALIGN_MOST];
	struct realign_table *t = realign_new();
	cr_assert_not_null(t);
	for (unsigned round = 0; round < 3000; round++) {
		uint64_t const kinds = 1 + next(&random) % (round % 3 ? 6 : 60);
		unsigned const shift = round % 2 ? 40 : 0;
		uint32_t const a_len = (uint32_t)(next(&random) % (REALIGN_MOST + 1));
		uint32_t const b_len = (uint32_t)(next(&random) % (REALIGN_MOST + 1));
		for (uint32_t i = 0; i < a_len; i++) {
			uint64_t const kind = next(&random) % kinds;
			a[i] = kind << shift;
			value[i] = values[(kind + round) % 6];
		}
		for (uint32_t j = 0; j < b_len; j++)
			b[j] = next(&random) % kinds << shift;
		check(t, a, value, a_len, b, b_len);
	}
	free(t);
}

Test(realign, the_dearest_stretch_stays_within_its_numbers)
{
	uint64_t a[REALIGN_MOST], b[REALIGN_MOST];
	int32_t value[REALIGN_MOST];
	struct realign_table *t = realign_new();
	cr_assert_not_null(t);
	for (uint32_t i = 0; i < REALIGN_MOST; i++) {
		a[i] = i % 2;
		b[i] = i % 2 ? 0 : 1;
		value[i] = REALIGN_VALUE_MOST;
	}
	check(t, a, value, REALIGN_MOST, b, REALIGN_MOST);
	check(t, a, value, REALIGN_MOST, a, REALIGN_MOST);
	for (uint32_t i = 0; i < REALIGN_MOST; i++)
		b[i] = 2 + i;
	check(t, a, value, REALIGN_MOST, b, REALIGN_MOST);
	free(t);
}
