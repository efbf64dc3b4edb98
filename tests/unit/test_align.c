/*
 * test_align.c -- which paragraph became which (engine/align.h).  Links are written
 * in the order of the new draft, by the paragraphs' places: "0=0" are the same,
 * "1~2" are alike, "1-2~1" were merged, "1~1-2" was split, and ">" in front says
 * that it has moved.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "engine/align.h"
#include "engine/likeness.h"
#include "support/prose.h"
#include "support/text.h"

/* A copy without a byte behind it, so that the sanitizer sees what reads too far. */
static redline_draft *read_draft(const char *text)
{
	redline_draft *draft = NULL;
	size_t const len = strlen(text);
	char *copy = malloc(len);
	cr_assert(copy || !len);
	if (len)
		memcpy(copy, text, len);
	cr_assert_eq(redline_draft_new(&draft, (redline_bytes){copy, len}, NULL), REDLINE_OK);
	return draft;
}

static void free_draft(redline_draft *draft)
{
	char *copy = (char *)redline_draft_text(draft).ptr;
	redline_draft_free(draft);
	free(copy);
}

static void put_places(struct text *out, uint32_t begin, uint32_t end)
{
	text_format(out, "%u", (unsigned)begin);
	if (end - begin > 1)
		text_format(out, "-%u", (unsigned)end - 1);
}

static void put_links(struct text *out, const struct links *links)
{
	for (uint32_t i = 0; i < links->count; i++) {
		const struct link *it = &links->at[i];
		text_format(out, "%s%s", i ? " " : "", it->moved ? ">" : "");
		put_places(out, it->a, it->a_end);
		text_put(out, it->exact ? "=" : "~");
		put_places(out, it->b, it->b_end);
	}
}

static void expect_masked(uint64_t mask, const char *old, const char *now, const char *want)
{
	redline_draft *drafts[] = {read_draft(old), read_draft(now)};
	struct token_rules const rules = {.hash_mask = mask};
	struct units a, b;
	struct links links;
	struct text got = {0};
	text_put(&got, "");
	cr_assert(units_find(&a, drafts[0], &rules));
	cr_assert(units_find(&b, drafts[1], &rules));
	cr_assert(align_units(&links, &a, &b));
	put_links(&got, &links);
	cr_expect_str_eq(got.ptr, want, "wanted %s, got %s\n%s\n%s", want, got.ptr, old, now);
	links_release(&links);
	text_release(&got);
	units_release(&a);
	units_release(&b);
	free_draft(drafts[0]);
	free_draft(drafts[1]);
}

static void expect(const char *old, const char *now, const char *want)
{
	expect_masked(0, old, now, want);
}

/* Two drafts of some fifty paragraphs each, the second with many edits. */
static void read_prose(struct text texts[2], redline_draft *drafts[2], struct units units[2])
{
	static const struct token_rules rules;
	struct prose_source s;
	struct prose before = {0}, after = {0};
	prose_begin(&s, 20251118);
	prose_make(&before, &s, 30000);
	prose_derive(&after, &before, PROSE_BURSTS, &s);
	prose_print(&texts[0], &before, &s, prose_layout(PROSE_BURSTS, false));
	prose_print(&texts[1], &after, &s, prose_layout(PROSE_BURSTS, true));
	prose_release(&before);
	prose_release(&after);
	prose_end(&s);
	for (int i = 0; i < 2; i++) {
		cr_assert_eq(redline_draft_new(&drafts[i], text_view(&texts[i]), NULL), REDLINE_OK);
		cr_assert(units_find(&units[i], drafts[i], &rules));
		for (uint32_t u = 0; u < units[i].count; u++)
			units_read(&units[i], u);
		cr_assert(!units[i].tokens.failed);
	}
}

Test(align, what_can_not_be_so_much_alike_is_not)
{
	struct text texts[2] = {{0}};
	redline_draft *drafts[2];
	struct units units[2];
	struct bag bag = {0};
	unsigned pairs = 0, alike = 0, ruled_out = 0;
	read_prose(texts, drafts, units);
	for (uint32_t a = 0; a < units[0].count; a++) {
		for (uint32_t b = 0; b < units[1].count; b++, pairs++) {
			float const is = likeness(&bag, &units[0], a, &units[1], b);
			cr_assert(likeness_may_reach(is, &units[0], a, &units[1], b));
			alike += is >= 0.34f;
			ruled_out += !likeness_may_reach(0.34f, &units[0], a, &units[1], b);
		}
	}
	cr_assert(!bag.failed && alike > 10 && alike < pairs / 10);
	cr_expect_gt(ruled_out, (pairs - alike) / 10 * 9, "%u of %u", ruled_out, pairs - alike);
	bag_release(&bag);
	for (int i = 0; i < 2; i++) {
		units_release(&units[i]);
		redline_draft_free(drafts[i]);
		text_release(&texts[i]);
	}
}

