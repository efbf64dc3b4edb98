/*
 * main.c -- the program: finds the command in a table and runs it.
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

static const struct command *const commands[] = {
	&apply_command,
	&diff_command,
	&explain_command,
	&clean_command,
	&git_diff_command,
};

enum { COMMANDS = sizeof commands / sizeof *commands, NAME_MAX_LEN = 32 };

static int print_help(void)
{
	puts("Usage: redline COMMAND [OPTION]... FILE...\n\n"
	     "Applies amendments, as delegations word them, to a numbered draft, and shows\n"
	     "what changed between two drafts.\n");
	for (size_t i = 0; i < COMMANDS; i++)
		printf("  %-10s%s\n", commands[i]->name, commands[i]->summary);
	puts("\nredline COMMAND --help tells more.  -C DIR before a command: work in DIR.");
	return DONE;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

/* ---- a command that there is not ---- */

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned const m = a < b ? a : b;
	return m < c ? m : c;
}

/* How many letters must change, come or go; the names are short. */
static unsigned distance(const char *a, const char *b)
{
	size_t const n = strlen(b);
	unsigned row[NAME_MAX_LEN + 1];
	if (strlen(a) > NAME_MAX_LEN || n > NAME_MAX_LEN)
		return NAME_MAX_LEN;
	for (unsigned j = 0; j <= n; j++)
		row[j] = j;
	for (unsigned i = 1; a[i - 1]; i++) {
		unsigned corner = row[0];
		row[0] = i;
		for (unsigned j = 1; j <= n; j++) {
			unsigned const change = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			row[j] = least(row[j] + 1, row[j - 1] + 1, change);
		}
	}
	return row[n];
}

static int refuse_command(const char *name)
{
	char what[64] = "there is no command";
	unsigned best = 4;
	for (size_t i = 0; i < COMMANDS; i++) {
		unsigned const d = distance(name, commands[i]->name);
		if (d < best) {
			best = d;
			(void)snprintf(what, sizeof what, "did you mean '%s'?  There is no command",
			               commands[i]->name);
		}
	}
	return say_usage(NULL, what, name);
}

/* ---- running ---- */

static int run_command(const struct command *command, int argc, char **argv)
{
	struct settings settings = {0};
	int const status = options_read(&settings, command, argc, argv);
	return status != DONE || settings.help ? status : command->run(&settings);
}

static int run(int argc, char **argv)
{
	int at = 1;
	for (; at < argc && argv[at][0] == '-'; at++) {
		if (strcmp(argv[at], "--help") == 0 || strcmp(argv[at], "-h") == 0)
			return print_help();
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
	if (strcmp(argv[at], "help") == 0) {
		static char help[] = "--help";
		char *ask[] = {argv[at], help, NULL};
		const struct command *about = at + 1 < argc ? find_command(argv[at + 1]) : NULL;
		return about ? run_command(about, 2, ask) : print_help();
	}
	const struct command *command = find_command(argv[at]);
	return command ? run_command(command, argc - at, argv + at) : refuse_command(argv[at]);
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
	return close_stdout(run(argc, argv));
}
