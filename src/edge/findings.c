/*
 * findings.c -- findings as a compiler prints them.
 *
 *     statement.txt:14:31: error: the words "x" do not stand in paragraph 59
 *        14 | ... replace "x" with "enhancing" ...
 *           |             ^~~
 *
 * The excerpt is a window of the line around the words, so that an endless line
 * costs no more than a short one; every character of it is safe for a terminal
 * and counted in display columns, so the caret stands under its word.
 */
#include <inttypes.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "edge/flow.h"
#include "edge/sources.h"

enum {
	MESSAGE_COLUMNS = 1000,
	EXCERPT_COLUMNS = 160,
	EXCERPT_LEAST = 40,
	GUTTER_COLUMNS = 8, /* "   14 | " */
	DOTS = 4,           /* "... " and " ..." */
};

struct report {
	struct out out;
	struct sources sources;
	const redline_style *style;
};

static void put_location(struct report *r, const redline_finding *f, redline_position at)
{
	struct out *o = &r->out;
	ink_on(o, INK_BOLD, r->style->color);
	out_safe(o, bytes_of(sources_name(&r->sources, f->spot.source)), r->style->color);
	if (!f->placeless) {
		out_char(o, ':');
		out_number(o, at.line);
		out_char(o, ':');
		out_number(o, at.column);
	}
	out_text(o, ": ");
	ink_off(o, INK_BOLD, r->style->color);
}

static void put_message(struct report *r, const redline_finding *f)
{
	static const struct {
		const char *name;
		enum ink ink;
	} levels[] = {
		[REDLINE_NOTE] = {"note", INK_NOTE},
		[REDLINE_WARNING] = {"warning", INK_WARNING},
		[REDLINE_ERROR] = {"error", INK_ERROR},
	};
	struct out *o = &r->out;
	ink_on(o, levels[f->level].ink, r->style->color);
	out_text(o, levels[f->level].name);
	out_char(o, ':');
	ink_off(o, levels[f->level].ink, r->style->color);
	out_char(o, ' ');
	out_safe_cut(o, f->message, MESSAGE_COLUMNS, r->style->color);
	out_char(o, '\n');
}

/* What to underline: the part of the range that stands on its first line. */
static redline_range underlined(redline_bytes text, redline_range line, redline_range range)
{
	redline_range r = {range.begin, range.end < line.end ? range.end : line.end};
	if (r.begin > line.end)
		r.begin = line.end;
	if (r.end < r.begin)
		r.end = r.begin;
	while (r.end > r.begin && is_space(text.ptr[r.end - 1]))
		r.end--;
	return r;
}

/* The window of the line that is shown, in so many columns. */
static redline_range window_around(redline_bytes text, redline_range line, redline_range mark,
                                   size_t columns)
{
	redline_bytes const all = bytes_in(text, line);
	if (all.len <= columns * 4 && safe_width(all) <= columns)
		return line;
	size_t const room = columns - 2 * DOTS;
	size_t const marked = safe_width((redline_bytes){
		text.ptr + mark.begin,
		safe_fit(bytes_in(text, mark), room),
	});
	size_t before = (room - marked) / 2;
	uint32_t begin = mark.begin;
	while (begin > line.begin) {
		unsigned size;
		(void)utf8_before(text, begin, &size);
		struct glyph const g = glyph_at(text, begin - size);
		if (g.width > before || mark.begin - begin > columns * 4)
			break;
		before -= g.width;
		begin -= size;
	}
	redline_bytes const rest = {text.ptr + begin, line.end - begin};
	return (redline_range){begin, begin + (uint32_t)safe_fit(rest, room)};
}

