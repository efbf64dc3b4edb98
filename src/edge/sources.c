/*
 * sources.c -- names, lines and columns of a view's texts.  See sources.h.
 *
 * Columns count code points.  Counting them from the start of the line would
 * be quadratic for many findings in one endless line, so the counts at every
 * 4096th byte are kept: a column is the difference of two counts, each finished
 * within its piece.
 */
#include "edge/sources.h"

#include "base/bytes.h"

#define PIECE 4096u

void sources_begin(struct sources *s, const redline_view *view)
{
	*s = (struct sources){.view = view};
	s->rulers = arena_array(&s->arena, (size_t)view->statement_count + 1, sizeof *s->rulers);
}

void sources_end(struct sources *s)
{
	arena_release(&s->arena);
}

const char *sources_name(const struct sources *s, uint32_t source)
{
	const redline_view *v = s->view;
	if (source == REDLINE_IN_DRAFT)
		return v->draft_name ? v->draft_name : "draft";
	bool const named = v->statement_names && source <= v->statement_count;
	return named ? v->statement_names[source - 1] : "statement";
}

redline_bytes sources_text(const struct sources *s, uint32_t source)
{
	const redline_view *v = s->view;
	if (source == REDLINE_IN_DRAFT && v->draft)
		return redline_draft_text(v->draft);
	if (source == REDLINE_IN_DRAFT && v->script)
		return redline_script_old(v->script);
	if (source != REDLINE_IN_DRAFT && source <= v->statement_count)
		return redline_statement_text(v->statements[source - 1]);
	return (redline_bytes){NULL, 0};
}

static uint32_t count_points(redline_bytes text, size_t begin, size_t end)
{
	uint32_t n = 0;
	for (size_t at = begin; at < end; at++)
		n += ((unsigned char)text.ptr[at] & 0xC0) != 0x80;
	return n;
}

static const uint32_t *make_points(struct arena *a, redline_bytes text)
{
	size_t const pieces = text.len / PIECE;
	uint32_t *points = arena_array(a, pieces + 1, sizeof *points);
	for (size_t i = 0; points && i < pieces; i++)
		points[i + 1] = points[i] + count_points(text, i * PIECE, (i + 1) * PIECE);
	return points;
}

/* The ruler of a source, made when first wanted; NULL if memory is out. */
static const struct ruler *ruler_of(struct sources *s, uint32_t source, redline_bytes text)
{
	if (s->arena.failed || source > s->view->statement_count)
		return NULL;
	struct ruler *r = &s->rulers[source];
	if (r->made)
		return r;
	r->points = make_points(&s->arena, text);
	r->made = lines_find(&r->lines, &s->arena, text) && r->points;
	return r->made ? r : NULL;
}

uint32_t sources_line(struct sources *s, uint32_t source, uint32_t offset)
{
	const struct ruler *r = ruler_of(s, source, sources_text(s, source));
	return r ? lines_at(&r->lines, offset) + 1 : 1;
}

static uint32_t points_before(const struct ruler *r, redline_bytes text, uint32_t offset)
{
	uint32_t const piece = offset / PIECE;
	return r->points[piece] + count_points(text, (size_t)piece * PIECE, offset);
}

redline_position sources_position(struct sources *s, uint32_t source, uint32_t offset)
{
	redline_bytes const text = sources_text(s, source);
	const struct ruler *r = ruler_of(s, source, text);
	if (!r)
		return (redline_position){1, 1, {0, 0}};
	if (offset > text.len)
		offset = (uint32_t)text.len;
	uint32_t const line = lines_at(&r->lines, offset);
	redline_range const bytes = lines_text(&r->lines, text, line);
	uint32_t const column = points_before(r, text, offset) - points_before(r, text, bytes.begin);
	return (redline_position){line + 1, column + 1, bytes};
}
