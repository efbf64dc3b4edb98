/*
 * mood.c -- is something asked for?
 *
 * A verb of change asks unless its own clause takes that back: with a "not",
 * an "if", a "supports", a report of what happened.  An imperative, and what
 * follows "proposes to", begin a clause of their own.
 */
#include "clause.h"
#include "listed.h"

#include <unicase.h>

#define VERBS_MAX 256u /* of a sentence that are weighed: more may hide a change */

/* ---- mood: is something asked for, and by whom ---- */

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
	if (i > 0 && all[i - 1].cls == LEX_FILLER && all[i - 1].value == FILLER_ARTICLE)
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

/* Is the verb at i said under a "not", "if" or "supports" of its own clause? */
struct shade {
	bool stance, negation, doubt, condition, history;
	bool instead;  /* "instead of deleting" */
	bool supposed; /* the stance is another's, and a condition: "if all agree" */
	redline_stance kind;
};

/*
 * Does the stance at lexeme k stand under an "if" of its own: between two commas,
 * of which one before "that" parts nothing?
 */
bool is_supposed(const struct grammar *g, uint32_t k)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (; k > 0 && !is_punct(&all[k - 1], ';') && !is_punct(&all[k - 1], ':'); k--) {
		if (all[k - 1].cls == LEX_DOUBT)
			return true;
		bool const that = all[k].cls == LEX_FILLER && all[k].value == FILLER_THAT;
		if (is_punct(&all[k - 1], ',') && !that)
			return false;
	}
	return false;
}

