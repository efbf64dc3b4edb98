/*
 * display.c -- what reaches a terminal: colour only when asked for, and no
 * control of a text's own.
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

TestSuite(display, .init = open_desk, .fini = close_desk);

static bool has_escape(const struct text *t)
{
	return t->len && memchr(t->ptr, 0x1B, t->len);
}

static void run_terminal(const char *color)
{
	desk_run(&d, "apply", "-f", "terminal", color, "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
}

Test(display, colour_when_asked_for)
{
	run_terminal("--color=always");
	cr_expect(has_escape(&d.done.out));
	run_terminal("--color=never");
	cr_expect_not(has_escape(&d.done.out));
	cr_expect(strstr(desk_out(&d), "[-noon-]{+dawn+}"), "%s", desk_out(&d));
	cr_expect(strstr(desk_out(&d), "Norland"), "%s", desk_out(&d));
}

Test(display, no_colour_into_a_pipe)
{
	run_terminal("--color=auto");
	cr_expect_not(has_escape(&d.done.out));
}

Test(display, no_color_is_heeded_unless_asked)
{
	d.job.set[0] = "NO_COLOR";
	d.job.set[1] = "1";
	run_terminal("--color=auto");
	cr_expect_not(has_escape(&d.done.out));
	run_terminal("--color=always");
	cr_expect(has_escape(&d.done.out));
}

Test(display, a_pipe_gets_criticmarkup)
{
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	cr_expect(strstr(desk_out(&d), "{~~noon~>dawn~~}"), "%s", desk_out(&d));
}

Test(display, format_by_the_suffix_of_the_output)
{
	desk_run(&d, "apply", "-o", "out.json", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0, "%s", desk_err(&d));
	struct text file = desk_read(&d, "out.json");
	cr_expect(text_holds(text_view(&file), "redline/1"), "%s", file.ptr);
	text_release(&file);
}

Test(display, quiet_says_nothing_but_errors)
{
	desk_write(&d, "thanks.txt", "I thank you, Chair.\n");
	desk_run(&d, "apply", "-q", "-f", "clean", "thanks.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 0);
	cr_expect_str_empty(desk_err(&d));
}

static void expect_harmless(void)
{
	const char *broken = text_harm(text_view(&d.done.out));
	cr_expect(!broken, "standard output: %s", broken);
	broken = text_harm(text_view(&d.done.err));
	cr_expect(!broken, "standard error: %s", broken);
}

/* A title setter, a colour that hides, a C1 control, a bidirectional override. */
#define WICKED "\x1b]0;pwned\a \x1b[8m \xc2\x9b \xe2\x80\xae"

Test(display, controls_in_the_texts_are_shown_not_sent)
{
	desk_write(&d, "draft.md",
	           "1. Ferries " WICKED " depart at noon.\n\n2. Fares " WICKED " rise.\n");
	desk_write(&d, "statement.txt",
	           "In paragraph 1, Nor\x1b[31mland proposes to replace \"noon\" with \"da" WICKED "wn\".\n");
	desk_run(&d, "apply", "-f", "terminal", "--full", "statement.txt", "draft.md", NULL);
	expect_harmless();
	desk_run(&d, "explain", "statement.txt", "draft.md", NULL);
	expect_harmless();
}

Test(display, controls_in_messages_are_shown_not_sent)
{
	desk_write(&d, "statement.txt", "In paragraph 1, replace \"no" WICKED "on\" with \"dawn\".\n");
	desk_run(&d, "apply", "statement.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 1);
	expect_harmless();
	desk_run(&d, "apply", "no" WICKED "where.txt", "draft.md", NULL);
	cr_expect_eq(d.done.status, 2);
	expect_harmless();
	desk_run(&d, "fro" WICKED "b", NULL);
	expect_harmless();
	desk_run(&d, "apply", "--fro" WICKED "b", NULL);
	expect_harmless();
}
