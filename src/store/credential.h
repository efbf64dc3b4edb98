/*
 * Credentials from git's own helpers (`git credential`), which keep them, ask for
 * them, and are told whether they were good.
 */
#ifndef RL_STORE_CREDENTIAL_H
#define RL_STORE_CREDENTIAL_H

#include <git2.h>

struct exchange;

/* A git_credential_acquire_cb; its payload is the exchange. */
int credential_find(git_credential **out, const char *url, const char *user, unsigned allowed,
                    void *exchange);

/* They were good: the helper may keep them. */
void credential_approve(struct exchange *x);

void credential_forget(struct exchange *x);

#endif