#define FERRIES "Ferries shall depart at noon on every day of the week."
#define GOATS   "Goats and sheep may board behind all other passengers."
#define DOGS    "Dogs travel free of charge but must wear a muzzle."
#define FARES   "Fares are due on board and are set by the harbour master."

Test(align, what_is_the_same)
{
	expect("", "", "");
	expect(FERRIES, "", "");
	expect("", FERRIES, "");
	expect(FERRIES "\n\n" GOATS, FERRIES "\n\n" GOATS, "0=0 1=1");
	expect("1. " FERRIES "\n\n2. " GOATS, "2. " FERRIES "\n\n3. " GOATS, "0=0 1=1");
}

Test(align, what_is_broken_elsewhere_is_alike)
{
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS,
	       "Ferries\nshall depart at noon on every day of the week.\n\n" DOGS "\n\n" GOATS
	       "\n\n" FARES, "0~0 >2=1 1=2");
}

Test(align, what_came_and_what_went)
{
	expect(FERRIES "\n\n" GOATS, FERRIES "\n\n" DOGS "\n\n" GOATS, "0=0 1=2");
	expect(FERRIES "\n\n" DOGS "\n\n" GOATS, FERRIES "\n\n" GOATS, "0=0 2=1");
	expect(FERRIES "\n\n" DOGS "\n\n" GOATS, FERRIES "\n\n" FARES "\n\n" GOATS, "0=0 2=2");
}

Test(align, what_was_edited)
{
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS,
	       FERRIES "\n\nGoats and sheep may board before all other passengers.\n\n" DOGS,
	       "0=0 1~1 2=2");
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS,
	       FERRIES "\n\n" FARES "\n\nGoats and dogs may board behind all other passengers.\n\n" DOGS,
	       "0=0 1~2 2=3");
}

Test(align, the_number_does_not_decide)
{
	expect("1. " FERRIES "\n\n2. " GOATS "\n\n3. " DOGS,
	       "1. " FERRIES "\n\n2. " FARES "\n\n3. " DOGS, "0=0 2=2");
	expect("1. " FERRIES "\n\n2. " GOATS "\n\n3. " DOGS, "1. " FARES "\n\n2. " FERRIES
	       "\n\n3. " GOATS "\n\n4. " DOGS, "0=1 1=2 2=3");
}

/* They begin alike, are of one length and have small words in common: no more. */
Test(align, the_same_number_makes_no_unrelated_text_one)
{
	expect(FERRIES "\n\n7. The Council requests the Secretary-General to submit to it a report on the "
	       "implementation of the present resolution and on the situation of fish stocks.\n\n" GOATS,
	       FERRIES "\n\n7. The Council invites all Member States to contribute to the trust fund for "
	       "the benefit of children in the least developed countries.\n\n" GOATS, "0=0 2=2");
}

Test(align, what_moved)
{
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS "\n\n" FARES,
	       FERRIES "\n\n" DOGS "\n\n" FARES "\n\n" GOATS, "0=0 2=1 3=2 >1=3");
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS "\n\n" FARES,
	       FERRIES "\n\n" DOGS "\n\n" FARES
	       "\n\nGoats and sheep may board after all other passengers.", "0=0 2=1 3=2 >1~3");
}

Test(align, rather_a_missed_move_than_an_invented_one)
{
	expect(FERRIES "\n\nYes.\n\n" DOGS, FERRIES "\n\n" DOGS "\n\nYes.", "0=0 2=1");
	expect("Goats may board at noon.\n\n" FERRIES "\n\n" DOGS,
	       FERRIES "\n\n" DOGS "\n\nGoats may be sold at dawn.", "1=0 2=1");
}

