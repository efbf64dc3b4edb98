/*
 * lock.c -- see lock.h.
 *
 * What the dead holder left is known by its content: libgit2 writes the new id
 * into "<reference>.lock" and renames that over the reference.  While we hold
 * the lock no other redline has such a file, so one that holds the id of the
 * journal, or the beginning of it, is the dead holder's.  One of git's own that
 * happens to be there holds another id and is left alone.
 *
 * The journal need not be on the disk: after a power cut whatever is locked was
 * locked before this machine was started, which its clock tells.
 */
#define _DEFAULT_SOURCE 1 /* flock */

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "disk.h"

enum {
	WAIT_SECONDS = 30,
	NAP_FIRST = 500,      /* microseconds */
	NAP_LONGEST = 8000,
	EMPTY_NAP = 20000000, /* nanoseconds */
	JOURNAL_MAX = 2048,
	CLOCK_SLACK = 5,      /* seconds by which clocks may differ */
};

static int64_t clock_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec;
}

/* flock with a limit to its patience; naps differ from process to process. */
static bool wait_for(int fd)
{
	int64_t const until = clock_seconds() + WAIT_SECONDS;
	long nap = NAP_FIRST + getpid() % NAP_FIRST;
	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return false;
		if (clock_seconds() > until) {
			errno = EWOULDBLOCK;
			return false;
		}
		struct timespec const t = {0, nap * 1000};
		(void)nanosleep(&t, NULL);
		nap = nap < NAP_LONGEST ? nap + nap / 2 : NAP_LONGEST - getpid() % NAP_FIRST;
	}
	return true;
}

/* ---- what a dead holder left ---- */

/* A small file's content; false if it can't be read or is not small. */
static bool read_small(const char *path, char *out, size_t size)
{
	size_t len;
	char *text = disk_read(path, &len);
	bool const small = text && len < size;
	if (small)
		memcpy(out, text, len + 1);
	free(text);
	return small;
}

/*
 * A lock file whose content is `line`, or a beginning of it.  git, too, has an
 * empty one for a moment; what stays empty is nobody's.
 */
static void remove_if_begun(const char *path, const char *line)
{
	char held[JOURNAL_MAX];
	if (!read_small(path, held, sizeof held) || strncmp(held, line, strlen(held)) != 0)
		return;
	if (!*held) {
		struct timespec const t = {0, EMPTY_NAP};
		(void)nanosleep(&t, NULL);
		if (!read_small(path, held, sizeof held) || *held)
			return;
	}
	(void)unlink(path);
}

static char *lock_file_of(redline_store *store, const char *reference)
{
	return disk_path("%s%s.lock", store->common, reference);
}

static void clear_after(redline_store *store, char *journal)
{
	char *space = strchr(journal, ' ');
	if (!space || strncmp(journal, "refs/", 5) != 0 || strstr(journal, ".."))
		return;
	*space = '\0';
	char *path = lock_file_of(store, journal);
	remove_if_begun(path, space + 1);
	free(path);
}

/* When this machine was started, in seconds since 1970; 0 if it does not say. */
static int64_t machine_start(void)
{
	char line[256];
	long long start = 0;
	FILE *file = fopen("/proc/stat", "re");
	while (file && fgets(line, sizeof line, file))
		if (sscanf(line, "btime %lld", &start) == 1)
			break;
	if (file)
		(void)fclose(file);
	return (int64_t)start;
}

bool lock_clear_stale(redline_store *store, const char *reference)
{
	struct stat st;
	char *path = lock_file_of(store, reference);
	int64_t const start = machine_start();
	bool const dead = start && lstat(path, &st) == 0 && S_ISREG(st.st_mode) &&
	                  (int64_t)st.st_mtime + CLOCK_SLACK < start;
	bool const gone = dead && unlink(path) == 0;
	free(path);
	return gone;
}

/* ---- the lock ---- */

static redline_status refuse(redline_trouble *why, const char *path)
{
	if (errno == EWOULDBLOCK)
		return trouble_say(why, REDLINE_BUSY,
		                   "another process has been writing for %d seconds (it holds %s)",
		                   WAIT_SECONDS, path);
	return trouble_system(why, "locking the store with %s", path);
}

redline_status lock_take(struct store_lock *lock, redline_store *store, redline_trouble *why)
{
	char journal[JOURNAL_MAX];
	char *path = store_own_path(store, "lock");
	lock->fd = -1;
	if (!path)
		return trouble_system(why, "the folder %sredline", store->common);
	int const fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0 || !wait_for(fd)) {
		redline_status const status = refuse(why, path);
		if (fd >= 0)
			(void)close(fd);
		free(path);
		return status;
	}
	free(path);
	lock->fd = fd;
	ssize_t const got = pread(fd, journal, sizeof journal - 1, 0);
	if (got > 0) {
		journal[got] = '\0';
		clear_after(store, journal);
		lock_done(lock);
	}
	return REDLINE_OK;
}

void lock_release(struct store_lock *lock)
{
	if (lock->fd >= 0)
		(void)close(lock->fd);
	lock->fd = -1;
}

redline_status lock_intend(struct store_lock *lock, const char *reference, const git_oid *id,
                           redline_trouble *why)
{
	char *line = disk_path("%s %s\n", reference, git_oid_tostr_s(id));
	bool const ok = lseek(lock->fd, 0, SEEK_SET) == 0 &&
	                disk_write(lock->fd, (redline_bytes){line, strlen(line)});
	free(line);
	if (ok)
		return REDLINE_OK;
	redline_status const status = trouble_system(why, "the store's journal");
	lock_done(lock);
	return status;
}

void lock_done(struct store_lock *lock)
{
	/* a journal that stays is read by the next holder, to whom it does no harm */
	if (ftruncate(lock->fd, 0) != 0)
		errno = 0;
}
