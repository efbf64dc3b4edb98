/*
 * noun.c -- one place, and what tells that one begins.  See noun.h and nouning.h.
 *
 * A phrase is read left to right into steps.  "of" and "in" put what follows
 * outside of what came before; a comma puts it where its unit belongs (the
 * finer unit inside), so that "paragraph 59, second sentence" and "the second
 * sentence of paragraph 59" are the same place.
 */
#include "nouning.h"

#include <unicase.h>

#include "base/bytes.h"

int noun_rank(redline_unit unit)
{
	static const enum rank ranks[] = {
		[REDLINE_DOCUMENT] = RANK_DOCUMENT,
		[REDLINE_ANNEX] = RANK_ANNEX,
		[REDLINE_CHAPTER] = RANK_CHAPTER,
		[REDLINE_SECTION] = RANK_SECTION,
		[REDLINE_ARTICLE] = RANK_ARTICLE,
		[REDLINE_PREAMBULAR] = RANK_PARAGRAPH,
		[REDLINE_OPERATIVE] = RANK_PARAGRAPH,
		[REDLINE_PARAGRAPH_UNIT] = RANK_PARAGRAPH,
		[REDLINE_SUBPARAGRAPH] = RANK_SUBPARAGRAPH,
		[REDLINE_BULLET_UNIT] = RANK_BULLET,
		[REDLINE_TABLE] = RANK_TABLE,
		[REDLINE_ROW] = RANK_ROW,
		[REDLINE_COLUMN] = RANK_COLUMN,
		[REDLINE_CELL] = RANK_CELL,
		[REDLINE_TITLE] = RANK_PART,
		[REDLINE_CHAPEAU] = RANK_PART,
		[REDLINE_HEADING_UNIT] = RANK_PART,
		[REDLINE_FOOTNOTE_UNIT] = RANK_PART,
		[REDLINE_SENTENCE] = RANK_SENTENCE,
		[REDLINE_LINE] = RANK_LINE,
		[REDLINE_WORDS] = RANK_WORDS,
	};
	return (int)ranks[unit];
}

bool noun_holds_items(const redline_step *outer, const redline_step *inner)
{
	return outer->unit == REDLINE_PARAGRAPH_UNIT && outer->exact &&
	       inner->unit == REDLINE_PARAGRAPH_UNIT && !inner->exact;
}

bool noun_ordinals_follow(const struct cursor *c)
{
	return cursor_lang(c)->adjectives_behind || cursor_lang(c)->ordinals_behind;
}

bool noun_is_determiner(const struct lexeme *x)
{
	return x->cls == LEX_FILLER || x->cls == LEX_SAME || x->cls == LEX_WHOLE ||
	       x->cls == LEX_RENUMBERED;
}

bool noun_is_inserted(redline_bytes part)
{
	size_t digits = 0;
	while (digits < part.len && is_digit(part.ptr[digits]))
		digits++;
	return digits > 0 && part.len - digits >= 3 && is_alpha(part.ptr[digits]);
}

/* "On 59, Japan proposes ...": a small number after "on" or "in", before a comma. */
static bool is_topic(const struct cursor *c, const struct lexeme *x)
{
	ptrdiff_t const at = x - c->lexed->at;
	const struct numeral *n = &c->lexed->numerals[x->value];
	const struct lexeme *next = x + 1;
	bool const stop = is_punct(next, ',') || is_punct(next, ':');
	return at > 0 && x[-1].cls == LEX_IN && stop && n->part[0].len <= 3;
}

/* "at the beginning of 4 of article 3" */
static bool is_part_of_unit(const struct cursor *c, const struct lexeme *x)
{
	const struct lexeme *next = x + 1;
	if (x == c->lexed->at || (x[-1].cls != LEX_IN && x[-1].cls != LEX_OF) ||
	    next->cls != LEX_OF)
		return false;
	do
		next++;
	while (next->cls == LEX_FILLER);
	return next->cls == LEX_UNIT;
}

/* A numeral that names a place by itself: "PP2", "§ 5", "(b)", "5 bis". */
static bool speaks_for_itself(const struct cursor *c, const struct lexeme *x)
{
	if (x->cls != LEX_NUMERAL)
		return false;
	const struct numeral *n = &c->lexed->numerals[x->value];
	return n->unit != REDLINE_DOCUMENT || n->parens || noun_is_inserted(n->part[0]) ||
	       is_topic(c, x) || is_part_of_unit(c, x);
}

