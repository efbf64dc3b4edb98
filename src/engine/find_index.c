/*
 * find_index.c -- the draft's words, by their hash (finding.h).
 *
 * A token is its folded, case-folded text as a 64-bit hash cut to 32 bits.  The index holds
 * the tokens in order and, sorted by hash (a counting sort, stable, so in order of the text),
 * the list of places for each hash.
 */
#include "finding.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <unicase.h>

static bool peek(struct tokenizer *t)
{
	if (!t->ahead)
		t->ahead = fold_next(&t->fold, &t->cp, &t->source);
	return t->ahead;
}

#define WORD_CHUNK 32

/* A word's characters on their way into its hash, a chunk at a time. */
struct word_hash {
	uint32_t chunk[WORD_CHUNK];
	unsigned len;
	uint64_t hash;
};

static void hash_flush(struct word_hash *h)
{
	h->hash = XXH3_64bits_withSeed(h->chunk, h->len * sizeof *h->chunk, h->hash);
	h->len = 0;
}

static void hash_char(struct word_hash *h, uint32_t cp)
{
	if (h->len == WORD_CHUNK)
		hash_flush(h);
	h->chunk[h->len++] =
		cp < 0x80 ? (uint32_t)(unsigned char)to_lower((char)cp) : uc_tolower(cp);
}

/* Is the next character an ASCII letter or digit, with nothing folded pending? */
static bool plain_ahead(const struct fold *f)
{
	char const c = f->at < f->end ? f->text.ptr[f->at] : ' ';
	return f->next == f->count && (is_alpha(c) || is_digit(c));
}

/* Does a token go on with this character? */
static bool is_inner(uint32_t cp)
{
	if (cp < 0x80)
		return is_alpha((char)cp) || is_digit((char)cp);
	return is_word_char(cp) && !is_unspaced_char(cp);
}

bool finding_next(struct tokenizer *t, struct token *out, uint32_t *end)
{
	bool blank = false;
	while (peek(t) && t->cp == ' ') {
		t->ahead = false;
		blank = true;
	}
	if (!peek(t))
		return false;
	struct word_hash hash = {.len = 0, .hash = 0};
	uint32_t exact = 2166136261u;
	bool const word = is_inner(t->cp);
	out->begin = t->source.begin;
	do {
		hash_char(&hash, t->cp);
		exact = (exact ^ t->cp) * 16777619u;
		*end = t->source.end;
		t->ahead = false;
		/* ASCII letters and digits fold to themselves, whatever follows */
		while (word && plain_ahead(&t->fold)) {
			uint32_t const cp = (unsigned char)t->fold.text.ptr[t->fold.at++];
			hash_char(&hash, cp);
			exact = (exact ^ cp) * 16777619u;
			*end = t->fold.at;
		}
	} while (word && peek(t) && is_inner(t->cp));
	hash_flush(&hash);
	out->hash = (uint32_t)hash.hash;
	out->exact = exact << 1 | blank;
	return true;
}

bool finding_cut(token_list *out, redline_bytes text, redline_range range)
{
	struct tokenizer t = {0};
	fold_begin(&t.fold, text, range);
	struct token token;
	uint32_t end;
	while (finding_next(&t, &token, &end)) {
		struct token *slot = VEC_PUSH(out);
		if (!slot)
			return false;
		*slot = token;
	}
	return true;
}

/* ---- the index ---- */

void finding_free_index(struct word_index *index)
{
	if (!index)
		return;
	VEC_RELEASE(&index->tokens);
	free(index->order);
	free(index->heads);
	free(index);
}

static bool sort_by_hash(struct word_index *index)
{
	size_t const n = index->tokens.len;
	uint32_t buckets = 64;
	while (buckets < n && buckets < 1u << 24)
		buckets *= 2;
	index->mask = buckets - 1;
	index->heads = calloc((size_t)buckets + 2, sizeof *index->heads);
	index->order = malloc((n ? n : 1) * sizeof *index->order);
	if (!index->heads || !index->order)
		return false;
	uint32_t *heads = index->heads + 1; /* shifted while filling */
	for (size_t i = 0; i < n; i++)
		heads[(index->tokens.at[i].hash & index->mask) + 1]++;
	for (uint32_t b = 0; b < buckets; b++)
		heads[b + 1] += heads[b];
	for (size_t i = 0; i < n; i++)
		index->order[heads[index->tokens.at[i].hash & index->mask]++] = (uint32_t)i;
	return true;
}

bool finding_need_index(struct finder *f)
{
	if (f->index)
		return true;
	struct word_index *index = calloc(1, sizeof *index);
	redline_range const all = {0, (uint32_t)f->text.len};
	if (index && finding_cut(&index->tokens, f->text, all) && sort_by_hash(index)) {
		f->index = index;
		return true;
	}
	finding_free_index(index);
	return false;
}

uint32_t finding_bucket_from(const struct word_index *index, uint32_t hash, uint32_t offset)
{
	uint32_t const b = hash & index->mask;
	uint32_t low = index->heads[b], high = index->heads[b + 1];
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (index->tokens.at[index->order[mid]].begin < offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}
