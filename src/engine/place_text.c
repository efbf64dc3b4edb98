/*
 * place_text.c -- places that are text of a provision: its sentences, its lead-in, its
 * heading, and provisions by the words that they begin with.  See place.h and placing.h.
 */
#include "placing.h"

#include "base/bytes.h"
#include "fold.h"
#include "sentence.h"
#include "sentence_doubt.h"
#include "tongue.h"

#define RUN_IN_BYTES 120u /* of a heading in the line of its text */
#define STOP_BEFORE  8u   /* bytes of a stop and what closes behind it, before a sentence */

/* ---- sentences, and words that something begins with ---- */

static uint32_t next_sentence_end(redline_bytes text, redline_range rest)
{
	return sentence_end(text, rest, NULL, tongue_of_draft(text, rest));
}

/* Sentences of a body, by the splitter. */
redline_range places_sentence(redline_bytes text, redline_range within, int32_t ordinal)
{
	redline_range found[64];
	int32_t n = 0;
	redline_range rest = range_trim(text, within);
	while (range_len(rest)) {
		redline_range const one = {rest.begin, next_sentence_end(text, rest)};
		if (ordinal > 0 && ++n == ordinal)
			return one;
		if (ordinal < 0)
			found[n++ % 64] = one;
		rest.begin = one.end;
		rest = range_trim(text, rest);
	}
	if (ordinal < 0 && -ordinal <= n && -ordinal <= 64)
		return found[(n + ordinal) % 64];
	return (redline_range){0, 0};
}

/* Letters and digits of ASCII are what they are, folded or not. */
static bool surely_differ(char a, char b)
{
	return a != b && (is_alpha(a) || is_digit(a)) && (is_alpha(b) || is_digit(b));
}

/* Does folded text[within] begin with the folded words? */
static bool begins_with(redline_bytes text, redline_range within, redline_bytes words)
{
	struct fold have, want;
	redline_range const all = range_trim(words, (redline_range){0, (uint32_t)words.len});
	if (range_len(within) && range_len(all) &&
	    surely_differ(text.ptr[within.begin], words.ptr[all.begin]))
		return false;
	fold_begin(&have, text, within);
	fold_begin(&want, words, all);
	uint32_t a = 0, b = 0;
	redline_range source;
	while (fold_next(&want, &b, &source)) {
		if (b == 0x2026 || (b == '.' && source.begin + 1 >= all.end))
			return true; /* "beginning with “States recall ...”" */
		if (!fold_next(&have, &a, &source) || a != b)
			return false;
	}
	/* "State" does not begin "States recall" */
	bool const goes_on =
		is_word_char(b) && !is_unspaced_char(b) && fold_next(&have, &a, &source);
	return !goes_on || !is_word_char(a) || is_unspaced_char(a);
}

/* Could a sentence in text[within] begin with the words?  Much cheaper to ask
 * than where the sentences begin. */
static bool may_hold(redline_bytes text, redline_range within, redline_bytes words)
{
	redline_range const all = range_trim(words, (redline_range){0, (uint32_t)words.len});
	char const first = range_len(all) ? words.ptr[all.begin] : '\0';
	if (!is_alpha(first) && !is_digit(first))
		return true;
	while (within.begin < within.end) {
		const char *at = memchr(text.ptr + within.begin, first, range_len(within));
		if (!at)
			return false;
		within.begin = (uint32_t)(at - text.ptr);
		bool const fits =
			range_len(all) < 2 || range_len(within) < 2 ||
			!surely_differ(text.ptr[within.begin + 1], words.ptr[all.begin + 1]);
		if (fits && begins_with(text, within, words))
			return true;
		within.begin++;
	}
	return false;
}

/* How many sentences of a body begin with the words; the last of them in *found. */
static uint32_t sentences_with(redline_bytes text, redline_range body, redline_bytes words,
                               redline_range *found)
{
	uint32_t n = 0;
	redline_range rest = range_trim(text, body);
	if (!may_hold(text, rest, words))
		return 0;
	while (range_len(rest)) {
		redline_range const one = {rest.begin, next_sentence_end(text, rest)};
		if (begins_with(text, one, words)) {
			n++;
			*found = one;
		}
		rest.begin = one.end;
		rest = range_trim(text, rest);
	}
	return n;
}

/* "Fees.--Each State": how many bytes of a mark between a heading and the text
 * behind it stand there. */
static uint32_t dash_behind_heading(redline_bytes text, uint32_t at, uint32_t end)
{
	static const char *const marks[] = {".\xE2\x80\x94", ".\xE2\x80\x93", ".--", "\xE2\x80\x94",
	                                    NULL};
	redline_bytes const rest = bytes_in(text, (redline_range){at, end});
	for (unsigned i = 0; marks[i]; i++) {
		uint32_t const len = (uint32_t)strlen(marks[i]);
		if (bytes_start(rest, bytes_of(marks[i])))
			return marks[i][0] == '.' || utf8_large_at(text, at + len) ? len : 0;
	}
	return 0;
}

