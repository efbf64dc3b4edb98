/*
 * merge_judge.c -- what happens of what both sides do.  See merging.h.
 *
 * First the moves: a unit that one side moves and the other deletes, moves
 * elsewhere or ties to its neighbour is a conflict.  Then both sides' hunks in the
 * order of the common text.  Those whose places touch are judged together:
 *   - from one side only, or the same from both: they happen;
 *   - words that both delete, or units that both delete: all of them go;
 *   - what both sides made of it reads the same: that, from one of them;
 *   - else a conflict, and ours stands.
 * Linear, but for the sorting before.
 */
#include "engine/merging.h"

#include <assert.h>

/* Hunks [first, end) of the two sides that touch each other. */
struct meeting {
	uint32_t first[TEXTS], end[TEXTS];
	uint32_t begin, stop; /* tokens of the common text that go on either side */
};

static bool has_both(const struct meeting *it)
{
	return it->first[OURS] < it->end[OURS] && it->first[THEIRS] < it->end[THEIRS];
}

/* ---- ranges, for a person ---- */

/* Tokens [begin, end) without breaks at their ends, as bytes. */
static redline_range bytes_of_tokens(const struct row *row, uint32_t begin, uint32_t end)
{
	uint32_t const at = begin < row->tokens.count ? row->tokens.at[begin].begin
	                                              : (uint32_t)row->text.len;
	while (begin < end && is_break(row, begin))
		begin++;
	while (begin < end && is_break(row, end - 1))
		end--;
	return begin < end ? (redline_range){row->tokens.at[begin].begin, token_end(row, end - 1)}
	                   : (redline_range){at, at};
}

/* What a side made of tokens [begin, stop): what it kept of them, and its hunks. */
static redline_range image_of(const struct merging *m, int which, const struct meeting *it)
{
	const struct side *side = &m->sides[which];
	redline_range image = {UINT32_MAX, 0};
	for (uint32_t h = it->first[which]; h < it->end[which]; h++) {
		const struct hunk *hunk = &side->hunks.at[h];
		image.begin = hunk->now_begin < image.begin ? hunk->now_begin : image.begin;
		image.end = hunk->now_end > image.end ? hunk->now_end : image.end;
	}
	for (uint32_t i = it->begin; i < it->stop; i++) {
		uint32_t const now = side->to[i];
		if (now == NONE)
			continue;
		image.begin = now < image.begin ? now : image.begin;
		image.end = now + 1 > image.end ? now + 1 : image.end;
	}
	return image.begin <= image.end ? image : (redline_range){0, 0};
}

static void add_conflict(struct merging *m, const struct meeting *it)
{
	redline_merge_conflict *c = VEC_PUSH(&m->conflicts);
	if (!c) {
		m->failed = true;
		return;
	}
	redline_range const ours = image_of(m, OURS, it), theirs = image_of(m, THEIRS, it);
	c->base = bytes_of_tokens(&m->rows[BASE], it->begin, it->stop);
	c->ours = bytes_of_tokens(&m->rows[OURS], ours.begin, ours.end);
	c->theirs = bytes_of_tokens(&m->rows[THEIRS], theirs.begin, theirs.end);
}

/* ---- moves ---- */

static void drop_group(struct merging *m, int which, uint32_t group)
{
	m->sides[which].groups.at[group].dropped = true;
}

/* A group of one side clashes with hunk `hunk`, or with no hunk, of the other. */
static void add_group_conflict(struct merging *m, int which, const struct group *it,
                               uint32_t hunk)
{
	int const other = which == OURS ? THEIRS : OURS;
	struct meeting meeting = {.begin = it->begin, .stop = it->end};
	if (hunk != NONE) {
		const struct hunk *h = &m->sides[other].hunks.at[hunk];
		meeting.first[other] = hunk;
		meeting.end[other] = hunk + 1;
		meeting.begin = h->begin < it->begin ? h->begin : it->begin;
		meeting.stop = h->end > it->end ? h->end : it->end;
	}
	add_conflict(m, &meeting);
}

/* May the other side do this where a group was taken away from? */
static bool goes_with(const struct group *it, const struct hunk *hunk)
{
	bool const inside = hunk->lo > PLACE_UNIT(it->begin) && hunk->hi < PLACE_UNIT(it->end);
	return inside && !(hunk->units && hunk->begin < hunk->end);
}

static void judge_group_and_hunks(struct merging *m, int which, uint32_t group)
{
	int const other = which == OURS ? THEIRS : OURS;
	struct side *theirs = &m->sides[other];
	struct group *it = &m->sides[which].groups.at[group];
	for (uint32_t h = hunk_from(theirs, PLACE_WORD(it->begin)); h < theirs->hunks.len; h++) {
		struct hunk *hunk = &theirs->hunks.at[h];
		if (hunk->lo >= PLACE_UNIT(it->end))
			return;
		if (hunk->dropped || goes_with(it, hunk))
			continue;
		add_group_conflict(m, which, it, h);
		if (which == OURS)
			hunk->dropped = true;
		else
			it->dropped = true;
	}
}

