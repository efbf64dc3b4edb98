/*
 * The draft model: what is read as a heading, a provision, a bullet, and what
 * is inside what.
 *
 * Most cases are a draft and its blocks, written one to a line: two blanks for
 * each level, a letter for the kind (h heading, p provision, t running text,
 * * bullet, n footnote, r table row, v verbatim), the path, the words.  Line
 * breaks in the words are shown as "/".  Blank blocks are left out.
 */
#include <criterion/criterion.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <redline/draft.h>

#include "model/label.h"
#include "support/text.h"

static redline_draft *read_draft(const char *text)
{
	redline_draft *draft = NULL;
	redline_bytes const bytes = {text, strlen(text)};
	cr_assert_eq(redline_draft_new(&draft, bytes, NULL), REDLINE_OK);
	return draft;
}

static const char *text_of(const redline_draft *draft, redline_range r, char out[200])
{
	size_t n = r.end - r.begin;
	n = n < 199 ? n : 199;
	memcpy(out, redline_draft_text(draft).ptr + r.begin, n);
	out[n] = '\0';
	return out;
}

/* The blocks of a draft as the cases below write them. */
static void show(struct text *out, const redline_draft *draft)
{
	static const char kinds[] = "-htp*nrv";
	const redline_block *blocks = redline_draft_blocks(draft);
	for (uint32_t i = 0; i < redline_draft_count(draft); i++) {
		const redline_block *b = &blocks[i];
		char path[100], body[200];
		if (b->kind == REDLINE_BLANK)
			continue;
		redline_draft_path(draft, i, path, sizeof path);
		text_of(draft, b->body, body);
		for (char *c = body; *c; c++)
			*c = *c == '\n' ? '/' : *c;
		int const indent = b->kind == REDLINE_HEADING ? 0 : 2 * b->level;
		text_format(out, "%*s%c [%s] %s\n", indent, "", kinds[b->kind], path, body);
	}
}

struct reading {
	const char *name, *draft, *blocks;
};

static void check_readings(const struct reading *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		redline_draft *draft = read_draft(cases[i].draft);
		struct text got = {0};
		show(&got, draft);
		redline_bytes const want = {cases[i].blocks, strlen(cases[i].blocks)};
		cr_expect(text_is(text_view(&got), want), "%s\n--- wanted\n%s--- got\n%s",
		          cases[i].name, cases[i].blocks, got.ptr ? got.ptr : "");
		text_release(&got);
		redline_draft_free(draft);
	}
}

#define CHECK(cases) check_readings(cases, sizeof(cases) / sizeof *(cases))

/* ---- labels ---- */

struct label_case {
	const char *line, *label, *core, *body;
	redline_label_unit unit;
	redline_dress dress;
};

static void check_label(const struct label_case *c)
{
	struct label l;
	redline_bytes const line = {c->line, strlen(c->line)};
	bool const found = label_scan(&l, line, 0, (uint32_t)line.len, false);
	cr_expect(found, "no label in \"%s\"", c->line);
	if (!found)
		return;
	redline_bytes const label = {line.ptr + l.range.begin, l.range.end - l.range.begin};
	redline_bytes const core = {line.ptr + l.core.begin, l.core.end - l.core.begin};
	redline_bytes const body = {line.ptr + l.body, line.len - l.body};
	cr_expect(text_is(label, (redline_bytes){c->label, strlen(c->label)}) &&
	          text_is(core, (redline_bytes){c->core, strlen(c->core)}) &&
	          text_is(body, (redline_bytes){c->body, strlen(c->body)}),
	          "\"%s\": label \"%.*s\" core \"%.*s\" body \"%.*s\"", c->line, (int)label.len,
	          label.ptr, (int)core.len, core.ptr, (int)body.len, body.ptr);
	cr_expect(l.unit == c->unit && l.dress == c->dress, "\"%s\": unit %d dress %d", c->line,
	          l.unit, l.dress);
}

