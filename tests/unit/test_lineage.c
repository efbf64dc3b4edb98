/*
 * test_lineage.c -- who wrote each word, through edits, moves, splits and merges.
 *
 * Histories are lists of texts, each the child of the one before; what is wanted is
 * what revisions_put says of the last: "0(kept from revision 0) 2(of revision 2)".
 */
#include <criterion/criterion.h>
#include <string.h>

#include "revisions.h"

#define FERRIES "Ferries shall depart at noon on every day of the week."
#define GOATS   "Goats and sheep may board behind all other passengers."
#define DOGS    "Dogs travel free of charge but must wear a muzzle."
#define FARES   "Fares are due on board and are set by the harbour master."

static redline_bytes view(const char *text)
{
	return (redline_bytes){text, strlen(text)};
}

static void expect_last(struct revisions *r, const char *want)
{
	struct text got = {0};
	text_put(&got, "");
	revisions_put(&got, r, (uint32_t)r->at.len - 1);
	cr_expect_str_eq(got.ptr, want, "wanted %s\n   got %s", want, got.ptr);
	text_release(&got);
}

static void expect_chain(const char *const *texts, const char *want)
{
	struct revisions r;
	revisions_begin(&r, 0);
	for (; *texts; texts++)
		revisions_next(&r, view(*texts));
	expect_last(&r, want);
	revisions_end(&r);
}

#define expect(want, ...) expect_chain((const char *const[]){__VA_ARGS__, NULL}, want)

Test(lineage, the_first_revision_wrote_all)
{
	expect("", "");
	expect("0(Dogs travel .)", "Dogs travel.\n");
	expect("0(Dogs) / 0(Goats)", "1. Dogs\n\n2. Goats\n");
}

Test(lineage, new_words_are_the_revisions_own)
{
	expect("0(Dogs travel) 1(nearly) 0(free of charge) 2(on weekdays) 0(.)",
	       "Dogs travel free of charge.", "Dogs travel nearly free of charge.",
	       "Dogs travel nearly free of charge on weekdays.");
	expect("0(Dogs travel free of charge .) / 1(Goats do not .)", "Dogs travel free of charge.",
	       "Dogs travel free of charge.\n\nGoats do not.");
}

Test(lineage, form_is_nobodys_work)
{
	expect("0(DOGS travel Free of charge .)", "Dogs travel free of charge.",
	       "DOGS travel\nFree of\n  charge.");
	expect("1(First .) / 0(Dogs travel free of charge .)", "1. Dogs travel free of charge.",
	       "1. First.\n\n2. Dogs travel free of charge.");
	expect("0(Depart on 18\nNovember 2020 capacity-\nbuilding caf\u00e9 .)",
	       "Depart on 18 November 2020 capacity-building cafe\u0301.",
	       "Depart on 18\nNovember 2020 capacity-\nbuilding caf\u00e9.");
}

Test(lineage, a_move_is_nobodys_work)
{
	expect("0(Dogs travel free of charge but must wear a muzzle .) / "
	       "0(Fares are due on board and are set by the harbour master .) / "
	       "0(Goats and sheep may board) 1(before) 0(all other passengers .)",
	       GOATS "\n\n" DOGS "\n\n" FARES,
	       DOGS "\n\n" FARES "\n\nGoats and sheep may board before all other passengers.");
}

Test(lineage, splits_and_merges)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0(Goats and sheep may board behind all other passengers .)",
	       FERRIES " " GOATS, FERRIES "\n\n" GOATS);
	expect("0(Ferries shall depart at noon on every day of the week . "
	       "Goats and sheep may board behind all other passengers .)",
	       FERRIES "\n\n" GOATS, FERRIES " " GOATS);
	expect("0(Ferries shall depart at noon on every day of the week . "
	       "Goats and) 1(old) 0(sheep may board behind all other passengers .)",
	       FERRIES " " GOATS, "1. " FERRIES "\n\n2. Goats and old sheep may board behind all other "
	       "passengers.", FERRIES " Goats and old sheep may board behind all other passengers.");
}

