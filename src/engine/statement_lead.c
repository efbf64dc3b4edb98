/*
 * statement_lead.c -- how a sentence begins that may name a place which is not understood
 * (statement_run.h).
 *
 * "Cl 5: delete ..." and "Pargraph 5: ..." begin with a word and a number, as labels do; what
 * is not understood of a place must not be passed over, since the change would be made
 * wherever its words stand.  "Throughout, ..." may mean the place named before or all of
 * the text.
 */
#include <string.h>

#include <unictype.h>

#include "listed.h"
#include "named.h"
#include "statement_run.h"

#define WORD_LETTERS 12u /* of the word of a label */

/* Behind the letters and full stops from `at` on. */
static size_t letters_end(redline_bytes text, size_t at)
{
	unsigned size;
	for (; at < text.len; at += size) {
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp != '.' && !uc_is_alpha(cp))
			break;
	}
	return at;
}

static unsigned letters_in(redline_bytes word)
{
	unsigned count = 0, size;
	for (size_t at = 0; at < word.len; at += size, count++)
		(void)utf8_at(word, at, &size);
	return count;
}

/* "Cl 5", "OP-9", "P. 5": a word, a number and no more; and "No. 5", which may as well count
 * the amendments, if nothing above it says where that is. */
static bool is_word_and_number(redline_bytes lead, bool lost)
{
	size_t word = letters_end(lead, 0), at = word;
	while (at < lead.len && (is_blank(lead.ptr[at]) || lead.ptr[at] == '-'))
		at++;
	size_t const number = at;
	while (at < lead.len && (is_digit(lead.ptr[at]) || lead.ptr[at] == '.'))
		at++;
	redline_bytes const name = {lead.ptr, word};
	size_t const unit = letters_end(lead, at); /* "第5页" */
	bool const solid = unit > at && number == word && (unsigned char)lead.ptr[0] >= 0xE3;
	return word && letters_in(name) <= WORD_LETTERS && at > number &&
	       (at == lead.len || (solid && unit == lead.len)) && !listed(lang_item_heads, name) &&
	       !listed(lang_text_words, name) && (lost || !listed(lang_number_heads, name));
}

/* One of these, or several: "p. 5, l. 12" */
static bool is_like_label(redline_bytes lead, bool lost)
{
	for (const char *comma; lead.len && (comma = memchr(lead.ptr, ',', lead.len));) {
		redline_bytes const part = {lead.ptr, (size_t)(comma - lead.ptr)};
		if (!is_word_and_number(part, lost))
			return false;
		lead.len -= part.len + 1;
		lead.ptr = comma + 1;
		while (lead.len && is_blank(*lead.ptr)) {
			lead.ptr++;
			lead.len--;
		}
	}
	return is_word_and_number(lead, lost);
}

/* Does the sentence name a place by its unit: "paragraph 5", "OP5"? */
static bool names_unit(const struct lexed *l)
{
	for (uint32_t i = 0; i < l->count; i++)
		if (l->at[i].cls == LEX_UNIT ||
		    (l->at[i].cls == LEX_NUMERAL &&
		     l->numerals[l->at[i].value].unit != REDLINE_DOCUMENT))
			return true;
	return false;
}

/* "Throughout, replace ...", where a place was named before. */
static bool begins_everywhere(const struct lexed *l)
{
	return l->count > 1 && l->at[0].cls == LEX_QUANTIFIER &&
	       !(l->at[0].value & QUANTIFIER_WHOLE) && is_punct(&l->at[1], ',');
}

/* ---- a place that stands beside another ---- */

#define NEIGHBOUR_LEXEMES 10u /* at the beginning of a sentence */

/* "next", "folgenden", "suivante": at lexeme i, before a unit or behind it. */
static bool is_neighbour_word(const struct reading_run *r, const struct lexeme *x)
{
	bool const may = x->cls == LEX_NEW || x->cls == LEX_WORD || x->cls == LEX_SAME ||
	                 x->cls == LEX_REST || x->cls == LEX_FILLER || x->cls == LEX_POSITION;
	redline_bytes const word = bytes_in(r->s->text, x->range);
	return may && (x->cls == LEX_NEW || listed(lang_neighbours, word) ||
	               (word.len && (unsigned char)word.ptr[0] >= 0x80 &&
	                listed_end(lang_neighbours, word)));
}

