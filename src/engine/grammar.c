/*
 * grammar.c -- see grammar.h.
 *
 * In this order: who speaks (find_proposers) and in what mood (find_mood: is there a
 * verb that asks for something?), the frames (read_frames), pairs of frames that are
 * one amendment ("strike X and insert Y in its place"), and what each frame means
 * (mean_frame).  What asks for nothing is left to quiet.c, reversal.c, terse.c and
 * silence.c.
 */
#include "clause.h"
#include "listed.h"
#include "terse.h"

/* All that is known of places in the sentence: the scope of what follows. */
static void note_places(struct grammar *g, const struct place_set *set)
{
	g->out->has_places = true;
	place_set_copy(&g->out->places, set);
}

static void note_placed(struct grammar *g, const struct frame *f)
{
	g->placed = f;
	g->placed_by = f->places.at[0].steps;
}

/* ", as amended,": where it begins; i if none ends at i. */
static uint32_t before_insertion(const struct lexeme *all, uint32_t i)
{
	uint32_t k = i;
	if (k == 0 || !is_punct(&all[k - 1], ','))
		return i;
	for (k--; k > 0 && all[k - 1].cls == LEX_FILLER; k--)
		continue;
	return k + 1 < i && k > 0 && is_punct(&all[k - 1], ',') ? k - 1 : i;
}

/* "is redundant and", ", as amended,": what says no more than why. */
uint32_t before_judgement(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (; i > 0; i--) {
		i = before_insertion(all, i);
		if (i == 0)
			break;
		bool const judged = i > 1 && all[i - 1].cls == LEX_AND &&
		                    all[i - 2].cls == LEX_FILLER &&
		                    all[i - 2].value == FILLER_JUDGED;
		if (!judged && all[i - 1].cls != LEX_FILLER)
			break;
	}
	return i;
}

/* "Section 4(c) of the Water Act (Code § 5-101(c)), as amended, is repealed." */
static bool says_more_of_place(const struct lexeme *x)
{
	return x->cls == LEX_GROUP || x->cls == LEX_RENUMBERED || x->cls == LEX_NOTE_TOO ||
	       (x->cls == LEX_FILLER && x->value == FILLER_ACT);
}

bool governs_place(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	enum verb_form const form = FORM_OF(all[i].value);
	uint32_t const verb = i;
	if (form != FORM_PASSIVE && VERB_OF(all[i].value) != VERB_READ) {
		struct cursor next = g->cursor;
		next.at = i + 1;
		redline_unit unit;
		redline_bytes label;
		bool const mark = cursor_peek(&next, 0)->cls == LEX_MARK;
		bool const behind =
			mark || noun_is_place(&next) || noun_new_unit(&next, &unit, &label);
		if (behind || form != FORM_FREE)
			return behind;
	}
	i = before_judgement(g, i);
	while (i > 0 && (is_punct(&all[i - 1], ',') || is_punct(&all[i - 1], ':') ||
	                 is_dash(&all[i - 1]) || says_more_of_place(&all[i - 1])))
		i = before_judgement(g, i - 1); /* "Paragraph 5: deleted." */
	bool const counted = i > 1 && all[i - 1].cls == LEX_ORDINAL &&
	                     all[i - 2].cls == LEX_UNIT && noun_ordinals_follow(&g->cursor);
	/* "el párrafo segundo se suprime" */
	if (counted || (i > 0 && all[i - 1].cls == LEX_WORD && is_said_of_act(g, verb)))
		return true;
	return i > 0 && (all[i - 1].cls == LEX_NUMERAL || all[i - 1].cls == LEX_UNIT ||
	                 all[i - 1].cls == LEX_MARK || all[i - 1].cls == LEX_BRACKETS);
}

/*
 * "Para 7 insert fully after should": an order right behind the place that the sentence
 * begins with.  "Paragraphs 7 and 8 strike a balance" is none.
 */
