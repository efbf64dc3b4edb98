/*
 * test_lex.c -- a sentence as lexemes: verbs and their forms, numerals that
 * name places, parties, asides.
 *
 * Lexemes are shown by the names of their classes, with what they say in
 * angle brackets where the class alone doesn't tell it; fillers are left out.
 * Every sentence is lexed twice, the second time by a twin of the lexer.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "base/bytes.h"
#include "engine/lex.h"
#include "engine/numeral.h"
#include "support/text.h"

static const char *const class_names[LEX_END + 1] = {
	[LEX_WORD] = "word", [LEX_PUNCT] = "punct", [LEX_QUOTE] = "quote", [LEX_NUMERAL] = "numeral",
	[LEX_GROUP] = "group", [LEX_NAME] = "name", [LEX_ACTION] = "action",
	[LEX_HISTORY] = "history", [LEX_HEDGE] = "hedge", [LEX_PROPOSE] = "propose",
	[LEX_STANCE] = "stance", [LEX_NEGATION] = "negation", [LEX_DOUBT] = "doubt",
	[LEX_LINK] = "link", [LEX_POSITION] = "position", [LEX_IN] = "in", [LEX_OF] = "of",
	[LEX_AND] = "and", [LEX_OR] = "or", [LEX_TO] = "to", [LEX_THROUGH] = "through",
	[LEX_NOTE_TOO] = "note too", [LEX_REACH] = "reach", [LEX_EXCEPT] = "except", [LEX_RESPECTIVELY] = "respectively",
	[LEX_FROM] = "from", [LEX_FOR] = "for", [LEX_UNIT] = "unit", [LEX_TEXT] = "text",
	[LEX_BRACKETS] = "brackets", [LEX_MARK] = "mark", [LEX_ORDINAL] = "ordinal",
	[LEX_QUANTIFIER] = "quantifier", [LEX_COUNT] = "count", [LEX_OCCURRENCE] = "occurrence",
	[LEX_NEW] = "new", [LEX_ANOTHER] = "another", [LEX_SAME] = "same", [LEX_WHOLE] = "whole",
	[LEX_BEGINNING] = "beginning", [LEX_INSTEAD] = "instead", [LEX_PRONOUN] = "pronoun",
	[LEX_REASON] = "reason", [LEX_CHECK] = "check", [LEX_SPEAKER] = "speaker", [LEX_WE] = "we",
	[LEX_REPEAT] = "repeat", [LEX_FILLER] = "filler", [LEX_VAGUE] = "vague", [LEX_END] = "end",
};

static const char *const verb_names[] = {
	[VERB_REPLACE] = "replace", [VERB_SUBSTITUTE] = "substitute", [VERB_CHANGE] = "change",
	[VERB_DELETE] = "delete", [VERB_INSERT] = "insert", [VERB_USE] = "use", [VERB_READ] = "read",
	[VERB_AMEND] = "amend", [VERB_EXCHANGE] = "exchange", [VERB_PUT] = "put", [VERB_BRACKET] = "bracket",
	[VERB_UNBRACKET] = "unbracket", [VERB_MOVE] = "move", [VERB_RENUMBER] = "renumber",
	[VERB_SPLIT] = "split", [VERB_MERGE] = "merge", [VERB_KEEP] = "keep",
	[VERB_RESTORE] = "restore", [VERB_WITHDRAW] = "withdraw", [VERB_PRECEDE] = "precede",
	[VERB_FOLLOW] = "follow",
};

static const char *const form_names[] = {
	[FORM_ACTIVE] = "", [FORM_PASSIVE] = " passive", [FORM_NOUN] = " noun", [FORM_THIRD] = " third", [FORM_FREE] = " free"};

static const char *const unit_names[] = {
	[REDLINE_DOCUMENT] = "document", [REDLINE_TITLE] = "title", [REDLINE_ANNEX] = "annex",
	[REDLINE_CHAPTER] = "chapter", [REDLINE_SECTION] = "section", [REDLINE_ARTICLE] = "article",
	[REDLINE_PREAMBULAR] = "pp", [REDLINE_OPERATIVE] = "op", [REDLINE_PARAGRAPH_UNIT] = "para",
	[REDLINE_SUBPARAGRAPH] = "subpara", [REDLINE_CHAPEAU] = "chapeau",
	[REDLINE_HEADING_UNIT] = "heading", [REDLINE_FOOTNOTE_UNIT] = "footnote",
	[REDLINE_BULLET_UNIT] = "bullet", [REDLINE_SENTENCE] = "sentence", [REDLINE_LINE] = "line",
	[REDLINE_WORDS] = "words",
};

static struct lexer *lexer, *twin;

static void begin(void)
{
	lexer = lexer_new(&lang_en);
	cr_assert_not_null(lexer);
	twin = lexer_twin(lexer);
	cr_assert_not_null(twin);
}

static void end(void)
{
	lexer_free(twin);
	lexer_free(lexer);
}

/* ---- showing ---- */

