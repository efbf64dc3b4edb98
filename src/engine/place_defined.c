/*
 * place_defined.c -- definitions, by the term that they define: "the definition of “vessel”".
 * See placing.h.
 *
 * A definition is a paragraph, item or bullet that begins with its term: in quotation marks, in
 * emphasis, or with a word behind it that defines, "Vessel means ...".  One that merely begins
 * with the word is none, so that nothing else goes for it.
 */
#include "placing.h"

#include "base/bytes.h"
#include "fold.h"
#include "lang/lang.h"
#include "listed.h"

static bool is_emphasis(char c)
{
	return c == '*' || c == '_';
}

static uint32_t past_emphasis(redline_bytes text, uint32_t at, uint32_t end)
{
	while (at < end && is_emphasis(text.ptr[at]))
		at++;
	return at;
}

/* Behind a quotation mark of any kind; `at` itself if none stands there. */
static uint32_t past_quote(redline_bytes text, uint32_t at, uint32_t end)
{
	struct fold f;
	uint32_t cp;
	redline_range source;
	fold_begin(&f, text, (redline_range){at, end});
	return at < end && fold_next(&f, &cp, &source) && (cp == '"' || cp == '\'') ? source.end
	                                                                            : at;
}

/* Where the words end that the text begins with; its beginning if it begins otherwise. */
static uint32_t past_words(redline_bytes text, redline_range within, redline_bytes words)
{
	struct fold have, want;
	uint32_t a, b, end = within.begin;
	redline_range source, wanted;
	fold_begin(&have, text, within);
	fold_begin(&want, words, range_trim(words, (redline_range){0, (uint32_t)words.len}));
	while (fold_next(&want, &b, &wanted)) {
		if (!fold_next(&have, &a, &source) || a != b)
			return within.begin;
		end = source.end;
	}
	return end;
}

/* "The term “vessel”": the noun before it says nothing. */
static uint32_t past_noun(redline_bytes text, redline_range body)
{
	size_t const noun = listed_start(lang_term_nouns, bytes_in(text, body));
	uint32_t at = body.begin + (uint32_t)noun;
	while (at < body.end && is_space(text.ptr[at]))
		at++;
	return noun && past_quote(text, past_emphasis(text, at, body.end), body.end) > at
	               ? at
	               : body.begin;
}

/* Does this text define the term? */
static bool defines(redline_bytes text, redline_range body, redline_bytes term)
{
	uint32_t const begin = past_noun(text, body);
	uint32_t const marked = past_emphasis(text, begin, body.end);
	uint32_t const quoted = past_quote(text, marked, body.end);
	uint32_t const from = past_emphasis(text, quoted, body.end);
	uint32_t const end = past_words(text, (redline_range){from, body.end}, term);
	if (end == from)
		return false;
	uint32_t const close = past_emphasis(text, end, body.end);
	if (quoted > marked)
		return past_quote(text, close, body.end) > close;
	if (marked > begin)
		return close > end;
	redline_range const rest = range_trim(text, (redline_range){end, body.end});
	return rest.begin > end && listed_start(lang_defining, bytes_in(text, rest)) > 0;
}

bool placing_is_defined(const redline_step *step)
{
	return step->kind.len && step->words.len && !step->label.len;
}

bool placing_step_defined(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	uint32_t found = REDLINE_NONE, n = 0;
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block; i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		bool const may = b->kind == REDLINE_PARAGRAPH || b->kind == REDLINE_PROVISION ||
		                 b->kind == REDLINE_BULLET;
		if (may && range_len(b->body) && defines(f->text, b->body, step->words)) {
			found = i;
			n++;
		}
	}
	if (n > 1)
		return placing_say(r, "place-ambiguous", "this term is defined more than once");
	if (n == 0)
		return placing_say(r, "place-absent", "there is no definition of this term here");
	*area = placing_block_area(f, found, found, step->unit);
	return true;
}
