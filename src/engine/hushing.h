/*
 * Inside the last look at what was understood as nothing: what silence.c,
 * silence_order.c, which looks for verbs, silence_new.c, which looks for what is new,
 * silence_swap.c, which looks for two wordings and for words that are to go, and
 * silence_rest.c, which looks for quotations, share.
 *
 * A sign that says true has set out->kind and the puzzle anew.
 */
#ifndef RL_ENGINE_HUSHING_H
#define RL_ENGINE_HUSHING_H

#include "tersing.h"

/* A sentence in question. */
struct hush {
	struct terse t;
	const struct mood *mood;
	bool placed;   /* it names a place, or is listed under one */
	bool listed;   /* it is listed under one */
	bool position; /* it was taken for a position */
};

/* ---- silence.c ---- */

/* An order in its base form: "delete", but no "keep". */
bool hush_is_order(const struct grammar *g, const struct lexeme *x);

/* Is there one of this class among lexemes [from, to)? */
bool hush_has(const struct terse *t, enum lex_class cls, uint32_t from, uint32_t to);

/* Does somebody speak, tell or judge there: is it what is said of the place? */
bool hush_is_told(const struct terse *t, uint32_t from, uint32_t to);

/* The text from lexeme i to the end of the body; of "." alone there is none. */
redline_bytes hush_words(const struct terse *t, uint32_t i);

/* ---- silence_order.c ---- */

/* "In the definition of Fund, replace Water with Lake": an order, and where is lost. */
bool hush_loses_place(struct hush *h);

/* "Paragraph 7 please replace Water with Lake" */
bool hush_orders_late(struct hush *h);

/*
 * "Paragraph 7: del.", "In paragraph 7, put in brackets as a matter of urgency": an order
 * or what begins like one, right behind the place.
 */
bool hush_orders_in_place(struct hush *h);

/* "In paragraph 13, swap the second and third sentences." */
bool hush_orders_strangely(struct hush *h);

/* "Del. para 40a", "Rename 40b)bis 40d).": no place is told, but a number. */
bool hush_orders_number(struct hush *h);

/* "Rename 40b)bis 40d)", "Relabel 7 to 8": a verb that no row knows, and nothing but numbers. */
bool hush_renames_numbers(struct hush *h);

/* "4.2: rename to “Marking”", "retitle paragraph 3 as “Fees”": a verb that no row knows. */
bool hush_leads_to_quote(struct hush *h);

/* "Please number the paragraph in Article 4." */
bool hush_asks_politely(struct hush *h);

/* "In paragraph 5, “and coordinate” can go", an order that stands somewhere else */
bool hush_may_be_words(struct hush *h);

/* ---- silence_new.c ---- */

/* "New subparagraph (d) of paragraph 3: Through loans.", "3 (d) (new): ..." */
bool hush_brings_new(struct hush *h);

/* Is lexeme `cut` at the end, or does wording follow that nobody says of it? */
bool hush_leads_to_wording(const struct hush *h, uint32_t cut);

/* ---- silence_swap.c ---- */

bool hush_shows_arrow(struct hush *h);
bool hush_sets_beside(struct hush *h);
bool hush_renames(struct hush *h);
bool hush_wants_mark(struct hush *h);
bool hush_denies_first(struct hush *h);
bool hush_corrects(struct hush *h);
bool hush_mentions_duty(struct hush *h);
bool hush_prefers(struct hush *h);
bool hush_leaves_out(struct hush *h);
bool hush_shows_minus(struct hush *h);

/* ---- silence_rest.c ---- */

/* A place comes first, and words are quoted that nothing was read of. */
bool hush_quotes_in_place(struct hush *h);

/* Likewise, somewhere in a sentence that may only tell. */
bool hush_quotes_beside(struct hush *h);

/* "The whole text should be deleted." */
bool hush_wants_text_changed(struct hush *h);

/* "We can accept it, but “a” should rather be “b”": even of what else is a position. */
bool hush_sets_due_beside(struct hush *h);

/* "Peru: “Delete paragraph 4.”": an order, quoted as a whole. */
bool hush_quotes_order(struct hush *h);

/* What is to be done comes first, then a colon and the places. */
bool hush_lists_places(struct hush *h);

/* Numbers are to follow, or are said to: "The numbering should be adjusted." */
bool hush_speaks_of_numbers(struct hush *h);

/* A place comes first, and a verb of duty behind it. */
bool hush_wants_something(struct hush *h);

/* All of it but a part is named: "without its last sentence". */
bool hush_leaves_part(struct hush *h);

/* "The delegate of Peru said that paragraph 4 should be deleted." */
bool hush_reports_wish(struct hush *h);

/* A provision is named, and a verb of change: whatever else is said, somebody may mean it. */
bool hush_speaks_of_change(struct hush *h);

/* A place, a cut, and a word or two that no remark is made of: "paragraph 8: kill". */
bool hush_says_little(struct hush *h);

/* A provision is not needed, in somebody's view. */
bool hush_finds_unwanted(struct hush *h);

#endif
