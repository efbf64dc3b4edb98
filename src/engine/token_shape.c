/*
 * token_shape.c -- see token_shape.h.
 *
 * A word is taken in stretches of letters, digits and marks; between two of them
 * stands a joint, one character and perhaps one that can't be seen, and what is
 * looked at past the joint is one character.  Dates are tried after bare
 * numbers only, and look as far as two words and short white spaces.  So every
 * byte is looked at a bounded number of times.
 */
#include "engine/token_shape.h"

#include <unictype.h>

#include "engine/token_sign.h"
#include "lang/common.h"
#include "lang/dates.h"

#define GAP_MAX     40u /* bytes of white space in a date */
#define LETTERS_MAX 24u /* bytes of a word in a date */
#define NOTE_MAX    40u /* characters in "[^...]", marks aside */
#define GROUP_MAX   4u  /* characters in "(iii)" */

static bool ends(redline_bytes t, uint32_t at)
{
	return at >= t.len;
}

static char byte_at(redline_bytes t, uint32_t at)
{
	return ends(t, at) ? '\0' : t.ptr[at];
}

static inline unsigned traits_at(redline_bytes t, uint32_t at)
{
	unsigned char const c = (unsigned char)byte_at(t, at);
	if (c < 0x80)
		return ends(t, at) ? SIGN_SPACE : sign_ascii[c];
	return sign_at(t, at).traits;
}

/* ---- marks ---- */

/* Whether what was taken so far is as NFC would have it. */
struct composed {
	bool stable;
	bool marked; /* the last character was a mark */
};

static void note_sign(struct composed *c, unsigned traits)
{
	c->stable &= (traits & SIGN_STABLE) || ((traits & SIGN_ALONE) && !c->marked);
	c->marked = traits & SIGN_MARK;
}

static uint32_t skip_marks(redline_bytes t, uint32_t at, struct composed *c)
{
	while (!ends(t, at) && (unsigned char)t.ptr[at] >= 0x80) {
		struct sign const sign = sign_at(t, at);
		if (!(sign.traits & SIGN_MARK))
			break;
		note_sign(c, sign.traits);
		at += sign.size;
	}
	return at;
}

/* ---- words ---- */

struct word {
	struct composed composed;
	bool has_digit;
	bool is_symbol;    /* it has a slash or an "@" */
	bool near_digit;   /* the last character, marks aside, is a digit */
	uint32_t stretch;  /* letters and digits since the last joint */
};

/* Takes letters, digits and marks, as many as there are. */
static uint32_t take_stretch(redline_bytes t, uint32_t at, struct word *w)
{
	unsigned any = 0, last = 0;
	w->stretch = 0;
	while (!ends(t, at)) {
		unsigned char const c = (unsigned char)t.ptr[at];
		if (c < 0x80 && (sign_ascii[c] & SIGN_WORD)) {
			any |= last = sign_ascii[c];
			w->composed.marked = false;
			w->stretch++;
			at++;
			continue;
		}
		if (c < 0x80)
			break;
		struct sign const sign = sign_at(t, at);
		if (!(sign.traits & (SIGN_WORD | SIGN_MARK)))
			break;
		if (sign.traits & SIGN_WORD) {
			any |= last = sign.traits;
			w->stretch += !sign_is_jamo_end(sign.cp);
		}
		note_sign(&w->composed, sign.traits);
		at += sign.size;
	}
	w->near_digit = last & SIGN_DIGIT;
	w->has_digit |= (any & SIGN_DIGIT) != 0;
	return at;
}

/* The first byte of a joint, or of anything that is not ASCII? */
static bool may_join(char c)
{
	return (unsigned char)c >= 0x80 || c == '.' || c == ',' || c == '-' || c == '/' ||
	       c == '\'' || c == ':' || c == '_' || c == '@';
}

