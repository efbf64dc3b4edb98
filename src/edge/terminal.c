/*
 * terminal.c -- the draft with its changes marked, for a person at a terminal.
 *
 * A comparison has its own way of being shown (passages.c).  For the others,
 * in this order:
 *   1. the entries are listed: which blocks are shown together (entries.c);
 *   2. each entry is printed: a header, its blocks with their marks, then who
 *      asked for it and why; with style.full the other blocks in between;
 *   3. the totals.
 *
 * Linear in the texts and the changes.  What is printed is folded and wrapped
 * for the eye only.
 */
#include <stdlib.h>

#include "base/bytes.h"
#include "edge/closing.h"
#include "edge/compared.h"
#include "edge/entries.h"
#include "edge/page.h"
#include "edge/passages.h"
#include "edge/phrase.h"
#include "edge/sources.h"

struct terminal {
	struct page page;
	const redline_view *view;
	struct sources sources;
	redline_draft *own;       /* the old text's draft, if the view had none */
	redline_draft *own_after; /* the new text's, likewise */
	struct entries e;
	uint32_t *credited;    /* by amendment: the entry it was last named in, from 1 */
};

/* ---- headers ---- */

static void add_where(struct buf *b, struct terminal *t, const struct entry *entry)
{
	uint32_t const at = entry->born ? t->e.ops[entry->op_first].old.end
	                                : page_content(&t->e.blocks[entry->first]);
	if (entry->born)
		buf_text(b, "new, ");
	buf_printf(b, "%s:%u", sources_name(&t->sources, REDLINE_IN_DRAFT),
	           (unsigned)sources_line(&t->sources, REDLINE_IN_DRAFT, at));
}

static void put_header(struct terminal *t, const struct entry *entry)
{
	const redline_draft *draft = entry->born ? t->e.after : t->e.before;
	struct buf path = {0}, section = {0}, where = {0};
	page_path(&path, draft, entry->first);
	page_section(&section, draft, entry->first);
	if (!path.len && !section.len)
		buf_text(&path, "text");
	add_where(&where, t, entry);
	if (path.failed || section.failed || where.failed)
		t->page.failed = true;
	else
		page_header(&t->page, INK_BOLD, buf_view(&path), buf_view(&section),
		            buf_view(&where));
	buf_release(&path);
	buf_release(&section);
	buf_release(&where);
}

/* ---- blocks ---- */

static redline_range clip(redline_range r, uint32_t begin, uint32_t end)
{
	if (r.begin < begin)
		r.begin = begin;
	if (r.end > end)
		r.end = end;
	if (r.end < r.begin)
		r.end = r.begin;
	return r;
}

static void put_words(struct terminal *t, enum ink ink, redline_bytes text, redline_range range,
                      const redline_block *block)
{
	page_words(&t->page.flow, ink, text, range, block);
}

static void put_change(struct terminal *t, const redline_op *op, uint32_t index,
                       redline_range shown)
{
	const redline_block *block = &t->e.blocks[index];
	put_words(t, INK_GONE, t->e.old, clip(op->old, shown.begin, block->bytes.end), block);
	if (entries_last_block(&t->e, op) != index)
		return;
	struct inlined const come = entries_inline_words(&t->e, op);
	put_words(t, INK_COME, t->e.now, come.head, block);
	if (range_len(come.tail))
		flow_break(&t->page.flow);
	put_words(t, INK_COME, t->e.now, come.tail, block);
}

/*
 * Where the display of a block begins: at its words if the header has its
 * label already, at its label if not, or if a change touches the label.
 */
static uint32_t shown_from(const struct entries *e, const redline_block *b, bool headed,
                           uint32_t op)
{
	uint32_t const label = page_content(b);
	for (uint32_t i = op; i < e->op_count && e->ops[i].old.begin < b->body.begin; i++)
		if (e->ops[i].kind == REDLINE_CHANGE && e->ops[i].old.end > label)
			return label;
	return headed ? b->body.begin : label;
}

/* An old block with the changes in it; `*op` moves on through the entry's operations. */
static void put_old_block(struct terminal *t, const struct entry *entry, uint32_t index,
                          uint32_t *op)
{
	const struct entries *e = &t->e;
	const redline_block *b = &e->blocks[index];
	uint32_t const kept_end = b->kind == REDLINE_HEADING ? b->body.end : b->bytes.end;
	while (*op < e->op_count && e->ops[*op].old.end < b->bytes.begin)
		++*op;
	uint32_t const from = shown_from(e, b, index == entry->first, *op);
	page_begin(&t->page, b, page_indent(b, &e->blocks[entry->first]));
	for (uint32_t i = *op; i < e->op_count && e->ops[i].old.begin <= b->bytes.end; i++) {
		const redline_op *it = &e->ops[i];
		if (it->kind == REDLINE_KEEP)
			put_words(t, INK_PLAIN, e->old, clip(it->old, from, kept_end), b);
		else if (it->old.begin < b->bytes.end && it->old.end > b->bytes.begin)
			put_change(t, it, index, (redline_range){from, b->bytes.end});
		else if (it->old.begin == it->old.end && entries_shows_inline(e, it) &&
		         entries_first_block(e, it) == index)
			put_change(t, it, index, (redline_range){from, b->bytes.end});
	}
	flow_end(&t->page.flow);
}

