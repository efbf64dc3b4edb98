/*
 * meaning_addition.c -- frames that bring something in: words, sentences, and
 * provisions, headings or footnotes as wholes.  See meaning.h.
 */
#include "meaning.h"

#include "next_label.h"

static const redline_operand absent;

/* ---- a new provision, heading or footnote ---- */

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

bool split_wording(redline_bytes words, const redline_bytes *labels, unsigned count,
                   redline_bytes *parts)
{
	size_t begin = 0;
	bool all = line_has_label(words, labels[0]);
	for (unsigned i = 0; all && i < count; i++) {
		bool const last = i + 1 == count;
		size_t const next =
			last ? words.len : line_with_label(words, begin + 1, labels[i + 1]);
		all = last || next < words.len;
		parts[i] = (redline_bytes){words.ptr + begin, next - begin};
		begin = next;
	}
	return all;
}

#define RANGE_MAX 32u /* provisions of a range that is new */

static const redline_numeral numerals[] = {REDLINE_ARABIC, REDLINE_LOWER_ALPHA,
                                           REDLINE_UPPER_ALPHA, REDLINE_LOWER_ROMAN,
                                           REDLINE_UPPER_ROMAN};

/* "(3D)" after "(3C)": the letter behind a number counts on. */
static redline_bytes label_after(struct arena *a, redline_bytes label, redline_numeral numeral)
{
	char next[NEXT_LABEL_MAX];
	size_t base = 0;
	while (base < label.len && is_digit(label.ptr[base]))
		base++;
	bool const lettered = base > 0 && base + 1 == label.len && numeral == REDLINE_UPPER_ALPHA;
	redline_bytes const core = {label.ptr + (lettered ? base : 0),
	                            label.len - (lettered ? base : 0)};
	size_t const len = next_label(core, numeral, next);
	if (!len || (lettered && base + len > sizeof next))
		return (redline_bytes){0};
	if (lettered) {
		memmove(next + base, next, len);
		memcpy(next, label.ptr, base);
	}
	return arena_copy(a, (redline_bytes){next, len + (lettered ? base : 0)});
}

/* The numbers from the first to the last of a range; 0 if they do not lead there. */
static unsigned labels_of_range(struct grammar *g, const struct frame *f, redline_numeral numeral,
                                redline_bytes labels[RANGE_MAX])
{
	labels[0] = f->label;
	for (unsigned i = 1; i < RANGE_MAX; i++) {
		labels[i] = label_after(g->cursor.arena, labels[i - 1], numeral);
		if (!labels[i].len)
			return 0;
		if (bytes_equal(labels[i], f->further_to))
			return i + 1;
	}
	return 0;
}

/* "New paragraphs (4) through (6) are added": (i) to (v) are roman numbers or letters, whichever
 * the wording has. */
static void take_range_apart(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	redline_bytes labels[RANGE_MAX];
	for (unsigned k = 0; k < sizeof numerals / sizeof *numerals; k++) {
		unsigned const count = labels_of_range(g, f, numerals[k], labels);
		redline_bytes *parts =
			count ? arena_array(g->cursor.arena, count, sizeof *parts) : NULL;
		if (!parts || !m->new_words.present ||
		    !split_wording(m->new_words.words, labels, count, parts))
			continue;
		m->parts = parts;
		m->part_count = count;
		return;
	}
	puzzle(g, "new-words-missing",
	       "give the new wording with each of the numbers named, in their order", f->span,
	       false);
}

/*
 * One wording for several numbers, "new paragraphs (4) and (5) are added to read as
 * follows", has a provision for each, in this order.
 */
static void take_apart(struct grammar *g, const struct frame *f, redline_amendment *m)
{
	unsigned const count = f->further_count + 1;
	redline_bytes labels[FURTHER_MAX + 1] = {f->label};
	redline_bytes *parts = arena_array(g->cursor.arena, count, sizeof *parts);
	if (!parts)
		return;
	memcpy(labels + 1, f->further, f->further_count * sizeof *labels);
	m->parts = parts;
	m->part_count = count;
	if (!m->new_words.present || !split_wording(m->new_words.words, labels, count, parts))
		puzzle(g, "new-words-missing",
		       "give the new wording with each of the numbers named, in their order",
		       f->span, false);
}

