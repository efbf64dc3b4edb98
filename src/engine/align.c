/*
 * align.c -- which units became which.  See align.h; the steps are in align_*.c.
 *
 * Linear in the units and their tokens, but for the chain (n log n) and for the
 * gaps, which are bounded.
 */
#include "engine/aligning.h"

#include <stdlib.h>

enum {
	MOVE_BYTES = 12, /* shorter texts don't move, they go and come */
	MOVE_WORDS = 6,  /* the same where they changed on the way */
	RIVALS = 400,    /* candidates looked at */
};

static const float ALIKE_MOVED = 0.60f;
static const float MOVED_MARGIN = 0.10f; /* and the second best is so much less so */

/* ---- what stayed, and what has surely moved ---- */

static void find_chain(struct aligner *al)
{
	al->failed |= !chain_find(al->pairs.at, (uint32_t)al->pairs.len, al->b->count);
}

static void link_chain(struct aligner *al)
{
	find_chain(al);
	if (!al->failed && align_twins(al) && !al->failed && !al->pairs.failed)
		find_chain(al);
	if (al->failed)
		return;
	for (size_t i = 0; i < al->pairs.len; i++) {
		const struct chain_pair *p = &al->pairs.at[i];
		if (p->chosen)
			link_units(al, p->a, p->b, same_bytes(al, p->a, p->b), false);
	}
	for (size_t i = 0; i < al->pairs.len; i++) {
		const struct chain_pair *p = &al->pairs.at[i];
		if (p->sure && !p->chosen && body_bytes(al->a, p->a) >= MOVE_BYTES &&
		    is_free(al, false, p->a) && is_free(al, true, p->b))
			link_units(al, p->a, p->b, same_bytes(al, p->a, p->b), true);
	}
}

/* ---- moved with edits ---- */

static int by_likeness(const void *x, const void *y)
{
	const struct candidate *p = x, *q = y;
	if (p->likeness != q->likeness)
		return p->likeness > q->likeness ? -1 : 1;
	if (p->a != q->a)
		return p->a < q->a ? -1 : 1;
	return p->b < q->b ? -1 : p->b > q->b;
}

/* Do two candidates want the same unit, and are both units of the other free? */
static bool are_rivals(const struct aligner *al, const struct candidate *it,
                       const struct candidate *other)
{
	return (other->a == it->a) != (other->b == it->b) && is_free(al, false, other->a) &&
	       is_free(al, true, other->b);
}

/*
 * Is there another free pair nearly as good, or better, for one of the two?  Looks
 * at RIVALS candidates each way, so that a thousand copies of one text stay cheap.
 */
static bool has_rival(const struct aligner *al, size_t index)
{
	const struct candidate *it = &al->candidates.at[index];
	for (size_t k = index; k > 0 && index - k < RIVALS; k--)
		if (are_rivals(al, it, &al->candidates.at[k - 1]))
			return true;
	for (size_t k = index + 1; k < al->candidates.len && k - index <= RIVALS; k++) {
		const struct candidate *other = &al->candidates.at[k];
		if (other->likeness <= it->likeness - MOVED_MARGIN)
			return false;
		if (are_rivals(al, it, other))
			return true;
	}
	return false;
}

/* Of the candidates whose units are free still, those that are very much alike. */
static void keep_movers(struct aligner *al)
{
	size_t kept = 0;
	for (size_t i = 0; i < al->candidates.len; i++) {
		struct candidate it = al->candidates.at[i];
		if (!is_free(al, false, it.a) || !is_free(al, true, it.b) ||
		    al->a->at[it.a].count < MOVE_WORDS)
			continue;
		if (it.likeness <= 0)
			it.likeness = likeness(&al->bag, al->a, it.a, al->b, it.b);
		if (it.likeness >= ALIKE_MOVED - MOVED_MARGIN)
			al->candidates.at[kept++] = it;
	}
	al->candidates.len = kept;
}

static void link_moved(struct aligner *al)
{
	keep_movers(al);
	if (al->candidates.len)
		qsort(al->candidates.at, al->candidates.len, sizeof *al->candidates.at, by_likeness);
	for (size_t i = 0; i < al->candidates.len; i++) {
		const struct candidate *it = &al->candidates.at[i];
		if (it->likeness < ALIKE_MOVED)
			return;
		if (is_free(al, false, it->a) && is_free(al, true, it->b) && !has_rival(al, i))
			link_units(al, it->a, it->b, false, true);
	}
}

/* ---- labels of what moved ---- */

static bool is_bare_pair(const struct aligner *al, uint32_t a, uint32_t b)
{
	const struct unit *one = &al->a->at[a], *other = &al->b->at[b];
	return one->bare && other->bare && one->class == other->class && is_free(al, false, a) &&
	       is_free(al, true, b);
}

/* "Article 5" on a line of its own goes with the text that it names. */
static void link_labels(struct aligner *al)
{
	for (size_t i = 0; i < al->links.len && !al->links.failed; i++) {
		struct link const it = al->links.at[i];
		if (it.moved && it.a && it.b && is_bare_pair(al, it.a - 1, it.b - 1))
			link_units(al, it.a - 1, it.b - 1, same_bytes(al, it.a - 1, it.b - 1), true);
	}
}

/* ---- the whole ---- */

static int by_b(const void *x, const void *y)
{
	const struct link *p = x, *q = y;
	return p->b < q->b ? -1 : p->b > q->b;
}

static bool run_steps(struct aligner *al)
{
	static void (*const steps[])(struct aligner *) = {
		align_sure, align_likely, link_chain, align_gaps, align_parts, link_moved, link_labels,
	};
	align_trim(al);
	bool const done = al->a_begin == al->a_end || al->b_begin == al->b_end;
	for (size_t i = 0; !done && i < sizeof steps / sizeof *steps && !al->failed; i++)
		steps[i](al);
	return !al->failed && !al->links.failed && !al->pairs.failed && !al->candidates.failed &&
	       !al->bag.failed && !al->a->tokens.failed && !al->b->tokens.failed;
}

static uint32_t *make_nones(uint32_t count)
{
	uint32_t *at = malloc(((size_t)count + 1) * sizeof *at);
	if (at)
		memset(at, 0xFF, count * sizeof *at);
	return at;
}

bool align_units(struct links *out, struct units *a, struct units *b)
{
	*out = (struct links){0};
	struct aligner al = {.a = a, .b = b};
	al.a_link = make_nones(a->count);
	al.a_pair = make_nones(a->count);
	al.b_link = make_nones(b->count);
	al.b_pair = make_nones(b->count);
	bool const ok = al.a_link && al.a_pair && al.b_link && al.b_pair && run_steps(&al);
	if (ok) {
		if (al.links.len)
			qsort(al.links.at, al.links.len, sizeof *al.links.at, by_b);
		*out = (struct links){al.links.at, (uint32_t)al.links.len, al.bounded};
	} else {
		VEC_RELEASE(&al.links);
	}
	free(al.a_link);
	free(al.a_pair);
	free(al.b_link);
	free(al.b_pair);
	VEC_RELEASE(&al.pairs);
	VEC_RELEASE(&al.candidates);
	bag_release(&al.bag);
	diff_release(&al.diff);
	return ok;
}

void links_release(struct links *links)
{
	free(links->at);
	*links = (struct links){0};
}
