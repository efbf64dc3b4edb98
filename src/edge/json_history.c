/*
 * json_history.c -- the history of a paragraph, and who brought in each word, as
 * JSON arrays; see redline-history(1) and redline-blame(1) for their members.
 *
 * An element is built, printed on lines of its own and let go, so that memory
 * follows the largest of them.
 */
#include <redline/history.h>

#include "edge/credit.h"
#include "edge/excerpt.h"
#include "edge/json.h"

struct printing {
	struct writer w;
	struct out out;
	bool some; /* an element stands before */
	redline_status status;
};

static void begin(struct printing *p, redline_sink *sink, void *context)
{
	*p = (struct printing){.status = REDLINE_OK};
	out_begin(&p->out, sink, context);
	out_char(&p->out, '[');
}

static void print_element(struct printing *p, json_t *value)
{
	out_text(&p->out, p->some ? ",\n  " : "\n  ");
	json_print(&p->w, &p->out, value);
	p->some = true;
}

static redline_status end(struct printing *p)
{
	out_text(&p->out, p->some ? "\n]\n" : "]\n");
	redline_status const written = out_finish(&p->out);
	if (p->status != REDLINE_OK)
		return p->status;
	return p->w.failed ? REDLINE_NO_MEMORY : written;
}

static void put_buf(struct writer *w, json_t *it, const char *key, struct buf *b)
{
	w->failed |= b->failed;
	put_text(w, it, key, buf_view(b));
	buf_release(b);
}

static void put_revision(struct writer *w, json_t *it, const redline_revision *r)
{
	struct buf date = {0};
	put_name(w, it, "revision", r->id.text);
	if (r->label.len)
		put_text(w, it, "revision_label", r->label);
	put_text(w, it, "author", r->author.name);
	credit_time(&date, &r->author);
	put_buf(w, it, "date", &date);
}

/* ---- the history ---- */

static json_t *changes_value(struct printing *p, const redline_history_entry *entry)
{
	struct excerpt e;
	json_t *list = json_array();
	redline_status const status = excerpt_open(&e, entry->old_text, entry->text);
	for (uint32_t i = 0; status == REDLINE_OK && i < e.count; i++) {
		const redline_op *op = &e.ops[i];
		if (op->kind == REDLINE_KEEP || op->kind == REDLINE_ALIKE)
			continue;
		json_t *change = json_object();
		put_text(&p->w, change, "old", bytes_in(entry->old_text, op->old));
		put_text(&p->w, change, "new", bytes_in(entry->text, op->now));
		push(&p->w, list, change);
	}
	excerpt_release(&e);
	if (status != REDLINE_OK && p->status == REDLINE_OK)
		p->status = status;
	return list;
}

static void put_place(struct writer *w, json_t *it, const redline_history_entry *entry)
{
	put_text(w, it, "label", entry->number);
	if (entry->renumbered || !entry->number.len)
		put_text(w, it, "old_label", entry->old_number);
	put_text(w, it, "section", entry->section);
	if (!bytes_equal(entry->section, entry->old_section))
		put_text(w, it, "old_section", entry->old_section);
	put_text(w, it, "path", entry->path);
}

static json_t *entry_value(struct printing *p, const redline_history_entry *entry)
{
	json_t *it = json_object();
	put_revision(&p->w, it, entry->revision);
	put_place(&p->w, it, entry);
	put_name(&p->w, it, "kind", redline_event_name(entry->kind));
	put(&p->w, it, "edited", json_boolean(entry->edited));
	put_text(&p->w, it, "reason", credit_why(entry->revision));
	put_text(&p->w, it, "old", entry->old_text);
	put_text(&p->w, it, "new", entry->text);
	put(&p->w, it, "changes", changes_value(p, entry));
	if (entry->returned)
		put_number(&p->w, it, "returned", entry->returned);
	if (entry->returned && entry->struck)
		put_name(&p->w, it, "struck", entry->struck->id.text);
	return it;
}

redline_status redline_write_history_json(const redline_history *history, redline_sink *sink,
                                          void *context)
{
	struct printing p;
	begin(&p, sink, context);
	for (uint32_t i = 0; i < history->count && !p.w.failed && !p.out.failed; i++)
		print_element(&p, entry_value(&p, &history->entries[i]));
	return end(&p);
}

/* ---- who brought in each word ---- */

redline_status redline_write_blame_json(const redline_blame *blame, redline_sink *sink,
                                        void *context)
{
	struct printing p;
	begin(&p, sink, context);
	for (uint32_t i = 0; i < blame->count && !p.w.failed && !p.out.failed; i++) {
		const redline_blame_run *run = &blame->runs[i];
		json_t *it = json_object();
		put_text(&p.w, it, "text", bytes_in(blame->text, run->range));
		put_revision(&p.w, it, blame->revisions[run->revision]);
		if (run->returned)
			put(&p.w, it, "returned", json_true());
		print_element(&p, it);
	}
	return end(&p);
}
