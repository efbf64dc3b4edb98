/*
 * meaning.c -- what the verb of a frame does with its filled slots: the choice by the verb.
 *
 * Where it does it is in meaning_place.c, changes of words in meaning_words.c, what comes in
 * new in meaning_addition.c, acts on whole provisions in meaning_provisions.c, and whether
 * the slots fit together in meaning_fit.c.
 */
#include "meaning.h"

redline_place *copy_places(struct grammar *g, const redline_place *from, unsigned count)
{
	redline_place *out = arena_array(g->cursor.arena, count ? count : 1, sizeof *out);
	if (out && count)
		memcpy(out, from, count * sizeof *out);
	return out;
}

redline_amendment *add_amendment(struct grammar *g, const struct frame *f,
                                 redline_action action, const struct place_set *places)
{
	if (g->out->count == AMENDMENTS_MAX) {
		puzzle(g, "not-understood", "too many changes in one sentence", f->span, false);
		return NULL;
	}
	redline_amendment *m = &g->out->amendments[g->out->count++];
	*m = (redline_amendment){.action = action, .source = f->span};
	m->places = copy_places(g, places->at, places->count);
	m->place_count = m->places ? places->count : 0;
	mean_count(g, f, m);
	m->in_pairs = f->in_pairs;
	m->check = f->check;
	m->where = f->where;
	m->with_footnote = f->note_too;
	m->context = f->context;
	m->anchor = f->anchor;
	m->anchor_to = f->anchor_to;
	mean_reach(f, m);
	mean_exceptions(g, f, m);
	m->label = f->label;
	/* "by striking “a”" or "strike “a”", not "“a” is deleted"; and only in an act */
	m->to_the_letter = cursor_lang(&g->cursor)->acts_to_letter && f->form != FORM_PASSIVE;
	return m;
}

/* "Japan withdraws [its proposal on] paragraph 59" */
static void mean_withdrawal(struct grammar *g, const struct frame *f)
{
	if (!g->around->withdraws) {
		puzzle(g, "withdrawal-unclear",
		       "it is not clear what is withdrawn; say whose proposal, and on which "
		       "provision",
		       f->span, false);
		return;
	}
	struct place_set places, units;
	if (!compose_set(g, &f->places, NULL, 0, &places))
		return;
	if (f->units.count && !compose_units(g, f, &f->units, &places, &units))
		return;
	(void)add_amendment(g, f, REDLINE_WITHDRAW, f->units.count ? &units : &places);
}

/* "59 bis: “...”" adds; "Paragraph 2: “a” instead of “b”" replaces. */
static void mean_verbless(struct grammar *g, struct frame *f)
{
	if (f->adds_unit && adds_without_verb(g)) {
		f->verb = VERB_INSERT;
		mean_insertion(g, f);
		return;
	}
	if (f->units.count == 1 && f->object_count == 1 && !f->instead.present) {
		const redline_place *p = &f->units.at[0];
		redline_bytes const label =
			p->count ? p->steps[p->count - 1].label : (redline_bytes){0};
		if (noun_is_inserted(label)) {
			redline_unit const unit = innermost(p);
			f->label = label;
			f->units.count = 0;
			mean_addition(g, f, unit);
			return;
		}
	}
	if (!f->places.count) {
		f->places = f->units;
		f->units.count = 0;
	}
	if (f->instead.present && f->object_count == 1)
		mean_substitution(g, f, &f->instead, &f->object[0]);
	else if (f->object_count && g->frame_count > 1)
		puzzle(g, "not-understood", "it is not clear what is to be done with these words: ",
		       f->object[0].source, true);
}

static void mean_use(struct grammar *g, const struct frame *f)
{
	if (f->for_.present || (f->object_count && f->instead.present))
		mean_replace(g, f);
	else
		puzzle(g, "not-understood",
		       "it is not said which words these are to stand in for", f->span, false);
}

static void mean_delete(struct grammar *g, const struct frame *f)
{
	if (mean_note(g, f))
		return;
	if (f->brackets)
		mean_brackets(g, f, REDLINE_UNBRACKET);
	else
		mean_deletion(g, f);
}

static void mean_verb(struct grammar *g, struct frame *f)
{
	switch (f->verb) {
	case VERB_REPLACE:
	case VERB_SUBSTITUTE:
	case VERB_CHANGE:
		mean_replace(g, f);
		return;
	case VERB_USE:
		mean_use(g, f);
		return;
	case VERB_DELETE:
		mean_delete(g, f);
		return;
	case VERB_INSERT:
		mean_insertion(g, f);
		return;
	case VERB_COMPLETE:
		mean_completion(g, f);
		return;
	case VERB_READ:
	case VERB_AMEND:
	case VERB_REWRITE:
		mean_reading(g, f);
		return;
	case VERB_PUT:
	case VERB_BRACKET:
		mean_brackets(g, f, REDLINE_BRACKET);
		return;
	case VERB_UNBRACKET:
		mean_brackets(g, f, REDLINE_UNBRACKET);
		return;
	case VERB_SWAP:
		mean_swap(g, f);
		return;
	case VERB_MOVE:
		mean_move(g, f);
		return;
	case VERB_RENUMBER:
		mean_renumbering(g, f);
		return;
	case VERB_SPLIT:
		mean_split(g, f);
		return;
	case VERB_MERGE:
		mean_merging(g, f);
		return;
	case VERB_RESTORE:
		puzzle(g, "unsupported", "this needs a text that is not here; give the words",
		       f->span, false);
		return;
	case VERB_EXCHANGE:
		puzzle(g, "not-understood",
		       "this verb is used both ways round; say which words are to give way, "
		       "with another one",
		       f->span, false);
		return;
	case VERB_WITHDRAW:
		mean_withdrawal(g, f);
		return;
	case VERB_PRECEDE:
	case VERB_FOLLOW:
		mean_neighbour(g, f);
		return;
	case VERB_KEEP:
		return; /* a position; see find_mood */
	}
}

void mean_frame(struct grammar *g, struct frame *f)
{
	if ((f->further_count || f->further_to.len) && (!f->has_verb || f->verb != VERB_INSERT))
		puzzle(g, "not-understood", "it is not clear what is to be done with these numbers",
		       f->span, false);
	else if (!f->has_verb)
		mean_verbless(g, f);
	else if (uses_everything(g, f))
		mean_verb(g, f);
}
