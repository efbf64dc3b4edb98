/*
 * clause_place.c -- places, positions and counts of a clause, into the slots of its frame
 * (clause_parts.h).
 */
#include "clause_parts.h"

void set_places(struct place_set *into, const struct place_set *more)
{
	for (unsigned i = 0; i < more->count && into->count < PLACES_MAX; i++)
		into->at[into->count++] = more->at[i];
	into->overflow |= more->overflow || into->count == PLACES_MAX;
}

void join_places(struct grammar *g, struct place_set *into, const struct place_set *set,
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

void take_places(struct grammar *g, struct frame *f, const struct place_set *set, bool list)
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

/* "... “a” and in paragraph 7 “b”", "... and in paragraph 7 the last sentence": something for
 * the verb to be done to, right behind the places just read, is what it is done to there. */
static bool carries_verb_on(const struct grammar *g)
{
	bool const placed = g->role == ROLE_PLACE;
	if (!g->f->has_verb || (!placed && !g->f->object_count))
		return false;
	struct cursor c = g->cursor;
	bool const comma = is_punct(cursor_peek(&c, 0), ',') || is_punct(cursor_peek(&c, 0), ':');
	c.at += comma;
	if (!comma && placed && noun_is_place(&c))
		return true;
	while (cursor_peek(&c, 0)->cls == LEX_FILLER || cursor_peek(&c, 0)->cls == LEX_TEXT)
		c.at++;
	return cursor_peek(&c, 0)->cls == LEX_QUOTE || cursor_peek(&c, 0)->cls == LEX_MARK;
}

/* "..., and the paragraphs renumbered accordingly" */
static bool renumbering_follows(const struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	return x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_RENUMBER &&
	       FORM_OF(x->value) == FORM_PASSIVE;
}

/* What stands behind "becomes", "be renumbered" or "make paragraph 7" is what it becomes. */
static bool names_a_target(const struct grammar *g)
{
	const struct frame *f = g->f;
	bool const becomes = is_verb(f, VERB_RENUMBER) && f->form == FORM_PASSIVE &&
	                     g->role == ROLE_OBJECT;
	bool const made = f->makes && (g->role == ROLE_OBJECT || g->role == ROLE_PLACE ||
	                               g->role == ROLE_TO);
	return (becomes || made) && f->units.count && !f->targets.count;
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
	} else if (whole && parted && carries_verb_on(g) && !object_and_verb_follow(g)) {
		continue_verb(g);
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
	if (set->beside)
		puzzle(g, "place-unknown",
		       "an aside says more of this place; say it in the sentence: ", from, true);
	if (set->overflow)
		puzzle(g, "not-understood", "too many places in one sentence", from, false);
	if (set->unlike)
		puzzle(g, "place-unknown",
		       "this range goes from one kind of number to another; name each place", from,
		       false);
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
	case ROLE_INSTEAD: /* "instead of paragraph 4, in paragraph 7 delete “a”" */
		puzzle(g, "place-unknown",
		       "it is not clear whether anything is to be done here; leave it out, or say "
		       "what is: ",
		       set->at[0].source, true);
		break;
	case ROLE_THROUGH: /* "delete paragraph 5 up to its last sentence" */
		puzzle(g, "not-understood", "it is not clear how far this goes: ", from, true);
		break;
	case ROLE_TO:
	case ROLE_PLACE:
		take_places(g, f, set, list);
		break;
	case ROLE_EXCEPT:
		file_excepted(g, set);
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

void read_places(struct grammar *g)
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

bool place_meets_verb(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t at = before_judgement(g, g->cursor.at);
	/* "Absatz 7 wird durch folgenden Absatz ersetzt: ..." */
	at -= at > 0 && all[at - 1].cls == LEX_LINK && all[at - 1].value == LINK_WITH;
	while (at > 0 && (all[at - 1].cls == LEX_FILLER || all[at - 1].cls == LEX_PROPOSE ||
	                  is_punct(&all[at - 1], ':') || is_punct(&all[at - 1], ',') ||
	                  all[at - 1].cls == LEX_GROUP || all[at - 1].cls == LEX_NOTE_TOO ||
	                  is_punct(&all[at - 1], 0x2013) ||
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

/* Does nothing but the insertion's verb, or a place, come behind lexeme i? */
static bool ends_anchors(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = peek(g, i);
	if (!g->f->has_verb) {
		x += is_punct(x, ',');
		return x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_INSERT;
	}
	return x->cls == LEX_END || x->cls == LEX_IN || x->cls == LEX_OF || x->cls == LEX_GROUP ||
	       x->cls == LEX_REASON || is_punct(x, '.') || is_punct(x, ';');
}

/* "after “a” and before “b”": between the two.  False if it is something else. */
static bool read_second_anchor(struct grammar *g, redline_where where)
{
	struct frame *f = g->f;
	bool const pair = (f->where == REDLINE_AFTER && where == REDLINE_BEFORE) ||
	                  (f->where == REDLINE_BEFORE && where == REDLINE_AFTER);
	uint32_t const i = skip_text_nouns(g, 1);
	bool const puts = f->has_verb ? f->verb == VERB_INSERT && f->object_count == 1
	                              : !f->object_count;
	if (!pair || !puts || !f->anchor.present || f->anchor_to.present ||
	    !is_behind(g, LEX_AND) || peek(g, i)->cls != LEX_QUOTE ||
	    !ends_anchors(g, i + 1))
		return false;
	if (where == REDLINE_AFTER) {
		f->anchor_to = f->anchor;
		f->anchor.present = false;
	}
	g->role = where == REDLINE_AFTER ? ROLE_ANCHOR : ROLE_ANCHOR_TO;
	f->where = REDLINE_BETWEEN;
	g->cursor.at++;
	return true;
}

void read_position(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	redline_where const where = WHERE_OF(x->value);
	if (x->value & POSITION_BEHIND) {
		read_position_behind(g, where);
		return;
	}
	if (read_second_anchor(g, where))
		return;
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
		/* "before the period at the end": the last one */
		bool const mark = keep_anchor && g->f->anchor.present && x > g->cursor.lexed->at &&
		                  x[-1].cls == LEX_MARK && MARK_OF(x[-1].value) != ',' &&
		                  where == REDLINE_AT_END;
		if (mark)
			count_last(g);
		else if (keep_anchor && !of && !genitive && g->f->anchor.present)
			puzzle(g, "not-understood", "this is said to go to two places: ", x->range,
			       true);
		g->cursor.at += of;
		g->role = of || genitive ? ROLE_EDGE : ROLE_OBJECT;
		return;
	}
	g->f->where = where;
	g->role = ROLE_ANCHOR;
}

void read_rest(struct grammar *g)
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

/* "in 4 of article 5": the number of a part that isn't named. */
static bool is_nameless(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t const at = before_fillers(all, g->cursor.at);
	return at > 0 && all[at - 1].cls == LEX_IN && peek(g, 1)->cls == LEX_OF;
}

/* "第3段增列(d)项": right behind the verb, and so what comes in. */
static bool takes_new_item(struct grammar *g)
{
	struct frame *f = g->f;
	const struct numeral *n = &g->cursor.lexed->numerals[peek(g, 0)->value];
	bool const item = n->parens && n->count == 1 && cursor_lang(&g->cursor)->solid;
	if (!item || !is_verb(f, VERB_INSERT) || f->adds_unit || f->object_count ||
	    !is_behind(g, LEX_ACTION))
		return false;
	f->adds_unit = true;
	f->new_unit = REDLINE_SUBPARAGRAPH;
	f->label = n->part[0];
	g->cursor.at++;
	return true;
}

void read_numeral(struct grammar *g)
{
	const struct frame *f = g->f;
	if (takes_new_item(g) || read_excepted_numeral(g))
		return;
	if (noun_is_place(&g->cursor)) {
		read_places(g);
		return;
	}
	/* "in clause 3.1 [and 3.3], replace" */
	if (!f->has_verb && f->places.count && is_behind(g, LEX_AND))
		puzzle(g, "place-unknown", "it is not clear which place this is: ",
		       peek(g, 0)->range, true);
	/* "in 7 and 8, replace" */
	if (!f->has_verb && is_behind(g, LEX_IN))
		puzzle(g, "place-unknown",
		       "it is not clear what has this number; say \"paragraph\" or what it is: ",
		       peek(g, 0)->range, true);
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
