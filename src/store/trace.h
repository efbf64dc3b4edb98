/*
 * The way a paragraph has come: from revision to revision back through an index.
 *
 * A trace is a list of steps, newest first; each is a revision in which something
 * happened to the paragraph.  history.c makes entries of it.
 */
#ifndef RL_STORE_TRACE_H
#define RL_STORE_TRACE_H

#include "paragraph.h"

struct trace_step {
	redline_event kind;
	bool edited, renumbered;
	uint32_t node;         /* in which it happened */
	struct extent now;     /* empty: it is not there any more */
	struct extent old;     /* of all that it was; empty: it was not there */
	uint32_t was;          /* of those units the one that the way goes on with */
	uint32_t returned;     /* words that had been struck earlier and are back */
	uint32_t struck;       /* the node that struck them, or INDEX_NONE */
};

struct trace {
	VEC(struct trace_step) steps;
	bool failed;           /* memory is out, or the index makes no sense */
};

/* By the text, or by the number p->label.  p->unit may be INDEX_NONE in the second. */
void trace_text(struct trace *out, const struct paragraph *p);
void trace_number(struct trace *out, const struct paragraph *p);
void trace_release(struct trace *t);

#endif
