/*
 * hand_over.c -- how `redline` leaves to `redline-store` what needs the store: it
 * becomes that program, with the same arguments and in the folder it was started
 * in, before anything is read or printed.
 *
 * `redline-store` lies beside `redline` (as where they are built), or where
 * `make install` puts it, seen from `redline` or as an absolute path.
 */
#define _GNU_SOURCE 1 /* O_PATH */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

#ifndef O_PATH
#define O_PATH O_RDONLY
#endif

/* How the program was started. */
static struct {
	char **argv;
	int folder;
} start = {NULL, -1};

void hand_over_begin(char **argv)
{
	start.argv = argv;
	start.folder = open(".", O_PATH | O_CLOEXEC);
}

/* The program's own path, up to its last slash; empty if it isn't known. */
static size_t own_folder(char *buf, size_t size)
{
	ssize_t const len = readlink("/proc/self/exe", buf, size - 1);
	if (len > 0)
		buf[len] = '\0';
	else
		(void)snprintf(buf, size, "%s", start.argv[0] ? start.argv[0] : "");
	char *slash = strrchr(buf, '/');
	buf[slash ? slash - buf + 1 : 0] = '\0';
	return strlen(buf);
}

/* Does not return if there is such a program. */
static void become(const char *folder, const char *name)
{
	char path[8192];
	int const len = snprintf(path, sizeof path, "%s%s", folder, name);
	if (len > 0 && (size_t)len < sizeof path)
		(void)execv(path, start.argv);
}

/* Comes back, and to this folder, only if there is no such program. */
static void become_store(void)
{
	char own[4096];
	int const here = open(".", O_PATH | O_CLOEXEC);
	if (here < 0 || start.folder < 0 || fchdir(start.folder) != 0)
		return;
	if (own_folder(own, sizeof own)) {
		become(own, "redline-store");
		become(own, "../libexec/redline/redline-store");
	}
	become(REDLINE_LIBEXEC, "/redline-store");
	(void)!fchdir(here); /* it was here a moment ago */
	(void)close(here);
}

int hand_over(const char *command)
{
	char what[4400];
	become_store();
	if (!command)
		return TROUBLE;
	(void)snprintf(what, sizeof what, "this needs the program redline-store, which is neither "
	               "beside redline nor in %s", REDLINE_LIBEXEC);
	say(command, what);
	return TROUBLE;
}

/* Not standard input, and no file: a revision may be meant. */
static bool may_be_revision(const char *operand)
{
	struct stat st;
	return strcmp(operand, "-") != 0 && (stat(operand, &st) != 0 || S_ISDIR(st.st_mode));
}

bool may_need_store(const struct command *command, const struct settings *s)
{
	if (s->save)
		return true;
	if (!(command->bit & FOR_DRAFTS))
		return false;
	for (int i = 0; i < s->file_count; i++)
		if (may_be_revision(s->files[i]))
			return true;
	return s->draft && may_be_revision(s->draft);
}

bool draft_read(struct file *out, const char *operand, const char *beside)
{
	(void)beside;
	return file_read(out, operand);
}

int outcome_save(struct saved_note *out, const struct job *job, const struct settings *s)
{
	(void)job;
	(void)s;
	out->text[0] = '\0';
	return hand_over("apply --save"); /* it was tried before, so this only says so */
}
