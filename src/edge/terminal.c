/*
 * terminal.c -- the draft with its changes marked, for a person at a terminal.
 *
 * In this order:
 *   1. list_entries goes once through the changes and makes entries: blocks of
 *      the old text that changes touch (neighbours that one change joins are
 *      one entry), and blocks that a change brings in whole, which are found
 *      by reading the new text as a draft too;
 *   2. each entry is printed: a header, its blocks with their marks, then who
 *      asked for it and why; with style.full the other blocks in between;
 *   3. the totals.
 *
 * Linear in the texts and the changes.  What is printed is folded and wrapped
 * for the eye only.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "edge/flow.h"
#include "edge/phrase.h"
#include "edge/sources.h"

enum {
	INDENT = 4,
	STEP = 4,        /* more for each level below an entry's first block */
	INDENT_MAX = 16,
	HEADER_GAP = 2,
};

/* Blocks shown together under one header. */
struct entry {
	bool born;             /* blocks of the new text; else of the old */
	uint32_t first, end;   /* the blocks; inside, BLANK ones are passed over */
	uint32_t before;       /* the old block that it stands before or begins with */
	uint32_t op_first, op_end;
};

struct terminal {
	struct out out;
	const redline_view *view;
	const redline_style *style;
	struct sources sources;
	redline_draft *own;    /* the old text's draft, if the view had none */
	redline_draft *after;  /* the new text's */
	const redline_draft *before;
	const redline_block *blocks, *new_blocks;
	uint32_t block_count, new_count;
	redline_bytes old, now;
	const redline_op *ops;
	uint32_t op_count;
	VEC(struct entry) entries;
	bool gap;              /* the last line printed was empty, or there is none */
	uint32_t *credited;    /* by amendment: the entry it was last named in, from 1 */
	struct flow flow;
};

/* ---- which blocks a change shows up in ---- */

/* A blank block's changes are shown with the block before it, if there is one. */
static uint32_t visible(const struct terminal *t, uint32_t block)
{
	return block > 0 && t->blocks[block].kind == REDLINE_BLANK ? block - 1 : block;
}

static uint32_t block_of_insertion(const struct terminal *t, uint32_t at)
{
	uint32_t const block = redline_draft_block_at(t->before, at);
	bool const starts = block > 0 && at == t->blocks[block].bytes.begin;
	bool const mid_line = starts && at > 0 && t->old.ptr[at - 1] != '\n';
	return visible(t, mid_line ? block - 1 : block);
}

/* First and last block that shows a change's old words. */
static uint32_t first_block(const struct terminal *t, const redline_op *op)
{
	if (op->old.begin == op->old.end)
		return block_of_insertion(t, op->old.begin);
	uint32_t const block = redline_draft_block_at(t->before, op->old.begin);
	bool const goes_on = op->old.end > t->blocks[block].bytes.end;
	return t->blocks[block].kind == REDLINE_BLANK && goes_on ? block + 1 : visible(t, block);
}

static uint32_t last_block(const struct terminal *t, const redline_op *op)
{
	uint32_t const first = first_block(t, op);
	if (op->old.begin == op->old.end)
		return first;
	uint32_t const last = visible(t, redline_draft_block_at(t->before, op->old.end - 1));
	return last < first ? first : last;
}

static uint32_t content_begin(const redline_block *b)
{
	return b->label.begin < b->label.end ? b->label.begin : b->body.begin;
}

/* Does the change bring in this block of the new text whole? */
static bool brings_in(const redline_block *b, redline_range now)
{
	uint32_t const begin = content_begin(b);
	uint32_t const end = b->body.end > b->label.end ? b->body.end : b->label.end;
	return b->kind != REDLINE_BLANK && begin < end && begin >= now.begin && end <= now.end;
}

/*
 * The blocks of the new text that a change brings in and that get an entry of
 * their own.  A replacement's first block does not, if the replacement begins
 * with it: it stands beside what it replaces.
 */
static redline_range born_blocks(const struct terminal *t, const redline_op *op)
{
	redline_range const none = {0, 0};
	if (op->now.begin == op->now.end)
		return none;
	uint32_t first = redline_draft_block_at(t->after, op->now.begin);
	while (first < t->new_count && t->new_blocks[first].bytes.begin < op->now.end &&
	       !brings_in(&t->new_blocks[first], op->now))
		first++;
	redline_range const lead = {op->now.begin, first < t->new_count
	                                               ? content_begin(&t->new_blocks[first])
	                                               : op->now.end};
	redline_range const words = lead.begin < lead.end ? range_trim(t->now, lead) : lead;
	bool const beside = op->old.begin < op->old.end && words.begin == words.end;
	redline_range born = none;
	for (uint32_t i = beside ? first + 1 : first;
	     i < t->new_count && t->new_blocks[i].bytes.begin < op->now.end; i++) {
		if (!brings_in(&t->new_blocks[i], op->now))
			continue;
		if (born.begin == born.end)
			born.begin = i;
		born.end = i + 1;
	}
	return born;
}

