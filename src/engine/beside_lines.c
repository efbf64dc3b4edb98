/*
 * beside_lines.c -- present and proposed texts in lines that a label begins (beside.h): what is
 * made of each pair, of what stands between them, and of labels that make none.
 *
 * A label stands at the start of a line or sentence, with a colon; or alone in a block, and
 * the text in the next one (beside_text.c).
 */
#include "beside_labelled.h"
#include "envelope.h"
#include "listed.h"

/* What the aside of a label says: a place, who proposes.  *clear is false if it is neither. */
static bool read_aside(struct reading_run *r, redline_range aside, struct scope *scope,
                       unsigned *places, bool *clear)
{
	redline_bytes parties[SPEAKERS_MAX];
	uint32_t after;
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, aside, parties, SPEAKERS_MAX, &after);
	if (count && after >= aside.end) {
		set_speakers(&r->block, parties, count);
		return true;
	}
	r->base = *scope;
	if (!read_sentence(r, aside, r->peeked))
		return false;
	*clear &= r->peeked->kind == REDLINE_SCOPE && r->peeked->has_places && !r->peeked->elsewhere;
	*places += *clear;
	if (*clear)
		*scope = keep_places(r, &r->peeked->places);
	return !r->s->arena.failed;
}

/* Likewise of both labels, which may say the same. */
static bool read_asides(struct reading_run *r, const struct labelled *old,
                        const struct labelled *now, struct scope *scope, bool *clear)
{
	redline_range const first = old->label.aside, second = now->label.aside;
	bool const same = bytes_equal(words_of(r, first), words_of(r, second));
	unsigned places = 0;
	*clear = true;
	if (range_len(first) && !read_aside(r, first, scope, &places, clear))
		return false;
	if (range_len(second) && !same && !read_aside(r, second, scope, &places, clear))
		return false;
	*clear &= places <= 1; /* "(para 5)" and "(para 6)" */
	return true;
}

static bool take_pair(struct text_lines *l, const struct labelled *old, const struct labelled *now,
                      bool one_word, const struct scope *around)
{
	struct reading_run *r = l->r;
	struct pair const pair = {
		.present = old->text, .proposed = now->text, .bounded = now->bounded};
	redline_range const range = {old->text.begin, now->text.end};
	if (beside_denied(r, range))
		return true;
	struct scope at = *around, *scope = &at;
	bool clear;
	if (!read_asides(r, old, now, scope, &clear))
		return false;
	if (!clear)
		return beside_refuse(r, range, "place-unknown",
		                     "it is not clear what the words in parentheses say of this; "
		                     "name the paragraph before it",
		                     range_len(old->label.aside) ? old->label.aside
		                                                 : now->label.aside);
	if (one_word && !scope->count)
		return beside_refuse(r, range, "place-unknown",
		                     "it is not said which place this is about; name the paragraph "
		                     "before it",
		                     old->text);
	if (!beside_ends_clearly(l, old, now))
		return beside_refuse(r, now->text, "wording-unclear",
		                     "it is not clear where the new text ends; put it in quotation "
		                     "marks",
		                     now->text);
	return beside_take(r, &pair, scope);
}

/* Text between pairs, line by line; the place that it names is that of what follows. */
static bool read_between(struct reading_run *r, redline_range range, struct scope *scope)
{
	while (range_len(range = range_trim(r->s->text, range))) {
		redline_range const line = {range.begin, beside_line_end(r->s->text, range)};
		r->base = *scope;
		if (!beside_read(r, line, scope, false))
			return false;
		*scope = r->base;
		range.begin = line.end;
	}
	return true;
}

/* The next label of a present text in the words; false if there is none. */
static bool next_present(const struct reading_run *r, redline_range words, bool weak,
                         struct label *out)
{
	for (; beside_next_label(r, words, weak, out); words.begin = out->end)
		if (out->field == FIELD_PRESENT)
			return true;
	return false;
}

/* "Justification", "Or. en": a head of what follows, and no sentence. */
static void pass_heads(struct text_lines *l)
{
	struct reading_run *r = l->r;
	uint32_t n = next_text_block(r, l->last + 1);
	if (range_len(range_trim(r->s->text, l->words)))
		return;
	for (; n < r->block_count && beside_label_alone(r, n) == FIELD_REMARK;
	     n = next_text_block(r, n + 1)) {
		add_sentence(r, r->blocks[n].body, REDLINE_OTHER, (uint32_t)r->s->amendments.len,
		             0);
		l->last = n;
	}
}

