/*
 * index.c -- the index that holds a revision, found or made.  See index.h.
 *
 * In this order:
 *   1. a file whose tip is the revision, or one of whose revisions it is, answers at
 *      once, without a look at the repository;
 *   2. else the walk goes back from the revision until it meets what a file holds. If
 *      all that is new comes from that file's last revision, it is put behind it; if
 *      nothing is new, the file answers;
 *   3. else the whole walk is made, the longest beginning that a file has in common
 *      with it is taken over, and the rest made anew.
 *
 * A revision that stands in the middle of a file, with others of another branch before
 * it, is not answered from there: what was struck on the other branch would be known
 * to it, and the answer depend on what had been asked before.
 */
#include "index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/bytes.h"
#include "index_file.h"
#include "index_make.h"

enum { NODES_A_REPORT = 8 };

struct opening {
	struct index *out;
	redline_store *store;
	const git_oid *revision;
	const char *path;
	const struct index_progress *progress;
	redline_trouble *why;
	struct walk_border border;
	struct index_file files[INDEX_FILES];
	uint32_t count;
	uint32_t outdated;     /* a file's number: its tip is on the way to the revision,
	                          but it can't be made longer; or INDEX_FILES */
};

/* ---- files ---- */

static void read_files(struct opening *o)
{
	for (uint32_t i = 0; i < INDEX_FILES; i++) {
		struct index_file *file = &o->files[o->count];
		if (!index_file_open(file, o->store, o->path, i, LINEAGE_VERSION))
			continue;
		if (file->image.slot.border == o->border.hash)
			o->count++;
		else
			index_file_close(file);
	}
}

static void close_files(struct opening *o)
{
	for (uint32_t i = 0; i < o->count; i++)
		index_file_close(&o->files[i]);
	o->count = 0;
}

/* Hands a file over to the result. */
static void answer_from(struct opening *o, struct index_file *file, uint32_t node)
{
	o->out->image = file->image;
	o->out->map = file->map;
	o->out->map_size = file->map_size;
	o->out->node = node;
	*file = o->files[--o->count];
	o->files[o->count] = (struct index_file){0};
}

static bool is_closed(const struct index_image *im, uint32_t node)
{
	const struct index_node *n = image_node(im, node);
	return n && (n->flags & NODE_CLOSED);
}

static uint32_t find_node(const struct index_image *im, const git_oid *commit, const char *path)
{
	for (uint32_t i = (uint32_t)im->nodes.len; i-- > 0;) {
		const struct index_node *n = image_node(im, i);
		if (!memcmp(n->commit, commit->id, INDEX_ID) &&
		    bytes_equal(image_string(im, n->path), bytes_of(path)))
			return i;
	}
	return INDEX_NONE;
}

static bool answer_at_once(struct opening *o)
{
	for (uint32_t i = 0; i < o->count; i++) {
		const struct index_image *im = &o->files[i].image;
		if (!memcmp(im->slot.tip, o->revision->id, INDEX_ID)) {
			answer_from(o, &o->files[i], im->slot.tip_node);
			return true;
		}
	}
	for (uint32_t i = 0; i < o->count; i++) {
		uint32_t const node = find_node(&o->files[i].image, o->revision, o->path);
		if (node != INDEX_NONE && is_closed(&o->files[i].image, node)) {
			answer_from(o, &o->files[i], node);
			return true;
		}
	}
	return false;
}

/* ---- walking ---- */

static bool beat(void *context)
{
	const struct index_progress *p = context;
	return !p || !p->report || p->report(p->context, 0, 0);
}

struct knowledge {
	const struct index_image *im;
	const char *path;      /* that the tip was asked for with */
	git_oid tip;
};

static bool knows(void *context, const git_oid *commit, const char *path, uint32_t *number)
{
	const struct knowledge *k = context;
	if (git_oid_equal(commit, &k->tip) && !strcmp(path, k->path))
		*number = k->im->slot.tip_node;
	else
		*number = find_node(k->im, commit, path);
	return *number != INDEX_NONE;
}

static redline_status walk(struct opening *o, struct walk *w, const struct walk_known *known)
{
	struct index_progress progress = o->progress ? *o->progress : (struct index_progress){0};
	struct walk_pulse const pulse = {beat, &progress};
	return walk_draft(w, o->store->repo, o->revision, o->path, known, &pulse, o->why);
}

/* Does each new revision come from the last one there is? */
static bool all_descend(const struct walk *w, uint32_t last)
{
	bool *comes = calloc((size_t)w->count + 1, sizeof *comes);
	bool all = comes != NULL;
	for (uint32_t i = 0; i < w->count && all; i++) {
		for (uint32_t p = 0; p < w->at[i].parent_count; p++) {
			uint32_t const parent = w->at[i].parents[p];
			comes[i] |= parent >= w->first ? comes[parent - w->first] : parent == last;
		}
		all = comes[i];
	}
	free(comes);
	return all;
}

/* ---- making ---- */

static redline_status read_blob(struct opening *o, const struct walk_node *node, char **text,
                                size_t *length)
{
	char what[REDLINE_PATH_MAX + 64];
	*text = NULL;
	*length = 0;
	if (git_oid_is_zero(&node->blob))
		return REDLINE_OK;
	(void)snprintf(what, sizeof what, "%s of revision %.7s", node->path,
	               git_oid_tostr_s(&node->commit));
	redline_status status = store_blob(o->store, &node->blob, what, text, length, o->why);
	if (status == REDLINE_TOO_LARGE) {
		/* As a text that can't be read: a NUL is none. */
		*text = calloc(1, 1);
		*length = 1;
		status = *text ? REDLINE_OK : REDLINE_NO_MEMORY;
	}
	return status;
}

