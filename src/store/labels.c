/*
 * labels.c -- see labels.h.
 *
 * References that are packed say what they lead to; for the others the tag
 * object is read.  A tag that can't be read, or leads to no revision, gives no
 * label and is no error here: redline_store_tags is where it is named.
 */
#define _XOPEN_SOURCE 700

#include "labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

struct label_entry {
	git_oid commit;
	char *name;
};

struct label_map {
	struct label_entry *at; /* by commit, then by length of the name, then by name */
	size_t count;
};

static int compare(const void *a, const void *b)
{
	const struct label_entry *one = a, *two = b;
	int const order = git_oid_cmp(&one->commit, &two->commit);
	if (order)
		return order;
	size_t const n = strlen(one->name), m = strlen(two->name);
	return n != m ? (n > m) - (n < m) : strcmp(one->name, two->name);
}

/* The commit that a tag leads to. */
static bool peel(redline_store *store, const git_reference *ref, git_oid *out)
{
	const git_oid *peeled = git_reference_target_peel(ref);
	const git_oid *target = peeled ? peeled : git_reference_target(ref);
	git_object_t kind;
	size_t size;
	git_object *object = NULL;
	if (!target || git_odb_read_header(&size, &kind, store->odb, target) < 0)
		return false;
	git_oid_cpy(out, target);
	if (kind != GIT_OBJECT_TAG)
		return kind == GIT_OBJECT_COMMIT;
	if (git_reference_peel(&object, ref, GIT_OBJECT_COMMIT) < 0)
		return false;
	git_oid_cpy(out, git_object_id(object));
	git_object_free(object);
	return true;
}

static struct label_map *read_all(redline_store *store)
{
	VEC(struct label_entry) entries = {0};
	git_reference_iterator *tags = NULL;
	git_reference *ref;
	struct label_map *map = calloc(1, sizeof *map);
	if (!map)
		abort();
	int code = git_reference_iterator_glob_new(&tags, store->repo, "refs/tags/*");
	while (code == 0 && git_reference_next(&ref, tags) == 0) {
		const char *stored = git_reference_name(ref) + strlen("refs/tags/");
		char name[REDLINE_PATH_MAX];
		git_oid commit;
		if (peel(store, ref, &commit) && redline_tag_decode(stored, name, sizeof name)) {
			struct label_entry *entry = VEC_PUSH(&entries);
			char *copy = strdup(name);
			if (!entry || !copy)
				abort();
			*entry = (struct label_entry){commit, copy};
		}
		git_reference_free(ref);
	}
	git_reference_iterator_free(tags);
	git_error_clear();
	if (entries.len)
		qsort(entries.at, entries.len, sizeof *entries.at, compare);
	*map = (struct label_map){entries.at, entries.len};
	return map;
}

const char *labels_find(redline_store *store, const git_oid *commit)
{
	if (!store->labels)
		store->labels = read_all(store);
	size_t low = 0, high = store->labels->count;
	while (low < high) {
		size_t const middle = low + (high - low) / 2;
		if (git_oid_cmp(&store->labels->at[middle].commit, commit) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < store->labels->count && git_oid_equal(&store->labels->at[low].commit, commit)
	               ? store->labels->at[low].name
	               : "";
}

void labels_drop(redline_store *store)
{
	struct label_map *map = store->labels;
	if (!map)
		return;
	for (size_t i = 0; i < map->count; i++)
		free(map->at[i].name);
	free(map->at);
	free(map);
	store->labels = NULL;
}
