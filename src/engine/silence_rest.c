/*
 * silence_rest.c -- the last signs of an amendment in a sentence that was understood as
 * nothing (hushing.h): no form of words, but that a provision is named and words are quoted.
 *
 * Whoever does both, and neither tells, thinks nor judges, asks for something.  A verb that
 * no row knows ("is increased to") must not make it a mere place.
 */
#include "hushing.h"

#include "lang/remarks.h"

#define OPINION_MAX 14u /* lexemes; longer sentences say more */
#define OPINION_BYTES 128u
#define WISH_MAX    20u

/* Where the first quotation is that stands in no reason; t->end if there is none. */
static uint32_t first_quote(const struct terse *t)
{
	uint32_t i = 0;
	while (i < t->end && t->all[i].cls != LEX_QUOTE && (i == 0 || t->all[i].cls != LEX_REASON))
		i++;
	return i < t->end && t->all[i].cls == LEX_QUOTE ? i : t->end;
}

static uint32_t quotes_of(const struct terse *t)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < t->end; i++)
		n += t->all[i].cls == LEX_QUOTE;
	return n;
}

/* The first lexeme behind who speaks. */
static uint32_t behind_speaker(const struct terse *t)
{
	uint32_t i = 0;
	while (i < t->end && (t->all[i].cls == LEX_NAME || is_punct(&t->all[i], ':') ||
	                      (t->all[i].cls == LEX_FILLER && !terse_is_due(&t->all[i]))))
		i++;
	return i;
}

/* Past who speaks: "In section 12, ...", "À l'article 3, ...", "Paragraph 7: ..."? */
static bool opens_with_place(const struct terse *t)
{
	uint32_t const i = behind_speaker(t);
	enum lex_class const c = t->all[i].cls;
	return c == LEX_IN || (c == LEX_TO && t->all[i + 1].cls == LEX_UNIT) ||
	       ((c == LEX_UNIT || c == LEX_NUMERAL) && t->named && t->cut);
}

/* Is what was done told, and no verb left that may ask: "“a” was replaced by “b”"? */
static bool tells_what_was(const struct terse *t)
{
	return hush_has(t, LEX_HISTORY, 0, t->end) && !hush_has(t, LEX_ACTION, 0, t->end);
}

/* Are two wordings but named together: "the words “a” and “b”"? */
static bool are_joined(const struct terse *t, uint32_t quote)
{
	uint32_t i = quote + 1;
	while (t->all[i].cls == LEX_AND || t->all[i].cls == LEX_FILLER || t->all[i].cls == LEX_TEXT)
		i++;
	return i > quote + 1 && t->all[i].cls == LEX_QUOTE && quotes_of(t) == 2;
}

/* "Bring back “a” in paragraph 2 after “b”" */
static bool sets_words(const struct terse *t, uint32_t quote)
{
	for (uint32_t i = quote + 1; i + 1 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		uint32_t next = i + 1;
		while (t->all[next].cls == LEX_FILLER || t->all[next].cls == LEX_TEXT)
			next++;
		if (x->cls == LEX_POSITION && t->all[next].cls == LEX_QUOTE)
			return true;
	}
	return false;
}

/* "In section 12, the sum “a” is increased to “b”", "(b) the words “a” lapse" */
bool hush_quotes_in_place(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t const quote = first_quote(t);
	if (h->position || h->mood->history || h->mood->third_only || !h->placed ||
	    quote == t->end || hush_has(t, LEX_HISTORY, 0, t->end))
		return false;
	if (sets_words(t, quote))
		return true;
	return !hush_is_told(t, 0, t->end) &&
	       (t->g->around->amending ||
	        (opens_with_place(t) && quotes_of(t) > 1 && !are_joined(t, quote)));
}