static void show_numeral(struct text *out, const struct numeral *n)
{
	text_put(out, n->parens ? "()" : "");
	for (unsigned i = 0; i < n->count; i++)
		text_format(out, "%s%.*s", i ? "|" : "", (int)n->part[i].len, n->part[i].ptr);
}

static void show_value(struct text *out, const struct lexeme *x, const struct lexed *lexed,
                       redline_bytes text, const struct quotes *quotes)
{
	redline_bytes words = bytes_in(text, x->range);
	switch (x->cls) {
	case LEX_ACTION:
		text_format(out, "<%s%s>", verb_names[VERB_OF(x->value)], form_names[FORM_OF(x->value)]);
		return;
	case LEX_UNIT:
		text_format(out, "<%s%s%s>", unit_names[UNIT_OF(x->value)],
		            x->value & UNIT_PLURAL ? " plural" : "", x->value & UNIT_EXACT ? " exact" : "");
		return;
	case LEX_NAME:
		text_format(out, "<%s>", lang_parties[x->value].name);
		return;
	case LEX_NUMERAL:
		text_put(out, "<");
		show_numeral(out, &lexed->numerals[x->value]);
		text_put(out, ">");
		return;
	case LEX_QUOTE:
		words = bytes_in(text, quotes->at[x->value].inner);
		break;
	case LEX_GROUP:
		words = bytes_in(text, lexed->groups[x->value]);
		break;
	case LEX_PUNCT:
	case LEX_WORD:
		break;
	default:
		return;
	}
	text_format(out, "<%.*s>", (int)words.len, words.ptr);
}

static void show(struct text *out, struct lexer *with, const char *sentence)
{
	struct arena a = {0};
	struct quotes quotes;
	struct lexed lexed;
	redline_bytes const text = bytes_of(sentence);
	redline_draft *layout;
	out->len = 0;
	text_put(out, "");
	cr_assert_eq(redline_draft_new(&layout, text, NULL), REDLINE_OK);
	cr_assert(quotes_find(&quotes, &a, layout));
	cr_assert(lex_sentence(with, &a, text, (redline_range){0, (uint32_t)text.len}, &quotes,
	                       &lexed));
	for (uint32_t i = 0; i < lexed.count; i++) {
		if (lexed.at[i].cls == LEX_FILLER)
			continue;
		text_format(out, "%s%s", out->len ? " " : "", class_names[lexed.at[i].cls]);
		show_value(out, &lexed.at[i], &lexed, text, &quotes);
	}
	cr_expect_eq(lexed.at[lexed.count].cls, LEX_END);
	redline_draft_free(layout);
	arena_release(&a);
}

struct lex_case {
	const char *sentence, *lexemes;
};

static void check_lexemes(const struct lex_case *cases, size_t count)
{
	struct text got = {0};
	for (size_t i = 0; i < count; i++) {
		show(&got, lexer, cases[i].sentence);
		cr_expect_str_eq(got.ptr, cases[i].lexemes, "%s\n  wanted %s\n  got    %s",
		                 cases[i].sentence, cases[i].lexemes, got.ptr);
		show(&got, twin, cases[i].sentence);
		cr_expect_str_eq(got.ptr, cases[i].lexemes, "by a twin: %s", cases[i].sentence);
	}
	text_release(&got);
}

#define CHECK(cases) check_lexemes(cases, sizeof(cases) / sizeof *(cases))

/* ---- sentences ---- */

Test(lex, whole_instructions, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"On paragraph 59, Japan proposes to strike out the word \"establishing\".",
		 "in unit<para> numeral<59> punct<,> name<Japan> propose action<delete> text "
		 "quote<establishing> punct<.>"},
		{"In paragraph 43 (b), \"a\" should be replaced by \"b\" each place it appears.",
		 "in unit<para> numeral<43|b> punct<,> quote<a> action<replace passive> link quote<b> "
		 "quantifier punct<.>"},
		{"Substitute \"may\" for \"shall\"", "action<substitute> quote<may> for quote<shall>"},
		{"Use \"a\" instead of \"b\"", "action<use> quote<a> link quote<b>"},
		{"After paragraph 7 insert a new paragraph",
		 "position unit<para> numeral<7> action<insert> another unit<para>"},
		{"We cannot accept deletion of paragraph 7, because it is needed",
		 "we stance action<delete noun> unit<para> numeral<7> punct<,> reason pronoun word<needed>"},
		{"", ""},
		{" \n ", ""},
	};
	CHECK(cases);
}

