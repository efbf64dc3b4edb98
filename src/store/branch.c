/*
 * branch.c -- see branch.h.
 *
 * A move is a compare-and-swap (swap.h), never a forced one.  It may say that it
 * failed after it has happened (the folder could not be flushed), so
 * after any error the reference is read again.
 *
 * git locks a reference for milliseconds; we wait for it some seconds.  A lock
 * that stays is named, with what to do about it: it is removed by itself only
 * if whoever made it is surely dead (lock.h).
 */
#define _XOPEN_SOURCE 700

#include "branch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "disk.h"
#include "object.h"
#include "swap.h"

enum { TRIES = 60, NAP_MILLISECONDS = 50 };

/* ---- finding ---- */

static redline_status head_target(redline_store *store, char out[BRANCH_NAME_MAX],
                                  redline_trouble *why)
{
	git_reference *head;
	int const code = git_reference_lookup(&head, store->repo, "HEAD");
	if (code < 0)
		return trouble_git(why, code, "HEAD");
	const char *target = git_reference_symbolic_target(head);
	redline_status status = REDLINE_OK;
	if (!target)
		status = trouble_say(why, REDLINE_DECLINED,
		                     "HEAD is on no branch; name one (--branch), or go to one "
		                     "with `git switch`");
	else if (strncmp(target, "refs/heads/", 11) != 0 || strlen(target) >= BRANCH_NAME_MAX)
		status = trouble_say(why, REDLINE_DECLINED, "HEAD names %s, which is no branch",
		                     target);
	else
		strcpy(out, target);
	git_reference_free(head);
	return status;
}

static redline_status name_reference(char out[BRANCH_NAME_MAX], const char *name,
                                     redline_trouble *why)
{
	int valid = 0;
	int const len = snprintf(out, BRANCH_NAME_MAX, "refs/heads/%s", name);
	bool const fits = len > 0 && len < BRANCH_NAME_MAX;
	if (fits && git_branch_name_is_valid(&valid, name) == 0 && valid)
		return REDLINE_OK;
	git_error_clear();
	return trouble_say(why, REDLINE_DECLINED,
	                   "'%s' can't be the name of a branch (git forbids blanks, '..', '~', '^', "
	                   "':', '?', '*', '[' and the like)", name);
}

redline_status branch_look(struct branch *branch, redline_store *store, redline_trouble *why)
{
	git_error_clear();
	int const code = git_reference_name_to_id(&branch->tip, store->repo, branch->reference);
	branch->exists = code == 0;
	if (code == 0)
		return REDLINE_OK;
	memset(&branch->tip, 0, sizeof branch->tip);
	if (code != GIT_ENOTFOUND)
		return trouble_git(why, code, "the branch %s", branch_name(branch));
	git_error_clear();
	return REDLINE_OK;
}

static bool is_checked_out_elsewhere(redline_store *store, const struct branch *branch)
{
	git_reference *ref;
	if (git_reference_lookup(&ref, store->repo, branch->reference) < 0) {
		git_error_clear();
		return false;
	}
	bool const is = git_branch_is_checked_out(ref) == 1;
	git_reference_free(ref);
	git_error_clear();
	return is;
}

static const char *work_in_hand(git_repository *repo)
{
	switch (git_repository_state(repo)) {
	case GIT_REPOSITORY_STATE_MERGE:
		return "merge";
	case GIT_REPOSITORY_STATE_REVERT:
	case GIT_REPOSITORY_STATE_REVERT_SEQUENCE:
		return "revert";
	case GIT_REPOSITORY_STATE_CHERRYPICK:
	case GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
		return "cherry-pick";
	case GIT_REPOSITORY_STATE_REBASE:
	case GIT_REPOSITORY_STATE_REBASE_INTERACTIVE:
	case GIT_REPOSITORY_STATE_REBASE_MERGE:
		return "rebase";
	case GIT_REPOSITORY_STATE_APPLY_MAILBOX:
	case GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE:
		return "am";
	default:
		return NULL;
	}
}

