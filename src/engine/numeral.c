/*
 * numeral.c -- see numeral.h.
 *
 * Each part of a numeral is made canonical as it is read: digits of other
 * scripts become ASCII ones, the words for "bis" become it.  Nothing that is longer
 * than any label is read to its end.
 */
#include "numeral.h"

#include <stdio.h>
#include <string.h>

#include "base/bytes.h"
#include "lang/lang.h"
#include "listed.h"
#include "model/label.h"

#define CORE_MAX      60u /* bytes of one part; place.h keeps 64 */
#define LETTERED_LAST 'K' /* of the annexes whose items are called A.1, B.1 */

struct numeral_scan {
	struct arena *arena;
	redline_bytes text;
	uint32_t at, end;
	struct numeral out;
	bool too_deep; /* more parts than a numeral can hold */
};

static char char_at(const struct numeral_scan *s, uint32_t ahead)
{
	return s->at + ahead < s->end ? s->text.ptr[s->at + ahead] : '\0';
}

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

static uint32_t skip_blanks(const struct numeral_scan *s, uint32_t at)
{
	while (at < s->end && is_blank(s->text.ptr[at]))
		at++;
	return at;
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

static void push_part(struct numeral_scan *s, redline_bytes core, redline_range source)
{
	s->too_deep |= s->out.count == NUMERAL_PARTS;
	if (s->too_deep)
		return;
	s->out.part[s->out.count] = core;
	s->out.source[s->out.count++] = source;
	s->at = source.end;
}

/* The core [begin, core_end), with the bis after it, as one canonical part. */
static void add_part(struct numeral_scan *s, uint32_t begin, uint32_t core_end, bool with_suffix)
{
	uint32_t const suffix_at = suffix_begin(s, core_end);
	const char *label;
	uint32_t const suffix =
		with_suffix ? lex_suffix(s->text, suffix_at, s->end, &label) : 0;
	push_part(s, bytes_in(s->text, (redline_range){begin, core_end}),
	          (redline_range){begin, suffix ? suffix_at + suffix : core_end});
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
}

static uint32_t skip_digits(const struct numeral_scan *s, uint32_t n)
{
	while (n <= CORE_MAX && is_digit(char_at(s, n)))
		n++;
	return n;
}

/* "59", "4.2", "38-841.03", "9A", "47-1809.05a": how long?  0 if it is longer
 * than any label, which is found out without reading on. */
static uint32_t arabic_length(const struct numeral_scan *s)
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

/* One letter of another script: "(б)", "(أ)"; its bytes, or 0. */
static uint32_t foreign_letter(const struct numeral_scan *s, uint32_t open)
{
	unsigned size;
	if (open + 1 >= s->end)
		return 0;
	uint32_t const cp = utf8_at(s->text, open + 1, &size);
	bool const letter = cp >= 0x400 && cp < 0x700 && is_word_char(cp);
	if (bytes_start(bytes_in(s->text, (redline_range){open + 1 + size, s->end}),
	                BYTES("\xD9\x80"))) /* the stroke of "(هـ)" */
		size += 2;
	return letter && open + 1 + size < s->end && s->text.ptr[open + 1 + size] == ')' ? size
	                                                                                : 0;
}

/* "(b)", "(ii)", "(3A)", "(c-1)": the inside's length, or 0. */
static uint32_t parens_length(const struct numeral_scan *s, uint32_t open)
{
	uint32_t n = foreign_letter(s, open);
	if (n)
		return n;
	while (n < 12) {
		uint32_t const at = open + 1 + n;
		char const c = at < s->end ? s->text.ptr[at] : '\0';
		if (c == ')')
			break;
		if (!is_alpha(c) && !is_digit(c) && c != '-' && c != '.')
			return 0;
		n++;
	}
	if (n == 0 || n == 12)
		return 0;
	uint32_t letters = 0;
	for (uint32_t i = 0; i < n; i++)
		letters += is_alpha(s->text.ptr[open + 1 + i]);
	/* a word in parentheses is no label; "viii" and "aaaa" are */
	if (letters > 3)
		for (uint32_t i = 0; i < n; i++) {
			char const c = s->text.ptr[open + 1 + i];
			if (is_alpha(c) && !is_roman_char(c) && c != s->text.ptr[open + 1])
				return 0;
		}
	return n;
}

static unsigned chinese_number(redline_bytes text, uint32_t *at, uint32_t end);

/* "(" or the wide one: its bytes, or 0. */
static uint32_t paren_size(const struct numeral_scan *s, uint32_t at, char narrow, const char *wide)
{
	redline_bytes const rest = bytes_in(s->text, (redline_range){at, s->end});
	return rest.len && rest.ptr[0] == narrow ? 1 : bytes_start(rest, bytes_of(wide)) ? 3 : 0;
}

/* "（二）", "(二)", "（a）": what no "(b)" is. */
static bool add_wide(struct numeral_scan *s, uint32_t at)
{
	uint32_t const open = paren_size(s, at, '(', "\xEF\xBC\x88");
	uint32_t end = at + open;
	uint32_t const begin = end;
	if (!open)
		return false;
	unsigned const value = chinese_number(s->text, &end, s->end);
	char digits[8];
	int const len = snprintf(digits, sizeof digits, "%u", value % 1000);
	while (!value && open > 1 && end < s->end && end - begin < 4 &&
	       (is_digit(s->text.ptr[end]) || is_alpha(s->text.ptr[end])))
		end++;
	uint32_t const close = paren_size(s, end, ')', "\xEF\xBC\x89");
	if (!close || end == begin || value > 999)
		return false;
	push_part(s,
	          value ? arena_copy(s->arena, (redline_bytes){digits, (size_t)len})
	                : bytes_in(s->text, (redline_range){begin, end}),
	          (redline_range){begin, end});
	s->at = end + close;
	return true;
}

/* Is it a "(b)", as most are? */
static bool parens_follow(const struct numeral_scan *s, uint32_t at)
{
	return at < s->end && s->text.ptr[at] == '(' && parens_length(s, at) > 0;
}

/* "a)", "ii)": the length of what stands before the mark, or 0. */
static uint32_t half_parens_length(const struct numeral_scan *s, uint32_t at)
{
	uint32_t n = 0;
	bool roman = true;
	while (n < 5 && at + n < s->end && is_lower(s->text.ptr[at + n]))
		roman &= is_roman_char(s->text.ptr[at + n++]);
	if (n == 0 && at < s->end) { /* "б)" */
		unsigned size;
		uint32_t const cp = utf8_at(s->text, at, &size);
		n = cp >= 0x430 && cp < 0x450 ? size : 0;
		return n && at + n < s->end && s->text.ptr[at + n] == ')' ? n : 0;
	}
	bool const closed = at + n < s->end && s->text.ptr[at + n] == ')';
	return closed && (n == 1 || (n < 5 && roman)) ? n : 0;
}

/* Further parts: "(b)(ii)", "43 (b)", "40b)", "5 a) ii)", "A.1". */
static void add_nested(struct numeral_scan *s)
{
	while (!s->too_deep) {
		uint32_t const at = skip_blanks(s, s->at);
		if (!parens_follow(s, at) && add_wide(s, at))
			continue;
		uint32_t const open = at < s->end && s->text.ptr[at] == '(';
		uint32_t const inside = open ? parens_length(s, at)
		                             : half_parens_length(s, at);
		if (inside) {
			add_part(s, at + open, at + open + inside, false);
			s->at = at + open + inside + 1;
			uint32_t const suffix_at = skip_blanks(s, s->at);
			const char *label;
			uint32_t const suffix =
				lex_suffix(s->text, suffix_at, s->end, &label);
			if (suffix && s->out.count > 0 && !s->too_deep) {
				numeral_join(&s->out, s->arena, label);
				s->at = suffix_at + suffix;
			}
			continue;
		}
		if (char_at(s, 0) == '.' && is_digit(char_at(s, 1))) {
			s->at++;
			uint32_t const n = arabic_length(s);
			s->too_deep |= n == 0;
			add_part(s, s->at, s->at + n, true);
			continue;
		}
		return;
	}
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

/* ---- other scripts ---- */

static char ascii_digit(uint32_t cp)
{
	return (char)('0' + foreign_digit(cp));
}

/* "٥٩", "٤.٢": in ASCII digits. */
static void add_foreign(struct numeral_scan *s)
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
	push_part(s, arena_copy(s->arena, (redline_bytes){digits, len}),
	          (redline_range){s->at, suffix ? suffix_at + suffix : at});
	if (suffix && !s->too_deep)
		numeral_join(&s->out, s->arena, label);
}

/* A numeral character's worth: 1 to 9, 10, 100; 0 for one that is none (and for a
 * thousand, which is past what is read here); -1 for zero. */
static int chinese_worth(uint32_t cp)
{
	unsigned const digit = chinese_digit(cp), unit = chinese_unit(cp);
	if (digit == NO_DIGIT)
		return unit <= 100 ? (int)unit : 0;
	return digit ? (int)digit : -1;
}

/* "五", "十二", "一百零三": its value, up to 999; 0 if there is none. */
static unsigned chinese_number(redline_bytes text, uint32_t *at, uint32_t end)
{
	unsigned value = 0, digit = 0;
	while (*at < end) {
		unsigned size;
		int const worth = chinese_worth(utf8_at(text, *at, &size));
		if (!worth || value > 999)
			break;
		if (worth >= 10) {
			value += (digit ? digit : 1) * (unsigned)worth;
			digit = 0;
		} else if (worth > 0) {
			digit = (unsigned)worth;
		}
		*at += size;
	}
	return value + digit;
}

struct numeral lex_chinese_numeral(struct arena *a, redline_bytes text, redline_range within,
                                   uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	redline_bytes const rest = bytes_in(text, within);
	bool const marked = bytes_start(rest, BYTES("\xE7\xAC\xAC")); /* 第 */
	s.out.unit = REDLINE_DOCUMENT;
	s.at += marked ? 3 : 0;
	*end = within.begin;
	unsigned size;
	uint32_t at = s.at;
	if (at >= s.end)
		return s.out;
	if (marked && add_wide(&s, at)) {
		s.out.parens = true;
	} else if (is_digit(text.ptr[at])) {
		add_part(&s, at, at + skip_digits(&s, 0), true);
		add_nested(&s); /* "第5(a)段" */
	} else if (is_foreign_digit(utf8_at(text, at, &size))) {
		add_foreign(&s);
	} else if (marked) {
		unsigned const value = chinese_number(text, &at, s.end);
		char digits[8];
		int const len = snprintf(digits, sizeof digits, "%u", value);
		if (value && value < 1000)
			push_part(&s,
			          arena_copy(a, (redline_bytes){digits, (size_t)len}),
			          (redline_range){within.begin, at});
	}
	if (s.out.count)
		*end = s.at;
	return s.out;
}

struct numeral lex_chinese_number(struct arena *a, redline_bytes text, redline_range within,
                                  uint32_t *end)
{
	struct numeral_scan s = {.arena = a, .text = text, .at = within.begin, .end = within.end};
	uint32_t at = within.begin;
	unsigned const value = chinese_number(text, &at, within.end);
	char digits[8];
	int const len = snprintf(digits, sizeof digits, "%u", value % 1000);
	s.out.unit = REDLINE_DOCUMENT;
	if (value && value < 1000)
		push_part(&s, arena_copy(a, (redline_bytes){digits, (size_t)len}),
		          (redline_range){within.begin, at});
	*end = s.out.count ? at : within.begin;
	return s.out;
}

/* ---- one way of writing them all ---- */

/* Characters that stand between the parts of a label and say nothing: 第五条之二, هـ */
static bool is_label_filler(uint32_t cp)
{
	bool const mark = cp == 0x640 || (cp >= 0x64B && cp <= 0x652);
	bool const ordinal = cp == 0xB0 || cp == 0xBA || cp == 0xAA; /* "1.o" */
	return mark || ordinal || cp == 0x7B2C || label_counter_unit(cp) != REDLINE_LABEL_PLAIN;
}

size_t numeral_canonical(redline_bytes core, char *out, size_t size)
{
	size_t len = 0;
	uint32_t const end = (uint32_t)core.len;
	for (uint32_t at = 0; at < end && len + 12 < size;) {
		const char *label;
		unsigned width;
		uint32_t const cp = utf8_at(core, at, &width);
		uint32_t const suffix = at && cp >= 0x80 ? lex_suffix(core, at, end, &label) : 0;
		uint32_t next = at;
		unsigned const value = cp >= 0x3000 ? chinese_number(core, &next, end) : 0;
		if (suffix) {
			len += (size_t)snprintf(out + len, size - len, "%s", label);
			at += suffix;
		} else if (value) {
			len += (size_t)snprintf(out + len, size - len, "%u", value);
			at = next;
		} else if (is_foreign_digit(cp)) {
			out[len++] = ascii_digit(cp);
			at += width;
		} else {
			bool const alif = cp == 0x622 || cp == 0x623 || cp == 0x625 || cp == 0x671;
			if (!is_label_filler(cp))
				len += utf8_put(out + len, alif ? 0x627 : cp);
			at += width;
		}
	}
	return len;
}

bool numeral_is_letter(redline_bytes core)
{
	unsigned size;
	uint32_t const cp = core.len ? utf8_at(core, 0, &size) : 0;
	return cp && size == core.len &&
	       (is_alpha(core.ptr[0]) || (cp >= 0x410 && cp < 0x450 && cp != 0x439));
}

size_t numeral_twin(redline_bytes core, char *out)
{
	/* by their order, unless one looks like yet another letter: "с", "е", "В" */
	static const char *const pairs[] = {
		"а" "a", "б" "b", "в" "c", "г" "d", "д" "e", "ж" "g", "А" "A", "Б" "B", "Г" "D",
		"Ж" "G",
	};
	static const char *const back[] = {
		"a" "а", "b" "б", "d" "г", "f" "е", "g" "ж", "A" "А", "D" "Г", "F" "Е", "G" "Ж",
	};
	bool const ascii = core.len == 1;
	size_t const count = ascii ? sizeof back / sizeof *back : sizeof pairs / sizeof *pairs;
	const char *const *table = ascii ? back : pairs;
	for (size_t i = 0; i < count && (ascii || core.len == 2); i++)
		if (memcmp(table[i], core.ptr, core.len) == 0) {
			size_t const len = strlen(table[i]) - core.len;
			memcpy(out, table[i] + core.len, len);
			return len;
		}
	return 0;
}

/* ---- and back ---- */

enum numeral_script numeral_script_of(redline_bytes core)
{
	unsigned size;
	uint32_t const cp = core.len ? utf8_at(core, 0, &size) : 0;
	return cp >= 0x660 && cp <= 0x669   ? NUMERAL_ARABIC
	       : cp >= 0x6F0 && cp <= 0x6F9 ? NUMERAL_PERSIAN
	       : chinese_worth(cp)          ? NUMERAL_CHINESE
	                                    : NUMERAL_ASCII;
}

/* 12 is "十二", 103 "一百零三". */
static size_t write_chinese(unsigned value, char *out)
{
	unsigned const hundreds = value / 100, tens = value / 10 % 10, ones = value % 10;
	size_t len = 0;
	if (hundreds) {
		len += utf8_put(out + len, chinese_digit_char(hundreds));
		len += utf8_put(out + len, CHINESE_HUNDRED);
	}
	if (hundreds && !tens && ones)
		len += utf8_put(out + len, chinese_digit_char(0));
	if (tens) {
		if (tens > 1 || hundreds)
			len += utf8_put(out + len, chinese_digit_char(tens));
		len += utf8_put(out + len, CHINESE_TEN);
	}
	if (ones)
		len += utf8_put(out + len, chinese_digit_char(ones));
	return len;
}

size_t numeral_write(redline_bytes digits, enum numeral_script script, char *out, size_t size)
{
	unsigned value = 0;
	size_t len = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (!is_digit(digits.ptr[i]) || i == 3)
			return 0;
		value = value * 10 + (unsigned)(digits.ptr[i] - '0');
	}
	if (!value || size < 16)
		return 0;
	if (script == NUMERAL_CHINESE)
		return write_chinese(value, out);
	uint32_t const zero = script == NUMERAL_ARABIC    ? 0x660
	                      : script == NUMERAL_PERSIAN ? 0x6F0
	                                                  : '0';
	for (size_t i = 0; i < digits.len; i++)
		len += utf8_put(out + len, zero + (uint32_t)(digits.ptr[i] - '0'));
	return len;
}