Test(draft, labels_are_told_apart)
{
	static const struct label_case cases[] = {
		{"59. States", "59.", "59", "States", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59.\tStates", "59.", "59", "States", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59.\u00A0States", "59.", "59", "States", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59 bis. States", "59 bis.", "59 bis", "States", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59bis. States", "59bis.", "59bis", "States", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59 ter. x", "59 ter.", "59 ter", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59 alt. x", "59 alt.", "59 alt", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"59 alt 2. x", "59 alt 2.", "59 alt 2", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"1bis States", "1bis", "1bis", "States", REDLINE_LABEL_PLAIN, REDLINE_BARE},
		{"59-bis. x", "59-bis.", "59-bis", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"4.2 The", "4.2", "4.2", "The", REDLINE_LABEL_PLAIN, REDLINE_BARE},
		{"4.2.1. The", "4.2.1.", "4.2.1", "The", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"PP2 Recalling", "PP2", "2", "Recalling", REDLINE_LABEL_PP, REDLINE_BARE},
		{"PP2. Recalling", "PP2.", "2", "Recalling", REDLINE_LABEL_PP, REDLINE_DOT},
		{"PP2 bis: Noting", "PP2 bis:", "2 bis", "Noting", REDLINE_LABEL_PP, REDLINE_COLON},
		{"OP3 bis Calls", "OP3 bis", "3 bis", "Calls", REDLINE_LABEL_OP, REDLINE_BARE},
		{"OP7ter Calls", "OP7ter", "7ter", "Calls", REDLINE_LABEL_OP, REDLINE_BARE},
		{"OP 7. Calls", "OP 7.", "7", "Calls", REDLINE_LABEL_OP, REDLINE_DOT},
		{"Article 5", "Article 5", "5", "", REDLINE_LABEL_ARTICLE, REDLINE_BARE},
		{"Article 5. States", "Article 5.", "5", "States", REDLINE_LABEL_ARTICLE, REDLINE_DOT},
		{"Art. 5: x", "Art. 5:", "5", "x", REDLINE_LABEL_ARTICLE, REDLINE_COLON},
		{"Article 5 bis \u2013 Use", "Article 5 bis", "5 bis", "Use", REDLINE_LABEL_ARTICLE,
		 REDLINE_BARE},
		{"\u00A7 38-841.03. Fees", "\u00A7 38-841.03.", "38-841.03", "Fees",
		 REDLINE_LABEL_SECTION, REDLINE_DOT},
		{"Section 4. Fees", "Section 4.", "4", "Fees", REDLINE_LABEL_SECTION, REDLINE_DOT},
		{"ANNEX I", "ANNEX I", "I", "", REDLINE_LABEL_ANNEX, REDLINE_BARE},
		{"Schedule 2", "Schedule 2", "2", "", REDLINE_LABEL_ANNEX, REDLINE_BARE},
		{"Annex", "Annex", "", "", REDLINE_LABEL_ANNEX, REDLINE_BARE},
		{"Part II. Scope", "Part II.", "II", "Scope", REDLINE_LABEL_CHAPTER, REDLINE_DOT},
		{"(1) x", "(1)", "1", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(a) x", "(a)", "a", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(a)(1) x", "(a)", "a", "(1) x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(b-1) x", "(b-1)", "b-1", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(3A) x", "(3A)", "3A", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(9A-i) x", "(9A-i)", "9A-i", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(aa) x", "(aa)", "aa", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(b bis) x", "(b bis)", "b bis", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(b) bis x", "(b) bis", "b) bis", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"a) x", "a)", "a", "x", REDLINE_LABEL_PLAIN, REDLINE_PAREN},
		{"xiv) x", "xiv)", "xiv", "x", REDLINE_LABEL_PLAIN, REDLINE_PAREN},
		{"II. x", "II.", "II", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"[59. x]", "59.", "59", "x]", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"[59 bis.] x", "59 bis.", "59 bis", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"**59.** x", "59.", "59", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"**59**. x", "59**.", "59", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"*59.* x", "59.", "59", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"[**(a)** x", "(a)", "a", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"**Article 5**", "Article 5", "5", "", REDLINE_LABEL_ARTICLE, REDLINE_BARE},
		{"5\u3001x", "5\u3001", "5", "x", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"\uFF11\uFF12\uFF0Ex", "\uFF11\uFF12\uFF0E", "\uFF11\uFF12", "x",
		 REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"\u4E8C\u3001x", "\u4E8C\u3001", "\u4E8C", "x", REDLINE_LABEL_SECTION, REDLINE_DOT},
		{"\uFF08\u4E8C\uFF09x", "\uFF08\u4E8C\uFF09", "\u4E8C", "x", REDLINE_LABEL_PLAIN,
		 REDLINE_PARENS},
		{"(\u4E8C) x", "(\u4E8C)", "\u4E8C", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"\u9644\u4EF6\u4E00", "\u9644\u4EF6\u4E00", "\u4E00", "", REDLINE_LABEL_ANNEX,
		 REDLINE_BARE},
		{"(\u0628) x", "(\u0628)", "\u0628", "x", REDLINE_LABEL_PLAIN, REDLINE_PARENS},
		{"(\u0647\u0640) x", "(\u0647\u0640)", "\u0647\u0640", "x", REDLINE_LABEL_PLAIN,
		 REDLINE_PARENS},
		{"\u0665- \u0645", "\u0665-", "\u0665", "\u0645", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"5 - \u0645", "5 -", "5", "\u0645", REDLINE_LABEL_PLAIN, REDLINE_DOT},
		{"\u0627\u0644\u0645\u0627\u062F\u0629 5", "\u0627\u0644\u0645\u0627\u062F\u0629 5",
		 "5", "", REDLINE_LABEL_ARTICLE, REDLINE_BARE},
		{"\u7B2C\u4E94\u6761 x", "\u7B2C\u4E94\u6761", "\u4E94", "x", REDLINE_LABEL_ARTICLE,
		 REDLINE_BARE},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		check_label(&cases[i]);
}

