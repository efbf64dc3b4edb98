/*
 * With which characters a row of a language (lang/lang.h) may begin, told from the text of
 * its pattern, so that hardly any row need be asked about a word, nor even compiled.
 *
 * Not exact, but never wrong on one side: what it rules out, the pattern doesn't match.
 */
#ifndef RL_ENGINE_OPENING_H
#define RL_ENGINE_OPENING_H

#include "lang/lang.h"

#define OPENING_LENGTH 4u /* characters */

/* A set of characters for each of the first ones; see opening.c for which bit is whose. */
struct opening {
	uint64_t sets[OPENING_LENGTH];
};

/* `solid`: as the language is. */
struct opening opening_of_row(const char *pattern, bool solid);

/* That of a text, which may be cut off behind any character; one of each, or all where the
 * text is at its end or a character has no bit. */
struct opening opening_of_text(redline_bytes text);

static inline bool opening_fits(const struct opening *row, const struct opening *text)
{
	for (unsigned n = 0; n < OPENING_LENGTH; n++)
		if (!(row->sets[n] & text->sets[n]))
			return false;
	return true;
}

#endif
