/*
 * Frames: the slots that a clause's wordings and places fill (struct frame of clause.h).
 *
 * All of this is for the readers of a clause (clause*.c), which share the open frame
 * g->f and the role of what comes next.
 */
#ifndef RL_ENGINE_FRAME_H
#define RL_ENGINE_FRAME_H

#include "clause.h"

/* A frame for a further change, unless there are too many; `after_and`: joined to the last one. */
void open_frame(struct grammar *g, bool after_and);

/* Was nothing read into it? */
bool frame_is_empty(const struct frame *f);

/* Has the frame all that its verb needs? */
bool frame_is_whole(const struct frame *f);

/* "... with “b” and “c” with “d”": the same verb goes on, in the same place
 * unless another one is named. */
void continue_verb(struct grammar *g);

/* Does what is at the cursor stand behind a comma, a semicolon or an "and"? */
bool after_separator(const struct grammar *g);

/* One that wants old words and new ones? */
bool is_replacing(enum verb verb);

/* "das Wort „a“ durch „b“ und das Wort „c“ durch „d“ ersetzt": the verb is still to come. */
bool awaits_verb(const struct frame *f);

/* A wording goes where the role says; the role then falls back. */
void place_operand(struct grammar *g, redline_operand operand, redline_range outer);

bool is_verb(const struct frame *f, enum verb verb);

/* "strike X and insert Y in its place": one frame of such two. */
void pair_frames(struct grammar *g);

/* May these words be those that the frame's brackets stand around?  If it is not clear, that
 * is the sentence's puzzle. */
bool brackets_take(struct grammar *g, const struct frame *f, const redline_operand *words);

/* Frames that were opened in vain. */
void drop_idle(struct grammar *g);

#endif