Test(draft, words_are_no_labels)
{
	static const char *const lines[] = {
		"5 States", "59.5% of", "3.5.2020 was", "59.States", "(Lebanon) x", "(s)he is", "(the) x",
		"(a) ", "(1990) x", "10:30 today", "Article 5(1) x", "Article 5, as amended",
		"Part of the", "Annex to the letter", "Dr. Smith", "1st. x", "[^3]: note", "* bullet",
		"**bold** words", "(", "[", "**", "((a)) x", "(a x", "59", "PP", "\u00A7", "Art.", "(a)b",
		"5 - States", "1\u30012 x", "\u4E00\u4E9B x", "\uFF08\u65E5\u672C\uFF09x", "(\u0645\u0635\u0631) x",
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct label l;
		redline_bytes const line = {lines[i], strlen(lines[i])};
		bool const found = label_scan(&l, line, 0, (uint32_t)line.len, false);
		bool const expected = !strcmp(lines[i], "(a) ");
		cr_expect(found == expected, "\"%s\"", lines[i]);
	}
}

/* ---- provisions and sequence ---- */

Test(draft, lists_nest_by_style_when_nothing_is_indented)
{
	static const struct reading cases[] = {
		{"four_styles",
		 "43. Calls:\n\n(a) x:\n\n(i) y;\n\n(ii) z;\n\n(b) w:\n\n(i) v.\n\n44. End.\n",
		 "p [43] Calls:\n  p [43 (a)] x:\n    p [43 (a) (i)] y;\n    p [43 (a) (ii)] z;\n"
		 "  p [43 (b)] w:\n    p [43 (b) (i)] v.\np [44] End.\n"},
		{"without_blank_lines",
		 "43. Calls:\n(a) x:\n(i) y;\n(ii) z;\n(b) w.\n44. End.\n",
		 "p [43] Calls:\n  p [43 (a)] x:\n    p [43 (a) (i)] y;\n    p [43 (a) (ii)] z;\n"
		 "  p [43 (b)] w.\np [44] End.\n"},
		{"capitals_and_capital_romans", "(a) p\n\n(1) q\n\n(A) r\n\n(i) s\n\n(I) t\n\n(II) u\n",
		 "p [(a)] p\n  p [(a) (1)] q\n    p [(a) (1) (A)] r\n      p [(a) (1) (A) (i)] s\n"
		 "        p [(a) (1) (A) (i) (I)] t\n        p [(a) (1) (A) (i) (II)] u\n"},
		{"french_parentheses", "1. x\n\na) y\n\ni) z\n\nii) w\n\nb) v\n",
		 "p [1] x\n  p [1 a)] y\n    p [1 a) i)] z\n    p [1 a) ii)] w\n  p [1 b)] v\n"},
		{"decimals_say_what_they_are_in", "4. x\n\n4.1 Y\n\n4.1.1 Z\n\n4.2 W\n\n5. v\n",
		 "p [4] x\n  p [4.1] Y\n    p [4.1.1] Z\n  p [4.2] W\np [5] v\n"},
		{"decimals_alone", "4.1 Y\n\n(a) i\n\n4.2 W\n\n5.1 V\n",
		 "p [4.1] Y\n  p [4.1 (a)] i\np [4.2] W\np [5.1] V\n"},
		{"bis_and_alt_are_siblings", "59. a\n\n59 bis. b\n\n59 alt. c\n\n[59 ter. d]\n\n60. e\n",
		 "p [59] a\np [59 bis] b\np [59 alt] c\np [59 ter] d]\np [60] e\n"},
		{"inserted_items_are_siblings", "(b) a\n\n(b-1) b\n\n(3) c\n\n(3A) d\n\n(9A-i) e\n",
		 "p [(b)] a\np [(b-1)] b\n  p [(b-1) (3)] c\n  p [(b-1) (3A)] d\n  p [(b-1) (9A-i)] e\n"},
		{"preambular_and_operative", "PP1 A\n\nPP1 bis B\n\nOP1 C:\n\n(a) d\n\nOP2. E\n",
		 "p [PP1] A\np [PP1 bis] B\np [OP1] C:\n  p [OP1 (a)] d\np [OP2] E\n"},
	};
	CHECK(cases);
}

