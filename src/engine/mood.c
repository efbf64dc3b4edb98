/*
 * mood.c -- is something asked for?
 *
 * A verb of change asks unless its own clause takes that back (mood_shade.c): with a "not",
 * an "if", a "supports", a report of what happened.  An imperative, and what
 * follows "proposes to", begin a clause of their own.
 */
#include "mood.h"

#include "listed.h"

#define VERBS_MAX 256u /* of a sentence that are weighed: more may hide a change */

#define VERBS_MAX 256u /* of a sentence that are weighed: more may hide a change */

/* Base form ("delete"), not "deleting": it can be an imperative. */
bool is_base_form(const struct grammar *g, const struct lexeme *x)
{
	redline_bytes word = bytes_in(g->cursor.text, x->range);
	size_t n = 0;
	unsigned size;
	while (n < word.len && is_word_char(utf8_at(word, n, &size)))
		n += size;
	word.len = n;
	return n <= 4 || !listed_end(cursor_lang(&g->cursor)->gerunds, word);
}

bool starts_clause(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (i > 0 && is_article(&all[i - 1]))
		return false; /* "the use of", a noun */
	while (i > 0 && (all[i - 1].cls == LEX_FILLER || all[i - 1].cls == LEX_INSTEAD))
		i--;
	if (i == 0)
		return true;
	const struct lexeme *x = &all[i - 1];
	bool const dash = is_punct(x, 0x2013) || is_punct(x, 0x2014) || is_punct(x, '-');
	if (dash && i > 1) /* "Paragraph 5 – delete." */
		return all[i - 2].cls == LEX_NUMERAL || all[i - 2].cls == LEX_UNIT;
	return is_separator(x) || (x->cls == LEX_WORD && x->value == WORD_BUT);
}

static bool is_operative_verb(const struct grammar *g, uint32_t i, struct mood *mood)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	enum verb const verb = VERB_OF(x->value);
	struct shade const s = shade_of(g, i);
	if (verb == VERB_KEEP) {
		mood->keeps |= !s.condition && !s.doubt;
		mood->conditional |= s.condition;
		return false;
	}
	if (s.stance && s.supposed) {
		mood->conditional = true;
		return false;
	}
	if (s.stance) {
		mood->takes_position = true;
		mood->stance = s.kind;
		return false;
	}
	if (s.instead) {
		mood->unclear = true; /* unless something else is asked for */
		return false;
	}
	if (s.negation) {
		mood->takes_position = true;
		mood->stance = s.lets ? REDLINE_WAIVES : REDLINE_OPPOSES;
		return false;
	}
	if (s.history) {
		mood->history = true;
		return false;
	}
	if (s.condition) {
		mood->conditional = true;
		return false;
	}
	if (s.doubt) {
		mood->hypothetical = true;
		return false;
	}
	return true;
}

/* "Paragraph 5 reads “...”" tells; "reads as follows: “...”" may ask. */
static bool only_tells(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t quotes = 0;
	for (uint32_t k = 0; k < g->cursor.lexed->count; k++)
		quotes += all[k].cls == LEX_QUOTE;
	return (all[i].value & VERB_TELLS) && quotes < 2 && all[i + 1].cls != LEX_LINK &&
	       !is_punct(&all[i + 1], ':');
}

/* The verbs that ask only together with something else. */
static bool is_weak_verb(const struct grammar *g, uint32_t i)
{
	enum verb const verb = VERB_OF(g->cursor.lexed->at[i].value);
	if (verb != VERB_USE && verb != VERB_AMEND && verb != VERB_READ)
		return false;
	if (verb == VERB_READ && FORM_OF(g->cursor.lexed->at[i].value) == FORM_THIRD) {
		uint32_t quotes = 0;
		for (uint32_t k = 0; k < g->cursor.lexed->count; k++)
			quotes += g->cursor.lexed->at[k].cls == LEX_QUOTE;
		return quotes < 2; /* "“a” becomes “b”" */
	}
	if (verb == VERB_READ) /* "the second reading of the draft" */
		return only_tells(g, i) || (g->cursor.lexed->at[i].value & VERB_WEAK);
	if (verb == VERB_AMEND)
		return false;
	for (uint32_t k = 0; k < g->cursor.lexed->count; k++) {
		const struct lexeme *x = &g->cursor.lexed->at[k];
		if (x->cls == LEX_INSTEAD || (x->cls == LEX_LINK && x->value == LINK_INSTEAD_OF) ||
		    (x->cls == LEX_FOR && k < i))
			return false;
	}
	return true;
}

/* Can what stands here not belong to the instruction? */
static bool is_preface(const struct lexeme *x)
{
	return x->cls == LEX_STANCE || x->cls == LEX_HISTORY ||
	       (x->cls == LEX_REASON && x->value != REASON_BECOMES) || x->cls == LEX_NEGATION || x->cls == LEX_DOUBT;
}

