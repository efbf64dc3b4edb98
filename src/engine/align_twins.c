/*
 * align_twins.c -- units of the same words that are not written the same.  See
 * aligning.h.
 *
 * A paragraph may stand in a text twice, each copy wrapped in its own way, and in the
 * other text the other way round.  By its bytes the first copy is the other text's
 * second one, beyond doubt, and would have moved, though nothing but line ends has
 * changed.  So once the chain is known: where it leaves out units of the same words on
 * both sides, every unit of these words may be every other one, and the chain decides
 * anew.
 *
 * Of units that stand on both sides byte for byte no tokens were read.  A sketch, of
 * their last characters, says for which of them that must be made up for: for few.
 */
#include "engine/aligning.h"

#include <stdlib.h>

#include "engine/fold.h"

enum { ENDING = 16 }; /* characters of a unit that are looked at */

/* Twins of one hash, those of a before those of b. */
struct group {
	struct twin *at;
	uint32_t count, a_count;
	bool left; /* units of both sides are */
};

/* ---- lists ---- */

static int by_hash(const void *x, const void *y)
{
	const struct twin *p = x, *q = y;
	if (p->hash != q->hash)
		return p->hash < q->hash ? -1 : 1;
	if (p->in_b != q->in_b)
		return p->in_b ? 1 : -1;
	return p->unit < q->unit ? -1 : p->unit > q->unit;
}

void align_sort_twins(twin_vec *list)
{
	if (list->len)
		qsort(list->at, list->len, sizeof *list->at, by_hash);
}

static struct group group_from(const twin_vec *list, size_t first)
{
	struct group g = {list->at + first, 0, 0, false};
	bool left[2] = {false, false};
	for (; first + g.count < list->len && g.at[g.count].hash == g.at[0].hash; g.count++) {
		g.a_count += !g.at[g.count].in_b;
		left[g.at[g.count].in_b] |= g.at[g.count].left;
	}
	g.left = left[0] && left[1];
	return g;
}

/* Keeps, of a sorted list, the groups of at least so many units that may change. */
static void keep_groups(twin_vec *list, uint32_t least)
{
	size_t kept = 0;
	for (size_t i = 0; i < list->len;) {
		struct group const g = group_from(list, i);
		i += g.count;
		if (!g.left || g.count < least)
			continue;
		memmove(list->at + kept, g.at, g.count * sizeof *g.at);
		kept += g.count;
	}
	list->len = kept;
}

/* ---- sketches ---- */

/* The same for units that differ in white space only. */
static uint64_t sketch_of(const struct units *u, uint32_t unit)
{
	redline_bytes const body = unit_body(u, unit);
	uint64_t hash = 0;
	unsigned size = 1;
	for (size_t at = body.len, n = 0; at > 0 && n < ENDING; at -= size) {
		uint32_t cp = (unsigned char)body.ptr[at - 1];
		if (cp >= 0x80)
			cp = utf8_before(body, at, &size);
		else
			size = 1;
		if (cp < 0x80 ? is_space((char)cp) || cp == '>' : is_space_char(cp))
			continue; /* ">": perhaps a quotation's */
		hash = (hash ^ cp) * 0x9E3779B97F4A7C15u;
		n++;
	}
	return hash;
}

static bool has_sketch(const twin_vec *list, size_t count, uint64_t sketch)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t const mid = low + (high - low) / 2;
		if (list->at[mid].hash < sketch)
			low = mid + 1;
		else
			high = mid;
	}
	return low < count && list->at[low].hash == sketch;
}

/*
 * Lists the units of a side that are in the chain, or those that are not.  Of those in
 * it, the ones whose sketch is among the first `known` of the list, which are sorted.
 */
static void list_units(twin_vec *list, const struct aligner *al, bool in_b, const bool *chained,
                       size_t known)
{
	const struct units *u = in_b ? al->b : al->a;
	uint32_t const end = in_b ? al->b_end : al->a_end;
	for (uint32_t i = in_b ? al->b_begin : al->a_begin; i < end; i++) {
		if (chained[i] != (known > 0) || u->at[i].bare)
			continue;
		uint64_t const sketch = sketch_of(u, i);
		struct twin *it = !known || has_sketch(list, known, sketch) ? VEC_PUSH(list) : NULL;
		if (it)
			*it = (struct twin){sketch, i, in_b, !known};
	}
}

