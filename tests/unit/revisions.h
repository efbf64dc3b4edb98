/*
 * A history in memory, for tests of lineages: revisions, each made of its parents.
 *
 *     struct revisions r;
 *     revisions_begin(&r, 0);
 *     uint32_t first = revisions_add(&r, text, NULL, 0);
 *     uint32_t next = revisions_add(&r, other_text, &first, 1);
 *     ... r.at[next].step ...
 *     revisions_end(&r);
 *
 * Revisions are numbered from 0.  A failure fails the test.
 */
#ifndef RL_TESTS_REVISIONS_H
#define RL_TESTS_REVISIONS_H

#include "base/vec.h"
#include "engine/lineage.h"
#include "support/text.h"

struct revision {
	struct text text;
	redline_draft *draft;
	struct units units;
	struct lineage_step step;
	struct lineage_side side;
};

struct revisions {
	struct lineage *lineage;
	struct arena arena;
	struct token_rules rules;
	VEC(struct revision *) at;
};

void revisions_begin(struct revisions *r, uint64_t hash_mask);
/* Its burials are buried with the numbers of the parents they stood in. */
uint32_t revisions_add(struct revisions *r, redline_bytes text, const uint32_t *parents,
                       uint32_t count);
void revisions_end(struct revisions *r);

/* The same for one parent, the newest revision, if there is any. */
uint32_t revisions_next(struct revisions *r, redline_bytes text);

/* The tokens of a unit are read when this is called. */
const struct lineage_strand *revisions_strand(struct revisions *r, uint32_t revision,
                                              uint32_t unit);
redline_bytes revisions_word(struct revisions *r, uint32_t revision, uint32_t unit,
                             uint32_t token);

/*
 * Adds what each word of a revision is credited to: "0(Ferries depart at) 2(noon) 1*(.)",
 * a star for a word that has returned, " / " between units.
 */
void revisions_put(struct text *out, struct revisions *r, uint32_t revision);

#endif