/* A new provision, heading or footnote. */
void mean_addition(struct grammar *g, const struct frame *f, redline_unit unit)
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
	else if (f->further_to.len)
		take_range_apart(g, f, m);
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

/* ---- new words ---- */

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

/* "Add to paragraph 1 the sentence “...”": a paragraph takes it at its end. */
static bool appends_sentence(const struct frame *f, const redline_amendment *m)
{
	return f->appends && m->whole_sentence && m->place_count == 1 && m->places[0].count &&
	       !is_text_unit(innermost(&m->places[0])) &&
	       innermost(&m->places[0]) != REDLINE_DOCUMENT;
}

/* "between dashes" */
static bool lacks_second(struct grammar *g, const struct frame *f)
{
	bool const lacks =
		f->where == REDLINE_BETWEEN && !f->anchor_to.present && f->anchors.count < 2;
	if (lacks)
		puzzle(g, "not-understood", "\"between\" wants two places", f->span, false);
	return lacks;
}

/* What the new words stand next to must be said. */
static void say_beside_nothing(struct grammar *g, const struct frame *f)
{
	bool const beside = f->where == REDLINE_AFTER || f->where == REDLINE_BEFORE ||
	                    f->where == REDLINE_BETWEEN;
	if (beside && !f->anchor.present && !f->anchors.count)
		puzzle(g, "not-understood", "it is not said which words the new ones stand next to",
		       f->span, false);
	(void)lacks_second(g, f);
}

/* "a new second sentence" comes after the first, a new last one after the last. */
static void insert_nth(struct grammar *g, const struct frame *f)
{
	struct frame placed = *f;
	redline_step *step = arena_array(g->cursor.arena, 1, sizeof *step);
	if (!step)
		return;
	int32_t const nth = f->new_nth;
	bool const before = nth == 1 || nth < -1;
	*step = (redline_step){.unit = REDLINE_SENTENCE,
	                       .ordinal = nth < 0 ? (before ? nth + 1 : nth)
	                                          : before ? 1 : nth - 1,
	                       .source = f->span};
	placed.new_nth = 0;
	placed.where = before ? REDLINE_BEFORE : REDLINE_AFTER;
	placed.anchors.at[0] = (redline_place){.steps = step, .count = 1, .source = f->span};
	placed.anchors.count = 1;
	if (f->where != REDLINE_NOWHERE || f->anchors.count || f->anchor.present)
		puzzle(g, "not-understood",
		       "it is said in two ways where this sentence goes; say only one of them",
		       f->span, false);
	else
		mean_insertion(g, &placed);
}

void mean_insertion(struct grammar *g, const struct frame *f)
{
	struct place_set places;
	if (f->new_nth) {
		insert_nth(g, f);
		return;
	}
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
	if (f->anchors.count && !f->anchor.present &&
	    (lacks_second(g, f) || !insert_behind_anchors(g, f, &places)))
		return;
	if (f->units.count && !words->present && adds_what_it_names(g, f))
		return;
	if (f->units.count && words->present) {
		/* a place that stood where an object may stand, before a verb that may follow it */
		struct place_set around;
		place_set_copy(&around, &places);
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
	else if (f->where == REDLINE_NOWHERE && appends_sentence(f, m))
		m->where = REDLINE_AT_END;
	else if (f->where == REDLINE_NOWHERE)
		say_nowhere(g, f);
	say_beside_nothing(g, f);
}

/* "compléter le paragraphe 5 par ...": at its end, unless it is said where. */
void mean_completion(struct grammar *g, struct frame *f)
{
	if (f->units.count) {
		set_places(&f->places, &f->units);
		f->units.count = 0;
	}
	/* "дополнить статьей 3.1": where its number puts it */
	bool const numbered = f->adds_unit && f->label.len && !is_text_unit(f->new_unit);
	if (f->where == REDLINE_NOWHERE && !numbered)
		f->where = REDLINE_AT_END;
	mean_insertion(g, f);
}

/* "ANCHOR should be preceded by NEW" */
void mean_neighbour(struct grammar *g, const struct frame *f)
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
