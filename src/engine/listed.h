/*
 * Words and endings that a language lists (lang/lang.h), found in a text.
 * Case is ignored, of any script.
 */
#ifndef RL_ENGINE_LISTED_H
#define RL_ENGINE_LISTED_H

#include "base/bytes.h"
#include "lang/lang.h"

/* How many bytes at the start of the text are these words, in small letters; SIZE_MAX if it
 * begins otherwise. */
static inline size_t starts_with(redline_bytes text, const char *words);

/* Is the word one of the list? A NULL list has none. */
bool listed(lang_list list, redline_bytes word);

/* Does the text begin with one of the list? The longest one's bytes, or 0. */
size_t listed_start(lang_list list, redline_bytes text);

/* Does the word end with one of the list, and is it longer? */
bool listed_end(lang_list list, redline_bytes word);

/* Does one of the list stand in the text, where a word begins? */
bool listed_within(lang_list list, redline_bytes text);

/* Does one of the list stand in the text as a whole word?  Anywhere, where words are not
 * parted. */
bool listed_whole(lang_list list, redline_bytes text, bool solid);

/*
 * A list that is looked for in many texts, made ready for it: three letters, each modulo
 * 32, tell most texts from what is listed; the first one then tells which words may be meant,
 * and the first six which of those to compare.
 */
#define LISTED_MAX 240 /* words */
struct listed_words {
	lang_list list;
	uint32_t fewest;          /* letters of its shortest */
	uint8_t first[32];        /* [i]: a word whose first letter is i, as its place + 1; or 0 */
	uint8_t next[LISTED_MAX]; /* [its place]: another such one */
	uint32_t letters[LISTED_MAX]; /* [its place]: its first ones, five bits each ... */
	uint32_t mask[LISTED_MAX];    /* ... and the bits of those that it has */
	uint32_t thirds[32 * 32]; /* [32 * i + j], bit k: a word begins with i, j, k; all bits
	                             for one of two letters; all of [32 * i ...] for one letter */
};

void listed_prepare(struct listed_words *w, lang_list list);

bool listed_letters_match(const struct listed_words *w, redline_bytes text);

/* False if the text surely begins with none of them, as most do. */
static inline bool listed_words_may_start(const struct listed_words *w, redline_bytes text)
{
	unsigned char const *p = (const unsigned char *)text.ptr;
	if (text.len < w->fewest)
		return false;
	if (text.len < 3 || (p[0] | p[1] | p[2]) >= 0x80)
		return listed_letters_match(w, text);
	return w->thirds[32 * (p[0] & 31) + (p[1] & 31)] >> (p[2] & 31) & 1;
}

/* As listed_start. */
size_t listed_words_start(const struct listed_words *w, redline_bytes text);

/* Is the text one of them? */
bool listed_words_are(const struct listed_words *w, redline_bytes text);

/* As listed_whole. */
bool listed_words_whole(const struct listed_words *w, redline_bytes text, bool solid);

/* As listed_within; `in_words`: anywhere, as in languages that part no words. */
bool listed_words_within(const struct listed_words *w, redline_bytes text, bool in_words);

size_t starts_with_(redline_bytes text, const char *words);

static inline size_t starts_with(redline_bytes text, const char *words)
{
	unsigned char const have = (unsigned char)(text.len ? text.ptr[0] : 0);
	unsigned char const want = (unsigned char)*words;
	/* most are told apart by their first letters; no small one beyond ASCII is an ASCII one's */
	if (have < 0x80 && want && to_lower((char)have) != to_lower((char)want))
		return SIZE_MAX;
	return starts_with_(text, words);
}

#endif