Test(lex, verbs_and_their_forms, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"delete", "action<delete>"},
		{"Deleting", "action<delete>"},
		{"DELETE", "action<delete>"},
		{"strike\n  out", "action<delete>"},
		{"deletes", "action<delete third>"},
		{"deletion of", "action<delete noun>"},
		{"should be deleted", "action<delete passive>"},
		{"is to be  deleted", "action<delete passive>"},
		{"shall also be inserted", "action<insert passive>"},
		{"be placed in brackets", "action<put passive> in brackets"},
		{"is amended to read", "action<amend passive> action<read>"},
		{"should be followed by", "action<follow passive>"},
		{"renumber", "action<renumber>"},
		{"retain", "action<keep>"},
	};
	CHECK(cases);
}

/* What was done, or might be, is not asked for. */
Test(lex, reports_and_thoughts_are_no_actions, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"was deleted", "history"},
		{"has already been replaced", "history"},
		{"could perhaps be deleted", "hedge"},
		{"should be strengthened", "vague"},
		{"undeleted", "word<undeleted>"},
		{"deleteth", "word<deleteth>"},
		{"delete-all", "action<delete> punct<-> word<all>"},
	};
	CHECK(cases);
}

Test(lex, words_go_up_to_where_they_end, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"zigzag-like zebra's", "word<zigzag-like> word<zebra's>"},
		{"caf\u00E9 \u56FD\u5BB6", "word<caf\u00E9> word<\u56FD\u5BB6>"},
		{"**Japan** _delete_", "name<Japan> action<delete>"},
		{"\u2014;", "punct<\u2014> punct<;>"},
		{"inn outwith", "word<inn> word<outwith>"},
	};
	CHECK(cases);
}

Test(lex, units_of_a_text, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"paragraphs 2 to 6", "unit<para plural> numeral<2> to numeral<6>"},
		{"para. 59", "unit<para> numeral<59>"},
		{"sub-paragraph (a)", "unit<subpara exact> numeral<()a>"},
		{"Article 5", "unit<article exact> numeral<5>"},
		{"operative paragraph 3 bis", "unit<op exact> numeral<3bis>"},
		{"the chapeau of section 4", "unit<chapeau> of unit<section> numeral<4>"},
		{"the penultimate sentence", "ordinal unit<sentence>"},
		{"the second bullet point", "ordinal unit<bullet>"},
		{"footnote 3", "unit<footnote> numeral<3>"},
		{"annex II", "unit<annex exact> numeral<II>"},
		{"the heading", "unit<heading>"},
	};
	CHECK(cases);
}

Test(lex, asides_are_one_piece_and_labels_are_not, .init = begin, .fini = end)
{
	static const struct lex_case cases[] = {
		{"(supported by Kenya)", "group<supported by Kenya>"},
		{"(Code (rev.) 5)", "group<Code (rev.) 5>"},
		{"(b)", "numeral<()b>"},
		{"(never closed", "punct<(> negation word<closed>"},
	};
	CHECK(cases);
}

/* ---- numerals ---- */

struct numeral_case {
	const char *text, *parts; /* with "()" before them if the first is in parentheses */
	uint32_t length;
	bool named;
	redline_unit unit;
};

