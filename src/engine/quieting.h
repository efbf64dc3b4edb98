/*
 * Inside of what a sentence that asks for nothing may ask for after all: what quiet_doubt.c,
 * which tells of it, and quiet_order.c, which looks for verbs that no table knows, share.
 */
#ifndef RL_ENGINE_QUIETING_H
#define RL_ENGINE_QUIETING_H

#include "clause.h"

/* ---- quiet_order.c ---- */

/* "Rename section 3 “Fees”", "In paragraph 6, put “States” in italics": an
 * unknown verb where an order begins. */
bool quiet_starts_like_order(const struct grammar *g, const struct mood *mood);

/* "В пункте 5 слово «a» подчеркнуть": a word that ends as verbs do, where they stand. */
bool quiet_ends_like_order(const struct grammar *g, const struct mood *mood);

/* "Paragraph 6 should be shorter", "paragraph 6 needs a reference to ..." */
bool quiet_wants_of_place(const struct grammar *g, const struct mood *mood);

/* Where verbs can't be told by their form, does a sentence begin as with one? */
bool quiet_opens_with_verb(const struct grammar *g);

/* May it have one that is not seen, for the same reason? */
bool quiet_hides_verb(const struct grammar *g, const struct mood *mood);

#endif
