/*
 * tag.c -- redline tag [NAME [REVISION]]
 */
#include <string.h>

#include "store.h"

/* ---- listing ---- */

struct listing {
	redline_store *store;
	struct print *p;
	uint32_t count;
	redline_status status;
	redline_trouble why;
};

static void print_tag(struct print *p, const char *name, const redline_revision *r)
{
	print_colored(p, PRINT_LABEL, (redline_bytes){name, strlen(name)});
	print_text(p, "  ");
	print_day(p, &r->author);
	print_text(p, "  ");
	print_colored(p, PRINT_ID, (redline_bytes){r->id.text, ID_SHORT});
	print_text(p, "  ");
	print_safe(p, r->subject);
	print_text(p, "\n");
}

static void print_tag_json(struct print *p, const char *name, const redline_revision *r, bool first)
{
	print_text(p, first ? "[\n{" : ",\n{");
	print_member(p, "name", (redline_bytes){name, strlen(name)}, true);
	print_member(p, "revision", (redline_bytes){r->id.text, strlen(r->id.text)}, false);
	print_member(p, "author", r->author.name, false);
	print_member_date(p, "date", &r->author);
	print_member(p, "subject", r->subject, false);
	print_text(p, "}");
}

static bool list_one(void *context, const char *name, const redline_id *revision)
{
	struct listing *l = context;
	redline_revision *r;
	l->status = redline_store_revision(l->store, revision, &r, &l->why);
	if (l->status != REDLINE_OK)
		return false;
	if (l->p->out.format == FORMAT_JSON)
		print_tag_json(l->p, name, r, l->count == 0);
	else
		print_tag(l->p, name, r);
	l->count++;
	redline_revision_free(r);
	return l->p->status == REDLINE_OK;
}

static int list(redline_store *store, const struct settings *s)
{
	struct print p;
	struct listing l = {.store = store, .p = &p};
	redline_trouble why = {{0}};
	if (!print_open(&p, s))
		return TROUBLE;
	redline_status const status = redline_store_tags(store, list_one, &l, &why);
	if (p.out.format == FORMAT_JSON)
		print_text(&p, l.count ? "\n]\n" : "[]\n");
	int const closed = print_close(&p, DONE);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	return l.status == REDLINE_OK ? closed : say_trouble(NULL, l.status, &l.why);
}

/* ---- making one ---- */

static int say_named(const struct settings *s, const redline_id *revision)
{
	struct print p;
	print_open_line(&p, s);
	print_colored(&p, PRINT_ID, (redline_bytes){revision->text, ID_SHORT});
	print_text(&p, " is now called ");
	print_name(&p, s->files[0]);
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int make(redline_store *store, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_id revision;
	const char *name = s->file_count > 1 ? s->files[1] : "HEAD";
	const char *message = s->message ? s->message : "";
	redline_status status = redline_store_resolve(store, name, &revision, &why);
	if (status == REDLINE_OK)
		status = redline_store_tag(store, s->files[0], &revision,
		                           (redline_bytes){message, strlen(message)}, NULL, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	return s->quiet ? DONE : say_named(s, &revision);
}

static int run(const struct settings *s)
{
	if (s->file_count > 2)
		return say_usage(&tag_command, "a name and a revision are enough; there is also",
		                 s->files[2]);
	if (!s->file_count && s->message)
		return say_usage(&tag_command, "-m is the message of a name, and there is none", NULL);
	certificates_skip();
	redline_store *store = store_open(".");
	if (!store)
		return TROUBLE;
	int const status = s->file_count ? make(store, s) : list(store, s);
	redline_store_free(store);
	return status;
}

const struct command tag_command = {
	.name = "tag",
	.operands = "[NAME [REVISION]]",
	.about = "Names a revision for good, the last one if none is given: any name will do,\n"
	         "A/AC.290/2021/L.1/Rev.1 beside A/AC.290/2021/L.1, too.  It is an annotated tag\n"
	         "of git.  Without a name, lists them all.\n",
	.statuses = "0 done, 2 trouble",
	.terminal = "name, date, revision, and what it is about",
	.bit = FOR_TAG,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
