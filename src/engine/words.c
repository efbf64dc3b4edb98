/*
 * words.c -- words against words, cut readably.  See words.h.
 *
 * Cost: the diff's; a stretch aligned anew is at most WINDOW tokens a side; a
 * change slides at most SLIDE_MOST tokens each way.
 */
#include "engine/words.h"

#include <xxhash.h>

#include "engine/realign.h"
#include "lang/common.h"

enum {
	WINDOW = REALIGN_MOST, /* tokens a side of a stretch that is aligned anew */
	ISLAND = 3,        /* a run of so many tokens between two changes is looked at */
	SLIDE_MOST = 64,
	REMNANT = 6,       /* tokens: longer runs are no remnants of a rewriting */
	REWRITTEN = 8,     /* changed tokens on each side of what may be a remnant */
};

/*
 * Values of a kept token, beside REALIGN_PRICE, that of a change.  A lone common word
 * between two changes is not worth a change more; two of them are.  Words of meaning
 * stay as many as can be; which ones, their values say.
 */
enum {
	VALUE_POINT = 2,
	VALUE_COMMON = 4,         /* less than the price */
	VALUE_WORD = 5,           /* and one more for each letter, */
	VALUE_MOST = 15,          /* but not above this; that of a number, too */
	VALUE_NEVER_LOST = 10000, /* on top of these two: more than all else in a stretch */
	PRICE_DOUBLING = 3,       /* of a remnant, each time the changes around it are twice
	                             as long */
};

static redline_bytes token_bytes(const struct words_side *s, uint32_t i)
{
	return (redline_bytes){s->text.ptr + s->tokens[i].begin, s->tokens[i].length};
}

static char point_at(const struct words_side *s, uint32_t i)
{
	return s->tokens[i].kind == TOKEN_PUNCTUATION ? s->text.ptr[s->tokens[i].begin] : '\0';
}

static bool is_bar(const struct words_side *s, uint32_t i)
{
	return point_at(s, i) == '|' && s->tokens[i].length == 1;
}

/*
 * A bracket, quotation or emphasis mark torn from its other half reads badly, and a
 * bar ends a cell.  Beyond ASCII it is mostly quotation marks.
 */
static bool holds(char point)
{
	return (point & 0x80) || (point && strchr("|()[]{}\"'*_`", point));
}

/* A long word mostly says more than a short one: "information", and "can". */
static int value_of_word(redline_bytes word)
{
	int value = VALUE_WORD;
	if (common_word(word))
		return VALUE_COMMON;
	for (size_t i = 0; i < word.len && value < VALUE_MOST; i++)
		value += (word.ptr[i] & 0xC0) != 0x80;
	return value;
}

static int value_of(const struct words_side *s, uint32_t i)
{
	unsigned const kind = s->tokens[i].kind;
	if (kind == TOKEN_PUNCTUATION)
		return holds(point_at(s, i)) ? VALUE_MOST : VALUE_POINT;
	return kind == TOKEN_WORD || kind == TOKEN_CHARACTER ? value_of_word(token_bytes(s, i))
	                                                     : VALUE_MOST;
}

/* ---- stretches aligned anew ---- */

/* Tokens [a, a_end) against [b, b_end), which begins and ends with a change. */
struct stretch {
	const struct words_side *a_side, *b_side;
	uint32_t a, a_end, b, b_end;
};

static bool put_run(struct words *w, struct diff_run run)
{
	struct diff_run *last = w->runs.len > w->first ? &w->runs.at[w->runs.len - 1] : NULL;
	if (!run.len)
		return true;
	if (last && last->a + last->len == run.a && last->b + last->len == run.b) {
		last->len += run.len;
		return true;
	}
	struct diff_run *added = VEC_PUSH(&w->runs);
	if (added)
		*added = run;
	return added;
}

static void align_anew(struct words *w, const struct stretch *s)
{
	struct realign_pair kept[WINDOW];
	int32_t values[WINDOW];
	uint32_t const a_len = s->a_end - s->a, b_len = s->b_end - s->b;
	for (uint32_t i = 0; i < a_len; i++) {
		int const value = value_of(s->a_side, s->a + i);
		values[i] = value > VALUE_COMMON ? VALUE_NEVER_LOST + value : value;
	}
	uint32_t const count = realign(w->table, s->a_side->hashes + s->a, values, a_len,
	                               s->b_side->hashes + s->b, b_len, kept);
	for (uint32_t k = count; k > 0; k--)
		put_run(w, (struct diff_run){s->a + kept[k - 1].a, s->b + kept[k - 1].b, 1});
}

/*
 * How many runs from `first` on are islands of one stretch, beginning with the
 * change before it.
 */
