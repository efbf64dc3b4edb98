/*
 * Two revisions' trees put together on the ground of what they have in common.
 */
#ifndef RL_STORE_COMBINE_H
#define RL_STORE_COMBINE_H

#include "base/vec.h"
#include "shared.h"
#include "store.h"

/* A file that becomes another one in our tree. */
struct new_file {
	char *path;              /* from malloc */
	struct store_entry old;  /* mode 0: there was none */
	struct store_entry now;  /* mode 0: it goes */
};

typedef VEC(struct new_file) new_file_list;

void new_files_release(new_file_list *files);

/* What changes from one tree to another; `from` may be NULL: the empty tree. */
redline_status combine_diff(redline_store *store, const git_tree *from, git_tree *to,
                            new_file_list *out, redline_trouble *why);

/* The two revisions, and the last ones that they have in common, at least one. */
struct fork {
	git_oid ours, theirs;
	const git_oid *bases;
	size_t base_count;
};

/*
 * What is to change in our tree so that it holds the changes of both sides.  Drafts
 * are merged word by word, other files line by line; what is merged has been written
 * as objects.  With several bases it must come to the same from each.
 *
 * Says REDLINE_OK; REDLINE_CONFLICTING, and the contests are in `shared`; or why
 * something could not be read or written.
 */
redline_status combine_trees(redline_store *store, const struct fork *fork,
                             struct shared *shared, new_file_list *out, redline_trouble *why);

/* ---- contest.c ---- */

/* One draft that both sides changed: its paths and texts, by base, ours, theirs. */
struct contested {
	const char *path[3];
	redline_bytes text[3];
};

/* Adds a conflict between words of a draft, with the paragraph and the proposers. */
void contest_words(redline_store *store, const struct fork *fork, const struct contested *draft,
                   const redline_merge_conflict *conflict, struct shared *shared);

/* Adds one between whole files: changed here, deleted there, and the like. */
void contest_file(redline_store *store, const struct fork *fork, const char *path,
                  const char *our_path, const char *their_path, struct shared *shared);

#endif
