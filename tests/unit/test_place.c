/*
 * test_place.c -- where in a draft a place is, and what is said when it is
 * nowhere or in two places.
 *
 * A place is written as a phrase and read with the noun phrases' own reader.
 * What is wanted is the text of the area (its first words, up to an
 * ellipsis), or "!" and the code of the finding.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/noun.h"
#include "engine/place.h"
#include "support/text.h"

static const char resolution[] =
	"# Draft resolution on digital cooperation\n"
	"\n"
	"The General Assembly,\n"
	"\n"
	"Recalling its resolution 70/1,\n"
	"\n"
	"Noting with concern the digital divide,\n"
	"\n"
	"## A. Threats\n"
	"\n"
	"1. States are concerned. Threats grow. Nobody is safe.\n"
	"\n"
	"2. States should:\n"
	"   (a) cooperate:\n"
	"      (i) by day;\n"
	"      (ii) by night;\n"
	"   (b) share:\n"
	"      (i) data; and\n"
	"      (ii) tools.\n"
	"\n"
	"3. Lists follow:\n"
	"\n"
	"- first item\n"
	"- second item\n"
	"- third item\n"
	"\n"
	"3 bis. **States** recall, e.g. norms.[^1] They apply.\n"
	"\n"
	"## B. Future work\n"
	"\n"
	"4. Work goes on.\n"
	"\n"
	"[^1]: See the report.\n"
	"\n"
	"# ANNEX I\n"
	"\n"
	"1. Annexed words.\n"
	"\n"
	"5. More annexed words.\n";

static const char code[] =
	"### Article 5\n"
	"\n"
	"1. First of five.\n"
	"\n"
	"### Article 6\n"
	"\n"
	"1. First of six.\n"
	"\n"
	"2. Second of six.\n"
	"\n"
	"\u00A7 38-841.03. Fees.\n"
	"\n"
	"(a) A fee is due.\n"
	"\n"
	"(b) None is waived.\n";

struct fixture {
	struct arena arena;
	struct lexer *lexer;
	redline_draft *draft;
	struct place_finder finder;
	struct report report;
};

static void set_up(struct fixture *f, const char *draft)
{
	*f = (struct fixture){.lexer = lexer_new(&lang_en)};
	cr_assert_not_null(f->lexer);
	cr_assert_eq(redline_draft_new(&f->draft, bytes_of(draft), NULL), REDLINE_OK);
	cr_assert(places_begin(&f->finder, f->draft, &f->arena));
}

static void tear_down(struct fixture *f)
{
	redline_draft_free(f->draft);
	lexer_free(f->lexer);
	arena_release(&f->arena);
}

static redline_place read_place(struct fixture *f, const char *phrase)
{
	redline_bytes const text = bytes_of(phrase);
	struct place_set set;
	struct quotes quotes;
	struct lexed lexed;
	redline_draft *layout;
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(&quotes, &f->arena, layout));
	cr_assert(lex_sentence(f->lexer, &f->arena, text, (redline_range){0, (uint32_t)text.len},
	                       &quotes, &lexed));
	struct cursor c = {&f->arena, text, &quotes, &lexed, f->lexer, 0};
	cr_assert(noun_places(&c, &set) && c.at == lexed.count, "%s", phrase);
	redline_draft_free(layout);
	return set.at[0];
}

/* The area's text on one line, or "!" and the code of the first finding. */
static void resolve(struct fixture *f, struct text *out, const redline_place *place)
{
	static redline_spot const spot = {REDLINE_IN_STATEMENT(0), {0, 1}};
	struct area area;
	redline_place held;
	out->len = 0;
	text_put(out, "");
	report_begin(&f->report, &f->arena);
	if (places_resolve(&f->finder, place, spot, &f->report, &area, &held)) {
		redline_range const r = range_trim(f->finder.text, area.range);
		for (uint32_t at = r.begin; at < r.end; at++)
			text_add(out, f->finder.text.ptr[at] == '\n' ? "/" : f->finder.text.ptr + at, 1);
		cr_expect_eq(report_view(&f->report).count, 0, "found, and yet a finding");
	} else {
		redline_findings const found = report_view(&f->report);
		cr_assert(found.count && found.worst == REDLINE_ERROR);
		text_format(out, "!%s", found.items[0].code);
	}
	report_release(&f->report);
}

