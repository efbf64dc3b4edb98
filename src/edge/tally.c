/*
 * tally.c -- how much changed, section by section and in all.
 *
 *     section                paragraphs         words
 *                            changed  added     deleted  inserted
 *     E. Capacity-building         2      1           3         5
 *     total                        2      1           3         5
 *
 *     3 of 120 paragraphs changed; 5 words inserted, 3 deleted of 12,003.
 *
 * In this order:
 *   1. every heading gets a row; the heading of a section that is in both texts
 *      has one row for both;
 *   2. pairs are counted, each in the section it stands in now, or stood in if it
 *      was deleted;
 *   3. words of changes are counted in the rows of the paragraphs they stand in,
 *      so every word is counted once;
 *   4. the rows that hold something are printed (tally_table.c), and the whole in words.
 *
 * Linear in the blocks, the operations and the words that changed.  The view must
 * have both drafts.
 */
#include "edge/tallying.h"

#include <assert.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "engine/compare.h"

/* ---- 1. rows ---- */

static uint32_t add_row(struct tally *t, const struct side *side, uint32_t heading)
{
	struct row *row = VEC_PUSH(&t->rows);
	if (!row)
		return 0;
	row->side = side;
	row->heading = heading;
	return (uint32_t)t->rows.len - 1;
}

/* The row of a block's section, once all headings have theirs. */
static uint32_t row_of(const struct side *s, uint32_t block)
{
	const redline_block *b = &s->blocks[block];
	uint32_t const heading = b->kind == REDLINE_HEADING ? block : b->section;
	return heading == REDLINE_NONE ? 0 : s->rows[heading];
}

static void set_rows(struct side *s, redline_range blocks, uint32_t row)
{
	for (uint32_t i = blocks.begin; i < blocks.end; i++)
		s->rows[i] = row;
}

static bool is_heading(const struct side *s, redline_range blocks)
{
	return range_len(blocks) && s->blocks[blocks.begin].kind == REDLINE_HEADING;
}

/*
 * What was a heading and is a paragraph now has no row of its own: what is left
 * of its section counts where the paragraph stands.
 */
static void find_row(struct tally *t, const redline_pair *p)
{
	bool const is = is_heading(&t->now, p->now), was = is_heading(&t->old, p->old);
	uint32_t row;
	if (!is && !was)
		return;
	if (is)
		row = add_row(t, &t->now, p->now.begin);
	else if (range_len(p->now))
		row = row_of(&t->now, p->now.begin);
	else
		row = add_row(t, &t->old, p->old.begin);
	set_rows(&t->old, p->old, row);
	set_rows(&t->now, p->now, row);
}

/* ---- 2. pairs ---- */

static void count_pair(struct tally *t, const redline_pair *p)
{
	bool const was = range_len(p->old) > 0, is = range_len(p->now) > 0;
	uint32_t const row = is ? row_of(&t->now, p->now.begin) : row_of(&t->old, p->old.begin);
	set_rows(&t->old, p->old, row);
	set_rows(&t->now, p->now, row);
	uint32_t *of = t->rows.at[row].of;
	of[CHANGED] += p->edited;
	of[ADDED] += !was;
	of[DROPPED] += !is;
	of[MOVED] += p->moved;
	of[SPLIT] += range_len(p->now) > 1;
	of[MERGED] += range_len(p->old) > 1;
	of[RENUMBERED] += p->renumbered;
	t->paragraphs++;
	if (p->edited || p->moved || !was || !is)
		t->changed++;
	else
		t->renumbered += p->renumbered;
}

static bool count_pairs(struct tally *t)
{
	uint32_t count;
	const redline_pair *pairs = redline_comparison_pairs(t->view->comparison, &count);
	(void)add_row(t, NULL, REDLINE_NONE);
	for (uint32_t i = 0; i < count && !t->rows.failed; i++)
		find_row(t, &pairs[i]);
	for (uint32_t i = 0; i < count && !t->rows.failed; i++)
		count_pair(t, &pairs[i]);
	return !t->rows.failed;
}

/* ---- 3. words ---- */

/* Each word in the row of the block it stands in. */
static void count_words(struct tally *t, const struct side *s, const struct tokens *words,
                        enum column column)
{
	uint32_t block = words->count ? redline_draft_block_at(s->draft, words->at[0].begin) : 0;
	for (uint32_t i = 0; i < words->count; i++) {
		while (block + 1 < s->count && s->blocks[block + 1].bytes.begin <= words->at[i].begin)
			block++;
		t->rows.at[s->rows[block]].of[column]++;
	}
}

