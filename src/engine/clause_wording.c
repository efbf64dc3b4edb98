/*
 * clause_wording.c -- the words of the text that a clause names: quoted, bare or as a mark.
 *
 * All of them become operands (place_operand); which slot that is, the role says.  What is
 * in quotation marks always is wording.  One bare word is, where the verb's form leaves room
 * for nothing else: right behind the verb or "the word", or as the new words with nothing
 * behind them.  A mark that is spelt out ("a semicolon") stands for itself.
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
	const struct lexeme *x = before_cursor(g);
	if (!x || x->cls != LEX_UNIT || g->f->has_verb || !g->f->places.count)
		return false;
	redline_unit const unit = UNIT_OF(x->value);
	return unit == REDLINE_HEADING_UNIT || unit == REDLINE_TITLE || unit == REDLINE_SECTION ||
	       unit == REDLINE_CHAPTER || unit == REDLINE_ANNEX;
}

void read_quote(struct grammar *g)
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
	const struct lexeme *x = before_cursor(g);
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
	bool const starts = announced || (g->cursor.at > g->start && is_behind(g, LEX_ACTION));
	switch (g->role) {
	case ROLE_WITH:
		return is_replacing(f->verb) && f->object_count == 1 && ends_new_words(g, next);
	case ROLE_TO:
		return f->verb == VERB_CHANGE && f->object_count == 1 && ends_new_words(g, next) &&
		       (announced || is_behind(g, LEX_TO));
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
	const struct lexeme *x = before_cursor(g);
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

bool read_plain_word(struct grammar *g)
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
	/* "nach dem Wort „a“ ein Komma und das Wort „b“ eingefügt": the verb is still to come */
	bool const awaited = !g->f->has_verb && g->f->anchor.present && !g->f->object_count;
	bool const inserts =
		g->role == ROLE_OBJECT &&
		(is_verb(g->f, VERB_INSERT) || is_verb(g->f, VERB_COMPLETE) || awaited);
	if ((g->role != ROLE_WITH && !inserts) || peek(g, 1)->cls != LEX_AND)
		return 0;
	uint32_t const i = skip_text_nouns(g, 2);
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

bool describes_wording(const struct grammar *g)
{
	return is_behind(g, LEX_WORD) && peek(g, skip_text_nouns(g, 1))->cls == LEX_QUOTE;
}

/* "das Semikolon und die Wörter „a“", before the verb: both are meant. */
static bool joins_wording(const struct grammar *g)
{
	if (peek(g, 1)->cls != LEX_AND)
		return false;
	enum lex_class const cls = peek(g, skip_fillers(g, 2))->cls;
	return cls == LEX_TEXT || cls == LEX_QUOTE || cls == LEX_MARK;
}

void read_mark_or_skip(struct grammar *g)
{
	enum lex_class const next = peek(g, 1)->cls;
	if (g->f->has_verb || joins_wording(g) || next == LEX_ACTION || next == LEX_POSITION ||
	    next == LEX_LINK || g->role == ROLE_WITH)
		read_mark(g);
	else
		g->cursor.at++;
}

/* ---- a mark behind "it" ---- */

/* The wording named right before the last one: in this frame or the one before. */
static redline_operand *before_last(struct grammar *g)
{
	struct frame *f = g->f;
	if (f->object_count > 1)
		return &f->object[f->object_count - 2];
	struct frame *other = f->taken_verb && g->frame_count > 1 ? f - 1 : NULL;
	return other && other->object_count ? &other->object[other->object_count - 1] : NULL;
}

/* "delete “a” and the comma after it": the mark goes with the words. */
static bool join_mark(struct grammar *g)
{
	struct frame *f = g->f;
	bool const after = f->where == REDLINE_AFTER;
	if (g->role != ROLE_ANCHOR || f->anchor.present || !f->object_count ||
	    !is_verb(f, VERB_DELETE) || (!after && f->where != REDLINE_BEFORE))
		return false;
	redline_operand *words = before_last(g);
	const redline_operand *mark = &f->object[f->object_count - 1];
	if (!words || !words->quoted || mark->quoted || mark->words.len != 1)
		return false;
	char *joined = arena_alloc(g->cursor.arena, words->words.len + 2);
	if (!joined)
		return false;
	size_t const at = after ? 0 : 2;
	joined[after ? words->words.len : 0] = mark->words.ptr[0];
	if (!after)
		joined[1] = ' ';
	memcpy(joined + at, words->words.ptr, words->words.len);
	words->words = (redline_bytes){joined, words->words.len + (after ? 1 : 2)};
	words->ends_sentence = false;
	f->object_count--;
	f->where = REDLINE_NOWHERE;
	g->role = ROLE_OBJECT;
	return true;
}

void read_pronoun(struct grammar *g)
{
	if (join_mark(g)) {
		g->cursor.at++;
		return;
	}
	if (g->role == ROLE_OBJECT && g->f->has_verb && !g->f->object_count)
		g->f->pronoun = true;
	g->cursor.at++;
}
