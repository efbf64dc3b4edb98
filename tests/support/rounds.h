/*
 * Rounds of negotiation with known truth: a draft, what a round made of it, and
 * which paragraph became which.
 *
 * The draft has headings, provisions, sub-paragraphs (a) (b), bullets, unnumbered
 * paragraphs, short ones too, and sentences that come again and again.  The
 * round edits words, moves, splits, merges, inserts, deletes, and puts unrelated
 * text under an old number; then all numbers are counted anew.  How much of each
 * is drawn by the seed.  Same seed, same bytes, same truth.
 *
 *     struct round round;
 *     round_make(&round, seed);
 *     ... round.old.text, round.now.text ...
 *     struct round_links found = {0};
 *     ... round_add_link(&found, old, now, moved) ...
 *     struct round_score score = round_score(&round, &found);
 *     round_links_release(&found);
 *     round_release(&round);
 *
 * Items are counted from 0, as the blocks of a draft are, without blank ones.
 */
#ifndef RL_SUPPORT_ROUNDS_H
#define RL_SUPPORT_ROUNDS_H

#include "prose.h"

enum round_fate {
	ROUND_KEPT,
	ROUND_EDITED,    /* lightly or heavily; still the same paragraph */
	ROUND_SPLIT,     /* one became several */
	ROUND_MERGED,    /* two became one */
	ROUND_INSERTED,
	ROUND_DELETED,
	ROUND_REWRITTEN, /* unrelated text under the old number: no link */
};

enum round_kind {
	ROUND_HEADING,
	ROUND_PROVISION,
	ROUND_SUB,       /* (a), (b) */
	ROUND_BULLET,
	ROUND_PLAIN,     /* unnumbered */
};

/* A heading, paragraph or bullet, as one of the two texts has it. */
struct round_item {
	uint32_t first, count; /* its words, in the side's words */
	uint32_t bytes;        /* of its words as printed on one line */
	uint32_t number;       /* provisions: from 1; sub-paragraphs: 1 is (a) */
	uint64_t says;         /* a hash of its words as printed, without its number */
	enum round_kind kind;
	enum round_fate fate;  /* of the new side: what made it; of the old: what became of it */
	uint32_t group;        /* items that moved as one have the same; 0: not moved */
	bool common;           /* one of the sentences that come again */
};

struct round_side {
	struct prose_words words;
	struct round_item *items;
	size_t len, cap;
	struct text text;
};

/* Item `old` became item `now`, or one of several, or is one of several it was made of. */
struct round_link {
	uint32_t old, now;
	bool moved;
};

struct round_links {
	struct round_link *at;
	size_t len, cap;
};

struct round {
	struct prose_source source;
	struct round_side old, now;
	struct round_links truth; /* ascending in now */
	uint32_t groups;          /* groups of items that moved are 1 to groups */
};

void round_make(struct round *out, uint64_t seed);
void round_release(struct round *round);

void round_add_link(struct round_links *links, uint32_t old, uint32_t now, bool moved);
void round_links_release(struct round_links *links);

/* Of so many, so many were found. */
struct round_share {
	uint32_t found, of;
};

/*
 * How well links agree with the truth.
 *
 * What nobody can tell apart counts as the same: one of several items that say
 * the very same; and which of two passages moved past the other, if the other is
 * no longer than the one that did, be it in words, in items, or in bytes, of which
 * those of edited items count half.
 */
struct round_score {
	struct round_share links;     /* true ones that were found */
	struct round_share right;     /* found ones that are true: found / of is precision */
	struct round_share moves;     /* links that moved */
	uint32_t false_moves;
	struct round_share splits, merges; /* whole ones */
	uint32_t rewrites, rewrites_paired;
};

static inline bool round_in_another_order(const struct round_link *a, const struct round_link *b)
{
	return (a->old < b->old && a->now > b->now) || (a->old > b->old && a->now < b->now);
}

struct round_score round_score(const struct round *round, const struct round_links *found);
void round_score_add(struct round_score *sum, const struct round_score *more);
/* 1 if there was nothing to find. */
double round_share(struct round_share share);
/* The harmonic mean of recall and precision of the links. */
double round_f1(const struct round_score *score);

#endif
