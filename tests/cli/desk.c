/* desk.c -- see desk.h. */
#define _POSIX_C_SOURCE 200809L

#include "desk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

void desk_close(struct desk *d)
{
	done_release(&d->done);
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

void desk_run(struct desk *d, ...)
{
	va_list args;
	size_t n = 0;
	done_release(&d->done);
	if (!d->job.folder)
		d->job.folder = d->folder;
	d->job.argv[n++] = redline_program();
	va_start(args, d);
	do {
		if (n == JOB_ARGUMENTS)
			abort();
		d->job.argv[n] = va_arg(args, const char *);
	} while (d->job.argv[n++]);
	va_end(args);
	job_run(&d->done, &d->job);
}

const char *desk_out(const struct desk *d)
{
	return d->done.out.ptr ? d->done.out.ptr : "";
}

const char *desk_err(const struct desk *d)
{
	return d->done.err.ptr ? d->done.err.ptr : "";
}
