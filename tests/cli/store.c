/*
 * store.c -- init, save, log, show, tag, status, on real repositories, looked at with
 * git.
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

TestSuite(store, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s", words, desk_err(&d))

static void expect_refused(const char *words)
{
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	EXPECT_ERR(words);
}

static void save_first(void)
{
	desk_run(&d, "save", "draft.md", "-m", "First draft", "--author", "Chair", "--date",
	         "2020-10-02", NULL);
	EXPECT_STATUS(0);
}

static void expect_git(const char *want, const char *format)
{
	desk_git(&d, "log", "-1", format, NULL);
	cr_expect_str_eq(desk_out(&d), want);
}

static void expect_sound(void)
{
	desk_git(&d, "fsck", "--strict", NULL);
	cr_expect_str_empty(desk_out(&d));
	desk_git(&d, "status", "--porcelain", "--untracked-files=no", NULL);
	cr_expect_str_empty(desk_out(&d), "git finds something to do: %s", desk_out(&d));
}

/* ---- init ---- */

Test(store, init_makes_a_repository)
{
	desk_run(&d, "init", "river", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("made a store in ");
	EXPECT_OUT("/river/");
	desk_git(&d, "-C", "river", "symbolic-ref", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), "refs/heads/main\n");
}

Test(store, init_does_not_do_it_twice)
{
	save_first();
	desk_run(&d, "init", NULL);
	expect_refused("already");
	expect_git("First draft\n", "--format=%s");
	desk_run(&d, "init", "a", "b", NULL);
	expect_refused("'b'");
}

/* ---- save ---- */

Test(store, a_revision_is_a_commit)
{
	save_first();
	EXPECT_OUT("saved as ");
	EXPECT_OUT(" on main");
	expect_git("Chair|2020-10-02T12:00:00+00:00|" DESK_PERSON "|First draft\n",
	           "--format=%an|%aI|%cn <%ce>|%s");
	desk_git(&d, "show", "HEAD:draft.md", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	desk_git(&d, "ls-tree", "-r", "--name-only", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), "draft.md\n");
	expect_sound();
}

Test(store, bytes_are_saved_as_they_are)
{
	desk_write(&d, "crlf.md", "1. One.\r\n\r\n2. Two. \t \r\n3. No line end");
	desk_run(&d, "save", "crlf.md", "-m", "CRLF", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "show", "HEAD", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), "1. One.\r\n\r\n2. Two. \t \r\n3. No line end");
}

Test(store, what_has_not_changed_is_not_saved_again)
{
	save_first();
	desk_run(&d, "save", "draft.md", "-m", "Again", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("nothing to save");
	expect_git("First draft\n", "--format=%s");
}

Test(store, a_message_is_needed)
{
	desk_run(&d, "save", "draft.md", NULL);
	expect_refused("-m MESSAGE is needed");
	desk_run(&d, "save", "draft.md", "-m", " \n", NULL);
	expect_refused("empty");
	desk_run(&d, "save", "-m", "No draft", NULL);
	expect_refused("a draft is needed");
	desk_run(&d, "save", "-", "-m", "From a pipe", NULL);
	expect_refused("standard input");
}

Test(store, what_is_no_text_does_not_get_in)
{
	save_first();
	desk_write(&d, "latin1.md", "1. D\xE9j\xE0 vu.\n");
	desk_run(&d, "save", "latin1.md", "-m", "Latin", NULL);
	expect_refused("latin1.md: byte 5 (line 1)");
	desk_run(&d, "save", "draft.md", "latin1.md", "-m", "Both", NULL);
	EXPECT_STATUS(2);
	expect_git("First draft\n", "--format=%s");
}

Test(store, several_drafts_are_one_revision)
{
	desk_write(&d, "other.md", "1. Other.\n");
	desk_run(&d, "save", "-m", "Two drafts", "other.md", "draft.md", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "ls-tree", "-r", "--name-only", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), "draft.md\nother.md\n");
}

Test(store, dates_and_authors_that_are_none)
{
	desk_run(&d, "save", "draft.md", "-m", "x", "--date", "yesterday", NULL);
	expect_refused("'yesterday'");
	desk_run(&d, "save", "draft.md", "-m", "x", "--date", "2020-02-30", NULL);
	expect_refused("'2020-02-30'");
	desk_run(&d, "save", "draft.md", "-m", "x", "--author", "<mail@example.org>", NULL);
	expect_refused("--author");
	desk_run(&d, "save", "draft.md", "-m", "x", "--author", "Japan <j@example.org>",
	         "--date=2020-11-18T10:30:00+09:00", NULL);
	EXPECT_STATUS(0);
	expect_git("Japan <j@example.org> 2020-11-18T10:30:00+09:00\n",
	           "--format=%an <%ae> %aI");
}

