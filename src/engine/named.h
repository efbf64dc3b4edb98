/*
 * Sections that a sentence names by the words of their headings.
 *
 * "In the Foreword, delete ...", "the section entitled “Scope”", "the section on finance".
 * The words become one lexeme, a unit with UNIT_NAMED whose range they are, so that whatever
 * reads places reads these as well.  Whether the draft has such a heading is not known yet;
 * one that it lacks is refused when the place is looked up (place_heading.c).
 */
#ifndef RL_ENGINE_NAMED_H
#define RL_ENGINE_NAMED_H

#include "lex.h"

/*
 * Puts a lexeme in the stead of each such name of the sentence.  Linear in its lexemes; looks
 * at none where no verb stands.  False if memory is out.
 */
bool named_take(struct arena *a, redline_bytes text, const struct lexer *lexer,
                const struct quotes *quotes, struct lexed *lexed);

/*
 * The words that a sentence begins with before a colon, a dash or a comma, be they the words
 * of a heading or not: "Foreword: delete ...".  Empty if it begins otherwise, or with a party.
 */
redline_range named_lead(const struct lexed *lexed);

#endif
