/*
 * redline/apply.h -- amendments onto a draft.
 *
 * Every amendment addresses the draft as submitted, so their order does not
 * matter.  An amendment lands in exactly one way or is refused with findings
 * that say why.  The same change asked for twice is one change with several
 * causes; different changes to overlapping bytes are a conflict, and both
 * are refused.
 */
#ifndef REDLINE_APPLY_H
#define REDLINE_APPLY_H

#include "base.h"
#include "draft.h"
#include "finding.h"
#include "script.h"
#include "statement.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum redline_fate {
	REDLINE_APPLIED,
	REDLINE_REFUSED,   /* its findings say why */
	REDLINE_CONFLICT,  /* with another amendment; both are refused */
	REDLINE_WITHDRAWN, /* its proposer took it back; a note says where */
} redline_fate;

/* One place in the draft where an amendment changes something. */
typedef struct redline_landing {
	uint32_t block;      /* the block it is in, or stands after */
	redline_range range; /* the bytes that go; empty for an insertion */
	redline_bytes words; /* the bytes that come */
	uint32_t op;         /* the script's operation that does it, or
	                        REDLINE_NONE if it was not applied */
} redline_landing;

/* What became of one amendment. */
typedef struct redline_result {
	uint32_t statement;  /* which, from 0 */
	const redline_amendment *amendment; /* the statement's, or a copy in which a
	                        place goes without the scope that was carried over
	                        to it and does not hold: "paragraph 9" where the
	                        statement was at section B, and 9 is in C */
	redline_fate fate;
	const redline_landing *landings; /* where it lands, or would have */
	uint32_t landing_count;
} redline_result;

typedef struct redline_outcome redline_outcome;

/*
 * Applies the amendments of `count` statements to a draft.  Draft and
 * statements are borrowed and must outlive the outcome; each statement must
 * have been read with its index here as its number.
 *
 * The script holds what was applied; with refusals the caller decides
 * whether to use it (the command does so only with --partial).  Cost: one
 * pass over the draft, then time by the words looked up, not by the draft's
 * length.
 *
 * Says REDLINE_OK (also when everything was refused), REDLINE_NO_MEMORY or
 * REDLINE_TOO_LARGE (the new text would pass REDLINE_TEXT_MAX).
 */
REDLINE_API redline_status redline_apply(redline_outcome **out,
                                         const redline_draft *draft,
                                         const redline_statement *const *statements,
                                         uint32_t count);

REDLINE_API void redline_outcome_free(redline_outcome *outcome);

REDLINE_API const redline_script *redline_outcome_script(const redline_outcome *o);

/* One for each amendment, statements in order, amendments in the order written. */
REDLINE_API const redline_result *redline_outcome_results(const redline_outcome *o,
                                                          uint32_t *count);

/*
 * The draft with the first `amendments` of the results carried out, in memory
 * from malloc that is the caller's (free; never NULL on REDLINE_OK, and not
 * terminated).  What several amendments ask for comes with the first of them.
 * Stage 0 is the old text, the stage of all results the script's new text; every
 * stage is valid UTF-8, and what has come with one stays in all later ones.
 *
 * Not promised: that a stage is what its amendments alone would have made where
 * two touch one another; the white space between them may come with the last.
 * Linear in the text.  Says REDLINE_OK or REDLINE_NO_MEMORY.
 */
REDLINE_API redline_status redline_outcome_stage(const redline_outcome *o, uint32_t amendments,
                                                 char **text, size_t *len);

/*
 * What applying found.  The statements' own findings are not repeated here.
 */
REDLINE_API redline_findings redline_outcome_findings(const redline_outcome *o);

#ifdef __cplusplus
}
#endif
#endif
