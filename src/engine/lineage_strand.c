/*
 * lineage_strand.c -- what comes out of a step: strands, and what is to be buried.
 * See lineaging.h.
 *
 * A word that was struck stands in its new strand before whatever came in its
 * stead, as old text stands before new.  A strand remembers a bounded number of
 * them, so that memory follows the text: those struck just now, and of the others
 * those of the youngest origin.
 */
#include "engine/lineaging.h"

#include <assert.h>
#include <stdlib.h>

enum {
	STRUCK_PER_WORD = 4, /* struck words that a strand remembers: so many a living token, */
	STRUCK_SPARE = 64,   /* and so many more */
	SAME = 16,           /* buried passages that are compared with one */
};

/* ---- struck words: from sources to units ---- */

/* The target that holds a come token; for the end of a source's, its last. */
static const struct target *target_at(const struct step *s, const struct source *source,
                                      uint32_t token)
{
	const struct target *at = &s->l->targets.at[s->target_of[source->to]];
	const struct target *last = &s->l->targets.at[s->target_of[source->to_end - 1]];
	while (at < last && token >= at->first + at->count)
		at++;
	return at;
}

static bool add_item(struct step *s, const struct source *source, uint32_t come, uint64_t hash,
                     lineage_origin origin, bool fresh)
{
	struct struck_item *item = VEC_PUSH(&s->l->items);
	if (!item)
		return false;
	const struct target *target = target_at(s, source, come);
	*item = (struct struck_item){
		.unit = target->unit, .before = come - target->first,
		.order = (uint32_t)s->l->items.len - 1, .parent = source->parent,
		.hash = hash, .origin = origin, .fresh = fresh,
	};
	return true;
}

/* A source's struck words, old and new, in their order. */
static bool list_struck(struct step *s, const struct source *source)
{
	struct lineage *l = s->l;
	const struct ghost *ghost = ghosts_of(l, source);
	const struct ghost *end = ghost ? ghost + source->ghost_count : NULL;
	uint32_t come = source->come; /* behind the last mate */
	for (uint32_t i = 0; i <= source->count; i++) {
		for (; ghost < end && ghost->before == i; ghost++)
			if (!ghost->back && !add_item(s, source, come, ghost->hash, ghost->origin, false))
				return false;
		if (i == source->count)
			break;
		uint32_t const gone = source->first + i, mate = l->gone.mates[gone];
		if (mate < MATE_MOVED)
			come = mate + 1;
		else if (mate == MATE_NONE && !add_item(s, source, come, l->gone.memos[gone],
		                                        l->gone.origins[gone], true))
			return false;
	}
	assert(ghost == end);
	return true;
}

static int by_place(const void *x, const void *y)
{
	const struct struck_item *p = x, *q = y;
	if (p->unit != q->unit)
		return p->unit < q->unit ? -1 : 1;
	if (p->before != q->before)
		return p->before < q->before ? -1 : 1;
	return p->order < q->order ? -1 : p->order > q->order;
}

static int by_word(const void *x, const void *y)
{
	const struct struck_item *p = x, *q = y;
	uint32_t const a = LINEAGE_REVISION(p->origin), b = LINEAGE_REVISION(q->origin);
	if (p->unit != q->unit)
		return p->unit < q->unit ? -1 : 1;
	if (p->hash != q->hash)
		return p->hash < q->hash ? -1 : 1;
	if (a != b)
		return a < b ? -1 : 1;
	if (p->parent != q->parent)
		return p->parent < q->parent ? -1 : 1;
	return p->order < q->order ? -1 : p->order > q->order;
}

static bool same_word(const struct struck_item *a, const struct struck_item *b)
{
	return a->unit == b->unit && a->hash == b->hash &&
	       LINEAGE_REVISION(a->origin) == LINEAGE_REVISION(b->origin);
}

/*
 * What several parents struck is remembered once: of one word as often as the
 * parent that has it most often.
 */