Test(draft, letters_and_roman_numbers_are_told_by_sequence)
{
	static const struct reading cases[] = {
		{"i_after_h_is_a_letter", "(g) a\n\n(h) b\n\n(i) c\n\n(j) d\n",
		 "p [(g)] a\np [(h)] b\np [(i)] c\np [(j)] d\n"},
		{"i_after_h_is_roman_when_ii_follows", "(h) b\n\n(i) c\n\n(ii) d\n\n(i) e\n",
		 "p [(h)] b\n  p [(h) (i)] c\n  p [(h) (ii)] d\np [(i)] e\n"},
		{"indented_i_after_h_is_roman", "(h) b\n\n  (i) c\n\n(i) d\n",
		 "p [(h)] b\n  p [(h) (i)] c\np [(i)] d\n"},
		{"v_after_u_is_a_letter", "(t) a\n\n(u) b\n\n(v) c\n\n(w) d\n",
		 "p [(t)] a\np [(u)] b\np [(v)] c\np [(w)] d\n"},
		{"v_after_iv_is_roman", "(a) z\n\n(i) a\n\n(ii) b\n\n(iii) c\n\n(iv) d\n\n(v) e\n\n(b) f\n",
		 "p [(a)] z\n  p [(a) (i)] a\n  p [(a) (ii)] b\n  p [(a) (iii)] c\n  p [(a) (iv)] d\n"
		 "  p [(a) (v)] e\np [(b)] f\n"},
		{"an_excerpt_from_v", "(v) e\n\n(vi) f\n", "p [(v)] e\np [(vi)] f\n"},
		{"an_excerpt_from_i_to_j", "(i) e\n\n(j) f\n", "p [(i)] e\np [(j)] f\n"},
		{"i_when_h_was_deleted", "(g) a\n\n(i) b\n\n(j) c\n", "p [(g)] a\np [(i)] b\np [(j)] c\n"},
		{"aa_after_z_is_a_sibling", "(y) a\n\n(z) b\n\n(aa) c\n\n(bb) d\n",
		 "p [(y)] a\np [(z)] b\np [(aa)] c\np [(bb)] d\n"},
		{"aa_elsewhere_is_deeper", "(a) a\n\n(aa) b\n\n(bb) c\n\n(b) d\n",
		 "p [(a)] a\n  p [(a) (aa)] b\n  p [(a) (bb)] c\np [(b)] d\n"},
		{"capital_i_after_h", "(H) a\n\n(I) b\n\n(II) c\n",
		 "p [(H)] a\n  p [(H) (I)] b\n  p [(H) (II)] c\n"},
	};
	CHECK(cases);
}

Test(draft, numerals_are_set_by_the_reading)
{
	redline_draft *draft = read_draft("(h) a\n(i) b;\n(ii) c\n");
	const redline_block *b = redline_draft_blocks(draft);
	cr_assert_eq(redline_draft_count(draft), 3);
	cr_expect_eq(b[0].numeral, REDLINE_LOWER_ALPHA);
	cr_expect_eq(b[1].numeral, REDLINE_LOWER_ROMAN);
	cr_expect_eq(b[2].numeral, REDLINE_LOWER_ROMAN);
	redline_draft_free(draft);
}

