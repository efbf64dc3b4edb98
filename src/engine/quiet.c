/*
 * quiet.c -- a sentence that asks for nothing (clause.h): the places and positions it names,
 * and what it has that may be an amendment after all, so that none is lost in silence.
 */
#include "clause.h"
#include "listed.h"

/* The places named by lexemes [from, to), but for those in a reason. */
void collect_places(struct grammar *g, struct place_set *into, uint32_t from, uint32_t to)
{
	place_set_clear(into);
	struct cursor c = g->cursor;
	redline_place said = {.count = 0}; /* the only one so far, without its surroundings */
	for (c.at = from; c.at < to;) {
		struct place_set set;
		if (c.lexed->at[c.at].cls == LEX_REASON && c.at > from)
			break;
		if (noun_is_place(&c) && noun_places(&c, &set)) {
			struct place_set composed;
			bool const ok = !set.at[0].relative || g->around->scope_count == 1;
			/* "section B, ... paragraph 5" is one place, "paragraphs 5 ... 7" are two */
			redline_place const nested =
				into->count == 1 && set.count == 1
					? noun_nest(g->cursor.arena, &said, &set.at[0])
					: (redline_place){.count = 0};
			if (nested.count)
				set.at[0] = nested;
			if (ok && compose_set(g, &set, g->around->scope, g->around->scope_count,
			                      &composed)) {
				into->count = nested.count ? 0 : into->count;
				set_places(into, &composed);
			}
			said = set.at[0];
		} else {
			c.at++;
		}
	}
	g->out->puzzle = (struct puzzle){0};
}

bool names_a_label(const struct place_set *set)
{
	for (unsigned i = 0; i < set->count; i++)
		for (uint32_t k = 0; k < set->at[i].count; k++)
			if (set->at[i].steps[k].label.len || set->at[i].steps[k].ordinal ||
			    set->at[i].steps[k].unit == REDLINE_TITLE ||
			    set->at[i].steps[k].unit == REDLINE_CHAPEAU ||
			    set->at[i].steps[k].unit == REDLINE_HEADING_UNIT)
				return true;
	return false;
}

/* What the first verb would do: "supports the deletion of paragraph 7". */
static redline_action action_of(enum verb verb)
{
	switch (verb) {
	case VERB_DELETE:
		return REDLINE_DELETE;
	case VERB_INSERT:
	case VERB_COMPLETE:
		return REDLINE_INSERT;
	case VERB_BRACKET:
	case VERB_PUT:
		return REDLINE_BRACKET;
	case VERB_UNBRACKET:
		return REDLINE_UNBRACKET;
	case VERB_MOVE:
	case VERB_SWAP:
		return REDLINE_MOVE;
	case VERB_RENUMBER:
		return REDLINE_RENUMBER;
	case VERB_SPLIT:
		return REDLINE_SPLIT;
	case VERB_MERGE:
		return REDLINE_MERGE;
	default:
		return REDLINE_SUBSTITUTE;
	}
}

/* The act that a position is about, with its first wording, among lexemes [from, to). */
static void note_act(const struct grammar *g, struct stand *s, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	s->on_act = s->keeps = false;
	s->words = (redline_bytes){0};
	for (uint32_t i = from; i < to && all[i].cls != LEX_REASON; i++) {
		if (all[i].cls == LEX_ACTION && !s->on_act && VERB_OF(all[i].value) != VERB_KEEP) {
			s->on_act = true;
			s->action = action_of(VERB_OF(all[i].value));
		}
		if (all[i].cls == LEX_QUOTE && !s->words.len)
			s->words = quotation_words(&g->cursor.quotes->at[all[i].value],
			                           g->cursor.text, g->cursor.arena);
	}
}

