/* A reference moved by compare-and-swap. */
#ifndef RL_STORE_SWAP_H
#define RL_STORE_SWAP_H

#include "signer.h"
#include "store.h"

/*
 * Moves a reference from `old` (NULL: it must not be there) to `to`, with `account` in
 * its log (NULL: nothing).  Returns 0 once that is on the disk; GIT_ELOCKED: its
 * ".lock" is there; GIT_EMODIFIED, GIT_EEXISTS: it is not at `old`; or another code of
 * libgit2's, with its message, after which it may have been moved or not.
 */
int swap_reference(redline_store *store, const char *reference, const git_oid *old,
                   const git_oid *to, const struct signer *who, const char *account);

#endif
