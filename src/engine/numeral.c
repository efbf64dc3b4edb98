/*
 * numeral.c -- see numeral.h.
 *
 * Each part of a numeral is made canonical as it is read: digits of other
 * scripts become ASCII ones, the words for "bis" become it.  Nothing that is longer
 * than any label is read to its end.  Parts in parentheses are numeral_parens.c, Chinese
 * numbers numeral_chinese.c.
 */
#include "numeral_scan.h"

#include <string.h>

#include "lang/lang.h"
#include "listed.h"
#include "model/label.h"

#define LETTERED_LAST 'K' /* of the annexes whose items are called A.1, B.1 */

static bool word_follows(const struct numeral_scan *s, uint32_t at)
{
	unsigned size;
	return at < s->end && is_word_char(utf8_at(s->text, at, &size));
}

uint32_t lex_suffix(redline_bytes text, uint32_t at, uint32_t end, const char **label)
{
	redline_bytes const rest = bytes_in(text, (redline_range){at, end});
	if (rest.len && (unsigned char)rest.ptr[0] < 0x80 && !strchr("abqostABQOST", rest.ptr[0])) {
		*label = "";
		return 0; /* quickly told, as a rule */
	}
	for (const struct lang_suffix *x = lang_suffixes; x->written && rest.len; x++) {
		size_t const n = starts_with(rest, x->written);
		if (n == SIZE_MAX)
			continue;
		unsigned size;
		uint32_t const after = at + (uint32_t)n;
		bool const chinese = (unsigned char)x->written[0] >= 0xE3;
		if (!chinese && after < end && is_word_char(utf8_at(text, after, &size)))
			continue;
		/* German "5 bis 7" */
		uint32_t next = after;
		while (next < end && is_blank(text.ptr[next]))
			next++;
		if (next > after && next < end && is_digit(text.ptr[next]) && n == 3)
			continue;
		*label = x->label;
		return (uint32_t)n;
	}
	*label = "";
	return 0;
}

/* Where a bis would begin: a blank or some mark may stand before it. */
static uint32_t suffix_begin(const struct numeral_scan *s, uint32_t at)
{
	uint32_t const limit = s->end - at > 4 ? at + 4 : s->end;
	uint32_t i = at;
	while (i < limit && (is_blank(s->text.ptr[i]) || strchr("-.,*_(", s->text.ptr[i])))
		i++;
	if (i + 1 < s->end && (unsigned char)s->text.ptr[i] == 0xC2 &&
	    (unsigned char)s->text.ptr[i + 1] == 0xA0)
		i += 2;
	return i;
}

void numeral_join(struct numeral *n, struct arena *a, const char *label)
{
	redline_bytes *last = &n->part[n->count - 1];
	size_t const more = strlen(label);
	char *joined = arena_alloc(a, last->len + more);
	if (!joined)
		return;
	memcpy(joined, last->ptr, last->len);
	memcpy(joined + last->len, label, more);
	*last = (redline_bytes){joined, last->len + more};
}

void numeral_push(struct numeral_scan *s, redline_bytes core, redline_range source)
{
	s->too_deep |= s->out.count == NUMERAL_PARTS;
	if (s->too_deep)
		return;
	s->out.part[s->out.count] = core;
	s->out.source[s->out.count++] = source;
	s->at = source.end;
}

void numeral_add(struct numeral_scan *s, uint32_t begin, uint32_t core_end, bool with_suffix)
{
	uint32_t const suffix_at = suffix_begin(s, core_end);
	const char *label;
	uint32_t const suffix =
		with_suffix ? lex_suffix(s->text, suffix_at, s->end, &label) : 0;
	numeral_push(s, bytes_in(s->text, (redline_range){begin, core_end}),
	          (redline_range){begin, suffix ? suffix_at + suffix : core_end});
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
}

uint32_t numeral_arabic_length(const struct numeral_scan *s)
{
	uint32_t n = skip_digits(s, 0);
	for (;;) {
		char const c = char_at(s, n);
		if (n > CORE_MAX) {
			return 0;
		} else if ((c == '.' || c == '-') && is_digit(char_at(s, n + 1))) {
			n = skip_digits(s, n + 1);
		} else if (is_alpha(c) && !is_alpha(char_at(s, n + 1)) &&
		           !is_digit(char_at(s, n + 1))) {
			n++;
		} else if (c == '-' && is_lower(char_at(s, n + 1)) &&
		           !is_alpha(char_at(s, n + 2))) {
			n += 2;
		} else {
			return n;
		}
	}
}

