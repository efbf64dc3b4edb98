/* negotiation_score.c -- see negotiation_score.h. */
#define _POSIX_C_SOURCE 200809L

#include "negotiation_score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- making the repository ---- */

static bool put_file(void *file, const char *ptr, size_t len)
{
	return fwrite(ptr, 1, len, file) == len;
}

bool negotiation_import(struct negotiation *n, uint32_t revisions, const char *folder)
{
	char command[600];
	(void)snprintf(command, sizeof command,
	               "git init -q --bare -b main '%s' && git -C '%s' fast-import --quiet", folder,
	               folder);
	FILE *git = popen(command, "w");
	bool const ok = git && negotiation_export(n, revisions, put_file, git);
	return git && pclose(git) == 0 && ok;
}

/* ---- scoring ---- */

/* "Revision 17" */
static uint32_t number_of(const redline_revision *revision)
{
	char subject[32] = "";
	size_t const len = revision->subject.len < sizeof subject - 1 ? revision->subject.len
	                                                              : sizeof subject - 1;
	memcpy(subject, revision->subject.ptr, len);
	return (uint32_t)strtoul(subject + strcspn(subject, "0123456789"), NULL, 10);
}

static void add(struct share *s, bool right)
{
	s->right += right;
	s->of++;
}

static const redline_blame_run *run_at(const redline_blame *b, uint32_t at, uint32_t *from)
{
	while (*from + 1 < b->count && b->runs[*from].range.end <= at)
		++*from;
	return &b->runs[*from];
}

static uint32_t next_word(redline_bytes text, uint32_t at)
{
	while (at < text.len && strchr(" \n\t", text.ptr[at]))
		at++;
	return at;
}

static uint32_t word_end(redline_bytes text, uint32_t at)
{
	while (at < text.len && !strchr(" \n\t", text.ptr[at]))
		at++;
	return at;
}

/* Word by word: the text as printed has as many as the truth, and a label before them. */
static void score_words(struct negotiation_score *s, const struct clause *truth, const redline_blame *b)
{
	uint32_t at = word_end(b->text, next_word(b->text, 0)), run = 0;
	for (size_t i = 0; i < truth->words.len; i++) {
		const struct spoken *word = &truth->words.at[i];
		at = next_word(b->text, at);
		const redline_blame_run *it = b->count ? run_at(b, at, &run) : NULL;
		bool const right = it && number_of(b->revisions[it->revision]) == word->origin;
		add(&s->words, right);
		if (word->returned)
			add(&s->returned, it && it->returned);
		at = word_end(b->text, at);
	}
}

static void show_wrong(struct negotiation_score *s, uint32_t number, const struct clause *truth,
                       const redline_history *h)
{
	if (!s->to_show)
		return;
	s->to_show--;
	printf("paragraph %u: born in %u, last touched in %u; found:", (unsigned)number,
	       (unsigned)truth->born, (unsigned)truth->touched);
	for (uint32_t i = 0; i < h->count; i++)
		printf(" %s %u", redline_event_name(h->entries[i].kind),
		       (unsigned)number_of(h->entries[i].revision));
	printf("\n");
}

static bool is_change(const redline_history_entry *it)
{
	return it->edited || it->kind == REDLINE_SPLIT_OFF || it->kind == REDLINE_MERGED_IN ||
	       it->kind == REDLINE_REINTRODUCED || it->kind == REDLINE_CREATED;
}

static void score_history(struct negotiation_score *s, uint32_t number, const struct clause *truth,
                          const redline_history *h)
{
	const redline_history_entry *first = h->count ? &h->entries[h->count - 1] : NULL;
	uint32_t newest = 0;
	while (newest + 1 < h->count && !is_change(&h->entries[newest]))
		newest++;
	uint32_t const born = first ? number_of(first->revision) : UINT32_MAX;
	bool const right = born == truth->born || born == truth->also_born;
	add(&s->origins, right);
	add(&s->last_changes, h->count && number_of(h->entries[newest].revision) == truth->touched);
	if (!right)
		show_wrong(s, number, truth, h);
}

bool negotiation_ask(struct negotiation_score *s, redline_store *store,
                     const struct negotiation *n, uint32_t i)
{
	char number[16];
	redline_trouble why;
	redline_blame *blame = NULL;
	redline_history *history = NULL;
	(void)snprintf(number, sizeof number, "%u", (unsigned)i + 1);
	redline_history_query const query = {
		.draft = "draft.md", .paragraph = {number, strlen(number)},
	};
	bool ok = redline_blame_find(&blame, store, &query, &why) == REDLINE_OK &&
	          redline_history_find(&history, store, &query, &why) == REDLINE_OK;
	if (ok) {
		score_words(s, &n->paragraphs[i], blame);
		score_history(s, i + 1, &n->paragraphs[i], history);
	} else {
		fprintf(stderr, "paragraph %s: %s\n", number, why.text);
	}
	redline_blame_free(blame);
	redline_history_free(history);
	return ok;
}
