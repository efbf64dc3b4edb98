/*
 * land_inside.c -- numbers inside of a text that has had none: "the existing text is
 * designated as paragraph (1)", and what an act adds behind it.  See landing.h.
 *
 * The text of subsection (c) becomes its paragraph (1), and a new (2) its next one, though
 * the draft has no list there that either could take its form from.  So they are written as
 * acts write them, in parentheses, each on a line of its own and a step deeper, unless the
 * draft has "(c)(1) ..." in one line.  What the text enclosed is then enclosed by (1).
 */
#include "landing.h"

#include "base/bytes.h"
#include "next_label.h"

bool landing_joins_numbers(const struct landing *n)
{
	for (uint32_t i = 1; i < n->l->count; i++)
		if (n->l->blocks[i].kind == REDLINE_PROVISION &&
		    !landing_ends_line(n, n->l->blocks[i].bytes.begin))
			return true;
	return false;
}

bool landing_begins_line(redline_bytes words)
{
	return words.len && is_space(words.ptr[0]) && !is_blank(words.ptr[0]);
}

static redline_bytes blanks(struct landing *n, uint32_t count)
{
	char *out = arena_alloc(n->l->arena, (size_t)count + 1);
	if (!out)
		return LANDING_NOTHING;
	memset(out, ' ', count);
	return (redline_bytes){out, count};
}

redline_bytes landing_inner_prefix(struct landing *n, uint32_t indent, redline_bytes label)
{
	redline_bytes const open = landing_join3(n, blanks(n, indent), BYTES("("), label);
	return landing_join3(n, open, BYTES(") "), LANDING_NOTHING);
}

/* ---- "is designated as" ---- */

/* Lines of what it encloses move by one step. */
static void move_parts(struct landing *n, uint32_t block, uint32_t step)
{
	uint32_t const end = n->l->blocks[block].subtree_end;
	for (uint32_t i = block + 1; i < end; i++) {
		uint32_t const at = n->l->blocks[i].bytes.begin;
		if (n->l->blocks[i].kind != REDLINE_BLANK && landing_ends_line(n, at))
			landing_add_plain(n, (redline_range){at, at}, blanks(n, step));
	}
}

/* "(c) Fees" as "(c)(1) Fees", or with "(1) Fees" on the next line. */
static void number_inside(struct landing *n, uint32_t block)
{
	const redline_block *b = &n->l->blocks[block];
	redline_bytes dress = bytes_in(n->l->text, (redline_range){b->core.end, b->body.begin});
	uint32_t const step = landing_step(n, block);
	redline_bytes const eol = bytes_of(n->l->eol);
	while (dress.len && is_space(dress.ptr[dress.len - 1]))
		dress.len--;
	redline_bytes gap = dress.len && dress.ptr[dress.len - 1] == ')' ? LANDING_NOTHING
	                                                                  : LANDING_BLANK;
	bool const apart = landing_stands_apart(n, block, b->subtree_end);
	bool const own_line = step && !landing_joins_numbers(n);
	if (own_line)
		gap = apart ? landing_join3(n, eol, eol, LANDING_NOTHING) : eol;
	landing_add_plain(n, (redline_range){b->core.end, b->body.begin},
	                  landing_join3(n, dress, gap,
	                                landing_inner_prefix(n, own_line ? b->indent + step : 0,
	                                                     n->m->label)));
	if (own_line)
		move_parts(n, block, step);
}

/* The text of a section without subsections: its first lines, which have no number. */
static uint32_t unnumbered_text(const struct landing *n, const struct area *area)
{
	uint32_t const first = landing_blanks_end(n, area->block + 1, area->end_block);
	bool const found = first < area->end_block &&
	                   n->l->blocks[first].kind == REDLINE_PARAGRAPH;
	return found ? first : REDLINE_NONE;
}

bool landing_designate(struct landing *n, const struct area *area)
{
	if (area->kind != AREA_BLOCKS ||
	    area->end_block != n->l->blocks[area->block].subtree_end)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said whose text gets this number");
	if (!places_is_first_label(n->m->label))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "a text that has had no number gets the first one only; give "
		                      "the whole provision as it is to read");
	const redline_block *b = &n->l->blocks[area->block];
	bool const inside = b->kind == REDLINE_PROVISION && range_len(b->core) &&
	                    range_len(range_trim(n->l->text, b->body));
	uint32_t const block = inside                          ? area->block
	                       : b->kind == REDLINE_PARAGRAPH ? area->block
	                       : b->kind == REDLINE_HEADING   ? unnumbered_text(n, area)
	                                                      : REDLINE_NONE;
	if (block == REDLINE_NONE)
		return landing_say_not_there(n, "there is no text without a number here");
	if (inside) {
		number_inside(n, block);
	} else {
		uint32_t const at = n->l->blocks[block].body.begin;
		landing_add_plain(n, (redline_range){at, at},
		                  landing_inner_prefix(n, 0, n->m->label));
	}
	landing_touch(n, block);
	struct renumbered *it = VEC_PUSH(&n->l->renumbered);
	if (it)
		*it = (struct renumbered){n->statement, n->cause, block, n->m->label, inside};
	return it != NULL;
}