static struct shade shade_of(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	struct shade s = {0};
	const struct lexeme *verb = &all[i];
	bool const imperative =
		IS_ACTIVE(verb->value) && is_base_form(g, verb) && starts_clause(g, i);
	if (imperative) {
		/* an imperative takes nothing from its clause but an "if" before it */
		for (uint32_t k = i;
		     k > 0 && !is_punct(&all[k - 1], ';') && !is_punct(&all[k - 1], ':'); k--)
			s.condition |= all[k - 1].cls == LEX_DOUBT;
		return s;
	}
	bool comma = false, own = false;
	bool other = false; /* "without deleting ..., ... is replaced": that is denied */
	for (uint32_t k = i; k > 0; k--) {
		const struct lexeme *x = &all[k - 1];
		if (is_punct(x, ';') || is_punct(x, ':'))
			break;
		/* "Rather than “a”, we would delete": only a condition reaches past its subject */
		own |= is_punct(x, ',') && all[k].cls == LEX_WE;
		if (own) {
			s.condition |= x->cls == LEX_DOUBT;
			continue;
		}
		if (x->cls == LEX_PROPOSE && x->value != 1) {
			/* "do not propose to" */
			s.negation |= (k > 1 && all[k - 2].cls == LEX_NEGATION) ||
			              (k > 2 && all[k - 2].cls == LEX_FILLER &&
			               all[k - 3].cls == LEX_NEGATION);
			break;
		}
		comma |= is_punct(x, ',');
		s.history |= x->cls == LEX_HISTORY;
		if (x->cls == LEX_STANCE && !s.stance) {
			s.stance = true;
			s.kind = (redline_stance)x->value;
			s.supposed = is_supposed(g, k - 1);
		}
		other |= comma && x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_PASSIVE;
		if (x->cls == LEX_NEGATION && !(other && starts_clause(g, k - 1)))
			*(x->value == 1 ? &s.instead : &s.negation) = true;
		bool const held = x->cls == LEX_DOUBT && (comma || x->value == DOUBT_HELD);
		s.condition |= held;
		s.doubt |= x->cls == LEX_DOUBT && !held;
		/* "..., which appears twice, should be": no reason, an aside */
		s.doubt |= x->cls == LEX_REASON && k > 1 && !comma;
	}
	/* "Der Streichung von Absatz 7 kann Japan nicht zustimmen" */
	bool const noun = FORM_OF(verb->value) == FORM_NOUN && !s.stance;
	for (uint32_t k = i + 1; noun && !s.stance && k < g->cursor.lexed->count; k++) {
		const struct lexeme *x = &all[k];
		if (x->cls == LEX_ACTION || x->cls == LEX_PROPOSE || x->cls == LEX_AND ||
		    (x->cls == LEX_PUNCT && x->value != '-'))
			break;
		s.stance = x->cls == LEX_STANCE;
		s.kind = s.stance ? (redline_stance)x->value : s.kind;
	}
	return s;
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
		mood->stance = REDLINE_OPPOSES;
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
	return x->cls == LEX_STANCE || x->cls == LEX_HISTORY || x->cls == LEX_REASON ||
	       x->cls == LEX_NEGATION || x->cls == LEX_DOUBT;
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
	for (uint32_t k = preface; k < i; k++)
		if (all[k].cls == LEX_PROPOSE)
			return k;
	if (all[preface].cls == LEX_STANCE || all[preface].cls == LEX_HISTORY)
		return preface + 1;
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

/* ---- permission: everything before the verb must be understood ---- */

enum permission {
	PERMITTED,
	REPORTED, /* somebody else's act, or one taken back */
	HEDGED,   /* only said to be possible; that is noted elsewhere */
	UNCLEAR,
	PLACELESS, /* "In the row for Norway, delete ...": where is that? */
};

/* What may stand between the beginning of a clause and its verb. */
static bool is_operand_like(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_FILLER:
	case LEX_INSTEAD:
	case LEX_TEXT:
	case LEX_QUOTE:
	case LEX_UNIT:
	case LEX_NUMERAL:
	case LEX_ORDINAL:
	case LEX_REST:
	case LEX_REACH:
	case LEX_EXCEPT:
	case LEX_NOTE_TOO:
	case LEX_RESPECTIVELY:
	case LEX_RENUMBERED:
	case LEX_COUNT:
	case LEX_SAME:
	case LEX_WHOLE:
	case LEX_POSITION:
	case LEX_IN:
	case LEX_OF:
	case LEX_FROM:
	case LEX_THROUGH:
	case LEX_TO:
	case LEX_FOR:
	case LEX_LINK:
	case LEX_GROUP:
	case LEX_MARK:
	case LEX_BRACKETS:
	case LEX_OCCURRENCE:
	case LEX_QUANTIFIER:
	case LEX_NEW:
	case LEX_ANOTHER:
	case LEX_BEGINNING:
	case LEX_CHECK:
	case LEX_PRONOUN:
	case LEX_REPEAT:
	case LEX_AND:
		return true;
	default:
		return false;
	}
}

static bool takes_back(const struct lexeme *x)
{
	return x->cls == LEX_HISTORY || x->cls == LEX_STANCE || x->cls == LEX_NEGATION ||
	       x->cls == LEX_DOUBT || x->cls == LEX_HEDGE;
}

/* Has it a capital, in a script that has them? */
static bool starts_large(const struct grammar *g, const struct lexeme *x)
{
	unsigned size;
	uint32_t const cp = utf8_at(g->cursor.text, x->range.begin, &size);
	return uc_tolower(cp) != cp;
}

/* A word that belongs to a speaker: "delegation", "Norland", or an adverb. */
static bool may_name_speaker(const struct grammar *g, const struct lexeme *x)
{
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return x->value == WORD_SPEAKER ||
	       listed_end(cursor_lang(&g->cursor)->adverbs, word) ||
	       (starts_large(g, x) && x->value != WORD_NOBODY);
}

/*
 * Is lexemes [from, to) a place that is not understood: "in the row for
 * Norway", "on page 3"?  To leave such a place out would be to look for the
 * words in all of the draft.
 */
static bool is_lost_place(const struct grammar *g, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (from < to && (all[from].cls == LEX_FILLER || all[from].cls == LEX_AND))
		from++;
	if (from == to || all[from].cls != LEX_IN || all[from + 1].cls == LEX_WE)
		return false;                    /* "in our view" */
	bool const topic = all[from].value == 1; /* "on finance, delete paragraph 9" */
	for (uint32_t k = to; topic && k < g->cursor.lexed->count; k++)
		if (all[k].cls == LEX_NUMERAL)
			return false;
	for (uint32_t k = from + 1; k < to; k++)
		if (all[k].cls == LEX_WORD || all[k].cls == LEX_REASON)
			return true;
	return false;
}