/* The parts of a change's new words, before and after its born blocks, shown inline. */
struct inlined {
	redline_range head, tail;
};

static struct inlined inline_words(const struct terminal *t, const redline_op *op)
{
	redline_range const born = born_blocks(t, op);
	redline_range const none = {op->now.end, op->now.end};
	if (born.begin == born.end)
		return (struct inlined){op->now, none};
	uint32_t const begin = t->new_blocks[born.begin].bytes.begin;
	uint32_t const end = t->new_blocks[born.end - 1].bytes.end;
	struct inlined parts = {
		{op->now.begin, begin > op->now.begin ? begin : op->now.begin},
		{end < op->now.end ? end : op->now.end, op->now.end},
	};
	parts.head = range_trim(t->now, parts.head);
	parts.tail = range_trim(t->now, parts.tail);
	return parts;
}

static bool shows_inline(const struct terminal *t, const redline_op *op)
{
	struct inlined const parts = inline_words(t, op);
	return op->old.begin < op->old.end || range_len(parts.head) || range_len(parts.tail);
}

/* ---- 1. entries ---- */

static void list_inline(struct terminal *t, uint32_t index)
{
	const redline_op *op = &t->ops[index];
	if (t->block_count == 0 || !shows_inline(t, op))
		return;
	uint32_t const first = first_block(t, op), end = last_block(t, op) + 1;
	struct entry *last = t->entries.len ? &t->entries.at[t->entries.len - 1] : NULL;
	if (last && !last->born && first < last->end) {
		last->op_end = index + 1;
		last->end = end > last->end ? end : last->end;
		return;
	}
	struct entry *e = VEC_PUSH(&t->entries);
	if (e)
		*e = (struct entry){false, first, end, first, index, index + 1};
}

static void list_born(struct terminal *t, uint32_t index)
{
	const redline_op *op = &t->ops[index];
	redline_range const born = born_blocks(t, op);
	if (born.begin == born.end)
		return;
	uint32_t before = t->block_count ? redline_draft_block_at(t->before, op->old.end) : 0;
	if (before < t->block_count && t->blocks[before].bytes.begin < op->old.end)
		before++;
	struct entry *e = VEC_PUSH(&t->entries);
	if (e)
		*e = (struct entry){true, born.begin, born.end, before, index, index + 1};
}

static void list_entries(struct terminal *t)
{
	for (uint32_t i = 0; i < t->op_count; i++) {
		if (t->ops[i].kind == REDLINE_KEEP)
			continue;
		list_inline(t, i);
		list_born(t, i);
	}
}

/* ---- headers ---- */

static void add_path(struct buf *b, const redline_draft *draft, uint32_t block)
{
	const redline_block *it = &redline_draft_blocks(draft)[block];
	if (it->kind == REDLINE_HEADING && it->label.begin == it->label.end) {
		buf_text(b, "heading");
		return;
	}
	char path[256];
	(void)redline_draft_path(draft, block, path, sizeof path);
	redline_bytes shown = bytes_of(path);
	while (shown.len && (shown.ptr[shown.len - 1] & 0x80) && shown.len == sizeof path - 1)
		shown.len--; /* a path cut short ends with a whole character */
	buf_bytes(b, shown);
}

/* The words of the heading that a block stands under. */
static void add_section(struct buf *b, const redline_draft *draft, uint32_t block)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const section = blocks[block].section;
	if (section == REDLINE_NONE)
		return;
	redline_range const words = {content_begin(&blocks[section]), blocks[section].body.end};
	phrase_words(b, bytes_in(redline_draft_text(draft), words), 200);
}

static void add_where(struct buf *b, struct terminal *t, const struct entry *e)
{
	uint32_t const at = e->born ? t->ops[e->op_first].old.end
	                            : content_begin(&t->blocks[e->first]);
	if (e->born)
		buf_text(b, "new, ");
	buf_printf(b, "%s:%u", sources_name(&t->sources, REDLINE_IN_DRAFT),
	           (unsigned)sources_line(&t->sources, REDLINE_IN_DRAFT, at));
}

