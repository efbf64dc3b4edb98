/*
 * permission.c -- may the verb of a sentence be obeyed (clause.h)?
 *
 * All that stands before it must be understood: a condition, a report, an unknown opening
 * or a place that is lost takes the order back.
 */
#include "clause.h"
#include "listed.h"

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

/* A word that belongs to a speaker: "delegation", "Norland", or an adverb. */
static bool may_name_speaker(const struct grammar *g, const struct lexeme *x)
{
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return x->value == WORD_SPEAKER ||
	       listed_end(cursor_lang(&g->cursor)->adverbs, word) ||
	       (starts_large(g, x) && x->value != WORD_NOBODY);
}

/* "In the following one,": a place that is told by where it stands, and not by what it is. */
static bool points_nowhere(const struct lexeme *all, uint32_t from, uint32_t to)
{
	bool points = false;
	for (uint32_t k = from; k < to; k++) {
		if (all[k].cls != LEX_NEW && all[k].cls != LEX_ANOTHER && all[k].cls != LEX_FILLER &&
		    all[k].cls != LEX_COUNT && !is_punct(&all[k], ','))
			return false;
		points |= all[k].cls == LEX_NEW || all[k].cls == LEX_ANOTHER;
	}
	return points;
}

/* "In response to Peru,", "En réponse au Pérou,", "in agreement with Peru,": "in", a noun without an
 * article, what leads to a party, and that; no place is named by what goes with it so. */
static bool is_towards_party(const struct grammar *g, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (from + 3 >= to || (all[from + 1].cls != LEX_WORD && all[from + 1].cls != LEX_UNIT) ||
	    (all[from + 2].cls != LEX_TO && all[from + 2].cls != LEX_IN &&
	     !(all[from + 2].cls == LEX_LINK && all[from + 2].value == LINK_WITH)))
		return false;
	for (uint32_t k = from + 3; k < to; k++)
		if (all[k].cls == LEX_NUMERAL || all[k].cls == LEX_QUOTE || all[k].cls == LEX_UNIT)
			return false;
	return all[to - 1].cls == LEX_NAME;
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
	if (points_nowhere(all, from + 1, to))
		return true;
	if (is_towards_party(g, from, to))
		return false;
	bool const topic = all[from].value == IN_TOPIC; /* "on finance, delete paragraph 9" */
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

bool proposes_now(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if (!lexed_may_have(l, LEX_BIT(LEX_PROPOSE)))
		return false;
	for (uint32_t i = 0; i < l->count; i++) {
		uint32_t before = i;
		while (before > 0 && l->at[before - 1].cls == LEX_FILLER)
			before--;
		if (l->at[i].cls == LEX_PROPOSE && l->at[i].value == 0 &&
		    (before == 0 || !takes_back(&l->at[before - 1])))
			return true;
	}
	return false;
}

/* What proposes behind a "not" and a comma or an "and" takes it back; what does before it
 * is not touched: "we propose the following, which does not change the substance:". */
static bool has_negation_in_force(const struct grammar *g, uint32_t to)
{
	const struct lexed *l = g->cursor.lexed;
	bool negates = false, parted = false, proposed = false;
	for (uint32_t k = 0; k < to && lexed_may_have(l, LEX_BIT(LEX_NEGATION)); k++) {
		const struct lexeme *x = &l->at[k];
		bool const proposes = x->cls == LEX_PROPOSE && x->value != 2;
		bool const negation =
			x->cls == LEX_NEGATION && (x->value == 0 || x->value == NEGATION_LETS);
		if (negation)
			negates |= !(proposed && parted);
		else if (parted && proposes)
			negates = false;
		proposed |= proposes;
		parted = !negation && !proposes &&
		         (parted || is_separator(x) || x->cls == LEX_AND ||
		          (x->cls == LEX_WORD && x->value == WORD_BUT));
	}
	return negates;
}

/* Is it what somebody does not ask for, and not a text that does not please: "we do not
 * propose", "please do not", but not "paragraph 5 is not clear"? */
static bool is_refusal_of_ours(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool ours = false;
	for (uint32_t k = 0; k < to; k++) {
		if (all[k].cls == LEX_NEGATION && (ours || k + 1 == to))
			return true;
		ours |= all[k].cls == LEX_WE || all[k].cls == LEX_NAME || all[k].cls == LEX_PROPOSE;
	}
	return false;
}

static bool names_provision(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t k = 0; k < to; k++)
		if (all[k].cls == LEX_UNIT || all[k].cls == LEX_NUMERAL)
			return true;
	return false;
}

