/*
 * land_pick.c -- which words of the draft an operand means: looked for in its place,
 * counted against what was asked ("the second", "each", "both"), narrowed by an anchor, an
 * edge or a line.  See landing.h.
 *
 * What stands there more or less often than was asked for is refused (land_say.c).
 */
#include "landing.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"

/* Where in an area words are looked for: a section's own title is not in it. */
redline_range landing_search_range(const struct landing *n, const struct area *area)
{
	redline_range r = area->range;
	if (area->kind != AREA_BLOCKS || n->l->blocks[area->block].kind != REDLINE_HEADING ||
	    area->with_heading)
		return r;
	redline_range const own = places_behind_title(&n->l->places, area->block);
	r.begin = range_len(own) ? own.begin : n->l->blocks[area->block].bytes.end;
	return r;
}

/* ---- finding the words ---- */

/* The words as quoted; if they stand nowhere, without the sentence's own stop. */
bool landing_search_words(struct landing *n, const redline_operand *o, const struct area *area,
                          uint32_t most, struct matches *found)
{
	redline_range const range = landing_search_range(n, area);
	if (landing_is_named_mark(o))
		return landing_search_mark(n, o, area, most, found);
	if (!finder_search(&n->l->finder, o->words, range, most, found))
		return false;
	bool const own_stop = o->quoted && o->ends_sentence && landing_ends_with_stop(o->words) &&
	                      !landing_looks_like_sentence(o->words) &&
	                      !landing_ends_with_stop(n->m->new_words.words);
	if (own_stop) {
		/* the stop inside the marks is the statement's, if the words stand without it */
		if (!finder_search(&n->l->finder, landing_without_stop(o->words), range, most,
		                   found))
			return false;
		if (found->count)
			return true;
		return finder_search(&n->l->finder, o->words, range, most, found);
	}
	/* and a comma inside them is, where the new words have none */
	bool const comma = n->m->action == REDLINE_SUBSTITUTE && o->words.len > 1 &&
	                   o->words.ptr[o->words.len - 1] == ',' && n->m->new_words.words.len &&
	                   n->m->new_words.words.ptr[n->m->new_words.words.len - 1] != ',';
	bool const loose =
		o->quoted && (comma || (o->ends_sentence && landing_ends_with_mark(o->words)));
	if (found->count == 0 && loose)
		return finder_search(&n->l->finder, landing_without_stop(o->words), range, most,
		                     found);
	return true;
}

/*
 * A section's own heading counts where every place is meant, and where the
 * section's text runs on from it in one line.
 */
static bool search_area(struct landing *n, const redline_operand *o, struct area *area,
                        redline_occurrence occurrence, uint32_t most, struct matches *found)
{
	bool const heading =
		area->kind == AREA_BLOCKS && n->l->blocks[area->block].kind == REDLINE_HEADING;
	area->with_heading = heading && (occurrence == REDLINE_EACH || occurrence == REDLINE_ALL_BUT);
	if (!landing_search_words(n, o, area, most, found))
		return false;
	if (found->count || !heading || area->with_heading)
		return true;
	area->with_heading = true;
	return landing_search_words(n, o, area, most, found);
}

static const char *which_one(int32_t nth)
{
	static const char *const words[] = {"the first", "the second", "the third",   "the fourth",
	                                    "the fifth", "the sixth",  "the seventh", "the eighth",
	                                    "the ninth", "the tenth"};
	if (nth >= 1 && nth <= 10)
		return words[nth - 1];
	return nth == -2 ? "the last but one" : "such an occurrence";
}

/*
 * Words that stand more than once, but once in the line that was asked for: those, with
 * a warning, since lines are a matter of print.  Otherwise all stay.
 */
static void keep_line(struct landing *n, const struct area *area, struct matches *found)
{
	redline_range const body = landing_body_of(n, area->range.begin);
	uint32_t const first = redline_draft_line(n->l->draft, body.begin);
	uint32_t const lines = redline_draft_line(n->l->draft, range_trim(n->l->text, body).end) - first + 1;
	uint32_t const want = area->line > 0 ? (uint32_t)area->line : lines + 1 - (uint32_t)-area->line;
	uint32_t kept = 0, at = 0;
	for (uint32_t i = 0; i < found->count; i++)
		if (redline_draft_line(n->l->draft, found->at[i].range.begin) + 1 - first == want) {
			at = i;
			kept++;
		}
	if (kept != 1 || lines < 2 || area->kind == AREA_DOCUMENT)
		return;
	found->at = &found->at[at];
	found->count = 1;
	report_add(n->l->report, REDLINE_WARNING, "line-used", landing_in_draft(found->at[0].range),
	           "the words stand there more than once; those in line %u of the provision, as it "
	           "is laid out here, are taken",
	           (unsigned)want);
}