/* "**Fees.** Each State", "_Fees_. Each State": where the text behind such a heading begins; `at` if
 * there is none. */
static uint32_t past_bold_heading(redline_bytes text, redline_range body)
{
	char const mark = text.ptr[body.begin];
	uint32_t const most = range_len(body) < RUN_IN_BYTES ? body.end : body.begin + RUN_IN_BYTES;
	uint32_t open = body.begin, close, end;
	while (open < most && text.ptr[open] == mark)
		open++;
	for (close = open; close < most && text.ptr[close] != mark && text.ptr[close] != '\n';)
		close++;
	for (end = close; end < most && text.ptr[end] == mark;)
		end++;
	bool const stop = close > open &&
	                  (text.ptr[close - 1] == '.' || (end < body.end && text.ptr[end] == '.'));
	end += end < body.end && text.ptr[end] == '.';
	uint32_t const dash = stop && end < body.end ? dash_behind_heading(text, end, body.end) : 0;
	bool const apart = dash || (end < body.end && is_space(text.ptr[end]));
	return stop && close < most && apart ? end + dash : body.begin;
}

/* Likewise of headings that a dash parts from the text. */
static uint32_t past_dashed_heading(redline_bytes text, redline_range body)
{
	for (uint32_t at = body.begin; at < body.end && at - body.begin < RUN_IN_BYTES; at++) {
		uint32_t const mark = dash_behind_heading(text, at, body.end);
		if (mark)
			return at > body.begin && !is_space(text.ptr[at - 1]) ? at + mark
			                                                      : body.begin;
		if (memchr(".;:\n", text.ptr[at], 4))
			break;
	}
	return body.begin;
}

redline_range places_behind_run_in(redline_bytes text, redline_range body)
{
	if (!range_len(body))
		return body;
	bool const bold = text.ptr[body.begin] == '*' || text.ptr[body.begin] == '_';
	uint32_t begin = bold ? past_bold_heading(text, body) : body.begin;
	begin = begin == body.begin ? past_dashed_heading(text, body) : begin;
	return begin > body.begin ? range_trim(text, (redline_range){begin, body.end}) : body;
}

static redline_range text_of(const struct place_finder *f, const struct area *area)
{
	if (area->kind == AREA_BLOCKS && area->block != REDLINE_NONE &&
	    f->blocks[area->block].kind != REDLINE_HEADING)
		return places_behind_run_in(f->text, f->blocks[area->block].body);
	return area->range;
}

static bool say_no_sentence(struct resolving *r, const redline_step *step, redline_range within)
{
	if (!r->report)
		return false;
	if (!step->ordinal)
		return placing_say(r, "place-absent",
		                   "no sentence of this place begins with these words");
	unsigned n = 0;
	while (n < 100 && range_len(places_sentence(r->f->text, within, (int32_t)n + 1)))
		n++;
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where,
	           "there is no such sentence in this place; it has %s%u sentence%s",
	           n == 100 ? "more than " : "", n, n == 1 ? "" : "s");
	return false;
}

/* The one block below a heading, or REDLINE_NONE: a section whose text is one paragraph. */
static uint32_t sole_block(const struct place_finder *f, const struct area *area)
{
	uint32_t sole = REDLINE_NONE, n = 0;
	for (uint32_t i = area->block + 1; i < area->end_block; i++)
		if (f->blocks[i].kind != REDLINE_BLANK) {
			n++;
			sole = i;
		}
	return n == 1 ? sole : REDLINE_NONE;
}

/* The same below the title of an article, which has a line of its own. */
static uint32_t sole_paragraph(const struct place_finder *f, const struct area *area)
{
	uint32_t const sole = sole_block(f, area);
	struct area only;
	uint32_t count;
	if (sole != REDLINE_NONE || !places_counted(f, area, 1, &only, &count) || count != 1 ||
	    only.end_block != only.block + 1)
		return sole;
	return only.block;
}

/*
 * "§ 4-754 Retaliation prohibited. No person shall ...": what follows the title of a section
 * in the line of its heading; nothing if the line has but the title.
 */
redline_range places_behind_title(const struct place_finder *f, uint32_t heading)
{
	const redline_block *b = &f->blocks[heading];
	if (b->unit != REDLINE_LABEL_SECTION)
		return (redline_range){0, 0};
	redline_range const second = places_sentence(f->text, b->body, 2);
	return range_len(second) ? (redline_range){second.begin, b->body.end}
	                         : (redline_range){0, 0};
}

