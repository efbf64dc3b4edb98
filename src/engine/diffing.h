/*
 * Inside diff: what diff.c, diff_small.c, diff_rows.c, diff_walk.c and
 * diff_large.c share, and nobody else uses.
 *
 * A job is two sequences and where their common runs go.  A box is a stretch of
 * each; solving a box means putting its runs, in order, behind those that are
 * there.  Whatever splits a box solves its pieces from left to right, so the
 * result needs no sorting.  A function that says false ran out of memory, unless
 * it says otherwise.
 */
#ifndef RL_ENGINE_DIFFING_H
#define RL_ENGINE_DIFFING_H

#include <stddef.h>

#include "base/vec.h"
#include "diff.h"

/* A small box has at most so many words of rows: about 1,400 tokens a side.  Measured. */
#define SMALL_WORDS 32768u
/* A small box of few differences: rows for so many, padded at both ends. */
#define FEW_MOST  126
#define FEW_CELLS ((FEW_MOST + 1) * (FEW_MOST + 6) / 2)

/* Room that keeps its memory, not what is in it, when it grows. */
struct words {
	uint64_t *at;
	size_t cap;
};
struct numbers {
	uint32_t *at;
	size_t cap;
};

/*
 * An open-addressing table that gives each different token a number from 1.
 * A slot holds base + number.  Beginning anew moves the base above all that was
 * given out before, which makes every slot stale without touching it.
 */
struct table {
	struct numbers slots; /* a power of two of them */
	struct words keys;    /* keys.at[number] */
	uint32_t base, count;
	uint32_t mask;        /* of the slots in use */
	unsigned shift;
};

/* What diff_rows.c keeps: see there. */
struct row_memory {
	struct numbers number;       /* of each token in the bits */
	struct numbers begin, count; /* of each number: its groups */
	struct numbers word;         /* of each group: which word, and the bits in it */
	struct words mask;
	struct words state;          /* the row */
	struct words old;            /* the journal: what was there, */
	struct numbers touched;      /* and in which word */
	struct numbers entry;        /* where each row's part of the journal begins */
	VEC(uint64_t) marks;
};

struct diff_memory {
	struct diff_run *runs;
	uint32_t run_cap;
	uint32_t back; /* runs[back .. run_cap) were found from the end on */
	struct table table;
	int32_t few[FEW_CELLS];
	uint64_t masks[SMALL_WORDS + 64], rows[SMALL_WORDS + 64];
	struct row_memory sparse;
	struct words reach;                /* diff_walk.c: both fronts */
	struct words left[2];              /* diff_large.c: what the other side has, too, */
	struct numbers place[2];           /* and where it stood */
	struct words presence[2];          /* meanwhile */
	struct numbers where, partner, link, end; /* anchors */
	VEC(struct diff_run) chain;
};

struct diff_job {
	struct diff *d;
	const uint64_t *a, *b;
	const uint32_t *a_place, *b_place; /* where a token stands for the caller; NULL: there */
	uint64_t steps; /* what walks may still cost, in steps */
	uint64_t spare; /* what rows may still cost beyond a box's own share, in words */
	uint32_t stop;  /* what is put is cut off at this token of a */
	uint32_t b_end; /* how far what was put has come in b */
};

struct box {
	uint32_t a, a_len, b, b_len;
};

/* ---- diff.c ---- */

bool words_grow(struct words *w, size_t count);
bool numbers_grow(struct numbers *n, size_t count);
bool table_grow(struct table *t, uint32_t most);
void table_clear(struct table *t);

/* Puts a run behind the others. */
void job_put(struct diff_job *job, uint32_t a, uint32_t b, uint32_t len);
/* Puts the runs that job_put_back has collected, and collects anew. */
void job_put_collected(struct diff_job *job);

/* Puts the common head, and shortens the box to what is between that and the
 * common tail, whose length comes back: it is put last. */
uint32_t box_trim(struct diff_job *job, struct box *box);
void box_put_tail(struct diff_job *job, const struct box *box, uint32_t tail);

static inline bool words_room(struct words *w, size_t count)
{
	return count <= w->cap || words_grow(w, count);
}

static inline bool numbers_room(struct numbers *n, size_t count)
{
	return count <= n->cap || numbers_grow(n, count);
}

/* For a trace that runs from the end of a box to its beginning. */
static inline void job_put_back(struct diff_job *job, uint32_t a, uint32_t b, uint32_t len)
{
	struct diff_memory *memory = job->d->memory;
	memory->runs[--memory->back] = (struct diff_run){a, b, len};
}

