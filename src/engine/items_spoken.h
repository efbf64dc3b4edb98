/*
 * Lists that a speaker makes within a sentence, unlike those of an act (items.h):
 *
 *     In OP3, (a) delete "x"; (b) replace "y" with "z"; and (c) add "w" at the end.
 *     We propose to: (i) in paragraph 4, delete "x"; (ii) delete paragraph 7.
 *
 * What leads to it names a place or ends with a word of proposing, and the first item begins
 * with an order, or with words that are quoted.
 */
#ifndef RL_ENGINE_ITEMS_SPOKEN_H
#define RL_ENGINE_ITEMS_SPOKEN_H

#include "base/bytes.h"
#include "lang/lang.h"

/* Where the sentence begins, in [from, end), that ends at `end`. */
uint32_t spoken_lead(redline_bytes text, uint32_t from, uint32_t end);

/* Do these words begin with an order in that language, or with a quotation? */
bool spoken_order(const struct lang *lang, redline_bytes text, redline_range words);

/* The language of a list that `lead` leads to and whose first item is `words`; or NULL. */
const struct lang *spoken_list(redline_bytes text, redline_range lead, redline_range words);

/* Does what ends at `end` end with a question mark?  The whole list is the question then. */
bool spoken_asks(redline_bytes text, uint32_t end);

#endif
