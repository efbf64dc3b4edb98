/*
 * Words of one text against words of another: which of them are kept, cut the
 * way a person would mark the changes.
 *
 * First the longest common subsequence of the tokens (diff.h).  Then, where two
 * changes stand so close that what is kept between them is hardly worth it, the
 * stretch is aligned anew for the best of both: each kept word has a value, each
 * change a price (affine gaps, Gotoh 1982), so a lone "the" between two changes is
 * given up, a word that carries meaning is not.  Then, in a passage
 * that was rewritten, a few words that survive by chance between long changes are
 * given up, too.  Last, a change that could as well stand some words further on is
 * slid to the edge of a sentence, a clause or a phrase.
 */
#ifndef RL_ENGINE_WORDS_H
#define RL_ENGINE_WORDS_H

#include "base/vec.h"
#include "engine/diff.h"
#include "engine/token.h"

/* Tokens of one side, with their hashes. */
struct words_side {
	redline_bytes text;
	const struct token *tokens;
	const uint64_t *hashes;
	uint32_t count;
};

/* A zeroed one is ready; kept from call to call. */
struct words {
	VEC(struct diff_run) runs; /* the result: tokens kept; see diff_run */
	struct diff diff;
	size_t first;              /* private: runs before it are done with */
	bool exact;                /* the caller's: give up no word for readability */
	bool bounded;              /* some call was not exact; remembered */
	struct realign_table *table; /* private */
};

/* False if memory is out. */
bool words_find(struct words *w, const struct words_side *a, const struct words_side *b);

/*
 * The same for two rows of a table: cell against cell.  Cells are paired by their
 * place if there are as many on both sides, else by what stands in them.
 */
bool words_find_cells(struct words *w, const struct words_side *a, const struct words_side *b);

void words_release(struct words *w);

#endif
