/*
 * proposer_others.c -- parties that a sentence names before its verb or colon, and that propose
 * nothing in it (clause.h): whom it speaks to or of, and names that are but the end of longer
 * ones.  Those whom it names beside its subject are proposer_beside.c's.
 */
#include <string.h>

#include "base/bytes.h"
#include "clause.h"
#include "listed.h"

bool names_party(const struct lexeme *all, uint32_t from, uint32_t to)
{
	while (from < to && all[from].cls != LEX_NAME)
		from++;
	return from < to;
}

bool is_joined_name(const struct grammar *g, const struct lexeme *x)
{
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return x->cls == LEX_NAME && x[-1].cls == LEX_NAME && bytes_start(word, BYTES("\xD9\x88"));
}

/* A word with a capital that no table has, and that says nothing of texts. */
static bool is_strange_word(const struct grammar *g, const struct lexeme *x)
{
	const struct lang *lang = cursor_lang(&g->cursor);
	redline_bytes const word = bytes_in(g->cursor.text, x->range);
	return x->cls == LEX_WORD && x->value == WORD_UNKNOWN && starts_large(g, x) &&
	       !listed(lang->headings, word) && !listed(lang->proposals, word);
}

/* "New Kenya:" */
static bool ends_name(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	return i && is_punct(x + 1, ':') &&
	       (x[-1].cls == LEX_NEW ? starts_large(g, x - 1) : is_strange_word(g, x - 1));
}

/* "Kenya Red Cross proposes"; German writes all nouns so. */
static bool begins_name(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	return !cursor_lang(&g->cursor)->large_nouns && is_strange_word(g, x + 1) &&
	       x[1].range.begin == x->range.end + 1;
}

#define COURTESY_BYTES 3u /* "Mr", "Dr" */

/* "Bank of Japan:", but not "Ms. Tanaka of Japan" and "Minister Tanaka of Japan" */
static bool closes_name(const struct grammar *g, uint32_t i)
{
	const struct lexeme *all = g->cursor.lexed->at;
	while (i && is_article(&all[i - 1]))
		i--;
	if (i < 2 || all[i - 1].cls != LEX_OF || !is_strange_word(g, &all[i - 2]))
		return false;
	for (i--; i > 0 && is_strange_word(g, &all[i - 1]); i--)
		if (range_len(all[i - 1].range) <= COURTESY_BYTES)
			return false;
	return i == 0 || (!is_punct(&all[i - 1], '.') &&
	                  !(all[i - 1].cls == LEX_WORD && all[i - 1].value == WORD_SPEAKER));
}

redline_bytes whole_name(const struct grammar *g, uint32_t i, uint32_t verb)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t begin = i, end = i + 1;
	while (begin > 0 && (all[begin - 1].cls == LEX_OF || is_article(&all[begin - 1]) ||
	                     is_strange_word(g, &all[begin - 1])))
		begin--;
	while (begin < i && is_article(&all[begin]))
		begin++;
	while (end < verb && is_strange_word(g, &all[end]))
		end++;
	if (end != verb)
		return (redline_bytes){0};
	return bytes_in(g->cursor.text,
	                (redline_range){all[begin].range.begin, all[end - 1].range.end});
}

bool is_longer_name(const struct grammar *g, uint32_t i)
{
	return ends_name(g, i) || begins_name(g, i) || closes_name(g, i);
}

/* Between parties that speak together, or for each other. */
static bool goes_with_names(const struct grammar *g, uint32_t i)
{
	const struct lexeme *x = &g->cursor.lexed->at[i];
	uint32_t const next = x[1].range.begin;
	bool const arrow = is_dash(x) &&
	                   memchr(g->cursor.text.ptr + x->range.begin, '>', next - x->range.begin);
	if (x->cls == LEX_NAME && i && x[-1].cls == LEX_NAME) /* "Ответ Кении Перу:" */
		return is_joined_name(g, x);
	return x->cls == LEX_NAME || x->cls == LEX_AND || x->cls == LEX_FILLER ||
	       x->cls == LEX_OF || x->cls == LEX_GROUP || is_punct(x, ',') || is_punct(x, '/') ||
	       is_punct(x, '+') || is_punct(x, '&') || is_punct(x, ';') || is_punct(x, '*') ||
	       (is_dash(x) && !arrow) || (x->cls == LEX_LINK && x->value == LINK_WITH);
}

/* "Reply to Kenya:", "Regarding Kenya:", "Note for Kenya:": is the first party a lead names, at
 * lexeme `first`, the one it speaks to or of? */
static bool speaks_to_first(const struct grammar *g, uint32_t first)
{
	const struct lexeme *all = g->cursor.lexed->at;
	const struct lang *lang = cursor_lang(&g->cursor);
	while (first > 0 && (is_article(&all[first - 1]) ||
	                     (all[first - 1].cls == LEX_WORD && all[first - 1].value == WORD_SPEAKER) ||
	                     (all[first - 1].cls == LEX_OF && first > 1 &&
	                      all[first - 2].cls == LEX_WORD && all[first - 2].value == WORD_SPEAKER)))
		first--;
	if (!first)
		return false;
	const struct lexeme *before = &all[first - 1];
	if (before->cls != LEX_FOR || first < 2)
		return before->cls == LEX_TO || before->cls == LEX_IN;
	redline_bytes const what = bytes_in(g->cursor.text, before[-1].range);
	return listed(lang_remark_heads, what) || listed(lang_text_words, what) ||
	       listed(lang->proposals, what);
}

uint32_t spoken_from(const struct grammar *g, uint32_t stop)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t colon = 0, first = 0;
	while (colon < stop && !is_punct(&all[colon], ':'))
		colon++;
	while (first < colon && all[first].cls != LEX_NAME)
		first++;
	if (colon < stop && first < colon && speaks_to_first(g, first))
		return first;
	uint32_t end = first;
	while (end < colon && goes_with_names(g, end))
		end++;
	bool turned = end < colon && all[end].cls == LEX_NAME;
	for (uint32_t i = end; i < colon; i++) {
		if (all[i].cls == LEX_SPEAKER)
			return stop;
		turned |= all[i].cls == LEX_TO || all[i].cls == LEX_IN || all[i].cls == LEX_PUNCT;
	}
	return colon < stop && turned && names_party(all, end, colon) ? end : stop;
}

uint32_t behind_subject_line(const struct grammar *g, uint32_t stop)
{
	const struct lexeme *all = g->cursor.lexed->at;
	uint32_t key = 0;
	while (key < stop && !is_punct(&all[key], ':'))
		key++;
	uint32_t colon = key + 1;
	while (colon < stop && !is_punct(&all[colon], ':'))
		colon++;
	if (colon >= stop)
		return 0;
	redline_range const words = {all[0].range.begin, all[key].range.begin};
	return listed_words_are(&lexer_lists(g->cursor.lexer)->mail_keys,
	                        bytes_in(g->cursor.text, range_trim(g->cursor.text, words)))
	               ? colon + 1
	               : 0;
}
