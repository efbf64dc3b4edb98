/*
 * clause_brackets.c -- square brackets as what a verb is about.
 *
 * "Remove the brackets around “a”" keeps the words; "delete “a” and the brackets" does not.
 * So it matters what stands before the noun and behind it: the words that it stands around,
 * or words that go with their brackets, which are then looked for with these.
 */
#include "clause_parts.h"

/* "the bracketed text": from one bracket through the other, unless it is to be put there. */
static bool read_bracketed(struct grammar *g)
{
	struct frame *f = g->f;
	const struct lexeme *x = peek(g, 0);
	bool const round = x->value == BRACKETS_ROUND;
	if ((x->value != BRACKETS_TEXT && !round) || g->role != ROLE_OBJECT)
		return false;
	if (!round && (is_verb(f, VERB_PUT) || is_verb(f, VERB_BRACKET))) {
		f->text_noun = f->in_brackets = true;
		g->cursor.at++;
		return true;
	}
	if (f->object_count || f->from.present || f->through.present)
		return false;
	f->from = (redline_operand){
		.words = bytes_of(round ? "(" : "["), .source = x->range, .present = true};
	f->through = (redline_operand){
		.words = bytes_of(round ? ")" : "]"), .source = x->range, .present = true};
	f->through_is = THROUGH_GOES;
	f->span.end = x->range.end;
	g->cursor.at++;
	return true;
}

/* Is there what "the brackets" may belong to, or may only be listed with? */
static bool has_matter(const struct frame *f, bool comma)
{
	if (f->has_verb && f->verb != VERB_DELETE && f->verb != VERB_UNBRACKET &&
	    !is_replacing(f->verb))
		return false;
	bool const units = f->units.count > 0 && (f->has_verb || !comma);
	return f->object_count || f->from.present || units;
}

/* "around “a”", behind the noun at the cursor. */
static bool words_follow(const struct grammar *g)
{
	enum lex_class const next = peek(g, 1)->cls;
	bool const link = next == LEX_OF || next == LEX_FROM;
	return peek(g, skip_text_nouns(g, link ? 2 : 1))->cls == LEX_QUOTE;
}

static bool is_in_brackets(redline_bytes words)
{
	return words.len > 2 && words.ptr[0] == '[' && words.ptr[words.len - 1] == ']';
}

/* “a” as "[a]", unless it is quoted with its brackets. */
static void put_brackets_on(struct grammar *g, redline_operand *words)
{
	size_t const len = words->words.len;
	char *both = arena_alloc(g->cursor.arena, len + 2);
	if (!both || is_in_brackets(words->words))
		return;
	both[0] = '[';
	memcpy(both + 1, words->words.ptr, len);
	both[len + 1] = ']';
	words->words = (redline_bytes){both, len + 2};
}

/* The first frame of those that a list of words was read into: "“a”, “b” and the brackets". */
static struct frame *list_begin(const struct grammar *g)
{
	struct frame *f = g->f;
	while (f > g->frames && f->taken_verb && f->verb == (f - 1)->verb)
		f--;
	return f;
}

/* Behind "and", a comma or "with", and "its", "all"? */
static bool is_listed(const struct grammar *g, bool *all_of_them)
{
	const struct lexeme *row = g->cursor.lexed->at;
	uint32_t at = g->cursor.at;
	*all_of_them = false;
	while (at > 0 && (row[at - 1].cls == LEX_FILLER || row[at - 1].cls == LEX_PRONOUN ||
	                  row[at - 1].cls == LEX_QUANTIFIER))
		*all_of_them |= row[--at].cls == LEX_QUANTIFIER;
	*all_of_them |= at > 0 && is_punct(&row[at - 1], ',');
	bool const with = at > 0 && row[at - 1].cls == LEX_LINK &&
	                  row[at - 1].value == LINK_WITH && is_verb(g->f, VERB_DELETE);
	return at > 0 && (with || is_separator(&row[at - 1]));
}

/* "around it", which says no more than "its". */
static void skip_around_it(struct grammar *g)
{
	if (peek(g, 0)->cls != LEX_OF)
		return;
	uint32_t i = 1;
	while (peek(g, i)->cls == LEX_SAME || peek(g, i)->cls == LEX_FILLER)
		i++;
	if (peek(g, i)->cls == LEX_PRONOUN || peek(g, i)->cls == LEX_TEXT)
		g->cursor.at += i + 1;
}

/* "delete “a” and the brackets": the words go with what stands around them. */
static void read_with_words(struct grammar *g, bool others)
{
	const struct lexeme *noun = peek(g, 0);
	if (others || !g->f->object_count) {
		puzzle(g, "not-understood",
		       "it is not clear which brackets these are; quote the words that go with their "
		       "brackets: \"[...]\", and say which words stay without them",
		       noun->range, false);
		return;
	}
	for (struct frame *f = list_begin(g); f <= g->f; f++)
		for (unsigned i = 0; i < f->object_count; i++)
			put_brackets_on(g, &f->object[i]);
	g->f->span.end = noun->range.end;
	g->role = ROLE_OBJECT;
	g->cursor.at++;
	skip_around_it(g);
}

/* "delete “a” and the brackets around “b”": another change. */
static void begin_around(struct grammar *g)
{
	const struct frame *before = g->f;
	if (before->has_verb)
		continue_verb(g);
	else
		open_frame(g, true);
	if (g->f == before)
		return;
	g->f->brackets = true;
	g->role = ROLE_OBJECT;
	g->cursor.at++;
	g->cursor.at += peek(g, 0)->cls == LEX_FROM;
}

/* "“a” and “b” 两边的方括号": the noun stands behind all of the words. */
static void mark_list(struct grammar *g)
{
	struct frame *f = g->f->object_count && !g->f->brackets ? list_begin(g) : g->f;
	for (; f <= g->f; f++)
		f->brackets = true;
	g->cursor.at++;
	if (peek(g, 0)->cls == LEX_FROM && peek(g, skip_text_nouns(g, 1))->cls == LEX_QUOTE)
		g->cursor.at++;
}

bool brackets_take(struct grammar *g, const struct frame *f, const redline_operand *words)
{
	bool const keeps = f->brackets && (!f->has_verb || f->verb == VERB_DELETE ||
	                                   f->verb == VERB_UNBRACKET);
	if (!keeps)
		return true;
	bool const apart = !f->object_count && after_separator(g);
	bool const differ = f->object_count && is_in_brackets(f->object[0].words) !=
	                                               is_in_brackets(words->words);
	if (apart || differ)
		puzzle(g, "not-understood",
		       "it is not clear whether these words go, or only lose their brackets; say each "
		       "with a verb of its own: ",
		       words->source, true);
	return !apart && !differ;
}

void read_brackets(struct grammar *g)
{
	if (read_bracketed(g))
		return;
	const struct frame *f = g->f;
	int32_t const kind = peek(g, 0)->value;
	bool others;
	bool const listed = is_listed(g, &others) || kind == BRACKETS_TOO;
	bool const beside = listed && has_matter(f, others);
	if (kind == BRACKETS_ROUND || (kind == BRACKETS_TOO && !beside))
		read_unknown(g);
	else if (f->in_brackets)
		g->cursor.at++;
	else if (beside && words_follow(g))
		begin_around(g);
	else if (beside && !f->brackets)
		read_with_words(g, others && kind != BRACKETS_TOO);
	else
		mark_list(g);
}
