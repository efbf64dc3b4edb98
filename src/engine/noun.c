/*
 * noun.c -- see noun.h.
 *
 * A phrase is read left to right into steps.  "of" and "in" put what follows
 * outside of what came before; a comma puts it where its unit belongs (the
 * finer unit inside), so that "paragraph 59, second sentence" and "the second
 * sentence of paragraph 59" are the same place.
 */
#include "noun.h"

#include <unicase.h>

#include "base/bytes.h"
#include "listed.h"

#define WORD_BYTES 40u /* of a unit's word that are looked at */

/* How coarse a unit is; units of the same rank replace one another. */
enum rank {
	RANK_DOCUMENT,
	RANK_ANNEX,
	RANK_CHAPTER,
	RANK_SECTION,
	RANK_ARTICLE,
	RANK_PARAGRAPH,
	RANK_SUBPARAGRAPH,
	RANK_BULLET,
	RANK_TABLE,
	RANK_ROW,
	RANK_COLUMN,
	RANK_CELL,
	RANK_PART, /* headings, chapeaux, footnotes: they need no number */
	RANK_SENTENCE,
	RANK_LINE,
	RANK_WORDS,
};

static int noun_rank(redline_unit unit)
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

static bool noun_is_determiner(const struct lexeme *x)
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
	bool const stop = next->cls == LEX_PUNCT && (next->value == ',' || next->value == ':');
	return at > 0 && x[-1].cls == LEX_IN && stop && n->part[0].len <= 3;
}

/* A numeral that names a place by itself: "PP2", "§ 5", "(b)", "5 bis". */
static bool speaks_for_itself(const struct cursor *c, const struct lexeme *x)
{
	if (x->cls != LEX_NUMERAL)
		return false;
	const struct numeral *n = &c->lexed->numerals[x->value];
	return n->unit != REDLINE_DOCUMENT || n->parens || noun_is_inserted(n->part[0]) ||
	       is_topic(c, x);
}

