/*
 * clause.c -- an instruction's lexemes as frames.
 *
 * Verbs open frames; prepositions say which slot of the frame the next
 * wording or place fills (the role); after that the role falls back to the
 * object.  A slot that is filled again after a conjunction continues the verb
 * in a frame of its own.
 */
#define _GNU_SOURCE /* memmem */

#include "clause.h"
#include "listed.h"
#include "numeral.h"

/* ---- frames ---- */

static void open_frame(struct grammar *g, bool after_and)
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

static bool frame_is_empty(const struct frame *f)
{
	return !f->has_verb && !f->object_count && !f->units.count && !f->anchors.count &&
	       !f->places.count && !f->anchor.present && !f->instead.present && !f->for_.present &&
	       !f->with.present && !f->from.present && !f->rest;
}

/* Has the frame all that its verb needs? */
static bool frame_is_whole(const struct frame *f)
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

/* "... with “b” and “c” with “d”": the same verb goes on, in the same place
 * unless another one is named. */
static void continue_verb(struct grammar *g)
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

static bool after_separator(const struct grammar *g)
{
	if (g->cursor.at == 0)
		return false;
	uint32_t at = g->cursor.at - 1;
	const struct lexeme *all = g->cursor.lexed->at;
	while (at > 0 && (all[at].cls == LEX_TEXT || all[at].cls == LEX_FILLER))
		at--;
	return is_separator(&all[at]);
}

static bool is_replacing(enum verb verb)
{
	return verb == VERB_REPLACE || verb == VERB_SUBSTITUTE || verb == VERB_CHANGE;
}

/* "das Wort „a“ durch „b“ und das Wort „c“ durch „d“ ersetzt": the verb is still to come. */
static bool awaits_verb(const struct frame *f)
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
	if (f->has_verb && f->object_count && after_separator(g) && goes_on && frame_is_whole(f) &&
	    !f->adds_unit) {
		continue_verb(g);
		f = g->f;
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

/* A wording goes where the role says; the role then falls back. */
static void place_operand(struct grammar *g, redline_operand operand, redline_range outer)
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
		bool const two_more = g->role == ROLE_ANCHOR && g->f->where == REDLINE_BETWEEN;
		bool const between = g->role == ROLE_FROM && g->f->reach == REACH_BETWEEN;
		g->role = two_more ? ROLE_ANCHOR_TO : between ? ROLE_THROUGH : ROLE_OBJECT;
	}
	g->f->span.end = outer.end;
}

/* Does the sentence end right after this lexeme, with no stop of its own? */
static bool ends_the_sentence(const struct grammar *g)
{
	const struct lexeme *next = peek(g, 1);
	return next->cls == LEX_END || next->cls == LEX_GROUP || is_punct(next, 0x201D);
}

/* "under the heading “Reports”": the words say which one. */
static bool names_heading(const struct grammar *g)
{
	const struct lexeme *x = g->cursor.at ? &g->cursor.lexed->at[g->cursor.at - 1] : NULL;
	if (!x || x->cls != LEX_UNIT || g->f->has_verb || !g->f->places.count)
		return false;
	redline_unit const unit = UNIT_OF(x->value);
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE || unit == REDLINE_SECTION ||
	       unit == REDLINE_CHAPTER || unit == REDLINE_ANNEX;
}

static void read_quote(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	g->f->by_name |= names_heading(g);
	const struct quotation *q = &g->cursor.quotes->at[x->value];
	redline_operand operand = {
		.words = quotation_words(q, g->cursor.text, g->cursor.arena),
		.source = q->inner,
		.present = true,
		.quoted = true,
		.ends_sentence = ends_the_sentence(g),
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
}

/* ---- unquoted wording ---- */

static bool may_end_wording(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_END:
	case LEX_LINK:
	case LEX_IN:
	case LEX_REASON:
	case LEX_AND:
	case LEX_INSTEAD:
	case LEX_GROUP:
	case LEX_POSITION:
	case LEX_TO:
		return true;
	case LEX_PUNCT:
		return x->value == '.' || x->value == ',' || x->value == ';';
	default:
		return false;
	}
}

/* "... in paragraph 5.": nothing else to the end of the sentence. */
static bool only_place_follows(const struct grammar *g)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at += 2;
	return peek(g, 1)->cls == LEX_IN && noun_is_place(&c) && noun_places(&c, &set) &&
	       (cursor_peek(&c, 0)->cls == LEX_END || is_punct(cursor_peek(&c, 0), '.'));
}

