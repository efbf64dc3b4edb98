/*
 * closing.c -- the end of a shown comparison.  See closing.h.
 *
 * Numbers: a run goes on while both its old and its new label are the next ones
 * of their lists, under the same parents.  One run may be open at each level,
 * so that "(a) became (b)" inside does not break "4 to 38 became 5 to 39"
 * outside.  "4.1 became 5.1" goes without saying where "4 became 5" was said.
 * A run that has nothing but edited passages in it is not printed: their
 * headers say it.
 */
#include "edge/closing.h"

#include "edge/phrase.h"
#include "model/numbered.h"

enum { PATH_SIZE = 256, HEADING_LEVELS = 70 };

void closing_begin(struct closing *cl, const struct compared *c)
{
	*cl = (struct closing){.c = c};
}

void closing_release(struct closing *cl)
{
	VEC_RELEASE(&cl->runs);
	VEC_RELEASE(&cl->references);
}

/* ---- numbers ---- */

static struct ordinal ordinal_of(redline_bytes text, const redline_block *b)
{
	struct label label = {0};
	redline_range const words = {b->label.begin, b->bytes.end};
	if (b->label.begin == b->label.end ||
	    (!label_scan(&label, text, words.begin, words.end, b->kind == REDLINE_HEADING) &&
	     !numbered_scan_item(&label, text, words.begin, words.end)))
		return (struct ordinal){0};
	return label.ordinal;
}

/* What stands before the number of a provision in an annex: "annex I, ". */
static size_t prefix_length(const char *path)
{
	const char *comma = strrchr(path, ',');
	return comma ? (size_t)(comma - path) : 0;
}

static bool same_annex(const redline_draft *draft, uint32_t a, uint32_t b)
{
	const redline_block *blocks = redline_draft_blocks(draft);
	if (blocks[a].section == blocks[b].section)
		return true;
	char one[PATH_SIZE], other[PATH_SIZE];
	(void)redline_draft_path(draft, a, one, sizeof one);
	(void)redline_draft_path(draft, b, other, sizeof other);
	size_t const length = prefix_length(one);
	return length == prefix_length(other) && memcmp(one, other, length) == 0;
}

/* Is block b the next provision of the list that block a is in? */
static bool is_next(const redline_draft *draft, uint32_t a, const struct ordinal *a_ordinal,
                    uint32_t b, const struct ordinal *b_ordinal)
{
	const redline_block *x = &redline_draft_blocks(draft)[a];
	const redline_block *y = &redline_draft_blocks(draft)[b];
	return x->parent == y->parent && x->unit == y->unit && x->kind == y->kind &&
	       ordinal_reads(b_ordinal, (redline_numeral)y->numeral) &&
	       ordinal_follows(a_ordinal, b_ordinal, (redline_numeral)y->numeral) &&
	       same_annex(draft, a, b);
}

/* What is behind the outer number and its point, "1" of "4.1" in "4"; else nothing. */
static redline_bytes inner_number(redline_bytes text, redline_range outer, redline_range inner)
{
	redline_bytes const a = bytes_in(text, outer), b = bytes_in(text, inner);
	if (!a.len || b.len < a.len + 2 || !bytes_start(b, a) || b.ptr[a.len] != '.')
		return (redline_bytes){"", 0};
	return (redline_bytes){b.ptr + a.len + 1, b.len - a.len - 1};
}

/* Does the number change only because that of the provision around it did? */
static bool goes_along(const struct compared *c, const struct number_run *run, uint32_t old,
                       uint32_t now)
{
	redline_bytes const was = inner_number(c->old, c->old_blocks[run->old_last].core,
	                                       c->old_blocks[old].core);
	redline_bytes const is = inner_number(c->now, c->new_blocks[run->new_last].core,
	                                      c->new_blocks[now].core);
	return was.len && bytes_equal(was, is);
}

static struct number_run *run_around(struct closing *cl, uint32_t old, uint32_t now)
{
	redline_bytes const core = bytes_in(cl->c->old, cl->c->old_blocks[old].core);
	if (!core.len || !memchr(core.ptr, '.', core.len))
		return NULL;
	for (uint32_t i = 0; i < CLOSING_LEVELS; i++) {
		struct number_run *run = cl->open[i] ? &cl->runs.at[cl->open[i] - 1] : NULL;
		if (run && goes_along(cl->c, run, old, now))
			return run;
	}
	return NULL;
}

static uint32_t level_of(const redline_block *b)
{
	uint32_t const level = b->level + (b->kind == REDLINE_HEADING ? HEADING_LEVELS : 0u);
	return level < CLOSING_LEVELS ? level : CLOSING_LEVELS - 1;
}