Test(lineage, short_parts_are_parts)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / 0(Nobody waits .) / "
	       "0(Goats and sheep may board behind all other passengers .)",
	       FERRIES " Nobody waits. " GOATS, FERRIES "\n\nNobody waits.\n\n" GOATS);
	expect("0(Ferries shall depart at noon on every day of the week . Nobody waits . "
	       "Goats and sheep may board behind all other passengers .)",
	       FERRIES "\n\nNobody waits.\n\n" GOATS, FERRIES " Nobody waits. " GOATS);
	expect("0(So be it .) / 0(Ferries shall depart at noon on every day of the week .)",
	       "So be it. " FERRIES, "So be it.\n\n" FERRIES);
	expect("0(So be it . Ferries shall depart at noon on every day of the week .)",
	       "So be it.\n\n" FERRIES, "So be it. " FERRIES);
	expect("0(Ferries shall depart at noon on every day of the week .) / 1(Amen .)",
	       FERRIES, FERRIES "\n\nAmen.");
}

/* All that unit `now` was in the revision before is unit `old`, from which it was split off. */
static void expect_part(const char *before, const char *after, uint32_t now, uint32_t old)
{
	struct revisions r;
	revisions_begin(&r, 0);
	revisions_next(&r, view(before));
	uint32_t const last = revisions_next(&r, view(after));
	const struct lineage_link *link = &r.at.at[last]->step.links[0][now];
	cr_expect(link->begin == old && link->end == old + 1 && link->split && !link->same,
	          "unit %u was [%u, %u)%s", (unsigned)now, (unsigned)link->begin,
	          (unsigned)link->end, link->split ? ", split" : "");
	revisions_end(&r);
}

#define LONG "The harbour master, who is appointed by the council, keeps a register of captains, " \
	"crews, cargo and complaints, and shows it to whoever asks before lunch on a working day."

Test(lineage, a_part_behind_a_heading_is_a_part)
{
	expect_part("# Sea\n\n1. " FERRIES " " LONG "\n\n# Land\n\n2. " FARES,
	            "# Sea\n\n1. " FERRIES "\n\n# Land\n\n2. " LONG "\n\n3. " FARES, 1, 1);
	expect_part("# Sea\n\n1. " FERRIES " " LONG "\n\n# Land\n\n2. " FARES,
	            "# Sea\n\n1. " FERRIES "\n\n# Land\n\n2. " LONG "\n\n3. " FARES, 3, 1);
}

Test(lineage, a_part_that_was_edited_is_a_part)
{
	static const char before[] = "1. " LONG " Goats and sheep may board behind dogs.",
	                  after[] = "1. " LONG "\n\n2. Goats and sheep must always board behind dogs.";
	expect_part(before, after, 1, 0);
	expect("0(The harbour master , who is appointed by the council , keeps a register of captains , "
	       "crews , cargo and complaints , and shows it to whoever asks before lunch on a working day .) "
	       "/ 0(Goats and sheep) 1(must always) 0(board behind dogs .)", before, after);
}

Test(lineage, the_number_does_not_decide)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "1(Fares are due on board and are set by the harbour master .) / "
	       "0(Dogs travel free of charge but must wear a muzzle .)",
	       "1. " FERRIES "\n\n2. " GOATS "\n\n3. " DOGS,
	       "1. " FERRIES "\n\n2. " FARES "\n\n3. " DOGS);
}

/* Revisions with parents of their own. */
static void expect_merge(const char *base, const char *ours, const char *theirs,
                         const char *merged, const char *want)
{
	struct revisions r;
	revisions_begin(&r, 0);
	uint32_t const root = revisions_next(&r, view(base));
	uint32_t const parents[] = {revisions_add(&r, view(ours), &root, 1),
	                            revisions_add(&r, view(theirs), &root, 1)};
	revisions_add(&r, view(merged), parents, 2);
	expect_last(&r, want);
	revisions_end(&r);
}

Test(lineage, a_merge_owns_what_no_parent_has)
{
	expect_merge("Dogs travel free of charge.", "Old dogs travel free of charge.",
	             "Dogs travel free of duty.", "Old dogs travel quite free of duty.",
	             "1(Old) 0(dogs travel) 3(quite) 0(free of) 2(duty) 0(.)");
	expect_merge(DOGS, DOGS "\n\n" GOATS, DOGS "\n\n" FARES, DOGS "\n\n" FARES "\n\n" GOATS,
	             "0(Dogs travel free of charge but must wear a muzzle .) / "
	             "2(Fares are due on board and are set by the harbour master .) / "
	             "1(Goats and sheep may board behind all other passengers .)");
	expect_merge("Dogs travel.", "Old dogs travel.", "Old dogs travel.", "Old dogs travel.",
	             "1(Old) 0(dogs travel .)");
}

