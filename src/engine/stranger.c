/* stranger.c -- see stranger.h. */
#include "stranger.h"

#include <unictype.h>

#include "base/bytes.h"
#include "listed.h"
#include "speaker_lead.h"

#define NAME_WORDS  4u /* of one name */
#define SOLID_BYTES 24u /* of one whose words are not parted */

/* Is the word one that speaks of the text, not one that may be a name? */
static bool is_text_word(const struct lexer *lexer, redline_bytes word)
{
	const struct lang *lang = lexer_lang(lexer);
	return listed(lang_remark_heads, word) || listed(lang_text_words, word) ||
	       listed(lang_item_heads, word) || listed(lang_other_leads, word) ||
	       listed(lang_present_texts, word) || listed(lang_proposed_texts, word) ||
	       listed(lang_place_heads, word) || listed(lang_section_names, word) ||
	       listed(lang->proposals, word) || listed(lang->headings, word) ||
	       listed(lang->also, word) || listed(lang->remarks, word) ||
	       listed_end(lang->adverbs, word);
}

/* Does it begin as names do: with a capital, or in a script that has none? */
static bool begins_as_name(redline_bytes text, uint32_t at)
{
	unsigned size;
	uint32_t const cp = utf8_at(text, at, &size);
	return uc_is_upper(cp) || (cp >= 0x600 && uc_is_alpha(cp));
}

static bool is_name_word(const struct lexer *lexer, redline_bytes text, const struct lexeme *x)
{
	return x->cls == LEX_WORD && x->value == WORD_UNKNOWN &&
	       begins_as_name(text, x->range.begin) &&
	       (!lexer_lang(lexer)->solid || range_len(x->range) <= SOLID_BYTES) &&
	       !is_text_word(lexer, bytes_in(text, x->range));
}

/* Behind the names that begin at lexeme i; i itself if there are none. */
static uint32_t behind_names(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                             uint32_t i, uint32_t colon)
{
	uint32_t end = i, words = 0;
	for (; i < colon; i++) {
		const struct lexeme *x = &l->at[i];
		bool const known = x->cls == LEX_NAME && end > 0;
		if (is_name_word(lexer, text, x) || known) {
			end = i + 1;
			if (++words > NAME_WORDS)
				return 0;
		} else if (words && (joins_parties(x) || is_article(x))) {
			words = is_article(x) ? words : 0;
		} else {
			break;
		}
	}
	return end;
}

static bool is_place_word(const struct lexeme *x)
{
	return x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_ORDINAL ||
	       x->cls == LEX_THROUGH;
}

uint32_t behind_placed(const struct lexed *l)
{
	uint32_t i = 0;
	bool unit = false;
	for (; l->at[i].cls == LEX_UNIT || l->at[i].cls == LEX_NUMERAL || l->at[i].cls == LEX_IN;
	     i++)
		unit |= l->at[i].cls == LEX_UNIT ||
		        (l->at[i].cls == LEX_NUMERAL &&
		         l->numerals[l->at[i].value].unit != REDLINE_DOCUMENT);
	const struct lexeme *x = &l->at[i];
	return unit && (is_punct(x, ',') || is_dash(x)) ? i + 1 : 0;
}

bool stranger_inside(const struct lexer *lexer, redline_bytes text, redline_range inside)
{
	uint32_t len, words = 0;
	inside = range_trim(text, inside);
	if (!range_len(inside) || lex_party(lexer, text, inside, &len) >= 0)
		return false;
	for (uint32_t at = inside.begin; at < inside.end; words++) {
		uint32_t end = at;
		while (end < inside.end && !is_blank(text.ptr[end]))
			end++;
		if (!begins_as_name(text, at) || !uc_is_alpha((unsigned char)text.ptr[at]) ||
		    is_text_word(lexer, bytes_in(text, (redline_range){at, end})))
			return false;
		at = end;
		while (at < inside.end && is_blank(text.ptr[at]))
			at++;
	}
	return words <= NAME_WORDS;
}

/* "OP4 (Wakanda):", and without the place, which may be the label of a block */
static bool is_aside_of_place(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                              uint32_t colon)
{
	uint32_t i = 0;
	while (i < colon && (is_place_word(&l->at[i]) || l->at[i].cls == LEX_IN))
		i++;
	return i + 1 == colon && (!i || is_place_word(&l->at[i - 1])) &&
	       l->at[i].cls == LEX_GROUP && stranger_inside(lexer, text, l->groups[l->at[i].value]);
}

/* "Mr. Obi (Wakanda):" */
static bool is_person(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                      uint32_t colon)
{
	uint32_t i = 0;
	while (i < colon && is_of_person(&l->at[i]) &&
	       !is_text_word(lexer, bytes_in(text, l->at[i].range)))
		i++;
	return i && i <= PERSON_WORDS && i + 1 == colon && l->at[i].cls == LEX_GROUP &&
	       stranger_inside(lexer, text, l->groups[l->at[i].value]);
}

/* "the delegate of" */
static bool leads_to_name(const struct lexeme *x)
{
	return is_article(x) || x->cls == LEX_OF || is_punct(x, '*') || is_dash(x) ||
	       (x->cls == LEX_WORD && x->value == WORD_SPEAKER);
}

enum stranger stranger_before(const struct lexer *lexer, redline_bytes text, const struct lexed *l,
                              uint32_t colon)
{
	if (is_aside_of_place(lexer, text, l, colon))
		return STRANGER_ASIDE;
	if (is_person(lexer, text, l, colon))
		return STRANGER_NAMED;
	uint32_t i = behind_placed(l);
	bool placed = i > 0;
	while (i < colon && leads_to_name(&l->at[i]))
		i++;
	uint32_t const end = behind_names(lexer, text, l, i, colon);
	if (end <= i)
		return STRANGER_NONE;
	bool const parted = is_punct(&l->at[end], ','); /* hardly "Funding, para 4" */
	for (i = end; i < colon; i++) {
		const struct lexeme *x = &l->at[i];
		bool const place = is_place_word(x);
		placed |= (place && !parted) || x->cls == LEX_GROUP;
		if (!place && x->cls != LEX_IN && x->cls != LEX_GROUP && x->cls != LEX_AND &&
		    !is_punct(x, ',') && !is_punct(x, '*') && !is_article(x))
			return STRANGER_NONE;
	}
	return placed ? STRANGER_PLACED : STRANGER_NAMED;
}

bool stranger_alone(const struct lexer *lexer, redline_bytes text, const struct lexed *l)
{
	const struct lang *lang = lexer_lang(lexer);
	return l->count && !lang->large_nouns && utf8_large_at(text, l->at[0].range.begin) &&
	       behind_names(lexer, text, l, 0, l->count) == l->count;
}

bool stranger_by_party(const struct lexer *lexer, redline_bytes text, const struct lexed *l)
{
	uint32_t i = 0;
	while (i + 1 < l->count &&
	       ((l->at[i].cls == LEX_NEW && utf8_large_at(text, l->at[i].range.begin)) ||
	        is_name_word(lexer, text, &l->at[i])))
		i++;
	uint32_t const words = i;
	while (words && i + 2 < l->count && (l->at[i].cls == LEX_OF || is_article(&l->at[i])))
		i++; /* "Bank of Kenya:" */
	return words && i + 2 == l->count && l->at[i].cls == LEX_NAME;
}
