/*
 * The number that comes next after another in a list: "6" after "5", "d" after "c", "iv" after
 * "iii".
 */
#ifndef RL_ENGINE_NEXT_LABEL_H
#define RL_ENGINE_NEXT_LABEL_H

#include <redline/draft.h>

#include "base/bytes.h"

#define NEXT_LABEL_MAX 24u /* bytes of one */

/* After a canonical label, read in these numerals, into `out`: its length, or 0 if unclear. */
size_t next_label(redline_bytes core, redline_numeral numeral, char out[NEXT_LABEL_MAX]);

#endif
