/* sentence.c -- see sentence.h.  One pass forward; looks back one word. */
#include "sentence.h"

#include <stdlib.h>

#include <unicase.h>
#include <unictype.h>

#include "base/bytes.h"
#include "listed.h"
#include "model/label.h"

#define REFERENCE_MAX 100u /* bytes of "[^note]" */

#define ASIDE_MAX 300u

/* As bytes_compare.  Most differ in their first bytes. */
static int compare_words(const void *key, const void *row)
{
	const redline_bytes *word = key;
	const char *abbreviation = *(const char *const *)row;
	size_t i = 0;
	while (i < word->len && word->ptr[i] == abbreviation[i])
		i++; /* the word has no zero in it, so this ends with the abbreviation */
	unsigned char const have = (unsigned char)(i < word->len ? word->ptr[i] : 0);
	return (int)have - (int)(unsigned char)abbreviation[i];
}

#define WORD_MAX 24u /* bytes of a word that is looked at */
#define ABBREVIATION_MAX 12u

/* The run of letters, digits, full stops and hyphens that ends at `at`. */
static redline_range word_before(redline_bytes text, uint32_t from, uint32_t at)
{
	uint32_t begin = at;
	while (begin > from && at - begin < WORD_MAX) {
		unsigned size;
		uint32_t const cp = utf8_before(text, begin, &size);
		if (!is_word_char(cp) && cp != '.' && cp != '-')
			break;
		begin -= size;
	}
	return (redline_range){begin, at};
}

static bool is_abbreviation(redline_bytes word, const struct lang *lang)
{
	char lower[ABBREVIATION_MAX + 4];
	size_t len = 0;
	unsigned size;
	if (word.len > ABBREVIATION_MAX)
		return false;
	for (size_t at = 0; at < word.len && len <= ABBREVIATION_MAX; at += size) {
		uint32_t const cp = utf8_at(word, at, &size);
		if (cp < 0x80)
			lower[len++] = to_lower((char)cp);
		else
			len += utf8_put(lower + len, uc_tolower(cp));
	}
	if (len == 0)
		return false;
	redline_bytes const key = {lower, len};
	return bsearch(&key, lang->abbreviations, lang->abbreviation_count,
	               sizeof *lang->abbreviations, compare_words) != NULL;
}

bool sentence_abbreviates(redline_bytes text, uint32_t begin, uint32_t stop,
                          const struct lang *lang)
{
	return is_abbreviation(bytes_in(text, word_before(text, begin, stop)), lang);
}

/* "2. Absatz": a number with a full stop before what it counts. */
static bool counts(redline_bytes text, redline_bytes word, uint32_t stop, const struct lang *lang)
{
	if (!lang->counted || !word.len || word.len > 3)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (!is_digit(word.ptr[i]))
			return false;
	uint32_t at = stop + 1;
	while (at < text.len && is_blank(text.ptr[at]))
		at++;
	redline_bytes const next = {text.ptr + at, text.len - at};
	size_t const n = listed_start(lang->counted, next);
	return n && (n == next.len || !is_word_char(utf8_at(next, n, &(unsigned){0})));
}

#define SHORT_LEAD 2u /* words before an abbreviation: "In blurb." */

/*
 * "In par. 1, replace ...": no sentence begins with a number and a comma.  Nor
 * is there one in two words before a number, unless that begins a list item:
 * "Thank you. 7. The programme ...".  Whoever ends one there loses a place.
 */
static bool number_goes_on(redline_bytes text, uint32_t begin, uint32_t stop, uint32_t end)
{
	uint32_t at = stop + 1;
	while (at < end && is_blank(text.ptr[at]))
		at++;
	uint32_t const number = at;
	while (at < end && (is_upper(text.ptr[at]) || is_digit(text.ptr[at])))
		at++;
	if (at > number && at < end && text.ptr[at] == '/')
		return true; /* "doc. A/75/1" */
	at = number;
	while (at < end && is_digit(text.ptr[at]))
		at++;
	if (at == number || at == end)
		return false;
	if (text.ptr[at] == ',')
		return true;
	unsigned words = 0;
	for (uint32_t i = begin; i < stop && words <= SHORT_LEAD; i++) {
		if (text.ptr[i] == '\n')
			return false;
		words += i == begin || is_blank(text.ptr[i - 1]);
	}
	return words <= SHORT_LEAD && text.ptr[at] != '.' && text.ptr[at] != ')';
}

