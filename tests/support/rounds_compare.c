/*
 * rounds_compare.c -- see rounds_compare.h.
 *
 * Items are the blocks that aren't blank, in order; the kinds must agree, or the
 * draft was read otherwise than it was meant.
 */
#include "rounds_compare.h"

#include <stdlib.h>

#include <redline/compare.h>

/* A text as it was read, and which item each of its blocks is. */
struct reading {
	redline_draft *draft;
	uint32_t *item;
};

static bool is_of_kind(const struct round_item *item, uint8_t kind)
{
	switch (item->kind) {
	case ROUND_HEADING:
		return kind == REDLINE_HEADING;
	case ROUND_PROVISION:
	case ROUND_SUB:
		return kind == REDLINE_PROVISION;
	case ROUND_BULLET:
		return kind == REDLINE_BULLET;
	case ROUND_PLAIN:
		return kind == REDLINE_PARAGRAPH;
	}
	return false;
}

static bool read_side(struct reading *out, const struct round_side *side)
{
	uint32_t next = 0;
	if (redline_draft_new(&out->draft, text_view(&side->text), NULL) != REDLINE_OK)
		return false;
	uint32_t const count = redline_draft_count(out->draft);
	const redline_block *blocks = redline_draft_blocks(out->draft);
	out->item = calloc((size_t)count + 1, sizeof *out->item);
	if (!out->item)
		abort();
	for (uint32_t i = 0; i < count; i++) {
		if (blocks[i].kind == REDLINE_BLANK) {
			out->item[i] = REDLINE_NONE;
			continue;
		}
		if (next == side->len || !is_of_kind(&side->items[next], blocks[i].kind))
			return false;
		out->item[i] = next++;
	}
	return next == side->len;
}

static void release(struct reading *r)
{
	redline_draft_free(r->draft);
	free(r->item);
}

static void add_pair(struct round_links *found, const redline_pair *pair,
                     const struct reading *old, const struct reading *now)
{
	for (uint32_t j = pair->now.begin; j < pair->now.end; j++)
		for (uint32_t i = pair->old.begin; i < pair->old.end; i++)
			if (now->item[j] != REDLINE_NONE && old->item[i] != REDLINE_NONE)
				round_add_link(found, old->item[i], now->item[j], pair->moved);
}

bool round_compare(struct round_links *found, const struct round *round)
{
	struct reading old = {0}, now = {0};
	redline_comparison *comparison = NULL;
	bool const compared = read_side(&old, &round->old) && read_side(&now, &round->now) &&
	                      redline_compare(&comparison, old.draft, now.draft, NULL) == REDLINE_OK;
	if (compared) {
		uint32_t count;
		const redline_pair *pairs = redline_comparison_pairs(comparison, &count);
		for (uint32_t i = 0; i < count; i++)
			add_pair(found, &pairs[i], &old, &now);
	}
	redline_comparison_free(comparison);
	release(&old);
	release(&now);
	return compared;
}