static void join_parents(struct lineage *l)
{
	struct struck_item *items = l->items.at;
	size_t kept = 0;
	for (size_t i = 0, end; i < l->items.len; i = end) {
		size_t const first = kept;
		for (end = i; end < l->items.len && same_word(&items[i], &items[end]);) {
			size_t const begin = end, have = kept - first;
			while (end < l->items.len && same_word(&items[i], &items[end]) &&
			       items[end].parent == items[begin].parent)
				end++;
			for (size_t k = begin + have; k < end; k++)
				items[kept++] = items[k];
		}
	}
	l->items.len = kept;
}

static bool list_all_struck(struct step *s)
{
	struct lineage *l = s->l;
	for (size_t i = 0; i < l->sources.len; i++)
		if (source_lives(&l->sources.at[i]) && !list_struck(s, &l->sources.at[i]))
			return false;
	if (!l->items.len)
		return true;
	if (s->parent_count > 1) {
		qsort(l->items.at, l->items.len, sizeof *l->items.at, by_word);
		join_parents(l);
	}
	qsort(l->items.at, l->items.len, sizeof *l->items.at, by_place);
	return true;
}

/* ---- not too many ---- */

/* Those that are forgotten last come first. */
static int by_worth(const void *x, const void *y)
{
	const struct struck_item *p = x, *q = y;
	if (p->fresh != q->fresh)
		return p->fresh ? -1 : 1;
	if (p->origin != q->origin)
		return p->origin > q->origin ? -1 : 1;
	return p->order > q->order ? -1 : p->order < q->order;
}

static uint32_t bound_items(struct struck_item *items, uint32_t count, uint32_t living)
{
	uint64_t const most = (uint64_t)STRUCK_PER_WORD * living + STRUCK_SPARE;
	if (count <= most)
		return count;
	qsort(items, count, sizeof *items, by_worth);
	qsort(items, (size_t)most, sizeof *items, by_place);
	return (uint32_t)most;
}

/* ---- strands ---- */

static const struct lineage_strand *make_strand(struct step *s, const struct target *target,
                                                const struct struck_item *items, uint32_t count)
{
	struct lineage_strand *strand = arena_alloc(s->arena, sizeof *strand);
	lineage_origin *origins = arena_array(s->arena, target->count, sizeof *origins);
	struct lineage_struck *struck = arena_array(s->arena, count, sizeof *struck);
	if (!strand || !origins || !struck)
		return NULL;
	for (uint32_t i = 0; i < target->count; i++) {
		lineage_origin const origin = s->l->come.origins[target->first + i];
		origins[i] = origin != NOBODY ? origin : LINEAGE_ORIGIN(s->side->revision, 0);
	}
	for (uint32_t i = 0; i < count; i++)
		struck[i] = (struct lineage_struck){items[i].hash, items[i].origin, items[i].before};
	*strand = (struct lineage_strand){origins, struck, target->count, count};
	return strand;
}

/* A parent's strand if it says the same, so that it need not be kept twice. */
static const struct lineage_strand *known_strand(const struct step *s, uint32_t unit,
                                                 const struct lineage_strand *strand)
{
	for (uint32_t p = 0; p < s->parent_count; p++) {
		const struct lineage_link *link = &s->unit_links[p][unit];
		if (link->end - link->begin != 1)
			continue;
		const struct lineage_strand *old = s->parents[p].strands[link->begin];
		if (strand_equal(old, strand))
			return old;
	}
	return strand;
}

bool lineage_make_strands(struct step *s)
{
	struct lineage *l = s->l;
	uint32_t item = 0;
	if (!list_all_struck(s))
		return false;
	for (size_t i = 0; i < l->targets.len; i++) {
		const struct target *target = &l->targets.at[i];
		uint32_t const first = item;
		while (item < l->items.len && l->items.at[item].unit == target->unit)
			item++;
		struct struck_item *items = item > first ? l->items.at + first : NULL;
		uint32_t const count = bound_items(items, item - first, target->count);
		const struct lineage_strand *strand = make_strand(s, target, items, count);
		if (!strand)
			return false;
		s->strands[target->unit] = known_strand(s, target->unit, strand);
	}
	return true;
}

/* ---- burials ---- */

/*
 * Of what a merge leaves out most was struck on the way to another of its parents,
 * and is buried already.
 */
