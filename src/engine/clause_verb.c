/*
 * clause_verb.c -- verbs, which open frames, and the links that say what comes next: the
 * new words, the old ones, a target (clause_parts.h).
 */
#include "clause_parts.h"

/* ---- links ---- */

void read_to(struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at++;
	if (read_past_except(g))
		return;
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

/* "for the words from “a” to the end": does a run of words come? */
static bool runs_on(const struct grammar *g)
{
	uint32_t i = 0;
	while (peek(g, i)->cls == LEX_TEXT || peek(g, i)->cls == LEX_FILLER)
		i++;
	return peek(g, i)->cls == LEX_FROM;
}

void read_for(struct grammar *g)
{
	if (read_past_except(g))
		return;
	g->cursor.at++;
	if (peek(g, 0)->cls == LEX_WORD && frame_is_whole(g->f)) {
		g->reason = true;
		return;
	}
	if (g->f->for_.present && frame_is_whole(g->f) && after_separator(g))
		continue_verb(g);
	if (is_verb(g->f, VERB_CHANGE) && g->f->object_count == 1 && !g->f->to.present &&
	    !noun_is_place(&g->cursor)) {
		g->role = ROLE_TO; /* "swap “a” for “b”" */
		return;
	}
	g->f->for_old |= !g->f->has_verb && (noun_is_place(&g->cursor) || runs_on(g));
	g->role = noun_is_place(&g->cursor) && !g->f->has_verb ? ROLE_OBJECT : ROLE_FOR;
	if (noun_is_place(&g->cursor) && g->f->has_verb)
		g->role = ROLE_PLACE;
}

void read_into(struct grammar *g)
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

/* "wird durch folgenden Absatz ersetzt: „...“": the new words come behind the verb. */
static bool awaits_wording(const struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	return x->cls == LEX_ACTION && is_replacing(VERB_OF(x->value)) && is_punct(peek(g, 1), ':') &&
	       !IS_ACTIVE(x->value) && !g->f->with.present;
}

void read_link(struct grammar *g)
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
	if (x->value == LINK_WITH && read_amend_by(g))
		return;
	if (x->value == LINK_WITH && peek(g, 0)->cls == LEX_ACTION && !awaits_wording(g))
		return; /* "is amended by striking" */
	bool const completes = g->f->has_verb && g->f->verb == VERB_COMPLETE;
	g->role = x->value == LINK_INSTEAD_OF ? ROLE_INSTEAD
	          : completes                 ? ROLE_OBJECT
	                                      : ROLE_WITH;
}

/* ---- verbs ---- */

/* "Section 5 is amended in subsection (b), by striking ...", "... in subsection (b):": a place
 * inside of it comes next. */
static bool amends_inside(const struct grammar *g, uint32_t ahead)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at += ahead;
	c.at += is_punct(cursor_peek(&c, 0), ',');
	if (cursor_peek(&c, 0)->cls != LEX_IN)
		return false;
	c.at++;
	if (!noun_places(&c, &set))
		return false;
	c.at += is_punct(cursor_peek(&c, 0), ',') || is_punct(cursor_peek(&c, 0), 0x2014);
	const struct lexeme *x = cursor_peek(&c, 0);
	bool const by = x->cls == LEX_LINK && x->value == LINK_WITH;
	const struct lexeme *last = cursor_peek(&c, by || is_punct(x, ':'));
	return (by && last->cls == LEX_ACTION) || last->cls == LEX_END;
}

/* The verb that governs the quotation at `ahead` from behind, if any: "“a” is deleted". */
static bool verb_follows_quote(const struct grammar *g, uint32_t ahead)
{
	for (uint32_t i = ahead + 1;; i++) {
		const struct lexeme *x = peek(g, i);
		if (x->cls == LEX_ACTION)
			return FORM_OF(x->value) == FORM_PASSIVE || FORM_OF(x->value) == FORM_FREE;
		if (x->cls == LEX_END || x->cls == LEX_AND || x->cls == LEX_PUNCT)
			return false;
	}
}

/* "est ainsi modifié : le mot « a » est supprimé": an order of its own, behind the colon. */
static bool order_follows_colon(const struct grammar *g, uint32_t ahead)
{
	uint32_t i = ahead + 1;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT)
		i++;
	if (peek(g, i)->cls == LEX_QUOTE)
		return verb_follows_quote(g, i);
	for (; peek(g, i)->cls != LEX_END && !is_punct(peek(g, i), ':'); i++)
		if (peek(g, i)->cls == LEX_ACTION)
			return VERB_OF(peek(g, i)->value) != VERB_READ;
	return false;
}

/*
 * "Amend paragraph 5 as follows: delete ...": the same, at the colon of a verb that stood
 * before its object, which is where the order holds.
 */
void read_amend_colon(struct grammar *g)
{
	struct frame *f = g->f;
	bool const bare = is_verb(f, VERB_AMEND) && (f->units.count || f->places.count) &&
	                  !f->object_count && !f->read.present && !f->to.present &&
	                  !f->with.present && !f->adds_unit;
	if (!bare || !order_follows_colon(g, 0))
		return;
	set_places(&f->places, &f->units);
	f->units.count = 0;
	f->has_verb = false;
	g->role = ROLE_OBJECT;
}

