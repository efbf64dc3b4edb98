/*
 * lineage_return.c -- units that come with no parent, but were there: elsewhere in a
 * parent until this step, or struck before.  See lineaging.h.
 *
 * Alignment would rather miss a move than invent one, since a redline shows it.  A
 * lineage asks who wrote the words, and of a unit that went and one much like it that
 * came the answer is the same whether somebody moved it or typed it again.
 */
#include "engine/lineaging.h"

#include <assert.h>

enum {
	UNIT_WORDS = 6,  /* of shorter ones only the very same is back, or moved; */
	MOVED_WORDS = 3, /* and of still shorter ones none has moved */
	CANDIDATES = 4,
	SAME = 16,       /* copies that are looked at */
};

/* Of the words of both, those that both have, in order. */
static const float ALIKE_MOVED = 0.60f;
static const float ALIKE_RETURNED = 0.70f;

/* A deleted unit that may be one that has come. */
struct candidate {
	uint32_t passage; /* or NONE */
	bool failed;
};

/* How alike two texts are; below 0 if memory is out. */
static float likeness_of(struct lineage *l, const struct passage *p, const struct target *target)
{
	const uint64_t *memos = l->come.memos + target->first;
	uint32_t common = 0;
	uint32_t const words = recall_words(p->memos, p->count) + recall_words(memos, target->count);
	if (!diff_find(&l->diff, p->memos, p->count, memos, target->count))
		return -1;
	for (uint32_t r = 0; r < l->diff.run_count; r++)
		common += recall_words(memos + l->diff.runs[r].b, l->diff.runs[r].len);
	return words ? 2 * (float)common / (float)words : 0;
}

/*
 * The best of several units that said the same: the one behind that which came last,
 * so that a page of them returns in order; else of the youngest revision, the first.
 */
static uint32_t choose(const struct step *s, const struct recall *r, const uint32_t *same,
                       uint32_t count, const struct passage *last)
{
	uint32_t best = NONE;
	for (uint32_t i = 0; i < count; i++) {
		const struct passage *p = &r->passages.at[same[i]];
		if (!p->whole || p->taken == s->number)
			continue;
		if (last && p->revision == last->revision && p->unit == last->unit + 1)
			return same[i];
		const struct passage *other = best == NONE ? NULL : &r->passages.at[best];
		if (!other || (p->revision == other->revision && p->unit < other->unit))
			best = same[i];
	}
	return best;
}

/* The unit that a target is most likely one with. */
static struct candidate find_unit(struct step *s, struct recall *r, const struct target *target,
                                  float least, const struct passage *last)
{
	struct lineage *l = s->l;
	const uint64_t *memos = l->come.memos + target->first;
	uint32_t found[SAME];
	uint32_t count = recall_same(r, memos, target->count, found, SAME);
	struct candidate best = {choose(s, r, found, count, last), false};
	if (best.passage != NONE || recall_words(memos, target->count) < UNIT_WORDS)
		return best;
	count = recall_alike(r, memos, target->count, found, CANDIDATES);
	for (uint32_t i = 0; i < count; i++) {
		const struct passage *p = &r->passages.at[found[i]];
		if (p->taken == s->number || recall_words(p->memos, p->count) < UNIT_WORDS)
			continue;
		float const is = likeness_of(l, p, target);
		if (is < 0)
			return (struct candidate){NONE, true};
		if (is < least)
			continue;
		best.passage = found[i];
		least = is + 0.001f; /* another one must be better */
	}
	return best;
}

/* Has it words, no unit of a parent, and is most of it nobody's still? */
static bool is_open(const struct step *s, const struct target *target)
{
	const struct strip *come = &s->l->come;
	uint32_t words = 0, open = 0;
	for (uint32_t p = 0; p < s->parent_count; p++)
		if (s->unit_links[p][target->unit].begin < s->unit_links[p][target->unit].end)
			return false;
	for (uint32_t i = target->first; i < target->first + target->count; i++) {
		bool const word = !is_punctuation(come->memos[i]);
		words += word;
		open += word && come->origins[i] == NOBODY;
	}
	return words && 2 * open >= words;
}

/* ---- moved ---- */

static bool join_moved(struct step *s, const struct target *target, struct source *source)
{
	source->to = target->unit;
	source->to_end = target->unit + 1;
	source->come = target->first;
	source->come_end = target->first + target->count;
	return lineage_note_link(s, source->parent,
	                         &(struct link){.a = source->begin, .a_end = source->end,
	                                        .b = target->unit, .b_end = target->unit + 1,
	                                        .moved = true}) &&
	       lineage_match_source(s, source);
}

