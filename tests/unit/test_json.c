/*
 * test_json.c -- a comparison as JSON, schema "redline-diff/1": its members,
 * what is left out, and that hidden characters are spelt out.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/write.h>

#include "support/text.h"

static redline_bytes of(const char *terminated)
{
	return (redline_bytes){terminated, strlen(terminated)};
}

/* Without line ends and indentation, so that what is wanted can be read. */
static void fold(struct text *json)
{
	size_t len = 0;
	bool in_string = false;
	for (size_t at = 0; at < json->len; at++) {
		char const c = json->ptr[at];
		in_string ^= c == '"' && (at == 0 || json->ptr[at - 1] != '\\');
		if (c != '\n')
			json->ptr[len++] = c;
		while (!in_string && (c == '\n' || c == ',') && at + 1 < json->len &&
		       json->ptr[at + 1] == ' ')
			at++;
	}
	json->len = len;
	json->ptr[len] = '\0';
}

static void write_comparison(const char *old, const char *now,
                             const redline_compare_options *options, struct text *json)
{
	redline_draft *before, *after;
	redline_comparison *comparison;
	cr_assert_eq(redline_draft_new(&before, of(old), NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&after, of(now), NULL), REDLINE_OK);
	cr_assert_eq(redline_compare(&comparison, before, after, options), REDLINE_OK);
	redline_view const view = {
		.script = redline_comparison_script(comparison),
		.draft = before,
		.draft_name = "old.md",
		.comparison = comparison,
		.after = after,
		.after_name = "new.md",
	};
	cr_assert_eq(redline_write_json(&view, text_sink, json), REDLINE_OK);
	redline_comparison_free(comparison);
	redline_draft_free(before);
	redline_draft_free(after);
	fold(json);
}

static void expect_json(const char *old, const char *now, const char *want)
{
	struct text json = {0};
	write_comparison(old, now, NULL, &json);
	cr_expect(text_is(text_view(&json), of(want)), "wanted\n%s\ngot\n%s", want, json.ptr);
	text_release(&json);
}

/* All of these are in it, in this order. */
static void expect_parts(const char *old, const char *now, const char *const *parts)
{
	struct text json = {0};
	write_comparison(old, now, NULL, &json);
	const char *at = json.ptr;
	for (uint32_t i = 0; at && parts[i]; i++) {
		const char *hit = strstr(at, parts[i]);
		cr_expect(hit, "wanted %s\nin %s\nin all %s", parts[i], at, json.ptr);
		at = hit ? hit + strlen(parts[i]) : NULL;
	}
	text_release(&json);
}

Test(json, a_word_changed)
{
	expect_json("# A\n\n1. States may report.\n", "# A\n\n1. States shall report.\n",
	            "{\"schema\": \"redline-diff/1\","
	            "\"old\": {\"file\": \"old.md\",\"bytes\": 27,\"blocks\": 3},"
	            "\"new\": {\"file\": \"new.md\",\"bytes\": 29,\"blocks\": 3},"
	            "\"totals\": {\"old_words\": 5,\"new_words\": 5,\"deleted\": 1,\"inserted\": 1,"
	            "\"moved_words\": 0,\"edited\": 1,\"added\": 0,\"dropped\": 0,\"moved\": 0,"
	            "\"renumbered\": 0,\"split\": 0,\"merged\": 0,\"references\": 0,"
	            "\"spacings\": 0,\"bounded\": false},"
	            "\"pairs\": [{\"kind\": \"edited\","
	            "\"old\": {\"path\": \"1\",\"lines\": [3,3],\"bytes\": [5,27]},"
	            "\"new\": {\"path\": \"1\",\"lines\": [3,3],\"bytes\": [5,29]}}],"
	            "\"changes\": [{\"aspect\": \"words\",\"old\": [15,18],\"new\": [15,20],"
	            "\"old_text\": \"may\",\"new_text\": \"shall\",\"path\": \"1\",\"line\": 3}],"
	            "\"moves\": []}");
}

Test(json, nothing_changed)
{
	expect_json("", "",
	            "{\"schema\": \"redline-diff/1\","
	            "\"old\": {\"file\": \"old.md\",\"bytes\": 0,\"blocks\": 0},"
	            "\"new\": {\"file\": \"new.md\",\"bytes\": 0,\"blocks\": 0},"
	            "\"totals\": {\"old_words\": 0,\"new_words\": 0,\"deleted\": 0,\"inserted\": 0,"
	            "\"moved_words\": 0,\"edited\": 0,\"added\": 0,\"dropped\": 0,\"moved\": 0,"
	            "\"renumbered\": 0,\"split\": 0,\"merged\": 0,\"references\": 0,"
	            "\"spacings\": 0,\"bounded\": false},"
	            "\"pairs\": [],\"changes\": [],\"moves\": []}");
}

