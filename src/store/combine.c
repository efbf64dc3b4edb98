/*
 * combine.c -- see combine.h.
 *
 * libgit2 merges the trees, follows renames, and leaves alone every file that both
 * sides changed: it is told that all of them are binary.  Those are merged here.
 */
#include "combine.h"

#include <stdlib.h>
#include <string.h>

#include <git2/sys/index.h>
#include <redline/share.h>

#include "base/bytes.h"
#include "disk.h"
#include "object.h"

enum { BASE, OURS, THEIRS, SIDES };

/* What each side has of a file; mode 0: nothing. */
struct triple {
	char *path[SIDES];
	struct store_entry entry[SIDES];
};

struct combining {
	redline_store *store;
	const struct fork *fork;
	struct shared *shared;
	redline_trouble *why;
	git_index *index;
	VEC(struct triple) triples;
	git_tree *our_tree;
};

/* ---- lists of files ---- */

void new_files_release(new_file_list *files)
{
	for (size_t i = 0; i < files->len; i++)
		free(files->at[i].path);
	VEC_RELEASE(files);
}

static void add_file(new_file_list *files, const char *path, struct store_entry old,
                     struct store_entry now)
{
	struct new_file *it = VEC_PUSH(files);
	if (!it)
		abort();
	*it = (struct new_file){disk_path("%s", path), old, now};
}

static struct store_entry entry_of(const git_diff_file *file, bool there)
{
	struct store_entry out = {.mode = 0};
	if (there) {
		git_oid_cpy(&out.id, &file->id);
		out.mode = (git_filemode_t)file->mode;
	}
	return out;
}

static void add_deltas(new_file_list *out, const git_diff *diff)
{
	for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
		const git_diff_delta *d = git_diff_get_delta(diff, i);
		bool const was = d->status != GIT_DELTA_ADDED, is = d->status != GIT_DELTA_DELETED;
		add_file(out, is ? d->new_file.path : d->old_file.path, entry_of(&d->old_file, was),
		         entry_of(&d->new_file, is));
	}
}

static void init_diff(git_diff_options *options)
{
	(void)git_diff_options_init(options, GIT_DIFF_OPTIONS_VERSION);
	options->flags = GIT_DIFF_INCLUDE_TYPECHANGE | GIT_DIFF_SKIP_BINARY_CHECK;
}

redline_status combine_diff(redline_store *store, const git_tree *from, git_tree *to,
                            new_file_list *out, redline_trouble *why)
{
	git_diff_options options;
	git_diff *diff = NULL;
	git_tree *old = (git_tree *)(uintptr_t)from; /* it is only read */
	init_diff(&options);
	int const code = git_diff_tree_to_tree(&diff, store->repo, old, to, &options);
	if (code < 0)
		return trouble_git(why, code, "comparing two revisions");
	add_deltas(out, diff);
	git_diff_free(diff);
	return REDLINE_OK;
}

/* ---- what both changed ---- */

static void take_entry(struct triple *to, int side, const git_index_entry *entry)
{
	if (!entry)
		return;
	to->path[side] = disk_path("%s", entry->path);
	git_oid_cpy(&to->entry[side].id, &entry->id);
	to->entry[side].mode = (git_filemode_t)entry->mode;
}

static void add_triple(struct combining *c, const git_index_entry *base,
                       const git_index_entry *ours, const git_index_entry *theirs)
{
	struct triple *it = VEC_PUSH(&c->triples);
	if (!it)
		abort();
	take_entry(it, BASE, base);
	take_entry(it, OURS, ours);
	take_entry(it, THEIRS, theirs);
}

static const git_index_entry *staged(struct combining *c, const char *path, int stage)
{
	return path ? git_index_get_bypath(c->index, path, stage) : NULL;
}

/* One file under several names stands in the index's list of names. */
static void take_renamed(struct combining *c)
{
	size_t const count = git_index_name_entrycount(c->index);
	for (size_t i = 0; i < count; i++) {
		const git_index_name_entry *n = git_index_name_get_byindex(c->index, i);
		const git_index_entry *base = staged(c, n->ancestor, 1);
		const git_index_entry *ours = staged(c, n->ours, 2), *theirs = staged(c, n->theirs, 3);
		if (base && ours && theirs)
			add_triple(c, base, ours, theirs);
	}
	for (size_t i = 0; i < c->triples.len; i++)
		for (int side = BASE; side < SIDES; side++)
			(void)git_index_remove(c->index, c->triples.at[i].path[side], side + 1);
	git_error_clear();
}

