/*
 * trouble.c -- see trouble.h.
 *
 * libgit2 keeps one message a thread, which may be missing or left over from
 * an error that it dealt with itself.  So the status comes from the code
 * first, and from the class of the message only where the code says nothing;
 * the message is forgotten once told.
 */
#include "trouble.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/bytes.h"

enum { CHARS_LEFT = 4 }; /* what "..." and the NUL take */

/* Makes what came from outside fit to be shown, on one line. */
static void tidy(char *text)
{
	redline_bytes const all = bytes_of(text);
	size_t to = 0;
	for (size_t at = 0; at < all.len;) {
		unsigned size;
		uint32_t const cp = utf8_at(all, at, &size);
		bool const broken = cp == 0xFFFD && size == 1;
		if (broken || (is_hidden_char(cp) && cp != '\n' && cp != '\t'))
			text[to++] = '?';
		else if (cp == '\n' || cp == '\t' || cp == '\r')
			text[to++] = ' ';
		else
			for (unsigned i = 0; i < size; i++)
				text[to++] = text[at + i];
		at += size;
	}
	while (to && (text[to - 1] == ' ' || text[to - 1] == '.'))
		to--;
	text[to] = '\0';
}

/* Marks a sentence that was cut, at the start of a character. */
static void mark_cut(redline_trouble *why)
{
	size_t at = sizeof why->text - CHARS_LEFT;
	while (at && ((unsigned char)why->text[at] & 0xC0) == 0x80)
		at--;
	memcpy(why->text + at, "...", 4);
}

static void say(redline_trouble *why, const char *format, va_list arguments, const char *cause)
{
	if (!why)
		return;
	size_t const room = sizeof why->text;
	int put = vsnprintf(why->text, room, format, arguments);
	bool cut = put < 0 || (size_t)put >= room;
	if (cause && *cause && !cut) {
		int const more = snprintf(why->text + put, room - (size_t)put, "%s%s",
		                          put ? ": " : "", cause);
		cut = more < 0 || (size_t)(put + more) >= room;
	}
	if (cut)
		mark_cut(why);
	tidy(why->text);
	if (cut)
		strcat(why->text, "..."); /* tidy took the stops away */
}

redline_status trouble_say(redline_trouble *why, redline_status status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	say(why, format, arguments, NULL);
	va_end(arguments);
	return status;
}

static redline_status status_of_class(int class)
{
	switch (class) {
	case GIT_ERROR_NOMEMORY:
		return REDLINE_NO_MEMORY;
	case GIT_ERROR_ODB:
	case GIT_ERROR_ZLIB:
	case GIT_ERROR_OBJECT:
	case GIT_ERROR_TREE:
	case GIT_ERROR_TAG:
	case GIT_ERROR_SHA:
		return REDLINE_DAMAGED;
	case GIT_ERROR_NET:
	case GIT_ERROR_SSL:
	case GIT_ERROR_SSH:
	case GIT_ERROR_HTTP:
		return REDLINE_UNREACHABLE;
	default:
		return REDLINE_SYSTEM;
	}
}

static redline_status status_of(int code, int class)
{
	switch (code) {
	case GIT_ENOTFOUND:
	case GIT_EUNBORNBRANCH:
		return REDLINE_NOT_FOUND;
	case GIT_EAMBIGUOUS:
		return REDLINE_AMBIGUOUS;
	case GIT_EEXISTS:
	case GIT_EINVALIDSPEC:
	case GIT_EBAREREPO:
	case GIT_EUNMERGED:
	case GIT_ECONFLICT:
	case GIT_EDIRECTORY:
	case GIT_EOWNER:
	case GIT_EUSER:
		return REDLINE_DECLINED;
	case GIT_ELOCKED:
		return REDLINE_BUSY;
	case GIT_EMISMATCH:
	case GIT_EPEEL:
		return REDLINE_DAMAGED;
	case GIT_ENONFASTFORWARD:
		return REDLINE_REJECTED;
	case GIT_EAUTH:
	case GIT_ECERTIFICATE:
	case GIT_EEOF:
		return REDLINE_UNREACHABLE;
	default:
		return status_of_class(class);
	}
}

redline_status trouble_git(redline_trouble *why, int code, const char *format, ...)
{
	const git_error *last = git_error_last();
	redline_status const status = status_of(code, last ? last->klass : 0);
	va_list arguments;
	va_start(arguments, format);
	say(why, format, arguments, last ? last->message : redline_status_text(status));
	va_end(arguments);
	git_error_clear();
	return status;
}

redline_status trouble_system(redline_trouble *why, const char *format, ...)
{
	int const error = errno;
	va_list arguments;
	va_start(arguments, format);
	say(why, format, arguments, strerror(error));
	va_end(arguments);
	return REDLINE_SYSTEM;
}

redline_status trouble_object(redline_trouble *why, int code, const git_oid *id,
                              const char *what)
{
	const git_error *last = git_error_last();
	char name[GIT_OID_HEXSZ + 1];
	git_oid_tostr(name, sizeof name, id);
	if (code == GIT_ENOTFOUND) {
		git_error_clear();
		return trouble_say(why, REDLINE_DAMAGED, "%s: object %s is missing", what, name);
	}
	if (last && last->klass == GIT_ERROR_OS)
		return trouble_git(why, code, "%s: object %s", what, name);
	(void)trouble_say(why, REDLINE_DAMAGED, "%s: object %s is damaged (%s)", what, name,
	                  last ? last->message : "it is of another kind");
	git_error_clear();
	return REDLINE_DAMAGED;
}
