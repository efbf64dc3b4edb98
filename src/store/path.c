/*
 * path.c -- the path in a repository of a file as a person names it.
 *
 * Links on the way are followed, as far as the file is there, for git knows
 * the work tree by its real place; what is not there yet is taken by its words.
 * A link that leads out of the work tree is itself the file, as git sees it.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "pathname.h"
#include "store.h"

/*
 * Takes "." and empty parts out of an absolute path, and ".." with the part
 * before it; in place.
 */
static void collapse(char *path)
{
	char *to = path;
	for (const char *at = path; *at;) {
		while (*at == '/')
			at++;
		size_t const len = strcspn(at, "/");
		bool const up = len == 2 && at[0] == '.' && at[1] == '.';
		if (up)
			while (to > path && *--to != '/')
				;
		else if (len && !(len == 1 && at[0] == '.')) {
			*to++ = '/';
			memmove(to, at, len);
			to += len;
		}
		at += len;
	}
	if (to == path)
		*to++ = '/';
	*to = '\0';
}

/* The real path of what exists of it, and the rest as written; from malloc or NULL. */
static char *real_path(const char *file)
{
	struct buf head = {0}, out = {0};
	char here[REDLINE_PATH_MAX];
	if (*file != '/') {
		if (!getcwd(here, sizeof here))
			return NULL;
		buf_printf(&head, "%s/", here);
	}
	buf_text(&head, file);
	buf_char(&head, '\0');
	if (head.failed)
		abort();
	size_t const all = head.len - 1;
	size_t cut = all;
	char *real = realpath(head.ptr, NULL);
	while (!real && cut) {
		while (cut && head.ptr[cut - 1] != '/')
			cut--;
		while (cut && head.ptr[cut - 1] == '/')
			cut--;
		char const was = head.ptr[cut];
		head.ptr[cut] = '\0';
		real = realpath(cut ? head.ptr : "/", NULL);
		head.ptr[cut] = was;
	}
	buf_printf(&out, "%s%.*s", real ? real : "/", (int)(all - cut), head.ptr + cut);
	buf_char(&out, '\0');
	if (out.failed)
		abort();
	free(real);
	buf_release(&head);
	collapse(out.ptr);
	return out.ptr;
}

/* The folder is real, the last part as it is named, though it may be a link. */
static char *unfollowed_path(const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;
	struct buf out = {0};
	if (!*name || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
		return NULL;
	buf_printf(&out, "%.*s", slash ? (int)(slash - file) + 1 : 1, slash ? file : ".");
	buf_char(&out, '\0');
	if (out.failed)
		abort();
	char *folder = real_path(out.ptr);
	buf_clear(&out);
	if (!folder) {
		buf_release(&out);
		return NULL;
	}
	buf_printf(&out, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
	buf_char(&out, '\0');
	if (out.failed)
		abort();
	free(folder);
	return out.ptr;
}

/* The part of an absolute path below a folder (which ends with a slash), or NULL. */
static const char *below(const char *path, const char *folder)
{
	size_t const len = strlen(folder);
	return path && strncmp(path, folder, len) == 0 && path[len] ? path + len : NULL;
}

static redline_status give(redline_path *out, const char *path, const char *file,
                           redline_trouble *why)
{
	if (strlen(path) >= sizeof out->text)
		return trouble_say(why, REDLINE_DECLINED, "the path of %.60s... is too long", file);
	const char *fault = pathname_fault(path);
	if (fault)
		return trouble_say(why, REDLINE_DECLINED, "%s: %s", file, fault);
	strcpy(out->text, path);
	return REDLINE_OK;
}

redline_status redline_store_path(const redline_store *store, const char *file,
                                  redline_path *out, redline_trouble *why)
{
	if (store->bare || !*file)
		return give(out, file, file, why);
	char *real = real_path(file), *named = NULL;
	const char *path = below(real, store->folder);
	if (!path) {
		named = unfollowed_path(file);
		path = below(named, store->folder);
	}
	redline_status const status =
	        path ? give(out, path, file, why)
	             : trouble_say(why, REDLINE_DECLINED, "%s is not in the repository at %s",
	                           file, store->folder);
	free(real);
	free(named);
	return status;
}
