/*
 * diff.c -- redline diff OLD NEW
 *
 * Nothing is printed on a terminal if nothing differs; the other formats hold
 * the whole text, changed or not.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"

static bool is_silent(const struct settings *s, const struct output *out, bool differs)
{
	return out->format == FORMAT_TERMINAL && !differs && !s->full;
}

static int write_pair(const struct pair *pair, const struct settings *s, struct output *out)
{
	redline_view const view = pair_view(pair);
	bool const differs = redline_comparison_differs(pair->comparison);
	int const exit_status = differs ? DIFFERENT : NO_DIFFERENCE;
	if (!output_open(out, s))
		return TROUBLE;
	redline_status const status =
	    is_silent(s, out, differs) ? REDLINE_OK : view_put(&view, s, out);
	return output_close(out, status, exit_status);
}

/* The same text twice, and a form that says nothing of blocks. */
static int write_same(const struct file *file, const struct settings *s, struct output *out)
{
	redline_text_fault fault = {0};
	redline_status const checked = redline_text_check(file->text, &fault);
	if (checked != REDLINE_OK)
		return file_refuse(file, checked, fault);
	if (!output_open(out, s))
		return TROUBLE;
	bool const ok = out->format != FORMAT_CLEAN || !file->text.len ||
	                output_sink(out, file->text.ptr, file->text.len);
	return output_close(out, ok ? REDLINE_OK : REDLINE_WRITE_FAILED, NO_DIFFERENCE);
}

static int diff(struct pair *pair, const struct settings *s)
{
	struct output out;
	output_plan(&out, s);
	bool const plain = out.format == FORMAT_CLEAN || is_silent(s, &out, false);
	if (plain && pair_is_same(pair))
		return write_same(&pair->new_file, s, &out);
	int const status = pair_compare(pair, s);
	return status == DONE ? write_pair(pair, s, &out) : status;
}

static int refuse_count(int count)
{
	char what[120];
	if (count == 0)
		return say_usage(&diff_command, "diff compares two texts; none was given", NULL);
	(void)snprintf(what, sizeof what, "diff compares two texts; %d %s given%s", count,
	               count == 1 ? "was" : "were",
	               count == 3 ? "; a draft of a revision is written REVISION:PATH" : "");
	return say_usage(&diff_command, what, NULL);
}

static int run(const struct settings *s)
{
	struct pair pair;
	if (s->file_count != 2)
		return refuse_count(s->file_count);
	if (strcmp(s->files[0], "-") == 0 && strcmp(s->files[1], "-") == 0) {
		say(NULL, "standard input can stand for one file only");
		return TROUBLE;
	}
	int status = pair_read(&pair, s->files[0], s->files[1]);
	if (status == DONE)
		status = diff(&pair, s);
	pair_release(&pair);
	return status;
}

const struct command diff_command = {
	.name = "diff",
	.operands = "OLD NEW",
	.about = "Finds which paragraph became which, by their words and not by their numbers,\n"
	         "and what changed inside each; says what moved, was renumbered, split or\n"
	         "merged.  A paragraph that was only wrapped anew has not changed.\n"
	         "OLD and NEW are files, or drafts of revisions: REVISION:PATH, or REVISION if\n"
	         "there is only one draft.  - is standard input.\n"
	         "\n"
	         "Without -f: by the suffix of -o, .json for json, anything else criticmarkup;\n"
	         "without -o, terminal on a terminal and criticmarkup in a pipe.\n",
	.statuses = "0 no difference, 1 they differ, 2 trouble",
	.bit = FOR_DIFF,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_CRITIC | 1u << FORMAT_CLEAN |
	           1u << FORMAT_JSON,
	.run = run,
};
