/*
 * page.c -- headers and blocks at a terminal.  See page.h.
 *
 * Everything here costs time by what it prints.  A header is measured before
 * it is printed, so that the section gives way, not the place.
 */
#include "edge/page.h"

#include "base/bytes.h"
#include "edge/phrase.h"

enum {
	STEP = 4,        /* more for each level below */
	INDENT_MAX = 16,
	HEADER_GAP = 2,
	HEADER_WIDTH = 100, /* where there is no width to keep to */
	SECTION_MAX = 200,
};

void page_open(struct page *p, const redline_style *style, redline_sink *sink, void *context)
{
	p->style = style;
	p->gap = true;
	p->failed = false;
	out_begin(&p->out, sink, context);
}

void page_gap(struct page *p)
{
	if (!p->gap)
		out_char(&p->out, '\n');
	p->gap = true;
}

/* ---- headers ---- */

void page_path(struct buf *b, const redline_draft *draft, uint32_t block)
{
	const redline_block *it = &redline_draft_blocks(draft)[block];
	if (it->kind == REDLINE_HEADING && it->label.begin == it->label.end) {
		buf_text(b, "heading");
		return;
	}
	char path[256];
	(void)redline_draft_path(draft, block, path, sizeof path);
	redline_bytes shown = bytes_of(path);
	while (shown.len && (shown.ptr[shown.len - 1] & 0x80) && shown.len == sizeof path - 1)
		shown.len--; /* a path cut short ends with a whole character */
	buf_bytes(b, shown);
}

/* Does it stand in an article, or the like, that people would name first? */
static bool is_in_named(const redline_block *blocks, const redline_block *it)
{
	return it->section != REDLINE_NONE && it->kind != REDLINE_HEADING &&
	       blocks[it->section].unit != REDLINE_LABEL_PLAIN;
}

void page_line(struct buf *b, const redline_draft *draft, uint32_t block, uint32_t line)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	if (is_in_named(blocks, &blocks[block])) {
		page_path(b, draft, blocks[block].section);
		buf_text(b, ", ");
	}
	buf_printf(b, "line %u", (unsigned)line);
}

void page_name(struct buf *b, const redline_draft *draft, uint32_t block)
{
	const redline_block *it = &redline_draft_blocks(draft)[block];
	if (it->label.begin < it->label.end)
		page_path(b, draft, block);
	else
		page_line(b, draft, block, it->line);
}

void page_section(struct buf *b, const redline_draft *draft, uint32_t block)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	uint32_t const section = blocks[block].section;
	if (section == REDLINE_NONE)
		return;
	redline_range const words = {page_content(&blocks[section]), blocks[section].body.end};
	phrase_words(b, bytes_in(redline_draft_text(draft), words), SECTION_MAX);
}

/* The section, as far as there is room for it; columns that are now taken. */
static size_t put_section(struct page *p, redline_bytes section, size_t column, size_t room)
{
	size_t const gap = column + HEADER_GAP < PAGE_INDENT ? PAGE_INDENT - column : HEADER_GAP;
	size_t const left = room - gap;
	size_t const set = safe_width(section);
	out_repeat(&p->out, ' ', column ? gap : 0);
	out_safe_cut(&p->out, section, left, p->style->color);
	return column + (column ? gap : 0) + (set < left ? set : left);
}

void page_header(struct page *p, enum ink ink, redline_bytes path, redline_bytes section,
                 redline_bytes where)
{
	bool const color = p->style->color;
	struct out *o = &p->out;
	size_t const width = p->style->width ? p->style->width : HEADER_WIDTH;
	size_t const right = safe_width(where) + HEADER_GAP;
	size_t column = safe_width(path);
	ink_on(o, ink, color);
	out_safe(o, path, color);
	if (section.len && column + HEADER_GAP + right + 8 < width)
		column = put_section(p, section, column, width - right - column);
	ink_off(o, ink, color);
	size_t const end = column + right;
	out_repeat(o, ' ', end < width ? width - end + HEADER_GAP : HEADER_GAP);
	ink_on(o, INK_DIM, color);
	out_safe(o, where, color);
	ink_off(o, INK_DIM, color);
	out_char(o, '\n');
}

/* ---- rows ---- */

size_t page_cell(struct page *p, enum ink ink, redline_bytes text, size_t width)
{
	struct out *o = &p->out;
	bool const color = p->style->color;
	size_t const set = safe_width(text);
	ink_on(o, ink, color);
	out_safe_cut(o, text, width, color);
	ink_off(o, ink, color);
	out_repeat(o, ' ', PAGE_GAP + (set < width ? width - set : 0));
	return width + PAGE_GAP;
}

/* ---- blocks ---- */

uint32_t page_indent(const redline_block *b, const redline_block *first)
{
	bool const deeper = b->kind != REDLINE_HEADING && first->kind != REDLINE_HEADING &&
	                    b->level > first->level;
	uint32_t const indent =
	    PAGE_INDENT + (deeper ? (uint32_t)(b->level - first->level) * STEP : 0);
	return indent < INDENT_MAX ? indent : INDENT_MAX;
}

void page_begin(struct page *p, const redline_block *b, uint32_t indent)
{
	redline_style style = *p->style;
	if (page_line_by_line(b))
		style.width = 0;
	flow_begin(&p->flow, &p->out, &style, indent, indent);
}

/* Block-quote marks at the start of a line are layout, not words. */
static uint32_t past_quote_marks(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && (is_blank(text.ptr[at]) || text.ptr[at] == '>'))
		at++;
	return at;
}

/* Does the line that begins at `at` hold nothing? */
static bool is_blank_line(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && (is_blank(text.ptr[at]) || text.ptr[at] == '\r'))
		at++;
	return at < end && text.ptr[at] == '\n';
}

void page_words(struct flow *flow, enum ink ink, redline_bytes text, redline_range range,
                const redline_block *block)
{
	uint32_t at = range.begin;
	while (at < range.end) {
		const char *nl = memchr(text.ptr + at, '\n', range.end - at);
		if (!nl)
			break;
		uint32_t next = (uint32_t)(nl - text.ptr) + 1;
		flow_text(flow, ink, text, (redline_range){at, next});
		bool const parts = page_line_by_line(block) || is_blank_line(text, next, range.end);
		while (is_blank_line(text, next, range.end))
			next = (uint32_t)((const char *)memchr(text.ptr + next, '\n', range.end - next) -
			                  text.ptr) + 1;
		redline_range const rest = range_trim(text, (redline_range){next, range.end});
		if (parts && rest.begin < rest.end)
			flow_break(flow);
		at = block->quoted ? past_quote_marks(text, next, range.end) : next;
	}
	flow_text(flow, ink, text, (redline_range){at, range.end});
}
