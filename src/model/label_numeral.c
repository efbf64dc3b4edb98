/*
 * label_numeral.c -- the numerals of labels: arabic, letters, roman, Chinese and
 * others, and what may be joined to them (bis, -1, A).  See labelling.h.
 *
 * All the readings that a numeral has go into its ordinal; which of them holds is
 * settled by the sequence that it stands in.
 */
#include "model/labelling.h"

#include "base/digits.h"

#define DIGITS_MAX  6    /* of one number */
#define LETTERS_MAX 8    /* of one roman number: lxxxviii */
#define ROMAN_MAX   399u

bool label_read_digits(struct cursor *c, uint32_t *out)
{
	uint32_t value = 0, n = 0;
	for (; is_digit(peek(c, n)); n++) {
		if (n == DIGITS_MAX)
			return false;
		value = value * 10 + (uint32_t)(peek(c, n) - '0');
	}
	c->at += n;
	*out = value;
	return n > 0;
}

/* 59, 4.2.1, and with `hyphens` 38-841.03. */
bool label_read_number(struct cursor *c, struct ordinal *o, bool hyphens)
{
	set_only(o, REDLINE_ARABIC);
	for (o->width = 0; o->width < LABEL_PARTS;) {
		if (!label_read_digits(c, &o->part[o->width++]))
			return false;
		bool const more = peek(c, 0) == '.' || (hyphens && peek(c, 0) == '-');
		if (!more || !is_digit(peek(c, 1)))
			return true;
		c->at++;
	}
	return false;
}

