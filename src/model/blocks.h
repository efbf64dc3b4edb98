/* From bytes to blocks; see blocks.c. */
#ifndef RL_MODEL_BLOCKS_H
#define RL_MODEL_BLOCKS_H

#include "base/lines.h"
#include "model/outline.h"

/*
 * Appends the blocks of a text (checked by redline_text_check) to `out`, which
 * remembers if memory ran out.  Those of the lines that begin at `cuts` (ascending) begin
 * with the label of a provision, whatever stands before it.  Linear.
 */
void blocks_read(block_vec *out, redline_bytes text, const struct lines *lines,
                 const uint32_t *cuts, uint32_t count);

#endif
