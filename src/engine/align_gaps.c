/*
 * align_gaps.c -- what stands between neighbours that stayed.  See aligning.h.
 *
 * All units of a gap are compared with one another, in gaps of at most GAP_CELLS
 * pairs; in larger ones only units with the same label.
 */
#include "engine/aligning.h"

#include <assert.h>
#include <stdlib.h>

enum {
	GAP_CELLS = 400,
	LABELS_AHEAD = 50, /* units that one is compared with in a large gap */
	LONG_TOKENS = 60,
	SHORT_TOKENS = 8,
	FEW_WHOLES = 4,    /* units of a gap that are looked at for many parts each */
};

/* Likeness from which two units of a gap are taken for one and the same. */
static const float ALIKE_NEARBY = 0.30f; /* between the same neighbours */
static const float ALIKE_ALONE = 0.22f;  /* nothing else stands between them */
static const float ALIKE_WHOLE = 0.10f;  /* there is nothing else at all */
static const float LABEL_BONUS = 0.08f;  /* of two that are alike enough; of short ones, any */
static const float SAME_KEY = 0.5f;      /* the first cells of two rows are the same */

static redline_bytes label_of(const struct units *u, uint32_t unit)
{
	return bytes_in(u->text, u->blocks[u->at[unit].block].core);
}

static bool same_label(const struct aligner *al, uint32_t a, uint32_t b)
{
	redline_bytes const one = label_of(al->a, a), other = label_of(al->b, b);
	return one.len && bytes_equal(one, other);
}

struct gap {
	uint32_t *a, *b; /* free units of each side */
	uint32_t a_count, b_count;
};

/* Long texts of one subject share many words whatever they say. */
static bool is_long(const struct aligner *al, uint32_t a, uint32_t b)
{
	return al->a->at[a].count > LONG_TOKENS && al->b->at[b].count > LONG_TOKENS;
}

/* Of a few words, one that was replaced is a large part: the number counts, too. */
static bool is_short(const struct aligner *al, uint32_t a, uint32_t b)
{
	return al->a->at[a].count <= SHORT_TOKENS && al->b->at[b].count <= SHORT_TOKENS;
}

static float least_likeness(const struct aligner *al, uint32_t a, uint32_t b, bool alone)
{
	if (al->a->count == 1 && al->b->count == 1)
		return ALIKE_WHOLE;
	return alone && !is_long(al, a, b) ? ALIKE_ALONE : ALIKE_NEARBY;
}

static float likeness_read(struct aligner *al, uint32_t a, uint32_t b)
{
	units_read(al->a, a);
	units_read(al->b, b);
	if (al->a->tokens.failed || al->b->tokens.failed ||
	    !may_be_alike(&al->a->at[a], &al->b->at[b]))
		return 0;
	return likeness(&al->bag, al->a, a, al->b, b);
}

/* Of two labels without a text of their own: how alike is what follows them? */
static float likeness_of_bare(struct aligner *al, uint32_t a, uint32_t b)
{
	if (a + 1 == al->a->count || b + 1 == al->b->count)
		return same_label(al, a, b) ? ALIKE_NEARBY : 0;
	if (al->a_link[a + 1] != NONE || al->b_link[b + 1] != NONE)
		return al->a_link[a + 1] == al->b_link[b + 1] ? 1 : 0;
	return same_bytes(al, a + 1, b + 1) ? 1 : likeness_read(al, a + 1, b + 1);
}

static float likeness_in_gap(struct aligner *al, uint32_t a, uint32_t b, bool alone)
{
	if (al->a->at[a].class != al->b->at[b].class || al->a->at[a].bare != al->b->at[b].bare)
		return 0;
	if (al->a->at[a].bare) {
		float const is = likeness_of_bare(al, a, b);
		return is >= ALIKE_NEARBY ? is : 0;
	}
	if (al->a->at[a].class == UNIT_ROW && same_key(al, a, b))
		return SAME_KEY + likeness_read(al, a, b);
	float const is = likeness_read(al, a, b);
	float const bonus = same_label(al, a, b) && !is_long(al, a, b) ? LABEL_BONUS : 0;
	float const counts = is + (is_short(al, a, b) ? bonus : 0);
	return counts < least_likeness(al, a, b, alone) ? 0 : is + bonus;
}

/*
 * The most alike units of a small gap, in order (Needleman and Wunsch, 1970).
 * score[i][j] is the best for the units before i and before j.
 */