static uint32_t count_islands(const struct diff_run *runs, uint32_t first, uint32_t count,
                              const struct stretch *whole)
{
	uint32_t n = 0;
	uint32_t const a = first ? runs[first - 1].a + runs[first - 1].len : whole->a;
	uint32_t const b = first ? runs[first - 1].b + runs[first - 1].len : whole->b;
	while (first + n < count && runs[first + n].len <= ISLAND) {
		bool const last = first + n + 1 == count;
		uint32_t const a_end = last ? whole->a_end : runs[first + n + 1].a;
		uint32_t const b_end = last ? whole->b_end : runs[first + n + 1].b;
		bool const ends_kept = last && runs[first + n].a + runs[first + n].len == a_end &&
		                       runs[first + n].b + runs[first + n].len == b_end;
		bool const begins_kept = n == 0 && runs[first].a == a && runs[first].b == b;
		if (ends_kept || begins_kept || a_end - a > WINDOW || b_end - b > WINDOW)
			break;
		n++;
	}
	return n;
}

/* The diff's runs, with stretches of islands aligned anew. */
static void cut(struct words *w, const struct stretch *whole)
{
	const struct diff_run *runs = w->diff.runs;
	uint32_t const count = w->diff.run_count;
	for (uint32_t i = 0; i < count;) {
		uint32_t const islands = count_islands(runs, i, count, whole);
		if (!islands) {
			put_run(w, runs[i++]);
			continue;
		}
		struct stretch s = *whole;
		if (i) {
			s.a = runs[i - 1].a + runs[i - 1].len;
			s.b = runs[i - 1].b + runs[i - 1].len;
		}
		i += islands;
		if (i < count) {
			s.a_end = runs[i].a;
			s.b_end = runs[i].b;
		}
		align_anew(w, &s);
		if (i < count)
			put_run(w, runs[i++]); /* the next stretch begins behind it */
	}
}

/* ---- rewritten passages ---- */

/* Tokens that go and come between two runs. */
struct mass {
	uint32_t gone, come;
};

static struct mass mass_between(const struct stretch *s, const struct diff_run *left,
                                const struct diff_run *right)
{
	uint32_t const a = left ? left->a + left->len : s->a, b = left ? left->b + left->len : s->b;
	return (struct mass){(right ? right->a : s->a_end) - a, (right ? right->b : s->b_end) - b};
}

static int worth_of(const struct words_side *s, struct diff_run run)
{
	int worth = 0;
	for (uint32_t i = 0; i < run.len; i++)
		worth += value_of(s, run.a + i);
	return worth;
}

/* The logarithm to base 2, rounded down; of 0 it is 0. */
static int doublings(uint32_t number)
{
	int times = 0;
	while (number >>= 1)
		times++;
	return times;
}

/*
 * Is what is kept so little beside what changes around it that it only disturbs?
 * It must say more to interrupt longer changes, but not in proportion: a phrase
 * that stayed is shown, however much was written around it.
 */
static bool is_lost(const struct stretch *s, struct diff_run run, struct mass before,
                    struct mass behind)
{
	uint32_t const one = before.gone + before.come, other = behind.gone + behind.come;
	uint32_t const least = one < other ? one : other;
	bool const mixed = (before.gone && before.come) || (behind.gone && behind.come);
	if (!mixed || run.len > REMNANT || least < REWRITTEN)
		return false;
	for (uint32_t i = 0; i < run.len; i++)
		if (holds(point_at(s->a_side, run.a + i)))
			return false;
	return worth_of(s->a_side, run) < PRICE_DOUBLING * doublings(least);
}

/*
 * Gives up words that survive by chance in a passage that was rewritten.  What is
 * given up adds to the change before it, so that a passage grows from the left.
 */
static void drop_remnants(struct words *w, size_t first, const struct stretch *s)
{
	struct diff_run *runs = w->runs.at;
	size_t kept = first;
	for (size_t i = first; i < w->runs.len; i++) {
		struct mass const before = mass_between(s, kept > first ? &runs[kept - 1] : NULL, &runs[i]);
		struct mass const behind =
		    mass_between(s, &runs[i], i + 1 < w->runs.len ? &runs[i + 1] : NULL);
		if (!is_lost(s, runs[i], before, behind))
			runs[kept++] = runs[i];
	}
	w->runs.len = kept;
}

/* ---- sliding ---- */

/* How good a place for a mark to begin, and to end, the edge before token i is. */
enum { EDGE_TEXT = 12, EDGE_SENTENCE = 12, EDGE_CLAUSE = 8, EDGE_COMMA = 6, EDGE_PHRASE = 3,
       EDGE_WORD = 1 };

