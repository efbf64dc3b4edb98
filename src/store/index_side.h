/*
 * Sides: revisions as the step of lineage.h wants them, made from a text or out of
 * an index, and kept as long as revisions to come have them as a parent.
 */
#ifndef RL_STORE_INDEX_SIDE_H
#define RL_STORE_INDEX_SIDE_H

#include "engine/lineage.h"
#include "index_image.h"

/* A strand that several sides share. */
struct strand {
	struct lineage_strand strand;
	index_ref ref;           /* in the index; 0: not yet */
	uint32_t depth;          /* index_strand.depth */
	uint32_t uses;
};

struct side {
	uint32_t node;
	char *text;              /* from malloc */
	redline_draft *draft;
	struct units units;
	index_ref *states;       /* by unit; filled in when it is written */
	struct index_state *known; /* the same states, at hand */
	struct strand **strands; /* by unit; NULL: not known yet */
	const struct lineage_strand **views; /* the same, for lineage_side */
	uint64_t last_use;
};

/*
 * Reads a text, which it takes over in any case.  Says what redline_draft_new says.
 * Strands and states are nothing yet.
 */
redline_status side_new(struct side **out, char *text, size_t length);

/* The same side as an index holds it; NULL if memory is out or it makes no sense. */
struct side *side_load(const struct index_image *im, uint32_t node);
void side_free(struct side *s); /* NULL is fine */

/* A unit's bytes, up to the next unit. */
static inline redline_bytes side_piece(const struct side *s, uint32_t u)
{
	const struct units *units = &s->units;
	uint32_t const begin = units->blocks[units->at[u].block].bytes.begin;
	uint32_t const end = u + 1 < units->count ? units->blocks[units->at[u + 1].block].bytes.begin
	                                          : (uint32_t)units->text.len;
	return bytes_in(units->text, (redline_range){begin, end});
}

/* About how much memory it takes. */
size_t side_size(const struct side *s);

/* A copy of a strand that lives in an arena; one use.  NULL if memory is out. */
struct strand *strand_copy(const struct lineage_strand *from);
void strand_drop(struct strand *s); /* one use less; NULL is fine */

/* A draft's text, put together; from malloc, NULL as above. */
char *side_text(const struct index_image *im, uint32_t node, const index_ref *states,
                size_t *length);

#endif