static bool is_nested(const struct merging *m, int inner_side, const struct group *inner,
                      const struct group *outer)
{
	const struct hunk *to = &m->sides[inner_side].hunks.at[inner->arrival];
	return inner->begin >= outer->begin && inner->end <= outer->end &&
	       to->lo > PLACE_UNIT(outer->begin) && to->hi < PLACE_UNIT(outer->end);
}

static bool same_arrivals(const struct merging *m, const struct hunk *a, const struct hunk *b);

static bool same_move(const struct merging *m, const struct group *a, const struct group *b)
{
	const struct hunk *x = &m->sides[OURS].hunks.at[a->arrival];
	const struct hunk *y = &m->sides[THEIRS].hunks.at[b->arrival];
	return a->begin == b->begin && a->end == b->end && same_arrivals(m, x, y);
}

static void judge_groups(struct merging *m)
{
	struct side *ours = &m->sides[OURS], *theirs = &m->sides[THEIRS];
	for (uint32_t g = 0; g < ours->groups.len; g++) {
		const struct group *a = &ours->groups.at[g];
		for (uint32_t h = group_from(theirs, a->begin); h < theirs->groups.len; h++) {
			const struct group *b = &theirs->groups.at[h];
			if (b->begin >= a->end)
				break;
			if (b->dropped || same_move(m, a, b) || is_nested(m, OURS, a, b) ||
			    is_nested(m, THEIRS, b, a))
				continue;
			add_group_conflict(m, OURS, a, NONE);
			drop_group(m, THEIRS, h);
		}
	}
	for (uint32_t g = 0; g < ours->groups.len; g++)
		judge_group_and_hunks(m, OURS, g);
	for (uint32_t g = 0; g < theirs->groups.len; g++)
		judge_group_and_hunks(m, THEIRS, g);
}

/*
 * Takes the hunks out that were dropped with moves, so that nobody meets them any
 * more.  What they brought stays where it was.
 */
static void sweep(struct side *side)
{
	group_list *groups = &side->groups;
	size_t kept = 0;
	for (size_t g = 0; g < groups->len; g++) {
		const struct hunk *arrival = &side->hunks.at[groups->at[g].arrival];
		groups->at[g].dropped |= arrival->dropped;
		groups->at[g].arrival = arrival->lo;
	}
	for (size_t h = 0; h < side->hunks.len; h++)
		if (!side->hunks.at[h].dropped)
			side->hunks.at[kept++] = side->hunks.at[h];
	side->hunks.len = kept;
	for (size_t g = 0; g < groups->len; g++)
		if (!groups->at[g].dropped)
			groups->at[g].arrival = hunk_from(side, groups->at[g].arrival);
}

/* Groups come with their hunk; what both move just so is ours. */
static void settle_groups(struct merging *m)
{
	for (int which = OURS; which < TEXTS; which++) {
		struct side *side = &m->sides[which];
		for (uint32_t g = 0; g < side->groups.len; g++) {
			struct group *it = &side->groups.at[g];
			it->dropped = it->dropped || side->hunks.at[it->arrival].dropped;
		}
	}
}

/* ---- are two changes the same? ---- */

static bool same_word(const struct merging *m, uint32_t ours, uint32_t theirs)
{
	const struct row *a = &m->rows[OURS], *b = &m->rows[THEIRS];
	return a->tokens.hash[ours] == b->tokens.hash[theirs] &&
	       is_break(a, ours) == is_break(b, theirs);
}

/* The same words, from the common text or new ones. */
static bool same_words(const struct merging *m, redline_range ours, redline_range theirs)
{
	if (range_len(ours) != range_len(theirs))
		return false;
	for (uint32_t k = 0; k < range_len(ours); k++)
		if (!same_word(m, ours.begin + k, theirs.begin + k))
			return false;
	return true;
}

/* The same place, the same words, and the same units moved there, edited or not. */
static bool same_arrivals(const struct merging *m, const struct hunk *a, const struct hunk *b)
{
	const struct side *ours = &m->sides[OURS], *theirs = &m->sides[THEIRS];
	uint32_t i = a->now_begin, j = b->now_begin;
	if (a->begin != b->begin || a->end != b->end || a->lo != b->lo)
		return false;
	while (i < a->now_end && j < b->now_end) {
		const struct group *p = a->units ? group_here(ours, i) : NULL;
		const struct group *q = b->units ? group_here(theirs, j) : NULL;
		if (p || q) {
			if (!p || !q || p->begin != q->begin || p->end != q->end)
				return false;
			i = p->now_end;
			j = q->now_end;
		} else if (!same_word(m, i++, j++)) {
			return false;
		}
	}
	return i == a->now_end && j == b->now_end;
}

