/* pages.c -- large pages.  See pages.h. */
#define _DEFAULT_SOURCE 1 /* madvise */

#include "pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define LARGE ((uintptr_t)2 * 1024 * 1024)

void pages_prefer_large(void *at, size_t size)
{
	uintptr_t const begin = ((uintptr_t)at + LARGE - 1) & ~(LARGE - 1);
	uintptr_t const end = ((uintptr_t)at + size) & ~(LARGE - 1);
#ifdef MADV_HUGEPAGE
	if (begin < end)
		(void)madvise((char *)at + (begin - (uintptr_t)at), end - begin, MADV_HUGEPAGE);
#else
	(void)begin;
	(void)end;
#endif
}

void *pages_alloc(size_t *size)
{
	size_t const whole = (*size + LARGE - 1) & ~(LARGE - 1);
	void *at = whole >= *size ? aligned_alloc(LARGE, whole) : NULL;
	if (!at)
		return NULL;
	pages_prefer_large(at, whole);
	*size = whole;
	return at;
}

void *pages_grow(void *old, size_t used, size_t *size)
{
	if (*size < PAGES_WORTH)
		return realloc(old, *size);
	void *moved = pages_alloc(size);
	if (!moved)
		return NULL;
	if (used)
		memcpy(moved, old, used);
	free(old);
	return moved;
}