static void put_new_block(struct terminal *t, const struct entry *entry, uint32_t index)
{
	const redline_block *b = &t->e.new_blocks[index];
	redline_range const now = t->e.ops[entry->op_first].now;
	page_begin(&t->page, b, page_indent(b, &t->e.new_blocks[entry->first]));
	redline_range const whole = {page_content(b), b->body.end > b->label.end ? b->body.end
	                                                                         : b->label.end};
	put_words(t, INK_COME, t->e.now, clip(whole, now.begin, now.end), b);
	flow_end(&t->page.flow);
}

static void put_blocks(struct terminal *t, const struct entry *entry)
{
	const redline_block *blocks = entry->born ? t->e.new_blocks : t->e.blocks;
	uint32_t op = entry->op_first > 0 ? entry->op_first - 1 : 0;
	for (uint32_t i = entry->first; i < entry->end; i++) {
		if (blocks[i].kind == REDLINE_BLANK && i > entry->first)
			out_char(&t->page.out, '\n');
		else if (entry->born)
			put_new_block(t, entry, i);
		else
			put_old_block(t, entry, i, &op);
	}
}

/* ---- who and why ---- */

static void put_credit(struct terminal *t, const redline_result *r)
{
	const redline_amendment *a = r->amendment;
	struct page *p = &t->page;
	struct buf line = {0};
	phrase_who(&line, a);
	if (a->proposer_count && a->date.len)
		buf_text(&line, ", ");
	phrase_date(&line, a->date);
	uint32_t const source = REDLINE_IN_STATEMENT(r->statement);
	buf_printf(&line, "%s(%s:%u)", line.len ? " " : "", sources_name(&t->sources, source),
	           (unsigned)sources_line(&t->sources, source, a->source.begin));
	if (a->reason.len)
		buf_text(&line, ": ");
	buf_bytes(&line, a->reason);
	p->failed |= line.failed;
	flow_begin(&p->flow, &p->out, p->style, PAGE_INDENT, PAGE_INDENT + 2);
	flow_bytes(&p->flow, INK_DIM, buf_view(&line));
	flow_end(&p->flow);
	buf_release(&line);
}

/* Each amendment behind the entry, once. */
static void put_credits(struct terminal *t, const struct entry *entry, uint32_t number)
{
	uint32_t count = 0, results = 0;
	const uint32_t *causes = redline_script_causes(t->view->script, &count);
	const redline_result *r =
	    t->view->outcome ? redline_outcome_results(t->view->outcome, &results) : NULL;
	for (uint32_t i = entry->op_first; i < entry->op_end; i++) {
		const redline_op *op = &t->e.ops[i];
		for (uint32_t k = 0; k < op->cause_count; k++) {
			uint32_t const cause = causes[op->first_cause + k];
			if (cause >= results || t->credited[cause] == number)
				continue;
			t->credited[cause] = number;
			put_credit(t, &r[cause]);
		}
	}
}

/* ---- the whole ---- */

static void put_plain_block(struct terminal *t, uint32_t index)
{
	const redline_block *b = &t->e.blocks[index];
	if (b->kind == REDLINE_BLANK) {
		page_gap(&t->page);
		return;
	}
	t->page.gap = false;
	bool const heading = b->kind == REDLINE_HEADING;
	page_begin(&t->page, b, heading ? 0 : page_indent(b, &(redline_block){0}));
	uint32_t const end = heading ? b->body.end : b->bytes.end;
	redline_range const words = {page_content(b), end};
	if (heading)
		flow_text(&t->page.flow, INK_BOLD, t->e.old, words);
	else
		put_words(t, INK_PLAIN, t->e.old, words, b);
	flow_end(&t->page.flow);
}

static void put_entry(struct terminal *t, uint32_t index)
{
	const struct entry *entry = &t->e.list.at[index];
	page_gap(&t->page);
	put_header(t, entry);
	t->page.gap = false;
	put_blocks(t, entry);
	if (t->credited)
		put_credits(t, entry, index + 1);
	page_gap(&t->page);
}

static bool is_done(const struct terminal *t)
{
	return t->page.failed || t->page.out.failed;
}

/*
 * The entries that stand before block i or begin with it; the block to go on
 * with, which is i if none of them shows i itself.
 */
static uint32_t put_entries_at(struct terminal *t, uint32_t i, uint32_t *next)
{
	uint32_t end = i;
	while (*next < t->e.list.len && t->e.list.at[*next].before <= i && !is_done(t)) {
		const struct entry *entry = &t->e.list.at[*next];
		put_entry(t, (*next)++);
		if (!entry->born && entry->end > end)
			end = entry->end;
	}
	return end;
}

