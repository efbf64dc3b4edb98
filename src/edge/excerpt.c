/*
 * excerpt.c -- the redline of one paragraph.  See excerpt.h.
 *
 * The script is gone through once.  Of what was kept, the few words next to a
 * change are shown; a kept stretch hardly longer than what would be shown of it is
 * shown whole.  A paragraph break that came or went is a pilcrow.
 */
#include "edge/excerpt.h"

#include "base/bytes.h"
#include "edge/phrase.h"

#define PILCROW "\xC2\xB6"

enum {
	AROUND = 40,       /* columns kept in sight on each side of a change */
	SLACK = 20,        /* not worth leaving out */
	WIDTH = 80,        /* where there is no width to keep to */
	LINE_SLACK = 6,    /* what wrapping leaves empty, about */
};

/* ---- comparing ---- */

/* The words of a text: from behind the first label to the last word. */
static redline_range words_of(const redline_draft *draft)
{
	redline_bytes const text = redline_draft_text(draft);
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const count = redline_draft_count(draft);
	uint32_t begin = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (blocks[i].kind == REDLINE_BLANK)
			continue;
		begin = blocks[i].body.begin;
		break;
	}
	return range_trim(text, (redline_range){begin, (uint32_t)text.len});
}

redline_status excerpt_open(struct excerpt *e, redline_bytes old, redline_bytes now)
{
	*e = (struct excerpt){0};
	redline_status status = redline_draft_new(&e->before, old, NULL);
	if (status == REDLINE_OK)
		status = redline_draft_new(&e->after, now, NULL);
	if (status == REDLINE_OK)
		status = redline_compare(&e->comparison, e->before, e->after, NULL);
	if (status != REDLINE_OK)
		return status;
	e->ops = redline_script_ops(redline_comparison_script(e->comparison), &e->count);
	e->old = words_of(e->before);
	e->now = words_of(e->after);
	return REDLINE_OK;
}

void excerpt_release(struct excerpt *e)
{
	redline_comparison_free(e->comparison);
	redline_draft_free(e->after);
	redline_draft_free(e->before);
	*e = (struct excerpt){0};
}

/* ---- what was kept ---- */

/* How far `columns` columns go from one end of a range, in whole words. */
static uint32_t past_words(redline_bytes text, redline_range r, uint32_t columns)
{
	uint32_t at = r.begin, used = 0;
	while (at < r.end) {
		uint32_t end = at;
		while (end < r.end && is_space(text.ptr[end]))
			end++;
		while (end < r.end && !is_space(text.ptr[end]))
			end++;
		used += (uint32_t)safe_width(bytes_in(text, (redline_range){at, end}));
		if (used > columns)
			break;
		at = end;
	}
	return at;
}

static uint32_t before_words(redline_bytes text, redline_range r, uint32_t columns)
{
	uint32_t at = r.end, used = 0;
	while (at > r.begin) {
		uint32_t begin = at;
		while (begin > r.begin && is_space(text.ptr[begin - 1]))
			begin--;
		while (begin > r.begin && !is_space(text.ptr[begin - 1]))
			begin--;
		used += (uint32_t)safe_width(bytes_in(text, (redline_range){begin, at}));
		if (used > columns)
			break;
		at = begin;
	}
	return at;
}

static void put_piece(struct page *p, enum ink ink, redline_bytes text, redline_range r)
{
	if (r.begin < r.end)
		flow_text(&p->flow, ink, text, r);
}

/* A stretch that was kept; open at an end where no change is. */
static void put_kept(struct page *p, enum ink ink, redline_bytes text, redline_range r,
                     bool changed_before, bool changed_after)
{
	uint32_t const head = past_words(text, r, changed_before ? AROUND : 0);
	uint32_t const tail = before_words(text, r, changed_after ? AROUND : 0);
	redline_range const left_out = {head, tail};
	if (head >= tail || safe_width(bytes_in(text, left_out)) <= SLACK) {
		put_piece(p, ink, text, r);
		return;
	}
	put_piece(p, ink, text, (redline_range){r.begin, head});
	flow_bytes(&p->flow, INK_DIM, changed_before ? BYTES(" ...") : BYTES("..."));
	flow_bytes(&p->flow, INK_PLAIN, BYTES(" "));
	put_piece(p, ink, text, (redline_range){tail, r.end});
}

/* ---- what changed ---- */

