/*
 * instruction.c -- a sentence that asks for something: its frames, the places that hold for them,
 * and what forbids to do what they say (clause.h).
 */
#include "clause.h"

/* All that is known of places in the sentence: the scope of what follows. */
static void note_places(struct grammar *g, const struct place_set *set)
{
	g->out->has_places = true;
	place_set_copy(&g->out->places, set);
}

static void note_placed(struct grammar *g, const struct frame *f)
{
	g->placed = f;
	g->placed_by = f->places.at[0].steps;
}

/* "Delete paragraph 9 (renumber the others)" */
static bool asks_for_numbers(const struct grammar *g, redline_range aside)
{
	const struct lexer *lexer = g->cursor.lexer;
	return has_one_of(lexer, &lexer_lists(lexer)->numbering, bytes_in(g->cursor.text, aside));
}

/* "Delete paragraph 9 (withdrawn)", "... throughout (except in annex I)", "(in brackets)" */
static void look_for_denials(struct grammar *g, uint32_t from)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = from; i < l->count; i++)
		if (l->at[i].cls == LEX_GROUP && asks_for_numbers(g, l->groups[l->at[i].value]))
			puzzle(g, "not-understood",
			       "an aside is no place for this; write \"and renumber accordingly\" "
			       "behind the change: ",
			       l->at[i].range, true);
		else if (l->at[i].cls == LEX_GROUP &&
		         (aside_holds(g, l->groups[l->at[i].value], ASIDE_DENIAL) ||
		          aside_is_unclear(g, i)))
			puzzle(g, "not-understood",
			       "it is not clear what this aside makes of the change: ",
			       l->at[i].range, true);
}

/*
 * "Paragraph 6: the second sentence should be deleted; the third ...": what a change was
 * in holds for those behind it in the sentence.
 */
static void hold_provisions(struct grammar *g, const struct frame *f, struct place_set *held)
{
	struct place_set within;
	place_set_clear(&within);
	for (unsigned i = 0; i < f->units.count; i++) {
		redline_place p = f->units.at[i];
		while (p.count > 0 && !p.steps[p.count - 1].label.len)
			p.count--;
		const redline_place *last = within.count ? &within.at[within.count - 1] : NULL;
		bool const same = last && last->count == p.count && p.count &&
		                  bytes_equal(last->steps[p.count - 1].label,
		                              p.steps[p.count - 1].label);
		if (p.count && !p.relative && !same && within.count < PLACES_MAX)
			within.at[within.count++] = p;
	}
	if (within.count)
		(void)compose_set(g, &within, g->around->scope, g->around->scope_count, held);
}

/* "cf. OP3: delete ...": in OP3, or in line with it? */
static void refuse_reference(struct grammar *g)
{
	if (refers_only(g))
		puzzle(g, "place-unknown",
		       "this points to a place; say \"in\" with the place that the change is to be "
		       "made in: ",
		       g->cursor.lexed->at[0].range, true);
}

static void read_asking(struct grammar *g, const struct mood *mood)
{
	refuse_reference(g);
	look_for_denials(g, mood->from);
	g->cursor.at = mood->from;
	g->start = mood->from;
	read_frames(g);
	if (!g->out->puzzle.code)
		heed_preface(g, mood->from);
	if (g->out->puzzle.code)
		return;
	/* the first places named hold for the frames without any */
	for (unsigned i = 0; i < g->frame_count && !g->out->has_places; i++) {
		struct place_set composed;
		if (g->frames[i].places.count && own_places(g, &g->frames[i], &composed)) {
			note_places(g, &composed);
			note_placed(g, &g->frames[i]);
		}
	}
	struct place_set held;
	place_set_clear(&held);
	for (unsigned i = 0; i < g->frame_count && !g->out->puzzle.code; i++) {
		struct frame *f = &g->frames[i];
		bool const lent = held.count && !g->out->has_places && !f->places.count;
		if (lent) {
			note_places(g, &held);
		}
		mean_frame(g, f);
		if (lent) {
			g->out->places.count = 0;
			g->out->has_places = false;
		}
		hold_provisions(g, f, &held);
		if (f->places.count && g->placed != f && !g->out->puzzle.code) {
			struct place_set composed;
			if (own_places(g, f, &composed)) {
				note_places(g, &composed);
				note_placed(g, f);
			}
		}
	}
	if (g->out->count == 0 && g->amended && g->out->has_places && !g->out->puzzle.code) {
		g->out->kind = REDLINE_SCOPE;
		return;
	}
	if (g->out->count == 0 && !g->out->puzzle.code) {
		if (g->f->check.present) {
			g->out->check = g->f->check;
			g->out->kind = REDLINE_INSTRUCTION;
			return;
		}
		puzzle(g, "not-understood",
		       "this looks like an amendment, but it is not clear what is to change",
		       mood->where, false);
	}
}

/* A unit that was deleted or rewritten is the scope of what follows, too. */
static void scope_from_amendments(struct reading *out)
{
	if (out->has_places || !out->count)
		return;
	const redline_amendment *m = &out->amendments[out->count - 1];
	if (!m->place_count || m->place_count > PLACES_MAX)
		return;
	out->places.count = 0;
	for (uint32_t i = 0; i < m->place_count; i++)
		out->places.at[out->places.count++] = m->places[i];
	out->has_places = true;
}

static bool is_refused(const struct reading *out)
{
	return out->puzzle.code && !out->puzzle.warning;
}

