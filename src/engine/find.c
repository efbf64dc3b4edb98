/*
 * find.c -- looking up quoted words.  See find.h.
 *
 * The words looked for are cut into tokens as the draft is (find_index.c); a match must have
 * the same tokens in a row, and is then compared character by character over the folded text,
 * so a collision of hashes costs time and never a wrong answer.  A second hash that keeps the
 * case spares most of these comparisons.
 *
 * A text that repeats itself ("a a a a ...") could make each place cost as much
 * as the words are long.  So a look-up has an allowance in proportion to the
 * text it looks through, and gives up when that is spent.
 */
#include "finding.h"

#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>

#include "lang/lang.h"

/* What a look-up may cost for each token of the text, in tokens compared; a
 * character by character comparison of a token counts COMPARE_COST of them. */
#define ALLOWANCE    32u
#define COMPARE_COST 8u

void finder_begin(struct finder *f, const redline_draft *draft, struct arena *arena)
{
	*f = (struct finder){draft, redline_draft_text(draft), arena, NULL, FINDING_NEAR_TOTAL};
}

void finder_end(struct finder *f)
{
	finding_free_index(f->index);
	f->index = NULL;
}

/* ---- matching ---- */

/* What is looked for. */
struct needle {
	redline_bytes words;
	redline_range range; /* of words, trimmed */
	token_list tokens;
	bool word_first, word_last; /* edges that need a word boundary */
	bool may_capital;           /* its first letter is a small one */
	bool joined;                /* its first letter is a particle, and not of the match */
	uint32_t first;             /* its first folded character */
};

struct search {
	struct finder *finder;
	struct needle *needle;
	redline_range within;
	uint32_t most;
	struct matches *out;
	VEC(struct match) exact;
	VEC(struct match) capital;
	uint32_t exact_count, capital_count;
	size_t work, allowed; /* tokens compared, and how many may be */
};

static bool joins(uint32_t mark, uint32_t far)
{
	if (mark == '-' || mark == '/' || (mark >= 0x2010 && mark <= 0x2011))
		return is_word_char(far) && !is_unspaced_char(far);
	return false;
}

static bool joins_digits(uint32_t near, uint32_t mark, uint32_t far)
{
	return (mark == '.' || mark == ',') && near < 0x80 && is_digit((char)near) && far < 0x80 &&
	       is_digit((char)far);
}

/* No word goes on to the left of `at`; `first` is the character there. */
static bool boundary_before(redline_bytes text, uint32_t at, uint32_t first)
{
	if (at == 0)
		return true;
	unsigned size, far_size;
	uint32_t const mark = utf8_before(text, at, &size);
	if (is_word_char(mark))
		return is_unspaced_char(mark);
	if (at == size)
		return true;
	uint32_t const far = utf8_before(text, at - size, &far_size);
	return !joins(mark, far) && !joins_digits(first, mark, far);
}

static bool boundary_after(redline_bytes text, uint32_t at, uint32_t last)
{
	if (at >= text.len)
		return true;
	unsigned size, far_size;
	uint32_t const mark = utf8_at(text, at, &size);
	if (is_word_char(mark))
		return is_unspaced_char(mark);
	if (at + size >= text.len)
		return true;
	uint32_t const far = utf8_at(text, at + size, &far_size);
	return !joins(mark, far) && !joins_digits(last, mark, far);
}

/* Nothing but marks and opening signs between `at` and a sentence's start. */
static bool starts_sentence(redline_bytes text, uint32_t body, uint32_t at)
{
	while (at > body) {
		unsigned size;
		uint32_t const cp = utf8_before(text, at, &size);
		if (cp == '.' || cp == '!' || cp == '?' || cp == ':')
			return true;
		if (is_word_char(cp) || cp == ',' || cp == ';')
			return false;
		at -= size;
	}
	return true;
}

enum likeness { UNLIKE, SAME, CAPITAL };

static bool is_capital_of(uint32_t draft, uint32_t words)
{
	return draft != words && uc_tolower(draft) == words && uc_is_lower(words);
}

/* Compares the folded needle with the folded draft from `begin` on. */
static enum likeness compare_at(const struct needle *n, redline_bytes text, uint32_t begin,
                                uint32_t limit, redline_range *range)
{
	struct fold want, have;
	fold_begin(&want, n->words, n->range);
	fold_begin(&have, text, (redline_range){begin, limit});
	enum likeness like = SAME;
	uint32_t w, h, last = 0;
	redline_range source, from = {begin, begin};
	bool first = true;
	while (fold_next(&want, &w, &source)) {
		if (!fold_next(&have, &h, &from))
			return UNLIKE;
		if (w != h && !(first && is_capital_of(h, w)))
			return UNLIKE;
		if (first) {
			like = w == h ? SAME : CAPITAL;
			range->begin = n->joined ? from.end : from.begin;
			if (n->word_first && !boundary_before(text, from.begin, h))
				return UNLIKE;
		}
		first = false;
		last = h;
	}
	range->end = from.end;
	if (have.next != have.count) /* in the middle of a character */
		return UNLIKE;
	return n->word_last && !boundary_after(text, from.end, last) ? UNLIKE : like;
}

