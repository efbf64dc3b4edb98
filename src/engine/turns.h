/*
 * Turns: lines of a paragraph at which somebody else begins to speak, or that name the place of
 * which the next ones speak.
 *
 *     OP4:
 *     Japan: delete "voluntary"
 *     Kenya: delete "large"
 *
 * Minutes and chats are written so, without a full stop or an empty line between.  Read as one
 * paragraph, all of this would be Japan's.  This finds where such lines begin, so that the
 * text can be cut there and each be read on its own.
 */
#ifndef RL_ENGINE_TURNS_H
#define RL_ENGINE_TURNS_H

#include "base/vec.h"
#include "tongue.h"

struct turns {
	VEC(uint32_t) lines; /* their first bytes, ascending; none begins a block of the layout */
};

/* False if memory is out.  Linear in the text. */
bool turns_find(struct turns *out, struct arena *a, struct speech *speech, redline_bytes text,
                const struct quotes *quotes, const redline_draft *layout);

void turns_release(struct turns *turns);

#endif
