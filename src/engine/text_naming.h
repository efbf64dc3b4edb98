/*
 * What the two files about names of texts share (text_name.c, text_name_match.c): the words of
 * a name, one by one.
 */
#ifndef RL_ENGINE_TEXT_NAMING_H
#define RL_ENGINE_TEXT_NAMING_H

#include "lang/lang.h"
#include "text_name.h"

#define SOLID_BYTES 6u /* two characters of Chinese */

struct name_word {
	redline_range range;
	bool apart; /* a mark stands before it that no name goes across */
	bool aside; /* that is a parenthesis: "Harbours (Safety) Act" */
};

/* The next word from *at on; false at the end. */
bool name_next_word(redline_bytes text, uint32_t *at, uint32_t end, struct name_word *out);

/* The next year from *at on. */
bool name_next_year(redline_bytes text, uint32_t *at, uint32_t end, redline_bytes *year);

static inline redline_bytes name_word_bytes(redline_bytes text, const struct name_word *w)
{
	return bytes_in(text, w->range);
}

/* Does the word say what a text is about? */
bool name_word_tells(const struct lang_texts *lang, redline_bytes word);

/* The same word, but for its ending. */
bool name_same_word(redline_bytes a, redline_bytes b);

/* "Wasser" of "Wassergesetz"; other words as they are. */
redline_range name_without_noun(const struct lang_texts *lang, redline_bytes text,
                                redline_range word);

/* Does a noun stand there that texts are called by, or `noun` if that is given? */
bool name_has_noun(const struct lang_texts *lang, redline_bytes text, redline_range within,
                   redline_bytes noun);

/* The number that a law has behind its noun: "2016/679"; empty if there is none. */
redline_range name_number_behind(redline_bytes text, uint32_t at, uint32_t end);

#endif
