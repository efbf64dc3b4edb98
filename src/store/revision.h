/* A revision's particulars from a commit at hand. */
#ifndef RL_STORE_REVISION_H
#define RL_STORE_REVISION_H

#include "store.h"

/* For redline_revision_free.  REDLINE_OK or REDLINE_NO_MEMORY. */
redline_status revision_of(redline_store *store, const git_commit *commit,
                           redline_revision **out);

#endif
