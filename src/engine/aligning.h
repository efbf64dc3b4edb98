/*
 * The steps of an alignment, and what they share.  See align.h for what each is;
 * each has a file of its own.
 */
#ifndef RL_ENGINE_ALIGNING_H
#define RL_ENGINE_ALIGNING_H

#include "base/vec.h"
#include "engine/align.h"
#include "engine/chain.h"
#include "engine/likeness.h"

#define NONE REDLINE_NONE

/* Likeness from which two units found anywhere are taken for one and the same. */
#define ALIKE_ANYWHERE 0.34f

enum { REPEATS = 16 }; /* pairs that units of the same words may make */

/* Two units that share phrases; should they not stay in order, one may have moved. */
struct candidate {
	uint32_t a, b;
	uint32_t votes;
	float likeness; /* measured, or 0 */
};

struct aligner {
	struct units *a, *b;
	VEC(struct link) links;
	uint32_t *a_link, *b_link; /* by unit: its link, or NONE */
	uint32_t *a_pair, *b_pair; /* by unit: the unit it is most likely one with, or NONE */
	VEC(struct chain_pair) pairs;
	VEC(struct candidate) candidates;
	struct bag bag;
	struct diff diff;
	uint32_t a_begin, a_end, b_begin, b_end; /* what trimming left */
	bool bounded;
	bool failed;
};

static inline bool is_free(const struct aligner *al, bool in_b, uint32_t unit)
{
	return (in_b ? al->b_link : al->a_link)[unit] == NONE;
}

static inline void link_units(struct aligner *al, uint32_t a, uint32_t b, bool exact, bool moved)
{
	struct link *it = VEC_PUSH(&al->links);
	if (!it)
		return;
	*it = (struct link){a, a + 1, b, b + 1, exact, moved};
	al->a_link[a] = al->b_link[b] = (uint32_t)al->links.len - 1;
}

static inline bool same_bytes(const struct aligner *al, uint32_t a, uint32_t b)
{
	const struct unit *one = &al->a->at[a], *other = &al->b->at[b];
	return one->exact == other->exact && one->bare == other->bare &&
	       (!one->bare || one->class == other->class) &&
	       bytes_equal(unit_body(al->a, a), unit_body(al->b, b));
}

static inline bool same_words(const struct aligner *al, uint32_t a, uint32_t b)
{
	const struct unit *one = &al->a->at[a], *other = &al->b->at[b];
	return one->folded == other->folded && one->count == other->count && one->count &&
	       memcmp(unit_hashes(al->a, a), unit_hashes(al->b, b),
	              one->count * sizeof(uint64_t)) == 0;
}

static inline uint32_t body_bytes(const struct units *u, uint32_t unit)
{
	return range_len(u->at[unit].body);
}

/* A pair for the chain, if the words are the same. */
static inline void add_same_pair(struct aligner *al, uint32_t a, uint32_t b, bool sure)
{
	struct chain_pair *pair = same_words(al, a, b) ? VEC_PUSH(&al->pairs) : NULL;
	if (pair)
		*pair = (struct chain_pair){a, b, 1 + body_bytes(al->a, a), false, sure};
}

/* The first cell of a row that has anything in it: what the row is about; or empty. */
static inline redline_bytes row_key(const struct units *u, uint32_t unit)
{
	redline_bytes const body = unit_body(u, unit);
	uint32_t cell = 0; /* where it begins */
	for (uint32_t i = 0; i <= body.len; i++) {
		if (i < body.len && body.ptr[i] != '|')
			continue;
		redline_range const key = range_trim(body, (redline_range){cell, i});
		if (key.begin < key.end)
			return bytes_in(body, key);
		cell = i + 1;
	}
	return (redline_bytes){body.ptr, 0};
}

static inline bool same_key(const struct aligner *al, uint32_t a, uint32_t b)
{
	return bytes_equal(row_key(al->a, a), row_key(al->b, b));
}

/* Rows are one only if they are about one thing, whatever else they share. */
static inline bool may_pair(const struct aligner *al, uint32_t a, uint32_t b)
{
	uint8_t const class = al->a->at[a].class;
	return class == al->b->at[b].class && (class != UNIT_ROW || same_key(al, a, b));
}

/* Of very unequal units the lesser can't make the greater alike; don't even count. */
static inline bool may_be_alike(const struct unit *a, const struct unit *b)
{
	float const least = (float)(a->count < b->count ? a->count : b->count);
	return 2 * least >= ALIKE_ANYWHERE * ((float)a->count + (float)b->count);
}

/* ---- align_sure.c: the same bytes, or the same words ---- */

/* Links what the two texts begin and end with alike. */
void align_trim(struct aligner *al);
/* Pairs what says the very same, and reads the tokens of what stands on one side only. */
void align_sure(struct aligner *al);

/* ---- align_likely.c: most of the same words ---- */

void align_likely(struct aligner *al);

/* ---- align_twins.c: the same words, not the same bytes ---- */

/* A unit by a hash that others have, too. */
struct twin {
	uint64_t hash;
	uint32_t unit;
	bool in_b;
	bool left; /* out of the chain */
};

typedef VEC(struct twin) twin_vec;

/* By their hash; of one hash those of a before those of b, each in order. */
void align_sort_twins(twin_vec *list);

/* The chain is known.  Are there other pairs for it now? */
bool align_twins(struct aligner *al);

/* ---- align_gaps.c: between neighbours that stayed ---- */

void align_gaps(struct aligner *al);

/* ---- align_parts.c: splits and merges ---- */

/*
 * A unit that was cut into many parts is like none of them.  If few units of a gap
 * are left on the one side, the first part on the other that most likely was cut
 * from one of them is linked to it; the others follow by align_parts.
 */
void align_seed_parts(struct aligner *al, const uint32_t *wholes, uint32_t count,
                      const uint32_t *units, uint32_t unit_count, bool in_b);
/* Every link grows by the neighbours that most likely are parts of it. */
void align_parts(struct aligner *al);

#endif
