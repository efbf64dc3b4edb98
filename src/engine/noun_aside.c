/*
 * noun_aside.c -- what stands behind a place in parentheses: its number in the code, "as so
 * redesignated", or more than its name.  See noun.h and nouning.h.
 *
 * "paragraph (1) of section 4(b) of the Water Act (D.C. Official Code § 3-343.02(a))": the
 * code's number is read by noun_alias.c.  "Article 5 (first paragraph)": a part of the place
 * is meant, and no more than that.  An aside that names a party at the end of the sentence is
 * left for the clause.
 */
#include "act_name.h"
#include "nouning.h"

#include "base/bytes.h"

/* ", as so redesignated"; the lexer takes it out of parentheses */
static bool take_renumbered(struct cursor *c, struct steps *s)
{
	uint32_t const comma = is_punct(cursor_peek(c, 0), ',');
	if (!noun_note_renumbered(s, cursor_peek(c, comma)))
		return false;
	c->at += comma + 1;
	return true;
}

/* "Delete paragraph 7 (Japan).": who asks, at the end of a sentence. */
static bool names_asker(const struct cursor *c)
{
	uint32_t len;
	const struct lexeme *next = cursor_peek(c, 1);
	bool const stop = is_punct(next, '.');
	return cursor_peek(c, stop ? 2 : 1)->cls == LEX_END &&
	       lex_party(c->lexer, c->text, c->lexed->groups[cursor_peek(c, 0)->value], &len) >= 0;
}

void noun_skip_act(struct cursor *c)
{
	uint32_t i = is_punct(cursor_peek(c, 0), ',');
	const struct lexeme *x = cursor_peek(c, i);
	if (x->cls != LEX_FILLER || x->value != FILLER_ACT)
		return;
	i += is_punct(cursor_peek(c, i + 1), ',') ? 2 : 1;
	if (cursor_peek(c, i)->cls == LEX_GROUP)
		c->at += i;
}

/* A word of a name: "Companies", "Civil", "2006". */
static bool is_of_name(const struct lexeme *x)
{
	return (x->cls == LEX_WORD && x->value == WORD_UNKNOWN) || x->cls == LEX_NUMERAL;
}

/* "(Safety)" in "the Harbours (Safety) Act 1998" */
static bool is_within_name(const struct cursor *c, const struct lexeme *x)
{
	return x->cls == LEX_GROUP && is_of_name(&x[-1]) && x[1].cls == LEX_WORD &&
	       is_of_name(&x[1]) && utf8_large_at(c->text, x[1].range.begin) &&
	       utf8_large_at(c->text, x->range.begin + 1);
}

/* A preposition of some language, known or not: "on", "sur", "über". */
static bool joins_name(const struct lexeme *x)
{
	return x->cls == LEX_IN || x->cls == LEX_OF || x->cls == LEX_FOR ||
	       (x->cls == LEX_WORD && x->value == WORD_UNKNOWN && x->range.end - x->range.begin <= 6);
}

/*
 * "of the Convention on Lakes": where a text is called by a word with a capital, what it is
 * about is a part of its name.
 */
static bool note_convention(const struct cursor *c, struct steps *s)
{
	const struct lexeme *before = c->at ? &c->lexed->at[c->at - 1] : NULL;
	if (!before || before->cls != LEX_UNIT || UNIT_OF(before->value) != REDLINE_DOCUMENT ||
	    !utf8_large_at(c->text, before->range.begin) || !joins_name(cursor_peek(c, 0)))
		return false;
	uint32_t i = 1;
	while (is_article(cursor_peek(c, i)) || cursor_peek(c, i)->cls == LEX_OF)
		i++;
	const struct lexeme *name = cursor_peek(c, i);
	bool const marks_names = cursor_peek(c, 0)->cls != LEX_WORD && !cursor_lang(c)->adjectives_behind;
	if (name->cls != LEX_WORD || name->value != WORD_UNKNOWN ||
	    (marks_names && !utf8_large_at(c->text, name->range.begin)))
		return false;
	s->act = bytes_in(c->text, (redline_range){before->range.begin, name->range.end});
	return true;
}

/*
 * "Section 5 of the Water Act is repealed": what a verb follows is that place, whole, and the
 * name is read over.  "Of the Charter" alone is what anybody calls any text, so it stays.
 */
static void pass_name(struct cursor *c, struct steps *s, uint32_t words)
{
	const struct lexeme *verb = cursor_peek(c, words + is_punct(cursor_peek(c, words), ','));
	if (verb->cls != LEX_ACTION || IS_ACTIVE(verb->value))
		return;
	c->at += words;
	s->act_alone = VERB_OF(verb->value) == VERB_DELETE;
}

#define QUOTED_WITHIN 256u /* lexemes behind a name in which something is quoted of the act */

