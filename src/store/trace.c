/*
 * trace.c -- the way a text has come.  See trace.h.
 *
 * Places (a revision and a unit) are looked at newest first.  What a place was in each
 * parent is its relation to it; the way goes on
 *   - through those parents in which it was the very same, if there are any: nothing
 *     happened;
 *   - else through all in which it was something.  That is a step, unless the revision
 *     is a merge and no word of it is the merge's own.
 * A text that was in no parent is new; or it had been deleted, and the way goes on where
 * it last stood, the deletion being a step, too.
 *
 * A paragraph whose first unit has no past may still have one, if what it encloses has:
 * a section with another title.  Then it was what enclosed most of that.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/lineage.h"
#include "tracing.h"

/* ---- shared with trace_number.c ---- */

redline_bytes tracing_label(const struct tracing *t, uint32_t node, uint32_t unit)
{
	const struct index_state *s = unit_state(t->im, node, unit);
	return s ? image_string(t->im, s->label) : (redline_bytes){"", 0};
}

struct trace_step *tracing_add(struct tracing *t, uint32_t node, struct extent now,
                               struct extent old)
{
	struct trace_step *step = VEC_PUSH(&t->out->steps);
	if (!step) {
		t->out->failed = true;
		return NULL;
	}
	*step = (struct trace_step){.node = node, .now = now, .old = old, .was = old.begin,
	                             .struck = INDEX_NONE};
	return step;
}

void tracing_release(struct tracing *t)
{
	VEC_RELEASE(&t->missing);
	wording_release(&t->scratch[0]);
	wording_release(&t->scratch[1]);
	diff_release(&t->diff);
}

bool tracing_is_new(struct tracing *t, struct extent e)
{
	wording_clear(&t->scratch[0]);
	wording_add(&t->scratch[0], t->im, e, true);
	for (size_t i = 0; i < t->scratch[0].origins.len; i++)
		if (t->scratch[0].origins.at[i] != NO_ORIGIN &&
		    LINEAGE_REVISION(t->scratch[0].origins.at[i]) == e.node)
			return true;
	return false;
}

static bool any_returned(const struct wording *w)
{
	for (size_t i = 0; i < w->origins.len; i++)
		if (w->origins.at[i] != NO_ORIGIN && LINEAGE_RETURNED(w->origins.at[i]))
			return true;
	return false;
}

uint32_t tracing_returned(struct tracing *t, struct extent e)
{
	struct wording *w = &t->scratch[1];
	uint32_t returned = 0;
	wording_clear(w);
	wording_add(w, t->im, e, true);
	for (uint32_t i = 0; i < w->tokens.count && !w->failed; i++)
		returned += w->origins.at[i] != NO_ORIGIN && LINEAGE_RETURNED(w->origins.at[i]) &&
		            token_counts(w->tokens.at[i]);
	return returned;
}

static void note_back(struct tracing *t, uint32_t step, uint32_t token)
{
	const struct wording *w = &t->scratch[1];
	if (w->origins.at[token] == NO_ORIGIN || !LINEAGE_RETURNED(w->origins.at[token]) ||
	    !token_counts(w->tokens.at[token]))
		return;
	t->out->steps.at[step].returned++;
	struct missing *m = VEC_PUSH(&t->missing);
	if (m)
		*m = (struct missing){w->tokens.hash[token],
		                      LINEAGE_REVISION(w->origins.at[token]), step};
	t->out->failed |= !m;
}

/* A word was struck in this step: is it one that is back later? */
static void note_gone(struct tracing *t, uint32_t step, uint32_t token)
{
	const struct wording *w = &t->scratch[0];
	if (w->origins.at[token] == NO_ORIGIN)
		return;
	for (size_t i = 0; i < t->missing.len;) {
		const struct missing *m = &t->missing.at[i];
		uint32_t const back = m->step;
		if (m->hash != w->tokens.hash[token] || back == step ||
		    m->revision != LINEAGE_REVISION(w->origins.at[token])) {
			i++;
			continue;
		}
		if (t->out->steps.at[back].struck == INDEX_NONE)
			t->out->steps.at[back].struck = t->out->steps.at[step].node;
		t->missing.at[i] = t->missing.at[--t->missing.len];
	}
}

