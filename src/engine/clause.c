/*
 * clause.c -- an instruction's lexemes as frames.
 *
 * Verbs open frames; prepositions say which slot of the frame the next
 * wording or place fills (the role); after that the role falls back to the
 * object.  What each class of lexeme does is a table; what takes more than a few
 * lines has files of its own (clause_parts.h).
 */
#include "clause_parts.h"
#include "listed.h"

/* Does the sentence end right after this lexeme, with no stop of its own? */
static bool ends_the_sentence(const struct grammar *g)
{
	const struct lexeme *next = peek(g, 1);
	return next->cls == LEX_END || next->cls == LEX_GROUP || is_punct(next, 0x201D);
}

/* "under the heading “Reports”": the words say which one. */
static bool names_heading(const struct grammar *g)
{
	const struct lexeme *x = g->cursor.at ? &g->cursor.lexed->at[g->cursor.at - 1] : NULL;
	if (!x || x->cls != LEX_UNIT || g->f->has_verb || !g->f->places.count)
		return false;
	redline_unit const unit = UNIT_OF(x->value);
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE || unit == REDLINE_SECTION ||
	       unit == REDLINE_CHAPTER || unit == REDLINE_ANNEX;
}

static void read_quote(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	g->f->by_name |= names_heading(g);
	const struct quotation *q = &g->cursor.quotes->at[x->value];
	redline_operand operand = {
		.words = quotation_words(q, g->cursor.text, g->cursor.arena),
		.source = q->inner,
		.present = true,
		.quoted = true,
		.ends_sentence = ends_the_sentence(g),
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
}

/* ---- unquoted wording ---- */

static bool may_end_wording(const struct lexeme *x)
{
	switch (x->cls) {
	case LEX_END:
	case LEX_LINK:
	case LEX_IN:
	case LEX_REASON:
	case LEX_AND:
	case LEX_INSTEAD:
	case LEX_GROUP:
	case LEX_POSITION:
	case LEX_TO:
		return true;
	case LEX_PUNCT:
		return x->value == '.' || x->value == ',' || x->value == ';';
	default:
		return false;
	}
}

/* "... in paragraph 5.": nothing else to the end of the sentence. */
static bool only_place_follows(const struct grammar *g)
{
	struct cursor c = g->cursor;
	struct place_set set;
	c.at += 2;
	return peek(g, 1)->cls == LEX_IN && noun_is_place(&c) && noun_places(&c, &set) &&
	       (cursor_peek(&c, 0)->cls == LEX_END || is_punct(cursor_peek(&c, 0), '.'));
}

/* "the word", right before the cursor: one word follows. */
static bool after_the_word(const struct grammar *g)
{
	const struct lexeme *x = g->cursor.at ? &g->cursor.lexed->at[g->cursor.at - 1] : NULL;
	return x && x->cls == LEX_TEXT && x->value == TEXT_WORD;
}

/* A single word that may be one of the text, whatever rows know of it. */
static bool is_plain_word(const struct grammar *g, bool announced)
{
	const struct lexeme *x = peek(g, 0);
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	unsigned size;
	if (x->cls == LEX_WORD)
		return true;
	if (!word.len || memchr(word.ptr, ' ', word.len) || memchr(word.ptr, '\n', word.len) ||
	    !is_word_char(utf8_at(word, 0, &size)))
		return false;
	if (x->cls == LEX_FILLER)
		return x->value == FILLER_DUE || (announced && x->value == FILLER_ARTICLE);
	return announced && (x->cls == LEX_AND || x->cls == LEX_OR || x->cls == LEX_ORDINAL ||
	                     x->cls == LEX_COUNT || x->cls == LEX_VAGUE ||
	                     x->cls == LEX_NEGATION || x->cls == LEX_STANCE);
}

/* May new words end here? Then nothing but a stop or a place follows. */
static bool ends_new_words(const struct grammar *g, const struct lexeme *next)
{
	return next->cls == LEX_END || next->cls == LEX_PUNCT || next->cls == LEX_INSTEAD ||
	       only_place_follows(g);
}

/* Is one bare word due where the frame is? */
static bool word_is_due(const struct grammar *g, const struct lexeme *next)
{
	const struct frame *f = g->f;
	bool const announced = after_the_word(g);
	if (!f->has_verb) /* "the word should is replaced by ..." */
		return announced && g->role == ROLE_OBJECT && !f->object_count &&
		       next->cls == LEX_ACTION && FORM_OF(next->value) == FORM_PASSIVE;
	if (!may_end_wording(next))
		return false;
	bool const starts = announced || (g->cursor.at > g->start &&
	                                  g->cursor.lexed->at[g->cursor.at - 1].cls == LEX_ACTION);
	switch (g->role) {
	case ROLE_WITH:
		return is_replacing(f->verb) && f->object_count == 1 && ends_new_words(g, next);
	case ROLE_TO:
		return f->verb == VERB_CHANGE && f->object_count == 1 && ends_new_words(g, next) &&
		       (announced || g->cursor.lexed->at[g->cursor.at - 1].cls == LEX_TO);
	case ROLE_ANCHOR:
		return f->where != REDLINE_NOWHERE;
	case ROLE_OBJECT:
		if (is_replacing(f->verb))
			return starts && !f->object_count;
		if (f->verb == VERB_INSERT)
			return starts && (next->cls == LEX_POSITION || announced);
		return announced && f->verb == VERB_DELETE && !f->object_count;
	default:
		return false;
	}
}

/* "with shall today", "with will soon": the word right before it was passed over, and is
 * one of the text. */
static bool follows_word(const struct grammar *g)
{
	const struct lexeme *x = g->cursor.at ? &g->cursor.lexed->at[g->cursor.at - 1] : NULL;
	return x && x->cls == LEX_FILLER &&
	       (x->value == FILLER_DUE || x->value == FILLER_PLAIN) &&
	       (g->role == ROLE_WITH || g->role == ROLE_TO || g->role == ROLE_ANCHOR);
}

/* "replace “a” with nothing", "with TBD": that is told, not to be written. */
static bool tells_no_wording(const struct grammar *g)
{
	return (g->role == ROLE_WITH || g->role == ROLE_TO || g->role == ROLE_READ) &&
	       listed(cursor_lang(&g->cursor)->no_wordings,
	              bytes_in(g->cursor.text, peek(g, 0)->range));
}

/* One plain word where wording is due: "replace counter with address". */
static bool read_plain_word(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	if (!g->f || !is_plain_word(g, after_the_word(g)) || !word_is_due(g, peek(g, 1)))
		return false;
	bool const goes_on = follows_word(g);
	if (goes_on || tells_no_wording(g)) {
		puzzle(g, "not-understood",
		       "if these are words of the text, put them in quotation marks: ",
		       (redline_range){(x - goes_on)->range.begin, x->range.end}, true);
		g->cursor.at++;
		return true;
	}
	redline_operand const operand = {
		.words = bytes_in(g->cursor.text, x->range),
		.source = x->range,
		.present = true,
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
	return true;
}

/* "a semicolon and the word “and”", where new words are due: the quotation that the mark
 * goes before, as lexemes from here on; 0 if there is none. */
static uint32_t wording_behind_mark(struct grammar *g)
{
	bool const inserts = g->role == ROLE_OBJECT &&
	                     (is_verb(g->f, VERB_INSERT) || is_verb(g->f, VERB_COMPLETE));
	uint32_t i = 2;
	if ((g->role != ROLE_WITH && !inserts) || peek(g, 1)->cls != LEX_AND)
		return 0;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT)
		i++;
	/* "and “a” with “b”" is another replacement */
	enum lex_class const next = peek(g, i + 1)->cls;
	return peek(g, i)->cls == LEX_QUOTE && next != LEX_LINK && next != LEX_TO ? i : 0;
}

/* The mark and the words of the quotation behind it, with a blank between: "; and". */
static void read_mark_and_words(struct grammar *g, redline_bytes mark, uint32_t quote)
{
	const struct lexeme *x = peek(g, quote);
	redline_bytes const words = quotation_words(&g->cursor.quotes->at[x->value],
	                                            g->cursor.text, g->cursor.arena);
	char *joined = arena_alloc(g->cursor.arena, mark.len + 1 + words.len);
	redline_range const range = {peek(g, 0)->range.begin, x->range.end};
	if (joined) {
		memcpy(joined, mark.ptr, mark.len);
		joined[mark.len] = ' ';
		memcpy(joined + mark.len + 1, words.ptr, words.len);
		redline_operand const operand = {.words = {joined, mark.len + 1 + words.len},
		                                 .source = range,
		                                 .present = true};
		place_operand(g, operand, range);
	}
	g->cursor.at += quote + 1;
}

/* "a semicolon": the mark itself is the wording. */
static void read_mark(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	char utf8[4];
	unsigned const size = utf8_put(utf8, (uint32_t)MARK_OF(x->value));
	if (x->value & MARK_NEW)
		g->role = g->f->has_verb && g->f->verb == VERB_COMPLETE ? ROLE_OBJECT : ROLE_WITH;
	uint32_t const quote = wording_behind_mark(g);
	if (quote) {
		read_mark_and_words(g, (redline_bytes){utf8, size}, quote);
		return;
	}
	redline_operand const operand = {
		.words = arena_copy(g->cursor.arena, (redline_bytes){utf8, size}),
		.source = x->range,
		.present = true,
	};
	place_operand(g, operand, x->range);
	g->cursor.at++;
}

/* ---- one lexeme ---- */

static void read_or(struct grammar *g)
{
	const struct lexeme *next = peek(g, 1);
	if (next->cls == LEX_ACTION || next->cls == LEX_QUOTE || next->cls == LEX_TEXT ||
	    is_punct(next, ',') || next->cls == LEX_FILLER || next->cls == LEX_OR ||
	    next->cls == LEX_PROPOSE || next->cls == LEX_INSTEAD || next->cls == LEX_ORDINAL ||
	    next->cls == LEX_UNIT || next->cls == LEX_NUMERAL)
		puzzle(g, "alternatives",
		       "two alternatives are proposed, and only one can be applied",
		       peek(g, 0)->range, false);
	else
		puzzle(g, "not-understood", "this part was not understood: ", peek(g, 0)->range,
		       true);
	g->cursor.at++;
}

static void read_pronoun(struct grammar *g)
{
	if (g->role == ROLE_OBJECT && g->f->has_verb && !g->f->object_count)
		g->f->pronoun = true;
	g->cursor.at++;
}

/* "new paragraphs (4), (5) and (6)": what comes after the first. */
static void read_further_labels(struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
	if ((g->f->has_verb && g->f->verb != VERB_INSERT) || !g->f->label.len)
		return;
	while (g->f->further_count < FURTHER_MAX) {
		uint32_t i = 0;
		while (is_punct(peek(g, i), ',') || peek(g, i)->cls == LEX_AND)
			i++;
		const struct lexeme *x = peek(g, i);
		if (i == 0 || x->cls != LEX_NUMERAL || l->numerals[x->value].count != 1)
			return;
		g->f->further[g->f->further_count++] = l->numerals[x->value].part[0];
		g->cursor.at += i + 1;
	}
}

static void read_new(struct grammar *g)
{
	redline_unit unit;
	redline_bytes label;
	if (g->role == ROLE_TARGET) {
		g->cursor.at++; /* "as new paragraph 7 bis" */
		return;
	}
	if (g->f->has_verb && noun_new_unit(&g->cursor, &unit, &label)) {
		if (peek(g, 0)->cls == LEX_ORDINAL) /* "el siguiente inciso segundo" */
			puzzle(g, "not-understood",
			       "it is not clear what this counts: ", peek(g, 0)->range, true);
		g->f->adds_unit = true;
		g->f->new_unit = unit;
		g->f->label = label;
		read_further_labels(g);
		return;
	}
	if (!g->f->has_verb && (g->role == ROLE_OBJECT || g->role == ROLE_WITH)) {
		/* "a new paragraph 59 bis should be inserted" */
		if (noun_new_unit(&g->cursor, &unit, &label)) {
			g->f->adds_unit = true;
			g->f->new_unit = unit;
			g->f->label = label;
			read_further_labels(g);
			return;
		}
	}
	g->cursor.at++;
}

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
	uint32_t const at = g->cursor.at;
	return peek(g, 0)->cls == LEX_WORD && at > 0 &&
	       g->cursor.lexed->at[at - 1].cls == LEX_ORDINAL;
}