/* ---- the whole ---- */

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
	push_part(s, bytes_in(s->text, (redline_range){begin, begin + n}),
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
	bool const half = half_parens_length(&s, s.at) > 0;
	if (is_digit(char_at(&s, 0)) && add_signed(&s, named || prefix)) {
		; /* with the sign of ordinals */
	} else if (is_digit(char_at(&s, 0))) {
		uint32_t const n = arabic_length(&s);
		const char *label;
		if (n && (!word_follows(&s, s.at + n) ||
		          lex_suffix(text, s.at + n, s.end, &label)))
			add_part(&s, s.at, s.at + n, true);
	} else if (s.at < s.end && is_foreign_digit(utf8_at(text, s.at, &(unsigned){0}))) {
		add_foreign(&s);
	} else if (char_at(&s, 0) == '(') {
		uint32_t const n = parens_length(&s, s.at);
		s.out.parens = n > 0 || add_wide(&s, s.at);
		/* add_nested takes it from here */
	} else if (paren_size(&s, s.at, '\0', "\xEF\xBC\x88")) {
		s.out.parens = add_wide(&s, s.at);
	} else if (half) {
		s.out.parens = !named;
	} else if (named) {
		uint32_t const n = letters_length(&s);
		if (n && !word_follows(&s, s.at + n))
			add_part(&s, s.at, s.at + n, true);
	}
	if (s.out.count || s.out.parens || half)
		add_nested(&s);
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
	add_part(&s, s.at, s.at + n, true);
	add_nested(&s);
	if (s.too_deep)
		s.out.count = 0;
	*end = s.out.count ? s.at : within.begin;
	return s.out;
}
