/*
 * beside_fate.c -- what a table says of its own rows: who supports a proposal, who is against
 * it, and what became of it (beside.h).
 *
 * Who is against another's proposal does not take it back, but is named in a warning; that it
 * was not accepted does.
 */
#include "beside.h"
#include "envelope.h"
#include "listed.h"

/* Does it begin with "not accepted" or the like, or is it but a "no"?  `answers`: under a head
 * that asks for a yes or no. */
bool beside_is_refused(struct reading_run *r, redline_range cell, bool answers)
{
	redline_range const text = beside_without(r->s->text, cell, " [(*_", " ])*_.!");
	redline_bytes const words = words_of(r, text);
	if (!words.len)
		return false;
	if (words.len <= LABEL_BYTES && listed_within(lang_half_assents, words))
		return true; /* what was accepted is not this */
	return (answers && listed(lang_noes, words)) || listed_start(lang_refusals, words) > 0 ||
	       (words.len <= LABEL_BYTES && says_refusal(r, text) && answers);
}

/* "12": how many they are, and not who. */
static bool is_count(redline_bytes words)
{
	for (size_t i = 0; i < words.len; i++)
		if (!is_digit(words.ptr[i]))
			return false;
	return true;
}

/* Who a cell names; how many.  None if nobody is meant, one without a name if that is unclear. */
static unsigned sides_of(struct reading_run *r, redline_range cell, redline_bytes *parties)
{
	redline_bytes const words =
		words_of(r, beside_without(r->s->text, cell, " [(*_", " ])*_.!"));
	uint32_t after;
	if (!words.len || beside_is_void(r, cell) || listed(lang_noes, words) ||
	    is_count(words))
		return 0;
	unsigned const count =
		envelope_parties_of(r->lexer, r->s->text, cell, parties, SPEAKERS_MAX, &after);
	if (count && after >= cell.end)
		return count;
	parties[0] = words.len <= LABEL_BYTES ? words : (redline_bytes){0};
	return 1;
}

static bool add_side(struct reading_run *r, const redline_amendment *m, redline_stance stance,
                     redline_bytes party)
{
	redline_position_taken *p = VEC_PUSH(&r->s->positions);
	if (!p)
		return false;
	*p = (redline_position_taken){
		.stance = stance,
		.on_act = true,
		.action = m->action,
		.words = m->old_words.present ? m->old_words.words : (redline_bytes){0},
		.sentence = (uint32_t)r->s->sentences.len,
		.places = m->places,
		.place_count = m->place_count,
		.proposer = party,
	};
	return true;
}

bool beside_take_sides(struct reading_run *r, redline_range cell, redline_stance stance,
                       uint32_t first)
{
	redline_bytes parties[SPEAKERS_MAX];
	unsigned const count = sides_of(r, cell, parties);
	uint32_t const last = (uint32_t)r->s->amendments.len;
	if (!count || first == last)
		return true;
	for (uint32_t i = first; i < last; i++)
		for (unsigned k = 0; k < count; k++)
			if (!add_side(r, &r->s->amendments.at[i], stance, parties[k]))
				return false;
	add_sentence(r, cell, REDLINE_POSITION, last, 0);
	return !r->s->arena.failed;
}
