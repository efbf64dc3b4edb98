/*
 * spared.c -- see spared.h.
 */
#include "spared.h"

#include "base/bytes.h"
#include "base/vec.h"
#include "spoken_of.h"

#define AREAS_MAX 32u /* of one sentence that are looked at */

/* Edits by their amendment: those of result i are at[first[i]] to at[first[i + 1]]. */
struct by_cause {
	const struct edit **at;
	uint32_t *first;
};

static bool sort_edits(struct by_cause *b, struct arena *a, const edit_list *edits,
                       uint32_t result_count)
{
	b->at = arena_array(a, edits->len + 1, sizeof *b->at);
	b->first = arena_array(a, (size_t)result_count + 2, sizeof *b->first);
	if (!b->at || !b->first)
		return false;
	for (size_t i = 0; i < edits->len; i++)
		b->first[edits->at[i].cause + 2]++;
	for (uint32_t i = 2; i < result_count + 2; i++)
		b->first[i] += b->first[i - 1];
	for (size_t i = 0; i < edits->len; i++)
		b->at[b->first[edits->at[i].cause + 1]++] = &edits->at[i];
	return true;
}

/* Where the sentence's places are; those that the draft has not tell nothing. */
static unsigned find_areas(const struct lander *l, const struct spoken_of *s, uint32_t statement,
                           redline_range areas[AREAS_MAX])
{
	unsigned n = 0;
	for (uint32_t i = 0; i < s->place_count && n < AREAS_MAX; i++) {
		struct area area;
		redline_place held;
		redline_spot const where = {REDLINE_IN_STATEMENT(statement), s->places[i].source};
		if (places_resolve(&l->places, &s->places[i], where, NULL, &area, &held) &&
		    area.kind != AREA_DOCUMENT)
			areas[n++] = area.range;
	}
	return n;
}

static bool lies_in(redline_range inner, redline_range outer)
{
	return inner.begin >= outer.begin && inner.end <= outer.end;
}

/* Is something changed in one of these areas, and something outside of all? */
static bool goes_beyond(const struct by_cause *b, uint32_t result, const redline_range *areas,
                        unsigned count)
{
	bool inside = false, outside = false;
	for (uint32_t i = b->first[result]; i < b->first[result + 1]; i++) {
		redline_range const core = b->at[i]->core;
		bool in = false;
		for (unsigned k = 0; k < count; k++) {
			in |= lies_in(core, areas[k]);
			/* a list or section that goes, and the place with it */
			inside |= range_len(areas[k]) && lies_in(areas[k], core);
		}
		inside |= in;
		outside |= !in;
	}
	return inside && outside;
}

static void refuse(struct lander *l, redline_result *r, uint32_t index, const struct spoken_of *s)
{
	l->report->amendment = index;
	report_add(l->report, REDLINE_ERROR, "exception-unclear",
	           (redline_spot){REDLINE_IN_STATEMENT(r->statement), s->source},
	           "this speaks of a place where the change before it is made, too; if nothing is "
	           "to change there, say \"except in ...\" with the change, and begin a reason "
	           "with \"because\"");
	report_note(l->report,
	            (redline_spot){REDLINE_IN_STATEMENT(r->statement), r->amendment->source},
	            "the change");
	l->report->amendment = REDLINE_NONE;
	r->fate = REDLINE_REFUSED;
}

bool spared_settle(struct lander *l, const redline_statement *const *statements, uint32_t count,
                   redline_result *results, uint32_t result_count, const edit_list *edits,
                   bool *any)
{
	struct by_cause by = {.at = NULL};
	uint32_t base = 0; /* the result of the statement's first amendment */
	*any = false;
	for (uint32_t k = 0; k < count; k++) {
		uint32_t spoken, amendments;
		const struct spoken_of *s = statement_spoken_of(statements[k], &spoken);
		(void)redline_statement_amendments(statements[k], &amendments);
		if (spoken && !by.at && !sort_edits(&by, l->arena, edits, result_count))
			return false;
		for (uint32_t i = 0; i < spoken; i++) {
			redline_range areas[AREAS_MAX];
			unsigned const n = find_areas(l, &s[i], k, areas);
			for (uint32_t m = s[i].first; n && m < s[i].first + s[i].count; m++) {
				redline_result *r = &results[base + m];
				if (r->fate != REDLINE_APPLIED ||
				    !goes_beyond(&by, base + m, areas, n))
					continue;
				refuse(l, r, base + m, &s[i]);
				*any = true;
			}
		}
		base += amendments;
	}
	return true;
}
