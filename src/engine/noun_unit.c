/*
 * noun_unit.c -- one unit of a place: its word, and the label, ordinal or words that tell
 * which one it is.  See nouning.h.
 *
 * "paragraph 43 (b)", "the last two rows", "Satz 2", "PP2", "the row for “Net”".  It becomes
 * one step, and one more for each further part of the numeral.  How units combine into a
 * place is noun.c's matter.
 */
#include "nouning.h"

#include "base/bytes.h"

/* "предложение второе части 4", and "párrafo, segunda frase": does the ordinal go with the
 * unit before it, and not with this one behind it? */
static bool belongs_before(const struct cursor *c, redline_unit unit, const struct lexeme *behind)
{
	return behind->cls != LEX_UNIT ||
	       (cursor_lang(c)->genitives && noun_rank(UNIT_OF(behind->value)) < noun_rank(unit));
}

void noun_insert_step(struct steps *s, unsigned at, redline_step step)
{
	if (s->count == STEPS_MAX)
		return;
	memmove(&s->at[at + 1], &s->at[at], (s->count - at) * sizeof s->at[0]);
	s->at[at] = step;
	s->count++;
}

/* "2-6" after a plural is a range; elsewhere it is a number of its own. */
static bool split_range(redline_bytes part, redline_bytes *from, redline_bytes *to)
{
	const char *dash = memchr(part.ptr, '-', part.len);
	if (!dash || dash + 1 == part.ptr + part.len)
		return false;
	for (size_t i = 0; i < part.len; i++)
		if (!is_digit(part.ptr[i]) && part.ptr + i != dash)
			return false;
	*from = (redline_bytes){part.ptr, (size_t)(dash - part.ptr)};
	*to = (redline_bytes){dash + 1, part.len - from->len - 1};
	return true;
}

static redline_unit part_unit(redline_unit unit, const struct numeral *n, unsigned i)
{
	if (i == 0)
		return n->unit != REDLINE_DOCUMENT ? n->unit : unit;
	return REDLINE_SUBPARAGRAPH;
}

/* "sub-paragraph 6" is one, whatever else has the number; "sub-paragraph 3 (a)" and "(a)" are
 * ways to name a part of any provision. */
static bool is_exact(redline_unit unit, const struct numeral *n)
{
	return unit != REDLINE_SUBPARAGRAPH ||
	       (n->count == 1 && !n->parens && n->part[0].len && is_digit(n->part[0].ptr[0]));
}

/* Appends a numeral's parts as steps of a unit. */
void noun_add_numeral(struct steps *s, const struct numeral *n, redline_unit unit, bool exact,
                      bool plural, unsigned at)
{
	for (unsigned i = 0; i < n->count; i++) {
		redline_step step = {
			.unit = part_unit(unit, n, i), .label = n->part[i], .source = n->source[i]};
		step.exact = i == 0 && ((exact && is_exact(unit, n)) || n->unit == REDLINE_SECTION);
		if (i == 0 && plural && n->count == 1)
			(void)split_range(n->part[0], &step.label, &step.label_to);
		noun_insert_step(s, at + i, step);
	}
}

bool noun_is_range_word(const struct lexeme *x)
{
	return x->cls == LEX_TO || x->cls == LEX_THROUGH || is_punct(x, 0x2013) ||
	       is_punct(x, 0x2014) || is_punct(x, '-');
}

/* Digits and digits, small letters and small letters, large ones and large ones? */
static bool same_shape(redline_bytes a, redline_bytes b)
{
	return a.len && b.len && is_digit(a.ptr[0]) == is_digit(b.ptr[0]) &&
	       is_upper(a.ptr[0]) == is_upper(b.ptr[0]) && is_lower(a.ptr[0]) == is_lower(b.ptr[0]);
}

/* Does the sentence move or renumber something, so that "to" may lead to where that goes? */
static bool moves_something(const struct cursor *c)
{
	for (uint32_t i = 0; i < c->lexed->count; i++) {
		const struct lexeme *x = &c->lexed->at[i];
		if (x->cls == LEX_ACTION && VERB_OF(x->value) != VERB_DELETE &&
		    VERB_OF(x->value) != VERB_REPLACE && VERB_OF(x->value) != VERB_INSERT)
			return true;
	}
	return false;
}

