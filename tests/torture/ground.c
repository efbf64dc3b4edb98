/* ground.c -- see ground.h. */
#define _GNU_SOURCE 1 /* mount */

#include "ground.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mount.h>
#endif

bool is_long(void)
{
	const char *set = getenv("REDLINE_TORTURE");
	return set && *set;
}

int choose(int in_short, int in_long)
{
	return is_long() ? in_long : in_short;
}

void skip(const char *what, const char *why)
{
	fprintf(stderr, "skipped: %s (%s)\n", what, why);
}

const char *driver_program(void)
{
	static char path[4096];
	const char *given = getenv("REDLINE_DRIVER");
	if (!path[0] && !realpath(given ? given : "build/store-driver", path)) {
		fprintf(stderr, "no program %s\n", given ? given : "build/store-driver");
		abort();
	}
	return path;
}

/* ---- the driver ---- */

static void take_arguments(const char *argv[JOB_ARGUMENTS], va_list arguments)
{
	int n = 0;
	argv[n++] = driver_program();
	const char *argument;
	while ((argument = va_arg(arguments, const char *)) && n < JOB_ARGUMENTS - 1)
		argv[n++] = argument;
	argv[n] = NULL;
}

void driver_start(struct driver *d, struct repository *r, const char *name, ...)
{
	const char *argv[JOB_ARGUMENTS];
	va_list arguments;
	va_start(arguments, name);
	take_arguments(argv, arguments);
	va_end(arguments);
	snprintf(d->acknowledged, sizeof d->acknowledged, "%s/.git/acknowledged-%s", r->folder, name);
	d->process = fork();
	if (d->process < 0)
		abort();
	if (d->process > 0)
		return;
	int const out = open(d->acknowledged, O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (out < 0 || dup2(out, STDOUT_FILENO) < 0 || chdir(r->folder) != 0)
		_exit(126);
	execv(argv[0], (char *const *)(uintptr_t)argv);
	_exit(127);
}

int driver_wait(struct driver *d)
{
	int status;
	if (waitpid(d->process, &status, 0) != d->process)
		abort();
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int driver_run(struct repository *r, ...)
{
	struct job job = {.folder = r->folder};
	va_list arguments;
	va_start(arguments, r);
	take_arguments(job.argv, arguments);
	va_end(arguments);
	done_release(&r->done);
	job_run(&r->done, &job);
	return r->done.status;
}

/* ---- acknowledgements ---- */

void gather(struct text *ids, const char *lines)
{
	/* a line without its end was not acknowledged */
	for (const char *end; (end = strchr(lines, '\n')); lines = end + 1)
		if (end - lines == 40)
			text_add(ids, lines, 41);
}

void gather_file(struct text *ids, const char *path)
{
	struct text lines = {0};
	if (text_read(&lines, path))
		gather(ids, lines.ptr);
	text_release(&lines);
}

static int compare_ids(const void *a, const void *b)
{
	return memcmp(a, b, 40);
}

bool all_in_history(struct repository *r, const struct text *ids)
{
	char *known = (char *)(uintptr_t)repository_git(r, "rev-list", "--all", NULL);
	size_t const count = r->done.out.len / 41;
	unsigned missing = 0;
	qsort(known, count, 41, compare_ids);
	for (size_t at = 0; at + 41 <= ids->len; at += 41)
		if (!bsearch(ids->ptr + at, known, count, 41, compare_ids) && ++missing < 5)
			fprintf(stderr, "acknowledged and lost: %.40s\n", ids->ptr + at);
	return r->done.status == 0 && missing == 0;
}

unsigned count_lines(const char *text)
{
	unsigned lines = 0;
	for (; text && *text; text++)
		lines += *text == '\n';
	return lines;
}

/* ---- the ground ---- */

void ground_open(struct repository *r)
{
	repository_open(r);
	if (!repository_does(r, "init", "-q", "-b", "main", "--template=", NULL) ||
	    driver_run(r, "save", ".", "first.md", "1", "Chair", NULL) != 0) {
		fprintf(stderr, "%s", r->done.err.ptr);
		abort();
	}
}

static bool has_locks(struct repository *r)
{
	/* half a pack is no lock: it is in nobody's way, and is removed in time */
	struct job const job = {
		.argv = {"find", ".git", "-name", "*.lock", "-not", "-path", "*/objects/*"},
		.folder = r->folder};
	done_release(&r->done);
	job_run(&r->done, &job);
	if (r->done.out.len)
		fprintf(stderr, "left behind: %s", r->done.out.ptr);
	return r->done.out.len > 0;
}

bool is_free(struct repository *r)
{
	static unsigned turn;
	char name[32];
	snprintf(name, sizeof name, "free-%u", turn++);
	if (driver_run(r, "save", ".", "free.md", "1", name, NULL) != 0) {
		fprintf(stderr, "stuck: %s", r->done.err.ptr);
		return false;
	}
	return !has_locks(r);
}

void pause_for(long microseconds)
{
	struct timespec const t = {microseconds / 1000000, microseconds % 1000000 * 1000};
	(void)nanosleep(&t, NULL);
}

unsigned chance(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16 & 32767;
}

/* ---- file systems ---- */

#if defined(__linux__)
bool mount_small(const char *folder, long bytes)
{
	char options[64];
	snprintf(options, sizeof options, "size=%ld", bytes);
	return mount("redline-test", folder, "tmpfs", 0, options) == 0;
}

bool mount_read_only(const char *folder)
{
	return mount("redline-test", folder, "tmpfs", MS_REMOUNT | MS_RDONLY, "") == 0;
}

void unmount(const char *folder)
{
	(void)umount2(folder, MNT_DETACH);
}
#else
bool mount_small(const char *folder, long bytes)
{
	(void)folder, (void)bytes;
	errno = ENOSYS;
	return false;
}

bool mount_read_only(const char *folder)
{
	return mount_small(folder, 0);
}

void unmount(const char *folder)
{
	(void)folder;
}
#endif
