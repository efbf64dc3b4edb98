/*
 * land_item.c -- a change that the statement gives a number which an item of the place has, too
 * (landing.h).
 */
#include "landing.h"

/* The place with one step more, of this number; or the provision that has it, if none is named. */
static bool with_item(struct landing *n, redline_bytes number, redline_place *out)
{
	redline_place const none = {.source = n->m->source};
	const redline_place *place = n->m->place_count ? &n->m->places[0] : &none;
	redline_step *steps = arena_array(n->l->arena, (size_t)place->count + 1, sizeof *steps);
	if (!steps)
		return false;
	if (place->count)
		memcpy(steps, place->steps, place->count * sizeof *steps);
	steps[place->count] = (redline_step){
		.unit = place->count ? REDLINE_SUBPARAGRAPH : REDLINE_PARAGRAPH_UNIT, .label = number};
	*out = *place;
	out->steps = steps;
	out->count = place->count + 1;
	out->also = NULL;
	out->also_count = 0;
	return true;
}

/* From here on the amendment is about this item of its place. */
static bool take_item(struct landing *n, const redline_place *item)
{
	redline_amendment *m = arena_array(n->l->arena, 1, sizeof *m);
	redline_place *place = arena_array(n->l->arena, 1, sizeof *place);
	if (!m || !place)
		return false;
	*place = *item;
	*m = *n->m;
	m->places = place;
	m->place_count = 1;
	n->m = m;
	return true;
}

bool landing_is_no_item(struct landing *n)
{
	const redline_amendment *m = n->m;
	redline_place item, held;
	struct area area;
	if (!m->item.len || m->place_count > 1)
		return true;
	if (!with_item(n, m->item, &item))
		return false;
	if (!places_resolve(&n->l->places, &item, landing_at_instruction(n), NULL, &area, &held))
		return true;
	if (m->old_words.present || m->anchor.present) /* they tell: they must stand there */
		return take_item(n, &item);
	return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
	                      "the number before this may be the change's own or that of an item "
	                      "of the place, which has one; leave it out, or name the item");
}
