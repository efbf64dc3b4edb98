/*
 * test_noun.c -- noun phrases that name places, and how a place combines with
 * the place its surroundings name.
 *
 * A place is shown step by step from the outside in: the unit, "!" if its own
 * word makes it exact, its label (with "-" and the last of a range), "#" and
 * its ordinal, its words in quotes.  "same" stands before one that points
 * back; places of one phrase are joined by " & ".
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/noun.h"
#include "support/text.h"

static const char *const unit_names[] = {
	[REDLINE_DOCUMENT] = "document", [REDLINE_TITLE] = "title", [REDLINE_ANNEX] = "annex",
	[REDLINE_CHAPTER] = "chapter", [REDLINE_SECTION] = "section", [REDLINE_ARTICLE] = "article",
	[REDLINE_PREAMBULAR] = "pp", [REDLINE_OPERATIVE] = "op", [REDLINE_PARAGRAPH_UNIT] = "para",
	[REDLINE_SUBPARAGRAPH] = "sub", [REDLINE_CHAPEAU] = "chapeau",
	[REDLINE_HEADING_UNIT] = "heading", [REDLINE_FOOTNOTE_UNIT] = "footnote",
	[REDLINE_BULLET_UNIT] = "bullet", [REDLINE_SENTENCE] = "sentence", [REDLINE_LINE] = "line",
	[REDLINE_WORDS] = "words",
};

static struct lexer *lexer;
static struct arena arena;

static void begin(void)
{
	lexer = lexer_new(&lang_en);
	cr_assert_not_null(lexer);
}

static void end(void)
{
	lexer_free(lexer);
	arena_release(&arena);
}

/* A cursor at the start of a phrase, which must outlive it. */
static struct cursor read_phrase(const char *phrase)
{
	redline_bytes const text = bytes_of(phrase);
	redline_draft *layout;
	struct quotes *quotes = arena_alloc(&arena, sizeof *quotes);
	struct lexed *lexed = arena_alloc(&arena, sizeof *lexed);
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(quotes, &arena, layout));
	cr_assert(lex_sentence(lexer, &arena, text, (redline_range){0, (uint32_t)text.len}, quotes,
	                       lexed));
	redline_draft_free(layout);
	return (struct cursor){&arena, text, quotes, lexed, lexer, 0};
}

/* ---- showing ---- */

static void show_step(struct text *out, const redline_step *s)
{
	text_format(out, "%s%s", unit_names[s->unit], s->exact ? "!" : "");
	if (s->label.len)
		text_format(out, " %.*s", (int)s->label.len, s->label.ptr);
	if (s->label_to.len)
		text_format(out, "-%.*s", (int)s->label_to.len, s->label_to.ptr);
	if (s->ordinal)
		text_format(out, " #%d", (int)s->ordinal);
	if (s->ordinal_to)
		text_format(out, "-%d", (int)s->ordinal_to);
	if (s->words.len)
		text_format(out, " \"%.*s\"", (int)s->words.len, s->words.ptr);
}

static void show_place(struct text *out, const redline_place *p)
{
	text_put(out, p->relative ? "same " : "");
	for (uint32_t i = 0; i < p->count; i++) {
		text_put(out, i ? ", " : "");
		show_step(out, &p->steps[i]);
	}
	for (uint32_t i = 0; i < p->also_count; i++) {
		text_put(out, i ? ", " : " = ");
		show_step(out, &p->also[i]);
	}
}

static void show_places(struct text *out, const struct place_set *set)
{
	out->len = 0;
	text_put(out, "");
	for (unsigned i = 0; i < set->count; i++) {
		text_put(out, i ? " & " : "");
		show_place(out, &set->at[i]);
	}
}

struct noun_case {
	const char *phrase, *places;
	const char *rest; /* the words that are not part of the phrase; NULL: none */
};

/* The text from the cursor on. */
static redline_bytes rest_of(const struct cursor *c)
{
	uint32_t const from = cursor_peek(c, 0)->range.begin;
	return (redline_bytes){c->text.ptr + from, c->text.len - from};
}

static void check_nouns(const struct noun_case *cases, size_t count)
{
	struct text got = {0};
	struct place_set set;
	for (size_t i = 0; i < count; i++) {
		struct cursor c = read_phrase(cases[i].phrase);
		bool const found = noun_places(&c, &set);
		show_places(&got, &set);
		cr_expect_eq(found, cases[i].places[0] != '\0', "%s", cases[i].phrase);
		cr_expect_str_eq(got.ptr, cases[i].places, "%s: %s", cases[i].phrase, got.ptr);
		cr_expect(text_is(rest_of(&c), bytes_of(cases[i].rest ? cases[i].rest : "")),
		          "%s: left is \"%.*s\"", cases[i].phrase, (int)rest_of(&c).len, rest_of(&c).ptr);
	}
	text_release(&got);
}

