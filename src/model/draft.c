/*
 * draft.c -- the draft as others see it; see redline/draft.h.
 *
 * Making one: check the bytes and find the lines in one go (lines.c), read the
 * blocks (blocks.c).  The rest answers questions, the longest being a block's
 * path, which is put together from the labels from the outermost provision
 * inwards, behind the annex or article they stand in.
 */
#include <redline/draft.h>

#include <assert.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/lines.h"
#include "model/blocks.h"
#include "model/cut.h"

#define TITLE_BYTES 60 /* of a heading's text in a path */

struct redline_draft {
	redline_bytes text;
	struct arena arena; /* holds the lines */
	struct lines lines;
	block_vec blocks;
	redline_eol eol;
};

static redline_eol find_eol(redline_bytes text, const struct lines *lines)
{
	bool const unended = text.len && text.ptr[text.len - 1] != '\n';
	uint32_t const crlf = lines->crlf, lf = lines->count - crlf - unended;
	return lf && crlf ? REDLINE_EOL_MIXED : crlf ? REDLINE_EOL_CRLF : REDLINE_EOL_LF;
}

/* Gives back what the vec holds beyond its blocks. */
static void shrink(block_vec *blocks)
{
	if (blocks->failed || !blocks->len || blocks->len == blocks->cap)
		return;
	redline_block *moved = realloc(blocks->at, blocks->len * sizeof *moved);
	if (!moved)
		return;
	blocks->at = moved;
	blocks->cap = blocks->len;
}

/* A draft of which the lines are known and the blocks are not. */
static redline_status begin_draft(redline_draft **out, redline_bytes text,
                                  redline_text_fault *fault)
{
	*out = NULL;
	redline_draft *draft = calloc(1, sizeof *draft);
	if (!draft)
		return REDLINE_NO_MEMORY;
	draft->text = text;
	redline_status const status = lines_check(&draft->lines, &draft->arena, text, fault);
	if (status != REDLINE_OK) {
		redline_draft_free(draft);
		return status;
	}
	draft->eol = find_eol(text, &draft->lines);
	*out = draft;
	return REDLINE_OK;
}

/* All blocks are read, or memory is out. */
static redline_status end_draft(redline_draft **out)
{
	redline_draft *draft = *out;
	if (draft->blocks.failed) {
		redline_draft_free(draft);
		*out = NULL;
		return REDLINE_NO_MEMORY;
	}
	shrink(&draft->blocks);
	return REDLINE_OK;
}

redline_status redline_draft_new(redline_draft **out, redline_bytes text,
                                 redline_text_fault *fault)
{
	redline_status const status = begin_draft(out, text, fault);
	if (status != REDLINE_OK)
		return status;
	static const struct cuts none = {.label_count = 0};
	blocks_read(&(*out)->blocks, text, &(*out)->lines, &none);
	return end_draft(out);
}

/* The lines of the text, and those that begin at the cuts. */
static bool cut_lines(struct lines *cut, redline_draft *draft, const struct cuts *cuts)
{
	const uint32_t *labels = cuts->labels;
	uint32_t const count = cuts->label_count;
	const struct lines *whole = &draft->lines;
	uint32_t *begin = arena_array(&draft->arena, (size_t)whole->count + count, sizeof *begin);
	if (!begin)
		return false;
	uint32_t n = 0;
	for (uint32_t i = 0, c = 0; i < whole->count || c < count;) {
		if (c == count || (i < whole->count && whole->begin[i] <= labels[c])) {
			c += c < count && whole->begin[i] == labels[c];
			begin[n++] = whole->begin[i++];
		} else {
			begin[n++] = labels[c++];
		}
	}
	*cut = *whole;
	cut->begin = begin;
	cut->count = n;
	return true;
}

redline_status draft_cut(redline_draft **out, redline_bytes text, const struct cuts *cuts)
{
	redline_status const status = begin_draft(out, text, NULL);
	if (status != REDLINE_OK)
		return status;
	redline_draft *draft = *out;
	struct lines cut;
	draft->blocks.failed = !cut_lines(&cut, draft, cuts);
	if (!draft->blocks.failed)
		blocks_read(&draft->blocks, text, &cut, cuts);
	uint32_t line = 0;
	for (size_t i = 0; i < draft->blocks.len; i++) {
		redline_block *b = &draft->blocks.at[i];
		line = lines_from(&draft->lines, line, b->bytes.begin);
		b->line = line + 1;
		b->lines = lines_from(&draft->lines, line, b->bytes.end - 1) + 1 - line;
	}
	return end_draft(out);
}

void redline_draft_free(redline_draft *draft)
{
	if (!draft)
		return;
	VEC_RELEASE(&draft->blocks);
	arena_release(&draft->arena);
	free(draft);
}

redline_bytes redline_draft_text(const redline_draft *draft)
{
	return draft->text;
}

uint32_t redline_draft_count(const redline_draft *draft)
{
	return (uint32_t)draft->blocks.len;
}

const redline_block *redline_draft_blocks(const redline_draft *draft)
{
	return draft->blocks.len ? draft->blocks.at : NULL;
}

redline_eol redline_draft_eol(const redline_draft *draft)
{
	return draft->eol;
}

uint32_t redline_draft_block_at(const redline_draft *draft, uint32_t offset)
{
	uint32_t low = 0, high = redline_draft_count(draft);
	if (!high)
		return REDLINE_NONE;
	while (high - low > 1) {
		uint32_t const mid = low + (high - low) / 2;
		if (draft->blocks.at[mid].bytes.begin <= offset)
			low = mid;
		else
			high = mid;
	}
	return low;
}

