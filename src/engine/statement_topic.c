/*
 * statement_topic.c -- what several speak of in turn (statement_run.h).
 *
 *     OP1                      ## OP1                   Chair: Let us look at OP1.
 *     Japan: delete ...        ### Japan                Japan: delete ...
 *     Kenya: delete ...        delete ...               Kenya: delete ...
 *
 * A speaker says places of their own, and another's are none of theirs; but one that nobody
 * has named, or whoever is in the chair, holds for all who speak below it.
 */
#include "statement_run.h"

#define PLAIN_LEVEL 7u /* of a line without marks, below all marked headings */

void topic_end(struct reading_run *r, const redline_block *heading)
{
	if (heading->level <= r->topic.level)
		r->topic.place = (struct scope){0};
}

struct scope topic_hear(struct reading_run *r)
{
	r->topic.heard = r->s->sentences.len;
	r->topic.shared = r->topic.place.count > 0;
	return r->topic.place;
}

/* "OP4. Invites all States to support the Fund": a provision as the draft has it, it seems. */
static bool begins_with_label(const redline_block *b, const redline_sentence *first)
{
	return first->kind == REDLINE_SCOPE && range_len(b->label) &&
	       first->source.begin >= b->label.begin && first->source.end <= b->body.begin;
}

/* Does block b, with the sentences from `first` on, name a place and ask for nothing? */
static bool only_names(const struct reading_run *r, const redline_block *b, size_t first)
{
	bool names = false;
	for (size_t k = first; k < r->s->sentences.len; k++) {
		redline_class const kind = r->s->sentences.at[k].kind;
		bool const text = kind == REDLINE_POSITION &&
		                  begins_with_label(b, &r->s->sentences.at[first]);
		if (kind != REDLINE_SCOPE && kind != REDLINE_OTHER && !text)
			return false;
		names |= kind == REDLINE_SCOPE;
	}
	return names && r->block_named;
}

/* Is the place said of what all speak of, and not by the one who spoke last? */
static bool is_common(struct reading_run *r, bool titular, size_t first)
{
	if (!r->line.count && !r->heading.count)
		return true;
	if (!titular || !r->topic.shared)
		return false;
	bool const silent = first <= r->topic.heard; /* "Japan", and below it "OP1" */
	r->topic.shared = !silent;
	return !silent;
}

/* "OP4", "Comments on OP4:" */
static bool is_line_of_place(const struct reading_run *r, const redline_block *b)
{
	bool const bare = !range_len(b->body) && range_len(b->label);
	return bare || is_titular(r, b) || ends_with_colon(r->s->text, b->body);
}

void topic_heed(struct reading_run *r, uint32_t i, bool named, size_t first)
{
	const redline_block *b = &r->blocks[i];
	bool const chaired = named && r->line.count && is_organ(r->line.party[0]);
	if (!only_names(r, b, first) || is_list_item(b) ||
	    (named ? !chaired : !is_common(r, is_line_of_place(r, b), first)))
		return;
	if (!named)
		r->line.count = r->heading.count = 0;
	r->topic.place = r->base;
	r->topic.level = b->kind == REDLINE_HEADING ? b->level : PLAIN_LEVEL;
}
