/*
 * headline.c -- the headers of a comparison's passages.  See headline.h.
 *
 * A header says in brackets, behind the number, what became of the whole.  Of a
 * split or merge it names all the parts if there are two, else the first and
 * the last of them.
 */
#include "edge/headline.h"

enum { PATH_SIZE = 256 };

struct header {
	struct buf path, section, where;
};

static void put_header(struct page *p, enum ink ink, struct header *h)
{
	if (!h->path.len && !h->section.len)
		buf_text(&h->path, "text");
	if (h->path.failed || h->section.failed || h->where.failed)
		p->failed = true;
	else
		page_header(p, ink, buf_view(&h->path), buf_view(&h->section), buf_view(&h->where));
	buf_release(&h->path);
	buf_release(&h->section);
	buf_release(&h->where);
}

static void set_place(struct header *h, const redline_draft *draft, const char *name,
                      uint32_t block)
{
	buf_printf(&h->where, "%s:%u", name, (unsigned)redline_draft_blocks(draft)[block].line);
}

/* "(was 58)", behind what the path has already. */
static void add_note(struct buf *b, const char *note, redline_bytes name)
{
	buf_printf(b, "%s(%s", b->len ? " " : "", note);
	if (name.len)
		buf_char(b, ' ');
	buf_bytes(b, name);
	buf_char(b, ')');
}

static bool is_plain_heading(const redline_block *b)
{
	return b->kind == REDLINE_HEADING && b->label.begin == b->label.end;
}

/* ---- one block each ---- */

static void add_path(struct buf *b, const redline_draft *draft, uint32_t block)
{
	page_path(b, draft, block);
	if (!b->len && redline_draft_blocks(draft)[block].kind == REDLINE_TABLE_ROW)
		buf_text(b, "table");
}

static void add_was(struct buf *b, const struct compared *c, const struct passage *p)
{
	char was[PATH_SIZE], is[PATH_SIZE];
	const redline_block *old = &c->old_blocks[p->pair->old.begin];
	const redline_block *now = &c->new_blocks[p->pair->now.begin];
	if ((is_plain_heading(old) || is_plain_heading(now)) && !p->numbered)
		return;
	(void)redline_draft_path(c->before, p->pair->old.begin, was, sizeof was);
	(void)redline_draft_path(c->after, p->pair->now.begin, is, sizeof is);
	bool const differs = was[0] && is[0] && strcmp(was, is) != 0;
	if (!p->numbered && !differs)
		return;
	if (p->numbered && now->label.begin == now->label.end && !b->len)
		buf_text(b, "unnumbered");
	bool const unnumbered = p->numbered && old->label.begin == old->label.end;
	add_note(b, "was", unnumbered ? BYTES("unnumbered") : bytes_of(was));
}

/* ---- splits and merges ---- */

/* "12 and 13", "12 to 15"; nothing if they have no numbers of their own. */
static void add_parts(struct buf *b, const redline_draft *draft, redline_range range)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const last = blocks_end(blocks, range) - 1;
	const redline_block *end = &blocks[last];
	page_path(b, draft, range.begin);
	if (b->len && last > range.begin && end->label.begin < end->label.end) {
		buf_text(b, blocks_count(blocks, range) == 2 ? " and " : " to ");
		page_path(b, draft, last);
	}
}

static void add_joined(struct buf *b, const struct compared *c, const redline_pair *pair)
{
	struct buf old = {0};
	add_parts(b, c->after, pair->now);
	add_parts(&old, c->before, pair->old);
	bool const split = blocks_count(c->old_blocks, pair->old) == 1;
	bool const merged = blocks_count(c->new_blocks, pair->now) == 1;
	bool const named = old.len && !bytes_equal(buf_view(&old), buf_view(b));
	if (split)
		add_note(b, named ? "split from" : "split", named ? buf_view(&old) : BYTES(""));
	else if (merged)
		add_note(b, named ? "merged from" : "merged", named ? buf_view(&old) : BYTES(""));
	else if (named)
		add_note(b, "was", buf_view(&old));
	b->failed |= old.failed;
	buf_release(&old);
}

