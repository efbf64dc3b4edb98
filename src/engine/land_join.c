/*
 * land_join.c -- a provision that becomes two, and two that become one (landing.h).
 *
 * Only what stands between the parts changes: a blank becomes the start of a new provision, or
 * the start of one a blank.
 */
#include "landing.h"

#include "base/bytes.h"

/* Where the second part begins to be one. */
static bool split_point(struct landing *n, const struct area *area, uint32_t *point)
{
	redline_range const body = n->l->blocks[area->block].body;
	bool const after = n->m->where == REDLINE_AFTER;
	redline_range r;
	if (n->has_target) {
		r = range_trim(n->l->text, n->target.range);
		if (n->target.kind != AREA_TEXT || r.begin < body.begin || r.end > body.end)
			return landing_say_not_there(n, "this is no sentence of the provision");
	} else {
		struct area const own = {.kind = AREA_TEXT, .range = body, .block = area->block};
		struct matches found;
		if (!landing_pick_words(n, &n->m->anchor, &own, n->m->occurrence, &found))
			return false;
		if (found.count > 1)
			return landing_say_repeated(n, &n->m->anchor, &own, &found);
		r = found.at[0].range;
	}
	*point = after ? r.end : r.begin;
	while (after && *point < body.end &&
	       landing_is_closing_mark(landing_char_at(n, *point, body.end))) {
		unsigned size;
		(void)utf8_at(n->l->text, *point, &size);
		*point += size;
	}
	return true;
}

bool landing_split(struct landing *n)
{
	const struct area *area = &n->areas[0];
	if (area->kind != AREA_BLOCKS || n->l->blocks[area->block].kind == REDLINE_HEADING)
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "only a provision can be split");
	const redline_block *b = &n->l->blocks[area->block];
	uint32_t point = 0;
	if (!split_point(n, area, &point))
		return false;
	redline_range const gap = {landing_space_begin(n, point, b->body.begin),
	                           landing_space_end(n, point, b->body.end)};
	if (gap.begin == b->body.begin || gap.end == b->body.end)
		return landing_say_not_there(n, "nothing would be left of one of the two parts");
	if (gap.begin == gap.end)
		return landing_say_not_there(n, "the provision can't be split inside a word");
	struct addition a = {.model = area->block,
	                     .after = area->block,
	                     .before = REDLINE_NONE,
	                     .label = n->m->label};
	if (range_len(b->core) && !a.label.len && !landing_choose_label(n, &a))
		return false;
	if (!landing_label_is_free(n, &a))
		return false;
	bool stop;
	(void)landing_closing_begin(n, (redline_range){b->body.begin, gap.begin}, &stop);
	if (!stop)
		report_add(n->l->report, REDLINE_WARNING, "no-full-stop",
		           landing_in_draft((redline_range){gap.begin - 1, gap.begin}),
		           "the first part does not end with a full stop, and none is added");
	bool const apart = landing_stands_apart(n, area->block, b->subtree_end);
	redline_bytes const eol = bytes_of(n->l->eol);
	landing_add_plain(n, gap,
	                  landing_join3(n, eol, apart ? eol : LANDING_NOTHING,
	                                landing_prefix_with(n, b, a.label)));
	landing_touch(n, area->block);
	return true;
}

#define MERGED_MAX 64u

/* The provisions that the places name, in the order of the draft. */
static bool list_merged(struct landing *n, uint32_t *blocks, uint32_t *count)
{
	*count = 0;
	for (uint32_t i = 0; i < n->area_count; i++) {
		const struct area *area = &n->areas[i];
		if (area->kind != AREA_BLOCKS || n->l->blocks[area->block].kind == REDLINE_HEADING)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "only provisions can be merged");
		for (uint32_t b = area->block; b < area->end_block;
		     b = n->l->blocks[b].subtree_end) {
			if (n->l->blocks[b].kind == REDLINE_BLANK)
				continue;
			if (*count == MERGED_MAX)
				return landing_refuse(n, "not-understood",
				                      landing_at_instruction(n),
				                      "too many provisions");
			uint32_t k = (*count)++;
			for (; k > 0 && blocks[k - 1] > b; k--)
				blocks[k] = blocks[k - 1];
			blocks[k] = b;
		}
	}
	return true;
}

bool landing_merge(struct landing *n)
{
	uint32_t blocks[MERGED_MAX] = {0}, count;
	if (!list_merged(n, blocks, &count))
		return false;
	if (n->has_target && n->target.block != blocks[0])
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "what is merged gets the number of the first; merge the "
		                      "later provision into the earlier one");
	for (uint32_t i = 0; i + 1 < count; i++) {
		const redline_block *a = &n->l->blocks[blocks[i]];
		const redline_block *b = &n->l->blocks[blocks[i + 1]];
		uint32_t const next = landing_blanks_end(n, a->subtree_end, n->l->count);
		if (next != blocks[i + 1] || a->parent != b->parent || a->kind != b->kind)
			return landing_say_not_there(n, "these do not stand next to each other");
		if (landing_blanks_end(n, blocks[i] + 1, a->subtree_end) < a->subtree_end)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "this provision has parts, so it can't be told how "
			                      "another one is to go on from it");
		redline_range const gap = {a->body.end, b->body.begin};
		landing_add_plain(n, gap, landing_gap(bytes_in(n->l->text, a->body)));
		landing_touch(n, blocks[i]);
	}
	return true;
}
