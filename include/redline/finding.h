/*
 * redline/finding.h -- what is wrong with, or worth knowing about, the
 * *user's text*: a level, a place and a sentence.  Failures of the machine
 * are statuses (redline/base.h).
 */
#ifndef REDLINE_FINDING_H
#define REDLINE_FINDING_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum redline_level {
	REDLINE_NOTE,    /* worth knowing; or explains the finding before it */
	REDLINE_WARNING, /* done, but look at it */
	REDLINE_ERROR,   /* not done, or not understood */
} redline_level;

/* Which text a range is in: the draft, or the i-th statement of the call. */
#define REDLINE_IN_DRAFT 0u
#define REDLINE_IN_STATEMENT(i) ((uint32_t)(i) + 1u)

typedef struct redline_spot {
	uint32_t source; /* REDLINE_IN_DRAFT or REDLINE_IN_STATEMENT(i) */
	redline_range range;
} redline_spot;

typedef struct redline_finding {
	redline_level level;
	bool attached;       /* a note that belongs to the finding before it */
	bool placeless;      /* spot.range says nothing; the source still does */
	redline_spot spot;
	const char *code;    /* static, for programs: "words-absent"; listed in
	                        redline-amendments(5); never renamed */
	redline_bytes message; /* one sentence, no line break, no full stop; the
	                          user's own words in it are NOT made safe for a
	                          terminal: the writers do that */
	uint32_t amendment;  /* index in the outcome, or REDLINE_NONE */
} redline_finding;

/* A list of findings, in the order of discovery. */
typedef struct redline_findings {
	const redline_finding *items;
	size_t count;
	redline_level worst; /* REDLINE_NOTE when there are none */
} redline_findings;

#ifdef __cplusplus
}
#endif
#endif
