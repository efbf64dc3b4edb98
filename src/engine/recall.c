/*
 * recall.c -- see recall.h.
 *
 * One table holds all three indexes; what a key is for is mixed into it.
 */
#include "engine/recall.h"

#include <string.h>

#include "engine/sketch.h"

enum {
	LOOKED_AT = 16,  /* passages of one key: what more have says little */
	BACK_MOST = 16,  /* words that a match grows before its first block */
	SMALL_ROOM = 1024,
	LEAST_VOTES = 2, /* shared hashes of a text that may be much alike */
};

#define NONE UINT32_MAX

enum key_kind { KEY_BLOCK, KEY_WHOLE, KEY_SKETCH };

/* ---- words ---- */

static inline uint64_t blend(uint64_t hash, uint64_t memo)
{
	uint64_t const h = (hash ^ memo) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 32;
}

static inline uint64_t begin_key(enum key_kind kind)
{
	return 0xA0761D6478BD642Fu * (kind + 1u);
}

/* The next word at or after i; count if there is none. */
static inline uint32_t word_from(const uint64_t *memos, uint32_t count, uint32_t i)
{
	while (i < count && !memo_is_word(memos[i]))
		i++;
	return i;
}

/* The last word before i, or NONE. */
static inline uint32_t word_before(const uint64_t *memos, uint32_t i)
{
	while (i > 0)
		if (memo_is_word(memos[--i]))
			return i;
	return NONE;
}

uint32_t recall_words(const uint64_t *memos, uint32_t count)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < count; i++)
		n += memo_is_word(memos[i]);
	return n;
}

static uint64_t whole_key(const uint64_t *memos, uint32_t count)
{
	uint64_t key = begin_key(KEY_WHOLE);
	for (uint32_t i = 0; i < count; i++)
		if (memo_is_word(memos[i]))
			key = blend(key, memos[i]);
	return key;
}

static bool same_words(const uint64_t *a, uint32_t a_count, const uint64_t *b, uint32_t b_count)
{
	uint32_t i = word_from(a, a_count, 0), j = word_from(b, b_count, 0);
	while (i < a_count && j < b_count && a[i] == b[j]) {
		i = word_from(a, a_count, i + 1);
		j = word_from(b, b_count, j + 1);
	}
	return i == a_count && j == b_count;
}

/* The smallest hashes of a text's word pairs, ascending; how many there are. */
static uint32_t sketch(const uint64_t *memos, uint32_t count, uint64_t out[SKETCH])
{
	uint32_t n = 0, i = word_from(memos, count, 0);
	for (uint32_t j; (j = word_from(memos, count, i + 1)) < count; i = j) {
		uint64_t const key = blend(blend(begin_key(KEY_SKETCH), memos[i]), memos[j]);
		sketch_put(out, &n, key);
	}
	return n;
}

/* ---- the table ---- */

void recall_clear(struct recall *r)
{
	r->passages.len = r->entries.len = r->known = 0;
	r->passages.failed = r->entries.failed = false;
	if (r->room > SMALL_ROOM) { /* to clear it each time would cost more than it saves */
		free(r->heads);
		r->heads = NULL;
		r->room = 0;
	}
	if (r->heads)
		memset(r->heads, 0xFF, r->room * sizeof *r->heads);
}

void recall_release(struct recall *r)
{
	VEC_RELEASE(&r->passages);
	VEC_RELEASE(&r->entries);
	free(r->heads);
	r->heads = NULL;
	r->room = r->known = 0;
}

struct passage *recall_add(struct recall *r)
{
	return VEC_PUSH(&r->passages);
}

static uint32_t *head_of(const struct recall *r, uint64_t key)
{
	size_t at = (size_t)(key >> 29 ^ key) & (r->room - 1);
	while (r->heads[at] != NONE && r->entries.at[r->heads[at]].key != key)
		at = (at + 1) & (r->room - 1);
	return &r->heads[at];
}

static uint32_t first_of(const struct recall *r, uint64_t key)
{
	return r->room ? *head_of(r, key) : NONE;
}

static bool make_room(struct recall *r)
{
	if (r->entries.len < r->room / 2)
		return true;
	size_t const room = r->room ? r->room * 2 : 256;
	uint32_t *heads = malloc(room * sizeof *heads);
	if (!heads)
		return false;
	memset(heads, 0xFF, room * sizeof *heads);
	free(r->heads);
	r->heads = heads;
	r->room = room;
	for (uint32_t i = 0; i < r->entries.len; i++) {
		uint32_t *head = head_of(r, r->entries.at[i].key);
		r->entries.at[i].next = *head;
		*head = i;
	}
	return true;
}

static bool enter(struct recall *r, uint64_t key, uint32_t passage, uint32_t at)
{
	struct recall_entry *entry = make_room(r) ? VEC_PUSH(&r->entries) : NULL;
	if (!entry)
		return false;
	uint32_t *head = head_of(r, key);
	*entry = (struct recall_entry){key, passage, at, *head};
	*head = (uint32_t)r->entries.len - 1;
	return true;
}

/* ---- putting in ---- */

static bool enter_blocks(struct recall *r, uint32_t index)
{
	struct passage const p = r->passages.at[index];
	uint32_t number = 0;
	for (uint32_t i = word_from(p.memos, p.count, 0); i < p.count;
	     i = word_from(p.memos, p.count, i + 1), number++) {
		uint64_t key = begin_key(KEY_BLOCK);
		uint32_t at = i, words = 0;
		if (number % r->stride)
			continue;
		for (; words < r->block && at < p.count; words++) {
			key = blend(key, p.memos[at]);
			at = word_from(p.memos, p.count, at + 1);
		}
		if (words < r->block)
			return true;
		if (!enter(r, key, index, i))
			return false;
	}
	return true;
}

