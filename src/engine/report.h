/*
 * A growing list of findings whose messages live in an arena.
 */
#ifndef RL_ENGINE_REPORT_H
#define RL_ENGINE_REPORT_H

#include <redline/finding.h>

#include "base/arena.h"
#include "base/vec.h"

struct report {
	struct arena *arena;
	VEC(redline_finding) findings;
	redline_level worst;
	uint32_t amendment; /* that new findings are about, or REDLINE_NONE */
};

void report_begin(struct report *r, struct arena *arena);
void report_release(struct report *r);

/* A finding at a place; format as printf's. */
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
void report_add(struct report *r, redline_level level, const char *code, redline_spot spot,
                const char *format, ...);

/* A note that belongs to the finding before it. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
void report_note(struct report *r, redline_spot spot, const char *format, ...);

/* Makes the last finding one about its source as a whole. */
void report_placeless(struct report *r);

redline_findings report_view(const struct report *r);
bool report_failed(const struct report *r);

/* For "%.*s": a view cut to at most 80 bytes at a character's edge. */
#define SHOWN(bytes) (int)report_shown_len(bytes), (bytes).ptr
size_t report_shown_len(redline_bytes words);

#endif