/* Which of `count` matches the nth is, from 0; REDLINE_NONE if there is no such. */
static uint32_t index_of(int32_t nth, uint32_t count)
{
	int64_t const i = nth > 0 ? (int64_t)nth - 1 : (int64_t)count + nth;
	return i < 0 || i >= (int64_t)count ? REDLINE_NONE : (uint32_t)i;
}

static bool stands_in_heading(const struct landing *n, const struct matches *found)
{
	for (uint32_t i = 0; i < found->count; i++) {
		uint32_t const at = redline_draft_block_at(n->l->draft, found->at[i].range.begin);
		if (n->l->blocks[at].kind == REDLINE_HEADING)
			return true;
	}
	return false;
}

/* "the first and third", "all but the last": keeps those that are meant. */
static bool keep_listed(struct landing *n, const redline_operand *o, const struct area *area,
                        bool listed, struct matches *found)
{
	if (!listed && stands_in_heading(n, found))
		return landing_refuse(n, "words-repeated", landing_at_words(n, o),
		                      "these words stand in the heading, too, and it is not clear "
		                      "whether it is counted");
	bool *named = arena_array(n->l->arena, found->count, sizeof *named);
	if (!named)
		return false;
	memset(named, 0, found->count * sizeof *named);
	for (uint32_t i = 0; i < n->m->nth_count; i++) {
		uint32_t const at = index_of(n->m->nths[i], found->count);
		if (at == REDLINE_NONE)
			return landing_say_count(n, o, area, found, which_one(n->m->nths[i]));
		if (named[at])
			return landing_say_count(n, o, area, found, "more than one");
		named[at] = true;
	}
	uint32_t kept = 0, count = found->count;
	for (uint32_t i = 0; i < count; i++)
		if (named[i] == listed)
			found->at[kept++] = found->at[i];
	if (!kept)
		return landing_say_count(n, o, area, found, "one besides those left out");
	found->count = kept;
	return true;
}

/*
 * "Subsections (b) and (c) are amended by striking “Office” both times it appears": once in
 * each of as many places as there are times.
 */
static bool stands_once_in_each(struct landing *n, const redline_operand *o,
                                const struct area *area, uint32_t times_asked,
                                const struct matches *found)
{
	if (found->count != 1 || n->area_count != times_asked)
		return false;
	for (uint32_t i = 0; i < n->area_count; i++) {
		struct matches there;
		if (&n->areas[i] == area)
			continue;
		if (!landing_search_words(n, o, &n->areas[i], SHOWN_MATCHES, &there) ||
		    there.count != 1)
			return false;
	}
	return true;
}

static bool keep_counted(struct landing *n, const redline_operand *o, const struct area *area,
                         struct matches *found)
{
	char want[40];
	if (found->count == (uint32_t)n->m->nth ||
	    stands_once_in_each(n, o, area, (uint32_t)n->m->nth, found))
		return true;
	(void)snprintf(want, sizeof want, "a count of %d", (int)n->m->nth);
	return landing_say_count(n, o, area, found, want);
}

/* The one that was asked for by its number. */
static bool keep_nth(struct landing *n, const redline_operand *o, const struct area *area,
                     struct matches *found)
{
	uint32_t const i = index_of(n->m->nth, found->count);
	if (i == REDLINE_NONE)
		return landing_say_count(n, o, area, found, which_one(n->m->nth));
	found->at = &found->at[i];
	found->count = 1;
	return true;
}

/* "respectively" over places and words: no item's words may stand in the other places.  Nor
 * in one that a change without a place is compared with: "in line with paragraph 3". */
