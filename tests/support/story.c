/* story.c -- see story.h. */
#define _XOPEN_SOURCE 700

#include "story.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char prelude[] =
        "set -e\n"
        "as() { n=$1; d=2020-01-${2}T12:00:00Z; shift 2\n"
        "  GIT_AUTHOR_NAME=$n GIT_COMMITTER_NAME=$n GIT_AUTHOR_DATE=$d GIT_COMMITTER_DATE=$d \"$@\"; }\n"
        "save() { git add -A; as \"$1\" \"$2\" git commit -q --allow-empty -m \"$3\"; }\n";

static void run(struct story *s, const char *script)
{
	struct text all = {0};
	struct done done = {0};
	text_put(&all, prelude);
	text_put(&all, script);
	struct job job = {.argv = {"sh", "-c", all.ptr}, .folder = s->r.folder};
	job_run(&done, &job);
	cr_assert_eq(done.status, 0, "%s\n%s%s", script, done.out.ptr ? done.out.ptr : "",
	             done.err.ptr ? done.err.ptr : "");
	done_release(&done);
	text_release(&all);
}

void story_open(struct story *s, const char *folder)
{
	char path[1024];
	redline_trouble why;
	snprintf(path, sizeof path, "%s/%s", s->r.folder, folder);
	redline_store_free(s->store);
	cr_assert_eq(redline_store_open(&s->store, path, &why), REDLINE_OK, "%s", why.text);
}

void story_begin(struct story *s, const char *script)
{
	*s = (struct story){.store = NULL};
	repository_open(&s->r);
	cr_assert_eq(redline_store_start(NULL), REDLINE_OK);
	run(s, "git init -q -b main .");
	story_go_on(s, script);
}

void story_go_on(struct story *s, const char *script)
{
	run(s, script);
	story_open(s, ".");
}

void story_end(struct story *s)
{
	redline_store_free(s->store);
	redline_store_stop();
	text_release(&s->said);
	repository_close(&s->r);
}

static redline_id id_of(struct story *s, const char *name)
{
	redline_id id;
	redline_trouble why;
	cr_assert_eq(redline_store_resolve(s->store, name ? name : "HEAD", &id, &why), REDLINE_OK,
	             "%s", why.text);
	return id;
}

static void put(struct story *s, redline_bytes bytes)
{
	text_add(&s->said, bytes.ptr, bytes.len);
}

static int day_of(const redline_revision *revision)
{
	time_t const time = (time_t)revision->author.time;
	return gmtime(&time)->tm_mday;
}

static void clear(struct story *s)
{
	text_release(&s->said);
	text_put(&s->said, "");
}

static const char *trouble(struct story *s, redline_status status, const redline_trouble *why)
{
	clear(s);
	text_format(&s->said, "%s: %s", redline_status_text(status), why->text);
	return s->said.ptr;
}

static bool bytes_same(redline_bytes a, redline_bytes b)
{
	return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

static void put_entry(struct story *s, const redline_history_entry *e)
{
	bool const plain = e->kind == REDLINE_EDITED || e->kind == REDLINE_CREATED ||
	                   e->kind == REDLINE_REPLACED || e->kind == REDLINE_DELETED;
	put(s, e->number);
	text_format(&s->said, "%s%s%s%s %d ", e->number.len ? " " : "",
	            redline_event_name(e->kind), e->edited && !plain ? "+edited" : "",
	            e->renumbered && e->kind != REDLINE_RENUMBERED ? "+renumbered" : "",
	            day_of(e->revision));
	put(s, e->revision->author.name);
	if (e->old_number.len && !bytes_same(e->number, e->old_number)) {
		text_put(&s->said, " from ");
		put(s, e->old_number);
	}
	if (e->returned)
		text_format(&s->said, " returned %u", (unsigned)e->returned);
	if (e->struck)
		text_format(&s->said, " struck %d", day_of(e->struck));
	text_put(&s->said, "\n");
}

const char *story_ask(struct story *s, const redline_history_query *query, const char *at)
{
	redline_history *h;
	redline_trouble why = {""};
	redline_id const id = id_of(s, at);
	redline_history_query asked = *query;
	asked.at = &id;
	redline_status const status = redline_history_find(&h, s->store, &asked, &why);
	if (status != REDLINE_OK)
		return trouble(s, status, &why);
	clear(s);
	for (uint32_t i = 0; i < h->count; i++)
		put_entry(s, &h->entries[i]);
	redline_history_free(h);
	return s->said.ptr;
}

const char *story_history(struct story *s, const char *paragraph, const char *at)
{
	redline_history_query const query = {.draft = "draft.md",
	                                     .paragraph = {paragraph, strlen(paragraph)}};
	return story_ask(s, &query, at);
}

const char *story_number(struct story *s, const char *paragraph, const char *at)
{
	redline_history_query const query = {.draft = "draft.md", .by_number = true,
	                                     .paragraph = {paragraph, strlen(paragraph)}};
	return story_ask(s, &query, at);
}

const char *story_blame_of(struct story *s, const char *draft, const char *paragraph,
                           const char *at)
{
	redline_blame *b;
	redline_trouble why = {""};
	redline_id const id = id_of(s, at);
	redline_history_query const query = {.draft = draft, .at = &id,
	                                     .paragraph = {paragraph, strlen(paragraph)}};
	redline_status const status = redline_blame_find(&b, s->store, &query, &why);
	if (status != REDLINE_OK)
		return trouble(s, status, &why);
	clear(s);
	uint32_t end = 0;
	for (uint32_t i = 0; i < b->count; i++) {
		const redline_blame_run *run = &b->runs[i];
		cr_assert(run->revision < b->revision_count);
		cr_assert(run->range.begin == end && run->range.end > end);
		end = run->range.end;
		put(s, b->revisions[run->revision]->author.name);
		text_format(&s->said, " %d%s|", day_of(b->revisions[run->revision]),
		            run->returned ? "*" : "");
		put(s, (redline_bytes){b->text.ptr + run->range.begin,
		                       run->range.end - run->range.begin});
		text_put(&s->said, "|");
	}
	cr_assert(!b->count || end == b->text.len);
	redline_blame_free(b);
	return s->said.ptr;
}

const char *story_blame(struct story *s, const char *paragraph, const char *at)
{
	return story_blame_of(s, "draft.md", paragraph, at);
}

const char *story_newest(struct story *s, const char *paragraph)
{
	redline_history *h;
	redline_trouble why = {""};
	redline_history_query const query = {.draft = "draft.md",
	                                     .paragraph = {paragraph, strlen(paragraph)}};
	redline_status const status = redline_history_find(&h, s->store, &query, &why);
	if (status != REDLINE_OK)
		return trouble(s, status, &why);
	clear(s);
	cr_assert(h->count > 0);
	put(s, h->entries[0].old_text);
	text_put(&s->said, "\n=>\n");
	put(s, h->entries[0].text);
	redline_history_free(h);
	return s->said.ptr;
}