/* One plain word where wording is due: "replace counter with address". */
static bool read_plain_word(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	const struct lexeme *next = peek(g, 1);
	if (x->cls != LEX_WORD || !g->f || !g->f->has_verb || !may_end_wording(next))
		return false;
	/* where new words end must be plain: nothing may follow but a stop */
	if (g->role == ROLE_WITH && next->cls != LEX_END && next->cls != LEX_PUNCT &&
	    next->cls != LEX_INSTEAD && !only_place_follows(g))
		return false;
	bool const starts =
		g->cursor.at > g->start && g->cursor.lexed->at[g->cursor.at - 1].cls == LEX_ACTION;
	bool const due = (g->role == ROLE_OBJECT && starts && is_replacing(g->f->verb)) ||
	                 (g->role == ROLE_WITH && is_replacing(g->f->verb)) ||
	                 (g->role == ROLE_OBJECT && starts && g->f->verb == VERB_INSERT &&
	                  next->cls == LEX_POSITION) ||
	                 (g->role == ROLE_ANCHOR && g->f->where != REDLINE_NOWHERE);
	if (!due)
		return false;
	redline_operand const operand = {
		.words = bytes_in(g->cursor.text, x->range),
		.source = x->range,
		.present = true,
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
	return true;
}

/* "a semicolon": the mark itself is the wording. */
static void read_mark(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	char utf8[4];
	unsigned const size = utf8_put(utf8, (uint32_t)MARK_OF(x->value));
	if (x->value & MARK_NEW)
		g->role = g->f->has_verb && g->f->verb == VERB_COMPLETE ? ROLE_OBJECT : ROLE_WITH;
	redline_operand const operand = {
		.words = arena_copy(g->cursor.arena, (redline_bytes){utf8, size}),
		.source = x->range,
		.present = true,
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
}

/* ---- places ---- */

void set_places(struct place_set *into, const struct place_set *more)
{
	for (unsigned i = 0; i < more->count && into->count < PLACES_MAX; i++)
		into->at[into->count++] = more->at[i];
	into->overflow |= more->overflow || into->count == PLACES_MAX;
}

/* Adds places to those of a slot: inside or outside of what is there, or as
 * further ones of a list. */
static void join_places(struct grammar *g, struct place_set *into, const struct place_set *set,
                        bool list)
{
	if (into->count == 0 || list) {
		set_places(into, set);
		return;
	}
	struct place_set out;
	place_set_clear(&out);
	for (unsigned i = 0; i < into->count; i++)
		for (unsigned k = 0; k < set->count; k++) {
			redline_place const p =
				noun_nest(g->cursor.arena, &into->at[i], &set->at[k]);
			if (!p.count || out.count == PLACES_MAX) {
				puzzle(g, "not-understood",
				       "it is not clear how this place goes with the one before: ",
				       set->at[k].source, true);
				return;
			}
			out.at[out.count++] = p;
		}
	*into = out;
}

/* "in paragraph 5", in the frame's own right. */
static void take_places(struct grammar *g, struct frame *f, const struct place_set *set, bool list)
{
	if (f->taken_places)
		f->places.count = 0;
	f->taken_places = false;
	f->place_behind |= !f->has_verb && f->object_count > 0;
	join_places(g, &f->places, set, list);
}

/* Is what stands here joined by "and" to what came before? */
static bool follows_and(const struct grammar *g)
{
	uint32_t at = g->cursor.at;
	const struct lexeme *all = g->cursor.lexed->at;
	while (at > 0 && (all[at - 1].cls == LEX_IN || all[at - 1].cls == LEX_OF ||
	                  all[at - 1].cls == LEX_FILLER))
		at--;
	return at > 0 && all[at - 1].cls == LEX_AND;
}

/* Did a comma or semicolon stand before lexeme `at`? */
static bool after_comma(const struct grammar *g, uint32_t at)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (at > 0 && (all[at - 1].cls == LEX_IN || all[at - 1].cls == LEX_FILLER))
		at--;
	return at > 0 && (is_punct(&all[at - 1], ',') || is_punct(&all[at - 1], ';'));
}

/* Does a verb of its own come right after the places just read? */
static bool verb_follows(const struct grammar *g)
{
	uint32_t i = 0;
	while (is_punct(peek(g, i), ',') || is_punct(peek(g, i), ':') ||
	       peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_PROPOSE ||
	       peek(g, i)->cls == LEX_WE)
		i++;
	if (cursor_lang(&g->cursor)->solid) { /* "第6段中的“c”改为": behind its object, too */
		while (peek(g, i)->cls == LEX_QUOTE || peek(g, i)->cls == LEX_TEXT ||
		       peek(g, i)->cls == LEX_FILLER)
			i++;
		return peek(g, i)->cls == LEX_ACTION;
	}
	return peek(g, i)->cls == LEX_ACTION && IS_ACTIVE(peek(g, i)->value);
}

/* "... und in Absatz 6 „a“ gestrichen": words and, before any "and", their verb. */
static bool object_and_verb_follow(const struct grammar *g)
{
	bool quote = false;
	for (uint32_t i = 0; peek(g, i)->cls != LEX_END && !is_punct(peek(g, i), ';'); i++) {
		const struct lexeme *x = peek(g, i);
		if (x->cls == LEX_ACTION)
			return quote && FORM_OF(x->value) != FORM_ACTIVE;
		quote |= x->cls == LEX_QUOTE || x->cls == LEX_MARK;
		if (x->cls == LEX_AND && !quote)
			return false;
	}
	return false;
}

/* "..., and the paragraphs renumbered accordingly" */
static bool renumbering_follows(const struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	return x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_RENUMBER &&
	       FORM_OF(x->value) == FORM_PASSIVE;
}

/* What stands behind "becomes" or "be renumbered" is what it becomes. */
static bool names_a_target(const struct grammar *g)
{
	const struct frame *f = g->f;
	return f->has_verb && f->verb == VERB_RENUMBER && f->form == FORM_PASSIVE &&
	       g->role == ROLE_OBJECT && f->units.count && !f->targets.count;
}

/*
 * Places just read, from lexeme `first` on, may begin a clause of their own.  They do
 * where the verb that they belong to is still to come, and the clause before is whole or
 * waits for the same verb.
 */
static void begin_clause_at_places(struct grammar *g, uint32_t first, bool list)
{
	bool const parted = list || after_comma(g, first);
	bool const whole = frame_is_whole(g->f);
	/* "... and in paragraph 5, delete ...": the place is the next verb's */
	if (whole && parted && verb_follows(g)) {
		open_frame(g, true);
		g->role = ROLE_PLACE;
	} else if (whole && parted && renumbering_follows(g)) {
		open_frame(g, true);
	} else if (names_a_target(g)) {
		g->role = ROLE_TARGET;
	}
	/* but not "under the heading “a”, in paragraph 5" */
	bool const own = (awaits_verb(g->f) && list) ||
	                 (frame_is_whole(g->f) && g->f->has_verb && g->f->form != FORM_ACTIVE &&
	                  object_and_verb_follow(g));
	if (own && parted && g->role == ROLE_PLACE) {
		open_frame(g, true);
		g->role = ROLE_PLACE;
	}
}

static void say_of_places(struct grammar *g, const struct place_set *set, redline_range from)
{
	if (set->foreign)
		puzzle(g, "not-understood", "this place seems to be in another text: ", from, true);
	if (set->overflow)
		puzzle(g, "not-understood", "too many places in one sentence", from, false);
	if (set->uneven)
		puzzle(g, "not-understood",
		       "it is not clear whether a part of the last place is meant, or of each: ",
		       from, true);
}

/* "after paragraph 5", "between paragraphs 5 and 6", "after “a” in paragraph 5" */
static void file_anchors(struct grammar *g, const struct place_set *set, bool list)
{
	struct frame *f = g->f;
	if (f->anchor.present && f->where != REDLINE_BETWEEN)
		take_places(g, f, set, list);
	else
		set_places(&f->anchors, set);
	if (g->role == ROLE_ANCHOR && f->where == REDLINE_BETWEEN && f->anchors.count < 2)
		g->role = ROLE_ANCHOR_TO;
	else
		g->role = ROLE_OBJECT;
}

/* Into the frame's slot that the role names; after that an object may come. */
static void file_places(struct grammar *g, const struct place_set *set, redline_range from,
                        bool list)
{
	struct frame *f = g->f;
	switch (g->role) {
	case ROLE_ANCHOR:
	case ROLE_ANCHOR_TO:
		file_anchors(g, set, list);
		return;
	case ROLE_WITH:
	case ROLE_READ:
		set_places(&f->with_units, set);
		return;
	case ROLE_THROUGH: /* "delete paragraph 5 up to its last sentence" */
		puzzle(g, "not-understood", "it is not clear how far this goes: ", from, true);
		break;
	case ROLE_TO:
	case ROLE_PLACE:
		take_places(g, f, set, list);
		break;
	case ROLE_EXCEPT:
		set_places(&f->excepted, set);
		break;
	case ROLE_EDGE:
		join_places(g, &f->edges, set, list);
		break;
	case ROLE_TARGET:
		set_places(&f->targets, set);
		break;
	default:
		if (f->has_verb && f->object_count)
			take_places(g, f, set, list);
		else
			join_places(g, &f->units, set, list);
		f->units_last = f->units.count > 0;
		return;
	}
	g->role = ROLE_OBJECT;
}

static void read_places(struct grammar *g)
{
	struct place_set set;
	redline_range const from = peek(g, 0)->range;
	uint32_t const first = g->cursor.at;
	bool const list = follows_and(g);
	if (!noun_places(&g->cursor, &set)) {
		g->cursor.at++;
		return;
	}
	begin_clause_at_places(g, first, list);
	say_of_places(g, &set, from);
	g->f->units_last = false;
	file_places(g, &set, from, list);
	g->f->places_end = g->cursor.at;
	g->f->span.end = g->cursor.lexed->at[g->cursor.at - 1].range.end;
}

/* Nothing but fillers between the last place and the verb at the cursor? */
static bool place_meets_verb(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t at = before_judgement(g, g->cursor.at);
	while (at > 0 && (all[at - 1].cls == LEX_FILLER || all[at - 1].cls == LEX_PROPOSE ||
	                  is_punct(&all[at - 1], ':') || is_punct(&all[at - 1], ',') ||
	                  all[at - 1].cls == LEX_GROUP || is_punct(&all[at - 1], 0x2013) ||
	                  is_punct(&all[at - 1], 0x2014) ||
	                  is_punct(&all[at - 1], '-')))
		at--;
	return g->f->places_end > 0 && at <= g->f->places_end;
}

/* Wording that a position behind it is about: "在“a”和“b”之间"; "将“b”插入“a”之后" */
static bool anchor_words(struct frame *f, redline_where where)
{
	bool const moves = f->has_verb && f->verb == VERB_MOVE;
	if (moves && f->to.present) {
		f->anchor = f->to;
		f->to.present = false;
		return true;
	}
	unsigned const own = f->has_verb && f->verb == VERB_INSERT; /* what is inserted */
	unsigned const want = where == REDLINE_BETWEEN ? 2 : 1;
	if ((f->has_verb && !own) || f->object_count != want + own || f->anchor.present)
		return false;
	f->object_count -= want;
	f->anchor = f->object[f->object_count];
	if (want == 2)
		f->anchor_to = f->object[f->object_count + 1];
	return true;
}

static void move_places(struct place_set *into, struct place_set *from)
{
	set_places(into, from);
	from->count = 0;
}

/* Chinese "在“a”之后": what was read last is what it is about. */
static void read_position_behind(struct grammar *g, redline_where where)
{
	struct frame *f = g->f;
	redline_range const said = peek(g, 0)->range;
	bool const edge = where == REDLINE_AT_START || where == REDLINE_AT_END;
	bool const after_words = g->cursor.at > 0 && f->places_end < g->cursor.at &&
	                         (f->object_count || f->to.present);
	if (f->where != REDLINE_NOWHERE) {
		puzzle(g, "not-understood", "two positions are named for one change: ", said, true);
		return;
	}
	g->cursor.at++;
	g->role = ROLE_OBJECT;
	f->where = where;
	if (f->targets.count)
		move_places(edge ? &f->edges : &f->anchors, &f->targets);
	else if (!edge && after_words && anchor_words(f, where))
		return;
	else if (!edge && after_words)
		puzzle(g, "not-understood", "it is not clear what this position is about: ", said,
		       true);
	else if (f->units.count && f->units_last)
		move_places(edge ? &f->places : &f->anchors, &f->units);
	else if (f->places.count && !edge)
		move_places(&f->anchors, &f->places);
	else if (!f->places.count)
		puzzle(g, "not-understood", "it is not clear what this position is about: ", said,
		       true);
}

/* "at the end of paragraph 5", "after the words", "between" */
static void read_position(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	redline_where const where = WHERE_OF(x->value);
	if (x->value & POSITION_BEHIND) {
		read_position_behind(g, where);
		return;
	}
	/* "replace “a” with “b” and after “c” insert “d”" */
	/* "nach „a“ das Wort „b“ und nach „c“ das Wort „d“ eingefügt" */
	if (awaits_verb(g->f) && g->f->where != REDLINE_NOWHERE && after_separator(g))
		open_frame(g, true);
	bool const settled = g->f->has_verb && !g->f->taken_verb &&
	                     (is_replacing(g->f->verb) || g->f->verb == VERB_DELETE);
	bool const another = g->f->where == REDLINE_NOWHERE ? settled : g->f->where != where;
	if (another && frame_is_whole(g->f) && after_separator(g))
		continue_verb(g);
	bool const keep_anchor = g->f->where == REDLINE_AFTER || g->f->where == REDLINE_BEFORE;
	g->cursor.at++;
	if (where == REDLINE_AT_START || where == REDLINE_AT_END) {
		/* "after X at the end of paragraph 5" is a place, not a second position */
		if (!keep_anchor)
			g->f->where = where;
		g->f->to_end |= x->value & POSITION_REACHES;
		bool const of = peek(g, 0)->cls == LEX_OF || peek(g, 0)->cls == LEX_IN;
		bool const genitive =
			cursor_lang(&g->cursor)->genitives && noun_is_place(&g->cursor);
		if (keep_anchor && !of && !genitive && g->f->anchor.present)
			puzzle(g, "not-understood", "this is said to go to two places: ", x->range,
			       true);
		g->cursor.at += of;
		g->role = of || genitive ? ROLE_EDGE : ROLE_OBJECT;
		return;
	}
	g->f->where = where;
	g->role = ROLE_ANCHOR;
}

/* ---- ordinals and quantifiers ---- */

static void set_occurrence(struct grammar *g, redline_occurrence occurrence, int32_t nth)
{
	g->f->has_occurrence = true;
	g->f->occurrence = occurrence;
	g->f->nth = nth;
}

static void read_ordinal(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	const struct lexeme *next = peek(g, 1);
	if (noun_is_place(&g->cursor)) {
		read_places(g);
		return;
	}
	uint32_t i = 1;
	if (next->cls == LEX_OCCURRENCE || next->cls == LEX_TEXT)
		i++;
	if (next->cls == LEX_OCCURRENCE || peek(g, i)->cls == LEX_QUOTE)
		set_occurrence(g, REDLINE_NTH, x->value - 100);
	else if (g->f->has_verb && !is_punct(next, ',') && next->cls != LEX_ACTION)
		puzzle(g, "not-understood",
		       next->cls == LEX_TEXT || next->cls == LEX_WORD
		               ? "a part of the text is meant here; quote its words: "
		               : "it is not clear what this counts: ",
		       x->range, true);
	g->cursor.at += next->cls == LEX_OCCURRENCE ? 2 : 1;
}

/* ---- links ---- */

static void read_to(struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at++;
	g->cursor.at++;
	const struct lexeme *after = peek(g, 0);
	if (after->cls == LEX_ACTION)
		return;
	bool const goes = g->f->has_verb && (g->f->verb == VERB_MOVE || g->f->verb == VERB_RENUMBER);
	if (goes && (noun_is_place(&next) || after->cls == LEX_NUMERAL)) {
		g->role = ROLE_TARGET;
		return;
	}
	if (noun_is_place(&next)) {
		g->role = g->f->where == REDLINE_NOWHERE || g->role == ROLE_OBJECT ? ROLE_PLACE
		                                                                   : g->role;
		return;
	}
	g->role = g->f->from.present                ? ROLE_THROUGH
	          : g->f->has_verb && g->f->to_old ? ROLE_INSTEAD
	                                           : ROLE_TO;
	if (after->cls == LEX_WORD && frame_is_whole(g->f))
		g->reason = true;
}

static void read_for(struct grammar *g)
{
	g->cursor.at++;
	if (peek(g, 0)->cls == LEX_WORD && frame_is_whole(g->f)) {
		g->reason = true;
		return;
	}
	if (g->f->for_.present && frame_is_whole(g->f) && after_separator(g))
		continue_verb(g);
	g->role = noun_is_place(&g->cursor) && !g->f->has_verb ? ROLE_OBJECT : ROLE_FOR;
	if (noun_is_place(&g->cursor) && g->f->has_verb)
		g->role = ROLE_PLACE;
}

static bool is_verb(const struct frame *f, enum verb verb)
{
	return f->has_verb && f->verb == verb;
}

/* "into two (separate) paragraphs", "into one", "into paragraphs 5 and 5 bis" */
static void read_into(struct grammar *g)
{
	g->cursor.at++;
	if (is_verb(g->f, VERB_CHANGE) && peek(g, 0)->cls != LEX_UNIT) {
		g->role = ROLE_WITH; /* "change “a” into “b”" */
		return;
	}
	if (!is_verb(g->f, VERB_SPLIT) && !is_verb(g->f, VERB_MERGE)) {
		g->role = noun_is_place(&g->cursor) ? ROLE_PLACE : g->role;
		return;
	}
	for (;; g->cursor.at++) {
		const struct lexeme *x = peek(g, 0);
		bool const counted = x->cls == LEX_COUNT || x->cls == LEX_ANOTHER;
		if (counted && !g->f->parts)
			g->f->parts = x->cls == LEX_COUNT ? x->value : 1;
		bool const bare = x->cls == LEX_UNIT && peek(g, 1)->cls != LEX_NUMERAL;
		if (!counted && !bare && x->cls != LEX_NEW && x->cls != LEX_FILLER)
			break;
	}
	if (noun_is_place(&g->cursor) && peek(g, 0)->cls == LEX_UNIT)
		g->role = ROLE_TARGET;
}

static void read_link(struct grammar *g)
{
	if (peek(g, 0)->value == LINK_INTO) {
		read_into(g);
		return;
	}
	const struct lexeme *x = peek(g, 0);
	g->cursor.at++;
	if (x->value == LINK_AS) {
		bool const reads =
			!g->f->has_verb || g->f->verb == VERB_READ || g->f->verb == VERB_AMEND;
		bool const replaces = g->f->has_verb && is_replacing(g->f->verb);
		if (g->role == ROLE_OBJECT && replaces && (g->f->object_count || g->f->units.count))
			g->role = ROLE_WITH;
		else if (g->role == ROLE_OBJECT && reads)
			g->role = ROLE_READ;
		return;
	}
	if (x->value == LINK_WITH && peek(g, 0)->cls == LEX_ACTION)
		return; /* "is amended by striking" */
	bool const completes = g->f->has_verb && g->f->verb == VERB_COMPLETE;
	g->role = x->value == LINK_INSTEAD_OF ? ROLE_INSTEAD
	          : completes                 ? ROLE_OBJECT
	                                      : ROLE_WITH;
}

/* ---- verbs ---- */

/* "is amended as follows", "is amended by": what was named is the scope. */
static bool read_amended(struct grammar *g, const struct lexeme *x)
{
	if (VERB_OF(x->value) != VERB_AMEND)
		return false;
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *next = peek(g, i);
	bool const by = next->cls == LEX_LINK && next->value == LINK_WITH;
	bool const list = is_punct(next, ':') || next->cls == LEX_END ||
	                  (next->cls == LEX_LINK && next->value == LINK_AS &&
	                   FORM_OF(x->value) == FORM_PASSIVE);
	bool const direct = next->cls == LEX_ACTION && VERB_OF(next->value) != VERB_READ;
	bool const quote = peek(g, i + 1)->cls == LEX_QUOTE || peek(g, i + 2)->cls == LEX_QUOTE;
	bool const ends = list && !quote &&
	                  (peek(g, i + 1)->cls == LEX_END || is_punct(peek(g, i + 1), ':'));
	if (!by && !direct && !(list && ends))
		return false;
	if (by && peek(g, i + 1)->cls != LEX_ACTION && !is_punct(peek(g, i + 1), ':') &&
	    peek(g, i + 1)->cls != LEX_END)
		return false;
	g->amended = true;
	set_places(&g->f->places, &g->f->units);
	g->f->units.count = 0;
	g->f->object_count = 0;
	g->cursor.at += direct ? i : i + 1;
	return true;
}

/* READ after another verb or a new unit only says where the wording comes. */
static bool read_read(struct grammar *g, const struct lexeme *x)
{
	if (VERB_OF(x->value) != VERB_READ)
		return false;
	g->cursor.at++;
	if (g->f->has_verb && !frame_is_whole(g->f)) {
		bool const is_insert = g->f->verb == VERB_INSERT || g->f->adds_unit;
		g->role = is_insert                  ? ROLE_OBJECT
		          : is_replacing(g->f->verb) ? ROLE_WITH
		                                     : ROLE_READ;
		return true;
	}
	if (g->f->has_verb)
		open_frame(g, after_separator(g));
	g->f->has_verb = true;
	g->f->verb = VERB_READ;
	g->f->form = FORM_OF(x->value);
	g->f->tells = x->value & VERB_TELLS;
	g->role = ROLE_READ;
	return true;
}

/* What stood before an active verb without preposition is scope or context. */
static void settle_subject(struct grammar *g, struct frame *f, enum verb_form form)
{
	f->by_subject =
		(f->units.count || f->places.count) && place_meets_verb(g) && !f->object_count;
	if (form == FORM_PASSIVE || form == FORM_FREE)
		return;
	f->by_subject &= f->units.count > 0;
	if (f->units.count) {
		if (f->taken_places)
			f->places.count = 0;
		f->taken_places = false;
		join_places(g, &f->places, &f->units, false);
	} else if (f->object_count == 1) {
		f->subject = f->object[0];
	}
	f->units.count = 0;
	f->object_count = 0;
}

/* "move paragraph 7 to become paragraph 2 bis" */
static bool read_become(struct grammar *g, const struct lexeme *x)
{
	bool const becomes = VERB_OF(x->value) == VERB_RENUMBER &&
	                     FORM_OF(x->value) == FORM_PASSIVE && !after_separator(g);
	if (!becomes || !is_verb(g->f, VERB_MOVE) || g->f->targets.count)
		return false;
	g->role = ROLE_TARGET;
	g->cursor.at++;
	return true;
}

/* "..., “c” is replaced with “d”": the object before it is this verb's, not one that
 * the verb before it goes on with. */
static bool owns_object(const struct frame *f, enum verb verb, enum verb_form form)
{
	bool const puts = verb == VERB_INSERT || verb == VERB_COMPLETE;
	return (form == FORM_PASSIVE || form == FORM_FREE) && f->object_count == 1 &&
	       (!f->with.present || is_replacing(verb)) && !f->to.present && !f->instead.present && !f->for_.present &&
	       (puts || f->where == REDLINE_NOWHERE);
}

/* The verb behind several pairs of wordings is the verb of all of them. */
static void spread_verb(struct grammar *g)
{
	for (unsigned i = g->frame_count - 1; i > 0 && awaits_verb(&g->frames[i - 1]); i--) {
		struct frame *f = &g->frames[i - 1];
		if (f->place_behind && !g->f->places.count)
			puzzle(g, "not-understood",
			       "it is not clear whether this place holds for all of these words",
			       f->span, false);
		f->has_verb = true;
		f->verb = g->f->verb;
		f->form = g->f->form;
	}
}

/* Words before the verb that are no operands of it. */
static void refuse_names(struct grammar *g)
{
	for (unsigned i = 0; i < g->frame_count; i++)
		if (g->frames[i].by_name)
			puzzle(g, "not-understood",
			       "this names a heading by its words; say the provision's number",
			       g->frames[i].span, false);
}

static void read_action(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (read_amended(g, x) || read_read(g, x) || read_become(g, x))
		return;
	enum verb const verb = VERB_OF(x->value);
	enum verb_form const form = FORM_OF(x->value);
	bool const use_filler =
		verb == VERB_USE && g->f->has_verb && !g->f->taken_verb && !after_separator(g);
	if (g->f->taken_verb && (!g->f->object_count || owns_object(g->f, verb, form))) {
		g->f->has_verb = g->f->taken_verb = false; /* a verb of its own after all */
		g->f->after_and = true;
	}
	if (g->f->has_verb && !use_filler)
		open_frame(g, after_separator(g));
	if (!use_filler) {
		bool const fresh = !g->f->has_verb;
		g->f->has_verb = true;
		g->f->verb = verb;
		g->f->form = form;
		g->f->to_old = x->value & VERB_TO_OLD;
		if (g->f->to_old && g->f->to.present && !g->f->instead.present) {
			g->f->instead = g->f->to; /* "au mot « a » est substitué ..." */
			g->f->to.present = false;
		}
		if (fresh)
			settle_subject(g, g->f, form);
		if (fresh && form != FORM_ACTIVE) {
			spread_verb(g);
			refuse_names(g);
		}
	}
	g->f->span.end = x->range.end;
	if (g->role != ROLE_ANCHOR || g->f->anchor.present || g->f->anchors.count)
		g->role = ROLE_OBJECT;
	g->cursor.at++;
}

/* ---- one lexeme ---- */

static void read_or(struct grammar *g)
{
	const struct lexeme *next = peek(g, 1);
	if (next->cls == LEX_ACTION || next->cls == LEX_QUOTE || next->cls == LEX_TEXT ||
	    is_punct(next, ',') || next->cls == LEX_FILLER || next->cls == LEX_OR ||
	    next->cls == LEX_PROPOSE || next->cls == LEX_INSTEAD || next->cls == LEX_ORDINAL ||
	    next->cls == LEX_UNIT || next->cls == LEX_NUMERAL)
		puzzle(g, "alternatives",
		       "two alternatives are proposed, and only one can be applied",
		       peek(g, 0)->range, false);
	else
		puzzle(g, "not-understood", "this part was not understood: ", peek(g, 0)->range,
		       true);
	g->cursor.at++;
}

static void read_pronoun(struct grammar *g)
{
	if (g->role == ROLE_OBJECT && g->f->has_verb && !g->f->object_count)
		g->f->pronoun = true;
	g->cursor.at++;
}

static void read_new(struct grammar *g)
{
	redline_unit unit;
	redline_bytes label;
	if (g->role == ROLE_TARGET) {
		g->cursor.at++; /* "as new paragraph 7 bis" */
		return;
	}
	if (g->f->has_verb && noun_new_unit(&g->cursor, &unit, &label)) {
		if (peek(g, 0)->cls == LEX_ORDINAL) /* "el siguiente inciso segundo" */
			puzzle(g, "not-understood",
			       "it is not clear what this counts: ", peek(g, 0)->range, true);
		g->f->adds_unit = true;
		g->f->new_unit = unit;
		g->f->label = label;
		return;
	}
	if (!g->f->has_verb && (g->role == ROLE_OBJECT || g->role == ROLE_WITH)) {
		/* "a new paragraph 59 bis should be inserted" */
		if (noun_new_unit(&g->cursor, &unit, &label)) {
			g->f->adds_unit = true;
			g->f->new_unit = unit;
			g->f->label = label;
			return;
		}
	}
	g->cursor.at++;
}

/* Does lexeme k begin what a verb changes: wording, or a place? */
static bool is_matter(const struct lexeme *x)
{
	return x->cls == LEX_QUOTE || x->cls == LEX_UNIT || x->cls == LEX_NUMERAL ||
	       x->cls == LEX_NEW || x->cls == LEX_ANOTHER || x->cls == LEX_MARK;
}

/*
 * The first lexeme of a further instruction that follows a reason, from the
 * comma, "and" or semicolon in front of it: "to be clear, and in paragraph 9
 * replace “a” with “b”".  The count of lexemes if there is none.
 */
static uint32_t order_after_reason(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	bool tells = false; /* "as they wanted to delete “a” and insert “b”" */
	for (uint32_t k = g->cursor.at + 1; k < l->count; k++) {
		const struct lexeme *x = &l->at[k];
		tells = !is_punct(x, ';') && (tells || l->at[k - 1].cls == LEX_ACTION);
		if (tells || x->cls != LEX_ACTION || FORM_OF(x->value) != FORM_ACTIVE ||
		    !is_base_form(g, x) || VERB_OF(x->value) == VERB_KEEP ||
		    VERB_OF(x->value) == VERB_USE || VERB_OF(x->value) == VERB_READ)
			continue;
		uint32_t next = k + 1, from = k;
		while (l->at[next].cls == LEX_FILLER || l->at[next].cls == LEX_TEXT ||
		       l->at[next].cls == LEX_POSITION)
			next++;
		while (from > g->cursor.at && !is_separator(&l->at[from - 1]) &&
		       (l->at[from - 1].cls == LEX_FILLER || l->at[from - 1].cls == LEX_IN ||
		        l->at[from - 1].cls == LEX_OF || l->at[from - 1].cls == LEX_UNIT ||
		        l->at[from - 1].cls == LEX_NUMERAL))
			from--;
		if (is_matter(&l->at[next]) && from > g->cursor.at &&
		    is_separator(&l->at[from - 1]))
			return from - 1;
	}
	return l->count;
}

/*
 * The rest of the sentence, from here, is why; up to a semicolon with another
 * instruction behind it.  With a comma before that it is not clear where the
 * reason ends.
 */
static void take_reason(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	uint32_t const order = order_after_reason(g);
	const struct lexeme *stop = &g->cursor.lexed->at[order];
	bool const goes_on = order < g->cursor.lexed->count && is_punct(stop, ';');
	uint32_t const end =
		goes_on ? stop->range.begin : g->cursor.lexed->at[g->cursor.lexed->count].range.end;
	if (order < g->cursor.lexed->count && !goes_on)
		puzzle(g, "not-understood",
		       "it is not clear whether this belongs to the reason before it; say it in a "
		       "sentence of its own: ",
		       (redline_range){stop[1].range.begin, end}, true);
	/* "because it is": keep the words after the opening word when it only opens */
	bool const bare = x->cls == LEX_REASON && x->value == REASON_OPENS;
	g->out->reason = (redline_range){bare ? x->range.end : x->range.begin, end};
	g->cursor.at = order;
	g->reason = false;
}

/* "to the terms used in the pre-draft, namely “...”": what is said of wording to come. */
static bool is_apposition(const struct grammar *g)
{
	const redline_operand *slot = g->role == ROLE_TO     ? &g->f->to
	                              : g->role == ROLE_WITH ? &g->f->with
	                                                     : NULL;
	if (!slot || slot->present)
		return false;
	for (uint32_t i = 1; i < 12; i++) {
		const struct lexeme *x = peek(g, i);
		if (x->cls == LEX_FILLER && x->value == FILLER_NAMELY)
			return true;
		if (x->cls == LEX_QUOTE || x->cls == LEX_ACTION || x->cls == LEX_END)
			return false;
	}
	return false;
}

/* A verb that is not carried out needs no further understanding. */
static bool verb_is_refused(const struct grammar *g, const struct frame *f)
{
	return f->has_verb && (f->verb == VERB_RESTORE ||
	                       (f->verb == VERB_WITHDRAW && !g->around->withdraws));
}

/* "the third stanza": a part that no table knows. */
static bool counts_this(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	return peek(g, 0)->cls == LEX_WORD && at > 0 &&
	       g->cursor.lexed->at[at - 1].cls == LEX_ORDINAL;
}

/* Right behind a verb or "the words". */
static bool may_be_wording(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	return peek(g, 0)->cls == LEX_WORD && at > 0 && g->f->has_verb &&
	       (g->cursor.lexed->at[at - 1].cls == LEX_ACTION ||
	        g->cursor.lexed->at[at - 1].cls == LEX_TEXT ||
	        g->cursor.lexed->at[at - 1].cls == LEX_LINK);
}

static void read_unknown(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (verb_is_refused(g, g->f) || is_apposition(g))
		;
	else if (g->f->has_verb || g->amended || g->f->object_count || g->f->anchor.present ||
	         g->f->instead.present || g->f->for_.present || counts_this(g))
		puzzle(g, "not-understood",
		       may_be_wording(g) ? "if these are words of the text, put them in quotation "
		                           "marks: "
		                         : "this part was not understood: ",
		       x->range, true);
	g->cursor.at++;
}

static void read_punct(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	switch (x->value) {
	case ';':
		if (frame_is_whole(g->f))
			continue_verb(g);
		else if (g->f->has_verb && !g->f->taken_verb)
			open_frame(g, true);
		break;
	case ',':
	case ':':
	case '.':
	case '-':
	case 0x2013:
	case 0x2014:
	case '?':
	case '!':
	case 0x2026:
		break;
	case 0xB0: /* "1° of article 5" */
	case 0xBA:
		puzzle(g, "not-understood", "it is not clear what has this number: ", x->range,
		       true);
		break;
	case '[':
	case ']':
	case '#':
		break;
	default:
		read_unknown(g);
		return;
	}
	g->cursor.at++;
}

static void read_again(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_PLACE;
}

bool take_parties(struct grammar *g, redline_range inside)
{
	redline_bytes const text = g->cursor.text;
	redline_bytes found[PROPOSERS_MAX];
	unsigned count = 0;
	for (uint32_t at = inside.begin; at < inside.end;) {
		uint32_t len = 0;
		char const c = text.ptr[at];
		if (is_space(c) || c == ',' || c == '/' || c == '&') {
			at++;
			continue;
		}
		redline_bytes const rest = bytes_in(text, (redline_range){at, inside.end});
		uint32_t const joint =
			(uint32_t)listed_start(cursor_lang(&g->cursor)->joints, rest);
		if (joint) {
			at += joint;
			continue;
		}
		int const party =
			lex_party(g->cursor.lexer, text, (redline_range){at, inside.end}, &len);
		if (party < 0 || count == PROPOSERS_MAX)
			return false;
		found[count++] = bytes_of(lang_parties[party].name);
		at += len;
	}
	if (!count)
		return false;
	memcpy(g->out->proposers, found, sizeof found);
	g->out->proposer_count = count;
	return true;
}

bool aside_holds(const struct grammar *g, redline_range inside, enum aside what)
{
	struct lexed lexed;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside,
	               g->cursor.quotes, &lexed) ||
	    !lexed.count)
		return false;
	if (what == ASIDE_ORDER)
		return lexed.at[0].cls == LEX_ACTION && is_base_form(g, &lexed.at[0]);
	for (uint32_t i = 0; i < lexed.count; i++) {
		enum lex_class const c = lexed.at[i].cls;
		if (c == LEX_NEGATION || c == LEX_DOUBT || c == LEX_HEDGE || c == LEX_REPEAT ||
		    (c == LEX_ACTION && VERB_OF(lexed.at[i].value) == VERB_WITHDRAW))
			return true;
	}
	return false;
}

