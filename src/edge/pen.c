/*
 * pen.c -- the blocks of a passage, piece by piece.  See pen.h.
 *
 * Between two blocks lies a seam: white space, and the next one's markup.  A
 * change that has a line end in a seam is signed with a pilcrow, once a seam.
 * White space that changed by itself is shown: a single blank that came or
 * went as such, all other by signs, for it could not be told from what the
 * wrapping does.
 */
#include "edge/pen.h"

#include <unictype.h>

#include "edge/compared.h"

#define PILCROW "\xC2\xB6"
#define LINE_END "\xE2\x8F\x8E"
#define DOT "\xC2\xB7"
#define ARROW "\xE2\x86\x92"

void pen_begin(struct pen *pen, struct flow *flow, redline_bytes text,
               const redline_block *blocks, redline_range range)
{
	*pen = (struct pen){
		.flow = flow,
		.text = text,
		.blocks = blocks,
		.block = range.begin,
		.end = blocks_end(blocks, range),
		.lines = true,
	};
}

/* ---- seams ---- */

/* The block behind the one that the pen is in; pen->end if there is none. */
static uint32_t next_block(const struct pen *pen)
{
	uint32_t next = pen->block + 1;
	while (next < pen->end && pen->blocks[next].kind == REDLINE_BLANK)
		next++;
	return next;
}

/* Past the last block there is no seam: it begins and ends nowhere. */
static redline_range seam_behind(const struct pen *pen, uint32_t next)
{
	if (next >= pen->end)
		return (redline_range){UINT32_MAX, UINT32_MAX};
	return (redline_range){block_text(pen->text, &pen->blocks[pen->block]).end,
	                       block_shown(pen->text, &pen->blocks[next]).begin};
}

static void go_on(struct pen *pen, uint32_t next)
{
	const redline_block *b = &pen->blocks[next];
	pen->block = next;
	pen->owing = pen->told && !pen->lines;
	pen->told = false;
	if (!pen->lines)
		return;
	if (pen->first)
		pen->flow->indent = page_indent(b, pen->first);
	flow_break(pen->flow);
}

/* Goes on to the block that byte `at` is in; its seam, if there is one behind it. */
static redline_range seek(struct pen *pen, uint32_t at)
{
	for (;;) {
		uint32_t const next = next_block(pen);
		redline_range const seam = seam_behind(pen, next);
		if (next >= pen->end || at < seam.end)
			return seam;
		go_on(pen, next);
	}
}

static void sign_seam(struct pen *pen, enum ink ink, redline_range part)
{
	if (pen->told || !memchr(pen->text.ptr + part.begin, '\n', part.end - part.begin))
		return;
	flow_bytes(pen->flow, ink, BYTES(PILCROW));
	pen->told = true;
}

static void put_words(struct pen *pen, enum ink ink, redline_range words)
{
	if (pen->owing)
		flow_bytes(pen->flow, ink, BYTES(" "));
	pen->owing = false;
	page_words(pen->flow, ink, pen->text, words, &pen->blocks[pen->block]);
}

/* ---- pieces ---- */

void pen_put(struct pen *pen, enum ink ink, redline_range range)
{
	while (range.begin < range.end) {
		redline_range const seam = seek(pen, range.begin);
		uint32_t const words = range.end < seam.begin ? range.end : seam.begin;
		if (range.begin < words)
			put_words(pen, ink, (redline_range){range.begin, words});
		uint32_t const from = range.begin > words ? range.begin : words;
		uint32_t const to = range.end < seam.end ? range.end : seam.end;
		if (from < to && ink_is_change(ink))
			sign_seam(pen, ink, (redline_range){from, to});
		range.begin = to;
	}
}

/* ---- white space ---- */

static redline_bytes sign_of(char c)
{
	switch (c) {
	case '\n':
		return BYTES(LINE_END);
	case ' ':
		return BYTES(DOT);
	case '\t':
		return BYTES(ARROW);
	default:
		return (redline_bytes){"", 0};
	}
}

/*
 * White space by its sign or its code; so are marks, which tell a letter in two
 * characters from the same in one.  The words around it, of a date or a word that
 * was wrapped, are as they are.
 */
static void put_signs(struct pen *pen, enum ink ink, redline_range range)
{
	unsigned size;
	for (uint32_t i = range.begin; i < range.end; i += size) {
		redline_bytes const sign = sign_of(pen->text.ptr[i]);
		uint32_t const cp = utf8_at(pen->text, i, &size);
		redline_range const one = {i, i + size};
		if (sign.len)
			flow_bytes(pen->flow, ink, sign);
		else if (is_space_char(cp) ||
		         uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M))
			flow_codes(pen->flow, ink, pen->text, one);
		else
			flow_text(pen->flow, ink, pen->text, one);
	}
	flow_part(pen->flow);
}

/* A blank that came or went: in its ink it can be seen, but not in a colour. */
static bool is_single_blank(const struct pen *pen, const redline_op *change, redline_range part)
{
	return range_len(change->old) + range_len(change->now) == 1 && !pen->flow->color &&
	       pen->text.ptr[part.begin] == ' ';
}

static void put_spacing(struct pen *pen, enum ink ink, const redline_op *change,
                        redline_range part)
{
	(void)seek(pen, part.begin);
	if (is_single_blank(pen, change, part))
		flow_blank(pen->flow, ink);
	else
		put_signs(pen, ink, part);
}

/* ---- changes ---- */

static enum ink ink_of(const redline_op *change, bool come)
{
	bool const quiet = change->aspect == REDLINE_ASPECT_NUMBER ||
	                   change->aspect == REDLINE_ASPECT_REFERENCE;
	return quiet ? (come ? INK_COME_QUIET : INK_GONE_QUIET) : (come ? INK_COME : INK_GONE);
}

/* Nothing but white space, and not between two blocks? */
static bool is_inner_blank(struct pen *pen, redline_range part)
{
	redline_range const words = range_trim(pen->text, part);
	return words.begin == words.end && part.begin < seek(pen, part.begin).begin;
}

/*
 * A break with the label behind it.  The blank that stands in its place in the
 * other text is no change of its own; that text's own pen writes it.
 */
static void put_break(struct pen *pen, enum ink ink, redline_range part)
{
	redline_range const words = range_trim(pen->text, part);
	bool const inner = is_inner_blank(pen, part);
	if (pen->lines)
		pen_put(pen, inner ? INK_PLAIN : ink, part);
	else if (!inner)
		pen_put(pen, ink, (redline_range){part.begin, words.begin < words.end ? words.end
		                                                                      : part.end});
}

void pen_change(struct pen *pen, const redline_op *change, bool come)
{
	redline_range const part = come ? change->now : change->old;
	enum ink const ink = ink_of(change, come);
	if (part.begin >= part.end)
		return;
	if (change->aspect == REDLINE_ASPECT_SPACING)
		put_spacing(pen, ink, change, part);
	else if (change->aspect == REDLINE_ASPECT_BREAK)
		put_break(pen, ink, part);
	else if (is_inner_blank(pen, part))
		flow_blank(pen->flow, ink);
	else
		pen_put(pen, ink, part);
}
