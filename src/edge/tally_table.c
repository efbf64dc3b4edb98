/*
 * tally_table.c -- the rows of a tally, as a table or as lines of text (tallying.h).
 *
 * The columns that hold nothing are left out.  A table gives way first its gaps, then the
 * names; where that leaves no room for names, every row is a line of text.
 */
#include "edge/tallying.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/bytes.h"
#include "edge/phrase.h"

enum {
	NAME_LEAST = 16, /* columns for a section's name, if it has so many */
	NAME_MOST = 60,
	LIST_INDENT = 4,
	GROUPS = 2,
};

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

static bool holds_something(const struct row *row)
{
	for (unsigned c = 0; c < COLUMNS; c++)
		if (row->of[c])
			return true;
	return false;
}

const char *tally_number(char room[NUMBER_SIZE], uint32_t n)
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
		size_t const digits = strlen(tally_number(room, t->total[c]));
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
		const char *number = of[c] ? tally_number(room, of[c]) : "-";
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

/* ---- or lines of text ---- */

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
		buf_printf(&line, "%s%s %s", turns ? "words: " : "", tally_number(room, of[c]),
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

void tally_put_rows(struct tally *t)
{
	if (fits_table(t))
		put_table(t);
	else
		put_list(t);
}