struct place_case {
	const char *phrase, *area;
};

static bool fits(const struct text *got, const char *want)
{
	size_t const n = strlen(want);
	bool const open = n > 3 && strcmp(want + n - 3, "...") == 0;
	return open ? got->len > n - 3 && strncmp(got->ptr, want, n - 3) == 0
	            : strcmp(got->ptr, want) == 0;
}

static void check_places(const char *draft, const struct place_case *cases, size_t count)
{
	struct fixture f;
	struct text got = {0};
	set_up(&f, draft);
	for (size_t i = 0; i < count; i++) {
		redline_place const place = read_place(&f, cases[i].phrase);
		resolve(&f, &got, &place);
		cr_expect(fits(&got, cases[i].area), "%s\n  wanted %s\n  got    %s", cases[i].phrase,
		          cases[i].area, got.ptr);
	}
	text_release(&got);
	tear_down(&f);
}

#define CHECK(draft, cases) check_places(draft, cases, sizeof(cases) / sizeof *(cases))

/* ---- provisions ---- */

Test(place, provisions_by_their_labels)
{
	static const struct place_case cases[] = {
		{"paragraph 2", "2. States should:/   (a) cooperate:/..."},
		{"paragraph 2 (a)", "(a) cooperate:/      (i) by day;/      (ii) by night;"},
		{"paragraph 2 (b) (ii)", "(ii) tools."},
		{"sub-paragraph (b) of paragraph 2", "(b) share:/..."},
		{"paragraph 3 bis", "3 bis. **States** recall..."},
		{"paragraphs 2 to 3", "2. States should:..."},
		{"operative paragraph 4", "4. Work goes on."},
		{"annex I", "# ANNEX I//1. Annexed words.//5. More annexed words."},
		{"paragraph 1 of annex I", "1. Annexed words."},
		{"paragraph 5", "5. More annexed words."},
		{"section B", "## B. Future work//4. Work goes on...."},
		{"footnote 1", "[^1]: See the report."},
		{"the second preambular paragraph", "Noting with concern the digital divide,"},
		{"the second bullet of paragraph 3", "- second item"},
		{"the last bullet", "- third item"},
	};
	CHECK(resolution, cases);
}

Test(place, articles_and_sections_of_a_code)
{
	static const struct place_case cases[] = {
		{"Article 5", "### Article 5//1. First of five."},
		{"paragraph 1 of Article 6", "1. First of six."},
		{"Article 6, paragraph 2", "2. Second of six."},
		{"\u00A7 38-841.03(b)", "(b) None is waived."},
		{"Section 9 (Code \u00A7 38-841.03(a))", "(a) A fee is due."},
		{"paragraph 2", "2. Second of six."},
	};
	CHECK(code, cases);
}

/* Whether it stands before them or after. */
Test(place, outer_provisions_are_meant_before_inner_ones)
{
	static const char draft[] = "1. Lists:\n   (1) one:\n      1. inner one;\n      2. inner two.\n\n"
	                            "2. Outer two:\n   1. another inner one.\n";
	static const struct place_case cases[] = {
		{"paragraph 2", "2. Outer two:..."},
		{"paragraph 1", "1. Lists:..."},
	};
	CHECK(draft, cases);
}

Test(place, what_is_nowhere_is_refused)
{
	static const struct place_case cases[] = {
		{"paragraph 59", "!place-absent"},
		{"paragraph 2 (c)", "!place-absent"},
		{"paragraph 4 (a)", "!place-absent"},
		{"Article 5", "!place-absent"},
		{"annex II", "!place-absent"},
		{"paragraph 3 ter", "!place-absent"},
		{"paragraphs 3 to 2", "!place-absent"},
		{"the second sentence of paragraph 4", "!place-absent"},
		{"the fourth bullet of paragraph 3", "!place-absent"},
		{"the third preambular paragraph", "!place-absent"},
	};
	CHECK(resolution, cases);
}

