/*
 * Citations: which provision people mean by "59", "para 43 (b)", "Article 5",
 * "annex I, 3", "line 44".
 *
 * A citation and a label path (redline_draft_path) are compared as sequences of words
 * and numbers: blanks, brackets, commas, case and the stop behind a number don't
 * count, "59bis" is "59 bis".  In this order, the first that fits anything decides:
 *   1. the path as it is written;
 *   2. the path as a sequence;
 *   3. both without words such as "paragraph", "article", "section", "§";
 *   4. a heading's words, with its label or without;
 *   5. what follows the last comma of a path: "3" is "annex I, 3" if there is no other.
 * Nothing is taken for likeness.
 */
#ifndef RL_MODEL_CITE_H
#define RL_MODEL_CITE_H

#include <stdbool.h>

#include <redline/draft.h>

/* Something that can be cited. */
struct cite_place {
	redline_bytes path;
	redline_bytes title;   /* a heading's label and words; else empty */
	uint32_t id;           /* the caller's */
};

/*
 * Words and numbers as they are compared: in small letters, each with a blank behind it.  What
 * has no room is cut, and then equal to nothing.
 */
#define CITE_KEY_BYTES 256u
struct cite_key {
	char text[CITE_KEY_BYTES];
	size_t length;
	bool cut;
};

void cite_key_make(struct cite_key *k, redline_bytes text);

/* Are both the same, and more than nothing? */
bool cite_key_equal(const struct cite_key *a, const struct cite_key *b);

/* Do the words of `part` stand in the whole one behind the other? */
bool cite_key_holds(const struct cite_key *whole, const struct cite_key *part);

/* "line 44": true, and which. */
bool cite_line(redline_bytes cited, uint32_t *line);

/*
 * Ids of what fits: REDLINE_OK, one; REDLINE_AMBIGUOUS, the first two of several;
 * REDLINE_NOT_FOUND, the nearest or REDLINE_NONE.
 */
redline_status cite_find(redline_bytes cited, const struct cite_place *places, uint32_t count,
                         uint32_t found[2]);

#endif
