/*
 * golden.c -- every folder of fixtures/cases, run and compared.
 *
 * A case is a folder: draft.md and amendments*.txt, or old.md and new.md, and
 *
 *   args         the arguments, one line, read by the shell; without it:
 *                apply -f criticmarkup amendments.txt draft.md, or, if there
 *                is an old.md: diff -f terminal old.md new.md
 *   want.out     standard output, to the last byte; without it: nothing
 *   want.err     standard error, likewise
 *   want.status  the exit status and a line end; without it: 0
 *
 * The program runs in a copy of the folder, so that its messages name plain
 * files and whatever it writes stays there.  With REDLINE_ACCEPT set the
 * want files are written instead.  One test walks them all: a process a
 * case, no fork of the test runner.
 */
#define _POSIX_C_SOURCE 200809L

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/process.h"

#define CASES "fixtures/cases"
#define APPLY_ARGS "apply -f criticmarkup amendments.txt draft.md"
#define DIFF_ARGS "diff -f terminal old.md new.md"

enum { PATH_SIZE = 1024 };

static void path_to(char out[PATH_SIZE], const char *name, const char *file)
{
	cr_assert(snprintf(out, PATH_SIZE, CASES "/%s/%s", name, file) < PATH_SIZE);
}

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* The case's files, without what is wanted, into a folder of their own. */
static void copy_case(const char *name, const char *folder)
{
	struct dirent **entries;
	char path[PATH_SIZE];
	path_to(path, name, "");
	int const count = scandir(path, &entries, visible, alphasort);
	for (int i = 0; i < count; i++) {
		struct text file = {0};
		path_to(path, name, entries[i]->d_name);
		if (strncmp(entries[i]->d_name, "want.", 5) != 0 && text_read(&file, path))
			folder_write(folder, entries[i]->d_name, text_view(&file));
		text_release(&file);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
}

static void run_case(struct done *out, const char *name)
{
	char folder[256], path[PATH_SIZE];
	struct text args = {0}, command = {0};
	path_to(path, name, "old.md");
	bool const is_diff = access(path, F_OK) == 0;
	path_to(path, name, "args");
	if (!text_read(&args, path))
		text_put(&args, is_diff ? DIFF_ARGS : APPLY_ARGS);
	text_format(&command, "exec \"$0\" %s", args.ptr);
	folder_new(folder);
	copy_case(name, folder);
	job_run(out, &(struct job){
		.argv = {"sh", "-c", command.ptr, redline_program()},
		.folder = folder,
	});
	folder_remove(folder);
	text_release(&args);
	text_release(&command);
}

/* --- Comparing --- */

static void compare(const char *name, const char *file, redline_bytes got, bool *any)
{
	char path[PATH_SIZE];
	struct text want = {0}, shown = {0};
	path_to(path, name, file);
	if (text_read(&want, path))
		*any = true;
	if (!text_is(text_view(&want), got)) {
		text_difference(&shown, text_view(&want), got);
		cr_expect(false, "%s: not what is wanted\n%s", path, shown.ptr);
	}
	text_release(&want);
	text_release(&shown);
}

static void compare_status(const char *name, int got, bool *any)
{
	char path[PATH_SIZE];
	struct text want = {0};
	path_to(path, name, "want.status");
	if (text_read(&want, path))
		*any = true;
	int const status = want.len ? atoi(want.ptr) : 0;
	cr_expect(got == status, "%s: exit status %d, wanted %d", path, got, status);
	text_release(&want);
}

static void judge(const char *name, const struct done *done)
{
	bool any = false;
	compare(name, "want.out", text_view(&done->out), &any);
	compare(name, "want.err", text_view(&done->err), &any);
	compare_status(name, done->status, &any);
	cr_expect(any, CASES "/%s wants nothing; `make accept` writes what comes out", name);
}

/* --- Accepting --- */

static void keep(const char *name, const char *file, redline_bytes got)
{
	char path[PATH_SIZE];
	path_to(path, name, file);
	if (got.len == 0)
		unlink(path);
	else
		cr_expect(text_write(path, got), "%s: can't be written", path);
}

static void accept_case(const char *name, const struct done *done)
{
	struct text status = {0};
	if (done->status != 0)
		text_format(&status, "%d\n", done->status);
	keep(name, "want.out", text_view(&done->out));
	keep(name, "want.err", text_view(&done->err));
	keep(name, "want.status", text_view(&status));
	text_release(&status);
}

Test(golden, cases, .timeout = 120)
{
	struct dirent **cases;
	int const count = scandir(CASES, &cases, visible, alphasort);
	bool const accept = getenv("REDLINE_ACCEPT") != NULL;
	cr_assert(count > 0, "no cases in " CASES);
	for (int i = 0; i < count; i++) {
		struct done done;
		run_case(&done, cases[i]->d_name);
		if (accept)
			accept_case(cases[i]->d_name, &done);
		else
			judge(cases[i]->d_name, &done);
		done_release(&done);
		free(cases[i]);
	}
	free(cases);
	cr_log_info("golden: %d cases", count);
}