/* A paragraph that came has no old side, one that went no new one. */
Test(json, added_and_deleted)
{
	static const char *const added[] = {
		"\"pairs\": [{\"kind\": \"added\",\"new\": {\"path\": \"2\",\"lines\": [3,3],"
		"\"bytes\": [25,40]}}]",
		"\"new_text\": \"2. Few follow.\\n\",\"path\": \"2\",\"line\": 3", NULL,
	};
	static const char *const deleted[] = {
		"\"pairs\": [{\"kind\": \"deleted\",\"old\": {\"path\": \"2\",\"lines\": [3,3],"
		"\"bytes\": [25,40]}}]",
		"\"old_text\": \"2. Few follow.\\n\",\"new_text\": \"\",\"path\": \"2\",\"line\": 3", NULL,
	};
	expect_parts("1. States shall report.\n\n", "1. States shall report.\n\n2. Few follow.\n",
	             added);
	expect_parts("1. States shall report.\n\n2. Few follow.\n", "1. States shall report.\n\n",
	             deleted);
}

static const char three[] =
	"1. The first of all paragraphs, which stays as it was for ever.\n\n"
	"2. All parties agree that this text, which moves, stays as good as it ever was.\n\n"
	"3. The last of all paragraphs, which also stays as it was, number included.\n";
static const char three_moved[] =
	"1. The first of all paragraphs, which stays as it was for ever.\n\n"
	"3. The last of all paragraphs, which also stays as it was, number included.\n\n"
	"4. All parties agree that this text, which moved, stays as good as it ever was.\n";

Test(json, a_move_has_two_ends_and_its_own_changes)
{
	static const char *const parts[] = {
		"\"pairs\": [{\"kind\": \"moved\",\"kinds\": [\"moved\",\"edited\",\"renumbered\"],"
		"\"old\": {\"path\": \"2\",\"lines\": [3,3]", "\"new\": {\"path\": \"4\",\"lines\": [5,5]",
		"\"changes\": [{\"aspect\": \"move\"", "\"new_text\": \"\",\"path\": \"2\",\"line\": 3,"
		"\"move\": 1},{\"aspect\": \"move\"", "\"old_text\": \"\"",
		"\"path\": \"4\",\"line\": 5,\"move\": 1}]",
		"\"moves\": [{\"from\": {\"path\": \"2\",\"lines\": [3,3],\"bytes\": [",
		"\"to\": {\"path\": \"4\",\"lines\": [5,5],\"bytes\": [",
		"\"changes\": [{\"aspect\": \"number\"", "\"old_text\": \"2\",\"new_text\": \"4\",",
		"{\"aspect\": \"words\"", "\"old_text\": \"moves\",\"new_text\": \"moved\",\"path\": \"4\","
		"\"line\": 5}]}]}", NULL,
	};
	expect_parts(three, three_moved, parts);
}

Test(json, splits_numbers_and_references)
{
	static const char *const parts[] = {
		"{\"kind\": \"added\"", "{\"kind\": \"renumbered\",", "{\"kind\": \"split\",\"kinds\": [",
		"\"aspect\": \"number\"", "\"aspect\": \"break\"", "\"aspect\": \"reference\"",
		"\"old_text\": \"1\",\"new_text\": \"2\"", NULL,
	};
	expect_parts("1. The first of the paragraphs is about nothing.\n\n"
	             "2. States may ask for help. That shall be under paragraph 1 of this text.\n",
	             "1. Here stands something new.\n\n"
	             "2. The first of the paragraphs is about nothing.\n\n"
	             "3. States may ask for help.\n\n"
	             "4. That shall be under paragraph 2 of this text.\n", parts);
}

Test(json, hidden_characters_are_spelt_out)
{
	static const char *const parts[] = {"\"new_text\": \"\\u202eb\"", NULL};
	expect_parts("a one two three\n", "\xe2\x80\xae" "b one two three\n", parts);
}

/* Where no drafts are at hand, lines and paths are left out. */
Test(json, without_drafts)
{
	struct text json = {0};
	redline_draft *before, *after;
	redline_comparison *comparison;
	cr_assert_eq(redline_draft_new(&before, of(three), NULL), REDLINE_OK);
	cr_assert_eq(redline_draft_new(&after, of(three_moved), NULL), REDLINE_OK);
	cr_assert_eq(redline_compare(&comparison, before, after, NULL), REDLINE_OK);
	redline_view const view = {
		.script = redline_comparison_script(comparison),
		.comparison = comparison,
	};
	cr_assert_eq(redline_write_json(&view, text_sink, &json), REDLINE_OK);
	cr_expect(text_holds(text_view(&json), "\"file\": \"old\""));
	cr_expect(text_holds(text_view(&json), "\"kind\": \"moved\""));
	cr_expect_not(text_holds(text_view(&json), "\"path\""));
	cr_expect_not(text_holds(text_view(&json), "\"line"));
	text_release(&json);
	redline_comparison_free(comparison);
	redline_draft_free(before);
	redline_draft_free(after);
}
