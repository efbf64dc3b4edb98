/*
 * meaning_provisions.c -- acts on whole provisions: they are moved, renumbered, split
 * and merged.  See meaning.h.
 */
#include "meaning.h"

/* Have two places the same label at their ends? */
static bool labels_agree(const redline_place *a, const redline_place *b)
{
	return a->count && b->count &&
	       bytes_equal(a->steps[a->count - 1].label, b->steps[b->count - 1].label);
}

/* The units of a frame, or the places that stood before its verb. */
static bool subject_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
	struct frame bare = *f;
	bare.edges.count = 0;
	struct place_set places;
	if (!frame_places(g, &bare, &places))
		return false;
	if (!f->units.count && f->by_subject) {
		*out = places;
		return true;
	}
	return compose_units(g, f, &f->units, &places, out);
}

static void set_targets(struct grammar *g, redline_amendment *m, const struct place_set *set)
{
	m->targets = copy_places(g, set->at, set->count);
	m->target_count = m->targets ? set->count : 0;
}

/* What `set` names, said where `from` is what moves or is split. */
static bool compose_targets(struct grammar *g, const struct place_set *set,
                            const struct place_set *from, struct place_set *out)
{
	return compose_set(g, set, from->at, from->count ? 1 : 0, out);
}

/* "to become paragraph 5 bis", "to paragraph 5 bis": the label of what moves. */
static bool take_label(struct grammar *g, const struct frame *f, redline_bytes *label)
{
	const redline_place *p = &f->targets.at[0];
	if (!f->targets.count)
		return true;
	const redline_step *last = p->count ? &p->steps[p->count - 1] : NULL;
	bool const usable = f->targets.count == 1 && last && last->label.len &&
	                    !last->label_to.len && innermost(p) != REDLINE_SECTION &&
	                    innermost(p) != REDLINE_ANNEX && innermost(p) != REDLINE_CHAPTER;
	if (!usable)
		puzzle(g, "place-unknown",
		       "it is not said where in it this goes (before, after, at the end of ...)",
		       f->span, false);
	else
		*label = last->label;
	return usable;
}

/* "at the end", and of nothing that is named with it */
static bool at_edge(const struct frame *f)
{
	return (f->where == REDLINE_AT_END || f->where == REDLINE_AT_START) && !f->edges.count;
}

/*
 * "Move the second sentence of paragraph 1 to paragraph 3, at the end": what moves is a part of
 * such a place and can't become one, so the end is that place's.
 */
static bool goes_inside(const struct frame *f, const struct place_set *from)
{
	if (!at_edge(f) || f->targets.count != 1 || !f->targets.at[0].count)
		return false;
	int const there = noun_rank(innermost(&f->targets.at[0]));
	return f->object_count || (from->count && from->at[0].count &&
	                           noun_rank(innermost(&from->at[0])) > there);
}

/*
 * "Déplacer la phrase 2 du paragraphe 1 au paragraphe 3, à la fin": where the language has but
 * one word for "in" and "into", a place that can't hold the one which moves is where it goes.
 */
static void read_goal(struct frame *f)
{
	const redline_place *what = &f->units.at[0], *to = &f->places.at[0];
	if (!at_edge(f) || f->targets.count || f->units.count != 1 || f->places.count != 1 ||
	    what->count < 2 || !to->count || !to->steps[to->count - 1].label.len ||
	    !what->steps[0].label.len || what->steps[0].unit != innermost(to))
		return;
	f->targets = f->places;
	f->places.count = 0;
}

/* "to section II, before paragraph 5" */
static bool goes_into_section(const struct frame *f)
{
	if (f->targets.count != 1 || f->anchors.count != 1 || !f->targets.at[0].count)
		return false;
	redline_unit const unit = innermost(&f->targets.at[0]);
	return unit == REDLINE_SECTION || unit == REDLINE_ANNEX || unit == REDLINE_CHAPTER;
}

