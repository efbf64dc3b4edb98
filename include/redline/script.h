/*
 * redline/script.h -- the script: how an old text becomes a new one.
 *
 * An ordered list of operations over two texts.  Everything that finds
 * changes (apply, marked-up input) makes a script; everything that shows
 * them reads one.
 *
 * The laws, for every script of this library:
 *   - the old ranges of the operations, in order, tile the old text; the new
 *     ranges tile the new text;
 *   - the bytes of a KEEP are the same in both;
 *   - two KEEPs never stand side by side, and no operation is empty.
 */
#ifndef REDLINE_SCRIPT_H
#define REDLINE_SCRIPT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum redline_op_kind {
	REDLINE_KEEP,
	REDLINE_CHANGE, /* old range gone, new range come; either may be empty,
	                   not both */
} redline_op_kind;

typedef struct redline_op {
	redline_op_kind kind;
	redline_range old;   /* in the old text */
	redline_range now;   /* in the new text */
	uint32_t first_cause; /* into redline_script_causes(): who asked for it */
	uint32_t cause_count; /* 0 for a KEEP, and where nobody is known */
} redline_op;

typedef struct redline_script redline_script;

REDLINE_API void redline_script_free(redline_script *script);

REDLINE_API redline_bytes redline_script_old(const redline_script *script);
REDLINE_API redline_bytes redline_script_new_text(const redline_script *script);

REDLINE_API const redline_op *redline_script_ops(const redline_script *script,
                                                 uint32_t *count);

/* Indices of amendments in the outcome; see redline_op. */
REDLINE_API const uint32_t *redline_script_causes(const redline_script *script,
                                                  uint32_t *count);

/*
 * Reads CriticMarkup (the marks {++ ++} {-- --} {~~ ~> ~~} {== ==} {>> <<}):
 * old is the text with every change rejected, new with every change
 * accepted.  Comments are in neither; a highlight's text is in both.  Marks
 * may span lines; they do not nest, and an opening mark without its end, or
 * a {~~ without its ~>, is text.  `marked` is not kept.  Linear.
 *
 * Says REDLINE_OK, REDLINE_NO_MEMORY, or what redline_text_check says.
 */
REDLINE_API redline_status redline_script_read_critic(redline_script **out,
                                                      redline_bytes marked,
                                                      redline_text_fault *fault);

#ifdef __cplusplus
}
#endif
#endif
