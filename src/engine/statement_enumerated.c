/*
 * statement_enumerated.c -- items of the statement's own list whose number may be that of an
 * item of the place (statement_run.h).
 *
 * "On paragraph 2:" and "(a) delete the paragraph" below it: the (a) numbers the change, unless
 * paragraph 2 has an (a) that is meant.  So with "6.1 Replace ...", where the draft may have a 6.1.
 */
#include <string.h>

#include "base/bytes.h"
#include "statement_run.h"

/* Is the item one of a list that a speaker makes within a sentence? */
static bool is_spoken(const struct reading_run *r, uint32_t label)
{
	size_t low = 0, high = r->items.spoken.len;
	while (low < high) {
		size_t const mid = low + (high - low) / 2;
		if (r->items.spoken.at[mid] < label)
			low = mid + 1;
		else
			high = mid;
	}
	return low < r->items.spoken.len && r->items.spoken.at[low] == label;
}

/* "6.1", "4.2.3": as clauses are numbered, and lists of changes seldom are. */
static bool is_dotted(redline_bytes core)
{
	const char *dot = core.len && is_digit(core.ptr[0]) ? memchr(core.ptr, '.', core.len) : NULL;
	return dot && dot + 1 < core.ptr + core.len && is_digit(dot[1]);
}

redline_bytes number_as_item(const struct reading_run *r, const redline_amendment *m,
                             redline_range range)
{
	const redline_block *b = &r->blocks[block_of(r, range.end)];
	redline_bytes const label = bytes_in(r->s->text, b->label);
	redline_bytes const core = bytes_in(r->s->text, b->core);
	if (!m->place_count && b->unit == REDLINE_LABEL_PLAIN && is_dotted(core))
		return core;
	bool const whole = (m->action == REDLINE_DELETE || m->action == REDLINE_REWRITE) &&
	                   !m->old_words.present && !m->anchor.present;
	bool const in_turn = !r->nested && r->topic.shared; /* "OP2", and below it "Kenya: (a) ..." */
	bool const led = (r->nested || in_turn) && m->place_count == 1 && m->places[0].count &&
	                 m->places[0].inherited == m->places[0].count;
	bool const spoken = is_spoken(r, b->label.begin);
	if ((!whole && !spoken && !in_turn) || !led || !is_list_item(b) || !range_len(b->core) ||
	    !memchr(label.ptr, ')', label.len))
		return (redline_bytes){0};
	return core;
}
