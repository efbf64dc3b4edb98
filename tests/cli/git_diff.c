/*
 * git_diff.c -- redline git-diff, called by the real git, and by hand as git
 * calls it.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

/* The repository is removed whole by the shell: it has folders. */
#define BEGIN                                                                   \
	"set -e; export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME=$PWD; " \
	"unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_EXTERNAL_DIFF GIT_PAGER_IN_USE; " \
	"mkdir repo; trap 'rm -rf \"$HOME/repo\"' EXIT; cd repo; git init -q; "         \
	"git config user.name Norland; git config user.email norland@example.org; "     \
	"git config diff.redline.command \"'$0' git-diff\"; "                           \
	"echo '* diff=redline' >.gitattributes; cp ../draft.md .; "                     \
	"git add .; git commit -qm first; sed 's/noon/dawn/' ../draft.md >draft.md; "
#define COMMIT "git add .; git commit -qm second; "

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(git_diff, .init = open_desk, .fini = close_desk, .timeout = 300);

static void run_shell(const char *script)
{
	done_release(&d.done);
	job_run(&d.done, &(struct job){
		.argv = {"sh", "-c", script, redline_program()},
		.folder = d.folder,
	});
}

/* A test that is skipped has no .fini. */
static void skip_without_git(void)
{
	run_shell("git --version");
	if (d.done.status == 0)
		return;
	cr_log_warn("there is no git here: a test of git-diff is skipped");
	close_desk();
	cr_skip_test("there is no git here");
}

static void run_git(const char *script)
{
	skip_without_git();
	run_shell(script);
	cr_expect_eq(d.done.status, 0, "status %d\n%s", d.done.status, desk_err(&d));
}

static void expect_out(const char *words)
{
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in:\n%s%s", words, desk_out(&d),
	          desk_err(&d));
}

/* ---- git calls ---- */

Test(git_diff, of_the_work_tree)
{
	run_git(BEGIN "git diff");
	expect_out("diff --redline a/draft.md b/draft.md\n");
	expect_out("depart at [-noon-]{+dawn+}.");
	cr_expect_not(strstr(desk_out(&d), "refuse passengers"), "%s", desk_out(&d));
	cr_expect_not(strchr(desk_out(&d), 0x1B), "%s", desk_out(&d));
	cr_expect_str_empty(desk_err(&d));
}

Test(git_diff, log_and_show)
{
	run_git(BEGIN COMMIT "git log -p --ext-diff");
	expect_out("depart at [-noon-]{+dawn+}.");
	expect_out("new file mode 100644\n");
	run_git(BEGIN COMMIT "git show --ext-diff");
	expect_out("    second\n");
	expect_out("depart at [-noon-]{+dawn+}.");
}

Test(git_diff, files_that_come_and_go)
{
	run_git(BEGIN "cp ../statement.txt other.txt; git rm -qf draft.md; git add .; "
	              "git diff --cached --no-renames");
	expect_out("diff --redline a/draft.md b/draft.md\ndeleted file mode 100644\n");
	expect_out("\n\ndiff --redline a/other.txt b/other.txt\nnew file mode 100644\n");
	expect_out("Norland proposes");
}

Test(git_diff, a_renamed_file)
{
	run_git(BEGIN "git mv -f draft.md 'the decision.md'; git add .; git diff --cached -M20");
	expect_out("diff --redline a/draft.md b/the decision.md\nsimilarity index ");
	expect_out("\nrename from draft.md\nrename to the decision.md\n");
	expect_out("the decision.md:3");
	expect_out("depart at [-noon-]{+dawn+}.");
}

Test(git_diff, a_file_that_is_no_text_is_one_line)
{
	run_git(BEGIN "printf 'a\\0b' >x.bin; printf 'a\\377b' >y.bin; git add .; "
	              "git diff --cached");
	expect_out("x.bin is no text (a NUL byte); there is no redline of it\n");
	expect_out("y.bin is no text (");
	expect_out("depart at [-noon-]{+dawn+}.");
	cr_expect_str_empty(desk_err(&d));
}

Test(git_diff, a_file_that_was_only_wrapped_anew)
{
	run_git(BEGIN "git checkout -q draft.md; sed 's/$/ /' ../draft.md >draft.md; git diff");
	cr_expect_str_eq(desk_out(&d), "diff --redline a/draft.md b/draft.md\n"
	                               "Nothing differs but white space, or what is ignored.\n");
}

