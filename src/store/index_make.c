/*
 * index_make.c -- revisions put into an index.  See index_make.h.
 *
 * For each revision: its text is read into a side (index_side.h), the sides of its
 * parents are at hand or are loaded from the image, lineage_step says what became of
 * what, and a chunk is written (index_write.c).
 *
 * A text that can't be read (it is no UTF-8, holds NUL bytes or is too large) is taken
 * to be as in the first parent: what changed in it is seen when the next text that can
 * be read comes, and credited to that revision.
 */
#include "index_make.h"

#include <stdlib.h>
#include <string.h>

#include "index_side.h"
#include "index_write.h"

enum { SIDES_BYTES = 48 << 20 };

struct maker {
	struct index_image *im;
	const struct walk *walk;
	struct lineage *lineage;
	VEC(struct side *) sides;  /* of those that are still needed, as far as they fit */
	uint32_t *children;        /* by node: how many are to come */
	bool *has_child;
	uint32_t childless;
	uint64_t clock;
};

/* ---- what is there already ---- */

static bool bury_all(struct maker *m, const struct index_node *node)
{
	const struct index_burial *b = image_at(m->im, node->burials, node->burial_count, sizeof *b);
	if (node->burial_count && !b)
		return false;
	for (uint32_t i = 0; i < node->burial_count; i++, b++) {
		const uint64_t *hashes = image_at(m->im, b->hashes, b->count, sizeof *hashes);
		const lineage_origin *origins = image_at(m->im, b->origins, b->count,
		                                         sizeof *origins);
		if (b->count && (!hashes || !origins))
			return false;
		if (!lineage_bury(m->lineage, b->node, b->unit, b->whole, hashes, origins, b->count))
			return false;
	}
	return true;
}

static bool note_parent(struct maker *m, uint32_t parent, uint32_t node)
{
	if (parent >= node)
		return false;
	m->childless -= !m->has_child[parent];
	m->has_child[parent] = true;
	return true;
}

static bool take_up(struct maker *m, uint32_t number)
{
	const struct index_node *node = image_node(m->im, number);
	const struct index_parent *parents = image_parents(m->im, node);
	if (node->parent_count && !parents)
		return false;
	for (uint32_t i = 0; i < node->parent_count; i++)
		if (!note_parent(m, parents[i].node, number))
			return false;
	m->childless++;
	return bury_all(m, node);
}

static bool begin(struct maker *m)
{
	size_t const all = (size_t)m->walk->first + m->walk->count + 1;
	m->lineage = lineage_new();
	m->children = calloc(all, sizeof *m->children);
	m->has_child = calloc(all, sizeof *m->has_child);
	if (!m->lineage || !m->children || !m->has_child || m->im->nodes.len != m->walk->first)
		return false;
	for (uint32_t i = 0; i < m->walk->first; i++)
		if (!take_up(m, i))
			return false;
	for (uint32_t i = 0; i < m->walk->count; i++)
		for (uint32_t p = 0; p < m->walk->at[i].parent_count; p++)
			m->children[m->walk->at[i].parents[p]]++;
	return true;
}

struct maker *maker_new(struct index_image *im, const struct walk *walk)
{
	struct maker *m = calloc(1, sizeof *m);
	if (!m)
		return NULL;
	m->im = im;
	m->walk = walk;
	if (begin(m))
		return m;
	maker_free(m);
	return NULL;
}

void maker_free(struct maker *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < m->sides.len; i++)
		side_free(m->sides.at[i]);
	VEC_RELEASE(&m->sides);
	lineage_free(m->lineage);
	free(m->children);
	free(m->has_child);
	free(m);
}

/* ---- sides at hand ---- */

static bool keep(struct maker *m, struct side *side)
{
	struct side **slot = VEC_PUSH(&m->sides);
	if (slot)
		*slot = side;
	else
		side_free(side);
	return slot != NULL;
}

static struct side *side_of(struct maker *m, uint32_t node)
{
	struct side *side = NULL;
	for (size_t i = 0; i < m->sides.len && !side; i++)
		if (m->sides.at[i]->node == node)
			side = m->sides.at[i];
	if (!side) {
		side = side_load(m->im, node);
		if (!side || !keep(m, side))
			return NULL;
	}
	side->last_use = ++m->clock;
	return side;
}

static void drop(struct maker *m, size_t at)
{
	side_free(m->sides.at[at]);
	m->sides.at[at] = m->sides.at[--m->sides.len];
}

