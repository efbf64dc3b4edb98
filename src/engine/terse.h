/*
 * Amendments put so tersely that no verb governs them: "Paragraph 7, for should read
 * shall", "Para 7: should -> shall", "Paragraph 7: shall, not should".
 *
 * They are carried out where one bare word, or one quotation, becomes another in a
 * place that is named.  All others are refused with the amendment to write.
 */
#ifndef RL_ENGINE_TERSE_H
#define RL_ENGINE_TERSE_H

#include "clause.h"

/*
 * Looks at a sentence of which nothing was carried out.  True if it is such an
 * amendment: then out->kind, and the amendment or the puzzle, are set anew.  `quiet`:
 * no verb of it asks for anything; else only the surest forms are looked for.
 */
bool read_terse(struct grammar *g, const struct mood *mood, bool quiet);

#endif
