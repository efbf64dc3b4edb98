/*
 * init.c -- redline init [FOLDER]
 */
#include "store.h"

static int say_made(const struct settings *s, const char *folder)
{
	struct print p;
	print_open_line(&p, s);
	print_text(&p, "made a store in ");
	print_name(&p, folder);
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int run(const struct settings *s)
{
	redline_store *store;
	redline_trouble why;
	if (s->file_count > 1)
		return say_usage(&init_command, "one folder is enough; there is another", s->files[1]);
	const char *folder = s->file_count ? s->files[0] : ".";
	redline_status const status = store_make(&store, folder, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	int const said = s->quiet ? DONE : say_made(s, redline_store_folder(store));
	redline_store_free(store);
	return said;
}

const struct command init_command = {
	.name = "init",
	.operands = "[FOLDER]",
	.about = "Makes a store for drafts in FOLDER, or here: a plain git repository, whose\n"
	         "branch is called main.  In a repository that is there already, nothing needs\n"
	         "to be made.\n",
	.statuses = "0 done, 2 trouble",
	.bit = FOR_INIT,
	.run = run,
};
