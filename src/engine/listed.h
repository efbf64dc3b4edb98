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

#endif
