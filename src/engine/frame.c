/*
 * frame.c -- see frame.h.  A slot that is filled again after a conjunction continues the
 * verb in a frame of its own.
 */
#include "frame.h"

void open_frame(struct grammar *g, bool after_and)
{
	if (g->frame_count == FRAMES_MAX) {
		puzzle(g, "not-understood", "too many changes in one sentence", peek(g, 0)->range,
		       false);
		return;
	}
	g->f = &g->frames[g->frame_count++];
	memset(g->f, 0, offsetof(struct frame, units));
	place_set_clear(&g->f->units);
	place_set_clear(&g->f->anchors);
	place_set_clear(&g->f->places);
	place_set_clear(&g->f->edges);
	place_set_clear(&g->f->with_units);
	place_set_clear(&g->f->targets);
	place_set_clear(&g->f->excepted);
	g->f->after_and = after_and;
	g->f->span = (redline_range){peek(g, 0)->range.begin, peek(g, 0)->range.end};
	g->role = ROLE_OBJECT;
}

bool frame_is_empty(const struct frame *f)
{
	return !f->has_verb && !f->object_count && !f->units.count && !f->anchors.count &&
	       !f->places.count && !f->anchor.present && !f->instead.present && !f->for_.present &&
	       !f->with.present && !f->from.present && !f->rest;
}

bool frame_is_whole(const struct frame *f)
{
	bool const object = f->object_count || f->units.count || f->brackets || f->from.present;
	if (!f->has_verb)
		return f->object_count && (f->instead.present || f->read.present);
	switch (f->verb) {
	case VERB_REPLACE:
	case VERB_SUBSTITUTE:
	case VERB_CHANGE:
		return object &&
		       (f->with.present || f->for_.present || f->to.present || f->instead.present);
	case VERB_DELETE:
	case VERB_BRACKET:
	case VERB_UNBRACKET:
	case VERB_PUT:
		return object || f->to.present;
	case VERB_COMPLETE:
		return f->object_count;
	case VERB_INSERT:
		return object &&
		       (f->where != REDLINE_NOWHERE || f->instead.present || f->instead_word);
	case VERB_USE:
		return object && (f->instead.present || f->for_.present || f->instead_word);
	case VERB_READ:
	case VERB_AMEND:
	case VERB_REWRITE:
		return f->read.present || f->to.present;
	case VERB_MOVE:
		return object && (f->where != REDLINE_NOWHERE || f->targets.count);
	case VERB_RENUMBER:
		return object || f->rest || f->instead_word;
	default:
		return object;
	}
}

static redline_operand *slot_of(struct grammar *g)
{
	struct frame *f = g->f;
	switch (g->role) {
	case ROLE_WITH:
		return &f->with;
	case ROLE_INSTEAD:
		return &f->instead;
	case ROLE_FOR:
		return &f->for_;
	case ROLE_TO:
		return &f->to;
	case ROLE_READ:
		return &f->read;
	case ROLE_ANCHOR:
		return &f->anchor;
	case ROLE_ANCHOR_TO:
		return &f->anchor_to;
	case ROLE_FROM:
		return &f->from;
	case ROLE_THROUGH:
		return &f->through;
	case ROLE_CHECK:
		return &f->check;
	case ROLE_EXCEPT:
	case ROLE_OBJECT:
		return f->has_verb && f->verb == VERB_REWRITE ? &f->read : NULL;
	case ROLE_PLACE:
	case ROLE_EDGE:
	case ROLE_TARGET:
		return NULL;
	}
	return NULL;
}

void continue_verb(struct grammar *g)
{
	const struct frame *before = g->f;
	open_frame(g, false);
	if (g->f == before)
		return;
	g->f->has_verb = before->has_verb;
	g->f->verb = before->verb;
	g->f->form = before->form;
	g->f->places = before->places;
	g->f->excepted = before->excepted;
	g->f->context = before->context;
	g->f->taken_verb = g->f->has_verb;
	g->f->taken_places = g->f->places.count > 0;
}

