/*
 * land_under.c -- an amendment that stands under a heading of the draft (landing.h).
 *
 * A statement lists its amendments under lines that may be headings of the draft or may not:
 * "Foreword", "Comments".  Here the draft is known.  If it has a heading that reads like the
 * innermost such line, or else the next, the amendment's places lie below that; those that
 * are numbered through the whole draft need not, so a place that isn't found there is looked
 * for as if nothing stood above it.
 */
#include "landing.h"

/* A place that says its section itself has no need of a heading, and one that changed its
 * name by an act is none to look for. */
static bool may_lie_below(const redline_place *place)
{
	if (place->also_count || place->relative || place->renumbered || place->designated)
		return false;
	if (place->older >= place->count)
		return true;
	redline_unit const unit = place->steps[place->older].unit;
	return unit != REDLINE_DOCUMENT && unit != REDLINE_ANNEX && unit != REDLINE_CHAPTER &&
	       unit != REDLINE_SECTION && unit != REDLINE_TITLE;
}

/* The place below the heading: without what was named before the heading was. */
static bool put_below(struct landing *n, redline_bytes heading, const redline_place *place,
                      redline_place *out)
{
	uint32_t const own = place->count - place->older;
	redline_step *steps = arena_array(n->l->arena, (size_t)own + 1, sizeof *steps);
	if (!steps)
		return false;
	steps[0] = (redline_step){.unit = REDLINE_SECTION, .words = heading};
	if (own)
		memcpy(steps + 1, place->steps + place->older, own * sizeof *steps);
	*out = *place;
	out->steps = steps;
	out->count = own + 1;
	out->inherited = 1;
	out->older = 0;
	out->firm = true;
	return true;
}

/* The innermost line above it that is a heading of the draft. */
static bool find_heading(const struct landing *n, redline_bytes *heading)
{
	for (uint32_t i = n->m->under_count; i-- > 0;) {
		*heading = n->m->under[i];
		if (places_has_heading(&n->l->places, *heading))
			return true;
	}
	return false;
}

static bool is_there(struct landing *n, const redline_place *place)
{
	struct area area;
	redline_place held;
	return places_resolve(&n->l->places, place, landing_at_instruction(n), NULL, &area, &held);
}

bool landing_goes_below(struct landing *n)
{
	const redline_amendment *m = n->m;
	redline_bytes heading;
	bool const placeless = m->place_count == 0 && (m->old_words.present || m->anchor.present);
	if ((!m->place_count && !placeless) || !find_heading(n, &heading))
		return true;
	uint32_t const count = placeless ? 1 : m->place_count;
	redline_amendment *own = arena_alloc(n->l->arena, sizeof *own);
	redline_place *places = arena_array(n->l->arena, count, sizeof *places);
	if (!own || !places)
		return false;
	*own = *m;
	redline_place const none = {.source = m->source};
	for (uint32_t i = 0; i < count; i++) {
		const redline_place *place = placeless ? &none : &m->places[i];
		places[i] = *place;
		redline_place below;
		if (!may_lie_below(place))
			continue;
		if (!put_below(n, heading, place, &below))
			return false;
		if (place->older >= place->count || is_there(n, &below))
			places[i] = below;
	}
	own->places = places;
	own->place_count = count;
	n->m = own;
	return true;
}
