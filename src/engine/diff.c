/*
 * diff.c -- the longest common subsequence.  See diff.h.
 *
 * What both sides have in common at their ends is taken off first: it is in
 * some longest common subsequence.  What is left goes to diff_small.c or
 * diff_large.c.  In the end runs that can be moved so that they touch a
 * neighbour are joined with it, which costs no length and spares the reader a
 * word left standing alone between two changes.
 *
 * Nothing is allocated for a small pair once the memory is there.
 */
#include "diff.h"

#include <stdlib.h>

#include "diffing.h"

/* ---- memory ---- */

/* Many small steps up would cost more than a little memory that isn't needed. */
static size_t generous(size_t count)
{
	return count + count / 8 + 64;
}

bool words_grow(struct words *w, size_t count)
{
	free(w->at);
	w->cap = generous(count);
	w->at = malloc(w->cap * sizeof *w->at);
	if (!w->at)
		w->cap = 0;
	return w->at;
}

bool numbers_grow(struct numbers *n, size_t count)
{
	free(n->at);
	n->cap = generous(count);
	n->at = malloc(n->cap * sizeof *n->at);
	if (!n->at)
		n->cap = 0;
	return n->at;
}

bool table_grow(struct table *t, uint32_t most)
{
	size_t const slots = (size_t)t->mask + 1;
	if (!words_room(&t->keys, (size_t)most + 1))
		return false;
	if (slots <= t->slots.cap)
		return true;
	free(t->slots.at);
	t->slots.at = calloc(slots, sizeof *t->slots.at);
	t->slots.cap = t->slots.at ? slots : 0;
	t->base = 0;
	return t->slots.at;
}

void table_clear(struct table *t)
{
	memset(t->slots.at, 0, t->slots.cap * sizeof *t->slots.at);
	t->base = 0;
}

static bool runs_room(struct diff *d, size_t count)
{
	struct diff_memory *memory = d->memory;
	if (count > memory->run_cap) {
		size_t const cap = generous(count);
		free(memory->runs);
		memory->runs = cap <= UINT32_MAX ? malloc(cap * sizeof *memory->runs) : NULL;
		memory->run_cap = memory->runs ? (uint32_t)cap : 0;
	}
	memory->back = memory->run_cap;
	d->runs = memory->runs;
	return memory->runs;
}

void diff_release(struct diff *d)
{
	struct diff_memory *memory = d->memory;
	if (memory) {
		struct row_memory *sparse = &memory->sparse;
		free(memory->runs);
		free(memory->table.slots.at);
		free(memory->table.keys.at);
		free(sparse->number.at);
		free(sparse->begin.at);
		free(sparse->count.at);
		free(sparse->word.at);
		free(sparse->mask.at);
		free(sparse->state.at);
		free(sparse->old.at);
		free(sparse->touched.at);
		free(sparse->entry.at);
		VEC_RELEASE(&sparse->marks);
		free(memory->reach.at);
		for (int side = 0; side < 2; side++) {
			free(memory->left[side].at);
			free(memory->place[side].at);
			free(memory->presence[side].at);
		}
		free(memory->where.at);
		free(memory->partner.at);
		free(memory->link.at);
		free(memory->end.at);
		VEC_RELEASE(&memory->chain);
		free(memory);
	}
	*d = (struct diff){0};
}

/* ---- runs ---- */

static inline void put(struct diff *d, uint32_t a, uint32_t b, uint32_t len)
{
	struct diff_run *last = d->run_count ? &d->runs[d->run_count - 1] : NULL;
	if (last && last->a + last->len == a && last->b + last->len == b)
		last->len += len;
	else
		d->runs[d->run_count++] = (struct diff_run){a, b, len};
}

void job_put(struct diff_job *job, uint32_t a, uint32_t b, uint32_t len)
{
	if (a >= job->stop)
		return;
	len = shorter(len, job->stop - a);
	job->b_end = b + len;
	if (!job->a_place) {
		put(job->d, a, b, len);
		return;
	}
	for (uint32_t i = 0; i < len; i++)
		put(job->d, job->a_place[a + i], job->b_place[b + i], 1);
}