Test(align, repeated_paragraphs_in_order)
{
	expect("Deleted.\n\nDeleted.\n\nDeleted.", "Deleted.\n\nDeleted.", "0=0 1=1");
	expect(FERRIES "\n\nDeleted.\n\n" GOATS "\n\nDeleted.\n\n" DOGS,
	       FERRIES "\n\nDeleted.\n\n" GOATS "\n\n" FARES "\n\nDeleted.\n\n" DOGS,
	       "0=0 1=1 2=2 3=4 4=5");
}

/* Which copy of a paragraph has which line breaks says nothing. */
#define ONE "Pilgrims with mules\npay nothing."
#define TWO "Pilgrims\nwith mules pay nothing."
#define THREE "Pilgrims with\nmules pay nothing."

Test(align, copies_that_are_wrapped_otherwise_in_order)
{
	expect(ONE "\n\n" TWO, TWO "\n\n" ONE, "0~0 1~1");
	expect(ONE "\n\n" TWO, TWO "\n\n" THREE, "0~0 1~1");
	expect(ONE "\n\n" TWO "\n\n" ONE, TWO "\n\n" THREE "\n\n" THREE, "0~0 1~1 2~2");
	expect("5.\n\n" ONE "\n\n6.\n\n" TWO, "5.\n\n" TWO "\n\n6.\n\n" ONE, "0~0 1~1 2~2 3~3");
	expect(ONE "\n\n" TWO "\n\n" TWO "\n\n" TWO "\n\n" TWO,
	       TWO "\n\n" TWO "\n\n" TWO "\n\n" TWO "\n\n" ONE, "0~0 1=1 2=2 3=3 4~4");
	expect(ONE "\n\n" FERRIES "\n\n" TWO "\n\n" DOGS,
	       FERRIES "\n\n" TWO "\n\n" DOGS "\n\n" ONE, "1=0 2=1 3=2 >0=3");
}

Test(align, splits_and_merges)
{
	expect(FERRIES " " GOATS "\n\n" DOGS, FERRIES "\n\n" GOATS "\n\n" DOGS, "0~0-1 1=2");
	expect(FERRIES "\n\n" GOATS "\n\n" DOGS, FERRIES " " GOATS "\n\n" DOGS, "0-1~0 2=1");
	expect(DOGS "\n\n" FERRIES " " GOATS " " FARES, DOGS "\n\n" FERRIES "\n\n" GOATS "\n\n" FARES,
	       "0=0 1~1-3");
}

/* A chapeau of few words is a part, too, of what became a list; a new title isn't. */
Test(align, short_parts_at_the_edge_of_a_split)
{
	expect("Members agree " FERRIES " " GOATS, "Members agree:\n\n" FERRIES "\n\n" GOATS, "0~0-2");
	expect("Members agree:\n\n" FERRIES "\n\n" GOATS, "Members agree " FERRIES " " GOATS, "0-2~0");
	expect(FERRIES " " GOATS " so be it", FERRIES "\n\n" GOATS "\n\nso be it.", "0~0-2");
	expect("Note " FERRIES " " GOATS, "Note:\n\nNote " FERRIES "\n\n" GOATS, "0~1-2");
	expect("Note " FERRIES, "Note:\n\n" FERRIES, "0~1");
}

Test(align, only_like_kinds_are_paired)
{
	expect("| goats | sheep | dogs | fares |\n", "goats sheep dogs fares\n", "");
	expect("# " FERRIES "\n\n" GOATS, "# " FERRIES "\n\n" GOATS, "0=0 1=1");
	expect("[^1]: " FERRIES "\n", "[^2]: " FERRIES "\n", "0=0");
}

/* Hashes say where to look, bytes decide. */
Test(align, a_row_of_empty_cells_at_the_end_of_a_text)
{
	expect("| a |\n| goats |\n| |", "| a |\n| sheep |\n| dogs |\n|  |  |", "0=0 2~3");
	expect("| a |\n| sheep |\n|  |  |", "| a |\n| goats |\n| dogs |\n|", "0=0 2~3");
}

Test(align, what_collides_is_told_apart)
{
	expect_masked(1, FERRIES "\n\n" GOATS, FERRIES "\n\n" GOATS, "0=0 1=1");
	expect_masked(1, FERRIES "\n\n| a |\n| b |\n", FERRIES "\n\n| a |\n| b |\n", "0=0 1=1 2=2");
}
