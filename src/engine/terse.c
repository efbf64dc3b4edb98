/*
 * terse.c -- see terse.h.
 *
 * A terse amendment is a lead and a body: "Japan, paragraph 7, line 2:" says who and
 * where, "should -> shall" what.  The lead is read word by word, and must be nothing
 * else; the body is held against one form after the other.  Wordings are cut out of
 * the text between the lexemes that part them, since rows know many of the words that
 * are quoted here without marks ("should", "and").
 */
#include "terse.h"

#include "listed.h"

#include <stdio.h>

/* Longer ones are told, not proposed. */
#define SIDE_WORDS 12u

struct terse {
	struct grammar *g;
	const struct lexeme *all;
	uint32_t begin, end; /* lexemes of the body */
	bool named;          /* the lead names a place itself */
	bool cut;            /* and a mark stands between lead and body */
	bool in;             /* the lead opens with "in" or "on" */
	bool arrow;          /* and holds an arrow */
	bool wants;          /* and says that something is proposed */
	bool aside;          /* some place is named, in parentheses */
	struct place_set at; /* where it is; the surroundings if nothing is named */
};

/* ---- words ---- */

/* The text of lexemes [from, to), without commas and blanks around it. */
static redline_range span_of(const struct terse *t, uint32_t from, uint32_t to)
{
	while (from < to && (is_punct(&t->all[from], ',') || is_punct(&t->all[from], ':')))
		from++;
	while (to > from && (is_punct(&t->all[to - 1], ',') || is_punct(&t->all[to - 1], ':')))
		to--;
	if (from >= to)
		return (redline_range){0, 0};
	return (redline_range){t->all[from].range.begin, t->all[to - 1].range.end};
}

/* A wording, quoted or bare; absent if it is empty. */
static redline_operand wording_of(const struct terse *t, redline_range range)
{
	redline_operand out = {.source = range, .present = range_len(range) > 0};
	const struct quotes *quotes = t->g->cursor.quotes;
	uint32_t const q = quotes_from(quotes, range.begin);
	if (q < quotes->count && quotes->at[q].outer.begin == range.begin &&
	    quotes->at[q].outer.end == range.end) {
		out.words = quotation_words(&quotes->at[q], t->g->cursor.text, t->g->cursor.arena);
		out.source = quotes->at[q].inner;
		out.quoted = true;
		return out;
	}
	out.words = bytes_in(t->g->cursor.text, range);
	return out;
}

/* Can it not be more or less than what is written: a quotation, or a word? */
static bool is_sure(const struct terse *t, const redline_operand *o)
{
	if (o->quoted)
		return true;
	if (!o->present || cursor_lang(&t->g->cursor)->solid)
		return false;
	unsigned size;
	for (size_t i = 0; i < o->words.len; i += size) {
		uint32_t const cp = utf8_at(o->words, i, &size);
		if (!is_word_char(cp) && cp != '-' && cp != '\'' && cp != 0x2019)
			return false;
	}
	return true;
}

/* ---- the lead ---- */

static bool is_arrow(const struct lexeme *x)
{
	return is_punct(x, 0x2192) || is_punct(x, 0x21D2) || is_punct(x, 0x27F6) ||
	       is_punct(x, 0x2794) || is_punct(x, 0x279C);
}

static bool is_cut(const struct lexeme *x)
{
	return is_punct(x, ',') || is_punct(x, ':') || is_punct(x, '-') || is_punct(x, 0x2013) ||
	       is_punct(x, 0x2014) || is_punct(x, ';');
}

/* "(paragraph 8)": does an aside name a place, and nothing else? Which one isn't told. */
static bool names_place(const struct terse *t, const struct lexeme *x)
{
	const struct grammar *g = t->g;
	struct lexed inside;
	bool unit = false;
	if (!lex_aside(g->cursor.lexer, g->cursor.arena, g->cursor.text,
	               g->cursor.lexed->groups[x->value], g->cursor.quotes, &inside))
		return false;
	for (uint32_t i = 0; i < inside.count; i++)
		unit |= inside.at[i].cls == LEX_UNIT;
	return unit && inside.count <= 4;
}

/* "in the second line of paragraph 7": into t->at, nested in what was named before. */
static bool take_lead_place(struct terse *t, const struct place_set *set)
{
	struct grammar *g = t->g;
	struct place_set composed;
	struct puzzle const kept = g->out->puzzle;
	bool const ok = compose_set(g, set, t->named ? t->at.at : g->around->scope,
	                            t->named ? t->at.count : g->around->scope_count, &composed);
	g->out->puzzle = kept;
	if (!ok)
		return false;
	t->at = composed;
	t->named = true;
	return true;
}