uint32_t redline_draft_line(const redline_draft *draft, uint32_t offset)
{
	return lines_at(&draft->lines, offset) + 1;
}

redline_position redline_draft_position(const redline_draft *draft, uint32_t offset)
{
	return lines_position(&draft->lines, draft->text, offset);
}

/* ---- paths ---- */

struct path {
	const redline_draft *draft;
	char *buf;
	size_t size, len; /* of buf; of all that was written or would have been */
};

static void path_char(struct path *p, char c)
{
	if (p->len + 1 < p->size)
		p->buf[p->len] = c;
	p->len++;
}

static void path_text(struct path *p, const char *s)
{
	while (*s)
		path_char(p, *s++);
}

/* Emphasis inside ("59**.") is left out. */
static void path_range(struct path *p, redline_range r)
{
	for (uint32_t i = r.begin; i < r.end; i++) {
		if (p->draft->text.ptr[i] != '*')
			path_char(p, p->draft->text.ptr[i]);
	}
}

static bool has_label(const redline_block *b)
{
	return b->label.begin < b->label.end;
}

static bool in_parens(const redline_block *b)
{
	return b->dress == REDLINE_PARENS || b->dress == REDLINE_PAREN;
}

/* A label without the stop or colon behind it: "59 bis", "Article 5", "(a)". */
static redline_range plain_label(const redline_block *b)
{
	redline_range r = b->label;
	if ((b->dress == REDLINE_DOT || b->dress == REDLINE_COLON) && r.begin < b->core.end)
		r.end = b->core.end;
	return r;
}

/* The label of an annex, its word in lower case: "annex I". */
static void path_annex(struct path *p, const redline_block *b)
{
	for (uint32_t i = b->label.begin; i < b->core.begin; i++)
		path_char(p, to_lower(p->draft->text.ptr[i]));
	path_range(p, b->core);
}

static void path_heading(struct path *p, const redline_block *b)
{
	if (has_label(b)) {
		path_range(p, plain_label(b));
		return;
	}
	redline_range r = b->body;
	if (range_len(r) > TITLE_BYTES) {
		r.end = r.begin + TITLE_BYTES;
		while (r.end > r.begin && ((unsigned char)p->draft->text.ptr[r.end] & 0xC0) == 0x80)
			r.end--;
	}
	for (uint32_t i = r.begin; i < r.end; i++)
		path_char(p, is_space(p->draft->text.ptr[i]) ? ' ' : p->draft->text.ptr[i]);
}

/* Is a provision cited with this heading before it, as in "Article 5, 1", "§ 12 (c)"? */
static bool is_cited(const struct path *p, const redline_block *h, const redline_block *outermost)
{
	if (!has_label(h) || outermost->unit != REDLINE_LABEL_PLAIN)
		return false;
	if (h->unit == REDLINE_LABEL_ARTICLE)
		return true;
	/* Numbered paragraphs run on through the "Section 3" of a report; (a) doesn't. */
	bool const sign = p->draft->text.ptr[h->label.begin] == '\xC2';
	return h->unit == REDLINE_LABEL_SECTION && (sign || in_parens(outermost));
}

/* The annex or the article a provision stands in, as far as they are headings. */
static void path_sections(struct path *p, const redline_block *outermost)
{
	const redline_block *blocks = p->draft->blocks.at, *annex = NULL, *article = NULL;
	for (uint32_t s = outermost->section; s != REDLINE_NONE; s = blocks[s].section) {
		const redline_block *h = &blocks[s];
		if (!article && is_cited(p, h, outermost))
			article = h;
		if (has_label(h) && h->unit == REDLINE_LABEL_ANNEX)
			annex = h;
	}
	if (annex) {
		path_annex(p, annex);
		path_text(p, ", ");
	}
	if (article) {
		path_range(p, plain_label(article));
		path_text(p, in_parens(outermost) ? " " : ", ");
	}
}

/* "4.2" and "4.2.1" say what they are in. */
static bool says_all(const redline_draft *draft, const redline_block *b)
{
	redline_bytes const core = bytes_in(draft->text, b->core);
	return b->unit == REDLINE_LABEL_PLAIN && !in_parens(b) &&
	       core.len && memchr(core.ptr, '.', core.len);
}

static void path_provision(struct path *p, const redline_block *b)
{
	const redline_block *blocks = p->draft->blocks.at;
	const redline_block *chain[OUTLINE_DEPTH + 1];
	uint32_t n = 0;
	for (; n <= OUTLINE_DEPTH; b = &blocks[b->parent]) {
		if (has_label(b))
			chain[n++] = b;
		if (b->parent == REDLINE_NONE || says_all(p->draft, b))
			break;
	}
	path_sections(p, chain[n - 1]);
	path_range(p, plain_label(chain[n - 1]));
	for (uint32_t i = n - 1; i-- > 0;) {
		path_char(p, ' ');
		path_range(p, chain[i]->label);
	}
}

size_t redline_draft_path(const redline_draft *draft, uint32_t block, char *buf, size_t size)
{
	assert(block < redline_draft_count(draft));
	struct path p = {draft, buf, size, 0};
	const redline_block *b = &draft->blocks.at[block];
	while (!has_label(b) && b->parent != REDLINE_NONE)
		b = &draft->blocks.at[b->parent];
	if (b->kind == REDLINE_HEADING) {
		path_heading(&p, b);
	} else if (b->kind == REDLINE_FOOTNOTE) {
		path_text(&p, "footnote ");
		path_range(&p, b->core);
	} else if (has_label(b)) {
		path_provision(&p, b);
	}
	if (size)
		buf[p.len < size ? p.len : size - 1] = '\0';
	return p.len;
}
