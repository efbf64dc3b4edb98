/*
 * lineage.c -- from one revision to the next.  See lineage.h.
 *
 * In this order:
 *   1. the units are aligned with those of each parent; what is the same keeps its
 *      strand, and its tokens are not even read (lineage_links.c);
 *   2. of the others the words are aligned, and kept ones keep their origins; short
 *      parts of splits and merges are added (lineage_parts.c);
 *   3. of the words that nobody has yet, those are found that moved past what
 *      alignment sees: whole units (lineage_return.c), passages (lineage_passage.c),
 *      phrases inside a unit (lineage_revive.c);
 *   4. then those that are back: in their place (lineage_revive.c), units and
 *      passages that were buried;
 *   5. what is nobody's then is the revision's own; strands and burials are made
 *      (lineage_strand.c).
 *
 * Steps 3 and 4 cost something only if there are new words, and something was struck.
 */
#include "engine/lineaging.h"

#include <stdlib.h>

struct token_rules const lineage_rules = {.fold_case = true};

struct lineage *lineage_new(void)
{
	struct lineage *l = calloc(1, sizeof *l);
	if (!l)
		return NULL;
	l->words.exact = true;
	l->buried.block = l->buried.stride = l->here.block = l->here.stride = PASSAGE_WORDS / 2;
	l->near.block = l->near.stride = 1;
	return l;
}

void lineage_free(struct lineage *l)
{
	if (!l)
		return;
	recall_release(&l->buried);
	recall_release(&l->here);
	recall_release(&l->near);
	words_release(&l->words);
	diff_release(&l->diff);
	VEC_RELEASE(&l->run);
	VEC_RELEASE(&l->ghost_memos);
	VEC_RELEASE(&l->ghost_origins);
	strip_release(&l->gone);
	strip_release(&l->come);
	VEC_RELEASE(&l->sources);
	VEC_RELEASE(&l->targets);
	VEC_RELEASE(&l->found);
	VEC_RELEASE(&l->ghosts);
	VEC_RELEASE(&l->items);
	VEC_RELEASE(&l->burials);
	VEC_RELEASE(&l->returns);
	free(l);
}

/* ---- what a step needs ---- */

#define VEC_CLEAR(v) ((v)->len = 0, (v)->failed = false)

static void clear(struct lineage *l)
{
	strip_clear(&l->gone);
	strip_clear(&l->come);
	VEC_CLEAR(&l->sources);
	VEC_CLEAR(&l->targets);
	VEC_CLEAR(&l->found);
	VEC_CLEAR(&l->ghosts);
	VEC_CLEAR(&l->run);
	VEC_CLEAR(&l->ghost_memos);
	VEC_CLEAR(&l->ghost_origins);
	VEC_CLEAR(&l->items);
	VEC_CLEAR(&l->burials);
	VEC_CLEAR(&l->returns);
}

static bool prepare(struct step *s)
{
	size_t const units = s->side->units->count, parents = s->parent_count;
	clear(s->l);
	s->number = ++s->l->steps;
	s->unit_links = arena_array(s->arena, parents, sizeof *s->unit_links);
	s->strands = arena_array(s->arena, units, sizeof *s->strands);
	s->links = calloc(parents + 1, sizeof *s->links);
	s->kept = calloc(parents * units + 1, sizeof *s->kept);
	s->target_of = malloc((units + 1) * sizeof *s->target_of);
	if (!s->unit_links || !s->strands || !s->links || !s->kept || !s->target_of)
		return false;
	memset(s->target_of, 0xFF, units * sizeof *s->target_of);
	return true;
}

static void release(struct step *s)
{
	for (uint32_t p = 0; s->links && p < s->parent_count; p++)
		links_release(&s->links[p]);
	free(s->links);
	free(s->kept);
	free(s->target_of);
}

/* ---- what comes out ---- */

static bool hand_over(struct step *s)
{
	struct lineage *l = s->l;
	struct lineage_burial *burials =
	    arena_array(s->arena, l->burials.len, sizeof *burials);
	struct lineage_return *returns =
	    arena_array(s->arena, l->returns.len, sizeof *returns);
	if (!burials || !returns)
		return false;
	if (l->burials.len)
		memcpy(burials, l->burials.at, l->burials.len * sizeof *burials);
	if (l->returns.len)
		memcpy(returns, l->returns.at, l->returns.len * sizeof *returns);
	*s->out = (struct lineage_step){
		.links = (const struct lineage_link *const *)s->unit_links,
		.strands = s->strands,
		.burials = burials, .burial_count = (uint32_t)l->burials.len,
		.returns = returns, .return_count = (uint32_t)l->returns.len,
	};
	return true;
}

static bool run(struct step *s)
{
	static bool (*const parts[])(struct step *) = {
		prepare, lineage_link_units, lineage_settle, lineage_match, lineage_grow_parts,
		lineage_move_units, lineage_move_passages, lineage_take_edited_parts,
		lineage_revive, lineage_return_units, lineage_return_passages, lineage_make_strands, lineage_make_burials, hand_over,
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!parts[i](s))
			return false;
	return true;
}

bool lineage_step(struct lineage *l, struct lineage_step *out, struct arena *arena,
                  const struct lineage_side *parents, uint32_t parent_count,
                  const struct lineage_side *side)
{
	struct step s = {.l = l, .out = out, .arena = arena, .parents = parents,
	                 .parent_count = parent_count, .side = side};
	*out = (struct lineage_step){0};
	bool const ok = run(&s);
	release(&s);
	return ok;
}

bool lineage_bury(struct lineage *l, uint32_t revision, uint32_t unit, bool whole,
                  const uint64_t *hashes, const lineage_origin *origins, uint32_t count)
{
	struct passage *p = recall_add(&l->buried);
	if (p)
		*p = (struct passage){.memos = hashes, .origins = origins, .count = count,
		                      .whole = whole, .revision = revision, .unit = unit,
		                      .kind = PASSAGE_BURIED};
	return p;
}
