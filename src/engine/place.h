/*
 * Places: from "the second sentence of paragraph 43 (b)" to bytes of the
 * draft.  A place that fits nothing, or twice, is refused with findings.
 */
#ifndef RL_ENGINE_PLACE_H
#define RL_ENGINE_PLACE_H

#include <redline/draft.h>
#include <redline/statement.h>

#include "base/arena.h"
#include "report.h"
#include "text_name.h"

enum area_kind {
	AREA_DOCUMENT,
	AREA_BLOCKS, /* a provision, section, ... with all it encloses */
	AREA_TEXT,   /* part of one block's body: a sentence, a heading's words */
};

struct area {
	enum area_kind kind;
	redline_range range; /* of the draft's text */
	uint32_t block;      /* the provision or heading itself, the block that
	                          the text is in; REDLINE_NONE for the document */
	uint32_t end_block;  /* AREA_BLOCKS: first block after it */
	redline_unit unit;   /* of the innermost step */
	bool with_heading;   /* a section's own heading is looked at, too */
	bool unsure;         /* one of two rows, it is not clear which */
	uint32_t column;     /* of each row just this cell, from 1; or 0 */
	int32_t line;        /* that was asked for; or 0 */
	bool by_line;        /* physical lines were asked for, and not used */
};

/* The first block inside, behind the provision or heading itself. */
static inline uint32_t area_begin(const struct area *area)
{
	return area->block == REDLINE_NONE ? 0 : area->block + 1;
}

/* A provision that an amendment gives another number, or its text a number inside of it. */
struct renumbered {
	uint32_t statement, cause;
	uint32_t block;
	redline_bytes label; /* canonical */
	bool inside;         /* it is the text's: "(c) ..." becomes "(c)(1) ..." */
};

struct name_entry;
struct place_act;
struct place_kinds;
struct place_memo;

/* Labels of a draft, looked up by their canonical core. */
struct place_finder {
	const redline_draft *draft;
	redline_bytes text;
	const redline_block *blocks;
	uint32_t count;
	struct name_entry *labels; /* sorted by hash, then by block */
	uint32_t label_count;
	struct name_entry *headings; /* likewise: their words, and label and words */
	uint32_t heading_count;
	struct place_act *act;     /* what it says that it is (place_act.c) */
	struct place_kinds *kinds; /* what its provisions are called (place_kind.c) */
	struct place_memo *memo; /* answers that were dear to find */
	const struct renumbered *renumbered; /* for "as so redesignated" */
	uint32_t renumbered_count;
};

/* Linear, but for a sort of the labels and headings.  False if memory is out. */
bool places_begin(struct place_finder *f, const redline_draft *draft, struct arena *arena);

/*
 * Where the place is.  False if it is nowhere or more than once: then a
 * finding at `where` says so, with notes that show the candidates; with a NULL report
 * nothing does.  *held is the place as it held: without a scope that was carried over
 * and leads nowhere.
 */
bool places_resolve(const struct place_finder *f, const redline_place *place, redline_spot where,
                    struct report *report, struct area *out, redline_place *held);

/* Does a heading of the draft read as these words (place_heading.c)? */
bool places_has_heading(const struct place_finder *f, redline_bytes words);

/* How the name of a text goes with what the draft says that it is (place_act.c). */
enum text_match places_match_title(const struct place_finder *f, redline_bytes text,
                                   const struct text_name *name, bool same_noun);

/* The whole draft. */
struct area places_document(const struct place_finder *f);

/* The block with this canonical label next to `block` (a sibling), or REDLINE_NONE. */
uint32_t places_sibling(const struct place_finder *f, uint32_t block, redline_bytes label);
bool places_has_sibling(const struct place_finder *f, uint32_t block, redline_bytes label);

#define CANONICAL_MAX 64u /* bytes of a canonical label that are kept and compared */

/*
 * A label's core without blanks, in lower case after the number ("59 bis" ->
 * "59bis"); into buf, at most size bytes; returns the length.
 */
size_t places_canonical(redline_bytes core, char *buf, size_t size);

/* The nth paragraph of an article whose paragraphs have no numbers, from 1; false if they
 * have, or it has fewer.  *count: how many there are. */
bool places_counted(const struct place_finder *f, const struct area *article, uint32_t nth,
                    struct area *out, uint32_t *count);

/* The number that the first of a list has: "1", "a", "A", "i", "I". */
bool places_is_first_label(redline_bytes label);

/* Have two cores the same canonical form? */
bool places_same_label(redline_bytes a, redline_bytes b);

/* Sentence `ordinal` (1, 2, ... or -1, -2) of a text; empty if there is none. */
redline_range places_sentence(redline_bytes text, redline_range within, int32_t ordinal);

/* What a provision says behind a heading in its own line, "(a) General.--Each State ...": all
 * that it says if it has none. */
redline_range places_behind_run_in(redline_bytes text, redline_range body);

/* What stands behind a section's title in the line of its heading; empty if nothing does. */
redline_range places_behind_title(const struct place_finder *f, uint32_t heading);

/*
 * The one reference to a footnote in these bytes, "[^3]"; empty if there is none, and
 * *several if there are more, or one is not closed.
 */
redline_range places_sole_reference(redline_bytes text, redline_range within, bool *several);

/* The footnote with that label; f->count if there is none. */
uint32_t places_footnote(const struct place_finder *f, redline_bytes label);

#endif
