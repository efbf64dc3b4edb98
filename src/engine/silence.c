/*
 * silence.c -- the last look at a sentence that was understood as nothing (clause.h).
 *
 * A sentence that names a place, or is listed under one, and in which neither an
 * amendment nor anything else was seen is passed over without a word, unless it has a
 * sign of an amendment.  The signs are looked for one after the other, the surest first.
 * What has one is refused with the amendment to write, or warned of where narrative may
 * have it, too.  Nothing is ever carried out here.
 */
#include "hushing.h"
#include "listed.h"

#include <string.h>

/* ---- what stands there ---- */

bool hush_is_order(const struct grammar *g, const struct lexeme *x)
{
	return x->cls == LEX_ACTION && IS_ACTIVE(x->value) && is_base_form(g, x) &&
	       VERB_OF(x->value) != VERB_KEEP;
}

static bool swaps(const struct lexeme *x)
{
	enum verb const verb = VERB_OF(x->value);
	return verb == VERB_REPLACE || verb == VERB_SUBSTITUTE || verb == VERB_CHANGE ||
	       verb == VERB_EXCHANGE;
}

/* Is there one of this class among lexemes [from, to)? */
bool hush_has(const struct terse *t, enum lex_class cls, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls == cls)
			return true;
	return false;
}

/* Does somebody speak, tell or judge: is it what is said of the place? */
bool hush_is_told(const struct terse *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		switch (t->all[i].cls) {
		case LEX_WE:
		case LEX_HISTORY:
		case LEX_REASON:
		case LEX_SPEAKER:
		case LEX_HEDGE:
			return true;
		default:
			break;
		}
	return false;
}

/* The text from lexeme i to the end of the body; of "." alone there is none. */
redline_bytes hush_words(const struct terse *t, uint32_t i)
{
	if (i >= t->end)
		return (redline_bytes){"", 0};
	return bytes_in(t->g->cursor.text,
	                (redline_range){t->all[i].range.begin, t->all[t->end - 1].range.end});
}

/* ---- orders ---- */

/* Past who speaks: where the sentence itself begins. */
static uint32_t past_names(const struct terse *t)
{
	uint32_t from = 0;
	while (from < t->end && (t->all[from].cls == LEX_NAME || is_punct(&t->all[from], ':') ||
	                         t->all[from].cls == LEX_FILLER))
		from++;
	return from;
}

/* An order behind words that are no place; `opens`: they begin as one does, with "in". */
static bool orders_behind(const struct hush *h, uint32_t from, bool opens)
{
	const struct grammar *g = h->t.g;
	const struct lexeme *all = h->t.all;
	uint32_t const end = h->t.end;
	uint32_t verb;
	bool strange = false;
	for (verb = from; verb < end && verb < from + 10 && !hush_is_order(g, &all[verb]); verb++) {
		strange |= all[verb].cls == LEX_WORD;
		if (all[verb].cls == LEX_NEGATION || all[verb].cls == LEX_STANCE ||
		    all[verb].cls == LEX_WE || all[verb].cls == LEX_HISTORY ||
		    all[verb].cls == LEX_DOUBT || all[verb].cls == LEX_REASON ||
		    all[verb].cls == LEX_ACTION || all[verb].cls == LEX_PROPOSE ||
		    terse_is_due(&all[verb]))
			return false;
	}
	if (verb >= end || verb >= from + 10 || !strange || h->position || verb + 1 >= end ||
	    VERB_OF(all[verb].value) == VERB_READ || VERB_OF(all[verb].value) == VERB_USE)
		return false;
	bool swap = false;
	for (uint32_t i = verb + 1; i < end; i++)
		swap |= (all[i].cls == LEX_LINK || all[i].cls == LEX_TO) && swaps(&all[verb]);
	bool const clause =
		verb > 0 && is_punct(&all[verb - 1], ',') &&
		!(all[verb + 1].cls == LEX_FILLER && all[verb + 1].value == FILLER_PLAIN);
	return (opens && (clause || swap)) || (swap && h->placed && verb <= 2);
}

/* "In the definition of Fund, replace Water with Lake": an order, and where is lost. */
static bool loses_place(struct hush *h)
{
	uint32_t const from = past_names(&h->t);
	return from < h->t.end && h->t.all[from].cls == LEX_IN && orders_behind(h, from, true);
}