Test(place, what_fits_twice_is_refused)
{
	static const struct place_case twice[] = {
		{"paragraph 1", "!place-ambiguous"},
		{"the heading", "!place-ambiguous"},
	};
	static const struct place_case code_cases[] = {
		{"paragraph 1", "!place-ambiguous"},
	};
	CHECK(resolution, twice);
	CHECK(code, code_cases);
}

/* Both candidates are shown. */
Test(place, an_ambiguous_place_shows_the_candidates)
{
	struct fixture f;
	struct area area;
	redline_place held;
	redline_spot const spot = {REDLINE_IN_STATEMENT(0), {0, 1}};
	set_up(&f, resolution);
	report_begin(&f.report, &f.arena);
	redline_place const place = read_place(&f, "paragraph 1");
	cr_assert_not(places_resolve(&f.finder, &place, spot, &f.report, &area, &held));
	redline_findings const found = report_view(&f.report);
	cr_assert_eq(found.count, 3);
	cr_expect(!found.items[0].attached && found.items[0].spot.source == spot.source);
	for (size_t i = 1; i < 3; i++) {
		cr_expect(found.items[i].attached && found.items[i].spot.source == REDLINE_IN_DRAFT);
		cr_expect(text_is(bytes_in(f.finder.text, found.items[i].spot.range), BYTES("1.")));
	}
	report_release(&f.report);
	tear_down(&f);
}

/* ---- parts of a text ---- */

Test(place, sentences)
{
	static const struct place_case cases[] = {
		{"the first sentence of paragraph 3 bis", "**States** recall, e.g. norms.[^1]"},
		{"the last sentence of paragraph 3 bis", "They apply."},
		{"the second sentence of paragraph 5", "!place-absent"},
		{"the penultimate sentence of paragraph 1 of section A", "Threats grow."},
		{"the first two sentences of paragraph 1 of section A",
		 "States are concerned. Threats grow."},
		{"the last two sentences of paragraph 1 of section A", "Threats grow. Nobody is safe."},
		{"the sentence beginning with \"They apply\"", "They apply."},
		{"the sentence beginning with \"States\"", "!place-ambiguous"},
		{"the sentence beginning with \"Zebras\"", "!place-absent"},
		{"the second sentence", "!place-unknown"},
	};
	CHECK(resolution, cases);
}

Test(place, chapeau_heading_and_title)
{
	static const struct place_case cases[] = {
		{"the chapeau of paragraph 2", "States should:"},
		{"the chapeau of paragraph 2 (a)", "cooperate:"},
		{"the heading of section B", "Future work"},
		{"the title of the draft", "Draft resolution on digital cooperation"},
		{"the draft", "# Draft resolution..."},
	};
	CHECK(resolution, cases);
}

/* ---- places with what was said before ---- */

static redline_place within(struct fixture *f, const char *scope, const char *inner, bool nested)
{
	redline_place const outer = read_place(f, scope), place = read_place(f, inner);
	return noun_compose(&f->arena, &outer, &place, nested);
}

/* What the surroundings add is dropped where it leads nowhere, unless it is sure. */
Test(place, an_inherited_place_is_a_guess_unless_it_is_firm)
{
	struct fixture f;
	struct text got = {0};
	set_up(&f, resolution);
	redline_place place = within(&f, "annex I", "paragraph 5", false);
	resolve(&f, &got, &place);
	cr_expect_str_eq(got.ptr, "5. More annexed words.");
	place = within(&f, "annex I", "paragraph 1", false);
	resolve(&f, &got, &place);
	cr_expect_str_eq(got.ptr, "1. Annexed words.");
	place = within(&f, "annex I", "paragraph 4", false);
	resolve(&f, &got, &place);
	cr_expect_str_eq(got.ptr, "!place-absent", "numbers begin again there");
	place = within(&f, "annex X", "paragraph 4", false);
	resolve(&f, &got, &place);
	cr_expect_str_eq(got.ptr, "4. Work goes on.");
	place = within(&f, "annex I", "paragraph 4", true);
	resolve(&f, &got, &place);
	cr_expect_str_eq(got.ptr, "!place-absent");
	text_release(&got);
	tear_down(&f);
}

