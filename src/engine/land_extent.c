/*
 * land_extent.c -- from the words named to where the change ends: through other
 * words, or to the end of the sentence or place; and what is left out by "except".
 *
 * Nothing reaches over the end of a provision: where the place has parts of its
 * own, "to its end" is refused.  A full stop at the end stays, unless all of its
 * sentence goes, the new words bring their own, or an act is carried out to the letter.
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"

/* "through the period at the end": the last one, where it ends the place. */
static bool last_of_place(struct landing *n, const struct area *rest, redline_range *found)
{
	struct matches all;
	if (!landing_search_words(n, &n->m->through, rest, UINT32_MAX, &all))
		return false;
	uint32_t const end = range_trim(n->l->text, rest->range).end;
	if (!all.count || all.at[all.count - 1].range.end != end)
		return landing_refuse(n, "words-absent", landing_at_words(n, &n->m->through),
		                      "these words do not stand at the end there");
	*found = all.at[all.count - 1].range;
	return true;
}

/* The sentence that the byte is in. */
static redline_range sentence_around(const struct landing *n, uint32_t at)
{
	redline_range const body = landing_body_of(n, at);
	for (int32_t i = 1; i <= 64; i++) {
		redline_range const one = places_sentence(n->l->text, body, i);
		if (!range_len(one))
			break;
		if (at < one.end)
			return one;
	}
	return (redline_range){0, 0};
}

/* "through the period": of the sentence, where there are several. */
static bool reaches_stop(const struct landing *n, const struct area *rest, redline_range *found)
{
	const redline_operand *o = &n->m->through;
	redline_range const sentence = sentence_around(n, rest->range.begin);
	if (o->quoted || o->words.len != 1 || o->words.ptr[0] != '.' || !range_len(sentence) ||
	    n->l->text.ptr[sentence.end - 1] != '.' || sentence.end > rest->range.end)
		return false;
	*found = (redline_range){sentence.end - 1, sentence.end};
	return true;
}

static bool reach_words(struct landing *n, const struct area *area, redline_range *r)
{
	redline_range const body = landing_body_of(n, r->begin);
	redline_range const search = landing_search_range(n, area);
	struct area const rest = {.kind = AREA_TEXT,
	                          .range = {r->end, body.end < search.end ? body.end : search.end},
	                          .block = redline_draft_block_at(n->l->draft, r->begin)};
	redline_range found = *r;
	if (n->m->where == REDLINE_AT_END) {
		if (!last_of_place(n, &rest, &found))
			return false;
	} else if (!reaches_stop(n, &rest, &found)) {
		struct matches matches;
		if (!landing_search_words(n, &n->m->through, &rest, 1, &matches))
			return false;
		if (!matches.count && finder_has_words(n->m->through.words))
			return landing_say_not_after(n, &n->m->through, area);
		if (!landing_pick_words(n, &n->m->through, &rest, REDLINE_ONCE, &matches))
			return false;
		found = matches.at[0].range;
	}
	r->end = n->m->extent == REDLINE_UP_TO ? found.begin : found.end;
	return true;
}

/* Does what goes begin where the text does, or right after a full stop? */
static bool begins_sentence(const struct landing *n, redline_range text, redline_range r)
{
	uint32_t const before = plain_mark(
		landing_char_before(n, landing_space_begin(n, r.begin, text.begin), text.begin));
	return !before || before == '.' || before == '!' || before == '?';
}

/* The comma that what goes leaves before the full stop. */
static void take_comma(struct landing *n, redline_range *r)
{
	redline_range const body = landing_body_of(n, r->begin);
	uint32_t const space = landing_space_begin(n, r->begin, body.begin);
	unsigned size = 0;
	uint32_t const mark = space > body.begin ? utf8_before(n->l->text, space, &size) : 0;
	uint32_t const before = plain_mark(mark);
	uint32_t const next = plain_mark(landing_char_at(n, r->end, body.end));
	bool const to_end = n->m->extent == REDLINE_TO_SENTENCE_END ||
	                    n->m->extent == REDLINE_TO_PLACE_END;
	bool const marks = (before == ',' || before == ';' || before == ':') &&
	                   (next == '.' || next == ';' || next == ',');
	if (!to_end || !marks || n->m->to_the_letter)
		return;
	r->begin = space - size;
	report_add(n->l->report, REDLINE_NOTE, "comma-taken",
	           landing_in_draft((redline_range){space - size, space}),
	           "this mark goes, too, since nothing is left between it and the next");
}

