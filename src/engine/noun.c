/*
 * noun.c -- one place out of its units, and what tells that one begins.  See noun.h and
 * nouning.h; a single unit is noun_unit.c's.
 *
 * A phrase is read left to right into steps.  "of" and "in" put what follows
 * outside of what came before; a comma puts it where its unit belongs (the
 * finer unit inside), so that "paragraph 59, second sentence" and "the second
 * sentence of paragraph 59" are the same place.
 */
#include "nouning.h"

#include "base/bytes.h"

#define LABEL_DIGITS 4u /* no provision has a number of more */

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

/* "On 59, Japan proposes ...": a small number after "on", "in" or "at the end of", before a
 * comma. */
static bool is_topic(const struct cursor *c, const struct lexeme *x)
{
	ptrdiff_t const at = x - c->lexed->at;
	const struct numeral *n = &c->lexed->numerals[x->value];
	const struct lexeme *next = x + 1;
	bool const stop = is_punct(next, ',') || is_punct(next, ':');
	bool const edge = at > 1 && x[-1].cls == LEX_OF && x[-2].cls == LEX_POSITION;
	return at > 0 && (x[-1].cls == LEX_IN || edge) && stop && n->part[0].len <= 3;
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

/* Dots between the digits of a number: 2 in "4.1.2". */
static unsigned dots_in(redline_bytes part)
{
	unsigned dots = 0;
	for (size_t i = 0; i < part.len; i++) {
		if (part.ptr[i] == '.')
			dots++;
		else if (!is_digit(part.ptr[i]))
			return 0;
	}
	return dots;
}

/* What may stand behind a place, but not behind an amount: "Delete 4.1.", "In 4.1 and 4.2" */
static bool ends_number(const struct lexeme *x)
{
	return x->cls == LEX_END || x->cls == LEX_PUNCT || x->cls == LEX_AND ||
	       x->cls == LEX_LINK || x->cls == LEX_ACTION || x->cls == LEX_POSITION ||
	       x->cls == LEX_REASON || x->cls == LEX_GROUP || x->cls == LEX_TO;
}

/* "4.1.2" is no amount; "4.1" is none where a place is due, or behind one in a list. */
static bool is_dotted_place(const struct cursor *c, const struct lexeme *x)
{
	const struct numeral *n = &c->lexed->numerals[x->value];
	unsigned const dots = n->count ? dots_in(n->part[0]) : 0;
	if (dots != 1)
		return dots > 1;
	if (!ends_number(x + 1))
		return false;
	if (x == c->lexed->at)
		return is_punct(x + 1, ',') || is_punct(x + 1, ':') ||
		       (x[1].cls == LEX_ACTION && IS_ACTIVE(x[1].value));
	if (x[-1].cls == LEX_IN)
		return true;
	if (x[-1].cls == LEX_ACTION)
		return IS_ACTIVE(x[-1].value) && VERB_OF(x[-1].value) != VERB_INSERT;
	return (x[-1].cls == LEX_AND || is_punct(x - 1, ',')) && x - 2 >= c->lexed->at &&
	       x[-2].cls == LEX_NUMERAL && is_dotted_place(c, x - 2);
}

#define BEHIND_MAX 128u /* lexemes that are looked at for it */

/* Is a provision named behind lexeme x, too: "1(a) In article 5(2), ..."? */
static bool names_provision_behind(const struct cursor *c, const struct lexeme *x)
{
	const struct lexeme *const first = x;
	for (x++; x->cls != LEX_END && x - first <= BEHIND_MAX; x++)
		if (names_provision_at(c->lexed, x))
			return true;
	return false;
}

/* "3.2(a) delete ...", "Japan: 3 (a) ...": no amount, and nothing else begins so, but for a number
 * of the change. */
static bool is_place_with_item(const struct cursor *c, const struct lexeme *x)
{
	const struct numeral *n = &c->lexed->numerals[x->value];
	return (x == c->lexed->at || is_punct(x - 1, ':')) && n->count > 1 && !n->parens &&
	       n->part[0].len && is_digit(n->part[0].ptr[0]) && !names_provision_behind(c, x);
}

/* "Water Fund (1060283)": the number of an account, and no provision's. */
static bool is_account(redline_bytes number)
{
	return number.len > LABEL_DIGITS && is_digit(number.ptr[0]);
}

bool noun_speaks_for_itself(const struct cursor *c, const struct lexeme *x)
{
	if (x->cls != LEX_NUMERAL)
		return false;
	const struct numeral *n = &c->lexed->numerals[x->value];
	return n->unit != REDLINE_DOCUMENT || (n->parens && !is_account(n->part[0])) ||
	       noun_is_inserted(n->part[0]) || is_topic(c, x) || is_part_of_unit(c, x) ||
	       is_dotted_place(c, x) || is_place_with_item(c, x);
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
	bool const anchor = x > c->lexed->at && x[-1].cls == LEX_POSITION;
	if (x->value & UNIT_NEW) /* but "перед пунктом 3": there the preposition has this case */
		return !anchor;
	x += x[1].cls == LEX_NUMERAL; /* an end stands behind the last one */
	return cursor_lang(c)->adjectives_behind && x[1].cls == LEX_NEW;
}

bool noun_counts_ordinals(const struct lexeme *x)
{
	return x->cls == LEX_COUNT && x[1].cls == LEX_ORDINAL;
}

bool noun_is_place_(const struct cursor *c)
{
	uint32_t i = 0;
	while (i < 4 && noun_is_determiner(cursor_peek(c, i)))
		i++;
	const struct lexeme *x = cursor_peek(c, i);
	if (noun_counts_ordinals(x)) /* "les deux premières phrases" */
		x = cursor_peek(c, ++i);
	if (x->cls == LEX_ORDINAL) {
		i += noun_ordinal_list(c, i);
		return cursor_peek(c, cursor_peek(c, i + 1)->cls == LEX_COUNT ? i + 2 : i + 1)
		               ->cls == LEX_UNIT;
	}
	return (x->cls == LEX_UNIT && !is_new_unit(c, x)) || noun_speaks_for_itself(c, x);
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
	if (noun_speaks_for_itself(c, x) && c->lexed->numerals[x->value].unit != REDLINE_DOCUMENT) {
		const struct numeral *n = &c->lexed->numerals[x->value]; /* "a new OP3 bis" */
		*unit = n->unit;
		*label = n->part[n->count - 1];
		c->at += i + 1;
		return true;
	}
	bool const called_new = i > 0 && (cursor_lang(c)->solid || cursor_lang(c)->adjectives_behind ||
	                                  cursor_peek(c, i - 1)->cls == LEX_NEW);
	if (x->cls == LEX_NUMERAL && c->lexed->numerals[x->value].parens && called_new) {
		const struct numeral *n = &c->lexed->numerals[x->value]; /* "新的(c)项", "un 2o bis" */
		*unit = REDLINE_SUBPARAGRAPH;
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
	return x->cls == LEX_ORDINAL || x->cls == LEX_UNIT || noun_speaks_for_itself(c, x);
}

static unsigned place_by_rank(const struct steps *s, redline_unit unit)
{
	unsigned at = 0;
	while (at < s->count && noun_rank(s->at[at].unit) <= noun_rank(unit))
		at++;
	return at;
}

/* "the second paragraph of the preamble", "Preamble, paragraph 2": one of its paragraphs. */
static bool is_preamble(const redline_step *step)
{
	return step->unit == REDLINE_PREAMBULAR && step->ordinal == 1 && step->ordinal_to == -1;
}

static bool counts_in_preamble(const redline_step *step)
{
	return (step->unit == REDLINE_PARAGRAPH_UNIT || step->unit == REDLINE_SUBPARAGRAPH) &&
	       (step->ordinal || step->label.len);
}

static void settle_preamble(struct steps *s)
{
	for (unsigned i = 0; i + 1 < s->count; i++) {
		if (!is_preamble(&s->at[i]) || !counts_in_preamble(&s->at[i + 1]))
			continue;
		s->at[i + 1].unit = REDLINE_PREAMBULAR;
		s->at[i + 1].exact = s->at[i].exact;
		s->count--;
		memmove(&s->at[i], &s->at[i + 1], (s->count - i) * sizeof s->at[0]);
	}
}

/* "(b)", or a letter alone: "point b" */
static bool is_of_item(const struct numeral *n)
{
	return n->parens || (n->count == 1 && n->part[0].len == 1 && is_lower(n->part[0].ptr[0]));
}

/*
 * "paragraph 2, point (b)", "Article 2(2), point (b)": a label in parentheses, with a word for
 * such parts of its own, behind a numbered provision is one of its items.
 */
static bool is_item_behind(const struct cursor *c, const struct steps *s, const struct steps *more)
{
	const redline_step *last = s->count ? &s->at[s->count - 1] : NULL;
	const struct lexeme *number = cursor_peek(c, 2);
	if (!last || !last->label.len || last->label_to.len || cursor_peek(c, 1)->cls != LEX_UNIT ||
	    number->cls != LEX_NUMERAL || !is_of_item(&c->lexed->numerals[number->value]))
		return false;
	int const rank = noun_rank(last->unit);
	return more->at[0].unit == REDLINE_PARAGRAPH_UNIT &&
	       (rank == RANK_PARAGRAPH || rank == RANK_SUBPARAGRAPH);
}

/* After a comma: the finer unit goes inside, the coarser outside. */
static bool take_after_comma(struct cursor *c, struct steps *s)
{
	struct steps more = {.count = 0};
	struct cursor after = *c;
	after.at++;
	if (!noun_take_unit(&after, &more, 0) || more.relative)
		return false;
	bool const bare = cursor_peek(c, 1)->cls == LEX_NUMERAL;
	if (bare && s->count && noun_lists_on(c, &s->at[s->count - 1], more.at))
		return false;
	bool const item = is_item_behind(c, s, &more);
	if (item)
		more.at[0].unit = REDLINE_SUBPARAGRAPH;
	bool const within = item || (!bare && s->count && noun_is_within_section(s->at, more.at));
	bool const of_preamble = s->count && is_preamble(&s->at[s->count - 1]) &&
	                         counts_in_preamble(more.at);
	bool const same_rank =
		s->count && !of_preamble && noun_rank(more.at[0].unit) == noun_rank(s->at[s->count - 1].unit);
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
	if (!noun_take_unit(&next, &more, 0) || more.relative || s->count + more.count > STEPS_MAX)
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
	if (!noun_take_unit(&next, &more, 0) || more.relative || s->count + more.count > STEPS_MAX)
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
	if (!noun_take_unit(c, s, 0))
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

static bool is_numbered(const redline_step *step)
{
	return step->label.len && is_digit(step->label.ptr[0]);
}

/* "paragraphe 1 au paragraphe 3": neither can be inside of the other, so that the second says
 * where something goes, or is a slip. */
static bool names_next_beside(const struct cursor *next, const struct steps *s)
{
	struct cursor there = *next;
	struct steps other = {.count = 0};
	return s->count && is_numbered(&s->at[0]) && s->at[0].unit == REDLINE_PARAGRAPH_UNIT &&
	       noun_is_place(&there) && noun_take_unit(&there, &other, 0) && other.count &&
	       other.at[0].unit == s->at[0].unit && is_numbered(&other.at[0]);
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

/* From lexeme `from` on: first and last byte, for "第5段" has its unit put before its number. */
static redline_range range_of(const struct cursor *c, uint32_t from)
{
	redline_range all = c->lexed->at[from].range;
	for (uint32_t i = from + 1; i < c->at; i++) {
		redline_range const one = c->lexed->at[i].range;
		all.begin = one.begin < all.begin ? one.begin : all.begin;
		all.end = one.end > all.end ? one.end : all.end;
	}
	return all;
}

bool noun_take_place(struct cursor *c, struct steps *s)
{
	uint32_t const from = c->at;
	if (!noun_take_unit(c, s, 0))
		return false;
	for (;;) {
		noun_take_alias(c, s);
		if (noun_take_dated_act(c, s))
			continue;
		const struct lexeme *x = cursor_peek(c, 0);
		struct cursor next = *c;
		next.at++;
		if (x->cls == LEX_IN && names_next_beside(&next, s))
			break;
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
		/* "Article 4 – paragraph 1 – point b" */
		bool const dashed = is_dash(x) && cursor_peek(c, 1)->cls == LEX_UNIT;
		if ((is_punct(x, ',') || dashed) && continues_after_comma(c) &&
		    take_after_comma(c, s))
			continue;
		if (take_finer(c, s) || take_genitive(c, s) || take_afterthought(c, s))
			continue;
		if (noun_speaks_for_itself(c, x) && !s->relative && s->count) {
			const struct numeral *n = &c->lexed->numerals[x->value];
			if (!n->parens)
				break;
			noun_add_numeral(s, n, REDLINE_SUBPARAGRAPH, false, false, s->count);
			c->at++;
			continue;
		}
		break;
	}
	settle_preamble(s);
	noun_take_act(c, s);
	s->source = range_of(c, from);
	return s->count > 0;
}
