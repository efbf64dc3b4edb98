/*
 * The message of a revision: its subject, its body, and its trailers ("Key:
 * value" lines at its end, as git interpret-trailers knows them).
 */
#ifndef RL_STORE_MESSAGE_H
#define RL_STORE_MESSAGE_H

#include <redline/store.h>

#include "base/arena.h"
#include "base/buf.h"

struct message {
	redline_bytes subject; /* the first paragraph, on one line */
	redline_bytes body;    /* what follows, without the trailers; trimmed */
	const redline_trailer *trailers; /* values on one line */
	uint32_t count;
};

/* Reads one; views are of `text` or the arena.  False if memory is out. */
bool message_read(struct message *out, struct arena *arena, redline_bytes text);

/*
 * Writes one: line ends made LF, blanks at line ends and empty lines beyond
 * one taken out, and the trailers put behind an empty line, or behind trailers
 * that are there already.  Values are folded onto one line.
 */
void message_write(struct buf *out, redline_bytes text, const redline_trailer *trailers,
                   uint32_t count);

/* What keeps a message or a trailer from being written; static, or NULL. */
const char *message_fault(redline_bytes text, const redline_trailer *trailers, uint32_t count);

#endif
