/*
 * compared.c -- a comparison, passage by passage.  See compared.h.
 *
 * Pairs that did not move ascend in both texts, as the operations do, so one
 * cursor in the operations serves them all: an operation is left behind when
 * it ends before the passage on both sides.  One operation may reach over many
 * passages; each takes its own part of it.  What moved is found in the script's
 * moves by binary search.
 *
 * White space between passages belongs to the one before; only a change of
 * spacing is shown there.
 */
#include "edge/compared.h"

#include <assert.h>
#include <stdlib.h>

#include "edge/page.h"

/* ---- blocks ---- */

uint32_t blocks_end(const redline_block *blocks, redline_range range)
{
	uint32_t end = range.end;
	while (end > range.begin && blocks[end - 1].kind == REDLINE_BLANK)
		end--;
	return end;
}

uint32_t blocks_count(const redline_block *blocks, redline_range range)
{
	uint32_t count = 0;
	for (uint32_t i = range.begin; i < range.end; i++)
		count += blocks[i].kind != REDLINE_BLANK;
	return count;
}

redline_range block_text(redline_bytes text, const redline_block *b)
{
	return range_trim(text, b->bytes);
}

redline_range block_shown(redline_bytes text, const redline_block *b)
{
	redline_range const all = block_text(text, b);
	uint32_t const words = b->body.end > b->label.end ? b->body.end : b->label.end;
	return (redline_range){b->kind == REDLINE_BULLET ? all.begin : page_content(b),
	                       b->kind == REDLINE_HEADING ? words : all.end};
}

redline_range blocks_shown(redline_bytes text, const redline_block *blocks,
                           redline_range range)
{
	uint32_t const end = blocks_end(blocks, range);
	if (range.begin >= end)
		return (redline_range){0, 0};
	return (redline_range){block_shown(text, &blocks[range.begin]).begin,
	                       block_shown(text, &blocks[end - 1]).end};
}

/* ---- opening ---- */

/* Does pair i + 1 go on where pair i ends, in the old text? */
static bool goes_on(const struct compared *c, uint32_t i)
{
	uint32_t at = c->pairs[i].old.end;
	while (at < c->old_count && c->old_blocks[at].kind == REDLINE_BLANK)
		at++;
	return c->pairs[i + 1].old.begin <= at && c->pairs[i + 1].old.begin >= c->pairs[i].old.end;
}

static void find_moved(struct compared *c)
{
	for (uint32_t i = 0; i < c->pair_count; i++) {
		if (!c->pairs[i].moved)
			continue;
		struct moved *group = VEC_PUSH(&c->moved);
		if (!group)
			return;
		group->first = i;
		while (i + 1 < c->pair_count && c->pairs[i + 1].moved && goes_on(c, i))
			i++;
		group->end = i + 1;
	}
}

struct place {
	uint32_t at, group;
};

static int compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	return (x->at > y->at) - (x->at < y->at);
}

static bool sort_moved(struct compared *c)
{
	size_t const count = c->moved.len;
	struct place *places = count ? malloc(count * sizeof *places) : NULL;
	c->moved_by_old = count ? malloc(count * sizeof *c->moved_by_old) : NULL;
	bool const ok = !count || (places && c->moved_by_old);
	for (uint32_t i = 0; ok && i < count; i++)
		places[i] = (struct place){c->pairs[c->moved.at[i].first].old.begin, i};
	if (ok && count)
		qsort(places, count, sizeof *places, compare_places);
	for (uint32_t i = 0; ok && i < count; i++)
		c->moved_by_old[i] = places[i].group;
	free(places);
	return ok;
}

bool compared_open(struct compared *c)
{
	c->old = redline_script_old(c->script);
	c->now = redline_script_new_text(c->script);
	c->ops = redline_script_ops(c->script, &c->op_count);
	c->edits = redline_script_edits(c->script, &c->edit_count);
	c->moves = redline_script_moves(c->script, &c->move_count);
	c->old_blocks = redline_draft_blocks(c->before);
	c->old_count = redline_draft_count(c->before);
	c->new_blocks = redline_draft_blocks(c->after);
	c->new_count = redline_draft_count(c->after);
	find_moved(c);
	return !c->moved.failed && sort_moved(c);
}

bool compared_open_view(struct compared *c, const redline_view *view)
{
	assert(view->draft && view->after);
	*c = (struct compared){
		.script = view->script,
		.before = view->draft,
		.after = view->after,
		.old_name = view->draft_name ? view->draft_name : "old",
		.new_name = view->after_name ? view->after_name : "new",
	};
	c->pairs = redline_comparison_pairs(view->comparison, &c->pair_count);
	redline_status status = REDLINE_OK;
	if (redline_comparison_differs(view->comparison))
		status = redline_comparison_tally(view->comparison, &c->tally);
	return status == REDLINE_OK && compared_open(c);
}