/* "is amended as follows", "is amended by": what was named is the scope. */
static bool read_amended(struct grammar *g, const struct lexeme *x)
{
	if (VERB_OF(x->value) != VERB_AMEND)
		return false;
	uint32_t const i = skip_fillers(g, 1);
	const struct lexeme *next = peek(g, i);
	bool const by = next->cls == LEX_LINK && next->value == LINK_WITH;
	bool const list = is_punct(next, ':') || next->cls == LEX_END ||
	                  (next->cls == LEX_LINK && next->value == LINK_AS &&
	                   FORM_OF(x->value) == FORM_PASSIVE);
	bool const direct = next->cls == LEX_ACTION && VERB_OF(next->value) != VERB_READ;
	bool const inside = amends_inside(g, i);
	bool const quote = peek(g, i + 1)->cls == LEX_QUOTE || peek(g, i + 2)->cls == LEX_QUOTE;
	uint32_t const colon = i + (next->cls == LEX_LINK);
	bool const orders = is_punct(peek(g, colon), ':') && order_follows_colon(g, colon);
	/* "as follows;" at the very end, as with a colon */
	bool const closed = (is_punct(peek(g, i + 1), ';') || is_punct(peek(g, i + 1), '.')) &&
	                    peek(g, i + 2)->cls == LEX_END;
	bool const ends = list && ((!quote && (peek(g, i + 1)->cls == LEX_END || closed ||
	                                       is_punct(peek(g, i + 1), ':'))) ||
	                           orders);
	if (!by && !direct && !inside && !(list && ends))
		return false;
	if (by && peek(g, i + 1)->cls != LEX_ACTION && !is_punct(peek(g, i + 1), ':') &&
	    peek(g, i + 1)->cls != LEX_END)
		return false;
	g->amended = true;
	set_places(&g->f->places, &g->f->units);
	g->f->units.count = 0;
	g->f->object_count = 0;
	g->role = ROLE_OBJECT;
	g->cursor.at += direct || inside ? i : i + 1;
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
	/* "a new paragraph 5 bis to read as follows" */
	if (g->f->adds_unit && !g->f->object_count && !g->f->units.count) {
		g->f->verb = VERB_INSERT;
		g->f->form = FORM_PASSIVE;
		g->role = ROLE_OBJECT;
		return true;
	}
	g->f->verb = VERB_READ;
	g->f->form = FORM_OF(x->value);
	g->f->tells = x->value & VERB_TELLS;
	g->role = ROLE_READ;
	return true;
}

/* What stood before an active verb without preposition is scope or context. */
/* "substitute— “...”": nothing but one wording, so that what goes has been named. */
static bool only_new_follows(const struct grammar *g)
{
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT ||
	       peek(g, i)->cls == LEX_NEW || is_punct(peek(g, i), ':') || is_dash(peek(g, i)))
		i++;
	if (peek(g, i)->cls != LEX_QUOTE)
		return false;
	enum lex_class const next = peek(g, i + 1)->cls;
	return next != LEX_FOR && next != LEX_LINK && next != LEX_TO && next != LEX_QUOTE;
}

static void settle_subject(struct grammar *g, struct frame *f, enum verb_form form)
{
	f->by_subject =
		(f->units.count || f->places.count) && place_meets_verb(g) && !f->object_count;
	f->led_by_colon = before_cursor(g) && is_punct(before_cursor(g), ':');
	if (f->for_old && f->verb == VERB_SUBSTITUTE && !f->object_count && only_new_follows(g)) {
		f->by_subject = false;
		return;
	}
	if (form == FORM_PASSIVE || form == FORM_FREE)
		return;
	f->by_subject &= f->units.count > 0;
	if (f->context.present && f->object_count)
		puzzle(g, "not-understood",
		       "it is not clear what these words are to do: ", f->object[0].source, true);
	if (f->units.count) {
		if (f->taken_places)
			f->places.count = 0;
		f->taken_places = false;
		join_places(g, &f->places, &f->units, false);
	}
	if (f->object_count == 1)
		f->subject = f->object[0];
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
	return (form == FORM_PASSIVE || form == FORM_FREE) &&
	       (f->object_count == 1 || (f->object_count && f->brackets)) &&
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

/* "Peru put “a” after “b”": the form is that of the past as well. */
static void refuse_past(struct grammar *g, const struct lexeme *x)
{
	const struct lexeme *before = before_cursor(g);
	if (x->value & VERB_PAST && is_base_form(g, x) && before &&
	    (before->cls == LEX_NAME || before->cls == LEX_WE || before->cls == LEX_WORD ||
	     before->cls == LEX_GROUP))
		puzzle(g, "not-understood",
		       "this may tell what was done; say \"proposes to\" if it is asked for: ", x->range,
		       true);
}

void read_action(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	refuse_past(g, x);
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
		g->f->makes = x->value & VERB_MAKES;
		g->f->titles = x->value & VERB_TITLES;
		g->f->appends = x->value & VERB_APPENDS;
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
	bool const new_is_due = g->role == ROLE_WITH && awaits_wording(g);
	if ((g->role != ROLE_ANCHOR || g->f->anchor.present || g->f->anchors.count) && !new_is_due)
		g->role = ROLE_OBJECT;
	g->cursor.at++;
}

bool verb_is_refused(const struct grammar *g, const struct frame *f)
{
	return f->has_verb && (f->verb == VERB_RESTORE ||
	                       (f->verb == VERB_WITHDRAW && !g->around->withdraws));
}
