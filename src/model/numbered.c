/*
 * numbered.c -- see numbered.h.
 *
 * The letter of an annex is the first number of "A.1", above all that stand there
 * otherwise, so that B.1 comes after A.3 and A.1 is never 1.1.
 */
#include "model/numbered.h"

#include "model/labelling.h"

#define GAP         5u    /* headings that may be left out, having been deleted */
#define NUMBER_MAX  999u  /* above it are years */
#define LETTER_BASE 1000u /* before the letters of annexes, A being 1 */
#define LETTER_LAST 'K'   /* "L.2" and on are rather initials and models */

void numbered_begin(struct numbered *n)
{
	*n = (struct numbered){0};
	for (size_t i = 0; i < NUMBERED_LEVELS; i++)
		n->last[i].block = REDLINE_NONE;
}

/* ---- what they look like ---- */

/* "A.2.3", and the blanks behind it. */
static bool read_lettered(struct cursor *c, struct ordinal *o)
{
	char const letter = peek(c, 0);
	struct ordinal number;
	if (letter < 'A' || letter > LETTER_LAST || peek(c, 1) != '.' || !is_digit(peek(c, 2)))
		return false;
	c->at += 2;
	if (!label_read_number(c, &number, false) || number.width >= LABEL_PARTS)
		return false;
	*o = number;
	o->width = (uint8_t)(number.width + 1);
	o->part[0] = LETTER_BASE + (uint32_t)(letter - 'A') + 1;
	for (unsigned i = 0; i < number.width; i++)
		o->part[i + 1] = number.part[i];
	return true;
}

static bool read_numeral(struct cursor *c, struct ordinal *o)
{
	if (!is_digit(peek(c, 0)))
		return read_lettered(c, o);
	if (!label_read_number(c, o, false) || o->width > 1 || o->part[0] > NUMBER_MAX)
		return false;
	label_read_suffix(c, o);
	return true;
}

static bool scan(struct cursor *c, struct label *out)
{
	*out = (struct label){.dress = REDLINE_BARE, .strength = LABEL_FIRM};
	out->core.begin = out->range.begin = c->at;
	if (!read_numeral(c, &out->ordinal))
		return false;
	out->core.end = out->range.end = c->at;
	if (!at_blank_or_end(c))
		return false;
	skip_blanks(c);
	out->body = c->at;
	return true;
}

static bool begins_title(const struct cursor *c)
{
	char const first = peek(c, 0);
	return is_upper(first) || (unsigned char)first >= 0x80 || first == '"' || first == '[' ||
	       first == '*' || first == '_';
}

/* "5 May 2026": one word and a number are a date. */
static bool is_date(const struct cursor *c)
{
	uint32_t n = 0;
	while (c->at + n < c->end && !is_blank(peek(c, n)))
		n++;
	return is_digit(peek(c, n + 1));
}

bool numbered_scan_title(struct label *out, redline_bytes text, redline_range words)
{
	struct cursor c = {.text = text, .at = words.begin, .end = words.end, .heading = true};
	if (!scan(&c, out))
		return false;
	if (c.at == c.end)
		return out->ordinal.width > 1;
	return begins_title(&c) && (out->ordinal.width > 1 || !is_date(&c));
}

bool numbered_scan_item(struct label *out, redline_bytes text, uint32_t at, uint32_t end)
{
	struct cursor c = {.text = text, .at = at, .end = end};
	if (!scan(&c, out))
		return false;
	if (c.at == c.end)
		return out->ordinal.width > 1;
	return begins_title(&c) || (peek(&c, 0) == '(' && out->ordinal.width == 1);
}

/* ---- whether they are labels ---- */

/* Does the number come after this one, if some between them are gone? */
static bool goes_on(const struct ordinal *prev, const struct ordinal *next)
{
	if (!prev->width || prev->width != next->width)
		return false;
	if (ordinal_follows(prev, next, REDLINE_ARABIC))
		return true;
	for (unsigned i = 0; i + 1 < prev->width; i++)
		if (prev->part[i] != next->part[i])
			return false;
	uint32_t const a = ordinal_value(prev, REDLINE_ARABIC);
	uint32_t const b = ordinal_value(next, REDLINE_ARABIC);
	return b > a && b - a <= GAP;
}

static uint32_t letter_of(const struct label *label)
{
	return label->ordinal.part[0] > LETTER_BASE ? label->ordinal.part[0] : 0;
}

/* The heading that no number before it spoke for has one after it. */
static void take_late(struct numbered_heading *h, block_vec *blocks)
{
	redline_block *b = &blocks->at[h->block];
	b->label = h->label.range;
	b->core = h->label.core;
	b->dress = h->label.dress;
	b->unit = h->label.unit;
	b->numeral = REDLINE_ARABIC;
	b->body.begin = h->label.body;
	h->taken = true;
}

bool numbered_takes_title(struct numbered *n, block_vec *blocks, const struct heading *h,
                          uint32_t block)
{
	struct numbered_heading *last = &n->last[h->marked];
	uint32_t const letter = letter_of(&h->label);
	bool const after =
		last->block != REDLINE_NONE && goes_on(&last->label.ordinal, &h->label.ordinal);
	bool const taken = after || (letter && letter == n->letter) ||
	                   ordinal_value(&h->label.ordinal, REDLINE_ARABIC) == 1;
	if (after && !last->taken)
		take_late(last, blocks);
	*last = (struct numbered_heading){block, h->label, taken};
	return taken;
}

static bool is_number(const struct label *label)
{
	return label->unit == REDLINE_LABEL_PLAIN && ordinal_reads(&label->ordinal, REDLINE_ARABIC);
}

void numbered_heading(struct numbered *n, const struct heading *h, uint8_t level, uint32_t block)
{
	bool const number = h->labelled && is_number(&h->label);
	if (number && h->marked)
		n->last[h->marked] = (struct numbered_heading){block, h->label, true};
	if (number)
		n->section = h->label.ordinal;
	if (h->labelled && h->label.unit == REDLINE_LABEL_ANNEX) {
		struct ordinal const *o = &h->label.ordinal;
		bool const lettered = ordinal_reads(o, REDLINE_UPPER_ALPHA) && o->width == 1;
		n->annex = level;
		n->letter = lettered ? LETTER_BASE + o->letter : 0;
		n->section = (struct ordinal){0};
	} else if (level <= n->annex && !(number && letter_of(&h->label))) {
		n->annex = 0;
		n->letter = 0;
	}
}

bool numbered_takes_item(const struct numbered *n, const struct label *label)
{
	uint32_t const letter = letter_of(label);
	return letter ? letter == n->letter : n->annex > 0;
}

bool numbered_in_section(const struct numbered *n, const struct label *label)
{
	const struct ordinal *o = &label->ordinal;
	if (!is_number(label) || o->width < 2)
		return false;
	if (o->width == n->section.width)
		return ordinal_follows(&n->section, o, REDLINE_ARABIC) &&
		       o->part[o->width - 2] == n->section.part[o->width - 2];
	if (o->width != n->section.width + 1u || o->part[o->width - 1] != 1)
		return false;
	for (unsigned i = 0; i < n->section.width; i++)
		if (o->part[i] != n->section.part[i])
			return false;
	return true;
}
