/* shared.c -- see shared.h. */
#include "shared.h"

#include <stdlib.h>

struct shared *shared_new(void)
{
	struct shared *shared = calloc(1, sizeof *shared);
	if (!shared)
		abort();
	return shared;
}

redline_bytes shared_copy(struct shared *shared, redline_bytes bytes)
{
	redline_bytes const copy = arena_copy(&shared->arena, bytes);
	if (shared->arena.failed)
		abort(); /* as libgit2 would */
	return copy;
}

redline_shared *shared_give(struct shared *shared)
{
	shared->it.contests = shared->contests.at;
	shared->it.contest_count = (uint32_t)shared->contests.len;
	return &shared->it;
}

void redline_shared_free(redline_shared *it)
{
	struct shared *shared = (struct shared *)it;
	if (!shared)
		return;
	arena_release(&shared->arena);
	VEC_RELEASE(&shared->contests);
	free(shared);
}
