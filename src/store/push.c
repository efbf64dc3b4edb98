/*
 * push.c -- revisions sent: see redline_store_push.
 *
 * libgit2's push says that it worked when the server has refused; what became of
 * each reference is told to a callback, and only what that says counts.  The other
 * side moves its branch only if it is still where it was when we looked, so nobody's
 * work is overwritten; it is never asked to do otherwise.
 *
 * If the connection ends while an answer is awaited, the work may have been taken:
 * then the other side is asked once more, over a new connection.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "disk.h"
#include "peer.h"
#include "shared.h"

enum { LOOK_AGAIN = 8000 /* milliseconds */ };

/* One reference to be sent, and the answer. */
struct parcel {
	char *reference;  /* there */
	char *refspec;    /* "refs/heads/main:refs/heads/main" */
	bool answered, taken;
	char answer[200];
};

struct push {
	redline_store *store;
	const redline_sharing *sharing;
	redline_trouble *why;
	struct branch branch;
	struct peer peer;
	VEC(struct parcel) parcels;
	uint32_t sent;
};

/* ---- what is to be sent ---- */

static void add_parcel(struct push *p, const char *from, const char *to)
{
	struct parcel *parcel = VEC_PUSH(&p->parcels);
	if (!parcel)
		abort();
	parcel->reference = disk_path("%s", to);
	parcel->refspec = disk_path("%s:%s", from, to);
}

/* How many revisions of ours they do not have, as far as we know what they have. */
static uint32_t count_missing(struct push *p)
{
	const git_remote_head **heads;
	git_revwalk *walk = NULL;
	size_t count = 0;
	uint32_t missing = 0;
	git_oid id;
	if (git_revwalk_new(&walk, p->store->repo) == 0 &&
	    git_revwalk_push(walk, &p->branch.tip) == 0 &&
	    git_remote_ls(&heads, &count, p->peer.remote) == 0) {
		for (size_t i = 0; i < count; i++)
			(void)git_revwalk_hide(walk, &heads[i]->oid); /* perhaps not known here */
		while (git_revwalk_next(&id, walk) == 0)
			missing++;
	}
	git_revwalk_free(walk);
	git_error_clear();
	return missing;
}

static redline_status add_branch(struct push *p)
{
	git_oid theirs;
	if (!peer_reference(&p->peer, p->peer.branch, &theirs)) {
		add_parcel(p, p->branch.reference, p->peer.branch);
	} else if (!git_oid_equal(&theirs, &p->branch.tip)) {
		if (git_graph_descendant_of(p->store->repo, &p->branch.tip, &theirs) != 1) {
			git_error_clear();
			return trouble_say(p->why, REDLINE_REJECTED,
			                   "%s at %s has work that is not here; `redline pull` brings it",
			                   p->peer.branch + 11, p->peer.shown);
		}
		add_parcel(p, p->branch.reference, p->peer.branch);
	}
	p->sent = p->parcels.len ? count_missing(p) : 0;
	return REDLINE_OK;
}

/* Names are for good: one that stands for something else there stays, and we say so. */
static redline_status add_tags(struct push *p)
{
	git_strarray tags = {0};
	redline_status status = REDLINE_OK;
	int const code = git_tag_list(&tags, p->store->repo);
	if (code < 0)
		return trouble_git(p->why, code, "the names of revisions");
	for (size_t i = 0; !status && i < tags.count; i++) {
		git_oid ours, theirs;
		char *reference = disk_path("refs/tags/%s", tags.strings[i]);
		bool const known = git_reference_name_to_id(&ours, p->store->repo, reference) == 0;
		if (known && !peer_reference(&p->peer, reference, &theirs))
			add_parcel(p, reference, reference);
		else if (known && !git_oid_equal(&ours, &theirs))
			status = trouble_say(p->why, REDLINE_REJECTED,
			                     "'%s' names another revision at %s", tags.strings[i],
			                     p->peer.shown);
		free(reference);
	}
	git_strarray_dispose(&tags);
	git_error_clear();
	return status;
}

/* ---- sending ---- */

/* What became of a reference; `answer` is NULL if it was taken. */
static int note_answer(const char *reference, const char *answer, void *payload)
{
	struct push *p = (struct push *)((char *)payload - offsetof(struct push, peer));
	for (size_t i = 0; i < p->parcels.len; i++) {
		struct parcel *it = &p->parcels.at[i];
		if (strcmp(it->reference, reference) != 0)
			continue;
		it->answered = true;
		it->taken = answer == NULL;
		(void)snprintf(it->answer, sizeof it->answer, "%s", answer ? answer : "");
	}
	return 0;
}

static int upload(struct push *p)
{
	git_push_options options;
	git_strarray specs = {calloc(p->parcels.len, sizeof *specs.strings), p->parcels.len};
	if (!specs.strings)
		abort();
	for (size_t i = 0; i < p->parcels.len; i++)
		specs.strings[i] = p->parcels.at[i].refspec;
	(void)git_push_options_init(&options, GIT_PUSH_OPTIONS_VERSION);
	options.callbacks = p->peer.callbacks;
	options.callbacks.push_update_reference = note_answer;
	options.proxy_opts = p->peer.proxy;
	git_error_clear();
	int const code = git_remote_upload(p->peer.remote, &specs, &options);
	free(specs.strings);
	return code;
}

