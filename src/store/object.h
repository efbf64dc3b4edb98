/*
 * Objects written so that they are there.
 */
#ifndef RL_STORE_OBJECT_H
#define RL_STORE_OBJECT_H

#include "base/buf.h"
#include "store.h"

/*
 * Writes an object, flushes it, reads it back and compares its hash.  One that
 * is there already is flushed and checked too, and if it is damaged, written
 * anew; the damaged file is kept in "redline/damaged".  hint: the path of a
 * draft, which lets its versions be packed together; or NULL.
 *
 * Says REDLINE_OK only if the object can be read and is on the disk; its folder may
 * be a new one, which object_flush sees to.
 */
redline_status object_write(redline_store *store, git_object_t kind, redline_bytes content,
                            const char *hint, git_oid *out, redline_trouble *why);

/* Flushes the folder of the objects' folders: once, before a reference moves. */
redline_status object_flush(redline_store *store, redline_trouble *why);

/* Where the loose file of an object is; from malloc. */
char *object_path(const redline_store *store, const git_oid *id);

/*
 * The objects written since this was last asked for, as lines of "redline/loose":
 * "<id> <hint>\n".  They are the caller's to add there.
 */
void object_take_fresh(redline_store *store, struct buf *out);
void object_drop_fresh(redline_store *store);

#endif