void mean_move(struct grammar *g, const struct frame *read)
{
	struct frame moving = *read;
	const struct frame *f = &moving;
	struct place_set from, to = {.count = 0};
	redline_bytes label = {0};
	read_goal(&moving);
	if (!subject_places(g, f, &from))
		return;
	bool const inside = goes_inside(f, &from);
	bool const section = goes_into_section(f);
	if (!inside && !section && !take_label(g, f, &label))
		return;
	if (f->object_count > 1 || (f->text_noun && !f->object_count) ||
	    (!f->object_count && !f->units.count && !f->by_subject)) {
		puzzle(g, "not-understood", "it is not clear what is to be moved", f->span, false);
		return;
	}
	if (f->object_count && !f->units.count) {
		struct frame bare = *f;
		bare.edges.count = 0;
		if (!frame_places(g, &bare, &from))
			return;
	}
	const struct place_set *named = inside            ? &f->targets
	                                : f->edges.count ? &f->edges
	                                                 : &f->anchors;
	const struct place_set *surroundings = section ? &f->targets : &from;
	if (!compose_targets(g, named, surroundings, &to))
		return;
	bool const anchored = f->anchor.present || named->count == 1 ||
	                      (named->count == 0 && (f->where == REDLINE_AT_END ||
	                                             f->where == REDLINE_AT_START));
	bool const placed = f->where != REDLINE_NOWHERE && f->where != REDLINE_BETWEEN && anchored;
	if (!placed && !label.len) {
		puzzle(g, "place-unknown", "it is not said where this goes", f->span, false);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_MOVE, &from);
	if (!m)
		return;
	set_targets(g, m, &to);
	m->label = label;
	m->new_unit = label.len ? innermost(&f->targets.at[0]) : REDLINE_DOCUMENT;
	if (f->object_count)
		m->old_words = f->object[0];
}

/* ---- each for the other ---- */

static void say_not_two(struct grammar *g, const struct frame *f)
{
	puzzle(g, "not-understood",
	       "this wants two wordings, or two provisions of one kind, each to stand for the "
	       "other",
	       f->span, false);
}

static void swap_words(struct grammar *g, const struct frame *f)
{
	struct place_set places;
	redline_operand const words[2] = {f->object[0],
	                                  f->object_count == 2 ? f->object[1] : f->with};
	bool const two = f->object_count + f->with.present == 2;
	if (!two || f->has_occurrence ||
	    bytes_equal(words[0].words, words[1].words)) {
		say_not_two(g, f);
		return;
	}
	if (!frame_places(g, f, &places))
		return;
	for (unsigned i = 0; i < 2; i++) {
		redline_amendment *m = add_amendment(g, f, REDLINE_SUBSTITUTE, &places);
		if (!m)
			return;
		m->old_words = words[i];
		m->new_words = words[1 - i];
		m->in_pairs = true; /* neither goes without the other */
	}
}

static void move_beside(struct grammar *g, const struct frame *f, const redline_place *what,
                        redline_where where, const redline_place *to)
{
	struct place_set one, there;
	place_set_one(&one, what);
	place_set_one(&there, to);
	redline_amendment *m = add_amendment(g, f, REDLINE_MOVE, &one);
	if (!m)
		return;
	m->where = where;
	m->in_pairs = true;
	set_targets(g, m, &there);
}

/* Right behind one another, so that one move swaps them? */
static bool are_neighbours(const redline_place *a, const redline_place *b)
{
	int32_t const x = a->steps[a->count - 1].ordinal, y = b->steps[b->count - 1].ordinal;
	return x && y && (x > 0) == (y > 0) && y - x == 1;
}

/* "the first two sentences": two places, of one. */
static void part_run(struct grammar *g, struct place_set *set)
{
	const redline_step *run = set->count == 1 && set->at[0].count
	                                  ? &set->at[0].steps[set->at[0].count - 1]
	                                  : NULL;
	if (!run || !run->ordinal || run->ordinal_to - run->ordinal != 1)
		return;
	redline_place const whole = set->at[0];
	int32_t const first = run->ordinal;
	for (unsigned i = 0; i < 2; i++) {
		redline_step *steps = arena_array(g->cursor.arena, whole.count, sizeof *steps);
		if (!steps)
			return;
		memcpy(steps, whole.steps, whole.count * sizeof *steps);
		steps[whole.count - 1].ordinal = first + (int32_t)i;
		steps[whole.count - 1].ordinal_to = 0;
		set->at[i] = whole;
		set->at[i].steps = steps;
	}
	set->count = 2;
}

