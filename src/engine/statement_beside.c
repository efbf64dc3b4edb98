/*
 * statement_beside.c -- texts set beside each other, the present one and the one that is to
 * come (statement_run.h): in a table with a head, or in lines that a label begins.
 *
 *     | Paragraph | Current text | Proposed text | Comment |        Paragraph 5
 *     |-----------|--------------|---------------|---------|        Current text: ...
 *     | 5         | Geneva       | Vienna        | ...     |        Proposed text: ...
 *
 * Such a pair asks for the one text in the place of the other.  What is not certain of it
 * (where a text ends, which place is meant, an empty cell) is refused, and a cell that asks
 * for a change itself is read as any other sentence, at the place of its row.
 */
#include <unictype.h>

#include "beside.h"
#include "listed.h"

/* ---- labels and heads ---- */

redline_range beside_without(redline_bytes text, redline_range r, const char *before,
                             const char *behind)
{
	while (r.begin < r.end && beside_among(before, text.ptr[r.begin]))
		r.begin++;
	while (r.begin < r.end && beside_among(behind, text.ptr[r.end - 1]))
		r.end--;
	return r;
}

uint32_t beside_line_end(redline_bytes text, redline_range range)
{
	for (uint32_t at = range.begin; at + 1 < range.end; at++) {
		unsigned size;
		if (text.ptr[at] == '\n' && !uc_is_lower(utf8_at(text, at + 1, &size)))
			return at;
	}
	return range.end;
}

#define HEAD_BYTES 48u /* more than any that is listed */

enum field beside_field(redline_bytes words)
{
	if (!words.len || words.len > HEAD_BYTES)
		return FIELD_NONE;
	return listed(lang_present_texts, words)    ? FIELD_PRESENT
	       : listed(lang_proposed_texts, words) ? FIELD_PROPOSED
	       : listed(lang_remark_heads, words)   ? FIELD_REMARK
	                                            : FIELD_NONE;
}

redline_range beside_label(redline_bytes text, redline_range r)
{
	r = beside_without(text, r, " \t\r\n*_#", " \t\r\n*_:");
	if (r.end - r.begin > 3 && memcmp(text.ptr + r.end - 3, "：", 3) == 0)
		r.end -= 3;
	return r;
}

/* ---- what is made of a pair ---- */

bool beside_refuse(struct reading_run *r, redline_range range, const char *code,
                   const char *message, redline_range where)
{
	struct reading *out = r->reading;
	reading_clear(out);
	out->kind = REDLINE_PUZZLE;
	out->puzzle = (struct puzzle){code, message, false, false, where};
	r->proposal.found = false;
	take_reading(r, out, range);
	return !r->s->arena.failed;
}

/* "[deleted]", "(no change).": one of the list, whatever stands around it? */
static bool says(const struct reading_run *r, lang_list list, redline_range range)
{
	return listed(list, words_of(r, beside_without(r->s->text, range, " [(*_", " ])*_.")));
}

/* A dash, or nothing. */
bool beside_is_void(const struct reading_run *r, redline_range range)
{
	redline_bytes const words = words_of(r, range);
	return !words.len || bytes_equal(words, BYTES("-")) || bytes_equal(words, BYTES("–")) ||
	       bytes_equal(words, BYTES("—"));
}

/* What stands inside of quotation marks, if all of it does. */
static redline_operand operand_of(struct reading_run *r, redline_range range)
{
	uint32_t const i = quotes_from(&r->quotes, range.begin);
	const struct quotation *q = i < r->quotes.count ? &r->quotes.at[i] : NULL;
	if (!q || q->outer.begin != range.begin || q->outer.end > range.end ||
	    range_len(beside_without(r->s->text, (redline_range){q->outer.end, range.end}, " ",
	                             " .,;")))
		return (redline_operand){
			.words = words_of(r, range), .source = range, .present = true};
	return (redline_operand){.words = quotation_words(q, r->s->text, &r->s->arena),
	                         .source = q->inner,
	                         .present = true,
	                         .quoted = true};
}

/* What the grammar makes of a text's sentences. */
struct told {
	unsigned count;
	bool asks;    /* one asks for a change */
	bool remarks; /* one is said about a text */
	bool unclear; /* one is not understood */
	bool parties; /* one names who speaks */
	bool within;  /* what is asked for is about words of the present text, or the place */
};

#define SOUGHT_MAX 1024u /* bytes; longer words cost too much to look for */

bool beside_has(redline_bytes all, redline_bytes words)
{
	if (words.len > SOUGHT_MAX)
		return false;
	for (size_t at = 0; words.len && at + words.len <= all.len; at++)
		if (memcmp(all.ptr + at, words.ptr, words.len) == 0)
			return true;
	return false;
}

