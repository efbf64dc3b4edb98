/*
 * statement_words.c -- how far the words of a block go (statement_run.h).
 *
 * A quotation may run on into further blocks, a sentence may be broken off by a page's end,
 * and the new wording that a colon leads to often stands in blocks of its own.
 */
#include <unictype.h>

#include "lang/common.h"
#include "statement_run.h"
#include "turn_stamp.h"

bool label_place(const redline_block *b, redline_unit *unit)
{
	switch (b->unit) {
	case REDLINE_LABEL_PP:
		*unit = REDLINE_PREAMBULAR;
		return true;
	case REDLINE_LABEL_OP:
		*unit = REDLINE_OPERATIVE;
		return true;
	case REDLINE_LABEL_ARTICLE:
		*unit = REDLINE_ARTICLE;
		return true;
	case REDLINE_LABEL_SECTION:
		*unit = REDLINE_SECTION;
		return true;
	case REDLINE_LABEL_CHAPTER:
		*unit = REDLINE_CHAPTER;
		return true;
	case REDLINE_LABEL_ANNEX:
		*unit = REDLINE_ANNEX;
		return true;
	case REDLINE_LABEL_PARAGRAPH:
		*unit = REDLINE_PARAGRAPH_UNIT;
		return true;
	default:
		return false;
	}
}

/* Does a paragraph break off in the middle of a sentence? */
static bool breaks_off(redline_bytes text, redline_range body)
{
	if (!range_len(body))
		return false;
	unsigned size;
	uint32_t const last = utf8_before(text, body.end, &size);
	return is_word_char(last) || last == ',' || last == '-';
}

static bool goes_on(redline_bytes text, redline_range body)
{
	unsigned size;
	return range_len(body) && uc_is_lower(utf8_at(text, body.begin, &size));
}

/* The words so far, and which blocks they are of. */
struct extent {
	redline_range words;
	uint32_t last;      /* the last of these blocks */
	uint32_t glued;     /* the byte of the colon that quotations follow; UINT32_MAX: none */
	bool quoted_blocks; /* such a quotation was the last thing taken */
};

/* A quotation that runs on into further blocks. */
static bool take_quotation(const struct reading_run *r, struct extent *e)
{
	uint32_t const q = quotes_from(&r->quotes, e->words.end);
	if (q >= r->quotes.count || r->quotes.at[q].outer.begin >= e->words.end)
		return false;
	uint32_t const end = r->quotes.at[q].outer.end, owner = block_of(r, end);
	e->last = owner > e->last ? owner : e->last;
	e->words.end = r->blocks[e->last].body.end > end ? r->blocks[e->last].body.end : end;
	return true;
}

/* The rest of a sentence, in block n. */
static bool take_rest(const struct reading_run *r, uint32_t n, struct extent *e)
{
	if (r->blocks[n].kind != REDLINE_PARAGRAPH || !breaks_off(r->s->text, e->words) ||
	    !goes_on(r->s->text, r->blocks[n].body))
		return false;
	e->last = n;
	e->words.end = r->blocks[n].body.end;
	return true;
}

/* "; and" behind an item of a list: no word of the sentence. */
static bool joins_items(redline_bytes text, redline_range rest)
{
	rest.begin += text.ptr[rest.begin] == ';' || text.ptr[rest.begin] == ',';
	redline_bytes const joint = bytes_in(text, range_trim(text, rest));
	return joint.len && common_item_joint(joint) == joint.len;
}

/* A quotation alone in block n, after a colon or one more of them. */
static bool take_quoted_block(const struct reading_run *r, uint32_t n, struct extent *e)
{
	const redline_block *next = &r->blocks[n];
	if ((!e->quoted_blocks && !leads_on(r->s->text, e->words)) || is_list_item(next))
		return false;
	uint32_t const at = quotes_from(&r->quotes, next->body.begin);
	if (at >= r->quotes.count || r->quotes.at[at].outer.begin > next->body.begin ||
	    r->quotes.at[at].outer.begin < next->bytes.begin)
		return false;
	uint32_t const end = r->quotes.at[at].outer.end, owner = block_of(r, end);
	uint32_t const body_end = r->blocks[owner].body.end;
	redline_range const rest = range_trim(r->s->text, (redline_range){end, body_end});
	if (end < body_end && range_len(rest) > 1 && r->s->text.ptr[rest.begin] != '(' &&
	    !joins_items(r->s->text, rest))
		return false;
	if (!e->quoted_blocks)
		e->glued = e->words.end - 1;
	e->quoted_blocks = true;
	e->last = owner;
	e->words.end = body_end > end ? body_end : end;
	return true;
}

redline_range block_words(const struct reading_run *r, uint32_t i, uint32_t *last, uint32_t *glued)
{
	const redline_block *b = &r->blocks[i];
	struct extent e = {{turn_stamp_end(r->s->text, b->body), b->body.end}, i, UINT32_MAX, false};
	redline_unit unit;
	if (range_len(b->label) && b->label.begin < e.words.begin && label_place(b, &unit))
		e.words.begin = b->label.begin;
	bool more = true;
	while (more) {
		more = take_quotation(r, &e);
		if (more)
			continue;
		uint32_t const n = next_text_block(r, e.last + 1);
		more = n < r->block_count &&
		       ((b->kind != REDLINE_HEADING && take_rest(r, n, &e)) ||
		        take_quoted_block(r, n, &e));
	}
	*last = e.last;
	*glued = e.glued;
	return e.words;
}
