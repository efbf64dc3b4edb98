/*
 * process.c -- see process.h.
 *
 * Input and outputs are unlinked temporary files, so nothing can block on a
 * full pipe, and the time limits are ones that survive exec.  One fork and one
 * wait a run.
 */
#define _DEFAULT_SOURCE 1 /* wait4, mkdtemp, realpath */

#include "process.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SECONDS = 60 };

static FILE *temporary(void)
{
	FILE *file = tmpfile();
	if (!file)
		abort();
	return file;
}

static FILE *input_file(redline_bytes bytes)
{
	FILE *file = temporary();
	if (bytes.len && fwrite(bytes.ptr, 1, bytes.len, file) != bytes.len)
		abort();
	if (fflush(file) != 0)
		abort();
	rewind(file);
	return file;
}

static void take_back(struct text *out, FILE *file)
{
	char piece[1 << 16];
	size_t n;
	rewind(file);
	text_add(out, "", 0);
	while ((n = fread(piece, 1, sizeof piece, file)) > 0)
		text_add(out, piece, n);
	fclose(file);
}

static void set_environment(const struct job *job)
{
	unsetenv("NO_COLOR");
	unsetenv("PAGER");
	unsetenv("REDLINE_PAGER");
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("TERM", "dumb", 1);
	if (job->set[0])
		setenv(job->set[0], job->set[1], 1);
}

/* Time on the processor, so that a busy machine fails nobody; and, several
   times that, time on the clock, for a program that waits. */
static void set_limits(unsigned seconds)
{
	struct rlimit const cpu = {seconds, seconds + 1};
	setrlimit(RLIMIT_CPU, &cpu);
	signal(SIGXCPU, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	alarm(seconds * 5);
}

/* The child's side: never returns. */
static void become(const struct job *job, FILE *in, FILE *out, FILE *err)
{
	char *argv[JOB_ARGUMENTS + 1] = {0};
	memcpy(argv, job->argv, sizeof job->argv);
	set_environment(job);
	set_limits(job->seconds ? job->seconds : SECONDS);
	if (dup2(fileno(in), 0) < 0 || dup2(fileno(out), 1) < 0 || dup2(fileno(err), 2) < 0)
		_exit(126);
	if (job->folder && chdir(job->folder) != 0)
		_exit(126);
	execvp(argv[0], argv);
	_exit(127);
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static void await(struct done *done, pid_t child)
{
	int status;
	struct rusage used;
	double const begin = now();
	if (wait4(child, &status, 0, &used) != child)
		abort();
	done->wall = now() - begin;
	done->cpu = seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
	done->peak = used.ru_maxrss;
	done->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void job_run(struct done *out, const struct job *job)
{
	FILE *in = input_file(job->in);
	FILE *stdout_file = job->out_path ? fopen(job->out_path, "wb") : temporary();
	FILE *stderr_file = temporary();
	if (!stdout_file)
		abort();
	fflush(NULL);
	pid_t const child = fork();
	if (child < 0)
		abort();
	if (child == 0)
		become(job, in, stdout_file, stderr_file);
	*out = (struct done){0};
	await(out, child);
	fclose(in);
	if (job->out_path)
		fclose(stdout_file);
	else
		take_back(&out->out, stdout_file);
	take_back(&out->err, stderr_file);
}

void done_release(struct done *done)
{
	text_release(&done->out);
	text_release(&done->err);
}

const char *redline_program(void)
{
	static char path[4096];
	const char *given = getenv("REDLINE");
	if (!path[0] && !realpath(given ? given : "build/redline", path)) {
		fprintf(stderr, "no program %s\n", given ? given : "build/redline");
		abort();
	}
	return path;
}

void folder_new(char path[256])
{
	const char *under = getenv("TMPDIR");
	snprintf(path, 256, "%s/redline-test-XXXXXX", under && *under ? under : "/tmp");
	if (!mkdtemp(path))
		abort();
}

static void join(char out[1024], const char *folder, const char *name)
{
	if (snprintf(out, 1024, "%s/%s", folder, name) >= 1024)
		abort();
}

void folder_remove(const char *path)
{
	DIR *folder = opendir(path);
	if (!folder)
		return;
	for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		char inside[1024];
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		join(inside, path, entry->d_name);
		if (unlink(inside) != 0)
			folder_remove(inside);
	}
	closedir(folder);
	rmdir(path);
}

void folder_write(const char *path, const char *name, redline_bytes bytes)
{
	char inside[1024];
	join(inside, path, name);
	if (!text_write(inside, bytes))
		abort();
}
