/*
 * Inside the meaning of frames: what meaning.c, meaning_place.c, meaning_words.c,
 * meaning_addition.c, meaning_provisions.c and meaning_fit.c share, and nobody else uses.
 *
 * A frame becomes amendments, or leaves a puzzle.  What says false has left one.
 */
#ifndef RL_ENGINE_MEANING_H
#define RL_ENGINE_MEANING_H

#include "clause.h"

/* ---- meaning_place.c ---- */

/*
 * The places that hold for a frame: its own, else those around it; and inside
 * them the one that "at the end of" names.
 */
bool frame_places(struct grammar *g, const struct frame *f, struct place_set *out);

/*
 * Provisions that a frame's verb is about, said where its places are.  Those that the
 * sentence itself names hold: nothing outside of them may be meant.
 */
bool compose_units(struct grammar *g, const struct frame *f, const struct place_set *set,
                   const struct place_set *places, struct place_set *out);

/* The unit that a place's innermost step names. */
redline_unit innermost(const redline_place *p);

/* ---- meaning.c ---- */

/* NULL if memory is out. */
redline_place *copy_places(struct grammar *g, const redline_place *from, unsigned count);

/* One more amendment, with what all have from their frame; NULL, with a puzzle, if there
 * are too many. */
redline_amendment *add_amendment(struct grammar *g, const struct frame *f, redline_action action,
                                 const struct place_set *places);

/* ---- meaning_words.c ---- */

/* They may follow in a wording of their own; else that is a puzzle. */
void missing_new_words(struct grammar *g, const struct frame *f);

/* "For subsection (2), substitute “...”": the one wording comes for what stood behind "for". */
bool comes_for_named(const struct frame *f);

/* OLD becomes NEW, whichever slots they came in. */
void mean_substitution(struct grammar *g, const struct frame *f, const redline_operand *old,
                       const redline_operand *now);

/* The same, by the slots of a verb that replaces. */
void mean_replace(struct grammar *g, const struct frame *f);

/* What "should read" and "is amended" say. */
void mean_reading(struct grammar *g, const struct frame *f);

void mean_deletion(struct grammar *g, const struct frame *f);
void mean_brackets(struct grammar *g, const struct frame *f, redline_action action);

/* ---- meaning_addition.c ---- */

/* A new provision, heading or footnote. */
void mean_addition(struct grammar *g, const struct frame *f, redline_unit unit);

/*
 * A wording of several provisions with these numbers, in this order, one by one; false if one
 * is missing.  `parts` has room for all of them, and is filled as far as they go.
 */
bool split_wording(redline_bytes words, const redline_bytes *labels, unsigned count,
                   redline_bytes *parts);

/* What its verb inserts, be it words or such a unit. */
void mean_insertion(struct grammar *g, const struct frame *f);

/* "compléter le paragraphe 5 par ...": at its end, unless it is said where. */
void mean_completion(struct grammar *g, struct frame *f);

/* "ANCHOR should be preceded by NEW" */
void mean_neighbour(struct grammar *g, const struct frame *f);

/* ---- meaning_provisions.c ---- */

void mean_move(struct grammar *g, const struct frame *f);
void mean_swap(struct grammar *g, const struct frame *f);
void mean_renumbering(struct grammar *g, const struct frame *f);
void mean_split(struct grammar *g, const struct frame *f);
void mean_merging(struct grammar *g, const struct frame *f);

/* ---- meaning_fit.c ---- */

/*
 * What was read and would not be used may be what matters most: false then.  Words and
 * places that stood where others may are put into their slots first.
 */
bool uses_everything(struct grammar *g, struct frame *f);

#endif