Test(draft, indentation_decides_before_style)
{
	static const struct reading cases[] = {
		{"same_style_indented", "1. a\n   1. b\n   2. c\n2. d\n",
		 "p [1] a\n  p [1 1.] b\n  p [1 2.] c\np [2] d\n"},
		{"other_style_in_one_column", "  (a) a\n\n    (1) b\n\n  (b) c\n",
		 "p [(a)] a\n  p [(a) (1)] b\np [(b)] c\n"},
		{"uneven_indentation", "59. a\n    (a) b\n  (b) c\n60. d\n",
		 "p [59] a\n  p [59 (a)] b\n  p [59 (b)] c\np [60] d\n"},
		{"flush_right", " 9. a\n10. b\n", "p [9] a\np [10] b\n"},
		{"romans_flush_right", "1. x:\n  (i) a;\n (ii) b;\n(iii) c.\n",
		 "p [1] x:\n  p [1 (i)] a;\n  p [1 (ii)] b;\n  p [1 (iii)] c.\n"},
		{"british_insertion", "1. x\n\n  (a) a\n\n  (aa) b\n\n  (b) c\n",
		 "p [1] x\n  p [1 (a)] a\n  p [1 (aa)] b\n  p [1 (b)] c\n"},
		{"four_blanks_are_no_code", "59. a\n\n    (a) b\n\n        (i) c\n",
		 "p [59] a\n  p [59 (a)] b\n    p [59 (a) (i)] c\n"},
		{"tabs", "59. a\n\n\t(a) b\n\n\t\t(i) c\n",
		 "p [59] a\n  p [59 (a)] b\n    p [59 (a) (i)] c\n"},
	};
	CHECK(cases);
}

Test(draft, several_labels_on_a_line_nest)
{
	static const struct reading cases[] = {
		{"two", "(a)(1) The Mayor\n(2) The Council\n(b) No\n",
		 "p [(a)] \n  p [(a) (1)] The Mayor\n  p [(a) (2)] The Council\np [(b)] No\n"},
		{"three", "(b)(2)(A) text\n", "p [(b)] \n  p [(b) (2)] \n    p [(b) (2) (A)] text\n"},
		{"after_a_number", "5. (a) The Committee\n\n(b) It\n",
		 "p [5] \n  p [5 (a)] The Committee\n  p [5 (b)] It\n"},
		{"not_a_reference", "5. (a) and (b) above apply.\n", "p [5] (a) and (b) above apply.\n"},
		{"not_the_same_twice", "(1) (1) Is\n\n(2) Was\n", "p [(1)] (1) Is\np [(2)] Was\n"},
		{"label_alone_on_its_line", "(49)\n(A) x\n\n(50) y\n",
		 "p [(49)] \n  p [(49) (A)] x\np [(50)] y\n"},
	};
	CHECK(cases);
}

Test(draft, wrapped_text_is_not_cut)
{
	static const struct reading cases[] = {
		{"a_year", "59. The report of\n1990. It was\n", "p [59] The report of/1990. It was\n"},
		{"a_year_after_a_sentence", "59. It ended.\n1990. It was\n",
		 "p [59] It ended./1990. It was\n"},
		{"a_quantity", "1. A loss of\n3.5 million\n", "p [1] A loss of/3.5 million\n"},
		{"a_reference", "1. See subparagraph\n(a) above.\n", "p [1] See subparagraph/(a) above.\n"},
		{"the_next_number_by_chance",
		 "4. As the Secretary-General recommended to all the delegations in paragraph\n"
		 "5. of that report.\n",
		 "p [4] As the Secretary-General recommended to all the delegations in paragraph"
		 "/5. of that report.\n"},
		{"an_abbreviation", "4. See para.\n5. The end\n", "p [4] See para./5. The end\n"},
		{"a_list_of_references", "(h) Under section 4(g), 5(h), and\n(i) or (j) x\n",
		 "p [(h)] Under section 4(g), 5(h), and/(i) or (j) x\n"},
		{"a_chain_of_references", "(1) Notwithstanding (a)(1)(C),\n(a)(2)(B), and so on\n",
		 "p [(1)] Notwithstanding (a)(1)(C),/(a)(2)(B), and so on\n"},
		{"an_article", "1. Under the rules of\nArticle 5\nof the Convention\n",
		 "p [1] Under the rules of/Article 5/of the Convention\n"},
		{"a_dash", "1. The list\n\u2013 as it stands \u2013 is\n",
		 "p [1] The list/\u2013 as it stands \u2013 is\n"},
		{"a_dash_alone", "1. It is only in\n\u2014\n\n(a) x\n",
		 "p [1] It is only in/\u2014\n  p [1 (a)] x\n"},
		{"hanging", "59. one\n    two\n    three\n60. four\n",
		 "p [59] one/    two/    three\np [60] four\n"},
	};
	CHECK(cases);
}

