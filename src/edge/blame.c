/*
 * blame.c -- who brought in each word of a paragraph, for a person at a terminal.
 *
 *     77d0aa2  2020-05-27  Chair  States could benefit from
 *     9f2c1e7  2020-11-18  Japan                            enhancing
 *     77d0aa2  2020-05-27  Chair                                      national
 *                                 coordination bodies to assess needs.
 *
 * One row a run of words, each beginning where the one before it ended, so that
 * the paragraph can be read down the rows as it was written; a row that is full
 * goes on in the next line, a sub-paragraph begins one.  With colour each
 * proposer has one of his own.  At the end a legend: who brought in how much.
 */
#include <stdlib.h>

#include <redline/history.h>

#include "base/bytes.h"
#include "edge/credit.h"
#include "edge/page.h"
#include "engine/token.h"

enum {
	WHO_MOST = 16,
	LEGEND_MOST = 40,
	ID = 7,
	DAY = 10,
	TEXT_LEAST = 24,   /* columns that the words have at least */
	ROOM_LEAST = 12,   /* columns left in a line that are worth beginning in */
	COLORS = INK_WHO_LAST - INK_WHO + 1,
};

/* One author, in the order of their first revision. */
struct author {
	redline_bytes name;
	uint32_t words, returned;
};

struct display {
	struct page page;
	const redline_blame *blame;
	redline_draft *draft;        /* of the paragraph's text */
	const redline_block *blocks;
	uint32_t block_count;
	struct author *authors;
	uint32_t author_count;
	uint32_t *author_of;         /* by revision */
	size_t who;                  /* width of its column */
	uint32_t base, at;           /* columns: where words begin, and go on */
	uint32_t block;              /* that the last run ended in */
};

/* ---- authors ---- */

static uint32_t find_author(const struct display *d, redline_bytes name)
{
	uint32_t i = 0;
	while (i < d->author_count && !bytes_equal(d->authors[i].name, name))
		i++;
	return i;
}

/* Few authors wrote one paragraph; each revision looks through them once. */
static bool note_authors(struct display *d)
{
	uint32_t const count = d->blame->revision_count;
	d->authors = calloc((size_t)count + 1, sizeof *d->authors);
	d->author_of = calloc((size_t)count + 1, sizeof *d->author_of);
	if (!d->authors || !d->author_of)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		redline_bytes const name = credit_who(d->blame->revisions[i]);
		uint32_t const author = find_author(d, name);
		if (author == d->author_count)
			d->authors[d->author_count++].name = name;
		d->author_of[i] = author;
	}
	return true;
}

static enum ink ink_of(uint32_t author)
{
	return (enum ink)(INK_WHO + (int)(author % COLORS));
}

/* ---- measuring ---- */

static void measure(struct display *d)
{
	for (uint32_t i = 0; i < d->author_count; i++) {
		size_t const width = safe_width(d->authors[i].name);
		size_t const most = width < WHO_MOST ? width : WHO_MOST;
		d->who = most > d->who ? most : d->who;
	}
	d->base = (uint32_t)(ID + PAGE_GAP + DAY + PAGE_GAP + d->who + PAGE_GAP);
}

/* Each run's words, and its author's. */
static bool count_words(struct display *d)
{
	static const struct token_rules rules = {.skip_punctuation = true};
	struct tokens words = {0};
	for (uint32_t i = 0; i < d->blame->count && !words.failed; i++) {
		const redline_blame_run *run = &d->blame->runs[i];
		struct author *author = &d->authors[d->author_of[run->revision]];
		tokens_clear(&words);
		tokens_add(&words, d->blame->text, run->range, &rules);
		author->words += words.count;
		author->returned += run->returned ? words.count : 0;
	}
	bool const ok = !words.failed;
	tokens_release(&words);
	return ok;
}

/* ---- rows ---- */

static void put_header(struct display *d)
{
	struct flow *f = &d->page.flow;
	flow_begin(f, &d->page.out, d->page.style, 0, 0);
	flow_bytes(f, INK_BOLD, d->blame->number);
	if (d->blame->number.len && d->blame->section.len)
		flow_gap(f, PAGE_GAP);
	flow_bytes(f, INK_BOLD, d->blame->section);
	flow_end(f);
}

static void put_credit(struct display *d, uint32_t revision)
{
	const redline_revision *r = d->blame->revisions[revision];
	struct buf day = {0};
	credit_day(&day, &r->author);
	page_cell(&d->page, INK_PLAIN, (redline_bytes){r->id.text, ID}, ID);
	page_cell(&d->page, INK_PLAIN, buf_view(&day), DAY);
	page_cell(&d->page, ink_of(d->author_of[revision]), credit_who(r), d->who);
	d->page.failed |= day.failed;
	buf_release(&day);
}

