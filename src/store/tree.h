/*
 * Trees with some of their files replaced.
 */
#ifndef RL_STORE_TREE_H
#define RL_STORE_TREE_H

#include "store.h"

/* A file as it is to stand in a tree. */
struct tree_file {
	const char *path;
	git_oid id;
	git_filemode_t mode; /* 0: is taken out; folders that become empty go too */
};

/*
 * Writes the trees that differ from `base` (NULL: the empty tree) by these
 * files, sorted by path, each once.  Everything else in them keeps its bytes.
 * REDLINE_DECLINED if a file would take the place of a folder or the reverse.
 */
redline_status tree_write(redline_store *store, const git_oid *base,
                          const struct tree_file *files, size_t count, git_oid *out,
                          redline_trouble *why);

/* Sorts for tree_write; of several for one path the last stays.  The new count. */
size_t tree_sort(struct tree_file *files, size_t count);

#endif
