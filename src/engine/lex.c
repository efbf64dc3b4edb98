/*
 * lex.c -- see lex.h; what is told otherwise in Chinese is lex_solid.c's.
 *
 * At each place of the sentence, in this order: a quotation, a numeral, an
 * aside, a party, a row of the table, else a word that nobody knows.
 */
#define _GNU_SOURCE /* memmem */

#include "lexing.h"

#include <assert.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "fold.h"
#include "party.h"
#include "relative.h"

#define GROUP_MAX    600u

/* ---- making one ---- */

/* "convention", "resolution": what every language calls texts by. */
static void gather_nouns(struct word_lists *lists)
{
	size_t count = 0;
	for (const struct lang_texts *texts = lang_texts; texts->code; texts++) {
		lang_list const both[] = {texts->laws, texts->papers};
		for (unsigned i = 0; i < 2; i++)
			for (lang_list noun = both[i]; *noun; noun++) {
				assert(count < LISTED_MAX); /* a table is no input */
				lists->nouns[count++] = *noun;
			}
	}
	lists->nouns[count] = NULL;
	listed_prepare(&lists->text_nouns, lists->nouns);
}

static struct word_lists *lists_new(const struct lang *lang)
{
	struct word_lists *lists = malloc(sizeof *lists);
	if (!lists)
		return NULL;
	listed_prepare(&lists->retractions, lang->retractions);
	listed_prepare(&lists->against, lang->against);
	listed_prepare(&lists->proposals, lang->proposals);
	listed_prepare(&lists->verdicts, lang_verdicts);
	listed_prepare(&lists->numbering, lang_numbering);
	listed_prepare(&lists->supposing, lang->supposing);
	listed_prepare(&lists->gratitude, lang_gratitude);
	listed_prepare(&lists->idle, lang_idle);
	listed_prepare(&lists->choices, lang_choices);
	listed_prepare(&lists->exempting, lang_exempting);
	listed_prepare(&lists->fates, lang_fates);
	listed_prepare(&lists->unwanted, lang_unwanted);
	listed_prepare(&lists->pointing_back, lang_pointing_back);
	listed_prepare(&lists->topic_leads, lang_topic_leads);
	listed_prepare(&lists->section_names, lang_section_names);
	listed_prepare(&lists->echoes, lang->echoes);
	listed_prepare(&lists->also, lang->also);
	listed_prepare(&lists->noes, lang_noes_counted);
	listed_prepare(&lists->relatives, lang_relatives);
	listed_prepare(&lists->mail_senders, lang_mail_senders);
	listed_prepare(&lists->mail_receivers, lang_mail_receivers);
	listed_prepare(&lists->mail_keys, lang_mail_keys);
	listed_prepare(&lists->closings, lang_closings);
	listed_prepare(&lists->thanks, lang_thanks);
	listed_prepare(&lists->quoted_mail, lang_quoted_mail);
	gather_nouns(lists);
	listed_prepare(&lists->references, lang_references);
	listed_prepare(&lists->fallbacks, lang_fallbacks);
	listed_prepare(&lists->plain, lang->plain);
	listed_prepare(&lists->approvals, lang->approvals);
	return lists;
}

/* Takes what isn't NULL from others, and makes the rest. */
static struct lexer *make(const struct lang *lang, const struct rows *rows,
                          const struct word_lists *lists, const struct parties *parties)
{
	struct lexer *lexer = calloc(1, sizeof *lexer);
	if (!lexer)
		return NULL;
	lexer->lang = lang;
	if (!parties)
		parties = lexer->own_parties = parties_new();
	lexer->parties = parties;
	if (!lists)
		lists = lexer->own_lists = lists_new(lang);
	lexer->lists = lists;
	if (!rows)
		rows = lexer->own_rows = rows_new(lang);
	lexer->rows = rows;
	if (parties && lists && rows)
		lexer->finder = row_finder_new(rows);
	if (lexer->finder)
		return lexer;
	lexer_free(lexer);
	return NULL;
}

