/*
 * outline_finish.c -- the last walks over the blocks: ends of subtrees, levels and sections
 * (outline.h).
 *
 * They need all parents, which are settled only once the last block has come.
 */
#include "model/outline.h"

#include "base/bytes.h"

/* The end of each subtree as the parents have it, from the last block to the first. */
static void find_ends(block_vec *blocks)
{
	for (size_t i = blocks->len; i-- > 0;) {
		const redline_block *b = &blocks->at[i];
		if (b->parent == REDLINE_NONE)
			continue;
		redline_block *parent = &blocks->at[b->parent];
		if (parent->subtree_end < b->subtree_end)
			parent->subtree_end = b->subtree_end;
	}
}

/* Block `open` holds nothing from block `at` on; returns the one it is in. */
static uint32_t close_block(block_vec *blocks, uint32_t open, uint32_t at)
{
	redline_block *b = &blocks->at[open];
	/* What stood in one of the deepest is beside it now. */
	b->subtree_end = b->level < OUTLINE_DEPTH - 1 ? at : open + 1;
	return b->parent;
}

/*
 * What stands between a provision and a later part of it (blank lines, a
 * footnote, a paragraph between two items) is inside it.  Then the levels, and
 * the ends anew.
 */
static void adopt(block_vec *blocks)
{
	uint32_t const count = (uint32_t)blocks->len;
	uint32_t open = REDLINE_NONE; /* the innermost block not yet ended */
	for (uint32_t i = 0; i < count; i++) {
		redline_block *b = &blocks->at[i];
		while (open != REDLINE_NONE && blocks->at[open].subtree_end <= i)
			open = close_block(blocks, open, i);
		b->parent = open;
		if (b->kind == REDLINE_HEADING)
			continue;
		b->level = 0;
		if (open != REDLINE_NONE)
			b->level = (uint8_t)(blocks->at[open].level + 1);
		if (b->level >= OUTLINE_DEPTH) {
			b->level = OUTLINE_DEPTH - 1;
			b->parent = blocks->at[open].parent;
		}
		if (b->subtree_end <= i + 1)
			continue;
		if (b->parent != open)
			(void)close_block(blocks, open, i);
		open = i;
	}
	while (open != REDLINE_NONE)
		open = close_block(blocks, open, count);
}

/* Sections: the heading each block stands under, and where each section ends. */
static void find_sections(block_vec *blocks)
{
	uint32_t open = REDLINE_NONE;
	for (uint32_t i = 0; i < blocks->len; i++) {
		redline_block *b = &blocks->at[i];
		if (b->kind == REDLINE_HEADING) {
			while (open != REDLINE_NONE && blocks->at[open].level >= b->level) {
				blocks->at[open].subtree_end = i;
				open = blocks->at[open].section;
			}
		}
		b->section = open;
		if (b->kind == REDLINE_HEADING)
			open = i;
	}
	for (; open != REDLINE_NONE; open = blocks->at[open].section)
		blocks->at[open].subtree_end = (uint32_t)blocks->len;
}

/* Does the text of an article end here: at a heading, another article, a numbered provision? */
static bool ends_article(const redline_block *article, const redline_block *b)
{
	if (b->kind == REDLINE_HEADING || b->quoted != article->quoted)
		return true;
	bool const item = b->dress == REDLINE_PAREN || b->dress == REDLINE_PARENS;
	bool const inside = item || b->parent != article->parent;
	return b->kind == REDLINE_PROVISION && (b->unit != REDLINE_LABEL_PLAIN || !inside);
}

/* "Wei ci" (in witness whereof) opens what stands below the last article of a treaty. */
static bool opens_testimony(redline_bytes text, const redline_block *b)
{
	return bytes_start(bytes_in(text, b->body), BYTES("\xE4\xB8\xBA\xE6\xAD\xA4"));
}

/*
 * The further paragraphs of an article that stands on a line with its words, "Article 2.
 * The State ...", are its own, though no label and no indent says so: up to the next
 * article.  Below the last one anything may stand; only a Chinese law (di ... tiao) has
 * nothing there.
 */
static void adopt_by_articles(block_vec *blocks, redline_bytes text)
{
	uint32_t const count = (uint32_t)blocks->len;
	bool last = true; /* none was met yet */
	for (uint32_t i = count; i-- > 0;) {
		redline_block *b = &blocks->at[i];
		if (b->unit != REDLINE_LABEL_ARTICLE ||
		    (b->kind != REDLINE_PROVISION && b->kind != REDLINE_HEADING))
			continue;
		bool const chinese = range_len(b->label) > 0 &&
		                     (unsigned char)text.ptr[b->label.begin] >= 0xE3;
		bool const takes = b->kind == REDLINE_PROVISION && range_len(b->body) > 0 &&
		                   (!last || chinese);
		last = false;
		for (uint32_t k = i + 1; takes && k < count && !ends_article(b, &blocks->at[k]); k++) {
			redline_block *part = &blocks->at[k];
			if (part->kind == REDLINE_PARAGRAPH && opens_testimony(text, part))
				break;
			if (part->parent == b->parent && part->kind != REDLINE_BLANK)
				part->parent = i;
		}
	}
}

void outline_finish(block_vec *blocks, redline_bytes text)
{
	adopt_by_articles(blocks, text);
	find_ends(blocks);
	adopt(blocks);
	find_sections(blocks);
}
