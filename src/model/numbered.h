/*
 * Numbers that are labels by nothing but what surrounds them:
 *
 *     ## 4 Duty to publish    a number before the title of a marked heading, where the
 *                             headings of that depth are numbered so
 *     ### A.1 General         a number with the letter of the annex it stands in
 *     A.2.3 The helmet ...
 *     1 The authority ...     an item of a schedule, without a full stop
 *     3.2 shell               a term, with the number of the section it stands in
 *
 * What they look like is said by the two that read them; whether they are labels
 * there, by a struct numbered, which is told of all headings in order.
 */
#ifndef RL_MODEL_NUMBERED_H
#define RL_MODEL_NUMBERED_H

#include "model/heading.h"
#include "model/outline.h"

#define NUMBERED_LEVELS 7 /* of marked headings, 1 to 6 */

struct numbered {
	/* Of each depth the heading with a number that came last; block REDLINE_NONE: none. */
	struct numbered_heading {
		uint32_t block;
		struct label label;
		bool taken; /* for a label */
	} last[NUMBERED_LEVELS];
	struct ordinal section; /* of the last heading with a number of any depth */
	uint32_t letter;        /* of the annex that is open, as the number it stands for; or 0 */
	uint8_t annex;          /* its level; 0: no annex is open */
};

void numbered_begin(struct numbered *n);

/* "4 Duty to publish", "A.1 General": the label in the words of a marked heading. */
bool numbered_scan_title(struct label *out, redline_bytes text, redline_range words);

/* "A.2.3 The helmet", "1 The authority": the label of an item in an annex. */
bool numbered_scan_item(struct label *out, redline_bytes text, uint32_t at, uint32_t end);

/*
 * The heading, which will be block `block`, is labelled by numbered_scan_title: is that a
 * label?  The heading before it that waited for it to say so is given its own.
 */
bool numbered_takes_title(struct numbered *n, block_vec *blocks, const struct heading *h,
                          uint32_t block);

/* A heading is read, with the label it was given, if any. */
void numbered_heading(struct numbered *n, const struct heading *h, uint8_t level, uint32_t block);

/* Is a label of numbered_scan_item one of the annex that is open?  If it has no letter,
 * the list it stands in has still to be asked. */
bool numbered_takes_item(const struct numbered *n, const struct label *label);

/* Is the decimal the next of the section that is open? */
bool numbered_in_section(const struct numbered *n, const struct label *label);

#endif