static bool follows_place(const struct grammar *g, uint32_t i)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at = 0;
	while (c.at < i && (cursor_peek(&c, 0)->cls == LEX_NAME || is_punct(cursor_peek(&c, 0), ':')))
		c.at++;
	bool const in = cursor_peek(&c, 0)->cls == LEX_IN || cursor_peek(&c, 0)->cls == LEX_POSITION;
	c.at += in;
	if (!noun_is_place(&c) || !noun_places(&c, &set) || c.at != i)
		return false;
	return in || (set.count == 1 && !set.at[0].steps[set.at[0].count - 1].label_to.len);
}

/* "the word should is replaced by ...": words without marks. */
static bool names_word(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t i = 0; i + 2 < g->cursor.lexed->count; i++)
		if (all[i].cls == LEX_TEXT && all[i].value == TEXT_WORD &&
		    (all[i + 1].cls == LEX_WORD || all[i + 1].cls == LEX_FILLER) &&
		    (all[i + 2].cls == LEX_ACTION || all[i + 2].cls == LEX_LINK))
			return true;
	return false;
}

/* "It should be deleted": stands a pronoun right before the verb at i? */
static bool governs_pronoun(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (i > 0 && all[i - 1].cls == LEX_FILLER)
		i--;
	return i > 0 && all[i - 1].cls == LEX_PRONOUN;
}

/*
 * Narrative only looks like an instruction: it quotes nothing, nobody
 * proposes or orders, and its verbs are about something else than places.
 */
static bool is_narrative(const struct grammar *g, const struct mood *mood)
{
	if (mood->quotes > 0 || names_word(g))
		return false;
	const struct lexed *l = g->cursor.lexed;
	bool third = true, orders = false, about_places = false;
	for (uint32_t i = 0; i < l->count; i++) {
		if (l->at[i].cls != LEX_ACTION)
			continue;
		enum verb_form const form = FORM_OF(l->at[i].value);
		enum verb const verb = VERB_OF(l->at[i].value);
		third &= form == FORM_THIRD;
		bool const of_places =
			verb == VERB_RENUMBER || (verb == VERB_AMEND && form == FORM_PASSIVE);
		about_places |= form != FORM_THIRD && (governs_place(g, i) || of_places ||
		                                        (mood->places && governs_pronoun(g, i)));
		orders |= IS_ACTIVE(l->at[i].value) && is_base_form(g, &l->at[i]) &&
		          (starts_clause(g, i) || follows_place(g, i)) && verb != VERB_READ &&
		          verb != VERB_USE;
	}
	return third || (!mood->proposes && !orders && !about_places);
}

/* "Delete paragraph 9 (renumber the others)" */
static bool asks_for_numbers(const struct grammar *g, redline_range aside)
{
	const struct lexer *lexer = g->cursor.lexer;
	return has_one_of(lexer, &lexer_lists(lexer)->numbering, bytes_in(g->cursor.text, aside));
}

/* "Delete paragraph 9 (withdrawn)", "... throughout (except in annex I)", "(in brackets)" */
static void look_for_denials(struct grammar *g, uint32_t from)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = from; i < l->count; i++)
		if (l->at[i].cls == LEX_GROUP && asks_for_numbers(g, l->groups[l->at[i].value]))
			puzzle(g, "not-understood",
			       "an aside is no place for this; write \"and renumber accordingly\" "
			       "behind the change: ",
			       l->at[i].range, true);
		else if (l->at[i].cls == LEX_GROUP &&
		         (aside_holds(g, l->groups[l->at[i].value], ASIDE_DENIAL) ||
		          aside_is_unclear(g, i)))
			puzzle(g, "not-understood",
			       "it is not clear what this aside makes of the change: ",
			       l->at[i].range, true);
}

/*
 * "Paragraph 6: the second sentence should be deleted; the third ...": what a change was
 * in holds for those behind it in the sentence.
 */