static bool points_ahead(const struct lexeme *x)
{
	return x->cls == LEX_NEW || x->cls == LEX_SAME ||
	       (x->cls == LEX_LINK && x->value == LINK_AS);
}

bool speaks_of_following(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_NEW || (l->at[i].cls == LEX_LINK && l->at[i].value == LINK_AS))
			return true;
	return false;
}

bool lead_denies(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool past = false, when = false, denies = false, doubts = false;
	bool opposed = false; /* "oppose the following": nothing parts the two */
	for (uint32_t k = 0; k < to; k++) {
		const struct lexeme *x = &all[k];
		past |= x->cls == LEX_PROPOSE && x->value == 2;
		when |= x->cls == LEX_HISTORY && x->value == 1;
		if (x->cls == LEX_PROPOSE && x->value == 0)
			denies = past = opposed = false;
		doubts |= x->cls == LEX_DOUBT &&
		          (k == 0 || k + 1 == to || x->value >= DOUBT_WITHIN);
		doubts |= x->cls == LEX_OR && x->value == 1;
		opposed &= !is_separator(x);
		denies |= opposed && points_ahead(x);
		if (x->cls == LEX_STANCE && x->value != REDLINE_SUPPORTS) {
			opposed = true;
			denies |= k == 0 && to <= 3; /* "Rejected amendments" */
		}
	}
	return denies || doubts || (past && when);
}

/* Lexeme k comes after a colon: does what stands before that deny it? */
static bool denied_by_lead(const struct grammar *g, uint32_t k)
{
	uint32_t colon = 0;
	while (colon < k && !is_punct(&g->cursor.lexed->at[colon], ':'))
		colon++;
	return colon < k && lead_denies(g, colon);
}

redline_range find_lost_place(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t begin = 0;
	for (uint32_t k = 0; k < g->cursor.lexed->count; k++) {
		if (all[k].cls != LEX_PUNCT)
			continue;
		if (is_lost_place(g, begin, k))
			return (redline_range){all[begin].range.begin, all[k - 1].range.end};
		begin = k + 1;
	}
	return all[0].range;
}

/*
 * "Barring objections, delete ...": is there a word in lexemes [from, to) that no row
 * knows, and that might make a condition?  Adverbs make none, nor does a reason, and what
 * an earlier verb of the sentence asks for is no opening.
 */
static bool is_strange(const struct grammar *g, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool strange = false;
	bool const spoken_to = from < to && to - from <= 3 && all[to - 1].cls == LEX_NAME &&
	                       lang_parties[all[to - 1].value].organ;
	if (spoken_to) /* "Mr. President, delete ..." */
		return false;
	for (uint32_t k = from; k < to; k++) {
		const struct lexeme *x = &all[k];
		if (x->cls == LEX_REASON && !strange)
			return false;
		bool const order = x->cls == LEX_ACTION && IS_ACTIVE(x->value) &&
		                   is_base_form(g, x) && VERB_OF(x->value) != VERB_KEEP;
		if (order || x->cls == LEX_QUOTE || x->cls == LEX_PROPOSE)
			return false;
		strange |= x->cls == LEX_WORD && x->value == WORD_UNKNOWN &&
		           !listed_end(cursor_lang(&g->cursor)->adverbs,
		                       bytes_in(g->cursor.text, x->range));
	}
	return strange;
}