struct lexer *lexer_new(const struct lang *lang)
{
	return make(lang, NULL, NULL, NULL);
}

struct lexer *lexer_beside(const struct lexer *first, const struct lang *lang)
{
	return make(lang, NULL, NULL, first->parties);
}

struct lexer *lexer_twin(const struct lexer *lexer)
{
	return make(lexer->lang, lexer->rows, lexer->lists, lexer->parties);
}

void lexer_free(struct lexer *lexer)
{
	if (!lexer)
		return;
	row_finder_free(lexer->finder);
	VEC_RELEASE(&lexer->lexemes);
	VEC_RELEASE(&lexer->numerals);
	VEC_RELEASE(&lexer->groups);
	rows_free(lexer->own_rows);
	free(lexer->own_lists);
	parties_free(lexer->own_parties);
	free(lexer);
}

int lex_party(const struct lexer *lexer, redline_bytes text, redline_range within, uint32_t *len)
{
	return parties_at(lexer->parties, lexer->lang, text, within, len);
}

bool lexer_gave_up(struct lexer *lexer, uint32_t *at)
{
	return row_finder_gave_up(lexer->finder, at);
}

const struct lang *lexer_lang(const struct lexer *lexer)
{
	return lexer->lang;
}

const struct word_lists *lexer_lists(const struct lexer *lexer)
{
	return lexer->lists;
}

/* ---- a sentence ---- */

/* Does a unit's word stand just before, or a list of its numerals? */
static bool is_named(const struct lexing *l)
{
	size_t const stop = l->lexer->lexemes.len > 64 ? l->lexer->lexemes.len - 64 : 0;
	for (size_t i = l->lexer->lexemes.len; i > stop; i--) {
		const struct lexeme *x = &l->lexer->lexemes.at[i - 1];
		if (x->cls == LEX_UNIT)
			return true;
		if (x->cls == LEX_NUMERAL && i == l->lexer->lexemes.len)
			return false; /* "paragraph 1 a new ..." */
		bool const list = x->cls == LEX_NUMERAL || x->cls == LEX_AND || x->cls == LEX_TO ||
		                  x->cls == LEX_OR || x->cls == LEX_THROUGH || is_punct(x, ',');
		if (!list)
			return false;
		if (i < l->lexer->lexemes.len && x->cls == LEX_AND)
			return false;
	}
	return false;
}

/* "(a)项", "第5段(a)分段": what it counts says nothing more. */
static void skip_item_word(struct lexing *l)
{
	uint32_t end;
	const struct lang_row *row = l->at < l->sentence.end ? lexing_row_at(l, l->at, &end) : NULL;
	if (row && row->cls == LEX_UNIT && UNIT_OF(row->value) == REDLINE_SUBPARAGRAPH)
		l->at = end;
}

/* Behind the character here, which is ASCII? */
static bool digit_follows(const struct lexing *l)
{
	unsigned size;
	if (l->at + 1 >= l->sentence.end)
		return false;
	uint32_t const cp = utf8_at(l->text, l->at + 1, &size);
	return (cp < 0x80 && is_digit((char)cp)) || is_foreign_digit(cp);
}

/* "المادة /5/": strokes round a number. */
static void skip_stroke(struct lexing *l)
{
	if (l->text.ptr[l->at] == '/' && is_named(l))
		l->at += digit_follows(l);
}

/* A word of one letter: Spanish "y", "o", "a", ", a new paragraph"; but "y)" is a label. */
static bool is_short_word(struct lexing *l)
{
	uint32_t end;
	uint32_t const next = l->at + 1;
	bool const alone = is_lower(l->text.ptr[l->at]) && next < l->sentence.end &&
	                   is_space(l->text.ptr[next]);
	const struct lang_row *row = alone ? lexing_row_at(l, l->at, &end) : NULL;
	size_t const count = l->lexer->lexemes.len;
	bool const after_comma = count && l->lexer->lexemes.at[count - 1].cls == LEX_PUNCT;
	return row && (end > next || row->cls == LEX_AND || row->cls == LEX_OR || row->cls == LEX_TO ||
	               (row->cls == LEX_ANOTHER && after_comma));
}

