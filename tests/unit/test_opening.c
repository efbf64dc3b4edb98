/*
 * test_opening.c -- which texts the first characters of a row's pattern rule out, and that
 * they rule out none which it matches.
 */
#include <criterion/criterion.h>

#include "base/bytes.h"
#include "engine/opening.h"

static bool fits(const char *pattern, const char *text, bool solid)
{
	struct opening const row = opening_of_row(pattern, solid);
	struct opening const start = opening_of_text(bytes_of(text));
	return opening_fits(&row, &start);
}

struct opening_case {
	const char *pattern, *text;
	bool fits;
};

static void check(const struct opening_case *cases, size_t count, bool solid)
{
	for (size_t i = 0; i < count; i++)
		cr_expect_eq(fits(cases[i].pattern, cases[i].text, solid), cases[i].fits,
		             "\"%s\" on \"%s\"", cases[i].pattern, cases[i].text);
}

#define CHECK(cases, solid) check(cases, sizeof cases / sizeof *(cases), solid)

Test(opening, letters_are_told_apart)
{
	struct opening_case const cases[] = {
		{"delete", "Delete it", true},
		{"delete", "DELETE", true},
		{"delete", "destroy", false},
		{"delete", "d", true}, /* the text may go on */
		{"(?:in|within)", "within ", true},
		{"(?:in|within)", "on ", false},
		{"(?:in|to)", "into", false}, /* a word does not end before a letter */
		{"in", "in.", true},
		{"(?:the )?new", "the new", true},
		{"(?:the )?new", "new", true},
		{"(?:the )?new", "nothing", false},
		{"(?-i:[A-Z])bc", "Xbc", true},
		{"(?-i:[A-Z])bc", "1bc", false},
		{"[^a]bc", "xbc", true},
		{"[\\d(]x", "(x", true},
		{"[\\d(]x", "ax", false},
		{"[\\w-]{1,4}x", "abcx", true},
		{"a{0,3}bc", "aab", true},
		{"a{0,3}bc", "bcd", false},
		{"a{0,3}bc", "bc", true},
		{"(?=the)[a-z]{1,3}", "the", true},
		{"(?!the )e\\.g\\.", "e.g", true},
		{"e\\.g\\.", "egg", false},
		{"no\\Btice", "not", true}, /* the wording ends there, whatever follows */
		{"a b", "a \n b", true},
		{"a ?b", "ab", true},
		{"of(?= \\d)", "of 5", true},
		{"$", "", true},
	};
	CHECK(cases, false);
}

Test(opening, letters_beyond_ascii_rule_nothing_out_that_they_match)
{
	struct opening_case const cases[] = {
		{"kg", "\u212Ag", true}, /* the sign for Kelvin */
		{"so", "\u017Fo", true}, /* the long s */
		{"élu", "ÉLU", true},
		{"élu", "elu", false},
		{"ёлка", "Ёлк", true},
		{"заменить", "Заменить", true},
		{"заменить", "слово", false},
		{"[а-яё]{2,3}х", "Абх", true},
		{"заменить", "\u1C80аменить", true}, /* a rounded letter */
		{"المادة", "الـمادة", true}, /* with a stroke that makes it longer */
		{"[اأ]b", "ا\u064Eb", true},
	};
	CHECK(cases, false);
}

Test(opening, a_word_of_a_solid_language_ends_anywhere)
{
	struct opening_case const cases[] = {
		{"在", "在第", true}, {"在", "将第", false}, {"第[一二]", "第二段", true},
		{"a", "ab", true},
	};
	CHECK(cases, true);
}
