/*
 * Labels: what a provision is called by in the draft itself.  One function
 * reads a label at a place; whether it is taken for one there is decided by
 * those who know the surroundings (blocks.c), with the help of `strength` and
 * of the sequence it stands in (outline.c).
 */
#ifndef RL_MODEL_LABEL_H
#define RL_MODEL_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include <redline/draft.h>

#include "model/ordinal.h"

enum label_strength {
	LABEL_FIRM,  /* a label wherever a label may stand */
	LABEL_WEAK,  /* only if it continues a list: "c. 1990", "3.5 million" */
	LABEL_ALONE, /* nothing behind it on the line: "Article 5" */
	LABEL_TITLE, /* a short title behind it: "Article 5 Definitions" */
	LABEL_PROSE, /* running text behind it: "Article 5 shall apply" */
};

struct label {
	redline_range range; /* "59 bis.", "(a)"; without brackets and emphasis round it */
	redline_range core;  /* "59 bis", "a"; for "b) bis" from b to bis */
	uint32_t body;       /* first byte behind it, its markup and blanks */
	struct ordinal ordinal;
	uint8_t unit;        /* redline_label_unit */
	uint8_t dress;       /* redline_dress */
	uint8_t strength;    /* enum label_strength */
};

/*
 * Reads the label at `at` in a line that ends at `end`; false if there is
 * none.  In a heading, words such as "Article 5" need no punctuation, and
 * nothing is weak.  Looks at a bounded number of bytes.
 */
bool label_scan(struct label *out, redline_bytes text, uint32_t at, uint32_t end, bool heading);

/*
 * What stands behind the label makes it a reference, not a beginning: "(a)
 * above", "5. and 6.".
 */
bool label_refers(redline_bytes text, const struct label *label, uint32_t end);

/*
 * What the character that Chinese writes behind a number makes it the label of: an
 * article, a chapter, a section; REDLINE_LABEL_PLAIN if it is none of those.
 */
redline_label_unit label_counter_unit(uint32_t cp);

/*
 * Bytes of what makes the number before it an ordinal, at the start of `rest`: the degree
 * sign or an ordinal indicator, "1.o" with its stop, and, where `letters` count, "1er" and
 * "1re"; 0 if there is none.  What may follow it is the caller's to say.
 */
uint32_t label_ordinal_sign(redline_bytes rest, bool letters);

/*
 * How a bis is written: what stands behind the number of the first provision that was
 * inserted after another, of the second ("ter"), and so on.
 */
#define LABEL_BIS_COUNT 7
struct label_bis {
	const char *label; /* "bis" */
	const char *chinese;
	const char *arabic;  /* NULL: as in labels */
	const char *russian; /* likewise */
};
extern const struct label_bis label_bis[LABEL_BIS_COUNT];

#endif
