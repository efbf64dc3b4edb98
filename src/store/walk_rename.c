/*
 * walk_rename.c -- under which name a draft stood before.  See walk.h.
 *
 * Among the files that are in the older tree and not in the newer one: one with
 * the same bytes, the same base name being preferred, then the first in order;
 * else what libgit2 finds most alike, if half of it is.
 */
#include "walk_rename.h"

#include <string.h>

enum { LIKENESS_PERCENT = 50, FILES_COMPARED = 400 };

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool is_file(uint16_t mode)
{
	return mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

static const char *same_bytes(git_diff *diff, const char *path, const git_oid *blob)
{
	const char *found = NULL;
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const git_diff_delta *d = git_diff_get_delta(diff, i);
		if (d->status != GIT_DELTA_DELETED || !is_file(d->old_file.mode) ||
		    !git_oid_equal(&d->old_file.id, blob))
			continue;
		if (!strcmp(base_name(d->old_file.path), base_name(path)))
			return d->old_file.path;
		if (!found)
			found = d->old_file.path;
	}
	return found;
}

static const char *renamed_to(git_diff *diff, const char *path)
{
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const git_diff_delta *d = git_diff_get_delta(diff, i);
		if (d->status == GIT_DELTA_RENAMED && !strcmp(d->new_file.path, path) &&
		    is_file(d->old_file.mode))
			return d->old_file.path;
	}
	return NULL;
}

static int find_in(git_diff *diff, const char *path, const git_oid *blob, struct arena *arena,
                   const char **out)
{
	const char *name = same_bytes(diff, path, blob);
	int code = 0;
	if (!name) {
		git_diff_find_options options;
		(void)git_diff_find_options_init(&options, GIT_DIFF_FIND_OPTIONS_VERSION);
		options.flags = GIT_DIFF_FIND_RENAMES;
		options.rename_threshold = LIKENESS_PERCENT;
		options.rename_limit = FILES_COMPARED;
		code = git_diff_find_similar(diff, &options);
		name = code ? NULL : renamed_to(diff, path);
	}
	if (name)
		*out = arena_copy(arena, (redline_bytes){name, strlen(name) + 1}).ptr;
	return code;
}

int walk_rename(git_repository *repo, const git_oid *older, const git_oid *newer,
                const char *path, const git_oid *blob, struct arena *arena, const char **out)
{
	git_tree *old = NULL, *now = NULL;
	git_diff *diff = NULL;
	git_diff_options options;
	(void)git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
	options.flags = GIT_DIFF_SKIP_BINARY_CHECK;
	*out = NULL;
	int code = git_tree_lookup(&old, repo, older);
	if (!code)
		code = git_tree_lookup(&now, repo, newer);
	if (!code)
		code = git_diff_tree_to_tree(&diff, repo, old, now, &options);
	if (!code)
		code = find_in(diff, path, blob, arena, out);
	git_diff_free(diff);
	git_tree_free(now);
	git_tree_free(old);
	return code;
}