bool lineage_move_units(struct step *s)
{
	struct lineage *l = s->l;
	recall_clear(&l->here);
	for (uint32_t i = 0; i < l->sources.len; i++)
		if (!source_lives(&l->sources.at[i]) && !passage_add_struck(l, &l->here, i, MOVED_WORDS))
			return false;
	for (size_t i = 0; l->here.passages.len && i < l->targets.len; i++) {
		const struct target *target = &l->targets.at[i];
		if (target->count < MOVED_WORDS || !is_open(s, target))
			continue;
		if (!recall_index(&l->here))
			return false;
		struct candidate const it = find_unit(s, &l->here, target, ALIKE_MOVED, NULL);
		if (it.passage == NONE && !it.failed)
			continue;
		struct passage *p = it.failed ? NULL : &l->here.passages.at[it.passage];
		if (!p || !join_moved(s, target, &l->sources.at[p->unit]))
			return false;
		p->taken = s->number;
	}
	return true;
}

/* ---- returned ---- */

/* What had been struck in a unit before it was deleted. */
static bool add_ghosts(struct lineage *l, const struct passage *p, struct source *source)
{
	uint32_t before = 0;
	for (uint32_t i = 0; i < p->count; i++) {
		bool const struck = p->memos[i] & MEMO_STRUCK;
		struct ghost *ghost = struck ? VEC_PUSH(&l->ghosts) : NULL;
		before += !struck;
		if (ghost)
			*ghost = (struct ghost){p->memos[i] & ~(uint64_t)MEMO_STRUCK, p->origins[i], before,
			                        false};
		else if (struck)
			return false;
	}
	source->ghost_count = (uint32_t)l->ghosts.len - source->ghosts;
	return true;
}

static bool add_return(struct step *s, const struct target *target, const struct passage *p)
{
	struct lineage *l = s->l;
	struct lineage_return *it = VEC_PUSH(&l->returns);
	struct source *source = VEC_PUSH(&l->sources);
	if (!it || !source)
		return false;
	*it = (struct lineage_return){target->unit, p->revision, p->unit};
	*source = (struct source){
		.parent = NONE, .to = target->unit, .to_end = target->unit + 1,
		.first = l->gone.tokens.count,
		.come = target->first, .come_end = target->first + target->count,
		.ghosts = (uint32_t)l->ghosts.len,
	};
	if (!strip_add_buried(&l->gone, p->memos, p->origins, p->count))
		return false;
	source->count = l->gone.tokens.count - source->first;
	return add_ghosts(l, p, source);
}

/* The words that both have are the old ones. */
static bool match_return(struct lineage *l, const struct source *source)
{
	uint32_t const count = source->come_end - source->come;
	if (!diff_find(&l->diff, l->gone.memos + source->first, source->count,
	               l->come.memos + source->come, count))
		return false;
	for (uint32_t r = 0; r < l->diff.run_count; r++) {
		struct diff_run const run = l->diff.runs[r];
		for (uint32_t k = 0; k < run.len; k++) {
			uint32_t const gone = source->first + run.a + k, come = source->come + run.b + k;
			l->gone.mates[gone] = come;
			if (l->come.origins[come] == NOBODY)
				l->come.origins[come] = l->gone.origins[gone] | 1;
		}
	}
	return true;
}

bool lineage_return_units(struct step *s)
{
	struct lineage *l = s->l;
	const struct passage *last = NULL;
	bool const may = s->parent_count && l->buried.passages.len;
	for (size_t i = 0; may && i < l->targets.len; i++) {
		const struct target *target = &l->targets.at[i];
		if (!is_open(s, target))
			continue;
		if (!recall_index(&l->buried))
			return false;
		struct candidate const it = find_unit(s, &l->buried, target, ALIKE_RETURNED, last);
		if (it.failed)
			return false;
		if (it.passage == NONE)
			continue;
		struct passage *p = &l->buried.passages.at[it.passage];
		p->taken = s->number;
		last = p;
		if (!add_return(s, target, p) ||
		    !match_return(l, &l->sources.at[l->sources.len - 1]) ||
		    !lineage_revive_source(s, (uint32_t)l->sources.len - 1))
			return false;
	}
	return true;
}
