/*
 * quiet_doubt.c -- what a sentence that asks for nothing has that may be an amendment after
 * all, so that none is lost in silence (clause.h).
 *
 * First what its verbs say, a choice, a condition, a thought; then its words and places, sign
 * by sign, the surest first.  What is only perhaps one is warned of, what surely is refused.
 */
#include "quieting.h"

#include "listed.h"

/* A quotation outside of any aside or reason? */
static bool quote_is_talked_of(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		if (g->cursor.lexed->at[i].cls == LEX_REASON)
			return false;
		if (g->cursor.lexed->at[i].cls == LEX_QUOTE)
			return true;
	}
	return false;
}

/* "cannot accept “a” and propose “b” instead" */
static bool proposes_after_stance(const struct grammar *g)
{
	bool stance = false;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		stance |= x->cls == LEX_STANCE;
		if (stance && x->cls == LEX_PROPOSE && x->value == 0)
			return true;
	}
	return false;
}

static bool has_class(const struct grammar *g, enum lex_class cls)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == cls)
			return true;
	return false;
}

/* "OP3 (deleted)" */
static bool aside_asks(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		if (g->cursor.lexed->at[i].cls != LEX_GROUP)
			continue;
		redline_bytes const aside = bytes_in(
			g->cursor.text, g->cursor.lexed->groups[g->cursor.lexed->at[i].value]);
		if (listed_start(cursor_lang(&g->cursor)->asides, aside))
			return true;
	}
	return false;
}

/* "Paragraph 8: “fourth”, not “third”", "Paragraph 8: fourth instead of third" */
static bool sets_side_by_side(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0, words = 0, others = 0;
	bool instead = false, denied = false;
	while (l->at[i].cls == LEX_UNIT || l->at[i].cls == LEX_NUMERAL)
		i++;
	if (i == 0 || !is_punct(&l->at[i], ':') || l->count > 14)
		return false;
	for (; i < l->count; i++) {
		enum lex_class const c = l->at[i].cls;
		instead |= c == LEX_LINK && l->at[i].value == LINK_INSTEAD_OF;
		denied |= c == LEX_NEGATION;
		words += c == LEX_WORD || c == LEX_ORDINAL;
		others += c == LEX_WE || c == LEX_NAME || c == LEX_STANCE || c == LEX_HISTORY ||
		          c == LEX_REASON;
	}
	return !others &&
	       (instead || (denied && mood->quotes >= 2) || (mood->due && words <= 4 && !denied));
}

static bool is_but(const struct lexeme *x)
{
	return x->cls == LEX_WORD && x->value == WORD_BUT;
}

/* Do words or a provision stand at lexeme i, and nobody there who supports, opposes, or says why? */
static bool names_other(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	if (all[i].cls != LEX_QUOTE && !names_provision_at(g->cursor.lexed, &all[i]))
		return false;
	for (uint32_t k = i; k > 0 && !is_but(&all[k]); k--)
		if (all[k].cls == LEX_STANCE || all[k].cls == LEX_REASON || all[k].cls == LEX_DOUBT)
			return false;
	return all[i + 1].cls != LEX_STANCE;
}

/* "not deleted but moved to the end", at the "but": no subject of its own, so that it is the same
 * provision of which something else is said. */
static bool goes_on_behind_but(const struct grammar *g, uint32_t but)
{
	const struct lexeme *x = &g->cursor.lexed->at[but + 1];
	while (x->cls == LEX_FILLER && x->value != FILLER_ARTICLE && x->value != FILLER_THAT)
		x++;
	bool spoken = false; /* "we cannot delete it but understand why" */
	for (uint32_t i = 0; i < but; i++)
		spoken |= g->cursor.lexed->at[i].cls == LEX_WE || g->cursor.lexed->at[i].cls == LEX_NAME;
	return (x->cls == LEX_WORD && x->value == WORD_UNKNOWN && !spoken) || x->cls == LEX_POSITION ||
	       x->cls == LEX_ACTION || x->cls == LEX_VAGUE ||
	       (x->cls == LEX_PROPOSE && x->value == 2); /* "moved" */
}