/* Writes `value` as people do; returns the length. */
static size_t roman_spell(uint32_t value, char out[24])
{
	static const struct { uint32_t value; const char *spelling; } steps[] = {
		{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
		{9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	};
	size_t n = 0;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		for (; value >= steps[i].value; value -= steps[i].value) {
			for (const char *s = steps[i].spelling; *s; s++)
				out[n++] = *s;
		}
	}
	return n;
}

/* The value of a roman number well formed, else 0. */
static uint32_t roman_value(redline_bytes word)
{
	uint32_t value = 0;
	for (size_t i = 0; i < word.len; i++) {
		uint32_t const here = roman_digit(word.ptr[i]);
		uint32_t const after = i + 1 < word.len ? roman_digit(word.ptr[i + 1]) : 0;
		if (!here)
			return 0;
		value = here < after ? value - here : value + here;
	}
	char spelled[24];
	if (!value || value > ROMAN_MAX || roman_spell(value, spelled) != word.len)
		return 0;
	return bytes_equal_nocase(word, (redline_bytes){spelled, word.len}) ? value : 0;
}

/* a 1, z 26; aa 27, bb 28, ab 28; 0 for what no list is numbered with. */
static uint32_t letter_value(redline_bytes word)
{
	uint32_t const a = (uint32_t)(to_lower(word.ptr[0]) - 'a') + 1;
	if (word.len == 1)
		return a;
	uint32_t const b = (uint32_t)(to_lower(word.ptr[1]) - 'a') + 1;
	if (a == b && (word.len == 2 || (word.len == 3 && word.ptr[2] == word.ptr[1])))
		return 26 * (uint32_t)(word.len - 1) + a;
	return word.len == 2 ? 26 * a + b : 0;
}

/*
 * One letter, the same letter twice or thrice, or a roman number.  Two
 * different letters ("ab") may number a list too, but are more often a word:
 * *weak says so.
 */
bool label_read_letters(struct cursor *c, struct ordinal *o, bool *weak)
{
	bool const upper = is_upper(peek(c, 0));
	uint32_t n = 0;
	while (n <= LETTERS_MAX && (upper ? is_upper(peek(c, n)) : is_lower(peek(c, n))))
		n++;
	if (!n || n > LETTERS_MAX || is_alpha(peek(c, n)))
		return false;
	redline_bytes const word = {c->text.ptr + c->at, n};
	o->roman = roman_value(word);
	o->letter = letter_value(word);
	bool const mixed = n == 2 && word.ptr[0] != word.ptr[1];
	if (mixed && o->roman)
		o->letter = 0;
	*weak = mixed && !o->roman;
	if (o->letter)
		o->readings |= (uint8_t)(1u << (upper ? REDLINE_UPPER_ALPHA : REDLINE_LOWER_ALPHA));
	if (o->roman)
		o->readings |= (uint8_t)(1u << (upper ? REDLINE_UPPER_ROMAN : REDLINE_LOWER_ROMAN));
	o->width = (uint8_t)n;
	c->at += n;
	return o->readings != 0;
}

#define CHINESE_PAIR 0x4E24u /* the other two, of things that are counted */

bool label_read_chinese_number(struct cursor *c, uint32_t *out)
{
	uint32_t total = 0, pending = 0, n = 0;
	for (; c->at < c->end && n < 12; n++) {
		unsigned size;
		uint32_t const cp = utf8_at(c->text, c->at, &size);
		unsigned const digit = cp == CHINESE_PAIR ? 2 : chinese_digit(cp);
		unsigned const unit = chinese_unit(cp);
		if (!unit && digit == NO_DIGIT)
			break;
		if (unit) {
			total += (pending ? pending : 1) * unit;
			pending = 0;
		} else {
			pending = digit;
		}
		c->at += size;
	}
	*out = total + pending;
	return n > 0 && *out > 0;
}

static bool read_foreign_digits(struct cursor *c, uint32_t *out)
{
	uint32_t value = 0, n = 0;
	for (; c->at < c->end && n < DIGITS_MAX; n++) {
		unsigned size;
		uint32_t const digit = foreign_digit(utf8_at(c->text, c->at, &size));
		if (digit == NO_DIGIT)
			break;
		value = value * 10 + digit;
		c->at += size;
	}
	*out = value;
	return n > 0;
}

/* A number that is written with other characters than ASCII's. */
bool label_read_other_number(struct cursor *c, struct ordinal *o)
{
	if ((unsigned char)peek(c, 0) < 0x80)
		return false;
	set_only(o, REDLINE_ARABIC);
	o->width = 1;
	return read_foreign_digits(c, &o->part[0]) || label_read_chinese_number(c, &o->part[0]);
}

/* Which letter of an alphabet it is, from 1; 0 if it is none. */
static uint32_t letter_in(const uint16_t *order, size_t count, uint32_t cp)
{
	for (size_t i = 0; i < count; i++)
		if (order[i] == cp)
			return (uint32_t)i + 1;
	return 0;
}

/* The letters of Arabic in the order that lists have them: alif, ba, jim, dal, ha, ... */
static uint32_t arabic_letter(uint32_t cp)
{
	static const uint16_t order[] = {
		0x623, 0x628, 0x62C, 0x62F, 0x647, 0x648, 0x632, 0x62D, 0x637, 0x64A,
		0x643, 0x644, 0x645, 0x646, 0x633, 0x639, 0x641, 0x635, 0x642, 0x631,
		0x634, 0x62A, 0x62B, 0x62E, 0x630, 0x636, 0x638, 0x63A,
	};
	if (cp == 0x627) /* without its hamza */
		return 1;
	return letter_in(order, sizeof order / sizeof *order, cp);
}

bool label_read_arabic_letter(struct cursor *c, struct ordinal *o)
{
	unsigned size;
	if ((unsigned char)peek(c, 0) < 0xD8)
		return false;
	o->letter = arabic_letter(utf8_at(c->text, c->at, &size));
	if (!o->letter)
		return false;
	c->at += size;
	(void)take(c, "\xD9\x80"); /* the stroke of "(he)" */
	o->readings |= 1u << REDLINE_LOWER_ALPHA;
	o->width = 1;
	return true;
}

/* The letters of Cyrillic in the order that lists have them: without those that never
 * number anything (yo, short i, the hard and soft sign, yery). */
static uint32_t cyrillic_letter(uint32_t cp)
{
	static const uint16_t order[] = {
		0x430, 0x431, 0x432, 0x433, 0x434, 0x435, 0x436, 0x437, 0x438, 0x43A,
		0x43B, 0x43C, 0x43D, 0x43E, 0x43F, 0x440, 0x441, 0x442, 0x443, 0x444,
		0x445, 0x446, 0x447, 0x448, 0x449, 0x44D, 0x44E, 0x44F,
	};
	bool const capital = cp >= 0x410 && cp < 0x430;
	return letter_in(order, sizeof order / sizeof *order, capital ? cp + 0x20 : cp);
}

bool label_read_cyrillic_letter(struct cursor *c, struct ordinal *o)
{
	unsigned size;
	unsigned char const lead = (unsigned char)peek(c, 0);
	uint32_t const cp = lead == 0xD0 || lead == 0xD1 ? utf8_at(c->text, c->at, &size) : 0;
	o->letter = cp ? cyrillic_letter(cp) : 0;
	if (!o->letter)
		return false;
	bool const upper = cp < 0x430;
	c->at += size;
	o->readings |= (uint8_t)(1u << (upper ? REDLINE_UPPER_ALPHA : REDLINE_LOWER_ALPHA));
	o->width = 1;
	return true;
}

/* ---- what is joined to a numeral ---- */

static uint32_t hash_suffix(redline_bytes text, uint32_t begin, uint32_t end)
{
	uint32_t h = 2166136261u;
	for (uint32_t i = begin; i < end; i++) {
		char const c = text.ptr[i];
		if (is_word_byte(c))
			h = (h ^ (unsigned char)to_lower(c)) * 16777619u;
	}
	return h ? h : 1;
}

#define MUKARRARAN "\xD9\x85\xD9\x83\xD8\xB1\xD8\xB1\xD8\xA7"

/* Mukarrar, "bis", and mukarrar thaniyan, "ter", with or without the ending's mark. */
static uint32_t mukarrar_length(const struct cursor *c, uint32_t ahead)
{
	static const char *const parts[] = {
		"\xD9\x85\xD9\x83\xD8\xB1\xD8\xB1", "\xD8\xA7", "\xD9\x8B", " ",
		"\xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7", "\xD9\x8B",
	};
	struct cursor here = *c;
	here.at += ahead < c->end - c->at ? ahead : c->end - c->at;
	uint32_t const begin = here.at;
	if (!take(&here, parts[0]))
		return 0;
	(void)take(&here, parts[1]);
	(void)take(&here, parts[2]);
	struct cursor more = here;
	if (take(&more, parts[3]) && take(&more, parts[4])) {
		(void)take(&more, parts[5]);
		here = more;
	}
	return at_letter(&here) ? 0 : here.at - begin;
}

const struct label_bis label_bis[LABEL_BIS_COUNT] = {
	{"bis", "\xE4\xB9\x8B\xE4\xBA\x8C", MUKARRARAN, "\xD0\xB1\xD0\xB8\xD1\x81"},
	{"ter", "\xE4\xB9\x8B\xE4\xB8\x89", MUKARRARAN " \xD8\xAB\xD8\xA7\xD9\x86\xD9\x8A\xD8\xA7",
	 "\xD1\x82\xD0\xB5\xD1\x80"},
	{"quater", "\xE4\xB9\x8B\xE5\x9B\x9B", MUKARRARAN " \xD8\xAB\xD8\xA7\xD9\x84\xD8\xAB\xD8\xA7",
	 "\xD0\xBA\xD0\xB2\xD0\xB0\xD1\x82\xD0\xB5\xD1\x80"},
	{"quinquies", "\xE4\xB9\x8B\xE4\xBA\x94", NULL, NULL},
	{"sexies", "\xE4\xB9\x8B\xE5\x85\xAD", NULL, NULL},
	{"septies", "\xE4\xB9\x8B\xE4\xB8\x83", NULL, NULL},
	{"octies", "\xE4\xB9\x8B\xE5\x85\xAB", NULL, NULL},
};

/* Bytes of the word at `at`, if no letter follows. */
static uint32_t whole_word(const struct cursor *c, uint32_t at, const char *word)
{
	struct cursor here = *c;
	here.at = at;
	return word && take(&here, word) && !at_letter(&here) ? here.at - at : 0;
}

/* Mukarrar, and the Russian and Chinese ones. */
static uint32_t foreign_bis_length(const struct cursor *c, uint32_t ahead)
{
	uint32_t const mukarrar = mukarrar_length(c, ahead);
	if (mukarrar)
		return mukarrar;
	uint32_t const at = c->at + (ahead < c->end - c->at ? ahead : c->end - c->at);
	for (size_t i = 0; i < LABEL_BIS_COUNT; i++) {
		uint32_t const russian = whole_word(c, at, label_bis[i].russian);
		uint32_t const length = russian ? russian : whole_word(c, at, label_bis[i].chinese);
		if (length)
			return length;
	}
	return 0;
}

/* "bis", "ter", "alt.": how many bytes at `ahead`, 0 if there is none. */
static uint32_t bis_length(const struct cursor *c, uint32_t ahead)
{
	static const redline_bytes words[] = {
		WORD("bis"), WORD("ter"), WORD("quater"), WORD("quinquies"), WORD("sexies"),
		WORD("septies"), WORD("octies"), WORD("novies"), WORD("decies"), WORD("undecies"),
		WORD("duodecies"), WORD("quat"), WORD("quin"), WORD("alt"),
	};
	uint32_t n = 0;
	while (n < 10 && is_alpha(peek(c, ahead + n)))
		n++;
	if (n < 3)
		return n == 0 ? foreign_bis_length(c, ahead) : 0;
	redline_bytes const word = {c->text.ptr + c->at + ahead, n};
	char const first = to_lower(word.ptr[0]);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (words[i].len == n && words[i].ptr[0] == first &&
		    bytes_equal_nocase(word, words[i]))
			return n;
	}
	return 0;
}

