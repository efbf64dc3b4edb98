/*
 * Pairs of drafts: an old one, and a new one that people might have made of it.
 * Same seed, same pairs, on every machine.
 *
 *     struct pairs p;
 *     pairs_begin(&p, seed);
 *     for (...) {
 *         pairs_next(&p);
 *         ... p.old, p.now; pairs_begin(&p, p.seed) makes this one again ...
 *     }
 *     pairs_end(&p);
 *
 * An old draft is made of paragraphs, provisions, lists, headings, tables, notes
 * and quotations in many scripts; or is a text of fixtures/; or is nothing but
 * the pieces that decide how a draft is read.  What makes a new one of it: words
 * come, go and change; paragraphs come, go, move, are split, joined, numbered,
 * quoted, wrapped anew; line ends, blank lines and accents are written another
 * way.  One pair in a while has nothing in common.
 */
#ifndef RL_SUPPORT_PAIRS_H
#define RL_SUPPORT_PAIRS_H

#include <stdint.h>

#include "text.h"

enum { PAIRS_REAL = 128 };

struct pairs {
	uint64_t state, seed; /* seed: the state before this pair */
	struct text old, now;
	struct text real[PAIRS_REAL];
	uint32_t real_count;
};

void pairs_begin(struct pairs *p, uint64_t seed);
void pairs_next(struct pairs *p);
void pairs_end(struct pairs *p);

/* Evenly from 0 to below - 1. */
uint32_t pairs_chance(struct pairs *p, uint32_t below);

/* A draft alone, of at most so many paragraphs, into *out. */
void pairs_draft(struct pairs *p, struct text *out, uint32_t most);

/* What people might make of a draft, into the empty *out. */
void pairs_edit(struct pairs *p, struct text *out, redline_bytes old);

/* The same draft with its lines broken elsewhere: no word, label or break differs. */
void pairs_wrap(struct pairs *p, struct text *out, redline_bytes draft);

/* REDLINE_SEED, or the seed that is always taken. */
uint64_t pairs_seed(void);

#endif