/* Where "the deletion of paragraph 4" begins, that stands before its stance; else the stance. */
static uint32_t act_before(const struct grammar *g, uint32_t stance)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = stance; i > 0 && !is_separator(&all[i - 1]); i--)
		if (all[i - 1].cls == LEX_ACTION && FORM_OF(all[i - 1].value) == FORM_NOUN)
			return i - 1;
	return stance;
}

/* The positions that lexemes [from, to) take, each with the places after it. */
void collect_positions(struct grammar *g, uint32_t from, uint32_t to)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = from; i < to && g->out->position_count < POSITIONS_MAX; i++) {
		if (all[i].cls != LEX_STANCE || is_supposed(g, i))
			continue;
		uint32_t next = i + 1;
		while (next < to && all[next].cls != LEX_STANCE &&
		       (all[next].cls != LEX_DOUBT || next == i + 1))
			next++; /* what it depends on is not what it is about */
		struct stand *s = &g->out->positions[g->out->position_count++];
		s->stance = (redline_stance)all[i].value;
		note_act(g, s, i + 1, next);
		if (!s->on_act && act_before(g, i) < i)
			note_act(g, s, act_before(g, i), i);
		collect_places(g, &s->places, i + 1, next);
	}
}

/* Where "..., if paragraph 4 is kept" begins, behind the stance; the end if nowhere. */
static uint32_t condition_behind(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0;
	while (i < l->count && l->at[i].cls != LEX_STANCE)
		i++;
	for (i += 2; i < l->count; i++)
		if (l->at[i].cls == LEX_DOUBT)
			return i;
	return l->count;
}

/* "Paragraph 5 of the Charter:", and nothing said of it. */
static bool is_place_elsewhere(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if (l->count > 12 ||
	    lexed_may_have(l, LEX_BIT(LEX_ACTION) | LEX_BIT(LEX_STANCE) | LEX_BIT(LEX_WE) |
	                              LEX_BIT(LEX_HISTORY) | LEX_BIT(LEX_REASON) |
	                              LEX_BIT(LEX_PROPOSE) | LEX_BIT(LEX_QUOTE)))
		return false;
	return noun_names_elsewhere(&g->cursor, l->count);
}

void read_quiet(struct grammar *g, const struct mood *mood)
{
	struct place_set set;
	uint32_t const end = g->cursor.lexed->count;
	collect_places(g, &set, 0, end);
	/* with nothing named before, "See paragraph 4." says least that it holds */
	bool const refers = refers_only(g);
	if (set.count && names_a_label(&set) && !(refers && !g->around->scope_count)) {
		g->out->places = set;
		g->out->has_places = true;
		g->out->mentions = refers || merely_mentions(g);
	}
	if (mood->takes_position || mood->keeps) {
		g->out->kind = REDLINE_POSITION;
		collect_positions(g, 0, end);
		if (g->out->position_count == 1) { /* "Paragraph 53 has our support" */
			uint32_t const until = condition_behind(g);
			if (until < end)
				collect_places(g, &set, 0, until);
			g->out->positions[0].places = set;
		}
		if (g->out->position_count == 0) {
			g->out->positions[0] = (struct stand){
				mood->takes_position ? mood->stance : REDLINE_SUPPORTS, set,
				false, REDLINE_DELETE, {0}, mood->keeps && !mood->takes_position};
			note_act(g, &g->out->positions[0], 0, end);
			g->out->positions[0].on_act &= mood->takes_position;
			g->out->positions[0].keeps = mood->keeps && !mood->takes_position;
			g->out->position_count = 1;
		}
		return;
	}
	/* "Para 7: ...", which may be taken for Spanish */
	if (g->cursor.lexed->count && g->cursor.lexed->at[0].cls == LEX_REASON &&
	    g->cursor.lexed->at[1].cls != LEX_NUMERAL)
		g->out->kind = REDLINE_REASON;
	else
		g->out->kind = g->out->has_places ? REDLINE_SCOPE : REDLINE_OTHER;
	if (g->out->kind == REDLINE_SCOPE && is_place_elsewhere(g))
		g->out->denies = g->out->denies_ahead = g->out->elsewhere = true;
}

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

