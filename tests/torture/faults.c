/*
 * faults.c -- a system that says no: disks that are full, folders that are
 * read-only, calls that fail, bytes that have changed.
 */
#define _XOPEN_SOURCE 700

#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <redline/base.h>

#include "ground.h"

enum { EXIT_SYSTEM = 10 + REDLINE_SYSTEM, EXIT_UNCERTAIN = 10 + REDLINE_UNCERTAIN,
       EXIT_DAMAGED = 10 + REDLINE_DAMAGED };

/* ---- disks ---- */

/* Fills a small file system with revisions until no more go in. */
static void fill(struct repository *r, long size)
{
	struct text ids = {0};
	char ballast[512];
	if (!repository_does(r, "init", "-q", "-b", "main", "--template=", NULL)) {
		repository_close(r);
		return; /* too small even for that */
	}
	snprintf(ballast, sizeof ballast, "%s/ballast", r->folder);
	static const char zeroes[64 * 1024];
	(void)text_write(ballast, (redline_bytes){zeroes, sizeof zeroes});
	int const status = driver_run(r, "grow", ".", "draft.md", "5000", "9000", NULL);
	gather(&ids, r->done.out.ptr);
	cr_expect(status == EXIT_SYSTEM || status == EXIT_UNCERTAIN, "%ld bytes: %d %s", size, status,
	          r->done.err.ptr);
	cr_expect(all_in_history(r, &ids), "%ld bytes", size);
	(void)unlink(ballast);
	cr_expect(repository_is_sound(r), "%ld bytes", size);
	cr_expect(is_free(r), "%ld bytes", size);
	text_release(&ids);
}

Test(faults, a_full_disk_takes_nothing_that_was_acknowledged)
{
	long const step = choose(150, 8) * 1024L;
	for (long size = 400 * 1024L; size < 1000 * 1024L; size += step) {
		struct repository r;
		repository_open(&r);
		if (!mount_small(r.folder, size)) {
			skip("a full disk", geteuid() ? "needs root" : strerror(errno));
			repository_close(&r);
			return;
		}
		fill(&r, size);
		unmount(r.folder);
		repository_close(&r);
	}
}

/* Reading goes on, saving says why not, nothing has changed. */
static void expect_read_only(struct repository *r)
{
	cr_expect_neq(driver_run(r, "save", ".", "draft.md", "1", "Japan", NULL), 0);
	cr_expect(strstr(r->done.err.ptr, "Read-only") || strstr(r->done.err.ptr, "denied"), "%s",
	          r->done.err.ptr);
	cr_expect_neq(driver_run(r, "tag", ".", "Rev.1", "HEAD", NULL), 0);
	cr_expect_eq(driver_run(r, "read", ".", "HEAD", "first.md", NULL), 0, "%s", r->done.err.ptr);
	cr_expect_eq(count_lines(r->done.out.ptr), 1);
	cr_expect_str_eq(repository_git(r, "rev-list", "--count", "--all", NULL), "1\n");
	cr_expect(repository_is_sound(r));
}

Test(faults, a_read_only_disk)
{
	struct repository r;
	repository_open(&r);
	bool const mounted = mount_small(r.folder, 4 << 20);
	if (!mounted)
		skip("a read-only disk", geteuid() ? "needs root" : strerror(errno));
	if (mounted && repository_does(&r, "init", "-q", "-b", "main", NULL) &&
	    driver_run(&r, "save", ".", "first.md", "1", "Chair", NULL) == 0) {
		cr_expect(mount_read_only(r.folder));
		expect_read_only(&r);
	}
	unmount(r.folder);
	repository_close(&r);
}

Test(faults, read_only_folders)
{
	struct repository r;
	if (geteuid() == 0) {
		skip("read-only folders", "root may write to them");
		return;
	}
	ground_open(&r);
	struct job job = {.argv = {"chmod", "-R", "a-w", ".git"}, .folder = r.folder};
	done_release(&r.done);
	job_run(&r.done, &job);
	expect_read_only(&r);
	job.argv[2] = "u+w";
	done_release(&r.done);
	job_run(&r.done, &job);
	cr_expect(is_free(&r));
	repository_close(&r);
}

