/*
 * test_history_write.c -- the history of a paragraph and who wrote its words, as
 * a person and a program get to see them.
 */
#include <criterion/criterion.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <redline/history.h>

#include "support/text.h"

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

static const char created[] =
    "41. States could benefit from establishing national coordination bodies to\n"
    "    assess needs and to coordinate effective programmes, and they are encouraged\n"
    "    to report on their findings.\n";
static const char moved[] =
    "58. States could benefit from establishing national coordination bodies to\n"
    "    assess needs and to coordinate effective programmes, and they are encouraged\n"
    "    to report on their findings.\n";
static const char edited[] =
    "58. States could benefit from enhancing national coordination bodies to assess\n"
    "    needs and to coordinate effective programmes, and they are encouraged to\n"
    "    report on all their findings.\n";

static redline_trailer const why[] = {
	{{"Reason", 6}, {"they exist", 10}},
};

struct example {
	redline_revision chair, secretariat, japan;
	redline_history_entry entries[3];
	redline_history history;
};

static redline_revision revision(const char *id, const char *who, int64_t time, const char *subject)
{
	redline_revision r = {.author = {.name = of(who), .time = time}, .subject = of(subject)};
	memcpy(r.id.text, id, strlen(id) + 1);
	return r;
}

static void make(struct example *x)
{
	memset(x, 0, sizeof *x);
	x->chair = revision("77d0aa2000000000000000000000000000000000", "Chair", 1590537600, "Zero draft");
	x->secretariat =
	    revision("41ab003000000000000000000000000000000000", "Secretariat", 1601640000, "Put in order");
	x->japan = revision("9f2c1e7000000000000000000000000000000000", "Japan", 1605657600, "Japan on 58");
	x->japan.label = of("Rev.1");
	x->japan.author.offset = 9 * 60;
	x->japan.trailers = why;
	x->japan.trailer_count = 1;
	x->entries[0] = (redline_history_entry){
		.kind = REDLINE_EDITED, .revision = &x->japan, .edited = true,
		.number = of("58"), .old_number = of("58"), .section = of("E. Capacity"),
		.old_section = of("E. Capacity"), .path = of("draft.md"),
		.text = of(edited), .old_text = of(moved), .returned = 1, .struck = &x->chair,
	};
	x->entries[1] = (redline_history_entry){
		.kind = REDLINE_MOVED, .revision = &x->secretariat, .renumbered = true,
		.number = of("58"), .old_number = of("41"), .section = of("E. Capacity"),
		.old_section = of("D. Norms"), .path = of("draft.md"),
		.text = of(moved), .old_text = of(created),
	};
	x->entries[2] = (redline_history_entry){
		.kind = REDLINE_CREATED, .revision = &x->chair, .edited = true,
		.number = of("41"), .section = of("D. Norms"), .path = of("old.md"),
		.text = of(created),
	};
	x->history = (redline_history){x->entries, 3};
}

static void expect_shown(const struct text *shown, const char *want)
{
	cr_expect(text_is(text_view(shown), of(want)), "wanted\n%s\ngot\n%s", want, shown->ptr);
}

Test(history_write, says_who_when_why_and_what)
{
	struct example x;
	struct text shown = {0};
	redline_style const style = {.width = 80};
	make(&x);
	cr_assert_eq(redline_write_history(&x.history, false, &style, text_sink, &shown), REDLINE_OK);
	expect_shown(&shown,
	    "58  2020-11-18  Japan        9f2c1e7 Rev.1  edited\n"
	    "    1 word is back, struck by Chair in 77d0aa2; they exist\n"
	    "    States could benefit from [-establishing-]{+enhancing+} national\n"
	    "    coordination bodies to assess ... are encouraged to report on {+all +}their\n"
	    "    findings.\n"
	    "58  2020-10-02  Secretariat  41ab003        moved\n"
	    "    41 became 58; from \"D. Norms\" to \"E. Capacity\"; Put in order\n"
	    "41  2020-05-27  Chair        77d0aa2        created  Zero draft\n"
	    "    {+41. States could benefit from establishing national coordination bodies+}\n"
	    "    {+to assess needs and to coordinate effective programmes, and they are+}\n"
	    "    {+encouraged to report on their findings.+}\n");
	text_release(&shown);
}

Test(history_write, counts_words)
{
	struct example x;
	struct text shown = {0};
	redline_style const style = {.width = 100};
	make(&x);
	cr_assert_eq(redline_write_history(&x.history, true, &style, text_sink, &shown), REDLINE_OK);
	expect_shown(&shown,
	    "58  2020-11-18  Japan        9f2c1e7 Rev.1  edited   1 word is back, struck by Chair in 77d0aa2; 2\n"
	    "                                                     words in, 1 out\n"
	    "58  2020-10-02  Secretariat  41ab003        moved    41 became 58; from \"D. Norms\" to \"E. Capacity\"\n"
	    "41  2020-05-27  Chair        77d0aa2        created  26 words in, 0 out\n");
	text_release(&shown);
}

