/*
 * test_weave.c -- edits into a script: what joins, what clashes, who gives way.
 *
 * A case is an old text, edits of it in any order, and the script that comes
 * of them: what goes in square brackets, what comes in braces; or "clash".
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/weave.h"
#include "support/text.h"
#include "support/trial.h"

enum { EDITS = 8 };

struct plain_edit {
	uint32_t begin, end;
	const char *words;
	uint32_t cause;
	uint32_t left, right; /* white space that goes along on either side */
};

struct weave_case {
	const char *name, *old;
	struct plain_edit edits[EDITS];
	unsigned count;
	const char *script;
};

static struct edit edit_of(const struct plain_edit *p)
{
	return (struct edit){
		.core = {p->begin, p->end},
		.range = {p->begin - p->left, p->end + p->right},
		.words = bytes_of(p->words),
		.cause = p->cause,
	};
}

static unsigned prepare(const struct weave_case *c, struct edit edits[EDITS])
{
	for (unsigned i = 0; i < c->count; i++)
		edits[i] = edit_of(&c->edits[i]);
	weave_sort(edits, c->count);
	return c->count;
}

static void show(struct text *out, const redline_script *script)
{
	uint32_t count;
	const redline_op *ops = redline_script_ops(script, &count);
	redline_bytes const old = redline_script_old(script), now = redline_script_new_text(script);
	for (uint32_t i = 0; i < count; i++) {
		redline_bytes const gone = bytes_in(old, ops[i].old), come = bytes_in(now, ops[i].now);
		if (ops[i].kind == REDLINE_KEEP)
			text_add(out, gone.ptr, gone.len);
		else if (gone.len)
			text_format(out, "[%.*s]", (int)gone.len, gone.ptr);
		if (ops[i].kind == REDLINE_CHANGE && come.len)
			text_format(out, "{%.*s}", (int)come.len, come.ptr);
	}
}

static size_t count_clashes(const struct edit *edits, unsigned count)
{
	clash_list clashes = {0};
	cr_assert(weave_clashes(edits, count, &clashes));
	for (size_t i = 0; i < clashes.len; i++)
		cr_assert(clashes.at[i].a < count && clashes.at[i].b < count);
	size_t const n = clashes.len;
	VEC_RELEASE(&clashes);
	return n;
}

static void check_weave(const struct weave_case *c)
{
	struct edit edits[EDITS];
	uint32_t ops[EDITS];
	unsigned const count = prepare(c, edits);
	struct text got = {0};
	redline_script *script;
	text_put(&got, "");
	if (count_clashes(edits, count)) {
		text_put(&got, "clash");
	} else {
		cr_assert_eq(weave_script(bytes_of(c->old), edits, count, ops, &script), REDLINE_OK);
		cr_expect_null(law_of_script(script), "%s", c->name);
		show(&got, script);
		redline_script_free(script);
	}
	cr_expect_str_eq(got.ptr, c->script, "%s: %s", c->name, got.ptr);
	text_release(&got);
}

static void check_weaves(const struct weave_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_weave(&cases[i]);
}

#define CHECK(cases) check_weaves(cases, sizeof(cases) / sizeof *(cases))

Test(weave, edits_apart_are_all_done)
{
	static const struct weave_case cases[] = {
		{"none", "one two", {{0}}, 0, "one two"},
		{"one", "one two", {{4, 7, "2", 0, 0, 0}}, 1, "one [two]{2}"},
		{"in any order", "one two three", {{8, 13, "3", 0, 0, 0}, {0, 3, "1", 1, 0, 0}}, 2,
		 "[one]{1} two [three]{3}"},
		{"side by side", "onetwo", {{0, 3, "1", 0, 0, 0}, {3, 6, "2", 1, 0, 0}}, 2,
		 "[one]{1}[two]{2}"},
		{"everything", "one", {{0, 3, "", 0, 0, 0}}, 1, "[one]"},
		{"into nothing", "", {{0, 0, "one", 0, 0, 0}}, 1, "{one}"},
		{"before and after what goes", "a b c",
		 {{2, 3, "", 0, 0, 0}, {2, 2, "x ", 1, 0, 0}, {3, 3, " y", 2, 0, 0}}, 3, "a {x }[b]{ y} c"},
	};
	CHECK(cases);
}

Test(weave, the_same_edit_twice_is_one)
{
	static const struct weave_case cases[] = {
		{"a change", "one two", {{4, 7, "2", 0, 0, 0}, {4, 7, "2", 1, 0, 0}}, 2, "one [two]{2}"},
		{"an insertion", "one", {{3, 3, " x", 0, 0, 0}, {3, 3, " x", 1, 0, 0}}, 2, "one{ x}"},
		{"a deletion", "one two", {{4, 7, "", 1, 1, 0}, {4, 7, "", 0, 1, 0}}, 2, "one[ two]"},
	};
	CHECK(cases);
}

