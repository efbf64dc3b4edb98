/*
 * blocks.c -- from bytes to blocks.
 *
 * One pass over the lines.  Each line either joins the block before it or
 * begins one; the kinds are asked in this order, first come first served:
 *
 *     blank · inside a fence or HTML · fence, rule, HTML · table row ·
 *     heading · footnote · bullet · label · running text
 *
 * Whether a label at the beginning of a line is one is the hard question
 * (blocks_label.c).  Each new block is handed to the outline at once, because that
 * needs to know what is open.  Cost: each line is looked at a bounded number of
 * times, from its beginning or its end.
 */
#include "model/blocking.h"

#define INLINE_LABELS_MAX 6 /* "(b)(2)(A)(i)(I)(aa)" on one line */

/*
 * Only the ends of long lines are looked at, so reading hops through the text.
 * The memory of a text too large for the cache is asked for some hops before it
 * is needed.  (A macro: GCC drops calls of a function that does nothing else.)
 */
#define LINES_AHEAD 16u
#if defined(__GNUC__)
#define FETCH(address) __builtin_prefetch(address)
#else
#define FETCH(address) ((void)(address))
#endif

/* ---- small things ---- */

static struct line line_at(const struct reader *r, uint32_t i)
{
	return line_read(r->lines, r->text, i, r->begin);
}

/* Nothing but a blank line, or another quotation, follows. */
static bool nothing_follows(const struct reader *r, const struct line *l)
{
	const struct line *next = next_line(r);
	return !next || line_blank(next) || next->quoted != l->quoted;
}

/* A new block from r->begin to the end of the line; NULL if memory is out. */
static redline_block *add(struct reader *r, redline_block_kind kind, const struct line *l)
{
	redline_block *b = VEC_PUSH(r->blocks);
	if (!b)
		return NULL;
	*b = (redline_block){
		.bytes = {r->begin, l->next},
		.body = {l->at, l->end},
		.parent = REDLINE_NONE,
		.section = REDLINE_NONE,
		.subtree_end = (uint32_t)r->blocks->len,
		.line = r->line + 1,
		.lines = 1,
		.indent = l->indent,
		.kind = (uint8_t)kind,
		.quoted = l->quoted,
	};
	b->label = b->core = (redline_range){b->body.begin, b->body.begin};
	r->begin = l->next;
	r->open = r->blank = r->table = false;
	r->last = *l;
	r->last_words = l->at;
	return b;
}

/* The line joins the newest block. */
static void join(struct reader *r, const struct line *l)
{
	redline_block *b = newest(r);
	if (b->body.begin == b->body.end)
		b->body.begin = l->at;
	b->bytes.end = l->next;
	b->body.end = l->end;
	b->lines = r->line + 2 - b->line;
	r->begin = l->next;
	r->last = *l;
	r->last_words = l->at;
}

static void set_label(redline_block *b, const struct label *label, uint32_t line_end)
{
	b->label = label->range;
	b->core = label->core;
	b->dress = label->dress;
	b->unit = label->unit;
	b->body = (redline_range){label->body, line_end};
}

/* ---- blank and verbatim lines ---- */

static void take_blank(struct reader *r, const struct line *l)
{
	if (r->blank) {
		redline_block *b = newest(r);
		b->bytes.end = l->next;
		b->lines++;
		r->begin = l->next;
		return;
	}
	if (add(r, REDLINE_BLANK, l))
		r->blank = true;
}

static bool holds(redline_bytes text, const struct line *l, redline_bytes words)
{
	for (uint32_t at = l->at; at + words.len <= l->end; at++) {
		const char *p = memchr(text.ptr + at, words.ptr[0], l->end - at);
		if (!p)
			return false;
		at = (uint32_t)(p - text.ptr);
		if (at + words.len <= l->end && !memcmp(p, words.ptr, words.len))
			return true;
	}
	return false;
}

/* A line inside a fence, a comment or HTML; false if that was over before it. */
static bool take_inside(struct reader *r, const struct line *l)
{
	char mark = '\0';
	bool bare = false, closes = false;
	if (l->quoted < newest(r)->quoted || (r->verbatim == VERBATIM_HTML && line_blank(l))) {
		r->verbatim = VERBATIM_NONE;
		return false;
	}
	if (r->verbatim == VERBATIM_FENCE)
		closes = line_fence(r->text, l, &mark, &bare) >= r->fence_size && mark == r->fence &&
		         bare;
	else if (r->verbatim == VERBATIM_COMMENT)
		closes = holds(r->text, l, BYTES("-->"));
	join(r, l);
	if (closes)
		r->verbatim = VERBATIM_NONE;
	return true;
}

