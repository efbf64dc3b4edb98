/*
 * lineage_revive.c -- words that moved inside a unit, and words that were struck in
 * it and are back.  See lineaging.h.
 *
 * Between two words that were kept stand the words that were once struck there and
 * those that have come.  Of what both have in common, in order, a run is taken for
 * old words that are back if it
 *   - is all that has come there; or
 *   - has two words or more, one of which carries weight, or four of any kind; or
 *   - is one word that carries weight, and not much else has come with it.
 * A lone "the" among new words is new.
 */
#include "engine/lineaging.h"

enum {
	BACK_WORDS = 2, /* in a row, with one that carries weight */
	BACK_ANY = 4,   /* of any kind */
	BACK_AMONG = 6, /* words that come with a lone one */
};

/* ---- in their place ---- */

/* Ghosts and come tokens between two words that were kept. */
struct gap {
	uint32_t ghost, ghost_end;
	uint32_t come, come_end;
};

/* Words of a gap that are nobody's. */
static struct weight weigh_news(const struct step *s, const struct gap *gap)
{
	struct weight w = {0};
	for (uint32_t i = gap->come; i < gap->come_end; i++)
		if (s->l->come.origins[i] == NOBODY && !is_punctuation(s->l->come.memos[i]))
			weight_add(&w, s, i);
	return w;
}

static bool are_back(struct weight back, struct weight news)
{
	if (back.halves == news.halves || back.halves >= 2 * BACK_ANY)
		return true;
	return back.heavy && (back.halves >= 2 * BACK_WORDS || news.halves <= 2 * BACK_AMONG);
}

/* So many ghosts and come tokens in a row are the same, and nobody's. */
static void revive_run(struct step *s, uint32_t ghost, uint32_t come, uint32_t count,
                       struct weight news)
{
	struct lineage *l = s->l;
	struct weight back = {0};
	for (uint32_t i = 0; i < count; i++)
		if (!is_punctuation(l->come.memos[come + i]))
			weight_add(&back, s, come + i);
	if (!are_back(back, news))
		return;
	for (uint32_t i = 0; i < count; i++) {
		l->ghosts.at[ghost + i].back = true;
		l->come.origins[come + i] = l->ghosts.at[ghost + i].origin | 1;
	}
}

/* What another parent has kept was never struck there. */
static void settle_run(struct step *s, uint32_t ghost, uint32_t come, uint32_t count,
                       struct weight news)
{
	struct lineage *l = s->l;
	for (uint32_t i = 0, end; i < count; i = end + 1) {
		for (end = i; end < count && l->come.origins[come + end] == NOBODY;)
			end++;
		if (end > i)
			revive_run(s, ghost + i, come + i, end - i, news);
		if (end < count)
			l->ghosts.at[ghost + end].back |= LINEAGE_REVISION(l->come.origins[come + end]) ==
			                                  LINEAGE_REVISION(l->ghosts.at[ghost + end].origin);
	}
}

static bool revive_gap(struct step *s, const struct gap *gap)
{
	struct lineage *l = s->l;
	if (gap->ghost == gap->ghost_end || gap->come == gap->come_end)
		return true;
	struct weight const news = weigh_news(s, gap);
	if (!diff_find(&l->diff, l->ghost_memos.at + gap->ghost, gap->ghost_end - gap->ghost,
	               l->come.memos + gap->come, gap->come_end - gap->come))
		return false;
	for (uint32_t r = 0; r < l->diff.run_count; r++) {
		struct diff_run const run = l->diff.runs[r];
		settle_run(s, gap->ghost + run.a, gap->come + run.b, run.len, news);
	}
	return true;
}

static bool revive_gaps(struct step *s, const struct source *source)
{
	const struct lineage *l = s->l;
	uint32_t const last_ghost = source->ghosts + source->ghost_count;
	struct gap gap = {source->ghosts, source->ghosts, source->come, source->come};
	for (uint32_t i = 0; i <= source->count; i++) {
		uint32_t const mate = i < source->count ? l->gone.mates[source->first + i]
		                                        : source->come_end;
		if (mate >= MATE_MOVED)
			continue;
		while (gap.ghost_end < last_ghost && l->ghosts.at[gap.ghost_end].before <= i)
			gap.ghost_end++;
		gap.come_end = mate;
		if (!revive_gap(s, &gap))
			return false;
		gap.ghost = gap.ghost_end;
		gap.come = mate + 1;
	}
	return true;
}

/* ---- elsewhere in their unit ---- */

static bool take_near(struct step *s, const struct source *source)
{
	for (uint32_t unit = source->to; unit < source->to_end; unit++)
		if (!passage_take(s, &s->l->near, &s->l->targets.at[s->target_of[unit]],
		                  passage_is_near))
			return false;
	return true;
}

/* Ghosts that stood in one place are a passage. */
static bool add_ghosts(struct lineage *l, const struct source *source)
{
	uint32_t const last = source->ghosts + source->ghost_count;
	for (uint32_t i = source->ghosts, end; i < last; i = end) {
		const struct ghost *first = &l->ghosts.at[i];
		for (end = i + 1; end < last && l->ghosts.at[end].before == first->before &&
		     l->ghosts.at[end].back == first->back;)
			end++;
		struct passage *p = first->back ? NULL : recall_add(&l->near);
		if (p)
			*p = (struct passage){.memos = l->ghost_memos.at + i, .count = end - i,
			                      .origins = l->ghost_origins.at + i, .kind = PASSAGE_GHOST,
			                      .first = i};
	}
	return !l->near.passages.failed;
}

static bool has_news(const struct lineage *l, const struct source *source)
{
	for (uint32_t i = source->come; i < source->come_end; i++)
		if (l->come.origins[i] == NOBODY)
			return true;
	return false;
}

/* Those that aren't listed yet. */
static bool list_ghosts(struct lineage *l)
{
	for (size_t i = l->ghost_memos.len; i < l->ghosts.len; i++) {
		uint64_t *memo = VEC_PUSH(&l->ghost_memos);
		uint32_t *origin = VEC_PUSH(&l->ghost_origins);
		if (!memo || !origin)
			return false;
		*memo = l->ghosts.at[i].hash;
		*origin = l->ghosts.at[i].origin;
	}
	return true;
}

bool lineage_revive_source(struct step *s, uint32_t index)
{
	struct lineage *l = s->l;
	const struct source *source = &l->sources.at[index];
	if (!list_ghosts(l))
		return false;
	recall_clear(&l->near);
	if (has_news(l, source) &&
	    (!passage_add_struck(l, &l->near, index, l->near.block) || !take_near(s, source)))
		return false;
	if (!source->ghost_count || !revive_gaps(s, source))
		return !source->ghost_count;
	recall_clear(&l->near);
	return !has_news(l, source) || (add_ghosts(l, source) && take_near(s, source));
}

bool lineage_revive(struct step *s)
{
	for (uint32_t i = 0; i < s->l->sources.len; i++)
		if (source_lives(&s->l->sources.at[i]) && !lineage_revive_source(s, i))
			return false;
	return true;
}
