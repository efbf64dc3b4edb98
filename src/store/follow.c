/*
 * follow.c -- see follow.h.
 *
 * A file's new content waits beside it, flushed, before the branch moves, so
 * that what is left to do afterwards is a rename.
 *
 * The index: libgit2 would read it, and lock it only to write, and so lose what
 * git did between.  So the new one is made from a copy, in our own folder, and
 * linked as "index.lock", which fails if git has it; if the index is still the
 * one that was copied, the lock is renamed over it.  The lock is there for that
 * instant only, and a process killed in it leaves one that is recognised: it is
 * the same file as ours.
 *
 * Entries whose file is as new as the index are looked at by content by git, and
 * a new index would end that; their size is set to 0, as git does it.
 */
#define _XOPEN_SOURCE 700

#include "follow.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "content.h"
#include "disk.h"

enum { TRIES = 40, NAP_MILLISECONDS = 25 };

#if defined(__APPLE__)
#define NANOSECONDS(st, which) ((st)->st_##which##timespec.tv_nsec)
#else
#define NANOSECONDS(st, which) ((st)->st_##which##tim.tv_nsec)
#endif

/* ---- before ---- */

static char *index_path(redline_store *store)
{
	return disk_path("%sindex", git_repository_path(store->repo));
}

void follow_begin(struct follow *out, redline_store *store, bool write_files)
{
	*out = (struct follow){.store = store, .write_files = write_files};
}

redline_status follow_check(redline_store *store, redline_trouble *why)
{
	git_index *index = NULL;
	if (store->bare)
		return REDLINE_OK;
	char *path = index_path(store);
	git_error_clear();
	int const code = git_index_open(&index, path);
	git_index_free(index);
	free(path);
	if (code == 0)
		return REDLINE_OK;
	const git_error *last = git_error_last();
	const char *message = last ? last->message : "";
	if (strstr(message, "sdir"))
		return trouble_say(why, REDLINE_DECLINED,
		                   "git's index here is a sparse one, which redline can't bring up to "
		                   "date; `git sparse-checkout reapply --no-sparse-index` makes it "
		                   "a full one");
	if (strstr(message, "link"))
		return trouble_say(why, REDLINE_DECLINED,
		                   "git's index here is split, which redline can't bring up to date; "
		                   "`git update-index --no-split-index` makes it one");
	(void)trouble_git(why, code, "git's index");
	return REDLINE_DECLINED;
}

/* No part of the way to a file may be a link: it would lead who knows where. */
static bool way_is_plain(redline_store *store, const char *path)
{
	char *place = content_place(store, path);
	bool plain = true;
	struct stat st;
	for (char *slash = strchr(place + strlen(store->folder), '/'); plain && slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		plain = lstat(place, &st) != 0 || S_ISDIR(st.st_mode);
		*slash = '/';
	}
	free(place);
	return plain;
}

/* May the file be replaced, and has it to be? */
static redline_status judge_file(struct follow *f, const char *path, const struct store_entry *old,
                                 const git_oid *id, bool *replace, redline_trouble *why)
{
	enum content_match const now = content_compare(f->store, path, id);
	*replace = now != CONTENT_SAME;
	if (now == CONTENT_SAME)
		return REDLINE_OK;
	if (!way_is_plain(f->store, path))
		return trouble_say(why, REDLINE_DECLINED, "the way to %s is no folder", path);
	if (old->mode ? now != CONTENT_NONE && content_compare(f->store, path, &old->id) == CONTENT_SAME
	              : now == CONTENT_NONE)
		return REDLINE_OK;
	return trouble_say(why, REDLINE_DECLINED,
	                   now == CONTENT_NONE
	                           ? "%s is in the branch and not in the work tree"
	                           : "%s has changes that are not saved; they would be overwritten",
	                   path);
}

static mode_t mode_of(const char *place, git_filemode_t mode)
{
	struct stat st;
	if (stat(place, &st) == 0)
		return st.st_mode & 07777;
	mode_t const mask = umask(0);
	(void)umask(mask);
	return (mode == GIT_FILEMODE_BLOB_EXECUTABLE ? 0777u : 0666u) & ~mask;
}

static redline_status make_waiting(struct follow *f, struct follow_file *file, redline_bytes text,
                                   redline_trouble *why)
{
	char *place = content_place(f->store, file->path);
	const char *name = strrchr(place, '/') + 1;
	/* one name, so that what a killed writer left is replaced by the next */
	file->waiting = disk_path("%.*s.%.200s.redline", (int)(name - place), place, name);
	mode_t const mode = mode_of(place, file->mode);
	bool const ok = disk_make_folders(place) && disk_make(file->waiting, text, 0600) &&
	                chmod(file->waiting, mode) == 0;
	free(place);
	if (ok)
		return REDLINE_OK;
	redline_status const status = trouble_system(why, "writing %s", file->path);
	(void)unlink(file->waiting);
	free(file->waiting);
	file->waiting = NULL;
	return status;
}