static void note_number(struct closing *cl, uint32_t old, uint32_t now, bool wanted)
{
	const struct compared *c = cl->c;
	struct ordinal const was = ordinal_of(c->old, &c->old_blocks[old]);
	struct ordinal const is = ordinal_of(c->now, &c->new_blocks[now]);
	uint32_t *open = &cl->open[level_of(&c->new_blocks[now])];
	struct number_run *run = *open ? &cl->runs.at[*open - 1] : NULL;
	if (run && is_next(c->before, run->old_last, &run->old_ordinal, old, &was) &&
	    is_next(c->after, run->new_last, &run->new_ordinal, now, &is)) {
		run->old_last = old;
		run->new_last = now;
		run->old_ordinal = was;
		run->new_ordinal = is;
		run->count++;
		run->wanted |= wanted;
		return;
	}
	struct number_run *around = run_around(cl, old, now);
	if (around) {
		around->wanted |= wanted;
		return;
	}
	run = VEC_PUSH(&cl->runs);
	if (run)
		*run = (struct number_run){old, old, now, now, was, is, 1, wanted};
	*open = (uint32_t)cl->runs.len;
}

/* ---- noting ---- */

static void note_references(struct closing *cl, const struct passage *p)
{
	for (uint32_t i = 0; i < p->op_count; i++) {
		redline_op piece;
		if (p->ops[i].kind != REDLINE_CHANGE || !passage_piece(p, i, &piece) ||
		    piece.aspect != REDLINE_ASPECT_REFERENCE)
			continue;
		struct reference *reference = VEC_PUSH(&cl->references);
		if (reference)
			*reference = (struct reference){p->pair->now.begin, piece.old, piece.now};
	}
}

void closing_note(struct closing *cl, const struct passage *p)
{
	if (p->numbered && p->kind != PASSAGE_MOVED)
		note_number(cl, p->pair->old.begin, p->pair->now.begin,
		            p->kind != PASSAGE_EDITED);
	if (p->kind == PASSAGE_FOLLOWED)
		note_references(cl, p);
}

/* ---- printing ---- */

/* "58 bis", or, behind "12 (a) to", just "(c)". */
static void add_last(struct buf *b, const redline_draft *draft, uint32_t first, uint32_t last)
{
	char one[PATH_SIZE], other[PATH_SIZE];
	(void)redline_draft_path(draft, first, one, sizeof one);
	(void)redline_draft_path(draft, last, other, sizeof other);
	size_t shared = 0;
	for (size_t i = 0; one[i] && one[i] == other[i]; i++)
		if (one[i] == ' ')
			shared = i + 1;
	buf_text(b, is_lower(other[shared]) ? other : other + shared);
}

static void add_numbers(struct buf *b, const redline_draft *draft, uint32_t first, uint32_t last,
                        uint32_t count)
{
	const redline_block *it = &redline_draft_blocks(draft)[first];
	if (it->label.begin == it->label.end && first == last) {
		buf_text(b, "unnumbered");
		return;
	}
	page_path(b, draft, first);
	if (first == last)
		return;
	buf_text(b, count == 2 ? " and " : " to ");
	add_last(b, draft, first, last);
}

static void add_run(struct buf *b, const struct compared *c, const struct number_run *run)
{
	const redline_block *old = &c->old_blocks[run->old_first];
	if (old->label.begin == old->label.end && run->old_first == run->old_last)
		page_name(b, c->before, run->old_first);
	else
		add_numbers(b, c->before, run->old_first, run->old_last, run->count);
	buf_text(b, " became ");
	add_numbers(b, c->after, run->new_first, run->new_last, run->count);
}

/* "paragraph 12", "12 (a)" too; "Article 5", "footnote 3" and lines say what they are. */
static void add_place(struct buf *b, const redline_draft *draft, uint32_t block)
{
	char path[PATH_SIZE];
	const redline_block *it = &redline_draft_blocks(draft)[block];
	size_t const length = redline_draft_path(draft, block, path, sizeof path);
	if (!length || it->kind == REDLINE_HEADING) {
		page_name(b, draft, block);
		return;
	}
	if (is_digit(path[0]))
		buf_text(b, "paragraph ");
	page_path(b, draft, block);
}

static bool same_reference(const struct compared *c, const struct reference *a,
                           const struct reference *b)
{
	return a->block == b->block &&
	       bytes_equal(bytes_in(c->old, a->old), bytes_in(c->old, b->old)) &&
	       bytes_equal(bytes_in(c->now, a->now), bytes_in(c->now, b->now));
}