/* "第5段不应删去，而应改为“b”": a "not" holds for all verbs behind it, as far as is known. */
static bool denies_and_asks(const struct grammar *g, const struct mood *mood)
{
	bool denies = false, comma = false, asks = false, but = false;
	if (!lexed_may_have(g->cursor.lexed, LEX_BIT(LEX_NEGATION)))
		return false;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		denies |= x->cls == LEX_NEGATION;
		comma |= denies && is_punct(x, ',');
		asks |= comma && x->cls == LEX_ACTION;
		if (but && x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_KEEP)
			return true; /* "nicht gestrichen, sondern ersetzt" */
		if (but && mood->verbs && names_other(g, i))
			return true; /* "do not delete “a” but “b”" */
		but |= denies && is_but(x);
		if (but && mood->verbs && is_but(x) && goes_on_behind_but(g, i))
			return true; /* "not deleted but moved to the end" */
	}
	return !cursor_lang(&g->cursor)->not_verbs && asks && mood->verbs > 1;
}

/* "OP3 should be kept but moved to the end" */
static bool keeps_and_asks(const struct grammar *g, const struct mood *mood)
{
	bool keeps = false;
	for (uint32_t i = 0; mood->keeps && i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		keeps |= x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_KEEP;
		if (keeps && is_but(x) && goes_on_behind_but(g, i))
			return true;
	}
	return false;
}

/* "“a” is redundant": that something be done about it is not said. */
static bool finds_wanting(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_FILLER &&
		    g->cursor.lexed->at[i].value == FILLER_JUDGED)
			return true;
	return false;
}

/* "It should be deleted." */
static bool asks_of_it(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool const acts = mood->asks || mood->unclear;
	return acts && !mood->third_only && l->at[0].cls == LEX_PRONOUN && g->around->scope_count > 0;
}

static bool starts_with_place(const struct grammar *g)
{
	struct cursor c = g->cursor;
	c.at = 0;
	return noun_is_place(&c);
}

/* "We would perhaps replace facilitate by strengthen" */
static bool hedges_a_swap(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	bool hedged = false, swaps = false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		enum verb const verb = VERB_OF(x->value);
		hedged |= x->cls == LEX_HEDGE;
		swaps |= hedged && x->cls == LEX_ACTION && IS_ACTIVE(x->value) &&
		         (verb == VERB_REPLACE || verb == VERB_SUBSTITUTE);
		if (swaps && x->cls == LEX_LINK)
			return true;
	}
	return false;
}

static bool refuse_for(struct puzzle *p, const char *code, const char *message)
{
	p->code = code;
	p->message = message;
	p->warning = false;
	return true;
}

/* Is a change told of under an "if", or as a reason, that somebody may want made? */
static bool supposes_change(const struct grammar *g, const struct mood *mood)
{
	bool const placed = mood->places > 0 || g->around->scope_count > 0;
	return mood->hypothetical && !mood->history &&
	       (starts_with_place(g) || (mood->quotes >= 2 && placed));
}

/* What the sentence's verbs say: a choice, a condition, a thought.  True if that is to be
 * told; *over if nothing more is to be looked for. */
static bool warn_of_mood(struct grammar *g, const struct mood *mood, struct puzzle *p, bool *over)
{
	bool const material = mood->quotes > 0 || mood->places > 0;
	*over = true;
	if (mood->unclear && material && has_class(g, LEX_OR))
		return refuse_for(p, "alternatives",
		                  "two alternatives are proposed, and only one can be applied");
	if (mood->unclear && mood->placeless) {
		p->quote_words = true;
		p->range = find_lost_place(g);
		return refuse_for(p, "place-unknown",
		                  "it is not clear which place this is; name its paragraph: ");
	}
	if (mood->unclear && material)
		return refuse_for(p, "not-understood",
		                  "it is not clear whether this asks for the change; say who "
		                  "proposes what");
	if (mood->conditional && material)
		return refuse_for(p, "not-understood", "a condition cannot be applied");
	if (supposes_change(g, mood)) {
		p->code = "not-understood";
		p->message = "this names a change only under a condition or as a reason; say what "
		             "should be done if it is proposed";
		return true;
	}
	if (mood->history || mood->hypothetical)
		return false;
	if (mood->hedge && (material || hedges_a_swap(g)))
		return refuse_for(p, "not-understood",
		                  "this only says what could be done; say \"should be\" if it is "
		                  "proposed");
	if (mood->vague && material)
		return refuse_for(p, "not-understood", vague_message(g, &g->out->places));
	*over = false;
	return false;
}

/* "In blurb.", and what was to be done there went into the next sentence. */
static bool is_cut_place(const struct grammar *g, const struct mood *mood)
{
	(void)mood;
	const struct lexed *l = g->cursor.lexed;
	bool const whole = l->count >= 3 && l->count <= 5 && l->at[0].cls == LEX_IN &&
	                   l->at[0].value == 0 && is_punct(&l->at[l->count - 1], '.');
	for (uint32_t i = 1; whole && i + 1 < l->count; i++)
		if (l->at[i].cls != LEX_WORD && l->at[i].cls != LEX_FILLER)
			return false;
	return whole && l->at[l->count - 2].cls == LEX_WORD;
}