/* "（第5段）": in languages whose asides aren't told by words of English law. */
static bool may_name_place(const struct grammar *g, redline_bytes aside)
{
	enum lang_script const script = cursor_lang(&g->cursor)->script;
	unsigned size;
	bool number = false;
	for (size_t at = 0; at < aside.len; at += size) {
		uint32_t const cp = utf8_at(aside, at, &size);
		redline_bytes const rest = {aside.ptr + at, aside.len - at};
		number |= (cp < 0x80 && is_digit((char)cp)) || is_foreign_digit(cp) ||
		          numeral_script_of(rest) != NUMERAL_ASCII;
	}
	return number && (script == SCRIPT_HAN || script == SCRIPT_ARABIC);
}

static bool holds(redline_bytes text, const char *mark)
{
	return memmem(text.ptr, text.len, mark, strlen(mark)) != NULL;
}

static void read_group(struct grammar *g)
{
	redline_range const inside = g->cursor.lexed->groups[peek(g, 0)->value];
	struct frame *f = g->f;
	struct place_set *named = f->units.count ? &f->units : &f->places;
	redline_bytes const aside = bytes_in(g->cursor.text, inside);
	if (aside.len && (memchr(aside.ptr, '"', aside.len) || holds(aside, "\xE2\x80\x9C") ||
	                  holds(aside, "\xE2\x80\x9E") || holds(aside, "\xC2\xAB")))
		puzzle(g, "not-understood", "an aside with wording in it is not clear",
		       peek(g, 0)->range, false);
	bool const parties = take_parties(g, inside);
	if (!parties && !named->count && may_name_place(g, aside))
		puzzle(g, "not-understood", "this aside may name a place; say it in the sentence",
		       peek(g, 0)->range, false);
	if (!parties && !f->has_verb && named->count == 1 &&
	    !named->at[0].also_count)
		noun_alias(&g->cursor, &named->at[0]);
	g->cursor.at++; /* any other aside changes nothing */
}

