/*
 * test_base.c -- the ground everything stands on: arena, vec, buf, views and
 * UTF-8, lines.
 */
#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/lines.h"
#include "base/vec.h"
#include "support/text.h"

static bool is_zero(const void *piece, size_t size)
{
	const unsigned char *p = piece;
	for (size_t i = 0; i < size; i++)
		if (p[i])
			return false;
	return true;
}

/* ---- arena ---- */

Test(arena, pieces_are_aligned_zeroed_and_apart)
{
	enum { PIECES = 3000 };
	static unsigned char *piece[PIECES];
	struct arena a = {0};
	memset(arena_alloc(&a, 4000), 'x', 4000);
	arena_release(&a); /* what was just given back is not clean */
	for (size_t i = 0; i < PIECES; i++) {
		piece[i] = arena_alloc(&a, i % 700);
		cr_assert_not_null(piece[i]);
		cr_assert_eq((uintptr_t)piece[i] % alignof(max_align_t), 0);
		cr_assert(is_zero(piece[i], i % 700));
		memset(piece[i], (int)(i % 251) + 1, i % 700);
	}
	for (size_t i = 0; i < PIECES; i++)
		for (size_t k = 0; k < i % 700; k++)
			cr_assert_eq(piece[i][k], (int)(i % 251) + 1, "piece %zu was written over", i);
	arena_release(&a);
	cr_expect_null(a.chunk);
}

Test(arena, a_piece_may_be_larger_than_any_chunk)
{
	struct arena a = {0};
	char *small = arena_alloc(&a, 1), *large = arena_alloc(&a, 5u << 20);
	cr_assert_not_null(large);
	large[(5u << 20) - 1] = 1;
	*small = 1;
	cr_expect_not_null(arena_alloc(&a, 1));
	arena_release(&a);
}

/* One that is to be large begins with as much in one piece, and any other with little. */
Test(arena, what_is_expected_is_there_at_once)
{
	static const size_t expected[] = {0, 4096, (size_t)8 << 20};
	for (unsigned i = 0; i < 3; i++) {
		struct arena a = {0};
		arena_expect(&a, expected[i]);
		unsigned char *first = arena_alloc(&a, 1000), *next = arena_alloc(&a, 500000);
		cr_assert(first && next);
		cr_expect_eq(next == first + 1008, i == 2, "%zu", expected[i]);
		cr_expect(is_zero(next, 500000));
		arena_release(&a);
	}
}

Test(arena, the_newest_piece_grows_in_place_and_others_are_copied)
{
	struct arena a = {0};
	char *old = arena_alloc(&a, 10);
	memcpy(old, "0123456789", 10);
	char *same = arena_grow(&a, old, 10, 100);
	cr_expect_eq(same, old);
	cr_expect(memcmp(same, "0123456789", 10) == 0 && is_zero(same + 10, 90));
	memset(same + 10, 'x', 90);
	cr_assert_not_null(arena_alloc(&a, 1));
	char *moved = arena_grow(&a, same, 100, 200);
	cr_expect_neq(moved, same);
	cr_expect(memcmp(moved, same, 100) == 0 && is_zero(moved + 100, 100));
	cr_expect_not_null(arena_grow(&a, NULL, 0, 8));
	arena_release(&a);
}

Test(arena, a_failure_is_remembered_until_it_is_released)
{
	struct arena a = {0};
	cr_expect_null(arena_array(&a, SIZE_MAX / 2, 4));
	cr_expect(a.failed);
	cr_expect_null(arena_alloc(&a, 1));
	cr_expect_null(arena_grow(&a, NULL, 0, 1));
	cr_expect_eq(arena_copy(&a, BYTES("words")).len, 0);
	arena_release(&a);
	cr_expect_not_null(arena_alloc(&a, 1));
	arena_release(&a);
	cr_expect_null(arena_alloc(&a, SIZE_MAX));
	cr_expect(a.failed);
}

Test(arena, a_copy_is_a_copy)
{
	struct arena a = {0};
	char words[] = "words";
	redline_bytes const copy = arena_copy(&a, bytes_of(words));
	words[0] = 'W';
	cr_expect(text_is(copy, BYTES("words")));
	cr_expect_eq(arena_copy(&a, (redline_bytes){NULL, 0}).len, 0);
	cr_expect_not(a.failed);
	arena_release(&a);
}

/* ---- vec ---- */

struct thing {
	int number;
	const char *name;
};

