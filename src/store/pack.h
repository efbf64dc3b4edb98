/*
 * Packs: objects that redline wrote one by one, put together once there are
 * many, which takes a thirtieth of the room.
 *
 * "redline/loose" lists what was written since the last time, "redline/packs" the
 * packs made here.  Nothing else is ever packed or removed, and an object is
 * removed from where it was only after it was read from where it is now.  All of
 * it happens under the lock (lock.h); a failure leaves everything as it was and is
 * no failure of a save.
 */
#ifndef RL_STORE_PACK_H
#define RL_STORE_PACK_H

#include "lock.h"
#include "store.h"

/* Notes what object_write has written since the last call. */
void pack_note(redline_store *store);

/* Packs, if there is enough to pack; the lock is held. */
void pack_if_due(redline_store *store);

#endif