void tracing_words(struct tracing *t, uint32_t step)
{
	const struct trace_step *s = &t->out->steps.at[step];
	struct wording *old = &t->scratch[0], *now = &t->scratch[1];
	struct extent const was = s->old, is = s->now;
	/* Who loses a number need not lose a word. */
	bool const strikes = s->kind != REDLINE_DELETED && s->kind != REDLINE_REPLACED;
	wording_clear(old);
	wording_clear(now);
	wording_add(now, t->im, is, true);
	if (!any_returned(now) && !t->missing.len)
		return;
	wording_add(old, t->im, was, true);
	t->out->failed |= old->failed || now->failed ||
	                  !diff_find(&t->diff, old->tokens.hash, old->tokens.count,
	                             now->tokens.hash, now->tokens.count);
	uint32_t a = 0, b = 0;
	for (uint32_t i = 0; i <= t->diff.run_count && !t->out->failed; i++) {
		bool const last = i == t->diff.run_count;
		uint32_t const a_end = last ? old->tokens.count : t->diff.runs[i].a;
		uint32_t const b_end = last ? now->tokens.count : t->diff.runs[i].b;
		for (; a < a_end; a++)
			if (strikes)
				note_gone(t, step, a);
		for (; b < b_end; b++)
			note_back(t, step, b);
		if (!last) {
			a += t->diff.runs[i].len;
			b += t->diff.runs[i].len;
		}
	}
}

uint32_t *tracing_others(const struct tracing *t, const struct index_parent *parent,
                         uint32_t *count)
{
	const struct index_node *n = image_node(t->im, parent->node);
	const struct index_run *runs = image_at(t->im, parent->runs, parent->run_count, sizeof *runs);
	*count = 0;
	if (!n)
		return NULL;
	uint32_t *others = malloc(((size_t)n->unit_count + 1) * sizeof *others);
	bool *kept = calloc((size_t)n->unit_count + 1, sizeof *kept);
	for (uint32_t i = 0; runs && kept && i < parent->run_count; i++)
		for (uint32_t k = 0; k < runs[i].count && runs[i].old + k < n->unit_count; k++)
			kept[runs[i].old + k] = true;
	for (uint32_t u = 0; kept && others && u < n->unit_count; u++)
		if (!kept[u])
			others[(*count)++] = u;
	if (!kept) {
		free(others);
		others = NULL;
	}
	free(kept);
	return others;
}

/* ---- where it has been looked ---- */

struct place {
	uint32_t node, unit;
};

typedef VEC(struct place) place_vec;

struct text_tracing {
	struct tracing t;
	place_vec waiting;     /* not looked at; a handful, one a branch */
};

static void wait_for(struct text_tracing *x, uint32_t node, uint32_t unit)
{
	for (size_t i = 0; i < x->waiting.len; i++)
		if (x->waiting.at[i].node == node && x->waiting.at[i].unit == unit)
			return;
	struct place *p = VEC_PUSH(&x->waiting);
	if (p)
		*p = (struct place){node, unit};
	x->t.out->failed |= !p;
}

/* The newest of those that wait. */
static struct place take_place(struct text_tracing *x)
{
	size_t best = 0;
	for (size_t i = 1; i < x->waiting.len; i++)
		if (x->waiting.at[i].node > x->waiting.at[best].node)
			best = i;
	struct place const p = x->waiting.at[best];
	x->waiting.at[best] = x->waiting.at[--x->waiting.len];
	return p;
}

/* ---- relations ---- */

