/*
 * standing.c -- where a store stands: its branch, and how far it is from the
 * branch that it tracks.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"

/* "main" of "refs/heads/main"; cut at a size that no sensible name reaches. */
static void take_name(char out[256], const char *reference, const char *prefix)
{
	size_t const head = strlen(prefix);
	const char *name = strncmp(reference, prefix, head) == 0 ? reference + head : reference;
	(void)snprintf(out, 256, "%s", name);
}

static redline_status read_head(redline_store *store, redline_standing *out, char *branch,
                                size_t size, redline_trouble *why)
{
	git_reference *head;
	git_oid id;
	int code = git_reference_lookup(&head, store->repo, "HEAD");
	if (code < 0)
		return trouble_git(why, code, "HEAD");
	const char *target = git_reference_symbolic_target(head);
	(void)snprintf(branch, size, "%s", target ? target : "");
	if (target)
		take_name(out->branch, target, "refs/heads/");
	git_reference_free(head);
	code = git_reference_name_to_id(&id, store->repo, "HEAD");
	out->empty = code == GIT_ENOTFOUND;
	if (code == 0)
		store_id(&out->head, &id);
	else if (!out->empty)
		return trouble_git(why, code, "HEAD");
	git_error_clear();
	return REDLINE_OK;
}

/* How far from the branch it tracks; nothing is said if that can't be told. */
static void compare_upstream(redline_store *store, redline_standing *out, const char *branch)
{
	git_buf upstream = {0};
	git_oid ours, theirs;
	size_t ahead, behind;
	if (git_branch_upstream_name(&upstream, store->repo, branch) == 0) {
		out->tracks = true;
		take_name(out->remote_branch, upstream.ptr, "refs/remotes/");
		if (git_reference_name_to_id(&ours, store->repo, branch) == 0 &&
		    git_reference_name_to_id(&theirs, store->repo, upstream.ptr) == 0 &&
		    git_graph_ahead_behind(&ahead, &behind, store->repo, &ours, &theirs) == 0) {
			out->ahead = (uint32_t)ahead;
			out->behind = (uint32_t)behind;
		}
	}
	git_buf_dispose(&upstream);
	git_error_clear();
}

redline_status redline_store_standing(redline_store *store, redline_standing *out,
                                      redline_trouble *why)
{
	char branch[1024];
	*out = (redline_standing){.bare = store->bare};
	git_error_clear();
	redline_status const status = read_head(store, out, branch, sizeof branch, why);
	if (!status && *branch)
		compare_upstream(store, out, branch);
	return status;
}
