/*
 * meaning.c -- what the verb of a frame does with its filled slots.
 */
#include "clause.h"

/* ---- what a frame means ---- */

static redline_place *copy_places(struct grammar *g, const redline_place *from, unsigned count)
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

/*
 * Provisions that a frame's verb is about, said where its places are.  Those that the
 * sentence itself names hold: nothing outside of them may be meant.
 */
static bool compose_units(struct grammar *g, const struct frame *f, const struct place_set *set,
                          const struct place_set *places, struct place_set *out)
{
	bool const own = f->places.count > 0;
	if (own && places->count > 1 && set->count && set->at[0].count &&
	    set->at[0].steps[0].ordinal) {
		puzzle(g, "place-unknown", "it is not clear in which of the places named: ",
		       set->at[0].source, true);
		return false;
	}
	if (places->count != 1 || (!own && !g->out->has_places) || g->around->nested)
		return compose_set(g, set, places->at, places->count, out);
	place_set_clear(out);
	for (unsigned i = 0; i < set->count; i++) {
		redline_place p = noun_compose_inside(g->cursor.arena, &places->at[0], &set->at[i],
		                                      own && !speaks_of_it_first(g));
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
static redline_unit innermost(const redline_place *p)
{
	return p->count ? p->steps[p->count - 1].unit : REDLINE_DOCUMENT;
}

static bool is_heading_unit(redline_unit unit)
{
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE;
}

/*
 * The places that hold for a frame: its own, else those around it; and inside
 * them the one that "at the end of" names.
 */
static bool frame_places(struct grammar *g, const struct frame *f, struct place_set *out)
{
	if (!f->places.count)
		surrounding_places(g, out);
	else if (!compose_set(g, &f->places, g->around->scope, g->around->scope_count, out))
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

static redline_amendment *add_amendment(struct grammar *g, const struct frame *f,
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
	m->check = f->check;
	m->where = f->where;
	m->with_footnote = f->note_too;
	m->context = f->context;
	m->anchor = f->anchor;
	m->anchor_to = f->anchor_to;
	mean_reach(g, f, m);
	m->label = f->label;
	return m;
}

static void missing_new_words(struct grammar *g, const struct frame *f)
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

/* "Paragraph 5: delete (equally)": a part of it may be meant, so never all of it. */
static bool means_less(struct grammar *g, const struct frame *f)
{
	if (f->stray.end)
		puzzle(g, "not-understood",
		       "if these are words of the text, put them in quotation marks: ", f->stray,
		       true);
	return f->stray.end > 0;
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
	if (names_a_part(g, f) || !compose_units(g, f, &f->units, &places, &units))
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

static void mean_replace(struct grammar *g, const struct frame *f)
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

static void mean_deletion(struct grammar *g, const struct frame *f)
{
	struct place_set places, units;
	if (!frame_places(g, f, &places))
		return;
	if (f->with.present) { /* "in favour of" */
		mean_substitution(g, f, f->object_count ? &f->object[0] : &absent, &f->with);
		return;
	}
	if (f->instead.present && f->object_count) {
		mean_substitution(g, f, &f->instead, &f->object[0]);
		return;
	}
	unsigned count = f->object_count;
	const redline_operand *objects = f->object;
	if (!count && f->to.present) { /* "delete the reference to X" */
		objects = &f->to;
		count = 1;
	}
	if (f->from.present) {
		redline_amendment *m = add_amendment(g, f, REDLINE_DELETE, &places);
		if (m)
			m->old_words = f->from;
		if (m && m->extent == REDLINE_JUST_WORDS)
			puzzle(g, "not-understood", "it is not said how far the deletion goes",
			       f->span, false);
		return;
	}
	for (unsigned i = 0; i < count; i++) {
		redline_amendment *m = add_amendment(g, f, REDLINE_DELETE, &places);
		if (m)
			m->old_words = objects[i];
	}
	if (count)
		return;
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
		units = places;
	else if (!compose_units(g, f, &f->units, &places, &units))
		return;
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set const one = {.at = {units.at[i]}, .count = 1};
		(void)add_amendment(g, f, REDLINE_DELETE, &one);
	}
}

static void mean_brackets(struct grammar *g, const struct frame *f, redline_action action)
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
	if (!units.count)
		units = places;
	if (!units.count || (f->verb == VERB_PUT && !f->brackets && !f->in_brackets))
		puzzle(g, "not-understood", "it is not said what the brackets stand around",
		       f->span, false);
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set const one = {.at = {units.at[i]}, .count = 1};
		(void)add_amendment(g, f, action, &one);
	}
}

/* Several quoted paragraphs that come in together. */
static redline_operand join_wordings(struct grammar *g, const struct frame *f)
{
	redline_operand out = f->object[0];
	size_t len = 0;
	for (unsigned i = 0; i < f->object_count; i++)
		len += f->object[i].words.len + 2;
	char *text = arena_alloc(g->cursor.arena, len);
	if (!text)
		return out;
	size_t at = 0;
	for (unsigned i = 0; i < f->object_count; i++) {
		if (i) {
			memcpy(text + at, "\n\n", 2);
			at += 2;
		}
		memcpy(text + at, f->object[i].words.ptr, f->object[i].words.len);
		at += f->object[i].words.len;
	}
	out.words = (redline_bytes){text, at};
	out.source.end = f->object[f->object_count - 1].source.end;
	return out;
}

static void set_parts(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	redline_bytes *parts = arena_array(g->cursor.arena, f->object_count, sizeof *parts);
	if (!parts)
		return;
	for (unsigned i = 0; i < f->object_count; i++)
		parts[i] = f->object[i].words;
	m->parts = parts;
	m->part_count = f->object_count;
}

/* Does this line begin with the number of a provision, as "(b-1)" or "5."? */
static bool line_has_label(redline_bytes line, redline_bytes label)
{
	size_t at = 0;
	while (at < line.len && (is_blank(line.ptr[at]) || line.ptr[at] == '('))
		at++;
	size_t const end = at + label.len;
	return end < line.len && memcmp(line.ptr + at, label.ptr, label.len) == 0 &&
	       (line.ptr[end] == ')' || line.ptr[end] == '.');
}

/* Where the first line from `from` on that has this number begins; past the end if none has. */
static size_t line_with_label(redline_bytes words, size_t from, redline_bytes label)
{
	while (from < words.len) {
		redline_bytes const rest = {words.ptr + from, words.len - from};
		if (line_has_label(rest, label))
			return from;
		const char *nl = memchr(rest.ptr, '\n', rest.len);
		from = nl ? (size_t)(nl - words.ptr) + 1 : words.len;
	}
	return from;
}

/*
 * One wording for several numbers, "new paragraphs (4) and (5) are added to read as
 * follows", has a provision for each, in this order.
 */
static void take_apart(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	unsigned const count = f->further_count + 1;
	redline_bytes const words = m->new_words.words;
	redline_bytes *parts = arena_array(g->cursor.arena, count, sizeof *parts);
	if (!parts)
		return;
	size_t begin = 0;
	bool all = m->new_words.present && line_has_label(words, f->label);
	for (unsigned i = 0; all && i < count; i++) {
		size_t const next = i < f->further_count
		                            ? line_with_label(words, begin + 1, f->further[i])
		                            : words.len;
		all = i == f->further_count || next < words.len;
		parts[i] = (redline_bytes){words.ptr + begin, next - begin};
		begin = next;
	}
	m->parts = parts;
	m->part_count = count;
	if (!all)
		puzzle(g, "new-words-missing",
		       "give the new wording with each of the numbers named, in their order",
		       f->span, false);
}

/* A new provision, heading or footnote. */
static void mean_addition(struct grammar *g, const struct frame *f, redline_unit unit)
{
	struct place_set base, places;
	struct frame bare = *f;
	if (!frame_places(g, &bare, &base))
		return;
	if (f->anchors.count) {
		if (!compose_units(g, f, &f->anchors, &base, &places))
			return;
	} else {
		places = base;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_ADD, &places);
	if (!m)
		return;
	m->new_unit = unit;
	m->new_words = f->object_count ? f->object[0] : f->read.present ? f->read : f->with;
	if (f->object_count > 1) {
		m->new_words = join_wordings(g, f);
		set_parts(g, f, m);
	}
	if (f->further_count)
		take_apart(g, f, m);
	if (f->where == REDLINE_BETWEEN && f->anchors.count == 2 && m->places) {
		m->place_count = 1; /* after the first of the two, if the second follows it */
		m->where = REDLINE_AFTER;
		m->targets = m->places + 1;
		m->target_count = 1;
	} else if (f->anchors.count > 1)
		puzzle(g, "not-understood", "it is not clear after which provision", f->span,
		       false);
	if (!m->new_words.present)
		missing_new_words(g, f);
}

static bool is_text_unit(redline_unit unit)
{
	return unit == REDLINE_SENTENCE || unit == REDLINE_LINE || unit == REDLINE_COLUMN ||
	       unit == REDLINE_CELL;
}

/* An insertion by its verb that is something else by what it says; false if it is none. */
static bool mean_otherwise(struct grammar *g, const struct frame *f)
{
	bool const replaces = f->instead.present || (f->for_.present && f->object_count) ||
	                      (f->with.present && f->units.count && !f->object_count &&
	                       !f->brackets);
	bool const adds = f->adds_unit && f->new_unit != REDLINE_SENTENCE &&
	                  f->new_unit != REDLINE_LINE;
	if (replaces)
		mean_replace(g, f);
	else if (f->brackets)
		mean_brackets(g, f, REDLINE_BRACKET);
	else if (adds)
		mean_addition(g, f, f->new_unit);
	return replaces || f->brackets || adds;
}

/*
 * "after paragraph 5" brings in a provision, "after the first sentence" a sentence: then
 * *places are the anchors.  False if that was all, or it is unclear.
 */
static bool insert_behind_anchors(struct grammar *g, const struct frame *f,
                                  struct place_set *places)
{
	struct place_set anchors;
	if (!compose_units(g, f, &f->anchors, places, &anchors))
		return false;
	redline_unit const unit = innermost(&anchors.at[0]);
	if (f->adds_unit && f->new_unit == REDLINE_SENTENCE && !is_text_unit(unit)) {
		puzzle(g, "not-understood",
		       "it is not clear whether this sentence is to be a paragraph, or stand at "
		       "the end of one",
		       f->span, false);
		return false;
	}
	if (!is_text_unit(unit) && unit != REDLINE_CHAPEAU) {
		mean_addition(g, f, unit);
		return false;
	}
	*places = anchors;
	return true;
}

/* "insert paragraph 59 bis: ..." names what comes, or a place that can't be found. */
static bool adds_what_it_names(struct grammar *g, const struct frame *f)
{
	const redline_place *p = &f->units.at[0];
	if (f->units.count != 1 || !p->count || is_text_unit(innermost(p)))
		return false;
	struct frame with_label = *f;
	with_label.label = p->steps[p->count - 1].label;
	with_label.units.count = 0;
	mean_addition(g, &with_label, innermost(p));
	return true;
}

static void say_nowhere(struct grammar *g, const struct frame *f)
{
	puzzle(g, "not-understood",
	       f->instead_word
		       ? "it is not clear what the new words stand in for"
		       : "it is not said where the new words go (before, after, at the end of ...)",
	       f->span, false);
}

/* What the new words stand next to must be said. */
static void say_beside_nothing(struct grammar *g, const struct frame *f)
{
	bool const beside = f->where == REDLINE_AFTER || f->where == REDLINE_BEFORE ||
	                    f->where == REDLINE_BETWEEN;
	if (beside && !f->anchor.present && !f->anchors.count)
		puzzle(g, "not-understood", "it is not said which words the new ones stand next to",
		       f->span, false);
	if (f->where == REDLINE_BETWEEN && !f->anchor_to.present && f->anchors.count < 2)
		puzzle(g, "not-understood", "\"between\" wants two places", f->span, false);
}

static void mean_insertion(struct grammar *g, const struct frame *f)
{
	struct place_set places;
	if (mean_otherwise(g, f) || !frame_places(g, f, &places))
		return;
	const redline_operand *words = f->object_count   ? &f->object[0]
	                               : f->read.present ? &f->read
	                                                 : &absent;
	if (f->object_count > 1) {
		puzzle(g, "not-understood",
		       "it is not clear which of these words are to be inserted", f->span, false);
		return;
	}
	if (f->anchors.count && !f->anchor.present && !insert_behind_anchors(g, f, &places))
		return;
	if (f->units.count && !words->present && adds_what_it_names(g, f))
		return;
	if (f->units.count && words->present) {
		/* a place that stood where an object may stand, before a verb that may follow it */
		struct place_set const around = places;
		if (!compose_units(g, f, &f->units, &around, &places))
			return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_INSERT, &places);
	if (!m)
		return;
	m->new_words = *words;
	m->whole_sentence = f->adds_unit && f->new_unit == REDLINE_SENTENCE;
	if (!words->present)
		missing_new_words(g, f);
	else if (f->where == REDLINE_NOWHERE)
		say_nowhere(g, f);
	say_beside_nothing(g, f);
}

/* "compléter le paragraphe 5 par ...": at its end, unless it is said where. */
static void mean_completion(struct grammar *g, struct frame *f)
{
	if (f->units.count) {
		set_places(&f->places, &f->units);
		f->units.count = 0;
	}
	if (f->where == REDLINE_NOWHERE)
		f->where = REDLINE_AT_END;
	mean_insertion(g, f);
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
}

/* Have two places the same label at their ends? */
static bool labels_agree(const redline_place *a, const redline_place *b)
{
	return a->count && b->count &&
	       bytes_equal(a->steps[a->count - 1].label, b->steps[b->count - 1].label);
}

/* "ANCHOR should be preceded by NEW" */
static void mean_neighbour(struct grammar *g, const struct frame *f)
{
	struct place_set places;
	if (!frame_places(g, f, &places))
		return;
	if (f->object_count != 2) {
		puzzle(g, "not-understood",
		       "this wants two wordings: what stands there, and what comes", f->span,
		       false);
		return;
	}
	redline_amendment *m = add_amendment(g, f, REDLINE_INSERT, &places);
	if (!m)
		return;
	m->where = f->verb == VERB_PRECEDE ? REDLINE_BEFORE : REDLINE_AFTER;
	m->anchor = f->object[0];
	m->new_words = f->object[1];
}

/* ---- acts on whole provisions ---- */

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

static void mean_move(struct grammar *g, const struct frame *f)
{
	struct place_set from, to = {.count = 0};
	redline_bytes label = {0};
	if (!subject_places(g, f, &from) || !take_label(g, f, &label))
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
	const struct place_set *named = f->edges.count ? &f->edges : &f->anchors;
	if (!compose_targets(g, named, &from, &to))
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

static void mean_renumbering(struct grammar *g, const struct frame *f)
{
	static const struct place_set nothing;
	struct place_set from;
	bool const bare = !f->units.count && !f->by_subject;
	bool const loose = bare || (f->units.count == 1 && f->units.at[0].relative);
	bool const rest = f->rest || (f->adds_unit && !f->label.len); /* "the following ones" */
	bool const noun = f->form == FORM_NOUN; /* "с последующей перенумерацией" */
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
	redline_amendment *m = add_amendment(g, f, REDLINE_RENUMBER, &from);
	if (m)
		set_targets(g, m, &f->targets);
}

static void mean_split(struct grammar *g, const struct frame *f)
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

static void mean_merging(struct grammar *g, const struct frame *f)
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

/* ---- nothing may be left over ---- */

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
	if (f->verb != VERB_INSERT || f->units.count != 1 || f->object_count != 1 ||
	    f->where != REDLINE_NOWHERE || f->adds_unit || f->places.count || f->anchors.count ||
	    f->anchor.present || f->instead.present || f->for_.present || f->brackets ||
	    f->text_noun || p->count != 1 || p->relative || p->steps[0].label_to.len ||
	    !noun_is_inserted(p->steps[0].label))
		return;
	f->adds_unit = true;
	f->new_unit = innermost(p);
	f->label = p->steps[0].label;
	f->units.count = 0;
}

/*
 * What was read and would not be used may be what matters most.  A place
 * without its preposition ("replace paragraph 5 “a” with “b”") is one, if no
 * other is named.
 */
static bool uses_everything(struct grammar *g, struct frame *f)
{
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
	                   !f->brackets;
	if (fits && words && f->units.count) {
		fits = f->places.count == 0 && !f->units.at[0].relative;
		f->places = f->units;
		f->units.count = 0;
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
	fits &= f->verb != VERB_INSERT || !f->with.present || (f->units.count && !f->object_count);
	if (!fits)
		puzzle(g, "not-understood", "the parts of this do not fit together into one change",
		       f->span, false);
	return fits;
}

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