/* A verb taken over, and nothing for it to do. */
static bool frame_is_idle(const struct frame *f)
{
	return f->taken_verb && !f->object_count && !f->units.count && !f->anchor.present &&
	       !f->anchors.count && !f->instead.present && !f->for_.present && !f->with.present &&
	       !f->to.present && !f->read.present && !f->from.present && !f->adds_unit &&
	       !f->brackets && !f->pronoun && f->where == REDLINE_NOWHERE;
}

bool after_separator(const struct grammar *g)
{
	if (g->cursor.at == 0)
		return false;
	uint32_t at = g->cursor.at - 1;
	const struct lexeme *all = g->cursor.lexed->at;
	while (at > 0 && (all[at].cls == LEX_TEXT || all[at].cls == LEX_FILLER ||
	                  all[at].cls == LEX_INSTEAD))
		at--;
	return is_separator(&all[at]);
}

bool is_replacing(enum verb verb)
{
	return verb == VERB_REPLACE || verb == VERB_SUBSTITUTE || verb == VERB_CHANGE;
}

bool awaits_verb(const struct frame *f)
{
	return !f->has_verb && f->object_count > 0;
}

static void add_object(struct grammar *g, redline_operand operand)
{
	/* "„a“ durch „b“ und „c“ durch „d“ ersetzt", "„a“ in Absatz 5 und „b“ in Absatz 6" */
	if (awaits_verb(g->f) && (g->f->with.present || g->f->place_behind) && after_separator(g))
		open_frame(g, true);
	struct frame *f = g->f;
	bool const goes_on = is_replacing(f->verb) || f->verb == VERB_INSERT ||
	                     (f->verb == VERB_DELETE && f->places.count && !f->taken_places);
	if (!brackets_take(g, f, &operand))
		return;
	if (f->has_verb && f->object_count && after_separator(g) && goes_on && frame_is_whole(f) &&
	    !f->adds_unit) {
		bool const brackets = f->brackets; /* "around “a” and “b”" */
		continue_verb(g);
		f = g->f;
		f->brackets = brackets;
	}
	if (f->judged && !f->has_verb) {
		puzzle(g, "not-understood",
		       "it is not clear whether both wordings are meant; say what is to become of "
		       "each: ",
		       operand.source, true);
		return;
	}
	if (f->object_count == OBJECTS_MAX) {
		puzzle(g, "not-understood", "too many quotations in a row", operand.source, false);
		return;
	}
	f->object[f->object_count++] = operand;
	f->span.end = operand.source.end;
}

void place_operand(struct grammar *g, redline_operand operand, redline_range outer)
{
	redline_operand *slot = slot_of(g);
	if (g->role == ROLE_EXCEPT)
		puzzle(g, "not-understood",
		       "only a place can be excepted; say each place where it is to be changed: ",
		       outer, true);
	if (slot && slot->present && frame_is_whole(g->f) && after_separator(g)) {
		enum role const role = g->role;
		continue_verb(g);
		g->role = role;
		slot = slot_of(g);
	}
	if (!slot) {
		add_object(g, operand);
		g->role = ROLE_OBJECT;
	} else if (slot->present) {
		puzzle(g, "not-understood",
		       "it is not clear what these words are to do: ", operand.source, true);
	} else {
		*slot = operand;
		bool const two_more = g->role == ROLE_ANCHOR && g->f->where == REDLINE_BETWEEN &&
		                      !g->f->anchor_to.present;
		bool const between = g->role == ROLE_FROM && g->f->reach == REACH_BETWEEN;
		g->role = two_more ? ROLE_ANCHOR_TO : between ? ROLE_THROUGH : ROLE_OBJECT;
	}
	g->f->span.end = outer.end;
}

bool is_verb(const struct frame *f, enum verb verb)
{
	return f->has_verb && f->verb == verb;
}

/* ---- pairs: "strike X and insert Y in its place" ---- */