Test(git_diff, a_changed_mode)
{
	run_git(BEGIN "git checkout -q draft.md; chmod +x draft.md; git diff");
	cr_expect_str_eq(desk_out(&d), "diff --redline a/draft.md b/draft.md\n"
	                               "old mode 100644\nnew mode 100755\n");
}

Test(git_diff, a_path_that_could_not_be_merged)
{
	run_git(BEGIN COMMIT "git checkout -qb other HEAD~1; sed 's/noon/dusk/' ../draft.md >draft.md; "
	              "git commit -qam third; git merge - >../said 2>&1 || git diff --ours; rm ../said");
	expect_out("* Unmerged path draft.md\n");
}

Test(git_diff, options_in_the_configured_command)
{
	run_git(BEGIN "git config diff.redline.command \"'$0' git-diff --color=always\"; git diff");
	expect_out("\x1b[1mdiff --redline a/draft.md b/draft.md\x1b[m\n");
	run_git(BEGIN "git config diff.redline.command \"'$0' git-diff --stat\"; git diff");
	expect_out("total");
	cr_expect_not(strstr(desk_out(&d), "dawn"), "%s", desk_out(&d));
	run_git(BEGIN "git config diff.redline.command \"'$0' git-diff --context=1\"; git diff");
	expect_out("refuse passengers");
}

Test(git_diff, without_attributes)
{
	run_git(BEGIN "rm .gitattributes; export GIT_EXTERNAL_DIFF=\"'$0' git-diff\"; git diff");
	expect_out("diff --redline a/draft.md b/draft.md\n");
	expect_out("diff --redline a/.gitattributes b/.gitattributes\ndeleted file mode 100644\n");
}

Test(git_diff, colour_when_git_has_a_pager)
{
	run_git(BEGIN "TERM=xterm GIT_PAGER_IN_USE=true git diff");
	expect_out("\x1b[");
	run_git(BEGIN "TERM=xterm NO_COLOR=1 GIT_PAGER_IN_USE=true git diff");
	cr_expect_not(strchr(desk_out(&d), 0x1B), "%s", desk_out(&d));
}

/* ---- as git calls ---- */

Test(git_diff, trouble_is_told_and_git_goes_on)
{
	desk_run(&d, "git-diff", "draft.md", "nowhere", "1", "100644", "draft.md", "2", "100644", NULL);
	cr_expect_eq(d.done.status, 0);
	cr_expect(strstr(desk_err(&d), "nowhere"), "%s", desk_err(&d));
	desk_run(&d, "git-diff", "a", ".", "1", "100644", "draft.md", "2", "100644", NULL);
	cr_expect_eq(d.done.status, 0);
	cr_expect(d.done.err.len > 0);
}

Test(git_diff, a_reader_that_goes_away_is_no_trouble)
{
	run_shell("{ sleep 1; \"$0\" git-diff d /dev/null . . draft.md 1 100644; echo $? >status; } | "
	          "true; cat status");
	cr_expect_str_eq(desk_out(&d), "0\n");
	cr_expect_str_empty(desk_err(&d));
}

Test(git_diff, wrong_arguments_are_2)
{
	desk_run(&d, "git-diff", NULL);
	cr_expect_eq(d.done.status, 2);
	desk_run(&d, "git-diff", "draft.md", "draft.md", NULL);
	cr_expect_eq(d.done.status, 2);
	cr_expect(strstr(desk_err(&d), "7 or 9"), "%s", desk_err(&d));
	desk_run(&d, "git-diff", "--frobnicate", "draft.md", NULL);
	cr_expect_eq(d.done.status, 2);
	cr_expect(strstr(desk_err(&d), "frobnicate"), "%s", desk_err(&d));
}

Test(git_diff, paths_are_shown_not_sent)
{
	desk_run(&d, "git-diff", "a\x1b[8mb", "draft.md", "1", "100644", "statement.txt", "2",
	         "100644", "c\nd", "similarity index 1%\nrename from \x1b[8m\n", NULL);
	cr_expect_eq(d.done.status, 0);
	const char *broken = text_harm(text_view(&d.done.out));
	cr_expect(!broken, "%s", broken);
	expect_out("\nsimilarity index 1%\nrename from U+001B[8m\n");
}
