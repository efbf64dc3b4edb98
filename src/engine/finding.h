/*
 * Inside the finding of words: what find.c, which searches, find_index.c, which cuts texts
 * into tokens and keeps them by their hash, and find_near.c, which looks for what is alike,
 * share, and nobody else uses.
 */
#ifndef RL_ENGINE_FINDING_H
#define RL_ENGINE_FINDING_H

#include "base/vec.h"
#include "find.h"
#include "fold.h"

/* Ranges up to this length are cut into tokens on the spot. */
#define SMALL_RANGE 4096u

/* How much of a draft one finder looks through for what is near; small ranges do not count. */
#define FINDING_NEAR_TOTAL (64u << 20)

/* ---- find_index.c ---- */

/* A run of letters and digits, a single Han or kana character, a single punctuation mark. */
struct token {
	uint32_t begin;
	uint32_t hash;  /* case aside */
	uint32_t exact; /* with its case; the lowest bit: a blank stands before it */
};

typedef VEC(struct token) token_list;

struct tokenizer {
	struct fold fold;
	bool ahead; /* cp and source hold a character not yet used */
	uint32_t cp;
	redline_range source;
};

/* The next token; end is where its last character ends. */
bool finding_next(struct tokenizer *t, struct token *out, uint32_t *end);

/* All of the range, behind what the list has already.  False if memory is out. */
bool finding_cut(token_list *out, redline_bytes text, redline_range range);

struct word_index {
	token_list tokens;
	uint32_t *order; /* token numbers, by bucket, then in order */
	uint32_t *heads; /* bucket b is order[heads[b] .. heads[b + 1]) */
	uint32_t mask;
};

/* The finder's index, made if it is not there yet.  False if memory is out. */
bool finding_need_index(struct finder *f);

void finding_free_index(struct word_index *index);

static inline uint32_t bucket_size(const struct word_index *index, uint32_t hash)
{
	uint32_t const b = hash & index->mask;
	return index->heads[b + 1] - index->heads[b];
}

/* First entry of the bucket whose token begins at or after `offset`. */
uint32_t finding_bucket_from(const struct word_index *index, uint32_t hash, uint32_t offset);

#endif
