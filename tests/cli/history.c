/*
 * history.c -- history and blame: what they print where, and where they can't answer.
 * A whole story with its transcript is in fixtures/stories.
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

TestSuite(history, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s", words, desk_err(&d))

static void save(const char *who, const char *day, const char *message)
{
	desk_run(&d, "save", "-q", "draft.md", "-m", message, "--author", who, "--date", day, NULL);
	cr_assert_eq(d.done.status, 0, "%s", desk_err(&d));
}

/* Two revisions: Norland makes "dawn" of paragraph 1's "noon". */
static void save_two(void)
{
	save("Chair", "2020-10-02", "First draft");
	desk_write(&d, "draft.md", DESK_AMENDED);
	save("Norland", "2020-11-18", "Earlier");
}

static void expect_refused(const char *words)
{
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	EXPECT_ERR(words);
}

/* ---- what is asked for ---- */

Test(history, of_the_only_draft)
{
	save_two();
	desk_run(&d, "history", "1", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_err(&d));
	EXPECT_OUT("depart at [-noon-]{+dawn+}.\n");
	EXPECT_OUT("  created ");
}

Test(history, a_paragraph_as_people_cite_it)
{
	static const char *const ways[] = {"2", "2.", "para 2", "Paragraph 2", "line 5"};
	save_two();
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		desk_run(&d, "blame", ways[i], "draft.md", NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT("2. The captain may refuse");
	}
}

