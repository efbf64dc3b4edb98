/*
 * servers.c -- see servers.h.
 *
 * Every server is a child in a process group of its own, so that what it starts ends
 * with it.  The http server knows as much as git needs: a request with a body of a
 * given length, or in chunks; it answers and hangs up.
 */
#define _GNU_SOURCE 1 /* memmem */

#include "servers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

/* ---- sockets ---- */

static struct sockaddr_in loopback(int port)
{
	struct sockaddr_in at;
	memset(&at, 0, sizeof at);
	at.sin_family = AF_INET;
	at.sin_port = htons((unsigned short)port);
	at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	return at;
}

/* Listens on a free port, which is written down. */
static int listener(int *port)
{
	struct sockaddr_in at = loopback(0);
	socklen_t size = sizeof at;
	int const fd = socket(AF_INET, SOCK_STREAM, 0);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) < 0 || listen(fd, 16) < 0 ||
	    getsockname(fd, (struct sockaddr *)&at, &size) < 0)
		abort();
	*port = ntohs(at.sin_port);
	return fd;
}

int server_port(void)
{
	int port;
	(void)close(listener(&port));
	return port;
}

static int dial(int port)
{
	struct sockaddr_in const at = loopback(port);
	int const fd = socket(AF_INET, SOCK_STREAM, 0);
	if (fd >= 0 && connect(fd, (const struct sockaddr *)&at, sizeof at) == 0)
		return fd;
	if (fd >= 0)
		(void)close(fd);
	return -1;
}

static void nap(long milliseconds)
{
	struct timespec const t = {0, milliseconds * 1000000};
	(void)nanosleep(&t, NULL);
}

int server_answers(int port)
{
	for (int i = 0; i < 200; i++) {
		int const fd = dial(port);
		if (fd >= 0) {
			(void)close(fd);
			return 1;
		}
		nap(20);
	}
	return 0;
}