/* Where the first label of a present text is, in the words or alone; false if there is none. */
static bool find_first(struct text_lines *l, uint32_t i, redline_range words, struct label *label)
{
	struct reading_run *r = l->r;
	if (beside_label_alone(r, i) == FIELD_PRESENT) {
		l->last = i - 1; /* so it is the label that comes next */
		l->words = (redline_range){words.begin, words.begin};
		*label =
			(struct label){.one_word = bytes_words(words_of(r, r->blocks[i].body)) == 1,
		                       .begin = words.begin,
		                       .end = words.end};
		return true;
	}
	struct label strong;
	l->labelled = beside_next_label(r, words, true, label);
	if (!l->labelled || !next_present(r, words, true, label))
		return false;
	if (label->weak && next_present(r, words, false, &strong))
		*label = strong;
	l->weak = label->weak;
	l->words.begin = label->begin;
	return true;
}

/* "Text proposed by the Commission   Amendment": both labels on one line? */
static bool are_both_labels(const struct reading_run *r, redline_range body)
{
	redline_bytes const words = words_of(r, body);
	size_t const first =
		words.len <= 2 * LABEL_BYTES ? listed_start(lang_present_texts, words) : 0;
	redline_range const rest =
		range_trim(r->s->text, (redline_range){body.begin + (uint32_t)first, body.end});
	return first && bytes_words((redline_bytes){words.ptr, first}) > 1 &&
	       beside_field(words_of(r, rest)) == FIELD_PROPOSED;
}

/* Is it said which place this is about? */
static bool is_placed(struct reading_run *r, redline_range lead)
{
	lead = range_trim(r->s->text, lead);
	return r->base.count ||
	       (range_len(lead) && read_sentence(r, lead, r->peeked) && r->peeked->has_places);
}

/* Does somebody else than the reader of labels see to what follows? */
static bool is_spoken_of(struct reading_run *r, uint32_t i, redline_range text)
{
	uint32_t const n = next_text_block(r, i + 1);
	struct label label;
	if (beside_next_label(r, text, false, &label) && label.field == FIELD_PROPOSED)
		return false;
	return beside_speaks(r, text) ||
	       (n < r->block_count && beside_label_at(r, n, false) == FIELD_NONE &&
	        beside_speaks(r, r->blocks[n].body));
}

/* A present text that nothing stands beside, and of which nothing is said. */
static bool heed_alone(struct reading_run *r, uint32_t i, redline_range words,
                       const struct label *label, bool *taken)
{
	redline_range const body = r->blocks[i].body;
	redline_range const text = {label->end < words.end ? label->end : words.end, words.end};
	redline_range const lead = {words.begin, label->begin};
	if ((label->one_word && !is_placed(r, lead)) || is_spoken_of(r, i, text))
		return true;
	*taken = true;
	return beside_refuse(r, body, "not-understood",
	                     "it is not clear which text is to come, and for which; write: "
	                     "Current text: \"...\", and on the next line: Proposed text: \"...\"",
	                     body);
}

/* Is the text but a party, as in the head of a letter? */
static bool names_party(struct reading_run *r, const struct labelled *text)
{
	redline_bytes parties[2];
	uint32_t after;
	return envelope_parties_of(r->lexer, r->s->text, text->text, parties, 2, &after) > 0;
}

static void warn_of_pair(struct reading_run *r, const struct labelled *old,
                         const struct labelled *now)
{
	redline_range const range = {old->label.begin, now->text.end};
	struct puzzle const p = {"not-understood",
	                         "this is passed over; if one text is to stand in the place of the "
	                         "other, write: in paragraph ..., replace \"...\" with \"...\"",
	                         false, true, range};
	if (!beside_speaks(r, range))
		report_puzzle(r, &p, range);
}

/* "Proposed amendments – Kenya": a title, and not "Proposed text – The States shall ...". */
static bool is_title(struct reading_run *r, uint32_t i, redline_range text)
{
	const redline_block *b = &r->blocks[i];
	redline_bytes parties[2];
	uint32_t after;
	text = range_trim(r->s->text, text);
	return b->kind == REDLINE_HEADING || !range_len(text) ||
	       (!r->base.count && !beside_among(".;", r->s->text.ptr[text.end - 1])) ||
	       envelope_parties_of(r->lexer, r->s->text, text, parties, 2, &after) > 0;
}

