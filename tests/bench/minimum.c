/*
 * minimum.c -- the fewest words that must go and come: those outside a longest
 * common subsequence.
 *
 * Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004),
 * 64 words of the old text at a time for each word of the new one, after what
 * both begin and end with is set aside.  Quadratic, and that is its point: it
 * leaves nothing out.  Where a word stands in the old text is looked up in a
 * table of places sorted by hash, and set in a row of bits before each step.
 */
#include <stdlib.h>

#include "part.h"

struct place {
	uint64_t hash;
	size_t at;
};

static int by_hash(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static void *array(size_t count, size_t size)
{
	void *at = calloc(count ? count : 1, size);
	if (!at)
		abort();
	return at;
}

static struct place *sort_places(const uint64_t *words, size_t count)
{
	struct place *places = array(count, sizeof *places);
	for (size_t i = 0; i < count; i++)
		places[i] = (struct place){words[i], i};
	qsort(places, count, sizeof *places, by_hash);
	return places;
}

/* The first place whose hash is not below this one. */
static size_t first_place(const struct place *places, size_t count, uint64_t hash)
{
	size_t begin = 0, end = count;
	while (begin < end) {
		size_t const middle = begin + (end - begin) / 2;
		if (places[middle].hash < hash)
			begin = middle + 1;
		else
			end = middle;
	}
	return begin;
}

/*
 * One word of the new text.  A bit of `row` is 0 where the subsequence grows by
 * one; V' = (V + (V & M)) | (V & ~M).
 */
static void step(uint64_t *row, const uint64_t *match, size_t blocks)
{
	uint64_t carry = 0;
	for (size_t i = 0; i < blocks; i++) {
		uint64_t const v = row[i], u = v & match[i];
		uint64_t const sum = v + u, all = sum + carry;
		carry = (sum < v) | (all < sum);
		row[i] = all | (v & ~match[i]);
	}
}

static size_t longest_common(const uint64_t *a, size_t a_len, const uint64_t *b, size_t b_len)
{
	size_t const blocks = (a_len + 63) / 64;
	uint64_t *row = array(blocks, sizeof *row);
	uint64_t *match = array(blocks, sizeof *match);
	struct place *places = sort_places(a, a_len);
	size_t common = 0;
	for (size_t i = 0; i < blocks; i++)
		row[i] = UINT64_MAX;
	for (size_t j = 0; j < b_len; j++) {
		size_t const first = first_place(places, a_len, b[j]);
		size_t end = first;
		for (; end < a_len && places[end].hash == b[j]; end++)
			match[places[end].at / 64] |= (uint64_t)1 << places[end].at % 64;
		if (end == first)
			continue;
		step(row, match, blocks);
		for (size_t k = first; k < end; k++)
			match[places[k].at / 64] = 0;
	}
	for (size_t i = 0; i < a_len; i++)
		common += !(row[i / 64] >> i % 64 & 1);
	free(places);
	free(match);
	free(row);
	return common;
}

uint64_t minimum_changes(const struct word_list *old, const struct word_list *now)
{
	size_t head = 0, a = old->len, b = now->len;
	while (head < a && head < b && old->hash[head] == now->hash[head])
		head++;
	while (a > head && b > head && old->hash[a - 1] == now->hash[b - 1]) {
		a--;
		b--;
	}
	size_t const common =
	    longest_common(old->hash + head, a - head, now->hash + head, b - head);
	return (a - head) + (b - head) - 2 * (uint64_t)common;
}
