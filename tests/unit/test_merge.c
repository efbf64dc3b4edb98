/*
 * test_merge.c -- merges that people meet, one by one: what comes out, or between
 * which words the conflict is.
 */
#include <criterion/criterion.h>
#include <string.h>

#include <redline/share.h>

#include "base/bytes.h"

struct merge_case {
	const char *name, *base, *ours, *theirs;
	const char *want;         /* NULL: a conflict */
	const char *from, *a, *b; /* the first conflict's words: base, ours, theirs */
};

static const struct merge_case CASES[] = {
	{"different words of one paragraph", "1. Ferries shall depart at noon.\n",
	 "1. Ferries should depart at noon.\n", "1. Ferries shall depart at dawn.\n",
	 "1. Ferries should depart at dawn.\n", 0, 0, 0},
	{"words side by side", "The quick brown fox.\n", "The slow brown fox.\n",
	 "The quick red fox.\n", "The slow red fox.\n", 0, 0, 0},
	{"the same words", "1. Ferries shall depart at noon.\n",
	 "1. Ferries shall depart at dawn.\n", "1. Ferries shall depart at dusk.\n", NULL, "noon",
	 "dawn", "dusk"},
	{"the same change", "1. Ferries depart at noon today.\n", "1. Ferries depart at dawn today.\n",
	 "1. Ferries depart at dawn today.\n\nAnd more.\n",
	 "1. Ferries depart at dawn today.\n\nAnd more.\n", 0, 0, 0},
	{"two insertions at one place", "Goats may travel.\n", "Goats of age may travel.\n",
	 "Goats in pairs may travel.\n", NULL, "", "of age", "in pairs"},
	{"the same insertion", "Goats may travel by sea.\n", "Goats of age may travel by sea.\n",
	 "Goats of age may travel by night.\n", "Goats of age may travel by night.\n", 0, 0, 0},
	{"a change of words that were struck", "The captain may refuse noisy goats at any time.\n",
	 "The captain may refuse goats at any time.\n",
	 "The captain may refuse smelly goats at any time.\n", NULL, "noisy", "", "smelly"},
	{"words struck by both, overlapping", "It is a very large and old house.\n",
	 "It is a and old house.\n", "It is a very old house.\n", "It is a old house.\n", 0, 0, 0},
	{"an insertion into struck words", "One two three four five six seven.\n",
	 "One two six seven.\n", "One two three four and five six seven.\n", NULL, "three four five",
	 "", "three four and five"},
	{"a paragraph struck, a word in it changed",
	 "1. The first one stays here.\n\n2. The second one may go away now.\n\n3. The last.\n",
	 "1. The first one stays here.\n\n3. The last.\n",
	 "1. The first one stays here.\n\n2. The second one must go away now.\n\n3. The last.\n",
	 NULL, "2. The second one may go away now.", "",
	 "2. The second one must go away now."},
	{"a paragraph struck, a word in it struck",
	 "1. The first one stays here.\n\n2. The second one may not go away.\n\n3. The last.\n",
	 "1. The first one stays here.\n\n3. The last.\n",
	 "1. The first one stays here.\n\n2. The second one may go away.\n\n3. The last.\n", NULL,
	 "2. The second one may not go away.", "", "2. The second one may go away."},
	{"a paragraph struck by both", "1. One two three.\n\n2. Four five six.\n\n3. Seven eight.\n",
	 "1. One two three.\n\n3. Seven eight.\n", "1. One two three.\n\n3. Seven nine.\n",
	 "1. One two three.\n\n3. Seven nine.\n", 0, 0, 0},
	{"neighbours struck", "1. One two three.\n\n2. Four five six.\n\n3. Seven eight nine.\n\n4. Ten.\n",
	 "1. One two three.\n\n3. Seven eight nine.\n\n4. Ten.\n",
	 "1. One two three.\n\n2. Four five six.\n\n4. Ten.\n", "1. One two three.\n\n4. Ten.\n", 0, 0,
	 0},
	{"a paragraph struck that was joined to the one before",
	 "1. Ferries depart at noon.\n\n2. Fares are due on board.\n\n3. Goats may travel.\n",
	 "1. Ferries depart at noon. 2. Fares are due on board.\n\n3. Goats may travel.\n",
	 "1. Ferries depart at noon.\n\n3. Goats may travel.\n", NULL, "2. Fares are due on board.",
	 "2. Fares are due on board.", ""},
	{"a paragraph moved that was joined to the one before",
	 "Ferries depart at noon.\n\nFares are due on board, in coins of every land.\n\n"
	 "Goats may travel only with a person of age.\n\nThe captain is the captain of us all.\n",
	 "Ferries depart at noon. Fares are due on board, in coins of every land.\n\n"
	 "Goats may travel only with a person of age.\n\nThe captain is the captain of us all.\n",
	 "Ferries depart at noon.\n\nGoats may travel only with a person of age.\n\n"
	 "The captain is the captain of us all.\n\nFares are due on board, in coins of every land.\n",
	 NULL, "Fares are due on board, in coins of every land.",
	 "Fares are due on board, in coins of every land.",
	 "Goats may travel only with a person of age.\n\nThe captain is the captain of us all.\n\n"
	 "Fares are due on board, in coins of every land."},
	{"paragraphs inserted at different places", "1. One.\n\n2. Two.\n",
	 "1. One.\n\n1 bis. Ours is this.\n\n2. Two.\n", "1. One.\n\n2. Two.\n\n2 bis. Theirs is that.\n",
	 "1. One.\n\n1 bis. Ours is this.\n\n2. Two.\n\n2 bis. Theirs is that.\n", 0, 0, 0},
	{"paragraphs inserted at one place", "1. One.\n\n2. Two.\n",
	 "1. One.\n\n1 bis. Ours is this.\n\n2. Two.\n", "1. One.\n\n1 bis. Theirs was that.\n\n2. Two.\n",
	 NULL, "", "1 bis. Ours is this.", "1 bis. Theirs was that."},
	{"the same paragraph inserted", "1. One.\n\n2. Two.\n",
	 "1. One.\n\n1 bis. It is new.\n\n2. Two.\n", "1. One two.\n\n1 bis. It is new.\n\n2. Two.\n",
	 "1. One two.\n\n1 bis. It is new.\n\n2. Two.\n", 0, 0, 0},
	{"a new paragraph before one that changes", "1. One and all of them.\n\n2. Two and a few more.\n",
	 "1. One and all of them.\n\nNew text stands here.\n\n2. Two and a few more.\n",
	 "1. One and all of them.\n\nA. Two and a few more.\n",
	 "1. One and all of them.\n\nNew text stands here.\n\nA. Two and a few more.\n", 0, 0, 0},
	{"renumbered and edited", "5. Goats travel free.\n\n6. Sheep pay half the fare.\n",
	 "6. Goats travel free.\n\n7. Sheep pay half the fare.\n",
	 "5. Goats travel free.\n\n6. Sheep pay all of the fare.\n",
	 "6. Goats travel free.\n\n7. Sheep pay all of the fare.\n", 0, 0, 0},
	{"both put one in and counted on", "1. Goats travel free.\n\n2. Sheep pay half the fare.\n\n"
	 "3. Dogs stay at home.\n\n4. Cats come and go as they like.\n",
	 "1. Goats travel free.\n\n2. Ours is a new one.\n\n3. Sheep pay half the fare.\n\n"
	 "4. Dogs stay at home.\n\n5. Cats come and go as they like.\n",
	 "1. Goats travel free.\n\n2. Sheep pay half the fare.\n\n3. Dogs stay at home.\n\n"
	 "4. Theirs is quite another.\n\n5. Cats come and go as they like.\n", NULL,
	 "3. Dogs stay at home.", "4. Dogs stay at home.", "4. Theirs is quite another."},
	{"two lists grow", "Fruits:\n\n1. apples\n2. pears\n\nTrees of the north:\n\n1. oaks\n2. elms\n",
	 "Fruits:\n\n1. apples\n2. pears\n3. plums\n\nTrees of the north:\n\n1. oaks\n2. elms\n",
	 "Fruits:\n\n1. apples\n2. pears\n\nTrees of the north:\n\n1. oaks\n2. elms\n3. firs\n",
	 "Fruits:\n\n1. apples\n2. pears\n3. plums\n\nTrees of the north:\n\n1. oaks\n2. elms\n3. firs\n",
	 0, 0, 0},
	{"wrapped anew and edited", "1. Ferries shall depart at noon\n   every day of the year.\n",
	 "1. Ferries shall\n   depart at noon every\n   day of the year.\n",
	 "1. Ferries shall depart at dawn\n   every day of the year.\n",
	 "1. Ferries shall\n   depart at dawn every\n   day of the year.\n", 0, 0, 0},
	{"moved and edited",
	 "1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n\n3. Dogs stay at home.\n",
	 "3. Dogs stay at home.\n\n1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n",
	 "1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n\n3. Dogs must stay at home.\n",
	 "3. Dogs must stay at home.\n\n1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n",
	 0, 0, 0},
	{"moved and struck",
	 "1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n\n3. Dogs stay at home.\n",
	 "3. Dogs stay at home.\n\n1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n",
	 "1. Goats travel free of charge.\n\n2. Sheep pay half the fare.\n", NULL,
	 "3. Dogs stay at home.", "3. Dogs stay at home.", ""},
	{"split and edited", "The captain may refuse goats. Sheep are always welcome on board.\n",
	 "The captain may refuse goats.\n\nSheep are always welcome on board.\n",
	 "The captain may refuse goats. Sheep are never welcome on board.\n",
	 "The captain may refuse goats.\n\nSheep are never welcome on board.\n", 0, 0, 0},
	{"joined and edited", "The captain may refuse goats.\n\nSheep are always welcome on board.\n",
	 "The captain may refuse goats. Sheep are always welcome on board.\n",
	 "The captain may refuse goats.\n\nSheep are never welcome on board.\n",
	 "The captain may refuse goats. Sheep are never welcome on board.\n", 0, 0, 0},
	{"line ends changed and words", "One two.\nThree four.\n", "One two.\r\nThree four.\r\n",
	 "One two.\nThree and four.\nFive.\n", "One two.\r\nThree and four.\r\nFive.\r\n", 0, 0, 0},
	{"all struck by one", "One two.\n", "", "One two three.\n", NULL, "One two.", "",
	 "One two three."},
	{"cells of a table", "| goats | 5 |\n|---|---|\n| sheep | 7 |\n",
	 "| goats | 6 |\n|---|---|\n| sheep | 7 |\n", "| goats | 5 |\n|---|---|\n| sheep | 8 |\n",
	 "| goats | 6 |\n|---|---|\n| sheep | 8 |\n", 0, 0, 0},
	{"no line end at the end", "One two three", "One two four", "Zero two three", "Zero two four",
	 0, 0, 0},
};

