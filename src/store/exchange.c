/*
 * exchange.c -- see exchange.h.
 */
#define _XOPEN_SOURCE 700

#include "exchange.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "credential.h"

_Thread_local struct exchange *exchange_now;

enum {
	PATIENCE_SECONDS = 20,  /* and as much as 8 more to look again */
	PATIENCE_MOST = 30,
	TYPING_SECONDS = 120,   /* for a password */
	TELL_EVERY = 100,       /* milliseconds */
};

int64_t exchange_clock(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* redline.patience, in seconds, for those whose net is slow, or who are in a hurry. */
static int patience_of(git_repository *repo)
{
	git_config *config = NULL;
	int32_t seconds = PATIENCE_SECONDS;
	int const opened = repo ? git_repository_config_snapshot(&config, repo)
	                        : git_config_open_default(&config);
	if (opened == 0 && git_config_get_int32(&seconds, config, "redline.patience") < 0)
		seconds = PATIENCE_SECONDS;
	git_config_free(config);
	git_error_clear();
	return seconds < 1 ? 1 : seconds > PATIENCE_MOST ? PATIENCE_MOST : (int)seconds;
}

void exchange_begin(struct exchange *x, redline_store *store,
                    const struct redline_sharing *sharing)
{
	*x = (struct exchange){.sharing = sharing, .outer = exchange_now};
	x->patience = 1000 * patience_of(store ? store->repo : NULL);
	x->first_patience = isatty(STDERR_FILENO) && x->patience < 1000 * TYPING_SECONDS
	                        ? 1000 * TYPING_SECONDS
	                        : x->patience;
	exchange_now = x;
}

void exchange_finish(struct exchange *x)
{
	credential_forget(x);
	exchange_now = x->outer;
}

void exchange_hear(struct exchange *x, const char *text, size_t len)
{
	size_t at = strlen(x->said);
	size_t const room = sizeof x->said - 1;
	while (len && (unsigned char)text[len - 1] <= ' ')
		len--;
	if (len > room / 2) { /* the end tells most */
		text += len - room / 2;
		len = room / 2;
	}
	if (at && at + len + 1 > room) {
		size_t const drop = at + len + 1 - room < at ? at + len + 1 - room : at;
		memmove(x->said, x->said + drop, at - drop + 1);
		at -= drop;
	}
	if (at && len)
		x->said[at++] = ' ';
	for (size_t i = 0; i < len; i++)
		x->said[at++] = (unsigned char)text[i] < ' ' || text[i] == 0x7F ? ' ' : text[i];
	x->said[at] = '\0';
}

int exchange_tell(struct exchange *x, uint32_t done, uint32_t of, uint64_t bytes)
{
	int64_t const now = exchange_clock();
	bool const due = now - x->told >= TELL_EVERY || (of && done == of);
	if (!x->sharing->progress || !due)
		return 0;
	x->told = now;
	if (x->sharing->progress(x->sharing->context, done, of, bytes))
		return 0;
	x->stopped = true;
	return GIT_EUSER;
}

static redline_status say_end(const struct exchange *x, const char *address,
                              redline_trouble *why)
{
	const char *colon = x->said[0] ? ": " : "";
	if (x->end == EXCHANGE_SILENT)
		return trouble_say(why, REDLINE_UNREACHABLE, "%s has been silent for %d seconds", address,
		                   x->patience / 1000);
	if (x->end == EXCHANGE_UNFOUND)
		return trouble_say(why, REDLINE_UNREACHABLE, "%s can't be reached%s%s", address, colon,
		                   x->said);
	return trouble_say(why, REDLINE_UNREACHABLE, "%s hung up%s%s", address, colon, x->said);
}

redline_status exchange_judge(const struct exchange *x, int code, const char *address,
                              redline_trouble *why)
{
	const git_error *last = git_error_last();
	const char *message = last && last->message ? last->message : "";
	if (x->stopped)
		return trouble_say(why, REDLINE_DECLINED, "stopped; nothing was changed");
	if (x->end != EXCHANGE_GOOD)
		return say_end(x, address, why);
	if (code == GIT_EAUTH)
		return trouble_say(why, REDLINE_REJECTED, "%s wants other credentials: %s", address,
		                   message);
	if (code == GIT_ECERTIFICATE || (last && last->klass == GIT_ERROR_SSL))
		return trouble_say(why, REDLINE_UNREACHABLE,
		                   "%s can't prove who it is: %s", address, message);
	if (last && (last->klass == GIT_ERROR_NET || last->klass == GIT_ERROR_HTTP ||
	             last->klass == GIT_ERROR_SSH))
		return trouble_say(why, REDLINE_UNREACHABLE, "%s: %s%s%s", address, message,
		                   x->said[0] ? "; it says: " : "", x->said);
	if (last && (last->klass == GIT_ERROR_INDEXER || last->klass == GIT_ERROR_ZLIB))
		return trouble_say(why, REDLINE_DAMAGED, "what %s sent is damaged: %s", address, message);
	return trouble_git(why, code, "%s", address);
}