Test(draft, a_quantity_opens_no_list)
{
	static const struct reading cases[] = {
		{"bare_number", "3.5 million people\n", "t [] 3.5 million people\n"},
		{"circa", "c. 1990 it was\n", "t [] c. 1990 it was\n"},
		{"running_article", "Article 5 shall apply.\n", "t [] Article 5 shall apply.\n"},
		{"running_section", "Section 4 (D.C. Code \u00A7 3) is amended as follows:\n",
		 "t [] Section 4 (D.C. Code \u00A7 3) is amended as follows:\n"},
		{"running_article_over_two_lines", "Article 5\nof the Convention applies\n",
		 "t [] Article 5/of the Convention applies\n"},
	};
	CHECK(cases);
}

/* ---- the other kinds ---- */

Test(draft, headings_are_found)
{
	static const struct reading cases[] = {
		{"marked", "# One\n## E. Two ##\n### \n", "h [One] One\nh [E] Two\nh [] \n"},
		{"code_section", "# \u00A7 3-343.02 Entry prohibited.\n\n(c) x\n\n(2) y\n",
		 "h [\u00A7 3-343.02] Entry prohibited.\np [\u00A7 3-343.02 (c)] x\n"
		 "  p [\u00A7 3-343.02 (c) (2)] y\n"},
		{"underlined", "One\n===\n\nE.\n---\n\nText\n\n---\n",
		 "h [One] One\nh [E] \nt [] Text\nv [] ---\n"},
		{"capitals", "THE PREAMBLE\n\nThe General Assembly,\n\nTHE GENERAL ASSEMBLY,\n",
		 "h [THE PREAMBLE] THE PREAMBLE\nt [] The General Assembly,\n"
		 "t [] THE GENERAL ASSEMBLY,\n"},
		{"bold", "**Capacity building**\n\nx **y** z\n\n**a** and **b**\n",
		 "h [Capacity building] Capacity building\nt [] x **y** z\nt [] **a** and **b**\n"},
		{"lenticular", "**\u3010capacity\u3011**\n", "h [capacity] capacity\n"},
		{"letters", "A. Threats\n\n1. x\n\nB. Norms\n\n2. y\n",
		 "h [A] Threats\np [1] x\nh [B] Norms\np [2] y\n"},
		{"letters_of_a_list", "Options:\n\nA. Red\n\nB. Green\n",
		 "t [] Options:\np [A] Red\np [B] Green\n"},
		{"annex_starts_anew", "3. a\n\nANNEX I\n\n3. b\n\n(a) c\n",
		 "p [3] a\nh [ANNEX I] \np [annex I, 3] b\n  p [annex I, 3 (a)] c\n"},
		{"articles", "Article 1\n\n1. a\n\nArticle 2 Use of terms\n\nb\n\nArticle 3. c shall d.\n",
		 "h [Article 1] \np [Article 1, 1] a\nh [Article 2] Use of terms\nt [] b\n"
		 "p [Article 3] c shall d.\n"},
		{"article_over_its_text", "Article 5\nStates shall.\n",
		 "h [Article 5] \nt [] States shall.\n"},
		{"article_after_a_sentence", "Article 5\nStates shall.\nArticle 6\nThey may.\n",
		 "h [Article 5] \nt [] States shall.\nh [Article 6] \nt [] They may.\n"},
		{"numbers_run_on_through_sections", "# Section 3\n\n59. a\n\n(b) c\n",
		 "h [Section 3] \np [59] a\n  p [59 (b)] c\n"},
		{"letters_in_a_section", "# Section 3\n\n(b) c\n", "h [Section 3] \np [Section 3 (b)] c\n"},
		{"article_of_an_annex", "# Annex\n\n## Article 2\n\n(b) c\n",
		 "h [Annex] \nh [Article 2] \np [annex, Article 2 (b)] c\n"},
		{"chinese_article", "\u7B2C\u4E94\u6761\u3000\u56FD\u3002\n",
		 "p [\u7B2C\u4E94\u6761] \u56FD\u3002\n"},
	};
	CHECK(cases);
}

