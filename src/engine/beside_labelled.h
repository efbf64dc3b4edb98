/*
 * Inside of texts in lines with labels: what beside_lines.c, which makes pairs of them, and
 * beside_text.c, which takes each, share.
 */
#ifndef RL_ENGINE_BESIDE_LABELLED_H
#define RL_ENGINE_BESIDE_LABELLED_H

#include "beside.h"

/* Where reading stands among labelled lines. */
struct text_lines {
	struct reading_run *r;
	redline_range words; /* what is left of the block at hand ... */
	uint32_t last;       /* ... or of those up to this one */
	bool weak;           /* labels of pairs count, too */
	bool labelled;       /* there is some label in the block's words */
};

/* A text that a label leads to. */
struct labelled {
	redline_range text;
	bool bounded; /* it stands in blocks of its own */
	bool cut;     /* by a label that may be a part of it */
	struct label label;
};

/* A line that is a label and nothing else. */
enum field beside_label_alone(const struct reading_run *r, uint32_t block);

/* The label that block n begins with, alone or with its text before it; or FIELD_NONE. */
enum field beside_label_at(const struct reading_run *r, uint32_t n, bool weak);

/* Both texts with their labels; false if one is not there. */
bool beside_take_texts(struct text_lines *l, struct labelled *present, struct labelled *proposed);

/* Is it clear that what follows the new text does not belong to it? */
bool beside_ends_clearly(const struct text_lines *l, const struct labelled *old,
                         const struct labelled *now);

#endif
