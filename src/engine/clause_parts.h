/*
 * What the readers of a clause have of each other.  Each read_...() takes what begins at
 * the cursor, and leaves the cursor behind it.
 */
#ifndef RL_ENGINE_CLAUSE_PARTS_H
#define RL_ENGINE_CLAUSE_PARTS_H

#include "frame.h"

/* The lexeme right before the cursor; NULL at the first one. */
static inline const struct lexeme *before_cursor(const struct grammar *g)
{
	return g->cursor.at ? &g->cursor.lexed->at[g->cursor.at - 1] : NULL;
}

static inline bool is_behind(const struct grammar *g, enum lex_class cls)
{
	const struct lexeme *x = before_cursor(g);
	return x && x->cls == cls;
}

/* From `ahead` of the cursor on, the first lexeme that is no filler, as peek() counts. */
static inline uint32_t skip_fillers(const struct grammar *g, uint32_t ahead)
{
	while (peek(g, ahead)->cls == LEX_FILLER)
		ahead++;
	return ahead;
}

/* The same, past "the words" and the like, too. */
static inline uint32_t skip_text_nouns(const struct grammar *g, uint32_t ahead)
{
	while (peek(g, ahead)->cls == LEX_FILLER || peek(g, ahead)->cls == LEX_TEXT)
		ahead++;
	return ahead;
}

/* ---- clause_place.c ---- */

/* Adds places to those of a slot: inside or outside of what is there, or as
 * further ones of a list. */
void join_places(struct grammar *g, struct place_set *into, const struct place_set *set,
                 bool list);

/* "in paragraph 5", in the frame's own right. */
void take_places(struct grammar *g, struct frame *f, const struct place_set *set, bool list);

/* Places, into the slot that the role names. */
void read_places(struct grammar *g);

/* Nothing but fillers between the last place and the verb at the cursor? */
bool place_meets_verb(const struct grammar *g);

/* "at the end of paragraph 5", "after the words", "between" */
void read_position(struct grammar *g);

/* "the subsequent paragraphs": whichever they are. */
void read_rest(struct grammar *g);

/* "as 10": a number alone, of the unit that it is given to. */
void read_numeral(struct grammar *g);

/* ---- clause_except.c ---- */

/* "except in", "save for": places that are left as they are follow. */
void read_except(struct grammar *g);

/* "except for", French « sauf à »: a preposition right behind it, which says nothing more.
 * False, with nothing moved, if none such stands there. */
bool read_past_except(struct grammar *g);

/* "paragraphs 3 to 7, except 4": a number that only the places before it say the unit of.
 * False, with nothing moved, if there is none. */
bool read_excepted_numeral(struct grammar *g);

/* Places, as such that are left out. */
void file_excepted(struct grammar *g, const struct place_set *set);

/* ---- clause_count.c ---- */

/* "the second", "the first and third": of the words, or of a place. */
void read_ordinal(struct grammar *g);

/* "the period at the end" */
void count_last(struct grammar *g);

/* "the two occurrences of", "three times" */
void read_count(struct grammar *g);

/* "each", "both", "all but" */
void read_quantifier(struct grammar *g);

/* An aside right behind words: "(twice)", "(second occurrence)". */
void read_aside_count(struct grammar *g, redline_range inside);

/* ---- clause_context.c ---- */

/* Do quoted words come, behind "in"? */
bool begins_context(const struct grammar *g);

/* "in the phrase “a third conference”", behind "in": where the words are looked for. */
void read_context(struct grammar *g);

/* Refuses a sentence that only some of the changes have such words in. */
void check_contexts(struct grammar *g);

/* "by", behind "amend paragraph 5", with a verb behind it; false if it is none such. */
bool read_amend_by(struct grammar *g);

/* ---- clause_verb.c ---- */

/* "to", "for", "with", "instead of": what they bring in is the next operand's role. */
void read_to(struct grammar *g);
void read_for(struct grammar *g);
void read_link(struct grammar *g);
void read_amend_colon(struct grammar *g);

/* "into two (separate) paragraphs", "into one", "into paragraphs 5 and 5 bis" */
void read_into(struct grammar *g);

/* A verb: of this frame, of a new one, or of those that waited for it. */
void read_action(struct grammar *g);

/* A verb that is not carried out needs no further understanding. */
bool verb_is_refused(const struct grammar *g, const struct frame *f);

/* ---- clause_aside.c ---- */

/*
 * The rest of the sentence, from here, is why; up to a semicolon with another
 * instruction behind it.  With a comma before that it is not clear where the
 * reason ends.
 */
void take_reason(struct grammar *g);

/* An aside: parties, another name of a place, or what may take the change back. */
void read_group(struct grammar *g);

/* What "as" opens: what a provision becomes, or why. */
void read_reason(struct grammar *g);

/* ---- clause_wording.c ---- */

/* Words in quotation marks. */
void read_quote(struct grammar *g);

/*
 * One plain word where wording is due: "replace counter with address".  False, with nothing
 * moved, if none is due.
 */
bool read_plain_word(struct grammar *g);

/* "a semicolon": the mark itself, where wording may stand. */
void read_mark_or_skip(struct grammar *g);

/* "it": what was named before; in "the comma after it" the words that a mark goes with. */
void read_pronoun(struct grammar *g);

/* "the definition of “Charges”", at the "of": more is meant than the words quoted. */
bool describes_wording(const struct grammar *g);

/* ---- clause_brackets.c ---- */

/* "the square brackets": what is about them, and which words they go with. */
void read_brackets(struct grammar *g);

/* ---- clause_stray.c ---- */

/*
 * "Paragraph 5: delete and", "delete should be", at the verb: nothing but small words to the
 * end, which can't be what is said of the paragraph.
 */
bool deletes_small_words(const struct grammar *g);

/* Notes for the frame if a stray one stands at the cursor, which stays. */
void note_stray(struct grammar *g);

/* ---- clause_new.c ---- */

/* "a new paragraph 59 bis", behind the verb or before "should be inserted" */
void read_new(struct grammar *g);

/* A unit: "paragraphs" are new, "the sentence “...”" introduces wording, all else is a place. */
void read_unit_or_new(struct grammar *g);

/* ---- clause_joint.c ---- */

void read_or(struct grammar *g);
void read_and(struct grammar *g);
void read_punct(struct grammar *g);

/* ---- clause.c ---- */

/* Words that nothing is known of are refused, once something is asked for. */
void read_unknown(struct grammar *g);

#endif
