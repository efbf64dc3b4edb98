/*
 * allocator.c -- see allocator.h.
 *
 * What is held is kept in a table of addresses, open-addressed, so that a
 * piece that came from elsewhere (a shared library's malloc) may be freed
 * here without being counted.  Constant time a call.
 */
#include "allocator.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *piece);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void __wrap_free(void *piece);

enum { SLOTS = 1 << 16 }; /* a power of two, far more than a small job holds */

static uintptr_t held[SLOTS]; /* 0: free; GONE: freed, but a search goes on */
static const uintptr_t GONE = 1;

static struct {
	bool on, onwards, failed;
	size_t fail_at, asked, live;
} state;

static size_t slot_of(uintptr_t address)
{
	return (size_t)((address >> 4) * 0x9E3779B97F4A7C15u >> 40) & (SLOTS - 1);
}

static void hold(uintptr_t address)
{
	size_t i = slot_of(address);
	while (held[i] > GONE)
		i = (i + 1) & (SLOTS - 1);
	held[i] = address;
	state.live++;
	assert(state.live < SLOTS / 2);
}

static bool let_go(uintptr_t address)
{
	size_t i = slot_of(address);
	for (size_t tried = 0; tried < SLOTS && held[i]; tried++) {
		if (held[i] == address) {
			held[i] = GONE;
			state.live--;
			return true;
		}
		i = (i + 1) & (SLOTS - 1);
	}
	return false;
}

static bool refuses(void)
{
	if (!state.on)
		return false;
	state.asked++;
	bool const now = state.fail_at && (state.asked == state.fail_at ||
	                                   (state.onwards && state.asked > state.fail_at));
	state.failed = state.failed || now;
	return now;
}

static void *given(void *piece)
{
	if (piece && state.on)
		hold((uintptr_t)piece);
	return piece;
}

void *__wrap_malloc(size_t size)
{
	return refuses() ? NULL : given(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size)
{
	return refuses() ? NULL : given(__real_calloc(count, size));
}

void *__wrap_realloc(void *old, size_t size)
{
	if (refuses())
		return NULL;
	bool const known = old && let_go((uintptr_t)old);
	void *moved = __real_realloc(old, size);
	if (!moved && known)
		hold((uintptr_t)old);
	return given(moved);
}

void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
	return refuses() ? NULL : given(__real_aligned_alloc(alignment, size));
}

void __wrap_free(void *piece)
{
	if (piece)
		let_go((uintptr_t)piece);
	__real_free(piece);
}

void allocator_begin(size_t at, bool onwards)
{
	memset(held, 0, sizeof held);
	memset(&state, 0, sizeof state);
	state.fail_at = at;
	state.onwards = onwards;
	state.on = true;
}

size_t allocator_end(void)
{
	state.on = false;
	return state.asked;
}

size_t allocator_live(void)
{
	return state.live;
}

bool allocator_failed(void)
{
	return state.failed;
}