/* Does anything before lexeme k make a condition or denial of what follows? */
static enum permission before_comma(const struct grammar *g, uint32_t k, bool bare)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t end = k;
	for (; k > 0 && !is_punct(&all[k - 1], ';') && !is_punct(&all[k - 1], ':'); k--) {
		if (all[k - 1].cls == LEX_DOUBT || all[k - 1].cls == LEX_OR)
			return UNCLEAR;
		if (all[k - 1].cls == LEX_HISTORY && all[k - 1].value == 1)
			return UNCLEAR; /* "In Rev. 1, replace ..." */
		if (all[k - 1].cls == LEX_FILLER && all[k - 1].value == FILLER_FITTING)
			return UNCLEAR; /* "As appropriate, replace ..." */
		if (all[k - 1].cls == LEX_NEGATION && all[k].cls == LEX_IN)
			return UNCLEAR; /* "Not in paragraph 6, replace ..." */
		if (!is_punct(&all[k - 1], ','))
			continue;
		if (is_lost_place(g, k, end))
			return PLACELESS;
		if (bare && is_strange(g, k, end))
			return UNCLEAR;
		end = k - 1;
	}
	if (denied_by_lead(g, k))
		return UNCLEAR; /* "Rejected: in paragraph 8, ..." */
	if (is_lost_place(g, k, end))
		return PLACELESS;
	return bare && is_strange(g, k, end) ? UNCLEAR : PERMITTED;
}

/* Does an "instead of" lead to the verb at lexeme k?  *at is where. */
static bool is_set_aside(const struct grammar *g, uint32_t k, uint32_t *at)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (all[k].cls != LEX_ACTION)
		return false;
	while (k > 0 && (all[k - 1].cls == LEX_FILLER || all[k - 1].cls == LEX_OF))
		k--;
	*at = k - 1;
	return k > 0 && all[k - 1].cls == LEX_NEGATION && all[k - 1].value == 1;
}

/* The proposing word at lexeme k - 1 was reached: is its subject one? */
static enum permission subject_permits(const struct grammar *g, uint32_t k)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool speaker = false;
	uint32_t aside;
	while (k > 0 && all[k - 1].cls == LEX_FILLER)
		k--;
	if (k > 0 && all[k - 1].cls == LEX_AND) /* "cannot accept ... and propose to ..." */
		return before_comma(g, k - 1, false);
	for (; k > 0; k--) {
		const struct lexeme *x = &all[k - 1];
		if (is_set_aside(g, k - 1, &aside))
			return before_comma(g, aside, false);
		if (takes_back(x))
			return REPORTED;
		if (is_punct(x, ';') || is_punct(x, ':') || is_punct(x, '.'))
			return PERMITTED;
		if (is_punct(x, ','))
			return before_comma(g, k - 1, false);
		if (x->cls == LEX_REASON || x->cls == LEX_OR)
			return UNCLEAR;
		if (x->cls == LEX_NAME || x->cls == LEX_WE)
			speaker = true;
		if (x->cls == LEX_WORD && !may_name_speaker(g, x))
			return UNCLEAR;
		if (x->cls == LEX_ACTION && !speaker)
			return UNCLEAR;
	}
	return PERMITTED;
}

/* Can the clause of this verb begin after a comma, without a subject of its own? */
static bool stands_alone(const struct grammar *g, uint32_t verb, uint32_t from)
{
	const struct lexeme *all = g->cursor.lexed->at;
	enum verb_form const form = FORM_OF(all[verb].value);
	bool depends = all[verb].value & VERB_DEPENDS;
	for (uint32_t k = from; k < verb; k++)
		depends |= all[k].cls == LEX_FILLER && all[k].value == FILLER_THAT;
	if (depends)
		return false;
	if (IS_ACTIVE(all[verb].value))
		return is_base_form(g, &all[verb]) || VERB_OF(all[verb].value) == VERB_READ;
	for (uint32_t k = from; k < verb; k++)
		if (all[k].cls == LEX_UNIT || all[k].cls == LEX_NUMERAL ||
		    all[k].cls == LEX_QUOTE || all[k].cls == LEX_BRACKETS || all[k].cls == LEX_MARK)
			return form == FORM_PASSIVE;
	return false;
}

