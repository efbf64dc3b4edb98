/* listed.c -- see listed.h. */
#include "listed.h"

#include <assert.h>

#include <unicase.h>

#include "base/bytes.h"

static uint32_t small_at(redline_bytes text, size_t at, unsigned *size)
{
	unsigned char const c = (unsigned char)text.ptr[at];
	*size = 1;
	if (c < 0x80)
		return (unsigned char)to_lower((char)c);
	uint32_t const cp = utf8_at(text, at, size);
	return cp == 0x2019 ? '\'' : uc_tolower(cp);
}

/* ASCII, and no end of a string */
static inline bool is_plain(char c)
{
	return (unsigned char)(c - 1) < 0x7F;
}

size_t starts_with_(redline_bytes text, const char *words)
{
	size_t at = 0;
	for (; at < text.len && is_plain(text.ptr[at]) && is_plain(*words); at++, words++)
		if (to_lower(text.ptr[at]) != to_lower(*words))
			return SIZE_MAX;
	redline_bytes const want = bytes_of(words); /* as a rule nothing is left */
	for (size_t i = 0; i < want.len;) {
		unsigned have_size, want_size;
		if (at >= text.len)
			return SIZE_MAX;
		uint32_t const have = small_at(text, at, &have_size);
		if (have != small_at(want, i, &want_size))
			return SIZE_MAX;
		at += have_size;
		i += want_size;
	}
	return at;
}

bool listed(lang_list list, redline_bytes word)
{
	for (; list && *list; list++)
		if (starts_with(word, *list) == word.len)
			return true;
	return false;
}

size_t listed_start(lang_list list, redline_bytes text)
{
	size_t best = 0;
	for (; list && *list; list++) {
		size_t const n = starts_with(text, *list);
		if (n != SIZE_MAX && n > best)
			best = n;
	}
	return best;
}

bool listed_end(lang_list list, redline_bytes word)
{
	for (; list && *list; list++) {
		size_t const len = strlen(*list);
		if (word.len <= len)
			continue;
		redline_bytes const end = {word.ptr + word.len - len, len};
		if (starts_with(end, *list) == len)
			return true;
	}
	return false;
}

/* ---- lists that are asked for much ---- */

#define LETTER_BITS 5u
#define LETTERS_MAX (32u / LETTER_BITS)

/* The first letters of a text, each modulo 32, the first one lowest. */
struct opening {
	unsigned count;
	uint32_t letters;
};

static struct opening opening_of(redline_bytes text)
{
	struct opening o = {.count = 0};
	size_t at = 0;
	for (; o.count < LETTERS_MAX && at < text.len && (unsigned char)text.ptr[at] < 0x80; at++)
		o.letters |= (uint32_t)(text.ptr[at] & 31) << LETTER_BITS * o.count++;
	for (unsigned size; o.count < LETTERS_MAX && at < text.len; at += size)
		o.letters |= small_at(text, at, &size) % 32 << LETTER_BITS * o.count++;
	return o;
}

static uint32_t letter(const struct opening *o, unsigned n)
{
	return o->letters >> LETTER_BITS * n & 31;
}

static uint32_t letters_in(redline_bytes text)
{
	uint32_t count = 0;
	unsigned size;
	for (size_t at = 0; at < text.len; at += size, count++)
		utf8_at(text, at, &size);
	return count;
}

void listed_prepare(struct listed_words *w, lang_list list)
{
	*w = (struct listed_words){.list = list, .fewest = UINT32_MAX};
	for (unsigned i = 0; list && list[i]; i++) {
		struct opening const o = opening_of(bytes_of(list[i]));
		assert(i < LISTED_MAX && o.count); /* a table is no input */
		uint32_t const letters = letters_in(bytes_of(list[i]));
		w->fewest = letters < w->fewest ? letters : w->fewest;
		w->letters[i] = o.letters;
		w->mask[i] = ((uint32_t)1 << LETTER_BITS * o.count) - 1;
		w->next[i] = w->first[letter(&o, 0)];
		w->first[letter(&o, 0)] = (uint8_t)(i + 1);
		uint32_t *thirds = &w->thirds[32 * letter(&o, 0)];
		if (o.count == 1)
			memset(thirds, 0xFF, 32 * sizeof *thirds);
		else
			thirds[letter(&o, 1)] |=
				o.count > 2 ? (uint32_t)1 << letter(&o, 2) : UINT32_MAX;
	}
}