/* "the definition of “Charges”": more is meant than the words quoted. */
static bool describes_wording(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT)
		i++;
	return at > 0 && g->cursor.lexed->at[at - 1].cls == LEX_WORD &&
	       peek(g, i)->cls == LEX_QUOTE;
}

/* "in the phrase “a third conference”": inside of that, not of all the draft. */
static bool leads_to_quote(const struct grammar *g)
{
	uint32_t i = 0;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT)
		i++;
	const struct lexeme *behind = peek(g, i + 1); /* "在“a”前" only says where */
	return peek(g, i)->cls == LEX_QUOTE &&
	       !(behind->cls == LEX_POSITION && (behind->value & POSITION_BEHIND));
}

/* "the sentence “...”" introduces wording, as "the words" does; "insert the
 * heading “...”" says what comes. */
static void read_unit(struct grammar *g)
{
	redline_unit const unit = UNIT_OF(peek(g, 0)->value);
	const struct lexeme *next = peek(g, 1);
	bool const wording = next->cls == LEX_QUOTE || is_punct(next, ':');
	bool const adds = g->f->has_verb && g->f->verb == VERB_INSERT && g->role == ROLE_OBJECT &&
	                  unit != REDLINE_DOCUMENT && unit != REDLINE_CHAPEAU &&
	                  unit != REDLINE_LINE;
	if (!wording || (!adds && unit != REDLINE_SENTENCE)) {
		read_places(g);
		return;
	}
	if (adds) {
		g->f->adds_unit = true;
		g->f->new_unit = unit;
	}
	g->cursor.at++;
}

