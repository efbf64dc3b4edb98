/*
 * clause.c -- an instruction's lexemes as frames.
 *
 * Verbs open frames; prepositions say which slot of the frame the next
 * wording or place fills (the role); after that the role falls back to the
 * object.  What each class of lexeme does is a table; what takes more than a few
 * lines has files of its own (clause_parts.h).
 */
#include "clause_parts.h"

/* "to the terms used in the pre-draft, namely “...”": what is said of wording to come. */
static bool is_apposition(const struct grammar *g)
{
	const redline_operand *slot = g->role == ROLE_TO     ? &g->f->to
	                              : g->role == ROLE_WITH ? &g->f->with
	                                                     : NULL;
	if (!slot || slot->present)
		return false;
	for (uint32_t i = 1; i < 12; i++) {
		const struct lexeme *x = peek(g, i);
		if (x->cls == LEX_FILLER && x->value == FILLER_NAMELY)
			return true;
		if (x->cls == LEX_QUOTE || x->cls == LEX_ACTION || x->cls == LEX_END)
			return false;
	}
	return false;
}

/* "the third stanza": a part that no table knows. */
static bool counts_this(const struct grammar *g)
{
	return peek(g, 0)->cls == LEX_WORD && is_behind(g, LEX_ORDINAL);
}

/* "the section preface of section 5 is amended": a part that no table knows. */
static bool is_part_of_unit(const struct grammar *g)
{
	enum lex_class const next = peek(g, 1)->cls;
	return peek(g, 0)->cls == LEX_WORD && peek(g, 0)->value == WORD_UNKNOWN &&
	       is_behind(g, LEX_UNIT) && (next == LEX_OF || next == LEX_ACTION);
}

/* Right behind a verb or "the words". */
static bool may_be_wording(const struct grammar *g)
{
	return peek(g, 0)->cls == LEX_WORD && g->f->has_verb &&
	       (is_behind(g, LEX_ACTION) || is_behind(g, LEX_TEXT) || is_behind(g, LEX_LINK));
}

void read_unknown(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (verb_is_refused(g, g->f) || is_apposition(g))
		;
	else if (g->f->has_verb || g->amended || g->f->object_count || g->f->anchor.present ||
	         g->f->instead.present || g->f->for_.present || counts_this(g) ||
	         is_part_of_unit(g))
		puzzle(g, "not-understood",
		       may_be_wording(g) ? "if these are words of the text, put them in quotation "
		                           "marks: "
		                         : "this part was not understood: ",
		       x->range, true);
	g->cursor.at++;
}

static void read_again(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_PLACE;
}

/* "the text of paragraph 5": all of it, so the provision itself. */
static bool names_whole_text(const struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at += 2;
	return peek(g, 0)->value == TEXT_ALL && noun_is_place(&next);
}

/* "throughout the text": of the draft, whatever the scope is. */
static bool names_draft(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t const at = before_fillers(all, g->cursor.at);
	const struct lexeme *next = peek(g, 1);
	return at > 0 && all[at - 1].cls == LEX_QUANTIFIER &&
	       all[at - 1].value == REDLINE_EACH &&
	       (next->cls == LEX_END || next->cls == LEX_PUNCT || next->cls == LEX_LINK ||
	        next->cls == LEX_REASON);
}

static void read_draft(struct grammar *g)
{
	struct place_set set;
	noun_draft(&g->cursor, &set);
	take_places(g, g->f, &set, false);
	g->cursor.at++;
}

/* "..., opposed by Kenya, and “b”", "..., and in OP4": does something to be done, or a place for
 * it, stand behind whose view it is? */
static bool goes_on_behind_holder(const struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	for (uint32_t i = holder_behind(g, g->cursor.at); i && i < l->count; i++)
		if (l->at[i].cls == LEX_QUOTE || l->at[i].cls == LEX_ACTION ||
		    l->at[i].cls == LEX_NUMERAL)
			return true;
	return false;
}

/* "... and supports paragraph 5": a position begins, the instruction is over. */
static void read_stance(struct grammar *g)
{
	if (!frame_is_whole(g->f) || !after_separator(g) || goes_on_behind_holder(g)) {
		read_unknown(g);
		return;
	}
	g->stance_at = g->cursor.at;
	g->cursor.at = g->cursor.lexed->count;
}

