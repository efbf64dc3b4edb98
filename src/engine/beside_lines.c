/*
 * beside_lines.c -- present and proposed texts in lines that a label begins (beside.h).
 *
 * A label stands at the start of a line or sentence, with a colon; or alone in a block, and
 * the text in the next one.
 */
#include <unictype.h>

#include "beside.h"
#include "envelope.h"
#include "listed.h"

#define EMPHASIS_MAX 3u /* bytes of "**" before a label */

/* Where reading stands among labelled lines. */
struct lines {
	struct reading_run *r;
	redline_range words; /* what is left of the block at hand ... */
	uint32_t last;       /* ... or of those up to this one */
	bool weak;           /* labels of pairs count, too */
	bool labelled;       /* there is some label in the block's words */
};

/* A line that is a label and nothing else. */
static enum field label_alone(const struct reading_run *r, uint32_t block)
{
	const redline_block *b = &r->blocks[block];
	return b->kind != REDLINE_PARAGRAPH && b->kind != REDLINE_HEADING
	               ? FIELD_NONE
	               : beside_field(words_of(r, beside_label(r->s->text, b->body)));
}

bool labels_present_text(const struct reading_run *r, uint32_t i)
{
	return label_alone(r, i) == FIELD_PRESENT;
}

/* May a label stand at the head of the block? */
static bool may_lead(const redline_block *b)
{
	return b->kind == REDLINE_PARAGRAPH || is_list_item(b);
}

/* The label of that kind that comes next, in these words or at the head of a further block. */
static bool take_label(struct lines *l, enum field want, struct label *label)
{
	struct reading_run *r = l->r;
	redline_range const rest = range_trim(r->s->text, l->words);
	if (range_len(rest)) {
		bool const here = beside_next_label(r, rest, l->weak, label) &&
		                  label->field == want &&
		                  label->begin - rest.begin <= EMPHASIS_MAX;
		l->words.begin = here ? label->end : l->words.begin;
		return here;
	}
	uint32_t const n = next_text_block(r, l->last + 1);
	if (n >= r->block_count)
		return false;
	redline_range const body = r->blocks[n].body;
	bool const alone = label_alone(r, n) == want;
	if (!alone && (!may_lead(&r->blocks[n]) || !beside_next_label(r, body, l->weak, label) ||
	               label->field != want || label->begin - body.begin > EMPHASIS_MAX))
		return false;
	if (alone)
		*label = (struct label){.field = want, .begin = body.begin, .end = body.end};
	l->words = (redline_range){label->end, body.end};
	l->last = n;
	return true;
}

/* Where the quotation ends that the text begins with; 0 if it begins with none, or goes on
 * behind it. */
static uint32_t quotation_end(const struct reading_run *r, redline_range text)
{
	redline_bytes const all = r->s->text;
	uint32_t const i = quotes_from(&r->quotes, text.begin);
	const struct quotation *q = i < r->quotes.count ? &r->quotes.at[i] : NULL;
	if (!q || q->outer.begin != text.begin || !range_len(q->inner))
		return 0;
	uint32_t at = q->outer.end;
	bool stops = beside_among(".!?", all.ptr[q->inner.end - 1]);
	for (; at < text.end && beside_among(".; \t\r", all.ptr[at]); at++)
		stops |= all.ptr[at] == '.' || all.ptr[at] == ';';
	return stops || at >= text.end || all.ptr[at] == '\n' ? q->outer.end : 0;
}

#define BLOCKS_MAX 64u /* of one text */

/* The label that block n begins with, alone or with its text before it; or FIELD_NONE. */
static enum field label_at(const struct reading_run *r, uint32_t n, bool weak)
{
	struct label label;
	redline_range const body = r->blocks[n].body;
	enum field const alone = label_alone(r, n);
	if (alone != FIELD_NONE || !may_lead(&r->blocks[n]) ||
	    !beside_next_label(r, body, weak, &label) || label.begin > body.begin + EMPHASIS_MAX)
		return alone;
	return label.field;
}

/* The last block of a text that begins with block n and that label `next` follows; n if none
 * does. */
