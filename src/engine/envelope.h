/*
 * The envelope of a statement: who speaks, and when, as its first lines say.
 */
#ifndef RL_ENGINE_ENVELOPE_H
#define RL_ENGINE_ENVELOPE_H

#include "letter.h"

#include <redline/draft.h>

struct envelope {
	redline_bytes parties[8];
	unsigned party_count;
	unsigned organs;    /* bit i: party i is one */
	redline_bytes date; /* "2020-11-18", or empty */
	uint32_t blocks;    /* that were looked at */
	uint32_t title;     /* the block that names the parties */
};

/* Looks at the first few blocks, but for a mail's head; everything found lives in the arena.  False if memory is out. */
bool envelope_read(struct envelope *out, struct arena *a, struct lexer *lexer,
                   const redline_draft *layout, const struct quotes *quotes,
                   const struct letter *letter);

/*
 * The party that a block names alone ("## Japan"), or that it begins with
 * before a colon ("Japan: ..."); count 0 if none.  *after is the byte after
 * the colon, or the block's end.
 */
unsigned envelope_parties_of(const struct lexer *lexer, redline_bytes text, redline_range body,
                             redline_bytes parties[], unsigned most, uint32_t *after);

#endif
