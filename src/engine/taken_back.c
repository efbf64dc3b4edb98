/*
 * taken_back.c -- amendments that a later position speaks against.  See taken_back.h.
 *
 * Places are compared as the draft has them, so that "OP9" and "paragraph 9" are one.
 */
#include "taken_back.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/vec.h"

/* A position on a provision. */
struct placed_position {
	uint32_t block, statement, index;
};

struct weighing {
	struct lander *l;
	const redline_statement *const *statements;
	uint32_t count;
	VEC(struct placed_position) placed; /* by block, then in the order of the text */
};

/* The one block that a place is; REDLINE_NONE if it is none, more, or a part of one. */
static uint32_t block_of_place(const struct weighing *w, const redline_place *place,
                               uint32_t statement)
{
	struct area area;
	redline_place held;
	redline_spot const where = {REDLINE_IN_STATEMENT(statement), place->source};
	if (!places_resolve(&w->l->places, place, where, NULL, &area, &held) ||
	    area.kind != AREA_BLOCKS)
		return REDLINE_NONE;
	return area.block;
}

static const redline_position_taken *positions_of(const struct weighing *w, uint32_t statement,
                                                  uint32_t *count)
{
	return redline_statement_positions(w->statements[statement], count);
}

static int compare_placed(const void *a, const void *b)
{
	const struct placed_position *x = a, *y = b;
	if (x->block != y->block)
		return x->block < y->block ? -1 : 1;
	if (x->statement != y->statement)
		return x->statement < y->statement ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* Each position is looked up in the draft once. */
static bool gather(struct weighing *w)
{
	for (uint32_t k = 0; k < w->count; k++) {
		uint32_t count;
		const redline_position_taken *p = positions_of(w, k, &count);
		for (uint32_t i = 0; i < count; i++)
			for (uint32_t n = 0; n < p[i].place_count; n++) {
				uint32_t const block = block_of_place(w, &p[i].places[n], k);
				struct placed_position *slot =
					block == REDLINE_NONE ? NULL : VEC_PUSH(&w->placed);
				if (slot)
					*slot = (struct placed_position){block, k, i};
			}
	}
	if (w->placed.len)
		qsort(w->placed.at, w->placed.len, sizeof *w->placed.at, compare_placed);
	return !w->placed.failed;
}

static bool same_act(const redline_amendment *m, redline_action act)
{
	return m->action == act || (m->action == REDLINE_ADD && act == REDLINE_INSERT) ||
	       (m->action == REDLINE_REWRITE && act == REDLINE_SUBSTITUTE);
}

/* Does the position speak against such an amendment, wherever that is? */
static bool speaks_against(const redline_amendment *m, const redline_position_taken *p)
{
	redline_bytes const old = m->old_words.present ? m->old_words.words : (redline_bytes){0};
	bool const whole = m->action == REDLINE_DELETE && !m->old_words.present;
	if (p->stance == REDLINE_SUPPORTS)
		return !p->on_act &&
		       (whole ? !p->words.len
		              : p->words.len && bytes_equal(p->words, old));
	bool const against = p->stance == REDLINE_OPPOSES || p->stance == REDLINE_WAIVES;
	return against && p->on_act && same_act(m, p->action) &&
	       (!p->words.len || bytes_equal(p->words, old));
}

static bool same_speaker(const redline_result *r, const redline_position_taken *p,
                         uint32_t statement)
{
	const redline_amendment *m = r->amendment;
	if (!p->proposer.len)
		return statement == r->statement;
	for (uint32_t i = 0; i < m->proposer_count; i++)
		if (bytes_equal(m->proposers[i], p->proposer))
			return true;
	return false;
}

static void say(const struct weighing *w, redline_result *r, const redline_position_taken *p,
                uint32_t statement)
{
	uint32_t count;
	const redline_sentence *sentences =
		redline_statement_sentences(w->statements[statement], &count);
	redline_spot const where = {REDLINE_IN_STATEMENT(statement), sentences[p->sentence].source};
	redline_spot const there = {REDLINE_IN_STATEMENT(r->statement), r->amendment->source};
	bool const own = same_speaker(r, p, statement);
	if (!own && p->stance == REDLINE_WAIVES)
		return; /* who did not ask for it does not speak against it */
	if (!own) {
		report_add(w->l->report, REDLINE_WARNING, "opposed", where,
		           "this speaks against a change that is applied");
	} else {
		report_add(w->l->report, REDLINE_ERROR, "taken-back", where,
		           "this takes back what was asked for before; say which of the two holds");
		r->fate = REDLINE_REFUSED;
	}
	report_note(w->l->report, there, "the change");
}

/* "Delete paragraph 9.  On second thoughts, keep it.": of the sentence right behind. */
static void weigh_it(const struct weighing *w, redline_result *r)
{
	uint32_t count, low = 0;
	const redline_position_taken *p = positions_of(w, r->statement, &count);
	uint32_t const next = r->amendment->sentence + 1;
	for (uint32_t high = count; low < high;) {
		uint32_t const mid = low + (high - low) / 2;
		if (p[mid].sentence < next)
			low = mid + 1;
		else
			high = mid;
	}
	bool const of_it = low < count && p[low].sentence == next && !p[low].place_count &&
	                   !p[low].words.len;
	/* "Kenya: Delete paragraph 9." and "Japan: We oppose."; what Kenya itself opposes in
	 * its next sentence is the paragraph */
	bool const of_words = low < count && p[low].sentence == next && !p[low].place_count &&
	                      p[low].words.len && speaks_against(r->amendment, &p[low]);
	bool const opposes = of_it && p[low].stance == REDLINE_OPPOSES && p[low].proposer.len &&
	                     !same_speaker(r, &p[low], r->statement);
	if (of_words || (of_it && (p[low].keeps || opposes)))
		say(w, r, &p[low], r->statement);
}

/* The first position on the provision, behind the amendment, that speaks against it. */
static void weigh(const struct weighing *w, redline_result *r, uint32_t block)
{
	struct placed_position const from = {block, r->statement, 0};
	size_t low = 0;
	for (size_t high = w->placed.len; low < high;) {
		size_t const mid = low + (high - low) / 2;
		if (compare_placed(&w->placed.at[mid], &from) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < w->placed.len && w->placed.at[low].block == block; low++) {
		const struct placed_position *at = &w->placed.at[low];
		uint32_t count;
		const redline_position_taken *p = &positions_of(w, at->statement, &count)[at->index];
		bool const later = at->statement > r->statement ||
		                   p->sentence > r->amendment->sentence;
		if (!later || !speaks_against(r->amendment, p))
			continue;
		say(w, r, p, at->statement);
		return;
	}
}

bool taken_back_settle(struct lander *l, const redline_statement *const *statements,
                       uint32_t count, redline_result *results, uint32_t result_count, bool *any)
{
	struct weighing w = {.l = l, .statements = statements, .count = count};
	bool const ok = gather(&w);
	*any = false;
	for (uint32_t i = 0; ok && i < result_count; i++) {
		redline_result *r = &results[i];
		l->report->amendment = i;
		if (r->fate == REDLINE_APPLIED)
			weigh_it(&w, r);
		for (uint32_t k = 0; w.placed.len && k < r->amendment->place_count &&
		                     r->fate == REDLINE_APPLIED;
		     k++) {
			uint32_t const block =
				block_of_place(&w, &r->amendment->places[k], r->statement);
			if (block != REDLINE_NONE)
				weigh(&w, r, block);
		}
		*any |= r->fate == REDLINE_REFUSED;
	}
	l->report->amendment = REDLINE_NONE;
	VEC_RELEASE(&w.placed);
	return ok;
}
