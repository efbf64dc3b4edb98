/*
 * label.c -- see label.h.
 *
 * The kinds of label by their first character, made of the numerals that
 * label_numeral.c reads; then label_scan, which takes brackets and emphasis off
 * and asks the kinds in turn.
 *
 * All of it moves one cursor forward through a line and looks at no more than
 * some dozens of bytes, however long the line is.
 */
#include "model/labelling.h"

#include "base/digits.h"

#define CHAIN_MAX 8u    /* labels touching each other: "(a)(2)(B)" */

/* ---- the kinds of label ---- */

void label_close_emphasis(struct cursor *c)
{
	uint32_t n = 0;
	while (c->emphasis && n < c->emphases && peek(c, n) == c->emphasis)
		n++;
	if (!n || n < c->emphases)
		return;
	c->at += n;
	c->emphasis = '\0';
}

void label_close_brackets(struct cursor *c)
{
	for (; c->brackets && peek(c, 0) == ']'; c->brackets--)
		c->at++;
}

bool label_end(struct cursor *c, struct label *out)
{
	label_close_emphasis(c);
	label_close_brackets(c);
	label_close_emphasis(c);
	if (!at_blank_or_end(c) && !(out->dress == REDLINE_PARENS && peek(c, 0) == '('))
		return false;
	skip_blanks(c);
	out->body = c->at;
	return true;
}

/* The numeral in parentheses, of whatever script. */
static bool read_inside(struct cursor *c, struct ordinal *o, bool *weak)
{
	if ((unsigned char)peek(c, 0) >= 0x80)
		return label_read_other_number(c, o) || label_read_arabic_letter(c, o) ||
		       label_read_cyrillic_letter(c, o);
	return is_digit(peek(c, 0)) ? label_read_number(c, o, false) : label_read_letters(c, o, weak);
}

/* (a), (1), (b-1), (9A-i), (b) bis, (b)bis */
static bool scan_parens(struct cursor *c, struct label *out)
{
	bool weak = false;
	c->at++;
	out->core.begin = c->at;
	struct ordinal *o = &out->ordinal;
	if (!read_inside(c, o, &weak))
		return false;
	if (ordinal_reads(o, REDLINE_ARABIC) && o->part[0] > 999)
		return false;
	label_read_suffix(c, o);
	out->core.end = c->at;
	if (!take(c, ")"))
		return false;
	if (label_read_bis(c, o))
		out->core.end = c->at;
	out->range.end = c->at;
	out->dress = REDLINE_PARENS;
	out->strength = weak ? LABEL_WEAK : LABEL_FIRM;
	return label_end(c, out);
}

/* Behind the label of a language without blanks: no gap is needed. */
static bool end_solid(struct cursor *c, struct label *out, uint8_t dress)
{
	out->range.end = c->at;
	out->dress = dress;
	out->strength = LABEL_FIRM;
	label_close_emphasis(c);
	label_close_brackets(c);
	skip_blanks(c);
	out->body = c->at;
	return true;
}

/* The comma or full stop of a Chinese label, with no number behind it: "1、", "一、", "１．" */
static bool take_solid_dress(struct cursor *c)
{
	struct cursor ahead = *c;
	unsigned size;
	if (!take(&ahead, "\xE3\x80\x81") && !take(&ahead, "\xEF\xBC\x8E"))
		return false;
	if (ahead.at < ahead.end &&
	    (is_digit(peek(&ahead, 0)) || is_foreign_digit(utf8_at(ahead.text, ahead.at, &size))))
		return false;
	*c = ahead;
	return true;
}

/* The dash of an Arabic label, before words in Arabic: "5 -", "5-" */
static bool take_arabic_dash(struct cursor *c)
{
	struct cursor ahead = *c;
	skip_blanks(&ahead);
	if (!take(&ahead, "-") && !take(&ahead, "\xE2\x80\x93"))
		return false;
	uint32_t const behind = ahead.at;
	skip_blanks(&ahead);
	unsigned char const lead = (unsigned char)peek(&ahead, 0);
	if (ahead.at == behind || lead < 0xD8 || lead > 0xDB)
		return false;
	c->at = behind;
	return true;
}

