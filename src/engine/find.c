/*
 * find.c -- looking up quoted words.  See find.h.
 *
 * The draft is cut into tokens: runs of letters and digits, single Han and
 * kana characters, single punctuation marks.  A token is its folded,
 * case-folded text as a 64-bit hash cut to 32 bits.  The words looked for are
 * cut the same way; a match must have the same tokens in a row, and is then
 * compared character by character over the folded text, so a collision of
 * hashes costs time and never a wrong answer.  A second hash that keeps the case
 * spares most of these comparisons.
 *
 * A text that repeats itself ("a a a a ...") could make each place cost as much
 * as the words are long.  So a look-up has an allowance in proportion to the
 * text it looks through, and gives up when that is spent.
 *
 * The index holds the tokens in order and, sorted by hash (a counting sort,
 * stable, so in order of the text), the list of places for each hash.
 */
#include "find.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <unicase.h>
#include <unictype.h>

#include "base/vec.h"
#include "fold.h"
#include "lang/lang.h"

/* Ranges up to this length are cut into tokens on the spot. */
#define SMALL_RANGE 4096u
/* The nearest wording is looked for in at most this much of a draft, and in this
 * much by one finder; small ranges are not counted. */
#define NEAR_RANGE (1u << 20)
#define NEAR_TOTAL (64u << 20)
/* What a look-up may cost for each token of the text, in tokens compared; a
 * character by character comparison of a token counts COMPARE_COST of them. */
#define ALLOWANCE    32u
#define COMPARE_COST 8u

struct token {
	uint32_t begin;
	uint32_t hash;  /* case aside */
	uint32_t exact; /* with its case; the lowest bit: a blank stands before it */
};

typedef VEC(struct token) token_list;

struct word_index {
	token_list tokens;
	uint32_t *order; /* token numbers, by bucket, then in order */
	uint32_t *heads; /* bucket b is order[heads[b] .. heads[b + 1]) */
	uint32_t mask;
};

/* ---- tokens ---- */

struct tokenizer {
	struct fold fold;
	bool ahead; /* cp and source hold a character not yet used */
	uint32_t cp;
	redline_range source;
};

static bool peek(struct tokenizer *t)
{
	if (!t->ahead)
		t->ahead = fold_next(&t->fold, &t->cp, &t->source);
	return t->ahead;
}

#define WORD_CHUNK 32

/* A word's characters on their way into its hash, a chunk at a time. */
struct word_hash {
	uint32_t chunk[WORD_CHUNK];
	unsigned len;
	uint64_t hash;
};

static void hash_flush(struct word_hash *h)
{
	h->hash = XXH3_64bits_withSeed(h->chunk, h->len * sizeof *h->chunk, h->hash);
	h->len = 0;
}

static void hash_char(struct word_hash *h, uint32_t cp)
{
	if (h->len == WORD_CHUNK)
		hash_flush(h);
	h->chunk[h->len++] =
		cp < 0x80 ? (uint32_t)(unsigned char)to_lower((char)cp) : uc_tolower(cp);
}

/* Is the next character an ASCII letter or digit, with nothing folded pending? */
static bool plain_ahead(const struct fold *f)
{
	char const c = f->at < f->end ? f->text.ptr[f->at] : ' ';
	return f->next == f->count && (is_alpha(c) || is_digit(c));
}

/* Does a token go on with this character? */
static bool is_inner(uint32_t cp)
{
	if (cp < 0x80)
		return is_alpha((char)cp) || is_digit((char)cp);
	return is_word_char(cp) && !is_unspaced_char(cp);
}

/* The next token; end is where its last character ends. */
static bool next_token(struct tokenizer *t, struct token *out, uint32_t *end)
{
	bool blank = false;
	while (peek(t) && t->cp == ' ') {
		t->ahead = false;
		blank = true;
	}
	if (!peek(t))
		return false;
	struct word_hash hash = {.len = 0, .hash = 0};
	uint32_t exact = 2166136261u;
	bool const word = is_inner(t->cp);
	out->begin = t->source.begin;
	do {
		hash_char(&hash, t->cp);
		exact = (exact ^ t->cp) * 16777619u;
		*end = t->source.end;
		t->ahead = false;
		/* ASCII letters and digits fold to themselves, whatever follows */
		while (word && plain_ahead(&t->fold)) {
			uint32_t const cp = (unsigned char)t->fold.text.ptr[t->fold.at++];
			hash_char(&hash, cp);
			exact = (exact ^ cp) * 16777619u;
			*end = t->fold.at;
		}
	} while (word && peek(t) && is_inner(t->cp));
	hash_flush(&hash);
	out->hash = (uint32_t)hash.hash;
	out->exact = exact << 1 | blank;
	return true;
}

