/*
 * message.c -- what goes to standard error: single lines, and findings.
 *
 * Names and words of the user's pass through redline_write_safe.  Findings are
 * cut off after MESSAGES_MAX bytes, at a line's end: nobody reads more, and a
 * hostile statement could make millions.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"

enum { MESSAGES_MAX = 512 * 1024 };

bool sink_stderr(void *context, const char *ptr, size_t len)
{
	(void)context;
	return fwrite(ptr, 1, len, stderr) == len;
}

static void put_safe(const char *text)
{
	(void)redline_write_safe((redline_bytes){text, strlen(text)}, sink_stderr, NULL);
}

void say(const char *name, const char *what)
{
	fputs("redline: ", stderr);
	if (name) {
		put_safe(name);
		fputs(": ", stderr);
	}
	put_safe(what);
	fputc('\n', stderr);
}

int say_status(const char *name, redline_status status)
{
	say(name, redline_status_text(status));
	return TROUBLE;
}

int say_usage(const struct command *command, const char *what, const char *named)
{
	fprintf(stderr, "redline: %s", what);
	if (named) {
		fputs(" '", stderr);
		put_safe(named);
		fputc('\'', stderr);
	}
	fprintf(stderr, "; see redline %s%s--help\n", command ? command->name : "",
	        command ? " " : "");
	return TROUBLE;
}

/* ---- findings ---- */

struct limited {
	size_t left;
	bool cut;
};

/* Takes everything, prints whole lines until the limit. */
static bool sink_limited(void *context, const char *ptr, size_t len)
{
	struct limited *l = context;
	if (l->cut)
		return true;
	if (len <= l->left) {
		l->left -= len;
		return sink_stderr(NULL, ptr, len);
	}
	const char *nl = memchr(ptr, '\n', len);
	l->cut = nl != NULL;
	return sink_stderr(NULL, ptr, nl ? (size_t)(nl - ptr) + 1 : len);
}

/* With its attached notes, the next finding of at least this level; count 0 at the end. */
static redline_findings next_group(redline_findings all, size_t *at, redline_level least)
{
	while (*at < all.count) {
		size_t const first = (*at)++;
		while (*at < all.count && all.items[*at].attached)
			++*at;
		if (all.items[first].level >= least)
			return (redline_findings){all.items + first, *at - first, all.worst};
	}
	return (redline_findings){NULL, 0, all.worst};
}

redline_status say_findings(const redline_view *view, const struct settings *s,
                            redline_findings findings, redline_level least)
{
	struct limited limit = {MESSAGES_MAX, false};
	redline_style const style = message_style(s);
	redline_status status = REDLINE_OK;
	if (least == REDLINE_NOTE)
		status = redline_write_findings(view, &findings, &style, sink_limited, &limit);
	size_t at = least == REDLINE_NOTE ? findings.count : 0;
	for (redline_findings group;
	     status == REDLINE_OK && !limit.cut &&
	     (group = next_group(findings, &at, least)).count > 0;)
		status = redline_write_findings(view, &group, &style, sink_limited, &limit);
	if (limit.cut)
		say(NULL, "too many findings to print; -f json has them all");
	return status;
}