static bool look_at(struct reading_run *r, redline_range range, redline_bytes present,
                    struct told *told)
{
	*told = (struct told){.within = true};
	struct reading *x = r->peeked;
	while (range_len(range = range_trim(r->s->text, range))) {
		redline_range const sentence = first_sentence(r, range);
		if (!read_sentence(r, sentence, x))
			return false;
		told->count++;
		told->asks |= x->kind == REDLINE_INSTRUCTION;
		told->unclear |= x->kind == REDLINE_PUZZLE;
		told->remarks |= x->kind == REDLINE_POSITION || x->kind == REDLINE_REASON;
		told->parties |= x->proposer_count > 0;
		for (unsigned i = 0; x->kind == REDLINE_INSTRUCTION && i < x->count; i++) {
			const redline_amendment *m = &x->amendments[i];
			redline_bytes const words =
				m->old_words.present ? m->old_words.words : m->anchor.words;
			told->within &= !present.len || beside_has(present, words);
		}
		range.begin = sentence.end;
	}
	return true;
}

/* Is the sentence a position against something that it does not name? */
static bool opposes(const struct reading_run *r, size_t sentence)
{
	const redline_position_taken *p =
		r->s->positions.len ? &r->s->positions.at[r->s->positions.len - 1] : NULL;
	return p && p->sentence == sentence && !p->place_count && p->stance != REDLINE_SUPPORTS;
}

bool beside_denied(struct reading_run *r, redline_range body)
{
	if (denial_now(r)) {
		(void)beside_refuse(r, body, "not-understood", denial_message(r), body);
		report_note(&r->s->report, spot_at(r, denial_now(r)->by), "here");
		return true;
	}
	size_t const n = r->s->sentences.len;
	const redline_sentence *before = n ? &r->s->sentences.at[n - 1] : NULL;
	if (!before || (!opposes(r, n - 1) && !(leads_on(r->s->text, before->source) &&
	                                        lead_takes_back(r, before->source))))
		return false;
	(void)beside_refuse(r, body, "not-understood",
	                    "what stands before it does not ask for this, or is against it; say "
	                    "elsewhere what is proposed",
	                    body);
	return true;
}

bool beside_speaks(struct reading_run *r, redline_range range)
{
	struct told told;
	return look_at(r, range, (redline_bytes){0}, &told) &&
	       (told.asks || told.remarks || told.unclear);
}

bool beside_asks(struct reading_run *r, redline_range range, bool *asks)
{
	struct told told;
	bool const ok = look_at(r, range, (redline_bytes){0}, &told);
	*asks = ok && told.asks;
	return ok;
}

/* What keeps the new text from being taken as it stands; NULL if nothing does. */
static const char *trouble_with(struct reading_run *r, const redline_operand *old,
                                const redline_operand *now, const struct told *after, bool bounded)
{
	const struct lang *lang = lexer_lang(r->lexer);
	if (!now->quoted &&
	    (says(r, lang->no_wordings, now->source) ||
	     (now->words.len <= LABEL_BYTES && listed_start(lang->promises, now->words))))
		return "this is no new wording; give the words, in quotation marks";
	if (beside_has(now->words, BYTES("~~")) || beside_has(now->words, BYTES("{+")) ||
	    beside_has(now->words, BYTES("{-")) || beside_has(now->words, BYTES("**")) ||
	    beside_has(now->words, BYTES("<br")) || beside_has(now->words, BYTES("\\|")))
		return "the new text has marks in it that may only show what is changed; leave "
		       "them out";
	if (now->quoted)
		return NULL;
	if ((!bounded && (after->remarks || after->parties)) ||
	    !beside_is_wording(r, old, now, after->count, bounded))
		return "this may be no text of the draft, or a remark may be in it; put the new "
		       "text in quotation marks";
	return NULL;
}

/* The number that both texts begin with, off; false if they differ in that. */
static bool part_labels(struct reading_run *r, redline_operand *old, redline_operand *now,
                        struct restated *label, bool *same)
{
	struct restated other;
	*same = true;
	if (!restated_find(&r->s->arena, r->s->text, old->source, old->source.end, label) ||
	    !restated_find(&r->s->arena, r->s->text, now->source, now->source.end, &other))
		return false;
	label->labelled &= label->passage.begin > old->source.begin && !label->bare;
	other.labelled &= other.passage.begin > now->source.begin && !other.bare;
	*same = !other.labelled ||
	        (label->labelled && bytes_equal(label->step.label, other.step.label));
	if (label->labelled) {
		old->source = label->passage;
		old->words = words_of(r, old->source);
	}
	if (other.labelled) {
		now->source = other.passage;
		now->words = words_of(r, now->source);
	}
	return true;
}

