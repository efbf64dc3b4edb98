/*
 * disk.c -- see disk.h.
 *
 * A file's bytes last once the file is flushed, its name once the folder is.
 * Some file systems can't flush folders and say EINVAL; there the name lasts
 * when it lasts.
 */
#define _XOPEN_SOURCE 700

#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *disk_path(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int const len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	char *path = len >= 0 ? malloc((size_t)len + 1) : NULL;
	if (!path)
		abort();
	va_start(arguments, format);
	(void)vsnprintf(path, (size_t)len + 1, format, arguments);
	va_end(arguments);
	return path;
}

/* close, without losing errno */
static bool end(int fd, bool ok)
{
	int const error = errno;
	if (close(fd) != 0 && ok)
		return false;
	errno = error;
	return ok;
}

bool disk_flush(const char *path)
{
	int const fd = open(path, O_RDONLY | O_CLOEXEC);
	return fd >= 0 && end(fd, fsync(fd) == 0 || errno == EINVAL);
}

bool disk_flush_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return disk_flush(".");
	char *folder = disk_path("%.*s", slash == path ? 1 : (int)(slash - path), path);
	bool const ok = disk_flush(folder);
	free(folder);
	return ok;
}

bool disk_flush_up_to(const char *path, const char *top)
{
	char *at = disk_path("%s", path);
	size_t const stop = strlen(top);
	bool ok = true;
	for (char *slash; ok && (slash = strrchr(at, '/')) && (size_t)(slash - at) + 1 >= stop;) {
		*slash = '\0';
		ok = disk_flush(at);
	}
	free(at);
	return ok;
}

bool disk_write(int fd, redline_bytes bytes)
{
	while (bytes.len) {
		ssize_t const put = write(fd, bytes.ptr, bytes.len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0) {
			errno = put < 0 ? errno : ENOSPC;
			return false;
		}
		bytes.ptr += put;
		bytes.len -= (size_t)put;
	}
	return true;
}

static char *read_all(int fd, size_t size, size_t *len)
{
	size_t room = size + 1;
	char *text = malloc(room);
	*len = 0;
	while (text) {
		ssize_t const got = read(fd, text + *len, room - *len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || *len + (size_t)got > REDLINE_TEXT_MAX) {
			errno = got < 0 ? errno : EFBIG;
			free(text);
			return NULL;
		}
		*len += (size_t)got;
		if (got == 0)
			break;
		if (*len == room) { /* it grew while we read */
			char *moved = realloc(text, room *= 2);
			if (!moved)
				free(text);
			text = moved;
		}
	}
	if (text)
		text[*len] = '\0';
	return text;
}

char *disk_read(const char *path, size_t *len)
{
	struct stat st;
	int const fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	char *text = NULL;
	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0) {
		if (!S_ISREG(st.st_mode))
			errno = EINVAL;
		else if ((unsigned long long)st.st_size > REDLINE_TEXT_MAX)
			errno = EFBIG;
		else
			text = read_all(fd, (size_t)st.st_size, len);
	}
	(void)end(fd, true);
	return text;
}

static bool make(const char *path, redline_bytes bytes, mode_t mode, bool flush)
{
	int const fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (fd < 0)
		return false;
	if (end(fd, disk_write(fd, bytes) && (!flush || fsync(fd) == 0)))
		return true;
	int const error = errno;
	(void)unlink(path);
	errno = error;
	return false;
}

bool disk_make(const char *path, redline_bytes bytes, mode_t mode)
{
	if (unlink(path) != 0 && errno != ENOENT)
		return false;
	return make(path, bytes, mode, true);
}

bool disk_copy(const char *path, redline_bytes bytes)
{
	return make(path, bytes, 0666, false);
}

bool disk_make_folders(const char *path)
{
	char *at = disk_path("%s", path);
	bool ok = true;
	for (char *slash = strchr(at + 1, '/'); ok && slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		ok = mkdir(at, 0777) == 0 || errno == EEXIST || errno == EISDIR || errno == EROFS;
		*slash = '/';
	}
	int const error = errno;
	free(at);
	errno = error;
	return ok;
}
