/*
 * Inside the reading of blocks: what blocks.c, which asks of each line what it is, and
 * blocks_label.c, which knows whether its label is one, share, and nobody else uses.
 */
#ifndef RL_MODEL_BLOCKING_H
#define RL_MODEL_BLOCKING_H

#include "base/bytes.h"
#include "model/blocks.h"
#include "model/heading.h"
#include "model/line.h"
#include "model/numbered.h"

enum verbatim {
	VERBATIM_NONE,
	VERBATIM_FENCE,   /* until the fence closes */
	VERBATIM_COMMENT, /* until "-->" */
	VERBATIM_HTML,    /* until a blank line */
};

struct reader {
	redline_bytes text;
	const struct lines *lines;
	struct cuts cuts; /* those left */
	block_vec *blocks;
	struct outline outline;
	struct heading_levels headings;
	struct numbered numbered;
	uint32_t line;       /* index of the line being read */
	struct line next;    /* the line after it, if there is one */
	uint32_t begin;      /* where the next block begins */
	bool open;           /* lines may join the newest block */
	bool blank;          /* blank lines may */
	bool table;          /* rows without "|" at their beginning may follow */
	struct line last;    /* the last line of the newest block */
	uint32_t last_words; /* where the words of that line begin, behind its label */
	enum verbatim verbatim;
	char fence;          /* its mark, and how many of it */
	uint32_t fence_size;
};

static inline redline_block *newest(const struct reader *r)
{
	return &r->blocks->at[r->blocks->len - 1];
}

/* The next line; NULL at the end of the text. */
static inline const struct line *next_line(const struct reader *r)
{
	return r->line + 1 < r->lines->count ? &r->next : NULL;
}

static inline struct outline_item item_of(const struct label *label, const struct line *l)
{
	uint32_t const columns = l->indent + (label->range.end - l->at);
	return (struct outline_item){label, columns, l->indent, l->quoted};
}

/* "Article 5" alone above its text, not the beginning of a sentence over two lines. */
static inline bool stands_above_text(const struct reader *r)
{
	const struct line *next = next_line(r);
	return !next || line_blank(next) || !is_lower(r->text.ptr[next->at]);
}

/* How the line before this one ended. */
static inline enum line_ending last_ending(const struct reader *r)
{
	return line_ending(r->text, r->last_words, r->last.end);
}

/* ---- blocks_label.c ---- */

/* Does a block begin with this label? */
bool blocks_is_label(struct reader *r, const struct line *l, const struct label *label);

/* An item of the annex that is open: "A.2.3 The helmet", "1 The authority". */
bool blocks_is_annexed(struct reader *r, const struct line *l, struct label *label);

#endif
