/*
 * entries.c -- which blocks a script's changes show up in.  See entries.h.
 *
 * A change costs a binary search in each draft and the blocks it spans; the
 * list is made in the order of the text, so neighbours are joined as they come.
 */
#include "edge/entries.h"

#include "base/bytes.h"
#include "edge/page.h"

/* A blank block's changes are shown with the block before it, if there is one. */
static uint32_t visible(const struct entries *e, uint32_t block)
{
	return block > 0 && e->blocks[block].kind == REDLINE_BLANK ? block - 1 : block;
}

static uint32_t block_of_insertion(const struct entries *e, uint32_t at)
{
	uint32_t const block = redline_draft_block_at(e->before, at);
	bool const starts = block > 0 && at == e->blocks[block].bytes.begin;
	bool const mid_line = starts && at > 0 && e->old.ptr[at - 1] != '\n';
	return visible(e, mid_line ? block - 1 : block);
}

uint32_t entries_first_block(const struct entries *e, const redline_op *op)
{
	if (op->old.begin == op->old.end)
		return block_of_insertion(e, op->old.begin);
	uint32_t const block = redline_draft_block_at(e->before, op->old.begin);
	bool const goes_on = op->old.end > e->blocks[block].bytes.end;
	return e->blocks[block].kind == REDLINE_BLANK && goes_on ? block + 1 : visible(e, block);
}

uint32_t entries_last_block(const struct entries *e, const redline_op *op)
{
	uint32_t const first = entries_first_block(e, op);
	if (op->old.begin == op->old.end)
		return first;
	uint32_t const last = visible(e, redline_draft_block_at(e->before, op->old.end - 1));
	return last < first ? first : last;
}

/* Does the change bring in this block of the new text whole? */
static bool brings_in(const redline_block *b, redline_range now)
{
	uint32_t const begin = page_content(b);
	uint32_t const end = b->body.end > b->label.end ? b->body.end : b->label.end;
	return b->kind != REDLINE_BLANK && begin < end && begin >= now.begin && end <= now.end;
}

/*
 * The blocks of the new text that a change brings in and that get an entry of
 * their own.  A replacement's first block does not, if the replacement begins
 * with it: it stands beside what it replaces.
 */
static redline_range born_blocks(const struct entries *e, const redline_op *op)
{
	redline_range const none = {0, 0};
	if (op->now.begin == op->now.end)
		return none;
	uint32_t first = redline_draft_block_at(e->after, op->now.begin);
	while (first < e->new_count && e->new_blocks[first].bytes.begin < op->now.end &&
	       !brings_in(&e->new_blocks[first], op->now))
		first++;
	redline_range const lead = {op->now.begin, first < e->new_count
	                                               ? page_content(&e->new_blocks[first])
	                                               : op->now.end};
	redline_range const words = lead.begin < lead.end ? range_trim(e->now, lead) : lead;
	bool const beside = op->old.begin < op->old.end && words.begin == words.end;
	redline_range born = none;
	for (uint32_t i = beside ? first + 1 : first;
	     i < e->new_count && e->new_blocks[i].bytes.begin < op->now.end; i++) {
		if (!brings_in(&e->new_blocks[i], op->now))
			continue;
		if (born.begin == born.end)
			born.begin = i;
		born.end = i + 1;
	}
	return born;
}

struct inlined entries_inline_words(const struct entries *e, const redline_op *op)
{
	redline_range const born = born_blocks(e, op);
	redline_range const none = {op->now.end, op->now.end};
	if (born.begin == born.end)
		return (struct inlined){op->now, none};
	uint32_t const begin = e->new_blocks[born.begin].bytes.begin;
	uint32_t const end = e->new_blocks[born.end - 1].bytes.end;
	struct inlined parts = {
		{op->now.begin, begin > op->now.begin ? begin : op->now.begin},
		{end < op->now.end ? end : op->now.end, op->now.end},
	};
	parts.head = range_trim(e->now, parts.head);
	parts.tail = range_trim(e->now, parts.tail);
	return parts;
}

bool entries_shows_inline(const struct entries *e, const redline_op *op)
{
	struct inlined const parts = entries_inline_words(e, op);
	return op->old.begin < op->old.end || range_len(parts.head) || range_len(parts.tail);
}

/* ---- the list ---- */

static void list_inline(struct entries *e, uint32_t index)
{
	const redline_op *op = &e->ops[index];
	if (e->block_count == 0 || !entries_shows_inline(e, op))
		return;
	uint32_t const first = entries_first_block(e, op), end = entries_last_block(e, op) + 1;
	struct entry *last = e->list.len ? &e->list.at[e->list.len - 1] : NULL;
	if (last && !last->born && first < last->end) {
		last->op_end = index + 1;
		last->end = end > last->end ? end : last->end;
		return;
	}
	struct entry *entry = VEC_PUSH(&e->list);
	if (entry)
		*entry = (struct entry){false, first, end, first, index, index + 1};
}

static void list_born(struct entries *e, uint32_t index)
{
	const redline_op *op = &e->ops[index];
	redline_range const born = born_blocks(e, op);
	if (born.begin == born.end)
		return;
	uint32_t before = e->block_count ? redline_draft_block_at(e->before, op->old.end) : 0;
	if (before < e->block_count && e->blocks[before].bytes.begin < op->old.end)
		before++;
	struct entry *entry = VEC_PUSH(&e->list);
	if (entry)
		*entry = (struct entry){true, born.begin, born.end, before, index, index + 1};
}

static void take_texts(struct entries *e, const redline_script *script)
{
	e->old = redline_script_old(script);
	e->now = redline_script_new_text(script);
	e->ops = redline_script_ops(script, &e->op_count);
	e->blocks = redline_draft_blocks(e->before);
	e->block_count = redline_draft_count(e->before);
	e->new_blocks = redline_draft_blocks(e->after);
	e->new_count = redline_draft_count(e->after);
}

bool entries_find(struct entries *e, const redline_script *script,
                  const redline_draft *before, const redline_draft *after)
{
	*e = (struct entries){.before = before, .after = after};
	take_texts(e, script);
	for (uint32_t i = 0; i < e->op_count; i++) {
		if (e->ops[i].kind == REDLINE_KEEP)
			continue;
		list_inline(e, i);
		list_born(e, i);
	}
	return !e->list.failed;
}

void entries_release(struct entries *e)
{
	VEC_RELEASE(&e->list);
}
