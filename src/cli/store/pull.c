/*
 * pull.c -- redline pull [REMOTE [BRANCH]]
 */
#include <stdio.h>
#include <string.h>

#include <redline/share.h>

#include "progress.h"
#include "store.h"

/* ---- conflicts ---- */

/* Long passages are cut: the drafts have them. */
static void print_words(struct print *p, redline_bytes words)
{
	enum { MOST = 160 };
	if (!words.len) {
		print_text(p, "nothing");
		return;
	}
	bool const cut = words.len > MOST;
	while (cut && words.len > MOST)
		words.len = MOST;
	while (cut && words.len && ((unsigned char)words.ptr[words.len] & 0xC0) == 0x80)
		words.len--;
	print_text(p, "\"");
	for (size_t i = 0, end; i < words.len; i = end) { /* lines are joined */
		for (end = i; end < words.len && words.ptr[end] != '\n' && words.ptr[end] != '\r';)
			end++;
		print_safe(p, (redline_bytes){words.ptr + i, end - i});
		while (end < words.len && (words.ptr[end] == '\n' || words.ptr[end] == '\r'))
			end++;
		if (end < words.len)
			print_text(p, " ");
	}
	print_text(p, cut ? " ...\"" : "\"");
}

static void print_side(struct print *p, redline_bytes proposer, const char *side,
                       redline_bytes words)
{
	print_text(p, "    ");
	if (proposer.len)
		print_safe(p, proposer);
	else
		print_text(p, "somebody");
	print_text(p, side);
	print_words(p, words);
	print_text(p, "\n");
}

static void print_contest(struct print *p, const redline_contest *it)
{
	bool const whole = !it->base.len && !it->ours.len && !it->theirs.len;
	print_safe(p, it->path);
	if (it->number.len) {
		print_text(p, ", ");
		print_safe(p, it->number);
	}
	if (whole) {
		print_text(p, ": changed on one side, and deleted, renamed or changed otherwise on "
		              "the other\n");
		return;
	}
	print_text(p, ": ");
	print_words(p, it->base);
	print_text(p, it->base.len ? " became\n" : ", where there came\n");
	print_side(p, it->our_proposer, " (here): ", it->ours);
	print_side(p, it->their_proposer, " (there): ", it->theirs);
}

static void print_person(struct print *p, const char *key, redline_bytes name,
                         redline_bytes words)
{
	print_text(p, ", \"");
	print_text(p, key);
	print_text(p, "\": {");
	print_member(p, "proposer", name, true);
	print_member(p, "text", words, false);
	print_text(p, "}");
}

static void print_contest_json(struct print *p, const redline_contest *it)
{
	print_text(p, "{");
	print_member(p, "path", it->path, true);
	print_member(p, "number", it->number, false);
	print_member(p, "base", it->base, false);
	print_person(p, "ours", it->our_proposer, it->ours);
	print_person(p, "theirs", it->their_proposer, it->theirs);
	print_text(p, "}");
}

static int say_conflicts(const struct settings *s, const redline_shared *shared)
{
	struct print p;
	if (!print_open(&p, s))
		return TROUBLE;
	bool const json = p.out.format == FORMAT_JSON;
	print_text(&p, json ? "[" : "");
	for (uint32_t i = 0; i < shared->contest_count; i++) {
		print_text(&p, json && i ? ",\n" : "");
		if (json)
			print_contest_json(&p, &shared->contests[i]);
		else
			print_contest(&p, &shared->contests[i]);
	}
	print_text(&p, json ? "]\n" : "");
	return print_close(&p, NOT_ALL_DONE);
}

/* ---- what was done ---- */

static int say_pulled(const struct settings *s, const redline_shared *shared)
{
	char received[64];
	struct print p;
	print_open_line(&p, s);
	(void)snprintf(received, sizeof received, "received %u revision%s; ",
	               (unsigned)shared->received, shared->received == 1 ? "" : "s");
	print_text(&p, shared->received ? received : "nothing new; ");
	print_text(&p, shared->merged ? "merged with ours as " : "now at ");
	print_colored(&p, PRINT_ID, (redline_bytes){shared->tip.text, ID_SHORT});
	print_text(&p, "\n");
	return print_close(&p, DONE);
}

static int pull(redline_store *store, const struct settings *s)
{
	redline_trouble why = {{0}};
	redline_shared *shared = NULL;
	struct progress bar;
	redline_sharing const sharing = {
		.remote = s->file_count > 0 ? s->files[0] : NULL,
		.branch = s->file_count > 1 ? s->files[1] : NULL,
		.progress = progress_step,
		.context = &bar,
	};
	int said = DONE;
	progress_begin(&bar, "fetching", s);
	redline_status const status = redline_store_pull(store, &sharing, &shared, &why);
	progress_end(&bar);
	if (status != REDLINE_OK)
		(void)say_trouble(NULL, status, &why);
	if (status == REDLINE_CONFLICTING)
		said = say_conflicts(s, shared);
	else if (status != REDLINE_OK)
		said = TROUBLE;
	else if (!s->quiet)
		said = say_pulled(s, shared);
	redline_shared_free(shared);
	return said;
}

static int run(const struct settings *s)
{
	if (s->file_count > 2)
		return say_usage(&pull_command, "a remote and a branch are enough; there is also",
		                 s->files[2]);
	redline_store *store = store_open(".");
	if (!store)
		return TROUBLE;
	int const status = pull(store, s);
	redline_store_free(store);
	return status;
}

const struct command pull_command = {
	.name = "pull",
	.operands = "[REMOTE [BRANCH]]",
	.about = "Fetches the revisions of a branch from another store and brings ours up to it.\n"
	         "If both have new work, drafts are merged word by word.  Where both changed the\n"
	         "same words, nothing is changed, and it is said who disagrees on what.\n",
	.statuses = "0 done, 1 conflicts, 2 trouble",
	.terminal = "who disagrees on what",
	.bit = FOR_PULL,
	.formats = 1u << FORMAT_TERMINAL | 1u << FORMAT_JSON,
	.run = run,
};
