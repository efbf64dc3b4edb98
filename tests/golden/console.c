/*
 * console.c -- README.md and the pages of the manual, done as they say: files written,
 * commands run, and what they print compared, to the last byte, with what stands there.
 *
 * In README.md a block after a line that ends in "`NAME`:" is that file.  In a block of
 * "console" a line that begins with "$ " is a command, and the others are what it
 * prints; what `cat NAME` prints is put into that file before.  What has to happen in
 * between, and would only be in a reader's way, stands in a comment:
 *
 *   <!-- sh
 *   what a shell is to do; it must succeed
 *   -->
 *
 * In a page the displays after a comment
 *
 *   .\" run in FOLDER
 *
 * are run, in one of the folders that fixtures/manual/desk.sh lays out.
 *
 * All of a text becomes one script, so that files, the store and $? go on from command to
 * command.  It is run as for a terminal without colour.  The ids of revisions depend on
 * who makes them and when, which is said in `prelude`.
 */
#define _POSIX_C_SOURCE 200809L

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/process.h"

#define README "README.md"
#define PAGES  "man"
#define DESK   "fixtures/manual/desk.sh"
#define RUN    ".\\\" run in "
#define END    "END_OF_README"

/* In an empty folder; $0 is the program. */
static const char prelude[] =
	"unset GIT_DIR GIT_WORK_TREE NO_COLOR CLICOLOR_FORCE COLUMNS EMAIL\n"
	"export HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent LC_ALL=C TZ=UTC\n"
	"export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_PAGER=cat\n"
	"export GIT_COMMITTER_NAME=Secretariat GIT_COMMITTER_EMAIL=desk@example.org\n"
	"export GIT_COMMITTER_DATE=2020-12-01T12:00:00Z PROGRAM=\"$0\"\n"
	"mkdir bin report && cat >bin/redline <<'" END "'\n"
	"#!/bin/sh\n"
	"case \" $* \" in\n"
	"*' -o '*|*' -f '*) ;;\n"
	"' apply '*|*' diff '*) word=$1; shift; set -- \"$word\" -f terminal \"$@\" ;;\n"
	"esac\n"
	"exec \"$PROGRAM\" \"$@\"\n"
	END "\n"
	"chmod +x bin/redline && export PATH=\"$PWD/bin:$PATH\" && cd report || exit 1\n"
	"s=0\n";

struct told {
	const char *rest;
	struct text script, want, line;
	char name[80]; /* of the file that the next block is; empty: none */
	unsigned commands;
};

enum { README_COMMANDS = 20, PAGE_COMMANDS = 10 };

static bool starts(const char *line, const char *with)
{
	return strncmp(line, with, strlen(with)) == 0;
}

static bool next_line(struct told *r)
{
	r->line.len = 0;
	text_put(&r->line, "");
	if (!*r->rest)
		return false;
	size_t const len = strcspn(r->rest, "\n");
	text_add(&r->line, r->rest, len);
	r->rest += len + (r->rest[len] == '\n');
	return true;
}

/* The lines up to `last`, as a document for the command before it. */
static void put_document(struct told *r, const char *last)
{
	text_put(&r->script, " <<'" END "'\n");
	while (next_line(r) && strcmp(r->line.ptr, last) != 0)
		text_format(&r->script, "%s\n", r->line.ptr);
	text_put(&r->script, END "\n");
}

/* What "cat NAME" prints, as that file. */
static void put_printed_file(struct told *r, const char *name)
{
	const char *end = r->rest;
	while (*end && !starts(end, "$ ") && !starts(end, "```") && !starts(end, ".Ed"))
		end += strcspn(end, "\n") + 1;
	text_format(&r->script, "cat >'%s' <<'" END "'\n%.*s" END "\n", name,
	            (int)(end - r->rest), r->rest);
}

/* The display's commands, up to `last`; "> " goes on with one. */
static void put_commands(struct told *r, const char *last)
{
	while (next_line(r) && strcmp(r->line.ptr, last) != 0) {
		text_format(&r->want, "%s\n", r->line.ptr);
		if (!starts(r->line.ptr, "$ "))
			continue;
		struct text command = {0};
		if (starts(r->line.ptr, "$ cat "))
			put_printed_file(r, r->line.ptr + strlen("$ cat "));
		text_format(&r->script, "cat <<'" END "'\n%s\n", r->line.ptr);
		text_put(&command, r->line.ptr + 2);
		while (starts(r->rest, "> ") && next_line(r)) {
			text_format(&r->want, "%s\n", r->line.ptr);
			text_format(&r->script, "%s\n", r->line.ptr);
			text_format(&command, "\n%s", r->line.ptr + 2);
		}
		text_format(&r->script, END "\n(exit $s)\n{ %s\n} 2>&1\ns=$?\n", command.ptr);
		text_release(&command);
		r->commands++;
	}
}