/* "(b)(2) through (4)": the end is that of the last part; of "to", too, where nothing moves. */
static bool ends_last_part(const struct cursor *c, const struct numeral *n, const struct steps *s)
{
	return n->parens && n->count == 1 && same_shape(s->at[s->count - 1].label, n->part[0]) &&
	       (cursor_peek(c, 0)->cls != LEX_TO || !moves_something(c));
}

/* "... to 6" after "paragraphs 2". */
void noun_take_range_end(struct cursor *c, struct steps *s, unsigned at)
{
	/* "第三条至第五条": in Chinese no verb takes such a "to" */
	const struct lexeme *unit = cursor_peek(c, 1);
	bool const again = cursor_lang(c)->solid && unit->cls == LEX_UNIT && s->count &&
	                   UNIT_OF(unit->value) == s->at[s->count - 1].unit;
	const struct lexeme *x = cursor_peek(c, again ? 2 : 1);
	if (!noun_is_range_word(cursor_peek(c, 0)) || x->cls != LEX_NUMERAL)
		return;
	const struct numeral *n = &c->lexed->numerals[x->value];
	bool const whole = n->count == s->count - at;
	if (at < s->count && s->at[s->count - 1].label.len && (whole || ends_last_part(c, n, s))) {
		s->at[s->count - 1].label_to = n->part[n->count - 1];
		c->at += again ? 3 : 2;
		return;
	}
	bool const word = cursor_peek(c, 0)->cls == LEX_TO || cursor_peek(c, 0)->cls == LEX_THROUGH;
	s->unlike |= at < s->count && s->at[s->count - 1].label.len && word && !moves_something(c);
}

