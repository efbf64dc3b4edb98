/*
 * socket_stream.c -- the sockets under libgit2's http, https and git transports.
 *
 * Those of libgit2 1.5 wait for ever.  It lets them be replaced, and puts TLS on top
 * of whatever it is given.
 */
#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>

#include <git2/sys/stream.h>

#include "exchange.h"
#include "wire.h"

struct socket_stream {
	git_stream parent; /* first: libgit2 knows only this */
	struct wire wire;
	char *host, *port;
};

static int dial(git_stream *stream)
{
	struct socket_stream *it = (struct socket_stream *)stream;
	return wire_dial(&it->wire, it->host, it->port);
}

static ssize_t take(git_stream *stream, void *buffer, size_t size)
{
	return wire_read(&((struct socket_stream *)stream)->wire, buffer, size);
}

static ssize_t give(git_stream *stream, const char *bytes, size_t len, int flags)
{
	(void)flags;
	return wire_write(&((struct socket_stream *)stream)->wire, bytes, len) < 0 ? -1
	                                                                          : (ssize_t)len;
}

static int hang_up(git_stream *stream)
{
	wire_close(&((struct socket_stream *)stream)->wire);
	return 0;
}

static void release(git_stream *stream)
{
	struct socket_stream *it = (struct socket_stream *)stream;
	wire_close(&it->wire);
	free(it->host);
	free(it->port);
	free(it);
}

static int make(git_stream **out, const char *host, const char *port)
{
	struct socket_stream *it = calloc(1, sizeof *it);
	if (!it)
		abort();
	it->parent = (git_stream){.version = GIT_STREAM_VERSION, .connect = dial, .read = take,
	                          .write = give, .close = hang_up, .free = release};
	it->wire = (struct wire){-1, -1, 0};
	it->host = strdup(host);
	it->port = strdup(port);
	if (!it->host || !it->port)
		abort();
	*out = &it->parent;
	return 0;
}

int exchange_watch_sockets(void)
{
	git_stream_registration registration = {.version = GIT_STREAM_VERSION, .init = make};
	return git_stream_register(GIT_STREAM_STANDARD, &registration);
}
