/*
 * Passages that may come again, and how they are found: a whole text by what it
 * says, a text much like one by the smallest hashes of its word pairs, a part by
 * blocks of a few words.
 *
 * Words are integers here, their memos; punctuation, and words that had been struck
 * before the passage was, are stepped over.
 *
 * Blocks: of a passage every `stride`th run of `block` words is in the index, of
 * a text that is looked for every run is asked; so a part of block + stride - 1
 * words is always found.  The smallest hashes are Broder's sketches ("On the
 * resemblance and containment of documents", 1997).
 */
#ifndef RL_ENGINE_RECALL_H
#define RL_ENGINE_RECALL_H

#include <stdint.h>

#include "base/vec.h"

/* Bits of a memo; the others are a hash. */
enum { MEMO_PUNCTUATION = 1, MEMO_STRUCK = 2 };

static inline bool memo_is_word(uint64_t memo)
{
	return !(memo & (MEMO_PUNCTUATION | MEMO_STRUCK));
}

/* A passage; its memos are borrowed. */
struct passage {
	const uint64_t *memos;
	uint32_t count;
	bool whole;              /* may come again as a whole, or much like it */
	uint32_t revision, unit; /* these are the caller's */
	uint32_t kind, first;
	const uint32_t *origins;
	uint32_t taken;
};

struct recall_entry {
	uint64_t key;
	uint32_t passage, at; /* at: the block's first word */
	uint32_t next;        /* an older one of the same key, or UINT32_MAX */
};

/* Zeroed but for block and stride: ready, and empty. */
struct recall {
	uint32_t block, stride;                /* words */
	VEC(struct passage) passages;
	size_t known;                          /* private: passages that are in the index */
	VEC(struct recall_entry) entries;      /* private */
	uint32_t *heads;                       /* private */
	size_t room;                           /* private */
};

/* A text whose passages are looked for: words by their places in `memos`. */
struct recall_text {
	const uint64_t *memos;
	const uint32_t *words;
	uint32_t count;
};

/* Words [begin, end) of a text stand in a passage, from token `at` of it on. */
struct recall_match {
	uint32_t passage, at;
	uint32_t begin, end;
};

void recall_clear(struct recall *r);
void recall_release(struct recall *r);

/* It is put into the index when something is looked for.  NULL if memory is out. */
struct passage *recall_add(struct recall *r);

/* Puts what isn't there yet into the index; false if memory is out. */
bool recall_index(struct recall *r);

/*
 * The longest passage that holds the block at word `at`, no word of it before `from`;
 * of equally long ones the youngest.  Looks at a bounded number of passages.
 */
bool recall_find(const struct recall *r, const struct recall_text *text, uint32_t from,
                 uint32_t at, struct recall_match *out);

/*
 * Passages of the very same words, the youngest first; at most `most`, into out.
 * Says how many.
 */
uint32_t recall_same(const struct recall *r, const uint64_t *memos, uint32_t count, uint32_t *out,
                     uint32_t most);

/* Whole passages that share most word pairs with a text, at most `most`, into out. */
uint32_t recall_alike(const struct recall *r, const uint64_t *memos, uint32_t count,
                      uint32_t *out, uint32_t most);

uint32_t recall_words(const uint64_t *memos, uint32_t count);

#endif