static redline_status take_conflicts(struct combining *c)
{
	git_index_conflict_iterator *all = NULL;
	const git_index_entry *base, *ours, *theirs;
	take_renamed(c);
	int code = git_index_conflict_iterator_new(&all, c->index);
	while (code == 0 && (code = git_index_conflict_next(&base, &ours, &theirs, all)) == 0)
		add_triple(c, base, ours, theirs);
	git_index_conflict_iterator_free(all);
	if (code != GIT_ITEROVER)
		return trouble_git(c->why, code, "what both sides changed");
	code = git_index_conflict_cleanup(c->index);
	return code < 0 ? trouble_git(c->why, code, "what both sides changed") : REDLINE_OK;
}

/* ---- one file ---- */

static bool ends_in(const char *path, const char *suffix)
{
	size_t const n = strlen(path), m = strlen(suffix);
	return n > m && bytes_equal_nocase((redline_bytes){path + n - m, m}, bytes_of(suffix));
}

static bool is_draft(const char *path)
{
	return ends_in(path, ".md") || ends_in(path, ".markdown") || ends_in(path, ".txt");
}

/* Where a file goes that one side renamed; NULL if both did, to different places. */
static const char *path_of(const struct triple *t)
{
	if (strcmp(t->path[OURS], t->path[THEIRS]) == 0 || strcmp(t->path[BASE], t->path[THEIRS]) == 0)
		return t->path[OURS];
	return strcmp(t->path[BASE], t->path[OURS]) == 0 ? t->path[THEIRS] : NULL;
}

static git_filemode_t mode_of(const struct triple *t)
{
	return t->entry[OURS].mode == t->entry[BASE].mode ? t->entry[THEIRS].mode
	                                                  : t->entry[OURS].mode;
}

static redline_status put_merged(struct combining *c, const struct triple *t, const char *path,
                                 redline_bytes text)
{
	git_index_entry entry = {.path = path, .mode = (uint32_t)mode_of(t)};
	redline_status const status =
	        object_write(c->store, GIT_OBJECT_BLOB, text, path, &entry.id, c->why);
	if (status)
		return status;
	int const code = git_index_add(c->index, &entry);
	return code < 0 ? trouble_git(c->why, code, "%s", path) : REDLINE_OK;
}

static void contest_triple(struct combining *c, const struct triple *t)
{
	const char *ours = t->path[OURS], *theirs = t->path[THEIRS];
	contest_file(c->store, c->fork, ours ? ours : theirs ? theirs : t->path[BASE], ours, theirs,
	             c->shared);
}

static redline_status merge_lines(struct combining *c, const struct triple *t, const char *path)
{
	git_merge_file_result result = {0};
	git_index_entry entries[SIDES];
	memset(entries, 0, sizeof entries);
	for (int side = BASE; side < SIDES; side++) {
		entries[side].path = t->path[side];
		entries[side].id = t->entry[side].id;
		entries[side].mode = (uint32_t)t->entry[side].mode;
	}
	int const code = git_merge_file_from_index(&result, c->store->repo, &entries[BASE],
	                                           &entries[OURS], &entries[THEIRS], NULL);
	if (code < 0)
		return trouble_git(c->why, code, "merging %s", path);
	redline_status status = REDLINE_OK;
	if (result.automergeable)
		status = put_merged(c, t, path, (redline_bytes){result.ptr, result.len});
	else
		contest_triple(c, t);
	git_merge_file_result_free(&result);
	return status;
}

static redline_status merge_words(struct combining *c, const struct triple *t, const char *path,
                                  const struct contested *draft)
{
	redline_merge *merge = NULL;
	uint32_t count = 0;
	redline_status status = redline_merge_texts(&merge, draft->text[BASE], draft->text[OURS],
	                                            draft->text[THEIRS]);
	if (status == REDLINE_NOT_UTF8 || status == REDLINE_NOT_TEXT)
		return merge_lines(c, t, path);
	if (status)
		return trouble_say(c->why, status, "merging %s: %s", path, redline_status_text(status));
	const redline_merge_conflict *conflicts = redline_merge_conflicts(merge, &count);
	for (uint32_t i = 0; i < count; i++)
		contest_words(c->store, c->fork, draft, &conflicts[i], c->shared);
	if (!count)
		status = put_merged(c, t, path, redline_merge_text(merge));
	redline_merge_free(merge);
	return status;
}

static redline_status merge_draft(struct combining *c, const struct triple *t, const char *path)
{
	struct contested draft = {{NULL}, {{NULL, 0}}};
	char *texts[SIDES] = {NULL};
	redline_status status = REDLINE_OK;
	for (int side = BASE; !status && side < SIDES; side++) {
		draft.path[side] = t->path[side];
		status = store_blob(c->store, &t->entry[side].id, t->path[side], &texts[side],
		                    &draft.text[side].len, c->why);
		draft.text[side].ptr = texts[side];
	}
	if (!status)
		status = merge_words(c, t, path, &draft);
	for (int side = BASE; side < SIDES; side++)
		free(texts[side]);
	return status;
}