void compared_release(struct compared *c)
{
	VEC_RELEASE(&c->moved);
	free(c->moved_by_old);
	c->moved_by_old = NULL;
}

/* ---- what of an operation is in a passage ---- */

static redline_range clip(redline_range r, redline_range to)
{
	r.begin = r.begin < to.begin ? to.begin : r.begin > to.end ? to.end : r.begin;
	r.end = r.end < r.begin ? r.begin : r.end > to.end ? to.end : r.end;
	return r;
}

static bool has_some(redline_range r)
{
	return r.begin < r.end;
}

/* Spacing is shown wherever it is; of other changes, what is in the words. */
static bool clip_op(const redline_op *op, const struct passage *p, redline_range old,
                    redline_range now, redline_op *out)
{
	bool const spacing = op->kind == REDLINE_CHANGE && op->aspect == REDLINE_ASPECT_SPACING;
	*out = *op;
	out->old = clip(op->old, spacing ? p->old_span : old);
	out->now = clip(op->now, spacing ? p->now_span : now);
	return has_some(out->old) || has_some(out->now);
}

bool passage_piece(const struct passage *p, uint32_t op, redline_op *out)
{
	return clip_op(&p->ops[op], p, p->old, p->now, out);
}

bool passage_is_kept(const struct passage *p, const redline_op *piece)
{
	return piece->kind == REDLINE_KEEP || piece->kind == REDLINE_ALIKE ||
	       (p->kind == PASSAGE_MOVED && piece->kind == REDLINE_CHANGE &&
	        piece->aspect == REDLINE_ASPECT_NUMBER);
}

/* Is an operation left behind, on both sides, where a passage begins? */
static bool is_behind(const redline_op *op, const struct passage *p)
{
	return op->old.end <= p->old_span.begin && op->now.end <= p->now_span.begin;
}

static bool is_ahead(const redline_op *op, const struct passage *p)
{
	return op->old.begin >= p->old_span.end && op->now.begin >= p->now_span.end;
}

/* ---- a passage ---- */

/* With the blank lines behind; before the first block also those in front. */
static redline_range span_of(const redline_block *blocks, uint32_t count, redline_range range)
{
	uint32_t first = range.begin, end = range.end;
	while (end < count && blocks[end].kind == REDLINE_BLANK)
		end++;
	if (first == 1 && blocks[0].kind == REDLINE_BLANK)
		first = 0;
	return (redline_range){blocks[first].bytes.begin, blocks[end - 1].bytes.end};
}

/* Behind the label, if there is one. */
static uint32_t body_begin(redline_bytes text, const redline_block *b)
{
	return has_some(b->label) ? b->body.begin : block_shown(text, b).begin;
}

static void set_ranges(struct passage *p, const struct compared *c)
{
	p->old = blocks_shown(c->old, c->old_blocks, p->pair->old);
	p->now = blocks_shown(c->now, c->new_blocks, p->pair->now);
	if (has_some(p->pair->old)) {
		p->old_span = span_of(c->old_blocks, c->old_count, p->pair->old);
		p->old_body = body_begin(c->old, &c->old_blocks[p->pair->old.begin]);
	}
	if (has_some(p->pair->now)) {
		p->now_span = span_of(c->new_blocks, c->new_count, p->pair->now);
		p->now_body = body_begin(c->now, &c->new_blocks[p->pair->now.begin]);
	}
}

/* A change of what isn't shown otherwise (markup) widens what is. */
static void widen(redline_range *shown, redline_bytes text, redline_range part)
{
	redline_range const words = range_trim(text, part);
	if (!has_some(words))
		return;
	if (words.begin < shown->begin)
		shown->begin = words.begin;
	if (words.end > shown->end)
		shown->end = words.end;
}

/* Does a part begin in front of the first block's words? */
static bool in_front(const redline_op *part, uint32_t old_body, uint32_t now_body)
{
	return (has_some(part->old) && part->old.begin < old_body) ||
	       (has_some(part->now) && part->now.begin < now_body);
}

/* Is it the first block's number that is another, and not only its dress? */
static bool renumbers(const struct passage *p, const struct compared *c, const redline_op *part)
{
	const redline_block *a = &c->old_blocks[p->pair->old.begin];
	const redline_block *b = &c->new_blocks[p->pair->now.begin];
	return part->aspect == REDLINE_ASPECT_NUMBER &&
	       in_front(part, body_begin(c->old, a), body_begin(c->now, b)) &&
	       !bytes_equal(bytes_in(c->old, a->core), bytes_in(c->now, b->core));
}