static enum verbatim opens_verbatim(struct reader *r, const struct line *l)
{
	bool bare;
	uint32_t const size = line_fence(r->text, l, &r->fence, &bare);
	if (size) {
		r->fence_size = size;
		return VERBATIM_FENCE;
	}
	if (r->open)
		return VERBATIM_NONE;
	redline_bytes const words = {r->text.ptr + l->at, l->end - l->at};
	if (bytes_start(words, BYTES("<!--")))
		return VERBATIM_COMMENT;
	return line_html(r->text, l) ? VERBATIM_HTML : VERBATIM_NONE;
}

static bool take_verbatim(struct reader *r, const struct line *l)
{
	enum verbatim const opened = opens_verbatim(r, l);
	if (opened == VERBATIM_NONE && !line_rule(r->text, l))
		return false;
	if (!add(r, REDLINE_VERBATIM, l))
		return true;
	outline_text(&r->outline, r->blocks, false);
	r->verbatim = opened;
	if (opened == VERBATIM_COMMENT && holds(r->text, l, BYTES("-->")))
		r->verbatim = VERBATIM_NONE;
	return true;
}

/* ---- tables ---- */

static bool is_row(const struct reader *r, const struct line *l)
{
	const struct line *next = next_line(r);
	if (r->text.ptr[l->at] == '|')
		return true;
	if (r->table)
		return memchr(r->text.ptr + l->at, '|', l->end - l->at) != NULL;
	return !r->open && next && line_table_rule(r->text, next) &&
	       memchr(r->text.ptr + l->at, '|', l->end - l->at);
}

static bool take_row(struct reader *r, const struct line *l)
{
	if (!is_row(r, l))
		return false;
	if (add(r, REDLINE_TABLE_ROW, l)) {
		outline_text(&r->outline, r->blocks, false);
		r->table = true;
	}
	return true;
}

/* ---- headings ---- */

static void add_heading(struct reader *r, const struct line *l, const struct heading *h)
{
	redline_block *b = add(r, REDLINE_HEADING, l);
	if (!b)
		return;
	uint32_t const block = (uint32_t)r->blocks->len - 1;
	struct heading own = *h;
	if (h->titled && !numbered_takes_title(&r->numbered, r->blocks, h, block)) {
		own.labelled = false;
		own.body.begin = h->label.range.begin;
	}
	outline_heading(&r->outline);
	if (own.labelled)
		set_label(b, &own.label, own.body.end);
	b->body = own.body;
	b->level = heading_level(&r->headings, &own, &b->numeral);
	numbered_heading(&r->numbered, &own, b->level, block);
}

/* The label could as well be an item of the list that it goes on with, or begins. */
static bool is_listed(struct reader *r, const struct line *l, const struct label *label)
{
	struct outline_item const item = item_of(label, l);
	if (outline_seek(&r->outline, r->blocks, &item).fit == OUTLINE_NEXT)
		return true;
	struct line next = r->next;
	uint32_t i = r->line + 1;
	while (i < r->lines->count && line_blank(&next))
		next = line_at(r, ++i);
	struct label other;
	if (i >= r->lines->count || next.quoted != l->quoted ||
	    !label_scan(&other, r->text, next.at, next.end, false))
		return false;
	redline_numeral const numeral = ordinal_choose(&label->ordinal, &other.ordinal);
	return other.dress == label->dress && other.unit == label->unit &&
	       ordinal_follows(&label->ordinal, &other.ordinal, numeral);
}

/* A heading of two lines, the second being its underline. */
static bool take_underlined(struct reader *r, const struct line *l)
{
	struct heading h;
	const struct line *next = next_line(r);
	bool dash;
	if (!next || next->quoted != l->quoted)
		return false;
	char const underline = line_underline(r->text, next);
	if (!underline || line_bullet(r->text, l, &dash) ||
	    !heading_underlined(&h, r->text, l, underline))
		return false;
	struct line both = *l;
	both.next = next->next;
	add_heading(r, &both, &h);
	if (!r->blocks->failed)
		newest(r)->lines = 2;
	return true;
}