/* Is a provision with another number named than the text begins with? */
static bool contradicts(struct reading_run *r, const struct scope *scope, const redline_step *step)
{
	if (scope->count != 1)
		return false;
	const redline_place *named = &scope->places[0];
	redline_place const whole = restated_place(&r->s->arena, step, named);
	uint32_t const at = whole.count - 1; /* where the number stands in it */
	return whole.count && at < named->count && named->steps[at].label.len &&
	       !bytes_equal(named->steps[at].label, step->label);
}

/* The one text in the place of the other, where the scope is. */
static bool exchange(struct reading_run *r, const struct pair *pair, redline_range range,
                     const struct scope *scope)
{
	redline_operand old = operand_of(r, pair->present), now = operand_of(r, pair->proposed);
	bool const deletes = says(r, lang_deletions, pair->proposed);
	struct told after;
	struct restated label = {.labelled = false};
	bool same = true;
	if (!look_at(r, now.source, old.words, &after) ||
	    !part_labels(r, &old, &now, &label, &same))
		return false;
	if (pair->bounded)
		beside_unmark(r, &old, &now);
	const char *trouble = deletes ? NULL : trouble_with(r, &old, &now, &after, pair->bounded);
	if (trouble)
		return beside_refuse(r, range, "wording-unclear", trouble, now.source);
	if (!same)
		return beside_refuse(r, range, "label-differs",
		                     "the new text does not have the number of the old one; leave "
		                     "the numbers out",
		                     now.source);
	if (label.labelled && contradicts(r, scope, &label.step))
		return beside_refuse(r, range, "label-differs",
		                     "the present text has another number than the place that is "
		                     "named",
		                     label.step.source);
	struct reading *out = r->reading;
	reading_clear(out);
	r->proposal.found = false;
	out->kind = REDLINE_INSTRUCTION;
	out->count = 1;
	struct scope at = *scope;
	if (label.labelled && scope->count <= 1) {
		out->places.at[0] = restated_place(&r->s->arena, &label.step, scope->places);
		out->places.count = 1;
		at = keep_places(r, &out->places);
	}
	out->amendments[0] = (redline_amendment){
		.action = deletes ? REDLINE_DELETE : REDLINE_SUBSTITUTE,
		.source = range,
		.places = at.places,
		.place_count = at.count,
		.old_words = old,
		.may_be_whole = deletes,
		.new_words = deletes ? (redline_operand){.present = false} : now,
	};
	take_reading(r, out, range);
	return !r->s->arena.failed;
}

/* Reads a text as any other, at the place of the pair. */
bool beside_read(struct reading_run *r, redline_range range, const struct scope *scope, bool firm)
{
	while (range_len(range = range_trim(r->s->text, range))) {
		redline_range const sentence = first_sentence(r, range);
		r->base = *scope;
		r->nested = firm && scope->count > 0;
		if (!read_sentence(r, sentence, r->reading))
			return false;
		if (r->reading->kind == REDLINE_INSTRUCTION && r->reading->wants_wording) {
			if (!beside_refuse(r, sentence, "new-words-missing",
			                   "the new words are missing", sentence))
				return false;
		} else {
			take_reading(r, r->reading, sentence);
		}
		range.begin = sentence.end;
	}
	return !r->s->arena.failed;
}

/* "400" and "500": figures of a budget or vote, as likely as texts. */
static bool is_figure(redline_bytes words)
{
	bool digit = false;
	for (size_t i = 0; i < words.len; i++) {
		digit |= is_digit(words.ptr[i]);
		if (is_alpha(words.ptr[i]))
			return false;
	}
	return digit;
}

