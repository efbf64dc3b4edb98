/*
 * pair.c -- what diff and git-diff begin with: two texts, read whole, and what
 * changed between them.
 */
#include <string.h>

#include "cli.h"

enum { MEMORY_A_BYTE = 4 }; /* of text, that a comparison needs */

int pair_read(struct pair *pair, const char *old_path, const char *new_path)
{
	memset(pair, 0, sizeof *pair);
	bool const ok = draft_read(&pair->old_file, old_path, new_path) &&
	                draft_read(&pair->new_file, new_path, old_path);
	return ok ? DONE : TROUBLE;
}

bool pair_is_same(const struct pair *pair)
{
	redline_bytes const a = pair->old_file.text, b = pair->new_file.text;
	return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static int make_draft(redline_draft **out, const struct file *file)
{
	redline_text_fault fault = {0};
	redline_status const status = redline_draft_new(out, file->text, &fault);
	return status == REDLINE_OK ? DONE : file_refuse(file, status, fault);
}

int pair_compare(struct pair *pair, const struct settings *s)
{
	heap_expect(MEMORY_A_BYTE * (pair->old_file.text.len + pair->new_file.text.len));
	if (make_draft(&pair->old, &pair->old_file) != DONE ||
	    make_draft(&pair->now, &pair->new_file) != DONE)
		return TROUBLE;
	redline_status const status =
	    redline_compare(&pair->comparison, pair->old, pair->now, &s->compare);
	return status == REDLINE_OK ? DONE : say_status(NULL, status);
}

redline_view pair_view(const struct pair *pair)
{
	return (redline_view){
		.script = redline_comparison_script(pair->comparison),
		.draft = pair->old,
		.draft_name = pair->old_file.name,
		.comparison = pair->comparison,
		.after = pair->now,
		.after_name = pair->new_file.name,
	};
}

void pair_release(struct pair *pair)
{
	redline_comparison_free(pair->comparison);
	redline_draft_free(pair->now);
	redline_draft_free(pair->old);
	file_release(&pair->new_file);
	file_release(&pair->old_file);
}
