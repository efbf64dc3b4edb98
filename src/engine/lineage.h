/*
 * Lineage: from one revision to the next, which paragraph each paragraph was,
 * and where each of its words first stood.
 *
 * A strand is what is known of the words of one unit in one revision: for each
 * token of its body, the revision that first wrote it; and the words that once
 * stood there and were struck, so that they are known when they come back.
 *
 * A step takes the units of a revision and those of its parents, whose strands
 * are known, and gives for each unit its links and its strand:
 *   - a word kept from a parent keeps its origin, also if the unit was moved,
 *     split, merged, re-wrapped or renumbered or the word changed its case; kept
 *     from several parents, the earliest of them;
 *   - a word that comes where it had been struck is credited to who first wrote
 *     it, and marked as returned;
 *   - a unit that comes with no parent but is much like one that was deleted is
 *     that one, back; or moved, if it was deleted in this step;
 *   - a passage of PASSAGE_WORDS words or more that was struck anywhere, in an
 *     earlier revision or in this one, keeps its origins where it comes, if enough
 *     of its words carry weight (nobody is credited with "in accordance with the
 *     Charter of the United Nations" for having once written it elsewhere) and, if
 *     it was struck earlier, if it doesn't stand in a parent still, since then it
 *     is copied; shorter phrases likewise inside their own unit;
 *   - what is left is the revision's own.
 * Words are aligned exactly (words.exact); nothing is given up for readability.
 *
 * The idea to keep struck words in their place is the interleaved history of
 * SCCS ("weave"); that what was written before anywhere is no new text is
 * de Alfaro and Shavlovsky, "Attributing authorship of revisioned content" (2013).
 *
 * Near linear in the two texts; what is remembered of struck text is in
 * proportion to it.
 */
#ifndef RL_ENGINE_LINEAGE_H
#define RL_ENGINE_LINEAGE_H

#include "base/arena.h"
#include "engine/align.h"
#include "engine/units.h"

#define PASSAGE_WORDS 8

/* A revision's number (the caller's, 0 to 2^31 - 2; parents have lower ones than
   children) and whether the word was struck in between. */
typedef uint32_t lineage_origin;
#define LINEAGE_ORIGIN(revision, returned) ((lineage_origin)(revision) << 1 | (returned))
#define LINEAGE_REVISION(origin) ((origin) >> 1)
#define LINEAGE_RETURNED(origin) ((origin) & 1u)

struct lineage_struck {
	uint64_t hash;          /* of the folded word, but for the lowest two bits: 1 is
	                           set for punctuation, 2 is clear */
	lineage_origin origin;
	uint32_t before;        /* the living token that it stood before; the count
	                           of them: at the end */
};

/* Immutable once made. */
struct lineage_strand {
	const lineage_origin *origins;        /* by token of the unit's body */
	const struct lineage_struck *struck;  /* ascending in `before` */
	uint32_t count, struck_count;
};

/* One revision's units and their strands. */
struct lineage_side {
	struct units *units;
	const struct lineage_strand *const *strands; /* by unit */
	uint32_t revision;
};

/*
 * What a unit was in one parent: units [begin, end) there; empty: nothing.  These are
 * align_units's links, and those that only a lineage makes: short parts of splits and
 * merges, and moves that a redline would rather not show.
 */
struct lineage_link {
	uint32_t begin, end;
	bool same;      /* the same words, case included; perhaps wrapped anew */
	bool moved;     /* stands in another order than the others */
	bool split;     /* is one of several that it became */
};

/* A passage that was struck in this step, to be remembered (lineage_bury). */
struct lineage_burial {
	uint32_t unit;           /* the parent's unit that it stood in ... */
	uint32_t parent;         /* ... of this parent, from 0 */
	bool whole;              /* a whole unit that no unit of this revision is */
	const uint64_t *hashes;  /* of its tokens, as in lineage_struck; 2 is set in those
	                            of words that had been struck in the unit before */
	const lineage_origin *origins;
	uint32_t count;
};

/* A deleted unit that came back: where it last stood. */
struct lineage_return {
	uint32_t unit;           /* of this revision */
	uint32_t revision, old_unit; /* the burial's, as given to lineage_bury */
};

struct lineage_step {
	const struct lineage_link *const *links;   /* by parent, then by unit */
	const struct lineage_strand *const *strands; /* by unit: a parent's own where
	                              nothing changed, else new, in the arena */
	const struct lineage_burial *burials;
	uint32_t burial_count;
	const struct lineage_return *returns;
	uint32_t return_count;
};

/* What is remembered from step to step: struck passages, working memory. */
struct lineage;

struct lineage *lineage_new(void); /* NULL if memory is out */
void lineage_free(struct lineage *l);

/*
 * Remembers a passage that was struck: revision and unit are those in which it
 * last stood.  hashes and origins are borrowed and must outlive the lineage.
 * False if memory is out.
 */
bool lineage_bury(struct lineage *l, uint32_t revision, uint32_t unit, bool whole,
                  const uint64_t *hashes, const lineage_origin *origins, uint32_t count);

/*
 * One step.  side->strands is not looked at; no parents: the first revision.
 * What *out points to lives in the arena (and in the parents' strands).  The
 * caller buries the burials afterwards, with numbers of its own.  False if memory
 * is out.
 */
bool lineage_step(struct lineage *l, struct lineage_step *out, struct arena *arena,
                  const struct lineage_side *parents, uint32_t parent_count,
                  const struct lineage_side *side);

/* The rules that units must be found with (units_find) for all of this. */
extern const struct token_rules lineage_rules;

#endif
