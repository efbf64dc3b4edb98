/*
 * A short stretch of tokens aligned anew, by what the kept tokens are worth and what
 * each change costs a reader: not the most tokens are kept, but the most worth.
 *
 * Keeping a token earns its value; a change costs REALIGN_PRICE, be it words that go,
 * words that come or both.  What goes stands before what comes in its place.
 */
#ifndef RL_ENGINE_REALIGN_H
#define RL_ENGINE_REALIGN_H

#include <stdint.h>

enum {
	REALIGN_MOST = 64,       /* tokens a side */
	REALIGN_PRICE = 5,       /* of a change */
	REALIGN_VALUE_MOST = 100000,
};

/* A pair of kept tokens. */
struct realign_pair {
	uint32_t a, b;
};

struct realign_table; /* about 53 kB; freed by free */

/* NULL if memory is out. */
struct realign_table *realign_new(void);

/*
 * Aligns a[0 .. a_len) with b[0 .. b_len), each at most REALIGN_MOST; value[i] is what
 * a[i] is worth, at most REALIGN_VALUE_MOST.  Puts the kept pairs into `kept`, the last
 * first; returns how many.
 */
uint32_t realign(struct realign_table *t, const uint64_t *a, const int32_t *value,
                 uint32_t a_len, const uint64_t *b, uint32_t b_len,
                 struct realign_pair kept[REALIGN_MOST]);

#endif
