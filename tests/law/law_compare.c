/*
 * law_compare.c -- the laws of comparing two drafts (redline/compare.h), on
 * thousands of random pairs (support/pairs.h):
 *
 *   - whatever the texts and the options, the script is sound, both texts come
 *     out of it and out of its marks, what is kept is the same, every paragraph
 *     has one pair, the other way round is the mirror image, and a text has no
 *     difference from itself (support/pair_laws.h);
 *   - all that also when nearly every word has the same hash;
 *   - the words marked as changed are as few as an exact table says, but for
 *     those that are given up for readability;
 *   - other line breaks are no change, other numbers are no change of words.
 *
 * The seed is printed with every failure; REDLINE_SEED sets it.
 */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "engine/compare.h"
#include "support/pair_laws.h"
#include "support/pairs.h"

enum { ROUNDS = 4000, POOR_ROUNDS = 1000 };

static struct pairs p;

static void begin(void)
{
	pairs_begin(&p, pairs_seed());
}

static void end(void)
{
	pairs_end(&p);
}

TestSuite(law_compare, .init = begin, .fini = end, .timeout = 300);

/* ---- any two texts ---- */

static void check_pair(const redline_compare_options *options, uint32_t bits, comparer *compare)
{
	const char *broken = law_of_pair(text_view(&p.old), text_view(&p.now), options, compare);
	cr_assert(!broken, "%s (REDLINE_SEED=%" PRIu64 ", options %u)\nold:\n%s\nnew:\n%s", broken,
	          p.seed, (unsigned)bits, p.old.ptr, p.now.ptr);
}

Test(law_compare, whatever_the_texts)
{
	cr_assert_gt(p.real_count, 0, "no drafts in fixtures/");
	for (int i = 0; i < ROUNDS; i++) {
		pairs_next(&p);
		check_pair(NULL, 0, redline_compare);
	}
}

Test(law_compare, whatever_the_options)
{
	for (int i = 0; i < ROUNDS; i++) {
		pairs_next(&p);
		uint32_t const bits = (uint32_t)(p.seed >> 33) & 63;
		redline_compare_options const options = options_of(bits);
		check_pair(&options, bits, redline_compare);
	}
}

/* ---- poor hashes ---- */

static redline_status with_one_bit(redline_comparison **out, const redline_draft *old,
                                   const redline_draft *now,
                                   const redline_compare_options *options)
{
	return compare_drafts(out, old, now, options, 1);
}

static redline_status with_two_bits(redline_comparison **out, const redline_draft *old,
                                    const redline_draft *now,
                                    const redline_compare_options *options)
{
	return compare_drafts(out, old, now, options, 3);
}

static redline_status with_a_byte(redline_comparison **out, const redline_draft *old,
                                  const redline_draft *now,
                                  const redline_compare_options *options)
{
	return compare_drafts(out, old, now, options, 0xFF);
}

Test(law_compare, whatever_collides)
{
	static comparer *const poor[] = {with_one_bit, with_two_bits, with_a_byte};
	for (int i = 0; i < POOR_ROUNDS; i++) {
		pairs_next(&p);
		uint32_t const bits = (uint32_t)(p.seed >> 33) & 63;
		redline_compare_options const options = options_of(i % 2 ? bits : 0);
		for (size_t k = 0; k < sizeof poor / sizeof *poor; k++)
			check_pair(&options, i % 2 ? bits : 0, poor[k]);
	}
}

/* ---- as few words as can be ---- */

enum { PHRASE_ROUNDS = 8000, PHRASE_MOST = 60, SMALL = 11, REWRITTEN = 24 };

static const char *const plain_words[] = {"alpha", "beta", "gamma", "delta", "omega", "sigma"};
static const char *const mixed_words[] = {"alpha", "beta", "gamma", "the", "of", ","};

/* Words of an alphabet, and the text they make. */
struct phrase {
	uint8_t word[PHRASE_MOST];
	uint32_t begin[PHRASE_MOST]; /* in the text */
	uint32_t count;
	struct text text;
};

/* Words [begin, end) of a phrase. */
struct part {
	const struct phrase *of;
	uint32_t begin, end;
};