/* Does a place begin with lexeme i: behind "in", or as the first of the sentence? */
static bool opens_place(const struct lexed *l, uint32_t i, bool *in)
{
	while (i > 0 && (l->at[i - 1].cls == LEX_FILLER || l->at[i - 1].cls == LEX_AND))
		i--;
	*in = i > 0 && l->at[i - 1].cls == LEX_IN;
	return *in || i == 0;
}

/*
 * "In the next paragraph, ...", "Following paragraph: ...": a provision that is told by where
 * another one stands.  What comes next in the draft need not be what the next number says.
 * "New paragraph: ..." is none.
 */
static bool points_beside(const struct reading_run *r, const struct lexed *l, redline_range *where)
{
	for (uint32_t i = 0; i < l->count && i < NEIGHBOUR_LEXEMES; i++) {
		const struct lexeme *x = &l->at[i];
		if (x->cls == LEX_ACTION || x->cls == LEX_QUOTE)
			return false;
		if (x->cls != LEX_UNIT || (x->value & UNIT_PLURAL) || x[1].cls == LEX_NUMERAL ||
		    UNIT_OF(x->value) == REDLINE_DOCUMENT || UNIT_OF(x->value) == REDLINE_SENTENCE)
			continue;
		bool const before = i > 0 && is_neighbour_word(r, &x[-1]);
		bool const behind = !before && i + 1 < l->count && is_neighbour_word(r, &x[1]);
		bool in = false;
		if ((!before && !behind) || !opens_place(l, i - before, &in))
			continue;
		const struct lexeme *word = before ? &x[-1] : &x[1];
		const struct lexeme *end = before ? &x[1] : &x[2];
		bool const alone = end->cls == LEX_END || end->cls == LEX_PUNCT;
		if (!in && (!alone || !listed(lang_neighbours, bytes_in(r->s->text, word->range))))
			continue;
		*where = (redline_range){before ? word->range.begin : x->range.begin,
		                         before ? x->range.end : word->range.end};
		return true;
	}
	return false;
}

/* ---- everywhere, or in the place before? ---- */

/* Was the place that holds here named by the amendment right before, and not by a heading? */
static bool is_sticky(const struct reading_run *r)
{
	size_t const n = r->s->amendments.len;
	if (!r->base.count || r->nested || !n)
		return false;
	const redline_amendment *m = &r->s->amendments.at[n - 1];
	return m->place_count && m->places[0].inherited < m->places[0].count;
}

/* "Replace “a” with “b” throughout", without a place of its own. */
static bool asks_everywhere(const struct reading *out)
{
	for (unsigned i = 0; i < out->count; i++) {
		const redline_amendment *m = &out->amendments[i];
		if (m->occurrence == REDLINE_EACH && m->old_words.present && m->place_count &&
		    m->places[0].inherited == m->places[0].count)
			return true;
	}
	return false;
}

static void refuse_lead(struct reading *out, const char *message, redline_range where)
{
	refuse_reading(out, "place-unknown", message, where);
	out->puzzle.quote_words = true;
}

void heed_lead(const struct reading_run *r, const struct lexed *lexed, struct reading *out)
{
	bool const quiet = out->kind == REDLINE_OTHER || out->kind == REDLINE_SCOPE;
	redline_range where;
	if ((out->kind != REDLINE_INSTRUCTION && !quiet) || out->repeat || out->check.present)
		return;
	if (lexed_may_have(lexed, LEX_BIT(LEX_UNIT)) && points_beside(r, lexed, &where)) {
		if (quiet && lexed->count <= 5)
			out->denies = out->denies_ahead = out->elsewhere = true;
		else if (!quiet)
			refuse_lead(out,
			            "it is not clear which place this is; name it by its number: ",
			            where);
		return;
	}
	if (quiet)
		return;
	redline_range const lead = named_lead(lexed);
	bool const sticky = is_sticky(r);
	redline_bytes const words = bytes_in(r->s->text, lead);
	if ((r->base.count && begins_everywhere(lexed)) || (sticky && asks_everywhere(out)))
		refuse_lead(out,
		            "it is not clear whether this means the place named before or all of "
		            "the text; name the place, or say \"throughout the text\": ",
		            lexed->at[0].range);
	else if (listed(lang_other_leads, words) ||
	         (is_like_label(words, sticky || !r->base.count) && !names_unit(lexed)))
		refuse_lead(out, "it is not clear which place this is; name its paragraph: ", lead);
}