static uint32_t text_end(const struct lines *l, uint32_t n, enum field next)
{
	const struct reading_run *r = l->r;
	uint32_t last = n;
	for (uint32_t k = next_text_block(r, n + 1);
	     next != FIELD_NONE && k < r->block_count && k - n < BLOCKS_MAX;
	     k = next_text_block(r, k + 1)) {
		enum field const label = label_at(r, k, l->weak);
		if (label != FIELD_NONE)
			return label == next ? last : n;
		last = k;
	}
	return n;
}

/* The text in blocks of its own, up to the one that label `next` begins; if there is none,
 * one block. */
static bool take_blocks(struct lines *l, redline_range *text, enum field next)
{
	struct reading_run *r = l->r;
	uint32_t const n = next_text_block(r, l->last + 1);
	if (n >= r->block_count || label_at(r, n, l->weak) != FIELD_NONE ||
	    r->blocks[n].kind == REDLINE_TABLE_ROW || r->blocks[n].kind == REDLINE_VERBATIM)
		return false;
	const redline_block *b = &r->blocks[n];
	text->begin = range_len(b->label) ? b->label.begin : b->body.begin;
	text->end = r->blocks[text_end(l, n, next)].body.end;
	uint32_t const quote = quotation_end(r, (redline_range){text->begin, text->end});
	text->end = quote > text->end ? quote : text->end;
	l->last = block_of(r, text->end);
	l->words = (redline_range){text->end, text->end};
	return true;
}

#define INTO_PLACE 8u /* bytes of "In the ", "**" before it */

/* Where a line of the text names the place of what follows; text.end if none does. */
static uint32_t place_line(struct reading_run *r, redline_range text)
{
	for (uint32_t at = beside_line_end(r->s->text, text); at < text.end;) {
		redline_range const rest = {at + 1, text.end};
		redline_range line = rest;
		const char *end = memchr(r->s->text.ptr + rest.begin, '\n', range_len(rest));
		line.end = end ? (uint32_t)(end - r->s->text.ptr) : rest.end;
		if (range_len(line) <= LABEL_BYTES && read_sentence(r, line, r->peeked) &&
		    r->peeked->kind == REDLINE_SCOPE && r->peeked->has_places &&
		    r->peeked->places.at[0].source.begin <= line.begin + INTO_PLACE)
			return line.begin;
		at = beside_line_end(r->s->text, rest);
	}
	return text.end;
}

/* A text that a label leads to. */
struct labelled {
	redline_range text;
	bool bounded; /* it stands in blocks of its own */
	bool cut;     /* by a label that may be a part of it */
	struct label label;
};

/* What of the words up to `end` is the text, and what is left. */
static void take_words(struct lines *l, uint32_t end, struct labelled *out)
{
	struct reading_run *r = l->r;
	uint32_t const quote = quotation_end(r, out->text);
	if (quote) { /* what stands behind it is no part of it */
		out->text.end = quote;
		l->words.begin = quote;
		while (l->words.begin < end && beside_among(".,;", r->s->text.ptr[l->words.begin]))
			l->words.begin++;
		out->cut = false;
		return;
	}
	uint32_t const place = place_line(r, out->text);
	if (place < out->text.end) {
		l->words.begin = place;
		out->text = range_trim(r->s->text, (redline_range){out->text.begin, place});
		out->cut = false;
	}
}

/* "Old: Vienna – New: ..." */
static redline_range without_dash(redline_bytes text, redline_range r)
{
	if (range_len(r) > 3 && memcmp(text.ptr + r.end - 3, "\xE2\x80", 2) == 0 &&
	    text.ptr[r.end - 4] == ' ')
		r.end -= 3;
	return range_trim(text, r);
}

/* The text behind a label: up to the further one, or in blocks after a label alone. */
static bool take_text(struct lines *l, struct labelled *out, enum field further)
{
	struct reading_run *r = l->r;
	struct label next;
	redline_range const all = l->words;
	bool const labels = beside_next_label(r, all, l->weak, &next);
	uint32_t const end = labels ? next.begin : all.end;
	*out = (struct labelled){
		.label = out->label,
		.text = beside_without(r->s->text,
	                               range_trim(r->s->text, (redline_range){all.begin, end}), " ",
	                               labels ? " *_\n\r\t-" : " *_\n\r\t"),
		.cut = labels && next.field != further &&
	               (!next.on_line || next.field == FIELD_PROPOSED),
	};
	out->text = labels ? without_dash(r->s->text, out->text) : out->text;
	l->words.begin = end;
	if (range_len(out->text)) {
		take_words(l, end, out);
		return true;
	}
	out->bounded = true;
	return end == all.end && take_blocks(l, &out->text, further);
}

