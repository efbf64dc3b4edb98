/*
 * statement_spoken.c -- places that are spoken of behind an amendment (statement_run.h).
 *
 * "Replace ... throughout.  Paragraph 4 is exempt." and "... Paragraph 4 says so already."
 * have one form, so both are noted; spared.c looks whether the change is made there.
 */
#include "listed.h"
#include "statement_run.h"

#define BETWEEN 2u /* sentences behind the amendment, and before the one that is said of it */

static bool may_speak(const struct reading_run *r, const struct reading *reading,
                      redline_range range)
{
	bool const quiet = reading->kind == REDLINE_SCOPE || reading->kind == REDLINE_OTHER ||
	                   reading->kind == REDLINE_POSITION || reading->kind == REDLINE_PUZZLE;
	return quiet && r->last_count && reading->reversal == REVERSAL_NONE && !reading->repeat &&
	       !leads_on(r->s->text, range_trim(r->s->text, range));
}

/* Does another party speak than the one whose amendment it is? */
static bool is_anothers(const struct reading_run *r, const struct reading *reading)
{
	const redline_amendment *m = &r->s->amendments.at[r->last_first];
	redline_bytes const by = reading->proposer_count  ? reading->proposers[0]
	                         : speakers_now(r)->count ? speakers_now(r)->party[0]
	                                                  : (redline_bytes){0};
	if (!by.len || !m->proposer_count)
		return false;
	for (uint32_t i = 0; i < m->proposer_count; i++)
		if (bytes_equal(m->proposers[i], by))
			return false;
	return true;
}

/* Has it a word that may leave something as it is, or that points back at the change? */
static bool sets_apart(const struct reading_run *r, const struct reading *reading,
                       redline_range range)
{
	const struct lang *lang = lexer_lang(r->lexer);
	return reading->sets_apart ||
	       listed_words_within(&lexer_lists(r->lexer)->exempting, bytes_in(r->s->text, range),
	                           lang->solid || lang->script == SCRIPT_ARABIC);
}

/* "Paragraph 4 is exempt." in a paragraph of its own, a position, or what is refused itself,
 * wants such a word. */
static bool is_said_of_change(const struct reading_run *r, const struct reading *reading,
                              redline_range range, const redline_sentence *before)
{
	const redline_block *b = &r->blocks[block_of(r, range.end)];
	bool const beside = block_of(r, before->source.end) == block_of(r, range.end);
	if (beside && reading->kind != REDLINE_POSITION && reading->kind != REDLINE_PUZZLE)
		return true;
	return (beside || (!is_list_item(b) && b->kind != REDLINE_HEADING)) &&
	       sets_apart(r, reading, range);
}

/* Those that are no places of another text. */
static void keep_own(struct reading_run *r, const struct place_set *set, struct scope *out)
{
	redline_place *copy = arena_array(&r->s->arena, set->count, sizeof *copy);
	*out = (struct scope){.places = copy};
	for (unsigned i = 0; copy && i < set->count; i++)
		if (!set->at[i].act.len)
			copy[out->count++] = set->at[i];
}

void note_spoken_of(struct reading_run *r, const struct reading *reading, redline_range range)
{
	const struct place_set *set = reading->has_places       ? &reading->places
	                              : reading->position_count ? &reading->positions[0].places
	                                                        : NULL;
	struct scope own;
	if (!set || !set->count || !may_speak(r, reading, range) || is_anothers(r, reading))
		return;
	const redline_sentence *before = amended_before(r, BETWEEN, false);
	if (!before || !is_said_of_change(r, reading, range, before))
		return;
	keep_own(r, set, &own);
	struct spoken_of *slot = own.count ? VEC_PUSH(&r->s->spoken_of) : NULL;
	if (slot)
		*slot = (struct spoken_of){
			r->last_first, r->last_count, own.places, own.count,
			(uint32_t)r->s->sentences.len, range};
}

void forget_lead_in(struct reading_run *r)
{
	struct redline_statement *s = r->s;
	if (!s->spoken_of.len || !r->last_count ||
	    s->spoken_of.at[s->spoken_of.len - 1].sentence + 1 != s->sentences.len)
		return;
	const redline_amendment *m = &s->amendments.at[r->last_first];
	if (m->place_count && m->places[0].inherited)
		s->spoken_of.len--;
}