static void hold_provisions(struct grammar *g, const struct frame *f, struct place_set *held)
{
	struct place_set within;
	place_set_clear(&within);
	for (unsigned i = 0; i < f->units.count; i++) {
		redline_place p = f->units.at[i];
		while (p.count > 0 && !p.steps[p.count - 1].label.len)
			p.count--;
		const redline_place *last = within.count ? &within.at[within.count - 1] : NULL;
		bool const same = last && last->count == p.count && p.count &&
		                  bytes_equal(last->steps[p.count - 1].label,
		                              p.steps[p.count - 1].label);
		if (p.count && !p.relative && !same && within.count < PLACES_MAX)
			within.at[within.count++] = p;
	}
	if (within.count)
		(void)compose_set(g, &within, g->around->scope, g->around->scope_count, held);
}

/* "cf. OP3: delete ...": in OP3, or in line with it? */
static void refuse_reference(struct grammar *g)
{
	if (refers_only(g))
		puzzle(g, "place-unknown",
		       "this points to a place; say \"in\" with the place that the change is to be "
		       "made in: ",
		       g->cursor.lexed->at[0].range, true);
}

static void read_asking(struct grammar *g, const struct mood *mood)
{
	refuse_reference(g);
	look_for_denials(g, mood->from);
	g->cursor.at = mood->from;
	g->start = mood->from;
	read_frames(g);
	if (!g->out->puzzle.code)
		heed_preface(g, mood->from);
	if (g->out->puzzle.code)
		return;
	/* the first places named hold for the frames without any */
	for (unsigned i = 0; i < g->frame_count && !g->out->has_places; i++) {
		struct place_set composed;
		if (g->frames[i].places.count && own_places(g, &g->frames[i], &composed)) {
			note_places(g, &composed);
			note_placed(g, &g->frames[i]);
		}
	}
	struct place_set held;
	place_set_clear(&held);
	for (unsigned i = 0; i < g->frame_count && !g->out->puzzle.code; i++) {
		struct frame *f = &g->frames[i];
		bool const lent = held.count && !g->out->has_places && !f->places.count;
		if (lent) {
			note_places(g, &held);
		}
		mean_frame(g, f);
		if (lent) {
			g->out->places.count = 0;
			g->out->has_places = false;
		}
		hold_provisions(g, f, &held);
		if (f->places.count && g->placed != f && !g->out->puzzle.code) {
			struct place_set composed;
			if (own_places(g, f, &composed)) {
				note_places(g, &composed);
				note_placed(g, f);
			}
		}
	}
	if (g->out->count == 0 && g->amended && g->out->has_places && !g->out->puzzle.code) {
		g->out->kind = REDLINE_SCOPE;
		return;
	}
	if (g->out->count == 0 && !g->out->puzzle.code) {
		if (g->f->check.present) {
			g->out->check = g->f->check;
			g->out->kind = REDLINE_INSTRUCTION;
			return;
		}
		puzzle(g, "not-understood",
		       "this looks like an amendment, but it is not clear what is to change",
		       mood->where, false);
	}
}

/* A unit that was deleted or rewritten is the scope of what follows, too. */
static void scope_from_amendments(struct reading *out)
{
	if (out->has_places || !out->count)
		return;
	const redline_amendment *m = &out->amendments[out->count - 1];
	if (!m->place_count || m->place_count > PLACES_MAX)
		return;
	out->places.count = 0;
	for (uint32_t i = 0; i < m->place_count; i++)
		out->places.at[out->places.count++] = m->places[i];
	out->has_places = true;
}

/* "(Norland)": a name no table knows, but written as one. */
static bool take_unknown_party(struct grammar *g, redline_range inside)
{
	redline_bytes const name = bytes_in(g->cursor.text, range_trim(g->cursor.text, inside));
	unsigned words = 0;
	for (size_t i = 0; i < name.len; i++) {
		bool const starts = i == 0 || name.ptr[i - 1] == ' ';
		if (is_digit(name.ptr[i]) || (starts && !is_upper(name.ptr[i])))
			return false;
		words += starts;
	}
	if (!words || words > 4)
		return false;
	g->out->proposers[0] = name;
	g->out->proposer_count = 1;
	return true;
}

struct grammar *grammar_new(struct arena *a)
{
	return arena_alloc(a, sizeof(struct grammar));
}

