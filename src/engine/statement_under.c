/*
 * statement_under.c -- the headings that an amendment is made under (statement_run.h).
 *
 * People list their amendments under the headings of the draft: "Foreword", and below it
 * "replace ...".  Whether a line, or the words before a colon, are a heading of the draft
 * only the draft can tell, so every line that might be one is kept with what stands under
 * it.  Places that were named before the line then hold only if it is none.
 */
#include "beside.h"
#include "named.h"
#include "statement_run.h"

#define LEAD_LEVEL  8u /* of words before a colon */
#define UNDER_BYTES 120u

static bool is_aged(const struct scope *scope)
{
	for (uint32_t i = 0; i < scope->count; i++)
		if (scope->places[i].older < scope->places[i].count)
			return false;
	return true;
}

/* The scope's places come from before a line that may be a heading. */
static struct scope aged(struct reading_run *r, struct scope scope)
{
	redline_place *copy = is_aged(&scope) ? NULL
	                                      : arena_array(&r->s->arena, scope.count, sizeof *copy);
	if (!copy)
		return scope;
	for (uint32_t i = 0; i < scope.count; i++) {
		copy[i] = scope.places[i];
		copy[i].older = copy[i].count;
	}
	scope.places = copy;
	return scope;
}

static void leave(struct reading_run *r, uint8_t level)
{
	while (r->unders.count && r->unders.level[r->unders.count - 1] >= level)
		r->unders.count--;
	r->unders.kept = NULL;
}

static void enter(struct reading_run *r, redline_range words, uint8_t level)
{
	struct unders *u = &r->unders;
	leave(r, level);
	if (u->count == UNDERS_MAX)
		return;
	u->words[u->count] = bytes_in(r->s->text, words);
	u->level[u->count++] = level;
	r->current = aged(r, r->current);
	r->lead = aged(r, r->lead);
}

void under_lead(struct reading_run *r, const struct lexed *lexed)
{
	redline_range const lead = named_lead(lexed);
	if (!range_len(lead) || beside_field(bytes_in(r->s->text, lead)) != FIELD_NONE)
		return;
	enter(r, lead, LEAD_LEVEL);
	r->base = aged(r, r->base);
}

void under_block(struct reading_run *r, uint32_t i, bool titular, size_t first)
{
	const redline_block *b = &r->blocks[i];
	redline_range words = {range_len(b->label) ? b->label.begin : b->body.begin, b->body.end};
	words = beside_label(r->s->text, words);
	if (!titular || !range_len(words) || range_len(words) > UNDER_BYTES ||
	    beside_field(bytes_in(r->s->text, words)) != FIELD_NONE)
		return;
	for (size_t k = first; k < r->s->sentences.len; k++)
		if (r->s->sentences.at[k].kind != REDLINE_OTHER)
			return;
	enter(r, words, b->kind == REDLINE_HEADING ? b->level : PLAIN_LEVEL);
}

void under_speaker(struct reading_run *r, bool alone)
{
	leave(r, alone ? 0 : PLAIN_LEVEL);
}

const redline_bytes *under_now(struct reading_run *r)
{
	struct unders *u = &r->unders;
	if (!u->count || u->kept)
		return u->kept;
	redline_bytes *copy = arena_array(&r->s->arena, u->count, sizeof *copy);
	if (copy)
		memcpy(copy, u->words, u->count * sizeof *copy);
	return u->kept = copy;
}
