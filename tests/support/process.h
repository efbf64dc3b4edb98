/*
 * Running a program in a test, and the folders it runs in.
 *
 *     struct job job = {.argv = {redline_program(), "clean", "draft.md"}, .folder = f};
 *     struct done done = {0};
 *     job_run(&done, &job);
 *     ... done.status, done.out, done.err ...
 *     done_release(&done);
 *
 * The program sees no NO_COLOR and no pager of the caller's, so that a test
 * says the same on every machine.
 */
#ifndef RL_SUPPORT_PROCESS_H
#define RL_SUPPORT_PROCESS_H

#include <stdbool.h>

#include "text.h"

enum { JOB_ARGUMENTS = 16 };

struct job {
	const char *argv[JOB_ARGUMENTS]; /* argv[0]: the program's path */
	const char *folder;       /* where it runs; NULL: here */
	redline_bytes in;         /* its standard input */
	const char *out_path;     /* standard output goes here; NULL: captured */
	const char *set[2];       /* a variable of its environment, and its value */
	unsigned seconds;         /* of processor time, then it is killed; 0: 60 */
};

struct done {
	int status;        /* of its exit, or 128 + the signal that killed it */
	struct text out, err;
	double wall;       /* seconds */
	double cpu;        /* user and system, seconds */
	long peak;         /* resident memory at most, KiB */
};

/* Aborts if the machine can't do it (no process, no temporary file). */
void job_run(struct done *out, const struct job *job);
void done_release(struct done *done);

/* build/redline or what REDLINE says, as an absolute path; static after the first call. */
const char *redline_program(void);

/* A new folder under TMPDIR or /tmp; folder_remove takes it and all that is in it away. */
void folder_new(char path[256]);
void folder_remove(const char *path);
void folder_write(const char *path, const char *name, redline_bytes bytes);

#endif
