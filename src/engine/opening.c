/*
 * opening.c -- see opening.h.
 *
 * One walk over the pattern, with the set of places that its beginning may have reached (bit
 * n: behind n characters).  What may stand at a place is added to that place's set; behind
 * the pattern's end, and behind whatever isn't understood here, anything may.
 *
 * Bits: 0 for all of ASCII that is no letter, 1 to 26 for its letters, 32 to 63 for those
 * of Cyrillic and for Chinese characters, several each, and 31 for what is left.  That may
 * have relations which are not known here (the sign for Kelvin is a k to PCRE2), so a text
 * with one of these is never ruled out by it.
 */
#include "opening.h"

#include <unicase.h>

#include "base/bytes.h"

#define ANY   UINT64_MAX
#define OTHER ((uint64_t)1)       /* than a letter */
#define ALIEN ((uint64_t)1 << 31) /* neither ASCII nor Cyrillic nor Chinese */

struct walk {
	const char *p;
	struct opening out;
};

static uint64_t bit_of(uint32_t cp)
{
	if (cp < 0x80)
		return is_alpha((char)cp) ? (uint64_t)1 << (cp & 31) : OTHER;
	if (cp >= 0x400 && cp < 0x460)
		return (uint64_t)1 << (32 + (uc_tolower(cp) & 31));
	if (cp >= 0x3400 && cp < 0xA000)
		return (uint64_t)1 << (32 + (cp & 31));
	return ALIEN;
}

/* Vowels may stand behind its letters, which the pattern doesn't show. */
static bool is_arabic(uint32_t cp)
{
	return cp >= 0x600 && cp < 0x700;
}

/* One of these characters stands at each of the places; returns those behind it. */
static unsigned step(struct walk *w, unsigned places, uint64_t characters)
{
	for (unsigned n = 0; n < OPENING_LENGTH; n++)
		if (places >> n & 1)
			w->out.sets[n] |= characters;
	return places << 1 & ((1u << OPENING_LENGTH) - 1);
}

/* Anything may follow, however much of it. */
static unsigned give_up(struct walk *w, unsigned places)
{
	for (unsigned n = 0; n < OPENING_LENGTH; n++)
		places |= step(w, places, ANY);
	return 0;
}

static uint32_t next_character(struct walk *w)
{
	unsigned size;
	uint32_t const cp = utf8_at((redline_bytes){w->p, 4}, 0, &size); /* a zero ends it */
	w->p += size;
	return cp;
}

/* "[a-zé]", from behind its bracket. */
static unsigned walk_class(struct walk *w, unsigned places)
{
	uint64_t characters = *w->p == '^' ? ANY : 0;
	bool arabic = false;
	while (*w->p && *w->p != ']') {
		bool const escaped = *w->p == '\\' && w->p[1];
		w->p += escaped;
		bool const many = escaped && is_alpha(*w->p) && *w->p != 'd';
		uint32_t const from = next_character(w);
		characters |= many ? ANY : escaped && from == 'd' ? OTHER : bit_of(from);
		arabic |= is_arabic(from);
		if (*w->p == '-' && w->p[1] != ']') {
			w->p++;
			uint32_t const to = next_character(w);
			for (uint32_t cp = from; cp < to && to < 0x80; cp++)
				characters |= bit_of(cp + 1);
			characters |= to < 0x80 ? 0 : ANY;
		}
	}
	w->p += *w->p == ']';
	return arabic ? give_up(w, places) : step(w, places, characters);
}

static unsigned walk_escape(struct walk *w, unsigned places)
{
	char const c = *w->p;
	w->p += c != '\0';
	switch (c) {
	case 'b':
		return places;
	case 'd':
		return step(w, places, OTHER);
	case 'w':
		return step(w, places, ANY);
	default: /* "\B" ends the wording, whatever follows */
		return is_alpha(c) ? give_up(w, places) : step(w, places, OTHER);
	}
}

/* A row's blank is any white space, however much of it. */
static unsigned walk_blank(struct walk *w, unsigned places)
{
	unsigned behind = step(w, places, OTHER);
	for (unsigned n = 1; n < OPENING_LENGTH; n++)
		behind |= step(w, behind, OTHER);
	return behind;
}

static unsigned walk_choice(struct walk *w, unsigned places);

/* From behind its parenthesis. */
static unsigned walk_group(struct walk *w, unsigned places)
{
	bool const looks = *w->p == '?' && (w->p[1] == '=' || w->p[1] == '!');
	if (*w->p == '?') { /* "?:", "?=", "?!", "?-i:" */
		w->p += strcspn(w->p, ":=!");
		w->p += *w->p != '\0';
	}
	unsigned const behind = walk_choice(w, looks ? 0 : places);
	w->p += *w->p == ')';
	return looks ? places : behind;
}

static unsigned walk_one(struct walk *w, unsigned places)
{
	uint32_t const cp = next_character(w);
	switch (cp) {
	case '(':
		return walk_group(w, places);
	case '[':
		return walk_class(w, places);
	case '\\':
		return walk_escape(w, places);
	case ' ':
		return walk_blank(w, places);
	case '.':
		return step(w, places, ANY);
	case '$':
		return places;
	default:
		return is_arabic(cp) ? give_up(w, places) : step(w, places, bit_of(cp));
	}
}

/* "?", "{0,4}", "{1,40}+", or nothing. */
static void walk_quantifier(struct walk *w, bool *optional, bool *repeated)
{
	char const c = *w->p;
	*optional = c == '?' || c == '*' || (c == '{' && w->p[1] == '0');
	*repeated = c == '*' || c == '+' || c == '{';
	if (c == '{')
		w->p += strcspn(w->p, "}");
	if (*optional || *repeated)
		w->p++;
	w->p += (*optional || *repeated) && (*w->p == '+' || *w->p == '?');
}

static unsigned walk_piece(struct walk *w, unsigned places)
{
	const char *begin = w->p;
	bool optional, repeated;
	unsigned behind = walk_one(w, places);
	walk_quantifier(w, &optional, &repeated);
	const char *end = w->p;
	for (unsigned before = 0; repeated && behind != before;) {
		before = behind;
		w->p = begin;
		behind |= walk_one(w, behind);
	}
	w->p = end;
	return optional ? behind | places : behind;
}

static unsigned walk_choice(struct walk *w, unsigned places)
{
	unsigned behind = 0;
	for (;;) {
		unsigned now = places;
		while (*w->p && *w->p != '|' && *w->p != ')')
			now = walk_piece(w, now);
		behind |= now;
		if (*w->p != '|')
			return behind;
		w->p++;
	}
}

struct opening opening_of_row(const char *pattern, bool solid)
{
	struct walk w = {.p = pattern};
	unsigned const end = walk_choice(&w, 1);
	give_up(&w, solid ? end : step(&w, end, OTHER)); /* no letter stands behind a word */
	return w.out;
}

struct opening opening_of_text(redline_bytes text)
{
	struct opening o;
	size_t at = 0;
	for (unsigned n = 0; n < OPENING_LENGTH; n++) {
		unsigned size;
		o.sets[n] = ANY;
		if (at == text.len)
			continue;
		uint64_t const bit = bit_of(utf8_at(text, at, &size));
		o.sets[n] = bit == ALIEN ? ANY : bit;
		at += size;
	}
	return o;
}
