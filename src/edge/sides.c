/*
 * sides.c -- two columns: the old text on the left, the new one on the right, a
 * passage beside what became of it.
 *
 * Each passage is set twice, into two buffers, every line of the left one
 * filled up to the column's width; then the lines are put beside each other
 * with a sign between them, as sdiff does:
 *
 *     |   both are there and differ        <   only in the old text
 *     =   moved; the other column says     >   only in the new text
 *         where to or where from               (none: the same)
 *
 * One pass over the passages and memory for one of them.  Unchanged passages
 * are left out but for those around a change (style.context) or all
 * (style.full); the headings that what is shown stands under are printed
 * across both columns.
 */
#include <stdlib.h>

#include "edge/closing.h"
#include "edge/compared.h"
#include "edge/headline.h"
#include "edge/page.h"
#include "edge/pen.h"
#include "edge/sides.h"

enum {
	WIDTH = 100,  /* where none is wanted in particular */
	GUTTER = 3,   /* between the columns: the sign and a blank on either side */
	COLUMN_LEAST = 20,
	STEP = 2,     /* for each level */
	INDENT_MAX = 8,
};

struct side {
	struct out out;
	struct buf text;
	struct flow flow;
	struct pen pen;
};

struct sides {
	struct page page;
	const struct compared *c;
	struct passages walk;
	struct closing closing;
	redline_style style;    /* of one column */
	struct side left, right;
	bool begun;             /* the names have been printed */
	bool apart;             /* something was left out, or a change stands above */
	uint32_t printed;       /* pairs before this one were printed, or passed for good */
	uint32_t context;       /* how many more pairs to print as context */
	uint32_t section;       /* the heading that was printed last, or NONE */
	uint32_t heading;       /* the one that was passed last, or NONE */
	uint32_t next_old;      /* in c->moved_by_old */
	uint32_t next_moved;    /* in c->moved */
};

static bool is_done(const struct sides *s)
{
	return s->page.failed || s->page.out.failed;
}

/* ---- a row ---- */

static bool side_sink(void *context, const char *ptr, size_t len)
{
	struct buf *text = context;
	buf_add(text, ptr, len);
	return !text->failed;
}

static uint32_t indent_of(const redline_block *b)
{
	uint32_t const indent = b->kind == REDLINE_HEADING ? 0 : b->level * STEP;
	return indent < INDENT_MAX ? indent : INDENT_MAX;
}

static void begin_side(struct sides *s, struct side *side, redline_bytes text,
                       const redline_block *blocks, redline_range range)
{
	buf_clear(&side->text);
	out_begin(&side->out, side_sink, &side->text);
	uint32_t const indent = range.begin < range.end ? indent_of(&blocks[range.begin]) : 0;
	flow_begin(&side->flow, &side->out, &s->style, indent, indent);
	side->flow.fill = side == &s->left ? s->style.width : 0;
	if (range.begin < range.end)
		pen_begin(&side->pen, &side->flow, text, blocks, range);
}

static void begin_row(struct sides *s, const redline_pair *pair)
{
	begin_side(s, &s->left, s->c->old, s->c->old_blocks, pair->old);
	begin_side(s, &s->right, s->c->now, s->c->new_blocks, pair->now);
}

/* The next line of a side, taken from what is left of its text. */
static redline_bytes take_line(redline_bytes *rest)
{
	const char *end = rest->len ? memchr(rest->ptr, '\n', rest->len) : NULL;
	redline_bytes const line = {rest->ptr, end ? (size_t)(end - rest->ptr) : rest->len};
	size_t const taken = end ? line.len + 1 : line.len;
	*rest = (redline_bytes){taken ? rest->ptr + taken : rest->ptr, rest->len - taken};
	return line;
}

static void put_line(struct sides *s, redline_bytes left, char sign, redline_bytes right)
{
	struct out *o = &s->page.out;
	if (!right.len && sign == ' ')
		while (left.len && left.ptr[left.len - 1] == ' ')
			left.len--;
	bool const bare = !left.len && (right.len || sign != ' ');
	out_bytes(o, left);
	out_repeat(o, ' ', bare ? s->style.width : 0);
	if (right.len || sign != ' ') {
		out_char(o, ' ');
		out_char(o, sign);
	}
	if (right.len)
		out_char(o, ' ');
	out_bytes(o, right);
	out_char(o, '\n');
}

/* The text of a side that something was written on; else nothing. */
static redline_bytes end_side(struct sides *s, struct side *side, bool used)
{
	if (!used)
		return (redline_bytes){NULL, 0};
	flow_end(&side->flow);
	(void)out_finish(&side->out);
	s->page.failed |= side->text.failed;
	return buf_view(&side->text);
}

static void end_row(struct sides *s, char sign, bool on_left, bool on_right)
{
	redline_bytes left = end_side(s, &s->left, on_left);
	redline_bytes right = end_side(s, &s->right, on_right);
	while (left.len || right.len) {
		redline_bytes const line = take_line(&left);
		put_line(s, line, sign, take_line(&right));
	}
}