/* "Paragraph 7 please replace Water with Lake" */
static bool orders_late(struct hush *h)
{
	return orders_behind(h, past_names(&h->t), false);
}

/* ---- what is new ---- */

/* Is the aside but "new" or "alternative"? */
static bool is_new_aside(const struct terse *t, const struct lexeme *x)
{
	const struct grammar *g = t->g;
	redline_range const inside = g->cursor.lexed->groups[x->value];
	struct lexed l;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text, inside, g->cursor.quotes,
	               &l))
		return false;
	if (listed_start(cursor_lang(&g->cursor)->newly, bytes_in(g->cursor.text, inside)) &&
	    l.count <= 2)
		return true;
	return l.count > 0 && l.count <= 2 &&
	       (l.at[0].cls == LEX_NEW || l.at[0].cls == LEX_SHORT || l.at[0].cls == LEX_OR ||
	        l.at[0].cls == LEX_DOUBT);
}

/* Has a numeral a "(new)" of its own: "7 bis (new)"? */
static bool is_new_label(const struct terse *t, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&t->g->cursor);
	redline_bytes const text = bytes_in(t->g->cursor.text, x->range);
	return x->cls == LEX_NUMERAL && text.len > 5 && text.ptr[text.len - 1] == ')' &&
	       listed_within(lang->newly, text);
}

/* Where what is new begins: past who proposes, the place and its cut; t->end if nothing is. */
static uint32_t new_at(const struct terse *t)
{
	uint32_t i = 0;
	while (i < t->end && (t->all[i].cls == LEX_NAME || terse_is_cut(&t->all[i])))
		i++;
	if (t->all[i].cls == LEX_NEW)
		return i;
	if (t->named && t->cut && t->begin < t->end && t->all[t->begin].cls == LEX_NEW)
		return t->begin;
	for (; i < t->end && !is_punct(&t->all[i], ':'); i++) { /* "(new)", "alinéa nouveau" */
		const struct lexeme *x = &t->all[i];
		if (x->cls != LEX_UNIT && x->cls != LEX_NUMERAL && x->cls != LEX_NEW &&
		    x->cls != LEX_OF && x->cls != LEX_FILLER && x->cls != LEX_GROUP &&
		    x->cls != LEX_ORDINAL && x->cls != LEX_IN && !is_punct(x, ','))
			return t->end;
		bool const unit = i > 0 && (x[-1].cls == LEX_UNIT || x[-1].cls == LEX_NUMERAL);
		if ((x->cls == LEX_NEW && unit) || is_new_label(t, x) ||
		    (x->cls == LEX_GROUP && i > 0 && x[-1].cls == LEX_NUMERAL &&
		     is_new_aside(t, x)))
			return i;
	}
	return t->end;
}

static bool new_line_before(const struct terse *t, uint32_t i)
{
	redline_range const gap = {t->all[i - 1].range.end, t->all[i].range.begin};
	redline_bytes const text = bytes_in(t->g->cursor.text, gap);
	return gap.begin < gap.end && memchr(text.ptr, '\n', text.len);
}

/* Where what is announced is cut off from its wording; t->end if nowhere. */
static uint32_t new_cut(const struct terse *t, uint32_t i)
{
	for (; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		if (i > 0 && x[-1].cls == LEX_NUMERAL && new_line_before(t, i))
			return i - 1; /* "New paragraph 7 bis", and the wording on the next line */
		if (is_punct(x, ':') || is_dash(x))
			return i;
		if (x->cls == LEX_ACTION || x->cls == LEX_STANCE || terse_is_due(x) ||
		    x->cls == LEX_WE || x->cls == LEX_HISTORY || x->cls == LEX_REASON)
			return t->end;
	}
	return t->end;
}

/* Is lexeme `cut` at the end, or does wording follow that nobody says of it? */
static bool leads_to_wording(const struct hush *h, uint32_t cut)
{
	const struct terse *t = &h->t;
	if (cut + 1 >= t->end)
		return true;
	const struct lexeme *x = &t->all[cut + 1];
	return x->cls != LEX_WE && x->cls != LEX_NAME && x->cls != LEX_STANCE &&
	       x->cls != LEX_PRONOUN && !hush_is_told(t, cut, t->end) &&
	       !listed_start(cursor_lang(&t->g->cursor)->remarks, hush_words(t, cut + 1));
}