/* （一）, （1）, （a）: wide parentheses. */
static bool scan_wide_parens(struct cursor *c, struct label *out)
{
	bool weak = false;
	struct ordinal *o = &out->ordinal;
	if (!take(c, "\xEF\xBC\x88"))
		return false;
	out->core.begin = c->at;
	if (is_digit(peek(c, 0)) ? !label_read_number(c, o, false)
	                         : !label_read_other_number(c, o) && !label_read_letters(c, o, &weak))
		return false;
	out->core.end = c->at;
	return take(c, "\xEF\xBC\x89") && end_solid(c, out, REDLINE_PARENS);
}

/* 一、 １． ٥- ٥. */
static bool scan_other_number(struct cursor *c, struct label *out)
{
	out->core.begin = c->at;
	if (!label_read_other_number(c, &out->ordinal))
		return false;
	bool const arabic = (unsigned char)c->text.ptr[out->core.begin] < 0xE3;
	out->core.end = out->range.end = c->at;
	if (take_solid_dress(c)) {
		/* "二、" is above "2."; so as not to be taken for it */
		bool const words = (unsigned char)c->text.ptr[out->core.begin] < 0xEF;
		out->unit = words ? REDLINE_LABEL_SECTION : out->unit;
		return end_solid(c, out, REDLINE_DOT);
	}
	if (!arabic || (!take_arabic_dash(c) && !take(c, ".") && !take(c, ")")))
		return false;
	out->range.end = c->at;
	out->dress = REDLINE_DOT;
	return label_end(c, out);
}

/* "4.2" with nothing behind it: a number in prose, unless something speaks for a label. */
static bool bare_number(struct cursor *c, struct label *out, bool bis)
{
	struct ordinal const *o = &out->ordinal;
	for (unsigned i = 0; i < o->width; i++) {
		if (o->part[i] > 999)
			return false;
	}
	if (!bis && o->width < 2)
		return false;
	out->dress = REDLINE_BARE;
	if (!label_end(c, out))
		return false;
	bool const capital = is_upper(peek(c, 0)) || (unsigned char)peek(c, 0) >= 0x80;
	bool const opens = peek(c, 0) == '"' || peek(c, 0) == '[' || peek(c, 0) == '*';
	bool const firm = bis || capital || opens || c->at == c->end;
	out->strength = firm ? LABEL_FIRM : LABEL_WEAK;
	return true;
}

uint32_t label_ordinal_sign(redline_bytes rest, bool letters)
{
	if (letters && (bytes_start(rest, BYTES("er")) || bytes_start(rest, BYTES("re"))))
		return 2;
	uint32_t const dot = rest.len && rest.ptr[0] == '.';
	if (rest.len < dot + 2 || (unsigned char)rest.ptr[dot] != 0xC2)
		return 0;
	unsigned char const sign = (unsigned char)rest.ptr[dot + 1];
	return sign == 0xB0 || sign == 0xBA || sign == 0xAA ? dot + 2 : 0;
}

bool label_take_ordinal_sign(struct cursor *c, bool worded)
{
	struct cursor ahead = *c;
	redline_bytes const rest = bytes_in(c->text, (redline_range){c->at, c->end});
	ahead.at += label_ordinal_sign(rest, worded);
	if (ahead.at == c->at || is_alpha(peek(&ahead, 0)))
		return false;
	*c = ahead;
	return true;
}

bool label_take_dress(struct cursor *c, struct label *out, bool colon)
{
	out->core.end = c->at;
	out->range.end = c->at;
	label_close_emphasis(c);
	label_close_brackets(c);
	char const mark = peek(c, 0);
	if (mark != '.' && mark != ')' && !(colon && mark == ':'))
		return false;
	c->at++;
	out->range.end = c->at;
	out->dress = mark == '.' ? REDLINE_DOT : mark == ')' ? REDLINE_PAREN : REDLINE_COLON;
	return true;
}