/* "second and third sentences": lexemes before the last ordinal of a list. */
uint32_t noun_ordinal_list(const struct cursor *c, uint32_t i)
{
	uint32_t n = 0;
	while (n < 16 && cursor_peek(c, i + n)->cls == LEX_ORDINAL) {
		uint32_t k = n + 1;
		const struct lexeme *x = cursor_peek(c, i + k);
		bool const comma = is_punct(x, ',');
		k += comma;
		bool const and = cursor_peek(c, i + k)->cls == LEX_AND;
		k += and;
		while (cursor_peek(c, i + k)->cls == LEX_FILLER)
			k++;
		if ((!comma && !and) || cursor_peek(c, i + k)->cls != LEX_ORDINAL)
			return n;
		n = k;
	}
	return n;
}

/* "пунктом"; "la phrase suivante", "paragraphe 5 bis nouveau" */
static bool is_new_unit(const struct cursor *c, const struct lexeme *x)
{
	if (x->cls != LEX_UNIT)
		return false;
	if (x->value & UNIT_NEW)
		return true;
	x += x[1].cls == LEX_NUMERAL; /* an end stands behind the last one */
	return cursor_lang(c)->adjectives_behind && x[1].cls == LEX_NEW;
}

/* A number before the ordinal that it goes with. */
static bool counts_ordinals(const struct lexeme *x)
{
	return x->cls == LEX_COUNT && x[1].cls == LEX_ORDINAL;
}

bool noun_is_place(const struct cursor *c)
{
	uint32_t i = 0;
	while (i < 4 && noun_is_determiner(cursor_peek(c, i)))
		i++;
	const struct lexeme *x = cursor_peek(c, i);
	if (counts_ordinals(x)) /* "les deux premières phrases" */
		x = cursor_peek(c, ++i);
	if (x->cls == LEX_ORDINAL) {
		i += noun_ordinal_list(c, i);
		return cursor_peek(c, cursor_peek(c, i + 1)->cls == LEX_COUNT ? i + 2 : i + 1)
		               ->cls == LEX_UNIT;
	}
	return (x->cls == LEX_UNIT && !is_new_unit(c, x)) || speaks_for_itself(c, x);
}

bool noun_is_new(const struct cursor *c)
{
	return is_new_unit(c, cursor_peek(c, 0));
}

static bool is_addable(redline_unit unit)
{
	return unit != REDLINE_DOCUMENT && unit != REDLINE_CHAPEAU && unit != REDLINE_LINE &&
	       unit != REDLINE_WORDS;
}

/* "another", "a new", "the two following", or what is new by its form: up to the unit. */
static bool skip_newness(const struct cursor *c, uint32_t *i)
{
	while (cursor_peek(c, *i)->cls == LEX_FILLER && *i < 2)
		++*i;
	enum lex_class const lead = cursor_peek(c, *i)->cls;
	bool const counted = lead == LEX_COUNT && cursor_peek(c, *i + 1)->cls == LEX_NEW;
	if (lead != LEX_ANOTHER && lead != LEX_NEW && !counted &&
	    !is_new_unit(c, cursor_peek(c, *i)))
		return false;
	*i += counted;
	while (cursor_peek(c, *i)->cls == LEX_ANOTHER || cursor_peek(c, *i)->cls == LEX_NEW ||
	       cursor_peek(c, *i)->cls == LEX_COUNT)
		++*i;
	return true;
}

bool noun_new_unit(struct cursor *c, redline_unit *unit, redline_bytes *label)
{
	uint32_t i = 0;
	if (!skip_newness(c, &i))
		return false;
	const struct lexeme *x = cursor_peek(c, i);
	if (speaks_for_itself(c, x) && c->lexed->numerals[x->value].unit != REDLINE_DOCUMENT) {
		const struct numeral *n = &c->lexed->numerals[x->value]; /* "a new OP3 bis" */
		*unit = n->unit;
		*label = n->part[n->count - 1];
		c->at += i + 1;
		return true;
	}
	if (x->cls != LEX_UNIT || !is_addable(UNIT_OF(x->value)))
		return false;
	*unit = UNIT_OF(x->value);
	*label = (redline_bytes){0};
	i++;
	const struct lexeme *number = cursor_peek(c, i);
	if (number->cls == LEX_NEW && cursor_lang(c)->adjectives_behind &&
	    cursor_peek(c, i + 1)->cls == LEX_NUMERAL)
		number = cursor_peek(c, ++i); /* "فقرة جديدة 5 مكررا" */
	if (number->cls == LEX_NUMERAL) {
		const struct numeral *n = &c->lexed->numerals[number->value];
		*label = n->part[n->count - 1];
		i++;
	}
	c->at += i;
	return true;
}

