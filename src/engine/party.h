/*
 * Parties as texts name them (lang/parties.c), in any language.
 */
#ifndef RL_ENGINE_PARTY_H
#define RL_ENGINE_PARTY_H

#include "lang/lang.h"

/* All names, so arranged that one is found without trying the others. */
struct parties;

/* NULL if memory is out.  Not changed by use. */
struct parties *parties_new(void);
void parties_free(struct parties *p);

/*
 * The party whose name begins at text[within.begin], as an index into
 * lang_parties: the longest name that ends where a word ends, in *len bytes.
 * -1 if there is none.  Capitals count: see lang.h.
 */
int parties_at(const struct parties *p, redline_bytes text, redline_range within, uint32_t *len);

#endif
