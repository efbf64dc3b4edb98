/*
 * options.c -- the options: rows of one table, which getopt_long is fed from
 * and the help is printed from.
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

static const struct option_row {
	const char *name;
	char letter;           /* also the row's key; not printable: no letter */
	const char *argument;  /* its name in the help, or NULL */
	unsigned commands;
	const char *help;
} rows[] = {
	{"format", 'f', "FORMAT", FOR_ALL, "what to write; see below"},
	{"output", 'o', "FILE", FOR_ALL, "write to FILE, replaced whole or not at all"},
	{"draft", 'd', "FILE", FOR_EXPLAIN, "the draft; all arguments are then amendments"},
	{"full", 1, NULL, FOR_APPLY, "on a terminal: unchanged paragraphs too"},
	{"partial", 2, NULL, FOR_APPLY, "apply what can be applied; still exits 1"},
	{"original", 3, NULL, FOR_CLEAN, "the text before the changes, not after"},
	{"lang", 'l', "LANGUAGE", FOR_APPLY | FOR_EXPLAIN, "of the amendments: auto, en"},
	{"color", 4, "WHEN", FOR_ALL, "auto, always or never"},
	{"no-pager", 5, NULL, FOR_ALL, "write to the terminal directly"},
	{"quiet", 'q', NULL, FOR_ALL, "no notes, warnings or totals, only errors"},
	{"directory", 'C', "DIR", FOR_ALL, "work in DIR"},
	{"help", 'h', NULL, FOR_ALL, "print this"},
	{"version", 6, NULL, FOR_ALL, "print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

static const struct {
	const char *name;
	const char *help;
} formats[] = {
	[FORMAT_TERMINAL] = {"terminal", "changed paragraphs, marked, with who and why"},
	[FORMAT_CRITIC] = {"criticmarkup", "the whole draft with {~~old~>new~~} marks"},
	[FORMAT_CLEAN] = {"clean", "the whole text, without marks"},
	[FORMAT_JSON] = {"json", "everything, for programs (schema redline/1)"},
};

enum { FORMATS = sizeof formats / sizeof *formats };

int options_chdir(const char *folder)
{
	if (chdir(folder) == 0)
		return DONE;
	say(folder, strerror(errno));
	return TROUBLE;
}

/* ---- help ---- */

static void print_row(const struct option_row *row)
{
	char left[40];
	char letter[8] = "    ";
	if (row->letter > ' ')
		(void)snprintf(letter, sizeof letter, "-%c, ", row->letter);
	(void)snprintf(left, sizeof left, "%s--%s%s%s", letter, row->name, row->argument ? "=" : "",
	               row->argument ? row->argument : "");
	printf("  %-24s%s\n", left, row->help);
}

static void print_help(const struct command *command)
{
	printf("Usage: redline %s [OPTION]... %s\n\n%s\nOptions:\n", command->name,
	       command->operands, command->about);
	for (size_t i = 0; i < ROWS; i++)
		if (rows[i].commands & command->bit)
			print_row(&rows[i]);
	puts("\nFormats:");
	for (unsigned i = 1; i < FORMATS; i++)
		if (command->formats & 1u << i)
			printf("  %-24s%s\n", formats[i].name, formats[i].help);
	puts("\nExit status: 0 done, 1 something was not applied or not understood, 2 trouble.");
}

/* ---- values ---- */

static int read_format(struct settings *out, const struct command *command, const char *name)
{
	for (unsigned i = 1; i < FORMATS; i++) {
		if (strcmp(name, formats[i].name) != 0)
			continue;
		if (!(command->formats & 1u << i))
			return say_usage(command, "this command does not write the format", name);
		out->format = (enum format)i;
		return DONE;
	}
	return say_usage(command, "there is no format", name);
}

static int read_color(struct settings *out, const struct command *command, const char *when)
{
	static const char *const whens[] = {"auto", "always", "never"};
	for (unsigned i = 0; i < 3; i++) {
		if (strcmp(when, whens[i]) == 0) {
			out->color = (enum color)i;
			return DONE;
		}
	}
	return say_usage(command, "--color is auto, always or never, not", when);
}

static int take(struct settings *out, const struct command *command, int key, char *value)
{
	switch (key) {
	case 'f':
		return read_format(out, command, value);
	case 'o':
		out->output = value;
		break;
	case 'd':
		out->draft = value;
		break;
	case 'l':
		out->language = value;
		break;
	case 'q':
		out->quiet = true;
		break;
	case 'C':
		return options_chdir(value);
	case 1:
		out->full = true;
		break;
	case 2:
		out->partial = true;
		break;
	case 3:
		out->original = true;
		break;
	case 4:
		return read_color(out, command, value);
	case 5:
		out->no_pager = true;
		break;
	case 6:
		puts("redline " REDLINE_VERSION);
		out->help = true;
		break;
	case 'h':
		print_help(command);
		out->help = true;
		break;
	default:
		break;
	}
	return DONE;
}

/* ---- getopt ---- */

struct parser {
	struct option longs[ROWS + 1];
	char shorts[2 * ROWS + 2];
};

static void make_parser(struct parser *p, const struct command *command)
{
	size_t n = 0, at = 0;
	memset(p, 0, sizeof *p);
	p->shorts[at++] = ':'; /* a missing argument is told from a wrong option */
	for (size_t i = 0; i < ROWS; i++) {
		if (!(rows[i].commands & command->bit))
			continue;
		int const has = rows[i].argument ? required_argument : no_argument;
		p->longs[n++] = (struct option){rows[i].name, has, NULL, rows[i].letter};
		if (rows[i].letter <= ' ')
			continue;
		p->shorts[at++] = rows[i].letter;
		if (rows[i].argument)
			p->shorts[at++] = ':';
	}
}

/* getopt_long left the word it did not like behind. */
static int refuse(const struct command *command, int what, char **argv)
{
	const char *word = argv[optind - 1];
	char letter[3] = {'-', (char)optopt, '\0'};
	bool const is_short = optopt > ' ' && strncmp(word, "--", 2) != 0;
	return say_usage(command, what == ':' ? "an argument is missing after" : "there is no option",
	                 is_short ? letter : word);
}

/* A name that promises a format that is not written here is a mistake. */
static int check_suffix(const struct settings *s, const struct command *command)
{
	static const char *const others[] = {"docx", "doc", "odt", "rtf", "pdf", "html", "htm", "xml", "akn"};
	const char *dot = s->output && s->format == FORMAT_UNSET ? strrchr(s->output, '.') : NULL;
	for (unsigned i = 0; dot && i < sizeof others / sizeof others[0]; i++)
		if (strcmp(dot + 1, others[i]) == 0)
			return say_usage(command, "there is no format for the suffix", dot);
	return DONE;
}

int options_read(struct settings *out, const struct command *command, int argc, char **argv)
{
	struct parser parser;
	make_parser(&parser, command);
	opterr = 0;
	optind = 1;
	for (int key; (key = getopt_long(argc, argv, parser.shorts, parser.longs, NULL)) != -1;) {
		if (key == '?' || key == ':')
			return refuse(command, key, argv);
		int const status = take(out, command, key, optarg);
		if (status != DONE || out->help)
			return status;
	}
	out->files = argv + optind;
	out->file_count = argc - optind;
	return check_suffix(out, command);
}
