/*
 * show.c -- redline show REVISION[:DRAFT] [PARA]
 */
#include <stdio.h>
#include <string.h>

#include "store.h"

static int write_text(const struct settings *s, redline_bytes text)
{
	struct settings raw = *s;
	struct output out;
	raw.format = FORMAT_CLEAN;
	output_plan(&out, &raw);
	if (!output_open(&out, &raw))
		return TROUBLE;
	bool const ok = !text.len || output_sink(&out, text.ptr, text.len);
	return output_close(&out, ok ? REDLINE_OK : REDLINE_WRITE_FAILED, DONE);
}

/* ---- one paragraph ---- */

/* "43 (b) on line 12" */
static void put_block(char *out, size_t size, const redline_draft *draft, uint32_t block)
{
	char path[200];
	size_t const len = redline_draft_path(draft, block, path, sizeof path);
	(void)snprintf(out, size, "%s%son line %u", path, len ? " " : "",
	               (unsigned)redline_draft_blocks(draft)[block].line);
}

static int refuse(redline_status status, const struct file *file, const redline_draft *draft,
                  const char *cited, const uint32_t found[2])
{
	char what[600], first[240] = "", second[240] = "";
	if (status != REDLINE_AMBIGUOUS && status != REDLINE_NOT_FOUND)
		return say_status(file->name, status);
	if (found[0] != REDLINE_NONE)
		put_block(first, sizeof first, draft, found[0]);
	if (status == REDLINE_AMBIGUOUS) {
		put_block(second, sizeof second, draft, found[1]);
		(void)snprintf(what, sizeof what, "\"%.80s\" fits more than once: %s, and %s", cited,
		               first, second);
	} else {
		(void)snprintf(what, sizeof what, "there is no \"%.80s\"%s%s", cited,
		               first[0] ? "; the nearest is " : "", first);
	}
	say(file->name, what);
	return TROUBLE;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The block and all that it encloses, without the empty lines after it. */
static redline_bytes paragraph(const redline_draft *draft, uint32_t block)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	redline_bytes const text = redline_draft_text(draft);
	size_t const begin = blocks[block].bytes.begin;
	size_t end = blocks[blocks[block].subtree_end - 1].bytes.end, last = end;
	while (last > begin && is_space(text.ptr[last - 1]))
		last--;
	const char *eol = memchr(text.ptr + last, '\n', end - last);
	end = eol ? (size_t)(eol - text.ptr) + 1 : end;
	return (redline_bytes){text.ptr + begin, end - begin};
}

static int show_paragraph(const struct settings *s, const struct file *file, const char *cited)
{
	uint32_t found[2] = {REDLINE_NONE, REDLINE_NONE};
	redline_text_fault fault = {0};
	redline_draft *draft;
	redline_status status = redline_draft_new(&draft, file->text, &fault);
	if (status != REDLINE_OK)
		return file_refuse(file, status, fault);
	status = redline_draft_find(draft, (redline_bytes){cited, strlen(cited)}, &found[0], &found[1]);
	int const shown = status == REDLINE_OK ? write_text(s, paragraph(draft, found[0]))
	                                       : refuse(status, file, draft, cited, found);
	redline_draft_free(draft);
	return shown;
}

static int run(const struct settings *s)
{
	struct file file;
	if (s->file_count < 1 || s->file_count > 2)
		return say_usage(&show_command, s->file_count ? "a revision and a paragraph are enough"
		                                              : "a revision is needed", NULL);
	if (!draft_read(&file, s->files[0], NULL))
		return TROUBLE;
	int const status = s->file_count == 2 ? show_paragraph(s, &file, s->files[1])
	                                      : write_text(s, file.text);
	file_release(&file);
	return status;
}

const struct command show_command = {
	.name = "show",
	.operands = "REVISION[:DRAFT] [PARA]",
	.about = "Prints a draft as it was in a revision, or the paragraph PARA of it: 59,\n"
	         "'43 (b)', 'Article 5', 'line 44'.  DRAFT is a path from the top of the\n"
	         "repository; it may be left out if there is only one.\n",
	.statuses = "0 done, 2 trouble",
	.bit = FOR_SHOW,
	.run = run,
};