/* Does the mark join the word before it to the character after it? */
static bool joins(uint32_t mark, const struct word *w, unsigned far)
{
	switch (mark) {
	case '\'':
	case '-':
	case '_':
	case '@':
	case '/':
	case 0x2019:
	case 0x2010:
	case 0x2011:
		return true;
	case '.':
		return w->near_digit || (far & SIGN_DIGIT) || w->stretch == 1 || w->is_symbol;
	case ',':
	case ':':
	case 0x66B: /* the Arabic decimal point and thousands separator */
	case 0x66C:
		return w->near_digit && (far & SIGN_DIGIT);
	default:
		return false;
	}
}

/* Behind blanks and at most one line end; `at` itself if there are none. */
static uint32_t past_line_end(redline_bytes t, uint32_t at)
{
	uint32_t next = at;
	bool line_end = false;
	while (next - at < GAP_MAX) {
		char const c = byte_at(t, next);
		if (!is_blank(c) && !(c == '\n' && !line_end) && !(c == '\r' && byte_at(t, next + 1) == '\n'))
			break;
		line_end |= c == '\n';
		next++;
	}
	return next;
}

/* "short- and long-term" */
static bool is_suspended(redline_bytes t, uint32_t at)
{
	uint32_t end = at;
	while (end - at < LETTERS_MAX && (is_alpha(byte_at(t, end)) || byte_at(t, end) & 0x80))
		end++;
	return common_number_joint(bytes_in(t, (redline_range){at, end}));
}

/*
 * A word goes on behind a hyphen or a slash at the end of a line: there is no other
 * place where a text may be wrapped without a blank.  So that wrapping it at a blank
 * that stands there is no change either, the word goes on behind that, too.
 */
static uint32_t wrapped_joint_at(redline_bytes t, uint32_t at, struct sign mark, struct word *w)
{
	bool const wraps = mark.cp == '-' || mark.cp == '/' || mark.cp == 0x2010;
	uint32_t const next = wraps ? past_line_end(t, at + mark.size) : 0;
	bool const hyphen = mark.cp != '/';
	if (next <= at + mark.size || !(traits_at(t, next) & SIGN_WORD) || (hyphen && is_suspended(t, next)))
		return 0;
	w->is_symbol |= mark.cp == '/';
	w->composed = (struct composed){.stable = false}; /* the white space is folded */
	return next - at;
}

/* Bytes of the joint at `at`, after which the word goes on; 0 if it doesn't. */
static uint32_t joint_at(redline_bytes t, uint32_t at, struct word *w)
{
	if (ends(t, at) || !may_join(t.ptr[at]))
		return 0;
	struct sign const mark = sign_at(t, at);
	uint32_t next = at + mark.size;
	uint32_t const wrapped = wrapped_joint_at(t, at, mark, w);
	if (wrapped)
		return wrapped;
	unsigned far = traits_at(t, next);
	bool const hidden = mark.traits & SIGN_HIDDEN;
	if (!hidden && (far & SIGN_HIDDEN)) {
		next += sign_at(t, next).size;
		far = traits_at(t, next);
	}
	if (!(far & SIGN_WORD) || !(hidden || joins(mark.cp, w, far)))
		return 0;
	w->is_symbol |= mark.cp == '/' || mark.cp == '@';
	w->composed.marked = false;
	return next - at;
}

/* Bytes of "(a)" or "(iii)" at `at`, or 0. */
static uint32_t group_at(redline_bytes t, uint32_t at)
{
	if (byte_at(t, at) != '(')
		return 0;
	uint32_t n = 1;
	while (n <= GROUP_MAX && (is_alpha(byte_at(t, at + n)) || is_digit(byte_at(t, at + n))))
		n++;
	return n > 1 && byte_at(t, at + n) == ')' ? n + 1 : 0;
}

/* The end of the word that begins at `at` with a letter or digit. */
static uint32_t take_word(redline_bytes t, uint32_t at, struct word *w)
{
	*w = (struct word){.composed = {.stable = true}};
	for (uint32_t joint = 1; joint; at += joint) {
		at = take_stretch(t, at, w);
		joint = joint_at(t, at, w);
	}
	for (uint32_t group = 1; group && w->has_digit; at += group)
		group = group_at(t, at);
	return skip_marks(t, at, &w->composed);
}

/* ---- white space ---- */

/*
 * Is the ">" at `at` the first of its line, but for others?  What was seen to be
 * white space is not gone through again.
 */