/* "either to delete ... or to replace ..." */
static bool offers_choice(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_OR)
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

/* A word that could be a verb in its base form: "rename", not "recalling". */
static bool may_be_order(const struct grammar *g, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&g->cursor);
	if (x->cls != LEX_WORD || x->value == WORD_NOBODY || !lang->not_verbs)
		return false;
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return word.len > 1 && !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

/* Past "In paragraph 6," and the like. */
static uint32_t after_place(const struct grammar *g)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at = 0;
	while (cursor_peek(&c, 0)->cls == LEX_IN || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	if (!noun_is_place(&c) || !noun_places(&c, &set))
		return 0;
	while (cursor_peek(&c, 0)->cls == LEX_PUNCT || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	return c.at;
}

/* "the previous wording of paragraph 6" */
static bool speaks_of_wording(const struct grammar *g)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_TEXT)
			return true;
	return false;
}

/* "Rename section 3 “Fees”", "In paragraph 6, put “States” in italics": an
 * unknown verb where an order begins. */
static bool starts_like_order(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	const struct lexeme *x = l->at;
	while (x->cls == LEX_FILLER && x->value == FILLER_PLAIN) /* "Then swap ..." */
		x++;
	if (may_be_order(g, x) && (x == l->at || !starts_large(g, x)) &&
	    (g->out->has_places || mood->quotes > 0) && l->count <= 14)
		return true;
	uint32_t const left = l->count - (uint32_t)(x - l->at);
	bool const two = left >= 4 && l->count <= 6 && x[1].cls == LEX_NUMERAL &&
	                 x[2].cls == LEX_AND && x[3].cls == LEX_NUMERAL;
	if (two && may_be_order(g, x))
		return true; /* "Swap 7 and 8." */
	uint32_t const at = after_place(g);
	return at > 0 && at < l->count && mood->quotes > 0 && may_be_order(g, &l->at[at]) &&
	       !is_upper(g->cursor.text.ptr[l->at[at].range.begin]);
}

/* "В пункте 5 слово «a» подчеркнуть": a word that ends as verbs do, where they stand. */
static bool ends_like_order(const struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool const placed = g->out->has_places || g->around->scope_count > 0;
	if (!cursor_lang(&g->cursor)->orders_end || !placed || mood->verbs > 0 || l->count > 20)
		return false;
	bool const opens = l->at[0].cls == LEX_IN || l->at[0].cls == LEX_UNIT ||
	                   l->at[0].cls == LEX_ORDINAL;
	for (uint32_t i = 1; i < l->count; i++) {
		/* where endings tell less (German), nothing may stand between it and the place */
		bool const sure = cursor_lang(&g->cursor)->genitives ||
		                  l->at[i - 1].cls == LEX_NUMERAL || l->at[i - 1].cls == LEX_UNIT;
		bool const ends = opens && sure && l->at[i + 1].cls == LEX_PUNCT &&
		                  i + 2 >= l->count;
		if (l->at[i].cls == LEX_WORD && (ends || l->at[i - 1].cls == LEX_QUOTE) &&
		    listed_end(cursor_lang(&g->cursor)->orders_end,
		               bytes_in(g->cursor.text, l->at[i].range)))
			return true;
	}
	return false;
}

/* "Paragraph 6 should be shorter", "paragraph 6 needs a reference to ..." */
static bool wants_of_place(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 0;
	while ((l->at[i].cls == LEX_FILLER && l->at[i].value != FILLER_DUE) ||
	       l->at[i].cls == LEX_NAME || is_punct(&l->at[i], ':'))
		i++;
	/* Chinese "将第5段...": the verb follows */
	if (cursor_lang(&g->cursor)->solid && l->at[i].cls == LEX_FILLER)
		return l->at[i + 1].cls == LEX_UNIT;
	return l->at[i].cls == LEX_UNIT && l->at[i + 1].cls == LEX_NUMERAL &&
	       l->at[i + 2].cls == LEX_FILLER && l->at[i + 2].value == FILLER_DUE;
}