Test(vec, pushed_elements_are_zeroed_and_stay)
{
	VEC(struct thing) things = {0};
	for (int i = 0; i < 1000; i++) {
		struct thing *t = VEC_PUSH(&things);
		cr_assert(t && t->number == 0 && !t->name);
		*t = (struct thing){i, "name"};
	}
	cr_expect_eq(things.len, 1000);
	for (int i = 0; i < 1000; i++)
		cr_assert_eq(things.at[i].number, i);
	VEC_RELEASE(&things);
	cr_expect(!things.at && !things.len && !things.cap && !things.failed);
}

Test(vec, what_is_expected_finds_its_room)
{
	VEC(uint64_t) numbers = {0};
	VEC_EXPECT(&numbers, 0);
	cr_expect_null(numbers.at);
	VEC_EXPECT(&numbers, SIZE_MAX / 8);
	cr_expect(!numbers.at && !numbers.failed, "more than there is: it does nothing");
	VEC_EXPECT(&numbers, 1000);
	const uint64_t *room = numbers.at;
	cr_expect(room && numbers.cap >= 1000 && !numbers.len);
	while (numbers.len < numbers.cap) {
		uint64_t *number = VEC_PUSH(&numbers);
		*number = numbers.len;
	}
	cr_expect_eq(numbers.at, room);
	VEC_EXPECT(&numbers, 100000);
	cr_expect_eq(numbers.at, room, "it has room already");
	cr_expect_not_null(VEC_PUSH(&numbers));
	cr_expect_eq(numbers.at[numbers.len - 2], numbers.len - 1, "kept when it moved");
	VEC_RELEASE(&numbers);
}

Test(vec, a_failure_is_remembered_and_leaves_what_was_there)
{
	VEC(int) numbers = {0};
	int *first = VEC_PUSH(&numbers);
	*first = 7;
	size_t const cap = numbers.cap;
	numbers.len = numbers.cap = SIZE_MAX / 8; /* a full one that can't double */
	cr_expect_null(VEC_PUSH(&numbers));
	cr_expect(numbers.failed);
	numbers.len = 1;
	numbers.cap = cap;
	cr_expect_null(VEC_PUSH(&numbers), "it has room, but has failed");
	cr_expect_eq(numbers.at[0], 7);
	VEC_RELEASE(&numbers);
	cr_expect_not_null(VEC_PUSH(&numbers));
	VEC_RELEASE(&numbers);
}

/* ---- buf ---- */

Test(buf, pieces_are_joined)
{
	struct buf b = {0};
	buf_add(&b, "a\0b", 3);
	buf_bytes(&b, BYTES("cd"));
	buf_bytes(&b, (redline_bytes){NULL, 0});
	buf_text(&b, "ef");
	buf_char(&b, 'g');
	buf_printf(&b, "%d-%s", 42, "h");
	cr_expect(text_is(buf_view(&b), BYTES("a\0bcdefg42-h")));
	buf_clear(&b);
	cr_expect_eq(b.len, 0);
	buf_text(&b, "again");
	cr_expect(text_is(buf_view(&b), BYTES("again")));
	buf_release(&b);
	cr_expect(!b.ptr && !b.len && !b.failed);
}

Test(buf, it_grows_as_far_as_needed)
{
	struct buf b = {0};
	char words[500];
	memset(words, 'w', sizeof words - 1);
	words[sizeof words - 1] = '\0';
	for (int i = 0; i < 200; i++)
		buf_printf(&b, "%s|", words);
	cr_assert_eq(b.len, 200u * 500u);
	for (size_t i = 0; i < b.len; i++)
		cr_assert_eq(b.ptr[i], i % 500 == 499 ? '|' : 'w');
	buf_release(&b);
}

Test(buf, once_failed_it_takes_nothing_and_keeps_what_it_had)
{
	struct buf b = {0};
	buf_text(&b, "kept");
	buf_add(&b, "x", SIZE_MAX / 2);
	cr_expect(b.failed);
	buf_text(&b, "x");
	buf_printf(&b, "%d", 1);
	cr_expect(text_is(buf_view(&b), BYTES("kept")));
	buf_clear(&b);
	cr_expect(b.failed, "the failure outlives the text");
	buf_release(&b);
	cr_expect_not(b.failed);
}

/* ---- views and ranges ---- */