/* What a paragraph was in one parent. */
struct relation {
	uint32_t node;
	struct extent old;     /* all that it was; empty: nothing */
	uint32_t unit;         /* where the way goes on */
	bool several, split, moved;
	bool edited, renumbered;
	bool same;             /* nothing happened */
};

static uint32_t words_kept(struct text_tracing *x, struct extent a, struct extent b)
{
	struct wording *old = &x->t.scratch[0], *now = &x->t.scratch[1];
	uint32_t kept = 0;
	wording_clear(old);
	wording_clear(now);
	wording_add(old, x->t.im, a, true);
	wording_add(now, x->t.im, b, true);
	if (old->failed || now->failed ||
	    !diff_find(&x->t.diff, old->tokens.hash, old->tokens.count, now->tokens.hash,
	               now->tokens.count))
		return 0;
	for (uint32_t i = 0; i < x->t.diff.run_count; i++)
		for (uint32_t k = 0; k < x->t.diff.runs[i].len; k++)
			kept += token_counts(old->tokens.at[x->t.diff.runs[i].a + k]);
	return kept;
}

/* Of units [begin, end) that a paragraph was, and what they enclose, all and the best. */
static void take_tops(struct text_tracing *x, struct relation *r, uint32_t begin, uint32_t end,
                      struct extent now)
{
	uint32_t most = 0, tops = 0;
	r->old = (struct extent){r->node, begin, begin};
	r->unit = begin;
	for (uint32_t u = begin; u < end;) {
		struct extent const e = extent_of(x->t.im, r->node, u);
		if (e.end <= u)
			break;
		tops++;
		if (e.end < end || tops > 1) {
			uint32_t const kept = words_kept(x, e, now);
			if (kept > most) {
				most = kept;
				r->unit = u;
			}
		}
		r->old.end = e.end;
		u = e.end;
	}
	r->several = tops > 1;
}

/* The unit above `unit` in its node that is of the same kind and level as another. */
static uint32_t enclosing(const struct tracing *t, const index_ref *states, uint32_t unit,
                          const struct index_state *like)
{
	for (uint32_t u = unit; u-- > 0;) {
		const struct index_state *s = image_state(t->im, states[u]);
		if (!s)
			break;
		if (s->kind == like->kind && s->level == like->level)
			return s->enclosed >= unit - u ? u : INDEX_NONE;
	}
	return INDEX_NONE;
}

static uint32_t body_size(const struct tracing *t, uint32_t node, uint32_t unit)
{
	const struct index_state *s = unit_state(t->im, node, unit);
	const struct index_piece *p = s ? image_piece(t->im, s->piece) : NULL;
	return p ? p->text_end - p->body_begin : 0;
}

/* Bytes in what a unit encloses. */
static uint64_t contents_size(const struct tracing *t, struct extent e)
{
	uint64_t size = 0;
	for (uint32_t u = e.begin + 1; u < e.end; u++)
		size += body_size(t, e.node, u);
	return size;
}

/* The parent's unit that enclosed most of what this one encloses, or INDEX_NONE. */
static uint32_t by_contents(const struct tracing *t, const struct index_parent *parent,
                            struct extent now)
{
	const struct index_node *n = image_node(t->im, parent->node);
	const struct index_state *top = unit_state(t->im, now.node, now.begin);
	index_ref *states = n ? malloc(((size_t)n->unit_count + 1) * sizeof *states) : NULL;
	uint64_t *shares = n ? calloc((size_t)n->unit_count + 1, sizeof *shares) : NULL;
	uint32_t best = INDEX_NONE;
	uint64_t all = 0;
	bool const ok = states && shares && top && image_snapshot(t->im, parent->node, states);
	for (uint32_t u = now.begin + 1; ok && u < now.end; u++) {
		struct index_link const link = image_link(t->im, parent, u);
		uint32_t const size = body_size(t, now.node, u);
		all += size;
		if (link.old >= link.old_end || link.old >= n->unit_count)
			continue;
		uint32_t const old = enclosing(t, states, link.old, top);
		if (old == INDEX_NONE)
			continue;
		shares[old] += size;
		if (best == INDEX_NONE || shares[old] > shares[best])
			best = old;
	}
	/* Half of what is there now, or half of what was there and the number. */
	if (best != INDEX_NONE && shares[best] * 2 < all &&
	    (shares[best] * 2 < contents_size(t, extent_of(t->im, parent->node, best)) ||
	     !bytes_equal(tracing_label(t, now.node, now.begin),
	                  tracing_label(t, parent->node, best))))
		best = INDEX_NONE;
	free(states);
	free(shares);
	return best;
}

