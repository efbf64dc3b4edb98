/*
 * pack.c -- see pack.h.
 *
 * From some 24 revisions on, the loose objects become a pack; four small packs
 * become a larger one, which stays.  So there are few packs, and no object is
 * compared with its like more than three times.
 *
 * A pack that was merged into another is not removed at once: a reader may have
 * found an object in it and be about to open it, and libgit2 does not look
 * again.  It stays listed, as "old", until the next time, a minute later at least.
 * A loose object may go at once, for those are looked for again, in packs.
 *
 *     redline/loose   "<id> <path or nothing>\n"
 *     redline/packs   "pack-<name> <objects> <old since, or 0>\n"
 */
#define _XOPEN_SOURCE 700

#include "pack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <git2/sys/odb_backend.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "disk.h"
#include "object.h"

enum {
	LOOSE_DUE = 3 * 24,     /* objects; a revision of one draft makes three */
	SMALL = LOOSE_DUE * 6,  /* a pack with fewer objects is small ... */
	SMALL_MAX = 4,          /* ... and that many become one */
	OLD_SECONDS = 60,
	OLD_MAX = 8,            /* where much is written, the oldest go sooner */
	LITTER_SECONDS = 3600,  /* what a killed writer left */
	PACK_NAME = 64,
};

struct loose {
	git_oid id;
	char *hint;
};

struct pack {
	char name[PACK_NAME];   /* "pack-0123..." */
	unsigned long objects;
	long long old;          /* since when; 0: in use */
};

struct packing {
	redline_store *store;
	git_packbuilder *builder;
	VEC(git_oid) ids;
	VEC(struct pack) packs;
};

/* ---- notes ---- */

void pack_note(redline_store *store)
{
	struct buf lines = {0};
	object_take_fresh(store, &lines);
	char *path = lines.len ? store_own_path(store, "loose") : NULL;
	int const fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;
	if (fd >= 0) {
		/* what is not noted is not packed, and that is all */
		(void)disk_write(fd, buf_view(&lines));
		(void)close(fd);
	}
	free(path);
	buf_release(&lines);
}

static char *read_own(redline_store *store, const char *name, size_t *len)
{
	char *path = store_own_path(store, name);
	char *text = path ? disk_read(path, len) : NULL;
	free(path);
	return text;
}

static bool write_own(redline_store *store, const char *name, redline_bytes text)
{
	char *temporary = store_own_path(store, "packs.new");
	char *path = store_own_path(store, name);
	bool const ok = temporary && path && disk_make(temporary, text, 0666) &&
	                rename(temporary, path) == 0;
	free(temporary);
	free(path);
	return ok;
}

static char *pack_file(const redline_store *store, const char *name, const char *suffix)
{
	return disk_path("%sobjects/pack/%s.%s", store->common, name, suffix);
}

static bool has_file(const redline_store *store, const char *name, const char *suffix)
{
	char *path = pack_file(store, name, suffix);
	bool const there = access(path, F_OK) == 0;
	free(path);
	return there;
}

/* The packs of ours that are still there; git may have gathered them up. */
static void read_packs(struct packing *p)
{
	size_t len;
	char *text = read_own(p->store, "packs", &len);
	for (char *line = text; line && *line;) {
		struct pack pack;
		char *end = strchr(line, '\n');
		if (!end)
			break;
		*end = '\0';
		if (sscanf(line, "%63s %lu %lld", pack.name, &pack.objects, &pack.old) == 3 &&
		    strncmp(pack.name, "pack-", 5) == 0 && !strchr(pack.name, '/') &&
		    has_file(p->store, pack.name, "idx")) {
			struct pack *kept = VEC_PUSH(&p->packs);
			if (!kept)
				abort();
			*kept = pack;
		}
		line = end + 1;
	}
	free(text);
}

static bool write_packs(struct packing *p)
{
	struct buf text = {0};
	for (size_t i = 0; i < p->packs.len; i++)
		buf_printf(&text, "%s %lu %lld\n", p->packs.at[i].name, p->packs.at[i].objects,
		           p->packs.at[i].old);
	if (text.failed)
		abort();
	bool const ok = write_own(p->store, "packs", buf_view(&text));
	buf_release(&text);
	return ok;
}