Test(bytes, views_are_compared_by_content)
{
	redline_bytes const none = {NULL, 0};
	cr_expect(bytes_equal(none, BYTES("")));
	cr_expect(bytes_equal_nocase(BYTES("Article \u00E9"), BYTES("aRTICLE \u00E9")));
	cr_expect_not(bytes_equal_nocase(BYTES("\u00C9"), BYTES("\u00E9")),
	              "only ASCII case is folded");
	cr_expect_not(bytes_equal_nocase(BYTES("@"), BYTES("`")));
	cr_expect(bytes_start(BYTES("para 5"), BYTES("para")) && bytes_start(BYTES("x"), none));
	cr_expect_not(bytes_start(BYTES("par"), BYTES("para")));
	cr_expect_lt(bytes_compare(BYTES("ab"), BYTES("abc")), 0);
	cr_expect_gt(bytes_compare(BYTES("\xC3"), BYTES("z")), 0, "bytes count as unsigned");
	cr_expect_eq(bytes_compare(none, BYTES("")), 0);
}

Test(bytes, a_common_beginning_ends_at_the_first_difference)
{
	enum { BYTES_MOST = 40 };
	char one[BYTES_MOST], other[BYTES_MOST];
	memset(one, 'x', sizeof one);
	for (size_t len = 0; len <= sizeof one; len++) {
		for (size_t differs = 0; differs <= len; differs++) {
			memset(other, 'x', sizeof other);
			if (differs < len)
				other[differs] = 'y';
			redline_bytes const a = {one, sizeof one}, b = {other, len};
			cr_assert_eq(bytes_common(a, b), differs);
			cr_assert_eq(bytes_common(b, a), differs);
		}
	}
	cr_expect_eq(bytes_common((redline_bytes){NULL, 0}, BYTES("a")), 0);
}

Test(bytes, trimming_takes_ascii_white_space_from_both_ends)
{
	static const struct { const char *text; uint32_t begin, end; } cases[] = {
		{"word", 0, 4},         {" \t\r\n\v\fword \n", 6, 10}, {"", 0, 0},
		{"   ", 3, 3},          {"a b", 0, 3},                 {"\u00A0x ", 0, 3},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_bytes const t = bytes_of(cases[i].text);
		redline_range const r = range_trim(t, (redline_range){0, (uint32_t)t.len});
		cr_expect(r.begin == cases[i].begin && r.end == cases[i].end, "\"%s\": %u to %u",
		          cases[i].text, r.begin, r.end);
	}
}

/* ---- UTF-8 ---- */

Test(utf8, every_character_survives_writing_and_reading)
{
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char out[6] = "x";
		unsigned size, back;
		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		unsigned const len = utf8_put(out + 1, cp);
		redline_bytes const text = {out, len + 1};
		cr_assert(utf8_at(text, 1, &size) == cp && size == len, "U+%04X", (unsigned)cp);
		cr_assert(utf8_before(text, len + 1, &back) == cp && back == len, "U+%04X", (unsigned)cp);
		cr_assert_eq(redline_text_check(text, NULL), REDLINE_OK, "U+%04X", (unsigned)cp);
	}
}

/* What follows is read one byte at a time, and never past the end. */
Test(utf8, broken_sequences_are_one_byte_each)
{
	static const char *const broken[] = {
		"\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x80\xAF", "\xE2\x82",
		"\xED\xA0\x80", "\xF0\x80\x80\xAF", "\xF0\x9F\x98", "\xF4\x90\x80\x80", "\xF8\x88", "\xFF",
	};
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		redline_bytes const text = bytes_of(broken[i]);
		unsigned size;
		cr_expect(utf8_at(text, 0, &size) == 0xFFFD && size == 1, "case %zu", i);
		cr_expect_eq(redline_text_check(text, NULL), REDLINE_NOT_UTF8, "case %zu", i);
		cr_expect(utf8_before(text, 1, &size) == 0xFFFD && size == 1, "case %zu", i);
	}
}

struct check_case {
	const char *name;
	redline_bytes text;
	redline_status status;
	size_t offset;
	const char *what; /* part of it */
};

