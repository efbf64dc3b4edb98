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

/* A bracket goes; and the blank before it, if a comma or stop follows now: "shall [, if". */
static void remove_bracket(struct landing *n, uint32_t at)
{
	redline_bytes const t = n->l->text;
	redline_range const body = landing_body_of(n, at);
	uint32_t const next = landing_char_at(n, at + 1, body.end);
	bool const blank = landing_is_stop(next) && t.ptr[at] == '[';
	uint32_t const begin = blank ? landing_space_begin(n, at, body.begin) : at;
	landing_add_plain(n, (redline_range){begin > body.begin ? begin : at, at + 1},
	                  LANDING_NOTHING);
}

/* Brackets directly around the words, or quoted with them. */
static bool unbracket_words(struct landing *n, redline_range r)
{
	redline_bytes const t = n->l->text;
	if (t.ptr[r.begin] == '[' && t.ptr[r.end - 1] == ']' && range_len(r) > 2) {
		remove_bracket(n, r.begin);
		remove_bracket(n, r.end - 1);
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
	remove_bracket(n, left - 1);
	remove_bracket(n, right);
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

/* Every pair, those inside of others, too. */
static bool remove_all(struct landing *n, redline_range r)
{
	redline_bytes const t = n->l->text;
	uint32_t *open = arena_array(n->l->arena, range_len(r) + 1, sizeof *open), depth = 0;
	for (uint32_t at = r.begin; open && at < r.end; at++) {
		if (t.ptr[at] == '[' && !is_negotiating_bracket(t, at, r.end)) {
			while (at < r.end && t.ptr[at] != ']')
				at++;
		} else if (t.ptr[at] == '[') {
			open[depth++] = at;
		} else if (t.ptr[at] == ']' && depth > 0) {
			remove_bracket(n, open[--depth]);
			remove_bracket(n, at);
		}
	}
	return open != NULL;
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
	if (n->m->occurrence == REDLINE_EACH)
		return remove_all(n, area->range);
	if (pairs > 1)
		return landing_refuse(n, "words-repeated", landing_at_instruction(n),
		                      "there is more than one pair of square brackets there; quote "
		                      "the words inside");
	remove_bracket(n, pair.begin);
	remove_bracket(n, pair.end);
	return true;
}