/* "As with paragraph 4, paragraph 7 should not say “a”": behind the reason something is due. */
static bool is_due_behind_reason(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool behind = false, due = false, quote = false;
	for (uint32_t i = 1; l->at[0].cls == LEX_REASON && i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (behind && x->cls == LEX_REASON)
			break;
		behind |= is_punct(x, ',');
		due |= behind && x->cls == LEX_FILLER && x->value == FILLER_DUE;
		quote |= behind && x->cls == LEX_QUOTE;
	}
	return mood->places > 0 && due && quote;
}

/* With no amendment before it, of which that may be said? */
static bool is_due_at_first(const struct grammar *g, const struct mood *mood)
{
	return !g->around->follows && is_due_behind_reason(g, mood);
}

static bool has_order(const struct grammar *g, const struct mood *mood)
{
	return quiet_starts_like_order(g, mood) || quiet_ends_like_order(g, mood);
}

static bool asks_in_aside(const struct grammar *g, const struct mood *mood)
{
	return mood->places > 0 && aside_asks(g);
}

static bool proposes(const struct grammar *g, const struct mood *mood)
{
	(void)g;
	return mood->proposes && (mood->quotes > 0 || mood->places > 0);
}

/* Does it propose something of words, or with a verb that is not clear? */
static bool proposes_change(const struct grammar *g, const struct mood *mood)
{
	return proposes(g, mood) &&
	       (mood->quotes > 0 || (g->out->has_places && has_class(g, LEX_TEXT)) ||
	        (mood->unclear && mood->places > 0 && !mood->keeps));
}

static bool finds_words_wanting(const struct grammar *g, const struct mood *mood)
{
	return mood->quotes > 0 && finds_wanting(g);
}

static bool finds_place_wanting(const struct grammar *g, const struct mood *mood)
{
	return mood->quotes == 0 && mood->verbs == 0 && finds_wanting(g) && starts_with_place(g);
}

/* Are words quoted at a place, in a sentence that is terse or says what is due? */
static bool quotes_at_place(const struct grammar *g, const struct mood *mood)
{
	return mood->quotes > 0 &&
	       ((mood->due && g->cursor.lexed->at[0].cls != LEX_REASON) || is_terse(g, true)) &&
	       (mood->places > 0 || g->around->scope_count > 0) && quote_is_talked_of(g);
}

/* More than words alone: two wordings, or a word where a verb would stand? */
static bool surely_hides_verb(const struct grammar *g, const struct mood *mood)
{
	return (mood->quotes >= 2 || quiet_opens_with_verb(g)) && quiet_hides_verb(g, mood);
}

#define NO_CHANGE_READ "this looks like a proposal, but no change of words can be read off it"
#define ASKS_OF_PROVISION                                                                      \
	"this asks something of a provision, but no change of words can be read off it"
#define NO_VERB_KNOWN  "this may ask for a change, but no verb of it is understood"