static void add_match(struct search *s, redline_range range, bool capital)
{
	uint32_t *count = capital ? &s->capital_count : &s->exact_count;
	if ((*count)++ >= s->most)
		return;
	struct match *m = capital ? VEC_PUSH(&s->capital) : VEC_PUSH(&s->exact);
	if (m)
		*m = (struct match){range, capital};
}

/* More matches than are asked for, or too much work. */
static bool is_over(const struct search *s)
{
	return s->exact_count > s->most || s->work > s->allowed;
}

/* A candidate: the needle's tokens stand in a row from byte `begin`. */
static void try_at(struct search *s, uint32_t begin)
{
	uint32_t const index = redline_draft_block_at(s->finder->draft, begin);
	const redline_block *b = &redline_draft_blocks(s->finder->draft)[index];
	if (begin < b->body.begin || begin >= b->body.end)
		return;
	uint32_t const limit = b->body.end < s->within.end ? b->body.end : s->within.end;
	redline_range range = {begin, begin};
	enum likeness const like = compare_at(s->needle, s->finder->text, begin, limit, &range);
	if (like == SAME)
		add_match(s, range, false);
	else if (like == CAPITAL && starts_sentence(s->finder->text, b->body.begin, range.begin))
		add_match(s, range, true);
}

/* The first token may be capitalised, and what stands before it is no matter. */
static bool same_first(const struct needle *n, const struct token *have)
{
	const struct token *want = &n->tokens.at[0];
	return have->hash == want->hash && (n->may_capital || have->exact >> 1 == want->exact >> 1);
}

static void try_tokens(struct search *s, const struct token *have)
{
	const token_list *want = &s->needle->tokens;
	size_t i = 1;
	if (!same_first(s->needle, have))
		return;
	while (i < want->len && have[i].exact == want->at[i].exact)
		i++;
	s->work += i;
	if (i < want->len)
		return;
	s->work += COMPARE_COST * i;
	try_at(s, have->begin);
}

static bool search_small(struct search *s)
{
	token_list tokens = {0};
	bool const ok = finding_cut(&tokens, s->finder->text, s->within);
	size_t const n = s->needle->tokens.len;
	s->allowed = (tokens.len + SMALL_RANGE) * ALLOWANCE;
	for (size_t i = 0; ok && i + n <= tokens.len && !is_over(s); i++)
		try_tokens(s, &tokens.at[i]);
	VEC_RELEASE(&tokens);
	return ok;
}

static void search_index(struct search *s)
{
	const struct word_index *index = s->finder->index;
	const token_list *want = &s->needle->tokens;
	size_t rare = 0;
	for (size_t i = 1; i < want->len; i++)
		if (bucket_size(index, want->at[i].hash) < bucket_size(index, want->at[rare].hash))
			rare = i;
	uint32_t const hash = want->at[rare].hash;
	uint32_t const stop = index->heads[(hash & index->mask) + 1];
	s->allowed = (index->tokens.len + SMALL_RANGE) * ALLOWANCE;
	uint32_t i = finding_bucket_from(index, hash, s->within.begin);
	for (; i < stop && !is_over(s); i++) {
		uint32_t const at = index->order[i];
		if (index->tokens.at[at].begin >= s->within.end)
			break;
		if (at < rare || at - rare + want->len > index->tokens.len)
			continue;
		const struct token *first = &index->tokens.at[at - rare];
		if (first->begin >= s->within.begin)
			try_tokens(s, first);
	}
}

static bool needle_begin(struct needle *n, redline_bytes words)
{
	*n = (struct needle){.words = words};
	n->range = range_trim(words, (redline_range){0, (uint32_t)words.len});
	if (!finding_cut(&n->tokens, words, n->range))
		return false;
	struct fold f;
	fold_begin(&f, words, n->range);
	uint32_t cp, last = 0;
	redline_range source;
	bool first = true;
	while (fold_next(&f, &cp, &source)) {
		if (first)
			n->first = cp;
		first = false;
		last = cp;
	}
	n->word_first = !first && is_word_char(n->first) && !is_unspaced_char(n->first);
	n->word_last = !first && is_word_char(last) && !is_unspaced_char(last);
	n->may_capital = !first && uc_is_lower(n->first);
	return true;
}

