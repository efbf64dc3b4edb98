/*
 * What trace.c and trace_number.c share.
 */
#ifndef RL_STORE_TRACING_H
#define RL_STORE_TRACING_H

#include "trace.h"

/* Words that are back, of which it is not known yet who struck them. */
struct missing {
	uint64_t hash;
	uint32_t revision;     /* that first wrote it */
	uint32_t step;
};

struct tracing {
	const struct index_image *im;
	struct trace *out;
	VEC(struct missing) missing;
	struct wording scratch[2];
	struct diff diff;
};

/*
 * Counts the words that are back in a step, and finds which earlier ones' words it
 * struck.  Steps are looked at newest first.
 */
void tracing_words(struct tracing *t, uint32_t step);

/* Does any word of an extent come from the extent's own revision? */
bool tracing_is_new(struct tracing *t, struct extent e);

/* How many words of an extent have returned: for what was away as a whole, where
   what is back is not what differs. */
uint32_t tracing_returned(struct tracing *t, struct extent e);

struct trace_step *tracing_add(struct tracing *t, uint32_t node, struct extent now,
                               struct extent old);
void tracing_release(struct tracing *t);

/* Which units of a parent are in no run: an array from malloc, or NULL. */
uint32_t *tracing_others(const struct tracing *t, const struct index_parent *parent,
                         uint32_t *count);

/* Label paths. */
redline_bytes tracing_label(const struct tracing *t, uint32_t node, uint32_t unit);

#endif