/* "предложение второе части 4", and "párrafo, segunda frase": does the ordinal go with the
 * unit before it, and not with this one behind it? */
static bool belongs_before(const struct cursor *c, redline_unit unit, const struct lexeme *behind)
{
	return behind->cls != LEX_UNIT ||
	       (cursor_lang(c)->genitives && noun_rank(UNIT_OF(behind->value)) < noun_rank(unit));
}

/* ---- one place ---- */

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

/* Appends a numeral's parts as steps of a unit. */
void noun_add_numeral(struct steps *s, const struct numeral *n, redline_unit unit, bool exact,
                      bool plural, unsigned at)
{
	for (unsigned i = 0; i < n->count; i++) {
		redline_step step = {
			.unit = part_unit(unit, n, i), .label = n->part[i], .source = n->source[i]};
		step.exact = i == 0 && (exact || n->unit == REDLINE_SECTION);
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
	if (at < s->count && n->count == s->count - at && s->at[s->count - 1].label.len) {
		s->at[s->count - 1].label_to = n->part[n->count - 1];
		c->at += again ? 3 : 2;
	}
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
	unsigned size;
	uint32_t const cp = utf8_at(c->text, x->range.begin, &size);
	return x->cls == LEX_WORD && uc_tolower(cp) != cp;
}

/* A unit on its way into the steps: what was said of it, and where the reading is. */
struct unit_phrase {
	uint32_t i; /* lexemes of it that were looked at */
	bool same;  /* "the same", "the whole" */
	int32_t ordinal, ordinal_to;
	const struct lexeme *unit; /* its word */
};

static bool note_renumbered(struct steps *s, const struct lexeme *x)
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
		note_renumbered(s, cursor_peek(c, p->i));
		p->same |= cls == LEX_SAME || cls == LEX_WHOLE;
		p->i++;
	}
}

/* "the second", "the first two", "the last two", "les deux premières" */
static void read_ordinal(const struct cursor *c, struct unit_phrase *p)
{
	int32_t count = 0;
	if (counts_ordinals(cursor_peek(c, p->i)))
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
	c->at += p->i + 2;
	if (s->count > before)
		noun_take_range_end(c, s, at);
	return s->count > before;
}

/* A unit without a numeral: by an ordinal, by its words, or the one spoken of. */
static bool take_described_unit(struct cursor *c, struct steps *s, unsigned at,
                                const struct unit_phrase *p)
{
	unsigned const before = s->count;
	redline_unit const unit = UNIT_OF(p->unit->value);
	redline_step const step = {.unit = unit,
	                           .exact = p->unit->value & UNIT_EXACT,
	                           .ordinal = p->ordinal,
	                           .ordinal_to = p->ordinal_to,
	                           .source = p->unit->range};
	bool const stands_alone =
		noun_rank(unit) == RANK_PART || unit == REDLINE_DOCUMENT || unit == REDLINE_TABLE;
	c->at += p->i + 1;
	noun_insert_step(s, at, step);
	if (unit == REDLINE_SENTENCE || noun_rank(unit) == RANK_PARAGRAPH || unit == REDLINE_ROW)
		take_beginning(c, s, at);
	if (unit == REDLINE_ROW || unit == REDLINE_COLUMN || unit == REDLINE_CELL)
		take_name(c, s, at);
	if (!p->ordinal && !s->at[at].words.len && (!stands_alone || p->same))
		s->relative = true;
	return s->count > before;
}

