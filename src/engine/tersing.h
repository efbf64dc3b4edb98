/*
 * Inside the reading of terse amendments: what terse.c, which reads the lead, and
 * terse_swap.c, terse_new.c and silence.c, which know forms of the body, share, and
 * nobody else uses.
 *
 * A form that says true has set out->kind, and the amendment or the puzzle, anew.
 */
#ifndef RL_ENGINE_TERSING_H
#define RL_ENGINE_TERSING_H

#include "clause.h"

/* Large: never cleared as a whole. */
struct terse {
	struct grammar *g;
	const struct lexeme *all;
	uint32_t begin, end; /* lexemes of the body */
	bool named;          /* the lead names a place itself */
	bool cut;            /* and a mark stands between lead and body */
	bool in;             /* the lead opens with "in" or "on" */
	bool arrow;          /* and holds an arrow */
	bool wants;          /* and says that something is proposed */
	bool aside;          /* some place is named, in parentheses */
	struct place_set at; /* where it is; the surroundings if nothing is named */
};

/* A verb of duty, "shall". */
static inline bool terse_is_due(const struct lexeme *x)
{
	return x->cls == LEX_FILLER && x->value == FILLER_DUE;
}

static inline bool terse_is_instead(const struct lexeme *x)
{
	return x->cls == LEX_LINK && x->value == LINK_INSTEAD_OF;
}

/* ---- terse.c ---- */

/* Reads the lead of the sentence, and its tail. */
void terse_begin(struct terse *t, struct grammar *g);

/* The text of lexemes [from, to), without commas and blanks around it. */
redline_range terse_span(const struct terse *t, uint32_t from, uint32_t to);

/* A wording, quoted or bare; absent if it is empty. */
redline_operand terse_wording(const struct terse *t, redline_range range);

/* May words of the body be a wording: nobody speaks, doubts, supports or tells? */
bool terse_says_nothing(const struct terse *t, uint32_t from, uint32_t to);

bool terse_names_unit(const struct terse *t, uint32_t from, uint32_t to);
bool terse_is_reading(const struct lexeme *x);
bool terse_is_arrow(const struct lexeme *x);
bool terse_is_cut(const struct lexeme *x);

/* One word for one word, in a place that is known: else the amendment to write. */
void terse_settle(struct terse *t, const redline_operand *old, const redline_operand *now);

/* The one place that the lead names; NULL if there are none, or several. */
const redline_place *terse_only_place(const struct terse *t);

/* As many bytes of the words as are shown: not more than fit, and whole characters. */
int terse_shown(redline_bytes words);

/* The text, kept; or some other one if memory is out. */
const char *terse_keep(struct terse *t, const char *text);

/* All of the sentence. */
redline_range terse_sentence(const struct terse *t);

void terse_refuse(struct terse *t, const char *code, const char *message);

/* "... write: in paragraph 7, replace “a” with “b”", kept; an absent wording is "...". */
const char *terse_replacing_advice(struct terse *t, const redline_operand *old,
                                   const redline_operand *now);
void terse_advise_replacing(struct terse *t, const redline_operand *old,
                            const redline_operand *now);

/* Refuses with the amendment to write: `why`, then "in paragraph 7, ", the verb, the words in
 * quotation marks and what is `behind` them. */
void terse_advise_words(struct terse *t, const char *why, const char *verb, redline_bytes words,
                        const char *behind);

/* Refuses with the amendment to write, which names the place, or `other` if it is not told. */
void terse_advise(struct terse *t, const char *before, const redline_place *place,
                  const char *other, const char *after);

/* ---- terse_swap.c ---- */

bool terse_corrigendum(struct terse *t);
bool terse_arrow(struct terse *t);
bool terse_beside(struct terse *t);
bool terse_from_to(struct terse *t);
bool terse_parted(struct terse *t);
bool terse_wanted(struct terse *t);
bool terse_becoming(struct terse *t);
bool terse_late_verb(struct terse *t);

/* Does an arrow of signs begin at lexeme i, "->", "=>" or ">"? *len has its lexemes:
 * ">" itself is none, as it may quote. */
bool terse_arrow_at(const struct terse *t, uint32_t i, uint32_t *len);

/* Where the wording begins that ends at lexeme i: "Our edits: should", or "Punkt 7: should",
 * a place in a tongue that isn't told. */
uint32_t terse_after_colon(const struct terse *t, uint32_t i);

/* ---- terse_new.c ---- */

bool terse_new_reading(struct terse *t);
bool terse_plus(struct terse *t);
bool terse_addition(struct terse *t);
bool terse_position_alone(struct terse *t);
bool terse_order(struct terse *t);
bool terse_bracketing(struct terse *t);
bool terse_removal(struct terse *t);
bool terse_new_text(struct terse *t);
bool terse_new_version(struct terse *t);
bool terse_new_heading(struct terse *t);

#endif
