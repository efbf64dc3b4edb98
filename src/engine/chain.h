/*
 * The heaviest chain: of pairs (a, b) with weights, a heaviest set that ascends
 * strictly on both sides.  O(n log n): a Fenwick tree of the best chain that
 * ends at or before each b, visited in the order of a (Fenwick, "A new data
 * structure for cumulative frequency tables", 1994).
 */
#ifndef RL_ENGINE_CHAIN_H
#define RL_ENGINE_CHAIN_H

#include <stdbool.h>
#include <stdint.h>

struct chain_pair {
	uint32_t a, b;
	uint32_t weight;
	bool chosen; /* the result */
	bool sure;   /* the caller's: the two are the same, not merely alike */
};

/*
 * Sorts the pairs (by a, then b descending) and marks the chosen ones.  b_count
 * is more than any b.  Of equally heavy chains the one that is found first:
 * the same for the same pairs.  False if memory is out.
 */
bool chain_find(struct chain_pair *pairs, uint32_t count, uint32_t b_count);

#endif
