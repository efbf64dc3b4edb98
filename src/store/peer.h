/*
 * The other side of a push, a pull or a clone: which it is, and the connection to it.
 */
#ifndef RL_STORE_PEER_H
#define RL_STORE_PEER_H

#include "address.h"
#include "branch.h"
#include "exchange.h"
#include "program.h"

struct peer {
	redline_store *store;
	git_remote *remote;
	bool named;              /* it is one of the repository's remotes, not an address */
	struct address address;
	char *shown;             /* for messages */
	char branch[BRANCH_NAME_MAX]; /* there: "refs/heads/main" */
	struct program_way way;
	struct exchange exchange;
	git_remote_callbacks callbacks;
	git_proxy_options proxy;
};

/*
 * Finds whom a branch of ours is exchanged with, and with which of theirs.  `pushes`:
 * as git push chooses, else as git pull.  Release it whatever this says.
 */
redline_status peer_find(struct peer *out, redline_store *store, const struct branch *branch,
                         const redline_sharing *sharing, bool pushes, redline_trouble *why);

/* An address alone, for clone: a remote "origin" of `store` is made for it. */
redline_status peer_origin(struct peer *out, redline_store *store, struct address *address,
                           const redline_sharing *sharing, redline_trouble *why);

/* GIT_DIRECTION_FETCH or _PUSH.  REDLINE_OK, or what exchange_judge says. */
redline_status peer_connect(struct peer *peer, git_direction direction, redline_trouble *why);

/* The other side's reference, once connected: false if it has none of that name. */
bool peer_reference(const struct peer *peer, const char *name, git_oid *out);

/*
 * Notes where their branch is now (refs/remotes/...), and with `tags` takes over the
 * names that they give to what we have.  Under the lock, so that one who is killed
 * here blocks nobody.  It is a note only: a failure is none of the exchange.
 */
void peer_remember(struct peer *peer, const git_oid *tip, bool tags);

void peer_release(struct peer *peer);

#endif