/* "beginning with the words “...”" */
static void take_beginning(struct cursor *c, struct steps *s, unsigned at)
{
	uint32_t i = 0;
	while (cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	if (cursor_peek(c, i)->cls != LEX_BEGINNING)
		return;
	i++;
	while (cursor_peek(c, i)->cls == LEX_TEXT || cursor_peek(c, i)->cls == LEX_FILLER ||
	       cursor_peek(c, i)->cls == LEX_LINK)
		i++;
	const struct lexeme *q = cursor_peek(c, i);
	if (q->cls != LEX_QUOTE)
		return;
	s->at[at].words = quotation_words(&c->quotes->at[q->value], c->text, c->arena);
	c->at += i + 1;
}

/* "the row for “Net”", "the cell “per net”" */
static void take_name(struct cursor *c, struct steps *s, unsigned at)
{
	uint32_t i = 0;
	while (cursor_peek(c, i)->cls == LEX_FOR || cursor_peek(c, i)->cls == LEX_TEXT ||
	       cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *q = cursor_peek(c, i);
	if (q->cls != LEX_QUOTE || s->at[at].words.len || s->at[at].ordinal)
		return;
	s->at[at].words = quotation_words(&c->quotes->at[q->value], c->text, c->arena);
	c->at += i + 1;
}

static int32_t plain_number(redline_bytes part)
{
	int32_t n = 0;
	for (size_t i = 0; i < part.len; i++) {
		if (!is_digit(part.ptr[i]) || n > 999)
			return 0;
		n = n * 10 + (part.ptr[i] - '0');
	}
	return n;
}

/* "Satz 2", "sentence 2": sentences have no labels.  0 if the numeral is no such count. */
int32_t noun_sentence_number(const struct cursor *c, redline_unit unit, const struct lexeme *number)
{
	const struct numeral *n = &c->lexed->numerals[number->value];
	return unit == REDLINE_SENTENCE && n->count == 1 ? plain_number(n->part[0]) : 0;
}

/* Does "of" and a word with a capital that no row knows come here? */
static bool is_by_name(const struct cursor *c, uint32_t i)
{
	if (cursor_peek(c, i)->cls != LEX_OF)
		return false;
	i++;
	while (cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	const struct lexeme *x = cursor_peek(c, i);
	return x->cls == LEX_WORD && utf8_large_at(c->text, x->range.begin);
}

/* A unit on its way into the steps: what was said of it, and where the reading is. */
struct unit_phrase {
	uint32_t i; /* lexemes of it that were looked at */
	bool same;  /* "the same", "the whole" */
	int32_t ordinal, ordinal_to;
	const struct lexeme *unit; /* its word */
};

bool noun_note_renumbered(struct steps *s, const struct lexeme *x)
{
	if (x->cls != LEX_RENUMBERED)
		return false;
	s->designated |= x->value == RENUMBERED_TEXT;
	return s->renumbered = true;
}

/* "the same", "the whole", "the renumbered": what stands before all else. */
static void read_determiners(const struct cursor *c, struct steps *s, struct unit_phrase *p)
{
	while (p->i < 4 && noun_is_determiner(cursor_peek(c, p->i))) {
		enum lex_class const cls = cursor_peek(c, p->i)->cls;
		noun_note_renumbered(s, cursor_peek(c, p->i));
		p->same |= cls == LEX_SAME || cls == LEX_WHOLE;
		p->i++;
	}
}

/* "the second", "the first two", "the last two", "les deux premières" */
static void read_ordinal(const struct cursor *c, struct unit_phrase *p)
{
	int32_t count = 0;
	if (noun_counts_ordinals(cursor_peek(c, p->i)))
		count = cursor_peek(c, p->i++)->value;
	if (cursor_peek(c, p->i)->cls != LEX_ORDINAL)
		return;
	p->ordinal = cursor_peek(c, p->i++)->value - 100;
	if (!count && cursor_peek(c, p->i)->cls == LEX_COUNT)
		count = cursor_peek(c, p->i++)->value;
	if (!count)
		return;
	p->ordinal_to = p->ordinal > 0 ? p->ordinal + count - 1 : p->ordinal;
	p->ordinal = p->ordinal > 0 ? p->ordinal : p->ordinal - count + 1;
}

/* "of resolution 70/1", "of the report of the Secretary-General" */
static bool is_foreign_document(const struct cursor *c, const struct unit_phrase *p)
{
	const struct lexeme *number = cursor_peek(c, p->i + 1);
	bool const inside = c->at > 0 && c->lexed->at[c->at - 1].cls == LEX_OF;
	return number->cls == LEX_NUMERAL ||
	       (inside && (number->cls == LEX_WORD || is_by_name(c, p->i + 1)));
}

/* "Satz 2", "Satz 1 bis 3"; false if the range ends in no number of a sentence. */
static bool read_sentence_number(const struct cursor *c, struct unit_phrase *p)
{
	const struct lexeme *number = cursor_peek(c, ++p->i), *end = cursor_peek(c, p->i + 2);
	p->ordinal = noun_sentence_number(c, REDLINE_SENTENCE, number);
	if (!noun_is_range_word(cursor_peek(c, p->i + 1)) || end->cls != LEX_NUMERAL)
		return true;
	p->ordinal_to = noun_sentence_number(c, REDLINE_SENTENCE, end);
	p->i += 2;
	return p->ordinal_to > 0;
}

/* A numeral that is a place by itself: "PP2", "(b)". */
static bool take_self_named(struct cursor *c, struct steps *s, unsigned at,
                            const struct unit_phrase *p)
{
	unsigned const before = s->count;
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, p->i)->value];
	noun_add_numeral(s, n, n->parens ? REDLINE_SUBPARAGRAPH : REDLINE_PARAGRAPH_UNIT, false,
	                 false, at);
	c->at += p->i + 1;
	return s->count > before;
}

/* The numeral behind a unit's word: "paragraph 5", "paragraphs 2 to 6". */
static bool take_numbered_unit(struct cursor *c, struct steps *s, unsigned at,
                               const struct unit_phrase *p)
{
	unsigned const before = s->count;
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, p->i + 1)->value];
	noun_add_numeral(s, n, UNIT_OF(p->unit->value), p->unit->value & UNIT_EXACT,
	                 p->unit->value & UNIT_PLURAL, at);
	if ((p->unit->value & UNIT_KIND) && s->count > before)
		s->at[at].kind = bytes_in(c->text, p->unit->range);
	c->at += p->i + 2;
	if (s->count > before)
		noun_take_range_end(c, s, at);
	return s->count > before;
}

