/*
 * drafts.c -- which drafts there are, in a revision and in the work tree.
 *
 * A draft is a file whose name ends in .md, .markdown or .txt, no folder or file on
 * its path begins with a dot, and it is no README.  In the work tree git's ignored
 * files are none either, nor what lies in a repository of its own.
 */
#define _DEFAULT_SOURCE 1 /* d_type */

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "content.h"
#include "disk.h"
#include "store.h"

enum { DEPTH_MAX = 64, LISTED = 6 };

struct draft {
	char *path;
	git_oid blob;      /* all zero: in no revision */
	bool there;        /* in the work tree */
};

struct drafts {
	redline_store *store;
	VEC(struct draft) all;
	redline_trouble *why;
};

static void release(struct drafts *d)
{
	for (size_t i = 0; i < d->all.len; i++)
		free(d->all.at[i].path);
	VEC_RELEASE(&d->all);
}

/* ---- names ---- */

static bool ends_with(redline_bytes name, redline_bytes ending)
{
	return name.len > ending.len &&
	       bytes_equal_nocase((redline_bytes){name.ptr + name.len - ending.len, ending.len},
	                          ending);
}

/* README, README.md, readme.fr.md */
static bool is_readme(redline_bytes name)
{
	return name.len >= 6 && bytes_equal_nocase((redline_bytes){name.ptr, 6}, BYTES("readme")) &&
	       (name.len == 6 || name.ptr[6] == '.');
}

static bool is_draft_name(const char *text)
{
	redline_bytes const name = bytes_of(text);
	return text[0] != '.' && !is_readme(name) &&
	       (ends_with(name, BYTES(".md")) || ends_with(name, BYTES(".markdown")) ||
	        ends_with(name, BYTES(".txt")));
}

static struct draft *add(struct drafts *d, const char *folder, const char *name)
{
	struct draft *draft = VEC_PUSH(&d->all);
	if (!draft)
		abort();
	draft->path = disk_path("%s%s", folder, name);
	return draft;
}

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct draft *)a)->path, ((const struct draft *)b)->path);
}

/* ---- in a revision ---- */

static redline_status take_tree(struct drafts *d, const git_oid *id, const char *folder, int depth)
{
	git_tree *tree;
	redline_status status = depth > DEPTH_MAX
	                                ? trouble_say(d->why, REDLINE_TOO_LARGE,
	                                              "too many folders in each other: %.80s", folder)
	                                : store_tree(d->store, id, *folder ? folder : "a revision",
	                                             &tree, d->why);
	if (status)
		return status;
	size_t const count = git_tree_entrycount(tree);
	for (size_t i = 0; !status && i < count; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(tree, i);
		const char *name = git_tree_entry_name(entry);
		git_filemode_t const mode = git_tree_entry_filemode(entry);
		if (mode == GIT_FILEMODE_TREE && name[0] != '.') {
			char *below = disk_path("%s%s/", folder, name);
			status = take_tree(d, git_tree_entry_id(entry), below, depth + 1);
			free(below);
		} else if (store_is_file(mode) && is_draft_name(name)) {
			git_oid_cpy(&add(d, folder, name)->blob, git_tree_entry_id(entry));
		}
	}
	git_tree_free(tree);
	return status;
}

static redline_status take_revision(struct drafts *d, const git_oid *id)
{
	git_commit *commit;
	redline_status status = store_commit(d->store, id, &commit, d->why);
	if (status)
		return status;
	status = take_tree(d, git_commit_tree_id(commit), "", 0);
	git_commit_free(commit);
	if (d->all.len)
		qsort(d->all.at, d->all.len, sizeof *d->all.at, compare);
	return status;
}

