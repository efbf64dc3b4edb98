/*
 * files.c -- standard input, -o, and that nothing is ever half-written.
 */
#define _DEFAULT_SOURCE 1 /* symlink */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

TestSuite(files, .init = open_desk, .fini = close_desk);

static void expect_file(const char *name, const char *want)
{
	struct text file = desk_read(&d, name);
	cr_expect_str_eq(file.ptr ? file.ptr : "(none)", want);
	text_release(&file);
}

/* How many names lie in the folder besides the draft and the statement. */
static void expect_no_litter(const char *name)
{
	char command[600];
	struct done done = {0};
	snprintf(command, sizeof command, "ls -A | grep -vx -e draft.md -e statement.txt -e '%s'", name);
	job_run(&done, &(struct job){.argv = {"sh", "-c", command}, .folder = d.folder});
	cr_expect(done.out.len == 0, "left behind: %s", done.out.ptr);
	done_release(&done);
}

Test(files, statement_from_standard_input)
{
	d.job.in = (redline_bytes){DESK_STATEMENT, strlen(DESK_STATEMENT)};
	desk_run(&d, "apply", "-f", "clean", "-", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}

Test(files, draft_from_standard_input)
{
	d.job.in = (redline_bytes){DESK_DRAFT, strlen(DESK_DRAFT)};
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "-", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_run(&d, "clean", "-", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
}

Test(files, output_to_a_new_file)
{
	desk_run(&d, "apply", "-f", "clean", "-o", "new.md", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	cr_expect_str_empty(desk_out(&d));
	expect_file("new.md", DESK_AMENDED);
	expect_file("draft.md", DESK_DRAFT);
	expect_no_litter("new.md");
}

Test(files, output_over_the_draft_itself)
{
	desk_run(&d, "apply", "-f", "clean", "-o", "draft.md", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	expect_file("draft.md", DESK_AMENDED);
	expect_no_litter("");
}

Test(files, refusal_keeps_the_target)
{
	desk_write(&d, "target.md", "as it was\n");
	desk_write(&d, "statement.txt", "In paragraph 1, replace \"midnight\" with \"dawn\".\n");
	desk_run(&d, "apply", "-f", "clean", "-o", "target.md", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 1);
	expect_file("target.md", "as it was\n");
	expect_no_litter("target.md");
}

Test(files, a_target_that_cant_be_written_is_2)
{
	desk_run(&d, "apply", "-f", "clean", "-o", "no/such/folder.md", "statement.txt",
	         "draft.md", NULL);
	cr_expect_eq(d.done.status, 2);
	cr_expect(strstr(desk_err(&d), "no/such/folder.md"), "%s", desk_err(&d));
	expect_no_litter("");
}

static unsigned mode_of(const char *name)
{
	char path[600];
	struct stat st;
	snprintf(path, sizeof path, "%s/%s", d.folder, name);
	cr_assert_eq(stat(path, &st), 0);
	return (unsigned)st.st_mode & 07777;
}

Test(files, a_replaced_file_keeps_its_mode)
{
	char path[600];
	desk_write(&d, "target.md", "as it was\n");
	snprintf(path, sizeof path, "%s/target.md", d.folder);
	cr_assert_eq(chmod(path, 0640), 0);
	desk_run(&d, "apply", "-f", "clean", "-o", "target.md", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	expect_file("target.md", DESK_AMENDED);
	cr_expect_eq(mode_of("target.md"), 0640, "mode %o", mode_of("target.md"));
}

Test(files, output_through_a_link_keeps_the_link)
{
	char path[600];
	struct stat st;
	desk_write(&d, "target.md", "as it was\n");
	snprintf(path, sizeof path, "%s/link.md", d.folder);
	cr_assert_eq(symlink("target.md", path), 0);
	desk_run(&d, "apply", "-f", "clean", "-o", "link.md", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	expect_file("target.md", DESK_AMENDED);
	cr_assert_eq(lstat(path, &st), 0);
	cr_expect(S_ISLNK(st.st_mode), "the link was replaced by a file");
}

Test(files, double_dash_ends_the_options)
{
	desk_write(&d, "-draft.md", DESK_DRAFT);
	desk_run(&d, "apply", "-f", "clean", "--", "statement.txt", "-draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}

Test(files, another_folder)
{
	char folder[256];
	memcpy(folder, d.folder, sizeof folder);
	d.job.folder = "/";
	desk_run(&d, "-C", folder, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
}
