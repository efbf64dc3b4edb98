/*
 * place_heading.c -- sections by the words of their headings: "the section “Scope”".  See
 * place.h and placing.h.
 *
 * A heading reads as some words if both have the same key (model/cite.h), with its label or
 * without.  Nothing is taken for likeness: who writes "the section on finance" where the
 * heading is "Finance and budget" is told that no heading reads so, and which one has the
 * word.
 *
 * A name costs a binary search; where no heading reads so, a look at each of them, if they
 * are not too many.
 */
#include "placing.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"
#include "model/cite.h"

#define LIKELY_MAX   3u    /* headings shown where none fits */
#define LIKELY_AMONG 1000u /* in a draft with more, none is looked for */
#define SHOWN_BYTES  80u

/* ---- the table ---- */

static redline_bytes words_of(const struct place_finder *f, uint32_t block)
{
	return bytes_in(f->text, f->blocks[block].body);
}

static redline_bytes label_and_words(const struct place_finder *f, uint32_t block)
{
	const redline_block *b = &f->blocks[block];
	return bytes_in(f->text, (redline_range){b->label.begin, b->body.end});
}

static uint64_t hash_of(redline_bytes words, struct cite_key *key)
{
	cite_key_make(key, words);
	return XXH3_64bits(key->text, key->length);
}

static void add(struct place_finder *f, redline_bytes words, uint32_t block)
{
	struct cite_key key;
	uint64_t const hash = hash_of(words, &key);
	if (key.length && !key.cut)
		f->headings[f->heading_count++] = (struct name_entry){hash, block};
}

bool placing_index_headings(struct place_finder *f, struct arena *arena)
{
	uint32_t headings = 0;
	for (uint32_t i = 0; i < f->count; i++)
		headings += f->blocks[i].kind == REDLINE_HEADING;
	f->headings = arena_array(arena, 2 * (size_t)headings + 1, sizeof *f->headings);
	if (!f->headings)
		return false;
	for (uint32_t i = 0; i < f->count; i++) {
		if (f->blocks[i].kind != REDLINE_HEADING)
			continue;
		add(f, words_of(f, i), i);
		if (range_len(f->blocks[i].label))
			add(f, label_and_words(f, i), i);
	}
	qsort(f->headings, f->heading_count, sizeof *f->headings, placing_compare);
	return true;
}

/* ---- by their words ---- */

static bool is_read_so(const struct place_finder *f, uint32_t block, const struct cite_key *key)
{
	struct cite_key own;
	cite_key_make(&own, words_of(f, block));
	if (cite_key_equal(&own, key))
		return true;
	cite_key_make(&own, label_and_words(f, block));
	return range_len(f->blocks[block].label) && cite_key_equal(&own, key);
}

/* Does the heading answer to the unit?  Any is a section, or a chapter. */
static bool is_unit(const struct place_finder *f, uint32_t block, const redline_step *step)
{
	return step->unit == REDLINE_SECTION || step->unit == REDLINE_CHAPTER ||
	       placing_unit_fits(&f->blocks[block], step);
}

/* How many headings from `begin` to `end` read so, and the first two. */
static unsigned find_named(const struct place_finder *f, uint32_t begin, uint32_t end,
                           const redline_step *step, uint32_t found[2])
{
	struct cite_key key;
	uint64_t const hash = hash_of(step->words, &key);
	uint32_t i = placing_first(f->headings, f->heading_count, hash, begin);
	uint32_t last = REDLINE_NONE;
	unsigned n = 0;
	for (; i < f->heading_count && n < 2; i++) {
		const struct name_entry *e = &f->headings[i];
		if (e->hash != hash || e->block >= end)
			break;
		if (e->block == last || !is_unit(f, e->block, step) || !is_read_so(f, e->block, &key))
			continue;
		found[n++] = last = e->block;
	}
	return n;
}

bool placing_is_by_heading(const redline_step *step)
{
	return step->words.len && (step->unit == REDLINE_SECTION || step->unit == REDLINE_CHAPTER ||
	                           step->unit == REDLINE_ARTICLE || step->unit == REDLINE_ANNEX);
}

bool places_has_heading(const struct place_finder *f, redline_bytes words)
{
	redline_step const step = {.unit = REDLINE_SECTION, .words = words};
	uint32_t found[2];
	return find_named(f, 0, f->count, &step, found) > 0;
}

/* ---- what is said of them ---- */

static int shown(redline_bytes words)
{
	return (int)(words.len < SHOWN_BYTES ? words.len : SHOWN_BYTES);
}

static void note_heading(struct resolving *r, uint32_t block, const char *note)
{
	report_note(r->report, (redline_spot){REDLINE_IN_DRAFT, r->f->blocks[block].body}, "%s",
	            note);
}

static bool say_twofold(struct resolving *r, const uint32_t found[2], redline_bytes words)
{
	r->ambiguous = true;
	if (!r->report)
		return false;
	report_add(r->report, REDLINE_ERROR, "place-ambiguous", r->where,
	           "more than one heading here reads \"%.*s\"", shown(words), words.ptr);
	note_heading(r, found[0], "here");
	note_heading(r, found[1], "here");
	return false;
}

/* The headings that have the words, and others. */
static void note_likely(struct resolving *r, const struct area *area, redline_bytes words)
{
	const struct place_finder *f = r->f;
	struct cite_key key, own;
	cite_key_make(&key, words);
	if (f->heading_count > LIKELY_AMONG)
		return;
	for (uint32_t i = area_begin(area), n = 0; i < area->end_block && n < LIKELY_MAX; i++) {
		if (f->blocks[i].kind != REDLINE_HEADING)
			continue;
		cite_key_make(&own, words_of(f, i));
		if (!cite_key_holds(&own, &key))
			continue;
		note_heading(r, i, "this heading says more");
		n++;
	}
}

static bool say_unnamed(struct resolving *r, const struct area *area, redline_bytes words)
{
	if (!r->report)
		return false;
	report_add(r->report, REDLINE_ERROR, "place-absent", r->where,
	           "no heading here reads \"%.*s\"", shown(words), words.ptr);
	note_likely(r, area, words);
	return false;
}

bool placing_step_by_heading(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t found[2];
	unsigned const n = find_named(r->f, area_begin(area), area->end_block, step, found);
	if (n > 1)
		return say_twofold(r, found, step->words);
	if (n == 0)
		return say_unnamed(r, area, step->words);
	*area = placing_block_area(r->f, found[0], found[0], step->unit);
	return true;
}