/* Does the sentence begin with a place, after "Sec. 12." and the like? */
static bool names_place_first(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = 0;
	while (i < 6 &&
	       (all[i].cls == LEX_PUNCT || all[i].cls == LEX_NUMERAL || all[i].cls == LEX_FILLER))
		i++;
	return all[i].cls == LEX_UNIT || (i > 0 && all[i - 1].cls == LEX_NUMERAL);
}

static enum permission verb_permission(const struct grammar *g, uint32_t verb)
{
	const struct lexeme *all = g->cursor.lexed->at;
	enum verb const act = VERB_OF(all[verb].value);
	/* "Section 4 of the Healthy Gardens Act is amended" */
	bool const act_amended = act == VERB_AMEND && FORM_OF(all[verb].value) == FORM_PASSIVE &&
	                         names_place_first(g);
	if (act_amended)
		return PERMITTED;
	bool const base = IS_ACTIVE(all[verb].value) && is_base_form(g, &all[verb]);
	for (uint32_t k = verb; k > 0; k--) {
		const struct lexeme *x = &all[k - 1];
		if (x->cls == LEX_HEDGE)
			return HEDGED;
		if (takes_back(x))
			return REPORTED;
		if (x->cls == LEX_PROPOSE && x->value != 1)
			return subject_permits(g, k - 1);
		if (x->cls == LEX_PROPOSE || x->cls == LEX_WE || x->cls == LEX_NAME)
			return subject_permits(g, k - 1);
		if (x->cls == LEX_AND && base)
			return before_comma(g, k - 1, true);
		if (is_punct(x, ',') && stands_alone(g, verb, k))
			return before_comma(g, k - 1, true);
		if (is_punct(x, '.') && k > 1 && all[k - 2].cls == LEX_WORD)
			return UNCLEAR; /* an abbreviation that no row knows */
		if (x->cls == LEX_PUNCT && x->value != ',' && x->value != '/') /* "Rejected: delete ..." */
			return denied_by_lead(g, k) ? UNCLEAR : PERMITTED;
		if (x->cls == LEX_WORD && x->value == WORD_BUT)
			return PERMITTED;
		bool const word = x->cls == LEX_WORD && k > 1 && all[k - 2].cls == LEX_TEXT &&
		                  all[k - 2].value == TEXT_WORD; /* "the word regularly" */
		if (!is_operand_like(x) && x->cls != LEX_PUNCT && x->cls != LEX_ACTION && !word)
			return UNCLEAR;
	}
	return PERMITTED;
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

struct mood find_mood(struct grammar *g)
{
	struct mood mood = {.third_only = true};
	const struct lexed *l = g->cursor.lexed;
	bool past = false, when = false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		switch (x->cls) {
		case LEX_ACTION:
			mood.verbs++;
			mood.third_only &= FORM_OF(x->value) == FORM_THIRD;
			mood.gerund_first |=
				i == 0 && IS_ACTIVE(x->value) && !is_base_form(g, x);
			mood.proposes |= has_speaker(g, i);
			mood.places += VERB_OF(x->value) == VERB_RENUMBER; /* they are its matter */
			look_at_verb(g, i, &mood);
			break;
		case LEX_PROPOSE:
			mood.proposes |= x->value != 1;
			past |= x->value == 2;
			break;
		case LEX_STANCE:
			if (!mood.asks && !mood.takes_position && !is_supposed(g, i)) {
				mood.takes_position = true;
				mood.stance = (redline_stance)x->value;
			}
			break;
		case LEX_HISTORY:
			mood.history = true;
			when |= x->value == 1;
			break;
		case LEX_FILLER:
			mood.due |= x->value == FILLER_DUE;
			break;
		case LEX_HEDGE:
			mood.hedge = true;
			mood.where = x->range;
			break;
		case LEX_VAGUE:
			if (!mood.vague)
				mood.where = mood.asks ? mood.where : x->range;
			mood.vague = true;
			break;
		case LEX_QUOTE:
			mood.quotes++;
			break;
		case LEX_UNIT:
		case LEX_NUMERAL:
			mood.places++;
			break;
		default:
			break;
		}
	}
	if (!mood.asks && !mood.takes_position && mood.quotes == 1 && is_terse(g, true) &&
	    names_inserted(g)) {
		mood.asks = true; /* "OP3 bis: “...”" */
		mood.where = l->at[0].range;
	}
	if (!mood.asks && !mood.verbs && adds_without_verb(g)) {
		mood.asks = mood.adds = true;
		mood.where = l->at[0].range;
	}
	if (past && when)
		mood.asks = mood.unclear = false; /* "at the last session we proposed to ..." */
	mood.third_only &= mood.verbs > 0;
	if (!mood.asks && !(past && when) && asks_by_link(g, &mood)) {
		mood.asks = true;
		mood.where = l->at[0].range;
		mood.from = link_clause(g);
		for (uint32_t i = 0; i < mood.from; i++) /* "If possible, “a” instead of “b”" */
			mood.unclear |= l->at[i].cls == LEX_DOUBT || l->at[i].cls == LEX_NEGATION;
		mood.asks = !mood.unclear;
	}
	return mood;
}

