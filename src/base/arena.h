/*
 * An arena: memory that is given out in pieces and goes away all at once.
 *
 * A zeroed arena is an empty one.  Out of memory is remembered: after the
 * first failure every allocation says NULL and `failed` is true, so that a
 * long piece of work may check once, at its end, provided it never writes
 * through a NULL.  Each piece is aligned for any type and zeroed.  Pieces are
 * never moved or freed one by one; the newest may grow in place.
 */
#ifndef RL_BASE_ARENA_H
#define RL_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include <redline/base.h>

struct arena_chunk;

struct arena {
	struct arena_chunk *chunk; /* the newest; older ones hang behind it */
	size_t next;               /* size of the next one; 0: of the first */
	bool failed;
};

/* About so many bytes will be asked of an empty arena: for many, it begins with large pages. */
void arena_expect(struct arena *a, size_t size);

/* size may be 0 (a valid pointer comes back). */
void *arena_alloc(struct arena *a, size_t size);

/* count * size, checked for overflow. */
void *arena_array(struct arena *a, size_t count, size_t size);

/*
 * The piece `old` of old_size bytes, made new_size bytes (never smaller):
 * in place if it is the newest piece and there is room, else copied.
 * old may be NULL with old_size 0.
 */
void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size);

/* A copy in the arena; an empty view if memory is out. */
redline_bytes arena_copy(struct arena *a, redline_bytes bytes);

void arena_release(struct arena *a); /* leaves an empty arena */

#endif
