/*
 * The smallest of many hashes, for a quick look at whether another set shares them.
 */
#ifndef RL_ENGINE_SKETCH_H
#define RL_ENGINE_SKETCH_H

#include <stdint.h>
#include <string.h>

enum { SKETCH = 8 };

/* Keeps a hash if it is among the SKETCH smallest of those so far, ascending and each once. */
static inline void sketch_put(uint64_t out[SKETCH], uint32_t *count, uint64_t hash)
{
	if (*count == SKETCH && hash >= out[SKETCH - 1])
		return;
	uint32_t at = *count;
	while (at > 0 && out[at - 1] > hash)
		at--;
	if (at > 0 && out[at - 1] == hash)
		return;
	uint32_t const kept = *count < SKETCH ? (*count)++ : SKETCH - 1;
	memmove(out + at + 1, out + at, (kept - at) * sizeof *out);
	out[at] = hash;
}

#endif
