/*
 * wire.c -- see wire.h.
 *
 * A program has one socket for its standard input and output, not two pipes: bytes
 * can be sent to one that is gone without a signal.  What it writes to its standard
 * error is heard while waiting, so that it never blocks on it.
 */
#define _DEFAULT_SOURCE 1

#include "wire.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "exchange.h"

#if !defined(MSG_NOSIGNAL)
#define MSG_NOSIGNAL 0
#endif

extern char **environ;

/* ---- waiting ---- */

static void hear(struct wire *w)
{
	char text[512];
	ssize_t const n = w->complaints < 0 ? -1 : read(w->complaints, text, sizeof text);
	if (n > 0) {
		exchange_hear(exchange_now, text, (size_t)n);
	} else if (n == 0 || (w->complaints >= 0 && errno != EAGAIN && errno != EINTR)) {
		(void)close(w->complaints);
		w->complaints = -1;
	}
}

static int fail(enum exchange_end end, const char *what)
{
	if (exchange_now->end == EXCHANGE_GOOD)
		exchange_now->end = end;
	git_error_set_str(GIT_ERROR_NET, what);
	return -1;
}

/* Until something can be read, or written: 0, or -1. */
static int await(struct wire *w, short events, int patience)
{
	int64_t const until = exchange_clock() + patience;
	for (;;) {
		struct pollfd polled[2] = {{w->fd, events, 0}, {w->complaints, POLLIN, 0}};
		int64_t const left = until - exchange_clock();
		int const n = left > 0 ? poll(polled, w->complaints >= 0 ? 2 : 1, (int)left) : 0;
		if (n < 0 && errno != EINTR)
			return fail(EXCHANGE_BROKEN, "poll failed");
		if (n > 0 && polled[1].revents)
			hear(w);
		if (n > 0 && polled[0].revents)
			return 0;
		if (n == 0)
			return fail(EXCHANGE_SILENT, "the other side has fallen silent");
	}
}

static int patience(void)
{
	const struct exchange *x = exchange_now;
	return x->heard ? x->patience : x->first_patience;
}

/* ---- bytes ---- */

ssize_t wire_read(struct wire *w, char *buffer, size_t size)
{
	exchange_now->asked = true;
	for (;;) {
		ssize_t const n = recv(w->fd, buffer, size, 0);
		if (n > 0)
			exchange_now->heard = true;
		if (n >= 0)
			return n;
		if (errno == EINTR)
			continue;
		if (errno != EAGAIN && errno != EWOULDBLOCK)
			return fail(EXCHANGE_BROKEN, strerror(errno));
		if (await(w, POLLIN, patience()) < 0)
			return -1;
	}
}

int wire_write(struct wire *w, const char *bytes, size_t len)
{
	exchange_now->asked = false;
	while (len) {
		ssize_t const n = send(w->fd, bytes, len, MSG_NOSIGNAL);
		if (n >= 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			if (await(w, POLLOUT, exchange_now->patience) < 0)
				return -1;
		} else if (errno != EINTR) {
			return fail(EXCHANGE_BROKEN, strerror(errno));
		}
	}
	return 0;
}

static bool make_ready(int fd)
{
	int const flags = fcntl(fd, F_GETFL);
	return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
	       fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

/* ---- a host ---- */

static int dial_one(struct wire *w, const struct addrinfo *at, int64_t until)
{
	int error = 0;
	socklen_t size = sizeof error;
	w->fd = socket(at->ai_family, at->ai_socktype, at->ai_protocol);
	if (w->fd < 0 || !make_ready(w->fd))
		return -1;
	if (connect(w->fd, at->ai_addr, at->ai_addrlen) == 0)
		return 0;
	struct pollfd polled = {w->fd, POLLOUT, 0};
	int64_t const left = until - exchange_clock();
	if (errno != EINPROGRESS || left <= 0 || poll(&polled, 1, (int)left) <= 0)
		return -1;
	if (getsockopt(w->fd, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && !error)
		return 0;
	errno = error;
	return -1;
}

int wire_dial(struct wire *w, const char *host, const char *port)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
	int64_t const until = exchange_clock() + exchange_now->patience;
	*w = (struct wire){-1, -1, 0};
	int const code = getaddrinfo(host, port, &hints, &found);
	if (code) {
		exchange_hear(exchange_now, gai_strerror(code), strlen(gai_strerror(code)));
		return fail(EXCHANGE_UNFOUND, gai_strerror(code));
	}
	errno = ETIMEDOUT;
	for (const struct addrinfo *at = found; at; at = at->ai_next) {
		if (dial_one(w, at, until) == 0) {
			freeaddrinfo(found);
			return 0;
		}
		if (w->fd >= 0)
			(void)close(w->fd);
		w->fd = -1;
	}
	freeaddrinfo(found);
	const char *reason = strerror(errno == EINPROGRESS ? ETIMEDOUT : errno);
	exchange_hear(exchange_now, reason, strlen(reason));
	return fail(EXCHANGE_UNFOUND, reason);
}

/* ---- a program ---- */

/* What tells git where our repository is, and must not reach the other one. */
static bool is_ours(const char *variable)
{
	static const char *const names[] = {
		"GIT_DIR=", "GIT_WORK_TREE=", "GIT_INDEX_FILE=", "GIT_OBJECT_DIRECTORY=",
		"GIT_ALTERNATE_OBJECT_DIRECTORIES=", "GIT_COMMON_DIR=", "GIT_PREFIX=",
		"GIT_NAMESPACE=", "GIT_CONFIG=", "GIT_CONFIG_PARAMETERS=", "GIT_CONFIG_COUNT=",
		"GIT_QUARANTINE_PATH=", "GIT_GRAFT_FILE=", "GIT_SHALLOW_FILE=",
		"GIT_IMPLICIT_WORK_TREE=", "GIT_NO_REPLACE_OBJECTS=", "GIT_REPLACE_REF_BASE=",
		"GIT_INTERNAL_SUPER_PREFIX=", "GIT_PROTOCOL=",
	};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncmp(variable, names[i], strlen(names[i])) == 0)
			return true;
	return false;
}

