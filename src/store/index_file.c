/*
 * index_file.c -- indexes as files.  See index_file.h and index.h.
 *
 * A file is named by a hash of the path, with a digit behind.  It is written with the
 * lock "redline/index/lock" held: what is new goes behind what is there, the slot
 * last; or all of it into a new file, which then takes the place of the old one.  A
 * file is never cut where somebody may have mapped it.  Nothing is flushed: what a
 * power cut leaves half-written is noticed by its checksums.
 *
 * Who reads takes no lock.  A slot that is just being written can't be told from a
 * damaged one; so before a file is called damaged it is read again with the lock
 * shared.
 */
#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE /* flock */

#include "index_file.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "base/buf.h"
#include "base/bytes.h"

enum { DIGIT_AFTER = 17 }; /* 16 hex digits and a hyphen */

static char *name_in(const redline_store *store, const char *name)
{
	struct buf b = {0};
	buf_printf(&b, "%sredline/index/%s", store->common, name);
	buf_char(&b, '\0');
	if (b.failed)
		buf_release(&b);
	return b.ptr;
}

char *index_file_name(const redline_store *store, const char *path, uint32_t number)
{
	char name[32];
	(void)snprintf(name, sizeof name, "%016" PRIx64 "-%u",
	               (uint64_t)XXH3_64bits(path, strlen(path)), (unsigned)number);
	return name_in(store, name);
}

/* ---- the lock ---- */

static bool make_folder(const redline_store *store)
{
	char *folder = store_own_path(store, "index");
	bool const ok = folder && (mkdir(folder, 0777) == 0 || errno == EEXIST);
	free(folder);
	return ok;
}

/* A descriptor that holds it, or -1. */
static int lock(const redline_store *store, int how)
{
	char *name = name_in(store, "lock");
	int const flags = how == LOCK_SH ? O_RDONLY : O_RDWR | O_CREAT;
	int const fd = name ? open(name, flags | O_CLOEXEC | O_NOFOLLOW, 0666) : -1;
	free(name);
	while (fd >= 0 && flock(fd, how) != 0) {
		if (errno == EINTR)
			continue;
		close(fd);
		return -1;
	}
	return fd;
}

static void unlock(int fd)
{
	if (fd >= 0)
		close(fd);
}

/* ---- reading ---- */

static bool map_file(struct index_file *out, const char *name)
{
	struct stat st;
	int const fd = open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (fd < 0)
		return false;
	out->map = MAP_FAILED;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
		out->map_size = (size_t)st.st_size;
		out->map = mmap(NULL, out->map_size, PROT_READ, MAP_SHARED, fd, 0);
	}
	close(fd);
	return out->map != MAP_FAILED;
}

static bool read_file(struct index_file *out, const char *name, const char *path,
                      uint32_t number, uint32_t lineage)
{
	*out = (struct index_file){.number = number};
	if (!map_file(out, name))
		return false;
	if (image_read(&out->image, out->map, out->map_size, lineage, bytes_of(path))) {
		out->slot = out->image.slot;
		return true;
	}
	munmap(out->map, out->map_size);
	return false;
}

bool index_file_open(struct index_file *out, const redline_store *store, const char *path,
                     uint32_t number, uint32_t lineage)
{
	char *name = index_file_name(store, path, number);
	bool ok = name && read_file(out, name, path, number, lineage);
	if (!ok && name && access(name, R_OK) == 0) {
		int const fd = lock(store, LOCK_SH);
		ok = fd >= 0 && read_file(out, name, path, number, lineage);
		unlock(fd);
	}
	free(name);
	return ok;
}

void index_file_close(struct index_file *file)
{
	image_release(&file->image);
	if (file->map)
		munmap(file->map, file->map_size);
	*file = (struct index_file){0};
}

/* ---- writing ---- */

static bool write_all(int fd, const void *bytes, size_t length, off_t at)
{
	const char *p = bytes;
	while (length) {
		ssize_t const put = pwrite(fd, p, length, at);
		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		p += put;
		at += put;
		length -= (size_t)put;
	}
	return true;
}

static bool write_slot(int fd, const struct index_slot *slot)
{
	return write_all(fd, slot, sizeof *slot, offsetof(struct index_header, slot));
}

static bool write_chunks(int fd, const struct index_image *im)
{
	for (size_t i = 0; i < im->chunks.len; i++) {
		const struct index_chunk *c = &im->chunks.at[i];
		if (!write_all(fd, c->bytes, c->length, (off_t)c->begin))
			return false;
	}
	return true;
}

/* Is the file still the one that was read, and covers what it did? */
static bool is_still(int fd, const struct index_file *was)
{
	struct index_header h;
	return pread(fd, &h, sizeof h, 0) == (ssize_t)sizeof h &&
	       !memcmp(&h, was->map, offsetof(struct index_header, slot)) &&
	       !memcmp(&h.slot, &was->slot, sizeof h.slot);
}

void index_file_extend(const redline_store *store, const char *path,
                       const struct index_file *was, const struct index_image *im)
{
	char *name = index_file_name(store, path, was->number);
	int const locked = name ? lock(store, LOCK_EX) : -1;
	int const fd = locked >= 0 ? open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW) : -1;
	off_t const length = (off_t)im->slot.length * INDEX_UNIT;
	struct stat st;
	if (fd >= 0 && is_still(fd, was) && write_chunks(fd, im) && fstat(fd, &st) == 0 &&
	    /* Behind what a slot ever covered only a writer that died can have left some. */
	    (st.st_size <= length || ftruncate(fd, length) == 0))
		(void)write_slot(fd, &im->slot);
	if (fd >= 0)
		close(fd);
	unlock(locked);
	free(name);
}

static bool write_new(const char *name, const struct index_image *im)
{
	int const fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0)
		return false;
	bool const ok = write_all(fd, im->map, im->map_length, 0) && write_chunks(fd, im) &&
	                write_slot(fd, &im->slot);
	return close(fd) == 0 && ok;
}

static uint32_t choose(const redline_store *store, const char *path,
                       const struct index_image *im, uint32_t lineage)
{
	uint32_t useless = INDEX_FILES, oldest = 0;
	time_t written = 0;
	for (uint32_t i = 0; i < INDEX_FILES; i++) {
		struct index_file file;
		struct stat st;
		char *name = index_file_name(store, path, i);
		bool const good = name && stat(name, &st) == 0 &&
		                  read_file(&file, name, path, i, lineage);
		free(name);
		if (!good) {
			useless = useless == INDEX_FILES ? i : useless;
			continue;
		}
		bool const same = !memcmp(file.image.slot.tip, im->slot.tip, INDEX_ID);
		index_file_close(&file);
		if (same)
			return i;
		if (!i || st.st_mtime < written) {
			oldest = i;
			written = st.st_mtime;
		}
	}
	return useless < INDEX_FILES ? useless : oldest;
}

void index_file_replace(const redline_store *store, const char *path, uint32_t number,
                        const struct index_image *im, uint32_t lineage)
{
	int const locked = make_folder(store) ? lock(store, LOCK_EX) : -1;
	if (locked >= 0 && number >= INDEX_FILES)
		number = choose(store, path, im, lineage);
	char *name = locked >= 0 ? index_file_name(store, path, number) : NULL;
	char *fresh = name ? name_in(store, "new") : NULL;
	if (fresh && (!write_new(fresh, im) || rename(fresh, name) != 0))
		(void)unlink(fresh);
	free(fresh);
	free(name);
	unlock(locked);
}