static bool stands_apart(struct landing *n, const redline_operand *o)
{
	for (uint32_t i = 0; i < n->excepted_count; i++) {
		struct matches there;
		if (!landing_search_words(n, o, &n->excepted[i], SHOWN_MATCHES, &there))
			return false;
		if (!there.count)
			continue;
		report_add(n->l->report, REDLINE_ERROR, "words-repeated", landing_at_words(n, o),
		           n->m->in_pairs
		                   ? "the words \"%.*s\" stand in another of these places, so "
		                     "\"respectively\" is not clear; say each change with its place"
		                   : "the words \"%.*s\" stand in the place that this is compared "
		                     "with; say in which place they are to be changed",
		           SHOWN(o->words));
		landing_note_matches(n, &there);
		return !(n->refused = true);
	}
	return true;
}

/* "the second “the”", and "The the" stands there: with the capital one it is another. */
static bool counts_the_same(const struct landing *n, redline_occurrence occurrence,
                            const struct matches *found)
{
	if (!found->capitals || !found->count)
		return true;
	switch (occurrence) {
	case REDLINE_NTH: {
		uint32_t const i = index_of(n->m->nth, found->count);
		uint32_t const at = i == REDLINE_NONE ? 0 : found->at[i].range.begin;
		return n->m->nth > 0 ? at < found->first_capital : at > found->last_capital;
	}
	case REDLINE_SOME:
	case REDLINE_ALL_BUT:
		return false;
	default:
		return true;
	}
}

static int compare_matches(const void *x, const void *y)
{
	const struct match *a = x, *b = y;
	return (a->range.begin > b->range.begin) - (a->range.begin < b->range.begin);
}

/*
 * Words in small letters that stand with a capital, too.  At the start of a sentence that
 * is the same word, unless the text writes it so inside of one as well ("the Parties"):
 * then "each" takes those in small letters only, and one that has no other is not clear.
 */
static bool settle_capitals(struct landing *n, const redline_operand *o, const struct area *area,
                            redline_occurrence occurrence, struct matches *found)
{
	struct matches large;
	bool const only = found->count && found->at[0].capital;
	bool const each = occurrence == REDLINE_EACH && found->capitals;
	if (!only && !each)
		return true;
	if (!landing_search_words(
		    n, &(redline_operand){.words = landing_capitalized(n, landing_trimmed(o->words)),
	                                  .present = true},
		    area, UINT32_MAX, &large))
		return false;
	uint32_t const starts = only ? found->count : found->capitals;
	if (only && (found->more || large.count == starts))
		return true;
	if (only) {
		(void)landing_refuse(n, "words-absent", landing_at_words(n, o),
		                     "these words stand there only with a capital letter, and not "
		                     "only at the start of a sentence; quote them as they stand");
		landing_note_matches(n, &large);
		return false;
	}
	if (large.count != starts || n->m->to_the_letter) {
		report_add(n->l->report, REDLINE_WARNING, "capital-left", landing_at_words(n, o),
		           "these words stand there with a capital letter, too, and stay there as "
		           "they are; quote them so if they are meant");
		landing_note_matches(n, &large);
		return true;
	}
	struct match *all =
		arena_array(n->l->arena, (size_t)found->count + large.count, sizeof *all);
	if (!all)
		return false;
	memcpy(all, found->at, found->count * sizeof *all);
	for (uint32_t i = 0; i < large.count; i++)
		all[found->count + i] = (struct match){large.at[i].range, true};
	found->at = all;
	found->count += large.count;
	found->capitals = 0;
	qsort(all, found->count, sizeof *all, compare_matches);
	return true;
}

