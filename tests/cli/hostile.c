/*
 * hostile.c -- input that nobody means well with: an answer in bounded time
 * and memory, never a crash.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

#define MIB ((size_t)1 << 20)

/* The sanitizers cost time and memory of their own. */
#if defined(__SANITIZE_ADDRESS__)
enum { SECONDS = 120, PEAK_MIB = 0 };
#else
enum { SECONDS = 30, PEAK_MIB = 1024 };
#endif

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	d.job.seconds = SECONDS;
	d.job.out_path = "/dev/null";
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(hostile, .init = open_desk, .fini = close_desk, .timeout = 1800);

static void repeat(const char *name, const char *head, const char *piece, size_t size,
                   const char *tail)
{
	struct text file = {0};
	size_t const len = strlen(piece);
	text_put(&file, head);
	while (file.len < size)
		text_add(&file, piece, len);
	text_put(&file, tail);
	folder_write(d.folder, name, text_view(&file));
	text_release(&file);
}

/* An answer: a status of ours, a reason if it isn't 0, within the bounds. */
static void expect_answer(const char *what)
{
	cr_expect(d.done.status >= 0 && d.done.status <= 2, "%s: status %d\n%.2000s", what,
	          d.done.status, desk_err(&d));
	cr_expect(d.done.status == 0 || d.done.err.len > 0, "%s: no word why", what);
	cr_expect(d.done.err.len < MIB, "%s: %zu bytes of messages", what, d.done.err.len);
	cr_expect(PEAK_MIB == 0 || d.done.peak < PEAK_MIB * 1024L, "%s: %ld KiB", what, d.done.peak);
}

static void run_all(const char *what)
{
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	expect_answer(what);
	desk_run(&d, "apply", "-f", "terminal", "--full", "statement.txt", "draft.md", NULL);
	expect_answer(what);
	desk_run(&d, "explain", "statement.txt", "draft.md", NULL);
	expect_answer(what);
	desk_run(&d, "clean", "draft.md", NULL);
	expect_answer(what);
}

Test(hostile, draft_of_one_huge_line)
{
	repeat("draft.md", "1. Depart at noon ", "and so on ", 20 * MIB, "\n");
	run_all("one line");
	cr_expect_eq(d.done.status, 0);
}

Test(hostile, draft_of_very_many_paragraphs)
{
	struct text file = {0};
	for (int i = 1; i <= 1000000; i++)
		text_format(&file, "%d. At noon.\n\n", i);
	folder_write(d.folder, "draft.md", text_view(&file));
	text_release(&file);
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	expect_answer("a million paragraphs");
	cr_expect_eq(d.done.status, 0);
}

Test(hostile, draft_where_the_words_stand_everywhere)
{
	repeat("draft.md", "1. Depart ", "at noon ", 4 * MIB, "\n");
	run_all("words everywhere");
	repeat("draft.md", "1. Depart ", "noon", 4 * MIB, "\n");
	run_all("one long word");
}

Test(hostile, draft_of_deep_nesting)
{
	struct text file = {0};
	text_put(&file, "1. Depart at noon.\n");
	for (int depth = 0; depth < 2000; depth++)
		text_format(&file, "%*s(%c) and\n", depth * 2, "", 'a' + depth % 26);
	folder_write(d.folder, "draft.md", text_view(&file));
	text_release(&file);
	run_all("deep lists");
	repeat("draft.md", "1. Noon\n", "> ", MIB, "x\n");
	run_all("deep quotes");
	repeat("draft.md", "1. Noon\n", "(a)(1)(i)(A)", MIB, " x\n");
	run_all("labels in a row");
}

Test(hostile, draft_of_opening_marks)
{
	static const char *const pieces[] = {
		"{++", "{~~", "{>>", "[", "**", "[^1]: ", "| ", "`", "```\n", "# ",
	};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		repeat("draft.md", "1. Depart at noon.\n\n", pieces[i], MIB, "\n");
		run_all(pieces[i]);
	}
}

Test(hostile, statement_of_quotation_marks)
{
	static const char *const pieces[] = {
		"\"", "\xe2\x80\x9c", "'", "\xe2\x80\x98", "\xc2\xab", "(", "\"a ",
	};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		repeat("statement.txt", "In paragraph 1, replace ", pieces[i], MIB, "\n");
		desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
		expect_answer(pieces[i]);
		desk_run(&d, "explain", "statement.txt", NULL);
		expect_answer(pieces[i]);
	}
}