static inline bool box_is_empty(const struct box *box)
{
	return box->a_len == 0 || box->b_len == 0;
}

static inline uint32_t shorter(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static inline uint32_t longer(uint32_t a, uint32_t b)
{
	return a < b ? b : a;
}

/* How many tokens two sequences have in common from their beginning on; by fours,
 * because a run is rarely shorter than that. */
static inline uint32_t common_head(const uint64_t *a, const uint64_t *b, uint32_t most)
{
	uint32_t n = 0;
	while (most - n >= 4 && ((a[n] ^ b[n]) | (a[n + 1] ^ b[n + 1]) | (a[n + 2] ^ b[n + 2]) |
	                         (a[n + 3] ^ b[n + 3])) == 0)
		n += 4;
	while (n < most && a[n] == b[n])
		n++;
	return n;
}

/* The same from their ends on, which are given. */
static inline uint32_t common_tail(const uint64_t *a, const uint64_t *b, uint32_t most)
{
	uint32_t n = 0;
	while (most - n >= 4 && ((a[-1] ^ b[-1]) | (a[-2] ^ b[-2]) | (a[-3] ^ b[-3]) |
	                         (a[-4] ^ b[-4])) == 0) {
		n += 4;
		a -= 4;
		b -= 4;
	}
	while (n < most && *--a == *--b)
		n++;
	return n;
}

/* Words in all the rows of a box, the shorter side in the bits. */
static inline uint64_t box_words(const struct box *box)
{
	uint64_t const width = ((uint64_t)shorter(box->a_len, box->b_len) + 63) / 64;
	return width * longer(box->a_len, box->b_len);
}

/* ---- the table ---- */

static inline uint64_t scatter(uint64_t token)
{
	return (token ^ token >> 32) * 0x9E3779B97F4A7C15u;
}

/* Ready for at most `most` different tokens, with `slots` slots or a few more. */
static inline bool table_begin(struct table *t, uint32_t most, uint64_t slots)
{
	unsigned bits = 4;
	while ((uint64_t)1 << bits < slots && bits < 32)
		bits++;
	t->base += t->count;
	t->count = 0;
	t->shift = 64 - bits;
	t->mask = (uint32_t)(((uint64_t)1 << bits) - 1);
	if ((t->slots.cap <= t->mask || t->keys.cap <= most) && !table_grow(t, most))
		return false;
	if (t->base > UINT32_MAX - most)
		table_clear(t);
	return true;
}

/*
 * The slot where a token is or belongs; *number is 0 in the latter case.  Number
 * 0 has the token itself as its key, so that the search ends with one
 * comparison: whether a token is there is as good as random, and a branch on it
 * would cost more than all the rest.
 */
static inline uint32_t *table_slot(struct table *t, uint64_t token, uint32_t *number)
{
	uint32_t at = (uint32_t)(scatter(token) >> t->shift);
	t->keys.at[0] = token;
	for (;; at = (at + 1) & t->mask) {
		*number = longer(t->slots.at[at], t->base) - t->base;
		if (t->keys.at[*number] == token)
			return &t->slots.at[at];
	}
}

/* The number of a token; 0 if it has none. */
static inline uint32_t table_find(struct table *t, uint64_t token)
{
	uint32_t number;
	(void)table_slot(t, token, &number);
	return number;
}

/* The number of a token, which has one from now on. */
static inline uint32_t table_add(struct table *t, uint64_t token)
{
	uint32_t number;
	uint32_t *slot = table_slot(t, token, &number);
	t->count += number == 0;
	number = number ? number : t->count;
	*slot = t->base + number;
	t->keys.at[number] = token;
	return number;
}

/* ---- the ways to solve a box ---- */

/* diff_small.c: exact.  box_words(box) <= SMALL_WORDS. */
bool diff_small(struct diff_job *job, const struct box *box);

/* diff_rows.c: exact, in time of about box_words(box). */
bool diff_rows(struct diff_job *job, const struct box *box);

/*
 * diff_walk.c: exact, in linear memory and time of length times differences.
 * WALK_LEFT: it would take more than job->steps or `most`, and nothing was put.
 */
enum walk { WALK_DONE, WALK_LEFT, WALK_NO_MEMORY };
enum walk diff_walk(struct diff_job *job, const struct box *box, uint64_t most);

/* diff_large.c: any box; sets d->bounded if it isn't exact. */
bool diff_large(struct diff_job *job, const struct box *box);

#endif