/* Labels that are not read, where nothing else is: of both texts, or "Proposed text – ...". */
static bool heed_loose(struct reading_run *r, uint32_t i, redline_range words, bool labelled,
                       bool *taken)
{
	struct label label;
	bool const alone = labelled && beside_next_label(r, words, false, &label) &&
	                   label.field == FIELD_PROPOSED && label.dashed &&
	                   !is_title(r, i, (redline_range){label.end, words.end});
	const char *colon = memchr(r->s->text.ptr + words.begin, ':', range_len(words));
	if ((!alone && (!colon || !beside_hides_pair(r, words))) || beside_speaks(r, words))
		return true;
	*taken = true;
	return beside_refuse(r, r->blocks[i].body, "not-understood",
	                     "it is not clear which text is to come, and for which; write: "
	                     "Current text: \"...\", and on the next line: Proposed text: \"...\"",
	                     r->blocks[i].body);
}

/* A label of a present text on a line of its own, at the head of a block. */
static bool heads_block(const struct reading_run *r, redline_range body)
{
	redline_bytes const text = r->s->text;
	const char *end = memchr(text.ptr + body.begin, '\n', range_len(body));
	if (!end)
		return false;
	redline_range const line =
		beside_label(text, (redline_range){body.begin, (uint32_t)(end - text.ptr)});
	return beside_field(words_of(r, line)) == FIELD_PRESENT &&
	       bytes_words(words_of(r, line)) > 1;
}

/* Pairs, and what stands between them in a block. */
static bool read_pairs(struct text_lines *l, struct label label, redline_range lead)
{
	struct reading_run *r = l->r;
	struct scope scope = r->base;
	struct labelled old, now;
	bool more = true;
	while (more) {
		struct text_lines ahead = *l;
		if (!beside_take_texts(&ahead, &old, &now))
			break;
		if (!read_between(r, lead, &scope))
			return false;
		*l = ahead;
		if (!take_pair(l, &old, &now, label.one_word, &scope))
			return false;
		more = next_present(r, l->words, l->weak, &label);
		lead = (redline_range){l->words.begin, more ? label.begin : l->words.begin};
		l->words.begin = lead.end;
	}
	l->words.begin = lead.begin;
	return read_between(r, l->words, &scope);
}

/* "Opposed by: Japan", behind an amendment: who is against it.  *taken if the block says that. */
static bool heed_sides(struct reading_run *r, redline_range words, bool *taken)
{
	redline_bytes const text = bytes_in(r->s->text, words);
	const char *colon = text.len <= 4 * LABEL_BYTES ? memchr(text.ptr, ':', text.len) : NULL;
	if (!r->last_count || !colon || colon - text.ptr > LABEL_BYTES ||
	    memchr(text.ptr, '\n', text.len))
		return true;
	uint32_t const at = (uint32_t)(colon - r->s->text.ptr);
	redline_range const label = beside_label(r->s->text, (redline_range){words.begin, at});
	if (!listed(lang_against_heads, words_of(r, label)))
		return true;
	*taken = true;
	return beside_take_sides(r, range_trim(r->s->text, (redline_range){at + 1, words.end}),
	                         REDLINE_OPPOSES, r->last_first);
}

bool beside_lines(struct reading_run *r, uint32_t i, redline_range words, uint32_t *last,
                  bool *taken)
{
	struct text_lines l = {r, words, *last, false, false};
	struct label label;
	struct labelled old, now;
	*taken = beside_label_alone(r, i) == FIELD_REMARK;
	if (*taken) { /* a head of what follows, and no sentence */
		add_sentence(r, r->blocks[i].body, REDLINE_OTHER, (uint32_t)r->s->amendments.len,
		             0);
		return true;
	}
	if (are_both_labels(r, words) || heads_block(r, words)) {
		label = (struct label){.begin = words.begin, .end = words.end};
		return heed_alone(r, i, words, &label, taken);
	}
	if (!find_first(&l, i, words, &label))
		return heed_sides(r, words, taken) &&
		       (*taken || heed_loose(r, i, words, l.labelled, taken));
	struct text_lines ahead = l;
	*taken = beside_take_texts(&ahead, &old, &now);
	redline_range const lead = {words.begin, label.begin};
	if (label.weak && *taken && (names_party(r, &old) || !is_placed(r, lead))) {
		*taken = false; /* "From: Kenya", "To: the Chair" */
		if (!names_party(r, &old) || r->base.count)
			warn_of_pair(r, &old, &now);
		return true;
	}
	if (!*taken && label.weak)
		return heed_loose(r, i, words, true, taken);
	if (!*taken)
		return heed_alone(r, i, words, &label, taken);
	bool const ok = read_pairs(&l, label, (redline_range){words.begin, l.words.begin});
	pass_heads(&l);
	*last = l.last;
	return ok;
}
