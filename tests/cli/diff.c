/*
 * diff.c -- redline diff: its exit statuses, what it refuses, and that both
 * texts can be had back from what it writes.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "desk.h"

#define MIB ((size_t)1 << 20)

static struct desk d;

static void open_desk(void)
{
	desk_open(&d);
	desk_write(&d, "same.md", DESK_DRAFT);
	desk_write(&d, "new.md", DESK_AMENDED);
}

static void close_desk(void)
{
	desk_close(&d);
}

TestSuite(diff, .init = open_desk, .fini = close_desk);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))

static void expect_trouble(const char *named)
{
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	cr_expect(strstr(desk_err(&d), named), "\"%s\" isn't in: %s", named, desk_err(&d));
}

/* ---- what differs, and what does not ---- */

Test(diff, no_difference_is_0_and_silent)
{
	desk_run(&d, "diff", "-f", "terminal", "draft.md", "same.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
	desk_run(&d, "diff", "-f", "terminal", "draft.md", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
	desk_run(&d, "diff", "--stat", "draft.md", "same.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
	cr_expect_str_empty(desk_err(&d));
}

Test(diff, no_difference_is_the_text_as_it_is)
{
	desk_run(&d, "diff", "draft.md", "same.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
	desk_run(&d, "diff", "-f", "clean", "draft.md", "draft.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), DESK_DRAFT);
}

Test(diff, full_prints_what_did_not_change)
{
	desk_run(&d, "diff", "-f", "terminal", "--full", "draft.md", "same.md", NULL);
	EXPECT_STATUS(0);
	cr_expect(strstr(desk_out(&d), "depart at noon"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-f", "terminal", "--context=1", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "may refuse"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-f", "terminal", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_not(strstr(desk_out(&d), "may refuse"), "%s", desk_out(&d));
}

Test(diff, a_difference_is_1)
{
	desk_run(&d, "diff", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "{~~noon~>dawn~~}"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-f", "terminal", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "[-noon-]{+dawn+}"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-f", "clean", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_eq(desk_out(&d), DESK_AMENDED);
	desk_run(&d, "diff", "-f", "json", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "\"dawn\""), "%s", desk_out(&d));
	cr_expect_str_empty(desk_err(&d));
}

Test(diff, against_nothing)
{
	desk_write(&d, "empty.md", "");
	desk_run(&d, "diff", "empty.md", "new.md", NULL);
	EXPECT_STATUS(1);
	desk_run(&d, "diff", "-f", "clean", "draft.md", "empty.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_empty(desk_out(&d));
	desk_run(&d, "diff", "empty.md", "empty.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
}

/* ---- what is ignored ---- */

static void run_with(const char *option)
{
	desk_run(&d, "diff", option, "draft.md", "new.md", NULL);
}

static void expect_ignored(const char *old, const char *now, const char *option)
{
	desk_write(&d, "draft.md", old);
	desk_write(&d, "new.md", now);
	run_with("--words");
	cr_expect_eq(d.done.status, 1, "%s: status %d without it", option, d.done.status);
	run_with(option);
	cr_expect_eq(d.done.status, 0, "%s: status %d", option, d.done.status);
	cr_expect_str_eq(desk_out(&d), now);
}

Test(diff, what_is_ignored)
{
	expect_ignored("The rate is 5 %.\n", "The rate is 5%.\n", "--ignore=space");
	expect_ignored("The Parties agree.\n", "The parties agree.\n", "--ignore=case");
	expect_ignored("States, large and small, agree.\n", "States large and small agree.\n",
	               "--ignore=punctuation");
	expect_ignored("4. States agree.\n", "5. States agree.\n", "--ignore=numbering");
	expect_ignored("4. The Parties agree.\n", "5. The parties agree.\n",
	               "--ignore=case,numbering");
}

Test(diff, ignore_can_be_said_twice)
{
	desk_write(&d, "draft.md", "4. The Parties agree.\n");
	desk_write(&d, "new.md", "5. The parties agree.\n");
	desk_run(&d, "diff", "--ignore=case", "--ignore", "numbering", "draft.md", "new.md", NULL);
	EXPECT_STATUS(0);
	desk_run(&d, "diff", "--ignore=case", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
}

Test(diff, wrapped_anew_is_no_difference_unless_asked_for)
{
	static const char old[] = "1. Ferries shall depart\n   at noon.\n";
	static const char now[] = "1. Ferries shall\n   depart at noon.\n";
	desk_write(&d, "draft.md", old);
	desk_write(&d, "new.md", now);
	desk_run(&d, "diff", "-f", "terminal", "draft.md", "new.md", NULL);
	EXPECT_STATUS(0);
	cr_expect_str_empty(desk_out(&d));
	run_with("--words");
	EXPECT_STATUS(0);
	cr_expect_str_eq(desk_out(&d), now);
	run_with("--whitespace");
	EXPECT_STATUS(1);
}

Test(diff, words_or_characters)
{
	desk_write(&d, "draft.md", "They organise it.\n");
	desk_write(&d, "new.md", "They organize it.\n");
	run_with("--chars");
	cr_expect(strstr(desk_out(&d), "organi{~~s"), "%s", desk_out(&d));
	run_with("--words");
	cr_expect(strstr(desk_out(&d), "{~~organise~>organize~~}"), "%s", desk_out(&d));
	desk_run(&d, "diff", "--chars", "--words", "draft.md", "new.md", NULL);
	cr_expect(strstr(desk_out(&d), "{~~organise~>organize~~}"), "%s", desk_out(&d));
}

Test(diff, help_is_0)
{
	static const char *const commands[] = {"diff", "git-diff"};
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		desk_run(&d, commands[i], "--help", NULL);
		EXPECT_STATUS(0);
		cr_expect(strstr(desk_out(&d), "--ignore=LIST"), "%s", desk_out(&d));
		desk_run(&d, "help", commands[i], NULL);
		EXPECT_STATUS(0);
		cr_expect(strstr(desk_out(&d), "--ignore=LIST"), "%s", desk_out(&d));
	}
}

/* ---- both texts back ---- */

static void expect_back(const char *old, const char *now)
{
	desk_write(&d, "draft.md", old);
	desk_write(&d, "new.md", now);
	desk_run(&d, "diff", "--whitespace", "-f", "criticmarkup", "-o", "marked.md", "draft.md",
	         "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect_str_empty(desk_out(&d));
	desk_run(&d, "clean", "marked.md", NULL);
	cr_expect_str_eq(desk_out(&d), now);
	desk_run(&d, "clean", "--original", "marked.md", NULL);
	cr_expect_str_eq(desk_out(&d), old);
}

Test(diff, both_texts_come_back)
{
	expect_back(DESK_DRAFT, DESK_AMENDED);
	expect_back("1. One is here.\n\n2. Two is there.\n\n3. Three is nowhere.\n",
	            "1. Three is nowhere at all.\n\n2. One is here.\n\n3. Two is there.\n");
	expect_back("1. One; and two.\r\n", "1. One.\n\n2. And two.\n");
	expect_back("a\n", "\n\nb   c\t\n\n\n");
	expect_back("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 3 |\n| 4 | 5 |\n");
	expect_back("", "1. From nothing.\n");
	expect_back("1. To nothing", "");
}

/* ---- standard input, -o ---- */

Test(diff, either_text_from_standard_input)
{
	d.job.in = (redline_bytes){DESK_AMENDED, strlen(DESK_AMENDED)};
	desk_run(&d, "diff", "draft.md", "-", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "{~~noon~>dawn~~}"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-", "draft.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "{~~dawn~>noon~~}"), "%s", desk_out(&d));
	desk_run(&d, "diff", "-", "-", NULL);
	expect_trouble("standard input");
}

Test(diff, output_over_a_text_that_is_compared)
{
	desk_run(&d, "diff", "-f", "clean", "-o", "draft.md", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	struct text file = desk_read(&d, "draft.md");
	cr_expect_str_eq(file.ptr, DESK_AMENDED);
	text_release(&file);
}

Test(diff, format_by_the_suffix_of_the_output)
{
	desk_run(&d, "diff", "-o", "out.json", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	struct text file = desk_read(&d, "out.json");
	cr_expect(text_holds(text_view(&file), "\"schema\""), "%s", file.ptr);
	text_release(&file);
}

Test(diff, stat_and_side_by_side_in_a_pipe)
{
	desk_run(&d, "diff", "--stat", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "total"), "%s", desk_out(&d));
	cr_expect_not(strstr(desk_out(&d), "noon"), "%s", desk_out(&d));
	desk_run(&d, "diff", "--side-by-side", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
	cr_expect(strstr(desk_out(&d), "at [-noon-].  "), "%s", desk_out(&d));
}

/* ---- what is refused ---- */

Test(diff, two_texts_are_wanted)
{
	desk_run(&d, "diff", NULL);
	expect_trouble("none was given");
	desk_run(&d, "diff", "draft.md", NULL);
	expect_trouble("1 was given");
	desk_run(&d, "diff", "draft.md", "same.md", "new.md", NULL);
	expect_trouble("3 were given");
}

Test(diff, wrong_options_are_2)
{
	static const struct {
		const char *option, *named;
	} all[] = {
		{"--ignore=colour", "space, case, punctuation and numbering"},
		{"--ignore=", "space, case, punctuation and numbering"},
		{"--ignore=case,", "space, case, punctuation and numbering"},
		{"--ignore=cases", "cases"},
		{"--context=", "number"},
		{"--context=many", "many"},
		{"--context=-1", "-1"},
		{"--context=4294967296", "4294967296"},
		{"--context=99999999999999999999999", "number"},
		{"--partial", "--partial"},
		{"-fpapyrus", "papyrus"},
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		run_with(all[i].option);
		expect_trouble(all[i].named);
	}
	desk_run(&d, "apply", "--ignore=case", "statement.txt", "draft.md", NULL);
	expect_trouble("--ignore");
}

Test(diff, options_that_exclude_each_other)
{
	desk_run(&d, "diff", "--whitespace", "--ignore=case,space", "draft.md", "new.md", NULL);
	expect_trouble("--whitespace");
	desk_run(&d, "diff", "--side-by-side", "-f", "json", "draft.md", "new.md", NULL);
	expect_trouble("--side-by-side");
	desk_run(&d, "diff", "-f", "clean", "--stat", "draft.md", "new.md", NULL);
	expect_trouble("--stat");
	desk_run(&d, "diff", "--stat", "--side-by-side", "draft.md", "new.md", NULL);
	expect_trouble("--side-by-side");
	desk_run(&d, "diff", "--whitespace", "--ignore=case", "draft.md", "new.md", NULL);
	EXPECT_STATUS(1);
}

Test(diff, files_that_cant_be_read_are_2)
{
	desk_run(&d, "diff", "draft.md", "nowhere.md", NULL);
	expect_trouble("nowhere.md");
	desk_run(&d, "diff", "nowhere.md", "draft.md", NULL);
	expect_trouble("nowhere.md");
	desk_run(&d, "diff", ".", "draft.md", NULL);
	expect_trouble(".: Is a directory");
}

static void expect_no_text(const char *bytes, size_t len, const char *named)
{
	folder_write(d.folder, "bad.md", (redline_bytes){bytes, len});
	desk_run(&d, "diff", "draft.md", "bad.md", NULL);
	expect_trouble("bad.md");
	expect_trouble(named);
	desk_run(&d, "diff", "bad.md", "draft.md", NULL);
	expect_trouble(named);
	desk_run(&d, "diff", "-f", "clean", "bad.md", "bad.md", NULL);
	expect_trouble(named);
	desk_run(&d, "diff", "-f", "terminal", "bad.md", "bad.md", NULL);
	expect_trouble(named);
}

Test(diff, texts_that_are_no_text)
{
	expect_no_text("1. At noon\xff.\n", 13, "UTF-8");
	expect_no_text("1. At\0noon.\n", 12, "NUL");
	expect_no_text("\xff\xfe" "1\0.\0", 6, "UTF-16");
}

Test(diff, a_text_that_is_marked_up_already)
{
	desk_write(&d, "marked.md", "1. At noon.\n\n2. At {++about ++}dawn.\n");
	desk_run(&d, "diff", "draft.md", "marked.md", NULL);
	expect_trouble("marked.md:3:7:");
	desk_run(&d, "diff", "marked.md", "draft.md", NULL);
	expect_trouble("marked.md:3:7:");
	desk_run(&d, "diff", "marked.md", "marked.md", NULL);
	expect_trouble("marked.md:3:7:");
	static const char *const fine[] = {"-fterminal", "-fjson", "-fclean", "--stat", "--side-by-side"};
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		desk_run(&d, "diff", fine[i], "draft.md", "marked.md", NULL);
		EXPECT_STATUS(1);
		cr_expect_str_empty(desk_err(&d));
	}
}

Test(diff, a_marked_up_text_keeps_the_target)
{
	desk_write(&d, "target.md", "as it was\n");
	desk_write(&d, "marked.md", "1. At {++about ++}dawn.\n");
	desk_run(&d, "diff", "-o", "target.md", "draft.md", "marked.md", NULL);
	EXPECT_STATUS(2);
	struct text file = desk_read(&d, "target.md");
	cr_expect_str_eq(file.ptr, "as it was\n");
	text_release(&file);
}

Test(diff, a_full_disk_is_2)
{
	static const char *const formats[] = {"-fterminal", "-fjson", "-fclean", "-fcriticmarkup", "--stat"};
	d.job.out_path = "/dev/full";
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		desk_run(&d, "diff", formats[i], "draft.md", "new.md", NULL);
		EXPECT_STATUS(2);
		cr_expect(strstr(desk_err(&d), "No space"), "%s: %s", formats[i], desk_err(&d));
	}
}

/* ---- terminals ---- */

#define WICKED "\x1b]0;pwned\a \x1b[8m \xc2\x9b \xe2\x80\xae"

Test(diff, controls_in_the_texts_are_shown_not_sent)
{
	static const char *const forms[] = {"-fterminal", "--full", "--stat", "--side-by-side"};
	desk_write(&d, "draft.md", "# On " WICKED "\n\n1. Ferries " WICKED " depart.\n\n2. " WICKED " rise.\n");
	desk_write(&d, "new.md", "# On " WICKED "\n\n1. Ferries depart.\n\n3. Fares " WICKED " rise.\n");
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		desk_run(&d, "diff", "-fterminal", forms[i], "draft.md", "new.md", NULL);
		EXPECT_STATUS(1);
		const char *broken = text_harm(text_view(&d.done.out));
		cr_expect(!broken, "%s: %s", forms[i], broken);
	}
}

/* ---- texts that nobody means well with ---- */

/* A megabyte of one piece; with a word in the middle of it, if there is one. */
static void write_repeated(const char *name, const char *piece, const char *word)
{
	struct text file = {0};
	size_t const len = strlen(piece);
	while (file.len < MIB / 2)
		text_add(&file, piece, len);
	text_put(&file, word);
	while (file.len < MIB)
		text_add(&file, piece, len);
	text_put(&file, "\n");
	folder_write(d.folder, name, text_view(&file));
	text_release(&file);
}

Test(diff, a_million_of_the_same, .timeout = 1800)
{
	static const char *const pieces[] = {
		"noon", "at noon ", "1. At noon.\n\n", "> ", "(a)(1)(i)(A)", "{++", "[^1]: ", "| ",
		"`", "```\n", "# ", "\n", "\xe6\x97\xa5", "e\xcc\x81",
	};
	static const char *const forms[] = {"-fterminal", "-fjson", "--stat", "--side-by-side"};
	d.job.out_path = "/dev/null";
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		write_repeated("draft.md", pieces[i], "");
		write_repeated("new.md", pieces[i], " dawn ");
		for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
			desk_run(&d, "diff", forms[k], "draft.md", "new.md", NULL);
			cr_expect(d.done.status == 1, "%s of \"%s\": status %d\n%.2000s", forms[k],
			          pieces[i], d.done.status, desk_err(&d));
		}
	}
}

/* ---- size ---- */

#if !defined(__SANITIZE_ADDRESS__)

/* Paragraphs of words from a small generator, every twentieth of them edited. */
static void write_large(const char *name, size_t size, bool edited)
{
	struct text file = {0};
	uint32_t random = 1;
	for (unsigned i = 1; file.len < size; i++) {
		text_format(&file, "%u.", i);
		for (int word = 0; word < 60; word++) {
			random = random * 1664525u + 1013904223u;
			bool const other = edited && i % 20 == 0 && word == 30;
			text_format(&file, " w%x", other ? 0 : (unsigned)(random >> 18));
		}
		text_put(&file, ".\n\n");
	}
	folder_write(d.folder, name, text_view(&file));
	text_release(&file);
}

Test(diff, memory_is_within_six_bytes_a_byte, .timeout = 300)
{
	static const char *const formats[] = {"-fterminal", "-fclean", "-fcriticmarkup"};
	write_large("draft.md", 20 * MIB, false);
	write_large("new.md", 20 * MIB, true);
	d.job.out_path = "/dev/null";
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		desk_run(&d, "diff", formats[i], "draft.md", "new.md", NULL);
		EXPECT_STATUS(1);
		cr_expect(d.done.peak < 6 * 2 * 20 * 1024L, "%s: %ld KiB", formats[i], d.done.peak);
	}
}

Test(diff, a_reader_that_goes_away_ends_it_quietly)
{
	write_large("draft.md", MIB, false);
	d.done = (struct done){0};
	job_run(&d.done, &(struct job){
		.argv = {"sh", "-c",
		         "{ \"$0\" diff -f clean /dev/null draft.md; echo $? >status; } | true; cat status",
		         redline_program()},
		.folder = d.folder,
	});
	cr_expect_str_eq(desk_out(&d), "141\n");
	cr_expect_str_empty(desk_err(&d));
}

#endif
