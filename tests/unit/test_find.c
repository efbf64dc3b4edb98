/*
 * test_find.c -- finding quoted words: what matches, where a word ends, and
 * what is nearest when nothing matches.
 *
 * A case is a draft with U+27E8 and U+27E9 around each match that is wanted.
 * It is looked up twice, as it is and before a long tail, because a small
 * range is searched directly and a large one through the index.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/find.h"
#include "support/text.h"

#define OPEN "\u27E8"
#define CLOSE "\u27E9"
#define MARK 3u /* bytes of one of them */
enum { MOST = 20 };

/* The draft alone, and the ranges that were marked in it. */
static uint32_t unmark(struct text *out, const char *marked, redline_range ranges[MOST])
{
	uint32_t count = 0;
	out->len = 0;
	text_put(out, "");
	for (const char *p = marked; *p; p++) {
		if (strncmp(p, OPEN, MARK) == 0)
			ranges[count].begin = (uint32_t)out->len;
		else if (strncmp(p, CLOSE, MARK) == 0)
			ranges[count++].end = (uint32_t)out->len;
		else {
			text_add(out, p, 1);
			continue;
		}
		p += MARK - 1;
	}
	return count;
}

struct fixture {
	struct arena arena;
	redline_draft *draft;
	struct finder finder;
	redline_range all;
};

static void set_up(struct fixture *f, const struct text *text)
{
	*f = (struct fixture){.all = {0, (uint32_t)text->len}};
	cr_assert_eq(redline_draft_new(&f->draft, text_view(text), NULL), REDLINE_OK);
	finder_begin(&f->finder, f->draft, &f->arena);
}

static void tear_down(struct fixture *f)
{
	finder_end(&f->finder);
	redline_draft_free(f->draft);
	arena_release(&f->arena);
}

struct find_case {
	const char *name, *words, *marked;
};

static bool same_ranges(const struct matches *got, const redline_range *want, uint32_t count)
{
	if (got->count != count || got->more)
		return false;
	for (uint32_t i = 0; i < count; i++)
		if (got->at[i].range.begin != want[i].begin || got->at[i].range.end != want[i].end)
			return false;
	return true;
}

static void check_find(const struct find_case *c, const struct text *text,
                       const redline_range *want, uint32_t count)
{
	struct fixture f;
	struct matches got;
	set_up(&f, text);
	cr_assert(finder_search(&f.finder, bytes_of(c->words), f.all, MOST, &got));
	cr_expect(same_ranges(&got, want, count),
	          "%s: \"%s\" in \"%.200s\": %u found, first at %u to %u", c->name, c->words,
	          text->ptr, got.count, got.count ? got.at[0].range.begin : 0,
	          got.count ? got.at[0].range.end : 0);
	tear_down(&f);
}

static void check_finds(const struct find_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct text text = {0};
		redline_range want[MOST];
		uint32_t const n = unmark(&text, cases[i].marked, want);
		check_find(&cases[i], &text, want, n);
		for (int k = 0; k < 400; k++)
			text_format(&text, "\n\n%d. Other text of no interest.", 1000 + k);
		check_find(&cases[i], &text, want, n);
		text_release(&text);
	}
}

#define CHECK(cases) check_finds(cases, sizeof(cases) / sizeof *(cases))

Test(find, exactly_the_words_quoted)
{
	static const struct find_case cases[] = {
		{"one word", "bodies", "59. National ⟨bodies⟩ assess needs."},
		{"the first word", "National", "59. ⟨National⟩ bodies."},
		{"a phrase", "bodies assess", "59. National ⟨bodies assess⟩ needs."},
		{"every place", "a b", "⟨a b⟩ a ⟨a b⟩, ⟨a b⟩."},
		{"punctuation counts", "bodies, assess", "bodies assess ⟨bodies, assess⟩"},
		{"a mark alone", ";", "one⟨;⟩ two"},
		{"a full stop at its end", "needs.", "assess needs, or ⟨needs.⟩"},
		{"space around the quotation", " bodies ", "National ⟨bodies⟩ assess."},
		{"nowhere", "body", "National bodies."},
		{"never by case", "National bodies", "some national bodies, NATIONAL BODIES"},
		{"never by likeness", "assesses", "bodies assess, assessed"},
		{"more words than there are", "bodies assess needs", "bodies assess"},
	};
	CHECK(cases);
}

