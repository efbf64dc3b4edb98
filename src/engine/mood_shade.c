/*
 * mood_shade.c -- what its own clause makes of a verb (mood.h).
 *
 * The clause is looked through backwards from the verb.  How far each word reaches is what
 * matters: a condition past a comma and past the verb's subject, a "not" to the next verb, a
 * reason not even past a comma.
 */
#include "mood.h"

bool is_supposed(const struct grammar *g, uint32_t k)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (all[0].cls == LEX_DOUBT && all[0].value == DOUBT_IF && k > 1)
		return true; /* "If paragraph 6 went, Japan could agree" */
	for (; k > 0 && !is_punct(&all[k - 1], ';') && !is_punct(&all[k - 1], ':'); k--) {
		if (all[k - 1].cls == LEX_DOUBT)
			return true;
		bool const that = all[k].cls == LEX_FILLER && all[k].value == FILLER_THAT;
		if (is_punct(&all[k - 1], ',') && !that)
			return false;
	}
	return false;
}

/* Is wording named in lexemes [from, verb), which the verb is about? */
static bool has_subject(const struct grammar *g, uint32_t from, uint32_t verb)
{
	for (uint32_t k = from; k < verb; k++)
		if (g->cursor.lexed->at[k].cls == LEX_QUOTE)
			return true;
	return false;
}

/* "...; (b) to delete paragraph 8", "...; and that": goes the clause before lexeme k on? */
static bool goes_on(const struct lexeme *all, uint32_t k)
{
	while (all[k].cls == LEX_AND || all[k].cls == LEX_NUMERAL || all[k].cls == LEX_GROUP)
		k++;
	return all[k].cls == LEX_TO || all[k].cls == LEX_OF ||
	       (all[k].cls == LEX_FILLER && all[k].value == FILLER_THAT);
}

/* "do not propose to", at the verb of proposing. */
static bool is_negated(const struct lexeme *all, uint32_t i)
{
	return (i > 0 && all[i - 1].cls == LEX_NEGATION) ||
	       (i > 1 && all[i - 1].cls == LEX_FILLER && all[i - 2].cls == LEX_NEGATION);
}

/* Is the verb at i under an "if" before it, which is all that an imperative takes from its
 * clause? */
static bool is_conditional(const struct lexeme *all, uint32_t i)
{
	bool condition = false;
	for (; i > 0 && !is_punct(&all[i - 1], ';') && !is_punct(&all[i - 1], ':'); i--)
		condition |= all[i - 1].cls == LEX_DOUBT;
	return condition;
}

/* What stands before the verb at i, in its clause. */
static struct shade shade_before(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	struct shade s = {0}, behind_comma = {0};
	bool comma = false, own = false;
	bool other = false; /* "without deleting ..., ... is replaced": that is denied */
	for (uint32_t k = i; k > 0; k--) {
		const struct lexeme *x = &all[k - 1];
		if (is_punct(x, ':') || (is_punct(x, ';') && !goes_on(all, k)))
			break;
		/* "Rather than “a”, we would delete": only a condition reaches past its subject */
		own |= is_punct(x, ',') && all[k].cls == LEX_WE;
		/* "We support paragraph 7, but “a” should be “b”" */
		own |= x->cls == LEX_WORD && x->value == WORD_BUT && has_subject(g, k, i);
		if (own) {
			s.condition |= x->cls == LEX_DOUBT;
			continue;
		}
		if (x->cls == LEX_PROPOSE && x->value != 1) {
			s.negation |= is_negated(all, k - 1);
			break;
		}
		if (is_punct(x, ',')) {
			comma = true;
			behind_comma = s;
		}
		s.history |= x->cls == LEX_HISTORY;
		if (x->cls == LEX_STANCE && !s.stance) {
			s.stance = true;
			s.kind = (redline_stance)x->value;
			s.supposed = is_supposed(g, k - 1);
		}
		other |= comma && x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_PASSIVE;
		if (x->cls == LEX_NEGATION && !(other && starts_clause(g, k - 1)))
			*(x->value == 1 ? &s.instead : &s.negation) = true;
		s.lets |= x->cls == LEX_NEGATION && x->value == NEGATION_LETS;
		/* ", if it was not agreed, should be deleted": that is the condition's own */
		if (x->cls == LEX_DOUBT && x->value == DOUBT_IF && comma)
			s = behind_comma;
		bool const held = x->cls == LEX_DOUBT && (comma || x->value == DOUBT_HELD);
		s.condition |= held;
		s.doubt |= x->cls == LEX_DOUBT && !held;
		/* "..., which appears twice, should be": no reason, an aside */
		s.doubt |= x->cls == LEX_REASON && x->value != REASON_BECOMES && k > 1 && !comma;
	}
	return s;
}

/* "Der Streichung von Absatz 7 kann Japan nicht zustimmen": a stance behind the noun at i. */
static void take_stance_behind(const struct grammar *g, uint32_t i, struct shade *s)
{
	for (uint32_t k = i + 1; !s->stance && k < g->cursor.lexed->count; k++) {
		const struct lexeme *x = &g->cursor.lexed->at[k];
		if (x->cls == LEX_ACTION || x->cls == LEX_PROPOSE || x->cls == LEX_AND ||
		    (x->cls == LEX_PUNCT && x->value != '-'))
			break;
		s->stance = x->cls == LEX_STANCE;
		s->kind = s->stance ? (redline_stance)x->value : s->kind;
	}
}

struct shade shade_of(const struct grammar *g, uint32_t i)
{
	const struct lexeme *verb = &g->cursor.lexed->at[i];
	if (IS_ACTIVE(verb->value) && is_base_form(g, verb) && starts_clause(g, i))
		return (struct shade){.condition = is_conditional(g->cursor.lexed->at, i)};
	struct shade s = shade_before(g, i);
	if (FORM_OF(verb->value) == FORM_NOUN)
		take_stance_behind(g, i, &s);
	return s;
}
