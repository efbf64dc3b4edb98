/*
 * The texts that a view is about, by the numbers findings use: 0 the draft,
 * i + 1 the i-th statement.  Gives their names, and the line and column of any
 * byte in constant time but for a binary search, however long the lines are:
 * a text is gone through once, when it is first asked about.
 */
#ifndef RL_EDGE_SOURCES_H
#define RL_EDGE_SOURCES_H

#include <redline/write.h>

#include "base/arena.h"
#include "base/lines.h"

struct ruler {
	bool made;
	struct lines lines;
};

struct sources {
	const redline_view *view;
	struct arena arena; /* .failed: memory was out; answers are then all 1 */
	struct ruler *rulers;
};

void sources_begin(struct sources *s, const redline_view *view);
void sources_end(struct sources *s);

const char *sources_name(const struct sources *s, uint32_t source);
/* Empty if the view has no such text. */
redline_bytes sources_text(const struct sources *s, uint32_t source);
uint32_t sources_line(struct sources *s, uint32_t source, uint32_t offset);
redline_position sources_position(struct sources *s, uint32_t source, uint32_t offset);

#endif