/* "New subparagraph (d) of paragraph 3: Through loans.", "3 (d) (new): ..." */
static bool brings_new(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const at = new_at(t);
	if (at >= t->end)
		return false;
	uint32_t const cut = new_cut(t, at + (t->all[at].cls == LEX_NEW));
	bool unit = t->named || hush_has(t, LEX_NUMERAL, at, cut);
	for (uint32_t i = at; i + 1 < cut; i++) /* "The following new text was circulated: ..." */
		if (t->all[i].cls == LEX_WORD && t->all[i + 1].cls == LEX_WORD)
			return false;
	for (uint32_t i = at; i < cut && i < at + 4; i++)
		unit |= t->all[i].cls == LEX_UNIT || t->all[i].cls == LEX_TEXT;
	bool const alone = cut == t->end && hush_has(t, LEX_NUMERAL, at, cut) && cut <= at + 4 &&
	                   !hush_has(t, LEX_WORD, at, cut);
	if (!unit || (cut == t->end && !alone) || (cut < t->end && !leads_to_wording(h, cut)) ||
	    cut > at + 12)
		return false;
	return true;
}

/* ---- announced, listed or ordered ---- */

/* "Amendment: paragraph 7, plan for programme." */
static bool announces(struct hush *h)
{
	struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	uint32_t i = 0;
	while (t->all[i].cls == LEX_WE || t->all[i].cls == LEX_PRONOUN ||
	       t->all[i].cls == LEX_NAME || (i > 0 && is_punct(&t->all[i], ':')))
		i++;
	redline_bytes const word = bytes_in(t->g->cursor.text, t->all[i].range);
	bool const noun =
		i < t->end &&
		listed_words_may_start(&lexer_lists(t->g->cursor.lexer)->proposals, word) &&
		listed(lang->proposals, word);
	i++;
	while (i < t->end && (t->all[i].cls == LEX_NUMERAL || t->all[i].cls == LEX_COUNT))
		i++;
	uint32_t colon = i;
	while (colon < t->end && !is_punct(&t->all[colon], ':'))
		colon++;
	if (!noun || colon >= t->end || colon > i + 4 || !hush_has(t, LEX_UNIT, i, t->end) ||
	    colon + 2 >= t->end || hush_is_told(t, 0, t->end) || h->position)
		return false;
	return true;
}

/* Listed under a place: "fully after shall", "+ “a”" */
static bool adds_in_list(struct hush *h)
{
	struct terse *t = &h->t;
	bool const duty = t->end == 3 && terse_is_due(&t->all[2]) && h->t.at.count > 0;
	if ((!h->listed && !duty) || t->end - t->begin > 6 || t->end - t->begin < 3 ||
	    h->position || !hush_has(t, LEX_POSITION, t->begin + 1, t->end) ||
	    hush_is_told(t, 0, t->end))
		return false;
	return true;
}

/* A word that no row knows, where an order begins, in its base form. */
static bool may_order(const struct hush *h, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&h->t.g->cursor);
	redline_bytes const word = bytes_in(h->t.g->cursor.text, x->range);
	return x->cls == LEX_WORD && x->value == WORD_UNKNOWN && lang->not_verbs && word.len > 1 &&
	       (x->range.begin == h->t.all[0].range.begin || !starts_large(h->t.g, x)) &&
	       !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

/*
 * "Paragraph 7: del.", "In paragraph 7, put in brackets as a matter of urgency": an order
 * or what begins like one, right behind the place.
 */
static bool orders_in_place(struct hush *h)
{
	struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	if (!t->named || (!t->cut && !t->in) || h->position || t->begin >= t->end)
		return false;
	const struct lexeme *x = &t->all[t->begin];
	redline_bytes const word = bytes_in(t->g->cursor.text, x->range);
	bool const begins =
		x->cls == LEX_WORD && t->end - t->begin <= 2 &&
		(listed_start(lang->requests, word) || listed_start(lang->asides, word));
	bool const puts = x->cls == LEX_WORD && hush_has(t, LEX_BRACKETS, t->begin, t->end);
	bool const leads = is_punct(&t->all[t->g->cursor.lexed->count - 1], ':');
	bool const order = hush_is_order(t->g, x) && (t->in || is_punct(x - 1, ':')) && !leads &&
	                   x[1].cls != LEX_OF && !hush_is_told(t, t->begin, t->end);
	if (!begins && !puts && !order)
		return false;
	return true;
}

