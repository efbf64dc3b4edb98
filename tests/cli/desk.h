/*
 * A desk for a test of the program: a folder with a draft and a statement,
 * and the program run in it.
 *
 *     struct desk d;
 *     desk_open(&d);                          // draft.md, statement.txt
 *     desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
 *     ... d.done ...                          // of the last run
 *     desk_close(&d);
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
	struct job job; /* for the next run: in, out_path, set, seconds */
	struct done done;
};

void desk_open(struct desk *d);
void desk_close(struct desk *d);

void desk_write(struct desk *d, const char *name, const char *terminated);
/* The file's bytes; an empty text if there is none. */
struct text desk_read(const struct desk *d, const char *name);
bool desk_has(const struct desk *d, const char *name);

/* Runs the program with these arguments, up to a NULL. */
void desk_run(struct desk *d, ...);

/* What was written, as terminated text. */
const char *desk_out(const struct desk *d);
const char *desk_err(const struct desk *d);

#endif