Test(store, a_branch_leaves_the_folder_alone)
{
	save_first();
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn", "--branch", "norland", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT(" on norland");
	desk_git(&d, "log", "--format=%s", "norland", NULL);
	cr_expect_str_eq(desk_out(&d), "At dawn\nFirst draft\n");
	desk_git(&d, "status", "--porcelain", "--untracked-files=no", NULL);
	cr_expect_str_eq(desk_out(&d), " M draft.md\n");
	desk_run(&d, "diff", "main", "norland", NULL);
	EXPECT_STATUS(1);
	EXPECT_OUT("{~~noon~>dawn~~}");
}

Test(store, nothing_else_is_touched)
{
	save_first();
	desk_write(&d, "notes.txt", "Staged.\n");
	desk_git(&d, "add", "notes.txt", NULL);
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "status", "--porcelain", NULL);
	cr_expect_str_eq(desk_out(&d), "A  notes.txt\n?? statement.txt\n");
}

Test(store, from_a_folder_below_and_from_outside)
{
	char path[600];
	desk_folder(&d, "texts");
	desk_write(&d, "texts/river.md", "1. Rivers flow.\n");
	desk_run(&d, "-C", "texts", "save", "river.md", "-m", "From below", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "texts", "show", "HEAD", NULL);
	cr_expect_str_eq(desk_out(&d), "1. Rivers flow.\n");
	snprintf(path, sizeof path, "%s/draft.md", d.folder);
	d.job.folder = "/";
	desk_run(&d, "save", path, "-m", "From outside", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "log", path, NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("From outside");
	cr_expect(!strstr(desk_out(&d), "From below"));
}

Test(store, without_a_store_it_says_so)
{
	static const char *const commands[] = {"log", "status", "tag"};
	d.job.folder = d.home;
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		desk_run(&d, commands[i], NULL);
		expect_refused("redline init");
	}
}

/* ---- log ---- */

Test(store, log_is_newest_first)
{
	save_first();
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn\n\nReason: it is cooler", "--author",
	         "Norland", "--date", "2020-11-18", NULL);
	desk_run(&d, "log", NULL);
	EXPECT_STATUS(0);
	cr_expect_eq(strncmp(desk_out(&d), "2020-11-18  Norland  ", 21), 0, "%s", desk_out(&d));
	EXPECT_OUT("\n    At dawn\n    because it is cooler\n\n2020-10-02  Chair  ");
	desk_run(&d, "log", "-n", "1", NULL);
	cr_expect(!strstr(desk_out(&d), "Chair"), "%s", desk_out(&d));
	desk_run(&d, "log", "--at", "HEAD~1", NULL);
	cr_expect(!strstr(desk_out(&d), "Norland"), "%s", desk_out(&d));
	EXPECT_OUT("Chair");
}

