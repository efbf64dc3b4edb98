/*
 * Inside of what a sentence asks for: what mood.c and mood_shade.c share, and nobody else uses.
 */
#ifndef RL_ENGINE_MOOD_H
#define RL_ENGINE_MOOD_H

#include "clause.h"

/* Under what a verb is said: a "not", "if" or "supports" of its own clause. */
struct shade {
	bool stance, negation, doubt, condition, history;
	bool lets;     /* the negation is a "does not insist on" */
	bool instead;  /* "instead of deleting" */
	bool supposed; /* the stance is another's, and a condition: "if all agree" */
	redline_stance kind;
};

/* That of the verb at lexeme i. */
struct shade shade_of(const struct grammar *g, uint32_t i);

#endif
