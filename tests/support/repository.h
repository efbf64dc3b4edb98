/*
 * Git repositories in tests, and git itself, run as a process.
 *
 *     struct repository r;
 *     repository_open(&r);                   // an empty folder, and a sane environment
 *     repository_git(&r, "init", "-q", "-b", "main", NULL);
 *     cr_assert_str_eq(repository_git(&r, "log", "--format=%s", NULL), "Start\n");
 *     repository_close(&r);
 *
 * git sees no configuration but the repository's own, and signs as "Clerk".
 */
#ifndef RL_SUPPORT_REPOSITORY_H
#define RL_SUPPORT_REPOSITORY_H

#include <stdbool.h>

#include "process.h"

struct repository {
	char folder[256];
	struct done done; /* of the last run */
};

void repository_open(struct repository *r);
void repository_close(struct repository *r);

/*
 * Runs git in the folder, with arguments up to a NULL (at most 13).  Its output,
 * until the next run; status and errors are in r->done.
 */
const char *repository_git(struct repository *r, ...);

/* The same, and false if it failed; what it said is shown. */
bool repository_does(struct repository *r, ...);

void repository_write(struct repository *r, const char *name, const char *terminated);

/* Nothing wrong with any object or reference? What fsck said is shown if there is. */
bool repository_is_sound(struct repository *r);

/* How many lines the output of the last run has. */
unsigned repository_lines(const struct repository *r);

#endif