bool lead_negates(const struct grammar *g, uint32_t to)
{
	return has_negation_in_force(g, to) &&
	       (!names_provision(g, to) || is_refusal_of_ours(g, to));
}

bool lead_denies(const struct grammar *g, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool past = false, when = false, denies = false, doubts = false;
	bool once = false; /* "In the last round we had:", "some delegations suggested:" */
	bool opposed = false; /* "oppose the following": nothing parts the two */
	if (!lexed_may_have(g->cursor.lexed, LEX_BIT(LEX_STANCE) | LEX_BIT(LEX_DOUBT) |
	                                             LEX_BIT(LEX_OR) | LEX_BIT(LEX_HISTORY)))
		return false;
	for (uint32_t k = 0; k < to; k++) {
		const struct lexeme *x = &all[k];
		past |= x->cls == LEX_PROPOSE && x->value == 2;
		bool const then = x->cls == LEX_HISTORY && x->value == HISTORY_WHEN;
		when |= then;
		once |= (then && k <= 1 && !is_punct(&x[1], ',')) ||
		        (x->cls == LEX_HISTORY && x->value == HISTORY_ONCE);
		if (x->cls == LEX_PROPOSE && x->value == 0)
			denies = past = once = opposed = false;
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
	return denies || doubts || once || (past && when);
}

/* "Dropped: in paragraph 5, ...", "Last year: ...", "Kenya supports: ...": the words before the
 * colon say it. */
static bool lead_takes_back(const struct grammar *g, uint32_t colon)
{
	const struct lexeme *all = g->cursor.lexed->at;
	const struct lexer *lexer = g->cursor.lexer;
	redline_bytes const lead = bytes_in(
		g->cursor.text, (redline_range){all[0].range.begin, all[colon].range.begin});
	for (uint32_t k = 0; k < colon; k++) {
		if (all[k].cls == LEX_UNIT || all[k].cls == LEX_ACTION || all[k].cls == LEX_QUOTE ||
		    all[k].cls == LEX_PROPOSE)
			return false;
		if (all[k].cls == LEX_HISTORY && all[k].value == HISTORY_WHEN)
			return true;
		if (all[k].cls == LEX_STANCE && all[k].value == REDLINE_SUPPORTS && k + 1 == colon)
			return true;
	}
	return has_one_of(lexer, &lexer_lists(lexer)->retractions, lead) ||
	       has_one_of(lexer, &lexer_lists(lexer)->against, lead) ||
	       has_one_of(lexer, &lexer_lists(lexer)->idle, lead);
}

/* "Alternatives for paragraph 4: ..." */
static bool lead_offers_choice(const struct grammar *g, uint32_t colon)
{
	const struct lexeme *all = g->cursor.lexed->at;
	const struct lexer *lexer = g->cursor.lexer;
	for (uint32_t k = 0; k < colon; k++)
		if (all[k].cls == LEX_ACTION || all[k].cls == LEX_QUOTE)
			return false;
	redline_range const lead = {all[0].range.begin, all[colon].range.begin};
	return has_one_of(lexer, &lexer_lists(lexer)->choices, bytes_in(g->cursor.text, lead));
}

/* "Kenya's proposal was: ..." */
static bool lead_is_past(const struct grammar *g, uint32_t colon)
{
	const struct lexeme *all = g->cursor.lexed->at;
	redline_range const lead = {all[0].range.begin, all[colon - 1].range.end};
	return listed_end(lang_past_leads, bytes_in(g->cursor.text, lead));
}

/* "We do not propose: ..."; "not clear: ..." says why. */
static bool lead_forbids(const struct grammar *g, uint32_t colon)
{
	return has_negation_in_force(g, colon) && is_refusal_of_ours(g, colon);
}

/* Lexeme k comes after a colon: does what stands before that deny it? */
static bool denied_by_lead(const struct grammar *g, uint32_t k)
{
	uint32_t colon = 0;
	while (colon < k && !is_punct(&g->cursor.lexed->at[colon], ':'))
		colon++;
	return colon > 0 && colon < k &&
	       (lead_denies(g, colon) || lead_forbids(g, colon) || lead_wonders(g, colon) ||
	        lead_takes_back(g, colon) || lead_is_past(g, colon) ||
	        lead_offers_choice(g, colon));
}

/* "Paragraph 5 of the Charter: replace ..." */
static bool leads_elsewhere(const struct grammar *g, uint32_t to)
{
	struct cursor c = g->cursor;
	bool word = false;
	for (uint32_t k = 0; k < to && !word; k++)
		word = c.lexed->at[k].cls == LEX_WORD;
	return word && noun_names_elsewhere(&c, to);
}

redline_range find_lost_place(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t begin = 0;
	for (uint32_t k = 0; k < g->cursor.lexed->count; k++) {
		if (all[k].cls != LEX_PUNCT)
			continue;
		if (is_lost_place(g, begin, k) || (is_punct(&all[k], ':') && leads_elsewhere(g, k)))
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
	                       lang_parties[all[to - 1].value].kind == PARTY_ORGAN;
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
		if (all[k - 1].cls == LEX_HISTORY && all[k - 1].value == HISTORY_WHEN)
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
		bool const more = x->value == WORD_NOBODY && k > 2 && all[k - 2].cls == LEX_AND &&
		                  all[k - 3].cls == LEX_NAME; /* "Kenya and others propose" */
		if (x->cls == LEX_WORD && !may_name_speaker(g, x) && !more)
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

/* Behind the number of a list and what else may open a sentence. */
static uint32_t past_number(const struct lexeme *all)
{
	uint32_t i = 0;
	while (i < 6 &&
	       (all[i].cls == LEX_PUNCT || all[i].cls == LEX_NUMERAL || all[i].cls == LEX_FILLER))
		i++;
	return i;
}

bool names_place_first(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t const i = past_number(all);
	return all[i].cls == LEX_UNIT || (i > 0 && all[i - 1].cls == LEX_NUMERAL);
}

bool is_said_of_act(const struct grammar *g, uint32_t verb)
{
	struct cursor c = g->cursor;
	struct place_set set;
	if (VERB_OF(c.lexed->at[verb].value) != VERB_DELETE)
		return false;
	c.at = past_number(c.lexed->at);
	if (c.lexed->at[c.at].cls != LEX_UNIT || !noun_places(&c, &set) || set.foreign)
		return false;
	c.at += is_punct(cursor_peek(&c, 0), ',');
	return c.at == verb && set.count && set.at[set.count - 1].act_alone;
}

/* "The report will delete paragraph 3": what a text does itself is nothing to be done to it. */
static bool is_act_of_text(const struct grammar *g, uint32_t verb)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t k = verb;
	while (k > 0 && all[k - 1].cls == LEX_FILLER && !is_article(&all[k - 1]))
		k--;
	if (k == verb || k == 0 || !IS_ACTIVE(all[verb].value) || all[k - 1].cls != LEX_UNIT ||
	    UNIT_OF(all[k - 1].value) != REDLINE_DOCUMENT || cursor_lang(&g->cursor)->solid)
		return false;
	for (k--; k > 0 && all[k - 1].cls == LEX_FILLER; k--)
		;
	return k == 0;
}

enum permission verb_permission(const struct grammar *g, uint32_t verb)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (is_act_of_text(g, verb))
		return UNCLEAR;
	enum verb const act = VERB_OF(all[verb].value);
	/* "Section 4 of the Healthy Gardens Act is amended" */
	bool const act_amended = act == VERB_AMEND && FORM_OF(all[verb].value) == FORM_PASSIVE &&
	                         names_place_first(g);
	if (act_amended || is_said_of_act(g, verb))
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
		if (is_punct(x, ')') && !base)
			return UNCLEAR; /* "paragraph 3, thing b), is deleted": a place not known */
		if (x->cls == LEX_PUNCT && x->value != ',' && x->value != '/') /* "Rejected: delete ..." */
			return denied_by_lead(g, k) || opens_question(g, k - 1) ? UNCLEAR
			       : leads_elsewhere(g, k)                          ? PLACELESS
			                                                        : PERMITTED;
		if (x->cls == LEX_WORD && x->value == WORD_BUT)
			return PERMITTED;
		bool const word = x->cls == LEX_WORD && k > 1 && all[k - 2].cls == LEX_TEXT &&
		                  all[k - 2].value == TEXT_WORD; /* "the word regularly" */
		bool const becomes = x->cls == LEX_REASON && x->value == REASON_BECOMES;
		if (!is_operand_like(x) && x->cls != LEX_PUNCT && x->cls != LEX_ACTION && !word &&
		    !becomes)
			return UNCLEAR;
	}
	return PERMITTED;
}
