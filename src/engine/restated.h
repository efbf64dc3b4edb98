/*
 * A passage restated with its change marked in it, inside a statement: where it
 * begins, and which provision the number before it names.
 */
#ifndef RL_ENGINE_RESTATED_H
#define RL_ENGINE_RESTATED_H

#include <redline/statement.h>

#include "base/arena.h"

struct restated {
	redline_range lead;    /* words before the passage, up to a colon; or empty */
	redline_range passage; /* without lead and label */
	redline_step step;     /* the provision that the label names */
	bool labelled;
	bool bare;               /* as "Article 5 should read:" begins, too */
	redline_range led;       /* the passage if the lead is one */
};

/*
 * Looks at text[words], whose first mark stands at `mark`.  False if memory is out;
 * what is found lives in the arena.
 */
bool restated_find(struct arena *a, redline_bytes text, redline_range words, uint32_t mark,
                   struct restated *out);

/*
 * The place that the label's step means inside the surroundings' place (which may be
 * NULL): what encloses it comes from there.  An empty place if memory is out.
 */
redline_place restated_place(struct arena *a, const redline_step *step,
                             const redline_place *around);

/* Shorter ones are no text of a provision. */
#define RESTATED_LEAST 30u

/* What may be a provision's text, in which nothing is marked and nothing asked for. */
struct restated_text {
	redline_place place;
	redline_range text;  /* of the statement */
	const char *message; /* words, rather: if they stand there, this is an error; else NULL */
};

/* Those of a statement, in order; the statement's (statement.c). */
const struct restated_text *statement_restated(const redline_statement *s, uint32_t *count);

#endif
