/*
 * clause_context.c -- words inside of words, "in the phrase “a third conference”, replace
 * “third”", and an amendment's two forms in one, "amend paragraph 5 by replacing ..."
 * (clause_parts.h).
 */
#include "clause_parts.h"

bool begins_context(const struct grammar *g)
{
	uint32_t const i = skip_text_nouns(g, 0);
	const struct lexeme *behind = peek(g, i + 1); /* "在“a”前" only says where */
	return peek(g, i)->cls == LEX_QUOTE &&
	       !(behind->cls == LEX_POSITION && (behind->value & POSITION_BEHIND));
}

/* "in the phrases “a” and “b”" */
static bool goes_on(const struct grammar *g, uint32_t i)
{
	i += is_punct(peek(g, i), ',');
	if (peek(g, i)->cls != LEX_AND && peek(g, i)->cls != LEX_OR)
		return false;
	return peek(g, skip_text_nouns(g, i + 1))->cls == LEX_QUOTE;
}

void read_context(struct grammar *g)
{
	struct frame *f = g->f;
	uint32_t const i = skip_text_nouns(g, 0);
	const struct lexeme *x = peek(g, i);
	const struct quotation *q = &g->cursor.quotes->at[x->value];
	/* "in paragraph 5 and in “a b”": both, or the one inside of the other? */
	bool const joined = g->cursor.at > 1 &&
	                    g->cursor.lexed->at[g->cursor.at - 2].cls == LEX_AND;
	if (joined || f->context.present || g->role == ROLE_EXCEPT || cursor_lang(&g->cursor)->solid ||
	    goes_on(g, i + 1)) {
		puzzle(g, "not-understood",
		       "it is not clear inside of which words this is; say each change with its words: ",
		       x->range, true);
		return;
	}
	f->context = (redline_operand){
		.words = quotation_words(q, g->cursor.text, g->cursor.arena),
		.source = q->inner,
		.present = true,
		.quoted = true,
	};
	f->span.end = x->range.end;
	g->cursor.at += i + 1;
}

/* What is changed inside of the words must be words. */
bool context_fits(struct grammar *g, const struct frame *f)
{
	bool const words = (f->object_count || f->instead.present || f->for_.present ||
	                    f->anchor.present) &&
	                   f->reach == REACH_NONE && !f->through.present && !f->adds_unit &&
	                   !f->brackets && f->where != REDLINE_AT_END &&
	                   f->where != REDLINE_AT_START && f->verb != VERB_MOVE &&
	                   f->verb != VERB_SPLIT;
	if (f->context.present && !words)
		puzzle(g, "not-understood",
		       "words are named that this is in; say, in quotation marks, what is to change "
		       "inside of them",
		       f->span, false);
	return !f->context.present || words;
}

void check_contexts(struct grammar *g)
{
	unsigned with = 0;
	for (unsigned i = 0; i < g->frame_count; i++)
		with += g->frames[i].context.present;
	if (with && with < g->frame_count)
		puzzle(g, "not-understood",
		       "it is not clear which of these changes are inside of the words named; say each "
		       "in a sentence of its own",
		       g->f->span, false);
}

bool read_amend_by(struct grammar *g)
{
	struct frame *f = g->f;
	if (!is_verb(f, VERB_AMEND) || f->object_count || !f->units.count || f->places.count ||
	    f->read.present || f->to.present || f->adds_unit || peek(g, 0)->cls != LEX_ACTION)
		return false;
	set_places(&f->places, &f->units);
	f->units.count = 0;
	f->has_verb = false;
	g->role = ROLE_OBJECT;
	return true;
}
