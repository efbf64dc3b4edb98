/*
 * One writer at a time.
 *
 * The lock is flock's, on the file "redline/lock" of the common git folder: it
 * ends with the process that holds it, however that ends.  It orders redline's
 * own writers; against git itself the compare-and-swap of references stands.
 *
 * In the file stands the journal: what the holder is about to move.  Whoever
 * takes the lock and finds it filled knows that the last holder died there,
 * and clears what it left (a reference's ".lock", an index's).
 */
#ifndef RL_STORE_LOCK_H
#define RL_STORE_LOCK_H

#include "store.h"

struct store_lock {
	int fd;
};

/* Waits up to half a minute, then REDLINE_BUSY; or REDLINE_SYSTEM. */
redline_status lock_take(struct store_lock *lock, redline_store *store, redline_trouble *why);
void lock_release(struct store_lock *lock);

/*
 * Before a reference is moved: its name, and the id that it gets.  Before
 * lock_release, lock_done.  REDLINE_OK or REDLINE_SYSTEM.
 */
redline_status lock_intend(struct store_lock *lock, const char *reference, const git_oid *id,
                           redline_trouble *why);
void lock_done(struct store_lock *lock);

/*
 * A reference's ".lock" is in our way: true if it was left by somebody dead and
 * is gone now.  Dead is surely who made it before this machine was started.
 */
bool lock_clear_stale(redline_store *store, const char *reference);

#endif
