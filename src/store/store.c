/*
 * store.c -- a store opened, made and closed.
 *
 * Opening goes upwards from a file to the repository that holds it, as git
 * does: not across file systems, not past GIT_CEILING_DIRECTORIES, and not
 * into a repository of somebody else.  A linked work tree has a git folder of
 * its own; what all work trees share lies in the common one, and our own files
 * lie there, in the folder "redline".
 */
#define _XOPEN_SOURCE 700

#include "store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "disk.h"
#include "labels.h"
#include "loose.h"
#include "object.h"

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static char *copy_text(const char *text)
{
	char *copy = strdup(text);
	if (!copy)
		abort(); /* libgit2 would not survive it either */
	return copy;
}

/* The folder to look in for a file that need not exist: the nearest that does. */
static char *nearest_folder(const char *from)
{
	char *at = copy_text(from && *from ? from : ".");
	while (!is_folder(at)) {
		char *slash = strrchr(at, '/');
		if (!slash) {
			free(at);
			return copy_text(".");
		}
		slash[slash == at] = '\0'; /* "/" stays */
	}
	return at;
}

static redline_status refuse_owner(redline_trouble *why, const char *from)
{
	git_buf path = {0};
	const char *where = from;
	git_error_clear();
	/* finding it needs no trust */
	if (git_repository_discover(&path, from, 0, getenv("GIT_CEILING_DIRECTORIES")) == 0)
		where = path.ptr;
	size_t len = strlen(where);
	if (len > 6 && strcmp(where + len - 6, "/.git/") == 0)
		len -= 6;
	(void)trouble_say(why, REDLINE_DECLINED,
	                  "the repository at %.*s belongs to somebody else; if you trust it: "
	                  "git config --global --add safe.directory '%.*s'",
	                  (int)len, where, (int)len, where);
	git_buf_dispose(&path);
	return REDLINE_DECLINED;
}

/* What libgit2 says of formats that it does not know, in words that help. */
static redline_status refuse_open(redline_trouble *why, int code, const char *from)
{
	const git_error *last = git_error_last();
	const char *message = last ? last->message : "";
	if (code == GIT_ENOTFOUND && !strstr(message, "safe.directory"))
		return trouble_say(why, REDLINE_NO_STORE,
		                   "no store in %s or above it; `redline init` makes one", from);
	if (code == GIT_EOWNER || strstr(message, "safe.directory"))
		return refuse_owner(why, from);
	if (strstr(message, "extensions.objectformat"))
		return trouble_say(why, REDLINE_DECLINED,
		                   "the repository at %s names objects by SHA-256; "
		                   "redline reads repositories that use SHA-1", from);
	if (strstr(message, "extensions.refstorage"))
		return trouble_say(why, REDLINE_DECLINED,
		                   "the repository at %s keeps its references in another format "
		                   "(reftable); `git refs migrate --ref-format=files` changes that",
		                   from);
	if (strstr(message, "unsupported extension") || strstr(message, "unsupported repository"))
		return trouble_git(why, GIT_EINVALIDSPEC, "the repository at %s", from);
	return trouble_git(why, code, "opening the repository at %s", from);
}

redline_status store_adopt(redline_store **out, git_repository *repo, redline_trouble *why)
{
	redline_store *store = calloc(1, sizeof *store);
	if (!store)
		abort();
	*out = NULL;
	store->repo = repo;
	store->bare = git_repository_is_bare(repo);
	const char *folder = store->bare ? git_repository_path(repo) : git_repository_workdir(repo);
	store->folder = copy_text(folder);
	store->common = copy_text(git_repository_commondir(repo));
	int code = git_repository_odb(&store->odb, repo);
	if (code == 0) {
		char *objects = disk_path("%sobjects", store->common);
		code = loose_guard(store->odb, objects);
		free(objects);
	}
	if (code < 0) {
		redline_status const status = trouble_git(why, code, "the objects of %s", folder);
		redline_store_free(store);
		return status;
	}
	*out = store;
	return REDLINE_OK;
}

redline_status redline_store_open(redline_store **out, const char *from, redline_trouble *why)
{
	git_repository *repo;
	char *folder = nearest_folder(from);
	*out = NULL;
	git_error_clear();
	int const code = git_repository_open_ext(&repo, folder, 0, getenv("GIT_CEILING_DIRECTORIES"));
	redline_status const status =
	        code < 0 ? refuse_open(why, code, folder) : store_adopt(out, repo, why);
	free(folder);
	return status;
}

redline_status redline_store_init(redline_store **out, const char *folder, redline_trouble *why)
{
	git_repository_init_options options;
	git_repository *repo;
	*out = NULL;
	git_error_clear();
	(void)git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
	options.flags = GIT_REPOSITORY_INIT_MKPATH | GIT_REPOSITORY_INIT_MKDIR |
	                GIT_REPOSITORY_INIT_NO_REINIT;
	options.initial_head = "main";
	int const code = git_repository_init_ext(&repo, folder, &options);
	if (code == GIT_EEXISTS)
		return trouble_say(why, REDLINE_DECLINED, "there is a store in %s already", folder);
	if (code < 0)
		return trouble_git(why, code, "making a store in %s", folder);
	return store_adopt(out, repo, why);
}

void redline_store_free(redline_store *store)
{
	if (!store)
		return;
	labels_drop(store);
	object_drop_fresh(store);
	git_odb_free(store->odb);
	git_repository_free(store->repo);
	free(store->folder);
	free(store->common);
	free(store);
}

const char *redline_store_folder(const redline_store *store)
{
	return store->folder;
}

char *store_own_path(const redline_store *store, const char *name)
{
	struct buf path = {0};
	buf_printf(&path, "%sredline", store->common);
	buf_char(&path, '\0');
	if (path.failed)
		abort();
	if (mkdir(path.ptr, 0777) != 0 && errno != EEXIST) {
		int const error = errno;
		buf_release(&path);
		errno = error;
		return NULL;
	}
	path.len--;
	buf_printf(&path, "/%s", name);
	buf_char(&path, '\0');
	if (path.failed)
		abort();
	return path.ptr;
}