Test(lex, numerals_are_canonical)
{
	static const struct numeral_case cases[] = {
		{"59", "59", 2, true, REDLINE_DOCUMENT},
		{"59.", "59", 2, true, REDLINE_DOCUMENT},
		{"59 bis.", "59bis", 6, true, REDLINE_DOCUMENT},
		{"59Bis", "59bis", 5, true, REDLINE_DOCUMENT},
		{"59 alt", "59alt", 6, true, REDLINE_DOCUMENT},
		{"59 biscuits", "59", 2, true, REDLINE_DOCUMENT},
		{"43 (b) (ii)", "43|b|ii", 11, true, REDLINE_DOCUMENT},
		{"43(b)(ii) and", "43|b|ii", 9, true, REDLINE_DOCUMENT},
		{"4.2.1 x", "4.2.1", 5, true, REDLINE_DOCUMENT},
		{"38-841.03(a)(2)", "38-841.03|a|2", 15, true, REDLINE_DOCUMENT},
		{"9A", "9A", 2, true, REDLINE_DOCUMENT},
		{"(b) bis", "()bbis", 7, true, REDLINE_DOCUMENT},
		{"(b)(2)", "()b|2", 6, false, REDLINE_DOCUMENT},
		{"PP2", "2", 3, false, REDLINE_PREAMBULAR},
		{"PP 2 bis", "2bis", 8, false, REDLINE_PREAMBULAR},
		{"OP3(a)", "3|a", 6, false, REDLINE_OPERATIVE},
		{"\u00A7 5-101", "5-101", 8, false, REDLINE_SECTION},
		{"\u00A7\u00A7 5", "5", 6, false, REDLINE_SECTION},
		{"V", "V", 1, true, REDLINE_DOCUMENT},
		{"iii)", "iii", 4, true, REDLINE_DOCUMENT},
		{"a)", "a", 2, true, REDLINE_DOCUMENT},
		{"40b)", "40b", 4, true, REDLINE_DOCUMENT},
		{"40b)bis,", "40bbis", 7, true, REDLINE_DOCUMENT},
		{"40b)bis,", "40bbis", 7, false, REDLINE_DOCUMENT},
		{"40b)bistro", "40b", 4, true, REDLINE_DOCUMENT},
		{"40b) x", "40b", 3, false, REDLINE_DOCUMENT},
		{"V", "", 0, false, REDLINE_DOCUMENT},
		{"a) of", "()a", 2, false, REDLINE_DOCUMENT},
		{"a) ii) of", "a|ii", 6, true, REDLINE_DOCUMENT},
		{"3 a) of", "3|a", 4, true, REDLINE_DOCUMENT},
		{"3 a) ii) bis", "3|a|iibis", 12, true, REDLINE_DOCUMENT},
		{"3 le)", "3", 1, true, REDLINE_DOCUMENT},
		{"il", "", 0, true, REDLINE_DOCUMENT}, /* a French word */
		{"l'annexe", "", 0, true, REDLINE_DOCUMENT},
		{"ix", "ix", 2, true, REDLINE_DOCUMENT},
		{"xyz", "", 0, true, REDLINE_DOCUMENT},
		{"(see below)", "", 0, true, REDLINE_DOCUMENT},
		{"(approved)", "", 0, true, REDLINE_DOCUMENT},
		{"5th", "", 0, true, REDLINE_DOCUMENT},
		{"PP", "", 0, false, REDLINE_DOCUMENT},
	};
	struct text got = {0};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = {0};
		uint32_t stop;
		redline_bytes const text = bytes_of(cases[i].text);
		struct numeral const n = lex_numeral(&a, text, (redline_range){0, (uint32_t)text.len},
		                                     cases[i].named, &stop);
		got.len = 0;
		text_put(&got, "");
		if (n.count)
			show_numeral(&got, &n);
		cr_expect_str_eq(got.ptr, cases[i].parts, "\"%s\": %s", cases[i].text, got.ptr);
		cr_expect_eq(stop, cases[i].length, "\"%s\": up to %u", cases[i].text, stop);
		cr_expect(!n.count || n.unit == cases[i].unit, "\"%s\"", cases[i].text);
		arena_release(&a);
	}
	text_release(&got);
}

/* ---- the table ---- */

Test(lex, abbreviations_are_sorted_for_the_search)
{
	for (size_t i = 1; i < lang_en.abbreviation_count; i++)
		cr_expect_lt(strcmp(lang_en.abbreviations[i - 1], lang_en.abbreviations[i]), 0, "%s",
		             lang_en.abbreviations[i]);
}

/* ---- other scripts ---- */

static void show_with(const struct lang *lang, const char *sentence, const char *want)
{
	struct text got = {0};
	struct lexer *other = lexer_new(lang);
	cr_assert_not_null(other);
	show(&got, other, sentence);
	cr_expect_str_eq(got.ptr, want, "%s\n  wanted %s\n  got    %s", sentence, want, got.ptr);
	lexer_free(other);
	text_release(&got);
}