Test(draft, text_without_labels_has_a_place)
{
	static const struct reading cases[] = {
		{"indented_is_inside", "59. a\n\n    b\n\nc\n", "p [59] a\n  t [59] b\nt [] c\n"},
		{"between_items_is_inside", "59. a\n\n  (a) b\n\nc\n\n  (b) d\n",
		 "p [59] a\n  p [59 (a)] b\n  t [59] c\n  p [59 (b)] d\n"},
		{"unindented_ends_a_list", "59. a\n\nThe Committee:\n\n(a) b\n\n60. c\n",
		 "p [59] a\nt [] The Committee:\np [(a)] b\np [60] c\n"},
		{"sequence_survives_a_paragraph", "(h) a\n\nb\n\n(i) c\n",
		 "p [(h)] a\nt [] b\np [(i)] c\n"},
		{"bullets_after_a_colon", "59. a:\n\n- b\n- c\n\n60. d\n",
		 "p [59] a:\n  * [59] b\n  * [59] c\np [60] d\n"},
		{"bullets_after_a_full_stop", "59. a.\n\n- b\n\n60. d\n", "p [59] a.\n* [] b\np [60] d\n"},
		{"bullets_nest", "- a\n  - b\n    wrapped\n- c\n",
		 "* [] a\n  * [] b/    wrapped\n* [] c\n"},
		{"bullet_characters", "\u2022 a\n\u2013 b\n* c\n", "* [] a\n* [] b\n* [] c\n"},
		{"footnotes", "1. a[^3]\n\n[^3]: b\nc\n\n    d\n\n2. e\n",
		 "p [1] a[^3]\nn [footnote 3] b/c\n  t [footnote 3] d\np [2] e\n"},
		{"footnote_between_items", "1. a\n\n  (a) b\n\n[^3]: c\n\n  (b) d\n",
		 "p [1] a\n  p [1 (a)] b\n  n [footnote 3] c\n  p [1 (b)] d\n"},
		{"tables", "| a | b |\n|---|---|\n| 1 | 2 |\n\na | b\n--|--\nc | d\n\ne | f\n",
		 "r [] | a | b |\nr [] |---|---|\nr [] | 1 | 2 |\nr [] a | b\nr [] --|--\nr [] c | d\n"
		 "t [] e | f\n"},
		{"fences", "1. a\n\n```\n2. b\n\n```\n\n2. c\n", "p [1] a\nv [] ```/2. b//```\np [2] c\n"},
		{"html", "<!-- 1. a\n\n-->\n\n<div>\n2. b\n\n3. c\n",
		 "v [] <!-- 1. a//-->\nv [] <div>/2. b\np [3] c\n"},
		{"quotations", "1. a:\n\n> 5. b\n> c\n>\n> 6. d\n\n2. e\n",
		 "p [1] a:\n  p [1 5.] b/> c\n  p [1 6.] d\np [2] e\n"},
	};
	CHECK(cases);
}

/* ---- ranges, lines, sections ---- */

Test(draft, line_ends_are_kept_out_of_the_body)
{
	redline_draft *draft = read_draft("1. a  \r\n   b\t\r\n\r\n2. c");
	const redline_block *b = redline_draft_blocks(draft);
	char got[200];
	cr_assert_eq(redline_draft_count(draft), 3);
	cr_expect_str_eq(text_of(draft, b[0].body, got), "a  \r\n   b");
	cr_expect_str_eq(text_of(draft, b[0].bytes, got), "1. a  \r\n   b\t\r\n");
	cr_expect_str_eq(text_of(draft, b[1].bytes, got), "\r\n");
	cr_expect_str_eq(text_of(draft, b[2].body, got), "c");
	cr_expect(b[0].line == 1 && b[0].lines == 2 && b[1].line == 3 && b[2].line == 4);
	cr_expect_eq(redline_draft_eol(draft), REDLINE_EOL_CRLF);
	redline_draft_free(draft);
}

Test(draft, line_ends_are_counted)
{
	static const struct { const char *text; redline_eol eol; } cases[] = {
		{"", REDLINE_EOL_LF}, {"a", REDLINE_EOL_LF}, {"a\nb", REDLINE_EOL_LF},
		{"a\r\nb", REDLINE_EOL_CRLF}, {"a\r\nb\n", REDLINE_EOL_MIXED}, {"a\rb\n", REDLINE_EOL_LF},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_draft *draft = read_draft(cases[i].text);
		cr_expect_eq(redline_draft_eol(draft), cases[i].eol, "\"%s\"", cases[i].text);
		redline_draft_free(draft);
	}
}

Test(draft, byte_order_mark_is_a_blank_block)
{
	redline_draft *draft = read_draft("\xEF\xBB\xBF\n59. a\n");
	const redline_block *b = redline_draft_blocks(draft);
	char path[20];
	cr_assert_eq(redline_draft_count(draft), 3);
	cr_expect(b[0].kind == REDLINE_BLANK && b[0].bytes.end == 3);
	cr_expect(b[1].kind == REDLINE_BLANK && b[1].bytes.begin == 3 && b[1].bytes.end == 4);
	cr_expect_eq(b[2].line, 2);
	cr_expect_eq(redline_draft_path(draft, 2, path, sizeof path), 2);
	redline_draft_free(draft);
	draft = read_draft("\xEF\xBB\xBF" "59. a");
	cr_expect_eq(redline_draft_count(draft), 2);
	redline_draft_free(draft);
}

