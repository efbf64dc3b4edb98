/*
 * clause_except.c -- places that are left as they are: "throughout paragraph 6, save for (b)"
 * (clause_parts.h).
 *
 * What is left out lies within the place named, so that is where a number or a letter
 * alone is looked for.
 */
#include "clause_parts.h"
#include "meaning.h"

void read_except(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_EXCEPT;
}

bool read_past_except(struct grammar *g)
{
	bool const behind = g->role == ROLE_EXCEPT && is_behind(g, LEX_EXCEPT);
	g->cursor.at += behind;
	return behind;
}

/*
 * What has the number that is left out: 4 of "paragraphs 3 to 7" is a paragraph, 4.1 of
 * "clause 4" a clause, and 4 of "section II" a paragraph in it; 4 of "section 3" may be either.
 * REDLINE_DOCUMENT if it is not known.
 */
static redline_unit unit_left_out(const struct frame *f, redline_bytes number)
{
	const struct place_set *set = f->places.count ? &f->places : &f->units;
	const redline_place *last = set->count ? &set->at[set->count - 1] : NULL;
	const redline_step *step = last && last->count ? &last->steps[last->count - 1] : NULL;
	if (!step || !step->label.len)
		return REDLINE_DOCUMENT;
	bool const inside = bytes_start(number, step->label) && number.len > step->label.len &&
	                    number.ptr[step->label.len] == '.';
	if (set->count > 1 || step->label_to.len || inside)
		return step->unit;
	return is_digit(step->label.ptr[0]) ? REDLINE_DOCUMENT : REDLINE_PARAGRAPH_UNIT;
}

bool read_excepted_numeral(struct grammar *g)
{
	if (g->role != ROLE_EXCEPT || peek(g, 0)->cls != LEX_NUMERAL || noun_is_place(&g->cursor))
		return false;
	redline_range const from = peek(g, 0)->range;
	const struct numeral *n = &g->cursor.lexed->numerals[peek(g, 0)->value];
	redline_unit const unit = unit_left_out(g->f, n->part[0]);
	struct place_set set;
	place_set_clear(&set);
	if (unit != REDLINE_DOCUMENT)
		noun_bare(&g->cursor, unit, &set);
	else
		puzzle(g, "place-unknown",
		       "it is not clear what has this number; say \"paragraph\" or what it is: ",
		       from, true);
	file_excepted(g, &set);
	g->f->places_end = g->cursor.at;
	g->role = ROLE_OBJECT;
	return true;
}

/* "except in (b) and in paragraph 7": the last is coarser, and may be one more place instead. */
static bool goes_on_with_places(const struct place_set *set)
{
	for (unsigned i = 1; i < set->count; i++)
		if (noun_lies_inside(&set->at[0], &set->at[i]))
			return true;
	return false;
}

void file_excepted(struct grammar *g, const struct place_set *set)
{
	if (goes_on_with_places(set))
		puzzle(g, "place-unknown",
		       "it is not clear which of these places are left out; say each change with "
		       "its place: ",
		       set->at[0].source, true);
	set_places(&g->f->excepted, set);
}

/* A finer place lies within the one that the frame names: "in paragraph 6 save for (b)". */
static bool compose_excepted(struct grammar *g, const struct frame *f, struct place_set *out)
{
	const struct surroundings *around = g->around;
	struct place_set own;
	place_set_clear(&own);
	if (f->places.count && !own_places(g, f, &own))
		return false;
	if (!f->places.count && g->out->has_places)
		place_set_copy(&own, &g->out->places);
	bool const within = own.count && innermost(&own.at[0]) != REDLINE_DOCUMENT;
	bool const finer = !f->apart && within && !f->excepted.at[0].relative &&
	                   noun_lies_inside(&f->excepted.at[0], &own.at[0]);
	if (!finer)
		return compose_set(g, &f->excepted, around->scope, around->scope_count, out);
	if (own.count > 1) {
		puzzle(g, "place-unknown",
		       "it is not clear in which of the places named: ", f->excepted.at[0].source,
		       true);
		return false;
	}
	return compose_set(g, &f->excepted, own.at, own.count, out);
}

void mean_exceptions(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	struct place_set excepted;
	if (!f->excepted.count || !compose_excepted(g, f, &excepted))
		return;
	m->excepted = copy_places(g, excepted.at, excepted.count);
	m->excepted_count = m->excepted ? excepted.count : 0;
	m->apart = f->apart;
}