/*
 * Where the clause of the verb at i begins: after a preface such as "while we
 * support paragraph 8" or "because “a” is unclear", at the word of proposing
 * that follows it, else at the verb's own clause.
 */
static uint32_t clause_begin(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t preface = i;
	for (uint32_t k = i; k > 0 && preface == i; k--)
		if (is_preface(&all[k - 1]))
			preface = k - 1;
	if (preface == i)
		return 0;
	uint32_t from = preface; /* behind the last change that is not asked for */
	for (uint32_t k = preface; k < i; k++)
		from = all[k].cls == LEX_ACTION ? k + 1 : from;
	for (uint32_t k = from; k < i; k++)
		if (all[k].cls == LEX_PROPOSE)
			return k;
	bool const tells = all[preface].cls == LEX_STANCE || all[preface].cls == LEX_HISTORY;
	if (tells && from == preface)
		return preface + 1;
	/* "We oppose deletion of paragraph 7; in paragraph 8, delete “a”" */
	for (uint32_t k = i; tells && k > from; k--)
		if (is_punct(&all[k - 1], ';'))
			return k;
	uint32_t begin = i;
	while (begin > preface && !is_separator(&all[begin - 1]))
		begin--;
	return begin;
}

static bool quotes_something(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_QUOTE)
			return true;
	return false;
}

static void look_at_verb(struct grammar *g, uint32_t i, struct mood *mood)
{
	if (mood->asks)
		return;
	if (mood->verbs > VERBS_MAX) { /* each looks back over the sentence */
		mood->unclear = true;
		mood->where = g->cursor.lexed->at[i].range;
		return;
	}
	if (is_weak_verb(g, i))
		return;
	if (is_operative_verb(g, i, mood)) {
		enum permission const permission = verb_permission(g, i);
		if (permission != PERMITTED) {
			bool const told = FORM_OF(g->cursor.lexed->at[i].value) == FORM_THIRD;
			mood->history |= permission == REPORTED && !mood->hedge;
			mood->placeless |= permission == PLACELESS;
			mood->unclear |= permission >= UNCLEAR && !told &&
			                 (quotes_something(g) || governs_place(g, i) ||
			                  names_place_first(g) ||
			                  VERB_OF(g->cursor.lexed->at[i].value) == VERB_RENUMBER);
			mood->where = g->cursor.lexed->at[i].range;
			return;
		}
		mood->asks = true;
		mood->where = g->cursor.lexed->at[i].range;
		mood->from = clause_begin(g, i);
	} else {
		mood->where = g->cursor.lexed->at[i].range;
	}
}

bool is_terse(const struct grammar *g, bool throughout)
{
	const struct lexed *l = g->cursor.lexed;
	bool quote = false;
	for (uint32_t i = 0; i < l->count; i++) {
		enum lex_class const c = l->at[i].cls;
		quote |= c == LEX_QUOTE;
		if (quote && !throughout)
			return true;
		if (c == LEX_WORD || c == LEX_REASON || c == LEX_STANCE || c == LEX_NEGATION)
			return false;
	}
	return quote;
}

/* "“a” rather than “b”" without a verb still asks. */
static bool asks_by_link(const struct grammar *g, const struct mood *mood)
{
	if (mood->takes_position || mood->quotes < 2)
		return false;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		if (x->cls == LEX_LINK && x->value == LINK_INSTEAD_OF)
			return mood->proposes || starts_clause(g, i) || is_terse(g, false);
	}
	return false;
}

/* Where the clause begins that its "instead of" makes an amendment. */
static uint32_t link_clause(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0;
	while (i < l->count && (l->at[i].cls != LEX_LINK || l->at[i].value != LINK_INSTEAD_OF))
		i++;
	return clause_begin(g, i);
}

/* "We would delete ...", "Japan: replace ...": somebody acts. */
static bool has_speaker(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (!IS_ACTIVE(all[i].value))
		return false;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	return i > 0 && (all[i - 1].cls == LEX_WE || all[i - 1].cls == LEX_NAME);
}

/* Is the first numeral one with a bis or alt? */
static bool names_inserted(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_NUMERAL) {
			const struct numeral *n = &l->numerals[l->at[i].value];
			return noun_is_inserted(n->part[n->count - 1]);
		}
	return false;
}

/* "Perhaps the most important paragraph is 7": has a sentence nothing that a change needs? */
static bool may_hold_change(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		switch (x->cls) {
		case LEX_ACTION:
		case LEX_QUOTE:
		case LEX_LINK:
		case LEX_VAGUE:
		case LEX_INSTEAD:
		case LEX_POSITION:
		case LEX_BRACKETS:
		case LEX_SHORT:
		case LEX_NEW:
		case LEX_MARK:
		case LEX_NEGATION:
			return true;
		case LEX_FILLER:
			if (x->value == FILLER_DUE)
				return true;
			break;
		case LEX_PUNCT:
			if (x->value != ',' && x->value != '.' && x[1].cls != LEX_UNIT)
				return true;
			break;
		default:
			break;
		}
	}
	return false;
}

