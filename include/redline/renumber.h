/*
 * redline/renumber.h -- a draft numbered anew.
 *
 * A number is a label, and stays while a text is negotiated: what comes in is
 * "59 bis".  Numbering anew is an act of its own, at the end: every list runs
 * on without gaps, a bis or an alt gets a number like all others, and the
 * references in the text follow.
 *
 * Left alone: numbers with parts ("4.2", "38-841.03"), footnotes, references
 * to other texts, and a reference that could mean two provisions.
 */
#ifndef REDLINE_RENUMBER_H
#define REDLINE_RENUMBER_H

#include "base.h"
#include "draft.h"
#include "finding.h"
#include "script.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A provision whose number changed.  Its bytes are the draft's or the renumbering's. */
typedef struct redline_new_number {
	uint32_t block;     /* its index among those of the draft */
	redline_bytes was;  /* "59 bis" */
	redline_bytes is;   /* "60" */
} redline_new_number;

typedef struct redline_renumbering redline_renumbering;

/*
 * Numbers a draft anew.  A list at the margin begins with the number that it
 * begins with in `before`, the text before its changes, or, if that is NULL,
 * in the draft itself; a list inside a provision begins with 1, (a), (i).
 * The draft is borrowed and must outlive the renumbering.  Linear, but for
 * sorts of the numbers.
 *
 * Says REDLINE_OK, REDLINE_NO_MEMORY or REDLINE_TOO_LARGE.
 */
REDLINE_API redline_status redline_renumber(redline_renumbering **out,
                                            const redline_draft *draft,
                                            const redline_draft *before);
/* NULL is nothing to free. */
REDLINE_API void redline_renumbering_free(redline_renumbering *renumbering);

/* What follows belongs to the renumbering and lives as long. */

/* From the draft to its new text; its changes have no causes. */
REDLINE_API const redline_script *
redline_renumbering_script(const redline_renumbering *renumbering);

/* In the order of the draft; may be NULL if there are none. */
REDLINE_API const redline_new_number *
redline_renumbering_numbers(const redline_renumbering *renumbering, uint32_t *count);

/* What is worth a look, in the draft. */
REDLINE_API redline_findings
redline_renumbering_findings(const redline_renumbering *renumbering);

#ifdef __cplusplus
}
#endif
#endif