Test(utf8, what_is_no_text_is_named_with_its_place)
{
	static const struct check_case cases[] = {
		{"empty", {NULL, 0}, REDLINE_OK, 0, ""},
		{"a mark at the start", {"\xEF\xBB\xBFx", 4}, REDLINE_OK, 0, ""},
		{"latin 1", {"r\xE9sum\xE9", 6}, REDLINE_NOT_UTF8, 1, "UTF-8"},
		{"cut off", {"0123456789\xE2\x82", 12}, REDLINE_NOT_UTF8, 10, "UTF-8"},
		{"surrogate", {"ab\xED\xA0\x80", 5}, REDLINE_NOT_UTF8, 2, "UTF-8"},
		{"nul", {"0123456789ab\0", 13}, REDLINE_NOT_TEXT, 12, "NUL"},
		{"utf-16 le", {"\xFF\xFEx\0", 4}, REDLINE_NOT_TEXT, 0, "UTF-16 (little"},
		{"utf-16 be", {"\xFE\xFF\0x", 4}, REDLINE_NOT_TEXT, 0, "UTF-16 (big"},
		{"utf-32 le", {"\xFF\xFE\0\0", 4}, REDLINE_NOT_TEXT, 0, "UTF-32 (little"},
		{"utf-32 be", {"\0\0\xFE\xFF", 4}, REDLINE_NOT_TEXT, 0, "UTF-32 (big"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_text_fault fault = {0, ""};
		redline_status const status = redline_text_check(cases[i].text, &fault);
		cr_expect_eq(status, cases[i].status, "%s: %s", cases[i].name, redline_status_text(status));
		cr_expect_eq(fault.offset, cases[i].offset, "%s: at %zu", cases[i].name, fault.offset);
		cr_expect(strstr(fault.what, cases[i].what), "%s: %s", cases[i].name, fault.what);
	}
}

Test(utf8, a_text_over_the_limit_is_told_by_its_length)
{
	redline_bytes const huge = {"", REDLINE_TEXT_MAX + 1};
	cr_expect_eq(redline_text_check(huge, NULL), REDLINE_TOO_LARGE);
}

Test(utf8, classes_of_characters)
{
	static const uint32_t words[] = {'a', 'Z', '7', 0xE9, 0x301, 0x5B57, 0x416, 0x0627, 0x93F};
	static const uint32_t spaces[] = {' ', '\t', '\n', 0xA0, 0x2009, 0x202F, 0x3000, 0x2028};
	static const uint32_t hidden[] = {0x1B, 0x07, 0x7F, 0x9B, 0xAD, 0x200B, 0x202E, 0x2066, 0xFEFF,
	                                  0xE0041, 0x2060};
	static const uint32_t plain[] = {'-', 0x2014, 0x201C, 0x3002, 0xFFFD, '*'};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		cr_expect(is_word_char(words[i]) && !is_space_char(words[i]) && !is_hidden_char(words[i]),
		          "U+%04X is a word's", (unsigned)words[i]);
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
		cr_expect(is_space_char(spaces[i]) && !is_word_char(spaces[i]) && !is_hidden_char(spaces[i]),
		          "U+%04X is a space", (unsigned)spaces[i]);
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		cr_expect(is_hidden_char(hidden[i]) && !is_word_char(hidden[i]), "U+%04X hides",
		          (unsigned)hidden[i]);
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		cr_expect(!is_word_char(plain[i]) && !is_space_char(plain[i]) && !is_hidden_char(plain[i]),
		          "U+%04X is a plain mark", (unsigned)plain[i]);
}

/* ---- lines ---- */

struct line_case {
	const char *text, *lines; /* each followed by "|" */
};

Test(lines, only_lf_and_crlf_end_a_line)
{
	static const struct line_case cases[] = {
		{"", ""}, {"a", "a|"}, {"a\n", "a|"}, {"a\nb", "a|b|"}, {"\n", "|"}, {"\n\n", "||"},
		{"a\r\nb\r\n", "a|b|"}, {"a\rb\n", "a\rb|"}, {"a\r\r\nb", "a\r|b|"}, {"\r\n", "|"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = {0};
		struct lines l;
		struct text got = {0};
		redline_bytes const text = bytes_of(cases[i].text);
		text_put(&got, "");
		cr_assert(lines_find(&l, &a, text));
		for (uint32_t k = 0; k < l.count; k++) {
			redline_range const r = lines_text(&l, text, k);
			text_add(&got, text.ptr + r.begin, range_len(r));
			text_put(&got, "|");
		}
		cr_expect_str_eq(got.ptr, cases[i].lines, "case %zu", i);
		text_release(&got);
		arena_release(&a);
	}
}

Test(lines, a_position_counts_characters_from_one)
{
	redline_bytes const text = BYTES("ab\n\u00E9\u5B57c\r\n\nlast");
	static const struct { uint32_t offset, line, column; } cases[] = {
		{0, 1, 1}, {2, 1, 3}, {3, 2, 1}, {5, 2, 2}, {8, 2, 3}, {9, 2, 4}, {11, 3, 1}, {12, 4, 1},
		{16, 4, 5},
	};
	struct arena a = {0};
	struct lines l;
	cr_assert(lines_find(&l, &a, text));
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		redline_position const p = lines_position(&l, text, cases[i].offset);
		cr_expect(p.line == cases[i].line && p.column == cases[i].column, "byte %u: %u:%u",
		          cases[i].offset, p.line, p.column);
		cr_expect_eq(lines_at(&l, cases[i].offset) + 1, cases[i].line);
		cr_expect_eq(lines_from(&l, 0, cases[i].offset) + 1, cases[i].line);
	}
	arena_release(&a);
}

/* Whatever stands where, at every distance from the ends of what is read in pieces. */
Test(bytes, past_prose_stops_at_the_first_other_byte)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		char const c = (char)byte;
		bool const prose = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		                   (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '\n';
		for (uint32_t at = 0; at < 40; at++) {
			char text[41] = "The words, and the Lines of a paragraph\nz";
			text[at] = c;
			redline_bytes const t = {text, 40};
			cr_assert_eq(bytes_past_prose(t, 0, 40), prose ? 40 : at, "%u at %u", byte, at);
			cr_assert_eq(bytes_past_prose(t, at, 40), prose ? 40 : at);
			cr_assert_eq(bytes_past_prose(t, at / 2, at), at);
		}
	}
}

