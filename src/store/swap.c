/*
 * swap.c -- see swap.h.
 *
 * The common case, a reference that has a file of its own, is done here, as git
 * does it: the lock file is made, the old value compared under it, the new one
 * written into it and flushed, the log added to, the lock renamed over the
 * reference and the folder flushed.  libgit2 does the same, and also flushes two
 * logs and their folders: four flushes of thirteen, for what nothing rests on.
 * It does what is rare: a reference that is new, or packed.
 */
#define _XOPEN_SOURCE 700

#include "swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bytes.h"
#include "disk.h"

static int system_fault(const char *what)
{
	char message[512];
	(void)snprintf(message, sizeof message, "%.300s: %s", what, strerror(errno));
	git_error_set_str(GIT_ERROR_OS, message);
	return GIT_ERROR;
}

/* ---- the log ---- */

static void write_line(struct buf *out, const git_oid *old, const git_oid *to,
                       const struct signer *who, const char *account)
{
	buf_printf(out, "%s ", git_oid_tostr_s(old));
	buf_printf(out, "%s ", git_oid_tostr_s(to));
	signer_write(out, who);
	buf_char(out, '\t');
	for (const char *c = account; *c; c++)
		buf_char(out, (unsigned char)*c < 0x20 ? ' ' : *c);
	buf_char(out, '\n');
	if (out->failed)
		abort();
}

/* A log that is not there is one that nobody wants. */
static bool add_to_log(const char *folder, const char *name, redline_bytes line)
{
	char *path = disk_path("%slogs/%s", folder, name);
	int const fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
	bool ok = fd >= 0 ? disk_write(fd, line) : errno == ENOENT || errno == ENOTDIR;
	if (fd >= 0 && close(fd) != 0)
		ok = false;
	free(path);
	return ok;
}

static bool is_head(redline_store *store, const char *reference)
{
	git_reference *head;
	if (git_reference_lookup(&head, store->repo, "HEAD") < 0) {
		git_error_clear();
		return false;
	}
	const char *target = git_reference_symbolic_target(head);
	bool const is = target && strcmp(target, reference) == 0;
	git_reference_free(head);
	return is;
}

static bool add_to_logs(redline_store *store, const char *reference, const git_oid *old,
                        const git_oid *to, const struct signer *who, const char *account)
{
	struct buf line = {0};
	write_line(&line, old, to, who, account);
	bool ok = add_to_log(store->common, reference, buf_view(&line));
	if (ok && is_head(store, reference))
		ok = add_to_log(git_repository_path(store->repo), "HEAD", buf_view(&line));
	buf_release(&line);
	return ok;
}

/* ---- a reference with a file of its own ---- */

/* Compares, and writes the lock; the reference has not been touched after that. */
static int fill_lock(redline_store *store, int fd, const char *reference, const git_oid *old,
                     const git_oid *to, mode_t mode)
{
	char line[GIT_OID_HEXSZ + 2];
	git_oid now;
	int const code = git_reference_name_to_id(&now, store->repo, reference);
	if (code < 0)
		return code == GIT_ENOTFOUND ? GIT_EMODIFIED : code;
	if (!git_oid_equal(&now, old))
		return GIT_EMODIFIED;
	(void)snprintf(line, sizeof line, "%s\n", git_oid_tostr_s(to));
	bool const ok = disk_write(fd, (redline_bytes){line, GIT_OID_HEXSZ + 1}) &&
	                fchmod(fd, mode & 07777) == 0 && fsync(fd) == 0;
	return ok ? 0 : system_fault("writing the lock of the reference");
}

static int swap_file(redline_store *store, const char *path, mode_t mode, const char *reference,
                     const git_oid *old, const git_oid *to, const struct signer *who,
                     const char *account)
{
	char *lock = disk_path("%s.lock", path);
	int const fd = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	int code = 0;
	if (fd < 0) {
		code = errno == EEXIST ? GIT_ELOCKED : system_fault(lock);
		free(lock);
		return code;
	}
	code = fill_lock(store, fd, reference, old, to, mode);
	if (close(fd) != 0 && code == 0)
		code = system_fault(lock);
	if (code == 0 && account && !add_to_logs(store, reference, old, to, who, account))
		code = system_fault("the log of the reference");
	if (code == 0 && rename(lock, path) != 0)
		code = system_fault(path);
	if (code < 0)
		(void)unlink(lock);
	else if (!disk_flush_folder_of(path))
		code = system_fault("flushing the folder of the reference");
	free(lock);
	return code;
}

/* ---- any reference ---- */

int swap_reference(redline_store *store, const char *reference, const git_oid *old,
                   const git_oid *to, const struct signer *who, const char *account)
{
	static const git_oid none;
	git_reference *ref = NULL;
	struct stat st;
	char *path = disk_path("%s%s", store->common, reference);
	bool const has_file = old && lstat(path, &st) == 0 && S_ISREG(st.st_mode);
	git_error_clear();
	int const code =
	        has_file ? swap_file(store, path, st.st_mode, reference, old, to, who, account)
	                 : git_reference_create_matching(&ref, store->repo, reference, to, 1,
	                                                 old ? old : &none, account);
	git_reference_free(ref);
	free(path);
	return code;
}
