/*
 * Under which name a draft stood in an older tree that has no file of its name.
 */
#ifndef RL_STORE_WALK_RENAME_H
#define RL_STORE_WALK_RENAME_H

#include <git2.h>

#include "base/arena.h"

/* *out, in the arena: the old name, or NULL if there is none.  0 or libgit2's error. */
int walk_rename(git_repository *repo, const git_oid *older, const git_oid *newer,
                const char *path, const git_oid *blob, struct arena *arena, const char **out);

#endif
