/*
 * meaning_fit.c -- nothing may be left over: what a frame's verb would make no use of
 * makes the frame not understood.  See meaning.h.
 */
#include "meaning.h"

enum slot {
	SLOT_OBJECT = 1,
	SLOT_WITH = 2,
	SLOT_INSTEAD = 4,
	SLOT_FOR = 8,
	SLOT_TO = 16,
	SLOT_READ = 32,
	SLOT_SPAN = 64, /* from ... through */
	SLOT_ANCHOR = 128,
	SLOT_ANCHOR_TO = 256,
	SLOT_UNITS = 512,
	SLOT_ANCHORS = 1024,
	SLOT_ADDS = 2048,
	SLOT_BRACKETS = 4096,
};

static unsigned filled_slots(const struct frame *f)
{
	return (f->object_count ? SLOT_OBJECT : 0u) | (f->with.present ? SLOT_WITH : 0u) |
	       (f->instead.present ? SLOT_INSTEAD : 0u) | (f->for_.present ? SLOT_FOR : 0u) |
	       (f->to.present ? SLOT_TO : 0u) | (f->read.present ? SLOT_READ : 0u) |
	       (f->from.present || f->through.present ? SLOT_SPAN : 0u) |
	       (f->anchor.present ? SLOT_ANCHOR : 0u) |
	       (f->anchor_to.present ? SLOT_ANCHOR_TO : 0u) | (f->units.count ? SLOT_UNITS : 0u) |
	       (f->anchors.count ? SLOT_ANCHORS : 0u) | (f->adds_unit ? SLOT_ADDS : 0u) |
	       (f->brackets ? SLOT_BRACKETS : 0u);
}

/* The slots that a verb knows what to do with. */
static unsigned known_slots(enum verb verb)
{
	switch (verb) {
	case VERB_REPLACE:
	case VERB_SUBSTITUTE:
	case VERB_CHANGE:
		return SLOT_OBJECT | SLOT_WITH | SLOT_INSTEAD | SLOT_FOR | SLOT_TO | SLOT_READ |
		       SLOT_SPAN | SLOT_ANCHOR | SLOT_UNITS | SLOT_ADDS;
	case VERB_DELETE:
		return SLOT_OBJECT | SLOT_WITH | SLOT_INSTEAD | SLOT_TO | SLOT_SPAN | SLOT_ANCHOR |
		       SLOT_UNITS | SLOT_BRACKETS;
	case VERB_COMPLETE:
	case VERB_INSERT:
		return SLOT_OBJECT | SLOT_WITH | SLOT_INSTEAD | SLOT_FOR | SLOT_READ | SLOT_ANCHOR |
		       SLOT_ANCHOR_TO | SLOT_UNITS | SLOT_ANCHORS | SLOT_ADDS | SLOT_BRACKETS;
	case VERB_USE:
		return SLOT_OBJECT | SLOT_INSTEAD | SLOT_FOR | SLOT_WITH;
	case VERB_REWRITE:
		return SLOT_READ | SLOT_UNITS;
	case VERB_READ:
	case VERB_AMEND:
		return SLOT_OBJECT | SLOT_READ | SLOT_TO | SLOT_WITH | SLOT_FOR | SLOT_UNITS;
	case VERB_PUT:
	case VERB_BRACKET:
	case VERB_UNBRACKET:
		return SLOT_OBJECT | SLOT_UNITS | SLOT_BRACKETS;
	case VERB_PRECEDE:
	case VERB_FOLLOW:
		return SLOT_OBJECT;
	case VERB_SWAP:
		return SLOT_OBJECT | SLOT_WITH | SLOT_UNITS;
	case VERB_MOVE:
		return SLOT_OBJECT | SLOT_UNITS | SLOT_ANCHOR | SLOT_ANCHORS;
	case VERB_RENUMBER:
		return SLOT_UNITS | SLOT_ADDS;
	case VERB_SPLIT:
		return SLOT_UNITS | SLOT_ANCHOR | SLOT_ANCHORS;
	case VERB_MERGE:
		return SLOT_UNITS;
	default:
		return ~0u;
	}
}

static bool is_one_bit(unsigned bits)
{
	return (bits & (bits - 1)) == 0;
}

/* "Add para 7 alt: “...”": a number that only something new can have is that of what comes. */
static void add_by_label(struct frame *f)
{
	const redline_place *p = &f->units.at[0];
	/* "after Annex II, add Annex III" */
	bool const beside = f->anchors.count == 1 &&
	                    (f->where == REDLINE_AFTER || f->where == REDLINE_BEFORE);
	if (f->verb != VERB_INSERT || f->units.count != 1 || f->object_count != 1 ||
	    f->adds_unit || f->places.count || (f->anchors.count && !beside) ||
	    (f->where != REDLINE_NOWHERE && !beside) ||
	    f->anchor.present || f->instead.present || f->for_.present || f->brackets ||
	    f->text_noun || p->count != 1 || p->relative || p->steps[0].label_to.len ||
	    !(noun_is_inserted(p->steps[0].label) ||
	      (beside && p->steps[0].label.len &&
	       p->steps[0].unit == innermost(&f->anchors.at[0]))))
		return;
	f->adds_unit = true;
	f->new_unit = innermost(p);
	f->label = p->steps[0].label;
	f->units.count = 0;
}

