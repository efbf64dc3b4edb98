/*
 * The end of a shown comparison: what needs no showing in the text, said in a
 * few words, and the totals.
 *
 *     Renumbered: 4 to 38 became 5 to 39
 *
 *     Cross-references: paragraph 12: 58 became 59
 *
 *     3 paragraphs changed, 1 added, 35 renumbered, 1 cross-reference (5 words in, 3 out).
 *
 * A list of more than one is set in lines.  closing_note is given every passage
 * in order; it costs constant time, but for the references in it.
 */
#ifndef RL_EDGE_CLOSING_H
#define RL_EDGE_CLOSING_H

#include "edge/compared.h"
#include "edge/page.h"
#include "model/label.h"

/* Provisions whose numbers went the same way, one after the other in both texts. */
struct number_run {
	uint32_t old_first, old_last; /* blocks */
	uint32_t new_first, new_last;
	struct ordinal old_ordinal, new_ordinal; /* of the last */
	uint32_t count;
	bool wanted; /* some of them aren't shown for another reason, with their header */
};

struct reference {
	uint32_t block;         /* of the new text */
	redline_range old, now; /* the number that was, and is */
};

enum { CLOSING_LEVELS = 80 }; /* of provisions and, apart, of headings */

struct closing {
	const struct compared *c;
	VEC(struct number_run) runs;      /* in the order of their first */
	uint32_t open[CLOSING_LEVELS];    /* run still open at a level, from 1; 0: none */
	VEC(struct reference) references;
};

void closing_begin(struct closing *cl, const struct compared *c);
void closing_note(struct closing *cl, const struct passage *p);
/* Prints it all; p->failed if memory is or was out. */
void closing_put(struct closing *cl, struct page *p);
void closing_release(struct closing *cl);

/* The line of totals alone; nothing if there is nothing to count. */
void closing_totals(struct page *p, const redline_tally *tally);

#endif
