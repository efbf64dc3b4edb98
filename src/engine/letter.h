/*
 * Whose letter or mail a statement is: by its head ("From: ..."), and by the signature at its
 * end ("Best regards, ...").
 *
 * Only one letter is somebody's.  Where a second head or signature stands, where the head and the
 * signature differ, or lines say who speaks, this says nothing.
 */
#ifndef RL_ENGINE_LETTER_H
#define RL_ENGINE_LETTER_H

#include "tongue.h"

#include <redline/draft.h>

#define LETTER_PARTIES 8u

struct letter {
	redline_bytes parties[LETTER_PARTIES];
	unsigned count;
	bool several;       /* letters */
	redline_range head; /* the lines "From: ...", "To: ..." at the top; empty if there are none */
};

/* False if memory is out.  Linear in the text. */
bool letter_read(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                 const struct quotes *quotes);

/* Another mail's head may begin with these words: *found, and whose it is. */
bool letter_sender(struct letter *out, struct arena *a, struct speech *speech, redline_bytes text,
                   redline_range body, const struct quotes *quotes, bool *found);

#endif
