/*
 * redline/write.h -- showing: a script in every output format, findings, and
 * what was understood.
 *
 * Every writer pushes bytes into a sink and does no other output.  What the
 * draft or a statement holds can't reach a terminal as a control: ESC, other
 * controls, bidirectional controls and invisible characters are printed as
 * their code ("U+202E") by the terminal writers.
 */
#ifndef REDLINE_WRITE_H
#define REDLINE_WRITE_H

#include "apply.h"
#include "base.h"
#include "compare.h"
#include "draft.h"
#include "finding.h"
#include "script.h"
#include "statement.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A redline to be shown: a script, and what is known around it.  draft,
 * outcome and names may be missing (NULL) where there are none, as for a
 * script read from CriticMarkup; then nothing is attributed.  With a comparison the
 * script is its script, and draft and after are the drafts it was made from: both
 * must be there.
 */
typedef struct redline_view {
	const redline_script *script;
	const redline_draft *draft;     /* of the script's old text */
	const redline_outcome *outcome;
	const redline_statement *const *statements;
	uint32_t statement_count;
	const char *draft_name;         /* for display: "draft.md" */
	const char *const *statement_names;
	const redline_comparison *comparison; /* or NULL; it has made the script */
	const redline_draft *after;     /* of the script's new text, or NULL */
	const char *after_name;         /* of the new draft, for display */
} redline_view;

typedef struct redline_style {
	bool color;      /* SGR colour, underline, strike; else [-x-]{+y+} */
	bool full;       /* unchanged paragraphs too */
	uint32_t width;  /* columns to wrap at; 0: never wrap */
	uint32_t context; /* unchanged paragraphs shown on each side of a change */
} redline_style;

/*
 * The draft with every change marked in place, for a person at a terminal:
 * per changed paragraph a header (number, section, file:line), the paragraph
 * with its marks, who and why; a line of totals; positions.
 * Says REDLINE_OK, REDLINE_NO_MEMORY or REDLINE_WRITE_FAILED.
 */
REDLINE_API redline_status redline_write_terminal(const redline_view *view,
                                                  const redline_style *style,
                                                  redline_sink *sink, void *context);

/*
 * Two columns, the old text and the new one, a pair of paragraphs beside each
 * other; for a view with a comparison.  Says the same.
 */
REDLINE_API redline_status redline_write_sides(const redline_view *view,
                                               const redline_style *style,
                                               redline_sink *sink, void *context);

/*
 * How much changed, section by section and in all: paragraphs changed, moved,
 * renumbered, words inserted, deleted, moved; for a view with a comparison.
 * Says the same.
 */
REDLINE_API redline_status redline_write_tally(const redline_view *view,
                                               const redline_style *style,
                                               redline_sink *sink, void *context);

/*
 * The line of totals alone: how many amendments were applied, whose, and the
 * positions taken.  For the formats that have no room for it.
 */
REDLINE_API redline_status redline_write_totals(const redline_view *view,
                                                const redline_style *style,
                                                redline_sink *sink, void *context);

/*
 * The whole draft in CriticMarkup: {~~old~>new~~}, {++new++}, {--old--}, each
 * followed by {>>who, when: why<<} where a cause is known.  Reading it back
 * with redline_script_read_critic gives the same new text, and the same old text
 * but where the script calls both alike, byte for byte; so no mark is ever printed for a text that holds marks itself:
 * REDLINE_UNMARKABLE, and *where (may be NULL) is the byte of the first one,
 * in the old text if *in_new (may be NULL) is false.
 * A mark holds at most one paragraph, with the line ends after it.
 */
REDLINE_API redline_status redline_write_critic(const redline_view *view,
                                                size_t *where, bool *in_new,
                                                redline_sink *sink, void *context);

/*
 * One JSON object, schema "redline/1", described in redline-apply(1).  Byte
 * ranges are [begin, end] arrays.  statement findings and outcome findings
 * are all in it.  Says REDLINE_OK, REDLINE_NO_MEMORY, REDLINE_WRITE_FAILED.
 */
REDLINE_API redline_status redline_write_json(const redline_view *view,
                                              redline_sink *sink, void *context);

/*
 * What was understood, sentence by sentence, and, when the view has a draft
 * and an outcome, where it lands.  The view's script may be NULL.
 */
REDLINE_API redline_status redline_write_explain(const redline_view *view,
                                                 const redline_style *style,
                                                 redline_sink *sink, void *context);
/* The same as JSON, schema "redline-explain/1". */
REDLINE_API redline_status redline_write_explain_json(const redline_view *view,
                                                      redline_sink *sink,
                                                      void *context);

/*
 * Findings as a compiler prints them: file:line:column: level: message, the
 * line of text, a caret under the words; attached notes after their finding.
 * An excerpt is at most 160 columns of a line.  Only view's draft, names and
 * statements are used.
 */
REDLINE_API redline_status redline_write_findings(const redline_view *view,
                                                  const redline_findings *findings,
                                                  const redline_style *style,
                                                  redline_sink *sink, void *context);

/*
 * One amendment in redline's own words, on one line, long quotations cut: 'in
 * paragraph 59 replace "establishing" with "enhancing"'.  The user's words in it
 * are not made safe for a terminal.  Says REDLINE_OK, REDLINE_NO_MEMORY or
 * REDLINE_WRITE_FAILED.
 */
REDLINE_API redline_status redline_write_amendment(const redline_amendment *amendment,
                                                   redline_sink *sink, void *context);

/*
 * A JSON string, with its quotes.  Bytes that are no UTF-8 become U+FFFD; controls
 * and invisible characters are written as \u escapes.  Says the same.
 */
REDLINE_API redline_status redline_write_json_string(redline_bytes text, redline_sink *sink,
                                                     void *context);

/*
 * Bytes made safe for a terminal, as the writers do it: for file names and
 * the like in the caller's own messages.
 */
REDLINE_API redline_status redline_write_safe(redline_bytes text,
                                              redline_sink *sink, void *context);

#ifdef __cplusplus
}
#endif
#endif