/* Behind the number of an item of a French or Spanish law: an ordinal sign, which is as
 * good as the ")" of "1)" and, like it, may stand before a bis. */
static bool take_ordinal_dress(struct cursor *c, struct label *out)
{
	out->core.end = c->at;
	if (!label_take_ordinal_sign(c, false))
		return false;
	if (label_read_bis(c, &out->ordinal))
		out->core.end = c->at;
	out->range.end = c->at;
	out->dress = REDLINE_PAREN;
	return true;
}

/* 59.  59 bis.  59)  4.2  1bis */
static bool scan_number(struct cursor *c, struct label *out)
{
	out->core.begin = c->at;
	if (!label_read_number(c, &out->ordinal, false))
		return false;
	uint32_t const number_end = c->at;
	if (take_ordinal_dress(c, out))
		return label_end(c, out);
	label_read_suffix(c, &out->ordinal);
	bool const bis = c->at > number_end && is_alpha(c->text.ptr[c->at - 1]) &&
	                 c->at - number_end >= 3;
	out->core.end = c->at;
	if (take_solid_dress(c))
		return end_solid(c, out, REDLINE_DOT);
	if (take_arabic_dash(c)) {
		out->range.end = c->at;
		out->dress = REDLINE_DOT;
		return label_end(c, out);
	}
	if (!label_take_dress(c, out, bis))
		return bare_number(c, out, bis);
	if (out->dress == REDLINE_PAREN && label_read_bis(c, &out->ordinal))
		out->core.end = out->range.end = c->at;
	return label_end(c, out);
}

/* a)  (without its first parenthesis)  a.  II.  b) bis */
static bool scan_letters(struct cursor *c, struct label *out)
{
	bool weak = false;
	struct ordinal *o = &out->ordinal;
	out->core.begin = c->at;
	if (!label_read_letters(c, o, &weak))
		return false;
	label_read_suffix(c, o);
	if (!label_take_dress(c, out, false))
		return false;
	if (out->dress == REDLINE_PAREN && label_read_bis(c, o))
		out->core.end = out->range.end = c->at;
	/* "c. 1990", "C. Smith", "pp. 5" are no labels unless a list is at that point. */
	bool const opens = o->letter == 1 || o->letter == 27 || o->roman == 1;
	if (out->dress == REDLINE_DOT && !opens && (o->width == 1 || !o->roman))
		weak = true;
	out->strength = weak ? LABEL_WEAK : LABEL_FIRM;
	return label_end(c, out);
}

/* Cyrillic "a)", "A."; with a full stop only where a list is at that point */
static bool scan_cyrillic(struct cursor *c, struct label *out)
{
	out->core.begin = c->at;
	if (!label_read_cyrillic_letter(c, &out->ordinal) || !label_take_dress(c, out, false))
		return false;
	out->strength = out->dress == REDLINE_DOT ? LABEL_WEAK : LABEL_FIRM;
	return label_end(c, out);
}

/* PP2, OP3 bis, OP 7ter:, PP2. */
static bool scan_pp(struct cursor *c, struct label *out)
{
	if (take(c, "PP"))
		out->unit = REDLINE_LABEL_PP;
	else if (take(c, "OP"))
		out->unit = REDLINE_LABEL_OP;
	else
		return false;
	skip_blanks(c);
	out->core.begin = c->at;
	if (!label_read_number(c, &out->ordinal, false))
		return false;
	label_read_suffix(c, &out->ordinal);
	if (!label_take_dress(c, out, true))
		out->dress = REDLINE_BARE;
	return label_end(c, out);
}

/* ---- the whole ---- */

/* Brackets and emphasis before the label: "[59 bis.", "**59.**", "[**(a)**". */
static void open_wrapping(struct cursor *c)
{
	while (c->brackets < 2 && peek(c, 0) == '[') {
		c->brackets++;
		c->at++;
	}
	char const mark = peek(c, 0);
	if (mark != '*' && mark != '_')
		return;
	uint8_t n = 0;
	while (n < 4 && peek(c, n) == mark)
		n++;
	if (n > 3)
		return;
	c->emphasis = mark;
	c->emphases = n;
	c->at += n;
	while (c->brackets < 2 && peek(c, 0) == '[') {
		c->brackets++;
		c->at++;
	}
}

