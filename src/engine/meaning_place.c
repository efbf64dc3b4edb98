/*
 * meaning_place.c -- the places that hold for a frame (meaning.h).
 *
 * A frame may name its own, may stand in a sentence or under an item that names one, and may
 * count provisions or edges inside of these.  Nothing is looked up here: places are said
 * relative to each other, and a puzzle is left where it is not clear how they go together.
 */
#include "meaning.h"

static bool refuse_place(struct grammar *g, const redline_place *place)
{
	puzzle(g, "place-unknown", "it is not clear which place this is: ", place->source, true);
	return false;
}

bool compose_set(struct grammar *g, const struct place_set *set, const redline_place *scope,
                 unsigned scope_count, struct place_set *out)
{
	place_set_clear(out);
	const redline_place *base = scope_count == 1 ? scope : NULL;
	for (unsigned i = 0; i < set->count; i++) {
		redline_place p =
			noun_compose(g->cursor.arena, base, &set->at[i], g->around->nested);
		if (!p.count)
			return refuse_place(g, &set->at[i]);
		/* what the sentence itself says holds for sure */
		if (base && scope != g->around->scope && p.inherited > base->inherited)
			p.inherited = base->inherited;
		out->at[out->count++] = p;
	}
	return true;
}

/* "La France se félicite du paragraphe 5 et propose de supprimer ...": no scope, that. */
static bool speaks_of_it_first(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (all[i].cls == LEX_STANCE ||
		    (i > 0 && all[i].cls == LEX_PROPOSE && all[i - 1].cls == LEX_AND))
			return true;
	return false;
}

/* "in paragraphs 3 and 12, delete (a)": a part of those named. */
static bool is_finer(const redline_place *inner, const redline_place *outer)
{
	return !inner->relative && outer->count && noun_lies_inside(inner, outer);
}

/* The word that ends at byte `end`, or the one before the blank there. */
static redline_bytes word_before(redline_bytes text, uint32_t end)
{
	unsigned size;
	while (end > 0 && !is_word_char(utf8_before(text, end, &size)))
		end -= size;
	uint32_t begin = end;
	while (begin > 0 && is_word_char(utf8_before(text, begin, &size)))
		begin -= size;
	return bytes_in(text, (redline_range){begin, end});
}

/* "Paragraph" and "paragraphs", «пункте» and «пункт»: but for a capital and an ending. */
static bool same_stem(redline_bytes a, redline_bytes b)
{
	unsigned x = 0, y = 0;
	if (a.len < 4 || b.len < 4)
		return false;
	(void)utf8_at(a, 0, &x);
	(void)utf8_at(b, 0, &y);
	size_t const rest = a.len - x < b.len - y ? a.len - x : b.len - y;
	return rest > 2 && memcmp(a.ptr + x, b.ptr + y, rest) == 0;
}

/* "in paragraph 1, delete the second paragraph": none of that name can stand in it. */
static bool counts_like_in_like(struct grammar *g, const struct place_set *set,
                                const redline_place *place)
{
	for (unsigned i = 0; i < set->count; i++) {
		const redline_step *step = set->at[i].count ? &set->at[i].steps[0] : NULL;
		if (!step || set->at[i].count != 1 || !step->ordinal || step->words.len ||
		    step->unit != innermost(place) || !place->steps[place->count - 1].label.len)
			continue;
		redline_bytes const outer =
			word_before(g->cursor.text, place->steps[place->count - 1].source.begin);
		if (!same_stem(bytes_in(g->cursor.text, step->source), outer))
			continue;
		puzzle(g, "place-unknown",
		       "this counts what it also says to be inside of one; name the part by its "
		       "number or letter: ",
		       set->at[i].source, true);
		return true;
	}
	return false;
}

bool compose_units(struct grammar *g, const struct frame *f, const struct place_set *set,
                   const struct place_set *places, struct place_set *out)
{
	bool const own = f->places.count > 0;
	if (own && places->count > 1 && set->count && set->at[0].count &&
	    (set->at[0].steps[0].ordinal || is_finer(&set->at[0], &places->at[0]))) {
		puzzle(g, "place-unknown", "it is not clear in which of the places named: ",
		       set->at[0].source, true);
		return false;
	}
	if ((own || g->around->nested) && places->count == 1 &&
	    counts_like_in_like(g, set, &places->at[0]))
		return false;
	if (places->count != 1 || (!own && !g->out->has_places) || g->around->nested)
		return compose_set(g, set, places->at, places->count, out);
	place_set_clear(out);
	for (unsigned i = 0; i < set->count; i++) {
		redline_place p = noun_compose_inside(g->cursor.arena, &places->at[0], &set->at[i],
		                                      (own || g->amended) && !speaks_of_it_first(g));
		if (!p.count)
			return refuse_place(g, &set->at[i]);
		if (p.inherited > places->at[0].inherited)
			p.inherited = places->at[0].inherited;
		out->at[out->count++] = p;
	}
	return true;
}

/* The places that hold without what the frame says: the sentence's, else the scope. */
static void surrounding_places(struct grammar *g, struct place_set *out)
{
	if (g->out->has_places) {
		place_set_copy(out, &g->out->places);
		for (unsigned i = 0; i < out->count; i++)
			out->at[i].firm |= g->amended;
		return;
	}
	place_set_clear(out);
	for (unsigned i = 0; i < g->around->scope_count && i < PLACES_MAX; i++) {
		out->at[i] = g->around->scope[i];
		out->at[i].inherited = out->at[i].count;
		out->at[i].firm = g->around->nested;
		out->count++;
	}
}

redline_unit innermost(const redline_place *p)
{
	return p->count ? p->steps[p->count - 1].unit : REDLINE_DOCUMENT;
}

static bool is_heading_unit(redline_unit unit)
{
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE;
}

/* Are the sentence's places these, composed? */
static bool has_placed(const struct grammar *g, const struct frame *f)
{
	return g->placed == f && g->out->has_places && f->places.count &&
	       g->out->places.count == f->places.count && g->placed_by == f->places.at[0].steps;
}

bool own_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
	if (has_placed(g, f)) {
		place_set_copy(out, &g->out->places);
		return true;
	}
	bool const earlier = g->placed && g->placed != f && g->out->has_places &&
	                     g->out->places.count == 1 && !g->around->nested;
	if (!earlier)
		return compose_set(g, &f->places, g->around->scope, g->around->scope_count, out);
	/* "in article 2, paragraph 1, delete “a” and in paragraph 2 delete “b”" */
	redline_place const before = g->out->places.at[0];
	place_set_clear(out);
	for (unsigned i = 0; i < f->places.count; i++) {
		redline_place const p =
			noun_compose(g->cursor.arena, &before, &f->places.at[i], false);
		if (!p.count)
			return refuse_place(g, &f->places.at[i]);
		out->at[out->count++] = p;
	}
	return true;
}

bool frame_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
	if (!f->places.count)
		surrounding_places(g, out);
	else if (!own_places(g, f, out))
		return false;
	if (!f->edges.count)
		return true;
	struct place_set base;
	place_set_copy(&base, out);
	if (f->places.count && is_heading_unit(innermost(&f->places.at[0])) &&
	    !is_heading_unit(innermost(&f->edges.at[0]))) {
		puzzle(g, "not-understood",
		       "it is not clear how this place goes with the heading named, too: ",
		       f->edges.at[0].source, true); /* "at the end of paragraph 7 in the heading" */
		return false;
	}
	return compose_units(g, f, &f->edges, &base, out);
}
