/* report.c -- see report.h. */
#include "report.h"

#include <stdarg.h>
#include <stdio.h>

#include <redline/draft.h>

#include "base/bytes.h"

#define SHOWN_MAX 80u

void report_begin(struct report *r, struct arena *arena)
{
	*r = (struct report){.arena = arena, .worst = REDLINE_NOTE, .amendment = REDLINE_NONE};
}

void report_release(struct report *r)
{
	VEC_RELEASE(&r->findings);
}

static redline_bytes print(struct arena *a, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	int const n = vsnprintf(NULL, 0, format, args);
	char *text = n >= 0 ? arena_alloc(a, (size_t)n + 1) : NULL;
	if (text)
		(void)vsnprintf(text, (size_t)n + 1, format, again);
	va_end(again);
	/* the user's words may hold line breaks; a message is one line */
	for (int i = 0; text && i < n; i++)
		if (text[i] == '\n' || text[i] == '\r' || text[i] == '\t')
			text[i] = ' ';
	return (redline_bytes){text, text ? (size_t)n : 0};
}

static void add(struct report *r, redline_finding finding)
{
	redline_finding *slot = VEC_PUSH(&r->findings);
	if (!slot)
		return;
	*slot = finding;
	slot->amendment = r->amendment;
	if (!finding.attached && finding.level > r->worst)
		r->worst = finding.level;
}

void report_add(struct report *r, redline_level level, const char *code, redline_spot spot,
                const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(r, (redline_finding){.level = level,
	                         .code = code,
	                         .spot = spot,
	                         .message = print(r->arena, format, args)});
	va_end(args);
}

void report_note(struct report *r, redline_spot spot, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	add(r, (redline_finding){.level = REDLINE_NOTE,
	                         .attached = true,
	                         .code = "note",
	                         .spot = spot,
	                         .message = print(r->arena, format, args)});
	va_end(args);
}

void report_placeless(struct report *r)
{
	if (r->findings.len)
		r->findings.at[r->findings.len - 1].placeless = true;
}

redline_findings report_view(const struct report *r)
{
	return (redline_findings){r->findings.at, r->findings.len, r->worst};
}

bool report_failed(const struct report *r)
{
	return r->findings.failed || r->arena->failed;
}

size_t report_shown_len(redline_bytes words)
{
	size_t len = words.len;
	if (len > SHOWN_MAX) {
		len = SHOWN_MAX;
		while (len > 0 && ((unsigned char)words.ptr[len] & 0xC0) == 0x80)
			len--;
	}
	return len;
}
