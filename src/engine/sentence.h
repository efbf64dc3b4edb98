/*
 * Sentences: where one ends and the next begins, in statements and in
 * drafts.  A full stop inside a quotation, after an abbreviation, inside a
 * number or before a lower-case word ends nothing.
 */
#ifndef RL_ENGINE_SENTENCE_H
#define RL_ENGINE_SENTENCE_H

#include "lang/lang.h"
#include "quote.h"

/*
 * End of the sentence that begins at range.begin, its closing punctuation
 * included, at most range.end.  quotes may be NULL (a draft: quotation marks
 * are then ordinary).  Returns range.end when no sentence ends before.
 */
uint32_t sentence_end(redline_bytes text, redline_range range, const struct quotes *quotes,
                      const struct lang *lang);

/* Is the full stop at `stop` that of an abbreviation, which begins no earlier than `begin`? */
bool sentence_abbreviates(redline_bytes text, uint32_t begin, uint32_t stop,
                          const struct lang *lang);

#endif
