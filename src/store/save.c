/*
 * save.c -- revisions made: see redline_store_save.
 *
 * In this order:
 *   1. what was asked for is checked, and the files' contents are written;
 *   2. under the lock, the branch is looked at; on its tip the trees and commits
 *      are written, one after the other;
 *   3. files that are to follow in the work tree wait beside their places;
 *   4. the branch moves, once, if it is still where it was;
 *   5. index and work tree follow; what was written is noted, and packed if due.
 * Whatever fails before 4 leaves only objects that nothing refers to.  If git
 * moved the branch between 2 and 4, all is done again from 2, unless the caller
 * named the revision to build on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "branch.h"
#include "commit.h"
#include "content.h"
#include "disk.h"
#include "follow.h"
#include "message.h"
#include "object.h"
#include "pack.h"
#include "pathname.h"
#include "tree.h"

enum { TRIES = 50 };

/* One file of one change. */
struct piece {
	uint32_t change;
	const redline_file *file;
	git_oid blob;
};

struct job {
	redline_store *store;
	const redline_saving *saving;
	redline_trouble *why;
	struct signer recorder;
	struct signer *authors;        /* by change */
	VEC(struct piece) pieces;      /* by change */
	struct branch branch;
	bool has_parent;
	git_oid start, tip;            /* revisions: the one built on, the last one made */
	git_oid start_tree, tip_tree;
	uint32_t made;
	struct follow follow;
};

/* ---- 1: what was asked for ---- */

static redline_status check_change(const redline_change *change, redline_trouble *why)
{
	const char *fault = message_fault(change->message, change->trailers, change->trailer_count);
	for (uint32_t i = 0; !fault && i < change->file_count; i++) {
		const char *path = change->files[i].path;
		const char *wrong = pathname_fault(path);
		if (wrong)
			return trouble_say(why, REDLINE_DECLINED, "%s: %s", path, wrong);
		if (strlen(path) >= REDLINE_PATH_MAX)
			return trouble_say(why, REDLINE_DECLINED, "%.80s...: a path too long", path);
		if (change->files[i].text.len > REDLINE_TEXT_MAX)
			return trouble_say(why, REDLINE_TOO_LARGE, "%s is larger than %zu bytes", path,
			                   REDLINE_TEXT_MAX);
	}
	return fault ? trouble_say(why, REDLINE_DECLINED, "%s", fault) : REDLINE_OK;
}

static redline_status write_blob(struct job *job, uint32_t change, const redline_file *file)
{
	struct content content;
	struct piece *piece = VEC_PUSH(&job->pieces);
	if (!piece)
		return REDLINE_NO_MEMORY;
	piece->change = change;
	piece->file = file;
	redline_status status = content_of(&content, job->store, file->path, file->text, job->why);
	if (!status)
		status = object_write(job->store, GIT_OBJECT_BLOB, content.bytes, file->path,
		                      &piece->blob, job->why);
	content_release(&content);
	return status;
}

static redline_status prepare(struct job *job)
{
	const redline_saving *saving = job->saving;
	redline_status status = follow_check(job->store, job->why);
	for (uint32_t i = 0; !status && i < saving->change_count; i++)
		status = check_change(&saving->changes[i], job->why);
	if (!status)
		status = signer_recorder(&job->recorder, job->store, &saving->recorder, job->why);
	for (uint32_t i = 0; !status && i < saving->change_count; i++)
		status = signer_author(&job->authors[i], job->store, &saving->changes[i].author,
		                       &job->recorder, job->why);
	for (uint32_t i = 0; !status && i < saving->change_count; i++)
		for (uint32_t k = 0; !status && k < saving->changes[i].file_count; k++)
			status = write_blob(job, i, &saving->changes[i].files[k]);
	return status;
}

/* ---- 2: on the tip ---- */

/* The revision to build on, if there is one. */
static redline_status find_start(struct job *job)
{
	const redline_saving *saving = job->saving;
	redline_store *store = job->store;
	git_oid base;
	redline_status status = branch_find(&job->branch, store, saving->branch, job->why);
	if (!status && saving->base)
		status = store_oid(&base, saving->base, job->why);
	if (status)
		return status;
	job->has_parent = true;
	if (job->branch.exists) {
		git_oid_cpy(&job->start, &job->branch.tip);
		if (saving->base && !git_oid_equal(&base, &job->start))
			return trouble_say(job->why, REDLINE_DECLINED,
			                   "%s has moved from %.7s, and is at %.7s now",
			                   branch_name(&job->branch), saving->base->text,
			                   git_oid_tostr_s(&job->start));
	} else if (saving->base) {
		git_oid_cpy(&job->start, &base);
	} else {
		job->has_parent = git_reference_name_to_id(&job->start, store->repo, "HEAD") == 0;
		git_error_clear();
	}
	return REDLINE_OK;
}

