/*
 * beside_text.c -- the labels of texts in lines, and how far the text behind each goes
 * (beside_labelled.h).
 *
 * A text goes up to the label that is due next, or to the end of a quotation that it begins
 * with.  A label alone in its block has its text in the blocks behind it.
 */
#include "beside_labelled.h"
#include "envelope.h"
#include "listed.h"

#define EMPHASIS_MAX 3u /* bytes of "**" before a label */

enum field beside_label_alone(const struct reading_run *r, uint32_t block)
{
	const redline_block *b = &r->blocks[block];
	return b->kind != REDLINE_PARAGRAPH && b->kind != REDLINE_HEADING
	               ? FIELD_NONE
	               : beside_field(words_of(r, beside_label(r->s->text, b->body)));
}

bool labels_present_text(const struct reading_run *r, uint32_t i)
{
	return beside_label_alone(r, i) == FIELD_PRESENT;
}

/* May a label stand at the head of the block? */
static bool may_lead(const redline_block *b)
{
	return b->kind == REDLINE_PARAGRAPH || is_list_item(b);
}

/* The label of that kind that comes next, in these words or at the head of a further block. */
static bool take_label(struct text_lines *l, enum field want, struct label *label)
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
	bool const alone = beside_label_alone(r, n) == want;
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

enum field beside_label_at(const struct reading_run *r, uint32_t n, bool weak)
{
	struct label label;
	redline_range const body = r->blocks[n].body;
	enum field const alone = beside_label_alone(r, n);
	if (alone != FIELD_NONE || !may_lead(&r->blocks[n]) ||
	    !beside_next_label(r, body, weak, &label) || label.begin > body.begin + EMPHASIS_MAX)
		return alone;
	return label.field;
}

/* The last block of a text that begins with block n and that label `next` follows; n if none
 * does. */
static uint32_t text_end(const struct text_lines *l, uint32_t n, enum field next)
{
	const struct reading_run *r = l->r;
	uint32_t last = n;
	for (uint32_t k = next_text_block(r, n + 1);
	     next != FIELD_NONE && k < r->block_count && k - n < BLOCKS_MAX;
	     k = next_text_block(r, k + 1)) {
		enum field const label = beside_label_at(r, k, l->weak);
		if (label != FIELD_NONE)
			return label == next ? last : n;
		last = k;
	}
	return n;
}

/* The text in blocks of its own, up to the one that label `next` begins; if there is none,
 * one block. */
static bool take_blocks(struct text_lines *l, redline_range *text, enum field next)
{
	struct reading_run *r = l->r;
	uint32_t const n = next_text_block(r, l->last + 1);
	if (n >= r->block_count || beside_label_at(r, n, l->weak) != FIELD_NONE ||
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

/* What of the words up to `end` is the text, and what is left. */
static void take_words(struct text_lines *l, uint32_t end, struct labelled *out)
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
static bool take_text(struct text_lines *l, struct labelled *out, enum field further)
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

bool beside_take_texts(struct text_lines *l, struct labelled *present, struct labelled *proposed)
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
		leads_on(r->s->text, now->text) && !leads_on(r->s->text, old->text);
	return !quotation_end(r, now->text) && (now->cut || colon);
}

bool beside_ends_clearly(const struct text_lines *l, const struct labelled *old,
                         const struct labelled *now)
{
	struct reading_run *r = l->r;
	uint32_t const n = next_text_block(r, l->last + 1);
	if (is_cut_off(r, old, now))
		return false;
	if (range_len(range_trim(r->s->text, l->words)) || quotation_end(r, now->text) ||
	    n >= r->block_count || r->blocks[n].kind == REDLINE_HEADING ||
	    beside_label_at(r, n, l->weak) != FIELD_NONE ||
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
