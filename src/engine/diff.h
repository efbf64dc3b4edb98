/*
 * The longest common subsequence of two sequences of integers, as runs.
 *
 * Knows nothing of words or texts.  Exact wherever that is feasible: for anything
 * up to some 10,000 tokens a side, and for more if the differences are few.  For
 * what is too large a good common subsequence is found in near-linear time and
 * `bounded` says so.  Measured on texts, it is the longest or shorter by a token in
 * a thousand; by one in twenty where a fifth of the paragraphs moved.
 *
 * Where several are the longest, which one comes out doesn't depend on the calls
 * before; a run that can stand next to another one without loss does.
 *
 * Sources: trimming of common ends and leaving out what the other side lacks
 * (both keep the result exact); Myers, "An O(ND) difference algorithm" (1986)
 * for few differences; Crochemore et al. (2001) and Hyyro (2004) for the
 * bit-parallel rows; chains of words that occur once on each side are Cohen's
 * "patience diff" (2009).
 */
#ifndef RL_ENGINE_DIFF_H
#define RL_ENGINE_DIFF_H

#include <stdbool.h>
#include <stdint.h>

/* a[a .. a+len) equals b[b .. b+len); len > 0. */
struct diff_run {
	uint32_t a, b, len;
};

/*
 * Working memory, kept from call to call so that comparing a hundred thousand
 * small pairs allocates a few times.  A zeroed one is ready; release it in the
 * end.
 */
struct diff {
	struct diff_run *runs;   /* the result: ascending, disjoint, maximal: two
	                            neighbours never touch on both sides */
	uint32_t run_count;
	bool bounded;            /* the last call was not exact; set anew by each */
	struct diff_memory *memory; /* private */
};

/*
 * Finds a common subsequence of a[0 .. a_len) and b[0 .. b_len) into d->runs.
 * False only if memory is out; then run_count is 0.
 */
bool diff_find(struct diff *d, const uint64_t *a, uint32_t a_len, const uint64_t *b,
               uint32_t b_len);

void diff_release(struct diff *d);

#endif