/* Frames are cleared when they are opened. */
static void begin(struct grammar *g, struct arena *a, redline_bytes text,
                  const struct quotes *quotes, struct lexer *lexer, const struct lexed *lexed,
                  const struct surroundings *around, struct reading *out)
{
	g->cursor = (struct cursor){a, text, quotes, lexed, lexer, 0};
	g->around = around;
	g->out = out;
	g->frame_count = 0;
	g->f = NULL;
	g->placed = NULL;
	g->role = ROLE_OBJECT;
	g->start = 0;
	g->amended = g->reason = g->respectively = false;
	g->stance_at = 0;
	g->unsure = (redline_range){0, 0};
}

/* "(Lebanon)" or "[Lebanon]", a sentence of its own: what is inside. */
static bool is_aside(const struct lexed *l, redline_range *inside)
{
	uint32_t const end = l->count - (l->count > 1 && is_punct(&l->at[l->count - 1], '.'));
	if (end == 1 && l->at[0].cls == LEX_GROUP) {
		*inside = l->groups[l->at[0].value];
		return true;
	}
	if (end < 3 || end > 8 || !is_punct(&l->at[0], '[') || !is_punct(&l->at[end - 1], ']'))
		return false;
	*inside = (redline_range){l->at[0].range.end, l->at[end - 1].range.begin};
	return true;
}

/*
 * "[Paragraph 7 is deleted.]": may be proposed, or be what nobody agrees on.  Brackets with
 * who proposes, "[Japan: delete paragraph 7]", are that party's words.
 */
static bool is_bracketed(const struct lexed *l)
{
	uint32_t const end = l->count;
	const struct lexeme *x = l->at;
	bool const opens = is_punct(x, '[') || is_punct(x, 0x3010) || is_punct(x, 0x3014) ||
	                   is_punct(x, 0xFF3B);
	if (end < 3 || !opens || l->at[1].cls == LEX_NAME)
		return false;
	const struct lexeme *last = &l->at[end - 1 - is_punct(&l->at[end - 1], '.')];
	return is_punct(last, ']') || is_punct(last, 0x3011) || is_punct(last, 0x3015) ||
	       is_punct(last, 0xFF3D);
}

static bool read_aside(struct grammar *g)
{
	redline_range inside;
	if (!g->cursor.lexed->count || !is_aside(g->cursor.lexed, &inside))
		return false;
	redline_range const all = g->cursor.lexed->at[0].range;
	bool const round = g->cursor.lexed->at[0].cls == LEX_GROUP;
	bool const denies = round && aside_holds(g, inside, ASIDE_DENIAL);
	g->out->only_parties = take_parties(g, inside) ||
	                       (round && !denies && take_unknown_party(g, inside));
	if (!g->out->only_parties && denies)
		g->out->reversal = REVERSAL_DENIES;
	bool const asks = aside_holds(g, inside, ASIDE_ORDER) ||
	                  (!round && listed_start(cursor_lang(&g->cursor)->asides,
	                                          bytes_in(g->cursor.text, inside)));
	if (!g->out->only_parties && !asks)
		return round;
	if (!g->out->only_parties) {
		g->out->kind = REDLINE_PUZZLE;
		puzzle(g, "not-understood",
		       round ? "it is not clear whether this asks for a change, in parentheses as it is"
		             : "it is not clear whether this asks for a change, in brackets as it is",
		       all, false);
	}
	return true;
}

/* "The same holds for paragraphs 7 and 13" */
static bool read_repeat(struct grammar *g, const struct mood *mood)
{
	const struct lexed *l = g->cursor.lexed;
	bool repeats = false;
	for (uint32_t i = 0; i < l->count && i < 4; i++)
		repeats |= l->at[i].cls == LEX_REPEAT;
	if (!repeats || mood->asks)
		return false;
	if (mood->verbs) { /* "Likewise, in paragraph 9 ... should be deleted": which of the two? */
		g->out->kind = REDLINE_PUZZLE;
		puzzle(g, "not-understood",
		       "it is not clear whether the change before this is to be repeated, or "
		       "another one made; say it in a sentence of its own",
		       l->at[0].range, false);
		return true;
	}
	g->out->repeat = true;
	g->out->kind = REDLINE_INSTRUCTION;
	collect_places(g, &g->out->places, 0, l->count);
	g->out->has_places = g->out->places.count > 0;
	return true;
}