/* An instruction that was not understood still names the scope of what follows. */
static void keep_scope(struct grammar *g)
{
	struct puzzle const kept = g->out->puzzle;
	g->out->count = 0;
	if (!g->out->has_places) {
		collect_places(g, &g->out->places, 0, g->cursor.lexed->count);
		g->out->has_places = g->out->places.count > 0 && names_a_label(&g->out->places);
	}
	g->out->puzzle = kept;
}

/* "“a” becomes “b”" asks, "the paragraph strikes a balance between “a” and “b”" tells. */
static bool becomes(const struct grammar *g, const struct mood *mood)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_ACTION &&
		    VERB_OF(g->cursor.lexed->at[i].value) == VERB_READ)
			return mood->quotes >= 2;
	return false;
}

/* "Para 7: programme → plan; delete para 6": what has no verb stands before the order. */
static bool hides_amendment(const struct grammar *g, const struct mood *mood, redline_range *where)
{
	const struct lexed *l = g->cursor.lexed;
	bool place = false, words = false;
	for (uint32_t i = 0; i < l->count && l->at[i].range.begin < mood->where.begin; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_ACTION || x->cls == LEX_REASON || x->cls == LEX_STANCE ||
		    x->cls == LEX_HISTORY || x->cls == LEX_PROPOSE || x->cls == LEX_WE)
			return false;
		if (is_punct(x, ';')) {
			*where = (redline_range){l->at[0].range.begin, x->range.begin};
			return place && words;
		}
		place |= i > 0 && is_punct(x, ':') && x[-1].cls == LEX_NUMERAL;
		words |= place && x->cls == LEX_WORD && x->value == WORD_UNKNOWN;
	}
	return false;
}

/* "Delete (Kenya), keep (Japan)": a "keep" of nothing else than what goes. */
static bool is_contested(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 1; i < l->count && l->at[i].cls != LEX_REASON; i++) {
		const struct lexeme *x = &l->at[i];
		enum lex_class const next = x[1].cls;
		if (x->cls != LEX_ACTION || VERB_OF(x->value) != VERB_KEEP)
			continue;
		bool const bare = (is_separator(&x[-1]) || is_punct(&x[-1], '/')) &&
		                  (next == LEX_END || next == LEX_GROUP || next == LEX_PUNCT);
		if (bare || next == LEX_PRONOUN) /* "; Japan proposes to retain it" */
			return true;
	}
	return false;
}

/* "...; to be discussed", "... -- later": no reason, but that it is not asked for yet. */
static void look_at_reason(struct grammar *g)
{
	redline_range const why = g->out->reason;
	redline_bytes const said = bytes_in(g->cursor.text, range_trim(g->cursor.text, why));
	if (range_len(why) && is_verdict(g->cursor.lexer, said))
		puzzle(g, "not-understood", "it is not clear what this makes of the change: ", why,
		       true);
}

/* A sentence that asks: an instruction, or a puzzle, or after all a tale. */
void read_instruction(struct grammar *g, const struct mood *mood)
{
	struct reading *out = g->out;
	out->kind = REDLINE_INSTRUCTION;
	read_asking(g, mood);
	redline_range lost;
	if (hides_amendment(g, mood, &lost))
		puzzle(g, "not-understood",
		       "this may ask for a change, but no verb of it is understood: ", lost, true);
	if (out->repeat && out->count > 0)
		puzzle(g, "not-understood",
		       "it is not clear whether this repeats the change before it or asks for "
		       "another; say it in full",
		       g->cursor.lexed->at[0].range, false);
	if (is_contested(g))
		puzzle(g, "not-understood",
		       "this keeps what it also asks to change; say which of the two is proposed",
		       g->cursor.lexed->at[0].range, false);
	look_at_reason(g);
	heed_enumerator(g);
	if (out->proposers_apart)
		puzzle(g, "proposer-unclear",
		       "it is not clear which of these parties proposes this; name no other before "
		       "it: ",
		       (redline_range){g->cursor.lexed->at[0].range.begin, mood->where.begin}, true);
	if (out->crowded)
		puzzle(g, "proposer-unclear",
		       "two parties propose something in this sentence; write one for each",
		       g->cursor.lexed->at[0].range, false);
	out->amends = g->amended;
	bool const told = (mood->third_only && !becomes(g, mood)) ||
	                  (mood->gerund_first && !g->around->nested);
	if (is_refused(out) && told && !mood->proposes && !out->proposer_count) {
		/* "It strikes a balance between “a” and “b”" */
		struct puzzle warned = out->puzzle;
		out->count = 0;
		read_quiet(g, mood);
		warned.warning = true;
		out->puzzle = warned;
		return;
	}
	if (is_refused(out)) {
		out->kind = REDLINE_PUZZLE;
		keep_scope(g);
		return;
	}
	if (range_len(g->unsure) && !out->puzzle.code)
		out->puzzle = (struct puzzle){
			"not-understood",
			"this is taken for a part of the reason before it; if it asks for a change, "
			"say it in a sentence of its own: ",
			true, true, g->unsure};
	/* "Kenya supports paragraph 3 and proposes to ...", "... and supports ..." */
	struct puzzle const warned = out->puzzle;
	collect_positions(g, 0, mood->from);
	if (g->stance_at)
		collect_positions(g, g->stance_at, g->cursor.lexed->count);
	out->puzzle = warned;
	scope_from_amendments(out);
}
