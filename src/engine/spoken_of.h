/*
 * What a statement speaks of right behind an amendment, without asking for anything.  What
 * to make of it only the draft can tell (spared.h).
 */
#ifndef RL_ENGINE_SPOKEN_OF_H
#define RL_ENGINE_SPOKEN_OF_H

#include <redline/statement.h>

/* The places that a sentence behind some amendments names. */
struct spoken_of {
	uint32_t first, count; /* the amendments, of the statement's */
	const redline_place *places;
	uint32_t place_count;
	uint32_t sentence;
	redline_range source; /* of the sentence */
};

/* Those of a statement, in order; the statement's (statement.c). */
const struct spoken_of *statement_spoken_of(const redline_statement *s, uint32_t *count);

#endif
