/*
 * push.c -- redline push [REMOTE [BRANCH]]
 */
#include <stdio.h>
#include <string.h>

#include <redline/share.h>

#include "progress.h"
#include "store.h"

static int say_pushed(const struct settings *s, const redline_shared *shared)
{
	char sent[48];
	struct print p;
	print_open_line(&p, s);
	(void)snprintf(sent, sizeof sent, "sent %u revision%s; ", (unsigned)shared->sent,
	               shared->sent == 1 ? "" : "s");
	print_text(&p, shared->sent ? sent : "nothing to send; ");
	print_text(&p, "the other side is at ");
	print_colored(&p, PRINT_ID, (redline_bytes){shared->tip.text, ID_SHORT});
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int push(redline_store *store, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_shared *shared;
	struct progress bar;
	redline_sharing const sharing = {
		.remote = s->file_count > 0 ? s->files[0] : NULL,
		.branch = s->file_count > 1 ? s->files[1] : NULL,
		.tags = s->tags,
		.progress = progress_step,
		.context = &bar,
	};
	progress_begin(&bar, "sending", s);
	redline_status const status = redline_store_push(store, &sharing, &shared, &why);
	progress_end(&bar);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	int const said = s->quiet ? DONE : say_pushed(s, shared);
	redline_shared_free(shared);
	return said;
}

static int run(const struct settings *s)
{
	if (s->file_count > 2)
		return say_usage(&push_command, "a remote and a branch are enough; there is also",
		                 s->files[2]);
	redline_store *store = store_open(".");
	if (!store)
		return TROUBLE;
	int const status = push(store, s);
	redline_store_free(store);
	return status;
}

const struct command push_command = {
	.name = "push",
	.operands = "[REMOTE [BRANCH]]",
	.about = "Sends the revisions of a branch to another store: one that git knows by a name\n"
	         "(origin), an address, or a path.  Nobody's work there is ever overwritten.\n",
	.statuses = "0 all is there, 2 trouble",
	.bit = FOR_PUSH,
	.run = run,
};