/* "paragraph 7 would strengthen the programme": what it does, not what is to be done to it. */
static bool is_said_of_place(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool would = false;
	while (i > 0 && all[i - 1].cls == LEX_FILLER && all[i - 1].value == FILLER_PLAIN) {
		would = true;
		i--;
	}
	return would && i > 1 && all[i - 1].cls == LEX_NUMERAL && all[i - 2].cls == LEX_UNIT;
}

/* What is told of the past, which takes the proposal back: "at the last session we proposed". */
struct telling {
	bool past, when;
	bool lifted; /* a reservation is, which is no withdrawal */
};

#define YEAR_BYTES 4u

/* "The Water Act 1998 is amended as follows:", and not that it is repealed. */
static bool only_leads(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_ACTION && VERB_OF(l->at[i].value) != VERB_AMEND)
			return false;
	return speaks_of_following(g) || is_punct(&l->at[l->count - 1], ':');
}

/* There the year is a part of the name, and no provision's number. */
static bool dates_a_name(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i], *name = x - 1;
	if (i == 0 || x->range.end - x->range.begin != YEAR_BYTES ||
	    !is_digit(g->cursor.text.ptr[x->range.end - 1]))
		return false;
	if (name->cls == LEX_OF && i > 1)
		name--;
	return name->cls == LEX_WORD && name->value == WORD_UNKNOWN &&
	       utf8_large_at(g->cursor.text, name->range.begin) && only_leads(g);
}

/* All lexemes, one after the other. */
static struct telling look_through(struct grammar *g, struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	struct telling t = {0};
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		switch (x->cls) {
		case LEX_ACTION:
			mood->verbs++;
			mood->third_only &= FORM_OF(x->value) == FORM_THIRD;
			mood->gerund_first |=
				i == 0 && IS_ACTIVE(x->value) && !is_base_form(g, x);
			mood->proposes |= has_speaker(g, i);
			mood->places += VERB_OF(x->value) == VERB_RENUMBER; /* they are its matter */
			look_at_verb(g, i, mood);
			break;
		case LEX_PROPOSE:
			mood->proposes |= x->value != 1;
			t.past |= x->value == 2;
			break;
		case LEX_STANCE:
			if (!mood->asks && !mood->takes_position && !is_supposed(g, i)) {
				mood->takes_position = true;
				mood->stance = (redline_stance)x->value;
			}
			break;
		case LEX_HISTORY:
			mood->history = true;
			t.when |= x->value == 1;
			break;
		case LEX_FILLER:
			mood->due |= x->value == FILLER_DUE;
			t.lifted |= x->value == FILLER_LIFTED;
			break;
		case LEX_HEDGE:
			mood->hedge |= x->value != HEDGE_WORD || may_hold_change(g);
			mood->where = x->range;
			break;
		case LEX_VAGUE:
			if (is_said_of_place(g, i) || (t.lifted && x->value == VAGUE_WITHDRAWN))
				break;
			if (!mood->vague)
				mood->where = mood->asks ? mood->where : x->range;
			mood->vague = true;
			break;
		case LEX_QUOTE:
			mood->quotes++;
			break;
		case LEX_UNIT:
			mood->places++;
			break;
		case LEX_NUMERAL:
			mood->places += !dates_a_name(g, i);
			break;
		default:
			break;
		}
	}
	return t;
}

/* Is something asked for without a verb? */
static void look_without_verb(struct grammar *g, struct mood *mood)
{
	if (!mood->asks && !mood->takes_position && mood->quotes == 1 && is_terse(g, true) &&
	    names_inserted(g)) {
		mood->asks = true; /* "OP3 bis: “...”" */
		mood->where = g->cursor.lexed->at[0].range;
	}
	if (!mood->asks && !mood->verbs && adds_without_verb(g)) {
		mood->asks = mood->adds = true;
		mood->where = g->cursor.lexed->at[0].range;
	}
}

/* "“a” instead of “b”" */
static void take_link(struct grammar *g, struct mood *mood)
{
	const struct lexeme *all = g->cursor.lexed->at;
	mood->where = all[0].range;
	mood->from = link_clause(g);
	for (uint32_t i = 0; i < mood->from; i++) /* "If possible, “a” instead of “b”" */
		mood->unclear |= all[i].cls == LEX_DOUBT || all[i].cls == LEX_NEGATION;
	mood->asks = !mood->unclear;
}

struct mood find_mood(struct grammar *g)
{
	struct mood mood = {.third_only = true};
	struct telling const told = look_through(g, &mood);
	look_without_verb(g, &mood);
	bool const past = told.past && told.when;
	if (past)
		mood.asks = mood.unclear = false; /* "at the last session we proposed to ..." */
	mood.third_only &= mood.verbs > 0;
	if (!mood.asks && !past && asks_by_link(g, &mood))
		take_link(g, &mood);
	return mood;
}