/* Can "a)" be a place here, and not the item's own mark: "au a) du paragraphe 5"? */
static bool may_stand_alone(const struct lexing *l)
{
	size_t const count = l->lexer->lexemes.len;
	if (!count)
		return false;
	const struct lexeme *last = &l->lexer->lexemes.at[count - 1];
	return last->cls == LEX_IN || last->cls == LEX_OF || last->cls == LEX_AND ||
	       last->cls == LEX_TO || last->cls == LEX_EXCEPT || last->cls == LEX_NUMERAL ||
	       is_article(last) ||
	       (is_punct(last, ',') && count > 1 && last[-1].cls == LEX_NUMERAL);
}

/* "au II de l'article 2", "le III est": where a language calls such parts by their bare
 * number. */
static bool is_roman_part(const struct lexing *l)
{
	uint32_t n = 0;
	while (n < 6 && l->at + n < l->sentence.end && strchr("IVX", l->text.ptr[l->at + n]))
		n++;
	unsigned size;
	uint32_t const next = l->at + n;
	bool const ends = next >= l->sentence.end ||
	                  !is_word_char(utf8_at(l->text, next, &size));
	return l->lexer->lang->roman_parts && n > 0 && n < 6 && ends && may_stand_alone(l);
}

/* "б)" */
static bool is_cyrillic_label(const struct lexing *l)
{
	uint32_t const at = l->at;
	unsigned char const lead = (unsigned char)l->text.ptr[at];
	return (lead == 0xD0 || lead == 0xD1) && at + 2 < l->sentence.end &&
	       l->text.ptr[at + 2] == ')';
}

/* "подпункт «б»", "подпункты «б» и «в»": one letter in quotation marks, where a place's
 * label is due. */
static bool lex_quoted_label(struct lexing *l, const struct quotation *q)
{
	size_t const count = l->lexer->lexemes.len;
	redline_bytes const inner = bytes_in(l->text, q->inner);
	if (l->lexer->lang->script != SCRIPT_CYRILLIC || !count || !numeral_is_letter(inner) ||
	    l->lexer->numerals.len == NUMERALS_MAX || !is_named(l))
		return false;
	const struct lexeme *last = &l->lexer->lexemes.at[count - 1];
	bool const goes_on = last->cls != LEX_UNIT && count > 1 && last[-1].cls == LEX_NUMERAL;
	if (last->cls != LEX_UNIT && !goes_on)
		return false;
	struct numeral n = {.unit = REDLINE_DOCUMENT, .count = 1};
	n.part[0] = inner;
	n.source[0] = q->inner;
	return lexing_push_numeral(l, &n, q->outer.end);
}

static bool lex_quote(struct lexing *l)
{
	while (l->next_quote < l->quotes->count && l->quotes->at[l->next_quote].outer.begin < l->at)
		l->next_quote++;
	if (l->next_quote >= l->quotes->count)
		return false;
	const struct quotation *q = &l->quotes->at[l->next_quote];
	if (q->outer.begin != l->at || q->outer.end > l->sentence.end)
		return false;
	if (!lex_quoted_label(l, q))
		lexing_push(l, LEX_QUOTE, (int32_t)l->next_quote, q->outer.end);
	return true;
}

/* "(EU)", "（EU）": who says it, and no label. */
static bool is_party_in_parens(const struct lexing *l)
{
	redline_range rest = {l->at, l->sentence.end};
	redline_bytes const text = bytes_in(l->text, rest);
	uint32_t const open = bytes_start(text, BYTES("\xEF\xBC\x88")) ? 3 : 1;
	uint32_t len;
	if (open == 1 && !bytes_start(text, BYTES("(")))
		return false;
	rest.begin += open;
	if (lex_party(l->lexer, l->text, rest, &len) < 0)
		return false;
	rest.begin += len;
	return bytes_start(bytes_in(l->text, rest),
	                   open == 1 ? BYTES(")") : BYTES("\xEF\xBC\x89"));
}

