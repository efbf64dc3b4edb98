/*
 * test_token.c -- cutting into tokens: which tokens a text has, of which kind,
 * and which of them count as the same.
 *
 * The tokens of a case are written one after the other with U+00A6 after each.
 * Each case is cut three times: alone, in the middle of a long line, where
 * other windows hold it, and in a text that goes on right behind the range.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "engine/token.h"
#include "engine/token_fold.h"
#include "engine/token_sign.h"
#include "lang/dates.h"
#include "support/text.h"

#define BAR "\u00A6"

static const struct token_rules plain = {0};

static void cut(struct tokens *out, redline_bytes text, redline_range range,
                const struct token_rules *rules)
{
	tokens_add(out, text, range, rules);
	cr_assert(!out->failed);
}

static redline_range all_of(redline_bytes text)
{
	return (redline_range){0, (uint32_t)text.len};
}

static void show(struct text *out, redline_bytes text, const struct tokens *t, uint32_t from)
{
	out->len = 0;
	text_put(out, "");
	for (uint32_t i = from; i < t->count; i++) {
		text_add(out, text.ptr + t->at[i].begin, t->at[i].length);
		text_put(out, BAR);
	}
}

struct cut_case {
	const char *text, *tokens;
};

/* The tokens of text[range) are those wanted. */
static void check_cut(const struct cut_case *c, redline_bytes text, redline_range range,
                      const struct token_rules *rules, const char *how)
{
	struct tokens t = {0};
	struct text got = {0};
	cut(&t, text, range, rules);
	show(&got, text, &t, 0);
	cr_expect_str_eq(got.ptr, c->tokens, "%s, %s:\n%s\n%s", c->text, how, got.ptr, c->tokens);
	tokens_release(&t);
	text_release(&got);
}

static void check_cuts(const struct cut_case *cases, size_t count, const struct token_rules *rules)
{
	for (size_t i = 0; i < count; i++) {
		redline_bytes const alone = bytes_of(cases[i].text);
		check_cut(&cases[i], alone, all_of(alone), rules, "alone");
		struct text long_text = {0};
		text_put(&long_text, "one two three four five six seven eight nine ten eleven\n");
		uint32_t const begin = (uint32_t)long_text.len;
		text_add(&long_text, alone.ptr, alone.len);
		redline_range const range = {begin, (uint32_t)long_text.len};
		check_cut(&cases[i], text_view(&long_text), range, rules, "in a text");
		text_put(&long_text, "1\u0301a-b.5");
		check_cut(&cases[i], text_view(&long_text), range, rules, "before others");
		text_release(&long_text);
	}
}

#define CHECK(cases)              check_cuts(cases, sizeof(cases) / sizeof *(cases), &plain)
#define CHECK_RULES(cases, rules) check_cuts(cases, sizeof(cases) / sizeof *(cases), rules)

/* ---- words ---- */

Test(token, words_and_what_joins_them)
{
	static const struct cut_case cases[] = {
		{"", ""},
		{" \n\t", ""},
		{"States", "States" BAR},
		{"The States, the parties.", "The" BAR "States" BAR "," BAR "the" BAR "parties" BAR "." BAR},
		{"don't don\u2019t", "don't" BAR "don\u2019t" BAR},
		{"States' 'tis", "States" BAR "'" BAR "'" BAR "tis" BAR},
		{"capacity-building non\u2011state a\u2010b",
	         "capacity-building" BAR "non\u2011state" BAR "a\u2010b" BAR},
		{"well- known -ing", "well- known" BAR "-" BAR "ing" BAR},
		{"short- and long-term", "short" BAR "-" BAR "and" BAR "long-term" BAR},
		{"a--b", "a" BAR "--" BAR "b" BAR},
		{"a\u2014b", "a" BAR "\u2014" BAR "b" BAR},
		{"and/or", "and/or" BAR},
		{"end.Next", "end" BAR "." BAR "Next" BAR},
		{"so,and:if", "so" BAR "," BAR "and" BAR ":" BAR "if" BAR},
		{"word(s)", "word" BAR "(" BAR "s" BAR ")" BAR},
		{"snake_case _x_", "snake_case" BAR "_" BAR "x" BAR "_" BAR},
		{"chair@un.org", "chair@un.org" BAR},
		{"soft\u00ADly zero\u200Bwidth word\u2060joiner",
	         "soft\u00ADly" BAR "zero\u200Bwidth" BAR "word\u2060joiner" BAR},
		{"soft\u00AD end", "soft" BAR "\u00AD" BAR "end" BAR},
		{"capacity-\u200Bbuilding", "capacity-\u200Bbuilding" BAR},
		{"internationalisation antidisestablishmentarianism",
	         "internationalisation" BAR "antidisestablishmentarianism" BAR},
	};
	CHECK(cases);
}

