/*
 * test_denied.c -- what "We cannot accept the following:" takes back of a statement, and where
 * it ends.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/statement.h>

static redline_reader *reader;

static void begin(void)
{
	cr_assert_eq(redline_reader_new(&reader, "auto"), REDLINE_OK);
}

static void end(void)
{
	redline_reader_free(reader);
}

TestSuite(denied, .init = begin, .fini = end);

/* One amendment is left, of the place with this label. */
static void expect_only(const char *label, const char *text)
{
	redline_statement *s;
	cr_assert_eq(
		redline_statement_new(&s, reader, (redline_bytes){text, strlen(text)}, 0, NULL),
		REDLINE_OK);
	uint32_t count;
	const redline_amendment *m = redline_statement_amendments(s, &count);
	cr_expect_eq(count, 1, "%u amendments in: %s", count, text);
	if (count == 1) {
		redline_bytes const got = m[0].places[0].steps[0].label;
		cr_expect(got.len == strlen(label) && memcmp(got.ptr, label, got.len) == 0,
		          "another place in: %s", text);
	}
	redline_statement_free(s);
}

#define DENIED "We object to these proposals:\n\nDelete paragraph 5.\n\nDelete paragraph 6.\n\n"

Test(denied, a_sentence_that_proposes_ends_it)
{
	expect_only("7", DENIED "We propose the following:\n\nDelete paragraph 7.\n");
	expect_only("7", DENIED "We propose to delete paragraph 7.\n");
	expect_only("7", DENIED "Our amendments:\n\n- Delete paragraph 7.\n");
}

Test(denied, a_heading_ends_it_unless_it_is_a_place)
{
	expect_only("7", DENIED "## Further changes\n\nDelete paragraph 7.\n");
	expect_only("8", DENIED "## Paragraph 7\n\nDelete the paragraph.\n\n## Other changes\n\n"
	                        "Delete paragraph 8.\n");
}

Test(denied, another_speaker_ends_it)
{
	expect_only("7", DENIED "Japan: Delete paragraph 7.\n");
	expect_only("7", DENIED "Japan\n\nDelete paragraph 7.\n");
}

Test(denied, a_list_item_takes_back_only_what_is_listed_under_it)
{
	expect_only("7", "1. We cannot accept the following changes:\n   - Delete paragraph 5.\n"
	                 "   - Delete paragraph 6.\n2. Delete paragraph 7.\n");
	expect_only("7", "- We cannot accept the following change:\n- Delete paragraph 5.\n"
	                 "- Delete paragraph 7.\n");
}

Test(denied, a_heading_takes_back_the_headings_under_it)
{
	expect_only("7", "# Amendments not accepted\n\n## Paragraph 5\n\nDelete the paragraph.\n\n"
	                 "# Amendments\n\nDelete paragraph 7.\n");
	expect_only("7", "Rejected amendments\n\nDelete paragraph 6\n\nDelete paragraph 5\n\n"
	                 "New amendments\n\nDelete paragraph 7\n");
}