static bool enter_sketch(struct recall *r, uint32_t index)
{
	uint64_t keys[SKETCH];
	const struct passage *p = &r->passages.at[index];
	uint32_t const n = sketch(p->memos, p->count, keys);
	for (uint32_t k = 0; k < n; k++)
		if (!enter(r, keys[k], index, 0))
			return false;
	return true;
}

/* Text that comes and goes again and again has its blocks and its sketch once. */
static bool enter_passage(struct recall *r, uint32_t index)
{
	uint32_t same[LOOKED_AT];
	const struct passage *p = &r->passages.at[index];
	uint32_t const n = recall_same(r, p->memos, p->count, same, LOOKED_AT);
	bool sketched = false;
	for (uint32_t i = 0; i < n; i++)
		sketched |= r->passages.at[same[i]].whole;
	return enter(r, whole_key(p->memos, p->count), index, 0) && (n || enter_blocks(r, index)) &&
	       (sketched || !p->whole || enter_sketch(r, index));
}

bool recall_index(struct recall *r)
{
	for (; r->known < r->passages.len; r->known++)
		if (!enter_passage(r, (uint32_t)r->known))
			return false;
	return true;
}

/* ---- finding ---- */

static uint64_t block_key(const struct recall *r, const struct recall_text *text, uint32_t at)
{
	uint64_t key = begin_key(KEY_BLOCK);
	for (uint32_t k = 0; k < r->block; k++)
		key = blend(key, text->memos[text->words[at + k]]);
	return key;
}

static uint64_t memo_at(const struct recall_text *text, uint32_t word)
{
	return text->memos[text->words[word]];
}

/* Grows a match both ways from token `token` of a passage and word `at` of a text. */
static struct recall_match grow(const struct recall *r, const struct recall_text *text,
                                uint32_t from, uint32_t at, const struct recall_entry *entry)
{
	const struct passage *p = &r->passages.at[entry->passage];
	struct recall_match m = {entry->passage, entry->at, at, at};
	for (uint32_t i = entry->at; m.end < text->count && i < p->count && memo_at(text, m.end) ==
	     p->memos[i]; i = word_from(p->memos, p->count, i + 1))
		m.end++;
	uint32_t const least = at - from > BACK_MOST ? at - BACK_MOST : from;
	while (m.begin > least) {
		uint32_t const i = word_before(p->memos, m.at);
		if (i == NONE || p->memos[i] != memo_at(text, m.begin - 1))
			break;
		m.at = i;
		m.begin--;
	}
	return m;
}

bool recall_find(const struct recall *r, const struct recall_text *text, uint32_t from,
                 uint32_t at, struct recall_match *out)
{
	uint32_t entry = first_of(r, block_key(r, text, at));
	bool found = false;
	for (uint32_t n = 0; entry != NONE && n < LOOKED_AT; n++, entry = r->entries.at[entry].next) {
		struct recall_match const m = grow(r, text, from, at, &r->entries.at[entry]);
		if (m.end - at < r->block) /* another block with this key */
			continue;
		if (!found || m.end - m.begin > out->end - out->begin)
			*out = m;
		found = true;
	}
	return found;
}

uint32_t recall_same(const struct recall *r, const uint64_t *memos, uint32_t count, uint32_t *out,
                     uint32_t most)
{
	uint32_t n = 0, entry = first_of(r, whole_key(memos, count));
	for (; entry != NONE && n < most; entry = r->entries.at[entry].next) {
		const struct passage *p = &r->passages.at[r->entries.at[entry].passage];
		if (!same_words(p->memos, p->count, memos, count))
			return n; /* another text with this key */
		out[n++] = r->entries.at[entry].passage;
	}
	return n;
}

struct vote {
	uint32_t passage, votes;
};

static uint32_t count_votes(const struct recall *r, const uint64_t *memos, uint32_t count,
                            struct vote votes[SKETCH * LOOKED_AT])
{
	uint64_t keys[SKETCH];
	uint32_t n = 0;
	uint32_t const key_count = sketch(memos, count, keys);
	for (uint32_t k = 0; k < key_count; k++) {
		uint32_t entry = first_of(r, keys[k]);
		for (uint32_t i = 0; entry != NONE && i < LOOKED_AT;
		     i++, entry = r->entries.at[entry].next) {
			uint32_t const passage = r->entries.at[entry].passage;
			uint32_t v = 0;
			while (v < n && votes[v].passage != passage)
				v++;
			if (v == n)
				votes[n++] = (struct vote){passage, 0};
			votes[v].votes++;
		}
	}
	return n;
}

uint32_t recall_alike(const struct recall *r, const uint64_t *memos, uint32_t count,
                      uint32_t *out, uint32_t most)
{
	struct vote votes[SKETCH * LOOKED_AT];
	uint32_t const n = count_votes(r, memos, count, votes);
	uint32_t found = 0;
	while (found < most) {
		uint32_t best = 0;
		for (uint32_t v = 1; v < n; v++)
			if (votes[v].votes > votes[best].votes ||
			    (votes[v].votes == votes[best].votes && votes[v].passage > votes[best].passage))
				best = v;
		if (!n || votes[best].votes < LEAST_VOTES)
			break;
		out[found++] = votes[best].passage;
		votes[best].votes = 0;
	}
	return found;
}