Test(token, numbers_and_symbols)
{
	static const struct cut_case cases[] = {
		{"3.14 1,000.5 12:30", "3.14" BAR "1,000.5" BAR "12:30" BAR},
		{"Rev.1 L.214 A/79/214/Add.1", "Rev.1" BAR "L.214" BAR "A/79/214/Add.1" BAR},
		{"U.N. U.S.A. e.g.", "U.N" BAR "." BAR "U.S.A" BAR "." BAR "e.g" BAR "." BAR},
		{"2020-11-18 18/11/2020", "2020-11-18" BAR "18/11/2020" BAR},
		{"41(b) 9(1)(ii) 38-841.03(a)", "41(b)" BAR "9(1)(ii)" BAR "38-841.03(a)" BAR},
		{"(b) 41 (b)", "(" BAR "b" BAR ")" BAR "41" BAR "(" BAR "b" BAR ")" BAR},
		{"5(first) 5() 5(a", "5" BAR "(" BAR "first" BAR ")" BAR "5" BAR "(" BAR ")" BAR
	                             "5" BAR "(" BAR "a" BAR},
		{"9(1)bis", "9(1)" BAR "bis" BAR},
		{"1. 2, 3;", "1" BAR "." BAR "2" BAR "," BAR "3" BAR ";" BAR},
		{"$1.5 50%", "$" BAR "1.5" BAR "50" BAR "%" BAR},
		{"\u0661\u066C\u0660\u0660\u0660\u066B\u0665",
	         "\u0661\u066C\u0660\u0660\u0660\u066B\u0665" BAR},
		{"A/RES/75/1.", "A/RES/75/1" BAR "." BAR},
		{"CO2 H2O", "CO2" BAR "H2O" BAR},
	};
	CHECK(cases);
}

Test(token, dates)
{
	static const struct cut_case cases[] = {
		{"18 November 2020", "18 November 2020" BAR},
		{"on 1 May 2021.", "on" BAR "1 May 2021" BAR "." BAR},
		{"18  november,\n2020", "18  november,\n2020" BAR},
		{"November 18, 2020", "November 18, 2020" BAR},
		{"November 18 2020", "November" BAR "18" BAR "2020" BAR},
		{"mid-November 18, 2020", "mid-November" BAR "18" BAR "," BAR "2020" BAR},
		{"3 March 18, 2020", "3" BAR "March 18, 2020" BAR},
		{"18 November", "18" BAR "November" BAR},
		{"18 Novembers 2020", "18" BAR "Novembers" BAR "2020" BAR},
		{"118 November 2020", "118" BAR "November" BAR "2020" BAR},
		{"18 November 20201", "18" BAR "November" BAR "20201" BAR},
		{"18 November 2020-21", "18" BAR "November" BAR "2020-21" BAR},
		{"18\n\nNovember 2020", "18" BAR "November" BAR "2020" BAR},
		{"18\r\nNovember\r\n2020", "18\r\nNovember\r\n2020" BAR},
		{"18\u00A0novembre\u00A02020", "18\u00A0novembre\u00A02020" BAR},
		{"1er f\u00E9vrier 2020, 1er FE\u0301VRIER 2020",
	         "1er f\u00E9vrier 2020" BAR "," BAR "1er FE\u0301VRIER 2020" BAR},
		{"18 de noviembre de 2020", "18 de noviembre de 2020" BAR},
		{"18 de 2020", "18" BAR "de" BAR "2020" BAR},
		{"18 \u043D\u043E\u044F\u0431\u0440\u044F 2020 \u0433\u043E\u0434\u0430",
	         "18 \u043D\u043E\u044F\u0431\u0440\u044F 2020" BAR
	         "\u0433\u043E\u0434\u0430" BAR},
		{"18. November 2020", "18. November 2020" BAR},
		{"18th of November 2020", "18th of November 2020" BAR},
		{"2020\u5E7411\u670818\u65E5\uFF0C2020\u5E7411\u6708",
	         "2020\u5E7411\u670818\u65E5" BAR "\uFF0C" BAR "2020" BAR "\u5E74" BAR "11" BAR
	         "\u6708" BAR},
	};
	CHECK(cases);
}

