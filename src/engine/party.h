/*
 * Parties as texts name them (lang/parties.c and its companions), in any language.
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
 * -1, and no bytes, if there is none.  `lang` is the language of the text, for
 * names that only one language has; capitals count: see lang.h.
 *
 * Whether a word begins there is for the caller to know: in Chinese the middle
 * of a word may look like a name.
 */
int parties_at(const struct parties *p, const struct lang *lang, redline_bytes text,
               redline_range within, uint32_t *len);

#endif
