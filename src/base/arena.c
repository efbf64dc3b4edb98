/*
 * arena.c -- see arena.h.
 *
 * Chunks double from 4 KiB up to 4 MiB, so a small object costs one small
 * malloc and a large one few; a piece larger than that gets a chunk of its
 * own size.  Large ones are whole large pages.
 */
#include "arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pages.h"

#define CHUNK_MIN ((size_t)4096)
#define CHUNK_MAX (((size_t)4 << 20) - sizeof(struct arena_chunk))

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* of data */
	size_t used;
	bool zeroed; /* what is not used yet */
	alignas(max_align_t) unsigned char data[];
};

static size_t align_up(size_t n)
{
	size_t const a = alignof(max_align_t);
	return (n + a - 1) / a * a;
}

void arena_expect(struct arena *a, size_t size)
{
	if (!a->chunk && size >= PAGES_WORTH)
		a->next = CHUNK_MAX / 2;
}

/* A chunk for one large piece does not make the next one large. */
static size_t next_size(struct arena *a, size_t need)
{
	size_t const size = a->next ? a->next : CHUNK_MIN;
	if (size >= need)
		a->next = size < CHUNK_MAX ? size * 2 : CHUNK_MAX;
	return sizeof(struct arena_chunk) + (size < need ? need : size);
}

/* The system's own pages are zero, and those that nobody touches take no memory. */
static struct arena_chunk *add_chunk(struct arena *a, size_t need)
{
	size_t size = next_size(a, need);
	bool const small = size < PAGES_WORTH;
	struct arena_chunk *chunk = small ? calloc(1, size) : pages_alloc(&size);
	if (!chunk) {
		a->failed = true;
		return NULL;
	}
	chunk->older = a->chunk;
	chunk->size = size - sizeof *chunk;
	chunk->used = 0;
	chunk->zeroed = small;
	a->chunk = chunk;
	return chunk;
}

void *arena_alloc(struct arena *a, size_t size)
{
	if (a->failed)
		return NULL;
	if (size > SIZE_MAX / 4) {
		a->failed = true;
		return NULL;
	}
	size_t const need = align_up(size ? size : 1);
	struct arena_chunk *chunk = a->chunk;
	if (!chunk || chunk->size - chunk->used < need)
		chunk = add_chunk(a, need);
	if (!chunk)
		return NULL;
	void *piece = chunk->data + chunk->used;
	chunk->used += need;
	if (!chunk->zeroed)
		memset(piece, 0, need);
	return piece;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	assert(size > 0);
	if (count > SIZE_MAX / 4 / size) {
		a->failed = true;
		return NULL;
	}
	return arena_alloc(a, count * size);
}

static bool grows_in_place(const struct arena *a, const void *old,
                           size_t old_size, size_t new_size)
{
	const struct arena_chunk *c = a->chunk;
	if (!c || !old)
		return false;
	const unsigned char *end = (const unsigned char *)old + align_up(old_size ? old_size : 1);
	return end == c->data + c->used &&
	       align_up(new_size) - align_up(old_size ? old_size : 1) <= c->size - c->used;
}

void *arena_grow(struct arena *a, void *old, size_t old_size, size_t new_size)
{
	assert(new_size >= old_size);
	if (a->failed)
		return NULL;
	if (new_size <= SIZE_MAX / 4 && grows_in_place(a, old, old_size, new_size)) {
		size_t const from = align_up(old_size ? old_size : 1);
		size_t const to = align_up(new_size ? new_size : 1);
		if (!a->chunk->zeroed)
			memset((unsigned char *)old + from, 0, to - from);
		a->chunk->used += to - from;
		return old;
	}
	void *piece = arena_alloc(a, new_size);
	if (piece && old_size)
		memcpy(piece, old, old_size);
	return piece;
}

redline_bytes arena_copy(struct arena *a, redline_bytes bytes)
{
	char *copy = arena_alloc(a, bytes.len);
	if (!copy)
		return (redline_bytes){0};
	if (bytes.len)
		memcpy(copy, bytes.ptr, bytes.len);
	return (redline_bytes){copy, bytes.len};
}

void arena_release(struct arena *a)
{
	struct arena_chunk *chunk = a->chunk;
	while (chunk) {
		struct arena_chunk *older = chunk->older;
		free(chunk);
		chunk = older;
	}
	*a = (struct arena){0};
}
