/*
 * lex_solid.c -- lexemes of a language that writes no blanks between words (lang.solid).
 *
 * In Chinese the numbers stand before their unit, and a list of them shares one: "第59段",
 * "第1、2和5段", "第二句".  They come out as those of other languages do, so that the grammar
 * has one order to know.  See lexing.h.
 */
#include "lexing.h"

#include "base/bytes.h"
#include "fold.h"

#define COUNTED_MAX 24

struct counted {
	struct numeral number[COUNTED_MAX];
	redline_range range[COUNTED_MAX];
	struct lexeme joint[COUNTED_MAX]; /* before it */
	unsigned count;
};

/* What may join numbers of such a list. */
static bool take_joint(struct lexing *l, uint32_t *at, struct lexeme *out)
{
	uint32_t end;
	unsigned size;
	uint32_t const cp = utf8_at(l->text, *at, &size);
	if (cp == 0x3001 || cp == 0xFF0C || cp == ',') {
		*out = (struct lexeme){LEX_PUNCT, ',', {*at, *at + size}, NO_ROW};
	} else if (cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0xFF5E) {
		*out = (struct lexeme){LEX_PUNCT, 0x2013, {*at, *at + size}, NO_ROW};
	} else {
		const struct lang_row *row = lexing_row_at(l, *at, &end);
		if (!row || (row->cls != LEX_AND && row->cls != LEX_TO && row->cls != LEX_THROUGH))
			return false;
		*out = (struct lexeme){row->cls, row->value, {*at, end},
		                       (uint32_t)(row - l->lexer->lang->rows)};
	}
	*at = out->range.end;
	return true;
}

static const struct lang_row *take_counted(struct lexing *l, struct counted *c, uint32_t *at,
                                           uint32_t *end)
{
	c->count = 0;
	while (c->count < COUNTED_MAX && *at < l->sentence.end) {
		uint32_t next;
		struct numeral const n = lex_chinese_numeral(
			l->arena, l->text, (redline_range){*at, l->sentence.end}, &next);
		if (!n.count)
			return NULL;
		c->range[c->count] = (redline_range){*at, next};
		c->number[c->count++] = n;
		*at = next;
		if (next >= l->sentence.end)
			return NULL;
		const struct lang_row *row = lexing_row_at(l, next, end);
		if (row && row->cls == LEX_UNIT)
			return row;
		if (c->count == COUNTED_MAX || !take_joint(l, at, &c->joint[c->count]))
			return NULL;
	}
	return NULL;
}

static bool is_unlabelled(redline_unit unit)
{
	return unit == REDLINE_SENTENCE || unit == REDLINE_LINE || unit == REDLINE_BULLET_UNIT;
}

static int32_t small_number(redline_bytes digits)
{
	int32_t n = 0;
	for (size_t i = 0; i < digits.len && is_digit(digits.ptr[i]) && n < 1000; i++)
		n = n * 10 + (digits.ptr[i] - '0');
	return n;
}

static bool after_preamble(const struct lexeme *x)
{
	return x->cls == LEX_UNIT && UNIT_OF(x->value) == REDLINE_PREAMBULAR;
}

/* The unit comes first, as the grammar wants it; but ordinals stand before theirs. */
bool lexing_counted(struct lexing *l)
{
	struct counted c;
	uint32_t at = l->at, end;
	const struct lang_row *unit = take_counted(l, &c, &at, &end);
	if (!unit || l->lexer->numerals.len + c.count > NUMERALS_MAX)
		return false;
	/* "序言部分第2段": the unit stands there already */
	size_t const before = l->lexer->lexemes.len;
	bool const named_before = before && after_preamble(&l->lexer->lexemes.at[before - 1]) &&
	                          UNIT_OF(unit->value) == REDLINE_PARAGRAPH_UNIT;
	bool const ordinal = is_unlabelled(UNIT_OF(unit->value));
	const char *label;
	uint32_t const suffix = ordinal ? 0 : lex_suffix(l->text, end, l->sentence.end, &label);
	int32_t const value = unit->value | (c.count > 1 ? UNIT_PLURAL : 0);
	struct lexeme const named = {LEX_UNIT, value, {at, end},
	                             (uint32_t)(unit - l->lexer->lang->rows)};
	if (suffix)
		numeral_join(&c.number[c.count - 1], l->arena, label);
	if (!ordinal && !named_before)
		lexing_push_at(l, named);
	for (unsigned i = 0; i < c.count; i++) {
		if (i)
			lexing_push_at(l, c.joint[i]);
		l->at = c.range[i].begin;
		if (ordinal)
			lexing_push(l, LEX_ORDINAL, 100 + small_number(c.number[i].part[0]),
			     c.range[i].end);
		else if (!lexing_push_numeral(l, &c.number[i], c.range[i].end))
			return false;
	}
	if (ordinal)
		lexing_push_at(l, named);
	l->at = end + suffix;
	return true;
}

bool lexing_annex(struct lexing *l)
{
	size_t const count = l->lexer->lexemes.len;
	const struct lexeme *last = count ? &l->lexer->lexemes.at[count - 1] : NULL;
	uint32_t end;
	if (!last || last->cls != LEX_UNIT ||
	    UNIT_OF(last->value) != REDLINE_ANNEX || last->range.end != l->at ||
	    l->lexer->numerals.len == NUMERALS_MAX)
		return false;
	struct numeral const n = lex_chinese_number(
		l->arena, l->text, (redline_range){l->at, l->sentence.end}, &end);
	return n.count > 0 && lexing_push_numeral(l, &n, end);
}

bool lexing_character(struct lexing *l)
{
	unsigned size;
	uint32_t const cp = utf8_at(l->text, l->at, &size);
	if (cp < 0x2E80 || !is_word_char(cp))
		return false;
	size_t const count = l->lexer->lexemes.len;
	struct lexeme *last = count ? &l->lexer->lexemes.at[count - 1] : NULL;
	if (last && last->cls == LEX_WORD && last->value == WORD_UNKNOWN &&
	    last->range.end == l->at && (unsigned char)l->text.ptr[l->at - 1] >= 0x80) {
		last->range.end += size;
		l->at += size;
	} else {
		lexing_push(l, LEX_WORD, WORD_UNKNOWN, l->at + size);
	}
	return true;
}
