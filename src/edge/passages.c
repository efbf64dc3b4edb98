/*
 * passages.c -- a comparison at a terminal.  See passages.h.
 *
 * One pass over the passages, printing as it goes.  What only got another
 * number, or other numbers in its references, is noted for the closing and
 * passed over; with style.context the unchanged passages around what is
 * printed are printed, too, those before it being looked up again.  Text that
 * moved is printed where it came to; where it was stands one line.
 *
 * Joined under one header: what moved together, an added or deleted provision
 * and all that it encloses, and the changed rows of one table.
 */
#include "edge/passages.h"

#include <stdlib.h>

#include "edge/closing.h"
#include "edge/headline.h"
#include "edge/pen.h"
#include "edge/phrase.h"
#include "edge/table.h"

enum {
	LINE_WIDTH = 80,  /* where there is no width to keep to */
	LINE_LEAST = 20,
	LINE_SLACK = 6,   /* what wrapping leaves empty, about */
	WORD_MOST = 24,   /* bytes, of a word that is worth leaving out whole */
	MOVED_LINES = 3,  /* of moved text without edits */
};

struct display {
	struct page *page;
	const struct compared *c;
	struct passages walk;
	struct closing closing;
	uint32_t printed;       /* pairs before this one were printed, or passed for good */
	uint32_t context;       /* how many more pairs to print as context */
	bool after_entry;       /* the last thing printed was one */
	uint32_t next_old;      /* in c->moved_by_old */
	uint32_t next_moved;    /* in c->moved */
	enum passage_kind open; /* ADDED or DROPPED, if such was printed last ... */
	uint32_t open_first;    /* ... and the block at its head */
	struct table old_table, new_table; /* last looked up */
	struct table old_rows, new_rows;   /* whose rows were printed last, or empty */
	uint32_t moved_room;    /* lines left for moved text that has no edits */
	bool moved_cut;         /* the rest has been left out, and "..." says so */
	struct pen old_pen, new_pen;
};

static bool is_done(const struct display *d)
{
	return d->page->failed || d->page->out.failed;
}

static const redline_block *new_block(const struct display *d, uint32_t index)
{
	return &d->c->new_blocks[d->c->pairs[index].now.begin];
}

/* ---- a passage's text ---- */

/* As in the text itself: headings at the edge, all else by its level. */
static uint32_t own_indent(const redline_block *b)
{
	static const redline_block outermost = {0};
	return b->kind == REDLINE_HEADING ? 0 : page_indent(b, &outermost);
}

/* Indented from the first block of an entry, or, if that is NULL, as in the text. */
static void begin_text(struct display *d, const redline_pair *pair, const redline_block *first)
{
	struct flow *flow = &d->page->flow;
	const struct compared *c = d->c;
	const redline_block *b = &c->new_blocks[pair->now.begin];
	page_begin(d->page, b, first ? page_indent(b, first) : own_indent(b));
	pen_begin(&d->new_pen, flow, c->now, c->new_blocks, pair->now);
	pen_begin(&d->old_pen, flow, c->old, c->old_blocks, pair->old);
	d->new_pen.first = first;
	d->old_pen.lines = false;
}

/* The new text with its changes marked; what was kept in an ink of its own. */
static void put_marked(struct display *d, const struct passage *p, const redline_block *first,
                       enum ink kept)
{
	redline_op piece;
	begin_text(d, p->pair, first);
	for (uint32_t i = 0; i < p->op_count; i++) {
		if (!passage_piece(p, i, &piece))
			continue;
		if (passage_is_kept(p, &piece)) {
			pen_put(&d->new_pen, kept, piece.now);
		} else {
			pen_change(&d->old_pen, &piece, false);
			pen_change(&d->new_pen, &piece, true);
		}
	}
	flow_end(&d->page->flow);
}

static void put_unmarked(struct display *d, const redline_pair *pair, redline_range shown,
                         const redline_block *first, enum ink ink)
{
	begin_text(d, pair, first);
	pen_put(&d->new_pen, ink, shown);
	flow_end(&d->page->flow);
}

/* ---- unchanged passages ---- */

static void close_entry(struct display *d)
{
	d->open = PASSAGE_SAME;
	d->old_rows = d->new_rows = (struct table){0, 0};
}