/* "the text of paragraph 5": all of it, so the provision itself. */
static bool names_whole_text(const struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at += 2;
	return peek(g, 0)->value == 1 && noun_is_place(&next);
}

/* "throughout the text": of the draft, whatever the scope is. */
static bool names_draft(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t at = g->cursor.at;
	while (at > 0 && all[at - 1].cls == LEX_FILLER)
		at--;
	const struct lexeme *next = peek(g, 1);
	return at > 0 && all[at - 1].cls == LEX_QUANTIFIER &&
	       all[at - 1].value == REDLINE_EACH &&
	       (next->cls == LEX_END || next->cls == LEX_PUNCT || next->cls == LEX_LINK ||
	        next->cls == LEX_REASON);
}

static void read_draft(struct grammar *g)
{
	struct place_set set;
	noun_draft(&g->cursor, &set);
	take_places(g, g->f, &set, false);
	g->cursor.at++;
}

/* "the subsequent paragraphs": whichever they are. */
static void read_rest(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (g->f->has_verb && after_separator(g) && frame_is_whole(g->f) &&
	    !is_verb(g->f, VERB_RENUMBER))
		open_frame(g, true);
	g->f->rest = true;
	g->cursor.at++;
	while (peek(g, 0)->cls == LEX_UNIT || peek(g, 0)->cls == LEX_FILLER)
		g->cursor.at++;
	if (g->f->has_verb && !is_verb(g->f, VERB_RENUMBER))
		puzzle(g, "not-understood", "it is not said which provisions these are: ",
		       x->range, true);
}