static bool is_same(const struct merging *m, const struct meeting *it)
{
	uint32_t const count = it->end[OURS] - it->first[OURS];
	if (count != it->end[THEIRS] - it->first[THEIRS])
		return false;
	for (uint32_t k = 0; k < count; k++)
		if (!same_arrivals(m, &m->sides[OURS].hunks.at[it->first[OURS] + k],
		                   &m->sides[THEIRS].hunks.at[it->first[THEIRS] + k]))
			return false;
	return true;
}

/* ---- hunks ---- */

/* Do both only delete: words both, or units both? */
static bool only_deletes(const struct merging *m, const struct meeting *it)
{
	bool units = false, words = false;
	for (int which = OURS; which < TEXTS; which++) {
		for (uint32_t h = it->first[which]; h < it->end[which]; h++) {
			const struct hunk *hunk = &m->sides[which].hunks.at[h];
			if (hunk->now_begin < hunk->now_end)
				return false;
			units |= hunk->units;
			words |= !hunk->units;
		}
	}
	return units != words;
}

/* Does it hold nothing that moved, so that it can be compared word by word? */
static bool is_plain(const struct merging *m, const struct meeting *it)
{
	for (int which = OURS; which < TEXTS; which++) {
		const struct side *side = &m->sides[which];
		for (uint32_t h = it->first[which]; h < it->end[which]; h++)
			for (uint32_t k = side->hunks.at[h].now_begin;
			     k < side->hunks.at[h].now_end; k++)
				if (side->from[k] != NONE)
					return false;
		uint32_t const g = group_from(side, it->begin);
		if (g < side->groups.len && side->groups.at[g].begin < it->stop)
			return false;
	}
	return true;
}

static bool reads_the_same(const struct merging *m, const struct meeting *it)
{
	return is_plain(m, it) && same_words(m, image_of(m, OURS, it), image_of(m, THEIRS, it));
}

static void drop(struct merging *m, int which, const struct meeting *it)
{
	for (uint32_t h = it->first[which]; h < it->end[which]; h++)
		m->sides[which].hunks.at[h].dropped = true;
}

static void judge(struct merging *m, const struct meeting *it)
{
	if (!has_both(it))
		return;
	if (is_same(m, it)) {
		for (uint32_t k = 0; k < it->end[OURS] - it->first[OURS]; k++)
			m->sides[OURS].hunks.at[it->first[OURS] + k].twin = it->first[THEIRS] + k;
		drop(m, THEIRS, it);
	} else if (only_deletes(m, it)) {
		return;
	} else if (reads_the_same(m, it)) {
		drop(m, either_side(m) == OURS ? THEIRS : OURS, it);
	} else {
		add_conflict(m, it);
		drop(m, THEIRS, it);
	}
}

static const struct hunk *hunk_at(const struct merging *m, int which, uint32_t index)
{
	const hunk_list *hunks = &m->sides[which].hunks;
	return index < hunks->len ? &hunks->at[index] : NULL;
}

/* Adds hunks to a meeting as long as they touch it. */
static void gather(const struct merging *m, struct meeting *it)
{
	uint32_t hi = 0;
	it->begin = UINT32_MAX;
	it->stop = 0;
	for (bool first = true;; first = false) {
		const struct hunk *a = hunk_at(m, OURS, it->end[OURS]);
		const struct hunk *b = hunk_at(m, THEIRS, it->end[THEIRS]);
		int const which = !b || (a && a->lo <= b->lo) ? OURS : THEIRS;
		const struct hunk *next = which == OURS ? a : b;
		if (!next || (!first && next->lo > hi))
			return;
		it->end[which]++;
		hi = next->hi > hi ? next->hi : hi;
		it->begin = next->begin < it->begin ? next->begin : it->begin;
		it->stop = next->end > it->stop ? next->end : it->stop;
	}
}

static void note_gone(struct merging *m)
{
	for (int which = OURS; which < TEXTS; which++)
		for (size_t h = 0; h < m->sides[which].hunks.len; h++) {
			const struct hunk *it = &m->sides[which].hunks.at[h];
			if (!it->dropped)
				memset(m->gone + it->begin, 1, it->end - it->begin);
		}
}

void merge_judge(struct merging *m)
{
	judge_groups(m);
	sweep(&m->sides[OURS]);
	sweep(&m->sides[THEIRS]);
	for (struct meeting it = {0};;) {
		it.first[OURS] = it.end[OURS];
		it.first[THEIRS] = it.end[THEIRS];
		gather(m, &it);
		if (it.first[OURS] == it.end[OURS] && it.first[THEIRS] == it.end[THEIRS])
			break;
		judge(m, &it);
	}
	settle_groups(m);
	note_gone(m);
}