static redline_status make_nodes(struct opening *o, struct maker *m, const struct walk *w)
{
	for (uint32_t i = 0; i < w->count; i++) {
		char *text;
		size_t length;
		if (o->progress && o->progress->report && i % NODES_A_REPORT == 0 &&
		    !o->progress->report(o->progress->context, i, w->count))
			return trouble_say(o->why, REDLINE_DECLINED, "stopped");
		redline_status status = read_blob(o, &w->at[i], &text, &length);
		if (status == REDLINE_OK)
			status = maker_add(m, &w->at[i], text, length);
		if (status != REDLINE_OK)
			return status;
	}
	return REDLINE_OK;
}

/*
 * Adds what a walk found, its first `skip` revisions being there.  Hashing every text
 * again takes longer than all the rest; that they are whole, zlib's checksum tells.
 */
static redline_status make(struct opening *o, struct index_image *im, struct walk *w,
                           uint32_t skip)
{
	struct walk rest = *w;
	rest.first = w->first + skip;
	rest.at = w->at + skip;
	rest.count = w->count - skip;
	struct maker *m = maker_new(im, &rest);
	if (!m)
		return REDLINE_NO_MEMORY;
	(void)git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	redline_status const status = make_nodes(o, m, &rest);
	(void)git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
	maker_free(m);
	return status;
}

/* ---- 2. what a file lacks ---- */

/* *done: it has been answered, or has failed. */
static redline_status extend(struct opening *o, struct index_file *file, bool *done)
{
	struct index_image *im = &file->image;
	struct knowledge k = {.im = im, .path = o->path};
	memcpy(k.tip.id, im->slot.tip, INDEX_ID);
	struct walk_known const known = {knows, &k, (uint32_t)im->nodes.len, &k.tip};
	struct walk w;
	uint32_t const last = im->slot.tip_node;
	redline_status status = walk(o, &w, &known);
	*done = status != REDLINE_OK;
	if (*done)
		return status;
	bool const answers = !w.count && w.tip != WALK_NONE && is_closed(im, w.tip);
	bool const follows = w.count && last != INDEX_NONE && all_descend(&w, last);
	*done = answers || follows;
	if (!*done && w.from_known)
		o->outdated = file->number;
	if (follows)
		status = make(o, im, &w, 0);
	if (status == REDLINE_OK && (follows || (answers && w.from_known && w.tip == last))) {
		image_cover(im, o->revision->id, w.tip, o->border.hash);
		index_file_extend(o->store, o->path, file, im);
	}
	if (status == REDLINE_OK && *done)
		answer_from(o, file, w.tip);
	walk_release(&w);
	return status;
}

/* ---- 3. all of it ---- */

static uint32_t in_common(const struct index_image *im, const struct walk *w)
{
	uint32_t n = 0;
	for (; n < w->count && n < im->nodes.len; n++) {
		const struct index_node *node = image_node(im, n);
		if (memcmp(node->commit, w->at[n].commit.id, INDEX_ID) ||
		    !bytes_equal(image_string(im, node->path), bytes_of(w->at[n].path)))
			break;
	}
	return n;
}

static redline_status make_all(struct opening *o)
{
	struct walk w;
	struct index_file *best = NULL;
	uint32_t most = 0;
	redline_status status = walk(o, &w, NULL);
	if (status != REDLINE_OK)
		return status;
	for (uint32_t i = 0; i < o->count; i++) {
		uint32_t const n = in_common(&o->files[i].image, &w);
		if (n > most) {
			most = n;
			best = &o->files[i];
		}
	}
	struct index_image im;
	bool const begun = best ? image_prefix(&im, &best->image, most)
	                        : image_begin(&im, LINEAGE_VERSION, bytes_of(o->path));
	status = begun ? make(o, &im, &w, most) : REDLINE_NO_MEMORY;
	if (status == REDLINE_OK) {
		image_cover(&im, o->revision->id, w.tip, o->border.hash);
		index_file_replace(o->store, o->path, o->outdated, &im, LINEAGE_VERSION);
		if (best) {
			image_release(&best->image); /* its map is lived in now */
			best->image = im;
			answer_from(o, best, w.tip);
		} else {
			*o->out = (struct index){.image = im, .node = w.tip};
		}
	} else {
		image_release(&im);
	}
	walk_release(&w);
	return status;
}

redline_status index_open(struct index *out, redline_store *store, const git_oid *revision,
                          const char *path, const struct index_progress *progress,
                          redline_trouble *why)
{
	struct opening o = {.out = out, .store = store, .revision = revision, .path = path,
	                    .progress = progress, .why = why, .outdated = INDEX_FILES};
	redline_status status = REDLINE_OK;
	bool done = false;
	*out = (struct index){.node = INDEX_NONE};
	if (!walk_border_read(&o.border, store->repo))
		return REDLINE_NO_MEMORY;
	read_files(&o);
	done = answer_at_once(&o);
	for (uint32_t i = 0; i < o.count && !done; i++)
		status = extend(&o, &o.files[i], &done);
	if (!done)
		status = make_all(&o);
	close_files(&o);
	walk_border_release(&o.border);
	return status;
}

void index_release(struct index *ix)
{
	image_release(&ix->image);
	if (ix->map)
		munmap(ix->map, ix->map_size);
	*ix = (struct index){.node = INDEX_NONE};
}
