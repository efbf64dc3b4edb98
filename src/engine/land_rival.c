/*
 * land_rival.c -- an amendment whose place was only spoken of, behind another that held
 * (landing.h): the one that has the words is meant; where both have them, that is asked.
 */
#include "landing.h"

/* Does the operand stand in one of the places?  *found is false, too, if they are nowhere. */
static bool stand_in(struct landing *n, const redline_place *places, uint32_t count,
                     const redline_operand *o, bool *found)
{
	*found = false;
	for (uint32_t i = 0; i < count && !*found; i++) {
		struct area area;
		redline_place held;
		struct matches there;
		if (!places_resolve(&n->l->places, &places[i], landing_at_instruction(n), NULL,
		                    &area, &held))
			continue;
		if (!o)
			*found = true;
		else if (!landing_search_words(n, o, &area, SHOWN_MATCHES, &there))
			return false;
		else
			*found = there.count > 0 || there.more;
	}
	return true;
}

/* Is the place spoken of the one that held, or a part of it: "Section II.  Paragraph 4 is too
 * long.  Delete ..."? */
static bool is_part_of_rival(const struct landing *n)
{
	const redline_amendment *m = n->m;
	struct area own, rival;
	redline_place held;
	return m->place_count == 1 && m->rival_count == 1 &&
	       places_resolve(&n->l->places, m->places, landing_at_instruction(n), NULL, &own,
	                      &held) &&
	       places_resolve(&n->l->places, m->rival, landing_at_instruction(n), NULL, &rival,
	                      &held) &&
	       own.range.begin >= rival.range.begin && own.range.end <= rival.range.end;
}

bool landing_settles_rival(struct landing *n)
{
	const redline_amendment *m = n->m;
	const redline_operand *o = m->old_words.present ? &m->old_words
	                           : m->anchor.present  ? &m->anchor
	                                                : NULL;
	bool here, there;
	if (!m->rival_count || is_part_of_rival(n))
		return true;
	if (!stand_in(n, m->places, m->place_count, o, &here) ||
	    !stand_in(n, m->rival, m->rival_count, o, &there))
		return false;
	if (here && there) {
		(void)landing_refuse(
			n, "place-ambiguous", landing_at_instruction(n),
			"it is not clear whether this is to be done in the place that is spoken of "
			"right before, or in the one that was named before that; name it here");
		report_note(n->l->report,
		            (redline_spot){REDLINE_IN_STATEMENT(n->statement), m->places[0].source},
		            "spoken of here");
		report_note(n->l->report,
		            (redline_spot){REDLINE_IN_STATEMENT(n->statement), m->rival[0].source},
		            "named here");
		return false;
	}
	if (!there)
		return true;
	redline_amendment *own = arena_alloc(n->l->arena, sizeof *own);
	if (!own)
		return false;
	*own = *m;
	own->places = m->rival;
	own->place_count = m->rival_count;
	n->m = own;
	return true;
}
