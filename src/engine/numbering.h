/*
 * The numbers of a draft: which provisions are numbered together, and what
 * their numbers would be if they ran on without gaps.
 *
 * Provisions of one parent and one style are a list; it goes on across
 * headings, and begins anew where a number is 1 again (in an annex).  Numbers
 * with parts ("4.2", "38-841.03") and footnotes are left alone.
 */
#ifndef RL_ENGINE_NUMBERING_H
#define RL_ENGINE_NUMBERING_H

#include <redline/draft.h>

#include "base/arena.h"
#include "base/bytes.h"

struct numbered {
	uint32_t block;
	uint32_t list;       /* from 0 */
	uint32_t value;      /* 5 of "5" and of "5 bis" */
	bool plain;          /* nothing but the number */
	redline_bytes label; /* canonical */
	redline_bytes next;  /* what it would be; empty where it stays */
};

struct numbering {
	struct numbered *at; /* in the order of the draft */
	uint32_t count;
	uint32_t lists;
	uint32_t *of_block; /* index into at, or REDLINE_NONE */
	bool some_parted;   /* there are numbers such as 4.2, left alone */
};

/*
 * hints: for each block the list that it is known to be in, of any numbering
 * of its own, or REDLINE_NONE; NULL if nothing is known.  False if memory is
 * out; everything is in the arena.
 */
bool numbering_find(struct numbering *n, const redline_draft *draft, const uint32_t *hints,
                    struct arena *arena);

/* The value of a canonical label in these numerals, and whether it is nothing but that number;
 * false if it is none of them. */
bool numbering_value(redline_bytes label, redline_numeral numeral, uint32_t *value, bool *plain);

/* Where a list begins to run on, and with which number; 0: it stays as it is. */
struct run_on {
	uint32_t from; /* index into at */
	uint32_t value;
};

/* Sets `next` of what stands in a list from there on; `lists` has one for each. */
bool numbering_run_on(struct numbering *n, const redline_draft *draft, struct run_on *lists,
                      struct arena *arena);

#endif