/* All blocks, the changed ones as entries. */
static void put_full(struct terminal *t)
{
	uint32_t next = 0, end;
	for (uint32_t i = 0; i <= t->e.block_count && !is_done(t); i = end) {
		end = put_entries_at(t, i, &next);
		if (end > i)
			continue;
		if (i < t->e.block_count)
			put_plain_block(t, i);
		end = i + 1;
	}
	page_gap(&t->page);
}

static void put_entries(struct terminal *t)
{
	for (uint32_t i = 0; i < t->e.list.len && !is_done(t); i++)
		put_entry(t, i);
}

static redline_status put_totals(struct out *o, const redline_view *view,
                                 const redline_style *style)
{
	struct buf totals = {0}, positions = {0};
	phrase_totals(&totals, view);
	phrase_positions(&positions, view);
	bool const failed = totals.failed || positions.failed;
	size_t const both = safe_width(buf_view(&totals)) + 2 + safe_width(buf_view(&positions));
	struct flow f;
	flow_begin(&f, o, style, 0, 0);
	flow_bytes(&f, INK_PLAIN, buf_view(&totals));
	if (positions.len && style->width && both > style->width)
		flow_break(&f);
	else if (positions.len)
		flow_gap(&f, 2);
	flow_bytes(&f, INK_PLAIN, buf_view(&positions));
	flow_end(&f);
	buf_release(&totals);
	buf_release(&positions);
	return failed ? REDLINE_NO_MEMORY : REDLINE_OK;
}

redline_status redline_write_totals(const redline_view *view, const redline_style *style,
                                    redline_sink *sink, void *context)
{
	struct page p;
	page_open(&p, style, sink, context);
	redline_status status = REDLINE_OK;
	if (view->comparison) {
		redline_tally tally;
		status = redline_comparison_tally(view->comparison, &tally);
		if (status == REDLINE_OK)
			closing_totals(&p, &tally);
		if (p.failed)
			status = REDLINE_NO_MEMORY;
	} else {
		status = put_totals(&p.out, view, style);
	}
	redline_status const written = out_finish(&p.out);
	return status == REDLINE_OK ? written : status;
}

/* The drafts of both texts, read here if the view has none. */
static redline_status open_drafts(struct terminal *t)
{
	const redline_view *v = t->view;
	redline_status status = REDLINE_OK;
	if (!v->draft)
		status = redline_draft_new(&t->own, redline_script_old(v->script), NULL);
	if (status == REDLINE_OK && !v->after)
		status = redline_draft_new(&t->own_after, redline_script_new_text(v->script), NULL);
	return status;
}

static bool open_entries(struct terminal *t)
{
	const redline_view *v = t->view;
	uint32_t results = 0;
	if (v->outcome)
		(void)redline_outcome_results(v->outcome, &results);
	t->credited = results ? calloc(results, sizeof *t->credited) : NULL;
	sources_begin(&t->sources, v);
	return (t->credited || !results) && !t->sources.arena.failed &&
	       entries_find(&t->e, v->script, v->draft ? v->draft : t->own,
	                    v->after ? v->after : t->own_after);
}

static redline_status put_all(struct terminal *t)
{
	redline_status const status = open_drafts(t);
	if (status != REDLINE_OK)
		return status;
	if (!open_entries(t))
		return REDLINE_NO_MEMORY;
	if (t->page.style->full)
		put_full(t);
	else
		put_entries(t);
	if (t->page.failed || t->sources.arena.failed)
		return REDLINE_NO_MEMORY;
	return t->view->outcome ? put_totals(&t->page.out, t->view, t->page.style) : REDLINE_OK;
}

static redline_status put_comparison(struct page *p, const redline_view *view)
{
	struct compared c;
	if (!p->style->full && !redline_comparison_differs(view->comparison))
		return REDLINE_OK;
	if (compared_open_view(&c, view))
		passages_put(p, &c);
	else
		p->failed = true;
	compared_release(&c);
	return p->failed ? REDLINE_NO_MEMORY : REDLINE_OK;
}

redline_status redline_write_terminal(const redline_view *view, const redline_style *style,
                                      redline_sink *sink, void *context)
{
	struct terminal *t = calloc(1, sizeof *t);
	if (!t)
		return REDLINE_NO_MEMORY;
	t->view = view;
	page_open(&t->page, style, sink, context);
	redline_status const status =
	    view->comparison ? put_comparison(&t->page, view) : put_all(t);
	redline_status const written = out_finish(&t->page.out);
	redline_draft_free(t->own);
	redline_draft_free(t->own_after);
	sources_end(&t->sources);
	entries_release(&t->e);
	free(t->credited);
	free(t);
	return status == REDLINE_OK ? written : status;
}
