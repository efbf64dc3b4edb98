/*
 * The folded form of a token, and its hash.
 *
 * Folding: canonical composition (NFC), small letters if case doesn't count
 * (full case folding), and one blank for each white space of a date.
 *
 * The hash of up to 16 bytes is their two halves multiplied, both halves of the
 * product folded together as in Wang Yi's wyhash, and that mixed once more:
 * one multiplication alone leaves many bits of the hash hardly touched by some
 * bits of a short word.  The hash of longer ones is XXH3's.
 */
#ifndef RL_ENGINE_TOKEN_FOLD_H
#define RL_ENGINE_TOKEN_FOLD_H

#include <xxhash.h>

#include "engine/token.h"

#define HASH_SHORT 16u /* bytes */

/* Low and high half of a product, exclusive or. */
static inline uint64_t hash_multiply(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
	__extension__ typedef unsigned __int128 wide;
	wide const product = (wide)a * b;
	return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
	uint64_t const low = (a & 0xFFFFFFFF) * (b & 0xFFFFFFFF);
	uint64_t const left = (a >> 32) * (b & 0xFFFFFFFF) + (low >> 32);
	uint64_t const right = (a & 0xFFFFFFFF) * (b >> 32) + (left & 0xFFFFFFFF);
	uint64_t const high = (a >> 32) * (b >> 32) + (left >> 32) + (right >> 32);
	return (right << 32 | (low & 0xFFFFFFFF)) ^ high;
#endif
}

static inline uint64_t hash_mix(uint64_t low, uint64_t high)
{
	uint64_t const product = hash_multiply(low, high ^ 0xE7037ED1A0B428DBu);
	uint64_t const mixed = product * 0x9E3779B97F4A7C15u;
	return mixed ^ mixed >> 32;
}

/*
 * The hash of the length bytes at p (at most HASH_SHORT).  HASH_SHORT bytes are
 * read whatever the length, and those past it masked away: no branch depends
 * on how long a word is.
 */
static inline uint64_t hash_short(const char *p, size_t length)
{
	static const unsigned char keep[2 * HASH_SHORT] = {
		255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
	};
	const unsigned char *mask = keep + HASH_SHORT - length;
	uint64_t low, high, keep_low, keep_high;
	memcpy(&low, p, 8);
	memcpy(&high, p + 8, 8);
	memcpy(&keep_low, mask, 8);
	memcpy(&keep_high, mask + 8, 8);
	return hash_mix(low & keep_low, high & keep_high);
}

/* The same of one byte, and of any number; nothing after them is read. */
static inline uint64_t hash_byte(char c)
{
	uint64_t low = 0;
	memcpy(&low, &c, 1);
	return hash_mix(low, 0);
}

static inline uint64_t hash_bytes(const char *p, size_t length)
{
	if (length > HASH_SHORT)
		return XXH3_64bits(p, length);
	char copy[HASH_SHORT] = {0};
	memcpy(copy, p, length);
	return hash_short(copy, length);
}

#define FOLD_ROOM 256u

/* The folded form of a token; release it. */
struct token_form {
	redline_bytes bytes; /* the token's own, or in room, or in heap */
	char *heap;          /* NULL if none was needed */
	char room[FOLD_ROOM];
};

/* False if memory is out; there is nothing to release then. */
bool token_form_make(struct token_form *f, redline_bytes token, const struct token_rules *rules);
void token_form_release(struct token_form *f);

#endif
