/*
 * Making an index: one revision after the other, parents first.
 *
 *     struct maker *m = maker_new(&image, &walk);
 *     for each of walk.at: maker_add(m, &walk.at[i], text, length) ...
 *     maker_free(m);
 *
 * What comes out depends on the revisions alone: an image that is made longer is
 * byte for byte the one made at once.
 */
#ifndef RL_STORE_INDEX_MAKE_H
#define RL_STORE_INDEX_MAKE_H

#include "index_image.h"
#include "walk.h"

struct maker;

/*
 * For the nodes of a walk, to be put behind those of an image, which is borrowed.
 * NULL if memory is out or the image makes no sense.
 */
struct maker *maker_new(struct index_image *im, const struct walk *walk);

/*
 * Adds the next node of the walk, with its text from malloc, which is taken over;
 * text NULL: there is none.  REDLINE_OK; REDLINE_NO_MEMORY; REDLINE_DAMAGED: the
 * image makes no sense.
 */
redline_status maker_add(struct maker *m, const struct walk_node *node, char *text,
                         size_t length);
void maker_free(struct maker *m);

#endif
