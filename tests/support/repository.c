/* repository.c -- see repository.h. */
#define _XOPEN_SOURCE 700

#include "repository.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void repository_open(struct repository *r)
{
	*r = (struct repository){.folder = ""};
	folder_new(r->folder);
	setenv("HOME", "/nonexistent", 1);
	setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1);
	setenv("GIT_CEILING_DIRECTORIES", "/tmp", 1);
	setenv("GIT_AUTHOR_NAME", "Clerk", 1);
	setenv("GIT_AUTHOR_EMAIL", "clerk@example.org", 1);
	setenv("GIT_COMMITTER_NAME", "Clerk", 1);
	setenv("GIT_COMMITTER_EMAIL", "clerk@example.org", 1);
	unsetenv("GIT_DIR");
	unsetenv("GIT_WORK_TREE");
	unsetenv("GIT_INDEX_FILE");
}

void repository_close(struct repository *r)
{
	done_release(&r->done);
	folder_remove(r->folder);
}

static void run(struct repository *r, va_list arguments)
{
	struct job job = {.argv = {"git"}, .folder = r->folder};
	int n = 1;
	const char *argument;
	while ((argument = va_arg(arguments, const char *))) {
		if (n == JOB_ARGUMENTS - 1)
			abort();
		job.argv[n++] = argument;
	}
	done_release(&r->done);
	job_run(&r->done, &job);
}

const char *repository_git(struct repository *r, ...)
{
	va_list arguments;
	va_start(arguments, r);
	run(r, arguments);
	va_end(arguments);
	return r->done.out.ptr;
}

bool repository_does(struct repository *r, ...)
{
	va_list arguments;
	va_start(arguments, r);
	run(r, arguments);
	va_end(arguments);
	if (r->done.status != 0)
		fprintf(stderr, "git: %s%s", r->done.out.ptr, r->done.err.ptr);
	return r->done.status == 0;
}

void repository_write(struct repository *r, const char *name, const char *terminated)
{
	char path[1024];
	snprintf(path, sizeof path, "%s/%s", r->folder, name);
	for (char *slash = strchr(path + strlen(r->folder) + 1, '/'); slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		(void)mkdir(path, 0777);
		*slash = '/';
	}
	if (!text_write(path, (redline_bytes){terminated, strlen(terminated)}))
		abort();
}

bool repository_is_sound(struct repository *r)
{
	/* dangling objects are what a killed writer leaves, and no fault */
	return repository_does(r, "fsck", "--strict", "--no-dangling", "--no-progress", NULL) &&
	       !strstr(r->done.err.ptr, "error") && !strstr(r->done.err.ptr, "warning");
}

unsigned repository_lines(const struct repository *r)
{
	unsigned lines = 0;
	for (size_t i = 0; i < r->done.out.len; i++)
		lines += r->done.out.ptr[i] == '\n';
	return lines;
}