/* "the section entitled “Scope”": named.c has told its words. */
static bool take_named_unit(struct cursor *c, struct steps *s, unsigned at,
                            const struct unit_phrase *p)
{
	unsigned const before = s->count;
	noun_insert_step(s, at,
	                 (redline_step){.unit = UNIT_OF(p->unit->value),
	                                .words = bytes_in(c->text, p->unit->range),
	                                .source = p->unit->range});
	c->at += p->i + 1;
	return s->count > before;
}

/* "the definition of “vessel”" */
static bool take_definition(struct cursor *c, struct steps *s, unsigned at,
                            const struct unit_phrase *p)
{
	unsigned const before = s->count;
	const struct lexeme *q = cursor_peek(c, p->i + 1);
	if (q->cls != LEX_QUOTE)
		return false;
	noun_insert_step(s, at,
	                 (redline_step){.unit = UNIT_OF(p->unit->value),
	                                .kind = BYTES("definition"),
	                                .words = quotation_words(&c->quotes->at[q->value],
	                                                         c->text, c->arena),
	                                .source = p->unit->range});
	c->at += p->i + 2;
	return s->count > before;
}

/* A unit without a numeral: by an ordinal, by its words, or the one spoken of. */
static bool take_described_unit(struct cursor *c, struct steps *s, unsigned at,
                                const struct unit_phrase *p)
{
	unsigned const before = s->count;
	redline_unit const unit = UNIT_OF(p->unit->value);
	bool const all = p->unit->value & UNIT_ALL;
	redline_step const step = {.unit = unit,
	                           .exact = p->unit->value & UNIT_EXACT,
	                           .ordinal = all ? 1 : p->ordinal,
	                           .ordinal_to = all ? -1 : p->ordinal_to,
	                           .source = p->unit->range};
	bool const stands_alone =
		noun_rank(unit) == RANK_PART || unit == REDLINE_DOCUMENT || unit == REDLINE_TABLE;
	c->at += p->i + 1;
	noun_insert_step(s, at, step);
	if (unit == REDLINE_SENTENCE || noun_rank(unit) == RANK_PARAGRAPH || unit == REDLINE_ROW)
		take_beginning(c, s, at);
	if (unit == REDLINE_ROW || unit == REDLINE_COLUMN || unit == REDLINE_CELL)
		take_name(c, s, at);
	if (!p->ordinal && !all && !s->at[at].words.len && (!stands_alone || (p->same && unit != REDLINE_DOCUMENT)))
		s->relative = true;
	return s->count > before;
}

bool noun_take_unit(struct cursor *c, struct steps *s, unsigned at)
{
	struct unit_phrase p = {.i = 0};
	read_determiners(c, s, &p);
	read_ordinal(c, &p);
	p.unit = cursor_peek(c, p.i);
	if (!p.ordinal && noun_speaks_for_itself(c, p.unit))
		return take_self_named(c, s, at, &p);
	if (p.unit->cls != LEX_UNIT)
		return false;
	redline_unit const unit = UNIT_OF(p.unit->value);
	const struct lexeme *behind = cursor_peek(c, p.i + 1);
	s->foreign |= unit == REDLINE_DOCUMENT && is_foreign_document(c, &p);
	if (p.unit->value & UNIT_NAMED)
		return take_named_unit(c, s, at, &p);
	if (p.unit->value & UNIT_DEFINES)
		return take_definition(c, s, at, &p);
	if (p.unit->value & UNIT_ALL)
		return take_described_unit(c, s, at, &p);
	if (!p.ordinal && behind->cls == LEX_NUMERAL) {
		if (!noun_sentence_number(c, unit, behind))
			return take_numbered_unit(c, s, at, &p);
		if (!read_sentence_number(c, &p))
			return false;
	} else if (!p.ordinal && behind->cls == LEX_ORDINAL && noun_ordinals_follow(c) &&
	           belongs_before(c, unit, cursor_peek(c, p.i + 2))) {
		p.ordinal = behind->value - 100; /* "párrafo segundo" */
		p.i++;
	}
	return take_described_unit(c, s, at, &p);
}
