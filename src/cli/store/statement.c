/*
 * statement.c -- where a statement that was submitted is kept in the store.
 *
 * Its name is its file's, made fit for every system that the repository may be
 * checked out on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

enum { NAME_LONGEST = 120 };

/* The last part of a path, fit for a name; never empty. */
static void fit_name(char out[NAME_LONGEST + 1], const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = strcmp(path, "-") == 0 ? "statement.txt" : slash ? slash + 1 : path;
	size_t len = 0;
	for (; *name && len < NAME_LONGEST; name++) {
		unsigned char const c = (unsigned char)*name;
		bool const unfit = c < 0x20 || c == 0x7F || strchr("\\/:*?\"<>|", c);
		out[len++] = unfit ? '-' : (char)c;
	}
	while (len && ((unsigned char)*name & 0xC0) == 0x80) /* not in the middle of a character */
		if (((unsigned char)out[--len] & 0xC0) == 0xC0)
			break;
	while (len && (out[len - 1] == '.' || out[len - 1] == ' '))
		len--;
	out[len] = '\0';
	if (out[0] == '.')
		out[0] = '_';
	if (redline_text_check((redline_bytes){out, len}, NULL) != REDLINE_OK || !len)
		(void)snprintf(out, NAME_LONGEST + 1, "statement.txt");
}

static bool is_same(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

enum finding { FREE, SAME, OTHER };

/* Among those that were placed before. */
static enum finding among(const struct keeping *all, uint32_t before, const char *path,
                          redline_bytes text)
{
	for (uint32_t i = 0; i < before; i++)
		if (strcmp(all[i].path, path) == 0)
			return is_same(all[i].text, text) ? SAME : OTHER;
	return FREE;
}

static redline_status in_base(enum finding *out, const struct ground *ground, const char *path,
                              redline_bytes text, redline_trouble *why)
{
	char *kept;
	size_t len;
	redline_status const status =
	    redline_store_read(ground->store, &ground->base, path, &kept, &len, why);
	*out = FREE;
	if (status == REDLINE_NOT_FOUND)
		return REDLINE_OK;
	if (status == REDLINE_OK)
		*out = is_same((redline_bytes){kept, len}, text) ? SAME : OTHER;
	free(kept);
	return status;
}

/* "japan.txt", "japan-2.txt", ... */
static void number(char *out, size_t size, const char *name, unsigned n)
{
	const char *dot = strrchr(name, '.');
	size_t const stem = dot && dot != name ? (size_t)(dot - name) : strlen(name);
	if (n == 1)
		(void)snprintf(out, size, STATEMENT_FOLDER "%s", name);
	else
		(void)snprintf(out, size, STATEMENT_FOLDER "%.*s-%u%s", (int)stem, name, n,
		               name + stem);
}

/* Is the name free, or that text's own? */
static redline_status look(enum finding *before, enum finding *base, const struct keeping *all,
                           uint32_t i, const struct ground *ground, const char *path,
                           redline_id *id, redline_trouble *why)
{
	char *kept;
	size_t len;
	redline_status status =
	    redline_store_kept(ground->store, path, all[i].text, &kept, &len, why);
	if (status != REDLINE_OK)
		return status;
	*before = among(all, i, path, all[i].text);
	status = in_base(base, ground, path, (redline_bytes){kept, len}, why);
	if (status == REDLINE_OK)
		status = redline_store_file_id((redline_bytes){kept, len}, id);
	free(kept);
	return status;
}

static redline_status place(struct keeping *all, uint32_t i, const struct ground *ground,
                            redline_trouble *why)
{
	char fit[NAME_LONGEST + 1];
	char path[sizeof STATEMENT_FOLDER + NAME_LONGEST + 16];
	struct keeping *it = &all[i];
	enum finding before = OTHER, base = OTHER;
	fit_name(fit, it->name);
	for (unsigned n = 1; before == OTHER || base == OTHER; n++) {
		number(path, sizeof path, fit, n);
		redline_status const status = look(&before, &base, all, i, ground, path, &it->id, why);
		if (status != REDLINE_OK)
			return status;
	}
	it->kept = base == SAME || before == SAME;
	it->path = malloc(strlen(path) + 1);
	if (!it->path)
		return REDLINE_NO_MEMORY;
	memcpy(it->path, path, strlen(path) + 1);
	return REDLINE_OK;
}

redline_status statements_place(struct keeping *all, uint32_t count, const struct ground *ground,
                                redline_trouble *why)
{
	redline_status status = REDLINE_OK;
	for (uint32_t i = 0; i < count && status == REDLINE_OK; i++)
		status = place(all, i, ground, why);
	return status;
}
