/*
 * test_envelope.c -- who speaks and when, by the first lines of a statement,
 * and the party that a line is headed with.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/envelope.h"
#include "support/text.h"

static struct lexer *lexer;

static void begin(void)
{
	lexer = lexer_new(&lang_en);
	cr_assert_not_null(lexer);
}

static void end(void)
{
	lexer_free(lexer);
}

static void put_parties(struct text *out, const redline_bytes *parties, unsigned count)
{
	for (unsigned i = 0; i < count; i++)
		text_format(out, "%s%.*s", i ? ", " : "", (int)parties[i].len, parties[i].ptr);
}

struct head_case {
	const char *name, *text, *parties, *date;
};

static void check_heads(const struct head_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena a = {0};
		struct letter const none = {.count = 0};
		struct envelope e;
		struct text got = {0};
		redline_draft *layout;
		cr_assert_eq(redline_draft_new(&layout, bytes_of(cases[i].text), NULL), REDLINE_OK);
		struct quotes quotes;
		cr_assert(quotes_find(&quotes, &a, layout));
		cr_assert(envelope_read(&e, &a, lexer, layout, &quotes, &none));
		text_put(&got, "");
		put_parties(&got, e.parties, e.party_count);
		cr_expect_str_eq(got.ptr, cases[i].parties, "%s: %s", cases[i].name, got.ptr);
		cr_expect(text_is(e.date, bytes_of(cases[i].date)), "%s: %.*s", cases[i].name,
		          (int)e.date.len, e.date.ptr);
		text_release(&got);
		redline_draft_free(layout);
		arena_release(&a);
	}
}

#define CHECK(cases) check_heads(cases, sizeof(cases) / sizeof *(cases))

Test(envelope, the_speaker, .init = begin, .fini = end)
{
	static const struct head_case cases[] = {
		{"a title", "# Japan\n\nWe propose it.\n", "Japan", ""},
		{"a statement by", "Statement by Japan\n\nThank you.\n", "Japan", ""},
		{"a key", "From: Norway\n\nThank you.\n", "Norway", ""},
		{"a group", "Statement on behalf of the European Union\n\nThank you.\n", "European Union", ""},
		{"two of them", "Joint proposal of Kenya and Norway\n\nThank you.\n", "Kenya, Norway", ""},
		{"the chair is thanked, not speaking", "Statement by Japan, to the Chair\n\nHello.\n",
		 "Japan", ""},
		{"a name in running text is no speaker", "We agree with Japan on this.\n", "", ""},
		{"an instruction ends the head", "Replace \"a\" with \"b\".\n\nStatement by Japan\n", "", ""},
		{"nobody", "Thank you all.\n", "", ""},
		{"nothing", "", "", ""},
	};
	CHECK(cases);
}

Test(envelope, the_date, .init = begin, .fini = end)
{
	static const struct head_case cases[] = {
		{"day first", "18 November 2020\n", "", "2020-11-18"},
		{"month first", "New York, November 18, 2020\n", "", "2020-11-18"},
		{"an ordinal", "18th November 2020\n", "", "2020-11-18"},
		{"month first, an ordinal", "March 1st, 2021\n", "", "2021-03-01"},
		{"a short month", "3 Sept. 2021\n", "", "2021-09-03"},
		{"figures", "Date: 2020-11-18\n", "", "2020-11-18"},
		{"the first one counts", "1 May 2020\n\n2 May 2020\n", "", "2020-05-01"},
		{"no such month", "18 Brumaire 2020\n", "", ""},
		{"no such day", "32 May 2020\n", "", ""},
		{"no such month in figures", "2020-13-01\n", "", ""},
		{"no year", "18 November\n", "", ""},
		{"a long number", "118 November 20201\n", "", ""},
		{"of new wording", "Add: \"It begins on 1 May 2020.\"\n\n2 May 2020\n", "", "2020-05-02"},
	};
	CHECK(cases);
}

/* ---- headed lines ---- */

struct line_case {
	const char *line, *parties, *rest;
};

Test(envelope, parties_before_a_colon_or_alone, .init = begin, .fini = end)
{
	static const struct line_case cases[] = {
		{"Japan: delete it", "Japan", "delete it"},
		{"Japan and Norway: delete it", "Japan, Norway", "delete it"},
		{"Japan, Norway, Kenya: x", "Japan, Norway, Kenya", "x"},
		{"**Japan:** delete it", "Japan", "delete it"},
		{"[Japan: delete it", "Japan", "delete it"},
		{"The European Union: x", "European Union", "x"},
		{"Japan", "Japan", ""},
		{"Japan proposes: delete it", "", NULL},
		{"Japan and others: x", "", NULL},
		{"Note: delete it", "", NULL},
		{"", "", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_bytes parties[4], line = bytes_of(cases[i].line);
		redline_range const body = {0, (uint32_t)line.len};
		struct text got = {0};
		uint32_t after;
		unsigned const n = envelope_parties_of(lexer, line, body, parties, 4, &after);
		text_put(&got, "");
		put_parties(&got, parties, n);
		cr_expect_str_eq(got.ptr, cases[i].parties, "%s: %s", cases[i].line, got.ptr);
		cr_expect(!cases[i].rest || strcmp(cases[i].line + after, cases[i].rest) == 0, "%s: %s",
		          cases[i].line, cases[i].line + after);
		text_release(&got);
	}
}

Test(envelope, no_more_parties_than_there_is_room_for, .init = begin, .fini = end)
{
	redline_bytes parties[2], line = BYTES("Japan, Norway, Kenya: x");
	uint32_t after;
	unsigned const n = envelope_parties_of(lexer, line, (redline_range){0, (uint32_t)line.len},
	                                       parties, 2, &after);
	cr_expect_leq(n, 2);
}