Test(draft, empty_text_has_no_blocks)
{
	redline_draft *draft = read_draft("");
	cr_expect_eq(redline_draft_count(draft), 0);
	cr_expect_null(redline_draft_blocks(draft));
	cr_expect_eq(redline_draft_block_at(draft, 0), REDLINE_NONE);
	redline_draft_free(draft);
	redline_draft_free(NULL);
}

Test(draft, what_is_no_text_is_refused)
{
	redline_draft *draft;
	redline_text_fault fault;
	redline_bytes const broken = {"59. \xFF", 5};
	cr_expect_eq(redline_draft_new(&draft, broken, &fault), REDLINE_NOT_UTF8);
	cr_expect_null(draft);
	cr_expect_eq(fault.offset, 4);
}

Test(draft, sections_enclose_what_stands_under_them)
{
	redline_draft *draft = read_draft("a\n\n# X\n\n1. b\n\n## Y\n\n2. c\n\n# Z\n");
	const redline_block *b = redline_draft_blocks(draft);
	cr_assert_eq(redline_draft_count(draft), 11);
	cr_expect_eq(b[0].section, REDLINE_NONE);
	cr_expect(b[2].level == 1 && b[2].subtree_end == 10 && b[2].section == REDLINE_NONE);
	cr_expect_eq(b[4].section, 2);
	cr_expect(b[6].section == 2 && b[6].level == 2 && b[6].subtree_end == 10);
	cr_expect_eq(b[8].section, 6);
	cr_expect(b[10].section == REDLINE_NONE && b[10].subtree_end == 11);
	redline_draft_free(draft);
}

Test(draft, plain_headings_nest)
{
	redline_draft *draft = read_draft("ANNEX I\n\nI. Threats\n\nA. Now\n\n1. a\n\n"
	                                  "II. Norms\n\n2. b\n\nANNEX II\n");
	const redline_block *b = redline_draft_blocks(draft);
	cr_assert_eq(redline_draft_count(draft), 13);
	cr_expect_eq(b[0].level, 1);
	cr_expect(b[2].level == 2 && b[2].section == 0 && b[2].numeral == REDLINE_UPPER_ROMAN);
	cr_expect(b[4].level == 3 && b[4].section == 2 && b[4].numeral == REDLINE_UPPER_ALPHA);
	cr_expect(b[8].level == 2 && b[8].section == 0);
	cr_expect(b[12].level == 1 && b[12].section == REDLINE_NONE);
	redline_draft_free(draft);
}

Test(draft, offsets_find_their_blocks_and_lines)
{
	redline_draft *draft = read_draft("1. \u00E9a\n\n2. b");
	cr_expect_eq(redline_draft_block_at(draft, 0), 0);
	cr_expect_eq(redline_draft_block_at(draft, 6), 0);
	cr_expect_eq(redline_draft_block_at(draft, 7), 1);
	cr_expect_eq(redline_draft_block_at(draft, 8), 2);
	cr_expect_eq(redline_draft_block_at(draft, 12), 2);
	redline_position const p = redline_draft_position(draft, 5);
	cr_expect(p.line == 1 && p.column == 5 && p.line_bytes.begin == 0 && p.line_bytes.end == 6);
	redline_draft_free(draft);
}

Test(draft, paths_are_cut_to_the_buffer)
{
	redline_draft *draft = read_draft("43. a\n\n(b) c\n");
	char buf[5] = "####";
	cr_expect_eq(redline_draft_path(draft, 2, buf, sizeof buf), 6);
	cr_expect_str_eq(buf, "43 (");
	cr_expect_eq(redline_draft_path(draft, 2, NULL, 0), 6);
	redline_draft_free(draft);
}

/* Each "> " and each column more is a level more; the 64th is the last. */
Test(draft, deep_nesting_is_flattened)
{
	struct text t = {0};
	for (int i = 0; i < 300; i++)
		text_format(&t, "%*s(a) x\n\n", i, "");
	redline_draft *draft = read_draft(t.ptr);
	const redline_block *b = redline_draft_blocks(draft);
	uint32_t const n = redline_draft_count(draft);
	cr_assert_eq(n, 600);
	cr_expect_eq(b[n - 2].level, 63);
	cr_expect_eq(b[n - 2].parent, b[n - 4].parent);
	redline_draft_free(draft);
	text_release(&t);
}
