/*
 * meaning.c -- what the verb of a frame does with its filled slots.
 *
 * Here are the places that hold for a frame, the changes of words (substitution,
 * deletion, brackets), and the choice by the verb.  What comes in new is in
 * meaning_addition.c, acts on whole provisions in meaning_provisions.c, and whether
 * the slots fit together in meaning_fit.c.
 */
#include "meaning.h"

redline_place *copy_places(struct grammar *g, const redline_place *from, unsigned count)
{
	redline_place *out = arena_array(g->cursor.arena, count ? count : 1, sizeof *out);
	if (out && count)
		memcpy(out, from, count * sizeof *out);
	return out;
}

/* Places of the frame, said relative to the surroundings and to each other. */
bool compose_set(struct grammar *g, const struct place_set *set, const redline_place *scope,
                 unsigned scope_count, struct place_set *out)
{
	place_set_clear(out);
	const redline_place *base = scope_count == 1 ? scope : NULL;
	for (unsigned i = 0; i < set->count; i++) {
		redline_place p =
			noun_compose(g->cursor.arena, base, &set->at[i], g->around->nested);
		if (!p.count) {
			puzzle(g, "place-unknown",
			       "it is not clear which place this is: ", set->at[i].source, true);
			return false;
		}
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

/*
 * Provisions that a frame's verb is about, said where its places are.  Those that the
 * sentence itself names hold: nothing outside of them may be meant.
 */
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
		if (!p.count) {
			puzzle(g, "place-unknown",
			       "it is not clear which place this is: ", set->at[i].source, true);
			return false;
		}
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
		*out = g->out->places;
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

/* The unit that a place's innermost step names. */
redline_unit innermost(const redline_place *p)
{
	return p->count ? p->steps[p->count - 1].unit : REDLINE_DOCUMENT;
}

static bool is_heading_unit(redline_unit unit)
{
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE;
}

bool own_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
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
		if (!p.count) {
			puzzle(g, "place-unknown",
			       "it is not clear which place this is: ", f->places.at[i].source,
			       true);
			return false;
		}
		out->at[out->count++] = p;
	}
	return true;
}

/*
 * The places that hold for a frame: its own, else those around it; and inside
 * them the one that "at the end of" names.
 */
bool frame_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
	if (!f->places.count)
		surrounding_places(g, out);
	else if (!own_places(g, f, out))
		return false;
	if (!f->edges.count)
		return true;
	struct place_set const base = *out;
	if (f->places.count && is_heading_unit(innermost(&f->places.at[0])) &&
	    !is_heading_unit(innermost(&f->edges.at[0]))) {
		puzzle(g, "not-understood",
		       "it is not clear how this place goes with the heading named, too: ",
		       f->edges.at[0].source, true); /* "at the end of paragraph 7 in the heading" */
		return false;
	}
	return compose_units(g, f, &f->edges, &base, out);
}

redline_amendment *add_amendment(struct grammar *g, const struct frame *f,
                                 redline_action action, const struct place_set *places)
{
	if (g->out->count == AMENDMENTS_MAX) {
		puzzle(g, "not-understood", "too many changes in one sentence", f->span, false);
		return NULL;
	}
	redline_amendment *m = &g->out->amendments[g->out->count++];
	*m = (redline_amendment){.action = action, .source = f->span};
	m->places = copy_places(g, places->at, places->count);
	m->place_count = m->places ? places->count : 0;
	mean_count(g, f, m);
	m->in_pairs = f->in_pairs;
	m->check = f->check;
	m->where = f->where;
	m->with_footnote = f->note_too;
	m->context = f->context;
	m->anchor = f->anchor;
	m->anchor_to = f->anchor_to;
	mean_reach(f, m);
	mean_exceptions(g, f, m);
	m->label = f->label;
	/* "by striking “a”" or "strike “a”", not "“a” is deleted"; and only in an act */
	m->to_the_letter = cursor_lang(&g->cursor)->acts_to_letter && f->form != FORM_PASSIVE;
	return m;
}

/* ---- words that go or are changed ---- */