/* ---- one pack ---- */

static bool begin_pack(struct packing *p)
{
	p->ids.len = 0;
	return git_packbuilder_new(&p->builder, p->store->repo) == 0;
}

static bool add(struct packing *p, const git_oid *id, const char *hint)
{
	if (git_packbuilder_insert(p->builder, id, hint) < 0)
		return false;
	git_oid *noted = VEC_PUSH(&p->ids);
	if (!noted)
		abort();
	*noted = *id;
	return true;
}

/* A pack alone, without whatever else the repository has. */
static int open_pack(const redline_store *store, const char *name, git_odb **out)
{
	git_odb_backend *backend;
	char *index = pack_file(store, name, "idx");
	int code = git_odb_new(out);
	if (code == 0 && (code = git_odb_backend_one_pack(&backend, index)) == 0 &&
	    (code = git_odb_add_backend(*out, backend, 1)) < 0)
		backend->free(backend);
	free(index);
	return code;
}

/* Reads every object from the pack itself; the hashes are compared on the way. */
static bool verify(struct packing *p, const char *name)
{
	git_odb *odb = NULL;
	int code = open_pack(p->store, name, &odb);
	for (size_t i = 0; code == 0 && i < p->ids.len; i++) {
		git_odb_object *object;
		code = git_odb_read(&object, odb, &p->ids.at[i]);
		if (code == 0)
			git_odb_object_free(object);
	}
	git_odb_free(odb);
	return code == 0;
}

/* Writes it, flushes it, reads it; the name goes into p->packs. */
static bool end_pack(struct packing *p)
{
	char *folder = disk_path("%sobjects/pack", p->store->common);
	struct pack pack = {.objects = (unsigned long)p->ids.len};
	int const code = git_packbuilder_write(p->builder, NULL, 0, NULL, NULL);
	bool ok = code == 0 && git_packbuilder_name(p->builder) &&
	          snprintf(pack.name, sizeof pack.name, "pack-%s",
	                   git_packbuilder_name(p->builder)) < (int)sizeof pack.name &&
	          disk_flush(folder) && verify(p, pack.name);
	free(folder);
	git_packbuilder_free(p->builder);
	p->builder = NULL;
	if (!ok)
		return false;
	struct pack *kept = VEC_PUSH(&p->packs);
	if (!kept)
		abort();
	*kept = pack;
	return git_odb_refresh(p->store->odb) == 0;
}

static void give_up(struct packing *p)
{
	git_packbuilder_free(p->builder);
	p->builder = NULL;
	git_error_clear();
}

/* ---- loose objects into a pack ---- */

static void remove_loose(struct packing *p)
{
	for (size_t i = 0; i < p->ids.len; i++) {
		char *path = object_path(p->store, &p->ids.at[i]);
		(void)unlink(path);
		free(path);
	}
}

/* Is it loose, and as it should be?  A damaged one must not keep the others. */
static bool is_sound(redline_store *store, const git_oid *id)
{
	git_odb_object *object;
	char *path = object_path(store, id);
	bool const sound = access(path, F_OK) == 0 && git_odb_read(&object, store->odb, id) == 0;
	if (sound)
		git_odb_object_free(object);
	git_error_clear();
	free(path);
	return sound;
}

/* Adds the objects of the list that are still loose. */
static bool add_loose(struct packing *p, char *text)
{
	for (char *line = text; *line;) {
		git_oid id;
		char *end = strchr(line, '\n');
		if (!end)
			break; /* half a line: of a writer who was killed */
		*end = '\0';
		if (end - line > GIT_OID_HEXSZ && git_oid_fromstrn(&id, line, GIT_OID_HEXSZ) == 0) {
			const char *hint = line + GIT_OID_HEXSZ + 1;
			if (is_sound(p->store, &id) && !add(p, &id, *hint ? hint : NULL))
				return false;
		}
		line = end + 1;
	}
	return true;
}

static bool pack_loose(struct packing *p, char *text)
{
	if (!begin_pack(p) || !add_loose(p, text))
		return false;
	if (p->ids.len && (!end_pack(p) || !write_packs(p)))
		return false;
	if (p->ids.len)
		remove_loose(p);
	return write_own(p->store, "loose", (redline_bytes){"", 0});
}

