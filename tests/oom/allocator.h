/*
 * An allocator that fails when told to, and counts what is still held.  It
 * stands in for malloc, calloc, realloc, aligned_alloc and free in everything linked into
 * this binary (the linker's --wrap); shared libraries keep their own.
 */
#ifndef RL_OOM_ALLOCATOR_H
#define RL_OOM_ALLOCATOR_H

#include <stdbool.h>
#include <stddef.h>

/* From here on allocation number `at` fails (from 1; 0: none), and with
   `onwards` every later one too.  Counting begins anew. */
void allocator_begin(size_t at, bool onwards);

/* Ends it; returns how many allocations were asked for. */
size_t allocator_end(void);

/* Pieces given out since allocator_begin and not freed; and whether one failed. */
size_t allocator_live(void);
bool allocator_failed(void);

#endif