/* Those that nothing to come has as a parent, and the longest unused if they are many. */
static void drop_sides(struct maker *m)
{
	size_t total = 0;
	for (size_t i = m->sides.len; i-- > 0;) {
		if (!m->children[m->sides.at[i]->node])
			drop(m, i);
		else
			total += side_size(m->sides.at[i]);
	}
	while (total > SIDES_BYTES && m->sides.len > 1) {
		size_t oldest = 0;
		for (size_t i = 1; i < m->sides.len; i++)
			if (m->sides.at[i]->last_use < m->sides.at[oldest]->last_use)
				oldest = i;
		total -= side_size(m->sides.at[oldest]);
		drop(m, oldest);
	}
}

/* ---- one revision ---- */

/* A copy of the first parent's text stands for one that can't be read. */
static redline_status stand_in(struct maker *m, const struct walk_node *node, struct side **out)
{
	struct side *parent = node->parent_count ? side_of(m, node->parents[0]) : NULL;
	if (node->parent_count && !parent)
		return REDLINE_NO_MEMORY;
	redline_bytes const text = parent ? redline_draft_text(parent->draft)
	                                  : (redline_bytes){"", 0};
	char *copy = malloc(text.len + 1);
	if (!copy)
		return REDLINE_NO_MEMORY;
	memcpy(copy, text.ptr, text.len);
	return side_new(out, copy, text.len);
}

static redline_status read_side(struct maker *m, const struct walk_node *node, char *text,
                                size_t length, struct side **out, uint32_t *flags)
{
	if (!text) {
		text = malloc(1);
		*flags |= NODE_GONE;
		if (!text)
			return REDLINE_NO_MEMORY;
	}
	redline_status const status = side_new(out, text, length);
	if (status == REDLINE_OK || status == REDLINE_NO_MEMORY)
		return status;
	*flags |= NODE_UNSEEN;
	return stand_in(m, node, out);
}

/* Every unit's strand: a parent's own, or a copy of what the step made. */
static bool take_strands(struct side *side, const struct lineage_step *step,
                         struct side *const *parents, uint32_t parent_count)
{
	for (uint32_t u = 0; u < side->units.count; u++) {
		struct strand *found = NULL;
		for (uint32_t p = 0; p < parent_count && !found; p++) {
			const struct lineage_link *link = &step->links[p][u];
			for (uint32_t o = link->begin; o < link->end && !found; o++)
				if (parents[p]->views[o] == step->strands[u])
					found = parents[p]->strands[o];
		}
		if (found)
			found->uses++;
		else
			found = strand_copy(step->strands[u]);
		if (!found)
			return false;
		side->strands[u] = found;
		side->views[u] = &found->strand;
	}
	return true;
}

static uint32_t note_node(struct maker *m, const struct walk_node *node, uint32_t number)
{
	for (uint32_t i = 0; i < node->parent_count; i++) {
		(void)note_parent(m, node->parents[i], number);
		m->children[node->parents[i]]--;
	}
	return ++m->childless == 1 ? NODE_CLOSED : 0;
}

static redline_status add(struct maker *m, const struct walk_node *node, struct side *side,
                          uint32_t flags)
{
	/* Of a text that wasn't seen, only the first parent's counts. */
	uint32_t const count = flags & NODE_UNSEEN && node->parent_count ? 1 : node->parent_count;
	struct arena arena = {0};
	struct lineage_step step;
	struct side **parents = arena_array(&arena, count, sizeof *parents);
	struct lineage_side *sides = arena_array(&arena, count, sizeof *sides);
	redline_status status = REDLINE_NO_MEMORY;
	for (uint32_t i = 0; i < count && sides; i++) {
		parents[i] = side_of(m, node->parents[i]);
		if (!parents[i])
			goto out;
		sides[i] = (struct lineage_side){&parents[i]->units, parents[i]->views,
		                                 parents[i]->node};
	}
	struct lineage_side const now = {&side->units, NULL, side->node};
	if (!sides || !lineage_step(m->lineage, &step, &arena, sides, count, &now) ||
	    !take_strands(side, &step, parents, count))
		goto out;
	flags |= note_node(m, node, side->node) | (node->same ? NODE_SAME : 0);
	struct index_job const job = {.node = node, .side = side, .parents = parents,
	                              .step_parents = count, .step = &step, .flags = flags};
	if (index_write(m->im, &job) && bury_all(m, image_node(m->im, side->node)))
		status = REDLINE_OK;
out:
	arena_release(&arena);
	return status;
}

redline_status maker_add(struct maker *m, const struct walk_node *node, char *text,
                         size_t length)
{
	struct side *side = NULL;
	uint32_t flags = 0;
	redline_status status = read_side(m, node, text, length, &side, &flags);
	if (status != REDLINE_OK)
		return status;
	side->node = (uint32_t)m->im->nodes.len;
	side->last_use = ++m->clock;
	status = add(m, node, side, flags);
	if (status != REDLINE_OK) {
		side_free(side);
		return status;
	}
	if (!keep(m, side))
		return REDLINE_NO_MEMORY;
	drop_sides(m);
	return REDLINE_OK;
}