static bool is(redline_bytes text, const char *want)
{
	return bytes_equal(text, bytes_of(want));
}

static redline_bytes part(const char *text, redline_range range)
{
	return bytes_in(bytes_of(text), range);
}

#define SHOWN(bytes) shown_len(bytes), shown_ptr(bytes)

static int shown_len(redline_bytes b)
{
	return (int)b.len;
}

static const char *shown_ptr(redline_bytes b)
{
	return b.ptr;
}

static void check_conflict(const struct merge_case *it, const redline_merge *merge)
{
	uint32_t count;
	const redline_merge_conflict *c = redline_merge_conflicts(merge, &count);
	redline_bytes const text = redline_merge_text(merge);
	cr_expect_gt(count, 0, "%s: no conflict, but\n%.*s", it->name, SHOWN(text));
	if (!count)
		return;
	redline_bytes const from = part(it->base, c->base), a = part(it->ours, c->ours);
	redline_bytes const b = part(it->theirs, c->theirs);
	cr_expect(is(from, it->from) && is(a, it->a) && is(b, it->b), "%s: [%.*s] [%.*s] [%.*s]",
	          it->name, SHOWN(from), SHOWN(a), SHOWN(b));
}

static void check(const struct merge_case *it)
{
	redline_merge *merge;
	cr_assert_eq(redline_merge_texts(&merge, bytes_of(it->base), bytes_of(it->ours),
	                                 bytes_of(it->theirs)),
	             REDLINE_OK, "%s", it->name);
	uint32_t count;
	redline_bytes const text = redline_merge_text(merge);
	const redline_merge_conflict *c = redline_merge_conflicts(merge, &count);
	if (!it->want)
		check_conflict(it, merge);
	else
		cr_expect(!count && is(text, it->want), "%s: %u conflicts [%.*s] [%.*s] [%.*s]\n%.*s",
		          it->name, (unsigned)count, SHOWN(count ? part(it->base, c->base) : BYTES("")),
		          SHOWN(count ? part(it->ours, c->ours) : BYTES("")),
		          SHOWN(count ? part(it->theirs, c->theirs) : BYTES("")), SHOWN(text));
	redline_merge_free(merge);
}

Test(merge, cases)
{
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
		check(&CASES[i]);
}

Test(merge, says_what_a_text_is_refused_for)
{
	redline_merge *merge;
	redline_bytes const good = BYTES("One.\n"), bad = {"\xff\xfe", 2};
	cr_expect_neq(redline_merge_texts(&merge, good, good, bad), REDLINE_OK);
	cr_expect_null(merge);
	cr_expect_neq(redline_merge_texts(&merge, bad, good, BYTES("Two.\n")), REDLINE_OK);
	cr_expect_null(merge);
}