/* The matches that the amendment means, in *found; refuses what is unclear. */
bool landing_pick_words(struct landing *n, const redline_operand *o, const struct area *area,
                        redline_occurrence occurrence, struct matches *found)
{
	if (!finder_has_words(o->words))
		return landing_refuse(n, "words-absent", landing_at_words(n, o),
		                      "there are no words between these quotation marks");
	uint32_t const most = occurrence == REDLINE_ONCE && !n->excepted_count && !area->column
	                              ? SHOWN_MATCHES : UINT32_MAX;
	struct area within = *area;
	if (!search_area(n, o, &within, occurrence, most, found))
		return false;
	if (n->m->apart && !stands_apart(n, o))
		return false;
	if (!settle_capitals(n, o, &within, occurrence, found))
		return false;
	landing_keep_exceptions(n, found);
	landing_keep_column(n, area, found);
	if (found->count > 1 && occurrence == REDLINE_ONCE && area->line && !found->more)
		keep_line(n, area, found);
	if (found->count > 1 && occurrence == REDLINE_ONCE)
		landing_keep_item_end(n, o, &within, found);
	if (found->count == 0 && !landing_pick_joined(n, o, &within, found))
		return false;
	if (found->count == 0)
		return landing_say_absent(n, o, area);
	if (!counts_the_same(n, occurrence, found))
		return landing_refuse(n, "words-repeated", landing_at_words(n, o),
		                      "these words stand there with a capital letter, too, and it is "
		                      "not clear whether that is counted; quote more of the text "
		                      "around them");
	switch (occurrence) {
	case REDLINE_ONCE:
		return found->count == 1 ? true : landing_say_repeated(n, o, area, found);
	case REDLINE_BOTH:
		return found->count == 2 || stands_once_in_each(n, o, area, 2, found)
		               ? true
		               : landing_say_count(n, o, area, found, "\"both\"");
	case REDLINE_EACH:
		return true;
	case REDLINE_NTH:
		return keep_nth(n, o, area, found);
	case REDLINE_SOME:
	case REDLINE_ALL_BUT:
		return keep_listed(n, o, area, occurrence == REDLINE_SOME, found);
	case REDLINE_COUNTED:
		return keep_counted(n, o, area, found);
	}
	return false;
}

/* Keeps the matches that stand right next to the anchor. */
static bool next_to_anchor(struct landing *n, const struct area *area, struct matches *found)
{
	struct matches anchors;
	if (!landing_pick_words(n, &n->m->anchor, area, REDLINE_ONCE, &anchors))
		return false;
	redline_range const a = anchors.at[0].range;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < found->count; i++) {
		redline_range const r = found->at[i].range;
		bool const fits = n->m->where == REDLINE_AFTER
		                          ? r.begin >= a.end &&
		                                    landing_space_end(n, a.end, r.begin) == r.begin
		                          : r.end <= a.begin &&
		                                    landing_space_end(n, r.end, a.begin) == a.begin;
		if (fits)
			found->at[kept++] = found->at[i];
	}
	found->count = kept;
	return true;
}

/* "the full stop at the end": the match that ends where the area ends. */
void landing_keep_edge(struct landing *n, const struct area *area, redline_where where,
                       struct matches *found)
{
	redline_range t = range_trim(n->l->text, area->range);
	if (area->kind == AREA_BLOCKS)
		t.begin = n->l->blocks[area->block].body.begin;
	bool stop;
	uint32_t const closing = landing_closing_begin(n, t, &stop);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < found->count; i++) {
		redline_range const r = found->at[i].range;
		if (where == REDLINE_AT_END ? r.end == t.end || r.end == closing
		                            : r.begin == t.begin)
			found->at[kept++] = found->at[i];
	}
	found->count = kept;
}

/* The words to be changed, narrowed by an anchor or an edge if one is given. */
bool landing_pick_target(struct landing *n, const struct area *area, struct matches *found)
{
	const redline_amendment *m = n->m;
	bool const by_anchor =
		m->anchor.present && (m->where == REDLINE_AFTER || m->where == REDLINE_BEFORE);
	bool const by_edge = m->extent == REDLINE_JUST_WORDS &&
	                     (m->where == REDLINE_AT_END || m->where == REDLINE_AT_START);
	if (!by_anchor && !by_edge)
		return landing_pick_words(n, &m->old_words, area, m->occurrence, found);
	if (m->occurrence != REDLINE_ONCE)
		return landing_refuse(n, "not-understood", landing_at_instruction(n),
		                      "it is not clear which words are counted here");
	if (!landing_search_words(n, &m->old_words, area, UINT32_MAX, found))
		return false;
	if (found->count == 0)
		return landing_say_absent(n, &m->old_words, area);
	if (by_anchor && !next_to_anchor(n, area, found))
		return false;
	if (by_edge)
		landing_keep_edge(n, area, n->m->where, found);
	if (found->count == 0)
		return landing_refuse(n, "words-absent", landing_at_words(n, &m->old_words),
		                      by_anchor ? "these words do not stand next to the words named"
		                                : "these words do not stand there");
	return found->count == 1 ? true : landing_say_repeated(n, &m->old_words, area, found);
}
