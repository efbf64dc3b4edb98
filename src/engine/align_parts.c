/*
 * align_parts.c -- one unit that became several, several that became one.  See
 * aligning.h.
 *
 * What the parts have is taken from what the whole has, so that no word pair counts
 * for two parts.  Linear in the tokens of the units looked at.
 */
#include "engine/aligning.h"

enum {
	SPLIT_PAIRS = 2, /* word pairs that make a part of a split */
	SEED_TOKENS = 6,
};

static const float SPLIT_SHARE = 0.60f; /* of a part's word pairs */

/* One unit that was split or that others became, and its parts so far. */
struct growth {
	struct units *whole, *parts;
	uint32_t unit;          /* of whole */
	uint32_t begin, end;    /* of parts */
};

/* Puts the whole in the bag and takes out the parts it has. */
static bool weigh_parts(struct aligner *al, const struct growth *g)
{
	units_read(g->whole, g->unit);
	for (uint32_t i = g->begin; i < g->end; i++)
		units_read(g->parts, i);
	if (g->whole->tokens.failed || g->parts->tokens.failed ||
	    !bag_fill(&al->bag, g->whole, g->unit))
		return false;
	for (uint32_t i = g->begin; i < g->end; i++)
		(void)bag_take(&al->bag, g->parts, i);
	return true;
}

/* Are most of a unit's word pairs what is left in the bag?  If so they are taken. */
static bool is_part(struct aligner *al, const struct growth *g, uint32_t part)
{
	if (g->parts->at[part].class != UNIT_TEXT)
		return false;
	units_read(g->parts, part);
	if (g->parts->tokens.failed)
		return false;
	struct shared const s = bag_take(&al->bag, g->parts, part);
	bool const is = s.b_pairs >= SPLIT_PAIRS &&
	                (float)s.pairs >= SPLIT_SHARE * (float)s.b_pairs;
	if (!is)
		bag_return(&al->bag);
	return is;
}

/*
 * Where a free unit's mate may stand so that nothing crosses: behind the mate of
 * the unit that stayed before it, and before the mate of the one behind it.
 */
static redline_range open_window(const struct aligner *al, bool of_b, uint32_t unit)
{
	const uint32_t *links = of_b ? al->b_link : al->a_link;
	uint32_t const count = of_b ? al->b->count : al->a->count;
	redline_range window = {0, of_b ? al->a->count : al->b->count};
	for (uint32_t i = unit; i > 0; i--) {
		const struct link *it = links[i - 1] == NONE ? NULL : &al->links.at[links[i - 1]];
		if (!it || it->moved)
			continue;
		window.begin = of_b ? it->a_end : it->b_end;
		break;
	}
	for (uint32_t i = unit + 1; i < count; i++) {
		const struct link *it = links[i] == NONE ? NULL : &al->links.at[links[i]];
		if (!it || it->moved)
			continue;
		window.end = of_b ? it->a : it->b;
		break;
	}
	return window;
}

void align_seed_parts(struct aligner *al, const uint32_t *wholes, uint32_t count,
                      const uint32_t *units, uint32_t unit_count, bool in_b)
{
	for (uint32_t i = 0; i < count; i++) {
		struct growth const g = {in_b ? al->a : al->b, in_b ? al->b : al->a, wholes[i], 0, 0};
		if (!is_free(al, !in_b, wholes[i]) || g.whole->at[wholes[i]].class != UNIT_TEXT ||
		    !weigh_parts(al, &g))
			continue;
		redline_range const window = open_window(al, !in_b, wholes[i]);
		for (uint32_t k = 0; k < unit_count; k++) {
			if (units[k] < window.begin || units[k] >= window.end ||
			    !is_free(al, in_b, units[k]))
				continue;
			units_read(g.parts, units[k]);
			if (g.parts->at[units[k]].count < SEED_TOKENS || !is_part(al, &g, units[k]))
				continue;
			link_units(al, in_b ? wholes[i] : units[k], in_b ? units[k] : wholes[i], false,
			           false);
			break;
		}
	}
}