/* All the references of one block, from the i-th on; the index of the next. */
static uint32_t add_references(struct buf *b, const struct closing *cl, uint32_t i)
{
	const struct compared *c = cl->c;
	const struct reference *first = &cl->references.at[i];
	add_place(b, c->after, first->block);
	const char *joint = ": ";
	for (; i < cl->references.len && cl->references.at[i].block == first->block; i++) {
		const struct reference *it = &cl->references.at[i];
		if (it != first && same_reference(c, it - 1, it))
			continue;
		buf_text(b, joint);
		phrase_words(b, bytes_in(c->old, it->old), PATH_SIZE);
		buf_text(b, " became ");
		phrase_words(b, bytes_in(c->now, it->now), PATH_SIZE);
		joint = ", ";
	}
	return i;
}

/* An item on its line; the first stands behind the title if it is the only one. */
static void put_item(struct page *p, const char *title, bool first, bool only, struct buf *item)
{
	if (first)
		page_gap(p);
	if (first && !only) {
		out_text(&p->out, title);
		out_char(&p->out, '\n');
	}
	flow_begin(&p->flow, &p->out, p->style, only ? 0 : PAGE_INDENT, PAGE_INDENT + 2);
	if (only)
		flow_bytes(&p->flow, INK_PLAIN, bytes_of(title));
	if (only)
		flow_gap(&p->flow, 1);
	flow_bytes(&p->flow, INK_PLAIN, buf_view(item));
	flow_end(&p->flow);
	p->gap = false;
	p->failed |= item->failed;
	buf_clear(item);
}

static void put_numbers(struct closing *cl, struct page *p, struct buf *item)
{
	uint32_t wanted = 0, shown = 0;
	for (uint32_t i = 0; i < cl->runs.len; i++)
		wanted += cl->runs.at[i].wanted;
	for (uint32_t i = 0; i < cl->runs.len; i++) {
		if (!cl->runs.at[i].wanted)
			continue;
		add_run(item, cl->c, &cl->runs.at[i]);
		put_item(p, "Renumbered:", shown++ == 0, wanted == 1, item);
	}
}

static void put_references(struct closing *cl, struct page *p, struct buf *item)
{
	uint32_t const count = (uint32_t)cl->references.len;
	for (uint32_t i = 0; i < count;) {
		bool const first = i == 0;
		i = add_references(item, cl, i);
		put_item(p, "Cross-references:", first, first && i == count, item);
	}
}

void closing_put(struct closing *cl, struct page *p)
{
	struct buf item = {0};
	if (cl->runs.failed || cl->references.failed) {
		p->failed = true;
		return;
	}
	put_numbers(cl, p, &item);
	put_references(cl, p, &item);
	buf_release(&item);
	closing_totals(p, &cl->c->tally);
}

/* ---- totals ---- */

/* ", 3 added": the first of them says what is counted. */
static void add_count(struct buf *b, uint32_t count, const char *what)
{
	if (!count)
		return;
	if (b->len)
		buf_printf(b, ", %u %s", (unsigned)count, what);
	else
		buf_printf(b, "%u paragraph%s %s", (unsigned)count, count == 1 ? "" : "s", what);
}

static void add_things(struct buf *b, uint32_t count, const char *one, const char *many)
{
	if (count)
		buf_printf(b, "%s%u %s", b->len ? ", " : "", (unsigned)count, count == 1 ? one : many);
}

static void add_words(struct buf *b, const redline_tally *t)
{
	if (!t->inserted && !t->deleted)
		return;
	bool const one = t->inserted ? t->inserted == 1 : t->deleted == 1;
	buf_text(b, b->len ? " (" : "(");
	if (t->inserted)
		buf_printf(b, "%u word%s in", (unsigned)t->inserted, one ? "" : "s");
	if (t->deleted && t->inserted)
		buf_printf(b, ", %u out", (unsigned)t->deleted);
	else if (t->deleted)
		buf_printf(b, "%u word%s out", (unsigned)t->deleted, one ? "" : "s");
	buf_char(b, ')');
}

static void add_totals(struct buf *b, const redline_tally *t)
{
	add_count(b, t->edited, "changed");
	add_count(b, t->added, "added");
	add_count(b, t->dropped, "deleted");
	add_count(b, t->moved, "moved");
	add_count(b, t->split, "split");
	add_count(b, t->merged, "merged");
	add_count(b, t->renumbered, "renumbered");
	add_things(b, t->references, "cross-reference", "cross-references");
	add_things(b, t->spacings, "change of spacing", "changes of spacing");
	add_words(b, t);
	if (b->len)
		buf_char(b, '.');
	if (t->bounded)
		buf_text(b, " A passage was too large for an exact comparison; it is a near one.");
}

void closing_totals(struct page *p, const redline_tally *tally)
{
	struct buf line = {0};
	add_totals(&line, tally);
	p->failed |= line.failed;
	if (line.len) {
		page_gap(p);
		flow_begin(&p->flow, &p->out, p->style, 0, 0);
		flow_bytes(&p->flow, INK_PLAIN, buf_view(&line));
		flow_end(&p->flow);
		p->gap = false;
	}
	buf_release(&line);
}
