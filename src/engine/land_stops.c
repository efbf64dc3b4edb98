/*
 * land_stops.c -- punctuation that is meant by its name: "strike the period", "the first
 * comma".  See landing.h.
 *
 * What looks like it inside a number or a reference, "§ 42-3509.04", "1,000", "10:30", or
 * behind an abbreviation, "et seq.", is no full stop, comma or colon to whoever names one.
 */
#include "landing.h"

#include <string.h>
#include <unictype.h>

#include "base/bytes.h"
#include "fold.h"
#include "lang/common.h"
#include "sentence.h"
#include "tongue.h"

#define MARKS_MAX 256u /* that are looked at where only one can be meant */

bool landing_is_named_mark(const redline_operand *o)
{
	unsigned size;
	return !o->quoted && o->words.len && landing_is_stop(utf8_at(o->words, 0, &size)) &&
	       size == o->words.len;
}

static bool is_of_word(uint32_t cp)
{
	return is_word_char(cp) && !is_unspaced_char(cp);
}

/* Does the mark stand inside of what is written without blanks: "1,000"? */
static bool stands_inside(const struct landing *n, redline_range mark, redline_range body)
{
	return is_of_word(landing_char_before(n, mark.begin, body.begin)) &&
	       is_of_word(landing_char_at(n, mark.end, body.end));
}

/* "(f) Definition.—The term ...": the stop of a heading that the text runs on from. */
static bool ends_run_in_heading(const struct landing *n, redline_range mark, redline_range body)
{
	redline_bytes const text = bytes_in(n->l->text, body);
	uint32_t const at = mark.end - body.begin;
	return text.len > at + 2 && text.ptr[at - 1] == '.' &&
	       (memcmp(text.ptr + at, "\xE2\x80\x94", 3) == 0 ||
	        memcmp(text.ptr + at, "--", 2) == 0);
}

/* "[§ 2-501 et seq.], may": where the text goes on behind brackets that close, and a comma. */
static uint32_t behind_brackets(const struct landing *n, uint32_t at, uint32_t end)
{
	while (at < end && strchr(")],", n->l->text.ptr[at]))
		at++;
	return range_trim(n->l->text, (redline_range){at, end}).begin;
}

/* Is it the stop of an abbreviation, and the text goes on, perhaps with a small letter? */
static bool abbreviates(const struct landing *n, redline_range mark, redline_range body,
                        const struct lang *lang)
{
	redline_range const rest = range_trim(n->l->text, (redline_range){mark.end, body.end});
	if (n->l->text.ptr[mark.begin] != '.' || !range_len(rest))
		return false;
	uint32_t const next = behind_brackets(n, rest.begin, rest.end);
	return uc_is_lower(landing_char_at(n, next, body.end)) ||
	       sentence_abbreviates(n->l->text, body.begin, mark.begin, lang);
}

bool landing_search_mark(struct landing *n, const redline_operand *o, const struct area *area,
                         uint32_t most, struct matches *found)
{
	most = most < MARKS_MAX ? MARKS_MAX : most;
	if (!finder_search(&n->l->finder, o->words, landing_search_range(n, area), most, found))
		return false;
	if (found->more) /* far too many, whichever of them are none */
		return true;
	const struct lang *lang = tongue_of_draft(n->l->text, area->range);
	uint32_t outside = 0, kept = 0;
	for (uint32_t i = 0; i < found->count; i++) {
		redline_range const mark = found->at[i].range;
		if (!stands_inside(n, mark, landing_body_of(n, mark.begin)))
			found->at[outside++] = found->at[i];
	}
	found->count = outside; /* "2.5" has none, be there another or not */
	for (uint32_t i = 0; i < outside; i++) {
		redline_range const mark = found->at[i].range;
		redline_range const body = landing_body_of(n, mark.begin);
		if (!abbreviates(n, mark, body, lang) && !ends_run_in_heading(n, mark, body))
			found->at[kept++] = found->at[i];
	}
	/* where there is nothing else, one of those it is */
	found->count = kept ? kept : outside;
	return true;
}

bool landing_is_last_stop(const struct landing *n, const struct area *area, redline_range mark)
{
	redline_range const rest = {mark.end, landing_search_range(n, area).end};
	unsigned size;
	for (uint32_t at = rest.begin; at < rest.end; at += size) {
		uint32_t const skip = fold_skips(n->l->text, at, rest.end);
		if (is_word_char(utf8_at(n->l->text, at, &size)) && !skip)
			return false;
		size = skip ? skip : size;
	}
	return true;
}

/* Do the new words close an item of a list, ";" or "; and", which stand nowhere else? */
static bool closes_item(const struct landing *n, uint32_t old)
{
	redline_bytes const now = landing_trimmed(n->m->new_words.words);
	size_t const joint = common_item_joint(now);
	bool const semicolon = now.len && now.ptr[0] == ';';
	redline_range const rest =
		range_trim(now, (redline_range){0, (uint32_t)(now.len - joint)});
	return semicolon && range_len(rest) == 1 && (joint || old != ';');
}

/* "Subparagraph (F) is amended by striking the word “or”", of an item that ends "; or": in an
 * act that is the word that leads on to the next item. */
static bool strikes_joint(const struct landing *n, const struct matches *found)
{
	redline_bytes const word = landing_trimmed(n->m->old_words.words);
	redline_range const last = found->at[found->count - 1].range;
	redline_range const body = landing_body_of(n, last.begin);
	redline_range const before = range_trim(n->l->text, (redline_range){body.begin, last.begin});
	return n->m->to_the_letter && n->m->action == REDLINE_DELETE &&
	       common_item_joint(word) == word.len && range_len(before) &&
	       n->l->text.ptr[before.end - 1] == ';';
}

void landing_keep_item_end(struct landing *n, const redline_operand *o, const struct area *area,
                           struct matches *found)
{
	if (found->more || o != &n->m->old_words)
		return;
	bool const mark = n->m->action == REDLINE_SUBSTITUTE && landing_is_named_mark(o) &&
	                  closes_item(n, (uint32_t)(unsigned char)o->words.ptr[0]);
	if (!mark && !strikes_joint(n, found))
		return;
	struct matches last = *found;
	last.at = &found->at[found->count - 1];
	last.count = 1;
	struct match const at = *last.at;
	landing_keep_edge(n, area, REDLINE_AT_END, &last);
	if (!last.count)
		return;
	*found = last;
	report_add(n->l->report, REDLINE_NOTE, "item-end", landing_in_draft(at.range),
	           "the \"%.*s\" stands there more than once; the one that ends the item is taken",
	           (int)o->words.len, o->words.ptr);
}