/* The footnote goes with the words, or is what a further "should be deleted" is about. */
static void read_note_too(struct grammar *g)
{
	const struct frame *f = g->f;
	if (peek(g, 0)->value == NOTE_HEADING) {
		g->f->heading_too = true;
		g->cursor.at++;
		return;
	}
	if (peek(g, 0)->value == NOTE_REFERENCE) {
		/* a footnote's references go with it anyway; those to a provision are words */
		const redline_place *p = f->units.count == 1 ? &f->units.at[0] : NULL;
		if (!is_verb(f, VERB_DELETE) || f->object_count || !p || !p->count ||
		    p->steps[p->count - 1].unit != REDLINE_FOOTNOTE_UNIT)
			puzzle(g, "not-understood",
			       "a part of the text is meant here; quote its words", peek(g, 0)->range,
			       false);
		g->cursor.at++;
		return;
	}
	bool const further = frame_is_whole(g->f) && after_separator(g) &&
	                     peek(g, 1)->cls == LEX_ACTION;
	if (further)
		open_frame(g, true);
	g->f->note_too = true;
	g->cursor.at++;
}

/* ---- small ones, and those that only matter where something else stands ---- */

static void skip_one(struct grammar *g)
{
	g->cursor.at++;
}

static void read_place_or_skip(struct grammar *g)
{
	if (noun_is_place(&g->cursor))
		read_places(g);
	else
		skip_one(g);
}

static void read_renumbered(struct grammar *g)
{
	if (noun_is_place(&g->cursor))
		read_places(g);
	else
		read_unknown(g);
}

static void read_from(struct grammar *g)
{
	if (read_past_except(g))
		return;
	g->cursor.at++;
	g->role = noun_is_place(&g->cursor) ? ROLE_PLACE : ROLE_FROM;
}

static void read_respectively(struct grammar *g)
{
	g->respectively = true;
	g->cursor.at++;
}

/* What stands behind "in" or "of", whose lexeme is `x`. */
static void read_behind_preposition(struct grammar *g, const struct lexeme *x)
{
	bool const of_words = x->cls == LEX_OF && (g->f->brackets || g->role == ROLE_ANCHOR);
	if (g->role == ROLE_EXCEPT)
		return;
	if (noun_is_place(&g->cursor) && !of_words)
		g->role = ROLE_PLACE;
	else if (peek(g, 0)->cls == LEX_BRACKETS)
		g->f->in_brackets = true;
}

static void read_in(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (is_verb(g->f, VERB_SPLIT) && peek(g, 1)->cls == LEX_COUNT) {
		read_into(g);
		return;
	}
	g->cursor.at++;
	if (begins_context(g))
		read_context(g);
	else
		read_behind_preposition(g, x);
}

static void read_of(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (describes_wording(g)) {
		puzzle(g, "not-understood", "a part of the text is meant here; quote its words",
		       x->range, false);
		return;
	}
	g->cursor.at++;
	read_behind_preposition(g, x);
}

static void read_instead(struct grammar *g)
{
	g->f->instead_word = true;
	g->cursor.at++;
}

/* "amend paragraph 5 so that it reads": there is nothing else to it. */
static void read_check(struct grammar *g)
{
	g->cursor.at++;
	g->role = is_verb(g->f, VERB_AMEND) && !frame_is_whole(g->f) ? ROLE_READ : ROLE_CHECK;
}

static void read_repeat(struct grammar *g)
{
	g->out->repeat = true;
	read_again(g);
}

static void read_doubt(struct grammar *g)
{
	puzzle(g, "not-understood", "a condition cannot be applied: ", peek(g, 0)->range, true);
	g->cursor.at++;
}

static void read_hedge(struct grammar *g)
{
	puzzle(g, "not-understood",
	       "this only says what could be done; say \"should be\" if it is proposed: ",
	       peek(g, 0)->range, true);
	g->cursor.at++;
}

static void read_vague(struct grammar *g)
{
	refuse_vague(g);
	g->cursor.at++;
}

/* "To delete “a” is wrong": the verb's own clause is what is judged, with nothing between that
 * would begin another one. */
static bool judges_change(const struct grammar *g)
{
	const struct lexeme *all = g->cursor.lexed->at;
	for (uint32_t k = g->cursor.at; k > 0; k--) {
		const struct lexeme *x = &all[k - 1];
		if (x->cls == LEX_ACTION)
			return IS_ACTIVE(x->value);
		if (x->cls == LEX_PUNCT || x->cls == LEX_REASON || x->cls == LEX_PRONOUN ||
		    x->cls == LEX_AND || x->cls == LEX_WE || x->cls == LEX_SAME || x->cls == LEX_GROUP)
			return false;
	}
	return false;
}

