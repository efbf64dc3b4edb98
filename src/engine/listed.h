/*
 * Words and endings that a language lists (lang/lang.h), found in a text.
 * Case is ignored, of any script.
 */
#ifndef RL_ENGINE_LISTED_H
#define RL_ENGINE_LISTED_H

#include "lang/lang.h"

/* How many bytes at the start of the text are these words; SIZE_MAX if it begins
 * otherwise. */
size_t starts_with(redline_bytes text, const char *words);

/* Is the word one of the list? A NULL list has none. */
bool listed(lang_list list, redline_bytes word);

/* Does the text begin with one of the list? The longest one's bytes, or 0. */
size_t listed_start(lang_list list, redline_bytes text);

/* Does the word end with one of the list, and is it longer? */
bool listed_end(lang_list list, redline_bytes word);

/* Does one of the list stand in the text, where a word begins? */
bool listed_within(lang_list list, redline_bytes text);

/* A list that is looked for in many texts, made ready for it. */
struct listed_words {
	lang_list list;
	uint64_t seconds[64]; /* [i]: the second letters, modulo 64, of words whose first one is
	                         i modulo 64; all bits for a word of one letter */
	uint64_t thirds[64];  /* likewise the third ones, by what the first two come to */
};

void listed_prepare(struct listed_words *w, lang_list list);

/* As listed_start. */
size_t listed_words_start(const struct listed_words *w, redline_bytes text);

/* As listed_within; `in_words`: anywhere, as in languages that part no words. */
bool listed_words_within(const struct listed_words *w, redline_bytes text, bool in_words);

#endif
