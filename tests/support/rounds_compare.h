/*
 * What redline_compare makes of a round: the two texts read and compared, and its
 * pairs as links between items.
 */
#ifndef RL_SUPPORT_ROUNDS_COMPARE_H
#define RL_SUPPORT_ROUNDS_COMPARE_H

#include "rounds.h"

/*
 * False if a text does not have as many blocks as the round has items, or
 * nothing can be compared; the links are to be released either way.
 */
bool round_compare(struct round_links *found, const struct round *round);

#endif
