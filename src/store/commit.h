/* A commit, written. */
#ifndef RL_STORE_COMMIT_H
#define RL_STORE_COMMIT_H

#include "signer.h"
#include "store.h"

struct commit {
	git_oid tree;
	const git_oid *parents;
	uint32_t parent_count;
	const struct signer *author, *committer;
	redline_bytes message; /* and the trailers; made fit as message.h says */
	const redline_trailer *trailers;
	uint32_t trailer_count;
};

/* Says what object_write says. */
redline_status commit_write(redline_store *store, const struct commit *commit, git_oid *out,
                            redline_trouble *why);

#endif
