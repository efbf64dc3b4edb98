/*
 * statement_choice.c -- items of which only one is asked for (statement_run.h).
 *
 *     (a) delete "big"; or
 *     (b) delete "small".
 *
 * Of the first the "or" tells; the others look like orders of their own.
 */
#include "lang/common.h"
#include "statement_run.h"

/* Do these words end with an "or"? */
static bool ends_with_choice(redline_bytes words)
{
	size_t const n = common_item_joint(words);
	redline_bytes const last = {words.ptr + words.len - n, n};
	unsigned size;
	bool const parted = n < words.len && !is_word_char(utf8_before(words, words.len - n, &size));
	return n && (parted || n == words.len || utf8_at(last, 0, &size) >= 0x2E80) &&
	       common_item_choice(last);
}

bool follows_choice(const struct reading_run *r, uint32_t i)
{
	const redline_block *b = &r->blocks[i];
	if (!is_list_item(b))
		return false;
	uint32_t k = i;
	while (k > 0 && r->blocks[k - 1].kind == REDLINE_BLANK)
		k--;
	const redline_block *before = k > 0 ? &r->blocks[k - 1] : b;
	return before != b && is_list_item(before) && before->parent == b->parent &&
	       ends_with_choice(bytes_in(r->s->text, range_trim(r->s->text, before->body)));
}

void heed_choice(const struct reading_run *r, redline_range range, struct reading *reading)
{
	if (r->alternative && reading->kind == REDLINE_INSTRUCTION)
		refuse_reading(reading, "alternatives",
		               "two alternatives are proposed, and only one can be applied", range);
}