/* "the section preface of section 5 is amended": a part that no table knows. */
static bool is_part_of_unit(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	enum lex_class const next = peek(g, 1)->cls;
	return peek(g, 0)->cls == LEX_WORD && peek(g, 0)->value == WORD_UNKNOWN && at > 0 &&
	       g->cursor.lexed->at[at - 1].cls == LEX_UNIT &&
	       (next == LEX_OF || next == LEX_ACTION);
}

/* Right behind a verb or "the words". */
static bool may_be_wording(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	return peek(g, 0)->cls == LEX_WORD && at > 0 && g->f->has_verb &&
	       (g->cursor.lexed->at[at - 1].cls == LEX_ACTION ||
	        g->cursor.lexed->at[at - 1].cls == LEX_TEXT ||
	        g->cursor.lexed->at[at - 1].cls == LEX_LINK);
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

/* "delete “a” [Japan]": as in parentheses. */
static bool read_bracketed_parties(struct grammar *g)
{
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_NAME || peek(g, i)->cls == LEX_AND ||
	       is_punct(peek(g, i), ','))
		i++;
	if (i == 1 || !is_punct(peek(g, i), ']') ||
	    !take_parties(g, (redline_range){peek(g, 0)->range.end, peek(g, i)->range.begin}))
		return false;
	g->cursor.at += i + 1;
	return true;
}