static void read_lead(struct terse *t)
{
	struct grammar *g = t->g;
	struct cursor c = g->cursor;
	c.at = 0;
	place_set_clear(&t->at);
	for (unsigned i = 0; i < g->around->scope_count && i < PLACES_MAX; i++)
		t->at.at[t->at.count++] = g->around->scope[i];
	while (c.at < t->end) {
		const struct lexeme *x = cursor_peek(&c, 0);
		struct place_set set;
		uint32_t const at = c.at;
		if (noun_is_place(&c) && noun_places(&c, &set)) {
			if (!take_lead_place(t, &set)) {
				c.at = at;
				break;
			}
			t->cut = false;
			continue;
		}
		c.at = at;
		if (x->cls == LEX_GROUP && !t->named && names_place(t, x))
			t->aside = true;
		else if (is_cut(x) || (is_punct(x, '.') && t->named)) {
			t->cut = true;
			t->arrow |= t->named && x->range.end < c.text.len &&
			            c.text.ptr[x->range.end] == '>';
		} else if (is_arrow(x) && t->named)
			t->arrow = true;
		else if (x->cls == LEX_IN && !t->named)
			t->in = true;
		else if (x->cls == LEX_PROPOSE && x->value == 0 && t->named)
			t->cut = t->wants = true; /* "we want a instead of b" */
		else if (x->cls == LEX_WE && cursor_peek(&c, 1)->cls == LEX_PROPOSE)
			;
		else if (x->cls != LEX_NAME &&
		         !(x->cls == LEX_FILLER && x->value == FILLER_ARTICLE && !t->named))
			break;
		c.at++;
	}
	t->begin = c.at;
}

/* "for a, read b in paragraph 7": the place behind the body. */
static void read_tail(struct terse *t)
{
	for (uint32_t i = t->begin + 1; !t->named && i < t->end; i++) {
		if (t->all[i].cls != LEX_IN)
			continue;
		struct cursor c = t->g->cursor;
		struct place_set set;
		c.at = i + 1;
		if (noun_is_place(&c) && noun_places(&c, &set) && c.at == t->end &&
		    take_lead_place(t, &set))
			t->end = i;
	}
}

/* ---- what comes of it ---- */

static const char *keep_text(struct terse *t, const char *text)
{
	redline_bytes const copy =
		arena_copy(t->g->cursor.arena, (redline_bytes){text, strlen(text) + 1});
	return copy.ptr ? copy.ptr : "this looks like an amendment";
}

static void refuse(struct terse *t, const char *code, const char *message)
{
	struct reading *out = t->g->out;
	out->kind = REDLINE_PUZZLE;
	out->count = out->position_count = 0;
	out->wants_wording = false;
	out->puzzle = (struct puzzle){
		code, message, false, false,
		{t->all[0].range.begin, t->all[t->g->cursor.lexed->count - 1].range.end}};
}

/* "in paragraph 7, ", if there is one place. */
static void place_words(const struct terse *t, char *buf, size_t size)
{
	char place[160] = "";
	if (t->at.count == 1)
		(void)redline_place_text(&t->at.at[0], place, sizeof place);
	(void)snprintf(buf, size, "%s%s%s", place[0] ? "in " : "", place, place[0] ? ", " : "");
}

/* The words as they are shown: not more than fit, and whole characters. */
static int shown(redline_bytes words)
{
	size_t len = words.len > 120 ? 120 : words.len;
	while (len < words.len && len > 0 && ((unsigned char)words.ptr[len] & 0xC0) == 0x80)
		len--;
	return (int)len;
}

static const char *replacing_advice(struct terse *t, const redline_operand *old,
                                    const redline_operand *now)
{
	char place[200], text[640];
	place_words(t, place, sizeof place);
	if (now->present)
		(void)snprintf(text, sizeof text,
		               "this looks like an amendment; if it is one, write: %sreplace "
		               "\"%.*s\" with \"%.*s\"",
		               place, old->present ? shown(old->words) : 3,
		               old->present ? old->words.ptr : "...", shown(now->words),
		               now->words.ptr);
	else
		(void)snprintf(text, sizeof text,
		               "this looks like an amendment; if it is one, write: %sreplace "
		               "\"...\" with \"...\"",
		               place);
	return keep_text(t, text);
}

static void advise_replacing(struct terse *t, const redline_operand *old,
                             const redline_operand *now)
{
	refuse(t, "not-understood", replacing_advice(t, old, now));
}