static bool is_plain(const char *const *alphabet, uint8_t word)
{
	return alphabet == plain_words || word < 3;
}

static void add_word(struct phrase *f, const char *const *alphabet, uint32_t word)
{
	if (f->count == PHRASE_MOST)
		return;
	if (f->count)
		text_put(&f->text, " ");
	f->begin[f->count] = (uint32_t)f->text.len;
	f->word[f->count++] = (uint8_t)word;
	text_put(&f->text, alphabet[word]);
}

static void make_phrase(struct phrase *f, const char *const *alphabet, uint32_t letters,
                        uint32_t most)
{
	f->count = 0;
	f->text.len = 0;
	text_put(&f->text, "");
	for (uint32_t n = 1 + pairs_chance(&p, most); n > 0; n--)
		add_word(f, alphabet, pairs_chance(&p, letters));
}

/* Words of another phrase that come, go and change, up to `most`. */
static void edit_phrase(struct phrase *f, const struct phrase *of, const char *const *alphabet,
                        uint32_t letters, uint32_t most)
{
	f->count = 0;
	f->text.len = 0;
	text_put(&f->text, "");
	for (uint32_t i = 0; i < of->count; i++) {
		if (pairs_chance(&p, 5) == 0 && f->count < most)
			add_word(f, alphabet, pairs_chance(&p, letters));
		if (pairs_chance(&p, 5) && f->count < most)
			add_word(f, alphabet, of->word[i]);
	}
	if (!f->count)
		add_word(f, alphabet, 0);
}

/*
 * The longest common subsequence by the plainest of tables: of all words, or of those
 * only that carry meaning.
 */
static uint32_t in_common(struct part a, struct part b, const char *const *alphabet, bool plain)
{
	static uint32_t best[PHRASE_MOST + 1][PHRASE_MOST + 1];
	for (uint32_t i = 0; i <= a.end - a.begin; i++) {
		for (uint32_t j = 0; j <= b.end - b.begin; j++) {
			best[i][j] = 0;
			if (!i || !j)
				continue;
			uint8_t const word = a.of->word[a.begin + i - 1];
			bool const same = word == b.of->word[b.begin + j - 1] &&
			                  (!plain || is_plain(alphabet, word));
			uint32_t const up = best[i - 1][j], left = best[i][j - 1];
			best[i][j] = same ? best[i - 1][j - 1] + 1 : up > left ? up : left;
		}
	}
	return best[a.end - a.begin][b.end - b.begin];
}

static struct part whole(const struct phrase *f)
{
	return (struct part){f, 0, f->count};
}

/* The words that begin in a range of the text. */
static struct part words_in(const struct phrase *f, redline_range r)
{
	struct part part = {f, 0, 0};
	while (part.begin < f->count && f->begin[part.begin] < r.begin)
		part.begin++;
	part.end = part.begin;
	while (part.end < f->count && f->begin[part.end] < r.end)
		part.end++;
	return part;
}

static uint32_t count_word(const struct phrase *f, uint8_t word)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < f->count; i++)
		n += f->word[i] == word;
	return n;
}

/* Common words and commas that both phrases have, by how many both have. */
static uint32_t common_in_both(const struct phrase *a, const struct phrase *b,
                               const char *const *alphabet)
{
	uint32_t n = 0;
	for (uint8_t word = 0; word < 6; word++) {
		uint32_t const x = count_word(a, word), y = count_word(b, word);
		n += is_plain(alphabet, word) ? 0 : x < y ? x : y;
	}
	return n;
}

/* What a script keeps of two phrases. */
struct kept {
	uint32_t words, common; /* common: those of them that carry no meaning */
	uint32_t in_changes;    /* words that both sides of a change have in common */
	bool careless;          /* a short change has words of meaning in common */
};

