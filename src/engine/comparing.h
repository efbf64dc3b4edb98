/*
 * A comparison in the making.  See compare.c for its steps.
 */
#ifndef RL_ENGINE_COMPARING_H
#define RL_ENGINE_COMPARING_H

#include "base/vec.h"
#include "engine/compare.h"
#include "engine/emit.h"
#include "engine/units.h"

#define NONE REDLINE_NONE

enum { OLD, NEW, SIDES };

struct redline_comparison {
	const redline_draft *drafts[SIDES];
	redline_compare_options options;
	redline_script *script;
	redline_script *counted; /* by whole words, if the script is by characters */
	VEC(redline_pair) pairs;
	redline_tally tally; /* without words */
	bool differs;
};

/* A link, turned: units of the old draft and of the new one. */
struct turned {
	uint32_t begin[SIDES], end[SIDES];
	uint32_t move;               /* which move it is, or NONE */
	redline_range ends[SIDES];   /* of a move: what its operations cover */
	uint32_t pair;               /* of the comparison */
	bool exact;
	bool renumbered;
};

struct comparing {
	redline_comparison *out;
	struct units units[SIDES];
	struct turned *links;        /* ascending in the new text */
	uint32_t link_count, move_count;
	uint32_t *link_of[SIDES];    /* by unit: its link, or NONE */
	struct references references;
	struct script_builder script;
	struct emitter emitter;
	struct words words, resolved_words;
	struct tokens joined[SIDES]; /* tokens of several units; of a prefix */
	struct tokens resolved[SIDES]; /* hashes with references resolved */
	VEC(redline_range) labels[SIDES];
	bool flipped;
	bool failed;
};

/* ---- compare_link.c: words inside a link ---- */

/* Emits the text of a link, from where it begins on both sides to where it ends. */
void compare_link(struct comparing *c, const struct turned *it);

/* ---- compare_walk.c: over both texts ---- */

/* Emits everything, and keeps the books: pairs and tally. */
void compare_walk(struct comparing *c);

#endif
