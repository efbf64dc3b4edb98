/*
 * resolve.c -- names of revisions.
 *
 * A name is first looked for among the tags as it was given to one ("L.3/Rev.1"),
 * also with git's steps behind it ("L.3/Rev.1~2"); then git's own rules decide.
 * git would take a tag before a branch of the same name and only warn; here
 * that is ambiguous, unless both mean the same revision.  HEAD is never a tag.
 */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "store.h"

enum { STORED_SIZE = 1024 };

/*
 * A spec that begins with the beginning of an id, made one with the whole id: so
 * libgit2 need not read the object to find it (loose.h).  False if it does not
 * begin so, or that is the name of something.
 */
static bool complete_id(redline_store *store, const char *spec, char *out, size_t size, int *code)
{
	git_oid beginning, id;
	git_reference *ref;
	char name[GIT_OID_HEXSZ + 1];
	size_t const len = strspn(spec, "0123456789abcdefABCDEF");
	*code = 0;
	if (len < GIT_OID_MINPREFIXLEN || len >= GIT_OID_HEXSZ ||
	    (spec[len] && !strchr("~^", spec[len])))
		return false;
	(void)snprintf(name, sizeof name, "%.*s", (int)len, spec);
	if (git_reference_dwim(&ref, store->repo, name) == 0) {
		git_reference_free(ref);
		return false;
	}
	if (git_oid_fromstrn(&beginning, name, len) < 0)
		return false;
	*code = git_odb_exists_prefix(&id, store->odb, &beginning, len);
	if (*code < 0)
		return *code == GIT_EAMBIGUOUS;
	(void)snprintf(out, size, "%s%s", git_oid_tostr_s(&id), spec + len);
	return true;
}

/* Peels what a spec of git's means; a libgit2 code. */
static int peel_spec(redline_store *store, const char *spec, git_oid *out)
{
	git_object *object, *commit;
	char whole[2 * STORED_SIZE];
	int code;
	if (complete_id(store, spec, whole, sizeof whole, &code)) {
		if (code < 0)
			return code;
		spec = whole;
	}
	git_error_clear();
	code = git_revparse_single(&object, store->repo, spec);
	if (code < 0)
		return code;
	code = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
	git_object_free(object);
	if (code < 0)
		return code;
	git_oid_cpy(out, git_object_id(commit));
	git_object_free(commit);
	return 0;
}

static bool has_reference(redline_store *store, const char *folder, const char *name)
{
	char full[STORED_SIZE + 32];
	git_oid ignored;
	(void)snprintf(full, sizeof full, "%s%s", folder, name);
	return git_reference_name_to_id(&ignored, store->repo, full) == 0;
}

/* Where git's steps begin: "~2", "^", "@{1}"; the length if nowhere. */
static size_t steps_begin(const char *name, size_t from)
{
	for (size_t at = from; name[at]; at++)
		if (name[at] == '~' || name[at] == '^' || (name[at] == '@' && name[at + 1] == '{'))
			return at;
	return strlen(name);
}

/* HEAD and its steps are the last revision, whatever a tag may be called. */
static bool means_head(const char *name)
{
	return strncmp(name, "HEAD", 4) == 0 && steps_begin(name, 0) == 4;
}

/*
 * The spec of a name that was given to a tag, with its steps: the longest
 * beginning that is one.  False if none is.
 */
static bool find_tag(redline_store *store, const char *name, char *spec, size_t size)
{
	char given[STORED_SIZE], stored[STORED_SIZE];
	size_t const len = strlen(name);
	bool found = false;
	if (len >= sizeof given || means_head(name))
		return false;
	for (size_t cut = steps_begin(name, 0);; cut = steps_begin(name, cut + 1)) {
		memcpy(given, name, cut);
		given[cut] = '\0';
		if (redline_tag_encode(given, stored, sizeof stored) &&
		    has_reference(store, "refs/tags/", stored)) {
			(void)snprintf(spec, size, "refs/tags/%s%s", stored, name + cut);
			found = true;
		}
		if (cut >= len)
			return found;
	}
}