static void put_gutter(struct report *r, uint32_t line)
{
	char number[16] = "";
	if (line)
		(void)snprintf(number, sizeof number, "%" PRIu32, line);
	size_t const width = strlen(number);
	ink_on(&r->out, INK_DIM, r->style->color);
	out_repeat(&r->out, ' ', width < GUTTER_COLUMNS - 3 ? GUTTER_COLUMNS - 3 - width : 0);
	out_text(&r->out, number);
	out_text(&r->out, " | ");
	ink_off(&r->out, INK_DIM, r->style->color);
}

/* Columns that the window's part before `offset` takes, its dots included. */
static size_t columns_before(redline_bytes text, redline_range window, bool dots, uint32_t offset)
{
	redline_range const part = {window.begin, offset > window.begin ? offset : window.begin};
	return (dots ? DOTS : 0) + safe_width(bytes_in(text, part));
}

static void put_caret(struct report *r, redline_bytes text, redline_range window, bool dots,
                      redline_range mark)
{
	uint32_t const end = mark.end < window.end ? mark.end : window.end;
	size_t const from = columns_before(text, window, dots, mark.begin);
	size_t const to = columns_before(text, window, dots, end);
	out_repeat(&r->out, ' ', from);
	ink_on(&r->out, INK_CARET, r->style->color);
	out_char(&r->out, '^');
	out_repeat(&r->out, '~', to > from ? to - from - 1 : 0);
	ink_off(&r->out, INK_CARET, r->style->color);
	out_char(&r->out, '\n');
}

static size_t excerpt_columns(const redline_style *style)
{
	size_t columns = style->width ? style->width : EXCERPT_COLUMNS;
	if (columns > EXCERPT_COLUMNS)
		columns = EXCERPT_COLUMNS;
	columns = columns > GUTTER_COLUMNS ? columns - GUTTER_COLUMNS : 0;
	return columns < EXCERPT_LEAST ? EXCERPT_LEAST : columns;
}

static void put_excerpt(struct report *r, redline_bytes text, redline_range range,
                        redline_position at)
{
	redline_range const mark = underlined(text, at.line_bytes, range);
	redline_range const window =
	    window_around(text, at.line_bytes, mark, excerpt_columns(r->style));
	bool const cut_front = window.begin > at.line_bytes.begin;
	put_gutter(r, at.line);
	if (cut_front)
		out_text(&r->out, "... ");
	out_safe(&r->out, bytes_in(text, window), r->style->color);
	if (window.end < at.line_bytes.end)
		out_text(&r->out, " ...");
	out_char(&r->out, '\n');
	put_gutter(r, 0);
	put_caret(r, text, window, cut_front, mark);
}

/* A range that begins in white space is about the words after it. */
static redline_range past_space(redline_bytes text, redline_range range)
{
	if (range.end > text.len)
		range.end = (uint32_t)text.len;
	if (range.begin > range.end)
		range.begin = range.end;
	redline_range const trimmed = range_trim(text, range);
	return trimmed.begin < trimmed.end ? trimmed : range;
}

static void put_finding(struct report *r, const redline_finding *f)
{
	redline_bytes const text = sources_text(&r->sources, f->spot.source);
	if (f->placeless || !text.ptr) {
		put_location(r, f, (redline_position){1, 1, {0, 0}});
		put_message(r, f);
		return;
	}
	redline_range const range = past_space(text, f->spot.range);
	redline_position const at = sources_position(&r->sources, f->spot.source, range.begin);
	put_location(r, f, at);
	put_message(r, f);
	put_excerpt(r, text, range, at);
}

redline_status redline_write_findings(const redline_view *view, const redline_findings *findings,
                                      const redline_style *style, redline_sink *sink,
                                      void *context)
{
	struct report r = {.style = style};
	out_begin(&r.out, sink, context);
	sources_begin(&r.sources, view);
	for (size_t i = 0; i < findings->count && !r.out.failed; i++)
		put_finding(&r, &findings->items[i]);
	bool const failed = r.sources.arena.failed;
	sources_end(&r.sources);
	redline_status const written = out_finish(&r.out);
	return failed ? REDLINE_NO_MEMORY : written;
}
