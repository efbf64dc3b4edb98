/*
 * The headers of a comparison's passages: number and place are the new text's,
 * for what was deleted the old one's.
 *
 *     59 (was 58)  E. Capacity-building                      rev2.md:44
 *     12 (moved from 3)  B. Exchange of data                 rev2.md:14
 *     3  moved to 12                                          rev1.md:6
 */
#ifndef RL_EDGE_HEADLINE_H
#define RL_EDGE_HEADLINE_H

#include "edge/compared.h"
#include "edge/page.h"

/* Of a passage that was edited, added or dropped; a table row's is the table's. */
void headline_put(struct page *p, const struct compared *c, const struct passage *passage);

/* Of what moved together, where it came to; and the line where it was. */
void headline_arrived(struct page *p, const struct compared *c, const struct moved *group);
void headline_left(struct page *p, const struct compared *c, const struct moved *group);

/*
 * What moved together, as the other end points to it: by its name, "3 to 5", or by
 * its line if the names are the same.
 */
void headline_old_name(struct buf *b, const struct compared *c, const struct moved *group);
void headline_new_name(struct buf *b, const struct compared *c, const struct moved *group);

#endif