/* A file that is to go may go only as the branch had it. */
static redline_status judge_going(struct follow *f, struct follow_file *file,
                                  const struct store_entry *old, redline_trouble *why)
{
	enum content_match const now = content_compare(f->store, file->path, &old->id);
	file->goes = now == CONTENT_SAME && way_is_plain(f->store, file->path);
	if (file->goes || now == CONTENT_NONE)
		return REDLINE_OK;
	return trouble_say(why, REDLINE_DECLINED,
	                   "%s has changes that are not saved; they would be lost", file->path);
}

redline_status follow_add(struct follow *f, const char *path, const struct store_entry *old,
                          const git_oid *id, git_filemode_t mode, redline_bytes text,
                          redline_trouble *why)
{
	struct follow_file *file = VEC_PUSH(&f->files);
	bool replace = false;
	if (!file)
		abort();
	file->path = disk_path("%s", path);
	file->id = *id;
	file->mode = mode;
	if (!f->write_files)
		return REDLINE_OK;
	if (!mode)
		return judge_going(f, file, old, why);
	redline_status const status = judge_file(f, path, old, id, &replace, why);
	return status || !replace ? status : make_waiting(f, file, text, why);
}

/* ---- the index ---- */

static void nap(void)
{
	struct timespec const t = {0, NAP_MILLISECONDS * 1000000L};
	(void)nanosleep(&t, NULL);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_size == b->st_size &&
	       a->st_mtime == b->st_mtime && NANOSECONDS(a, m) == NANOSECONDS(b, m);
}

/* Entries that git would have to look at by content keep being looked at. */
static void smudge(git_index *index, const struct stat *then)
{
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		int64_t const seconds = entry->mtime.seconds;
		bool const racy = seconds > (int64_t)(int32_t)then->st_mtime ||
		                  (seconds == (int64_t)(int32_t)then->st_mtime &&
		                   (long)entry->mtime.nanoseconds >= NANOSECONDS(then, m));
		/* the entry is ours for as long as the index is: 1.5 gives no other way
		   that leaves its place, stage and flags alone */
		if (racy)
			((git_index_entry *)(uintptr_t)entry)->file_size = 0;
	}
}

/* What the work tree says of a file that is as it was saved; else zeroes. */
static void fill_stat(redline_store *store, const struct follow_file *file, git_index_entry *entry)
{
	struct stat st;
	char *place = content_place(store, file->path);
	bool const known = lstat(place, &st) == 0 &&
	                   content_compare(store, file->path, &file->id) == CONTENT_SAME;
	free(place);
	if (!known)
		return;
	entry->ctime.seconds = (int32_t)st.st_ctime;
	entry->ctime.nanoseconds = (uint32_t)NANOSECONDS(&st, c);
	entry->mtime.seconds = (int32_t)st.st_mtime;
	entry->mtime.nanoseconds = (uint32_t)NANOSECONDS(&st, m);
	entry->dev = (uint32_t)st.st_dev;
	entry->ino = (uint32_t)st.st_ino;
	entry->uid = (uint32_t)st.st_uid;
	entry->gid = (uint32_t)st.st_gid;
	entry->file_size = (uint32_t)st.st_size;
}

static int set_entry(redline_store *store, git_index *index, const struct follow_file *file)
{
	git_index_entry entry = {.path = file->path, .mode = (uint32_t)file->mode, .id = file->id};
	const git_index_entry *old = git_index_get_bypath(index, file->path, 0);
	(void)git_index_conflict_remove(index, file->path);
	git_error_clear();
	if (!file->mode)
		return old ? git_index_remove(index, file->path, 0) : 0;
	if (old) {
		/* "assume unchanged" and "skip work tree" stay */
		entry.flags = old->flags & GIT_INDEX_ENTRY_VALID;
		entry.flags_extended = old->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE;
		if (entry.flags_extended)
			entry.flags |= GIT_INDEX_ENTRY_EXTENDED;
	}
	fill_stat(store, file, &entry);
	return git_index_add(index, &entry);
}

/* The new index in `made`, from the one in `path` as it was at `then`. */
static bool make_index(struct follow *f, const char *path, const char *made, struct stat *then)
{
	size_t len;
	git_index *index = NULL;
	memset(then, 0, sizeof *then);
	bool const exists = stat(path, then) == 0;
	char *content = exists ? disk_read(path, &len) : NULL;
	(void)unlink(made);
	if (exists && (!content || !disk_copy(made, (redline_bytes){content, len}))) {
		free(content);
		return false;
	}
	free(content);
	int code = git_index_open(&index, made);
	if (code == 0 && exists)
		smudge(index, then);
	for (size_t i = 0; code == 0 && i < f->files.len; i++)
		code = set_entry(f->store, index, &f->files.at[i]);
	if (code == 0)
		code = git_index_write(index);
	git_index_free(index);
	git_error_clear();
	return code == 0 && (!exists || chmod(made, then->st_mode & 07777) == 0) &&
	       disk_flush(made);
}

