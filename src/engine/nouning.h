/*
 * Inside the reading of places: what noun.c (one place), noun_unit.c (one unit of it),
 * noun_aside.c (what stands behind it in parentheses), noun_alias.c (the number of a code
 * there), noun_list.c (lists of places), noun_number.c (which go on by a number) and
 * noun_scope.c (places and their surroundings) share, and nobody else uses.
 *
 * A function that takes something moves the cursor past it; one that says false has
 * found nothing there.
 */
#ifndef RL_ENGINE_NOUNING_H
#define RL_ENGINE_NOUNING_H

#include "noun.h"

/* What noun_rank says. */
enum rank {
	RANK_DOCUMENT,
	RANK_ANNEX,
	RANK_CHAPTER,
	RANK_SECTION,
	RANK_ARTICLE,
	RANK_PARAGRAPH,
	RANK_SUBPARAGRAPH,
	RANK_BULLET,
	RANK_TABLE,
	RANK_ROW,
	RANK_COLUMN,
	RANK_CELL,
	RANK_PART, /* headings, chapeaux, footnotes: they need no number */
	RANK_SENTENCE,
	RANK_LINE,
	RANK_WORDS,
};

/* Russian laws have "пункты" in a "часть", and both are paragraphs elsewhere: is `inner` an
 * item of `outer`? */
bool noun_holds_items(const redline_step *outer, const redline_step *inner);

/* A place while it is read, outermost step first. */
struct steps {
	unsigned count;
	bool relative;
	bool renumbered; /* "as so redesignated" */
	bool designated; /* "newly designated" */
	bool foreign; /* a place of another text */
	bool beside;  /* an aside says more of it: "3.1 (and 3.3)" */
	bool unlike;  /* a range ends in a number of another kind: "6 (a) to 7" */
	redline_range source;
	redline_bytes act; /* "of the Water Act" */
	bool act_alone;    /* no words are quoted that would tell whether the draft is that */
	unsigned also_count;
	redline_step at[STEPS_MAX]; /* large, so not cleared; nor is `also` */
	redline_step also[STEPS_MAX];
};

static inline void steps_clear(struct steps *s)
{
	memset(s, 0, offsetof(struct steps, at));
}

/* ---- noun_unit.c ---- */

/* One unit with its label or ordinal, into place `at` of the steps. */
bool noun_take_unit(struct cursor *c, struct steps *s, unsigned at);

/* "as redesignated", "newly designated": notes it; false if the lexeme is no such word. */
bool noun_note_renumbered(struct steps *s, const struct lexeme *x);

/* Puts a step at place `at`; a place with more than STEPS_MAX loses it. */
void noun_insert_step(struct steps *s, unsigned at, redline_step step);

/* Puts in a numeral's parts, from place `at` on, the first as a step of the unit. */
void noun_add_numeral(struct steps *s, const struct numeral *n, redline_unit unit, bool exact,
                      bool plural, unsigned at);

/* "... to 6" after "paragraphs 2". */
void noun_take_range_end(struct cursor *c, struct steps *s, unsigned at);

/* "to", "through", a dash: between the ends of a range. */
bool noun_is_range_word(const struct lexeme *x);

/* "Satz 2", "sentence 2": sentences have no labels.  0 if the numeral is no such count. */
int32_t noun_sentence_number(const struct cursor *c, redline_unit unit,
                             const struct lexeme *number);

/* ---- noun_aside.c ---- */

/* "(D.C. Official Code § 3-343.02(a))", ", as so redesignated": behind a place, if it comes. */
void noun_take_alias(struct cursor *c, struct steps *s);

/* "of the Water Act of 1990" behind a place, if its number in the code follows */
void noun_skip_act(struct cursor *c);

/* "of the Companies Act 2006" behind a place: takes the name (act_name.h). */
bool noun_take_dated_act(struct cursor *c, struct steps *s);

/* "of the Companies Act" behind a place: notes the name; takes it if a verb follows that says what
 * becomes of the place. */
void noun_take_act(struct cursor *c, struct steps *s);

/* ---- noun_alias.c ---- */

/* The number of a code in the parentheses at the cursor, as steps; returns where it ends. */
uint32_t noun_read_alias(const struct cursor *c, struct steps *out);

/* "sections 2(a) and (b) (§ 1-102(a) and (b))": the section in the code holds for the list. */
void noun_share_alias(struct cursor *c, struct place_set *set);

/*
 * "paragraph (1) of section 4(b) (D.C. Official Code § 3-343)": the code's number is the
 * section's, and what is said beyond it lies inside of that, too.  `alias` has room for
 * STEPS_MAX steps, `known` of which are there; returns how many it then has.
 */
unsigned noun_complete_alias(redline_step *alias, unsigned known, const redline_step *at,
                             unsigned count);

/* ---- noun.c ---- */

/* A numeral that names a place by itself: "PP2", "§ 5", "(b)", "5 bis". */
bool noun_speaks_for_itself(const struct cursor *c, const struct lexeme *x);

/* A number before the ordinal that it goes with. */
bool noun_counts_ordinals(const struct lexeme *x);

/* One place, with all that narrows it; false with the cursor anywhere if there is none. */
bool noun_take_place(struct cursor *c, struct steps *s);

/* ", in paragraph 4" behind what is to go: does nothing follow, and is it coarser, so that it
 * is the place of that, and no further thing? */
bool noun_ends_thought(const struct cursor *behind, const struct steps *outer,
                       const redline_step *inner);

/* An article, "same", "whole", "renumbered": what may come before a unit. */
bool noun_is_determiner(const struct lexeme *x);

/* "second and third sentences": lexemes before the last ordinal of a list. */
uint32_t noun_ordinal_list(const struct cursor *c, uint32_t i);

/* ---- noun_scope.c ---- */

/* "section 7(a)(1), subparagraph (B)": does the second, whose first step is given, lie inside
 * of the first whatever its parts are called? */
bool noun_is_within_section(const redline_step *first, const redline_step *second);

/* ---- noun_list.c ---- */

/* A further place of the list; the set knows if it has no room. */
void noun_list_add(struct place_set *out, const struct steps *s, struct arena *a);

/* ---- noun_number.c ---- */

/* "subsections (a), (b)": is the second a further one, and not a part of the first? */
bool noun_lists_on(const struct cursor *c, const redline_step *last, const redline_step *next);

/* Does a comma or an "and" come, without which no number goes on a list? */
static inline bool noun_list_may_go_on(const struct cursor *c)
{
	return is_punct(cursor_peek(c, 0), ',') || cursor_peek(c, 0)->cls == LEX_AND;
}

/* "7, 13 and 27" after "paragraphs": numerals that go on the list. */
bool noun_take_list_numeral(struct cursor *c, struct place_set *out);

/* Likewise, or the number or ordinal of a further sentence. */
bool noun_take_list_number(struct cursor *c, struct place_set *out);

#endif
