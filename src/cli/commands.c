/*
 * commands.c -- the table of commands: finding one by its name, listing them all,
 * and guessing which one was meant.
 *
 * Compiled twice, as there are two programs.  Both know every name; the commands
 * of the store themselves are in `redline-store` alone (REDLINE_WITH_STORE).
 *
 * A new command is a file with its struct command, in store/ if it needs the store, a
 * row here, and in cli.h its name and its bit, by which rows of the option table are
 * its own.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"

#ifdef REDLINE_WITH_STORE
#define OF_STORE(command) (&(command))
#else
#define OF_STORE(command) NULL
#endif

static const struct command_row rows[] = {
	{"apply", "apply the amendments, print the redline", &apply_command},
	{"diff", "show what changed between two drafts", &diff_command},
	{"explain", "say, sentence by sentence, what was understood", &explain_command},
	{"clean", "the clean text of a marked-up draft; --original: the text before",
	 &clean_command},
	{"init", "make a store for drafts, a git repository", OF_STORE(init_command)},
	{"save", "save a draft as a revision", OF_STORE(save_command)},
	{"history", "show how a paragraph came to read as it does", OF_STORE(history_command)},
	{"blame", "show who brought in each word of a paragraph", OF_STORE(blame_command)},
	{"log", "list the revisions, newest first", OF_STORE(log_command)},
	{"show", "print a draft, or one paragraph of it, as it was in a revision",
	 OF_STORE(show_command)},
	{"tag", "name a revision, as when a draft is issued; list the names",
	 OF_STORE(tag_command)},
	{"status", "say what has changed since the last revision", OF_STORE(status_command)},
	{"push", "send the revisions of a branch to another store", OF_STORE(push_command)},
	{"pull", "fetch another store's revisions, and merge them word by word",
	 OF_STORE(pull_command)},
	{"clone", "copy a store from another place", OF_STORE(clone_command)},
	{"git-diff", "the redline of diff for git, as its external diff", &git_diff_command},
};

enum { ROWS = sizeof rows / sizeof *rows, NAME_MAX_LEN = 32 };

int command_list(void)
{
	puts("Usage: redline COMMAND [OPTION]... FILE...\n\n"
	     "Applies amendments, as delegations word them, to a numbered draft, shows what\n"
	     "changed between two drafts, and keeps every revision in a git repository.\n");
	for (size_t i = 0; i < ROWS; i++)
		printf("  %-10s%s\n", rows[i].name, rows[i].summary);
	puts("\nredline COMMAND --help tells more.  -C DIR before a command: work in DIR.");
	return DONE;
}

const struct command_row *command_find(const char *name)
{
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].name, name) == 0)
			return &rows[i];
	return NULL;
}

/* ---- a command that there is not ---- */

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned const m = a < b ? a : b;
	return m < c ? m : c;
}

/* How many letters must change, come or go; the names are short. */
static unsigned distance(const char *a, const char *b)
{
	size_t const n = strlen(b);
	unsigned row[NAME_MAX_LEN + 1];
	if (strlen(a) > NAME_MAX_LEN || n > NAME_MAX_LEN)
		return NAME_MAX_LEN;
	for (unsigned j = 0; j <= n; j++)
		row[j] = j;
	for (unsigned i = 1; a[i - 1]; i++) {
		unsigned corner = row[0];
		row[0] = i;
		for (unsigned j = 1; j <= n; j++) {
			unsigned const change = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			row[j] = least(row[j] + 1, row[j - 1] + 1, change);
		}
	}
	return row[n];
}

int command_refuse(const char *name)
{
	char what[64] = "there is no command";
	unsigned best = 4;
	for (size_t i = 0; i < ROWS; i++) {
		unsigned const d = distance(name, rows[i].name);
		if (d < best) {
			best = d;
			(void)snprintf(what, sizeof what, "did you mean '%s'?  There is no command",
			               rows[i].name);
		}
	}
	return say_usage(NULL, what, name);
}