bool noun_take_dated_act(struct cursor *c, struct steps *s)
{
	const struct lexeme *x = cursor_peek(c, 0);
	if (x->cls != LEX_FILLER || x->value != FILLER_NAME)
		return false;
	s->act = bytes_in(c->text, act_name_of(c->text, x->range));
	c->at++;
	s->act_alone = true;
	const struct lexeme *const next = cursor_peek(c, 0);
	for (x = next; x->cls != LEX_END && x - next < QUOTED_WITHIN && s->act_alone; x++)
		s->act_alone = x->cls != LEX_QUOTE;
	return true;
}

void noun_take_act(struct cursor *c, struct steps *s)
{
	if (noun_take_dated_act(c, s) || note_convention(c, s))
		return;
	uint32_t i = cursor_peek(c, 0)->cls == LEX_OF;
	while (cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *first = cursor_peek(c, i), *last = first;
	if (!i || first->cls != LEX_WORD || first->value != WORD_UNKNOWN ||
	    !utf8_large_at(c->text, first->range.begin))
		return;
	for (const struct lexeme *x = first; x->cls != LEX_END; x++) {
		if (is_of_name(x))
			last = x;
		else if (x->cls != LEX_OF && x->cls != LEX_AND && !is_article(x) &&
		         !is_within_name(c, x))
			break;
	}
	/* "of the Lease Agreement": what it is called is a part of its name, too */
	if (last[1].cls == LEX_UNIT && UNIT_OF(last[1].value) == REDLINE_DOCUMENT &&
	    utf8_large_at(c->text, last[1].range.begin))
		last++;
	bool const text = last[1].cls == LEX_TEXT || last[1].cls == LEX_UNIT;
	if (text) /* "of the Kiribati text" */
		return;
	s->act = bytes_in(c->text, (redline_range){first->range.begin, last->range.end});
	if (last != first)
		pass_name(c, s, (uint32_t)(last + 1 - cursor_peek(c, 0)));
}

/*
 * "OP5 (second sentence)", "Article 5 (paragraph 1)": nothing but a part of the place before
 * it, and so more steps of that.
 */
static bool takes_part(const struct cursor *c, const struct lexed *aside, struct steps *s)
{
	struct cursor inside = *c;
	struct steps part = {.count = 0};
	inside.lexed = aside;
	inside.at = 0;
	for (uint32_t i = 0; i < aside->count; i++)
		if (aside->at[i].cls == LEX_GROUP) /* of which nothing is told */
			return false;
	if (!lexed_may_have(aside, LEX_BIT(LEX_UNIT)) || !noun_take_place(&inside, &part) ||
	    part.relative || part.foreign || !part.count || !s->count ||
	    s->count + part.count > STEPS_MAX ||
	    noun_rank(part.at[0].unit) <= noun_rank(s->at[s->count - 1].unit))
		return false;
	s->beside |= inside.at != aside->count; /* "(paragraphs 1 and 2)" */
	for (unsigned k = 0; k < part.count; k++)
		noun_insert_step(s, s->count, part.at[k]);
	return true;
}

/* "OP4 (OP3)": another number than the place before it has. */
static bool numbers_another(const struct lexed *aside, const struct steps *s)
{
	const struct lexeme *x = &aside->at[0];
	if (aside->count != 1 || x->cls != LEX_NUMERAL || !s->count ||
	    aside->numerals[x->value].unit == REDLINE_DOCUMENT)
		return false;
	const struct numeral *n = &aside->numerals[x->value];
	return !bytes_equal(n->part[n->count - 1], s->at[s->count - 1].label);
}

/* "the third sentence (“They rest.”)", "3.1 (and 3.3)": an aside that matters. */
static bool says_more(const struct cursor *c, struct steps *s)
{
	struct lexed l;
	redline_range const inside = c->lexed->groups[cursor_peek(c, 0)->value];
	uint32_t const q = quotes_from(c->quotes, inside.begin);
	if (q < c->quotes->count && c->quotes->at[q].outer.begin < inside.end)
		return true;
	return lex_aside(c->lexer, c->arena, c->text, inside, c->quotes, &l) &&
	       (numbers_another(&l, s) || (!takes_part(c, &l, s) && noun_names_more(&l)));
}

void noun_take_alias(struct cursor *c, struct steps *s)
{
	noun_skip_act(c);
	if (take_renumbered(c, s) || cursor_peek(c, 0)->cls != LEX_GROUP || names_asker(c))
		return;
	struct steps alias = {.count = 0};
	s->beside |= says_more(c, s);
	(void)noun_read_alias(c, &alias);
	memcpy(s->also, alias.at, sizeof alias.at);
	s->also_count = alias.count;
	c->at++;
}