Test(find, what_folding_makes_the_same)
{
	static const struct find_case cases[] = {
		{"a line end", "national bodies", "some ⟨national\n    bodies⟩ assess"},
		{"CRLF", "national bodies", "some ⟨national\r\nbodies⟩ assess"},
		{"a no-break space", "paragraph 5", "see ⟨paragraph\u00A05⟩ of"},
		{"quotation marks", "the \"Group\"", "for ⟨the \u201CGroup\u201D⟩ to"},
		{"an apostrophe", "States' duty", "all ⟨States\u2019 duty⟩ to"},
		{"hyphens", "co-ordination", "the ⟨co\u2011ordination⟩ of"},
		{"composed and not", "r\u00E9sum\u00E9", "the ⟨re\u0301sume\u0301⟩ of"},
		{"emphasis", "national bodies assess", "some ⟨national **bodies** assess⟩"},
		{"emphasis at the edges stays outside", "bodies", "some **⟨bodies⟩** assess"},
		{"emphasis inside a word", "unbelievable", "an ⟨un*believ*able⟩ thing"},
		{"a footnote reference", "norms apply", "all ⟨norms[^3] apply⟩ here"},
		{"emphasis in the quotation", "**bodies** assess", "some ⟨bodies assess⟩ needs"},
		{"a soft hyphen", "cooperate", "they ⟨co\u00ADoperate⟩ now"},
	};
	CHECK(cases);
}

Test(find, words_end_where_words_end)
{
	static const struct find_case cases[] = {
		{"not inside a longer word", "region", "regional, subregion, ⟨region⟩"},
		{"not before a letter with an accent", "caf", "caf\u00E9"},
		{"not before a combining mark", "cafe", "cafe\u0301 ⟨cafe⟩"},
		{"not a part of a compound", "capacity", "capacity-building, ⟨capacity⟩"},
		{"not the tail of a compound", "building", "capacity-building, ⟨building⟩"},
		{"not one of two with a slash", "and", "and/or, ⟨and⟩"},
		{"not a part of a symbol", "79", "A/79/214, ⟨79⟩"},
		{"not a part of a number", "5", "1.5 5.2 5,000 15 ⟨5⟩"},
		{"a number at the end of a sentence", "5", "of ⟨5⟩. Then"},
		{"a dash between words", "States", "⟨States⟩ \u2014 and ⟨States⟩\u2014or"},
		{"a mark needs no boundary", ",", "one⟨,⟩two"},
		{"brackets", "bodies", "[⟨bodies⟩] (⟨bodies⟩)"},
	};
	CHECK(cases);
}

Test(find, scripts_without_spaces_have_no_boundaries)
{
	static const struct find_case cases[] = {
		{"Han", "\u56FD\u5BB6", "\u5404\u27E8\u56FD\u5BB6\u27E9\u53EF\u4EE5"},
		{"one character", "\u56FD", "\u5404\u27E8\u56FD\u27E9\u5BB6\u27E8\u56FD\u27E9"},
		{"Latin beside Han", "ICT", "\u5404\u27E8ICT\u27E9\u56FD"},
	};
	CHECK(cases);
}

Test(find, inside_one_block_and_never_across_a_label)
{
	static const struct find_case cases[] = {
		{"across paragraphs", "one two", "1. one\n\n2. two\n"},
		{"across sub-paragraphs", "one; two", "1. All:\n   (a) one;\n   (b) two.\n"},
		{"a label is not text", "59", "59. In ⟨59⟩ States.\n"},
		{"a heading", "Threats", "## ⟨Threats⟩\n\n1. ⟨Threats⟩ grow.\n"},
		{"a bullet", "one", "- ⟨one⟩\n- two\n"},
	};
	CHECK(cases);
}

/* ---- capitals ---- */

static struct matches find_in(struct fixture *f, struct text *text, const char *draft,
                              const char *words, uint32_t most)
{
	struct matches got;
	text->len = 0;
	text_put(text, draft);
	set_up(f, text);
	cr_assert(finder_search(&f->finder, bytes_of(words), f->all, most, &got));
	return got;
}

struct capital_case {
	const char *name, *draft, *words;
	uint32_t count;
	bool capital;
};

