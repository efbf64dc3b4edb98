/*
 * Text of a provision that a statement restates with other words, marks none of
 * them, and asks for nothing: most often a redline that was pasted as plain text,
 * whose strike-through was lost.  What goes and what stays can't be told then, so
 * that is said, and nothing is changed.
 */
#ifndef RL_ENGINE_UNMARKED_H
#define RL_ENGINE_UNMARKED_H

#include "land.h"

/* Adds a finding for each.  Linear in the texts and their provisions.  False if
 * memory is out. */
bool unmarked_report(struct lander *l, const redline_statement *const *statements,
                     uint32_t count);

#endif
