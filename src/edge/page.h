/*
 * The page: what headers and blocks look like at a terminal, whoever prints
 * them.  A header is one line, what a block is called by on the left and where
 * it stands on the right; a block is running text under it, indented.
 *
 *     page_gap(p);                        // an empty line, but never two
 *     page_header(p, path, section, where);
 *     page_begin(p, block, page_indent(block, first));
 *     page_words(p, INK_PLAIN, text, range, block);
 *     flow_end(&p->flow);
 */
#ifndef RL_EDGE_PAGE_H
#define RL_EDGE_PAGE_H

#include "base/buf.h"
#include "edge/flow.h"

enum { PAGE_INDENT = 4 };

struct page {
	struct out out;
	const redline_style *style;
	bool gap;    /* the last line printed was empty, or there is none */
	bool failed; /* memory was out */
	struct flow flow;
};

void page_open(struct page *p, const redline_style *style, redline_sink *sink, void *context);

/* An empty line, but never two, and none at the start. */
void page_gap(struct page *p);

/* ---- headers ---- */

/* A block's label path; "heading" for one that has none. */
void page_path(struct buf *b, const redline_draft *draft, uint32_t block);
/* "line 14"; in an article, or the like, "Article 4, line 14". */
void page_line(struct buf *b, const redline_draft *draft, uint32_t block, uint32_t line);
/* What it is called by elsewhere: its path if it has a label, else its line. */
void page_name(struct buf *b, const redline_draft *draft, uint32_t block);
/* The words of the heading that a block stands under. */
void page_section(struct buf *b, const redline_draft *draft, uint32_t block);

/* The path and the section, then the place at the right edge, dim. */
void page_header(struct page *p, enum ink ink, redline_bytes path, redline_bytes section,
                 redline_bytes where);

/* ---- rows ---- */

enum { PAGE_GAP = 2 }; /* columns between two cells */

/* A cell, cut and filled up to its column's width, and the gap behind it; columns taken. */
size_t page_cell(struct page *p, enum ink ink, redline_bytes text, size_t width);

/* ---- blocks ---- */

/* Where a block's words begin, its label among them, its markup not. */
static inline uint32_t page_content(const redline_block *b)
{
	return b->label.begin < b->label.end ? b->label.begin : b->body.begin;
}

/* Is each line of the block a line of its own here, too? */
static inline bool page_line_by_line(const redline_block *b)
{
	return b->kind == REDLINE_TABLE_ROW || b->kind == REDLINE_VERBATIM;
}

/* More for each level below the first block of what is shown together. */
uint32_t page_indent(const redline_block *b, const redline_block *first);

void page_begin(struct page *p, const redline_block *b, uint32_t indent);

/*
 * Words of a block: a blank line among them (in what a change brings in)
 * starts a new line here, and so does every line end of a table or verbatim.
 */
void page_words(struct flow *flow, enum ink ink, redline_bytes text, redline_range range,
                const redline_block *block);

#endif
