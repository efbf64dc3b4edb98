/*
 * Finding quoted words in a draft, by the rules of what counts as the same
 * text (fold.h) and only at word boundaries.
 *
 * A finder indexes the draft's words once, when first asked something that a
 * small range does not answer; after that a look-up costs time by how often
 * the rarest of the words looked for stands in the draft, not by the draft's
 * length.
 *
 * Legal order: finder_begin, any number of finder_search and finder_near,
 * finder_end.  Everything it gives out lives in the arena it was given.
 */
#ifndef RL_ENGINE_FIND_H
#define RL_ENGINE_FIND_H

#include "base/arena.h"

#include <redline/draft.h>

struct word_index;

struct finder {
	const redline_draft *draft;
	redline_bytes text;
	struct arena *arena;
	struct word_index *index; /* NULL until needed */
	uint32_t near_left;       /* bytes that finder_near may still look through */
};

/* One match.  `capital`: the quotation's first letter is small and the
 * draft's is a capital at the start of a sentence. */
struct match {
	redline_range range;
	bool capital;
};

struct matches {
	struct match *at; /* in the order of the text */
	uint32_t count;   /* how many of them are listed */
	bool more;        /* there are more than `most` */

	/* Where matches are exact: how many more there are but for a capital at the start of a
	 * sentence, and where the first and the last of them begin. */
	uint32_t capitals, first_capital, last_capital;
};

void finder_begin(struct finder *f, const redline_draft *draft, struct arena *arena);
void finder_end(struct finder *f);

/*
 * Where `words` stand inside `within`: inside one block's body each, never
 * across a label.  At most `most` matches are listed.  A match that differs
 * only by a capital at the start of a sentence is listed when no exact one
 * exists.  Where words and text repeat themselves so much that this would take
 * too long, none is listed and `more` is true.  False if memory is out, which the
 * arena then remembers.
 */
bool finder_search(struct finder *f, redline_bytes words, redline_range within, uint32_t most,
                   struct matches *out);

/*
 * The wording inside `within` that is nearest to `words`: the longest shared
 * beginning or the most shared words.  An empty range if nothing is near.
 * `within` longer than 1 MiB is not looked at, and no more than 64 MiB in all.
 */
redline_range finder_near(struct finder *f, redline_bytes words, redline_range within);

/* Does anything in `words` count (is there a character left after folding)? */
bool finder_has_words(redline_bytes words);

#endif
