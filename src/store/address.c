/* address.c -- see address.h. */
#define _XOPEN_SOURCE 700

#include "address.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/bytes.h"
#include "disk.h"
#include "trouble.h"

static bool exists(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0;
}

/* The scheme's length, "https" of "https://..."; 0: there is none. */
static size_t scheme_len(const char *text)
{
	size_t n = 0;
	while (is_alpha(text[n]) || is_digit(text[n]) || text[n] == '+' || text[n] == '-')
		n++;
	return n && strncmp(text + n, "://", 3) == 0 ? n : 0;
}

static bool is_scheme(const char *text, size_t len, const char *const names[])
{
	for (; *names; names++)
		if (strlen(*names) == len && strncasecmp(text, *names, len) == 0)
			return true;
	return false;
}

static bool is_short_ssh(const char *text)
{
	const char *colon = strchr(text, ':'), *slash = strchr(text, '/');
	return colon && colon > text && (!slash || colon < slash) && !exists(text);
}

bool address_is_one(const char *text)
{
	return strchr(text, '/') || strchr(text, ':') || strcmp(text, ".") == 0 ||
	       strcmp(text, "..") == 0;
}

static int hex(char c)
{
	char const low = to_lower(c);
	return is_digit(c) ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

static char *unescape(const char *text)
{
	char *out = disk_path("%s", text), *to = out;
	for (const char *at = text; *at; at++) {
		bool const coded = *at == '%' && hex(at[1]) >= 0 && hex(at[2]) >= 0;
		*to++ = coded ? (char)(hex(at[1]) * 16 + hex(at[2])) : *at;
		at += coded ? 2 : 0;
	}
	*to = '\0';
	return out;
}

/* ---- the kinds ---- */

static redline_status read_local(struct address *out, const char *path, const char *from,
                                 redline_trouble *why)
{
	char *joined = path[0] == '/' ? disk_path("%s", path) : disk_path("%s/%s", from, path);
	out->kind = ADDRESS_LOCAL;
	out->path = realpath(joined, NULL);
	free(joined);
	if (!out->path)
		return trouble_say(why, REDLINE_NOT_FOUND, "there is no repository at %s", path);
	out->text = disk_path("%s", out->path);
	return REDLINE_OK;
}

static redline_status check_ssh(const struct address *a, redline_trouble *why)
{
	const char *at = strchr(a->host, '@');
	if (!*a->host || *a->host == '-' || (at && at[1] == '-') || (at && !at[1]))
		return trouble_say(why, REDLINE_DECLINED, "%s: no host of that name", a->text);
	if (!*a->path || *a->path == '-')
		return trouble_say(why, REDLINE_DECLINED, "%s: no repository of that name", a->text);
	for (const char *p = a->port ? a->port : ""; *p; p++)
		if (!is_digit(*p))
			return trouble_say(why, REDLINE_DECLINED, "%s: a port is a number", a->text);
	return REDLINE_OK;
}

/* "[::1]" without its brackets. */
static void strip_brackets(char *host)
{
	char *open = strchr(host, '['), *close = open ? strchr(open, ']') : NULL;
	if (!close || close[1])
		return;
	*close = '\0';
	memmove(open, open + 1, strlen(open));
}

/* user@host[:port]/path */
static redline_status read_ssh_url(struct address *out, const char *rest, redline_trouble *why)
{
	const char *slash = strchr(rest, '/');
	char *place = disk_path("%.*s", (int)(slash ? slash - rest : (ptrdiff_t)strlen(rest)), rest);
	char *bracket = strchr(place, ']'), *colon = strchr(bracket ? bracket : place, ':');
	char *user = strchr(place, '@'); /* a colon before it stands before a password */
	if (user && colon && colon < user) {
		free(place);
		out->host = disk_path("%s", "");
		return trouble_say(why, REDLINE_DECLINED, "ssh takes no password in an address");
	}
	if (colon) {
		*colon = '\0';
		out->port = disk_path("%s", colon + 1);
	}
	strip_brackets(place);
	out->host = place;
	out->path = unescape(!slash ? "" : slash[1] == '~' ? slash + 1 : slash);
	return check_ssh(out, why);
}

static redline_status read_ssh(struct address *out, const char *text, size_t scheme,
                               redline_trouble *why)
{
	out->kind = ADDRESS_SSH;
	out->text = disk_path("%s", text);
	if (scheme)
		return read_ssh_url(out, text + scheme + 3, why);
	const char *colon = strchr(text, ':');
	out->host = disk_path("%.*s", (int)(colon - text), text);
	out->path = disk_path("%s", colon + 1);
	return check_ssh(out, why);
}

redline_status address_read(struct address *out, const char *text, const char *from,
                            redline_trouble *why)
{
	static const char *const ssh[] = {"ssh", "git+ssh", "ssh+git", NULL};
	static const char *const net[] = {"https", "http", "git", NULL};
	static const char *const file[] = {"file", NULL};
	size_t const scheme = scheme_len(text);
	*out = (struct address){.kind = ADDRESS_NET};
	if (is_scheme(text, scheme, file)) {
		char *path = unescape(text + scheme + 3);
		redline_status const status = read_local(out, path, from, why);
		free(path);
		return status;
	}
	if (is_scheme(text, scheme, ssh) || (!scheme && is_short_ssh(text)))
		return read_ssh(out, text, scheme, why);
	if (!scheme)
		return read_local(out, text, from, why);
	out->text = disk_path("%s", text);
	if (is_scheme(text, scheme, net))
		return REDLINE_OK;
	return trouble_say(why, REDLINE_DECLINED, "%.*s: redline knows paths, ssh, https, http and "
	                   "git, not this", (int)scheme, text);
}

void address_release(struct address *address)
{
	free(address->path);
	free(address->host);
	free(address->port);
	free(address->text);
	*address = (struct address){.kind = ADDRESS_NET};
}

char *address_shown(const char *text)
{
	size_t const scheme = scheme_len(text);
	const char *begin = text + (scheme ? scheme + 3 : 0);
	const char *end = begin + strcspn(begin, "/");
	const char *at = NULL, *colon = NULL;
	for (const char *c = begin; scheme && c < end; c++) {
		at = *c == '@' ? c : at;
		colon = *c == ':' && !colon && !at ? c : colon;
	}
	if (!at || !colon || colon > at)
		return disk_path("%s", text);
	return disk_path("%.*s%s", (int)(colon - text), text, at);
}
