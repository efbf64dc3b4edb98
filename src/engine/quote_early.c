/*
 * quote_early.c -- quotations that a mark closes too early (quote.h).
 *
 *     Paragraph (9) is amended to read as follows:
 *         "(9)(A) "Employee" means an individual employed by an employer.".
 *             "(B) The term does not include a vendor.".
 *
 * In an act every paragraph of a wording opens it again and the last alone closes it.  One
 * that is closed before, and goes on in the next paragraph with a label that is inside of
 * what the wording began with, is one wording still: there is nothing else that (B) could
 * be.  "(2) ...". "(3) ..." are two, since their labels are of one kind.
 */
#include "base/bytes.h"
#include "model/label.h"
#include "quote.h"

#define CHAIN_MAX 6u  /* labels one behind the other */
#define LINES_MAX 64u /* at the end of a wording, that are looked at */

/* The label in parentheses that a quotation begins with. */
static bool leading_label(redline_bytes text, const struct quotation *q, struct label *label)
{
	return range_len(q->inner) && text.ptr[q->inner.begin] == '(' &&
	       label_scan(label, text, q->inner.begin, q->inner.end, false) &&
	       label->dress == REDLINE_PARENS;
}

/* Is there nothing between them but the full stop of an act, and blank lines? An item's
 * semicolon needs no full stop behind the mark. */
static bool adjoin(redline_bytes text, const struct quotation *q, const struct quotation *next)
{
	bool const stop = text.ptr[q->outer.end] == '.';
	uint32_t at = q->outer.end + stop;
	bool line = false;
	if (!stop && text.ptr[q->inner.end - 1] != ';')
		return false;
	for (; at < next->outer.begin && is_space(text.ptr[at]); at++)
		line |= text.ptr[at] == '\n';
	return line && at == next->outer.begin;
}

/* Does the quotation stand in a block of its own, behind one that ends with a colon? */
static bool is_led_to(redline_bytes text, const redline_draft *layout, const struct quotation *q)
{
	uint32_t at = q->outer.begin;
	bool line = false;
	for (; at && is_space(text.ptr[at - 1]); at--)
		line |= text.ptr[at - 1] == '\n';
	return line && at && text.ptr[at - 1] == ':' &&
	       redline_draft_block_at(layout, at - 1) !=
	               redline_draft_block_at(layout, q->outer.begin);
}

/* Is the label next to one of those that stand one behind the other at `at`: "(9)(A)"? */
static bool follows_at(redline_bytes text, uint32_t at, uint32_t end, const struct label *label)
{
	struct label one;
	redline_numeral const numeral = ordinal_choose(NULL, &label->ordinal);
	for (unsigned i = 0; i < CHAIN_MAX && label_scan(&one, text, at, end, false); i++) {
		if (one.dress == REDLINE_PARENS && ordinal_reads(&one.ordinal, numeral) &&
		    ordinal_follows(&one.ordinal, &label->ordinal, numeral))
			return true;
		at = one.range.end;
	}
	return false;
}

/* Is the label next to one in the quotation, of its first words or of its last lines? */
static bool follows_inside(redline_bytes text, const struct quotation *q,
                           const struct label *label)
{
	uint32_t end = q->inner.end;
	for (unsigned lines = 0; lines < LINES_MAX && end > q->inner.begin; lines++) {
		uint32_t begin = end;
		while (begin > q->inner.begin && text.ptr[begin - 1] != '\n')
			begin--;
		uint32_t at = begin;
		while (at < end && is_blank(text.ptr[at]))
			at++;
		if (at < end && begin > q->inner.begin && text.ptr[at] != '(') {
			unsigned size; /* of the mark that opens it again */
			(void)utf8_at(text, at, &size);
			at += size;
		}
		if (follows_at(text, at, end, label))
			return true;
		end = begin > q->inner.begin ? begin - 1 : begin;
	}
	return follows_at(text, q->inner.begin, q->inner.end, label);
}

/* Does `next` go on with the wording that `q` began? */
static bool goes_on(redline_bytes text, const redline_draft *layout, const struct quotation *q,
                    const struct quotation *next)
{
	struct label first, label;
	if (text.ptr[next->inner.begin] != '(' || !range_len(q->inner) || !adjoin(text, q, next))
		return false;
	return leading_label(text, q, &first) && leading_label(text, next, &label) &&
	       !(first.ordinal.readings & label.ordinal.readings) &&
	       follows_inside(text, q, &label) && is_led_to(text, layout, q);
}

uint32_t quotes_join(struct quotation *at, uint32_t count, const redline_draft *layout)
{
	redline_bytes const text = redline_draft_text(layout);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < count; i++) {
		struct quotation *q = kept ? &at[kept - 1] : NULL;
		if (!q || !goes_on(text, layout, q, &at[i])) {
			at[kept++] = at[i];
			continue;
		}
		q->early = q->early ? q->early : q->inner.end;
		q->outer.end = at[i].outer.end;
		q->inner.end = at[i].inner.end;
		q->reopened = true;
	}
	return kept;
}
