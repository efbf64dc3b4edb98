/*
 * landing.c -- what every landing ends in: an edit, or a refusal with the place it is
 * about.  See landing.h.
 */
#include "landing.h"

#include "base/bytes.h"

/* ---- findings ---- */

redline_spot landing_at_words(const struct landing *n, const redline_operand *operand)
{
	redline_range const r =
		operand->present && range_len(operand->source) ? operand->source : n->m->source;
	return (redline_spot){REDLINE_IN_STATEMENT(n->statement), r};
}

redline_spot landing_at_instruction(const struct landing *n)
{
	return (redline_spot){REDLINE_IN_STATEMENT(n->statement), n->m->source};
}

redline_spot landing_in_draft(redline_range range)
{
	return (redline_spot){REDLINE_IN_DRAFT, range};
}

bool landing_refuse(struct landing *n, const char *code, redline_spot spot, const char *message)
{
	report_add(n->l->report, REDLINE_ERROR, code, spot, "%s", message);
	n->refused = true;
	return false;
}

bool landing_say_not_there(struct landing *n, const char *message)
{
	return landing_refuse(n, "place-absent", landing_at_instruction(n), message);
}

/* ---- edits ---- */

void landing_add_edit(struct landing *n, redline_range core, redline_range range,
                      redline_bytes words)
{
	struct edit *e = VEC_PUSH(n->edits);
	if (!e)
		return;
	*e = (struct edit){
		.core = core,
		.range = range,
		.words = words,
		.cause = n->cause,
		.block = redline_draft_block_at(n->l->draft, core.begin)};
}

void landing_add_plain(struct landing *n, redline_range range, redline_bytes words)
{
	landing_add_edit(n, range, range, words);
}

redline_bytes landing_join3(struct landing *n, redline_bytes a, redline_bytes b, redline_bytes c)
{
	char *out = arena_alloc(n->l->arena, a.len + b.len + c.len);
	if (!out)
		return (redline_bytes){0};
	if (a.len)
		memcpy(out, a.ptr, a.len);
	if (b.len)
		memcpy(out + a.len, b.ptr, b.len);
	if (c.len)
		memcpy(out + a.len + b.len, c.ptr, c.len);
	return (redline_bytes){out, a.len + b.len + c.len};
}
