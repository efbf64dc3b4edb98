/*
 * Brackets with who proposes what is in them, in a passage that is restated:
 * "benefit from [establishing] [Japan: enhancing] bodies", "[EU: add ...]",
 * "[effective] [Japan, EU: delete]".
 *
 * Brackets mean different things in different bodies, so only those count that name a
 * party before a colon, and a bracket without a name that such a one follows: what
 * is in it is what the party would change.  All others are text, which the draft must
 * have, too.
 */
#ifndef RL_ENGINE_ATTRIBUTED_H
#define RL_ENGINE_ATTRIBUTED_H

#include "lex.h"

#define ATTRIBUTED_MAX         64
#define ATTRIBUTED_PARTIES_MAX 8

/* What one bracket proposes. */
struct attributed_change {
	redline_bytes words;  /* the passage with this change alone, in CriticMarkup */
	redline_range source; /* the bracket, with the one that it is about */
	redline_bytes parties[ATTRIBUTED_PARTIES_MAX];
	unsigned party_count;
};

struct attributed {
	struct attributed_change *at; /* ATTRIBUTED_MAX at most */
	unsigned count;
	const char *unclear; /* why nothing can be told, static; or NULL */
	redline_range where; /* it is unclear */
};

/* Where the first bracket that names a party begins, or within.end. */
uint32_t attributed_first(const struct lexer *lexer, redline_bytes text, redline_range within);

/*
 * Reads the passage; what a bracket asks for ("add", "delete") may be said in the
 * language of either lexer.  All that comes out is the arena's.  Time by the passage's
 * length times its changes, both bounded.  False if memory is out.
 */
bool attributed_read(struct arena *a, struct lexer *const lexers[2], redline_bytes text,
                     redline_range passage, const struct quotes *quotes,
                     struct attributed *out);

#endif
