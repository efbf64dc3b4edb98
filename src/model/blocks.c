/*
 * blocks.c -- from bytes to blocks.
 *
 * One pass over the lines.  Each line either joins the block before it or
 * begins one; the kinds are asked in this order, first come first served:
 *
 *     blank · inside a fence or HTML · fence, rule, HTML · table row ·
 *     heading · footnote · bullet · label · running text
 *
 * The hard question is the label at the beginning of a line with no blank line
 * before it: an item of a list, or wrapped text that happens to begin with
 * "5. " or "(a) above"?  It is an item only if it is the next or the first of a
 * list there *and* the line before it ended like one.  Wrongly cut text would
 * make a provision that nobody wrote, so doubt is text.
 *
 * Each new block is handed to the outline at once, because the question above
 * needs to know what is open.  Cost: each line is looked at a bounded number of
 * times, from its beginning or its end.
 */
#include "model/blocks.h"

#include "base/bytes.h"
#include "model/heading.h"
#include "model/line.h"
#include "model/numbered.h"

#define INLINE_LABELS_MAX 6 /* "(b)(2)(A)(i)(I)(aa)" on one line */
#define SHORT_LINE 60u      /* bytes; a shorter one was not cut by wrapping */

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

/* ---- small things ---- */

static redline_block *newest(const struct reader *r)
{
	return &r->blocks->at[r->blocks->len - 1];
}

static struct line line_at(const struct reader *r, uint32_t i)
{
	return line_read(r->lines, r->text, i, r->begin);
}

/* The next line; NULL at the end of the text. */
static const struct line *next_line(const struct reader *r)
{
	return r->line + 1 < r->lines->count ? &r->next : NULL;
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

static struct outline_item item_of(const struct label *label, const struct line *l)
{
	uint32_t const columns = l->indent + (label->range.end - l->at);
	return (struct outline_item){label, columns, l->indent, l->quoted};
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

/* "Article 5" alone above its text, not the beginning of a sentence over two lines. */
static bool stands_above_text(const struct reader *r)
{
	const struct line *next = next_line(r);
	return !next || line_blank(next) || !is_lower(r->text.ptr[next->at]);
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

/* How the line before this one ended. */
static enum line_ending last_ending(const struct reader *r)
{
	return line_ending(r->text, r->last_words, r->last.end);
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

/* The columns show that the line is no continuation: it stands left of one. */
static bool hangs(const struct reader *r, const struct line *l)
{
	const redline_block *b = newest(r);
	return b->kind == REDLINE_PROVISION && b->lines > 1 && r->last.indent > l->indent &&
	       l->indent <= b->indent;
}

/* A line this short was not cut by wrapping, so an item ended with it. */
static bool was_short_item(const struct reader *r, enum line_ending ending)
{
	const redline_block *b = newest(r);
	return b->kind == REDLINE_PROVISION && b->lines == 1 && ending != LINE_AWAITS &&
	       r->last.end - r->last.at < SHORT_LINE;
}

/* "Article 6" on a line of its own, right under the text of Article 5. */
static bool interrupts_as_heading(const struct reader *r, const struct label *label)
{
	redline_numeral const n = ordinal_choose(&r->headings.last, &label->ordinal);
	return last_ending(r) == LINE_ENDS && ordinal_follows(&r->headings.last, &label->ordinal, n);
}

/* It closed a quotation: 2. behind it is hardly wrapped text, if it is the next number. */
static bool was_closed_item(const struct reader *r)
{
	const redline_block *b = newest(r);
	unsigned size;
	uint32_t const last =
		r->last.end > r->last.at ? utf8_before(r->text, r->last.end, &size) : 0;
	return b->kind == REDLINE_PROVISION && b->lines == 1 &&
	       (last == '"' || last == 0x201D || last == 0xBB || last == 0x300D || last == 0x201C);
}

/*
 * Without a blank line before it: is this label one, or wrapped text?  What the
 * line before it says is asked first, because seeking may change the outline.
 */
static bool interrupts(struct reader *r, const struct line *l, const struct label *label)
{
	enum line_ending const ending = last_ending(r);
	bool const parens = label->dress == REDLINE_PARENS || label->dress == REDLINE_PAREN;
	bool const either = newest(r)->body.begin == newest(r)->body.end ||
	                    ending >= LINE_ENDS || was_short_item(r, ending);
	bool const next_fits = either || ending == LINE_PAUSES || hangs(r, l) || was_closed_item(r);
	bool const first_fits = either || (parens && ending == LINE_PAUSES) ||
	                        l->indent > r->last.indent + (r->last_words - r->last.at);
	if ((!next_fits && !first_fits) || label_refers(r->text, label, l->end))
		return false;
	struct outline_item const item = item_of(label, l);
	switch (outline_seek(&r->outline, r->blocks, &item).fit) {
	case OUTLINE_NEXT:
		return next_fits;
	case OUTLINE_FIRST:
		return first_fits;
	case OUTLINE_NEAR:
		return ending == LINE_ENDS;
	default:
		/* an excerpt of a list, which need not begin with its first item */
		return parens && ending == LINE_INTRODUCES && l->indent > r->last.indent;
	}
}

/* "3.2 shell" in section 3: a term that is defined there, not "3.2 million people". */
static bool is_term(const struct reader *r, const struct line *l, const struct label *label)
{
	return l->end - l->at < SHORT_LINE &&
	       line_ending(r->text, label->body, l->end) < LINE_ENDS &&
	       numbered_in_section(&r->numbered, label);
}

/* An item of the annex that is open: "A.2.3 The helmet", "1 The authority". */
static bool is_annexed_here(struct reader *r, const struct line *l, struct label *label)
{
	if (!r->numbered.annex || !numbered_scan_item(label, r->text, l->at, l->end) ||
	    !numbered_takes_item(&r->numbered, label))
		return false;
	if (r->open)
		return interrupts(r, l, label);
	if (label->ordinal.width > 1)
		return true;
	struct outline_item const item = item_of(label, l);
	return outline_seek(&r->outline, r->blocks, &item).fit >= OUTLINE_FIRST;
}

/* Does a block begin with this label? */
static bool is_label_here(struct reader *r, const struct line *l, const struct label *label)
{
	if (label->strength == LABEL_TITLE || label->strength == LABEL_PROSE)
		return false;
	if (r->open && label->strength == LABEL_ALONE)
		return interrupts_as_heading(r, label);
	if (r->open)
		return interrupts(r, l, label);
	if (label->strength != LABEL_WEAK)
		return label->strength == LABEL_FIRM || stands_above_text(r);
	if (is_term(r, l, label))
		return true;
	struct outline_item const item = item_of(label, l);
	return outline_seek(&r->outline, r->blocks, &item).fit == OUTLINE_NEXT;
}

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
	if (scanned ? !is_label_here(r, l, &label) : !is_annexed_here(r, l, &label))
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