redline_status branch_find(struct branch *out, redline_store *store, const char *name,
                           redline_trouble *why)
{
	char head[BRANCH_NAME_MAX] = "";
	*out = (struct branch){.exists = false};
	redline_status status = head_target(store, head, name ? NULL : why);
	if (!status || name)
		status = name ? name_reference(out->reference, name, why) : REDLINE_OK;
	if (!name)
		strcpy(out->reference, head);
	if (!status)
		status = branch_look(out, store, why);
	if (status)
		return status;
	out->checked_out = !store->bare && strcmp(head, out->reference) == 0;
	if (!out->checked_out && out->exists && is_checked_out_elsewhere(store, out))
		return trouble_say(why, REDLINE_DECLINED,
		                   "the branch %s is checked out in another work tree; save there",
		                   branch_name(out));
	const char *work = out->checked_out ? work_in_hand(store->repo) : NULL;
	if (work)
		return trouble_say(why, REDLINE_DECLINED,
		                   "git is in the middle of a %s here; finish it, or give it up "
		                   "(git %s --abort)", work, work);
	return REDLINE_OK;
}

/* ---- moving ---- */

static void nap(void)
{
	struct timespec const t = {0, NAP_MILLISECONDS * 1000000L};
	(void)nanosleep(&t, NULL);
}

/* The swap, and again while git holds the reference; a libgit2 code. */
static int swap(redline_store *store, const char *reference, const git_oid *old,
                const git_oid *to, const struct signer *who, const char *account)
{
	int code = GIT_ELOCKED;
	for (int i = 0; i < TRIES && code == GIT_ELOCKED; i++) {
		if (i && !lock_clear_stale(store, reference))
			nap();
		code = swap_reference(store, reference, old, to, who, account);
	}
	return code;
}

/* What became of the reference, after `code` (negative) came back. */
static redline_status judge(redline_store *store, const char *reference, const git_oid *old,
                            const git_oid *to, int code, redline_trouble *why)
{
	git_oid now;
	const char *name = reference + (strncmp(reference, "refs/heads/", 11) == 0 ? 11 : 5);
	redline_status status = code == GIT_EMODIFIED || code == GIT_EEXISTS
	                                ? trouble_say(why, REDLINE_CONFLICTING,
	                                              "%s has been moved meanwhile", name)
	                        : code == GIT_ELOCKED
	                                ? trouble_say(why, REDLINE_BUSY,
	                                              "git keeps %s locked; if no git is running, "
	                                              "remove %s%s.lock", name, store->common,
	                                              reference)
	                                : trouble_git(why, code, "moving %s", name);
	int const read = git_reference_name_to_id(&now, store->repo, reference);
	git_error_clear();
	if (read == 0 && git_oid_equal(&now, to))
		return trouble_say(why, REDLINE_UNCERTAIN,
		                   "%s was moved to %s, but that may not be on the disk yet", name,
		                   git_oid_tostr_s(to));
	if (read < 0 && read != GIT_ENOTFOUND)
		return trouble_say(why, REDLINE_UNCERTAIN, "%s may have been moved to %s", name,
		                   git_oid_tostr_s(to));
	bool const stayed = old ? read == 0 && git_oid_equal(&now, old) : read == GIT_ENOTFOUND;
	if (!stayed)
		return trouble_say(why, REDLINE_CONFLICTING, "%s has been moved meanwhile", name);
	/* it is where it was, so whatever was said of a conflict was about something else */
	return status == REDLINE_CONFLICTING
	               ? trouble_say(why, REDLINE_DECLINED, "git has no room for %s: a name "
	                             "above or below it is taken", name)
	               : status == REDLINE_OK ? REDLINE_SYSTEM : status;
}

redline_status branch_move(redline_store *store, struct store_lock *lock, const char *reference,
                           const git_oid *old, const git_oid *to, const struct signer *who,
                           const char *account, redline_trouble *why)
{
	int code = git_repository_set_ident(store->repo, who->name, who->email);
	if (code < 0)
		return trouble_git(why, code, "the name for the log");
	redline_status status = object_flush(store, why);
	if (!status)
		status = lock_intend(lock, reference, to, why);
	if (status)
		return status;
	code = swap(store, reference, old, to, who, account);
	if (code < 0)
		status = judge(store, reference, old, to, code, why);
	lock_done(lock);
	if (status || old)
		return status;
	char *path = disk_path("%s%s", store->common, reference);
	char *top = disk_path("%srefs/", store->common);
	if (!disk_flush_up_to(path, top))
		status = trouble_say(why, REDLINE_UNCERTAIN,
		                     "%s was made, but that may not be on the disk yet", reference);
	free(path);
	free(top);
	return status;
}
