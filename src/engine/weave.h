/*
 * Weaving: the edits of all amendments into one script.
 *
 * The same edit twice is one change with two causes.  Edits that touch the
 * same bytes differently are in conflict, and so are two different
 * insertions at one point: both amendments are then out, with everything
 * else they do.
 */
#ifndef RL_ENGINE_WEAVE_H
#define RL_ENGINE_WEAVE_H

#include "land.h"

/* A pair of edits that can't both be. */
struct clash {
	uint32_t a, b; /* indices of edits */
};

typedef VEC(struct clash) clash_list;

/* Sorts the edits by place and cause.  n log n. */
void weave_sort(struct edit *edits, size_t count);

/*
 * The clashes among sorted edits: every edit that is in one is named in at least
 * one of them.  Linear in the edits, and so are the clashes.
 * False if memory is out.
 */
bool weave_clashes(const struct edit *edits, size_t count, clash_list *out);

/* Sorted edits without the references to footnotes that go with words around them: how many are
 * left.  They clash with nothing. */
size_t weave_drop_covered(struct edit *edits, size_t count);

/* White space that goes along with a deletion gives way to a neighbour, so that
 * the ranges of sorted edits without clashes don't overlap. */
void weave_trim(struct edit *edits, size_t count);

/*
 * The script that carries out sorted edits without clashes, and for each edit
 * the operation that does it (in ops, count entries).
 */
redline_status weave_script(redline_bytes text, struct edit *edits, size_t count, uint32_t *ops,
                            redline_script **out);

#endif
