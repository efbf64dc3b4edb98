/*
 * A paragraph in an index: found by what people call it, read, compared.
 *
 * A paragraph is a unit and all that it encloses: units [unit, unit + 1 + enclosed).
 */
#ifndef RL_STORE_PARAGRAPH_H
#define RL_STORE_PARAGRAPH_H

#include <redline/history.h>

#include "base/arena.h"
#include "engine/diff.h"
#include "engine/token.h"
#include "index.h"

/* Where a query begins. */
struct paragraph {
	struct index index;
	uint32_t node, unit;
	redline_bytes label;   /* its label path, in the index */
};

/*
 * Finds the paragraph of a query.  If it is asked for by its number and the number is
 * no one's any more, unit is INDEX_NONE.  Says what redline_history_find says.
 */
redline_status paragraph_open(struct paragraph *out, redline_store *store,
                              const redline_history_query *query, redline_trouble *why);
void paragraph_release(struct paragraph *p);

/* The revision of a node.  Says what redline_store_revision says. */
redline_status paragraph_revision(const struct paragraph *p, redline_store *store, uint32_t node,
                                  redline_revision **out, redline_trouble *why);

/* Units [begin, end) of a node. */
struct extent {
	uint32_t node, begin, end;
};

const struct index_state *unit_state(const struct index_image *im, uint32_t node,
                                     uint32_t unit); /* NULL: the index makes no sense */

/* A unit and all that it encloses; empty if the index makes no sense. */
struct extent extent_of(const struct index_image *im, uint32_t node, uint32_t unit);

/* Its bytes, without the white space round it; in the arena. */
redline_bytes extent_text(const struct index_image *im, struct extent e, struct arena *arena);

/* The words of paragraphs. */
struct wording {
	struct tokens tokens;  /* of `text`; labels of enclosed units are among them */
	VEC(uint32_t) origins; /* by token: lineage_origin; NO_ORIGIN for labels */
	VEC(redline_bytes) pieces; /* by token: the bytes it is in */
	bool failed;           /* memory is out, or the index makes no sense */
};

#define NO_ORIGIN UINT32_MAX

/* Adds those of an extent, folded or as they are. */
void wording_add(struct wording *w, const struct index_image *im, struct extent e, bool fold);
void wording_clear(struct wording *w);
void wording_release(struct wording *w);

/* Are the words of two extents the same, their first label aside? */
bool same_words(const struct index_image *im, struct extent a, struct extent b,
                struct wording scratch[2]);

#endif