static bool starts_line(const struct shape_source *s, uint32_t at)
{
	while (at > s->begin && is_blank(s->text.ptr[at - 1]))
		at--;
	if (at > s->begin && at == s->quote_end)
		return true;
	return at == 0 || s->text.ptr[at - 1] == '\n' || s->text.ptr[at - 1] == '\r';
}

uint32_t shape_skip_space(struct shape_source *s, uint32_t at)
{
	while (!ends(s->text, at)) {
		char const c = s->text.ptr[at];
		if (is_space(c)) {
			at++;
		} else if (c == '>' && s->quoted && !(traits_at(s->text, at + 1) & SIGN_MARK) &&
		           starts_line(s, at)) {
			at++;
			s->quote_end = at;
		} else if ((unsigned char)c >= 0x80) {
			struct sign const sign = sign_at(s->text, at);
			if (!(sign.traits & SIGN_SPACE))
				break;
			at += sign.size;
		} else {
			break;
		}
	}
	return at;
}

/* The end of the white space at `at` if it can stand in a date, else 0. */
static uint32_t gap_at(const struct shape_source *s, uint32_t at)
{
	uint32_t const begin = at;
	unsigned lines = 0;
	while (!ends(s->text, at) && at - begin <= GAP_MAX) {
		struct sign const sign = sign_at(s->text, at);
		bool const mark = sign.cp == '>' && s->quoted && lines > 0 &&
		                  !(traits_at(s->text, at + 1) & SIGN_MARK);
		if (!(sign.traits & SIGN_SPACE) && !mark)
			break;
		lines += sign.cp == '\n' || (sign.cp == '\r' && byte_at(s->text, at + 1) != '\n');
		at += sign.size;
	}
	return at > begin && at - begin <= GAP_MAX && lines < 2 ? at : 0;
}

/* ---- dates ---- */

static bool all_digits(redline_bytes b)
{
	for (size_t i = 0; i < b.len; i++)
		if (!is_digit(b.ptr[i]))
			return false;
	return true;
}

/* The end of a year's four digits at `at`, or 0. */
static uint32_t year_at(redline_bytes t, uint32_t at)
{
	struct word w;
	if (!is_digit(byte_at(t, at)))
		return 0;
	redline_range const word = {at, take_word(t, at, &w)};
	return range_len(word) == 4 && all_digits(bytes_in(t, word)) ? word.end : 0;
}

/* The letters at `at`; if there are more than a date's words have, they are cut. */
static redline_range letters_at(redline_bytes t, uint32_t at)
{
	redline_range letters = {at, at};
	while (range_len(letters) < LETTERS_MAX && !ends(t, letters.end)) {
		struct sign const sign = sign_at(t, letters.end);
		if (!(sign.traits & (SIGN_LETTER | SIGN_MARK)))
			break;
		letters.end += sign.size;
	}
	return letters;
}

/* The end of white space at `at`, and of "de" and white space again if that follows; or 0. */
static uint32_t link_at(const struct shape_source *s, uint32_t at)
{
	uint32_t const gap = gap_at(s, at);
	if (!gap || !is_alpha(byte_at(s->text, gap)))
		return gap;
	redline_range const word = letters_at(s->text, gap);
	return date_links(bytes_in(s->text, word)) ? gap_at(s, word.end) : gap;
}

/*
 * "18 November 2020", "18 de noviembre de 2020": its end if a day ends at `at`, or
 * 0.  Numbers are many and years few, so the month's name is looked up last.
 */
static uint32_t date_after_day(const struct shape_source *s, uint32_t at)
{
	uint32_t const month_begin = link_at(s, at);
	if (!month_begin)
		return 0;
	redline_range const month = letters_at(s->text, month_begin);
	uint32_t const comma = byte_at(s->text, month.end) == ',';
	uint32_t const year = range_len(month) ? link_at(s, month.end + comma) : 0;
	uint32_t const end = year ? year_at(s->text, year) : 0;
	return end && date_is_month(bytes_in(s->text, month)) ? end : 0;
}