static redline_status say_many(const struct drafts *d, const redline_id *revision,
                               redline_trouble *why)
{
	struct buf list = {0};
	size_t const shown = d->all.len <= LISTED ? d->all.len : LISTED;
	for (size_t i = 0; i < shown; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", d->all.at[i].path);
	if (shown < d->all.len)
		buf_printf(&list, " and %zu more", d->all.len - shown);
	buf_char(&list, '\0');
	if (list.failed)
		abort();
	redline_status const status = trouble_say(why, REDLINE_AMBIGUOUS,
	                                          "revision %.7s has %zu drafts; say which: %s",
	                                          revision->text, d->all.len, list.ptr);
	buf_release(&list);
	return status;
}

redline_status redline_store_only_draft(redline_store *store, const redline_id *revision,
                                        redline_path *out, redline_trouble *why)
{
	struct drafts d = {.store = store, .why = why};
	git_oid id;
	redline_status status = store_oid(&id, revision, why);
	if (!status)
		status = take_revision(&d, &id);
	if (!status && d.all.len == 0)
		status = trouble_say(why, REDLINE_NOT_FOUND,
		                     "revision %.7s has no draft (a file in .md, .markdown or .txt)",
		                     revision->text);
	else if (!status && d.all.len > 1)
		status = say_many(&d, revision, why);
	else if (!status && strlen(d.all.at[0].path) >= sizeof out->text)
		status = trouble_say(why, REDLINE_TOO_LARGE, "a path too long");
	else if (!status)
		strcpy(out->text, d.all.at[0].path);
	release(&d);
	return status;
}

/* ---- in the work tree ---- */

static bool is_ignored(redline_store *store, const char *path)
{
	int ignored = 0;
	bool const known = git_ignore_path_is_ignored(&ignored, store->repo, path) == 0;
	git_error_clear();
	return known && ignored;
}

static bool is_repository(const char *place)
{
	struct stat st;
	char *git = disk_path("%s.git", place);
	bool const is = lstat(git, &st) == 0;
	free(git);
	return is;
}

static void take_folder(struct drafts *d, const char *folder, int depth);

static void take_file(struct drafts *d, const char *folder, const char *name, int depth)
{
	struct stat st;
	char *path = disk_path("%s%s", folder, name);
	char *place = content_place(d->store, path);
	bool const known = lstat(place, &st) == 0;
	if (known && S_ISDIR(st.st_mode)) {
		char *below = disk_path("%s/", path);
		char *inside = disk_path("%s/", place);
		if (!is_repository(inside) && !is_ignored(d->store, below))
			take_folder(d, below, depth + 1);
		free(below);
		free(inside);
	} else if (known && S_ISREG(st.st_mode) && is_draft_name(name)) {
		add(d, folder, name)->there = true;
	}
	free(path);
	free(place);
}

/* A folder that can't be read holds nothing for us. */
static void take_folder(struct drafts *d, const char *folder, int depth)
{
	char *place = content_place(d->store, folder);
	DIR *dir = depth <= DEPTH_MAX ? opendir(place) : NULL;
	struct dirent *entry;
	while (dir && (entry = readdir(dir)))
		if (entry->d_name[0] != '.')
			take_file(d, folder, entry->d_name, depth);
	if (dir)
		(void)closedir(dir);
	free(place);
}

/* Both lists, sorted, into one: a draft that is in both is there once. */
static void merge_same(struct drafts *d)
{
	size_t kept = 0;
	if (d->all.len)
		qsort(d->all.at, d->all.len, sizeof *d->all.at, compare);
	for (size_t i = 0; i < d->all.len; i++) {
		struct draft *draft = &d->all.at[i];
		struct draft *last = kept ? &d->all.at[kept - 1] : NULL;
		if (last && strcmp(last->path, draft->path) == 0) {
			if (!git_oid_is_zero(&draft->blob))
				last->blob = draft->blob;
			last->there |= draft->there;
			free(draft->path);
		} else {
			d->all.at[kept++] = *draft;
		}
	}
	d->all.len = kept;
}

static redline_draft_state state_of(redline_store *store, const struct draft *draft)
{
	if (git_oid_is_zero(&draft->blob))
		return REDLINE_DRAFT_NEW;
	switch (content_compare(store, draft->path, &draft->blob)) {
	case CONTENT_SAME:
		return REDLINE_DRAFT_SAVED;
	case CONTENT_NONE:
		return REDLINE_DRAFT_MISSING;
	default:
		return REDLINE_DRAFT_CHANGED;
	}
}

redline_status redline_store_drafts(redline_store *store, redline_each_draft *each, void *context,
                                    redline_trouble *why)
{
	struct drafts d = {.store = store, .why = why};
	git_oid head;
	int const code = git_reference_name_to_id(&head, store->repo, "HEAD");
	redline_status status = REDLINE_OK;
	if (code == 0)
		status = take_revision(&d, &head);
	else if (code != GIT_ENOTFOUND)
		status = trouble_git(why, code, "HEAD");
	git_error_clear();
	if (!status && !store->bare)
		take_folder(&d, "", 0);
	merge_same(&d);
	for (size_t i = 0; !status && i < d.all.len; i++) {
		const struct draft *draft = &d.all.at[i];
		bool const is_new = git_oid_is_zero(&draft->blob);
		if (is_new && is_ignored(store, draft->path))
			continue;
		redline_draft_state const state =
		        store->bare ? REDLINE_DRAFT_SAVED : state_of(store, draft);
		if (!each(context, draft->path, state))
			break;
	}
	release(&d);
	return status;
}
