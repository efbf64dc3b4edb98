/*
 * land_number.c -- provisions that get another number (landing.h).
 *
 * The new numbers are given one by one or as ranges, and there must be as many of them as of
 * provisions.  Only the number's own bytes change.
 */
#include "landing.h"

#include "base/bytes.h"

#define NUMBERS_MAX 1000u

/* The blocks that a place's range runs over, one by one. */
static uint32_t next_in_range(const struct landing *n, const struct area *area, uint32_t block)
{
	uint32_t next = n->l->blocks[block].subtree_end;
	while (next < area->end_block &&
	       (n->l->blocks[next].kind == REDLINE_BLANK || !range_len(n->l->blocks[next].core) ||
	        n->l->blocks[next].parent != n->l->blocks[area->block].parent))
		next++;
	return next;
}

bool landing_give_number(struct landing *n, uint32_t block, redline_bytes label)
{
	const redline_block *b = &n->l->blocks[block];
	if (!range_len(b->core))
		return landing_refuse(n, "unsupported", landing_at_instruction(n),
		                      "this provision has no number");
	if (places_same_label(bytes_in(n->l->text, b->core), label))
		return landing_refuse(n, "nothing-changes", landing_at_instruction(n),
		                      "it has this number already, so nothing would change");
	uint32_t end;
	redline_bytes const printed = landing_label_like(n, b, label, &end);
	landing_add_plain(n, (redline_range){b->core.begin, end}, printed);
	landing_touch(n, block);
	struct renumbered *it = VEC_PUSH(&n->l->renumbered);
	if (it)
		*it = (struct renumbered){n->statement, n->cause, block, label, false};
	return it != NULL;
}

/* The labels that come after what was given, in step with the provisions. */
struct labels {
	uint32_t target;     /* of the amendment's */
	redline_bytes label; /* the next one to give; empty: the target's first */
	redline_numeral numeral; /* that the target counts in */
};

static bool leads_to(struct landing *n, redline_bytes from, redline_bytes to,
                     redline_numeral numeral)
{
	for (unsigned i = 0; i < NUMBERS_MAX && from.len; i++) {
		if (places_same_label(from, to))
			return true;
		from = landing_label_after(n, from, numeral);
	}
	return false;
}

/* What "(1) through (3)" and "(A) through (C)" count in: `own` if that leads from the one to
 * the other, for "(i) through (v)" may be letters. */
static redline_numeral numeral_between(struct landing *n, const redline_step *step,
                                       redline_numeral own)
{
	redline_numeral const numerals[] = {own, REDLINE_ARABIC, REDLINE_LOWER_ROMAN,
	                                    REDLINE_LOWER_ALPHA, REDLINE_UPPER_ALPHA};
	for (unsigned i = 0; i < sizeof numerals / sizeof *numerals; i++)
		if (leads_to(n, step->label, step->label_to, numerals[i]))
			return numerals[i];
	return own;
}

static bool next_number(struct landing *n, struct labels *l, redline_numeral numeral,
                        redline_bytes *out)
{
	if (l->target >= n->m->target_count)
		return false;
	const redline_place *p = &n->m->targets[l->target];
	const redline_step *step = &p->steps[p->count - 1];
	if (!l->label.len && step->label_to.len)
		l->numeral = numeral_between(n, step, numeral);
	*out = l->label.len ? l->label : step->label;
	if (!step->label_to.len || places_same_label(*out, step->label_to)) {
		l->target++;
		l->label = LANDING_NOTHING;
	} else {
		l->label = landing_label_after(n, *out, l->numeral);
		if (!l->label.len)
			return false;
	}
	return out->len > 0;
}

static bool say_counts(struct landing *n)
{
	return landing_refuse(n, "count-mismatch", landing_at_instruction(n),
	                      "there are not as many new numbers as provisions");
}

bool landing_renumber(struct landing *n)
{
	struct labels l = {0, LANDING_NOTHING, REDLINE_NO_NUMERAL};
	uint32_t given = 0;
	for (uint32_t i = 0; i < n->area_count; i++) {
		const struct area *area = &n->areas[i];
		if (area->kind != AREA_BLOCKS)
			return landing_refuse(n, "unsupported", landing_at_instruction(n),
			                      "only a provision can get another number");
		for (uint32_t b = area->block; b < area->end_block; b = next_in_range(n, area, b)) {
			redline_bytes label;
			redline_numeral const numeral = (redline_numeral)n->l->blocks[b].numeral;
			if (given++ == NUMBERS_MAX || !next_number(n, &l, numeral, &label))
				return say_counts(n);
			if (!landing_give_number(n, b, label))
				return false;
			if (n->l->blocks[b].kind == REDLINE_HEADING &&
			    area->end_block == n->l->blocks[b].subtree_end)
				break;
		}
	}
	return l.target == n->m->target_count && !l.label.len ? true : say_counts(n);
}
