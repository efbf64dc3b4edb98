/*
 * Marked-up wording: a passage with the change shown in it, as delegations
 * restate one.  Read are CriticMarkup ({~~old~>new~~} {--x--} {++y++}), Markdown's
 * strike and bold (~~old~~ or ~old~, **new**), HTML's <del> and <ins>, <s> or <strike>
 * and <b>, <strong> or <u>, and [-old-]{+new+} as terminals print it.
 *
 * What is bold only adds words where something else in the passage is struck
 * out or marked; whether it does is for the draft to say, so each passage has
 * up to three readings (enum marked_bold).
 */
#ifndef RL_ENGINE_MARKED_H
#define RL_ENGINE_MARKED_H

#include <redline/base.h>

#include "base/buf.h"
#include "base/vec.h"

enum marked_kind {
	MARKED_KEPT,
	MARKED_GONE,
	MARKED_COME,
	MARKED_BOLD, /* bold or underlined: new words, or emphasis */
	MARKED_SAID, /* a comment, in neither reading */
};

struct marked_part {
	enum marked_kind kind;
	redline_range range; /* the words without their marks ... */
	redline_range whole; /* ... and with them */
};

typedef VEC(struct marked_part) marked_parts;

/* Does a mark stand there that can only be one of a change? */
bool marked_shows(redline_bytes words);

/* Where the first such mark begins at or after `from`; text.len if there is none. */
uint32_t marked_first(redline_bytes text, uint32_t from);

/*
 * Cuts the words at their marks, in order, nothing left out.  Linear.  False if
 * memory is out; the list is the caller's to release.
 */
bool marked_cut(redline_bytes words, marked_parts *out);

/* What bold words are taken for. */
enum marked_bold {
	BOLD_COMES,      /* all of them are new */
	BOLD_REPLACES,   /* only those beside what is struck out are */
	BOLD_EMPHASIZES, /* none is */
	MARKED_BOLDS,
};

/* One change: these bytes of the old reading go (none: a point), these words come. */
struct marked_change {
	redline_range gone;   /* in the old reading, without white space at its ends */
	redline_range come;   /* in the buffer of new words, likewise */
	bool blank_before;    /* a blank stands before the new words in the new reading */
	bool blank_after;
	bool blanks_go;       /* there is but white space, and it goes */
	bool unclear;         /* whether the new words join those beside them */
};

/* A passage read: its old reading, and what is changed in it. */
struct marked {
	struct buf old, come;
	VEC(struct marked_change) changes;
};

/* False if memory is out; release it in any case. */
bool marked_read(redline_bytes words, const marked_parts *parts, enum marked_bold bold,
                 struct marked *out);
void marked_release(struct marked *m);

#endif