static void count_ops(struct tally *t, const redline_script *script)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	for (uint32_t i = 0; i < count && !t->count.failed; i++) {
		count_op(&t->count, script, &ops[i]);
		count_words(t, &t->old, &t->count.gone, WORDS_DELETED);
		count_words(t, &t->now, &t->count.come, WORDS_INSERTED);
	}
	ops = redline_script_edits(script, &count);
	for (uint32_t i = 0; i < count && !t->count.failed; i++) {
		count_edit(&t->count, script, &ops[i]);
		count_words(t, &t->old, &t->count.gone, WORDS_DELETED);
		count_words(t, &t->now, &t->count.come,
		            ops[i].kind == REDLINE_CHANGE ? WORDS_INSERTED : WORDS_MOVED);
	}
}

static bool count_all(struct tally *t)
{
	const redline_script *script = compare_counted(t->view->comparison);
	if (!count_pairs(t))
		return false;
	count_ops(t, script);
	t->failed |= t->count.failed;
	for (size_t i = 0; i < t->rows.len; i++)
		for (unsigned c = 0; c < COLUMNS; c++)
			t->total[c] += t->rows.at[i].of[c];
	return !t->failed;
}

/* ---- 4. in words ---- */

static void say_number(struct buf *b, const char *before, uint32_t n, const char *after)
{
	char room[NUMBER_SIZE];
	buf_text(b, before);
	buf_text(b, tally_number(room, n));
	buf_text(b, after);
}

static const char *plural(uint32_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

static void say_changes(struct buf *b, const struct tally *t, const redline_tally *all)
{
	say_number(b, "", t->changed, "");
	say_number(b, " of ", t->paragraphs, plural(t->paragraphs, " paragraph", " paragraphs"));
	buf_text(b, " changed");
	if (t->renumbered)
		say_number(b, ", ", t->renumbered, " only renumbered");
	uint32_t const inserted = t->total[WORDS_INSERTED];
	say_number(b, "; ", inserted, plural(inserted, " word inserted", " words inserted"));
	say_number(b, ", ", t->total[WORDS_DELETED], " deleted");
	if (t->total[WORDS_MOVED])
		say_number(b, ", ", t->total[WORDS_MOVED], " moved");
	say_number(b, " of ", t->old_words, "");
	if (all->references)
		say_number(b, "; ", all->references,
		           plural(all->references, " reference renumbered", " references renumbered"));
	if (all->spacings)
		say_number(b, "; white space alone changed in ", all->spacings,
		           plural(all->spacings, " place", " places"));
	buf_char(b, '.');
}

static void put_words(struct tally *t, bool anything, const redline_tally *all)
{
	struct flow f;
	struct buf line = {0};
	if (anything)
		say_changes(&line, t, all);
	else
		say_number(&line, "Nothing changed in ", t->paragraphs,
		           plural(t->paragraphs, " paragraph.", " paragraphs."));
	flow_begin(&f, &t->out, t->style, 0, 0);
	flow_bytes(&f, INK_PLAIN, buf_view(&line));
	flow_end(&f);
	if (all->bounded) {
		flow_begin(&f, &t->out, t->style, 0, 0);
		flow_bytes(&f, INK_PLAIN,
		           BYTES("A passage was too large for an exact comparison; "
		                 "the counts are near the least, not the least."));
		flow_end(&f);
	}
	t->failed |= line.failed;
	buf_release(&line);
}

/* ---- the whole ---- */

static bool open_side(struct side *s, const redline_draft *draft)
{
	assert(draft);
	*s = (struct side){
		.draft = draft,
		.blocks = redline_draft_blocks(draft),
		.text = redline_draft_text(draft),
		.count = redline_draft_count(draft),
	};
	s->rows = calloc((size_t)s->count + 1, sizeof *s->rows);
	return s->rows != NULL;
}

static bool put_all(struct tally *t)
{
	const redline_view *v = t->view;
	if (!open_side(&t->old, v->draft) || !open_side(&t->now, v->after) || !count_all(t))
		return false;
	bool rows = false;
	for (unsigned c = 0; c < COLUMNS; c++)
		rows |= t->total[c] > 0;
	if (rows) {
		tally_put_rows(t);
		out_char(&t->out, '\n');
	}
	redline_tally all;
	uint32_t new_words;
	if (redline_comparison_tally(v->comparison, &all) != REDLINE_OK ||
	    redline_comparison_sizes(v->comparison, &t->old_words, &new_words) != REDLINE_OK)
		return false;
	put_words(t, redline_comparison_differs(v->comparison), &all);
	return !t->failed && !t->name.failed;
}

redline_status redline_write_tally(const redline_view *view, const redline_style *style,
                                   redline_sink *sink, void *context)
{
	struct tally t = {.view = view, .style = style};
	assert(view->comparison);
	out_begin(&t.out, sink, context);
	bool const memory = put_all(&t);
	redline_status const written = out_finish(&t.out);
	free(t.old.rows);
	free(t.now.rows);
	VEC_RELEASE(&t.rows);
	count_release(&t.count);
	buf_release(&t.name);
	return memory ? written : REDLINE_NO_MEMORY;
}
