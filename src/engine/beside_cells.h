/*
 * Inside of tables of texts: what beside_table.c, which reads them, beside_rows.c, which parts
 * them, beside_head.c, which knows their columns, and beside_place.c, which knows where a row
 * belongs, share.
 */
#ifndef RL_ENGINE_BESIDE_CELLS_H
#define RL_ENGINE_BESIDE_CELLS_H

#include "beside.h"
#include "place_table.h"

/* What stands in each column. */
struct head {
	unsigned count;
	enum field field[CELLS_MAX];
	redline_unit unit[CELLS_MAX]; /* of a column of places; REDLINE_DOCUMENT: any */
	bool says_text;               /* one head says that it is of texts, not only "new" */
};

/* The rows of a table, one after the other. */
struct rows {
	bool tabs;
	uint32_t at; /* of the next row: a block, or with tabs a byte */
};

/* The row at hand, and what an empty cell of the next one means. */
struct row {
	struct cells cells;
	struct scope scope[CELLS_MAX]; /* the place up to column i */
	struct scope place;
	struct pair pair;
	struct speakers party;
	bool clear;   /* the place is */
	bool refused; /* the party's cell takes it back */
};

/* ---- beside_rows.c ---- */

/* Does a table begin with block i?  The row of its head, then. */
bool beside_begins_table(const struct reading_run *r, uint32_t i, struct rows *rows);

/* The next row and its cells; false if the table is at its end. */
bool beside_next_row(const struct reading_run *r, struct rows *rows, redline_range *body,
                     struct cells *cells);

/* "|---|:-:|": what parts the head from the rows. */
bool beside_is_rule(redline_bytes words);

/* ---- beside_head.c ---- */

void beside_read_head(struct reading_run *r, const struct cells *cells, struct head *head);

/* How many columns are of that. */
unsigned beside_columns(const struct head *head, enum field field);

/* Is this the head of a table that is about texts? */
bool beside_tells_of_texts(const struct head *head);

/* May such a head mean that its rows ask for something, though that is not sure? */
bool beside_may_tell(const struct head *head);

/* "Delete | Insert": do two heads ask for changes by a verb alone? */
bool beside_heads_are_orders(struct reading_run *r, const struct cells *cells);

/* ---- beside_place.c ---- */

/* The place of a row: an empty cell means what the one above it says.  False if memory is
 * out. */
bool beside_read_places(struct reading_run *r, const struct head *head, struct row *row);

/* A number in a column that no list knows, where no other one is of places? */
bool beside_may_be_place(const struct reading_run *r, const struct head *head,
                         const struct row *row);

/* "Travel" in a column of places: a line of a budget, and nothing of the draft? */
bool beside_names_no_place(struct reading_run *r, const struct head *head,
                           const struct row *row);

#endif