/* Our file becomes git's lock; where there are no hard links, a copy of it. */
static bool take_index_lock(const char *made, const char *lock)
{
	size_t len;
	if (link(made, lock) == 0)
		return true;
	if (errno == EEXIST || (errno != EPERM && errno != ENOTSUP && errno != ENOSYS))
		return false;
	char *content = disk_read(made, &len);
	int const fd = content ? open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666) : -1;
	bool ok = fd >= 0 && disk_write(fd, (redline_bytes){content, len});
	if (fd >= 0) {
		ok = close(fd) == 0 && ok;
		if (!ok)
			(void)unlink(lock);
	}
	free(content);
	return ok;
}

/*
 * What one of us left who was killed: git's lock, if it is our own file, and the one
 * that libgit2 makes beside ours.  We hold the store's lock, so nobody is using them.
 */
static void clear_index_lock(const char *made, const char *lock)
{
	struct stat ours, theirs;
	char *inner = disk_path("%s.lock", made);
	(void)unlink(inner);
	free(inner);
	if (lstat(made, &ours) == 0 && lstat(lock, &theirs) == 0 && ours.st_dev == theirs.st_dev &&
	    ours.st_ino == theirs.st_ino)
		(void)unlink(lock);
}

static bool replace_index(const char *path, const char *made, const char *lock,
                          const struct stat *then)
{
	struct stat now;
	memset(&now, 0, sizeof now);
	if (!take_index_lock(made, lock))
		return false;
	(void)stat(path, &now);
	if (same_file(&now, then) && rename(lock, path) == 0) {
		(void)unlink(made);
		return true;
	}
	(void)unlink(lock);
	return false;
}

static void follow_index(struct follow *f)
{
	struct stat then;
	char *path = index_path(f->store);
	char *lock = disk_path("%s.lock", path);
	char *made = store_own_path(f->store, "index.new");
	bool done = !made;
	if (made)
		clear_index_lock(made, lock);
	for (int i = 0; !done && i < TRIES; i++) {
		if (i)
			nap();
		if (!make_index(f, path, made, &then))
			break;
		done = replace_index(path, made, lock, &then);
	}
	if (made)
		(void)unlink(made);
	free(made);
	free(lock);
	free(path);
}

/* ---- after ---- */

static redline_status replace_file(struct follow *f, struct follow_file *file,
                                   redline_trouble *why)
{
	char *place = content_place(f->store, file->path);
	bool const ok = rename(file->waiting, place) == 0;
	redline_status status = REDLINE_OK;
	if (!ok) {
		(void)trouble_system(why, "the revision was saved, but %s could not be replaced "
		                     "(`git checkout -- %s` does it)", file->path, file->path);
		status = REDLINE_UNCERTAIN;
		(void)unlink(file->waiting);
	}
	free(file->waiting);
	file->waiting = NULL;
	free(place);
	return status;
}

/* Takes a file away, and the folders that it leaves empty. */
static redline_status remove_file(struct follow *f, const struct follow_file *file,
                                  redline_trouble *why)
{
	char *place = content_place(f->store, file->path);
	size_t const top = strlen(f->store->folder);
	redline_status status = REDLINE_OK;
	if (unlink(place) != 0 && errno != ENOENT) {
		(void)trouble_system(why, "the branch has moved, but %s could not be removed",
		                     file->path);
		status = REDLINE_UNCERTAIN;
	}
	for (char *slash; !status && (slash = strrchr(place, '/')) && slash > place + top;) {
		*slash = '\0';
		if (rmdir(place) != 0)
			break;
	}
	free(place);
	return status;
}

redline_status follow_finish(struct follow *f, redline_trouble *why)
{
	redline_status status = REDLINE_OK;
	for (size_t i = 0; i < f->files.len; i++) {
		struct follow_file *file = &f->files.at[i];
		if (file->goes && remove_file(f, file, why))
			status = REDLINE_UNCERTAIN;
		if (file->waiting && replace_file(f, file, why))
			status = REDLINE_UNCERTAIN;
	}
	if (f->files.len)
		follow_index(f);
	return status;
}

void follow_release(struct follow *f)
{
	for (size_t i = 0; i < f->files.len; i++) {
		if (f->files.at[i].waiting)
			(void)unlink(f->files.at[i].waiting);
		free(f->files.at[i].waiting);
		free(f->files.at[i].path);
	}
	VEC_RELEASE(&f->files);
}
