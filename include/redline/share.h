/*
 * redline/share.h -- sharing a store: push, pull, clone; and the merge of two
 * lines of work, word by word.
 *
 * Other stores are git repositories, reached by a path, ssh, https or git; what
 * is exchanged is what git itself exchanges.  No call waits longer than 30
 * seconds for a silent other side.
 */
#ifndef REDLINE_SHARE_H
#define REDLINE_SHARE_H

#include "base.h"
#include "store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- merging texts ---- */

/* Different changes to the same words. */
typedef struct redline_merge_conflict {
	redline_range base;    /* the words, in the common text; may be empty */
	redline_range ours, theirs; /* what became of them, in the two texts */
} redline_merge_conflict;

typedef struct redline_merge redline_merge;

/*
 * What two texts have made of a common one, put together: a change of the one
 * and a change of the other both happen, the same change happens once, and
 * different changes to the same words are a conflict.  So are different insertions
 * at one place, a deleted paragraph that the other side changed or moved, and a
 * number that both sides' renumbering would give twice.  Words wrapped anew on one
 * side and changed on the other are no conflict; a paragraph that moved keeps the
 * other side's changes.  Texts are borrowed; near linear in them.
 *
 * Promised: without conflicts the result holds every change of both sides and
 * no other; merging with the common text itself gives the other side's text
 * byte for byte.  Says REDLINE_OK (also with conflicts), REDLINE_NO_MEMORY,
 * REDLINE_TOO_LARGE, or what redline_text_check says.
 */
REDLINE_API redline_status redline_merge_texts(redline_merge **out, redline_bytes base,
                                               redline_bytes ours, redline_bytes theirs);
REDLINE_API void redline_merge_free(redline_merge *merge);

/* The result; where there are conflicts, with ours there. */
REDLINE_API redline_bytes redline_merge_text(const redline_merge *merge);
REDLINE_API const redline_merge_conflict *redline_merge_conflicts(const redline_merge *merge,
                                                                  uint32_t *count);

/* ---- between stores ---- */

typedef struct redline_sharing {
	const char *remote;    /* a name ("origin"), an address or a path; NULL:
	                          where the branch goes to, else "origin" */
	const char *branch;    /* NULL: the one HEAD names */
	bool tags;             /* push: all tags of redline_store_tag, too */
	redline_person recorder; /* pull: of the merge; see redline_saving */
	/* Called now and then: objects, bytes so far (0: not known).  False ends
	   the work.  May be NULL. */
	bool (*progress)(void *context, uint32_t done, uint32_t of, uint64_t bytes);
	void *context;
} redline_sharing;

/* One conflict of a pull, for a person. */
typedef struct redline_contest {
	redline_bytes path;            /* the draft */
	redline_bytes number;          /* the paragraph, "59"; or empty */
	redline_bytes base, ours, theirs; /* the words */
	redline_bytes our_proposer, their_proposer; /* authors of the revisions
	                                  that last changed them */
} redline_contest;

typedef struct redline_shared {
	uint32_t sent, received;       /* revisions */
	bool merged;                   /* a merge was made, `tip` is it */
	redline_id tip;
	const redline_contest *contests; /* of a pull that met conflicts */
	uint32_t contest_count;
} redline_shared;

/*
 * Sends a branch.  The other side's branch is never forced.  Says REDLINE_OK
 * only when the other side has acknowledged every reference; REDLINE_REJECTED
 * (it has work that is not here, or a hook said no: `why` has its words),
 * REDLINE_UNREACHABLE, REDLINE_UNCERTAIN (it fell silent after it may have taken
 * the work), REDLINE_NOT_FOUND (no such remote or branch), REDLINE_DAMAGED,
 * REDLINE_SYSTEM.
 */
REDLINE_API redline_status redline_store_push(redline_store *store,
                                              const redline_sharing *sharing,
                                              redline_shared **out, redline_trouble *why);

/*
 * Fetches a branch and brings ours up to it: forward if only they have new
 * work, by a merge if both have.  Drafts are merged word by word.  Says
 * REDLINE_OK; REDLINE_CONFLICTING (nothing was changed; out->contests tells
 * who disagrees on what); what redline_store_save says; or as push does.
 */
REDLINE_API redline_status redline_store_pull(redline_store *store,
                                              const redline_sharing *sharing,
                                              redline_shared **out, redline_trouble *why);

/* Copies a store into a folder, which must not exist or be empty. */
REDLINE_API redline_status redline_store_clone(redline_store **out, const char *address,
                                               const char *folder,
                                               const redline_sharing *sharing,
                                               redline_trouble *why);

REDLINE_API void redline_shared_free(redline_shared *shared);

#ifdef __cplusplus
}
#endif
#endif