/* Both texts with their labels; false if one is not there. */
static bool take_texts(struct lines *l, struct labelled *present, struct labelled *proposed)
{
	return take_label(l, FIELD_PRESENT, &present->label) &&
	       take_text(l, present, FIELD_PROPOSED) &&
	       take_label(l, FIELD_PROPOSED, &proposed->label) &&
	       take_text(l, proposed, FIELD_NONE) &&
	       (!present->label.weak || !proposed->label.weak ||
	        beside_is_pair(present->label.words, proposed->label.words));
}

/* May words be missing at the end of the new text? */
static bool is_cut_off(const struct reading_run *r, const struct labelled *old,
                       const struct labelled *now)
{
	bool const colon =
		ends_with_colon(r->s->text, now->text) && !ends_with_colon(r->s->text, old->text);
	return !quotation_end(r, now->text) && (now->cut || colon);
}

/* Is it clear that what follows the new text does not belong to it? */
static bool ends_clearly(const struct lines *l, const struct labelled *old,
                         const struct labelled *now)
{
	struct reading_run *r = l->r;
	uint32_t const n = next_text_block(r, l->last + 1);
	if (is_cut_off(r, old, now))
		return false;
	if (range_len(range_trim(r->s->text, l->words)) || quotation_end(r, now->text) ||
	    n >= r->block_count || r->blocks[n].kind == REDLINE_HEADING ||
	    label_at(r, n, l->weak) != FIELD_NONE ||
	    listed_start(lexer_lang(r->lexer)->proposals, words_of(r, r->blocks[n].body)))
		return true;
	redline_range const body = r->blocks[n].body;
	redline_range const first = first_sentence(r, body);
	redline_bytes parties[2];
	uint32_t after;
	if (envelope_parties_of(r->lexer, r->s->text, body, parties, 2, &after))
		return true;
	if (!read_sentence(r, first, r->peeked))
		return false;
	return r->blocks[n].kind != REDLINE_TABLE_ROW &&
	       (r->peeked->kind != REDLINE_OTHER || r->peeked->proposer_count);
}

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

static bool take_pair(struct lines *l, const struct labelled *old, const struct labelled *now,
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
	if (!ends_clearly(l, old, now))
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
static void pass_heads(struct lines *l)
{
	struct reading_run *r = l->r;
	uint32_t n = next_text_block(r, l->last + 1);
	if (range_len(range_trim(r->s->text, l->words)))
		return;
	for (; n < r->block_count && label_alone(r, n) == FIELD_REMARK;
	     n = next_text_block(r, n + 1)) {
		add_sentence(r, r->blocks[n].body, REDLINE_OTHER, (uint32_t)r->s->amendments.len,
		             0);
		l->last = n;
	}
}

/* Where the first label of a present text is, in the words or alone; false if there is none. */
static bool find_first(struct lines *l, uint32_t i, redline_range words, struct label *label)
{
	struct reading_run *r = l->r;
	if (label_alone(r, i) == FIELD_PRESENT) {
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
	return beside_speaks(r, text) || (n < r->block_count && label_at(r, n, false) == FIELD_NONE &&
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
static bool read_pairs(struct lines *l, struct label label, redline_range lead)
{
	struct reading_run *r = l->r;
	struct scope scope = r->base;
	struct labelled old, now;
	bool more = true;
	while (more) {
		struct lines ahead = *l;
		if (!take_texts(&ahead, &old, &now))
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
	struct lines l = {r, words, *last, false, false};
	struct label label;
	struct labelled old, now;
	*taken = label_alone(r, i) == FIELD_REMARK;
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
	struct lines ahead = l;
	*taken = take_texts(&ahead, &old, &now);
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