/* Where verbs can't be told by their form, any sentence that quotes may have one. */
static bool opens_with_verb(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	uint32_t i = 1;
	while (l->at[i].cls == LEX_FILLER)
		i++;
	return !cursor_lang(&g->cursor)->not_verbs && l->count <= 8 &&
	       l->at[0].cls == LEX_WORD && l->at[0].value == WORD_UNKNOWN &&
	       l->at[i].cls == LEX_UNIT;
}

static bool may_hide_verb(const struct grammar *g, const struct mood *mood)
{
	if (opens_with_verb(g) && mood->verbs == 0)
		return true;
	return !cursor_lang(&g->cursor)->not_verbs && mood->verbs == 0 && mood->quotes > 0 &&
	       (mood->places > 0 || g->around->scope_count > 0 || mood->quotes > 1) &&
	       g->cursor.lexed->at[0].cls != LEX_REASON;
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

/* Do words or a provision stand at lexeme i, and nobody there who supports, opposes, or says why? */
static bool names_other(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	bool const label = all[i].cls == LEX_NUMERAL && /* "OP3" */
	                   g->cursor.lexed->numerals[all[i].value].unit != REDLINE_DOCUMENT;
	bool const provision =
		label || (all[i].cls == LEX_UNIT && all[i + 1].cls == LEX_NUMERAL);
	if (all[i].cls != LEX_QUOTE && !provision)
		return false;
	for (uint32_t k = i; k > 0 && !(all[k].cls == LEX_WORD && all[k].value == WORD_BUT); k--)
		if (all[k].cls == LEX_STANCE || all[k].cls == LEX_REASON || all[k].cls == LEX_DOUBT)
			return false;
	return all[i + 1].cls != LEX_STANCE;
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
		but |= denies && x->cls == LEX_WORD && x->value == WORD_BUT;
	}
	return !cursor_lang(&g->cursor)->not_verbs && asks && mood->verbs > 1;
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

/* What the sentence's verbs say: a choice, a condition, a thought.  True if that is to be
 * told; *over if nothing more is to be looked for. */
static bool warn_of_mood(struct grammar *g, const struct mood *mood, struct puzzle *p, bool *over)
{
	bool const material = mood->quotes > 0 || mood->places > 0;
	*over = true;
	if (mood->unclear && material && offers_choice(g)) {
		p->code = "alternatives";
		p->message = "two alternatives are proposed, and only one can be applied";
		p->warning = false;
	} else if (mood->unclear && mood->placeless) {
		p->code = "place-unknown";
		p->message = "it is not clear which place this is; name its paragraph: ";
		p->quote_words = true;
		p->warning = false;
		p->range = find_lost_place(g);
	} else if (mood->unclear && material) {
		p->code = "not-understood";
		p->message =
			"it is not clear whether this asks for the change; say who proposes what";
		p->warning = false;
	} else if (mood->conditional && material) {
		p->code = "not-understood";
		p->message = "a condition cannot be applied";
		p->warning = false;
	} else if (mood->hypothetical && !mood->history &&
	           (starts_with_place(g) ||
	            (mood->quotes >= 2 && (mood->places > 0 || g->around->scope_count > 0)))) {
		p->code = "not-understood";
		p->message = "this names a change only under a condition or as a reason; say what "
		            "should be done if it is proposed";
	} else if (mood->history || mood->hypothetical) {
		return false;
	} else if (mood->hedge && (material || hedges_a_swap(g))) {
		p->code = "not-understood";
		p->message =
			"this only says what could be done; say \"should be\" if it is proposed";
		p->warning = false;
	} else if (mood->vague && material) {
		p->code = "not-understood";
		p->message = vague_message(g, &g->out->places);
		p->warning = false;
	} else {
		*over = false;
		return false;
	}
	return true;
}

/* "In blurb.", and what was to be done there went into the next sentence. */
static bool is_cut_place(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	bool const whole = l->count >= 3 && l->count <= 5 && l->at[0].cls == LEX_IN &&
	                   l->at[0].value == 0 && is_punct(&l->at[l->count - 1], '.');
	for (uint32_t i = 1; whole && i + 1 < l->count; i++)
		if (l->at[i].cls != LEX_WORD && l->at[i].cls != LEX_FILLER)
			return false;
	return whole && l->at[l->count - 2].cls == LEX_WORD;
}

/* What its words and places say. */
static bool warn_of_words(struct grammar *g, const struct mood *mood, struct puzzle *p)
{
	bool const material = mood->quotes > 0 || mood->places > 0;
	bool const terse = mood->quotes > 0 && is_terse(g, true);
	p->range = g->cursor.lexed->at[0].range;
	if (is_cut_place(g)) {
		p->code = "place-unknown";
		p->message = "this begins to name a place, and ends; write it without the full stop";
		p->warning = false;
	} else if (sets_side_by_side(g, mood)) {
		p->code = "not-understood";
		p->message = "this looks like an amendment, but it is not clear what is to change; "
		             "quote the old words and the new";
		p->warning = false;
	} else if (mood->places > 0 && aside_asks(g)) {
		p->code = "not-understood";
		p->message = "this aside may ask for a change; say it in a sentence";
		p->warning = false;
	} else if (starts_like_order(g, mood) || ends_like_order(g, mood)) {
		p->code = "not-understood";
		p->message = "this may ask for a change, but the verb is not understood";
		p->warning = false;
	} else if (mood->proposes && material) {
		p->code = "not-understood";
		p->message = "this looks like a proposal, but no change of words can be read off it";
		p->warning = mood->quotes == 0 && !(g->out->has_places && speaks_of_wording(g)) &&
		             !(mood->unclear && mood->places > 0 && !mood->keeps);
	} else if (asks_of_it(g, mood)) {
		p->code = "not-understood";
		p->message = "it is not clear what \"it\" is; name the place, or quote the words";
		p->warning = false;
	} else if (mood->quotes > 0 && finds_wanting(g)) {
		p->code = "not-understood";
		p->message = "these words are found wanting, but it is not said what is to be done; "
		            "say \"delete\" or \"replace ... with ...\"";
		p->warning = false;
	} else if (mood->quotes == 0 && finds_wanting(g) && starts_with_place(g) &&
	           mood->verbs == 0) {
		p->code = "not-understood";
		p->message = "this provision is found wanting, but nothing is asked for; if it is to "
		             "go, say \"delete\"";
	} else if (wants_of_place(g)) {
		p->code = "not-understood";
		p->message = "this asks something of a provision, but no change of words can be "
		            "read off it";
		p->warning = false;
	} else if (mood->quotes > 0 &&
	           (terse || (mood->due && g->cursor.lexed->at[0].cls != LEX_REASON)) &&
	           (mood->places > 0 || g->around->scope_count > 0) && quote_is_talked_of(g)) {
		p->code = "not-understood";
		p->message = "this looks like an amendment, but it is not clear what is to change";
		p->warning = false;
	} else if (denies_and_asks(g, mood)) {
		p->code = "not-understood";
		p->message = "this denies one thing and may ask for another; say each in a sentence";
		p->warning = false;
	} else if (may_hide_verb(g, mood)) {
		p->code = "not-understood";
		p->message = "this may ask for a change, but no verb of it is understood";
		p->warning = mood->quotes < 2 && !opens_with_verb(g);
	} else {
		return false;
	}
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
	if (position && denies_and_asks(g, mood)) {
		puzzle(g, "not-understood",
		       "this denies one thing and may ask for another; say each in a sentence",
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
