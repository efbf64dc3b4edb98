/*
 * statement_turn.c -- a sentence in which two parties propose something (statement_run.h).
 *
 * The first part is read without the second.  A place that stands at the very end may be meant
 * for both: then nothing is done, for the first one's words would be looked for everywhere.
 */
#include "statement_run.h"

bool part_turns(struct reading_run *r, redline_range *sentence, uint32_t *next)
{
	redline_range const turn = r->reading->turn;
	bool const stance = r->reading->turns_to_stance;
	redline_range const whole = *sentence;
	*next = sentence->end;
	if (!turn.end || turn.end >= whole.end)
		return true;
	if (!read_sentence(r, (redline_range){turn.end, whole.end}, r->peeked))
		return false;
	bool const placed = r->peeked->has_places;
	sentence->end = turn.begin; /* if that is refused, a place may be lost for the second */
	if (!read_sentence(r, *sentence, r->reading))
		return false;
	*next = r->reading->kind == REDLINE_PUZZLE ? whole.end : turn.end;
	if (stance)
		r->stance_at = turn.end;
	if (stance || !placed || r->reading->has_places || r->base.count ||
	    r->reading->kind != REDLINE_INSTRUCTION)
		return true;
	*sentence = whole;
	*next = whole.end;
	refuse_reading(r->reading, "place-unknown",
	               "two parties propose something here, and only one place is named; write a "
	               "sentence for each, with its place",
	               whole);
	return true;
}
