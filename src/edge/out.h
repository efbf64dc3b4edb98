/*
 * Output on its way to a sink: small pieces are gathered, a failure is
 * remembered, so a writer writes on and checks once, at its end.
 *
 *     struct out o;
 *     out_begin(&o, sink, context);
 *     out_text(&o, "..."); ...
 *     return out_finish(&o);   // REDLINE_OK or REDLINE_WRITE_FAILED
 */
#ifndef RL_EDGE_OUT_H
#define RL_EDGE_OUT_H

#include <redline/base.h>

struct out {
	redline_sink *sink;
	void *context;
	bool failed;
	size_t len;
	char room[4096];
};

void out_begin(struct out *o, redline_sink *sink, void *context);
void out_add(struct out *o, const void *ptr, size_t len);
void out_bytes(struct out *o, redline_bytes bytes);
void out_text(struct out *o, const char *terminated);
void out_char(struct out *o, char c);
void out_repeat(struct out *o, char c, size_t count);
void out_number(struct out *o, uint32_t n);
redline_status out_finish(struct out *o);

#endif
