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

enum { COMPARING = FOR_DIFF | FOR_GIT };

static const struct option_row {
	const char *name;
	char letter;           /* also the row's key; not printable: no letter */
	const char *argument;  /* its name in the help, or NULL */
	unsigned commands;
	const char *help;
} rows[] = {
	{"format", 'f', "FORMAT", FOR_FORMATS, "what to write; see below"},
	{"output", 'o', "FILE", FOR_READERS, "write to FILE, replaced whole or not at all"},
	{"draft", 'd', "FILE", FOR_EXPLAIN, "the draft; all arguments are then amendments"},
	{"full", 1, NULL, FOR_APPLY | COMPARING, "on a terminal: unchanged paragraphs too"},
	{"full", 1, NULL, FOR_HISTORY, "the whole paragraph, not only what changed in it"},
	{"context", 7, "N", COMPARING, "on a terminal: N unchanged paragraphs on each side"},
	{"stat", 8, NULL, COMPARING, "only how much changed, section by section"},
	{"stat", 8, NULL, FOR_HISTORY, "only which revisions, and how many words"},
	{"side-by-side", 9, NULL, COMPARING, "in two columns, for a terminal"},
	{"words", 10, NULL, COMPARING, "whole words change (the default)"},
	{"chars", 11, NULL, COMPARING, "inside a replaced word, only the letters that changed"},
	{"ignore", 12, "LIST", COMPARING, "space, case, punctuation, numbering"},
	{"whitespace", 13, NULL, COMPARING, "every difference of white space is a change"},
	{"partial", 2, NULL, FOR_APPLY, "apply what can be applied; still exits 1"},
	{"save", 14, NULL, FOR_APPLY, "into the store: a revision for each amendment"},
	{"message", 'm', "MESSAGE", FOR_SAVE | FOR_TAG, "what it is about"},
	{"author", 15, "NAME", FOR_SAVE, "who wrote it: 'Japan', 'Japan <mail@example.org>'"},
	{"date", 16, "DATE", FOR_SAVE, "when: 2020-11-18, '2020-11-18 10:30'"},
	{"branch", 17, "NAME", FOR_SAVE | FOR_APPLY, "on this branch, made if need be"},
	{"max-count", 'n', "N", FOR_LOG, "at most N revisions"},
	{"number", 19, NULL, FOR_HISTORY, "follow the number, not the text that has it now"},
	{"at", 18, "REVISION", FOR_LOG | FOR_HISTORY, "begin at this revision, not at the last one"},
	{"at", 18, "REVISION", FOR_BLAME, "as the paragraph was in this revision"},
	{"tags", 20, NULL, FOR_PUSH, "the names of revisions, too (redline tag)"},
	{"original", 3, NULL, FOR_CLEAN, "the text before the changes, not after"},
	{"renumber", 21, NULL, FOR_CLEAN, "number its provisions anew; references follow"},
	{"lang", 'l', "LANGUAGE", FOR_APPLY | FOR_EXPLAIN, "auto, en, fr, es, de, ru, zh, ar"},
	{"color", 4, "WHEN", FOR_ALL, "auto, always or never"},
	{"no-pager", 5, NULL, FOR_READERS, "write to the terminal directly"},
	{"quiet", 'q', NULL, FOR_PEOPLE, "no notes, warnings or totals, only errors"},
	{"directory", 'C', "DIR", FOR_PEOPLE, "work in DIR"},
	{"help", 'h', NULL, FOR_ALL, "print this"},
	{"version", 6, NULL, FOR_ALL, "print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

static const struct {
	const char *name;
	const char *help;
} formats[] = {
	[FORMAT_TERMINAL] = {"terminal", "the changed paragraphs, marked"},
	[FORMAT_CRITIC] = {"criticmarkup", "the whole draft with {~~old~>new~~} marks"},
	[FORMAT_CLEAN] = {"clean", "the whole text, without marks"},
	[FORMAT_JSON] = {"json", "everything, for programs"},
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
	if (command->formats)
		puts("\nFormats:");
	for (unsigned i = 1; i < FORMATS; i++)
		if (command->formats & 1u << i)
			printf("  %-24s%s\n", formats[i].name,
			       i == FORMAT_TERMINAL && command->terminal ? command->terminal
			                                                 : formats[i].help);
	printf("\nExit status: %s.\n",
	       command->statuses
	           ? command->statuses
	           : "0 done, 1 something was not applied or not understood, 2 trouble");
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

static int read_number(uint32_t *out, const struct command *command, const char *number,
                       const char *complaint)
{
	uint64_t n = 0;
	const char *at = number;
	for (; *at >= '0' && *at <= '9' && n <= UINT32_MAX; at++)
		n = n * 10 + (uint64_t)(*at - '0');
	if (at == number || *at || n > UINT32_MAX)
		return say_usage(command, complaint, number);
	*out = (uint32_t)n;
	return DONE;
}

static int read_limit(struct settings *out, const struct command *command, const char *number)
{
	static const char complaint[] = "--max-count is a number of revisions from 1 on, not";
	int const status = read_number(&out->limit, command, number, complaint);
	return status == DONE && !out->limit ? say_usage(command, complaint, number) : status;
}

/* What a name in --ignore's list sets; NULL if there is no such name. */
static bool *ignored(redline_compare_options *compare, const char *name, size_t len)
{
	struct {
		const char *name;
		bool *set;
	} const all[] = {
		{"space", &compare->ignore_space},
		{"case", &compare->ignore_case},
		{"punctuation", &compare->ignore_punctuation},
		{"numbering", &compare->ignore_numbering},
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strlen(all[i].name) == len && memcmp(all[i].name, name, len) == 0)
			return all[i].set;
	return NULL;
}

static int read_ignore(struct settings *out, const struct command *command, const char *list)
{
	for (const char *name = list;; name++) {
		size_t const len = strcspn(name, ",");
		bool *set = ignored(&out->compare, name, len);
		if (!set)
			return say_usage(command, "--ignore takes space, case, punctuation and "
			                 "numbering, with commas between them, not", list);
		*set = true;
		name += len;
		if (!*name)
			return DONE;
	}
}

/* The options of diff and git-diff. */
static int take_comparing(struct settings *out, const struct command *command, int key,
                          const char *value)
{
	switch (key) {
	case 7:
		return read_number(&out->context, command, value,
		                   "--context is a number of paragraphs, not");
	case 8:
		out->stat = true;
		break;
	case 9:
		out->side_by_side = true;
		break;
	case 10:
	case 11:
		out->compare.chars = key == 11;
		break;
	case 12:
		return read_ignore(out, command, value);
	case 13:
		out->compare.white_space = true;
		break;
	default:
		break;
	}
	return DONE;
}

/* The options of the store's commands; then take_comparing's. */
static int take_storing(struct settings *out, const struct command *command, int key,
                        const char *value)
{
	switch (key) {
	case 'm':
		out->message = value;
		break;
	case 'n':
		return read_limit(out, command, value);
	case 14:
		out->save = true;
		break;
	case 15:
		out->author = value;
		break;
	case 16:
		out->date = value;
		break;
	case 17:
		out->branch = value;
		break;
	case 18:
		out->at = value;
		break;
	case 19:
		out->by_number = true;
		break;
	case 20:
		out->tags = true;
		break;
	default:
		return take_comparing(out, command, key, value);
	}
	return DONE;
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
	case 21:
		out->renumber = true;
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
		return take_storing(out, command, key, value);
	}
	return DONE;
}

/* ---- getopt ---- */

struct parser {
	struct option longs[ROWS + 1];
	char shorts[2 * ROWS + 3];
};

static void make_parser(struct parser *p, const struct command *command)
{
	size_t n = 0, at = 0;
	memset(p, 0, sizeof *p);
	if (command->bit & FOR_GIT)
		p->shorts[at++] = '+'; /* what git adds is no option, whatever it is called */
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

/* Options that can't be meant together. */
static int check_together(const struct settings *s, const struct command *command)
{
	bool const is_terminal = s->format == FORMAT_UNSET || s->format == FORMAT_TERMINAL;
	if (s->compare.white_space && s->compare.ignore_space)
		return say_usage(command, "--whitespace and --ignore=space exclude each other", NULL);
	if (s->stat && s->side_by_side)
		return say_usage(command, "--stat and --side-by-side exclude each other", NULL);
	if (s->stat && !is_terminal)
		return say_usage(command, "--stat is for the format terminal only", NULL);
	if (s->side_by_side && !is_terminal)
		return say_usage(command, "--side-by-side is for the format terminal only", NULL);
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
	int status = check_together(out, command);
	if (status == DONE)
		status = check_suffix(out, command);
	if (out->stat || out->side_by_side)
		out->format = FORMAT_TERMINAL;
	return status;
}