void missing_new_words(struct grammar *g, const struct frame *f)
{
	if (g->cursor.lexed->count &&
	    is_punct(&g->cursor.lexed->at[g->cursor.lexed->count - 1], ':'))
		g->out->wants_wording = true;
	else
		puzzle(g, "new-words-missing", "the new words are missing", f->span, false);
}

/*
 * "delete the reference to paragraph 5", "the example in paragraph 2 should be
 * deleted": a part is meant that is not quoted, never the paragraph.
 */
static bool names_a_part(struct grammar *g, const struct frame *f)
{
	bool const subject =
		f->form == FORM_PASSIVE && (f->units.count || f->places.count) && !f->by_subject;
	if (f->text_noun || subject)
		puzzle(g, "not-understood", "a part of the text is meant here; quote its words",
		       f->span, false);
	return f->text_noun || subject;
}

/* "The beginning of paragraph 5 should read ...": how much of it that is isn't said, but of "the
 * sentence at the end". */
static bool means_an_end(struct grammar *g, const struct frame *f)
{
	const struct place_set *set = f->units.count ? &f->units : &f->places;
	bool const whole = set->count && innermost(&set->at[0]) == REDLINE_SENTENCE;
	bool const end = !whole && (f->edges.count || f->where == REDLINE_AT_END ||
	                            f->where == REDLINE_AT_START);
	if (end)
		puzzle(g, "not-understood", "a part of the text is meant here; quote its words",
		       f->span, false);
	return end;
}

/* "Paragraph 5: delete (equally)": a part of it may be meant, so never all of it. */
static bool means_less(struct grammar *g, const struct frame *f)
{
	if (f->stray.end)
		puzzle(g, "not-understood",
		       "if these are words of the text, put them in quotation marks: ", f->stray,
		       true);
	return f->stray.end > 0;
}

/*
 * "Paragraphs (2) and (3) are amended to read as follows: “(2) ... (3) ...”": each its own,
 * if the wording has their numbers in their order.
 */
static void rewrite_each(struct grammar *g, const struct frame *f, const struct place_set *units,
                         const redline_operand *now)
{
	redline_bytes labels[PLACES_MAX], parts[PLACES_MAX];
	for (unsigned i = 0; i < units->count; i++) {
		const redline_step *last = &units->at[i].steps[units->at[i].count - 1];
		labels[i] = last->label_to.len ? (redline_bytes){0} : last->label;
	}
	bool all = true;
	for (unsigned i = 0; i < units->count; i++)
		all &= labels[i].len > 0;
	if (!all || !split_wording(now->words, labels, units->count, parts)) {
		puzzle(g, "not-understood",
		       "one wording cannot replace several provisions; give it with the number of "
		       "each, in their order",
		       f->span, false);
		return;
	}
	for (unsigned i = 0; i < units->count; i++) {
		struct place_set const one = {.at = {units->at[i]}, .count = 1};
		redline_amendment *m = add_amendment(g, f, REDLINE_REWRITE, &one);
		if (!m)
			return;
		m->new_words = *now;
		redline_range const all_of_it = {0, (uint32_t)parts[i].len};
		m->new_words.words = bytes_in(parts[i], range_trim(parts[i], all_of_it));
	}
}

/* OLD becomes NEW, whichever slots they came in. */
static void mean_substitution(struct grammar *g, const struct frame *f, const redline_operand *old,
                              const redline_operand *now)
{
	struct place_set places, units;
	if (!frame_places(g, f, &places))
		return;
	if (old && old->present) {
		redline_amendment *m = add_amendment(g, f, REDLINE_SUBSTITUTE, &places);
		if (!m)
			return;
		m->old_words = *old;
		m->new_words = *now;
		if (!now->present)
			missing_new_words(g, f);
		return;
	}
	if (names_a_part(g, f) || means_an_end(g, f) ||
	    !compose_units(g, f, &f->units, &places, &units))
		return;
	if (!units.count && f->by_subject && means_less(g, f))
		return;
	if (!units.count && (f->by_subject || f->verb == VERB_READ || f->verb == VERB_AMEND))
		units = places;
	if (!units.count) {
		puzzle(g, "not-understood",
		       f->pronoun ? "it is not clear what \"it\" is; quote the words again, or name "
		                    "the place"
		                  : "it is not said what is to be replaced",
		       f->span, false);
		return;
	}
	if (units.count > 1 && now->present) {
		rewrite_each(g, f, &units, now);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_REWRITE, &units);
	if (!m)
		return;
	m->new_words = *now;
	if (units.count > 1)
		puzzle(g, "not-understood", "one wording cannot replace several provisions",
		       f->span, false);
	if (!now->present)
		missing_new_words(g, f);
}