/* Does an aside quote two wordings: "section 7 (“a” to be “b”)"? */
static bool aside_quotes(const struct terse *t)
{
	const struct quotes *quotes = t->g->cursor.quotes;
	for (uint32_t i = 0; i < t->end; i++) {
		if (t->all[i].cls != LEX_GROUP)
			continue;
		redline_range const inside = t->g->cursor.lexed->groups[t->all[i].value];
		uint32_t const q = quotes_from(quotes, inside.begin);
		if (q + 1 < quotes->count && quotes->at[q + 1].outer.end <= inside.end)
			return true;
	}
	return false;
}

/* "“a” does not sit well in paragraph 7", "Kenya said that “a” in paragraph 7 should go" */
/* Is it the text as a whole, or some text: "the whole text", "this wording", "the draft"? */
static bool is_some_text(const struct lexeme *x)
{
	return x->cls == LEX_TEXT || x->cls == LEX_WHOLE ||
	       (x->cls == LEX_UNIT && UNIT_OF(x->value) == REDLINE_DOCUMENT);
}

bool hush_wants_text_changed(struct hush *h)
{
	const struct terse *t = &h->t;
	bool text = false;
	for (uint32_t i = 0; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		if (x->cls == LEX_ACTION)
			return text && FORM_OF(x->value) == FORM_PASSIVE &&
			       VERB_OF(x->value) != VERB_KEEP;
		text |= is_some_text(x);
		if (!is_some_text(x) && x->cls != LEX_FILLER && x->cls != LEX_OF && x->cls != LEX_SAME)
			return false;
	}
	return false;
}

#define DUTY_LEXEMES 5u /* between two quotations */

bool hush_sets_due_beside(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t quote = t->end;
	bool due = false;
	for (uint32_t i = 0; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		if (x->cls == LEX_QUOTE && due && i - quote <= DUTY_LEXEMES)
			return true;
		if (x->cls == LEX_QUOTE)
			quote = i;
		if (x->cls == LEX_QUOTE || x->cls == LEX_PUNCT || x->cls == LEX_NEGATION)
			due = false;
		else
			due |= quote < i && x->cls == LEX_FILLER && x->value == FILLER_DUE;
	}
	return false;
}

/* Is there an order, and the number of a provision, among what is quoted? */
static bool holds_order(const struct terse *t, const struct lexeme *quote)
{
	const struct grammar *g = t->g;
	const struct quotation *q = &g->cursor.quotes->at[quote->value];
	struct lexed l;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, q->inner, g->cursor.quotes,
	               &l))
		return false;
	bool order = false, provision = false;
	for (uint32_t i = 0; i < l.count; i++) {
		const struct lexeme *x = &l.at[i];
		order |= x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_KEEP;
		provision |= names_provision_at(&l, x);
	}
	return order && provision;
}

bool hush_quotes_order(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t const quote = first_quote(t);
	if (h->position || hush_has(t, LEX_ACTION, 0, t->end) || quote + 1 != t->end ||
	    (quote > 0 && t->all[quote - 1].cls != LEX_PUNCT))
		return false;
	return holds_order(t, &t->all[quote]);
}

bool hush_quotes_beside(struct hush *h)
{
	const struct terse *t = &h->t;
	/* "We would prefer “a”", behind a sentence on paragraph 7 */
	bool const ours = t->g->around->scope_count > 0 && hush_has(t, LEX_WE, 0, t->end);
	bool const words = first_quote(t) < t->end || aside_quotes(t);
	/* "As Japan, but also “a”", behind an amendment */
	bool const goes_on = t->g->around->follows && !hush_has(t, LEX_REASON, 0, t->end);
	return !h->position && (h->placed || ours || goes_on) && words && !tells_what_was(t);
}

