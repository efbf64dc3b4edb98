/*
 * meaning_words.c -- frames that change words of the text: substitution, deletion, brackets
 * (meaning.h).  Of a provision as a whole they may be, too, where it is named and no words are.
 */
#include "meaning.h"

/* A colon at the end, or another mark that does its work behind "as follows". */
static bool leads_to_wording(const struct lexed *l)
{
	const struct lexeme *last = l->count ? &l->at[l->count - 1] : NULL;
	bool const mark = last && (is_punct(last, ';') || is_punct(last, '.'));
	return last && (is_punct(last, ':') ||
	                (mark && l->count > 1 && last[-1].cls == LEX_LINK &&
	                 last[-1].value == LINK_AS));
}

void missing_new_words(struct grammar *g, const struct frame *f)
{
	if (leads_to_wording(g->cursor.lexed))
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
		struct place_set one;
		place_set_one(&one, &units->at[i]);
		redline_amendment *m = add_amendment(g, f, REDLINE_REWRITE, &one);
		if (!m)
			return;
		m->new_words = *now;
		redline_range const all_of_it = {0, (uint32_t)parts[i].len};
		m->new_words.words = bytes_in(parts[i], range_trim(parts[i], all_of_it));
	}
}

/* "Rename section A": the same places, of their headings. */
static bool take_headings(struct grammar *g, struct place_set *units)
{
	for (unsigned i = 0; i < units->count; i++) {
		redline_place *p = &units->at[i];
		redline_step *steps = arena_array(g->cursor.arena, (size_t)p->count + 1, sizeof *steps);
		if (!steps)
			return false;
		memcpy(steps, p->steps, p->count * sizeof *steps);
		steps[p->count] = (redline_step){.unit = REDLINE_HEADING_UNIT, .source = p->source};
		p->steps = steps;
		p->count++;
	}
	return true;
}

void mean_substitution(struct grammar *g, const struct frame *f, const redline_operand *old,
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
	    !compose_units(g, f, &f->units, &places, &units) ||
	    (f->titles && !take_headings(g, &units)))
		return;
	if (!units.count && f->by_subject && means_less(g, f))
		return;
	if (!units.count && (f->by_subject || f->verb == VERB_READ || f->verb == VERB_AMEND))
		place_set_copy(&units, &places);
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

/* "For subsection (2) substitute “...”": of a provision that goes as a whole, so that less than
 * one can't come in its place. */
static bool may_be_provision(const struct place_set *units, redline_bytes words)
{
	redline_unit const unit = innermost(&units->at[0]);
	bool const part = unit == REDLINE_SENTENCE || unit == REDLINE_HEADING_UNIT ||
	                  unit == REDLINE_TITLE || unit == REDLINE_CHAPEAU;
	while (words.len && words.ptr[words.len - 1] == ']') { /* "[^1]" */
		while (words.len && words.ptr[words.len - 1] != '[')
			words.len--;
		words.len -= words.len > 0;
	}
	char const first = words.len ? words.ptr[0] : ' ';
	char const last = words.len ? words.ptr[words.len - 1] : ' ';
	return part || first == '(' || is_digit(first) || memchr(".;:,", last, 4) ||
	       memchr(words.ptr, '\n', words.len);
}

bool comes_for_named(const struct frame *f)
{
	return ((f->for_old && f->verb == VERB_SUBSTITUTE) || f->titles) && f->object_count == 1 &&
	       !f->for_.present && !f->with.present && !f->to.present && !f->instead.present;
}

/* What goes stood behind "for", and what comes behind the verb. */
static void mean_for(struct grammar *g, const struct frame *f)
{
	struct frame old = *f;
	old.object_count = 0;
	old.form = FORM_ACTIVE;
	if (f->from.present)
		mean_substitution(g, &old, &f->from, &f->object[0]);
	else if (f->titles || may_be_provision(&f->units, f->object[0].words))
		mean_substitution(g, &old, NULL, &f->object[0]);
	else
		puzzle(g, "not-understood",
		       "it is not clear whether this is all that the provision is to say; write: it "
		       "should read ...: ",
		       f->object[0].source, true);
}

void mean_replace(struct grammar *g, const struct frame *f)
{
	if (comes_for_named(f) && (f->from.present || f->units.count)) {
		mean_for(g, f);
		return;
	}
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
		place_set_copy(&units, places);
	else if (!compose_units(g, f, &f->units, places, &units))
		return;
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set one;
		place_set_one(&one, &units.at[i]);
		(void)add_amendment(g, f, REDLINE_DELETE, &one);
	}
}

void mean_deletion(struct grammar *g, const struct frame *f)
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
		place_set_copy(&units, &places);
	if (!units.count || (f->verb == VERB_PUT && !f->brackets && !f->in_brackets))
		puzzle(g, "not-understood", "it is not said what the brackets stand around",
		       f->span, false);
	for (unsigned i = 0; i < units.count; i++) {
		struct place_set one;
		place_set_one(&one, &units.at[i]);
		(void)add_amendment(g, f, action, &one);
	}
}

void mean_reading(struct grammar *g, const struct frame *f)
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