Test(hostile, statement_of_the_grammar_s_own_words)
{
	static const char *const pieces[] = {
		"paragraph 1, ", "replace \"a\" with \"b\" and ", "delete ", "In paragraph 1 (a) (i) of ",
		"\"noon\" ", "and ", "first sentence of the ", "1, 2, ", "bis ", "Japan proposes to ",
		"- \n", "1. ", "\n\n", "In paragraph 1, delete \"noon\".\n", "\"noon\", \"dawn\", ",
		"it would be deleted ", "[", "[Japan ", "new ", "and we oppose, ",
		"because Japan proposes ", "(Japan), ", "; Japan \"noon\" ", "Japan: noon\n",
	};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		repeat("statement.txt", "In paragraph 1, ", pieces[i], MIB / 4, "\n");
		desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
		expect_answer(pieces[i]);
	}
}

Test(hostile, statement_of_very_many_speakers)
{
	repeat("statement.txt", "", "Xx and ", MIB, "Yy propose to delete paragraph 1.\n");
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	expect_answer("unknown parties");
}

Test(hostile, statement_that_restates_a_huge_paragraph)
{
	repeat("draft.md", "1. Depart at noon ", "and so on ", MIB, "\n");
	repeat("statement.txt", "", "Japan: 1. Depart at noon and never so on, and on and on.\n\n",
	       MIB / 4, "\n");
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	expect_answer("a huge paragraph");
}

Test(hostile, statement_of_one_huge_line)
{
	repeat("statement.txt", "In paragraph 1, replace \"noon\" with \"", "dawn ", 20 * MIB, "\".\n");
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	expect_answer("a huge replacement");
	repeat("statement.txt", "", "We thank the Chair and ", 20 * MIB, "\n");
	desk_run(&d, "apply", "-f", "clean", "statement.txt", "draft.md", NULL);
	expect_answer("a huge courtesy");
}

/* Refused as no text: status 2, where, and what it is. */
static void expect_no_text(const char *bytes, size_t len, const char *named)
{
	folder_write(d.folder, "draft.md", (redline_bytes){bytes, len});
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 2, "%s: status %d", named, d.done.status);
	cr_expect(strstr(desk_err(&d), "draft.md"), "%s", desk_err(&d));
	cr_expect(strstr(desk_err(&d), named), "\"%s\" isn't in: %s", named, desk_err(&d));
	desk_run(&d, "clean", "draft.md", NULL);
	cr_expect_eq(d.done.status, 2);
}

Test(hostile, drafts_that_are_no_text)
{
	expect_no_text("1. At noon\xff.\n", 13, "UTF-8");
	expect_no_text("1. At noon \xc0\xaf.\n", 15, "UTF-8");
	expect_no_text("1. At noon \xed\xa0\x80.\n", 16, "UTF-8");
	expect_no_text("1. At noon\xe2\x80", 12, "UTF-8");
	expect_no_text("1. At\0noon.\n", 12, "NUL");
	expect_no_text("\xff\xfe" "1\0.\0", 6, "UTF-16");
	expect_no_text("\xfe\xff" "\0" "1\0.", 6, "UTF-16");
}

Test(hostile, an_empty_draft_and_an_empty_statement)
{
	desk_write(&d, "draft.md", "");
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	expect_answer("empty draft");
	cr_expect_eq(d.done.status, 1);
	desk_run(&d, "clean", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0);
	desk_write(&d, "statement.txt", "");
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0);
	desk_run(&d, "explain", "statement.txt", NULL);
	cr_expect_eq(d.done.status, 0);
}

Test(hostile, odd_line_ends_survive)
{
	static const char *const drafts[] = {
		"1. At noon.\r\n\r\n2. Or later.\r\n", "1. At noon.\n\r\n2. Or later.",
		"1. At noon.\r\r2. Or later.\r", "\357\273\2771. At noon.\n",
	};
	d.job.out_path = NULL;
	for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
		desk_write(&d, "draft.md", drafts[i]);
		desk_run(&d, "clean", "draft.md", NULL);
		cr_expect_eq(d.done.status, 0);
		cr_expect_str_eq(desk_out(&d), drafts[i]);
	}
}