Test(bytes, find_any_stops_at_the_first_of_a_few)
{
	redline_bytes const few = BYTES("{[\xE2");
	for (unsigned byte = 0; byte < 256; byte++) {
		bool const one = byte == '{' || byte == '[' || byte == 0xE2;
		for (uint32_t at = 0; at < 40; at++) {
			char text[41] = "The words; and 1 line (of) a paragraph.\n";
			text[at] = (char)byte;
			redline_bytes const t = {text, 40};
			cr_assert_eq(bytes_find_any(t, 0, 40, few), one ? at : 40, "%u at %u", byte, at);
			cr_assert_eq(bytes_find_any(t, at, 40, few), one ? at : 40);
			cr_assert_eq(bytes_find_any(t, at / 2, at, few), at);
		}
	}
}

/* Each byte there is, at each place of the bytes seen, in texts of all lengths round them. */
Test(bytes, bits_tell_each_byte_alone)
{
	for (unsigned byte = 0; byte < 256; byte++) {
		char const c = (char)byte;
		bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		bool const plain = letter || (c >= '0' && c <= '9');
		for (uint32_t at = 0; at < BYTES_SEEN; at++) {
			char text[] = "....................";
			text[at] = c;
			for (uint32_t len = at + 1; len < sizeof text; len++) {
				struct byte_bits const bits = bytes_bits((redline_bytes){text, len});
				cr_assert_eq(bits.letters, (uint32_t)letter << at, "%u at %u", byte, at);
				cr_assert_eq(bits.plain, (uint32_t)plain << at);
				cr_assert_eq(bits.beyond, (uint32_t)(byte >= 0x80) << at);
			}
		}
	}
	cr_assert_eq(bits_run(0), 0);
	cr_assert_eq(bits_run(0x7), 3);
	cr_assert_eq(bits_run(0xFFFF), BYTES_SEEN);
}

/* White space of each kind, alone and in runs, across the pieces that are read at once. */
Test(bytes, words_are_what_white_space_parts)
{
	static const char spaces[] = " \t\n\r\f\v";
	cr_assert_eq(bytes_words((redline_bytes){"", 0}), 0);
	for (unsigned s = 0; s < sizeof spaces - 1; s++)
		for (uint32_t at = 0; at < 40; at++)
			for (uint32_t run = 1; run < 20 && at + run <= 40; run++) {
				char text[] = "0123456789012345678901234567890123456789";
				memset(text + at, spaces[s], run);
				uint32_t const words = (uint32_t)(at > 0) + (at + run < 40);
				cr_assert_eq(bytes_words((redline_bytes){text, 40}), words,
				             "%u blanks at %u", run, at);
			}
	cr_assert_eq(bytes_words(BYTES("a b  c\x0e d\x08")), 4);
}
