/*
 * Inside the reading of labels: what label.c, with the kinds of label, label_worded.c, with
 * those that begin with a unit's word, and label_numeral.c, with the numerals in them, share,
 * and nobody else uses.
 *
 * One cursor moves forward through a line.  A function that says false has read
 * nothing that counts; it may have moved the cursor, and its caller then gives
 * this reading of the label up.
 */
#ifndef RL_MODEL_LABELLING_H
#define RL_MODEL_LABELLING_H

#include "base/bytes.h"
#include "model/label.h"
#include "model/line.h"

#define WORD(literal) {literal, sizeof(literal) - 1} /* a redline_bytes in a table */

struct cursor {
	redline_bytes text;
	uint32_t at, end;
	char emphasis;      /* '*' or '_' round the label, still open; or 0 */
	uint8_t emphases;   /* how many */
	uint8_t brackets;   /* "[" before the label, still open */
	bool heading;
};

static inline char peek(const struct cursor *c, uint32_t ahead)
{
	return ahead < c->end - c->at ? c->text.ptr[c->at + ahead] : '\0';
}

static inline bool take(struct cursor *c, const char *literal)
{
	redline_bytes const word = bytes_of(literal);
	redline_bytes const left = {c->text.ptr + c->at, c->end - c->at};
	if (!bytes_start(left, word))
		return false;
	c->at += (uint32_t)word.len;
	return true;
}

static inline void skip_blanks(struct cursor *c)
{
	c->at = line_skip_blanks(c->text, c->at, c->end);
}

static inline bool at_blank_or_end(const struct cursor *c)
{
	return c->at >= c->end || line_blank_at(c->text, c->at, c->end) != 0;
}

static inline bool at_letter(const struct cursor *c)
{
	return is_alpha(peek(c, 0)) || ((unsigned char)peek(c, 0) & 0x80 && !at_blank_or_end(c));
}

static inline void set_only(struct ordinal *o, redline_numeral numeral)
{
	o->readings = (uint8_t)(1u << numeral);
}

static inline uint32_t roman_digit(char c)
{
	switch (to_lower(c)) {
	case 'i': return 1;
	case 'v': return 5;
	case 'x': return 10;
	case 'l': return 50;
	case 'c': return 100;
	default: return 0;
	}
}

/* ---- label.c ---- */

/* The emphasis that was opened before the label, if it closes here; and brackets. */
void label_close_emphasis(struct cursor *c);
void label_close_brackets(struct cursor *c);

/* Closes what stood round the label and sets `body`; false if text touches the label. */
bool label_end(struct cursor *c, struct label *out);

/* "." or ")" or ":" behind a numeral; true if there was one. */
bool label_take_dress(struct cursor *c, struct label *out, bool colon);

/* The sign of an ordinal, with no letter behind it.  Letters count only where a word says that
 * this is a provision. */
bool label_take_ordinal_sign(struct cursor *c, bool worded);

/* ---- label_worded.c ---- */

/* Does a unit's word begin there? */
bool label_is_unit_at(redline_bytes text, uint32_t at, uint32_t end);

/* Article 5, Art. 5 bis., § 38-841.03, Annex I, Part II, Schedule 2 */
bool label_scan_worded(struct cursor *c, struct label *out);

bool label_scan_chinese(struct cursor *c, struct label *out);

/* ---- label_numeral.c ---- */

/* Digits of ASCII, and Chinese numerals, alone: their value. */
bool label_read_digits(struct cursor *c, uint32_t *out);
bool label_read_chinese_number(struct cursor *c, uint32_t *out);

/* 59, 4.2.1, and with `hyphens` 38-841.03. */
bool label_read_number(struct cursor *c, struct ordinal *o, bool hyphens);

/* A number that is written with other characters than ASCII's. */
bool label_read_other_number(struct cursor *c, struct ordinal *o);

/*
 * One letter, the same letter twice or thrice, or a roman number.  Two
 * different letters ("ab") may number a list too, but are more often a word:
 * *weak says so.
 */
bool label_read_letters(struct cursor *c, struct ordinal *o, bool *weak);
bool label_read_arabic_letter(struct cursor *c, struct ordinal *o);
bool label_read_cyrillic_letter(struct cursor *c, struct ordinal *o);

/* " bis", "bis", "-ter", " alt 2": the suffix of what was read; else nothing is moved. */
bool label_read_bis(struct cursor *c, struct ordinal *o);

/* All that may be joined to a numeral; leaves the cursor behind it. */
void label_read_suffix(struct cursor *c, struct ordinal *o);

#endif