/* One unit with its label or ordinal, into place `at` of the steps. */
static bool take_unit(struct cursor *c, struct steps *s, unsigned at)
{
	struct unit_phrase p = {.i = 0};
	read_determiners(c, s, &p);
	read_ordinal(c, &p);
	p.unit = cursor_peek(c, p.i);
	if (!p.ordinal && speaks_for_itself(c, p.unit))
		return take_self_named(c, s, at, &p);
	if (p.unit->cls != LEX_UNIT)
		return false;
	redline_unit const unit = UNIT_OF(p.unit->value);
	const struct lexeme *behind = cursor_peek(c, p.i + 1);
	s->foreign |= unit == REDLINE_DOCUMENT && is_foreign_document(c, &p);
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

/* The last "§ ..." of an aside, as steps. */
static void read_alias(const struct cursor *c, struct steps *out)
{
	const struct lexeme *x = cursor_peek(c, 0);
	redline_range const inside = c->lexed->groups[x->value];
	redline_bytes const text = bytes_in(c->text, inside);
	for (size_t i = text.len; i > 1; i--) {
		if ((unsigned char)text.ptr[i - 2] != 0xC2 ||
		    (unsigned char)text.ptr[i - 1] != 0xA7)
			continue;
		uint32_t end;
		redline_range const from = {inside.begin + (uint32_t)i - 2, inside.end};
		struct numeral const n = lex_numeral(c->arena, c->text, from, true, &end);
		noun_add_numeral(out, &n, REDLINE_SECTION, true, false, 0);
		return;
	}
}

unsigned noun_complete_alias(redline_step *alias, unsigned known, const redline_step *at,
                             unsigned count)
{
	unsigned section = 0;
	while (section < count && at[section].unit != REDLINE_SECTION)
		section++;
	for (unsigned i = section + known; known && i < count && known < STEPS_MAX; i++)
		alias[known++] = at[i];
	return known;
}

/* ", as so redesignated"; the lexer takes it out of parentheses */
static bool take_renumbered(struct cursor *c, struct steps *s)
{
	uint32_t const comma = is_punct(cursor_peek(c, 0), ',');
	if (!note_renumbered(s, cursor_peek(c, comma)))
		return false;
	c->at += comma + 1;
	return true;
}

/* "Delete paragraph 7 (Japan).": who asks, at the end of a sentence. */
static bool names_asker(const struct cursor *c)
{
	uint32_t len;
	const struct lexeme *next = cursor_peek(c, 1);
	bool const stop = is_punct(next, '.');
	return cursor_peek(c, stop ? 2 : 1)->cls == LEX_END &&
	       lex_party(c->lexer, c->text, c->lexed->groups[cursor_peek(c, 0)->value], &len) >= 0;
}

/* "of the Water Act of 1990" behind a place, if its number in the code follows */
static void skip_act(struct cursor *c)
{
	uint32_t i = is_punct(cursor_peek(c, 0), ',');
	const struct lexeme *x = cursor_peek(c, i);
	if (x->cls != LEX_FILLER || x->value != FILLER_ACT)
		return;
	i += is_punct(cursor_peek(c, i + 1), ',') ? 2 : 1;
	if (cursor_peek(c, i)->cls == LEX_GROUP)
		c->at += i;
}

/* "the third sentence (“They rest.”)", "3.1 (and 3.3)": an aside that matters. */
static bool says_more(const struct cursor *c)
{
	struct lexed l;
	redline_range const inside = c->lexed->groups[cursor_peek(c, 0)->value];
	uint32_t const q = quotes_from(c->quotes, inside.begin);
	if (q < c->quotes->count && c->quotes->at[q].outer.begin < inside.end)
		return true;
	return lex_aside(c->lexer, c->arena, c->text, inside, c->quotes, &l) &&
	       noun_names_more(&l);
}

/* "(D.C. Official Code § 3-343.02(a))": the place by another name. */
static void take_alias(struct cursor *c, struct steps *s)
{
	skip_act(c);
	if (take_renumbered(c, s) || cursor_peek(c, 0)->cls != LEX_GROUP || names_asker(c))
		return;
	struct steps alias = {.count = 0};
	s->beside |= says_more(c);
	read_alias(c, &alias);
	memcpy(s->also, alias.at, sizeof alias.at);
	s->also_count = alias.count;
	c->at++;
}

void noun_alias(const struct cursor *c, redline_place *place)
{
	struct steps alias = {.count = 0};
	read_alias(c, &alias);
	alias.count = noun_complete_alias(alias.at, alias.count, place->steps, place->count);
	redline_step *also = alias.count ? arena_array(c->arena, alias.count, sizeof *also) : NULL;
	if (!also)
		return;
	memcpy(also, alias.at, alias.count * sizeof *also);
	place->also = also;
	place->also_count = alias.count;
}

/* May what follows the comma be a finer or coarser part of the same place? */
static bool continues_after_comma(const struct cursor *c)
{
	struct cursor after = *c;
	after.at++;
	if (!noun_is_place(&after))
		return false;
	uint32_t i = 0;
	while (noun_is_determiner(cursor_peek(&after, i)))
		i++;
	const struct lexeme *x = cursor_peek(&after, i);
	return x->cls == LEX_ORDINAL || x->cls == LEX_UNIT || speaks_for_itself(c, x);
}

static unsigned place_by_rank(const struct steps *s, redline_unit unit)
{
	unsigned at = 0;
	while (at < s->count && noun_rank(s->at[at].unit) <= noun_rank(unit))
		at++;
	return at;
}

/* After a comma: the finer unit goes inside, the coarser outside. */
static bool take_after_comma(struct cursor *c, struct steps *s)
{
	struct steps more = {.count = 0};
	struct cursor after = *c;
	after.at++;
	if (!take_unit(&after, &more, 0) || more.relative)
		return false;
	bool const bare = cursor_peek(c, 1)->cls == LEX_NUMERAL;
	if (bare && s->count && noun_lists_on(c, &s->at[s->count - 1], more.at))
		return false;
	bool const within = !bare && s->count && noun_is_within_section(s->at, more.at);
	bool const same_rank =
		s->count && noun_rank(more.at[0].unit) == noun_rank(s->at[s->count - 1].unit);
	if ((same_rank && !within) || s->count + more.count > STEPS_MAX)
		return false; /* an item of a list */
	unsigned const at = within ? s->count : place_by_rank(s, more.at[0].unit);
	for (unsigned i = 0; i < more.count; i++)
		noun_insert_step(s, at + i, more.at[i]);
	*c = after;
	return true;
}

/*
 * "Absatz 2 Satz 1": a finer unit with its number, right behind; in Chinese, which has
 * every place so, with an ordinal ("第5段的第二句") or by its name alone, too.
 */
static bool take_finer(struct cursor *c, struct steps *s)
{
	bool const solid = cursor_lang(c)->solid;
	struct cursor next = *c;
	while (solid && cursor_peek(&next, 0)->cls == LEX_FILLER)
		next.at++;
	const struct lexeme *x = cursor_peek(&next, 0);
	bool const ordinal = solid && x->cls == LEX_ORDINAL;
	x = cursor_peek(&next, ordinal);
	bool const named = solid && x->cls == LEX_UNIT && noun_rank(UNIT_OF(x->value)) == RANK_PART;
	if (x->cls != LEX_UNIT || (x->value & UNIT_NEW) || s->relative || !s->count ||
	    (!ordinal && !named && cursor_peek(&next, 1)->cls != LEX_NUMERAL))
		return false;
	const redline_step *last = &s->at[s->count - 1];
	int const rank = noun_rank(UNIT_OF(x->value));
	/* "Nummer 3 Buchstabe a"; "Satz 1 Nummer 3", of the list that the sentence leads to */
	bool const item = rank == RANK_SUBPARAGRAPH;
	bool const nested = item && last->unit == REDLINE_SUBPARAGRAPH;
	bool const listed = item && last->unit == REDLINE_SENTENCE && last->ordinal > 0 &&
	                    !last->ordinal_to && s->count > 1;
	if (rank <= noun_rank(last->unit) && !nested && !listed)
		return false;
	s->count -= listed;
	struct steps more = {.count = 0};
	if (!take_unit(&next, &more, 0) || more.relative || s->count + more.count > STEPS_MAX)
		return false;
	for (unsigned i = 0; i < more.count; i++)
		noun_insert_step(s, s->count, more.at[i]);
	*c = next;
	return true;
}

/* "второе предложение пункта 5": a coarser unit in the genitive, right behind. */
static bool take_genitive(struct cursor *c, struct steps *s)
{
	enum lex_class const cls = cursor_peek(c, 0)->cls;
	if (!cursor_lang(c)->genitives || s->relative || !s->count || !noun_is_place(c) ||
	    (cls != LEX_UNIT && cls != LEX_ORDINAL))
		return false;
	struct steps more = {.count = 0};
	struct cursor next = *c;
	if (!take_unit(&next, &more, 0) || more.relative || s->count + more.count > STEPS_MAX)
		return false;
	if (noun_holds_items(&more.at[more.count - 1], &s->at[0]))
		s->at[0].unit = REDLINE_SUBPARAGRAPH;
	if (noun_rank(more.at[more.count - 1].unit) >= noun_rank(s->at[0].unit))
		return false;
	for (unsigned i = 0; i < more.count; i++)
		noun_insert_step(s, i, more.at[i]);
	*c = next;
	return true;
}

/* "of § 1 Absatz 2": a place with its finer parts, outside of what came before. */
static bool take_outer_unit(struct cursor *c, struct steps *s)
{
	unsigned const before = s->count;
	if (!take_unit(c, s, 0))
		return false;
	struct steps outer = *s;
	outer.count = s->count - before;
	unsigned const known = outer.count;
	while (take_finer(c, &outer))
		continue;
	for (unsigned i = known; i < outer.count && outer.count > known; i++)
		noun_insert_step(s, i, outer.at[i]);
	return true;
}

/* "of the European Union proposal" */
static bool is_of_a_party(const struct cursor *c)
{
	uint32_t i = 1;
	if (cursor_peek(c, 0)->cls != LEX_OF)
		return false;
	while (cursor_peek(c, i)->cls == LEX_FILLER)
		i++;
	return cursor_peek(c, i)->cls == LEX_NAME;
}

bool noun_ends_thought(const struct cursor *behind, const struct steps *outer,
                       const redline_step *inner)
{
	const struct lexeme *x = cursor_peek(behind, 0);
	bool const ends = x->cls == LEX_END || x->cls == LEX_GROUP || is_punct(x, '.') ||
	                  is_punct(x, ';');
	return ends && noun_rank(outer->at[outer->count - 1].unit) < noun_rank(inner->unit);
}

/* "delete the second sentence, in paragraph 4.": the place of it, and not one more thing that
 * goes; a verb behind it would make it the place of what comes next. */
static bool take_afterthought(struct cursor *c, struct steps *s)
{
	struct cursor next = *c;
	if (!is_punct(cursor_peek(c, 0), ',') || cursor_peek(c, 1)->cls != LEX_IN || s->relative)
		return false;
	next.at += 2;
	struct steps outer = {.count = 0};
	if (!noun_is_place(&next) || !noun_take_place(&next, &outer) || outer.relative ||
	    s->count + outer.count > STEPS_MAX || !noun_ends_thought(&next, &outer, &s->at[0]))
		return false;
	for (unsigned i = 0; i < outer.count; i++)
		noun_insert_step(s, i, outer.at[i]);
	*c = next;
	return true;
}

bool noun_take_place(struct cursor *c, struct steps *s)
{
	uint32_t const begin = cursor_peek(c, 0)->range.begin;
	if (!take_unit(c, s, 0))
		return false;
	for (;;) {
		take_alias(c, s);
		const struct lexeme *x = cursor_peek(c, 0);
		struct cursor next = *c;
		next.at++;
		if ((x->cls == LEX_OF || x->cls == LEX_IN) && noun_is_place(&next)) {
			bool const was_relative = s->relative;
			s->relative = false;
			*c = next;
			if (!take_outer_unit(c, s))
				break;
			/* "the sentence of paragraph 5" without saying which one */
			s->relative = s->relative || was_relative;
			continue;
		}
		s->foreign |= is_of_a_party(c);
		if (is_punct(x, ',') && continues_after_comma(c) && take_after_comma(c, s))
			continue;
		if (take_finer(c, s) || take_genitive(c, s) || take_afterthought(c, s))
			continue;
		if (speaks_for_itself(c, x) && !s->relative && s->count) {
			const struct numeral *n = &c->lexed->numerals[x->value];
			if (!n->parens)
				break;
			noun_add_numeral(s, n, REDLINE_SUBPARAGRAPH, false, false, s->count);
			c->at++;
			continue;
		}
		break;
	}
	s->source = (redline_range){begin, c->lexed->at[c->at - 1].range.end};
	return s->count > 0;
}