static void align_small(struct aligner *al, const struct gap *gap)
{
	float score[GAP_CELLS + 1], like[GAP_CELLS + 1]; /* rows of b_count + 1 and b_count */
	uint32_t const width = gap->b_count + 1;
	bool const alone = gap->a_count == 1 && gap->b_count == 1;
	assert((gap->a_count + 1) * width <= GAP_CELLS);
	for (uint32_t i = 0; i <= gap->a_count; i++) {
		for (uint32_t j = 0; j <= gap->b_count; j++) {
			float *cell = &score[i * width + j];
			*cell = 0;
			if (i == 0 || j == 0)
				continue;
			float const is = likeness_in_gap(al, gap->a[i - 1], gap->b[j - 1], alone);
			float const up = cell[-(int)width], left = cell[-1];
			like[i * width + j] = is;
			*cell = up > left ? up : left;
			if (is > 0 && cell[-(int)width - 1] + is > *cell)
				*cell = cell[-(int)width - 1] + is;
		}
	}
	for (uint32_t i = gap->a_count, j = gap->b_count; i && j;) {
		const float *cell = &score[i * width + j];
		if (*cell == cell[-(int)width]) {
			i--;
		} else if (*cell == cell[-1]) {
			j--;
		} else {
			assert(like[i * width + j] > 0);
			link_units(al, gap->a[--i], gap->b[--j], false, false);
		}
	}
}

/* In a large gap: units with the same label, if they are alike, in order. */
static void align_labels(struct aligner *al, const struct gap *gap)
{
	uint32_t from = 0;
	al->bounded = true;
	for (uint32_t i = 0; i < gap->a_count && from < gap->b_count; i++) {
		uint32_t const end = from + LABELS_AHEAD < gap->b_count ? from + LABELS_AHEAD
		                                                         : gap->b_count;
		for (uint32_t j = from; j < end; j++) {
			if (!same_label(al, gap->a[i], gap->b[j]))
				continue;
			if (likeness_in_gap(al, gap->a[i], gap->b[j], false) > 0) {
				link_units(al, gap->a[i], gap->b[j], false, false);
				from = j + 1;
			}
			break;
		}
	}
}

static void align_alike(struct aligner *al, const struct gap *gap)
{
	if (!gap->a_count || !gap->b_count || al->failed)
		return;
	if ((gap->a_count + 1) * (uint64_t)(gap->b_count + 1) <= GAP_CELLS)
		align_small(al, gap);
	else
		align_labels(al, gap);
}

/* All tokens were read by now, but a label alone has none. */
static uint64_t key_of(const struct unit *u)
{
	return u->bare || !u->read ? u->exact : u->folded;
}

/* Repeated units of a gap, in order; what stands between them is aligned by likeness. */
static void align_gap(struct aligner *al, const struct gap *gap)
{
	uint64_t *hashes = malloc(((size_t)gap->a_count + gap->b_count) * sizeof *hashes);
	if (!hashes) {
		al->failed = true;
		return;
	}
	for (uint32_t i = 0; i < gap->a_count; i++)
		hashes[i] = key_of(&al->a->at[gap->a[i]]);
	for (uint32_t j = 0; j < gap->b_count; j++)
		hashes[gap->a_count + j] = key_of(&al->b->at[gap->b[j]]);
	al->failed |= !diff_find(&al->diff, hashes, gap->a_count, hashes + gap->a_count, gap->b_count);
	free(hashes);
	al->bounded |= al->diff.bounded;
	uint32_t a = 0, b = 0;
	for (uint32_t r = 0; r < al->diff.run_count && !al->failed; r++) {
		struct diff_run const run = al->diff.runs[r];
		align_alike(al, &(struct gap){gap->a + a, gap->b + b, run.a - a, run.b - b});
		for (uint32_t k = 0; k < run.len; k++)
			link_units(al, gap->a[run.a + k], gap->b[run.b + k],
			           same_bytes(al, gap->a[run.a + k], gap->b[run.b + k]), false);
		a = run.a + run.len;
		b = run.b + run.len;
	}
	align_alike(al, &(struct gap){gap->a + a, gap->b + b, gap->a_count - a, gap->b_count - b});
}

/* Visits what lies between one unit that stayed and the next. */
void align_gaps(struct aligner *al)
{
	uint32_t const a_room = al->a_end - al->a_begin, b_room = al->b_end - al->b_begin;
	uint32_t *units = malloc(((size_t)a_room + b_room + 1) * sizeof *units);
	struct gap gap = {units, units + a_room, 0, 0};
	if (!units) {
		al->failed = true;
		return;
	}
	uint32_t i = al->a_begin, j = al->b_begin;
	while (!al->failed && (i < al->a_end || j < al->b_end)) {
		gap.a_count = gap.b_count = 0;
		for (; j < al->b_end && (is_free(al, true, j) || al->links.at[al->b_link[j]].moved); j++)
			if (is_free(al, true, j))
				gap.b[gap.b_count++] = j;
		uint32_t const end = j < al->b_end ? al->links.at[al->b_link[j]].a : al->a_end;
		for (; i < end; i++)
			if (is_free(al, false, i))
				gap.a[gap.a_count++] = i;
		if (gap.a_count && gap.b_count) {
			align_gap(al, &gap);
			if (gap.a_count <= FEW_WHOLES)
				align_seed_parts(al, gap.a, gap.a_count, gap.b, gap.b_count, true);
			if (gap.b_count <= FEW_WHOLES)
				align_seed_parts(al, gap.b, gap.b_count, gap.a, gap.a_count, false);
		}
		i = end + 1;
		j++;
	}
	free(units);
}