/* ---- who ---- */

static void add_proposer(struct reading *out, redline_bytes name)
{
	for (unsigned i = 0; i < out->proposer_count; i++)
		if (bytes_equal(out->proposers[i], name))
			return;
	if (out->proposer_count < PROPOSERS_MAX)
		out->proposers[out->proposer_count++] = name;
}

/* "The Nordic Institute proposes ...": a capitalised subject no table knows; of several,
 * no more than `most`, the last ones. */
static void find_unknown_party(struct grammar *g, uint32_t stop, unsigned most)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t i = stop;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	uint32_t const end = i;
	while (i > 0 && end - i < 6 && all[i - 1].cls == LEX_WORD &&
	       starts_large(g, &all[i - 1]))
		i--;
	if (i == end || all[i].value == WORD_NOBODY)
		return;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	bool const starts = i == 0 || is_separator(&all[i - 1]);
	if (!starts)
		return;
	if (most > 1 && i > 1 && (all[i - 1].cls == LEX_AND || is_punct(&all[i - 1], ',')))
		find_unknown_party(g, i - 1, most - 1); /* "Party A and Party B" */
	while (all[i].cls == LEX_FILLER)
		i++;
	add_proposer(g->out, bytes_in(g->cursor.text,
	                              (redline_range){all[i].range.begin, all[end - 1].range.end}));
}

/* "تقترح اليابان ومصر حذف ...": the parties right behind the verb. */
static void find_subjects(struct grammar *g, uint32_t verb)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = verb + 1; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		bool const passed = x->cls == LEX_AND || x->cls == LEX_FILLER ||
		                    (x->cls == LEX_WORD && x->value == WORD_SPEAKER) ||
		                    (is_punct(x, ',') && l->at[i + 1].cls == LEX_SPEAKER);
		if (x->cls == LEX_NAME)
			add_proposer(g->out, bytes_of(lang_parties[x->value].name));
		else if (x->cls == LEX_SPEAKER && x->value == 0)
			g->out->proposer_count = 0; /* "on behalf of": who follows */
		else if (!passed)
			return;
	}
}

/* A name in front of the verb, where `broken` after those found so far. */
struct crowd {
	unsigned before;   /* how many stood before the last break */
	unsigned repeated; /* of those, how many were named again behind it */
};

static void add_subject(struct grammar *g, struct crowd *c, redline_bytes name, bool broken)
{
	unsigned const count = g->out->proposer_count;
	if (broken && count)
		*c = (struct crowd){count, 0};
	add_proposer(g->out, name);
	c->repeated += c->before && g->out->proposer_count == count;
}

/* "Mr. President, Japan proposes": it is spoken to; "The Chair, for clarity, proposes". */
static bool is_spoken_to(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	bool const article = i && x[-1].cls == LEX_FILLER && x[-1].value == FILLER_ARTICLE;
	return lang_parties[x->value].organ && is_punct(x + 1, ',') && !article;
}

