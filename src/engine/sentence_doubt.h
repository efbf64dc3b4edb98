/*
 * Where nobody can tell for sure whether a sentence of the draft ends: "approx. 3.5",
 * "taxes, bans, etc. Nobody", a question inside a quotation.  Asked only where an
 * amendment counts sentences.
 */
#ifndef RL_ENGINE_SENTENCE_DOUBT_H
#define RL_ENGINE_SENTENCE_DOUBT_H

#include "lang/lang.h"

/*
 * Is there a doubtful stop in text[part]?  `body` is the whole text that the sentences are
 * counted in; a stop at its end ends a sentence for sure.
 */
bool sentence_is_doubtful(redline_bytes text, redline_range body, redline_range part,
                          const struct lang *lang);

#endif
