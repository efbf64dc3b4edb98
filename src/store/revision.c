/*
 * revision.c -- a revision's particulars, read from its commit.
 *
 * Commits come from anywhere: their messages and names may be in Latin-1,
 * with or without saying so, or be broken.  What is handed out is UTF-8 always;
 * bytes that are no UTF-8 become U+FFFD, unless the commit says that it is in
 * ISO 8859-1 or Windows-1252.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/bytes.h"
#include "labels.h"
#include "message.h"
#include "revision.h"

struct revision {
	redline_revision shown; /* first: a pointer to it is one to the whole */
	struct arena arena;
};

static bool is_latin1(const char *encoding)
{
	static const char *const names[] = {"iso-8859-1", "iso8859-1", "latin1", "latin-1",
	                                    "iso-8859-15", "windows-1252", "cp1252"};
	for (size_t i = 0; encoding && i < sizeof names / sizeof *names; i++)
		if (bytes_equal_nocase(bytes_of(encoding), bytes_of(names[i])))
			return true;
	return false;
}

/* A copy in UTF-8. */
static redline_bytes in_utf8(struct arena *arena, const char *text, bool latin1)
{
	redline_bytes const in = bytes_of(text ? text : "");
	redline_text_fault fault;
	if (redline_text_check(in, &fault) == REDLINE_OK)
		return arena_copy(arena, in);
	char *out = in.len <= REDLINE_TEXT_MAX ? arena_array(arena, in.len, 3) : NULL;
	size_t len = 0;
	for (size_t at = 0; out && at < in.len;) {
		unsigned size;
		uint32_t cp = utf8_at(in, at, &size);
		if (latin1) {
			cp = (unsigned char)in.ptr[at];
			size = 1;
		}
		len += utf8_put(out + len, cp);
		at += size;
	}
	return (redline_bytes){out ? out : "", len};
}

static redline_person person_of(struct arena *arena, const git_signature *signature, bool latin1)
{
	if (!signature)
		return (redline_person){0};
	return (redline_person){in_utf8(arena, signature->name, latin1),
	                        in_utf8(arena, signature->email, latin1), signature->when.time,
	                        signature->when.offset};
}

static bool fill(struct revision *r, redline_store *store, const git_commit *commit)
{
	struct arena *arena = &r->arena;
	struct message message;
	bool const latin1 = is_latin1(git_commit_message_encoding(commit));
	if (!message_read(&message, arena, in_utf8(arena, git_commit_message_raw(commit), latin1)))
		return false;
	store_id(&r->shown.id, git_commit_id(commit));
	r->shown.label = arena_copy(arena, bytes_of(labels_find(store, git_commit_id(commit))));
	r->shown.author = person_of(arena, git_commit_author(commit), latin1);
	r->shown.committer = person_of(arena, git_commit_committer(commit), latin1);
	r->shown.subject = message.subject;
	r->shown.body = message.body;
	r->shown.trailers = message.trailers;
	r->shown.trailer_count = message.count;
	r->shown.parent_count = git_commit_parentcount(commit);
	return !arena->failed;
}

redline_status revision_of(redline_store *store, const git_commit *commit,
                           redline_revision **out)
{
	struct revision *r = calloc(1, sizeof *r);
	*out = NULL;
	if (!r)
		return REDLINE_NO_MEMORY;
	if (!fill(r, store, commit)) {
		redline_revision_free(&r->shown);
		return REDLINE_NO_MEMORY;
	}
	*out = &r->shown;
	return REDLINE_OK;
}

redline_status redline_store_revision(redline_store *store, const redline_id *id,
                                      redline_revision **out, redline_trouble *why)
{
	git_commit *commit;
	git_oid oid;
	*out = NULL;
	redline_status status = store_oid(&oid, id, why);
	if (!status)
		status = store_commit(store, &oid, &commit, why);
	if (status)
		return status;
	status = revision_of(store, commit, out);
	git_commit_free(commit);
	return status;
}

void redline_revision_free(redline_revision *revision)
{
	struct revision *r = (struct revision *)revision;
	if (!r)
		return;
	arena_release(&r->arena);
	free(r);
}