/* "V", "iii", "E": a letter or a roman numeral where a unit's word stood. */
static uint32_t letters_length(const struct numeral_scan *s)
{
	uint32_t n = 0;
	bool word = false; /* French "il", "ci" */
	while (n <= CORE_MAX && is_roman_char(char_at(s, n))) {
		word |= char_at(s, n) == 'l' || char_at(s, n) == 'c';
		n++;
	}
	/* not the "d" of "d'application" */
	bool const elided = char_at(s, 1) == '\'' ||
	                    ((unsigned char)char_at(s, 1) == 0xE2 &&
	                     (unsigned char)char_at(s, 2) == 0x80 &&
	                     (unsigned char)char_at(s, 3) == 0x99);
	if (elided)
		return 0;
	if (n > 0 && n <= CORE_MAX && !is_alpha(char_at(s, n)) && (n == 1 || !word))
		return n;
	if (is_lower(char_at(s, 0)) && char_at(s, 1) == char_at(s, 0) && !is_alpha(char_at(s, 2)))
		return 2; /* "Doppelbuchstabe aa" */
	return is_alpha(char_at(s, 0)) && !is_alpha(char_at(s, 1)) ? 1 : 0;
}

static uint32_t unit_prefix(const struct numeral_scan *s, redline_unit *unit)
{
	char const a = char_at(s, 0), b = char_at(s, 1);
	uint32_t n = 0;
	if ((a == 'P' && b == 'P') || (a == 'O' && b == 'P')) {
		*unit = a == 'P' ? REDLINE_PREAMBULAR : REDLINE_OPERATIVE;
		n = 2;
		if (char_at(s, n) == ' ' || char_at(s, n) == '.')
			n++;
	} else if ((unsigned char)a == 0xC2 && ((unsigned char)b == 0xA7 || (unsigned char)b == 0xB6)) {
		*unit = (unsigned char)b == 0xA7 ? REDLINE_SECTION : REDLINE_PARAGRAPH_UNIT;
		n = 2;
		if (char_at(s, 2) == a && char_at(s, 3) == b) /* "§§" */
			n = 4;
		while (char_at(s, n) == ' ')
			n++;
		if ((unsigned char)char_at(s, n) == 0xC2 &&
		    (unsigned char)char_at(s, n + 1) == 0xA0)
			n += 2;
	}
	return n && is_digit(char_at(s, n)) ? n : 0;
}

void numeral_add_foreign(struct numeral_scan *s)
{
	char digits[CORE_MAX];
	size_t len = 0;
	uint32_t at = s->at;
	while (at < s->end && len < sizeof digits) {
		unsigned size;
		uint32_t const cp = utf8_at(s->text, at, &size);
		bool const inner = cp == '.' && at + 1 < s->end &&
		                   is_foreign_digit(utf8_at(s->text, at + 1, &(unsigned){0}));
		if (!is_foreign_digit(cp) && !inner)
			break;
		digits[len++] = inner ? '.' : ascii_digit(cp);
		at += size;
	}
	s->too_deep |= len == sizeof digits;
	uint32_t const suffix_at = suffix_begin(s, at);
	const char *label;
	uint32_t const suffix = lex_suffix(s->text, suffix_at, s->end, &label);
	numeral_push(s, arena_copy(s->arena, (redline_bytes){digits, len}),
	          (redline_range){s->at, suffix ? suffix_at + suffix : at});
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
}

/* "40b)", "a)", "40b)bis": the mark, and a bis right behind it. */
static void take_closing(struct numeral_scan *s, bool named)
{
	const char *label;
	if (!s->out.count || s->out.parens || char_at(s, 0) != ')')
		return;
	uint32_t const suffix = lex_suffix(s->text, s->at + 1, s->end, &label);
	if (!named && !suffix)
		return;
	s->at += 1 + suffix;
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
}