Test(token, a_date_does_not_reach_back_before_the_range)
{
	redline_bytes const text = BYTES("November 18, 2020");
	struct tokens t = {0};
	cut(&t, text, (redline_range){0, 8}, &plain);
	cut(&t, text, (redline_range){9, 17}, &plain);
	cr_assert_eq(t.count, 4);
	cr_expect_eq(t.at[0].length, 8);
	cr_expect_eq(t.at[1].begin, 9);
	tokens_release(&t);
}

Test(token, months_of_every_language)
{
	static const char *const months[] = {
		"January", "february", "March", "April", "MAY", "June", "July", "August", "September",
		"October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
		"Sept", "Oct", "Nov", "Dec",
		"janvier", "f\u00E9vrier", "mars", "avril", "mai", "juin", "juillet", "ao\u00FBt",
		"septembre", "octobre", "novembre", "d\u00E9cembre", "D\u00C9CEMBRE",
		"fe\u0301vrier", "aou\u0302t", "de\u0301cembre", "fevrier", "decembre",
		"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
		"setiembre", "octubre", "noviembre", "diciembre",
		"Januar", "J\u00E4nner", "Ja\u0308nner", "Februar", "Feber", "M\u00E4rz", "Ma\u0308rz",
		"Juni", "Juli", "Oktober", "Dezember",
		"\u044F\u043D\u0432\u0430\u0440\u044F", "\u0444\u0435\u0432\u0440\u0430\u043B\u044F",
		"\u043C\u0430\u0440\u0442\u0430", "\u0430\u043F\u0440\u0435\u043B\u044F",
		"\u043C\u0430\u044F", "\u0438\u044E\u043D\u044F", "\u0438\u044E\u043B\u044F",
		"\u0430\u0432\u0433\u0443\u0441\u0442\u0430",
		"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F",
		"\u043E\u043A\u0442\u044F\u0431\u0440\u044F", "\u043D\u043E\u044F\u0431\u0440\u044F",
		"\u0434\u0435\u043A\u0430\u0431\u0440\u044F",
	};
	for (size_t i = 0; i < sizeof months / sizeof *months; i++)
		cr_expect(date_is_month(bytes_of(months[i])), "%s", months[i]);
	static const char *const others[] = {
		"", "a", "Januarys", "Janu", "the", "zzz", "Novembe", "marc", "decembers-and-Januaries",
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		cr_expect(!date_is_month(bytes_of(others[i])), "%s", others[i]);
}

/* ---- scripts ---- */

Test(token, scripts)
{
	static const struct cut_case cases[] = {
		{"l'article d\u2019\u00E9t\u00E9, \u00AB\u00A0ao\u00FBt\u00A0\u00BB",
	         "l'article" BAR "d\u2019\u00E9t\u00E9" BAR "," BAR "\u00AB" BAR "ao\u00FBt" BAR
	         "\u00BB" BAR},
		{"\u00BFD\u00F3nde? la a\u00F1o.", "\u00BF" BAR "D\u00F3nde" BAR "?" BAR "la" BAR
	                                           "a\u00F1o" BAR "." BAR},
		{"\u0413\u043E\u0441\u0443\u0434\u0430\u0440\u0441\u0442\u0432\u0430 \u0438 \u0418.\u0418.",
	         "\u0413\u043E\u0441\u0443\u0434\u0430\u0440\u0441\u0442\u0432\u0430" BAR "\u0438" BAR
	         "\u0418.\u0418" BAR "." BAR},
		{"\u043A\u043E\u043D\u0435\u0446.\u0414\u0430\u043B\u0435\u0435",
	         "\u043A\u043E\u043D\u0435\u0446" BAR "." BAR "\u0414\u0430\u043B\u0435\u0435" BAR},
		/* with vowel marks, one and two on a letter */
		{"\u0643\u064E\u062A\u064E\u0628\u064E\u060C \u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F",
	         "\u0643\u064E\u062A\u064E\u0628\u064E" BAR "\u060C" BAR
	         "\u0645\u064F\u062D\u064E\u0645\u0651\u064E\u062F" BAR},
		{"\u0627\u0644\u0645\u0627\u062F\u0629 5 \u0645\u0646",
	         "\u0627\u0644\u0645\u0627\u062F\u0629" BAR "5" BAR "\u0645\u0646" BAR},
		{"\u7B2C3\u6761\uFF0C\u4EBA\u3005\u3002", "\u7B2C" BAR "3" BAR "\u6761" BAR "\uFF0C" BAR
	                                                "\u4EBA" BAR "\u3005" BAR "\u3002" BAR},
		{"\u570B\u5BB6\u61C9\u8A72\u4F7F\u7528\u6587\u5B57\u570B",
	         "\u570B" BAR "\u5BB6" BAR "\u61C9" BAR "\u8A72" BAR "\u4F7F" BAR "\u7528" BAR
	         "\u6587" BAR "\u5B57" BAR "\u570B" BAR},
		{"\u3053\u308C\u306F\u30C7\u30FC\u30BF\u3067\u3059",
	         "\u3053" BAR "\u308C" BAR "\u306F" BAR "\u30C7\u30FC\u30BF" BAR "\u3067" BAR
	         "\u3059" BAR},
		/* voicing marks stay */
		{"\u304B\u3099\u304D\u30CB\u3099\u30CB\u4E00\u4E00\u4E00\u4E00\u4E00\u304B\u3099\u304D\u304D",
	         "\u304B\u3099" BAR "\u304D" BAR "\u30CB\u3099\u30CB" BAR "\u4E00" BAR "\u4E00" BAR
	         "\u4E00" BAR "\u4E00" BAR "\u4E00" BAR "\u304B\u3099" BAR "\u304D" BAR "\u304D" BAR},
		{"\u0E17\u0E35\u0E48\u0E19\u0E35\u0E48 \u0E54\u0E52",
	         "\u0E17\u0E35\u0E48" BAR "\u0E19\u0E35\u0E48" BAR "\u0E54\u0E52" BAR},
		{"\uB300\uD55C\uBBFC\uAD6D\uC758 \uC870", "\uB300\uD55C\uBBFC\uAD6D\uC758" BAR "\uC870" BAR},
		{"\u0928\u093F\u092F\u092E\u0964", "\u0928\u093F\u092F\u092E" BAR "\u0964" BAR},
		{"\u05E9\u05DC\u05D5\u05DD", "\u05E9\u05DC\u05D5\u05DD" BAR},
		{"\u039A\u03B1\u03B9 \u03C4\u03BF", "\u039A\u03B1\u03B9" BAR "\u03C4\u03BF" BAR},
		{"2\u00D73 \u00E0\u00D7", "2" BAR "\u00D7" BAR "3" BAR "\u00E0" BAR "\u00D7" BAR},
		{"a\u3000b\u2003c\xC2\x85" "d", "a" BAR "b" BAR "c" BAR "d" BAR},
	};
	CHECK(cases);
}

Test(token, marks_stay_with_their_base)
{
	static const struct cut_case cases[] = {
		{"e\u0301te\u0301 x", "e\u0301te\u0301" BAR "x" BAR},
		{"\u0301abc", "\u0301" BAR "abc" BAR},
		{" \u0301\u0302 a", "\u0301\u0302" BAR "a" BAR},
		{"a ,\u0301b", "a" BAR ",\u0301" BAR "b" BAR},
		{"a-\u0301b", "a" BAR "-\u0301" BAR "b" BAR},
		{"...\u0301", ".." BAR ".\u0301" BAR},
		{".\u0301.\u0301", ".\u0301.\u0301" BAR},
		{"(\u0301(", "(\u0301" BAR "(" BAR},
		{"5(b)\u0301c", "5(b)\u0301" BAR "c" BAR},
		{"[^3]\u0301", "[^3]\u0301" BAR},
		{"5\u0301.5", "5\u0301.5" BAR},
		{"\u4E00\uFE00\u4E01", "\u4E00\uFE00" BAR "\u4E01" BAR},
		{"2020\u5E741\u67081\u65E5\uFE00", "2020" BAR "\u5E74" BAR "1" BAR "\u6708" BAR
	                                       "1" BAR "\u65E5\uFE00" BAR},
		{"18 May 2020\u0301", "18" BAR "May" BAR "2020\u0301" BAR},
		{"word\u0338, next", "word\u0338" BAR "," BAR "next" BAR},
		{"a\u200Db \u200C", "a\u200Db" BAR "\u200C" BAR},
	};
	CHECK(cases);
}

Test(token, emoji_and_flags)
{
	static const struct cut_case cases[] = {
		{"\U0001F469\u200D\U0001F469\u200D\U0001F467 a",
	         "\U0001F469\u200D\U0001F469\u200D\U0001F467" BAR "a" BAR},
		{"\U0001F44D\U0001F3FD\U0001F44D", "\U0001F44D\U0001F3FD" BAR "\U0001F44D" BAR},
		{"\U0001F44D\U0001F44D", "\U0001F44D\U0001F44D" BAR},
		{"\u2764\uFE0F\u200D\U0001F525", "\u2764\uFE0F\u200D\U0001F525" BAR},
		{"1\uFE0F\u20E3 x", "1\uFE0F\u20E3" BAR "x" BAR},
		{"\U0001F1EF\U0001F1F5\U0001F1EF\U0001F1F5\U0001F1EF",
	         "\U0001F1EF\U0001F1F5" BAR "\U0001F1EF\U0001F1F5" BAR "\U0001F1EF" BAR},
		{"\U0001F469\u200Da", "\U0001F469\u200D" BAR "a" BAR},
	};
	CHECK(cases);
}

/* ---- punctuation ---- */

Test(token, punctuation)
{
	static const struct cut_case cases[] = {
		{"**bold**", "**" BAR "bold" BAR "**" BAR},
		{"## Title ...", "##" BAR "Title" BAR "..." BAR},
		{"| a || b |", "|" BAR "a" BAR "|" BAR "|" BAR "b" BAR "|" BAR},
		{"((a))[[b]]{{", "(" BAR "(" BAR "a" BAR ")" BAR ")" BAR "[" BAR "[" BAR "b" BAR "]" BAR
	                         "]" BAR "{" BAR "{" BAR},
		{"\"a\"\" ''", "\"" BAR "a" BAR "\"" BAR "\"" BAR "'" BAR "'" BAR},
		{"\u201C\u201Ca\u201D.\u201D", "\u201C" BAR "\u201C" BAR "a" BAR "\u201D" BAR "." BAR
	                                       "\u201D" BAR},
		{"a\\*b", "a" BAR "\\" BAR "*" BAR "b" BAR},
		{"x[^3] [^note-1]: [^] [^a b]",
	         "x" BAR "[^3]" BAR "[^note-1]" BAR ":" BAR "[" BAR "^" BAR "]" BAR "[" BAR "^" BAR
	         "a" BAR "b" BAR "]" BAR},
		{"[^[^3]", "[" BAR "^" BAR "[^3]" BAR},
		{"a.). b", "a" BAR "." BAR ")" BAR "." BAR "b" BAR},
		{"--- !?!", "---" BAR "!" BAR "?" BAR "!" BAR},
		{"\u2026\u2026 \u2013", "\u2026\u2026" BAR "\u2013" BAR},
		{"a\x01" "b", "a" BAR "\x01" BAR "b" BAR},
		{"> a >> b", ">" BAR "a" BAR ">>" BAR "b" BAR},
		{"\uFEFFa", "\uFEFF" BAR "a" BAR},
	};
	CHECK(cases);
}

Test(token, marks_of_quotation_are_white_space_if_asked_for)
{
	static const struct token_rules quoted = {.quoted = true};
	static const struct cut_case cases[] = {
		{"> a > b\n> c", "a" BAR ">" BAR "b" BAR "c" BAR},
		{">> a\n > > b\n>\n>c", "a" BAR "b" BAR "c" BAR},
		{"> 18 November\n> 2020", "18 November\n> 2020" BAR},
		{"a -> b\r\n>c\r>d", "a" BAR "-" BAR ">" BAR "b" BAR "c" BAR "d" BAR},
	};
	CHECK_RULES(cases, &quoted);
	redline_bytes const text = BYTES("ab > c");
	static const struct cut_case middle = {"ab > c", ">" BAR "c" BAR};
	check_cut(&middle, text, (redline_range){2, 6}, &quoted, "not where a line begins");
	check_cut(&middle, text, (redline_range){3, 6}, &quoted, "not where a line begins");
}

Test(token, punctuation_is_left_out_if_asked_for)
{
	static const struct token_rules skips = {.skip_punctuation = true};
	static const struct cut_case cases[] = {
		{"The (a), **b**... \u201Cc\u201D", "The" BAR "a" BAR "b" BAR "c" BAR},
		{"[^3] x|y", "[^3]" BAR "x" BAR "y" BAR},
		{"November. 18, 2020", "November" BAR "18" BAR "2020" BAR},
	};
	CHECK_RULES(cases, &skips);
}

Test(token, kinds)
{
	redline_bytes const text =
		BYTES("word and/or 41(b) 18 May 2020 A/1 \u4E00 \u30C7\u30FC [^1] ** \u0301 \u00BD");
	static const enum token_kind kinds[] = {
		TOKEN_WORD,   TOKEN_WORD,      TOKEN_NUMBER,    TOKEN_NUMBER, TOKEN_NUMBER,
		TOKEN_CHARACTER, TOKEN_CHARACTER, TOKEN_NOTE, TOKEN_PUNCTUATION, TOKEN_WORD,
		TOKEN_WORD,
	};
	struct tokens t = {0};
	cut(&t, text, all_of(text), &plain);
	cr_assert_eq(t.count, sizeof kinds / sizeof *kinds);
	for (uint32_t i = 0; i < t.count; i++) {
		cr_expect_eq(t.at[i].kind, kinds[i], "token %u", i);
		cr_expect_eq(token_counts(t.at[i]), kinds[i] != TOKEN_PUNCTUATION);
	}
	tokens_release(&t);
}

/* ---- character by character ---- */

Test(token, characters)
{
	static const struct token_rules characters = {.characters = true};
	static const struct cut_case cases[] = {
		{"ab, c", "a" BAR "b" BAR "," BAR "c" BAR},
		{" a\r\n\nb\r", "a" BAR "b" BAR},
		{"e\u0301a\u0301\u0302", "e\u0301" BAR "a\u0301\u0302" BAR},
		{"\u4E00\u00A0\u3053", "\u4E00" BAR "\u3053" BAR},
		{"\U0001F469\u200D\U0001F467x", "\U0001F469\u200D\U0001F467" BAR "x" BAR},
		{"\U0001F1EF\U0001F1F5\U0001F1EF", "\U0001F1EF\U0001F1F5" BAR "\U0001F1EF" BAR},
		{"> a\n> b", ">" BAR "a" BAR ">" BAR "b" BAR},
	};
	static const struct token_rules quoted = {.characters = true, .quoted = true};
	static const struct cut_case quoted_cases[] = {{"> a>\n> > b", "a" BAR ">" BAR "b" BAR}};
	CHECK_RULES(cases, &characters);
	CHECK_RULES(quoted_cases, &quoted);
	redline_bytes const text = BYTES("a1 \u00E9\u4E00,\n");
	static const enum token_kind kinds[] = {
		TOKEN_WORD, TOKEN_WORD, TOKEN_WORD, TOKEN_CHARACTER, TOKEN_PUNCTUATION,
	};
	struct tokens t = {0};
	cut(&t, text, all_of(text), &characters);
	cr_assert_eq(t.count, 5);
	for (uint32_t i = 0; i < t.count; i++)
		cr_expect_eq(t.at[i].kind, kinds[i], "token %u", i);
	tokens_release(&t);
}

Test(token, a_cluster_is_cut_at_64_bytes)
{
	static const struct token_rules characters = {.characters = true};
	struct text text = {0};
	text_put(&text, "a");
	for (unsigned i = 0; i < 100; i++)
		text_put(&text, "\u0301");
	struct tokens t = {0};
	cut(&t, text_view(&text), all_of(text_view(&text)), &characters);
	cr_assert_eq(t.count, 4);
	cr_expect_eq(t.at[0].length, 63); /* no character in two */
	cr_expect_eq(t.at[1].length, 64);
	cr_expect_eq(t.at[3].begin + t.at[3].length, 201);
	tokens_release(&t);
	text_release(&text);
}

Test(token, a_long_token_is_cut)
{
	struct text text = {0};
	text_put(&text, "a");
	while (text.len < TOKEN_MAX + 100)
		text_put(&text, "\u00E9");
	struct tokens t = {0};
	cut(&t, text_view(&text), all_of(text_view(&text)), &plain);
	cr_assert_eq(t.count, 2);
	cr_expect_eq(t.at[0].length, TOKEN_MAX - 1); /* no character in two */
	cr_expect_eq(t.at[1].length, text.len - (TOKEN_MAX - 1));
	tokens_release(&t);
	text_release(&text);
}

/* ---- what counts as the same ---- */

struct same_case {
	const char *a, *b;
	bool same, same_folded; /* as it is; case folded */
};

/* Both texts have as many tokens, and their hashes and token_same agree. */
static bool all_same(const char *a, const char *b, const struct token_rules *rules)
{
	redline_bytes const x = bytes_of(a), y = bytes_of(b);
	struct tokens s = {0}, t = {0};
	cut(&s, x, all_of(x), rules);
	cut(&t, y, all_of(y), rules);
	bool same = s.count == t.count;
	for (uint32_t i = 0; i < s.count && i < t.count; i++) {
		bool failed = false;
		bool const equal = token_same(x, s.at[i], y, t.at[i], rules, &failed);
		cr_expect_eq(equal, s.hash[i] == t.hash[i], "%s, %s: token %u", a, b, i);
		same &= equal;
	}
	tokens_release(&s);
	tokens_release(&t);
	return same;
}

Test(token, same_and_other)
{
	static const struct same_case cases[] = {
		{"the States", "the  States", true, true},
		{"States", "states", false, true},
		{"States", "State", false, false},
		{"aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaab", false, false},
		{"internationalization", "internationalisation", false, false},
		{"\u00E9t\u00E9", "e\u0301te\u0301", true, true},
		{"\u00C9T\u00C9", "e\u0301te\u0301", false, true},
		{"\u1E69", "s\u0307\u0323", true, true},
		{"\uAC01", "\u1100\u1161\u11A8", true, true},
		{"\u304C", "\u304B\u3099", true, true},
		{"\u2126", "\u03A9", true, true},
		/* two vowel marks in either order */
		{"\u0645\u0651\u064E", "\u0645\u064E\u0651", true, true},
		{"\u0645\u064E", "\u0645", false, false},
		{"\u0622", "\u0627\u0653", true, true},
		{"\u041C\u0418\u0420 \u0401\u0436 \u040E", "\u043C\u0438\u0440 \u0451\u0436 \u045E",
	         false, true},
		{"\u0439", "\u0438\u0306", true, true},
		{"Stra\u00DFe", "STRASSE", false, true},
		{"\u03A3", "\u03C2", false, true},
		{"soft\u00ADly", "softly", false, false},
		{"State's", "State\u2019s", false, false},
		{"18 November 2020", "18\n  November \u00A02020", true, true},
		{"18 November 2020", "18 november 2020", false, true},
		{"18 d\u00E9cembre 2020", "18 de\u0301cembre\n2020", true, true},
		{"18 November 2020", "18 November, 2020", false, false},
		{"41(b)", "41(c)", false, false},
		{"[^n\u00E9]", "[^ne\u0301]", true, true},
		{"\u2260", "=\u0338", true, true},
		{"\uFB01", "fi", false, true}, /* no compatibility; but full case folding */
	};
	static const struct token_rules folds = {.fold_case = true};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct same_case *c = &cases[i];
		cr_expect_eq(all_same(c->a, c->b, &plain), c->same, "%s, %s", c->a, c->b);
		cr_expect_eq(all_same(c->a, c->b, &folds), c->same_folded, "%s, %s, case aside", c->a,
		             c->b);
		cr_expect(all_same(c->a, c->a, &folds) && all_same(c->b, c->b, &plain));
	}
}

