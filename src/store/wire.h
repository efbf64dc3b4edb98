/*
 * Bytes to and from another side that may fall silent: a socket, or a program that
 * is connected by one.  Never waits longer than the exchange under way has
 * patience; what went wrong is noted there and with libgit2.
 */
#ifndef RL_STORE_WIRE_H
#define RL_STORE_WIRE_H

#include <stddef.h>
#include <sys/types.h>

struct wire {
	int fd;        /* non-blocking; -1: closed */
	int complaints; /* a program's standard error; or -1 */
	pid_t program; /* or 0 */
};

/* How many bytes came, 0 at the end; or -1. */
ssize_t wire_read(struct wire *w, char *buffer, size_t size);

/* All of it: 0, or -1. */
int wire_write(struct wire *w, const char *bytes, size_t len);

/* Connects to a host: 0, or -1. */
int wire_dial(struct wire *w, const char *host, const char *port);

/*
 * Starts a program, found as the shell finds it; it knows nothing of the repository
 * that we work in.  0, or -1.
 */
int wire_start(struct wire *w, const char *const arguments[]);

/* Hangs up; a program that does not end then is ended. */
void wire_close(struct wire *w);

#endif