/* "Norway's proposal: delete ..." */
static bool owns_what_follows(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t const end = l->at[i].range.end;
	redline_bytes const rest =
		bytes_in(g->cursor.text, (redline_range){end, l->at[i + 1].range.end});
	if (!listed_start(cursor_lang(&g->cursor)->possessives, rest))
		return false;
	uint32_t k = i + 1;
	while (k < l->count && k < i + 6 && l->at[k].cls != LEX_ACTION && !is_punct(&l->at[k], ':'))
		k++;
	return k < l->count && is_punct(&l->at[k], ':');
}

/*
 * "Kenya: Japan proposes to delete ...": is it Kenya's, or does Kenya report it?  "Kenya:
 * Kenya and Japan propose" is clear.
 */
static bool is_apart(const struct grammar *g, const struct crowd *c)
{
	return c->before && g->out->proposer_count > c->before && c->repeated < c->before;
}

/* Is the verb at i what a stance behind it is about: "Der Streichung von Absatz 4 kann Japan nicht
 * zustimmen"? */
static bool is_matter(const struct grammar *g, uint32_t i)
{
	const struct lexed *l = g->cursor.lexed;
	if (FORM_OF(l->at[i].value) != FORM_NOUN)
		return false;
	for (uint32_t k = i + 1; k < l->count && !is_separator(&l->at[k]); k++) {
		if (l->at[k].cls == LEX_STANCE)
			return true;
		if (l->at[k].cls == LEX_ACTION || l->at[k].cls == LEX_PROPOSE)
			return false;
	}
	return false;
}

/*
 * The parties named before the first proposing or supporting word; after "on
 * behalf of" the group replaces the speaker, and supporters do not count.
 */
void find_proposers(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t stop = 0;
	while (stop < l->count && l->at[stop].cls != LEX_PROPOSE && l->at[stop].cls != LEX_STANCE &&
	       (l->at[stop].cls != LEX_ACTION || is_matter(g, stop)) &&
	       l->at[stop].cls != LEX_HEDGE)
		stop++;
	bool const colon = l->count > 1 && stop == l->count;
	if (stop == l->count && !colon)
		return;
	if (stop < l->count && l->at[stop].cls != LEX_ACTION)
		find_unknown_party(g, stop, PROPOSERS_MAX);
	if (cursor_lang(&g->cursor)->subject_behind && stop < l->count &&
	    (l->at[stop].cls == LEX_PROPOSE || l->at[stop].cls == LEX_STANCE))
		find_subjects(g, stop);
	bool supporters = false, broken = false;
	struct crowd crowd = {0, 0};
	for (uint32_t i = 0; i < stop; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_REASON || x->cls == LEX_QUOTE)
			break;
		broken |= is_punct(x, ':') || (i && x->cls == LEX_NAME && x[-1].cls == LEX_NAME);
		if (x->cls == LEX_SPEAKER) {
			supporters = x->value == 1;
			if (!supporters)
				g->out->proposer_count = 0;
		} else if (is_punct(x, ',') && cursor_lang(&g->cursor)->solid) {
			supporters = false; /* Chinese "在日本的支持下，法国建议" */
		} else if (x->cls == LEX_NAME && !supporters) {
			bool const by_verb = stop < l->count && l->at[stop].cls != LEX_ACTION;
			bool const by_colon =
				is_punct(&l->at[i + 1], ':') || is_punct(&l->at[i + 1], ',') ||
				l->at[i + 1].cls == LEX_AND || owns_what_follows(g, i);
			if ((by_verb || by_colon) && !is_spoken_to(g, i))
				add_subject(g, &crowd, bytes_of(lang_parties[x->value].name),
				            broken);
			broken = false;
		}
	}
	g->out->proposers_apart = is_apart(g, &crowd);
	/* "Paragraph 7 (Norway): delete ..." */
	for (uint32_t i = 1; i < stop && !g->out->proposer_count; i++)
		if (l->at[i].cls == LEX_GROUP && l->at[i - 1].cls == LEX_NUMERAL)
			(void)take_parties(g, l->groups[l->at[i].value]);
}
