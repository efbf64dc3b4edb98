/*
 * A revision written down as a chunk of an index.
 */
#ifndef RL_STORE_INDEX_WRITE_H
#define RL_STORE_INDEX_WRITE_H

#include "index_side.h"
#include "walk.h"

struct index_job {
	const struct walk_node *node;
	struct side *side;            /* its strands known; its states are filled in */
	struct side *const *parents;  /* those that the step was made from */
	uint32_t step_parents;        /* how many; the node may have more */
	const struct lineage_step *step;
	uint32_t flags;
};

/* False if memory is out. */
bool index_write(struct index_image *im, const struct index_job *job);

#endif