/* "Paragraph 7, last word: priority" */
static bool names_word(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || h->position || i + 2 >= t->end || t->all[i].cls != LEX_ORDINAL ||
	    t->all[i + 1].cls != LEX_TEXT || !is_punct(&t->all[i + 2], ':'))
		return false;
	return true;
}

/* "Rename 40b)bis 40d)", "Relabel 7 to 8": a verb that no row knows, and nothing but numbers. */
static bool renames_numbers(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t numbers = 0;
	bool glued = false; /* "40b)bis", whatever language "bis" is taken for */
	for (uint32_t i = 1; i < t->end; i++)
		glued |= t->all[i].cls == LEX_TO && is_punct(&t->all[i - 1], ')') &&
		         t->all[i].range.begin == t->all[i - 1].range.end;
	if (h->position || t->end < 3 || t->end > 10 ||
	    !(glued ? t->all[0].cls == LEX_WORD : may_order(h, &t->all[0])))
		return false;
	for (uint32_t i = 1; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const suffix = x->cls == LEX_WORD && x->range.end - x->range.begin <= 6 &&
		                    (is_punct(x - 1, ')') || x[-1].cls == LEX_NUMERAL);
		numbers += x->cls == LEX_NUMERAL;
		if (x->cls != LEX_NUMERAL && x->cls != LEX_UNIT && x->cls != LEX_TO &&
		    x->cls != LEX_REASON && x->cls != LEX_LINK && !suffix &&
		    !is_punct(x, ')') && !is_punct(x, '('))
			return false;
	}
	return numbers == 2;
}

/* "Title: Food security for all": new, or the statement's own? */
static bool may_retitle(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t i = t->all[0].cls == LEX_FILLER;
	return t->all[i].cls == LEX_UNIT && UNIT_OF(t->all[i].value) == REDLINE_TITLE &&
	       is_punct(&t->all[i + 1], ':') && i + 2 < t->end &&
	       !listed_within(cursor_lang(&t->g->cursor)->headings, hush_words(t, i + 2)) &&
	       !hush_has(t, LEX_WE, i, t->end) && !hush_has(t, LEX_ACTION, i, t->end);
}

/* "4.2: rename to “Marking”", "retitle paragraph 3 as “Fees”": a verb that no row knows. */
static bool leads_to_quote(struct hush *h)
{
	const struct terse *t = &h->t;
	if (h->position || h->mood->quotes == 0 || h->mood->verbs > 0 || h->mood->history)
		return false;
	for (uint32_t i = 0; i + 2 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const opens = i == 0 || is_punct(x - 1, ':') || is_punct(x - 1, ',') ||
		                   is_dash(x - 1);
		uint32_t to = i + 1;
		while (to < t->end && (t->all[to].cls == LEX_UNIT || t->all[to].cls == LEX_NUMERAL ||
		                       t->all[to].cls == LEX_TEXT || t->all[to].cls == LEX_FILLER ||
		                       t->all[to].cls == LEX_OF || t->all[to].cls == LEX_PRONOUN))
			to++;
		bool const leads = t->all[to].cls == LEX_TO || t->all[to].cls == LEX_LINK ||
		                   t->all[to].cls == LEX_REASON;
		if (opens && may_order(h, x) && leads && t->all[to + 1].cls == LEX_QUOTE)
			return true;
	}
	return false;
}

/* "Del. para 40a", "Rename 40b)bis 40d).": no place is told, but a number. */
static bool orders_number(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lexeme *all = t->all;
	uint32_t i = 0;
	bool const cut = t->end >= 3 && t->end <= 6 && all[t->end - 1].cls == LEX_NUMERAL;
	if (!cut || h->position)
		return false;
	while (all[i].cls == LEX_WORD && i + 2 < t->end)
		i++;
	bool const del = all[i].cls == LEX_OF && all[t->end - 2].cls == LEX_REASON;
	bool const two =
		t->end == 3 && i == 1 && all[1].cls == LEX_NUMERAL && may_order(h, &all[0]);
	if (!del && !two)
		return false;
	return true;
}

