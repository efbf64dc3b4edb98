/*
 * file.c -- files in, whole; files out, whole or not at all.
 *
 * Input is read with read(2) into memory of its own: a mapped file may shrink
 * under the reader.  Output goes to a temporary file in the target's folder,
 * which is flushed to the disk, given the target's mode, renamed over it, and
 * the folder flushed too.  A link is followed, so the file it names is what is
 * replaced.  What is no regular file (a device, a pipe) is written directly.
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1 /* madvise */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

enum { READ_FIRST = 64 * 1024, LINKS_MAX = 40, BIG_PAGE = 2 * 1024 * 1024 };

/* ---- in ---- */

static const char *shown_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

/* How much room to begin with: the file's size and one, so that its end is seen. */
static size_t first_room(int fd)
{
	struct stat st;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < READ_FIRST)
		return READ_FIRST;
	return (size_t)st.st_size < REDLINE_TEXT_MAX ? (size_t)st.st_size + 1 : REDLINE_TEXT_MAX + 1;
}

/*
 * Room for a text; for a big one in big pages, where the system has them: most
 * of the time of reading it goes into giving it pages.  The last is a big one if
 * half of it is used.
 */
static char *make_room(size_t size)
{
#ifdef MADV_HUGEPAGE
	void *room;
	size_t const big = (size + BIG_PAGE / 2) / BIG_PAGE * BIG_PAGE;
	if (big && posix_memalign(&room, BIG_PAGE, big > size ? big : size) == 0) {
		(void)madvise(room, big, MADV_HUGEPAGE);
		return room;
	}
#endif
	return malloc(size);
}

/* Reads to the end, or one byte past what a text may be; an errno, or 0. */
static int read_all(int fd, char **out, size_t *len)
{
	size_t room = first_room(fd), used = 0;
	char *text = make_room(room);
	while (text && used <= REDLINE_TEXT_MAX) {
		if (used == room) {
			char *moved = realloc(text, room *= 2);
			if (!moved)
				free(text);
			text = moved;
			continue;
		}
		ssize_t const got = read(fd, text + used, room - used);
		if (got == 0)
			break;
		if (got < 0 && errno != EINTR) {
			int const error = errno;
			free(text);
			return error;
		}
		used += got > 0 ? (size_t)got : 0;
	}
	*out = text;
	*len = used;
	return text ? 0 : ENOMEM;
}

bool file_read(struct file *out, const char *path)
{
	bool const is_input = strcmp(path, "-") == 0;
	*out = (struct file){.name = shown_name(path)};
	int const fd = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	char *text = NULL;
	int const error = fd < 0 ? errno : read_all(fd, &text, &out->text.len);
	if (fd >= 0 && !is_input)
		(void)close(fd);
	if (error) {
		say(out->name, strerror(error));
		return false;
	}
	out->text.ptr = text;
	return true;
}

bool file_is_same(const char *a, const char *b)
{
	struct stat st_a, st_b;
	return stat(a, &st_a) == 0 && stat(b, &st_b) == 0 && st_a.st_dev == st_b.st_dev &&
	       st_a.st_ino == st_b.st_ino;
}

void file_release(struct file *file)
{
	free((char *)(uintptr_t)file->text.ptr);
	free(file->own_name);
	file->own_name = NULL;
	file->text = (redline_bytes){NULL, 0};
}

int file_refuse(const struct file *file, redline_status status, redline_text_fault fault)
{
	char what[200];
	if (status != REDLINE_NOT_UTF8 && status != REDLINE_NOT_TEXT)
		return say_status(file->name, status);
	size_t line = 1;
	for (size_t at = 0; at < fault.offset && at < file->text.len; at++)
		line += file->text.ptr[at] == '\n';
	const char *fact = fault.what ? fault.what : "no text";
	bool const is_wide = strncmp(fact, "UTF", 3) == 0;
	bool const is_bad = status == REDLINE_NOT_UTF8;
	(void)snprintf(what, sizeof what, "byte %zu (line %zu): %s%s; %s", fault.offset + 1, line,
	               is_wide ? "this is " : "", fact,
	               is_wide || is_bad ? "save it as UTF-8" : "this is no text file");
	say(file->name, what);
	return TROUBLE;
}

/* ---- out ---- */

