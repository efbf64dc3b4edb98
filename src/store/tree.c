/*
 * tree.c -- see tree.h.
 *
 * A tree is written by hand, entry by entry, and not through libgit2's builder:
 * that would tidy the odd modes of entries which are none of our business, and
 * so change them.  One call handles one folder: it merges the entries that are
 * there with the files' first names, and calls itself for the folders.
 */
#include "tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "object.h"

struct entry {
	redline_bytes name;
	git_oid id;
	unsigned mode;
};

struct folder {
	redline_store *store;
	VEC(struct entry) entries;
	redline_trouble *why;
};

enum { MODE_TREE = 040000, DEPTH_MAX = 512 };

static redline_bytes first_name(const char *path)
{
	return (redline_bytes){path, strcspn(path, "/")};
}

/* git sorts a folder as if its name ended with a slash. */
static int compare_entries(const void *a, const void *b)
{
	const struct entry *one = a, *two = b;
	size_t const n = one->name.len < two->name.len ? one->name.len : two->name.len;
	int const order = memcmp(one->name.ptr, two->name.ptr, n);
	if (order)
		return order;
	unsigned char const c = n < one->name.len ? (unsigned char)one->name.ptr[n]
	                        : one->mode == MODE_TREE ? '/' : 0;
	unsigned char const d = n < two->name.len ? (unsigned char)two->name.ptr[n]
	                        : two->mode == MODE_TREE ? '/' : 0;
	return (c > d) - (c < d);
}

static void take_entries(struct folder *f, const git_tree *tree)
{
	size_t const count = git_tree_entrycount(tree);
	for (size_t i = 0; i < count; i++) {
		const git_tree_entry *from = git_tree_entry_byindex(tree, i);
		struct entry *entry = VEC_PUSH(&f->entries);
		if (!entry)
			abort();
		entry->name = bytes_of(git_tree_entry_name(from));
		entry->mode = (unsigned)git_tree_entry_filemode_raw(from);
		git_oid_cpy(&entry->id, git_tree_entry_id(from));
	}
}

static struct entry *find(struct folder *f, redline_bytes name)
{
	for (size_t i = 0; i < f->entries.len; i++)
		if (bytes_equal(f->entries.at[i].name, name))
			return &f->entries.at[i];
	return NULL;
}

static void take_out(struct folder *f, struct entry *entry)
{
	if (entry)
		*entry = f->entries.at[--f->entries.len];
}

static void put_in(struct folder *f, struct entry *old, redline_bytes name, const git_oid *id,
                   unsigned mode)
{
	struct entry *entry = old ? old : VEC_PUSH(&f->entries);
	if (!entry)
		abort();
	*entry = (struct entry){name, *id, mode};
}

static redline_status write_folder(redline_store *store, const git_oid *base,
                                   const struct tree_file *files, size_t count, size_t skip,
                                   int depth, git_oid *out, bool *empty, redline_trouble *why);

/* The files of one name: one file, or many in a folder. */
static redline_status merge_name(struct folder *f, const struct tree_file *files, size_t count,
                                 size_t skip, int depth)
{
	redline_bytes const name = first_name(files->path + skip);
	struct entry *old = find(f, name);
	bool const is_file = files->path[skip + name.len] == '\0';
	int const shown = (int)(skip + name.len);
	if (old && is_file != (old->mode != MODE_TREE))
		return trouble_say(f->why, REDLINE_DECLINED, "%.*s is a %s already", shown,
		                   files->path, is_file ? "folder" : "file");
	if (is_file && count > 1)
		return trouble_say(f->why, REDLINE_DECLINED, "%s would be a file and a folder",
		                   files->path);
	if (is_file && files->mode)
		put_in(f, old, name, &files->id, (unsigned)files->mode);
	else if (is_file)
		take_out(f, old);
	else {
		bool empty;
		git_oid id;
		redline_status const status =
		        write_folder(f->store, old ? &old->id : NULL, files, count,
		                     skip + name.len + 1, depth + 1, &id, &empty, f->why);
		if (status)
			return status;
		if (empty)
			take_out(f, old);
		else
			put_in(f, old, name, &id, MODE_TREE);
	}
	return REDLINE_OK;
}

/* How many of the files, from the first on, have its name here. */
static size_t run_of(const struct tree_file *files, size_t count, size_t skip)
{
	redline_bytes const name = first_name(files->path + skip);
	size_t run = 1;
	while (run < count && bytes_equal(first_name(files[run].path + skip), name))
		run++;
	return run;
}

static redline_status write_entries(struct folder *f, git_oid *out)
{
	struct buf content = {0};
	if (f->entries.len)
		qsort(f->entries.at, f->entries.len, sizeof *f->entries.at, compare_entries);
	for (size_t i = 0; i < f->entries.len; i++) {
		const struct entry *entry = &f->entries.at[i];
		buf_printf(&content, "%o ", entry->mode);
		buf_bytes(&content, entry->name);
		buf_char(&content, '\0');
		buf_add(&content, entry->id.id, GIT_OID_RAWSZ);
	}
	if (content.failed)
		abort();
	redline_status const status = object_write(f->store, GIT_OBJECT_TREE, buf_view(&content),
	                                           NULL, out, f->why);
	buf_release(&content);
	return status;
}

static redline_status write_folder(redline_store *store, const git_oid *base,
                                   const struct tree_file *files, size_t count, size_t skip,
                                   int depth, git_oid *out, bool *empty, redline_trouble *why)
{
	struct folder f = {.store = store, .why = why};
	git_tree *tree = NULL;
	redline_status status = REDLINE_OK;
	if (depth > DEPTH_MAX)
		return trouble_say(why, REDLINE_DECLINED, "too many folders in a path");
	if (base)
		status = store_tree(store, base, "a folder", &tree, why);
	if (tree)
		take_entries(&f, tree);
	for (size_t at = 0, run; !status && at < count; at += run) {
		run = run_of(files + at, count - at, skip);
		status = merge_name(&f, files + at, run, skip, depth);
	}
	*empty = f.entries.len == 0;
	if (!status && (!*empty || depth == 0))
		status = write_entries(&f, out);
	VEC_RELEASE(&f.entries);
	git_tree_free(tree);
	return status;
}

redline_status tree_write(redline_store *store, const git_oid *base,
                          const struct tree_file *files, size_t count, git_oid *out,
                          redline_trouble *why)
{
	bool empty;
	return write_folder(store, base, files, count, 0, 0, out, &empty, why);
}

/* By path, a slash before anything else, so that a folder's files stand together. */
static int compare_files(const void *a, const void *b)
{
	const unsigned char *p = (const unsigned char *)((const struct tree_file *)a)->path;
	const unsigned char *q = (const unsigned char *)((const struct tree_file *)b)->path;
	while (*p && *p == *q) {
		p++;
		q++;
	}
	int const c = *p == '/' ? 1 : *p ? *p + 1 : 0;
	int const d = *q == '/' ? 1 : *q ? *q + 1 : 0;
	return (c > d) - (c < d);
}

size_t tree_sort(struct tree_file *files, size_t count)
{
	size_t kept = 0;
	/* few files, and those of one path must keep their order */
	for (size_t i = 1; i < count; i++)
		for (size_t k = i; k && compare_files(&files[k - 1], &files[k]) > 0; k--) {
			struct tree_file const swapped = files[k];
			files[k] = files[k - 1];
			files[k - 1] = swapped;
		}
	for (size_t i = 0; i < count; i++) {
		if (kept && strcmp(files[kept - 1].path, files[i].path) == 0)
			files[kept - 1] = files[i];
		else
			files[kept++] = files[i];
	}
	return kept;
}