/* "insert a new paragraph, as paragraph 6": its label. */
static bool takes_label(struct grammar *g)
{
	struct cursor next = g->cursor;
	struct place_set set;
	next.at++;
	while (cursor_peek(&next, 0)->cls == LEX_NEW || cursor_peek(&next, 0)->cls == LEX_FILLER)
		next.at++;
	if (!g->f->adds_unit || g->f->label.len || !noun_places(&next, &set) || set.count != 1 ||
	    set.at[0].count != 1 || set.at[0].steps[0].unit != g->f->new_unit ||
	    set.at[0].steps[0].label_to.len)
		return false;
	g->f->label = set.at[0].steps[0].label;
	g->cursor.at = next.at;
	return g->f->label.len > 0;
}

/* What "as" opens: what a provision becomes, or why. */
static void read_reason(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (x->value == REASON_BECOMES && takes_label(g))
		return;
	bool const becomes = x->value == REASON_BECOMES && !g->f->targets.count &&
	                     (is_verb(g->f, VERB_RENUMBER) || is_verb(g->f, VERB_MOVE));
	if (!becomes) {
		g->reason = true;
		return;
	}
	g->role = ROLE_TARGET;
	g->cursor.at++;
}

/* "in 4 of article 5": the number of a part that isn't named. */
static bool is_nameless(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t at = g->cursor.at;
	while (at > 0 && all[at - 1].cls == LEX_FILLER)
		at--;
	return at > 0 && all[at - 1].cls == LEX_IN && peek(g, 1)->cls == LEX_OF;
}