static struct kept count_kept(const redline_script *script, const struct phrase *a,
                              const struct phrase *b, const char *const *alphabet)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	struct kept kept = {0};
	for (uint32_t i = 0; i < count; i++) {
		struct part const was = words_in(a, ops[i].old), is = words_in(b, ops[i].now);
		uint32_t const size = was.end - was.begin + is.end - is.begin;
		if (ops[i].kind == REDLINE_CHANGE) {
			kept.in_changes += in_common(was, is, alphabet, false);
			kept.careless |= size <= REWRITTEN && in_common(was, is, alphabet, true) > 0;
			continue;
		}
		kept.words += was.end - was.begin;
		for (uint32_t k = was.begin; k < was.end; k++)
			kept.common += !is_plain(alphabet, a->word[k]);
	}
	return kept;
}

static const char *law_of_fewest(const redline_comparison *comparison, const struct phrase *a,
                                 const struct phrase *b, const char *const *alphabet)
{
	redline_tally t;
	uint32_t const most = in_common(whole(a), whole(b), alphabet, false);
	uint32_t const common = common_in_both(a, b, alphabet);
	struct kept const kept =
		count_kept(redline_comparison_script(comparison), a, b, alphabet);
	bool const small = a->count <= SMALL && b->count <= SMALL;
	if (redline_comparison_tally(comparison, &t) != REDLINE_OK)
		abort();
	if (kept.words > most)
		return "more words are kept than can be";
	if (kept.careless)
		return "a short change takes away a word of meaning and brings it back";
	if (alphabet == mixed_words)
		return !small || most - kept.words <= common - kept.common
		               ? NULL
		               : "more words are given up than there are common ones";
	if (small && kept.words < most)
		return "a word of meaning is given up";
	if (kept.words + kept.in_changes != most)
		return "the words kept are fewer than can be";
	if (t.deleted + t.inserted != a->count + b->count - 2 * most)
		return "the words counted are not the fewest";
	return NULL;
}

/* False if the two were not taken for one paragraph, and there is nothing to count. */
static bool check_phrases(const struct phrase *a, const struct phrase *b,
                          const char *const *alphabet, uint64_t seed)
{
	struct contrast c;
	uint32_t count;
	cr_assert_eq(contrast_make(&c, text_view(&a->text), text_view(&b->text), NULL,
	                           redline_compare), REDLINE_OK);
	redline_comparison_pairs(c.comparison, &count);
	const char *broken = count > 1 ? NULL : law_of_fewest(c.comparison, a, b, alphabet);
	contrast_release(&c);
	cr_assert(!broken, "%s (REDLINE_SEED=%" PRIu64 ")\nold: %s\nnew: %s", broken, seed,
	          a->text.ptr, b->text.ptr);
	return count == 1;
}

static void check_fewest(const char *const *alphabet, uint32_t most)
{
	struct phrase a = {0}, b = {0};
	int checked = 0;
	for (int i = 0; i < PHRASE_ROUNDS; i++) {
		uint64_t const seed = p.state;
		uint32_t const letters = alphabet == plain_words ? 2 + pairs_chance(&p, 5) : 6;
		make_phrase(&a, alphabet, letters, most);
		if (pairs_chance(&p, 2))
			make_phrase(&b, alphabet, letters, most);
		else
			edit_phrase(&b, &a, alphabet, letters, most);
		checked += check_phrases(&a, &b, alphabet, seed);
	}
	cr_assert_gt(checked, PHRASE_ROUNDS / 2);
	text_release(&a.text);
	text_release(&b.text);
}

Test(law_compare, few_words_are_kept_as_the_exact_table_says)
{
	check_fewest(plain_words, SMALL);
}

Test(law_compare, many_words_are_kept_but_for_what_a_rewriting_left)
{
	check_fewest(plain_words, PHRASE_MOST);
}

Test(law_compare, common_words_are_given_up_but_no_others)
{
	check_fewest(mixed_words, SMALL);
	check_fewest(mixed_words, PHRASE_MOST);
}

/* ---- other line breaks ---- */

static redline_bytes bytes_at(const redline_draft *draft, redline_range r)
{
	return (redline_bytes){redline_draft_text(draft).ptr + r.begin, r.end - r.begin};
}

static void add_without_blanks(struct text *out, redline_bytes text)
{
	text_put(out, "");
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" \t\r\n", text.ptr[i]))
			text_add(out, text.ptr + i, 1);
}