void mean_swap(struct grammar *g, const struct frame *f)
{
	struct place_set both, more;
	if (f->object_count) {
		swap_words(g, f);
		return;
	}
	if (!subject_places(g, f, &both))
		return;
	if (f->with_units.count) {
		if (!compose_set(g, &f->with_units, both.at, both.count ? 1 : 0, &more))
			return;
		set_places(&both, &more);
	}
	part_run(g, &both);
	const redline_place *a = &both.at[0], *b = &both.at[1];
	bool const pair = both.count == 2 && a->count && b->count &&
	                  innermost(a) == innermost(b) && !a->steps[a->count - 1].label_to.len &&
	                  !b->steps[b->count - 1].label_to.len &&
	                  (a->steps[a->count - 1].ordinal > 0) ==
	                          (b->steps[b->count - 1].ordinal > 0);
	if (!pair || f->text_noun) {
		say_not_two(g, f);
		return;
	}
	if (a->steps[a->count - 1].ordinal > b->steps[b->count - 1].ordinal) {
		const redline_place *second = a;
		a = b;
		b = second;
	}
	move_beside(g, f, b, REDLINE_BEFORE, a);
	if (!are_neighbours(a, b))
		move_beside(g, f, a, REDLINE_AFTER, b);
}

/* "The last sentence of paragraph 5 becomes paragraph 5 bis": 5 is split before it. */
static bool split_off(struct grammar *g, const struct frame *f, const struct place_set *from)
{
	const redline_place *p = &from->at[0];
	const redline_place *to = &f->targets.at[0];
	if (from->count != 1 || p->count < 2 || innermost(p) != REDLINE_SENTENCE ||
	    p->steps[p->count - 1].ordinal != -1 || p->steps[p->count - 1].ordinal_to ||
	    f->targets.count != 1 || !to->count || !to->steps[to->count - 1].label.len)
		return false;
	struct place_set whole;
	place_set_copy(&whole, from);
	whole.at[0].count--;
	redline_amendment *m = add_amendment(g, f, REDLINE_SPLIT, &whole);
	if (!m)
		return true;
	m->where = REDLINE_BEFORE;
	m->label = to->steps[to->count - 1].label;
	set_targets(g, m, from);
	return true;
}

/* "The existing text is designated as paragraph (1)" */
static void mean_designation(struct grammar *g, const struct frame *f)
{
	struct place_set whose;
	redline_bytes label = {0};
	bool const named = f->units.count || f->by_subject;
	struct frame bare = *f;
	bare.edges.count = 0;
	if (!(named ? subject_places(g, f, &whose) : frame_places(g, &bare, &whose)) ||
	    !take_label(g, f, &label))
		return;
	if (f->targets.at[0].count != 1 || whose.count != 1) {
		puzzle(g, "not-understood", "it is not clear which text gets this number", f->span,
		       false);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_DESIGNATE, &whose);
	if (!m)
		return;
	m->label = label;
	m->new_unit = innermost(&f->targets.at[0]);
}

/* The steps that a place shares with nothing else said: without those that scope lends it. */
static bool steps_agree(const redline_step *a, const redline_step *b)
{
	bool const units = a->unit == b->unit || a->unit == REDLINE_PARAGRAPH_UNIT ||
	                   b->unit == REDLINE_PARAGRAPH_UNIT;
	return units && bytes_equal(a->label, b->label) && a->ordinal == b->ordinal;
}

/*
 * "Article 4, paragraph 3, becomes paragraph 4 of Article 3": is it to stand somewhere else?
 * Only where both say what they are in, or one an article and the other a part of one, is
 * that known.
 */
static bool goes_elsewhere(const redline_place *from, const redline_place *to)
{
	if (!from->count || !to->count)
		return false;
	redline_unit const a = innermost(from), b = innermost(to);
	bool const whole_a = a == REDLINE_ARTICLE || a == REDLINE_SECTION || a == REDLINE_CHAPTER;
	bool const whole_b = b == REDLINE_ARTICLE || b == REDLINE_SECTION || b == REDLINE_CHAPTER;
	if (whole_a != whole_b && (whole_a || from->count > 1))
		return true;
	if (to->count < 2 || from->count < to->count)
		return false;
	for (uint32_t i = 2; i <= to->count; i++)
		if (!steps_agree(&from->steps[from->count - i], &to->steps[to->count - i]))
			return true;
	return false;
}