/* Refuses with the amendment to write, which names the place, or `other` if it is not told. */
static void advise(struct terse *t, const char *before, const redline_place *place,
                   const char *other, const char *after)
{
	char name[160] = "", text[320];
	if (place)
		(void)redline_place_text(place, name, sizeof name);
	(void)snprintf(text, sizeof text, "%s%s%s", before, name[0] ? name : other, after);
	refuse(t, "not-understood", keep_text(t, text));
}

/* The one place that the lead names; NULL if there are none, or several. */
static const redline_place *only_place(const struct terse *t)
{
	return t->at.count == 1 ? &t->at.at[0] : NULL;
}

static void replace(struct terse *t, const redline_operand *old, const redline_operand *now)
{
	struct grammar *g = t->g;
	struct reading *out = g->out;
	redline_place *places = arena_array(g->cursor.arena, t->at.count, sizeof *places);
	if (!places)
		return;
	memcpy(places, t->at.at, t->at.count * sizeof *places);
	if (!t->named)
		for (unsigned i = 0; i < t->at.count; i++)
			places[i].inherited = places[i].count;
	out->kind = REDLINE_INSTRUCTION;
	out->position_count = 0;
	out->wants_wording = false;
	out->puzzle = (struct puzzle){0};
	out->count = 1;
	out->amendments[0] = (redline_amendment){
		.action = REDLINE_SUBSTITUTE,
		.source = {t->all[0].range.begin, t->all[g->cursor.lexed->count - 1].range.end},
		.places = places,
		.place_count = t->at.count,
		.old_words = *old,
		.new_words = *now,
		.occurrence = REDLINE_ONCE,
	};
	if (t->named) {
		out->places = t->at;
		out->has_places = true;
	}
}

static bool is_party(const struct terse *t, const redline_operand *o)
{
	uint32_t len;
	return lex_party(t->g->cursor.lexer, t->g->cursor.text, o->source, &len) >= 0 &&
	       len == range_len(o->source);
}

/* "-> nothing", "-> TBD", "-> Kenya": what becomes of the words, or who says so. */
static bool tells_no_wording(const struct terse *t, const redline_operand *old,
                             const redline_operand *now)
{
	return !now->quoted && now->present &&
	       (listed(cursor_lang(&t->g->cursor)->no_wordings, now->words) ||
	        (is_party(t, now) && !is_party(t, old)));
}

/* One word for one word, in a place that is known: else the amendment to write. */
static void settle(struct terse *t, const redline_operand *old, const redline_operand *now)
{
	static const redline_operand absent;
	bool const same = bytes_equal(old->words, now->words);
	if (tells_no_wording(t, old, now)) {
		advise_replacing(t, old, &absent);
		return;
	}
	if (t->at.count && !t->at.overflow && !t->at.foreign && is_sure(t, old) && is_sure(t, now) &&
	    !same)
		replace(t, old, now);
	else
		advise_replacing(t, old, now);
}

/* ---- forms ---- */

/* May words of the body be a wording: nobody speaks, doubts, supports or tells? */
static bool says_nothing(const struct terse *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		switch (t->all[i].cls) {
		case LEX_WE:
		case LEX_STANCE:
		case LEX_HISTORY:
		case LEX_HEDGE:
		case LEX_DOUBT:
		case LEX_PROPOSE:
		case LEX_SPEAKER:
		case LEX_CHECK:
			return false;
		default:
			break;
		}
	return true;
}

static bool is_short(const struct terse *t, redline_range r, uint32_t most)
{
	return bytes_words(bytes_in(t->g->cursor.text, r)) <= most;
}

/* Where the last word of the range begins. */
static uint32_t last_word(redline_bytes text, redline_range r)
{
	uint32_t at = r.end;
	while (at > r.begin && !is_space(text.ptr[at - 1]))
		at--;
	return at;
}

static bool is_reading_verb(const struct lexeme *x)
{
	return x->cls == LEX_ACTION &&
	       (VERB_OF(x->value) == VERB_USE || VERB_OF(x->value) == VERB_READ);
}

static bool names_unit(const struct terse *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls == LEX_UNIT || t->all[i].cls == LEX_NUMERAL)
			return true;
	return false;
}

/* Is all of the body from lexeme i on a verb of change, and no wording? */
static bool orders(const struct terse *t, uint32_t i)
{
	const struct lexeme *x = &t->all[i];
	return i + 1 == t->end && ((x->cls == LEX_ACTION && !is_reading_verb(x)) ||
	                           x->cls == LEX_SHORT || x->cls == LEX_BRACKETS);
}

