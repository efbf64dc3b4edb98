/*
 * Headings: the marked ones of Markdown, and the lines of plain text that are
 * headings by their looks.  Only the line itself is judged here; whether it
 * stands alone is for blocks.c to say.
 */
#ifndef RL_MODEL_HEADING_H
#define RL_MODEL_HEADING_H

#include "model/label.h"
#include "model/line.h"

/* What encloses what among headings that don't say their level. */
enum heading_rank {
	HEADING_ANNEX,
	HEADING_PART,
	HEADING_CHAPTER,
	HEADING_CAPITALS, /* a line in capitals; "Section 3" */
	HEADING_ROMAN,    /* II. */
	HEADING_LETTER,   /* E. */
	HEADING_ARTICLE,  /* Article 5, § 12 */
	HEADING_OTHER,    /* bold, in lenticular brackets */
};

struct heading {
	redline_range body;
	bool labelled;
	struct label label; /* if labelled */
	uint8_t marked;     /* level 1 to 6 by its marks, or 0 */
	uint8_t rank;       /* enum heading_rank */
	bool titled;        /* its label is one only if the headings are numbered so */
};

/* "## E. Capacity-building ##" */
bool heading_marked(struct heading *out, redline_bytes text, const struct line *line);

/* A line over "====" (level 1) or "----" (level 2). */
bool heading_underlined(struct heading *out, redline_bytes text, const struct line *line,
                        char underline);

/*
 * A line that, standing alone, is a heading: "ANNEX I", "E. Capacity-building",
 * "Article 5 Definitions", "**Bold**".  *alone: it is one only if nothing but a
 * blank line follows ("Article 5" over its text needs none).  *listed: it could
 * as well be an item of a list.
 */
bool heading_plain(struct heading *out, redline_bytes text, const struct line *line,
                   bool *alone, bool *listed);

/* The headings that are open, to give each its level. */
struct heading_levels {
	struct { uint8_t level, rank; bool marked; } open[6];
	uint32_t depth;
	struct ordinal last; /* of the heading before, to tell I after H from one */
};

/* The level of the heading, 1 to 6; sets *numeral to its label's. */
uint8_t heading_level(struct heading_levels *levels, const struct heading *heading,
                      uint8_t *numeral);

#endif
