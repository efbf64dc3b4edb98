/*
 * lineage_parts.c -- short parts of splits and merges, which alignment leaves alone:
 * two words say too little to find a unit by, but not to know it by where they stand.
 * See lineaging.h.
 *
 * Units beside a source's, on either side of the step, that no link has and whose
 * words all stand in a row in the part of the other text that nothing was paired
 * with, belong to it.
 */
#include "engine/lineaging.h"

enum {
	TRIES = 64,     /* places where a part's first word stands */
	PART_WORDS = 3, /* of a part that doesn't follow at once */
};

/* Tokens [begin, end) of a strip. */
struct piece {
	const struct strip *strip;
	uint32_t begin, end;
};

static uint32_t skip_marks(const struct piece *p, uint32_t at)
{
	while (at < p->end && is_punctuation(p->strip->memos[at]))
		at++;
	return at;
}

static bool is_empty(const struct piece *p)
{
	return p->begin == p->end;
}

/* Where the words of a part end if they stand at token `at` of the rest; or NONE. */
static uint32_t part_end(const struct piece *part, const struct piece *rest, uint32_t at)
{
	for (uint32_t i = skip_marks(part, part->begin); i < part->end;
	     i = skip_marks(part, i + 1), at++) {
		at = skip_marks(rest, at);
		if (at == rest->end || part->strip->memos[i] != rest->strip->memos[at])
			return NONE;
	}
	return at;
}

/* The first word at or behind `at`, or the last at or before it; NONE if there is none. */
static uint32_t next_word(const struct piece *rest, uint32_t at, bool backwards)
{
	if (!backwards)
		return (at = skip_marks(rest, at)) < rest->end ? at : NONE;
	while (is_punctuation(rest->strip->memos[at]))
		if (at-- == rest->begin)
			return NONE;
	return at;
}

/*
 * Where the words of a part stand in the rest, or NONE: at its beginning, or at its
 * end if the rest stands in front of what was paired; several of them anywhere.
 */
static uint32_t find_part(const struct piece *part, const struct piece *rest, bool in_front)
{
	uint32_t const first = is_empty(part) ? NONE : next_word(part, part->begin, false);
	uint32_t const words = first == NONE ? 0 : recall_words(part->strip->memos + part->begin,
	                                                        part->end - part->begin);
	uint32_t tries = 0, number = 0;
	if (!words || is_empty(rest))
		return NONE;
	for (uint32_t at = next_word(rest, in_front ? rest->end - 1 : rest->begin, in_front);
	     at != NONE && tries < TRIES; number++) {
		if (words < PART_WORDS && number >= (in_front ? words : 1))
			return NONE;
		if (rest->strip->memos[at] == part->strip->memos[first]) {
			uint32_t const end = part_end(part, rest, at);
			bool const beside = in_front ? number + 1 == words : number == 0;
			tries++;
			if (end != NONE && (beside || words >= PART_WORDS))
				return at;
		}
		if (in_front && at == rest->begin)
			return NONE;
		at = next_word(rest, in_front ? at - 1 : at + 1, in_front);
	}
	return NONE;
}

/*
 * The words of a part are those at token `at`, and the punctuation around them.  Takes
 * them from the rest.
 */
static void keep_part(struct step *s, const struct piece *part, struct piece *rest, uint32_t at,
                      bool part_came, bool in_front)
{
	uint32_t i = part->begin, end = at;
	while (i < part->end && end < rest->end) {
		bool const mark = is_punctuation(part->strip->memos[i]);
		bool const other_mark = is_punctuation(rest->strip->memos[end]);
		bool const same = part->strip->memos[i] == rest->strip->memos[end];
		if (same)
			lineage_keep(s->l, part_came ? end : i, part_came ? i : end);
		i += same || mark;
		end += same || (!mark && other_mark);
	}
	*(in_front ? &rest->end : &rest->begin) = in_front ? at : end;
}

/* ---- parts that came ---- */

static bool is_linked(const struct step *s, uint32_t parent, uint32_t unit)
{
	return s->unit_links[parent][unit].begin < s->unit_links[parent][unit].end;
}

/* What of a source was paired with nothing: in front of all that was, or behind. */
static struct piece rest_of_source(const struct lineage *l, const struct source *source,
                                   bool in_front)
{
	uint32_t begin = source->first, end = source->first + source->count;
	uint32_t const last = end;
	while (in_front ? begin < end && l->gone.mates[begin] == MATE_NONE
	                : begin < end && l->gone.mates[end - 1] == MATE_NONE)
		in_front ? begin++ : end--;
	return in_front ? (struct piece){&l->gone, source->first, begin}
	                : (struct piece){&l->gone, end, last};
}

static void link_part(struct step *s, const struct source *source, uint32_t unit)
{
	struct lineage_link *links = s->unit_links[source->parent];
	links[unit] = links[source->to];
	for (uint32_t i = source->to; i < source->to_end; i++)
		links[i].split = true;
	links[unit].split = true;
	links[unit].same = links[source->to].same = false;
}

