/*
 * weave.c -- see weave.h.
 *
 * Sorted edits that are the same (a group) stand next to one another, and are
 * one change.  So a clash is looked for between groups, and holds for all of
 * both; then the ranges are made to not overlap, and one pass writes the script.
 * All but the sort is linear.
 */
#include "weave.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "model/script.h"

static int compare_edits(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;
	if (a->core.begin != b->core.begin)
		return a->core.begin < b->core.begin ? -1 : 1;
	if (a->core.end != b->core.end)
		return a->core.end < b->core.end ? -1 : 1;
	int const order = bytes_compare(a->order, b->order);
	if (order)
		return order;
	int const words = bytes_compare(a->words, b->words);
	if (words)
		return words;
	if (a->moves_to != b->moves_to)
		return a->moves_to < b->moves_to ? -1 : 1;
	return (a->cause > b->cause) - (a->cause < b->cause);
}

void weave_sort(struct edit *edits, size_t count)
{
	if (count)
		qsort(edits, count, sizeof *edits, compare_edits);
}

/* To delete is not the same as to move, nor is to move it elsewhere. */
static bool is_same(const struct edit *a, const struct edit *b)
{
	return a->core.begin == b->core.begin && a->core.end == b->core.end &&
	       a->moves_to == b->moves_to && bytes_equal(a->words, b->words);
}

/* Notes, or new provisions whose numbers say which comes first. */
static bool do_stack(const struct edit *a, const struct edit *b)
{
	return a->stack && a->stack == b->stack &&
	       (a->stack == STACK_NOTES || !bytes_equal(a->order, b->order));
}

/* One bracket of a pair goes exactly where words go away at that edge. */
static bool brackets_what_goes(const struct edit *bracket, const struct edit *gone)
{
	if (bracket->core.begin != bracket->core.end || bracket->words.len != 1 ||
	    gone->core.begin == gone->core.end)
		return false;
	char const c = bracket->words.ptr[0];
	return (c == '[' && bracket->core.begin == gone->core.begin) ||
	       (c == ']' && bracket->core.begin == gone->core.end);
}

/* "[^3]" goes with its footnote, and with the words around it. */
static bool is_covered(const struct edit *a, const struct edit *by)
{
	return a->reference && !by->words.len && !by->moves_to &&
	       by->core.begin <= a->core.begin && a->core.end <= by->core.end;
}

size_t weave_drop_covered(struct edit *edits, size_t count)
{
	size_t kept = 0, reach = 0;
	for (size_t i = 0; i < count; i++) {
		bool const after = kept && is_covered(&edits[i], &edits[reach]);
		bool const before = i + 1 < count && is_covered(&edits[i], &edits[i + 1]);
		if (after || before)
			continue;
		edits[kept] = edits[i];
		if (!kept || edits[kept].core.end > edits[reach].core.end)
			reach = kept;
		kept++;
	}
	return kept;
}

/* a stands before b in the order of weave_sort. */
static bool do_clash(const struct edit *a, const struct edit *b)
{
	if (is_same(a, b) || do_stack(a, b))
		return false;
	if (brackets_what_goes(a, b) || brackets_what_goes(b, a))
		return true;
	if (is_covered(a, b) || is_covered(b, a))
		return false;
	bool const a_inserts = a->core.begin == a->core.end,
		   b_inserts = b->core.begin == b->core.end;
	if (a->core.begin == b->core.begin && a_inserts && b_inserts)
		return true;
	/* words put right before or after what goes do not touch it */
	return b->core.begin < a->core.end && !(a_inserts && b->core.begin == a->core.begin);
}

/* The first edit behind edits[i] that is not the same as it. */
static size_t group_end(const struct edit *edits, size_t count, size_t i)
{
	size_t end = i + 1;
	while (end < count && is_same(&edits[i], &edits[end]))
		end++;
	return end;
}

static bool add_clash(clash_list *out, size_t a, size_t b)
{
	struct clash *c = VEC_PUSH(out);
	if (c)
		*c = (struct clash){(uint32_t)a, (uint32_t)b};
	return c != NULL;
}

/* Clashes between the first edits of groups: a group with the one before it,
 * and with the one that goes furthest. */
static bool clashes_of_groups(const struct edit *edits, size_t count, clash_list *out)
{
	size_t reach = 0, before = 0;
	for (size_t i = count ? group_end(edits, count, 0) : 0; i < count;
	     i = group_end(edits, count, i)) {
		if (do_clash(&edits[reach], &edits[i]) && !add_clash(out, reach, i))
			return false;
		if (before != reach && do_clash(&edits[before], &edits[i]) &&
		    !add_clash(out, before, i))
			return false;
		if (edits[i].core.end > edits[reach].core.end)
			reach = i;
		before = i;
	}
	return true;
}