Test(token, quoted_dates_are_the_same)
{
	static const struct token_rules quoted = {.quoted = true};
	cr_expect(all_same("18 November 2020", "18 November\n> > 2020", &quoted));
	static const struct token_rules characters = {.characters = true};
	cr_expect(all_same("\u00E9", "e\u0301", &characters));
}

Test(token, a_word_has_one_hash_wherever_it_stands)
{
	static const char *const words[] = {"a", "of", "States", "implementation",
	                                    "sixteen-letters", "internationalisation",
	                                    "\u0441\u0442\u0440\u0430\u043D\u0430", "\u4E00", "\u00E9"};
	struct tokens t = {0};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct text text = {0};
		/* in every place of a window, in the last one and beside what needs care */
		for (unsigned n = 0; n < 70; n++) {
			text_put(&text, words[i]);
			text_put(&text, n % 9 ? " x " : " 1 ");
		}
		text_put(&text, words[i]);
		tokens_clear(&t);
		cut(&t, text_view(&text), all_of(text_view(&text)), &plain);
		uint32_t seen = 0;
		for (uint32_t k = 0; k < t.count; k++) {
			cr_expect((t.at[k].begin == 0) <= (k == 0));
			if (t.at[k].length != t.at[0].length ||
			    memcmp(text.ptr + t.at[k].begin, text.ptr, t.at[0].length) != 0)
				continue;
			seen++;
			cr_expect_eq(t.hash[k], t.hash[0], "%s, token %u", words[i], k);
		}
		cr_expect_geq(seen, 71, "%s", words[i]);
		text_release(&text);
	}
	tokens_release(&t);
}

