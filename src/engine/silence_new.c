/*
 * silence_new.c -- signs of something new in a sentence that was understood as nothing
 * (hushing.h): "new" with a provision, and a cut with its wording behind it.
 */
#include "hushing.h"
#include "listed.h"

#include <string.h>

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

bool hush_leads_to_wording(const struct hush *h, uint32_t cut)
{
	const struct terse *t = &h->t;
	if (cut + 1 >= t->end)
		return true;
	const struct lexeme *x = &t->all[cut + 1];
	return x->cls != LEX_WE && x->cls != LEX_NAME && x->cls != LEX_STANCE &&
	       x->cls != LEX_PRONOUN && !hush_is_told(t, cut, t->end) &&
	       !listed_start(cursor_lang(&t->g->cursor)->remarks, hush_words(t, cut + 1));
}

bool hush_brings_new(struct hush *h)
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
	bool const led = cut < t->end ? hush_leads_to_wording(h, cut) : alone;
	return unit && led && cut <= at + 12;
}
