/*
 * clean.c -- redline clean [--original] DRAFT
 *
 * The text with every change mark accepted, or rejected.  Comments go, and a
 * draft without marks comes out byte for byte.
 */
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

static int clean(const struct settings *s, const struct file *file)
{
	redline_text_fault fault = {0};
	redline_script *script;
	redline_status const status = redline_script_read_critic(&script, file->text, &fault);
	if (status != REDLINE_OK)
		return file_refuse(file, status, fault);
	int const written = write_text(s, s->original ? redline_script_old(script)
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
	         "rejected.  A draft without marks comes out as it is.  - is standard input.\n",
	.bit = FOR_CLEAN,
	.formats = 1u << FORMAT_CLEAN,
	.run = run,
};
