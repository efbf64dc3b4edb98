/*
 * Two columns, for a comparison as the writers read it.
 */
#ifndef RL_EDGE_SIDES_H
#define RL_EDGE_SIDES_H

#include "edge/compared.h"

/* Says REDLINE_OK, REDLINE_NO_MEMORY or REDLINE_WRITE_FAILED. */
redline_status sides_put(const struct compared *c, const redline_style *style,
                         redline_sink *sink, void *context);

#endif