bool beside_passes_figures(struct reading_run *r, const struct pair *pair, redline_range range)
{
	if (!is_figure(words_of(r, pair->present)) || !is_figure(words_of(r, pair->proposed)))
		return false;
	struct puzzle const p = {"not-understood",
	                         "these figures are passed over; if they stand in the draft, name "
	                         "the paragraph beside them",
	                         false, true, range};
	report_puzzle(r, &p, range);
	add_sentence(r, range, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
	return true;
}

/* Does a lead say that the place is new, as "Paragraph 6 a (new)"? */
static bool is_said_new(const struct reading_run *r, const redline_step *last)
{
	redline_bytes const text = r->s->text;
	uint32_t at = last->source.end;
	while (at < text.len && text.ptr[at] == ' ')
		at++;
	redline_bytes const rest = {text.ptr + at + 1, at + 1 < text.len ? text.len - at - 1 : 0};
	return at < text.len && text.ptr[at] == '(' &&
	       listed_start(lexer_lang(r->lexer)->newly, rest) > 0;
}

/* "5 bis", and no present text beside the new one: the new provision.  False if it is not
 * certain that there is one, and nothing else. */
static bool take_provision(struct reading_run *r, const struct pair *pair,
                           const struct scope *scope, redline_range range)
{
	const redline_place *place = scope->count == 1 ? scope->places : NULL;
	const redline_step *last = place && place->count ? &place->steps[place->count - 1] : NULL;
	redline_operand const now = operand_of(r, pair->proposed);
	redline_bytes const words = now.words;
	struct restated label;
	if (!last || !last->label.len || !words.len ||
	    (!noun_is_inserted(last->label) && !pair->fresh && !is_said_new(r, last)) || place->relative ||
	    !restated_find(&r->s->arena, r->s->text, now.source, now.source.end, &label))
		return false;
	/* without marks or its number it may be but a remark: "Minutes are missing." */
	bool const plain = label.labelled && !label.bare &&
	                   bytes_equal(label.step.label, last->label) &&
	                   beside_among(".;", words.ptr[words.len - 1]);
	if ((!now.quoted && !plain) || beside_has(words, BYTES("**")) ||
	    beside_has(words, BYTES("~~")) || beside_has(words, BYTES("<br")))
		return false;
	struct reading *out = r->reading;
	reading_clear(out);
	r->proposal.found = false;
	redline_place outer = *place;
	outer.count--;
	out->kind = REDLINE_INSTRUCTION;
	out->count = 1;
	out->places.count = outer.count > 0;
	out->places.at[0] = outer;
	struct scope const at = keep_places(r, &out->places);
	out->amendments[0] = (redline_amendment){
		.action = REDLINE_ADD,
		.source = range,
		.places = at.places,
		.place_count = at.count,
		.new_unit = last->unit,
		.label = last->label,
		.new_words = now,
	};
	take_reading(r, out, range);
	return true;
}

/* "6" and "Delete", where no column has present texts: the provision goes. */
static bool delete_provision(struct reading_run *r, const struct scope *scope, redline_range range)
{
	struct reading *out = r->reading;
	reading_clear(out);
	r->proposal.found = false;
	out->kind = REDLINE_INSTRUCTION;
	out->count = 1;
	out->amendments[0] = (redline_amendment){
		.action = REDLINE_DELETE,
		.source = range,
		.places = scope->places,
		.place_count = scope->count,
	};
	take_reading(r, out, range);
	return !r->s->arena.failed;
}

/* A proposed text that no present one stands beside. */
static bool take_alone(struct reading_run *r, const struct pair *pair, const struct scope *scope,
                       redline_range range, bool deletes)
{
	if (deletes && pair->alone && scope->count == 1)
		return delete_provision(r, scope, range);
	if (take_provision(r, pair, scope, range))
		return !r->s->arena.failed;
	if (pair->fresh)
		return beside_refuse(r, pair->proposed, "wording-unclear",
		                     "this may be the new provision, or a remark on it; put its "
		                     "words in quotation marks",
		                     pair->proposed);
	return beside_refuse(r, pair->proposed, "wording-unclear",
	                     "this looks like new wording, but it is not said what it stands in "
	                     "for; write: paragraph ... should read: \"...\"",
	                     pair->proposed);
}

bool beside_take(struct reading_run *r, const struct pair *pair, const struct scope *scope)
{
	redline_range const range = {range_len(pair->present) ? pair->present.begin
	                                                      : pair->proposed.begin,
	                             pair->proposed.end};
	bool const none = beside_is_void(r, pair->present) ||
	                  says(r, lexer_lang(r->lexer)->newly, pair->present);
	struct told told;
	r->base = *scope;
	r->nested = scope->count > 0;
	if (beside_is_void(r, pair->proposed)) {
		if (none)
			return true;
		return beside_refuse(r, pair->present, "new-words-missing",
		                     "there is no new text beside this; if it is to go, write "
		                     "\"delete\"",
		                     pair->present);
	}
	if (says(r, lang_unchanged, pair->proposed) ||
	    bytes_equal(words_of(r, pair->present), words_of(r, pair->proposed))) {
		add_sentence(r, range, REDLINE_OTHER, (uint32_t)r->s->amendments.len, 0);
		return true;
	}
	if (!look_at(r, pair->proposed, none ? (redline_bytes){0} : words_of(r, pair->present),
	             &told))
		return false;
	bool const deletes = says(r, lang_deletions, pair->proposed);
	if (told.asks && (told.within || none) && !(deletes && !none))
		return beside_read(r, pair->proposed, scope, true);
	if (none)
		return take_alone(r, pair, scope, range, deletes);
	if (told.asks && !deletes)
		return beside_refuse(
			r, range, "wording-unclear",
			"this may be the new text, or ask for a change itself; put a new "
			"text in quotation marks",
			pair->proposed);
	return exchange(r, pair, range, scope);
}

bool read_beside(struct reading_run *r, uint32_t i, redline_range words, uint32_t *last,
                 bool *taken)
{
	*taken = false;
	return beside_table(r, i, last, taken) &&
	       (*taken || beside_lines(r, i, words, last, taken));
}