/*
 * A full stop after `word` that is no end: an abbreviation, a single capital
 * (an initial), or the number that a list item begins with.
 */
static bool stop_is_inner(redline_bytes text, uint32_t begin, uint32_t stop,
                          const struct lang *lang)
{
	redline_range const r = word_before(text, begin, stop);
	redline_bytes const word = bytes_in(text, r);
	unsigned size = 0;
	uint32_t const first = word.len ? utf8_at(word, 0, &size) : 0;
	if (word.len == size && word.len > 0 && uc_tolower(first) != first)
		return true;
	if (is_abbreviation(word, lang) || counts(text, word, stop, lang))
		return true;
	redline_range const lead = range_trim(text, (redline_range){begin, r.begin});
	if (range_len(lead) == 0 && word.len > 0 && word.len <= 4) {
		for (size_t i = 0; i < word.len; i++)
			if (!is_digit(word.ptr[i]))
				return false;
		return true;
	}
	return false;
}

static bool is_closer(uint32_t cp)
{
	return cp == ')' || cp == ']' || cp == '"' || cp == '\'' || cp == 0x201D || cp == 0x2019 ||
	       cp == 0xBB || cp == 0x201C || cp == 0x300D || cp == 0x300F || cp == 0x3011 ||
	       cp == 0x3015 || cp == 0xFF09 || cp == 0xFF3D || cp == '*' || cp == '_';
}

/* Past closing brackets, quotation marks and footnote references. */
static uint32_t skip_closers(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end) {
		if (text.ptr[at] == '[' && at + 1 < end && text.ptr[at + 1] == '^') {
			uint32_t const room = end - at < REFERENCE_MAX ? end - at : REFERENCE_MAX;
			const char *close = memchr(text.ptr + at, ']', room);
			if (!close)
				return at;
			at = (uint32_t)(close - text.ptr) + 1;
			continue;
		}
		unsigned size;
		if (!is_closer(utf8_at(text, at, &size)))
			return at;
		at += size;
	}
	return at;
}

/* What follows lets a sentence end here. */
static bool new_sentence_at(redline_bytes text, uint32_t at, uint32_t end)
{
	if (at == end)
		return true;
	if (!is_space(text.ptr[at]) && (unsigned char)text.ptr[at] != 0xC2)
		return false;
	redline_bytes const sign = {text.ptr + at - 1, end - at + 1};
	if (text.ptr[at - 1] == '.' && label_ordinal_sign(sign, false)) /* "2.º" */
		return false;
	while (at < end && is_space(text.ptr[at]))
		at++;
	if (at == end)
		return true;
	unsigned size;
	uint32_t const cp = utf8_at(text, at, &size);
	return !uc_is_lower(cp) && cp != ',' && cp != ';' && cp != ')';
}

static bool is_wide_stop(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F;
}

/* Past a short aside in parentheses, whose full stops end nothing; or past
 * the parenthesis, if it is not closed soon. */
static uint32_t aside_end(redline_bytes text, uint32_t at, uint32_t end)
{
	uint32_t const limit = end - at > ASIDE_MAX ? at + ASIDE_MAX : end;
	unsigned depth = 0;
	for (uint32_t i = at; i < limit; i++) {
		depth += text.ptr[i] == '(';
		if (text.ptr[i] == ')' && --depth == 0)
			return i + 1;
		if (text.ptr[i] == '"' || text.ptr[i] == '\n')
			break;
	}
	return at + 1;
}

/* Could a stop begin with this byte, or what is passed over as a whole: a quotation, an
 * aside? */
static bool may_matter(unsigned char c)
{
	static const bool bytes[256] = {
		['.'] = true,  ['!'] = true,  ['?'] = true,  ['('] = true,  ['"'] = true,
		['\''] = true, ['`'] = true,  [0xC2] = true, [0xD8] = true, [0xE2] = true,
		[0xE3] = true, [0xEF] = true};
	return bytes[c];
}

