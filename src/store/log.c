/*
 * log.c -- revisions, newest first.
 *
 * Without a path they come as they are read, by the time at which they were
 * recorded, from a heap of those whose children have been given out: the first
 * ones come at once, however long the past is.  With a path the walker finds
 * them all first (walk.h).  The past ends where a shallow clone ends.
 *
 * A revision that can't be read is said once; the next call goes on with the
 * others.
 */
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "revision.h"
#include "store.h"
#include "walk.h"

struct waiting {
	int64_t time;
	git_oid id;
};

/* Ids that have been in the heap: open addressing, at most half full. */
struct seen {
	git_oid *at;
	size_t room, count; /* room: a power of two, or 0 */
};

struct redline_log {
	redline_store *store;
	struct walk walk;   /* with a path */
	bool by_path;
	uint32_t left;
	VEC(struct waiting) heap;
	struct seen seen;
	struct walk_border border;
};

/* ---- the set ---- */

static size_t slot_of(const struct seen *s, const git_oid *id)
{
	size_t at;
	memcpy(&at, id->id, sizeof at);
	at &= s->room - 1;
	while (!git_oid_is_zero(&s->at[at]) && !git_oid_equal(&s->at[at], id))
		at = (at + 1) & (s->room - 1);
	return at;
}

static bool grow(struct seen *s)
{
	struct seen wider = {.room = s->room ? s->room * 2 : 64};
	wider.at = calloc(wider.room, sizeof *wider.at);
	if (!wider.at)
		return false;
	for (size_t i = 0; i < s->room; i++)
		if (!git_oid_is_zero(&s->at[i]))
			wider.at[slot_of(&wider, &s->at[i])] = s->at[i];
	wider.count = s->count;
	free(s->at);
	*s = wider;
	return true;
}

/* Adds an id; *is_new: it was not there.  False if memory is out. */
static bool see(struct seen *s, const git_oid *id, bool *is_new)
{
	if (s->count * 2 >= s->room && !grow(s))
		return false;
	size_t const at = slot_of(s, id);
	*is_new = git_oid_is_zero(&s->at[at]);
	if (*is_new) {
		s->at[at] = *id;
		s->count++;
	}
	return true;
}

/* ---- the heap: the newest on top, of equals the one with the greater id ---- */

static bool is_newer(const struct waiting *a, const struct waiting *b)
{
	return a->time != b->time ? a->time > b->time : git_oid_cmp(&a->id, &b->id) > 0;
}

static void swap(struct waiting *a, struct waiting *b)
{
	struct waiting const was = *a;
	*a = *b;
	*b = was;
}

static void rise(redline_log *log)
{
	struct waiting *heap = log->heap.at;
	for (size_t i = log->heap.len - 1; i && is_newer(&heap[i], &heap[(i - 1) / 2]);
	     i = (i - 1) / 2)
		swap(&heap[i], &heap[(i - 1) / 2]);
}

static git_oid take_newest(redline_log *log)
{
	struct waiting *heap = log->heap.at;
	git_oid const id = heap[0].id;
	size_t const len = --log->heap.len;
	heap[0] = heap[len];
	for (size_t i = 0, child; (child = 2 * i + 1) < len; i = child) {
		if (child + 1 < len && is_newer(&heap[child + 1], &heap[child]))
			child++;
		if (!is_newer(&heap[child], &heap[i]))
			break;
		swap(&heap[child], &heap[i]);
	}
	return id;
}

/* One that can't be read waits with the time of its child, and is named in its turn. */
static redline_status await(redline_log *log, const git_oid *id, int64_t child_time)
{
	bool is_new;
	git_commit *commit = NULL;
	if (!see(&log->seen, id, &is_new))
		return REDLINE_NO_MEMORY;
	if (!is_new)
		return REDLINE_OK;
	if (git_commit_lookup(&commit, log->store->repo, id) < 0)
		git_error_clear();
	struct waiting *w = VEC_PUSH(&log->heap);
	if (w) {
		w->time = commit ? git_commit_time(commit) : child_time;
		w->id = *id;
		rise(log);
	}
	git_commit_free(commit);
	return w ? REDLINE_OK : REDLINE_NO_MEMORY;
}

/* ---- the log ---- */

static int compare_ids(const void *a, const void *b)
{
	return git_oid_cmp(a, b);
}

static bool is_border(const redline_log *log, const git_oid *id)
{
	return log->border.count && bsearch(id, log->border.at, log->border.count,
	                                    sizeof *log->border.at, compare_ids);
}

static redline_status begin(redline_log *log, const git_oid *from, const char *path,
                            redline_trouble *why)
{
	git_commit *commit;
	redline_status status = store_commit(log->store, from, &commit, why);
	if (status)
		return status;
	git_commit_free(commit);
	if (path) {
		status = walk_draft(&log->walk, log->store->repo, from, path, NULL, NULL, why);
		log->by_path = status == REDLINE_OK;
		log->left = log->walk.count;
		return status;
	}
	return walk_border_read(&log->border, log->store->repo) ? await(log, from, 0)
	                                                        : REDLINE_NO_MEMORY;
}

redline_status redline_log_begin(redline_log **out, redline_store *store, const redline_id *from,
                                 const char *path, redline_trouble *why)
{
	git_oid id;
	redline_log *log = calloc(1, sizeof *log);
	*out = NULL;
	if (!log)
		return REDLINE_NO_MEMORY;
	log->store = store;
	redline_status status = store_oid(&id, from, why);
	if (!status)
		status = begin(log, &id, path, why);
	if (status)
		redline_log_free(log);
	else
		*out = log;
	return status;
}

/* The next revision's id; false at the end. */
static bool next_id(redline_log *log, git_oid *out)
{
	if (!log->by_path) {
		if (log->heap.len)
			*out = take_newest(log);
		else
			return false;
		return true;
	}
	while (log->left && log->walk.at[log->left - 1].same)
		log->left--;
	if (!log->left)
		return false;
	*out = log->walk.at[--log->left].commit;
	return true;
}

redline_status redline_log_next(redline_log *log, redline_revision **out, redline_trouble *why)
{
	git_oid id;
	git_commit *commit;
	*out = NULL;
	if (!next_id(log, &id))
		return REDLINE_OK;
	redline_status status = store_commit(log->store, &id, &commit, why);
	if (status == REDLINE_NOT_FOUND)
		return trouble_object(why, GIT_ENOTFOUND, &id, "a revision's predecessor");
	if (status)
		return status;
	uint32_t const parents = log->by_path || is_border(log, &id) ? 0
	                                                             : git_commit_parentcount(commit);
	for (uint32_t i = 0; !status && i < parents; i++)
		status = await(log, git_commit_parent_id(commit, i), git_commit_time(commit));
	if (!status)
		status = revision_of(log->store, commit, out);
	git_commit_free(commit);
	return status;
}

void redline_log_free(redline_log *log)
{
	if (!log)
		return;
	if (log->by_path)
		walk_release(&log->walk);
	walk_border_release(&log->border);
	VEC_RELEASE(&log->heap);
	free(log->seen.at);
	free(log);
}