/* "In A.1", "clause A.2.3"; but the parts of "section A.1" and "Annex A.1" are two. */
static bool lex_lettered(struct lexing *l)
{
	size_t const count = l->lexer->lexemes.len;
	const struct lexeme *last = count ? &l->lexer->lexemes.at[count - 1] : NULL;
	if (l->at + 2 >= l->sentence.end || l->text.ptr[l->at + 1] != '.' ||
	    !is_upper(l->text.ptr[l->at]) || l->lexer->numerals.len == NUMERALS_MAX ||
	    (last && last->cls == LEX_UNIT && UNIT_OF(last->value) != REDLINE_PARAGRAPH_UNIT))
		return false;
	uint32_t end;
	struct numeral n = lex_lettered_numeral(l->arena, l->text,
	                                        (redline_range){l->at, l->sentence.end}, &end);
	return n.count > 0 && lexing_push_numeral(l, &n, end);
}

static bool lex_place_numeral(struct lexing *l)
{
	bool const arabic = l->lexer->lang->script == SCRIPT_ARABIC;
	if (arabic)
		skip_stroke(l);
	char const c = l->text.ptr[l->at];
	bool const cyrillic = is_cyrillic_label(l);
	if ((!lex_may_be_numeral(l->text, l->at, l->sentence.end) && !cyrillic) ||
	    is_party_in_parens(l))
		return false;
	if (l->lexer->numerals.len == NUMERALS_MAX)
		return false; /* then words nobody knows, so that no instruction is made of them */
	if (lex_lettered(l))
		return true;
	bool const roman = is_roman_part(l);
	bool const named = is_named(l) || roman;
	if ((is_alpha(c) || cyrillic) && !named && c != 'P' && c != 'O' && !may_stand_alone(l))
		return false;
	if (is_short_word(l))
		return false;
	uint32_t end;
	struct numeral n = lex_numeral(l->arena, l->text, (redline_range){l->at, l->sentence.end},
	                               named, &end);
	if (roman && n.unit == REDLINE_DOCUMENT)
		n.unit = REDLINE_PARAGRAPH_UNIT;
	if (n.unit == REDLINE_SECTION && l->lexer->lang->sign_of_paragraphs)
		n.unit = REDLINE_PARAGRAPH_UNIT;
	if (n.count == 0 || !lexing_push_numeral(l, &n, end))
		return false;
	if (arabic && l->at < l->sentence.end && l->text.ptr[l->at] == '/' && !digit_follows(l))
		l->at++;
	if (n.parens && l->lexer->lang->solid)
		skip_item_word(l);
	return true;
}

static bool push_group(struct lexing *l, redline_range inside, uint32_t end)
{
	redline_range *slot = VEC_PUSH(&l->lexer->groups);
	if (!slot)
		return false;
	*slot = inside;
	lexing_push(l, LEX_GROUP, (int32_t)(l->lexer->groups.len - 1), end);
	return true;
}

/* "（...）" */
static bool lex_wide_group(struct lexing *l)
{
	redline_bytes const rest = bytes_in(l->text, (redline_range){l->at, l->sentence.end});
	uint32_t const end = rest.len < GROUP_MAX ? (uint32_t)rest.len : GROUP_MAX;
	if (!bytes_start(rest, BYTES("\xEF\xBC\x88")))
		return false;
	for (uint32_t i = 3; i + 3 <= end; i++) {
		if (memcmp(rest.ptr + i, "\xEF\xBC\x89", 3) != 0)
			continue;
		return push_group(l, (redline_range){l->at + 3, l->at + i}, l->at + i + 3);
	}
	return false;
}

/* "(as so redesignated)" */
static bool lex_renumbered(struct lexing *l, redline_range inside)
{
	uint32_t end;
	if (inside.begin == inside.end)
		return false;
	const struct lang_row *row = lexing_row_at(l, inside.begin, &end);
	if (!row || row->cls != LEX_RENUMBERED || end != inside.end)
		return false;
	lexing_push_row(l, row, inside.end + 1);
	return true;
}