/* What its words and places may mean, the surest first. */
static const struct sign {
	bool (*shows)(const struct grammar *g, const struct mood *mood);
	const char *code, *message;
	bool warns;        /* it is not refused for that */
	lex_classes needs; /* no sentence without one of these has it; 0: not known */
} signs[] = {
	{is_cut_place, "place-unknown",
	 "this begins to name a place, and ends; write it without the full stop", false,
	 LEX_BIT(LEX_IN)},
	{is_due_at_first, "not-understood", ASKS_OF_PROVISION, false, LEX_BIT(LEX_REASON)},
	{is_due_behind_reason, "not-understood", ASKS_OF_PROVISION, true, LEX_BIT(LEX_REASON)},
	{sets_side_by_side, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; quote the old words "
	 "and the new", false, 0},
	{asks_in_aside, "not-understood",
	 "this aside may ask for a change; say it in a sentence", false, LEX_BIT(LEX_GROUP)},
	{has_order, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{proposes_change, "not-understood", NO_CHANGE_READ, false, 0},
	{proposes, "not-understood", NO_CHANGE_READ, true, 0},
	{asks_of_it, "not-understood",
	 "it is not clear what \"it\" is; name the place, or quote the words", false,
	 LEX_BIT(LEX_PRONOUN)},
	{finds_words_wanting, "not-understood",
	 "these words are found wanting, but it is not said what is to be done; say \"delete\" or "
	 "\"replace ... with ...\"", false, LEX_BIT(LEX_QUOTE)},
	{finds_place_wanting, "not-understood",
	 "this provision is found wanting, but nothing is asked for; if it is to go, say "
	 "\"delete\"", true, LEX_BIT(LEX_FILLER)},
	{quiet_wants_of_place, "not-understood", ASKS_OF_PROVISION, false, LEX_BIT(LEX_UNIT)},
	{quotes_at_place, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change", false,
	 LEX_BIT(LEX_QUOTE)},
	{denies_and_asks, "not-understood",
	 "this denies one thing and may ask for another; say each in a sentence", false,
	 LEX_BIT(LEX_NEGATION)},
	{surely_hides_verb, "not-understood", NO_VERB_KNOWN, false, 0},
	{quiet_hides_verb, "not-understood", NO_VERB_KNOWN, true, 0},
};

/* What its words and places say; false if nothing. */
static bool warn_of_words(const struct grammar *g, const struct mood *mood, struct puzzle *p)
{
	const struct sign *s = signs, *end = signs + sizeof signs / sizeof *signs;
	const struct lexed *l = g->cursor.lexed;
	while (s < end && ((s->needs && !lexed_may_have(l, s->needs)) || !s->shows(g, mood)))
		s++;
	if (s == end)
		return false;
	*p = (struct puzzle){s->code, s->message, false, s->warns, l->at[0].range};
	return true;
}

/* Does a change stand among lexemes [from, to)? */
static bool names_change(const struct grammar *g, uint32_t from, uint32_t to)
{
	bool verb = false, matter = false;
	for (uint32_t i = from; i < to; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		verb |= (x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_KEEP) ||
		        (x->cls == LEX_HISTORY && x->value == HISTORY_TOLD);
		matter |= x->cls == LEX_QUOTE || x->cls == LEX_NUMERAL || x->cls == LEX_BRACKETS ||
		          x->cls == LEX_PRONOUN;
	}
	return verb && matter;
}

/*
 * "Japan would support paragraph 7 if “should” were replaced by “shall”", "If paragraph 6
 * went, Japan could agree": may be meant as a proposal.
 */
static bool stands_on_condition(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t stance = l->count, doubt = l->count;
	for (uint32_t i = 0; i < l->count; i++) {
		if (l->at[i].cls == LEX_STANCE && stance == l->count)
			stance = i;
		if (l->at[i].cls == LEX_DOUBT && doubt == l->count)
			doubt = i;
	}
	if (stance == l->count || doubt == l->count)
		return false;
	return stance < doubt ? names_change(g, doubt, l->count)
	                      : doubt == 0 && names_change(g, doubt, stance);
}

/* A sentence that asks for nothing, but might be taken to. */
void warn_quiet(struct grammar *g, const struct mood *mood)
{
	if (stands_on_condition(g)) {
		puzzle(g, "not-understood",
		       "a change is only a condition here, and nothing is changed; if it is proposed, "
		       "say who proposes to do what",
		       g->cursor.lexed->at[0].range, false);
		g->out->puzzle.warning = true;
		g->out->kind = g->out->has_places ? REDLINE_SCOPE : REDLINE_OTHER;
		g->out->position_count = 0;
		return;
	}
	bool const position = g->out->kind == REDLINE_POSITION;
	bool const denies = position && denies_and_asks(g, mood);
	if (denies || (position && keeps_and_asks(g, mood))) {
		puzzle(g, "not-understood",
		       denies ? "this denies one thing and may ask for another; say each in a sentence"
		              : "this keeps a provision and may ask for a change of it; say each in a "
		                "sentence",
		       g->cursor.lexed->at[0].range, false);
		g->out->kind = REDLINE_PUZZLE;
		g->out->position_count = 0; /* not known of which of the two */
		return;
	}
	bool const replaces = mood->quotes >= 2 || (mood->quotes == 1 && mood->verbs > 0);
	if (position && !mood->unclear &&
	    !(mood->proposes && replaces && proposes_after_stance(g)))
		return;
	struct puzzle p = {.range = mood->where, .warning = true};
	bool over;
	if (!warn_of_mood(g, mood, &p, &over) && (over || !warn_of_words(g, mood, &p)))
		return;
	g->out->puzzle = p;
	if (!p.warning)
		g->out->kind = REDLINE_PUZZLE;
}
