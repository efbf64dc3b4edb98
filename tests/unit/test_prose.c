/*
 * test_prose.c -- the texts that the benches compare are what they are said to be
 * (support/prose.h).
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "support/prose.h"

enum { BYTES_MADE = 200000, SEED = 3 };

struct both {
	struct prose_source source;
	struct prose base, derived;
	struct text old, now;
};

static void make(struct both *b, enum prose_kind kind, uint64_t seed)
{
	*b = (struct both){0};
	prose_begin(&b->source, seed);
	prose_make(&b->base, &b->source, BYTES_MADE);
	prose_derive(&b->derived, &b->base, kind, &b->source);
	prose_print(&b->old, &b->base, &b->source, prose_layout(kind, false));
	prose_print(&b->now, &b->derived, &b->source, prose_layout(kind, true));
}

static void release(struct both *b)
{
	text_release(&b->old);
	text_release(&b->now);
	prose_release(&b->base);
	prose_release(&b->derived);
	prose_end(&b->source);
}

static bool has_block(const struct prose *p, const struct prose *from, size_t block)
{
	const struct prose_block *want = &from->blocks[block];
	for (size_t i = 0; i < p->count; i++) {
		const struct prose_block *have = &p->blocks[i];
		bool same = have->count == want->count && have->heading == want->heading;
		for (uint32_t k = 0; k < want->count && same; k++)
			same = p->words.at[have->first + k].word ==
			       from->words.at[want->first + k].word;
		if (same)
			return true;
	}
	return false;
}

static double share_kept(const struct prose *p, const struct prose *from)
{
	size_t kept = 0;
	for (size_t i = 0; i < from->count; i++)
		kept += has_block(p, from, i);
	return (double)kept / (double)from->count;
}

/* FNV-1a of the first text; another one on another machine would be another bench. */
Test(prose, same_seed_same_bytes_everywhere)
{
	struct both b;
	uint64_t hash = 0xCBF29CE484222325u;
	make(&b, PROSE_BURSTS, SEED);
	for (size_t i = 0; i < b.now.len; i++)
		hash = (hash ^ (unsigned char)b.now.ptr[i]) * 0x100000001B3u;
	cr_expect(hash == 0xe87d78d45f0abce3u, "%llx", (unsigned long long)hash);
	cr_expect(b.old.len >= BYTES_MADE && b.old.len < BYTES_MADE + 2000);
	release(&b);
}

Test(prose, one_word_in_a_hundred_is_another)
{
	struct both b;
	size_t other = 0;
	make(&b, PROSE_SUBSTITUTED, SEED);
	cr_assert(b.base.words.len == b.derived.words.len);
	for (size_t i = 0; i < b.base.words.len; i++)
		other += b.base.words.at[i].word != b.derived.words.at[i].word;
	cr_expect(other * 1000 > b.base.words.len * 8 && other * 1000 < b.base.words.len * 12);
	release(&b);
}

Test(prose, frequent_words_are_as_frequent_as_zipf_says)
{
	struct both b;
	size_t first = 0, tenth = 0;
	make(&b, PROSE_WRAPPED, SEED);
	for (size_t i = 0; i < b.base.words.len; i++) {
		first += b.base.words.at[i].word == 0;
		tenth += b.base.words.at[i].word == 9;
	}
	/* ten to the power of 1.05 is 11.2 */
	cr_expect(first > tenth * 9 && first < tenth * 14, "%zu and %zu", first, tenth);
	release(&b);
}

Test(prose, wrapping_changes_blanks_and_nothing_else)
{
	struct both b;
	size_t column = 0, longest = 0;
	make(&b, PROSE_WRAPPED, SEED);
	cr_assert(b.old.len == b.now.len);
	cr_expect(!text_is(text_view(&b.old), text_view(&b.now)));
	for (size_t i = 0; i < b.now.len; i++) {
		char const x = b.old.ptr[i], y = b.now.ptr[i];
		cr_assert(x == y || (strchr(" \n", x) && strchr(" \n", y)));
		column = y == '\n' ? 0 : column + 1;
		longest = column > longest ? column : longest;
	}
	cr_expect(longest == 80);
	release(&b);
}

Test(prose, a_tenth_of_the_paragraphs_goes_or_moves)
{
	struct both b;
	make(&b, PROSE_MOVED, SEED);
	double const kept = share_kept(&b.derived, &b.base);
	double const old = share_kept(&b.base, &b.derived);
	cr_expect(kept > 0.93 && kept < 0.97, "%.3f", kept);
	cr_expect(old > 0.93 && old < 0.97, "%.3f", old);
	release(&b);
}

Test(prose, one_is_inserted_and_the_others_are_counted_on)
{
	struct both b;
	make(&b, PROSE_INSERTED, SEED);
	cr_expect(b.derived.count == b.base.count + 1);
	cr_expect(share_kept(&b.derived, &b.base) == 1);
	cr_expect(text_holds(text_view(&b.now), "\n\n5. "));
	release(&b);
}

Test(prose, renumbering_raises_every_number_by_one)
{
	struct both b;
	make(&b, PROSE_RENUMBERED, SEED);
	cr_assert(b.base.count == b.derived.count);
	cr_expect(share_kept(&b.derived, &b.base) == 1);
	cr_expect(text_holds(text_view(&b.old), "\n\n1. "));
	cr_expect(!text_holds(text_view(&b.now), "\n\n1. "));
	release(&b);
}

Test(prose, another_text_has_nothing_in_common)
{
	struct both b;
	make(&b, PROSE_UNRELATED, SEED);
	double const kept = share_kept(&b.derived, &b.base); /* but its headings */
	cr_expect(kept < 0.05, "%.3f", kept);
	cr_expect(b.now.len > b.old.len - 4000 && b.now.len < b.old.len + 4000);
	release(&b);
}