/* "for A read B", "au lieu de A, lire B", "donde dice A debe decir B" */
static bool read_corrigendum(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	bool const opens = x->cls == LEX_FOR || (x->cls == LEX_LINK && x->value == LINK_INSTEAD_OF);
	uint32_t verb = t->begin + 1;
	while (verb < t->end && !is_reading_verb(&t->all[verb]) &&
	       !(t->all[verb].cls == LEX_ACTION && VERB_OF(t->all[verb].value) == VERB_SUBSTITUTE))
		verb++;
	if (!opens || verb + 1 >= t->end || !says_nothing(t, t->begin, t->end) ||
	    names_unit(t, verb, t->end))
		return false;
	redline_range old = span_of(t, t->begin + 1, verb);
	if (!range_len(old)) { /* "for should read shall", where "should read" is one verb */
		old = range_trim(t->g->cursor.text,
		                 (redline_range){t->all[verb].range.begin,
		                                 last_word(t->g->cursor.text, t->all[verb].range)});
	}
	redline_range const now = span_of(t, verb + 1, t->end);
	uint32_t const most = t->named ? UINT32_MAX : t->at.count ? SIDE_WORDS : 2;
	if (!range_len(old) || !range_len(now) || !is_short(t, old, most) ||
	    !is_short(t, now, most))
		return false;
	redline_operand from = wording_of(t, old), to = wording_of(t, now);
	for (uint32_t i = t->begin + 1; i < verb; i++) /* "for the existing text" */
		if (t->all[i].cls == LEX_TEXT || t->all[i].cls == LEX_UNIT)
			from.present = false;
	to.present &= !orders(t, verb + 1);
	settle(t, &from, &to);
	return true;
}

/* Does an arrow of signs begin at lexeme i, "->", "=>" or ">"? *len has its lexemes:
 * ">" itself is none, as it may quote. */
static bool arrow_at(const struct terse *t, uint32_t i, uint32_t *len)
{
	redline_bytes const text = t->g->cursor.text;
	*len = is_arrow(&t->all[i]);
	if (*len)
		return true;
	while (i + *len < t->end &&
	       (is_punct(&t->all[i + *len], '-') || is_punct(&t->all[i + *len], '=') ||
	        is_punct(&t->all[i + *len], 0x2013)))
		++*len;
	uint32_t const at = *len ? t->all[i + *len - 1].range.end : t->all[i].range.begin;
	if (*len)
		return at < text.len && text.ptr[at] == '>';
	return at > 2 && text.ptr[at - 1] == ' ' && text.ptr[at - 2] == '>' &&
	       text.ptr[at - 3] == ' ';
}

/* "A -> B" */
static bool read_arrow(struct terse *t)
{
	uint32_t at = 0, len = 0, count = 0;
	for (uint32_t i = t->begin; i < t->end; i++) {
		uint32_t n;
		if (!arrow_at(t, i, &n))
			continue;
		if (!count++) {
			at = i;
			len = n;
		}
		i += n > 0; /* the words behind it begin no other one */
	}
	if (!count || at == t->begin || at + len >= t->end)
		return false;
	uint32_t begin = at; /* "Punkt 7: a -> b", a place in a tongue that isn't told */
	while (begin > t->begin && !is_punct(&t->all[begin - 1], ':'))
		begin--;
	redline_range const old = span_of(t, begin, at);
	redline_range const now = span_of(t, at + len, t->end);
	if (!range_len(old) || !range_len(now) || !says_nothing(t, t->begin, t->end))
		return false;
	uint32_t const most = t->named ? 2 * SIDE_WORDS : t->at.count ? SIDE_WORDS / 2 : 3;
	if (!is_short(t, old, most) || !is_short(t, now, most))
		return false;
	redline_operand from = wording_of(t, old), to = wording_of(t, now);
	if (count > 1)
		from.present = to.present = false;
	if (orders(t, at + len)) /* "should -> delete" */
		to.present = false;
	if (count > 1 || begin > t->begin || !to.present || names_unit(t, t->begin, t->end))
		advise_replacing(t, &from, &to);
	else
		settle(t, &from, &to);
	return true;
}

/* At most two lexemes on a side, and none but words and small words: "d'urgence". */
static bool is_side(const struct terse *t, uint32_t from, uint32_t to)
{
	if (from >= to || to - from > 2)
		return false;
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls != LEX_WORD && t->all[i].cls != LEX_ORDINAL &&
		    t->all[i].cls != LEX_FILLER && t->all[i].cls != LEX_COUNT &&
		    t->all[i].cls != LEX_QUOTE && t->all[i].cls != LEX_OF &&
		    !(t->all[i].cls == LEX_LINK && t->all[i].value == LINK_WITH))
			return false;
	return true;
}

