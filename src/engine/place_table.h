/*
 * Tables as places: "the table in paragraph 6", "the row beginning with “Net”", "the
 * third column", "the cell “per net”".
 *
 * A table is a run of rows of a draft; its first row is the header, the second the
 * rule "|---|".  It belongs to the provision that it stands in or right after.  Whether
 * people count the header when they say "the second row" can't be known, so that place
 * is both rows that it may be, and good for words that stand in one of them only.
 */
#ifndef RL_ENGINE_PLACE_TABLE_H
#define RL_ENGINE_PLACE_TABLE_H

#include "place.h"

#define CELLS_MAX 64u

/* The cells of a row: the words between its bars, without white space. */
struct cells {
	uint32_t count; /* more than CELLS_MAX are not kept */
	redline_range at[CELLS_MAX];
	redline_range segment[CELLS_MAX]; /* with the bar and blanks before it */
};

void table_cells(redline_bytes text, redline_range row, struct cells *out);

/*
 * Takes the step of a table, row, column or cell inside *area.  NULL, or why it
 * can't be taken: a message, and a code in *code.
 */
const char *table_step(const struct place_finder *f, struct area *area, const redline_step *step,
                       const char **code);

/* The table that a row is in, from its header on; of the row's own draft. */
uint32_t table_header(const struct place_finder *f, uint32_t row);

#endif