/* Is the parent's unit what another unit of this revision was? */
static bool goes_on_elsewhere(const struct tracing *t, const struct index_parent *parent,
                              struct extent now, uint32_t old)
{
	const struct index_node *n = image_node(t->im, now.node);
	for (uint32_t u = 0; n && u < n->unit_count; u++) {
		struct index_link const link = image_link(t->im, parent, u);
		if (u != now.begin && old >= link.old && old < link.old_end)
			return true;
	}
	return false;
}

/* The last heading of a title before a unit, or INDEX_NONE. */
static uint32_t heading_before(const struct tracing *t, uint32_t node, uint32_t unit,
                               redline_bytes title)
{
	for (uint32_t u = title.len ? unit : 0; u-- > 0;) {
		const struct index_state *s = unit_state(t->im, node, u);
		if (s && s->title && bytes_equal(image_string(t->im, s->title), title))
			return u;
	}
	return INDEX_NONE;
}

static redline_bytes section_of(const struct tracing *t, uint32_t node, uint32_t unit)
{
	const struct index_state *s = unit_state(t->im, node, unit);
	return s ? image_string(t->im, s->section) : (redline_bytes){"", 0};
}

/* What a heading was in a parent: what it is linked to, or, as what is very short has no
   links, the one of its title. */
static struct extent heading_was(const struct tracing *t, const struct index_parent *parent,
                                 uint32_t heading, redline_bytes title)
{
	struct index_link const link = image_link(t->im, parent, heading);
	const struct index_node *n = image_node(t->im, parent->node);
	if (link.old < link.old_end)
		return (struct extent){parent->node, link.old, link.old_end};
	uint32_t const same = n ? heading_before(t, parent->node, n->unit_count, title) : INDEX_NONE;
	return (struct extent){parent->node, same, same + (same != INDEX_NONE)};
}

/*
 * Does it stand under a heading that was there before, and not above it?  Its order
 * need not tell: where a long paragraph goes past a short section, the section is
 * what alignment holds for moved.
 */
static bool is_under_another(const struct tracing *t, const struct index_parent *parent,
                             uint32_t old, struct extent now)
{
	redline_bytes const was = section_of(t, parent->node, old);
	redline_bytes const is = section_of(t, now.node, now.begin);
	uint32_t const heading = bytes_equal(was, is)
	        ? INDEX_NONE : heading_before(t, now.node, now.begin, is);
	if (heading == INDEX_NONE)
		return false;
	struct extent const there = heading_was(t, parent, heading, is);
	uint32_t const above = heading_before(t, parent->node, old, was);
	return there.begin < there.end && (above < there.begin || above >= there.end);
}