static bool send_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t const n = send(fd, bytes, len, MSG_NOSIGNAL);
		if (n <= 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* ---- processes ---- */

/* True in the child, which ends when the test does. */
static bool begin(struct server *s)
{
	s->pid = fork();
	if (s->pid < 0)
		abort();
	if (s->pid)
		return false;
	(void)setpgid(0, 0);
	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	(void)signal(SIGCHLD, SIG_IGN); /* nobody waits for those it starts */
	return true;
}

void server_stop(struct server *s)
{
	int status;
	if (!s->pid)
		return;
	(void)kill(-s->pid, SIGKILL);
	(void)kill(s->pid, SIGKILL);
	(void)waitpid(s->pid, &status, 0);
	s->pid = 0;
}

void server_git(struct server *s, const char *folder)
{
	char base[1100], port[32];
	s->port = server_port();
	(void)snprintf(base, sizeof base, "--base-path=%s", folder);
	(void)snprintf(port, sizeof port, "--port=%d", s->port);
	if (begin(s)) {
		(void)signal(SIGCHLD, SIG_DFL); /* it waits for its own */
		execlp("git", "git", "daemon", base, port, "--listen=127.0.0.1", "--export-all",
		       "--enable=receive-pack", "--reuseaddr", "--log-destination=none", (char *)NULL);
		_exit(127);
	}
	if (!server_answers(s->port))
		server_stop(s);
}

/* ---- one that says nothing ---- */

static void swallow(int fd)
{
	char room[4096];
	while (recv(fd, room, sizeof room, 0) > 0)
		;
	(void)close(fd);
}

void server_mute(struct server *s)
{
	int const fd = listener(&s->port);
	if (begin(s)) {
		for (;;) {
			int const peer = accept(fd, NULL, NULL);
			if (peer >= 0 && fork() == 0) {
				swallow(peer);
				_exit(0);
			}
		}
	}
	(void)close(fd);
}

/* ---- one that fails in the middle ---- */

static bool holds_pack(const char *bytes, size_t len)
{
	return memmem(bytes, len, "PACK\0\0\0\2", 8) != NULL;
}

/* Passes bytes both ways; true once a pack has gone through. */
static bool pass_on(int client, int server, enum cut how)
{
	bool cut = false;
	char room[65536];
	for (;;) {
		struct pollfd polled[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
		if (poll(polled, 2, -1) < 0)
			return cut;
		for (int i = 0; i < 2; i++) {
			if (!polled[i].revents)
				continue;
			ssize_t const n = recv(i ? server : client, room, sizeof room, 0);
			cut |= i == 0 && n > 0 && holds_pack(room, (size_t)n);
			if (n <= 0 && i && cut && how != CUT_HANG_UP) {
				swallow(client); /* the server is done; the client never hears of it */
				return true;
			}
			if (n <= 0 || (cut && how == CUT_HANG_UP))
				return cut;
			if ((i == 0 || !cut) && !send_all(i ? client : server, room, (size_t)n))
				return cut;
		}
	}
}

void server_cutter(struct server *s, int port, enum cut how)
{
	int const fd = listener(&s->port);
	if (begin(s)) {
		for (bool cut = false;;) {
			int const client = accept(fd, NULL, NULL);
			bool const silent = cut && how == CUT_SILENT;
			int const server = client >= 0 && !silent ? dial(port) : -1;
			if (silent)
				swallow(client);
			if (server < 0)
				continue;
			/* a client that gives up ends it, too */
			cut |= pass_on(client, server, cut ? CUT_HANG_UP + 1 : how);
			(void)close(client);
			(void)close(server);
		}
	}
	(void)close(fd);
}

/* ---- http ---- */

struct request {
	char method[16], path[2048], query[2048], type[256], encoding[64], protocol[128], auth[512];
	bool chunked, expects;
	size_t length;
	struct text in; /* what was read beyond the head; then the body */
};

static bool read_more(int fd, struct text *in)
{
	char room[65536];
	ssize_t const n = recv(fd, room, sizeof room, 0);
	if (n > 0)
		text_add(in, room, (size_t)n);
	return n > 0;
}

static void take_header(struct request *r, const char *line)
{
	static const char *const names[] = {"Content-Type:", "Content-Encoding:", "Git-Protocol:",
	                                    "Authorization:"};
	char *const to[] = {r->type, r->encoding, r->protocol, r->auth};
	size_t const room[] = {sizeof r->type, sizeof r->encoding, sizeof r->protocol, sizeof r->auth};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strncasecmp(line, names[i], strlen(names[i])) == 0)
			(void)snprintf(to[i], room[i], "%s",
			               line + strlen(names[i]) + strspn(line + strlen(names[i]), " "));
	if (strncasecmp(line, "Content-Length:", 15) == 0)
		r->length = (size_t)strtoul(line + 15, NULL, 10);
	r->chunked |= strncasecmp(line, "Transfer-Encoding: chunked", 26) == 0;
	r->expects |= strncasecmp(line, "Expect: 100-continue", 20) == 0;
}

static bool read_head(int fd, struct request *r)
{
	char *end = NULL, *line, *rest;
	char target[4096];
	do {
		if (!read_more(fd, &r->in))
			return false;
		end = memmem(r->in.ptr, r->in.len, "\r\n\r\n", 4);
	} while (!end && r->in.len < 65536);
	if (!end)
		return false;
	*end = '\0';
	if (sscanf(r->in.ptr, "%15s %4095s", r->method, target) != 2)
		return false;
	char *query = strchr(target, '?');
	if (query)
		*query++ = '\0';
	(void)snprintf(r->path, sizeof r->path, "%.2000s", target);
	(void)snprintf(r->query, sizeof r->query, "%.2000s", query ? query : "");
	for (line = strtok_r(r->in.ptr, "\r\n", &rest); line; line = strtok_r(NULL, "\r\n", &rest))
		take_header(r, line);
	size_t const skip = (size_t)(end + 4 - r->in.ptr);
	memmove(r->in.ptr, r->in.ptr + skip, r->in.len - skip);
	r->in.len -= skip;
	return true;
}

/* The chunks joined, as they come. */
static bool read_chunks(int fd, struct request *r)
{
	struct text body = {0};
	for (size_t at = 0;;) {
		char *end = r->in.len > at ? memmem(r->in.ptr + at, r->in.len - at, "\r\n", 2) : NULL;
		if (!end) {
			if (!read_more(fd, &r->in))
				return false;
			continue;
		}
		size_t const size = (size_t)strtoul(r->in.ptr + at, NULL, 16);
		size_t const begin = (size_t)(end + 2 - r->in.ptr);
		while (r->in.len < begin + size + 2)
			if (!read_more(fd, &r->in))
				return false;
		if (!size)
			break;
		text_add(&body, r->in.ptr + begin, size);
		at = begin + size + 2;
	}
	text_release(&r->in);
	r->in = body;
	r->length = body.len;
	return true;
}

static bool read_body(int fd, struct request *r)
{
	if (r->expects)
		(void)send_all(fd, "HTTP/1.1 100 Continue\r\n\r\n", 25);
	if (r->chunked)
		return read_chunks(fd, r);
	while (r->in.len < r->length)
		if (!read_more(fd, &r->in))
			return false;
	return true;
}

static void run_backend(const struct request *r, const char *folder, FILE *in, int out)
{
	char length[32];
	(void)snprintf(length, sizeof length, "%zu", r->length);
	(void)setenv("GIT_PROJECT_ROOT", folder, 1);
	(void)setenv("GIT_HTTP_EXPORT_ALL", "1", 1);
	(void)setenv("REMOTE_USER", "tester", 1);
	(void)setenv("REMOTE_ADDR", "127.0.0.1", 1);
	(void)setenv("PATH_INFO", r->path, 1);
	(void)setenv("QUERY_STRING", r->query, 1);
	(void)setenv("REQUEST_METHOD", r->method, 1);
	(void)setenv("CONTENT_TYPE", r->type, 1);
	(void)setenv("CONTENT_LENGTH", length, 1);
	if (r->encoding[0])
		(void)setenv("HTTP_CONTENT_ENCODING", r->encoding, 1);
	if (r->protocol[0])
		(void)setenv("HTTP_GIT_PROTOCOL", r->protocol, 1);
	(void)dup2(fileno(in), 0);
	(void)dup2(out, 1);
	execlp("git", "git", "http-backend", (char *)NULL);
	_exit(127);
}

/* A CGI answer begins with its own head, in which Status is the first line's. */
static void answer(int fd, const struct text *got)
{
	struct text out = {0};
	const char *end = got->len ? memmem(got->ptr, got->len, "\r\n\r\n", 4) : NULL;
	const char *status = got->len ? memmem(got->ptr, got->len, "Status: ", 8) : NULL;
	if (!end) {
		(void)send_all(fd, "HTTP/1.1 500 Broken\r\nConnection: close\r\n\r\n", 42);
		return;
	}
	int const code = status && status < end ? atoi(status + 8) : 200;
	text_format(&out, "HTTP/1.1 %d As said\r\nConnection: close\r\n", code);
	text_add(&out, got->ptr, got->len);
	(void)send_all(fd, out.ptr, out.len);
	text_release(&out);
}

static void serve(int fd, const char *folder, const char *credentials)
{
	static const char locked[] = "HTTP/1.1 401 Who are you\r\nWWW-Authenticate: Basic "
	                             "realm=\"drafts\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
	struct request r;
	struct text got = {0};
	FILE *in = tmpfile();
	int out[2];
	memset(&r, 0, sizeof r);
	if (!in || !read_head(fd, &r) || !read_body(fd, &r))
		_exit(1);
	if (credentials && strcmp(r.auth, credentials) != 0) {
		(void)send_all(fd, locked, sizeof locked - 1);
		_exit(0);
	}
	if ((r.in.len && fwrite(r.in.ptr, 1, r.in.len, in) != r.in.len) || fflush(in) ||
	    fseek(in, 0, SEEK_SET) || pipe(out) < 0)
		_exit(1);
	if (fork() == 0)
		run_backend(&r, folder, in, out[1]);
	(void)close(out[1]);
	char room[65536];
	for (ssize_t n; (n = read(out[0], room, sizeof room)) > 0;)
		text_add(&got, room, (size_t)n);
	answer(fd, &got);
	(void)shutdown(fd, SHUT_WR);
	_exit(0);
}

void server_http_locked(struct server *s, const char *folder, const char *credentials)
{
	*s = (struct server){0, 0};
	if (system("test -x \"$(git --exec-path)/git-http-backend\"") != 0)
		return;
	int const fd = listener(&s->port);
	if (begin(s)) {
		for (;;) {
			int const client = accept(fd, NULL, NULL);
			if (client >= 0 && fork() == 0) {
				(void)signal(SIGCHLD, SIG_DFL);
				serve(client, folder, credentials);
			}
			if (client >= 0)
				(void)close(client);
		}
	}
	(void)close(fd);
}

void server_http(struct server *s, const char *folder)
{
	server_http_locked(s, folder, NULL);
}