/* "To be deleted: para 8", "The following are repealed: section 7(3)": a verb, and then a place. */
bool hush_lists_places(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lexeme *all = t->all;
	uint32_t colon = 0;
	bool verb = false;
	while (colon < t->end && !is_punct(&all[colon], ':')) {
		const struct lexeme *x = &all[colon++];
		if (x->cls == LEX_NAME || x->cls == LEX_STANCE || x->cls == LEX_HISTORY ||
		    x->cls == LEX_NEGATION || x->cls == LEX_REASON || x->cls == LEX_DOUBT)
			return false;
		verb |= x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_KEEP;
	}
	if (!verb || h->position || colon + 2 >= t->end || all[colon + 1].cls != LEX_UNIT)
		return false;
	for (uint32_t i = colon + 1; i < t->end; i++)
		if (all[i].cls != LEX_UNIT && all[i].cls != LEX_NUMERAL && all[i].cls != LEX_AND &&
		    all[i].cls != LEX_PUNCT && all[i].cls != LEX_OF)
			return false;
	return true;
}

/* "We see no need for paragraph 7" */
bool hush_finds_unwanted(struct hush *h)
{
	const struct terse *t = &h->t;
	bool const short_one = !h->position && h->placed && t->end <= OPINION_MAX &&
	                       !hush_has(t, LEX_HISTORY, 0, t->end) &&
	                       !hush_has(t, LEX_ACTION, 0, t->end);
	const struct lexer *lexer = t->g->cursor.lexer;
	redline_bytes const said = short_one ? hush_words(t, 0) : BYTES("");
	return said.len <= OPINION_BYTES && has_one_of(lexer, &lexer_lists(lexer)->unwanted, said);
}

/* "Para 7, minus the last word", "Paragraph 7 without its last sentence" */
bool hush_leaves_part(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t i = 0;
	bool part = false;
	while (i < t->end &&
	       (t->all[i].cls == LEX_UNIT || t->all[i].cls == LEX_NUMERAL ||
	        t->all[i].cls == LEX_IN || is_punct(&t->all[i], ',') || is_punct(&t->all[i], ':')))
		i++;
	const struct lexeme *x = &t->all[i];
	bool const less =
		(x->cls == LEX_NEGATION && x->value == NEGATION_WITHOUT) || x->cls == LEX_EXCEPT;
	if (!less || i < 2 || h->position || t->end - i > 6)
		return false;
	for (i++; i < t->end; i++) {
		part |= t->all[i].cls == LEX_UNIT || t->all[i].cls == LEX_TEXT ||
		        t->all[i].cls == LEX_MARK || t->all[i].cls == LEX_BRACKETS;
		if (t->all[i].cls == LEX_ACTION || t->all[i].cls == LEX_STANCE)
			return false;
	}
	return part;
}

/* "In paragraph 5, the last three words should be out", "paragraph 7 should be in brackets" */
bool hush_wants_something(struct hush *h)
{
	const struct terse *t = &h->t;
	const lex_classes told = LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_REASON) | LEX_BIT(LEX_NEGATION);
	bool due = false;
	if (h->position || t->g->around->follows || t->end < 2 || t->end > WISH_MAX || !h->placed ||
	    is_punct(&t->all[t->end - 1], ':') || lexed_may_have(t->g->cursor.lexed, told))
		return false;
	uint32_t i = behind_speaker(t);
	bool const label = t->all[i].cls == LEX_NUMERAL && terse_is_due(&t->all[i + 1]); /* "OP4" */
	if (t->all[i].cls != LEX_IN && t->all[i].cls != LEX_UNIT && !label)
		return false;
	for (; i < t->end; i++)
		due |= terse_is_due(&t->all[i]);
	return due;
}

/* "Section 3: Finance": what such units are followed by may be their heading. */
static bool names_large_unit(const struct lexeme *x)
{
	redline_unit const unit = x->cls == LEX_UNIT ? UNIT_OF(x->value) : REDLINE_PARAGRAPH_UNIT;
	return unit != REDLINE_PARAGRAPH_UNIT && unit != REDLINE_OPERATIVE &&
	       unit != REDLINE_PREAMBULAR && unit != REDLINE_SUBPARAGRAPH;
}

