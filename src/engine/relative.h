/*
 * Asides that tell what became of a provision or of words before: "Paragraph 7, which
 * was deleted in Rev.1, should be restored".
 *
 * What they tell is over and done, but a grammar that met it between the provision and
 * its verb would take the verb's act for a report, too, and pass it over.  So the aside
 * is taken out of the sentence's lexemes, and the rest is read as any sentence.
 */
#ifndef RL_ENGINE_RELATIVE_H
#define RL_ENGINE_RELATIVE_H

#include "lex.h"

/* Where a "which" aside begins that ends at the comma at[comma]: its own first comma; or
 * `comma`, if there is none.  Looks at no more than a few dozen lexemes. */
uint32_t relative_begin(const struct lexeme *at, uint32_t comma);

/* If there are such asides, *lexed becomes a copy without them.  Linear in the sentence.
 * False if memory is out. */
bool relatives_take(struct arena *a, struct lexed *lexed);

#endif
