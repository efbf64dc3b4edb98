/*
 * statement_rival.c -- places that held before another one was spoken of (statement_run.h).
 *
 * "Paragraph 7.  Japan: Paragraph 4 already covers this.  Delete ..." may be meant for either of
 * the two.  Which of them has the words only the draft can tell (land_rival.c).
 */
#include "statement_run.h"

void note_rival(const struct reading_run *r, const struct reading *reading, struct scope *next)
{
	const struct scope *now = &r->base;
	bool const goes_on = reading->kind == REDLINE_INSTRUCTION && reading->count &&
	                     reading->amendments[0].place_count &&
	                     reading->amendments[0].places[0].inherited;
	bool const spoken_of = reading->mentions && reading->kind != REDLINE_INSTRUCTION;
	if (!goes_on && !spoken_of)
		return;
	bool const firm = spoken_of && !now->rival_count && !now->spoken_of;
	next->spoken_of = spoken_of || now->spoken_of;
	next->rival = firm ? now->places : now->rival;
	next->rival_count = firm ? now->count : now->rival_count;
}

/* The parts of `place` that it does not have from the scope, inside of `rival`. */
static redline_place moved(struct reading_run *r, const redline_place *place,
                           const redline_place *rival)
{
	redline_place out = *rival;
	uint32_t const own = place->count - place->inherited;
	redline_step *steps = arena_array(&r->s->arena, (size_t)rival->count + own, sizeof *steps);
	if (!steps)
		return out;
	memcpy(steps, rival->steps, rival->count * sizeof *steps);
	memcpy(steps + rival->count, place->steps + place->inherited, own * sizeof *steps);
	out.steps = steps;
	out.count = out.inherited = rival->count + own;
	out.also = NULL;
	out.also_count = 0;
	return out;
}

void heed_rival(struct reading_run *r, redline_amendment *m)
{
	const struct scope *now = &r->base;
	if (!now->rival_count || !m->place_count || !m->places[0].inherited ||
	    m->places[0].inherited > m->places[0].count)
		return;
	redline_place *copy = arena_array(&r->s->arena, now->rival_count, sizeof *copy);
	if (!copy)
		return;
	for (uint32_t i = 0; i < now->rival_count; i++)
		copy[i] = moved(r, &m->places[0], &now->rival[i]);
	m->rival = copy;
	m->rival_count = now->rival_count;
}
