/*
 * commit.c -- see commit.h.
 *
 * Written by hand: libgit2's git_commit_create says 0 when the disk is full and
 * nothing was written.
 */
#include "commit.h"

#include <stdlib.h>

#include "message.h"
#include "object.h"

redline_status commit_write(redline_store *store, const struct commit *commit, git_oid *out,
                            redline_trouble *why)
{
	struct buf content = {0};
	buf_printf(&content, "tree %s\n", git_oid_tostr_s(&commit->tree));
	for (uint32_t i = 0; i < commit->parent_count; i++)
		buf_printf(&content, "parent %s\n", git_oid_tostr_s(&commit->parents[i]));
	buf_text(&content, "author ");
	signer_write(&content, commit->author);
	buf_text(&content, "\ncommitter ");
	signer_write(&content, commit->committer);
	buf_text(&content, "\n\n");
	message_write(&content, commit->message, commit->trailers, commit->trailer_count);
	if (content.failed)
		abort();
	redline_status const status =
	        object_write(store, GIT_OBJECT_COMMIT, buf_view(&content), NULL, out, why);
	buf_release(&content);
	return status;
}