/* "second and third sentences": lexemes before the last ordinal of a list. */
static uint32_t noun_ordinal_list(const struct cursor *c, uint32_t i)
{
	uint32_t n = 0;
	while (n < 16 && cursor_peek(c, i + n)->cls == LEX_ORDINAL) {
		uint32_t k = n + 1;
		const struct lexeme *x = cursor_peek(c, i + k);
		bool const comma = x->cls == LEX_PUNCT && x->value == ',';
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

/* ---- one place ---- */

struct steps {
	redline_step at[STEPS_MAX];
	unsigned count;
	bool relative;
	bool renumbered; /* "as so redesignated" */
	bool foreign; /* a place of another text */
	redline_range source;
	redline_step also[STEPS_MAX];
	unsigned also_count;
};

static void noun_insert_step(struct steps *s, unsigned at, redline_step step)
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
static void noun_add_numeral(struct steps *s, const struct numeral *n, redline_unit unit,
                             bool exact, bool plural, unsigned at)
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

static bool noun_is_range_word(const struct lexeme *x)
{
	return x->cls == LEX_TO || x->cls == LEX_THROUGH ||
	       (x->cls == LEX_PUNCT &&
	        (x->value == 0x2013 || x->value == 0x2014 || x->value == '-'));
}

/* "... to 6" after "paragraphs 2". */
static void noun_take_range_end(struct cursor *c, struct steps *s, unsigned at)
{
	if (!noun_is_range_word(cursor_peek(c, 0)) || cursor_peek(c, 1)->cls != LEX_NUMERAL)
		return;
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, 1)->value];
	if (at < s->count && n->count == s->count - at && s->at[s->count - 1].label.len) {
		s->at[s->count - 1].label_to = n->part[n->count - 1];
		c->at += 2;
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
static int32_t noun_sentence_number(const struct cursor *c, redline_unit unit,
                                    const struct lexeme *number)
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

/* "the same", "the whole", "the renumbered": what stands before all else. */
static void read_determiners(const struct cursor *c, struct steps *s, struct unit_phrase *p)
{
	while (p->i < 4 && noun_is_determiner(cursor_peek(c, p->i))) {
		enum lex_class const cls = cursor_peek(c, p->i)->cls;
		s->renumbered |= cls == LEX_RENUMBERED;
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
	bool const stands_alone = noun_rank(unit) == RANK_PART || unit == REDLINE_DOCUMENT ||
	                          unit == REDLINE_TABLE;
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
	} else if (!p.ordinal && behind->cls == LEX_ORDINAL && cursor_lang(c)->adjectives_behind &&
	           cursor_peek(c, p.i + 2)->cls != LEX_UNIT) {
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

/* ", as so redesignated"; the lexer takes it out of parentheses */
static bool take_renumbered(struct cursor *c, struct steps *s)
{
	uint32_t const comma =
		cursor_peek(c, 0)->cls == LEX_PUNCT && cursor_peek(c, 0)->value == ',';
	if (cursor_peek(c, comma)->cls == LEX_RENUMBERED) {
		c->at += comma + 1;
		return s->renumbered = true;
	}
	return false;
}

/* "Delete paragraph 7 (Japan).": who asks, at the end of a sentence. */
static bool names_asker(const struct cursor *c)
{
	uint32_t len;
	const struct lexeme *next = cursor_peek(c, 1);
	bool const stop = next->cls == LEX_PUNCT && next->value == '.';
	return cursor_peek(c, stop ? 2 : 1)->cls == LEX_END &&
	       lex_party(c->lexer, c->text, c->lexed->groups[cursor_peek(c, 0)->value], &len) >= 0;
}

/* "(D.C. Official Code § 3-343.02(a))": the place by another name. */
static void take_alias(struct cursor *c, struct steps *s)
{
	if (take_renumbered(c, s) || cursor_peek(c, 0)->cls != LEX_GROUP || names_asker(c))
		return;
	struct steps alias = {.count = 0};
	read_alias(c, &alias);
	memcpy(s->also, alias.at, sizeof alias.at);
	s->also_count = alias.count;
	c->at++;
}

void noun_alias(const struct cursor *c, redline_place *place)
{
	struct steps alias = {.count = 0};
	read_alias(c, &alias);
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
	bool const same_rank =
		s->count && noun_rank(more.at[0].unit) == noun_rank(s->at[s->count - 1].unit);
	if (same_rank || s->count + more.count > STEPS_MAX)
		return false; /* an item of a list */
	unsigned const at = place_by_rank(s, more.at[0].unit);
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
	if (!take_unit(&next, &more, 0) || more.relative || s->count + more.count > STEPS_MAX ||
	    noun_rank(more.at[more.count - 1].unit) >= noun_rank(s->at[0].unit))
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

static bool noun_take_place(struct cursor *c, struct steps *s)
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
		if (x->cls == LEX_PUNCT && x->value == ',' && continues_after_comma(c) &&
		    take_after_comma(c, s))
			continue;
		if (take_finer(c, s) || take_genitive(c, s))
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

/* ---- lists of places ---- */

static void add_place(struct place_set *out, const struct steps *s, struct arena *a)
{
	out->foreign |= s->foreign;
	if (out->count == PLACES_MAX) {
		out->overflow = true;
		return;
	}
	redline_step *steps = arena_array(a, s->count, sizeof *steps);
	redline_step *also = arena_array(a, s->also_count ? s->also_count : 1, sizeof *also);
	if (!steps || !also)
		return;
	memcpy(steps, s->at, s->count * sizeof *steps);
	if (s->also_count)
		memcpy(also, s->also, s->also_count * sizeof *also);
	out->at[out->count++] = (redline_place){
		.steps = steps,
		.count = s->count,
		.relative = s->relative,
		.renumbered = s->renumbered,
		.source = s->source,
		.also = s->also_count ? also : NULL,
		.also_count = s->also_count,
	};
}

static int label_kind(redline_bytes label)
{
	return !label.len ? 0 : is_digit(label.ptr[0]) ? 1 : is_lower(label.ptr[0]) ? 2 : 3;
}

/* "43 (a) and (b)", "(d)(2) and (e)": the step that is of the same kind changes. */
static uint32_t replaced_from(const redline_place *last, const struct numeral *n)
{
	/* "6 (b) (i) and (c)": the one that it comes right after, if there is one */
	for (uint32_t k = last->count; k > 0; k--) {
		redline_bytes const label = last->steps[k - 1].label;
		if (label.len == 1 && n->part[0].len == 1 && label.ptr[0] + 1 == n->part[0].ptr[0])
			return k - 1;
	}
	for (uint32_t k = last->count; k > 0; k--)
		if (label_kind(last->steps[k - 1].label) == label_kind(n->part[0]))
			return k - 1;
	return last->count - 1;
}

/* Does a plural stand before the step's numeral: "paragraphs", "annexes"? */
static bool after_plural(const struct cursor *c, const redline_step *step)
{
	uint32_t at = step->source.begin;
	while (at > 0 && is_space(c->text.ptr[at - 1]))
		at--;
	uint32_t begin = at;
	while (begin > 0 && at - begin < WORD_BYTES && !is_space(c->text.ptr[begin - 1]))
		begin--;
	return listed_end(cursor_lang(c)->plurals, bytes_in(c->text, (redline_range){begin, at}));
}

/*
 * The step that a list goes on from, that of the numeral read last: "Article 1,
 * paragraphs 1 and 2", "the last sentence of paragraphs 3 and 7".
 */
static const redline_step *last_numbered(const redline_place *first)
{
	const redline_step *last = NULL;
	for (uint32_t k = 0; k < first->count; k++)
		if (first->steps[k].label.len &&
		    (!last || first->steps[k].source.begin > last->source.begin))
			last = &first->steps[k];
	return last;
}

/* "paragraphs 3 (a) and 4", "3 (a) and 3 (b)": the step that the numeral stands beside. */
static const redline_step *coarser_step(const redline_place *first, const redline_step *last,
                                        const struct numeral *n)
{
	const redline_step *found = NULL;
	if (n->parens || label_kind(last->label) == label_kind(n->part[0]))
		return NULL;
	for (uint32_t k = 0; k < first->count; k++)
		if (label_kind(first->steps[k].label) == label_kind(n->part[0]))
			found = &first->steps[k];
	return found;
}

/*
 * The place with the numeral just read in the stead of the model, a step of the first
 * place, and of all behind it if `whole`.  The cursor may move past the end of a range.
 */
static void add_list_numeral(struct cursor *c, struct place_set *out, const struct numeral *n,
                             const redline_step *model, bool whole)
{
	const redline_place *first = &out->at[0];
	struct steps s = {.count = 0};
	uint32_t keep = (uint32_t)(model - first->steps);
	uint32_t rest = whole ? STEPS_MAX : keep + 1;
	if (n->parens) {
		keep = replaced_from(&out->at[out->count - 1], n);
		rest = STEPS_MAX;
	}
	const redline_place *base = n->parens ? &out->at[out->count - 1] : first;
	for (uint32_t k = 0; k < keep; k++)
		noun_insert_step(&s, s.count, base->steps[k]);
	unsigned const at = s.count;
	noun_add_numeral(&s, n, n->parens ? base->steps[base->count - 1].unit : model->unit,
	                 model->exact, true, at);
	noun_take_range_end(c, &s, at);
	for (uint32_t k = rest; k < base->count; k++)
		noun_insert_step(&s, s.count, base->steps[k]);
	s.source = n->source[0];
	add_place(out, &s, c->arena);
}

/* "7, 13 and 27" after "paragraphs": numerals that go on the list. */
static bool take_list_numeral(struct cursor *c, struct place_set *out)
{
	uint32_t i = 0;
	const struct lexeme *x = cursor_peek(c, i);
	if (x->cls == LEX_PUNCT && x->value == ',')
		i++;
	if (cursor_peek(c, i)->cls == LEX_AND)
		i++;
	if (i == 0 || cursor_peek(c, i)->cls != LEX_NUMERAL || out->count == 0)
		return false;
	const redline_place *first = &out->at[0];
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, i)->value];
	const redline_step *model = last_numbered(first);
	if (!model || first->relative)
		return false;
	if (n->unit != REDLINE_DOCUMENT && n->unit != model->unit)
		return false; /* "§ 5 Absatz 1 und § 6 Absatz 2" */
	const redline_step *whole = coarser_step(first, model, n);
	model = whole ? whole : model;
	/* "the first sentence of paragraph 3 and 7" could be either */
	if (!n->parens && !whole && model + 1 < first->steps + first->count &&
	    !after_plural(c, model))
		return false;
	c->at += i + 1;
	add_list_numeral(c, out, n, model, whole != NULL);
	return true;
}

/* Does a verb come right after a place? Then the place is the verb's. */
static bool begins_clause(const struct cursor *c)
{
	/* the first verb of a sentence has all the places before it */
	bool verb_before = false;
	for (uint32_t k = c->at; k > 0 && c->at - k < 64 && !verb_before; k--)
		verb_before = c->lexed->at[k - 1].cls == LEX_ACTION;
	if (!verb_before)
		return false;
	bool const solid = cursor_lang(c)->solid; /* the verb stands behind its object, too */
	uint32_t i = 0;
	for (;; i++) {
		const struct lexeme *x = cursor_peek(c, i);
		bool const passed = (x->cls == LEX_PUNCT && (x->value == ',' || x->value == ':')) ||
		                    (solid && (x->cls == LEX_QUOTE || x->cls == LEX_TEXT)) ||
		                    x->cls == LEX_FILLER || x->cls == LEX_PROPOSE ||
		                    x->cls == LEX_WE || x->cls == LEX_NAME;
		if (!passed)
			return x->cls == LEX_ACTION &&
			       (IS_ACTIVE(x->value) || solid);
	}
}

static bool begins_object(const struct cursor *c)
{
	const struct lexeme *x = cursor_peek(c, 0);
	return cursor_lang(c)->solid && x->cls == LEX_FILLER && x->value == FILLER_DUE;
}

/* Chinese "第5段第一句和第二句": what is outside of the first one holds for the next. */
static void share_outer(const redline_place *first, struct steps *s)
{
	int const rank = noun_rank(s->at[0].unit);
	for (uint32_t k = 0; k < first->count && noun_rank(first->steps[k].unit) < rank; k++)
		noun_insert_step(s, k, first->steps[k]);
}

/* Is the number just read one of "Satz 2, 3"? */
static bool numbers_sentences(const struct cursor *c)
{
	for (uint32_t k = c->at; k > 0 && c->at - k < 32; k--) {
		const struct lexeme *x = &c->lexed->at[k - 1];
		if (x->cls == LEX_UNIT)
			return UNIT_OF(x->value) == REDLINE_SENTENCE;
		if (x->cls != LEX_NUMERAL && x->cls != LEX_AND && !noun_is_range_word(x) &&
		    !(x->cls == LEX_PUNCT && x->value == ','))
			return false;
	}
	return false;
}

/* "Absatz 5 Satz 2 und 3": the number is a sentence's, as the one before it. */
static bool take_list_sentence(struct cursor *c, struct place_set *out)
{
	const redline_place *last = &out->at[out->count - 1];
	const redline_step *step = last->count ? &last->steps[last->count - 1] : NULL;
	uint32_t i = 0;
	if (cursor_peek(c, 0)->cls == LEX_PUNCT && cursor_peek(c, 0)->value == ',')
		i++;
	i += cursor_peek(c, i)->cls == LEX_AND;
	const struct lexeme *number = cursor_peek(c, i);
	bool const goes_on = i > 0 && number->cls == LEX_NUMERAL && c->at > 0 &&
	                     c->lexed->at[c->at - 1].cls == LEX_NUMERAL &&
	                     numbers_sentences(c);
	int32_t const ordinal = goes_on ? noun_sentence_number(c, REDLINE_SENTENCE, number) : 0;
	if (!ordinal || !step || step->unit != REDLINE_SENTENCE || !step->ordinal)
		return false;
	struct steps s = {.source = number->range};
	for (uint32_t k = 0; k < last->count; k++)
		noun_insert_step(&s, k, last->steps[k]);
	s.at[s.count - 1].ordinal = ordinal;
	s.at[s.count - 1].ordinal_to = 0;
	s.at[s.count - 1].source = number->range;
	c->at += i + 1;
	add_place(out, &s, c->arena);
	return true;
}

/* "... and the second sentence of paragraph 7" */
static bool take_list_place(struct cursor *c, struct place_set *out)
{
	struct cursor next = *c;
	const struct lexeme *x = cursor_peek(&next, 0);
	bool const comma = x->cls == LEX_PUNCT && x->value == ',';
	next.at += comma;
	if (cursor_peek(&next, 0)->cls == LEX_AND)
		next.at++;
	else if (!comma)
		return false;
	if (begins_object(&next)) /* Chinese "，将第6段" */
		return false;
	if (cursor_peek(&next, 0)->cls == LEX_IN)
		next.at++;
	if (!noun_is_place(&next))
		return false;
	struct steps s = {.count = 0};
	if (!noun_take_place(&next, &s) || s.relative || begins_clause(&next))
		return false;
	if (cursor_lang(c)->solid)
		share_outer(&out->at[0], &s);
	/* Chinese "第5段和第6段的第二句": of the first one as well? */
	out->uneven |= cursor_lang(c)->solid && s.count > out->at[0].count;
	add_place(out, &s, c->arena);
	*c = next;
	return true;
}

/* "paragraphs 1 and 2 of Article 3": the article holds for the whole list. */
static void take_outer(struct cursor *c, struct place_set *out)
{
	struct cursor next = *c;
	bool const of = cursor_peek(c, 0)->cls == LEX_OF || cursor_peek(c, 0)->cls == LEX_IN;
	next.at += of;
	bool const more = out->count > 1 && (of || cursor_lang(c)->genitives);
	struct steps outer = {.count = 0};
	if (!more || !noun_is_place(&next) || !noun_take_place(&next, &outer) || outer.relative)
		return;
	for (unsigned i = 0; i < out->count; i++) {
		struct steps s = outer;
		redline_place const inner = out->at[i];
		for (uint32_t k = 0; k < inner.count; k++)
			noun_insert_step(&s, s.count, inner.steps[k]);
		s.source = inner.source;
		unsigned const count = out->count;
		out->count = i;
		add_place(out, &s, c->arena);
		out->count = count;
	}
	*c = next;
}

void noun_draft(const struct cursor *c, struct place_set *out)
{
	struct steps s = {.source = cursor_peek(c, 0)->range};
	redline_step const step = {.unit = REDLINE_DOCUMENT, .source = s.source};
	place_set_clear(out);
	noun_insert_step(&s, 0, step);
	add_place(out, &s, c->arena);
}

void noun_bare(struct cursor *c, redline_unit unit, struct place_set *out)
{
	struct steps s = {.count = 0};
	const struct numeral *n = &c->lexed->numerals[cursor_peek(c, 0)->value];
	s.source = cursor_peek(c, 0)->range;
	noun_add_numeral(&s, n, unit, false, true, 0);
	c->at++;
	noun_take_range_end(c, &s, 0);
	add_place(out, &s, c->arena);
	while (take_list_numeral(c, out))
		continue;
}

/* The ordinals of a list, but for the last one, which its unit follows. */
static unsigned take_ordinals(struct cursor *c, int32_t ordinals[8])
{
	uint32_t i = 0;
	while (noun_is_determiner(cursor_peek(c, i)))
		i++;
	uint32_t const more = cursor_peek(c, i)->cls == LEX_ORDINAL ? noun_ordinal_list(c, i) : 0;
	unsigned n = 0;
	for (uint32_t k = 0; k < more && n < 8; k++)
		if (cursor_peek(c, i + k)->cls == LEX_ORDINAL)
			ordinals[n++] = cursor_peek(c, i + k)->value - 100;
	if (more)
		c->at += i + more;
	return n;
}

bool noun_places(struct cursor *c, struct place_set *out)
{
	place_set_clear(out);
	struct steps s = {.count = 0};
	struct cursor next = *c;
	if (!noun_is_place(c))
		return false;
	int32_t ordinals[8];
	unsigned const listed = take_ordinals(&next, ordinals);
	if (!noun_take_place(&next, &s))
		return false;
	/* "the second and third sentences of paragraph 5": one place each */
	for (unsigned i = 0; i < listed; i++) {
		struct steps one = s;
		one.at[one.count - 1].ordinal = ordinals[i];
		add_place(out, &one, c->arena);
	}
	add_place(out, &s, c->arena);
	*c = next;
	if (!s.relative)
		while (take_list_sentence(c, out) || take_list_numeral(c, out) ||
		       take_list_place(c, out))
			continue;
	take_outer(c, out);
	return out->count > 0;
}

/* ---- combining with the surroundings ---- */

/* Is `unit` what people call a paragraph, in the widest sense? */
static bool is_provision_rank(redline_unit unit)
{
	int const rank = noun_rank(unit);
	return rank >= RANK_SECTION && rank <= RANK_BULLET;
}

/* "the same paragraph": the scope up to its innermost step of that kind. */
static uint32_t same_steps(const redline_place *scope, redline_unit unit)
{
	for (uint32_t n = scope->count; n > 0; n--) {
		redline_unit const have = scope->steps[n - 1].unit;
		if (have == unit || (unit == REDLINE_LINE && n == scope->count) ||
		    (is_provision_rank(unit) && is_provision_rank(have) &&
		     (unit != REDLINE_ARTICLE && unit != REDLINE_SECTION)))
			return n;
	}
	return 0;
}

static bool may_be_sole(redline_unit unit)
{
	return unit == REDLINE_SECTION || unit == REDLINE_ARTICLE || unit == REDLINE_ANNEX ||
	       unit == REDLINE_CHAPTER;
}

static uint32_t kept_steps(const redline_place *scope, const redline_place *inner, bool nested)
{
	int const rank = noun_rank(inner->steps[0].unit);
	/* nothing but a finer part can lie inside a sentence or a heading */
	bool const closed = scope->count &&
	                    noun_rank(scope->steps[scope->count - 1].unit) >= RANK_PART &&
	                    rank < noun_rank(scope->steps[scope->count - 1].unit);
	if (nested && !closed && rank > noun_rank(REDLINE_ARTICLE))
		return scope->count;
	uint32_t n = 0;
	while (n < scope->count && noun_rank(scope->steps[n].unit) < rank)
		n++;
	return n;
}

static redline_place join(struct arena *a, const redline_place *scope, uint32_t keep,
                          const redline_place *inner, uint32_t skip)
{
	redline_place out = *inner;
	uint32_t const more = inner->count - skip;
	redline_step *steps = arena_array(a, (size_t)keep + more + 1, sizeof *steps);
	if (!steps)
		return (redline_place){0};
	if (keep)
		memcpy(steps, scope->steps, keep * sizeof *steps);
	if (more)
		memcpy(steps + keep, inner->steps + skip, more * sizeof *steps);
	out.steps = steps;
	out.count = keep + more;
	out.inherited = keep;
	if (keep == scope->count && scope->also && !inner->also) {
		redline_step *also = arena_array(a, (size_t)scope->also_count + more, sizeof *also);
		if (!also)
			return (redline_place){0};
		memcpy(also, scope->also, scope->also_count * sizeof *also);
		if (more)
			memcpy(also + scope->also_count, inner->steps + skip, more * sizeof *also);
		out.also = also;
		out.also_count = scope->also_count + more;
	}
	return out;
}

redline_place noun_nest(struct arena *a, const redline_place *first, const redline_place *second)
{
	if (!first->count || !second->count || first->relative)
		return (redline_place){.count = 0};
	int const end = noun_rank(first->steps[first->count - 1].unit);
	redline_place out = {.count = 0};
	if (second->relative)
		out = noun_compose(a, first, second, false);
	else if (noun_rank(second->steps[0].unit) > end)
		out = join(a, first, first->count, second, 0);
	else if (noun_rank(second->steps[second->count - 1].unit) < noun_rank(first->steps[0].unit))
		out = join(a, second, second->count, first, 0);
	out.inherited = 0;
	out.firm = false;
	return out;
}

/* "the same paragraph", "the section": where the scope has such a step. */
static redline_place compose_relative(struct arena *a, const redline_place *scope,
                                      const redline_place *inner)
{
	/* the step that is "the same" is the first without label or ordinal */
	uint32_t r = 0;
	while (r < inner->count &&
	       (inner->steps[r].label.len || inner->steps[r].ordinal ||
	        inner->steps[r].words.len || noun_rank(inner->steps[r].unit) == RANK_PART))
		r++;
	if (r == inner->count || (r > 0 && inner->steps[r].unit != REDLINE_SENTENCE))
		r = 0;
	uint32_t const keep = scope && r == 0 ? same_steps(scope, inner->steps[0].unit) : 0;
	if (!keep && may_be_sole(inner->steps[0].unit)) {
		/* "the section" of a draft that has just one */
		redline_place sole = *inner;
		sole.relative = false;
		return sole;
	}
	if (!keep)
		return (redline_place){.source = inner->source, .relative = true};
	redline_place out = join(a, scope, keep, inner, 1);
	out.firm = true;
	return out;
}

redline_place noun_compose(struct arena *a, const redline_place *scope, const redline_place *inner,
                           bool nested)
{
	if (inner->relative)
		return compose_relative(a, scope, inner);
	if (!scope)
		return *inner;
	redline_place out = join(a, scope, kept_steps(scope, inner, nested), inner, 0);
	out.firm = nested;
	return out;
}