/* All that may have the words of something left out on both sides, by their sketches. */
static void list_alike(twin_vec *list, const struct aligner *al, const bool *a_chained,
                       const bool *b_chained)
{
	list_units(list, al, false, a_chained, 0);
	list_units(list, al, true, b_chained, 0);
	align_sort_twins(list);
	keep_groups(list, 2);
	size_t const known = list->len;
	if (!known)
		return;
	list_units(list, al, false, a_chained, known);
	list_units(list, al, true, b_chained, known);
	align_sort_twins(list);
	keep_groups(list, 3);
}

/* ---- words ---- */

static void read_words(struct aligner *al, twin_vec *list)
{
	for (size_t i = 0; i < list->len; i++) {
		struct twin *it = &list->at[i];
		struct units *u = it->in_b ? al->b : al->a;
		units_read(u, it->unit);
		it->hash = u->at[it->unit].folded;
	}
	align_sort_twins(list);
	keep_groups(list, 3);
}

static bool has_pair(const struct aligner *al, const struct group *g)
{
	for (uint32_t i = 0; i < g->count; i++)
		if ((g->at[i].in_b ? al->b_pair : al->a_pair)[g->at[i].unit] != NONE)
			return true;
	return false;
}

static bool is_small(const struct group *g)
{
	return (uint64_t)g->a_count * (g->count - g->a_count) <= REPEATS;
}

/* Too many wait for their neighbours to be known, as all that is repeated does. */
static bool unpair(struct aligner *al, const twin_vec *list, bool *a_many, bool *b_many)
{
	bool some = false;
	struct group g;
	for (size_t i = 0; i < list->len; i += g.count) {
		g = group_from(list, i);
		if (is_small(&g) || !has_pair(al, &g))
			continue;
		for (uint32_t k = 0; k < g.count; k++)
			(g.at[k].in_b ? b_many : a_many)[g.at[k].unit] = true;
		some = true;
	}
	size_t kept = 0;
	for (size_t i = 0; some && i < al->pairs.len; i++) {
		struct chain_pair const pair = al->pairs.at[i];
		if (!a_many[pair.a] || !b_many[pair.b])
			al->pairs.at[kept++] = pair;
	}
	if (some)
		al->pairs.len = kept;
	return some;
}

static bool pair_all(struct aligner *al, const twin_vec *list)
{
	bool some = false;
	struct group g;
	for (size_t i = 0; i < list->len; i += g.count) {
		g = group_from(list, i);
		if (!is_small(&g) || !has_pair(al, &g))
			continue;
		for (uint32_t a = 0; a < g.a_count; a++)
			for (uint32_t b = g.a_count; b < g.count; b++)
				add_same_pair(al, g.at[a].unit, g.at[b].unit, true);
		some = true;
	}
	return some;
}

/* ---- the whole ---- */

static void note_chained(const struct aligner *al, bool *a_chained, bool *b_chained)
{
	for (size_t i = 0; i < al->pairs.len; i++) {
		const struct chain_pair *p = &al->pairs.at[i];
		a_chained[p->a] |= p->chosen;
		b_chained[p->b] |= p->chosen;
	}
}

bool align_twins(struct aligner *al)
{
	twin_vec list = {0};
	size_t const units = (size_t)al->a->count + al->b->count;
	bool *a_marked = calloc(units + 1, sizeof *a_marked);
	bool changed = false;
	if (a_marked) {
		bool *b_marked = a_marked + al->a->count;
		note_chained(al, a_marked, b_marked);
		list_alike(&list, al, a_marked, b_marked);
		read_words(al, &list);
		memset(a_marked, false, units);
		changed = unpair(al, &list, a_marked, b_marked);
		changed |= pair_all(al, &list);
	}
	al->failed |= !a_marked || list.failed;
	free(a_marked);
	VEC_RELEASE(&list);
	return changed;
}
