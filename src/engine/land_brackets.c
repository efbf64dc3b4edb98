/*
 * land_brackets.c -- square brackets put around words or provisions, and taken off.  See
 * landing.h.
 *
 * A number stays outside of its brackets, so that the provision is still found by it, and
 * "[^3]" is a footnote's reference and no bracket.
 */
#include "landing.h"

#include "base/bytes.h"

static void bracket_range(struct landing *n, redline_range r)
{
	landing_add_plain(n, (redline_range){r.begin, r.begin}, BYTES("["));
	landing_add_plain(n, (redline_range){r.end, r.end}, BYTES("]"));
}

bool landing_bracket_in(struct landing *n, const struct area *area)
{
	if (n->m->old_words.present) {
		struct matches found;
		if (!landing_pick_words(n, &n->m->old_words, area, n->m->occurrence, &found))
			return false;
		for (uint32_t i = 0; i < found.count; i++)
			bracket_range(n, landing_whole_emphasis(n, found.at[i].range, true));
		return true;
	}
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said what the brackets stand around");
	if (area->kind == AREA_TEXT) {
		bracket_range(n, range_trim(n->l->text, area->range));
		return true;
	}
	const redline_block *b = &n->l->blocks[area->block];
	/* the number stays outside, so that the provision can still be found by it */
	redline_range const core = {b->body.begin, area->range.end};
	bracket_range(n, range_trim(n->l->text, core));
	return true;
}

static void remove_byte(struct landing *n, uint32_t at)
{
	landing_add_plain(n, (redline_range){at, at + 1}, LANDING_NOTHING);
}

/* Brackets directly around the words, or quoted with them. */
static bool unbracket_words(struct landing *n, redline_range r)
{
	redline_bytes const t = n->l->text;
	if (t.ptr[r.begin] == '[' && t.ptr[r.end - 1] == ']' && range_len(r) > 2) {
		remove_byte(n, r.begin);
		remove_byte(n, r.end - 1);
		return true;
	}
	redline_range const body = landing_body_of(n, r.begin);
	uint32_t const left = landing_space_begin(
		n, r.begin - landing_marks_before(n, r.begin, body.begin), body.begin);
	uint32_t const right =
		landing_space_end(n, r.end + landing_marks_after(n, r.end, body.end), body.end);
	if (left == body.begin || t.ptr[left - 1] != '[' || right >= body.end ||
	    t.ptr[right] != ']')
		return landing_refuse(n, "brackets-absent", landing_at_words(n, &n->m->old_words),
		                      "there are no square brackets directly around these words");
	remove_byte(n, left - 1);
	remove_byte(n, right);
	return true;
}

static bool is_negotiating_bracket(redline_bytes t, uint32_t at, uint32_t end)
{
	return t.ptr[at] == '[' && !(at + 1 < end && t.ptr[at + 1] == '^');
}

/* The one pair of outermost brackets in a range; 0, 1 or more. */
static unsigned find_pairs(const struct landing *n, redline_range r, redline_range *pair)
{
	unsigned pairs = 0, depth = 0;
	uint32_t open = 0;
	redline_bytes const t = n->l->text;
	for (uint32_t at = r.begin; at < r.end; at++) {
		if (t.ptr[at] == '[' && !is_negotiating_bracket(t, at, r.end)) {
			while (at < r.end && t.ptr[at] != ']')
				at++;
		} else if (t.ptr[at] == '[') {
			if (depth++ == 0)
				open = at;
		} else if (t.ptr[at] == ']' && depth > 0 && --depth == 0) {
			*pair = (redline_range){open, at};
			pairs++;
		}
	}
	return pairs;
}

bool landing_unbracket_in(struct landing *n, const struct area *area)
{
	if (n->m->old_words.present) {
		struct matches found;
		if (!landing_pick_words(n, &n->m->old_words, area, n->m->occurrence, &found))
			return false;
		for (uint32_t i = 0; i < found.count; i++)
			if (!unbracket_words(n, found.at[i].range))
				return false;
		return true;
	}
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said which brackets are meant");
	redline_range pair = {0, 0};
	unsigned const pairs = find_pairs(n, area->range, &pair);
	if (pairs == 0)
		return landing_refuse(n, "brackets-absent", landing_at_instruction(n),
		                      "there are no square brackets there");
	if (pairs > 1 && n->m->occurrence != REDLINE_EACH)
		return landing_refuse(n, "words-repeated", landing_at_instruction(n),
		                      "there is more than one pair of square brackets there; quote "
		                      "the words inside");
	if (pairs == 1) {
		remove_byte(n, pair.begin);
		remove_byte(n, pair.end);
		return true;
	}
	redline_range rest = area->range;
	while (find_pairs(n, rest, &pair) > 0) {
		/* from the last pair backwards */
		remove_byte(n, pair.begin);
		remove_byte(n, pair.end);
		rest.end = pair.begin;
	}
	return true;
}
