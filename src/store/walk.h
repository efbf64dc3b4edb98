/*
 * Which commits are revisions of a draft.
 *
 * Goes backwards from a commit and finds those in which the draft at a path
 * became another one:
 *   - a commit that leaves the draft as it is in a parent is none, and of its
 *     parents only those that agree with it are looked at (a merge that took one
 *     side's draft as it was has only that side's past);
 *   - where a parent has no file of that name, the one that became it is looked
 *     for among the files that the commit took away, and followed under its
 *     old name: one of the same bytes, else the one most alike;
 *   - a file that was deleted and came back has a revision without text between;
 *     so has one that was a link or a submodule for a while;
 *   - a merge whose draft is as it is in several parents that came to it by
 *     different revisions is a revision, marked `same`: nothing changed in it, but
 *     pasts meet in it.
 * The past ends where git's file "shallow" says so.
 *
 * The order of the revisions depends on nothing but the commits: parents first,
 * and of those that could come next the one with the lowest time, then id.  For
 * a log, newest first, go through them backwards, leaving out those that are
 * `same`:
 *
 *     struct walk w;
 *     status = walk_draft(&w, store->repo, &tip, path, NULL, NULL, why);
 *     for (uint32_t i = w.count; i-- > 0;)
 *             if (!w.at[i].same)
 *                     ... w.at[i].commit, w.at[i].path ...
 *     walk_release(&w);
 *
 * Costs the reading of one commit and of the folders on the path for each commit
 * looked at; no file is read but where a rename has to be found.
 */
#ifndef RL_STORE_WALK_H
#define RL_STORE_WALK_H

#include <git2.h>
#include <redline/store.h>

#include "base/arena.h"

struct walk_node {
	git_oid commit;
	git_oid blob;          /* all zero: there is no draft since then */
	int64_t time;          /* when it was recorded; seconds since 1970 */
	const char *path;      /* of the draft in it */
	const uint32_t *parents; /* numbers of revisions; may be none */
	uint32_t parent_count;
	bool same;
};

struct walk {
	struct walk_node *at;
	uint32_t count;
	uint32_t first;        /* number of the first of them: walk_known.count */
	uint32_t tip;          /* number of the revision whose draft the commit has;
	                          WALK_NONE if it never had one */
	bool from_known;       /* the commit itself, or one that it comes from, is
	                          walk_known.tip */
	struct arena arena;    /* private: holds it all */
};

#define WALK_NONE UINT32_MAX

/* Revisions that are known from an earlier walk; numbered 0 to count - 1. */
struct walk_known {
	bool (*find)(void *context, const git_oid *commit, const char *path, uint32_t *number);
	void *context;
	uint32_t count;
	const git_oid *tip;    /* the commit that walk began with; find knows it */
};

/* Called now and then; false ends the walk with REDLINE_DECLINED. */
struct walk_pulse {
	bool (*beat)(void *context);
	void *context;
};

/*
 * known and pulse may be NULL.  With `known` the walk stops at each of those, and
 * only what is new is in the result.  Says REDLINE_OK (also where there never was
 * such a draft), REDLINE_NO_MEMORY, REDLINE_DECLINED or REDLINE_DAMAGED; the walk
 * holds nothing unless OK.
 */
redline_status walk_draft(struct walk *out, git_repository *repo, const git_oid *from,
                          const char *path, const struct walk_known *known,
                          const struct walk_pulse *pulse, redline_trouble *why);
void walk_release(struct walk *w);

/* Where a shallow clone ends. */
struct walk_border {
	git_oid *at;           /* ascending */
	size_t count;
	uint64_t hash;         /* of all of them; 0 if there are none */
};

bool walk_border_read(struct walk_border *out, git_repository *repo); /* false: no memory */
void walk_border_release(struct walk_border *border);

#endif
