/*
 * test_beside.c -- texts set beside each other: every word for them that is listed.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <redline/statement.h>

#include "lang/lang.h"

struct expected {
	redline_action action;
	uint32_t count;
};

static redline_reader *reader;

static void begin(void)
{
	cr_assert_eq(redline_reader_new(&reader, "auto"), REDLINE_OK);
}

static void end(void)
{
	redline_reader_free(reader);
}

TestSuite(beside, .init = begin, .fini = end);

static redline_statement *statement_of(const char *text)
{
	redline_statement *s;
	cr_assert_eq(
		redline_statement_new(&s, reader, (redline_bytes){text, strlen(text)}, 0, NULL),
		REDLINE_OK);
	return s;
}

static void expect(const char *text, struct expected want)
{
	redline_statement *s = statement_of(text);
	uint32_t count;
	const redline_amendment *m = redline_statement_amendments(s, &count);
	cr_expect_eq(count, want.count, "%u amendments in: %s", count, text);
	if (count && want.count) {
		cr_expect_eq(m[0].action, want.action, "other action: %s", text);
		cr_expect_eq(m[0].place_count, 1, "no place: %s", text);
	}
	redline_statement_free(s);
}

Test(beside, every_label_of_a_present_text_is_read)
{
	for (const char *const *label = lang_present_texts; *label; label++) {
		char text[256];
		snprintf(text, sizeof text, "Paragraph 5\n\n%s: Geneva\n\nProposed text: Vienna\n",
		         *label);
		expect(text, (struct expected){REDLINE_SUBSTITUTE, 1});
	}
}

Test(beside, every_label_of_a_proposed_text_is_read)
{
	for (const char *const *label = lang_proposed_texts; *label; label++) {
		char text[256];
		snprintf(text, sizeof text, "Paragraph 5\n\nCurrent text: Geneva\n\n%s: Vienna\n",
		         *label);
		expect(text, (struct expected){REDLINE_SUBSTITUTE, 1});
	}
}

static void expect_row(const char *place, const char *party, const char *now, struct expected want)
{
	char text[512];
	snprintf(text, sizeof text,
	         "| %s | %s | Current text | Proposed text |\n|---|---|---|---|\n"
	         "| Paragraph 5 | Japan | Geneva | %s |\n",
	         place, party, now);
	expect(text, want);
}

Test(beside, every_head_of_a_table_is_read)
{
	struct expected const one = {REDLINE_SUBSTITUTE, 1};
	for (const char *const *head = lang_place_heads; *head; head++)
		expect_row(*head, "Delegation", "Vienna", one);
	for (const char *const *head = lang_party_heads; *head; head++)
		expect_row("Place", *head, "Vienna", one);
}

Test(beside, every_word_of_what_goes_and_of_what_stays_is_read)
{
	for (const char *const *word = lang_deletions; *word; word++)
		expect_row("Place", "Delegation", *word, (struct expected){REDLINE_DELETE, 1});
	for (const char *const *word = lang_unchanged; *word; word++)
		expect_row("Place", "Delegation", *word, (struct expected){.count = 0});
}

Test(beside, every_label_of_a_remark_ends_the_text_before_it)
{
	for (const char *const *label = lang_remark_heads; *label; label++) {
		if (strchr(*label, '.')) /* "Or. en" stands alone */
			continue;
		char text[256];
		snprintf(
			text, sizeof text,
			"Paragraph 5\nCurrent text: Geneva\nProposed text: Vienna\n%s: so it was\n",
			*label);
		expect(text, (struct expected){REDLINE_SUBSTITUTE, 1});
	}
}

Test(beside, a_table_of_more_columns_than_are_kept_is_no_table_of_texts)
{
	char text[4096] = "";
	for (unsigned line = 0; line < 3; line++) {
		for (unsigned i = 0; i < 70; i++)
			strcat(text, line == 1 ? "|---" : i ? "| a " : "| Current text ");
		strcat(text, "|\n");
	}
	expect(text, (struct expected){.count = 0});
}

/* The one amendment of the statement is proposed by that party alone. */
static void expect_party(const char *text, const char *party)
{
	redline_statement *s = statement_of(text);
	uint32_t count;
	const redline_amendment *m = redline_statement_amendments(s, &count);
	cr_assert_eq(count, 1);
	cr_assert_eq(m[0].proposer_count, 1);
	cr_assert_eq(m[0].proposers[0].len, strlen(party));
	cr_expect_arr_eq(m[0].proposers[0].ptr, party, strlen(party));
	redline_statement_free(s);
}

/* A proposer that no list has is that one, and never who speaks. */
Test(beside, a_party_that_no_list_has_keeps_its_name)
{
	expect_party("Statement by Norway\n\n"
	             "| Delegation | Para | Text | Proposal |\n|---|---|---|---|\n"
	             "| River League | 5 | Geneva | Vienna |\n",
	             "River League");
}

/* "Paragraph 5" on its own line looks like a heading, and ends nobody's statement. */
Test(beside, a_name_alone_on_a_line_holds_under_headings)
{
	expect_party("Norway\n\nParagraph 5\n\nCurrent text: Geneva\n\n"
	             "Proposed text: Vienna\n",
	             "Norway");
}

/* A table's row of two cells, one of them a piece over and over. */
static char *row_of(const char *piece, unsigned times, const char *other)
{
	static const char head[] = "| Paragraph | Current text | Proposed text |\n|---|---|---|\n| 1 | ";
	size_t const len = strlen(piece), most = sizeof head + times * len + strlen(other) + 16;
	char *text = malloc(most);
	cr_assert_not_null(text);
	size_t at = (size_t)snprintf(text, most, "%s%s | ", head, other);
	for (unsigned i = 0; i < times; i++, at += len)
		memcpy(text + at, piece, len);
	snprintf(text + at, most - at, " |\n");
	return text;
}

/* Each mark was once counted to the end of its line, and each piece looked for in the whole
 * of the other text: a minute's work and more. */
Test(beside, a_cell_full_of_marks_is_soon_read, .timeout = 30)
{
	static const char *const pieces[] = {"*", "*ab* ", "~~", "~~ab~~ ", "<br>"};
	char *other = malloc(400001);
	cr_assert_not_null(other);
	memset(other, 'x', 400000);
	other[400000] = '\0';
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		char *text = row_of(pieces[i], 80000, other);
		redline_statement_free(statement_of(text));
		free(text);
	}
	free(other);
}
