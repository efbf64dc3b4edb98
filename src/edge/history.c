/*
 * history.c -- the history of a paragraph, for a person at a terminal.
 *
 *     59  2020-11-18  Japan  9f2c1e7  edited      each country probably will ...
 *         ... benefit from [-establishing-]{+enhancing+} national coordination ...
 *     59  2020-10-02  Chair  41ab003  renumbered  58 became 59
 *
 * One row a revision, in columns as wide as their widest member; what does not
 * fit at its end goes on in lines of its own, under the column.  Below it the
 * redline of what changed.  One pass, after one that measures.
 */
#include <redline/history.h>

#include "base/bytes.h"
#include "edge/credit.h"
#include "edge/excerpt.h"
#include "edge/phrase.h"

enum {
	WHO_MOST = 24,     /* columns of a name */
	NUMBER_MOST = 16,
	ID_MOST = 24,
	TEXT_LINES = 3,    /* of a text that is new or gone as a whole */
	WHY_LEAST = 32,    /* columns left for what takes several lines, else it begins a
	                      line of its own */
};

struct columns {
	size_t number, day, who, id, kind;
};

struct display {
	struct page page;
	struct columns columns;
	bool stat;
	redline_status status; /* the first that was not REDLINE_OK */
};

/* ---- columns ---- */

static void widen(size_t *column, size_t width, size_t most)
{
	width = width < most ? width : most;
	*column = width > *column ? width : *column;
}

static void measure(struct display *d, const redline_history *h)
{
	for (uint32_t i = 0; i < h->count; i++) {
		const redline_history_entry *it = &h->entries[i];
		struct buf day = {0}, id = {0};
		credit_day(&day, &it->revision->author);
		credit_id(&id, it->revision);
		widen(&d->columns.number, safe_width(it->number.len ? it->number : it->old_number),
		      NUMBER_MOST);
		widen(&d->columns.day, day.len, NUMBER_MOST);
		widen(&d->columns.who, safe_width(credit_who(it->revision)), WHO_MOST);
		widen(&d->columns.id, safe_width(buf_view(&id)), ID_MOST);
		widen(&d->columns.kind, strlen(redline_event_name(it->kind)), NUMBER_MOST);
		d->page.failed |= day.failed || id.failed;
		buf_release(&day);
		buf_release(&id);
	}
}

/* ---- what is said of an entry ---- */

static void add_renumbering(struct buf *b, const redline_history_entry *it)
{
	if (!it->renumbered || !it->old_number.len || !it->number.len)
		return;
	buf_bytes(b, it->old_number);
	buf_text(b, " became ");
	buf_bytes(b, it->number);
}

static void add_sections(struct buf *b, const redline_history_entry *it)
{
	if (bytes_equal(it->section, it->old_section))
		return;
	if (it->old_section.len) {
		buf_text(b, "from ");
		phrase_quoted(b, it->old_section);
	}
	if (it->section.len) {
		buf_text(b, b->len && it->old_section.len ? " to " : "to ");
		phrase_quoted(b, it->section);
	}
}

static void join(struct buf *b, redline_bytes more)
{
	if (b->len && more.len)
		buf_text(b, "; ");
	buf_bytes(b, more);
}

static void add_count(struct buf *b, uint32_t words)
{
	buf_printf(b, "%u %s", (unsigned)words, words == 1 ? "word" : "words");
}

/* Of a text that is back as a whole only with `stat`: the row of its deletion is near. */
static void add_returned(const struct display *d, struct buf *b, const redline_history_entry *it)
{
	bool const whole = it->kind == REDLINE_REINTRODUCED;
	if (!it->returned || (whole && !d->stat))
		return;
	buf_text(b, b->len ? "; " : "");
	add_count(b, it->returned);
	buf_text(b, it->returned == 1 ? " is back" : " are back");
	if (!it->struck || whole)
		return;
	buf_text(b, ", struck by ");
	buf_bytes(b, credit_who(it->struck));
	buf_text(b, " in ");
	credit_id(b, it->struck);
}

static void add_words(struct display *d, struct buf *b, const redline_history_entry *it)
{
	struct excerpt e;
	redline_tally t = {0};
	redline_status status = excerpt_open(&e, it->old_text, it->text);
	if (status == REDLINE_OK)
		status = redline_comparison_tally(e.comparison, &t);
	excerpt_release(&e);
	if (status != REDLINE_OK && d->status == REDLINE_OK)
		d->status = status;
	if ((!it->edited && it->old_text.len && it->text.len) || !(t.inserted || t.deleted))
		return;
	buf_text(b, b->len ? "; " : "");
	add_count(b, t.inserted);
	buf_printf(b, " in, %u out", (unsigned)t.deleted);
}

/* Facts first, then the reason; with `stat` the numbers of words instead. */
static void add_remarks(struct display *d, struct buf *b, const redline_history_entry *it)
{
	struct buf sections = {0};
	add_renumbering(b, it);
	if (it->kind == REDLINE_MOVED)
		add_sections(&sections, it);
	join(b, buf_view(&sections));
	b->failed |= sections.failed;
	buf_release(&sections);
	add_returned(d, b, it);
	if (d->stat)
		add_words(d, b, it);
	else
		join(b, credit_why(it->revision));
}