/* The style of the words: never narrower than can be read. */
static redline_style words_style(const struct display *d)
{
	redline_style style = *d->page.style;
	if (style.width && style.width < d->base + TEXT_LEAST)
		style.width = d->base + TEXT_LEAST;
	return style;
}

static bool is_first(const struct display *d, uint32_t block)
{
	for (uint32_t i = 0; i < block; i++)
		if (d->blocks[i].kind != REDLINE_BLANK)
			return false;
	return true;
}

/*
 * The words of a run, block by block.  A block's mark and label are part of the run
 * that its first words belong to.
 */
static void put_words(struct display *d, redline_range range, enum ink ink)
{
	struct flow *f = &d->page.flow;
	redline_bytes const text = d->blame->text;
	while (range.begin < range.end) {
		uint32_t const block = redline_draft_block_at(d->draft, range.begin);
		const redline_block *b = &d->blocks[block];
		uint32_t const end = range.end < b->bytes.end ? range.end : b->bytes.end;
		if (block != d->block && b->kind != REDLINE_BLANK && !is_first(d, block))
			flow_break(f);
		if (b->kind != REDLINE_BLANK)
			d->block = block;
		flow_text(f, ink, text, (redline_range){range.begin, end});
		range.begin = end;
	}
}

static bool begins_block(const struct display *d, uint32_t at)
{
	uint32_t const block = redline_draft_block_at(d->draft, at);
	return block != d->block && d->blocks[block].kind != REDLINE_BLANK;
}

static void put_run(struct display *d, const redline_blame_run *run)
{
	redline_range const words = range_trim(d->blame->text, run->range);
	redline_style const style = words_style(d);
	if (words.begin == words.end)
		return;
	bool const fits = !style.width || d->at + ROOM_LEAST <= style.width;
	uint32_t const from = fits && !begins_block(d, words.begin) ? d->at : d->base;
	d->block = redline_draft_block_at(d->draft, words.begin);
	put_credit(d, run->revision);
	out_repeat(&d->page.out, ' ', from - d->base);
	flow_resume(&d->page.flow, &d->page.out, &style, from, d->base);
	put_words(d, words, ink_of(d->author_of[run->revision]));
	flow_part(&d->page.flow);
	d->at = d->page.flow.column + 1;
	if (run->returned)
		flow_bytes(&d->page.flow, INK_DIM, BYTES(" (returned)"));
	flow_end(&d->page.flow);
}

/* ---- the legend ---- */

static void put_legend(struct display *d)
{
	struct out *o = &d->page.out;
	size_t widest = 0;
	for (uint32_t i = 0; i < d->author_count; i++) {
		size_t const width = safe_width(d->authors[i].name);
		widest = d->authors[i].words && width > widest ? width : widest;
	}
	out_char(o, '\n');
	for (uint32_t i = 0; i < d->author_count; i++) {
		const struct author *a = &d->authors[i];
		if (!a->words)
			continue;
		page_cell(&d->page, ink_of(i), a->name,
		          widest < LEGEND_MOST ? widest : LEGEND_MOST);
		out_number(o, a->words);
		out_text(o, a->words == 1 ? " word" : " words");
		if (a->returned) {
			out_text(o, ", ");
			out_number(o, a->returned);
			out_text(o, " of them returned");
		}
		out_char(o, '\n');
	}
}

/* ---- the whole ---- */

static redline_status open_display(struct display *d)
{
	redline_status const status = redline_draft_new(&d->draft, d->blame->text, NULL);
	if (status != REDLINE_OK)
		return status;
	d->blocks = redline_draft_blocks(d->draft);
	d->block_count = redline_draft_count(d->draft);
	d->block = REDLINE_NONE;
	return note_authors(d) && count_words(d) ? REDLINE_OK : REDLINE_NO_MEMORY;
}

redline_status redline_write_blame(const redline_blame *blame, const redline_style *style,
                                   redline_sink *sink, void *context)
{
	struct display d = {.blame = blame};
	page_open(&d.page, style, sink, context);
	redline_status status = open_display(&d);
	if (status == REDLINE_OK) {
		measure(&d);
		d.at = d.base;
		put_header(&d);
		for (uint32_t i = 0; i < blame->count && !d.page.out.failed; i++)
			put_run(&d, &blame->runs[i]);
		put_legend(&d);
	}
	redline_status const written = out_finish(&d.page.out);
	free(d.authors);
	free(d.author_of);
	redline_draft_free(d.draft);
	if (status == REDLINE_OK && d.page.failed)
		status = REDLINE_NO_MEMORY;
	return status == REDLINE_OK ? written : status;
}