/* Did they take it, after all? */
static redline_status look_again(struct push *p)
{
	struct peer peer;
	git_oid theirs;
	redline_trouble unseen;
	(void)git_remote_disconnect(p->peer.remote); /* it may serve one at a time */
	redline_status status = peer_find(&peer, p->store, &p->branch, p->sharing, true, &unseen);
	if (peer.exchange.patience > LOOK_AGAIN)
		peer.exchange.patience = LOOK_AGAIN;
	peer.exchange.first_patience = peer.exchange.patience;
	if (!status)
		status = peer_connect(&peer, GIT_DIRECTION_FETCH, &unseen);
	bool const taken = !status && peer_reference(&peer, peer.branch, &theirs) &&
	                   git_oid_equal(&theirs, &p->branch.tip);
	peer_release(&peer);
	bool const only_branch = p->parcels.len == 1 &&
	                         strcmp(p->parcels.at[0].reference, p->peer.branch) == 0;
	if (taken && only_branch)
		return REDLINE_OK;
	if (status)
		return trouble_say(p->why, REDLINE_UNCERTAIN,
		                   "%s fell silent when it may have taken the work, and can't be asked "
		                   "again; push again later: that does no harm", p->peer.shown);
	return trouble_say(p->why, REDLINE_UNCERTAIN,
	                   "%s broke off when it may have taken the work; its branch %s when asked "
	                   "again; push again: that does no harm", p->peer.shown,
	                   taken ? "had it" : "did not have it yet");
}

/* The reasons a server gives for having been overtaken. */
static bool was_overtaken(const char *answer)
{
	return strstr(answer, "failed to update ref") || strstr(answer, "fetch first") ||
	       strstr(answer, "stale") || strstr(answer, "cannot lock") ||
	       strstr(answer, "failed to lock") || strstr(answer, "non-fast");
}

static redline_status judge_answers(struct push *p)
{
	for (size_t i = 0; i < p->parcels.len; i++) {
		const struct parcel *it = &p->parcels.at[i];
		const char *said = p->peer.exchange.said;
		if (it->taken)
			continue;
		if (!it->answered)
			return trouble_say(p->why, REDLINE_UNCERTAIN, "%s did not say what became of %s",
			                   p->peer.shown, it->reference);
		if (was_overtaken(it->answer))
			return trouble_say(p->why, REDLINE_REJECTED,
			                   "somebody else has moved %s at %s meanwhile (%s); pull, and push "
			                   "again", it->reference, p->peer.shown, it->answer);
		return trouble_say(p->why, REDLINE_REJECTED, "%s refused %s: %s%s%s", p->peer.shown,
		                   it->reference, it->answer, *said ? ": " : "", said);
	}
	return REDLINE_OK;
}

static redline_status send(struct push *p)
{
	const struct exchange *x = &p->peer.exchange;
	int const code = upload(p);
	if (code == 0)
		return judge_answers(p);
	if (code == GIT_ENONFASTFORWARD)
		return trouble_say(p->why, REDLINE_REJECTED,
		                   "%s at %s has work that is not here; `redline pull` brings it",
		                   p->peer.branch + 11, p->peer.shown);
	redline_status const status = exchange_judge(x, code, p->peer.shown, p->why);
	bool const lost = x->end == EXCHANGE_SILENT || x->end == EXCHANGE_BROKEN ||
	                  status == REDLINE_UNREACHABLE;
	return lost && x->asked && !x->stopped ? look_again(p) : status;
}

/* ---- afterwards ---- */

/* What we know of their branch; and ours follows it from now on, if it follows none. */
static void remember(struct push *p)
{
	git_reference *ref = NULL;
	git_buf upstream = {0};
	if (!p->peer.named)
		return;
	char *tracking = disk_path("%s/%s", git_remote_name(p->peer.remote), p->peer.branch + 11);
	peer_remember(&p->peer, &p->branch.tip, false);
	if (git_branch_upstream_name(&upstream, p->store->repo, p->branch.reference) ==
	            GIT_ENOTFOUND &&
	    git_reference_lookup(&ref, p->store->repo, p->branch.reference) == 0)
		(void)git_branch_set_upstream(ref, tracking);
	git_reference_free(ref);
	git_buf_dispose(&upstream);
	git_error_clear();
	free(tracking);
}

static redline_status push(struct push *p)
{
	redline_status status = peer_connect(&p->peer, GIT_DIRECTION_PUSH, p->why);
	if (!status)
		status = add_branch(p);
	if (!status && p->sharing->tags)
		status = add_tags(p);
	if (!status && p->parcels.len)
		status = send(p);
	if (!status)
		remember(p);
	return status;
}

static redline_status find_branch(struct push *p)
{
	struct branch *b = &p->branch;
	redline_trouble unseen;
	redline_status status = branch_find(b, p->store, p->sharing->branch, &unseen);
	/* a branch that another work tree, or a merge, has in hand can be sent all the same */
	if (status == REDLINE_DECLINED && b->exists)
		status = REDLINE_OK;
	if (status)
		return trouble_say(p->why, status, "%s", unseen.text);
	if (b->exists)
		return REDLINE_OK;
	return trouble_say(p->why, REDLINE_NOT_FOUND, "there is nothing on the branch %s to push",
	                   branch_name(b));
}

redline_status redline_store_push(redline_store *store, const redline_sharing *sharing,
                                  redline_shared **out, redline_trouble *why)
{
	struct push p = {.store = store, .sharing = sharing, .why = why};
	*out = NULL;
	redline_status status = find_branch(&p);
	if (status)
		return status;
	status = peer_find(&p.peer, store, &p.branch, sharing, true, why);
	if (!status)
		status = push(&p);
	peer_release(&p.peer);
	for (size_t i = 0; i < p.parcels.len; i++) {
		free(p.parcels.at[i].reference);
		free(p.parcels.at[i].refspec);
	}
	VEC_RELEASE(&p.parcels);
	if (status)
		return status;
	struct shared *shared = shared_new();
	shared->it.sent = p.sent;
	store_id(&shared->it.tip, &p.branch.tip);
	*out = shared_give(shared);
	return REDLINE_OK;
}