Test(token, hashes_are_masked_if_asked_for)
{
	static const struct token_rules masked = {.hash_mask = 7};
	redline_bytes const text = BYTES("The States \u00E9 e\u0301 1.5 \u4E00 [^1] and so on");
	struct tokens whole = {0}, some = {0};
	cut(&whole, text, all_of(text), &plain);
	cut(&some, text, all_of(text), &masked);
	cr_assert_eq(whole.count, some.count);
	for (uint32_t i = 0; i < whole.count; i++)
		cr_expect_eq(some.hash[i], whole.hash[i] & 7);
	tokens_release(&whole);
	tokens_release(&some);
}

Test(token, tokens_are_appended_and_taken_out)
{
	redline_bytes const text = BYTES("one two three");
	struct tokens t = {0};
	cut(&t, text, (redline_range){8, 13}, &plain);
	cut(&t, text, (redline_range){0, 3}, &plain);
	cut(&t, text, (redline_range){3, 3}, &plain);
	cr_assert_eq(t.count, 2);
	cr_expect_eq(t.at[0].begin, 8);
	cr_expect_eq(t.at[1].begin, 0);
	uint32_t const cap = t.cap;
	tokens_clear(&t);
	cr_expect_eq(t.count, 0);
	cr_expect_eq(t.cap, cap);
	cr_expect(tokens_reserve(&t, 1000));
	cr_expect_geq(t.cap, 1000);
	tokens_release(&t);
	cr_expect_null(t.at);
}

