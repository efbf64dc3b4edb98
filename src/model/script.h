/*
 * Building a script: call keep and change in the order of the text, then
 * finish.  The builder remembers its own failure, so only finish need be
 * checked.
 *
 *     struct script_builder b;
 *     script_begin(&b, old_text);            // borrowed: offsets count in it
 *     script_keep(&b, n);                    // the next n bytes stay
 *     script_change(&b, n, words, who, k);   // the next n bytes go, words come
 *     script_keep(&b, rest);
 *     status = script_finish(&b, &script);   // also after a failure
 *
 * Neighbouring keeps are joined, empty operations are dropped, neighbouring
 * changes stay apart (each has its own causes).  script_finish asserts that
 * the operations reach the end of the old text.
 *
 * The reader of marked-up text has no old text to borrow; it begins with
 * script_begin_owned and hands over the bytes as it meets them.
 *
 * A comparison has both texts already.  It begins with script_begin_pair, says
 * how many moves there will be, and passes over both texts side by side:
 *
 *     script_begin_pair(&b, old_text, new_text, moves);
 *     script_pass(&b, REDLINE_KEEP, REDLINE_ASPECT_WORDS, n, n);
 *     script_move_out(&b, 0, n);              // the first move's old text
 *     script_move_in(&b, 0, n);               // where it came to ...
 *     script_edit(&b, 0, REDLINE_KEEP, REDLINE_ASPECT_WORDS, n, n);  // ... and how
 */
#ifndef RL_MODEL_SCRIPT_H
#define RL_MODEL_SCRIPT_H

#include <redline/script.h>

#include "base/buf.h"
#include "base/vec.h"

struct script_ops {
	redline_op *at;
	size_t len, cap;
	bool failed; /* a VEC with a name */
};

struct script_builder {
	bool owned;           /* the old text is gathered in `gathered` */
	bool paired;          /* both texts are borrowed */
	redline_bytes old;    /* borrowed old text, if not owned */
	redline_bytes both;   /* borrowed new text, if paired */
	uint32_t at;          /* bytes of the old text dealt with */
	uint32_t now_at;      /* of the new one, if paired */
	uint32_t edit_old, edit_now; /* the same inside the move being edited */
	struct buf gathered;
	struct buf now;
	struct script_ops ops, edits;
	VEC(redline_move) moves;
	VEC(uint32_t) causes;
};

void script_begin(struct script_builder *b, redline_bytes old);
void script_begin_owned(struct script_builder *b);

void script_keep(struct script_builder *b, size_t n);
void script_change(struct script_builder *b, size_t n, redline_bytes words,
                   const uint32_t *causes, uint32_t count);

/* With an owned old text: the bytes themselves. */
void script_keep_bytes(struct script_builder *b, redline_bytes bytes);
void script_change_bytes(struct script_builder *b, redline_bytes gone,
                         redline_bytes come);

/* Of two borrowed texts with a number of moves, each to be given both its ends. */
void script_begin_pair(struct script_builder *b, redline_bytes old, redline_bytes now,
                       uint32_t moves);

/* The next n_old bytes of the old text and n_new of the new one are of a kind. */
void script_pass(struct script_builder *b, redline_op_kind kind, redline_aspect aspect,
                 size_t n_old, size_t n_new);

/* The next n bytes of the old text have moved; of the new text came by a move. */
void script_move_out(struct script_builder *b, uint32_t move, size_t n);
void script_move_in(struct script_builder *b, uint32_t move, size_t n);

/*
 * The next bytes of a move's two ends; all edits of a move in one go, after
 * both of its ends are known.
 */
void script_edit(struct script_builder *b, uint32_t move, redline_op_kind kind,
                 redline_aspect aspect, size_t n_old, size_t n_new);

/*
 * Makes the script and empties the builder, whatever it says: REDLINE_OK,
 * REDLINE_NO_MEMORY, or REDLINE_TOO_LARGE if a text passed REDLINE_TEXT_MAX.
 */
redline_status script_finish(struct script_builder *b, redline_script **out);

/* Empties the builder instead. */
void script_abandon(struct script_builder *b);

#endif
