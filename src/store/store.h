/*
 * The store from within: an open repository, and what every part of the store
 * does with it.  Whoever writes takes the lock first (lock.h).
 */
#ifndef RL_STORE_STORE_H
#define RL_STORE_STORE_H

#include <git2.h>

#include "trouble.h"

struct label_map;
struct fresh;

struct redline_store {
	git_repository *repo;
	git_odb *odb;
	char *folder;   /* of the work tree, else of the bare repository; ends with a slash */
	char *common;   /* the git folder that all work trees share; ends with a slash */
	bool bare;
	struct label_map *labels; /* of the revisions; read when first asked for */
	struct fresh *fresh;      /* objects written and not yet noted for packing (object.h) */
};

/* A repository that is open already becomes a store, which owns it (also on failure). */
redline_status store_adopt(redline_store **out, git_repository *repo, redline_trouble *why);

/* "<common>redline/<name>" from malloc; makes the folder.  NULL with errno. */
char *store_own_path(const redline_store *store, const char *name);

/* An id that a caller gave, which may hold anything.  REDLINE_OK or REDLINE_NOT_FOUND. */
redline_status store_oid(git_oid *out, const redline_id *id, redline_trouble *why);
void store_id(redline_id *out, const git_oid *oid);

/* A revision, for git_commit_free.  REDLINE_NOT_FOUND if there is none of that id. */
redline_status store_commit(redline_store *store, const git_oid *id, git_commit **out,
                            redline_trouble *why);

/* A tree that must be there; `what` as for trouble_object. */
redline_status store_tree(redline_store *store, const git_oid *id, const char *what,
                          git_tree **out, redline_trouble *why);

/* What a path is in a tree. */
struct store_entry {
	git_oid id;
	git_filemode_t mode; /* 0: there is nothing */
};

/* REDLINE_OK (also if there is nothing), or why a tree on the way can't be read. */
redline_status store_entry(redline_store *store, const git_oid *tree, const char *path,
                           struct store_entry *out, redline_trouble *why);

/* A blob's bytes in memory from malloc, checked, and followed by a NUL. */
redline_status store_blob(redline_store *store, const git_oid *id, const char *what,
                          char **text, size_t *len, redline_trouble *why);

/* A plain file: no link, no submodule, no folder. */
static inline bool store_is_file(git_filemode_t mode)
{
	return ((unsigned)mode & 0170000u) == 0100000u;
}

#endif
