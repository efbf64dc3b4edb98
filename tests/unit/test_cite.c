/*
 * test_cite.c -- which block a citation means (redline_draft_find).
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/draft.h>

#include "model/cite.h"

static const char draft_text[] =
        "# Report\n\n"
        "## A. Scope\n\n"
        "1. First.\n\n"
        "2. Second:\n\n"
        "   (a) alpha;\n\n"
        "   (b) beta:\n\n"
        "      (i) one;\n\n"
        "2 bis. Inserted.\n\n"
        "## Use of terms\n\n"
        "Words without a number.\n\n"
        "4.2 Deep.\n\n"
        "## Article 5\n\n"
        "1. In the article.\n\n"
        "PP2. Recalling.\n\n"
        "## Streams {#streams}\n\n"
        "## Annex I\n\n"
        "3. In the annex.\n\n"
        "7. Also there.\n\n"
        "## Annex II\n\n"
        "7. There, too.\n";

struct row {
	const char *cited;
	redline_status status;
	const char *found; /* what the block's body begins with */
};

/* The words in which a block begins, its label aside. */
static const char *body_of(const redline_draft *draft, uint32_t block)
{
	const redline_block *b = &redline_draft_blocks(draft)[block];
	return redline_draft_text(draft).ptr + (b->body.begin < b->body.end ? b->body.begin
	                                                                    : b->label.begin);
}

static void expect(const redline_draft *draft, const struct row *row)
{
	uint32_t block, other;
	redline_bytes const cited = {row->cited, strlen(row->cited)};
	redline_status const status = redline_draft_find(draft, cited, &block, &other);
	cr_expect_eq(status, row->status, "\"%s\": %s", row->cited, redline_status_text(status));
	if (!row->found) {
		cr_expect_eq(block, REDLINE_NONE, "\"%s\" finds a block", row->cited);
		return;
	}
	cr_assert_neq(block, REDLINE_NONE, "\"%s\"", row->cited);
	cr_expect(!strncmp(body_of(draft, block), row->found, strlen(row->found)),
	          "\"%s\" finds %.20s", row->cited, body_of(draft, block));
}

Test(cite, finds_what_people_write)
{
	static const struct row rows[] = {
	        {"2", REDLINE_OK, "Second"},
	        {"2.", REDLINE_OK, "Second"},
	        {" para 2 ", REDLINE_OK, "Second"},
	        {"Paragraph 2", REDLINE_OK, "Second"},
	        {"2 (a)", REDLINE_OK, "alpha"},
	        {"2(A)", REDLINE_OK, "alpha"},
	        {"para. 2 (b) (i)", REDLINE_OK, "one"},
	        {"2b(i)", REDLINE_OK, "one"},
	        {"2bis", REDLINE_OK, "Inserted"},
	        {"2 BIS", REDLINE_OK, "Inserted"},
	        {"4.2", REDLINE_OK, "Deep"},
	        {"pp 2", REDLINE_OK, "Recalling"},
	        {"Article 5", REDLINE_OK, "Article 5"},
	        {"art. 5", REDLINE_OK, "Article 5"},
	        {"article 5, 1", REDLINE_OK, "In the article"},
	        {"Annex I, 3", REDLINE_OK, "In the annex"},
	        {"annex i 3", REDLINE_OK, "In the annex"},
	        {"annex I, para. 3", REDLINE_OK, "In the annex"},
	        {"3", REDLINE_OK, "In the annex"},
	        {"annex II, 7", REDLINE_OK, "There, too"},
	        {"Use of terms", REDLINE_OK, "Use of terms"},
	        {"use of TERMS", REDLINE_OK, "Use of terms"},
	        {"Scope", REDLINE_OK, "Scope"},
	        {"A. Scope", REDLINE_OK, "Scope"},
	        {"line 7", REDLINE_OK, "Second"},
	        {"line 8", REDLINE_OK, "Second"},
	        {"line 19", REDLINE_OK, "Words"},
	        {"1", REDLINE_OK, "First"},
        {"streams", REDLINE_OK, "Streams"},
	};
	redline_draft *draft;
	redline_bytes const text = {draft_text, sizeof draft_text - 1};
	cr_assert_eq(redline_draft_new(&draft, text, NULL), REDLINE_OK);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(draft, &rows[i]);
	redline_draft_free(draft);
}

