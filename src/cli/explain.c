/*
 * explain.c -- redline explain AMENDMENTS... [DRAFT]
 *
 * With two files or more, the last is the draft; --draft names it otherwise.
 */
#include <stdio.h>

#include "cli.h"

/* Sentences not understood, and amendments that can't be applied. */
struct tally {
	uint32_t puzzles, refused;
};

static struct tally count_trouble(const struct job *job)
{
	struct tally t = {0};
	for (uint32_t i = 0; i < job->count; i++) {
		redline_findings const f = redline_statement_findings(job->statements[i]);
		for (size_t k = 0; k < f.count; k++)
			t.puzzles += f.items[k].level == REDLINE_ERROR;
	}
	uint32_t count = 0;
	const redline_result *r =
	    job->outcome ? redline_outcome_results(job->outcome, &count) : NULL;
	for (uint32_t i = 0; i < count; i++)
		t.refused += result_refused(&r[i]);
	return t;
}

static void say_tally(struct tally t)
{
	fputs("redline: ", stderr);
	if (t.puzzles)
		fprintf(stderr, "%u not understood", (unsigned)t.puzzles);
	if (t.refused)
		fprintf(stderr, "%s%u can't be applied", t.puzzles ? ", " : "", (unsigned)t.refused);
	fputc('\n', stderr);
}

static int explain(const struct job *job, const struct settings *s)
{
	struct output out;
	redline_view const view = job_view(job);
	struct tally const tally = count_trouble(job);
	output_plan(&out, s);
	if (!output_open(&out, s))
		return TROUBLE;
	redline_status const status =
	    out.format == FORMAT_JSON
	        ? redline_write_explain_json(&view, output_sink, &out)
	        : redline_write_explain(&view, &out.style, output_sink, &out);
	bool const trouble = tally.puzzles || tally.refused;
	int const closed = output_close(&out, status, trouble ? NOT_ALL_DONE : DONE);
	if (closed == NOT_ALL_DONE)
		say_tally(tally);
	return closed;
}

static int run(const struct settings *given)
{
	struct settings s = *given;
	struct job job;
	int statements = s.file_count;
	if (statements == 0)
		return say_usage(&explain_command, "amendments are needed", NULL);
	if (!s.draft && statements > 1)
		s.draft = s.files[--statements];
	bool const is_json = s.output && !s.format;
	if (!is_json && !s.format)
		s.format = FORMAT_TERMINAL;
	int status = job_open(&job, &s, s.files, statements, s.draft);
	if (status == DONE)
		status = explain(&job, &s);
	job_release(&job);
	return status;
}

const struct command explain_command = {
	.name = "explain",
	.operands = "AMENDMENTS... [DRAFT]",
	.about = "Says of each sentence whether it is an instruction, a position, a reason or\n"
	         "something else, what each instruction was understood to ask for, and, with a\n"
	         "draft, where it lands.  The last of two files or more is the draft.\n",
	.bit = FOR_EXPLAIN,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
