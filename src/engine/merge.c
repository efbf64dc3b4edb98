/*
 * merge.c -- what two texts have made of a common one, put together.  See
 * redline/share.h.
 *
 * In this order:
 *   1. the three texts are read as rows of words (merging.h);
 *   2. each side is aligned with the common text, as in a comparison, but no word is
 *      given up for readability: hunks, and units that moved (merge_side.c);
 *   3. what both sides do is judged, place by place (merge_judge.c);
 *   4. the result is written (merge_write.c), numbers that it would give twice are
 *      looked for (merge_number.c), and line ends put right if one side changed all of
 *      them.
 *
 * Moves make it more than a merge of lines: what moved is left out where it stood
 * and written where it went to, with whatever the other side changed in it.
 */
#include "engine/merge.h"

#include <stdlib.h>

#include "engine/merging.h"

struct redline_merge {
	char *text;
	size_t len;
	redline_merge_conflict *conflicts;
	uint32_t conflict_count;
};

/* ---- line ends ---- */

/* The line end that one side has given to all lines, if the other has not. */
static redline_eol agreed_eol(const struct merging *m)
{
	redline_eol const base = redline_draft_eol(m->rows[BASE].draft);
	redline_eol const ours = redline_draft_eol(m->rows[OURS].draft);
	redline_eol const theirs = redline_draft_eol(m->rows[THEIRS].draft);
	if (base == REDLINE_EOL_MIXED || ours == REDLINE_EOL_MIXED || theirs == REDLINE_EOL_MIXED ||
	    ours == theirs)
		return REDLINE_EOL_MIXED;
	return ours == base ? theirs : ours;
}

static void set_line_ends(struct merging *m)
{
	redline_eol const eol = agreed_eol(m);
	struct buf out = {0};
	if (eol == REDLINE_EOL_MIXED)
		return;
	for (size_t i = 0; i < m->result.len; i++) {
		char const c = m->result.ptr[i];
		bool const pair = c == '\r' && i + 1 < m->result.len && m->result.ptr[i + 1] == '\n';
		if (pair)
			continue;
		if (c == '\n' && eol == REDLINE_EOL_CRLF)
			buf_char(&out, '\r');
		buf_char(&out, c);
	}
	m->failed |= out.failed;
	buf_release(&m->result);
	m->result = out;
}

/* ---- the result ---- */

/* Sides that can't be put together at all: one conflict, all of the texts. */
static void give_up(struct merging *m)
{
	redline_merge_conflict *c;
	m->conflicts.len = 0;
	c = VEC_PUSH(&m->conflicts);
	if (c)
		*c = (redline_merge_conflict){{0, (uint32_t)m->rows[BASE].text.len},
		                              {0, (uint32_t)m->rows[OURS].text.len},
		                              {0, (uint32_t)m->rows[THEIRS].text.len}};
	buf_clear(&m->result);
	buf_bytes(&m->result, m->rows[OURS].text);
	m->failed |= m->conflicts.failed || m->result.failed;
}

static int by_base(const void *x, const void *y)
{
	const redline_merge_conflict *p = x, *q = y;
	if (p->base.begin != q->base.begin)
		return p->base.begin < q->base.begin ? -1 : 1;
	return p->base.end < q->base.end ? -1 : p->base.end > q->base.end;
}

static redline_status hand_over(struct merging *m, redline_merge **out)
{
	if (m->result.len > REDLINE_TEXT_MAX)
		return REDLINE_TOO_LARGE;
	redline_merge *it = calloc(1, sizeof *it);
	if (!it)
		return REDLINE_NO_MEMORY;
	if (m->conflicts.len)
		qsort(m->conflicts.at, m->conflicts.len, sizeof *m->conflicts.at, by_base);
	it->text = m->result.ptr;
	it->len = m->result.len;
	it->conflicts = m->conflicts.at;
	it->conflict_count = (uint32_t)m->conflicts.len;
	m->result = (struct buf){0};
	m->conflicts.at = NULL;
	*out = it;
	return REDLINE_OK;
}

/* ---- the whole ---- */

static redline_status read_drafts(struct merging *m, const redline_bytes texts[TEXTS])
{
	for (int i = BASE; i < TEXTS; i++) {
		redline_draft *draft;
		redline_status const status = redline_draft_new(&draft, texts[i], NULL);
		if (status != REDLINE_OK)
			return status;
		if (!row_read(&m->rows[i], draft))
			return REDLINE_NO_MEMORY;
	}
	return REDLINE_OK;
}

static void run(struct merging *m)
{
	side_find(m, OURS);
	if (!m->failed)
		side_find(m, THEIRS);
	m->gone = m->failed ? NULL : calloc((size_t)m->rows[BASE].tokens.count + 1, 1);
	if (!m->gone) {
		m->failed = true;
		return;
	}
	merge_judge(m);
	if (!m->failed && !m->conflicts.failed)
		merge_write(m);
	m->failed |= m->conflicts.failed;
	if (!m->failed && m->unwritable)
		give_up(m);
	else if (!m->failed)
		set_line_ends(m);
}

static void release(struct merging *m)
{
	for (int i = BASE; i < TEXTS; i++) {
		row_release(&m->rows[i]);
		side_release(&m->sides[i]);
	}
	free(m->gone);
	VEC_RELEASE(&m->conflicts);
	buf_release(&m->result);
}

redline_status merge_fully(redline_merge **out, redline_bytes base, redline_bytes ours,
                           redline_bytes theirs)
{
	struct merging m = {0};
	*out = NULL;
	redline_status status = read_drafts(&m, (redline_bytes[TEXTS]){base, ours, theirs});
	if (status == REDLINE_OK) {
		run(&m);
		status = m.failed ? REDLINE_NO_MEMORY : hand_over(&m, out);
	}
	release(&m);
	return status;
}

/* One of the texts is the answer. */
static redline_status take(redline_merge **out, redline_bytes text)
{
	redline_status const status = redline_text_check(text, NULL);
	if (status != REDLINE_OK)
		return status;
	redline_merge *it = calloc(1, sizeof *it);
	char *copy = malloc(text.len ? text.len : 1);
	if (!it || !copy) {
		free(it);
		free(copy);
		return REDLINE_NO_MEMORY;
	}
	if (text.len)
		memcpy(copy, text.ptr, text.len);
	it->text = copy;
	it->len = text.len;
	*out = it;
	return REDLINE_OK;
}

redline_status redline_merge_texts(redline_merge **out, redline_bytes base, redline_bytes ours,
                                   redline_bytes theirs)
{
	*out = NULL;
	if (bytes_equal(base, ours) || bytes_equal(ours, theirs))
		return take(out, theirs);
	if (bytes_equal(base, theirs))
		return take(out, ours);
	return merge_fully(out, base, ours, theirs);
}

void redline_merge_free(redline_merge *merge)
{
	if (!merge)
		return;
	free(merge->text);
	free(merge->conflicts);
	free(merge);
}

redline_bytes redline_merge_text(const redline_merge *merge)
{
	return (redline_bytes){merge->text, merge->len};
}

const redline_merge_conflict *redline_merge_conflicts(const redline_merge *merge,
                                                      uint32_t *count)
{
	*count = merge->conflict_count;
	return merge->conflicts;
}
