/*
 * git_diff.c -- redline git-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX
 * NEW-MODE [NEW-PATH INFORMATION]
 *
 * What git calls for each changed file when it is told to (diff.NAME.command,
 * GIT_EXTERNAL_DIFF).  A status other than 0 would end git's whole run, so only
 * wrong options get one; trouble with a file is said on standard error.
 */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

/* What git passes on, in its order. */
enum {
	PATH,
	OLD_FILE,
	OLD_HEX,
	OLD_MODE,
	NEW_FILE,
	NEW_HEX,
	NEW_MODE,
	OPERANDS,
	NEW_PATH = OPERANDS,   /* of a file that was renamed or copied ... */
	INFORMATION,           /* ... and git's own lines on that */
	OPERANDS_RENAMED,
};

/* One file of git's: what it told, and where the answer goes. */
struct git_file {
	char **given;
	const char *old_path, *new_path;
	const char *information; /* NULL: not renamed */
	struct output out;
	bool failed;           /* the output takes no more */
};

static bool is_nothing(const char *file)
{
	return strcmp(file, "/dev/null") == 0;
}

/* ---- the lines above a redline ---- */

static void put(struct git_file *g, const char *text)
{
	g->failed = g->failed || !output_sink(&g->out, text, strlen(text));
}

static void put_safe(struct git_file *g, const char *text, size_t len)
{
	g->failed = g->failed ||
	            redline_write_safe((redline_bytes){text, len}, output_sink, &g->out) != REDLINE_OK;
}

static void begin_line(struct git_file *g, const char *text)
{
	put(g, g->out.style.color ? "\033[1m" : "");
	put(g, text);
}

static void end_line(struct git_file *g, const char *text, size_t len)
{
	put_safe(g, text, len);
	put(g, g->out.style.color ? "\033[m\n" : "\n");
}

/* git's own lines, such as "similarity index 90%". */
static void put_information(struct git_file *g)
{
	const char *line = g->information;
	while (line && *line) {
		size_t const len = strcspn(line, "\n");
		begin_line(g, "");
		end_line(g, line, len);
		line += len + (line[len] == '\n');
	}
}

static void put_mode(struct git_file *g, const char *what, const char *mode)
{
	begin_line(g, what);
	end_line(g, mode, strlen(mode));
}

/* Not git's first one: what was printed before ends with its totals. */
static bool is_later_file(void)
{
	const char *counter = getenv("GIT_DIFF_PATH_COUNTER");
	return counter && strcmp(counter, "1") != 0;
}

static void put_heading(struct git_file *g)
{
	put(g, is_later_file() ? "\n" : "");
	begin_line(g, "diff --redline a/");
	put_safe(g, g->old_path, strlen(g->old_path));
	put(g, " b/");
	end_line(g, g->new_path, strlen(g->new_path));
	const char *old_mode = g->given[OLD_MODE], *new_mode = g->given[NEW_MODE];
	if (is_nothing(g->given[OLD_FILE])) {
		put_mode(g, "new file mode ", new_mode);
	} else if (is_nothing(g->given[NEW_FILE])) {
		put_mode(g, "deleted file mode ", old_mode);
	} else if (strcmp(old_mode, new_mode) != 0) {
		put_mode(g, "old mode ", old_mode);
		put_mode(g, "new mode ", new_mode);
	}
	put_information(g);
}

/* ---- the redline ---- */

/* Says so if it is no text; then there is nothing to compare. */
static bool is_text(struct git_file *g, const struct file *file)
{
	redline_text_fault fault = {0};
	redline_status const status = redline_text_check(file->text, &fault);
	if (status == REDLINE_OK)
		return true;
	const char *why = fault.what ? fault.what : redline_status_text(status);
	put_safe(g, file->name, strlen(file->name));
	put(g, " is no text (");
	put(g, why);
	put(g, "); there is no redline of it\n");
	return false;
}

static redline_status put_redline(struct git_file *g, struct pair *pair, const struct settings *s)
{
	pair->old_file.name = g->old_path;
	pair->new_file.name = g->new_path;
	if (pair_is_same(pair) || !is_text(g, &pair->old_file) || !is_text(g, &pair->new_file) ||
	    pair_compare(pair, s) != DONE)
		return REDLINE_OK;
	redline_view const view = pair_view(pair);
	if (!redline_comparison_differs(pair->comparison) && !s->full) {
		put(g, "Nothing differs but white space, or what is ignored.\n");
		return REDLINE_OK;
	}
	return view_put(&view, s, &g->out);
}

static void show(struct git_file *g, const struct settings *s)
{
	struct pair pair;
	redline_status status = REDLINE_OK;
	if (pair_read(&pair, g->given[OLD_FILE], g->given[NEW_FILE]) == DONE) {
		put_heading(g);
		status = put_redline(g, &pair, s);
	}
	(void)output_close(&g->out, g->failed ? REDLINE_WRITE_FAILED : status, DONE);
	pair_release(&pair);
}

/* ---- being called ---- */

/* A path that could not be merged has no two sides. */
static void show_unmerged(struct git_file *g)
{
	put(g, "* Unmerged path ");
	put_safe(g, g->old_path, strlen(g->old_path));
	put(g, "\n");
	(void)output_close(&g->out, g->failed ? REDLINE_WRITE_FAILED : REDLINE_OK, DONE);
}

/* git has started its pager, which shows our output on the terminal. */
static bool git_has_pager(void)
{
	const char *value = getenv("GIT_PAGER_IN_USE");
	return value && *value && strcmp(value, "0") != 0 && strcmp(value, "false") != 0;
}

static int run(const struct settings *given)
{
	struct settings s = *given;
	int const count = s.file_count;
	bool const is_renamed = count == OPERANDS_RENAMED;
	if (count != 1 && count != OPERANDS && !is_renamed)
		return say_usage(&git_diff_command, "git calls this with 1, 7 or 9 arguments", NULL);
	s.format = FORMAT_TERMINAL;
	s.no_pager = true;
	s.screen = git_has_pager();
	struct git_file g = {
		.given = s.files,
		.old_path = s.files[PATH],
		.new_path = s.files[is_renamed ? NEW_PATH : PATH],
		.information = is_renamed ? s.files[INFORMATION] : NULL,
	};
	output_plan(&g.out, &s);
	g.out.may_be_deserted = true;
	if (count == 1)
		show_unmerged(&g);
	else
		show(&g, &s);
	return DONE;
}

const struct command git_diff_command = {
	.name = "git-diff",
	.operands = "PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH INFORMATION]",
	.about = "git calls this; tell it to with\n"
	         "\n"
	         "  echo '*.md diff=redline' >> .gitattributes\n"
	         "  git config diff.redline.command 'redline git-diff'\n"
	         "\n"
	         "and git diff, git log -p --ext-diff and git show --ext-diff print redlines.\n",
	.statuses = "0, so that git goes on with the next file; 2 for wrong options",
	.bit = FOR_GIT,
	.run = run,
};