static redline_status merge_triple(struct combining *c, const struct triple *t)
{
	bool files = true;
	for (int side = BASE; side < SIDES; side++)
		files &= store_is_file(t->entry[side].mode);
	const char *path = files ? path_of(t) : NULL;
	if (!path) {
		contest_triple(c, t);
		return REDLINE_OK;
	}
	return is_draft(path) ? merge_draft(c, t, path) : merge_lines(c, t, path);
}

/* ---- trees ---- */

static redline_status tree_of(redline_store *store, const git_oid *revision, git_tree **out,
                              redline_trouble *why)
{
	git_commit *commit;
	*out = NULL;
	redline_status const status = store_commit(store, revision, &commit, why);
	if (status)
		return status == REDLINE_NOT_FOUND ? REDLINE_DAMAGED : status;
	redline_status const read =
	        store_tree(store, git_commit_tree_id(commit), "a revision to be merged", out, why);
	git_commit_free(commit);
	return read;
}

static redline_status merge_trees(struct combining *c, const git_oid *base_id)
{
	git_merge_options options;
	git_tree *base = NULL, *theirs = NULL;
	redline_status status = tree_of(c->store, base_id, &base, c->why);
	if (!status)
		status = tree_of(c->store, &c->fork->ours, &c->our_tree, c->why);
	if (!status)
		status = tree_of(c->store, &c->fork->theirs, &theirs, c->why);
	(void)git_merge_options_init(&options, GIT_MERGE_OPTIONS_VERSION);
	options.flags = GIT_MERGE_FIND_RENAMES;
	options.default_driver = "binary";
	git_error_clear();
	int const code = status ? 0 : git_merge_trees(&c->index, c->store->repo, base, c->our_tree,
	                                              theirs, &options);
	if (code < 0)
		status = trouble_git(c->why, code, "merging");
	git_tree_free(base);
	git_tree_free(theirs);
	return status;
}

static redline_status diff_index(struct combining *c, new_file_list *out)
{
	git_diff_options options;
	git_diff *diff = NULL;
	init_diff(&options);
	int const code =
	        git_diff_tree_to_index(&diff, c->store->repo, c->our_tree, c->index, &options);
	if (code < 0)
		return trouble_git(c->why, code, "what the merge changes");
	add_deltas(out, diff);
	git_diff_free(diff);
	return REDLINE_OK;
}

static void release(struct combining *c)
{
	for (size_t i = 0; i < c->triples.len; i++)
		for (int side = BASE; side < SIDES; side++)
			free(c->triples.at[i].path[side]);
	VEC_RELEASE(&c->triples);
	git_index_free(c->index);
	git_tree_free(c->our_tree);
}

static redline_status combine_on(redline_store *store, const struct fork *fork,
                                 const git_oid *base, struct shared *shared, new_file_list *out,
                                 redline_trouble *why)
{
	struct combining c = {.store = store, .fork = fork, .shared = shared, .why = why};
	redline_status status = merge_trees(&c, base);
	if (!status)
		status = take_conflicts(&c);
	for (size_t i = 0; !status && i < c.triples.len; i++)
		status = merge_triple(&c, &c.triples.at[i]);
	if (!status && shared->contests.len)
		status = REDLINE_CONFLICTING;
	if (!status)
		status = diff_index(&c, out);
	release(&c);
	return status;
}

/* The first path on which two lists differ, or NULL. */
static const char *difference(const new_file_list *a, const new_file_list *b)
{
	for (size_t i = 0; i < a->len || i < b->len; i++) {
		if (i >= a->len || i >= b->len)
			return (i < a->len ? a : b)->at[i].path;
		const struct new_file *x = &a->at[i], *y = &b->at[i];
		if (strcmp(x->path, y->path) != 0 || x->now.mode != y->now.mode ||
		    (x->now.mode && !git_oid_equal(&x->now.id, &y->now.id)))
			return x->path;
	}
	return NULL;
}

redline_status combine_trees(redline_store *store, const struct fork *fork,
                             struct shared *shared, new_file_list *out, redline_trouble *why)
{
	redline_status status = combine_on(store, fork, &fork->bases[0], shared, out, why);
	for (size_t i = 1; !status && i < fork->base_count; i++) {
		new_file_list again = {0};
		status = combine_on(store, fork, &fork->bases[i], shared, &again, why);
		const char *path = status ? NULL : difference(out, &again);
		if (path) {
			contest_file(store, fork, path, path, path, shared);
			status = REDLINE_CONFLICTING;
		}
		new_files_release(&again);
	}
	if (status == REDLINE_CONFLICTING)
		return trouble_say(why, status, "both sides changed the same; nothing was merged");
	return status;
}