/* "In paragraph 13, swap the second and third sentences." */
static bool orders_strangely(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || !t->in || !t->cut || h->position || i + 1 >= t->end ||
	    !may_order(h, &t->all[i]) || hush_is_told(t, i, t->end))
		return false;
	const struct lexeme *next = &t->all[i + 1];
	bool const object = is_article(next) ||
	                    next->cls == LEX_ORDINAL || next->cls == LEX_TEXT;
	bool finite = false;
	for (uint32_t k = i + 1; k < t->end; k++)
		finite |= t->all[k].cls == LEX_FILLER && t->all[k].value != FILLER_ARTICLE;
	bool const list = hush_has(t, LEX_AND, i, t->end) && t->end - i <= 5; /* "switch a and b" */
	if (!object && (finite || (!list && t->end - i > 3)))
		return false;
	return true;
}

/* "In paragraph 7, programme should be plan.", "Paragraph 5 to start with “a”" */
static bool wishes(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	if (!t->named || h->position || i + 2 >= t->end || t->end - i > 6)
		return false;
	bool const one = t->in && t->all[i].cls == LEX_WORD && terse_is_due(&t->all[i + 1]) &&
	                 t->end - i <= 4;
	bool const quoted = t->all[t->end - 1].cls == LEX_QUOTE &&
	                    (t->all[i].cls == LEX_TO ||
	                     (t->all[i].cls == LEX_QUOTE && t->all[i + 1].cls == LEX_TO));
	bool const both = t->all[i].cls == LEX_QUOTE && t->all[t->end - 1].cls == LEX_QUOTE &&
	                  (t->in || t->cut) && !hush_has(t, LEX_AND, i, t->end) &&
	                  !hush_has(t, LEX_PUNCT, i, t->end) && !hush_is_told(t, i, t->end);
	if (!one && !quoted && !both)
		return false;
	return true;
}

/* "In Article 4, the date should be 1 January 2029." */
static bool wants_figure(struct hush *h)
{
	const struct terse *t = &h->t;
	uint32_t i = t->begin;
	while (i < t->end && t->all[i].cls == LEX_FILLER && !terse_is_due(&t->all[i]))
		i++;
	return t->named && t->in && !h->position && i + 2 < t->end && t->end - i <= 10 &&
	       t->all[i].cls == LEX_TEXT && terse_is_due(&t->all[i + 1]);
}

/* "Please number the paragraph in Article 4." */
static bool asks_politely(struct hush *h)
{
	const struct terse *t = &h->t;
	const struct lang *lang = cursor_lang(&t->g->cursor);
	const struct lexeme *x = &t->all[1];
	if (h->position || t->end < 3 || t->all[0].cls != LEX_FILLER ||
	    t->all[0].value != FILLER_PLEASE || !h->placed || !lang->not_verbs)
		return false;
	redline_bytes const word = bytes_in(t->g->cursor.text, x->range);
	return (x->cls == LEX_TEXT || (x->cls == LEX_WORD && x->value == WORD_UNKNOWN)) &&
	       !listed(lang->no_orders, word) && !listed_end(lang->not_verbs, word);
}

/* ---- what is only warned of ---- */

/* "Paragraph 7: Donors are invited.": a remark, or its new wording? */
static bool may_be_wording(struct hush *h)
{
	struct terse *t = &h->t;
	uint32_t const i = t->begin;
	bool const colon = t->named && i > 0 && is_punct(&t->all[i - 1], ':');
	bool const ends = is_punct(&t->all[t->g->cursor.lexed->count - 1], '.') ||
	                  (t->all[0].cls == LEX_UNIT && UNIT_OF(t->all[0].value) == REDLINE_TITLE &&
	                   !listed_within(cursor_lang(&t->g->cursor)->headings, hush_words(t, i)));
	if (!colon || !ends || t->end - i < 3 || !leads_to_wording(h, i - 1) ||
	    t->all[i].cls == LEX_SAME || t->all[i].cls == LEX_NEGATION ||
	    hush_has(t, LEX_WE, i, t->end))
		return false;
	return true;
}

/* "In paragraph 5, “and coordinate” can go", an order that stands somewhere else */
static bool may_be_words(struct hush *h)
{
	struct terse *t = &h->t;
	bool const quotes = t->named && h->mood->quotes > 0 && !h->mood->history &&
	                    hush_has(t, LEX_QUOTE, t->begin, t->begin + 1);
	bool order = false;
	for (uint32_t i = 0; i < t->end; i++)
		order |= t->all[i].cls == LEX_ACTION && FORM_OF(t->all[i].value) != FORM_THIRD &&
		         FORM_OF(t->all[i].value) != FORM_NOUN && swaps(&t->all[i]) &&
		         hush_has(t, LEX_LINK, i > 8 ? i - 8 : 0, t->end);
	bool const label = h->listed || t->named || h->mood->places > 1;
	if (!quotes && !(order && label && h->mood->asks))
		return false;
	return true;
}

