/* lineage_strip.c -- tokens of several units in a row.  See lineaging.h. */
#include "engine/lineaging.h"

#include <assert.h>
#include <stdlib.h>

#include "engine/token_fold.h"

void strip_clear(struct strip *strip)
{
	tokens_clear(&strip->tokens);
	strip->failed = false;
}

void strip_release(struct strip *strip)
{
	tokens_release(&strip->tokens);
	free(strip->memos);
	free(strip->origins);
	free(strip->mates);
	*strip = (struct strip){0};
}

static bool grow(void **at, size_t count, size_t size)
{
	void *moved = realloc(*at, count * size);
	if (moved)
		*at = moved;
	return moved;
}

/* Room in all the arrays for so many more. */
static bool make_room(struct strip *strip, uint32_t more)
{
	if (!tokens_reserve(&strip->tokens, more)) {
		strip->failed = true;
		return false;
	}
	uint32_t const cap = strip->tokens.cap;
	if (cap == strip->cap)
		return true;
	void *memos = strip->memos, *origins = strip->origins, *mates = strip->mates;
	bool const ok = grow(&memos, cap, sizeof *strip->memos) &&
	                grow(&origins, cap, sizeof *strip->origins) &&
	                grow(&mates, cap, sizeof *strip->mates);
	strip->memos = memos;
	strip->origins = origins;
	strip->mates = mates;
	strip->cap = ok ? cap : 0;
	strip->failed = !ok;
	return ok;
}

/*
 * The whole hash of a word, but for two bits.  Masked hashes, which
 * only tests have, would make words of different letters one, and there are no
 * letters left to tell them apart.
 */
static bool memo_of(const struct units *u, struct token t, uint64_t hash,
                    const struct token_rules *rules, uint64_t *memo)
{
	struct token_form form;
	if (rules->hash_mask) {
		redline_bytes const bytes = {u->text.ptr + t.begin, t.length};
		if (!token_form_make(&form, bytes, rules))
			return false;
		hash = hash_bytes(form.bytes.ptr, form.bytes.len);
		token_form_release(&form);
	}
	*memo = (hash & ~(uint64_t)(MEMO_PUNCTUATION | MEMO_STRUCK)) |
	        (token_counts(t) ? 0 : MEMO_PUNCTUATION);
	return true;
}

bool strip_add(struct strip *strip, struct units *u, uint32_t unit,
               const struct lineage_strand *strand)
{
	units_read(u, unit);
	if (u->tokens.failed)
		return false;
	uint32_t const count = u->at[unit].count, first = strip->tokens.count;
	assert(!strand || strand->count == count);
	struct token_rules rules = u->rules;
	rules.quoted = u->blocks[u->at[unit].block].quoted > 0;
	if (!count)
		return true;
	if (!make_room(strip, count))
		return false;
	memcpy(strip->tokens.at + first, unit_tokens(u, unit), count * sizeof *strip->tokens.at);
	memcpy(strip->tokens.hash + first, unit_hashes(u, unit), count * sizeof *strip->tokens.hash);
	for (uint32_t i = 0; i < count; i++) {
		if (!memo_of(u, strip->tokens.at[first + i], strip->tokens.hash[first + i], &rules,
		             &strip->memos[first + i]))
			return false;
		strip->origins[first + i] = strand ? strand->origins[i] : NOBODY;
		strip->mates[first + i] = MATE_NONE;
	}
	strip->tokens.count += count;
	return true;
}

bool strip_add_buried(struct strip *strip, const uint64_t *hashes,
                      const lineage_origin *origins, uint32_t count)
{
	if (!count)
		return true;
	if (!make_room(strip, count))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		if (hashes[i] & MEMO_STRUCK)
			continue;
		uint32_t const at = strip->tokens.count++;
		strip->tokens.at[at] = (struct token){0};
		strip->tokens.hash[at] = strip->memos[at] = hashes[i];
		strip->origins[at] = origins[i];
		strip->mates[at] = MATE_NONE;
	}
	return true;
}