/* A unit beside those of a source; true if it belongs to them. */
static bool take_came(struct step *s, struct source *source, struct piece *rest, uint32_t unit,
                      bool in_front)
{
	struct lineage *l = s->l;
	if (s->target_of[unit] == NONE || is_linked(s, source->parent, unit) ||
	    s->side->units->at[unit].class != UNIT_TEXT)
		return false;
	const struct target *target = &l->targets.at[s->target_of[unit]];
	struct piece const part = {&l->come, target->first, target->first + target->count};
	uint32_t const at = find_part(&part, rest, in_front);
	if (at == NONE)
		return false;
	keep_part(s, &part, rest, at, true, in_front);
	link_part(s, source, unit);
	if (in_front) {
		source->to = unit;
		source->come = target->first;
	} else {
		source->to_end = unit + 1;
		source->come_end = target->first + target->count;
	}
	return true;
}

static void grow_split(struct step *s, struct source *source)
{
	struct piece behind = rest_of_source(s->l, source, false);
	while (source->to_end < s->side->units->count &&
	       take_came(s, source, &behind, source->to_end, false))
		continue;
	struct piece in_front = rest_of_source(s->l, source, true);
	while (source->to > 0 && take_came(s, source, &in_front, source->to - 1, true))
		continue;
}

/* ---- parts that went ---- */

/* What has come in a source's target and is nobody's: in front of all else, or behind. */
static struct piece rest_of_target(const struct lineage *l, const struct source *source,
                                   bool in_front)
{
	uint32_t begin = source->come, end = source->come_end;
	while (in_front ? begin < end && l->come.origins[begin] == NOBODY
	                : begin < end && l->come.origins[end - 1] == NOBODY)
		in_front ? begin++ : end--;
	return in_front ? (struct piece){&l->come, source->come, begin}
	                : (struct piece){&l->come, end, source->come_end};
}

/* A deleted unit beside those of a source that became one. */
static bool take_went(struct step *s, const struct source *whole, struct piece *rest,
                      struct source *deleted, bool in_front)
{
	struct lineage *l = s->l;
	struct lineage_link *link = &s->unit_links[whole->parent][whole->to];
	if (s->parents[whole->parent].units->at[deleted->begin].class != UNIT_TEXT)
		return false;
	struct piece const part = {&l->gone, deleted->first, deleted->first + deleted->count};
	uint32_t const at = find_part(&part, rest, in_front);
	if (at == NONE)
		return false;
	keep_part(s, &part, rest, at, false, in_front);
	deleted->to = whole->to;
	deleted->to_end = whole->to_end;
	deleted->come = whole->come;
	deleted->come_end = whole->come_end;
	link->begin = deleted->begin < link->begin ? deleted->begin : link->begin;
	link->end = deleted->end > link->end ? deleted->end : link->end;
	link->same = false;
	return true;
}

/* By unit of a parent: the deleted source it is, or NONE. */
static bool list_deleted(struct step *s, uint32_t parent, uint32_t *deleted)
{
	struct lineage *l = s->l;
	bool some = false;
	memset(deleted, 0xFF, s->parents[parent].units->count * sizeof *deleted);
	for (uint32_t i = 0; i < l->sources.len; i++) {
		const struct source *source = &l->sources.at[i];
		if (source->parent != parent || source_lives(source))
			continue;
		deleted[source->begin] = i;
		some = true;
	}
	return some;
}

static void grow_merge(struct step *s, struct source *source, const uint32_t *deleted)
{
	struct lineage *l = s->l;
	const struct lineage_link *link = &s->unit_links[source->parent][source->to];
	uint32_t const count = s->parents[source->parent].units->count;
	if (source->to_end - source->to != 1)
		return;
	struct piece behind = rest_of_target(l, source, false);
	while (link->end < count && deleted[link->end] != NONE &&
	       !source_lives(&l->sources.at[deleted[link->end]]) &&
	       take_went(s, source, &behind, &l->sources.at[deleted[link->end]], false))
		continue;
	struct piece in_front = rest_of_target(l, source, true);
	while (link->begin > 0 && deleted[link->begin - 1] != NONE &&
	       !source_lives(&l->sources.at[deleted[link->begin - 1]]) &&
	       take_went(s, source, &in_front, &l->sources.at[deleted[link->begin - 1]], true))
		continue;
}

static bool grow_merges(struct step *s, uint32_t parent)
{
	struct lineage *l = s->l;
	uint32_t *deleted = malloc(((size_t)s->parents[parent].units->count + 1) * sizeof *deleted);
	if (!deleted)
		return false;
	bool const some = list_deleted(s, parent, deleted);
	for (size_t i = 0; some && i < l->sources.len; i++) {
		struct source *source = &l->sources.at[i];
		bool const is_text =
		    source->parent == parent && source_lives(source) &&
		    s->side->units->at[source->to].class == UNIT_TEXT && source->end > source->begin;
		if (is_text && deleted[source->begin] == NONE)
			grow_merge(s, source, deleted);
	}
	free(deleted);
	return true;
}

bool lineage_grow_parts(struct step *s)
{
	struct lineage *l = s->l;
	for (size_t i = 0; i < l->sources.len; i++) {
		struct source *source = &l->sources.at[i];
		if (source_lives(source) && s->side->units->at[source->to].class == UNIT_TEXT)
			grow_split(s, source);
	}
	for (uint32_t p = 0; p < s->parent_count; p++)
		if (!grow_merges(s, p))
			return false;
	return true;
}
