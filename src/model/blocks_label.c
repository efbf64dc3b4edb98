/*
 * blocks_label.c -- is the label at the beginning of a line one (blocking.h)?
 *
 * The hard question is the label with no blank line before it: an item of a list, or wrapped
 * text that happens to begin with "5. " or "(a) above"?  It is an item only if it is the next
 * or the first of a list there *and* the line before it ended like one.  Wrongly cut text would
 * make a provision that nobody wrote, so doubt is text.
 */
#include "model/blocking.h"

#define SHORT_LINE 60u /* bytes; a shorter one was not cut by wrapping */

/* The columns show that the line is no continuation: it stands left of one. */
static bool hangs(const struct reader *r, const struct line *l)
{
	const redline_block *b = newest(r);
	return b->kind == REDLINE_PROVISION && b->lines > 1 && r->last.indent > l->indent &&
	       l->indent <= b->indent;
}

/* A line this short was not cut by wrapping, so an item ended with it. */
static bool was_short_item(const struct reader *r, enum line_ending ending)
{
	const redline_block *b = newest(r);
	return b->kind == REDLINE_PROVISION && b->lines == 1 && ending != LINE_AWAITS &&
	       r->last.end - r->last.at < SHORT_LINE;
}

/* "Article 6" on a line of its own, right under the text of Article 5. */
static bool interrupts_as_heading(const struct reader *r, const struct label *label)
{
	redline_numeral const n = ordinal_choose(&r->headings.last, &label->ordinal);
	return last_ending(r) == LINE_ENDS && ordinal_follows(&r->headings.last, &label->ordinal, n);
}

/* It closed a quotation: 2. behind it is hardly wrapped text, if it is the next number. */
static bool was_closed_item(const struct reader *r)
{
	const redline_block *b = newest(r);
	unsigned size;
	uint32_t const last =
		r->last.end > r->last.at ? utf8_before(r->text, r->last.end, &size) : 0;
	return b->kind == REDLINE_PROVISION && b->lines == 1 &&
	       (last == '"' || last == 0x201D || last == 0xBB || last == 0x300D || last == 0x201C);
}

/*
 * Without a blank line before it: is this label one, or wrapped text?  What the
 * line before it says is asked first, because seeking may change the outline.
 */
static bool interrupts(struct reader *r, const struct line *l, const struct label *label)
{
	enum line_ending const ending = last_ending(r);
	bool const parens = label->dress == REDLINE_PARENS || label->dress == REDLINE_PAREN;
	bool const either = newest(r)->body.begin == newest(r)->body.end ||
	                    ending >= LINE_ENDS || was_short_item(r, ending);
	bool const next_fits = either || ending == LINE_PAUSES || hangs(r, l) || was_closed_item(r);
	bool const first_fits = either || (parens && ending == LINE_PAUSES) ||
	                        l->indent > r->last.indent + (r->last_words - r->last.at);
	if ((!next_fits && !first_fits) || label_refers(r->text, label, l->end))
		return false;
	struct outline_item const item = item_of(label, l);
	switch (outline_seek(&r->outline, r->blocks, &item).fit) {
	case OUTLINE_NEXT:
		return next_fits;
	case OUTLINE_FIRST:
		return first_fits;
	case OUTLINE_NEAR:
		return ending == LINE_ENDS;
	default:
		/* an excerpt of a list, which need not begin with its first item */
		return parens && ending == LINE_INTRODUCES && l->indent > r->last.indent;
	}
}

/* "3.2 shell" in section 3: a term that is defined there, not "3.2 million people". */
static bool is_term(const struct reader *r, const struct line *l, const struct label *label)
{
	return l->end - l->at < SHORT_LINE &&
	       line_ending(r->text, label->body, l->end) < LINE_ENDS &&
	       numbered_in_section(&r->numbered, label);
}

bool blocks_is_annexed(struct reader *r, const struct line *l, struct label *label)
{
	if (!r->numbered.annex || !numbered_scan_item(label, r->text, l->at, l->end) ||
	    !numbered_takes_item(&r->numbered, label))
		return false;
	if (r->open)
		return interrupts(r, l, label);
	if (label->ordinal.width > 1)
		return true;
	struct outline_item const item = item_of(label, l);
	return outline_seek(&r->outline, r->blocks, &item).fit >= OUTLINE_FIRST;
}

bool blocks_is_label(struct reader *r, const struct line *l, const struct label *label)
{
	if (label->strength == LABEL_TITLE || label->strength == LABEL_PROSE)
		return false;
	if (r->open && label->strength == LABEL_ALONE)
		return interrupts_as_heading(r, label);
	if (r->open)
		return interrupts(r, l, label);
	if (label->strength != LABEL_WEAK)
		return label->strength == LABEL_FIRM || stands_above_text(r);
	if (is_term(r, l, label))
		return true;
	struct outline_item const item = item_of(label, l);
	return outline_seek(&r->outline, r->blocks, &item).fit == OUTLINE_NEXT;
}