/* ---- every character there is ---- */

/* Folding by hand says what libunistring says. */
Test(token, every_character_folds_as_libunistring_folds_it)
{
	static const struct token_rules folds = {.fold_case = true, .characters = true};
	unsigned wrong = 0;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		char bytes[4];
		size_t const size = utf8_put(bytes, cp);
		uint8_t room[64];
		size_t len = sizeof room;
		uint8_t *want = u8_casefold((const uint8_t *)bytes, size, NULL, UNINORM_NFC, room, &len);
		struct token_form form;
		cr_assert(token_form_make(&form, (redline_bytes){bytes, size}, &folds));
		wrong += !want || !bytes_equal(form.bytes, (redline_bytes){(char *)want, len});
		token_form_release(&form);
		if (want != room)
			free(want);
	}
	cr_expect_eq(wrong, 0);
}

/* What is called stable is, in whatever company. */
Test(token, stable_characters_are_stable)
{
	for (uint32_t cp = 0x80; cp < 0x110000; cp++) {
		unsigned const traits = cp >= 0xD800 && cp < 0xE000 ? 0 : sign_traits(cp);
		ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
		int const count = uc_canonical_decomposition(cp, parts);
		/* composed characters that NFC leaves composed may be stable */
		uint32_t back[8];
		size_t len = 8;
		u32_normalize(UNINORM_NFC, &cp, 1, back, &len);
		if (traits & (SIGN_STABLE | SIGN_ALONE))
			cr_expect(len == 1 && back[0] == cp, "U+%04X", cp);
		if (traits & SIGN_STABLE)
			cr_expect_eq(uc_combining_class(cp), 0, "U+%04X", cp);
		for (int i = 1; i < count && len == 1 && back[0] == cp; i++)
			cr_expect(!(sign_traits(parts[i]) & (SIGN_STABLE | SIGN_ALONE)),
			          "U+%04X ends U+%04X", parts[i], cp);
	}
}

/* The ranges known by heart say what the tables say. */
Test(token, traits_are_those_of_the_tables)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		char bytes[4];
		size_t const size = utf8_put(bytes, cp);
		struct sign const sign = sign_at((redline_bytes){bytes, size}, 0);
		unsigned const words = SIGN_LETTER | SIGN_DIGIT | SIGN_UNSPACED;
		cr_assert(sign.cp == cp && sign.size == size);
		cr_expect_eq((sign.traits & SIGN_SPACE) != 0, is_space_char(cp), "U+%04X", cp);
		if (sign.traits & words)
			cr_expect(is_word_char(cp), "U+%04X", cp);
		else if (is_word_char(cp))
			cr_expect(sign.traits & SIGN_MARK, "U+%04X", cp);
		if (uc_is_general_category(cp, UC_CATEGORY_M))
			cr_expect(sign.traits & SIGN_MARK, "U+%04X", cp);
		cr_expect_eq((sign.traits & SIGN_DIGIT) != 0,
		             uc_is_general_category(cp, UC_CATEGORY_Nd), "U+%04X", cp);
	}
}