/* "paragraph 7/8", "7 + 8": both of them, or the one by two numbers? */
static void read_slash(struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	const struct lexeme *before = at ? &g->cursor.lexed->at[at - 1] : NULL;
	if (before && before->cls == LEX_NUMERAL && peek(g, 1)->cls == LEX_NUMERAL)
		puzzle(g, "place-unknown",
		       "it is not clear whether both of these are meant: ",
		       (redline_range){before->range.begin, peek(g, 1)->range.end}, true);
	else if (g->f->has_verb)
		puzzle(g, "not-understood", "this part was not understood: ", peek(g, 0)->range,
		       true);
}

static void read_punct(struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	switch (x->value) {
	case ';':
		if (frame_is_whole(g->f))
			continue_verb(g);
		else if (g->f->has_verb && !g->f->taken_verb)
			open_frame(g, true);
		break;
	case ',':
	case ':':
	case '.':
	case '-':
	case 0x2013:
	case 0x2014:
	case '?':
	case '!':
	case 0x2026:
		break;
	case 0xB0: /* "1° of article 5" */
	case 0xBA:
		puzzle(g, "not-understood", "it is not clear what has this number: ", x->range,
		       true);
		break;
	case '/':
	case '+':
		read_slash(g);
		break;
	case '[':
		if (read_bracketed_parties(g))
			return;
		break;
	case ']':
	case '#':
		break;
	default:
		read_unknown(g);
		return;
	}
	g->cursor.at++;
}

