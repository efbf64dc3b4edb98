/*
 * main.c -- the program: finds the command in the table and runs it.
 *
 * There are two programs.  Loading libgit2 would cost every run more than most
 * runs take, so `redline` is made without the store, and what needs the store it
 * leaves to `redline-store`, which is made with everything (hand_over.c).
 *
 * 0 is given back only once standard output has been closed without an error.
 * Writing to a pipe that nobody reads any more ends the program quietly, as if
 * by SIGPIPE.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli.h"

static int run_command(const struct command *command, int argc, char **argv)
{
	struct settings settings = {0};
	int const status = options_read(&settings, command, argc, argv);
	if (status != DONE || settings.help)
		return status;
	if (may_need_store(command, &settings))
		hand_over(NULL);
	return command->run(&settings);
}

static int run_row(const struct command_row *row, int argc, char **argv)
{
	return row->command ? run_command(row->command, argc, argv) : hand_over(row->name);
}

/* redline help [COMMAND] */
static int help(int argc, char **argv)
{
	static char option[] = "--help";
	char *ask[] = {argv[0], option, NULL};
	const struct command_row *about = argc > 1 ? command_find(argv[1]) : NULL;
	if (about)
		return run_row(about, 2, ask);
	return argc > 1 ? command_refuse(argv[1]) : command_list();
}

static int run(int argc, char **argv)
{
	int at = 1;
	for (; at < argc && argv[at][0] == '-'; at++) {
		if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0)
			return command_list();
		if (strcmp(argv[at], "--version") == 0) {
			puts("redline " REDLINE_VERSION);
			return DONE;
		}
		if (strcmp(argv[at], "-C") != 0 || at + 1 == argc)
			return say_usage(NULL, "there is no option", argv[at]);
		int const moved = options_chdir(argv[++at]);
		if (moved != DONE)
			return moved;
	}
	if (at == argc)
		return say_usage(NULL, "a command is missing", NULL);
	if (strcmp(argv[at], "help") == 0)
		return help(argc - at, argv + at);
	const struct command_row *row = command_find(argv[at]);
	return row ? run_row(row, argc - at, argv + at) : command_refuse(argv[at]);
}

static int close_stdout(int status)
{
	int const had_error = ferror(stdout);
	errno = 0;
	if (fclose(stdout) == 0 && !had_error)
		return status;
	if (errno == EPIPE)
		end_deserted();
	say("standard output", errno ? strerror(errno) : "writing failed");
	return TROUBLE;
}

int main(int argc, char **argv)
{
	(void)signal(SIGPIPE, SIG_IGN); /* a write says EPIPE; see close_stdout */
	hand_over_begin(argv);
	return close_stdout(run(argc, argv));
}
