/*
 * apply_save.c -- redline apply --save: amendments as revisions, looked at with git.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

static struct desk d;

/* The draft is saved, and called Rev.1. */
static void open_desk(void)
{
	desk_open_store(&d);
	desk_run(&d, "save", "draft.md", "-m", "First draft", "--author", "Chair", "--date",
	         "2020-10-02", NULL);
	desk_run(&d, "tag", "Rev.1", NULL);
	cr_assert_eq(d.done.status, 0, "%s", desk_err(&d));
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(apply_save, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s", words, desk_err(&d))

static void expect_file(const char *name, const char *want)
{
	struct text file = desk_read(&d, name);
	cr_expect_str_eq(file.ptr ? file.ptr : "(none)", want);
	text_release(&file);
}

/* git finds the repository sound, and nothing to do in it. */
static void expect_sound(void)
{
	desk_git(&d, "fsck", "--strict", "--no-dangling", NULL);
	cr_expect_str_empty(desk_out(&d));
	desk_git(&d, "status", "--porcelain", "--untracked-files=no", NULL);
	cr_expect_str_empty(desk_out(&d), "git finds something to do: %s", desk_out(&d));
}

static void expect_log(const char *want, const char *format)
{
	desk_git(&d, "log", "--topo-order", format, NULL);
	cr_expect_str_eq(desk_out(&d), want);
}

/* Nothing has come to the store, and the draft is as it was. */
static void expect_untouched(void)
{
	expect_log("First draft\n", "--format=%s");
	expect_file("draft.md", DESK_DRAFT);
	desk_git(&d, "for-each-ref", "--format=%(refname)", NULL);
	cr_expect_str_eq(desk_out(&d), "refs/heads/main\nrefs/tags/Rev.1\n");
	expect_sound();
}

/* ---- one amendment ---- */

Test(apply_save, the_redline_and_a_revision)
{
	desk_write(&d, "norland.txt",
	           "Statement by Norland, 18 November 2020\n\nIn paragraph 1, Norland proposes to "
	           "replace \"noon\" with \"dawn\", because it is cooler.\n");
	desk_run(&d, "apply", "-f", "terminal", "norland.txt", "draft.md", NULL);
	struct text without = {0};
	text_put(&without, desk_out(&d));
	desk_run(&d, "apply", "-f", "terminal", "--save", "norland.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), without.ptr);
	EXPECT_ERR("redline: 1 revision saved on main, up to ");
	text_release(&without);
	expect_file("draft.md", DESK_AMENDED);
	expect_log("Norland|2020-11-18T12:00:00+00:00|" DESK_PERSON "\nChair|2020-10-02T12:00:00+00:00|"
	           DESK_PERSON "\n", "--format=%an|%aI|%cn <%ce>");
	expect_sound();
	desk_git(&d, "hash-object", "norland.txt", NULL);
	char want[600];
	snprintf(want, sizeof want,
	         "In paragraph 1 replace \"noon\" with \"dawn\"\n\nProposed-by: Norland\n"
	         "Amends: para 1\nReason: it is cooler\n"
	         "Source: .redline/statements/norland.txt:3 (blob %.40s)\n\n", desk_out(&d));
	desk_git(&d, "log", "-1", "--format=%B", NULL);
	cr_expect_str_eq(desk_out(&d), want);
	desk_git(&d, "log", "-1", "--format=%(trailers:key=Amends,valueonly)", NULL);
	cr_expect_str_eq(desk_out(&d), "para 1\n\n");
}

Test(apply_save, the_statement_is_kept)
{
	desk_run(&d, "apply", "--save", "statement.txt", "draft.md", NULL);
	desk_git(&d, "log", "-1", "--stat", "--format=", NULL);
	EXPECT_OUT(".redline/statements/statement.txt | 1 +");
	EXPECT_OUT("draft.md");
	EXPECT_OUT("2 files changed, 2 insertions(+), 1 deletion(-)");
	desk_git(&d, "show", "HEAD:.redline/statements/statement.txt", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_STATEMENT);
}

Test(apply_save, another_statement_of_the_same_name)
{
	desk_run(&d, "apply", "--save", "-q", "statement.txt", "draft.md", NULL);
	cr_expect_str_empty(desk_err(&d));
	static const char second[] = "In paragraph 2, Sudland proposes to delete \"noisy\".\n";
	d.job.in = (redline_bytes){second, sizeof second - 1};
	desk_run(&d, "apply", "--save", "-", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_folder(&d, "more");
	desk_write(&d, "more/statement.txt", "In paragraph 2, Ostland proposes to replace \"captain\" "
	                                     "with \"master\".\n");
	desk_run(&d, "apply", "--save", "more/statement.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "ls-tree", "-r", "--name-only", "HEAD", ".redline/", NULL);
	cr_expect_str_eq(desk_out(&d), ".redline/statements/statement-2.txt\n"
	                               ".redline/statements/statement-3.txt\n"
	                               ".redline/statements/statement.txt\n");
}

/* ---- several ---- */

#define THREE                                                                   \
	"Norland\n\n"                                                           \
	"In paragraph 1, replace \"noon\" with \"dawn\".\n\n"                   \
	"In paragraph 2, replace \"captain\" with \"master\".\n\n"              \
	"After paragraph 2, insert a new paragraph:\n\n\"Dogs are welcome.\"\n"

Test(apply_save, one_revision_an_amendment)
{
	desk_write(&d, "three.txt", THREE);
	desk_run(&d, "apply", "--save", "-f", "clean", "three.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	struct text amended = {0};
	text_put(&amended, desk_out(&d));
	EXPECT_ERR("3 revisions saved on main");
	expect_log("para 2 bis\n\npara 2\n\npara 1\n\n\n",
	           "--format=%(trailers:key=Amends,valueonly)");
	desk_run(&d, "show", "HEAD~2:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_run(&d, "diff", "HEAD~2:draft.md", "HEAD~1:draft.md", NULL);
	EXPECT_OUT("The {~~captain~>master~~} may");
	desk_run(&d, "show", "HEAD:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), amended.ptr);
	expect_file("draft.md", amended.ptr);
	desk_git(&d, "reflog", "main", NULL);
	cr_expect_eq(strstr(strchr(desk_out(&d), '\n') + 1, "\n")[1], '\0',
	             "the branch moved more than once:\n%s", desk_out(&d));
	expect_sound();
	text_release(&amended);
}

Test(apply_save, git_blame_names_the_proposers)
{
	desk_write(&d, "a.txt", "In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\".\n");
	desk_write(&d, "b.txt", "In paragraph 2, Sudland proposes to delete \"who are noisy\".\n");
	desk_run(&d, "apply", "--save", "a.txt", "b.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_shell(&d, "git blame --porcelain draft.md | grep '^author '");
	cr_expect_str_eq(desk_out(&d), "author Chair\nauthor Norland\nauthor Sudland\n");
}

Test(apply_save, the_same_change_from_two_is_one_revision)
{
	desk_write(&d, "a.txt", "In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\".\n");
	desk_write(&d, "b.txt", "Sudland proposes to replace \"noon\" with \"dawn\" in paragraph 1.\n");
	desk_run(&d, "apply", "--save", "a.txt", "b.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("1 revision saved");
	desk_git(&d, "log", "-1", "--format=%an %(trailers:key=Proposed-by,valueonly,separator=+)",
	         NULL);
	cr_expect_str_eq(desk_out(&d), "Norland Norland+Sudland\n");
	desk_git(&d, "ls-tree", "-r", "--name-only", "HEAD", ".redline/", NULL);
	cr_expect_str_eq(desk_out(&d), ".redline/statements/a.txt\n.redline/statements/b.txt\n");
	desk_run(&d, "log", "-n1", NULL);
	EXPECT_OUT("  Norland, Sudland  ");
}

/* What one amends of one's own is in the first revision; it makes none itself. */
Test(apply_save, an_amendment_of_ones_own_words)
{
	desk_write(&d, "twice.txt",
	           "In paragraph 1, Norland proposes to replace \"noon\" with \"early dawn\".\n\n"
	           "In paragraph 1, Norland proposes to replace \"early dawn\" with \"first light\".\n");
	desk_run(&d, "apply", "--save", "twice.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("1 revision saved");
	desk_run(&d, "show", "HEAD:draft.md", "1", NULL);
	cr_expect_str_eq(desk_out(&d), "1. Ferries shall depart at first light.\n");
	desk_git(&d, "log", "-1", "--format=%b", NULL);
	EXPECT_OUT("with \"first light\"");
	EXPECT_OUT("twice.txt:1 ");
	EXPECT_OUT("twice.txt:3 ");
}

Test(apply_save, support_where_it_is_beyond_doubt)
{
	desk_write(&d, "a.txt", "In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\".\n");
	desk_write(&d, "b.txt", "Sudland\n\nSudland supports the proposal of Norland on paragraph 1.\n");
	desk_write(&d, "c.txt", "Ostland\n\nOstland supports paragraph 1.\n");
	desk_run(&d, "apply", "--save", "a.txt", "b.txt", "c.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("3 revisions saved");
	desk_git(&d, "log", "--format=%an %s %(trailers:key=Supported-by,valueonly,separator=+)", "-3",
	         NULL);
	cr_expect_str_eq(desk_out(&d), "Ostland Keep the statement c.txt \n"
	                               "Sudland Keep the statement b.txt \n"
	                               "Norland In paragraph 1 replace \"noon\" with \"dawn\" Sudland\n");
	desk_git(&d, "diff", "--name-only", "HEAD~2", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), ".redline/statements/b.txt\n.redline/statements/c.txt\n");
}

Test(apply_save, a_statement_without_an_amendment_is_kept_once)
{
	desk_write(&d, "thanks.txt", "I thank you, Chair.\n");
	desk_run(&d, "apply", "--save", "thanks.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("1 revision saved");
	desk_run(&d, "apply", "--save", "thanks.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("nothing new to save");
	expect_file("draft.md", DESK_DRAFT);
}

/* ---- all or nothing ---- */

Test(apply_save, one_refused_saves_none)
{
	desk_write(&d, "bad.txt", "In paragraph 1, replace \"noon\" with \"dawn\".\n\n"
	                          "In paragraph 2, replace \"silent\" with \"loud\".\n");
	desk_run(&d, "apply", "--save", "bad.txt", "draft.md", NULL);
	EXPECT_STATUS(1);
	expect_untouched();
	desk_run(&d, "apply", "--save", "-f", "json", "bad.txt", "draft.md", NULL);
	EXPECT_STATUS(1);
	expect_untouched();
	desk_run(&d, "apply", "--save", "--partial", "bad.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	expect_untouched();
}

Test(apply_save, an_output_that_cant_be_written_saves_none)
{
	desk_run(&d, "apply", "--save", "-o", "no/such/folder.md", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	expect_untouched();
}

/* git converts line ends here: the file has CRLF, the store LF, and they are the same draft. */
Test(apply_save, a_draft_whose_line_ends_git_converts)
{
	desk_git(&d, "config", "core.autocrlf", "true", NULL);
	desk_write(&d, "draft.md", "# Draft decision on ferries\r\n\r\n"
	           "1. Ferries shall depart at noon.\r\n\r\n"
	           "2. The captain may refuse passengers who are noisy.\r\n");
	desk_write(&d, "statement.txt",
	           "In paragraph 1, Norland proposes to replace \"noon\" with \"dawn\".\r\n");
	desk_run(&d, "blame", "1", "draft.md", NULL);
	cr_expect_str_empty(desk_err(&d));
	desk_run(&d, "apply", "--save", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	expect_file("draft.md", "# Draft decision on ferries\r\n\r\n"
	            "1. Ferries shall depart at dawn.\r\n\r\n"
	            "2. The captain may refuse passengers who are noisy.\r\n");
	expect_sound();
	/* the id in the message is that of the statement as it is kept */
	desk_shell(&d, "git cat-file -e $(git log -1 --format=%B | sed -n "
	           "'s/^Source:.* \\([0-9a-f]\\{40\\}\\).*/\\1/p') && echo kept");
	EXPECT_OUT("kept");
}

Test(apply_save, a_draft_that_is_not_saved_is_declined)
{
	desk_write(&d, "draft.md", DESK_DRAFT "\n3. New.\n");
	desk_run(&d, "apply", "--save", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	EXPECT_ERR("save it first");
	desk_write(&d, "other.md", DESK_DRAFT);
	desk_run(&d, "apply", "--save", "statement.txt", "other.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("other.md is not in the last revision of main; save it first");
	desk_run(&d, "apply", "--save", "statement.txt", "-", NULL);
	EXPECT_STATUS(2);
	desk_write(&d, "draft.md", DESK_DRAFT);
	expect_untouched();
}

Test(apply_save, what_goes_with_it)
{
	desk_run(&d, "apply", "--branch", "norland", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("--branch goes with --save");
	desk_run(&d, "apply", "--save", "-o", "./draft.md", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("'./draft.md'");
	expect_untouched();
}

/* ---- branches ---- */

Test(apply_save, a_branch_of_its_own)
{
	desk_run(&d, "apply", "--save", "--branch", "norland", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_ERR("1 revision saved on norland");
	expect_file("draft.md", DESK_DRAFT);
	cr_expect(!desk_has(&d, ".redline"));
	expect_log("First draft\n", "--format=%s");
	desk_run(&d, "show", "norland:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	expect_sound();
	desk_write(&d, "more.txt", "In paragraph 2, Norland proposes to delete \"who are noisy\".\n");
	desk_run(&d, "apply", "--save", "--branch", "norland", "more.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	EXPECT_ERR("not as in the last revision of norland");
	desk_run(&d, "apply", "--save", "--branch", "norland", "more.txt", "norland:draft.md", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "rev-list", "--count", "norland", NULL);
	cr_expect_str_eq(desk_out(&d), "3\n");
	desk_run(&d, "diff", "main:draft.md", "norland", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("{~~noon~>dawn~~}");
	EXPECT_OUT("{-- who are noisy--}");
}

Test(apply_save, the_branch_that_is_checked_out_by_name)
{
	desk_run(&d, "apply", "--save", "--branch", "main", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(0);
	expect_file("draft.md", DESK_AMENDED);
	expect_sound();
}

Test(apply_save, a_branch_that_git_would_not_take)
{
	desk_run(&d, "apply", "--save", "--branch", "no..way", "statement.txt", "draft.md", NULL);
	EXPECT_STATUS(2);
	expect_untouched();
}

Test(apply_save, in_a_bare_repository)
{
	desk_git(&d, "clone", "-q", "--bare", ".", "bare.git", NULL);
	desk_run(&d, "-C", "bare.git", "apply", "--save", "../statement.txt", "main:draft.md", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "-C", "bare.git", "show", "main:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_git(&d, "-C", "bare.git", "fsck", "--strict", NULL);
}

Test(apply_save, from_a_folder_below)
{
	desk_shell(&d, "mkdir texts && cp draft.md texts/river.md && "
	               "\"$redline\" save -m Two texts/river.md && cd texts && "
	               "\"$redline\" apply --save ../statement.txt river.md");
	EXPECT_STATUS(0);
	expect_file("texts/river.md", DESK_AMENDED);
	expect_file("draft.md", DESK_DRAFT);
	desk_git(&d, "ls-tree", "-r", "--name-only", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), ".redline/statements/statement.txt\ndraft.md\ntexts/river.md\n");
	expect_sound();
}
