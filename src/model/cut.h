/*
 * A draft that is cut where it seems to go on: inside a line where items of a list begin,
 * "... as follows: (1) Subsection (c) is repealed. (2) ...", and between lines of a paragraph
 * where somebody else begins to speak.  Only who knows that the text is an act, or what was
 * said, can say where that is, so a draft itself is never cut.
 */
#ifndef RL_MODEL_CUT_H
#define RL_MODEL_CUT_H

#include <redline/draft.h>

/* Both ascending. */
struct cuts {
	const uint32_t *labels; /* before them a line ends as well, and a provision begins */
	uint32_t label_count;
	const uint32_t *lines; /* first bytes of lines that join no block before them */
	uint32_t line_count;
};

/*
 * As redline_draft_new, but cut, whatever stands before the cuts.  Lines and columns are still
 * told as they stand in the text.
 */
redline_status draft_cut(redline_draft **out, redline_bytes text, const struct cuts *cuts);

#endif
