/*
 * What follows from new numbers: "renumber accordingly", and the references
 * that go with a provision.
 */
#ifndef RL_ENGINE_RENUMBER_H
#define RL_ENGINE_RENUMBER_H

#include "land.h"

/*
 * Adds to sorted edits without clashes what an amendment that renumbers asks for
 * beyond the numbers themselves.  The edits are sorted again.  Linear, but for
 * sorts.  False if memory is out.
 */
bool renumber_follow(struct lander *l, edit_list *edits, const redline_result *results,
                     uint32_t count);

#endif