/* An empty line, where there is one in the text or something was left out. */
static void part_from_last(struct display *d, uint32_t index)
{
	uint32_t const first = d->c->pairs[index].now.begin;
	bool const apart = first > 0 && d->c->new_blocks[first - 1].kind == REDLINE_BLANK;
	bool const row = first > d->new_rows.first && first < d->new_rows.end;
	if (apart || d->printed != index || (d->after_entry && !row))
		page_gap(d->page);
	d->page->gap = false;
	d->after_entry = false;
	if (!row)
		close_entry(d);
}

/* Headings stand out, but not in context. */
static enum ink own_ink(const redline_block *b, enum ink ink)
{
	return b->kind == REDLINE_HEADING && ink == INK_PLAIN ? INK_BOLD : ink;
}

static void put_plain(struct display *d, uint32_t index, enum ink ink)
{
	const redline_pair *pair = &d->c->pairs[index];
	part_from_last(d, index);
	put_unmarked(d, pair, blocks_shown(d->c->now, d->c->new_blocks, pair->now), NULL,
	             own_ink(new_block(d, index), ink));
	d->printed = index + 1;
}

/* In the whole text, what was renumbered is marked, though it is no entry. */
static void put_in_full(struct display *d, const struct passage *p)
{
	if (p->kind == PASSAGE_SAME) {
		put_plain(d, p->index, INK_PLAIN);
		return;
	}
	part_from_last(d, p->index);
	put_marked(d, p, NULL, own_ink(new_block(d, p->index), INK_PLAIN));
	d->printed = p->index + 1;
}

static void pass_unchanged(struct display *d, const struct passage *p)
{
	if (d->page->style->full) {
		put_in_full(d, p);
	} else if (d->context > 0) {
		d->context--;
		put_plain(d, p->index, INK_DIM);
	}
}

/* ---- entries ---- */

/* The context before an entry that stands at a pair, then an empty line. */
static void begin_entry(struct display *d, uint32_t index)
{
	uint32_t const context = d->page->style->full ? 0 : d->page->style->context;
	uint32_t first = index > context ? index - context : 0;
	if (first < d->printed)
		first = d->printed;
	if (context)
		for (uint32_t i = first; i < index && !is_done(d); i++)
			put_plain(d, i, INK_DIM);
	page_gap(d->page);
	d->page->gap = false;
	close_entry(d);
}

static void end_entry(struct display *d, uint32_t printed)
{
	d->printed = printed;
	d->context = d->page->style->context;
	d->after_entry = true;
}

/* ---- tables ---- */

/* The row that names the columns, above the first of the rows shown. */
static void put_column_names(struct display *d, redline_bytes text, const redline_block *blocks,
                             struct table table, uint32_t row)
{
	const redline_block *b = table_names(text, blocks, table, row);
	if (!b)
		return;
	page_begin(d->page, b, PAGE_INDENT);
	page_words(&d->page->flow, INK_DIM, text, block_text(text, b), b);
	flow_end(&d->page->flow);
}

/* The tables that the passage is a row of, in both texts. */
static void find_tables(struct display *d, const struct passage *p, struct table *old,
                        struct table *now)
{
	const struct compared *c = d->c;
	redline_range const a = p->pair->old, b = p->pair->now;
	*old = *now = (struct table){0, 0};
	if (a.begin < a.end)
		*old = table_find(&d->old_table, c->old_blocks, c->old_count, a.begin);
	if (b.begin < b.end)
		*now = table_find(&d->new_table, c->new_blocks, c->new_count, b.begin);
}

/* Goes on with the rows of the table printed last, if the passage is one of them. */
static bool join_table(struct display *d, const struct passage *p, struct table old,
                       struct table now)
{
	if (!table_same(old, d->old_rows) && !table_same(now, d->new_rows))
		return false;
	if (d->printed != p->index) {
		flow_begin(&d->page->flow, &d->page->out, d->page->style, PAGE_INDENT, PAGE_INDENT);
		flow_bytes(&d->page->flow, INK_DIM, BYTES("..."));
		flow_end(&d->page->flow);
	}
	if (old.end)
		d->old_rows = old;
	if (now.end)
		d->new_rows = now;
	d->open = PASSAGE_SAME;
	return true;
}