static void set_header(struct terminal *t, redline_bytes path, redline_bytes section,
                       redline_bytes where)
{
	bool const color = t->style->color;
	struct out *o = &t->out;
	size_t const width = t->style->width ? t->style->width : 100;
	size_t const right = safe_width(where) + HEADER_GAP;
	size_t column = safe_width(path);
	ink_on(o, INK_BOLD, color);
	out_safe(o, path, color);
	if (section.len && column + HEADER_GAP + right + 8 < width) {
		size_t const gap = column + HEADER_GAP < INDENT ? INDENT - column : HEADER_GAP;
		size_t const room = width - right - column - gap;
		out_repeat(o, ' ', column ? gap : 0);
		column += column ? gap : 0;
		out_safe_cut(o, section, room, color);
		size_t const set = safe_width(section);
		column += set < room ? set : room;
	}
	ink_off(o, INK_BOLD, color);
	size_t const end = column + right;
	out_repeat(o, ' ', end < width ? width - end + HEADER_GAP : HEADER_GAP);
	ink_on(o, INK_DIM, color);
	out_safe(o, where, color);
	ink_off(o, INK_DIM, color);
	out_char(o, '\n');
}

/* An empty line, but never two, and none at the start. */
static void put_gap(struct terminal *t)
{
	if (!t->gap)
		out_char(&t->out, '\n');
	t->gap = true;
}

static bool put_header(struct terminal *t, const struct entry *e)
{
	const redline_draft *draft = e->born ? t->after : t->before;
	struct buf path = {0}, section = {0}, where = {0};
	add_path(&path, draft, e->first);
	add_section(&section, draft, e->first);
	if (!path.len && !section.len)
		buf_text(&path, "text");
	add_where(&where, t, e);
	bool const ok = !path.failed && !section.failed && !where.failed;
	if (ok)
		set_header(t, buf_view(&path), buf_view(&section), buf_view(&where));
	buf_release(&path);
	buf_release(&section);
	buf_release(&where);
	return ok;
}

/* ---- 2. blocks ---- */

static bool line_by_line(const redline_block *b)
{
	return b->kind == REDLINE_TABLE_ROW || b->kind == REDLINE_VERBATIM;
}

/* Block-quote marks at the start of a line are layout, not words. */
static uint32_t past_quote_marks(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && (is_blank(text.ptr[at]) || text.ptr[at] == '>'))
		at++;
	return at;
}

/* Does the line that begins at `at` hold nothing? */
static bool is_blank_line(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && (is_blank(text.ptr[at]) || text.ptr[at] == '\r'))
		at++;
	return at < end && text.ptr[at] == '\n';
}

/*
 * Words of a block: a blank line among them (in what a change brings in)
 * starts a new line here, and so does every line end of a table or verbatim.
 */
static void put_words(struct terminal *t, enum ink ink, redline_bytes text, redline_range range,
                      const redline_block *block)
{
	uint32_t at = range.begin;
	while (at < range.end) {
		const char *nl = memchr(text.ptr + at, '\n', range.end - at);
		if (!nl)
			break;
		uint32_t next = (uint32_t)(nl - text.ptr) + 1;
		flow_text(&t->flow, ink, text, (redline_range){at, next});
		bool const parts = line_by_line(block) || is_blank_line(text, next, range.end);
		while (is_blank_line(text, next, range.end))
			next = (uint32_t)((const char *)memchr(text.ptr + next, '\n', range.end - next) -
			                  text.ptr) + 1;
		redline_range const rest = range_trim(text, (redline_range){next, range.end});
		if (parts && rest.begin < rest.end)
			flow_break(&t->flow);
		at = block->quoted ? past_quote_marks(text, next, range.end) : next;
	}
	flow_text(&t->flow, ink, text, (redline_range){at, range.end});
}

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

static void put_change(struct terminal *t, const redline_op *op, uint32_t index,
                       redline_range shown)
{
	const redline_block *block = &t->blocks[index];
	put_words(t, INK_GONE, t->old, clip(op->old, shown.begin, block->bytes.end), block);
	if (last_block(t, op) != index)
		return;
	struct inlined const come = inline_words(t, op);
	put_words(t, INK_COME, t->now, come.head, block);
	if (range_len(come.tail))
		flow_break(&t->flow);
	put_words(t, INK_COME, t->now, come.tail, block);
}

/*
 * Where the display of a block begins: at its words if the header has its
 * label already, at its label if not, or if a change touches the label.
 */