/* "November 18, 2020": its end if the day ends at `at` and a month is before it, or 0. */
static uint32_t date_after_month(const struct shape_source *s, redline_range before,
                                 redline_range day)
{
	if (byte_at(s->text, day.end) != ',' || range_len(before) == 0 ||
	    gap_at(s, before.end) != day.begin || !date_is_month(bytes_in(s->text, before)))
		return 0;
	uint32_t const year = gap_at(s, day.end + 1);
	return year ? year_at(s->text, year) : 0;
}

/* One or two digits and a character of three bytes; 0 if they aren't there. */
static uint32_t figure_at(redline_bytes t, uint32_t at, const char *unit)
{
	uint32_t n = 0;
	while (n < 2 && is_digit(byte_at(t, at + n)))
		n++;
	redline_range const sign = {at + n, at + n + 3};
	bool const there = n > 0 && sign.end <= t.len &&
	                   bytes_equal(bytes_in(t, sign), (redline_bytes){unit, 3});
	return there ? sign.end : 0;
}

/* The end of the date in Han script whose year, four digits, ends at `at`; or 0. */
static uint32_t date_after_year(redline_bytes t, uint32_t at)
{
	redline_range const sign = {at, at + 3};
	if (sign.end > t.len || !bytes_equal(bytes_in(t, sign), BYTES("\u5E74")))
		return 0;
	uint32_t const month = figure_at(t, sign.end, "\u6708");
	uint32_t const day = month ? figure_at(t, month, "\u65E5") : 0;
	return traits_at(t, day) & SIGN_MARK ? 0 : day; /* a mark stays with its base */
}

/* A day: one or two digits, alone or with "st", "er". */
static bool is_day(redline_bytes word)
{
	size_t const n = word.len > 1 && is_digit(word.ptr[1]) ? 2 : 1;
	redline_bytes const rest = {word.ptr + n, word.len - n};
	return word.len <= 4 && is_digit(word.ptr[0]) && (rest.len == 0 || date_ends_day(rest));
}

/* If the number found belongs to a date, the date. */
static void grow_to_date(const struct shape_source *s, redline_range before, struct shape *shape)
{
	redline_range const number = shape->range;
	redline_bytes const digits = bytes_in(s->text, number);
	if (digits.len == 4 && all_digits(digits)) {
		uint32_t const end = date_after_year(s->text, number.end);
		shape->range.end = end ? end : number.end;
		return;
	}
	if (!is_day(digits))
		return;
	/* German writes a full stop */
	uint32_t const stop = byte_at(s->text, number.end) == '.' && digits.len < 3;
	uint32_t end = date_after_day(s, number.end + stop);
	if (!end && (end = date_after_month(s, before, number)) != 0)
		shape->range.begin = before.begin;
	if (!end)
		return;
	shape->range.end = end;
	shape->stable = false; /* its white space must be folded */
}

/* ---- what is no word ---- */

/* The end of "[^...]" at `at`, or 0. */
static uint32_t note_at(redline_bytes t, uint32_t at)
{
	uint32_t const begin = at + 2;
	if (byte_at(t, at + 1) != '^')
		return 0;
	at = begin;
	for (unsigned count = 0; count < NOTE_MAX && !ends(t, at);) {
		struct sign const sign = sign_at(t, at);
		if (sign.cp == ']')
			return at > begin ? at + 1 : 0;
		if (is_space(t.ptr[at]) || sign.cp == '[')
			return 0;
		count += !(sign.traits & SIGN_MARK) && !sign_is_jamo_end(sign.cp);
		at += sign.size;
	}
	return 0;
}

/* One character, with marks; an emoji with what is tied to it by zero-width joiners. */
static uint32_t take_symbol(redline_bytes t, uint32_t at, struct sign sign, struct composed *c)
{
	for (;;) {
		note_sign(c, sign.traits);
		uint32_t const marks = at + sign.size;
		at = skip_marks(t, marks, c);
		if (at - marks < 3 || ends(t, at) || memcmp(t.ptr + at - 3, "\u200D", 3) != 0)
			return at;
		struct sign const next = sign_at(t, at);
		if (!uc_is_property_extended_pictographic(sign.cp) ||
		    !uc_is_property_extended_pictographic(next.cp))
			return at;
		sign = next;
	}
}

