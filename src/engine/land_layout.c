/*
 * land_layout.c -- the lines of a new provision, brought to the indents of the draft.
 * See landing.h.
 *
 * An act prints the paragraphs of what it adds at the margin, or deep inside itself; a
 * draft that shows by indents what belongs to what would lose them.  So the new wording
 * is read as a draft of its own, whose outline says how deep each provision lies, and
 * each line is given the indent that this depth has here.  Where the outline does not
 * tell, or the draft has no indents to go by, the wording stays as it was given.
 */
#include "landing.h"

#include "base/buf.h"
#include "base/bytes.h"

#define DEEPEST    12
#define FIRST_STEP 2 /* of the first list in a text that has none */

static uint32_t blanks_at(redline_bytes text, uint32_t at)
{
	uint32_t end = at;
	while (end < text.len && text.ptr[end] == ' ')
		end++;
	return end - at;
}

uint32_t landing_step(const struct landing *n, uint32_t model)
{
	uint32_t step = 0;
	bool list = false;
	for (uint32_t i = 0; i < n->l->count; i++) {
		const redline_block *b = &n->l->blocks[i];
		list |= b->kind == REDLINE_PROVISION || b->kind == REDLINE_BULLET;
		if (b->kind != REDLINE_PROVISION || b->parent == REDLINE_NONE ||
		    n->l->blocks[b->parent].kind != REDLINE_PROVISION ||
		    b->indent <= n->l->blocks[b->parent].indent)
			continue;
		uint32_t const own = (uint32_t)b->indent - n->l->blocks[b->parent].indent;
		if (b->parent == model)
			return own;
		if (!step)
			step = own;
	}
	if (!list)
		return FIRST_STEP;
	/* one level only: where that is indented, it is so by one step */
	return step || n->l->blocks[model].parent != REDLINE_NONE ? step
	                                                          : n->l->blocks[model].indent;
}

/* The first line, and the others moved left by what all of them are indented. */
static void write_dedented(struct buf *out, redline_bytes words)
{
	uint32_t low = UINT32_MAX;
	for (uint32_t at = 0; at < words.len; at++) {
		if (at == 0 || words.ptr[at - 1] != '\n')
			continue;
		uint32_t const own = blanks_at(words, at);
		if (at + own < words.len && words.ptr[at + own] != '\n' && own < low)
			low = own;
	}
	for (uint32_t at = 0; at < words.len; at++) {
		if (at > 0 && words.ptr[at - 1] == '\n' && low != UINT32_MAX) {
			uint32_t const own = blanks_at(words, at);
			at += own < low ? own : low;
			if (at == words.len)
				break;
		}
		buf_char(out, words.ptr[at]);
	}
}

/* "4. ...", and then "5. ...": one of several that are new together. */
static bool is_sibling(const redline_block *first, const redline_block *b)
{
	return b->parent == REDLINE_NONE && b->numeral == first->numeral &&
	       b->dress == first->dress && b->unit == first->unit;
}

/*
 * How deep each block lies in the first, or in one that follows it as its like; false if
 * one does not, or is no provision.
 */
static bool depths_of(const redline_draft *mini, uint8_t *depth)
{
	const redline_block *blocks = redline_draft_blocks(mini);
	uint32_t const count = redline_draft_count(mini);
	if (!count || blocks[0].kind != REDLINE_PROVISION)
		return false;
	depth[0] = 0;
	for (uint32_t i = 1; i < count; i++) {
		depth[i] = 0;
		if (blocks[i].kind == REDLINE_BLANK)
			continue;
		uint32_t const parent = blocks[i].parent;
		if (blocks[i].kind != REDLINE_PROVISION)
			return false;
		if (is_sibling(&blocks[0], &blocks[i]))
			continue;
		if (parent == REDLINE_NONE || depth[parent] == DEEPEST)
			return false;
		depth[i] = (uint8_t)(depth[parent] + 1);
	}
	return true;
}

/* How the lines of new provisions are written. */
struct layout {
	uint32_t indent, step; /* of the first, and of those in it */
	const char *gap;       /* what comes before a number that stood behind another, "(c)(1)" */
};

static void write_blanks(struct buf *out, uint32_t count)
{
	for (uint32_t k = 0; k < count; k++)
		buf_char(out, ' ');
}

/* The lines of the first block stay; each other line gets the indent of its block. */
static void write_indented(struct buf *out, const redline_draft *mini, const uint8_t *depth,
                           const struct layout *layout)
{
	const redline_block *blocks = redline_draft_blocks(mini);
	redline_bytes const text = redline_draft_text(mini);
	for (uint32_t i = 0; i < redline_draft_count(mini); i++) {
		const redline_block *b = &blocks[i];
		uint32_t const indent = layout->indent + layout->step * depth[i];
		for (uint32_t at = b->bytes.begin; at < b->bytes.end;) {
			const char *nl = memchr(text.ptr + at, '\n', b->bytes.end - at);
			uint32_t const end = nl ? (uint32_t)(nl - text.ptr) + 1 : b->bytes.end;
			uint32_t const own = blanks_at(text, at);
			uint32_t const over = own > b->indent ? own - b->indent : 0;
			bool const joined = i > 0 && at > 0 && text.ptr[at - 1] != '\n';
			bool const moves = i > 0 && b->kind != REDLINE_BLANK;
			if (joined)
				buf_text(out, layout->gap ? layout->gap : "");
			if (moves && !(joined && !layout->gap))
				write_blanks(out, indent + over);
			buf_add(out, text.ptr + at + (moves ? own : 0), end - at - (moves ? own : 0));
			at = end;
		}
	}
}

/* Where each provision has a line of its own, a number that came behind another gets one. */
static const char *gap_of(const struct landing *n, uint32_t model)
{
	if (landing_joins_numbers(n))
		return NULL;
	bool const apart = landing_stands_apart(n, model, n->l->blocks[model].subtree_end);
	bool const crlf = n->l->eol[0] == '\r';
	return apart ? crlf ? "\r\n\r\n" : "\n\n" : n->l->eol;
}

redline_bytes landing_laid_out(struct landing *n, uint32_t model, uint32_t indent,
                               redline_bytes prefix, redline_bytes words)
{
	uint32_t const step = landing_step(n, model);
	while (prefix.len && is_blank(prefix.ptr[0]))
		prefix = (redline_bytes){prefix.ptr + 1, prefix.len - 1};
	if (!step || !prefix.len || !words.len || !memchr(words.ptr, '\n', words.len) ||
	    memchr(words.ptr, '\t', words.len))
		return words;
	struct buf flush = {0}, out = {0};
	buf_bytes(&flush, prefix);
	write_dedented(&flush, words);
	redline_draft *mini = flush.failed ? NULL : landing_read(n, buf_view(&flush));
	uint8_t *depth = NULL;
	if (mini)
		depth = arena_array(n->l->arena, (size_t)redline_draft_count(mini) + 1, 1);
	redline_bytes result = words;
	if (depth && depths_of(mini, depth)) {
		struct layout const layout = {indent, step, gap_of(n, model)};
		write_indented(&out, mini, depth, &layout);
		if (!out.failed && out.len > prefix.len) {
			redline_bytes const all = arena_copy(n->l->arena, buf_view(&out));
			result = (redline_bytes){all.ptr + prefix.len, all.len - prefix.len};
		}
	}
	n->edits->failed |= flush.failed || out.failed;
	redline_draft_free(mini);
	buf_release(&flush);
	buf_release(&out);
	return result;
}
