/* desk.c -- see desk.h. */
#define _POSIX_C_SOURCE 200809L

#include "desk.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void path_in(char out[1024], const struct desk *d, const char *name)
{
	snprintf(out, 1024, "%s/%s", d->folder, name);
}

void desk_open(struct desk *d)
{
	memset(d, 0, sizeof *d);
	folder_new(d->folder);
	desk_write(d, "draft.md", DESK_DRAFT);
	desk_write(d, "statement.txt", DESK_STATEMENT);
}

/* Criterion runs each test in a process of its own, so this is for one test only. */
static void forget_gits_variables(void)
{
	static const char *const names[] = {
		"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL",
		"GIT_AUTHOR_DATE", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE",
		"GIT_CONFIG_GLOBAL", "XDG_CONFIG_HOME", "EMAIL",
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
}

void desk_open_store(struct desk *d)
{
	static const char config[] =
	    "[user]\n\tname = Secretariat\n\temail = desk@example.org\n"
	    "[init]\n\tdefaultBranch = main\n[protocol \"file\"]\n\tallow = always\n";
	desk_open(d);
	folder_new(d->home);
	folder_write(d->home, ".gitconfig", (redline_bytes){config, sizeof config - 1});
	forget_gits_variables();
	setenv("HOME", d->home, 1);
	desk_run(d, "init", "-q", NULL);
	cr_assert_eq(d->done.status, 0, "no store: %s", desk_err(d));
}

void desk_folder(const struct desk *d, const char *name)
{
	char path[1024];
	path_in(path, d, name);
	cr_assert_eq(mkdir(path, 0777), 0);
}

void desk_close(struct desk *d)
{
	done_release(&d->done);
	if (d->home[0])
		folder_remove(d->home);
	folder_remove(d->folder);
}

void desk_write(struct desk *d, const char *name, const char *terminated)
{
	folder_write(d->folder, name, (redline_bytes){terminated, strlen(terminated)});
}

struct text desk_read(const struct desk *d, const char *name)
{
	char path[1024];
	struct text file = {0};
	path_in(path, d, name);
	text_read(&file, path);
	return file;
}

bool desk_has(const struct desk *d, const char *name)
{
	char path[1024];
	path_in(path, d, name);
	return access(path, F_OK) == 0;
}

static void run(struct desk *d, const char *program, va_list args)
{
	size_t n = 0;
	done_release(&d->done);
	if (!d->job.folder)
		d->job.folder = d->folder;
	d->job.argv[n++] = program;
	do {
		if (n == JOB_ARGUMENTS)
			abort();
		d->job.argv[n] = va_arg(args, const char *);
	} while (d->job.argv[n++]);
	job_run(&d->done, &d->job);
}

void desk_run(struct desk *d, ...)
{
	va_list args;
	va_start(args, d);
	run(d, redline_program(), args);
	va_end(args);
}

void desk_git(struct desk *d, ...)
{
	va_list args;
	va_start(args, d);
	run(d, "git", args);
	va_end(args);
	cr_assert_eq(d->done.status, 0, "git %s fails: %s%s", d->job.argv[1], desk_out(d), desk_err(d));
}

void desk_shell(struct desk *d, const char *line)
{
	const char *const set[] = {d->job.set[0], d->job.set[1]};
	d->job.set[0] = "redline";
	d->job.set[1] = redline_program();
	done_release(&d->done);
	if (!d->job.folder)
		d->job.folder = d->folder;
	memset(d->job.argv, 0, sizeof d->job.argv);
	d->job.argv[0] = "sh";
	d->job.argv[1] = "-c";
	d->job.argv[2] = line;
	job_run(&d->done, &d->job);
	memcpy(d->job.set, set, sizeof set);
}

const char *desk_out(const struct desk *d)
{
	return d->done.out.ptr ? d->done.out.ptr : "";
}

const char *desk_err(const struct desk *d)
{
	return d->done.err.ptr ? d->done.err.ptr : "";
}