bool hush_says_little(struct hush *h)
{
	enum { FEW = 2 }; /* words */
	const struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	uint32_t from = 0, end = t->g->cursor.lexed->count;
	while (from < end && (t->all[from].cls == LEX_UNIT || t->all[from].cls == LEX_NUMERAL ||
	                      t->all[from].cls == LEX_IN || t->all[from].cls == LEX_FILLER))
		from++;
	bool const numbered = from > 0 && t->all[from - 1].cls == LEX_NUMERAL &&
	                      !(from > 1 && names_large_unit(&t->all[from - 2]));
	bool const cut = is_punct(&t->all[from], ':') || is_dash(&t->all[from]);
	if (from++ >= end || !numbered || !cut || h->position)
		return false;
	while (end > from && t->all[end - 1].cls == LEX_PUNCT)
		end--;
	if (end == from || end - from > FEW)
		return false;
	redline_bytes const said = bytes_in(
		t->g->cursor.text, (redline_range){t->all[from].range.begin, t->all[end - 1].range.end});
	return !hush_has(t, LEX_UNIT, from, end) && !remark_is(said) &&
	       !listed_start(lang->remarks, said) && !listed_within(lang->approvals, said) &&
	       !listed_within(lang->plain, said);
}

/* Is it a verb that asks, by its form, for a change of something? */
static bool is_change(const struct lexeme *x)
{
	enum verb const verb = VERB_OF(x->value);
	return x->cls == LEX_ACTION && FORM_OF(x->value) != FORM_THIRD &&
	       FORM_OF(x->value) != FORM_NOUN && verb != VERB_KEEP && verb != VERB_USE &&
	       verb != VERB_READ && verb != VERB_AMEND && verb != VERB_WITHDRAW;
}

bool hush_reports_wish(struct hush *h)
{
	const struct terse *t = &h->t;
	bool told = false, due = false, change = false, matter = false;
	if (h->position)
		return false;
	for (uint32_t i = 0; i < t->g->cursor.lexed->count; i++) {
		const struct lexeme *x = &t->all[i];
		if (x->cls == LEX_HISTORY && x->value != HISTORY_TOLD)
			return false;
		told |= x->cls == LEX_HISTORY;
		due |= told && terse_is_due(x);
		bool const verb = told && is_change(x);
		change |= verb;
		/* "should be deleted"; a participle alone belongs to what tells: "wurde ... gestrichen" */
		due |= verb && FORM_OF(x->value) != FORM_ACTIVE &&
		       bytes_words(bytes_in(t->g->cursor.text, x->range)) > 1;
		matter |= x->cls == LEX_QUOTE || (x->cls == LEX_UNIT && x[1].cls == LEX_NUMERAL);
	}
	return due && change && matter;
}

bool hush_speaks_of_change(struct hush *h)
{
	const struct terse *t = &h->t;
	bool change = false, provision = false, due = false;
	bool const conditional = t->all[0].cls == LEX_DOUBT; /* "If paragraph 5 is deleted, ..." */
	if (h->position || conditional ||
	    lexed_may_have(t->g->cursor.lexed, LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_NEGATION) |
	                                               LEX_BIT(LEX_STANCE)))
		return false;
	for (uint32_t i = 0; i < t->g->cursor.lexed->count; i++) {
		if (t->all[i].cls == LEX_REASON && i > 0)
			break;
		due |= terse_is_due(&t->all[i]); /* Arabic: "its deletion is due" */
		change |= is_change(&t->all[i]) ||
		          (due && t->all[i].cls == LEX_ACTION &&
		           FORM_OF(t->all[i].value) == FORM_NOUN);
		provision |= t->all[i].cls == LEX_UNIT && t->all[i + 1].cls == LEX_NUMERAL;
	}
	return change && provision;
}

bool hush_speaks_of_numbers(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lexer *lexer = t->g->cursor.lexer;
	if (t->end > WISH_MAX || h->mood->history || h->position || h->mood->quotes)
		return false;
	return has_one_of(lexer, &lexer_lists(lexer)->numbering, hush_words(t, 0));
}