/* Whoever asks for the same as edits[i] is in its clash with `other`, too. */
static bool add_twins(const struct edit *edits, size_t count, size_t i, size_t other, bool *told,
                      clash_list *out)
{
	size_t const end = told[i] ? i : group_end(edits, count, i);
	told[i] = true;
	for (size_t k = i + 1; k < end; k++)
		if (!add_clash(out, other, k))
			return false;
	return true;
}

bool weave_clashes(const struct edit *edits, size_t count, clash_list *out)
{
	if (!clashes_of_groups(edits, count, out))
		return false;
	bool *told = out->len ? calloc(count, sizeof *told) : NULL;
	bool ok = told || !out->len;
	size_t const groups = out->len;
	for (size_t i = 0; ok && i < groups; i++) {
		struct clash const c = out->at[i];
		ok = add_twins(edits, count, c.a, c.b, told, out) &&
		     add_twins(edits, count, c.b, c.a, told, out);
	}
	free(told);
	return ok;
}

void weave_trim(struct edit *edits, size_t count)
{
	uint32_t taken = 0; /* up to here by the edit before */
	for (size_t i = 0, end; i < count; i = end) {
		struct edit *e = &edits[i];
		end = group_end(edits, count, i);
		if (e->range.begin < taken)
			e->range.begin = taken < e->core.begin ? taken : e->core.begin;
		if (end < count && e->range.end > edits[end].core.begin)
			e->range.end = edits[end].core.begin > e->core.end ? edits[end].core.begin
			                                                   : e->core.end;
		taken = e->range.end;
		for (size_t k = i + 1; k < end; k++)
			edits[k].range = e->range;
	}
}

/* Is text[at] the end, or of ASCII and of no word? */
static bool ends_word(redline_bytes text, uint32_t at)
{
	return at == text.len ||
	       ((unsigned char)text.ptr[at] < 0x80 && !is_word_char((unsigned char)text.ptr[at]));
}

/* How many bytes both begin with, up to where a word begins or ends. */
static uint32_t shared_head(redline_bytes old, redline_bytes now)
{
	uint32_t n = 0, cut = 0;
	uint32_t const most = (uint32_t)(old.len < now.len ? old.len : now.len);
	while (n < most && old.ptr[n] == now.ptr[n]) {
		n++;
		if (n < most && old.ptr[n - 1] == ' ')
			cut = n;
	}
	return n == most && ends_word(old, n) && ends_word(now, n) ? n : cut;
}

static uint32_t shared_tail(redline_bytes old, redline_bytes now)
{
	uint32_t n = 0, cut = 0;
	uint32_t const most = (uint32_t)(old.len < now.len ? old.len : now.len);
	while (n < most && old.ptr[old.len - 1 - n] == now.ptr[now.len - 1 - n]) {
		n++;
		if (old.ptr[old.len - n] == ' ')
			cut = n;
	}
	if (n == most && (old.len == n || is_space(old.ptr[old.len - 1 - n])) &&
	    (now.len == n || is_space(now.ptr[now.len - 1 - n])))
		cut = n;
	return cut;
}

/*
 * What really changes: whole words that the old and the new wording share at
 * their ends are kept, so that the redline shows as little as a person would
 * mark.
 */
static void narrow(redline_bytes text, redline_range *range, redline_bytes *words)
{
	redline_bytes old = bytes_in(text, *range);
	if (!old.len || !words->len || bytes_equal(old, *words))
		return;
	uint32_t const head = shared_head(old, *words);
	range->begin += head;
	*words = (redline_bytes){words->ptr + head, words->len - head};
	old = bytes_in(text, *range);
	uint32_t const tail = old.len && words->len ? shared_tail(old, *words) : 0;
	range->end -= tail;
	words->len -= tail;
}

redline_status weave_script(redline_bytes text, struct edit *edits, size_t count, uint32_t *ops,
                            redline_script **out)
{
	weave_trim(edits, count);
	struct script_builder b;
	VEC(uint32_t) causes = {0};
	script_begin(&b, text);
	uint32_t at = 0;
	for (size_t i = 0; i < count;) {
		size_t next = i;
		causes.len = 0;
		while (next < count && is_same(&edits[i], &edits[next])) {
			uint32_t *slot = VEC_PUSH(&causes);
			if (slot)
				*slot = edits[next].cause;
			next++;
		}
		redline_range r = edits[i].range;
		redline_bytes words = edits[i].words;
		narrow(text, &r, &words);
		script_keep(&b, r.begin - at);
		uint32_t const op = (uint32_t)b.ops.len;
		script_change(&b, range_len(r), words, causes.at, (uint32_t)causes.len);
		for (size_t k = i; k < next; k++)
			ops[k] = b.ops.len > op ? op : REDLINE_NONE;
		at = r.end;
		i = next;
	}
	script_keep(&b, text.len - at);
	bool const failed = causes.failed;
	VEC_RELEASE(&causes);
	redline_status const status = script_finish(&b, out);
	if (status == REDLINE_OK && failed) {
		redline_script_free(*out);
		*out = NULL;
		return REDLINE_NO_MEMORY;
	}
	return status;
}