static redline_range clip(redline_range r, redline_range to)
{
	r.begin = r.begin < to.begin ? to.begin : r.begin > to.end ? to.end : r.begin;
	r.end = r.end > to.end ? to.end : r.end < r.begin ? r.begin : r.end;
	return r;
}

static bool is_kept(const redline_op *op)
{
	return op->kind == REDLINE_KEEP || op->kind == REDLINE_ALIKE;
}

static bool is_quiet(const redline_op *op)
{
	return op->aspect == REDLINE_ASPECT_NUMBER || op->aspect == REDLINE_ASPECT_REFERENCE;
}

/* A paragraph break, and the label behind it; on the side without one, white space. */
static void put_break(struct page *p, enum ink ink, const redline_draft *draft, redline_range r)
{
	redline_bytes const text = redline_draft_text(draft);
	redline_range const words = range_trim(text, r);
	if (redline_draft_block_at(draft, r.begin) != redline_draft_block_at(draft, r.end)) {
		flow_bytes(&p->flow, ink, BYTES(PILCROW));
		flow_bytes(&p->flow, ink, words.begin < words.end ? BYTES(" ") : BYTES(""));
	}
	put_piece(p, ink, text, words);
	flow_bytes(&p->flow, INK_PLAIN, BYTES(" "));
}

static void put_one_side(struct page *p, enum ink ink, const redline_draft *draft, redline_range r,
                         const redline_op *op)
{
	if (r.begin < r.end && op->aspect == REDLINE_ASPECT_BREAK)
		put_break(p, ink, draft, r);
	else
		put_piece(p, ink, redline_draft_text(draft), r);
}

static void put_change(struct page *p, const struct excerpt *e, const redline_op *op, bool gone)
{
	bool const quiet = is_quiet(op);
	redline_range const old = clip(op->old, e->old), now = clip(op->now, e->now);
	if (gone && op->kind != REDLINE_MOVE_OUT)
		put_one_side(p, quiet ? INK_GONE_QUIET : INK_GONE, e->before, old, op);
	put_one_side(p, op->kind == REDLINE_MOVE_IN ? INK_MOVED : quiet ? INK_COME_QUIET : INK_COME,
	             e->after, now, op);
}

/* Is there a change to be seen next to an operation, on either side of it? */
static bool changes_at(const struct excerpt *e, uint32_t i)
{
	if (i >= e->count || is_kept(&e->ops[i]))
		return false;
	redline_range const old = clip(e->ops[i].old, e->old), now = clip(e->ops[i].now, e->now);
	return old.begin < old.end || now.begin < now.end;
}

bool excerpt_has_change(const struct excerpt *e)
{
	uint32_t i = 0;
	while (i < e->count && !changes_at(e, i))
		i++;
	return i < e->count;
}

void excerpt_put(struct page *p, const struct excerpt *e, bool whole, bool gone)
{
	redline_bytes const text = redline_draft_text(e->after);
	flow_begin(&p->flow, &p->out, p->style, PAGE_INDENT, PAGE_INDENT);
	for (uint32_t i = 0; i < e->count; i++) {
		if (!is_kept(&e->ops[i])) {
			put_change(p, e, &e->ops[i], gone);
			continue;
		}
		uint32_t const first = i;
		while (i + 1 < e->count && is_kept(&e->ops[i + 1]))
			i++;
		redline_range const kept =
		    clip((redline_range){e->ops[first].now.begin, e->ops[i].now.end}, e->now);
		if (whole)
			put_piece(p, INK_PLAIN, text, kept);
		else
			put_kept(p, INK_PLAIN, text, kept, first > 0 && changes_at(e, first - 1),
			         changes_at(e, i + 1));
	}
	flow_end(&p->flow);
}

/* ---- text that is all of one kind ---- */

void excerpt_text(struct page *p, enum ink ink, redline_bytes text, uint32_t lines)
{
	uint32_t const width = p->style->width ? p->style->width : WIDTH;
	uint32_t const line = width > PAGE_INDENT + 2 * LINE_SLACK
	                          ? width - PAGE_INDENT - LINE_SLACK : LINE_SLACK;
	struct buf words = {0};
	phrase_words(&words, text, lines ? (size_t)lines * line : SIZE_MAX);
	flow_begin(&p->flow, &p->out, p->style, PAGE_INDENT, PAGE_INDENT);
	flow_bytes(&p->flow, ink, buf_view(&words));
	flow_end(&p->flow);
	p->failed |= words.failed;
	buf_release(&words);
}