/* ---- small packs into a large one ---- */

static int add_each(const git_oid *id, void *packing)
{
	return add(packing, id, NULL) ? 0 : -1;
}

static bool add_pack(struct packing *p, const struct pack *pack)
{
	git_odb *odb = NULL;
	int code = open_pack(p->store, pack->name, &odb);
	if (code == 0)
		code = git_odb_foreach(odb, add_each, p);
	git_odb_free(odb);
	return code == 0;
}

static bool is_small(const struct pack *pack)
{
	return !pack->old && pack->objects < SMALL;
}

static bool merge_small(struct packing *p)
{
	size_t small = 0;
	size_t const count = p->packs.len;
	for (size_t i = 0; i < count; i++)
		small += is_small(&p->packs.at[i]);
	if (small < SMALL_MAX)
		return true;
	if (!begin_pack(p))
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_small(&p->packs.at[i]) && !add_pack(p, &p->packs.at[i]))
			return false;
	if (!end_pack(p))
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_small(&p->packs.at[i]) &&
		    strcmp(p->packs.at[i].name, p->packs.at[count].name) != 0)
			p->packs.at[i].old = (long long)time(NULL);
	return write_packs(p);
}

static bool remove_old(struct packing *p)
{
	long long const now = (long long)time(NULL);
	size_t kept = 0, old = 0;
	for (size_t i = 0; i < p->packs.len; i++)
		old += p->packs.at[i].old != 0;
	for (size_t i = 0; i < p->packs.len; i++) {
		struct pack const pack = p->packs.at[i];
		bool const is_spare = pack.old && (pack.old + OLD_SECONDS <= now || old > OLD_MAX);
		old -= pack.old != 0;
		if (!is_spare ||
		    has_file(p->store, pack.name, "keep")) {
			p->packs.at[kept++] = pack;
			continue;
		}
		/* the index first: without it a pack is not looked at */
		static const char *const suffixes[] = {"idx", "pack", "rev"};
		for (size_t k = 0; k < sizeof suffixes / sizeof *suffixes; k++) {
			char *path = pack_file(p->store, pack.name, suffixes[k]);
			(void)unlink(path);
			free(path);
		}
	}
	bool const changed = kept < p->packs.len;
	p->packs.len = kept;
	return !changed || write_packs(p);
}

/* ---- when ---- */

static bool is_due(const char *list)
{
	size_t lines = 0;
	for (const char *at = list; at && (at = strchr(at, '\n')); at++)
		lines++;
	return lines >= LOOSE_DUE;
}

/* The repository may forbid that anything is removed. */
static bool is_precious(redline_store *store)
{
	git_config *config;
	int precious = 0;
	if (git_repository_config_snapshot(&config, store->repo) == 0) {
		(void)git_config_get_bool(&precious, config, "extensions.preciousobjects");
		git_config_free(config);
	}
	git_error_clear();
	return precious;
}

/* Temporary files of writers that were killed, by libgit2's names for them. */
static void remove_litter(const char *folder, const char *prefix)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	while (dir && (entry = readdir(dir))) {
		struct stat st;
		if (strncmp(entry->d_name, prefix, strlen(prefix)) != 0)
			continue;
		char *path = disk_path("%s/%s", folder, entry->d_name);
		if (lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    time(NULL) - st.st_mtime > LITTER_SECONDS)
			(void)unlink(path);
		free(path);
	}
	if (dir)
		(void)closedir(dir);
}

static void remove_all_litter(redline_store *store)
{
	char *objects = disk_path("%sobjects", store->common);
	char *packs = disk_path("%sobjects/pack", store->common);
	remove_litter(objects, "tmp_object_git2_");
	remove_litter(packs, "pack_git2_");
	free(objects);
	free(packs);
}

void pack_if_due(redline_store *store)
{
	struct packing p = {.store = store};
	size_t len;
	char *list = read_own(store, "loose", &len);
	if (is_due(list) && !is_precious(store)) {
		read_packs(&p);
		if (!remove_old(&p) || !pack_loose(&p, list) || !merge_small(&p))
			give_up(&p);
		remove_all_litter(store);
	}
	VEC_RELEASE(&p.ids);
	VEC_RELEASE(&p.packs);
	free(list);
}
