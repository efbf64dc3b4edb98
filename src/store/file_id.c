/*
 * file_id.c -- the id of a file's bytes.
 */
#include "store.h"

redline_status redline_store_file_id(redline_bytes text, redline_id *out)
{
	git_oid id;
	*out = (redline_id){{0}};
	if (git_odb_hash(&id, text.len ? text.ptr : "", text.len, GIT_OBJECT_BLOB) < 0)
		return REDLINE_SYSTEM;
	store_id(out, &id);
	return REDLINE_OK;
}
