/*
 * pull.c -- revisions fetched, and ours brought up to them: see redline_store_pull.
 *
 * In this order:
 *   1. their branch is fetched; objects of theirs alone change nothing here;
 *   2. under the lock, our branch is looked at: it is theirs already, or comes before
 *      it (forward), or both have work of their own (a merge, see combine.h);
 *   3. the files that are to follow in the work tree wait beside their places; one
 *      that has changes of its own ends it here;
 *   4. the branch moves, once; index and work tree follow.
 * If somebody moved our branch between 2 and 4, it is done again from 2.
 */
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "branch.h"
#include "bring.h"
#include "combine.h"
#include "commit.h"
#include "disk.h"
#include "pack.h"
#include "peer.h"
#include "shared.h"
#include "tree.h"

enum { TRIES = 20 };

struct pull {
	redline_store *store;
	const redline_sharing *sharing;
	redline_trouble *why;
	struct branch branch;
	struct peer peer;
	git_oid theirs;
	git_oidarray bases;
	struct signer recorder;
	struct shared *shared;
	new_file_list files;
	struct follow follow;
	git_oid tip;             /* where our branch is to be */
};

/* ---- 1: fetching ---- */

static redline_status fetch(struct pull *p)
{
	git_fetch_options options;
	char *spec = p->peer.named
	                     ? disk_path("+%s:refs/remotes/%s/%s", p->peer.branch,
	                                 git_remote_name(p->peer.remote), p->peer.branch + 11)
	                     : disk_path("%s", p->peer.branch);
	git_strarray const specs = {&spec, 1};
	(void)git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
	options.callbacks = p->peer.callbacks;
	options.proxy_opts = p->peer.proxy;
	options.download_tags = p->peer.named ? GIT_REMOTE_DOWNLOAD_TAGS_AUTO
	                                      : GIT_REMOTE_DOWNLOAD_TAGS_NONE;
	int const code = git_remote_download(p->peer.remote, &specs, &options);
	free(spec);
	if (code < 0)
		return exchange_judge(&p->peer.exchange, code, p->peer.shown, p->why);
	peer_remember(&p->peer, &p->theirs, true);
	return REDLINE_OK;
}

/* Revisions of theirs that our branch does not have. */
static void count_received(struct pull *p)
{
	git_revwalk *walk = NULL;
	git_oid id;
	uint32_t count = 0;
	if (git_revwalk_new(&walk, p->store->repo) == 0 && git_revwalk_push(walk, &p->theirs) == 0) {
		if (p->branch.exists)
			(void)git_revwalk_hide(walk, &p->branch.tip);
		while (git_revwalk_next(&id, walk) == 0)
			count++;
	}
	git_revwalk_free(walk);
	git_error_clear();
	p->shared->it.received = count;
}

static redline_status receive(struct pull *p)
{
	redline_status status = peer_connect(&p->peer, GIT_DIRECTION_FETCH, p->why);
	if (!status && !peer_reference(&p->peer, p->peer.branch, &p->theirs))
		status = trouble_say(p->why, REDLINE_NOT_FOUND, "there is no branch %s at %s",
		                     p->peer.branch + 11, p->peer.shown);
	if (!status)
		status = fetch(p);
	(void)git_remote_disconnect(p->peer.remote);
	return status;
}

/* ---- 2: what becomes of our branch ---- */

static redline_status read_tree(struct pull *p, const git_oid *revision, git_tree **out)
{
	git_commit *commit;
	*out = NULL;
	redline_status status = store_commit(p->store, revision, &commit, p->why);
	if (status)
		return status == REDLINE_NOT_FOUND ? REDLINE_DAMAGED : status;
	status = store_tree(p->store, git_commit_tree_id(commit), "a revision", out, p->why);
	git_commit_free(commit);
	return status;
}