static bool take_heading(struct reader *r, const struct line *l)
{
	struct heading h;
	bool alone, listed;
	if (r->text.ptr[l->at] == '#' && heading_marked(&h, r->text, l)) {
		add_heading(r, l, &h);
		return true;
	}
	if (r->open)
		return false;
	if (take_underlined(r, l))
		return true;
	if (!heading_plain(&h, r->text, l, &alone, &listed) ||
	    (alone ? !nothing_follows(r, l) : !stands_above_text(r)) ||
	    (listed && is_listed(r, l, &h.label)))
		return false;
	add_heading(r, l, &h);
	return true;
}

/* ---- footnotes and bullets ---- */

static bool take_note(struct reader *r, const struct line *l)
{
	redline_bytes const words = {r->text.ptr + l->at, l->end - l->at};
	if (!bytes_start(words, BYTES("[^")))
		return false;
	uint32_t at = l->at + 2, const_end = at + 100 < l->end ? at + 100 : l->end;
	while (at < const_end && r->text.ptr[at] != ']' && !is_blank(r->text.ptr[at]))
		at++;
	if (at == l->at + 2 || at + 1 >= l->end || r->text.ptr[at] != ']' ||
	    r->text.ptr[at + 1] != ':')
		return false;
	redline_block *b = add(r, REDLINE_FOOTNOTE, l);
	if (!b)
		return true;
	b->label = (redline_range){l->at, at + 2};
	b->core = (redline_range){l->at + 2, at};
	b->body.begin = line_skip_blanks(r->text, at + 2, l->end);
	b->unit = REDLINE_LABEL_NOTE;
	b->dress = REDLINE_COLON;
	outline_note(&r->outline, r->blocks);
	r->last_words = b->body.begin;
	r->open = true;
	return true;
}

static bool take_bullet(struct reader *r, const struct line *l)
{
	bool dash = false;
	unsigned const size = line_bullet(r->text, l, &dash);
	if (!size)
		return false;
	/* A dash at the beginning of a wrapped line, as in "the list – as it stands". */
	if (r->open && dash && newest(r)->kind != REDLINE_BULLET &&
	    newest(r)->body.begin != newest(r)->body.end &&
	    (last_ending(r) <= LINE_RUNS_ON || l->at + size == l->end))
		return false;
	size_t before = r->blocks->len;
	if (before && r->blocks->at[before - 1].kind == REDLINE_BLANK)
		before--;
	const redline_block *b = before ? &r->blocks->at[before - 1] : NULL;
	bool const introduced = b && b->kind == REDLINE_PROVISION &&
	                        (b->body.begin == b->body.end ||
	                         line_ending(r->text, b->body.begin, b->body.end) ==
	                                 LINE_INTRODUCES);
	redline_block *added = add(r, REDLINE_BULLET, l);
	if (!added)
		return true;
	added->body.begin = line_skip_blanks(r->text, l->at + size, l->end);
	outline_bullet(&r->outline, r->blocks, introduced);
	r->last_words = added->body.begin;
	r->open = true;
	return true;
}

/* ---- provisions ---- */

/* May a label follow another on the same line, as (1) in "(a)(1) The Mayor"? */
static bool nests_inline(const struct reader *r, const redline_block *outer, uint32_t outer_end,
                         const struct label *inner, const struct line *l)
{
	if (inner->dress != REDLINE_PARENS || inner->strength != LABEL_FIRM ||
	    label_refers(r->text, inner, l->end))
		return false;
	redline_numeral const numeral = ordinal_choose(NULL, &inner->ordinal);
	bool const touching = inner->range.begin == outer_end;
	if (outer->dress == inner->dress && outer->numeral == numeral)
		return false;
	return touching || ordinal_first(&inner->ordinal, numeral);
}

/* The labels that follow the first on its line, each a block inside the one before. */
static void take_inline_labels(struct reader *r, const struct line *l, const struct label *first)
{
	uint32_t label_end = first->range.end, body = first->body;
	for (unsigned n = 0; n < INLINE_LABELS_MAX; n++) {
		struct label inner;
		redline_block *outer = newest(r);
		if (!label_scan(&inner, r->text, body, l->end, false) ||
		    !nests_inline(r, outer, label_end, &inner, l))
			return;
		outer->bytes.end = body;
		outer->body = (redline_range){body, body};
		r->begin = body;
		redline_block *b = add(r, REDLINE_PROVISION, l);
		if (!b)
			return;
		set_label(b, &inner, l->end);
		struct outline_item const item = item_of(&inner, l);
		outline_place_inside(&r->outline, r->blocks, &item);
		r->last_words = inner.body;
		r->open = true;
		label_end = inner.range.end;
		body = inner.body;
	}
}

