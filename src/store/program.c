/*
 * program.c -- see program.h.
 *
 * The smart protocol is libgit2's; here is what it calls a subtransport: one
 * connection, of which it reads and to which it writes.
 */
#include "program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <git2/sys/transport.h>

#include "base/buf.h"
#include "disk.h"
#include "exchange.h"
#include "wire.h"

struct connection {
	git_smart_subtransport parent;
	git_smart_subtransport_stream stream;
	struct wire wire;
	const struct program_way *way;
};

/* ---- what to run ---- */

enum { WORDS_MOST = 16 };

struct call {
	const char *words[WORDS_MOST];
	int count;
	char *command, *shell, *wait; /* memory of some of them */
};

static void add(struct call *call, const char *word)
{
	call->words[call->count++] = word;
}

/* 'it''s': for the shell on the other side, as git does it. */
static char *quote(const char *service, const char *path)
{
	struct buf out = {0};
	buf_printf(&out, "%s '", service);
	for (const char *at = path; *at; at++) {
		if (*at == '\'' || *at == '!')
			buf_printf(&out, "'\\%c'", *at);
		else
			buf_char(&out, *at);
	}
	buf_text(&out, "'");
	buf_char(&out, '\0');
	if (out.failed)
		abort();
	return out.ptr;
}

/* The user's own ssh: a command for the shell, or NULL. */
static char *ssh_command(git_repository *repo)
{
	const char *set = getenv("GIT_SSH_COMMAND");
	git_config *config = NULL;
	git_buf value = {0};
	char *command = set && *set ? disk_path("%s", set) : NULL;
	if (!command && repo && git_repository_config_snapshot(&config, repo) == 0 &&
	    git_config_get_string_buf(&value, config, "core.sshcommand") == 0)
		command = disk_path("%s", value.ptr);
	git_buf_dispose(&value);
	git_config_free(config);
	git_error_clear();
	return command;
}

/* With a command of the user's own we don't know its options. */
static void add_ssh(struct call *call, git_repository *repo)
{
	char *own = ssh_command(repo);
	const char *program = getenv("GIT_SSH");
	if (own) {
		call->shell = disk_path("%s \"$@\"", own);
		free(own);
		add(call, "sh");
		add(call, "-c");
		add(call, call->shell);
		add(call, "ssh");
	} else if (program && *program) {
		add(call, program);
	} else {
		call->wait = disk_path("ConnectTimeout=%d", exchange_now->patience / 1000);
		add(call, "ssh");
		add(call, "-o");
		add(call, call->wait);
		if (!isatty(STDERR_FILENO)) {
			add(call, "-o");
			add(call, "BatchMode=yes");
		}
	}
}

static void make_call(struct call *call, const struct program_way *way, bool receives)
{
	const struct address *a = way->address;
	const char *service = receives ? "receive-pack" : "upload-pack";
	*call = (struct call){.count = 0};
	if (a->kind == ADDRESS_LOCAL) {
		add(call, "git");
		add(call, service);
		add(call, a->path);
		return;
	}
	add_ssh(call, way->repo);
	if (a->port) {
		add(call, "-p");
		add(call, a->port);
	}
	char *full = disk_path("git-%s", service);
	call->command = quote(full, a->path);
	free(full);
	add(call, a->host);
	add(call, call->command);
}

/* ---- what libgit2 calls ---- */

static struct connection *connection_of(git_smart_subtransport_stream *stream)
{
	return (struct connection *)stream->subtransport;
}

static int take(git_smart_subtransport_stream *stream, char *buffer, size_t size, size_t *read)
{
	ssize_t const n = wire_read(&connection_of(stream)->wire, buffer, size);
	*read = n > 0 ? (size_t)n : 0;
	if (n == 0 && exchange_now->end == EXCHANGE_GOOD) {
		/* libgit2 would ask again and again */
		exchange_now->end = EXCHANGE_BROKEN;
		git_error_set_str(GIT_ERROR_NET, "the other side hung up");
		wire_close(&connection_of(stream)->wire); /* and hear why */
	}
	return n > 0 ? 0 : -1;
}

static int give(git_smart_subtransport_stream *stream, const char *bytes, size_t len)
{
	return wire_write(&connection_of(stream)->wire, bytes, len);
}

static void keep_stream(git_smart_subtransport_stream *stream)
{
	(void)stream; /* it is a part of the connection */
}

static int act(git_smart_subtransport_stream **out, git_smart_subtransport *transport,
               const char *url, git_smart_service_t service)
{
	struct connection *c = (struct connection *)transport;
	struct call call;
	int code = 0;
	(void)url;
	*out = &c->stream;
	if (service == GIT_SERVICE_UPLOADPACK || service == GIT_SERVICE_RECEIVEPACK)
		return 0; /* goes on */
	wire_close(&c->wire);
	make_call(&call, c->way, service == GIT_SERVICE_RECEIVEPACK_LS);
	code = wire_start(&c->wire, call.words);
	free(call.command);
	free(call.shell);
	free(call.wait);
	return code;
}

static int hang_up(git_smart_subtransport *transport)
{
	wire_close(&((struct connection *)transport)->wire);
	return 0;
}

static void release(git_smart_subtransport *transport)
{
	(void)hang_up(transport);
	free(transport);
}

static int connect_way(git_smart_subtransport **out, git_transport *owner, void *way)
{
	struct connection *c = calloc(1, sizeof *c);
	(void)owner;
	if (!c)
		abort();
	c->parent = (git_smart_subtransport){.action = act, .close = hang_up, .free = release};
	c->stream = (git_smart_subtransport_stream){&c->parent, take, give, keep_stream};
	c->wire = (struct wire){-1, -1, 0};
	c->way = way;
	*out = &c->parent;
	return 0;
}

int program_transport(git_transport **out, git_remote *owner, void *way)
{
	git_smart_subtransport_definition definition = {connect_way, 0, way};
	return git_transport_smart(out, owner, &definition);
}