/*
 * The collected runs lie at the end of the same array, which has room for one
 * run a matched token: what is put never reaches what is still to be read.
 */
void job_put_collected(struct diff_job *job)
{
	struct diff_memory *memory = job->d->memory;
	for (uint32_t i = memory->back; i < memory->run_cap; i++) {
		struct diff_run const run = memory->runs[i];
		job_put(job, run.a, run.b, run.len);
	}
	memory->back = memory->run_cap;
}

uint32_t box_trim(struct diff_job *job, struct box *box)
{
	const uint64_t *a = job->a + box->a;
	const uint64_t *b = job->b + box->b;
	uint32_t const most = shorter(box->a_len, box->b_len);
	uint32_t const head = common_head(a, b, most);
	uint32_t const tail = common_tail(a + box->a_len, b + box->b_len, most - head);
	if (head)
		job_put(job, box->a, box->b, head);
	*box = (struct box){box->a + head, box->a_len - head - tail, box->b + head,
	                    box->b_len - head - tail};
	return tail;
}

void box_put_tail(struct diff_job *job, const struct box *box, uint32_t tail)
{
	if (tail)
		job_put(job, box->a + box->a_len, box->b + box->b_len, tail);
}

/* ---- joining runs ---- */

/*
 * May the later of two neighbours stand right behind the earlier?  Only if
 * nothing is between them on one side; on the other the words must be there.
 */
static bool moves_down(const uint64_t *a, const uint64_t *b, struct diff_run early,
                       struct diff_run late)
{
	uint32_t const i = early.a + early.len, j = early.b + early.len;
	if (i != late.a && j != late.b)
		return false;
	for (uint32_t k = 0; k < late.len; k++)
		if (a[i + k] != b[j + k])
			return false;
	return true;
}

/* May the earlier stand right before the later? */
static bool moves_up(const uint64_t *a, const uint64_t *b, struct diff_run early,
                     struct diff_run late)
{
	if (early.a + early.len != late.a && early.b + early.len != late.b)
		return false;
	for (uint32_t k = 1; k <= early.len; k++)
		if (a[late.a - k] != b[late.b - k])
			return false;
	return true;
}

/* Each try costs as many tokens as a run has, and each success takes one away. */
static void join_runs(struct diff *d, const uint64_t *a, const uint64_t *b)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < d->run_count; i++) {
		struct diff_run run = d->runs[i];
		while (count && moves_up(a, b, d->runs[count - 1], run)) {
			struct diff_run const early = d->runs[--count];
			run = (struct diff_run){run.a - early.len, run.b - early.len, run.len + early.len};
		}
		if (count && moves_down(a, b, d->runs[count - 1], run))
			d->runs[count - 1].len += run.len;
		else
			d->runs[count++] = run;
	}
	d->run_count = count;
}

/* ---- finding ---- */

static bool solve(struct diff_job *job, const struct box *box)
{
	if (box_is_empty(box))
		return true;
	if (box_words(box) <= SMALL_WORDS)
		return diff_small(job, box);
	return diff_large(job, box);
}

bool diff_find(struct diff *d, const uint64_t *a, uint32_t a_len, const uint64_t *b,
               uint32_t b_len)
{
	struct diff_job job = {.d = d, .a = a, .b = b, .stop = UINT32_MAX};
	struct box box = {0, a_len, 0, b_len};
	d->run_count = 0;
	d->bounded = false;
	if (!a_len || !b_len) /* and an empty side may have no address */
		return true;
	if (!d->memory)
		d->memory = calloc(1, sizeof *d->memory);
	if (!d->memory || !runs_room(d, (size_t)shorter(a_len, b_len) + 1))
		return false;
	uint32_t const tail = box_trim(&job, &box);
	if (!solve(&job, &box)) {
		d->run_count = 0;
		return false;
	}
	box_put_tail(&job, &box, tail);
	if (d->run_count > 1)
		join_runs(d, a, b);
	return true;
}