void mean_renumbering(struct grammar *g, const struct frame *f)
{
	static const struct place_set nothing;
	struct place_set from;
	bool const bare = !f->units.count && !f->by_subject;
	bool const loose = bare || (f->units.count == 1 && f->units.at[0].relative);
	bool const rest = f->rest || (f->adds_unit && !f->label.len); /* "the following ones" */
	bool const noun = f->form == FORM_NOUN; /* "с последующей перенумерацией" */
	if (f->targets.count == 1 && (f->text_noun || f->whole_text)) {
		mean_designation(g, f);
		return;
	}
	if (!f->targets.count && loose && (rest || noun || f->instead_word || f->units.count)) {
		(void)add_amendment(g, f, REDLINE_RENUMBER, &nothing);
		return;
	}
	if (!f->targets.count || bare || rest) {
		puzzle(g, "not-understood",
		       bare ? "it is not said what is to be renumbered"
			    : "it is not said which number this gets",
		       f->span, false);
		return;
	}
	if (!subject_places(g, f, &from))
		return;
	if (split_off(g, f, &from))
		return;
	if (f->targets.count == 1 && from.count == 1 &&
	    goes_elsewhere(&from.at[0], &f->targets.at[0])) {
		puzzle(g, "place-unknown",
		       "a provision gets another number where it stands; if it is to stand "
		       "elsewhere, write: move paragraph ... of ... after paragraph ... of ..., as "
		       "paragraph ...",
		       f->span, false);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_RENUMBER, &from);
	if (m)
		set_targets(g, m, &f->targets);
}

void mean_split(struct grammar *g, const struct frame *f)
{
	struct place_set from, at;
	if (!subject_places(g, f, &from))
		return;
	if (from.count != 1 || f->object_count || (f->parts && f->parts != 2)) {
		puzzle(g, "not-understood", "one provision at a time can be split, in two",
		       f->span, false);
		return;
	}
	bool const placed = (f->where == REDLINE_AFTER || f->where == REDLINE_BEFORE) &&
	                    (f->anchor.present || f->anchors.count == 1);
	if (!placed) {
		puzzle(g, "place-unknown",
		       "it is not said where to split this (after the first sentence, before the "
		       "words ...)",
		       f->span, false);
		return;
	}
	if (!compose_targets(g, &f->anchors, &from, &at))
		return;
	redline_amendment *m = add_amendment(g, f, REDLINE_SPLIT, &from);
	if (!m)
		return;
	set_targets(g, m, &at);
	const struct place_set *parts = &f->targets;
	const redline_place *second = parts->count == 2 ? &parts->at[1] : NULL;
	if (second && second->count)
		m->label = second->steps[second->count - 1].label;
	if (parts->count && (!m->label.len || !labels_agree(&parts->at[0], &from.at[0])))
		puzzle(g, "not-understood",
		       "the first part keeps the number; give the second one's", f->span, false);
}

void mean_merging(struct grammar *g, const struct frame *f)
{
	struct place_set from, more, into = {.count = 0};
	if (!subject_places(g, f, &from))
		return;
	if (!f->parts && f->targets.count == 1 && from.count == 1) {
		/* "merge paragraph 6 into paragraph 5" */
		if (!compose_set(g, &f->targets, from.at, 1, &into))
			return;
		set_places(&from, &into);
	} else if (f->targets.count &&
	           (f->targets.count > 1 || !labels_agree(&f->targets.at[0], &from.at[0]))) {
		puzzle(g, "not-understood", "what is merged gets the number of the first",
		       f->span, false);
		return;
	}
	if (f->with_units.count) {
		if (!compose_set(g, &f->with_units, from.at, from.count ? 1 : 0, &more))
			return;
		set_places(&from, &more);
	}
	bool const range = from.count == 1 && from.at[0].count &&
	                   from.at[0].steps[from.at[0].count - 1].label_to.len;
	if ((from.count < 2 && !range) || f->object_count || f->parts > 1) {
		puzzle(g, "not-understood", "it is not said what is to be merged with what",
		       f->span, false);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_MERGE, &from);
	if (m)
		set_targets(g, m, &into);
}
