/*
 * revision.c -- drafts as a person names them: files, and those of revisions.
 *
 * A name is first taken whole for a revision, then cut at each colon from the
 * left, until what stands before it is one: names of revisions may hold colons.
 * A path is one from the repository's top; where there is none such, one from the
 * current folder.
 *
 * This is redline-store, so there is nobody to hand over to.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store.h"

void hand_over_begin(char **argv)
{
	(void)argv;
}

int hand_over(const char *command)
{
	(void)command;
	return TROUBLE;
}

bool may_need_store(const struct command *command, const struct settings *s)
{
	(void)command;
	(void)s;
	return false;
}

bool is_file(const char *name)
{
	struct stat st;
	return stat(name, &st) == 0 && !S_ISDIR(st.st_mode);
}

/* ---- the revision ---- */

/* Finds the revision before the first colon that has one; *path is what follows. */
static redline_status find_before_colon(redline_id *out, const char **path, redline_store *store,
                                        const char *operand, redline_trouble *why)
{
	redline_status status = REDLINE_NOT_FOUND;
	char *name = strdup(operand);
	if (!name)
		return REDLINE_NO_MEMORY;
	for (const char *colon = strchr(operand + 1, ':');
	     colon && status == REDLINE_NOT_FOUND; colon = strchr(colon + 1, ':')) {
		redline_trouble first;
		name[colon - operand] = '\0';
		status = redline_store_resolve(store, name, out, &first);
		name[colon - operand] = ':';
		*path = colon + 1;
		if (!why->text[0])
			*why = first;
	}
	free(name);
	return status;
}

/* *path is empty if the operand names none. */
static redline_status find_revision(redline_id *out, const char **path, redline_store *store,
                                    const char *operand, redline_trouble *why)
{
	*path = "";
	*why = (redline_trouble){{0}};
	redline_status status = redline_store_resolve(store, operand, out, why);
	if (status != REDLINE_NOT_FOUND || !operand[0])
		return status;
	if (!strchr(operand + 1, ':')) {
		(void)snprintf(why->text, sizeof why->text, "there is no such file, and no such revision");
		return status;
	}
	why->text[0] = '\0';
	return find_before_colon(out, path, store, operand, why);
}

/* ---- the draft in it ---- */

static redline_status read_at(struct place *place, struct file *file, redline_store *store,
                              redline_trouble *why)
{
	char *text;
	redline_status const status = redline_store_read(store, &place->revision, place->path.text,
	                                                 &text, &file->text.len, why);
	file->text.ptr = text;
	return status;
}

static bool fits(redline_path *out, const char *path)
{
	if (strlen(path) >= sizeof out->text)
		return false;
	memcpy(out->text, path, strlen(path) + 1);
	return true;
}

redline_status place_read_path(struct place *place, struct file *file, redline_store *store,
                               const char *path, redline_trouble *why)
{
	redline_trouble ignored;
	redline_status status = REDLINE_NOT_FOUND;
	if (fits(&place->path, path))
		status = read_at(place, file, store, why);
	if (status != REDLINE_NOT_FOUND ||
	    redline_store_path(store, path, &place->path, &ignored) != REDLINE_OK)
		return status;
	return read_at(place, file, store, why->text[0] ? &ignored : why);
}

/* The path of another operand, if it is one of this store; else empty. */
static void path_of(redline_path *out, redline_store *store, const char *beside)
{
	redline_trouble ignored;
	redline_id revision;
	const char *path;
	out->text[0] = '\0';
	if (!beside || strcmp(beside, "-") == 0)
		return;
	if (is_file(beside)) {
		if (redline_store_path(store, beside, out, &ignored) != REDLINE_OK)
			out->text[0] = '\0';
	} else if (find_revision(&revision, &path, store, beside, &ignored) == REDLINE_OK) {
		if (!fits(out, path))
			out->text[0] = '\0';
	}
}

/* The draft that a revision without a path means. */
static redline_status read_only(struct place *place, struct file *file, redline_store *store,
                                const char *beside, redline_trouble *why)
{
	redline_status status = REDLINE_NOT_FOUND;
	path_of(&place->path, store, beside);
	if (place->path.text[0])
		status = read_at(place, file, store, why);
	if (status != REDLINE_NOT_FOUND)
		return status;
	*why = (redline_trouble){{0}};
	status = redline_store_only_draft(store, &place->revision, &place->path, why);
	return status == REDLINE_OK ? read_at(place, file, store, why) : status;
}

/* "Rev.1" and "Rev.1:" become "Rev.1:draft.md". */
static redline_status name_whole(struct file *file, const char *operand, const char *path)
{
	size_t len = strlen(operand);
	len -= operand[len - 1] == ':';
	size_t const room = len + strlen(path) + 2;
	file->own_name = malloc(room);
	if (!file->own_name)
		return REDLINE_NO_MEMORY;
	(void)snprintf(file->own_name, room, "%.*s:%s", (int)len, operand, path);
	file->name = file->own_name;
	return REDLINE_OK;
}

redline_status place_read(struct place *out, struct file *file, redline_store *store,
                          const char *operand, const char *beside, redline_trouble *why)
{
	const char *path;
	*file = (struct file){.name = operand};
	redline_status status = find_revision(&out->revision, &path, store, operand, why);
	if (status != REDLINE_OK)
		return status;
	*why = (redline_trouble){{0}};
	if (*path)
		return place_read_path(out, file, store, path, why);
	status = read_only(out, file, store, beside, why);
	return status == REDLINE_OK ? name_whole(file, operand, out->path.text) : status;
}

/* ---- for commands that take any draft ---- */

/* The store of the current folder; without one, that of the other operand. */
static redline_status open_for(redline_store **out, const char *beside, redline_trouble *why)
{
	certificates_skip();
	redline_status const status = store_try(out, ".", why);
	if (status != REDLINE_NO_STORE || !beside || !is_file(beside))
		return status;
	return store_try(out, beside, why);
}

bool draft_read(struct file *out, const char *operand, const char *beside)
{
	redline_store *store;
	redline_trouble why;
	struct place place;
	if (strcmp(operand, "-") == 0 || is_file(operand))
		return file_read(out, operand);
	redline_status status = open_for(&store, beside, &why);
	if (status == REDLINE_NO_STORE)
		return file_read(out, operand); /* which says that there is none */
	if (status == REDLINE_OK)
		status = place_read(&place, out, store, operand, beside, &why);
	redline_store_free(store);
	if (status == REDLINE_OK)
		return true;
	struct stat st;
	bool const is_folder = status == REDLINE_NOT_FOUND && stat(operand, &st) == 0;
	return is_folder ? file_read(out, operand) : say_trouble(operand, status, &why) == DONE;
}