static bool has_gap(const struct words_side *s, uint32_t i)
{
	return s->tokens[i].begin > s->tokens[i - 1].begin + s->tokens[i - 1].length;
}

/* What the token before an edge says of it. */
static int edge_behind(const struct words_side *s, uint32_t i)
{
	switch (point_at(s, i - 1)) {
	case '.':
	case '!':
	case '?':
		return i == s->count || has_gap(s, i) ? EDGE_SENTENCE : 0;
	case ';':
	case ':':
		return EDGE_CLAUSE;
	case ',':
		return EDGE_COMMA;
	case ')':
	case ']':
		return EDGE_PHRASE;
	default:
		return has_gap(s, i) ? EDGE_WORD : 0;
	}
}

static int begin_score(const struct words_side *s, uint32_t i)
{
	if (i == 0)
		return EDGE_TEXT;
	char const point = point_at(s, i);
	int const opens = point == '(' || point == '[' ? EDGE_PHRASE : 0;
	int const leads = common_word(token_bytes(s, i)) ? EDGE_PHRASE : 0;
	return edge_behind(s, i) + opens + leads;
}

static int end_score(const struct words_side *s, uint32_t i)
{
	if (i == s->count)
		return EDGE_TEXT;
	bool const dangles = common_word(token_bytes(s, i - 1));
	return edge_behind(s, i) + (dangles ? 0 : EDGE_PHRASE);
}

/* How many tokens a mark can slide, keeping what it says. */
static uint32_t room_to_slide(const struct words_side *s, uint32_t begin, uint32_t end, int step,
                              uint32_t kept)
{
	uint32_t k = 1;
	while (k < kept && k <= SLIDE_MOST) {
		uint32_t const in = step < 0 ? begin - k : end + k - 1;
		uint32_t const out = step < 0 ? end - k : begin + k - 1;
		if (s->hashes[in] != s->hashes[out])
			break;
		k++;
	}
	return k - 1;
}

/*
 * Tokens [begin, end) of one side are marked and the other side has nothing there;
 * `left` and `right` tokens around them are kept.  How far to slide, and where to.
 */
static int best_slide(const struct words_side *s, uint32_t begin, uint32_t end, uint32_t left,
                      uint32_t right)
{
	int const least = -(int)room_to_slide(s, begin, end, -1, left);
	int const most = (int)room_to_slide(s, begin, end, 1, right);
	int best = 0, best_score = -1;
	if (least == most)
		return 0;
	for (int by = least; by <= most; by++) {
		int const score = begin_score(s, begin + (uint32_t)by) +
		                  end_score(s, end + (uint32_t)by);
		if (score > best_score || (score == best_score && by == 0)) {
			best = by;
			best_score = score;
		}
	}
	return best;
}

/* Slides each change that is nothing but words gone or nothing but words come. */
static void slide(struct words *w, size_t first, const struct words_side *a,
                  const struct words_side *b)
{
	for (size_t i = first; i + 1 < w->runs.len; i++) {
		struct diff_run *left = &w->runs.at[i], *right = &w->runs.at[i + 1];
		bool const comes = left->a + left->len == right->a;
		bool const goes = left->b + left->len == right->b;
		if (comes == goes)
			continue;
		uint32_t const begin = comes ? left->b + left->len : left->a + left->len;
		uint32_t const end = comes ? right->b : right->a;
		int const by = best_slide(comes ? b : a, begin, end, left->len, right->len);
		left->len += (uint32_t)by;
		right->a += (uint32_t)by;
		right->b += (uint32_t)by;
		right->len -= (uint32_t)by;
	}
}

/* ---- the whole ---- */

static bool make_table(struct words *w)
{
	if (!w->table)
		w->table = realign_new();
	return w->table;
}

/* Without tokens there may be no hashes at all. */
static const uint64_t *hashes_from(const struct words_side *s, uint32_t i)
{
	return s->count ? s->hashes + i : s->hashes;
}

/* Adds the runs of a stretch to those that are there. */
static bool find_in(struct words *w, const struct stretch *s)
{
	if (!make_table(w) || !diff_find(&w->diff, hashes_from(s->a_side, s->a), s->a_end - s->a,
	               hashes_from(s->b_side, s->b), s->b_end - s->b))
		return false;
	w->bounded |= w->diff.bounded;
	for (uint32_t i = 0; i < w->diff.run_count; i++) {
		w->diff.runs[i].a += s->a;
		w->diff.runs[i].b += s->b;
	}
	w->first = w->runs.len;
	if (w->exact) {
		for (uint32_t i = 0; i < w->diff.run_count; i++)
			put_run(w, w->diff.runs[i]);
	} else {
		cut(w, s);
		drop_remnants(w, w->first, s);
	}
	slide(w, w->first, s->a_side, s->b_side);
	w->first = w->runs.len;
	return !w->runs.failed;
}

