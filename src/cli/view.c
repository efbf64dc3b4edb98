/*
 * view.c -- a redline written in the form that was asked for, and what is said
 * of a text whose own marks stand in the way of it.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"

redline_status say_marked(const redline_view *view, const struct settings *s, size_t offset,
                          bool in_new, const char *message)
{
	redline_view of_text = *view;
	redline_finding const finding = {
		.level = REDLINE_ERROR,
		.spot = {REDLINE_IN_DRAFT, {(uint32_t)offset, (uint32_t)offset + 3}},
		.code = "draft-marked",
		.message = {message, strlen(message)},
		.amendment = REDLINE_NONE,
	};
	redline_findings const findings = {&finding, 1, REDLINE_ERROR};
	if (in_new) {
		of_text.draft = view->after;
		of_text.draft_name = view->after_name;
	}
	return say_findings(&of_text, s, findings, REDLINE_ERROR);
}

/* Where a mark stands in the way; in a text without a draft, only the byte is known. */
static redline_status say_unmarkable(const redline_view *view, const struct settings *s,
                                     size_t offset, bool in_new)
{
	if (in_new ? view->after : view->draft)
		return say_marked(view, s, offset, in_new,
		                  "this would read as a change mark; ask for another format, or, "
		                  "if it is one, run redline clean on the text first");
	fprintf(stderr, "redline: byte %zu of the %s text would read as a change mark; "
	        "-f clean or -f json can write it\n", offset + 1, in_new ? "new" : "old");
	return REDLINE_OK;
}

static redline_status put_clean(const redline_view *view, struct output *out)
{
	redline_bytes const text = redline_script_new_text(view->script);
	bool const ok = !text.len || output_sink(out, text.ptr, text.len);
	return ok ? REDLINE_OK : REDLINE_WRITE_FAILED;
}

static redline_status put_critic(const redline_view *view, const struct settings *s,
                                 struct output *out)
{
	size_t where = 0;
	bool in_new = false;
	redline_status const status =
	    redline_write_critic(view, &where, &in_new, output_sink, out);
	if (status != REDLINE_UNMARKABLE)
		return status;
	redline_status const said = say_unmarkable(view, s, where, in_new);
	return said == REDLINE_OK ? status : said;
}

static redline_status put_terminal(const redline_view *view, const struct settings *s,
                                   struct output *out)
{
	if (s->stat)
		return redline_write_tally(view, &out->style, output_sink, out);
	if (s->side_by_side)
		return redline_write_sides(view, &out->style, output_sink, out);
	return redline_write_terminal(view, &out->style, output_sink, out);
}

redline_status view_put(const redline_view *view, const struct settings *s, struct output *out)
{
	switch (out->format) {
	case FORMAT_TERMINAL:
		return put_terminal(view, s, out);
	case FORMAT_JSON:
		return redline_write_json(view, output_sink, out);
	case FORMAT_CLEAN:
		return put_clean(view, out);
	case FORMAT_CRITIC:
	case FORMAT_UNSET:
		break;
	}
	return put_critic(view, s, out);
}