static void read_again(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_PLACE;
}

/* "the definition of “Charges”": more is meant than the words quoted. */
static bool describes_wording(const struct grammar *g)
{
	uint32_t const at = g->cursor.at;
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_FILLER || peek(g, i)->cls == LEX_TEXT)
		i++;
	return at > 0 && g->cursor.lexed->at[at - 1].cls == LEX_WORD &&
	       peek(g, i)->cls == LEX_QUOTE;
}

/* "the sentence “...”" introduces wording, as "the words" does; "insert the
 * heading “...”" says what comes. */
static void read_unit(struct grammar *g)
{
	redline_unit const unit = UNIT_OF(peek(g, 0)->value);
	const struct lexeme *next = peek(g, 1);
	bool const wording = next->cls == LEX_QUOTE || is_punct(next, ':');
	bool const adds = g->f->has_verb && g->f->verb == VERB_INSERT && g->role == ROLE_OBJECT &&
	                  unit != REDLINE_DOCUMENT && unit != REDLINE_CHAPEAU &&
	                  unit != REDLINE_LINE;
	if (!wording || (!adds && unit != REDLINE_SENTENCE)) {
		read_places(g);
		return;
	}
	if (adds) {
		g->f->adds_unit = true;
		g->f->new_unit = unit;
	}
	g->cursor.at++;
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
	uint32_t at = g->cursor.at;
	while (at > 0 && all[at - 1].cls == LEX_FILLER)
		at--;
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

/* "... and supports paragraph 5": a position begins, the instruction is over. */
static void read_stance(struct grammar *g)
{
	if (!frame_is_whole(g->f) || !after_separator(g)) {
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

static void read_unit_or_new(struct grammar *g)
{
	if (noun_is_new(&g->cursor))
		read_new(g);
	else
		read_unit(g);
}

static void read_from(struct grammar *g)
{
	g->cursor.at++;
	g->role = noun_is_place(&g->cursor) ? ROLE_PLACE : ROLE_FROM;
}

static void read_except(struct grammar *g)
{
	g->cursor.at++;
	g->role = ROLE_EXCEPT;
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

static void read_brackets(struct grammar *g)
{
	if (!g->f->in_brackets)
		g->f->brackets = true;
	g->cursor.at++;
}

/* "das Semikolon und die Wörter „a“", before the verb: both are meant. */
static bool joins_wording(struct grammar *g)
{
	uint32_t i = 2;
	if (peek(g, 1)->cls != LEX_AND)
		return false;
	while (peek(g, i)->cls == LEX_FILLER)
		i++;
	enum lex_class const cls = peek(g, i)->cls;
	return cls == LEX_TEXT || cls == LEX_QUOTE || cls == LEX_MARK;
}

static void read_mark_or_skip(struct grammar *g)
{
	enum lex_class const next = peek(g, 1)->cls;
	if (g->f->has_verb || joins_wording(g) || next == LEX_ACTION || next == LEX_POSITION || next == LEX_LINK ||
	    g->role == ROLE_WITH)
		read_mark(g);
	else
		skip_one(g);
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

static void read_filler(struct grammar *g)
{
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
	if (names_draft(g)) {
		read_draft(g);
	} else if (names_whole_text(g)) {
		g->role = g->role == ROLE_PLACE ? ROLE_OBJECT : g->role;
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
	[LEX_AND] = skip_one,
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

/*
 * "Paragraph 5: delete and", "delete should be": nothing but small words to the end, which
 * can't be what is said of the paragraph.
 */
static bool deletes_small_words(const struct grammar *g)
{
	const struct lexeme *x = peek(g, 0);
	uint32_t i = 1;
	if (x->cls != LEX_ACTION || VERB_OF(x->value) != VERB_DELETE ||
	    FORM_OF(x->value) != FORM_ACTIVE)
		return false;
	for (;; i++) {
		const struct lexeme *y = peek(g, i);
		bool const small = (y->cls == LEX_FILLER && y->value != FILLER_PLEASE) ||
		                   y->cls == LEX_AND || y->cls == LEX_OR || y->cls == LEX_OF ||
		                   y->cls == LEX_TO || y->cls == LEX_FOR || y->cls == LEX_IN ||
		                   y->cls == LEX_ANOTHER || y->cls == LEX_SAME;
		if (!small)
			return i > 1 && (y->cls == LEX_END || is_punct(y, '.'));
	}
}

/* Verbs whose object may be the place that stood before them. */
static bool takes_whole_place(const struct frame *f)
{
	return f->has_verb && (f->verb == VERB_DELETE || is_replacing(f->verb) ||
	                       f->verb == VERB_PUT || f->verb == VERB_BRACKET ||
	                       f->verb == VERB_UNBRACKET);
}

/* "delete (equally)": an aside that neither names parties nor says why. */
static bool is_stray_aside(const struct grammar *g)
{
	redline_range const inside = g->cursor.lexed->groups[peek(g, 0)->value];
	struct lexed l;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &l))
		return false;
	for (uint32_t i = 0; i < l.count; i++) {
		const struct lexeme *x = &l.at[i];
		if (x->cls == LEX_NAME || x->cls == LEX_REASON || x->cls == LEX_SPEAKER ||
		    x->cls == LEX_ACTION || x->cls == LEX_STANCE ||
		    (x->cls == LEX_FILLER && x->value == FILLER_JUDGED))
			return false;
	}
	return l.count > 0;
}

/* "in paragraph 5", at the preposition. */
static bool place_comes(const struct grammar *g)
{
	struct cursor next = g->cursor;
	next.at++;
	return noun_is_place(&next);
}

/*
 * What stands behind a verb that has no object as yet, and is none: a part of the place may
 * be meant by it, never all of it.
 */
static bool is_stray(const struct grammar *g, const struct frame *f)
{
	const struct lexeme *x = peek(g, 0);
	bool const brackets = f->verb == VERB_PUT || f->verb == VERB_BRACKET ||
	                      f->verb == VERB_UNBRACKET;
	if (f->object_count || f->with.present || f->to.present || f->read.present ||
	    g->role == ROLE_WITH || g->role == ROLE_READ)
		return false;
	switch (x->cls) {
	case LEX_GROUP:
		return is_stray_aside(g);
	case LEX_POSITION:
	case LEX_BEGINNING:
		return true;
	case LEX_FILLER:
		return x->value == FILLER_DUE;
	case LEX_IN:
		return !brackets && f->verb == VERB_DELETE && peek(g, 1)->cls != LEX_BRACKETS &&
		       !place_comes(g);
	default:
		return false;
	}
}

/* Notes it for the frame; one that a semicolon cut off belongs to the frame before. */
static void note_stray(struct grammar *g)
{
	struct frame *f = g->f;
	if (!f->has_verb && g->frame_count > 1 && frame_is_empty(f))
		f--;
	if (takes_whole_place(f) && !f->stray.end && is_stray(g, f))
		f->stray = peek(g, 0)->range;
}

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
