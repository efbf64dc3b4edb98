/*
 * renumber_fates.c -- what became of each number, and the references that follow it.
 * See renumbering.h.
 *
 * A reference is looked up by its noun and number in a sorted table.  Of several
 * provisions with that number it means the one in its own list, if there is one.
 */
#include "renumbering.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "model/label.h"
#include "references.h"
#include "token.h"

/* ---- what became of the numbers ---- */

static enum provision_noun noun_of(const redline_block *b)
{
	enum provision_noun const noun = common_label_noun((redline_label_unit)b->unit);
	if (noun != NO_NOUN || b->unit == REDLINE_LABEL_NOTE)
		return noun;
	if (b->kind == REDLINE_HEADING)
		return NOUN_SECTION;
	return b->parent == REDLINE_NONE ? NOUN_PARAGRAPH : NO_NOUN;
}

/* The number that an item of the new draft will have. */
static redline_bytes final_label(const struct renumber_run *r, uint32_t block)
{
	uint32_t const i = r->is.of_block[block];
	if (i == REDLINE_NONE)
		return (redline_bytes){0};
	return r->is.at[i].next.len ? r->is.at[i].next : r->is.at[i].label;
}

static int compare_fates(const void *x, const void *y)
{
	const struct fate *a = x, *b = y;
	int const noun = (int)a->noun - (int)b->noun;
	int const was = noun ? noun : bytes_compare(a->was, b->was);
	return was ? was : (a->list > b->list) - (a->list < b->list);
}

bool renumber_list_fates(struct renumber_run *r)
{
	r->fates = arena_array(r->arena, (size_t)r->was.count + 1, sizeof *r->fates);
	if (!r->fates)
		return false;
	bool some = false;
	for (uint32_t i = 0; i < r->was.count; i++) {
		const struct numbered *it = &r->was.at[i];
		struct fate *f = &r->fates[r->fate_count];
		*f = (struct fate){.noun = noun_of(&r->old_blocks[it->block]),
		                   .was = it->label,
		                   .list = it->list,
		                   .cause = r->list_cause[it->list]};
		if (f->noun == NO_NOUN)
			continue;
		if (r->block_of[i] != REDLINE_NONE)
			f->is = final_label(r, r->block_of[i]);
		f->follows = f->is.len ? !bytes_equal(f->is, f->was) : f->cause != REDLINE_NONE;
		if (r->item_cause[i] != REDLINE_NONE)
			f->cause = r->item_cause[i];
		some |= f->follows;
		r->fate_count++;
	}
	if (some)
		qsort(r->fates, r->fate_count, sizeof *r->fates, compare_fates);
	else
		r->fate_count = 0;
	return true;
}

/* ---- references ---- */

/* The list of the draft as submitted that the numbered provision around a block is in. */
static uint32_t list_around(const struct renumber_run *r, uint32_t block)
{
	while (r->blocks[block].parent != REDLINE_NONE)
		block = r->blocks[block].parent;
	return r->hints[block];
}

/* The one that a number in `block` means; NULL if none, or if it is not clear which
 * (*unclear, and one of them was renumbered). */