/* "Tunisia asks whether paragraph 7 could be deleted": a question, and nothing besides it? */
static bool asks_whether(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	bool asked = false;
	for (uint32_t i = 0; i < l->count; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_DOUBT && x->value == DOUBT_ASKED)
			asked = true;
		else if (!asked && (x->cls == LEX_ACTION || x->cls == LEX_STANCE))
			return false;
		if (x->cls == LEX_PROPOSE || (asked && is_separator(x)))
			return false;
	}
	return asked;
}

/* A question changes nothing; one with a "please" is an error, lest it be lost. */
static bool read_question(struct grammar *g, const struct mood *mood)
{
	bool const denied = mood->takes_position && mood->verbs; /* "why not" */
	bool const asked = mood->asks || mood->hedge || mood->unclear || mood->hypothetical ||
	                   mood->conditional || denied;
	if (!asked || !(g->around->question || (!mood->asks && asks_whether(g))))
		return false;
	read_quiet(g, mood);
	g->out->kind = REDLINE_OTHER;
	if (denied)
		g->out->position_count = 0;
	bool polite = false;
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++) {
		const struct lexeme *x = &g->cursor.lexed->at[i];
		polite |= x->cls == LEX_FILLER && x->value == FILLER_PLEASE;
	}
	bool const lost = polite && mood->quotes;
	if (lost)
		g->out->kind = REDLINE_PUZZLE;
	if (mood->quotes || mood->places)
		g->out->puzzle = (struct puzzle){
			"question", "a question changes nothing; word it as a proposal", false, !lost,
			mood->where};
	return true;
}

static bool is_refused(const struct reading *out)
{
	return out->puzzle.code && !out->puzzle.warning;
}

/* An instruction that was not understood still names the scope of what follows. */
static void keep_scope(struct grammar *g)
{
	struct puzzle const kept = g->out->puzzle;
	g->out->count = 0;
	if (!g->out->has_places) {
		collect_places(g, &g->out->places, 0, g->cursor.lexed->count);
		g->out->has_places = g->out->places.count > 0 && names_a_label(&g->out->places);
	}
	g->out->puzzle = kept;
}

/* "“a” becomes “b”" asks, "the paragraph strikes a balance between “a” and “b”" tells. */
static bool becomes(const struct grammar *g, const struct mood *mood)
{
	for (uint32_t i = 0; i < g->cursor.lexed->count; i++)
		if (g->cursor.lexed->at[i].cls == LEX_ACTION &&
		    VERB_OF(g->cursor.lexed->at[i].value) == VERB_READ)
			return mood->quotes >= 2;
	return false;
}

/* "Para 7: programme → plan; delete para 6": what has no verb stands before the order. */
static bool hides_amendment(const struct grammar *g, const struct mood *mood, redline_range *where)
{
	const struct lexed *l = g->cursor.lexed;
	bool place = false, words = false;
	for (uint32_t i = 0; i < l->count && l->at[i].range.begin < mood->where.begin; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_ACTION || x->cls == LEX_REASON || x->cls == LEX_STANCE ||
		    x->cls == LEX_HISTORY || x->cls == LEX_PROPOSE || x->cls == LEX_WE)
			return false;
		if (is_punct(x, ';')) {
			*where = (redline_range){l->at[0].range.begin, x->range.begin};
			return place && words;
		}
		place |= i > 0 && is_punct(x, ':') && x[-1].cls == LEX_NUMERAL;
		words |= place && x->cls == LEX_WORD && x->value == WORD_UNKNOWN;
	}
	return false;
}

