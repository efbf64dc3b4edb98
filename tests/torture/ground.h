/*
 * What the hard tests stand on: the driver (driver.c) run, killed and traced, and
 * its acknowledgements held against what git finds afterwards.
 *
 * Every test has a short form, for `make check`, and a long one (REDLINE_TORTURE,
 * `make torture`).  What a machine can't do is skipped, and said.
 */
#ifndef RL_TORTURE_GROUND_H
#define RL_TORTURE_GROUND_H

#include <sys/types.h>

#include "support/repository.h"

/* True if the long form is asked for. */
bool is_long(void);
int choose(int in_short, int in_long);

/* Says on standard error that a test, or a part of it, was not run. */
void skip(const char *what, const char *why);

/* build/store-driver, or what REDLINE_DRIVER says. */
const char *driver_program(void);

/* A running driver, whose acknowledgements go to a file. */
struct driver {
	pid_t process;
	char acknowledged[512];
};

/* Arguments up to a NULL; `name` makes the file's name. */
void driver_start(struct driver *d, struct repository *r, const char *name, ...);
int driver_wait(struct driver *d); /* the exit status, or 128 + the signal */

/* Runs the driver to its end in the repository's folder; output in r->done. */
int driver_run(struct repository *r, ...);

/*
 * Ids that were acknowledged: gathered from files or outputs, then looked for in
 * everything that any reference leads to.
 */
void gather(struct text *ids, const char *lines);
void gather_file(struct text *ids, const char *path);
bool all_in_history(struct repository *r, const struct text *ids);

/* A repository with one revision; and whether it can be saved to as if nothing
   had been, with no lock left behind. */
void ground_open(struct repository *r);
bool is_free(struct repository *r);

unsigned count_lines(const char *text);
void pause_for(long microseconds);
unsigned chance(unsigned *seed); /* 0 to 32767 */

/* A small file system of its own on a folder, for root; false if that can't be. */
bool mount_small(const char *folder, long bytes);
bool mount_read_only(const char *folder);
void unmount(const char *folder);

#endif