/* A header, unless the passage is one more row of the table above. */
static void begin_passage(struct display *d, const struct passage *p)
{
	const struct compared *c = d->c;
	struct table old, now;
	find_tables(d, p, &old, &now);
	if (join_table(d, p, old, now))
		return;
	begin_entry(d, p->index);
	headline_put(d->page, c, p);
	if (now.end)
		put_column_names(d, c->now, c->new_blocks, now, p->pair->now.begin);
	else if (old.end)
		put_column_names(d, c->old, c->old_blocks, old, p->pair->old.begin);
	d->old_rows = old;
	d->new_rows = now;
}

/* ---- what changed in its place ---- */

static void put_edited(struct display *d, const struct passage *p)
{
	struct passage shown = *p;
	begin_passage(d, p);
	shown.old.begin = p->old_body;
	shown.now.begin = p->now_body;
	put_marked(d, &shown, new_block(d, p->index), INK_PLAIN);
	end_entry(d, p->index + 1);
}

/* An empty line before a block that has one in the text, but for the first. */
static void put_space(struct display *d, const redline_block *blocks, uint32_t first,
                      uint32_t block)
{
	if (block > first && blocks[block - 1].kind == REDLINE_BLANK)
		page_gap(d->page);
	d->page->gap = false;
}

static void put_whole_blocks(struct display *d, enum ink ink, redline_bytes text,
                             const redline_block *blocks, redline_range range)
{
	for (uint32_t i = range.begin; i < range.end; i++) {
		const redline_block *b = &blocks[i];
		if (b->kind == REDLINE_BLANK)
			continue;
		put_space(d, blocks, d->open_first, i);
		page_begin(d->page, b, page_indent(b, &blocks[d->open_first]));
		page_words(&d->page->flow, ink, text, block_shown(text, b), b);
		flow_end(&d->page->flow);
	}
}

/* What was added or dropped; under the one above, if that encloses it. */
static void put_whole(struct display *d, const struct passage *p)
{
	const struct compared *c = d->c;
	bool const added = p->kind == PASSAGE_ADDED;
	redline_range const range = added ? p->pair->now : p->pair->old;
	const redline_block *blocks = added ? c->new_blocks : c->old_blocks;
	bool const joins = d->open == p->kind && d->printed == p->index &&
	                   range.begin < blocks[d->open_first].subtree_end &&
	                   blocks[d->open_first].kind != REDLINE_HEADING;
	if (!joins) {
		begin_passage(d, p);
		d->open = p->kind;
		d->open_first = range.begin;
	}
	put_whole_blocks(d, added ? INK_COME : INK_GONE, added ? c->now : c->old, blocks, range);
	end_entry(d, p->index + 1);
}

/* ---- what moved ---- */

static void put_dots(struct display *d)
{
	flow_begin(&d->page->flow, &d->page->out, d->page->style, PAGE_INDENT, PAGE_INDENT);
	flow_bytes(&d->page->flow, INK_MOVED, BYTES("..."));
	flow_end(&d->page->flow);
	d->moved_cut = true;
}

/* Words that were cut inside the last of them end before it, unless it is a long one. */
static void end_at_word(struct buf *words)
{
	size_t end = words->len;
	while (end > 0 && words->len - end < WORD_MOST && words->ptr[end - 1] != ' ')
		end--;
	if (end == 0 || words->ptr[end - 1] != ' ')
		return;
	words->len = end - 1;
	buf_text(words, " ...");
}

/* Text that nothing was changed in: as much of it as there is room for. */
static void put_moved_some(struct display *d, const struct passage *p,
                           const redline_block *first)
{
	const redline_block *b = new_block(d, p->index);
	uint32_t const width = d->page->style->width ? d->page->style->width : LINE_WIDTH;
	uint32_t const indent = page_indent(b, first);
	uint32_t const line = width > indent + LINE_LEAST ? width - indent : LINE_LEAST;
	size_t const room = (size_t)d->moved_room * (line - LINE_SLACK);
	struct buf words = {0};
	redline_bytes const all = bytes_in(d->c->now, p->now);
	phrase_words(&words, all, room);
	size_t const set = safe_width(buf_view(&words));
	d->moved_cut = set >= room;
	if (d->moved_cut)
		end_at_word(&words);
	page_begin(d->page, b, indent);
	flow_bytes(&d->page->flow, INK_MOVED, buf_view(&words));
	flow_end(&d->page->flow);
	uint32_t const lines = (uint32_t)(set / line) + 1;
	d->moved_room = d->moved_cut || lines > d->moved_room ? 0 : d->moved_room - lines;
	d->page->failed |= words.failed;
	buf_release(&words);
}