/* "Delete (Kenya), keep (Japan)": a "keep" of nothing else than what goes. */
static bool is_contested(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = 1; i < l->count && l->at[i].cls != LEX_REASON; i++) {
		const struct lexeme *x = &l->at[i];
		enum lex_class const next = x[1].cls;
		if (x->cls != LEX_ACTION || VERB_OF(x->value) != VERB_KEEP)
			continue;
		bool const bare = (is_separator(&x[-1]) || is_punct(&x[-1], '/')) &&
		                  (next == LEX_END || next == LEX_GROUP || next == LEX_PUNCT);
		if (bare || next == LEX_PRONOUN) /* "; Japan proposes to retain it" */
			return true;
	}
	return false;
}

/* "...; to be discussed", "... -- later": no reason, but that it is not asked for yet. */
static void look_at_reason(struct grammar *g)
{
	redline_range const why = g->out->reason;
	redline_bytes const said = bytes_in(g->cursor.text, range_trim(g->cursor.text, why));
	if (range_len(why) && is_verdict(g->cursor.lexer, said))
		puzzle(g, "not-understood", "it is not clear what this makes of the change: ", why,
		       true);
}

/* A sentence that asks: an instruction, or a puzzle, or after all a tale. */
static void read_instruction(struct grammar *g, const struct mood *mood)
{
	struct reading *out = g->out;
	out->kind = REDLINE_INSTRUCTION;
	read_asking(g, mood);
	redline_range lost;
	if (hides_amendment(g, mood, &lost))
		puzzle(g, "not-understood",
		       "this may ask for a change, but no verb of it is understood: ", lost, true);
	if (out->repeat && out->count > 0)
		puzzle(g, "not-understood",
		       "it is not clear whether this repeats the change before it or asks for "
		       "another; say it in full",
		       g->cursor.lexed->at[0].range, false);
	if (is_contested(g))
		puzzle(g, "not-understood",
		       "this keeps what it also asks to change; say which of the two is proposed",
		       g->cursor.lexed->at[0].range, false);
	look_at_reason(g);
	heed_enumerator(g);
	if (out->proposers_apart)
		puzzle(g, "proposer-unclear",
		       "it is not clear which of these parties proposes this; name no other before "
		       "it: ",
		       (redline_range){g->cursor.lexed->at[0].range.begin, mood->where.begin}, true);
	if (out->crowded)
		puzzle(g, "proposer-unclear",
		       "two parties propose something in this sentence; write one for each",
		       g->cursor.lexed->at[0].range, false);
	out->amends = g->amended;
	bool const told = (mood->third_only && !becomes(g, mood)) ||
	                  (mood->gerund_first && !g->around->nested);
	if (is_refused(out) && told && !mood->proposes && !out->proposer_count) {
		/* "It strikes a balance between “a” and “b”" */
		struct puzzle warned = out->puzzle;
		out->count = 0;
		read_quiet(g, mood);
		warned.warning = true;
		out->puzzle = warned;
		return;
	}
	if (is_refused(out)) {
		out->kind = REDLINE_PUZZLE;
		keep_scope(g);
		return;
	}
	if (range_len(g->unsure) && !out->puzzle.code)
		out->puzzle = (struct puzzle){
			"not-understood",
			"this is taken for a part of the reason before it; if it asks for a change, "
			"say it in a sentence of its own: ",
			true, true, g->unsure};
	/* "Kenya supports paragraph 3 and proposes to ...", "... and supports ..." */
	struct puzzle const warned = out->puzzle;
	collect_positions(g, 0, mood->from);
	if (g->stance_at)
		collect_positions(g, g->stance_at, g->cursor.lexed->count);
	out->puzzle = warned;
	scope_from_amendments(out);
}

/* "Japan proposes, and Kenya opposes, deleting “a”": the change would be lost, or the position
 * be the wrong one's. */
static void note_odds(struct reading *out, const struct lexed *lexed)
{
	if (!out->at_odds || (out->kind != REDLINE_POSITION && out->kind != REDLINE_INSTRUCTION))
		return;
	out->kind = REDLINE_PUZZLE;
	out->count = out->position_count = 0;
	out->puzzle = (struct puzzle){
		"proposer-unclear",
		"one party proposes this and another supports or opposes it; say in a sentence each "
		"what is proposed and by whom",
		false, false, {lexed->at[0].range.begin, lexed->at[lexed->count - 1].range.end}};
}