static const redline_operand absent;

void mean_replace(struct grammar *g, const struct frame *f)
{
	if (f->from.present && f->through.present && f->verb == VERB_CHANGE && !f->object_count) {
		struct frame plain = *f; /* "change from OLD to NEW" */
		plain.from = plain.through = (redline_operand){.present = false};
		mean_substitution(g, &plain, &f->from, &f->through);
		return;
	}
	const redline_operand *object = f->object_count   ? &f->object[0]
	                                : f->from.present ? &f->from
	                                                  : &absent;
	const redline_operand *now = f->with.present ? &f->with : f->to.present ? &f->to : &f->read;
	if (f->object_count > 1) {
		puzzle(g, "not-understood",
		       "more than one wording is to be replaced at once; say each with its new "
		       "words",
		       f->span, false);
		return;
	}
	if (f->instead.present && f->object_count)
		mean_substitution(g, f, &f->instead, object);
	else if (f->for_.present && f->object_count)
		mean_substitution(g, f, &f->for_, object);
	else if (f->for_.present && now->present)
		mean_substitution(g, f, &f->for_, now);
	else if (f->with_units.count && !now->present)
		puzzle(g, "unsupported", "replacing one provision by another is not done yet",
		       f->span, false);
	else
		mean_substitution(g, f, object, now);
}

/* "delete “a” with the comma", "... and the commas": which one, and nothing comes for it. */
static bool takes_mark_along(struct grammar *g, const struct frame *f)
{
	const redline_operand *mark = NULL;
	bool const behind = f->taken_verb || f->object_count > 1;
	if (f->with.present && f->object_count)
		mark = &f->with;
	else if (behind && f->object_count && !f->anchor.present && !f->has_occurrence)
		mark = &f->object[f->object_count - 1];
	/* "und das Semikolon": as a rule there is but one */
	bool const clear = mark && mark != &f->with && mark->words.len && mark->words.ptr[0] != ',';
	if (!mark || mark->quoted || mark->words.len != 1 || clear)
		return false;
	puzzle(g, "not-understood",
	       "it is not clear which mark goes; quote the words with it, as in \"shall, if need "
	       "be,\": ",
	       mark->source, true);
	return true;
}

/* False if no words are to go: then it is units. */
static bool delete_words(struct grammar *g, const struct frame *f, const struct place_set *places)
{
	unsigned count = f->object_count;
	const redline_operand *objects = f->object;
	if (!count && f->to.present) { /* "delete the reference to X" */
		objects = &f->to;
		count = 1;
	}
	if (f->from.present) {
		redline_amendment *m = add_amendment(g, f, REDLINE_DELETE, places);
		if (m)
			m->old_words = f->from;
		if (m && m->extent == REDLINE_JUST_WORDS)
			puzzle(g, "not-understood", "it is not said how far the deletion goes",
			       f->span, false);
		return true;
	}
	for (unsigned i = 0; i < count; i++) {
		redline_amendment *m = add_amendment(g, f, REDLINE_DELETE, places);
		if (m)
			m->old_words = objects[i];
	}
	return count > 0;
}

