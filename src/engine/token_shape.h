/*
 * The careful way to find tokens, one at a time, by all the rules of token.h.
 */
#ifndef RL_ENGINE_TOKEN_SHAPE_H
#define RL_ENGINE_TOKEN_SHAPE_H

#include "engine/token.h"

/* Where tokens are looked for. */
struct shape_source {
	redline_bytes text; /* ends where the range ends */
	uint32_t begin;     /* of the range */
	bool quoted;        /* as in token_rules */
	uint32_t quote_end; /* of the last ">" that was white space; 0 at first */
};

struct shape {
	redline_range range;
	enum token_kind kind;
	bool stable;        /* it is its own folded form, case aside */
};

/* Where the white space at `at` ends: at if there is none, text.len at most. */
uint32_t shape_skip_space(struct shape_source *s, uint32_t at);

/*
 * The token at text[at], which is no white space.  `before` is the token that
 * precedes it, if there is one, else empty: if it is the month of a date, the
 * shape found begins there.
 */
struct shape shape_at(const struct shape_source *s, uint32_t at, redline_range before);

#endif
