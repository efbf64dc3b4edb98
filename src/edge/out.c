/* out.c -- gathered output.  See out.h.  Pieces longer than the room go straight on. */
#include "edge/out.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void out_begin(struct out *o, redline_sink *sink, void *context)
{
	o->sink = sink;
	o->context = context;
	o->failed = false;
	o->len = 0;
}

static void send(struct out *o, const char *ptr, size_t len)
{
	if (len && !o->failed && !o->sink(o->context, ptr, len))
		o->failed = true;
}

static void flush(struct out *o)
{
	send(o, o->room, o->len);
	o->len = 0;
}

void out_add(struct out *o, const void *ptr, size_t len)
{
	if (!len)
		return;
	if (len > sizeof o->room - o->len)
		flush(o);
	if (len > sizeof o->room) {
		send(o, ptr, len);
		return;
	}
	memcpy(o->room + o->len, ptr, len);
	o->len += len;
}

void out_bytes(struct out *o, redline_bytes bytes)
{
	out_add(o, bytes.ptr, bytes.len);
}

void out_text(struct out *o, const char *terminated)
{
	out_add(o, terminated, strlen(terminated));
}

void out_char(struct out *o, char c)
{
	out_add(o, &c, 1);
}

void out_repeat(struct out *o, char c, size_t count)
{
	while (count--)
		out_char(o, c);
}

void out_number(struct out *o, uint32_t n)
{
	char digits[16];
	(void)snprintf(digits, sizeof digits, "%" PRIu32, n);
	out_text(o, digits);
}

redline_status out_finish(struct out *o)
{
	flush(o);
	return o->failed ? REDLINE_WRITE_FAILED : REDLINE_OK;
}
