/* content.c -- see content.h. */
#define _XOPEN_SOURCE 700

#include "content.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "disk.h"

/*
 * A filter of git's that is a program, as those that encrypt: libgit2 does not run
 * it, and what it is there to hide must not be stored as it is.
 */
static redline_status check_filter(redline_store *store, const char *path, redline_trouble *why)
{
	static const char *const kinds[] = {"clean", "process"};
	const char *filter = NULL;
	git_config *config = NULL;
	bool is_program = false;
	if (git_attr_get(&filter, store->repo, 0, path, "filter") < 0 ||
	    git_attr_value(filter) != GIT_ATTR_VALUE_STRING ||
	    git_repository_config_snapshot(&config, store->repo) < 0) {
		git_error_clear();
		return REDLINE_OK;
	}
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *command;
		char *key = disk_path("filter.%s.%s", filter, kinds[i]);
		is_program |= git_config_get_string(&command, config, key) == 0 && *command;
		free(key);
	}
	git_config_free(config);
	git_error_clear();
	return is_program ? trouble_say(why, REDLINE_DECLINED,
	                                "%s: git runs the filter '%s' over it, which redline does "
	                                "not; commit it with git", path, filter)
	                  : REDLINE_OK;
}

redline_status content_of(struct content *out, redline_store *store, const char *path,
                          redline_bytes text, redline_trouble *why)
{
	git_filter_list *filters = NULL;
	*out = (struct content){.bytes = {text.ptr ? text.ptr : "", text.len}};
	if (store->bare)
		return REDLINE_OK;
	redline_status const status = check_filter(store, path, why);
	if (status)
		return status;
	git_error_clear();
	int code = git_filter_list_load(&filters, store->repo, NULL, path, GIT_FILTER_TO_ODB,
	                                GIT_FILTER_ALLOW_UNSAFE);
	if (code == 0 && filters)
		code = git_filter_list_apply_to_buffer(&out->converted, filters, out->bytes.ptr,
		                                       out->bytes.len);
	bool const filtered = code == 0 && filters;
	git_filter_list_free(filters);
	if (code < 0)
		return trouble_git(why, code, "converting line ends of %s", path);
	if (filtered)
		out->bytes = (redline_bytes){out->converted.ptr, out->converted.size};
	return REDLINE_OK;
}

void content_release(struct content *content)
{
	git_buf_dispose(&content->converted);
}

redline_status redline_store_kept(redline_store *store, const char *path, redline_bytes text,
                                  char **kept, size_t *len, redline_trouble *why)
{
	struct content content;
	*kept = NULL;
	*len = 0;
	redline_status const status = content_of(&content, store, path, text, why);
	if (status)
		return status;
	*kept = malloc(content.bytes.len + 1);
	if (!*kept)
		abort();
	if (content.bytes.len)
		memcpy(*kept, content.bytes.ptr, content.bytes.len);
	(*kept)[content.bytes.len] = '\0';
	*len = content.bytes.len;
	content_release(&content);
	return REDLINE_OK;
}

char *content_place(const redline_store *store, const char *path)
{
	return disk_path("%s%s", store->folder, path);
}

static bool hashes_to(redline_bytes bytes, const git_oid *want)
{
	git_oid id;
	return git_odb_hash(&id, bytes.ptr, bytes.len, GIT_OBJECT_BLOB) == 0 &&
	       git_oid_equal(&id, want);
}

enum content_match content_compare(redline_store *store, const char *path, const git_oid *blob)
{
	size_t len;
	struct content content;
	char *place = content_place(store, path);
	char *text = disk_read(place, &len);
	free(place);
	if (!text)
		return errno == ENOENT || errno == ENOTDIR ? CONTENT_NONE : CONTENT_STRANGE;
	bool same = hashes_to((redline_bytes){text, len}, blob);
	if (!same && content_of(&content, store, path, (redline_bytes){text, len}, NULL) == 0) {
		same = hashes_to(content.bytes, blob);
		content_release(&content);
	}
	free(text);
	return same ? CONTENT_SAME : CONTENT_OTHER;
}