Test(history, of_a_draft_in_a_folder_from_within_it)
{
	desk_folder(&d, "texts");
	desk_git(&d, "add", "draft.md", NULL);
	desk_git(&d, "mv", "draft.md", "texts/draft.md", NULL);
	desk_git(&d, "commit", "-q", "-m", "First", NULL);
	static const char *const names[] = {"draft.md", "HEAD:texts/draft.md", "HEAD:draft.md"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		desk_run(&d, "blame", "-C", "texts", "1", names[i], NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT("Ferries shall depart at noon.");
	}
}

Test(history, of_a_draft_that_is_not_in_the_work_tree)
{
	save_two();
	desk_git(&d, "rm", "-q", "draft.md", NULL);
	desk_run(&d, "history", "1", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("{+dawn+}");
	desk_git(&d, "clone", "-q", "--bare", ".", "bare", NULL);
	desk_run(&d, "blame", "-C", "bare", "1", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("dawn");
}

Test(history, the_saved_text_is_answered_for)
{
	save_two();
	desk_write(&d, "draft.md", DESK_DRAFT);
	desk_run(&d, "history", "1", "draft.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("{+dawn+}");
	EXPECT_ERR("redline: draft.md: has changed since it was saved; this is about revision ");
	desk_run(&d, "history", "1", "draft.md", "--at", "HEAD", NULL);
	cr_expect_str_empty(desk_err(&d));
}

/* ---- the forms ---- */

/* "abc\n" in JSON, decoded as far as these tests need it. */
static const char *add_string(struct text *out, const char *at)
{
	for (; *at && *at != '"'; at++) {
		bool const escaped = *at == '\\';
		at += escaped;
		text_format(out, "%c", escaped && *at == 'n' ? '\n' : *at);
	}
	return at;
}

Test(history, blamed_runs_are_the_paragraph)
{
	static const char mark[] = "{\"text\": \"";
	struct text runs = {0};
	save_two();
	desk_run(&d, "blame", "-f", "json", "1", NULL);
	EXPECT_STATUS(0);
	const char *at = desk_out(&d);
	unsigned count = 0;
	for (; (at = strstr(at, mark)) != NULL; count++)
		at = add_string(&runs, at + strlen(mark));
	cr_expect_eq(count, 3u);
	cr_expect_str_eq(runs.ptr, "1. Ferries shall depart at dawn.");
	text_release(&runs);
}

Test(history, json_by_the_suffix_of_the_output)
{
	save_two();
	desk_run(&d, "history", "1", "-o", "out.json", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
	struct text file = desk_read(&d, "out.json");
	cr_expect(text_holds(text_view(&file), "\"changes\": [{\"old\": \"noon\", \"new\": \"dawn\"}]"),
	          "%s", file.ptr);
	text_release(&file);
}

Test(history, stat_is_for_people)
{
	save_two();
	desk_run(&d, "history", "--stat", "1", NULL);
	EXPECT_OUT("edited   1 word in, 1 out\n");
	desk_run(&d, "history", "--stat", "-f", "json", "1", NULL);
	expect_refused("--stat is for the format terminal only");
	desk_run(&d, "blame", "--stat", "1", NULL);
	expect_refused("there is no option '--stat'");
}

Test(history, colour_only_when_asked_for)
{
	save_two();
	static const char *const commands[] = {"history", "blame"};
	for (size_t i = 0; i < 2; i++) {
		desk_run(&d, commands[i], "1", NULL);
		cr_expect_not(strchr(desk_out(&d), 0x1B));
		d.job.set[0] = "NO_COLOR";
		d.job.set[1] = "1";
		desk_run(&d, commands[i], "1", NULL);
		cr_expect_not(strchr(desk_out(&d), 0x1B));
		desk_run(&d, commands[i], "--color=always", "1", NULL);
		cr_expect(strchr(desk_out(&d), 0x1B));
		d.job.set[0] = NULL;
	}
}

static size_t longest_line(const char *text)
{
	size_t most = 0;
	for (; *text; text += strcspn(text, "\n") + (strchr(text, '\n') ? 1 : 0)) {
		size_t const len = strcspn(text, "\n");
		most = len > most ? len : most;
	}
	return most;
}

Test(history, on_a_narrow_terminal)
{
	save_two();
	d.job.set[0] = "COLUMNS";
	d.job.set[1] = "40";
	desk_run(&d, "history", "--full", "2", NULL);
	EXPECT_STATUS(0);
	cr_expect(longest_line(desk_out(&d)) <= 46, "%s", desk_out(&d)); /* a mark may stand over */
	desk_run(&d, "blame", "2", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("\n                            are noisy.\n");
}

Test(history, a_hostile_person_does_not_reach_the_terminal)
{
	desk_git(&d, "add", "draft.md", NULL);
	desk_git(&d, "-c", "user.name=A\033[31mB\xE2\x80\xAE" "C", "commit", "-q", "-m",
	         "Red \033[31m\nReason: \033]0;title\007", NULL);
	static const char *const commands[] = {"history", "blame"};
	for (size_t i = 0; i < 2; i++) {
		desk_run(&d, commands[i], "1", NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT("U+202E");
		cr_expect_not(strchr(desk_out(&d), 0x1B));
		cr_expect_not(strchr(desk_out(&d), 0x07));
		desk_run(&d, commands[i], "-f", "json", "1", NULL);
		EXPECT_STATUS(0);
		EXPECT_OUT("A\\u001B[31mB");
	}
}

/* ---- where there is no answer, or no room for an index ---- */

Test(history, no_such_paragraph)
{
	save_two();
	desk_run(&d, "history", "3", NULL);
	expect_refused("there is no \"3\" in draft.md; the nearest is \"2\" (line 5");
	desk_run(&d, "blame", "line 50", NULL);
	expect_refused("there is no \"line 50\" in draft.md");
}

Test(history, a_number_that_stands_twice)
{
	desk_write(&d, "draft.md", "# Decision\n\n1. Ferries depart.\n\n# Statement\n\n"
	                          "1. Captains sleep.\n\n# Annex\n\n1. Lunch is at noon.\n");
	save("Chair", "2020-10-02", "First draft");
	desk_run(&d, "blame", "1", NULL);
	expect_refused("\"1\" fits more than once: ");
	EXPECT_ERR("line 3");
	EXPECT_ERR("line 7");
	desk_run(&d, "blame", "Annex, 1", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("Lunch is at noon.");
}

Test(history, nothing_saved_no_draft_no_store)
{
	desk_run(&d, "history", "1", NULL);
	expect_refused("othing has been saved");
	desk_run(&d, "history", "1", "draft.md", NULL);
	expect_refused("othing has been saved");
	desk_write(&d, "code.c", "int main;\n");
	desk_git(&d, "add", "code.c", NULL);
	desk_git(&d, "commit", "-q", "-m", "Code", NULL);
	desk_run(&d, "blame", "1", NULL);
	expect_refused("has no draft");
	desk_run(&d, "blame", "1", "draft.md", NULL);
	expect_refused("draft.md: has not been saved yet");
	desk_run(&d, "blame", "1", "nowhere.md", NULL);
	expect_refused("nowhere.md: there is no such file, and no such revision");
	desk_run(&d, "history", "-C", "/", "1", NULL);
	expect_refused("no store in . or above it");
}

Test(history, several_drafts)
{
	save_two();
	desk_write(&d, "other.md", DESK_DRAFT);
	desk_git(&d, "add", "other.md", NULL);
	desk_git(&d, "commit", "-q", "-m", "Another", NULL);
	desk_run(&d, "history", "1", NULL);
	expect_refused("draft.md, other.md");
	desk_run(&d, "blame", "1", "other.md", NULL);
	EXPECT_STATUS(0);
	EXPECT_OUT("noon");
}

/* Whoever may write everything still can't make a folder where a file is. */
Test(history, the_same_where_no_index_can_be_kept)
{
	save_two();
	desk_run(&d, "history", "1", NULL);
	struct text first = {0};
	text_put(&first, desk_out(&d));
	desk_shell(&d, "rm -r .git/redline && touch .git/redline && chmod -R a-w .git");
	desk_run(&d, "history", "1", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_err(&d));
	cr_expect_str_eq(desk_out(&d), first.ptr);
	desk_run(&d, "blame", "1", NULL);
	EXPECT_STATUS(0);
	desk_shell(&d, "chmod -R u+w .git");
	text_release(&first);
}

Test(history, an_index_that_is_no_index)
{
	save_two();
	desk_run(&d, "history", "1", NULL);
	struct text first = {0};
	text_put(&first, desk_out(&d));
	desk_shell(&d, "for f in .git/redline/index/*; do test ! -s \"$f\" || echo 'no index' >\"$f\"; done");
	desk_run(&d, "history", "1", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), first.ptr);
	text_release(&first);
}

Test(history, an_index_is_no_business_of_gits)
{
	save_two();
	desk_run(&d, "history", "1", NULL);
	EXPECT_STATUS(0);
	desk_git(&d, "status", "--porcelain", "--untracked-files=no", NULL);
	cr_expect_str_empty(desk_out(&d));
	desk_git(&d, "fsck", "--strict", NULL);
	cr_expect_str_empty(desk_out(&d));
}
