/*
 * clone.c -- redline clone ADDRESS [FOLDER]
 */
#include <stdlib.h>
#include <string.h>

#include <redline/share.h>

#include "progress.h"
#include "store.h"

/* "/srv/treaty.git/" and "host:treaty.git" go to "treaty"; from malloc; NULL: to nothing. */
static char *folder_of(const char *address)
{
	size_t end = strlen(address);
	while (end && address[end - 1] == '/')
		end--;
	if (end > 5 && strncmp(address + end - 5, "/.git", 5) == 0)
		end -= 5;
	else if (end > 4 && strncmp(address + end - 4, ".git", 4) == 0)
		end -= 4;
	size_t begin = end;
	while (begin && address[begin - 1] != '/' && address[begin - 1] != ':')
		begin--;
	char *out = end > begin ? malloc(end - begin + 1) : NULL;
	if (!out)
		return NULL;
	memcpy(out, address + begin, end - begin);
	out[end - begin] = '\0';
	return out;
}

static int say_cloned(const struct settings *s, redline_store *store)
{
	struct print p;
	print_open_line(&p, s);
	print_text(&p, "copied into ");
	print_name(&p, redline_store_folder(store));
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int clone(const struct settings *s, const char *folder)
{
	redline_trouble why = {{0}};
	redline_store *store;
	struct progress bar;
	redline_sharing const sharing = {.progress = progress_step, .context = &bar};
	progress_begin(&bar, "fetching", s);
	redline_status const status = store_copy(&store, s->files[0], folder, &sharing, &why);
	progress_end(&bar);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	int const said = s->quiet ? DONE : say_cloned(s, store);
	redline_store_free(store);
	return said;
}

static int run(const struct settings *s)
{
	if (!s->file_count)
		return say_usage(&clone_command, "an address is needed", NULL);
	if (s->file_count > 2)
		return say_usage(&clone_command, "an address and a folder are enough; there is also",
		                 s->files[2]);
	char *made = s->file_count > 1 ? NULL : folder_of(s->files[0]);
	if (s->file_count < 2 && !made)
		return say_usage(&clone_command, "name a folder, too; there is none in", s->files[0]);
	int const status = clone(s, made ? made : s->files[1]);
	free(made);
	return status;
}

const struct command clone_command = {
	.name = "clone",
	.operands = "ADDRESS [FOLDER]",
	.about = "Copies a store, with all its revisions, into a new folder; it is known there\n"
	         "as origin.  ADDRESS is a path, ssh://, host:path, https://, http:// or git://.\n",
	.statuses = "0 done, 2 trouble",
	.bit = FOR_CLONE,
	.run = run,
};