/* None but words that no row knows: what is set side by side may be said of the text. */
static bool may_be_talk(const struct terse *t)
{
	for (uint32_t i = t->begin; i < t->end; i++)
		if ((t->all[i].cls != LEX_WORD || t->all[i].value != WORD_UNKNOWN) &&
		    t->all[i].cls != LEX_NEGATION && t->all[i].cls != LEX_AND &&
		    !is_punct(&t->all[i], ','))
			return false;
	return t->named && t->at.count == 1;
}

/* Does "not" deny what comes behind it, after a comma or "and": "shall, and not should"?
 * Then where what it is set against ends. */
static bool denies_next(const struct terse *t, uint32_t i, uint32_t *before)
{
	if (t->all[i].cls != LEX_NEGATION)
		return false;
	*before = i;
	bool const and = t->all[*before - 1].cls == LEX_AND;
	*before -= and && *before > t->begin + 1;
	bool const comma = is_punct(&t->all[*before - 1], ',');
	*before -= comma;
	return comma || and;
}

/* "shall, not should", "shall instead of should" */
static bool read_beside(struct terse *t)
{
	if ((!t->named && !t->aside) || (!t->cut && !t->in))
		return false;
	for (uint32_t i = t->begin + 1; i + 1 < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		bool const instead = x->cls == LEX_LINK && x->value == LINK_INSTEAD_OF;
		uint32_t before = is_punct(&t->all[i - 1], ',') ? i - 1 : i;
		bool const denied = denies_next(t, i, &before);
		if (!instead && !denied)
			continue;
		if (!is_side(t, t->begin, before) || !is_side(t, i + 1, t->end))
			return false;
		redline_operand const now = wording_of(t, span_of(t, t->begin, before));
		redline_operand const old = wording_of(t, span_of(t, i + 1, t->end));
		if (denied && may_be_talk(t)) /* only the draft can tell */
			t->g->out->denied_words = (struct denied_words){
				old.source, replacing_advice(t, &old, &now)};
		else
			advise_replacing(t, &old, &now);
		return true;
	}
	return false;
}

/* "from should to shall", "- should to shall": one of the two is a verb of duty. */
static bool read_from_to(struct terse *t)
{
	uint32_t i = t->begin;
	bool const from = t->all[i].cls == LEX_FROM;
	i += from;
	if (!t->named || (!from && !t->cut) || i + 3 != t->end || t->all[i + 1].cls != LEX_TO)
		return false;
	bool const due =
		(t->all[i].cls == LEX_FILLER && t->all[i].value == FILLER_DUE) ||
		(t->all[i + 2].cls == LEX_FILLER && t->all[i + 2].value == FILLER_DUE);
	if (!due || !is_side(t, i, i + 1) || !is_side(t, i + 2, t->end))
		return false;
	redline_operand const old = wording_of(t, span_of(t, i, i + 1));
	redline_operand const now = wording_of(t, span_of(t, i + 2, t->end));
	advise_replacing(t, &old, &now);
	return true;
}

/* "should to read shall", "should should be shall": where a verb parts the two. */
static bool read_parted(struct terse *t)
{
	for (uint32_t i = t->begin; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		if (!is_reading_verb(x) || VERB_OF(x->value) != VERB_READ ||
		    FORM_OF(x->value) == FORM_THIRD)
			continue;
		if (!t->at.count || i == t->begin || !is_side(t, t->begin, i) ||
		    !is_side(t, i + 1, t->end))
			return false;
		redline_operand const old = wording_of(t, span_of(t, t->begin, i));
		redline_operand const now = wording_of(t, span_of(t, i + 1, t->end));
		advise_replacing(t, &old, &now);
		return true;
	}
	return false;
}

/* "In paragraph 7 we want shall." */
static bool read_wanted(struct terse *t)
{
	bool due = false;
	for (uint32_t i = t->begin; i < t->end; i++)
		due |= (t->all[i].cls == LEX_FILLER && t->all[i].value == FILLER_DUE) ||
		       t->all[i].cls == LEX_QUOTE;
	if (!t->wants || !due || !is_side(t, t->begin, t->end))
		return false;
	redline_operand const old = {.present = false};
	redline_operand const now = wording_of(t, span_of(t, t->begin, t->end));
	advise_replacing(t, &old, &now);
	return true;
}

