/*
 * fuzz_merge.c -- any three texts merged: it ends, conflicts lie inside the texts,
 * and the two sides may change places.
 *
 * Input: the common text, a byte FF (which no text holds), ours, another FF, theirs.
 * Half of all mutations are libFuzzer's own; the others make a side anew of the
 * common text, as people would (support/pairs.h).
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <redline/share.h>

#include "support/pairs.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

enum { BASE, OURS, THEIRS, TEXTS };

static void insist(bool holds, const char *law)
{
	if (holds)
		return;
	fprintf(stderr, "law broken: %s\n", law);
	abort();
}

static void read_input(redline_bytes texts[TEXTS], const uint8_t *data, size_t size)
{
	const char *at = (const char *)data, *end = at + size;
	for (int i = BASE; i < TEXTS; i++) {
		const char *mark = i < THEIRS && at < end ? memchr(at, 0xFF, (size_t)(end - at)) : NULL;
		const char *stop = mark ? mark : end;
		texts[i] = (redline_bytes){at, (size_t)(stop - at)};
		at = mark ? mark + 1 : end;
	}
}

static bool lies_in(redline_range r, redline_bytes text)
{
	return r.begin <= r.end && r.end <= text.len;
}

static void check_conflicts(const redline_merge *merge, const redline_bytes texts[TEXTS])
{
	uint32_t count;
	const redline_merge_conflict *c = redline_merge_conflicts(merge, &count);
	for (uint32_t i = 0; i < count; i++)
		insist(lies_in(c[i].base, texts[BASE]) && lies_in(c[i].ours, texts[OURS]) &&
		           lies_in(c[i].theirs, texts[THEIRS]),
		       "a conflict outside its text");
}

static void check_both_ways(const redline_merge *one, const redline_merge *two)
{
	uint32_t a, b;
	redline_merge_conflicts(one, &a);
	redline_merge_conflicts(two, &b);
	insist(!a == !b, "a conflict one way round");
	insist(a || text_is(redline_merge_text(one), redline_merge_text(two)),
	       "another result the other way round");
	insist(a || redline_text_check(redline_merge_text(one), NULL) == REDLINE_OK,
	       "a result that is no text");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	redline_bytes t[TEXTS];
	redline_merge *one = NULL, *two = NULL;
	read_input(t, data, size);
	redline_status const a = redline_merge_texts(&one, t[BASE], t[OURS], t[THEIRS]);
	redline_status const b = redline_merge_texts(&two, t[BASE], t[THEIRS], t[OURS]);
	insist((a == REDLINE_OK) == (b == REDLINE_OK), "a status one way round");
	if (a == REDLINE_OK && b == REDLINE_OK) {
		check_conflicts(one, t);
		check_both_ways(one, two);
	}
	redline_merge_free(one);
	redline_merge_free(two);
	return 0;
}

static void put(struct text *out, redline_bytes bytes, bool mark)
{
	if (bytes.len)
		text_add(out, bytes.ptr, bytes.len);
	if (mark)
		text_add(out, "\xFF", 1);
}

/* One side is made anew of the common text; 0 if it doesn't fit. */
static size_t edit_input(uint8_t *data, size_t size, size_t max_size, struct pairs *chance)
{
	redline_bytes t[TEXTS];
	struct text edited = {0}, all = {0};
	read_input(t, data, size);
	if (redline_text_check(t[BASE], NULL) != REDLINE_OK)
		return 0;
	pairs_edit(chance, &edited, t[BASE]);
	t[pairs_chance(chance, 2) ? OURS : THEIRS] = text_view(&edited);
	put(&all, t[BASE], true);
	put(&all, t[OURS], true);
	put(&all, t[THEIRS], false);
	size_t const made = all.len <= max_size ? all.len : 0;
	if (made)
		memcpy(data, all.ptr, made);
	text_release(&edited);
	text_release(&all);
	return made;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
	struct pairs chance = {.state = (uint64_t)seed * 2654435761u + 1};
	size_t const made = pairs_chance(&chance, 2) && size > 2
	                            ? edit_input(data, size, max_size, &chance)
	                            : 0;
	return made ? made : LLVMFuzzerMutate(data, size, max_size);
}
