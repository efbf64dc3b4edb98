/*
 * Drafts between the work tree and the store: bytes as they are, unless the
 * repository's attributes or core.autocrlf tell git to convert their line ends;
 * then as `git add` converts them.
 */
#ifndef RL_STORE_CONTENT_H
#define RL_STORE_CONTENT_H

#include "store.h"

struct content {
	redline_bytes bytes; /* as stored; the text itself if nothing was converted */
	git_buf converted;
};

redline_status content_of(struct content *out, redline_store *store, const char *path,
                          redline_bytes text, redline_trouble *why);
void content_release(struct content *content);

/* The work tree's file at a path; from malloc. */
char *content_place(const redline_store *store, const char *path);

enum content_match {
	CONTENT_SAME,
	CONTENT_OTHER,
	CONTENT_NONE,    /* there is no file */
	CONTENT_STRANGE, /* a folder, a link, or it can't be read */
};

/* Is the work tree's file what `blob` stands for? */
enum content_match content_compare(redline_store *store, const char *path, const git_oid *blob);

#endif
