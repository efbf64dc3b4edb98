/* From bytes to blocks; see blocks.c. */
#ifndef RL_MODEL_BLOCKS_H
#define RL_MODEL_BLOCKS_H

#include "base/lines.h"
#include "model/cut.h"
#include "model/outline.h"

/*
 * Appends the blocks of a text (checked by redline_text_check) to `out`, which
 * remembers if memory ran out.  Lines begin at all of the cuts.  Linear.
 */
void blocks_read(block_vec *out, redline_bytes text, const struct lines *lines,
                 const struct cuts *cuts);

#endif
