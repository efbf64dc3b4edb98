/*
 * How much two units have in common, by words and by pairs of neighbouring
 * words (which unrelated texts of one subject hardly share).  Figures, dates and
 * symbols count as two words, themselves and "a number": a row of a table is still
 * that row when its sums have changed.
 *
 * Bags are multisets of hashes: a unit's words and word pairs are put in, another
 * unit's are taken out, and what could be taken is what they share.  Sketches
 * are a few hashes by which units that share word pairs find each other.
 */
#ifndef RL_ENGINE_LIKENESS_H
#define RL_ENGINE_LIKENESS_H

#include "base/vec.h"
#include "engine/sketch.h"
#include "engine/units.h"

/* A zeroed one is ready; kept from use to use. */
struct bag {
	struct bag_slot *slots;
	size_t room;      /* a power of two */
	uint32_t stamp;   /* slots of other stamps are empty */
	VEC(struct bag_slot *) taken; /* by the last bag_take */
	bool failed;
};

void bag_release(struct bag *bag);

/* What is shared, of how much. */
struct shared {
	uint32_t words, pairs;     /* in common */
	uint32_t b_words, b_pairs;  /* in the unit that was taken */
};

/* Empties the bag and puts a unit in.  False if memory is out. */
bool bag_fill(struct bag *bag, const struct units *u, uint32_t unit);
/* Takes a unit out, as far as it is there. */
struct shared bag_take(struct bag *bag, const struct units *u, uint32_t unit);
/* Puts back what the last bag_take took. */
void bag_return(struct bag *bag);

/*
 * 0 to 1: the mean of the Dice coefficients of words and of word pairs.  About
 * 0.2 for unrelated paragraphs of one text, 0.5 where two words in five differ.
 */
float likeness(struct bag *bag, const struct units *a, uint32_t i, const struct units *b,
               uint32_t j);

/*
 * May the likeness be as much as that?  If not, it surely is less; this takes a
 * third of the time that likeness does.
 */
bool likeness_may_reach(float least, const struct units *a, uint32_t i, const struct units *b,
                        uint32_t j);

/*
 * The word pairs of a unit as a set of bits, for a quick look at whether another
 * unit shares them.  Two pairs may have one bit, so it sees more in common than
 * there is: hardly more for units of ordinary size.
 */
struct pair_set {
	uint64_t bits[128];
	uint32_t count; /* of pairs */
};

void pair_set_fill(struct pair_set *set, const struct units *u, uint32_t unit);

/* Of the greater unit's word pairs, the share that is in both; 0 to 1. */
float pair_set_share(const struct pair_set *set, const struct units *u, uint32_t unit);

/* The SKETCH smallest hashes of a unit's word pairs, ascending; how many there are. */
uint32_t sketch_unit(const struct units *u, uint32_t unit, uint64_t out[SKETCH]);

#endif