/* Stretches were looked at one by one; what they keep may touch. */
static void join_runs(struct words *w)
{
	size_t const count = w->runs.len;
	w->runs.len = w->first = 0;
	for (size_t i = 0; i < count; i++)
		put_run(w, w->runs.at[i]);
}

bool words_find(struct words *w, const struct words_side *a, const struct words_side *b)
{
	w->runs.len = w->first = 0;
	return find_in(w, &(struct stretch){a, b, 0, a->count, 0, b->count});
}

void words_release(struct words *w)
{
	VEC_RELEASE(&w->runs);
	diff_release(&w->diff);
	free(w->table);
	w->table = NULL;
}

/* ---- cells ---- */

typedef VEC(uint32_t) index_vec;
typedef VEC(uint64_t) hash_vec;

/* Where cells begin: behind the row's start and behind every bar. */
static void find_cells(const struct words_side *s, index_vec *begins, hash_vec *hashes)
{
	uint32_t begin = 0;
	for (uint32_t i = 0; i <= s->count; i++) {
		if (i < s->count && !is_bar(s, i))
			continue;
		uint32_t *at = VEC_PUSH(begins);
		uint64_t *hash = VEC_PUSH(hashes);
		if (at && hash) {
			*at = begin;
			*hash = XXH3_64bits(hashes_from(s, begin), (i - begin) * sizeof *hash);
		}
		begin = i + 1;
	}
}

static uint32_t cell_end(const index_vec *begins, uint32_t cell, const struct words_side *s)
{
	return cell + 1 < begins->len ? begins->at[cell + 1] - 1 : s->count;
}

struct row_pair {
	const struct words_side *a, *b;
	index_vec a_begins, b_begins;
};

/* Cells [a, a_end) against [b, b_end): bar by bar if they are as many, else as one. */
static bool find_cells_in(struct words *w, const struct row_pair *row, uint32_t a, uint32_t a_end,
                          uint32_t b, uint32_t b_end)
{
	bool const even = a_end - a == b_end - b;
	for (; a < a_end && b < b_end; a++, b++) {
		uint32_t const a_last = even ? a : a_end - 1, b_last = even ? b : b_end - 1;
		struct stretch const s = {row->a, row->b,
		                          row->a_begins.at[a], cell_end(&row->a_begins, a_last, row->a),
		                          row->b_begins.at[b], cell_end(&row->b_begins, b_last, row->b)};
		if (!find_in(w, &s))
			return false;
		bool const bars = s.a_end < row->a->count && s.b_end < row->b->count;
		if (bars && !put_run(w, (struct diff_run){s.a_end, s.b_end, 1}))
			return false;
		if (!even)
			break;
	}
	return true;
}

static bool find_uneven(struct words *w, const struct row_pair *row, const hash_vec *a,
                        const hash_vec *b)
{
	struct diff cells = {0};
	bool ok = diff_find(&cells, a->at, (uint32_t)a->len, b->at, (uint32_t)b->len);
	uint32_t at_a = 0, at_b = 0;
	for (uint32_t i = 0; ok && i < cells.run_count; i++) {
		struct diff_run const run = cells.runs[i];
		ok = find_cells_in(w, row, at_a, run.a, at_b, run.b) &&
		     find_cells_in(w, row, run.a, run.a + run.len, run.b, run.b + run.len);
		at_a = run.a + run.len;
		at_b = run.b + run.len;
	}
	ok = ok && find_cells_in(w, row, at_a, (uint32_t)a->len, at_b, (uint32_t)b->len);
	w->bounded |= cells.bounded;
	diff_release(&cells);
	return ok;
}

bool words_find_cells(struct words *w, const struct words_side *a, const struct words_side *b)
{
	struct row_pair row = {.a = a, .b = b};
	hash_vec a_hashes = {0}, b_hashes = {0};
	w->runs.len = w->first = 0;
	find_cells(a, &row.a_begins, &a_hashes);
	find_cells(b, &row.b_begins, &b_hashes);
	bool ok = !row.a_begins.failed && !row.b_begins.failed && !a_hashes.failed && !b_hashes.failed;
	if (ok && a_hashes.len == b_hashes.len)
		ok = find_cells_in(w, &row, 0, (uint32_t)a_hashes.len, 0, (uint32_t)b_hashes.len);
	else if (ok)
		ok = find_uneven(w, &row, &a_hashes, &b_hashes);
	join_runs(w);
	VEC_RELEASE(&row.a_begins);
	VEC_RELEASE(&row.b_begins);
	VEC_RELEASE(&a_hashes);
	VEC_RELEASE(&b_hashes);
	return ok;
}
