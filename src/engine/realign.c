/*
 * realign.c -- see realign.h.
 *
 * Dynamic programming with a row for each token of a and a cell for each of b.  Of
 * each cell is known what the best way there is worth if it ends with a token kept,
 * with one going, and with one coming.  Four cells of a row are filled at once, but
 * for what comes, which depends on the cell before: there a running maximum does.
 * How a way came to a cell isn't noted, but seen again from the worths by the trace.
 *
 * Cost: one cell for each token of a and each of b.
 */
#include "engine/realign.h"

#include <stdlib.h>
#include <string.h>

enum state { KEPT, GOING, COMING, STATES };

/* No way there.  Worths stay far from both ends of 32 bits. */
enum { NEVER = -100000000 };

/* Four worths, as compilers know vectors; they need no vector unit. */
enum { LANES = 4, ROW = REALIGN_MOST + LANES };
typedef int32_t lanes __attribute__((vector_size(4 * LANES)));

struct realign_table {
	/* [state][i][j]: of the best way to before token i of a and token j of b */
	int32_t worth[STATES][REALIGN_MOST + 1][ROW];
	int32_t best[ROW + 1];   /* [j + 1]: of the row last filled, of any state */
	int32_t number[ROW];     /* [j + 1]: of token j of b, from 1 */
	unsigned char slot[256]; /* by hash: a token of b, from 1 */
};

struct realign_table *realign_new(void)
{
	return malloc(sizeof(struct realign_table));
}

static inline lanes load(const int32_t *from)
{
	lanes x;
	memcpy(&x, from, sizeof x);
	return x;
}

static inline void store(int32_t *to, lanes x)
{
	memcpy(to, &x, sizeof x);
}

static inline lanes choose(lanes mask, lanes yes, lanes no)
{
	return (yes & mask) | (no & ~mask);
}

static inline lanes greater(lanes x, lanes y)
{
	return choose(x > y, x, y);
}

/* ---- numbers, so that four tokens of b are compared at once ---- */

/* The slot that a token has, or would have.  A quarter of them is in use at most. */
static unsigned char *seek(struct realign_table *t, const uint64_t *b, uint64_t token)
{
	unsigned char at = (unsigned char)(token >> 32 ^ token);
	while (t->slot[at] && b[t->slot[at] - 1] != token)
		at++;
	return &t->slot[at];
}

/* The same number for the same token. */
static void number_tokens(struct realign_table *t, const uint64_t *b, uint32_t b_len)
{
	memset(t->slot, 0, sizeof t->slot);
	memset(t->number, 0, sizeof t->number);
	for (uint32_t j = 0; j < b_len; j++) {
		unsigned char *slot = seek(t, b, b[j]);
		if (!*slot)
			*slot = (unsigned char)(j + 1);
		t->number[j + 1] = *slot;
	}
}

/* ---- rows; cells past their end are filled with anything ---- */

/* Nothing can have been kept, nor gone. */
static void fill_first_row(struct realign_table *t, uint32_t b_len)
{
	for (uint32_t j = 0; j < b_len + LANES; j++) {
		t->worth[KEPT][0][j] = j ? NEVER : 0;
		t->worth[GOING][0][j] = NEVER;
		t->worth[COMING][0][j] = j ? -REALIGN_PRICE : NEVER;
		t->best[j + 1] = j ? -REALIGN_PRICE : 0;
	}
	t->best[0] = 0; /* no cell of its own */
}

/* Row i, behind a token of a number (0: b has none such) and a value. */
static void fill_row(struct realign_table *t, uint32_t i, int32_t number, int32_t value,
                     uint32_t b_len)
{
	const int32_t *kept_above = t->worth[KEPT][i - 1], *going_above = t->worth[GOING][i - 1];
	int32_t *kept = t->worth[KEPT][i], *going = t->worth[GOING][i];
	int32_t *coming = t->worth[COMING][i];
	int32_t change[ROW], before[ROW], come = NEVER;
	number = number ? number : -1;
	for (uint32_t j = 0; j <= b_len; j += LANES) {
		lanes const same = load(t->number + j) == number;
		lanes const keep = choose(same, load(t->best + j) + value, (lanes){0} + NEVER);
		lanes const go = greater(load(going_above + j), load(kept_above + j) - REALIGN_PRICE);
		store(kept + j, keep);
		store(going + j, go);
		store(before + j, greater(keep, go));
		store(change + j, greater(keep - REALIGN_PRICE, go));
	}
	for (uint32_t j = 0; j <= b_len; j++) {
		coming[j] = come;
		come = change[j] > come ? change[j] : come;
	}
	for (uint32_t j = 0; j <= b_len; j += LANES)
		store(t->best + j + 1, greater(load(before + j), load(coming + j)));
}

/* ---- tracing back ---- */

/* The first of the states that are worth most at [i][j]. */
static enum state best_state(const struct realign_table *t, uint32_t i, uint32_t j)
{
	enum state best = KEPT;
	for (enum state k = GOING; k < STATES; k++)
		if (t->worth[k][i][j] > t->worth[best][i][j])
			best = k;
	return best;
}

/* The state before [i][j] where that ends in `state`; going on costs nothing. */
static enum state state_before(const struct realign_table *t, enum state state, uint32_t i,
                               uint32_t j)
{
	if (state == KEPT)
		return best_state(t, i - 1, j - 1);
	if (state == GOING)
		return t->worth[GOING][i - 1][j] >= t->worth[KEPT][i - 1][j] - REALIGN_PRICE ? GOING
		                                                                             : KEPT;
	int32_t const kept = t->worth[KEPT][i][j - 1] - REALIGN_PRICE;
	int32_t const going = t->worth[GOING][i][j - 1];
	if (t->worth[COMING][i][j - 1] >= (going > kept ? going : kept))
		return COMING;
	return going >= kept ? GOING : KEPT;
}

static uint32_t trace(const struct realign_table *t, uint32_t i, uint32_t j,
                      struct realign_pair *kept)
{
	uint32_t count = 0;
	for (enum state state = best_state(t, i, j), from; i || j; state = from) {
		from = state_before(t, state, i, j);
		i -= state != COMING;
		j -= state != GOING;
		if (state == KEPT)
			kept[count++] = (struct realign_pair){i, j};
	}
	return count;
}

uint32_t realign(struct realign_table *t, const uint64_t *a, const int32_t *value,
                 uint32_t a_len, const uint64_t *b, uint32_t b_len,
                 struct realign_pair kept[REALIGN_MOST])
{
	number_tokens(t, b, b_len);
	fill_first_row(t, b_len);
	for (uint32_t i = 0; i < a_len; i++)
		fill_row(t, i + 1, *seek(t, b, a[i]), value[i], b_len);
	return trace(t, a_len, b_len, kept);
}
