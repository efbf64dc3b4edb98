/*
 * status.c -- redline status
 */
#include <stdio.h>
#include <string.h>

#include "store.h"

static const char *const states[] = {
	[REDLINE_DRAFT_SAVED] = "saved",
	[REDLINE_DRAFT_CHANGED] = "changed",
	[REDLINE_DRAFT_NEW] = "new",
	[REDLINE_DRAFT_MISSING] = "missing",
};

static redline_bytes bytes_of(const char *text)
{
	return (redline_bytes){text, strlen(text)};
}

static void print_number(struct print *p, uint32_t n)
{
	char digits[16];
	(void)snprintf(digits, sizeof digits, "%u", (unsigned)n);
	print_text(p, digits);
}

/* ---- where the store stands ---- */

/* "2 revisions to push, 1 to pull (origin/main)" */
static void print_remote(struct print *p, const redline_standing *at)
{
	if (!at->ahead && !at->behind)
		print_text(p, "As ");
	if (at->ahead) {
		print_number(p, at->ahead);
		print_text(p, at->ahead == 1 ? " revision to push" : " revisions to push");
	}
	print_text(p, at->ahead && at->behind ? ", " : "");
	if (at->behind) {
		print_number(p, at->behind);
		print_text(p, at->ahead ? " to pull" : at->behind == 1 ? " revision to pull"
		                                                       : " revisions to pull");
	}
	print_text(p, at->ahead || at->behind ? " (" : "");
	print_name(p, at->remote_branch);
	print_text(p, at->ahead || at->behind ? ")\n" : "\n");
}

static void print_standing(struct print *p, const redline_standing *at,
                           const redline_revision *head)
{
	print_text(p, at->branch[0] ? "On " : "On no branch");
	print_name(p, at->branch);
	if (!head) {
		print_text(p, "; nothing has been saved yet\n");
	} else {
		print_text(p, ": ");
		print_revision(p, head);
		print_text(p, "\n");
	}
	if (at->tracks)
		print_remote(p, at);
}

static void print_standing_json(struct print *p, const redline_standing *at,
                                const redline_revision *head)
{
	print_text(p, "{\n");
	print_member(p, "branch", bytes_of(at->branch), true);
	if (head) {
		print_member(p, "revision", bytes_of(head->id.text), false);
		print_member(p, "label", head->label, false);
	}
	print_text(p, at->bare ? ", \"bare\": true" : ", \"bare\": false");
	if (at->tracks) {
		print_text(p, ",\n\"remote\": {");
		print_member(p, "branch", bytes_of(at->remote_branch), true);
		print_text(p, ", \"ahead\": ");
		print_number(p, at->ahead);
		print_text(p, ", \"behind\": ");
		print_number(p, at->behind);
		print_text(p, "}");
	}
	print_text(p, ",\n\"drafts\": [");
}

/* ---- the drafts ---- */

struct listing {
	struct print *p;
	uint32_t seen, shown;
};

static bool list_draft(void *context, const char *path, redline_draft_state state)
{
	struct listing *l = context;
	struct print *p = l->p;
	l->seen++;
	if (p->out.format == FORMAT_JSON) {
		print_text(p, l->shown++ ? ",\n  {" : "\n  {");
		print_member(p, "path", bytes_of(path), true);
		print_member(p, "state", bytes_of(states[state]), false);
		print_text(p, "}");
	} else if (state != REDLINE_DRAFT_SAVED) {
		char left[32];
		(void)snprintf(left, sizeof left, "  %-9s", states[state]);
		print_text(p, left);
		print_name(p, path);
		print_text(p, "\n");
		l->shown++;
	}
	return p->status == REDLINE_OK;
}

static redline_status print_drafts(struct print *p, redline_store *store, bool bare,
                                   redline_trouble *why)
{
	struct listing l = {.p = p};
	redline_status const status = bare ? REDLINE_OK
	                                   : redline_store_drafts(store, list_draft, &l, why);
	if (p->out.format == FORMAT_JSON)
		print_text(p, l.shown ? "\n]\n}\n" : "]\n}\n");
	else if (status == REDLINE_OK && !bare && !l.shown)
		print_text(p, l.seen ? "Every draft is saved.\n" : "There is no draft here.\n");
	return status;
}

static int report(redline_store *store, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_standing at;
	redline_revision *head = NULL;
	struct print p;
	redline_status status = redline_store_standing(store, &at, &why);
	if (status == REDLINE_OK && !at.empty)
		status = redline_store_revision(store, &at.head, &head, &why);
	if (status != REDLINE_OK)
		return say_trouble(NULL, status, &why);
	bool const opened = print_open(&p, s);
	if (opened) {
		(p.out.format == FORMAT_JSON ? print_standing_json : print_standing)(&p, &at, head);
		status = print_drafts(&p, store, at.bare, &why);
	}
	redline_revision_free(head);
	int const closed = opened ? print_close(&p, DONE) : TROUBLE;
	return status == REDLINE_OK ? closed : say_trouble(NULL, status, &why);
}

static int run(const struct settings *s)
{
	if (s->file_count)
		return say_usage(&status_command, "status takes no operand; there is", s->files[0]);
	certificates_skip();
	redline_store *store = store_open(".");
	if (!store)
		return TROUBLE;
	int const status = report(store, s);
	redline_store_free(store);
	return status;
}

const struct command status_command = {
	.name = "status",
	.operands = "",
	.about = "Says which branch and revision the store is at, which drafts have changed since,\n"
	         "and what there is to push and to pull, as of the last time.\n",
	.statuses = "0 done, 2 trouble",
	.terminal = "the branch, and the drafts that are not saved",
	.bit = FOR_STATUS,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