/* Each folder of the repository alone: whatever can't be written, nothing is half done. */
Test(faults, each_folder_read_only_in_turn)
{
	static const char *const folders[] = {".git", ".git/objects", ".git/refs/heads",
	                                      ".git/redline", ".git/logs"};
	struct repository r;
	if (geteuid() == 0) {
		skip("each folder read-only in turn", "root may write to them");
		return;
	}
	ground_open(&r);
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		char path[512], name[16];
		struct text ids = {0};
		snprintf(path, sizeof path, "%s/%s", r.folder, folders[i]);
		snprintf(name, sizeof name, "n%zu", i);
		cr_assert_eq(chmod(path, 0555), 0);
		(void)driver_run(&r, "save", ".", "draft.md", "1", name, NULL);
		gather(&ids, r.done.out.ptr);
		cr_assert_eq(chmod(path, 0755), 0);
		cr_expect(all_in_history(&r, &ids), "%s", folders[i]);
		cr_expect(repository_is_sound(&r), "%s", folders[i]);
		cr_expect(is_free(&r), "%s", folders[i]);
		text_release(&ids);
	}
	repository_close(&r);
}

/* ---- calls that fail ---- */

/* The driver under strace, whose counts or lies are wanted. */
static int trace(struct repository *r, const char *option, const char *what, const char *name)
{
	struct job const job = {
		.argv = {"strace", "-qq", "-o", ".git/trace", "-e", option, "-e", what, driver_program(),
		         "save", ".", "draft.md", "2", name},
		.folder = r->folder,
		.set = {"ASAN_OPTIONS", "detect_leaks=0"},
	};
	done_release(&r->done);
	job_run(&r->done, &job);
	return r->done.status;
}

/* How often the driver makes a call; 0 if it can't be traced. */
static unsigned count_calls(struct repository *r, const char *call)
{
	char option[64], path[512];
	struct text lines = {0};
	snprintf(option, sizeof option, "trace=%s", call);
	snprintf(path, sizeof path, "%s/.git/trace", r->folder);
	(void)unlink(path);
	int const status = trace(r, option, "signal=none", call);
	unsigned const count = status == 0 && text_read(&lines, path) ? count_lines(lines.ptr) : 0;
	text_release(&lines);
	return count;
}

static void inject(struct repository *r, const char *call, const char *error, unsigned nth,
                   bool for_good, struct text *ids)
{
	static unsigned turn;
	char lie[96], name[48];
	snprintf(lie, sizeof lie, "inject=%s:error=%s:when=%u%s", call, error, nth,
	         for_good ? "+" : "");
	snprintf(name, sizeof name, "%s-%u", call, turn++);
	int const status = trace(r, lie, "signal=none", name);
	unsigned const acknowledged = count_lines(r->done.out.ptr);
	gather(ids, r->done.out.ptr);
	cr_expect(status < 126 || status == 127, "%s: %d %s", lie, status, r->done.err.ptr);
	cr_expect(status != 0 || acknowledged == 2, "%s: ended well with %u", lie, acknowledged);
	cr_expect(status == 0 || acknowledged < 2 || r->done.err.len, "%s: %d, and silent", lie,
	          status);
}

static void inject_all(struct repository *r, const char *call, const char *error)
{
	unsigned const calls = count_calls(r, call);
	unsigned const step = is_long() || calls < 4 ? 1 : calls / 4;
	struct text ids = {0};
	/* the last ones first: those are ours, the first are the loader's */
	for (unsigned back = 0; back < calls; back += step) {
		inject(r, call, error, calls - back, false, &ids);
		inject(r, call, error, calls - back, true, &ids);
		if (is_long() || back == 0)
			cr_expect(is_free(r), "%s number %u", call, calls - back);
	}
	cr_expect(is_free(r), "%s", call);
	cr_expect(all_in_history(r, &ids), "%s", call);
	cr_expect(repository_is_sound(r), "%s", call);
	text_release(&ids);
}

Test(faults, no_call_that_fails_makes_a_false_success)
{
	static const char *const calls[][2] = {
		{"write", "ENOSPC"}, {"fsync", "EIO"},    {"rename", "EIO"}, {"link", "EMLINK"},
		{"openat", "EACCES"}, {"mkdir", "ENOSPC"}, {"unlink", "EIO"}, {"close", "EIO"},
		{"flock", "ENOLCK"}, {"pwrite64", "EIO"},
	};
	struct repository r;
	ground_open(&r);
	if (!count_calls(&r, "write")) {
		skip("calls that fail", r.done.err.len ? r.done.err.ptr : "no strace");
		repository_close(&r);
		return;
	}
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		inject_all(&r, calls[i][0], calls[i][1]);
	repository_close(&r);
}

/* What an acknowledgement rests on was flushed: every object's file and folder, the
   folder of folders, the reference's file and folder. */