/* " bis", "bis", "-ter", " alt 2". */
static bool take_bis(struct cursor *c)
{
	uint32_t const gap = c->at < c->end ? line_blank_at(c->text, c->at, c->end) : 0;
	uint32_t const hyphen = !gap && peek(c, 0) == '-' ? 1 : 0;
	uint32_t const n = bis_length(c, gap + hyphen);
	if (!n)
		return false;
	c->at += gap + hyphen + n;
	uint32_t more = peek(c, 0) == ' ' ? 1 : 0;
	if (is_digit(peek(c, more)) && !is_digit(peek(c, more + 1)))
		c->at += more + 1;
	return true;
}

/* The same, as the suffix of a numeral that is read. */
bool label_read_bis(struct cursor *c, struct ordinal *o)
{
	uint32_t const begin = c->at;
	if (!take_bis(c))
		return false;
	o->suffix = hash_suffix(c->text, begin, c->at);
	return true;
}

/* "-1", "-i", "-1A": after a hyphen up to four letters or digits. */
static bool take_hyphenated(struct cursor *c)
{
	uint32_t n = 1;
	if (peek(c, 0) != '-')
		return false;
	while (n <= 5 && (is_alpha(peek(c, n)) || is_digit(peek(c, n))))
		n++;
	if (n == 1 || n > 5)
		return false;
	c->at += n;
	return true;
}

/* The letters right behind a number: "3A", "12AB", "59a". */
static void take_joined_letters(struct cursor *c)
{
	uint32_t n = 0;
	while (n < 3 && is_alpha(peek(c, n)))
		n++;
	bool const upper = is_upper(peek(c, 0)) && (n < 2 || is_upper(peek(c, 1)));
	if (n == 1 || (n == 2 && upper))
		c->at += n;
}

/* All that may be joined to a numeral; leaves the cursor behind it. */
void label_read_suffix(struct cursor *c, struct ordinal *o)
{
	uint32_t const begin = c->at;
	if (peek(c, 0) == '.' || peek(c, 0) == ')') /* as behind most numerals */
		return;
	if (!take_bis(c)) {
		if (o->readings & 1u << REDLINE_ARABIC)
			take_joined_letters(c);
		else
			while (c->at - begin < 2 && is_digit(peek(c, 0)))
				c->at++;
		while (c->at - begin < 12 && take_hyphenated(c))
			;
		if (c->at > begin)
			(void)take_bis(c);
	}
	if (c->at > begin)
		o->suffix = hash_suffix(c->text, begin, c->at);
}
