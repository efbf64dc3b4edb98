/*
 * apply.c -- redline apply AMENDMENTS... DRAFT
 *
 * All or nothing: every finding is printed first; if one of them is an error,
 * nothing is written (but as JSON, which says what was refused) unless --partial
 * asks for the rest.  With --save the store has everything before the redline is
 * printed: what was printed is then true.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"

/* The worst that reading and applying found. */
static redline_level worst_of(const struct job *job)
{
	uint32_t count;
	redline_level worst = redline_outcome_findings(job->outcome).worst;
	for (uint32_t i = 0; i < job->count; i++) {
		redline_level const level = redline_statement_findings(job->statements[i]).worst;
		worst = level > worst ? level : worst;
	}
	const redline_result *r = redline_outcome_results(job->outcome, &count);
	for (uint32_t i = 0; i < count; i++)
		if (result_refused(&r[i]))
			worst = REDLINE_ERROR;
	return worst;
}

static redline_status say_all(const struct job *job, const struct settings *s)
{
	redline_view const view = job_view(job);
	redline_level const least = s->quiet ? REDLINE_ERROR : REDLINE_NOTE;
	redline_status status = REDLINE_OK;
	for (uint32_t i = 0; i < job->count && status == REDLINE_OK; i++)
		status = say_findings(&view, s, redline_statement_findings(job->statements[i]), least);
	if (status == REDLINE_OK)
		status = say_findings(&view, s, redline_outcome_findings(job->outcome), least);
	return status;
}

/* ---- a draft that is marked up already ---- */

static const char *find_mark(redline_bytes text)
{
	static const char marks[] = "+-~=>";
	const char *at = text.ptr, *end = at + text.len;
	while (at && at < end && (at = memchr(at, '{', (size_t)(end - at)))) {
		if (end - at > 2 && at[1] == at[2] && at[1] && strchr(marks, at[1]))
			return at;
		at++;
	}
	return NULL;
}

/* Is there a mark that has its end too? */
static redline_status is_marked(redline_bytes text, bool *out)
{
	redline_script *script;
	uint32_t count;
	*out = false;
	if (!find_mark(text))
		return REDLINE_OK;
	redline_status const status = redline_script_read_critic(&script, text, NULL);
	if (status != REDLINE_OK)
		return status;
	(void)redline_script_ops(script, &count);
	redline_bytes const old = redline_script_old(script);
	*out = count > 1 || old.len != text.len;
	redline_script_free(script);
	return REDLINE_OK;
}

/* DONE, or an exit status after messages. */
static int refuse_marked(const struct job *job, const struct settings *s)
{
	bool marked;
	redline_bytes const text = job->draft_file.text;
	redline_status status = is_marked(text, &marked);
	if (status == REDLINE_OK && !marked)
		return DONE;
	redline_view const view = job_view(job);
	if (status == REDLINE_OK)
		status = say_marked(&view, s, (size_t)(find_mark(text) - text.ptr), false,
		                    "the draft holds change marks already; run redline clean on it first");
	return status == REDLINE_OK ? NOT_ALL_DONE : say_status(NULL, status);
}

/* ---- writing ---- */

static int write_result(const struct job *job, const struct settings *s, struct output *out,
                        int exit_status, bool save)
{
	redline_view const view = job_view(job);
	struct saved_note saved = {{0}};
	if (!output_open(out, s))
		return TROUBLE;
	if (save && outcome_save(&saved, job, s) != DONE) {
		output_abandon(out);
		return TROUBLE;
	}
	redline_status const status = view_put(&view, s, out);
	int const closed = output_close(out, status, exit_status);
	if (closed != TROUBLE && !s->quiet && out->format != FORMAT_TERMINAL) {
		redline_style const style = message_style(s);
		(void)redline_write_totals(&view, &style, sink_stderr, NULL);
	}
	if (saved.text[0] && !s->quiet)
		say(NULL, saved.text);
	return closed;
}

static void say_refused(const struct job *job)
{
	uint32_t count, refused = 0;
	const redline_result *r = redline_outcome_results(job->outcome, &count);
	for (uint32_t i = 0; i < count; i++)
		refused += result_refused(&r[i]);
	if (refused)
		fprintf(stderr, "redline: nothing applied, because %u of %u amendment%s can't be",
		        (unsigned)refused, (unsigned)count, count == 1 ? "" : "s");
	else
		fputs("redline: nothing applied, because not everything was understood", stderr);
	fputs(refused < count ? "; --partial applies the rest\n" : "\n", stderr);
}

static int apply(const struct job *job, const struct settings *s)
{
	struct output out;
	output_plan(&out, s);
	int const marked = refuse_marked(job, s);
	if (marked != DONE)
		return marked;
	redline_status const said = say_all(job, s);
	if (said != REDLINE_OK)
		return say_status(NULL, said);
	int const exit_status = worst_of(job) == REDLINE_ERROR ? NOT_ALL_DONE : DONE;
	bool const refused = exit_status != DONE && !s->partial;
	if (refused)
		say_refused(job);
	if (refused && out.format != FORMAT_JSON)
		return exit_status;
	return write_result(job, s, &out, exit_status, s->save && !refused);
}

/* What --save goes with, and what goes with it. */
static int check_saving(const struct settings *s, const char *draft)
{
	if (!s->save)
		return s->branch ? say_usage(&apply_command, "--branch goes with --save", NULL) : DONE;
	if (s->partial)
		return say_usage(&apply_command, "--save and --partial exclude each other", NULL);
	if (strcmp(draft, "-") == 0)
		return say_usage(&apply_command, "--save needs a draft that is in the store", NULL);
	if (s->output && file_is_same(s->output, draft))
		return say_usage(&apply_command, "with --save the draft is written into the store; "
		                 "the redline can't go to", s->output);
	return DONE;
}

static int run(const struct settings *s)
{
	struct job job;
	if (s->file_count < 2)
		return say_usage(&apply_command, "amendments and a draft are needed", NULL);
	if (check_saving(s, s->files[s->file_count - 1]) != DONE)
		return TROUBLE;
	int status = job_open(&job, s, s->files, s->file_count - 1, s->files[s->file_count - 1]);
	if (status == DONE)
		status = apply(&job, s);
	job_release(&job);
	return status;
}

const struct command apply_command = {
	.name = "apply",
	.operands = "AMENDMENTS... DRAFT",
	.about = "Finds the amendments in statements as read out or mailed in, applies them to\n"
	         "the draft, and prints the draft with every change marked and attributed.  If\n"
	         "one amendment can't be applied, nothing is written.  - is standard input.  The\n"
	         "draft may be one of a revision, REVISION:PATH.\n"
	         "\n"
	         "With --save each amendment becomes a revision, written by its proposer, and the\n"
	         "draft holds the amended text.  The statements are kept, too.\n"
	         "\n"
	         "Without -f: by the suffix of -o, .json for json, anything else criticmarkup;\n"
	         "without -o, terminal on a terminal and criticmarkup in a pipe.\n",
	.bit = FOR_APPLY,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_CRITIC | 1u << FORMAT_CLEAN |
	           1u << FORMAT_JSON,
	.run = run,
};
