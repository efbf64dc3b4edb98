/*
 * test_tongue.c -- which language a sentence is read in.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/statement.h>

#include "base/bytes.h"

/* The codes of all sentences, with blanks between. */
static void expect_languages(const char *text, const char *main, const char *codes)
{
	redline_reader *reader;
	redline_statement *s;
	char got[200] = "";
	uint32_t count;
	cr_assert_eq(redline_reader_new(&reader, "auto"), REDLINE_OK);
	cr_assert_eq(redline_statement_new(&s, reader, bytes_of(text), 0, NULL), REDLINE_OK);
	const redline_sentence *sentence = redline_statement_sentences(s, &count);
	for (uint32_t i = 0; i < count && strlen(got) + 4 < sizeof got; i++) {
		strcat(got, i ? " " : "");
		strcat(got, sentence[i].language);
	}
	cr_expect_str_eq(got, codes, "%s", text);
	cr_expect_str_eq(redline_statement_language(s), main, "%s", text);
	redline_statement_free(s);
	redline_reader_free(reader);
}

Test(tongue, each_sentence_has_its_own)
{
	expect_languages("Delete paragraph 5.", "en", "en");
	expect_languages("Supprimer le paragraphe 5.", "fr", "fr");
	expect_languages("Absatz 5 streichen.", "de", "de");
	expect_languages("Delete paragraph 5. Supprimer le paragraphe 6. Absatz 7 streichen.", "fr",
	                 "en fr de");
	expect_languages("Die Delegation dankt dem Vorsitz.\n\nDelete paragraph 5.", "de", "de en");
}

Test(tongue, what_is_quoted_tells_nothing)
{
	expect_languages("Supprimer les mots « the States should be of the opinion ».", "fr", "fr");
	expect_languages("Delete “le nom de la rose et des fleurs dans les champs”.", "en", "en");
}

Test(tongue, names_and_numbers_follow_what_is_around_them)
{
	expect_languages("Supprimer le paragraphe 5.\n\nNorland: 6.", "fr", "fr fr");
}

Test(tongue, a_reader_of_one_language_knows_no_other)
{
	redline_reader *reader;
	redline_statement *s;
	uint32_t count;
	cr_assert_eq(redline_reader_new(&reader, "fr"), REDLINE_OK);
	cr_assert_eq(redline_statement_new(&s, reader, BYTES("Delete paragraph 5."), 0, NULL),
	             REDLINE_OK);
	(void)redline_statement_amendments(s, &count);
	cr_expect_eq(count, 0);
	redline_statement_free(s);
	redline_reader_free(reader);
	cr_assert_eq(redline_reader_new(&reader, "tlh"), REDLINE_OK);
	cr_expect_null(reader);
}

Test(tongue, languages_have_names)
{
	const char *const *codes = redline_languages();
	cr_assert_str_eq(codes[0], "en");
	cr_expect_str_eq(redline_language_name("fr"), "French");
	cr_expect_str_eq(redline_language_name("tlh"), "tlh");
	for (; *codes; codes++)
		cr_expect_str_neq(redline_language_name(*codes), *codes);
}
