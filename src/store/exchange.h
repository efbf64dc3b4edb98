/*
 * One exchange with another store: how long its silence is borne, what became of
 * the connection, what the other side said, and who is told of the progress.
 *
 * libgit2's streams carry no context of ours, so the exchange under way is known
 * to the thread (exchange_now).
 */
#ifndef RL_STORE_EXCHANGE_H
#define RL_STORE_EXCHANGE_H

#include <redline/share.h>

#include "store.h"

enum exchange_end {
	EXCHANGE_GOOD,
	EXCHANGE_SILENT,  /* nothing came, or went, for too long */
	EXCHANGE_BROKEN,  /* the other side hung up */
	EXCHANGE_UNFOUND, /* it was never reached */
};

struct exchange {
	int patience;          /* milliseconds that the other side may be silent */
	int first_patience;    /* the same until its first byte: somebody may have to
	                          type a password */
	bool heard;            /* that byte has come */
	bool asked;            /* whatever failed, failed while waiting for an answer */
	enum exchange_end end;
	const struct redline_sharing *sharing;
	int64_t told;          /* when of the progress, in milliseconds */
	bool stopped;          /* the caller had enough */
	char said[400];        /* the last words of the other side, one line */
	struct credential_try *tries; /* of credentials; see credential.h */
	struct exchange *outer; /* the one that goes on when this is finished */
};

extern _Thread_local struct exchange *exchange_now;

void exchange_begin(struct exchange *x, redline_store *store,
                    const struct redline_sharing *sharing);
void exchange_finish(struct exchange *x);

/* Adds to what was said; controls become blanks. */
void exchange_hear(struct exchange *x, const char *text, size_t len);

/* Tells the caller, not too often; 0, or GIT_EUSER if it wants to stop. */
int exchange_tell(struct exchange *x, uint32_t done, uint32_t of, uint64_t bytes);

/*
 * After libgit2 said `code`: what that means for whoever wanted to reach `address`.
 */
redline_status exchange_judge(const struct exchange *x, int code, const char *address,
                              redline_trouble *why);

int64_t exchange_clock(void); /* milliseconds */

/* Makes libgit2's sockets keep to an exchange's patience.  A libgit2 code. */
int exchange_watch_sockets(void);

#endif