/*
 * "Section 13 (D.C. Code § 1-309.10 is amended": a parenthesis that nobody closed, behind which
 * the number of a code comes, ends with that number.  0 if it is none such.
 */
static uint32_t unclosed_end(const struct lexing *l, uint32_t end)
{
	redline_bytes const rest = bytes_in(l->text, (redline_range){l->at, end});
	const char *sign = memmem(rest.ptr, rest.len, "\xC2\xA7", 2);
	if (!sign || memchr(rest.ptr + 1, '(', (size_t)(sign - rest.ptr) - 1))
		return 0;
	uint32_t at = l->at + (uint32_t)(sign - rest.ptr) + 2, number_end;
	while (at < end && is_blank(l->text.ptr[at]))
		at++;
	redline_range const from = {at, l->sentence.end};
	struct numeral const n = lex_numeral(l->arena, l->text, from, true, &number_end);
	return n.count ? number_end : 0;
}

/* "(...)" that is no label: an aside. */
static bool lex_group(struct lexing *l)
{
	if ((unsigned char)l->text.ptr[l->at] == 0xEF)
		return lex_wide_group(l);
	uint32_t const left = l->sentence.end - l->at;
	uint32_t const end = l->at + (left < GROUP_MAX ? left : GROUP_MAX);
	if (l->text.ptr[l->at] != '(')
		return false;
	unsigned depth = 0;
	for (uint32_t i = l->at; i < end; i++) {
		char const c = l->text.ptr[i];
		depth += c == '(';
		if (c != ')' || --depth > 0)
			continue;
		redline_range const inside = {l->at + 1, i};
		return lex_renumbered(l, inside) || push_group(l, inside, i + 1);
	}
	uint32_t const open_end = unclosed_end(l, end);
	return open_end && push_group(l, (redline_range){l->at + 1, open_end}, open_end);
}

static bool lex_name(struct lexing *l)
{
	uint32_t len = 0;
	if (is_lower(l->text.ptr[l->at])) /* as most words begin, and no name */
		return false;
	int const party =
		lex_party(l->lexer, l->text, (redline_range){l->at, l->sentence.end}, &len);
	if (party < 0)
		return false;
	lexing_push(l, LEX_NAME, party, l->at + len);
	return true;
}

/* "просит, чтобы пункт 7 был исключен": behind a word of proposing, in the same clause. */
static bool is_wished(const struct lexing *l)
{
	for (size_t i = l->lexer->lexemes.len; i > 0; i--) {
		const struct lexeme *x = &l->lexer->lexemes.at[i - 1];
		uint32_t const aside = relative_begin(l->lexer->lexemes.at, (uint32_t)i - 1);
		if (aside < i - 1) { /* "чтобы пункт 7, который был исключен, был ..." */
			i = aside + 1;
			continue;
		}
		if (x->cls == LEX_PROPOSE)
			return x->value == 0;
		if (x->cls == LEX_PUNCT || x->cls == LEX_ACTION || x->cls == LEX_HISTORY)
			return false;
	}
	return false;
}

static bool lex_row(struct lexing *l)
{
	uint32_t end;
	const struct lang_row *row = lexing_row_at(l, l->at, &end);
	if (!row)
		return false;
	if (row->cls == LEX_ACTION && (row->value & VERB_WISHED) && !is_wished(l))
		return false;
	if (row->cls == LEX_HISTORY && (row->value & HISTORY_WISHED) && is_wished(l))
		lexing_push(l, LEX_ACTION, row->value & ~HISTORY_WISHED, end);
	else
		lexing_push_row(l, row, end);
	return true;
}