/* ---- what comes behind a number that the statement gives ---- */

#define LOOKED_AT_MAX 256u

/* Of a list, only the end is looked at: what an act builds on stands shortly before. */
static size_t first_looked_at(size_t count)
{
	return count > LOOKED_AT_MAX ? count - LOOKED_AT_MAX : 0;
}

/* Does a label come next after another, in whatever numerals both may be read? */
static bool comes_next(redline_bytes label, redline_bytes after)
{
	char next[NEXT_LABEL_MAX];
	static const redline_numeral numerals[] = {REDLINE_ARABIC, REDLINE_LOWER_ALPHA,
	                                           REDLINE_UPPER_ALPHA, REDLINE_LOWER_ROMAN};
	for (unsigned i = 0; i < sizeof numerals / sizeof *numerals; i++) {
		size_t const len = next_label(after, numerals[i], next);
		if (len && places_same_label((redline_bytes){next, len}, label))
			return true;
	}
	return false;
}

static bool is_in(const struct area *area, uint32_t block)
{
	return area->kind == AREA_DOCUMENT || (block >= area->block && block < area->end_block);
}

bool landing_gives_up(const struct landing *n, uint32_t block)
{
	for (size_t i = 0; i < n->l->renumbered.len; i++) {
		const struct renumbered *it = &n->l->renumbered.at[i];
		if (it->block == block && it->statement == n->statement && !it->inside)
			return true;
	}
	return false;
}

/* The last block of a section whose text gets a number: that of all its lines and items. */
static uint32_t end_of_text(const struct landing *n, const struct area *area, uint32_t block)
{
	uint32_t last = block;
	for (uint32_t i = block + 1; i < area->end_block; i++) {
		if (n->l->blocks[i].kind == REDLINE_HEADING)
			break;
		if (n->l->blocks[i].kind != REDLINE_BLANK)
			last = i;
	}
	return last;
}

/* Behind what the statement numbers; false if nothing fits, or two do. */
static bool follow_numbered(struct landing *n, const struct area *area, struct addition *a)
{
	const struct renumbered *found = NULL;
	for (size_t i = first_looked_at(n->l->renumbered.len); i < n->l->renumbered.len; i++) {
		const struct renumbered *it = &n->l->renumbered.at[i];
		/* inside means right in the place that was named */
		bool const unnumbered = n->l->blocks[it->block].kind == REDLINE_PARAGRAPH;
		if (it->statement != n->statement || !is_in(area, it->block) ||
		    (it->inside && it->block != area->block) ||
		    (unnumbered && area->kind != AREA_BLOCKS) ||
		    !comes_next(a->label, it->label))
			continue;
		if (found)
			return false;
		found = it;
	}
	if (!found)
		return false;
	const redline_block *b = &n->l->blocks[found->block];
	a->model = a->after = found->block;
	if (!found->inside && range_len(b->core))
		a->after = landing_past_inserted(n, found->block, a->label);
	a->dressed = found->inside || b->kind == REDLINE_PARAGRAPH;
	a->inside = found->inside;
	a->indent = b->indent + (found->inside ? landing_step(n, found->block) : 0);
	if (b->kind == REDLINE_PARAGRAPH)
		a->after = end_of_text(n, area, found->block);
	return true;
}

/* Behind what the statement has added right in this place. */
static bool follow_added(struct landing *n, const struct area *area, struct addition *a)
{
	const struct addition *found = NULL;
	for (size_t i = first_looked_at(n->l->added.len); i < n->l->added.len; i++) {
		const struct added *it = &n->l->added.at[i];
		uint32_t const around =
			it->as.inside ? it->as.model : n->l->blocks[it->as.model].parent;
		bool const right_here = area->kind == AREA_DOCUMENT || around == area->block ||
		                        (is_in(area, it->as.model) &&
		                         n->l->blocks[area->block].kind == REDLINE_HEADING);
		if (it->statement != n->statement || !right_here ||
		    !comes_next(a->label, it->last))
			continue;
		if (found)
			return false;
		found = &it->as;
	}
	if (!found || found->after == REDLINE_NONE)
		return false;
	struct addition const given = *a;
	*a = *found;
	a->label = given.label;
	a->words = given.words;
	a->own_label = given.own_label;
	return true;
}

bool landing_follow_given(struct landing *n, const struct area *area, struct addition *a)
{
	return follow_numbered(n, area, a) || follow_added(n, area, a);
}
