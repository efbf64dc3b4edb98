/*
 * Amendments that a later position speaks against: "Norway: Delete paragraph 9. ... On
 * second thoughts, keep it."
 *
 * Where both are of one speaker, the amendment is refused: which of the two holds can't
 * be known.  Where the position is another one's, the amendment stands, with a warning.
 * Positions taken before the amendment say nothing of it.
 */
#ifndef RL_ENGINE_TAKEN_BACK_H
#define RL_ENGINE_TAKEN_BACK_H

#include "land.h"

#include <redline/apply.h>

/*
 * Goes through the amendments that landed; *any says whether some are refused.  Positions
 * are sorted by their provision, so that an amendment costs time by those on its own.
 * False if memory is out.
 */
bool taken_back_settle(struct lander *l, const redline_statement *const *statements,
                       uint32_t count, redline_result *results, uint32_t result_count, bool *any);

#endif