/* ---- between the rows ---- */

static void put_names(struct sides *s)
{
	struct page *p = &s->page;
	redline_pair const none = {0};
	begin_row(s, &none);
	flow_bytes(&s->left.flow, INK_BOLD, bytes_of(s->c->old_name));
	flow_bytes(&s->right.flow, INK_BOLD, bytes_of(s->c->new_name));
	end_row(s, ' ', true, true);
	p->gap = false;
	s->begun = true;
}

/* The heading that the pair stands under, unless it stands there already. */
static void put_section(struct sides *s, const redline_pair *pair)
{
	const struct compared *c = s->c;
	bool const added = pair->now.begin < pair->now.end;
	const redline_block *b = added ? &c->new_blocks[pair->now.begin] : NULL;
	if (b && b->kind == REDLINE_HEADING) {
		s->section = pair->now.begin;
		return;
	}
	uint32_t const section = b ? b->section : s->heading;
	if (section == s->section || section == REDLINE_NONE)
		return;
	const redline_block *h = &c->new_blocks[section];
	page_gap(&s->page);
	flow_begin(&s->page.flow, &s->page.out, s->page.style, 0, 0);
	flow_text(&s->page.flow, INK_BOLD, c->now, block_shown(c->now, h));
	flow_end(&s->page.flow);
	s->page.gap = false;
	s->section = section;
	s->apart = true;
}

static bool is_row(const struct compared *c, const redline_pair *pair)
{
	return pair->now.begin < pair->now.end
	           ? c->new_blocks[pair->now.begin].kind == REDLINE_TABLE_ROW
	           : c->old_blocks[pair->old.begin].kind == REDLINE_TABLE_ROW;
}

/* Rows of a table that follow each other stay together; all else is parted. */
static void part(struct sides *s, uint32_t index)
{
	const redline_pair *pair = &s->c->pairs[index];
	if (!s->begun)
		put_names(s);
	put_section(s, pair);
	if (s->apart || index != s->printed || !is_row(s->c, pair))
		page_gap(&s->page);
	s->page.gap = false;
	s->apart = false;
}

/* ---- passages ---- */

static void put_pieces(struct sides *s, const struct passage *p, enum ink kept)
{
	redline_op piece;
	for (uint32_t i = 0; i < p->op_count; i++) {
		if (!passage_piece(p, i, &piece))
			continue;
		if (passage_is_kept(p, &piece)) {
			pen_put(&s->left.pen, kept, piece.old);
			pen_put(&s->right.pen, kept, piece.now);
		} else {
			pen_change(&s->left.pen, &piece, false);
			pen_change(&s->right.pen, &piece, true);
		}
	}
}

/* Both texts, what differs in them marked. */
static void put_both(struct sides *s, const struct passage *p, char sign, enum ink kept)
{
	part(s, p->index);
	begin_row(s, p->pair);
	put_pieces(s, p, kept);
	end_row(s, sign, true, true);
	s->printed = p->index + 1;
}

static void put_same(struct sides *s, uint32_t index, enum ink ink)
{
	const struct compared *c = s->c;
	const redline_pair *pair = &c->pairs[index];
	part(s, index);
	begin_row(s, pair);
	pen_put(&s->left.pen, ink, blocks_shown(c->old, c->old_blocks, pair->old));
	pen_put(&s->right.pen, ink, blocks_shown(c->now, c->new_blocks, pair->now));
	end_row(s, ' ', true, true);
	s->printed = index + 1;
}

static void put_one(struct sides *s, const struct passage *p)
{
	bool const added = p->kind == PASSAGE_ADDED;
	part(s, p->index);
	begin_row(s, p->pair);
	if (added)
		pen_put(&s->right.pen, INK_COME, p->now);
	else
		pen_put(&s->left.pen, INK_GONE, p->old);
	end_row(s, added ? '>' : '<', !added, added);
	s->printed = p->index + 1;
}

static void pass_unchanged(struct sides *s, const struct passage *p)
{
	bool const full = s->style.full;
	if (!full && s->context == 0) {
		s->apart = true;
		return;
	}
	enum ink const ink = full ? INK_PLAIN : INK_DIM;
	s->context -= full ? 0 : 1;
	if (p->kind == PASSAGE_SAME)
		put_same(s, p->index, ink);
	else
		put_both(s, p, '|', ink);
}

/* The unchanged passages before a change, as many as are wanted. */
static void put_context(struct sides *s, uint32_t index)
{
	uint32_t const context = s->style.full ? 0 : s->style.context;
	uint32_t first = index > context ? index - context : 0;
	if (first < s->printed)
		first = s->printed;
	for (uint32_t i = first; i < index && !is_done(s); i++)
		put_same(s, i, INK_DIM);
	s->context = context;
}

/* ---- what moved ---- */