/* The same of a section whose text stands there and nowhere else; else nothing. */
static redline_range sole_text(const struct place_finder *f, const struct area *area)
{
	for (uint32_t i = area->block + 1; i < area->end_block; i++)
		if (f->blocks[i].kind != REDLINE_BLANK)
			return (redline_range){0, 0};
	return places_behind_title(f, area->block);
}

/* The nth sentence, or the run from the nth on; empty if there is none. */
static redline_range counted_sentence(redline_bytes text, redline_range within,
                                      const redline_step *step)
{
	redline_range const from = places_sentence(text, within, step->ordinal);
	redline_range const to =
		step->ordinal_to ? places_sentence(text, within, step->ordinal_to) : from;
	return range_len(to) ? (redline_range){from.begin, to.end} : to;
}

/* Is it doubtful where a sentence ends up to this one, or, counted from the end, from it on? */
static bool is_doubtful(redline_bytes text, redline_range within, redline_range found,
                        int32_t ordinal)
{
	redline_range part = {within.begin, found.end};
	if (ordinal < 0) {
		uint32_t const stop = found.begin - within.begin;
		part = (redline_range){found.begin - (stop < STOP_BEFORE ? stop : STOP_BEFORE),
		                       within.end};
	}
	return sentence_is_doubtful(text, within, part, tongue_of_draft(text, within));
}

bool placing_step_sentence(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	redline_range within = text_of(f, area);
	if (area->kind == AREA_DOCUMENT && !step->words.len)
		return placing_say(r, "place-unknown",
		                   "it is not said in which paragraph this sentence is");
	if (area->kind == AREA_BLOCKS && f->blocks[area->block].kind == REDLINE_HEADING) {
		uint32_t const sole = sole_paragraph(f, area);
		redline_range const own = sole_text(f, area);
		if (sole == REDLINE_NONE && !range_len(own) && !step->words.len)
			return placing_say(r, "place-unknown",
			                   "it is not said in which paragraph this sentence is");
		if (sole != REDLINE_NONE)
			within = f->blocks[sole].body;
		else if (range_len(own))
			within = own;
	}
	redline_range found = {0, 0};
	if (step->ordinal) {
		found = counted_sentence(f->text, within, step);
		if (range_len(found) && is_doubtful(f->text, within, found, step->ordinal))
			return placing_say(
				r, "place-ambiguous",
				"it is not certain where the sentences of this text end; "
				"quote the words of the sentence that is meant");
	} else {
		uint32_t n = 0;
		uint32_t const first = area->block == REDLINE_NONE ? 0 : area->block;
		for (uint32_t i = first; i < area->end_block; i++)
			n += sentences_with(f->text, f->blocks[i].body, step->words, &found);
		if (n > 1)
			return placing_say(r, "place-ambiguous",
			                   "more than one sentence begins with these words");
	}
	if (!range_len(found))
		return say_no_sentence(r, step, within);
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = found,
	                      .block = redline_draft_block_at(f->draft, found.begin),
	                      .unit = REDLINE_SENTENCE,
	                      .by_line = area->by_line};
	area->end_block = area->block + 1;
	return true;
}

bool placing_step_words(struct resolving *r, struct area *area, const redline_step *step)
{
	const struct place_finder *f = r->f;
	uint32_t found = REDLINE_NONE, n = 0;
	for (uint32_t i = area->block == REDLINE_NONE ? 0 : area->block; i < area->end_block; i++)
		if (range_len(f->blocks[i].body) &&
		    begins_with(f->text, f->blocks[i].body, step->words)) {
			found = i;
			n++;
		}
	if (n > 1)
		return placing_say(r, "place-ambiguous",
		                   "more than one paragraph begins with these words");
	if (n == 0)
		return placing_say(r, "place-absent", "no paragraph here begins with these words");
	*area = placing_block_area(f, found, found, step->unit);
	return true;
}

/* ---- the lead-in ---- */

/* Does the provision's own text lead to something: a list, or lines of a table? */
static bool leads_in(const struct place_finder *f, const struct area *area)
{
	redline_range const body = f->blocks[area->block].body;
	for (uint32_t i = area->block + 1; i < area->end_block; i++)
		if (f->blocks[i].kind != REDLINE_BLANK)
			return true;
	return range_len(body) && f->text.ptr[body.end - 1] == ':';
}

/* Under a heading what stands before its first labelled provision: its first block and
 * *range; or REDLINE_NONE. */
