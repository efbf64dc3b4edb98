/*
 * Files on the disk, for sure.
 */
#ifndef RL_STORE_DISK_H
#define RL_STORE_DISK_H

#include <stdbool.h>
#include <sys/types.h>

#include <redline/base.h>

/* Flushes a file or a folder; true if that worked or the file system has no such thing. */
bool disk_flush(const char *path);

/* Flushes the folder that a path lies in. */
bool disk_flush_folder_of(const char *path);

/*
 * Flushes the folders above a path, up to and with `top`, which it lies below:
 * for a file that may have been the first in new folders.
 */
bool disk_flush_up_to(const char *path, const char *top);

/* All of it, on EINTR too; false with errno. */
bool disk_write(int fd, redline_bytes bytes);

/*
 * The whole of a regular file, which is no link; from malloc, followed by a NUL.
 * NULL with errno (EFBIG beyond REDLINE_TEXT_MAX).
 */
char *disk_read(const char *path, size_t *len);

/* A new file of that content, flushed; one that is there is removed first. */
bool disk_make(const char *path, redline_bytes bytes, mode_t mode);

/* The same, neither flushed nor removed first. */
bool disk_copy(const char *path, redline_bytes bytes);

/* Makes the folders above a path; false with errno. */
bool disk_make_folders(const char *path);

/* printf into memory from malloc; never NULL (aborts without memory, as libgit2 would). */
#if defined(__GNUC__)
__attribute__((format(printf, 1, 2)))
#endif
char *disk_path(const char *format, ...);

#endif
