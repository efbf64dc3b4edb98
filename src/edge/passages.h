/*
 * A comparison at a terminal: the passages that changed, each under a header,
 * what moved at both its places, then the closing.
 */
#ifndef RL_EDGE_PASSAGES_H
#define RL_EDGE_PASSAGES_H

#include "edge/compared.h"
#include "edge/page.h"

/* p->failed if memory is out. */
void passages_put(struct page *p, const struct compared *c);

#endif