static void note_change(struct passage *p, const struct compared *c, const redline_op *op)
{
	redline_op part;
	if (!clip_op(op, p, p->old_span, p->now_span, &part))
		return;
	if (op->aspect != REDLINE_ASPECT_SPACING) {
		widen(&p->old, c->old, part.old);
		widen(&p->now, c->now, part.now);
		if (!clip_op(op, p, p->old, p->now, &part))
			return;
	}
	if (op->aspect == REDLINE_ASPECT_REFERENCE) {
		p->followed = true;
	} else if (renumbers(p, c, &part)) {
		p->numbered = true;
		return; /* a header or a list says so */
	} else {
		p->edited = true;
	}
	if (in_front(&part, p->old_body, p->now_body))
		p->old_body = p->now_body = 0;
}

static void note_op(struct passage *p, const struct compared *c, const redline_op *op)
{
	redline_op part;
	if (op->kind == REDLINE_CHANGE)
		note_change(p, c, op);
	else if (op->kind == REDLINE_MOVE_OUT || op->kind == REDLINE_MOVE_IN)
		p->edited |= clip_op(op, p, p->old, p->now, &part);
}

/* Goes through the operations from `ops` on, as far as they touch the passage. */
static void note_ops(struct passage *p, const struct compared *c, const redline_op *ops,
                     uint32_t count)
{
	p->ops = ops;
	p->op_count = 0;
	while (p->op_count < count && !is_ahead(&ops[p->op_count], p))
		note_op(p, c, &ops[p->op_count++]);
	if (p->old_body < p->old.begin || p->now_body < p->now.begin) {
		p->old_body = p->old.begin;
		p->now_body = p->now.begin;
	}
}

static enum passage_kind kind_of(const struct passage *p)
{
	if (p->pair->moved)
		return PASSAGE_MOVED;
	return p->edited     ? PASSAGE_EDITED
	       : p->followed ? PASSAGE_FOLLOWED
	       : p->numbered ? PASSAGE_RENUMBERED
	                     : PASSAGE_SAME;
}

static void begin_passage(struct passage *p, const struct compared *c, uint32_t index)
{
	*p = (struct passage){.index = index, .pair = &c->pairs[index]};
	set_ranges(p, c);
}

/* ---- what moved ---- */

/* The move whose new place holds the byte; NULL if none does. */
static const redline_move *move_at(const struct compared *c, uint32_t at)
{
	uint32_t low = 0, high = c->move_count;
	while (low < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (c->ops[c->moves[middle].in].now.end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	bool const found = low < c->move_count && c->ops[c->moves[low].in].now.begin <= at;
	return found ? &c->moves[low] : NULL;
}

/* The first edit of a move that is not left behind. */
static uint32_t edit_at(const struct compared *c, const redline_move *move,
                        const struct passage *p)
{
	uint32_t low = move->first_edit, high = move->first_edit + move->edit_count;
	while (low < high) {
		uint32_t const middle = low + (high - low) / 2;
		if (is_behind(&c->edits[middle], p))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void passage_moved(const struct compared *c, uint32_t pair, struct passage *out)
{
	begin_passage(out, c, pair);
	out->kind = PASSAGE_MOVED;
	const redline_move *move = move_at(c, out->now.begin);
	if (!move)
		return;
	uint32_t const first = edit_at(c, move, out);
	note_ops(out, c, c->edits + first, move->first_edit + move->edit_count - first);
}

/* ---- going through ---- */

void passages_begin(struct passages *walk, const struct compared *c)
{
	*walk = (struct passages){.c = c};
}

bool passages_next(struct passages *walk, struct passage *out)
{
	const struct compared *c = walk->c;
	if (walk->next >= c->pair_count)
		return false;
	uint32_t const index = walk->next++;
	const redline_pair *pair = &c->pairs[index];
	if (pair->moved) {
		passage_moved(c, index, out);
		return true;
	}
	begin_passage(out, c, index);
	if (!has_some(pair->old) || !has_some(pair->now)) {
		out->kind = has_some(pair->old) ? PASSAGE_DROPPED : PASSAGE_ADDED;
		return true;
	}
	while (walk->op < c->op_count && is_behind(&c->ops[walk->op], out))
		walk->op++;
	note_ops(out, c, c->ops + walk->op, c->op_count - walk->op);
	out->kind = kind_of(out);
	return true;
}
