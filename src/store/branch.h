/*
 * References: found, checked, and moved so that nobody's work is lost.
 */
#ifndef RL_STORE_BRANCH_H
#define RL_STORE_BRANCH_H

#include "lock.h"
#include "signer.h"
#include "store.h"

enum { BRANCH_NAME_MAX = 512 };

/* A branch, and where it stands. */
struct branch {
	char reference[BRANCH_NAME_MAX]; /* "refs/heads/main" */
	bool exists;
	git_oid tip;         /* all zero if it does not exist */
	bool checked_out;    /* here: HEAD names it, and there is a work tree */
};

static inline const char *branch_name(const struct branch *branch)
{
	return branch->reference + sizeof "refs/heads/" - 1;
}

/*
 * The branch of a name, or with NULL the one that HEAD names.  Says REDLINE_OK
 * (also if there is no such branch yet); REDLINE_DECLINED: git forbids the name,
 * HEAD names no branch, the branch is checked out in another work tree, or
 * git is in the middle of a merge on it; REDLINE_DAMAGED, REDLINE_SYSTEM.
 */
redline_status branch_find(struct branch *out, redline_store *store, const char *name,
                           redline_trouble *why);

/* Reads its tip again, as others may have moved it. */
redline_status branch_look(struct branch *branch, redline_store *store, redline_trouble *why);

/*
 * Moves a reference from `old` (NULL: it must not be there yet) to `to`, under the
 * lock.  `account` goes into its log.  Says REDLINE_OK once that is on the disk;
 * REDLINE_CONFLICTING: it is not at `old` any more; REDLINE_BUSY: git keeps it
 * locked; REDLINE_SYSTEM, ...: it was not moved; REDLINE_UNCERTAIN.
 */
redline_status branch_move(redline_store *store, struct store_lock *lock, const char *reference,
                           const git_oid *old, const git_oid *to, const struct signer *who,
                           const char *account, redline_trouble *why);

#endif