Test(lineage, what_is_the_same_shares_its_strand)
{
	struct revisions r;
	revisions_begin(&r, 0);
	revisions_next(&r, view("1. " FERRIES "\n\n2. " DOGS "\n\n3. " GOATS));
	revisions_next(&r, view("1. " FARES "\n\n2. Ferries SHALL\ndepart at noon on every day of the "
	                        "week.\n\n3. " GOATS "\n\n4. Dogs\ntravel free of charge but must "
	                        "wear a muzzle."));
	const struct lineage_step *old = &r.at.at[0]->step, *now = &r.at.at[1]->step;
	cr_expect_eq(now->strands[1], old->strands[0]);
	cr_expect_eq(now->strands[2], old->strands[2]);
	cr_expect_eq(now->strands[3], old->strands[1]);
	const struct lineage_link *links = now->links[0];
	cr_expect_eq(links[0].begin, links[0].end);
	cr_expect(links[1].begin == 0 && links[1].end == 1 && !links[1].same && !links[1].moved);
	cr_expect(links[2].begin == 2 && links[2].same);
	cr_expect(links[3].begin == 1 && links[3].same);
	cr_expect_neq(links[2].moved, links[3].moved);
	cr_expect(!r.at.at[1]->units.at[2].read, "tokens of an unchanged unit were read");
	revisions_end(&r);
}

/* ---- words that are back ---- */

Test(lineage, a_word_is_back_where_it_was_struck)
{
	expect("0(States) 0*(should) 0(cooperate .)", "States should cooperate.",
	       "States shall cooperate.", "States should cooperate.");
	expect("0(States) 1*(shall) 0(cooperate .)", "States should cooperate.",
	       "States shall cooperate.", "States should cooperate.", "States shall cooperate.");
	expect("0(States should) 1*(, as appropriate ,) 0(cooperate) 3(fully) 0(.)",
	       "States should cooperate.", "States should, as appropriate, cooperate.",
	       "States should cooperate.", "States should, as appropriate, cooperate fully.");
	expect("0(The cat saw) 0*(the) 0(dog .)", "The cat saw the dog.", "The cat saw dog.",
	       "The cat saw the dog.");
}

Test(lineage, a_lone_common_word_is_not_back)
{
	expect("0(States cooperate with) 2(nearly all of the other) 0(bodies .)",
	       "States cooperate with the bodies.", "States cooperate with bodies.",
	       "States cooperate with nearly all of the other bodies.");
}

Test(lineage, a_lone_word_is_back_unless_much_comes_with_it)
{
	expect("0(States adopt) 2(strong) 0*(national) 2(plans and) 0(measures .)",
	       "States adopt national measures.", "States adopt measures.",
	       "States adopt strong national plans and measures.");
	expect("0(States adopt) 2(with all due care strong national plans and budgets or) "
	       "0(measures .)", "States adopt national measures.", "States adopt measures.",
	       "States adopt with all due care strong national plans and budgets or measures.");
}

Test(lineage, a_phrase_moves_inside_its_unit)
{
	expect("0(Regional plans and national ones .)", "National plans and regional ones.",
	       "Regional plans and national ones.");
	expect("0(States shall cooperate , as appropriate .)",
	       "States shall, as appropriate, cooperate.", "States shall cooperate, as appropriate.");
	expect("0(States shall cooperate) 0*(where appropriate) 0(.)",
	       "Where appropriate states shall cooperate.", "States shall cooperate.",
	       "States shall cooperate where appropriate.");
}

Test(lineage, a_unit_is_back)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0*(Goats and sheep may board behind all other passengers .)",
	       FERRIES "\n\n" GOATS, FERRIES, FERRIES "\n\n" GOATS);
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0*(Goats and sheep may board) 2(before) 0*(all other passengers .)",
	       FERRIES "\n\n" GOATS, FERRIES,
	       FERRIES "\n\nGoats and sheep may board before all other passengers.");
	expect("0*(Dogs .)", "Dogs.", "", "Dogs.");
	expect("", "| a |\n|---|\n", "");
}

Test(lineage, what_was_struck_in_a_unit_comes_back_with_it)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0*(Goats and sheep may board behind all other passengers .)",
	       FERRIES "\n\n" GOATS, FERRIES "\n\nGoats may board behind all other passengers.",
	       FERRIES, FERRIES "\n\n" GOATS);
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0*(And sheep goats may board behind all other passengers .)",
	       FERRIES "\n\n" GOATS, FERRIES,
	       FERRIES "\n\nAnd sheep goats may board behind all other passengers.");
}

