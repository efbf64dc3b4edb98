/*
 * Landing: one amendment, one draft, and the edits that carry it out -- or
 * findings that say why there are none.
 */
#ifndef RL_ENGINE_LAND_H
#define RL_ENGINE_LAND_H

#include <redline/apply.h>

#include "find.h"
#include "place.h"
#include "report.h"

struct edit {
	redline_range core;  /* the bytes that the amendment is about */
	redline_range range; /* with the white space that goes along */
	redline_bytes words; /* that come instead; live in the arena */
	uint32_t cause;      /* index of the result */
	uint32_t block;
	uint64_t stack;      /* others with the same mark may come in at the same point; or 0 */
	redline_bytes order; /* and then stand by this key */
	bool reference; /* "[^3]", which goes with its footnote, be it with words around it */
	uint32_t moves_to; /* what goes comes in again at this byte, plus 1; 0: nowhere */
};

typedef VEC(struct edit) edit_list;

/* Text that an amendment moves: where it is in the one edit of that cause which inserts. */
struct moved {
	redline_range from;
	uint32_t cause;
	uint32_t at; /* byte of the edit's words */
};

/* A provision in whose list an amendment adds, takes out or moves one. */
struct touched {
	uint32_t block, cause;
};

/* Where a new provision comes to stand, and what it is called there. */
struct addition {
	uint32_t model;  /* the block whose layout is taken over */
	uint32_t after;  /* it comes after this block and all it encloses, or */
	uint32_t before; /* before this one; the other is REDLINE_NONE */
	redline_bytes label;
	redline_bytes words;
	bool own_label; /* the wording began with it */
	bool dressed;   /* the model has no such number: the new one stands in parentheses, */
	uint32_t indent; /* behind that many blanks, */
	bool inside;     /* in the model rather than beside it */
};

/* A new provision that has landed. */
struct added {
	uint32_t statement, cause;
	struct addition as;
	redline_bytes last; /* of several, the last one's label */
};

/* The marks of what may stack (edit.stack): footnotes, whoever adds them. */
#define STACK_NOTES 1u

/* "[^3]" in the draft. */
struct note_reference {
	uint64_t hash; /* of its label */
	redline_range range;
};

struct lander {
	const redline_draft *draft;
	redline_bytes text;
	const redline_block *blocks;
	uint32_t count;
	struct finder finder;
	struct place_finder places;
	struct arena *arena;
	struct report *report;
	const char *eol; /* the draft's line end */
	uint32_t notes_added;
	uint32_t hint_bytes;           /* looked through for near wordings */
	const redline_result *results; /* fates so far; index is an edit's cause */
	const uint32_t *bases; /* by result: the proposal that it changes (tabled.h) */
	VEC(struct renumbered) renumbered;
	VEC(struct moved) moved;
	VEC(struct touched) touched;
	VEC(struct added) added;
	VEC(struct note_reference) references; /* by hash, in order */
	bool references_listed;
	redline_bytes named; /* words of a statement that name a text, seen last ... */
	enum text_match named_match; /* ... and how they go with the draft */
};

/* Frees the lists; the finder is the caller's. */
void lander_end(struct lander *l);

/*
 * Lands an amendment of statement `statement`.  On success the edits are
 * appended, cause `cause`, in no particular order; on refusal nothing is, and
 * the report says why.  *amendment is put by a copy (in the arena) if places of
 * it held in another way than they were said.  False if memory is out.
 */
bool land(struct lander *l, const redline_amendment **amendment, uint32_t statement,
          uint32_t cause, edit_list *edits, bool *landed);

#endif