/* "..., `draft.md`:" names the block that comes next. */
static void remember_name(struct told *r)
{
	const char *line = r->line.ptr;
	size_t const len = r->line.len;
	if (!len)
		return;
	r->name[0] = '\0';
	if (len < 4 || strcmp(line + len - 2, "`:") != 0)
		return;
	size_t at = len - 2;
	while (at > 0 && line[at - 1] != '`')
		at--;
	snprintf(r->name, sizeof r->name, "%.*s", (int)(len - 2 - at), line + at);
}

static void read_readme(struct told *r)
{
	while (next_line(r)) {
		if (strcmp(r->line.ptr, "<!-- sh") == 0) {
			text_put(&r->script, "sh -e >/dev/null 2>../said");
			put_document(r, "-->");
			text_put(&r->script, "[ $? = 0 ] || cat ../said\n");
		} else if (strcmp(r->line.ptr, "```console") == 0) {
			put_commands(r, "```");
		} else if (starts(r->line.ptr, "```") && r->name[0]) {
			text_format(&r->script, "cat >'%s'", r->name);
			put_document(r, "```");
			r->name[0] = '\0';
		} else {
			remember_name(r);
		}
	}
}

static void read_page(struct told *r)
{
	char folder[80] = "";
	while (next_line(r)) {
		if (starts(r->line.ptr, RUN)) {
			snprintf(folder, sizeof folder, "%s", r->line.ptr + strlen(RUN));
		} else if (starts(r->line.ptr, ".Bd -literal") && folder[0]) {
			text_format(&r->script, "enter '%s'\n", folder);
			put_commands(r, ".Ed");
			folder[0] = '\0';
		}
	}
}

static void compare(struct told *r, const char *path)
{
	struct text shown = {0};
	struct done done;
	char folder[256];
	folder_new(folder);
	folder_write(folder, "script", text_view(&r->script));
	job_run(&done, &(struct job){
		.argv = {"sh", "-c", "(. ./script) 2>&1 | sed \"s|$PWD/report|/srv/report|\"",
		         redline_program()},
		.folder = folder,
	});
	folder_remove(folder);
	text_difference(&shown, text_view(&r->want), text_view(&done.out));
	cr_expect(text_is(text_view(&r->want), text_view(&done.out)),
	          "%s: this comes out now (- as it stands there, + now)\n%s", path, shown.ptr);
	done_release(&done);
	text_release(&shown);
}

/* Does what the text at `path` tells, if that is anything; says how many commands. */
static unsigned follow(const char *path, const char *desk, void (*read)(struct told *r))
{
	struct text source = {0};
	cr_assert(text_read(&source, path), "%s can't be read", path);
	struct told r = {.rest = source.ptr};
	text_put(&r.script, prelude);
	text_put(&r.script, desk);
	text_put(&r.want, "");
	read(&r);
	if (r.commands)
		compare(&r, path);
	text_release(&source);
	text_release(&r.script);
	text_release(&r.want);
	text_release(&r.line);
	return r.commands;
}

Test(golden, readme, .timeout = 120)
{
	cr_expect(follow(README, "", read_readme) >= README_COMMANDS);
}

static int is_page(const struct dirent *entry)
{
	size_t const len = strlen(entry->d_name);
	return len > 2 && strcmp(entry->d_name + len - 2, ".1") == 0;
}

Test(golden, pages, .timeout = 120)
{
	struct dirent **pages;
	struct text desk = {0};
	unsigned commands = 0;
	int const count = scandir(PAGES, &pages, is_page, alphasort);
	cr_assert(count > 0 && text_read(&desk, DESK), "no pages, or no " DESK);
	for (int i = 0; i < count; i++) {
		char path[512];
		snprintf(path, sizeof path, PAGES "/%s", pages[i]->d_name);
		commands += follow(path, desk.ptr, read_page);
		free(pages[i]);
	}
	free(pages);
	text_release(&desk);
	cr_expect(commands >= PAGE_COMMANDS, "only %u commands", commands);
}
