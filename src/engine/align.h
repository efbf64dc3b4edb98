/*
 * Alignment: which units of one draft became which of another, decided by what
 * they say.
 *
 * In this order:
 *   1. units that say the very same and stand once on each side, then units of
 *      the same tokens (re-wrapped ones): certain pairs;
 *   2. units that plainly share most of what they say and stand behind a pair;
 *      for the rest, pairs that share rare phrases, found through an index of
 *      the smallest hashes of each unit's word pairs (Broder, "On the
 *      resemblance and containment of documents", 1997), never all against all;
 *   3. of all these the heaviest chain that is in order on both sides: what
 *      stayed.  Where it leaves out units of the same words on both sides, any
 *      units of these words may be one, whatever their bytes, and the chain is found
 *      anew.  Certain pairs outside it have moved;
 *   4. between neighbours in the chain: repeated units in order, then the most
 *      alike ones, a label in common counting for it;
 *   5. what is left and stands beside a pair it shares its words with: splits and
 *      merges;
 *   6. what is left and is very much alike: moved with edits;
 *   7. labels without a text of their own, in front of what moved.
 * What no step pairs was deleted or inserted.
 *
 * The result does not depend on the order of the two sides but through a; a
 * caller who wants the mirror image gives the same side as a each time.
 */
#ifndef RL_ENGINE_ALIGN_H
#define RL_ENGINE_ALIGN_H

#include "engine/diff.h"
#include "engine/units.h"

/* Units a[a, a_end) and b[b, b_end) belong together: one each, or one and many. */
struct link {
	uint32_t a, a_end;
	uint32_t b, b_end;
	bool exact;  /* one each, and the bodies' bytes are the same */
	bool moved;
};

struct links {
	struct link *at; /* ascending in b */
	uint32_t count;
	bool bounded;    /* a gap was too large to be looked at whole */
};

/* False if memory is out.  Reads tokens of both sides as it needs them. */
bool align_units(struct links *out, struct units *a, struct units *b);
void links_release(struct links *links);

#endif
