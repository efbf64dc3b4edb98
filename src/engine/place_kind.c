/*
 * place_kind.c -- provisions by what they are called.  See place.h and placing.h.
 *
 * "Section 6" may well be the "6." of a bare numbered act, but not where the sections are
 * headings with numbers of their own; "rule 6" may be it where a heading says "Rules", and
 * "sub-paragraph 6" where it stands inside of another provision.  What the draft itself says
 * goes first: where lines begin "Principle 3.", principle 6 is the one that begins so.
 *
 * All that depends on the draft alone is told once, in a pass over its blocks; a word such
 * as "rule" costs another pass, and its answer is kept.
 */
#include "placing.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/bytes.h"

#define WORD_MAX    24u /* bytes of "recommendation" and the like */
#define KEY_MAX     (WORD_MAX + CANONICAL_MAX)
#define SPOKEN_MAX  32u /* words whose answers are kept; tables have far fewer */

/* Does the draft speak of such provisions: "Rules of procedure"? */
struct spoken {
	uint64_t word;
	bool is;
};

struct place_kinds {
	bool numbered_headings; /* "II. Scope", "Section 2": not only of annexes */
	bool other_headings;    /* such ones whose numbers are no figures */
	bool articles;
	struct name_entry *at;  /* "rule" and "rule 3", sorted by hash, then by block */
	uint32_t count;
	struct spoken spoken[SPOKEN_MAX];
	uint32_t spoken_count;
};

/* ---- what the draft says ---- */

/* The word as it is looked for: in small letters, without its stop or plural. */
static size_t stem_of(redline_bytes word, char stem[WORD_MAX])
{
	size_t len = word.len < WORD_MAX ? word.len : 0;
	for (size_t i = 0; i < len; i++)
		stem[i] = to_lower(word.ptr[i]);
	if (len && stem[len - 1] == '.')
		return len - 1;
	return len > 3 && stem[len - 1] == 's' ? len - 1 : len;
}

static uint64_t hash_of(redline_bytes word, redline_bytes label)
{
	char key[KEY_MAX];
	size_t len = stem_of(word, key);
	len += places_canonical(label, key + len, sizeof key - len);
	return XXH3_64bits(key, len);
}

static redline_bytes first_word(redline_bytes body)
{
	size_t from = 0;
	while (from < body.len && (body.ptr[from] == '*' || body.ptr[from] == '_'))
		from++;
	size_t end = from;
	while (end < body.len && is_alpha(body.ptr[end]))
		end++;
	return (redline_bytes){body.ptr + from, end - from};
}

/* "Rule 3", "Rule 3.", "Rule 3: Votes", but not "Rule 3 applies": word and number. */
static bool says_kind(const struct place_finder *f, uint32_t block, redline_bytes *word,
                      redline_bytes *label)
{
	const redline_block *b = &f->blocks[block];
	redline_bytes const body = bytes_in(f->text, b->body);
	if (b->kind != REDLINE_HEADING && b->kind != REDLINE_PARAGRAPH)
		return false;
	*word = first_word(body);
	const char *at = word->ptr + word->len, *const end = body.ptr + body.len;
	if (!word->len || !is_upper(word->ptr[0]) || word->len >= WORD_MAX || at == end || *at != ' ')
		return false;
	const char *const number = ++at;
	while (at < end && (is_digit(*at) || is_alpha(*at)))
		at++;
	*label = (redline_bytes){number, (size_t)(at - number)};
	bool const figure = label->len && is_digit(number[0]);
	return figure && label->len < CANONICAL_MAX &&
	       (b->kind == REDLINE_HEADING || at == end || !is_blank(*at));
}

static void add(struct place_kinds *k, uint64_t hash, uint32_t block)
{
	k->at[k->count++] = (struct name_entry){hash, block};
}

static void note_heading(struct place_kinds *k, const redline_block *b, bool said)
{
	bool const section = b->unit == REDLINE_LABEL_SECTION;
	k->articles |= b->unit == REDLINE_LABEL_ARTICLE;
	if (b->kind != REDLINE_HEADING || !(said || range_len(b->core)) ||
	    (b->unit != REDLINE_LABEL_PLAIN && !section))
		return;
	k->numbered_headings = true;
	k->other_headings |= !section && (said || b->numeral != REDLINE_ARABIC);
}

bool placing_index_kinds(struct place_finder *f, struct arena *arena)
{
	redline_bytes word, label;
	uint32_t said = 0;
	bool annex = false; /* their headings and articles are no part of the body's order */
	struct place_kinds *k = f->kinds = arena_alloc(arena, sizeof *k);
	for (uint32_t i = 0; k && i < f->count; i++) {
		annex |= f->blocks[i].unit == REDLINE_LABEL_ANNEX;
		bool const says = says_kind(f, i, &word, &label);
		said += says;
		if (!annex)
			note_heading(k, &f->blocks[i], says);
	}
	if (k)
		k->at = arena_array(arena, 2 * (size_t)said + 1, sizeof *k->at);
	if (!k || !k->at)
		return false;
	for (uint32_t i = 0; said && i < f->count; i++)
		if (says_kind(f, i, &word, &label)) {
			add(k, hash_of(word, (redline_bytes){0}), i);
			add(k, hash_of(word, label), i);
		}
	qsort(k->at, k->count, sizeof *k->at, placing_compare);
	return true;
}

/* ---- by what it says ---- */