/* "as 10": a number alone, of the unit that it is given to. */
static void read_numeral(struct grammar *g)
{
	const struct frame *f = g->f;
	if (noun_is_place(&g->cursor)) {
		read_places(g);
		return;
	}
	if (is_nameless(g))
		puzzle(g, "not-understood", "it is not clear what has this number: ",
		       peek(g, 0)->range, true);
	const struct place_set *of = f->units.count ? &f->units : &f->places;
	if (names_a_target(g))
		g->role = ROLE_TARGET;
	if (g->role != ROLE_TARGET || !of->count || !of->at[0].count) {
		read_unknown(g);
		return;
	}
	noun_bare(&g->cursor, of->at[0].steps[of->at[0].count - 1].unit, &g->f->targets);
	g->f->span.end = g->cursor.lexed->at[g->cursor.at - 1].range.end;
	g->role = ROLE_OBJECT;
}

/* "... and supports paragraph 5": a position begins, the instruction is over. */
static void read_stance(struct grammar *g)
{
	if (!frame_is_whole(g->f) || !after_separator(g)) {
		read_unknown(g);
		return;
	}
	g->stance_at = g->cursor.at;
	g->cursor.at = g->cursor.lexed->count;
}

/* The footnote goes with the words, or is what a further "should be deleted" is about. */
static void read_note_too(struct grammar *g)
{
	bool const further = frame_is_whole(g->f) && after_separator(g) &&
	                     peek(g, 1)->cls == LEX_ACTION;
	if (further)
		open_frame(g, true);
	g->f->note_too = true;
	g->cursor.at++;
}

/* ---- small ones, and those that only matter where something else stands ---- */

static void skip_one(struct grammar *g)
{
	g->cursor.at++;
}

static void read_place_or_skip(struct grammar *g)
{
	if (noun_is_place(&g->cursor))
		read_places(g);
	else
		skip_one(g);
}

static void read_renumbered(struct grammar *g)
{
	if (noun_is_place(&g->cursor))
		read_places(g);
	else
		read_unknown(g);
}

static void read_unit_or_new(struct grammar *g)
{
	if (noun_is_new(&g->cursor))
		read_new(g);
	else
		read_unit(g);
}

static void read_from(struct grammar *g)
{
	g->cursor.at++;
	g->role = noun_is_place(&g->cursor) ? ROLE_PLACE : ROLE_FROM;
}

static void read_except(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_EXCEPT;
}

static void read_respectively(struct grammar *g)
{
	g->respectively = true;
	g->cursor.at++;
}

/* What stands behind "in" or "of", whose lexeme is `x`. */
static void read_behind_preposition(struct grammar *g, const struct lexeme *x)
{
	bool const of_words = x->cls == LEX_OF && (g->f->brackets || g->role == ROLE_ANCHOR);
	if (g->role == ROLE_EXCEPT)
		return;
	if (noun_is_place(&g->cursor) && !of_words)
		g->role = ROLE_PLACE;
	else if (peek(g, 0)->cls == LEX_BRACKETS)
		g->f->in_brackets = true;
}

