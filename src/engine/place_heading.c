/*
 * place_heading.c -- sections by the words of their headings: "the section “Scope”".  See
 * place.h and placing.h.
 *
 * A heading reads as some words if both are the same but for case, emphasis and what
 * stands between words; with its label or without.  Nothing is taken for likeness: who
 * writes "the section on finance" where the heading is "Finance and budget" is told that no
 * heading reads so.
 *
 * A name costs a look at each heading of the draft.
 */
#include "placing.h"

#include <unicase.h>

#include "base/bytes.h"

#define LIKELY_MAX  3u /* headings shown where none fits */
#define SHOWN_BYTES 80u

/* The next letter or digit from *at on, in small letters; 0 at the end.  *parted: something
 * else stands before it. */
static uint32_t next_letter(redline_bytes words, size_t *at, bool *parted)
{
	*parted = false;
	while (*at < words.len) {
		unsigned size;
		uint32_t const cp = utf8_at(words, *at, &size);
		*at += size;
		if (is_word_char(cp))
			return uc_tolower(cp);
		*parted = true;
	}
	return 0;
}

/* Does the text begin with these words?  *all: and end with them. */
static bool begins_with(redline_bytes text, redline_bytes words, bool *all)
{
	size_t i = 0, k = 0;
	for (bool first = true;; first = false) {
		bool here, there;
		uint32_t const a = next_letter(text, &i, &here), b = next_letter(words, &k, &there);
		*all = !a && !first;
		if (!b)
			return !first && (!a || here);
		if (a != b || (!first && here != there))
			return false;
	}
}

static bool reads_as(redline_bytes text, redline_bytes words)
{
	bool all;
	return begins_with(text, words, &all) && all;
}

/* Do the words stand somewhere in the text? */
static bool has_words(redline_bytes text, redline_bytes words)
{
	bool all, inside = false;
	for (size_t i = 0; i < text.len;) {
		unsigned size;
		bool const letter = is_word_char(utf8_at(text, i, &size));
		redline_bytes const rest = {text.ptr + i, text.len - i};
		if (letter && !inside && begins_with(rest, words, &all))
			return true;
		inside = letter;
		i += size;
	}
	return false;
}

static bool is_named(const struct place_finder *f, uint32_t block, redline_bytes words)
{
	const redline_block *b = &f->blocks[block];
	if (b->kind != REDLINE_HEADING)
		return false;
	redline_range const whole = {range_len(b->label) ? b->label.begin : b->body.begin,
	                             b->body.end};
	return reads_as(bytes_in(f->text, b->body), words) ||
	       (range_len(b->label) && reads_as(bytes_in(f->text, whole), words));
}

/* The headings from `begin` to `end` that read so, and answer to the unit. */
static uint32_t find_named(const struct place_finder *f, uint32_t begin, uint32_t end,
                           const redline_step *step, uint32_t found[2])
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < f->heading_count; i++) {
		uint32_t const block = f->headings[i];
		bool const own = step->unit == REDLINE_SECTION || step->unit == REDLINE_CHAPTER ||
		                 placing_unit_fits(&f->blocks[block], step);
		if (block < begin || block >= end || !own || !is_named(f, block, step->words))
			continue;
		if (n < 2)
			found[n] = block;
		n++;
	}
	return n;
}

bool placing_is_by_heading(const redline_step *step)
{
	return step->words.len && (step->unit == REDLINE_SECTION || step->unit == REDLINE_CHAPTER ||
	                           step->unit == REDLINE_ARTICLE || step->unit == REDLINE_ANNEX);
}

/* The headings that have the words and others. */
static void note_likely(struct resolving *r, const struct area *area, redline_bytes words)
{
	const struct place_finder *f = r->f;
	for (uint32_t i = 0, shown = 0; i < f->heading_count && shown < LIKELY_MAX; i++) {
		const redline_block *b = &f->blocks[f->headings[i]];
		if (f->headings[i] < area_begin(area) || f->headings[i] >= area->end_block ||
		    !has_words(bytes_in(f->text, b->body), words))
			continue;
		report_note(r->report, (redline_spot){REDLINE_IN_DRAFT, b->body},
		            "this heading says more");
		shown++;
	}
}

static bool say_unnamed(struct resolving *r, const struct area *area, redline_bytes words)
{
	if (!r->report)
		return false;
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where,
	           "no heading here reads \"%.*s\"",
	           (int)(words.len < SHOWN_BYTES ? words.len : SHOWN_BYTES), words.ptr);
	note_likely(r, area, words);
	return false;
}

static bool say_twofold(struct resolving *r, const uint32_t found[2], redline_bytes words)
{
	r->ambiguous = true;
	if (!r->report)
		return false;
	report_add(r->report, REDLINE_ERROR, "place-ambiguous", r->where,
	           "more than one heading here reads \"%.*s\"",
	           (int)(words.len < SHOWN_BYTES ? words.len : SHOWN_BYTES), words.ptr);
	for (unsigned i = 0; i < 2; i++)
		report_note(r->report,
		            (redline_spot){REDLINE_IN_DRAFT, r->f->blocks[found[i]].body}, "here");
	return false;
}

bool placing_step_by_heading(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t found[2];
	uint32_t const n = find_named(r->f, area_begin(area), area->end_block, step, found);
	if (n > 1)
		return say_twofold(r, found, step->words);
	if (n == 0)
		return say_unnamed(r, area, step->words);
	*area = placing_block_area(r->f, found[0], found[0], step->unit);
	return true;
}

bool places_has_heading(const struct place_finder *f, redline_bytes words)
{
	redline_step const step = {.unit = REDLINE_SECTION, .words = words};
	uint32_t found[2];
	return find_named(f, 0, f->count, &step, found) > 0;
}