/* "article 1er", "articles 1er et 2": that is its label, not how it is counted. */
static bool is_ordinal_label(const struct lexing *l)
{
	redline_bytes const rest = bytes_in(l->text, (redline_range){l->at, l->sentence.end});
	size_t n = 0;
	while (n < rest.len && is_digit(rest.ptr[n]))
		n++;
	n += n < rest.len && rest.ptr[n] == '.';
	redline_bytes const ending = {rest.ptr + n, rest.len - n};
	bool const label = bytes_start(ending, BYTES("er")) || bytes_start(ending, BYTES("re")) ||
	                   bytes_start(ending, BYTES("\xC2\xB0")) ||
	                   bytes_start(ending, BYTES("\xC2\xBA"));
	return label && is_named(l);
}

/* "2.", "2e", "1st": ordinals that begin with a digit, before they are numerals. */
static bool lex_digit_ordinal(struct lexing *l)
{
	uint32_t end;
	if (!is_digit(l->text.ptr[l->at]))
		return false;
	const struct lang_row *row = lexing_row_at(l, l->at, &end);
	if (!row || (row->cls != LEX_ORDINAL && row->cls != LEX_VAGUE) || is_ordinal_label(l))
		return false;
	lexing_push_row(l, row, end);
	return true;
}

/* "Section 5 is amended --": dashes that end a sentence lead to what is listed below, as a
 * colon does. */
static bool last_dash(const struct lexing *l, uint32_t *end)
{
	uint32_t at = l->at;
	unsigned size;
	bool dash = false;
	for (*end = at; at < l->sentence.end; at += size) {
		uint32_t const cp = utf8_at(l->text, at, &size);
		bool const one = cp == '-' || cp == 0x2013 || cp == 0x2014 || cp == 0x2015;
		if (!one && !is_space_char(cp))
			return false;
		dash |= one;
		*end = one ? at + size : *end;
	}
	return dash;
}

static void lex_word(struct lexing *l)
{
	uint32_t end = l->at;
	unsigned size;
	if (l->lexer->lang->solid && lexing_character(l))
		return;
	while (end < l->sentence.end) {
		redline_bytes const rest = bytes_in(l->text, (redline_range){end, l->sentence.end});
		end += bits_run(bytes_bits(rest).plain); /* as a rule */
		if (end == l->sentence.end)
			break;
		if (l->text.ptr[end] == ' ') /* as a rule, too */
			break;
		uint32_t const cp = utf8_at(l->text, end, &size);
		bool const inner = (cp == '-' || cp == '\'' || cp == 0x2019) && end > l->at &&
		                   end + size < l->sentence.end &&
		                   is_word_char(utf8_at(l->text, end + size, &(unsigned){0}));
		bool const glued = l->lexer->lang->solid && cp >= 0x2E80 && end > l->at;
		if ((!is_word_char(cp) && !inner) || glued)
			break;
		end += size;
	}
	if (end > l->at) {
		lexing_push(l, LEX_WORD, 0, end);
		return;
	}
	if (last_dash(l, &end)) {
		lexing_push(l, LEX_PUNCT, ':', end);
		return;
	}
	uint32_t const cp = utf8_at(l->text, l->at, &size);
	l->lexer->arrows |= cp >= 0x2190 && cp <= 0x27FF;
	lexing_push(l, LEX_PUNCT, (int32_t)plain_mark(cp), l->at + size);
}

static bool at_word_start(const struct lexing *l)
{
	unsigned size;
	uint32_t const cp = utf8_at(l->text, l->at, &size);
	return is_word_char(cp) || cp == '&' || cp == 0xA7 || cp == 0xB6;
}

/* Begins a word here that is a row's or nobody's, as most do: with a small letter that no
 * numeral begins with?  Neither does any mark, digit or name. */
static bool at_plain_word(const struct lexing *l)
{
	return is_lower(l->text.ptr[l->at]) && !l->lexer->lang->solid &&
	       !lex_may_be_numeral(l->text, l->at, l->sentence.end);
}