static bool pairs_with(const struct frame *first, const struct frame *second)
{
	bool const strikes = first->has_verb && first->verb == VERB_DELETE && !first->brackets &&
	                     first->instead.present == false && !first->with.present;
	bool const puts = second->has_verb &&
	                  (second->verb == VERB_INSERT || second->verb == VERB_USE ||
	                   second->verb == VERB_SUBSTITUTE || second->verb == VERB_REPLACE) &&
	                  second->where == REDLINE_NOWHERE && !second->for_.present &&
	                  !second->instead.present &&
	                  (!second->places.count || second->taken_places) &&
	                  !second->anchor.present;
	bool const has_new = second->object_count == 1 || second->with.present ||
	                     (second->object_count == 0 && second->pronoun && second->with.present);
	bool const replaces = (second->verb == VERB_REPLACE) == second->with.present &&
	                      !(second->with.present && second->object_count);
	return strikes && puts && has_new && replaces &&
	       (second->after_and || second->instead_word) &&
	       (first->object_count == 1 || (first->units.count && !first->object_count) ||
	        first->from.present);
}

/* "insert a full stop after “a” and delete the rest": a stop for all that follows. */
static bool stops_there(const struct frame *first, const struct frame *second)
{
	return is_verb(first, VERB_INSERT) && first->object_count == 1 && first->anchor.present &&
	       first->where == REDLINE_AFTER && !first->adds_unit && !first->units.count &&
	       first->object[0].words.len == 1 && is_verb(second, VERB_DELETE) &&
	       second->reach == REACH_REST && !second->object_count && !second->units.count &&
	       !second->from.present && !second->anchor.present &&
	       (!second->places.count || second->taken_places);
}

static void merge_stop(struct frame *first, const struct frame *second)
{
	first->verb = VERB_REPLACE;
	first->with = first->object[0];
	first->object[0] = first->anchor;
	first->anchor.present = false;
	first->where = REDLINE_NOWHERE;
	first->reach = REACH_REST;
	first->old_stays = true;
	first->span.end = second->span.end;
}

static void merge_pair(struct frame *first, const struct frame *second)
{
	first->verb = VERB_REPLACE;
	first->with = second->with.present ? second->with : second->object[0];
	first->check = first->check.present ? first->check : second->check;
	if (second->has_occurrence && !first->has_occurrence) {
		first->has_occurrence = true;
		first->occurrence = second->occurrence;
		memcpy(first->nths, second->nths, sizeof first->nths);
		first->nth_count = second->nth_count;
		first->told = second->told;
	}
	first->span.end = second->span.end;
}

/* Frames are large. */
static void keep_frame(struct grammar *g, unsigned *kept, unsigned i)
{
	if (*kept != i)
		g->frames[*kept] = g->frames[i];
	++*kept;
}

void pair_frames(struct grammar *g)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < g->frame_count; i++) {
		if (kept > 0 && stops_there(&g->frames[kept - 1], &g->frames[i]))
			merge_stop(&g->frames[kept - 1], &g->frames[i]);
		else if (kept > 0 && pairs_with(&g->frames[kept - 1], &g->frames[i]))
			merge_pair(&g->frames[kept - 1], &g->frames[i]);
		else
			keep_frame(g, &kept, i);
	}
	g->frame_count = kept;
}

void drop_idle(struct grammar *g)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < g->frame_count; i++) {
		const struct frame *f = &g->frames[i];
		bool const idle = frame_is_idle(f);
		bool const empty = frame_is_empty(f) || idle;
		/* "...; the same in paragraph 4" */
		if (idle && f->places.count && !f->taken_places && !g->out->repeat)
			puzzle(g, "not-understood",
			       "it is not clear what is to be done in this place; say it with its own "
			       "words: ",
			       f->places.at[0].source, true);
		/* "amend and replace X with Y": one act, said twice */
		bool const amends = f->has_verb && f->verb == VERB_AMEND &&
		                    i + 1 < g->frame_count && !f->units.count && !f->object_count &&
		                    !f->read.present && !f->to.present;
		if ((!empty && !amends) || (g->frame_count == 1))
			keep_frame(g, &kept, i);
	}
	g->frame_count = kept ? kept : 1;
	g->f = &g->frames[g->frame_count - 1];
}