static void put_moved_text(struct display *d, const struct passage *p,
                           const redline_block *first)
{
	if (p->edited || p->followed) {
		put_marked(d, p, first, INK_MOVED);
		d->moved_room = MOVED_LINES;
		d->moved_cut = false;
	} else if (d->page->style->full) {
		put_unmarked(d, p->pair, p->now, first, INK_MOVED);
	} else if (d->moved_room) {
		put_moved_some(d, p, first);
	} else if (!d->moved_cut) {
		put_dots(d);
	}
}

/*
 * All that moved together with this passage; goes on behind it.  The label of the
 * first stands in the header already, and may be all there is of it ("Article 5").
 */
static void put_moved(struct display *d, struct passage *p)
{
	const struct moved *group = &d->c->moved.at[d->next_moved++];
	const redline_block *first = new_block(d, p->index);
	uint32_t top = REDLINE_NONE; /* the first block below the header */
	begin_entry(d, p->index);
	headline_arrived(d->page, d->c, group);
	d->moved_room = MOVED_LINES;
	d->moved_cut = false;
	p->old.begin = p->old_body;
	p->now.begin = p->now_body;
	do {
		if (p->old.begin >= p->old.end && p->now.begin >= p->now.end)
			continue;
		if (top == REDLINE_NONE)
			top = p->pair->now.begin;
		else if (d->moved_room || p->edited || p->followed)
			put_space(d, d->c->new_blocks, top, p->pair->now.begin);
		put_moved_text(d, p, first);
	} while (p->index + 1 < group->end && passages_next(&d->walk, p) && !is_done(d));
	end_entry(d, group->end);
}

/* The places, before a pair that has not moved, that text moved away from. */
static void put_left(struct display *d, uint32_t index, uint32_t old_block)
{
	const struct compared *c = d->c;
	bool any = false;
	for (; d->next_old < c->moved.len && !is_done(d); d->next_old++) {
		const struct moved *group = &c->moved.at[c->moved_by_old[d->next_old]];
		if (c->pairs[group->first].old.begin >= old_block)
			break;
		if (!any)
			begin_entry(d, index);
		headline_left(d->page, c, group);
		any = true;
	}
	if (any)
		end_entry(d, index > d->printed ? index : d->printed);
}

/* ---- the whole ---- */

static void put_passage(struct display *d, struct passage *p)
{
	if (p->pair->old.begin < p->pair->old.end && p->kind != PASSAGE_MOVED)
		put_left(d, p->index, p->pair->old.begin);
	closing_note(&d->closing, p);
	switch (p->kind) {
	case PASSAGE_SAME:
	case PASSAGE_RENUMBERED:
	case PASSAGE_FOLLOWED:
		pass_unchanged(d, p);
		break;
	case PASSAGE_EDITED:
		put_edited(d, p);
		break;
	case PASSAGE_ADDED:
	case PASSAGE_DROPPED:
		put_whole(d, p);
		break;
	case PASSAGE_MOVED:
		put_moved(d, p);
		break;
	}
}

static void put_all(struct display *d)
{
	struct passage p;
	passages_begin(&d->walk, d->c);
	while (!is_done(d) && passages_next(&d->walk, &p))
		put_passage(d, &p);
	put_left(d, d->c->pair_count, UINT32_MAX);
	closing_put(&d->closing, d->page);
}

void passages_put(struct page *p, const struct compared *c)
{
	struct display *d = calloc(1, sizeof *d);
	if (!d) {
		p->failed = true;
		return;
	}
	d->page = p;
	d->c = c;
	closing_begin(&d->closing, c);
	put_all(d);
	closing_release(&d->closing);
	free(d);
}