static uint32_t lead_in_below(const struct place_finder *f, const struct area *area,
                              redline_range *range)
{
	uint32_t block = REDLINE_NONE;
	*range = (redline_range){0, 0};
	for (uint32_t i = area_begin(area); i < area->end_block; i++) {
		const redline_block *b = &f->blocks[i];
		if (b->kind == REDLINE_PROVISION ||
		    (b->kind == REDLINE_HEADING && block != REDLINE_NONE))
			break;
		if (b->kind != REDLINE_PARAGRAPH)
			continue;
		*range = range_len(*range) ? (redline_range){range->begin, b->body.end} : b->body;
		block = block == REDLINE_NONE ? i : block;
	}
	if (block == REDLINE_NONE && area->block != REDLINE_NONE) {
		/* "§ 5 Definitions. In this chapter:" stands behind the title, in its line */
		redline_range const own = places_behind_title(f, area->block);
		*range = range_len(own) ? own : f->blocks[area->block].body;
		if (range_len(*range) && f->text.ptr[range->end - 1] == ':')
			block = area->block;
	}
	return block;
}

/* The lead-in of a provision is its own words. */
bool placing_step_chapeau(struct resolving *r, struct area *area)
{
	const struct place_finder *f = r->f;
	uint32_t block = area->block;
	redline_range range;
	if (area->kind == AREA_BLOCKS && f->blocks[block].kind != REDLINE_HEADING) {
		if (!leads_in(f, area))
			return placing_say(r, "place-absent",
			                   "this provision leads to no list, so it has no lead-in");
		range = places_behind_run_in(f->text, f->blocks[block].body);
		if (!range_len(range) && range_len(f->blocks[block].body))
			return placing_say(r, "place-absent",
			                   "this provision has but a heading before its list");
	} else {
		block = lead_in_below(f, area, &range);
		if (block == REDLINE_NONE)
			return placing_say(r, "place-absent", "there is no lead-in here");
	}
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = range,
	                      .block = block,
	                      .end_block = block + 1,
	                      .unit = REDLINE_CHAPEAU};
	return true;
}

/* ---- headings ---- */

/*
 * The heading of "## Article 4" is the "### Dams" right below it, if that has no number
 * and no like follows, as where the article is cut into parts; else the heading itself.
 */
static uint32_t heading_below(const struct place_finder *f, uint32_t heading)
{
	uint32_t below = heading + 1;
	uint32_t const end = f->blocks[heading].subtree_end;
	while (below < end && f->blocks[below].kind == REDLINE_BLANK)
		below++;
	if (range_len(f->blocks[heading].body) || below >= end)
		return heading;
	const redline_block *b = &f->blocks[below];
	if (b->kind != REDLINE_HEADING || b->level <= f->blocks[heading].level ||
	    range_len(b->core))
		return heading;
	for (uint32_t i = below + 1; i < end; i++)
		if (f->blocks[i].kind == REDLINE_HEADING && f->blocks[i].level <= b->level)
			return heading;
	return below;
}

static bool heading_area(struct resolving *r, struct area *area, uint32_t heading,
                         redline_unit unit)
{
	if (heading == REDLINE_NONE)
		return placing_say(r, "place-absent", "this provision has no heading of its own");
	heading = heading_below(r->f, heading);
	if (!range_len(r->f->blocks[heading].body))
		return placing_say(r, "place-absent",
		                   "this heading is but a number, without words");
	/* where text runs on from a heading in one line, its first sentence is the heading */
	redline_range range = r->f->blocks[heading].body;
	range = (redline_range){range.begin, next_sentence_end(r->f->text, range)};
	*area = (struct area){.kind = AREA_TEXT,
	                      .range = range,
	                      .block = heading,
	                      .end_block = heading + 1,
	                      .unit = unit};
	return true;
}

bool placing_step_heading(struct resolving *r, struct area *area, redline_unit unit)
{
	const struct place_finder *f = r->f;
	if (area->block != REDLINE_NONE) {
		uint32_t const b = area->block;
		return heading_area(r, area,
		                    f->blocks[b].kind == REDLINE_HEADING ? b : REDLINE_NONE, unit);
	}
	uint32_t first = REDLINE_NONE, headings = 0, top = 0;
	for (uint32_t i = 0; i < f->count; i++) {
		if (f->blocks[i].kind != REDLINE_HEADING)
			continue;
		headings++;
		if (first == REDLINE_NONE)
			first = i;
		top += f->blocks[i].level == f->blocks[first].level;
	}
	if (unit == REDLINE_HEADING_UNIT && headings > 1)
		return placing_say(r, "place-ambiguous", "it is not said which heading");
	if (unit == REDLINE_TITLE && top > 1 && f->blocks[first].level > 1)
		return placing_say(r, "place-ambiguous",
		                   "it is not clear which of the headings is the title");
	return heading_area(r, area, first, unit);
}