Test(faults, all_is_flushed_before_it_is_acknowledged)
{
	static const struct {
		const char *what;
		unsigned times;
	} needed[] = {
		{"/.git/objects/tmp_object", 3}, {"/.git/objects>", 1}, {"/.git/refs/heads/main.lock>", 1},
		{"/.git/refs/heads>", 1},
	};
	struct repository r;
	char path[512];
	struct text lines = {0};
	ground_open(&r);
	struct job const job = {
		.argv = {"strace", "-qq", "-y", "-o", ".git/trace", "-e", "trace=fsync,write", "-e",
		         "signal=none", driver_program(), "save", ".", "draft.md", "1", "Japan"},
		.folder = r.folder,
		.set = {"ASAN_OPTIONS", "detect_leaks=0"},
	};
	done_release(&r.done);
	job_run(&r.done, &job);
	snprintf(path, sizeof path, "%s/.git/trace", r.folder);
	if (r.done.status != 0 || !text_read(&lines, path)) {
		skip("what is flushed", "no strace");
		repository_close(&r);
		return;
	}
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		unsigned times = 0;
		for (char *at = lines.ptr, *end; (end = strchr(at, '\n')); at = end + 1) {
			char line[1024];
			snprintf(line, sizeof line, "%.*s", (int)(end - at), at);
			if (strncmp(line, "write(1<", 8) == 0)
				break; /* the acknowledgement: what comes later is too late */
			times += strncmp(line, "fsync(", 6) == 0 && strstr(line, needed[i].what);
		}
		cr_expect_geq(times, needed[i].times, "%s: %u", needed[i].what, times);
	}
	text_release(&lines);
	repository_close(&r);
}

/* ---- bytes that have changed ---- */

struct object {
	char id[41];
	char path[512];
};

/* Every loose object of the repository. */
static size_t find_objects(struct repository *r, struct object *out, size_t room)
{
	size_t count = 0;
	struct job const job = {.argv = {"find", ".git/objects", "-type", "f", "-not", "-path", "*/pack/*"},
	                        .folder = r->folder};
	done_release(&r->done);
	job_run(&r->done, &job);
	for (char *line = r->done.out.ptr, *end; count < room && (end = strchr(line, '\n'));
	     line = end + 1) {
		struct object *o = &out[count++];
		*end = '\0';
		snprintf(o->path, sizeof o->path, "%s/%.*s", r->folder, 200, line);
		snprintf(o->id, sizeof o->id, "%.2s%.38s", end - 41, end - 38);
	}
	return count;
}

static void flip(const char *path, unsigned *seed)
{
	struct text bytes = {0};
	cr_assert(text_read(&bytes, path));
	cr_assert_eq(chmod(path, 0644), 0);
	size_t const at = (chance(seed) * 32768u + chance(seed)) % bytes.len;
	bytes.ptr[at] = (char)(bytes.ptr[at] ^ (1 << chance(seed) % 8));
	cr_assert(text_write(path, text_view(&bytes)));
	text_release(&bytes);
}

static void text_of(unsigned revision, char out[200])
{
	snprintf(out, 200, "# Draft\n\n1. Text of revision %u, and more of it.\n", revision);
}

enum { REVISIONS = 4 };

static void put(struct repository *r, unsigned revision)
{
	char text[200];
	text_of(revision, text);
	repository_write(r, ".git/new", text);
	cr_expect_eq(driver_run(r, "put", ".", "sub/draft.md", ".git/new", "Change", NULL), 0,
	             "revision %u: %s", revision, r->done.err.ptr);
}

/* Revisions that can't be read name the object; the others have their bytes. */
static unsigned expect_named(struct repository *r, const char *id, const char *const *revisions)
{
	unsigned failed = 0;
	for (unsigned i = 0; i < REVISIONS; i++) {
		char want[200];
		text_of(i, want);
		int const status = driver_run(r, "read", ".", revisions[i], "sub/draft.md", NULL);
		if (status == 0) {
			cr_expect_str_eq(r->done.out.ptr, want);
			continue;
		}
		failed++;
		cr_expect_eq(status, EXIT_DAMAGED, "%d: %s", status, r->done.err.ptr);
		cr_expect(strstr(r->done.err.ptr, id), "%s is not named: %s", id, r->done.err.ptr);
	}
	return failed;
}

static const char *type_of(struct repository *r, const char *id)
{
	static char type[16];
	const char *said = repository_git(r, "cat-file", "-t", id, NULL);
	snprintf(type, sizeof type, "%.*s", (int)strcspn(said, "\n"), said);
	return type;
}

