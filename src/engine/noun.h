/*
 * Noun phrases that name places: "the second sentence of paragraph 43 (b)",
 * "paragraphs 7, 13 and 27", "Section 4 (Code § 38-841.03)"; and how a place
 * named in a sentence combines with the place its surroundings name.
 */
#ifndef RL_ENGINE_NOUN_H
#define RL_ENGINE_NOUN_H

#include <stddef.h>
#include <string.h>

#include <redline/statement.h>

#include "lex.h"

#define STEPS_MAX  14
#define PLACES_MAX 32

/* How coarse a unit is: less for what holds than for what is held.  Units of the same rank
 * replace one another. */
int noun_rank(redline_unit unit);

/* Several places of one phrase, in the order written. */
struct place_set {
	unsigned count;
	bool overflow; /* more were written than are kept */
	bool foreign;  /* one of them is in another text: "of resolution 70/1" */
	bool uneven;   /* what is said of the last one may be meant of all */
	bool beside;   /* an aside says more of one: "3.1 (and 3.3)" */
	bool unlike;   /* a range ends in a number of another kind: "6 (a) to 7" */
	redline_place at[PLACES_MAX]; /* large, so never cleared */
};

static inline void place_set_clear(struct place_set *set)
{
	set->count = 0;
	set->overflow = set->foreign = set->uneven = set->beside = set->unlike = false;
}

/* Copies those that there are. */
static inline void place_set_copy(struct place_set *to, const struct place_set *from)
{
	memcpy(to, from, offsetof(struct place_set, at) + from->count * sizeof *from->at);
}

/* One place alone. */
static inline void place_set_one(struct place_set *set, const redline_place *place)
{
	place_set_clear(set);
	set->at[set->count++] = *place;
}

/* A row of lexemes and a position in it. */
struct cursor {
	struct arena *arena;
	redline_bytes text;
	const struct quotes *quotes;
	const struct lexed *lexed;
	struct lexer *lexer;
	uint32_t at;
};

static inline const struct lang *cursor_lang(const struct cursor *c)
{
	return lexer_lang(c->lexer);
}

static inline const struct lexeme *cursor_peek(const struct cursor *c, uint32_t ahead)
{
	uint32_t const i = c->at + ahead;
	return &c->lexed->at[i < c->lexed->count ? i : c->lexed->count];
}

/* May an ordinal stand behind its unit: "párrafo segundo", "предложение второе"? */
bool noun_ordinals_follow(const struct cursor *c);

/* What a place can begin with, and what it needs. */
#define PLACE_OPENERS                                                                    \
	(LEX_BIT(LEX_FILLER) | LEX_BIT(LEX_SAME) | LEX_BIT(LEX_WHOLE) |                  \
	 LEX_BIT(LEX_RENUMBERED) | LEX_BIT(LEX_COUNT) | LEX_BIT(LEX_ORDINAL) | PLACE_WORDS)
#define PLACE_WORDS (LEX_BIT(LEX_UNIT) | LEX_BIT(LEX_NUMERAL))

/* Does a place begin here (an article, "same", an ordinal may come first)? */
bool noun_is_place_(const struct cursor *c);
static inline bool noun_is_place(const struct cursor *c)
{
	return lexed_may_have(c->lexed, PLACE_WORDS) &&
	       (LEX_BIT(cursor_peek(c, 0)->cls) & PLACE_OPENERS) && noun_is_place_(c);
}

/* Is it a unit that is new by its own form or what stands behind it? */
bool noun_is_new(const struct cursor *c);

/* Has a label a bis, ter or alt: "59bis"? */
bool noun_is_inserted(redline_bytes label);

/*
 * "a new paragraph 59 bis", "the following sentence": a unit that is to
 * come into being.  On true the cursor stands after it.
 */
bool noun_new_unit(struct cursor *c, redline_unit *unit, redline_bytes *label);

/*
 * Reads the places that stand here into out.  The cursor moves past them.
 * False, with nothing moved, if there is none.
 */
bool noun_places(struct cursor *c, struct place_set *out);

/* Is a place of a finer unit than another, so that it may be a part of it? */
bool noun_lies_inside(const redline_place *inner, const redline_place *outer);

/* "(and 3.3)", "(3.3 also)": does an aside name a place besides the one before it? */
bool noun_names_more(const struct lexed *aside);

/* Is one of the places that lexemes [0, to) name in another text: "paragraph 5 of the Charter"? */
bool noun_names_elsewhere(struct cursor *c, uint32_t to);

/* Numbers that stand alone, as places of a unit: "10 and 11". */
void noun_bare(struct cursor *c, redline_unit unit, struct place_set *out);

/* A numeral that stands where nothing but a place of the unit can: "A" of a section. */
void noun_of_numeral(struct arena *a, const struct numeral *n, redline_unit unit,
                     redline_range source, struct place_set *out);

/* The draft as a whole, named by the lexeme at the cursor, which stays. */
void noun_draft(const struct cursor *c, struct place_set *out);

/*
 * An aside right after a place (the cursor stands on it) that names it in
 * another way: "(D.C. Official Code § 3-343.02(a))".
 */
void noun_alias(const struct cursor *c, redline_place *place);

/*
 * Two places said one after the other, "in paragraph 5, in the second
 * sentence": as one, the finer inside.  An empty place if neither is finer.
 */
redline_place noun_nest(struct arena *a, const redline_place *first, const redline_place *second);

/*
 * The place `inner` as said where `scope` is the place of the surroundings
 * (NULL: none).  `nested`: the surroundings are the provision that this one
 * is listed under, so that nothing of it is replaced.  The steps taken over
 * are counted in *inherited.  An empty place (count 0) if "the same
 * paragraph" and the like point at nothing.
 */
redline_place noun_compose(struct arena *a, const redline_place *scope, const redline_place *inner,
                           bool nested);

/*
 * The same for a place that the sentence itself set before, as "In paragraph 12 (b), delete
 * the last item": what is counted or known by its first words, and with `numbers` what is
 * numbered, lies inside of it, whatever its unit is called.
 */
redline_place noun_compose_inside(struct arena *a, const redline_place *scope,
                                  const redline_place *inner, bool numbers);

#endif