Test(weave, different_edits_of_the_same_bytes_clash)
{
	static const struct weave_case cases[] = {
		{"other words", "one two", {{4, 7, "2", 0, 0, 0}, {4, 7, "zwei", 1, 0, 0}}, 2, "clash"},
		{"overlap", "one two", {{0, 5, "", 0, 0, 0}, {4, 7, "2", 1, 0, 0}}, 2, "clash"},
		{"inside", "one two three", {{0, 13, "", 0, 0, 0}, {4, 7, "2", 1, 0, 0}}, 2, "clash"},
		{"inside, behind another", "one two three",
		 {{0, 13, "", 0, 0, 0}, {4, 5, "", 1, 0, 0}, {8, 9, "", 2, 0, 0}}, 3, "clash"},
		{"an insertion inside", "one two", {{0, 7, "", 0, 0, 0}, {3, 3, "x", 1, 0, 0}}, 2, "clash"},
		{"two insertions at a point", "one", {{3, 3, "x", 0, 0, 0}, {3, 3, "y", 1, 0, 0}}, 2, "clash"},
		{"a bracket on what goes", "one two", {{4, 7, "", 0, 0, 0}, {4, 4, "[", 1, 0, 0}}, 2, "clash"},
		{"a bracket after what goes", "one two", {{4, 7, "", 0, 0, 0}, {7, 7, "]", 1, 0, 0}}, 2,
		 "clash"},
	};
	CHECK(cases);
}

/* White space that a deletion takes along belongs to its neighbour first. */
Test(weave, white_space_gives_way)
{
	static const struct weave_case cases[] = {
		{"two deletions in a row", "a b c d", {{2, 3, "", 0, 1, 0}, {4, 5, "", 1, 1, 0}}, 2,
		 "a[ b][ c] d"},
		{"both take the space between", "a b c d", {{2, 3, "", 0, 0, 1}, {4, 5, "", 1, 1, 0}}, 2,
		 "a [b ][c] d"},
		{"an insertion in the space", "a b c", {{2, 3, "", 0, 1, 0}, {1, 1, " x", 1, 0, 0}}, 2,
		 "a{ x}[ b] c"},
		{"an insertion after", "a b c", {{2, 3, "", 0, 0, 1}, {3, 3, " x", 1, 0, 0}}, 2,
		 "a [b]{ x} c"},
	};
	CHECK(cases);
}

/* Words that old and new share at their ends are kept. */
Test(weave, only_what_really_changes_is_changed)
{
	static const struct weave_case cases[] = {
		{"a shared head", "big dog", {{0, 7, "big cat", 0, 0, 0}}, 1, "big [dog]{cat}"},
		{"a shared tail", "big dog", {{0, 7, "bad dog", 0, 0, 0}}, 1, "[big]{bad} dog"},
		{"both", "a big dog", {{0, 9, "a bad dog", 0, 0, 0}}, 1, "a [big]{bad} dog"},
		{"more at the end", "big dog.", {{0, 7, "big dog here", 0, 0, 0}}, 1, "big dog{ here}."},
		{"fewer at the end", "big dog", {{0, 7, "big", 0, 0, 0}}, 1, "big[ dog]"},
		{"never part of a word", "regional", {{0, 8, "regions", 0, 0, 0}}, 1, "[regional]{regions}"},
		{"a word again", "a a a", {{0, 5, "a a", 0, 0, 0}}, 1, "a a[ a]"},
	};
	CHECK(cases);
}

/* ---- causes ---- */

Test(weave, an_operation_knows_all_its_causes)
{
	struct weave_case const c = {
		"", "one two three",
		{{4, 7, "2", 5, 0, 0}, {8, 13, "3", 4, 0, 0}, {4, 7, "2", 3, 0, 0}}, 3, "",
	};
	struct edit edits[EDITS];
	uint32_t ops[EDITS], count, causes;
	redline_script *script;
	prepare(&c, edits);
	cr_assert_eq(weave_script(bytes_of(c.old), edits, 3, ops, &script), REDLINE_OK);
	const redline_op *op = redline_script_ops(script, &count);
	const uint32_t *cause = redline_script_causes(script, &causes);
	cr_assert(count == 4 && causes == 3);
	cr_expect(ops[0] == 1 && ops[1] == 1 && ops[2] == 3);
	cr_expect_eq(op[1].cause_count, 2);
	cr_expect(cause[op[1].first_cause] == 3 && cause[op[1].first_cause + 1] == 5);
	cr_expect(op[3].cause_count == 1 && cause[op[3].first_cause] == 4);
	redline_script_free(script);
}

Test(weave, many_edits_inside_one_clash_once_each)
{
	enum { MANY = 20000 };
	static struct edit edits[MANY];
	for (uint32_t i = 0; i < MANY; i++)
		edits[i] = (struct edit){
			.core = {i, i ? i + 1 : MANY + 1}, .words = BYTES("x"), .cause = i,
		};
	weave_sort(edits, MANY);
	cr_expect_eq(count_clashes(edits, MANY), MANY - 1);
}