/* A unit's words, from its first on or from its last back; punctuation is passed over. */
struct word_walk {
	const struct token *tokens;
	const uint64_t *hashes;
	uint32_t count, next;
	bool back;
};

static struct word_walk walk_words(const struct units *u, uint32_t unit, bool back)
{
	return (struct word_walk){unit_tokens(u, unit), unit_hashes(u, unit), u->at[unit].count, 0,
	                          back};
}

/* False at the end. */
static bool next_word(struct word_walk *w, uint64_t *hash)
{
	while (w->next < w->count) {
		uint32_t const i = w->back ? w->count - 1 - w->next : w->next;
		w->next++;
		*hash = w->hashes[i];
		if (token_counts(w->tokens[i]))
			return true;
	}
	return false;
}

/*
 * Are a part's words, however few, the first of the whole, or the last, while the
 * part beside it begins, or ends, otherwise?  So it is with "The Parties shall:"
 * in front of what became a list.
 */
static bool is_edge(const struct growth *g, uint32_t part, uint32_t beside, bool last)
{
	uint64_t of_part, of_whole, of_beside;
	if (g->parts->at[part].class != UNIT_TEXT)
		return false;
	units_read(g->parts, part);
	if (g->parts->tokens.failed)
		return false;
	struct word_walk whole = walk_words(g->whole, g->unit, last);
	struct word_walk words = walk_words(g->parts, part, last);
	struct word_walk other = walk_words(g->parts, beside, last);
	bool some = false;
	for (; next_word(&words, &of_part); some = true)
		if (!next_word(&whole, &of_whole) || of_whole != of_part ||
		    (!some && next_word(&other, &of_beside) && of_beside == of_part))
			return false;
	return some;
}

/* Grows a link of one unit of the one side by its neighbours on the other. */
static void grow_link(struct aligner *al, uint32_t index, bool in_b)
{
	struct link *it = &al->links.at[index];
	struct growth g = {in_b ? al->a : al->b, in_b ? al->b : al->a, in_b ? it->a : it->b,
	                   in_b ? it->b : it->a, in_b ? it->b_end : it->a_end};
	uint32_t *links = in_b ? al->b_link : al->a_link;
	if (g.whole->at[g.unit].class != UNIT_TEXT || !weigh_parts(al, &g))
		return;
	while (g.begin > 0 && is_free(al, in_b, g.begin - 1) && is_part(al, &g, g.begin - 1))
		links[--g.begin] = index;
	while (g.end < g.parts->count && is_free(al, in_b, g.end) && is_part(al, &g, g.end))
		links[g.end++] = index;
	uint32_t const first = g.begin, end = g.end;
	if (end - first > 1 && first > 0 && is_free(al, in_b, first - 1) &&
	    is_edge(&g, first - 1, first, false))
		links[--g.begin] = index;
	if (end - first > 1 && end < g.parts->count && is_free(al, in_b, end) &&
	    is_edge(&g, end, end - 1, true))
		links[g.end++] = index;
	*(in_b ? &it->b : &it->a) = g.begin;
	*(in_b ? &it->b_end : &it->a_end) = g.end;
}

static bool has_free_neighbour(const struct aligner *al, bool in_b, uint32_t begin, uint32_t end)
{
	uint32_t const count = in_b ? al->b->count : al->a->count;
	return (begin > 0 && is_free(al, in_b, begin - 1)) ||
	       (end < count && is_free(al, in_b, end));
}

void align_parts(struct aligner *al)
{
	for (uint32_t i = 0; i < al->links.len && !al->failed; i++) {
		const struct link *it = &al->links.at[i];
		if (it->exact || it->moved)
			continue;
		if (has_free_neighbour(al, true, it->b, it->b_end))
			grow_link(al, i, true);
		if (it->b_end - it->b == 1 && has_free_neighbour(al, false, it->a, it->a_end))
			grow_link(al, i, false);
	}
}