Test(find, a_small_letter_meets_the_capital_of_a_sentence)
{
	static const struct capital_case cases[] = {
		{"at the start of a paragraph", "1. States agree.", "states agree", 1, true},
		{"at the start of a sentence", "1. All do. States agree.", "states", 1, true},
		{"behind an opening mark", "1. (\u201CStates agree\u201D)", "states", 1, true},
		{"not in the middle", "1. All States agree.", "states", 0, false},
		{"not after a comma", "1. All, States agree.", "states", 0, false},
		{"an exact one wins", "1. States and states agree.", "states", 1, false},
		{"not the other way round", "1. All do. states agree.", "States", 0, false},
		{"only its first letter", "1. STATES agree.", "states", 0, false},
		{"beyond ASCII", "1. \u00C9tats agree.", "\u00E9tats", 1, true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fixture f;
		struct text text = {0};
		struct matches const got = find_in(&f, &text, cases[i].draft, cases[i].words, MOST);
		cr_expect_eq(got.count, cases[i].count, "%s: %u", cases[i].name, got.count);
		cr_expect(!got.count || got.at[0].capital == cases[i].capital, "%s", cases[i].name);
		tear_down(&f);
		text_release(&text);
	}
}

/* ---- limits ---- */

Test(find, no_more_than_asked_for)
{
	struct fixture f;
	struct text text = {0};
	struct matches const got = find_in(&f, &text, "a b a b a b a", "a", 2);
	cr_expect_eq(got.count, 2);
	cr_expect(got.more);
	cr_expect_eq(got.at[1].range.begin, 4);
	tear_down(&f);
	struct matches const all = find_in(&f, &text, "a b a b a b a", "a", 4);
	cr_expect_eq(all.count, 4);
	cr_expect_not(all.more);
	tear_down(&f);
	text_release(&text);
}

Test(find, only_inside_the_range)
{
	struct text text = {0};
	struct matches got;
	text_put(&text, "1. a b c. a b c. a b c.\n\n");
	size_t const all = text.len;
	for (int k = 0; k < 1000; k++)
		text_put(&text, "b c d e f g h\n\n");
	struct fixture f;
	set_up(&f, &text);
	cr_assert(finder_search(&f.finder, BYTES("a b c"), (redline_range){10, 16}, MOST, &got));
	cr_expect(got.count == 1 && got.at[0].range.begin == 10, "as long as the match");
	cr_assert(finder_search(&f.finder, BYTES("a b c"), (redline_range){10, 14}, MOST, &got));
	cr_expect_eq(got.count, 0, "it would reach out of the range");
	cr_assert(finder_search(&f.finder, BYTES("a b c"), (redline_range){4, (uint32_t)text.len}, MOST,
	                        &got));
	cr_expect(got.count == 2 && got.at[0].range.begin == 10, "it would begin before the range");
	cr_assert(finder_search(&f.finder, BYTES("b c d"), (redline_range){0, (uint32_t)all}, MOST,
	                        &got));
	cr_expect_eq(got.count, 0);
	tear_down(&f);
	text_release(&text);
}

Test(find, an_empty_draft_and_empty_words)
{
	static const char *const empty[] = {"", " ", "\u00AD", "[^1]", " \u200B "};
	struct fixture f;
	struct text text = {0};
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
		struct matches const got = find_in(&f, &text, "some words", empty[i], MOST);
		cr_expect_eq(got.count, 0, "\"%s\"", empty[i]);
		cr_expect_not(finder_has_words(bytes_of(empty[i])), "\"%s\"", empty[i]);
		tear_down(&f);
	}
	cr_expect(finder_has_words(BYTES(",")) && finder_has_words(BYTES(" a ")));
	cr_expect_eq(find_in(&f, &text, "", "words", MOST).count, 0);
	tear_down(&f);
	text_release(&text);
}

/* Each candidate of a word that stands everywhere is told apart at once. */
Test(find, common_words_cost_no_more_than_rare_ones, .timeout = 30)
{
	struct text text = {0};
	struct fixture f;
	struct matches got;
	for (int i = 0; i < 200000; i++)
		text_put(&text, i == 100000 ? "the one " : "the ");
	set_up(&f, &text);
	for (int i = 0; i < 2000; i++)
		cr_assert(finder_search(&f.finder, BYTES("the one the"), f.all, MOST, &got));
	cr_expect_eq(got.count, 1);
	tear_down(&f);
	text_release(&text);
}

/* ---- the nearest wording ---- */

struct near_case {
	const char *name, *words, *marked;
};

Test(find, the_nearest_wording)
{
	static const struct near_case cases[] = {
		{"the same stem", "strengthening", "States ⟨strengthen⟩ norms"},
		{"another form", "establishing", "after the ⟨establishment⟩ of bodies"},
		{"another case", "bodies", "national ⟨Bodies⟩ assess"},
		{"most of the words", "national coordination bodies",
		 "build ⟨national coordinating bodies⟩ and more"},
		{"the best window", "assess and coordinate needs",
		 "assess and see, then ⟨assess or coordinate needs⟩ there"},
		{"nothing near", "zebra", "States strengthen norms"},
		{"too few of the words", "one two three four", "one day five six"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct text text = {0};
		struct fixture f;
		redline_range want[MOST];
		uint32_t const n = unmark(&text, cases[i].marked, want);
		set_up(&f, &text);
		redline_range const got = finder_near(&f.finder, bytes_of(cases[i].words), f.all);
		cr_expect(n ? got.begin == want[0].begin && got.end == want[0].end : got.begin == got.end,
		          "%s: \"%.*s\"", cases[i].name, (int)range_len(got), text.ptr + got.begin);
		tear_down(&f);
		text_release(&text);
	}
}
