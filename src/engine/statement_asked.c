/*
 * statement_asked.c -- lists whose items are but parts of a question (statement_run.h).
 *
 * "Should we:" says so itself.  Any other lead may stand over "- delete paragraph 5; - delete
 * paragraph 6?", where the mark behind the last item is the whole sentence's.
 */
#include "fold.h"
#include "statement_run.h"

uint32_t list_end(const struct reading_run *r, uint32_t i)
{
	uint32_t end = i;
	for (; i < r->block_count &&
	       (is_list_item(&r->blocks[i]) || r->blocks[i].kind == REDLINE_TABLE_ROW);
	     i = next_text_block(r, i + 1))
		end = i + 1;
	return end;
}

/* The last character of a block's words; 0 if it has none. */
static uint32_t last_mark(const struct reading_run *r, const redline_block *b)
{
	redline_range const body = range_trim(r->s->text, b->body);
	unsigned size;
	return range_len(body) ? utf8_before(r->s->text, body.end, &size) : 0;
}

/* Does the sentence go on in the next item? */
static bool goes_on(uint32_t cp)
{
	return plain_mark(cp) == ';' || plain_mark(cp) == ',';
}

bool lead_asks(const struct reading_run *r, uint32_t last)
{
	if (r->reading->wonders)
		return true;
	if (!is_laid_out(r, last))
		return false;
	uint32_t const first = next_text_block(r, last + 1), end = list_end(r, first);
	if (end <= first + 1 || plain_mark(last_mark(r, &r->blocks[end - 1])) != '?')
		return false;
	for (uint32_t i = first; i + 1 < end; i++)
		if (is_list_item(&r->blocks[i]) && !goes_on(last_mark(r, &r->blocks[i])))
			return false;
	return true;
}