/* ---- small tools ---- */

Test(place, canonical_labels)
{
	static const struct { const char *core, *canonical; } cases[] = {
		{"59", "59"}, {"59 bis", "59bis"}, {"59Bis", "59bis"}, {"59  TER", "59ter"}, {"a", "a"},
		{"A", "A"}, {"9A", "9A"}, {"38-841.03", "38-841.03"}, {"", ""}, {"**5**", "5"},
		{"\u4E94", "5"}, {"\u5341\u4E8C", "12"}, {"\u4E94\u6761\u4E4B\u4E8C", "5bis"},
		{"\u0665", "5"}, {"\u06F1\u06F2", "12"}, {"\uFF15", "5"},
		{"5 \u0645\u0643\u0631\u0631\u0627", "5bis"}, {"\u0623", "\u0627"}, {"\u0647\u0640", "\u0647"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char got[64];
		size_t const len = places_canonical(bytes_of(cases[i].core), got, sizeof got);
		cr_expect(text_is((redline_bytes){got, len}, bytes_of(cases[i].canonical)), "\"%s\": %.*s",
		          cases[i].core, (int)len, got);
	}
	char small[3];
	cr_expect_eq(places_canonical(BYTES("12345"), small, sizeof small), 3, "never past the room");
}

Test(place, siblings_by_label)
{
	struct fixture f;
	set_up(&f, resolution);
	redline_place const place = read_place(&f, "paragraph 3");
	redline_spot const spot = {REDLINE_IN_STATEMENT(0), {0, 1}};
	struct area area;
	redline_place held;
	report_begin(&f.report, &f.arena);
	cr_assert(places_resolve(&f.finder, &place, spot, &f.report, &area, &held));
	cr_expect(places_has_sibling(&f.finder, area.block, BYTES("3bis")));
	cr_expect_not(places_has_sibling(&f.finder, area.block, BYTES("3ter")));
	cr_expect_not(places_has_sibling(&f.finder, area.block, BYTES("a")), "that one lies deeper");
	report_release(&f.report);
	tear_down(&f);
}

Test(place, sentences_are_counted_from_both_ends)
{
	redline_bytes const text = BYTES("One. Two. Three.");
	static const struct { int32_t ordinal; const char *sentence; } cases[] = {
		{1, "One."}, {2, "Two."}, {3, "Three."}, {4, ""}, {-1, "Three."}, {-3, "One."}, {-4, ""},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_range const r =
		    places_sentence(text, (redline_range){0, (uint32_t)text.len}, cases[i].ordinal);
		cr_expect(text_is(bytes_in(text, r), bytes_of(cases[i].sentence)), "%d: %.*s",
		          (int)cases[i].ordinal, (int)range_len(r), text.ptr + r.begin);
	}
}

/* A scope that was only carried over, and leads nowhere, is no part of the place. */
Test(place, a_carried_scope_that_does_not_hold_is_dropped)
{
	static const struct { const char *scope, *phrase, *held; } cases[] = {
		{"section A", "paragraph 1", "paragraph 1 of section A"},
		{"section Z", "paragraph 3", "paragraph 3"},
		{"section Z", "paragraph 77", "paragraph 77"},
	};
	struct fixture f;
	set_up(&f, resolution);
	redline_spot const spot = {REDLINE_IN_STATEMENT(0), {0, 1}};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char words[80];
		struct area area;
		redline_place held, scope = read_place(&f, cases[i].scope);
		redline_place const inner = read_place(&f, cases[i].phrase);
		redline_place const place = noun_compose(&f.arena, &scope, &inner, false);
		report_begin(&f.report, &f.arena);
		(void)places_resolve(&f.finder, &place, spot, &f.report, &area, &held);
		redline_place_text(&held, words, sizeof words);
		cr_expect_str_eq(words, cases[i].held);
		report_release(&f.report);
	}
	tear_down(&f);
}

Test(place, an_empty_draft_has_no_places)
{
	static const struct place_case cases[] = {
		{"paragraph 1", "!place-absent"},
		{"the title of the draft", "!place-absent"},
		{"the draft", ""},
	};
	CHECK("", cases);
}