static uint32_t shown_from(const struct terminal *t, const redline_block *b, bool headed,
                           uint32_t op)
{
	uint32_t const label = content_begin(b);
	for (uint32_t i = op; i < t->op_count && t->ops[i].old.begin < b->body.begin; i++)
		if (t->ops[i].kind == REDLINE_CHANGE && t->ops[i].old.end > label)
			return label;
	return headed ? b->body.begin : label;
}

static uint32_t indent_of(const redline_block *b, const redline_block *first)
{
	bool const deeper = b->kind != REDLINE_HEADING && first->kind != REDLINE_HEADING &&
	                    b->level > first->level;
	uint32_t const indent = INDENT + (deeper ? (uint32_t)(b->level - first->level) * STEP : 0);
	return indent < INDENT_MAX ? indent : INDENT_MAX;
}

static void begin_block(struct terminal *t, const redline_block *b, uint32_t indent)
{
	redline_style style = *t->style;
	if (line_by_line(b))
		style.width = 0;
	flow_begin(&t->flow, &t->out, &style, indent, indent);
}

/* An old block with the changes in it; `*op` moves on through the entry's operations. */
static void put_old_block(struct terminal *t, const struct entry *e, uint32_t index, uint32_t *op)
{
	const redline_block *b = &t->blocks[index];
	uint32_t const kept_end = b->kind == REDLINE_HEADING ? b->body.end : b->bytes.end;
	while (*op < t->op_count && t->ops[*op].old.end < b->bytes.begin)
		++*op;
	uint32_t const from = shown_from(t, b, index == e->first, *op);
	begin_block(t, b, indent_of(b, &t->blocks[e->first]));
	for (uint32_t i = *op; i < t->op_count && t->ops[i].old.begin <= b->bytes.end; i++) {
		const redline_op *it = &t->ops[i];
		if (it->kind == REDLINE_KEEP)
			put_words(t, INK_PLAIN, t->old, clip(it->old, from, kept_end), b);
		else if (it->old.begin < b->bytes.end && it->old.end > b->bytes.begin)
			put_change(t, it, index, (redline_range){from, b->bytes.end});
		else if (it->old.begin == it->old.end && shows_inline(t, it) &&
		         first_block(t, it) == index)
			put_change(t, it, index, (redline_range){from, b->bytes.end});
	}
	flow_end(&t->flow);
}

static void put_new_block(struct terminal *t, const struct entry *e, uint32_t index)
{
	const redline_block *b = &t->new_blocks[index];
	begin_block(t, b, indent_of(b, &t->new_blocks[e->first]));
	redline_range const whole = {content_begin(b), b->body.end > b->label.end ? b->body.end
	                                                                          : b->label.end};
	put_words(t, INK_COME, t->now, clip(whole, t->ops[e->op_first].now.begin,
	                                    t->ops[e->op_first].now.end), b);
	flow_end(&t->flow);
}

static void put_blocks(struct terminal *t, const struct entry *e)
{
	const redline_block *blocks = e->born ? t->new_blocks : t->blocks;
	uint32_t op = e->op_first > 0 ? e->op_first - 1 : 0;
	for (uint32_t i = e->first; i < e->end; i++) {
		if (blocks[i].kind == REDLINE_BLANK && i > e->first)
			out_char(&t->out, '\n');
		else if (e->born)
			put_new_block(t, e, i);
		else
			put_old_block(t, e, i, &op);
	}
}

/* ---- who and why ---- */

static void put_credit(struct terminal *t, const redline_result *r)
{
	const redline_amendment *a = r->amendment;
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
	t->entries.failed |= line.failed;
	flow_begin(&t->flow, &t->out, t->style, INDENT, INDENT + 2);
	flow_bytes(&t->flow, INK_DIM, buf_view(&line));
	flow_end(&t->flow);
	buf_release(&line);
}

/* Each amendment behind the entry, once. */
static void put_credits(struct terminal *t, const struct entry *e, uint32_t number)
{
	uint32_t count = 0, results = 0;
	const uint32_t *causes = redline_script_causes(t->view->script, &count);
	const redline_result *r =
	    t->view->outcome ? redline_outcome_results(t->view->outcome, &results) : NULL;
	for (uint32_t i = e->op_first; i < e->op_end; i++) {
		for (uint32_t k = 0; k < t->ops[i].cause_count; k++) {
			uint32_t const cause = causes[t->ops[i].first_cause + k];
			if (cause >= results || t->credited[cause] == number)
				continue;
			t->credited[cause] = number;
			put_credit(t, &r[cause]);
		}
	}
}

/* ---- 3. the whole ---- */