typedef bool label_kind(struct cursor *c, struct label *out);

/* Of the only kind, or the last, that it can be; the cursor is spent. */
static bool take_kind(label_kind *kind, struct cursor *c, struct label *out)
{
	*out = (struct label){.range = {c->at, c->at}};
	return kind(c, out);
}

static bool try_kind(label_kind *kind, const struct cursor *start, struct label *out)
{
	struct cursor c = *start;
	return take_kind(kind, &c, out);
}

/*
 * An ordinary word, as most lines begin with: no unit, and of three letters that
 * are neither roman digits nor the same, no numeral either.
 */
static bool is_word_at(redline_bytes text, uint32_t at, uint32_t end)
{
	const char *p = text.ptr + at;
	if (end - at < 3 || !is_alpha(p[0]) || !is_alpha(p[1]) || !is_alpha(p[2]))
		return false;
	bool const roman = roman_digit(p[0]) && roman_digit(p[1]) && roman_digit(p[2]);
	bool const same = p[0] == p[1] && p[1] == p[2];
	return !roman && !same && !label_is_unit_at(text, at, end);
}

bool label_scan(struct label *out, redline_bytes text, uint32_t at, uint32_t end, bool heading)
{
	struct cursor c = {.text = text, .at = at, .end = end, .heading = heading};
	if (at >= end || is_word_at(text, at, end))
		return false;
	open_wrapping(&c);
	char const first = peek(&c, 0);
	bool found;
	if (first == '(')
		found = take_kind(scan_parens, &c, out);
	else if (is_digit(first))
		found = take_kind(scan_number, &c, out);
	else if (is_alpha(first))
		found = ((first == 'P' || first == 'O') && try_kind(scan_pp, &c, out)) ||
		        try_kind(scan_letters, &c, out) ||
		        take_kind(label_scan_worded, &c, out);
	else
		found = (unsigned char)first >= 0x80 &&
		        (try_kind(label_scan_worded, &c, out) ||
		         try_kind(label_scan_chinese, &c, out) ||
		         try_kind(scan_wide_parens, &c, out) || try_kind(scan_cyrillic, &c, out) ||
		         take_kind(scan_other_number, &c, out));
	if (found && heading)
		out->strength = LABEL_FIRM;
	return found;
}

/* "(a)(2)(B), and": a chain of labels that ends in something else. */
static bool chain_breaks(redline_bytes text, const struct label *label, uint32_t end)
{
	struct label link = *label, next;
	for (unsigned n = 0; n < CHAIN_MAX; n++, link = next) {
		if (link.range.end >= end || text.ptr[link.range.end] != '(')
			return false;
		if (!label_scan(&next, text, link.range.end, end, false))
			return true;
	}
	return true;
}

bool label_refers(redline_bytes text, const struct label *label, uint32_t end)
{
	static const redline_bytes words[] = {
		WORD("above"), WORD("below"), WORD("and ("), WORD("or ("), WORD("to ("), WORD("and ["),
		WORD("hereof"), WORD("thereof"), WORD("of this "), WORD("of that "), WORD("of the "),
		WORD("of paragraph"), WORD("of article"), WORD("of section"), WORD("of subsection"),
		WORD("and 1"), WORD("and 2"), WORD("and 3"), WORD("and 4"), WORD("and 5"),
		WORD("and 6"), WORD("and 7"), WORD("and 8"), WORD("and 9"), WORD(","), WORD(")"),
		WORD("through ("),
	};
	redline_bytes const rest = {text.ptr + label->body, end - label->body};
	for (size_t i = 0; rest.len && i < sizeof words / sizeof *words; i++) {
		if (words[i].ptr[0] == rest.ptr[0] && bytes_start(rest, words[i]))
			return true;
	}
	return chain_breaks(text, label, end);
}