Test(lineage, where_a_unit_was_is_told)
{
	struct revisions r;
	revisions_begin(&r, 0);
	revisions_next(&r, view(FERRIES "\n\n" GOATS "\n\n" DOGS));
	revisions_next(&r, view(FERRIES "\n\n" GOATS
	                        "\n\nDogs travel free of charge and must wear a muzzle."));
	revisions_next(&r, view(FERRIES));
	revisions_next(&r, view(FARES "\n\n" FERRIES "\n\n" DOGS "\n\n" GOATS));
	const struct lineage_step *step = &r.at.at[3]->step;
	cr_assert_eq(step->return_count, 2);
	cr_expect(step->returns[0].unit == 2 && step->returns[0].revision == 1 &&
	          step->returns[0].old_unit == 2);
	cr_expect(step->returns[1].unit == 3 && step->returns[1].revision == 1 &&
	          step->returns[1].old_unit == 1);
	revisions_end(&r);
}

#define LONG_CLAUSE "the harbour master may close the northern quay during heavy storms"

Test(lineage, a_passage_moves_from_unit_to_unit)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0(Dogs travel free of charge but must wear a muzzle) 1(, although) "
	       "0(the harbour master may close the northern quay during heavy storms .)",
	       "Ferries shall depart at noon on every day of the week, and " LONG_CLAUSE ".\n\n" DOGS,
	       FERRIES "\n\nDogs travel free of charge but must wear a muzzle, although " LONG_CLAUSE
	       ".");
}

Test(lineage, a_passage_is_back_in_another_unit)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0(Dogs travel free of charge but must wear a muzzle) 2(, although) "
	       "0*(the harbour master may close the northern quay during heavy storms) 0(.)",
	       "Ferries shall depart at noon on every day of the week, and " LONG_CLAUSE ".\n\n" DOGS,
	       FERRIES "\n\n" DOGS,
	       FERRIES "\n\nDogs travel free of charge but must wear a muzzle, although " LONG_CLAUSE
	       ".");
}

Test(lineage, what_everybody_says_is_nobodys)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0(Dogs travel free of charge but must wear a muzzle) "
	       "2(in accordance with the Charter of the United Nations) 0(.)",
	       "Ferries shall depart at noon on every day of the week in accordance with the Charter "
	       "of the United Nations.\n\n" DOGS, FERRIES "\n\n" DOGS,
	       FERRIES "\n\nDogs travel free of charge but must wear a muzzle in accordance with the "
	       "Charter of the United Nations.");
}

/* It was struck in one place, but stands in another: who writes it a third time copies it. */
Test(lineage, a_copy_is_not_back)
{
	expect("0(Ferries shall depart at noon on every day of the week .) / "
	       "0(Goats must wait , for the harbour master may close the northern quay during heavy "
	       "storms .) / 0(Dogs travel free of charge but must wear a muzzle) "
	       "2(, since the harbour master may close the northern quay during heavy storms) 0(.)",
	       "Ferries shall depart at noon on every day of the week, and " LONG_CLAUSE
	       ".\n\nGoats must wait, for " LONG_CLAUSE ".\n\n" DOGS,
	       FERRIES "\n\nGoats must wait, for " LONG_CLAUSE ".\n\n" DOGS,
	       FERRIES "\n\nGoats must wait, for " LONG_CLAUSE
	       ".\n\nDogs travel free of charge but must wear a muzzle, since " LONG_CLAUSE ".");
}

Test(lineage, a_merge_keeps_what_one_side_struck_and_the_other_kept)
{
	expect_merge("States should cooperate fully.", "States cooperate fully.",
	             "States should cooperate.", "States should cooperate.",
	             "0(States should cooperate .)");
	/* struck on one side: it is back, not the merge's own */
	expect_merge("States should cooperate.", "States cooperate.", "States cooperate.",
	             "States should cooperate.", "0(States) 0*(should) 0(cooperate .)");
}

/* ---- hostile texts ---- */

enum { HOSTILE = 100000 };

static void repeat(struct text *out, const char *word, uint32_t count)
{
	text_put(out, "");
	for (uint32_t i = 0; i < count; i++)
		text_put(out, word);
}