static void lex_one(struct lexing *l)
{
	bool const solid = l->lexer->lang->solid;
	if (at_plain_word(l)) {
		if (!lex_row(l))
			lex_word(l);
		return;
	}
	if (lex_quote(l) || lex_digit_ordinal(l) || (solid && lexing_counted(l)) ||
	    (solid && lexing_annex(l)) || lex_place_numeral(l) || lex_group(l))
		return;
	if (at_word_start(l) && (lex_name(l) || lex_row(l)))
		return;
	lex_word(l);
}

static bool is_skipped(uint32_t cp)
{
	return is_space_char(cp) || cp == '*' || cp == '_' || cp == '>' || cp == 0xFEFF;
}

/*
 * "(2) Subsection (c) is repealed.": what only numbers the items of an act printed in one
 * line is no part of the place.
 */
static void drop_item_number(redline_bytes text, struct lexed *out)
{
	const struct lexeme *x = out->at;
	if (out->count < 3 || x[0].cls != LEX_NUMERAL || text.ptr[x[0].range.begin] != '(' ||
	    x[1].cls != LEX_UNIT || !is_upper(text.ptr[x[1].range.begin]) ||
	    x[2].cls != LEX_NUMERAL)
		return;
	out->at++;
	out->count--;
}

bool lex_sentence(struct lexer *lexer, struct arena *a, redline_bytes text,
                  redline_range sentence, const struct quotes *quotes, struct lexed *out)
{
	struct lexing l = {
		.lexer = lexer, .arena = a, .text = text, .sentence = sentence, .quotes = quotes};
	l.next_quote = quotes_from(quotes, sentence.begin);
	l.at = sentence.begin;
	lexer->lexemes.len = lexer->numerals.len = lexer->groups.len = 0;
	lexer->classes = 0;
	lexer->arrows = sentence.end < text.len && text.ptr[sentence.end] == '>';
	row_finder_begin(lexer->finder);
	while (l.at < sentence.end && !lexer->lexemes.failed) {
		unsigned size;
		uint32_t const cp = utf8_at(text, l.at, &size);
		if (is_skipped(cp)) {
			lexer->arrows |= cp == '>';
			l.at += size;
			continue;
		}
		lex_one(&l);
		l.at += l.at < sentence.end && text.ptr[l.at] == ' '; /* as a rule */
	}
	lexing_push(&l, LEX_END, 0, l.at);
	*out = (struct lexed){.at = lexer->lexemes.at,
	                      .count = (uint32_t)lexer->lexemes.len - 1,
	                      .numerals = lexer->numerals.at,
	                      .groups = lexer->groups.at,
	                      .classes = lexer->classes,
	                      .arrows = lexer->arrows};
	if (!lexer->lexemes.failed)
		drop_item_number(text, out);
	return !lexer->lexemes.failed && !lexer->numerals.failed && !lexer->groups.failed &&
	       !a->failed && !row_finder_failed(lexer->finder);
}

bool lex_aside(struct lexer *lexer, struct arena *a, redline_bytes text, redline_range inside,
               const struct quotes *quotes, struct lexed *out)
{
	struct lexer const around = *lexer; /* its sentence */
	memset(&lexer->lexemes, 0, sizeof lexer->lexemes);
	memset(&lexer->numerals, 0, sizeof lexer->numerals);
	memset(&lexer->groups, 0, sizeof lexer->groups);
	bool ok = lex_sentence(lexer, a, text, inside, quotes, out);
	struct lexeme *kept = ok ? arena_array(a, out->count + 1, sizeof *kept) : NULL;
	size_t const numbers = lexer->numerals.len;
	struct numeral *numerals = ok ? arena_array(a, numbers + 1, sizeof *numerals) : NULL;
	ok = kept && numerals;
	if (ok) {
		memcpy(kept, out->at, (out->count + 1) * sizeof *kept);
		if (numbers)
			memcpy(numerals, lexer->numerals.at, numbers * sizeof *numerals);
		out->at = kept;
		out->numerals = numerals;
		out->groups = NULL;
	}
	VEC_RELEASE(&lexer->lexemes);
	VEC_RELEASE(&lexer->numerals);
	VEC_RELEASE(&lexer->groups);
	*lexer = around;
	return ok;
}
