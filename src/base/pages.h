/*
 * Large arrays in large pages: where a system has them, filling an array of many
 * megabytes spends half its time on page faults without them.
 */
#ifndef RL_BASE_PAGES_H
#define RL_BASE_PAGES_H

#include <stddef.h>

/*
 * Asks that memory be backed by large pages, as far as it spans any.  A hint: it
 * may do nothing, and the memory is used and freed as before.
 */
void pages_prefer_large(void *at, size_t size);

#endif