static void damage_one(const struct object *o, struct repository *r, const char *const *revisions,
                       unsigned *seed)
{
	struct text sound = {0};
	char type[16];
	snprintf(type, sizeof type, "%s", type_of(r, o->id));
	cr_assert(text_read(&sound, o->path));
	flip(o->path, seed);
	unsigned const failed = expect_named(r, o->id, revisions);
	/* commits of the past are on nobody's way to a draft but their own */
	cr_expect_leq(failed, 1, "%s %s took %u revisions along", type, o->id, failed);
	/* bits that pad the stream mean nothing: git does not mind them, nor do we */
	(void)repository_git(r, "fsck", NULL);
	cr_expect_eq(r->done.status != 0, failed > 0, "%s %s: git says %d", type, o->id,
	             r->done.status);
	if (strcmp(type, "commit") != 0) {
		/* what stood there is saved again, whichever it was, and the last again */
		for (unsigned i = 0; i < REVISIONS; i++)
			put(r, i);
		cr_expect_eq(expect_named(r, o->id, revisions), 0, "%s %s was not healed", type, o->id);
		cr_expect(repository_is_sound(r), "%s %s", type, o->id);
	}
	cr_assert_eq(chmod(o->path, 0644), 0);
	cr_assert(text_write(o->path, text_view(&sound)));
	text_release(&sound);
}

/* Some of the objects of a new store, one after the other: too few for a pack. */
static void damage_some(size_t first, size_t step, unsigned *seed)
{
	struct repository r;
	static struct object objects[64];
	char ids[REVISIONS][41];
	const char *revisions[REVISIONS];
	repository_open(&r);
	cr_assert(repository_does(&r, "init", "-q", "-b", "main", "--template=", NULL));
	for (unsigned i = 0; i < REVISIONS; i++) {
		put(&r, i);
		cr_assert_eq(r.done.out.len, 41, "%s", r.done.err.ptr);
		snprintf(ids[i], sizeof ids[i], "%.40s", r.done.out.ptr);
		revisions[i] = ids[i];
	}
	size_t const count = find_objects(&r, objects, 64);
	cr_expect_eq(count, REVISIONS * 4u);
	for (size_t i = first; i < count; i += step)
		damage_one(&objects[i], &r, revisions, seed);
	cr_expect(repository_is_sound(&r));
	repository_close(&r);
}

Test(faults, a_flipped_bit_is_named_and_healed)
{
	unsigned seed = (unsigned)getpid();
	if (is_long())
		for (int round = 0; round < 20; round++)
			damage_some(0, 1, &seed);
	else
		damage_some((size_t)(seed % 3), 3, &seed);
}

/* In a pack nothing can be mended; a sound loose object beside it does. */
Test(faults, a_flipped_bit_in_a_pack_is_healed)
{
	struct repository r;
	char id[41];
	repository_open(&r);
	cr_assert(repository_does(&r, "init", "-q", "-b", "main", "--template=", NULL));
	put(&r, 0);
	snprintf(id, sizeof id, "%.40s", repository_git(&r, "rev-parse", "HEAD:sub/draft.md", NULL));
	cr_assert(repository_does(&r, "gc", "-q", NULL));
	struct job const job = {
		.argv = {"sh", "-c",
		         "at=$(git verify-pack -v .git/objects/pack/*.idx | awk -v id=$0 '$1 == id { print $5 }') && "
		         "chmod u+w .git/objects/pack/*.pack && printf 'XX' | "
		         "dd of=$(ls .git/objects/pack/*.pack) bs=1 seek=$((at + 6)) conv=notrunc",
		         id},
		.folder = r.folder};
	done_release(&r.done);
	job_run(&r.done, &job);
	cr_assert_eq(r.done.status, 0, "%s", r.done.err.ptr);
	cr_expect_eq(driver_run(&r, "read", ".", "HEAD", "sub/draft.md", NULL), EXIT_DAMAGED);
	cr_expect(strstr(r.done.err.ptr, id), "%s", r.done.err.ptr);
	put(&r, 0);
	cr_expect_eq(r.done.status, 0, "%s", r.done.err.ptr);
	cr_expect_eq(driver_run(&r, "read", ".", "HEAD", "sub/draft.md", NULL), 0, "%s",
	             r.done.err.ptr);
	char want[200];
	text_of(0, want);
	cr_expect_str_eq(repository_git(&r, "cat-file", "blob", id, NULL), want);
	repository_close(&r);
}
