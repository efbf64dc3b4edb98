/*
 * test_words.c -- words against words (engine/words.h): what is kept, and where the
 * marks are cut.  A mark is [gone|come]; every kept word is followed by one blank.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "engine/words.h"
#include "lang/common.h"
#include "support/text.h"

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

static struct words_side read_side(struct tokens *t, const char *text)
{
	static const struct token_rules rules;
	redline_bytes const bytes = of(text);
	tokens_add(t, bytes, (redline_range){0, (uint32_t)bytes.len}, &rules);
	cr_assert(!t->failed);
	return (struct words_side){bytes, t->at, t->hash, t->count};
}

/* Tokens [begin, end), with a blank between them. */
static void put_tokens(struct text *out, const struct words_side *s, uint32_t begin, uint32_t end)
{
	for (uint32_t i = begin; i < end; i++) {
		if (i > begin)
			text_put(out, " ");
		text_add(out, s->text.ptr + s->tokens[i].begin, s->tokens[i].length);
	}
}

static void put_change(struct text *out, const struct words_side *a, uint32_t a_begin,
                       uint32_t a_end, const struct words_side *b, uint32_t b_begin,
                       uint32_t b_end)
{
	if (a_begin == a_end && b_begin == b_end)
		return;
	text_put(out, "[");
	put_tokens(out, a, a_begin, a_end);
	text_put(out, "|");
	put_tokens(out, b, b_begin, b_end);
	text_put(out, "]");
}

static void put_runs(struct text *out, const struct words *w, const struct words_side *a,
                     const struct words_side *b)
{
	uint32_t i = 0, j = 0;
	for (size_t r = 0; r <= w->runs.len; r++) {
		struct diff_run const run = r < w->runs.len ? w->runs.at[r]
		                                            : (struct diff_run){a->count, b->count, 0};
		cr_assert(run.a >= i && run.b >= j && run.a + run.len <= a->count &&
		          run.b + run.len <= b->count);
		put_change(out, a, i, run.a, b, j, run.b);
		for (uint32_t k = 0; k < run.len; k++) {
			cr_assert_eq(a->hashes[run.a + k], b->hashes[run.b + k]);
			put_tokens(out, a, run.a + k, run.a + k + 1);
			text_put(out, " ");
		}
		i = run.a + run.len;
		j = run.b + run.len;
	}
}

typedef bool finder(struct words *w, const struct words_side *a, const struct words_side *b);

static void expect_by(finder *find, const char *old, const char *now, const char *want)
{
	struct tokens a = {0}, b = {0};
	struct words words = {0};
	struct text got = {0};
	struct words_side const one = read_side(&a, old), other = read_side(&b, now);
	text_put(&got, "");
	cr_assert(find(&words, &one, &other));
	put_runs(&got, &words, &one, &other);
	cr_expect_str_eq(got.ptr, want, "wanted %s\n   got %s", want, got.ptr);
	text_release(&got);
	words_release(&words);
	tokens_release(&a);
	tokens_release(&b);
}

static void expect(const char *old, const char *now, const char *want)
{
	expect_by(words_find, old, now, want);
}

static void expect_cells(const char *old, const char *now, const char *want)
{
	expect_by(words_find_cells, old, now, want);
}

Test(words, what_is_the_same_is_kept)
{
	expect("", "", "");
	expect("goats", "", "[goats|]");
	expect("", "goats", "[|goats]");
	expect("goats may board", "goats may board", "goats may board ");
	expect("goats may board", "sheep may board", "[goats|sheep]may board ");
	expect("goats board", "sheep swim", "[goats board|sheep swim]");
}

Test(words, a_replaced_word_is_one_change)
{
	expect("goats may board at noon", "goats may board at dawn", "goats may board at [noon|dawn]");
	expect("a b c d", "a x c d", "a [b|x]c d ");
}

Test(words, a_lone_common_word_is_given_up)
{
	expect("goats of kings", "sheep of queens", "[goats of kings|sheep of queens]");
	expect("goats, kings", "sheep, queens", "[goats , kings|sheep , queens]");
	expect("the goats of the kings", "the sheep of the queens",
	       "the [goats|sheep]of the [kings|queens]");
}

/* Whether words go, come or both: what it joins are two changes. */
Test(words, a_lone_common_word_is_given_up_between_additions)
{
	expect("goats of kings", "goats and sheep of tall kings",
	       "goats [of|and sheep of tall]kings ");
	expect("goats and sheep of tall kings", "goats of kings",
	       "goats [and sheep of tall|of]kings ");
	expect("goats and sheep of kings", "goats of tall kings",
	       "goats [and sheep of|of tall]kings ");
	expect("goats board kings", "goats often board tall kings",
	       "goats [|often]board [|tall]kings ");
}

Test(words, a_word_of_meaning_never_is)
{
	expect("goats board kings", "sheep board queens", "[goats|sheep]board [kings|queens]");
	expect("beta omega sigma alpha", "alpha omega gamma alpha omega",
	       "[beta|alpha]omega [sigma|gamma]alpha [|omega]");
}

Test(words, a_lone_is_or_its_is_as_common_as_the)
{
	expect("goats are noisy", "sheep are quiet", "[goats are noisy|sheep are quiet]");
	expect("kings and its goats", "kings, queens and all its many goats",
	       "kings [and its|, queens and all its many]goats ");
	expect("chèvres sont rares", "moutons sont vieux",
	       "[chèvres sont rares|moutons sont vieux]");
	expect("goats may board", "sheep may swim", "[goats|sheep]may [board|swim]");
}

