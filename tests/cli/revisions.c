/*
 * revisions.c -- drafts of revisions wherever a draft is expected.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

static struct desk d;

/* Rev.1 has the draft, Rev.2 the amended one, which is in the folder, too. */
static void open_desk(void)
{
	desk_open_store(&d);
	desk_run(&d, "save", "draft.md", "-m", "First draft", NULL);
	desk_run(&d, "tag", "Rev.1", NULL);
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn", NULL);
	desk_run(&d, "tag", "L.3/Rev.2", NULL);
	cr_assert_eq(d.done.status, 0, "%s", desk_err(&d));
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(revisions, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s", words, desk_err(&d))

Test(revisions, two_of_them_compared)
{
	desk_run(&d, "diff", "-f", "terminal", "Rev.1", "L.3/Rev.2", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("L.3/Rev.2:draft.md:3");
	EXPECT_OUT("[-noon-]{+dawn+}");
	desk_run(&d, "diff", "Rev.1:draft.md", "Rev.1:", NULL);
	EXPECT_STATUS(0);
}

Test(revisions, one_against_a_file)
{
	desk_run(&d, "diff", "HEAD", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "draft.md", "Rev.1", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("{~~dawn~>noon~~}");
}

/* HEAD alone is the draft that the other operand names. */
Test(revisions, the_same_draft_as_the_other_operand)
{
	desk_write(&d, "other.md", "1. Other.\n");
	desk_run(&d, "save", "other.md", "-m", "Another draft", NULL);
	desk_run(&d, "diff", "HEAD", "other.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "HEAD", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "HEAD~1:draft.md", "HEAD", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "HEAD~1", "HEAD", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("other.md");
}

Test(revisions, from_a_folder_below)
{
	desk_folder(&d, "texts");
	desk_write(&d, "texts/river.md", "1. Rivers flow.\n");
	desk_run(&d, "save", "texts/river.md", "-m", "Rivers", NULL);
	desk_run(&d, "-C", "texts", "diff", "HEAD:texts/river.md", "river.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "texts", "diff", "HEAD:river.md", "river.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "texts", "diff", "HEAD", "river.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "texts", "diff", "HEAD:draft.md", "../draft.md", NULL);
	EXPECT_STATUS(0);
}

Test(revisions, amended_and_explained)
{
	desk_run(&d, "apply", "-f", "terminal", "statement.txt", "Rev.1:draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("Rev.1:draft.md:3");
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "Rev.1", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_run(&d, "explain", "statement.txt", "Rev.1", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("Rev.1:draft.md:3");
	desk_run(&d, "explain", "--draft", "Rev.1", "statement.txt", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "clean", "Rev.1", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	desk_write(&d, "near.txt", "In paragraph 2, delete \"passenger\".\n");
	desk_run(&d, "apply", "near.txt", "HEAD", NULL);
	EXPECT_STATUS(1);
	EXPECT_ERR("HEAD:draft.md:5:27: note: paragraph 2 has \"passengers\"");
}

Test(revisions, a_file_always_wins)
{
	desk_write(&d, "Rev.1", "1. A file.\n");
	desk_run(&d, "clean", "Rev.1", NULL);
	cr_expect_str_eq(desk_out(&d), "1. A file.\n");
	desk_write(&d, "Rev.1:draft.md", "1. Another file.\n");
	desk_run(&d, "clean", "Rev.1:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), "1. Another file.\n");
	desk_run(&d, "clean", "tags/Rev.1:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
}

Test(revisions, a_folder_is_no_file)
{
	desk_folder(&d, "main");
	desk_run(&d, "clean", "main", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_folder(&d, "nobody");
	desk_run(&d, "clean", "nobody", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("nobody: Is a directory");
}

Test(revisions, what_is_nowhere_is_named)
{
	desk_run(&d, "diff", "nowhere.md", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("nowhere.md: there is no such file, and no such revision");
	desk_run(&d, "diff", "Rev.9:draft.md", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("Rev.9");
	desk_run(&d, "diff", "Rev.1:x.md", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("x.md");
	d.job.folder = d.home;
	desk_run(&d, "clean", "Rev.1:draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("Rev.1:draft.md: No such file or directory");
}

Test(revisions, three_operands_are_refused)
{
	desk_run(&d, "diff", "Rev.1", "L.3/Rev.2", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("REVISION:PATH");
}

/* A name may hold colons of its own. */
Test(revisions, a_name_with_a_colon)
{
	desk_run(&d, "tag", "issued: 18 Nov.", "Rev.1", NULL);
	desk_run(&d, "clean", "issued: 18 Nov.:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT, "%s", desk_err(&d));
	desk_run(&d, "clean", "issued: 18 Nov.", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT, "%s", desk_err(&d));
}

Test(revisions, a_revision_that_is_no_text)
{
	desk_shell(&d, "printf '1. D\\351j\\340 vu.\\n' > draft.md && git commit -qam 'Latin 1'");
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "Rev.1", "HEAD", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("HEAD:draft.md: byte 5 (line 1)");
}