static bool tokenize(token_list *out, redline_bytes text, redline_range range)
{
	struct tokenizer t = {0};
	fold_begin(&t.fold, text, range);
	struct token token;
	uint32_t end;
	while (next_token(&t, &token, &end)) {
		struct token *slot = VEC_PUSH(out);
		if (!slot)
			return false;
		*slot = token;
	}
	return true;
}

/* ---- the index ---- */

static void index_free(struct word_index *index)
{
	if (!index)
		return;
	VEC_RELEASE(&index->tokens);
	free(index->order);
	free(index->heads);
	free(index);
}

static bool sort_by_hash(struct word_index *index)
{
	size_t const n = index->tokens.len;
	uint32_t buckets = 64;
	while (buckets < n && buckets < 1u << 24)
		buckets *= 2;
	index->mask = buckets - 1;
	index->heads = calloc((size_t)buckets + 2, sizeof *index->heads);
	index->order = malloc((n ? n : 1) * sizeof *index->order);
	if (!index->heads || !index->order)
		return false;
	uint32_t *heads = index->heads + 1; /* shifted while filling */
	for (size_t i = 0; i < n; i++)
		heads[(index->tokens.at[i].hash & index->mask) + 1]++;
	for (uint32_t b = 0; b < buckets; b++)
		heads[b + 1] += heads[b];
	for (size_t i = 0; i < n; i++)
		index->order[heads[index->tokens.at[i].hash & index->mask]++] = (uint32_t)i;
	return true;
}

static bool need_index(struct finder *f)
{
	if (f->index)
		return true;
	struct word_index *index = calloc(1, sizeof *index);
	if (index && tokenize(&index->tokens, f->text, (redline_range){0, (uint32_t)f->text.len}) &&
	    sort_by_hash(index)) {
		f->index = index;
		return true;
	}
	index_free(index);
	return false;
}

void finder_begin(struct finder *f, const redline_draft *draft, struct arena *arena)
{
	*f = (struct finder){draft, redline_draft_text(draft), arena, NULL, NEAR_TOTAL};
}

void finder_end(struct finder *f)
{
	index_free(f->index);
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
	bool const ok = tokenize(&tokens, s->finder->text, s->within);
	size_t const n = s->needle->tokens.len;
	s->allowed = (tokens.len + SMALL_RANGE) * ALLOWANCE;
	for (size_t i = 0; ok && i + n <= tokens.len && !is_over(s); i++)
		try_tokens(s, &tokens.at[i]);
	VEC_RELEASE(&tokens);
	return ok;
}

static uint32_t bucket_size(const struct word_index *index, uint32_t hash)
{
	uint32_t const b = hash & index->mask;
	return index->heads[b + 1] - index->heads[b];
}

/* First entry of the bucket whose token begins at or after `offset`. */
static uint32_t bucket_from(const struct word_index *index, uint32_t hash, uint32_t offset)
{
	uint32_t const b = hash & index->mask;
	uint32_t low = index->heads[b], high = index->heads[b + 1];
	while (low < high) {
		uint32_t const mid = low + (high - low) / 2;
		if (index->tokens.at[index->order[mid]].begin < offset)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
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
	for (uint32_t i = bucket_from(index, hash, s->within.begin); i < stop && !is_over(s); i++) {
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
	if (!tokenize(&n->tokens, words, n->range))
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
		else if ((ok = need_index(s->finder)))
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

/* ---- the nearest wording ---- */

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
	while (next_token(&t, &token, &end)) {
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
static unsigned likeness_of(redline_bytes word, uint32_t hash, const struct needle *n,
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
static redline_range near_window(redline_bytes text, const token_list *have, const struct needle *n,
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

static redline_range near_phrase(struct finder *f, const struct needle *n, redline_range within)
{
	redline_range out = {0, 0};
	token_list have = {0};
	uint32_t *sorted = malloc(n->tokens.len * sizeof *sorted);
	unsigned char *likeness = NULL;
	if (sorted && tokenize(&have, f->text, within))
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
	struct needle n;
	uint32_t const len = range_len(within);
	if (len > NEAR_RANGE || (len > SMALL_RANGE && len > f->near_left))
		return out;
	if (len > SMALL_RANGE)
		f->near_left -= len;
	if (needle_begin(&n, words)) {
		if (n.tokens.len == 1)
			out = near_word(f->text, within, bytes_in(words, n.range));
		else if (n.tokens.len > 1)
			out = near_phrase(f, &n, within);
	}
	VEC_RELEASE(&n.tokens);
	return whole_words(f->text, within, out);
}
