/*
 * law_short.c -- the shortest statements there are: every row of up to three of a few marks,
 * words and places.  Each gets an answer, and the laws of a trial hold.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "support/trial.h"

#define DRAFT "1. Many words are here.\n\n2. Others are there.\n"

static const char *const pieces[] = {
	".", ":", ",", ";", "-", "*", "(", ")", "[", "“a”", "\"", "«", "?", "|", "{++", "~~",
	"\n\n", "\n- ", "1", "(a)", "paragraph 1", "Kenya", "delete", "new", "not", "and",
	"删去", "：", "،", "пункт",
};
#define COUNT (sizeof pieces / sizeof *pieces)

static redline_reader *reader;

static void begin(void)
{
	cr_assert_eq(redline_reader_new(&reader, "auto"), REDLINE_OK);
}

static void end(void)
{
	redline_reader_free(reader);
}

TestSuite(short_statements, .init = begin, .fini = end, .timeout = 1800);

static void try_row(const char *const row[], unsigned count, const char *between)
{
	char text[128] = "";
	struct trial t;
	for (unsigned i = 0; i < count; i++) {
		strcat(text, i ? between : "");
		strcat(text, row[i]);
	}
	redline_bytes const statement = {text, strlen(text)};
	cr_assert_eq(trial_run(&t, reader, (redline_bytes){DRAFT, sizeof DRAFT - 1}, &statement, 1),
	             REDLINE_OK, "%s", text);
	const char *const broken = law_of_trial(&t);
	cr_assert(!broken, "%s: %s", broken, text);
	trial_release(&t);
}

Test(short_statements, each_is_answered)
{
	for (size_t i = 0; i < COUNT; i++) {
		try_row((const char *const[]){pieces[i]}, 1, "");
		for (size_t k = 0; k < COUNT; k++)
			try_row((const char *const[]){pieces[i], pieces[k]}, 2, "");
	}
}

Test(short_statements, each_row_of_three_is_answered)
{
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < COUNT; k++)
			for (size_t n = 0; n < COUNT; n++)
				try_row((const char *const[]){pieces[i], pieces[k], pieces[n]}, 3, " ");
}