static void put_plain_block(struct terminal *t, uint32_t index)
{
	const redline_block *b = &t->blocks[index];
	if (b->kind == REDLINE_BLANK) {
		put_gap(t);
		return;
	}
	t->gap = false;
	bool const heading = b->kind == REDLINE_HEADING;
	begin_block(t, b, heading ? 0 : indent_of(b, &(redline_block){0}));
	uint32_t const end = heading ? b->body.end : b->bytes.end;
	if (heading)
		flow_text(&t->flow, INK_BOLD, t->old, (redline_range){content_begin(b), end});
	else
		put_words(t, INK_PLAIN, t->old, (redline_range){content_begin(b), end}, b);
	flow_end(&t->flow);
}

static bool put_entry(struct terminal *t, uint32_t index)
{
	const struct entry *e = &t->entries.at[index];
	put_gap(t);
	if (!put_header(t, e))
		return false;
	t->gap = false;
	put_blocks(t, e);
	if (t->credited)
		put_credits(t, e, index + 1);
	put_gap(t);
	return !t->entries.failed;
}

/*
 * The entries that stand before block i or begin with it; *end becomes the
 * block to go on with, which is i if none of them shows i itself.
 */
static bool put_entries_at(struct terminal *t, uint32_t i, uint32_t *next, uint32_t *end)
{
	*end = i;
	while (*next < t->entries.len && t->entries.at[*next].before <= i) {
		const struct entry *e = &t->entries.at[*next];
		if (!put_entry(t, (*next)++))
			return false;
		if (!e->born && e->end > *end)
			*end = e->end;
	}
	return true;
}

/* All blocks, the changed ones as entries. */
static bool put_full(struct terminal *t)
{
	uint32_t next = 0, end;
	for (uint32_t i = 0; i <= t->block_count && !t->out.failed; i = end) {
		if (!put_entries_at(t, i, &next, &end))
			return false;
		if (end > i)
			continue;
		if (i < t->block_count)
			put_plain_block(t, i);
		end = i + 1;
	}
	put_gap(t);
	return true;
}

static bool put_entries(struct terminal *t)
{
	if (t->style->full)
		return put_full(t);
	for (uint32_t i = 0; i < t->entries.len && !t->out.failed; i++)
		if (!put_entry(t, i))
			return false;
	return true;
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
	struct out o;
	out_begin(&o, sink, context);
	redline_status const status = put_totals(&o, view, style);
	redline_status const written = out_finish(&o);
	return status == REDLINE_OK ? written : status;
}

static redline_status open_texts(struct terminal *t)
{
	const redline_view *v = t->view;
	t->old = redline_script_old(v->script);
	t->now = redline_script_new_text(v->script);
	t->ops = redline_script_ops(v->script, &t->op_count);
	redline_status status = REDLINE_OK;
	if (!v->draft)
		status = redline_draft_new(&t->own, t->old, NULL);
	if (status == REDLINE_OK)
		status = redline_draft_new(&t->after, t->now, NULL);
	if (status != REDLINE_OK)
		return status;
	t->before = v->draft ? v->draft : t->own;
	t->blocks = redline_draft_blocks(t->before);
	t->block_count = redline_draft_count(t->before);
	t->new_blocks = redline_draft_blocks(t->after);
	t->new_count = redline_draft_count(t->after);
	uint32_t results = 0;
	if (v->outcome)
		(void)redline_outcome_results(v->outcome, &results);
	t->credited = results ? calloc(results, sizeof *t->credited) : NULL;
	return results && !t->credited ? REDLINE_NO_MEMORY : REDLINE_OK;
}

static redline_status put_all(struct terminal *t)
{
	redline_status status = open_texts(t);
	if (status != REDLINE_OK)
		return status;
	list_entries(t);
	t->gap = true;
	if (t->entries.failed || !put_entries(t) || t->sources.arena.failed)
		return REDLINE_NO_MEMORY;
	return t->view->outcome ? put_totals(&t->out, t->view, t->style) : REDLINE_OK;
}

redline_status redline_write_terminal(const redline_view *view, const redline_style *style,
                                      redline_sink *sink, void *context)
{
	struct terminal *t = calloc(1, sizeof *t);
	if (!t)
		return REDLINE_NO_MEMORY;
	t->view = view;
	t->style = style;
	out_begin(&t->out, sink, context);
	sources_begin(&t->sources, view);
	redline_status const status = t->sources.arena.failed ? REDLINE_NO_MEMORY : put_all(t);
	redline_status const written = out_finish(&t->out);
	redline_draft_free(t->own);
	redline_draft_free(t->after);
	sources_end(&t->sources);
	VEC_RELEASE(&t->entries);
	free(t->credited);
	free(t);
	return status == REDLINE_OK ? written : status;
}