/* With a colon, a question's mark or nothing at its end it may lead to what follows. */
static bool may_lead(const struct lexed *l)
{
	const struct lexeme *last = &l->at[l->count ? l->count - 1 : 0];
	return l->count && !is_punct(last, '.') && !is_punct(last, ';');
}

/* "This does not apply to paragraph 4", "keep it there": a "not", or a word that points back. */
static bool may_set_apart(const struct lexed *l)
{
	if (lexed_may_have(l, LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_EXCEPT) | LEX_BIT(LEX_PRONOUN) |
	                              LEX_BIT(LEX_SAME)))
		return true;
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_ACTION && VERB_OF(l->at[i].value) == VERB_KEEP)
			return true;
	return false;
}

bool grammar_read(struct grammar *g, struct arena *a, redline_bytes text,
                  const struct quotes *quotes, struct lexer *lexer, const struct lexed *lexed,
                  const struct surroundings *around, struct reading *out)
{
	reading_clear(out);
	out->kind = REDLINE_OTHER;
	begin(g, a, text, quotes, lexer, lexed, around, out);
	find_proposers(g);
	find_other_subject(g);
	if (!out->turn.end)
		find_other_stance(g);
	if (read_aside(g))
		return !a->failed;
	struct mood const mood = find_mood(g);
	bool const colon = lexed->count && is_punct(&lexed->at[lexed->count - 1], ':');
	out->denies = !mood.asks && (lead_denies(g, lexed->count - colon) ||
	                             (colon && retracts(g)));
	out->negates = !mood.asks && lead_negates(g, lexed->count - colon);
	out->wonders = !mood.asks && may_lead(lexed) && lead_wonders(g, lexed->count - colon);
	out->denies_ahead = out->denies && speaks_of_following(g);
	out->proposes = !out->denies && proposes_now(g);
	if (read_repeat(g, &mood) || read_question(g, &mood))
		return !a->failed;
	bool const check_only = !mood.asks && lexed->count && lexed->at[0].cls == LEX_CHECK;
	if (mood.asks && is_bracketed(lexed)) {
		out->kind = REDLINE_PUZZLE;
		puzzle(g, "not-understood",
		       "it is not clear whether this asks for a change, in brackets as it is",
		       lexed->at[0].range, false);
	} else if (check_only || (mood.asks && (mood.adds || !is_narrative(g, &mood)))) {
		read_instruction(g, &mood);
	} else {
		read_quiet(g, &mood);
		warn_quiet(g, &mood);
		out->reversal = find_reversal(g, &mood);
		out->reverses_all = out->reversal == REVERSAL_RETRACTS && reverses_several(g);
		out->sets_apart = may_set_apart(lexed);
	}
	bool const quiet = out->kind == REDLINE_OTHER || out->kind == REDLINE_SCOPE;
	if (out->reversal == REVERSAL_NONE && (quiet || out->kind == REDLINE_PUZZLE))
		(void)read_terse(g, &mood, quiet || !mood.asks);
	if (out->reversal == REVERSAL_NONE && (!out->puzzle.code || out->puzzle.warning) &&
	    !(out->denies && colon) && !out->denied_words.message &&
	    (out->kind == REDLINE_OTHER || out->kind == REDLINE_SCOPE ||
	     out->kind == REDLINE_POSITION))
		break_silence(g, &mood);
	if (out->reversal == REVERSAL_NONE && !out->puzzle.code && !out->denies &&
	    (out->kind == REDLINE_OTHER || out->kind == REDLINE_SCOPE ||
	     out->kind == REDLINE_REASON))
		heed_echo(g);
	if (around->follows && out->reversal == REVERSAL_NONE && !out->puzzle.code &&
	    (tells_fate(g) || (out->kind == REDLINE_OTHER && may_tell_fate(g))))
		out->reversal = REVERSAL_UNSURE;
	else if (around->follows && out->reversal == REVERSAL_NONE && !out->puzzle.code)
		heed_talk(g);
	note_odds(out, lexed);
	return !a->failed;
}