static struct relation relate(struct text_tracing *x, const struct index_parent *parent,
                              struct extent now)
{
	const struct tracing *t = &x->t;
	struct relation r = {.node = parent->node};
	uint32_t old;
	bool moved;
	uint32_t const count = now.end - now.begin;
	if (image_run(t->im, parent, now.begin, count, &old, &moved) == count) {
		r.unit = old;
		r.old = (struct extent){parent->node, old, old + count};
		r.moved = moved;
		r.same = !moved;
		return r;
	}
	struct index_link link = image_link(t->im, parent, now.begin);
	if (link.old >= link.old_end && count > 1) {
		old = by_contents(t, parent, now);
		if (old != INDEX_NONE)
			link = (struct index_link){
			        .old = old, .old_end = old + 1,
			        .flags = goes_on_elsewhere(t, parent, now, old) ? LINK_SPLIT : 0};
	}
	if (link.old >= link.old_end)
		return r;
	take_tops(x, &r, link.old, link.old_end, now);
	r.split = link.flags & LINK_SPLIT;
	r.moved = (link.flags & LINK_MOVED) || is_under_another(t, parent, r.unit, now);
	r.edited = !same_words(t->im, r.old, now, x->t.scratch);
	r.renumbered = !bytes_equal(tracing_label(t, parent->node, r.unit),
	                            tracing_label(t, now.node, now.begin));
	r.same = !r.several && !r.split && !r.moved && !r.edited && !r.renumbered;
	return r;
}

static redline_event kind_of(const struct relation *r)
{
	return r->split ? REDLINE_SPLIT_OFF : r->several ? REDLINE_MERGED_IN
	       : r->moved ? REDLINE_MOVED : r->edited ? REDLINE_EDITED : REDLINE_RENUMBERED;
}

/* ---- beginnings ---- */

/* Which revision deleted a unit that last stood in `node`, before `until`. */
static uint32_t who_deleted(const struct tracing *t, uint32_t node, uint32_t unit, uint32_t until)
{
	for (uint32_t i = node + 1; i < until; i++) {
		const struct index_node *n = image_node(t->im, i);
		const struct index_burial *b = n ? image_at(t->im, n->burials, n->burial_count,
		                                            sizeof *b) : NULL;
		for (uint32_t k = 0; b && k < n->burial_count; k++)
			if (b[k].whole && b[k].node == node && b[k].unit == unit)
				return i;
	}
	return INDEX_NONE;
}

static const struct index_return *return_of(const struct tracing *t, struct extent now)
{
	const struct index_node *n = image_node(t->im, now.node);
	const struct index_return *r = image_at(t->im, n->returns, n->return_count, sizeof *r);
	for (uint32_t i = 0; r && i < n->return_count; i++)
		if (r[i].unit == now.begin)
			return &r[i];
	return NULL;
}

/* The text is back: a step here, one where it was deleted, and on from there. */
static void add_return(struct text_tracing *x, struct extent now, const struct index_return *r)
{
	struct tracing *t = &x->t;
	struct extent const old = extent_of(t->im, r->node, r->old_unit);
	uint32_t const struck = who_deleted(t, r->node, r->old_unit, now.node);
	struct trace_step *step = tracing_add(t, now.node, now, old);
	if (!step)
		return;
	step->kind = REDLINE_REINTRODUCED;
	step->struck = struck;
	step->edited = !same_words(t->im, old, now, t->scratch);
	step->renumbered = !bytes_equal(tracing_label(t, r->node, r->old_unit),
	                                tracing_label(t, now.node, now.begin));
	step->returned = tracing_returned(t, now);
	if (struck != INDEX_NONE &&
	    (step = tracing_add(t, struck, (struct extent){struck, 0, 0}, old)) != NULL)
		step->kind = REDLINE_DELETED;
	wait_for(x, r->node, r->old_unit);
}

/* Whose number a new text has taken, if that one is gone in the same revision. */
static struct extent replaced_by(const struct tracing *t, struct extent now,
                                 const struct index_parent *parent)
{
	struct extent none = {parent->node, 0, 0}, found = none;
	redline_bytes const label = tracing_label(t, now.node, now.begin);
	const struct index_link *links = image_at(t->im, parent->links, parent->link_count,
	                                          sizeof *links);
	const struct index_state *s = unit_state(t->im, now.node, now.begin);
	uint32_t count;
	uint32_t *others = label.len && s && (s->flags & STATE_NAMED)
	                           ? tracing_others(t, parent, &count) : NULL;
	for (uint32_t i = 0; others && i < count && found.begin == found.end; i++) {
		const struct index_state *was = unit_state(t->im, parent->node, others[i]);
		bool gone = was && (was->flags & STATE_NAMED) &&
		            bytes_equal(image_string(t->im, was->label), label);
		for (uint32_t k = 0; gone && links && k < parent->link_count; k++)
			gone = others[i] < links[k].old || others[i] >= links[k].old_end;
		if (gone)
			found = extent_of(t->im, parent->node, others[i]);
	}
	free(others);
	return found;
}

