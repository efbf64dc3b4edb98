/*
 * test_script.c -- building scripts: borrowed and owned texts, causes, and
 * the limits.
 */
#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#include "base/bytes.h"
#include "model/script.h"
#include "support/text.h"
#include "support/trial.h"

static redline_script *finish(struct script_builder *b)
{
	redline_script *script = NULL;
	cr_assert_eq(script_finish(b, &script), REDLINE_OK);
	cr_expect_null(law_of_script(script));
	return script;
}

static void expect_texts(const redline_script *script, const char *old, const char *now)
{
	cr_expect(text_is(redline_script_old(script), bytes_of(old)), "old is %.*s",
	          (int)redline_script_old(script).len, redline_script_old(script).ptr);
	cr_expect(text_is(redline_script_new_text(script), bytes_of(now)), "new is %.*s",
	          (int)redline_script_new_text(script).len, redline_script_new_text(script).ptr);
}

Test(script, an_empty_text_has_no_operations)
{
	struct script_builder b;
	uint32_t count, causes;
	script_begin(&b, (redline_bytes){NULL, 0});
	script_keep(&b, 0);
	redline_script *script = finish(&b);
	(void)redline_script_ops(script, &count);
	(void)redline_script_causes(script, &causes);
	cr_expect(count == 0 && causes == 0);
	expect_texts(script, "", "");
	redline_script_free(script);
	redline_script_free(NULL);
}

Test(script, keeps_and_changes_make_the_new_text)
{
	struct script_builder b;
	uint32_t count, who = 0;
	script_begin(&b, BYTES("one two three"));
	script_change(&b, 0, BYTES("and "), &who, 1);
	script_keep(&b, 4);
	script_change(&b, 0, BYTES(""), &who, 1);
	script_change(&b, 3, BYTES("2"), &who, 1);
	script_keep(&b, 1);
	script_change(&b, 5, BYTES(""), &who, 1);
	redline_script *script = finish(&b);
	const redline_op *ops = redline_script_ops(script, &count);
	expect_texts(script, "one two three", "and one 2 ");
	cr_assert_eq(count, 5);
	cr_expect(range_len(ops[0].old) == 0 && range_len(ops[0].now) == 4);
	cr_expect(range_len(ops[4].old) == 5 && range_len(ops[4].now) == 0);
	redline_script_free(script);
}

/* Each change keeps its own causes, though nothing stands between them. */
Test(script, neighbouring_changes_stay_apart)
{
	struct script_builder b;
	uint32_t count, causes, first[] = {7, 9}, second = 4;
	script_begin(&b, BYTES("ab"));
	script_change(&b, 1, BYTES("A"), first, 2);
	script_change(&b, 1, BYTES("B"), &second, 1);
	redline_script *script = finish(&b);
	const redline_op *ops = redline_script_ops(script, &count);
	const uint32_t *cause = redline_script_causes(script, &causes);
	cr_assert(count == 2 && causes == 3);
	cr_expect(ops[0].cause_count == 2 && cause[ops[0].first_cause + 1] == 9);
	cr_expect(ops[1].cause_count == 1 && cause[ops[1].first_cause] == 4);
	redline_script_free(script);
}

Test(script, an_owned_old_text_is_a_copy)
{
	struct script_builder b;
	char keep[] = "keep ", gone[] = "gone", come[] = "come";
	script_begin_owned(&b);
	script_keep_bytes(&b, bytes_of(keep));
	script_change_bytes(&b, bytes_of(gone), bytes_of(come));
	script_change_bytes(&b, BYTES(""), BYTES(""));
	script_keep_bytes(&b, BYTES("."));
	keep[0] = gone[0] = come[0] = '!';
	redline_script *script = finish(&b);
	expect_texts(script, "keep gone.", "keep come.");
	redline_script_free(script);
}

Test(script, a_finished_builder_is_empty)
{
	struct script_builder b;
	script_begin(&b, BYTES("x"));
	script_keep(&b, 1);
	redline_script_free(finish(&b));
	cr_expect(!b.now.ptr && !b.ops.at && !b.causes.at && !b.gathered.ptr);
}

/* ---- limits ---- */

Test(script, a_text_over_the_limit_is_too_large)
{
	struct script_builder b;
	redline_script *script;
	script_begin(&b, (redline_bytes){"x", REDLINE_TEXT_MAX + 1});
	script_keep(&b, REDLINE_TEXT_MAX + 1);
	script_change(&b, 5, BYTES("y"), NULL, 0);
	cr_expect_eq(script_finish(&b, &script), REDLINE_TOO_LARGE);
	cr_expect_null(script);
}

Test(script, new_words_over_the_limit_are_too_large)
{
	struct script_builder b;
	redline_script *script;
	script_begin(&b, BYTES("ab"));
	script_keep(&b, 1);
	script_change(&b, 0, (redline_bytes){"x", REDLINE_TEXT_MAX}, NULL, 0);
	script_keep(&b, 1);
	cr_expect_eq(script_finish(&b, &script), REDLINE_TOO_LARGE);
	cr_expect_null(script);
}

Test(script, a_failed_builder_says_so_at_the_end)
{
	struct script_builder b;
	redline_script *script;
	script_begin(&b, BYTES("ab"));
	script_keep(&b, 1);
	b.ops.failed = true;
	script_change(&b, 1, BYTES("x"), NULL, 0);
	cr_expect_eq(script_finish(&b, &script), REDLINE_NO_MEMORY);
	cr_expect_null(script);
}

/* ---- misuse ends the program, also in a release ---- */

Test(script, a_script_that_stops_early_is_a_mistake, .signal = SIGABRT)
{
	struct script_builder b;
	redline_script *script;
	script_begin(&b, BYTES("ab"));
	script_keep(&b, 1);
	(void)script_finish(&b, &script);
}

Test(script, keeping_more_than_there_is_is_a_mistake, .signal = SIGABRT)
{
	struct script_builder b;
	script_begin(&b, BYTES("ab"));
	script_keep(&b, 3);
}