static redline_status read_start(struct job *job)
{
	git_commit *commit;
	git_tree *tree;
	job->made = 0;
	redline_status status = find_start(job);
	if (status || !job->has_parent)
		return status;
	git_oid_cpy(&job->tip, &job->start);
	status = store_commit(job->store, &job->start, &commit, job->why);
	if (status)
		return status == REDLINE_NOT_FOUND && job->branch.exists ? REDLINE_DAMAGED : status;
	git_oid_cpy(&job->start_tree, git_commit_tree_id(commit));
	git_oid_cpy(&job->tip_tree, &job->start_tree);
	git_commit_free(commit);
	status = store_tree(job->store, &job->start_tree, "the last revision", &tree, job->why);
	git_tree_free(tree);
	return status;
}

/* What a file replaces; it must be a file, or nothing. */
static redline_status find_old(struct job *job, const char *path, struct store_entry *out)
{
	*out = (struct store_entry){.mode = 0};
	if (!job->has_parent && !job->made)
		return REDLINE_OK;
	redline_status const status = store_entry(job->store, &job->tip_tree, path, out, job->why);
	if (status || !out->mode || store_is_file(out->mode))
		return status;
	return trouble_say(job->why, REDLINE_DECLINED, "%s is a %s in the last revision", path,
	                   out->mode == GIT_FILEMODE_TREE   ? "folder"
	                   : out->mode == GIT_FILEMODE_LINK ? "link"
	                                                    : "submodule");
}

static redline_status make_tree(struct job *job, const struct piece *pieces, size_t count,
                                git_oid *out)
{
	struct tree_file *files = calloc(count ? count : 1, sizeof *files);
	redline_status status = files ? REDLINE_OK : REDLINE_NO_MEMORY;
	for (size_t i = 0; !status && i < count; i++) {
		struct store_entry old;
		status = find_old(job, pieces[i].file->path, &old);
		files[i] = (struct tree_file){pieces[i].file->path, pieces[i].blob,
		                              old.mode ? old.mode : GIT_FILEMODE_BLOB};
	}
	bool const is_first = !job->has_parent && !job->made;
	if (!status)
		status = tree_write(job->store, is_first ? NULL : &job->tip_tree, files,
		                    tree_sort(files, count), out, job->why);
	free(files);
	return status;
}

static redline_status make_revision(struct job *job, uint32_t change, const struct piece *pieces,
                                    size_t count)
{
	const redline_change *asked = &job->saving->changes[change];
	bool const is_first = !job->has_parent && !job->made;
	git_oid const parent = job->tip;
	git_oid tree;
	redline_status const status = make_tree(job, pieces, count, &tree);
	if (status)
		return status;
	if (is_first ? count == 0 : git_oid_equal(&tree, &job->tip_tree))
		return REDLINE_OK; /* it changes nothing */
	struct commit const commit = {
		.tree = tree,
		.parents = &parent,
		.parent_count = is_first ? 0 : 1,
		.author = &job->authors[change],
		.committer = &job->recorder,
		.message = asked->message,
		.trailers = asked->trailers,
		.trailer_count = asked->trailer_count,
	};
	git_oid_cpy(&job->tip_tree, &tree);
	job->made++;
	return commit_write(job->store, &commit, &job->tip, job->why);
}

static redline_status make_revisions(struct job *job)
{
	redline_status status = REDLINE_OK;
	size_t at = 0;
	for (uint32_t i = 0; !status && i < job->saving->change_count; i++) {
		size_t const begin = at;
		while (at < job->pieces.len && job->pieces.at[at].change == i)
			at++;
		status = make_revision(job, i, job->pieces.at + begin, at - begin);
	}
	return status;
}

/* ---- 3: what is checked out ---- */

static bool is_last_of_path(const struct job *job, size_t at)
{
	for (size_t i = at + 1; i < job->pieces.len; i++)
		if (strcmp(job->pieces.at[i].file->path, job->pieces.at[at].file->path) == 0)
			return false;
	return true;
}

static redline_status prepare_follow(struct job *job)
{
	if (!job->branch.checked_out)
		return REDLINE_OK;
	redline_status status = REDLINE_OK;
	follow_begin(&job->follow, job->store, job->saving->write_files);
	for (size_t i = 0; !status && i < job->pieces.len; i++) {
		const struct piece *piece = &job->pieces.at[i];
		struct store_entry old = {.mode = 0}, now;
		if (!is_last_of_path(job, i))
			continue;
		if (job->has_parent)
			status = store_entry(job->store, &job->start_tree, piece->file->path, &old,
			                     job->why);
		if (!status)
			status = store_entry(job->store, &job->tip_tree, piece->file->path, &now,
			                     job->why);
		if (!status)
			status = follow_add(&job->follow, piece->file->path, &old, &now.id, now.mode,
			                    piece->file->text, job->why);
	}
	return status;
}