bool listed_letters_match(const struct listed_words *w, redline_bytes text)
{
	struct opening const o = opening_of(text);
	uint32_t const *thirds = &w->thirds[32 * letter(&o, 0)];
	switch (o.count) {
	case 0:
		return false;
	case 1: /* a longer word is none of its beginnings */
		return thirds[0] == UINT32_MAX;
	case 2:
		return thirds[letter(&o, 1)] == UINT32_MAX;
	default:
		return thirds[letter(&o, 1)] >> letter(&o, 2) & 1;
	}
}

static bool is_letter_at(redline_bytes text, size_t at)
{
	unsigned size;
	return at < text.len && is_word_char(utf8_at(text, at, &size));
}

/* As listed_words_start; `whole`: no letter stands behind them. */
static size_t start_of(const struct listed_words *w, redline_bytes text, bool whole)
{
	if (!listed_words_may_start(w, text))
		return 0;
	struct opening const o = opening_of(text);
	size_t best = 0;
	for (unsigned i = w->first[letter(&o, 0)]; i; i = w->next[i - 1]) {
		if ((o.letters ^ w->letters[i - 1]) & w->mask[i - 1])
			continue;
		size_t const n = starts_with(text, w->list[i - 1]);
		if (n != SIZE_MAX && n > best && !(whole && is_letter_at(text, n)))
			best = n;
	}
	return best;
}

size_t listed_words_start(const struct listed_words *w, redline_bytes text)
{
	return start_of(w, text, false);
}

bool listed_words_are(const struct listed_words *w, redline_bytes text)
{
	return text.len > 0 && start_of(w, text, false) == text.len;
}

static size_t next_character(redline_bytes text, size_t at)
{
	unsigned size;
	utf8_at(text, at, &size);
	return at + size;
}

/* Behind the word that has a character at `at`, and what parts it from the next. */
static size_t next_word(redline_bytes text, size_t at)
{
	for (bool in_word = true; in_word && at < text.len;) {
		while (at < text.len && is_alpha(text.ptr[at])) /* as a rule */
			at++;
		if (at == text.len)
			break;
		unsigned size;
		in_word = is_word_char(utf8_at(text, at, &size));
		at += size;
	}
	return at;
}

static inline bool starts_at(const struct listed_words *w, redline_bytes text, size_t at,
                             bool whole)
{
	redline_bytes const rest = {text.ptr + at, text.len - at};
	return listed_words_may_start(w, rest) && start_of(w, rest, whole);
}

/* Where each word of the text begins, and each of the marks between them. */
static bool starts_a_word(const struct listed_words *w, redline_bytes text, bool whole)
{
	uint32_t in_word = 0; /* does the word from before go on, if a letter stands here? */
	for (size_t at = 0; at < text.len;) {
		redline_bytes const rest = {text.ptr + at, text.len - at};
		size_t const seen = rest.len < BYTES_SEEN ? rest.len : BYTES_SEEN;
		size_t const stop = at + seen;
		struct byte_bits const bits = bytes_bits(rest);
		if (bits.beyond) { /* one by one */
			at = in_word ? next_word(text, at) : at;
			for (in_word = 0; at < stop; at = next_word(text, at))
				if (starts_at(w, text, at, whole))
					return true;
			continue;
		}
		uint32_t starts = ~(bits.plain << 1 | in_word) & ((1u << seen) - 1);
		for (; starts; starts &= starts - 1)
			if (starts_at(w, text, at + bits_run(~starts), whole))
				return true;
		in_word = bits.plain >> (seen - 1) & 1;
		at = stop;
	}
	return false;
}

/* Where any character of the text begins. */
static bool starts_anywhere(const struct listed_words *w, redline_bytes text)
{
	for (size_t at = 0; at < text.len; at = next_character(text, at))
		if (starts_at(w, text, at, false))
			return true;
	return false;
}

bool listed_words_within(const struct listed_words *w, redline_bytes text, bool in_words)
{
	if (!w->list)
		return false;
	return in_words ? starts_anywhere(w, text) : starts_a_word(w, text, false);
}

bool listed_words_whole(const struct listed_words *w, redline_bytes text, bool solid)
{
	if (!w->list)
		return false;
	return solid ? starts_anywhere(w, text) : starts_a_word(w, text, true);
}

bool listed_within(lang_list list, redline_bytes text)
{
	struct listed_words w;
	listed_prepare(&w, list);
	return listed_words_within(&w, text, false);
}

bool listed_whole(lang_list list, redline_bytes text, bool solid)
{
	struct listed_words w;
	listed_prepare(&w, list);
	return listed_words_whole(&w, text, solid);
}