static bool same_but_blanks(redline_bytes a, redline_bytes b)
{
	struct text x = {0}, y = {0};
	add_without_blanks(&x, a);
	add_without_blanks(&y, b);
	bool const same = text_is(text_view(&x), text_view(&y));
	text_release(&x);
	text_release(&y);
	return same;
}

/* Are both read as the same blocks, with the same labels and words? */
static bool same_reading(const redline_draft *a, const redline_draft *b)
{
	const redline_block *x = redline_draft_blocks(a), *y = redline_draft_blocks(b);
	uint32_t const count = redline_draft_count(a);
	if (count != redline_draft_count(b))
		return false;
	for (uint32_t i = 0; i < count; i++) {
		bool const same = text_is(bytes_at(a, x[i].label), bytes_at(b, y[i].label)) &&
		                  same_but_blanks(bytes_at(a, x[i].bytes), bytes_at(b, y[i].bytes));
		if (x[i].kind != y[i].kind || x[i].quoted != y[i].quoted || !same)
			return false;
	}
	return true;
}

static bool has_verbatim(const redline_draft *draft)
{
	for (uint32_t i = 0; i < redline_draft_count(draft); i++)
		if (redline_draft_blocks(draft)[i].kind == REDLINE_VERBATIM)
			return true;
	return false;
}

/* False if a word came to stand where it is a label, or the like. */
static bool check_wrapped(redline_bytes draft, const struct text *wrapped, uint32_t bits)
{
	struct contrast c;
	redline_compare_options const options = options_of(bits);
	redline_tally t = {0};
	bool same = false, differs = false;
	if (contrast_make(&c, draft, text_view(wrapped), &options, redline_compare) == REDLINE_OK) {
		same = same_reading(c.old, c.now) && !has_verbatim(c.old);
		differs = redline_comparison_differs(c.comparison);
		cr_assert_eq(redline_comparison_tally(c.comparison, &t), REDLINE_OK);
	}
	contrast_release(&c);
	cr_assert(!same || (!differs && !t.deleted && !t.inserted && !t.spacings),
	          "other line breaks are a change (REDLINE_SEED=%" PRIu64 ", options %u)\n%s\n%s",
	          p.seed, (unsigned)bits, draft.ptr, wrapped->ptr);
	return same;
}

Test(law_compare, other_line_breaks_are_no_change)
{
	struct text wrapped = {0};
	int checked = 0;
	for (int i = 0; i < ROUNDS; i++) {
		pairs_next(&p);
		uint32_t const bits = (uint32_t)(p.seed >> 33) & 63 & ~2u; /* white space counts: 2 */
		wrapped.len = 0;
		text_put(&wrapped, "");
		pairs_wrap(&p, &wrapped, text_view(&p.old));
		checked += check_wrapped(text_view(&p.old), &wrapped, bits);
	}
	cr_assert_gt(checked, ROUNDS / 2);
	text_release(&wrapped);
}

/* ---- other numbers ---- */

enum { NUMBERED_ROUNDS = 3000, NUMBERED_MOST = 12 };

/* Numbers of provisions from `from` on rise by `by`. */
struct rise {
	uint32_t first, count; /* the provisions' numbers */
	uint32_t from, by;
	bool articles;         /* what they are called */
};

static uint32_t risen(const struct rise *r, uint32_t number)
{
	bool const is_theirs = number >= r->first && number < r->first + r->count;
	return is_theirs && number >= r->from ? number + r->by : number;
}

static void put_both(struct text *old, struct text *now, const char *words)
{
	text_put(old, words);
	text_put(now, words);
}

/* A reference to one provision, or to two; now and then to none of this text. */
static void put_reference(struct text *old, struct text *now, const struct rise *r)
{
	uint32_t const one = r->first + (pairs_chance(&p, 6) ? pairs_chance(&p, r->count) : 1000);
	uint32_t const other = r->first + pairs_chance(&p, r->count);
	put_both(old, now, r->articles ? " Article" : " paragraph");
	if (pairs_chance(&p, 2)) {
		text_format(old, " %u", (unsigned)one);
		text_format(now, " %u", (unsigned)risen(r, one));
	} else {
		text_format(old, "s %u and %u", (unsigned)one, (unsigned)other);
		text_format(now, "s %u and %u", (unsigned)risen(r, one), (unsigned)risen(r, other));
	}
}