/* "Paragraph 7, read: ...": all of it, or a part? */
static bool read_new_reading(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	if (!t->named || !is_reading_verb(x) || VERB_OF(x->value) != VERB_USE ||
	    !is_base_form(t->g, x) || t->begin + 2 >= t->end || !is_punct(x + 1, ':'))
		return false;
	advise(t, "it is not clear whether all of the provision is to read so; write: ",
	       only_place(t), "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "+ fully" */
static bool read_plus(struct terse *t)
{
	if (!t->named || !is_punct(&t->all[t->begin], '+') || t->begin + 1 >= t->end)
		return false;
	const struct lexeme *x = &t->all[t->begin + 1]; /* "+1 (Kenya)": so does Kenya */
	if (x->cls == LEX_NUMERAL && (t->begin + 2 == t->end || x[1].cls == LEX_GROUP))
		return false;
	char place[200], text[480];
	redline_operand const now = wording_of(t, span_of(t, t->begin + 1, t->end));
	place_words(t, place, sizeof place);
	(void)snprintf(text, sizeof text,
	               "this looks like an insertion, but it is not said where; write: %sinsert "
	               "\"%.*s\" after \"...\"",
	               place, shown(now.words), now.words.ptr);
	refuse(t, "not-understood", keep_text(t, text));
	return true;
}

/* "After paragraph 7: Donors are invited.", "At the end of paragraph 7: ..." */
static bool read_position_alone(struct terse *t)
{
	struct cursor c = t->g->cursor;
	struct place_set set;
	c.at = 0;
	while (cursor_peek(&c, 0)->cls == LEX_NAME || is_cut(cursor_peek(&c, 0)))
		c.at++;
	const struct lexeme *x = cursor_peek(&c, 0);
	if (x->cls != LEX_POSITION)
		return false;
	redline_range const where = x->range;
	c.at++;
	while (cursor_peek(&c, 0)->cls == LEX_OF || cursor_peek(&c, 0)->cls == LEX_FILLER)
		c.at++;
	if (!noun_is_place(&c) || !noun_places(&c, &set) || !is_punct(cursor_peek(&c, 0), ':') ||
	    c.at + 2 >= t->end || !says_nothing(t, c.at, t->end))
		return false;
	char text[400];
	const char *const said = c.text.ptr + where.begin;
	redline_bytes const rest = bytes_in(
		c.text, (redline_range){where.begin + 1, t->all[c.at - 1].range.end});
	(void)snprintf(text, sizeof text,
	               "this looks like an insertion, but it is not said that it is one; write: "
	               "insert %c%.*s: \"...\"",
	               is_upper(*said) ? *said + ('a' - 'A') : *said, shown(rest), rest.ptr);
	refuse(t, "not-understood", keep_text(t, text));
	return true;
}

/* "Paragraph 8 before paragraph 7." */
static bool read_order(struct terse *t)
{
	struct cursor c = t->g->cursor;
	struct place_set set;
	c.at = t->begin;
	if (!t->named || t->cut || t->all[c.at++].cls != LEX_POSITION || !noun_is_place(&c) ||
	    !noun_places(&c, &set) || c.at != t->end)
		return false;
	refuse(t, "not-understood",
	       "it is not said what is to be done with these provisions; write: move "
	       "paragraph ... after paragraph ...");
	return true;
}

/* "Paragraph 7 in brackets", "Brackets around paragraph 7" */
static bool read_bracketing(struct terse *t)
{
	bool brackets = false, place = false;
	for (uint32_t i = 0; i < t->end; i++) {
		enum lex_class const c = t->all[i].cls;
		brackets |= c == LEX_BRACKETS;
		place |= c == LEX_UNIT || c == LEX_QUOTE;
		if (c == LEX_WORD || c == LEX_ACTION || c == LEX_REASON || c == LEX_NEGATION)
			return false;
	}
	if (!brackets || !place || !says_nothing(t, 0, t->end))
		return false;
	refuse(t, "not-understood",
	       "it is not said what is to be done with the brackets; write \"put ... in square "
	       "brackets\" or \"delete the square brackets around ...\"");
	return true;
}

/* "Paragraph 7: deletion", "Paragraph 7 to go", "Deleted." */
static bool read_removal(struct terse *t)
{
	uint32_t i = t->begin; /* "we suggest deletion" */
	while (i < t->end && (t->all[i].cls == LEX_WE || t->all[i].cls == LEX_PROPOSE))
		i++;
	const struct lexeme *x = &t->all[i];
	bool const alone = i + 1 == t->end;
	bool const out = x->cls == LEX_SHORT && x->value == SHORT_OUT;
	bool const deleted = x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_DELETE &&
	                     !t->named && t->begin == 0;
	if (!alone || (!out && !deleted) || (out && !t->named && t->begin))
		return false;
	advise(t, "this looks like a deletion, but it is not clear of what; write: delete ",
	       only_place(t), "paragraph ...", "");
	return true;
}

/* "New text: The programme shall be implemented." */
static bool read_new_text(struct terse *t)
{
	uint32_t i = t->begin;
	bool const labelled = t->all[i].cls == LEX_SHORT && t->all[i].value == SHORT_NEW &&
	                      is_punct(&t->all[i + 1], ':') && i + 2 < t->end;
	if (!labelled || !says_nothing(t, i, t->end))
		return false;
	advise(t,
	       "this looks like new wording, but it is not clear how much of the text it stands "
	       "in for; write: ",
	       only_place(t), "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "Revised paragraph 7: The programme shall be implemented." */
static bool read_new_version(struct terse *t)
{
	const struct lang *lang = cursor_lang(&t->g->cursor);
	const struct lexeme *x = &t->all[0];
	struct cursor c = t->g->cursor;
	struct place_set set;
	bool const says = (x->cls == LEX_WORD && x->value == WORD_UNKNOWN &&
	                   !listed(lang->no_orders, bytes_in(c.text, x->range))) ||
	                  (x->cls == LEX_PROPOSE && x->value == 2);
	c.at = 1;
	if (!says || !lang->not_verbs || !noun_is_place(&c) || !noun_places(&c, &set) ||
	    !is_punct(cursor_peek(&c, 0), ':') || c.at + 4 >= t->end ||
	    !says_nothing(t, c.at, t->end) || !is_upper(c.text.ptr[t->all[c.at + 1].range.begin]))
		return false;
	advise(t, "this looks like new wording of a provision; if it is, write: ",
	       set.count == 1 ? &set.at[0] : NULL, "Paragraph ...", " should read: \"...\"");
	return true;
}

/* "after paragraph 7" at the cursor, which then stands behind it. */
static bool take_position(struct cursor *c)
{
	struct place_set set;
	struct cursor next = *c;
	if (cursor_peek(&next, 0)->cls != LEX_POSITION)
		return false;
	next.at++;
	while (cursor_peek(&next, 0)->cls == LEX_OF)
		next.at++;
	if (!noun_is_place(&next) || !noun_places(&next, &set))
		return false;
	c->at = next.at;
	return true;
}

/* Past "Japan: after paragraph 7, a new paragraph 7 bis"; false if it is nothing like it. */
static bool take_addition(struct cursor *c, bool *placed, redline_bytes *label)
{
	redline_unit unit;
	*placed = false;
	while (cursor_peek(c, 0)->cls == LEX_NAME || is_cut(cursor_peek(c, 0)))
		c->at++;
	*placed = take_position(c);
	while (is_cut(cursor_peek(c, 0)) || cursor_peek(c, 0)->cls == LEX_FILLER)
		c->at++;
	if (cursor_peek(c, 0)->cls != LEX_NEW && cursor_peek(c, 0)->cls != LEX_ANOTHER)
		return false;
	if (!noun_new_unit(c, &unit, label))
		return false;
	*placed |= take_position(c);
	return true;
}

bool adds_without_verb(const struct grammar *g)
{
	struct cursor c = g->cursor;
	redline_bytes label = {0};
	bool placed;
	c.at = 0;
	if (!take_addition(&c, &placed, &label) || (!placed && !label.len) ||
	    !is_punct(cursor_peek(&c, 0), ':'))
		return false;
	c.at += cursor_peek(&c, 1)->cls == LEX_QUOTE ? 2u : 1u;
	c.at += is_punct(cursor_peek(&c, 0), '.');
	return cursor_peek(&c, 0)->cls == LEX_END;
}

/* "New paragraph 7 bis.", "New paragraph: Donors are invited.": what is clear, reads on
 * behind a colon (statement_wording.c). */
static bool read_addition(struct terse *t)
{
	struct cursor c = t->g->cursor;
	redline_bytes label = {0};
	bool placed;
	c.at = 0;
	if (!take_addition(&c, &placed, &label))
		return false;
	bool const goes_on = (is_punct(cursor_peek(&c, 0), ':') && c.at + 1 < t->end) ||
	                     cursor_peek(&c, 0)->cls == LEX_POSITION;
	bool const ends = is_punct(cursor_peek(&c, 0), '.') && (placed || noun_is_inserted(label));
	if (!goes_on && !ends)
		return false;
	refuse(t, "not-understood",
	       "this looks like a new provision; say where it goes, and quote its words: insert "
	       "after paragraph ... a new paragraph: \"...\"");
	return true;
}

/* "Heading of section B: Further matters" */
static bool read_new_heading(struct terse *t)
{
	const redline_place *p = only_place(t);
	bool labelled = false;
	for (uint32_t i = 0; p && i < p->count; i++)
		labelled |= p->steps[i].label.len > 0;
	bool const heading = p && p->count && t->named && labelled &&
	                     (p->steps[p->count - 1].unit == REDLINE_HEADING_UNIT ||
	                      p->steps[p->count - 1].unit == REDLINE_TITLE);
	if (!heading || !t->begin || !is_punct(&t->all[t->begin - 1], ':') ||
	    !says_nothing(t, t->begin, t->end))
		return false;
	advise(t, "this looks like a new heading; if it is, write: ", p, "", " should read: \"...\"");
	return true;
}

/* "Paragraph 8 becomes annex III.", "Paragraph 7 -> paragraph 8" */
static bool read_becoming(struct terse *t)
{
	const struct lexeme *x = &t->all[t->begin];
	bool const verb = x->cls == LEX_ACTION && VERB_OF(x->value) == VERB_READ &&
	                  FORM_OF(x->value) == FORM_THIRD && t->begin + 1 < t->end &&
	                  t->all[t->begin + 1].cls == LEX_UNIT;
	if (!t->named || !(verb || t->arrow))
		return false;
	refuse(t, "not-understood",
	       "it is not clear whether this provision moves there or gets that number; write "
	       "\"move ... after ...\" or \"renumber ... as ...\"");
	return true;
}

/* A base-form verb behind words that no row knows: "Paragraph 7 after should add fully". */
static bool read_late_verb(struct terse *t)
{
	bool position = false, quotes = false;
	uint32_t words = 0;
	for (uint32_t i = 0; i < t->end; i++) {
		const struct lexeme *x = &t->all[i];
		position |= x->cls == LEX_POSITION;
		words += x->cls == LEX_WORD;
		quotes |= x->cls == LEX_QUOTE;
		if (x->cls != LEX_ACTION)
			continue;
		enum verb const verb = VERB_OF(x->value);
		bool const changes = verb == VERB_INSERT || verb == VERB_DELETE ||
		                     verb == VERB_REPLACE || verb == VERB_SUBSTITUTE;
		if (!changes || FORM_OF(x->value) != FORM_ACTIVE || !is_base_form(t->g, x) ||
		    !position || words > 1 || quotes || t->end > 14 || !says_nothing(t, 0, t->end) ||
		    !(t->named || names_unit(t, 0, i)))
			return false;
		refuse(t, "not-understood",
		       "this looks like an amendment; put the words of the text in quotation "
		       "marks: insert \"...\" after \"...\"");
		return true;
	}
	return false;
}

bool read_terse(struct grammar *g, const struct mood *mood, bool quiet)
{
	static bool (*const forms[])(struct terse *t) = {
		read_corrigendum, read_arrow, /* even if a verb asks */
		read_beside, read_from_to, read_parted, read_wanted, read_new_reading, read_plus,
		read_addition, read_position_alone, read_order, read_bracketing, read_removal,
		read_new_text, read_new_version, read_new_heading, read_becoming, read_late_verb,
	};
	size_t const sure = 2;
	const struct lexed *l = g->cursor.lexed;
	if (!l->count || g->around->question || mood->takes_position || mood->hedge ||
	    mood->conditional || l->at[0].cls == LEX_REASON)
		return false;
	struct terse room, *t = &room; /* large: not cleared as a whole */
	t->g = g;
	t->all = l->at;
	t->begin = 0;
	t->end = l->count;
	t->named = t->cut = t->in = t->aside = t->wants = t->arrow = false;
	while (t->end && (is_punct(&l->at[t->end - 1], '.') || is_punct(&l->at[t->end - 1], ';') ||
	                  is_punct(&l->at[t->end - 1], '!')))
		t->end--;
	read_lead(t);
	read_tail(t);
	if (t->begin >= t->end)
		return quiet &&
		       (read_addition(t) || read_bracketing(t) || read_position_alone(t) ||
		        read_becoming(t));
	for (size_t i = 0; i < (quiet ? sizeof forms / sizeof *forms : sure); i++)
		if (forms[i](t))
			return true;
	return false;
}
