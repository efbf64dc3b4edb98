/*
 * The index behind history and blame: the revisions of one draft, each with its
 * units, what they were in the revisions before, and where their words come from.
 *
 * It lies in "redline/index/" of the git folder that all work trees share, is never
 * needed and may be deleted at any time.  index_open finds the one that holds a
 * revision, makes it longer, or makes it anew, and writes it back if it can; where it
 * can't (read-only, disk full) the answers are the same.  A damaged or half-written
 * index, or another version's, is made anew.
 *
 * Several processes may do so at once: a file is made longer or replaced while the
 * lock is held, its bytes once written are not changed but for the slot, and who has
 * mapped it sees what was there.
 *
 * What is kept is a pure function of the commit, the path and the version: the same
 * bytes, however often it was made longer on the way.  There may be a few indexes for
 * one path, one for each branch that was lately asked about.
 */
#ifndef RL_STORE_INDEX_H
#define RL_STORE_INDEX_H

#include "index_image.h"
#include "store.h"

/*
 * Of all that decides what an index holds: how drafts are read, how tokens are cut,
 * how units are aligned and words followed.  Raise it with any change to those;
 * INDEX_FORMAT with any change to how it is stored.
 */
enum { LINEAGE_VERSION = 1 };

struct index {
	struct index_image image;
	uint32_t node;         /* the revision whose draft was asked for; INDEX_NONE: there
	                          never was such a draft */
	void *map;             /* private */
	size_t map_size;
};

struct index_progress {
	bool (*report)(void *context, uint32_t done, uint32_t of); /* may be NULL */
	void *context;
};

/*
 * Says REDLINE_OK, REDLINE_NO_MEMORY, REDLINE_DECLINED (`report` ended it) or
 * REDLINE_DAMAGED.
 */
redline_status index_open(struct index *out, redline_store *store, const git_oid *revision,
                          const char *path, const struct index_progress *progress,
                          redline_trouble *why);
void index_release(struct index *ix);

#endif
