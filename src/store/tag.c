/*
 * tag.c -- names given to revisions: annotated tags made, and all tags listed.
 *
 * A tag is never moved and never made twice: neither if it is there as we
 * store it, nor if git alone made one that reads the same.
 */
#define _XOPEN_SOURCE 700

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/vec.h"
#include "branch.h"
#include "labels.h"
#include "message.h"
#include "object.h"
#include "pack.h"

enum { STORED_SIZE = 1024, NAME_SIZE = 1024 };

/* ---- making ---- */

static redline_status refuse_taken(redline_store *store, const char *name, const char *stored,
                                   redline_trouble *why)
{
	char reference[STORED_SIZE + 16];
	git_oid id;
	(void)snprintf(reference, sizeof reference, "refs/tags/%s", stored);
	int const code = git_reference_name_to_id(&id, store->repo, reference);
	git_error_clear();
	return code == 0 ? trouble_say(why, REDLINE_DECLINED, "there is a '%s' already", name)
	                 : REDLINE_OK;
}

static redline_status write_tag(redline_store *store, const char *name, const char *stored,
                                const git_oid *commit, redline_bytes message,
                                const struct signer *tagger, git_oid *out, redline_trouble *why)
{
	struct buf content = {0};
	buf_printf(&content, "object %s\ntype commit\ntag %s\ntagger ", git_oid_tostr_s(commit),
	           stored);
	signer_write(&content, tagger);
	buf_text(&content, "\n\n");
	message_write(&content, message_fault(message, NULL, 0) ? bytes_of(name) : message, NULL, 0);
	if (content.failed)
		abort();
	redline_status const status =
	        object_write(store, GIT_OBJECT_TAG, buf_view(&content), NULL, out, why);
	buf_release(&content);
	return status;
}

static redline_status make(redline_store *store, const char *name, const char *stored,
                           const git_oid *commit, redline_bytes message,
                           const struct signer *tagger, redline_trouble *why)
{
	char reference[STORED_SIZE + 16];
	struct store_lock lock;
	git_oid id;
	(void)snprintf(reference, sizeof reference, "refs/tags/%s", stored);
	redline_status status = lock_take(&lock, store, why);
	if (status)
		return status;
	status = refuse_taken(store, name, stored, why);
	if (!status && strlen(name) < STORED_SIZE)
		status = refuse_taken(store, name, name, why);
	if (!status)
		status = write_tag(store, name, stored, commit, message, tagger, &id, why);
	if (!status)
		status = branch_move(store, &lock, reference, NULL, &id, tagger, NULL, why);
	if (status == REDLINE_CONFLICTING)
		status = trouble_say(why, REDLINE_DECLINED, "there is a '%s' already", name);
	pack_note(store);
	lock_release(&lock);
	labels_drop(store);
	return status;
}

redline_status redline_store_tag(redline_store *store, const char *name,
                                 const redline_id *revision, redline_bytes message,
                                 const redline_person *tagger, redline_trouble *why)
{
	char stored[STORED_SIZE];
	redline_text_fault fault;
	struct signer who;
	git_commit *commit;
	git_oid id;
	if (!redline_tag_encode(name, stored, sizeof stored))
		return trouble_say(why, REDLINE_DECLINED,
		                   "'%.60s' can't be a name: 1 to 200 bytes of UTF-8 without controls",
		                   name);
	if (redline_text_check(message, &fault))
		return trouble_say(why, REDLINE_DECLINED, "the message is not UTF-8");
	redline_status status = store_oid(&id, revision, why);
	if (!status)
		status = store_commit(store, &id, &commit, why);
	if (status)
		return status;
	git_commit_free(commit);
	status = signer_recorder(&who, store, tagger, why);
	if (!status)
		status = make(store, name, stored, &id, message, &who, why);
	signer_release(&who);
	return status;
}

/* ---- listing ---- */

struct named {
	char *name;
	redline_id revision;
};

struct names {
	VEC(struct named) all;
	redline_status status; /* of the first tag that can't be read */
};

/* "Rev.2" before "Rev.10": runs of digits by their value. */
static int compare_natural(const char *a, const char *b)
{
	while (*a && *b) {
		if (is_digit(*a) && is_digit(*b)) {
			a += strspn(a, "0");
			b += strspn(b, "0");
			size_t const n = strspn(a, "0123456789"), m = strspn(b, "0123456789");
			int const order = n != m ? (n > m) - (n < m) : strncmp(a, b, n);
			if (order)
				return order;
			a += n;
			b += m;
		} else if (*a != *b) {
			break;
		} else {
			a++;
			b++;
		}
	}
	return (*(const unsigned char *)a > *(const unsigned char *)b) -
	       (*(const unsigned char *)a < *(const unsigned char *)b);
}

static int compare_named(const void *a, const void *b)
{
	const struct named *one = a, *two = b;
	int const order = compare_natural(one->name, two->name);
	return order ? order : strcmp(one->name, two->name);
}

/* What a tag leads to; false if to no revision. */
static bool lead(redline_store *store, git_reference *ref, redline_id *out,
                 redline_status *status, redline_trouble *why)
{
	git_object *object;
	int const code = git_reference_peel(&object, ref, GIT_OBJECT_COMMIT);
	(void)store;
	if (code == 0) {
		store_id(out, git_object_id(object));
		git_object_free(object);
		return true;
	}
	if (code != GIT_EPEEL && code != GIT_EINVALIDSPEC && !*status) {
		(void)trouble_git(why, code, "the tag %s", git_reference_shorthand(ref));
		*status = REDLINE_DAMAGED;
	}
	git_error_clear();
	return false;
}

static redline_status read_names(struct names *names, redline_store *store, redline_trouble *why)
{
	git_reference_iterator *tags = NULL;
	git_reference *ref;
	git_error_clear();
	int code = git_reference_iterator_glob_new(&tags, store->repo, "refs/tags/*");
	while (code == 0 && (code = git_reference_next(&ref, tags)) == 0) {
		const char *stored = git_reference_name(ref) + strlen("refs/tags/");
		char name[REDLINE_PATH_MAX];
		redline_id id;
		if (lead(store, ref, &id, &names->status, why) &&
		    redline_tag_decode(stored, name, sizeof name)) {
			struct named *named = VEC_PUSH(&names->all);
			if (!named || !(named->name = strdup(name)))
				abort();
			named->revision = id;
		}
		git_reference_free(ref);
	}
	git_reference_iterator_free(tags);
	if (code != GIT_ITEROVER && code < 0)
		return trouble_git(why, code, "reading the tags");
	return names->status;
}

redline_status redline_store_tags(redline_store *store, redline_each_tag *each, void *context,
                                  redline_trouble *why)
{
	struct names names = {.status = REDLINE_OK};
	redline_status const status = read_names(&names, store, why);
	if (names.all.len)
		qsort(names.all.at, names.all.len, sizeof *names.all.at, compare_named);
	for (size_t i = 0; i < names.all.len; i++)
		if (!each(context, names.all.at[i].name, &names.all.at[i].revision))
			break;
	for (size_t i = 0; i < names.all.len; i++)
		free(names.all.at[i].name);
	VEC_RELEASE(&names.all);
	return status;
}
