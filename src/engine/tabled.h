/*
 * Proposals made before in the same input, which later amendments take back or
 * change: which ones those address is settled before anything lands.
 *
 * What one sentence asks for is one proposal.  It is addressed by whose it is and, if
 * one is named, by a place; none, or more than one that fits, is refused, and those
 * that there are are shown.  Only who made a proposal can withdraw it.
 */
#ifndef RL_ENGINE_TABLED_H
#define RL_ENGINE_TABLED_H

#include <redline/apply.h>

#include "base/arena.h"
#include "report.h"

/*
 * Fates become REDLINE_WITHDRAWN or REDLINE_REFUSED where that is settled, with
 * findings.  (*bases)[i] is the first result of the proposal that result i changes,
 * or REDLINE_NONE; in the arena.  Costs the results times those that address a
 * proposal, of which there may be TABLED_MAX.  False if memory is out.
 */
#define TABLED_MAX 512u
bool tabled_settle(struct report *report, struct arena *arena, redline_result *results,
                   uint32_t count, uint32_t **bases);

#endif
