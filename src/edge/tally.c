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
 *   4. the rows that hold something are printed, without the columns that hold
 *      nothing; where a table would leave no room for names, as lines of text.
 *
 * Linear in the blocks, the operations and the words that changed.  The view must
 * have both drafts.
 */
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/bytes.h"
#include "base/vec.h"
#include "edge/flow.h"
#include "edge/phrase.h"
#include "engine/compare.h"
#include "engine/count.h"

enum {
	NAME_LEAST = 16, /* columns for a section's name, if it has so many */
	NAME_MOST = 60,
	NUMBER_SIZE = 16, /* 4,294,967,295 */
	LIST_INDENT = 4,
};

enum column {
	CHANGED,
	ADDED,
	DROPPED,
	MOVED,
	SPLIT,
	MERGED,
	RENUMBERED,
	WORDS_DELETED,
	WORDS_INSERTED,
	WORDS_MOVED,
	COLUMNS
};

enum { GROUPS = 2 };

static const struct {
	const char *title;
	unsigned group;  /* of what: paragraphs or words */
	const char *sgr; /* its colour, or NULL */
} columns[COLUMNS] = {
	[CHANGED] = {"changed", 0, NULL},
	[ADDED] = {"added", 0, "\033[32m"},
	[DROPPED] = {"deleted", 0, "\033[31m"},
	[MOVED] = {"moved", 0, NULL},
	[SPLIT] = {"split", 0, NULL},
	[MERGED] = {"merged", 0, NULL},
	[RENUMBERED] = {"renumbered", 0, NULL},
	[WORDS_DELETED] = {"deleted", 1, "\033[31m"},
	[WORDS_INSERTED] = {"inserted", 1, "\033[32m"},
	[WORDS_MOVED] = {"moved", 1, NULL},
};

static const char *const groups[GROUPS] = {"paragraphs", "words"};

/* One of the two texts. */
struct side {
	const redline_draft *draft;
	const redline_block *blocks;
	redline_bytes text;
	uint32_t count;
	uint32_t *rows; /* by block: the row it counts in */
};

struct row {
	const struct side *side; /* of its heading; NULL: before the first one */
	uint32_t heading;
	uint32_t of[COLUMNS];
};

struct tally {
	struct out out;
	const redline_view *view;
	const redline_style *style;
	struct side old, now;
	VEC(struct row) rows; /* the first: before the first heading */
	uint32_t total[COLUMNS];
	uint32_t paragraphs, changed, renumbered; /* in all; somehow; only so */
	uint32_t old_words;
	struct word_count count;
	struct buf name;
	bool failed;                /* memory was out */
	uint32_t name_width, gap;   /* of the table */
	uint32_t widths[COLUMNS];   /* 0: not shown */
};

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

/* ---- 4. the table ---- */

static bool holds_something(const struct row *row)
{
	for (unsigned c = 0; c < COLUMNS; c++)
		if (row->of[c])
			return true;
	return false;
}

/* 12,003 */
static const char *number_text(char room[NUMBER_SIZE], uint32_t n)
{
	char digits[NUMBER_SIZE];
	int const len = snprintf(digits, sizeof digits, "%" PRIu32, n);
	size_t at = 0;
	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			room[at++] = ',';
		room[at++] = digits[i];
	}
	room[at] = '\0';
	return room;
}

/* The words of a row's heading, on one line. */
static redline_bytes row_name(struct tally *t, const struct row *row)
{
	if (!row->side)
		return BYTES("(before the first heading)");
	const redline_block *b = &row->side->blocks[row->heading];
	uint32_t const begin = b->label.begin < b->label.end ? b->label.begin : b->body.begin;
	uint32_t const end = b->body.end > b->label.end ? b->body.end : b->label.end;
	buf_clear(&t->name);
	phrase_words(&t->name, bytes_in(row->side->text, (redline_range){begin, end}), 200);
	return t->name.len ? buf_view(&t->name) : BYTES("(untitled)");
}

/* How wide each column is that holds something, and together, without gaps. */
static uint32_t measure_columns(struct tally *t, uint32_t *shown)
{
	uint32_t sum[GROUPS] = {0}, first[GROUPS] = {COLUMNS, COLUMNS};
	char room[NUMBER_SIZE];
	*shown = 0;
	for (unsigned c = COLUMNS; c-- > 0;) {
		if (!t->total[c])
			continue;
		size_t const title = strlen(columns[c].title);
		size_t const digits = strlen(number_text(room, t->total[c]));
		t->widths[c] = (uint32_t)(title > digits ? title : digits);
		sum[columns[c].group] += t->widths[c];
		first[columns[c].group] = c;
		++*shown;
	}
	for (unsigned g = 0; g < GROUPS; g++) {
		uint32_t const title = (uint32_t)strlen(groups[g]);
		if (first[g] < COLUMNS && sum[g] < title) { /* the group's title must fit, too */
			t->widths[first[g]] += title - sum[g];
			sum[g] = title;
		}
	}
	return sum[0] + sum[1];
}

static uint32_t longest_name(struct tally *t)
{
	size_t longest = strlen("section");
	for (size_t i = 0; i < t->rows.len; i++) {
		if (!holds_something(&t->rows.at[i]))
			continue;
		size_t const width = safe_width(row_name(t, &t->rows.at[i]));
		longest = width > longest ? width : longest;
	}
	return longest > NAME_MOST ? NAME_MOST : (uint32_t)longest;
}