static bool is_buried(const struct step *s, uint32_t begin, uint32_t end, bool whole)
{
	const struct lineage *l = s->l;
	uint32_t found[SAME];
	uint32_t const n = s->parent_count < 2 ? 0
	                                       : recall_same(&l->buried, l->gone.memos + begin,
	                                                     end - begin, found, SAME);
	for (uint32_t i = 0; i < n; i++) {
		const struct passage *p = &l->buried.passages.at[found[i]];
		uint32_t at = begin, k = 0;
		for (; k < p->count && at < end; k++) {
			if (p->memos[k] & MEMO_STRUCK)
				continue;
			if (p->memos[k] != l->gone.memos[at] ||
			    LINEAGE_REVISION(p->origins[k]) != LINEAGE_REVISION(l->gone.origins[at]))
				break;
			at++;
		}
		if (at == end && p->whole >= whole)
			return true;
	}
	return false;
}

/* The unit that a gone token of a source stood in. */
static uint32_t unit_of(const struct step *s, const struct source *source, uint32_t token)
{
	uint32_t at = source->first, unit = source->begin;
	for (; unit + 1 < source->end; unit++) {
		at += s->parents[source->parent].units->at[unit].count;
		if (token < at)
			break;
	}
	return unit;
}

/*
 * Gone tokens [begin, end) of a source, and if they are a whole unit what had been
 * struck in it.
 */
static bool bury(struct step *s, const struct source *source, uint32_t begin, uint32_t end,
                 bool whole)
{
	struct lineage *l = s->l;
	const struct ghost *ghost = ghosts_of(l, source);
	const struct ghost *last = whole && ghost ? ghost + source->ghost_count : ghost;
	uint32_t const most = end - begin + (whole ? source->ghost_count : 0);
	if (is_buried(s, begin, end, whole))
		return true;
	uint64_t *hashes = arena_array(s->arena, most, sizeof *hashes);
	lineage_origin *origins = arena_array(s->arena, most, sizeof *origins);
	struct lineage_burial *burial = VEC_PUSH(&l->burials);
	if (!hashes || !origins || !burial)
		return false;
	*burial = (struct lineage_burial){unit_of(s, source, begin), source->parent, whole, hashes,
	                                  origins, most};
	for (uint32_t i = begin; i <= end; i++) {
		for (; ghost < last && ghost->before == i - begin; ghost++) {
			*hashes++ = ghost->hash | MEMO_STRUCK;
			*origins++ = ghost->origin;
		}
		if (i < end) {
			*hashes++ = l->gone.memos[i];
			*origins++ = l->gone.origins[i];
		}
	}
	return true;
}

static uint32_t count_words(const struct lineage *l, uint32_t begin, uint32_t end)
{
	uint32_t n = 0;
	for (uint32_t i = begin; i < end; i++)
		n += !is_punctuation(l->gone.memos[i]);
	return n;
}

/* Every passage of a source that was struck. */
static bool bury_passages(struct step *s, const struct source *source)
{
	struct lineage *l = s->l;
	uint32_t const last = source->first + source->count;
	for (uint32_t begin = source->first, end; begin < last; begin = end + 1) {
		for (end = begin; end < last && l->gone.mates[end] == MATE_NONE;)
			end++;
		if (end - begin >= PASSAGE_WORDS && count_words(l, begin, end) >= PASSAGE_WORDS &&
		    !bury(s, source, begin, end, false))
			return false;
	}
	return true;
}

static bool is_deleted(const struct lineage *l, const struct source *source)
{
	uint32_t moved = 0;
	if (source_lives(source))
		return false;
	for (uint32_t i = 0; i < source->count; i++)
		moved += l->gone.mates[source->first + i] == MATE_MOVED;
	return 2 * moved <= source->count && count_words(l, source->first,
	                                                 source->first + source->count);
}

bool lineage_make_burials(struct step *s)
{
	struct lineage *l = s->l;
	if (s->parent_count > 1 && !recall_index(&l->buried))
		return false;
	for (size_t i = 0; i < l->sources.len; i++) {
		const struct source *source = &l->sources.at[i];
		if (source->parent == NONE)
			continue;
		bool const ok = is_deleted(l, source)
		                        ? bury(s, source, source->first, source->first + source->count, true)
		                        : bury_passages(s, source);
		if (!ok)
			return false;
	}
	return true;
}