/* A revision that is named and can't be read: which object is it? */
static redline_status damaged(redline_store *store, int code, const char *name,
                              redline_trouble *why)
{
	char what[STORED_SIZE];
	git_reference *ref, *direct;
	(void)snprintf(what, sizeof what, "the revision '%s'", name);
	git_oid id;
	bool found = git_oid_fromstr(&id, name) == 0 && strlen(name) == GIT_OID_HEXSZ;
	if (!found && git_reference_dwim(&ref, store->repo, name) == 0) {
		if (git_reference_resolve(&direct, ref) == 0) {
			git_oid_cpy(&id, git_reference_target(direct));
			git_reference_free(direct);
			found = true;
		}
		git_reference_free(ref);
	}
	if (!found)
		return trouble_git(why, code, "%s", what);
	git_object *object = NULL;
	git_error_clear();
	int const again = git_object_lookup(&object, store->repo, &id, GIT_OBJECT_ANY);
	git_object_free(object);
	return again < 0 ? trouble_object(why, again, &id, what) : trouble_git(why, code, "%s", what);
}

static redline_status no_revision(redline_store *store, int code, const char *name,
                                  redline_trouble *why)
{
	switch (code) {
	case GIT_EAMBIGUOUS:
		git_error_clear();
		return trouble_say(why, REDLINE_AMBIGUOUS, "'%s' is the beginning of more than one id",
		                   name);
	case GIT_EPEEL:
		git_error_clear();
		return trouble_say(why, REDLINE_NOT_FOUND, "'%s' is not a revision", name);
	case GIT_ENOTFOUND:
	case GIT_EUNBORNBRANCH:
	case GIT_EINVALIDSPEC:
		git_error_clear();
		if ((strcmp(name, "HEAD") == 0 || strcmp(name, "@") == 0) &&
		    git_repository_head_unborn(store->repo) == 1)
			return trouble_say(why, REDLINE_NOT_FOUND, "nothing has been saved yet");
		return trouble_say(why, REDLINE_NOT_FOUND, "there is no revision '%s'", name);
	default:
		return damaged(store, code, name, why);
	}
}

/* A tag and a branch of one name: which? */
static redline_status check_branch(redline_store *store, const char *name, const git_oid *tagged,
                                   redline_trouble *why)
{
	char spec[STORED_SIZE + 32];
	git_oid id;
	(void)snprintf(spec, sizeof spec, "refs/heads/%s", name);
	if (strlen(name) >= STORED_SIZE || peel_spec(store, spec, &id) < 0 ||
	    git_oid_equal(&id, tagged)) {
		git_error_clear();
		return REDLINE_OK;
	}
	return trouble_say(why, REDLINE_AMBIGUOUS,
	                   "'%s' is a branch and a tag; say heads/%s or tags/%s", name, name, name);
}

redline_status redline_store_resolve(redline_store *store, const char *name, redline_id *out,
                                     redline_trouble *why)
{
	char spec[2 * STORED_SIZE + 32];
	git_oid id;
	git_error_clear();
	*out = (redline_id){{0}};
	if (!*name)
		return trouble_say(why, REDLINE_NOT_FOUND, "a revision without a name");
	bool const tagged = find_tag(store, name, spec, sizeof spec);
	bool const plain_tag = tagged || (strlen(name) < STORED_SIZE &&
	                                  has_reference(store, "refs/tags/", name));
	git_error_clear();
	const char *asked = tagged ? spec : strcmp(name, "@") == 0 ? "HEAD" : name;
	int const code = peel_spec(store, asked, &id);
	if (code < 0)
		return no_revision(store, code, name, why);
	if (plain_tag) {
		redline_status const status = check_branch(store, name, &id, why);
		if (status)
			return status;
	}
	store_id(out, &id);
	return REDLINE_OK;
}