/* Past what an amendment is called: "Amendment", "Amendement"; `at` if it is not. */
static uint32_t past_proposal_word(redline_bytes text, uint32_t at, uint32_t end,
                                   const struct lang *lang)
{
	for (lang_list p = lang->proposals; p && *p; p++) {
		if (at == end || to_lower(text.ptr[at]) != to_lower(**p))
			continue; /* as a rule */
		redline_bytes const word = bytes_of(*p);
		if (word.len < end - at &&
		    bytes_equal_nocase((redline_bytes){text.ptr + at, word.len}, word) &&
		    !is_alpha(text.ptr[at + word.len]))
			return at + (uint32_t)word.len;
	}
	return at;
}

#define TITLE_MAX 48u

/* "Proposal for a regulation", and a line that begins anew under it: where the line ends,
 * or 0. */
static uint32_t title_end(redline_bytes text, uint32_t word, uint32_t end)
{
	uint32_t at = word;
	while (at < end && at - word < TITLE_MAX &&
	       (is_alpha(text.ptr[at]) || is_blank(text.ptr[at]) || (text.ptr[at] & 0x80)))
		at++;
	if (at + 1 >= end || text.ptr[at] != '\n')
		return 0;
	unsigned size;
	return uc_is_upper(utf8_at(text, at + 1, &size)) ? at : 0;
}

/*
 * "Amendment No. 12", "Enmienda núm. 12", alone on the line above an amendment: where the
 * line ends; 0 if it is none.  Taken together with the lines below it would hide that
 * these ask for something.
 */
static uint32_t caption_end(redline_bytes text, redline_range range, const struct lang *lang)
{
	enum { NUMBER_WORD = 6 }; /* bytes of "No.", "núm." */
	uint32_t at = range.begin;
	while (at < range.end && is_space(text.ptr[at]))
		at++;
	uint32_t const word = past_proposal_word(text, at, range.end, lang);
	if (word == at)
		return 0;
	uint32_t const title = title_end(text, word, range.end);
	if (title)
		return title;
	at = word;
	while (at < range.end && is_blank(text.ptr[at]))
		at++;
	uint32_t const sign = at;
	while (at < range.end && at - sign < NUMBER_WORD && !is_digit(text.ptr[at]) &&
	       text.ptr[at] != '\n')
		at++;
	uint32_t const digits = at;
	while (at < range.end && is_digit(text.ptr[at]))
		at++;
	if (at == digits || at - digits > 6)
		return 0;
	while (at < range.end && (is_blank(text.ptr[at]) || text.ptr[at] == '\r' ||
	                          text.ptr[at] == '.' || text.ptr[at] == ':'))
		at++;
	return at < range.end && text.ptr[at] == '\n' ? at : 0;
}

uint32_t sentence_end(redline_bytes text, redline_range range, const struct quotes *quotes,
                      const struct lang *lang)
{
	uint32_t const caption = quotes ? caption_end(text, range, lang) : 0;
	if (caption)
		return caption;
	uint32_t next = quotes ? quotes_from(quotes, range.begin) : 0;
	if (quotes && next < quotes->count && quotes->at[next].outer.begin < range.begin)
		next++; /* the range begins inside it */
	for (uint32_t at = range.begin; at < range.end;) {
		at = bytes_past_prose(text, at, range.end);
		if (at >= range.end)
			break;
		if (!may_matter((unsigned char)text.ptr[at])) {
			at++;
			continue;
		}
		if (quotes && next < quotes->count && at == quotes->at[next].outer.begin) {
			const struct quotation *q = &quotes->at[next++];
			at = q->outer.end;
			if (at > range.end)
				return range.end;
			char const last = range_len(q->inner) ? text.ptr[q->inner.end - 1] : ' ';
			if ((last == '.' || last == '!' || last == '?') && !lang->solid &&
			    new_sentence_at(text, at, range.end))
				return at;
			continue;
		}
		unsigned size;
		uint32_t const cp = utf8_at(text, at, &size);
		if (cp == '(' && quotes) {
			at = aside_end(text, at, range.end);
			continue;
		}
		at += size;
		if (is_wide_stop(cp))
			return skip_closers(text, at, range.end);
		if (cp != '.' && cp != '!' && cp != '?' && cp != 0x61F)
			continue;
		uint32_t const after = quotes ? at : skip_closers(text, at, range.end);
		if (!new_sentence_at(text, after, range.end))
			continue;
		if (cp == '.' && (stop_is_inner(text, range.begin, at - size, lang) ||
		                  (quotes && number_goes_on(text, range.begin, at - size, range.end))))
			continue;
		return after;
	}
	return range.end;
}
