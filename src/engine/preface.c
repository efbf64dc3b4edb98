/*
 * preface.c -- a place that is named before the instruction begins (clause.h).
 *
 * "We welcome OP5 and suggest deleting ..." and "In OP5, in line with OP3, delete ..." begin
 * with words that are no part of the instruction, and a place among them.  To pass it over
 * would be to look for the words in all of the draft.  So it holds if it opens the sentence,
 * or is all that a position is about; else the sentence is refused.  A change that says its
 * place itself needs none of this.
 */
#include "clause.h"
#include "frame.h"

/* What places a preface names. */
struct prefaced {
	struct place_set parted, first; /* the first of its own, the first of all */
	struct place_set compared;      /* the first that the change is only compared with */
	unsigned parted_count, count;
	uint32_t begin, end; /* lexemes of the first one that is no comparison */
	bool unclear;        /* there is such a one */
};

/* Provisions, which a change may be made in, and not a text's sentences or words. */
static bool names_provision(const struct place_set *set)
{
	return set->count && !set->foreign && (names_a_label(set) || set->at[0].count == 1);
}

/* The lexeme that stands before a place at i, past "in" and articles; i if none does. */
static uint32_t before_place(const struct lexeme *all, uint32_t i)
{
	while (i > 0 && (all[i - 1].cls == LEX_IN || all[i - 1].cls == LEX_FILLER))
		i--;
	return i;
}

/* "In OP5, ...", "..., in OP5, ...": at the beginning, or behind a comma, and before one. */
static bool is_parted(const struct lexeme *all, uint32_t begin, uint32_t end)
{
	uint32_t const lead = before_place(all, begin);
	bool in = lead == 0;
	for (uint32_t k = lead; k < begin; k++)
		in |= all[k].cls == LEX_IN;
	return in && (lead == 0 || is_punct(&all[lead - 1], ',')) &&
	       (is_punct(&all[end], ',') || is_punct(&all[end], ':'));
}

/* "Not in OP4", "instead of OP4": all but the place may be meant, or nothing of the kind. */
static bool is_left_out(const struct lexeme *all, uint32_t begin)
{
	uint32_t const k = before_place(all, begin);
	return k > 0 && all[k - 1].cls == LEX_NEGATION && all[k - 1].value != NEGATION_LETS;
}

/* "In line with OP3": the place is named in a reason, or in what it is said to be like. */
static bool is_likened(const struct lexeme *all, uint32_t begin)
{
	for (uint32_t k = begin; k > 0 && all[k - 1].cls != LEX_PUNCT; k--)
		if (all[k - 1].cls == LEX_REASON)
			return true;
	return false;
}

/* Likewise "instead of deleting OP3": what the place is named for is no change. */
static bool is_compared(const struct lexeme *all, uint32_t begin)
{
	if (is_left_out(all, begin))
		return false;
	for (uint32_t k = begin; k > 0 && all[k - 1].cls != LEX_PUNCT; k--)
		if (all[k - 1].cls == LEX_NEGATION)
			return true;
	return is_likened(all, begin);
}

/* "In line with OP3, in OP1, ...": the list of places ends where the next "in" begins. */
static uint32_t end_of_compared(const struct lexeme *all, uint32_t begin, uint32_t end)
{
	for (uint32_t k = begin; k + 1 < end; k++)
		if (is_punct(&all[k], ',') && all[k + 1].cls == LEX_IN)
			return k + 1;
	return end;
}

static void find_prefaced(const struct grammar *g, uint32_t to, struct prefaced *out)
{
	const struct lexeme *all = g->cursor.lexed->at;
	struct cursor c = g->cursor;
	out->count = out->parted_count = 0;
	out->unclear = false;
	out->begin = out->end = 0;
	place_set_clear(&out->compared);
	for (c.at = 0; c.at < to;) {
		struct place_set set;
		uint32_t const begin = c.at;
		if (!noun_is_place(&c) || !noun_places(&c, &set)) {
			c.at = begin + 1;
			continue;
		}
		if (!names_provision(&set))
			continue;
		if (!out->count++)
			out->first = set;
		if (is_parted(all, begin, c.at) && !out->parted_count++)
			out->parted = set;
		if (is_likened(all, begin) && !out->compared.count) {
			c.at = end_of_compared(all, begin, c.at);
			out->compared = set;
			out->compared.count = 1;
		}
		if (!out->unclear && !is_compared(all, begin)) {
			out->unclear = true;
			out->begin = begin;
			out->end = c.at;
		}
	}
}

/* "We welcome OP5 and suggest ...": a position, and nothing else before the verb. */
static bool is_welcomed(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool welcomed = false;
	for (uint32_t i = 0; i < to; i++) {
		welcomed |= all[i].cls == LEX_STANCE;
		if (all[i].cls == LEX_REASON || all[i].cls == LEX_HISTORY ||
		    all[i].cls == LEX_DOUBT)
			return false;
	}
	return welcomed;
}

/* A change of words that says no place. */
static bool lacks_place(const struct frame *f)
{
	bool const words =
		f->object_count || f->anchor.present || f->for_.present || f->instead.present;
	return words && !f->places.count && !f->units.count && !f->anchors.count &&
	       !f->targets.count && !f->edges.count && !f->with_units.count && !f->rest;
}

/*
 * "In line with OP3, delete “...”": a comparison is no place.  The words alone say where, but
 * if they stand in OP3 too, or only there, it may have been meant for one.
 */
static void keep_off(struct frame *f, const struct place_set *compared)
{
	if (f->excepted.count || f->occurrence != REDLINE_ONCE)
		return;
	f->excepted = *compared;
	f->apart = true;
}

void heed_preface(struct grammar *g, uint32_t to)
{
	struct prefaced p;
	struct frame *f = NULL;
	for (unsigned i = 0; i < g->frame_count && !f; i++)
		f = g->frames[i].has_verb ? &g->frames[i] : NULL;
	if (!to || !f || !lacks_place(f))
		return;
	find_prefaced(g, to, &p);
	if (p.parted_count == 1)
		f->places = p.parted;
	else if (p.count == 1 && p.first.count == 1 && is_welcomed(g, to))
		f->places = p.first;
	else if (g->around->scope_count)
		return;
	else if (!p.unclear && p.compared.count)
		keep_off(f, &p.compared);
	else if (p.unclear)
		puzzle(g, "place-unknown",
		       "it is not clear whether the change is to be made here; say \"in\" with the "
		       "place right before it: ",
		       (redline_range){g->cursor.lexed->at[p.begin].range.begin,
		                       g->cursor.lexed->at[p.end - 1].range.end},
		       true);
}
