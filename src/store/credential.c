/*
 * credential.c -- see credential.h.
 *
 * `git credential fill` reads and writes lines "key=value", to an empty line.  It asks
 * on the terminal only if there is one.
 */
#define _XOPEN_SOURCE 700

#include "credential.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "disk.h"
#include "exchange.h"
#include "wire.h"

struct credential_try {
	char *question;          /* protocol, host, path */
	char *user, *password;
};

enum { ANSWER_MOST = 65536, HELPER_PATIENCE = 120000 };

static void forget(struct credential_try *it)
{
	free(it->question);
	free(it->user);
	if (it->password)
		memset(it->password, 0, strlen(it->password));
	free(it->password);
	*it = (struct credential_try){0};
}

/* ---- the helper ---- */

/* Runs `git credential <action>`; *answer, if asked for, is from malloc. */
static bool ask(const char *action, const char *input, char **answer)
{
	bool const terminal = isatty(STDERR_FILENO);
	const char *const asking[] = {"git", "credential", action, NULL};
	const char *const quiet[] = {"env", "GIT_TERMINAL_PROMPT=0", "git", "credential", action, NULL};
	struct exchange *outer = exchange_now, inner = {.patience = HELPER_PATIENCE,
	                                                .first_patience = HELPER_PATIENCE,
	                                                .sharing = outer->sharing};
	struct wire wire;
	struct buf got = {0};
	char room[4096];
	exchange_now = &inner;
	bool ok = wire_start(&wire, terminal ? asking : quiet) == 0 &&
	          wire_write(&wire, input, strlen(input)) == 0 && wire_write(&wire, "\n", 1) == 0;
	ssize_t n = ok ? 1 : -1;
	while (ok && n > 0 && got.len < ANSWER_MOST && (n = wire_read(&wire, room, sizeof room)) > 0)
		buf_add(&got, room, (size_t)n);
	wire_close(&wire);
	exchange_now = outer;
	git_error_clear();
	memset(room, 0, sizeof room);
	buf_char(&got, '\0');
	ok = ok && n == 0 && !got.failed;
	if (answer && ok)
		*answer = got.ptr;
	else
		buf_release(&got);
	return ok;
}

static char *value_of(const char *answer, const char *key)
{
	size_t const len = strlen(key);
	for (const char *line = answer; line && *line;) {
		size_t const end = strcspn(line, "\n");
		if (end > len && strncmp(line, key, len) == 0 && line[len] == '=')
			return disk_path("%.*s", (int)(end - len - 1), line + len + 1);
		line += end + (line[end] == '\n');
	}
	return NULL;
}

/* ---- the question ---- */

/* "https://user@host:8080/path" as lines; NULL if it can't be asked safely. */
static char *question_of(const char *url, const char *user)
{
	const char *colon = strstr(url, "://");
	if (!colon || strpbrk(url, "\n\r") || (user && strpbrk(user, "\n\r")))
		return NULL;
	const char *place = colon + 3;
	size_t const len = strcspn(place, "/");
	const char *host = place;
	for (size_t i = 0; i < len; i++)
		host = place[i] == '@' ? place + i + 1 : host;
	const char *path = place[len] ? place + len + 1 : "";
	return disk_path("protocol=%.*s\nhost=%.*s\npath=%s\n%s%s%s", (int)(colon - url), url,
	                 (int)(place + len - host), host, path, user ? "username=" : "",
	                 user ? user : "", user ? "\n" : "");
}

static void tell(const struct credential_try *it, const char *action)
{
	struct buf all = {0};
	buf_printf(&all, "%susername=%s\npassword=%s\n", it->question, it->user, it->password);
	buf_char(&all, '\0');
	if (!all.failed)
		(void)ask(action, all.ptr, NULL);
	if (all.ptr)
		memset(all.ptr, 0, all.len);
	buf_release(&all);
}

static bool fill(struct credential_try *it, const char *url, const char *user)
{
	char *answer = NULL;
	it->question = question_of(url, user);
	if (!it->question || !ask("fill", it->question, &answer))
		return false;
	it->user = value_of(answer, "username");
	it->password = value_of(answer, "password");
	memset(answer, 0, strlen(answer));
	free(answer);
	return it->user && it->password;
}

int credential_find(git_credential **out, const char *url, const char *user, unsigned allowed,
                    void *exchange)
{
	struct exchange *x = exchange;
	if (!(allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT))
		return GIT_PASSTHROUGH;
	if (x->tries) { /* they were no good */
		tell(x->tries, "reject");
		credential_forget(x);
		git_error_set_str(GIT_ERROR_NET, "they were refused");
		return GIT_EAUTH;
	}
	struct credential_try *it = calloc(1, sizeof *it);
	if (!it)
		abort();
	if (!fill(it, url, user)) {
		forget(it);
		free(it);
		git_error_set_str(GIT_ERROR_NET, "git's credential helpers have none");
		return GIT_EAUTH;
	}
	x->tries = it;
	return git_credential_userpass_plaintext_new(out, it->user, it->password);
}

void credential_approve(struct exchange *x)
{
	if (x->tries)
		tell(x->tries, "approve");
	credential_forget(x);
}

void credential_forget(struct exchange *x)
{
	if (!x->tries)
		return;
	forget(x->tries);
	free(x->tries);
	x->tries = NULL;
}
