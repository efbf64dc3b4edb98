/* chain.c -- the heaviest chain.  See chain.h. */
#include "engine/chain.h"

#include <stdlib.h>

#define NO_PAIR UINT32_MAX

struct chain {
	const struct chain_pair *pairs;
	uint64_t *total;   /* by pair: weight of the best chain that ends with it */
	uint32_t *before;  /* by pair: the pair before it in that chain */
	uint32_t *best;    /* Fenwick tree over b: a pair with the greatest total */
	uint32_t b_count;
};

static int by_a(const void *x, const void *y)
{
	const struct chain_pair *p = x, *q = y;
	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	return p->b > q->b ? -1 : p->b < q->b; /* so that pairs of one a never chain */
}

/* The best pair with a smaller b, or NO_PAIR. */
static uint32_t best_below(const struct chain *c, uint32_t b)
{
	uint32_t found = NO_PAIR;
	for (uint32_t i = b; i > 0; i -= i & -i) {
		uint32_t const it = c->best[i];
		if (it != NO_PAIR && (found == NO_PAIR || c->total[it] > c->total[found]))
			found = it;
	}
	return found;
}

static void enter(struct chain *c, uint32_t pair)
{
	for (uint32_t i = c->pairs[pair].b + 1; i <= c->b_count; i += i & -i)
		if (c->best[i] == NO_PAIR || c->total[pair] > c->total[c->best[i]])
			c->best[i] = pair;
}

static uint32_t run_chain(struct chain *c, uint32_t count)
{
	uint32_t last = NO_PAIR;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t const before = best_below(c, c->pairs[i].b);
		c->before[i] = before;
		c->total[i] = c->pairs[i].weight + (before == NO_PAIR ? 0 : c->total[before]);
		enter(c, i);
		if (last == NO_PAIR || c->total[i] > c->total[last])
			last = i;
	}
	return last;
}

bool chain_find(struct chain_pair *pairs, uint32_t count, uint32_t b_count)
{
	if (!count)
		return true;
	qsort(pairs, count, sizeof *pairs, by_a);
	struct chain c = {
		.pairs = pairs,
		.total = malloc(count * sizeof *c.total),
		.before = malloc(count * sizeof *c.before),
		.best = malloc(((size_t)b_count + 1) * sizeof *c.best),
		.b_count = b_count,
	};
	bool const ok = c.total && c.before && c.best;
	if (ok) {
		for (uint32_t i = 0; i <= b_count; i++)
			c.best[i] = NO_PAIR;
		for (uint32_t i = 0; i < count; i++)
			pairs[i].chosen = false;
		for (uint32_t i = run_chain(&c, count); i != NO_PAIR; i = c.before[i])
			pairs[i].chosen = true;
	}
	free(c.total);
	free(c.before);
	free(c.best);
	return ok;
}