static redline_status go_forward(struct pull *p)
{
	git_tree *ours = NULL, *theirs = NULL;
	redline_status status = read_tree(p, &p->theirs, &theirs);
	if (!status && p->branch.exists)
		status = read_tree(p, &p->branch.tip, &ours);
	if (!status)
		status = combine_diff(p->store, ours, theirs, &p->files, p->why);
	git_tree_free(ours);
	git_tree_free(theirs);
	p->tip = p->theirs;
	return status;
}

static redline_status write_tree(struct pull *p, git_oid *out)
{
	git_tree *ours;
	struct tree_file *files = calloc(p->files.len + 1, sizeof *files);
	if (!files)
		abort();
	for (size_t i = 0; i < p->files.len; i++)
		files[i] = (struct tree_file){p->files.at[i].path, p->files.at[i].now.id,
		                              p->files.at[i].now.mode};
	redline_status status = read_tree(p, &p->branch.tip, &ours);
	if (!status)
		status = tree_write(p->store, git_tree_id(ours), files, tree_sort(files, p->files.len),
		                    out, p->why);
	git_tree_free(ours);
	free(files);
	return status;
}

static redline_status write_merge(struct pull *p)
{
	git_oid const parents[] = {p->branch.tip, p->theirs};
	char *message = disk_path("Merge branch '%s' of %s", p->peer.branch + 11, p->peer.shown);
	struct commit commit = {
		.parents = parents,
		.parent_count = 2,
		.author = &p->recorder,
		.committer = &p->recorder,
		.message = bytes_of(message),
	};
	redline_status status = write_tree(p, &commit.tree);
	if (!status)
		status = commit_write(p->store, &commit, &p->tip, p->why);
	free(message);
	p->shared->it.merged = status == REDLINE_OK;
	return status;
}

static redline_status merge(struct pull *p)
{
	struct fork const fork = {p->branch.tip, p->theirs, p->bases.ids, p->bases.count};
	if (!p->bases.count)
		return trouble_say(p->why, REDLINE_DECLINED, "%s at %s has nothing in common with ours",
		                   p->peer.branch + 11, p->peer.shown);
	redline_status status = REDLINE_OK;
	if (!p->recorder.name)
		status = signer_recorder(&p->recorder, p->store, &p->sharing->recorder, p->why);
	if (!status)
		status = combine_trees(p->store, &fork, p->shared, &p->files, p->why);
	return status ? status : write_merge(p);
}

static bool is_only_base(const struct pull *p, const git_oid *id)
{
	return p->bases.count == 1 && git_oid_equal(&p->bases.ids[0], id);
}

static redline_status decide(struct pull *p)
{
	new_files_release(&p->files);
	git_oidarray_dispose(&p->bases);
	p->bases = (git_oidarray){0};
	p->shared->it.merged = false;
	p->tip = p->branch.tip;
	if (!p->branch.exists)
		return go_forward(p);
	int const code = git_merge_bases(&p->bases, p->store->repo, &p->branch.tip, &p->theirs);
	if (code < 0 && code != GIT_ENOTFOUND)
		return trouble_git(p->why, code, "what both sides have in common");
	git_error_clear();
	if (is_only_base(p, &p->theirs))
		return REDLINE_OK;
	return is_only_base(p, &p->branch.tip) ? go_forward(p) : merge(p);
}

/* ---- 3 and 4: the move ---- */

static redline_status prepare_follow(struct pull *p)
{
	if (!p->branch.checked_out || !p->files.len)
		return REDLINE_OK;
	redline_status const status = follow_check(p->store, p->why);
	if (!status)
		follow_begin(&p->follow, p->store, true);
	return status ? status : bring_files(&p->follow, p->store, &p->files, p->why);
}

/* A branch that only goes forward needs no person; the log of references wants a name. */
static redline_status find_recorder(struct pull *p)
{
	static const redline_person nobody = {{"redline", 7}, {"redline@localhost", 17}, 0, 0};
	if (p->recorder.name)
		return REDLINE_OK;
	redline_status const status =
	        signer_recorder(&p->recorder, p->store, &p->sharing->recorder, NULL);
	return status ? signer_recorder(&p->recorder, p->store, &nobody, p->why) : status;
}