static void add_provision(struct reader *r, const struct line *l, const struct label *label)
{
	struct outline_item const item = item_of(label, l);
	struct outline_spot const spot = outline_seek(&r->outline, r->blocks, &item);
	redline_block *b = add(r, REDLINE_PROVISION, l);
	if (!b)
		return;
	set_label(b, label, l->end);
	outline_place(&r->outline, r->blocks, &item, &spot);
	r->last_words = label->body;
	r->open = true;
	take_inline_labels(r, l, label);
}

static bool take_provision(struct reader *r, const struct line *l)
{
	struct label label;
	bool const scanned = label_scan(&label, r->text, l->at, l->end, false);
	if (scanned ? !blocks_is_label(r, l, &label) : !blocks_is_annexed(r, l, &label))
		return false;
	if (label.strength == LABEL_ALONE) {
		struct heading h;
		bool alone, listed;
		if (!heading_plain(&h, r->text, l, &alone, &listed) || !stands_above_text(r))
			return false;
		add_heading(r, l, &h);
		return true;
	}
	add_provision(r, l, &label);
	return true;
}

/* ---- running text ---- */

static void take_text(struct reader *r, const struct line *l)
{
	if (r->open) {
		join(r, l);
		return;
	}
	if (!add(r, REDLINE_PARAGRAPH, l))
		return;
	outline_text(&r->outline, r->blocks, true);
	r->open = true;
}

/*
 * What the line is, if no running text.  Most lines begin with a letter, a digit
 * or "(", none of which Markdown gives a meaning, and need not be asked much.
 */
static bool take_special(struct reader *r, const struct line *l)
{
	char const first = r->text.ptr[l->at];
	bool const marked = !is_alpha(first) && !is_digit(first) && first != '(';
	if ((marked && take_verbatim(r, l)) || take_row(r, l) || take_heading(r, l))
		return true;
	return (marked && (take_note(r, l) || take_bullet(r, l))) || take_provision(r, l);
}

/* Is there a cut at `at`?  Those before it are done with. */
static bool is_cut(const uint32_t **cuts, uint32_t *count, uint32_t at)
{
	while (*count && **cuts < at) {
		++*cuts;
		--*count;
	}
	return *count && **cuts == at;
}

/* An item that begins inside a line of the text: in the column and the quotation of what
 * it stands in. */
static bool take_cut(struct reader *r, const struct line *l)
{
	struct label label;
	if (!is_cut(&r->cuts.labels, &r->cuts.label_count, l->at) ||
	    !label_scan(&label, r->text, l->at, l->end, false))
		return false;
	struct line item = *l;
	item.indent = newest(r)->indent;
	item.quoted = newest(r)->quoted;
	add_provision(r, &item, &label);
	return true;
}

static void read_line(struct reader *r, const struct line *l)
{
	if (r->cuts.label_count && take_cut(r, l))
		return;
	if (r->cuts.line_count && is_cut(&r->cuts.lines, &r->cuts.line_count, l->begin))
		r->open = false;
	if (r->verbatim != VERBATIM_NONE && take_inside(r, l))
		return;
	if (line_blank(l)) {
		take_blank(r, l);
		return;
	}
	if (r->open && l->quoted != newest(r)->quoted)
		r->open = false;
	if (!take_special(r, l))
		take_text(r, l);
}

/* A byte order mark is a block of its own, before all lines. */
static void read_bom(struct reader *r)
{
	if (!bytes_start(r->text, BYTES("\xEF\xBB\xBF")))
		return;
	struct line const mark = {.at = 3, .end = 3, .next = 3};
	(void)add(r, REDLINE_BLANK, &mark);
}

void blocks_read(block_vec *out, redline_bytes text, const struct lines *lines,
                 const struct cuts *cuts)
{
	struct reader r = {.text = text, .lines = lines, .cuts = *cuts, .blocks = out};
	VEC_EXPECT(out, lines->count / 2); /* most have a blank line behind them */
	numbered_begin(&r.numbered);
	read_bom(&r);
	r.next = line_at(&r, 0);
	for (; r.line < lines->count && !out->failed; r.line++) {
		struct line const l = r.next;
		if (lines->count - r.line > LINES_AHEAD)
			FETCH(text.ptr + lines->begin[r.line + LINES_AHEAD]);
		r.next = line_at(&r, r.line + 1);
		if (l.next > r.begin)
			read_line(&r, &l);
	}
	if (!out->failed)
		outline_finish(out, text);
}
