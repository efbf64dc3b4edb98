/*
 * Which revisions have names: read once from all tags, then looked up.
 */
#ifndef RL_STORE_LABELS_H
#define RL_STORE_LABELS_H

#include "store.h"

/* The shortest name of a revision, terminated, as given; "" if it has none. */
const char *labels_find(redline_store *store, const git_oid *commit);

/* Forgets them all: tags have changed. */
void labels_drop(redline_store *store);

#endif
