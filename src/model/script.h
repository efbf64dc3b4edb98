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
 */
#ifndef RL_MODEL_SCRIPT_H
#define RL_MODEL_SCRIPT_H

#include <redline/script.h>

#include "base/buf.h"
#include "base/vec.h"

struct script_builder {
	bool owned;           /* the old text is gathered in `gathered` */
	redline_bytes old;    /* borrowed old text, if not owned */
	uint32_t at;          /* bytes of the old text dealt with */
	struct buf gathered;
	struct buf now;
	VEC(redline_op) ops;
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

/*
 * Makes the script and empties the builder, whatever it says: REDLINE_OK,
 * REDLINE_NO_MEMORY, or REDLINE_TOO_LARGE if a text passed REDLINE_TEXT_MAX.
 */
redline_status script_finish(struct script_builder *b, redline_script **out);

#endif
