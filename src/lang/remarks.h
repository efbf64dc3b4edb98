/*
 * What a party says of a text where its new words should stand, in a bracket of its own
 * ("[EU: tbc]") or in the cell of a table.  In all languages at once: a party's remark need
 * not be in that of the draft.
 */
#ifndef RL_LANG_REMARKS_H
#define RL_LANG_REMARKS_H

#include "base/bytes.h"

/*
 * A remark and no wording, as far as its words show: it asks, is one of those that no text
 * consists of, or is short and begins as they do.  Case and a full stop at the end are
 * ignored.  What it says no to may still be a remark.
 */
bool remark_is(redline_bytes said);

/* An abbreviation of "delete", or the verb alone: all of it. */
bool remark_deletes(redline_bytes said);

/* Behind a place, "out", "cut" and the like: all of it.  May be wording in a bracket. */
bool remark_drops(redline_bytes said);

#endif
