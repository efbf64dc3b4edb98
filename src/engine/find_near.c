/*
 * find_near.c -- the wording of a draft that is nearest to words that stand nowhere in it, for
 * a refusal to show (find.h).
 *
 * A single word is nearest to the one that shares most of its letters with it, more words to
 * where most of them stand together.  Every token of the range is looked at, so how much text
 * that may be is bounded, for each search and for all of a finder's together.
 */
#include "finding.h"

#include <stdlib.h>
#include <string.h>

/* The nearest wording is looked for in at most this much of a draft; FINDING_NEAR_TOTAL is what
 * one finder may look through. */
#define NEAR_RANGE (1u << 20)

/* The words that something near is looked for to. */
struct wanted {
	redline_bytes words;
	redline_range range; /* of words, trimmed */
	token_list tokens;
};

/* Characters that two words share from their start, case aside. */
static uint32_t shared_start(redline_bytes a, redline_bytes b)
{
	uint32_t n = 0;
	while (n < a.len && n < b.len && to_lower(a.ptr[n]) == to_lower(b.ptr[n]))
		n++;
	return n;
}

static uint32_t shared_end(redline_bytes a, redline_bytes b)
{
	uint32_t n = 0;
	while (n < a.len && n < b.len &&
	       to_lower(a.ptr[a.len - n - 1]) == to_lower(b.ptr[b.len - n - 1]))
		n++;
	return n;
}

/* Characters shared at both ends, if they are most of the word: "neccessary". */
static uint32_t shared_ends(redline_bytes a, redline_bytes b)
{
	size_t const least = a.len < b.len ? a.len : b.len;
	size_t const most = a.len < b.len ? b.len : a.len;
	size_t shared = (size_t)shared_start(a, b) + shared_end(a, b);
	shared = shared < least ? shared : least;
	return shared >= 3 && shared * 4 >= most * 3 ? (uint32_t)shared : 0;
}

/* For a single word: the word with the longest shared start, or ends. */
static redline_range near_word(redline_bytes text, redline_range within, redline_bytes word)
{
	redline_range best = {within.begin, within.begin};
	uint32_t most = word.len >= 6 ? 4 : 3;
	struct tokenizer t = {0};
	fold_begin(&t.fold, text, within);
	struct token token;
	uint32_t end;
	while (finding_next(&t, &token, &end)) {
		redline_range const r = {token.begin, end};
		uint32_t const start = shared_start(bytes_in(text, r), word);
		uint32_t const ends = shared_ends(bytes_in(text, r), word);
		uint32_t const shared = ends > start ? ends : start;
		if (shared > most || (ends && !range_len(best) && ends >= 3) ||
		    (shared == word.len && shared == most && range_len(best) == 0)) {
			most = shared;
			best = r;
		}
	}
	return best;
}

static int by_hash(const void *a, const void *b)
{
	uint32_t const x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

/* The token's word, without the marks behind it. */
static redline_bytes token_word(redline_bytes text, const token_list *tokens, size_t i,
                                uint32_t end)
{
	uint32_t const begin = tokens->at[i].begin;
	uint32_t stop = i + 1 < tokens->len ? tokens->at[i + 1].begin : end;
	while (stop > begin && (unsigned char)text.ptr[stop - 1] < 0x80 &&
	       !is_alpha(text.ptr[stop - 1]) && !is_digit(text.ptr[stop - 1]))
		stop--;
	return (redline_bytes){text.ptr + begin, stop - begin};
}

enum { SAME_WORD = 2, NEAR_WORD = 1, NEAR_WORDS_MAX = 8 };

/* Is the token one of those that are wanted, or spelled much like one? */
static unsigned likeness_of(redline_bytes word, uint32_t hash, const struct wanted *n,
                            const uint32_t *sorted)
{
	size_t const width = n->tokens.len;
	if (bsearch(&hash, sorted, width, sizeof *sorted, by_hash))
		return SAME_WORD;
	for (size_t i = 0; i < width && i < NEAR_WORDS_MAX && word.len > 3; i++) {
		redline_bytes const want = token_word(n->words, &n->tokens, i, n->range.end);
		if (want.len > 3 && want.ptr[0] == word.ptr[0] && shared_ends(want, word))
			return NEAR_WORD;
	}
	return 0;
}

/* Where most of the words that are wanted stand together. */
static redline_range near_window(redline_bytes text, const token_list *have, const struct wanted *n,
                                 const uint32_t *sorted, unsigned char *likeness, uint32_t end)
{
	size_t const width = n->tokens.len;
	size_t best = 0, best_at = 0, inside = 0;
	for (size_t i = 0; i < have->len; i++) {
		likeness[i] = (unsigned char)likeness_of(token_word(text, have, i, end),
		                                         have->at[i].hash, n, sorted);
		inside += likeness[i];
		if (i >= width)
			inside -= likeness[i - width];
		if (inside > best) {
			best = inside;
			best_at = i + 1 >= width ? i + 1 - width : 0;
		}
	}
	if (best < width || best <= SAME_WORD)
		return (redline_range){0, 0};
	size_t const stop = best_at + width;
	return (redline_range){have->at[best_at].begin,
	                       stop < have->len ? have->at[stop].begin : end};
}

static redline_range near_phrase(struct finder *f, const struct wanted *n, redline_range within)
{
	redline_range out = {0, 0};
	token_list have = {0};
	uint32_t *sorted = malloc(n->tokens.len * sizeof *sorted);
	unsigned char *likeness = NULL;
	if (sorted && finding_cut(&have, f->text, within))
		likeness = malloc(have.len + 1);
	if (likeness) {
		for (size_t i = 0; i < n->tokens.len; i++)
			sorted[i] = n->tokens.at[i].hash;
		qsort(sorted, n->tokens.len, sizeof *sorted, by_hash);
		out = near_window(f->text, &have, n, sorted, likeness, within.end);
	}
	free(likeness);
	free(sorted);
	VEC_RELEASE(&have);
	return range_trim(f->text, out);
}

static bool goes_on(char c)
{
	return (unsigned char)c < 0x80 && !is_space(c);
}

/*
 * Whole words, as they stand there: "sub-national", not "national".  Only over
 * ASCII, for elsewhere a sentence may have no blank in it.
 */
static redline_range whole_words(redline_bytes text, redline_range within, redline_range r)
{
	if (!range_len(r))
		return r;
	while (r.begin > within.begin && goes_on(text.ptr[r.begin - 1]))
		r.begin--;
	uint32_t end = r.end;
	while (end < within.end && goes_on(text.ptr[end]))
		end++;
	while (end > r.end && memchr(".,;:", text.ptr[end - 1], 4))
		end--;
	r.end = end;
	return r;
}

redline_range finder_near(struct finder *f, redline_bytes words, redline_range within)
{
	redline_range out = {0, 0};
	struct wanted n = {.words = words,
	                   .range = range_trim(words, (redline_range){0, (uint32_t)words.len})};
	uint32_t const len = range_len(within);
	if (len > NEAR_RANGE || (len > SMALL_RANGE && len > f->near_left))
		return out;
	if (len > SMALL_RANGE)
		f->near_left -= len;
	if (finding_cut(&n.tokens, words, n.range)) {
		if (n.tokens.len == 1)
			out = near_word(f->text, within, bytes_in(words, n.range));
		else if (n.tokens.len > 1)
			out = near_phrase(f, &n, within);
	}
	VEC_RELEASE(&n.tokens);
	return whole_words(f->text, within, out);
}
