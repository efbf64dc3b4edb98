/*
 * read.c -- objects read, and named when they can't be.
 *
 * Every object's bytes are hashed again when they are read, so what comes back
 * is what was written or an error.  Trees are walked here one by one, so that
 * a tree that is missing is told from a path that is not there.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

redline_status store_oid(git_oid *out, const redline_id *id, redline_trouble *why)
{
	if (memchr(id->text, '\0', sizeof id->text) == id->text + GIT_OID_HEXSZ &&
	    git_oid_fromstr(out, id->text) == 0)
		return REDLINE_OK;
	git_error_clear();
	return trouble_say(why, REDLINE_NOT_FOUND, "'%.*s' is no id of a revision",
	                   (int)sizeof id->text, id->text);
}

void store_id(redline_id *out, const git_oid *oid)
{
	git_oid_tostr(out->text, sizeof out->text, oid);
}

redline_status store_commit(redline_store *store, const git_oid *id, git_commit **out,
                            redline_trouble *why)
{
	git_error_clear();
	int const code = git_commit_lookup(out, store->repo, id);
	if (code == 0)
		return REDLINE_OK;
	*out = NULL;
	if (code == GIT_ENOTFOUND)
		return trouble_say(why, REDLINE_NOT_FOUND, "there is no revision %s",
		                   git_oid_tostr_s(id));
	return trouble_object(why, code, id, "a revision");
}

redline_status store_tree(redline_store *store, const git_oid *id, const char *what,
                          git_tree **out, redline_trouble *why)
{
	git_error_clear();
	int const code = git_tree_lookup(out, store->repo, id);
	if (code == 0)
		return REDLINE_OK;
	*out = NULL;
	return trouble_object(why, code, id, what);
}

redline_status store_entry(redline_store *store, const git_oid *tree, const char *path,
                           struct store_entry *out, redline_trouble *why)
{
	git_oid at = *tree;
	*out = (struct store_entry){0};
	for (const char *name = path;;) {
		git_tree *folder;
		char part[REDLINE_PATH_MAX];
		size_t const len = strcspn(name, "/");
		if (len == 0 || len >= sizeof part)
			return REDLINE_OK;
		memcpy(part, name, len);
		part[len] = '\0';
		redline_status const status = store_tree(store, &at, "a folder", &folder, why);
		if (status)
			return status;
		const git_tree_entry *entry = git_tree_entry_byname(folder, part);
		git_filemode_t const mode = entry ? git_tree_entry_filemode(entry) : 0;
		if (entry)
			git_oid_cpy(&at, git_tree_entry_id(entry));
		git_tree_free(folder);
		name += len;
		if (!*name) {
			*out = (struct store_entry){at, mode};
			return REDLINE_OK;
		}
		if (mode != GIT_FILEMODE_TREE)
			return REDLINE_OK;
		name++;
	}
}

redline_status store_blob(redline_store *store, const git_oid *id, const char *what,
                          char **text, size_t *len, redline_trouble *why)
{
	git_odb_object *object;
	git_object_t kind;
	size_t size;
	*text = NULL;
	git_error_clear();
	int code = git_odb_read_header(&size, &kind, store->odb, id);
	if (code < 0)
		return trouble_object(why, code, id, what);
	if (size > REDLINE_TEXT_MAX)
		return trouble_say(why, REDLINE_TOO_LARGE, "%s is larger than %zu bytes", what,
		                   REDLINE_TEXT_MAX);
	if ((code = git_odb_read(&object, store->odb, id)) < 0)
		return trouble_object(why, code, id, what);
	if (git_odb_object_type(object) != GIT_OBJECT_BLOB) {
		git_odb_object_free(object);
		return trouble_object(why, GIT_ERROR, id, what);
	}
	*len = git_odb_object_size(object);
	*text = malloc(*len + 1);
	if (*text) {
		memcpy(*text, git_odb_object_data(object), *len);
		(*text)[*len] = '\0';
	}
	git_odb_object_free(object);
	return *text ? REDLINE_OK : REDLINE_NO_MEMORY;
}

/* Why what stands at a path can't be read as a draft. */
static redline_status refuse_kind(git_filemode_t mode, const redline_id *revision,
                                  const char *path, redline_trouble *why)
{
	if (!mode)
		return trouble_say(why, REDLINE_NOT_FOUND, "revision %.7s has no %s",
		                   revision->text, path);
	const char *kind = mode == GIT_FILEMODE_TREE ? "folder"
	                   : mode == GIT_FILEMODE_LINK ? "link" : "submodule";
	return trouble_say(why, REDLINE_NOT_FOUND, "%s is a %s in revision %.7s, and no draft",
	                   path, kind, revision->text);
}

redline_status redline_store_read(redline_store *store, const redline_id *revision,
                                  const char *path, char **text, size_t *len,
                                  redline_trouble *why)
{
	struct store_entry entry;
	git_commit *commit;
	git_oid id;
	char what[REDLINE_PATH_MAX + 64];
	*text = NULL;
	redline_status status = store_oid(&id, revision, why);
	if (!status)
		status = store_commit(store, &id, &commit, why);
	if (status)
		return status;
	status = store_entry(store, git_commit_tree_id(commit), path, &entry, why);
	git_commit_free(commit);
	if (status)
		return status;
	if (!store_is_file(entry.mode))
		return refuse_kind(entry.mode, revision, path, why);
	(void)snprintf(what, sizeof what, "%s of revision %.7s", path, revision->text);
	return store_blob(store, &entry.id, what, text, len, why);
}