static void read_in(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (is_verb(g->f, VERB_SPLIT) && peek(g, 1)->cls == LEX_COUNT) {
		read_into(g);
		return;
	}
	g->cursor.at++;
	if (leads_to_quote(g))
		puzzle(g, "not-understood",
		       "words inside of words are not found yet; quote all of them, and how they "
		       "are to read",
		       peek(g, 0)->range, false);
	else
		read_behind_preposition(g, x);
}

static void read_of(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (describes_wording(g)) {
		puzzle(g, "not-understood", "a part of the text is meant here; quote its words",
		       x->range, false);
		return;
	}
	g->cursor.at++;
	read_behind_preposition(g, x);
}

static void read_brackets(struct grammar *g)
{
	if (!g->f->in_brackets)
		g->f->brackets = true;
	g->cursor.at++;
}

static void read_mark_or_skip(struct grammar *g)
{
	enum lex_class const next = peek(g, 1)->cls;
	if (g->f->has_verb || next == LEX_ACTION || next == LEX_POSITION || next == LEX_LINK ||
	    g->role == ROLE_WITH)
		read_mark(g);
	else
		skip_one(g);
}

static void read_quantifier(struct grammar *g)
{
	set_occurrence(g, (redline_occurrence)peek(g, 0)->value, 0);
	g->cursor.at++;
	if (noun_is_place(&g->cursor))
		g->role = ROLE_PLACE;
}

static void read_instead(struct grammar *g)
{
	g->f->instead_word = true;
	g->cursor.at++;
}

/* "amend paragraph 5 so that it reads": there is nothing else to it. */
static void read_check(struct grammar *g)
{
	g->cursor.at++;
	g->role = is_verb(g->f, VERB_AMEND) && !frame_is_whole(g->f) ? ROLE_READ : ROLE_CHECK;
}

static void read_repeat(struct grammar *g)
{
	g->out->repeat = true;
	read_again(g);
}

static void read_doubt(struct grammar *g)
{
	puzzle(g, "not-understood", "a condition cannot be applied: ", peek(g, 0)->range, true);
	g->cursor.at++;
}

static void read_hedge(struct grammar *g)
{
	puzzle(g, "not-understood",
	       "this only says what could be done; say \"should be\" if it is proposed: ",
	       peek(g, 0)->range, true);
	g->cursor.at++;
}

static void read_vague(struct grammar *g)
{
	refuse_vague(g);
	g->cursor.at++;
}

static void read_filler(struct grammar *g)
{
	g->f->judged |= peek(g, 0)->value == FILLER_JUDGED && g->f->object_count == 1;
	g->cursor.at++;
}

static void read_word(struct grammar *g)
{
	if (!read_plain_word(g))
		read_unknown(g);
}

static void read_occurrence(struct grammar *g)
{
	g->f->text_noun = true;
	g->cursor.at++;
}

static void read_text(struct grammar *g)
{
	if (names_draft(g)) {
		read_draft(g);
	} else if (names_whole_text(g)) {
		g->role = g->role == ROLE_PLACE ? ROLE_OBJECT : g->role;
		g->cursor.at += 2;
	} else {
		read_occurrence(g);
	}
}

/* What each class of lexeme does to the open frame. */
static void (*const readers[LEX_END + 1])(struct grammar *g) = {
	[LEX_WORD] = read_word,
	[LEX_PUNCT] = read_punct,
	[LEX_QUOTE] = read_quote,
	[LEX_NUMERAL] = read_numeral,
	[LEX_GROUP] = read_group,
	[LEX_NAME] = skip_one,

	[LEX_ACTION] = read_action,
	[LEX_HISTORY] = read_unknown,
	[LEX_HEDGE] = read_hedge,
	[LEX_PROPOSE] = skip_one,
	[LEX_STANCE] = read_stance,
	[LEX_NEGATION] = read_unknown,
	[LEX_DOUBT] = read_doubt,

	[LEX_LINK] = read_link,
	[LEX_POSITION] = read_position,
	[LEX_IN] = read_in,
	[LEX_OF] = read_of,
	[LEX_AND] = skip_one,
	[LEX_OR] = read_or,
	[LEX_TO] = read_to,
	[LEX_THROUGH] = read_through,
	[LEX_FROM] = read_from,
	[LEX_FOR] = read_for,
	[LEX_REACH] = read_reach,
	[LEX_EXCEPT] = read_except,
	[LEX_RESPECTIVELY] = read_respectively,

	[LEX_UNIT] = read_unit_or_new,
	[LEX_TEXT] = read_text,
	[LEX_BRACKETS] = read_brackets,
	[LEX_MARK] = read_mark_or_skip,
	[LEX_ORDINAL] = read_ordinal,
	[LEX_QUANTIFIER] = read_quantifier,
	[LEX_COUNT] = read_place_or_skip,
	[LEX_OCCURRENCE] = read_occurrence,
	[LEX_NEW] = read_new,
	[LEX_ANOTHER] = read_new,
	[LEX_SAME] = read_place_or_skip,
	[LEX_WHOLE] = read_place_or_skip,
	[LEX_BEGINNING] = skip_one,
	[LEX_INSTEAD] = read_instead,
	[LEX_PRONOUN] = read_pronoun,
	[LEX_REASON] = read_reason,
	[LEX_CHECK] = read_check,
	[LEX_SPEAKER] = skip_one,
	[LEX_WE] = skip_one,
	[LEX_REPEAT] = read_repeat,
	[LEX_FILLER] = read_filler,
	[LEX_VAGUE] = read_vague,
	[LEX_NOTE_TOO] = read_note_too,
	[LEX_REST] = read_rest,
	[LEX_RENUMBERED] = read_renumbered,
	[LEX_END] = skip_one,
};

static void read_one(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	bool const heeded = x->cls == LEX_ACTION || x->cls == LEX_REASON || is_punct(x, ';');
	if (verb_is_refused(g, g->f) && !heeded)
		skip_one(g);
	else
		readers[x->cls](g);
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
	                  !second->instead.present && !second->places.count &&
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

static void merge_pair(struct frame *first, const struct frame *second)
{
	first->verb = VERB_REPLACE;
	first->with = second->with.present ? second->with : second->object[0];
	first->check = first->check.present ? first->check : second->check;
	if (second->has_occurrence && !first->has_occurrence) {
		first->has_occurrence = true;
		first->occurrence = second->occurrence;
		first->nth = second->nth;
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

static void pair_frames(struct grammar *g)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < g->frame_count; i++) {
		if (kept > 0 && pairs_with(&g->frames[kept - 1], &g->frames[i]))
			merge_pair(&g->frames[kept - 1], &g->frames[i]);
		else
			keep_frame(g, &kept, i);
	}
	g->frame_count = kept;
}

/* Frames that were opened in vain. */
static void drop_idle(struct grammar *g)
{
	unsigned kept = 0;
	for (unsigned i = 0; i < g->frame_count; i++) {
		const struct frame *f = &g->frames[i];
		bool const empty = frame_is_empty(f) || frame_is_idle(f);
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

void read_frames(struct grammar *g)
{
	open_frame(g, false);
	while (peek(g, 0)->cls != LEX_END && !g->out->puzzle.code) {
		if (g->reason)
			take_reason(g);
		else
			read_one(g);
	}
	drop_idle(g);
	pair_lists(g);
	pair_frames(g);
}
