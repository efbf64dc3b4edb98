/* pages.c -- large pages.  See pages.h. */
#define _DEFAULT_SOURCE 1 /* madvise */

#include "pages.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define LARGE ((size_t)2 * 1024 * 1024)

/* A hint: it may do nothing, and the memory is used and freed as before. */
static void prefer_large(void *at, size_t size)
{
#ifdef MADV_HUGEPAGE
	(void)madvise(at, size, MADV_HUGEPAGE);
#else
	(void)at;
	(void)size;
#endif
}

void *pages_alloc(size_t *size)
{
	size_t const whole = (*size + LARGE - 1) & ~(LARGE - 1);
	void *at = whole >= *size ? aligned_alloc(LARGE, whole) : NULL;
	if (!at)
		return NULL;
	prefer_large(at, whole);
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
