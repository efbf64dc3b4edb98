/*
 * status.c -- exit statuses: 0 done, 1 something was not applied or not
 * understood, 2 trouble.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "desk.h"

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(status, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))

static void expect_trouble(const char *named)
{
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	cr_expect(strstr(desk_err(&d), named), "\"%s\" isn't named in: %s", named, desk_err(&d));
}

Test(status, applied_is_0)
{
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}

Test(status, no_amendment_is_0_and_the_draft)
{
	desk_write(&d, "thanks.txt", "I thank you, Chair.\n");
	desk_run(&d, "apply", "-f", "clean", "thanks.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	cr_expect(d.done.err.len > 0, "nothing says that there was no amendment");
}

Test(status, refused_is_1_and_nothing_written)
{
	desk_write(&d, "absent.txt", "In paragraph 1, replace \"midnight\" with \"dawn\".\n");
	desk_run(&d, "apply", "absent.txt", "draft.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_empty(desk_out(&d));
	cr_expect(strstr(desk_err(&d), "absent.txt:1:"), "%s", desk_err(&d));
	cr_expect(strstr(desk_err(&d), "midnight"), "%s", desk_err(&d));
}

Test(status, one_refused_refuses_all)
{
	desk_write(&d, "two.txt",
	           "In paragraph 1, replace \"noon\" with \"dawn\".\n\n"
	           "In paragraph 2, replace \"silent\" with \"loud\".\n");
	desk_run(&d, "apply", "-f", "clean", "two.txt", "draft.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_empty(desk_out(&d));
}

Test(status, partial_applies_the_rest_and_is_1)
{
	desk_write(&d, "two.txt",
	           "In paragraph 1, replace \"noon\" with \"dawn\".\n\n"
	           "In paragraph 2, replace \"silent\" with \"loud\".\n");
	desk_run(&d, "apply", "--partial", "-f", "clean", "two.txt", "draft.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}

Test(status, several_statements)
{
	desk_write(&d, "second.txt", "In paragraph 2, delete the word \"noisy\".\n");
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "second.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect(strstr(desk_out(&d), "at dawn."), "%s", desk_out(&d));
	cr_expect(strstr(desk_out(&d), "who are."), "%s", desk_out(&d));
}

Test(status, explain_without_a_draft)
{
	desk_run(&d, "explain", "statement.txt", NULL);
	EXPECT_STATUS(0);
	cr_expect(strstr(desk_out(&d), "noon"), "%s", desk_out(&d));
}

Test(status, clean_of_an_unmarked_draft_is_the_draft)
{
	desk_run(&d, "clean", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
}

Test(status, clean_accepts_and_original_rejects)
{
	desk_run(&d, "apply", "-f", "criticmarkup", "-o", "marked.md", "statement.txt",
	         "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "clean", "marked.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_run(&d, "clean", "--original", "marked.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
}

Test(status, help_and_version_are_0)
{
	desk_run(&d, "--version", NULL);
	EXPECT_STATUS(0);
	cr_expect(strstr(desk_out(&d), REDLINE_VERSION), "%s", desk_out(&d));
	static const char *const commands[] = {"apply", "explain", "clean"};
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		desk_run(&d, commands[i], "--help", NULL);
		EXPECT_STATUS(0);
		cr_expect(strstr(desk_out(&d), commands[i]), "%s", desk_out(&d));
	}
	desk_run(&d, "--help", NULL);
	EXPECT_STATUS(0);
	cr_expect(strstr(desk_out(&d), "apply"), "%s", desk_out(&d));
}

Test(status, usage_errors_are_2)
{
	desk_run(&d, NULL);
	EXPECT_STATUS(2);
	desk_run(&d, "frobnicate", NULL);
	expect_trouble("frobnicate");
	desk_run(&d, "apply", "--frobnicate", "statement.txt", "draft.md", NULL);
	expect_trouble("frobnicate");
	desk_run(&d, "apply", "-f", "papyrus", "statement.txt", "draft.md", NULL);
	expect_trouble("papyrus");
	desk_run(&d, "apply", "--color=mauve", "statement.txt", "draft.md", NULL);
	expect_trouble("mauve");
	desk_run(&d, "apply", "draft.md", NULL);
	EXPECT_STATUS(2);
	desk_run(&d, "clean", NULL);
	EXPECT_STATUS(2);
}

Test(status, unknown_language_is_2)
{
	desk_run(&d, "apply", "--lang=tlh", "statement.txt", "draft.md", NULL);
	expect_trouble("tlh");
}

Test(status, missing_files_are_2)
{
	desk_run(&d, "apply", "statement.txt", "nowhere.md", NULL);
	expect_trouble("nowhere.md");
	desk_run(&d, "apply", "nowhere.txt", "draft.md", NULL);
	expect_trouble("nowhere.txt");
	desk_run(&d, "clean", "nowhere.md", NULL);
	expect_trouble("nowhere.md");
}

Test(status, a_folder_is_2)
{
	desk_run(&d, "apply", "statement.txt", ".", NULL);
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	desk_run(&d, "clean", "/", NULL);
	EXPECT_STATUS(2);
}

Test(status, a_full_disk_is_2)
{
	d.job.out_path = "/dev/full";
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	cr_expect(d.done.err.len > 0);
	desk_run(&d, "explain", "statement.txt", NULL);
	EXPECT_STATUS(2);
	desk_run(&d, "clean", "draft.md", NULL);
	EXPECT_STATUS(2);
	desk_run(&d, "--help", NULL);
	EXPECT_STATUS(2);
}