/* ---- an entry ---- */

/* The last cells: the kind, and the remarks beside it or, for want of room, below. */
static void put_kind(struct display *d, size_t column, redline_bytes kind, redline_bytes remarks)
{
	const redline_style *style = d->page.style;
	struct flow *f = &d->page.flow;
	size_t const beside = column + d->columns.kind + PAGE_GAP;
	size_t const left = style->width > beside ? style->width - beside : 0;
	bool const fits = !style->width || left >= WHY_LEAST || left >= safe_width(remarks);
	flow_resume(f, &d->page.out, style, (uint32_t)column, PAGE_INDENT);
	flow_bytes(f, INK_NOTE, kind);
	flow_part(f);
	if (remarks.len && !fits) {
		flow_break(f);
	} else if (remarks.len) {
		flow_gap(f, (uint32_t)(d->columns.kind - kind.len) + PAGE_GAP);
		f->indent = (uint32_t)beside;
	}
	flow_bytes(f, INK_PLAIN, remarks);
	flow_end(f);
}

static void put_row(struct display *d, const redline_history_entry *it)
{
	struct buf day = {0}, id = {0}, remarks = {0};
	credit_day(&day, &it->revision->author);
	credit_id(&id, it->revision);
	add_remarks(d, &remarks, it);
	size_t column = page_cell(&d->page, INK_BOLD, it->number.len ? it->number : it->old_number,
	                         d->columns.number);
	column += page_cell(&d->page, INK_PLAIN, buf_view(&day), d->columns.day);
	column += page_cell(&d->page, INK_PLAIN, credit_who(it->revision), d->columns.who);
	column += page_cell(&d->page, INK_WARNING, buf_view(&id), d->columns.id);
	put_kind(d, column, bytes_of(redline_event_name(it->kind)), buf_view(&remarks));
	d->page.failed |= day.failed || id.failed || remarks.failed;
	buf_release(&day);
	buf_release(&id);
	buf_release(&remarks);
}

static void put_redline(struct display *d, const redline_history_entry *it)
{
	struct excerpt e;
	redline_status const status = excerpt_open(&e, it->old_text, it->text);
	if (status == REDLINE_OK && excerpt_has_change(&e))
		excerpt_put(&d->page, &e, d->page.style->full, it->kind != REDLINE_SPLIT_OFF);
	else if (status != REDLINE_OK && d->status == REDLINE_OK)
		d->status = status;
	excerpt_release(&e);
}

static redline_bytes words_of(redline_bytes text)
{
	return bytes_in(text, range_trim(text, (redline_range){0, (uint32_t)text.len}));
}

static void put_text(struct display *d, const redline_history_entry *it)
{
	uint32_t const lines = d->page.style->full ? 0 : TEXT_LINES;
	redline_bytes const old = words_of(it->old_text), now = words_of(it->text);
	if (old.len && (it->kind == REDLINE_REPLACED || it->kind == REDLINE_DELETED))
		excerpt_text(&d->page, INK_GONE, old, lines);
	if (now.len)
		excerpt_text(&d->page, it->kind == REDLINE_REINTRODUCED ? INK_MOVED : INK_COME, now, lines);
}

static void put_entry(struct display *d, const redline_history_entry *it)
{
	put_row(d, it);
	if (d->stat)
		return;
	bool const whole = it->kind == REDLINE_CREATED || it->kind == REDLINE_REPLACED ||
	                   it->kind == REDLINE_DELETED ||
	                   (it->kind == REDLINE_REINTRODUCED && !it->old_text.len);
	if (whole)
		put_text(d, it);
	else if (it->edited || it->kind == REDLINE_MERGED_IN || it->kind == REDLINE_SPLIT_OFF)
		put_redline(d, it);
}

redline_status redline_write_history(const redline_history *history, bool stat,
                                     const redline_style *style, redline_sink *sink,
                                     void *context)
{
	struct display d = {.stat = stat, .status = REDLINE_OK};
	page_open(&d.page, style, sink, context);
	measure(&d, history);
	for (uint32_t i = 0; i < history->count && !d.page.out.failed; i++)
		put_entry(&d, &history->entries[i]);
	redline_status const written = out_finish(&d.page.out);
	if (d.page.failed)
		return REDLINE_NO_MEMORY;
	return d.status != REDLINE_OK ? d.status : written;
}

const char *redline_event_name(redline_event event)
{
	static const char *const names[] = {
		[REDLINE_CREATED] = "created",       [REDLINE_EDITED] = "edited",
		[REDLINE_RENUMBERED] = "renumbered", [REDLINE_MOVED] = "moved",
		[REDLINE_SPLIT_OFF] = "split",       [REDLINE_MERGED_IN] = "merged",
		[REDLINE_REINTRODUCED] = "reintroduced",
		[REDLINE_REPLACED] = "replaced",     [REDLINE_DELETED] = "deleted",
	};
	return names[event];
}
