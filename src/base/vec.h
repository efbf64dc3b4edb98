/*
 * A growing array on the heap, of any type:
 *
 *     struct { struct thing *at; size_t len, cap; bool failed; } things = {0};
 *     struct thing *t = VEC_PUSH(&things);   // zeroed; NULL if memory is out
 *     ... things.at[i], i < things.len ...
 *     VEC_RELEASE(&things);
 *
 * A zeroed vec is an empty one.  A failure is remembered in `failed` and
 * leaves what was there intact.  Growth doubles, so a push costs amortised
 * constant time.  Pointers into it die at the next push.
 *
 * VEC_EXPECT(&things, n) makes room for n at the beginning, so that a large one is not
 * copied as it grows; what is not used of it takes no memory.  It may do nothing.
 */
#ifndef RL_BASE_VEC_H
#define RL_BASE_VEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

#define VEC(type)            \
	struct {                 \
		type *at;            \
		size_t len, cap;     \
		bool failed;         \
	}

/* Room for one more; returns the array, moved or not, or NULL. */
static inline void *vec_reserve_(void *at, size_t len, size_t *cap, size_t size, bool *failed)
{
	if (*failed)
		return NULL;
	if (len < *cap)
		return at;
	size_t const want = *cap ? *cap * 2 : 8;
	size_t bytes = want <= (size_t)-1 / 4 / size ? want * size : 0;
	void *moved = bytes ? pages_grow(at, len * size, &bytes) : NULL;
	if (!moved) {
		*failed = true;
		return NULL;
	}
	*cap = bytes / size;
	return moved;
}

/* True if there is room for one more. */
#define VEC_ROOM(v)                                                             \
	(((v)->len < (v)->cap && !(v)->failed)                                      \
	     ? true                                                                 \
	     : vec_adopt_(vec_reserve_((v)->at, (v)->len, &(v)->cap,                \
	                               sizeof *(v)->at, &(v)->failed),              \
	                  (void *)&(v)->at))

static inline bool vec_adopt_(void *moved, void *slot)
{
	if (!moved)
		return false;
	memcpy(slot, &moved, sizeof moved);
	return true;
}

#define VEC_PUSH(v)                                                             \
	(VEC_ROOM(v) ? memset(&(v)->at[(v)->len++], 0, sizeof *(v)->at) : NULL)

/* Room for so many in an empty one, or NULL. */
static inline void *vec_expect_(size_t len, size_t *cap, size_t size)
{
	size_t bytes = !*cap && len <= (size_t)-1 / 4 / size ? len * size : 0;
	void *at = bytes ? pages_grow(NULL, 0, &bytes) : NULL;
	if (at)
		*cap = bytes / size;
	return at;
}

#define VEC_EXPECT(v, n) \
	((void)vec_adopt_(vec_expect_((n), &(v)->cap, sizeof *(v)->at), (void *)&(v)->at))

#define VEC_RELEASE(v)                                                          \
	do {                                                                        \
		free((v)->at);                                                          \
		(v)->at = NULL;                                                         \
		(v)->len = (v)->cap = 0;                                                \
		(v)->failed = false;                                                    \
	} while (0)

#endif