/* "1er", "1re", "2.o" with the sign of ordinals: the bytes behind the digits, or 0. */
static uint32_t ordinal_sign(const struct numeral_scan *s, uint32_t at, bool named)
{
	redline_bytes const rest = bytes_in(s->text, (redline_range){at, s->end});
	uint32_t const sign = label_ordinal_sign(rest, named);
	return sign && !word_follows(s, at + sign) ? sign : 0;
}

/* "1er", "2.o": a number that is written as an ordinal; its bis may stand behind. */
static bool add_signed(struct numeral_scan *s, bool named)
{
	uint32_t const n = skip_digits(s, 0);
	uint32_t const sign = n && n <= CORE_MAX ? ordinal_sign(s, s->at + n, named) : 0;
	if (!sign)
		return false;
	uint32_t const begin = s->at, behind = begin + n + sign;
	uint32_t const suffix_at = suffix_begin(s, behind);
	const char *label;
	uint32_t const suffix = lex_suffix(s->text, suffix_at, s->end, &label);
	numeral_push(s, bytes_in(s->text, (redline_range){begin, begin + n}),
	          (redline_range){begin, suffix ? suffix_at + suffix : behind});
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
	s->out.parens = !named; /* "au 1o du II": it names a place by itself */
	return true;
}

struct numeral lex_numeral(struct arena *a, redline_bytes text, redline_range within, bool named,
                           uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	s.out.unit = REDLINE_DOCUMENT;
	uint32_t const prefix = unit_prefix(&s, &s.out.unit);
	if (prefix == 0)
		s.out.unit = REDLINE_DOCUMENT;
	s.at += prefix;
	bool const half = numeral_half_parens_length(&s, s.at) > 0;
	if (is_digit(char_at(&s, 0)) && add_signed(&s, named || prefix)) {
		; /* with the sign of ordinals */
	} else if (is_digit(char_at(&s, 0))) {
		uint32_t const n = numeral_arabic_length(&s);
		const char *label;
		if (n && (!word_follows(&s, s.at + n) ||
		          lex_suffix(text, s.at + n, s.end, &label)))
			numeral_add(&s, s.at, s.at + n, true);
	} else if (s.at < s.end && is_foreign_digit(utf8_at(text, s.at, &(unsigned){0}))) {
		numeral_add_foreign(&s);
	} else if (char_at(&s, 0) == '(') {
		uint32_t const n = numeral_parens_length(&s, s.at);
		s.out.parens = n > 0 || numeral_add_wide(&s, s.at);
		/* numeral_add_nested takes it from here */
	} else if (numeral_paren_size(&s, s.at, '\0', "\xEF\xBC\x88")) {
		s.out.parens = numeral_add_wide(&s, s.at);
	} else if (half) {
		s.out.parens = !named;
	} else if (named) {
		uint32_t const n = letters_length(&s);
		if (n && !word_follows(&s, s.at + n))
			numeral_add(&s, s.at, s.at + n, true);
	}
	if (s.out.count || s.out.parens || half)
		numeral_add_nested(&s);
	take_closing(&s, named);
	if (s.too_deep)
		s.out.count = 0; /* not the place that its first parts name */
	*end = s.out.count ? s.at : within.begin;
	return s.out;
}

struct numeral lex_lettered_numeral(struct arena *a, redline_bytes text, redline_range within,
                                    uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	char const letter = char_at(&s, 0);
	*end = within.begin;
	s.out.unit = REDLINE_PARAGRAPH_UNIT;
	if (letter < 'A' || letter > LETTERED_LAST || char_at(&s, 1) != '.' ||
	    !is_digit(char_at(&s, 2)))
		return s.out;
	uint32_t n = skip_digits(&s, 2);
	while (n <= CORE_MAX && char_at(&s, n) == '.' && is_digit(char_at(&s, n + 1)))
		n = skip_digits(&s, n + 1);
	if (n > CORE_MAX || word_follows(&s, s.at + n) || char_at(&s, n) == '/')
		return s.out;
	numeral_add(&s, s.at, s.at + n, true);
	numeral_add_nested(&s);
	if (s.too_deep)
		s.out.count = 0;
	*end = s.out.count ? s.at : within.begin;
	return s.out;
}