Test(lex, chinese_numbers_stand_before_their_unit)
{
	static const struct lang_row rows[] = {
		{"段", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
		{"条", LEX_UNIT, REDLINE_ARTICLE | UNIT_EXACT},
		{"句", LEX_UNIT, REDLINE_SENTENCE},
		{"和", LEX_AND, 0},
		{"至", LEX_TO, 0},
		{"删去", LEX_ACTION, VERB(VERB_DELETE, FORM_ACTIVE)},
	};
	static const struct lang lang = {.code = "zh", .script = SCRIPT_HAN, .solid = true,
	                                 .rows = rows, .row_count = sizeof rows / sizeof *rows};
	show_with(&lang, "删去第59段。", "action<delete> unit<para> numeral<59> punct<。>");
	show_with(&lang, "删去第五条。", "action<delete> unit<article exact> numeral<5> punct<。>");
	show_with(&lang, "第一百零三条", "unit<article exact> numeral<103>");
	show_with(&lang, "第１２段", "unit<para> numeral<12>");
	show_with(&lang, "第59段之二", "unit<para> numeral<59bis>");
	show_with(&lang, "第2至5段", "unit<para plural> numeral<2> to numeral<5>");
	show_with(&lang, "第1、2和5段",
	          "unit<para plural> numeral<1> punct<、> numeral<2> and numeral<5>");
	show_with(&lang, "第59段第二句", "unit<para> numeral<59> ordinal unit<sentence>");
	show_with(&lang, "我们同意“第五条”，", "word<我们同意> quote<第五条> punct<，>");
}

Test(lex, what_chinese_counts_in_parentheses)
{
	struct lexer *with = lexer_new(&lang_zh);
	struct text out = {0};
	cr_assert_not_null(with);
	show(&out, with, "第五条第（二）项");
	cr_expect_str_eq(out.ptr, "unit<article exact> numeral<5> unit<subpara> numeral<()2>");
	show(&out, with, "第5段（二）");
	cr_expect_str_eq(out.ptr, "unit<para> numeral<5> numeral<()2>");
	show(&out, with, "第5(b)段");
	cr_expect_str_eq(out.ptr, "unit<para> numeral<5|b>");
	show(&out, with, "5段末增加");
	cr_expect_str_eq(out.ptr, "unit<para> numeral<5> position action<insert free>");
	text_release(&out);
	lexer_free(with);
}

Test(lex, arabic_is_read_with_and_without_vowels)
{
	struct lexer *with = lexer_new(&lang_ar);
	struct text out = {0};
	cr_assert_not_null(with);
	static const char *const same[] = {"تحذف الفقرة 5", "تُحذَفُ الفِقرةُ 5", "تحذف الفقره /5/",
	                                   "تحـذف الفقرة ٥"};
	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		show(&out, with, same[i]);
		cr_expect_str_eq(out.ptr, "action<delete> unit<para> numeral<5>", "%s: %s", same[i],
		                 out.ptr);
	}
	show(&out, with, "والفقرة وحدها");
	cr_expect_str_eq(out.ptr, "and unit<para> word<وحدها>");
	text_release(&out);
	lexer_free(with);
}

Test(lex, digits_and_bis_of_other_scripts_are_made_plain)
{
	static const struct lang_row rows[] = {
		{"الفقرة", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
		{"пункт", LEX_UNIT, REDLINE_PARAGRAPH_UNIT},
	};
	static const struct lang lang = {.code = "xx", .rows = rows,
	                                 .row_count = sizeof rows / sizeof *rows};
	show_with(&lang, "الفقرة ٥٩", "unit<para> numeral<59>");
	show_with(&lang, "الفقرة ٥٩ مكررا", "unit<para> numeral<59bis>");
	show_with(&lang, "Пункт 59 бис", "unit<para> numeral<59bis>");
	show_with(&lang, "пункт 43 (б)", "unit<para> numeral<43|б>");
}

Test(lex, a_hostile_sentence_takes_bounded_time, .init = begin, .fini = end, .timeout = 60)
{
	static const char *const pieces[] = {
		"keep a ", "place ((", "(", "in the ", "as ", "paragraph 1, ", "we we ",
		"to                                ", "been also ",
	};
	struct text text = {0}, got = {0};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		text.len = 0;
		for (int k = 0; k < 20000; k++)
			text_put(&text, pieces[i]);
		show(&got, twin, text.ptr);
		cr_expect_gt(got.len, 0);
	}
	text_release(&text);
	text_release(&got);
}

/* The same item in the other script, unless the letter looks like another one of it. */
Test(lex, letters_of_two_scripts)
{
	static const struct {
		const char *letter, *mate;
	} rows[] = {{"а", "a"}, {"б", "b"}, {"в", "c"}, {"г", "d"}, {"b", "б"}, {"f", "е"},
	            {"с", ""},  {"е", ""},  {"c", ""},  {"e", ""},  {"В", ""},  {"5", ""}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char out[2];
		redline_bytes const letter = {rows[i].letter, strlen(rows[i].letter)};
		redline_bytes const got = {out, numeral_twin(letter, out)};
		redline_bytes const want = {rows[i].mate, strlen(rows[i].mate)};
		cr_expect(got.len == want.len && memcmp(out, want.ptr, want.len) == 0,
		          "%s is %.*s, not %s", rows[i].letter, (int)got.len, out,
		          rows[i].mate);
	}
}
