/*
 * parallel.c -- "replace “a” and “b” with “c” and “d”, respectively": lists that
 * belong together item by item, as one frame for each item.
 *
 * read_frames has put the first list, and the first item of the second, in one
 * frame, and the other items of the second as objects of frames that go on with
 * its verb.  Lists of places stand in the frame itself.
 */
#include "clause.h"
#include "frame.h"

#define ITEMS_MAX (2 * OBJECTS_MAX)

struct lists {
	unsigned objects, news, places;
	redline_operand object[ITEMS_MAX], now[ITEMS_MAX];
};

/* The slot that the second list began in. */
static redline_operand *second_slot(struct frame *f)
{
	redline_operand *const slots[] = {&f->with, &f->to, &f->instead, &f->for_, &f->anchor};
	for (unsigned i = 0; i < sizeof slots / sizeof slots[0]; i++)
		if (slots[i]->present)
			return slots[i];
	return NULL;
}

/* A frame that holds nothing but further items. */
static bool is_tail(const struct frame *f)
{
	/* "„a“ und „b“ durch „c“ beziehungsweise „d“ ersetzt": the verb stands at the end */
	bool const behind = f->has_verb && is_replacing(f->verb) && f->form != FORM_ACTIVE;
	return (f->taken_verb || behind) && f->object_count && !f->units.count && !f->anchor.present &&
	       !f->anchors.count && !f->instead.present && !f->for_.present && !f->with.present &&
	       !f->to.present && !f->read.present && !f->from.present && !f->adds_unit;
}

/* Collects the lists; false if there is more in the sentence than they. */
static bool collect(struct grammar *g, struct lists *l)
{
	struct frame *f = &g->frames[0];
	if (!f->places.count && f->object_count) { /* "第1段和第5段中的“a”和“b”" */
		f->places = f->units;
		f->units.count = 0;
	}
	*l = (struct lists){.objects = f->object_count, .places = f->places.count};
	memcpy(l->object, f->object, sizeof f->object);
	const redline_operand *first = second_slot(f);
	if (first)
		l->now[l->news++] = *first;
	for (unsigned i = 1; i < g->frame_count; i++) {
		const struct frame *tail = &g->frames[i];
		if (!is_tail(tail) || l->news + l->objects + tail->object_count > ITEMS_MAX)
			return false;
		for (unsigned k = 0; k < tail->object_count; k++) {
			if (first)
				l->now[l->news++] = tail->object[k];
			else /* "delete “a” and “b”" */
				l->object[l->objects++] = tail->object[k];
		}
		if (!tail->taken_places && tail->places.count) {
			/* "... with “c” and “d” in paragraph 5" */
			if (f->places.count)
				return false;
			f->places = tail->places;
			l->places = tail->places.count;
		}
	}
	return true;
}

static bool fits(unsigned length, unsigned items)
{
	return length <= 1 || length == items;
}

/* Places go with the items only where one of the other lists does not. */
static bool are_parallel(const struct lists *l, unsigned items)
{
	int const long_ones = (l->objects == items) + (l->news == items) + (l->places == items);
	bool const words = l->objects == items && l->news == items;
	return items > 1 && fits(l->objects, items) && fits(l->news, items) &&
	       fits(l->places, items) && (long_ones >= 2 + (words && l->places > 1)) && l->objects;
}

/*
 * The frame's own place of the list.  Where the words are a list, too, they must not
 * stand in the other places: "in 4 and 7, replace “a” and “b” ..., respectively" may
 * mean both changes in both.
 */
static void keep_place(struct frame *f, unsigned i, bool all_lists)
{
	redline_place const own = f->places.at[i];
	f->apart = all_lists;
	for (unsigned k = 0; all_lists && k < f->places.count; k++)
		if (k != i && f->excepted.count < PLACES_MAX)
			f->excepted.at[f->excepted.count++] = f->places.at[k];
	f->places.at[0] = own;
	f->places.count = 1;
}

static void spread(struct grammar *g, const struct lists *l, unsigned items)
{
	for (unsigned i = items; i-- > 0;) {
		struct frame *f = &g->frames[i];
		if (i)
			*f = g->frames[0];
		f->object[0] = l->object[l->objects > 1 ? i : 0];
		f->object_count = 1;
		redline_operand *slot = second_slot(f);
		if (slot)
			*slot = l->now[l->news > 1 ? i : 0];
		if (l->places == items)
			keep_place(f, i, l->objects == items && l->news == items);
	}
	g->frame_count = items;
	g->f = &g->frames[items - 1];
}

/* Numbers that are given one by one keep their order anyway. */
static bool is_for_numbers(const struct frame *f)
{
	return f->has_verb && (f->verb == VERB_RENUMBER || f->verb == VERB_MOVE);
}

