/*
 * Places that a statement speaks of right behind an amendment that changes more than them:
 * "Replace ... throughout.  This does not apply to paragraph 4."
 *
 * There is no end of ways to say that a place is left out, nor of reasons that name one.  So
 * where the change is made in the place, too, and elsewhere, it is refused, and the exception
 * or the reason is asked for in words that leave no doubt.
 */
#ifndef RL_ENGINE_SPARED_H
#define RL_ENGINE_SPARED_H

#include "land.h"

/*
 * Goes through the amendments that landed; *any says whether some are refused.  Time by the
 * edits, and by the places spoken of with the edits of their amendments.  False if memory is
 * out.
 */
bool spared_settle(struct lander *l, const redline_statement *const *statements, uint32_t count,
                   redline_result *results, uint32_t result_count, const edit_list *edits,
                   bool *any);

#endif
