/*
 * A merge without short cuts, for tests: also where two of the texts are the same,
 * which redline_merge_texts answers at once.
 */
#ifndef RL_ENGINE_MERGE_H
#define RL_ENGINE_MERGE_H

#include <redline/share.h>

redline_status merge_fully(redline_merge **out, redline_bytes base, redline_bytes ours,
                           redline_bytes theirs);

#endif
