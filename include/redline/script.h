/*
 * redline/script.h -- the script: how an old text becomes a new one.
 *
 * An ordered list of operations over two texts.  Everything that finds
 * changes (apply, compare, marked-up input) makes a script; everything that
 * shows them reads one.
 *
 * The laws, for every script of this library:
 *   - the old ranges of the operations, in order, tile the old text; the new
 *     ranges tile the new text;
 *   - the bytes of a KEEP are the same in both;
 *   - two KEEPs never stand side by side, and no operation is empty;
 *   - every MOVE_OUT has one MOVE_IN and the other way round, and the edits of
 *     their move obey these same laws over the two ranges.
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
	REDLINE_ALIKE,  /* counts as the same, but the bytes differ: white space
	                   inside a paragraph, the same word in NFC and NFD, or
	                   what the caller asked to ignore.  Shown as in the new
	                   text.  Either range may be empty, not both */
	REDLINE_MOVE_OUT, /* the old range stands elsewhere now; new range empty */
	REDLINE_MOVE_IN,  /* the new range stood elsewhere; old range empty */
} redline_op_kind;

/* What a CHANGE changes. */
typedef enum redline_aspect {
	REDLINE_ASPECT_WORDS,
	REDLINE_ASPECT_NUMBER,    /* the provision's own label: 58. became 59. */
	REDLINE_ASPECT_REFERENCE, /* a number that names a provision which was
	                             renumbered just so: "paragraph 58" */
	REDLINE_ASPECT_BREAK,     /* a paragraph break came or went, and with it
	                             perhaps the label behind it, but no other
	                             words: a split or a merge */
	REDLINE_ASPECT_SPACING,   /* white space only: "5 %" and "5%"; any other,
	                             and the same word in NFC and NFD, too, if
	                             redline_compare was asked for it */
} redline_aspect;

typedef struct redline_op {
	redline_op_kind kind;
	redline_aspect aspect; /* of a CHANGE; else REDLINE_ASPECT_WORDS */
	redline_range old;     /* in the old text */
	redline_range now;     /* in the new text */
	uint32_t first_cause;  /* into redline_script_causes(): who asked for it */
	uint32_t cause_count;  /* 0 for a KEEP, and where nobody is known */
	uint32_t move;         /* of a MOVE: into redline_script_moves(); else 0 */
} redline_op;

/*
 * Text that moved: its two ends, and its own edits, which are operations (KEEP,
 * CHANGE, ALIKE) that tile the old range of the one and the new range of the
 * other.  A move without edits has a single KEEP or ALIKE.
 */
typedef struct redline_move {
	uint32_t out, in;      /* operations: MOVE_OUT and MOVE_IN */
	uint32_t first_edit;   /* into redline_script_edits() */
	uint32_t edit_count;
} redline_move;

typedef struct redline_script redline_script;

REDLINE_API void redline_script_free(redline_script *script);

REDLINE_API redline_bytes redline_script_old(const redline_script *script);
REDLINE_API redline_bytes redline_script_new_text(const redline_script *script);

REDLINE_API const redline_op *redline_script_ops(const redline_script *script,
                                                 uint32_t *count);

/* Moves, in the order of their MOVE_IN; and the edits of all of them. */
REDLINE_API const redline_move *redline_script_moves(const redline_script *script,
                                                     uint32_t *count);
REDLINE_API const redline_op *redline_script_edits(const redline_script *script,
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
