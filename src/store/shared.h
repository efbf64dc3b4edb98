/* What an exchange came to, and the memory of it. */
#ifndef RL_STORE_SHARED_H
#define RL_STORE_SHARED_H

#include <redline/share.h>

#include "base/arena.h"
#include "base/vec.h"

struct shared {
	redline_shared it; /* first: the caller knows only this */
	struct arena arena;
	VEC(redline_contest) contests;
};

struct shared *shared_new(void); /* never NULL */
redline_bytes shared_copy(struct shared *shared, redline_bytes bytes);
redline_shared *shared_give(struct shared *shared); /* the caller's from now on */

#endif
