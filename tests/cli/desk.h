/*
 * A desk for a test of the program: a folder with a draft and a statement,
 * and the program run in it.
 *
 *     struct desk d;
 *     desk_open(&d);                          // draft.md, statement.txt
 *     desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
 *     ... d.done ...                          // of the last run
 *     desk_close(&d);
 *
 * With desk_open_store the folder is a store, too; desk_git looks at it with git.
 */
#ifndef RL_CLI_DESK_H
#define RL_CLI_DESK_H

#include "support/process.h"

/* What desk_open lays out. */
#define DESK_DRAFT                                                              \
	"# Draft decision on ferries\n"                                         \
	"\n"                                                                    \
	"1. Ferries shall depart at noon.\n"                                    \
	"\n"                                                                    \
	"2. The captain may refuse passengers who are noisy.\n"
#define DESK_STATEMENT                                                          \
	"In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\".\n"
#define DESK_AMENDED                                                            \
	"# Draft decision on ferries\n"                                         \
	"\n"                                                                    \
	"1. Ferries shall depart at dawn.\n"                                    \
	"\n"                                                                    \
	"2. The captain may refuse passengers who are noisy.\n"

struct desk {
	char folder[256];
	char home[256]; /* of a person that git knows; empty: desk_open_store was not called */
	struct job job; /* for the next run: in, out_path, set, seconds */
	struct done done;
};

void desk_open(struct desk *d);
/*
 * The same in a new store, in which nothing has been saved.  Its person is DESK_PERSON;
 * nothing of the caller's git is seen, neither variables nor configuration.
 */
void desk_open_store(struct desk *d);
#define DESK_PERSON "Secretariat <desk@example.org>"
void desk_close(struct desk *d);

/* A name may lie in folders that there are. */
void desk_folder(const struct desk *d, const char *name);
void desk_write(struct desk *d, const char *name, const char *terminated);
/* The file's bytes; an empty text if there is none. */
struct text desk_read(const struct desk *d, const char *name);
bool desk_has(const struct desk *d, const char *name);

/* Runs the program with these arguments, up to a NULL. */
void desk_run(struct desk *d, ...);

/* Runs git instead; a test fails if that does. */
void desk_git(struct desk *d, ...);
/* The same for any command line of the shell, with redline as $redline. */
void desk_shell(struct desk *d, const char *line);

/* What was written, as terminated text. */
const char *desk_out(const struct desk *d);
const char *desk_err(const struct desk *d);

#endif
