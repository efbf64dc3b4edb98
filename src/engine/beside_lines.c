/*
 * beside_lines.c -- present and proposed texts in lines that a label begins (beside.h).
 *
 * A label stands at the start of a line or sentence, with a colon; or alone in a block, and
 * the text in the next one.
 */
#include "beside.h"
#include "listed.h"

#define EMPHASIS_MAX 3u /* bytes of "**" before a label */

/* Where reading stands among labelled lines. */
struct lines {
	struct reading_run *r;
	redline_range words; /* what is left of the block at hand ... */
	uint32_t last;       /* ... or of those up to this one */
};

struct label {
	enum field field;
	uint32_t begin, end; /* with the colon */
};

/* What a colon stands behind, as far as it may be a label. */
static redline_range before_colon(redline_bytes text, uint32_t from, uint32_t colon)
{
	uint32_t at = colon;
	while (at > from && colon - at < LABEL_BYTES && text.ptr[at - 1] != '\n') {
		bool const stop = is_space(text.ptr[at]) && beside_among(".;!?)", text.ptr[at - 1]);
		bool const dash = is_space(text.ptr[at]) && at > from + 2 &&
		                  memcmp(text.ptr + at - 3, "\xE2\x80", 2) == 0;
		if (stop || dash)
			break;
		at--;
	}
	return (redline_range){at, colon};
}

/* The first label of a text in these words; false if there is none. */
static bool next_label(const struct reading_run *r, redline_range words, struct label *out)
{
	redline_bytes const text = r->s->text;
	for (uint32_t at = words.begin; at < words.end; at++) {
		bool const wide = text.ptr[at] == '\xEF' && words.end - at >= 3 &&
		                  memcmp(text.ptr + at, "：", 3) == 0;
		if (text.ptr[at] != ':' && !wide)
			continue;
		uint32_t const q = quotes_from(&r->quotes, at);
		if (q < r->quotes.count && r->quotes.at[q].outer.begin <= at)
			continue;
		redline_range const found = beside_label(text, before_colon(text, words.begin, at));
		out->field = beside_field(bytes_in(text, found));
		out->begin = found.begin;
		out->end = at + (wide ? 3 : 1);
		while (out->end < words.end && beside_among("*_", text.ptr[out->end]))
			out->end++;
		if (out->field != FIELD_NONE)
			return true;
	}
	return false;
}

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