void headline_put(struct page *p, const struct compared *c, const struct passage *passage)
{
	struct header h = {0};
	const redline_pair *pair = passage->pair;
	bool const dropped = passage->kind == PASSAGE_DROPPED;
	const redline_draft *draft = dropped ? c->before : c->after;
	uint32_t const block = dropped ? pair->old.begin : pair->now.begin;
	bool const row = redline_draft_blocks(draft)[block].kind == REDLINE_TABLE_ROW;
	bool const several = blocks_count(c->old_blocks, pair->old) > 1 ||
	                     blocks_count(c->new_blocks, pair->now) > 1;
	if (passage->kind == PASSAGE_EDITED && several) {
		add_joined(&h.path, c, pair);
	} else {
		add_path(&h.path, draft, block);
		if (passage->kind == PASSAGE_EDITED)
			add_was(&h.path, c, passage);
		else if (!row)
			add_note(&h.path, dropped ? "deleted" : "new", BYTES(""));
	}
	page_section(&h.section, draft, block);
	set_place(&h, draft, dropped ? c->old_name : c->new_name, block);
	put_header(p, INK_BOLD, &h);
}

/* ---- what moved ---- */

/* The first of the blocks and, unless that encloses them all, the last. */
static void add_range(struct buf *b, const redline_draft *draft, redline_range range)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const last = blocks_end(blocks, range) - 1;
	page_name(b, draft, range.begin);
	if (last > range.begin && last >= blocks[range.begin].subtree_end) {
		buf_text(b, " to ");
		page_name(b, draft, last);
	}
}

/* What the blocks that moved together are called in one of the texts. */
static void add_end(struct buf *b, const struct compared *c, const struct moved *group,
                    bool is_new)
{
	const redline_pair *first = &c->pairs[group->first], *last = &c->pairs[group->end - 1];
	if (is_new)
		add_range(b, c->after, (redline_range){first->now.begin, last->now.end});
	else
		add_range(b, c->before, (redline_range){first->old.begin, last->old.end});
}

/* "footnote 1, moved to footnote 1" says nothing; a line does. */
static void add_far_end(struct buf *b, const struct compared *c, const struct moved *group,
                        bool is_new)
{
	struct buf name = {0}, near = {0};
	const redline_pair *first = &c->pairs[group->first];
	uint32_t const block = is_new ? first->now.begin : first->old.begin;
	add_end(&name, c, group, is_new);
	add_end(&near, c, group, !is_new);
	if (bytes_equal(buf_view(&name), buf_view(&near)))
		page_line(b, is_new ? c->after : c->before, block,
		          (is_new ? c->new_blocks : c->old_blocks)[block].line);
	else
		buf_bytes(b, buf_view(&name));
	b->failed |= name.failed || near.failed;
	buf_release(&name);
	buf_release(&near);
}

void headline_old_name(struct buf *b, const struct compared *c, const struct moved *group)
{
	add_far_end(b, c, group, false);
}

void headline_new_name(struct buf *b, const struct compared *c, const struct moved *group)
{
	add_far_end(b, c, group, true);
}

void headline_arrived(struct page *p, const struct compared *c, const struct moved *group)
{
	struct header h = {0};
	struct buf from = {0};
	uint32_t const block = c->pairs[group->first].now.begin;
	headline_old_name(&from, c, group);
	if (is_plain_heading(&c->new_blocks[block]))
		buf_text(&h.path, "heading");
	else
		add_end(&h.path, c, group, true);
	add_note(&h.path, "moved from", buf_view(&from));
	page_section(&h.section, c->after, block);
	set_place(&h, c->after, c->new_name, block);
	h.path.failed |= from.failed;
	put_header(p, INK_BOLD, &h);
	buf_release(&from);
}

void headline_left(struct page *p, const struct compared *c, const struct moved *group)
{
	struct header h = {0};
	add_end(&h.path, c, group, false);
	buf_text(&h.section, "moved to ");
	headline_new_name(&h.section, c, group);
	set_place(&h, c->before, c->old_name, c->pairs[group->first].old.begin);
	put_header(p, INK_DIM, &h);
}
