/*
 * Large arrays in large pages: where a system has them, filling an array of many
 * megabytes spends half its time on page faults without them.
 */
#ifndef RL_BASE_PAGES_H
#define RL_BASE_PAGES_H

#include <stddef.h>

/* So much is worth memory of its own in large pages.  One is cleared in less time than the page
 * faults of a part of it take; but who makes and frees small objects by the thousand would pay for
 * a whole one each time. */
#define PAGES_WORTH ((size_t)1024 * 1024)

/*
 * *size bytes, which are rounded up to whole large pages, in such pages where there are any.
 * What of them is never touched takes no memory where there are none.  Freed by free(); NULL
 * if memory is out.
 */
void *pages_alloc(size_t *size);

/*
 * A heap array that grows: as realloc to *size bytes, of which only the first `used` are kept; from
 * PAGES_WORTH on as pages_alloc.  If memory is out, NULL, and `old` as it was.
 */
void *pages_grow(void *old, size_t used, size_t *size);

#endif