static void expect_string(const json_t *it, const char *key, const char *want)
{
	const char *got = json_string_value(json_object_get(it, key));
	cr_expect(got && strcmp(got, want) == 0, "%s: wanted %s, got %s", key, want, got ? got : "nothing");
}

static json_t *parse(const struct text *shown)
{
	json_error_t error;
	json_t *all = json_loadb(shown->ptr, shown->len, JSON_REJECT_DUPLICATES, &error);
	cr_assert(all && json_is_array(all), "%s", error.text);
	return all;
}

Test(history_write, is_json_with_the_texts_as_they_are)
{
	struct example x;
	struct text shown = {0};
	make(&x);
	cr_assert_eq(redline_write_history_json(&x.history, text_sink, &shown), REDLINE_OK);
	json_t *all = parse(&shown), *first = json_array_get(all, 0);
	cr_expect_eq(json_array_size(all), 3);
	expect_string(first, "revision", "9f2c1e7000000000000000000000000000000000");
	expect_string(first, "revision_label", "Rev.1");
	expect_string(first, "label", "58");
	expect_string(first, "kind", "edited");
	expect_string(first, "author", "Japan");
	expect_string(first, "date", "2020-11-18T09:00:00+09:00");
	expect_string(first, "reason", "they exist");
	expect_string(first, "old", moved);
	expect_string(first, "new", edited);
	const json_t *change = json_array_get(json_object_get(first, "changes"), 0);
	expect_string(change, "old", "establishing");
	expect_string(change, "new", "enhancing");
	expect_string(json_array_get(all, 1), "old_label", "41");
	expect_string(json_array_get(all, 1), "date", "2020-10-02T12:00:00Z");
	expect_string(json_array_get(all, 2), "old", "");
	json_decref(all);
	text_release(&shown);
}

/* ---- who brought in each word ---- */

static const char paragraph[] = "58. Japan's word is here, and here.\n\n    (a) Also this.\n";

static void make_blame(struct example *x, redline_blame *b, const redline_revision **revisions)
{
	static redline_blame_run const runs[] = {
		{{0, 12}, 0, false}, {{12, 17}, 1, false}, {{17, 26}, 0, false},
		{{26, 30}, 1, true}, {{30, sizeof paragraph - 1}, 0, false},
	};
	make(x);
	revisions[0] = &x->chair;
	revisions[1] = &x->japan;
	*b = (redline_blame){
		.number = of("58"), .section = of("E. Capacity"), .text = of(paragraph),
		.runs = runs, .count = 5, .revisions = revisions, .revision_count = 2,
	};
}

Test(blame_write, reads_down_the_rows)
{
	struct example x;
	redline_blame b;
	const redline_revision *revisions[2];
	struct text shown = {0};
	redline_style const style = {.width = 80};
	make_blame(&x, &b, revisions);
	cr_assert_eq(redline_write_blame(&b, &style, text_sink, &shown), REDLINE_OK);
	expect_shown(&shown,
	    "58  E. Capacity\n"
	    "77d0aa2  2020-05-27  Chair  58. Japan's\n"
	    "9f2c1e7  2020-11-18  Japan              word\n"
	    "77d0aa2  2020-05-27  Chair                   is here,\n"
	    "9f2c1e7  2020-11-18  Japan                            and (returned)\n"
	    "77d0aa2  2020-05-27  Chair                                here.\n"
	    "                            (a) Also this.\n"
	    "\n"
	    "Chair  8 words\n"
	    "Japan  2 words, 1 of them returned\n");
	text_release(&shown);
}

Test(blame_write, json_runs_make_up_the_text)
{
	struct example x;
	redline_blame b;
	const redline_revision *revisions[2];
	struct text shown = {0}, whole = {0};
	make_blame(&x, &b, revisions);
	cr_assert_eq(redline_write_blame_json(&b, text_sink, &shown), REDLINE_OK);
	json_t *all = parse(&shown), *run;
	size_t i;
	json_array_foreach(all, i, run)
		text_sink(&whole, json_string_value(json_object_get(run, "text")),
		          json_string_length(json_object_get(run, "text")));
	cr_expect(text_is(text_view(&whole), of(paragraph)));
	expect_string(json_array_get(all, 1), "author", "Japan");
	cr_expect(json_is_true(json_object_get(json_array_get(all, 3), "returned")));
	cr_expect_null(json_object_get(json_array_get(all, 1), "returned"));
	json_decref(all);
	text_release(&shown);
	text_release(&whole);
}

/* ESC and the like in a name, a reason or a text never reach the terminal. */
Test(history_write, hides_nothing_and_obeys_nothing)
{
	struct example x;
	struct text shown = {0};
	redline_style const style = {.width = 80};
	make(&x);
	x.japan.author.name = of("Ja\033[31mpan");
	x.entries[0].text = of("58. States\xE2\x80\xAE could \033]0;x\a benefit.\n");
	cr_assert_eq(redline_write_history(&x.history, false, &style, text_sink, &shown), REDLINE_OK);
	cr_expect_null(memchr(shown.ptr, '\033', shown.len));
	cr_expect_null(memchr(shown.ptr, '\a', shown.len));
	cr_expect_not_null(strstr(shown.ptr, "U+202E"));
	text_release(&shown);
}
