/*
 * save_outcome.c -- redline apply --save: an outcome into the store.
 *
 * The draft that was amended must be what the branch has: otherwise the revisions
 * would hold changes that nobody proposed.  The branch is asked for again when it
 * moves, so a revision that came in between is not overrun.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "plan.h"

/* Where the draft stands, and where its revisions go. */
struct target_branch {
	struct ground ground;
	redline_path path;
	redline_standing standing;
	const char *name;      /* for messages and for the store; NULL: HEAD's own */
	bool checked_out;      /* it is the one that HEAD names */
};

static redline_status decline(redline_trouble *why, const char *format, const char *name,
                              const char *branch)
{
	(void)snprintf(why->text, sizeof why->text, format, name, branch);
	return REDLINE_DECLINED;
}

/* ---- where ---- */

static redline_status find_path(struct target_branch *t, const char *draft, redline_trouble *why)
{
	struct place place;
	struct file file;
	if (is_file(draft))
		return redline_store_path(t->ground.store, draft, &t->path, why);
	redline_status const status = place_read(&place, &file, t->ground.store, draft, NULL, why);
	if (status == REDLINE_OK)
		t->path = place.path;
	file_release(&file);
	return status;
}

/* The revision that the branch is at, or will begin at. */
static redline_status find_base(struct target_branch *t, const char *branch, redline_trouble *why)
{
	char full[512];
	redline_status status = redline_store_standing(t->ground.store, &t->standing, why);
	if (status != REDLINE_OK)
		return status;
	t->checked_out = !branch || strcmp(branch, t->standing.branch) == 0;
	t->name = t->checked_out ? NULL : branch;
	if (!t->checked_out) {
		if (snprintf(full, sizeof full, "refs/heads/%s", branch) >= (int)sizeof full)
			return decline(why, "the name of the branch is too long: %.40s%s", branch, "...");
		status = redline_store_resolve(t->ground.store, full, &t->ground.base, why);
		if (status != REDLINE_NOT_FOUND)
			return status;
	}
	return redline_store_resolve(t->ground.store, "HEAD", &t->ground.base, why);
}

/* Is that what the store has, or would have if it were saved? */
static redline_status is_kept(bool *out, const struct target_branch *t, redline_bytes text,
                              redline_bytes kept, redline_trouble *why)
{
	char *converted;
	size_t len;
	*out = text.len == kept.len && (!kept.len || memcmp(text.ptr, kept.ptr, kept.len) == 0);
	if (*out)
		return REDLINE_OK;
	redline_status const status =
	    redline_store_kept(t->ground.store, t->path.text, text, &converted, &len, why);
	if (status != REDLINE_OK)
		return status;
	*out = len == kept.len && memcmp(converted, kept.ptr, len) == 0;
	free(converted);
	return REDLINE_OK;
}

/* Is the draft that was amended what the branch has? */
static redline_status check_draft(const struct target_branch *t, const struct file *draft,
                                  redline_trouble *why)
{
	struct file kept = {.name = t->path.text};
	char *text;
	bool same = false;
	const char *branch = t->name ? t->name : t->standing.branch[0] ? t->standing.branch : "HEAD";
	redline_status status = redline_store_read(t->ground.store, &t->ground.base, t->path.text,
	                                           &text, &kept.text.len, why);
	kept.text.ptr = text;
	if (status == REDLINE_NOT_FOUND)
		status = decline(why, "%s is not in the last revision of %s; save it first", draft->name,
		                 branch);
	else if (status == REDLINE_OK)
		status = is_kept(&same, t, draft->text, kept.text, why);
	if (status == REDLINE_OK && !same)
		status = decline(why, "%s is not as in the last revision of %s; save it first, or name "
		                 "that revision's draft", draft->name, branch);
	file_release(&kept);
	return status;
}

static redline_status find_target(struct target_branch *t, const struct job *job,
                                  const struct settings *s, redline_trouble *why)
{
	redline_status status = find_path(t, s->files[s->file_count - 1], why);
	if (status == REDLINE_OK)
		status = find_base(t, s->branch, why);
	if (status == REDLINE_OK)
		status = check_draft(t, &job->draft_file, why);
	t->ground.path = t->path.text;
	return status;
}

/* ---- saving ---- */

static void note(struct saved_note *out, const struct target_branch *t, const redline_saved *saved)
{
	const char *branch = t->name ? t->name : t->standing.branch;
	if (saved->made)
		(void)snprintf(out->text, sizeof out->text, "%u revision%s saved on %.200s, up to %.*s",
		               (unsigned)saved->made, saved->made == 1 ? "" : "s", branch, ID_SHORT,
		               saved->tip.text);
	else
		(void)snprintf(out->text, sizeof out->text, "nothing new to save");
}

static redline_status save(struct saved_note *out, const struct target_branch *t,
                           const struct job *job, const struct settings *s, redline_trouble *why)
{
	struct plan plan;
	redline_saved saved;
	redline_status status = plan_make(&plan, job, s->files, &t->ground, why);
	redline_saving const saving = {
		.branch = t->name,
		.base = &t->ground.base,
		.changes = plan.changes,
		.change_count = plan.count,
		.write_files = t->checked_out,
	};
	if (status == REDLINE_OK && plan.count)
		status = redline_store_save(t->ground.store, &saving, &saved, why);
	else
		saved = (redline_saved){.made = 0};
	if (status == REDLINE_OK)
		note(out, t, &saved);
	plan_release(&plan);
	return status;
}

int outcome_save(struct saved_note *out, const struct job *job, const struct settings *s)
{
	const char *draft = s->files[s->file_count - 1];
	struct target_branch target = {.name = NULL};
	redline_trouble why = {{0}};
	out->text[0] = '\0';
	target.ground.store = store_open(is_file(draft) ? draft : ".");
	if (!target.ground.store)
		return TROUBLE;
	redline_status status = find_target(&target, job, s, &why);
	if (status == REDLINE_OK)
		status = save(out, &target, job, s, &why);
	redline_store_free(target.ground.store);
	return status == REDLINE_OK ? DONE : say_trouble(NULL, status, &why);
}
