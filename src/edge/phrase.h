/*
 * What was understood, put into words: from the fields of an amendment, never
 * from the wording it was read from, so that a reader sees what will be done.
 * Everything is appended to a buf, on one line; the user's words in it are not
 * made safe for a terminal (the writers do that).
 */
#ifndef RL_EDGE_PHRASE_H
#define RL_EDGE_PHRASE_H

#include <redline/write.h>

#include "base/buf.h"

/* The amendment behind a script's cause; NULL if the view knows none. */
const redline_amendment *phrase_cause(const redline_view *view, uint32_t cause);

/* in paragraph 59 replace "establishing" with "enhancing" */
void phrase_amendment(struct buf *b, const redline_amendment *a);

/* paragraph 59 and the second sentence of paragraph 60 */
void phrase_places(struct buf *b, const redline_place *places, uint32_t count);

/* Japan supports paragraph 53 */
void phrase_position(struct buf *b, const redline_position_taken *p);

/* Japan, Norway and Chile; nothing if nobody is named */
void phrase_who(struct buf *b, const redline_amendment *a);

/* 18 November 2020, from 2020-11-18; anything else as it is */
void phrase_date(struct buf *b, redline_bytes date);

/* Japan, 2020-11-18: reason; as much of it as is known */
bool phrase_has_credit(const redline_amendment *a);
void phrase_credit(struct buf *b, const redline_amendment *a);

/* The words with white space folded; if over `columns`, cut there and "..." added. */
void phrase_words(struct buf *b, redline_bytes words, size_t columns);

/* "words", quoted and cut */
void phrase_quoted(struct buf *b, redline_bytes words);

/* "a", "a and b", "a, b and c": what stands before item i of count. */
void phrase_joint(struct buf *b, uint32_t i, uint32_t count);

/* once, twice, 3 times */
void phrase_times(struct buf *b, uint32_t count);

/* 2 amendments applied (Japan, Norway), 1 not applied. */
void phrase_totals(struct buf *b, const redline_view *view);

/* Positions: Japan supports paragraph 53; ... -- nothing if there are none */
void phrase_positions(struct buf *b, const redline_view *view);

#endif
