/*
 * heap.c -- memory for a large comparison, in large pages.
 *
 * Each small page costs a fault, which takes longer than all that is done with the
 * 4 KiB in it: on a virtual machine a comparison of two texts of 2 MB spent 15 of
 * its 40 ms on 3,000 of them.  So the heap is grown once, by as much as will be
 * needed, and the system asked to back it with large pages.  What is never used of it
 * is never given a page, and what is freed is used again.
 *
 * Where there is no such allocator, or no large pages, nothing happens.
 */
#define _DEFAULT_SOURCE 1 /* madvise */

#include <stdint.h>
#include <stdlib.h>

#include "cli.h"

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

enum {
	LEAST = 4 * 1024 * 1024,  /* for less it isn't worth it */
	MOST = 30 * 1024 * 1024,  /* mallopt takes no threshold above 32 MiB */
	APART = 8 * 1024 * 1024,  /* what is larger has pages of its own */
	SMALL_PAGE = 4096,
};

void heap_expect(size_t bytes)
{
	if (bytes < LEAST)
		return;
	size_t const size = bytes < MOST ? bytes : MOST;
	if (!mallopt(M_MMAP_THRESHOLD, MOST + SMALL_PAGE) || !mallopt(M_TRIM_THRESHOLD, 2 * MOST))
		return;
	char *room = malloc(size);
	if (room) {
		size_t const skipped = (size_t)(-(uintptr_t)room % SMALL_PAGE);
		(void)madvise(room + skipped, size - skipped, MADV_HUGEPAGE);
	}
	free(room);
	(void)mallopt(M_MMAP_THRESHOLD, APART);
}

#else

void heap_expect(size_t bytes)
{
	(void)bytes;
}

#endif