/* Sets the width of the names and of the gaps; false if there's no room for a table. */
static bool fits_table(struct tally *t)
{
	uint32_t shown;
	uint32_t const numbers = measure_columns(t, &shown);
	uint32_t const longest = longest_name(t), width = t->style->width;
	uint32_t const least = longest < NAME_LEAST ? longest : NAME_LEAST;
	for (t->gap = 2; t->gap > 0; t->gap--) {
		uint32_t const taken = numbers + (shown + GROUPS - 1) * t->gap;
		t->name_width = longest;
		if (width && width < taken + longest)
			t->name_width = width > taken ? width - taken : 0;
		if (t->name_width >= least)
			return true;
	}
	return false;
}

/* Blanks in front of a column; words stand a little apart from paragraphs. */
static uint32_t gap_before(const struct tally *t, unsigned column, unsigned *group)
{
	bool const turns = columns[column].group != *group;
	*group = columns[column].group;
	return turns ? 2 * t->gap : t->gap;
}

/* section, paragraphs, words: each where its first column begins */
static void put_groups(struct tally *t)
{
	uint32_t done = (uint32_t)strlen("section"), at = t->name_width;
	unsigned group = 0, titled = GROUPS;
	out_text(&t->out, "section");
	for (unsigned c = 0; c < COLUMNS; c++) {
		if (!t->widths[c])
			continue;
		at += gap_before(t, c, &group);
		if (titled != group) {
			out_repeat(&t->out, ' ', at - done);
			out_text(&t->out, groups[group]);
			done = at + (uint32_t)strlen(groups[group]);
			titled = group;
		}
		at += t->widths[c];
	}
}

static void put_titles(struct tally *t)
{
	unsigned group = 0;
	out_repeat(&t->out, ' ', t->name_width);
	for (unsigned c = 0; c < COLUMNS; c++) {
		if (!t->widths[c])
			continue;
		out_repeat(&t->out, ' ', gap_before(t, c, &group) + t->widths[c] -
		                             (uint32_t)strlen(columns[c].title));
		out_text(&t->out, columns[c].title);
	}
}

/* A line of the head; no colour goes on over a line's end. */
static void put_head(struct tally *t, void (*put)(struct tally *t))
{
	ink_on(&t->out, INK_DIM, t->style->color);
	put(t);
	ink_off(&t->out, INK_DIM, t->style->color);
	out_char(&t->out, '\n');
}

static void put_tinted(struct tally *t, unsigned column, const char *text)
{
	bool const color = t->style->color && columns[column].sgr;
	if (color)
		out_text(&t->out, columns[column].sgr);
	out_text(&t->out, text);
	if (color)
		out_text(&t->out, "\033[0m");
}

static void put_numbers(struct tally *t, const uint32_t of[COLUMNS])
{
	char room[NUMBER_SIZE];
	unsigned group = 0;
	for (unsigned c = 0; c < COLUMNS; c++) {
		if (!t->widths[c])
			continue;
		const char *number = of[c] ? number_text(room, of[c]) : "-";
		out_repeat(&t->out, ' ',
		           gap_before(t, c, &group) + t->widths[c] - (uint32_t)strlen(number));
		if (of[c])
			put_tinted(t, c, number);
		else
			out_text(&t->out, number);
	}
	out_char(&t->out, '\n');
}

static void put_row(struct tally *t, redline_bytes name, enum ink ink,
                    const uint32_t of[COLUMNS])
{
	bool const color = t->style->color;
	size_t const width = safe_width(name);
	ink_on(&t->out, ink, color);
	out_safe_cut(&t->out, name, t->name_width, color);
	ink_off(&t->out, ink, color);
	if (width < t->name_width)
		out_repeat(&t->out, ' ', t->name_width - width);
	put_numbers(t, of);
}

static void put_table(struct tally *t)
{
	put_head(t, put_groups);
	put_head(t, put_titles);
	for (size_t i = 0; i < t->rows.len; i++)
		if (holds_something(&t->rows.at[i]))
			put_row(t, row_name(t, &t->rows.at[i]), INK_PLAIN, t->rows.at[i].of);
	put_row(t, BYTES("total"), INK_BOLD, t->total);
}

/* ---- 4. or lines of text ---- */

/* 2 changed, 1 added; words: 3 deleted, 5 inserted */
static void put_item(struct tally *t, redline_bytes name, const uint32_t of[COLUMNS])
{
	struct flow f;
	struct buf line = {0};
	char room[NUMBER_SIZE];
	unsigned group = 0;
	for (unsigned c = 0; c < COLUMNS; c++) {
		if (!of[c])
			continue;
		bool const turns = columns[c].group != group;
		group = columns[c].group;
		if (line.len)
			buf_text(&line, turns ? "; " : ", ");
		buf_printf(&line, "%s%s %s", turns ? "words: " : "", number_text(room, of[c]),
		           columns[c].title);
	}
	flow_begin(&f, &t->out, t->style, 0, 0);
	flow_bytes(&f, INK_BOLD, name);
	flow_end(&f);
	flow_begin(&f, &t->out, t->style, LIST_INDENT, LIST_INDENT);
	flow_bytes(&f, INK_PLAIN, buf_view(&line));
	flow_end(&f);
	t->failed |= line.failed;
	buf_release(&line);
}

static void put_list(struct tally *t)
{
	for (size_t i = 0; i < t->rows.len; i++)
		if (holds_something(&t->rows.at[i]))
			put_item(t, row_name(t, &t->rows.at[i]), t->rows.at[i].of);
	put_item(t, BYTES("total"), t->total);
}

/* ---- 4. and in words ---- */

static void say_number(struct buf *b, const char *before, uint32_t n, const char *after)
{
	char room[NUMBER_SIZE];
	buf_text(b, before);
	buf_text(b, number_text(room, n));
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
	if (rows && fits_table(t))
		put_table(t);
	else if (rows)
		put_list(t);
	if (rows)
		out_char(&t->out, '\n');
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
