/*
 * programs.c -- two programs that look like one: redline, and redline-store behind it.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

static struct desk d;

static void open_desk(void)
{
	desk_open_store(&d);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(programs, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s", words, desk_err(&d))

static const char *const of_store[] = {"init", "save", "log", "show", "tag", "status"};
enum { OF_STORE = sizeof of_store / sizeof *of_store };

Test(programs, one_list_of_commands)
{
	struct text listed = {0};
	desk_run(&d, "--help", NULL);
	text_put(&listed, desk_out(&d));
	for (size_t i = 0; i < OF_STORE; i++)
		cr_expect(strstr(listed.ptr, of_store[i]), "%s is not listed", of_store[i]);
	desk_shell(&d, "\"$redline-store\" --help");
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), listed.ptr);
	text_release(&listed);
}

Test(programs, help_of_every_command)
{
	char usage[64];
	for (size_t i = 0; i < OF_STORE; i++) {
		snprintf(usage, sizeof usage, "Usage: redline %s [OPTION]", of_store[i]);
		desk_run(&d, of_store[i], "--help", NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT(usage);
		desk_run(&d, "help", of_store[i], NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT(usage);
	}
}

Test(programs, a_misspelt_command_is_guessed)
{
	desk_run(&d, "sav", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("did you mean 'save'?");
	desk_run(&d, "help", "statsu", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("did you mean 'status'?");
}

Test(programs, alone_it_does_what_needs_no_store)
{
	desk_shell(&d, "mkdir alone && cp \"$redline\" alone/redline && cd alone && "
	               "./redline diff ../draft.md ../draft.md");
	EXPECT_STATUS(0);
	desk_shell(&d, "alone/redline status");
	EXPECT_STATUS(2);
	EXPECT_ERR("redline: status: this needs the program redline-store");
	desk_shell(&d, "alone/redline apply --save statement.txt draft.md");
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	EXPECT_ERR("redline-store");
	desk_shell(&d, "cd / && \"$OLDPWD\"/alone/redline -C \"$OLDPWD\" diff nowhere.md draft.md");
	EXPECT_STATUS(2);
	EXPECT_ERR("nowhere.md: No such file or directory");
}

Test(programs, found_where_it_is_installed)
{
	desk_shell(&d, "mkdir -p usr/bin usr/libexec/redline && cp \"$redline\" usr/bin/ && "
	               "cp \"$redline-store\" usr/libexec/redline/ && ln -s usr/bin/redline run && "
	               "./run status");
	EXPECT_STATUS(0);
	EXPECT_OUT("nothing has been saved yet");
}

Test(programs, the_folder_is_changed_once)
{
	desk_folder(&d, "a");
	desk_folder(&d, "a/a");
	desk_write(&d, "a/draft.md", "1. In a.\n");
	desk_write(&d, "a/a/draft.md", "1. In a of a.\n");
	desk_run(&d, "-C", "a", "save", "draft.md", "-m", "One", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "show", "HEAD:a/draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), "1. In a.\n");
	desk_run(&d, "-C", "a", "diff", "-C", "a", "HEAD:a/draft.md", "draft.md", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("{++a of ++}");
}

Test(programs, options_and_operands_in_any_order)
{
	desk_run(&d, "save", "draft.md", "-m", "One", NULL);
	desk_write(&d, "-draft.md", DESK_AMENDED);
	desk_run(&d, "diff", "HEAD:draft.md", "-f", "clean", "--", "-draft.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}

Test(programs, standard_input_is_not_lost_on_the_way)
{
	desk_run(&d, "save", "draft.md", "-m", "One", NULL);
	d.job.in = (redline_bytes){DESK_AMENDED, strlen(DESK_AMENDED)};
	desk_run(&d, "diff", "HEAD", "-", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("{~~noon~>dawn~~}");
	d.job.in = (redline_bytes){DESK_STATEMENT, strlen(DESK_STATEMENT)};
	desk_run(&d, "apply", "-f", "clean", "-", "HEAD", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}
