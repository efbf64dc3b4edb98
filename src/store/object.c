/*
 * object.c -- see object.h.
 *
 * libgit2 1.5 says that an object was written when one of that id is there,
 * whatever its bytes; and git itself leaves loose objects unflushed by default.
 * So none is trusted that was not read, and none that was there before is
 * taken to be on the disk.
 *
 * A damaged object is healed by a loose one: in a pack it can't be mended, but
 * loose objects are looked at first here (start.c), and by git when the packed
 * one fails.
 */
#define _XOPEN_SOURCE 700

#include "object.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <git2/sys/odb_backend.h>

#include "disk.h"
#include "loose.h"

struct fresh {
	struct buf lines;
};

char *object_path(const redline_store *store, const git_oid *id)
{
	char name[GIT_OID_HEXSZ + 1];
	git_oid_tostr(name, sizeof name, id);
	return disk_path("%sobjects/%.2s/%s", store->common, name, name + 2);
}

static bool is_there(const char *path)
{
	struct stat st;
	return lstat(path, &st) == 0;
}

/* A view of loose objects alone: past whatever packs hold, and without a memory. */
static int open_loose(redline_store *store, git_odb **out)
{
	git_odb_backend *writer;
	char *folder = disk_path("%sobjects", store->common);
	int code = git_odb_new(out);
	if (code == 0 && (code = git_odb_backend_loose(&writer, folder, -1, 1, 0, 0)) == 0 &&
	    (code = git_odb_add_backend(*out, writer, 1)) < 0)
		writer->free(writer);
	if (code == 0)
		code = loose_guard(*out, folder);
	free(folder);
	return code;
}

/* Reads it; its hash is compared on the way. */
static int read_from(git_odb *odb, const git_oid *id, git_object_t kind)
{
	git_odb_object *object;
	int const code = git_odb_read(&object, odb, id);
	if (code < 0)
		return code;
	bool const same = git_odb_object_type(object) == kind;
	git_odb_object_free(object);
	return same ? 0 : GIT_ERROR;
}

/* Reads it from the disk, though the repository may remember it. */
static int read_back(redline_store *store, const git_oid *id, git_object_t kind, const char *path)
{
	git_odb *loose = NULL;
	if (!is_there(path))
		return read_from(store->odb, id, kind);
	int code = open_loose(store, &loose);
	if (code == 0)
		code = read_from(loose, id, kind);
	git_odb_free(loose);
	return code;
}

/* One that was there before: libgit2 flushes only what it writes. */
static redline_status flush(const char *path, redline_trouble *why)
{
	return disk_flush(path) && disk_flush_folder_of(path)
	               ? REDLINE_OK
	               : trouble_system(why, "flushing %s", path);
}

redline_status object_flush(redline_store *store, redline_trouble *why)
{
	char *folder = disk_path("%sobjects", store->common);
	bool const ok = disk_flush(folder);
	redline_status const status = ok ? REDLINE_OK : trouble_system(why, "flushing %s", folder);
	free(folder);
	return status;
}

/* ---- damaged ones ---- */

static bool set_aside(redline_store *store, const char *path, const git_oid *id)
{
	char *name = disk_path("damaged/%s", git_oid_tostr_s(id));
	char *aside = store_own_path(store, name);
	bool const kept = aside && disk_make_folders(aside) && rename(path, aside) == 0;
	free(name);
	free(aside);
	return kept || unlink(path) == 0 || errno == ENOENT;
}

static redline_status heal(redline_store *store, git_object_t kind, redline_bytes content,
                           const git_oid *id, const char *path, redline_trouble *why)
{
	git_odb *loose = NULL;
	git_oid written;
	git_error_clear();
	if (!set_aside(store, path, id))
		return trouble_system(why, "setting the damaged object %s aside", path);
	int code = open_loose(store, &loose);
	if (code == 0)
		code = git_odb_write(&written, loose, content.ptr, content.len, kind);
	if (code == 0)
		code = read_back(store, id, kind, path);
	if (code == 0)
		code = read_from(store->odb, id, kind);
	redline_status const status =
	        code < 0 ? trouble_object(why, code, id, "writing a damaged object anew")
	                 : REDLINE_OK;
	git_odb_free(loose);
	return status;
}

/* ---- writing ---- */

static void note_fresh(redline_store *store, const git_oid *id, const char *hint)
{
	if (!store->fresh && !(store->fresh = calloc(1, sizeof *store->fresh)))
		abort();
	buf_printf(&store->fresh->lines, "%s %s\n", git_oid_tostr_s(id), hint ? hint : "");
	if (store->fresh->lines.failed)
		abort();
}

void object_take_fresh(redline_store *store, struct buf *out)
{
	if (!store->fresh)
		return;
	buf_bytes(out, buf_view(&store->fresh->lines));
	buf_clear(&store->fresh->lines);
}

void object_drop_fresh(redline_store *store)
{
	if (store->fresh)
		buf_release(&store->fresh->lines);
	free(store->fresh);
	store->fresh = NULL;
}

redline_status object_write(redline_store *store, git_object_t kind, redline_bytes content,
                            const char *hint, git_oid *out, redline_trouble *why)
{
	git_error_clear();
	int code = git_odb_hash(out, content.ptr, content.len, kind);
	if (code < 0)
		return trouble_git(why, code, "hashing an object");
	char *path = object_path(store, out);
	bool const loose_before = is_there(path);
	git_oid written;
	code = git_odb_write(&written, store->odb, content.ptr, content.len, kind);
	if (code < 0) {
		free(path);
		(void)trouble_git(why, code, "writing an object");
		return REDLINE_SYSTEM;
	}
	redline_status status = REDLINE_OK;
	code = read_back(store, out, kind, path);
	if (code < 0 && is_there(path) && !loose_before)
		status = trouble_object(why, code, out, "an object just written");
	else if (code < 0)
		status = heal(store, kind, content, out, path, why);
	if (!status && loose_before && code == 0)
		status = flush(path, why);
	else if (!status && code == 0 && is_there(path)) /* one that heals stays loose */
		note_fresh(store, out, hint);
	free(path);
	return status;
}