Test(store, log_of_one_draft)
{
	save_first();
	desk_write(&d, "other.md", "1. Other.\n");
	desk_run(&d, "save", "other.md", "-m", "Another draft", NULL);
	desk_git(&d, "mv", "draft.md", "ferries.md", NULL);
	desk_git(&d, "commit", "-qm", "A new name", NULL);
	desk_run(&d, "log", "ferries.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("First draft");
	cr_expect(!strstr(desk_out(&d), "Another"), "%s", desk_out(&d));
}

Test(store, log_of_what_no_revision_has)
{
	save_first();
	desk_run(&d, "log", "statement.txt", NULL);
	expect_refused("no revision has a draft of this name");
	desk_run(&d, "tag", "Rev.1", NULL);
	desk_run(&d, "log", "Rev.1", NULL);
	expect_refused("--at");
}

Test(store, log_as_json)
{
	save_first();
	desk_run(&d, "tag", "Rev.1", NULL);
	desk_shell(&d, "\"$redline\" log -f json | tr -d '\\n' | grep -q "
	               "'^\\[{\"revision\": \"[0-9a-f]\\{40\\}\", \"label\": \"Rev.1\", "
	               "\"author\": \"Chair\", \"email\": \"\", \"date\": "
	               "\"2020-10-02T12:00:00+00:00\", \"recorder\": \"Secretariat\".*\"subject\": "
	               "\"First draft\", \"body\": \"\", \"trailers\": \\[\\], \"parents\": 0}\\]$'");
	EXPECT_STATUS(0);
}

Test(store, log_of_an_empty_store)
{
	desk_run(&d, "log", NULL);
	expect_refused("nothing has been saved yet");
}

/* ---- show ---- */

Test(store, show_prints_the_draft)
{
	save_first();
	desk_run(&d, "tag", "Rev.1", NULL);
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn", NULL);
	static const char *const names[] = {"Rev.1", "Rev.1:", "Rev.1:draft.md", "HEAD~1",
	                                    "main~1:./draft.md"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		desk_run(&d, "show", names[i], NULL);
		cr_expect_str_eq(desk_out(&d), DESK_DRAFT, "%s: %s", names[i], desk_err(&d));
	}
	desk_run(&d, "show", NULL);
	expect_refused("a revision is needed");
	desk_run(&d, "show", "Rev.7", NULL);
	expect_refused("Rev.7");
	desk_run(&d, "show", "Rev.1:nowhere.md", NULL);
	expect_refused("nowhere.md");
}

Test(store, show_with_several_drafts)
{
	save_first();
	desk_write(&d, "other.md", "1. Other.\n");
	desk_run(&d, "save", "other.md", "-m", "Another draft", NULL);
	desk_run(&d, "show", "HEAD", NULL);
	expect_refused("other.md");
	EXPECT_ERR("draft.md");
	desk_run(&d, "show", "HEAD:other.md", NULL);
	cr_expect_str_eq(desk_out(&d), "1. Other.\n");
}

Test(store, show_prints_a_paragraph)
{
	desk_write(&d, "draft.md", "# A. Ships\n\n1. One:\n\n   (a) first;\n\n   (b) second.\n\n"
	                           "2. Two.\n\n# ANNEX I\n\n1. Again.\n\n3. Three.\n");
	desk_run(&d, "save", "draft.md", "-m", "Numbers", NULL);
	desk_run(&d, "show", "HEAD", "para 2", NULL);
	cr_expect_str_eq(desk_out(&d), "2. Two.\n", "%s", desk_err(&d));
	desk_run(&d, "show", "HEAD:draft.md", "line 3", NULL);
	cr_expect_str_eq(desk_out(&d), "1. One:\n\n   (a) first;\n\n   (b) second.\n");
	desk_run(&d, "show", "HEAD", "annex I, 1", NULL);
	cr_expect_str_eq(desk_out(&d), "1. Again.\n", "%s", desk_err(&d));
	desk_run(&d, "show", "HEAD", "1(b)", NULL);
	cr_expect_str_eq(desk_out(&d), "   (b) second.\n", "%s", desk_err(&d));
	desk_run(&d, "show", "HEAD", "7", NULL);
	expect_refused("HEAD:draft.md: there is no \"7\"");
}

/* ---- tag ---- */

Test(store, any_set_of_names)
{
	static const char *const names[] = {"L.1", "L.1/Rev.1", "Rev.2", "Rev.10", "A/AC.290/2021/L.1",
	                                    "A/AC.290/2021/L.1/Rev.1", "issued: 18 Nov."};
	save_first();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		desk_run(&d, "tag", names[i], NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT(names[i]);
		desk_run(&d, "show", names[i], NULL);
		cr_expect_str_eq(desk_out(&d), DESK_DRAFT, "%s: %s", names[i], desk_err(&d));
	}
	desk_run(&d, "tag", NULL);
	EXPECT_STATUS(0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		EXPECT_OUT(names[i]);
	cr_expect(strstr(desk_out(&d), "Rev.2 ") < strstr(desk_out(&d), "Rev.10"), "%s",
	          desk_out(&d));
	desk_git(&d, "cat-file", "-t", "Rev.2", NULL);
	cr_expect_str_eq(desk_out(&d), "tag\n");
	expect_sound();
}

Test(store, a_name_is_for_good)
{
	save_first();
	desk_run(&d, "tag", "Rev.1", "-m", "As issued", NULL);
	EXPECT_STATUS(0);
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_run(&d, "save", "draft.md", "-m", "At dawn", NULL);
	desk_run(&d, "tag", "Rev.1", NULL);
	EXPECT_STATUS(2);
	desk_run(&d, "tag", "Rev.2", "nowhere", NULL);
	EXPECT_STATUS(2);
	desk_git(&d, "tag", "-l", "--format=%(refname:short) %(contents:subject)", NULL);
	cr_expect_str_eq(desk_out(&d), "Rev.1 As issued\n");
	desk_run(&d, "diff", "Rev.1", "draft.md", NULL);
	EXPECT_STATUS(1);
}

/* ---- status ---- */

Test(store, status_says_what_is_not_saved)
{
	desk_run(&d, "status", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("On main; nothing has been saved yet\n");
	EXPECT_OUT("  new      draft.md\n");
	desk_write(&d, "other.md", "1. Other.\n");
	desk_run(&d, "save", "draft.md", "statement.txt", "other.md", "-m", "All", NULL);
	desk_run(&d, "status", NULL);
	EXPECT_OUT("Every draft is saved.\n");
	desk_write(&d, "draft.md", DESK_AMENDED);
	desk_shell(&d, "rm other.md");
	desk_run(&d, "status", NULL);
	EXPECT_OUT("On main: ");
	EXPECT_OUT("  changed  draft.md\n");
	EXPECT_OUT("  missing  other.md\n");
	desk_run(&d, "status", "-f", "json", NULL);
	EXPECT_OUT("{\"path\": \"draft.md\", \"state\": \"changed\"}");
	EXPECT_OUT("{\"path\": \"statement.txt\", \"state\": \"saved\"}");
	desk_run(&d, "status", "draft.md", NULL);
	expect_refused("'draft.md'");
}

/* ---- what others wrote ---- */

Test(store, controls_are_shown_not_sent)
{
	static const char *const commands[] = {"log", "tag", "status"};
	desk_shell(&d, "git add draft.md && git -c user.name=\"$(printf 'E\\033[31mve')\" commit -qm "
	               "\"$(printf 'R\\033]0;x\\007ed \\342\\200\\256')\" && git tag \"$(printf 'v\\342\\200\\2561')\"");
	EXPECT_STATUS(0);
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		desk_run(&d, commands[i], NULL);
		EXPECT_STATUS(0);
		cr_expect_null(text_harm(text_view(&d.done.out)), "%s: %s", commands[i],
		               text_harm(text_view(&d.done.out)));
		desk_run(&d, commands[i], "-f", "json", NULL);
		cr_expect_null(text_harm(text_view(&d.done.out)), "%s: %s", commands[i],
		               text_harm(text_view(&d.done.out)));
	}
	desk_run(&d, "log", NULL);
	EXPECT_OUT("U+001B");
	desk_run(&d, "show", "\033[31m", NULL);
	EXPECT_STATUS(2);
	cr_expect_null(text_harm(text_view(&d.done.err)));
}

/* ---- repositories of other kinds ---- */

Test(store, a_repository_that_git_made)
{
	desk_shell(&d, "mkdir plain && cd plain && git init -q && cp ../draft.md . && "
	               "git add . && git commit -qm 'By git' && git tag v1 && git pack-refs --all && "
	               "git repack -qad && git worktree add -q ../beside HEAD");
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "plain", "log", "draft.md", NULL);
	EXPECT_OUT("By git");
	desk_run(&d, "-C", "beside", "show", "v1", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	desk_write(&d, "plain/draft.md", DESK_AMENDED);
	desk_run(&d, "-C", "plain", "save", "draft.md", "-m", "At dawn", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "-C", "plain", "fsck", "--strict", NULL);
	desk_git(&d, "-C", "plain", "status", "--porcelain", NULL);
	cr_expect_str_empty(desk_out(&d));
	desk_git(&d, "-C", "plain", "blame", "-s", "draft.md", NULL);
	EXPECT_OUT("at dawn");
}

Test(store, a_bare_repository_is_for_reading)
{
	save_first();
	desk_run(&d, "tag", "Rev.1", NULL);
	desk_git(&d, "clone", "-q", "--bare", ".", "bare.git", NULL);
	desk_run(&d, "-C", "bare.git", "log", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("First draft");
	desk_run(&d, "-C", "bare.git", "show", "Rev.1", NULL);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	desk_run(&d, "-C", "bare.git", "diff", "Rev.1:draft.md", "main", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "-C", "bare.git", "status", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("On main: ");
}