/* Is every word of a revision credited to revision 0? */
static bool all_first(struct revisions *r, uint32_t revision)
{
	for (uint32_t u = 0; u < r->at.at[revision]->units.count; u++) {
		const struct lineage_strand *strand = revisions_strand(r, revision, u);
		for (uint32_t i = 0; i < strand->count; i++)
			if (LINEAGE_REVISION(strand->origins[i]) != 0)
				return false;
	}
	return true;
}

Test(lineage, one_word_a_hundred_thousand_times, .timeout = 60)
{
	struct text many = {0}, few = {0}, lines = {0};
	struct revisions r;
	repeat(&many, "the ", HOSTILE);
	repeat(&few, "the ", HOSTILE / 2);
	repeat(&lines, "the\n\n", HOSTILE);
	revisions_begin(&r, 0);
	revisions_next(&r, text_view(&many));
	revisions_next(&r, text_view(&few));
	revisions_next(&r, text_view(&many));
	cr_expect(all_first(&r, 2));
	revisions_next(&r, view("A word."));
	revisions_next(&r, text_view(&many));
	cr_expect(all_first(&r, 4));
	revisions_next(&r, text_view(&lines));
	revisions_next(&r, text_view(&many));
	revisions_end(&r);
	text_release(&many);
	text_release(&few);
	text_release(&lines);
}

Test(lineage, a_hundred_thousand_units_of_one_word, .timeout = 60)
{
	struct text many = {0}, other = {0};
	struct revisions r;
	for (uint32_t i = 0; i < HOSTILE; i++) {
		text_format(&many, "w%u\n\n", (unsigned)i);
		text_format(&other, "w%u\n\n", (unsigned)(HOSTILE - i));
	}
	revisions_begin(&r, 0);
	revisions_next(&r, text_view(&many));
	revisions_next(&r, text_view(&other));
	revisions_next(&r, view("A word."));
	revisions_next(&r, text_view(&many));
	cr_expect_eq(r.at.at[3]->step.return_count, HOSTILE);
	revisions_end(&r);
	text_release(&many);
	text_release(&other);
}

/* A paragraph that falls apart into its words, and is put together again. */
Test(lineage, a_hundred_thousand_parts, .timeout = 60)
{
	struct text whole = {0}, parts = {0};
	struct revisions r;
	for (uint32_t i = 0; i < HOSTILE; i++) {
		text_format(&whole, "w%u ", (unsigned)i);
		text_format(&parts, "w%u\n\n", (unsigned)i);
	}
	revisions_begin(&r, 0);
	revisions_next(&r, text_view(&whole));
	revisions_next(&r, text_view(&parts));
	revisions_next(&r, text_view(&whole));
	revisions_end(&r);
	text_release(&whole);
	text_release(&parts);
}

Test(lineage, deleted_and_restored_again_and_again, .timeout = 60)
{
	struct text all = {0};
	struct revisions r;
	for (uint32_t i = 0; i < 2000; i++)
		text_format(&all, "Ferry %u departs at noon to port %u with %u goats on board.\n\n",
		            (unsigned)i, (unsigned)(i * 7919 % 2000), (unsigned)(i % 9));
	revisions_begin(&r, 0);
	for (int i = 0; i < 50; i++) {
		revisions_next(&r, text_view(&all));
		revisions_next(&r, view(""));
	}
	uint32_t const last = revisions_next(&r, text_view(&all));
	cr_expect(all_first(&r, last));
	cr_expect_eq(r.at.at[last]->step.return_count, 2000);
	for (uint32_t i = 0; i < 2000; i++)
		cr_assert_eq(r.at.at[last]->step.returns[i].old_unit, i);
	revisions_end(&r);
	text_release(&all);
}

/* What a unit remembers is bounded by what it says. */
Test(lineage, memory_follows_the_text, .timeout = 60)
{
	struct revisions r;
	revisions_begin(&r, 0);
	for (uint32_t i = 0; i < 400; i++) {
		struct text text = {0};
		text_format(&text, "Ferries depart at noon unless w%u and w%u forbid it.\n", (unsigned)i,
		            (unsigned)i + 1000);
		revisions_next(&r, text_view(&text));
		text_release(&text);
		const struct lineage_strand *strand = revisions_strand(&r, i, 0);
		cr_assert_leq(strand->struck_count, 4 * strand->count + 64);
		cr_assert(i != 20 || strand->struck_count >= 40);
	}
	revisions_end(&r);
}
