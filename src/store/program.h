/*
 * A way to another store by a program that speaks git's protocol on its standard
 * input and output: git itself for a path on this machine, ssh for another one.
 *
 * libgit2 would write into a local repository by itself, without its hooks and with
 * nothing that keeps two pushes from overwriting each other; git's own receive-pack
 * has both.  And the ssh that the user has set up (~/.ssh/config, agents, jump hosts,
 * known hosts, GIT_SSH_COMMAND) reaches hosts that libssh2 does not.
 */
#ifndef RL_STORE_PROGRAM_H
#define RL_STORE_PROGRAM_H

#include <git2.h>

#include "address.h"

/* What the transport needs; must outlive the connection. */
struct program_way {
	const struct address *address;
	git_repository *repo; /* for core.sshCommand; or NULL */
};

/* A git_transport_cb; its payload is a struct program_way. */
int program_transport(git_transport **out, git_remote *owner, void *way);

#endif