/* Brackets, quotation marks and a table's bars count one by one. */
static bool makes_runs(uint32_t cp)
{
	if (cp < 0x80)
		return !strchr("()[]{}\"'|", (int)cp);
	return !uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pe |
	                                                 UC_CATEGORY_MASK_Pi |
	                                                 UC_CATEGORY_MASK_Pf) &&
	       cp != 0xFF02 && cp != 0xFF07;
}

/* A run of one character with the same marks each time; two letters of a flag. */
static uint32_t take_symbols(redline_bytes t, uint32_t begin, struct sign first,
                             struct composed *c)
{
	uint32_t at = take_symbol(t, begin, first, c);
	uint32_t const size = at - begin;
	if (ends(t, at))
		return at;
	struct sign const next = sign_at(t, at);
	if (sign_is_flag(first.cp))
		return sign_is_flag(next.cp) ? take_symbol(t, at, next, c) : at;
	while (!ends(t, at) && sign_at(t, at).cp == first.cp && makes_runs(first.cp)) {
		uint32_t const end = take_symbol(t, at, first, c);
		if (end - at != size || memcmp(t.ptr + at, t.ptr + begin, size) != 0)
			break;
		at = end;
	}
	return at;
}

/* One character of a script without spaces; katakana as many as there are. */
static uint32_t take_unspaced(redline_bytes t, uint32_t at, struct sign sign, struct composed *c)
{
	bool const katakana = sign.traits & SIGN_KATAKANA;
	note_sign(c, sign.traits);
	at = skip_marks(t, at + sign.size, c);
	while (katakana && !ends(t, at)) {
		sign = sign_at(t, at);
		if (!(sign.traits & SIGN_KATAKANA))
			break;
		note_sign(c, sign.traits);
		at = skip_marks(t, at + sign.size, c);
	}
	return at;
}

/* ---- any token ---- */

/* The text up to where a token that begins at `at` must end, no character cut in two. */
static redline_bytes token_room(redline_bytes t, uint32_t at)
{
	if (t.len - at <= TOKEN_MAX)
		return t;
	size_t end = at + TOKEN_MAX;
	for (unsigned i = 0; i < 3 && ((unsigned char)t.ptr[end] & 0xC0) == 0x80; i++)
		end--;
	return (redline_bytes){t.ptr, end};
}

static void find_note_or_symbol(redline_bytes t, uint32_t at, struct sign first,
                                struct shape *shape, struct composed *c)
{
	uint32_t const note = byte_at(t, at) == '[' ? note_at(t, at) : 0;
	shape->kind = note ? TOKEN_NOTE : TOKEN_PUNCTUATION;
	if (note)
		c->stable = false; /* it may hold anything */
	shape->range.end = note ? skip_marks(t, note, c) : take_symbols(t, at, first, c);
}

struct shape shape_at(const struct shape_source *s, uint32_t at, redline_range before)
{
	redline_bytes const t = token_room(s->text, at);
	struct shape shape = {.range = {at, at}};
	struct word w;
	struct composed *c = &w.composed;
	*c = (struct composed){.stable = true};
	struct sign const first = sign_at(t, at);
	if (first.traits & SIGN_WORD) {
		shape.range.end = take_word(t, at, &w);
		shape.kind = w.has_digit ? TOKEN_NUMBER : TOKEN_WORD;
	} else if (first.traits & SIGN_UNSPACED) {
		shape.range.end = take_unspaced(t, at, first, c);
		shape.kind = TOKEN_CHARACTER;
	} else if (first.traits & SIGN_MARK) { /* of nothing: it stands at the very start */
		shape.range.end = skip_marks(t, at, c);
		shape.kind = is_word_char(first.cp) ? TOKEN_WORD : TOKEN_PUNCTUATION;
	} else {
		find_note_or_symbol(t, at, first, &shape, c);
	}
	shape.stable = c->stable;
	if (shape.kind == TOKEN_NUMBER)
		grow_to_date(s, before, &shape);
	return shape;
}