static redline_status move(struct pull *p, struct store_lock *lock)
{
	if (p->branch.exists && git_oid_equal(&p->tip, &p->branch.tip))
		return REDLINE_OK;
	redline_status const status = find_recorder(p);
	return status ? status
	              : branch_move(p->store, lock, p->branch.reference,
	                            p->branch.exists ? &p->branch.tip : NULL, &p->tip, &p->recorder,
	                            p->shared->it.merged ? "pull: Merge made by redline"
	                                                 : "pull: Fast-forward",
	                            p->why);
}

static bool is_there(struct pull *p)
{
	return branch_look(&p->branch, p->store, NULL) == REDLINE_OK &&
	       git_oid_equal(&p->branch.tip, &p->tip);
}

/* *overtaken: our branch was moved meanwhile, and it may be tried again. */
static redline_status attempt(struct pull *p, bool *overtaken)
{
	struct store_lock lock;
	redline_status status = lock_take(&lock, p->store, p->why);
	if (status)
		return status;
	status = branch_find(&p->branch, p->store, p->sharing->branch, p->why);
	count_received(p);
	if (!status)
		status = decide(p);
	if (!status)
		status = prepare_follow(p);
	redline_status const before = status;
	if (!status)
		status = move(p, &lock);
	*overtaken = !before && status == REDLINE_CONFLICTING;
	bool const moved = status == REDLINE_OK || (status == REDLINE_UNCERTAIN && is_there(p));
	if (moved && !before && follow_finish(&p->follow, p->why))
		status = REDLINE_UNCERTAIN;
	follow_release(&p->follow);
	pack_note(p->store);
	if (!status)
		pack_if_due(p->store);
	lock_release(&lock);
	return status;
}

/* From now on ours follows theirs, if it follows none; so that `status` can tell. */
static void set_upstream(struct pull *p)
{
	git_reference *ref = NULL;
	git_buf upstream = {0};
	char *name = p->peer.named ? disk_path("%s/%s", git_remote_name(p->peer.remote),
	                                       p->peer.branch + 11)
	                           : NULL;
	if (name &&
	    git_branch_upstream_name(&upstream, p->store->repo, p->branch.reference) ==
	            GIT_ENOTFOUND &&
	    git_reference_lookup(&ref, p->store->repo, p->branch.reference) == 0)
		(void)git_branch_set_upstream(ref, name);
	git_reference_free(ref);
	git_buf_dispose(&upstream);
	git_error_clear();
	free(name);
}

static redline_status bring_up(struct pull *p)
{
	bool overtaken = true;
	redline_status status = REDLINE_OK;
	for (int i = 0; i < TRIES && overtaken; i++)
		status = attempt(p, &overtaken);
	if (overtaken)
		return REDLINE_BUSY;
	if (!status)
		set_upstream(p);
	return status;
}

redline_status redline_store_pull(redline_store *store, const redline_sharing *sharing,
                                  redline_shared **out, redline_trouble *why)
{
	struct pull p = {.store = store, .sharing = sharing, .why = why, .shared = shared_new()};
	redline_status status = branch_find(&p.branch, store, sharing->branch, why);
	*out = NULL;
	if (!status) {
		status = peer_find(&p.peer, store, &p.branch, sharing, false, why);
		if (!status)
			status = receive(&p);
		if (!status)
			status = bring_up(&p);
		peer_release(&p.peer);
	}
	store_id(&p.shared->it.tip, &p.tip);
	*out = shared_give(p.shared);
	if (status && status != REDLINE_CONFLICTING) {
		redline_shared_free(*out);
		*out = NULL;
	}
	signer_release(&p.recorder);
	git_oidarray_dispose(&p.bases);
	new_files_release(&p.files);
	return status;
}
