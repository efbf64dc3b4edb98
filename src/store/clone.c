/*
 * clone.c -- a store copied: see redline_store_clone.
 *
 * All is made in a folder beside the one asked for, and renamed in the end, so that
 * what stands there is whole.  If something fails the folder is removed; a process
 * that is killed leaves it, under a name that says what it is.
 */
#define _XOPEN_SOURCE 700

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bring.h"
#include "disk.h"
#include "peer.h"
#include "shared.h"

struct clone {
	const redline_sharing *sharing;
	redline_trouble *why;
	char *folder, *making;   /* as asked for; the one beside it */
	redline_store *store;
	struct peer peer;
	char branch[BRANCH_NAME_MAX]; /* to be checked out; empty: theirs is empty */
	git_oid tip;
};

/* ---- folders ---- */

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st, (void)kind, (void)at;
	return remove(path);
}

static void remove_all(const char *folder)
{
	enum { FOLDERS_OPEN = 16 };
	(void)nftw(folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}

/* Not there, or empty; *was says which. */
static redline_status check_folder(const char *folder, redline_trouble *why)
{
	struct stat st;
	if (lstat(folder, &st) != 0)
		return errno == ENOENT ? REDLINE_OK : trouble_system(why, "%s", folder);
	if (!S_ISDIR(st.st_mode))
		return trouble_say(why, REDLINE_DECLINED, "%s is there already", folder);
	if (rmdir(folder) != 0)
		return errno == ENOTEMPTY || errno == EEXIST
		               ? trouble_say(why, REDLINE_DECLINED, "%s is there and not empty", folder)
		               : trouble_system(why, "%s", folder);
	return mkdir(folder, st.st_mode & 07777) == 0 ? REDLINE_OK : trouble_system(why, "%s", folder);
}

static redline_status make_folder(struct clone *c, const char *folder)
{
	size_t len = strlen(folder);
	while (len > 1 && folder[len - 1] == '/')
		len--;
	c->folder = disk_path("%.*s", (int)len, folder);
	redline_status const status = check_folder(c->folder, c->why);
	if (status)
		return status;
	if (!disk_make_folders(c->folder))
		return trouble_system(c->why, "the folder above %s", c->folder);
	c->making = disk_path("%s.redline-clone-XXXXXX", c->folder);
	if (mkdtemp(c->making))
		return REDLINE_OK;
	free(c->making);
	c->making = NULL;
	return trouble_system(c->why, "a folder beside %s", c->folder);
}

/* mkdtemp's folder is for nobody else; the one asked for is as others are. */
static redline_status settle(struct clone *c)
{
	mode_t const mask = umask(0);
	(void)umask(mask);
	redline_store_free(c->store);
	c->store = NULL;
	if (chmod(c->making, 0777 & ~mask) == 0 && rename(c->making, c->folder) == 0 &&
	    disk_flush_folder_of(c->folder))
		return REDLINE_OK;
	return trouble_system(c->why, "%s", c->folder);
}

/* ---- fetching ---- */

static redline_status fetch(struct clone *c)
{
	git_fetch_options options;
	git_strarray const configured = {NULL, 0};
	(void)git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
	options.callbacks = c->peer.callbacks;
	options.proxy_opts = c->peer.proxy;
	options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_ALL;
	int code = git_remote_download(c->peer.remote, &configured, &options);
	if (code == 0)
		code = git_remote_update_tips(c->peer.remote, &c->peer.callbacks, 0,
		                              options.download_tags, "clone");
	return code < 0 ? exchange_judge(&c->peer.exchange, code, c->peer.shown, c->why)
	                : REDLINE_OK;
}

static bool try_branch(struct clone *c, const char *reference)
{
	size_t const len = strlen(reference);
	if (len >= sizeof c->branch || strncmp(reference, "refs/heads/", 11) != 0 ||
	    !peer_reference(&c->peer, reference, &c->tip))
		return false;
	memcpy(c->branch, reference, len + 1);
	return true;
}

/* Where HEAD names no branch that is there: main, or the only one. */
static void guess_branch(struct clone *c)
{
	const git_remote_head **heads;
	const char *only = NULL;
	size_t count, branches = 0;
	if (try_branch(c, "refs/heads/main") ||
	    git_remote_ls(&heads, &count, c->peer.remote) < 0)
		return;
	for (size_t i = 0; i < count; i++) {
		bool const is = strncmp(heads[i]->name, "refs/heads/", 11) == 0;
		only = is ? heads[i]->name : only;
		branches += is;
	}
	if (branches == 1)
		(void)try_branch(c, only);
}

/* The branch asked for, or the one that their HEAD names. */
static redline_status choose_branch(struct clone *c)
{
	git_buf name = {0};
	char *asked = c->sharing->branch ? disk_path("refs/heads/%s", c->sharing->branch) : NULL;
	bool const found = asked ? try_branch(c, asked)
	                         : git_remote_default_branch(&name, c->peer.remote) == 0 &&
	                                   try_branch(c, name.ptr);
	free(asked);
	git_buf_dispose(&name);
	git_error_clear();
	if (!found && c->sharing->branch)
		return trouble_say(c->why, REDLINE_NOT_FOUND, "there is no branch %s at %s",
		                   c->sharing->branch, c->peer.shown);
	if (!found)
		guess_branch(c);
	return REDLINE_OK;
}

/* ---- the branch, and what is checked out ---- */

static int set_branch(struct clone *c)
{
	git_repository *repo = c->store->repo;
	git_reference *ref = NULL, *head = NULL, *remote_head = NULL;
	char *upstream = disk_path("origin/%s", c->branch + 11);
	char *theirs = disk_path("refs/remotes/%s", upstream);
	int code = git_reference_create(&ref, repo, c->branch, &c->tip, 0, "clone");
	if (code == 0)
		code = git_reference_symbolic_create(&head, repo, "HEAD", c->branch, 1, "clone");
	if (code == 0)
		code = git_branch_set_upstream(ref, upstream);
	if (code == 0 && !c->sharing->branch)
		code = git_reference_symbolic_create(&remote_head, repo, "refs/remotes/origin/HEAD",
		                                     theirs, 1, "clone");
	git_reference_free(ref);
	git_reference_free(head);
	git_reference_free(remote_head);
	free(upstream);
	free(theirs);
	return code;
}

struct survey {
	const char *fault;
	char path[REDLINE_PATH_MAX];
	bool links;
};

static int survey_entry(const char *folder, const git_tree_entry *entry, void *payload)
{
	struct survey *s = payload;
	git_filemode_t const mode = git_tree_entry_filemode(entry);
	int const len = snprintf(s->path, sizeof s->path, "%s%s", folder, git_tree_entry_name(entry));
	s->fault = len < 0 || (size_t)len >= sizeof s->path ? "the path is too long"
	                                                    : bring_fault(s->path, mode);
	s->links |= mode == GIT_FILEMODE_LINK;
	return s->fault ? -1 : 0;
}

/* Every name is looked at before anything is written; no link is ever made. */
static redline_status survey(struct clone *c, git_tree *tree)
{
	struct survey s = {.fault = NULL};
	git_config *config = NULL;
	int code = git_tree_walk(tree, GIT_TREEWALK_PRE, survey_entry, &s);
	if (s.fault)
		return trouble_say(c->why, REDLINE_DECLINED, "%s holds %s, which is not brought here: %s",
		                   c->peer.shown, s.path, s.fault);
	if (code == 0 && s.links)
		code = git_repository_config(&config, c->store->repo);
	if (code == 0 && s.links)
		code = git_config_set_bool(config, "core.symlinks", 0);
	git_config_free(config);
	return code < 0 ? trouble_git(c->why, code, "the files of %s", c->peer.shown) : REDLINE_OK;
}

static redline_status check_out(struct clone *c)
{
	git_checkout_options options;
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	redline_status status = store_commit(c->store, &c->tip, &commit, c->why);
	if (!status)
		status = store_tree(c->store, git_commit_tree_id(commit), "the last revision", &tree,
		                    c->why);
	if (!status)
		status = survey(c, tree);
	(void)git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
	options.checkout_strategy = GIT_CHECKOUT_FORCE | GIT_CHECKOUT_RECREATE_MISSING;
	git_error_clear();
	int const code =
	        status ? 0 : git_checkout_tree(c->store->repo, (git_object *)tree, &options);
	if (code < 0)
		status = trouble_git(c->why, code, "writing the files");
	git_tree_free(tree);
	git_commit_free(commit);
	return status;
}

/* ---- the whole ---- */

static redline_status copy(struct clone *c, struct address *address)
{
	redline_status status = redline_store_init(&c->store, c->making, c->why);
	if (!status)
		status = peer_origin(&c->peer, c->store, address, c->sharing, c->why);
	if (!status)
		status = peer_connect(&c->peer, GIT_DIRECTION_FETCH, c->why);
	if (!status)
		status = choose_branch(c);
	if (!status)
		status = fetch(c);
	(void)(c->peer.remote ? git_remote_disconnect(c->peer.remote) : 0);
	int const code = status || !c->branch[0] ? 0 : set_branch(c);
	if (code < 0)
		status = trouble_git(c->why, code, "the branch %s", c->branch);
	if (!status && c->branch[0])
		status = check_out(c);
	if (c->peer.store)
		peer_release(&c->peer);
	return status;
}

redline_status redline_store_clone(redline_store **out, const char *address, const char *folder,
                                   const redline_sharing *sharing, redline_trouble *why)
{
	struct clone c = {.sharing = sharing, .why = why};
	struct address from;
	*out = NULL;
	redline_status status = address_read(&from, address, ".", why);
	if (!status)
		status = make_folder(&c, folder);
	if (!status)
		status = copy(&c, &from);
	if (!status)
		status = settle(&c);
	redline_store_free(c.store);
	if (status && c.making)
		remove_all(c.making);
	if (!status)
		status = redline_store_open(out, c.folder, why);
	address_release(&from);
	free(c.folder);
	free(c.making);
	return status;
}