/* The label of that kind that comes next, in these words or at the head of a further block. */
static bool take_label(struct lines *l, enum field want)
{
	struct reading_run *r = l->r;
	struct label label;
	redline_range const rest = range_trim(r->s->text, l->words);
	if (range_len(rest)) {
		bool const here = next_label(r, rest, &label) && label.field == want &&
		                  label.begin - rest.begin <= EMPHASIS_MAX;
		l->words.begin = here ? label.end : l->words.begin;
		return here;
	}
	uint32_t const n = next_text_block(r, l->last + 1);
	if (n >= r->block_count)
		return false;
	redline_range const body = r->blocks[n].body;
	bool const alone = label_alone(r, n) == want;
	if (!alone && (r->blocks[n].kind != REDLINE_PARAGRAPH || !next_label(r, body, &label) ||
	               label.field != want || label.begin - body.begin > EMPHASIS_MAX))
		return false;
	l->words = (redline_range){alone ? body.end : label.end, body.end};
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
static enum field label_at(const struct reading_run *r, uint32_t n)
{
	struct label label;
	redline_range const body = r->blocks[n].body;
	enum field const alone = label_alone(r, n);
	if (alone != FIELD_NONE || r->blocks[n].kind != REDLINE_PARAGRAPH)
		return alone;
	return next_label(r, body, &label) && label.begin <= body.begin + EMPHASIS_MAX ? label.field
	                                                                               : FIELD_NONE;
}

/* The last block of a text that begins with block n and that label `next` follows; n if none
 * does. */
static uint32_t text_end(const struct reading_run *r, uint32_t n, enum field next)
{
	uint32_t last = n;
	for (uint32_t k = next_text_block(r, n + 1);
	     next != FIELD_NONE && k < r->block_count && k - n < BLOCKS_MAX;
	     k = next_text_block(r, k + 1)) {
		enum field const label = label_at(r, k);
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
	if (n >= r->block_count || label_at(r, n) != FIELD_NONE ||
	    r->blocks[n].kind == REDLINE_TABLE_ROW || r->blocks[n].kind == REDLINE_VERBATIM)
		return false;
	const redline_block *b = &r->blocks[n];
	text->begin = range_len(b->label) ? b->label.begin : b->body.begin;
	text->end = r->blocks[text_end(r, n, next)].body.end;
	uint32_t const quote = quotation_end(r, (redline_range){text->begin, text->end});
	text->end = quote > text->end ? quote : text->end;
	l->last = block_of(r, text->end);
	l->words = (redline_range){text->end, text->end};
	return true;
}

/* The text behind a label: up to the further one, or in blocks after a label alone. */
static bool take_text(struct lines *l, redline_range *text, enum field further, bool *bounded)
{
	struct reading_run *r = l->r;
	struct label next;
	redline_range const all = l->words;
	uint32_t const end = next_label(r, all, &next) ? next.begin : all.end;
	*text = beside_without(r->s->text, range_trim(r->s->text, (redline_range){all.begin, end}),
	                       " ", " *_\n\r\t");
	*bounded = false;
	l->words.begin = end;
	if (range_len(*text)) {
		uint32_t const quote = quotation_end(r, *text);
		if (quote) { /* what stands behind it is no part of it */
			text->end = quote;
			l->words.begin = quote;
			while (l->words.begin < end &&
			       beside_among(".,;", r->s->text.ptr[l->words.begin]))
				l->words.begin++;
		}
		return true;
	}
	*bounded = true;
	return end == all.end && take_blocks(l, text, further);
}

/* Both texts with their labels; false if one is not there. */
static bool take_texts(struct lines *l, struct pair *pair)
{
	bool bounded;
	return take_label(l, FIELD_PRESENT) &&
	       take_text(l, &pair->present, FIELD_PROPOSED, &bounded) &&
	       take_label(l, FIELD_PROPOSED) &&
	       take_text(l, &pair->proposed, FIELD_NONE, &pair->bounded);
}

/* Is it clear that what follows the new text does not belong to it? */
static bool ends_clearly(const struct lines *l, const struct pair *pair)
{
	struct reading_run *r = l->r;
	uint32_t const n = next_text_block(r, l->last + 1);
	if (range_len(range_trim(r->s->text, l->words)) || quotation_end(r, pair->proposed) ||
	    n >= r->block_count || r->blocks[n].kind == REDLINE_TABLE_ROW ||
	    label_at(r, n) != FIELD_NONE ||
	    listed_start(lexer_lang(r->lexer)->proposals, words_of(r, r->blocks[n].body)))
		return true;
	r->peeked->kind = REDLINE_OTHER;
	return ends_wording(r, l->last, n) || r->peeked->kind == REDLINE_SCOPE ||
	       r->peeked->kind == REDLINE_REASON;
}

/* One pair after the other, all at one place. */
static bool read_pairs(struct lines *l, const struct scope *scope)
{
	struct pair pair;
	struct lines ahead = *l;
	while (take_texts(&ahead, &pair)) {
		*l = ahead;
		if (!ends_clearly(l, &pair)
		            ? !beside_refuse(l->r, pair.proposed, "wording-unclear",
		                             "it is not clear where the new text ends; put it in "
		                             "quotation marks",
		                             pair.proposed)
		            : !beside_take(l->r, &pair, scope))
			return false;
		if (!range_len(range_trim(l->r->s->text, l->words)))
			break;
	}
	return true;
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
static bool find_first(struct lines *l, uint32_t i, redline_range words)
{
	struct reading_run *r = l->r;
	struct label label;
	if (label_alone(r, i) == FIELD_PRESENT) {
		l->last = i - 1; /* so it is the label that comes next */
		l->words = (redline_range){words.begin, words.begin};
		return true;
	}
	if (r->blocks[i].kind == REDLINE_HEADING)
		return false;
	for (redline_range rest = words; next_label(r, rest, &label); rest.begin = label.end)
		if (label.field == FIELD_PRESENT) {
			l->words.begin = label.begin;
			return true;
		}
	return false;
}

bool beside_lines(struct reading_run *r, uint32_t i, redline_range words, uint32_t *last,
                  bool *taken)
{
	struct lines l = {r, words, *last};
	struct pair pair;
	*taken = find_first(&l, i, words);
	if (!*taken)
		return true;
	struct lines ahead = l;
	*taken = take_texts(&ahead, &pair);
	if (!*taken)
		return true;
	struct scope const around = r->base;
	if (!beside_read(r, (redline_range){words.begin, l.words.begin}, &around))
		return false;
	struct scope const scope = r->base;
	bool const ok = read_pairs(&l, &scope);
	pass_heads(&l);
	*last = l.last;
	return ok && beside_read(r, l.words, &scope);
}
