/*
 * Inside the resolving of places: what place.c, which takes the steps, those which know how
 * to take one, place_step.c and others, and place_say.c, which tells why one can't be taken,
 * share, and nobody else uses.
 *
 * A step narrows *area.  One that says false has said why in the report, if there is
 * one, and leaves the place unresolved.
 */
#ifndef RL_ENGINE_PLACING_H
#define RL_ENGINE_PLACING_H

#include "place.h"

#define SHOWN_CANDIDATES 5u

/* The blocks that answer to one label. */
struct candidates {
	uint32_t at[SHOWN_CANDIDATES];
	uint32_t count; /* of all, shown or not */
};

/* One place on its way to bytes of the draft. */
struct resolving {
	const struct place_finder *f;
	const redline_place *place;
	redline_spot where;
	struct report *report; /* NULL: just say whether it fits */
	bool ambiguous;
	bool by_new_number;     /* some step was */
	const redline_step *at; /* the step being taken */
};

/* ---- place_say.c: what is said of a place that can't be had ---- */

/* These are false, for the caller to hand on. */
bool placing_say(struct resolving *r, const char *code, const char *message);
bool placing_say_ambiguous(struct resolving *r, const struct candidates *c);
bool placing_say_absent(struct resolving *r, const struct area *area, const redline_step *step);

/* The place as far as it was followed: "section III" of "section III, paragraph 2". */
void placing_words(const struct resolving *r, char *buf, size_t size);

/* ---- place_step.c ---- */

/* By its label, or by another way of writing it. */
bool placing_step_label(struct resolving *r, struct area *area, const redline_step *step);

/* ---- place_label.c ---- */

/* A block and the hash of what it is called by; tables of these are sorted by both. */
struct name_entry {
	uint64_t hash;
	uint32_t block;
};

int placing_compare(const void *a, const void *b);

/* The first entry with this hash and a block at or after `block`, or where it would stand. */
uint32_t placing_first(const struct name_entry *entries, uint32_t count, uint64_t hash,
                       uint32_t block);

/* Does a block answer to this unit's name?  Among those that do, 0 answers best. */
bool placing_unit_fits(const redline_block *b, const redline_step *step);
int placing_unit_rank(const redline_block *b, const redline_step *step);

/* How deep a block lies: labelled ancestors that enclose it. */
unsigned placing_depth(const struct place_finder *f, uint32_t block);

/* The blocks in the area that have this label and answer to the step's unit, the least deep. */
void placing_find_label(const struct place_finder *f, const struct area *area,
                        const redline_step *step, redline_bytes label, struct candidates *out);

/* Those that have both ends of a step's range as one label: "47-2829". */
void placing_find_dashed(const struct place_finder *f, const struct area *area,
                         const redline_step *step, struct candidates *out);

/* From the first of two blocks to the end of what the last encloses. */
struct area placing_block_area(const struct place_finder *f, uint32_t first, uint32_t last,
                               redline_unit unit);

/* The first and last labelled block there that the step could have named; REDLINE_NONE if
 * there is none. */
void placing_neighbours(const struct place_finder *f, const struct area *area,
                        const redline_step *step, uint32_t *first, uint32_t *last);

/* ---- place_text.c ---- */

bool placing_step_sentence(struct resolving *r, struct area *area, const redline_step *step);
bool placing_step_chapeau(struct resolving *r, struct area *area);
bool placing_step_heading(struct resolving *r, struct area *area, redline_unit unit);
/* "the paragraph beginning with “Net”" */
bool placing_step_words(struct resolving *r, struct area *area, const redline_step *step);

/* ---- place_heading.c ---- */

/* Fills the finder's table of headings.  False if memory is out. */
bool placing_index_headings(struct place_finder *f, struct arena *arena);

/* "the section “Scope”", "the article “Definitions”" */
bool placing_is_by_heading(const redline_step *step);
bool placing_step_by_heading(struct resolving *r, struct area *area, const redline_step *step);

/* ---- place_kind.c ---- */

/* Fills the finder's account of what its provisions are called.  False if memory is out. */
bool placing_index_kinds(struct place_finder *f, struct arena *arena);

/* May a block that answers to the unit be called by the step's word: "section 6", "rule 6"? */
bool placing_kind_fits(const struct place_finder *f, const struct area *area,
                       const redline_step *step, uint32_t block);

/* Does the step's word need such leave? */
bool placing_is_kind(const redline_step *step);

/* Does the draft itself say "Rule 3" where the step says a rule? */
bool placing_is_by_kind(const struct place_finder *f, const redline_step *step);
bool placing_step_by_kind(struct resolving *r, struct area *area, const redline_step *step);

/* ---- place_act.c ---- */

/* Notes what the draft says that it is.  False if memory is out. */
bool placing_index_act(struct place_finder *f, struct arena *arena);

/* May the draft be the act of this name? */
bool placing_is_of_act(const struct place_finder *f, const redline_place *place);
bool placing_say_of_act(struct resolving *r);

/* ---- place_count.c ---- */

bool placing_step_ordinal(struct resolving *r, struct area *area, const redline_step *step);
/* Are the paragraphs of this article without numbers, so that "paragraph 2" and "第二款"
 * count them?  If so, they are taken from the one to the other; negative from the end. */
bool placing_counts_paragraphs(const struct place_finder *f, const struct area *area);
bool placing_step_counted(struct resolving *r, struct area *area, const redline_step *step,
                          int32_t first, int32_t last);
/* What a label of digits counts; past all paragraphs if it is none. */
int32_t placing_number_of(redline_bytes label);
bool placing_step_preamble(struct resolving *r, struct area *area, const redline_step *step);
/* "the third line", "line 3" */
int32_t placing_line_number(const redline_step *step);

/* ---- place_defined.c ---- */

/* "the definition of “vessel”" */
bool placing_is_defined(const redline_step *step);
bool placing_step_defined(struct resolving *r, struct area *area, const redline_step *step);

#endif