bool placing_is_by_kind(const struct place_finder *f, const redline_step *step)
{
	const struct place_kinds *k = f->kinds;
	if (!step->kind.len || !step->label.len)
		return false;
	uint64_t const hash = hash_of(step->kind, (redline_bytes){0});
	uint32_t const i = placing_first(k->at, k->count, hash, 0);
	return i < k->count && k->at[i].hash == hash;
}

static uint32_t find_numbered(struct resolving *r, const struct area *area,
                              const redline_step *step, redline_bytes label)
{
	const struct place_kinds *k = r->f->kinds;
	uint64_t const hash = hash_of(step->kind, label);
	uint32_t const from = placing_first(k->at, k->count, hash, area_begin(area));
	uint32_t const to = placing_first(k->at, k->count, hash, area->end_block);
	struct candidates at = {.count = to - from};
	for (uint32_t i = 0; i < at.count && i < SHOWN_CANDIDATES; i++)
		at.at[i] = k->at[from + i].block;
	if (at.count == 1)
		return at.at[0];
	(void)(at.count ? placing_say_ambiguous(r, &at) : placing_say_absent(r, area, step));
	return REDLINE_NONE;
}

bool placing_step_by_kind(struct resolving *r, struct area *area, const redline_step *step)
{
	uint32_t const first = find_numbered(r, area, step, step->label);
	uint32_t last = first;
	if (first != REDLINE_NONE && step->label_to.len)
		last = find_numbered(r, area, step, step->label_to);
	if (first == REDLINE_NONE || last == REDLINE_NONE)
		return false;
	if (last < first)
		return placing_say(r, "place-absent",
		                   "this range does not run from an earlier to a later provision");
	*area = placing_block_area(r->f, first, last, step->unit);
	return true;
}

/* ---- whether it may be called so ---- */

/* Does a word of these begin with the stem: "Rules" with "rule"? */
static bool has_word(redline_bytes text, const char *stem, size_t len)
{
	for (size_t i = 0; i + len <= text.len; i++) {
		size_t n = 0;
		while (n < len && to_lower(text.ptr[i + n]) == stem[n])
			n++;
		if (n == len && (i == 0 || !is_word_byte(text.ptr[i - 1])))
			return true;
	}
	return false;
}

/* Does a heading or a line without a number speak of such provisions? */
static bool is_spoken_of(const struct place_finder *f, redline_bytes word)
{
	char stem[WORD_MAX];
	size_t const len = stem_of(word, stem);
	uint64_t const hash = XXH3_64bits(stem, len);
	struct place_kinds *k = f->kinds;
	uint32_t n = 0;
	while (n < k->spoken_count && k->spoken[n].word != hash)
		n++;
	if (n < k->spoken_count)
		return k->spoken[n].is;
	if (n < SPOKEN_MAX)
		k->spoken_count++;
	struct spoken *s = &k->spoken[n < SPOKEN_MAX ? n : SPOKEN_MAX - 1];
	*s = (struct spoken){hash, false};
	for (uint32_t i = 0; i < f->count && !s->is; i++) {
		uint8_t const kind = f->blocks[i].kind;
		s->is = (kind == REDLINE_HEADING || kind == REDLINE_PARAGRAPH) &&
		        has_word(bytes_in(f->text, f->blocks[i].body), stem, len);
	}
	return s->is;
}

static bool is_dotted(redline_bytes label)
{
	return label.len && memchr(label.ptr, '.', label.len);
}

/* A clause, for which annexes and headings without figures have no place. */
static bool is_clause(const redline_step *step)
{
	return step->unit == REDLINE_PARAGRAPH_UNIT && step->exact;
}

static bool is_part(const redline_step *step)
{
	return (step->unit == REDLINE_SUBPARAGRAPH && step->exact) ||
	       step->unit == REDLINE_BULLET_UNIT;
}

bool placing_is_kind(const redline_step *step)
{
	return step->kind.len || step->unit == REDLINE_SECTION || is_clause(step) || is_part(step);
}

/* "6." at the margin is no part of a provision; "(6)" and "(a)" may be of one without number. */
static bool is_at_margin(const struct place_finder *f, const redline_block *b)
{
	bool const article = b->section != REDLINE_NONE &&
	                     (f->blocks[b->section].unit == REDLINE_LABEL_ARTICLE ||
	                      f->blocks[b->section].unit == REDLINE_LABEL_SECTION);
	return b->parent == REDLINE_NONE && !article && b->dress == REDLINE_DOT &&
	       b->numeral == REDLINE_ARABIC;
}

bool placing_kind_fits(const struct place_finder *f, const struct area *area,
                       const redline_step *step, uint32_t block)
{
	const redline_block *b = &f->blocks[block];
	const struct place_kinds *k = f->kinds;
	if (b->unit == REDLINE_LABEL_PLAIN && step->kind.len && !step->exact)
		return is_spoken_of(f, step->kind); /* be it "5." or a heading "5 Tests" */
	if (b->kind == REDLINE_HEADING || b->unit != REDLINE_LABEL_PLAIN)
		return true;
	if (area->kind != AREA_DOCUMENT || is_dotted(step->label))
		return true;
	if (step->unit == REDLINE_SECTION)
		return !k->numbered_headings && !k->articles;
	if (is_clause(step))
		return !k->other_headings && !k->articles;
	return !is_part(step) || !is_at_margin(f, b);
}