#define CHECK(cases) check_nouns(cases, sizeof(cases) / sizeof *(cases))

/* ---- phrases ---- */

Test(noun, one_place, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"paragraph 59", "para 59", NULL},
		{"the paragraph 59 bis", "para 59bis", NULL},
		{"para. 43 (b) (ii)", "para 43, sub b, sub ii", NULL},
		{"PP2", "pp 2", NULL},
		{"OP3 bis", "op 3bis", NULL},
		{"Article 5", "article! 5", NULL},
		{"\u00A7 38-841.03(a)", "section! 38-841.03, sub a", NULL},
		{"sub-paragraph (a)", "sub a", NULL},
		{"(b)", "sub b", NULL},
		{"annex II", "annex! II", NULL},
		{"the title", "title", NULL},
		{"the second sentence", "sentence #2", NULL},
		{"the last two sentences", "sentence #-2--1", NULL},
		{"the first three bullets", "bullet #1-3", NULL},
		{"the penultimate paragraph", "para #-2", NULL},
		{"paragraph 59 establishing it", "para 59", "establishing it"},
	};
	CHECK(cases);
}

Test(noun, one_place_inside_another, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"the second sentence of paragraph 59", "para 59, sentence #2", NULL},
		{"paragraph 59, second sentence", "para 59, sentence #2", NULL},
		{"the first line of the second sentence in paragraph 59",
		 "para 59, sentence #2, line #1", NULL},
		{"the chapeau of paragraph 5", "para 5, chapeau", NULL},
		{"sub-paragraph (b) of paragraph 43", "para 43, sub b", NULL},
		{"paragraph 43, sub-paragraph (b)", "para 43, sub b", NULL},
		{"paragraph 2 of Article 5 of the annex", "same annex!, article! 5, para 2", NULL},
		{"the heading of section 4", "section 4, heading", NULL},
		{"the sentence beginning with the words \"States recall\" in paragraph 7",
		 "para 7, sentence \"States recall\"", NULL},
	};
	CHECK(cases);
}

Test(noun, several_places, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"paragraphs 7, 13 and 27", "para 7 & para 13 & para 27", NULL},
		{"paragraphs 2 to 6", "para 2-6", NULL},
		{"paragraphs 2-6", "para 2-6", NULL},
		{"paragraphs 2\u20136", "para 2-6", NULL},
		{"paragraphs 2 to 4 and 7", "para 2-4 & para 7", NULL},
		{"paragraph 43 (a) and (b)", "para 43, sub a & para 43, sub b", NULL},
		{"paragraphs 1 and 2 of Article 3", "article! 3, para 1 & article! 3, para 2", NULL},
		{"paragraph 7 and the second sentence of paragraph 9", "para 7 & para 9, sentence #2", NULL},
		{"the first and second sentences", "sentence #1 & sentence #2", NULL},
	};
	CHECK(cases);
}

Test(noun, what_points_back, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"the same paragraph", "same para", NULL},
		{"this sentence", "same sentence", NULL},
		{"the second sentence of the same paragraph", "same para, sentence #2", NULL},
	};
	CHECK(cases);
}

Test(noun, what_is_no_place, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"Japan", "", "Japan"},
		{"59", "", "59"},
		{"the words \"paragraph 59\"", "", "the words \"paragraph 59\""},
		{"the second", "", "the second"},
		{"", "", NULL},
	};
	CHECK(cases);
}

Test(noun, an_aside_may_be_another_name, .init = begin, .fini = end)
{
	static const struct noun_case cases[] = {
		{"Section 4 (D.C. Official Code \u00A7 3-343.02(a))", "section 4 = section! 3-343.02, sub a",
		 NULL},
		{"Section 4 (as it stands)", "section 4", NULL},
	};
	CHECK(cases);
	struct cursor c = read_phrase("(Code \u00A7 5-101)");
	redline_place place = {0};
	noun_alias(&c, &place);
	cr_expect(place.also_count == 1 && text_is(place.also[0].label, BYTES("5-101")));
}

Test(noun, more_places_than_are_kept_are_told, .init = begin, .fini = end)
{
	struct text phrase = {0};
	struct place_set set;
	text_put(&phrase, "paragraphs 1");
	for (int i = 2; i <= 2 * PLACES_MAX; i++)
		text_format(&phrase, ", %d", i);
	struct cursor c = read_phrase(phrase.ptr);
	cr_assert(noun_places(&c, &set));
	cr_expect_eq(set.count, PLACES_MAX);
	cr_expect(set.overflow);
	text_release(&phrase);
}

/* ---- units that are to come ---- */

struct new_case {
	const char *phrase;
	bool found;
	redline_unit unit;
	const char *label;
};

