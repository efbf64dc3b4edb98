/*
 * A draft whose lines are cut where items of a list begin inside them: "... as follows:
 * (1) Subsection (c) is repealed. (2) ...".  Only who knows that the text is an act can
 * say where that is, so a draft itself is never cut.
 */
#ifndef RL_MODEL_CUT_H
#define RL_MODEL_CUT_H

#include <redline/draft.h>

/*
 * As redline_draft_new, but before each of `cuts` (offsets of labels, ascending) a line ends
 * as well, and the label begins a provision whatever stands before it.  Lines and columns
 * are still told as they stand in the text.
 */
redline_status draft_cut(redline_draft **out, redline_bytes text, const uint32_t *cuts,
                         uint32_t count);

#endif