/* The end of the text, before its closing mark unless that is to go, too. */
static uint32_t end_of(const struct landing *n, redline_range text, redline_range words_at,
                       redline_bytes words)
{
	bool stop;
	uint32_t const whole = range_trim(n->l->text, text).end;
	uint32_t const closing = landing_closing_begin(n, text, &stop);
	bool const all = !n->m->old_stays && !words.len && begins_sentence(n, text, words_at);
	bool const letter = n->m->to_the_letter && n->m->extent == REDLINE_TO_PLACE_END;
	bool const own = landing_is_mark(words) || landing_ends_with_mark(words);
	return all || letter || own ? whole : closing;
}

static bool reach_sentence(struct landing *n, const struct area *area, redline_bytes words,
                           redline_range *r)
{
	redline_range const sentence = sentence_around(n, r->begin);
	(void)area;
	if (!range_len(sentence) || r->end > sentence.end)
		return landing_refuse(n, "place-absent", landing_at_words(n, &n->m->old_words),
		                      "these words are not in one sentence");
	r->end = end_of(n, sentence, *r, words);
	return true;
}

static bool reach_place(struct landing *n, const struct area *area, redline_bytes words,
                        redline_range *r)
{
	redline_range const body = landing_body_of(n, r->begin);
	redline_range const place = range_trim(n->l->text, area->range);
	if (area->kind == AREA_DOCUMENT)
		return landing_refuse(n, "place-unknown", landing_at_instruction(n),
		                      "it is not said to the end of what (\"to the end of the "
		                      "sentence\", \"in paragraph 5, all that follows ...\")");
	if (place.end > body.end)
		return landing_refuse(n, "place-ambiguous", landing_at_instruction(n),
		                      "this provision has parts; say to the end of which of them, or "
		                      "of its chapeau");
	redline_range const text = {body.begin > place.begin ? body.begin : place.begin, place.end};
	r->end = end_of(n, text, *r, words);
	return true;
}

static bool reach(struct landing *n, const struct area *area, redline_bytes words, redline_range *r)
{
	switch (n->m->extent) {
	case REDLINE_JUST_WORDS:
		return true;
	case REDLINE_THROUGH:
	case REDLINE_UP_TO:
		return reach_words(n, area, r);
	case REDLINE_TO_SENTENCE_END:
		return reach_sentence(n, area, words, r);
	case REDLINE_TO_PLACE_END:
		return reach_place(n, area, words, r);
	}
	return false;
}

bool landing_extend(struct landing *n, const struct area *area, redline_bytes words,
                    redline_range *r)
{
	if (n->m->extent == REDLINE_JUST_WORDS)
		return true;
	uint32_t const named = r->end;
	if (!reach(n, area, words, r))
		return false;
	r->begin = n->m->old_stays ? named : r->begin;
	*r = range_trim(n->l->text, *r);
	if (r->begin >= r->end)
		return landing_refuse(n, "words-absent", landing_at_words(n, &n->m->old_words),
		                      "no words stand there");
	if (!words.len)
		take_comma(n, r);
	return true;
}

void landing_keep_exceptions(const struct landing *n, struct matches *found)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; n->excepted_count && i < found->count; i++) {
		bool out = false;
		for (uint32_t k = 0; k < n->excepted_count; k++)
			out |= found->at[i].range.begin >= n->excepted[k].range.begin &&
			       found->at[i].range.end <= n->excepted[k].range.end;
		if (!out)
			found->at[kept++] = found->at[i];
	}
	if (n->excepted_count)
		found->count = kept;
}
