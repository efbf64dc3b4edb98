/*
 * trace_number.c -- who had a number, revision by revision.  See trace.h.
 *
 * Revisions are looked at newest first, each with the unit that has the number there,
 * or none.  A revision in which it is as in a parent is no step, and only such parents
 * are followed.  Else, if the unit is what it was in the parent, it was edited; if
 * another text had the number, it was replaced.  A number that is given again after
 * it was no one's is reintroduced.
 */
#include <stdlib.h>
#include <string.h>

#include "tracing.h"

struct holder {
	uint32_t node, unit;   /* unit INDEX_NONE: no one */
};

struct number_tracing {
	struct tracing t;
	redline_bytes label;
	VEC(struct holder) waiting;
};

static bool has_number(const struct number_tracing *x, uint32_t node, uint32_t unit)
{
	const struct index_state *s = unit_state(x->t.im, node, unit);
	return s && (s->flags & STATE_NAMED) &&
	       bytes_equal(image_string(x->t.im, s->label), x->label);
}

/*
 * Who had it in a parent.  If the unit that has it now has its state from there, that
 * one; else one of those whose state nobody has kept.
 */
static uint32_t holder_in(const struct number_tracing *x, const struct index_parent *parent,
                          uint32_t unit)
{
	uint32_t old, count, found = INDEX_NONE;
	bool moved;
	if (unit != INDEX_NONE && image_run(x->t.im, parent, unit, 1, &old, &moved))
		return old;
	uint32_t *others = tracing_others(&x->t, parent, &count);
	for (uint32_t i = 0; others && i < count && found == INDEX_NONE; i++)
		if (has_number(x, parent->node, others[i]))
			found = others[i];
	if (!others)
		x->t.out->failed = true;
	free(others);
	return found;
}

static void wait_for(struct number_tracing *x, uint32_t node, uint32_t unit)
{
	for (size_t i = 0; i < x->waiting.len; i++)
		if (x->waiting.at[i].node == node)
			return;
	struct holder *h = VEC_PUSH(&x->waiting);
	if (h)
		*h = (struct holder){node, unit};
	x->t.out->failed |= !h;
}

static struct holder take_holder(struct number_tracing *x)
{
	size_t best = 0;
	for (size_t i = 1; i < x->waiting.len; i++)
		if (x->waiting.at[i].node > x->waiting.at[best].node)
			best = i;
	struct holder const h = x->waiting.at[best];
	x->waiting.at[best] = x->waiting.at[--x->waiting.len];
	return h;
}

/* What the number was in one parent. */
struct change {
	uint32_t unit;
	struct extent old;
	redline_event kind;
	bool same, edited;
};

static struct extent extent_or_none(const struct tracing *t, uint32_t node, uint32_t unit)
{
	return unit == INDEX_NONE ? (struct extent){node, 0, 0} : extent_of(t->im, node, unit);
}

static struct change compare(struct number_tracing *x, const struct index_parent *parent,
                             struct extent now, uint32_t unit)
{
	struct tracing *t = &x->t;
	struct change c = {.unit = holder_in(x, parent, unit)};
	uint32_t old;
	bool moved;
	uint32_t const count = now.end - now.begin;
	c.old = extent_or_none(t, parent->node, c.unit);
	if (unit == INDEX_NONE || c.unit == INDEX_NONE) {
		c.same = unit == c.unit;
		c.edited = !c.same;
		c.kind = unit == INDEX_NONE ? REDLINE_DELETED : REDLINE_CREATED;
		return c;
	}
	if (image_run(t->im, parent, unit, count, &old, &moved) == count && old == c.unit) {
		c.same = true;
		return c;
	}
	struct index_link const link = image_link(t->im, parent, unit);
	bool const linked = c.unit >= link.old && c.unit < link.old_end;
	c.edited = !same_words(t->im, c.old, now, t->scratch);
	c.same = !c.edited;
	c.kind = linked ? REDLINE_EDITED : REDLINE_REPLACED;
	return c;
}

static void look_at(struct number_tracing *x, struct holder h)
{
	struct tracing *t = &x->t;
	const struct index_node *n = image_node(t->im, h.node);
	const struct index_parent *parents = n ? image_parents(t->im, n) : NULL;
	struct extent const now = extent_or_none(t, h.node, h.unit);
	bool same = false;
	if (!n || (n->parent_count && !parents)) {
		t->out->failed = true;
		return;
	}
	struct change *c = calloc((size_t)n->parent_count + 1, sizeof *c);
	for (uint32_t p = 0; c && p < n->parent_count; p++) {
		if (parents[p].node >= h.node) {
			t->out->failed = true;
			continue;
		}
		c[p] = compare(x, &parents[p], now, h.unit);
		same |= c[p].same;
	}
	for (uint32_t p = 0; c && p < n->parent_count; p++)
		if (!same || c[p].same)
			wait_for(x, parents[p].node, c[p].unit);
	if (c && !n->parent_count) {
		c[0] = (struct change){.kind = REDLINE_CREATED, .edited = true,
		                       .same = h.unit == INDEX_NONE, .old = {h.node, 0, 0}};
		same = c[0].same;
	}
	bool const counts = n->parent_count < 2 || h.unit == INDEX_NONE || tracing_is_new(t, now);
	struct trace_step *step = c && !same && counts ? tracing_add(t, h.node, now, c[0].old)
	                                               : NULL;
	if (step) {
		step->kind = c[0].kind;
		step->edited = c[0].edited;
		tracing_words(t, (uint32_t)t->out->steps.len - 1);
	}
	t->out->failed |= !c;
	free(c);
}

/* What was created after it had been deleted is back. */
static void find_returns(struct tracing *t)
{
	struct trace *out = t->out;
	for (size_t i = 0; i + 1 < out->steps.len; i++) {
		struct trace_step *step = &out->steps.at[i];
		for (size_t k = i + 1; step->kind == REDLINE_CREATED && k < out->steps.len; k++) {
			if (out->steps.at[k].kind != REDLINE_DELETED)
				continue;
			step->kind = REDLINE_REINTRODUCED;
			step->struck = out->steps.at[k].node;
			step->old = out->steps.at[k].old;
			step->was = out->steps.at[k].was;
			step->edited = !same_words(t->im, step->old, step->now, t->scratch);
			step->returned = tracing_returned(t, step->now);
		}
	}
}

void trace_number(struct trace *out, const struct paragraph *p)
{
	struct number_tracing x = {.t = {.im = &p->index.image, .out = out}, .label = p->label};
	*out = (struct trace){0};
	wait_for(&x, p->node, p->unit);
	while (x.waiting.len && !out->failed)
		look_at(&x, take_holder(&x));
	find_returns(&x.t);
	VEC_RELEASE(&x.waiting);
	tracing_release(&x.t);
}