static char **make_environment(void)
{
	size_t count = 0, kept = 0;
	while (environ && environ[count])
		count++;
	char **all = calloc(count + 1, sizeof *all);
	if (!all)
		abort();
	for (size_t i = 0; i < count; i++)
		if (!is_ours(environ[i]))
			all[kept++] = environ[i];
	return all;
}

/* pair[1] becomes the program's input and output, complaints[1] its standard error. */
static int spawn(pid_t *out, const char *const arguments[], const int pair[2],
                 const int complaints[2])
{
	posix_spawn_file_actions_t actions;
	char **environment = make_environment();
	char *const *words = (char *const *)(uintptr_t)arguments; /* it does not write to them */
	int code = posix_spawn_file_actions_init(&actions);
	if (code == 0) {
		code = posix_spawn_file_actions_adddup2(&actions, pair[1], 0);
		if (code == 0)
			code = posix_spawn_file_actions_adddup2(&actions, pair[1], 1);
		if (code == 0)
			code = posix_spawn_file_actions_adddup2(&actions, complaints[1], 2);
		if (code == 0)
			code = posix_spawnp(out, arguments[0], &actions, NULL, words, environment);
		posix_spawn_file_actions_destroy(&actions);
	}
	free(environment);
	return code;
}

static void close_pair(const int pair[2])
{
	(void)close(pair[0]);
	(void)close(pair[1]);
}

int wire_start(struct wire *w, const char *const arguments[])
{
	int pair[2], complaints[2];
	*w = (struct wire){-1, -1, 0};
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
		return fail(EXCHANGE_UNFOUND, strerror(errno));
	if (pipe(complaints) < 0) {
		close_pair(pair);
		return fail(EXCHANGE_UNFOUND, strerror(errno));
	}
	bool const ready = make_ready(pair[0]) && make_ready(complaints[0]) &&
	                   fcntl(pair[1], F_SETFD, FD_CLOEXEC) == 0 &&
	                   fcntl(complaints[1], F_SETFD, FD_CLOEXEC) == 0;
	int const code = ready ? spawn(&w->program, arguments, pair, complaints) : errno;
	if (code) {
		close_pair(pair);
		close_pair(complaints);
		w->program = 0;
		exchange_hear(exchange_now, arguments[0], strlen(arguments[0]));
		exchange_hear(exchange_now, strerror(code), strlen(strerror(code)));
		return fail(EXCHANGE_UNFOUND, strerror(code));
	}
	(void)close(pair[1]);
	(void)close(complaints[1]);
	w->fd = pair[0];
	w->complaints = complaints[0];
	return 0;
}

/* ---- hanging up ---- */

enum { GRACE = 500, NAP = 5 }; /* milliseconds */

static bool has_ended(pid_t program, int64_t until)
{
	int status;
	pid_t got;
	while ((got = waitpid(program, &status, WNOHANG)) == 0 && exchange_clock() < until) {
		struct timespec const nap = {0, NAP * 1000000L};
		(void)nanosleep(&nap, NULL);
	}
	return got != 0;
}

static void end_program(struct wire *w)
{
	int status;
	if (!has_ended(w->program, exchange_clock() + GRACE)) {
		(void)kill(w->program, SIGTERM);
		if (!has_ended(w->program, exchange_clock() + GRACE)) {
			(void)kill(w->program, SIGKILL);
			(void)waitpid(w->program, &status, 0);
		}
	}
	w->program = 0;
}

void wire_close(struct wire *w)
{
	if (w->fd >= 0)
		(void)close(w->fd);
	w->fd = -1;
	if (w->program)
		end_program(w);
	if (w->complaints >= 0) {
		hear(w);
		if (w->complaints >= 0)
			(void)close(w->complaints);
	}
	w->complaints = -1;
}