static void delete_units(struct grammar *g, const struct frame *f, const struct place_set *places)
{
	struct place_set units;
	/* "in paragraph 2, the second sentence should be deleted", "OP3: delete" */
	bool const by_place = f->by_subject && !f->units.count && f->places.count;
	if (names_a_part(g, f))
		return;
	if (!f->units.count && f->pronoun) {
		puzzle(g, "not-understood",
		       "it is not clear what \"it\" is; quote the words again, or name the place",
		       f->span, false);
		return;
	}
	if (!f->units.count && !by_place) {
		puzzle(g, "not-understood", "it is not said what is to be deleted", f->span, false);
		return;
	}
	if ((by_place || (f->by_subject && f->led_by_colon)) && means_less(g, f))
		return;
	if (by_place)
		units = *places;
	else if (!compose_units(g, f, &f->units, places, &units))
		return;
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set const one = {.at = {units.at[i]}, .count = 1};
		(void)add_amendment(g, f, REDLINE_DELETE, &one);
	}
}

static void mean_deletion(struct grammar *g, const struct frame *f)
{
	struct place_set places;
	if (!frame_places(g, f, &places))
		return;
	if (takes_mark_along(g, f))
		return;
	if (f->with.present) { /* "in favour of" */
		mean_substitution(g, f, f->object_count ? &f->object[0] : &absent, &f->with);
		return;
	}
	if (f->instead.present && f->object_count) {
		mean_substitution(g, f, &f->instead, &f->object[0]);
		return;
	}
	if (!delete_words(g, f, &places))
		delete_units(g, f, &places);
}

void mean_brackets(struct grammar *g, const struct frame *f, redline_action action)
{
	struct place_set places, units;
	if (!frame_places(g, f, &places))
		return;
	for (unsigned i = 0; i < f->object_count; i++) {
		redline_amendment *m = add_amendment(g, f, action, &places);
		if (m)
			m->old_words = f->object[i];
	}
	if (f->object_count || (f->text_noun && names_a_part(g, f)))
		return;
	if (!compose_units(g, f, &f->units, &places, &units))
		return;
	if ((!units.count || (f->by_subject && f->led_by_colon)) && means_less(g, f))
		return;
	/* "in Absatz 7 sollte in eckige Klammern setzen": in it, so not around it */
	bool const inside = action == REDLINE_BRACKET && f->places.count && !f->units.count &&
	                    !(f->form == FORM_ACTIVE && f->by_subject);
	if (!units.count && !inside)
		units = places;
	if (!units.count || (f->verb == VERB_PUT && !f->brackets && !f->in_brackets))
		puzzle(g, "not-understood", "it is not said what the brackets stand around",
		       f->span, false);
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set const one = {.at = {units.at[i]}, .count = 1};
		(void)add_amendment(g, f, action, &one);
	}
}

static void mean_reading(struct grammar *g, const struct frame *f)
{
	const redline_operand *now = f->read.present ? &f->read : f->to.present ? &f->to : &f->with;
	if (f->verb == VERB_AMEND && f->with.present && !f->object_count && !f->for_.present)
		puzzle(g, "not-understood",
		       "it is not clear what is done with these words; say \"by inserting\", \"by "
		       "replacing\" or \"to read\": ",
		       f->with.source, true);
	else if (f->tells)
		puzzle(g, "not-understood",
		       "it is not clear whether this is how the text reads now; if it is the new "
		       "wording, say \"should read\"",
		       f->span, false);
	else if (f->for_.present && now->present)
		mean_substitution(g, f, &f->for_, now);
	else if (f->object_count == 1)
		mean_substitution(g, f, &f->object[0], now);
	else if (f->object_count > 1)
		puzzle(g, "not-understood",
		       "more than one wording is to be replaced at once; say each with its new "
		       "words",
		       f->span, false);
	else
		mean_substitution(g, f, &absent, now);
	g->out->may_list = f->verb == VERB_AMEND && g->out->wants_wording;
}

/* ---- the whole ---- */

/* "Japan withdraws [its proposal on] paragraph 59" */
static void mean_withdrawal(struct grammar *g, const struct frame *f)
{
	if (!g->around->withdraws) {
		puzzle(g, "withdrawal-unclear",
		       "it is not clear what is withdrawn; say whose proposal, and on which "
		       "provision",
		       f->span, false);
		return;
	}
	struct place_set places, units;
	if (!compose_set(g, &f->places, NULL, 0, &places))
		return;
	if (f->units.count && !compose_units(g, f, &f->units, &places, &units))
		return;
	(void)add_amendment(g, f, REDLINE_WITHDRAW, f->units.count ? &units : &places);
}

