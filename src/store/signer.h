/*
 * Who signs a commit or a tag, and when: what the caller gave, filled in from
 * the environment and git's configuration as git does it.
 */
#ifndef RL_STORE_SIGNER_H
#define RL_STORE_SIGNER_H

#include "base/buf.h"
#include "store.h"

struct signer {
	char *name, *email; /* from malloc, fit for git */
	int64_t time;
	int32_t offset;     /* minutes */
};

/*
 * Who records: `given` if it has a name, else GIT_COMMITTER_NAME and _EMAIL,
 * else committer.name or user.name and so on.  Its time, else
 * GIT_COMMITTER_DATE, else now.  given may be NULL.  REDLINE_DECLINED if
 * nobody is to be found, or what is given can't be kept.
 */
redline_status signer_recorder(struct signer *out, redline_store *store,
                               const redline_person *given, redline_trouble *why);

/* Who proposed: as above with GIT_AUTHOR_..., author.name; else the recorder. */
redline_status signer_author(struct signer *out, redline_store *store,
                             const redline_person *given, const struct signer *recorder,
                             redline_trouble *why);

/* "Japan <mission@example.org> 1605661200 +0900" */
void signer_write(struct buf *out, const struct signer *signer);

void signer_release(struct signer *signer);

#endif