static const struct fate *find_fate(const struct renumber_run *r, enum provision_noun noun,
                                    redline_bytes label, uint32_t block, bool *unclear)
{
	struct fate const key = {.noun = noun, .was = label, .list = 0};
	uint32_t low = 0, high = r->fate_count;
	*unclear = false;
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (compare_fates(&r->fates[mid], &key) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	uint32_t const list = list_around(r, block);
	uint32_t n = 0, own = 0;
	const struct fate *found = NULL, *in_own = NULL;
	bool follows = false;
	for (uint32_t i = low; i < r->fate_count && r->fates[i].noun == noun &&
	                       bytes_equal(r->fates[i].was, label) && n < 64;
	     i++, n++) {
		found = &r->fates[i];
		follows |= found->follows;
		if (found->list == list) {
			in_own = found;
			own++;
		}
	}
	if (own == 1)
		return in_own;
	*unclear = n > 1 && follows;
	return n == 1 ? found : NULL;
}

static void say_reference(struct renumber_run *r, redline_range range, const char *code,
                          redline_level level, const char *message, redline_bytes label,
                          uint32_t cause)
{
	r->report->amendment = r->whole ? REDLINE_NONE : cause;
	report_add(r->report, level, code, (redline_spot){REDLINE_IN_DRAFT, range}, message,
	           SHOWN(label));
	r->report->amendment = REDLINE_NONE;
}

static bool is_suffix(redline_bytes word)
{
	for (unsigned i = 0; i < LABEL_BIS_COUNT; i++)
		if (bytes_equal_nocase(word, bytes_of(label_bis[i].label)))
			return true;
	return bytes_equal_nocase(word, BYTES("alt"));
}

struct scan {
	uint32_t stays_to; /* numbers that begin before it stay as they are */
	struct renumber_run *r;
	const stretch_list *list;
	const struct edit *edits;
	uint32_t block;
	struct words_side side;
};

/* ---- ranges ---- */

enum { RANGE_MAX = 400, RANGE_WORK = 1 << 20 };

/* The digits at an offset of the new text, without leading blanks; empty if there are none. */
static redline_range digits_behind(const struct renumber_run *r, uint32_t at, uint32_t end)
{
	while (at < end && is_space(r->text.ptr[at]))
		at++;
	uint32_t to = at;
	while (to < end && to < at + 6 && is_digit(r->text.ptr[to]))
		to++;
	return (redline_range){at, to};
}

/* Where the last number of a range stands whose first one is at `first`; empty if it is none. */
static redline_range range_end(const struct scan *s, redline_range first)
{
	const struct renumber_run *r = s->r;
	uint32_t const end = r->blocks[s->block].body.end;
	uint32_t at = first.end;
	while (at < end && is_space(r->text.ptr[at]))
		at++;
	redline_range const rest = {at, end};
	size_t const joint = common_range_joint(bytes_in(r->text, rest));
	return joint ? digits_behind(r, at + (uint32_t)joint, end) : (redline_range){0, 0};
}

static uint32_t number_in(redline_bytes digits)
{
	uint32_t value = 0;
	for (size_t i = 0; i < digits.len && i < 6; i++)
		value = is_digit(digits.ptr[i]) ? value * 10 + (uint32_t)(digits.ptr[i] - '0') : 0;
	return value;
}

/* What becomes of a range's provisions: the least and the greatest of their new numbers. */
struct span {
	uint32_t low, high, count;
};

static struct span span_of(const struct renumber_run *r, enum provision_noun noun, uint32_t block,
                           uint32_t from, uint32_t to)
{
	struct span span = {UINT32_MAX, 0, 0};
	for (uint32_t n = from; n <= to; n++) {
		char digits[16];
		int const len = snprintf(digits, sizeof digits, "%u", (unsigned)n);
		bool unclear;
		const struct fate *f =
			find_fate(r, noun, (redline_bytes){digits, (size_t)len}, block, &unclear);
		uint32_t const now = f ? number_in(f->is) : 0;
		if (!now)
			continue;
		span.low = now < span.low ? now : span.low;
		span.high = now > span.high ? now : span.high;
		span.count++;
	}
	return span;
}

/* Has another provision than [from, to] come to stand among those numbers? */
static bool lets_in(struct renumber_run *r, enum provision_noun noun, uint32_t list,
                    const struct span *span, uint32_t from, uint32_t to)
{
	r->range_work += r->fate_count;
	if (r->range_work > RANGE_WORK)
		return true; /* not looked at any more: told of, and left */
	for (uint32_t i = 0; i < r->fate_count; i++) {
		const struct fate *f = &r->fates[i];
		uint32_t const was = number_in(f->was), now = number_in(f->is);
		if (f->noun == noun && f->list == list && now > span->low && now < span->high &&
		    (was < from || was > to))
			return true;
	}
	return false;
}

/*
 * "paragraphs 3 to 6", whose ends are not what they were: one of them has been moved.  The
 * range is left as it is, and told of unless it still means the same.
 */
static void keep_range(struct scan *s, redline_range first, enum provision_noun noun)
{
	struct renumber_run *r = s->r;
	redline_range const last = range_end(s, first);
	uint32_t const from = number_in(bytes_in(r->text, first));
	uint32_t const to = number_in(bytes_in(r->text, last));
	if (!range_len(last) || to <= from || to - from > RANGE_MAX)
		return;
	struct span const ends[2] = {span_of(r, noun, s->block, from, from),
	                             span_of(r, noun, s->block, to, to)};
	struct span const all = span_of(r, noun, s->block, from, to);
	if (!ends[0].count || !ends[1].count)
		return; /* gone, or not known: each end is told of by itself */
	bool const in_order = ends[0].low == all.low && ends[1].low == all.high;
	bool const same = all.low == from && all.high == to && all.count == to - from + 1;
	if (same ? in_order
	         : in_order && !lets_in(r, noun, list_around(r, s->block), &all, from, to))
		return;
	s->stays_to = last.end;
	redline_range const both = {first.begin, last.end};
	if (!same)
		say_reference(r, renumber_place_in_old(r, s->list, s->edits, both),
		              "reference-unclear", REDLINE_WARNING,
		              "provisions of %.*s stand in another order now, or others among them; "
		              "this reference stays as it is",
		              bytes_in(r->text, both), 0);
}

/* One number of a token, with its bis, at range. */
static bool look_up(struct scan *s, redline_range range, enum provision_noun noun,
                    enum elsewhere elsewhere)
{
	struct renumber_run *r = s->r;
	char core[CANONICAL_MAX];
	redline_bytes const label = {core,
	                             places_canonical(bytes_in(r->text, range), core, sizeof core)};
	bool unclear;
	const struct fate *f = find_fate(r, noun, label, s->block, &unclear);
	redline_range const shown = renumber_place_in_old(r, s->list, s->edits, range);
	if (unclear && elsewhere == HERE)
		say_reference(r, shown, "reference-unclear", REDLINE_WARNING,
		              "it is not clear which %.*s is meant, and one of them is renumbered; "
		              "this reference stays as it is",
		              label, 0);
	if (!f || !f->follows || unclear)
		return true;
	if (elsewhere == PERHAPS_ELSEWHERE)
		say_reference(r, shown, "reference-unclear", REDLINE_WARNING,
		              "it is not clear whether %.*s is a number of this text here; it stays "
		              "as it is",
		              label, f->cause);
	if (elsewhere != HERE)
		return true;
	if (!f->is.len) {
		say_reference(r, shown, "reference-lost", REDLINE_WARNING,
		              "this refers to %.*s, which is gone, and the numbers have changed; "
		              "the reference stays as it is",
		              label, f->cause);
		return true;
	}
	return renumber_add_change(r, range, renumber_written(r, f->is), f->cause);
}

/* The numbers of token i: "58", "58-60", "3(b)", each with a bis that follows. */
static bool look_at_token(struct scan *s, uint32_t i)
{
	enum elsewhere elsewhere;
	enum provision_noun const noun = references_noun(&s->side, i, &elsewhere);
	if (noun == NO_NOUN)
		return true;
	const struct token *t = &s->side.tokens[i];
	redline_bytes const word = {s->side.text.ptr + t->begin, t->length};
	if (t->kind == TOKEN_WORD) /* "section C" */
		return look_up(s, (redline_range){t->begin, t->begin + t->length}, noun, elsewhere);
	for (size_t at = 0; at < word.len;) {
		size_t n = 0;
		while (at + n < word.len && is_digit(word.ptr[at + n]))
			n++;
		char const before = at ? word.ptr[at - 1] : ' ';
		char const after = at + n < word.len ? word.ptr[at + n] : ' ';
		bool const whole = n && before != '(' && before != '.' && before != '/' &&
		                   after != '.' && after != '/' && !is_alpha(after);
		redline_range range = {t->begin + (uint32_t)at, t->begin + (uint32_t)(at + n)};
		bool const last = at + n == word.len;
		if (whole && last && i + 1 < s->side.count) {
			const struct token *next = &s->side.tokens[i + 1];
			redline_bytes const bis = {s->side.text.ptr + next->begin, next->length};
			if (is_suffix(bis))
				range.end = next->begin + next->length;
		}
		if (whole && elsewhere == HERE && range.begin >= s->stays_to)
			keep_range(s, range, noun);
		if (whole && range.begin >= s->stays_to && !look_up(s, range, noun, elsewhere))
			return false;
		at += n ? n : 1;
	}
	return true;
}

bool renumber_references(struct renumber_run *r, const stretch_list *list, const struct edit *edits)
{
	struct token_rules const rules = {0};
	struct tokens tokens = {0};
	bool ok = true;
	uint32_t const count = redline_draft_count(r->draft);
	for (uint32_t i = 0; ok && r->fate_count && i < count; i++) {
		const redline_block *b = &r->blocks[i];
		if (b->kind == REDLINE_VERBATIM || !range_len(b->body))
			continue;
		tokens_clear(&tokens);
		tokens_add(&tokens, r->text, b->body, &rules);
		struct scan s = {
			0, r, list, edits, i, {r->text, tokens.at, tokens.hash, tokens.count}};
		for (uint32_t k = 0; ok && !tokens.failed && k < tokens.count; k++)
			ok = look_at_token(&s, k);
		ok = ok && !tokens.failed;
	}
	tokens_release(&tokens);
	return ok;
}
