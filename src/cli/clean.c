/*
 * clean.c -- redline clean [--original | --renumber] DRAFT
 *
 * The text with every change mark accepted, or rejected.  Comments go, and a
 * draft without marks comes out byte for byte.  With --renumber, the clean text's
 * numbers run on anew.
 */
#include <stdio.h>

#include <redline/renumber.h>

#include "cli.h"

static int write_text(const struct settings *s, redline_bytes text)
{
	struct output out;
	output_plan(&out, s);
	if (!output_open(&out, s))
		return TROUBLE;
	bool const ok = !text.len || output_sink(&out, text.ptr, text.len);
	return output_close(&out, ok ? REDLINE_OK : REDLINE_WRITE_FAILED, DONE);
}

/* "redline: 5 bis is 6, 6 is 7": all of them on one line. */
static void say_numbers(const redline_renumbering *renumbering)
{
	uint32_t count;
	const redline_new_number *n = redline_renumbering_numbers(renumbering, &count);
	for (uint32_t i = 0; i < count; i++)
		fprintf(stderr, "%s%.*s is %.*s", i ? ", " : "redline: renumbered: ",
		        (int)n[i].was.len, n[i].was.ptr, (int)n[i].is.len, n[i].is.ptr);
	fputs(count ? "\n" : "redline: the numbers run on already\n", stderr);
}

/* Numbers the text anew and writes it; what can't be sure is said. */
static int write_renumbered(const struct settings *s, const struct file *file,
                            const redline_draft *draft, const redline_draft *before)
{
	redline_renumbering *renumbering;
	redline_status status = redline_renumber(&renumbering, draft, before);
	if (status != REDLINE_OK)
		return say_status(file->name, status);
	redline_view const view = {.draft = draft, .draft_name = file->name};
	if (!s->quiet) {
		(void)say_findings(&view, s, redline_renumbering_findings(renumbering),
		                   REDLINE_NOTE);
		say_numbers(renumbering);
	}
	int const written = write_text(
	    s, redline_script_new_text(redline_renumbering_script(renumbering)));
	redline_renumbering_free(renumbering);
	return written;
}

static int renumber(const struct settings *s, const struct file *file, const redline_script *script)
{
	redline_draft *draft = NULL, *before = NULL;
	redline_text_fault fault = {0};
	redline_status status = redline_draft_new(&draft, redline_script_new_text(script), &fault);
	if (status == REDLINE_OK)
		status = redline_draft_new(&before, redline_script_old(script), &fault);
	int const done = status == REDLINE_OK ? write_renumbered(s, file, draft, before)
	                                      : file_refuse(file, status, fault);
	redline_draft_free(draft);
	redline_draft_free(before);
	return done;
}

static int clean(const struct settings *s, const struct file *file)
{
	redline_text_fault fault = {0};
	redline_script *script;
	redline_status const status = redline_script_read_critic(&script, file->text, &fault);
	if (status != REDLINE_OK)
		return file_refuse(file, status, fault);
	int const written =
	    s->renumber ? renumber(s, file, script)
	                : write_text(s, s->original ? redline_script_old(script)
	                                            : redline_script_new_text(script));
	redline_script_free(script);
	return written;
}

static int run(const struct settings *given)
{
	struct settings s = *given;
	struct file file;
	s.format = FORMAT_CLEAN;
	if (s.file_count != 1)
		return say_usage(&clean_command, "one draft is needed", NULL);
	if (s.renumber && s.original)
		return say_usage(&clean_command, "--renumber is for the text after the changes",
		                 NULL);
	if (!draft_read(&file, s.files[0], NULL))
		return TROUBLE;
	int const status = clean(&s, &file);
	file_release(&file);
	return status;
}

const struct command clean_command = {
	.name = "clean",
	.operands = "DRAFT",
	.about = "Prints a draft with all its CriticMarkup changes accepted, or, with --original,\n"
	         "rejected.  A draft without marks comes out as it is.  - is standard input.\n"
	         "With --renumber, its numbers run on without bis, alt and gaps, and references\n"
	         "to what is renumbered follow.\n",
	.bit = FOR_CLEAN,
	.formats = 1u << FORMAT_CLEAN,
	.run = run,
};
