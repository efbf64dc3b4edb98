/*
 * Cross-references: "paragraph 58" where 58 has become 59.
 *
 * A table of the numbers that provisions had and have now.  A change of one number
 * into another is a reference that followed if a word before it says that it names a
 * provision, the only one of that kind and number was renumbered just so, and nothing
 * behind it says that it stands in another text.  In doubt it is a change of words.
 */
#ifndef RL_ENGINE_REFERENCES_H
#define RL_ENGINE_REFERENCES_H

#include "engine/words.h"
#include "lang/common.h"

struct references {
	struct renumbering *at;  /* sorted by the old number, each once */
	struct renumbering *back; /* the same, sorted by the new one */
	uint32_t count, cap;
	bool some;               /* some number changed */
	bool failed;
};

/*
 * A provision of a kind had one number and has another now, or still the same: that
 * is told, too, so that a number which several provisions have is known for one that
 * does not say which.
 */
void references_add(struct references *r, redline_bytes old, redline_bytes now,
                    enum provision_noun noun);

/* After the last one. */
void references_sort(struct references *r);

/*
 * The hashes of one side's tokens, written to `out` so that a reference to what was
 * renumbered is the same on both sides: "paragraph 58" in the old text and
 * "paragraph 59" in the new one.  True if there is any.  A number of which more
 * than one provision was renumbered is left as it is.
 */
bool references_resolve(const struct references *r, const struct words_side *side, bool is_new,
                        uint64_t *out);

/* Do tokens `i` of the one side and `j` of the other name what was renumbered? */
bool references_follow(const struct references *r, const struct words_side *old, uint32_t i,
                       const struct words_side *now, uint32_t j);

void references_release(struct references *r);

/* Is a provision that is named one of another text: "paragraph 1 of resolution 75/240",
 * "document A/80/12, paragraph 4"?  Perhaps: "the Vienna Convention, article 31". */
enum elsewhere { HERE, PERHAPS_ELSEWHERE, ELSEWHERE };

/*
 * What the number that is token `i` names, or begins with: a paragraph, an article ...;
 * NO_NOUN if it names no provision.
 */
enum provision_noun references_noun(const struct words_side *s, uint32_t i,
                                    enum elsewhere *elsewhere);

#endif