/* Where one of two words must go, because they changed places. */
Test(words, the_longer_word_stays)
{
	expect("goats be passengers kings", "sheep passengers be queens",
	       "[goats be|sheep]passengers [kings|be queens]");
	expect("goats passengers be kings", "sheep be passengers queens",
	       "[goats|sheep be]passengers [be kings|queens]");
	expect("goats board 12 kings", "sheep 12 board queens",
	       "[goats board|sheep]12 [kings|board queens]");
	expect("goats 12 board kings", "sheep board 12 queens",
	       "[goats|sheep board]12 [board kings|queens]");
	expect("goats не пассажиры kings", "sheep пассажиры не queens",
	       "[goats не|sheep]пассажиры [kings|не queens]");
}

Test(words, a_bracket_stays)
{
	expect("goats ( kings", "sheep ( queens", "[goats|sheep]( [kings|queens]");
}

/* Two words in the middle of a long passage that is new all over. */
Test(words, what_survives_a_rewriting_by_chance_is_given_up)
{
	expect("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 noon c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3",
	       "e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3 noon g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3",
	       "[a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 noon c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3|"
	       "e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3 noon g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3]");
	expect("a1 a2 a3 a4 noon c1 c2 c3 c4", "e1 e2 e3 e4 noon g1 g2 g3 g4",
	       "[a1 a2 a3 a4|e1 e2 e3 e4]noon [c1 c2 c3 c4|g1 g2 g3 g4]");
	expect("a1 a2 a3 a4 sea c1 c2 c3 c4", "e1 e2 e3 e4 sea g1 g2 g3 g4",
	       "[a1 a2 a3 a4 sea c1 c2 c3 c4|e1 e2 e3 e4 sea g1 g2 g3 g4]");
	expect("a1 a2 a3 sea c1 c2 c3 c4", "e1 e2 e3 e4 sea g1 g2 g3 g4",
	       "[a1 a2 a3|e1 e2 e3 e4]sea [c1 c2 c3 c4|g1 g2 g3 g4]");
}

/* A phrase is more than chance, even there; a bracket always stays. */
Test(words, a_phrase_survives_a_rewriting)
{
	expect("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 pier open c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3",
	       "e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3 pier open g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3",
	       "[a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3|e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3]"
	       "pier open "
	       "[c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3|g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3]");
	expect("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 ( c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3",
	       "e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3 ( g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3",
	       "[a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3|e1 e2 e3 e4 e5 e6 e7 e8 e9 f1 f2 f3]"
	       "( "
	       "[c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3|g1 g2 g3 g4 g5 g6 g7 g8 g9 h1 h2 h3]");
}

Test(words, a_mark_slides_to_an_edge)
{
	expect("goats board. sheep swim.", "goats board. dogs bark. sheep swim.",
	       "goats board . [|dogs bark .]sheep swim . ");
	expect("goats board, sheep swim.", "goats board, dogs bark, sheep swim.",
	       "goats board , [|dogs bark ,]sheep swim . ");
	expect("for goats and for sheep and for dogs", "for goats and for dogs",
	       "for goats [and for sheep|]and for dogs ");
}

Test(words, a_slide_leaves_as_much_as_there_was)
{
	expect("x x x x", "x x x x x x", "x x x x [|x x]");
	expect("x x x x x x", "x x x x", "x x x x [x x|]");
}

Test(words, cells_meet_cells)
{
	expect_cells("| adult | 5 |", "| adult | 6 |", "| adult | [5|6]| ");
	expect_cells("| noon | goats board |", "| noon goats | board |",
	             "| noon [|goats]| [goats|]board | ");
	expect_cells("| a | b |", "| b | a |", "| [a|b]| [b|a]| ");
}

Test(words, uneven_rows_are_paired_by_what_stands_in_them)
{
	expect_cells("| adult | goats |", "| adult | noon | goats |", "| adult | [|noon |]goats | ");
	expect_cells("| adult | noon | goats |", "| adult | goats |", "| adult | [noon ||]goats | ");
	expect_cells("|a|", "||b a|", "| [|| b]a | ");
}

/* The first and the last of a letter, and what is nearly one. */
Test(words, common_words_are_known_by_all_their_letters)
{
	static const char *const common[] = {"a", "aux", "AND", "The", "that", "o", "ou", "upon",
	                                     "für", "y", "zur", "which", "в", "для", "و", "的"};
	static const char *const others[] = {"", "one", "thee", "th", "to ", "an and", "b", "h", "zu\t",
	                                     "not", "9", " ", "whichever", "@", "[", "в ", "Ã"};
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		cr_expect(common_word(of(common[i])), "%s", common[i]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		cr_expect_not(common_word(of(others[i])), "%s", others[i]);
}

Test(words, memory_is_kept_from_call_to_call)
{
	struct tokens a = {0}, b = {0};
	struct words words = {0};
	struct words_side const one = read_side(&a, "goats may board"), none = {0};
	struct words_side const other = read_side(&b, "sheep may board");
	for (int i = 0; i < 3; i++) {
		cr_assert(words_find(&words, &one, &other));
		cr_expect_eq(words.runs.len, 1);
		cr_assert(words_find(&words, &one, &none));
		cr_expect_eq(words.runs.len, 0);
	}
	cr_expect(!words.bounded);
	words_release(&words);
	tokens_release(&a);
	tokens_release(&b);
}