/* "59 bis: “...”" adds; "Paragraph 2: “a” instead of “b”" replaces. */
static void mean_verbless(struct grammar *g, struct frame *f)
{
	if (f->adds_unit && adds_without_verb(g)) {
		f->verb = VERB_INSERT;
		mean_insertion(g, f);
		return;
	}
	if (f->units.count == 1 && f->object_count == 1 && !f->instead.present) {
		const redline_place *p = &f->units.at[0];
		redline_bytes const label =
			p->count ? p->steps[p->count - 1].label : (redline_bytes){0};
		if (noun_is_inserted(label)) {
			redline_unit const unit = innermost(p);
			f->label = label;
			f->units.count = 0;
			mean_addition(g, f, unit);
			return;
		}
	}
	if (!f->places.count) {
		f->places = f->units;
		f->units.count = 0;
	}
	if (f->instead.present && f->object_count == 1)
		mean_substitution(g, f, &f->instead, &f->object[0]);
	else if (f->object_count && g->frame_count > 1)
		puzzle(g, "not-understood", "it is not clear what is to be done with these words: ",
		       f->object[0].source, true);
}

static void mean_use(struct grammar *g, const struct frame *f)
{
	if (f->for_.present || (f->object_count && f->instead.present))
		mean_replace(g, f);
	else
		puzzle(g, "not-understood",
		       "it is not said which words these are to stand in for", f->span, false);
}

static void mean_delete(struct grammar *g, const struct frame *f)
{
	if (mean_note(g, f))
		return;
	if (f->brackets)
		mean_brackets(g, f, REDLINE_UNBRACKET);
	else
		mean_deletion(g, f);
}

void mean_frame(struct grammar *g, struct frame *f)
{
	if (f->further_count && (!f->has_verb || f->verb != VERB_INSERT)) {
		puzzle(g, "not-understood", "it is not clear what is to be done with these numbers",
		       f->span, false);
		return;
	}
	if (!f->has_verb) {
		mean_verbless(g, f);
		return;
	}
	if (!uses_everything(g, f))
		return;
	switch (f->verb) {
	case VERB_REPLACE:
	case VERB_SUBSTITUTE:
	case VERB_CHANGE:
		mean_replace(g, f);
		return;
	case VERB_USE:
		mean_use(g, f);
		return;
	case VERB_DELETE:
		mean_delete(g, f);
		return;
	case VERB_INSERT:
		mean_insertion(g, f);
		return;
	case VERB_COMPLETE:
		mean_completion(g, f);
		return;
	case VERB_READ:
	case VERB_AMEND:
	case VERB_REWRITE:
		mean_reading(g, f);
		return;
	case VERB_PUT:
	case VERB_BRACKET:
		mean_brackets(g, f, REDLINE_BRACKET);
		return;
	case VERB_UNBRACKET:
		mean_brackets(g, f, REDLINE_UNBRACKET);
		return;
	case VERB_SWAP:
		mean_swap(g, f);
		return;
	case VERB_MOVE:
		mean_move(g, f);
		return;
	case VERB_RENUMBER:
		mean_renumbering(g, f);
		return;
	case VERB_SPLIT:
		mean_split(g, f);
		return;
	case VERB_MERGE:
		mean_merging(g, f);
		return;
	case VERB_RESTORE:
		puzzle(g, "unsupported", "this needs a text that is not here; give the words",
		       f->span, false);
		return;
	case VERB_EXCHANGE:
		puzzle(g, "not-understood",
		       "this verb is used both ways round; say which words are to give way, "
		       "with another one",
		       f->span, false);
		return;
	case VERB_WITHDRAW:
		mean_withdrawal(g, f);
		return;
	case VERB_PRECEDE:
	case VERB_FOLLOW:
		mean_neighbour(g, f);
		return;
	case VERB_KEEP:
		return; /* a position; see find_mood */
	}
}