/* "a new Article 3 bis entitled “Secretariat” with the following text: “...”" */
static void join_title(struct grammar *g, struct frame *f)
{
	bool const headed = f->new_unit == REDLINE_SECTION || f->new_unit == REDLINE_ARTICLE ||
	                    f->new_unit == REDLINE_CHAPTER || f->new_unit == REDLINE_ANNEX;
	if (f->verb != VERB_INSERT || !f->adds_unit || !headed || f->object_count != 1 ||
	    !f->with.present)
		return;
	redline_bytes const title = f->object[0].words, text = f->with.words;
	char *both = arena_alloc(g->cursor.arena, title.len + 2 + text.len);
	if (!both)
		return;
	memcpy(both, title.ptr, title.len);
	memcpy(both + title.len, "\n\n", 2);
	memcpy(both + title.len + 2, text.ptr, text.len);
	f->object[0].words = (redline_bytes){both, title.len + 2 + text.len};
	f->object[0].source.end = f->with.source.end;
	f->with.present = false;
}

/* "Delete section C and its heading": the heading is the section's own, and goes with it. */
static bool heading_fits(struct grammar *g, const struct frame *f)
{
	const struct place_set *of = f->units.count ? &f->units : &f->places;
	bool fits = f->verb == VERB_DELETE || f->verb == VERB_MOVE;
	fits &= of->count > 0 && !f->object_count && !f->from.present;
	for (unsigned i = 0; i < of->count; i++) {
		redline_unit const unit = innermost(&of->at[i]);
		fits &= unit == REDLINE_SECTION || unit == REDLINE_CHAPTER ||
		        unit == REDLINE_ARTICLE || unit == REDLINE_ANNEX;
	}
	if (!f->heading_too || fits)
		return true;
	puzzle(g, "not-understood",
	       "it is not clear how the heading goes with this; say what is done with each, in a "
	       "sentence of its own",
	       f->span, false);
	return false;
}

/* "Para 6: the word “a” in the third sentence": the sentence of that paragraph. */
static bool join_subject(struct grammar *g, struct frame *f)
{
	if (f->places.count > 1 || (f->places.count && f->units.count > 1))
		return false;
	if (f->places.count) {
		redline_place const nested =
			noun_nest(g->cursor.arena, &f->units.at[0], &f->places.at[0]);
		if (!nested.count || !noun_lies_inside(&f->places.at[0], &f->units.at[0]))
			return false;
		f->places.at[0] = nested;
	} else {
		f->places = f->units;
	}
	f->units.count = 0;
	return true;
}

/*
 * What was read and would not be used may be what matters most.  A place
 * without its preposition ("replace paragraph 5 “a” with “b”") is one, if no
 * other is named.
 */
bool uses_everything(struct grammar *g, struct frame *f)
{
	join_title(g, f);
	if (!heading_fits(g, f))
		return false;
	settle_subject_words(g, f);
	add_by_label(f);
	if (!settle_reach(g, f) || !counts_fit(g, f) || !context_fits(g, f))
		return false;
	unsigned const filled = filled_slots(f);
	bool fits = (filled & ~known_slots(f->verb)) == 0;
	bool const for_it = f->for_.present && f->verb == VERB_READ; /* "for “a” read “b”" */
	/* "第五条增加一款": the place is what stood before the verb */
	bool const words = (((f->object_count || f->from.present || for_it) && !f->adds_unit) ||
	                    (f->adds_unit && f->verb == VERB_INSERT)) &&
	                   (!f->brackets || f->object_count);
	if (fits && words && f->units.count && !(comes_for_named(f) && !f->from.present)) {
		fits = !f->units.at[0].relative && join_subject(g, f);
	}
	bool const deletes = f->verb == VERB_DELETE;
	/* "delete paragraph 8 and all references to it": words are counted, not it */
	fits &= !(deletes && f->has_occurrence && f->units.count && !f->object_count &&
	          !f->from.present && !f->brackets);
	fits &= !(deletes && f->object_count && f->to.present);
	fits &= is_one_bit(filled & (SLOT_WITH | SLOT_TO | SLOT_READ)) || deletes;
	fits &= is_one_bit(filled & (SLOT_INSTEAD | SLOT_FOR));
	bool const old_named = filled & (SLOT_INSTEAD | SLOT_FOR);
	fits &= !(old_named && (filled & SLOT_OBJECT) &&
	          (filled & (SLOT_WITH | SLOT_TO | SLOT_READ)));
	fits &= !(for_it && f->object_count && f->read.present); /* "for “a” and “b” read" */
	/* "replace “a” with “b”, not “c”", "delete “a” rather than “b”" */
	fits &= !(f->instead.present && f->object_count && (f->with.present || deletes));
	/* "after “a”, in paragraph 5, delete the third sentence", "for “a”, insert “b” after “c”" */
	fits &= !(deletes && f->units.count && !f->object_count && !f->brackets &&
	          (f->anchor.present || f->instead.present));
	fits &= !(f->verb == VERB_INSERT && old_named && f->where != REDLINE_NOWHERE);
	fits &= f->verb != VERB_COMPLETE || !f->with.present || !f->object_count;
	/* "add a footnote after “a” with the text “b”" */
	bool const text_with = f->adds_unit && f->new_unit == REDLINE_FOOTNOTE_UNIT;
	fits &= f->verb != VERB_INSERT || !f->with.present ||
	        ((f->units.count || text_with) && !f->object_count);
	if (!fits)
		puzzle(g, "not-understood", "the parts of this do not fit together into one change",
		       f->span, false);
	return fits;
}