Test(noun, a_unit_that_is_to_come, .init = begin, .fini = end)
{
	static const struct new_case cases[] = {
		{"a new paragraph", true, REDLINE_PARAGRAPH_UNIT, ""},
		{"a new paragraph 59 bis", true, REDLINE_PARAGRAPH_UNIT, "59bis"},
		{"the following sentence", true, REDLINE_SENTENCE, ""},
		{"an additional sub-paragraph (c)", true, REDLINE_SUBPARAGRAPH, "c"},
		{"two new paragraphs", true, REDLINE_PARAGRAPH_UNIT, ""},
		{"another bullet", true, REDLINE_BULLET_UNIT, ""},
		{"paragraph 59", false, REDLINE_DOCUMENT, ""},
		{"the same paragraph", false, REDLINE_DOCUMENT, ""},
		{"a new chapeau", false, REDLINE_DOCUMENT, ""},
		{"a new word", false, REDLINE_DOCUMENT, ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cursor c = read_phrase(cases[i].phrase);
		redline_unit unit = REDLINE_DOCUMENT;
		redline_bytes label = {0};
		bool const found = noun_new_unit(&c, &unit, &label);
		cr_expect_eq(found, cases[i].found, "%s", cases[i].phrase);
		cr_expect_eq(unit, cases[i].unit, "%s", cases[i].phrase);
		cr_expect(text_is(label, bytes_of(cases[i].label)), "%s", cases[i].phrase);
		cr_expect_eq(c.at, found ? c.lexed->count : 0, "%s", cases[i].phrase);
	}
}

/* ---- with the surroundings ---- */

static redline_place place_of(const char *phrase)
{
	struct cursor c = read_phrase(phrase);
	struct place_set set;
	cr_assert(noun_places(&c, &set), "%s", phrase);
	return set.at[0];
}

struct compose_case {
	const char *scope, *inner; /* scope NULL: none */
	bool nested;
	const char *place;
	uint32_t inherited;
};

Test(noun, a_place_takes_over_what_it_does_not_say, .init = begin, .fini = end)
{
	static const struct compose_case cases[] = {
		{NULL, "paragraph 59", false, "para 59", 0},
		{"paragraph 59", "the second sentence", false, "para 59, sentence #2", 1},
		{"paragraph 59", "sub-paragraph (b)", false, "para 59, sub b", 1},
		{"paragraph 59", "paragraph 60", false, "para 60", 0},
		{"paragraph 59 (a)", "sub-paragraph (b)", false, "para 59, sub b", 1},
		{"paragraph 59 (a)", "sub-paragraph (b)", true, "para 59, sub a, sub b", 2},
		{"Article 5", "paragraph 2", false, "article! 5, para 2", 1},
		{"paragraph 2 of Article 5", "paragraph 3", false, "article! 5, para 3", 1},
		{"the second sentence of paragraph 59", "the same paragraph", false, "same para 59", 1},
		{"paragraph 59", "the second sentence of the same paragraph", false,
		 "same para 59, sentence #2", 1},
		{"the second sentence of paragraph 59", "the same sentence", false,
		 "same para 59, sentence #2", 2},
		{NULL, "the same paragraph", false, "same ", 0},
		{"Article 5", "the same sentence", false, "same ", 0},
	};
	struct text got = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_place const inner = place_of(cases[i].inner);
		redline_place const scope = cases[i].scope ? place_of(cases[i].scope) : (redline_place){0};
		redline_place const out = noun_compose(&arena, cases[i].scope ? &scope : NULL, &inner,
		                                       cases[i].nested);
		got.len = 0;
		show_place(&got, &out);
		cr_expect_str_eq(got.ptr, cases[i].place, "%s in %s: %s", cases[i].inner, cases[i].scope,
		                 got.ptr);
		cr_expect_eq(out.inherited, cases[i].inherited, "%s in %s", cases[i].inner, cases[i].scope);
	}
	text_release(&got);
}

struct nest_case {
	const char *first, *second, *place; /* place "": neither is finer */
};

Test(noun, two_places_in_a_row_are_one, .init = begin, .fini = end)
{
	static const struct nest_case cases[] = {
		{"paragraph 5", "the second sentence", "para 5, sentence #2"},
		{"the second sentence", "paragraph 5", "para 5, sentence #2"},
		{"paragraph 5", "paragraph 6", ""},
		{"paragraph 5 (a)", "the chapeau", "para 5, sub a, chapeau"},
		{"the second sentence", "the third sentence", ""},
	};
	struct text got = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_place const first = place_of(cases[i].first), second = place_of(cases[i].second);
		redline_place const out = noun_nest(&arena, &first, &second);
		got.len = 0;
		text_put(&got, "");
		show_place(&got, &out);
		cr_expect_str_eq(got.ptr, cases[i].place, "%s, %s: %s", cases[i].first, cases[i].second,
		                 got.ptr);
		cr_expect_eq(out.inherited, 0);
	}
	text_release(&got);
}