/* "striking (d) and redesignating (e) and (f) as (d) and (e), respectively" */
static bool ends_with_numbers(const struct grammar *g)
{
	const struct frame *last = &g->frames[g->frame_count - 1];
	if (!is_for_numbers(last))
		return false;
	for (unsigned i = 0; i + 1 < g->frame_count; i++)
		if (!frame_is_whole(&g->frames[i]))
			return false;
	return true;
}

/* The words that a run of frames with one verb has; false if there is more in them. */
static bool words_of_run(const struct grammar *g, unsigned from, unsigned to,
                         redline_operand words[ITEMS_MAX], unsigned *count)
{
	*count = 0;
	for (unsigned i = from; i < to; i++) {
		const struct frame *f = &g->frames[i];
		bool const only = f->object_count && !f->units.count && !f->with.present &&
		                  !f->to.present && !f->instead.present && !f->for_.present &&
		                  !f->anchor.present && !f->adds_unit && !f->has_occurrence &&
		                  !f->from.present && f->where == REDLINE_NOWHERE;
		if (!only || *count + f->object_count > ITEMS_MAX)
			return false;
		for (unsigned k = 0; k < f->object_count; k++)
			words[(*count)++] = f->object[k];
	}
	return *count > 1;
}

/* "strike “a” and “b” and insert “c” and “d”, respectively": each for its like. */
static bool pair_two_verbs(struct grammar *g)
{
	struct lists l = {.objects = 0};
	unsigned second = 0;
	while (second < g->frame_count && g->frames[second].verb == VERB_DELETE)
		second++;
	for (unsigned i = 0; i < g->frame_count; i++)
		if (!g->frames[i].has_verb || (i >= second && g->frames[i].verb != VERB_INSERT))
			return false;
	if (!second || !words_of_run(g, 0, second, l.object, &l.objects) ||
	    !words_of_run(g, second, g->frame_count, l.now, &l.news) || l.objects != l.news ||
	    l.objects > FRAMES_MAX)
		return false;
	struct frame *first = &g->frames[0];
	for (unsigned i = 1; i < g->frame_count; i++)
		if (g->frames[i].places.count && !g->frames[i].taken_places)
			return false;
	first->span.end = g->frames[g->frame_count - 1].span.end;
	first->verb = VERB_REPLACE;
	first->with = l.now[0];
	l.places = first->places.count;
	spread(g, &l, l.objects);
	for (unsigned i = 0; i < g->frame_count; i++)
		g->frames[i].in_pairs = true;
	return true;
}

/* Several whole changes, as many as there are places. */
static bool place_each(struct grammar *g)
{
	struct place_set places;
	place_set_copy(&places, &g->frames[0].places);
	if (places.count != g->frame_count || places.count < 2)
		return false;
	for (unsigned i = 0; i < g->frame_count; i++) {
		struct frame *f = &g->frames[i];
		if (f->object_count != 1 || !second_slot(f) || (i && !f->taken_places))
			return false;
	}
	for (unsigned i = 0; i < g->frame_count; i++) {
		g->frames[i].places.at[0] = places.at[i];
		g->frames[i].places.count = 1;
	}
	return true;
}

/* "replace “a” with “c” and “b” with “d”, respectively": it says nothing. */
static bool is_said_in_full(struct grammar *g)
{
	for (unsigned i = 0; i < g->frame_count; i++) {
		struct frame *f = &g->frames[i];
		if (f->object_count != 1 || !second_slot(f) || f->places.count > 1)
			return false;
	}
	return g->frame_count > 1;
}

/* "replace a with b and c with d, except in paragraph 7": both, or the second? */
static void check_exceptions(struct grammar *g)
{
	unsigned with = 0;
	for (unsigned i = 0; i < g->frame_count; i++)
		with += g->frames[i].excepted.count > 0;
	if (with && with < g->frame_count)
		puzzle(g, "not-understood",
		       "it is not clear which of these changes the exception is about; say each in a "
		       "sentence of its own",
		       g->f->span, false);
}

static void bind_pairs(struct grammar *g)
{
	for (unsigned i = 0; g->respectively && i < g->frame_count; i++)
		g->frames[i].in_pairs = true;
}

void pair_lists(struct grammar *g)
{
	struct lists l;
	check_exceptions(g);
	bind_pairs(g);
	if (!g->respectively || g->out->puzzle.code || is_for_numbers(&g->frames[0]) ||
	    ends_with_numbers(g) || place_each(g) || is_said_in_full(g) || pair_two_verbs(g))
		return;
	bool const whole = collect(g, &l);
	unsigned const more = l.objects > l.news ? l.objects : l.news;
	unsigned const items = more > 1 ? more : l.places;
	if (!whole || items > ITEMS_MAX || !are_parallel(&l, items)) {
		puzzle(g, "not-understood",
		       "\"respectively\" wants two lists of the same length that belong together item "
		       "by item; or say each change by itself",
		       g->frames[0].span, false);
		return;
	}
	spread(g, &l, items);
}
