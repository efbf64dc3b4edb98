/*
 * sources.c -- names, lines and columns of a view's texts.  See sources.h.
 *
 * The lines of a text are found when a position in it is first asked for; after that a
 * position costs a search among them (base/lines.h).
 */
#include "edge/sources.h"

#include "base/bytes.h"

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

/* The ruler of a source, made when first wanted; NULL if memory is out. */
static const struct ruler *ruler_of(struct sources *s, uint32_t source, redline_bytes text)
{
	if (s->arena.failed || source > s->view->statement_count)
		return NULL;
	struct ruler *r = &s->rulers[source];
	if (r->made)
		return r;
	r->made = lines_find(&r->lines, &s->arena, text);
	return r->made ? r : NULL;
}

uint32_t sources_line(struct sources *s, uint32_t source, uint32_t offset)
{
	const struct ruler *r = ruler_of(s, source, sources_text(s, source));
	return r ? lines_at(&r->lines, offset) + 1 : 1;
}

redline_position sources_position(struct sources *s, uint32_t source, uint32_t offset)
{
	redline_bytes const text = sources_text(s, source);
	const struct ruler *r = ruler_of(s, source, text);
	return r ? lines_position(&r->lines, text, offset) : (redline_position){1, 1, {0, 0}};
}