/* A question changes nothing: what looks like an amendment in one is only warned of. */
static void soften(struct reading *out, redline_class kind)
{
	if (!out->puzzle.code)
		return;
	out->kind = kind;
	out->puzzle.code = "question";
	out->puzzle.message = "a question changes nothing; word it as a proposal";
	out->puzzle.warning = true;
}

/* ---- all signs ---- */

struct sign {
	bool (*shows)(struct hush *h);
	const char *code;    /* NULL: it has refused the sentence itself, with the words in it */
	const char *message;
	bool warns;          /* narrative may have it, too */
	lex_classes needs;   /* no sentence without one of these has it; 0: not known */
};

#define QUOTES_WORDS                                                                          \
	"words of a provision are quoted, but what is to become of them was not understood; " \
	"write: replace \"...\" with \"...\", delete \"...\", or insert \"...\" after \"...\""
#define QUOTES_BESIDE                                                                          \
	"nothing is changed by this, though it quotes words of a provision; if it asks for a " \
	"change, write: in paragraph ..., replace \"...\" with \"...\""

static const struct sign signs[] = {
	{hush_shows_arrow, NULL, NULL, false, 0},
	{hush_leaves_out, NULL, NULL, false, LEX_BIT(LEX_QUOTE)},
	{hush_sets_beside, NULL, NULL, false, LEX_BIT(LEX_NEGATION) | LEX_BIT(LEX_LINK)},
	{hush_denies_first, NULL, NULL, false, LEX_BIT(LEX_NEGATION)},
	{loses_place, "place-unknown",
	 "this asks for a change, but it is not clear where; name the paragraph by its number, and "
	 "quote the words", false, LEX_BIT(LEX_ACTION)},
	{orders_late, "not-understood",
	 "this looks like an amendment; put the words of the text in quotation marks, and begin "
	 "with the verb", false, LEX_BIT(LEX_ACTION)},
	{hush_corrects, NULL, NULL, false,
	 LEX_BIT(LEX_FOR) | LEX_BIT(LEX_LINK) | LEX_BIT(LEX_ACTION)},
	{hush_mentions_duty, NULL, NULL, false, 0},
	{hush_prefers, NULL, NULL, false, LEX_BIT(LEX_LINK)},
	{hush_shows_minus, NULL, NULL, false, 0},
	{brings_new, "not-understood",
	 "this looks like something new, but it is not said what is to be done; write: insert after "
	 "paragraph ... a new paragraph ...: \"...\", or: at the end of paragraph ..., add \"...\"",
	 false, LEX_BIT(LEX_NEW) | LEX_BIT(LEX_NUMERAL) | LEX_BIT(LEX_GROUP)},
	{announces, "not-understood",
	 "this announces an amendment, but it is not clear what is to change; write: in paragraph "
	 "..., replace \"...\" with \"...\"", false, LEX_BIT(LEX_UNIT)},
	{adds_in_list, "not-understood",
	 "this looks like an insertion; if it is one, write: insert \"...\" after \"...\"", false,
	 LEX_BIT(LEX_POSITION)},
	{orders_in_place, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; say it in a "
	 "sentence, and quote the words", false, 0},
	{orders_strangely, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{orders_number, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{names_word, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; quote the old words "
	 "and the new", false, 0},
	{wishes, "not-understood",
	 "this looks like an amendment, but it is not clear what is to change; quote the old words "
	 "and the new", false, 0},
	{wants_figure, "not-understood",
	 "this asks something of a provision, but no change of words can be read off it; write: "
	 "replace \"...\" with \"...\"", false, 0},
	{asks_politely, "not-understood",
	 "this may ask for a change, but the verb is not understood", false, 0},
	{leads_to_quote, "not-understood",
	 "this may ask for a change, but the verb is not understood; write: replace \"...\" with "
	 "\"...\", or: the heading of ... should read: \"...\"", false, 0},
	{hush_leaves_part, "not-understood",
	 "it is not clear whether this part is to go; if it is, write: in paragraph ..., delete "
	 "\"...\"", false, 0},
	{renames_numbers, "not-understood",
	 "this may ask for a change, but the verb is not understood; to give a provision another "
	 "number, write: renumber paragraph ... as paragraph ...", false, 0},
	{hush_lists_places, "not-understood",
	 "it is not clear whether this is to be done with these provisions; write: delete "
	 "paragraph ... and paragraph ...", false, LEX_BIT(LEX_ACTION)},
	{hush_quotes_in_place, "not-understood", QUOTES_WORDS, false, LEX_BIT(LEX_QUOTE)},
	{may_retitle, "not-understood",
	 "this is passed over, since nothing in it asks for a change; if it is the draft's new "
	 "title, say: the title should read: \"...\"", true, 0},
	{may_be_wording, "not-understood",
	 "this is passed over, since nothing in it asks for a change; if it is new wording, say: "
	 "\"paragraph ... should read: ...\"", true, 0},
	{hush_reports_wish, "not-understood",
	 "nothing is changed by this, which tells what somebody said; if it is proposed, write: ... "
	 "proposes to ...", true, LEX_BIT(LEX_HISTORY)},
	{hush_says_little, "not-understood",
	 "nothing is changed by this; if it asks for a change, say it in a sentence", true, 0},
	{hush_finds_unwanted, "not-understood",
	 "this provision is found wanting, but nothing is asked for; if it is to go, say "
	 "\"delete\"", true, 0},
	{may_be_words, "not-understood",
	 "this is passed over, since it is not clear that it asks for a change; if it does, say: "
	 "\"replace ... with ...\" or \"delete ...\", and quote the words", true,
	 LEX_BIT(LEX_QUOTE) | LEX_BIT(LEX_ACTION)},
	{hush_speaks_of_numbers, "not-understood",
	 "no number is changed by this; if provisions are to be numbered anew, say: \"renumber "
	 "accordingly\"", true, 0},
	{hush_wants_something, "not-understood",
	 "nothing is changed by this, though it may ask something of a provision; if it does, quote "
	 "the words and say what is to become of them", true, 0},
	{hush_quotes_beside, "not-understood", QUOTES_BESIDE, true,
	 LEX_BIT(LEX_QUOTE) | LEX_BIT(LEX_GROUP)},
	{hush_speaks_of_change, "not-understood",
	 "nothing is changed by this, though it speaks of a change; if it is proposed, write: ... "
	 "proposes to ...", true, LEX_BIT(LEX_ACTION)},
};

/* Refuses the sentence, or warns of it, by the first sign that it shows. */
static void tell_sign(struct hush *h)
{
	const struct sign *s = signs, *end = signs + sizeof signs / sizeof *signs;
	const struct lexed *l = h->t.g->cursor.lexed;
	while (s < end && ((s->needs && !lexed_may_have(l, s->needs)) || !s->shows(h)))
		s++;
	if (s == end || !s->code)
		return;
	struct reading *out = h->t.g->out;
	if (!s->warns)
		terse_refuse(&h->t, s->code, s->message);
	else
		out->puzzle = (struct puzzle){s->code, s->message, false, true, terse_sentence(&h->t)};
}

void break_silence(struct grammar *g, const struct mood *mood)
{
	redline_class const kind = g->out->kind;
	bool const reason = g->cursor.lexed->count && g->cursor.lexed->at[0].cls == LEX_REASON &&
	                    g->cursor.lexed->at[1].cls != LEX_NUMERAL; /* "Para 7: ..." */
	if (!g->cursor.lexed->count || reason)
		return;
	struct hush room, *h = &room; /* large: not cleared as a whole */
	terse_begin(&h->t, g);
	h->mood = mood;
	if (!h->t.at.count && g->out->has_places)
		h->t.at = g->out->places;
	h->position = kind == REDLINE_POSITION;
	h->listed = g->around->nested && g->around->scope_count > 0 && !h->t.named;
	h->placed = h->listed || h->t.named || h->t.aside || mood->places > 0;
	struct puzzle const warned = g->out->puzzle;
	tell_sign(h);
	if (warned.code && (!g->out->puzzle.code || g->out->puzzle.warning))
		g->out->puzzle = warned;
	if (g->around->question)
		soften(g->out, kind);
}