/*
 * Each provision begins with words of its own: of some that are made of the same few
 * words and numbers, one may well become another one's equal by new numbers.
 */
static void put_words(struct text *old, struct text *now, const struct rise *r, uint32_t index)
{
	static const char *const own[NUMBERED_MOST] = {
		" abbots", " bakers", " clerks", " dyers", " earls", " farmers", " grocers", " hunters",
		" innkeepers", " judges", " knights", " lawyers",
	};
	static const char *const words[] = {" states", " shall", " report", " the", " measures",
	                                    " may", " fares", " goats", " ferries,", " and"};
	for (int k = 0; k < 3; k++)
		put_both(old, now, own[index]);
	for (uint32_t n = 3 + pairs_chance(&p, 20); n > 0; n--) {
		put_both(old, now, words[pairs_chance(&p, 10)]);
		if (pairs_chance(&p, 12) == 0)
			put_reference(old, now, r);
	}
	put_both(old, now, ".\n\n");
}

/* Provisions, and the same under other numbers. */
static void make_numbered(struct text *old, struct text *now)
{
	struct rise r = {.first = 1 + pairs_chance(&p, 60), .articles = pairs_chance(&p, 3) == 0};
	r.count = 1 + pairs_chance(&p, NUMBERED_MOST);
	r.from = r.first + pairs_chance(&p, r.count);
	r.by = 1 + pairs_chance(&p, 3);
	old->len = now->len = 0;
	for (uint32_t i = 0; i < r.count; i++) {
		struct text *const texts[] = {old, now};
		uint32_t const numbers[] = {r.first + i, risen(&r, r.first + i)};
		for (int k = 0; k < 2; k++)
			text_format(texts[k], r.articles ? "Article %u." : "%u.", (unsigned)numbers[k]);
		put_words(old, now, &r, i);
	}
}

/* Nothing changed but numbers: of provisions, and of what names them. */
static const char *law_of_numbers(const struct contrast *c)
{
	uint32_t count;
	redline_tally t;
	const redline_op *ops = redline_script_ops(redline_comparison_script(c->comparison), &count);
	const redline_pair *pairs;
	if (redline_comparison_tally(c->comparison, &t) != REDLINE_OK)
		abort();
	for (uint32_t i = 0; i < count; i++)
		if (ops[i].kind != REDLINE_KEEP &&
		    (ops[i].kind != REDLINE_CHANGE || (ops[i].aspect != REDLINE_ASPECT_NUMBER &&
		                                       ops[i].aspect != REDLINE_ASPECT_REFERENCE)))
			return "another number is more than another number";
	pairs = redline_comparison_pairs(c->comparison, &count);
	for (uint32_t i = 0; i < count; i++)
		if (pairs[i].old.begin != pairs[i].now.begin || pairs[i].old.end != pairs[i].now.end)
			return "a provision that was only renumbered is taken for another";
	return t.deleted || t.inserted || t.edited || !t.renumbered ? "numbers are counted as words"
	                                                            : NULL;
}

Test(law_compare, other_numbers_are_no_change_of_words)
{
	struct text old = {0}, now = {0};
	for (int i = 0; i < NUMBERED_ROUNDS; i++) {
		struct contrast c;
		uint64_t const seed = p.state;
		make_numbered(&old, &now);
		cr_assert_eq(contrast_make(&c, text_view(&old), text_view(&now), NULL, redline_compare),
		             REDLINE_OK);
		const char *broken = law_of_numbers(&c);
		contrast_release(&c);
		cr_assert(!broken, "%s (REDLINE_SEED=%" PRIu64 ")\nold:\n%s\nnew:\n%s", broken, seed,
		          old.ptr, now.ptr);
	}
	text_release(&old);
	text_release(&now);
}