static void read_filler(struct grammar *g)
{
	if (peek(g, 0)->value == FILLER_JUDGED && g->f->has_verb && judges_change(g))
		puzzle(g, "not-understood",
		       "this judges a change; say whether it is proposed: ", peek(g, 0)->range, true);
	if (peek(g, 0)->value == FILLER_FITTING && !is_verb(g->f, VERB_RENUMBER)) {
		read_doubt(g);
		return;
	}
	g->f->judged |= peek(g, 0)->value == FILLER_JUDGED && g->f->object_count == 1;
	g->cursor.at++;
}

static void read_word(struct grammar *g)
{
	if (!read_plain_word(g))
		read_unknown(g);
}

static void read_occurrence(struct grammar *g)
{
	g->f->text_noun = true;
	g->cursor.at++;
}

static void read_text(struct grammar *g)
{
	if (peek(g, 0)->value == TEXT_TITLE) {
		if (g->f->adds_unit)
			g->cursor.at++;
		else
			read_unknown(g); /* "in the section entitled “a”" */
	} else if (names_draft(g)) {
		read_draft(g);
	} else if (names_whole_text(g)) {
		g->role = g->role == ROLE_PLACE ? ROLE_OBJECT : g->role;
		g->f->whole_text = true;
		g->cursor.at += 2;
	} else {
		read_occurrence(g);
	}
}

/* What each class of lexeme does to the open frame. */
static void (*const readers[LEX_END + 1])(struct grammar *g) = {
	[LEX_WORD] = read_word,
	[LEX_PUNCT] = read_punct,
	[LEX_QUOTE] = read_quote,
	[LEX_NUMERAL] = read_numeral,
	[LEX_GROUP] = read_group,
	[LEX_NAME] = skip_one,

	[LEX_ACTION] = read_action,
	[LEX_HISTORY] = read_unknown,
	[LEX_HEDGE] = read_hedge,
	[LEX_PROPOSE] = skip_one,
	[LEX_STANCE] = read_stance,
	[LEX_NEGATION] = read_unknown,
	[LEX_DOUBT] = read_doubt,

	[LEX_LINK] = read_link,
	[LEX_POSITION] = read_position,
	[LEX_IN] = read_in,
	[LEX_OF] = read_of,
	[LEX_AND] = read_and,
	[LEX_OR] = read_or,
	[LEX_TO] = read_to,
	[LEX_THROUGH] = read_through,
	[LEX_FROM] = read_from,
	[LEX_FOR] = read_for,
	[LEX_REACH] = read_reach,
	[LEX_EXCEPT] = read_except,
	[LEX_RESPECTIVELY] = read_respectively,

	[LEX_UNIT] = read_unit_or_new,
	[LEX_TEXT] = read_text,
	[LEX_BRACKETS] = read_brackets,
	[LEX_MARK] = read_mark_or_skip,
	[LEX_ORDINAL] = read_ordinal,
	[LEX_QUANTIFIER] = read_quantifier,
	[LEX_COUNT] = read_count,
	[LEX_OCCURRENCE] = read_occurrence,
	[LEX_NEW] = read_new,
	[LEX_ANOTHER] = read_new,
	[LEX_SAME] = read_place_or_skip,
	[LEX_WHOLE] = read_place_or_skip,
	[LEX_BEGINNING] = skip_one,
	[LEX_INSTEAD] = read_instead,
	[LEX_PRONOUN] = read_pronoun,
	[LEX_REASON] = read_reason,
	[LEX_CHECK] = read_check,
	[LEX_SPEAKER] = skip_one,
	[LEX_WE] = skip_one,
	[LEX_REPEAT] = read_repeat,
	[LEX_FILLER] = read_filler,
	[LEX_VAGUE] = read_vague,
	[LEX_NOTE_TOO] = read_note_too,
	[LEX_REST] = read_rest,
	[LEX_RENUMBERED] = read_renumbered,
	[LEX_SHORT] = read_unknown,
	[LEX_END] = skip_one,
};

static void read_one(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	bool const heeded = x->cls == LEX_ACTION || x->cls == LEX_REASON || is_punct(x, ';');
	note_stray(g);
	if (deletes_small_words(g))
		puzzle(g, "not-understood",
		       "if these are words of the text, put them in quotation marks: ",
		       peek(g, 1)->range, true);
	if (verb_is_refused(g, g->f) && !heeded)
		skip_one(g);
	else if (x->cls != LEX_WORD && !heeded && read_plain_word(g))
		return;
	else
		readers[x->cls](g);
}

void read_frames(struct grammar *g)
{
	open_frame(g, false);
	while (peek(g, 0)->cls != LEX_END && !g->out->puzzle.code) {
		if (g->reason)
			take_reason(g);
		else
			read_one(g);
	}
	drop_idle(g);
	pair_lists(g);
	pair_frames(g);
	check_contexts(g);
}
