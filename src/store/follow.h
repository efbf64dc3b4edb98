/*
 * What is checked out follows its branch: git's index, and if asked for the
 * files of the work tree.
 *
 *     follow_check   before anything is written: can they follow?
 *     follow_begin
 *     follow_add     for each file that is to change
 *     follow_finish  once the branch has moved
 *     follow_release in any case
 *
 * Only the entries of the files added are touched.  The index is replaced under
 * git's own lock, which we hold for an instant; if somebody else keeps it locked
 * for longer, the index stays as it is, and that is no failure.
 */
#ifndef RL_STORE_FOLLOW_H
#define RL_STORE_FOLLOW_H

#include "base/vec.h"
#include "store.h"

struct follow_file {
	char *path;
	git_oid id;          /* what it becomes */
	git_filemode_t mode; /* 0: it is taken out */
	char *waiting;       /* its new content, in a file beside it; or NULL */
	bool goes;           /* the file is taken away, too */
};

struct follow {
	redline_store *store;
	bool write_files;
	VEC(struct follow_file) files;
};

/* REDLINE_DECLINED if git's index is of a kind that can't be read here, or changed. */
redline_status follow_check(redline_store *store, redline_trouble *why);

void follow_begin(struct follow *out, redline_store *store, bool write_files);

/*
 * old: as the branch has it (mode 0: not there); text: as it is to stand in the
 * work tree.  REDLINE_DECLINED if a file there would be overwritten that is not
 * as the branch has it; REDLINE_SYSTEM.
 */
redline_status follow_add(struct follow *f, const char *path, const struct store_entry *old,
                          const git_oid *id, git_filemode_t mode, redline_bytes text,
                          redline_trouble *why);

/* REDLINE_OK, or REDLINE_UNCERTAIN if a file of the work tree could not be replaced. */
redline_status follow_finish(struct follow *f, redline_trouble *why);
void follow_release(struct follow *f);

#endif
