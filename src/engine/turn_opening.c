/* turn_opening.c -- how a line begins that may be somebody's (turning.h). */
#include <unictype.h>

#include "listed.h"
#include "speaker_lead.h"
#include "turn_stamp.h"
#include "turning.h"

#define NAME_BYTES  48u /* in which a party is named, if at all */
#define PLACE_BYTES 64u /* of a line that is but a place */
#define TITLE_BYTES 80u /* of a line that says whose words are below it */
#define TITLE_WORDS 6u  /* "Mr. Tanaka (Japan):" */

/* ---- words ---- */

struct lexer *turn_lexer(struct turn_search *s)
{
	if (!s->lexer) {
		unsigned const tongue = speech_guess(s->speech, s->text, s->block->body, s->quotes,
		                                     s->speech->main);
		s->lexer = speech_lexer(s->speech, tongue);
		s->failed |= !s->lexer;
	}
	return s->lexer;
}

bool turn_lex(struct turn_search *s, redline_range words, struct lexed *out)
{
	struct lexer *lexer = turn_lexer(s);
	if (!lexer)
		return false;
	bool const ok = lex_sentence(lexer, s->arena, s->text, words, s->quotes, out);
	s->failed |= !ok;
	return ok && out->count;
}

uint32_t turn_character(redline_bytes text, uint32_t at, uint32_t least)
{
	while (at > least && ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
		at--;
	return at;
}

redline_range turn_lead(const struct turn_search *s, redline_range words)
{
	uint32_t const q = quotes_from(s->quotes, words.begin);
	if (range_len(words) > TURN_LEAD)
		words.end = turn_character(s->text, words.begin + TURN_LEAD, words.begin);
	if (q < s->quotes->count && s->quotes->at[q].outer.begin < words.end)
		words.end = s->quotes->at[q].outer.begin;
	return words;
}

bool turn_quoted(const struct turn_search *s, uint32_t at)
{
	uint32_t const q = quotes_from(s->quotes, at);
	return q < s->quotes->count && s->quotes->at[q].outer.begin < at;
}

/* ---- how a line begins ---- */

/* Where no party is named early, hardly anybody begins to speak. */
static bool names_early(struct turn_search *s, redline_range words)
{
	uint32_t const end = range_len(words) < NAME_BYTES ? words.end : words.begin + NAME_BYTES;
	bool starts = true;
	for (uint32_t at = words.begin; at < end;) {
		unsigned size;
		uint32_t len;
		uint32_t const cp = utf8_at(s->text, at, &size);
		redline_range const rest = {at, words.end};
		if ((starts || cp >= 0x600) && is_word_char(cp) &&
		    lex_party(speech_lexer(s->speech, s->speech->main), s->text, rest, &len) >= 0)
			return true;
		starts = !is_word_char(cp);
		at += size;
	}
	return false;
}

bool turn_place_word(const struct lexeme *x)
{
	return x->cls == LEX_UNIT || x->cls == LEX_NUMERAL || x->cls == LEX_ORDINAL;
}

/* Between parties of a list. */
static bool joins(const struct lexeme *x)
{
	return joins_parties(x) || is_dash(x) || is_punct(x, ';') || x->cls == LEX_GROUP ||
	       x->cls == LEX_SPEAKER || x->cls == LEX_FILLER || x->cls == LEX_OF ||
	       (x->cls == LEX_LINK && x->value == LINK_WITH);
}

/* "Japan, para 4:", "Japan (4) on OP3:" */
static bool may_stand_before_colon(const struct lexeme *x)
{
	return turn_place_word(x) || joins(x) || x->cls == LEX_IN || x->cls == LEX_NAME ||
	       x->cls == LEX_THROUGH || x->cls == LEX_TO || x->cls == LEX_FOR;
}

static bool tells(const struct lexeme *x)
{
	return x->cls == LEX_PROPOSE || x->cls == LEX_STANCE || x->cls == LEX_HISTORY ||
	       x->cls == LEX_HEDGE || x->cls == LEX_NEGATION || x->cls == LEX_ACTION;
}

/* What comes at lexeme i, behind the parties. */
static enum turn_opening behind_names(const struct lexed *l, uint32_t i, bool whole)
{
	if (i == l->count)
		return whole ? OPENS_BY_NAME : OPENS_NOTHING;
	if (is_punct(&l->at[i], ':'))
		return OPENS_BY_COLON;
	if (tells(&l->at[i]))
		return OPENS_BY_VERB;
	while (i < l->count && may_stand_before_colon(&l->at[i]))
		i++;
	return i < l->count && is_punct(&l->at[i], ':') ? OPENS_BY_COLON : OPENS_NOTHING;
}

/* "Mr. Tanaka (Japan):": the party stands in an aside, and a colon behind it. */
static bool is_titled(struct turn_search *s, const struct lexed *l)
{
	uint32_t i = 0, len;
	while (i < l->count && i < TITLE_WORDS && is_of_person(&l->at[i]))
		i++;
	return i > 0 && i + 1 < l->count && l->at[i].cls == LEX_GROUP &&
	       is_punct(&l->at[i + 1], ':') &&
	       lex_party(s->lexer, s->text, l->groups[l->at[i].value], &len) >= 0;
}

/* "Proposer: Japan and Kenya" */
static bool is_field(struct turn_search *s, const struct lexed *l)
{
	uint32_t colon = 0;
	while (colon < l->count && l->at[colon].cls != LEX_NAME && !is_punct(&l->at[colon], ':'))
		colon++;
	if (!colon || colon + 1 >= l->count || !is_punct(&l->at[colon], ':'))
		return false;
	for (uint32_t i = colon + 1; i < l->count; i++)
		if (l->at[i].cls != LEX_NAME && !joins(&l->at[i]))
			return false;
	redline_range const key = {l->at[0].range.begin, l->at[colon].range.begin};
	return speaker_key(lexer_lang(s->lexer), bytes_in(s->text, key));
}

static enum turn_opening opens_by_party(struct turn_search *s, redline_range words)
{
	struct lexed l;
	redline_range const lead = turn_lead(s, words);
	if (!turn_lex(s, lead, &l))
		return OPENS_NOTHING;
	if (is_titled(s, &l))
		return OPENS_BY_COLON;
	if (is_field(s, &l) && lead.end == words.end)
		return OPENS_BY_NAME;
	uint32_t i = 0;
	while (i < l.count && turn_place_word(&l.at[i]))
		i++; /* "OP4 – Japan:" */
	if (i && i < l.count &&
	    (is_dash(&l.at[i]) || is_punct(&l.at[i], ',') || is_punct(&l.at[i], ':')))
		i++;
	else if (i)
		return OPENS_NOTHING;
	bool const verb_first =
		i < l.count && l.at[i].cls == LEX_PROPOSE && lexer_lang(s->lexer)->subject_behind;
	i += verb_first;
	while (i < l.count && (l.at[i].cls == LEX_FILLER || l.at[i].cls == LEX_OF ||
	                       (l.at[i].cls == LEX_WORD && l.at[i].value == WORD_SPEAKER)))
		i++; /* "the delegation of" */
	if (i == l.count || l.at[i].cls != LEX_NAME)
		return OPENS_NOTHING;
	if (verb_first)
		return OPENS_BY_VERB;
	uint32_t end = i;
	for (; i < l.count && (l.at[i].cls == LEX_NAME || joins(&l.at[i])); i++)
		end = l.at[i].cls == LEX_NAME || l.at[i].cls == LEX_GROUP ? i + 1 : end;
	return behind_names(&l, end, lead.end == words.end);
}

/* "Proposal by Kenya", "Amendment 3 (Kenya)": begins with a word of titles, and a party or an aside
 * ends it. */
static bool opens_title(struct turn_search *s, redline_range words)
{
	struct lexed l;
	const struct lang *lang = lexer_lang(turn_lexer(s));
	redline_bytes const line = bytes_in(s->text, words);
	if (range_len(words) > TITLE_BYTES ||
	    !(listed_start(lang->headings, line) || listed_start(lang->proposals, line)) ||
	    !turn_lex(s, words, &l))
		return false;
	for (uint32_t i = 0; i < l.count; i++)
		if (l.at[i].cls == LEX_ACTION || l.at[i].cls == LEX_QUOTE ||
		    l.at[i].cls == LEX_STANCE || l.at[i].cls == LEX_NEGATION)
			return false;
	return l.count &&
	       (l.at[l.count - 1].cls == LEX_NAME || l.at[l.count - 1].cls == LEX_GROUP);
}

/* "OP4", "Paragraph 4 (b):": a place, and nothing else in the line. */
static enum turn_opening opens_place(struct turn_search *s, redline_range words)
{
	struct lexed l;
	bool digits = false, unit = false;
	if (range_len(words) > PLACE_BYTES)
		return OPENS_NOTHING;
	for (uint32_t i = words.begin; i < words.end; i++)
		digits |= is_digit(s->text.ptr[i]) || ((unsigned char)s->text.ptr[i] >= 0x80);
	if (!digits || !turn_lex(s, words, &l))
		return OPENS_NOTHING;
	uint32_t i = 0;
	for (; i < l.count; i++) {
		const struct lexeme *x = &l.at[i];
		unit |= x->cls == LEX_UNIT ||
		        (x->cls == LEX_NUMERAL && l.numerals[x->value].unit != REDLINE_DOCUMENT);
		if (!turn_place_word(x) && x->cls != LEX_AND && x->cls != LEX_THROUGH &&
		    x->cls != LEX_GROUP)
			break;
	}
	if (!unit)
		return OPENS_NOTHING;
	if (i == l.count)
		return OPENS_PLACE;
	return i + 1 == l.count && (is_punct(&l.at[i], ':') || is_dash(&l.at[i])) ? OPENS_HEAD
	                                                                          : OPENS_NOTHING;
}

/* "Wakanda: ...", below a line that a party speaks in likewise. */
static bool opens_by_stranger(struct turn_search *s, redline_range words)
{
	struct lexed l;
	bool const below = turn_ends_with_colon(s->text, words);
	if (s->spoken != (below ? SPOKEN_BELOW : SPOKEN_BEHIND))
		return false; /* "Japan: / Funding: in OP4, ..." */
	redline_range const lead = turn_lead(s, words);
	if (!turn_lex(s, lead, &l))
		return false;
	uint32_t colon = 0;
	while (colon < l.count && !is_punct(&l.at[colon], ':'))
		colon++;
	return colon < l.count && stranger_before(s->lexer, s->text, &l, colon) != STRANGER_NONE;
}

static bool is_emphasis(char c)
{
	return c == '*' || c == '_';
}

enum turn_opening turn_opening(struct turn_search *s, redline_range words)
{
	unsigned size;
	if (!range_len(words) || turn_quoted(s, words.begin))
		return OPENS_NOTHING;
	words.begin = turn_stamp_end(s->text, words);
	while (words.begin < words.end && is_emphasis(s->text.ptr[words.begin]))
		words.begin++;
	if (!range_len(words) || uc_is_lower(utf8_at(s->text, words.begin, &size)))
		return OPENS_NOTHING;
	if (names_early(s, words)) {
		enum turn_opening const by = opens_by_party(s, words);
		if (by == OPENS_BY_COLON)
			s->spoken = turn_ends_with_colon(s->text, words) ? SPOKEN_BELOW : SPOKEN_BEHIND;
		if (by != OPENS_NOTHING)
			return by;
		if (!s->failed && turn_lexer(s) && opens_title(s, words))
			return OPENS_TITLE;
	}
	enum turn_opening const place = opens_place(s, words);
	if (place == OPENS_NOTHING && s->spoken != SPOKEN_NOT && opens_by_stranger(s, words))
		return OPENS_BY_COLON;
	return place;
}