static void hand_over(struct search *s)
{
	if (s->work > s->allowed) {
		s->out->more = true;
		return;
	}
	bool const use_capital = s->exact_count == 0;
	size_t const len = use_capital ? s->capital.len : s->exact.len;
	const struct match *from = use_capital ? s->capital.at : s->exact.at;
	s->out->at = arena_array(s->finder->arena, len, sizeof *s->out->at);
	if (!s->out->at)
		return;
	if (len)
		memcpy(s->out->at, from, len * sizeof *from);
	s->out->count = (uint32_t)len;
	s->out->more = (use_capital ? s->capital_count : s->exact_count) > len;
	if (!use_capital && s->capital.len) {
		s->out->capitals = s->capital_count;
		s->out->first_capital = s->capital.at[0].range.begin;
		s->out->last_capital = s->capital.at[s->capital.len - 1].range.begin;
	}
}

/* Looks for the words as they are in `needle`, which is filled in here. */
static bool search_words(struct search *s, redline_bytes words, bool joined)
{
	bool ok = needle_begin(s->needle, words);
	s->needle->joined = joined;
	if (ok && s->needle->tokens.len > 0) {
		if (range_len(s->within) <= SMALL_RANGE)
			ok = search_small(s);
		else if ((ok = finding_need_index(s->finder)))
			search_index(s);
	}
	VEC_RELEASE(&s->needle->tokens);
	return ok;
}

/*
 * Does Arabic write "and" and "so" onto these words where they stand behind one?  Of fewer
 * letters there may be another word that only begins so: "رد" and "فرد".
 */
static bool takes_particle(redline_bytes words)
{
	enum { LETTERS_LEAST = 4 };
	struct fold f;
	fold_begin(&f, words, range_trim(words, (redline_range){0, (uint32_t)words.len}));
	uint32_t cp;
	redline_range source;
	for (unsigned letters = 0; fold_next(&f, &cp, &source);) {
		letters += cp >= 0x620 && cp <= 0x64A;
		if (!letters)
			return false; /* it begins with something else */
		if (letters >= LETTERS_LEAST)
			return true;
	}
	return false;
}

/* A short one that no other word ends with; these are told by a list. */
static bool is_short_joined(redline_bytes words)
{
	for (size_t i = 0; lang_ar_joined[i]; i++)
		if (bytes_equal(words, bytes_of(lang_ar_joined[i])))
			return true;
	return false;
}

static int by_place(const void *a, const void *b)
{
	const struct match *x = a, *y = b;
	return (x->range.begin > y->range.begin) - (x->range.begin < y->range.begin);
}

/* The words behind a particle that is written onto them: "وينبغي" for "ينبغي". */
static bool search_joined(struct search *s, redline_bytes words)
{
	static const char *const particles[] = {"و", "ف"};
	redline_range const r = range_trim(words, (redline_range){0, (uint32_t)words.len});
	size_t const before = s->exact.len;
	bool ok = true;
	for (size_t i = 0; ok && i < sizeof particles / sizeof *particles && !is_over(s); i++) {
		size_t const len = strlen(particles[i]);
		char *with = arena_alloc(s->finder->arena, len + range_len(r));
		if (!with)
			return false;
		memcpy(with, particles[i], len);
		memcpy(with + len, words.ptr + r.begin, range_len(r));
		ok = search_words(s, (redline_bytes){with, len + range_len(r)}, true);
	}
	if (s->exact.len > before)
		qsort(s->exact.at, s->exact.len, sizeof *s->exact.at, by_place);
	return ok;
}

bool finder_search(struct finder *f, redline_bytes words, redline_range within, uint32_t most,
                   struct matches *out)
{
	*out = (struct matches){0};
	struct needle needle;
	struct search s = {
		.finder = f, .needle = &needle, .within = within, .most = most, .out = out};
	bool ok = search_words(&s, words, false);
	if (ok && (takes_particle(words) || (!s.exact.len && is_short_joined(words))))
		ok = search_joined(&s, words);
	if (ok)
		hand_over(&s);
	ok = ok && !s.exact.failed && !s.capital.failed && !f->arena->failed;
	f->arena->failed |= !ok; /* so that nobody takes this for "not found" */
	VEC_RELEASE(&s.exact);
	VEC_RELEASE(&s.capital);
	return ok;
}

bool finder_has_words(redline_bytes words)
{
	struct fold f;
	fold_begin(&f, words, (redline_range){0, (uint32_t)words.len});
	uint32_t cp;
	redline_range source;
	while (fold_next(&f, &cp, &source))
		if (cp != ' ')
			return true;
	return false;
}