/* What a link names, seen from the link's own folder; NULL with errno. */
static char *read_link(const char *path)
{
	char to[4096];
	ssize_t const len = readlink(path, to, sizeof to - 1);
	if (len < 0)
		return NULL;
	to[len] = '\0';
	const char *slash = strrchr(path, '/');
	size_t const folder = to[0] == '/' || !slash ? 0 : (size_t)(slash - path) + 1;
	char *out = malloc(folder + (size_t)len + 1);
	if (out) {
		memcpy(out, path, folder);
		memcpy(out + folder, to, (size_t)len + 1);
	}
	return out;
}

/* The file behind any links, which need not exist; NULL with errno. */
static char *resolve(const char *path)
{
	char *at = strdup(path);
	for (int i = 0; at && i < LINKS_MAX; i++) {
		struct stat st;
		if (lstat(at, &st) != 0 || !S_ISLNK(st.st_mode))
			return at;
		char *next = read_link(at);
		free(at);
		at = next;
	}
	if (at)
		errno = ELOOP;
	free(at);
	return NULL;
}

static char *temporary_beside(const char *path)
{
	static const char ending[] = ".redline-XXXXXX";
	const char *slash = strrchr(path, '/');
	size_t const folder = slash ? (size_t)(slash - path) + 1 : 0;
	char *out = malloc(folder + sizeof ending);
	if (out) {
		memcpy(out, path, folder);
		memcpy(out + folder, ending, sizeof ending);
	}
	return out;
}

static mode_t mode_for(const struct stat *existing)
{
	if (existing)
		return existing->st_mode & 07777;
	mode_t const mask = umask(0);
	(void)umask(mask);
	return 0666 & ~mask;
}

static void give_up(struct target *t)
{
	if (t->fd >= 0)
		(void)close(t->fd);
	if (t->temporary)
		(void)unlink(t->temporary);
	free(t->temporary);
	free(t->path);
	*t = (struct target){.name = t->name, .fd = -1};
}

static bool open_temporary(struct target *t, const struct stat *existing)
{
	t->temporary = temporary_beside(t->path);
	if (!t->temporary)
		return false;
	t->fd = mkstemp(t->temporary);
	if (t->fd >= 0)
		return fchmod(t->fd, mode_for(existing)) == 0;
	free(t->temporary); /* there is no such file to remove */
	t->temporary = NULL;
	return false;
}

bool target_open(struct target *t, const char *path)
{
	struct stat st;
	*t = (struct target){.name = path, .fd = -1};
	bool const exists = stat(path, &st) == 0;
	bool ok = false;
	if (exists && S_ISDIR(st.st_mode))
		errno = EISDIR;
	else if (exists && !S_ISREG(st.st_mode))
		ok = (t->fd = open(path, O_WRONLY | O_CLOEXEC)) >= 0;
	else if (!exists || access(path, W_OK) == 0)
		ok = (t->path = resolve(path)) && open_temporary(t, exists ? &st : NULL);
	if (ok)
		return true;
	int const error = errno;
	give_up(t);
	say(path, strerror(error));
	return false;
}

bool target_sink(void *target, const char *ptr, size_t len)
{
	struct target *t = target;
	while (len) {
		ssize_t const put = write(t->fd, ptr, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			t->error = put < 0 ? errno : ENOSPC;
			return false;
		}
		ptr += put;
		len -= (size_t)put;
	}
	return true;
}

/* A new name in a folder lasts once the folder is on the disk. */
static bool sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strdup(path) : strdup(".");
	if (!folder)
		return false;
	if (slash)
		folder[slash - path + (slash == path)] = '\0';
	int const fd = open(folder, O_RDONLY | O_CLOEXEC);
	free(folder);
	/* a folder that can't be read, or is on some file systems, can't be flushed;
	   the file is in its place all the same */
	if (fd < 0)
		return true;
	bool const ok = fsync(fd) == 0 || errno == EINVAL;
	int const error = errno;
	(void)close(fd);
	errno = error;
	return ok;
}

static bool finish(struct target *t)
{
	if (t->temporary && fsync(t->fd) != 0)
		return false;
	int const fd = t->fd;
	t->fd = -1;
	if (close(fd) != 0)
		return false;
	if (!t->temporary)
		return true;
	if (rename(t->temporary, t->path) != 0)
		return false;
	free(t->temporary);
	t->temporary = NULL;
	return sync_folder(t->path);
}

bool target_commit(struct target *t)
{
	bool const ok = finish(t);
	int const error = errno;
	if (!ok)
		say(t->name, strerror(error));
	give_up(t);
	return ok;
}

void target_abandon(struct target *t)
{
	give_up(t);
}