/* ---- 4: the move ---- */

/* For the log of references: git's own words. */
static char *account_of(const struct job *job)
{
	redline_bytes line = {"", 0};
	if (!job->made)
		return disk_path("branch: Created from %s", git_oid_tostr_s(&job->tip));
	if (job->saving->change_count)
		line = job->saving->changes[0].message;
	while (line.len && is_space(*line.ptr)) {
		line.ptr++;
		line.len--;
	}
	const char *end = line.len ? memchr(line.ptr, '\n', line.len) : NULL;
	return disk_path("commit%s: %.*s", job->has_parent ? "" : " (initial)",
	                 (int)(end ? end - line.ptr : (ptrdiff_t)line.len), line.ptr);
}

static redline_status move(struct job *job, struct store_lock *lock)
{
	bool const creates = !job->branch.exists && (job->has_parent || job->made);
	if (!job->made && !creates)
		return REDLINE_OK;
	char *account = account_of(job);
	redline_status const status =
	        branch_move(job->store, lock, job->branch.reference,
	                    job->branch.exists ? &job->branch.tip : NULL, &job->tip,
	                    &job->recorder, account, job->why);
	free(account);
	return status;
}

/* ---- the whole ---- */

/*
 * A tree of the last revision is damaged.  git's index may still know what stood in
 * it; if the trees made from that have the same id, they are the same, and writing
 * them has healed the damaged one.
 */
static bool heal_from_index(struct job *job)
{
	git_index *index = NULL;
	git_oid tree;
	if (job->store->bare || git_repository_index(&index, job->store->repo) < 0)
		return false;
	size_t const count = git_index_entrycount(index);
	struct tree_file *files = calloc(count ? count : 1, sizeof *files);
	for (size_t i = 0; files && i < count; i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		files[i] = (struct tree_file){entry->path, entry->id, (git_filemode_t)entry->mode};
	}
	bool const healed = files &&
	                    tree_write(job->store, NULL, files, tree_sort(files, count), &tree,
	                               NULL) == REDLINE_OK &&
	                    git_oid_equal(&tree, &job->start_tree);
	free(files);
	git_index_free(index);
	git_error_clear();
	return healed;
}

/* REDLINE_CONFLICTING: the branch was moved meanwhile, and it may be tried again. */
static redline_status attempt(struct job *job)
{
	struct store_lock lock;
	redline_status status = lock_take(&lock, job->store, job->why);
	if (status)
		return status;
	status = read_start(job);
	if (!status)
		status = make_revisions(job);
	if (!status)
		status = prepare_follow(job);
	if (!status)
		status = move(job, &lock);
	bool const moved = status == REDLINE_OK ||
	                   (status == REDLINE_UNCERTAIN &&
	                    branch_look(&job->branch, job->store, NULL) == REDLINE_OK &&
	                    git_oid_equal(&job->branch.tip, &job->tip));
	if (moved && follow_finish(&job->follow, job->why))
		status = REDLINE_UNCERTAIN;
	follow_release(&job->follow);
	pack_note(job->store);
	if (!status)
		pack_if_due(job->store);
	lock_release(&lock);
	return status;
}

static redline_status save(struct job *job)
{
	redline_status status = prepare(job);
	if (status)
		return status;
	status = attempt(job);
	if (status == REDLINE_DAMAGED && heal_from_index(job))
		status = attempt(job);
	/* on a revision that was named nothing else can be built */
	for (int i = 0; i < TRIES && status == REDLINE_CONFLICTING && !job->saving->base; i++)
		status = attempt(job);
	if (status != REDLINE_CONFLICTING)
		return status;
	return job->saving->base ? REDLINE_DECLINED : REDLINE_BUSY;
}

redline_status redline_store_save(redline_store *store, const redline_saving *saving,
                                  redline_saved *out, redline_trouble *why)
{
	struct job job = {.store = store, .saving = saving, .why = why};
	*out = (redline_saved){.made = 0};
	job.authors = calloc(saving->change_count ? saving->change_count : 1, sizeof *job.authors);
	if (!job.authors)
		return REDLINE_NO_MEMORY;
	redline_status const status = save(&job);
	if (status == REDLINE_OK || status == REDLINE_UNCERTAIN) {
		if (job.has_parent || job.made)
			store_id(&out->tip, &job.tip);
		out->made = job.made;
	}
	for (uint32_t i = 0; i < saving->change_count; i++)
		signer_release(&job.authors[i]);
	free(job.authors);
	signer_release(&job.recorder);
	VEC_RELEASE(&job.pieces);
	return status;
}
