/*
 * diff_walk.c -- the longest common subsequence by a walk from both ends:
 * Myers's divide and conquer, in linear memory.
 *
 * A front is how far one comes along each diagonal with d differences; one
 * starts at the beginning, one at the end.  Where they meet, a shortest way
 * passes, and either part has half of the differences.  Only the first search
 * can be given up; after that it is known how much the rest costs.
 */
#include <assert.h>

#include "diffing.h"

struct search {
	const uint64_t *a, *b;
	int64_t a_len, b_len;
	int64_t *reach[2]; /* from the beginning, from the end: how far along a on diagonal k */
	uint64_t cost, most;
	int64_t diagonal;  /* where the fronts met */
};

/* As far as the tokens are the same from (x, y) on, counted from a front's side. */
static inline int64_t slide(const struct search *s, int side, int64_t x, int64_t y)
{
	int64_t const a_left = s->a_len - x, b_left = s->b_len - y;
	int64_t const most = a_left < b_left ? a_left : b_left;
	if (most <= 0)
		return x;
	return x + (side ? common_tail(s->a + a_left, s->b + b_left, (uint32_t)most)
	                 : common_head(s->a + x, s->b + y, (uint32_t)most));
}

/*
 * One more difference for a front.  True if it meets the other, which has gone
 * `other` differences far, or hasn't to be looked at (-1).  Diagonals on which
 * an end has been reached are left out, one on each side a round.
 */
static inline bool advance(struct search *s, int side, int64_t d, int64_t other)
{
	const int64_t *facing = s->reach[!side];
	int64_t *reach = s->reach[side];
	int64_t const skew = s->a_len - s->b_len;
	int64_t const from = d > s->b_len ? d - 2 * s->b_len : -d;
	int64_t const to = d > s->a_len ? 2 * s->a_len - d : d;
	if (from == -d)
		reach[from - 1] = -1;
	if (to == d)
		reach[to + 1] = -1;
	for (int64_t k = from; k <= to; k += 2) {
		int64_t const start = reach[k - 1] + 1 > reach[k + 1] ? reach[k - 1] + 1 : reach[k + 1];
		int64_t const x = slide(s, side, start, start - k);
		reach[k] = x;
		s->cost += 1 + (uint64_t)(x - start) / 8;
		if (skew - k >= -other && skew - k <= other && x + facing[skew - k] >= s->a_len) {
			s->diagonal = k;
			return true;
		}
	}
	return false;
}

/* The longest way, on both sides together, that a front has come. */
static int64_t progress(const struct search *s, int side, int64_t d)
{
	int64_t const from = d > s->b_len ? d - 2 * s->b_len : -d;
	int64_t const to = d > s->a_len ? 2 * s->a_len - d : d;
	int64_t best = 0;
	for (int64_t k = from; k <= to; k += 2) {
		int64_t const way = 2 * s->reach[side][k] - k;
		best = way > best ? way : best;
	}
	return best;
}

/*
 * If the rest goes as it has gone so far, will it cost much too much?  Asked now
 * and then, once an eighth is spent; sooner, a new paragraph at either end would
 * look like a new text.
 */
static bool is_hopeless(const struct search *s, int64_t d)
{
	if (s->cost < s->most / 8 || (d & (d - 1)))
		return false;
	double const way = (double)(progress(s, 0, d) + progress(s, 1, d));
	double const whole = (double)(s->a_len + s->b_len);
	double const rounds = way > 0 ? (double)d * whole / way : whole;
	return rounds * rounds > 4 * (double)s->most;
}

/* Where to split a box, and with how many differences; false if given up. */
static bool find_middle(struct search *s, int64_t rounds, int64_t *x, int64_t *y,
                        int64_t *differences)
{
	bool const odd = (s->a_len - s->b_len) & 1;
	for (int64_t d = 0; d <= rounds && s->cost <= s->most; d++) {
		int side = 0;
		if (!advance(s, 0, d, odd ? d - 1 : -1)) {
			side = 1;
			if (!advance(s, 1, d, odd ? -1 : d)) {
				if (is_hopeless(s, d))
					return false;
				continue;
			}
		}
		int64_t const at = s->reach[side][s->diagonal];
		*x = side ? s->a_len - at : at;
		*y = side ? s->b_len - (at - s->diagonal) : at - s->diagonal;
		assert(*x >= 0 && *x <= s->a_len && *y >= 0 && *y <= s->b_len);
		*differences = side ? 2 * d : 2 * d - 1;
		return true;
	}
	return false;
}

/* Of less than 2^62. */
static int64_t root(uint64_t square)
{
	uint64_t r = 0;
	for (uint64_t bit = (uint64_t)1 << 30; bit; bit >>= 1)
		if ((r + bit) * (r + bit) <= square)
			r += bit;
	return (int64_t)r;
}

static enum walk split(struct diff_job *job, const struct box *box, uint64_t most,
                       int64_t differences);

/* Trims a box with a known number of differences, and splits it on. */
static bool solve_part(struct diff_job *job, struct box box, int64_t differences)
{
	uint32_t const tail = box_trim(job, &box);
	if (!box_is_empty(&box) && box_words(&box) <= SMALL_WORDS) {
		if (!diff_small(job, &box))
			return false;
	} else if (!box_is_empty(&box)) {
		enum walk const done = split(job, &box, UINT64_MAX, differences);
		assert(done != WALK_LEFT);
		if (done == WALK_NO_MEMORY)
			return false;
	}
	box_put_tail(job, &box, tail);
	return true;
}

/* A trimmed box; there are at most so many differences, or it is given up. */
static enum walk split(struct diff_job *job, const struct box *box, uint64_t most,
                       int64_t differences)
{
	struct words *reach = &job->d->memory->reach;
	int64_t const rounds = differences / 2 + 1;
	size_t const half = (size_t)rounds * 2 + 3;
	if (!words_room(reach, 2 * half))
		return WALK_NO_MEMORY;
	int64_t *middle = (int64_t *)reach->at + half / 2;
	struct search s = {
		.a = job->a + box->a, .b = job->b + box->b, .a_len = box->a_len, .b_len = box->b_len,
		.reach = {middle, middle + half}, .most = most,
	};
	int64_t x, y, all;
	bool const found = find_middle(&s, rounds, &x, &y, &all);
	job->steps -= s.cost < job->steps ? s.cost : job->steps;
	if (!found)
		return WALK_LEFT;
	uint32_t const i = (uint32_t)x, j = (uint32_t)y;
	struct box const rest = {box->a + i, box->a_len - i, box->b + j, box->b_len - j};
	return solve_part(job, (struct box){box->a, i, box->b, j}, (all + 1) / 2) &&
	       solve_part(job, rest, all / 2) ? WALK_DONE : WALK_NO_MEMORY;
}

enum walk diff_walk(struct diff_job *job, const struct box *box, uint64_t most)
{
	uint64_t const granted = most < job->steps ? most : job->steps;
	uint64_t const skew = (longer(box->a_len, box->b_len) - shorter(box->a_len, box->b_len)) / 2;
	if (skew * skew > granted)
		return WALK_LEFT;
	return split(job, box, granted, 2 * root(granted));
}