static void add_beginning(struct text_tracing *x, struct extent now,
                          const struct index_parent *parents, uint32_t parent_count)
{
	struct tracing *t = &x->t;
	const struct index_return *r = return_of(t, now);
	if (r && r->node < now.node) {
		add_return(x, now, r);
		return;
	}
	struct extent old = {now.node, 0, 0};
	if (parent_count)
		old = replaced_by(t, now, &parents[0]);
	struct trace_step *step = tracing_add(t, now.node, now, old);
	if (!step)
		return;
	step->kind = old.end > old.begin ? REDLINE_REPLACED : REDLINE_CREATED;
	step->edited = true;
	tracing_words(t, (uint32_t)t->out->steps.len - 1);
}

/* ---- one place ---- */

static void add_step(struct text_tracing *x, struct extent now, const struct relation *r)
{
	struct trace_step *step = tracing_add(&x->t, now.node, now, r->old);
	if (!step)
		return;
	step->was = r->unit;
	step->kind = kind_of(r);
	step->edited = r->edited;
	step->renumbered = r->renumbered;
	tracing_words(&x->t, (uint32_t)x->t.out->steps.len - 1);
}

static void look_at(struct text_tracing *x, struct place place)
{
	struct tracing *t = &x->t;
	const struct index_node *n = image_node(t->im, place.node);
	struct extent const now = extent_of(t->im, place.node, place.unit);
	const struct index_parent *parents = n ? image_parents(t->im, n) : NULL;
	bool same = false;
	const struct relation *first = NULL;
	if (!n || now.begin >= now.end || (n->parent_count && !parents)) {
		t->out->failed = true;
		return;
	}
	struct relation *r = calloc((size_t)n->parent_count + 1, sizeof *r);
	for (uint32_t p = 0; r && p < n->parent_count; p++) {
		if (parents[p].node >= place.node) {
			t->out->failed = true;
			continue;
		}
		r[p] = relate(x, &parents[p], now);
		same |= r[p].same;
		if (!first && r[p].old.end > r[p].old.begin)
			first = &r[p];
	}
	for (uint32_t p = 0; r && p < n->parent_count; p++)
		if (same ? r[p].same : r[p].old.end > r[p].old.begin)
			wait_for(x, r[p].node, r[p].unit);
	if (!first)
		add_beginning(x, now, parents, n->parent_count);
	else if (!same && (n->parent_count == 1 || tracing_is_new(t, now)))
		add_step(x, now, first);
	t->out->failed |= !r;
	free(r);
}

static int newest_first(const void *a, const void *b)
{
	const struct trace_step *x = a, *y = b;
	if (x->node != y->node)
		return x->node > y->node ? -1 : 1;
	return x->now.begin < y->now.begin ? -1 : x->now.begin > y->now.begin;
}

void trace_text(struct trace *out, const struct paragraph *p)
{
	struct text_tracing x = {.t = {.im = &p->index.image, .out = out}};
	*out = (struct trace){0};
	wait_for(&x, p->node, p->unit);
	while (x.waiting.len && !out->failed)
		look_at(&x, take_place(&x));
	if (out->steps.len)
		qsort(out->steps.at, out->steps.len, sizeof *out->steps.at, newest_first);
	VEC_RELEASE(&x.waiting);
	tracing_release(&x.t);
}

void trace_release(struct trace *t)
{
	VEC_RELEASE(&t->steps);
}
