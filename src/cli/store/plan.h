/*
 * From an outcome to the revisions that keep it: one an amendment, in the order of
 * the results.
 *
 * An operation of the script belongs to the first amendment that asks for it.  An
 * amendment all of whose operations belong to others has no revision of its own: it
 * is in that of the first of these, and whoever asks for an operation of a revision
 * is named there.  So the same change by two proposers is one revision with two names,
 * and what amends one's own earlier words is in the earlier revision.
 */
#ifndef RL_CLI_STORE_PLAN_H
#define RL_CLI_STORE_PLAN_H

#include "store.h"

/* Amendment `amendment` has a part in the revision that amendment `revision` makes. */
struct part {
	uint32_t revision, amendment;
};

struct plan {
	redline_change *changes; /* views are of the job, the ground and the pieces */
	uint32_t count;

	const struct job *job;
	const struct ground *ground;
	const redline_result *results;
	uint32_t result_count;
	struct part *parts;    /* by revision, then by amendment; no two the same */
	size_t part_count;
	struct keeping *statements; /* the job's, one for one */
	redline_draft *after;  /* of the new text */
	void **pieces;         /* memory of the changes' */
	size_t piece_count, piece_room;
	bool failed;           /* memory was out */
};

/* `names` are those of the statements' files.  Says what the store says. */
redline_status plan_make(struct plan *plan, const struct job *job, char *const *names,
                         const struct ground *ground, redline_trouble *why);
void plan_release(struct plan *plan); /* whatever plan_make said */

/* Memory that lives as long as the plan, zeroed; NULL sets plan->failed. */
void *plan_room(struct plan *plan, size_t count, size_t size);
redline_bytes plan_copy(struct plan *plan, redline_bytes text);

/* ---- plan_message.c ---- */

/* Message, trailers and author of a revision, from its parts. */
void plan_describe(struct plan *plan, redline_change *out, const struct part *parts, size_t count);
/* The same for one that only keeps a statement. */
void plan_describe_statement(struct plan *plan, redline_change *out, uint32_t statement);

#endif
