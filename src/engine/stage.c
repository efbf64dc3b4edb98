/*
 * stage.c -- the text between the old and the new one: what the first amendments
 * make of it.
 *
 * An operation is carried out as a whole, with the first amendment that asks for
 * it; one that nobody asks for comes with the last.  So a stage is one pass over
 * the operations, each giving its old bytes or its new ones.
 */
#include <redline/apply.h>

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"

/* The first amendment that asks for an operation; the last if none does. */
static uint32_t first_cause(const redline_op *op, const uint32_t *causes, uint32_t last)
{
	uint32_t first = last;
	for (uint32_t i = 0; i < op->cause_count; i++) {
		uint32_t const cause = causes[op->first_cause + i];
		first = cause < first ? cause : first;
	}
	return first;
}

/* What stands at an operation in a stage. */
static redline_bytes staged(const redline_script *script, const redline_op *op, bool done)
{
	return done ? bytes_in(redline_script_new_text(script), op->now)
	            : bytes_in(redline_script_old(script), op->old);
}

redline_status redline_outcome_stage(const redline_outcome *o, uint32_t amendments, char **text,
                                     size_t *len)
{
	uint32_t count, op_count, cause_count;
	const redline_script *script = redline_outcome_script(o);
	const redline_op *ops = redline_script_ops(script, &op_count);
	const uint32_t *causes = redline_script_causes(script, &cause_count);
	(void)redline_outcome_results(o, &count);
	size_t const room = redline_script_old(script).len + redline_script_new_text(script).len;
	char *at = *text = malloc(room + 1);
	*len = 0;
	if (!at)
		return REDLINE_NO_MEMORY;
	for (uint32_t i = 0; i < op_count; i++) {
		bool const done = amendments >= count ||
		                  first_cause(&ops[i], causes, count - 1) < amendments;
		redline_bytes const piece = staged(script, &ops[i], done);
		if (piece.len)
			memcpy(at, piece.ptr, piece.len);
		at += piece.len;
	}
	*len = (size_t)(at - *text);
	return REDLINE_OK;
}
