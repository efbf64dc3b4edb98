/*
 * terse.c -- see terse.h.
 *
 * A terse amendment is a lead and a body: "Japan, paragraph 7, line 2:" says who and
 * where, "should -> shall" what.  The lead is read word by word, and must be nothing
 * else; the body is held against one form after the other: of two wordings in
 * terse_swap.c, of something new or gone in terse_new.c.  Wordings are cut out of
 * the text between the lexemes that part them, since rows know many of the words that
 * are quoted here without marks ("should", "and").
 */
#include "terse.h"

#include "listed.h"
#include "tersing.h"

#include <stdio.h>

/* ---- words ---- */

/* The text of lexemes [from, to), without commas and blanks around it. */
redline_range terse_span(const struct terse *t, uint32_t from, uint32_t to)
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
redline_operand terse_wording(const struct terse *t, redline_range range)
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

bool terse_is_arrow(const struct lexeme *x)
{
	return is_punct(x, 0x2192) || is_punct(x, 0x21D2) || is_punct(x, 0x27F6) ||
	       is_punct(x, 0x2794) || is_punct(x, 0x279C);
}

bool terse_is_cut(const struct lexeme *x)
{
	return is_punct(x, ',') || is_punct(x, ':') || is_punct(x, ';') || is_dash(x);
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
		else if (terse_is_cut(x) || (is_punct(x, '.') && t->named)) {
			t->cut = true;
			t->arrow |= t->named && x->range.end < c.text.len &&
			            c.text.ptr[x->range.end] == '>';
		} else if (terse_is_arrow(x) && t->named)
			t->arrow = true;
		else if (x->cls == LEX_IN && !t->named)
			t->in = true;
		else if (x->cls == LEX_PROPOSE && x->value == 0 && t->named)
			t->cut = t->wants = true; /* "we want a instead of b" */
		else if (x->cls == LEX_WE && cursor_peek(&c, 1)->cls == LEX_PROPOSE)
			;
		else if (x->cls != LEX_NAME &&
		         !(is_article(x) && !t->named))
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

const char *terse_keep(struct terse *t, const char *text)
{
	redline_bytes const copy =
		arena_copy(t->g->cursor.arena, (redline_bytes){text, strlen(text) + 1});
	return copy.ptr ? copy.ptr : "this looks like an amendment";
}

redline_range terse_sentence(const struct terse *t)
{
	return (redline_range){t->all[0].range.begin,
	                       t->all[t->g->cursor.lexed->count - 1].range.end};
}

void terse_refuse(struct terse *t, const char *code, const char *message)
{
	struct reading *out = t->g->out;
	out->kind = REDLINE_PUZZLE;
	out->count = out->position_count = 0;
	out->wants_wording = false;
	out->puzzle = (struct puzzle){code, message, false, false, terse_sentence(t)};
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
int terse_shown(redline_bytes words)
{
	size_t len = words.len > 120 ? 120 : words.len;
	while (len < words.len && len > 0 && ((unsigned char)words.ptr[len] & 0xC0) == 0x80)
		len--;
	return (int)len;
}

const char *terse_replacing_advice(struct terse *t, const redline_operand *old,
                                   const redline_operand *now)
{
	char place[200], text[640];
	place_words(t, place, sizeof place);
	if (now->present)
		(void)snprintf(text, sizeof text,
		               "this looks like an amendment; if it is one, write: %sreplace "
		               "\"%.*s\" with \"%.*s\"",
		               place, old->present ? terse_shown(old->words) : 3,
		               old->present ? old->words.ptr : "...", terse_shown(now->words),
		               now->words.ptr);
	else
		(void)snprintf(text, sizeof text,
		               "this looks like an amendment; if it is one, write: %sreplace "
		               "\"...\" with \"...\"",
		               place);
	return terse_keep(t, text);
}

void terse_advise_replacing(struct terse *t, const redline_operand *old, const redline_operand *now)
{
	terse_refuse(t, "not-understood", terse_replacing_advice(t, old, now));
}

void terse_advise_words(struct terse *t, const char *why, const char *verb, redline_bytes words,
                        const char *behind)
{
	char place[200], text[480];
	place_words(t, place, sizeof place);
	(void)snprintf(text, sizeof text, "%s%s%s \"%.*s\"%s", why, place, verb, terse_shown(words),
	               words.ptr, behind);
	terse_refuse(t, "not-understood", terse_keep(t, text));
}

/* Refuses with the amendment to write, which names the place, or `other` if it is not told. */
void terse_advise(struct terse *t, const char *before, const redline_place *place,
                  const char *other, const char *after)
{
	char name[160] = "", text[320];
	if (place)
		(void)redline_place_text(place, name, sizeof name);
	(void)snprintf(text, sizeof text, "%s%s%s", before, name[0] ? name : other, after);
	terse_refuse(t, "not-understood", terse_keep(t, text));
}

/* The one place that the lead names; NULL if there are none, or several. */
const redline_place *terse_only_place(const struct terse *t)
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
		.source = terse_sentence(t),
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
void terse_settle(struct terse *t, const redline_operand *old, const redline_operand *now)
{
	static const redline_operand absent;
	bool const same = bytes_equal(old->words, now->words);
	if (tells_no_wording(t, old, now)) {
		terse_advise_replacing(t, old, &absent);
		return;
	}
	if (t->at.count && !t->at.overflow && !t->at.foreign && is_sure(t, old) &&
	    is_sure(t, now) && !same)
		replace(t, old, now);
	else
		terse_advise_replacing(t, old, now);
}

/* May words of the body be a wording: nobody speaks, doubts, supports or tells? */
bool terse_says_nothing(const struct terse *t, uint32_t from, uint32_t to)
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

bool terse_names_unit(const struct terse *t, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (t->all[i].cls == LEX_UNIT || t->all[i].cls == LEX_NUMERAL)
			return true;
	return false;
}

bool terse_is_reading(const struct lexeme *x)
{
	return x->cls == LEX_ACTION &&
	       (VERB_OF(x->value) == VERB_USE || VERB_OF(x->value) == VERB_READ);
}

void terse_begin(struct terse *t, struct grammar *g)
{
	const struct lexed *l = g->cursor.lexed;
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
}

bool read_terse(struct grammar *g, const struct mood *mood, bool quiet)
{
	static bool (*const forms[])(struct terse *t) = {
		terse_corrigendum, terse_arrow, /* even if a verb asks */
		terse_beside,      terse_from_to,     terse_parted,   terse_wanted,
		terse_new_reading, terse_plus,        terse_addition, terse_position_alone,
		terse_order,       terse_bracketing,  terse_removal,  terse_new_text,
		terse_new_version, terse_new_heading, terse_becoming, terse_late_verb,
	};
	size_t const sure = 2;
	const struct lexed *l = g->cursor.lexed;
	if (!l->count || g->around->question || mood->takes_position || mood->hedge ||
	    mood->conditional || l->at[0].cls == LEX_REASON)
		return false;
	struct terse room, *t = &room;
	terse_begin(t, g);
	if (t->begin >= t->end)
		return quiet && (terse_addition(t) || terse_bracketing(t) ||
		                 terse_position_alone(t) || terse_becoming(t));
	for (size_t i = 0; i < (quiet ? sizeof forms / sizeof *forms : sure); i++)
		if (forms[i](t))
			return true;
	return false;
}