Test(cite, guesses_at_nothing)
{
	static const struct row rows[] = {
	        {"7", REDLINE_AMBIGUOUS, "Also there"},
	        {"(a)", REDLINE_NOT_FOUND, "Scope"},
	        {"6", REDLINE_NOT_FOUND, "Article 5"},
	        {"2 (c)", REDLINE_NOT_FOUND, "Second"},
	        {"42", REDLINE_NOT_FOUND, "Article 5"},
	        {"4 (2)", REDLINE_NOT_FOUND, "Deep"},
	        {"Sco", REDLINE_NOT_FOUND, NULL},
	        {"", REDLINE_NOT_FOUND, NULL},
	        {" . ", REDLINE_NOT_FOUND, NULL},
	        {"line 0", REDLINE_NOT_FOUND, NULL},
	        {"line 99", REDLINE_NOT_FOUND, "There, too"},
	        {"line 99999999999999999999", REDLINE_NOT_FOUND, "There, too"},
	        {"line x", REDLINE_NOT_FOUND, NULL},
	};
	redline_draft *draft;
	redline_bytes const text = {draft_text, sizeof draft_text - 1};
	cr_assert_eq(redline_draft_new(&draft, text, NULL), REDLINE_OK);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		expect(draft, &rows[i]);
	redline_draft_free(draft);
}

Test(cite, shows_two_of_what_fits_twice)
{
	redline_draft *draft;
	uint32_t block, other;
	redline_bytes const text = {draft_text, sizeof draft_text - 1};
	cr_assert_eq(redline_draft_new(&draft, text, NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_find(draft, (redline_bytes){"7", 1}, &block, &other),
	             REDLINE_AMBIGUOUS);
	cr_expect(!strncmp(body_of(draft, block), "Also", 4));
	cr_expect(!strncmp(body_of(draft, other), "There", 5));
	redline_draft_free(draft);
}

Test(cite, survives_what_is_no_citation)
{
	redline_draft *draft;
	uint32_t block, other;
	char longest[5000];
	memset(longest, '7', sizeof longest);
	redline_bytes const text = {draft_text, sizeof draft_text - 1};
	cr_assert_eq(redline_draft_new(&draft, text, NULL), REDLINE_OK);
	redline_bytes const cited = {longest, sizeof longest};
	cr_expect_eq(redline_draft_find(draft, cited, &block, &other), REDLINE_NOT_FOUND);
	cr_expect_eq(redline_draft_find(draft, (redline_bytes){"\xFF\xFE", 2}, &block, &other),
	             REDLINE_NOT_FOUND);
	redline_draft_free(draft);
	cr_assert_eq(redline_draft_new(&draft, (redline_bytes){"", 0}, NULL), REDLINE_OK);
	cr_expect_eq(redline_draft_find(draft, (redline_bytes){"1", 1}, &block, &other),
	             REDLINE_NOT_FOUND);
	cr_expect_eq(block, REDLINE_NONE);
	redline_draft_free(draft);
}

static bool holds(const char *whole, const char *part)
{
	struct cite_key a, b;
	cite_key_make(&a, (redline_bytes){whole, strlen(whole)});
	cite_key_make(&b, (redline_bytes){part, strlen(part)});
	return cite_key_holds(&a, &b);
}

Test(cite, words_are_held_whole_and_in_order)
{
	cr_expect(holds("Finance and budget", "budget"));
	cr_expect(holds("**Finance** and Budget", "finance, and"));
	cr_expect(holds("Scope", "Scope"));
	cr_expect_not(holds("Finance and budget", "bud"));
	cr_expect_not(holds("Finance and budget", "nance"));
	cr_expect_not(holds("Finance and budget", "budget finance"));
	cr_expect_not(holds("Scope", "Scope of application"));
	cr_expect_not(holds("Scope", "--"));
}
