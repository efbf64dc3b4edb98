/*
 * log.c -- redline log [DRAFT]
 */
#include <stdio.h>
#include <string.h>

#include "store.h"

/* ---- a revision, for a person ---- */

static bool has_key(const redline_trailer *t, const char *key)
{
	return t->key.len == strlen(key) && memcmp(t->key.ptr, key, t->key.len) == 0;
}

/* "because ...": every value of a key. */
static void print_trailers(struct print *p, const redline_revision *r, const char *key,
                           const char *lead)
{
	for (uint32_t i = 0; i < r->trailer_count; i++) {
		if (has_key(&r->trailers[i], key))
			print_wrapped(p, lead, r->trailers[i].value);
	}
}

static void print_for_person(struct print *p, const redline_revision *r, bool first)
{
	print_text(p, first ? "" : "\n");
	print_revision(p, r);
	print_text(p, "\n");
	print_wrapped(p, "", r->subject);
	print_trailers(p, r, "Reason", "because ");
	print_trailers(p, r, "Supported-by", "supported by ");
}

/* ---- for a program ---- */

static void print_for_program(struct print *p, const redline_revision *r, bool first)
{
	print_text(p, first ? "[\n{" : ",\n{");
	print_member(p, "revision", (redline_bytes){r->id.text, strlen(r->id.text)}, true);
	print_member(p, "label", r->label, false);
	print_member(p, "author", r->author.name, false);
	print_member(p, "email", r->author.email, false);
	print_member_date(p, "date", &r->author);
	print_member(p, "recorder", r->committer.name, false);
	print_member_date(p, "recorded", &r->committer);
	print_member(p, "subject", r->subject, false);
	print_member(p, "body", r->body, false);
	print_text(p, ", \"trailers\": [");
	for (uint32_t i = 0; i < r->trailer_count; i++) {
		print_text(p, i ? ", {" : "{");
		print_member(p, "key", r->trailers[i].key, true);
		print_member(p, "value", r->trailers[i].value, false);
		print_text(p, "}");
	}
	print_text(p, "], \"parents\": ");
	char count[16];
	(void)snprintf(count, sizeof count, "%u}", (unsigned)r->parent_count);
	print_text(p, count);
}

/* ---- all of them ---- */

static redline_status print_log(struct print *p, redline_log *log, uint32_t limit,
                                uint32_t *count, redline_trouble *why)
{
	bool const is_json = p->out.format == FORMAT_JSON;
	redline_status status = REDLINE_OK;
	uint32_t shown = 0;
	while (status == REDLINE_OK && p->status == REDLINE_OK && (!limit || shown < limit)) {
		redline_revision *r;
		status = redline_log_next(log, &r, why);
		if (status != REDLINE_OK || !r)
			break;
		(is_json ? print_for_program : print_for_person)(p, r, shown++ == 0);
		redline_revision_free(r);
	}
	if (is_json)
		print_text(p, shown ? "\n]\n" : "[]\n");
	*count = shown;
	return status;
}

/* Somebody may have meant a revision, not a draft. */
static int say_none(redline_store *store, const char *draft)
{
	redline_trouble ignored;
	redline_id id;
	bool const is_revision = redline_store_resolve(store, draft, &id, &ignored) == REDLINE_OK;
	say(draft, is_revision ? "no revision has a draft of this name; to begin at a revision, use --at"
	                       : "no revision has a draft of this name");
	return TROUBLE;
}

static int log_from(redline_store *store, const redline_id *from, const char *path,
                    const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_log *log;
	struct print p;
	uint32_t shown = 0;
	redline_status status = redline_log_begin(&log, store, from, path, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	if (!print_open(&p, s)) {
		redline_log_free(log);
		return TROUBLE;
	}
	status = print_log(&p, log, s->limit, &shown, &why);
	redline_log_free(log);
	int const closed = print_close(&p, DONE); /* what was read is shown, whatever came then */
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	return shown || !path || closed != DONE ? closed : say_none(store, s->files[0]);
}

static int list(redline_store *store, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_id from;
	redline_path path;
	const char *draft = s->file_count ? s->files[0] : NULL;
	redline_status status = redline_store_resolve(store, s->at ? s->at : "HEAD", &from, &why);
	if (status == REDLINE_OK && draft)
		status = redline_store_path(store, draft, &path, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	return log_from(store, &from, draft ? path.text : NULL, s);
}

static int run(const struct settings *s)
{
	if (s->file_count > 1)
		return say_usage(&log_command, "one draft is enough; there is another", s->files[1]);
	certificates_skip();
	redline_store *store = store_open(s->file_count ? s->files[0] : ".");
	if (!store)
		return TROUBLE;
	int const status = list(store, s);
	redline_store_free(store);
	return status;
}

const struct command log_command = {
	.name = "log",
	.operands = "[DRAFT]",
	.about = "Lists the revisions, newest first; with DRAFT only those in which that draft\n"
	         "changed, under whatever name it had.  --at REVISION begins at that one.\n",
	.statuses = "0 done, 2 trouble",
	.terminal = "when, who, which revision; what it is about, and why",
	.bit = FOR_LOG,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