/* One end of a move: its texts in one column, beside the first where the other is. */
static void put_end(struct sides *s, const struct passage *p, const struct moved *group,
                    bool left)
{
	bool const first = p->index == group->first;
	struct side *own = left ? &s->left : &s->right, *other = left ? &s->right : &s->left;
	struct buf where = {0};
	redline_op piece;
	begin_row(s, p->pair);
	for (uint32_t i = 0; i < p->op_count; i++) {
		if (!passage_piece(p, i, &piece))
			continue;
		if (passage_is_kept(p, &piece))
			pen_put(&own->pen, INK_MOVED, left ? piece.old : piece.now);
		else
			pen_change(&own->pen, &piece, !left);
	}
	buf_text(&where, left ? "moved to " : "moved from ");
	if (left)
		headline_new_name(&where, s->c, group);
	else
		headline_old_name(&where, s->c, group);
	if (first)
		flow_bytes(&other->flow, INK_DIM, buf_view(&where));
	end_row(s, '=', left || first, !left || first);
	s->page.failed |= where.failed;
	buf_release(&where);
}

static void put_arrived(struct sides *s, struct passage *p)
{
	const struct moved *group = &s->c->moved.at[s->next_moved++];
	put_context(s, p->index);
	for (;;) {
		part(s, p->index);
		put_end(s, p, group, false);
		s->printed = p->index + 1;
		if (s->printed >= group->end || is_done(s) || !passages_next(&s->walk, p))
			return;
	}
}

static void put_left_group(struct sides *s, uint32_t index, const struct moved *group)
{
	struct passage p;
	put_context(s, index);
	for (uint32_t i = group->first; i < group->end && !is_done(s); i++) {
		redline_pair const place = {.old = s->c->pairs[i].old};
		if (!s->begun)
			put_names(s);
		put_section(s, &place);
		page_gap(&s->page);
		s->page.gap = false;
		passage_moved(s->c, i, &p);
		put_end(s, &p, group, true);
	}
	s->printed = index > s->printed ? index : s->printed;
	s->apart = true;
}

/* What, before an old block that has not moved, moved away. */
static void put_left(struct sides *s, uint32_t index, uint32_t old_block)
{
	const struct compared *c = s->c;
	for (; s->next_old < c->moved.len && !is_done(s); s->next_old++) {
		const struct moved *group = &c->moved.at[c->moved_by_old[s->next_old]];
		if (c->pairs[group->first].old.begin >= old_block)
			return;
		put_left_group(s, index, group);
	}
}

/* ---- the whole ---- */

static void note_heading(struct sides *s, const redline_pair *pair)
{
	if (pair->now.begin < pair->now.end &&
	    s->c->new_blocks[pair->now.begin].kind == REDLINE_HEADING)
		s->heading = pair->now.begin;
}

static void put_passage(struct sides *s, struct passage *p)
{
	if (p->pair->old.begin < p->pair->old.end && p->kind != PASSAGE_MOVED)
		put_left(s, p->index, p->pair->old.begin);
	closing_note(&s->closing, p);
	note_heading(s, p->pair);
	switch (p->kind) {
	case PASSAGE_SAME:
	case PASSAGE_RENUMBERED:
	case PASSAGE_FOLLOWED:
		pass_unchanged(s, p);
		break;
	case PASSAGE_EDITED:
		put_context(s, p->index);
		put_both(s, p, '|', INK_PLAIN);
		break;
	case PASSAGE_ADDED:
	case PASSAGE_DROPPED:
		put_context(s, p->index);
		put_one(s, p);
		break;
	case PASSAGE_MOVED:
		put_arrived(s, p);
		break;
	}
}

static void put_all(struct sides *s)
{
	struct passage p;
	closing_begin(&s->closing, s->c);
	passages_begin(&s->walk, s->c);
	while (!is_done(s) && passages_next(&s->walk, &p))
		put_passage(s, &p);
	put_left(s, s->c->pair_count, UINT32_MAX);
	closing_put(&s->closing, &s->page);
	closing_release(&s->closing);
}

redline_status sides_put(const struct compared *c, const redline_style *style,
                         redline_sink *sink, void *context)
{
	redline_style whole = *style;
	struct sides *s = calloc(1, sizeof *s);
	if (!s)
		return REDLINE_NO_MEMORY;
	whole.width = style->width ? style->width : WIDTH;
	page_open(&s->page, &whole, sink, context);
	s->c = c;
	s->style = whole;
	s->style.width = whole.width > GUTTER + 2 * COLUMN_LEAST ? (whole.width - GUTTER) / 2
	                                                         : COLUMN_LEAST;
	s->section = s->heading = REDLINE_NONE;
	put_all(s);
	bool const failed = s->page.failed;
	redline_status const written = out_finish(&s->page.out);
	buf_release(&s->left.text);
	buf_release(&s->right.text);
	free(s);
	return failed ? REDLINE_NO_MEMORY : written;
}

redline_status redline_write_sides(const redline_view *view, const redline_style *style,
                                   redline_sink *sink, void *context)
{
	struct compared c;
	if (!style->full && !redline_comparison_differs(view->comparison))
		return REDLINE_OK;
	redline_status const status =
	    compared_open_view(&c, view) ? sides_put(&c, style, sink, context) : REDLINE_NO_MEMORY;
	compared_release(&c);
	return status;
}
