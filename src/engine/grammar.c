/*
 * grammar.c -- see grammar.h.
 *
 * In this order: who speaks (find_proposers) and in what mood (find_mood: is there a
 * verb that asks for something?), and then what is asked for (read_instruction): the frames
 * (read_frames), pairs of frames that are one amendment ("strike X and insert Y in its
 * place"), and what each frame means (mean_frame).  What asks for nothing is left to
 * quiet.c, reversal.c, terse.c and silence.c.
 */
#include "clause.h"
#include "terse.h"

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
