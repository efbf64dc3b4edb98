/*
 * bring.c -- see bring.h.
 *
 * Links are not made: where the repository says that there are none
 * (core.symlinks), the text of one is a plain file, as with git; else a change of a
 * link is left to git.  Submodules change in git's index only, as with git.
 */
#define _XOPEN_SOURCE 700

#include "bring.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "pathname.h"

const char *bring_fault(const char *path, git_filemode_t mode)
{
	const char *name = strrchr(path, '/');
	bool const modules = strcmp(name ? name + 1 : path, ".gitmodules") == 0;
	if (!modules || !store_is_file(mode))
		return pathname_fault(path);
	if (!name)
		return NULL;
	char *folder = strdup(path);
	if (!folder)
		abort();
	folder[name - path] = '\0';
	const char *fault = pathname_fault(folder);
	free(folder);
	return fault;
}

static bool has_links(redline_store *store)
{
	git_config *config = NULL;
	int links = 1;
	if (git_repository_config_snapshot(&config, store->repo) == 0 &&
	    git_config_get_bool(&links, config, "core.symlinks") < 0)
		links = 1;
	git_config_free(config);
	git_error_clear();
	return links;
}

/* The bytes as they are to stand in the work tree; from malloc. */
static redline_status text_for(redline_store *store, const char *path,
                               const struct store_entry *entry, struct buf *out,
                               redline_trouble *why)
{
	git_filter_list *filters = NULL;
	git_buf converted = {0};
	char *text;
	size_t len;
	redline_status const status = store_blob(store, &entry->id, path, &text, &len, why);
	if (status)
		return status;
	int code = git_filter_list_load(&filters, store->repo, NULL, path, GIT_FILTER_TO_WORKTREE,
	                                GIT_FILTER_DEFAULT);
	if (code == 0 && filters)
		code = git_filter_list_apply_to_buffer(&converted, filters, text, len);
	if (code == 0 && filters)
		buf_add(out, converted.ptr, converted.size);
	else
		buf_add(out, text, len);
	git_filter_list_free(filters);
	git_buf_dispose(&converted);
	free(text);
	if (out->failed)
		abort();
	return code < 0 ? trouble_git(why, code, "converting %s", path) : REDLINE_OK;
}

static bool is_link(git_filemode_t mode)
{
	return mode == GIT_FILEMODE_LINK;
}

static redline_status check(const struct new_file *it, bool links, redline_trouble *why)
{
	const char *fault = it->now.mode ? bring_fault(it->path, it->now.mode) : NULL;
	if (fault)
		return trouble_say(why, REDLINE_DECLINED, "%s is not brought here: %s", it->path, fault);
	if (links && (is_link(it->now.mode) || is_link(it->old.mode)))
		return trouble_say(why, REDLINE_DECLINED,
		                   "%s is a link, which redline does not touch; `git pull` does",
		                   it->path);
	return REDLINE_OK;
}

static redline_status bring_one(struct follow *follow, redline_store *store,
                                const struct new_file *it, redline_trouble *why)
{
	struct buf text = {0};
	bool const is_submodule = it->now.mode == GIT_FILEMODE_COMMIT ||
	                          it->old.mode == GIT_FILEMODE_COMMIT;
	bool const write_files = follow->write_files;
	redline_status status = REDLINE_OK;
	if (it->now.mode && !is_submodule)
		status = text_for(store, it->path, &it->now, &text, why);
	follow->write_files = write_files && !is_submodule;
	if (!status)
		status = follow_add(follow, it->path, &it->old, &it->now.id, it->now.mode,
		                    buf_view(&text), why);
	follow->write_files = write_files;
	buf_release(&text);
	return status;
}

redline_status bring_files(struct follow *follow, redline_store *store,
                           const new_file_list *files, redline_trouble *why)
{
	bool const links = follow->write_files && has_links(store);
	struct buf in_the_way = {0};
	redline_status status = REDLINE_OK;
	redline_trouble first = {{0}}, one;
	for (size_t i = 0; !status && i < files->len; i++)
		status = check(&files->at[i], links, why);
	if (status)
		return status;
	for (size_t i = 0; i < files->len && (!status || status == REDLINE_DECLINED); i++) {
		redline_status const it = bring_one(follow, store, &files->at[i], &one);
		if (it == REDLINE_DECLINED)
			buf_printf(&in_the_way, "%s%s", in_the_way.len ? ", " : "", files->at[i].path);
		first = it && (!status || it != REDLINE_DECLINED) ? one : first;
		status = it ? it : status;
	}
	bool const several = in_the_way.ptr && memchr(in_the_way.ptr, ',', in_the_way.len);
	if (status == REDLINE_DECLINED && several)
		(void)trouble_say(why, status,
		                  "these have changes that are not saved, and would be overwritten: %.*s",
		                  (int)in_the_way.len, in_the_way.ptr);
	else if (status)
		(void)trouble_say(why, status, "%s", first.text);
	buf_release(&in_the_way);
	return status;
}
